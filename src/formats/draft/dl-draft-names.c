/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the event of a draft names: topics, people, a place and sources. */
#include "formats/draft/dl-draft-private.h"

#include <string.h>

#include "formats/dl-append.h"
#include "formats/draft/dl-json-writer.h"
#include "time/dl-date-words.h"

/* Bytes of a list that are looked through for what it has. */
#define MAX_LOOK 1024
/* An event that names more of one kind is written down. */
#define MAX_STRAIGHT 200

void
dl_draft_put_place (DlDraft *self, const char *id)
{
  dl_draft_put_text (self->place, id);
  if (self->place->len > 0 && !self->keeps_texts)
    self->event_place = dl_draft_table_use (&self->places, self->place->str);
}

/* To a list of an event that is not written down: indexes are all that there is. */
static void
put_index (DlDraft *self, DlDraftRefKind kind, guint32 index)
{
  GArray *indexes = self->event_refs[kind].indexes;

  for (guint i = 0; i < indexes->len; i++)
    if (g_array_index (indexes, guint32, i) == index)
      return;
  if (indexes->len < MAX_STRAIGHT)
    g_array_append_val (indexes, index);
  else
    dl_draft_straight_refuse (self);
}

/* `"id", ` to a list that has not got it yet, and its index. @table: (nullable): that it is of; of
 * sources @index is told */
static void
put_into (DlDraft *self, DlDraftRefKind kind, DlDraftTable *table, guint32 index, const char *id)
{
  static const char *const members[] = { "topics ", "people ", "sources " };
  GString                 *list = self->event_refs[kind].text;
  g_autofree char         *own = NULL;
  gsize                    start = list->len;
  gsize                    length;

  id = dl_draft_trim (id != NULL ? id : "", &length);
  if (length == 0 || self->keeps_texts)
    return;
  if (id[length] != '\0')
    id = own = g_strndup (id, length);
  if (table != NULL)
    index = dl_draft_table_use (table, id);
  if (self->straight != NULL)
    {
      put_index (self, kind, index);
      return;
    }
  dl_json_write_string_len (list, id, length);
  dl_append (list, ", ", 2);
  /* Few are looked for among those that are there; of the thousands of a mailing
   * list, those behind the first few in a table. */
  if ((start > 0 && g_strstr_len (list->str, (gssize) MIN (start, MAX_LOOK), list->str + start) != NULL) ||
      (start >= MAX_LOOK && !g_hash_table_add (self->many, g_strconcat (members[kind], id, NULL))))
    g_string_truncate (list, start);
  else
    g_array_append_val (self->event_refs[kind].indexes, index);
}

void
dl_draft_put_topic (DlDraft *self, const char *id)
{
  put_into (self, DL_DRAFT_TOPICS, &self->topics, 0, id);
}

/* What stands where somebody's name is not known. "Na" and "Nan" are names. */
static gboolean
is_nobody (const char *name)
{
  static const char *const words[] = { "n/a", "none", "n.n.", "n. n.", "nobody" };
  DlDateAnswer             absence = dl_date_words_get_absence (name);
  gsize                    length;

  if (absence == DL_DATE_ANSWER_UNKNOWN)
    return TRUE;
  name = dl_draft_trim (name, &length);
  if (absence == DL_DATE_ANSWER_NONE && !g_ascii_isalpha (*name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (name, words[i], length) == 0 && words[i][length] == '\0')
      return TRUE;
  return FALSE;
}

void
dl_draft_put_person (DlDraft *self, const char *id)
{
  if (id == NULL || is_nobody (id))
    return;
  put_into (self, DL_DRAFT_PEOPLE, &self->people, 0, id);
}

void
dl_draft_put_source (DlDraft *self, const DlSource *source)
{
  GString    *record = g_string_new (NULL);
  const char *title = source->title;
  guint       number;

  if (title == NULL || *title == '\0')
    title = source->publisher != NULL && *source->publisher != '\0' ? source->publisher : source->url;
  dl_json_write_member (record, "title", title);
  if (title != source->publisher)
    dl_json_write_member (record, "publisher", source->publisher);
  dl_json_write_member (record, "author", source->author);
  dl_json_write_member (record, "date", source->date);
  dl_json_write_member (record, "url", source->url);
  dl_json_write_member (record, "language", source->language);
  dl_json_write_end (record);
  if (record->len > 0 && title != NULL && *title != '\0')
    {
      if (self->source_words->len == 0 && title != source->url)
        g_string_assign (self->source_words, title);
      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->source_numbers, record->str));
      if (number == 0)
        {
          char *id = g_strdup_printf ("source-%u", self->source_ids->len + 1);

          g_string_append_printf (self->sources, "    { \"id\": \"%s\", %s },\n", id, record->str);
          g_ptr_array_add (self->source_ids, id);
          number = self->source_ids->len;
          if (self->straight != NULL)
            dl_draft_straight_add_source (self, id, title, source);
          g_hash_table_insert (self->source_numbers, g_strdup (record->str), GUINT_TO_POINTER (number));
        }
      put_into (self, DL_DRAFT_SOURCES, NULL, number - 1, self->source_ids->pdata[number - 1]);
    }
  g_string_free (record, TRUE);
}
