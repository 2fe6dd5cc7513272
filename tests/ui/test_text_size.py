#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large all text is, and the keys for it on several keyboards."""

import shutil
import subprocess

from harness import Skip, check, equal, near, run, wait_for

EVENT = "Inauguration of Takaichi Sanae"

# The keys that have plus, minus and 0 on them, by their place.
LAYOUTS = {"us": ("21", "20", "19"), "de": ("35", "61", "19"), "jp": ("47", "20", "19")}


def title_height(desk):
    """Of a heading in the details, in pixels."""
    return desk.get("heading", "In this timeline").extents()[3]


def label_height(desk):
    """Of an event in the timeline."""
    return next((place[3] for name, place in desk.places().items() if name.startswith(EVENT)), None)


def said(desk, percent):
    desk.get("label", f"Text size: {percent} %")


def press(desk, key, *percents):
    for percent in percents:
        desk.key(key)
        said(desk, percent)


def scale(desk):
    """What a day takes, as far as the events tell: another one after a zoom."""
    places = desk.places()
    return sorted(place[0] for place in places.values()), len(places)


def test_larger_and_smaller(desk):
    desk.open_story()
    pane, line = title_height(desk), label_height(desk)
    press(desk, "ctrl+alt+plus", 110, 125, 150, 175, 200)
    wait_for(lambda: title_height(desk) > 1.8 * pane, "the details to be twice as large")
    near(title_height(desk), 2 * pane, 0.2 * pane, "the height of a heading at 200 %")
    # There is room for lines only, and they are higher the larger the text is.
    large = label_height(desk)
    press(desk, "ctrl+alt+plus", 250, 300)
    wait_for(lambda: label_height(desk) > 1.25 * large, "the timeline's text to be larger")
    press(desk, "ctrl+alt+0", 100)
    wait_for(lambda: (title_height(desk), label_height(desk)) == (pane, line), "all to be as it was")
    press(desk, "ctrl+alt+minus", 90, 80, 70)
    wait_for(lambda: title_height(desk) < 0.8 * pane, "the details to be smaller")
    wait_for(lambda: label_height(desk) < line, "the timeline's text to be smaller")
    # There is an end.
    desk.key("ctrl+alt+minus")
    desk.settle()
    said(desk, 70)
    press(desk, "ctrl+alt+plus", 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
    desk.key("ctrl+alt+plus")
    desk.settle()
    said(desk, 300)


def test_remembered(desk):
    kept = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(desk.folder / "kept")}
    first = desk.open(environment=kept)
    press(desk, "ctrl+alt+plus", 110, 125, 150)
    large = wait_for(lambda: title_height(desk), "the heading")
    # Written, and not only meant to be.
    wait_for(lambda: "text-size=150" in (desk.folder / "kept" / "glib-2.0" / "settings" / "keyfile").read_text(encoding="utf-8"), "the size to be kept")
    equal(desk.close(), "", "what the program complained of")
    check(first.process.returncode is not None, "the first program is still there")
    desk.open(environment=kept)
    wait_for(lambda: title_height(desk) == large, "the next program to begin with that size")


def test_menu(desk):
    desk.open_story()
    desk.key("F10")
    desk.open_submenu("Preferences", "Larger")
    desk.click_node(desk.get("menu item", "Larger"))
    said(desk, 110)


def test_keyboards(desk):
    """Ctrl+plus zooms however it is typed; where plus needs Shift, text has Ctrl+Alt."""
    if shutil.which("setxkbmap") is None:
        raise Skip("no setxkbmap")
    desk.open_story()
    try:
        for layout, (plus, minus, zero) in LAYOUTS.items():
            subprocess.run(["setxkbmap", layout], check=True)
            shifted = "" if layout == "de" else "shift+"
            press(desk, f"ctrl+alt+{shifted}{plus}", 110)
            press(desk, f"ctrl+alt+{minus}", 100)
            press(desk, "ctrl+shift+86", 110)  # plus on the keypad
            press(desk, f"ctrl+alt+{zero}", 100)
            before = scale(desk)
            desk.key(f"ctrl+{shifted}{plus}")
            wait_for(lambda: scale(desk) != before, f"Ctrl+plus to zoom in with {layout}")  # pylint: disable=cell-var-from-loop
            said(desk, 100)
            desk.key(f"ctrl+{minus}")
            wait_for(lambda: scale(desk) == before, f"Ctrl+minus to zoom out with {layout}")  # pylint: disable=cell-var-from-loop
            if layout == "de":
                press(desk, f"ctrl+shift+{plus}", 110)
                press(desk, f"ctrl+shift+{minus}", 100)
    finally:
        subprocess.run(["setxkbmap", "us"], check=True)


run(test_larger_and_smaller, test_remembered, test_menu, test_keyboards)
