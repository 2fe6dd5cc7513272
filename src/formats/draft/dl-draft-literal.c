/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-literal.h"

#include <math.h>
#include <string.h>

#include "formats/markup/dl-markup.h"
#include "time/dl-edtf-make.h"

/* The way to a value is sought from the root: not more often than this. */
#define MAX_POINTERS 200
/* What is quoted of an expression has so many bytes at most. */
#define MAX_SHOWN 60

#define DAY_MILLISECONDS 86400000.0
/* A number below is a year; no clock has shown so few milliseconds or seconds that
 * anybody would have noted them. */
#define EPOCH_MIN_SECONDS 100000
/* The first and the last second that GDateTime can tell; it fails hard beyond. */
#define EPOCH_FIRST_SECOND -62135596800.0
#define EPOCH_LAST_SECOND 253402300799.0

char *
dl_epoch_to_edtf (double milliseconds, gboolean day)
{
  g_autoptr (GDateTime) then = NULL;
  double                seconds = floor (milliseconds / 1000);
  g_autofree char      *time = NULL;
  int                   year;
  int                   month;
  int                   of_month;
  int                   rest;

  if (!(seconds >= EPOCH_FIRST_SECOND && seconds <= EPOCH_LAST_SECOND))
    return NULL;
  then = g_date_time_new_from_unix_utc ((gint64) seconds);
  if (then == NULL)
    return NULL;
  g_date_time_get_ymd (then, &year, &month, &of_month);
  /* `%Y` has no leading zeros everywhere. */
  if (day)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, of_month);
  rest = (int) (milliseconds - seconds * 1000);
  time = g_date_time_format (then, "%H:%M:%S");
  if (rest > 0)
    return g_strdup_printf ("%04d-%02d-%02dT%s.%03dZ", year, month, of_month, time, rest);
  return g_strdup_printf ("%04d-%02d-%02dT%sZ", year, month, of_month, time);
}

char *
dl_literal_dup_line (const DlLiteral *value)
{
  g_autofree char *raw = dl_literal_dup_text (value);

  return dl_markup_to_line (raw);
}

char *
dl_literal_dup_words (const DlLiteral *value)
{
  g_autofree char *raw = dl_literal_dup_text (value);

  return dl_markup_to_text (raw);
}

/* How it is written. */
static char *
dup_source (const DlLiteral *value)
{
  g_autofree char *source = g_strndup (value->text + value->at, dl_literal_get_end (value) - value->at);
  g_autofree char *start = NULL;
  char            *valid;

  if (strlen (source) <= MAX_SHOWN)
    return g_steal_pointer (&source);
  start = g_strndup (source, MAX_SHOWN);
  valid = g_utf8_make_valid (start, -1);
  g_free (start);
  start = g_strconcat (valid, "…", NULL);
  g_free (valid);
  return g_steal_pointer (&start);
}

/* The inner value of what databases and JSON-LD write for a date. */
static DlLiteral
unwrap (const DlLiteral *value)
{
  DlLiteral inner;

  if (value->kind == DL_LITERAL_OBJECT &&
      (dl_literal_get_member (value, "@value", &inner) || dl_literal_get_member (value, "$date", &inner)))
    return inner;
  return *value;
}

/* Whether @value is a number that counts from 1970; then its milliseconds. */
static gboolean
get_milliseconds (const DlLiteral *value, DlEpoch epoch, double *number)
{
  DlLiteral inner = unwrap (value);

  if (epoch == DL_EPOCH_NONE || epoch == DL_EPOCH_CHRIST ||
      (inner.kind != DL_LITERAL_NUMBER && inner.kind != DL_LITERAL_STRING) || !dl_literal_get_number (&inner, number))
    return FALSE;
  if (epoch == DL_EPOCH_ALWAYS && inner.kind == DL_LITERAL_NUMBER)
    return TRUE;
  if (fabs (*number) < EPOCH_MIN_SECONDS)
    return FALSE;
  /* A text of digits may be many a thing; only a large one is clear. */
  if (inner.kind == DL_LITERAL_STRING && fabs (*number) < DL_EPOCH_MIN_MILLISECONDS)
    return FALSE;
  if (epoch == DL_EPOCH_ANY && fabs (*number) < DL_EPOCH_MIN_MILLISECONDS)
    *number *= 1000;
  return TRUE;
}

