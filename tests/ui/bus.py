#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection to a message bus, by the D-Bus Specification ("Message Protocol").

The tests send hundreds of thousands of small messages. Through GLib each of them
takes Python ten times as long, which was half of the time of all of these tests.
Here is what they need, and no more: calls, answers and signals, between programs of
one machine.
"""

import collections
import os
import socket
import struct
import urllib.parse

CALL, ANSWER, ERROR, SIGNAL = 1, 2, 3, 4
PATH, INTERFACE, MEMBER, ANSWER_TO, DESTINATION, SENDER, SIGNATURE = 1, 2, 3, 5, 6, 7, 8

# Seconds; what is not answered by then is taken not to be there.
TIMEOUT = 25

UINT32 = struct.Struct("=I")
HEAD = struct.Struct("=cBBBIII")
ORDER = b"l" if struct.pack("=H", 1)[0] else b"B"

FIXED = {code: struct.Struct("=" + kind) for code, kind in {"y": "B", "n": "h", "q": "H", "i": "i", "u": "I", "b": "I", "x": "q", "t": "Q", "d": "d"}.items()}
ALIGNMENT = {**{code: kind.size for code, kind in FIXED.items()}, "s": 4, "o": 4, "g": 1, "v": 1, "a": 4, "(": 8, "{": 8}

Message = collections.namedtuple("Message", "kind answer_to sender path interface member signature body")
# A value with its type, for what takes values of any.
Variant = collections.namedtuple("Variant", "signature value")


class Refused(Exception):
    """There was no answer, or an error for one."""


def first_type(signature):
    """The first complete type of a signature."""
    if signature[0] == "a":
        return "a" + first_type(signature[1:])
    if signature[0] not in "({":
        return signature[0]
    end = 1
    while signature[end] not in ")}":
        end += len(first_type(signature[end:]))
    return signature[: end + 1]


def types(signature):
    """The complete types that a signature is made of."""
    found = []
    while signature:
        found.append(first_type(signature))
        signature = signature[len(found[-1]) :]
    return found


def pad(data, alignment):
    data.extend(bytes(-len(data) % alignment))


def write(data, signature, value):
    """Appends a value of a simple type, or a Variant of one, to what is to be sent."""
    pad(data, ALIGNMENT[signature])
    if signature in FIXED:
        data.extend(FIXED[signature].pack(value))
    elif signature == "v":
        write(data, "g", value.signature)
        write(data, value.signature, value.value)
    else:
        text = value.encode()
        data.extend(bytes([len(text)]) if signature == "g" else UINT32.pack(len(text)))
        data.extend(text + b"\0")


def body(signature, values):
    data = bytearray()
    for code, value in zip(signature, values, strict=True):
        write(data, code, value)
    return bytes(data)


def read(data, at, signature):
    """The value of a type from a place in what was received, and the place after it."""
    kind = signature[0]
    at += -at % ALIGNMENT[kind]
    if kind in FIXED:
        (value,) = FIXED[kind].unpack_from(data, at)
        return bool(value) if kind == "b" else value, at + FIXED[kind].size
    if kind in "sog":
        size = data[at] if kind == "g" else UINT32.unpack_from(data, at)[0]
        at += 1 if kind == "g" else 4
        return str(data[at : at + size], "utf-8"), at + size + 1
    if kind == "v":
        inner, at = read(data, at, "g")
        return read(data, at, inner)
    if kind == "a":
        (size,) = UINT32.unpack_from(data, at)
        at += 4
        at += -at % ALIGNMENT[signature[1]]
        values, end = [], at + size
        while at < end:
            value, at = read(data, at, signature[1:])
            values.append(value)
        return dict(values) if signature[1] == "{" else values, at
    values = []
    for inner in types(signature[1:-1]):
        value, at = read(data, at, inner)
        values.append(value)
    return tuple(values), at


def unpack(message):
    """The values in a message."""
    values, at = [], 0
    for kind in types(message.signature):
        value, at = read(message.body, at, kind)
        values.append(value)
    return values


def fields(*wanted):
    """Fields of the head of a message, each a code, a type and a value."""
    data = bytearray()
    for code, kind, value in wanted:
        pad(data, ALIGNMENT["("])
        data.append(code)
        write(data, "v", Variant(kind, value))
    return data


def open_socket(addresses):
    """The socket of the first of several addresses ("Server Addresses") that is there."""
    for address in addresses.split(";"):
        transport, _, rest = address.partition(":")
        options = dict(option.split("=", 1) for option in rest.split(",") if "=" in option)
        path = urllib.parse.unquote(options.get("path") or "\0" + options.get("abstract", ""))
        if transport != "unix" or path == "\0":
            continue
        found = socket.socket(socket.AF_UNIX)
        try:
            found.connect(path)
            return found
        except OSError:
            found.close()
    raise Refused(f"nothing answers at {addresses}")


class Connection:
    def __init__(self, address):
        self.socket = open_socket(address)
        self.socket.settimeout(TIMEOUT)
        self.unread = bytearray()
        self.serial = 0
        self.signals = collections.deque()
        self.taken_by = []
        # By what all calls of a kind have alike, and by paths.
        self.heads, self.paths = {}, {}
        self.socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not self.line().startswith(b"OK "):
            raise Refused("the bus does not let us in")
        self.socket.sendall(b"BEGIN\r\n")
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello")

    def line(self):
        while b"\r\n" not in self.unread:
            self.fill()
        line, _, self.unread = self.unread.partition(b"\r\n")
        return line

    def fill(self):
        """Waits for more."""
        try:
            more = self.socket.recv(1 << 18)
        except TimeoutError:
            raise Refused("no answer") from None
        except OSError as error:
            raise Refused(error.strerror) from None
        if not more:
            raise Refused("the bus is gone")
        self.unread += more

    def message(self, call):
        """What is sent for a call, and its number."""
        owner, path, interface, member, signature, *values = call
        self.serial += 1
        key = owner, interface, member, signature
        if key not in self.heads:
            head = fields((SIGNATURE, "g", signature), (INTERFACE, "s", interface), (MEMBER, "s", member), (DESTINATION, "s", owner))
            pad(head, 8)
            self.heads[key] = head
        if path not in self.paths:
            self.paths[path] = fields((PATH, "o", path))
        content = body(signature, values) if signature else b""
        head = self.heads[key] + self.paths[path]
        data = bytearray(HEAD.pack(ORDER, CALL, 0, 1, len(content), self.serial, len(head)) + head)
        pad(data, 8)
        return data + content, self.serial

    def next(self):
        """The next message, waited for."""
        while len(self.unread) < HEAD.size:
            self.fill()
        order, kind, _, _, body_size, _, fields_size = HEAD.unpack_from(self.unread)
        if order != ORDER:
            raise Refused("a message from another kind of machine")
        start = HEAD.size + fields_size + -fields_size % 8
        while len(self.unread) < start + body_size:
            self.fill()
        found, at = {SIGNATURE: ""}, HEAD.size
        while at < HEAD.size + fields_size:
            at += -at % 8
            found[self.unread[at]], at = read(self.unread, at + 1, "v")
        content = bytes(self.unread[start : start + body_size])
        del self.unread[: start + body_size]
        return Message(kind, *(found.get(code) for code in (ANSWER_TO, SENDER, PATH, INTERFACE, MEMBER, SIGNATURE)), content)

    def ask(self, calls):
        """The answers to calls, each an owner, a path, an interface, a member, a signature of
        simple types and the values; an error is one too. All are asked before the first answer is
        waited for. Raises Refused where one does not come."""
        messages = [self.message(call) for call in calls]
        answers = {number: None for _, number in messages}
        left = len(messages)
        self.socket.sendall(b"".join(data for data, _ in messages))
        while left > 0:
            message = self.next()
            if message.kind == SIGNAL:
                self.signals.append(message)
            elif message.answer_to in answers:
                answers[message.answer_to] = message
                left -= 1
        return list(answers.values())

    def answer(self, *call):
        """The answer to one call; raises Refused."""
        (message,) = self.ask([call])
        if message.kind == ERROR:
            raise Refused(" ".join(map(str, unpack(message))) or "an error")
        return message

    def call(self, owner, path, interface, member, signature="", *values):
        """The values in the answer to one call; raises Refused."""
        return unpack(self.answer(owner, path, interface, member, signature, *values))

    def subscribe(self, interface, member, take):
        """Calls `take` with each message of a signal, from `receive`."""
        self.taken_by.append((interface, member, take))
        rule = f"type='signal',interface='{interface}',member='{member}'"
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "AddMatch", "s", rule)

    def receive(self):
        """Hands out the signals that have come by now."""
        # Whatever came before the answer to this is here then.
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId")
        while self.signals:
            message = self.signals.popleft()
            for interface, member, take in self.taken_by:
                if (message.interface, message.member) == (interface, member):
                    take(message)
