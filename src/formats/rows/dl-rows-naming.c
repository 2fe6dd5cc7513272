/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row is called. */
#include <string.h>

#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-rows-reader.h"

gboolean
dl_row_has_markup (const char *text)
{
  return strpbrk (text, "<&\n\r\t\xc2") != NULL;
}

char *
dl_row_dup_line (const char *text)
{
  char *line;

  if (!dl_row_has_markup (text) && strstr (text, DL_ROW_SEPARATOR) == NULL)
    return NULL;
  line = dl_markup_to_line (text);
  return g_strdelimit (line, DL_ROW_SEPARATOR, ' ');
}

char *
dl_row_join_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, DL_ROW_SEPARATOR, -1);

  return g_strjoinv (strchr (text, ',') != NULL ? "; " : ", ", parts);
}

/* A given and a family name, which scripts without spaces begin with the other. */
static void
put_full_name (DlRowReader *self, const char *given, const char *family)
{
  gboolean wide = g_utf8_get_char (family) >= DL_ROWS_FIRST_WIDE && g_utf8_get_char (given) >= DL_ROWS_FIRST_WIDE;
  g_autofree char *name = wide              ? g_strconcat (family, given, NULL)
                          : *family == '\0' ? g_strdup (given)
                                            : g_strdup_printf ("%s %s", given, family);

  dl_draft_put_title (self->draft, name);
}

gboolean
dl_row_is_long_list (const char *text)
{
  return strlen (text) > DL_ROW_TITLE_BYTES && strstr (text, DL_ROW_SEPARATOR) != NULL;
}

static void
put_first_of_list (DlRowReader *self, const char *text)
{
  g_autofree char *first = g_strndup (text, strcspn (text, DL_ROW_SEPARATOR));

  dl_draft_put_title (self->draft, first);
}

/* Whether a column of titles has nothing for this row: "N/A", where others may have something. */
static gboolean
lacks_title (DlRows *rows, guint i)
{
  const char *text = dl_rows_text (rows, (int) g_array_index (rows->titles, guint, i));

  return *text == '\0' || dl_row_text_is_truth (text) || (i + 1 < rows->titles->len && dl_date_words_is_nothing (text));
}

void
dl_row_put_title (DlRowReader *self)
{
  DlRows *rows = self->rows;

  for (guint i = 0; i < rows->titles->len; i++)
    {
      const char      *text = dl_rows_text (rows, (int) g_array_index (rows->titles, guint, i));
      g_autofree char *line = dl_row_dup_line (text);

      if (lacks_title (rows, i) || (line != NULL && *line == '\0'))
        continue;
      if (i == 0 && rows->family >= 0)
        put_full_name (self, text, dl_rows_text (rows, rows->family));
      else if (dl_row_is_long_list (text))
        put_first_of_list (self, text);
      else
        dl_draft_put_title (self->draft, line != NULL ? line : text);
      self->titled = TRUE;
      return;
    }
}

void
dl_row_put_passing_title (DlRowReader *self)
{
  for (guint i = 0; i < self->rows->columns->len; i++)
    {
      const char *text =
        dl_rows_column (self->rows, i)->meaning == DL_ROW_TEXT ? dl_rows_text (self->rows, (int) i) : "";

      if (*text != '\0')
        {
          dl_draft_put_title (self->draft, text);
          return;
        }
    }
  dl_row_put_passing_stand_in (self);
}

void
dl_row_put_key (DlRowReader *self)
{
  const char *key = self->source->key;
  gboolean    version = FALSE;
  gboolean    words = FALSE;

  if (self->titled || key == NULL || dl_rows_is_date (key))
    return;
  version = strspn (*key == 'v' ? key + 1 : key, "0123456789.") > 2 && strchr (key, '.') != NULL;
  words = strchr (key, ' ') != NULL;
  if (!version && !words)
    return;
  dl_draft_put_title (self->draft, key);
  self->titled = TRUE;
}

gboolean
dl_row_is_title (DlRows *rows, guint column)
{
  for (guint i = 0; i < rows->titles->len; i++)
    if (!lacks_title (rows, i))
      return g_array_index (rows->titles, guint, i) == column;
  return FALSE;
}
