#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters are whole, whoever paints them."""

from harness import Skip, check, run, wait_for

REMARKS = "Remarks to reporters after the call"


def ink(desk, renderer):
    """How much ink each row of a card's quote has, from its top."""
    program = desk.open_story(environment={"GSK_RENDERER": renderer})
    x, y, width, height = desk.places()[desk.event(REMARKS).name]
    wait_for(lambda: desk.picture().light(x + 12, y + height - 22, width - 24, 20) < 250, "the quote to be painted")
    picture = desk.picture()
    rows = [255 - picture.light(x + 12, row, width - 24, 1) for row in range(y + height - 22, y + height - 4)]
    output = program.output()
    desk.close()
    if "ailed to realize" in output:
        raise Skip(f"no {renderer} here")
    # Below the date, and the room between.
    gap = max(i for i in range(12) if rows[i] < 1)
    return rows[gap + 1 :]


def test_tops(desk):
    """Tops of letters are not cut off by graphics hardware."""
    whole = ink(desk, "cairo")
    found = ink(desk, "gl")
    check(len(found) == len(whole) and found[0] > 0.6 * whole[0], f"ink from the top: {found}, not {whole}")


run(test_tops)
