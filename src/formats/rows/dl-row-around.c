/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rows of a list have from the object in which it stands. */
#include "formats/rows/dl-row-around.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-row-names.h"

/* A member of the object. @name: of the column that gets it */
typedef struct
{
  char        *name;
  DlRowMeaning meaning;
  DlLiteral    value;
} Given;

static void
given_clear (gpointer data)
{
  g_free (((Given *) data)->name);
}

void
dl_row_around_free (GArray *given)
{
  if (given != NULL)
    g_array_unref (given);
}

/* Whether a member says when something was. */
static gboolean
is_of_date (DlRowMeaning meaning)
{
  return meaning == DL_ROW_START || meaning == DL_ROW_END ||
         (meaning >= DL_ROW_YEAR && meaning <= DL_ROW_DATE_NOTE && meaning != DL_ROW_TIME);
}

/* Whether it says how long something took, or at what hour it was, which is not that of each part of it. */
static gboolean
is_of_time (DlRowMeaning meaning)
{
  return meaning == DL_ROW_TIME || meaning == DL_ROW_END_TIME || meaning == DL_ROW_END;
}

static gboolean
is_of_text (DlRowMeaning meaning)
{
  return meaning == DL_ROW_TEXT || meaning == DL_ROW_QUOTE;
}

/* Whether it belongs to the one that has a text, and is an event by that: its pictures, say. */
static gboolean
is_own (DlRowMeaning meaning)
{
  return !is_of_date (meaning) && meaning != DL_ROW_TIME && meaning != DL_ROW_TITLE && meaning != DL_ROW_PLACE &&
         meaning != DL_ROW_TOPIC && meaning != DL_ROW_TAGS;
}

/* The column for a member: what the whole is called is no title of its parts, and what is told of it no text of one.
 * Returns: (transfer full) */
static char *
dup_column (const char *name, DlRowMeaning meaning, const DlLiteral *value)
{
  g_autofree char *text = meaning == DL_ROW_DAY ? dl_literal_dup_trimmed (value) : NULL;

  if (meaning == DL_ROW_TITLE)
    /* Translators: before the name of what an event is a part of, such as a festival. */
    return g_strdup (C_ ("column", "part of"));
  if (is_of_text (meaning))
    /* Translators: %s is the name of a member of the file, such as “description”: that of a whole day, and not of one
     * of its events. It must not be the last word. */
    return g_strdup_printf (C_ ("column", "%s of the whole"), name);
  /* "day": "2016-03-01" */
  if (text != NULL && strlen (text) > 2 && dl_rows_is_date (text))
    return g_strdup ("date");
  return g_strdup (name);
}

static GArray *
find_given (DlRowTables *self, const DlRowTable *table)
{
  GArray       *given = g_array_new (FALSE, FALSE, sizeof (Given));
  gboolean      told = FALSE;
  gboolean      root = table->around.at == table->root.at;
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  g_array_set_clear_func (given, given_clear);
  dl_literal_iter_init (&iter, &table->around);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      const DlRowTable *inner;
      g_autofree char  *name = NULL;
      DlRowMeaning      meaning;
      guint             rank;

      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_OTHER ||
          ((value.kind == DL_LITERAL_LIST || value.kind == DL_LITERAL_OBJECT) &&
           (dl_literal_count (&value, 1) == 0 || dl_row_object_has_table (self, &value, &inner))))
        continue;
      name = dl_literal_dup_text (&key);
      if (name == NULL)
        continue;
      meaning = dl_row_name_get_meaning (name, &rank);
      told = told || (is_of_text (meaning) && value.kind == DL_LITERAL_STRING);
      /* The title and the text of the whole file are put as these. */
      if (meaning != DL_ROW_ID && (table->around_is == DL_ROW_AROUND_DAY || !is_of_text (meaning)) &&
          !(root && meaning == DL_ROW_TITLE))
        g_array_append_val (given, ((Given){ dup_column (name, meaning, &value), meaning, value }));
    }
  for (guint i = given->len; told && !root && table->around_is == DL_ROW_AROUND_ROW && i-- > 0;)
    if (is_own (g_array_index (given, Given, i).meaning))
      g_array_remove_index (given, i);
  return given;
}

void
dl_row_around_give (DlRowTables *self, DlRows *rows, DlRowTable *table)
{
  gboolean dated;
  gboolean timed;

  if (table->around.kind == DL_LITERAL_NOTHING)
    return;
  dated = dl_rows_has_part (rows, DL_ROW_START) || dl_rows_has_part (rows, DL_ROW_YEAR);
  timed = dl_rows_has_time (rows);
  if (table->given == NULL)
    table->given = find_given (self, table);
  self->gives = TRUE;
  for (guint i = 0; i < table->given->len; i++)
    {
      const Given *given = &g_array_index (table->given, Given, i);

      if ((dated && is_of_date (given->meaning)) || (timed && is_of_time (given->meaning)))
        continue;
      if (given->value.kind == DL_LITERAL_OBJECT)
        dl_row_object_set_members (self, rows, given->name, &given->value);
      else
        dl_row_object_set_cell (self, rows, dl_rows_find_column (rows, given->name, strlen (given->name), 0),
                                &given->value);
    }
  self->gives = FALSE;
}
