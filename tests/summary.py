#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the last test runs gave, suite by suite: summary.py BUILD-FOLDERS…

Exit status 1 when a test failed, or when a folder has no results at all.
"""

import json
import pathlib
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP"}

# So many lines are shown of what a test said that failed.
N_LINES = 8


def reason(test):
    """Why a test was skipped: what it said last, or in TAP its word for it."""
    lines = [line.strip() for line in test.get("stdout", "").splitlines() if line.strip()]
    said = [match.group(1) for line in lines for match in [re.search(r"# SKIP\S*\s+(.+)$", line, re.IGNORECASE)] if match]
    return (said or lines or ["it does not say why"])[-1]


def complaint(test):
    """What a test that failed said of that: in TAP from its word for it on, else last."""
    lines = [line.rstrip() for line in (test.get("stdout", "") + "\n" + test.get("stderr", "")).splitlines()]
    lines = [line for line in lines if line and not re.match(r"ok \d|# \S+-DEBUG:|# (Start|End) of ", line)]
    first = next((i for i, line in enumerate(lines) if re.match(r"not ok|Bail out!", line)), max(len(lines) - N_LINES, 0))
    return lines[first : first + N_LINES]


def read(folder):
    """(suite, test, result, why it was skipped or what it said of its failure) of each test of one build."""
    log = pathlib.Path(folder) / "meson-logs" / "testlog.json"
    if not log.exists():
        return
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        test = json.loads(line)
        suite, _, name = test["name"].rpartition(" / ")
        result = test["result"]
        said = None if result in GOOD else reason(test) if result in SKIPPED else complaint(test)
        yield suite.rpartition(":")[2].partition("+")[0] or "other", name, result, said


def main(folders):
    rows = {}
    failed, skipped, empty = [], [], []
    for folder in folders:
        results = list(read(folder))
        if not results:
            empty.append(folder)
        for suite, name, result, said in results:
            row = rows.setdefault((folder, suite), {"ok": 0, "fail": 0, "skip": 0})
            if result in GOOD:
                row["ok"] += 1
            elif result in SKIPPED:
                row["skip"] += 1
                skipped.append(f"{folder}: {suite}/{name} ({said})")
            else:
                row["fail"] += 1
                failed.append((f"{folder}: {suite}/{name} ({result.lower()})", said))

    print(f"{'build':<12} {'suite':<12} {'ok':>6} {'fail':>6} {'skipped':>8}")
    for (folder, suite), row in rows.items():
        print(f"{folder:<12} {suite:<12} {row['ok']:>6} {row['fail']:>6} {row['skip']:>8}")
    for name in skipped:
        print(f"SKIPPED {name}")
    for name, said in failed:
        print(f"FAILED {name}")
        for line in said:
            print(f"    {line}")
    for folder in empty:
        print(f"NO RESULTS from {folder}")
    total = sum(row["ok"] for row in rows.values())
    print(f"Ok: {total}   Fail: {len(failed)}   Skipped: {len(skipped)}")
    return 1 if failed or empty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
