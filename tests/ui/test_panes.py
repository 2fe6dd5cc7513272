#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Round the window by keyboard, with everything open: nothing without a name, nothing
that cannot be seen, no trap, and back where one began."""

import re

from harness import SCREEN, check, equal, run, wait_for
from manager import manage
from tree import ROOT

# What GTK says where nobody has given a name.
NO_NAME = re.compile(r"^$|^(Gtk|Dl)[A-Z]\w+$|^_\d")


def focus(desk):
    node = desk.focused_node()
    return ("", "") if node is None else (node.role, node.name)


def open_everything(desk):
    """Filters, chips, a search, the details, the overview."""
    manage(desk)
    desk.open_story()
    desk.key("Right")
    name = wait_for(lambda: desk.selected() is not None and focus(desk) == ("list item", desk.selected()) and desk.selected(), "an event")
    desk.key("ctrl+F9")
    pane = desk.get("region", "Filters")
    box = desk.get("checkbox", re.compile("^Alliance and security"), within=pane)
    wait_for(lambda: "focused" in box.states(), "the first value to have the keyboard")
    desk.key("space")
    desk.get("button", re.compile("^Remove filter: "))
    desk.key("ctrl+f")
    wait_for(lambda: focus(desk)[1] == "Search", "the search to have the keyboard")
    desk.type("call")
    desk.get("label", re.compile(r"^\d+ (found|of \d+)$"))
    desk.get("slider", "Overview")
    return name


def go_on(desk, key, after):
    """What has the keyboard after a key; a trap where that is what had it before."""
    desk.key(key)
    return wait_for(lambda: (lambda node: node is not None and node != after and node)(desk.focused_node()), f"{key} to lead on from {after}")


def walk(desk, key):
    """All that has the keyboard on the way round."""
    start = node = go_on(desk, key, desk.focused_node())
    seen = []
    for _ in range(120):
        role, name = node.role, node.name
        check(not NO_NAME.search(name), f"{key} leads to a {role} called {name!r}, after {seen[-3:]}")
        x, y, width, height = node.extents()
        check(width > 0 and height > 0, f"{key} leads to {node}, which has no size")
        # Whole windows are on the screen, and what is in sight lies in them.
        check(x < SCREEN[0] and y < SCREEN[1] and x + width > 0 and y + height > 0, f"{key} leads to {node}, which is not in sight")
        seen.append((role, name))
        node = go_on(desk, key, node)
        if node == start:
            return seen
    raise AssertionError(f"{key} never comes round: {seen}")


def walk_through(desk, view, role, buttons=()):
    """Forth and back. Returns: what is met on the way"""
    open_everything(desk)
    if view != 1:
        desk.key(f"ctrl+{view}")
        wait_for(lambda: focus(desk)[0] == "list item", "the view to have the keyboard")
    forth = walk(desk, "Tab")
    names = [name for _, name in forth]
    for part in ("Open", "Main menu", "Hide the filters", "Search", "Clear All", "List"):
        check(part in names, f"“{part}” is not on the way: {names}")
    check(any(name.startswith("Remove filter: ") for name in names), f"no chip is on the way: {names}")
    check(any(name.startswith(("Next event: ", "Previous event: ")) for name in names), f"the details are not on the way: {names}")
    equal(sum(kind == role for kind, _ in forth), 1, f"how often one comes to a {role}")
    back = walk(desk, "shift+Tab")
    # Backwards one comes to a quote at once, and not to its buttons first.
    equal({stop for stop in set(back) ^ set(forth) if stop not in buttons}, set(), "what is met one way only")
    return forth


def test_timeline(desk):
    forth = walk_through(desk, 1, "list item")
    check(("slider", "Overview") in forth, f"the overview is not on the way: {forth}")


def test_list(desk):
    walk_through(desk, 2, "list item")


def test_quotes(desk):
    buttons = [("button", "Remarks to reporters after the call · 25 October 2025"), ("button", "Copy with Citation")]
    forth = walk_through(desk, 3, "list item", buttons)
    check(all(button in forth for button in buttons), f"no buttons on the way: {forth}")


def test_start_page(desk):
    """Where no timeline is open there is less to come to, and no trap either."""
    manage(desk)
    desk.open(desk.folder / "nothing.json")
    desk.get("button", "Open a Timeline…")
    forth = walk(desk, "Tab")
    check(("button", "Main menu") in forth and ("button", "Open a Timeline…") in forth, f"on the way are {forth}")
    equal(sorted(walk(desk, "shift+Tab")), sorted(forth), "what is met on the way back")
    for name in ("Open a Timeline…", "Open", "Open a Timeline…"):
        desk.key("F6")
        wait_for(lambda: focus(desk)[1] == name, f"F6 to lead to “{name}”")


def where(desk):
    """The part of the window that has the keyboard, by what marks it."""
    node = desk.focused_node()
    path = []
    while node is not None and node.path != ROOT:
        path.append((node.role, node.name))
        node = node.parent()
    for part, mark in (
        ("overview", ("slider", "Overview")),
        ("filters", ("region", "Filters")),
        ("details", ("region", "Details")),
        ("timeline", ("list", "Timeline")),
        ("search", (None, "Search")),
    ):
        if any((mark[0] in (None, role)) and name == mark[1] for role, name in path):
            return part
    return "chips" if any(name.startswith("Remove filter: ") for _, name in path) else "header" if ("button", "Open") in path else str(path[:2])


def test_round(desk):
    """F6 from part to part, Shift+F6 the other way."""
    open_everything(desk)
    parts = ["search", "chips", "timeline", "overview", "details", "header", "filters"]
    at = parts.index(where(desk))
    for key, step in (("F6", 1), ("shift+F6", -1)):
        for _ in parts:
            at = (at + step) % len(parts)
            go_on(desk, key, desk.focused_node())
            equal(where(desk), parts[at], f"where {key} leads")
            check(not NO_NAME.search(focus(desk)[1]), f"{key} leads to {focus(desk)}")
    # What is not there is passed by.
    desk.key("F9", "ctrl+F9")
    wait_for(lambda: desk.find("region", "Details") is None and desk.find("region", "Filters") is None, "both panes to be hidden")
    desk.key("ctrl+1")
    wait_for(lambda: where(desk) == "timeline", "the timeline to have the keyboard")
    for part in ("overview", "header", "search", "chips", "timeline"):
        go_on(desk, "F6", desk.focused_node())
        equal(where(desk), part, "where F6 leads with less open")


def test_divider(desk):
    """Also GTK's own key leads to something with a name."""
    desk.open_story()
    desk.key("Right")
    wait_for(desk.selected, "an event")
    node = go_on(desk, "F8", desk.focused_node())
    equal(node.name, "Edge of the details", "what F8 leads to")


