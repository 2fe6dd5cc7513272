#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled story holds what it must: every event with its date and status,
and the quotes letter for letter."""

import json
import sys
import unittest

HEADLINE = "Prime Minister Takaiichi Sanae Strengthens U.S.-Japan Alliance in Call with President Trump"

# id: (date, status, a word of the title)
EVENTS = {
    "abe-second-government": ("2012-12-26", "happened", "second government"),
    "abe-leaves-office": ("2020-09-16", "happened", "last day"),
    "abe-dies": ("2022-07-08", "happened", "Abe dies"),
    "pledge": ("2025-07-22", "happened", "$550 billion"),
    "memorandum": ("2025-09-04", "happened", "Memorandum"),
    "inauguration": ("2025-10-21", "happened", "Inauguration"),
    "shares-rise": ("2025-10-21/2025-10-24", "happened", "shares rise"),
    "asia-trip": ("2025-10-24/2025-10-30", "ongoing", "Asia trip"),
    "call": ("2025-10-25", "happened", "Malaysia"),
    "statement": ("2025-10-25", "happened", "statement"),
    "remarks-reporters": ("2025-10-25", "happened", "reporters"),
    "appeal": ("2025-10-25", "happened", "abducted"),
    "remarks-pledge": ("2025-10-25~", "happened", "$550 billion"),
    "visit-japan": ("2025-10-27/2025-10-29", "planned", "visit to Japan"),
    "summit": ("2025-10-28", "planned", "Tokyo summit"),
}

# Three utterances, which the article prints in five pieces; the apostrophes and
# the closing comma are the article's.
PIECES = [
    "President Trump\u2019s gracious words were truly appreciated,",
    "We are committed to taking the U.S.-Japan alliance to unprecedented levels.",
    "While honoring our prior commitments is important,",
    "we remain attuned to the concerns of our people about the prudent use of taxpayer resources.",
    "Fiscal responsibility will remain a priority as we navigate this partnership.",
]
QUOTES = {
    "remarks-reporters": [PIECES[0], PIECES[1]],
    "remarks-pledge": [f"{PIECES[2]} \u2026 {PIECES[3]} {PIECES[4]}"],
}
# Where the call's own pane finds them.
RELATIONS = [
    ("inauguration", "leads-to", "call"),
    ("call", "leads-to", "summit"),
    ("statement", "responds-to", "call"),
    ("remarks-reporters", "responds-to", "call"),
    ("remarks-pledge", "responds-to", "call"),
    ("remarks-pledge", "responds-to", "pledge"),
    ("appeal", "part-of", "call"),
    ("summit", "part-of", "visit-japan"),
    ("visit-japan", "part-of", "asia-trip"),
]
LANES = ["alliance", "economy", "abductions", "markets", "succession"]


class Story(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(PATH, encoding="utf-8") as file:
            cls.story = json.load(file)
        cls.events = {event["id"]: event for event in cls.story["events"]}

    def test_events(self):
        self.assertEqual(len(self.story["events"]), len(EVENTS))
        found = {key: (event["date"], event["status"]) for key, event in self.events.items()}
        self.assertEqual(found, {key: (date, status) for key, (date, status, _) in EVENTS.items()})
        for key, (_, _, word) in EVENTS.items():
            self.assertIn(word, self.events[key]["title"])

    def test_no_hour_of_the_call(self):
        self.assertEqual(self.events["call"]["date"], "2025-10-25")
        self.assertNotRegex(json.dumps(self.events["call"]), r"\d\d:\d\d")

    def test_quotes(self):
        found = {key: [quote["text"] for quote in event["quotes"]] for key, event in self.events.items() if "quotes" in event}
        self.assertEqual(found, QUOTES)
        for key in QUOTES:
            for quote in self.events[key]["quotes"]:
                self.assertEqual((quote["speaker"], quote["source"], quote["language"]), ("takaichi", "article", "en"))
                self.assertIs(quote["exact"], True)
                self.assertTrue(quote["context"])

    def test_pieces(self):
        """Nothing but the five pieces and the mark of an interruption, each once."""
        rest = " ".join(" ".join(texts) for texts in QUOTES.values())
        for piece in PIECES:
            self.assertEqual(rest.count(piece), 1, piece)
            rest = rest.replace(piece, "")
        self.assertEqual(rest.split(), ["\u2026"])

    def test_relations(self):
        found = [(event["id"], related["type"], related["event"]) for event in self.story["events"] for related in event.get("related", [])]
        for relation in RELATIONS:
            self.assertIn(relation, found)
        self.assertEqual(len(found), len(set(found)))

    def test_frame(self):
        self.assertEqual(self.story["title"], "Tokyo and Washington, October 2025")
        self.assertEqual(self.story["asOf"], "2025-10-26")
        self.assertEqual(self.story["timezone"], "Asia/Tokyo")
        self.assertEqual(self.story["view"], "2025-10-18/2025-11-01")
        self.assertEqual(self.story["language"], "en")
        self.assertIn("no date of its own", self.story["description"])
        self.assertEqual([topic["id"] for topic in self.story["topics"]], LANES)

    def test_references(self):
        ids = {kind: [entry["id"] for entry in self.story[kind]] for kind in ("people", "places", "topics", "sources", "events")}
        for kind, found in ids.items():
            self.assertEqual(len(found), len(set(found)), kind)
        for event in self.story["events"]:
            with self.subTest(event["id"]):
                for kind in ("people", "topics", "sources"):
                    self.assertLessEqual(set(event.get(kind, [])), set(ids[kind]))
                if "place" in event:
                    self.assertIn(event["place"], ids["places"])
                for related in event.get("related", []):
                    self.assertIn(related["event"], ids["events"])
                for quote in event.get("quotes", []):
                    self.assertIn(quote["speaker"], ids["people"])
                    self.assertIn(quote["source"], ids["sources"])

    def test_every_date_says_where_it_comes_from(self):
        for event in self.story["events"]:
            with self.subTest(event["id"]):
                self.assertRegex(event["dateNote"], "article|public record")
                self.assertTrue(event["sources"])
                self.assertTrue(event["summary"])
                self.assertTrue(event["topics"])

    def test_sources(self):
        article = next(source for source in self.story["sources"] if source["id"] == "article")
        self.assertEqual(article["title"], HEADLINE)
        self.assertEqual(article["publisher"], "Block Media")
        # The article came without an address and without a date.
        for source in self.story["sources"]:
            self.assertNotIn("url", source)
            self.assertNotIn("date", source)

    def test_people(self):
        people = {person["id"]: person for person in self.story["people"]}
        self.assertEqual([person["name"] for person in self.story["people"]], ["Takaichi Sanae", "Donald Trump", "Shinzo Abe"])
        self.assertLessEqual({"Takaiichi Sanae", "\u9ad8\u5e02\u65e9\u82d7"}, set(people["takaichi"]["aliases"]))
        self.assertIn("\u5b89\u500d\u664b\u4e09", people["abe"]["aliases"])

    def test_usual_spelling(self):
        """The article's spelling stands in its headline and as an alias, nowhere else."""
        rest = json.dumps([self.story["description"], self.story["events"]])
        self.assertNotIn("Takaiichi", rest)


PATH = sys.argv.pop(1)
unittest.main(verbosity=2)
