/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a table is not read, and why. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-name-list.h"
#include "formats/rows/dl-rows-private.h"

/* Why something is left. */
typedef enum
{
  LEFT_NO_PLACE,
  LEFT_MAP,
  LEFT_FORM,
  N_LEFT,
} Left;

void
dl_rows_leave (DlRows *self, const char *name)
{
  char *own;

  if (*name == '\0' || g_hash_table_contains (self->known_left, name) || self->left->len > DL_ROWS_MAX_LEFT)
    return;
  own = g_strdup (name);
  g_ptr_array_add (self->left, own);
  g_hash_table_add (self->known_left, own);
}

static Left
get_reason (const char *name)
{
  const char *dot = strrchr (name, '.');
  guint       rank;

  if (dl_row_name_is_of_map (name))
    return LEFT_MAP;
  if ((dl_row_name_get_meaning (dot != NULL ? dot + 1 : name, &rank) == DL_ROW_NOTHING &&
       !dl_row_name_is_of_clock (name)) ||
      dl_row_name_is_of_bookkeeping (name))
    return LEFT_FORM;
  return LEFT_NO_PLACE;
}

/* @n: how many names there are in @names. Returns: (transfer full) */
static char *
dup_reason (Left why, const char *names, guint n)
{
  switch (why)
    {
    case LEFT_MAP:
      /* Translators: %s are the names of columns, such as “lat”. */
      return g_strdup_printf (ngettext ("A timeline has no map, so the column %s is left out.",
                                        "A timeline has no map, so the columns %s are left out.", n),
                              names);
    case LEFT_FORM:
      /* Translators: %s are the names of columns, such as “color”. */
      return g_strdup_printf (
        ngettext ("The column %s says how something is drawn, sorted or kept, not what happened, so it is left out.",
                  "The columns %s say how something is drawn, sorted or kept, not what happened, so they are left out.",
                  n),
        names);
    case LEFT_NO_PLACE:
    case N_LEFT:
    default:
      /* Translators: %s are the names of columns. */
      return g_strdup_printf (ngettext ("An event has no place for what the column %s tells, so it is left out.",
                                        "An event has no place for what the columns %s tell, so they are left out.", n),
                              names);
    }
}

void
dl_rows_tell_left (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  for (Left why = 0; why < N_LEFT; why++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      guint               n = 0;

      for (guint i = 0; i < MIN (self->left->len, DL_ROWS_MAX_LEFT); i++)
        if (get_reason (self->left->pdata[i]) == why)
          {
            dl_name_list_append (names, self->left->pdata[i]);
            n++;
          }
      if (n > 0 && self->left->len > DL_ROWS_MAX_LEFT)
        g_string_append (names, _ (", …"));
      if (n > 0)
        dl_draft_tell_note (draft, source->start.at, g_strdup (""), dup_reason (why, names->str, n));
    }
}
