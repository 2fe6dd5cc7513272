#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees, asked of the program itself.

Straight over the bus of AT-SPI rather than through libatspi: that one keeps
copies of names and children, and a test wants what holds now.

What GTK tells differs from release to release; here all of them are alike, so
that a test says what a person meets and not how a release calls it.
"""

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
BUS = "org.freedesktop.DBus"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
# Milliseconds; what is not answered by then is asked again.
TIMEOUT = 10000

# Coordinates as Component counts them.
IN_WINDOW = 1

STATES = {1: "active", 4: "checked", 8: "enabled", 10: "expanded", 11: "focusable", 12: "focused", 16: "modal", 20: "pressed", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 32: "indeterminate"}

# Told apart by later releases only; the states tell as much.
SAME_ROLES = {"toggle button": "button", "push button": "button", "check menu item": "menu item", "radio menu item": "menu item"}


class Gone(Exception):
    """The object is not there any more."""


def connect_to(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
    bus.set_exit_on_close(False)
    return bus


def services(session):
    """What a session bus starts when it is asked for."""
    return Node(connect_to(session), BUS, "/org/freedesktop/DBus").call(BUS, "ListActivatableNames")[0]


def connect(session):
    """A connection to the bus of assistive technology of a session bus."""
    bus = connect_to(session)
    (address,) = bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()
    return connect_to(address)


def process_of(bus, owner):
    """The number of the process that a name on the bus belongs to, or None."""
    try:
        return Node(bus, BUS, "/org/freedesktop/DBus").call(BUS, "GetConnectionUnixProcessID", "(s)", owner)[0]
    except Gone:
        return None


def programs(bus, processes):
    """Those of these processes that are on the bus.

    Whatever else came to it, a portal for instance, is none of ours."""
    try:
        return [node for node in Node(bus, REGISTRY, ROOT).children() if process_of(bus, node.owner) in processes and node.alive()]
    except Gone:
        return []


class Node:
    # Which GTK is behind a name on the bus, as (4, 8).
    releases = {}

    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, owner, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __str__(self):
        try:
            return f"{self.role} {self.name!r} {' '.join(sorted(self.states() - {'visible', 'enabled', 'sensitive'}))} {self.extents()}"
        except Gone as error:
            return str(error)

    def call(self, interface, method, signature="()", *arguments):
        try:
            parameters = GLib.Variant(signature, arguments)
            return self.bus.call_sync(self.owner, self.path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()
        except GLib.Error as error:
            raise Gone(error.message) from None

    def get(self, interface, name):
        return self.call("org.freedesktop.DBus.Properties", "Get", "(ss)", interface, name)[0]

    def alive(self):
        try:
            self.get(ACCESSIBLE, "Name")
            return True
        except Gone:
            return False

    @property
    def name(self):
        return self.get(ACCESSIBLE, "Name")

    @property
    def description(self):
        return self.get(ACCESSIBLE, "Description")

    @property
    def role(self):
        name = self.call(ACCESSIBLE, "GetRoleName")[0]
        return SAME_ROLES.get(name, name)

    def states(self):
        low, high = self.call(ACCESSIBLE, "GetState")[0]
        bits = low | high << 32
        return {name for bit, name in STATES.items() if bits >> bit & 1}

    def children(self):
        return [Node(self.bus, owner, path) for owner, path in self.call(ACCESSIBLE, "GetChildren")[0]]

    def parent(self):
        owner, path = self.get(ACCESSIBLE, "Parent")
        return Node(self.bus, owner, path)

    def is_within(self, role):
        """Whether something above it has a role."""
        node = self
        while node.path != ROOT:
            node = node.parent()
            if node.role == role:
                return True
        return False

    def walk_levels(self, level=0):
        """This one and all below it that take room, each with its depth."""
        try:
            if level > 0 and not self.takes_room():
                return
            children = self.children()
        except Gone:
            return
        yield level, self
        for child in children:
            yield from child.walk_levels(level + 1)

    def walk(self):
        for _, node in self.walk_levels():
            yield node

    def matches(self, role, name):
        try:
            if role is not None and self.role != role:
                return False
            if name is None:
                return True
            found = self.name
        except Gone:
            return False
        return found == name if isinstance(name, str) else name.search(found) is not None

    def extents(self):
        """x, y, width, height within its window."""
        if self.path == ROOT:
            return (0, 0, 0, 0)
        return self.call("org.a11y.atspi.Component", "GetExtents", "(u)", IN_WINDOW)[0]

    def frame(self):
        """Its extents, or nothing at all where it has none: GTK 4.8 has objects
        of that kind above others that have some."""
        try:
            return self.extents()
        except Gone:
            return (0, 0, 0, 0)

    def takes_room(self):
        """Whether it can be seen. GTK 4.8 calls everything visible, but gives
        what is hidden no size; later ones give that any size."""
        _, _, width, height = self.extents()
        if width <= 0 or height <= 0:
            return False
        return self.release() < (4, 10) or "showing" in self.states()

    def release(self):
        """That of GTK."""
        if self.owner not in self.releases:
            version = Node(self.bus, self.owner, ROOT).get("org.a11y.atspi.Application", "Version")
            self.releases[self.owner] = tuple(int(number) for number in version.split(".")[:2])
        return self.releases[self.owner]

    def activate(self):
        """Does what it is there for, as assistive technology asks for it."""
        self.call("org.a11y.atspi.Action", "DoAction", "(i)", 0)

    def text(self):
        """Its text, for what holds more than its name."""
        interface = "org.a11y.atspi.Text"
        return self.call(interface, "GetText", "(ii)", 0, self.get(interface, "CharacterCount"))[0]
