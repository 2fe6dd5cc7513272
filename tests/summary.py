#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the last test runs gave, suite by suite: summary.py BUILD-FOLDERS…

Exit status 1 when a test failed, or when a folder has no results at all.
"""

import json
import pathlib
import sys

GOOD = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP"}


def read(folder):
    """(suite, test, result) of each test of one build."""
    log = pathlib.Path(folder) / "meson-logs" / "testlog.json"
    if not log.exists():
        return
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        test = json.loads(line)
        suite, _, name = test["name"].rpartition(" / ")
        yield suite.rpartition(":")[2] or "other", name, test["result"]


def main(folders):
    rows = {}
    failed, skipped, empty = [], [], []
    for folder in folders:
        results = list(read(folder))
        if not results:
            empty.append(folder)
        for suite, name, result in results:
            row = rows.setdefault((folder, suite), {"ok": 0, "fail": 0, "skip": 0})
            if result in GOOD:
                row["ok"] += 1
            elif result in SKIPPED:
                row["skip"] += 1
                skipped.append(f"{suite}/{name}")
            else:
                row["fail"] += 1
                failed.append(f"{folder}: {suite}/{name} ({result.lower()})")

    print(f"{'build':<12} {'suite':<12} {'ok':>6} {'fail':>6} {'skipped':>8}")
    for (folder, suite), row in rows.items():
        print(f"{folder:<12} {suite:<12} {row['ok']:>6} {row['fail']:>6} {row['skip']:>8}")
    if skipped:
        print(f"Skipped: {', '.join(skipped)}")
    for name in failed:
        print(f"FAILED {name}")
    for folder in empty:
        print(f"NO RESULTS from {folder}")
    total = sum(row["ok"] for row in rows.values())
    print(f"Ok: {total}   Fail: {len(failed)}   Skipped: {len(skipped)}")
    return 1 if failed or empty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
