#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of one's own for a test: an X server, a session bus, the bus of
assistive technology, the program, and the hands and eyes of a person.

A test file defines functions that take a Desk, and ends with `run (…)`; it is
started as

    test_NAME.py --program FILE --data FOLDER --po FOLDER [--required]

Nothing sleeps until something may have happened: `wait_for` asks until it has,
and `steady` until a value rests while no process has anything left to do.

What `find_all`, `events` and `focused_node` give is as it was at one moment, all of
it at the same; what `find`, `get` and `event` give is asked again each time.

The session bus starts nothing but the bus of assistive technology, and only
the processes that were started here are looked at: what else a desktop has
installed is of no concern.
"""

import argparse
import atexit
import ctypes
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import server
import tree
from picture import Picture

# Seconds; more where a machine is slow, or runs a build with sanitizers.
DEADLINE = float(os.environ.get("DATELINE_UI_DEADLINE", "40"))
# How much longer a wait may be while the program is at work.
BUSY = 5
PAUSE = 0.04
# A pointer that has stood for so long is at rest: what it did before is no speed.
REST = 0.25
SCREEN = (1400, 900)
SKIPPED = 77
TOOLS = ("Xvfb", "xdotool", "import", "dbus-daemon")
# Where the function keys are. By name they are found on other keys too in newer
# keymaps, with modifiers that nobody pressed.
FUNCTION_KEYS = {**{f"F{i}": str(66 + i) for i in range(1, 11)}, "F11": "95", "F12": "96"}
# For the environment of a program whose pixels are looked at: GTK draws as it does
# with a graphics card, which a library then plays.
AS_WITH_A_CARD = {"GSK_RENDERER": None}
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher")

# Nothing of this kind that the program writes on its way is acceptable.
COMPLAINT = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*|Sanitizer|runtime error:")
# GDK 4.24 in a server that does not tell when a frame was shown.
NOT_OURS = re.compile(r"Gdk-WARNING \*\*: .*gdk_frame_timings_submitted\(\) called on submitted frame")

# A bus like that of a session, but for the services: what may be started stands
# in a folder of its own.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
ASSISTIVE = """[D-BUS Service]
Name=org.a11y.Bus
Exec={launcher}
"""

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
libc = ctypes.CDLL(None, use_errno=True)


class Skip(Exception):
    """This cannot be tried here."""


class Failure(AssertionError):
    """What was expected and did not come."""


# Processes that change what can be seen: the programs, and the server.
watched = set()


def asleep(process):
    """Whether no thread of a process has anything to do, or waits for a processor."""
    try:
        for task in pathlib.Path(f"/proc/{process}/task").iterdir():
            # "number (name) state …", where a name may hold anything.
            if (task / "stat").read_text(errors="replace").rpartition(")")[2].split()[0] in "RD":
                return False
    except (OSError, IndexError):
        pass  # It ended just now.
    return True


def at_work():
    return not all(asleep(process) for process in watched)


def wait_for(condition, what, deadline=DEADLINE):
    """Asks until the condition holds, and returns its value.

    WHAT is a text, or makes one when it has been waited for in vain. An object that
    goes away while it is looked at is no answer yet. Time counts
    less as long as somebody is at work on it, so that a busy machine is given
    longer than a program that does nothing more."""
    left, last = deadline, time.monotonic()
    value, trouble = None, ""
    while True:
        try:
            value = condition()
            trouble = ""
        except tree.Gone as error:
            value, trouble = None, f" ({error})"
        if value:
            return value
        now = time.monotonic()
        left -= (now - last) / (BUSY if at_work() else 1)
        last = now
        if left < 0:
            raise Failure(f"waited {deadline:.0f} s for {what() if callable(what) else what}{trouble}")
        time.sleep(PAUSE)


def steady(read, what, rest=0.35):
    """The value that `read` gives when it has come to rest.

    However slow the machine is: as long as somebody is at work, it has not."""
    state = {"value": None, "since": time.monotonic()}

    def at_rest():
        busy = at_work()
        value = read()
        if busy or value != state["value"] or not value:
            state["value"], state["since"] = value, time.monotonic()
        return time.monotonic() - state["since"] >= rest and value

    return wait_for(at_rest, what)


def check(condition, message):
    if not condition:
        raise Failure(message)


def equal(found, expected, what):
    if found != expected:
        raise Failure(f"{what}: {found!r}, not {expected!r}")


def contains(text, part, what):
    if part not in text:
        raise Failure(f"{what}: {part!r} is not in {text!r}")


def near(found, expected, slack, what):
    if abs(found - expected) > slack:
        raise Failure(f"{what}: {found}, not {expected} ± {slack}")


def end_with_parent():
    """What we start ends with us, also when we are killed."""
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def children():
    """The processes below us: orphans come to us, since we are a subreaper."""
    found = []
    for task in pathlib.Path("/proc/self/task").iterdir():
        try:
            found += [int(pid) for pid in (task / "children").read_text().split()]
        except OSError:
            pass
    return found


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
    except ChildProcessError:
        pass


def end_children():
    for sign in (signal.SIGTERM, signal.SIGKILL):
        end = time.monotonic() + 5
        for pid in children():
            try:
                os.kill(pid, sign)
            except ProcessLookupError:
                pass
        while children() and time.monotonic() < end:
            reap()
            time.sleep(PAUSE)
        if not children():
            return


class Program:
    """One run of the program, in folders of its own."""

    def __init__(self, desk, arguments, environment, settings):
        self.desk = desk
        # Nothing is left of one run for the next, unless that is what a test is about.
        self.home = settings.get("home") or pathlib.Path(tempfile.mkdtemp(prefix="home-", dir=desk.folder))
        self.environment = desk.environment(self.home, environment)
        gtk = self.home / "config" / "gtk-4.0"
        gtk.mkdir(parents=True, exist_ok=True)
        # Tests look at where things come to rest, not at how they get there.
        lines = [
            "[Settings]",
            "gtk-enable-animations=" + ("1" if settings.get("animations") else "0"),
            "gtk-cursor-blink=0",
            # Two clicks are one double click however long they take, where a test says so.
            "gtk-double-click-time=" + ("30000" if settings.get("double_clicks") else "400"),
        ]
        (gtk / "settings.ini").write_text("\n".join(lines) + "\n")
        self.log = self.home / "stderr"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [desk.options.program, *map(str, arguments)],
                env=self.environment,
                cwd=self.home,
                stdin=settings.get("stdin", subprocess.DEVNULL),
                stdout=log,
                stderr=log,
                preexec_fn=end_with_parent,
            )
        watched.add(self.process.pid)

    def output(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def complaints(self):
        return [line for line in self.output().splitlines() if COMPLAINT.search(line) and not NOT_OURS.search(line)]

    def end(self):
        """Ends it, if it has not ended by itself, and says how it went."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        watched.discard(self.process.pid)
        return self.process.returncode


