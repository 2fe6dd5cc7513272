/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-json-judge.h"

G_BEGIN_DECLS

/* So many names are told; one more is kept where there are more. */
#define DL_JSON_BESIDE_MAX 60

/* Adds a member of an object that is no table, where it holds anything. @beside: (inout): such members, or NULL; to be
 * freed with g_array_unref() */
void dl_json_beside_add (GArray **beside, const DlLiteral *key, const DlLiteral *value);

/* Keeps what such a member is called, to be told. @outer: (nullable): what it stands in */
void dl_json_beside_note_name (DlJsonFinder *self, const DlLiteral *key, const char *outer);

/* The same of the lists of an object whose objects are rows. @object: or a list, of which nothing is kept */
void dl_json_beside_note_lists (DlJsonFinder *self, const DlLiteral *object);

/* The same of all those of an object that has tables. @beside: (nullable): of dl_json_beside_add(); @called:
 * (nullable): the one that gave the tables their topic; @head: it says what the whole file is called;
 * @given: its tables have what it says, but for a text */
void
dl_json_beside_note (DlJsonFinder *self, const GArray *beside, const DlLiteral *called, gboolean head, gboolean given);

G_END_DECLS
