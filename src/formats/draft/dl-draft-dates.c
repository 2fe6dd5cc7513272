/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-dates.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-bounds.h"
#include "formats/draft/dl-draft-private.h"
#include "time/dl-date.h"
#include "time/dl-edtf-make.h"

/* Nobody tells the months of a later year. */
#define LAST_YEAR_MEANT 2100

char *
dl_draft_dup_year_meant (gint64 year)
{
  /* The last digit is the one too many, or the first. */
  gint64 meant = year / 10 <= LAST_YEAR_MEANT ? year / 10 : year % 10000;

  if (year <= 9999 || year > 99999 || meant < 1000 || meant > LAST_YEAR_MEANT)
    return NULL;
  return g_strdup_printf ("%d", (int) meant);
}

/* One end of a week, which is a set of days: "[2025-10-20..2025-10-26]"; others stay.
 * Takes @edtf. Returns: (transfer full) */
static char *
take_end_of_week (char *edtf, DlDateForm form, gboolean last)
{
  const char *dots = form == DL_DATE_FORM_MACHINE && *edtf == '[' ? strstr (edtf, "..") : NULL;
  char       *end;

  if (dots == NULL)
    return edtf;
  end = last ? g_strndup (dots + 2, strlen (dots + 2) - 1) : g_strndup (edtf + 1, (gsize) (dots - edtf - 1));
  g_free (edtf);
  return end;
}

char *
dl_draft_dup_end (const char *text, const DlDateWordsContext *context, DlDateForm *form, GError **error)
{
  g_autoptr (GError) reason = NULL;
  DlDateWordsFound   found;
  char              *end = dl_date_words_to_edtf (text, context, &found, &reason);

  if (form != NULL)
    *form = end != NULL ? found.form : DL_DATE_FORM_EDTF;
  if (end != NULL || found.answer == DL_DATE_ANSWER_NONE)
    return end;
  if (found.answer == DL_DATE_ANSWER_UNKNOWN)
    return g_strdup ("");
  if (found.answer == DL_DATE_ANSWER_TODAY && dl_date_words_is_open (text))
    return g_strdup ("..");
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/* An end that was read as the last part of what it ends. Takes @end. Returns: (transfer full) (nullable) */
static char *
settle_end (const DlDraftDates *dates, char *end, DlDateForm form)
{
  g_autofree char *own = end;

  if (end == NULL || *end == '\0' || strcmp (end, "..") == 0)
    return g_steal_pointer (&own);
  own = take_end_of_week (own, form, TRUE);
  return dates->end_excluded ? dl_edtf_before (own) : g_steal_pointer (&own);
}

/* The end as EDTF, "" where it is not known, or NULL when there is none. */
static char *
read_end (DlDraft *self, const DlDraftDates *dates, gboolean *from_words)
{
  g_autoptr (GError) error = NULL;
  char              *end;
  DlDateForm         form;

  if (dates->end == NULL || *dates->end == '\0')
    return NULL;
  end = dl_draft_dup_end (dates->end, dates->context, &form, &error);
  if (error != NULL)
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   /* Translators: %s is the reason. */
                   g_strdup_printf (_ ("The end of this event is left out: %s"), error->message));
  *from_words = *from_words || (end != NULL && form == DL_DATE_FORM_WORDS);
  return settle_end (dates, end, form);
}

/* Whether an end says no more than the start, which may be said with doubt: "c. 3200 BC"
 * beside a column of ends that has -3200. */
static gboolean
is_same (const char *start, const char *end)
{
  gsize length = strcspn (start, "~?%");

  return end != NULL && strcspn (end, "~?%") == length && strncmp (start, end, length) == 0 &&
         (start[length] == '\0' || start[length + 1] == '\0') && strchr (start, '/') == NULL;
}

/* Both ends of an interval in EDTF or of the years that it is one of, "[-9800..-9700]", or twice what is
 * neither. Returns: FALSE where one of them is open */
static gboolean
split (char *edtf, const char **first, const char **last)
{
  char *slash = strchr (edtf, '/');
  char *dots = *edtf == '[' && strchr (edtf, ',') == NULL ? strstr (edtf, "..") : NULL;

  *first = *last = edtf;
  if (dots != NULL)
    {
      *dots = '\0';
      *first = edtf + 1;
      *last = dots + 2;
      dots[strlen (dots + 2) + 1] = '\0';
      return **first != '\0' && **last != '\0';
    }
  if (slash == NULL)
    return TRUE;
  *slash = '\0';
  *last = slash + 1;
  return **first != '\0' && **last != '\0' && strcmp (*first, "..") != 0 && strcmp (*last, "..") != 0;
}

/* A start or an end that is an interval, or one of several years, says between which two dates it was: "1500/1550"
 * and "1700/1750". Where the end is only that of the start, "753–509 BC" beside it has both. Returns: whether it was
 * put */
static gboolean
put_bounds (DlDraft *self, const DlDraftDates *dates, const char *start, const char *end)
{
  g_autofree char *from = g_strdup (start);
  g_autofree char *to = g_strdup (end);
  DlDraftBounds    bounds = { .at = dates->start_at };

  if (!split (from, &bounds.earliest_start, &bounds.latest_start) ||
      !split (to, &bounds.earliest_end, &bounds.latest_end) || strcmp (bounds.latest_start, bounds.latest_end) == 0)
    return FALSE;
  return dl_draft_put_bounds (self, &bounds, NULL);
}

