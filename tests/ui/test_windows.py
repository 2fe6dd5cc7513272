#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows: one for each file, the steps back that Escape takes, and what a
window says for a moment."""

import json
import os
import subprocess

from harness import check, equal, run, steady, wait_for
from manager import manage

STORY = "Tokyo and Washington, October 2025"


def small(title):
    return json.dumps({"title": title, "events": [{"id": "one", "title": f"One of {title}", "date": "2025-10-25"}]})


def again(desk, *arguments, cwd=None):
    """The program once more, as from a terminal; it hands its files over and ends."""
    first = desk.programs[0]
    result = subprocess.run([desk.options.program, *map(str, arguments)], env=first.environment, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=40, check=False)
    equal(result.returncode, 0, f"how {arguments} ended: {result.stderr}")


def active(desk):
    """The title of the window that has the keyboard."""
    result = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return result.stdout.strip()


def titles(desk):
    return sorted(node.name for node in desk.root().seen().children())


def test_same_file(desk):
    """By whatever path it is named, a file has one window, which comes to the front."""
    manage(desk)
    one = desk.write("one.dateline.json", small("Number one"))
    two = desk.write("two.dateline.json", small("Number two"))
    link = desk.folder / "link.dateline.json"
    link.symlink_to("one.dateline.json")
    desk.open(one)
    desk.event("One of Number one")
    again(desk, two)
    wait_for(lambda: titles(desk) == ["Number one", "Number two"], "a second window")
    wait_for(lambda: active(desk) == "Number two", "the second window to come to the front")
    for name in (one, "./one.dateline.json", "../" + desk.folder.name + "/one.dateline.json", link):
        again(desk, name, cwd=desk.folder)
        wait_for(lambda: active(desk) == "Number one", f"{name} to raise its window", 10)
        again(desk, two)
        wait_for(lambda: active(desk) == "Number two", "the other one to come to the front", 10)
        equal(titles(desk), ["Number one", "Number two"], f"the windows after {name}")


def test_cancel(desk):
    """Whoever gives up the first load gets the start page, not an empty window."""
    pipe = desk.folder / "slow.dateline.json"
    os.mkfifo(pipe)
    desk.open(pipe)
    desk.click_node(desk.get("button", "Cancel"))
    desk.get("label", "No timeline is open")

    def focus():
        node = desk.focused_node()
        return node and node.name

    wait_for(lambda: focus() == "Open a Timeline…", "the keyboard to be on the page")
    desk.key("Tab")
    wait_for(lambda: focus() == "Show the Bundled Timeline", "Tab to go on")
    desk.key("Return")
    desk.event("Inauguration of Takaichi Sanae")


def n_details(desk):
    return len(desk.find_all("region", "Details"))


def test_details_everywhere(desk):
    """F9 hides the details, in each window; Escape leaves them beside the timeline."""
    desk.open_story()
    wait_for(lambda: n_details(desk) == 1, "the details")
    desk.key("Escape")
    first = desk.focused
    desk.key("ctrl+n")
    second = wait_for(lambda: next((number for number in desk.windows() if number != first), None), "a second window")
    wait_for(lambda: n_details(desk) == 2, "the details in both windows")
    desk.focus(first)
    desk.key(F9)
    wait_for(lambda: n_details(desk) == 0, "F9 to hide the details everywhere")
    desk.focus(second)
    desk.key("Right", "Return")
    wait_for(lambda: n_details(desk) == 1, "what Enter opens to be read")


# By their codes: of newer keymaps xdotool takes a level that needs Alt.
F9, F11 = "75", "95"


def test_escape_out_of_full_screen(desk):
    manage(desk)
    desk.open_story()
    number = desk.focused

    def size():
        return steady(lambda: desk.geometry(number)[2:], "the window to have its size")

    before = size()
    desk.key("Right")
    name = wait_for(desk.selected, "an event to be selected")
    desk.key(F11)
    wait_for(lambda: size() == (1400, 900), "full screen")
    desk.key("Escape")
    wait_for(lambda: size() == before, "Escape to leave full screen")
    wait_for(lambda: desk.selected() == name, "it to be selected still")
    wait_for(lambda: n_details(desk) == 1, "the details still")


def another(desk, known):
    """One more window, by its key."""
    desk.key("ctrl+n")
    number = wait_for(lambda: next((number for number in desk.windows() if number not in known), None), "another window")
    desk.focus(number)
    return number


def test_next_window(desk):
    """It begins as the last one was: as large, maximized or not, but not full screen."""
    manage(desk)
    desk.open_story(double_clicks=True)
    first = desk.focused

    def size(number):
        return steady(lambda: desk.geometry(number)[2:], "the window to have its size")

    desk.xdotool("windowsize", first, 1000, 700)
    wait_for(lambda: size(first) == (1000, 700), "another size")
    desk.key("F11")
    wait_for(lambda: size(first) == (1400, 900), "full screen")
    second = another(desk, [first])
    equal(size(second), (1000, 700), "the size of the next window")

    x, y, width, _ = desk.geometry(second)
    desk.click(x + width // 3, y + 24, times=2)
    wait_for(lambda: size(second) == (1400, 900), "the window to be maximized")
    third = another(desk, [first, second])
    wait_for(lambda: size(third) == (1400, 900), "the next one to be maximized")
    # What closes is still what it was.
    desk.key("ctrl+w")
    wait_for(lambda: third not in desk.windows(), "it to close")
    fourth = another(desk, [first, second])
    wait_for(lambda: size(fourth) == (1400, 900), "the one after to be maximized")
    x, y, width, _ = desk.geometry(fourth)
    desk.click(x + width // 3, y + 24, times=2)
    wait_for(lambda: size(fourth) == (1000, 700), "it to have its size again")


def test_toast(desk):
    """What has just been done can be read out."""
    desk.open_story()
    desk.key("Right")
    wait_for(desk.selected, "an event to be selected")
    desk.key("ctrl+shift+c")
    label = desk.get("label", "The citation was copied.")
    check("status" in label.parent().role, f"it is in no status: {label.parent()}")


def test_shortcuts(desk):
    """Keys have their names, and GTK has nothing to complain of."""
    program = desk.open_story()
    desk.key("ctrl+question")
    wait_for(lambda: len(desk.windows()) == 2, "the window of shortcuts")
    # Names of all its labels, also on the page that is not shown.
    desk.get("label", "Page Up")
    labels = [node.name for node in desk.root().seen().walk() if node.role == "label"]
    check("Page Down" in labels, f"no Page Down: {labels}")
    equal([name for name in labels if "_" in name], [], "names of constants")
    check("min width" not in program.output(), program.output())


run(test_cancel, test_details_everywhere, test_toast, test_shortcuts, test_same_file, test_escape_out_of_full_screen, test_next_window)
