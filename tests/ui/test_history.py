#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Back and forth: through views, to bookmarks, and to what was open when it quit."""

import json
import re

from harness import check, equal, run, wait_for, watched
from manager import manage

STORY = "Tokyo and Washington, October 2025"
LAST = "Planned Tokyo summit"


def inside(desk):
    """Where in the timeline the events stand, wherever its window is."""
    places = desk.places()
    left, top, _, _ = desk.place(desk.find("list", "Timeline"))
    return {name: (x - left, y - top, width, height) for name, (x, y, width, height) in places.items()}


def same(desk, places, what):
    """Everything comes to stand where it stood."""

    def there():
        found = inside(desk)
        return list(found) == list(places) and all(max(abs(now - then) for now, then in zip(found[name][:2], places[name][:2])) <= 1 for name in places)

    wait_for(there, lambda: f"what is in sight {what}: {inside(desk)}, not {places}")


def test_keys(desk):
    """Fit, zoom and page are steps, back and forth."""
    desk.open_story()
    views = [inside(desk)]
    for key in ("ctrl+0", "ctrl+plus", "Prior"):
        desk.key(key)
        wait_for(lambda: inside(desk) != views[-1], f"{key} to show something else")
        views.append(inside(desk))
    for view in views[-2::-1]:
        desk.key("alt+Left")
        wait_for(lambda: inside(desk) == view, "Alt+Left to go back")
    desk.key("alt+Left")
    same(desk, views[0], "where there is nothing before it")
    for view in views[1:]:
        desk.key("alt+Right")
        wait_for(lambda: inside(desk) == view, "Alt+Right to go forth")


