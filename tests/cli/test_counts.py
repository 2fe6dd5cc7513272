#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is hidden without a number: test_counts.py PROGRAM [SEED]

A file of some thousand events, made here out of a seed, and what `dateline
layout` says of it: lane by lane, those with a label, those that are marks and
those that are in numbers are together as many as meet the window by our own
arithmetic on the dates that we wrote. So are those of lanes that have no room.
"""

import calendar
import datetime
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "picture"))
from scene import count_lanes, parse
from timeline_file import DAY, day, EVER, lanes_by_name, next_month, NO_VALUE, words

N_EVENTS = 4000

STATUSES = ["happened", "ongoing", "planned", "postponed", "cancelled", "disputed"]

# Years with events; between them there is nothing.
YEARS = [(1871, 1872), (1923, 1931), (1990, 2024)]


class Writer:
    """Dates, and the stretch of time that each may take: [start, end)."""

    def __init__(self, chance):
        self.chance = chance
        # A day of which there is much to tell.
        self.crowded = (2011, 3, 11)

    def random_day(self):
        first, last = self.chance.choice(YEARS)
        year, month = self.chance.randint(first, last), self.chance.randint(1, 12)
        return (year, month, self.chance.randint(1, calendar.monthrange(year, month)[1]))

    def second(self, at):
        hour, minute, second = (self.chance.randrange(0, n, step) for n, step in ((24, 1), (60, 1), (60, 2)))
        start = day(*at) + hour * 3600 + minute * 60 + second
        return ("%04d-%02d-%02dT%02d:%02d:%02dZ" % (*at, hour, minute, second), start, start + 1)

    def single(self, at):
        year, month, _ = at
        kind = self.chance.randrange(8)
        if kind == 0:
            return (f"{year:04}", day(year), day(year + 1))
        if kind == 1:
            return (f"{year:04}-{month:02}", day(year, month), day(*next_month(year, month)))
        if kind == 2:
            return ("%04d-%02d-%02d~" % at, day(*at) - DAY, day(*at) + 2 * DAY)
        if kind == 3:
            return (f"{year // 10:03}X", day(year // 10 * 10), day(year // 10 * 10 + 10))
        if kind == 4:
            return self.second(at)
        return ("%04d-%02d-%02d" % at, day(*at), day(*at) + DAY)

    def interval(self):
        first, last = sorted((self.random_day(), self.random_day()))
        kind = self.chance.randrange(12)
        if kind == 0:
            return ("%04d-%02d-%02d/.." % first, day(*first), EVER)
        if kind == 1:
            return ("../%04d-%02d-%02d" % first, -EVER, day(*first) + DAY)
        if kind == 2:
            return ("%04d-%02d/%04d-%02d" % (first[:2] + last[:2]), day(*first[:2]), day(*next_month(*last[:2])))
        # Most are short.
        if kind > 4:
            last = datetime.date.fromordinal(datetime.date(*first).toordinal() + self.chance.randrange(40))
            last = (last.year, last.month, last.day)
        return ("%04d-%02d-%02d/%04d-%02d-%02d" % (first + last), day(*first), day(*last) + DAY)

    def date(self):
        kind = self.chance.randrange(10)
        if kind < 3:
            return self.interval()
        if kind < 5:
            return self.second(self.crowded)
        return self.single(self.random_day())


class Story:
    """The file, and the values of each event by what may make the lanes."""

    def __init__(self, chance):
        self.names = {field: {f"{field}-{i}": f"{field.title()} {i}" for i in range(n)} for field, n in {"topic": 6, "person": 30, "place": 4, "source": 9}.items()}
        self.names["speaker"] = self.names["person"]
        self.names["status"] = {status: status.title() for status in STATUSES}
        self.extents, self.values, events = [], [], []
        writer = Writer(chance)
        for i in range(N_EVENTS):
            edtf, start, end = writer.date()
            several = {field: [self.pick(chance, field) for _ in range(chance.choice((0, 1, 1, 2, 3)))] for field in ("topic", "person", "source", "speaker")}
            place = chance.choice([None, *self.names["place"]])
            status = chance.choice(STATUSES)
            event = {"id": f"e{i}", "title": "Event " + "x" * chance.randrange(30), "date": edtf, "status": status, "importance": chance.randrange(101)}
            event.update(topics=several["topic"], people=several["person"], sources=several["source"], quotes=[{"text": "So it is.", "speaker": speaker} for speaker in several["speaker"]])
            if place:
                event["place"] = place
            events.append(event)
            self.extents.append((start, end))
            self.values.append({**several, "place": [place] if place else [], "status": [status]})
        self.text = json.dumps(
            {
                "dateline": 1,
                "timezone": "UTC",
                "topics": [{"id": id, "name": name} for id, name in self.names["topic"].items()],
                "people": [{"id": id, "name": name} for id, name in self.names["person"].items()],
                "places": [{"id": id, "name": name} for id, name in self.names["place"].items()],
                "sources": [{"id": id, "title": name} for id, name in self.names["source"].items()],
                "events": events,
            }
        )

    def pick(self, chance, field):
        ids = list(self.names[field])
        return ids[min(int(chance.expovariate(0.15)), len(ids) - 1)]

    def lanes(self, field, every, shown):
        """Name of a lane to its events; @shown: the names of all lanes."""
        if field == "none":
            return {shown[0]: list(range(N_EVENTS))}
        values = [each[field] if every else each[field][:1] for each in self.values]
        return lanes_by_name(values, self.names[field], NO_VALUE.get(field), shown)


class Counts(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.chance = random.Random(SEED)
        cls.story = Story(cls.chance)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = pathlib.Path(cls.folder.name) / "story.dateline.json"
        cls.path.write_text(cls.story.text, encoding="utf-8")

    def run_program(self, *arguments):
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        result = subprocess.run([PROGRAM, *arguments, str(self.path)], env={**kept, "HOME": self.folder.name}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""), (SEED, arguments))
        return result.stdout.decode("utf-8")

    def random_view(self, shortest, longest):
        """An interval to the second, as EDTF and as [from, to)."""
        length = int(math.exp(self.chance.uniform(math.log(shortest), math.log(longest))))
        if self.chance.randrange(3) == 0:
            start = day(*Writer(self.chance).crowded) - self.chance.randrange(length)
        else:
            start = day(*Writer(self.chance).random_day()) + self.chance.randrange(DAY) - length // 2
        # A view ends where the second second begins. No event begins at an odd
        # one, so that none begins where the window ends.
        length += 1 - (start + length) % 2
        return (f"{words(start)}/{words(start + length)}", start, start + length)

    def check_view(self, view, *options, field="topic"):
        edtf, start, end = view
        options = [f"--view={edtf}", f"--lanes={field}", "--all-lanes", *options]
        where = (SEED, options)
        operations = parse(self.run_program("layout", *options))
        counts = count_lanes(operations)
        names = counts.names
        for operation in operations:
            lane = operation.get("lane")
            if operation["role"] == "foot" and lane not in (None, *names):
                names[lane] = operation["text"].rstrip(",;").rpartition(" ")[0]
                counts.told[lane] += operation["count"]
        self.assertEqual(counts.twice, [], where)
        lanes = self.story.lanes(field, "--every-lane" in options, list(names.values()))
        self.assertEqual(set(lanes), set(names.values()), where)
        n_meeting = 0
        for lane, name in names.items():
            extents = [self.story.extents[event] for event in lanes[name]]
            meeting = sum(first < end and last > start for first, last in extents)
            self.assertEqual(counts.told[lane], meeting, (where, name))
            n_meeting += meeting
        # What is labelled or marked is what it says it is.
        for lane, event in counts.placed:
            self.assertIn(int(event[1:]), lanes[names[lane]], where)
        return n_meeting

    def test_lanes(self):
        for field in ("topic", "person", "place", "status", "source", "speaker", "none"):
            for options in ((), ("--every-lane",)):
                self.check_view(self.random_view(DAY, 4e9), *options, field=field)

    def test_views(self):
        """From an hour to all there is."""
        met = [self.check_view(self.random_view(600, 5e9)) for _ in range(20)]
        # Or it would say nothing.
        self.assertGreater(max(met), N_EVENTS / 4)
        self.assertGreater(len(set(met)), 10)

    def test_sizes(self):
        view = self.random_view(1e7, 1e9)
        for size in ("640x480", "1234x300", "1234x567", "5000x3000"):
            self.check_view(view, f"--size={size}")

    def test_folded(self):
        n_folds = 0
        for _ in range(8):
            view = self.random_view(1e9, 5e9)
            self.check_view(view, "--fold", field=self.chance.choice(["topic", "person", "none"]))
            n_folds += '"role":"fold"' in self.run_program("layout", "--fold", f"--view={view[0]}")
        self.assertGreater(n_folds, 2)


PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32)
del sys.argv[1:]
print("seed:", SEED, flush=True)
unittest.main(verbosity=2)