def test_shortcuts(desk):
    """The pages of the window of shortcuts, and all that has the keyboard in it."""
    manage(desk)
    desk.open_story()
    desk.key("ctrl+question")
    desk.get("tab", "Page 1")
    window = wait_for(lambda: next((node for node in desk.root().seen().children() if node.name == "Keyboard Shortcuts"), None), "the window of shortcuts")
    names = [node.name for node in window.seen().walk()]
    check(not any(re.match(r"^_\d", name) for name in names), f"a page is called {[name for name in names if name.startswith('_')]}")
    check("Centre the event; again: fit it" in names, f"the first page has no keys of the timeline, but {names}")
    focusable = [node for node in window.seen().walk() if "focusable" in node.states()]
    # All of them on a usual screen, which GTK does not care for.
    left, top, width, height = window.extents()
    check(height <= SCREEN[1], f"the window is {height} pixels high")
    check(width <= SCREEN[0] * 0.95, f"the window is {width} pixels wide")
    check(focusable and not any(NO_NAME.search(node.name) for node in focusable), f"without a name: {[str(node) for node in focusable if NO_NAME.search(node.name)]}")


def test_choices(desk):
    """What is chosen where a picture is saved is part of the choice's name."""
    manage(desk)
    desk.open_story()
    desk.key("ctrl+e")
    wait_for(lambda: focus(desk) == ("button", "Time: What is seen now"), lambda: f"the first choice to have the keyboard, not {focus(desk)}")
    desk.get("button", "Format: PNG, for screens")
    desk.get("button", "Resolution: 2×")
    desk.key("space", "Down", "Return")
    wait_for(lambda: focus(desk) == ("button", "Time: Everything"), lambda: f"the name to follow, not {focus(desk)}")
    desk.key("space")
    wait_for(lambda: focus(desk)[0] == "list item", lambda: f"the list to have the keyboard, not {focus(desk)}")
    desk.key("Escape")
    wait_for(lambda: focus(desk) == ("button", "Time: Everything"), lambda: f"the choice to have the keyboard again, not {focus(desk)}")


def pages(desk, node):
    """The names of all pages that something is in, the innermost first."""
    found = []
    while node.path != ROOT:
        node = node.parent()
        if node.role == "tab panel":
            found.append(node.name)
    return found


def test_pages(desk):
    """What holds the views has names."""
    desk.open_story()
    equal(pages(desk, desk.get("list", "Timeline")), ["Timeline", "Timeline and details"], "the pages around the timeline")
    desk.key("ctrl+2")
    equal(pages(desk, desk.get("list", "Events")), ["List", "Timeline and details"], "the pages around the list")


run(test_timeline, test_list, test_quotes, test_start_page, test_round, test_divider, test_shortcuts, test_choices, test_pages)
