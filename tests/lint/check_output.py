#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One way to the terminal: check_output.py TOP

What is printed goes through src/app/dl-output.c, which escapes what a terminal
would obey and tells when it is lost. What is logged says from which room it comes.
"""

import pathlib
import re
import sys

PRINTS = re.compile(r"\b(g_print|g_printerr|printf|fprintf|vprintf|vfprintf|dprintf|puts|fputs|putchar|fputc|putc|perror|stdout|stderr)\b\s*[(,;)]")
MAY = {"src/app/dl-output.c"}


def main(top):
    failed = 0
    for path in sorted((top / "src").rglob("*.[ch]")):
        name = path.relative_to(top).as_posix()
        if name in MAY:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if PRINTS.search(line) and not line.lstrip().startswith(("/*", "*")):
                print(f"{name}:{number}: prints by itself: {line.strip()}")
                failed += 1
    for path in sorted((top / "src").glob("*/meson.build")):
        if f'"dateline-{path.parent.name}"' not in path.read_text(encoding="utf-8"):
            print(f"{path.relative_to(top)}: no -DG_LOG_DOMAIN=\"dateline-{path.parent.name}\"")
            failed += 1
    return failed > 0


sys.exit(main(pathlib.Path(sys.argv[1])))
