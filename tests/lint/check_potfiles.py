#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names exactly the files with words to translate: check_potfiles.py TOP"""

import pathlib
import re
import sys

# A call with a literal; `_ (table[i].label)` translates what was marked elsewhere.
MARKED = re.compile(r'\b(?:_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\(\s*(?:NULL\s*,\s*)?"')
UI_MARKED = re.compile(r"translatable=[\"'](?:yes|true|1)[\"']")
# These consist of words.
DATA = ["*.desktop.in", "*.metainfo.xml.in", "*-mime.xml.in"]


def expected(top):
    for path in top.glob("src/**/*.[ch]"):
        if MARKED.search(path.read_text(encoding="utf-8")):
            yield path
    for folder in ("src", "data"):
        for path in (top / folder).rglob("*.ui"):
            if UI_MARKED.search(path.read_text(encoding="utf-8")):
                yield path
    for pattern in DATA:
        yield from (top / "data").glob(pattern)
    for path in (top / "data").glob("*.gschema.xml"):
        if "gettext-domain" in path.read_text(encoding="utf-8"):
            yield path


def main(top):
    lines = (top / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    wanted = {str(path.relative_to(top)) for path in expected(top)}
    complaints = [f"{name}: has words to translate, but is not in po/POTFILES.in" for name in sorted(wanted - set(listed))]
    for name in sorted(set(listed) - wanted):
        reason = "has no words to translate" if (top / name).exists() else "does not exist"
        complaints.append(f"{name}: is in po/POTFILES.in, but {reason}")
    if listed != sorted(set(listed)):
        complaints.append("po/POTFILES.in: is not sorted, or names a file twice")
    for complaint in complaints:
        print(complaint)
    print(f"{len(listed)} files, {len(complaints)} complaints")
    return 1 if complaints or not wanted else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
