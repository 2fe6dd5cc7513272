#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window manager for a desktop that has none by itself."""

import shutil
import subprocess

from harness import Skip, end_with_parent, wait_for, watched


def manage(desk):
    """From here on, also for the tests that come after."""
    if shutil.which("openbox") is None:
        raise Skip("no openbox")
    if getattr(desk, "manager", None) is not None:
        return
    desk.manager = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env=desk.environment(desk.folder / "manager", {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=end_with_parent,
    )
    # It gives windows their places, and others wait for that.
    watched.add(desk.manager.pid)
    wait_for(lambda: subprocess.run(["xdotool", "get_desktop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0, "the window manager")
