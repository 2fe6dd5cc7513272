/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "formats/dl-json.h"

G_BEGIN_DECLS

/* Names that nobody asked for beyond this many are passed over. */
#define DL_JSON_MAX_OTHERS 256

/* The first flaw of an element of a list. */
typedef struct
{
  guint32    element;
  guint32    offset;
  DlJsonFlaw flaw;
} DlJsonElementFlaw;

/**
 * DlJsonMember:
 * @kind: of the value; %DL_JSON_NOTHING when the member is not there
 * @value: where its value stands; of several members of one name, the last
 * @n_times: how often the name stands in the object
 * @name_offset: where the last of them stands
 * @flaw: the first flaw of the value (but for those within elements)
 * @flaw_offset: where it is
 * @elements: (nullable): of DlJsonSpan, when the value is a list
 * @flaws: (nullable): of DlJsonElementFlaw by element, when the value is a list
 *
 * A member of the object at the top.
 */
typedef struct
{
  DlJsonKind kind;
  DlJsonSpan value;
  guint32    n_times;
  guint32    name_offset;
  DlJsonFlaw flaw;
  guint32    flaw_offset;
  GArray    *elements;
  GArray    *flaws;
} DlJsonMember;

/**
 * DlJsonScan:
 * @kind: of the value at the top
 * @top: where it stands
 * @members: one for each name that was asked for, in that order
 * @others: of #guint32: where the names of other members of the object at the top
 *   stand, up to %DL_JSON_MAX_OTHERS, but for names that cannot be held
 */
typedef struct
{
  DlJsonKind    kind;
  DlJsonSpan    top;
  DlJsonMember *members;
  guint         n_members;
  GArray       *others;
} DlJsonScan;

/**
 * dl_json_scan_new:
 * @text: need not end in NUL
 * @length: its bytes
 * @name: how errors call the text
 * @members: names of members of the object at the top, %NULL-terminated
 * @cancellable: (nullable): looked at every now and then
 * @error: %DL_ERROR_NOT_JSON or %DL_ERROR_LIMIT, its message beginning with
 *   `NAME:LINE:COLUMN: `, or %G_IO_ERROR_CANCELLED
 *
 * Checks that the whole text is JSON as RFC 8259 says, in UTF-8, and notes
 * where the members and the elements of those that are lists stand. One
 * leading byte order mark is passed over. Builds no tree and does not recurse.
 *
 * Returns: (transfer full) (nullable)
 */
DlJsonScan *dl_json_scan_new (const char        *text,
                              gsize              length,
                              const char        *name,
                              const char *const *members,
                              GCancellable      *cancellable,
                              GError           **error);
void        dl_json_scan_free (DlJsonScan *scan);

/* The first flaw of an element, or NULL. */
const DlJsonElementFlaw *dl_json_member_get_flaw (const DlJsonMember *member, guint element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlJsonScan, dl_json_scan_free)

G_END_DECLS
