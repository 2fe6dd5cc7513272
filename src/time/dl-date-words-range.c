/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of one date or two: "from … to …", "before …", "between … and …". */
#include "time/dl-date-words-private.h"

#include <string.h>

#include "time/dl-date.h"
#include "time/dl-edtf.h"

/* What two dates are together. */
typedef enum
{
  LINK_INTERVAL,
  LINK_BETWEEN,
  LINK_OR,
} Link;

/* The tokens of a text, or what is left of them. */
typedef struct
{
  const DlWordsToken *tokens;
  int                 n;
} Slice;

static char
first_code (const Slice *self)
{
  return self->n > 0 ? self->tokens[0].code : '\0';
}

static char
last_code (const Slice *self)
{
  return self->n > 0 ? self->tokens[self->n - 1].code : '\0';
}

static gint64
last_value (const Slice *self)
{
  return self->n > 0 ? self->tokens[self->n - 1].value : 0;
}

static void
drop_first (Slice *self)
{
  self->tokens++;
  self->n--;
  /* "post-1945" */
  if (first_code (self) == '-')
    drop_first (self);
}

static void
drop_last (Slice *self)
{
  self->n--;
}

/* Completing two dates with what they share */

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

  if (!is_year_only (start) || start->era < 0 || end->digits > 2 || start->year < 100)
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
read_ends (DlReading *reading, const Slice *first, const Slice *second, DlDatePiece *start, DlDatePiece *end)
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

/* Two dates as EDTF: an interval, some time between them, or one of them. */
static char *
join_ends (DlReading *reading, const Slice *first, const Slice *second, gboolean dash, Link link)
{
  gboolean     between = link == LINK_BETWEEN;
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
      (link != LINK_INTERVAL && (start.line.clock >= 0 || end.line.clock >= 0)))
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  if (link == LINK_INTERVAL)
    return g_strdup_printf ("%s/%s", from.within, to.within);
  return g_strdup_printf ("[%s%s%s]", from.from, link == LINK_BETWEEN ? ".." : ",", to.to);
}

/* One date, with what stands before or after it */

static gboolean
read_one (DlReading *reading, const Slice *slice, DlDatePiece *piece, DlPieceTexts *texts)
{
  return dl_date_piece_read (piece, reading, slice->tokens, slice->n, FALSE) &&
         dl_date_piece_complete (piece, reading) && dl_date_piece_write (piece, reading, texts);
}

/* The last unit before the date, or the first after it: 1899 for "before 1900". */
static char *
beside (const DlDatePiece *piece, const char *text, gboolean after)
{
  DlUnit  unit = DL_UNIT_YEAR;
  DlDate  date;
  DlCivil civil;

  if (piece->kind == DL_PIECE_TEXT)
    return g_strdup (text);
  if (piece->kind == DL_PIECE_SEASON || (piece->kind == DL_PIECE_DATE && piece->month != 0))
    unit = piece->day != 0 ? DL_UNIT_DAY : DL_UNIT_MONTH;
  if (!dl_date_parse (text, -1, &date, NULL))
    return NULL;
  civil = dl_calendar_from_instant (after ? date.stated_end : dl_instant_add (date.stated_start, -1));
  return dl_edtf_from_civil (&civil, unit);
}

static char *
bounded (DlReading *reading, const Slice *slice, gboolean after)
{
  DlDatePiece      piece;
  DlPieceTexts     texts;
  g_autofree char *edge = NULL;

  if (!read_one (reading, slice, &piece, &texts))
    return NULL;
  edge = piece.line.clock >= 0 ? NULL : beside (&piece, after ? texts.to : texts.from, after);
  if (edge == NULL || edge[0] == '[')
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  if (piece.kind != DL_PIECE_TEXT && (piece.line.about || piece.line.uncertain))
    {
      g_autofree char *exact = g_steal_pointer (&edge);
      const char      *mark = piece.line.about && piece.line.uncertain ? "%" : piece.line.about ? "~" : "?";

      edge = g_strconcat (exact, mark, NULL);
    }
  return after ? g_strdup_printf ("[%s..]", edge) : g_strdup_printf ("[..%s]", edge);
}

/* @pattern has one %s, for the date. */
static char *
surrounded (DlReading *reading, const Slice *slice, const char *before, const char *after)
{
  gboolean     interval = before[0] == '.' || before[0] == '/' || after[0] == '/';
  DlDatePiece  piece;
  DlPieceTexts texts;

  if (!read_one (reading, slice, &piece, &texts))
    return NULL;
  if (texts.to[0] == '[' || (before[0] != '.' && before[0] != '/' && before[0] != '\0' && piece.line.clock >= 0))
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  return g_strconcat (before, interval ? texts.within : after[0] == '\0' ? texts.to : texts.from, after, NULL);
}

