#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanes are groups, and all that a lane counts can be reached, read and pressed
without seeing it."""

import json
import re

from harness import check, contains, equal, run, steady, wait_for

EARLIER = re.compile(r"^\d+ earlier events, the nearest is ")
LATER = re.compile(r"^\d+ later events, the nearest is ")
BARS = re.compile(r"^\d+ events begin here: ")
MARK = re.compile(r", without a label$")
UNLABELLED = re.compile(r"^[\d,]+ without a label$")
RUNNING = re.compile(r"^\d+ events? goe?s? on from before$")
# As releases of GTK call them.
GROUPS = ("group", "grouping", "panel")
BELOW = re.compile(r"^\d+ more events? below$")


def crowded(desk):
    """More than finds room: sittings by the dozen, and reigns that overlap."""
    events = [{"title": f"Sitting {i}", "date": f"{1990 + i // 40}-{1 + i // 4 % 12:02}-{1 + i % 28:02}", "topics": ["court" if i % 3 == 0 else "house"]} for i in range(400)]
    events += [{"title": f"Reign {i}", "date": f"{1975 + i}/{1999 + i}", "topics": ["crown"]} for i in range(30)]
    topics = [{"id": "house", "name": "Parliament"}, {"id": "court", "name": "Courts"}, {"id": "crown", "name": "Crowns"}]
    return desk.write("crowded.dateline.json", json.dumps({"view": "1992/1994", "topics": topics, "events": events}))


def timeline(desk):
    return desk.get("list", "Timeline")


def lanes(desk):
    """The lanes in sight, as (name, what they count)."""
    return [(node.name, [child.name for child in node.seen().children()]) for node in timeline(desk).seen().children() if node.role in GROUPS]


def at_rest(desk):
    return steady(lambda: lanes(desk), "the lanes to come to rest")


def counts(desk):
    """All that can be pressed in lanes, and below them."""
    found = [node for lane in timeline(desk).seen().children() if lane.role in GROUPS for node in lane.seen().children()]
    return found + [node for node in timeline(desk).seen().children() if node.matches("button", BELOW)]


def focused(desk):
    node = desk.focused_node()
    return "" if node is None else node.name


def reach(desk, pattern):
    """Tab to what is counted, and by arrow keys to the first of a kind."""
    at_rest(desk)
    for _ in range(6):
        if any(focused(desk) == node.name for node in counts(desk)):
            break
        before = focused(desk)
        desk.key("Tab")
        wait_for(lambda: focused(desk) not in ("", before), "Tab to go on")
    for _ in range(150):
        name = focused(desk)
        if pattern.search(name):
            return name
        node = desk.focused_node()
        desk.key("Right")
        wait_for(lambda: desk.focused_node() not in (None, node), f"Right to go on from {name!r}")
    raise AssertionError(f"the arrow keys never came to {pattern.pattern}")


def test_groups(desk):
    """Each lane in sight has its name, its count and its state."""
    desk.open_story()
    names = [name for name, _ in at_rest(desk)]
    check(len(names) >= 4 and all(re.search(r", \d+ events?$", name) for name in names), f"the lanes are {names}")
    desk.key("Home")
    name = wait_for(desk.selected, "the first event")
    lane = next(node.live() for node in timeline(desk).seen().children() if node.role in GROUPS and node.name.startswith(name.rsplit(", ", 1)[1] + ", "))
    check("expanded" in lane.states(), f"{lane} is not expanded")
    desk.key("ctrl+Up")
    wait_for(lambda: lane.name.endswith(", collapsed") and "expanded" not in lane.states(), "the lane to be collapsed")
    desk.key("ctrl+Down")
    wait_for(lambda: not lane.name.endswith(", collapsed") and "expanded" in lane.states(), "the lane to be expanded again")


def test_counted(desk):
    """All kinds of what has no label are there, in sight, and say what they stand for."""
    desk.open(crowded(desk))
    desk.event("Reign 1")
    names = [name for _, inside in at_rest(desk) for name in inside]
    for kind in (EARLIER, LATER, BARS, MARK, UNLABELLED, RUNNING):
        check(any(kind.search(name) for name in names), f"no {kind.pattern} in {names}")
    x, y, width, height = desk.place(timeline(desk))
    for node in counts(desk):
        left, top, wide, high = desk.place(node)
        check(wide > 0 and high > 0 and x <= left < x + width and y <= top < y + height, f"{node} is not in sight")
    # Nothing is without a label that no bar and no mark stands for.
    for lane, inside in lanes(desk):
        shown = sum(int(name.split(" ", 1)[0]) for name in inside if BARS.search(name)) + sum(MARK.search(name) is not None for name in inside)
        told = next((int(name.split(" ", 1)[0]) for name in inside if UNLABELLED.search(name)), 0)
        equal(shown, told, f"what bars and marks of “{lane}” stand for")


def test_position_in_set(desk):
    desk.open_story()
    desk.key("End")
    name = wait_for(desk.selected, "the last event")
    wait_for(lambda: desk.events()[name].description.startswith("15 of 15"), "it to say that it is the last one")


def test_keyboard(desk):
    """One stop after the events; arrow keys within, Tab out of it, Shift+Tab back."""
    desk.open(crowded(desk))
    desk.event("Reign 1")
    desk.key("Right")
    selected = wait_for(desk.selected, "an event")
    wait_for(lambda: focused(desk) == selected, "the event to have the keyboard")
    first = reach(desk, BARS)
    desk.key("Right")
    second = wait_for(lambda: focused(desk) != first and focused(desk), "the next one")
    check(any(node.name == second for node in counts(desk)), f"Right leads to {second!r}")
    desk.key("Left")
    wait_for(lambda: focused(desk) == first, "Left to lead back")
    desk.key("Tab")
    wait_for(lambda: not any(focused(desk) == node.name for node in counts(desk)), "Tab to leave what is counted")
    desk.key("shift+Tab")
    wait_for(lambda: any(focused(desk) == node.name for node in counts(desk)), "Shift+Tab to come back to it")
    desk.key("shift+Tab")
    wait_for(lambda: focused(desk) == selected, "Shift+Tab to lead back to the event")


def test_enter(desk):
    """Enter does what a click does, and the keyboard is somewhere with a name then."""
    desk.open(crowded(desk))
    desk.event("Reign 1")
    bar = reach(desk, BARS)
    desk.key("Return")
    item = wait_for(lambda: (lambda node: node and node.role == "list item" and node.name and node)(desk.focused_node()), "the list of what it stands for")
    desk.get("label", re.compile("^" + bar.split(" ", 1)[0] + " "))
    contains(item.name, "Sitting ", "the first of the list")
    desk.key("Escape")
    wait_for(lambda: desk.find("list item", item.name, within=timeline(desk)) is None and focused(desk), "the list to close")
    mark = reach(desk, MARK)
    desk.key("Return")
    title = mark.split(", ", 1)[0]
    wait_for(lambda: (desk.selected() or "").startswith(title + ", ") and focused(desk) == desk.selected(), f"“{title}” to be selected")
    # Once is enough, by its name.
    wait_for(lambda: desk.find("button", mark, within=timeline(desk)) is None, "the stand-in of its mark to go")
    later = reach(desk, LATER)
    desk.key("Return")
    title = later.split("the nearest is ", 1)[1].split(", ", 1)[0]
    wait_for(lambda: (desk.selected() or "").startswith(title + ", ") and focused(desk) == desk.selected(), f"“{title}” to be gone to")


def test_below(desk):
    """What lies below what is in sight has a stand-in too."""
    topics = [{"id": f"t{i}", "name": f"Topic {i}"} for i in range(16)]
    events = [{"title": f"Event {i}", "date": f"2001-{1 + i % 12:02}-11", "topics": [f"t{i % 16}"]} for i in range(64)]
    desk.open(desk.write("below.dateline.json", json.dumps({"topics": topics, "events": events})))
    wait_for(desk.events, "events")
    before = at_rest(desk)
    reach(desk, BELOW)
    desk.key("Return")
    wait_for(lambda: lanes(desk) and lanes(desk)[-1] != before[-1], "what lay below to come into sight")
    wait_for(lambda: focused(desk), "the keyboard to be somewhere")


def test_many(desk):
    """However much is in sight, there are no more stand-ins than anybody goes through."""
    topics = [{"id": f"t{i}", "name": f"Topic {i}"} for i in range(6)]
    events = [{"title": f"Event {i}", "date": f"{1500 + i % 500}-{1 + i % 12:02}-{1 + i % 28:02}", "topics": [f"t{i * 7 % 6}"]} for i in range(20000)]
    desk.open(desk.write("many.dateline.json", json.dumps({"topics": topics, "events": events})))
    wait_for(lambda: lanes(desk), "the lanes")
    desk.key("ctrl+0")
    at_rest(desk)
    found = lanes(desk)
    check(0 < len(counts(desk)) <= 200 + 5 * len(found), f"{len(counts(desk))} stand-ins for what is counted")
    # None goes without its number for the sake of another one's bars.
    for lane, inside in found[:-1]:
        check(any(UNLABELLED.search(name) for name in inside), f"“{lane}” has only {inside}")
    check(len(desk.events()) <= 400, f"{len(desk.events())} events")


run(test_groups, test_counted, test_position_in_set, test_keyboard, test_enter, test_below, test_many)
