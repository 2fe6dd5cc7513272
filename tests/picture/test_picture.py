#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of random timelines have no faults: test_picture.py PROGRAM [SEED [TIMELINES]]

Each timeline is laid out at home, as a whole, and in some parts of it, in several
sizes, folded or not, and each picture is judged. What is found is told by its
kind, with the seed of the timeline and the options that show it:

    random_file.py SEED FILE; judge.py PROGRAM FILE OPTIONS

DATELINE_PICTURES says how many timelines, where TIMELINES does not."""

import collections
import functools
import json
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

from judge import KINDS, Judge
from random_file import LEAST_EVENTS, Maker
from scene import parse
from timeline_file import Timeline, words

N_TIMELINES = 80
SIZES = ("870x720", "1200x800", "1600x900")
# In which all lanes are to be in sight.
FULL_SIZE = "1280x800"
N_PARTS = 2
# Of a kind of fault, so many are told in full.
MOST_TOLD = 5


@functools.lru_cache(maxsize=None)
def knows(program, option):
    return option in subprocess.run([program, "layout", "--help"], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")


def environment(folder):
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    return {**kept, "HOME": folder}


def views(program, maker, timeline):
    """Options, the view where it is known, and whether it is all there is."""
    chance = maker.chance
    yield [f"--size={chance.choice(SIZES)}"], None, False
    for size in (chance.choice(SIZES), FULL_SIZE):
        if knows(program, "--everything"):
            yield [f"--size={size}", "--everything"], None, True
        else:
            from_, to = timeline.span()
            # The end is the start of its second.
            yield [f"--size={size}", f"--view={words(from_)}/{words(to)}"], (from_, to), True
    for _ in range(N_PARTS):
        from_, to = maker.part()
        yield [f"--size={chance.choice(SIZES)}", f"--view={words(from_)}/{words(to)}"], (from_, to), False


def judge_timeline(program, seed):
    """[(kind, message)], numbers, and how many pictures."""
    maker = Maker(seed)
    data = maker.make()
    timeline = Timeline(data)
    faults, numbers, n = [], collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "random.dateline.json"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for options, view, full in views(program, maker, timeline):
            if maker.chance.random() < 0.5:
                options.append("--fold")
            if knows(program, "--legend") and maker.chance.random() < 0.25:
                options.append("--legend")
            if maker.selected is not None and knows(program, "--select"):
                options.append(f"--select={maker.selected}")
            where = f"(seed {seed}, {' '.join(options)})"
            result = subprocess.run([program, "layout", *options, str(path)], env=environment(folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
            n += 1
            if result.returncode != 0:
                faults.append(("failed", f"{result.stderr.decode()} {where}"))
                continue
            # What a legend explains may go with the room that it takes, which then stays free.
            found = Judge(parse(result.stdout.decode("utf-8")), timeline, view=view, full=full, sized="--legend" not in options)
            faults += [(fault.kind, f"{fault.message} {where}") for fault in found.faults]
            numbers.update({name: found.numbers[name] for name in ("in view", "unlabelled", "cut", "ordered pairs", "out of order", "not counted")})
    return faults, numbers, n


class Pictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        seeds = [SEED + i for i in range(TIMELINES)]
        cls.faults, cls.numbers, cls.n = collections.defaultdict(list), collections.Counter(), 0
        with multiprocessing.Pool(os.cpu_count()) as pool:
            for faults, numbers, n in pool.imap_unordered(functools.partial(judge_timeline, PROGRAM), seeds, chunksize=4):
                for kind, message in faults:
                    cls.faults[kind].append(message)
                cls.numbers.update(numbers)
                cls.n += n
        numbers = cls.numbers
        print(f"{TIMELINES} timelines, {cls.n} pictures; of {numbers['in view']} events in view {numbers['unlabelled']} have no label; {numbers['cut']} texts are cut")
        print(f"{numbers['out of order']} of {numbers['ordered pairs']} labels of about the same place are out of order ({numbers['out of order'] / max(numbers['ordered pairs'], 1):.1%}); {numbers['not counted']} pictures did not tell their view", flush=True)

    def test_enough_is_judged(self):
        """Or no fault would say little."""
        self.assertGreaterEqual(self.numbers["in view"], 2 * LEAST_EVENTS * TIMELINES)
        # Of a single timeline nothing of the kind can be said.
        if TIMELINES >= 20:
            self.assertLess(self.numbers["not counted"], self.n / 4)

    def test_kinds(self):
        """Each kind has a test of its own."""
        self.assertEqual(set(self.faults) - set(KINDS) - {"failed"}, set())


def add_test(kind):
    def test(self):
        found = self.faults[kind]
        told = "".join(f"\n  {message}" for message in sorted(found)[:MOST_TOLD])
        self.assertEqual(len(found), 0, f"{len(found)} × {kind}, such as{told}")

    test.__doc__ = f"No fault: {kind}"
    setattr(Pictures, "test_no_" + kind.replace(" ", "_"), test)


for each in ("failed", *KINDS):
    add_test(each)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**31)
    TIMELINES = int(sys.argv[3]) if len(sys.argv) > 3 else int(os.environ.get("DATELINE_PICTURES", N_TIMELINES))
    del sys.argv[1:]
    print("seed:", SEED, flush=True)
    unittest.main(verbosity=2)
