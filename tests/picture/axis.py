# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a time is in a picture, and which time a picture begins and ends at.

Nothing is asked of the program: between two folds time runs evenly, so that two
dates that are drawn there tell the scale, which is the same everywhere, and one
date or one edge of a fold in a piece tells where the piece is."""

import math
import re

ISO = re.compile(r"([-+]?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?Z")

# A torn edge may be drawn beside the break, where that is narrower.
TEAR_LEAST = 6.5
# One that is narrower may be drawn wider than it is, around where it is.
SURELY_TRUE = 12
AROUND = 4
# Two dates that are nearer to each other tell no scale.
LEAST_BASE = 30


def _seconds(text):
    from timeline_file import day

    found = ISO.fullmatch(text or "")
    if not found:
        return None
    year, month, number, hour, minute, second = map(int, found.groups()[:6])
    return day(year, month, number) + hour * 3600 + minute * 60 + second + float(found[7] or 0)


class Axis:
    """@view: [from, to) in seconds where it is known."""

    def __init__(self, scene, timeline, view=None):
        self.width = scene.width
        view = view or self._told_view(scene)
        self.scale = None
        # How many pixels a place may be off.
        self.error = 0.5
        # Pieces between folds: their times, and (time, x) in them.
        folds = {(_seconds(op.data.get("from")), _seconds(op.data.get("to"))): op for op in scene.ops if op.role == "fold"}
        folds.pop((None, None), None)
        self.folds = sorted((from_, to, op.left, op.right) for (from_, to), op in folds.items())
        edges = [(view[0], 0.0), (view[1], scene.width)] if view is not None else []
        points = edges + self._points(scene, timeline, SURELY_TRUE)
        if not self.folds and view is not None:
            self.scale = scene.width / (view[1] - view[0])
        else:
            self._find_scale(points)
        if self.scale is None:
            self.error = AROUND
            points = edges + self._points(scene, timeline, 0)
            self._find_scale(points)
        self._reference = {}
        # What is far away is told less exactly.
        for at, x in sorted(points, key=lambda point: abs(point[1] - self.width / 2)):
            self._reference.setdefault(self._piece(at), (at, x))
        for i, (from_, to, left, right) in enumerate(self.folds):
            if right - left > TEAR_LEAST and left > 0 and right < scene.width:
                self._reference.setdefault((i, False), (from_, left))
                self._reference.setdefault((i + 1, False), (to, right))
        self.view = view or self._find_view()

    @staticmethod
    def _points(scene, timeline, least):
        """(time, x) of where dates that are at least so wide begin and end."""
        if timeline is None:
            return []
        events = {event.id: event for event in timeline.events if event.extent}
        points = []
        for label in scene.labels.values():
            event, dates = events.get(label.event), label.dates
            if event is None or not dates or any(op.kind == "diamond" for op in dates) or re.search(r"[\[{]|/$|^/", event.edtf):
                continue
            left, right = min(op.left for op in dates), max(op.right for op in dates)
            # One without an end may be drawn a little beyond the picture only.
            if right - left < least or not (math.isfinite(event.start) and math.isfinite(event.end)):
                continue
            points.append((event.start, left))
            if right - left > SURELY_TRUE:
                points.append((event.end, right))
        return sorted(points)

    def _piece(self, at):
        """Which piece a time is in, and whether it is within a fold."""
        for i, (from_, to, _, _) in enumerate(self.folds):
            if at <= from_:
                return (i, False)
            if at < to:
                return (i, True)
        return (len(self.folds), False)

    def _find_scale(self, points):
        pieces, best = {}, LEAST_BASE
        for at, x in points:
            piece = self._piece(at)
            if not piece[1]:
                pieces.setdefault(piece, []).append((at, x))
        for found in pieces.values():
            (at, x), (last_at, last_x) = min(found), max(found)
            if last_x - x > best and last_at > at:
                best = last_x - x
                self.scale = best / (last_at - at)

    def x(self, at):
        """Pixels from the left, or None where that is not known."""
        if not math.isfinite(at):
            return math.copysign(math.inf, at)
        piece, inside = self._piece(at)
        if inside:
            from_, to, left, right = self.folds[piece]
            return left + (right - left) * (at - from_) / (to - from_)
        reference = self._reference.get((piece, False))
        if reference is None or self.scale is None:
            return None
        return reference[1] + (at - reference[0]) * self.scale

    def _at_edge(self, edge):
        """The time at the left or right edge, where that is no fold."""
        if self.scale is None:
            return None
        for piece in range(len(self.folds) + 1):
            reference = self._reference.get((piece, False))
            if reference is None:
                continue
            at = reference[0] + (edge - reference[1]) / self.scale
            if self._piece(at) == (piece, False):
                return at
        return None

    @staticmethod
    def _told_view(scene):
        """What the picture's ground says that it shows."""
        from_, to = (_seconds(scene.ops[0].data.get(name)) if scene.ops else None for name in ("from", "to"))
        return None if from_ is None or to is None or to <= from_ else (from_, to)

    def _find_view(self):
        view = (self._at_edge(0), self._at_edge(self.width))
        return None if None in view else view

    @property
    def slack(self):
        """How much time an edge of the view may be off; seconds."""
        return 0 if self.scale is None else self.error / self.scale
