#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a picture: the popover, the dialog, the file."""

import re
import struct

from harness import check, equal, run, wait_for

DIALOG = "Save Picture"


def ask(desk):
    """Up to the dialog, as a person goes."""
    main = desk.focused
    desk.key("ctrl+e")
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
    _, _, width, _ = desk.get("list", "Timeline").extents()
    ask(desk)
    desk.choose_file(path)
    desk.get(None, re.compile("^The picture was saved as “picture.png”"))
    saved = png_size(path)
    equal(saved[0], 2 * width, "the width of the picture, two pixels for each of the window’s")
    check(saved[1] > 1000, f"the picture is only {saved[1]} pixels high")


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
    desk.open_story()
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


def test_name_decides(desk):
    """Another ending means another format."""
    desk.open_story()
    path = desk.folder / "picture.svg"
    ask(desk)
    desk.choose_file(path)
    desk.get(None, re.compile("^The picture was saved as “picture.svg”"))
    check(b"<svg" in path.read_bytes()[:400], "it is no SVG")


run(test_save, test_replace, test_refuse, test_name_decides)
