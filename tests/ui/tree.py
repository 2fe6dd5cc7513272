#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees, asked of the program itself.

Straight over the bus of AT-SPI rather than through libatspi: that one keeps
copies of names and children, and a test wants what holds now.

What GTK tells differs from release to release; here all of them are alike, so
that a test says what a person meets and not how a release calls it.

To ask each object by itself takes four messages and more an object, and there
are hundreds. So what is looked for is looked for in one answer about all of
them, and only what was found there is asked where it is.
"""

import struct
import time

import bus as message_bus
from bus import UINT32

ACCESSIBLE = "org.a11y.atspi.Accessible"
BUS = "org.freedesktop.DBus"
CACHE = "org.a11y.atspi.Cache"
COMPONENT = "org.a11y.atspi.Component"
EVENT = "org.a11y.atspi.Event.Object"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
# Seconds; for so long all is taken to be known where the same is told.
AGE = 0.5

# Coordinates as Component counts them.
IN_WINDOW = 1

STATES = {1: "active", 4: "checked", 8: "enabled", 10: "expanded", 11: "focusable", 12: "focused", 16: "modal", 20: "pressed", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 32: "indeterminate"}

# Told apart by later releases only; the states tell as much.
SAME_ROLES = {"toggle button": "button", "push button": "button", "check menu item": "menu item", "radio menu item": "menu item"}

# Of each object: itself, the program, its parent; its place there, how many it has; what it
# can; name, role, description, states.
ITEMS = "a((so)(so)(so)iiassusau)"
PLACE = struct.Struct("=ii")
STATE_SET = struct.Struct("=III")

# The object is not there any more.
Gone = message_bus.Refused


def services(session):
    """What a session bus starts when it is asked for."""
    return Node(message_bus.Connection(session), BUS, "/org/freedesktop/DBus").call(BUS, "ListActivatableNames")[0]


def connect(session):
    """A connection to the bus of assistive technology of a session bus."""
    (address,) = message_bus.Connection(session).call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    return message_bus.Connection(address)


# By name on the bus; none is given twice.
processes = {}


def process_of(bus, owner):
    """The number of the process that a name on the bus belongs to, or None."""
    try:
        if owner not in processes:
            processes[owner] = Node(bus, BUS, "/org/freedesktop/DBus").call(BUS, "GetConnectionUnixProcessID", "s", owner)[0]
        return processes[owner]
    except Gone:
        return None


def ask_all(bus, calls):
    """What is in the answers to calls of the kind that Connection.ask takes; None for those that have none."""
    return [None if answer.kind == message_bus.ERROR else message_bus.unpack(answer) for answer in bus.ask(calls)]


def subscribe(bus, member, detail, take):
    """Calls `take` with the object and the value of each signal of a kind, when the connection
    receives.

    `detail` may be None."""

    def received(message):
        about, _, _, value, *_ = message_bus.unpack(message)
        if detail in (None, about):
            take(Node(bus, message.sender, message.path), value)

    bus.subscribe(EVENT, member, received)


def programs(bus, numbers):
    """Those of processes of these numbers that are on the bus.

    Whatever else came to it, a portal for instance, is none of ours."""
    try:
        return [node for node in Node(bus, REGISTRY, ROOT).children() if process_of(bus, node.owner) in numbers and node.alive()]
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

    def call(self, interface, method, signature="", *arguments):
        return self.bus.call(self.owner, self.path, interface, method, signature, *arguments)

    def get(self, interface, name):
        return self.call("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[0]

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
        node = self.seen()
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

    def seen(self):
        """The same as it is now, with all that is around it: what is asked of that has
        been answered, and stays so, and costs nothing. Later releases tell in one go
        only what somebody has asked for before, and are asked as ever."""
        return Seen(Look(self.bus, self.owner), self.path) if self.release() < (4, 10) else self

    def live(self):
        """The same as it will be whenever it is asked."""
        return self

    def find(self, role=None, name=None, state=None):
        """All of a role, a name (text, or a pattern) and a state, of this one and those below it, in order."""
        return (node for node in self.walk() if node.matches(role, name, state))

    def matches(self, role, name, state=None):
        try:
            if role is not None and self.role != role or state is not None and state not in self.states():
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
        return self.call(COMPONENT, "GetExtents", "u", IN_WINDOW)[0]

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
        self.call("org.a11y.atspi.Action", "DoAction", "i", 0)

    def text(self):
        """Its text, for what holds more than its name."""
        interface = "org.a11y.atspi.Text"
        return self.call(interface, "GetText", "ii", 0, self.get(interface, "CharacterCount"))[0]


def items(answer):
    """What is asked of the objects in an answer to GetItems: path, that of the parent, place
    there, how many it has, whether it has a place itself, name and states. Read by hand, since
    these are thousands of values in each answer, and most of them of no concern."""
    if answer.signature != ITEMS:
        raise Gone(f"objects as {answer.signature!r}")
    data, size = answer.body, UINT32.unpack_from

    def text(at):
        """Where a text begins and ends; the next value is after its end."""
        at += -at % 4
        return at + 4, at + 4 + size(data, at)[0]

    at, end = 8, 8 + size(data, 0)[0]
    while at < end:
        paths = []
        for _ in range(3):
            _, owner_end = text(at + -at % 8)
            start, path_end = text(owner_end + 1)
            paths.append(str(data[start:path_end], "utf-8"))
            at = path_end + 1
        at += -at % 4
        index, count = PLACE.unpack_from(data, at)
        start, interfaces_end = text(at + PLACE.size)
        name_start, name_end = text(interfaces_end)
        _, description_end = text(name_end + 1 + -(name_end + 1) % 4 + 4)
        at = description_end + 1 + -(description_end + 1) % 4
        _, low, high = STATE_SET.unpack_from(data, at)
        at += STATE_SET.size
        at += -at % 8
        has_place = data.find(COMPONENT.encode(), start, interfaces_end) >= 0
        yield paths[0], paths[2], index, count, has_place, str(data[name_start:name_end], "utf-8"), low | high << 32


def learn(nodes):
    """Asks all of these for their roles and places at once, where these are kept."""
    nodes = [node for node in nodes if isinstance(node, Seen)]
    if nodes:
        nodes[0].look.learn_roles([node.path for node in nodes])
        nodes[0].look.learn_places([node.path for node in nodes])


class Look:
    """What all objects of a program were at one moment."""

    # Of each object, by owner and path: it is made with one, and keeps it.
    roles = {}
    # What was told last, by owner, when all had been asked for what is in them, and since when.
    complete = {}

    def __init__(self, bus, owner):
        self.bus, self.owner = bus, owner
        self.items, self.below, self.places = {}, {}, {}
        # Of stacks. They have no place: what they hold is the stack's own.
        self.pages = set()
        state, counts = self.read()
        last, since = self.complete.get(owner, (None, 0))
        if state == last and time.monotonic() < since + AGE:
            return
        # An object is first known when the one that it is in has been asked for it. To see that
        # something unknown has been shown is not enough to count, where as much was hidden.
        since, asked = time.monotonic(), set()
        unasked = {ROOT}.union(path for path, count in counts.items() if count > 0)
        while unasked:
            asked |= unasked
            answers = ask_all(bus, [(owner, path, ACCESSIBLE, "GetChildren", "") for path in unasked])
            if all(path in self.items for answer in answers if answer for _, path in answer[0]):
                break
            state, counts = self.read()
            unasked = {path for path, count in counts.items() if count > 0} - asked
        self.complete[owner] = (state, since)

    def read(self):
        """Reads what is known; returns it as it came, and how many each of them has in it."""
        answer = self.bus.answer(self.owner, "/org/a11y/atspi/cache", CACHE, "GetItems", "")
        self.items, self.below, counts = {}, {}, {}
        for path, parent, index, count, has_place, name, states in items(answer):
            self.items[path] = (parent, name, states)
            counts[path] = count
            # What its parent does not present has no place among the others.
            if index >= 0:
                self.below.setdefault(parent, []).append((index, path))
            if not has_place and path != ROOT:
                self.pages.add(path)
        for children in self.below.values():
            children.sort()
        return answer.body, counts

    def item(self, path):
        if path not in self.items:
            raise Gone(f"no object {path}")
        return self.items[path]

    def order(self, path):
        """This one and all below it, in order."""
        yield path
        for _, child in self.below.get(path, ()):
            yield from self.order(child)

    def above(self, path):
        """This one, and what it is in, from the inside to the outside."""
        while path in self.items and path != ROOT:
            yield path
            path = self.items[path][0]

    def learn_roles(self, paths):
        new = [path for path in paths if (self.owner, path) not in self.roles]
        for path, answer in zip(new, ask_all(self.bus, [(self.owner, path, ACCESSIBLE, "GetRoleName", "") for path in new])):
            if answer is not None:
                self.roles[self.owner, path] = SAME_ROLES.get(answer[0], answer[0])

    def learn_places(self, paths):
        """Also of all that these are in."""
        new = list({above for path in paths for above in self.above(path) if above not in self.places and above not in self.pages})
        answers = ask_all(self.bus, [(self.owner, path, COMPONENT, "GetExtents", "u", IN_WINDOW) for path in new])
        self.places.update((path, answer and answer[0]) for path, answer in zip(new, answers))

    def role(self, path):
        """None where it is gone by now."""
        self.learn_roles([path])
        return self.roles.get((self.owner, path))

    def place(self, path):
        """None where it has none, or is gone."""
        self.learn_places([path])
        return (0, 0, 0, 0) if path == ROOT else self.places.get(path)

    def takes_room(self, path, top):
        """Whether all from there up to the one looked in can be seen."""
        self.learn_places([path])
        for above in self.above(path):
            if above == top:
                break
            place = self.places.get(above)
            if above not in self.pages and (place is None or place[2] <= 0 or place[3] <= 0):
                return False
        return True


class Seen(Node):
    """An object as it was when all were looked at."""

    def __init__(self, look, path):
        super().__init__(look.bus, look.owner, path)
        self.look = look

    def at(self, path):
        return Seen(self.look, path)

    def seen(self):
        return self

    def live(self):
        return Node(self.bus, self.owner, self.path)

    @property
    def name(self):
        return self.look.item(self.path)[1]

    @property
    def role(self):
        return self.look.role(self.path)

    def states(self):
        bits = self.look.item(self.path)[2]
        return {name for bit, name in STATES.items() if bits >> bit & 1}

    def children(self):
        found = []
        for _, path in self.look.below.get(self.path, ()):
            child = self.at(path)
            found += child.children() if path in self.look.pages else [child]
        return found

    def parent(self):
        return self.at(self.look.item(self.path)[0])

    def extents(self):
        place = self.look.place(self.path)
        if place is None:
            raise Gone(f"no place of {self.path}")
        return place

    def walk_levels(self, level=0):
        if level == 0:
            below = list(self.look.order(self.path))
            self.look.learn_roles(below)
            self.look.learn_places(below)
        yield from super().walk_levels(level)

    def find(self, role=None, name=None, state=None):
        look = self.look
        found = list(look.order(self.path))
        if isinstance(name, str):
            found = [path for path in found if path in look.items and look.items[path][1] == name]
        elif name is not None:
            found = [path for path in found if path in look.items and name.search(look.items[path][1])]
        if state is not None:
            found = [path for path in found if path in look.items and state in self.at(path).states()]
        if role is not None:
            look.learn_roles(found)
            found = [path for path in found if look.roles.get((self.owner, path)) == role]
        for path in found:
            if path not in look.pages and look.takes_room(path, self.path):
                yield self.at(path)
