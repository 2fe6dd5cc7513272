#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading about an event by keyboard: Enter leads into its details, which are one
stop of Tab, up and down lead from piece to piece, and Escape leads back."""

import re

from harness import check, equal, near, run, wait_for
from manager import manage

CALL = "First phone call, Malaysia trip"
SUMMIT = "Planned Tokyo summit"
QUOTED = "Remarks to reporters after the call"


def focus(desk):
    """What has the keyboard, as (role, name)."""
    node = desk.focused_node()
    return ("", "") if node is None else (node.role, node.name)


def go_to(desk, title):
    """The name of an event, when it is selected and has the keyboard."""
    for _ in range(15):
        before = desk.selected()
        desk.key("Right")
        name = wait_for(lambda: desk.selected() != before and focus(desk) == ("list item", desk.selected()) and desk.selected(), "the next event")
        if name.startswith(title + ", "):
            return name
    raise AssertionError(f"there is no “{title}”")


def enter(desk, title):
    desk.key("Return")
    wait_for(lambda: focus(desk) == ("heading", title), lambda: f"the details of “{title}” to have the keyboard, not {focus(desk)}")


def walk(desk, key="Down"):
    """All pieces from here on."""
    pieces = [focus(desk)]
    for _ in range(60):
        before = desk.focused_node()
        desk.key(key)
        desk.settle()
        if desk.focused_node() == before:
            return pieces
        pieces.append(focus(desk))
    raise AssertionError(f"{key} comes to no end: {pieces}")


def test_there_and_back(desk):
    """Into the details and back to the event, which stays selected; then Escape goes on as ever."""
    manage(desk)
    desk.open_story()
    name = go_to(desk, CALL)
    enter(desk, CALL)
    desk.key("Escape")
    wait_for(lambda: focus(desk) == ("list item", name), lambda: f"the event to have the keyboard, not {focus(desk)}")
    equal(desk.selected(), name, "what is selected")
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    # Also where they were not there.
    go_to(desk, SUMMIT)
    desk.key("F9")
    wait_for(lambda: desk.find("region", "Details") is None, "the details to be hidden")
    enter(desk, SUMMIT)


def test_pieces(desk):
    """Headings, links, quotes and who said them."""
    desk.open_story()
    go_to(desk, CALL)
    enter(desk, CALL)
    pieces = walk(desk)
    check(all(name for _, name in pieces), f"something has no name: {pieces}")
    headings = [name for role, name in pieces if role == "heading"]
    equal(headings, [CALL, "Related", "Sources"], "the headings on the way")
    links = [name for role, name in pieces if role == "link"]
    check(any(name.startswith("leads to " + SUMMIT) for name in links), f"no link to the summit among {links}")
    # What leads nowhere is none: where it was, and a source without an address.
    for words in ("Kuala Lumpur", "Block Media"):
        check(any(role == "label" and words in name for role, name in pieces), f"“{words}” is not read as a text in {pieces}")
    equal(walk(desk, "Up")[-1], ("label", "Happened"), "the first of all")
    quotes = [node.name for node in desk.get("region", "Details").seen().walk() if node.role in ("group", "grouping", "panel") and node.name.startswith("Quote: ")]
    check(len(quotes) == 3 and all(name == "Quote: Takaichi Sanae" for name in quotes), f"the quotes are by {quotes}")


def test_one_stop(desk):
    """Tab leaves all that is read at once, and comes back to where one was."""
    desk.open_story()
    go_to(desk, CALL)
    enter(desk, CALL)
    desk.key("Down", "Down")
    piece = wait_for(lambda: focus(desk)[1] not in ("", CALL) and focus(desk), "another piece")
    desk.settle()
    piece = focus(desk)
    desk.key("Tab")
    wait_for(lambda: focus(desk)[1].startswith("Previous event: "), lambda: f"Tab to leave what is read, not {focus(desk)}")
    desk.key("shift+Tab")
    wait_for(lambda: focus(desk) == piece, lambda: f"Shift+Tab to come back to {piece}, not {focus(desk)}")


def test_link(desk):
    """A link is followed, and one goes on reading there."""
    desk.open_story()
    go_to(desk, CALL)
    enter(desk, CALL)
    for _ in range(40):
        before = desk.focused_node()
        desk.key("Down")
        wait_for(lambda: desk.focused_node() not in (None, before), "Down to go on")
        if focus(desk)[1].startswith("leads to " + SUMMIT):
            break
    desk.key("Return")
    wait_for(lambda: (desk.selected() or "").startswith(SUMMIT) and focus(desk) == ("heading", SUMMIT), "the summit to be read")


def n_selections(node):
    return node.call("org.a11y.atspi.Text", "GetNSelections")[0]


def test_selection(desk):
    """What is selected of a text is not when one has left it."""
    desk.open_story()
    go_to(desk, CALL)
    enter(desk, CALL)
    title = desk.focused_node()
    for leave, there in (("Down", lambda: focus(desk)[1] != CALL), ("Tab", lambda: focus(desk)[1].startswith("Previous event: ")), ("Escape", lambda: focus(desk)[0] == "list item")):
        equal(n_selections(title), 0, f"what is selected before {leave}")
        desk.key("ctrl+a")
        wait_for(lambda: n_selections(title) == 1, "the title to be selected")
        desk.key(leave)
        wait_for(there, f"{leave} to leave the title")
        wait_for(lambda: n_selections(title) == 0, f"{leave} to clear what is selected")
        if leave == "Down":
            desk.key("Up")
        elif leave == "Tab":
            desk.key("shift+Tab")
        if leave != "Escape":
            wait_for(lambda: focus(desk) == ("heading", CALL), "the title again")


def test_centre(desk):
    """Ctrl+Enter brings the event to the middle, and again shows it as large as its neighbours allow."""
    desk.open_story()
    name = go_to(desk, CALL)
    desk.key("Page_Down")
    left, _, width, _ = desk.place(desk.get("list", "Timeline"))
    desk.places()
    desk.key("ctrl+Return")

    def middle():
        x, _, wide, _ = desk.places().get(name, (0, 0, 0, 0))
        return wide and x

    wait_for(middle, "the event to be in sight")
    before = desk.places()
    near(before[name][0], left + width / 2, width / 4, "where the event begins")
    desk.key("ctrl+Return")
    wait_for(lambda: desk.places() != before, "the event to be fitted")
    check(focus(desk) == ("list item", name), "the event has the keyboard no more")


def test_list(desk):
    """The same from the list."""
    desk.open_story()
    desk.key("ctrl+2")
    wait_for(lambda: focus(desk)[0] == "list item", "the list to have the keyboard")
    desk.key("End")
    wait_for(lambda: SUMMIT in focus(desk)[1], "the last event")
    row = focus(desk)
    enter(desk, SUMMIT)
    desk.key("Escape")
    wait_for(lambda: focus(desk) == row, lambda: f"the row to have the keyboard, not {focus(desk)}")
    desk.key("ctrl+Return")
    wait_for(lambda: focus(desk)[0] == "list item" and focus(desk)[1] == desk.selected() and re.match(SUMMIT, desk.selected()), "the event in the timeline")


run(test_there_and_back, test_pieces, test_one_stop, test_link, test_selection, test_centre, test_list)
