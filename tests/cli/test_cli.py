#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, as a script uses it: test_cli.py PROGRAM VERSION FIXTURES

Without a display and without a session bus. Exit codes: 0 good, 1 bad input,
2 wrong usage; what is asked for goes to stdout, complaints go to stderr.
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

COMMANDS = ["check", "convert", "date", "export", "formats", "info", "layout", "new"]

# Files that are no timeline: where, and what is said of them.
REFUSED = {
    "blank.json": ("3:1", "not valid JSON"),
    "cut-off.json": ("52:33", "not valid JSON"),
    "empty.json": ("1:1", "not valid JSON"),
    "events-not-a-list.json": ("2:13", "not a timeline"),
    "list.json": ("1:1", "not a timeline"),
    "no-events.json": ("1:1", "not a timeline"),
    "not-json.json": ("4:1", "not valid JSON"),
    "not-utf8.json": ("1:16", "not valid JSON"),
}


# The lanes of small.dateline.json by each field, with the number of their events.
LANES = {
    "topic": {"Talks": 1, "No topic": 3},
    "person": {"The speaker": 1, "No person": 3},
    "place": {"Here": 1, "No place": 3},
    "status": {"Happened": 3, "Planned": 1},
    "source": {"A paper": 1, "No source": 3},
    "speaker": {"The listener": 1, "No listed speaker": 3},
    "none": {"Events": 4},
}
# With an event in each of its lanes.
EVERY_LANE = {
    **LANES,
    "topic": {"Talks": 1, "Papers": 1, "No topic": 3},
    "person": {"The speaker": 1, "The listener": 1, "No person": 3},
    "speaker": {"The speaker": 1, "The listener": 1, "No listed speaker": 3},
}


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def run_program(self, *arguments, cwd=None):
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        kept.update(HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder))
        command = [os.fsencode(part) if isinstance(part, str) else part for part in (PROGRAM, *arguments)]
        return subprocess.run(command, cwd=cwd or FIXTURES, env=kept, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)

    def good(self, *arguments, cwd=None):
        result = self.run_program(*arguments, cwd=cwd)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""), arguments)
        return result.stdout.decode("utf-8")

    def bad(self, code, *arguments, cwd=None):
        """What it says when it ends with @code; nothing goes to stdout."""
        result = self.run_program(*arguments, cwd=cwd)
        said = result.stderr.decode("utf-8")
        self.assertEqual((result.returncode, result.stdout), (code, b""), (arguments, said))
        self.assertRegex(said, r"^dateline: \S")
        self.assertTrue(said.endswith("\n"))
        return said

    def write(self, name, contents):
        path = self.folder / name
        path.write_text(contents if isinstance(contents, str) else json.dumps(contents), encoding="utf-8")
        return str(path)


class Program(Case):
    def test_version(self):
        self.assertEqual(self.good("--version"), f"dateline {VERSION}\n")

    def test_help(self):
        text = self.good("--help")
        self.assertEqual(text, self.good("-h"))
        for command in COMMANDS:
            self.assertIn(f"dateline {command} ", text)
            shown = self.good(command, "--help")
            self.assertIn(f"dateline {command}", shown.split("\n")[1])
            self.assertEqual(shown, self.good(command, "-h"))

    def test_unknown_option(self):
        self.assertIn("--nonsense", self.bad(2, "--nonsense"))
        for command in COMMANDS:
            said = self.bad(2, command, "--nonsense")
            self.assertIn("--nonsense", said)
            self.assertIn(f"dateline {command} --help", said)

    def test_no_display(self):
        self.assertIn("display", self.bad(1, "small.dateline.json"))

    def test_how_many(self):
        for command in ("check", "info", "layout"):
            self.bad(2, command)
        self.bad(2, "date")
        self.bad(2, "date", "2025", "2026")
        for command in ("check", "export", "info", "layout"):
            self.assertRegex(self.good(command, "--help"), rf"dateline {command} \[OPTION…\] \[?FILE…\]?\n")

    def test_file_that_is_not_there(self):
        for command in (["check"], ["info"], ["layout"], ["export", "-o", str(self.folder / "a.png")]):
            self.assertIn("gone.json", self.bad(1, *command, "gone.json"))
            self.bad(1, *command, str(self.folder))
        self.assertEqual(os.listdir(self.folder), [])

    def test_names_of_files(self):
        """Names that look like options, or are not UTF-8, are names all the same."""
        contents = (FIXTURES / "small.dateline.json").read_text(encoding="utf-8")
        self.write("-v.json", contents)
        self.good("check", "--", "-v.json", cwd=self.folder)
        self.good("check", "./-v.json", cwd=self.folder)
        strange = os.path.join(os.fsencode(self.folder), b"\xff.json")
        with open(strange, "wb") as file:
            file.write(contents.encode())
        self.good("check", strange)
        self.good("info", strange)


