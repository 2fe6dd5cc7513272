#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanes as the reader chooses: what makes them, which are shown, their order."""

import json
import re

from harness import check, equal, run, steady, wait_for

CALL = "First phone call, Malaysia trip"
SHARES = "Defence-related shares rise"
SUMMIT = "Planned Tokyo summit"
APPEAL = "Appeal on the abducted citizens"
ALLIANCE = "Alliance and security"
ECONOMY = "Economy and the $550 billion pledge"


def lane_of(name):
    """The name of an event ends in that of its lane."""
    return re.search(r", (?:Happened|Planned|Ongoing), (.*)$", name).group(1)


def lanes(desk):
    """The lanes of the events that can be seen, from top to bottom."""
    found = {}
    for name, (_, y, _, _) in desk.places().items():
        found.setdefault(lane_of(name), y)
    return sorted(found, key=found.get)


def expect_lanes(desk, expected):
    wait_for(lambda: lanes(desk) == expected, lambda: f"the lanes {expected}, not {lanes(desk)}")


def item(desk, name):
    """An entry of the menu; a choice has a role of its own."""
    return wait_for(lambda: next((node for node in desk.find_all(name=name) if "menu item" in node.role), None), f"“{name}” in the menu")


def choose(desk, *path):
    """Something out of the main menu."""
    desk.click_node(desk.get("button", "Main menu"))
    for name in path:
        desk.click_node(item(desk, name))
    wait_for(lambda: not any("menu item" in node.role for node in desk.root().seen().walk()), "the menu to close")


def select(desk, title):
    desk.click_node(desk.event(title))
    wait_for(lambda: (desk.selected() or "").startswith(title), f"“{title}” to be selected")


def keyboard_at(desk, title, lane):
    def there():
        node = desk.focused_node()
        return node is not None and node.role == "list item" and node.name.startswith(title + ", ") and lane_of(node.name) == lane

    wait_for(there, lambda: f"the keyboard to be at “{title}” in {lane}, not at {desk.focused_node()}")


def click_header(desk, title, button=1, dx=60):
    """Clicks on the name of the lane whose first event is this one."""
    x, y, _, _ = desk.place(desk.get("list", "Timeline"))
    desk.click(x + dx, header_of(desk, title), button)


def header_of(desk, title):
    """The name stands beside what is in the first row of its lane."""
    lane = lane_of(desk.event(title).name)
    return min(y for name, (_, y, _, _) in desk.places().items() if lane_of(name) == lane) + 7


def test_fields(desk):
    desk.open_story()
    expect_lanes(desk, [ALLIANCE, ECONOMY, "Abductions", "Markets"])
    select(desk, SUMMIT)
    for field, expected in (
        ("Status", ["Happened", "Ongoing", "Planned"]),
        ("Person", ["Takaichi Sanae", "Donald Trump", "No person"]),
        ("Place", ["Tokyo", "Kuala Lumpur", "No place"]),
        ("Speaker", ["Takaichi Sanae", "No listed speaker"]),
        ("None", ["Events"]),
        ("Topic", [ALLIANCE, ECONOMY, "Abductions", "Markets"]),
    ):
        choose(desk, "Lanes", field)
        expect_lanes(desk, expected)
        # What is selected stays selected, and has the keyboard again.
        wait_for(lambda: (desk.selected() or "").startswith(SUMMIT) and desk.focused_node() == desk.event(SUMMIT), f"the keyboard to be back at the summit by {field}")


def test_every_lane(desk):
    """An event in two lanes has a stand-in in each, and the keys know in which one is."""
    desk.open_story()
    choose(desk, "Lanes", "Person")
    expect_lanes(desk, ["Takaichi Sanae", "Donald Trump", "No person"])
    # By topic, each is here once.
    equal(sum(name.startswith(SUMMIT) for name in desk.events()), 1, "summits")
    choose(desk, "Lanes", "Each Event in All Its Lanes")
    wait_for(lambda: sum(name.startswith(SUMMIT) for name in desk.events()) == 2, "the summit to be in two lanes")
    found = sorted(lane_of(name) for name in desk.events() if name.startswith(SUMMIT))
    equal(found, ["Donald Trump", "Takaichi Sanae"], "the lanes of the summit")

    name = next(name for name in desk.events() if name.startswith(SUMMIT) and lane_of(name) == "Donald Trump")
    desk.click_node(desk.events()[name])
    keyboard_at(desk, SUMMIT, "Donald Trump")
    equal(sum("selected" in node.states() for node in desk.events().values()), 2, "both stand-ins are of what is selected")
    desk.key("Up")
    keyboard_at(desk, SUMMIT, "Takaichi Sanae")
    desk.key("Down")
    keyboard_at(desk, SUMMIT, "Donald Trump")
    desk.key("alt+Up")
    expect_lanes(desk, ["Donald Trump", "Takaichi Sanae", "No person"])
    keyboard_at(desk, SUMMIT, "Donald Trump")


