/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How exact the dates of rows are: days that programs write with times, and days that end
 * before their end; and times that are written without a colon. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-rows-private.h"

/* What is planned begins at such minutes, where years would be any. */
#define MINUTES_OF_SCHEDULES 5

gboolean
dl_rows_is_called (DlRows *self, int column, const char *name)
{
  return column >= 0 && strcmp (dl_rows_get_name (self, (guint) column), name) == 0;
}

gboolean
dl_rows_has_midnight (DlRows *self, int column, const char *text)
{
  return dl_rows_column (self, (guint) column)->midnight &&
         (dl_rows_is_midnight (text) || dl_rows_is_last_second (text));
}

gboolean
dl_rows_is_all_day (DlRows *self)
{
  const char *text = dl_rows_text (self, self->parts[DL_ROW_ALL_DAY]);

  return g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0 || strcmp (text, "1") == 0;
}

gboolean
dl_rows_is_end_excluded (DlRows *self, const int *columns)
{
  g_autoptr (GString) clock = g_string_new (NULL);
  const char         *time = dl_rows_text (self, self->parts[DL_ROW_END_TIME]);

  if (columns[1] < 0 || columns[1] == columns[0])
    return FALSE;
  if (*time == '\0')
    return dl_rows_is_called (self, self->parts[DL_ROW_ALL_DAY], "allDay");
  return dl_rows_read_clock (time, clock) && g_str_has_prefix (clock->str, "T00:00");
}

gboolean
dl_rows_is_calendar (DlRows *self)
{
  static const char *const names[] = { "allDay",      "rendering",        "overlap",    "editable",   "startEditable",
                                       "borderColor", "durationEditable", "resourceId", "daysOfWeek", NULL };

  for (guint i = 0; i < self->columns->len; i++)
    if (g_strv_contains (names, dl_rows_get_name (self, i)))
      return TRUE;
  return FALSE;
}

/* Whether it is a day without a time: "2025-03-02". */
static gboolean
is_day (const char *text)
{
  return strlen (text) == strlen ("2025-03-02") && strspn (text, DL_ROWS_DIGITS "-") == strlen (text);
}

gboolean
dl_rows_ends_as_calendars (DlRows *self, const int *columns)
{
  /* In JSON that is a member within another; in a table it is how R writes names of two words. */
  if (!self->guesses && dl_rows_is_called (self, columns[0], "start.date") &&
      dl_rows_is_called (self, columns[1], "end.date"))
    return TRUE;
  return dl_rows_is_called (self, columns[0], "start") && dl_rows_is_called (self, columns[1], "end") &&
         is_day (dl_rows_text (self, columns[0])) && is_day (dl_rows_text (self, columns[1])) && self->calendar;
}

void
dl_rows_set_calendar (DlRows *self)
{
  self->calendar = TRUE;
}

void
dl_rows_tell_excluded (DlRows *self, DlRowsSource *source, int column)
{
  if (self->told_excluded || source->draft == NULL || column < 0)
    return;
  self->told_excluded = TRUE;
  dl_draft_tell_note (
    source->draft, g_array_index (self->cells, DlRowCell, column).at, source->dup_where (source, &source->here, column),
    /* Translators: the name of a column of the file, such as “end”. */
    g_strdup_printf (_ ("Days in “%s” are read as the first after the event, as programs for calendars "
                        "count: it ends on the day before."),
                     dl_rows_get_name (self, (guint) column)));
}

char *
dl_rows_dup_compact_clock (const char *text)
{
  gsize n = strlen (text);
  int   number = (int) g_ascii_strtoll (text, NULL, 10);

  if (n < 3 || n > 4 || strspn (text, DL_ROWS_DIGITS) != n || number / 100 > 23 || number % 100 > 59 ||
      number % MINUTES_OF_SCHEDULES != 0)
    return NULL;
  return g_strdup_printf ("%02d:%02d", number / 100, number % 100);
}

void
dl_rows_find_clocks (DlRows *self)
{
  static const char *const names[] = { "room", "rooms", "speaker", "speakers", "talk", "session", "track", NULL };
  gboolean                 day = FALSE;
  gboolean                 scheduled = FALSE;
  gboolean                 early = FALSE;
  gboolean                 found[2] = { FALSE, FALSE };

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn     *column = dl_rows_column (self, i);
      g_autofree char *name = g_ascii_strdown (column->name, -1);

      scheduled = scheduled || g_strv_contains (names, name);
      if (column->n_filled == 0 || (column->meaning != DL_ROW_START && column->meaning != DL_ROW_END))
        continue;
      day = day || (column->meaning == DL_ROW_START && column->n_whole == self->n_rows);
      column->compact = column->n_compact == column->n_filled;
      if (!column->compact)
        continue;
      early = early || column->n_early > 0;
      found[column->meaning == DL_ROW_START ? 0 : 1] = TRUE;
    }
  day = day && found[0] && (early || scheduled);
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->compact = column->compact && (day || (scheduled && found[0] && found[1]));
      if (column->compact)
        column->meaning = column->meaning == DL_ROW_START ? DL_ROW_TIME : DL_ROW_END_TIME;
    }
}

gsize
dl_rows_get_shown_length (const char *text)
{
  static const struct
  {
    const char *code;
    gsize       length;
  } codes[] = {
    { "ye", sizeof "1995" - 1 },
    { "mo", sizeof "1995-12" - 1 },
    { "da", sizeof "1995-12-01" - 1 },
    { "ho", sizeof "1995-12-01T12" - 1 },
    { "mi", sizeof "1995-12-01T12:00" - 1 },
    { "se", sizeof "1995-12-01T12:00:00" - 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (text, codes[i].code) == 0)
      return codes[i].length;
  return 0;
}

void
dl_rows_cut_to_precision (DlRows *self)
{
  gsize    length = dl_rows_get_shown_length (dl_rows_text (self, self->parts[DL_ROW_DATE_NOTE]));
  GString *both[] = { self->start, self->end };

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (both); i++)
    if (both[i]->len > length && strspn (both[i]->str, DL_ROWS_DIGITS "-T: ") == both[i]->len)
      g_string_truncate (both[i], length);
}
