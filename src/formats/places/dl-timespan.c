/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/places/dl-timespan.h"

#include <string.h>

#include "formats/draft/dl-draft-bounds.h"

enum
{
  END_IN,
  END_EARLIEST,
  END_LATEST,
  END_LABEL,
  END_YEAR,
  END_EARLIEST_YEAR,
  END_LATEST_YEAR,
  N_END_MEMBERS,
};
static const char *const end_names[] = {
  "in", "earliest", "latest", "label", "year", "earliestYear", "latestYear", NULL
};

void
dl_timespan_clear (DlTimespan *self)
{
  g_free (self->earliest_start);
  g_free (self->latest_start);
  g_free (self->earliest_end);
  g_free (self->latest_end);
  g_free (self->start_label);
  g_free (self->end_label);
  *self = (DlTimespan){ NULL };
}

/* Takes what is told, of the bounds that are not yet known. */
static void
read_end (const DlLiteral *end, guint depth, char **earliest, char **latest, char **label)
{
  DlLiteral members[N_END_MEMBERS];
  char     *text;

  if (end->kind != DL_LITERAL_OBJECT)
    {
      text = dl_literal_dup_trimmed (end);
      if (text == NULL)
        return;
      if (*earliest == NULL)
        *earliest = g_strdup (text);
      if (*latest == NULL)
        *latest = g_strdup (text);
      g_free (text);
      return;
    }
  if (depth == 0)
    return;
  dl_literal_get_members (end, end_names, members);
  if (*label == NULL)
    *label = dl_literal_dup_trimmed (&members[END_LABEL]);
  if (members[END_IN].kind != DL_LITERAL_NOTHING)
    read_end (&members[END_IN], depth - 1, earliest, latest, label);
  if (members[END_YEAR].kind != DL_LITERAL_NOTHING)
    read_end (&members[END_YEAR], 0, earliest, latest, label);
  for (guint i = END_EARLIEST; i <= END_EARLIEST_YEAR; i += END_EARLIEST_YEAR - END_EARLIEST)
    {
      DlLiteral *first = &members[i];
      DlLiteral *last = &members[i + 1];
      char      *unused = NULL;

      if (*earliest == NULL && first->kind != DL_LITERAL_NOTHING)
        read_end (first, depth - 1, earliest, &unused, label);
      g_clear_pointer (&unused, g_free);
      if (*latest == NULL && last->kind != DL_LITERAL_NOTHING)
        read_end (last, depth - 1, &unused, latest, label);
      g_clear_pointer (&unused, g_free);
    }
}

gboolean
dl_timespan_read (DlTimespan *self, const DlLiteral *start, const DlLiteral *end)
{
  *self = (DlTimespan){ NULL };
  read_end (start, 3, &self->earliest_start, &self->latest_start, &self->start_label);
  read_end (end, 3, &self->earliest_end, &self->latest_end, &self->end_label);
  return self->earliest_start != NULL || self->latest_start != NULL || self->earliest_end != NULL ||
         self->latest_end != NULL;
}

/* Years are as they are written, however many digits they have. */
static const DlDateWordsContext context = { .bare_years = TRUE };

/* What is said in words of an end that does not say the same itself: "1550 BC" is -1549. Returns: NULL for nothing */
static const char *
tells (const char *label, const char *earliest, const char *latest)
{
  g_autofree char *said = NULL;
  g_autofree char *bound = NULL;

  if (label == NULL || dl_date_words_get_absence (label) != DL_DATE_ANSWER_READ)
    return NULL;
  if (earliest == NULL || g_strcmp0 (earliest, latest) != 0)
    return label;
  said = dl_date_words_to_edtf (label, &context, NULL, NULL);
  bound = dl_date_words_to_edtf (earliest, &context, NULL, NULL);
  return said != NULL && g_strcmp0 (said, bound) == 0 ? NULL : label;
}

gboolean
dl_timespan_put (const DlTimespan *self, gsize at, DlDraft *draft, GError **error)
{
  DlDraftBounds bounds = {
    self->earliest_start, self->latest_start, self->earliest_end, self->latest_end, at, &context
  };
  const char      *start = tells (self->start_label, self->earliest_start, self->latest_start);
  const char      *end = tells (self->end_label, self->earliest_end, self->latest_end);
  g_autofree char *note = NULL;

  if (start != NULL && self->end_label != NULL && strcmp (start, self->end_label) != 0)
    note = g_strdup_printf ("%s – %s", start, self->end_label);
  else if (start == NULL && end != NULL && self->start_label != NULL)
    note = g_strdup_printf ("%s – %s", self->start_label, end);
  else if (start != NULL || end != NULL)
    note = g_strdup (start != NULL ? start : end);
  dl_draft_put_date_note (draft, note);
  return dl_draft_put_bounds (draft, &bounds, error);
}
