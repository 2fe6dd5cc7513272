#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip below the timeline: when it is there, its frame under the pointer and
under the keys, and what assistive technology hears of it."""

import re

from bus import Variant
from harness import check, contains, equal, run, steady, wait_for

VALUE = "org.a11y.atspi.Value"
# The frame is moved by whole pixels of the pointer, and not nearer than these.
SLACK = 2.0


class Overview:
    """What can be known of it: where it is, and where in it the middle of the frame is."""

    def __init__(self, desk):
        self.desk = desk
        self.node = desk.get("slider", "Overview")
        self.left, self.top, self.width, self.height = steady(lambda: desk.place(self.node), "the overview to stand still")

    def y(self):
        return self.top + 20

    def value(self):
        return self.node.get(VALUE, "CurrentValue")

    def text(self):
        return self.node.description

    def middle(self):
        """x of the frame's middle, from the overview's left edge, at rest."""
        return steady(lambda: (self.value() + 1000,), "the frame to come to rest", 0.9)[0] * self.width / 100 - 10 * self.width

    def wait_for_middle(self, x, what):
        wait_for(lambda: abs(self.value() * self.width / 100 - x) <= SLACK, lambda: f"{what}: the frame's middle at {x:.0f}, and not at {self.value() * self.width / 100:.0f}")


def gone(desk):
    return desk.find("slider", "Overview") is None


def open_at_start(desk):
    """All of the story, then half of it, from its beginning on: the frame begins at 0."""
    desk.open_story()
    desk.key("ctrl+0", "ctrl+plus")
    overview = Overview(desk)
    desk.key("Tab")
    wait_for(lambda: "focused" in overview.node.states() or desk.key("Tab"), "Tab to lead to the overview")
    desk.key("Home")
    wait_for(lambda: overview.value() * overview.width / 100 < overview.width / 3, "Home to lead to the beginning")
    return overview


def test_there_and_gone(desk):
    desk.open_story()
    overview = Overview(desk)
    x, y, width, height = desk.place(desk.get("list", "Timeline"))
    equal((overview.left, overview.top, overview.width), (x, y + height, width), "where the overview is")
    desk.key("ctrl+0")
    wait_for(lambda: gone(desk), "it to go where all is in sight")
    wait_for(lambda: desk.place(desk.get("list", "Timeline"))[3] == height + overview.height, "the timeline to have its room")
    desk.key("ctrl+plus")
    wait_for(lambda: not gone(desk), "it to come where not all is in sight")


def test_setting(desk):
    desk.open_story()
    Overview(desk)
    desk.key("F10")
    item = desk.get(None, "Overview", within=desk.get("menu item", "Details").parent())
    check("checked" in item.states(), "it is there, and the menu does not say so")
    desk.click_node(item)
    wait_for(lambda: gone(desk), "the menu to take it away")
    desk.key("ctrl+0", "ctrl+plus")
    desk.settle()
    check(gone(desk), "it comes though nobody wants it")


def test_told(desk):
    """From when to when, and how many events."""
    desk.open_story()
    overview = Overview(desk)
    equal(overview.text(), "Sat 18 October 2025 to Sat 1 November 2025, 10 of 15 events", "what is told of the frame")
    equal((overview.node.get(VALUE, "MinimumValue"), overview.node.get(VALUE, "MaximumValue")), (0, 100), "its range")


def test_drag(desk):
    """The timeline follows the frame at once, and stays where it is let go of."""
    overview = open_at_start(desk)
    middle = overview.middle()
    words = overview.text()
    desk.drag(int(overview.left + middle), overview.y(), 120, 0)
    overview.wait_for_middle(middle + 120, "the frame to have been moved")
    check(overview.text() != words, "another time is in sight, and the same is told")
    desk.drag(int(overview.left + middle + 120), overview.y(), -120, 0)
    overview.wait_for_middle(middle, "the frame to have been moved back")
    equal(overview.text(), words, "what is told where one was before")


def test_follows_at_once(desk):
    overview = open_at_start(desk)
    middle = overview.middle()
    before = desk.places()
    desk.move(int(overview.left + middle), overview.y())
    desk.xdotool("mousedown", 1)
    desk.xdotool("mousemove", int(overview.left + middle) + 60, overview.y())
    timeline = desk.place(desk.get("list", "Timeline"))
    area = (timeline[0], timeline[1], timeline[2], 30)
    desk.settle()
    desk.xdotool("mousemove", int(overview.left + middle), overview.y())
    desk.xdotool("mouseup", 1)
    wait_for(lambda: desk.places() == before, "the events to be where they were when it was led there and back")
    check(area[2] > 0, "there is no ruler")


def test_resize(desk):
    """An edge follows the pointer, and the other one stays."""
    overview = open_at_start(desk)
    right = 2 * overview.middle()
    desk.drag(int(overview.left + right), overview.y(), -100, 0)
    overview.wait_for_middle((right - 100) / 2, "the end of the frame to have been moved")
    desk.drag(int(overview.left + right) - 100, overview.y(), 60, 0)
    overview.wait_for_middle((right - 40) / 2, "the end of the frame to have been moved out again")


def test_click(desk):
    """Beside the frame it leads there."""
    overview = open_at_start(desk)
    x = overview.width * 0.7
    desk.click(int(overview.left + x), overview.y())
    overview.wait_for_middle(x, "a click to lead there")


def test_sweep(desk):
    """Who drags beside the frame draws another one."""
    overview = open_at_start(desk)
    desk.drag(int(overview.left + overview.width * 0.7), overview.y(), 80, 0)
    overview.wait_for_middle(overview.width * 0.7 + 40, "the swept frame")
    # As wide as it was swept: 80 pixels.
    desk.key("Home")
    overview.wait_for_middle(40, "the swept frame at the beginning")


def test_double_click(desk):
    desk.open_story(double_clicks=True)
    overview = Overview(desk)
    desk.click(overview.left + 50, overview.y(), times=2)
    wait_for(lambda: gone(desk), "a double click to show everything")


def test_wheel(desk):
    """The wheel zooms at the pointer: what is under it stays."""
    overview = open_at_start(desk)
    right = 2 * overview.middle()
    desk.wheel(overview.left + 20, overview.y(), -4)
    # One octave: half as wide, and the point stays where it is.
    overview.wait_for_middle(20 + (right / 2 - 20) / 2, "the frame to be narrower around the pointer")


def test_keys(desk):
    overview = open_at_start(desk)
    middle = overview.middle()
    width = 2 * middle
    desk.key("Right")
    overview.wait_for_middle(middle + width / 4, "the right arrow to move the frame")
    desk.key("Left")
    overview.wait_for_middle(middle, "the left arrow to move it back")
    desk.key("shift+Left")
    overview.wait_for_middle(width * 0.8 / 2, "Shift and the left arrow to move its end")
    desk.key("shift+Right")
    overview.wait_for_middle(middle, "Shift and the right arrow to move its end back")
    desk.key("ctrl+shift+Right")
    overview.wait_for_middle(middle + width * 0.1, "Ctrl, Shift and the right arrow to move its beginning")
    desk.key("ctrl+shift+Left", "plus")
    overview.wait_for_middle(middle, "plus to make it narrower around its middle")
    desk.key("Home")
    overview.wait_for_middle(width / 4, "Home to lead to the beginning")
    desk.key("Page_Down")
    overview.wait_for_middle(width / 4 + width / 2 * 0.8, "Page Down to go on by most of it")
    desk.key("End")
    overview.wait_for_middle(overview.width - width / 4, "End to lead to the end")
    desk.key("Return")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().role in ("list", "list item"), "Enter to lead to the timeline")


def test_set_value(desk):
    """Assistive technology moves it as a person does."""
    overview = open_at_start(desk)
    overview.node.call("org.freedesktop.DBus.Properties", "Set", "ssv", VALUE, "CurrentValue", Variant("d", 60.0))
    overview.wait_for_middle(overview.width * 0.6, "a value that is set to be taken")
    contains(overview.text(), " of 15 events", "what is told then")


def test_focus(desk):
    """One stop after the timeline; when it goes, the keyboard goes to the timeline."""
    desk.open_story()
    overview = Overview(desk)
    # Past what lanes count, which is one stop too.
    desk.key("Tab")
    wait_for(lambda: re.match(r"\d+ earlier events", desk.focused_node().name), "Tab to lead to what a lane counts")
    desk.key("Tab")
    wait_for(lambda: "focused" in overview.node.states(), "Tab to lead from there to the overview")
    desk.key("shift+Tab", "shift+Tab")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().role in ("list", "list item"), "Shift and Tab to lead back")
    desk.key("Tab", "Tab", "ctrl+0")
    wait_for(lambda: gone(desk), "the overview to go")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().role in ("list", "list item"), "the keyboard to be on the timeline")


def test_folds(desk):
    """Its axis is that of the timeline: where time is folded there, it is here too."""
    desk.open_story()
    overview = Overview(desk)
    # Two weeks of thirteen years, of which nearly all is folded.
    check(overview.value() < 90, f"the middle of the frame is at {overview.value():.0f} % of folded time")
    desk.key("ctrl+shift+f")
    wait_for(lambda: overview.value() > 95, "two weeks to be little of all time, and at its end")
    desk.key("ctrl+shift+f")
    wait_for(lambda: overview.value() < 90, "time to be folded again")


run(test_there_and_gone, test_setting, test_told, test_drag, test_follows_at_once, test_resize, test_click, test_sweep, test_double_click, test_wheel, test_keys, test_set_value, test_focus, test_folds)
