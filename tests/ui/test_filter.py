#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters, as a reader meets them: the pane, the chips, the menus of lanes."""

import gettext
import json
import pathlib
import re

from harness import Skip, check, equal, run, steady, wait_for
from test_language import LOCALE, locale_folder

ALLIANCE = "Alliance and security"
ECONOMY = "Economy and the $550 billion pledge"
SUMMIT = "Planned Tokyo summit"
SHARES = "Defence-related shares rise"
APPEAL = "Appeal on the abducted citizens"


def pane(desk):
    return desk.find("region", "Filters") or desk.find("filler", "Filters")


def box(desk, name):
    return desk.get("checkbox", name)


def counted(name, n):
    return re.compile(rf"^{re.escape(name)}, {n} events?(, excluded)?$")


def open_pane(desk):
    desk.key("ctrl+F9")
    wait_for(lambda: pane(desk), "the pane")


def focus_is(desk, name, what="the keyboard"):
    def there():
        node = desk.focused_node()
        return node is not None and (node.name == name if isinstance(name, str) else name.search(node.name))

    wait_for(there, lambda: f"{what} to be at {getattr(name, 'pattern', name)!r}, not at {desk.focused_node()}")


def chips(desk):
    """What the chips say, in their order."""
    prefix = "Remove filter: "
    return [node.name[len(prefix) :] for node in desk.find_all("button") if node.name.startswith(prefix)]


def expect_chips(desk, *expected):
    wait_for(lambda: chips(desk) == list(expected), f"the chips {expected}")


def rest(desk):
    """What is said of the others."""
    return next((node.name for node in desk.find_all(name=re.compile(r"^(The (only|other) |All .* are |Every event matches )"))), None)


def expect_rest(desk, expected):
    wait_for(lambda: rest(desk) == expected, lambda: f"“{expected}”, not “{rest(desk)}”")


def item(desk, name):
    return wait_for(lambda: next((node for node in desk.find_all(name=name) if "menu item" in node.role ), None), f"“{name}” in the menu")


def choose(desk, *path):
    """Something out of the menu that is open. Submenus come where their entry was:
    whoever clicks before they have come meets neither."""
    for name in path:
        desk.click_node(item(desk, name))
        desk.settle()


def titles(desk):
    return {name.split(", ")[0] for name in desk.events()}


def test_keys(desk):
    """All of it without a pointer: asked for, excluded, left, and cleared."""
    desk.open_story()
    open_pane(desk)
    focus_is(desk, f"{ALLIANCE}, 9 events")
    desk.key("space")
    wait_for(lambda: "checked" in box(desk, f"{ALLIANCE}, 9 events").states(), "the topic to be checked")
    expect_chips(desk, f"Topic: {ALLIANCE}")
    expect_rest(desk, "The other 6 are dimmed")
    focus_is(desk, f"{ALLIANCE}, 9 events", "the keyboard still")

    desk.key("Down")
    focus_is(desk, counted(ECONOMY, 6))
    desk.key("Delete")
    focus_is(desk, f"{ECONOMY}, 6 events, excluded")
    expect_chips(desk, f"Topic: {ALLIANCE}", f"Topic: not {ECONOMY}")
    # What is excluded is neither on nor off.
    wait_for(lambda: "indeterminate" in box(desk, f"{ECONOMY}, 6 events, excluded").states(), "its state")
    desk.key("minus")
    focus_is(desk, f"{ECONOMY}, 6 events")
    expect_chips(desk, f"Topic: {ALLIANCE}")

    # A group is one stop, and remembers where one was.
    desk.key("Tab")
    focus_is(desk, counted("Takaichi Sanae", r"\d"))
    desk.key("Down", "Right")
    focus_is(desk, "Exclude Donald Trump")
    desk.key("space")
    expect_chips(desk, f"Topic: {ALLIANCE}", "Person: not Donald Trump")
    desk.key("Left", "shift+Tab")
    focus_is(desk, f"{ECONOMY}, 5 events")
    desk.key("Home")
    focus_is(desk, counted(ALLIANCE, 4))

    # Escape leads back to the timeline, and leaves the filter alone.
    desk.key("Escape")
    wait_for(lambda: desk.focused_node() == desk.find("list", "Timeline"), "the keyboard to be at the timeline")
    desk.key("Escape", "Escape")
    desk.settle()
    expect_chips(desk, f"Topic: {ALLIANCE}", "Person: not Donald Trump")
    check(pane(desk), "Escape has closed the pane")

    desk.key("ctrl+shift+Delete")
    expect_chips(desk)
    box(desk, f"{ALLIANCE}, 9 events")
    desk.key("ctrl+F9")
    wait_for(lambda: pane(desk) is None or not box_seen(desk), "the pane to go")


