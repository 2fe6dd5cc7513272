/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-bounds.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "time/dl-date.h"
#include "time/dl-edtf-make.h"
#include "time/dl-words.h"

/* One end of an interval: EDTF of both bounds, or NULL; @unknown where it says that nobody knows it. */
typedef struct
{
  char    *earliest;
  char    *latest;
  gboolean unknown;
} End;

static void
end_clear (End *end)
{
  g_free (end->earliest);
  g_free (end->latest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (End, end_clear)

/* @unknown: set where it says so */
static gboolean
read_bound (const char *text, const DlDateWordsContext *context, char **edtf, gboolean *unknown, GError **error)
{
  DlDateWordsFound   found;
  g_autoptr (GError) local = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  *edtf = dl_date_words_to_edtf (text, context, &found, &local);
  *unknown = *unknown || (*edtf == NULL && found.answer == DL_DATE_ANSWER_UNKNOWN);
  if (*edtf != NULL || found.answer == DL_DATE_ANSWER_NONE || found.answer == DL_DATE_ANSWER_UNKNOWN)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Two that are the same are one. */
static gboolean
read_end (const char *earliest, const char *latest, const DlDateWordsContext *context, End *end, GError **error)
{
  if (!read_bound (earliest, context, &end->earliest, &end->unknown, error) ||
      !read_bound (latest, context, &end->latest, &end->unknown, error))
    return FALSE;
  return TRUE;
}

static gboolean
is_exact (const End *end)
{
  return end->earliest != NULL && end->latest != NULL && strcmp (end->earliest, end->latest) == 0;
}

/* @edtf as an end that may lie beside it: EDTF has nothing finer than a day for that.
 * Returns: (transfer full) */
static char *
make_approximate (const char *edtf)
{
  g_autofree char *day = g_strndup (edtf, strcspn (edtf, "T"));
  g_autofree char *made = g_strconcat (day, "~", NULL);
  DlDate           date;

  return dl_date_parse (made, -1, &date, NULL) ? g_steal_pointer (&made) : g_strdup (edtf);
}

/* One date out of those between two. Returns: (transfer full) */
static char *
make_set (const End *end)
{
  g_autofree char *from = end->earliest != NULL ? g_strndup (end->earliest, strcspn (end->earliest, "T")) : NULL;
  g_autofree char *to = end->latest != NULL ? g_strndup (end->latest, strcspn (end->latest, "T")) : NULL;
  g_autofree char *set = NULL;
  DlDate           date;

  if (from != NULL && to != NULL && strcmp (from, to) == 0)
    return g_steal_pointer (&from);
  set = g_strdup_printf ("[%s..%s]", from != NULL ? from : "", to != NULL ? to : "");
  if (dl_date_parse (set, -1, &date, NULL))
    return g_steal_pointer (&set);
  return make_approximate (from != NULL ? from : to);
}

/* What is told of an end that is not exact. Returns: (transfer full) */
static char *
describe (const End *end, gboolean is_start)
{
  g_autofree char *from = end->earliest != NULL ? dl_words_from_edtf (end->earliest, 0, NULL) : NULL;
  g_autofree char *to = end->latest != NULL ? dl_words_from_edtf (end->latest, 0, NULL) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf (is_start
                              /* Translators: two dates, such as “667” and “700”. */
                              ? _ ("Begins between %s and %s.")
                              : _ ("Ends between %s and %s."),
                            from, to);
  if (to != NULL)
    /* Translators: a date, such as “700” or “May 1866”. */
    return g_strdup_printf (is_start ? _ ("Begins at the latest: %s.") : _ ("Ends at the latest: %s."), to);
  return g_strdup_printf (is_start ? _ ("Begins at the earliest: %s.") : _ ("Ends at the earliest: %s."), from);
}

static void
add_note (GString *note, const End *end, gboolean is_start)
{
  g_autofree char *sentence = describe (end, is_start);

  if (note->len > 0)
    g_string_append_c (note, ' ');
  g_string_append (note, sentence);
}

static char *
make_interval (const End *start, const End *end, char **note)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char         *outer_start = start->earliest != NULL ? start->earliest : start->latest;
  const char         *outer_end = end->latest != NULL ? end->latest : end->earliest;
  g_autofree char    *from = is_exact (start) ? g_strdup (outer_start) : make_approximate (outer_start);
  g_autofree char    *to = is_exact (end) ? g_strdup (outer_end) : make_approximate (outer_end);
  g_autofree char    *made = NULL;
  DlDate              date;

  if (!is_exact (start))
    add_note (words, start, TRUE);
  if (!is_exact (end))
    add_note (words, end, FALSE);
  if (note != NULL && words->len > 0)
    *note = g_strdup (words->str);
  made = g_strdup_printf ("%s/%s", from, to);
  if (dl_date_parse (made, -1, &date, NULL))
    return strcmp (from, to) == 0 ? g_steal_pointer (&from) : g_steal_pointer (&made);
  return dl_edtf_make_interval (outer_start, outer_end, NULL);
}

char *
dl_draft_dup_bounds (const DlDraftBounds *bounds, char **note, GError **error)
{
  g_auto (End) start = { NULL };
  g_auto (End) end = { NULL };

  if (note != NULL)
    *note = NULL;
  if (!read_end (bounds->earliest_start, bounds->latest_start, bounds->context, &start, error) ||
      !read_end (bounds->earliest_end, bounds->latest_end, bounds->context, &end, error))
    return NULL;
  if (start.earliest == NULL && start.latest == NULL)
    {
      if (end.earliest == NULL && end.latest == NULL)
        {
          g_set_error_literal (error, DL_ERROR, DL_ERROR_INVALID_DATE, _ ("there is no date"));
          return NULL;
        }
      /* Nothing is known of the start. */
      return g_strconcat ("/", end.latest != NULL ? end.latest : end.earliest, NULL);
    }
  if (end.earliest == NULL && end.latest == NULL && end.unknown)
    {
      g_autofree char *set = is_exact (&start) ? NULL : make_set (&start);

      if (note != NULL && set != NULL)
        *note = describe (&start, TRUE);
      return dl_edtf_make_interval (set != NULL ? set : start.earliest, "", NULL);
    }
  if (end.earliest == NULL && end.latest == NULL)
    {
      if (is_exact (&start))
        return g_steal_pointer (&start.earliest);
      /* A set of dates has days; what is finer is told. */
      if (note != NULL && ((start.earliest != NULL && strchr (start.earliest, 'T') != NULL) ||
                           (start.latest != NULL && strchr (start.latest, 'T') != NULL)))
        *note = describe (&start, TRUE);
      return make_set (&start);
    }
  return make_interval (&start, &end, note);
}

gboolean
dl_draft_put_bounds (DlDraft *self, const DlDraftBounds *bounds, GError **error)
{
  g_autofree char *note = NULL;
  g_autofree char *date = dl_draft_dup_bounds (bounds, &note, error);

  if (date == NULL)
    return FALSE;
  dl_draft_put_date (self, date);
  if (!dl_draft_has_date_note (self))
    dl_draft_put_date_note (self, note);
  return TRUE;
}
