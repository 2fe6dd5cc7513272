#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the selected event is related to: by key, by pointer, and by name."""

import re

from harness import check, run, steady, wait_for

CALL = "First phone call, Malaysia trip"
SUMMIT = "Planned Tokyo summit"
INAUGURATION = "Inauguration of Takaichi Sanae"
SHARES = "Defence-related shares rise"
LONG_AGO = "Shinzo Abe dies"
CHIP = re.compile("^see also " + LONG_AGO + ", ")


def selected(desk, title):
    wait_for(lambda: (desk.selected() or "").startswith(title + ", "), f"{title} to be selected")


def select(desk, title):
    desk.click(*desk.middle(desk.event(title)))
    selected(desk, title)


def test_keys(desk):
    """] follows what an event leads to, [ goes back, and ] then takes the next."""
    desk.open_story()
    select(desk, INAUGURATION)
    desk.key("bracketright")
    selected(desk, SHARES)
    desk.key("bracketleft")
    selected(desk, INAUGURATION)
    desk.key("bracketright")
    selected(desk, CALL)
    desk.key("bracketright")
    selected(desk, SUMMIT)
    desk.key("bracketleft", "bracketleft")
    selected(desk, INAUGURATION)
    # The keyboard is on what is selected, so that a screen reader says it.
    wait_for(lambda: (desk.focused_node().name or "").startswith(INAUGURATION), "the keyboard to be on the event")


def test_back(desk):
    """Alt+Left leads back along a relation, where the view has not moved too."""
    desk.open_story()
    select(desk, INAUGURATION)
    desk.key("bracketright")
    selected(desk, SHARES)
    desk.key("alt+Left")
    selected(desk, INAUGURATION)
    desk.follow(desk.get("link", re.compile(CALL)), 100)
    selected(desk, CALL)
    desk.key("alt+Left")
    selected(desk, INAUGURATION)


def test_back_from_list(desk):
    """What is walked to in the list was not selected in the timeline."""
    desk.open_story()
    select(desk, INAUGURATION)
    desk.key("ctrl+2")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().name.startswith(INAUGURATION), "the list to have it")
    desk.key("Home", "ctrl+Return")
    wait_for(lambda: (desk.selected() or "").startswith("Abe’s second"), "the first event to be shown in the timeline")
    desk.key("alt+Left")
    selected(desk, INAUGURATION)


def test_nothing(desk):
    """Where nothing is related, that is said."""
    path = desk.write("alone.dateline.json", '{"events": [{"title": "Alone", "date": "2025-10-25"}]}')
    desk.open(path)
    select(desk, "Alone")
    desk.key("bracketright")
    wait_for(lambda: "Nothing is related to this event." in desk.texts(desk.root()), "it to be said that nothing is related")
    selected(desk, "Alone")


def test_names(desk):
    """What is related says so, and what is out of sight is a button with a name."""
    desk.open_story()
    select(desk, INAUGURATION)
    wait_for(lambda: desk.event(CALL).description.endswith("from the selected event: leads to"), "the call to say what it is to the selected event")
    wait_for(lambda: desk.event(INAUGURATION).description.endswith("4 related events"), "the selected event to say how many there are")
    chip = desk.get("button", CHIP)
    check("focusable" in chip.states(), chip.states())
    wait_for(lambda: desk.event("Trump’s visit to Japan").description == "14 of 15", "what is not related to say nothing of it")
    # They go with what is selected, all of them.
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    wait_for(lambda: not [node for node in desk.find_all("button") if node.name.startswith("see also ")], "the buttons to go")


def test_chip(desk):
    """A click on the arrow at the edge leads there, and [ or ] back."""
    desk.open_story()
    select(desk, INAUGURATION)
    x, y, width, height = steady(lambda: desk.place(desk.get("button", CHIP)), "the chip to come to rest")
    left, top, _, _ = desk.place(desk.get("list", "Timeline"))
    check(x - left < 20, f"it is {x - left} pixels from the left edge")
    check(height >= 24, f"it is {height} pixels high")
    desk.click(x + width // 2, y + height // 2)
    selected(desk, LONG_AGO)
    check(LONG_AGO in {name.split(",")[0] for name in desk.places()}, "it is not in sight")
    desk.key("bracketright")
    selected(desk, INAUGURATION)


def test_chip_by_keyboard(desk):
    desk.open_story()
    select(desk, INAUGURATION)
    desk.get("button", CHIP)
    desk.key("Tab")
    wait_for(lambda: (desk.focused_node().name or "").startswith("see also "), "Tab to reach what is out of sight")
    name = desk.focused_node().name
    desk.key("Right")
    wait_for(lambda: desk.focused_node().name.startswith("see also ") and desk.focused_node().name != name, "Right to reach the other one")
    desk.key("Left", "Return")
    wait_for(lambda: (desk.selected() or "") and name.removeprefix("see also ").startswith(desk.selected().split(",")[0]), "Enter to lead there")


def test_zoom_keeps_neighbours(desk):
    """Ctrl+Enter twice shows an event with the ones before and after it."""
    desk.open_story()
    select(desk, INAUGURATION)
    desk.key("ctrl+Return", "ctrl+Return")
    wait_for(lambda: any(name.startswith("Memorandum") for name in desk.events()), "what came before it to be in sight")
    for title in (INAUGURATION, CALL):
        check(any(name.startswith(title + ", ") for name in desk.places()), title)


run(test_keys, test_back, test_back_from_list, test_nothing, test_names, test_chip, test_chip_by_keyboard, test_zoom_keeps_neighbours)
