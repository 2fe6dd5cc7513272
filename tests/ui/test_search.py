#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching: the bar, what it says, the way from hit to hit, and where the keyboard is."""

import json

from harness import check, equal, run, wait_for

CALL = "First phone call, Malaysia trip"
REMARKS = "Remarks to reporters after the call"

# A file whose hits lie far apart.
FAR = {
    "view": "2025-10",
    "people": [{"id": "p", "name": "高市早苗", "aliases": ["Takaichi"]}],
    "events": [
        {"id": "old", "title": "条約に署名", "date": "1951-09-08"},
        {"id": "now", "title": "Talks", "date": "2025-10-10", "summary": "About the treaty."},
        {"id": "next", "title": "条約と電話会談", "date": "2025-10-20", "people": ["p"]},
        {"id": "far", "title": "Treaty ends", "date": "2099"},
    ],
}


def field(desk):
    return desk.find(None, "Search")


def count(desk):
    """What the bar says of the number of hits: a label that has the field's company."""
    node = field(desk)
    return "" if node is None else next((label.name for label in reversed(desk.find_all("label", within=node.parent()))), "")


def says(desk, text):
    wait_for(lambda: count(desk) == text, lambda: f"the bar to say {text!r}, not {count(desk)!r}")


def has_focus(desk, node):
    return node is not None and "focused" in node.states()


def search(desk, text):
    """Ctrl+F and the words."""
    desk.key("ctrl+f")
    wait_for(lambda: has_focus(desk, field(desk)), "the field to have the keyboard")
    desk.type(text)
    wait_for(lambda: field(desk).text() == text, f"the field to hold {text!r}")


def type_by_number(desk, text):
    """By the numbers of its characters: there is no key for them on this keyboard."""
    for character in text:
        desk.key("ctrl+shift+u", *f"{ord(character):x}", "space")


def is_selected(desk, title):
    wait_for(lambda: (desk.selected() or "").startswith(title), lambda: f"“{title}” to be selected, not {desk.selected()!r}")


def test_words(desk):
    """Enter and Shift+Enter from the field, Ctrl+G from anywhere."""
    desk.open_story()
    search(desk, "call")
    says(desk, "14 found")
    desk.key("Return")
    # From what is in sight on; others come before it.
    says(desk, "5 of 14")
    first = wait_for(desk.selected, "a hit to be selected")
    desk.key("Return")
    says(desk, "6 of 14")
    check(has_focus(desk, field(desk)), "the field keeps the keyboard")
    desk.key("shift+Return")
    says(desk, "5 of 14")
    is_selected(desk, first)
    desk.key("ctrl+g")
    says(desk, "6 of 14")
    desk.key("ctrl+shift+g")
    says(desk, "5 of 14")
    # Words are AND, a phrase is one.
    desk.key("ctrl+a")
    desk.type("takaichi call phone")
    says(desk, "1 found")
    desk.key("ctrl+a")
    desk.type('"call phone')
    says(desk, "No results")
    for name in ("Previous hit", "Next hit", "End the search"):
        desk.get("button", name)


def test_typing(desk):
    """To type is to search, where the timeline has the keyboard; keys of its own stay that."""
    desk.open_story()
    desk.key("Home")
    wait_for(desk.selected, "an event to be selected")
    desk.key("space")
    desk.key("plus")
    desk.key("minus")
    desk.settle()
    check(field(desk) is None, "keys of the timeline begin no search")
    desk.type("gracious")
    wait_for(lambda: has_focus(desk, field(desk)), "the field to have the keyboard")
    wait_for(lambda: field(desk).text() == "gracious", "the field to have all that was typed")
    says(desk, "1 found")
    desk.key("Return")
    is_selected(desk, REMARKS)
    says(desk, "1 of 1")


def test_escape(desk):
    """The keyboard goes back to where it came from, and nothing is searched for any more."""
    desk.open_story()
    desk.key("Home")
    wait_for(desk.selected, "an event to be selected")
    selected = desk.selected()
    search(desk, "call")
    wait_for(lambda: count(desk).endswith("found") or " of " in count(desk), "hits")
    desk.key("Escape")
    wait_for(lambda: field(desk) is None or not has_focus(desk, field(desk)), "the field to lose the keyboard")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().name == selected, "the event to have the keyboard")
    equal(desk.selected(), selected, "what was selected stays selected")
    # Again: the field is empty, and what is searched for begins anew.
    desk.key("ctrl+f")
    wait_for(lambda: has_focus(desk, field(desk)), "the field to have the keyboard")
    equal(field(desk).text(), "", "what stands in the field")
    desk.key("Escape")
    wait_for(lambda: not has_focus(desk, field(desk)), "the field to lose the keyboard")
    # Once more undoes the selection, as ever.
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")


