#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a tool of the system: check_tool.py [--silent] TOOL ARGUMENTS…

Skips (exit status 77) where the tool is not installed, so that a missing tool
is seen in the results. With --silent, whatever the tool prints is a failure.
"""

import shutil
import subprocess
import sys

SKIPPED = 77


def main(arguments):
    silent = arguments[0] == "--silent"
    command = arguments[1:] if silent else arguments
    if shutil.which(command[0]) is None:
        print(f"{command[0]} is not installed")
        return SKIPPED
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(result.stdout, end="")
    if result.returncode != 0:
        return 1
    return 1 if silent and result.stdout.strip() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
