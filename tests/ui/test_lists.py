#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is no room for: lists behind numbers, and files of many events."""

import json
import re

from harness import check, equal, run, steady, wait_for

N_CROWDED = 40
HEADING = re.compile(r"^\d+ events? without a label$")


def crowded(desk):
    """A quiet lane, and one in which much happens within the hour: less than a
    density mark of the first view is long, from where such a mark begins."""
    start = 1761400000 // 8192 * 8192
    events = [{"title": "Alone", "date": "2025-10-20", "topics": ["a"]}]
    for i in range(N_CROWDED):
        minute = start // 60 + 1 + i
        day, minute = divmod(minute, 1440)
        equal(day, 20386, "the day of the crowd")
        events.append({"title": f"Crowd {i + 1}", "date": f"2025-10-25T{minute // 60:02}:{minute % 60:02}:00Z", "topics": ["b"]})
    story = {"view": "2025-10-18/2025-11-01", "topics": [{"id": "a", "name": "Quiet"}, {"id": "b", "name": "Crowded"}], "events": events}
    return desk.write("crowd.dateline.json", json.dumps(story))


def labels(desk):
    """The events of the crowd that have a label, from top to bottom."""
    return {name: place for name, place in desk.places().items() if name.startswith("Crowd ") and place[2] > 20}


def open_crowd(desk):
    desk.open(crowded(desk))
    desk.event("Alone")
    return labels(desk)


def strip(desk, shown):
    """A point in the density mark: below the labels, where the crowd begins."""
    _, top, _, height = desk.place(desk.get("list", "Timeline"))
    x = min(place[0] for place in shown.values())
    bottom = max(y + height for _, y, _, height in shown.values())
    check(bottom < top + height, "the lane is not in sight as a whole")
    return x + 4, bottom + 12


def heading(desk):
    return desk.get("label", HEADING).name


def entries(desk):
    """The list that is open: the list is called like the heading over it."""
    found = desk.find("list", HEADING)
    return [] if found is None else [node for node in found.seen().children() if node.role == "list item"]


def title_of(desk, entry):
    return desk.texts(entry).split("\n")[0]


def titles(desk):
    """Of the entries that can be seen."""
    return [title for title in (title_of(desk, node) for node in entries(desk) if node.takes_room()) if title]


def all_titles(desk):
    """Page after page: later releases of GTK have objects for one page only."""
    found = []
    stays = 0
    # The first time the cursor may only go to the foot of what is in sight.
    while stays < 2:
        page = steady(lambda: titles(desk), "the list to come to rest")
        more = [title for title in page if title not in found]
        stays = 0 if more else stays + 1
        found += more
        desk.key("Page_Down")
    return found


def closed(desk):
    wait_for(lambda: desk.find("label", HEADING) is None, "the list to close")


def in_timeline(desk):
    """Whether the timeline has the keyboard, itself or one of its events."""
    node = desk.focused_node()
    while node is not None and node.role not in ("frame", "application"):
        if node.matches("list", "Timeline"):
            return True
        node = node.parent()
    return False


def test_density(desk):
    """As many entries as the mark stands for; the one that is chosen is selected."""
    shown = open_crowd(desk)
    n = N_CROWDED - len(shown)
    check(len(shown) > 3 and n > 3, f"{len(shown)} of the crowd have a label")
    desk.click(*strip(desk, shown))
    equal(heading(desk), f"{n} events without a label", "the heading")
    found = all_titles(desk)
    check(not {name.split(",")[0] for name in shown} & set(found), "what has a label is listed")
    equal(found, [f"Crowd {i + 1}" for i in range(N_CROWDED - n, N_CROWDED)], "what is listed, in order")
    title = found[1]
    desk.key("Home")
    wait_for(lambda: title in titles(desk), f"“{title}” to be in sight again")
    desk.click_node(next(node for node in entries(desk) if title_of(desk, node) == title))
    closed(desk)
    wait_for(lambda: (desk.selected() or "").startswith(title + ","), f"“{title}” to be selected")
    wait_for(lambda: in_timeline(desk), "the timeline to have the keyboard")


