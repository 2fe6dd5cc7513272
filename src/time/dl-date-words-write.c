/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes one date of a text as EDTF. */
#include "time/dl-date-words-private.h"

#include <stdlib.h>
#include <string.h>

#include "time/dl-edtf-cover.h"
#include "time/dl-edtf.h"
#include "time/dl-years-part.h"

void
dl_date_piece_format_year (char *buffer, gint64 year)
{
  if (year > 9999 || year < -9999)
    g_snprintf (buffer, DL_PIECE_SIZE, "Y%" G_GINT64_FORMAT, year);
  else
    g_snprintf (buffer, DL_PIECE_SIZE, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
}

/* Doubt and approximation, after a date that has no time of day. */
static void
append_marks (char *text, gboolean about, gboolean uncertain)
{
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '~')
    {
      about = TRUE;
      length--;
    }
  if (strchr (text, 'T') != NULL || length + 2 > DL_PIECE_SIZE)
    return;
  text[length] = about && uncertain ? '%' : about ? '~' : uncertain ? '?' : '\0';
  text[length + 1] = '\0';
}

static void
append_clock (const DlWordsLine *line, char *buffer)
{
  GString *text = g_string_new (buffer);
  int      offset = abs (line->offset);

  g_string_append_printf (text, "T%02d", line->clock / 3600);
  if (line->clock_parts > 1)
    g_string_append_printf (text, ":%02d", line->clock / 60 % 60);
  if (line->clock_parts > 2)
    g_string_append_printf (text, ":%02d", line->clock % 60);
  if (line->clock_parts > 2 && line->fraction_digits > 0)
    g_string_append_printf (text, ".%0*" G_GINT64_FORMAT, line->fraction_digits, line->fraction);
  if (line->has_zone && offset == 0)
    g_string_append_c (text, 'Z');
  else if (line->has_zone)
    g_string_append_printf (text, "%c%02d:%02d", line->offset < 0 ? '-' : '+', offset / 3600, offset / 60 % 60);
  g_strlcpy (buffer, text->str, DL_PIECE_SIZE);
  g_string_free (text, TRUE);
}

/* Some time from @from to @to, of which the ends that are @vague are approximate. */
static gboolean
write_span (DlPieceTexts      *texts,
            const DlCivil     *from,
            const DlCivil     *to,
            DlUnit             unit,
            gboolean           vague_from,
            gboolean           vague_to,
            const DlWordsLine *line)
{
  g_autofree char *first = dl_edtf_from_civil (from, unit);
  g_autofree char *last = dl_edtf_from_civil (to, unit);
  g_autofree char *cover = NULL;

  g_strlcpy (texts->from, first, DL_PIECE_SIZE);
  g_strlcpy (texts->to, last, DL_PIECE_SIZE);
  append_marks (texts->from, vague_from || line->about, line->uncertain);
  append_marks (texts->to, vague_to || line->about, line->uncertain);
  g_snprintf (texts->whole, DL_PIECE_SIZE, "[%.40s..%.40s]", texts->from, texts->to);
  cover = dl_edtf_cover (texts->whole);
  if (cover != NULL)
    g_strlcpy (texts->within, cover, DL_PIECE_SIZE);
  return TRUE;
}

/* Thirds and halves of a month are said by days: 上旬 are the first ten. */
static gboolean
write_part_of_month (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts)
{
  static const int firsts[] = { 1, 11, 21, 1, 16 };
  static const int lasts[] = { 10, 20, 31, 15, 31 };
  int              part = self->line.part;
  DlCivil          from = { .year = self->year, .month = (gint8) self->month };
  DlCivil          to = from;

  if (part > DL_YEARS_SECOND_HALF)
    return dl_reading_fail_unread (reading);
  from.day = (gint8) firsts[part];
  to.day = (gint8) MIN (lasts[part], dl_calendar_days_in_month (self->year, (int) self->month));
  return write_span (texts, &from, &to, DL_UNIT_DAY, FALSE, FALSE, &self->line);
}

static gboolean
write_season (const DlDatePiece *self, int season, DlPieceTexts *texts)
{
  dl_date_piece_format_year (texts->whole, self->year);
  g_snprintf (texts->whole + strlen (texts->whole), 8, "-%02d", season);
  append_marks (texts->whole, self->line.about, self->line.uncertain);
  g_strlcpy (texts->from, texts->whole, DL_PIECE_SIZE);
  g_strlcpy (texts->to, texts->whole, DL_PIECE_SIZE);
  return TRUE;
}

static gboolean
write_part_of_year (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts)
{
  int     part = self->line.part;
  DlCivil from = { .year = self->year, .month = (gint8) (1 + 4 * part), .day = 1 };
  DlCivil to = { .year = self->year, .month = (gint8) (4 + 4 * part), .day = 1 };

  if (self->year < -9999 || self->year > 9999 || part > DL_YEARS_SECOND_HALF)
    return dl_reading_fail_unread (reading);
  if (part >= DL_YEARS_FIRST_HALF)
    return write_season (self, part == DL_YEARS_FIRST_HALF ? DL_EDTF_FIRST_HALF : DL_EDTF_SECOND_HALF, texts);
  return write_span (texts, &from, &to, DL_UNIT_MONTH, part != DL_YEARS_EARLY, part != DL_YEARS_LATE, &self->line);
}