/* Whether an end goes beyond that of a start which has one itself: "1850–1860", and 1870. */
static gboolean
is_beyond (const char *start, const char *end)
{
  DlDate date;
  DlDate last;

  return strchr (start, '/') != NULL && dl_date_parse (start, -1, &date, NULL) &&
         dl_date_parse (end, -1, &last, NULL) && dl_instant_compare (last.latest_end, date.latest_end) > 0;
}

/* A start that nobody knows, beside an end. Returns: whether that makes a date */
static gboolean
put_unknown_start (DlDraft *self, const DlDraftDates *dates)
{
  DlDateForm       form = DL_DATE_FORM_EDTF;
  char            *read = dates->end != NULL ? dl_draft_dup_end (dates->end, dates->context, &form, NULL) : NULL;
  g_autofree char *end = settle_end (dates, read, form);
  g_autofree char *date = dl_edtf_make_interval ("", end, NULL);

  if (*date == '\0')
    return FALSE;
  dl_draft_put_date (self, date);
  if (form == DL_DATE_FORM_WORDS && !dl_draft_has_date_note (self))
    dl_draft_put_date_note (self, dates->end);
  return TRUE;
}

/* The words of both ends, or of the start where that has both: "753–509 BC". */
static void
put_note (DlDraft *self, const DlDraftDates *dates, gboolean both)
{
  g_autofree char *note = both ? g_strdup_printf ("%s – %s", dates->start, dates->end) : g_strdup (dates->start);

  if (!dl_draft_has_date_note (self))
    dl_draft_put_date_note (self, note);
}

char *
dl_draft_open_end (const char *start)
{
  g_autofree char *own = g_strdup (start);
  g_autofree char *open = NULL;
  const char      *first;
  const char      *last;
  DlDate           date;

  /* EDTF has no end that is one of several: the first of them, or so. */
  open = dl_edtf_make_interval (start, "..", NULL);
  if (strchr (open, '/') == NULL && split (own, &first, &last))
    {
      g_free (open);
      open = g_strconcat (first, "~/..", NULL);
    }
  return dl_date_parse (open, -1, &date, NULL) ? g_steal_pointer (&open) : NULL;
}

gboolean
dl_draft_put_dates (DlDraft *self, const DlDraftDates *dates, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char   *start = NULL;
  g_autofree char   *end = NULL;
  g_autofree char   *date = NULL;
  gboolean           from_words;
  gboolean           reversed = FALSE;
  gboolean           known;
  DlDateWordsFound   found;

  start = dl_date_words_to_edtf (dates->start != NULL ? dates->start : "", dates->context, &found, &reason);
  if (start == NULL && found.answer == DL_DATE_ANSWER_UNKNOWN && put_unknown_start (self, dates))
    return TRUE;
  if (start == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  from_words = found.form == DL_DATE_FORM_WORDS;
  end = read_end (self, dates, &from_words);
  if (is_same (start, end))
    g_clear_pointer (&end, g_free);
  known = end != NULL && *end != '\0';
  if (known)
    start = take_end_of_week (g_steal_pointer (&start), found.form, FALSE);
  if (known && (strchr (start, '/') != NULL || strchr (end, '/') != NULL) && put_bounds (self, dates, start, end))
    return TRUE;
  date = dl_edtf_make_interval (start, end, &reversed);
  if (known && !reversed && (*start == '[' || *end == '[') && strchr (date, '/') == NULL)
    {
      if (from_words)
        put_note (self, dates, TRUE);
      if (put_bounds (self, dates, start, end))
        return TRUE;
    }
  /* With an end that is left out, a day that ends at its own start is one day. */
  if (reversed && !(dates->end_excluded && g_strcmp0 (dates->start, dates->end) == 0))
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   g_strdup (_ ("The end of this event is before its start and is left out.")));
  else if (known && !reversed && is_beyond (start, end))
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   g_strdup (_ ("The end of this event is left out: its start has an end of its own.")));
  /* "After 1900", and before 1910: neither is known. */
  else if (known && !reversed && strchr (start, '/') == NULL && strcmp (date, start) == 0)
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   g_strdup (_ ("The end of this event is left out: it does not go together with the start.")));
  dl_draft_put_date (self, date);
  if (from_words)
    put_note (self, dates, known && strchr (start, '/') == NULL);
  return TRUE;
}

void
dl_draft_tell_no_date (DlDraft *self, gsize offset, char *pointer, GError *error)
{
  dl_draft_tell_lost (self, offset, pointer,
                      /* Translators: %s is the reason. */
                      g_strdup_printf (_ ("This event is left out: %s"), error->message));
  g_error_free (error);
  dl_draft_drop_event (self);
}

void
dl_draft_tell_year_zero (DlDraft    *self,
                         gsize       offset,
                         char       *pointer,
                         const char *program,
                         const char *date,
                         const char *edtf)
{
  gint64 year = edtf != NULL && *edtf == '-' ? g_ascii_strtoll (edtf, NULL, 10) : 0;

  if (year >= 0 || year <= -G_MAXINT || self->told_year_zero)
    {
      g_free (pointer);
      return;
    }
  self->told_year_zero = TRUE;
  dl_draft_tell_note (
    self, offset, pointer,
    /* Translators: the name of a program, a date as it is written in its file, such as “-0043-03-15”, the year BC that
     * this is, here 44, and the number that stands there, here 43. */
    g_strdup_printf (_ ("Before the year 1, %s counts a year 0, so that “%s” is in the year %d BC, not %d BC."),
                     program, date, (int) (1 - year), (int) -year));
}
