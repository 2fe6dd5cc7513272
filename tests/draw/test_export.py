#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an exported file holds: test_export.py PROGRAM STORY

The program runs without a display and without a session bus, as on a server.
"""

import json
import os
import pathlib
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zlib

SVG = "{http://www.w3.org/2000/svg}"
FORMATS = ["png", "svg", "pdf"]
THEMES = ["light", "dark", "high-contrast", "high-contrast-dark", "print"]

# Words that are hard to draw or to write down.
HARD = {
    "dateline": 1,
    "title": 'Markup <b>&amp;</b> "quotes" \'and\' ]]>',
    "description": "Control \u0001 and \ufffe, \U0001f600",
    "language": "ja",
    "events": [
        {"id": "a", "title": "高市早苗とトランプの電話会談", "date": "2025-10-25", "quotes": [{"text": "一刻も早い解決を"}]},
        {"id": "b", "title": "The office files its affidavit", "date": "2025-10-27"},
        {"id": "c", "title": "Less < more & <script>alert(1)</script>", "date": "2025-10-29", "status": "planned"},
        {"id": "d", "title": "Bell \u0007, nothing \ufdd0\uffff and right to left \u05d0\u05d1", "date": "2025-11-01/2025-11-03", "status": "cancelled"},
    ],
}


def environment(home):
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    kept.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_CACHE_HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home)
    return kept


def read_png(contents):
    """Width, height and the pixels, decoded by hand: a rendering that went
    wrong must not be judged by the library that made it."""
    assert contents[:8] == b"\x89PNG\r\n\x1a\n"
    at, packed, size = 8, b"", None
    while at < len(contents):
        length, kind = struct.unpack(">I4s", contents[at : at + 8])
        data = contents[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + data) == struct.unpack(">I", contents[at + 8 + length : at + 12 + length])[0]
        if kind == b"IHDR":
            size = struct.unpack(">IIBBBBB", data)
        elif kind == b"IDAT":
            packed += data
        at += 12 + length
    width, height, depth, color = size[:4]
    assert depth == 8 and color in (2, 6)
    step = 3 if color == 2 else 4
    raw, stride, before, pixels = zlib.decompress(packed), width * step, bytes(width * step), []
    for row in range(height):
        start = row * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for i in range(stride):
            left = line[i - step] if i >= step else 0
            up = before[i]
            corner = before[i - step] if i >= step else 0
            if kind == 1:
                line[i] = (line[i] + left) & 255
            elif kind == 2:
                line[i] = (line[i] + up) & 255
            elif kind == 3:
                line[i] = (line[i] + (left + up) // 2) & 255
            elif kind == 4:
                guess = left + up - corner
                line[i] = (line[i] + min((left, up, corner), key=lambda value: abs(guess - value))) & 255
        pixels.append(bytes(line))
        before = bytes(line)
    return width, height, step, pixels

# Titles that have room: each as it is in the file, and as it is drawn.
TITLES = {
    "tab\there and\nnew line": "tab here and new line",
    "bell\u0007escape\u001bdelete\u007fdone": "bell escape delete done",
    "\u05d0\u05d9\u05e8\u05d5\u05e2 \u05d0\u05e8\u05d5\u05da \u05de\u05d0\u05d5\u05d3": None,
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd \u05e9\u05e0\u05d9\u05dd \u05e8\u05d1\u05d5\u05ea": None,
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 \u0643\u064a\u0641": None,
    "日本語の 長い 見出し": None,
    "two  spaces": None,
}


class Export(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.home = self.folder / "home"
        self.home.mkdir()
        self.work = self.folder / "work"
        self.work.mkdir()

    def run_program(self, *arguments):
        command = [PROGRAM, *map(str, arguments)]
        return subprocess.run(command, cwd=self.work, env=environment(str(self.home)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def export(self, name, *arguments, story=None, unnamed=False):
        """The bytes of a picture that has to come about without a word, or only
        with one line on what it has no room to name."""
        result = self.run_program("export", "-o", name, *arguments, story or STORY)
        self.assertEqual((result.returncode, result.stdout), (0, ""))
        self.said = result.stderr
        if unnamed:
            self.assertRegex(self.said, r"^dateline: [^\n]*\n$")
        else:
            self.assertEqual(self.said, "")
        self.assertEqual(os.listdir(self.work), [name], "something else was left in the folder")
        contents = (self.work / name).read_bytes()
        (self.work / name).unlink()
        return contents

    def write_hard(self):
        path = self.folder / "hard.dateline.json"
        path.write_text(json.dumps(HARD), encoding="utf-8")
        return path

    def need(self, tool):
        if shutil.which(tool) is None:
            self.skipTest(f"{tool} is not installed")

    def tool(self, *command):
        result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout.decode("utf-8")

    # Every format

    def test_same_input_same_bytes(self):
        for suffix in FORMATS:
            with self.subTest(suffix):
                first = self.export(f"a.{suffix}")
                self.assertEqual(first, self.export(f"b.{suffix}"))
                self.assertGreater(len(first), 5000)

    def test_themes_differ(self):
        seen = {self.export("a.svg", "--theme", theme) for theme in THEMES}
        self.assertEqual(len(seen), len(THEMES))

    def test_endings_in_capitals(self):
        self.assertTrue(self.export("A.PDF").startswith(b"%PDF-"))

    # PNG

    def test_png_size(self):
        for arguments, expected in ((["--size", "800x600"], (800, 600)), (["--size", "800x600", "--scale", "2"], (1600, 1200)), (["--size", "800x600", "--scale", "0.5"], (400, 300)),
                                    (["--size", "A4"], (1123, 794)), (["--size", "a4-portrait"], (794, 1123)), (["--size", "16:9"], (1280, 720))):
            contents = self.export("a.png", *arguments)
            self.assertEqual(struct.unpack(">II", contents[16:24]), expected)
        # As high as it needs to be.
        width, height = struct.unpack(">II", self.export("a.png")[16:24])
        self.assertEqual(width, 1600)
        self.assertGreater(height, 400)

    def test_png_is_not_blank(self):
        contents = self.export("a.png", "--size", "500x400", "--theme", "dark", unnamed=True)
        width, height, step, pixels = read_png(contents)
        self.assertEqual((width, height), (500, 400))
        colors = {line[i : i + step] for line in pixels for i in range(0, len(line), step)}
        self.assertGreater(len(colors), 100)
        if step == 4:
            self.assertEqual({color[3] for color in colors}, {255}, "a hole in the picture")
        # Something is drawn in every quarter.
        for top in (0, height // 2):
            for left in (0, width // 2):
                part = {line[i * step : i * step + step] for line in pixels[top : top + height // 2] for i in range(left, left + width // 2)}
                self.assertGreater(len(part), 10, (top, left))

    # SVG

    def test_svg_is_well_formed(self):
        for story in (STORY, self.write_hard()):
            contents = self.export("a.svg", story=story)
            path = self.folder / "checked.svg"
            path.write_bytes(contents)
            if shutil.which("xmllint"):
                self.assertEqual(self.tool("xmllint", "--noout", path), "")
            root = xml.etree.ElementTree.fromstring(contents)
            self.assertEqual(root.tag, SVG + "svg")
            self.assertFalse([element.tag for element in root.iter() if element.tag == SVG + "script"])
            for element in root.iter():
                for name, value in element.attrib.items():
                    self.assertNotIn("http", value, f"{element.tag} {name} comes from elsewhere")
                    self.assertNotRegex(value, r"nan|inf", f"{element.tag} {name}")

    def test_svg_has_real_text(self):
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", story=self.write_hard()))
        texts = {element.text for element in root.iter(SVG + "text")}
        self.assertIn("高市早苗とトランプの電話会談", texts)
        self.assertIn("The office files its affidavit", texts)
        self.assertIn("Less < more & <script>alert(1)</script>", texts)
        self.assertIn(HARD["title"], texts)
        self.assertEqual(root.find(SVG + "title").text, HARD["title"])
        self.assertEqual(root.get("{http://www.w3.org/XML/1998/namespace}lang"), "ja")

    def write_titles(self, date):
        path = self.folder / "titles.dateline.json"
        path.write_text(json.dumps({"events": [{"title": title, "date": date} for title in TITLES]}), encoding="utf-8")
        return path

    def test_no_word_is_lost_that_has_room(self):
        """On cards and in bars, in files of either kind that has text."""
        for date in ("2020-01-05", "2020-01-01/2020-12-30"):
            story = self.write_titles(date)
            root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "1600x1200", story=story))
            texts = {element.text for element in root.iter(SVG + "text")}
            for title, drawn in TITLES.items():
                self.assertIn(drawn or title, texts, date)
        self.need("pdftotext")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", "--size", "1600x1200", story=story))
        # Where the words part is guessed from the gaps; and what runs leftward is marked.
        text = "".join(c for c in self.tool("pdftotext", "-layout", path, "-") if not c.isspace() and c not in "\u202a\u202b\u202c")
        for title, drawn in TITLES.items():
            self.assertIn((drawn or title).replace(" ", ""), text)
        self.assertNotIn("…", text)

    def test_leftward_titles_stand_in_their_bars(self):
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "1600x1200", story=self.write_titles("2020-01-01/2020-12-30")))
        places = {}
        for element in root.iter(SVG + "text"):
            if element.text in TITLES:
                places[element.text] = (float(element.get("x")), element.get("direction"), element.get("text-anchor", "start"))
        self.assertEqual(len({place[0] for place in places.values()}), 1, places)
        for title, (_, direction, anchor) in places.items():
            leftward = "\u0590" < title[0] < "\u0700"
            self.assertEqual((direction, anchor), ("rtl", "end") if leftward else (None, "start"), title)

    def test_svg_says_what_it_shows(self):
        """Language, description, what each shape is; and the styles of what is written."""
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "1600x1200", "--no-legend", story=self.write_hard()))
        self.assertEqual(root.get("{http://www.w3.org/XML/1998/namespace}lang"), "ja")
        self.assertTrue(root.findtext(SVG + "desc").startswith("Control"))
        titles = [group.findtext(SVG + "title") for group in root.iter(SVG + "g") if group.find(SVG + "title") is not None]
        for title in ("高市早苗とトランプの電話会談", "The office files its affidavit", "Less < more & <script>alert(1)</script>"):
            self.assertEqual(titles.count(title), 1, titles)
        texts = {element.text: element for element in root.iter(SVG + "text")}
        struck = [text for text, element in texts.items() if element.get("text-decoration") == "line-through"]
        self.assertEqual(len(struck), 1, struck)
        self.assertTrue(struck[0].startswith("Bell"))
        quote = next(element for text, element in texts.items() if "一刻も早い解決を" in text)
        plain = texts["The office files its affidavit"]
        style = root.findtext(SVG + "style")
        rules = dict(re.findall(r"\.(t\d+)\{font:([^}]*)\}", style))
        self.assertTrue(rules[quote.get("class")].startswith("italic ") == (quote.get("font-style") == "italic"))
        self.assertFalse(rules[plain.get("class")].startswith("italic"))

    def test_svg_quotes_are_italic(self):
        """Where the words have slanted letters."""
        story = self.folder / "quoted.dateline.json"
        story.write_text(json.dumps({"events": [{"title": "Said", "date": "2025", "quotes": [{"text": "Latin words"}]}]}), encoding="utf-8")
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", story=story))
        quote = next(element for element in root.iter(SVG + "text") if "Latin words" in (element.text or ""))
        rules = dict(re.findall(r"\.(t\d+)\{font:([^}]*)\}", root.findtext(SVG + "style")))
        self.assertTrue(rules[quote.get("class")].startswith("italic "), rules)
        self.assertEqual(quote.get("font-style"), "italic")

    def fades(self, date):
        """The opacities of the stops of each fade, and their places, of a picture of one interval."""
        story = self.folder / "soft.dateline.json"
        story.write_text(json.dumps({"events": [{"title": "Soft", "date": date}]}), encoding="utf-8")
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--no-legend", story=story))
        fades = []
        for gradient in root.iter(SVG + "linearGradient"):
            if gradient.get("id").startswith("g"):
                fades.append([float(stop.get("stop-opacity", 1)) > 0 for stop in gradient.iter(SVG + "stop")])
        return fades

    def test_svg_fades(self):
        """Where it is soft, and only there: in, out, both."""
        for date, expected in (("2025-01-10~/2025-03-10", [False, True, True, True]), ("2025-01-10/2025-03-10~", [True, True, True, False]), ("2025-01-10~/2025-03-10~", [False, True, True, False])):
            with self.subTest(date):
                fades = self.fades(date)
                self.assertGreater(len(fades), 0)
                self.assertEqual({tuple(fade) for fade in fades}, {tuple(expected)})
        self.assertEqual(self.fades("2025-01-10/2025-03-10"), [])

    def titles(self, root):
        """What viewers show for the shapes and words in it."""
        return [(group.findtext(SVG + "title"), [text.text for text in group.iter(SVG + "text")]) for group in root.iter(SVG + "g") if group.find(SVG + "title") is not None]

    def test_svg_tells_what_is_cut(self):
        """A text that is shortened is told in full, and so is what has no label."""
        title = "A title that is far too long for the picture that it is to be written in"
        quote = "And what was said is longer than that, so that there is no way to have it in the picture as a whole, however many lines are given to it; " * 6 + "and so on"
        heading = "The heading of a picture: " + title
        topic = "A topic with a name that is much longer than such names are"
        events = [{"id": "long", "title": title, "date": "2025-06-10", "quotes": [{"text": quote}], "importance": 90, "topics": ["t"]}, {"id": "small", "title": "Something", "date": "2025-06-11", "topics": ["t"]}]
        story = self.folder / "long.dateline.json"
        story.write_text(json.dumps({"title": heading, "view": "2025-06-01/2025-06-20", "topics": [{"id": "t", "name": topic}], "events": events}), encoding="utf-8")
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "300x700", story=story))
        titles = self.titles(root)
        cut = [(whole, texts[0]) for whole, texts in titles if len(texts) == 1 and texts[0].endswith("…")]
        self.assertIn(f"“{quote}”", [whole for whole, _ in cut])
        self.assertLessEqual({title, heading, topic}, {whole for whole, _ in cut})
        for whole, text in cut:
            self.assertLess(len(text), len(whole))
        # With all the room there is, nothing is cut, and only shapes have titles.
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--width", "3000", story=story))
        self.assertEqual([texts for _, texts in self.titles(root) if texts], [])
        self.assertIn("Something, 11 Jun 2025", [whole for whole, _ in self.titles(root)])
        # A mark says whose it is.
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "220x130", story=story, unnamed=True))
        self.assertIn("Something, 11 Jun 2025", [whole for whole, _ in self.titles(root)])
        self.assertNotIn("Something", {element.text for element in root.iter(SVG + "text")})

    # What has no room

    def test_what_is_not_named_is_told(self):
        """At the foot of the picture, and to who asked for its size."""
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "400x300", unnamed=True))
        texts = [element.text for element in root.iter(SVG + "text")]
        said = self.said.removeprefix("dateline: ").removesuffix("\n")
        self.assertTrue(said.startswith("Not named: "))
        self.assertEqual(" ".join(texts[texts.index("Not named:") :]), said)
        # Half a lane is not drawn, and one that is not is told.
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", "400x200", unnamed=True))
        texts = [element.text for element in root.iter(SVG + "text")]
        self.assertIn("No room for the lanes: ", self.said)
        self.assertIn("Markets", self.said)
        self.assertNotIn("Markets", texts)
        # As high as it needs, all is named.
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--width", "400"))
        self.assertNotIn("Not named:", [element.text for element in root.iter(SVG + "text")])

    def test_title_makes_way(self):
        """Rather than that there are no lanes; then what is told at the foot does."""
        story = self.folder / "title.dateline.json"
        story.write_text(json.dumps({"title": "Words words words words", "description": "More", "events": [{"title": "One", "date": "2025-06-10"}, {"title": "Other", "date": "2025-06-10"}]}), encoding="utf-8")
        for height, title, lane, foot in ((260, True, True, False), (140, False, True, False), (118, False, True, False), (90, False, False, True)):
            root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--size", f"180x{height}", story=story, unnamed=height < 130))
            texts = [element.text for element in root.iter(SVG + "text")]
            found = ("Words words" in texts and "words words" in texts, "Events" in texts, "2 events not named" in texts)
            self.assertEqual(found, (title, lane, foot), height)

    def test_story_is_as_high_as_needed(self):
        """Its ten events of October, with what was said where there is room."""
        contents = self.export("a.svg", "--no-legend")
        root = xml.etree.ElementTree.fromstring(contents)
        self.assertEqual(root.get("width"), "1600")
        self.assertLessEqual(float(root.get("height")), 500)
        self.assertTrue(any(element.text.startswith("“President Trump’s gracious") for element in root.iter(SVG + "text")))
        self.assertFalse(any(element.text.endswith("…") for element in root.iter(SVG + "text")))

    def test_svg_renders(self):
        self.need("rsvg-convert")
        path = self.folder / "checked.svg"
        path.write_bytes(self.export("a.svg", "--size", "400x300", unnamed=True))
        picture = subprocess.run(["rsvg-convert", str(path)], check=True, stdout=subprocess.PIPE).stdout
        width, height, step, pixels = read_png(picture)
        self.assertEqual((width, height), (400, 300))
        self.assertGreater(len({line[i : i + step] for line in pixels for i in range(0, len(line), step)}), 50)

    # PDF

    def test_pdf_can_be_searched(self):
        self.need("pdftotext")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", story=self.write_hard()))
        text = self.tool("pdftotext", "-layout", path, "-")
        self.assertIn("高市早苗とトランプの電話会談", text)
        self.assertIn("一刻も早い解決を", text)
        # No ligature that nobody finds.
        self.assertIn("The office files its affidavit", text)
        self.assertIn("Less < more & <script>alert(1)</script>", text)

    def test_pdf_says_what_it_is(self):
        self.need("pdfinfo")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", "--size", "800x600"))
        story = json.loads(pathlib.Path(STORY).read_text(encoding="utf-8"))
        facts = dict(line.split(":", 1) for line in self.tool("pdfinfo", path).splitlines() if ":" in line)
        self.assertEqual(facts["Title"].strip(), story["title"])
        self.assertEqual(facts["Subject"].strip(), story["description"])
        self.assertEqual(facts["Pages"].strip(), "1")
        # The time of the run would make two runs differ.
        self.assertIn(" 1970", facts["CreationDate"])
        # Pixels are 1/96 inch, points are 1/72.
        self.assertEqual(facts["Page size"].strip().split(" pts")[0], "600 x 450")

    def test_pdf_is_drawn_with_vectors(self):
        self.need("pdfimages")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", "--theme", "print"))
        listed = self.tool("pdfimages", "-list", path).splitlines()[2:]
        self.assertEqual(listed, [], "part of it is a bitmap")

    def test_pdf_has_the_colours_of_its_theme(self):
        """Light letters on what is dark, dark ones on what is light."""
        self.need("pdftoppm")
        for theme, bright in (("dark", True), ("light", False)):
            path = self.folder / "checked.pdf"
            path.write_bytes(self.export("a.pdf", "--theme", theme, "--size", "900x600"))
            self.tool("pdftoppm", "-png", "-r", "96", "-singlefile", path, self.folder / theme)
            _, _, step, pixels = read_png((self.folder / f"{theme}.png").read_bytes())
            tones = [sum(line[i : i + 3]) / 3 for line in pixels for i in range(0, len(line), step)]
            found = sum(tone > 200 for tone in tones) if bright else sum(tone < 80 for tone in tones)
            self.assertGreater(found, 500, f"letters of the {theme} theme")

    # Relations

    def test_relations_are_told(self):
        """As curves with their meaning, and in full for who points at them; what is out of sight at the edges."""
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--select", "inauguration", "--theme", "light"))
        texts = [element.text for element in root.iter(SVG + "text")]
        self.assertEqual(texts.count("leads to"), 2)
        self.assertIn("Shinzo Abe dies", texts)
        titles = {whole: group for group in root.iter(SVG + "g") for whole in [group.findtext(SVG + "title")]}
        for other in ("leads to First phone call, Malaysia trip, 25 October 2025", "see also Shinzo Abe dies, 8 July 2022"):
            self.assertIn(other, titles)
        group = titles["leads to First phone call, Malaysia trip, 25 October 2025"]
        # The line, and one arrowhead, in the colour of what is selected.
        line, head = group.findall(SVG + "path")
        self.assertRegex(line.get("d"), r"^M[-\d., ]+C[-\d., ]+$")
        self.assertEqual((line.get("fill"), line.get("stroke"), head.get("fill")), ("none", "#1a66c9", "#1a66c9"))
        # Without an event that is told apart there are none.
        self.assertNotIn(b"leads to", self.export("a.svg"))

    def test_relations_are_drawn(self):
        """In every format; and in a PDF as lines."""
        self.need("pdfimages")
        for suffix in FORMATS:
            self.assertNotEqual(self.export(f"a.{suffix}"), self.export(f"a.{suffix}", "--select", "call"))
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", "--select", "call"))
        self.assertEqual(self.tool("pdfimages", "-list", path).splitlines()[2:], [], "part of it is a bitmap")
        self.need("pdftotext")
        self.assertIn("answered by", self.tool("pdftotext", "-layout", path, "-"))

    # Folds

    def test_folds_are_vectors(self):
        self.need("pdfimages")
        self.need("pdftotext")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", "--fold", "--everything"))
        self.assertEqual(self.tool("pdfimages", "-list", path).splitlines()[2:], [], "part of it is a bitmap")
        self.assertIn("≈ 8 years", self.tool("pdftotext", "-layout", path, "-"))

    def test_folds_are_torn(self):
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--fold", "--everything"))
        titles = [element.text for element in root.iter(SVG + "title")]
        self.assertIn("≈ 8 years", titles)
        self.assertIn("≈ 8 years", {element.text for element in root.iter(SVG + "text")})
        # The same five in the lanes and on the ruler; broken lines are of what is planned.
        paths = [element.get("d") for element in root.iter(SVG + "path") if element.get("stroke-linejoin") == "round" and element.get("stroke-dasharray") is None]
        self.assertEqual(len(paths), 10)
        self.assertNotIn("≈ 8 years", self.export("a.svg", "--everything").decode("utf-8"))

    def test_eras_are_told(self):
        """Also where there is no room for their names, and where what they span is folded."""
        for arguments in ([], ["--fold"]):
            root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--everything", "--size", "900x600", *arguments))
            titles = [element.text for element in root.iter(SVG + "title")]
            self.assertIn("Abe’s second government: 26 December 2012 – 16 September 2020", titles)

    def test_folds_in_every_theme(self):
        seen = {self.export("a.png", "--fold", "--everything", "--theme", theme) for theme in THEMES}
        self.assertEqual(len(seen), len(THEMES))

    # Options

    def test_heading(self):
        story = self.write_hard()
        self.assertIn(b"Markup", self.export("a.svg", story=story).split(b"</desc>")[1])
        self.assertNotIn(b"Markup", self.export("a.svg", "--no-title", story=story).split(b"</desc>")[1])

    def test_title(self):
        """Another one, in the picture and as what it is called; or none."""
        story = self.write_hard()
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--title", "Other <words> & \u0007 more", story=story))
        texts = [element.text for element in root.iter(SVG + "text")]
        self.assertIn("Other <words> &   more", texts)
        self.assertEqual(root.findtext(SVG + "title"), "Other <words> &   more")
        self.assertFalse(any(text.startswith("Markup") for text in texts))
        # What is written over it is what it is called, also where it is cut.
        long = "A title that is far too long " * 10
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--width", "400", "--title", long, story=story))
        self.assertIn(long, [whole for whole, texts in self.titles(root) if texts and texts[0].endswith("…")])
        self.assertEqual(self.export("a.png", "--title", "", story=story), self.export("a.png", "--no-title", story=story))
        self.assertNotEqual(self.export("a.png", "--title", "Other", story=story), self.export("a.png", story=story))
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--no-title", story=story))
        self.assertTrue(root.findtext(SVG + "title").startswith("Markup"))
        # One that has none gets one.
        bare = self.folder / "bare.dateline.json"
        bare.write_text(json.dumps({"events": [{"title": "One", "date": "2025-10-25"}]}), encoding="utf-8")
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--title", "Given", story=bare))
        self.assertEqual([element.text for element in root.iter(SVG + "text") if element.text == "Given"], ["Given"])

    def test_pdf_is_called_by_its_title(self):
        self.need("pdfinfo")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf", "--title", "Other words"))
        facts = dict(line.split(":", 1) for line in self.tool("pdfinfo", path).splitlines() if ":" in line)
        self.assertEqual(facts["Title"].strip(), "Other words")

    # What its signs mean

    WORDS = ["around that time, perhaps where it fades", "planned", "a planned period", "from the as-of date on it is only expected"]
    PLAIN = ["a date, as wide as what is known of it", "from one date to another", "the as-of date; what follows was still to come"]

    def explained(self, root):
        """The words at the foot of a picture, where each has a sample that says the same."""
        texts = [element.text for element in root.iter(SVG + "text")]
        found = [text for text in texts if text in self.WORDS + self.PLAIN]
        titles = [whole for whole, _ in self.titles(root)]
        for text in found:
            self.assertIn(text, titles)
        return found

    def test_legend(self):
        """Of what is unusual, of all that there is, or none; and only of what is there."""
        root = xml.etree.ElementTree.fromstring(self.export("a.svg"))
        self.assertEqual(self.explained(root), self.WORDS)
        height = float(root.get("height"))
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--legend"))
        self.assertEqual(set(self.explained(root)), set(self.WORDS + self.PLAIN))
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--no-legend"))
        self.assertEqual(self.explained(root), [])
        self.assertLess(float(root.get("height")), height)
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--view", "2025-10-20/2025-10-24"))
        self.assertNotIn("planned", self.explained(root))
        # Of a timeline without any of them it is what it was.
        bare = self.folder / "bare.dateline.json"
        bare.write_text(json.dumps({"events": [{"title": "One", "date": "2025-10-25"}]}), encoding="utf-8")
        self.assertEqual(self.export("a.png", story=bare), self.export("a.png", "--no-legend", story=bare))

    def test_legend_in_every_format(self):
        self.need("pdftotext")
        path = self.folder / "checked.pdf"
        path.write_bytes(self.export("a.pdf"))
        text = self.tool("pdftotext", "-layout", path, "-")
        for words in self.WORDS:
            self.assertIn(words, text)
        for theme in THEMES:
            width, height, step, pixels = read_png(self.export("a.png", "--theme", theme, "--width", "700"))
            _, without, _, others = read_png(self.export("a.png", "--theme", theme, "--width", "700", "--no-legend"))
            self.assertGreater(height, without)
            self.assertEqual(pixels[:without], others, f"with a legend the timeline is another one in {theme}")
            # Ink at its foot, in letters and in samples of the lanes' colours.
            colours = {pixels[row][x * step : x * step + 3] for row in range(without, height) for x in range(width)}
            self.assertGreater(len(colours), 30, theme)

    def test_legend_without_room(self):
        """It is left out rather than that something loses its name, or more than a quarter goes; who asks for it is told."""
        self.export("a.svg", "--everything", "--size", "900x600")
        root = xml.etree.ElementTree.fromstring(self.export("a.svg", "--everything", "--size", "900x600", "--legend", unnamed=True))
        self.assertIn("planned", self.explained(root))
        self.export("a.svg", "--size", "400x200", "--legend", unnamed=True)
        self.assertTrue(self.said.endswith(". No room for the legend\n"), self.said)
        self.export("a.svg", "--size", "400x200", unnamed=True)
        self.assertNotIn("legend", self.said)

    def test_today_is_only_marked_when_asked_for(self):
        story = self.write_hard()
        self.assertNotIn(b">Today<", self.export("a.svg", "--view", "2000/2099", story=story))
        self.assertIn(b">Today<", self.export("a.svg", "--view", "2000/2099", "--today", story=story))

    def test_view(self):
        story = self.write_hard()
        near = self.export("a.svg", "--view", "2025-10-24/2025-10-26", story=story)
        self.assertIn("高市早苗とトランプの電話会談</text>".encode(), near)
        self.assertNotIn(b"affidavit</text>", near)
        self.assertIn(b"affidavit</text>", self.export("a.svg", "--everything", story=story))

    # What goes wrong leaves what was there

    def refuse(self, target, *arguments, story=None):
        before = sorted(os.listdir(self.work))
        result = self.run_program("export", "-o", target, *arguments, story or STORY)
        self.assertNotEqual(result.returncode, 0)
        self.assertRegex(result.stderr, r"^dateline: ")
        self.assertEqual(sorted(os.listdir(self.work)), before, "something was left behind")
        return result

    def test_failing_leaves_the_file(self):
        for suffix in FORMATS:
            path = self.work / f"a.{suffix}"
            path.write_bytes(b"precious")
            broken = self.folder / "broken.json"
            broken.write_text("{", encoding="utf-8")
            self.refuse(path.name, story=broken)
            self.refuse(path.name, "--size", "0x0")
            self.refuse(path.name, "--view", "never")
            self.refuse(path.name, "--theme", "sepia")
            if suffix != "svg":
                self.assertIn("too large", self.refuse(path.name, "--size", "32000x32000").stderr)
            self.assertEqual(path.read_bytes(), b"precious")
            path.unlink()

    def test_the_folder_is_a_file(self):
        (self.work / "file").write_bytes(b"precious")
        result = self.refuse("file/a.png")
        self.assertIn("file/a.png", result.stderr)
        self.assertEqual((self.work / "file").read_bytes(), b"precious")

    def test_no_such_folder(self):
        self.refuse("gone/a.png")

    def test_the_target_is_a_folder(self):
        (self.work / "a.png").mkdir()
        self.assertIn("folder", self.refuse("a.png").stderr)
        self.assertTrue((self.work / "a.png").is_dir())

    def test_the_disk_is_full(self):
        """A device is written to, never replaced."""
        if not pathlib.Path("/dev/full").is_char_device():
            self.skipTest("there is no /dev/full")
        (self.work / "a.png").symlink_to("/dev/full")
        self.refuse("a.png")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))
        self.assertTrue((self.work / "a.png").is_symlink())

    def test_a_link_stays_a_link(self):
        (self.folder / "real.png").write_bytes(b"old")
        (self.work / "a.png").symlink_to(self.folder / "real.png")
        result = self.run_program("export", "-o", "a.png", STORY)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue((self.work / "a.png").is_symlink())
        self.assertTrue((self.folder / "real.png").read_bytes().startswith(b"\x89PNG"))

    def test_a_picture_is_moved_into_place(self):
        """Whoever is reading the old one reads all of it, and never half of the new one."""
        path = self.work / "a.png"
        path.write_bytes(b"old" * 100000)
        with path.open("rb") as reader:
            self.assertEqual(self.run_program("export", "-o", "a.png", STORY).returncode, 0)
            self.assertEqual(reader.read(), b"old" * 100000)
        self.assertTrue(path.read_bytes().startswith(b"\x89PNG"))

    def test_the_mode_of_a_file_is_kept(self):
        path = self.work / "a.svg"
        path.write_bytes(b"old")
        path.chmod(0o600)
        self.assertEqual(self.run_program("export", "-o", "a.svg", STORY).returncode, 0)
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)


PROGRAM, STORY = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:3])
del sys.argv[1:3]
unittest.main(verbosity=2)