class Date(Case):
    def json(self, *arguments):
        return json.loads(self.good("date", "--json", *arguments))

    def test_words(self):
        text = self.good("date", "2025-10-25")
        self.assertEqual(text.split("\n")[0], "25 October 2025")
        self.assertIn("earliest start: 2025-10-25T00:00:00Z\n", text)
        self.assertIn("preferred spelling: 2025-10-25\n", text)
        self.assertIn("preferred spelling: 2004-06-11?\n", self.good("date", "?2004-?06-?11"))
        self.assertIn("latest end: 2025-10-26T00:00:00Z\n", text)

    def test_year_before_our_era(self):
        """It begins like an option."""
        self.assertEqual(self.good("date", "-0043").split("\n")[0], "44 BC")
        self.assertEqual(self.good("date", "--", "-0043").split("\n")[0], "44 BC")
        self.assertEqual(self.json("-0043")["earliestStart"], "-0043-01-01T00:00:00Z")

    def test_day(self):
        self.assertEqual(
            self.json("2025-10-25"),
            {
                "edtf": "2025-10-25",
                "valid": True,
                "canonical": "2025-10-25",
                "level": 0,
                "extension": False,
                "precision": "day",
                "endPrecision": "day",
                "interval": False,
                "approximate": False,
                "uncertain": False,
                "unspecified": False,
                "earliestStart": "2025-10-25T00:00:00Z",
                "latestStart": "2025-10-26T00:00:00Z",
                "earliestEnd": "2025-10-25T00:00:00Z",
                "latestEnd": "2025-10-26T00:00:00Z",
                "text": "25 October 2025",
            },
        )

    def test_members(self):
        for edtf, expected in {
            "2004-06/2006-08": {"interval": True, "precision": "month", "earliestStart": "2004-06-01T00:00:00Z", "latestStart": "2004-07-01T00:00:00Z", "earliestEnd": "2006-08-01T00:00:00Z", "latestEnd": "2006-09-01T00:00:00Z"},
            "2004-06~": {"approximate": True, "uncertain": False, "earliestStart": "2004-05-01T00:00:00Z", "latestEnd": "2004-08-01T00:00:00Z", "level": 1},
            "2004-06?": {"approximate": False, "uncertain": True, "earliestStart": "2004-06-01T00:00:00Z"},
            "2004%": {"approximate": True, "uncertain": True},
            "201X": {"unspecified": True, "precision": "decade", "latestEnd": "2020-01-01T00:00:00Z"},
            "2025-10-25T22:00": {"extension": True, "precision": "minute"},
            "2025-10-25T22:00:00.007": {"extension": True, "precision": "fraction", "earliestStart": "2025-10-25T22:00:00.007Z", "latestEnd": "2025-10-25T22:00:00.008Z", "text": "25 October 2025, 22:00:00.007"},
            "2025-10-25T22:00:00+09:00": {"extension": False, "precision": "second", "earliestStart": "2025-10-25T13:00:00Z"},
            "2025-21": {"precision": "season", "level": 1},
            "1985-04-12/..": {"latestEnd": None, "earliestEnd": None, "endPrecision": "none", "precision": "day"},
            "../1985-04-12": {"earliestStart": None, "latestStart": None, "precision": "none"},
            "{1960,1961-12}": {"level": 2},
            "-1859S5": {"level": 2, "extension": False, "precision": "year", "earliestStart": "-1859-01-01T00:00:00Z", "latestEnd": "-1858-01-01T00:00:00Z"},
            "2025-10-25T22:00:00-00:00": {"extension": True, "earliestStart": "2025-10-25T22:00:00Z"},
            "2025-10-25T22:00:00-00": {"extension": True, "earliestStart": "2025-10-25T22:00:00Z"},
            "2025-10-25T22:00:00+00:00": {"extension": False},
        }.items():
            found = self.json(edtf)
            self.assertTrue(found["valid"])
            self.assertEqual({name: found[name] for name in expected}, expected, edtf)

    def test_open_in_words(self):
        self.assertIn("latest end: open\n", self.good("date", "1985-04-12/.."))

    def test_invalid(self):
        for edtf in ("", "yesterday", "2025-02-30", "2025-13", "25", "-0000", "2025-10-25T", "../..", "/", "1859S0"):
            self.bad(1, "date", edtf)
            result = self.run_program("date", "--json", edtf)
            self.assertEqual((result.returncode, result.stderr), (1, b""), edtf)
            found = json.loads(result.stdout)
            self.assertEqual((found["edtf"], found["valid"]), (edtf, False))
            self.assertTrue(found["error"])

    def test_read_from_words(self):
        """What is not EDTF but clear is told as EDTF, and that it was not; what is not clear is said to be so."""
        text = self.good("date", "circa 1850")
        self.assertEqual(text.split("\n")[:3], ["around 1850", "read from words: circa 1850", "preferred spelling: 1850~"])
        self.assertIn("read from another spelling: 1969/1/9\npreferred spelling: 1969-01-09\n", self.good("date", "1969/1/9"))
        self.assertNotIn("read from", self.good("date", "1850~"))
        found = self.json("1334年11月")
        self.assertEqual((found["edtf"], found["readFrom"], found["precision"]), ("1334-11", "1334年11月", "month"))
        self.assertNotIn("readFrom", self.json("1850~"))
        self.assertIn("1776-07-04 or 1776-04-07", self.bad(1, "date", "4/7/1776"))
        self.assertIn("depends on the day", self.bad(1, "date", "yesterday"))

    def test_not_utf8(self):
        result = self.run_program("date", b"\xff\xfe")
        self.assertEqual((result.returncode, result.stdout), (1, b""))


