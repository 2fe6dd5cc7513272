#!/bin/bash
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a stand-in for org.gnome.Platform and org.gnome.Sdk out of Debian
# packages, as an OSTree repository, so that the manifest can be tested
# unchanged where the real runtimes cannot be fetched. Needs neither root nor
# debootstrap: apt resolves and downloads with a state of its own, dpkg-deb
# unpacks, and what the packages' scripts would have done runs in a sandbox.
#
# Platform and Sdk are two trees, as the real ones are: a program that needs
# something that only the Sdk has then fails to start, as it should.
#
# usage: runtime.sh STATE-FOLDER VERSION [DEBIAN-SUITE]
# shellcheck disable=SC2016,SC2034
set -euo pipefail

state=$1
version=$2
suite=${3:-trixie}
arch=$(flatpak --default-arch)
repo=$state/runtime-repo

platform_packages=(
  base-files bash coreutils dash diffutils findutils grep gzip libc-bin libc6 locales mawk sed tar tzdata
  libgtk-4-1 libgtk-4-bin libjson-glib-1.0-0 librsvg2-common libgdk-pixbuf2.0-bin libglib2.0-bin
  adwaita-icon-theme hicolor-icon-theme gsettings-desktop-schemas dconf-gsettings-backend
  shared-mime-info xkb-data fontconfig fonts-dejavu-core fonts-droid-fallback
)
sdk_packages=(
  "${platform_packages[@]}"
  gcc libc6-dev libgtk-4-dev libjson-glib-dev meson ninja-build pkgconf gettext
  appstream appstream-compose desktop-file-utils
)

# The mirror that this machine's own apt uses.
find_mirror ()
{
  local file

  for file in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list; do
    [ -e "$file" ] || continue
    sed -nE -e 's/^URIs: *([^ ]+).*/\1/p' -e 's/^deb (\[[^]]*\] )?([^ ]+) .*/\2/p' "$file" | grep -m 1 . && return
  done
  echo "runtime.sh: no Debian mirror is configured; set DATELINE_DEBIAN_MIRROR" >&2
  return 1
}

private_apt ()
{
  apt-get -q -y --no-install-recommends \
    -o Dir::Etc::sourcelist="$state/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
    -o Dir::State="$state/apt" -o Dir::State::lists="$state/apt/lists" -o Dir::State::status="$state/apt/status" \
    -o Dir::Cache="$state/apt" -o Dir::Cache::archives="$state/apt/archives" -o Dir::Log="$state/apt" \
    -o Acquire::Languages=none -o APT::Sandbox::User= -o APT::Update::Post-Invoke-Success= -o Debug::NoLocking=1 \
    -o APT::Keep-Downloaded-Packages=true "$@"
}

# unpack TREE PACKAGES…: the packages with all that they depend on.
unpack ()
{
  local tree=$1 name file

  shift
  private_apt install --download-only "$@" >> "$state/apt.log" 2>&1 || { tail -n 20 "$state/apt.log" >&2; return 1; }
  mkdir -p "$tree"
  # "Inst NAME (VERSION …" names what a system without any package would get.
  private_apt install -s "$@" | sed -nE 's/^Inst ([^ ]+) \(([^ ]+) .*/\1_\2/p' | sed 's/:/%3a/g' > "$tree.list"
  while read -r name; do
    file=$(find "$state/apt/archives" -maxdepth 1 -name "${name}_*.deb" -print -quit)
    [ -n "$file" ] || { echo "runtime.sh: $name was not downloaded" >&2; return 1; }
    dpkg-deb -x "$file" "$tree"
  done < "$tree.list"
}

# flatpak-builder up to 1.2 calls appstream-compose, which newer systems lack;
# the real runtimes have a wrapper of this kind too.
write_compose_wrapper ()
{
  cat > "$1" << 'EOW'
#!/bin/sh
for argument; do
  case $argument in
    --prefix=*) prefix=${argument#*=} ;;
    --*) ;;
    *) id=$argument ;;
  esac
done
# It moved the file to the old place, which newer versions do not look at.
if [ -e "$prefix/share/appdata/$id.appdata.xml" ]; then
  mkdir -p "$prefix/share/metainfo"
  cp "$prefix/share/appdata/$id.appdata.xml" "$prefix/share/metainfo/$id.metainfo.xml"
fi
exec appstreamcli compose --print-report=on-error --prefix=/ --origin="$id" --components="$id" --result-root="$prefix" \
  --data-dir="$prefix/share/app-info/xmls" --icons-dir="$prefix/share/app-info/icons/flatpak" "$prefix"
EOW
  chmod 755 "$1"
}

