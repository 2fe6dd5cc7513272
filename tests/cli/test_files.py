#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files as one timeline, on the command line: test_files.py PROGRAM

Without a display and without a session bus.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "picture"))
from scene import count_lanes

# Two that have the same ids, and one of them a mistake.
FIRST = {
    "title": "First",
    "topics": [{"id": "t", "name": "Talks"}],
    "events": [
        {"id": "call", "title": "First call", "date": "2025-10-25", "topics": ["t"], "related": [{"event": "talk", "type": "leads-to"}]},
        {"id": "talk", "title": "First talk", "date": "2025-10-28"},
    ],
}
SECOND = {
    "title": "Second",
    "timezone": "Asia/Tokyo",
    "topics": [{"id": "other", "name": "talks"}],
    "events": [
        {"id": "talk", "title": "Second talk", "date": "2025-10-26", "topics": ["other"]},
        {"id": "call", "title": "Second call", "date": "2025-10-27", "status": "perhaps", "related": [{"event": "talk", "type": "responds-to"}]},
    ],
}


class Files(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.write("first.json", FIRST)
        self.write("second.json", SECOND)

    def write(self, name, contents):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(contents if isinstance(contents, str) else json.dumps(contents), encoding="utf-8")

    def run_program(self, *arguments, code=0, **options):
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        kept.update(HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder))
        result = subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=kept, capture_output=True, timeout=60, check=False, **options)
        self.assertEqual(result.returncode, code, (arguments, result.stderr.decode()))
        return result.stdout.decode("utf-8"), result.stderr.decode("utf-8")

    def scene(self, *arguments, **options):
        said, complaints = self.run_program("layout", *arguments, **options)
        return [json.loads(line) for line in said.splitlines()], complaints

    def lanes(self, *arguments):
        counts = count_lanes(self.scene(*arguments, "--everything")[0])
        return {name: counts.told[lane] for lane, name in counts.names.items()}

    def test_lanes(self):
        """A lane for each file, unless other lanes are asked for; of these, one for what is called the same."""
        both = ("first.json", "second.json")
        self.assertEqual(self.lanes(*both), {"First": 2, "Second": 2})
        self.assertEqual(self.lanes(*both, "--lanes", "topic"), {"Talks": 2, "No topic": 2})
        self.assertEqual(self.lanes(*both, "--filter", "file=Second"), {"Second": 2})
        self.assertEqual(self.lanes(*both, "--filter", "file!=second.json"), {"First": 2})
        # One file alone, however often it is named, has its own lanes.
        self.assertEqual(self.lanes("first.json", "first.json"), {"Talks": 1, "No topic": 1})

    def test_relations_stay_in_their_file(self):
        for selected, other in (("call", "talk"), ("second.json:call", "second.json:talk"), ("second.json:talk", "second.json:call")):
            operations, _ = self.scene("first.json", "second.json", "--everything", "--select", selected)
            self.assertEqual({operation["event"] for operation in operations if operation["role"] == "relation"}, {other}, selected)
        _, said = self.run_program("layout", "first.json", "second.json", "--select", "other:call", code=2)
        self.assertIn("other:call", said)

    def test_export(self):
        self.run_program("export", "first.json", "second.json", "-o", "both.svg")
        text = (self.folder / "both.svg").read_text(encoding="utf-8")
        for part in ("First and Second", "First talk", "Second talk"):
            self.assertIn(part, text)

    def test_failures(self):
        """What cannot be read is told, the others are drawn, and the exit code says so."""
        self.write("broken.json", '{"events": [')
        said, complaints = self.run_program("export", "first.json", "broken.json", "gone.json", "second.json", "-o", "both.svg", code=1)
        self.assertIn("Second talk", (self.folder / "both.svg").read_text(encoding="utf-8"))
        self.assertRegex(complaints, r"(?m)^dateline: broken\.json:1:13: ")
        self.assertRegex(complaints, r"(?m)^dateline: gone\.json: the file does not exist$")
        self.assertRegex(complaints, r"(?m)^second\.json:1:\d+: /events/1/status: ")
        self.assertEqual(said, "")
        self.run_program("export", "broken.json", "gone.json", "-o", "none.svg", code=1)
        self.assertFalse((self.folder / "none.svg").exists())

    def test_check(self):
        """One file after the other, each with its name."""
        said, _ = self.run_program("check", "first.json", "second.json", code=1)
        self.assertRegex(said, r"^second\.json:1:\d+: /events/1/status: [^\n]+\n$")
        self.run_program("check", "first.json", "first.json")
        said, _ = self.run_program("check", "--json", "first.json", "second.json", code=1)
        decoder, results = json.JSONDecoder(), []
        while said.strip():
            result, end = decoder.raw_decode(said.lstrip())
            results.append(result)
            said = said.lstrip()[end:]
        self.assertEqual([(result["file"], len(result["problems"])) for result in results], [("first.json", 0), ("second.json", 1)])

    def test_info(self):
        said, _ = self.run_program("info", "--json", "first.json", "second.json")
        told = json.loads(said)
        self.assertEqual((told["title"], told["events"], told["topics"], told["timezone"]), ("First and Second", 4, 1, "Asia/Tokyo"))
        self.assertEqual(told["files"], [{"id": "first.json", "title": "First", "events": 2}, {"id": "second.json", "title": "Second", "events": 2}])
        self.assertNotIn("files", json.loads(self.run_program("info", "--json", "first.json")[0]))

    def test_folder(self):
        self.write("some/one.json", FIRST)
        self.write("some/two", SECOND)
        self.write("some/README", "Nothing")
        self.assertEqual(self.lanes("some"), {"First": 2, "Second": 2})
        self.assertEqual(self.lanes("some", "some/two"), {"First": 2, "Second": 2})
        self.assertRegex(self.run_program("check", "some", code=1)[0], r"^some/two:1:\d+: ")
        (self.folder / "nothing").mkdir()
        self.assertEqual(self.run_program("info", "nothing", code=1)[1], "dateline: nothing: no file in the folder is a timeline\n")

    def test_standard_input(self):
        said, _ = self.run_program("info", "--json", "-", "second.json", input=json.dumps({**FIRST, "title": "Second"}).encode())
        self.assertEqual([file["title"] for file in json.loads(said)["files"]], ["Second (<stdin>)", "Second (second.json)"])


PROGRAM = os.path.abspath(sys.argv.pop(1))
unittest.main()