def box_seen(desk):
    node = desk.find("checkbox", re.compile("event"))
    return node is not None and node.takes_room()


def test_focus_comes_back(desk):
    desk.open_story()
    select_summit(desk)
    open_pane(desk)
    focus_is(desk, f"{ALLIANCE}, 9 events")
    desk.key("ctrl+F9")
    wait_for(lambda: desk.focused_node() == desk.event(SUMMIT), "the keyboard to be back at the event")
    wait_for(desk.selected, "it to be selected still")
    # By its button too.
    open_pane(desk)
    desk.get("button", "Hide the filters").activate()
    wait_for(lambda: desk.focused_node() == desk.event(SUMMIT), "the keyboard to be back at the event again")


def test_pointer(desk):
    desk.open_story()
    open_pane(desk)
    desk.click_node(box(desk, f"{ALLIANCE}, 9 events"))
    expect_chips(desk, f"Topic: {ALLIANCE}")
    desk.click_node(box(desk, counted("Markets", 1)))
    expect_chips(desk, f"Topic: {ALLIANCE} or Markets")
    desk.hold("shift")
    desk.click_node(box(desk, counted("Abductions", 1)))
    desk.release("shift")
    expect_chips(desk, f"Topic: {ALLIANCE} or Markets", "Topic: not Abductions")
    # What is excluded goes by a click on either part of it.
    desk.click_node(box(desk, "Abductions, 1 event, excluded"))
    expect_chips(desk, f"Topic: {ALLIANCE} or Markets")
    desk.get("button", "Exclude Markets").activate()
    expect_chips(desk, f"Topic: {ALLIANCE}", "Topic: not Markets")

    desk.get("button", f"Remove filter: Topic: {ALLIANCE}").activate()
    expect_chips(desk, "Topic: not Markets")
    expect_rest(desk, "The other 1 is dimmed")
    wait_for(lambda: "checked" not in box(desk, f"{ALLIANCE}, 9 events").states(), "the topic not to be checked")
    desk.click_node(desk.get("button", "Clear All"))
    expect_chips(desk)
    expect_rest(desk, None)


def test_chips_by_key(desk):
    """Each is a stop; where one is taken away the keyboard comes to the next."""
    desk.open_story()
    open_pane(desk)
    desk.key("space", "Tab", "space")
    expect_chips(desk, f"Topic: {ALLIANCE}", "Person: Takaichi Sanae")
    desk.get("button", f"Remove filter: Topic: {ALLIANCE}")
    for _ in range(12):
        node = desk.focused_node()
        if node is not None and node.name.startswith("Remove filter: "):
            break
        desk.key("Tab")
        desk.settle()
    focus_is(desk, f"Remove filter: Topic: {ALLIANCE}")
    desk.key("Return")
    focus_is(desk, "Remove filter: Person: Takaichi Sanae")
    desk.key("Return")
    expect_chips(desk)
    wait_for(lambda: desk.focused_node() == desk.find("list", "Timeline"), "the keyboard to be at the timeline")


def test_counts(desk):
    """They say what each value would come to under what the other fields ask for."""
    desk.open_story()
    open_pane(desk)
    box(desk, "Shinzo Abe, 3 events")
    box(desk, "Planned, 2 events")
    desk.click_node(box(desk, f"{ALLIANCE}, 9 events"))
    box(desk, "Shinzo Abe, 0 events")
    # Of its own field it takes nothing.
    box(desk, f"{ECONOMY}, 6 events")
    desk.key("ctrl+shift+Delete")
    box(desk, "Shinzo Abe, 3 events")


