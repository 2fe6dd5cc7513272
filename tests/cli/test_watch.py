#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures that follow their file: test_watch.py PROGRAM"""

import os
import pathlib
import select
import signal
import subprocess
import sys
import tempfile
import time
import unittest

DEADLINE = 60  # seconds, of a machine where others are at work


def timeline(*titles):
    events = ",\n".join(f'{{ "id": "e{n}", "title": "{title}", "date": "2025-10-2{n}" }}' for n, title in enumerate(titles))
    return f'{{ "events": [\n{events}\n] }}\n'


class Watch(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.file = self.folder / "a.json"
        self.picture = self.folder / "a.svg"
        self.said = b""

    def save(self, text):
        beside = self.folder / "beside"
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, self.file)

    def start(self):
        environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        environment.update(HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder), GIO_USE_VFS="local")
        self.program = subprocess.Popen(
            [PROGRAM, "export", "--watch", "a.json", "-o", "a.svg"], cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.addCleanup(self.program.stdout.close)
        self.addCleanup(self.program.stderr.close)
        self.addCleanup(self.program.wait)
        self.addCleanup(self.program.kill)

    def line(self):
        """The next one that it says on stderr."""
        while b"\n" not in self.said:
            self.assertTrue(select.select([self.program.stderr], [], [], DEADLINE)[0], f"nothing more is said after {self.said}")
            more = os.read(self.program.stderr.fileno(), 4096)
            self.assertTrue(more, f"it has ended after {self.said}")
            self.said += more
        line, self.said = self.said.split(b"\n", 1)
        return line.decode("utf-8")

    def end(self, number):
        self.program.send_signal(number)
        self.assertEqual(self.program.wait(DEADLINE), 0)
        self.assertEqual(self.program.stdout.read(), b"")

    def test_saved(self):
        self.save(timeline("One", "Two"))
        self.start()
        self.assertEqual(self.line(), "dateline: a.svg: written, and again whenever a.json is saved")
        self.save(timeline("One", "Another", "Three"))
        self.assertEqual(self.line(), "dateline: a.svg: written again (1 added, 1 changed)")
        self.assertIn("Another", self.picture.read_text(encoding="utf-8"))
        good = self.picture.read_bytes()
        self.save('{ "events": [\n')
        self.assertRegex(self.line(), r"^dateline: a\.json:2:1: not valid JSON")
        self.assertEqual(self.picture.read_bytes(), good)
        self.file.unlink()
        self.assertEqual(self.line(), "dateline: a.json: the file is gone; its picture stays")
        self.save(timeline("One"))
        self.assertEqual(self.line(), "dateline: a.svg: written again (2 gone)")
        self.assertNotEqual(self.picture.read_bytes(), good)
        self.end(signal.SIGTERM)
        self.assertEqual(self.program.stderr.read(), b"")

    def test_saved_as_it_was(self):
        """That is nothing to be told."""
        self.save(timeline("One"))
        self.start()
        self.line()
        before = self.picture.stat()
        self.save(timeline("One"))
        end = time.monotonic() + DEADLINE
        while os.path.samestat(self.picture.stat(), before) and self.picture.stat().st_mtime_ns == before.st_mtime_ns:
            self.assertLess(time.monotonic(), end, "the picture is not written again")
            self.assertFalse(select.select([self.program.stderr], [], [], 0.05)[0], "something is said")
        self.save(timeline("One", "Two"))
        self.assertEqual(self.line(), "dateline: a.svg: written again (1 added)")
        self.end(signal.SIGTERM)

    def test_interrupted(self):
        self.save(timeline("One"))
        self.start()
        self.line()
        self.end(signal.SIGINT)

    def test_bad_from_the_start(self):
        self.save("{")
        self.start()
        self.assertRegex(self.line(), "not valid JSON")
        self.assertEqual(self.program.wait(DEADLINE), 1)
        self.assertFalse(self.picture.exists())

    def test_nothing_to_watch(self):
        for arguments in ([], ["-"]):
            result = subprocess.run([PROGRAM, "export", "--watch", "-o", "a.svg", *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=DEADLINE)
            self.assertEqual(result.returncode, 2)
            self.assertIn(b"only a file can be watched", result.stderr)


PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
unittest.main(verbosity=2)
