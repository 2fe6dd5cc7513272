#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files as one timeline, and timelines that are in no file."""

import json
import re

from harness import check, contains, equal, run, wait_for, watched

STORY = "Tokyo and Washington, October 2025"


def timeline(title, *events):
    return json.dumps({"title": title, "events": [{"id": f"e{i}", "title": event, "date": "2025-10-25"} for i, event in enumerate(events)]})


def switch(desk, name):
    """Turns a file of the main menu on or off."""
    desk.click_node(desk.get("button", "Main menu"))
    desk.click_node(desk.get("menu item", "More with Files"))
    desk.click_node(wait_for(lambda: next((node for node in desk.find_all(None, name) if "menu item" in node.role), None), f"“{name}” in the menu"))


def take_out(desk, name):
    """Takes a file out of those that are open."""
    desk.click_node(desk.get("button", "Main menu"))
    desk.click_node(desk.get("menu item", "More with Files"))
    desk.click_node(desk.get("menu item", "Take Out"))
    desk.click_node([node for node in desk.find_all("menu item", name)][-1])


def ended(desk, program):
    wait_for(lambda: program.process.poll() is not None, "the program to end")
    equal(program.process.poll(), 0, "how it ended")
    watched.discard(program.process.pid)
    desk.programs.remove(program)


def answer(desk, name, question="Save the pasted timeline?"):
    """The question what becomes of what is in no file."""
    desk.get("label", question)
    desk.focus(desk.windows()[-1])
    desk.click_node(desk.get("button", name))


def titles(desk):
    return [node.name for node in desk.root().children()]


def test_files(desk):
    """Each has a lane, is told of in the details, and can be switched off; so they come back."""
    one, two = desk.write("one.json", timeline("One", "First")), desk.write("two.json", timeline("Two", "Second", "Third"))
    program = desk.open(one, two)
    for title in ("First", "Second", "Third"):
        desk.event(title)
    equal(titles(desk), ["One and Two"], "the windows")
    contains(desk.event("Third").name, "Two", "the lane of an event")
    desk.click_node(desk.event("Second"))
    desk.get(None, "File: Two")
    switch(desk, "One")
    wait_for(lambda: desk.find(None, re.compile("^First")) is None, "the first file to go")
    desk.event("Second")
    desk.key("ctrl+q")
    ended(desk, program)

    desk.open(home=program.home)
    desk.event("Third")
    check(desk.find(None, re.compile("^First")) is None, "what was off is on")
    switch(desk, "One")
    desk.event("First")
    # What fails loses no other, and can be mended, as well as what the others have.
    one.write_text(timeline("One", "First").replace('"title": "First"', '"title": "First", "colour": 1, "topics": ["none"]'), encoding="utf-8")
    two.write_text("{", encoding="utf-8")
    desk.key("ctrl+r")
    banner = wait_for(lambda: desk.find("label", re.compile("two.json, line 1, column 2: ")), "what is wrong to be told")
    contains(banner.name, "\nThe files have 1 problem", "the banner")
    desk.get("button", "Show Problems")
    desk.get("button", "Open in Text Editor")
    desk.event("First")
    # One that is added is seen with what is there.
    desk.open_dialog(["ctrl+shift+o"], "Add Timelines")
    desk.key("ctrl+l")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a path")
    desk.choose_file(desk.write("more.csv", "Date,Title\n2025-10-25,Added\n" + 4 * "whenever,Lost\n"))
    desk.event("Added")
    desk.event("First")
    switch(desk, "more.csv")
    wait_for(lambda: desk.find(None, re.compile("^Added")) is None, "the added file to go")
    # All of them are saved as one, which says from which each event is, and what is not in it.
    path = desk.folder / "all.dateline.json"
    desk.open_dialog(["ctrl+s"], "Save as Dateline File")
    # What one types takes the place of the name, not of half its ending.
    desk.type("mine")
    wait_for(lambda: desk.focused_node().text() == "mine.dateline.json", "the suggested name to be typed over")
    desk.choose_file(path)
    desk.get(None, "The timeline was saved as “all.dateline.json”, with 1 file that is not shown.")
    said = desk.get("label", re.compile("^Not everything could be carried over as it was:\n")).name
    contains(said, "\ntwo.json, line 1, column 2: A file that could not be read is not in it: ", "what is said of the file that is broken")
    contains(said, "\nmore.csv, line 3, column 1: ", "what is said of what the other has lost")
    saved = json.loads(path.read_text(encoding="utf-8"))
    names = {file["id"]: file["name"] for file in saved["files"]}
    equal([(event["title"], names[event["file"]]) for event in saved["events"]], [("First", "One"), ("Added", "more.csv")], "what was saved")
    # That is what is open now, with what was off.
    main = desk.window("all.dateline.json")
    # All that was left behind can be walked through.
    desk.click_node(desk.get("button", "Show Problems"))
    desk.focus(desk.window("Problems in the File"))
    desk.get("list item", re.compile("^Not carried over: A file that could not be read is not in it: .* – two.json, line 1, column 2$"))
    desk.get("list item", re.compile("^Not carried over, Lost: .* – more.csv, line 3, column 1$"))
    desk.key("Escape")
    desk.focus(main)
    check(desk.find(None, re.compile("^Added")) is None, "what was off is on")
    switch(desk, "more.csv")
    desk.event("Added")
    # With another file over it there are still the two; who takes that out may change their mind.
    desk.open_dialog(["ctrl+shift+o"], "Add Timelines")
    desk.key("ctrl+l")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a path")
    desk.choose_file(desk.write("third.json", timeline("Third", "Last")))
    contains(desk.event("Last").name, "Third", "the lane of what was added")
    contains(desk.event("First").name, "One", "the lane of what was saved")
    take_out(desk, "Third")
    wait_for(lambda: desk.find(None, re.compile("^Last")) is None, "the third file to go")
    desk.click_node(desk.get("button", "Undo"))
    desk.event("Last")


