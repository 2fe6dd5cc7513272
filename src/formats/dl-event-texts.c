/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-texts.h"

#include "formats/dl-json-text.h"
#include "formats/dl-json-walk.h"

/* Members whose values are asked for; the same order as their names. */
enum
{
  SUMMARY,
  DATE_NOTE,
  QUOTES,
  N_EVENT_MEMBERS
};

enum
{
  TEXT,
  SPEAKER,
  CONTEXT,
  SOURCE,
  N_QUOTE_MEMBERS
};

static const char *const event_names[N_EVENT_MEMBERS] = { "summary", "dateNote", "quotes" };
static const char *const quote_names[N_QUOTE_MEMBERS] = { "text", "speaker", "context", "source" };

typedef struct
{
  DlJsonWalk            json;
  const DlReaderTables *tables;
  const char           *text; /* the whole file's */
  DlEventTextFunc       func;
  gpointer              data;
} Walk;

/* Over an object: where the values of its members of these names begin, the last where there
 * are several. @values: (out): as many as @names, %NULL where there is none */
static void
walk_object (Walk *walk, const char *const *names, guint n_names, const char **values)
{
  for (guint i = 0; i < n_names; i++)
    values[i] = NULL;
  if (!dl_json_walk_in (&walk->json, '}'))
    return;
  do
    {
      gsize     at = (gsize) (walk->json.at - walk->text);
      DlJsonStr name = dl_json_walk_short (&walk->json);
      gboolean  escaped = dl_json_str_has_escape (name);

      dl_json_walk_pass (&walk->json); /* the colon */
      for (guint i = 0; i < n_names; i++)
        if (escaped ? dl_json_string_is (walk->text, at, (gsize) (walk->json.end - walk->text), names[i])
                    : dl_json_str_is (name, names[i], strlen (names[i])))
          values[i] = walk->json.at;
      dl_json_walk_value (&walk->json);
    }
  while (dl_json_walk_on (&walk->json));
}

/* The string that @value is, its escapes undone. @owned: (out): frees what had to be made.
 * Returns: FALSE where it is no string, or empty */
static gboolean
get_string (Walk *walk, const char *value, const char **string, gsize *length, char **owned)
{
  DlJsonWalk at = { value, walk->json.end };
  DlJsonStr  written;

  if (value == NULL || *value != '"')
    return FALSE;
  written = dl_json_walk_string (&at);
  *string = written.start;
  *length = dl_json_str_length (written);
  if (dl_json_str_has_escape (written))
    *string = *owned =
      dl_json_string_dup (walk->text, (gsize) (value - walk->text), (gsize) (written.end - walk->text) + 1, length);
  return *length > 0;
}

/* Returns: whether to go on */
static gboolean
tell_string (Walk *walk, DlEventTextKind kind, guint quote, const char *value)
{
  g_autofree char *owned = NULL;
  DlEventText      text = { .kind = kind, .quote = quote, .source = DL_NONE };

  return !get_string (walk, value, &text.text, &text.length, &owned) || walk->func (&text, walk->data);
}

/* The record that a string names, or DL_NONE. */
static guint32
find (Walk *walk, GHashTable *table, const char *value)
{
  g_autofree char *owned = NULL;
  g_autofree char *id = NULL;
  const char      *string;
  gsize            length;

  if (!get_string (walk, value, &string, &length, &owned))
    return DL_NONE;
  id = g_strndup (string, length);
  return dl_reader_table_find (table, id);
}

/* Returns: whether to go on */
static gboolean
tell_quote (Walk *walk, guint nth, const char **values)
{
  g_autofree char *owned = NULL;
  DlEventText      text = { .kind = DL_EVENT_TEXT_QUOTE, .quote = nth, .source = DL_NONE };

  /* Without words it is no quote. */
  if (!get_string (walk, values[TEXT], &text.text, &text.length, &owned))
    return TRUE;
  text.source = find (walk, walk->tables->sources, values[SOURCE]);
  if (!walk->func (&text, walk->data) || !tell_string (walk, DL_EVENT_TEXT_CONTEXT, nth, values[CONTEXT]))
    return FALSE;
  /* Whoever is among the people is known by the event's record. */
  return find (walk, walk->tables->people, values[SPEAKER]) != DL_NONE ||
         tell_string (walk, DL_EVENT_TEXT_SPEAKER, nth, values[SPEAKER]);
}

static void
tell_quotes (Walk *walk, const char *list)
{
  guint n = 0;
  guint n_told = 0;

  walk->json.at = list;
  if (*list != '[' || !dl_json_walk_in (&walk->json, ']'))
    return;
  do
    {
      const char *values[N_QUOTE_MEMBERS];

      if (*walk->json.at != '{')
        {
          dl_json_walk_value (&walk->json);
          continue;
        }
      walk_object (walk, quote_names, N_QUOTE_MEMBERS, values);
      if (values[TEXT] == NULL || *values[TEXT] != '"' || values[TEXT][1] == '"')
        continue;
      if (!tell_quote (walk, n_told++, values))
        return;
    }
  while (++n < G_MAXUINT16 && dl_json_walk_on (&walk->json));
}

void
dl_event_walk_texts (guint64 key, gpointer tables, DlEventTextFunc func, gpointer data)
{
  const DlReaderTables *self = tables;
  gsize                 length;
  const char           *text = g_bytes_get_data (self->bytes, &length);
  Walk                  walk = { { text + key, text + length }, self, text, func, data };
  const char           *values[N_EVENT_MEMBERS];

  if (*walk.json.at != '{')
    return;
  walk_object (&walk, event_names, N_EVENT_MEMBERS, values);
  if (tell_string (&walk, DL_EVENT_TEXT_SUMMARY, DL_NONE, values[SUMMARY]) &&
      tell_string (&walk, DL_EVENT_TEXT_DATE_NOTE, DL_NONE, values[DATE_NOTE]) && values[QUOTES] != NULL)
    tell_quotes (&walk, values[QUOTES]);
}
