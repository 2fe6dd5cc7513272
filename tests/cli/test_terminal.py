#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What reaches a terminal, and what becomes of it there: test_terminal.py PROGRAM FIXTURES

Nothing that a terminal obeys or that turns text around gets out, wherever it
comes from; output that is lost is told; what the system refuses is an error.
"""

import fcntl
import json
import os
import pathlib
import pty
import re
import resource
import select
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import termios
import unittest

# ESC, BEL, DEL, C1, bidirectional controls, and a new line that is not ours.
EVIL = "\x1b[31mred\x07\x7f\x85\x9b32m\u061c\u200e\u200f\u202e\u2066\u2069\nforged: line"
ESCAPED = "\\u001b[31mred\\u0007\\u007f\\u0085\\u009b32m\\u061c\\u200e\\u200f\\u202e\\u2066\\u2069\\u000aforged: line"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

NO_FONTS = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig></fontconfig>\n'


def evil_timeline():
    return {
        "title": EVIL,
        "description": EVIL,
        "language": "en",
        "topics": [{"id": "t", "name": EVIL}],
        "events": [
            {"id": EVIL, "title": EVIL, "date": "2025-10-25", "topics": ["t"], "quotes": [{"text": EVIL}]},
            {"id": "b", "title": "B", "date": "20\x1b25"},
            {"id": "c", "title": "C", "date": "2025\u202e", EVIL: 1, "status": EVIL},
            {"id": "d", "title": "D", "date": "2025", "related": [{"event": EVIL + "x"}], "topics": [EVIL]},
        ],
    }


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.work = self.folder / "work"
        self.work.mkdir()

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        kept.update(HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder), XDG_CACHE_HOME=str(self.folder / "cache"), **more)
        return kept

    def run_program(self, *arguments, environment={}, **options):
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        if "input" not in options:
            options.setdefault("stdin", subprocess.DEVNULL)
        command = [os.fsencode(part) for part in (PROGRAM, *arguments)]
        return subprocess.run(command, cwd=self.work, env=self.environment(**environment), timeout=120, **options)

    def write(self, name, contents):
        path = self.work / name
        path.write_text(contents if isinstance(contents, str) else json.dumps(contents), encoding="utf-8")
        return name


class Escapes(Case):
    def clean(self, *arguments, **options):
        """What it says, on both channels: nothing there is obeyed."""
        result = self.run_program(*arguments, **options)
        self.assertIn(result.returncode, (0, 1, 2), (arguments, result.stderr))
        text = (result.stdout + result.stderr).decode("utf-8")
        self.assertIsNone(OBEYED.search(text), (arguments, text))
        self.assertNotIn("\nforged", text, arguments)
        return text

    def test_file(self):
        name = self.write("evil.json", evil_timeline())
        self.assertIn(ESCAPED + "\n", self.clean("info", name))
        for command in (["check"], ["layout"], ["layout", "--lanes=person"], ["export", "-o", "a.svg"]):
            self.assertIn("\\u", self.clean(*command, name), command)

    def test_json_is_the_same_text(self):
        name = self.write("evil.json", evil_timeline())
        self.assertEqual(json.loads(self.clean("info", "--json", name))["title"], EVIL)
        json.loads(self.clean("check", "--json", name))
        operations = [json.loads(line) for line in self.clean("layout", name).splitlines() if line.startswith("{")]
        self.assertIn(EVIL, [operation.get("event") for operation in operations])

    def test_debug(self):
        """What is decided is told on stderr, escaped; the answer stays what it is."""
        name = self.write("a\x1b[31mred.json", {"events": [{"title": "A", "date": "2025"}, {"title": "B"}]})
        plain = self.run_program("layout", name)
        self.assertEqual(plain.stderr, b"")
        for arguments in (["--debug", "layout", name], ["layout", "--debug", name], ["layout", name, "--debug"]):
            told = self.run_program(*arguments)
            self.assertEqual((told.returncode, told.stdout), (0, plain.stdout), arguments)
            said = told.stderr.decode("utf-8")
            self.assertIsNone(OBEYED.search(said), said)
            self.assertIn("dateline-formats: a\\u001b[31mred.json: 2 events, of which 1 are left out; 1 problems\n", said)
            self.assertRegex(said, r"dateline-layout: arrangement of 1 events in 1 lanes, 0 folds")
        one = self.run_program("layout", name, environment={"G_MESSAGES_DEBUG": "dateline-formats"})
        self.assertEqual(one.stdout, plain.stdout)
        self.assertIn(b"dateline-formats: ", one.stderr)
        self.assertNotIn(b"dateline-layout: ", one.stderr)
        # After the options it is a file's name.
        self.assertIn("--debug", self.clean("check", "--", "--debug"))
        self.assertIn("--debug", self.clean("--help"))
        self.assertIn("--debug", self.clean("layout", "--help"))

    def test_arguments(self):
        """Each of them comes back in an error."""
        story = str(FIXTURES / "small.dateline.json")
        gone = EVIL.replace("/", "")
        for arguments in (
            [gone],
            [f"--{EVIL}"],
            ["date", EVIL],
            ["date", f"--{EVIL}"],
            *([command, gone] for command in ("check", "info", "layout")),
            *([command, f"--{EVIL}", story] for command in ("check", "info", "layout", "export")),
            ["export", "-o", "a.png", gone],
            ["export", "-o", "a.png", f"--scale={EVIL}", story],
            *(["layout", f"--{option}={EVIL}", story] for option in ("view", "zone")),
            *(["export", "-o", "a.png", f"--{option}={EVIL}", story] for option in ("view", "zone")),
        ):
            self.assertIn("\\u001b[31mred", self.clean(*arguments), arguments)
        self.assertIn("\\u202e", self.clean("date", "--json", EVIL))
        self.assertIn("\\u202e", self.clean("export", "-o", f"{gone}/a.png", story))

    def test_names_that_are_not_utf8(self):
        name = b"\xff\x9b31m.json"
        self.assertIn("\\xff\\x9b31m.json: ", self.clean("check", name))
        json.loads(self.clean("check", "--json", name))

    def test_locale_of_other_encoding(self):
        """Texts go in the terminal's encoding, JSON in UTF-8."""
        name = self.write("a.json", {"title": "日本", "events": []})
        result = self.run_program("info", name, environment={"LC_ALL": "C"})
        self.assertEqual(result.stdout.split(b"\n")[0], b"??")
        result = self.run_program("info", "--json", name, environment={"LC_ALL": "C"})
        self.assertEqual(json.loads(result.stdout.decode("utf-8"))["title"], "日本")


