#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window says of its own state, what it keeps for the next time, and what
can be done when."""

import json
import re
import time

from harness import check, equal, run, steady, wait_for
from manager import manage

# By its code: of newer keymaps xdotool takes a level that needs Alt.
F11 = "95"


def n_details(desk):
    return len(desk.find_all("region", "Details"))


def test_escape_on_a_banner(desk):
    """It goes after what one has opened oneself, and the details beside the timeline stay."""
    path = desk.write("part.dateline.json", json.dumps({"events": [{"title": "Good", "date": "2025"}, {"title": "Bad"}]}))
    desk.open(path)
    desk.event("Good")
    desk.get("button", "Show Problems")
    desk.key("Right")
    name = wait_for(desk.selected, "an event to be selected")
    desk.key("ctrl+f")
    desk.get("button", "End the search")
    desk.key("Escape")
    desk.gone("button", "End the search")
    equal(desk.selected(), name, "what is selected")
    check(desk.find("button", "Show Problems"), "the banner has gone with the search")
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None, "nothing to be selected")
    check(desk.find("button", "Show Problems"), "the banner has gone with what was selected")
    desk.key("Escape")
    desk.gone("button", "Show Problems")
    desk.key("Escape", "Right")
    wait_for(desk.selected, "an event to be selected again")
    equal(n_details(desk), 1, "details")


def test_full_screen_and_back(desk):
    manage(desk)
    desk.open_story()
    number = desk.focused

    def size():
        return steady(lambda: desk.geometry(number)[2:], "the window to have its size")

    before = size()
    desk.key(F11)
    wait_for(lambda: size() == (1400, 900), "full screen")
    desk.key(F11)
    wait_for(lambda: size() == before, "the window to be as it was")


def can_be_chosen(desk, name):
    node = next((node for node in desk.find_all(name=name) if "menu item" in node.role), None)
    return node is not None and bool({"sensitive", "enabled"} & set(node.states()))


def open_menu(desk, x, y):
    """Clicks there for the menu; again where nothing came of it: on a busy machine GTK 4.8 may
    lose what is pressed after another menu has gone."""
    pressed = {"at": None}

    def is_open():
        if pressed["at"] is None or time.monotonic() - pressed["at"] > 5:
            desk.click(x, y, 3)
            pressed["at"] = time.monotonic()
        return desk.find("menu item") is not None

    wait_for(is_open, "a menu")


def test_ends_of_the_lanes(desk):
    """The first lane goes no further up, the last one no further down."""
    events = [{"title": f"In {name}", "date": "2025-10-2%d" % i, "topics": [name]} for i, name in enumerate("abc")]
    topics = [{"id": name, "name": f"Topic {name}"} for name in "abc"]
    desk.open(desk.write("lanes.dateline.json", json.dumps({"view": "2025-10-10/2025-10-30", "topics": topics, "events": events})))
    for name, can, cannot in (("a", "Move Down", "Move Up"), ("c", "Move Up", "Move Down")):
        # The name stands beside the only event of the lane.
        x, _, _, _ = desk.place(desk.get("list", "Timeline"))
        _, y, _, _ = steady(lambda: desk.place(desk.event(f"In {name}")), "the event to come to rest")
        open_menu(desk, x + 60, y + 5)
        wait_for(lambda: can_be_chosen(desk, can), f"“{can}” in the menu of {name}")
        check(not can_be_chosen(desk, cannot), f"“{cannot}” can be chosen for {name}")
        desk.key("Escape")
        wait_for(lambda: not any("menu item" in node.role for node in desk.root().seen().walk()), "the menu to close")
        # Until its own window is gone, a click is one beside the menu.
        wait_for(lambda: len(desk.windows()) == 1, "the menu's window to go")


def test_size_is_kept(desk):
    folder = desk.folder / "kept-settings"
    (folder / "glib-2.0" / "settings").mkdir(parents=True)
    kept = folder / "glib-2.0" / "settings" / "keyfile"
    kept.write_text("[io/github/dateline_app/Dateline]\nwindow-width=930\nwindow-height=610\n", encoding="utf-8")
    environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(folder)}
    program = desk.open(environment=environment)
    desk.event("Planned Tokyo summit")
    number = desk.focused
    equal(steady(lambda: desk.geometry(number)[2:], "the window to have its size"), (930, 610), "the size that was kept")
    desk.xdotool("windowsize", number, "1010", "640")
    wait_for(lambda: desk.geometry(number)[2:] == (1010, 640), "the other size")
    steady(lambda: desk.place(desk.get("list", "Timeline"))[2:], "the timeline to have its size")
    desk.key("ctrl+w")
    wait_for(lambda: program.process.poll() == 0, "the program to end")
    check("window-width=1010" in kept.read_text(encoding="utf-8"), kept.read_text(encoding="utf-8"))
    check("window-height=640" in kept.read_text(encoding="utf-8"), kept.read_text(encoding="utf-8"))


def test_quotes(desk):
    """What is not word for word says so, and only that."""
    events = [
        {"title": "Exact", "date": "2025-10-20", "quotes": [{"text": "To the letter", "exact": True}, {"text": "As one would think"}]},
        {"title": "Loose", "date": "2025-10-24", "quotes": [{"text": "More or less", "exact": False}, {"text": "To the letter"}]},
    ]
    desk.open(desk.write("quotes.dateline.json", json.dumps({"events": events})))
    for title, n in (("Exact", 0), ("Loose", 1)):
        desk.click_node(desk.event(title))
        wait_for(lambda: (desk.selected() or "").startswith(title), f"“{title}” to be selected")
        wait_for(lambda: desk.find("label", re.compile("To the letter"), within=desk.get("region", "Details")), "the quotation")
        equal(len(desk.find_all("label", "Not word for word")), n, f"loose quotations of {title}")


run(test_escape_on_a_banner, test_full_screen_and_back, test_ends_of_the_lanes, test_size_is_kept, test_quotes)