class Check(Case):
    def test_good(self):
        for path in sorted(FIXTURES.glob("*.dateline.json*")):
            if path.name == "problems.dateline.json":
                continue
            self.assertEqual(self.good("check", path.name), "", path.name)

    def test_refused(self):
        for name, (place, reason) in REFUSED.items():
            result = self.run_program("check", name)
            self.assertEqual((result.returncode, result.stderr), (1, b""), name)
            self.assertTrue(result.stdout.decode().startswith(f"{name}:{place}: {reason}: "), result.stdout)
            self.assertEqual(result.stdout.count(b"\n"), 1)
            found = json.loads(self.run_program("check", "--json", name).stdout)
            self.assertFalse(found["timeline"])
            self.assertIn(reason, found["error"])
            self.assertEqual(found["problems"], [])

    def test_every_fixture_is_expected(self):
        unknown = {path.name for path in FIXTURES.glob("*.json")} - {path.name for path in FIXTURES.glob("*.dateline.json")}
        self.assertEqual(unknown, set(REFUSED))

    def test_problems(self):
        name = "problems.dateline.json"
        result = self.run_program("check", name)
        self.assertEqual((result.returncode, result.stderr), (1, b""))
        lines = result.stdout.decode().splitlines()
        for line in lines:
            self.assertRegex(line, rf"^{name}:\d+:\d+: (note: )?/\S+: \S.*\S$")
        at = {line.split(": ")[1]: line.split(":")[1] for line in lines}
        self.assertEqual(at["/title"], "3")
        self.assertIn("/events/3/date", at)

    def test_problems_json(self):
        name = "problems.dateline.json"
        result = self.run_program("check", "--json", name)
        self.assertEqual((result.returncode, result.stderr), (1, b""))
        found = json.loads(result.stdout)
        plain = self.run_program("check", name).stdout.decode().splitlines()
        self.assertEqual(set(found), {"file", "timeline", "error", "events", "eventsLost", "problems"})
        self.assertEqual((found["file"], found["timeline"], found["error"]), (name, True, None))
        for problem, line in zip(found["problems"], plain, strict=True):
            note = "note: " if problem["severity"] == "note" else ""
            meant = f" Did you mean “{problem['suggestion']}”?" if problem["suggestion"] else ""
            event = f"“{problem['event']}”: " if problem["event"] else ""
            self.assertEqual(line, f"{name}:{problem['line']}:{problem['column']}: {note}{problem['pointer']}: {event}{problem['message']}{meant}")
        self.assertEqual(found["events"], len(json.loads((FIXTURES / name).read_text(encoding="utf-8"))["events"]))
        # An event can be lost for one reason, and no more.
        lost = {problem["pointer"].split("/")[2] for problem in found["problems"] if problem["eventLost"]}
        self.assertEqual(found["eventsLost"], len(lost))
        self.assertGreater(found["eventsLost"], 3)

    def test_problems_name_their_event(self):
        """Also where it could not be read, by its title; and where that is long, by the beginning of it."""
        name = "problems.dateline.json"
        events = json.loads((FIXTURES / name).read_text(encoding="utf-8"))["events"]
        found = json.loads(self.run_program("check", "--json", name).stdout)["problems"]
        told = {}
        for problem in found:
            if problem["pointer"].startswith("/events/"):
                told.setdefault(int(problem["pointer"].split("/")[2]), set()).add(problem["event"])
            else:
                self.assertIsNone(problem["event"])
        for index, titles in told.items():
            title = events[index].get("title") if isinstance(events[index], dict) else None
            self.assertEqual(titles, {title.replace("\0", "�") if title else None}, index)
        rows = "What,When\nTelescope,02/10/1608\nBarometer,\n" + "Long " * 30 + ",long ago\n"
        titles = ("“Telescope”: ", "“Barometer”: ", "“" + ("Long " * 30)[:59] + "…”: ")
        said = self.run_program("check", self.write("inventions.csv", rows)).stdout.decode().splitlines()
        self.assertEqual([said[0].count(title) for title in titles], [1, 1, 1])
        said = self.run_program("check", self.write("inventions.csv", rows + "Radio,1895\n")).stdout.decode().splitlines()
        for line, title in zip(said, titles, strict=True):
            self.assertIn(title, line)
        for name, titles in (
            ("formats/calendar.ics", {"Cut off"}),
            ("formats/epoch.ndjson", {"No date", None}),
            ("formats/maps.json", {"How it all began"}),
            ("formats/plan.mw", {"Not clear either", "Of no event", "Ends before it begins"}),
            ("formats/split-dates.csv", {"Which is it", None}),
            ("formats/wikidata.json", {"Without dates"}),
        ):
            found = json.loads(self.run_program("check", "--json", name).stdout)["problems"]
            self.assertLessEqual(titles, {problem["event"] for problem in found if problem["severity"] == "problem"}, name)

    def test_notes(self):
        """They are told and fail nothing, but with --strict."""
        path = self.write("a.dateline.json", '{ "peple": [], "events": [{ "title": "A", "date": "2025", "status": "Planned" }] }')
        said = self.good("check", path).splitlines()
        self.assertEqual([line.removeprefix(path) for line in said], [
            ":1:3: note: /peple: “peple” is not known and is ignored. Did you mean “people”?",
            ":1:69: note: /events/0/status: “A”: “Planned” is understood, but the format spells it differently. Did you mean “planned”?",
        ])
        result = self.run_program("check", "--strict", path)
        self.assertEqual((result.returncode, result.stdout.decode().splitlines(), result.stderr), (1, said, b""))
        found = json.loads(self.good("check", "--json", path))["problems"]
        self.assertEqual([(p["severity"], p["suggestion"], p["eventLost"]) for p in found], [("note", "people", False), ("note", "planned", False)])
        found = json.loads(self.good("info", "--json", path))
        self.assertEqual((found["problems"], found["notes"], found["statuses"]["planned"]), (0, 2, 1))
        self.good("export", "-o", str(self.folder / "a.png"), path)

    def test_strict_and_good(self):
        self.assertEqual(self.good("check", "--strict", "small.dateline.json"), "")

    def test_suggestion_of_a_date(self):
        path = self.write("a.dateline.json", '{ "dateline": 1, "events": [{ "title": "A", "date": "1969-1-9" }] }')
        result = self.run_program("check", path)
        self.assertEqual(result.returncode, 1)
        self.assertTrue(result.stdout.decode().endswith(" Did you mean “1969-01-09”?\n"), result.stdout)

    def test_columns_count_characters(self):
        path = self.write("wide.dateline.json", '{ "title": "確か", "asOf": 5, "events": [] }')
        result = self.run_program("check", path)
        self.assertRegex(result.stdout.decode(), r":1:26: /asOf: ")

    def test_unreadable_folder(self):
        self.bad(1, "check", str(self.folder))


