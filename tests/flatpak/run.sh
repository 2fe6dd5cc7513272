#!/bin/bash
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak from its unchanged manifest, installs it for a private
# user, and looks at what a person would get: version, export, translations,
# permissions, a window, and a bundle that installs again. `./dev flatpak`
# calls it; it is too slow for `./dev test`.
#
# Where org.gnome.Platform cannot be had, a stand-in is made of Debian packages
# (runtime.sh). It is kept in the state folder and made again when its script
# changes; with it the whole run takes well under a minute.
#
# usage: run.sh [STATE-FOLDER]
#   DATELINE_DEBIAN_MIRROR  instead of the mirror that apt is set up with
#   DATELINE_DEBIAN_SUITE   instead of trixie
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
id=io.github.dateline_app.Dateline
manifest=$top/flatpak/$id.json
suite=${DATELINE_DEBIAN_SUITE:-trixie}
state=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/dateline-flatpak}
failed=0

for tool in flatpak flatpak-builder eu-strip ostree bwrap xvfb-run dbus-run-session xdotool import identify; do
  command -v "$tool" > /dev/null || missing="${missing-} $tool"
done
if [ -n "${missing-}" ]; then
  echo "run.sh: missing:$missing" >&2
  echo "On Debian: apt-get install flatpak flatpak-builder elfutils ostree bubblewrap xvfb dbus xdotool imagemagick" >&2
  exit 1
fi

mkdir -p "$state"
state=$(cd "$state" && pwd)
version=$(sed -nE "s/^ *version: '([^']+)'.*/\1/p" "$top/meson.build" | head -n 1)
runtime_version=$(sed -nE 's/.*"runtime-version": "([^"]+)".*/\1/p' "$manifest")

# A person of its own, so that nothing of the caller's is read or changed.
rm -rf "${state:?}"/{home,run,flatpak,build,app-repo,out,granted}
mkdir -p "$state"/{home,run,out,granted}
chmod 700 "$state/run"
export HOME=$state/home XDG_RUNTIME_DIR=$state/run FLATPAK_USER_DIR=$state/flatpak
export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
# Without a system bus flatpak cannot ask it for parental controls, and would fail.
if [ ! -S /run/dbus/system_bus_socket ]; then export FLATPAK_SYSTEM_HELPER_ON_SESSION=1; fi

passed ()
{
  echo "ok: $1"
}

not_ok ()
{
  echo "NOT OK: $1"
  if [ -n "${2-}" ]; then printf '    %s\n' "${2//$'\n'/$'\n'    }"; fi
  failed=$((failed + 1))
}

# verify TITLE COMMAND…: passes when the command does; its output is shown when not.
verify ()
{
  local title=$1 output

  shift
  if output=$("$@" 2>&1); then passed "$title"; else not_ok "$title" "$output"; fi
}

# inside COMMAND: the sandbox's shell expands it, not this one.
inside ()
{
  flatpak run --user --command=sh "$id" -c "$1"
}

# Prints what it looked at, so that a failure shows it.
shows_version ()
{
  local output

  output=$(flatpak run --user "$id" --version)
  echo "$output, but the project is at $version"
  grep -qwF "$version" <<< "$output"
}

only_these_permissions ()
{
  local output

  output=$(flatpak info --user --show-permissions "$id" | grep -vE '^(\[|$)')
  echo "$output"
  [ "$(sort <<< "$output")" = "$(printf '%s\n' 'devices=dri;' 'shared=ipc;' 'sockets=x11;wayland;fallback-x11;' | sort)" ]
}

is_picture ()
{
  local found

  found=$(identify -format '%m %k' "$1")
  echo "$1: $found colours"
  [ "${found% *}" = PNG ] && [ "${found#* }" -ge 64 ]
}

exports_into_its_cache ()
{
  inside 'dateline export -o "$XDG_CACHE_HOME/out.png"'
  cp "$HOME/.var/app/$id/cache/out.png" "$state/out/export.png"
  is_picture "$state/out/export.png"
}

exports_into_a_granted_folder ()
{
  flatpak run --user --filesystem="$state/granted" "$id" export -o "$state/granted/out.png"
  is_picture "$state/granted/out.png"
}

