#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture at rest: everything named where there is room, the same however
one came there, and what is small can be pressed."""

import json

from harness import AS_WITH_A_CARD, check, equal, run, steady, wait_for

SHARES = "Defence-related shares rise"
N_STORY = 15
RING = 4


def canvas(desk):
    return desk.place(desk.get("list", "Timeline"))


def leave(desk):
    """Nothing is under the pointer."""
    desk.move(*desk.middle(desk.get("region", "Details")))


def picture_at_rest(desk):
    """The canvas, when the stand-ins have been brought up to date with it; without the
    ring around it, which says only how long ago a key was pressed."""
    desk.places()
    x, y, width, height = canvas(desk)
    return steady(lambda: desk.picture().part(x + RING, y + RING, width - 2 * RING, height - 2 * RING), "the picture to come to rest", 0.6)


def turn(desk, x, y, notches):
    desk.hold("ctrl")
    desk.wheel(x, y, notches)
    desk.release("ctrl")


def test_all_named(desk, animations=False):
    desk.open_story(animations=animations)
    desk.key("ctrl+0")
    wait_for(lambda: len(desk.events()) == N_STORY, lambda: f"{N_STORY} events to have a label, not {len(desk.events())}")
    x, y, width, height = canvas(desk)
    for name, (left, top, wide, high) in desk.places().items():
        check(x <= left and left + wide <= x + width and y < top and top + high <= y + height, f"“{name}” is not in sight as a whole")
        check(wide > 40, f"“{name}” is a mark")


def test_all_named_animated(desk):
    test_all_named(desk, animations=True)


def test_same_picture(desk, animations=False):
    """There and back by keys, wheel and pointer."""
    desk.open_story(animations=animations, environment=AS_WITH_A_CARD)
    desk.key("ctrl+0")
    wait_for(lambda: len(desk.events()) == N_STORY, "all to be shown")
    leave(desk)
    before, places = picture_at_rest(desk), desk.places()
    x, y, width, height = canvas(desk)

    def by_keys():
        desk.key("ctrl+plus")
        wait_for(lambda: desk.places() != places, "Ctrl+plus to zoom in")
        desk.key("ctrl+minus")

    def by_wheel():
        turn(desk, x + width // 3, y + height // 2, -8)
        turn(desk, x + width // 3, y + height // 2, 8)

    def by_hand():
        # Past where there is anything, and back again.
        desk.move(x + 40, y + 200)
        desk.xdotool("mousedown", 1)
        for dx in (20, 200, -30, 120, 0):
            desk.xdotool("mousemove", x + 40 + dx, y + 200)
        desk.let_go()

    for way in (by_keys, by_wheel, by_hand):
        way()
        leave(desk)
        wait_for(lambda: desk.places() == places, f"the events to be where they were, {way.__name__}")
        equal(picture_at_rest(desk) == before, True, f"whether the picture is the same, {way.__name__}")


def test_same_picture_animated(desk):
    test_same_picture(desk, animations=True)


def test_settles_in_place(desk):
    """What is dragged stands to the pixel where it was dragged to, when it has settled."""
    desk.open_story(animations=True)
    start = desk.places()
    x, y, _, _ = canvas(desk)
    desk.drag(x + 100, y + 250, -57, 0)
    wait_for(lambda: desk.places() != start, "the drag to pan")
    there = desk.places()
    check(len(there) >= len(start) - 1, f"{len(there)} of {len(start)} events have a stand-in at rest")
    for name, (left, _, wide, _) in start.items():
        # Where there is as much room as before it stands as it stood.
        if name in there and there[name][2] == wide:
            equal(there[name][0], left - 57, f"where “{name}” stands")


def open_marks(desk):
    """Events whose lanes are collapsed, so that each is a mark."""
    events = [{"title": title, "date": date, "topics": [title]} for title, date in (("First", "2025-03-05"), ("Second", "2025-10-07"))]
    topics = [{"id": title, "name": title} for title in ("First", "Second")]
    desk.open(desk.write("marks.dateline.json", json.dumps({"view": "2025-01-01/2025-12-31", "topics": topics, "events": events})))
    desk.event("Second")


def press_around(desk, title, x, y):
    """Within 24 pixels around a point, the event is pressed."""
    for dx, dy in ((-11, 0), (11, 0), (0, -11)):
        if desk.selected():
            desk.key("Escape")
            wait_for(lambda: desk.selected() is None, "nothing to be selected")
        desk.click(x + dx, y + dy)
        wait_for(lambda: (desk.selected() or "").startswith(title), f"“{title}” to be selected, pressed at {dx}, {dy} from its middle")


def test_small_targets(desk):
    open_marks(desk)
    # The line over its words says when it was; it is 7 pixels wide, or little more.
    x, y, _, _ = desk.places()[desk.event("Second").name]
    press_around(desk, "Second", x + 4, y - 6)
    # As a mark it is all that there is.
    desk.key("ctrl+Up")
    wait_for(lambda: desk.place(desk.event("Second"))[2] < 12, "the selected event to be a mark")
    x, y = steady(lambda: desk.middle(desk.event("Second")), "the mark to stand still")
    press_around(desk, "Second", x, y)


def has_scroll_bar(desk):
    """At the right, darker than the canvas."""
    x, y, width, height = canvas(desk)
    return desk.picture().light(x + width - 9, y + height - 40, 6, 30) < 225


def test_scroll_bar(desk):
    """It is there where lanes are too high to be seen together, and stays or goes with that alone."""
    topics = [{"id": f"t{i}", "name": f"Topic {i}"} for i in range(8)]
    events = [{"title": f"Number {i}", "date": f"2025-{1 + i % 12:02}-10", "topics": [f"t{i % 8}"], "importance": 100 - i} for i in range(80)]
    desk.open(desk.write("lanes.dateline.json", json.dumps({"topics": topics, "events": events})))
    desk.event("Number 0")
    number = desk.focused
    width, full = desk.geometry(number)[2:]
    found = {}
    for height in [*range(full, 300, -67), *range(300, full, 71)]:
        desk.xdotool("windowsize", number, width, height)
        wait_for(lambda: desk.geometry(number)[2:] == (width, height), "the other size")
        desk.places()
        # One answer, and the same however often one asks.
        found[height] = steady(lambda: "yes" if has_scroll_bar(desk) else "no", "the scroll bar to stay or to go", 0.5) == "yes"
    heights = sorted(found)
    check(not found[full] and found[heights[0]], f"where there is a scroll bar: {found}")
    equal([found[height] for height in heights], sorted(found.values(), reverse=True), f"up to which height there is a scroll bar: {heights}")


run(
    test_all_named,
    test_all_named_animated,
    test_same_picture,
    test_same_picture_animated,
    test_settles_in_place,
    test_small_targets,
    test_scroll_bar,
)
