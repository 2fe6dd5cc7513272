/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loaded.h"
#include "formats/literal/dl-literal-find.h"

G_BEGIN_DECLS

/* Elements of a list that tell what it holds: no sniff looks at more. */
#define DL_INPUT_SNIFFED_ELEMENTS 20

/**
 * DlInput:
 * @text: a whole file, UTF-8, behind its byte order mark
 * @length: its bytes
 * @name: how errors call it
 * @cancellable: (nullable)
 * @progress: (nullable)
 * @damaged: @text is not UTF-8 throughout; who repeats it replaces what is not
 *
 * A file as sniffing and reading see it.
 */
typedef struct
{
  const char     *text;
  gsize           length;
  const char     *name;
  GCancellable   *cancellable;
  DlProgressFunc  progress;
  gpointer        progress_data;
  GArray         *literals; /* see dl_input_get_literals() */
  DlLiteralBroken broken;   /* among these; not of a file that is JSON as a whole */
  DlLiteral       features; /* see dl_features_find(), which several formats ask */
  gboolean        features_sought;
  guint           n_events; /* that dl_input_go_on() was called for */
  gboolean        damaged;
  gpointer        kept; /* see dl_input_keep() */
  GDestroyNotify  kept_free;
} DlInput;

/* Gives back what was found in it. */
void dl_input_clear (DlInput *self);

/**
 * dl_input_get_literals:
 *
 * The objects and lists that the file holds, found when they are first asked for:
 * a file of JSON, or one that begins like it, has one, which need not be without
 * a mistake; a program of JavaScript those that stand in it; a page of HTML those of
 * its scripts. Of another file there are none.
 *
 * Returns: (transfer none): of #DlLiteralFound
 */
GArray *dl_input_get_literals (DlInput *self);

/* The one of them at @index, or a value that is %DL_LITERAL_NOTHING. */
DlLiteral dl_input_get_literal (DlInput *self, guint index);

/* What a page says it is called, or a program does: `var title = "…"`. Returns: (transfer full): "" where nothing
 * does, or where that is filled in */
char *dl_input_dup_title (const DlInput *self);

/* Keeps what a sniff has found for the reader that takes it up, which knows it by @free.
 * @kept: (transfer full) */
void dl_input_keep (DlInput *self, gpointer kept, GDestroyNotify free);

/* The first character that is no white space, or '\0'. */
char dl_input_get_first (const DlInput *self);

/* Whether it is a page or a part of one, or another document of elements: the first character is a "<", where need be
 * behind what a template of pages begins with (see dl_template_find_page()). */
gboolean dl_input_is_page (const DlInput *self);

/* Whether it begins as JSON does. */
gboolean dl_input_is_data (const DlInput *self);

/* Whether @word stands anywhere, as it is. */
gboolean dl_input_has (const DlInput *self, const char *word);

/* Whether @word stands within the first @most bytes, in any case of letters. */
gboolean dl_input_has_early (const DlInput *self, const char *word, gsize most);

/* Whether a program or a page has data in it that looks like events, and has a mistake (see @broken). */
gboolean dl_input_is_broken (DlInput *self);

/* Says where that mistake is. */
void dl_input_set_broken_error (const DlInput *self, GError **error);

/* Passes over the whole literal. Returns: FALSE with %DL_ERROR_NOT_JSON and the
 * place of the mistake in it */
gboolean dl_input_check_literal (const DlInput *self, const DlLiteral *literal, GError **error);

/* To be called for each event while reading; it costs next to nothing but now and then.
 * Returns: FALSE with %G_IO_ERROR_CANCELLED when the reader is to stop */
gboolean dl_input_go_on (DlInput *self, GError **error);

G_END_DECLS
