/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-table.h"

#include "formats/draft/dl-json-writer.h"

void
dl_draft_table_init (DlDraftTable *table)
{
  table->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->order = g_ptr_array_new ();
  table->text = g_string_new (NULL);
}

void
dl_draft_table_clear (DlDraftTable *table)
{
  g_ptr_array_unref (table->order);
  g_hash_table_unref (table->ids);
  g_hash_table_unref (table->named);
  g_string_free (table->text, TRUE);
}

guint
dl_draft_table_use (DlDraftTable *table, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (table->ids, id));
  char *own;

  if (number > 0)
    return number - 1;
  own = g_strdup (id);
  g_ptr_array_add (table->order, own);
  g_hash_table_insert (table->ids, own, GUINT_TO_POINTER (table->order->len));
  return table->order->len - 1;
}

void
dl_draft_table_name (DlDraftTable *table, const char *id, const char *name, const char *member, const char *value)
{
  if (id == NULL || *id == '\0' || !g_hash_table_add (table->named, g_strdup (id)))
    return;
  dl_draft_table_use (table, id);
  g_string_append (table->text, "    { ");
  dl_json_write_member (table->text, "id", id);
  dl_json_write_member (table->text, "name", name != NULL && *name != '\0' ? name : id);
  dl_json_write_member (table->text, member, value);
  dl_json_write_end (table->text);
  g_string_append (table->text, " },\n");
}

void
dl_draft_write_lines (GString *out, const char *name, GString *lines)
{
  if (lines->len == 0)
    return;
  g_string_truncate (lines, lines->len - 2);
  g_string_append_printf (out, "  \"%s\": [\n", name);
  g_string_append_len (out, lines->str, (gssize) lines->len);
  g_string_append (out, "\n  ],\n");
}

void
dl_draft_table_write (DlDraftTable *table, const char *name, GString *out)
{
  for (guint i = 0; i < table->order->len; i++)
    {
      const char *id = table->order->pdata[i];

      if (!g_hash_table_contains (table->named, id))
        dl_draft_table_name (table, id, id, "", NULL);
    }
  dl_draft_write_lines (out, name, table->text);
}