def test_hidden(desk):
    """The others leave the timeline, and come back; nobody loses the keyboard by it."""
    desk.open_story()
    open_pane(desk)
    wait_for(lambda: {SHARES, SUMMIT} <= titles(desk), "the whole story")
    desk.click_node(box(desk, f"{ALLIANCE}, 9 events"))
    expect_rest(desk, "The other 6 are dimmed")
    desk.get("button", "Hide Them").activate()
    expect_rest(desk, "The other 6 are hidden")
    wait_for(lambda: SUMMIT in titles(desk) and SHARES not in titles(desk), "the other topics to be gone")
    # The values are those of the whole all the same.
    box(desk, "Abductions, 1 event")
    desk.key("Down", "space")
    focus_is(desk, counted(ECONOMY, 6))
    expect_chips(desk, f"Topic: {ALLIANCE} or {ECONOMY}")
    desk.get("button", "Dim Them").activate()
    expect_rest(desk, "The other 2 are dimmed")
    wait_for(lambda: SHARES in titles(desk), "the others to be back")


def test_nothing_left(desk):
    """Where no event meets it, that is said, and the way back is there."""
    desk.open_story()
    open_pane(desk)
    desk.click_node(box(desk, "Planned, 2 events"))
    expect_rest(desk, "The other 13 are dimmed")
    desk.get("button", "Hide Them").activate()
    wait_for(lambda: SUMMIT in titles(desk) and SHARES not in titles(desk), "what is not planned to be gone")
    desk.click_node(box(desk, "Shinzo Abe, 0 events"))
    desk.get(name="No event matches the filter")
    wait_for(lambda: not titles(desk), "all events to be gone")
    expect_chips(desk, "Person: Shinzo Abe", "Status: Planned")
    expect_rest(desk, "All 15 events are hidden")
    check(box_seen(desk), "the pane has gone")
    focus_is(desk, "Shinzo Abe, 0 events", "the keyboard still")
    # The other views are no further away than before.
    desk.get("button", "List").activate()
    wait_for(lambda: rest(desk) is None, "what is dimmed in the picture not to be told over the list")
    desk.get("button", "Timeline").activate()
    expect_rest(desk, "All 15 events are hidden")
    wait_for(lambda: sum("Clear" in node.name for node in desk.find_all("button")) == 1, "one way to clear the filter, and no other")
    desk.get("button", "Dim Them").activate()
    expect_rest(desk, "All 15 events are dimmed")
    desk.key("ctrl+shift+Delete")
    wait_for(lambda: SUMMIT in titles(desk) and SHARES in titles(desk), "all to be back")


def test_out_of_sight(desk):
    """Where what is left is elsewhere, that is said, with the way there."""
    hint = "No event that matches the filter is in sight: “Fit” shows them all."
    desk.open_story()
    desk.key("Home")
    wait_for(lambda: desk.selected() is not None, "the first event to be selected")
    open_pane(desk)
    desk.click_node(box(desk, "Planned, 2 events"))
    expect_rest(desk, "The other 13 are dimmed")
    check(desk.find("label", hint) is None, "a hint though the others are in sight")
    desk.get("button", "Hide Them").activate()
    desk.get("label", hint)
    desk.key("ctrl+0")
    wait_for(lambda: SUMMIT in titles(desk), "what is left to be in sight")


def test_in_sight(desk):
    """The time in sight, and it stays that when one looks elsewhere."""
    desk.open_story()
    open_pane(desk)
    # The last of all stops.
    for _ in range(12):
        if desk.focused_node() == box(desk, "Only what is in sight"):
            break
        desk.key("Tab")
        desk.settle()
    focus_is(desk, "Only what is in sight")
    desk.key("space")
    node = box(desk, re.compile(r"^Only what is in sight, \d+.* October 2025|^Only what is in sight, .* 2025"))
    name = node.name
    wait_for(lambda: "checked" in box(desk, name).states(), "it to be checked")
    expect_chips(desk, "Time: " + name.removeprefix("Only what is in sight, "))
    # What lies before it is not in it.
    box(desk, "Shinzo Abe, 0 events")
    desk.key("ctrl+0")
    desk.settle()
    box(desk, name)
    desk.get("button", re.compile("^Remove filter: Time: ")).activate()
    box(desk, "Only what is in sight")
    box(desk, "Shinzo Abe, 3 events")


