#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the X server knows of windows and the pointer.

xdotool tells the same, but each question would be a process of its own, and there
are hundreds in a test. It stays the hands; this is only for the eyes."""

import ctypes

IS_VIEWABLE = 2
# Of a property: as much of it as anybody writes, in units of four bytes.
LENGTH = 1024

Window = ctypes.c_ulong
Pointer = ctypes.c_void_p


class Attributes(ctypes.Structure):
    """XWindowAttributes."""

    _fields_ = [
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_width", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("visual", Pointer),
        ("root", Window),
        ("c_class", ctypes.c_int),
        ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("all_event_masks", ctypes.c_long),
        ("your_event_mask", ctypes.c_long),
        ("do_not_propagate_mask", ctypes.c_long),
        ("override_redirect", ctypes.c_int),
        ("screen", Pointer),
    ]


# A window may go away between two questions: that is no reason to end.
@ctypes.CFUNCTYPE(ctypes.c_int, Pointer, Pointer)
def is_no_matter(_display, _error):
    return 0


def load():
    """libX11, which xdotool has as well."""
    library = ctypes.CDLL("libX11.so.6")
    for name, result, *arguments in (
        ("XOpenDisplay", Pointer, ctypes.c_char_p),
        ("XDefaultRootWindow", Window, Pointer),
        ("XInternAtom", ctypes.c_ulong, Pointer, ctypes.c_char_p, ctypes.c_int),
        ("XQueryTree", ctypes.c_int, Pointer, Window, Pointer, Pointer, Pointer, Pointer),
        ("XGetWindowAttributes", ctypes.c_int, Pointer, Window, Pointer),
        ("XTranslateCoordinates", ctypes.c_int, Pointer, Window, Window, ctypes.c_int, ctypes.c_int, Pointer, Pointer, Pointer),
        ("XQueryPointer", ctypes.c_int, Pointer, Window, *[Pointer] * 7),
        ("XGetWindowProperty", ctypes.c_int, Pointer, Window, ctypes.c_ulong, ctypes.c_long, ctypes.c_long, ctypes.c_int, ctypes.c_ulong, *[Pointer] * 5),
        ("XFree", ctypes.c_int, Pointer),
        ("XSetErrorHandler", Pointer, Pointer),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def is_there():
    try:
        load()
    except OSError:
        return False
    return True


class Server:
    """A connection to one."""

    def __init__(self, display):
        self.x = load()
        self.x.XSetErrorHandler(is_no_matter)
        self.display = self.x.XOpenDisplay(display.encode())
        if not self.display:
            raise OSError(f"no connection to the X server {display}")
        self.root = self.x.XDefaultRootWindow(self.display)
        self.atoms = {}

    def property(self, window, name):
        """A property of text, as bytes; None where there is none."""
        if name not in self.atoms:
            self.atoms[name] = self.x.XInternAtom(self.display, name.encode(), False)
        kind, form, count, left, value = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong(), Pointer()
        answers = [ctypes.byref(answer) for answer in (kind, form, count, left, value)]
        if self.x.XGetWindowProperty(self.display, window, self.atoms[name], 0, LENGTH, False, 0, *answers) != 0 or not value:
            return None
        text = ctypes.string_at(value, count.value) if form.value == 8 else None
        self.x.XFree(value)
        return text

    def children(self, window):
        """The lowest first."""
        above, parent, found, count = Window(), Window(), ctypes.POINTER(Window)(), ctypes.c_uint()
        if not self.x.XQueryTree(self.display, window, *map(ctypes.byref, (above, parent, found, count))):
            return []
        windows = found[: count.value]
        if found:
            self.x.XFree(found)
        return windows

    def attributes(self, window):
        """None where it is gone."""
        found = Attributes()
        return found if self.x.XGetWindowAttributes(self.display, window, ctypes.byref(found)) else None

    def is_visible(self, window):
        found = self.attributes(window)
        return found is not None and found.map_state == IS_VIEWABLE

    def windows(self, within=None):
        """Those of programs that can be seen, the lowest first."""
        below = self.children(within or self.root)
        found = [window for window in below if self.property(window, "WM_CLASS") and self.is_visible(window)]
        for window in below:
            found += self.windows(window)
        return found

    def is_popover(self, window):
        """Whether no window manager is to have a hand in where it is."""
        found = self.attributes(window)
        return found is not None and bool(found.override_redirect)

    def title(self, window):
        title = self.property(window, "_NET_WM_NAME") or self.property(window, "WM_NAME") or b""
        return title.decode(errors="replace").strip()

    def geometry(self, window):
        """x, y, width, height on the screen; None where it is gone."""
        x, y, child = ctypes.c_int(), ctypes.c_int(), Window()
        found = self.attributes(window)
        if found is None or not self.x.XTranslateCoordinates(self.display, window, self.root, 0, 0, *map(ctypes.byref, (x, y, child))):
            return None
        return (x.value, y.value, found.width, found.height)

    def pointer(self):
        x, y, other = ctypes.c_int(), ctypes.c_int(), [ctypes.c_ulong() for _ in range(5)]
        root, child, left, up, mask = map(ctypes.byref, other)
        self.x.XQueryPointer(self.display, self.root, root, child, ctypes.byref(x), ctypes.byref(y), left, up, mask)
        return (x.value, y.value)
