#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges a picture: judge.py PROGRAM FILE [OPTIONS OF `dateline layout`…]

It judges by what `dateline layout` prints of it and by the file that it
is of. It knows nothing of how labels are placed, only what one wants to see:
whatever has room is named, nothing is cut or runs through words, each label says
where its date is, and nothing is left out of the numbers."""

import bisect
import collections
import math
import subprocess
import sys

import timeline_file
from axis import Axis
from scene import LABELS, Scene, count_lanes, parse

# A free place that is as wide needs to be used, or as wide as the title if less.
LEAST_PLACE = 90
# What a label keeps clear at either side; pixels.
GAP = 6
# Words of two events that stand nearer to each other are read as one; and a diamond
# is so much wider than its date.
APART = 12 + 5
# A text that is cut beside as much free room could have been longer.
LEAST_ROOM = 20
# Somebody's words are set in lines that are no longer than can be read.
WIDEST_QUOTE = 600
# A label is at its date if an edge is as near to one of the date's, but for its padding.
ATTACHED = 3
PADDING = 12
# Labels whose dates start as near to each other are read one after the other.
SAME_PLACE = 24
LEAST_MARK = 7
MOST_BLANK = 0.08
# So many lanes are all in sight in a picture of this size or more.
MOST_LANES = 12
LANES_SIZE = (1280, 800)
# Of a number of events that stand together, no more are looked at: the shortest,
# which find room first.
MOST_OF_A_NUMBER = 30

# What may be found.
KINDS = (
    "unlabelled",
    "best",
    "text on text",
    "line in text",
    "text covered",
    "beyond the edge",
    "cut below",
    "cut with room",
    "cut quote with room",
    "unattached",
    "count",
    "narrow mark",
    "narrow date",
    "blank",
    "lane out of sight",
    "lane without a row",
)

STRIP = ("mark", "density")
NOTHING = ("background", "selection")
EDGED = ("card", "era", "bar", "relation")
LINE = 3.5
# A curve is looked at in so many.
PIECES = 60

Fault = collections.namedtuple("Fault", "kind message")


class Box(collections.namedtuple("Box", "left top right bottom")):
    def meets(self, other, slack=0.5):
        return self.left < other.right - slack and other.left < self.right - slack and self.top < other.bottom - slack and other.top < self.bottom - slack

    def common(self, other):
        return Box(max(self.left, other.left), max(self.top, other.top), min(self.right, other.right), min(self.bottom, other.bottom))

    def covers(self, other):
        return self.left <= other.left + 0.5 and self.top <= other.top + 0.5 and self.right >= other.right - 0.5 and self.bottom >= other.bottom - 0.5

    def __str__(self):
        return f"{self.left:.0f},{self.top:.0f} to {self.right:.0f},{self.bottom:.0f}"


def box_of(op):
    return Box(op.left, op.top, op.right, op.bottom)


def opaque_part(op):
    """Where nothing can be seen through an operation, or None."""
    if op.is_opaque:
        return box_of(op)
    # A bar fades where it is not certain, and is hatched where it is planned.
    if op.kind == "bar" and op.data.get("fill") == "hue-fill" and not op.has("planned"):
        return Box(op.data["solidFrom"], op.top, min(op.data["solidTo"], op.data.get("split", math.inf)), op.bottom)
    return None


class Unlabelled:
    """An event without a label, or one of a number: where its mark is, and how
    wide a place it needs."""

    def __init__(self, lane, event, left, right, need, words):
        self.lane, self.event = lane, event
        self.left, self.right, self.need, self.words = left, right, need, words


class Judge:
    """@operations: of the picture; @timeline: what it is of, or None, where only
    what the picture itself tells is judged; @view: what it shows as [from, to),
    where that is known; @full: whether it shows everything; @sized: whether it
    was to fit a height; @estimate: whether texts are not said to be cut, so that
    this is estimated."""

    def __init__(self, operations, timeline=None, view=None, full=False, sized=True, estimate=False):
        self.scene = Scene(operations)
        self.timeline = timeline
        self.full, self.sized, self.estimate = full, sized, estimate
        self.axis = Axis(self.scene, timeline, view)
        self.faults = []
        self.numbers = collections.Counter()
        self.counts = count_lanes(operations)
        self.members = self._find_members()
        self.labelled = {key for key, label in self.scene.labels.items() if not label.outside and label.bottom <= self.scene.height + 0.5}
        self._obstacles, self._by_id = {}, {}
        self._count()
        self._judge_unlabelled()
        self._judge_best()
        self._judge_texts()
        self._judge_edges()
        self._judge_cuts()
        self._judge_dates()
        self._judge_order()
        self._judge_counts()
        self._judge_marks()
        self._judge_full()

    def kinds(self):
        return collections.Counter(fault.kind for fault in self.faults)

    def fault(self, kind, message):
        self.faults.append(Fault(kind, message))

    # What there is

    def _find_members(self):
        """Of each lane the events that are in it; None where that is not known."""
        if self.timeline is None:
            return None
        names = {index: lane.title for index, lane in self.scene.lanes.items()}
        found = self.timeline.lanes([*names.values(), *self.scene.left_out.values()])
        self.left_out = {index: found.get(name, []) for index, name in self.scene.left_out.items()}
        return {index: found.get(name, []) for index, name in names.items()}

    def _event(self, lane, id):
        if lane not in self._by_id:
            self._by_id[lane] = {event.id: event for event in (self.members or {}).get(lane, ())}
        return self._by_id[lane].get(id)

    def _count(self):
        numbers = self.numbers
        numbers["in view"] = sum(self.counts.told.values())
        numbers["labelled"] = len(self.labelled)
        numbers["unlabelled"] = numbers["in view"] - numbers["labelled"]
        numbers["used height"] = self.scene.bottom
        dates = [op.right for op in self.scene.ops if op.role in ("when", "bar", *STRIP)]
        # A mark does not tell where its date ends.
        extents = [self._extent(event) for events in (self.members or {}).values() for event in events]
        dates += [extent[1] if math.isfinite(extent[1]) else extent[0] for extent in extents if extent and extent[0] < self.scene.width]
        last = min(max(dates, default=0), self.scene.width)
        numbers["blank"] = 1 - last / self.scene.width if dates else 0
        numbers["lanes"] = len(self.scene.lanes)
        numbers["lanes out of sight"] = sum(not self._in_sight(lane) for lane in self.scene.lanes.values())

    def _in_sight(self, lane):
        return lane.name is not None and lane.name.bottom <= self.scene.height + 0.5

    # 1: what could have a label

    def _need(self, event):
        if event is None or not event.title:
            return LEAST_PLACE
        return min(LEAST_PLACE, self.scene.measure.most("label", event.title, 15) * 1.1 + 2 * GAP)

    def _extent(self, event):
        """Left and right of an event's date, or None."""
        if event is None or event.extent is None:
            return None
        left, right = self.axis.x(event.start), self.axis.x(event.end)
        return None if left is None or right is None else (left, right)

    def _unlabelled(self):
        """All that meets the window without a label."""
        for index, lane in self.scene.lanes.items():
            marks = [op for op in lane.ops if op.role == "mark"]
            hidden = [label for (at, id), label in self.scene.labels.items() if at == index and not label.outside and (at, id) not in self.labelled]
            named = {op.event for op in marks} | {id for at, id in self.scene.labels if at == index}
            others = [event for event in (self.members or {}).get(index, ()) if event.id not in named]
            others = [(event, extent) for event, extent in ((event, self._extent(event)) for event in others) if extent]
            others.sort(key=lambda each: each[1][0])
            starts = [extent[0] for _, extent in others]
            for op in marks:
                event = self._event(index, op.event)
                # A mark may stand a little beside its date, rather than on another one.
                known = self._extent(event)
                left, right = known or (op.left - LEAST_MARK, op.right + LEAST_MARK)
                yield Unlabelled(lane, event, left, right, self._need(event) + (0 if known else 2 * LEAST_MARK), f"{op.event} is a mark at {op.left:.0f}")
            for label in hidden:
                event = self._event(index, label.event)
                left, right = min(op.left for op in label.dates or label.ops), max(op.right for op in label.dates or label.ops)
                yield Unlabelled(lane, event, left, right, self._need(event), f"{label.event} stands below the picture, at {label.bottom:.0f}")
            for op in lane.ops:
                if op.role == "density":
                    first, last = bisect.bisect_left(starts, op.left - 1.5), bisect.bisect_right(starts, op.right + 1.5)
                    words = f"is one of {op.count} at {op.left:.0f}"
                elif op.role == "count" and op.count:
                    first, last = 0, bisect.bisect_left(starts, 0)
                    words = f"is one of {op.count} that run on at the left edge"
                else:
                    continue
                found = [(event, extent) for event, extent in others[first:last] if extent[1] > 0]
                found = sorted(found, key=lambda each: each[1][1] - each[1][0])[:MOST_OF_A_NUMBER]
                if not found:
                    edge = (op.left, op.right) if op.role == "density" else (0, 1)
                    yield Unlabelled(lane, None, *edge, LEAST_PLACE, f"an event {words}")
                    continue
                for event, (left, right) in found:
                    yield Unlabelled(lane, event, left, right, self._need(event), f"{event.id} {words}")

    def obstacles(self, lane):
        """What stands in a lane's rows and cannot be written over."""
        if lane.index not in self._obstacles:
            found = [op for op in lane.ops if op.role not in NOTHING and not (op.role == "separator" and op.width >= self.scene.width * 0.9)]
            found += [op for op in self.scene.texts if op.lane is None and op.bottom > lane.top and op.top < lane.bottom and op.top >= self.scene.head]
            self._obstacles[lane.index] = found
        return self._obstacles[lane.index]

    def rows_of(self, lane):
        """Top and bottom of the part of a lane that has its rows."""
        top = lane.top
        rows = [op for op in lane.ops if op.row is not None]
        # Where the name stands in the first row, that is beside it.
        if lane.name is not None and not any(op.top < lane.name.bottom - 1 for op in rows):
            top = lane.name.bottom
        bottom = lane.bottom
        strip = [op for op in lane.ops if op.role in STRIP]
        if strip:
            bottom = min(min(op.top for op in strip), max(op.bottom for op in strip) - 8)
        return top, min(bottom, self.scene.height)

    def free_band(self, lane, left, right):
        """A row of @lane that is free from @left to @right, or a stretch as high as
        a plain line that no row takes, as (top, bottom), or None. Under somebody
        else's date there is no place for a title: it would be taken for that one's."""
        top, bottom = self.rows_of(lane)
        rows = {}
        for op in self.obstacles(lane):
            if op.row is not None:
                rows.setdefault(op.row, []).append(op)
        others = [op for op in self.obstacles(lane) if op.row is None]
        bands = sorted((min(op.top for op in ops), max(op.bottom for op in ops), ops) for ops in rows.values())
        for start, end, ops in bands:
            beside = [op for op in others if op.top < start + self.scene.pitch and op.bottom > start]
            if not any(op.left < right + APART - 0.5 and op.right > left - APART + 0.5 for op in ops + beside):
                return start, end
        for start, end in [(start, end) for start, end, _ in bands] + [(bottom, bottom)]:
            start = min(start, bottom)
            if start - top >= self.scene.pitch + 2 and not any(op.top < start and op.bottom > top and op.left < right + APART and op.right > left - APART for op in others):
                return top, start
            top = max(top, end)
        return None

    def _place(self, each):
        """Where @each could have a label: a box, or None."""
        width = self.scene.width
        left, right = max(each.left, 0), min(max(each.right, each.left + LEAST_MARK), width)
        if right < left:
            return None
        # The label begins where the date does, or ends where that ends; the date
        # is drawn in the same row.
        after, before = max(left, GAP) + each.need, min(right, width - GAP) - each.need
        for start, end, fits in ((left, max(right, after), after <= width - GAP), (min(left, before), right, before >= GAP)):
            if not fits:
                continue
            band = self.free_band(each.lane, start, end)
            if band:
                return self._widen(each.lane, Box(start, band[0], end, band[1]))
        return None

    def _widen(self, lane, place):
        """All that is free around @place, in a row of the height that it has."""
        beside = [op for op in self.obstacles(lane) if op.top < place.bottom - 0.5 and op.bottom > place.top + 0.5]
        left = max((op.right for op in beside if op.right <= place.left + 0.5), default=0)
        right = min((op.left for op in beside if op.left >= place.right - 0.5), default=self.scene.width)
        return place._replace(left=left, right=right)

    def _within_row(self, lane, place):
        for row in {op.row for op in lane.ops if op.row is not None}:
            ops = [op for op in lane.ops if op.row == row]
            if min(op.top for op in ops) <= place.top + 1 and max(op.bottom for op in ops) >= place.bottom - 1:
                return f", within row {row}"
        return ""

    def _judge_unlabelled(self):
        unused = self.scene.height - self.scene.bottom if self.sized else 0
        for each in self._unlabelled():
            place = self._place(each)
            if place is not None:
                self.fault("unlabelled", f"{each.words} in {each.lane.title}, and has a free place of {place.right - place.left:.0f}×{place.bottom - place.top:.0f} at {place}{self._within_row(each.lane, place)}; a line is {self.scene.pitch:.0f} high and needs {each.need:.0f}")
            elif unused >= self.scene.pitch + 2:
                self.fault("unlabelled", f"{each.words} in {each.lane.title}, and {unused:.0f} pixels of height are unused; a line is {self.scene.pitch:.0f} high")
            else:
                continue
            self.numbers["needlessly unlabelled"] += 1

    # 2: what matters most

    def _meets(self, event, slack):
        """Whether an event meets the view if that is @slack smaller."""
        from_, to = self.axis.view
        return event.start < to - slack and event.end > from_ + slack

    def _judge_best(self):
        if self.members is None or self.axis.view is None:
            return
        for index, events in self.members.items():
            if any(event.extent is None for event in events):
                continue
            possible = sorted((event for event in events if self._meets(event, -self.axis.slack)), key=lambda event: -event.importance)
            if not possible or (len(possible) > 1 and possible[0].importance == possible[1].importance):
                continue
            best = possible[0]
            if self._meets(best, self.axis.slack) and (index, best.id) not in self.labelled:
                self.fault("best", f"{best.id} matters most in {self.scene.lanes[index].title} ({best.importance}) and has no label")

    # 3: what lies on words, and what is beyond the picture

    def _text_boxes(self):
        for op in self.scene.texts:
            left, right = self.scene.ink(op)
            # Letters do not fill the height of their line.
            yield op, Box(left, op.top + 2, right, op.bottom - 2)

    @staticmethod
    def _who(op):
        words = f"“{op.text}”" if op.text else ""
        return " ".join(str(word) for word in (op.role, op.event, words) if word)

    @staticmethod
    def _along(op):
        """A curve in pieces, each of which is not far from straight."""
        points = [(op.data[f"x{i}"], op.data[f"y{i}"]) for i in (1, 2, 3, 4)]
        weights = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (i / PIECES for i in range(PIECES + 1))]
        places = [[sum(weight * point[axis] for weight, point in zip(each, points)) for axis in (0, 1)] for each in weights]
        for (x, y), (next_x, next_y) in zip(places, places[1:]):
            yield Box(min(x, next_x) - 0.75, min(y, next_y) - 0.75, max(x, next_x) + 0.75, max(y, next_y) + 0.75)

    @staticmethod
    def _edges(op):
        """The parts of an operation that must not run through words."""
        # What leads somewhere does not end in the words that it is a part of.
        if op.kind == "curve":
            yield from Judge._along(op)
            return
        if op.role in NOTHING or op.is_text or op.role in ("weekend", "future", "ruler", "toggle"):
            return
        if op.kind == "tear":
            yield Box(op.left - 1, op.top, op.left + 1, op.bottom)
            yield Box(op.right - 1, op.top, op.right + 1, op.bottom)
        elif op.data.get("fill") == "view" and "border" not in op.data:
            return
        elif op.role in EDGED and min(op.width, op.height) > 2 * LINE:
            yield Box(op.left, op.top, op.left + 1, op.bottom)
            yield Box(op.right - 1, op.top, op.right, op.bottom)
            yield Box(op.left, op.top, op.right, op.top + 1)
            yield Box(op.left, op.bottom - 1, op.right, op.bottom)
        elif op.width > 0 and op.height > 0:
            yield Box(op.left, op.top, op.right, op.bottom)

    def _judge_texts(self):
        texts = sorted(self._text_boxes(), key=lambda each: each[1].top)
        tops = [box.top for _, box in texts]
        highest = max((box.bottom - box.top for _, box in texts), default=0)

        def near(box):
            return texts[bisect.bisect_left(tops, box.top - highest) : bisect.bisect_right(tops, box.bottom)]

        for op, box in texts:
            for other, other_box in near(box):
                if other.at > op.at and box.meets(other_box, 1):
                    self.fault("text on text", f"{self._who(other)} at {other_box} lies on {self._who(op)} at {box}")
        # Where is it opaque, and since when.
        grounds = [(op, ground) for op, ground in ((op, opaque_part(op)) for op in self.scene.ops[1:]) if ground]
        told = set()
        for op in self.scene.ops:
            for edge in self._edges(op):
                for text, box in near(edge):
                    # Of the lines of a grid, one in a text is enough.
                    if (text.at, op.role, op.event) in told or not box.meets(edge, 0.6):
                        continue
                    common = box.common(edge)
                    # A pill lies on a ground of its own.
                    if text.at > op.at and text.has("round"):
                        continue
                    if text.at > op.at and any(op.at < each.at < text.at and ground.covers(common) for each, ground in grounds):
                        continue
                    told.add((text.at, op.role, op.event))
                    own = "its own " if op.event is not None and op.event == text.event and op.lane == text.lane else ""
                    self.fault("line in text", f"{own}{self._who(op)} runs through {self._who(text)} at {common}")
        for ground in self.scene.ops[1:]:
            if not ground.is_opaque:
                continue
            for text, box in near(box_of(ground)):
                if text.at < ground.at and box.meets(box_of(ground)):
                    self.fault("text covered", f"{self._who(ground)} covers {self._who(text)} at {box.common(box_of(ground))}")

    def _judge_edges(self):
        width, height = self.scene.width, self.scene.height
        for op in self.scene.texts:
            left, right = self.scene.ink(op)
            if left < -0.5 or right > width + 0.5:
                self.fault("beyond the edge", f"{self._who(op)} reaches from {left:.0f} to {right:.0f}; the picture is {width:.0f} wide")
            if op.lane is None and (op.top < -0.5 or op.bottom > height + 0.5):
                self.fault("beyond the edge", f"{self._who(op)} reaches from {op.top:.0f} down to {op.bottom:.0f}; the picture is {height:.0f} high")
        for lane in self.scene.lanes.values():
            lowest = max(lane.ops, key=lambda op: op.bottom)
            if lowest.bottom > height + 0.5:
                self.fault("cut below", f"{lane.title} reaches from {lane.top:.0f} down to {lowest.bottom:.0f} ({self._who(lowest)}); the picture is {height:.0f} high")

    # 4: what is cut beside free room

    def is_cut(self, op):
        if op.has("cut"):
            return True
        return self.estimate and op.role in ("label", "text") and self.scene.measure.width(op.style, op.text, op.height) * 0.85 > op.width + 4

    def _is_free(self, lane, box, event):
        if box.left < 0 or box.right > self.scene.width:
            return False
        # The ground of a text is a little larger, and its own grows with it.
        return not any(box_of(op).meets(box) for op in self.obstacles(lane) if op.event != event and op.role != "ground")

    @staticmethod
    def _sides(label):
        """Left and right of a label, and the edges that its date has."""
        left, right = min(op.left for op in label.words), max(op.right for op in label.words)
        edges = set()
        for op in label.dates:
            edges |= {op.left, op.right, op.data.get("solidFrom", op.left), op.data.get("solidTo", op.right)}
            if op.kind == "diamond":
                edges.add((op.left + op.right) / 2)
        return left, right, edges

    def _is_at(self, x, edges, padding):
        return any(abs(x - min(max(edge, 0), self.scene.width)) <= ATTACHED + padding for edge in edges)

    def _overhang(self, x, edges, sign):
        """How far a label's end at @x stands by chance beyond its date's, where it
        would begin if it reached the other way; @sign: of which end, -1 of the left one."""
        near = [min(max(edge, 0), self.scene.width) for edge in edges if self._is_at(x, [edge], PADDING)]
        return max(0, min((sign * (x - edge) for edge in near), default=0))

    def _judge_cuts(self):
        for label in self.scene.labels.values():
            left, right, edges = self._sides(label)
            for op in label.ops:
                if not op.is_text or not op.text or not self.is_cut(op):
                    continue
                self.numbers["cut"] += 1
                if op.style == "quote" and op.width >= WIDEST_QUOTE:
                    continue
                row = Box(0, label.top + 1, 0, label.bottom - 1)
                room = LEAST_ROOM + GAP
                to_right = row._replace(left=right, right=right + room + self._overhang(left, edges, -1))
                to_left = row._replace(left=left - room - self._overhang(right, edges, 1), right=left)
                loose = not edges or not (self._is_at(left, edges, PADDING) or self._is_at(right, edges, PADDING))
                for words, box, attached in (("right", to_right, self._is_at(left, edges, PADDING)), ("left", to_left, self._is_at(right, edges, PADDING))):
                    if (attached or loose) and self._is_free(label.lane, box, label.event):
                        kind = "cut quote with room" if op.style == "quote" else "cut with room"
                        edge = right if words == "right" else left
                        self.fault(kind, f"{self._who(op)} in {label.lane.title} is cut to {op.width:.0f}, with room to the {words} of {edge:.0f}")
                        self.numbers["cut with room"] += 1
                        break

    # 5: where a label's date is

    def _judge_dates(self):
        for label in self.scene.labels.values():
            left, right, edges = self._sides(label)
            if not edges:
                self.fault("unattached", f"{label.event} in {label.lane.title} has a label at {left:.0f} and no date")
                continue
            if self._is_at(left, edges, PADDING) or self._is_at(right, edges, PADDING):
                continue
            from_, to = min(edges), max(edges)
            within = left >= from_ - ATTACHED and right <= to + ATTACHED
            if within and (from_ < 0 or to > self.scene.width):
                continue
            self.fault("unattached", f"{label.event} in {label.lane.title} stands from {left:.0f} to {right:.0f}, and its date from {from_:.0f} to {to:.0f}")

    # 6: the order of time

    def _judge_order(self):
        """A rate, for now, and no fault."""
        lanes = collections.defaultdict(list)
        for (index, id), label in self.scene.labels.items():
            if label.outside or not label.dates:
                continue
            event = self._event(index, id)
            x = min(op.left for op in label.dates)
            start = event.start if event is not None and event.extent else None
            lanes[index].append((label.of(*LABELS)[0].top, x, start))
        for found in lanes.values():
            found.sort(key=lambda each: each[1])
            for i, (top, x, start) in enumerate(found):
                for other_top, other_x, other_start in found[i + 1 :]:
                    if other_x - x > SAME_PLACE:
                        break
                    if abs(top - other_top) < 1:
                        continue
                    if start is None or other_start is None:
                        later = other_x - x if other_x - x > 0.5 else 0
                    else:
                        later = (other_start > start) - (other_start < start)
                    if later:
                        self.numbers["ordered pairs"] += 1
                        self.numbers["out of order"] += (top > other_top) == (later > 0)

    # 7: nothing without a number

    def _judge_counts(self):
        for lane, event in self.counts.twice:
            self.fault("count", f"{event} is told twice in {self.scene.lanes[lane].title}")
        if self.members is None or self.axis.view is None or not self.timeline.sure:
            self.numbers["not counted"] += 1
            return
        # A lane with nothing in view need not be there.
        there = {event.id for members in (self.members, self.left_out) for events in members.values() for event in events}
        # The last ones of many lanes may be told as a sum.
        summed = any(op.role == "foot" and op.lane is None and op.count for op in self.scene.ops)
        for event in () if summed else self.timeline.events:
            if event.id not in there and self._meets(event, self.axis.slack):
                self.fault("count", f"{event.id} meets the view, and there is no lane for it")
        for index, events in self.members.items():
            told = self.counts.told[index]
            least, most = (sum(self._meets(event, slack) for event in events) for slack in (self.axis.slack, -self.axis.slack))
            if not least <= told <= most:
                meant = str(least) if least == most else f"{least} to {most}"
                self.fault("count", f"{self.scene.lanes[index].title} tells of {told} events, and {meant} meet the view")
            labelled = sum(lane == index for lane, _ in self.labelled)
            foot = self.scene.foot.get(index)
            if foot is not None and foot.count != told - labelled:
                self.fault("count", f"at the foot {self.scene.lanes[index].title} has {foot.count} that are not named, and there are {told - labelled}")
            elif foot is None and self.scene.foot and not summed and told > labelled:
                self.fault("count", f"at the foot {self.scene.lanes[index].title} is missing, of which {told - labelled} are not named")
        for index, events in self.left_out.items():
            told = self.scene.foot[index].count
            if not sum(self._meets(event, self.axis.slack) for event in events) <= told <= sum(self._meets(event, -self.axis.slack) for event in events):
                self.fault("count", f"at the foot {self.scene.left_out[index]} is said to have {told} events")

    # 8 and 9

    def _judge_marks(self):
        for op in self.scene.ops:
            if op.role in STRIP and op.width < LEAST_MARK - 0.01:
                self.fault("narrow mark", f"{self._who(op)} at {op.left:.0f} is {op.width:.1f} wide")
        for label in self.scene.labels.values():
            if label.dates and not label.outside:
                left, right = min(op.left for op in label.dates), max(op.right for op in label.dates)
                if right - left < LEAST_MARK - 0.01:
                    self.fault("narrow date", f"the date of {label.event} at {left:.0f} is {right - left:.1f} wide")

    def _judge_full(self):
        if not self.full:
            return
        if self.numbers["blank"] > MOST_BLANK:
            self.fault("blank", f"{self.numbers['blank']:.0%} of the width are blank after the last date")
        if len(self.scene.lanes) > MOST_LANES or self.scene.width < LANES_SIZE[0] or self.scene.height < LANES_SIZE[1]:
            return
        for index, lane in self.scene.lanes.items():
            if not self._in_sight(lane):
                self.fault("lane out of sight", f"{lane.title} begins at {lane.top:.0f}; the picture is {self.scene.height:.0f} high")
                continue
            rows = [label for (at, _), label in self.scene.labels.items() if at == index and not label.outside and label.bottom <= self.scene.height + 0.5]
            if self.counts.told[index] and not rows:
                self.fault("lane without a row", f"{lane.title} has {self.counts.told[index]} events in view and none with a label")


def told_view(options):
    """[from, to) of a --view from one moment to another; else None."""
    for option in options:
        ends = option[len("--view=") :].split("/") if option.startswith("--view=") else ()
        if len(ends) == 2 and all(end.endswith("Z") for end in ends):
            return tuple(timeline_file.extent(end)[0] for end in ends)
    return None


def main(program, path, *options):
    output = subprocess.run([program, "layout", *options, path], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    sized = any(option.startswith("--size") for option in options)
    found = Judge(parse(output), timeline_file.read(path), view=told_view(options), full="--everything" in options, sized=sized)
    for fault in found.faults:
        print(f"{fault.kind}: {fault.message}")
    print(", ".join(f"{name} {number:g}" for name, number in found.numbers.items()))
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
