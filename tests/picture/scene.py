# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `dateline layout` prints, as operations with a place, and what they add up to."""

import collections
import json
import math
import unicodedata

LABELS = ("card", "label")


class Op:
    """One operation; @at: its place in the order of painting."""

    __slots__ = ("at", "data", "role", "kind", "lane", "row", "event", "left", "top", "right", "bottom", "text", "count")

    def __init__(self, data, at):
        self.at, self.data = at, data
        self.role, self.kind = data["role"], data["kind"]
        self.lane, self.row, self.event = data.get("lane"), data.get("row"), data.get("event")
        self.left, self.top = data["x"], data["y"]
        self.right, self.bottom = data["x"] + data["w"], data["y"] + data["h"]
        self.text, self.count = data.get("text"), data.get("count", 0)

    @property
    def width(self):
        return self.right - self.left

    @property
    def height(self):
        return self.bottom - self.top

    @property
    def style(self):
        return self.data.get("style")

    def has(self, flag):
        return self.data.get(flag) is True

    @property
    def is_text(self):
        return self.kind == "text"

    @property
    def is_opaque(self):
        """Whether nothing can be seen through it."""
        return self.kind == "rect" and (self.data.get("fill") in ("view", "card") or self.role == "selection")


def parse(text):
    """All but the samples of a legend, which stand for nothing in the timeline."""
    return [operation for operation in map(json.loads, text.splitlines()) if "sample" not in operation]


Counts = collections.namedtuple("Counts", "names told earlier later placed twice")


def count_lanes(operations):
    """What a scene says of each lane: its name, how many that meet the window
    (with a label, marked, or in a number), how many come earlier and later; which
    (lane, event) have a label or a mark, and which of them twice."""
    counts = Counts({}, collections.Counter(), collections.Counter(), collections.Counter(), set(), [])
    titles = set()
    for operation in operations:
        lane, role = operation.get("lane"), operation["role"]
        if role == "lane":
            counts.names[lane] = operation["text"]
        elif role in (*LABELS, "mark"):
            place = (lane, operation["event"])
            # A title may have several lines.
            line = (*place, operation.get("row"))
            if role == "label" and line in titles:
                continue
            if role == "label":
                titles.add(line)
            if place in counts.placed:
                counts.twice.append(place)
            counts.placed.add(place)
            counts.told[lane] += "outside" not in operation
        elif role in ("density", "count"):
            counts.told[lane] += operation["count"]
        # An empty lane also names its nearest events.
        elif role in ("earlier", "later") and "count" in operation:
            getattr(counts, role)[lane] += operation["count"]
    return counts


NARROW = set("iljtf.,'’‘:;|![]()-/· ")
WIDE = set("mwMW@%—…")


MARKS = ("Mn", "Me")


def _units(text, mark=0):
    """About how many letters of a middling width a text is as wide as; @mark: a sign
    over or under a letter."""
    total = 0
    for letter in text:
        if unicodedata.category(letter) == "Cf":
            continue
        if unicodedata.category(letter) in MARKS:
            total += mark
            continue
        if unicodedata.east_asian_width(letter) in "WF":
            total += 1.75
        elif letter in NARROW:
            total += 0.55
        elif letter in WIDE:
            total += 1.5
        elif letter.isupper():
            total += 1.2
        else:
            total += 1
    return total


def _marked_script(text):
    """Of the first sign over or under a letter, or None."""
    return next((unicodedata.name(letter, "?").split()[0] for letter in text if unicodedata.category(letter) in MARKS), None)