def many(n):
    people = [{"id": f"p{i}", "name": f"Person {i:04}", "aliases": ["Élan Vital"] if i == 1234 else []} for i in range(n)]
    events = [{"title": f"Number {i}", "date": f"{1900 + i % 100}", "people": [f"p{i}"]} for i in range(n)]
    return json.dumps({"people": people, "events": events})


def test_thousands(desk):
    """Very many values are few widgets; one is found by its name, or another of it."""
    desk.open(desk.write("many.dateline.json", many(3000)))
    wait_for(lambda: desk.find("list", "Timeline"), "the timeline")
    open_pane(desk)
    focus_is(desk, "Find a filter value")
    box(desk, "Person 0004, 1 event")
    check(desk.find("checkbox", re.compile("^Person 0009")) is None, "more than the first few are there")
    desk.get("button", re.compile("^2,?995 more…$")).activate()
    box(desk, "Person 0054, 1 event")
    focus_is(desk, counted("Person 0005", 1))
    check(len(desk.find_all("checkbox")) < 100, "thousands of values are that many widgets")

    desk.click_node(desk.get(name="Find a filter value"))
    desk.type("elan v")
    box(desk, "Person 1234, 1 event")
    wait_for(lambda: desk.find("checkbox", re.compile("^Person 0000")) is None, "the others to be gone")
    # Escape leaves off finding, then leads back.
    desk.key("Escape")
    box(desk, "Person 0004, 1 event")
    focus_is(desk, "Find a filter value")
    desk.type("2999")
    desk.click_node(box(desk, "Person 2999, 1 event"))
    expect_chips(desk, "Person: Person 2999")
    desk.key("ctrl+F9", "ctrl+F9")
    focus_is(desk, "Find a filter value")
    desk.key("ctrl+a", "BackSpace")
    # What is asked for is there however late it comes.
    wait_for(lambda: desk.find("checkbox", "Person 0000, 1 event") and desk.find("checkbox", "Person 2999, 1 event"), "the first ones, and what is checked")


def select_summit(desk):
    desk.click_node(desk.event(SUMMIT))
    wait_for(lambda: (desk.selected() or "").startswith(SUMMIT), "the summit to be selected")


def test_menus(desk):
    desk.open_story()
    desk.click_node(desk.event(APPEAL))
    wait_for(desk.selected, "the appeal to be selected")
    desk.key("shift+F10")
    choose(desk, "Lane", "Show Only Abductions")
    expect_chips(desk, "Topic: Abductions")
    expect_rest(desk, "The other 14 are dimmed")
    # Where the chips have moved the timeline down, the menu is where the pointer is.
    x, y, _, _ = desk.place(desk.get("list", "Timeline"))
    top = min(place[1] for name, place in desk.places().items() if name.endswith(ALLIANCE))
    desk.click(x + 60, top + 7, 3)
    entry = item(desk, f"Exclude {ALLIANCE}")
    near = steady(lambda: desk.place(entry), "the menu to stand still")
    check(0 <= near[1] - top < 150 and near[0] - x < 150, f"the menu is not at the pointer: {near}, {top}")
    desk.click_node(entry)
    expect_chips(desk, "Topic: Abductions", f"Topic: not {ALLIANCE}")
    # Of an event, all that it has.
    select_summit(desk)
    desk.key("shift+F10")
    choose(desk, "Exclude", "Place: Tokyo")
    expect_chips(desk, "Topic: Abductions", f"Topic: not {ALLIANCE}", "Place: not Tokyo")
    desk.key("shift+F10")
    choose(desk, "Show Only", "Person: Donald Trump")
    expect_chips(desk, "Topic: Abductions", f"Topic: not {ALLIANCE}", "Person: Donald Trump", "Place: not Tokyo")
    # Only that one, of all the topics.
    desk.key("ctrl+shift+Delete")
    expect_chips(desk)
    x, y, _, _ = desk.place(desk.get("list", "Timeline"))
    top = min(place[1] for name, place in desk.places().items() if name.endswith(ALLIANCE))
    desk.click(x + 60, top + 7, 3)
    desk.click_node(item(desk, f"Show Only {ALLIANCE}"))
    expect_chips(desk, f"Topic: {ALLIANCE}")
    # In a lane of many values, or of all, there is no one.
    desk.key("ctrl+shift+Delete")
    desk.click_node(desk.get("button", "Main menu"))
    choose(desk, "Lanes", "None")
    wait_for(lambda: all(name.endswith(", Events") for name in desk.events()) and desk.events(), "a single lane")
    select_summit(desk)
    desk.key("shift+F10")
    choose(desk, "Lane")
    item(desk, "Move Up")
    check(not [node for node in desk.find_all(name=re.compile("^Show Only .")) if "menu item" in node.role], "all events are offered as one value")


