#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is copied is what stands there, and where it is from."""

from harness import equal, run, wait_for

QUOTE = """“President Trump’s gracious words were truly appreciated,”
— Takaichi Sanae, to reporters after the call, 25 October 2025
Prime Minister Takaiichi Sanae Strengthens U.S.-Japan Alliance in Call with President Trump. Block Media"""

SUMMIT = """Planned Tokyo summit, planned for 28 October 2025.
Public record: the announced programme of President Trump’s trip to Asia
Prime Minister Takaiichi Sanae Strengthens U.S.-Japan Alliance in Call with President Trump. Block Media"""


def select(desk, title):
    desk.open_story()
    desk.click_node(desk.event(title))
    wait_for(lambda: (desk.selected() or "").startswith(title), f"“{title}” to be selected")


def test_quote(desk):
    select(desk, "Remarks to reporters after the call")
    desk.click_node(desk.get("button", "Copy with Citation"))
    desk.get("button", "Copied")
    equal(desk.clipboard(), QUOTE, "the clipboard")


def test_event(desk):
    select(desk, "Planned Tokyo summit")
    desk.key("ctrl+shift+c")
    equal(wait_for(desk.clipboard, "something on the clipboard"), SUMMIT, "the clipboard")


def test_title_and_date(desk):
    select(desk, "Planned Tokyo summit")
    desk.click_node(desk.event("Planned Tokyo summit"), button=3)
    desk.click_node(desk.get("menu item", "Copy Title and Date"))
    equal(wait_for(desk.clipboard, "something on the clipboard"), "Planned Tokyo summit, planned for 28 October 2025", "the clipboard")


run(test_quote, test_event, test_title_and_date)
