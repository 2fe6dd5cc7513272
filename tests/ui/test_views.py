#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list and the quotes have what the timeline has, for the keyboard and by ear."""

import json

from harness import check, contains, equal, run, wait_for

HEADINGS = ["2010s", "2020", "2022", "July 2025", "September 2025", "October 2025"]
EVENTS = [
    "Abe’s second government and Abenomics begin",
    "Abe’s last day in office",
    "Shinzo Abe dies",
    "$550 billion investment pledge",
    "Memorandum on the $550 billion signed",
    "Defence-related shares rise",
    "Inauguration of Takaichi Sanae",
    "Trump’s Asia trip",
    "Remarks on the $550 billion pledge",
    "First phone call, Malaysia trip",
    "Japan’s statement on the call",
    "Remarks to reporters after the call",
    "Appeal on the abducted citizens",
    "Trump’s visit to Japan",
    "Planned Tokyo summit",
]
QUOTES = ["“While honoring our prior commitments", "“President Trump’s gracious words were truly appreciated,”", "“We are committed to taking the U.S.-Japan alliance"]
CITED = """“President Trump’s gracious words were truly appreciated,”
— Takaichi Sanae, to reporters after the call, 25 October 2025
Prime Minister Takaiichi Sanae Strengthens U.S.-Japan Alliance in Call with President Trump. Block Media"""


def focused(desk):
    """What a screen reader says of what has the keyboard."""
    node = desk.focused_node()
    return "" if node is None else node.name


def wait_focus(desk, start):
    """Until something whose name begins so has the keyboard; its node."""

    def look():
        node = desk.focused_node()
        return node if node is not None and node.name.startswith(start) else None

    try:
        return wait_for(look, f"“{start}” to have the keyboard")
    except AssertionError as error:
        raise AssertionError(f"{error}; {focused(desk)!r} has it") from None


def inside(node, role, name):
    while node is not None and node.role not in ("frame", "application"):
        if node.matches(role, name):
            return True
        node = node.parent()
    return False


def in_timeline(desk):
    node = desk.focused_node()
    return node is not None and inside(node, "list", "Timeline")


def shown(desk, view):
    """Whether the switch says that a view is shown."""
    node = desk.find("button", view)
    return node is not None and bool({"pressed", "checked"} & node.states())


def open_list(desk):
    desk.open_story()
    desk.key("ctrl+2")
    return wait_focus(desk, EVENTS[0] + ", ")


def open_quotes(desk):
    desk.open_story()
    desk.key("ctrl+3")
    return wait_focus(desk, QUOTES[0])


def test_keys(desk):
    """A view has the keyboard when it comes, and the switch says which it is."""
    open_list(desk)
    wait_for(lambda: shown(desk, "List") and not shown(desk, "Timeline"), "the switch to say “List”")
    desk.key("ctrl+3")
    wait_focus(desk, QUOTES[0])
    wait_for(lambda: shown(desk, "Quotes"), "the switch to say “Quotes”")
    desk.key("ctrl+1")
    wait_for(lambda: in_timeline(desk), "the timeline to have the keyboard")
    wait_for(lambda: shown(desk, "Timeline"), "the switch to say “Timeline”")


def test_pointer(desk):
    desk.open_story()
    desk.click_node(desk.get("button", "List"))
    wait_focus(desk, EVENTS[0] + ", ")
    events = desk.get("list", "Events")
    row = wait_for(lambda: next((node for node in events.seen().children() if node.name.startswith(EVENTS[2])), None), "an event of the list")
    desk.click_node(row)
    wait_for(lambda: EVENTS[2] in desk.texts(desk.get("region", "Details")), "the event in the details")
    wait_focus(desk, EVENTS[2])
    # A heading is nothing that one selects.
    desk.click_node(desk.get("heading", "2020", within=events))
    desk.settle()
    wait_focus(desk, EVENTS[2])
    wait_for(lambda: "selected" in desk.focused_node().states(), "the event to be selected still")


def test_walk(desk):
    """All events, each with its name and number, over headings that are none."""
    node = open_list(desk)
    found = [node.name]
    for i, title in enumerate(EVENTS):
        equal(node.role, "list item", "the role of what has the keyboard")
        equal(node.description, f"{i + 1} of {len(EVENTS)}", "its number")
        if i + 1 < len(EVENTS):
            desk.key("Down")
            node = wait_focus(desk, EVENTS[i + 1] + ", ")
            check("selected" in node.states(), f"“{EVENTS[i + 1]}” is not selected")
            found.append(node.name)
    equal(found[0], "Abe’s second government and Abenomics begin, Wednesday 26 December 2012, Happened, Succession and Abenomics", "the first name")
    equal(found[-1], "Planned Tokyo summit, planned for Tuesday 28 October 2025, Planned, Alliance and security", "the last name")
    desk.key("Up")
    wait_focus(desk, EVENTS[-2] + ", ")
    desk.key("Home")
    wait_focus(desk, EVENTS[0] + ", ")
    desk.key("End")
    wait_focus(desk, EVENTS[-1] + ", ")
    desk.key("Page_Up")
    wait_for(lambda: not focused(desk).startswith(EVENTS[-1]), "a page to be turned")


