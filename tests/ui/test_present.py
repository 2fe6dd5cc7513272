#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presenting: one event after the other, and back to where one was."""

import json
import pathlib
import re

from harness import SCREEN, check, contains, equal, parse, run, wait_for
from manager import manage

FIRST = "Abe’s second government and Abenomics begin"
CALL = "First phone call, Malaysia trip"
REMARKS = "Remarks to reporters after the call"
SUMMIT = "Planned Tokyo summit"
WINDOW = "Presentation: Tokyo and Washington, October 2025"
BLACK = "The screen is black"


def titles():
    """Of all events, in their order."""
    file = pathlib.Path(parse().source) / "data" / "timelines" / "takaichi-trump-call.dateline.json"
    return [event["title"] for event in json.loads(file.read_text(encoding="utf-8"))["events"]]


def page(desk):
    """What a screen reader says of what is presented, as lines; None while nothing is."""
    node = desk.focused_node()
    return node.name.split("\n") if node is not None and node.role.startswith("document") else None


def place(desk):
    """"3 of 15", perhaps with a page."""
    found = page(desk)
    return found and found[-1]


def begin(desk, *keys):
    desk.key(*(keys or ("F5",)))
    desk.main = desk.focused
    desk.focus(desk.window(WINDOW))
    return wait_for(lambda: page(desk), "the first page to have the keyboard")


def end(desk, key="Escape"):
    desk.key(key)
    wait_for(lambda: not any(desk.title(number) == WINDOW for number in desk.windows()), "the presentation to be over")
    desk.focus(desk.main)


def arrive(desk, title, key=None):
    if key is not None:
        desk.key(key)
    return wait_for(lambda: (page(desk) or [None])[0] == title and page(desk), f"{key} to lead to “{title}”")


def select(desk, title):
    desk.click_node(desk.event(title))
    wait_for(lambda: (desk.selected() or "").startswith(title), f"“{title}” to be selected")


def test_keys(desk):
    desk.open_story()
    equal(begin(desk)[0], FIRST, "what a presentation begins with")
    equal(place(desk), "1 of 15", "where that is")
    desk.key("Left")
    desk.settle()
    equal(page(desk)[0], FIRST, "what is before the first event")
    second = "Abe’s last day in office"
    for forth, back in (("Right", "Left"), ("space", "shift+space"), ("Next", "Prior"), ("Down", "Up"), ("Return", "BackSpace")):
        arrive(desk, second, forth)
        arrive(desk, FIRST, back)
    arrive(desk, SUMMIT, "End")
    equal(place(desk), "15 of 15", "where the last event is")
    desk.key("Right")
    desk.settle()
    equal(page(desk)[0], SUMMIT, "what is after the last event")
    arrive(desk, FIRST, "Home")
    end(desk, "F5")


def test_all_events(desk):
    """Each once, in the order of their time, and back the same way."""
    desk.open_story()
    seen = [begin(desk)]
    while seen[-1][0] != SUMMIT:
        desk.key("Right")
        last = seen[-1]
        seen.append(wait_for(lambda: page(desk) != last and page(desk), f"another page than {last}"))  # pylint: disable=cell-var-from-loop
    met = list(dict.fromkeys(lines[0] for lines in seen))
    equal(sorted(met), sorted(titles()), "the events that were presented")
    numbers = [int(lines[-1].split(" ")[0]) for lines in seen]
    equal(numbers, sorted(numbers), "their numbers")
    for lines in reversed(seen[:-1]):
        desk.key("Left")
        wait_for(lambda: page(desk) == lines, f"Left to lead back to {lines}")  # pylint: disable=cell-var-from-loop


