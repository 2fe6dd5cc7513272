#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's own database gives our files our type: test_mime.py XML STORY SCHEMA"""

import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
OURS = "application/vnd.dateline+json"
OURS_PACKED = "application/vnd.dateline+gzip"
JSON = "application/json"
GZIP = "application/gzip"
SCHEMA = "application/schema+json"
PLAIN = '{ "events": [] }\n'


def content_type(path, environment):
    command = ["gio", "info", "-a", "standard::content-type", str(path)]
    output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    return output.rsplit("standard::content-type: ", 1)[1].strip()


def samples(story, schema):
    """Name, content, and what it is."""
    named = f'{{\n  "$schema": "x",\n  "title": "A title of some length{"." * 400}",\n  "dateline": 1,\n  "events": []\n}}\n'
    yield "story.dateline.json", story, OURS
    yield "story.dateline.json.gz", gzip.compress(story), OURS_PACKED
    yield "plain.dateline.json", PLAIN.encode(), OURS
    yield "plain.dateline.json.gz", gzip.compress(PLAIN.encode()), OURS_PACKED
    # By what is in it, where the name says nothing.
    yield "story.json", story, OURS
    yield "late.json", named.encode(), OURS
    yield "small.json", b'{"dateline":1,"events":[]}', OURS
    yield "bom.json", b'\xef\xbb\xbf{\n\t"dateline" : 1 }', OURS
    # What is not ours stays what it is.
    yield "other.json", PLAIN.encode(), JSON
    yield "word.json", b'{ "title": "dateline: 1" }', JSON
    yield "other.json.gz", gzip.compress(PLAIN.encode()), GZIP
    yield "dateline.schema.json", schema, SCHEMA


def main(xml, story, schema):
    for tool in ("update-mime-database", "gio"):
        if shutil.which(tool) is None:
            print(f"{tool} is not installed")
            return SKIPPED
    system = pathlib.Path("/usr/share/mime/packages/freedesktop.org.xml")
    if not system.exists():
        print(f"{system} is missing")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        packages = root / "data" / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(xml, packages)
        # Ours must win over what every system knows of *.json.
        shutil.copy(system, packages)
        subprocess.run(["update-mime-database", packages.parent], check=True)
        environment = dict(os.environ, XDG_DATA_HOME=str(root / "home"), XDG_DATA_DIRS=str(root / "data"))
        wrong = 0
        for name, content, expected in samples(pathlib.Path(story).read_bytes(), pathlib.Path(schema).read_bytes()):
            (root / name).write_bytes(content)
            found = content_type(root / name, environment)
            print(f"{name}: {found}")
            wrong += found != expected
        parents = (packages.parent / "subclasses").read_text(encoding="utf-8").split("\n")
        for child, parent in ((OURS, JSON), (OURS_PACKED, GZIP)):
            if f"{child} {parent}" not in parents:
                print(f"{child} is not told to be {parent}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
