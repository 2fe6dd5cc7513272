#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of members in README.md are those of the schema: check_members.py TOP [--write]

They are made of data/dateline.schema.json and stand between two comments; with
--write they are put there anew.
"""

import json
import pathlib
import sys

BEGIN = "<!-- members: made by tests/lint/check_members.py --write -->\n"
END = "<!-- members end -->\n"
HEADINGS = {
    "": "The object at the top",
    "event": "An entry of `events`",
    "quote": "An entry of an event’s `quotes`",
    "relation": "An entry of an event’s `related`",
    "person": "An entry of `people`",
    "place": "An entry of `places`",
    "topic": "An entry of `topics`",
    "source": "An entry of `sources`",
    "era": "An entry of `eras`",
    "file": "An entry of `files`",
}
# How values of a definition are called where they have no members.
SIMPLE = {"date": "date", "language": "language tag", "timezone": "time zone", "id": "id"}


def kind(schema, member):
    """What a value is: "text", "list of ids of people", …"""
    reference = member.get("$ref")
    if reference is not None:
        return SIMPLE[reference.rpartition("/")[2]]
    if "const" in member:
        return f"`{json.dumps(member['const'])}`"
    if "enum" in member:
        return "one of these"
    if member["type"] == "array":
        items = member["items"].get("$ref", "").rpartition("/")[2]
        return "list, see below" if items in schema["$defs"] else "list of texts"
    return {"string": "text", "number": "number", "boolean": "true or false"}[member["type"]]


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def describe(schema, member):
    text = member.get("description")
    if text is None:
        text = schema["$defs"][member["$ref"].rpartition("/")[2]]["description"]
    lines = [cell(text)]
    for value in member.get("oneOf", []):
        lines.append(f"`{value['const']}`: {cell(value['description'])}")
    return "<br>".join(lines)


def tables(schema):
    lines = []
    for name, heading in HEADINGS.items():
        thing = schema["$defs"][name] if name else schema
        lines += [f"**{heading}**", "", "| member | value | |", "|---|---|---|"]
        for member, value in thing["properties"].items():
            needed = " (needed)" if member in thing.get("required", []) else ""
            lines.append(f"| `{member}`{needed} | {kind(schema, value)} | {describe(schema, value)} |")
        lines.append("")
    missing = {name for name, thing in schema["$defs"].items() if "properties" in thing} - set(HEADINGS)
    if missing:
        raise SystemExit(f"no heading for {', '.join(sorted(missing))}")
    return "\n".join(lines) + "\n"


def main(top, write):
    schema = json.loads((top / "data" / "dateline.schema.json").read_text(encoding="utf-8"))
    readme = top / "README.md"
    before, begin, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    old, end, after = rest.partition(END)
    if not begin or not end:
        print("README.md: the comments around the tables of members are not there")
        return 1
    new = "\n" + tables(schema)
    if write:
        readme.write_text(before + begin + new + end + after, encoding="utf-8")
        return 0
    if new != old:
        print("README.md: its tables of members are not those of the schema; run tests/lint/check_members.py . --write")
        return 1
    print(f"{new.count(chr(10))} lines, 0 complaints")
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--write" in sys.argv[2:]))