def test_words(desk):
    """All of an event can be heard, and met piece by piece."""
    desk.open_story()
    select(desk, REMARKS)
    lines = begin(desk)
    equal(lines[0], REMARKS, "where a presentation begins with an event selected")
    equal(lines[1], "Saturday 25 October 2025", "its date")
    equal(lines[2], "Happened", "its status")
    text = "\n".join(lines)
    while desk.find("label", re.compile("^Next: ")) is None:
        desk.key("Right")
        last = lines
        lines = wait_for(lambda: page(desk) != last and page(desk), "its next page")  # pylint: disable=cell-var-from-loop
        text += "\n".join(lines)
    for part in (
        "“President Trump’s gracious words were truly appreciated,”",
        "“We are committed to taking the U.S.-Japan alliance to unprecedented levels.”",
        "— Takaichi Sanae · Prime Minister of Japan · to reporters after the call",
        "Block Media",
    ):
        contains(text, part, "what is said of the event")
    node = desk.focused_node()
    desk.get("heading", REMARKS, node)
    quote = desk.get("group", "Quotation: Takaichi Sanae", node)
    contains(desk.texts(quote), "unprecedented levels.”" if "unprecedented" in desk.texts(quote) else "truly appreciated,”", "the words in a quotation")


def test_back(desk):
    """Escape leads back to the same view, selection and window, wherever one has been."""
    manage(desk)
    desk.open_story()
    select(desk, CALL)
    desk.key("ctrl+plus", "Next")
    view = desk.places()
    size = desk.geometry(desk.focused)
    check(desk.find("region", "Details") is not None, "no details")
    equal(begin(desk)[0], CALL, "where a presentation begins with an event selected")
    wait_for(lambda: desk.geometry(desk.focused)[2:] == SCREEN, "the presentation to fill the screen")
    arrive(desk, SUMMIT, "End")
    arrive(desk, FIRST, "Home")
    end(desk)
    equal(desk.places(), view, "what the timeline shows")
    wait_for(lambda: desk.geometry(desk.main) == size, "the window's place and size again")
    wait_for(lambda: CALL in desk.texts(desk.get("region", "Details")), "the details of the event again")
    # Where the window is on all of the screen, it still is.
    desk.key("F11")
    wait_for(lambda: desk.geometry(desk.main)[2:] == SCREEN, "the window to fill the screen")
    begin(desk)
    end(desk)
    desk.settle()
    equal(desk.geometry(desk.main)[2:], SCREEN, "the window's size after presenting")


