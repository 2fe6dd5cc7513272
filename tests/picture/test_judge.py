#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge of pictures finds each fault in a little scene that has it, and none
in the same scene without it."""

import collections
import datetime
import math
import unittest
import unicodedata

import timeline_file
from axis import Axis
from judge import KINDS, MOST_OF_A_NUMBER, Judge, told_view
from scene import Measure, Op, Scene
from timeline_file import DAY, EVER, Timeline, day, extent, words

WIDTH = 1200
HEAD = 48
# One day is 10 pixels wide.
FIRST = day(2000)
VIEW = (FIRST, FIRST + 120 * DAY)
PITCH = 24
LANE_HEIGHT = 112


def date(x, width):
    """What is drawn from @x on, as one would write it."""
    first, last = words(FIRST + x * DAY // 10)[:10], words(FIRST + (x + width - 10) * DAY // 10)[:10]
    return first if first == last else f"{first}/{last}"


def filling(width):
    """Letters that are as wide."""
    return "x" * round((width - 2) / (15 * Measure.USUAL))


class Picture:
    """A scene with lanes of three rows, and its timeline."""

    def __init__(self, n_lanes=1, height=None):
        self.height = height or HEAD + n_lanes * LANE_HEIGHT
        self.operations, self.events = [], []
        self.add("background", "rect", 0, 0, WIDTH, self.height, fill="view", fixed=True)
        self.add("ruler", "rect", 0, 0, WIDTH, HEAD, fill="view", fixed=True)
        for lane in range(n_lanes):
            self.add("lane", "text", 28, self.top(lane) + 4, 40, 15, lane=lane, style="lane", text=f"Topic {lane}")
            self.add("separator", "rect", 0, self.top(lane) + LANE_HEIGHT - 1, WIDTH, 1, lane=lane, fill="line")

    @staticmethod
    def top(lane):
        return HEAD + lane * LANE_HEIGHT

    def add(self, role, kind, x, y, w, h, **members):
        self.operations.append({"role": role, "kind": kind, "x": x, "y": y, "w": w, "h": h, **members})
        return self.operations[-1]

    def event(self, id, x, width, lane=0, **members):
        self.events.append({"id": id, "title": members.pop("title", "A title of some length"), "date": date(x, width), "topics": [f"t{lane}"], **members})

    def line(self, id, row, x, width, left=None, words_width=140, lane=0, cut=False, **members):
        """A date from @x on, @width wide, with its title under it."""
        self.event(id, x, width, lane, **members)
        self.draw(id, row, x, width, left, words_width, lane, cut)

    def draw(self, id, row, x, width, left=None, words_width=140, lane=0, cut=False):
        y = self.top(lane) + 24 + row * PITCH
        here = {"lane": lane, "row": row, "event": id}
        self.add("when", "bar", x, y, width, 4, solidFrom=x, solidTo=x + width, fill="hue", **here)
        members = {"cut": True} if cut else {}
        self.add("label", "text", x if left is None else left, y + 5, words_width, 15, style="label", fill="ink", text=filling(words_width), **here, **members)

    def mark(self, id, x, lane=0, width=10, **members):
        self.event(id, x, 10, lane, **members)
        self.add("mark", "rect", x, self.top(lane) + 98, width, 8, lane=lane, event=id, fill="hue")

    def full_rows(self, x=560, lane=0, rows=(0, 1, 2)):
        """Labels in all rows, with a date of 100 pixels."""
        for row in rows:
            self.line(f"full-{lane}-{row}-{x}", row, x, 100, lane=lane)

    def timeline(self):
        lanes = sorted({topic for event in self.events for topic in event["topics"]} | {f"t{op['lane']}" for op in self.operations if op["role"] == "lane"})
        return Timeline({"timezone": "UTC", "topics": [{"id": id, "name": f"Topic {id[1:]}"} for id in lanes], "events": self.events})

    def judge(self, view=VIEW, **options):
        return Judge(self.operations, self.timeline(), view=view, **options)


class Faults(unittest.TestCase):
    def check(self, picture, *kinds, **options):
        """Exactly these faults are found, each so often as it is named."""
        found = picture.judge(**options)
        self.assertEqual(sorted(fault.kind for fault in found.faults), sorted(kinds), found.faults)
        self.assertLessEqual(set(kinds), set(KINDS))
        return found

    # Unlabelled

    def test_full_rows(self):
        picture = Picture()
        picture.full_rows()
        picture.mark("m", 600)
        found = self.check(picture)
        self.assertEqual((found.numbers["in view"], found.numbers["unlabelled"]), (4, 1))

    def test_free_row(self):
        for rows in ((0, 1), (0, 2), (1, 2)):
            picture = Picture()
            picture.full_rows(rows=rows)
            picture.mark("m", 600)
            self.check(picture, "unlabelled")

    def test_free_at_one_side(self):
        """A label for what is from 600 to 610 needs from 600 to 690, or from 520 to 610,
        and stands apart from the next ones."""
        for left, right, bad in ((575, 715, True), (575, 700, False), (590, 715, False), (495, 640, True), (516, 640, False), (518, 692, False), (575, 1000, True)):
            picture = Picture()
            picture.full_rows(rows=(0, 2))
            picture.line("before", 1, 400, 50, words_width=left - 400)
            picture.line("after", 1, right, 100)
            picture.mark("m", 600)
            found = self.check(picture, *["unlabelled"] * bad)
            if bad:
                # With all that is free there, and where it is.
                self.assertIn(f"free place of {right - left}×", found.faults[0].message)
                self.assertIn(f" at {left},", found.faults[0].message)

    def test_short_title(self):
        """A title that is shorter needs less; how short signs over letters are nobody knows."""
        for title, needless in (("A title of some length", False), ("Ox", True), ("पुस्त", False)):
            picture = Picture()
            picture.full_rows(rows=(0, 2))
            picture.line("before", 1, 435, 140)
            picture.line("after", 1, 660, 140)
            picture.mark("m", 600, title=title)
            self.check(picture, *["unlabelled"] * needless)

    def test_long_date(self):
        """Where the label has room, but not the date."""
        picture = Picture()
        picture.full_rows(rows=(0, 2))
        picture.line("after", 1, 720, 140)
        picture.mark("m", 600)
        picture.events[-1]["date"] = date(600, 200)
        self.check(picture)
        picture.events[-1]["date"] = date(600, 100)
        self.check(picture, "unlabelled")

    def test_beside_the_name(self):
        """Rows begin below the lane's name, unless some stand beside it."""
        picture = Picture()
        picture.full_rows(rows=(1, 2))
        picture.line("high", 0, 560, 100)
        picture.mark("m", 600)
        for op in picture.operations:
            if op["role"] == "lane":
                op["y"], op["h"] = HEAD, 23
        self.check(picture)
        # With the name no higher, and something beside it.
        for op in picture.operations:
            if op.get("event") == "high":
                op["x"] += 300
        picture.events[2]["date"] = date(860, 100)
        self.check(picture, "unlabelled")

    def test_unused_height(self):
        picture = Picture(height=HEAD + LANE_HEIGHT + 25)
        picture.full_rows()
        picture.mark("m", 600)
        self.check(picture)
        picture.operations[0]["h"] += 2
        self.check(picture, "unlabelled")
        # A picture that was to have no height has none to use.
        self.check(picture, sized=False)

    def test_density(self):
        for rows, kinds in (((0, 1, 2), []), ((0, 2), ["unlabelled"] * 2)):
            picture = Picture()
            picture.full_rows(rows=rows)
            for id in ("one", "two"):
                picture.event(id, 600, 10)
            picture.add("density", "rect", 600, HEAD + 98, 10, 8, lane=0, count=2, fill="hue-line")
            self.check(picture, *kinds)

    def test_density_of_many(self):
        """They need all of the room that their dates take, however many they are."""
        for right, needless in ((705, 0), (720, MOST_OF_A_NUMBER)):
            picture = Picture()
            picture.full_rows(rows=(0, 2))
            picture.line("after", 1, right, 100)
            for i in range(MOST_OF_A_NUMBER + 10):
                picture.event(f"e{i}", 600, 100)
            picture.add("density", "rect", 600, HEAD + 98, 10, 8, lane=0, count=MOST_OF_A_NUMBER + 10, fill="hue-line")
            self.check(picture, *["unlabelled"] * needless)

    def test_running(self):
        for rows, kinds in (((0, 1, 2), []), ((0, 1), ["unlabelled"])):
            picture = Picture()
            picture.full_rows(x=0, rows=rows)
            picture.events.append({"id": "long", "title": "It goes on and on and on", "date": "1999/2000-01-05", "topics": ["t0"]})
            picture.add("count", "text", 100, HEAD + 4, 60, 15, lane=0, count=1, style="note", text="+1 running")
            found = self.check(picture, *kinds)
            self.assertEqual([fault.message.split()[0] for fault in found.faults], ["long"] * len(kinds))

    def test_below(self):
        """A label that cannot be seen is none."""
        picture = Picture()
        picture.full_rows()
        picture.line("hidden", 4, 900, 100)
        found = picture.judge()
        self.assertEqual(found.kinds(), {"cut below": 1, "unlabelled": 1})
        self.assertEqual(found.numbers["unlabelled"], 1)

    # The best

    def test_best(self):
        picture = Picture()
        picture.full_rows()
        picture.mark("m", 600, importance=51)
        self.check(picture, "best")
        picture.events[-1]["importance"] = 50
        self.check(picture)
        # Of two that matter as much, either may have it.
        picture.events[-1]["importance"] = 60
        picture.events.insert(0, picture.events.pop())
        picture.events[-1]["importance"] = 60
        self.check(picture)
        picture.events.append(picture.events.pop(0))
        self.check(picture)
        # What is outside is no rival.
        picture.events.append({"id": "far", "title": "Far", "date": "1950", "importance": 90, "topics": ["t0"]})
        picture.events[-2]["importance"] = 70
        self.check(picture, "best")

    # Words

    def test_text_on_text(self):
        picture = Picture()
        picture.line("a", 0, 200, 10)
        note = picture.add("total", "text", 80, HEAD + 4, 60, 15, lane=0, style="note", text=filling(60))
        self.check(picture)
        note.update(x=250, y=HEAD + 31)
        self.check(picture, "text on text")
        # Where the letters end is no text, though it has the width.
        note.update(x=330, w=300)
        picture.operations[-2]["text"] = "Short"
        self.check(picture)

    def test_line(self):
        """Of a grid, of the as-of date, of a mark, of an era, of a fold."""
        for role, members in (("grid", {}), ("marker", {"fill": "accent"}), ("separator", {}), ("tick", {})):
            picture = Picture()
            picture.add(role, "rect", 250, HEAD, 2, LANE_HEIGHT, **members)
            picture.line("a", 0, 200, 10)
            self.check(picture, "line in text")
        for role, kind in (("fold", "tear"), ("era", "rect")):
            for x, w, through in ((250, 500, True), (100, 150, True), (100, 600, False)):
                picture = Picture()
                picture.add(role, kind, x, HEAD, w, LANE_HEIGHT, fill="weekend")
                picture.line("a", 0, 200, 10)
                self.check(picture, *["line in text"] * through)

    def test_curve(self):
        """Through words, or on its way around them; and under those that have a ground."""
        for bend, grounds, kinds in ((0, False, ["line in text"]), (120, False, []), (0, True, [])):
            picture = Picture()
            row = HEAD + 40
            picture.add("relation", "curve", 150, row - bend, 400, bend, fill="accent", x1=150, y1=row, x2=200, y2=row + bend, x3=500, y3=row + bend, x4=550, y4=row)
            if grounds:
                picture.add("ground", "rect", 195, HEAD + 20, 150, 40, fill="view")
            picture.line("a", 0, 200, 10)
            self.check(picture, *kinds)

    def test_chip(self):
        """Around its own words, and on somebody else's."""
        for x, kinds in ((400, []), (150, ["line in text", "text covered", "text on text"])):
            picture = Picture()
            picture.line("a", 0, 200, 10)
            picture.add("relation", "rect", x, HEAD + 28, 160, 26, fill="view", border="accent", fixed=True)
            picture.add("relation", "text", x + 10, HEAD + 34, 140, 15, style="note", text=filling(130), fixed=True)
            found = {fault.kind for fault in picture.judge().faults}
            self.assertLessEqual(set(kinds[:1]), found)
            if not kinds:
                self.assertEqual(found, set())

    def test_ground(self):
        for fill, x, w, kinds in (("view", 198, 144, []), ("card", 198, 144, []), ("weekend", 198, 144, ["line in text"]), ("view", 300, 20, ["line in text"])):
            picture = Picture()
            picture.add("grid", "rect", 250, HEAD, 1, LANE_HEIGHT)
            picture.add("background", "rect", x, HEAD + 24, w, 22, fill=fill, lane=0)
            picture.line("a", 0, 200, 10)
            self.check(picture, *kinds)
        # One that came before the line hides nothing.
        picture.operations.insert(2, picture.operations.pop(4))
        picture.operations[2].update(x=198, w=144)
        self.check(picture, "line in text")

    def test_bar_as_ground(self):
        """A bar hides the grid where it is certain."""
        for solid, kinds in ((190, []), (300, ["line in text"])):
            picture = Picture()
            picture.add("grid", "rect", 250, HEAD, 1, LANE_HEIGHT)
            picture.event("a", 190, 160)
            here = {"lane": 0, "row": 0, "event": "a"}
            picture.add("bar", "bar", 190, HEAD + 30, 160, 21, solidFrom=solid, solidTo=350, fill="hue-fill", border="hue-line", **here)
            picture.add("label", "text", 198, HEAD + 33, 140, 15, style="label", text=filling(140), **here)
            self.check(picture, *kinds)

    def test_edge_of_a_ground(self):
        """A ground that looks like the canvas has no edge to be seen."""
        for look, kinds in (({}, []), ({"border": "line"}, ["line in text"])):
            picture = Picture()
            picture.line("a", 0, 200, 10)
            picture.operations.insert(2, {"role": "card", "kind": "rect", "x": 100, "y": HEAD + 24, "w": 150, "h": 22, "lane": 0, "event": "a", "row": 0, "fill": "view", **look})
            self.assertEqual([fault.kind for fault in picture.judge().faults if fault.kind == "line in text"], kinds)

    def test_painted_over(self):
        picture = Picture()
        picture.line("a", 0, 200, 10)
        picture.add("background", "rect", 198, HEAD + 24, 144, 22, fill="weekend", lane=0)
        picture.add("marker", "rect", 250, HEAD, 2, LANE_HEIGHT, fill="accent")
        self.check(picture, "line in text")
        picture.operations[-2]["fill"] = "view"
        self.check(picture, "line in text", "text covered")

    def test_other_dates(self):
        """Another's date, a mark, a density lie on words; a tint may."""
        for role, kind, h, bad in (("when", "bar", 4, True), ("mark", "rect", 8, True), ("density", "rect", 8, True), ("future", "rect", 8, False), ("weekend", "rect", 8, False)):
            picture = Picture()
            picture.line("a", 0, 200, 10)
            op = picture.add(role, kind, 250, HEAD + 32, 10, h, lane=0, fill="hue")
            if role == "density":
                op["count"] = 1
            if role == "mark":
                op["event"] = "b"
            if role in ("mark", "density"):
                picture.event("b", 250, 10)
            self.assertEqual(picture.judge().kinds()["line in text"], bad, role)

    def test_own_ground(self):
        """A title within its bar or card is well, one that runs out of it is not."""
        for role, kind in (("bar", "bar"), ("card", "rect")):
            for width, kinds in ((160, []), (100, ["line in text"])):
                picture = Picture()
                picture.event("a", 200, width)
                here = {"lane": 0, "row": 0, "event": "a"}
                picture.add("when", "bar", 200, HEAD + 24, width, 4, solidFrom=200, solidTo=200 + width, fill="hue", **here)
                picture.add(role, kind, 200, HEAD + 30, width, 21, solidFrom=200, solidTo=200 + width, fill="hue-fill", border="hue-line", **here)
                picture.add("text" if role == "card" else "label", "text", 208, HEAD + 33, 140, 15, style="label", text=filling(140), **here)
                self.check(picture, *kinds)

    # Edges

    def test_beyond(self):
        for x, w, y, bad in ((2, 100, 20, False), (-2, 100, 20, True), (1102, 100, 20, True), (300, 100, -3, True), (300, 100, HEAD + 4, True)):
            picture = Picture(0, height=HEAD + 10)
            picture.add("context", "text", x, y, w, 15, style="context", text=filling(140))
            self.check(picture, *["beyond the edge"] * bad)
        # A wide place, with little in it, at either end of it.
        picture = Picture()
        op = picture.add("context", "text", 1100, 20, 300, 15, style="context", text="Now")
        self.check(picture)
        op["alignEnd"] = True
        self.check(picture, "beyond the edge")

    def test_below_the_edge(self):
        picture = Picture(2)
        picture.operations[0]["h"] -= 1
        found = self.check(picture, "cut below")
        self.assertIn("Topic 1", found.faults[0].message)
        self.assertEqual(found.numbers["lanes out of sight"], 0)
        picture.operations[0]["h"] = HEAD + LANE_HEIGHT + 10
        self.assertEqual(picture.judge().numbers["lanes out of sight"], 1)

    # Cut

    def cut(self, left=None, **neighbours):
        picture = Picture()
        picture.line("a", 0, 500, 10, left=left, cut=True)
        for id, x in neighbours.items():
            picture.line(id, 0, x, 10, words_width=50)
        return picture

    def test_cut(self):
        # It begins at its date, and may grow to the right only.
        self.check(self.cut(), "cut with room")
        self.check(self.cut(after=660))
        self.check(self.cut(after=670), "cut with room")
        # It ends there, at 510, and begins at 370.
        self.check(self.cut(370), "cut with room")
        self.check(self.cut(370, before=300))
        self.check(self.cut(370, before=290), "cut with room")
        # What is not cut may stand beside any room.
        picture = self.cut()
        picture.operations[-1].pop("cut")
        self.assertEqual(self.check(picture).numbers["cut"], 0)

    def test_cut_near_both_ends(self):
        """A label from 500 to 640 whose date ends at 630 begins there if it reaches the
        other way, and is then 10 pixels shorter."""
        for end, least in ((660, None), (640, 474), (630, 464), (627, 461), (620, None)):
            for left in (None, 450) if least is None else (least - 1, least + 1):
                picture = Picture()
                picture.line("a", 0, 500, end - 500, cut=True)
                picture.line("z", 0, 645, 100)
                if left is not None:
                    picture.line("y", 0, 300, 50, words_width=left - 300)
                self.check(picture, *(["cut with room"] if least is not None and left < least else []))

    def test_cut_on_a_ground(self):
        picture = self.cut()
        picture.operations.insert(-1, {"role": "ground", "kind": "rect", "x": 498, "y": HEAD + 29, "w": 144, "h": 15, "lane": 0, "row": 0, "fill": "view"})
        self.check(picture, "cut with room")

    def test_cut_at_the_edge(self):
        picture = Picture()
        picture.line("a", 0, 1040, 10, cut=True)
        self.assertEqual(self.check(picture).numbers["cut"], 1)

    def test_cut_quote(self):
        picture = self.cut()
        picture.operations[-1]["style"] = "quote"
        self.check(picture, "cut quote with room")

    def test_estimate(self):
        picture = self.cut()
        picture.operations[-1].pop("cut")
        picture.operations[-1]["text"] = "A title, of which a half may be seen here at the most"
        self.check(picture)
        self.check(picture, "cut with room", estimate=True)
        picture.operations[-1]["text"] = "A shorter title"
        self.check(picture, estimate=True)

    # Where the date is

    def test_attached(self):
        # The date stands from 500 to 510.
        for left, bad in ((500, False), (515, False), (516 + 10, True), (485, False), (510 - 140, False), (500 - 140, False), (440, True), (600, True), (300, True)):
            picture = Picture()
            picture.line("a", 0, 500, 10, left=left)
            self.check(picture, *["unattached"] * bad)

    def test_attached_at_the_edge(self):
        """A label may stand anywhere within a date that goes on beyond the picture."""
        for x, w, left, bad in ((-300, 600, 100, False), (0, 600, 100, True), (900, 500, 1000, False), (-300, 600, 200, True)):
            picture = Picture()
            picture.line("a", 0, x, w, left=left)
            self.check(picture, *["unattached"] * bad)

    def test_no_date(self):
        picture = Picture()
        picture.line("a", 0, 500, 10)
        picture.operations.pop(-2)
        self.check(picture, "unattached")

    # Order

    def test_order(self):
        for first, second, expected in ((500, 520, (1, 0)), (520, 500, (1, 1)), (500, 530, (0, 0)), (500, 500, (0, 0))):
            picture = Picture()
            picture.line("a", 0, first, 10)
            picture.line("b", 1, second, 10)
            numbers = self.check(picture).numbers
            self.assertEqual((numbers["ordered pairs"], numbers["out of order"]), expected)

    # Numbers

    def test_count(self):
        picture = Picture()
        picture.line("a", 0, 500, 10)
        picture.event("lost", 700, 10)
        self.check(picture, "count")
        picture.events[-1]["date"] = "1980"
        self.check(picture)
        # Twice, though as many as there are.
        picture.events[-1]["date"] = "2000-03-01"
        picture.draw("a", 1, 500, 10)
        found = self.check(picture, "count")
        self.assertIn("twice", found.faults[0].message)

    def test_title_of_two_lines(self):
        picture = Picture()
        picture.line("a", 0, 500, 10)
        picture.operations.append({**picture.operations[-1], "y": HEAD + 44})
        self.check(picture)
        # In two rows it is there twice.
        picture.operations[-1]["row"] = 1
        self.check(picture, "count", "count")

    def test_count_at_the_foot(self):
        """Of a lane that is shown, those without a label; of one that is not, all; of many a sum."""
        for shown, left_out, n_faults in ((1, 2, 0), (2, 2, 1), (1, 1, 1), (None, 2, 1)):
            picture = Picture(height=HEAD + LANE_HEIGHT + 30)
            picture.full_rows()
            picture.mark("m", 600)
            picture.event("a", 300, 10, lane=1)
            picture.event("b", 310, 10, lane=1)
            for lane, count in ((0, shown), (1, left_out)):
                if count is not None:
                    picture.add("foot", "text", 12 + 200 * lane, HEAD + LANE_HEIGHT + 6, 100, 15, lane=lane, count=count, style="note", fill="dim", text=f"Topic {lane} {count},")
            self.check(picture, *["count"] * n_faults)
        # What is summed up can be anything.
        picture = Picture(height=HEAD + LANE_HEIGHT + 30)
        picture.full_rows()
        picture.mark("m", 600)
        picture.event("a", 300, 10, lane=1)
        picture.add("foot", "text", 12, HEAD + LANE_HEIGHT + 6, 100, 15, lane=0, count=1, style="note", fill="dim", text="Topic 0 1,")
        more = picture.add("foot", "text", 212, HEAD + LANE_HEIGHT + 6, 100, 15, style="note", fill="dim", text="and 1 more")
        self.check(picture, "count")
        more["count"] = 1
        self.check(picture)

    def test_count_at_the_edge(self):
        """An end that touches the view does not meet it."""
        for text, bad in (("1999-12-31", False), ("2000-01-01", True), ("2000-04-29", True), ("2000-04-30", False)):
            picture = Picture()
            picture.line("a", 0, 500, 10)
            picture.event("edge", 0, 10)
            picture.events[-1]["date"] = text
            self.check(picture, *["count"] * bad)

    def test_count_by_lane(self):
        """One too many in a lane does not make up for one too few in another."""
        picture = Picture(2)
        picture.line("a", 0, 500, 10)
        picture.line("b", 0, 500, 10, lane=1)
        picture.events[1]["topics"] = ["t0"]
        self.check(picture, "count", "count")

    def test_first_topic(self):
        """Of an event with several topics the first one counts."""
        picture = Picture(2)
        picture.line("a", 0, 500, 10)
        picture.line("b", 0, 500, 10, lane=1)
        picture.events[0]["topics"] = ["t0", "t1"]
        self.check(picture)
        picture.events[0]["topics"] = ["t1", "t0"]
        self.check(picture, "count", "count")

    def test_no_lane(self):
        """A lane may be left out where nothing of it is in view."""
        picture = Picture(2)
        picture.line("a", 0, 500, 10)
        picture.event("b", 500, 10, lane=1)
        picture.events[-1]["date"] = "1990"
        self.check(picture)
        picture.operations = [op for op in picture.operations if op.get("lane") != 1]
        picture.operations[0]["h"] = HEAD + LANE_HEIGHT
        self.check(picture)
        picture.events[-1]["date"] = "2000-02"
        self.check(picture, "count")

    def test_not_sure(self):
        """A date that is not understood keeps the judge from counting."""
        picture = Picture()
        picture.line("a", 0, 500, 10)
        picture.event("set", 0, 10)
        picture.events[-1]["date"] = "{2000-01-01,2000-02-01}"
        self.assertEqual(self.check(picture).numbers["not counted"], 1)

    # The whole

    def test_blank(self):
        for x, bad in ((1100, False), (1080, True)):
            picture = Picture()
            picture.line("a", 0, x, 10, left=x + 10 - 140)
            self.check(picture, *["blank"] * bad, full=True)
            self.check(picture, full=False)
        # A mark may be of a date that goes on.
        picture = Picture()
        picture.full_rows(x=760)
        picture.mark("m", 800)
        self.check(picture, "blank", full=True)
        picture.events[-1]["date"] = date(800, 350)
        self.check(picture, full=True)

    def test_lanes(self):
        """At 1280×800 and more."""
        picture = Picture(2, height=800)
        for lane in (0, 1):
            picture.line(f"e{lane}", 0, 1180, 20, left=1060, lane=lane)
        picture.operations[0]["w"] = picture.operations[1]["w"] = 1280
        options = {"view": (FIRST, FIRST + 128 * DAY), "full": True}
        self.check(picture, **options)
        for op in picture.operations:
            if op["role"] == "label" and op["lane"] == 1:
                op.update(role="mark", kind="rect", y=HEAD + 2 * LANE_HEIGHT - 14, h=8)
        picture.operations[0]["h"] = 800
        kinds = picture.judge(**options).kinds()
        self.assertEqual(kinds["lane without a row"], 1)
        self.assertEqual(kinds["lane out of sight"], 0)
        self.assertEqual(picture.judge(view=options["view"]).kinds()["lane without a row"], 0)
        for op in picture.operations:
            if op.get("lane") == 1:
                op["y"] += 700
        self.assertEqual(picture.judge(**options).kinds()["lane out of sight"], 1)

    # Marks

    def test_narrow(self):
        for width, bad in ((7, False), (6.9, True)):
            picture = Picture()
            picture.full_rows()
            picture.mark("m", 600, width=width)
            self.check(picture, *["narrow mark"] * bad)
            picture = Picture()
            picture.line("a", 0, 500, 10)
            picture.operations[-2]["w"] = width
            self.check(picture, *["narrow date"] * bad)