class Convert(Case):
    def test_to_the_output(self):
        text = self.run_program("convert", "formats/calendar.ics").stdout.decode()
        converted = json.loads(text)
        self.assertEqual((converted["dateline"], converted["title"]), (1, "Garden club"))
        self.assertEqual(text, self.run_program("convert", "formats/calendar.ics", "-o", "-").stdout.decode())
        told = self.run_program("convert", "formats/calendar.ics").stderr.decode()
        self.assertIn("formats/calendar.ics:130:1: “No such day”: This event is left out", told)

    def test_to_a_folder(self):
        out = self.folder / "a.json"
        out.mkdir()
        said = self.bad(1, "convert", "small.dateline.json", "-o", str(out))
        self.assertIn("is a folder, not a timeline’s name", said)

    def test_to_a_file(self):
        for name in ("club.dateline.json", "club.dateline.json.gz"):
            out = self.folder / name
            result = self.run_program("convert", "formats/calendar.ics", "-o", str(out))
            self.assertEqual((result.returncode, result.stdout), (0, b""))
            self.assertEqual(out.read_bytes()[:2] == b"\x1f\x8b", name.endswith(".gz"))
            self.good("check", str(out))
            self.assertIn("events: 125\n", self.good("info", str(out)))

    def test_own_is_copied(self):
        self.assertEqual(self.good("convert", "small.dateline.json"), (FIXTURES / "small.dateline.json").read_text())

    def test_standard_input(self):
        with open(FIXTURES / "formats" / "trace.json", "rb") as file:
            result = subprocess.run([PROGRAM, "convert", "-"], stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"<stdin>:10:1: ", result.stderr)
        self.assertEqual(len(json.loads(result.stdout)["events"]), 11)

    def test_never_over_what_is_read(self):
        path = self.write("a.ics.json", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n")
        os.link(path, self.folder / "b.ics.json")
        for out in (path, str(self.folder / "b.ics.json")):
            self.bad(2, "convert", path, "-o", out)
        out = self.write("a.json", '[{"title": "A", "date": "2025"}]')
        self.assertIn("one to read", self.bad(2, "convert", out, "-o", out))
        self.good("convert", out, "-o", out, "--force")
        self.good("check", out)
        self.assertTrue(pathlib.Path(path).read_text().startswith("BEGIN"))

    def test_nothing_read(self):
        path = self.write("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n")
        out = self.folder / "out.json"
        self.assertIn("no event could be read", self.bad(1, "convert", path, "-o", str(out)))
        self.assertFalse(out.exists())
        self.assertIn("not a timeline", self.bad(1, "convert", "list.json"))
        self.bad(1, "convert", "small.dateline.json", "-o", str(self.folder / "none" / "out.json"))
        self.bad(2, "convert")
        self.assertEqual(self.bad(1, "convert", path, "list.json").count("\n"), 2)

    def test_all_or_nothing(self):
        """One file of several is not written without one of them, which is told, and that nothing is."""
        out = self.folder / "out.json"
        for arguments in ((), ("-o", str(out)), ("-o", str(out), "--force")):
            said = self.bad(1, "convert", "small.dateline.json", "gone.json", *arguments).splitlines()
            self.assertIn("gone.json", said[0])
            self.assertEqual(said[1:], ["dateline: nothing is written, since not every file could be read"])
            self.assertFalse(out.exists())

    def test_ending(self):
        for name in ("a.csv", "a.png", "a", "a.geojson", "a.json.zip", "json"):
            self.assertIn("ends in .dateline.json, .json or .json.gz", self.bad(2, "convert", "small.dateline.json", "-o", str(self.folder / name)))
        self.assertEqual(os.listdir(self.folder), [])
        self.good("convert", "small.dateline.json", "-o", str(self.folder / "A.JSON"))

    def test_what_is_there(self):
        """Dateline's own is replaced, compressed or not, and what is empty; anything else is by force only."""
        for name in ("own.dateline.json", "own.json.gz"):
            self.good("convert", "small.dateline.json", "-o", str(self.folder / name))
            self.good("convert", "small.dateline.json", "-o", str(self.folder / name))
        self.good("convert", "small.dateline.json", "-o", self.write("empty.json", ""))
        for name, contents in (("package.json", '{"name": "a", "version": "1"}'), ("notes.json", "Dear all"), ("rows.json", '[{"title": "A", "date": "2025"}]')):
            path = self.write(name, contents)
            self.assertIn("--force", self.bad(1, "convert", "small.dateline.json", "-o", path))
            self.assertEqual(pathlib.Path(path).read_text(), contents)
            self.good("convert", "small.dateline.json", "-o", path, "--force")
            self.good("check", path)

    def test_several(self):
        """One file of them tells, and looks like, what they do together."""
        names = ("small.dateline.json", "compressed.dateline.json.gz", "formats/calendar.ics")
        out = self.folder / "all.dateline.json"
        result = self.run_program("convert", *names, "-o", str(out))
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn("formats/calendar.ics:130:1: “No such day”: This event is left out", result.stderr.decode())
        self.assertNotIn("all.dateline.json", self.run_program("check", str(out)).stdout.decode())
        told = [json.loads(self.run_program("info", "--json", *paths).stdout) for paths in (names, (str(out),))]
        for one in told:
            del one["problems"], one["notes"]
        self.assertEqual(told[0], told[1])
        self.assertEqual([file["events"] for file in told[1]["files"]], [4, 4, 125])
        for name, paths in (("a.svg", names), ("b.svg", (str(out),))):
            self.run_program("export", *paths, "--everything", "-o", str(self.folder / name))
        self.assertEqual((self.folder / "a.svg").read_bytes(), (self.folder / "b.svg").read_bytes())
        # With another one it is still those.
        result = self.run_program("convert", str(out), "formats/rows.csv")
        self.assertEqual(result.returncode, 0)
        self.assertNotIn(b"all.dateline.json", result.stderr)
        self.assertEqual([file["id"] for file in json.loads(result.stdout)["files"]], [*(file["id"] for file in told[1]["files"]), "rows.csv"])

    def test_several_from_the_input(self):
        with open(FIXTURES / "formats" / "trace.json", "rb") as file:
            result = subprocess.run([PROGRAM, "convert", FIXTURES / "small.dateline.json", "-"], stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"<stdin>:10:1: ", result.stderr)
        self.assertEqual([file["id"] for file in json.loads(result.stdout)["files"]], ["small.dateline.json", "<stdin>"])

    def test_what_is_not_in_it(self):
        paths = [self.write(f"{name}.json", f'{{ "x-own": "{name}", "events": [{{ "title": "A", "date": "2025" }}] }}') for name in "ab"]
        told = self.run_program("convert", *paths).stderr.decode()
        self.assertEqual(told, "b.json: “x-own” is left out, since an earlier file has another one.\n")
        # Neither over one of them nor over what is in a folder with them.
        self.bad(2, "convert", *paths, "-o", paths[1])
        self.bad(2, "convert", str(self.folder), "-o", paths[1])


class Formats(Case):
    def test_list(self):
        listed = json.loads(self.good("formats", "--json"))
        self.assertEqual(listed[0], {"id": "dateline", "name": "Dateline", "endings": ["dateline.json", "json"]})
        lines = self.good("formats").splitlines()
        self.assertEqual(len(lines), len(listed))
        for line, entry in zip(lines, listed):
            self.assertTrue(line.startswith(entry["id"]), line)
            self.assertIn(entry["name"], line)
        self.assertEqual(len({entry["id"] for entry in listed}), len(listed))
        self.bad(2, "formats", "small.dateline.json")

    def test_readme(self):
        """Its table has what is read, row by row, as --json lists it."""
        readme = (FIXTURES.parent.parent / "README.md").read_text(encoding="utf-8")
        for entry in json.loads(self.good("formats", "--json")):
            row = f"| {entry['name']} | {', '.join('`.' + ending + '`' for ending in entry['endings'])} |"
            self.assertIn(row, readme)

    def test_what_is_none(self):
        """Each is refused in one sentence that says what to do."""
        for name, contents, said in (
            ("a.txt", "Dear all,\nthis is a letter.\n", "text and no timeline"),
            ("a.html", "<!DOCTYPE html><html><body><p>Hello</p></body></html>", "web page"),
            ("a.xml", "<?xml version='1.0'?><things/>", "XML"),
            ("a.json", '{"a": 1}', "events with a title and a date"),
            ("a.mmd", "timeline\n  2002 : A\n", "Mermaid"),
        ):
            path = self.write(name, contents)
            for command in (("export", path, "-o", str(self.folder / "a.png")), ("info", path)):
                told = self.bad(1, *command)
                self.assertIn(said, told)
                self.assertEqual(told.count("\n"), 1)
            self.assertFalse((self.folder / "a.png").exists())


class New(Case):
    def test_new(self):
        """What it writes is without a note, and what the schema beside it describes."""
        path = str(self.folder / "new.dateline.json")
        said = self.good("new", path)
        self.assertEqual(said.count("\n"), 2)
        self.assertIn("dateline.schema.json", said)
        self.assertEqual(self.good("check", "--strict", path), "")
        written = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        schema = self.folder / written["$schema"]
        self.assertEqual(schema.read_bytes(), (FIXTURES.parents[1] / "data" / "dateline.schema.json").read_bytes())
        kinds = {event["id"] for event in written["events"]}
        self.assertLessEqual({"instant", "day", "month", "year", "interval", "open", "approximate", "uncertain", "planned"}, kinds)
        self.assertTrue(any("quotes" in event for event in written["events"]))
        self.assertTrue(any("related" in event for event in written["events"]))
        self.assertEqual(self.good("new", "-"), pathlib.Path(path).read_text(encoding="utf-8"))

    def test_never_over_a_file(self):
        path = self.write("here.dateline.json", "mine")
        schema = self.write("dateline.schema.json", "mine too")
        self.assertIn("is there already", self.bad(1, "new", path))
        self.assertEqual(pathlib.Path(path).read_text(encoding="utf-8"), "mine")
        self.good("new", str(self.folder / "other.dateline.json"))
        self.assertEqual(pathlib.Path(schema).read_text(encoding="utf-8"), "mine too")

    def test_usage(self):
        self.bad(2, "new")
        self.bad(2, "new", "a", "b")
        self.assertIn("ends in .dateline.json or .json", self.bad(2, "new", str(self.folder / "a.csv")))
        self.bad(1, "new", str(self.folder / "no" / "folder.json"))


class Info(Case):
    def test_text(self):
        text = self.good("info", "small.dateline.json")
        self.assertTrue(text.startswith("A small timeline\nevents: 4\n  Happened: 3\n  Planned: 1\n"))

    def test_json(self):
        found = json.loads(self.good("info", "--json", "small.dateline.json"))
        expected = {"title": "A small timeline", "language": "en", "timezone": "Asia/Tokyo", "asOf": "2025-10-26", "events": 4, "quotes": 4, "people": 2, "places": 2, "topics": 2, "sources": 2, "eras": 1, "problems": 0, "notes": 0}
        self.assertEqual({name: found[name] for name in expected}, expected)
        self.assertEqual(found["statuses"], {"happened": 3, "ongoing": 0, "planned": 1, "postponed": 0, "cancelled": 0, "disputed": 0})
        self.assertRegex(found["from"], r"^-004\d-")
        self.assertEqual(found["to"], "2025-10-28T15:00:00Z")

    def test_nothing_in_it(self):
        found = json.loads(self.good("info", "--json", self.write("a.json", {"events": []})))
        self.assertEqual((found["events"], found["title"], found["from"], found["to"]), (0, None, None, None))
        self.good("info", self.write("a.json", {"events": []}))

    def test_problems_do_not_fail_it(self):
        found = json.loads(self.good("info", "--json", "problems.dateline.json"))
        self.assertGreater(found["problems"], 10)

    def test_no_timeline(self):
        self.assertTrue(self.bad(1, "info", "not-json.json").startswith("dateline: not-json.json:4:1: not valid JSON"))


class Crowded(Case):
    def crowd(self):
        """A lane with 40 events at once, one with a single one in May, one that is empty then."""
        events = [{"id": f"crowd{number}", "title": f"Number {number}", "date": "2025-05/2025-06", "topics": ["crowd"]} for number in range(40)]
        events += [{"id": "alone", "title": "Alone", "date": "2025-05-05", "topics": ["alone"]}, {"id": "early", "title": "Early", "date": "2024-01-05", "topics": ["early"]}]
        topics = [{"id": name, "name": name} for name in ("crowd", "alone", "early")]
        return self.write("crowd.dateline.json", {"view": "2025-05/2025-06", "topics": topics, "events": events})


class Layout(Crowded):
    def test_lines(self):
        operations = [json.loads(line) for line in self.good("layout", "small.dateline.json").splitlines()]
        for operation in operations:
            self.assertLessEqual({"role", "x", "y", "w", "h"}, set(operation))
            for name in "xywh":
                self.assertIsInstance(operation[name], float)
        self.assertEqual(operations[0]["role"], "background")
        self.assertEqual((operations[0]["x"], operations[0]["y"], operations[0]["w"]), (0, 0, 1600))
        shown = {operation.get("event") for operation in operations if operation["role"] in ("card", "label", "mark")}
        self.assertLessEqual({"talk", "answer"}, shown)
        texts = {operation.get("text") for operation in operations}
        self.assertIn("The answer", texts)
        # No title over it: this is the canvas of the window.
        self.assertNotIn("heading", {operation["role"] for operation in operations})

    def test_same_every_time(self):
        self.assertEqual(self.good("layout", "small.dateline.json"), self.good("layout", "small.dateline.json"))

    def test_size_and_view(self):
        first = json.loads(self.good("layout", "--size", "900x500", "--view", "2025-10-25", "small.dateline.json").splitlines()[0])
        self.assertEqual((first["w"], first["h"]), (900, 500))
        for size in ("900", "0x5", "900x", "x500", "-1x5", "900x500x", "40000x10", "10x40000", "32001x10", "10x32001", "9e2x500", "900x+500", "900x 500", "99999999999999999999x1"):
            self.bad(2, "layout", f"--size={size}", "small.dateline.json")
        for view in ("never", "2025/..", "../2025", ""):
            self.bad(2, "layout", f"--view={view}", "small.dateline.json")

    def test_width(self):
        """As high as it needs."""
        first = json.loads(self.good("layout", "--width", "900", "small.dateline.json").splitlines()[0])
        self.assertEqual(first["w"], 900)
        self.assertGreater(first["h"], 60)
        for width in ("", "0", "-5", "+5", "32001", "9e2", "900x500", "900 ", "wide"):
            self.assertIn("width", self.bad(2, "layout", f"--width={width}", "small.dateline.json"))
        # Which of the two would it be?
        self.assertIn("--width", self.bad(2, "layout", "--width=900", "--size=900x500", "small.dateline.json"))
        self.assertIn("--all-rows", self.bad(2, "layout", "--all-rows", "--size=900x500", "small.dateline.json"))

    def test_select(self):
        """The event is told apart, with what it is related to."""
        path = self.folder / "web.dateline.json"
        path.write_text(json.dumps({"events": [{"id": "a", "title": "A", "date": "2025-10-01", "related": [{"event": "b", "type": "leads-to"}]}, {"id": "b", "title": "B", "date": "2025-10-20"}]}), encoding="utf-8")
        operations = [json.loads(line) for line in self.good("layout", "--select=a", str(path)).splitlines()]
        self.assertEqual({operation["event"] for operation in operations if operation.get("selected")}, {"a"})
        curves = [operation for operation in operations if operation["kind"] == "curve"]
        self.assertEqual([(curve["event"], curve["headEnd"], curve["text"]) for curve in curves], [("b", True, "leads to B, 20 October 2025")])
        self.assertNotIn("relation", self.good("layout", str(path)))
        for id in ("c", "", "A"):
            self.assertIn("id", self.bad(2, "layout", f"--select={id}", str(path)))
            self.bad(2, "export", "-o", str(self.folder / "a.png"), f"--select={id}", str(path))

    def look_at(self, *arguments):
        """The lanes that a picture shows, the events with a label, and what its foot says of lanes."""
        operations = [json.loads(line) for line in self.good("layout", *arguments).splitlines()]
        lanes = {operation["lane"]: operation["text"] for operation in operations if operation["role"] == "lane"}
        labels = {operation["event"] for operation in operations if operation["role"] in ("card", "label")}
        foot = {operation["text"].split()[0]: operation["count"] for operation in operations if operation["role"] == "foot" and "lane" in operation}
        # What belongs to a window is in no picture.
        self.assertEqual({operation["role"] for operation in operations} & {"below", "toggle", "more-rows", "unlabelled"}, set())
        return set(lanes.values()), labels, foot

    def test_lanes_and_rows(self):
        crowd = self.crowd()
        lanes, labels, foot = self.look_at(crowd)
        self.assertEqual(lanes, {"crowd", "alone"})
        self.assertIn("alone", labels)
        self.assertEqual(foot, {"crowd": 41 - len(labels)})
        self.assertGreater(foot["crowd"], 5)
        self.assertEqual(self.look_at(crowd, "--all-lanes")[0], {"crowd", "alone", "early"})
        self.assertIn("‹ 1 earlier", {json.loads(line).get("text") for line in self.good("layout", "--all-lanes", crowd).splitlines()})
        lanes, labels, foot = self.look_at(crowd, "--all-rows", "--width=700")
        self.assertEqual((lanes, len(labels), foot), ({"crowd", "alone"}, 41, {}))

    def test_every_size(self):
        """Whatever the size: nothing is cut at an edge, lanes are there or not, and
        nothing is without a number."""
        crowd = self.crowd()
        for file, view in ((crowd, ()), (str(FIXTURES / "dates.dateline.json"), ()), (str(FIXTURES / "small.dateline.json"), ("--everything",))):
            told = None
            for size in ("1600x900", "700x420", "400x300", "300x150", "250x120", "200x100", "120x90", "90x60", "40x40", "240x400", "1x1", "1600x40"):
                width, height = map(int, size.split("x"))
                operations = [json.loads(line) for line in self.good("layout", f"--size={size}", *view, file).splitlines()]
                with self.subTest(file=os.path.basename(file), size=size):
                    self.assertEqual((operations[0]["w"], operations[0]["h"]), (width, height))
                    counts = count_lanes(operations)
                    foot = {}
                    for operation in operations:
                        if operation["role"] == "foot":
                            foot[operation.get("lane")] = operation.get("count", 0)
                        if operation["kind"] == "text" or operation["role"] in ("card", "separator", "mark", "density"):
                            self.assertGreaterEqual(operation["y"], 0, operation)
                            self.assertLessEqual(operation["y"] + operation["h"], height + 0.01, operation)
                        if operation["kind"] == "text" and operation["w"] > 1:
                            self.assertLessEqual(operation["x"] + operation["w"], width + 0.01, operation)
                    told = told or sum(counts.told.values())
                    if foot:
                        left_out = sum(count for lane, count in foot.items() if lane not in counts.names)
                        self.assertEqual(sum(counts.told.values()) + left_out, told)
                        for lane, name in counts.names.items():
                            labelled = sum(operation["role"] in ("card", "label") and operation["lane"] == lane and "outside" not in operation for operation in operations)
                            if lane in foot:
                                self.assertEqual(foot[lane], counts.told[lane] - labelled, name)
                    elif counts.names and height > 200:
                        self.assertEqual(sum(counts.told.values()), told)

    def test_everything(self):
        """From the first date, a little inside the left edge, to the last one as much inside the right one."""
        events = [{"id": date, "title": date, "date": date} for date in ("2000-01-01", "2005-04", "2010-12-31")]
        self.write("decade.dateline.json", json.dumps({"view": "2005/2006", "events": events}))
        decade = str(self.folder / "decade.dateline.json")
        for width in (870, 1600):
            operations = [json.loads(line) for line in self.good("layout", decade, "--everything", f"--size={width}x700").splitlines()]
            when = {operation["event"]: operation for operation in operations if operation["role"] in ("when", "mark")}
            self.assertEqual(set(when), {event["id"] for event in events})
            self.assertAlmostEqual(when["2000-01-01"]["x"], width * 0.025, delta=8)
            self.assertAlmostEqual(when["2010-12-31"]["x"], width * 0.975, delta=8)
        shown = [json.loads(line) for line in self.good("layout", decade).splitlines()]
        self.assertEqual({operation["event"] for operation in shown if operation["role"] in ("when", "mark")}, {"2005-04"})
        # Which of the two would it be?
        self.assertIn("--everything", self.bad(2, "layout", "--view=2025", "--everything", "small.dateline.json"))

    def test_fractions_of_a_second(self):
        """A view of a second is one, and what is in a hundredth of it is no block as wide as that."""
        for options in ((), ("--view=2024-05-06T10:20:30/2024-05-06T10:20:31",), ("--view=2024-05-06T10:20:30",)):
            operations = [json.loads(line) for line in self.good("layout", "fractions.dateline.json", "--size=1000x500", *options).splitlines()]
            texts = [operation.get("text") for operation in operations]
            self.assertIn("10:20:30.2", texts)
            self.assertNotIn("10:20:31", texts)
            widths = {operation["event"]: operation["w"] for operation in operations if operation["role"] in ("bar", "when") and "event" in operation}
            self.assertTrue(all(width <= 540 for width in widths.values()), widths)
        crowd = [{"title": f"Number {number} of a crowd", "date": f"2024-05-06T10:20:30.{number % 134:03}"} for number in range(600)]
        path = self.write("crowd.json", {"events": crowd})
        operations = [json.loads(line) for line in self.good("layout", path, "--size=1000x500", "--view=2024-05-06T10:20:30/2024-05-06T10:20:31").splitlines()]
        strip = [operation for operation in operations if operation["role"] in ("mark", "density")]
        # Each is at least 7 pixels wide, in 134.
        self.assertGreater(len(strip), 10)
        self.assertLess(max(operation["x"] + operation["w"] for operation in strip), 145)
        self.assertTrue(all(operation["w"] <= 10 for operation in strip), strip)
        labels = {operation["event"] for operation in operations if operation["role"] in ("card", "label")}
        self.assertEqual(sum(operation.get("count", 1) for operation in strip) + len(labels), 600)
        finer = self.good("layout", "fractions.dateline.json", "--view=2024-05-06T10:20:30.004/2024-05-06T10:20:30.0045")
        self.assertIn("10:20:30.0041", finer)
        self.assertIn("10:20:30.0041", self.good("layout", "fractions.dateline.json", "--view=2024-05-06T10:20:30,004/2024-05-06T10:20:30,0045"))

    def lanes(self, *options):
        """Name to events in view, lane after lane."""
        result = {}
        for line in self.good("layout", "--everything", *options, "small.dateline.json").splitlines():
            operation = json.loads(line)
            if operation["role"] == "lane":
                name = operation["text"]
            if operation["role"] == "total":
                result[name] = operation["count"]
        return result

    def test_lanes(self):
        self.assertEqual(self.lanes(), self.lanes("--lanes=topic"))
        for field, expected in LANES.items():
            self.assertEqual(self.lanes("--lanes", field), expected, field)
        for field, expected in EVERY_LANE.items():
            self.assertEqual(self.lanes("--every-lane", f"--lanes={field}"), expected, field)
        for field in ("", "topics", "Topic", "0"):
            self.assertIn("speaker", self.bad(2, "layout", f"--lanes={field}", "small.dateline.json"))

    def test_no_timeline(self):
        self.bad(1, "layout", "list.json")


class Filter(Case):
    """--filter and --dim. In small.dateline.json one event has nearly all there is."""

    TITLES = ["The talk", "The answer", "What has no id", "What is only roughly known"]

    def layout(self, *options):
        text = self.good("layout", "--everything", *options, "small.dateline.json")
        return [json.loads(line) for line in text.splitlines()]

    def titles(self, *filters):
        """What is left, by the words of its titles."""
        words = [operation.get("text") or "" for operation in self.layout(*(f"--filter={text}" for text in filters))]
        return [title for title in self.TITLES if any(word.startswith(title) for word in words)]

    def test_hides(self):
        talk, answer, nameless, old = self.TITLES
        for filters, expected in (
            (["topic=talks"], [talk]),
            (["topic=Papers"], [talk]),
            (["topic=none"], [answer, nameless, old]),
            (["topic=talks,none"], self.TITLES),
            (["person=話し手"], [talk]),
            (["speaker=the LISTENER"], [talk]),
            (["source=A paper"], [talk]),
            (["place!=here"], [answer, nameless, old]),
            (["status=planned"], [answer]),
            (["status!=planned", "has!=quotes"], [nameless, old]),
            (["has=none", "status=planned"], [answer]),
        ):
            self.assertEqual(self.titles(*filters), expected, filters)

    def test_dims(self):
        operations = self.layout("--filter=topic=talks", "--dim")
        totals = [operation["text"] for operation in operations if operation["role"] == "total"]
        self.assertEqual(totals, ["1 of 1 event", "0 of 3 events"])
        for operation in operations:
            if operation["role"] in ("label", "card", "when", "bar", "mark"):
                self.assertEqual(operation.get("dimmed", False), operation["event"] != "talk", operation)
        self.assertNotIn('"dimmed"', self.good("layout", "--everything", "small.dateline.json"))

    def test_zone(self):
        """The axis stays in the zone that one asks for."""
        everything = self.layout("--zone=UTC")
        self.assertNotEqual(everything, self.layout())
        self.assertEqual(self.layout("--zone=UTC", "--filter=topic=talks,none"), everything)

    def test_info(self):
        self.assertIn("\nevents: 1 of 4\n  Happened: 1\nquotes: 4\n", self.good("info", "--filter=topic=talks", "small.dateline.json"))
        found = json.loads(self.good("info", "--json", "--filter=status=planned", "small.dateline.json"))
        expected = {"events": 1, "eventsInAll": 4, "quotes": 0, "people": 0, "places": 0, "topics": 0, "sources": 0}
        self.assertEqual({name: found[name] for name in expected}, expected)
        self.assertEqual(found["to"], "2025-10-28T15:00:00Z")
        self.assertNotIn("eventsInAll", json.loads(self.good("info", "--json", "small.dateline.json")))

    def test_mistakes(self):
        for text, said in (
            ("topc=talks", "did you mean “topic”?"),
            ("colour=red", "topic, person, place, status, source, speaker or has"),
            ("topic=tlaks", "did you mean “talks”?"),
            ("topic=ink", "there is talks or papers"),
            ("person=house", "as its person; there is speaker or listener"),
            ("status=none", "as its status"),
            ("has=wings", "quotes or sources"),
            ("topic", "FIELD=VALUE"),
            ("topic=talks,ink", "“ink”"),
        ):
            for command in (["layout"], ["info"], ["export", "-o", str(self.folder / "a.svg")]):
                self.assertIn(said, self.bad(1, *command, f"--filter={text}", "small.dateline.json"))
        self.assertIn("--filter", self.bad(2, "layout", "--dim", "small.dateline.json"))

    def test_pictures(self):
        """The title's line says how many; what is dimmed looks otherwise than what is there and what is not."""
        made = []
        for number, options in enumerate(([], ["--filter=topic=talks"], ["--filter=topic=talks", "--dim"])):
            path = self.folder / f"{number}.svg"
            self.good("export", "-o", str(path), *options, "small.dateline.json")
            made.append(path.read_text(encoding="utf-8"))
        self.assertEqual(len(set(made)), 3)
        for text, said in zip(made, ("4 events", "1 of 4 events", "1 of 4 events")):
            self.assertIn(said, text)
        for text, there in zip(made, (True, False, True)):
            self.assertEqual("The answer" in text, there)

    def test_nothing_left(self):
        result = self.run_program("layout", "--filter=topic=talks", "--filter=status=planned", "small.dateline.json")
        self.assertEqual((result.returncode, result.stderr.decode()), (0, "dateline: no event matches the filter, so the picture is empty\n"))
        self.assertIn("events: 0 of 4", self.good("info", "--filter=topic=talks", "--filter=status=planned", "small.dateline.json"))


class Fold(Case):
    """Two busy years, and a century of nothing between them."""

    def story(self, **more):
        events = [{"title": f"In {year}, {month}", "date": f"{year}-{month:02}-05"} for year in (1900, 2000) for month in range(1, 13)]
        self.write("century.dateline.json", json.dumps({"events": events, **more}))
        return str(self.folder / "century.dateline.json")

    def layout(self, *arguments):
        return [json.loads(line) for line in self.good("layout", *arguments).splitlines()]

    def test_layout(self):
        story = self.story()
        unfolded = self.layout(story)
        self.assertNotIn("fold", {operation["role"] for operation in unfolded})
        folded = self.layout("--fold", story)
        folds = [operation for operation in folded if operation["role"] == "fold"]
        self.assertEqual(len(folds), 1)
        self.assertNotIn("event", folds[0])
        # A margin of some pixels, which here are days.
        self.assertRegex(folds[0]["from"], r"^1900-12-1\dT")
        self.assertRegex(folds[0]["to"], r"^1999-12-2\dT")
        self.assertAlmostEqual(folds[0]["seconds"] / 31556952, 99, delta=0.3)
        self.assertEqual(folds[0]["text"], "≈ 99 years")
        # Both years are in sight, each nearly half as wide as the whole; the break
        # is as wide as its words.
        marks = [operation for operation in folded if operation["role"] in ("when", "mark", "density")]
        before = [mark["x"] for mark in marks if mark["x"] < folds[0]["x"]]
        after = [mark["x"] for mark in marks if mark["x"] > folds[0]["x"]]
        self.assertGreater(max(before) - min(before), 5 * folds[0]["w"])
        self.assertGreater(max(after) - min(after), 5 * folds[0]["w"])

    def test_nothing_to_fold(self):
        self.assertEqual(self.good("layout", "--fold", "small.dateline.json"), self.good("layout", "small.dateline.json"))

    def test_view(self):
        """What the author shows first stays whole, and is shown."""
        story = self.story(view="1950/1951")
        self.assertEqual([operation for operation in self.layout("--fold", story) if operation["role"] == "fold"], [])
        self.assertEqual(self.layout("--view", "1900–2000", story), self.layout("--view", "1900/2000", story))
        folds = [operation for operation in self.layout("--fold", "--view", "1900/2000", story) if operation["role"] == "fold"]
        self.assertEqual(len(folds), 2)

    def test_everything(self):
        """As for a picture: all of it, whatever the author shows first, and folded where that is asked for."""
        story = self.story(view="1950/1951")
        for fold, n_folds in ([], 0), (["--fold"], 2):
            operations = self.layout("--everything", *fold, story)
            self.assertEqual(sum(operation["role"] == "fold" for operation in operations), n_folds)
            self.assertEqual({"In 1900, 1", "In 2000, 1"} - {operation.get("text") for operation in operations}, set())

    def test_export(self):
        story = self.story()
        target = self.folder / "a.svg"
        self.good("export", story, "-o", str(target), "--everything")
        self.assertNotIn("≈ 99 years", target.read_text(encoding="utf-8"))
        self.good("export", story, "-o", str(target), "--everything", "--fold")
        self.assertIn("≈ 99 years", target.read_text(encoding="utf-8"))


class Export(Crowded):
    def target(self, name="a.svg"):
        return str(self.folder / name)

    def test_bundled(self):
        """Without a file it draws the one that the program brings."""
        self.assertEqual(self.good("export", "-o", self.target()), "")
        self.assertIn("Takaichi", (self.folder / "a.svg").read_text(encoding="utf-8"))

    def test_over_itself(self):
        """A picture replaces no timeline that it is of, whatever that is called."""
        other = self.folder / "other.json"
        story = self.folder / "story.svg"
        for path in (other, story):
            path.write_text(f'{{ "title": "{path.stem}", "events": [{{ "title": "One", "date": "2025" }}] }}', encoding="utf-8")
        before = story.read_bytes()
        (self.folder / "link.svg").symlink_to(story)
        for target in (story, self.folder / "link.svg"):
            for files in ([story], [other, story], [self.folder]):
                self.assertIn("the file to write is the one to read", self.bad(2, "export", *map(str, files), "-o", str(target)))
        self.assertEqual(story.read_bytes(), before)
        self.good("export", str(story), "-o", self.target())

    def test_options_after_the_file(self):
        self.good("export", "small.dateline.json", "-o", self.target(), "--theme", "dark")
        self.good("export", "small.dateline.json", f"--output={self.target()}")

    def test_lanes(self):
        self.good("export", "-o", self.target(), "--lanes=status", "small.dateline.json")
        svg = (self.folder / "a.svg").read_text(encoding="utf-8")
        self.assertIn(">Happened<", svg)
        self.assertNotIn(">No topic<", svg)

    def test_title_and_legend(self):
        """In the window's own words for signs, as `layout` tells them too."""
        self.good("export", "-o", self.target(), "--title=Other", "--legend", "small.dateline.json")
        svg = (self.folder / "a.svg").read_text(encoding="utf-8")
        self.assertIn(">Other<", svg)
        told = [json.loads(line) for line in self.good("layout", "--legend", "small.dateline.json").splitlines()]
        words = [operation["text"] for operation in told if operation["role"] == "legend"]
        self.assertGreater(len(words), 0)
        for each in words:
            self.assertIn(f">{each}</text>", svg)
        self.assertTrue(any("sample" in operation for operation in told))
        self.assertNotIn("legend", {json.loads(line)["role"] for line in self.good("layout", "small.dateline.json").splitlines()})

    def test_misuse(self):
        self.bad(2, "export")
        self.bad(2, "export", "-o")
        for name in ("a", "a.gif", "png", ".pn"):
            self.bad(2, "export", "-o", self.target(name))
        for option in ("--theme=sepia", "--theme=", "--size=1", "--size=0x0", "--size=32001x9", "--size=9x32001", "--scale=0", "--scale=-1", "--scale=17", "--scale=16.01", "--scale=nan", "--scale=x", "--view=never", "--view=2025/..", "--lanes=", "--lanes=colour", "--width=0", "--width=900x500"):
            self.bad(2, "export", "-o", self.target(), option, "small.dateline.json")
        # Which of the two would it be?
        self.assertIn("--everything", self.bad(2, "export", "-o", self.target(), "--view=2025", "--everything", "small.dateline.json"))
        self.assertIn("--width", self.bad(2, "export", "-o", self.target(), "--width=900", "--size=900x500", "small.dateline.json"))
        self.assertIn("--all-rows", self.bad(2, "export", "-o", self.target(), "--all-rows", "--size=900x500", "small.dateline.json"))
        self.assertIn("--no-title", self.bad(2, "export", "-o", self.target(), "--title=A", "--no-title", "small.dateline.json"))
        self.assertIn("--no-legend", self.bad(2, "export", "-o", self.target(), "--legend", "--no-legend", "small.dateline.json"))
        self.assertEqual(os.listdir(self.folder), [])

    def test_width(self):
        self.good("export", "-o", self.target(), "--width=900", "small.dateline.json")
        self.assertRegex((self.folder / "a.svg").read_text(encoding="utf-8"), r'<svg [^>]*width="900" height="\d+"')
        # It is told at the foot; who asks for no size wants to hear nothing of it.
        self.good("export", "-o", self.target(), self.crowd())
        self.assertIn(">Not named:<", (self.folder / "a.svg").read_text(encoding="utf-8"))
        self.good("export", "-o", self.target(), "--view=2030", "--all-lanes", "--no-title", "small.dateline.json")
        self.assertIn(">Talks<", (self.folder / "a.svg").read_text(encoding="utf-8"))

    def test_largest(self):
        for size in ("32000x1", "1x32000"):
            result = self.run_program("export", "-o", self.target(), f"--size={size}", "small.dateline.json")
            self.assertEqual((result.returncode, result.stdout), (0, b""))
            self.assertEqual(result.stderr.count(b"\n"), 1, "what has no room is told in a line")
            width, height = size.split("x")
            self.assertIn(f'width="{width}" height="{height}"', (self.folder / "a.svg").read_text(encoding="utf-8"))

    def test_bad_input(self):
        for name in REFUSED:
            self.assertIn(name, self.bad(1, "export", "-o", self.target(), name))
        self.assertEqual(os.listdir(self.folder), [])

    def test_problems_are_told_and_the_rest_is_drawn(self):
        result = self.run_program("export", "-o", self.target(), "problems.dateline.json")
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        checked = self.run_program("check", "problems.dateline.json").stdout.splitlines(keepends=True)
        self.assertEqual(result.stderr, b"".join(line for line in checked if b": note: " not in line))
        self.assertIn(">Good<", (self.folder / "a.svg").read_text(encoding="utf-8"))


PROGRAM, VERSION, FIXTURES = sys.argv[1:4]
PROGRAM = str(pathlib.Path(PROGRAM).resolve())
FIXTURES = pathlib.Path(FIXTURES).resolve()
del sys.argv[1:4]
unittest.main(verbosity=2)