class Output(Case):
    def commands(self):
        story = str(FIXTURES / "small.dateline.json")
        problems = str(FIXTURES / "problems.dateline.json")
        yield from (["--help"], ["--version"], ["date", "2025"], ["date", "--json", "2025"], ["info", story], ["info", "--json", story])
        yield from (["check", "--json", story], ["check", problems], ["layout", story])
        yield from ([command, "--help"] for command in ("check", "date", "export", "info", "layout"))

    def test_full(self):
        for command in self.commands():
            with open("/dev/full", "wb") as full:
                result = self.run_program(*command, stdout=full)
            self.assertEqual(result.returncode, 1, command)
            self.assertRegex(result.stderr.decode(), r"^dateline: the output could not be written: .*\n$", command)

    def test_closed(self):
        for command in self.commands():
            result = self.run_program(*command, stdout=None, preexec_fn=lambda: os.close(1))
            self.assertEqual(result.returncode, 1, command)
            self.assertRegex(result.stderr.decode(), r"^dateline: the output could not be written: .*\n$", command)

    def test_limit(self):
        with open(self.work / "out", "wb") as out:
            result = self.run_program("layout", str(FIXTURES / "small.dateline.json"), stdout=out, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512)))
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"dateline: the output could not be written: ", result.stderr)

    def test_reader_that_has_gone(self):
        """As with `head`: silent, be the signal ignored or not."""
        for disposition in (signal.SIG_DFL, signal.SIG_IGN):
            for command in self.commands():
                read, write = os.pipe()
                os.close(read)
                result = self.run_program(*command, stdout=write, restore_signals=False, preexec_fn=lambda: signal.signal(signal.SIGPIPE, disposition))
                os.close(write)
                self.assertEqual((result.returncode, result.stderr), (-signal.SIGPIPE if disposition == signal.SIG_DFL else 1, b""), command)

    def test_nothing_to_say(self):
        """What was not going to be printed is not lost."""
        story = str(FIXTURES / "small.dateline.json")
        with open("/dev/full", "wb") as full:
            self.assertEqual(self.run_program("check", story, stdout=full).returncode, 0)
        result = self.run_program("export", "-o", "a.svg", story, stdout=None, preexec_fn=lambda: os.close(1))
        self.assertEqual((result.returncode, result.stderr), (0, b""))

    def test_complaints_stay_out_of_the_picture(self):
        """Nothing that is opened takes the place of what was closed."""
        problems = str(FIXTURES / "problems.dateline.json")
        self.assertEqual(self.run_program("export", "-o", "a.svg", problems).returncode, 0)

        def close_all():
            for number in range(3):
                os.close(number)

        self.assertEqual(self.run_program("export", "-o", "b.svg", problems, stdin=None, stdout=None, stderr=None, preexec_fn=close_all).returncode, 0)
        self.assertEqual((self.work / "b.svg").read_bytes(), (self.work / "a.svg").read_bytes())