class Measure:
    """How wide texts are, by what is drawn: the unit of a style is what its texts
    that are surely whole have of width. Good to about a tenth, but for scripts with
    signs over and under their letters: where no font has them, each is a box of its
    own."""

    # Of a style that is not drawn, its share of the height of a line.
    USUAL = 0.46
    # What is as wide as this may have been cut to it.
    SURELY_WHOLE = 200
    LEAST_SAMPLES = 4

    def __init__(self, ops):
        samples = collections.defaultdict(list)
        for op in ops:
            # A text in a card may have the width of the card.
            if op.is_text and op.text and op.role in ("label", "lane", "total") and not op.has("cut") and 40 <= op.width < self.SURELY_WHOLE:
                samples[op.style].append((op.width - 2) / max(_units(op.text), 1))
                script = _marked_script(op.text)
                if script:
                    for mark in (0, 1):
                        samples[op.style, script, mark].append((op.width - 2) / max(_units(op.text, mark), 1))
        self.unit = {}
        for style, found in samples.items():
            found.sort()
            if len(found) >= self.LEAST_SAMPLES:
                self.unit[style] = found[len(found) // 2]

    def width(self, style, text, line_height):
        return _units(text) * self.unit.get(style, line_height * self.USUAL) + 2

    def most(self, style, text, line_height):
        """What may be needed for it, if its signs are boxes or if they are not; of a
        script that is hardly drawn nobody knows."""
        script = _marked_script(text)
        if script:
            return max(_units(text, mark) * self.unit.get((style, script, mark), math.inf) + 2 for mark in (0, 1))
        return self.width(style if style in self.unit else "title", text, line_height)


class Lane:
    def __init__(self, index):
        self.index = index
        self.ops = []
        self.name = None
        self.top = self.bottom = None

    @property
    def title(self):
        return self.name.text if self.name else f"lane {self.index}"


class Label:
    """All operations of one labelled event in one lane."""

    def __init__(self, event, lane):
        self.event, self.lane = event, lane
        self.ops = []

    def of(self, *roles):
        return [op for op in self.ops if op.role in roles]

    @property
    def is_plain(self):
        return not self.of("card")

    @property
    def outside(self):
        return any(op.has("outside") for op in self.ops)

    @property
    def dates(self):
        return self.of("when", "bar")

    @property
    def words(self):
        """The ground of a rich label, else its texts."""
        return self.of("card") or [op for op in self.ops if op.is_text]

    @property
    def top(self):
        return min(op.top for op in self.ops)

    @property
    def bottom(self):
        return max(op.bottom for op in self.ops)


class Scene:
    # How high a plain line is taken to be where none is drawn.
    USUAL_PITCH = 28
    PLAIN_GAP = 6

    def __init__(self, operations):
        self.operations = operations
        self.ops = [Op(data, at) for at, data in enumerate(operations)]
        background = next(op for op in self.ops if op.role == "background")
        self.width, self.height = background.right, background.bottom
        self.head = max((op.bottom for op in self.ops if op.role == "ruler" and op.width >= self.width - 1), default=0)
        self.texts = [op for op in self.ops if op.is_text and op.text]
        self.measure = Measure(self.ops)
        self.lanes, self.labels, self.foot = {}, {}, {}
        for op in self.ops:
            if op.lane is None:
                continue
            # What is told at the foot belongs to a lane, and is not in it.
            if op.role == "foot":
                self.foot[op.lane] = op
                continue
            lane = self.lanes.setdefault(op.lane, Lane(op.lane))
            lane.ops.append(op)
            if op.role == "lane":
                lane.name = op
            if op.event is not None and op.role in (*LABELS, "when", "bar", "text", "status"):
                self.labels.setdefault((op.lane, op.event), Label(op.event, lane)).ops.append(op)
        # A shape alone, without a word, is no label.
        self.labels = {key: label for key, label in self.labels.items() if label.of(*LABELS)}
        self.lanes = dict(sorted(self.lanes.items()))
        # Of a lane that is told there alone: its name.
        self.left_out = {index: op.text.rstrip(",;").rpartition(" ")[0] for index, op in self.foot.items() if index not in self.lanes}
        self._bound_lanes()
        self.pitch = self._find_pitch()

    def _bound_lanes(self):
        top = self.head
        lanes = list(self.lanes.values())
        for i, lane in enumerate(lanes):
            lane.top = top
            line = max((op.bottom for op in lane.ops if op.role == "separator" and op.width >= self.width * 0.9), default=None)
            lowest = max(op.bottom for op in lane.ops)
            if line is not None:
                lane.bottom = line
            elif i + 1 < len(lanes):
                lane.bottom = max(lowest, min(op.top for op in lanes[i + 1].ops) - 4)
            else:
                lane.bottom = lowest
            top = lane.bottom

    @property
    def bottom(self):
        """Where the last lane ends, and what is told at its foot; but no note on top of it."""
        lanes = max((lane.bottom for lane in self.lanes.values()), default=self.head)
        return max([lanes, *(op.bottom for op in self.texts if (op.lane is None or op.role == "foot") and op.top >= self.head and op.role != "below")])

    def _find_pitch(self):
        """The height of a row of plain lines, by two that follow each other, else
        by the highest plain label."""
        rows = {}
        for label in self.labels.values():
            for op in label.of(*LABELS):
                if op.row is not None:
                    rows.setdefault((op.lane, op.row), []).append(label)
        steps, heights = [], []
        for (lane, row), labels in rows.items():
            if not all(label.is_plain for label in labels):
                continue
            heights += [label.bottom - label.top for label in labels]
            below = rows.get((lane, row + 1))
            if below and all(label.is_plain for label in below):
                steps.append(min(op.top for label in below for op in label.of("label")) - min(op.top for label in labels for op in label.of("label")))
        steps = [step for step in steps if step >= 10]
        if steps:
            return max(min(steps), min(heights))
        return max(heights) + self.PLAIN_GAP if heights else self.USUAL_PITCH

    def ink(self, op):
        """Left and right of where a text really stands in its width."""
        width = min(op.width, self.measure.width(op.style, op.text, op.height) * 1.06)
        if op.has("cut") or op.has("round"):
            return op.left, op.right
        if op.has("alignEnd"):
            return op.right - width, op.right
        if op.has("alignCenter"):
            middle = (op.left + op.right) / 2
            return middle - width / 2, middle + width / 2
        return op.left, op.left + width
