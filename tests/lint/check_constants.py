#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One constant, one place, and one name, one meaning: check_constants.py TOP

No two files of src/ define a macro of the same name: either the two are the
same and must not differ, or they are not, and the name misleads.
"""

import collections
import pathlib
import re
import sys

DEFINED = re.compile(r"^[ \t]*#[ \t]*define[ \t]+([A-Za-z]\w*)", re.M)


def main(top):
    places = collections.defaultdict(set)
    for path in sorted((top / "src").rglob("*.[ch]")):
        for name in DEFINED.findall(path.read_text(encoding="utf-8")):
            places[name].add(path.relative_to(top).as_posix())
    failed = 0
    for name, files in sorted(places.items()):
        if len(files) > 1:
            print(f"{name}: defined in {', '.join(sorted(files))}")
            failed += 1
    print(f"{len(places)} names, {failed} complaints")
    return 1 if failed or not places else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
