#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of many pictures is named, cut and left blank, as a table in Markdown:

    table.py PROGRAM [--fold] [--estimate] FILE…

Each file is laid out at home and as a whole, in three sizes. --fold folds empty
time. --estimate is for a program that does not say which texts it cut. Files that
hold no timeline are named below the table."""

import argparse
import functools
import multiprocessing
import os
import pathlib
import subprocess
import sys

import timeline_file
from judge import Judge
from scene import parse

SIZES = ("870x720", "1200x800", "1600x900")
COLUMNS = ("file", "size", "view", "in view", "unlabelled", "needlessly", "cut", "cut, with room", "blank", "used height", "lanes not in sight", "out of order", "lines in text")


def lay_out(program, path, options):
    """The scene, or None where the file is not taken."""
    result = subprocess.run([program, "layout", *options, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return parse(result.stdout.decode("utf-8")) if result.returncode == 0 else None


def rows_of(program, fold, estimate, path):
    """(path, its rows); no rows where nothing can be laid out."""
    timeline = timeline_file.read(path)
    rows = []
    for size in SIZES:
        for view in ("home", "full"):
            options = [f"--size={size}"] + ["--fold"] * fold + ["--everything"] * (view == "full")
            operations = lay_out(program, path, options)
            if operations is None:
                continue
            found = Judge(operations, timeline, full=view == "full", estimate=estimate)
            numbers, kinds = found.numbers, found.kinds()
            order = f"{numbers['out of order']} of {numbers['ordered pairs']}" if numbers["ordered pairs"] else "–"
            lanes = f"{numbers['lanes out of sight']} of {numbers['lanes']}"
            name = pathlib.Path(path).name
            for ending in (".gz", ".json", ".dateline"):
                name = name.removesuffix(ending)
            rows.append((name, size, view, numbers["in view"], numbers["unlabelled"], numbers["needlessly unlabelled"], numbers["cut"], numbers["cut with room"], f"{numbers['blank']:.0%}", f"{numbers['used height']:.0f}", lanes, order, kinds["line in text"]))
    return path, rows


def print_row(cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--fold", action="store_true")
    parser.add_argument("--estimate", action="store_true")
    given = parser.parse_args()
    without, total = [], [0] * 4
    print_row(COLUMNS)
    print_row(["---"] * 3 + ["---:"] * (len(COLUMNS) - 3))
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for path, rows in pool.imap(functools.partial(rows_of, given.program, given.fold, given.estimate), given.files):
            if not rows:
                without.append(path)
            for row in rows:
                print_row(row)
                total = [old + new for old, new in zip(total, row[3:7])]
            sys.stdout.flush()
    print(f"\nTogether {total[0]} events in view, {total[1]} of them unlabelled, {total[2]} needlessly; {total[3]} texts cut.")
    if without:
        print(f"\nWithout a timeline: {', '.join(pathlib.Path(path).name for path in without)}.")


if __name__ == "__main__":
    main()