def test_paste(desk):
    """Text is a timeline that is in no file, until it is saved; what is none is told. It has a
    window of its own, or is added: what is open stays."""
    desk.open_story()
    story = desk.focused
    desk.offer(plain="Good morning")
    desk.key("ctrl+v")
    wait_for(lambda: desk.find("label", re.compile("^The text is not a timeline")), "to be told so")
    desk.event("Inauguration of Takaichi Sanae")
    # What begins as a timeline might opens no window only to say that it is none.
    desk.offer(plain='{"a": 1}')
    desk.key("ctrl+v")
    wait_for(lambda: desk.find("label", re.compile("^Pasted, line 1, column 1: not a timeline")), "to be told that too")
    equal(desk.windows(), [story], "the windows")
    desk.offer(html="<p>Not a table</p>", plain=json.dumps({"events": [{"title": "Copied", "date": "2025-10-25"}]}))
    # Where one types it is text.
    desk.key("ctrl+f")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "search box", "the field to search in")
    desk.key("ctrl+v")
    wait_for(lambda: "Copied" in (desk.focused_node().text() or ""), "the text to be in the field")
    desk.key("Escape")
    desk.event("Inauguration of Takaichi Sanae")
    desk.key("ctrl+v")
    main = desk.window("Pasted (not saved)")
    desk.get(None, re.compile("^Opened in a window of its own"))
    equal(desk.title(story), STORY, "what was open before")
    desk.focus(story)
    desk.key("ctrl+shift+v")
    desk.window(f"{STORY} and Pasted (not saved)")
    desk.key("ctrl+w")
    answer(desk, "Discard")
    wait_for(lambda: desk.windows() == [main], "the story to be closed")
    desk.focus(main)
    desk.event("Copied")
    # There is nothing yet that a bookmark could be kept with.
    desk.key("ctrl+d")
    desk.get(None, re.compile("^Bookmarks are kept with a file"))

    desk.key("ctrl+w")
    answer(desk, "Cancel")
    wait_for(lambda: desk.windows() == [main], "the question to go")
    desk.focus(main)
    path = desk.folder / "saved.dateline.json"
    desk.open_dialog(["ctrl+s"], "Save as Dateline File")
    desk.choose_file(path)
    desk.get(None, re.compile("^The timeline was saved as “saved.dateline.json”"))
    equal(json.loads(path.read_text(encoding="utf-8"))["events"][0]["title"], "Copied", "what was saved")
    desk.window("saved.dateline.json")
    desk.event("Copied")


def test_discard(desk):
    """Who takes it out, or quits, is asked, and may let it go."""
    program = desk.open_story()
    desk.offer(plain=timeline("Copied", "One"))
    desk.key("ctrl+shift+v")
    desk.window(f"{STORY} and Copied (not saved)")
    take_out(desk, "Copied")
    answer(desk, "Take Out", "Take the pasted timeline out?")
    desk.focus(desk.window(STORY))
    desk.key("ctrl+v")
    desk.focus(desk.window("Copied (not saved)"))
    desk.key("ctrl+q")
    answer(desk, "Discard")
    ended(desk, program)


run(test_files, test_paste, test_discard)
