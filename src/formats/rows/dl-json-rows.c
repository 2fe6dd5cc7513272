/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON that is of no format of its own, but holds events. */
#include "formats/rows/dl-json-rows.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-vocabulary.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-json-names.h"
#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-json-tables.h"

/* So many lines that are no objects may stand between the first two. */
#define MAX_DAMAGED_LINES 5

static gboolean
sniff (DlInput *input)
{
  DlRowTables tables;
  guint       n = dl_json_tables_find (input, &tables, NULL, NULL);

  dl_row_tables_clear (&tables);
  return n > 0;
}

/* Whether an object has "events", or what may have been meant for it: then the reader of Dateline's own says what
 * is wrong. */
static gboolean
may_be_own (const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_text (&key);

      if (name != NULL && (strcmp (name, "events") == 0 ||
                           g_strcmp0 (dl_vocabulary_suggest_member (DL_OBJECT_TIMELINE, name), "events") == 0))
        return TRUE;
    }
  return FALSE;
}

gboolean
dl_json_rows_explain (DlInput *input, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GArray            *literals = dl_input_get_literals (input);
  DlRowTables        tables;

  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;

      if (!dl_input_check_literal (input, value, NULL) || (i == 0 && may_be_own (value)))
        return FALSE;
    }
  dl_json_tables_find (input, &tables, NULL, &reason);
  dl_row_tables_clear (&tables);
  if (reason == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return TRUE;
}

/* What an object says of all that is in it. */
static void
put_head (const DlLiteral *object, DlDraft *draft)
{
  static const char *const names[] = { "title", "name", "headline", "description", "summary", NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];
  gboolean                 titled = FALSE;

  dl_literal_get_members (object, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = values[i].kind == DL_LITERAL_STRING || values[i].kind == DL_LITERAL_OBJECT
                                ? dl_json_dup_words (&values[i])
                                : NULL;
      g_autofree char *clean = NULL;

      if (text == NULL)
        continue;
      clean = i < 3 ? dl_markup_to_line (text) : dl_markup_to_text (text);
      if (i < 3 && !titled)
        {
          dl_draft_set_title (draft, clean);
          titled = TRUE;
        }
      else if (i >= 3)
        dl_draft_set_description (draft, clean);
    }
}

/* The same of a file. */
static void
put_heads (const DlLiteral *root, DlDraft *draft)
{
  DlLiteral head = dl_json_find_head (root);

  put_head (root, draft);
  if (head.at != root->at)
    put_head (&head, draft);
}

/* Whether a program shows a calendar of which it is known that its days end before their end. */
static gboolean
is_calendar (DlInput *input)
{
  static const char *const words[] = { "fullcalendar", "new calendar(", "agendaweek", "daygridmonth", "timegridweek" };

  if (dl_input_is_data (input))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dl_input_has_early (input, words[i], input->length))
      return TRUE;
  return FALSE;
}

static gboolean
read_tables (DlInput *input, DlRowTables *tables, DlDraft *draft, GError **error)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  gboolean           headless = FALSE;

  if (g_array_index (tables->tables, DlRowTable, 0).kind == DL_ROW_TABLE_LISTS)
    headless = !dl_row_tables_read_header (tables, rows);
  dl_rows_settle (rows, &tables->source, headless);
  if (dl_rows_has_column (rows, "start") && dl_rows_has_column (rows, "end") && is_calendar (input))
    dl_rows_set_calendar (rows);
  if (headless)
    dl_draft_tell_note (
      draft, tables->source.start.at, g_strdup (""),
      g_strdup (_ ("The table has no header row; what each column is was told by what stands in it.")));
  return dl_rows_read (rows, &tables->source, input, draft, error);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  DlRowTables        tables;
  GArray            *literals = dl_input_get_literals (input);
  g_autoptr (GError) reason = NULL;
  gboolean           done = TRUE;

  for (guint i = 0; done && i < literals->len; i++)
    done = dl_input_check_literal (input, &g_array_index (literals, DlLiteralFound, i).value, error);
  if (!done)
    return FALSE;
  if (dl_json_tables_find (input, &tables, draft, &reason) > 0)
    {
      if (literals->len == 1)
        put_heads (&g_array_index (literals, DlLiteralFound, 0).value, draft);
      done = read_tables (input, &tables, draft, error);
      if (done)
        dl_json_names_put (input, draft);
    }
  dl_row_tables_clear (&tables);
  if (reason == NULL)
    return done;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Whether a line behind @at begins with an object, though a few before it may be damaged. */
static gboolean
has_next_object (DlInput *input, gsize at)
{
  for (guint n = 0; n < MAX_DAMAGED_LINES; n++)
    {
      const char *newline;

      while (at < input->length && g_ascii_isspace (input->text[at]))
        at++;
      if (at < input->length && input->text[at] == '{')
        return TRUE;
      newline = memchr (input->text + at, '\n', input->length - at);
      if (newline == NULL)
        return FALSE;
      at = (gsize) (newline - input->text) + 1;
    }
  return FALSE;
}

/* Whether a second object follows the first, and both are rows. */
static gboolean
find_lines (DlInput *input, DlRowTables *tables)
{
  DlLiteral          all = { input->text, input->length, 0, DL_LITERAL_OBJECT };
  DlLiteral          first;
  gsize              end = 0;
  g_autoptr (DlRows) rows = NULL;

  dl_row_tables_init (tables);
  if (dl_input_get_first (input) != '{' || !dl_literal_parse (input->text, input->length, 0, &first, &end, NULL, NULL))
    return FALSE;
  if (!has_next_object (input, end))
    return FALSE;
  dl_row_tables_add (tables, DL_ROW_TABLE_LINES, &all, &all, NULL);
  rows = dl_rows_new ();
  return dl_rows_settle (rows, &tables->source, FALSE);
}

static gboolean
sniff_lines (DlInput *input)
{
  DlRowTables tables;
  gboolean    found = find_lines (input, &tables);

  dl_row_tables_clear (&tables);
  return found;
}

static gboolean
read_lines (DlInput *input, DlDraft *draft, GError **error)
{
  DlRowTables tables;
  gboolean    done = find_lines (input, &tables) && read_tables (input, &tables, draft, error);

  dl_row_tables_clear (&tables);
  return done;
}

const DlFormat dl_format_json_rows = {
  .nick = "json-rows",
  .label = N_ ("JSON with rows of events"),
  .endings = "json js",
  .sniff = sniff,
  .read = read_file,
};

const DlFormat dl_format_json_lines = {
  .nick = "json-lines",
  .label = N_ ("JSON lines"),
  .endings = "ndjson jsonl",
  .sniff = sniff_lines,
  .read = read_lines,
};
