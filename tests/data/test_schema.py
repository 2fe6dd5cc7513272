#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sample is what the JSON Schema describes: test_schema.py SCHEMA FOLDERS…"""

import json
import pathlib
import sys

SKIPPED = 77

# Each must be refused: a schema that takes everything would pass every sample.
BROKEN = [
    [],
    {},
    {"events": {}},
    {"events": [{"id": "a", "title": "A"}]},
    {"events": [{"id": "a", "title": "A", "date": 2025}]},
    {"events": [{"id": "a", "title": "A", "date": "2025", "status": "over"}]},
    {"events": [{"id": "a", "title": "A", "date": "2025", "importance": 101}]},
]


# A sample of mistakes, which the program takes one by one; the schema must see them.
MISTAKES = "problems.dateline.json"


def main(schema_path, folders):
    try:
        import jsonschema
    except ImportError:
        print("the jsonschema module is not installed")
        return SKIPPED
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = 0

    samples = [path for folder in folders for path in sorted(pathlib.Path(folder).glob("*.dateline.json"))]
    if not samples:
        print("there is no sample to check")
        return 1
    for path in samples:
        errors = list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8-sig"))))
        print(f"{path.name}: {len(errors)} errors")
        for error in errors:
            print(f"  /{'/'.join(map(str, error.absolute_path))}: {error.message}")
        failed += bool(errors) != (path.name == MISTAKES)
    for broken in BROKEN:
        if validator.is_valid(broken):
            print(f"should be refused: {json.dumps(broken)}")
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
