#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a picture: the popover, the dialog, the file."""

import pathlib
import re
import struct
import subprocess

from harness import check, equal, run, steady, wait_for
from picture import Picture

DIALOG = "Save Picture"
# Where lanes have their toggles, in pixels from the left.
TOGGLES = range(12, 21)
STORY = "data/timelines/takaichi-trump-call.dateline.json"


def ask(desk, plain=False, everything=False, bare=False):
    """Up to the dialog, as a person goes; @plain: with a pixel for a pixel; @bare: without
    a title and a legend."""
    main = desk.focused
    desk.key("ctrl+e")
    if everything:
        desk.click_node(desk.get("combo box", re.compile("^Time: ")))
        desk.get("label", "Everything")
        desk.key("Down", "Return")
        wait_for(lambda: desk.find("label", "What is seen now") is None, "the list to close")
    if plain:
        desk.click_node(desk.get("combo box", re.compile("^Resolution: ")))
        desk.get("label", "1×")
        desk.key("Up", "Return")
        wait_for(lambda: desk.find("label", "2×") is None, "the list to close")
    if bare:
        desk.click_node(desk.get("text box", "Title"))
        desk.key("ctrl+a", "Delete")
        wait_for(lambda: desk.get("text box", "Title").text() == "", "the title to go")
        desk.key("Tab")
        wait_for(lambda: desk.focused_node() and desk.focused_node().name == "Legend: Unusual signs", "the choice of a legend to have the keyboard")
        desk.key("space")
        desk.get("label", "All signs")
        desk.key("Up", "Return")
        desk.get("combo box", "Legend: None")
    desk.click_node(desk.get("button", "Save Picture…"))
    desk.focus(desk.window(DIALOG))
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a name")
    return main


def png_size(path):
    head = path.read_bytes()[:24]
    check(head[:8] == b"\x89PNG\r\n\x1a\n" and head[12:16] == b"IHDR", f"{path.name} is no PNG: {head!r}")
    return struct.unpack(">II", head[16:24])


def test_save(desk):
    desk.open_story()
    path = desk.folder / "picture.png"
    _, _, width, height = desk.get("list", "Timeline").extents()
    ask(desk)
    desk.choose_file(path)
    desk.get(None, re.compile("^The picture was saved as “picture.png”"))
    saved = png_size(path)
    equal(saved[0], 2 * width, "the width of the picture, two pixels for each of the window’s")
    check(saved[1] > 2 * height, f"{saved[1]} is no room for a title and a legend, with {height} of the window")


def test_everything(desk):
    """A picture of its own, as wide as those of the command line."""
    desk.open_story()
    path = desk.folder / "everything.png"
    ask(desk, everything=True)
    desk.choose_file(path)
    desk.get(None, re.compile("^The picture was saved as “everything.png”"))
    equal(png_size(path)[0], 2 * 1600, "the width of the picture")


def test_replace(desk):
    """An existing file is replaced only when one says so."""
    desk.open_story()
    path = desk.folder / "taken.png"
    path.write_text("mine", encoding="utf-8")
    main = ask(desk)
    desk.choose_file(path)
    replace = desk.get("button", re.compile("Replace"))
    equal(path.read_text(encoding="utf-8"), "mine", "what the file holds before one has said yes")
    desk.focus(desk.windows()[-1])
    desk.click_node(replace)
    wait_for(lambda: desk.windows() == [main], "the dialogs to close")
    desk.get(None, re.compile("^The picture was saved as “taken.png”"))
    png_size(path)


def test_refuse(desk):
    """What is there stays where one says so, and the timeline that is open in any case."""
    story = desk.write("story.dateline.json", (pathlib.Path(desk.options.source) / STORY).read_text(encoding="utf-8"))
    desk.open(story)
    desk.event("Planned Tokyo summit")
    path = desk.folder / "kept.png"
    path.write_text("mine", encoding="utf-8")
    main = ask(desk)
    desk.choose_file(path)
    desk.get("button", re.compile("Replace"))
    for _ in range(2):
        desk.focus(desk.windows()[-1])
        count = len(desk.windows())
        desk.key("Escape")
        wait_for(lambda: len(desk.windows()) < count, "Escape to close a dialog")
    equal(desk.windows(), [main], "windows")
    # Whatever the answer set off has been done when the next click has.
    desk.focus(main)
    desk.click_node(desk.event("Planned Tokyo summit"))
    wait_for(desk.selected, "an event to be selected")
    equal(path.read_text(encoding="utf-8"), "mine", "what the file holds after one has said no")
    ask(desk)
    desk.choose_file(story)
    replace = desk.get("button", re.compile("Replace"))
    desk.focus(desk.windows()[-1])
    desk.click_node(replace)
    desk.get("label", "That is a timeline that is open; save the picture as another file.")
    check(story.read_text(encoding="utf-8").startswith("{"), "the timeline has become a picture")


