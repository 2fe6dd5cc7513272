/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-dates.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-bounds.h"
#include "time/dl-date.h"
#include "time/dl-edtf-make.h"

gboolean
dl_draft_is_open_end (const char *text)
{
  g_autofree char *words = g_strconcat ("1900 – ", text, NULL);
  g_autofree char *edtf = dl_date_words_to_edtf (words, NULL, NULL, NULL);

  return g_strcmp0 (edtf, "1900/..") == 0;
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

/* The end as EDTF, or NULL when there is none. */
static char *
read_end (DlDraft *self, const DlDraftDates *dates, gboolean *from_words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *end = NULL;
  DlDateWordsFound   found;

  if (dates->end == NULL || *dates->end == '\0')
    return NULL;
  end = dl_date_words_to_edtf (dates->end, dates->context, &found, &error);
  if (end == NULL && found.answer == DL_DATE_ANSWER_TODAY && dl_draft_is_open_end (dates->end))
    return g_strdup ("..");
  if (end == NULL)
    {
      if (found.answer != DL_DATE_ANSWER_NONE)
        dl_draft_tell (self, dates->end_at, g_strdup (""),
                       /* Translators: %s is the reason. */
                       g_strdup_printf (_ ("The end of this event is left out: %s"), error->message));
      return NULL;
    }
  *from_words = *from_words || found.form == DL_DATE_FORM_WORDS;
  end = take_end_of_week (g_steal_pointer (&end), found.form, TRUE);
  return dates->end_excluded ? dl_edtf_before (end) : g_steal_pointer (&end);
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

/* Both ends of an interval in EDTF, or twice what is none. Returns: FALSE where one of them is open */
static gboolean
split (char *edtf, const char **first, const char **last)
{
  char *slash = strchr (edtf, '/');

  *first = *last = edtf;
  if (slash == NULL)
    return TRUE;
  *slash = '\0';
  *last = slash + 1;
  return **first != '\0' && **last != '\0' && strcmp (*first, "..") != 0 && strcmp (*last, "..") != 0;
}

/* A start or an end that is an interval says between which two dates it was: "1500/1550" and "1700/1750".
 * Where the end is only that of the start, "753–509 BC" beside it has both. Returns: whether it was put */
static gboolean
put_bounds (DlDraft *self, const DlDraftDates *dates, const char *start, const char *end)
{
  g_autofree char *from = g_strdup (start);
  g_autofree char *to = g_strdup (end);
  DlDraftBounds    bounds = { .at = dates->start_at };

  if ((strchr (start, '/') == NULL && strchr (end, '/') == NULL) ||
      !split (from, &bounds.earliest_start, &bounds.latest_start) ||
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

/* An end that was, though nobody knows when: no other than none. */
static gboolean
is_unknown (const char *end)
{
  static const char *const words[] = { "?",         "??",      "unknown",  "(unknown)",   "not known",
                                       "unbekannt", "inconnu", "inconnue", "不明",        "不詳",
                                       "미상",      "불명",    "未知",     "desconocido", NULL };
  g_autofree char         *small = g_ascii_strdown (end, -1);

  return g_strv_contains (words, g_strstrip (small));
}

/* The interval from @start on whose end is not known. Returns: (transfer full) (nullable): NULL where there is none */
static char *
dup_without_end (const char *start, const char *end)
{
  g_autofree char *open = NULL;
  DlDate           date;

  if (end == NULL || !is_unknown (end) || strchr (start, '/') != NULL)
    return NULL;
  open = g_strconcat (start, "/", NULL);
  return dl_date_parse (open, -1, &date, NULL) ? g_steal_pointer (&open) : NULL;
}

gboolean
dl_draft_put_dates (DlDraft *self, const DlDraftDates *dates, GError **error)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *date = NULL;
  gboolean         from_words;
  gboolean         reversed;
  DlDateWordsFound found;

  start = dl_date_words_to_edtf (dates->start != NULL ? dates->start : "", dates->context, &found, error);
  if (start == NULL)
    return FALSE;
  from_words = found.form == DL_DATE_FORM_WORDS;
  end = read_end (self, dates, &from_words);
  if (is_same (start, end))
    g_clear_pointer (&end, g_free);
  if (end != NULL)
    start = take_end_of_week (g_steal_pointer (&start), found.form, FALSE);
  if (end != NULL && put_bounds (self, dates, start, end))
    return TRUE;
  date = end == NULL ? dup_without_end (start, dates->end) : NULL;
  reversed = FALSE;
  if (date == NULL)
    date = dl_edtf_make_interval (start, end, &reversed);
  /* With an end that is left out, a day that ends at its own start is one day. */
  if (reversed && !(dates->end_excluded && g_strcmp0 (dates->start, dates->end) == 0))
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   g_strdup (_ ("The end of this event is before its start and is left out.")));
  else if (end != NULL && !reversed && is_beyond (start, end))
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   g_strdup (_ ("The end of this event is left out: its start has an end of its own.")));
  /* "After 1900", and before 1910: neither is known. */
  else if (end != NULL && !reversed && strchr (start, '/') == NULL && strcmp (date, start) == 0)
    dl_draft_tell (self, dates->end_at, g_strdup (""),
                   g_strdup (_ ("The end of this event is left out: it does not go together with the start.")));
  dl_draft_put_date (self, date);
  if (from_words && !dl_draft_has_date_note (self))
    {
      g_autofree char *note =
        /* "753–509 BC" has both ends. */
        end != NULL && strchr (start, '/') == NULL ? g_strdup_printf ("%s – %s", dates->start, dates->end)
                                                   : g_strdup (dates->start);

      dl_draft_put_date_note (self, note);
    }
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
