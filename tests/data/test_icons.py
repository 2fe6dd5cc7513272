#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons are plain SVG of the right size that renders: test_icons.py FOLDER APP-ID"""

import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = {"svg", "g", "defs", "clipPath", "rect", "path", "circle", "ellipse", "polygon", "linearGradient", "radialGradient", "stop"}


class Icons(unittest.TestCase):
    def read(self, path, size):
        """The icon's elements, after what holds for both."""
        root = xml.etree.ElementTree.parse(path).getroot()
        self.assertEqual(root.tag, SVG + "svg")
        self.assertEqual(root.get("viewBox"), f"0 0 {size} {size}")
        self.assertEqual((root.get("width"), root.get("height")), (str(size), str(size)))
        elements = list(root.iter())
        # No text that needs a font, no picture, nothing from elsewhere.
        self.assertLessEqual({element.tag.replace(SVG, "") for element in elements}, PLAIN)
        for element in elements:
            for name, value in element.attrib.items():
                self.assertFalse(name.endswith("href"), name)
                self.assertNotRegex(value, r"^url\((?!#)")
        return elements

    def render(self, path, size):
        if shutil.which("rsvg-convert") is None:
            self.skipTest("rsvg-convert is not installed")
        command = ["rsvg-convert", "-w", str(size), "-h", str(size), str(path)]
        picture = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
        # An empty picture packs into next to nothing.
        self.assertGreater(len(picture), 5 * size)

    def test_full_colour(self):
        path = FOLDER / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"
        self.read(path, 128)
        self.render(path, 128)

    def test_not_added_at_start(self):
        """GTK adds a resource folder icons/ to the theme by itself, which then is read a second time before there is a window."""
        resources = xml.etree.ElementTree.parse(FOLDER.parent / "dateline.gresource.xml")
        names = [file.get("alias", file.text) for file in resources.iter("file")]
        self.assertIn(f"own-icons/scalable/apps/{APP_ID}.svg", names)
        self.assertEqual([name for name in names if name.startswith("icons/")], [])

    def test_symbolic(self):
        """One colour, filled: the toolkit recolours fills and not outlines."""
        path = FOLDER / "hicolor" / "symbolic" / "apps" / f"{APP_ID}-symbolic.svg"
        elements = self.read(path, 16)
        self.assertEqual({element.get("fill") for element in elements if element.get("fill")}, {"#2e3436"})
        for element in elements:
            self.assertIsNone(element.get("stroke"))
        self.assertIsNone(re.search("opacity|style", path.read_text(encoding="utf-8")))
        self.render(path, 16)


FOLDER = pathlib.Path(sys.argv.pop(1))
APP_ID = sys.argv.pop(1)
unittest.main(verbosity=2)
