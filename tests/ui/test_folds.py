#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folded time: the toggle, opening a fold, and folding it again."""

import json
import re

from harness import check, equal, near, run, steady, wait_for

FOLD = re.compile("^≈ .* folded: nothing begins or ends from ")
EIGHT_YEARS = re.compile("^≈ 8 years folded: nothing begins or ends from December 2012 to September 2020")


def folds(desk):
    """The folds in sight, by what they are called."""
    return [node.name for node in desk.find_all("button", FOLD)]


def show_all(desk, count=5):
    desk.key("ctrl+0")
    return wait_for(lambda: len(folds(desk)) == count and folds(desk), f"{count} folds")


def place(desk, name):
    """Where a fold is on the screen, at rest."""
    return steady(lambda: desk.place(desk.get("button", name)), "the fold to come to rest")


def spot(desk):
    """A point in the fold of eight years, below all events."""
    x, _, width, _ = place(desk, EIGHT_YEARS)
    _, top, _, height = desk.place(desk.get("list", "Timeline"))
    return x + width // 2, top + height - 30


def check_shown(desk):
    """The eight years take two thirds of the view; what came after is beside them."""
    left, _, width, _ = desk.place(desk.get("list", "Timeline"))
    places = {name.split(",")[0]: place[0] - left for name, place in desk.places().items()}
    near(places["Abe’s second government and Abenomics begin"], width / 6, 12, "where the eight years begin")
    # The next fold begins soon after they are over.
    near(place(desk, re.compile("^≈ 22 months folded"))[0] - left, width * 5 / 6, 24, "where they are over")
    check("Planned Tokyo summit" in places, "what came after is not beside them")


def test_toggle(desk):
    desk.open_story()
    show_all(desk)
    desk.key("ctrl+shift+f")
    wait_for(lambda: not folds(desk), "Ctrl+Shift+F to show all time")
    # All was in sight, and all still is.
    desk.event("Abe’s second government and Abenomics begin")
    desk.event("Planned Tokyo summit")
    desk.key("ctrl+shift+f")
    wait_for(lambda: len(folds(desk)) == 5, "Ctrl+Shift+F to fold it again")
    x, _, width, _ = place(desk, EIGHT_YEARS)
    check(width > 15, f"the fold is {width} pixels wide where all is in sight")


def test_menu(desk):
    desk.open_story()
    show_all(desk)
    desk.key("F10")
    item = desk.get(None, "Fold Empty Time")
    check("checked" in item.states(), "time is folded, and the menu does not say so")
    desk.click_node(item)
    wait_for(lambda: not folds(desk), "the menu to show all time")


def test_home_is_not_folded(desk):
    """What the author shows first is whole."""
    desk.open_story()
    desk.places()
    equal(folds(desk), [], "folds in the author’s view")


def test_click(desk):
    desk.open_story()
    show_all(desk)
    desk.click(*spot(desk))
    wait_for(lambda: desk.find("button", EIGHT_YEARS) is None, "the clicked fold to open")
    check_shown(desk)
    # Only that one: all of it now has four.
    show_all(desk, 4)
    desk.key("alt+Home")
    wait_for(lambda: not folds(desk), "Alt+Home to lead back to where it began")
    show_all(desk)


def test_click_before_a_flight(desk):
    """The first thing that moves may be a fold."""
    events = [{"title": f"In {year}", "date": str(year)} for year in (1900, 1901, 2000, 2001)]
    desk.open(str(desk.write("gap.dateline.json", json.dumps({"events": events}))))
    wait_for(lambda: len(folds(desk)) == 1, "a century to be folded")
    x, _, width, _ = place(desk, FOLD)
    _, top, _, height = desk.place(desk.get("list", "Timeline"))
    desk.click(x + width // 2, top + height - 30)
    wait_for(lambda: not folds(desk), "the clicked fold to open")


def test_double_click(desk):
    """The second click of a double click finds what was under the fold."""
    desk.open_story(double_clicks=True)
    show_all(desk)
    desk.click(*spot(desk), times=2)
    wait_for(lambda: desk.find("button", EIGHT_YEARS) is None, "the clicked fold to open")
    check_shown(desk)


def test_keyboard(desk):
    desk.open_story()
    show_all(desk)
    desk.key("Right")
    wait_for(desk.selected, "an event to be selected")
    desk.key("Tab")
    wait_for(lambda: (desk.focused_node() or desk.root()).name in folds(desk), "Tab to go on to the folds")
    desk.key("Right")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().name.startswith("≈ 22 months folded"), "the right arrow to go to the next fold")
    desk.key("Left", "Return")
    wait_for(lambda: desk.find("button", EIGHT_YEARS) is None, "Enter to open the fold")


def test_zoom_into(desk):
    """Where there is nothing but a fold, it opens, and stays open."""
    desk.open_story()
    show_all(desk)
    x, y = spot(desk)
    desk.move(x, y)
    desk.hold("ctrl")
    desk.wheel(x, y, -32)
    desk.release("ctrl")
    wait_for(lambda: not folds(desk), "nothing to be folded where one looks")
    desk.hold("ctrl")
    desk.wheel(x, y, 4)
    desk.release("ctrl")
    show_all(desk, 4)


def test_go_to_folded_time(desk):
    desk.open_story()
    show_all(desk)
    desk.key("ctrl+l")
    field = desk.get("text box", "Go to date")
    wait_for(lambda: "focused" in field.states(), "the field to have the keyboard")
    desk.type("may 2016")
    wait_for(lambda: field.text() == "may 2016", "the field to be filled in")
    desk.key("Return")
    wait_for(lambda: not folds(desk), "the fold to open for a date in it")
    show_all(desk, 4)


def test_measure_over_a_fold(desk):
    """A distance is what it is, folded or not."""
    desk.open_story()
    show_all(desk)
    left, top, width, _ = desk.place(desk.get("list", "Timeline"))
    x, _, fold_width, _ = place(desk, EIGHT_YEARS)
    desk.drag(x - 4, top + 36, fold_width + 8, 0)
    text = wait_for(lambda: desk.find("label", re.compile(r" · \d+ sources?$")), "the measure bar").name
    check(re.match(r"2\d December 2012 – 1\d September 2020 · about 8 years · 0 events", text), f"a drag over 8 years measures {text!r}")


def test_picture(desk):
    """A picture of what is seen is folded as the window is."""
    desk.open_story()
    show_all(desk)
    desk.click(*spot(desk))
    wait_for(lambda: len(folds(desk)) == 4, "one fold to open")
    path = desk.folder / "folded.svg"
    desk.key("ctrl+e")
    desk.click_node(desk.get("button", "Save Picture…"))
    desk.focus(desk.window("Save Picture"))
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a name")
    desk.choose_file(path)
    desk.get(None, re.compile("^The picture was saved as “folded.svg”"))
    text = path.read_text(encoding="utf-8")
    check("<title>≈ 22 months</title>" in text, "the picture is not folded")
    check("≈ 8 years" not in text, "what is open in the window is folded in the picture")


run(test_picture, test_toggle, test_menu, test_home_is_not_folded, test_click, test_click_before_a_flight, test_double_click, test_keyboard, test_zoom_into, test_go_to_folded_time, test_measure_over_a_fold)
