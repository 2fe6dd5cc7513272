#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are not what they should be, and what becomes of what is open."""

import os
import pty
import re
import shutil

from harness import check, contains, equal, run, wait_for

BROKEN = '{\n  "title": "A comma too many",\n  "events": [],\n}\n'
GOOD_EVENTS = [
    '{ "id": "one", "title": "The first", "date": "2025-10-25" }',
    '{ "id": "two", "title": "The second", "date": "2025-10-26" }',
]


def timeline(*events):
    return '{\n  "title": "A small one",\n  "events": [\n    ' + ",\n    ".join(events) + "\n  ]\n}\n"


def banner(desk, pattern):
    """The line over the timeline."""
    return desk.find("label", re.compile(pattern))


def test_not_json(desk):
    path = desk.write("broken.json", BROKEN)
    desk.open(path)
    desk.get("label", "The file cannot be opened")
    text = desk.get("label", re.compile("^broken.json")).name
    contains(text, "broken.json, line 4, column 1: ", "file, line and column")
    check(desk.find("list", "Timeline") is None, "there is a timeline all the same")
    desk.get("button", "Open a Timeline…")
    desk.get("button", "Open in Text Editor")
    # And out of there again, by way of assistive technology: GTK from 4.10 on
    # does not know where in the window the button is.
    desk.get("button", "Show the Bundled Timeline").activate()
    desk.event("Inauguration of Takaichi Sanae")


def test_not_there(desk):
    desk.open(desk.folder / "nothing.json")
    desk.get("label", "The file cannot be opened")
    desk.get("label", re.compile("nothing.json"))
    check(desk.find("button", "Open in Text Editor") is None, "what is not there can be edited")
    desk.get("button", "Read Again")
    # Nor need one press that.
    desk.write("nothing.json", timeline(*GOOD_EVENTS))
    desk.event("The first")


def test_dialog_keeps_what_is_open(desk):
    path = desk.write("broken.json", BROKEN)
    desk.open_story()
    main = desk.focused
    desk.key("Right")
    name = wait_for(desk.selected, "an event to be selected")
    desk.open_dialog(["ctrl+o"], "Open a Timeline")
    desk.key("ctrl+l")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a path")
    desk.choose_file(path)
    wait_for(lambda: desk.windows() == [main], "the dialog to close")
    wait_for(lambda: banner(desk, "^broken.json, line 4, column 1: "), "the banner")
    check(desk.find("button", "Show the Bundled Timeline") is None, "a page of its own hides what is open")
    equal(desk.selected(), name, "what is selected")
    check(desk.find("button", "Show Problems") is None, "the banner offers problems that are not there")


def test_dialog_opens(desk):
    path = desk.write("small.dateline.json", timeline(*GOOD_EVENTS))
    desk.open_story()
    desk.open_dialog(["ctrl+o"], "Open a Timeline")
    desk.key("ctrl+l")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a path")
    desk.choose_file(path)
    desk.event("The second")
    desk.window("A small one")


def test_second_window(desk):
    """The same program, started again, opens a window beside the first one."""
    path = desk.write("broken.json", BROKEN)
    desk.open_story()
    first = desk.focused
    second = desk.open(path)
    wait_for(lambda: second.process.poll() == 0, "the second process to hand the file over")
    wait_for(lambda: len(desk.windows()) == 2, "a second window")
    desk.get("label", "The file cannot be opened")
    equal(desk.title(first), "Tokyo and Washington, October 2025", "the first window")
    check(desk.events(), "the timeline of the first window is gone")


def test_problems(desk):
    path = desk.write("half.dateline.json", timeline(GOOD_EVENTS[0], '{ "id": "lost", "title": "No date" }', GOOD_EVENTS[1]))
    desk.open(path)
    desk.event("The first")
    wait_for(lambda: banner(desk, "^1 of 3 events could not be read$"), "the banner")
    desk.click_node(desk.get("button", "Show Problems"))
    desk.focus(desk.window("Problems in the File"))
    said = desk.get("list item", re.compile("^Event left out, No date: ")).name
    contains(said, "line 5, column 5", "line and column")
    contains(said, "has no “date”", "what is wrong")