def test_collapse_by_pointer(desk):
    desk.open_story()
    before = desk.places()
    header = header_of(desk, CALL)
    click_header(desk, CALL)
    wait_for(lambda: ALLIANCE not in lanes(desk), "the events of the lane to be gone")
    expect_lanes(desk, [ECONOMY, "Abductions", "Markets"])
    moved = steady(lambda: {name: desk.place(node) for name, node in desk.events().items()}, "the events to come to rest")
    check(all(moved[name][1] < before[name][1] for name in moved), "the lanes below do not come up")
    left, _, _, _ = desk.place(desk.get("list", "Timeline"))
    # On the triangle this time: the lane has stayed under the pointer.
    desk.click(left + 17, header)
    wait_for(lambda: desk.places() == before, "the lane to be as it was")


def test_collapse_by_keys(desk):
    desk.open_story()
    select(desk, SHARES)
    before = desk.places()
    desk.key("ctrl+Up")
    # The selected event stays, as a mark: it has not gone away.
    wait_for(lambda: desk.place(desk.event(SHARES))[2] < 10, "the selected event to be a mark")
    keyboard_at(desk, SHARES, "Markets")
    desk.key("ctrl+Down")
    wait_for(lambda: desk.places() == before, "the lane to be as it was")
    keyboard_at(desk, SHARES, "Markets")


def test_all(desk):
    desk.open_story()
    before = desk.places()
    choose(desk, "Lanes", "Collapse All")
    wait_for(lambda: not desk.events(), "all labels to be gone")
    choose(desk, "Lanes", "Expand All")
    wait_for(lambda: desk.places() == before, "all lanes to be as they were")


def test_move(desk):
    desk.open_story()
    select(desk, SHARES)
    desk.key("alt+Up")
    expect_lanes(desk, [ALLIANCE, ECONOMY, "Markets", "Abductions"])
    desk.key("alt+Up")
    desk.key("alt+Up")
    expect_lanes(desk, ["Markets", ALLIANCE, ECONOMY, "Abductions"])
    # It is the first: there is no way up.
    desk.key("alt+Up")
    desk.key("alt+Down")
    expect_lanes(desk, [ALLIANCE, "Markets", ECONOMY, "Abductions"])
    keyboard_at(desk, SHARES, "Markets")


def test_lane_menu(desk):
    """On its header; and for who has no pointer, in the menu of the event."""
    desk.open_story()
    click_header(desk, APPEAL, button=3)
    for name in ("Collapse", "All Its Rows", "Move Up", "Move Down"):
        item(desk, name)
    check(desk.find(name="Expand") is None, "what is expanded can be expanded")
    desk.click_node(item(desk, "Move Up"))
    expect_lanes(desk, [ALLIANCE, "Abductions", ECONOMY, "Markets"])

    select(desk, APPEAL)
    desk.key("shift+F10")
    desk.click_node(item(desk, "Lane"))
    desk.click_node(item(desk, "Collapse"))
    wait_for(lambda: desk.place(desk.event(APPEAL))[2] < 10, "the selected event to be a mark")
    keyboard_at(desk, APPEAL, "Abductions")
    desk.key("shift+F10")
    desk.click_node(item(desk, "Lane"))
    check(desk.find(name="Collapse") is None, "what is collapsed can be collapsed")
    desk.click_node(item(desk, "Expand"))
    wait_for(lambda: desk.place(desk.event(APPEAL))[2] > 100, "the selected event to be a card")


def test_all_rows(desk):
    """Lanes have as many rows as find room; Ctrl+Down shows all of one, Ctrl+Up what there was."""

    def is_there(title):
        return any(name.startswith(title + ", ") for name in desk.events())

    def scroll_to_last():
        x, y, width, height = desk.place(desk.get("list", "Timeline"))
        # Over the scroll bar: over the lanes the wheel zooms.
        desk.wheel(x + width - 12, y + height // 2, 60)
        wait_for(lambda: is_there("Number 59"), "the last row")

    events = [{"title": f"Number {i}", "date": "2025-10-20/2025-10-24", "topics": ["a" if i == 0 else "b"], "importance": 100 - i} for i in range(60)]
    file = desk.write("crowded.dateline.json", json.dumps({"topics": [{"id": "a", "name": "Quiet"}, {"id": "b", "name": "Crowded"}], "events": events}))
    desk.open(file)
    select(desk, "Number 1")
    usual = desk.places()
    check(10 < len(usual) < 40 and not is_there("Number 59"), f"all of the crowded lane is there: {len(usual)}")
    desk.key("ctrl+Down")
    scroll_to_last()
    desk.key("ctrl+Up")
    wait_for(lambda: desk.places() == usual, "the usual rows")
    desk.key("shift+F10")
    desk.click_node(item(desk, "Lane"))
    desk.click_node(item(desk, "All Its Rows"))
    scroll_to_last()


def test_another_file(desk):
    """It begins with the usual lanes, and the menu says so."""
    desk.open_story()
    choose(desk, "Lanes", "Status")
    expect_lanes(desk, ["Happened", "Ongoing", "Planned"])
    other = desk.write("other.dateline.json", '{"events": [{"title": "Alone", "date": "2025", "topics": ["t"]}], "topics": [{"id": "t", "name": "A topic"}]}')
    desk.open_dialog(["ctrl+o"], "Open a Timeline")
    desk.choose_file(other)
    wait_for(lambda: lane_of(desk.event("Alone").name) == "A topic", "the lane of the topic")


run(test_fields, test_every_lane, test_collapse_by_pointer, test_collapse_by_keys, test_all, test_move, test_lane_menu, test_all_rows, test_another_file)
