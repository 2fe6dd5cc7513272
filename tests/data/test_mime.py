#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's own database gives our files our type: test_mime.py XML"""

import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
OURS = "application/vnd.dateline+json"
JSON = "application/json"
STORY = '{ "dateline": 1, "events": [] }\n'


def content_type(path, environment):
    command = ["gio", "info", "-a", "standard::content-type", str(path)]
    output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    return output.rsplit("standard::content-type: ", 1)[1].strip()


def main(xml):
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
        for name, expected in {"story.dateline.json": OURS, "story.dateline.json.gz": OURS, "other.json": JSON}.items():
            content = STORY.encode("utf-8")
            (root / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
            found = content_type(root / name, environment)
            print(f"{name}: {found}")
            wrong += found != expected
        parents = (packages.parent / "subclasses").read_text(encoding="utf-8").split("\n")
        if f"{OURS} {JSON}" not in parents:
            print(f"{OURS} is not told to be {JSON}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
