/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of somebody's words, and of who said them. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"
#include "formats/rows/dl-rows-reader.h"

/* Whether a column of people says who speaks, where words are quoted beside it. */
static gboolean
is_of_speakers (const DlRowColumn *column)
{
  static const char *const names[] = {
    "speaker", "speakers", "author", "by", "who", "autor", "auteur", "autore", NULL
  };
  g_autofree char *own = dl_row_name_dup_words (column->name);

  return column->meaning == DL_ROW_PERSON && g_strv_contains (names, own);
}

void
dl_rows_find_speaker (DlRows *self)
{
  gboolean quoted = FALSE;
  gboolean spoken = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowMeaning meaning = dl_rows_column (self, i)->meaning;

      quoted = quoted || meaning == DL_ROW_QUOTE;
      spoken = spoken || meaning == DL_ROW_SPEAKER;
    }
  for (guint i = 0; quoted && !spoken && i < self->columns->len; i++)
    if (is_of_speakers (dl_rows_column (self, i)))
      {
        dl_rows_column (self, i)->meaning = DL_ROW_SPEAKER;
        spoken = TRUE;
      }
}

/* Takes away the quotation marks around @words, where there is nothing else outside of them. */
static char *
strip_marks (char *words)
{
  static const char *const marks[][2] = { { "“", "”" }, { "\"", "\"" }, { "„", "“" },   { "„", "”" },
                                          { "«", "»" }, { "»", "«" },   { "「", "」" }, { "『", "』" } };

  g_strstrip (words);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize first = strlen (marks[i][0]);
      gsize last = strlen (marks[i][1]);
      gsize length = strlen (words);

      if (length <= first + last || !g_str_has_prefix (words, marks[i][0]) || !g_str_has_suffix (words, marks[i][1]) ||
          g_strstr_len (words + first, (gssize) (length - first - last), marks[i][0]) != NULL)
        continue;
      words[length - last] = '\0';
      return g_strstrip (words + first);
    }
  return words;
}

void
dl_row_put_quotes (DlRowReader *self, const char *text)
{
  const char    *speaker = dl_rows_text (self->rows, self->rows->parts[DL_ROW_SPEAKER]);
  g_auto (GStrv) quotes = g_strsplit (text, DL_ROW_SEPARATOR, -1);
  g_auto (GStrv) speakers = g_strsplit (speaker, DL_ROW_SEPARATOR, -1);
  guint          n = g_strv_length (quotes);
  gboolean       paired = n > 1 && g_strv_length (speakers) == n;

  for (guint i = 0; i < n; i++)
    {
      char *own = paired ? speakers[i] : speakers[0];

      dl_draft_put_quote (self->draft, strip_marks (quotes[i]), own != NULL ? g_strstrip (own) : NULL);
    }
  /* Who of them said what is not told. */
  for (guint i = 1; !paired && *speaker != '\0' && speakers[i] != NULL; i++)
    dl_draft_put_person (self->draft, g_strstrip (speakers[i]));
}
