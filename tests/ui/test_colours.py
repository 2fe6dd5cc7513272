#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Light and dark: the canvas goes along with the rest of the window."""

from harness import AS_WITH_A_CARD, check, run, wait_for


def light(desk):
    """How light the timeline is, lanes and ruler."""
    return desk.picture().light(*desk.place(desk.get("list", "Timeline")))


def count(desk, color):
    """How many pixels of the timeline are of a colour."""
    part = desk.picture().part(*desk.place(desk.get("list", "Timeline")))
    return sum(tuple(part[i : i + 3]) == color for i in range(0, len(part), 3))


def test_contrast(desk):
    """The desktop's high contrast is the canvas' too: the accent of the line of the as-of date."""
    usual, high = (0x1A, 0x66, 0xC9), (0x00, 0x3F, 0x9E)
    desk.open(environment={"GTK_THEME": "Default:hc"})
    desk.event("Inauguration of Takaichi Sanae")
    wait_for(lambda: count(desk, high) > 100, "the accent of high contrast")
    check(count(desk, usual) == 0, "the usual accent is there")
    # In the details nothing is paler than the rest.
    desk.click_node(desk.event("Inauguration of Takaichi Sanae"))
    for name in ("Known to the day", "Sources"):
        wait_for(lambda: darkest(desk, name) < 60, f"“{name}” in black")


def darkest(desk, name):
    """How light the darkest pixel of a line of the details is, of 255."""
    nodes = [node for node in desk.find_all(None, name, desk.get("region", "Details")) if node.role in ("label", "heading")]
    if not nodes:
        return 255
    part = desk.picture().part(*desk.place(nodes[0]))
    return min(sum(part[i : i + 3]) // 3 for i in range(0, len(part), 3))


def test_menu(desk):
    desk.open_story(environment=AS_WITH_A_CARD)
    wait_for(lambda: light(desk) > 200, "a light timeline")
    for name, holds in (("Dark", lambda value: value < 80), ("Light", lambda value: value > 200)):
        desk.click_node(desk.get("button", "Main menu"))
        desk.open_submenu("Preferences", name)
        desk.click_node(desk.get("menu item", name))
        wait_for(lambda: holds(light(desk)), lambda: f"the timeline in {name.lower()}")
        desk.key("Escape")


def test_setting(desk):
    """As it was left the last time."""
    folder = desk.folder / "kept-settings"
    (folder / "glib-2.0" / "settings").mkdir(parents=True)
    (folder / "glib-2.0" / "settings" / "keyfile").write_text("[io/github/dateline_app/Dateline]\ncolor-scheme='dark'\n", encoding="utf-8")
    desk.open(environment={"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(folder)})
    desk.event("Inauguration of Takaichi Sanae")
    wait_for(lambda: light(desk) < 80, "a dark timeline")
    x, y, width, height = desk.place(desk.get("region", "Details"))
    check(desk.picture().light(x, y, width, height) < 100, "the details are not dark")


run(test_menu, test_setting, test_contrast)
