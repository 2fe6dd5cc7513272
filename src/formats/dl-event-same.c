/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-same.h"

#include "formats/dl-json-walk.h"

static void
start (DlJsonWalk *walk, guint64 key, const DlReaderTables *tables)
{
  gsize       length;
  const char *text = g_bytes_get_data (tables->bytes, &length);

  walk->at = text + key;
  walk->end = text + length;
}

/* A string, or another character that is no space, from both. */
static gboolean
pass_same (DlJsonWalk *one, DlJsonWalk *other)
{
  if (*one->at != *other->at)
    return FALSE;
  if (*one->at == '"')
    {
      DlJsonStr string = dl_json_walk_string (one);

      return dl_json_str_is (dl_json_walk_string (other), string.start, dl_json_str_length (string));
    }
  dl_json_walk_pass (one);
  dl_json_walk_pass (other);
  return TRUE;
}

gboolean
dl_event_same (guint64 key, gpointer tables, guint64 other_key, gpointer other_tables)
{
  DlJsonWalk one, other;
  guint      depth = 0;

  start (&one, key, tables);
  start (&other, other_key, other_tables);
  do
    {
      char c = *one.at;

      if (!pass_same (&one, &other))
        return FALSE;
      if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;
    }
  while (depth > 0);
  return TRUE;
}
