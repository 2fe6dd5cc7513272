/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/markwhen/dl-markwhen-dates.h"

#include <string.h>

#include <glib/gi18n.h>

#include "time/dl-date.h"
#include "time/dl-edtf-make.h"

/* More of a unit than any span has. */
#define MAX_STEPS_OF_UNIT 1000000

static const struct
{
  const char *name;
  DlUnit      unit;
} units[] = {
  { "seconds", DL_UNIT_SECOND }, { "second", DL_UNIT_SECOND }, { "secs", DL_UNIT_SECOND },
  { "sec", DL_UNIT_SECOND },     { "s", DL_UNIT_SECOND },      { "minutes", DL_UNIT_MINUTE },
  { "minute", DL_UNIT_MINUTE },  { "mins", DL_UNIT_MINUTE },   { "min", DL_UNIT_MINUTE },
  { "hours", DL_UNIT_HOUR },     { "hour", DL_UNIT_HOUR },     { "hrs", DL_UNIT_HOUR },
  { "hr", DL_UNIT_HOUR },        { "h", DL_UNIT_HOUR },        { "days", DL_UNIT_DAY },
  { "day", DL_UNIT_DAY },        { "d", DL_UNIT_DAY },         { "weeks", DL_UNIT_WEEK },
  { "week", DL_UNIT_WEEK },      { "w", DL_UNIT_WEEK },        { "months", DL_UNIT_MONTH },
  { "month", DL_UNIT_MONTH },    { "mos", DL_UNIT_MONTH },     { "mo", DL_UNIT_MONTH },
  { "years", DL_UNIT_YEAR },     { "year", DL_UNIT_YEAR },     { "yrs", DL_UNIT_YEAR },
  { "yr", DL_UNIT_YEAR },        { "y", DL_UNIT_YEAR },
};

static const char *
skip_space (const char *text)
{
  while (*text == ' ' || *text == '\t')
    text++;
  return text;
}

gboolean
dl_markwhen_parse_step (const char *text, DlUnit *unit, gint64 *count, const char **rest)
{
  char *end;
  gsize n = 0;

  text = skip_space (text);
  if (!g_ascii_isdigit (*text))
    return FALSE;
  *count = g_ascii_strtoll (text, &end, 10);
  text = skip_space (end);
  while (g_ascii_isalpha (text[n]))
    n++;
  if (*count > MAX_STEPS_OF_UNIT || n == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].name) == n && g_ascii_strncasecmp (units[i].name, text, n) == 0)
      {
        *unit = units[i].unit;
        *rest = skip_space (text + n);
        return TRUE;
      }
  return FALSE;
}

/* "1 year 2 months" after (or before) @from. @finest: (out): its finest unit */
static gboolean
parse_duration (const char *text, DlInstant from, int sign, DlInstant *to, DlUnit *finest)
{
  DlUnit unit;
  gint64 count;

  *finest = DL_UNIT_YEAR;
  *to = from;
  text = skip_space (text);
  if (*text == '\0')
    return FALSE;
  while (*text != '\0')
    {
      DlCivil civil = dl_calendar_from_instant (*to);

      if (!dl_markwhen_parse_step (text, &unit, &count, &text))
        return FALSE;
      civil = dl_calendar_add (&civil, unit, sign * count);
      *to = dl_calendar_to_instant (&civil);
      *finest = MIN (*finest, unit);
    }
  return TRUE;
}

/* A moment as exact as @unit. */
static void
write_date (DlInstant instant, DlUnit unit, char *out)
{
  DlCivil          civil = dl_calendar_from_instant (instant);
  g_autofree char *edtf = NULL;

  edtf = dl_edtf_make (
    civil.year, unit <= DL_UNIT_MONTH ? civil.month : DL_PART_NONE, unit <= DL_UNIT_WEEK ? civil.day : DL_PART_NONE,
    unit <= DL_UNIT_HOUR ? civil.hour : DL_PART_NONE, unit <= DL_UNIT_HOUR ? civil.minute : DL_PART_NONE,
    unit == DL_UNIT_SECOND ? civil.second : DL_PART_NONE);
  g_strlcpy (out, edtf != NULL ? edtf : "", DL_MARKWHEN_MAX_DATE);
}