def test_headings(desk):
    """What stands over the events is met as headings."""
    open_list(desk)
    events = desk.get("list", "Events")
    found = [node.name for node in events.seen().walk() if node.role == "heading"]
    equal(found[:3], HEADINGS[:3], "the first headings")
    desk.key("End")
    wait_focus(desk, EVENTS[-1])
    wait_for(lambda: HEADINGS[-1] in [node.name for node in events.seen().walk() if node.role == "heading"], "the last heading")


def test_selection(desk):
    """What is selected stays so, and is in sight, from view to view."""
    desk.open_story()
    desk.click_node(desk.event("Planned Tokyo summit"))
    wait_for(desk.selected, "an event to be selected")
    desk.key("ctrl+2")
    node = wait_focus(desk, "Planned Tokyo summit, ")
    check("selected" in node.states(), "the event is not selected in the list")
    x, y, width, height = desk.place(node)
    left, top, wide, high = desk.geometry(desk.focused)
    check(left <= x and x + width <= left + wide and top <= y and y + height <= top + high, "it is not in sight")
    desk.key("Home")
    wait_focus(desk, EVENTS[0])
    desk.key("ctrl+1")
    wait_for(lambda: (desk.selected() or "").startswith(EVENTS[0]), "the first event to be selected, and in sight, in the timeline")
    # Of what has no quote nothing is selected there.
    desk.key("ctrl+3")
    node = wait_focus(desk, QUOTES[0])
    check("selected" not in node.states(), "a quote of another event is selected")


def test_enter(desk):
    """Enter reads about an event, Ctrl+Enter shows it in the timeline."""
    open_list(desk)
    desk.key("F9")
    wait_for(lambda: desk.find("region", "Details") is None, "the details to go")
    desk.key("Down", "Return")
    wait_for(lambda: EVENTS[1] in desk.texts(desk.get("region", "Details")), "the details of the event")
    wait_for(lambda: (lambda node: node is not None and node.role == "heading" and node.name == EVENTS[1])(desk.focused_node()), "the details to have the keyboard")
    desk.key("Escape")
    wait_focus(desk, EVENTS[1])
    desk.key("ctrl+Return")
    wait_for(lambda: (desk.selected() or "").startswith(EVENTS[1] + ",") and in_timeline(desk), "the event in the timeline")
    check(shown(desk, "Timeline"), "the switch does not say “Timeline”")


def test_menu(desk):
    open_list(desk)
    desk.key("Down", "shift+F10")
    wait_focus(desk, "Read About It")
    desk.key("Escape")
    wait_focus(desk, EVENTS[1])
    desk.click_node(desk.focused_node(), button=3)
    desk.click_node(desk.get("menu item", "Zoom to It"))
    wait_for(lambda: in_timeline(desk) and shown(desk, "Timeline"), "the timeline")


def test_one_stop(desk):
    """Tab leaves the list at once, and comes back to the same row."""
    open_list(desk)
    desk.key("Down", "Down")
    wait_focus(desk, EVENTS[2])
    desk.key("Tab")
    wait_for(lambda: desk.focused_node() is not None and not inside(desk.focused_node(), "list", "Events"), "the keyboard to leave the list")
    desk.key("shift+Tab")
    wait_focus(desk, EVENTS[2])


def test_date(desk):
    """A date that one goes to is one of the list."""
    open_list(desk)
    desk.key("ctrl+l")
    field = desk.get("text box", "Go to date")
    wait_for(lambda: "focused" in field.states(), "the field to have the keyboard")
    desk.type("2022-07")
    desk.key("Return")
    wait_focus(desk, "Shinzo Abe dies")


def test_quotes(desk):
    """Each quote with who said it, and when; of these, nobody says that they are not the words."""
    node = open_quotes(desk)
    contains(node.name, "Takaichi Sanae", "the name of a quote")
    check("ord for word" not in node.name, "the name of a quote claims to be to the letter: " + node.name)
    equal(node.description, "1 of 3", "its number")
    desk.get("label", "3 quotes")
    for i in (1, 2):
        desk.key("Down")
        wait_focus(desk, QUOTES[i])
    desk.key("Return")
    wait_for(lambda: in_timeline(desk) and (desk.selected() or "").startswith("Remarks to reporters after the call,"), "the event of the quote")