def test_problems_again(desk):
    """Once the banner is closed, the menu still leads to them."""
    path = desk.write("half.dateline.json", timeline(GOOD_EVENTS[0], '{ "id": "lost", "title": "No date" }'))
    desk.open(path)
    desk.event("The first")
    wait_for(lambda: banner(desk, "could not be read"), "the banner")
    desk.click_node(desk.get("button", "Close this message"))
    desk.gone("button", "Close this message")
    desk.click_node(desk.get("button", "Main menu"))
    desk.click_node(desk.get("menu item", "Problems in the File…"))
    desk.focus(desk.window("Problems in the File"))
    contains(desk.get("list item", re.compile("^Event left out")).name, "has no “date”", "what is wrong")


def test_reload(desk):
    path = desk.write("half.dateline.json", timeline(GOOD_EVENTS[0], '{ "id": "lost", "title": "No date" }', GOOD_EVENTS[1]))
    desk.open(path)
    desk.click_node(desk.event("The second"))
    wait_for(lambda: (desk.selected() or "").startswith("The second"), "the event to be selected")
    check(banner(desk, "could not be read"), "no banner")
    shutil.copy(desk.write("whole.json", timeline(*GOOD_EVENTS, '{ "id": "lost", "title": "Found", "date": "2025-10-27" }')), path)
    desk.key("ctrl+r")
    desk.event("Found")
    wait_for(lambda: banner(desk, "could not be read") is None, "the banner to go")
    wait_for(lambda: (desk.selected() or "").startswith("The second"), "the event to be selected still")
    # A file that got worse changes nothing but the banner.
    path.write_text(BROKEN, encoding="utf-8")
    desk.key("ctrl+r")
    wait_for(lambda: banner(desk, "half.dateline.json, line 4, column 1: "), "the banner of a broken file")
    check(desk.find("button", "Show the Bundled Timeline") is None, "a page of its own hides what is open")
    check("Found" in " ".join(desk.events()), "the open timeline is gone")


def test_no_events(desk):
    desk.open(desk.write("none.dateline.json", '{ "events": [] }\n'))
    desk.get("label", "This timeline has no events")
    desk.get("button", "Open a Timeline…")
    check(desk.find("list", "Timeline") is None, "there is a timeline all the same")


def test_standard_input(desk):
    """A window is there before all has come, and what came can be read anew."""
    read, write = os.pipe()
    program = desk.open("-", stdin=read)
    os.close(read)
    os.write(write, timeline(GOOD_EVENTS[0])[:40].encode())
    desk.get("button", "Cancel")
    os.write(write, timeline(*GOOD_EVENTS)[40:].encode())
    os.close(write)
    desk.event("The second")
    desk.window("A small one")
    desk.key("ctrl+r")
    desk.event("The second")
    check(banner(desk, "stdin") is None, "it cannot be read again")
    check(program.process.poll() is None, "another process shows it")


def test_standard_input_beside(desk):
    """What only the new process can read is not asked of the running one."""
    desk.open_story()
    read, write = os.pipe()
    os.write(write, BROKEN.encode())
    os.close(write)
    second = desk.open("-", stdin=read)
    os.close(read)
    desk.get("label", re.compile("^<stdin>, line 4, column 1: "))
    check(second.process.poll() is None, "the first process shows it")


def test_missing_at_a_terminal(desk):
    """Said where it was typed; the others open."""
    leader, follower = pty.openpty()
    path = desk.write("small.dateline.json", timeline(*GOOD_EVENTS))
    program = desk.open("gone.json", path, "gone too.json", stdin=follower)
    desk.event("The second")
    equal(len(desk.windows()), 1, "windows")
    for name in ("gone.json", "gone too.json"):
        contains(program.output(), f"dateline: {name}: the file does not exist\n", "what is said")
    desk.key("ctrl+q")
    wait_for(lambda: program.process.poll() is not None, "the program to end")
    equal(program.process.returncode, 1, "the exit code")
    program.desk.programs.remove(program)
    os.close(follower)
    os.close(leader)


run(test_not_json, test_not_there, test_dialog_keeps_what_is_open, test_dialog_opens, test_second_window, test_problems, test_problems_again, test_reload, test_no_events, test_standard_input, test_standard_input_beside, test_missing_at_a_terminal)
