/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date-words-private.h"
#include "time/dl-date.h"
#include "time/dl-words-parts.h"

#define SHOWN_LETTERS 60

static char *
shown_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\t\r\n", ' ');
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= SHOWN_LETTERS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, SHOWN_LETTERS);
  return g_strconcat (start, "…", NULL);
}

char *
dl_date_words_to_edtf (const char *text, const DlDateWordsContext *context, DlDateWordsFound *found, GError **error)
{
  static const DlDateWordsContext nothing = { 0 };
  g_autofree char                *stripped = NULL;
  g_autofree char                *shown = NULL;
  g_autofree char                *message = NULL;
  DlDateWordsFound                local = { 0 };
  DlDate                          date;
  char                           *edtf;

  g_return_val_if_fail (text != NULL, NULL);

  if (context == NULL)
    context = &nothing;
  if (found == NULL)
    found = &local;
  *found = local;
  stripped = g_strstrip (g_strdup (text));
  if (dl_date_parse (stripped, -1, &date, NULL))
    return g_steal_pointer (&stripped);
  found->form = DL_DATE_FORM_MACHINE;
  edtf = dl_date_words_from_machine (stripped, context);
  if (edtf != NULL)
    return edtf;

  found->answer = DL_DATE_ANSWER_UNREAD;
  shown = shown_text (text);
  /* Translators: {text} is what stands in a file where a date belongs. */
  message = dl_words_fill (_ ("“{text}” could not be read as a date."), "text", shown, NULL);
  g_set_error_literal (error, DL_ERROR, DL_ERROR_INVALID_DATE, message);
  return NULL;
}

char *
dl_date_words_suggest (const char *text)
{
  return dl_date_words_to_edtf (text, NULL, NULL, NULL);
}