class Desk:
    """A screen with a person before it."""

    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dateline-ui-"))
        self.programs = []
        self.modifiers = []
        self.moved = 0
        self.bus = self.server = self.offering = None

    # The desktop

    def start(self):
        read, write = os.pipe()
        # The server itself picks a free number: no two runs get the same one.
        display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "%dx%dx24" % SCREEN, "-dpi", "96", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "xvfb").open("wb"),
            preexec_fn=end_with_parent,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        check(number, "Xvfb did not start: " + (self.folder / "xvfb").read_text(errors="replace"))
        os.environ["DISPLAY"] = ":" + number
        watched.add(display.pid)
        self.server = server.Server(":" + number)

        services = self.folder / "bus"
        services.mkdir()
        launcher = next(path for path in LAUNCHERS if os.path.exists(path))
        (services / "org.a11y.Bus.service").write_text(ASSISTIVE.format(launcher=launcher), encoding="utf-8")
        (services / "bus.conf").write_text(BUS.format(folder=services), encoding="utf-8")
        read, write = os.pipe()
        subprocess.Popen(
            ["dbus-daemon", f"--config-file={services / 'bus.conf'}", "--nofork", "--nopidfile", f"--print-address={write}"],
            pass_fds=[write],
            env=self.environment(self.folder / "services", {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "dbus").open("wb"),
            preexec_fn=end_with_parent,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            address = pipe.readline().strip()
        check(address, "dbus-daemon did not start: " + (self.folder / "dbus").read_text(errors="replace"))
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        self.bus = tree.connect(address)

    def environment(self, home, more):
        """Nothing of the person who runs the tests reaches the program.

        What in `more` is None is not set."""
        result = {name: os.environ[name] for name in ("PATH", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
        folders = {"HOME": home / "user"}
        for name in ("config", "data", "cache", "state", "runtime"):
            folders["XDG_RUNTIME_DIR" if name == "runtime" else f"XDG_{name.upper()}_HOME"] = home / name
        for name, folder in folders.items():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            result[name] = str(folder)
        result.update(
            GDK_BACKEND="x11",
            GSETTINGS_BACKEND="memory",
            GSETTINGS_SCHEMA_DIR=self.options.data,
            DATELINE_LOCALEDIR=self.options.po,
            G_DEBUG="fatal-criticals",
            GTK_USE_PORTAL="0",
            # Without a graphics card GTK's own choice costs ten times as much as all that
            # the program does, at each start.
            GSK_RENDERER="cairo",
            GIO_USE_VFS="local",
            LC_ALL="C.UTF-8",
            TZ="UTC",
        )
        result.update(more)
        return {name: value for name, value in result.items() if value is not None}

    def open(self, *arguments, environment=None, **settings):
        """Starts the program, and waits for its window."""
        before = self.windows()
        program = Program(self, arguments, environment or {}, settings)
        self.programs.append(program)
        number = wait_for(lambda: next((number for number in self.windows() if number not in before), None) or self.ended(program), "a window")
        self.focus(number)
        return program

    def open_story(self, **settings):
        """The bundled timeline, as it is without an argument."""
        program = self.open(**settings)
        self.event("Inauguration of Takaichi Sanae")
        return program

    def write(self, name, text):
        """A file for the program to open."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def ended(self, program):
        code = program.process.poll()
        # Where one runs already, another one only hands its files over.
        others = [other for other in self.programs if other is not program and other.process.poll() is None]
        if code is not None and not (code == 0 and others):
            raise Failure(f"the program ended with {code}:\n{program.output()}")
        return False

    def check_running(self):
        for program in self.programs:
            self.ended(program)

    def close(self):
        """Ends all programs; what they complained of, as text."""
        said = []
        if self.offering:
            self.offering.terminate()
            self.offering.wait()
            self.offering = None
        for program in self.programs:
            died = program.process.poll()
            if died not in (None, 0):
                said.append(f"the program had ended with {died}:\n{program.output()}")
            program.end()
            said += program.complaints()
        if self.modifiers:
            self.xdotool("keyup", *self.modifiers)
        self.modifiers = []
        self.moved = 0
        self.move(SCREEN[0] - 1, SCREEN[1] - 1)
        try:
            wait_for(lambda: not self.on_bus(), "the program to leave the bus")
        finally:
            self.programs = []
        return "\n".join(said)

    # Eyes

    def on_bus(self):
        """What assistive technology sees of the programs started here."""
        return tree.programs(self.bus, {program.process.pid for program in self.programs})

    def settle(self):
        """Until all that was set off has been done: for what is not to happen."""
        steady(lambda: True, "the program to have nothing left to do", 0.2)

    def root(self):
        """The program, as assistive technology sees it."""
        found = self.on_bus()
        if not found:
            self.check_running()
            raise tree.Gone("the program is not on the bus")
        return found[-1]

    def find(self, role=None, name=None, within=None):
        """The first object of a role and a name (text, or a compiled pattern), else None."""
        return next((node.live() for node in (within or self.root()).seen().find(role, name)), None)

    def find_all(self, role=None, name=None, within=None):
        """All of them, as they are now."""
        return list((within or self.root()).seen().find(role, name))

    def focused_node(self):
        """What has the keyboard, as it is now, or None; each window remembers one such."""
        title = self.title(self.focused)
        for window in self.root().seen().children():
            if window.name == title:
                return next(window.find(state="focused"), None)
        return None

    def texts(self, within):
        """All that can be read in a part, a line each."""
        return "\n".join(node.name for node in within.seen().walk() if node.role in ("label", "heading", "link"))

    def get(self, role=None, name=None, within=None):
        """Like find, but waits for it."""

        def look():
            self.check_running()
            return self.find(role, name, within)

        return wait_for(look, f"{role or 'something'} {getattr(name, 'pattern', name)!r}")

    def gone(self, role=None, name=None):
        wait_for(lambda: self.find(role, name) is None, f"{role} {name!r} to go")

    def events(self, timeline=None):
        """The events of the timeline that can be seen: name to node as it is now, in order."""
        timeline = (timeline or self.root()).seen()
        timeline = next(timeline.find("list", "Timeline"), None) if timeline.role != "list" else timeline
        return {} if timeline is None else {node.name: node for node in timeline.children() if node.role == "list item"}

    def event(self, title):
        return wait_for(lambda: next((node.live() for name, node in self.events().items() if name.startswith(title + ", ")), None), f"the event “{title}”")

    def selected(self):
        """The name of the selected event in sight, or None."""
        return next((name for name, node in self.events().items() if "selected" in node.states()), None)

    def places(self):
        """Where the events lie: name to (x, y, width, height) on the screen, at rest."""

        def look():
            timeline = next(self.root().seen().find("list", "Timeline"), None)
            if timeline is None:
                return {}
            events = self.events(timeline)
            tree.learn(events.values())
            dx, dy = self.offset(timeline)
            found = {}
            for name, node in events.items():
                x, y, width, height = node.extents()
                found[name] = (x + dx, y + dy, width, height)
            return found

        # What was moved by hand waits for more of it before it settles.
        return steady(look, "the events to come to rest", 0.8 if time.monotonic() < self.moved + 2 else 0.35)

    def place(self, node):
        """Where an object lies on the screen."""
        node = node.live().seen()
        x, y, width, height = node.extents()
        dx, dy = self.offset(node)
        return (x + dx, y + dy, width, height)

    def offset(self, node):
        """How far on the screen an object is from where its own bus has it,
        which only knows of its window, or of the popover that it is in."""
        # Popovers are windows of the server, and as large as their object.
        popovers = {geometry[2:]: geometry for geometry in map(self.server.geometry, filter(self.server.is_popover, self.windows())) if geometry is not None}
        top, frame = node, node.extents()
        dx = dy = 0
        while frame[2:] not in popovers and top.parent().path != tree.ROOT:
            above = top.parent()
            outer = above.frame()
            # From GTK 4.10 on, what is in the page of a stack is as far off as
            # the page, and then once more.
            if top != node and node.release() >= (4, 10) and frame[:2] != outer[:2] and top.role == "tab panel":
                dx, dy = dx + outer[0] - frame[0], dy + outer[1] - frame[1]
            top, frame = above, outer
        x, y, width, height = frame
        if top.parent().path != tree.ROOT:
            left, up, _, _ = popovers[(width, height)]
            return (dx + left - x, dy + up - y)
        # GTK asks its own questions in windows without a title, on top.
        left, up, outer_width, outer_height = self.geometry(self.window(top.name) if top.name else self.windows()[-1])
        if node.release() < (4, 10):
            # The border that GTK draws where nobody else does.
            left, up = left + (outer_width - width) // 2, up + (outer_height - height) // 2
        elif top != node:
            # It counts in the window, and is taken off what lies inside as well.
            left, up = left - x, up - y
        return (dx + left - x, dy + up - y)

    def middle(self, node):
        x, y, width, height = self.place(node)
        return (x + width // 2, y + height // 2)

    def picture(self):
        """What can be seen on the screen."""
        return Picture(subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "ppm:-"], check=True, stdout=subprocess.PIPE).stdout)

    # Hands

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout

    def windows(self):
        """The numbers of all windows that can be seen, the lowest first."""
        return self.server.windows()

    def window(self, title):
        """The number of the window of a title."""
        return wait_for(lambda: next((number for number in self.windows() if self.title(number) == title), None), f"a window “{title}”")

    def title(self, number):
        return self.server.title(number)

    def focus(self, number):
        """There is no window manager: the keyboard is given by hand."""
        self.xdotool("windowfocus", "--sync", number)
        self.focused = number

    def geometry(self, number):
        geometry = self.server.geometry(number)
        if geometry is None:
            raise tree.Gone(f"no window {number}")
        return geometry

    def key(self, *names):
        self.check_running()
        self.xdotool("key", "--delay", "20", *("+".join(FUNCTION_KEYS.get(part, part) for part in name.split("+")) for name in names))

    def type(self, text):
        self.xdotool("type", "--delay", "20", text)

    def move(self, x, y):
        if self.pointer() != (int(x), int(y)):
            self.xdotool("mousemove", "--sync", int(x), int(y))

    def pointer(self):
        return self.server.pointer()

    def click(self, x, y, button=1, times=1):
        self.check_running()
        self.move(x, y)
        self.xdotool("click", "--repeat", times, "--delay", 40, button)

    def click_node(self, node, button=1):
        """Clicks in the middle of an object, once it stands still."""
        # From GTK 4.10 on an object is told to be as far up and left as all the
        # boxes around it have padding, which in the details and in rows is more than a button.
        node = node.live()
        if button == 1 and node.release() >= (4, 10) and node.role == "button" and (node.is_within("region") or node.is_within("list item")):
            node.activate()
            return
        self.click(*steady(lambda: self.middle(node), "it to stand still", 0.1), button=button)

    def open_submenu(self, name, first):
        """Chooses an item of the open menu that leads to another, until `first` of that is there: what is pressed while
        the menu comes up may be lost, as it is for people."""
        pressed = {"at": None}

        def is_open():
            if pressed["at"] is None or time.monotonic() - pressed["at"] > 5:
                self.click_node(self.get("menu item", name))
                pressed["at"] = time.monotonic()
            return any("menu item" in node.role for node in self.find_all(name=first))

        wait_for(is_open, f"“{first}” in {name}")

    def follow(self, label, right=12):
        """A click on a text in the details, so far right in it; by the keyboard where the
        place is not to be had: from GTK 4.10 on what lies there is told to be elsewhere."""
        if label.release() < (4, 10):
            x, y, _, height = self.place(label)
            self.click(x + right, y + height // 2)
            return
        if "focusable" not in label.states():
            return
        while not wait_for(self.focused_node, "something to have the keyboard").is_within("region"):
            self.key("Tab")
            steady(self.focused_node, "the keyboard to rest")
        # From wherever one is: to the top, and down.
        for key in ["Up"] * 40 + ["Down"] * 40:
            focused = steady(self.focused_node, "the keyboard to rest")
            if focused is not None and focused.path == label.path:
                self.key("Return")
                return
            self.key(key)
        raise Failure(f"the arrow keys do not lead to {label.name}")

    def wheel(self, x, y, notches):
        """Turns the wheel at a point: up where negative."""
        self.move(x, y)
        self.moved = time.monotonic()
        self.xdotool("click", "--repeat", abs(notches), "--delay", 20, 4 if notches < 0 else 5)

    def choose_file(self, path):
        """Gives a path in the file dialog that has the keyboard, and confirms it."""

        def typed():
            node = self.focused_node()
            return node is not None and node.text() == str(path)

        self.key("ctrl+a")
        self.type(str(path))
        # The dialog completes what one types, and may do so late, when the rest
        # of it has been typed: then what it added stands behind the cursor.
        self.settle()
        self.key("shift+End", "Delete")
        wait_for(typed, f"the dialog to have taken {path}")
        self.key("Return")

    def open_dialog(self, keys, title):
        """A dialog that a shortcut opens, with the keyboard in its field for a name."""
        self.key(*keys)
        number = self.window(title)
        self.focus(number)
        wait_for(lambda: self.focused_node() is not None, "the dialog to take the keyboard")
        return number

    def clipboard(self):
        """The text on the clipboard."""
        reader = os.path.join(os.path.dirname(__file__), "clipboard.py")
        result = subprocess.run([sys.executable, reader], env=self.environment(self.folder / "reader", {}), stdout=subprocess.PIPE, text=True, timeout=DEADLINE)
        if result.returncode == SKIPPED:
            raise Skip("no GTK 4 for Python to read the clipboard with")
        equal(result.returncode, 0, "how reading the clipboard ended")
        return result.stdout

    def offer(self, **kinds):
        """Puts texts on the clipboard: html, plain, …; they are there until others are."""
        arguments = []
        for kind, text in kinds.items():
            arguments += ["text/" + kind, self.write("offered." + kind, text)]
        if self.offering:
            self.offering.terminate()
            self.offering.wait()
        writer = os.path.join(os.path.dirname(__file__), "clipboard.py")
        self.offering = subprocess.Popen([sys.executable, writer, *map(str, arguments)], env=self.environment(self.folder / "writer", {}), stdout=subprocess.PIPE, text=True, preexec_fn=end_with_parent)
        if self.offering.stdout.readline() != "offered\n":
            if self.offering.wait() == SKIPPED:
                raise Skip("no GTK 4 for Python to write on the clipboard with")
            raise Failure("nothing could be written on the clipboard")
        # The program asks what there is, when it hears of it.
        self.settle()

    def hold(self, name):
        self.xdotool("keydown", name)
        self.modifiers.append(name)

    def release(self, name):
        self.modifiers.remove(name)
        self.xdotool("keyup", name)

    def drag(self, x, y, dx, dy):
        self.move(x, y)
        self.moved = time.monotonic()
        self.xdotool("mousedown", 1)
        for step in range(1, 9):
            self.xdotool("mousemove", x + dx * step // 8, y + dy * step // 8)
        self.let_go()

    def let_go(self):
        """With a hand at rest: what is let go of in motion goes on by its momentum."""
        time.sleep(REST)
        self.xdotool("mouseup", 1)


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=os.path.abspath)
    parser.add_argument("--data", required=True, type=os.path.abspath)
    parser.add_argument("--po", required=True, type=os.path.abspath)
    parser.add_argument("--source", required=True, type=os.path.abspath)
    parser.add_argument("--required", action="store_true")
    parser.add_argument("--keep", action="store_true", help="keep the folder of the run")
    parser.add_argument("only", nargs="*")
    return parser.parse_args()


def missing():
    found = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not server.is_there():
        found.append("libX11")
    if not any(os.path.exists(path) for path in LAUNCHERS):
        found.append("at-spi2-core")
    return found


def run(*tests):
    """Runs the tests, each with a program of its own, and tells in TAP."""
    options = parse()
    lacking = missing()
    if lacking:
        message = "not installed: " + ", ".join(lacking)
        if options.required:
            print("1..1\nnot ok 1 - the tools are there\n# " + message)
            sys.exit(1)
        print("1..0 # SKIP " + message)
        sys.exit(0)

    libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, lambda *_: sys.exit(1))
    desk = Desk(options)
    if not options.keep:
        atexit.register(shutil.rmtree, desk.folder, ignore_errors=True)
    atexit.register(end_children)
    desk.start()

    tests = [test for test in tests if not options.only or test.__name__ in options.only]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        label = f"{number} - {test.__name__}"
        trouble = skipped = None
        try:
            test(desk)
        except Skip as error:
            skipped = str(error)
        except Exception as error:  # pylint: disable=broad-except
            trouble = f"{type(error).__name__}: {error}\n{''.join(traceback.format_tb(error.__traceback__))}"
            trouble += look_around(desk, test.__name__)
        try:
            said = desk.close()
        except Failure as error:
            said = str(error)
        if said:
            trouble = f"{trouble or ''}\n{said}"
        if trouble:
            failed += 1
            print(f"not ok {label}")
            print("\n".join("# " + line for line in trouble.strip().splitlines()), flush=True)
        else:
            print(f"ok {label}" + (f" # SKIP {skipped}" if skipped else ""), flush=True)
    sys.exit(1 if failed else 0)


def look_around(desk, name):
    """What could be seen when it failed; its picture, where one asks for it."""
    lines = []
    folder = os.environ.get("DATELINE_UI_PICTURES")
    try:
        if folder:
            os.makedirs(folder, exist_ok=True)
            desk.picture().save(os.path.join(folder, name + ".ppm"))
        for level, node in desk.root().seen().walk_levels():
            # Boxes without a name tell nothing.
            if node.name and node.role not in ("widget", "scroll bar"):
                lines.append("  " * level + str(node))
    except (Failure, tree.Gone, subprocess.CalledProcessError, OSError) as error:
        lines.append(str(error))
    return "\n".join(lines)
