#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a click on a source may lead."""

import json
import re

from harness import check, contains, DEADLINE, equal, Failure, run, wait_for

SOURCES = {
    "A web page": "https://example.org/page?a=1&b=2",
    "A mailbox": "mailto:press@example.org",
    "A script": "javascript:alert(1)",
    "A folder": "smb://example.org/share",
    "A local file": "file:///etc/hostname",
    "Another event": "event:1",
}
SCHEMES = ("http", "https", "mailto", "javascript", "smb", "file", "event")


def write(desk):
    sources = [{"id": f"s{number}", "title": title, "url": url} for number, (title, url) in enumerate(SOURCES.items())]
    events = [
        {"title": "It is written", "date": "2025-10-25", "sources": [source["id"] for source in sources], "quotes": [{"text": "So they say.", "source": "s2"}]},
        {"title": "Another one", "date": "2025-10-28"},
    ]
    return desk.write("links.dateline.json", json.dumps({"sources": sources, "events": events}))


def catch(desk):
    """A program that takes every address and writes it down; its file, and what makes the desktop find it."""
    log = desk.folder / "opened"
    log.unlink(missing_ok=True)
    program = desk.write("take-address", f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{log}"\n')
    program.chmod(0o755)
    data = desk.folder / "handlers"
    (data / "applications").mkdir(parents=True, exist_ok=True)
    types = [f"x-scheme-handler/{scheme}" for scheme in SCHEMES] + ["text/plain", "inode/directory", "application/octet-stream"]
    (data / "applications" / "taker.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Taker\nExec={program} %u\nMimeType={';'.join(types)};\n", encoding="utf-8")
    (data / "applications" / "mimeapps.list").write_text("[Default Applications]\n" + "".join(f"{name}=taker.desktop\n" for name in types), encoding="utf-8")
    return log, {"XDG_DATA_DIRS": f"{data}:/usr/local/share:/usr/share"}


def opened(log):
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def test_only_links_open(desk):
    log, environment = catch(desk)
    desk.open(write(desk), environment=environment)
    desk.click_node(desk.event("It is written"))
    labels = {title: desk.get(None, re.compile("^" + title)) for title in SOURCES}
    # What is no link, and the address of a mailbox, can be read.
    contains(labels["A mailbox"].name, "press@example.org", "the address")
    for title, url in list(SOURCES.items())[2:]:
        contains(labels[title].name, url, "the address")
    for title in reversed(SOURCES):
        desk.follow(labels[title])
    wait_for(lambda: len(opened(log)) >= 2, "the two links to be opened")
    equal(sorted(opened(log)), [SOURCES["A web page"], SOURCES["A mailbox"]], "what was opened")
    check((desk.selected() or "").startswith("It is written"), "a source led to another event")


def test_links_of_the_timeline(desk):
    """With nothing selected all sources are told, and lead no further."""
    log, environment = catch(desk)
    desk.open(write(desk), environment=environment)
    desk.get("button", "and 3 more").activate()
    within = desk.get("list", "Sources")
    labels = {title: desk.get(None, re.compile("^" + title), within) for title in SOURCES}
    for title, url in list(SOURCES.items())[2:]:
        contains(labels[title].name, url, "the address")
    for title in SOURCES:
        desk.follow(labels[title])
    wait_for(lambda: len(opened(log)) >= 2, "the two links to be opened")
    equal(sorted(opened(log)), [SOURCES["A web page"], SOURCES["A mailbox"]], "what was opened")
    check(desk.selected() is None, "a source led to an event")


def test_tooltip(desk):
    desk.open(write(desk))
    desk.click_node(desk.event("It is written"))
    label = desk.get("link", re.compile("^A web page"))
    x, y, _, height = desk.place(label)
    if label.release() < (4, 10):
        desk.move(x + 12, y + height // 2)
        desk.get("label", SOURCES["A web page"])
        return
    # Where the place is not to be had (see above), it is further down and right.
    for down in range(0, 120, 8):
        desk.move(x + 40, y + down)
        try:
            wait_for(lambda: desk.find("label", SOURCES["A web page"]), "the address under the pointer", 2)
            return
        except Failure:
            continue
    raise Failure("nothing says where a click leads")


run(test_only_links_open, test_links_of_the_timeline, test_tooltip)
