#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files for the desktop agree with each other and with the project about
names, types and the version. Each validator only sees its own file."""

import argparse
import configparser
import pathlib
import sys
import unittest
import xml.etree.ElementTree

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entries(path, section):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser[section]


class Identity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = entries(OPTIONS.desktop, "Desktop Entry")
        cls.metainfo = xml.etree.ElementTree.parse(OPTIONS.metainfo).getroot()

    def test_file_names(self):
        for path, ending in {
            OPTIONS.desktop: ".desktop",
            OPTIONS.metainfo: ".metainfo.xml",
            OPTIONS.service: ".service",
            OPTIONS.mime: ".xml",
            OPTIONS.schema: ".gschema.xml",
        }.items():
            self.assertEqual(pathlib.Path(path).name, OPTIONS.app_id + ending)

    def test_service(self):
        self.assertEqual(self.desktop["DBusActivatable"], "true")
        service = entries(OPTIONS.service, "D-BUS Service")
        self.assertEqual(service["Name"], OPTIONS.app_id)
        program, *options = service["Exec"].split()
        self.assertTrue(program.startswith("/"), program)
        self.assertEqual(pathlib.Path(program).name, self.desktop["Exec"].split()[0])
        self.assertEqual(options, ["--gapplication-service"])

    def test_desktop(self):
        self.assertEqual(self.desktop["Icon"], OPTIONS.app_id)
        self.assertEqual(self.desktop["Exec"], "dateline %f")

    def test_metainfo(self):
        self.assertEqual(self.metainfo.findtext("id"), OPTIONS.app_id)
        self.assertEqual(self.metainfo.findtext("launchable"), OPTIONS.app_id + ".desktop")
        self.assertEqual(self.metainfo.findtext("provides/dbus"), OPTIONS.app_id)
        self.assertEqual(self.metainfo.findtext("summary"), self.desktop["Comment"])
        self.assertEqual(self.metainfo.findtext("name"), self.desktop["Name"])

    def test_release_notes(self):
        newest = self.metainfo.find("releases/release")
        self.assertEqual(newest.get("version"), OPTIONS.version)
        self.assertTrue(newest.find("description").findall(".//li"))

    def test_types(self):
        root = xml.etree.ElementTree.parse(OPTIONS.mime).getroot()
        own = {element.get("type") for element in root.iter(MIME + "mime-type")}
        opened = set(filter(None, self.desktop["MimeType"].split(";")))
        # What others have named already is not to be named again.
        others = {"application/geo+json", "application/ld+json", "text/calendar", "text/csv", "text/tab-separated-values"}
        self.assertEqual(opened, own | others)
        self.assertEqual(opened, {element.text for element in self.metainfo.findall("provides/mediatype")})

    def test_settings(self):
        schema = xml.etree.ElementTree.parse(OPTIONS.schema).getroot().find("schema")
        self.assertEqual(schema.get("id"), OPTIONS.app_id)
        self.assertEqual(schema.get("path"), "/" + OPTIONS.app_id.replace(".", "/") + "/")
        for key in schema.iter("key"):
            self.assertTrue(key.findtext("summary"), key.get("name"))
            self.assertTrue(key.findtext("description"), key.get("name"))
            self.assertFalse(key.get("type") == "i" and key.find("range") is None, key.get("name"))

    def test_resources(self):
        root = xml.etree.ElementTree.parse(OPTIONS.gresource).getroot()
        prefixes = {element.get("prefix") for element in root.iter("gresource")}
        self.assertIn("/" + OPTIONS.app_id.replace(".", "/"), prefixes)
        self.assertIn("timelines/takaichi-trump-call.dateline.json", {element.text for element in root.iter("file")})


PARSER = argparse.ArgumentParser()
for name in ("app-id", "version", "schema", "gresource", "desktop", "metainfo", "mime", "service"):
    PARSER.add_argument("--" + name, required=True)
OPTIONS = PARSER.parse_args()
del sys.argv[1:]
unittest.main(verbosity=2)