/* The years of hidden digits, both included. The first century before Christ
 * ends in 1 BC, which is the year 0. */
static void
get_years (const DlDatePiece *self, gint64 *first, gint64 *last)
{
  gint64 size = self->hidden == 3 ? 1000 : self->hidden == 2 ? 100 : 10;

  *first = self->year * size;
  *last = *first + size - 1;
  if (self->era < 0)
    {
      *last = -self->year * size;
      *first = *last - size + 1;
    }
}

static gboolean
write_part_of_hidden (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts)
{
  DlCivil  from = { .month = 1, .day = 1 };
  DlCivil  to = { .month = 1, .day = 1 };
  gboolean vague_from;
  gboolean vague_to;

  get_years (self, &from.year, &to.year);
  if (!dl_years_get_part (self->line.part, &from.year, &to.year, &vague_from, &vague_to))
    return dl_reading_fail_unread (reading);
  return write_span (texts, &from, &to, DL_UNIT_YEAR, vague_from, vague_to, &self->line);
}

static gboolean
write_hidden (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts)
{
  static const char hidden[] = "XXXX";
  char              digits[8];

  if (self->line.part >= 0)
    return write_part_of_hidden (self, reading, texts);
  g_snprintf (digits, sizeof digits, "%0*d", 4 - self->hidden, (int) self->year);
  g_snprintf (texts->from, DL_PIECE_SIZE, "%s%s%.*s", self->era < 0 ? "-" : "", digits, self->hidden, hidden);
  append_marks (texts->from, self->line.about, self->line.uncertain);
  g_strlcpy (texts->to, texts->from, DL_PIECE_SIZE);
  g_strlcpy (texts->whole, texts->from, DL_PIECE_SIZE);
  /* -00XX leaves out the year before AD 1, which is 0: alone, all hundred are named. An end of an interval
   * cannot name them; it is one of so many digits that count. */
  if (self->era < 0 && self->year == 0)
    {
      static const char *const counted[] = { "-0005S3", "-0050S2", "-0500S1" };
      DlPieceTexts             span = { 0 };
      DlCivil                  from = { .month = 1, .day = 1 };
      DlCivil                  to = { .month = 1, .day = 1 };

      get_years (self, &from.year, &to.year);
      write_span (&span, &from, &to, DL_UNIT_YEAR, FALSE, FALSE, &self->line);
      g_strlcpy (texts->whole, span.whole, DL_PIECE_SIZE);
      g_strlcpy (texts->from, counted[CLAMP (self->hidden, 1, 3) - 1], DL_PIECE_SIZE);
      append_marks (texts->from, self->line.about, self->line.uncertain);
      g_strlcpy (texts->to, texts->from, DL_PIECE_SIZE);
    }
  return TRUE;
}

static gboolean
write_piece (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts)
{
  const DlWordsLine *line = &self->line;
  gsize              length;

  if (self->kind == DL_PIECE_HIDDEN)
    return write_hidden (self, reading, texts);
  if (self->kind == DL_PIECE_SEASON)
    return write_season (self, self->season, texts);
  if (self->kind == DL_PIECE_DATE && line->part >= 0)
    return self->month != 0 ? write_part_of_month (self, reading, texts) : write_part_of_year (self, reading, texts);

  if (self->kind == DL_PIECE_TEXT)
    {
      /* A set has no qualifier of its own. */
      if (self->text[0] == '[' && line->uncertain)
        return dl_reading_fail_unread (reading);
      g_strlcpy (texts->whole, self->text, DL_PIECE_SIZE);
    }
  else
    {
      dl_date_piece_format_year (texts->whole, self->year);
      length = strlen (texts->whole);
      if (self->month != 0)
        g_snprintf (texts->whole + length, DL_PIECE_SIZE - length, "-%02d", (int) self->month);
      length = strlen (texts->whole);
      if (self->day != 0)
        g_snprintf (texts->whole + length, DL_PIECE_SIZE - length, "-%02d", (int) self->day);
      if (line->clock >= 0)
        append_clock (line, texts->whole);
    }
  if (texts->whole[0] != '[')
    append_marks (texts->whole, line->about, line->uncertain);
  g_strlcpy (texts->from, texts->whole, DL_PIECE_SIZE);
  g_strlcpy (texts->to, texts->whole, DL_PIECE_SIZE);
  return TRUE;
}

gboolean
dl_date_piece_write (const DlDatePiece *self, DlReading *reading, DlPieceTexts *texts)
{
  memset (texts, 0, sizeof *texts);
  if (!write_piece (self, reading, texts))
    return FALSE;
  if (texts->within[0] == '\0')
    g_strlcpy (texts->within, texts->from, DL_PIECE_SIZE);
  return TRUE;
}