class Input(Case):
    def test_dash(self):
        path = FIXTURES / "small.dateline.json"
        contents = path.read_bytes()
        for command in (["check"], ["info"], ["info", "--json"], ["layout"], ["layout", "--fold"]):
            piped = self.run_program(*command, "-", input=contents)
            self.assertEqual((piped.returncode, piped.stderr), (0, b""), command)
            self.assertEqual(piped.stdout, self.run_program(*command, str(path)).stdout, command)
        self.assertEqual(self.run_program("export", "-", "-o", "a.svg", input=contents).returncode, 0)
        self.assertEqual(self.run_program("export", str(path), "-o", "b.svg").returncode, 0)
        self.assertEqual((self.work / "a.svg").read_bytes(), (self.work / "b.svg").read_bytes())

    def test_dash_of_any_kind(self):
        """A file, a compressed one, a socket, and much of it in small pieces."""
        path = FIXTURES / "small.dateline.json"
        expected = self.run_program("info", str(path)).stdout
        for name in ("small.dateline.json", "compressed.dateline.json.gz"):
            with open(FIXTURES / name, "rb") as file:
                self.assertEqual(self.run_program("info", "-", stdin=file).stdout, expected, name)
        large = json.dumps({"title": "Large", "events": [{"title": "x" * 1000, "date": "2025"} for _ in range(300)]}).encode()
        for contents in (path.read_bytes(), large):
            here, there = socket.socketpair()
            process = subprocess.Popen([PROGRAM, "info", "--json", "-"], env=self.environment(), stdin=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            there.close()
            here.sendall(contents)
            here.close()
            out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, err), (0, b""))
            self.assertEqual(json.loads(out)["events"], len(json.loads(contents)["events"]))

    def test_errors(self):
        result = self.run_program("check", "-", input=b'{\n  "events": 1 }')
        self.assertRegex(result.stdout.decode(), r"^<stdin>:2:13: not a timeline")
        for command in ("check", "info", "layout"):
            result = self.run_program(command, "-", stdin=None, preexec_fn=lambda: os.close(0))
            self.assertEqual((result.returncode, result.stdout), (1, b""))
            self.assertRegex(result.stderr.decode(), "^dateline: <stdin>: cannot be read: ")

    def test_a_file_of_that_name(self):
        self.write("-", (FIXTURES / "small.dateline.json").read_text(encoding="utf-8"))
        self.assertEqual(self.run_program("check", "./-").returncode, 0)


