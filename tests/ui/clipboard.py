#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the text of the clipboard; exit status 77 where there is no GTK 4 for Python."""

import sys

try:
    import gi

    gi.require_version("Gdk", "4.0")
    gi.require_version("Gtk", "4.0")
    from gi.repository import Gdk, GLib, Gtk
except (ImportError, ValueError):
    sys.exit(77)


def finish(clipboard, result, loop):
    try:
        sys.stdout.write(clipboard.read_text_finish(result) or "")
    except GLib.Error:
        pass  # Nothing is on it, or no text.
    loop.quit()


def main():
    # Later releases of GDK open no display before GTK has been told to start.
    if not Gtk.init_check():
        sys.exit("no display")
    loop = GLib.MainLoop()
    Gdk.Display.get_default().get_clipboard().read_text_async(None, finish, loop)
    loop.run()


main()
