/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of day that have a column of their own, and what stands there instead. */
#include "formats/rows/dl-rows-private.h"

#include <string.h>

/* Where what stands between two times begins; @after: (out): where the second does. */
static const char *
find_between (const char *text, const char **after)
{
  static const char *const marks[] = { "–", "—", "-", "~", "〜", "～", " to ", " bis " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = strstr (text, marks[i]);

      if (at == NULL)
        continue;
      *after = at + strlen (marks[i]);
      return at;
    }
  return NULL;
}

gboolean
dl_rows_read_clocks (const char *text, GString *first, GString *last)
{
  const char      *after = NULL;
  const char      *between = find_between (text, &after);
  g_autofree char *from = between != NULL ? g_strstrip (g_strndup (text, (gsize) (between - text))) : NULL;
  g_autofree char *to = between != NULL ? g_strstrip (g_strdup (after)) : NULL;
  gsize            n = to != NULL ? strlen (to) : 0;

  g_string_truncate (first, 0);
  g_string_truncate (last, 0);
  /* "8:00~" */
  if (between != NULL && *to == '\0')
    return dl_rows_read_clock (from, first);
  if (between == NULL || !dl_rows_read_clock (to, last))
    return FALSE;
  /* "4:00 – 5:30 PM", "11:30 – 1 PM" */
  if (n > 2 && g_ascii_tolower (to[n - 1]) == 'm' && strpbrk (from, "aApP") == NULL)
    {
      static const char *const halves[] = { " PM", " AM" };

      for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
        {
          g_autofree char *whole = g_strconcat (from, halves[i], NULL);

          g_string_truncate (first, 0);
          if (!dl_rows_read_clock (whole, first))
            return FALSE;
          if (strcmp (first->str, last->str) < 0)
            return TRUE;
        }
      return FALSE;
    }
  /* What goes on beyond midnight is told as it is. */
  return dl_rows_read_clock (from, first) && strcmp (first->str, last->str) < 0;
}

gboolean
dl_rows_is_clock (const char *text)
{
  g_autoptr (GString) first = NULL;
  g_autoptr (GString) last = NULL;

  if (dl_rows_read_clock (text, NULL))
    return TRUE;
  first = g_string_new (NULL);
  last = g_string_new (NULL);
  return dl_rows_read_clocks (text, first, last);
}

gboolean
dl_rows_is_to_be_told (const char *text)
{
  static const char *const words[] = { "tbd", "tba", "tbc", "s/d", "unknown", "?", "n/a", "-", "–", "—", NULL };
  g_autofree char         *small = g_ascii_strdown (text, -1);

  return g_strv_contains (words, small);
}

/* What the last word of a name is: "utc" of "date_utc" */
static const char *
get_last_word (const char *name)
{
  const char *word = name;

  for (const char *p = name; *p != '\0'; p++)
    if (strchr (" _-.(", *p) != NULL)
      word = p + 1;
  return word;
}

static void
pair_time (DlRows *self, const GArray *dates, DlRowMeaning meaning)
{
  const char *wanted;

  if (dates->len == 0 || self->parts[meaning] < 0)
    return;
  wanted = get_last_word (dl_rows_column (self, g_array_index (dates, guint, 0))->name);
  if (g_ascii_strcasecmp (get_last_word (dl_rows_column (self, (guint) self->parts[meaning])->name), wanted) == 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning != meaning || g_ascii_strcasecmp (get_last_word (column->name), wanted) != 0)
        continue;
      self->parts[meaning] = (int) i;
      return;
    }
}

void
dl_rows_pair_times (DlRows *self)
{
  pair_time (self, self->starts, DL_ROW_TIME);
  pair_time (self, self->ends, DL_ROW_END_TIME);
}

void
dl_rows_add_time (DlRows                   *self,
                  DlRowMeaning              meaning,
                  const DlDateWordsContext *context,
                  DlDraft                  *draft,
                  GString                  *date,
                  GString                  *end)
{
  const char         *text = dl_rows_text (self, self->parts[meaning]);
  g_autoptr (GString) clock = NULL;
  g_autoptr (GString) last = NULL;
  g_autofree char    *edtf = NULL;
  g_autofree char    *compact = NULL;
  DlDateWordsFound    found;

  if (*text == '\0' || date->len == 0)
    return;
  if (dl_rows_column (self, (guint) self->parts[meaning])->compact)
    compact = dl_rows_dup_compact_clock (text);
  if (compact != NULL)
    text = compact;
  clock = g_string_new (NULL);
  last = g_string_new (NULL);
  if (!dl_rows_read_clock (text, clock) && !(end != NULL && dl_rows_read_clocks (text, clock, last)))
    return;
  edtf = dl_date_words_to_edtf (date->str, context, &found, NULL);
  if (edtf == NULL || strlen (edtf) != strlen ("2025-01-31") || strspn (edtf, DL_ROWS_DIGITS "-") != strlen (edtf))
    return;
  if (found.form == DL_DATE_FORM_WORDS && draft != NULL && !dl_draft_has_date_note (draft))
    {
      g_autofree char *note = g_strdup_printf ("%s, %s", date->str, text);

      dl_draft_put_date_note (draft, note);
    }
  if (last->len > 0 && end->len == 0)
    g_string_printf (end, "%s%s", edtf, last->str);
  g_string_printf (date, "%s%s", edtf, clock->str);
}