class Nothing(Case):
    """Files that have nothing to be drawn."""

    def test_no_event_could_be_read(self):
        for events in ([{"title": "No date"}], [{"title": "No date"}, {"date": "2025"}, 3]):
            name = self.write("lost.json", {"dateline": 1, "title": "T", "eras": [{"title": "E", "date": "2025"}], "events": events})
            for command in (["export", "-o", "a.png"], ["export", "-o", "a.svg"], ["layout"]):
                result = self.run_program(*command, name)
                self.assertEqual((result.returncode, result.stdout), (1, b""), command)
                self.assertRegex(result.stderr.decode().splitlines()[-1], "^dateline: lost.json: .*no picture")
                self.assertEqual(os.listdir(self.work), [name])

    def test_no_events(self):
        """Nothing is wrong with such a file, but somebody may wonder."""
        name = self.write("none.json", {"title": "T", "events": []})
        for command in (["export", "-o", "a.svg"], ["layout"]):
            result = self.run_program(*command, name)
            self.assertEqual((result.returncode, result.stderr), (0, b"dateline: none.json: has no events, so the picture is empty\n"), command)
        self.assertTrue((self.work / "a.svg").exists())
        name = self.write("eras.json", {"eras": [{"title": "E", "date": "2025"}], "events": []})
        for command in (["export", "-o", "a.svg"], ["layout"]):
            self.assertEqual(self.run_program(*command, name).stderr, b"", command)


class Scarcity(Case):
    """What the system has no more of."""

    def test_no_fonts(self):
        self.write("fonts.conf", NO_FONTS)
        story = str(FIXTURES / "small.dateline.json")
        for command in (["layout"], ["export", "-o", "a.png"], ["export", "-o", "a.svg"], ["export", "-o", "a.pdf"]):
            result = self.run_program(*command, story, environment={"FONTCONFIG_FILE": str(self.work / "fonts.conf")})
            self.assertEqual((result.returncode, result.stdout), (1, b""), command)
            self.assertRegex(result.stderr.decode(), "dateline: there are no fonts")
        self.assertEqual(os.listdir(self.work), ["fonts.conf"])

    def limited(self, kind, value, *arguments):
        def limit():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(kind, (value, value))

        # Warnings of libraries do not end it, as they do not for users.
        return self.run_program(*arguments, environment={"G_DEBUG": ""}, preexec_fn=limit)

    def test_memory(self):
        """From too little to enough: a message or the answer, no crash."""
        if os.environ.get("ASAN_OPTIONS"):
            self.skipTest("the address sanitizer reserves more than there is")
        story = str(FIXTURES / "small.dateline.json")
        codes = set()
        for megabytes in range(80, 441, 40):
            for command in (["check"], ["layout"], ["export", "-o", "a.png"], ["export", "-o", "b.png", "--size=4000x4000", "--scale=4"]):
                result = self.limited(resource.RLIMIT_AS, megabytes << 20, *command, story)
                where = (megabytes, command, result.stderr)
                self.assertIn(result.returncode, (0, 1), where)
                if result.returncode != 0:
                    self.assertRegex(result.stderr.decode(), "(?m)^dateline: ", where)
                codes.add(result.returncode)
        self.assertEqual(codes, {0, 1})
        self.assertEqual(set(os.listdir(self.work)) - {"a.png"}, set())

    def test_files(self):
        story = str(FIXTURES / "small.dateline.json")
        for number in range(4, 12):
            for command in (["check"], ["info"], ["layout"], ["export", "-o", "a.png"]):
                result = self.limited(resource.RLIMIT_NOFILE, number, *command, story)
                where = (number, command, result.stderr)
                # 127: the system could not even start it.
                self.assertIn(result.returncode, (0, 1, 127), where)
                if result.returncode == 1:
                    self.assertRegex(result.stderr.decode(), "(?m)^dateline: ", where)
                # Not what it looks like from within.
                self.assertNotIn("no fonts", result.stderr.decode(), where)

    def test_write_limit(self):
        """The old picture stays, and nothing beside it."""
        story = str(FIXTURES / "small.dateline.json")
        for links in (1, 2):
            target = self.work / "a.svg"
            target.write_bytes(b"precious")
            if links == 2:
                os.link(target, self.work / "b.svg")
            before = sorted(os.listdir(self.work))
            result = self.limited(resource.RLIMIT_FSIZE, 1024, "export", "-o", "a.svg", story)
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertRegex(result.stderr.decode(), "^dateline: .*a.svg: the picture could not be written: ")
            self.assertEqual(sorted(os.listdir(self.work)), before)
            self.assertEqual(target.read_bytes(), b"precious")


