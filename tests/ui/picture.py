#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of the screen, a pixel at a time."""

import re


class Picture:
    def __init__(self, ppm):
        match = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", ppm)
        if match is None:
            raise ValueError("not a binary PPM of 8 bits a sample")
        self.width, self.height = int(match[1]), int(match[2])
        self.head, self.samples = ppm[: match.end()], ppm[match.end() :]

    def rows(self, x, y, width, height):
        for line in range(max(y, 0), min(y + height, self.height)):
            start = (line * self.width + max(x, 0)) * 3
            yield self.samples[start : start + min(width, self.width - max(x, 0)) * 3]

    def part(self, x, y, width, height):
        return b"".join(self.rows(x, y, width, height))

    def light(self, x, y, width, height):
        """How light a part is on the whole, from 0 (black) to 255."""
        part = self.part(x, y, width, height)
        return sum(part) / max(len(part), 1)

    def changed(self, other, x, y, width, height):
        """How many pixels of a part differ."""
        before, after = self.part(x, y, width, height), other.part(x, y, width, height)
        return sum(before[i : i + 3] != after[i : i + 3] for i in range(0, len(before), 3))

    def save(self, path):
        with open(path, "wb") as file:
            file.write(self.head + self.samples)
