#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""NEWS and the AppStream release notes agree: test_news.py NEWS METAINFO VERSION

The same releases, days, paragraphs and points, in the same order; the newest is
the version of the project.
"""

import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree

RELEASE = re.compile(r"^Version (\S+)\n~+\nReleased: (\d{4}-\d{2}-\d{2})\n", re.M)


def words(text):
    return " ".join(text.split())


def news_releases(text):
    """(version, day, [paragraph or point])"""
    parts = RELEASE.split(text)
    for version, day, notes in zip(parts[1::3], parts[2::3], parts[3::3]):
        # A blank line or a star begins the next.
        yield version, day, [words(note) for note in re.split(r"\n\s*\n|^ \* ", notes, flags=re.M) if note.strip()]


def metainfo_releases(root):
    for release in root.findall("releases/release"):
        notes = [node for node in release.find("description").iter() if node.tag in ("p", "li")]
        yield release.get("version"), release.get("date"), [words("".join(node.itertext())) for node in notes]


class News(unittest.TestCase):
    maxDiff = None

    def test_agree(self):
        news = list(news_releases(pathlib.Path(NEWS).read_text(encoding="utf-8")))
        self.assertEqual(news, list(metainfo_releases(xml.etree.ElementTree.parse(METAINFO).getroot())))
        self.assertEqual(news[0][0], VERSION)
        self.assertEqual([release[1] for release in news], sorted((release[1] for release in news), reverse=True))
        self.assertTrue(all(notes for _, _, notes in news))


if __name__ == "__main__":
    NEWS, METAINFO, VERSION = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
