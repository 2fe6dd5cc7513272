#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Timelines as people make them, out of a seed: random_file.py SEED FILE

Some tell of days and some of centuries; dates are days, months, years and
moments, spans with open and doubtful ends, often several at one date; a few
topics, several scripts, some quotes, eras, and an as-of date with plans after it."""

import json
import math
import pathlib
import random
import sys

from timeline_file import DAY, day, words

RELATIONS = ("leads-to", "part-of", "responds-to", "contradicts", "see-also")

LEAST_EVENTS, MOST_EVENTS = 5, 300
MOST_TOPICS = 8
TITLES = (5, 90)

WORDS = {
    "latin": "a the of and to in at for with treaty council harbour minister opens closes first new bridge report talks railway signed election strike court ruling winter fleet museum library storm bill law visits returns announces agreement factory university observatory map island railway Königsberg Łódź Zürich Århus 1,200".split(),
    "greek": "η συνθήκη του λιμανιού και νέα γέφυρα στην πόλη".split(),
    "cyrillic": "первый договор о новом мосте через реку и открытие музея".split(),
    "kanji": "日米 首脳 会談 東京 新 首相 就任 条約 署名 図書館 開館 台風 上陸".split(),
    "hangul": "새 다리 개통 정상 회담 서울 도서관 협정 서명 태풍".split(),
    "arabic": "معاهدة جديدة بين المدينتين افتتاح المتحف الأول".split(),
    "devanagari": "नया पुल संधि पर हस्ताक्षर पुस्तकालय का उद्घाटन".split(),
}
# What most titles are in comes first.
SCRIPTS = list(WORDS)


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        chance = self.chance
        self.n = round(math.exp(chance.uniform(math.log(LEAST_EVENTS), math.log(MOST_EVENTS))))
        self.ancient = chance.random() < 0.1
        self.span = math.exp(chance.uniform(math.log((400 * 365 if self.ancient else 8) * DAY), math.log((1500 if self.ancient else 250) * 365 * DAY)))
        self.first = day(chance.randint(-600, 0) if self.ancient else chance.randint(1600, 2020), chance.randint(1, 12), chance.randint(1, 28))
        self.clumps = [self.first + chance.random() * self.span for _ in range(chance.randint(0, 3))]
        self.clumped = chance.choice((0, 0.2, 0.5)) if self.clumps else 0
        self.main_script = chance.choice(SCRIPTS[:1] * 4 + SCRIPTS)
        self.as_of = self.first + self.span * chance.uniform(0.4, 0.95) if chance.random() < 0.4 else None

    def words(self, least, most):
        length = self.chance.randint(least, most)
        script = self.main_script if self.chance.random() < 0.85 else self.chance.choice(SCRIPTS)
        text = self.chance.choice(WORDS[script])
        while len(text) < length:
            text += ("" if script == "kanji" else " ") + self.chance.choice(WORDS[script])
        text = text[:length].strip()
        return text[:1].upper() + text[1:]

    def moment(self):
        if self.chance.random() < self.clumped:
            return self.chance.choice(self.clumps) + self.chance.gauss(0, self.span / 400)
        return self.first + self.chance.random() * self.span

    def single(self, at):
        written = words(at)
        year, rest = written[: written.index("-", 1)], written[written.index("-", 1) :]
        long = self.span > 20 * 365 * DAY
        kind = self.chance.random()
        if kind < (0.6 if self.ancient else 0.25 if long else 0.02):
            text = year
        elif kind < (0.75 if long else 0.15):
            text = year + rest[:3]
        elif kind > 0.95 or (kind > 0.8 and self.span < 40 * DAY):
            return year + rest[:9] + ":00Z"
        else:
            text = year + rest[:6]
        return text + ("~" if self.chance.random() < 0.08 else "?" if self.chance.random() < 0.04 else "")

    def date(self):
        at = self.moment()
        if self.chance.random() > 0.25:
            return at, self.single(at)
        end = at + math.exp(self.chance.uniform(math.log(max(self.span / 500, DAY)), math.log(max(self.span / 3, 2 * DAY))))
        first, last = self.single(at), self.single(end)
        # Of the same kind, or the end may be before the start.
        if len(first) != len(last) or "T" in first or "~" in first + last or "?" in first + last:
            first, last = words(at)[:-10], words(end)[:-10]
        kind = self.chance.random()
        if kind < 0.06:
            return at, first + "/.."
        if kind < 0.09:
            return at, "../" + last
        return at, first + "/" + last

    def event(self, i, topics):
        chance = self.chance
        at, date = self.date()
        event = {"id": f"e{i}", "title": self.words(TITLES[0], chance.choice((20, 40, 60, TITLES[1]))), "date": date}
        if chance.random() < 0.6:
            event["importance"] = chance.randint(0, 100)
        if topics and chance.random() < 0.95:
            event["topics"] = chance.sample(topics, min(len(topics), chance.choice((1, 1, 1, 2, 3))))
        if self.as_of is not None and at > self.as_of:
            event["status"] = "planned"
        elif chance.random() < 0.05:
            event["status"] = chance.choice(("ongoing", "cancelled", "disputed"))
        if chance.random() < 0.3:
            event["place"] = "p0"
        if chance.random() < 0.15:
            event["quotes"] = [{"text": self.words(20, 200)}]
        return event

    def relate(self, events):
        """Out of a chance of its own: what else there is stays as it is."""
        chance = random.Random(self.n * 1000 + len(events[0]["title"]))
        for event in events:
            if chance.random() < 0.3:
                others = [other["id"] for other in chance.sample(events, min(len(events), chance.choice((1, 2, 12)))) if other is not event]
                event["related"] = [{"event": other, "type": chance.choice(RELATIONS)} for other in others]
        related = [event["id"] for event in events if event.get("related")]
        self.selected = chance.choice(related) if related and chance.random() < 0.5 else None

    def make(self):
        chance = self.chance
        topics = [f"t{i}" for i in range(chance.randint(0, MOST_TOPICS))]
        data = {
            "dateline": 1,
            "title": self.words(10, 40),
            "timezone": "UTC",
            "topics": [{"id": id, "name": f"{self.words(4, 30)} {id}"} for id in topics],
            "places": [{"id": "p0", "name": "Harbour Town"}],
        }
        # The first topics have more than the last.
        weighted = [topic for i, topic in enumerate(topics) for _ in range(len(topics) - i)]
        data["events"] = [self.event(i, list(dict.fromkeys(chance.sample(weighted, len(weighted))))) for i in range(self.n)]
        self.relate(data["events"])
        if self.as_of is not None:
            data["asOf"] = words(self.as_of)[:-10]
        if chance.random() < 0.4:
            starts = sorted(self.first + chance.random() * self.span for _ in range(chance.randint(1, 4)))
            data["eras"] = [{"title": self.words(5, 30), "date": f"{words(start)[:-10]}/{words(start + self.span * chance.uniform(0.05, 0.4))[:-10]}"} for start in starts]
        return data

    def part(self):
        """Some part of it, as [from, to)."""
        length = int(max(self.span * math.exp(self.chance.uniform(math.log(0.01), 0)), 3600))
        start = int(self.moment() - length * self.chance.random())
        return start, start + length


if __name__ == "__main__":
    pathlib.Path(sys.argv[2]).write_text(json.dumps(Maker(int(sys.argv[1])).make(), ensure_ascii=False, indent=1), encoding="utf-8")
