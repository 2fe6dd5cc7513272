#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that README.md and src/HACKING.md name are there: check_documents.py TOP"""

import pathlib
import re
import sys

DOCUMENTS = ("README.md", "src/HACKING.md")
# With their folder, or a source by its name alone.
PATH = re.compile(r"\b(?:src|tests|data|po|flatpak)/[\w./-]*\w")
SOURCE = re.compile(r"(?<![\w/-])(?:dl-[\w-]+|check_\w+)\.(?:[ch]|py)\b")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")
# What stands for any such file.
EXAMPLES = {"dl-file.h", "dl-event.c", "po/CODE.po"}


def main(top):
    failed = 0
    number = 0
    known = {path.name for folder in ("src", "tests") for path in (top / folder).rglob("*")}
    for document in DOCUMENTS:
        text = (top / document).read_text(encoding="utf-8")
        for name in sorted(set(PATH.findall(text)) - EXAMPLES):
            number += 1
            if not (top / name).exists():
                print(f"{document}: there is no {name}")
                failed += 1
        for name in sorted(set(SOURCE.findall(text)) - EXAMPLES - known):
            print(f"{document}: there is no {name}")
            failed += 1
        for name in sorted(set(LINK.findall(text))):
            if not (top / document).parent.joinpath(name).exists():
                print(f"{document}: leads to {name}, which is not there")
                failed += 1
    print(f"{number} paths, {failed} complaints")
    return 1 if failed or not number else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