def test_pointer(desk):
    desk.open_story()
    begin(desk)
    middle = (SCREEN[0] // 2, SCREEN[1] // 2)
    desk.click(*middle)
    arrive(desk, "Abe’s last day in office")
    desk.click(*middle)
    arrive(desk, "Shinzo Abe dies")
    desk.click(*middle, button=3)
    arrive(desk, "Abe’s last day in office")
    # The picture of the timeline is only to be looked at.
    desk.click(SCREEN[0] // 2, SCREEN[1] - 60)
    arrive(desk, "Shinzo Abe dies")


def test_black(desk):
    desk.open_story()
    begin(desk)
    for key, back in (("period", "period"), ("b", "b"), ("b", "Right"), ("period", "Escape")):
        desk.key(key)
        desk.get("image", BLACK)
        wait_for(lambda: desk.focused_node().name == BLACK, "the black screen to be told")
        wait_for(lambda: not desk.picture().part(0, 0, *SCREEN).strip(b"\0"), "the screen to be black")
        desk.key(back)
        arrive(desk, FIRST)


def test_menu(desk):
    """Through a lane."""
    desk.open_story()
    select(desk, "Remarks on the $550 billion pledge")
    desk.key("F10")
    desk.click_node(desk.get("menu item", "Present"))
    desk.click_node(desk.get("menu item", "This Lane"))
    equal(begin(desk, "Shift_L")[0], "Remarks on the $550 billion pledge", "where a lane is begun")
    contains(place(desk), "3 of 3", "how many are in the lane")
    seen = {page(desk)[0]}
    while not place(desk).startswith("1 of 3"):
        last = page(desk)
        desk.key("Left")
        seen.add(wait_for(lambda: page(desk) != last and page(desk), "the page before")[0])  # pylint: disable=cell-var-from-loop
    equal(len(seen), 3, f"the events of the lane, not {seen}")


def test_bookmarks(desk):
    """Their events in the order of the bookmarks, and views as they are."""
    path = desk.write("story.json", (pathlib.Path(parse().source) / "data" / "timelines" / "takaichi-trump-call.dateline.json").read_text(encoding="utf-8"))
    desk.open(path)
    present = "Bookmarks"
    desk.key("F10")
    desk.click_node(desk.get("menu item", "Present"))
    desk.click_node(desk.get("menu item", present))
    desk.get("label", "There is no bookmark to present.")
    select(desk, CALL)
    desk.key("ctrl+d")
    select(desk, "First phone call, Malaysia trip")
    desk.key("Left")
    wait_for(lambda: not (desk.selected() or "").startswith(CALL), "another event to be selected")
    earlier = desk.selected().split(",")[0]
    desk.key("ctrl+d")
    # Nothing is selected.
    desk.key("Escape", "ctrl+0")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    desk.settle()
    desk.key("ctrl+d")
    desk.get("label", re.compile("The view was bookmarked as “2012–2025”"))
    desk.key("F10")
    desk.click_node(desk.get("menu item", "Present"))
    desk.click_node(desk.get("menu item", present))
    lines = begin(desk, "Shift_L")
    equal((lines[0], lines[-1]), (CALL, "1 of 3"), "the first bookmark")
    contains(arrive(desk, earlier, "Right")[-1], "2 of 3", "the second one, which is before it in time")
    while page(desk)[0] == earlier:
        last = page(desk)
        desk.key("Right")
        wait_for(lambda: page(desk) != last and page(desk), "the page after")  # pylint: disable=cell-var-from-loop
    lines = arrive(desk, "2012–2025")
    equal(lines[1], "2012–2025", "the time that it shows")
    equal(lines[-1], "3 of 3", "which it is")
    node = desk.focused_node()
    below = node.extents()
    check(below[1] + below[3] <= SCREEN[1] * 0.3, f"the page leaves no room for the picture: {below}")
    arrive(desk, earlier, "Left")


def test_keys_of_the_window(desk):
    """They wait: nothing moves behind a presentation."""
    desk.open_story()
    before = desk.places()
    begin(desk)
    desk.key("ctrl+plus", "ctrl+0", "F9", "ctrl+l", "alt+Home")
    desk.settle()
    equal(page(desk)[0], FIRST, "what is presented after keys of the window")
    end(desk)
    equal(desk.places(), before, "what the timeline shows")


def test_long(desk):
    """What a screen has no room for goes on on the next, to the last word."""
    words = " ".join(f"word{number}" for number in range(700))
    path = desk.write("long.json", json.dumps({"title": "Long", "events": [{"title": "One", "date": "2025-10-25", "quotes": [{"text": words, "speaker": "Somebody"}]}, {"title": "Two", "date": "2025-10-26"}]}))
    desk.open(path)
    desk.event("One")
    desk.key("F5")
    desk.focus(desk.window("Presentation: Long"))
    lines = wait_for(lambda: page(desk), "the first page")
    count = int(re.fullmatch(r"1 of 2 · page 1 of (\d+)", lines[-1])[1])
    check(count >= 3, f"more than {count} pages")
    text = []
    for number in range(1, count + 1):
        lines = wait_for(lambda: place(desk) == f"1 of 2 · page {number} of {count}" and page(desk), f"page {number}")  # pylint: disable=cell-var-from-loop
        text += lines[2:-1]
        below = desk.focused_node().extents()
        check(below[1] + below[3] <= SCREEN[1] * 0.75, f"page {number} reaches into the timeline: {below}")
        desk.key("Right")
    equal(re.findall(r"word\d+", " ".join(text)), words.split(" "), "the words on all pages")
    arrive(desk, "Two")


# With a window manager from the last one on.
run(test_keys, test_all_events, test_words, test_pointer, test_black, test_menu, test_bookmarks, test_keys_of_the_window, test_long, test_back)