def test_name_decides(desk):
    """A picture is called by its title; another ending means another format, also where the dialog leaves its own
    behind it."""
    desk.open_story()
    path = desk.folder / "picture.svg"
    desk.key("ctrl+e")
    desk.click_node(desk.get("text box", "Title"))
    desk.key("ctrl+a")
    desk.type("The call")
    desk.key("Return")
    desk.focus(desk.window(DIALOG))
    wait_for(lambda: desk.focused_node() and desk.focused_node().text() == "The call.png", "the name that is suggested")
    desk.choose_file(f"{path}.png")
    desk.get(None, re.compile("^The picture was saved as “picture.svg”"))
    check(b"<svg" in path.read_bytes()[:400], "it is no SVG")


def decode(path):
    return Picture(subprocess.run(["convert", str(path), "-depth", "8", "ppm:-"], check=True, stdout=subprocess.PIPE).stdout)


def look(desk):
    """What of the timeline is seen, at rest, with the pointer elsewhere."""
    x, y, width, height = desk.place(desk.get("list", "Timeline"))
    desk.move(x + width // 2, y - 20)
    desk.places()
    return steady(lambda: desk.picture().part(x, y, width, height), "the picture to come to rest"), width, height


def without_toggles(samples, width):
    """Black where lanes have on the screen what is pressed, and in a picture a dot."""
    rows = bytearray(samples)
    for row in range(0, len(rows), 3 * width):
        rows[row + 3 * TOGGLES.start : row + 3 * TOGGLES.stop] = bytes(3 * len(TOGGLES))
    return bytes(rows)


def compare(desk, name, bare=True):
    """Saves what is seen, and holds it against the screen."""
    seen, width, height = look(desk)
    seen = without_toggles(seen, width)
    path = desk.folder / name
    main = ask(desk, plain=True, bare=bare)
    desk.choose_file(path)
    wait_for(lambda: desk.windows() == [main], "the dialog to close")
    desk.focus(main)
    desk.get(None, re.compile(f"^The picture was saved as “{name}”"))
    saved = decode(path)
    equal(saved.width, width, "the width of the picture")
    saved.samples = without_toggles(saved.samples, width)
    if not bare:
        at = saved.samples.find(seen) / (3 * width)
        check(0 < at < saved.height - height, f"what is seen stands {at} of {saved.height} down {name}, and not between a title and a legend")
        return
    equal(saved.height, height, "the height of the picture")
    differ = [i // 3 for i in range(0, len(seen), 3) if seen[i : i + 3] != saved.samples[i : i + 3]]
    check(not differ, f"{len(differ)} pixels of {name} are not what is seen, the first at {differ[:1] and divmod(differ[0], width)[::-1]}")


def open_seen(desk, theme):
    desk.open(environment={"GSK_RENDERER": "cairo", "GTK_THEME": theme})
    desk.event("Inauguration of Takaichi Sanae")


def test_seen(desk):
    """What is seen now is saved pixel for pixel, between its title and a legend."""
    open_seen(desk, "Default")
    compare(desk, "home.png", bare=False)


def go_closer(desk):
    """With an event selected, and notes on what is outside."""
    desk.click_node(desk.event("First phone call, Malaysia trip"))
    wait_for(desk.selected, "an event to be selected")
    desk.key("ctrl+plus")


def test_seen_selected(desk):
    open_seen(desk, "Default")
    go_closer(desk)
    compare(desk, "closer.png")


def test_seen_dark(desk):
    open_seen(desk, "Default:dark")
    go_closer(desk)
    compare(desk, "dark.png")


run(test_seen, test_seen_selected, test_seen_dark, test_save, test_everything, test_replace, test_refuse, test_name_decides)
