#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard is: what opens over the timeline leads back to it, with a
window manager and without one, which GTK tells apart; and the arrow keys go on
from where one looks."""

import json
import re

from harness import check, contains, equal, run, wait_for
from manager import manage

CALL = "First phone call, Malaysia trip"
SUMMIT = "Planned Tokyo summit"
FIRST = "Abe’s second government and Abenomics begin"

# By their codes: of newer keymaps xdotool takes a level that needs Alt.
F10 = "76"

# A long way, and one event that goes on along all of it.
LONG = {
    "view": "1990/2010",
    "events": [
        {"id": "all", "title": "The whole way", "date": "1900/2020"},
        *({"id": f"y{year}", "title": f"Year {year}", "date": str(year)} for year in range(1901, 2019, 3)),
    ],
}


def focus(desk):
    """What has the keyboard, as (role, name); None where nothing has."""
    node = desk.focused_node()
    return None if node is None else (node.role, node.name)


def step(desk, key):
    """The name of the event that a key leads to, when it has the keyboard too."""
    before = desk.selected()
    desk.key(key)

    def moved():
        name = desk.selected()
        return name not in (None, before) and "focused" in desk.events()[name].states() and name

    return wait_for(moved, f"another event to be selected with {key}, after {before}")


def opens_and_leads_back(desk, *keys):
    """Something opens with the keyboard in it; Escape, and one is on the event."""
    there = ("list item", desk.selected())
    equal(focus(desk), there, "what has the keyboard before")
    desk.key(*keys)
    wait_for(lambda: focus(desk) not in (None, there), f"what {keys} opens to take the keyboard")
    inside = focus(desk)
    desk.key("Escape")
    wait_for(lambda: focus(desk) == there, f"Escape in {inside} to lead back to the timeline", 10)
    # It is not only for the moment.
    step(desk, "Left")
    step(desk, "Right")
    wait_for(lambda: focus(desk) == there, "the event again")


def leads_back(desk):
    desk.open_story()
    step(desk, "Right")
    step(desk, "Right")
    for keys in (["ctrl+l"], ["ctrl+e"], [F10], ["shift+" + F10], ["Menu"]):
        opens_and_leads_back(desk, *keys)


def test_leads_back(desk):
    leads_back(desk)


def test_leads_back_managed(desk):
    manage(desk)
    leads_back(desk)


def test_submenu_leads_back(desk):
    """Also from a menu below the main one, which takes an Escape or two."""
    desk.open_story()
    name = step(desk, "Right")
    desk.key(F10)
    wait_for(lambda: focus(desk) not in (None, ("list item", name)), "the menu")
    # The last but one that opens another one.
    desk.key("End", "Up", "Up", "Right")
    back = ("list item", name)
    # One leads out of the menu below, or out of both.
    desk.key("Escape")
    wait_for(lambda: focus(desk) is not None and (focus(desk) == back or focus(desk)[0] == "menu item"), "the main menu, or the timeline")
    if focus(desk) != back:
        desk.key("Escape")
    wait_for(lambda: focus(desk) == ("list item", name), "Escape to lead back to the timeline", 10)
    step(desk, "Right")


def typing(desk):
    """Go to Date stays open while it changes its size, whatever is typed."""
    desk.open_story()
    name = step(desk, "Right")
    desk.key("ctrl+l")
    field = desk.get("text box", "Go to date")
    wait_for(lambda: "focused" in field.states(), "the field to have the keyboard")
    for typed, said in (("d", None), ("13", "write “AD 13”"), ("dec 2012", "Sat 1 December 2012"), ("", "For example")):
        desk.key("ctrl+a", "BackSpace")
        desk.type(typed)
        wait_for(lambda: field.text() == typed, f"the field to hold {typed!r}")
        hint = wait_for(lambda: said is None or desk.find("label", re.compile(re.escape(said))), f"what is said of {typed!r}")
        check("focused" in field.states(), f"{typed!r} takes the keyboard away")
        if said is not None:
            # All of its lines are inside, with room at the edge.
            _, y, _, height = hint.extents()
            top = hint
            while top.parent().path != "/org/a11y/atspi/accessible/root" and top.role != "window" and not top.name.endswith("Popover"):
                top = top.parent()
            check(y + height + 8 <= top.extents()[3] + top.extents()[1], f"a line of what is said of {typed!r} is cut: {hint} in {top}")
    desk.key("Escape")
    wait_for(lambda: focus(desk) == ("list item", name), "Escape to lead back to the timeline")


def test_typing_a_date(desk):
    typing(desk)


def test_typing_a_date_managed(desk):
    manage(desk)
    typing(desk)


def test_start_page(desk):
    """Where there is no timeline, the keyboard comes back to what is in its place."""
    desk.open(desk.folder / "nothing.json")
    desk.get("label", "The file cannot be opened")
    desk.key(F10)
    wait_for(lambda: (focus(desk) or ("", ""))[0] == "menu item", "the menu")
    desk.key("Escape")
    wait_for(lambda: focus(desk) == ("button", "Open a Timeline…"), "the keyboard to be on the page")


def ask(desk, text):
    desk.key("ctrl+l")
    field = desk.get("text box", "Go to date")
    wait_for(lambda: "focused" in field.states(), "the field to have the keyboard")
    desk.type(text)
    wait_for(lambda: field.text() == text, f"the field to hold {text!r}")
    desk.key("Return")


def test_arrows_after_a_date(desk):
    """The next event is one of that time, not the one after what was selected."""
    desk.open_story()
    step(desk, "End")
    ask(desk, "dec 2012")
    desk.event(FIRST)
    wait_for(lambda: (focus(desk) or ("", ""))[0] in ("list", "list item"), "the timeline to have the keyboard")
    contains(step(desk, "Right"), FIRST, "the event after going to 2012")
    # And back again, with what was let go of before.
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    desk.key("ctrl+t")
    desk.event(CALL)
    check(FIRST not in step(desk, "Right"), "the key goes back to 2012")


def test_arrows_after_a_page(desk):
    desk.open(desk.write("long.dateline.json", json.dumps(LONG)))
    desk.event("Year 1994")
    step(desk, "Home")
    contains(step(desk, "Right"), "Year 1901", "the event after the first one")
    desk.key("Next", "Next", "Next")

    def pages_on():
        """The years that begin in sight, at rest."""
        left, _, width, _ = desk.place(desk.get("list", "Timeline"))
        there = [name for name, (x, _, _, _) in desk.places().items() if name.startswith("Year ") and left < x < left + width]
        return there and int(there[0][5:9]) > 1930 and there

    there = wait_for(pages_on, "pages to be turned")
    contains(there, step(desk, "Right"), "the event after turning pages")
    # What goes on all along is in sight, but its neighbours are not.
    desk.click_node(desk.event("The whole way"))
    wait_for(lambda: (desk.selected() or "").startswith("The whole way"), "it to be selected")
    desk.key("Next")
    then = wait_for(lambda: (lambda names: names and names[0] != there[0] and names)(pages_on()), "one more page")
    contains(then, step(desk, "Right"), "the event after one more page")


def test_arrows_after_fit(desk):
    """All is in sight; what Escape let go of before does not come back."""
    desk.open_story()
    step(desk, "End")
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    desk.key("ctrl+0")
    first = wait_for(lambda: next((name for name in desk.places() if name.startswith(FIRST)), None), "the first event to be in sight")
    equal(step(desk, "Right"), first, "the event after Fit")
    # What is selected, and in sight, is where one is.
    second = step(desk, "Right")
    desk.key("ctrl+0")
    check(step(desk, "Left") == first, f"Left after {second} and Fit does not lead to {first}")


def into_details(desk, name, key="Down"):
    """Enter, and on with a key until something in the details has the keyboard."""
    desk.key("Return")
    wait_for(lambda: (focus(desk) or ("", ""))[0] == "heading", "the details to have the keyboard")
    for _ in range(40):
        before = focus(desk)
        desk.key(key)
        wait_for(lambda: focus(desk) not in (None, before), f"{key} to go on")
        if focus(desk)[1].startswith(name):
            return
    raise AssertionError(f"{key} never came to “{name}”")


def test_link_to_title(desk):
    """Who follows a link goes on reading at the title."""
    desk.open_story()
    while not step(desk, "Right").startswith(CALL):
        pass
    into_details(desk, "leads to Planned Tokyo summit")
    desk.key("Return")
    wait_for(lambda: (desk.selected() or "").startswith(SUMMIT), "the link to lead to the summit")
    wait_for(lambda: focus(desk) == ("heading", SUMMIT), "its title to have the keyboard", 10)


def test_escape_in_details(desk):
    """Out of the details, to the event, to the timeline; nothing without a name on the way."""
    desk.open_story()
    while not step(desk, "Right").startswith(CALL):
        pass
    name = desk.selected()
    into_details(desk, "leads to Planned Tokyo summit")
    desk.key("Escape")
    wait_for(lambda: focus(desk) == ("list item", name), "the event to have the keyboard", 10)
    for _ in range(2):
        desk.key("Escape")
        wait_for(lambda: desk.selected() is None and focus(desk) == ("list", "Timeline"), "the timeline to have the keyboard", 10)
    check(desk.find("region", "Details"), "the details have gone, which stand beside the timeline")
    equal(focus(desk), ("list", "Timeline"), "what has the keyboard")


def test_next_and_next(desk):
    """The button to the next event keeps the keyboard, until there is none."""
    desk.open_story()
    step(desk, "End")
    step(desk, "Left")
    step(desk, "Left")
    into_details(desk, "Next event: ", "Tab")
    desk.key("Return")
    wait_for(lambda: (focus(desk) or ("", ""))[1] == "Next event: " + SUMMIT, "the name of the one after")
    desk.key("Return")
    wait_for(lambda: focus(desk) == ("heading", SUMMIT), "the title of the last event to have the keyboard", 10)


run(
    test_leads_back,
    test_submenu_leads_back,
    test_typing_a_date,
    test_start_page,
    test_arrows_after_a_date,
    test_arrows_after_a_page,
    test_arrows_after_fit,
    test_link_to_title,
    test_escape_in_details,
    test_next_and_next,
    test_leads_back_managed,
    test_typing_a_date_managed,
)
