#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the text of the clipboard; exit status 77 where there is no GTK 4 for Python."""

import os
import sys

try:
    import gi

    gi.require_version("Gdk", "4.0")
    from gi.repository import Gdk, GLib
except (ImportError, ValueError):
    sys.exit(77)


def finish(clipboard, result, loop):
    try:
        sys.stdout.write(clipboard.read_text_finish(result) or "")
    except GLib.Error:
        pass  # Nothing is on it, or no text.
    loop.quit()


def main():
    display = Gdk.Display.open(os.environ["DISPLAY"]) or sys.exit("no display")
    loop = GLib.MainLoop()
    display.get_clipboard().read_text_async(None, finish, loop)
    loop.run()


main()
