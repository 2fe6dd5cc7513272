#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources are formatted: check_format.py TOP

Releases of clang-format differ in what they make of the same file, so only
one of them decides.
"""

import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77
VERSION = "14"


def main(top):
    tool = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    if tool is None:
        print("clang-format is not installed")
        return SKIPPED
    version = subprocess.run([tool, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    found = re.search(r"version (\d+)\.", version)
    if found is None or found.group(1) != VERSION:
        print(f"only clang-format {VERSION} decides, and this is “{version}”")
        return SKIPPED
    files = sorted(str(path.relative_to(top)) for folder in ("src", "tests") for path in (top / folder).rglob("*.[ch]"))
    result = subprocess.run([tool, "--dry-run", "-Werror", *files], cwd=top, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(result.stdout, end="")
    print(f"{len(files)} files; “./dev format” formats them")
    return 1 if result.returncode != 0 or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