class Replacing(Case):
    def export(self):
        return self.run_program("export", "-o", "a.svg", str(FIXTURES / "small.dateline.json"))

    def test_read_only(self):
        target = self.work / "a.svg"
        target.write_bytes(b"precious")
        target.chmod(0o444)
        result = self.export()
        self.assertEqual(result.returncode, 1)
        self.assertIn("read-only", result.stderr.decode())
        self.assertEqual((target.read_bytes(), stat.S_IMODE(target.stat().st_mode)), (b"precious", 0o444))

    def test_mode_owner_and_names(self):
        target, other = self.work / "a.svg", self.work / "b.svg"
        target.write_bytes(b"old")
        target.chmod(0o777)
        owner = (1234, 2345) if os.geteuid() == 0 else (os.getuid(), os.getgid())
        os.chown(target, *owner)
        for linked in (False, True):
            if linked:
                os.link(target, other)
            self.assertEqual(self.export().returncode, 0)
            now = target.stat()
            self.assertEqual((stat.S_IMODE(now.st_mode), now.st_uid, now.st_gid), (0o777, *owner))
            self.assertIn(b"</svg>", target.read_bytes())
        self.assertTrue(os.path.samefile(target, other))


class Window(Case):
    """What a person at a terminal is told before there is a window."""

    def at_terminal(self, *arguments):
        leader, follower = pty.openpty()

        def take_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        process = subprocess.Popen([PROGRAM, *arguments], cwd=self.work, env=self.environment(), stdin=follower, stdout=follower, stderr=follower, preexec_fn=take_terminal)
        os.close(follower)
        said = b""
        while select.select([leader], [], [], 60)[0]:
            try:
                more = os.read(leader, 4096)
            except OSError:
                break
            if not more:
                break
            said += more
        os.close(leader)
        return process.wait(60), said.decode().replace("\r\n", "\n")

    def test_missing(self):
        (self.work / "folder").mkdir()
        for arguments in (["gone.json"], ["gone.json", "gone too.json"], ["folder"], ["--", "-gone"]):
            code, said = self.at_terminal(*arguments)
            self.assertEqual(code, 1, arguments)
            for name in arguments:
                if name != "--":
                    self.assertRegex(said, f"(?m)^dateline: {re.escape(name)}: (the file does not exist|no file in the folder is a timeline)$")
            self.assertNotIn("display", said)

    def test_mistyped_command(self):
        for word, meant in {"chek": "check", "cehck": "check", "Check": "check", "exprot": "export", "exportt": "export", "inof": "info", "layuot": "layout", "dtae": "date", "help": "--help", "version": "--version"}.items():
            for arguments in ([word], [word, "small.dateline.json"]):
                result = self.run_program(*arguments)
                self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
                self.assertIn(f"unknown command “{word}”; did you mean “{meant}”?\n", result.stderr.decode("utf-8"))

    def test_words_that_are_no_commands(self):
        for word in ("chek.json", "./chek", "history", "d", "checkmate"):
            result = self.run_program(word)
            self.assertEqual(result.returncode, 1, word)
            self.assertNotIn("unknown command", result.stderr.decode(), word)
        # A file of such a name is one.
        self.write("chek", "{}")
        self.assertIn(b"display", self.run_program("chek").stderr)

    def test_options_after_a_file(self):
        result = self.run_program("a.json", "--nonsense")
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"dateline: unknown option --nonsense", result.stderr)


PROGRAM, FIXTURES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
PROGRAM = str(PROGRAM)
del sys.argv[1:3]
unittest.main(verbosity=2)
