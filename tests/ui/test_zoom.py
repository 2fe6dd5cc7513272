#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Zooming and panning: where the events lie before and after."""

import json

from harness import check, near, run, wait_for

SUMMIT = "Planned Tokyo summit"
INAUGURATION = "Inauguration of Takaichi Sanae"

# In lanes of their own, so that the label of each begins where its date begins.
APART = [("First", "2025-10-05"), ("Second", "2025-10-07"), ("Third", "2025-10-09")]


def left_edges(desk):
    """Where the events begin, at rest."""
    return {name.split(",")[0]: place[0] for name, place in desk.places().items()}


def open_apart(desk):
    events = [{"title": title, "date": date, "topics": [title]} for title, date in APART]
    desk.open(desk.write("apart.dateline.json", json.dumps({"view": "2025-09-22/2025-10-22", "topics": [{"id": title} for title, _ in APART], "events": events})))
    desk.event("Third")


def scale(edges):
    """Pixels a day."""
    return (edges["Second"] - edges["First"]) / 2


def after(desk, action, changed, what):
    action()
    return wait_for(lambda: (lambda edges: changed(edges) and edges)(left_edges(desk)), what)


def empty_spot(desk):
    """A point in the lanes, far from everything that is drawn there."""
    left, top, width, height = desk.place(desk.get("list", "Timeline"))
    places = desk.places().values()
    for y in range(top + 120, top + height - 40, 10):
        for x in range(left + width // 2, left + width - 40, 10):
            if all(not (px - 60 < x < px + w + 60 and py - 30 < y < py + h + 30) for px, py, w, h in places):
                return x, y
    raise AssertionError("no empty spot in the timeline")


def test_keys(desk):
    open_apart(desk)
    start = left_edges(desk)
    nearer = after(desk, lambda: desk.key("ctrl+plus"), lambda edges: scale(edges) > scale(start) * 1.1, "Ctrl+plus to zoom in")
    near((nearer["Third"] - nearer["Second"]) / 2, scale(nearer), 1, "a day is as wide everywhere")
    again = after(desk, lambda: desk.key("ctrl+minus"), lambda edges: scale(edges) < scale(nearer) * 0.95, "Ctrl+minus to zoom out")
    near(scale(again), scale(start), 0.5, "out again as far as in")


def test_everything(desk):
    desk.open_story()
    start = left_edges(desk)
    desk.key("ctrl+0")
    wait_for(lambda: any(name.startswith("Abe’s second government") for name in desk.events()), "Ctrl+0 to show the year 2012")
    desk.key("alt+Home")
    wait_for(lambda: left_edges(desk) == start, "Alt+Home to lead back to where it began")


def test_buttons(desk):
    open_apart(desk)
    start = left_edges(desk)
    nearer = after(desk, lambda: desk.click_node(desk.get("button", "Zoom in")), lambda edges: scale(edges) > scale(start) * 1.1, "the button to zoom in")
    after(desk, lambda: desk.click_node(desk.get("button", "Zoom out")), lambda edges: scale(edges) < scale(nearer) * 0.95, "the button to zoom out")
    desk.click_node(desk.get("button", "Fit"))
    wait_for(lambda: scale(left_edges(desk)) > scale(start) * 2, "the button to show everything, and nothing else")


def test_wheel_at_pointer(desk):
    """What is under the pointer stays there."""
    open_apart(desk)
    start = left_edges(desk)
    _, y, _, height = desk.place(desk.event("Second"))
    x = start["Second"] + 1
    desk.move(x, y + height // 2)
    desk.hold("ctrl")
    nearer = after(desk, lambda: desk.wheel(x, y + height // 2, -4), lambda edges: scale(edges) > scale(start) * 1.9, "four notches to double the scale")
    desk.release("ctrl")
    near(nearer["Second"], start["Second"], 2, "what is under the pointer")
    near(scale(nearer), 2 * scale(start), 1, "pixels a day")
    desk.hold("ctrl")
    out = after(desk, lambda: desk.wheel(x, y + height // 2, 4), lambda edges: scale(edges) < scale(start) * 1.1, "four notches back")
    desk.release("ctrl")
    near(out["Second"], start["Second"], 2, "what is under the pointer")


def test_wheel_pans(desk):
    desk.open_story()
    start = left_edges(desk)
    x, y = empty_spot(desk)
    desk.hold("shift")
    later = after(desk, lambda: desk.wheel(x, y, 2), lambda edges: edges["First phone call"] < start["First phone call"] - 20, "Shift and the wheel to pan")
    desk.release("shift")
    near(start["Planned Tokyo summit"] - later["Planned Tokyo summit"], start["First phone call"] - later["First phone call"], 0.5, "panning does not zoom")


def test_drag(desk):
    desk.open_story()
    start = left_edges(desk)
    x, y = empty_spot(desk)
    edges = after(desk, lambda: desk.drag(x, y, -96, 0), lambda edges: edges["First phone call"] != start["First phone call"], "a drag to pan")
    for name, edge in start.items():
        near(edges.get(name, -1), edge - 96, 1, f"where “{name}” was dragged to")
    check(desk.selected() is None, "dragging selects")


def test_pages(desk):
    desk.open_story()
    start = left_edges(desk)
    _, _, width, _ = desk.place(desk.get("list", "Timeline"))
    desk.key("ctrl+0")
    wait_for(lambda: left_edges(desk) != start, "all to be shown")
    desk.key("alt+Home")
    wait_for(lambda: left_edges(desk) == start, "the beginning")
    desk.key("Page_Up")
    wait_for(lambda: SUMMIT not in left_edges(desk), "Page Up to leave the summit ahead")
    desk.key("Page_Down")
    wait_for(lambda: left_edges(desk) == start, "Page Down to lead back")
    # Less than a page is left: it goes on as far as there is something to see.
    desk.key("Page_Down")
    wait_for(lambda: INAUGURATION not in left_edges(desk) and SUMMIT in left_edges(desk), "Page Down to go to the end")


def test_double_click(desk):
    desk.open_story(double_clicks=True)
    x, y = empty_spot(desk)
    desk.click(x, y, times=2)
    wait_for(lambda: any(name.startswith("Abe’s second government") for name in desk.events()), "a double click to show everything")


run(test_keys, test_everything, test_buttons, test_wheel_at_pointer, test_wheel_pans, test_drag, test_pages, test_double_click)