def test_keyboard(desk):
    """Ctrl+U lists the window, Enter chooses, Escape leads back."""
    shown = open_crowd(desk)
    desk.key("ctrl+u")
    equal(heading(desk), f"{N_CROWDED - len(shown)} events without a label", "the heading")
    desk.key("Escape")
    closed(desk)
    wait_for(lambda: in_timeline(desk), "the timeline to have the keyboard again")
    desk.key("ctrl+u")
    heading(desk)
    first = wait_for(lambda: titles(desk), "the first entry")[0]
    wait_for(lambda: desk.focused_node() is not None and not in_timeline(desk), "the list to have the keyboard")
    desk.key("Return")
    closed(desk)
    wait_for(lambda: (desk.selected() or "").startswith(first + ","), f"“{first}” to be selected")
    wait_for(lambda: in_timeline(desk), "the timeline to have the keyboard")
    # It is told apart, and has no label all the same.
    desk.key("ctrl+u")
    equal(heading(desk), f"{N_CROWDED - len(labels(desk))} events without a label", "the heading, with one of them selected")


def test_zoom(desk):
    """The events of the list take the window, and find room."""
    shown = open_crowd(desk)
    desk.click(*strip(desk, shown))
    heading(desk)
    desk.click_node(desk.get("button", "Zoom to These"))
    closed(desk)
    wait_for(lambda: len(set(labels(desk)) - set(shown)) > 5, "labels of what was listed")
    wait_for(lambda: "Alone" not in " ".join(desk.events()), "what lies days before to be out of sight")
    wait_for(lambda: in_timeline(desk), "the timeline to have the keyboard")


def test_nothing_to_list(desk):
    desk.open_story()
    desk.key("ctrl+u")
    desk.get("label", "Every event in sight has a label.")
    check(desk.find("label", HEADING) is None, "an empty list opens")


def large(desk, n=6000):
    """More than are arranged at once; two fields for lanes."""
    events = [
        {
            "title": f"Number {i}",
            "date": f"{1000 + i * 1000 // n:04}-{i // 5 % 12 + 1:02}-{i % 28 + 1:02}",
            "topics": [f"t{i % 3}"],
            "status": ("happened", "ongoing", "planned")[i % 3],
            "importance": i * 7919 % 101,
        }
        for i in range(n)
    ]
    story = {"topics": [{"id": f"t{i}", "name": f"Topic {i}"} for i in range(3)], "events": events}
    return desk.write("large.dateline.json", json.dumps(story))


def lanes_of(names):
    return {name.rsplit(", ", 1)[1] for name in names}


def test_large(desk):
    """It opens, can be used, and shows what there is until there is more."""
    desk.open(large(desk))
    first = wait_for(desk.events, "the first picture")
    equal(lanes_of(first), {"Topic 0", "Topic 1", "Topic 2"}, "lanes")
    desk.key("End")
    wait_for(lambda: (desk.selected() or "").startswith("Number 5999,"), "the last event to be selected")
    desk.key("ctrl+0")
    steady(lambda: sorted(desk.events()), "all labels")
    before = len(desk.events())
    desk.key("ctrl+plus", "ctrl+plus", "ctrl+plus")
    check(before > 10, f"only {before} labels of {len(first)}")
    steady(lambda: sorted(desk.events()), "the labels to come to rest")


def test_another_field(desk):
    """Until the new lanes are there, the old ones are."""
    desk.open(large(desk, 250000))
    old = {"Topic 0", "Topic 1", "Topic 2"}
    new = {"Happened", "Ongoing", "Planned"}
    wait_for(lambda: lanes_of(desk.events()) == old, "the first lanes")
    left, top, _, height = desk.place(desk.get("list", "Timeline"))
    desk.click_node(desk.get("button", "Main menu"))
    desk.click_node(wait_for(lambda: next((node for node in desk.find_all(name="Lanes") if "menu item" in node.role), None), "the lanes in the menu"))
    node = wait_for(lambda: next((node for node in desk.find_all(name="Status") if "menu item" in node.role), None), "the field in the menu")
    x, y = steady(lambda: desk.middle(node), "it to stand still", 0.1)
    before = desk.picture()
    desk.click(x, y)
    # What lies below the ruler, of one colour where nothing is drawn.
    pictures = [before]

    def changed():
        pictures.append(desk.picture())
        return pictures[-1].changed(before, left, top + 60, 400, height - 60) > 100

    wait_for(changed, "another picture")
    for i, picture in enumerate(pictures):
        check(len(set(picture.part(left, top + 60, 400, height - 60))) > 3, f"picture {i} of {len(pictures)} is empty")
    wait_for(lambda: lanes_of(desk.events()) == new, "the new lanes")


run(test_density, test_keyboard, test_zoom, test_nothing_to_list, test_large, test_another_field)
