#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev does what it says: check_dev.py TOP BUILD-FOLDER

Its list of suites is that of the build, and what it does not take is an error
that says so, before anything is installed or built.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys

SKIPPED = 77

# What is typed, and what the message must name.
MISTAKES = (
    (["nonsense"], "nonsense"),
    (["test", "nonsense"], "nonsense"),
    (["test", "unit", "nonsense"], "nonsense"),
    (["test", "--sanitize"], "--sanitize"),
    (["test", "--help", "unit"], "--help"),
    (["run", "one.json", "two.json"], "one file"),
    (["run", "--fast"], "--fast"),
    (["bench", "load"], "bench"),
    (["fuzz"], "seconds"),
    (["fuzz", "long"], "seconds"),
    (["fuzz", "1", "2"], "seconds"),
    (["format", "src"], "format"),
    (["flatpak", "a", "b"], "flatpak"),
    (["flatpak", "--install"], "--install"),
    (["help", "test"], "help"),
)
HELP = (["help"], ["--help"], ["-h"], [], ["test", "--help"], ["test", "-h"], ["run", "--help"], ["fuzz", "--help"], ["flatpak", "--help"])


def dev(top, arguments):
    """Its exit status, and what it printed; None where it went to work."""
    process = subprocess.Popen([str(top / "dev"), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        output, errors = process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        # With all that it has started.
        os.killpg(process.pid, signal.SIGKILL)
        output, errors = process.communicate()
        return None, output, errors
    return process.returncode, output, errors


def suites_of(build):
    tests = json.loads((build / "meson-info" / "intro-tests.json").read_text(encoding="utf-8"))
    return {suite.rpartition(":")[2] for test in tests for suite in test["suite"]}


def main(top, suites):
    if shutil.which("bash") is None:
        print("bash is not installed")
        return SKIPPED
    troubles = []
    for arguments, word in MISTAKES:
        status, output, errors = dev(top, arguments)
        last = (errors.strip().splitlines() or [""])[-1]
        if status != 2 or not last.startswith("dev: ") or word not in last:
            troubles.append(f"./dev {' '.join(arguments)}: exit status {status}, and the last line of its errors is “{last}”")
    for arguments in HELP:
        status, output, errors = dev(top, arguments)
        if status != 0 or errors or "./dev test" not in output:
            troubles.append(f"./dev {' '.join(arguments)}: exit status {status}, {errors or output}")
    _, output, _ = dev(top, ["test", "--help"])
    listed = [line.split()[0] for line in output.splitlines() if line.startswith("  ")]
    if sorted(listed) != sorted(suites):
        troubles.append(f"./dev test --help lists {listed}; the build has {sorted(suites)}")
    print("\n".join(troubles) or f"{len(MISTAKES)} mistakes, {len(HELP)} ways to ask, {len(suites)} suites")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), suites_of(pathlib.Path(sys.argv[2]))))
