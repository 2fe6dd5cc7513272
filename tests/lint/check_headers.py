#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source says whose it is and under which licence: check_headers.py TOP"""

import pathlib
import sys

COPYRIGHT = "SPDX-FileCopyrightText: The Dateline authors"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def sources(top):
    for folder in ("src", "tests"):
        for pattern in ("*.[ch]", "*.py", "*.sh"):
            yield from (top / folder).rglob(pattern)
    yield top / "dev"
    yield top / ".ci" / "run"


def main(top):
    failed = 0
    files = sorted(sources(top))
    for path in files:
        # A script's first line names its interpreter.
        head = path.read_text(encoding="utf-8").splitlines()[:3]
        lines = [line.strip("/*# ") for line in head if not line.startswith("#!")]
        if lines[:2] != [COPYRIGHT, LICENCE]:
            print(f"{path.relative_to(top)}: does not begin with the two SPDX lines")
            failed += 1
    print(f"{len(files)} files, {failed} complaints")
    return 1 if failed or len(files) < 3 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
