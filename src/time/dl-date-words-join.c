/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two dates that complete each other with what they share: "3–5 June 2004", "60–44 BC". */
#include <string.h>

#include "time/dl-date-words-slice.h"

static gboolean
is_year_only (const DlDatePiece *self)
{
  return self->kind == DL_PIECE_DATE && self->has_year && self->month == 0 && self->day == 0;
}

/* A number that turns out to be a year, before or after Christ as the other. */
static void
become_year (DlDatePiece *self, gint64 year, int era)
{
  self->kind = DL_PIECE_DATE;
  self->has_year = TRUE;
  self->year = era < 0 ? 1 - year : year;
  self->era = era;
}

static void
become_day (DlDatePiece *self, const DlDatePiece *other)
{
  self->kind = DL_PIECE_DATE;
  self->day = self->number;
  self->month = other->month;
}

/* "1727–31", "1914–8": the digits that change. */
static gboolean
is_shortened (const DlDatePiece *start, const DlDatePiece *end, gint64 *year)
{
  gint64 size = end->digits == 1 ? 10 : 100;

  if (!is_year_only (start) || end->digits > 2 || start->year < 100)
    return FALSE;
  *year = start->year / size * size + end->number;
  return *year > start->year;
}

static gboolean
share_years (DlDatePiece *start, DlDatePiece *end, DlReading *reading)
{
  gboolean bare = reading->context->bare_years;
  gint64   year;

  if (start->kind == DL_PIECE_NUMBER && is_year_only (end))
    {
      if (end->era == 0 && !bare)
        return FALSE;
      become_year (start, start->number, end->era);
    }
  else if (is_year_only (start) && start->era == 0 && is_year_only (end) && end->era < 0)
    become_year (start, start->year, -1);
  else if (is_year_only (start) && end->kind == DL_PIECE_NUMBER)
    {
      if (start->era_first)
        become_year (end, end->number, start->era);
      else if (is_shortened (start, end, &year))
        become_year (end, year, start->era);
      else if (start->era == 0 && bare)
        become_year (end, end->number, 0);
      else
        return FALSE;
    }
  else if (start->era_first && is_year_only (start) && is_year_only (end) && end->era == 0)
    become_year (end, end->year, start->era);
  else if (start->kind == DL_PIECE_NUMBER && end->kind == DL_PIECE_NUMBER && bare)
    {
      become_year (start, start->number, 0);
      become_year (end, end->number, 0);
    }
  /* "500 BC – 100" may end before Christ or after, but "44 BC – 100" goes forward only so. */
  else if (start->era < 0 && is_year_only (end) && end->era == 0 && end->year <= 1 - start->year)
    return FALSE;
  return TRUE;
}

/* "18th–19th century", "3rd–2nd century BC", "1960s–70s" */
static gboolean
share_hidden (DlDatePiece *start, DlDatePiece *end)
{
  gboolean ordinal = start->kind == DL_PIECE_NUMBER ||
                     (start->kind == DL_PIECE_DATE && !start->has_year && start->month == 0 && start->day != 0);

  if (end->kind != DL_PIECE_HIDDEN)
    return TRUE;
  if (ordinal)
    {
      gint64 number = start->kind == DL_PIECE_NUMBER ? start->number : start->day;

      if (end->hidden < 2 || number < 1 || number > 100)
        return FALSE;
      start->kind = DL_PIECE_HIDDEN;
      start->has_year = TRUE;
      start->year = number - 1;
      start->hidden = end->hidden;
      start->era = end->era;
    }
  /* After the 1990s, the 2000s are no century. */
  else if (start->kind == DL_PIECE_HIDDEN && start->hidden == 1 && end->hidden == 2 && end->plural)
    {
      end->year *= 10;
      end->hidden = 1;
    }
  else if (start->kind == DL_PIECE_HIDDEN && start->hidden == end->hidden && start->era == 0 && end->hidden > 1)
    start->era = end->era;
  else if (end->digits == 2 && start->kind == DL_PIECE_HIDDEN && start->hidden == 1 && end->hidden == 1)
    {
      end->year += start->year / 10 * 10;
      end->digits = 0;
    }
  return TRUE;
}

/* "3–5 June 2004", "June–August 2004", "4 July 1776 – 6", 2025年10月21日〜25日 */
static void
share_months (DlDatePiece *start, DlDatePiece *end)
{
  if (start->kind == DL_PIECE_NUMBER && end->day != 0)
    become_day (start, end);
  if (end->kind == DL_PIECE_NUMBER && start->day != 0)
    become_day (end, start);
  if (start->kind == DL_PIECE_DATE && start->day != 0 && start->month == 0 && !start->has_year)
    start->month = end->month;
  if (end->kind == DL_PIECE_DATE && end->day != 0 && end->month == 0)
    end->month = start->month;
}