def test_quote_button(desk):
    """The event's title below a quote leads there."""
    node = open_quotes(desk)
    desk.click_node(desk.get("button", "Remarks on the $550 billion pledge · around 25 October 2025", within=node))
    wait_for(lambda: in_timeline(desk) and (desk.selected() or "").startswith("Remarks on the $550 billion pledge,"), "the event of the quote")


def test_copy(desk):
    """A quote is copied as one cites it, by a key and by its button."""
    open_quotes(desk)
    desk.key("Down", "ctrl+shift+c")
    wait_focus(desk, QUOTES[1])
    wait_for(desk.clipboard, "something on the clipboard")
    equal(desk.clipboard(), CITED, "the clipboard")
    desk.key("Home", "Tab", "Tab")
    wait_focus(desk, "Copy with Citation")
    desk.key("space")
    wait_for(lambda: desk.clipboard().startswith(QUOTES[0]), "the first quote on the clipboard")


def test_speakers(desk):
    """By who speaks: those who speak most first, nobody named last."""
    people = [{"id": "a", "name": "Anna"}, {"id": "b", "name": "Bert"}]

    def event(day, *quotes):
        return {"title": f"Day {day}", "date": f"2025-10-{day:02}", "quotes": list(quotes)}

    story = {
        "people": people,
        "events": [
            event(1, {"text": "One", "speaker": "a"}, {"text": "Two"}),
            event(2, {"text": "Three", "speaker": "b", "exact": False}),
            event(3, {"text": "Four", "speaker": "b"}),
        ],
    }
    desk.open(desk.write("quotes.dateline.json", json.dumps(story)))
    desk.event("Day 1")
    desk.key("ctrl+3")
    wait_focus(desk, "“One”")
    desk.click_node(desk.get("button", "By Speaker"))
    quotes = desk.get("list", "Quotes")
    wait_for(lambda: [node.name for node in quotes.seen().walk() if node.role == "heading"] == ["Bert", "Anna", "No speaker named"], "the speakers as headings")
    rows = [node.name for node in quotes.seen().children() if node.role == "list item" and node.name]
    equal([name.split(",")[0] for name in rows], ["“Three”", "“Four”", "“One”", "“Two”"], "the quotes in order")
    contains(rows[0], "Not word for word", "what is no quote by the letter")


def test_nothing(desk):
    """Where there are no quotes, that is said."""
    story = {"events": [{"title": "Alone", "date": "2025-10-20"}]}
    desk.open(desk.write("alone.dateline.json", json.dumps(story)))
    desk.event("Alone")
    desk.key("ctrl+3")
    desk.get("label", "No quotes in this timeline")
    desk.key("ctrl+2")
    wait_focus(desk, "Alone, ")


def test_reload(desk):
    """A file that has changed is another list, with the same event selected."""
    events = [{"id": f"e{i}", "title": f"Event {i}", "date": f"2025-10-{i:02}"} for i in range(1, 9)]
    path = desk.write("more.dateline.json", json.dumps({"events": events}))
    desk.open(path)
    desk.event("Event 1")
    desk.key("ctrl+2")
    wait_focus(desk, "Event 1, ")
    desk.key("Down", "Down")
    equal(wait_focus(desk, "Event 3, ").description, "3 of 8", "its number")
    path.write_text(json.dumps({"events": events[1:]}))
    desk.key("ctrl+r")
    wait_for(lambda: wait_focus(desk, "Event 3, ").description == "2 of 7", "the list without the first event")


def resize(desk, width, height):
    desk.xdotool("windowsize", desk.focused, width, height)
    wait_for(lambda: desk.geometry(desk.focused)[2:] == (width, height), f"the window to be {width} × {height}")


def test_narrow(desk):
    """Where there is no room for three words, one button has them in a menu."""
    desk.open_story()
    resize(desk, 360, 700)
    button = desk.get("button", "Timeline, list or quotes")
    x, _, width, _ = desk.place(button)
    left, _, wide, _ = desk.geometry(desk.focused)
    check(left <= x and x + width <= left + wide, "the button is not in the window")
    desk.click_node(button)
    desk.click_node(desk.get("menu item", "List"))
    wait_focus(desk, EVENTS[0])


run(
    test_keys,
    test_pointer,
    test_walk,
    test_headings,
    test_selection,
    test_enter,
    test_menu,
    test_one_stop,
    test_date,
    test_quotes,
    test_quote_button,
    test_copy,
    test_speakers,
    test_nothing,
    test_reload,
    test_narrow,
)