static char *
one_date (DlReading *reading, Slice slice)
{
  DlDatePiece  piece;
  DlPieceTexts texts;
  char         first = first_code (&slice);
  char         last = last_code (&slice);

  if (first == 'V' || last == 'V')
    {
      gint64 end = first == 'V' ? slice.tokens[0].value : last_value (&slice);

      if (first == 'V')
        drop_first (&slice);
      else
        drop_last (&slice);
      while (first_code (&slice) == ',' || first_code (&slice) == 'F' || first_code (&slice) == 'U')
        drop_first (&slice);
      while (last_code (&slice) == ',' || last_code (&slice) == 'F' || last_code (&slice) == 'U')
        drop_last (&slice);
      return surrounded (reading, &slice, end > 0 ? "" : "/", end > 0 ? "/" : "");
    }
  if (first == 'F' || last == 'F' || (last == 'p' && slice.n > 1))
    {
      if (last == 'F' || last == 'p')
        drop_last (&slice);
      if (first == 'F')
        drop_first (&slice);
      return surrounded (reading, &slice, "", "/..");
    }
  if (first == 'U' || last == 'U')
    {
      if (first == 'U')
        drop_first (&slice);
      else
        drop_last (&slice);
      return surrounded (reading, &slice, "../", "");
    }
  if (first == 'B' || first == 'E' || last == 'B' || last == 'E')
    {
      gboolean after = first == 'E' || last == 'E';

      if (first == 'B' || first == 'E')
        drop_first (&slice);
      else
        drop_last (&slice);
      return bounded (reading, &slice, after);
    }
  if (first == 'r' || last == 'r')
    {
      gint64 value = first == 'r' ? slice.tokens[0].value : last_value (&slice);

      if (first == 'r')
        drop_first (&slice);
      else
        drop_last (&slice);
      if (value < 0)
        return surrounded (reading, &slice, value < -1 ? "{.." : "[..", value < -1 ? "}" : "]");
      return surrounded (reading, &slice, value > 1 ? "{" : "[", value > 1 ? "..}" : "..]");
    }
  if (!read_one (reading, &slice, &piece, &texts))
    return NULL;
  reading->exact = piece.line.has_zone && piece.line.clock_parts == 3;
  return g_strdup (texts.whole);
}

/* Whether the end is the present: "1960s – present", and in an interval "now". */
static gboolean
is_present (const Slice *slice)
{
  return slice->n == 1 && (first_code (slice) == 'p' || first_code (slice) == 'N' ||
                           (first_code (slice) == 't' && slice->tokens[0].value == 0));
}

/* The interval that token @at parts. */
static char *
two_dates (DlReading *reading, const Slice *slice, int at, Link link)
{
  Slice    start = { slice->tokens, at };
  Slice    end = { slice->tokens + at + 1, slice->n - at - 1 };
  gboolean dash = slice->tokens[at].code == '=' || slice->tokens[at].code == '-' || slice->tokens[at].code == '~';

  if (start.n > 0 && first_code (&start) == 'F')
    drop_first (&start);
  /* "1900年から〜" */
  if (start.n > 1 && last_code (&start) == 'F')
    drop_last (&start);
  /* "from 1900 to the present", "1900 – until 1910" */
  if (end.n > 1 && first_code (&end) == 'U')
    drop_first (&end);
  if (end.n > 1 && last_code (&end) == 'U')
    drop_last (&end);
  if (start.n <= 0)
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  /* "1950–" has begun then. */
  if (link == LINK_INTERVAL && (is_present (&end) || (end.n == 0 && dash)))
    return surrounded (reading, &start, "", "/..");
  if (end.n <= 0)
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  return join_ends (reading, &start, &end, dash, link);
}

/* Where one token stands that parts two dates; -1 for none or several. */
static int
find_parting (const Slice *slice, gboolean between)
{
  int found = -1;
  int i;

  for (i = 1; i < slice->n; i++)
    {
      const DlWordsToken *token = &slice->tokens[i];
      gboolean            inside = i < slice->n - 1;
      gboolean            parting = token->code == '=' || (inside && token->code == '>');

      parting |= inside && (token->code == 'U' || token->code == 'F') && found < 0;
      parting |= inside && token->code == '~' && token->value == 1 && slice->tokens[i + 1].code != '=' &&
                 slice->tokens[i - 1].code != '=';
      parting |= inside && (token->code == 'v' || (between && token->code == '&'));
      if (!parting)
        continue;
      /* から 〜 */
      if (found == i - 1 && slice->tokens[found].code == 'F')
        found = -1;
      if (found >= 0)
        return -1;
      found = i;
    }
  return found;
}