class Places(unittest.TestCase):
    def test_axis_by_dates(self):
        """A view that is not told is found by what is drawn."""
        picture = Picture()
        picture.line("a", 0, 200, 100)
        picture.line("b", 1, 700, 100)
        axis = Axis(Scene(picture.operations), picture.timeline())
        self.assertAlmostEqual(axis.view[0], VIEW[0], delta=60)
        self.assertAlmostEqual(axis.view[1], VIEW[1], delta=60)
        self.assertAlmostEqual(axis.x(FIRST + 33 * DAY), 330, delta=0.01)
        self.assertEqual(axis.x(EVER), EVER)

    def test_axis_with_folds(self):
        """A year is folded from 300 to 340."""
        picture = Picture()
        fold = (FIRST + 30 * DAY, FIRST + 395 * DAY)
        picture.add("fold", "tear", 300, HEAD, 40, LANE_HEIGHT, **{"from": words(fold[0]), "to": words(fold[1])})
        picture.line("a", 0, 100, 100)
        axis = Axis(Scene(picture.operations), picture.timeline())
        for at, x in ((FIRST, 0), (FIRST + 20 * DAY, 200), (fold[0], 300), (fold[1], 340), (fold[1] + 10 * DAY, 440)):
            self.assertAlmostEqual(axis.x(at), x, delta=0.01)
        self.assertAlmostEqual(axis.x((fold[0] + fold[1]) / 2), 320, delta=0.01)
        self.assertAlmostEqual(axis.view[0], FIRST, delta=60)
        self.assertAlmostEqual(axis.view[1], fold[1] + 86 * DAY, delta=60)

    def test_axis_unknown(self):
        picture = Picture()
        self.assertIsNone(Axis(Scene(picture.operations), picture.timeline()).view)

    def test_pitch(self):
        picture = Picture()
        self.assertEqual(Scene(picture.operations).pitch, Scene.USUAL_PITCH)
        picture.line("a", 0, 500, 10)
        self.assertEqual(Scene(picture.operations).pitch, 20 + Scene.PLAIN_GAP)
        picture.line("b", 1, 500, 10)
        self.assertEqual(Scene(picture.operations).pitch, PITCH)

    def test_measure(self):
        """A style is measured by those of its texts that are whole."""
        texts = ["A title of words", "Another one of them", "Yet one more title", "Something else here"]
        ops = [Op({"role": "label", "kind": "text", "x": 0, "y": 0, "w": 7 * len(text), "h": 15, "style": "label", "text": text}, 0) for text in texts]
        whole = Measure(ops).width("label", "Whatever it may be", 15)
        self.assertAlmostEqual(whole, 7 * len("Whatever it may be"), delta=25)
        for op in ops:
            op.data["cut"], op.right = True, 50
        self.assertAlmostEqual(Measure(ops).width("label", "Whatever it may be", 15), whole, delta=25)
        self.assertGreater(Measure([]).width("label", "日本語の題名", 15), 1.4 * Measure([]).width("label", "Titles", 15))

    def test_most(self):
        """Signs over and under letters are boxes beside them where no font has them."""
        texts = ["हस्ताक्षर पर", "पुस्तकालय का", "पर हस्ताक्षर", "नया पुस्तकालय"]
        for boxes, width in ((True, 45), (False, 27)):
            ops = [Op({"role": "label", "kind": "text", "x": 0, "y": 0, "w": 9 * sum(boxes or unicodedata.category(letter) != "Mn" for letter in text) + 2, "h": 15, "style": "label", "text": text}, 0) for text in texts]
            measure = Measure(ops)
            self.assertGreaterEqual(measure.most("label", "पुस्त", 15), width)
            self.assertLess(measure.most("label", "पुस्त", 15), 55)
            self.assertEqual(measure.most("label", "Titles", 15), measure.width("label", "Titles", 15))
        self.assertEqual(Measure(ops[1:]).most("label", "पुस्त", 15), math.inf)

    def test_told_view(self):
        self.assertEqual(told_view(["--fold", "--view=2000-01-01T00:00:00Z/2000-04-30T00:00:00Z"]), VIEW)
        self.assertIsNone(told_view(["--view=2000/2001", "--size=1x1"]))