def test_pointer(desk):
    """A run of the wheel is one step; the mouse's side buttons go back and forth."""
    desk.open_story()
    before = inside(desk)
    x, y, width, height = desk.place(desk.find("list", "Timeline"))
    desk.hold("ctrl")
    desk.wheel(x + width // 2, y + height // 2, -4)
    desk.release("ctrl")
    wait_for(lambda: inside(desk) != before, "the wheel to zoom")
    after = inside(desk)
    desk.click(x + width // 2, y + height // 2, button=8)
    wait_for(lambda: inside(desk) == before, "button 8 to go back")
    desk.click(x + width // 2, y + height // 2, button=9)
    wait_for(lambda: inside(desk) == after, "button 9 to go forth")


def test_selected(desk):
    """What was selected is selected again, and a jump selects only where it leads."""
    desk.open_story()
    desk.key("Right")
    selected = wait_for(desk.selected, "an event to be selected")
    desk.key("Home")
    wait_for(lambda: desk.selected() not in (None, selected), "the first event to be selected")
    desk.key("alt+Left")
    wait_for(lambda: desk.selected() == selected, "what was selected before")


def test_menu(desk):
    """The menu offers what can be done, and no more."""
    desk.open_story()
    desk.key("F10")
    desk.click_node(desk.get("menu item", "Go"))
    back = desk.get("menu item", "Back")
    check("enabled" not in back.states() and "sensitive" not in back.states(), "there is a way back from the start")
    desk.key("Escape")
    desk.gone("menu item", "Back")
    before = inside(desk)
    desk.key("ctrl+0")
    wait_for(lambda: inside(desk) != before, "to see everything")
    desk.key("F10")
    desk.click_node(desk.get("menu item", "Go"))
    desk.click_node(desk.get("menu item", "Back"))
    wait_for(lambda: inside(desk) == before, "the menu to go back")


# Bookmarks


def bookmark(desk):
    """Bookmarks what is seen, and returns how that is called."""
    desk.key("ctrl+d")
    said = re.compile("The view was bookmarked as “(.*)”")
    return said.search(desk.get("label", said).name)[1]


def rows(desk):
    """The titles of the bookmarks that are listed, from top to bottom."""
    popover = desk.find("list", "Bookmarks")
    return [] if popover is None else [node.name for node in popover.seen().children() if node.role == "list item"]


def expect_rows(desk, *expected):
    wait_for(lambda: rows(desk) == list(expected), lambda: f"the bookmarks {expected}, not {rows(desk)}")


def test_bookmarks(desk):
    """One is made, found after the next start, and gone to."""
    program = desk.open_story()
    before = inside(desk)
    equal(bookmark(desk), "18 October – 1 November 2025", "how it is called")
    desk.key("ctrl+d")
    desk.get("label", "This view is already bookmarked as “18 October – 1 November 2025”.")
    desk.key("ctrl+0")
    wait_for(lambda: inside(desk) != before, "to see everything")
    everything = inside(desk)
    equal(bookmark(desk), "2012–2025", "how the whole is called")
    quit_program(desk, program)

    desk.open(home=program.home)
    wait_for(lambda: inside(desk) == everything, "what was seen last")
    desk.key("ctrl+b")
    expect_rows(desk, "18 October – 1 November 2025", "2012–2025")
    desk.key("Return")
    wait_for(lambda: inside(desk) == before, "the view that was bookmarked")
    wait_for(lambda: (desk.focused_node() or program).name == "Timeline", "the keyboard to be on the timeline")
    desk.key("alt+Left")
    wait_for(lambda: inside(desk) == everything, "Alt+Left to go back from there")


def test_bookmark_state(desk):
    """It brings back lanes and what was selected."""
    desk.open_story()
    desk.click_node(desk.event(LAST))
    selected = wait_for(desk.selected, "the event to be selected")
    before = inside(desk)
    bookmark(desk)
    desk.key("alt+Up", "Escape", "ctrl+0")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    desk.key("ctrl+b")
    wait_for(lambda: rows(desk), "the bookmarks")
    desk.key("Return")
    wait_for(lambda: desk.selected() == selected, "what was selected")
    wait_for(lambda: inside(desk) == before, "the view and its lanes")


def focus_name(desk):
    node = desk.focused_node()
    return node and node.name


def test_bookmark_list(desk):
    """To rename, to put in order, to delete: all by keyboard, and by buttons."""
    manage(desk)
    desk.open_story()
    desk.key("ctrl+b")
    desk.get("label", "No view of this timeline is bookmarked yet.")
    desk.key("Return")
    wait_for(lambda: len(rows(desk)) == 1, "the button to bookmark the view")
    desk.key("Escape")
    wait_for(lambda: rows(desk) == [], "the list to close")
    desk.key("ctrl+0")
    bookmark(desk)
    desk.key("ctrl+b")
    first, second = "18 October – 1 November 2025", "2012–2025"
    expect_rows(desk, first, second)
    wait_for(lambda: focus_name(desk) == first, "the keyboard to be on the first")
    desk.key("F2")
    wait_for(lambda: focus_name(desk) == "Title", "a field for the title")
    desk.type("  Days of the visit ")
    desk.key("Return")
    expect_rows(desk, "Days of the visit", second)
    wait_for(lambda: focus_name(desk) == "Days of the visit", "the keyboard to be on the row again")
    # Escape gives up renaming, and not the list.
    desk.key("F2")
    wait_for(lambda: focus_name(desk) == "Title", "a field for the title")
    desk.type("x")
    desk.key("Escape")
    wait_for(lambda: focus_name(desk) == "Days of the visit", "Escape to give up renaming")
    desk.key("alt+Down")
    expect_rows(desk, second, "Days of the visit")
    wait_for(lambda: focus_name(desk) == "Days of the visit", "the keyboard to go along")
    desk.key("alt+Up")
    expect_rows(desk, "Days of the visit", second)
    desk.get("button", f"Delete “{second}”").activate()
    expect_rows(desk, "Days of the visit")
    wait_for(lambda: focus_name(desk) == "Days of the visit", "the keyboard to be on the one that is left")
    desk.key("Delete")
    desk.get("label", "No view of this timeline is bookmarked yet.")


def test_damaged_bookmarks(desk):
    """They are put aside, which is said, and new ones are made."""
    program = desk.open_story()
    file = program.home / "data" / "dateline" / "bookmarks"
    file.parent.mkdir(parents=True)
    file.write_text("{'version'", encoding="utf-8")
    desk.key("ctrl+b")
    desk.get("label", re.compile(f"The bookmarks are damaged .*{re.escape(str(file))}.damaged"))
    equal(file.with_name("bookmarks.damaged").read_text(encoding="utf-8"), "{'version'", "what was put aside")
    desk.key("Escape")
    wait_for(lambda: desk.find("list", "Bookmarks") is None, "the list to close")
    bookmark(desk)
    check("18 October" in file.read_text(encoding="utf-8"), "nothing new was kept")


# The next start


def ended(desk, program):
    """Waits until the program has ended by itself."""
    wait_for(lambda: program.process.poll() is not None, "the program to end")
    equal(program.process.returncode, 0, "how it ended")
    equal(program.complaints(), [], "what it complained of")
    watched.discard(program.process.pid)
    desk.programs.remove(program)


def quit_program(desk, program):
    desk.key("ctrl+q")
    ended(desk, program)


def open_each(desk, files):
    """A window for each; of the first, the program."""
    programs = [desk.open(file) for file in files]
    return programs[0]


def titles(desk):
    return sorted(node.name for node in desk.root().seen().children())


def small(title):
    events = [{"id": f"e{month}", "title": f"{title} {month}", "date": f"2025-{month:02}-10"} for month in range(1, 13)]
    return json.dumps({"title": title, "events": events})


def test_restore(desk):
    """File, view, lanes, what is selected, panes and size come back."""
    manage(desk)
    file = desk.write("one.dateline.json", small("One"))
    program = desk.open(file)
    desk.event("One 3")
    desk.xdotool("windowsize", desk.focused, 900, 600)
    wait_for(lambda: desk.geometry(desk.focused)[2:] == (900, 600), "another size")
    desk.click_node(desk.event("One 3"))
    selected = wait_for(desk.selected, "an event to be selected")
    desk.key("ctrl+plus", "F9")
    wait_for(lambda: desk.find("region", "Details") is None, "the details to go")
    before = inside(desk)
    quit_program(desk, program)

    desk.open(home=program.home)
    desk.window("One")
    wait_for(lambda: desk.geometry(desk.focused)[2:] == (900, 600), "its size")
    wait_for(lambda: desk.selected() == selected, "what was selected")
    same(desk, before, "after the next start")
    check(desk.find("region", "Details") is None, "the details are there again")
    check(not desk.root().seen().children()[1:], "there is more than one window")


def test_named_file(desk):
    """A file that is asked for by its name begins where it begins."""
    file = desk.write("one.dateline.json", small("One"))
    program = desk.open(file)
    desk.event("One 3")
    before = inside(desk)
    desk.key("ctrl+plus")
    wait_for(lambda: inside(desk) != before, "to be nearer")
    quit_program(desk, program)
    desk.open(file, home=program.home)
    same(desk, before, "where the file was named")


def test_windows(desk):
    """All that were open when it was quit; what was closed before stays closed."""
    manage(desk)
    files = [desk.write(f"{name}.dateline.json", small(name)) for name in ("One", "Two", "Three")]
    program = open_each(desk, files)
    wait_for(lambda: titles(desk) == ["One", "Three", "Two"], "three windows")
    desk.focus(desk.window("Two"))
    desk.key("ctrl+w")
    wait_for(lambda: titles(desk) == ["One", "Three"], "one to close")
    quit_program(desk, program)

    program = desk.open(home=program.home)
    wait_for(lambda: titles(desk) == ["One", "Three"], "those that were open")
    desk.focus(desk.window("One"))
    desk.key("ctrl+w")
    wait_for(lambda: titles(desk) == ["Three"], "“One” to close")
    desk.focus(desk.window("Three"))
    desk.key("ctrl+w")
    ended(desk, program)

    desk.open(home=program.home)
    wait_for(lambda: titles(desk) == ["Three"], "the last one alone")


def test_gone(desk):
    """A file that is gone is said so, of several each, and the others are there."""
    manage(desk)
    files = [desk.write(f"{name}.dateline.json", small(name)) for name in ("One", "Two", "Three", "Four")]
    program = open_each(desk, files[:2])
    wait_for(lambda: titles(desk) == ["One", "Two"], "two windows")
    desk.open(*files[2:])
    wait_for(lambda: titles(desk) == ["One", "Three and Four", "Two"], "three windows")
    quit_program(desk, program)
    for file in (files[0], *files[2:]):
        file.unlink()
    desk.open(home=program.home)
    desk.get("label", "“One.dateline.json” is no longer there.")
    desk.get("label", "“Three.dateline.json” is no longer there.\n“Four.dateline.json” is no longer there.")
    desk.get("label", "No timeline is open")
    wait_for(lambda: titles(desk) == ["Dateline", "Dateline", "Two"], "the other window")
    desk.event("Two 3")


def test_crash(desk):
    """Little is lost where it does not end as it should."""
    program = desk.open_story()
    file = program.home / "state" / "dateline" / "session"
    before = inside(desk)
    desk.key("ctrl+0")
    wait_for(lambda: inside(desk) != before, "to see everything")
    everything = inside(desk)
    wait_for(lambda: file.exists() and "1356363141" in file.read_text(encoding="utf-8"), "it to be kept")
    program.process.kill()
    program.process.wait()
    watched.discard(program.process.pid)
    desk.programs.remove(program)
    desk.open(home=program.home)
    same(desk, everything, "after the crash")


def test_unreadable(desk):
    """What is not understood is passed over."""
    program = desk.open_story()
    file = program.home / "state" / "dateline" / "session"
    before = inside(desk)
    desk.key("ctrl+0")
    wait_for(lambda: inside(desk) != before, "to see everything")
    quit_program(desk, program)
    for text in ("", "{", "{'version': <uint32 99>}", "{'version': <uint32 1>, 'windows': <[{'uri': <1>}, @a{sv} {}]>}"):
        file.write_text(text, encoding="utf-8")
        program = desk.open(home=program.home)
        same(desk, before, f"where the state was {text!r}")
        quit_program(desk, program)


def test_not_restored(desk):
    """Whoever does not want that has the bundled story, and nothing is kept."""
    program = desk.open(desk.write("one.dateline.json", small("One")))
    desk.event("One 3")
    file = program.home / "state" / "dateline" / "session"
    wait_for(file.exists, "it to be kept")
    desk.key("F10")
    desk.open_submenu("Preferences", "Restore Windows at Start")
    item = wait_for(lambda: next((node for node in desk.find_all(name="Restore Windows at Start") if "menu item" in node.role), None), "the menu")
    item.activate()
    wait_for(lambda: not file.exists(), "nothing to be kept")
    quit_program(desk, program)
    check(not file.exists(), "it was kept all the same")
    desk.open(home=program.home)
    desk.window(STORY)


run(
    test_keys,
    test_pointer,
    test_selected,
    test_menu,
    test_bookmarks,
    test_bookmark_state,
    test_bookmark_list,
    test_damaged_bookmarks,
    test_restore,
    test_named_file,
    test_windows,
    test_gone,
    test_crash,
    test_unreadable,
    test_not_restored,
)