def test_escape_from_afar(desk):
    """While the keyboard is elsewhere Escape ends the search before the selection."""
    desk.open_story()
    search(desk, "first malaysia")
    desk.key("Return")
    is_selected(desk, CALL)
    desk.click_node(desk.event(CALL))
    wait_for(lambda: not has_focus(desk, field(desk)), "the timeline to have the keyboard")
    desk.key("Escape")
    wait_for(lambda: count(desk) == "", "the search to end")
    is_selected(desk, CALL)
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")


def red(desk):
    """Of the field, how many pixels are rather red."""
    part = desk.picture().part(*desk.place(field(desk)))
    return sum(part[i] > part[i + 1] + 60 and part[i] > part[i + 2] + 60 for i in range(0, len(part), 3))


def test_nothing(desk):
    """Said in words, and by the field's state; no key goes anywhere."""
    desk.open_story()
    search(desk, "zeppelin")
    says(desk, "No results")
    # GTK 4.8 tells assistive technology nothing of what is invalid: it is seen.
    wait_for(lambda: red(desk) > 0, "the field to show that it is wrong")
    desk.key("Return")
    desk.settle()
    check(desk.selected() is None, "nothing is selected")
    desk.key("ctrl+a")
    desk.type("abe")
    wait_for(lambda: count(desk).endswith("found"), "something to be found")
    wait_for(lambda: red(desk) == 0, "the field to be as usual again")


def test_far(desk):
    """Hits out of sight are flown to; Japanese, and an alias of somebody."""
    desk.open(str(desk.write("far.dateline.json", json.dumps(FAR))))
    desk.event("Talks")
    search(desk, "treaty")
    says(desk, "2 found")
    desk.key("Return")
    is_selected(desk, "Talks")
    desk.key("Return")
    is_selected(desk, "Treaty ends")
    says(desk, "2 of 2")
    # Around the ends.
    desk.key("F3")
    says(desk, "1 of 2")
    is_selected(desk, "Talks")
    desk.key("shift+F3")
    says(desk, "2 of 2")
    desk.key("ctrl+a")
    type_by_number(desk, "条約")
    wait_for(lambda: field(desk).text() == "条約", "the field to hold what was typed")
    says(desk, "2 found")
    desk.key("Return")
    is_selected(desk, "条約に署名")
    desk.key("End")
    desk.type(" takaichi")
    wait_for(lambda: field(desk).text() == "条約 takaichi", "the field to hold what was typed")
    says(desk, "1 found")
    desk.key("Return")
    is_selected(desk, "条約と電話会談")


def marker(picture):
    """How much of the screen has the colour of a marker."""
    return sum(picture.samples[i : i + 3] == b"\xff\xe4\x5c" for i in range(0, len(picture.samples), 3))


def test_marks(desk):
    """In the picture and in the details, and gone with the search."""
    desk.open_story()
    check(marker(desk.picture()) == 0, "nothing is marked before")
    search(desk, "gracious")
    wait_for(lambda: marker(desk.picture()) > 100, "the word to be marked in the picture")
    picture = marker(desk.picture())
    desk.key("Return")
    is_selected(desk, REMARKS)
    wait_for(lambda: marker(desk.picture()) > picture + 100, "the word to be marked in the details too")
    desk.key("Escape")
    wait_for(lambda: marker(desk.picture()) == 0, "the marks to go")


def test_marks_go(desk):
    """Where a word that is found becomes one that is not, of every text in the details."""
    desk.open_story()
    desk.key("Home")
    wait_for(lambda: desk.selected() is not None, "an event to be selected")
    search(desk, "e")
    wait_for(lambda: marker(desk.picture()) > 100, "its letters to be marked")
    desk.type("zz")
    says(desk, "No results")
    wait_for(lambda: marker(desk.picture()) == 0, "the marks to go with what is found")
    desk.key("Escape")
    check(marker(desk.picture()) == 0, "no mark comes back")


run(test_words, test_typing, test_escape, test_escape_from_afar, test_nothing, test_far, test_marks, test_marks_go)
