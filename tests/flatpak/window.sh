#!/bin/bash
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Opens the installed Flatpak's window and keeps a screenshot of it. Runs in a
# display and a session bus of its own: see run.sh.
#
# usage: window.sh APPLICATION-ID PNG
set -euo pipefail

id=$1
picture=$2
colours=0

# No graphics card in the stand-in runtime: let GTK draw with cairo.
flatpak run --user --env=GSK_RENDERER=cairo --env=GDK_BACKEND=x11 "$id" &
job=$!
trap 'flatpak kill "$id" 2> /dev/null || true; wait "$job" || true' EXIT

window=$(timeout 60 xdotool search --sync --onlyvisible --class dateline | head -n 1)
[ -n "$window" ] || { echo "no window came up"; exit 1; }
xdotool getwindowname "$window"

# A window is mapped before it is drawn: look until there is a picture in it.
deadline=$((SECONDS + 30))
while [ "$SECONDS" -lt "$deadline" ]; do
  import -window "$window" "$picture"
  colours=$(identify -format '%k' "$picture")
  if [ "$colours" -ge 64 ]; then
    echo "$colours colours"
    exit 0
  fi
  sleep 0.2
done
echo "the window stays blank: $colours colours"
exit 1