static void
share_rest (DlDatePiece *start, DlDatePiece *end)
{
  if (!start->has_year && end->has_year && end->kind != DL_PIECE_HIDDEN)
    {
      start->has_year = TRUE;
      start->year = end->year;
    }
  else if (!end->has_year && start->has_year && start->kind != DL_PIECE_HIDDEN)
    {
      end->has_year = TRUE;
      end->year = start->year;
    }
  /* "25 October 2025, 22:00–23:30 (UTC)" */
  if (end->kind == DL_PIECE_DATE && end->line.clock >= 0 && end->day == 0)
    {
      end->year = start->year;
      end->month = start->month;
      end->day = start->day;
    }
  if (end->line.has_zone && start->line.clock >= 0 && !start->line.has_zone)
    {
      start->line.has_zone = TRUE;
      start->line.offset = end->line.offset;
    }
}

/* "winter 2019–20" and 2019〜2020年冬 are one winter. */
static gboolean
is_one_winter (DlDatePiece *start, const DlDatePiece *end, DlReading *reading, gboolean *wrong)
{
  const DlDatePiece *winter = start->kind == DL_PIECE_SEASON ? start : end;
  gint64             next = end->year;

  *wrong = FALSE;
  if (winter->kind != DL_PIECE_SEASON || start->kind == end->kind)
    return FALSE;
  if (winter == end)
    {
      if (!winter->ends_in_season || !is_year_only (start))
        return FALSE;
    }
  else if (end->kind == DL_PIECE_NUMBER)
    next = start->year / 100 * 100 + end->number;
  else if (!is_year_only (end))
    return FALSE;
  /* Seasons 24, 28 and 30 go on in the next year; "spring 2019–2020" is not clear. */
  *wrong = (winter->season != 24 && winter->season != 28 && winter->season != 30) || next != start->year + 1 ||
           !start->has_year;
  if (*wrong)
    return dl_reading_fail_unread (reading);
  start->kind = DL_PIECE_SEASON;
  start->season = winter->season;
  start->line.about |= end->line.about;
  start->line.uncertain |= end->line.uncertain;
  return TRUE;
}

/* Both ends; where the order of day and month is clear of one, it is that of the other. */
static gboolean
read_ends (DlReading          *reading,
           const DlWordsSlice *first,
           const DlWordsSlice *second,
           DlDatePiece        *start,
           DlDatePiece        *end)
{
  if (!dl_date_piece_read (start, reading, first->tokens, first->n, TRUE))
    {
      if (reading->found.answer != DL_DATE_ANSWER_AMBIGUOUS ||
          !dl_date_piece_read (end, reading, second->tokens, second->n, TRUE) ||
          reading->found.order == DL_DAY_MONTH_UNKNOWN)
        return FALSE;
      dl_reading_clear_failure (reading);
      if (!dl_date_piece_read (start, reading, first->tokens, first->n, TRUE))
        return FALSE;
    }
  return dl_date_piece_read (end, reading, second->tokens, second->n, TRUE);
}

char *
dl_reading_join_ends (DlReading          *reading,
                      const DlWordsSlice *first,
                      const DlWordsSlice *second,
                      gboolean            dash,
                      DlWordsLink         link)
{
  gboolean     between = link == DL_WORDS_LINK_BETWEEN;
  DlDatePiece  start;
  DlDatePiece  end;
  DlPieceTexts from;
  DlPieceTexts to;
  gboolean     wrong;

  if (!read_ends (reading, first, second, &start, &end))
    return NULL;
  if (!between && is_one_winter (&start, &end, reading, &wrong))
    {
      if (!dl_date_piece_complete (&start, reading) || !dl_date_piece_write (&start, reading, &from))
        return NULL;
      return g_strdup (from.whole);
    }
  if (!between && wrong)
    return NULL;
  if (!share_years (&start, &end, reading) || !share_hidden (&start, &end))
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  share_months (&start, &end);
  share_rest (&start, &end);
  /* A dash joins closely: "c. 1850–60" is approximate at both ends. */
  if (dash)
    {
      end.line.about |= start.line.about;
      start.line.uncertain |= end.line.uncertain;
    }
  if (!dl_date_piece_complete (&start, reading) || !dl_date_piece_complete (&end, reading) ||
      !dl_date_piece_write (&start, reading, &from) || !dl_date_piece_write (&end, reading, &to))
    return NULL;
  if (from.from[0] == '[' || to.to[0] == '[' ||
      (link != DL_WORDS_LINK_INTERVAL && (start.line.clock >= 0 || end.line.clock >= 0)))
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  if (link == DL_WORDS_LINK_INTERVAL)
    return g_strdup_printf ("%s/%s", from.within, to.within);
  return g_strdup_printf ("[%s%s%s]", from.from, link == DL_WORDS_LINK_BETWEEN ? ".." : ",", to.to);
}