# Without a grant the sandbox has a folder of its own in that place, which goes
# away with it: to say "done" then would lose the picture.
refuses_to_lose_an_export ()
{
  mkdir -p "$HOME/Pictures"
  if (cd "$HOME/Pictures" && flatpak run --user "$id" export -o out.png); then
    echo "it reported success"
    [ -s "$HOME/Pictures/out.png" ]
  fi
}

speaks_japanese ()
{
  local output

  output=$(flatpak run --user --env=LC_ALL=ja_JP.UTF-8 --env=LANGUAGE=ja "$id" date 2025-10-25)
  echo "$output"
  grep -qF '2025年10月25日' <<< "$output"
}

has_no_network ()
{
  local interfaces

  interfaces=$(inside 'sed -n "3,\$s/:.*//p" /proc/net/dev' | tr -d ' ')
  echo "interfaces: $interfaces"
  [ "$interfaces" = lo ]
}

finds_its_libraries ()
{
  local output

  output=$(inside 'ldd /app/bin/dateline')
  echo "$output"
  grep -q 'libgtk-4' <<< "$output" && ! grep -q 'not found' <<< "$output"
}

opens_a_window ()
{
  timeout 150 xvfb-run -a -s '-screen 0 1280x900x24' dbus-run-session -- "$here/window.sh" "$id" "$state/out/window.png"
}

exports_its_desktop_files ()
{
  local share=$FLATPAK_USER_DIR/exports/share file

  for file in applications/$id.desktop dbus-1/services/$id.service mime/packages/$id.xml metainfo/$id.metainfo.xml \
    icons/hicolor/scalable/apps/$id.svg icons/hicolor/symbolic/apps/$id-symbolic.svg; do
    [ -e "$share/$file" ] || { echo "not exported: $file"; return 1; }
  done
}

translated=
if grep -qw ja "$top/po/LINGUAS"; then translated=yes; fi

stamp=$(cat "$here/runtime.sh" - <<< "$runtime_version $suite" | sha256sum)
if [ "$(cat "$state/runtime.stamp" 2> /dev/null)" != "$stamp" ]; then
  echo "Making the stand-in runtime (kept in $state)"
  rm -f "$state/runtime.stamp"
  "$here/runtime.sh" "$state" "$runtime_version" "$suite"
  echo "$stamp" > "$state/runtime.stamp"
fi
echo "Installing the runtime"
flatpak --user remote-add --no-gpg-verify stand-in "$state/runtime-repo"
flatpak --user install -y --noninteractive stand-in "org.gnome.Platform//$runtime_version" "org.gnome.Sdk//$runtime_version" > "$state/out/install.log" 2>&1 ||
  { cat "$state/out/install.log" >&2; exit 1; }

echo "Building $id $version"
if ! flatpak-builder --user --install --force-clean --disable-cache --disable-rofiles-fuse --state-dir="$state/builder" \
  --repo="$state/app-repo" "$state/build" "$manifest" > "$state/out/build.log" 2>&1; then
  tail -n 40 "$state/out/build.log" >&2
  echo "NOT OK: the manifest does not build (all of it: $state/out/build.log)"
  exit 1
fi
passed "the manifest builds and installs"

verify "it tells the project's version" shows_version
verify "it asks for no more than it needs" only_these_permissions
verify "what the desktop needs is exported" exports_its_desktop_files
verify "it finds its libraries in the platform" finds_its_libraries
verify "it has no network" has_no_network
verify "it exports a picture" exports_into_its_cache
verify "it exports into a folder that was granted" exports_into_a_granted_folder
verify "it does not lose an export" refuses_to_lose_an_export
if [ -n "$translated" ]; then verify "it speaks Japanese" speaks_japanese; else echo "skipped: there is no Japanese translation"; fi
verify "its window shows something" opens_a_window

echo "Bundling"
flatpak build-bundle "$state/app-repo" "$state/out/$id.flatpak" "$id"
flatpak --user uninstall -y --noninteractive "$id" > /dev/null
verify "the bundle installs" flatpak --user install -y --noninteractive --no-deps --bundle "$state/out/$id.flatpak"
verify "the bundle's program tells its version" shows_version
if [ -n "$translated" ]; then verify "the bundle kept its translations" speaks_japanese; fi

echo "Pictures and logs: $state/out"
if [ "$failed" -gt 0 ]; then
  echo "$failed failed"
  exit 1
fi
echo "all passed"