# What the packages' own scripts and triggers would have left behind.
finish ()
{
  local tree=$1 conf

  mkdir -p "$tree/etc/fonts/conf.d"
  for conf in "$tree"/usr/share/fontconfig/conf.avail/{10-hinting-slight,10-yes-antialias,30-metric-aliases,40-nonlatin,45-generic,45-latin,49-sansserif,60-generic,60-latin,65-nonlatin}.conf; do
    if [ -e "$conf" ]; then ln -sf "${conf#"$tree"}" "$tree/etc/fonts/conf.d/"; fi
  done
  # Alternatives, which dpkg-deb does not make.
  ln -sf mawk "$tree/usr/bin/awk"
  if [ -e "$tree/usr/bin/gcc" ]; then ln -sf gcc "$tree/usr/bin/cc"; fi
  # flatpak calls it with /app/bin:/usr/bin as the path.
  if [ ! -e "$tree/usr/bin/ldconfig" ]; then ln -s ../sbin/ldconfig "$tree/usr/bin/ldconfig"; fi
  if [ -e "$tree/usr/bin/appstreamcli" ] && [ ! -e "$tree/usr/bin/appstream-compose" ]; then
    write_compose_wrapper "$tree/usr/bin/appstream-compose"
  fi
  bwrap --unshare-all --bind "$tree/usr" /usr --bind "$tree/etc" /etc \
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
    --tmpfs /tmp --tmpfs /var --proc /proc --dev /dev \
    --clearenv --setenv HOME /tmp --setenv PATH /usr/sbin:/usr/bin --setenv LC_ALL C.UTF-8 \
    sh -euc '
      ldconfig
      for lib in /usr/lib/*-linux-gnu*; do
        if [ -x "$lib/glib-2.0/glib-compile-schemas" ]; then
          "$lib/glib-2.0/glib-compile-schemas" /usr/share/glib-2.0/schemas
          "$lib/glib-2.0/gio-querymodules" "$lib/gio/modules"
          "$lib/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders" --update-cache
        fi
      done
      update-mime-database /usr/share/mime
      for theme in hicolor Adwaita; do gtk4-update-icon-cache -q -f "/usr/share/icons/$theme"; done
      for locale in en_US ja_JP; do localedef --no-archive -i "$locale" -f UTF-8 "/usr/lib/locale/$locale.utf8"; done'
  # Documentation, drivers for a graphics card that no test has, and sources of locales.
  ( cd "$tree/usr"
    rm -rf share/{doc,man,info,lintian,bug,i18n,vulkan} src games local lib/{systemd,udev,apt,dpkg}
    rm -f lib/*-linux-gnu*/{libLLVM*,libgallium*} )
}

# export_tree TREE NAME: as flatpak wants a runtime: usr/, an empty files/, etc inside usr.
export_tree ()
{
  local tree=$1 name=$2 folder=$1.runtime

  rm -rf "$folder"
  mkdir -p "$folder/files"
  mv "$tree/usr" "$folder/usr"
  mv "$tree/etc" "$folder/usr/etc"
  # What flatpak provides itself, and what only a package manager wants.
  ( cd "$folder/usr/etc"
    rm -rf {passwd,group,shadow,gshadow}{,-} machine-id resolv.conf hosts host.conf hostname gai.conf localtime fstab \
      apt dpkg init.d rc?.d cron.* systemd pam.d security skel )
  find "$folder/usr" -xdev \( -type b -o -type c -o -type p -o -type s \) -delete
  cat > "$folder/metadata" << EOM
[Runtime]
name=$name
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Environment]
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
EOM
  flatpak build-export --runtime --disable-sandbox "$repo" "$folder" "$version" > /dev/null
  rm -rf "$tree" "$folder"
}

mkdir -p "$state"/apt/{lists,archives}/partial
: > "$state/apt/status"
: > "$state/apt.log"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${DATELINE_DEBIAN_MIRROR:-$(find_mirror)} $suite main" > "$state/apt/sources.list"
private_apt update >> "$state/apt.log" 2>&1 || { tail -n 20 "$state/apt.log" >&2; exit 1; }

rm -rf "$repo" "$state/trees"
ostree init --repo="$repo" --mode=archive
ostree config --repo="$repo" set archive.zlib-level 1
for kind in platform sdk; do
  declare -n packages=${kind}_packages
  tree=$state/trees/$kind
  echo "  unpacking $kind"
  unpack "$tree" "${packages[@]}"
  finish "$tree"
  echo "  exporting $kind ($(wc -l < "$tree.list") packages, $(du -sh "$tree" | cut -f 1))"
  export_tree "$tree" "org.gnome.${kind^}"
done
rm -rf "$state/trees"
