#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS is complete: check_translations.py TOP

Complete against the sources as they are now: nothing untranslated, nothing
fuzzy, and every placeholder where it was. What xgettext finds in the metainfo
depends on its release and on AppStream's, so that file is looked at here too.
"""

import gettext
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

SKIPPED = 77

# The same marks as meson's preset for GLib.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format", "g_dngettext:2:pass-c-format", "g_strdup_printf:1:c-format", "g_string_printf:2:c-format", "g_print:1:c-format", "g_printerr:1:c-format", "g_set_error:4:c-format"]

# What AppStream lets one translate, as far as we have it.
METAINFO = ("name", "summary", "developer/name", "keywords/keyword", "description//p", "description//li", "releases//p", "releases//li", "screenshots//caption")


def run(*command, cwd=None):
    return subprocess.run([str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def make_template(top, pot):
    options = [f"--keyword={keyword}" for keyword in KEYWORDS] + [f"--flag={flag}" for flag in FLAGS]
    result = run("xgettext", "--from-code=UTF-8", "--add-comments", *options, f"--directory={top}", "--files-from=po/POTFILES.in", "-o", pot, cwd=top)
    print(result.stdout, end="")
    return result.returncode == 0 and pot.exists()


def messages(po, attribute):
    """The entries of @po that have @attribute, as gettext prints them."""
    text = run("msgattrib", attribute, "--no-obsolete", "--no-wrap", po).stdout
    # Before the first blank line stands the header, if there is anything.
    return text.split("\n\n", 1)[1].strip() if "\n\n" in text else ""


def metainfo_texts(top):
    """What in the metainfo is not marked as the same in every language."""
    for path in sorted((top / "data").glob("*.metainfo.xml.in")):
        root = xml.etree.ElementTree.parse(path).getroot()
        for place in METAINFO:
            for node in root.findall(place):
                if node.get("translate") != "no":
                    yield " ".join("".join(node.itertext()).split())


def check_metainfo(top, language, folder):
    compiled = folder / f"{language}.mo"
    if run("msgfmt", "-o", compiled, top / "po" / f"{language}.po").returncode != 0:
        return False
    with compiled.open("rb") as file:
        words = gettext.GNUTranslations(file)
    # Some names are the same in another language.
    known = set(words._catalog)  # pylint: disable=protected-access
    lost = [text for text in metainfo_texts(top) if text not in known]
    for text in lost:
        print(f"{language}: “{text}” of the metainfo is neither translated nor marked with translate=\"no\"")
    return not lost


def check_language(top, language, pot, folder):
    po = top / "po" / f"{language}.po"
    merged = folder / f"{language}.po"
    if not po.exists():
        print(f"{language}: there is no {po.name}")
        return False
    good = True
    checked = run("msgfmt", "--check", "-o", "/dev/null", po)
    if checked.returncode != 0:
        print(checked.stdout, end="")
        good = False
    result = run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, po, pot)
    if result.returncode != 0:
        print(result.stdout, end="")
        return False
    for attribute, name in (("--untranslated", "untranslated"), ("--only-fuzzy", "fuzzy")):
        entries = messages(merged, attribute)
        if entries:
            print(f"{language}: {name}:\n\n{entries}\n")
            good = False
    # Placeholders once more, now with the marks of the sources as they are.
    checked = run("msgfmt", "--check-format", "-o", "/dev/null", merged)
    if checked.returncode != 0:
        print(checked.stdout, end="")
        good = False
    return check_metainfo(top, language, folder) and good


def main(top):
    for tool in ("xgettext", "msgmerge", "msgfmt", "msgattrib"):
        if shutil.which(tool) is None:
            print(f"{tool} is not installed")
            return SKIPPED
    lines = (top / "po" / "LINGUAS").read_text(encoding="utf-8").splitlines()
    languages = [word for line in lines if not line.startswith("#") for word in line.split()]
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pot = folder / "dateline.pot"
        if not make_template(top, pot):
            print("no template could be made")
            return 1
        for language in languages:
            failed += not check_language(top, language, pot, folder)
    for path in (top / "po").glob("*.po"):
        if path.stem not in languages:
            print(f"{path.name}: its language is not in po/LINGUAS")
            failed += 1
    print(f"{len(languages)} languages, {failed} incomplete")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