static char *
dup_date (const DlLiteral *value, DlEpoch epoch, gboolean days)
{
  DlLiteral inner = unwrap (value);
  double    number;
  gint64    whole;
  char     *text = NULL;

  if (inner.kind == DL_LITERAL_NOTHING || inner.kind == DL_LITERAL_NULL)
    return NULL;
  if (get_milliseconds (value, epoch, &number))
    text = dl_epoch_to_edtf (number, days);
  if (text == NULL && inner.kind == DL_LITERAL_NUMBER && dl_literal_get_integer (&inner, &whole))
    text = epoch == DL_EPOCH_CHRIST ? dl_edtf_make (whole < 0 ? whole + 1 : whole, DL_PART_NONE, DL_PART_NONE,
                                                    DL_PART_NONE, DL_PART_NONE, DL_PART_NONE)
                                    : g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  if (text == NULL)
    text = dl_literal_dup_trimmed (&inner);
  /* As the programs of ASP.NET wrote milliseconds in JSON: "/Date(1198908717056)/". */
  if (text != NULL && g_str_has_prefix (text, "/Date("))
    {
      char *edtf = dl_epoch_to_edtf (g_ascii_strtod (text + strlen ("/Date("), NULL), days);

      if (edtf != NULL)
        g_free (text);
      text = edtf != NULL ? edtf : text;
    }
  if (text == NULL && inner.kind != DL_LITERAL_STRING)
    text = dup_source (&inner);
  return text;
}

/* Whether a program gives the time at which it runs: what ends then goes on. */
static gboolean
is_now (const DlLiteral *value)
{
  static const char *const calls[] = { "newDate()", "newDate", "Date.now()", "moment()", "vis.moment()", NULL };
  g_autofree char         *source = NULL;
  char                    *to;

  if (value->kind != DL_LITERAL_OTHER && value->kind != DL_LITERAL_DATE)
    return FALSE;
  source = dup_source (value);
  to = source;
  for (const char *from = source; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return g_strv_contains (calls, source);
}

static gboolean
is_midnight (const DlLiteral *value, DlEpoch epoch)
{
  double number;

  return get_milliseconds (value, epoch, &number) && fmod (number, DAY_MILLISECONDS) == 0;
}

char *
dl_literal_dup_date (const DlLiteral *value, DlEpoch epoch)
{
  return dup_date (value, epoch, is_midnight (value, epoch));
}

void
dl_literal_dup_dates (const DlLiteral *start, const DlLiteral *end, DlEpoch epoch, char **from, char **to)
{
  double   number;
  gboolean days = is_midnight (start, epoch);

  if (get_milliseconds (end, epoch, &number))
    days = days && is_midnight (end, epoch);
  *from = dup_date (start, epoch, days);
  *to = is_now (end) ? g_strdup ("now") : dup_date (end, epoch, days);
}

char *
dl_draft_literal_dup_pointer (DlDraftLiteral *self, const DlLiteral *value)
{
  if (value->kind == DL_LITERAL_NOTHING || self->n_told++ >= MAX_POINTERS)
    return g_strdup ("");
  return dl_literal_dup_path (&self->root, value->at);
}

DlProblem *
dl_draft_literal_tell (DlDraftLiteral *self, const DlLiteral *value, char *message)
{
  return dl_draft_tell (self->draft, value->at, dl_draft_literal_dup_pointer (self, value), message);
}

void
dl_draft_literal_tell_note (DlDraftLiteral *self, const DlLiteral *value, char *message)
{
  dl_draft_tell_note (self->draft, value->at, dl_draft_literal_dup_pointer (self, value), message);
}

void
dl_draft_literal_tell_no_date (DlDraftLiteral *self, const DlLiteral *value, GError *error)
{
  dl_draft_tell_no_date (self->draft, value->at, dl_draft_literal_dup_pointer (self, value), error);
}

gboolean
dl_draft_literal_put_dates (DlDraftLiteral           *self,
                            const DlLiteral          *event,
                            const DlLiteral          *start,
                            const DlLiteral          *end,
                            DlEpoch                   epoch,
                            gboolean                  end_excluded,
                            const DlDateWordsContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  DlDraftDates       dates = { NULL, NULL, start->at, end->at, end_excluded, context };

  dl_literal_dup_dates (start, end, epoch, &from, &to);
  dates.start = from;
  dates.end = to;
  if (from == NULL)
    {
      /* It tells that there is no date. */
      dl_draft_end_event (self->draft);
      return FALSE;
    }
  if (dl_draft_put_dates (self->draft, &dates, &error))
    return TRUE;
  dl_draft_literal_tell_no_date (self, start->kind != DL_LITERAL_NOTHING ? start : event, g_steal_pointer (&error));
  return FALSE;
}