def test_narrow(desk):
    """It lies over the timeline, whose place it does not take; Escape closes it."""

    def resize(width):
        desk.xdotool("windowsize", desk.focused, width, 820)
        wait_for(lambda: desk.geometry(desk.focused)[2:] == (width, 820), f"the window to be {width} wide")

    desk.open_story()
    resize(690)
    wait_for(lambda: desk.find("region", "Details") is None, "the details to go")
    before = steady(lambda: desk.place(desk.get("list", "Timeline")), "the timeline to stand still")
    check(before[2] > 600, f"the timeline is {before[2]} wide")
    open_pane(desk)
    focus_is(desk, f"{ALLIANCE}, 9 events")
    equal(steady(lambda: desk.place(desk.get("list", "Timeline")), "the timeline to stand still"), before, "the place of the timeline")
    desk.key("space")
    expect_chips(desk, f"Topic: {ALLIANCE}")
    desk.key("Escape")
    wait_for(lambda: not box_seen(desk), "the pane to go")
    wait_for(lambda: desk.focused_node() == desk.find("list", "Timeline"), "the keyboard to be at the timeline")
    expect_chips(desk, f"Topic: {ALLIANCE}")
    # A search is not begun below it.
    open_pane(desk)
    desk.key("ctrl+f")
    wait_for(lambda: not box_seen(desk), "the pane to go for the search")
    wait_for(lambda: desk.focused_node() and desk.focused_node().name == "Search", "the keyboard to be at the search")
    desk.key("Escape")
    # It was not turned off: where there is room for it, it is there.
    resize(1280)
    wait_for(lambda: box_seen(desk), "the pane beside the timeline")
    x, _, _, _ = desk.place(desk.get("list", "Timeline"))
    check(x > 200, f"the pane lies over the timeline, which begins at {x}")


def test_japanese(desk):
    catalogue = pathlib.Path(desk.options.po) / "ja" / "LC_MESSAGES" / "dateline.mo"
    if not catalogue.exists():
        raise Skip("there is no Japanese translation")
    with catalogue.open("rb") as file:
        words = gettext.GNUTranslations(file)
    environment = {"LC_ALL": LOCALE, "LANG": LOCALE, "LANGUAGE": "ja"}
    folder = locale_folder(desk)
    if folder is not None:
        environment["LOCPATH"] = str(folder)
    desk.open(environment=environment)
    wait_for(lambda: desk.find("list", words.gettext("Timeline")), "the timeline")
    desk.key("ctrl+F9")
    desk.get("heading", words.pgettext("filter field", "Topic"))
    numbered = words.ngettext("%s, %'u event", "%s, %'u events", 9).replace("%'u", "%u") % (ALLIANCE, 9)
    desk.get("checkbox", numbered)
    desk.key("space")
    desk.get("button", re.compile("^" + re.escape(words.gettext("Remove filter: %s") % "")))


if __name__ == "__main__":
    run(test_keys, test_focus_comes_back, test_pointer, test_chips_by_key, test_counts, test_hidden, test_nothing_left, test_out_of_sight, test_in_sight, test_thousands, test_menus, test_narrow, test_japanese)