/* How exact a text of EDTF is, of a plain date. */
static DlUnit
get_unit (const char *edtf)
{
  const char *digits = *edtf == '-' ? edtf + 1 : edtf;
  gsize       n = strlen (digits);

  if (strchr (digits, 'T') != NULL)
    return n > 17 ? DL_UNIT_SECOND : DL_UNIT_MINUTE;
  return n >= 10 ? DL_UNIT_DAY : n >= 7 ? DL_UNIT_MONTH : DL_UNIT_YEAR;
}

/* The bounds of what is written. */
static gboolean
set_span (DlMarkwhenSpan *span, const char *edtf)
{
  DlDate date;

  if (strlen (edtf) >= sizeof span->date || !dl_date_parse (edtf, -1, &date, NULL))
    return FALSE;
  if (edtf != span->date)
    g_strlcpy (span->date, edtf, sizeof span->date);
  span->start = date.earliest_start;
  span->end = date.latest_end;
  span->open = FALSE;
  return TRUE;
}

/* "12/2013", "3/14/2022" or, where the file says so, "14/3/2022"; with a time behind. */
static gboolean
parse_slashes (const DlMarkwhenDates *self, const char *text, DlMarkwhenSpan *span)
{
  gint64           parts[3];
  guint            n = 0;
  char            *end;
  g_autofree char *edtf = NULL;

  for (; n < 3 && g_ascii_isdigit (*text); text = end + 1)
    {
      parts[n++] = MIN (g_ascii_strtoll (text, &end, 10), 999999);
      if (*end != '/')
        {
          text = end;
          break;
        }
    }
  if (n < 2 || *skip_space (text) != '\0')
    return FALSE;
  if (parts[0] > 999)
    edtf = dl_edtf_make (parts[0], (int) MIN (parts[1], 99), n == 3 ? (int) MIN (parts[2], 99) : DL_PART_NONE,
                         DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  else if (n == 2)
    edtf = parts[1] > 31
             ? dl_edtf_make (parts[1], (int) parts[0], DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE)
             : NULL;
  else
    {
      gboolean day_first = self->words.order == DL_DAY_MONTH_DAY_FIRST;

      edtf = dl_edtf_make (parts[2], (int) parts[day_first ? 1 : 0], (int) parts[day_first ? 0 : 1], DL_PART_NONE,
                           DL_PART_NONE, DL_PART_NONE);
    }
  return edtf != NULL && set_span (span, edtf);
}

/* One date: no range. */
static gboolean
parse_single (const DlMarkwhenDates *self, const char *text, DlMarkwhenSpan *span)
{
  g_autofree char *edtf = NULL;
  gboolean         has_digit = FALSE;

  if (*text == '\0' || strlen (text) >= DL_MARKWHEN_MAX_DATE)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    has_digit |= g_ascii_isdigit (*c);
  if (!has_digit || strchr (text, '!') != NULL)
    return FALSE;
  if (parse_slashes (self, text, span))
    return TRUE;
  edtf = dl_date_words_to_edtf (text, &self->words, NULL, NULL);
  return edtf != NULL && strchr (edtf, '/') == NULL && set_span (span, edtf);
}

/* The start and how long it is. */
static gboolean
put_duration (const DlMarkwhenSpan *start, const char *text, DlMarkwhenSpan *span)
{
  DlUnit           finest;
  DlUnit           unit = get_unit (start->date);
  DlInstant        end;
  char             last[DL_MARKWHEN_MAX_DATE];
  g_autofree char *before = NULL;
  g_autofree char *date = NULL;

  if (!parse_duration (text, start->start, 1, &end, &finest))
    return FALSE;
  if (finest == DL_UNIT_WEEK)
    finest = DL_UNIT_DAY;
  write_date (end, MIN (unit, finest), last);
  before = dl_edtf_before (last);
  date = dl_edtf_make_interval (start->date, before, NULL);
  /* A first part that is longer than all of it is as exact as that is. */
  if (finest < unit && strchr (date, '/') == NULL)
    {
      char first[DL_MARKWHEN_MAX_DATE];

      write_date (start->start, finest, first);
      g_free (date);
      date = dl_edtf_make_interval (first, before, NULL);
    }
  return set_span (span, date);
}

/* "!first", "after !first 2 weeks", "before !first 3 days": a moment so long after or before another
 * event, or, where it @lasts, what fills that time. */
static gboolean
parse_relative (const DlMarkwhenDates *self,
                const char            *text,
                gboolean               lasts,
                DlMarkwhenSpan        *span,
                const char           **reason)
{
  gboolean              before = FALSE;
  const DlMarkwhenSpan *named;
  g_autofree char      *id = NULL;
  DlInstant             moment;
  DlMarkwhenSpan        start = { "" };
  DlUnit                finest = DL_UNIT_DAY;
  gsize                 n = 0;

  if (g_ascii_strncasecmp (text, "after ", 6) == 0)
    text = skip_space (text + 6);
  else if (g_ascii_strncasecmp (text, "before ", 7) == 0 || g_ascii_strncasecmp (text, "by ", 3) == 0)
    {
      before = TRUE;
      text = skip_space (strchr (text, ' '));
    }
  if (*text != '!')
    return FALSE;
  text++;
  while (text[n] != '\0' && text[n] != ' ' && text[n] != '.' && text[n] != '+')
    n++;
  id = g_strndup (text, n);
  named = n > 0 ? g_hash_table_lookup (self->named, id) : NULL;
  if (named == NULL)
    {
      *reason = _ ("there is no event of that name before it");
      return FALSE;
    }
  moment = before ? named->start : named->end;
  text += n;
  if (g_str_has_prefix (text, ".start"))
    {
      moment = named->start;
      text += strlen (".start");
    }
  else if (g_str_has_prefix (text, ".end"))
    {
      moment = named->end;
      text += strlen (".end");
    }
  text = skip_space (text);
  if (*text == '+')
    {
      text = skip_space (text + 1);
      lasts = FALSE;
    }
  if (lasts && *text != '\0')
    {
      DlInstant from = moment;

      if (before && !parse_duration (text, moment, -1, &from, &finest))
        {
          *reason = _ ("what stands behind the name of the other event is not understood");
          return FALSE;
        }
      write_date (from, from.seconds % DL_DAY_SECONDS == 0 ? DL_UNIT_DAY : DL_UNIT_MINUTE, start.date);
      if (*start.date != '\0' && set_span (&start, start.date) && put_duration (&start, text, span))
        return TRUE;
    }
  if (*text != '\0' && !parse_duration (text, moment, before ? -1 : 1, &moment, &finest))
    {
      *reason = _ ("what stands behind the name of the other event is not understood");
      return FALSE;
    }
  write_date (moment, MIN (finest, moment.seconds % DL_DAY_SECONDS == 0 ? DL_UNIT_DAY : DL_UNIT_MINUTE), span->date);
  return *span->date != '\0' && set_span (span, span->date);
}

static gboolean
is_now (const char *text)
{
  return g_ascii_strcasecmp (text, "now") == 0 || g_ascii_strcasecmp (text, "present") == 0;
}

static gboolean
parse_end (const DlMarkwhenDates *self,
           const DlMarkwhenSpan  *start,
           const char            *text,
           DlMarkwhenSpan        *span,
           const char           **reason)
{
  DlMarkwhenSpan   end = { "" };
  g_autofree char *date = NULL;
  gboolean         reversed;

  if (is_now (text))
    {
      date = g_strdup_printf ("%s/..", start->date);
      if (!set_span (span, date))
        return FALSE;
      span->open = TRUE;
      return TRUE;
    }
  if (put_duration (start, text, span))
    return TRUE;
  if (!parse_single (self, text, &end))
    {
      if (!parse_relative (self, text, FALSE, &end, reason))
        return FALSE;
      /* Until another begins or ends: exclusive. */
      date = dl_edtf_before (end.date);
      g_strlcpy (end.date, date, sizeof end.date);
      g_free (date);
    }
  date = dl_edtf_make_interval (start->date, end.date, &reversed);
  if (reversed)
    {
      *reason = _ ("its end is before its start");
      return FALSE;
    }
  return set_span (span, date);
}

static gboolean
parse_start (const DlMarkwhenDates *self, const char *text, DlMarkwhenSpan *span, const char **reason)
{
  return parse_single (self, text, span) || parse_relative (self, text, FALSE, span, reason);
}

/* Parts the text at @at. */
static gboolean
parse_range (const DlMarkwhenDates *self,
             const char            *text,
             const char            *at,
             gsize                  width,
             DlMarkwhenSpan        *span,
             const char           **reason)
{
  g_autofree char *first = g_strstrip (g_strndup (text, (gsize) (at - text)));
  g_autofree char *second = g_strstrip (g_strdup (at + width));
  DlMarkwhenSpan   start = { "" };

  return *second != '\0' && parse_start (self, first, &start, reason) && parse_end (self, &start, second, span, reason);
}

gboolean
dl_markwhen_parse (const DlMarkwhenDates *self, const char *text, DlMarkwhenSpan *span, const char **reason)
{
  static const char *const parts[] = { " - ", " – ", " to ", "/", "-", "–" };
  g_autofree char         *own = g_strstrip (g_strdup (text));

  *reason = NULL;
  if (*own == '\0' || strlen (own) >= DL_MARKWHEN_MAX_DATE)
    return FALSE;
  if (parse_single (self, own, span))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (const char *at = strstr (own, parts[i]); at != NULL; at = strstr (at + 1, parts[i]))
      if (parse_range (self, own, at, strlen (parts[i]), span, reason))
        return TRUE;
  if (*reason == NULL && parse_relative (self, own, TRUE, span, reason))
    return TRUE;
  if (*reason != NULL)
    return FALSE;
  /* How long it is, from where the one before ended. */
  if (g_ascii_isdigit (*own) && self->last != NULL && !self->last->open)
    {
      DlMarkwhenSpan start = { "" };

      write_date (self->last->end, self->last->end.seconds % DL_DAY_SECONDS == 0 ? DL_UNIT_DAY : DL_UNIT_MINUTE,
                  start.date);
      if (*start.date != '\0' && set_span (&start, start.date) && put_duration (&start, own, span))
        return TRUE;
    }
  if (is_now (own))
    *reason = _ ("“now” is a different day each time the file is read");
  return FALSE;
}

void
dl_markwhen_move (const DlMarkwhenSpan *span, DlUnit unit, gint64 count, DlMarkwhenSpan *moved)
{
  const char      *slash = strchr (span->date, '/');
  g_autofree char *first = slash != NULL ? g_strndup (span->date, (gsize) (slash - span->date)) : g_strdup (span->date);
  DlUnit           exact = MIN (get_unit (first), unit == DL_UNIT_WEEK ? DL_UNIT_DAY : unit);
  DlCivil          start = dl_calendar_from_instant (span->start);
  char             dates[2][DL_MARKWHEN_MAX_DATE];

  start = dl_calendar_add (&start, unit, count);
  write_date (dl_calendar_to_instant (&start), exact, dates[0]);
  *moved = (DlMarkwhenSpan){ "" };
  if (slash != NULL)
    {
      DlMarkwhenSpan last = { "" };
      DlCivil        end;

      if (!set_span (&last, slash + 1))
        return;
      end = dl_calendar_from_instant (last.start);
      end = dl_calendar_add (&end, unit, count);
      write_date (dl_calendar_to_instant (&end), MIN (get_unit (slash + 1), unit == DL_UNIT_WEEK ? DL_UNIT_DAY : unit),
                  dates[1]);
      g_snprintf (moved->date, sizeof moved->date, "%s/%s", dates[0], dates[1]);
    }
  else
    g_strlcpy (moved->date, dates[0], sizeof moved->date);
  if (!set_span (moved, moved->date))
    *moved->date = '\0';
}
