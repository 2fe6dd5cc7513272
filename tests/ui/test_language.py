#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a translation: the window speaks it."""

import gettext
import os
import pathlib
import shutil
import subprocess

from harness import Skip, check, contains, run, wait_for

LOCALE = "ja_JP.UTF-8"


def locale_folder(desk):
    """A folder with the locale, made for this run where the system has none."""
    listed = subprocess.run(["locale", "-a"], stdout=subprocess.PIPE, text=True).stdout.lower()
    if "ja_jp.utf8" in listed or "ja_jp.utf-8" in listed:
        return None
    if shutil.which("localedef") is None or not os.path.exists("/usr/share/i18n/locales/ja_JP"):
        raise Skip(f"no locale {LOCALE}, and nothing to make one from")
    folder = desk.folder / "locales"
    folder.mkdir()
    subprocess.run(["localedef", "--no-archive", "-i", "ja_JP", "-f", "UTF-8", str(folder / LOCALE)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder


def test_japanese(desk):
    catalogue = pathlib.Path(desk.options.po) / "ja" / "LC_MESSAGES" / "dateline.mo"
    if not catalogue.exists():
        raise Skip("there is no Japanese translation")
    with catalogue.open("rb") as file:
        words = gettext.GNUTranslations(file)
    environment = {"LC_ALL": LOCALE, "LANG": LOCALE, "LANGUAGE": "ja"}
    folder = locale_folder(desk)
    if folder is not None:
        environment["LOCPATH"] = str(folder)
    desk.open(environment=environment)
    timeline, fit = words.gettext("Timeline"), words.gettext("_Fit")
    check(timeline != "Timeline", "“Timeline” is not translated")
    events = wait_for(lambda: (lambda node: node and [child for child in node.seen().children() if child.role == "list item"])(desk.find("list", timeline)), "the list in Japanese")
    desk.get("button", fit.replace("_", ""))
    contains(" ".join(node.name for node in events), "月", "dates in Japanese")


if __name__ == "__main__":
    run(test_japanese)