/* The middle one of an odd number of hyphens, or -1. */
static int
find_middle_hyphen (const Slice *slice)
{
  int n = 0;
  int i;

  for (i = 1; i < slice->n; i++)
    n += slice->tokens[i].code == '-';
  if (n % 2 == 0)
    return -1;
  n = n / 2 + 1;
  for (i = 1; n > 0; i++)
    n -= slice->tokens[i].code == '-';
  return i - 1;
}

static char *
read_slice (DlReading *reading, Slice slice)
{
  gboolean between = first_code (&slice) == 'w' || (slice.n > 1 && last_code (&slice) == 'w');
  char    *edtf;
  int      at;

  if (first_code (&slice) == 'w')
    drop_first (&slice);
  else if (between)
    drop_last (&slice);
  at = find_parting (&slice, between);
  if (at >= 0)
    {
      edtf = two_dates (reading, &slice, at,
                        between                        ? LINK_BETWEEN
                        : slice.tokens[at].code == 'v' ? LINK_OR
                                                       : LINK_INTERVAL);
      if (edtf != NULL || between)
        return edtf;
    }
  if (between)
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  edtf = one_date (reading, slice);
  at = find_middle_hyphen (&slice);
  /* "winter 2019/20"; elsewhere a slash parts what may be either. */
  if (at < 0 && first_code (&slice) == 'P' && slice.n == 4 && slice.tokens[2].code == '/')
    at = 2;
  /* "June/July 1944" goes through both, "1964/65" from one year into the next. */
  else if (at < 0 && slice.n > 2 && slice.tokens[1].code == '/' &&
           ((slice.n == 4 && strchr ("MP", first_code (&slice)) != NULL &&
             slice.tokens[2].code == first_code (&slice)) ||
            (slice.n == 3 && slice.tokens[0].digits == 4 && slice.tokens[2].digits == 2 && slice.tokens[2].value > 12 &&
             slice.tokens[2].value == (slice.tokens[0].value + 1) % 100)))
    at = 1;
  /* "5th/4th century BC" is both, too. */
  else if (at < 0 && slice.n > 5 && slice.tokens[0].code == 'n' && slice.tokens[1].code == 'o' &&
           slice.tokens[2].code == '/' && slice.tokens[3].code == 'n' && slice.tokens[4].code == 'o')
    at = 2;
  if (edtf == NULL && at > 0 && reading->found.answer != DL_DATE_ANSWER_AMBIGUOUS)
    edtf = two_dates (reading, &slice, at, LINK_INTERVAL);
  return edtf;
}

char *
dl_reading_words (DlReading *self)
{
  g_autoptr (DlVocabulary) local = self->context->here != NULL ? dl_vocabulary_new_local () : NULL;
  g_autofree char         *cut = NULL;
  g_autofree char         *vietnamese = dl_date_words_dup_vietnamese (self->text);
  g_autofree char *respelt = vietnamese != NULL ? g_steal_pointer (&vietnamese) : dl_date_words_respell (self->text);
  g_autofree char *counted = dl_date_words_count_on (respelt != NULL ? respelt : self->text);
  const char      *text = counted != NULL ? counted : respelt != NULL ? respelt : self->text;
  DlWordsToken     tokens[DL_WORDS_MAX_TOKENS];
  Slice            slice = { tokens, 0 };

  /* JavaScript names the zone once more: "… GMT-0600 (Central Standard Time)". */
  if (g_str_has_suffix (text, ")"))
    {
      const char *bracket = strrchr (text, '(');
      const char *plus = strstr (text, "GMT+");
      const char *zone = plus != NULL ? plus : strstr (text, "GMT-");

      if (bracket != NULL && zone != NULL && zone < bracket)
        text = cut = g_strndup (text, (gsize) (bracket - text));
    }
  slice.n = dl_words_tokenize (local != NULL ? local : dl_vocabulary_get (), text, tokens);
  if (slice.n <= 0)
    {
      dl_reading_fail_unread (self);
      return NULL;
    }
  return read_slice (self, slice);
}
