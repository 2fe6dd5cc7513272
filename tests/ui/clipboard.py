#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clipboard: clipboard.py [MEDIA-TYPE FILE]…

Writes its text; or offers files, each as what it is, until it is ended, and says when it
does. Exit status 77 where there is no GTK 4 for Python."""

import pathlib
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


def provide(kind, path):
    data = pathlib.Path(path).read_bytes()
    # Plain text is offered in all the ways in which programs want it.
    if kind == "text/plain":
        return Gdk.ContentProvider.new_for_value(data.decode("utf-8"))
    return Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(data))


def offer(clipboard, arguments):
    clipboard.set_content(Gdk.ContentProvider.new_union([provide(kind, path) for kind, path in zip(arguments[::2], arguments[1::2])]))
    print("offered", flush=True)


def main():
    # Later releases of GDK open no display before GTK has been told to start.
    if not Gtk.init_check():
        sys.exit("no display")
    loop = GLib.MainLoop()
    clipboard = Gdk.Display.get_default().get_clipboard()
    if sys.argv[1:]:
        offer(clipboard, sys.argv[1:])
    else:
        clipboard.read_text_async(None, finish, loop)
    loop.run()


main()