class Dates(unittest.TestCase):
    def test_days(self):
        epoch = datetime.date(1970, 1, 1).toordinal()
        for ordinal in range(1, datetime.date(9999, 12, 31).toordinal(), 997):
            each = datetime.date.fromordinal(ordinal)
            at = (ordinal - epoch) * DAY
            self.assertEqual(day(each.year, each.month, each.day), at)
            self.assertEqual(words(at + 3723), f"{each.year:04}-{each.month:02}-{each.day:02}T01:02:03Z")
        self.assertEqual(day(0, 3) - day(0), 60 * DAY)
        self.assertEqual(words(day(-43, 3, 15)), "-0043-03-15T00:00:00Z")

    def test_extents(self):
        for text, expected in {
            "2000": (day(2000), day(2001)),
            "-0043": (day(-43), day(-42)),
            "2000-12": (day(2000, 12), day(2001)),
            "2000-02-28": (day(2000, 2, 28), day(2000, 2, 29)),
            "2000?": (day(2000), day(2001)),
            "2000~": (day(1999), day(2002)),
            "2000-01~": (day(1999, 12), day(2000, 3)),
            "2000-03-01%": (day(2000, 2, 29), day(2000, 3, 3)),
            "199X": (day(1990), day(2000)),
            "2000-24": (day(2000, 12), day(2001, 3)),
            "2000-34": (day(2000, 4), day(2000, 7)),
            "2000-01-01T12:30:15Z": (day(2000) + 45015, day(2000) + 45016),
            "2000-01-01T12:30~": (day(2000) + 44940, day(2000) + 45120),
            "2000-01-01T12:30": (day(2000) + 45000, day(2000) + 45060),
            "2000-01-01T12:30:15+01:00": (day(2000) + 41415, day(2000) + 41416),
            "2000/2001-06": (day(2000), day(2001, 7)),
            "2000/..": (day(2000), EVER),
            "../2000": (-EVER, day(2001)),
            "{2000,2001}": None,
            "2000-13-01": None,
            "soon": None,
        }.items():
            self.assertEqual(extent(text), expected, text)

    def test_zone(self):
        timeline = Timeline({"timezone": "Asia/Tokyo", "events": [{"id": "a", "title": "A", "date": "2000-01-01"}, {"id": "b", "title": "B", "date": "2000-01-01T00:00:00Z"}]})
        self.assertEqual([event.start - day(2000) for event in timeline.events], [-9 * 3600, 0])

    def test_lanes(self):
        names = {"a": "First", "b": "Second", "c": "Third"}
        found = timeline_file.lanes_by_name([["a"], ["b"], ["c"], [], ["a", "b"]], names, "None", ["First", "None", "The rest"])
        self.assertEqual(found, {"First": [0, 4], "The rest": [1, 2, 4], "None": [3]})
        self.assertEqual(collections.Counter(map(len, found.values())), {2: 1, 3: 1, 1: 1})


if __name__ == "__main__":
    unittest.main(verbosity=2)
