/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-pages.h"
#include "formats/dl-append.h"
#include "formats/draft/dl-draft-private.h"
#include "formats/draft/dl-json-writer.h"
#include "time/dl-words.h"

/* A title made of other words has so many characters at most. */
#define MAX_TITLE 80
#define MAX_EXPECTED (1 << 30)

GString *
dl_draft_new_events (void)
{
  GString *events = g_string_sized_new (2 * DL_DRAFT_HEAD_ROOM);

  memset (events->str, ' ', DL_DRAFT_HEAD_ROOM);
  g_string_set_size (events, DL_DRAFT_HEAD_ROOM);
  return events;
}

void
dl_draft_expect (DlDraft *self, gsize length)
{
  gsize used = self->events->len;

  /* What is reserved and not written costs nothing; to move what was written does. */
  g_string_set_size (self->events, MIN (length, MAX_EXPECTED) + DL_DRAFT_HEAD_ROOM);
  dl_pages_expect (self->events->str, self->events->allocated_len);
  dl_append_back_to (self->events, used);
}

DlDraft *
dl_draft_new (void)
{
  DlDraft *self = g_new0 (DlDraft, 1);

  self->head = g_string_new (NULL);
  dl_draft_table_init (&self->topics);
  dl_draft_table_init (&self->people);
  dl_draft_table_init (&self->places);
  self->sources = g_string_new (NULL);
  self->source_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->source_ids = g_ptr_array_new_with_free_func (g_free);
  self->eras = g_string_new (NULL);
  self->era_offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->events = dl_draft_new_events ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->spans = g_array_new (FALSE, FALSE, sizeof (DlJsonSpan));
  self->outlined = g_array_new (FALSE, FALSE, sizeof (DlOutlinedEvent));
  self->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ids = dl_draft_ids_new ();
  self->id = g_string_new (NULL);
  self->title = g_string_new (NULL);
  self->date = g_string_new (NULL);
  self->note = g_string_new (NULL);
  self->summary = g_string_new (NULL);
  self->place = g_string_new (NULL);
  self->related = g_string_new (NULL);
  self->quotes = g_string_new (NULL);
  for (guint i = 0; i < DL_DRAFT_N_REFS; i++)
    self->event_refs[i] = (DlDraftRefs){ g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint32)) };
  self->source_words = g_string_new (NULL);
  self->many = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = dl_problem_list_new ();
  self->telling = g_ptr_array_new ();
  self->told = g_array_new (FALSE, FALSE, sizeof (DlDraftTold));
  dl_draft_drop_event (self);
  return self;
}

void
dl_draft_free (DlDraft *self)
{
  GString **strings[] = { &self->head,    &self->sources, &self->eras,        &self->events,  &self->id,
                          &self->title,   &self->date,    &self->note,        &self->summary, &self->place,
                          &self->related, &self->quotes,  &self->source_words };

  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_string_free (*strings[i], TRUE);
  dl_draft_table_clear (&self->topics);
  dl_draft_table_clear (&self->people);
  dl_draft_table_clear (&self->places);
  g_hash_table_unref (self->source_numbers);
  g_ptr_array_unref (self->source_ids);
  g_array_unref (self->era_offsets);
  g_array_unref (self->offsets);
  g_array_unref (self->spans);
  g_array_unref (self->outlined);
  g_array_unref (self->refs);
  for (guint i = 0; i < DL_DRAFT_N_REFS; i++)
    {
      g_string_free (self->event_refs[i].text, TRUE);
      g_array_unref (self->event_refs[i].indexes);
    }
  dl_draft_ids_free (self->ids);
  g_clear_pointer (&self->straight, dl_draft_straight_free);
  g_hash_table_unref (self->many);
  dl_problem_list_free (self->problems);
  g_ptr_array_unref (self->telling);
  g_array_unref (self->told);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_free (self);
}

static void
set_head (DlDraft *self, const char *name, const char *text)
{
  g_autofree char *start = g_strdup_printf ("\n  \"%s\": ", name);

  if (text == NULL || *text == '\0' || strstr (self->head->str, start) != NULL)
    return;
  g_string_append (self->head, start);
  dl_json_write_string (self->head, text);
  g_string_append_c (self->head, ',');
}

void
dl_draft_set_title (DlDraft *self, const char *title)
{
  set_head (self, "title", title);
}

void
dl_draft_set_description (DlDraft *self, const char *description)
{
  set_head (self, "description", description);
}

void
dl_draft_set_zone (DlDraft *self, const char *zone)
{
  set_head (self, "timezone", zone);
}

void
dl_draft_add_topic (DlDraft *self, const char *id, const char *name, const char *color)
{
  dl_draft_table_name (&self->topics, id, name, "color", color);
}

void
dl_draft_add_person (DlDraft *self, const char *id, const char *name, const char *role)
{
  dl_draft_table_name (&self->people, id, name, "role", role);
}

gboolean
dl_draft_has_names (const DlDraft *self)
{
  return self->topics.order->len > 0 || self->people.order->len > 0;
}

void
dl_draft_name_topic (DlDraft *self, const char *id, const char *name)
{
  if (g_hash_table_contains (self->topics.ids, id))
    dl_draft_add_topic (self, id, name, NULL);
}

void
dl_draft_name_person (DlDraft *self, const char *id, const char *name)
{
  if (g_hash_table_contains (self->people.ids, id))
    dl_draft_add_person (self, id, name, NULL);
}

void
dl_draft_add_era (DlDraft *self, gsize offset, const char *title, const char *edtf)
{
  g_string_append (self->eras, "    { ");
  dl_json_write_member (self->eras, "title", title);
  dl_json_write_member (self->eras, "date", edtf);
  dl_json_write_end (self->eras);
  g_string_append (self->eras, " },\n");
  g_array_append_val (self->era_offsets, offset);
}

/* What was put of an event, but not what was told of it. */
static void
clear_event (DlDraft *self)
{
  GString *strings[] = { self->id,    self->title,   self->date,   self->note,        self->summary,
                         self->place, self->related, self->quotes, self->source_words };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (strings[i]->len > 0)
      dl_append_back_to (strings[i], 0);
  for (guint i = 0; i < DL_DRAFT_N_REFS; i++)
    if (self->event_refs[i].indexes->len > 0)
      {
        dl_append_back_to (self->event_refs[i].text, 0);
        g_array_set_size (self->event_refs[i].indexes, 0);
      }
  if (g_hash_table_size (self->many) > 0)
    g_hash_table_remove_all (self->many);
  self->status = -1;
  self->importance = -1;
  self->illustrated = FALSE;
}

void
dl_draft_drop_event (DlDraft *self)
{
  dl_draft_settle_problems (self, FALSE);
  clear_event (self);
}

void
dl_draft_begin_event (DlDraft *self, gsize offset)
{
  /* Whatever ended the one before it has cleared that. */
  gboolean is_clear = !self->begun;

  if (!self->begun || self->offset != offset)
    dl_draft_settle_problems (self, FALSE);
  if (!is_clear)
    clear_event (self);
  self->begun = TRUE;
  self->offset = offset;
}

void
dl_draft_tell_lost_named (DlDraft *self, const char *title, gsize offset, char *pointer, char *message)
{
  dl_draft_begin_event (self, offset);
  dl_draft_put_title (self, title);
  dl_draft_tell_lost (self, offset, pointer, message);
  dl_draft_drop_event (self);
}

const char *
dl_draft_trim (const char *text, gsize *length)
{
  while (g_ascii_isspace (*text))
    text++;
  *length = strlen (text);
  while (*length > 0 && g_ascii_isspace (text[*length - 1]))
    (*length)--;
  return text;
}

void
dl_draft_put_text (GString *string, const char *text)
{
  gsize length;

  if (text == NULL)
    return;
  text = dl_draft_trim (text, &length);
  dl_append_back_to (string, 0);
  dl_append (string, text, length);
}

void
dl_draft_put_id (DlDraft *self, const char *id)
{
  dl_draft_put_text (self->id, id);
}

void
dl_draft_put_title (DlDraft *self, const char *title)
{
  dl_draft_put_text (self->title, title);
}

void
dl_draft_put_date (DlDraft *self, const char *edtf)
{
  dl_draft_put_text (self->date, edtf);
}

void
dl_draft_put_date_note (DlDraft *self, const char *note)
{
  dl_draft_put_text (self->note, note);
}

const char *
dl_draft_get_title (const DlDraft *self)
{
  return self->title->str;
}

const char *
dl_draft_get_summary (const DlDraft *self)
{
  return self->summary->str;
}

const char *
dl_draft_get_date_note (const DlDraft *self)
{
  return self->note->str;
}

void
dl_draft_keep_texts (DlDraft *self)
{
  self->keeps_texts = TRUE;
}

gboolean
dl_draft_has_date_note (const DlDraft *self)
{
  return self->note->len > 0;
}

void
dl_draft_put_summary (DlDraft *self, const char *text)
{
  gsize length;

  text = dl_draft_trim (text != NULL ? text : "", &length);
  if (length == 0)
    return;
  if (self->summary->len > 0)
    g_string_append (self->summary, "\n\n");
  dl_append (self->summary, text, length);
}

void
dl_draft_put_status (DlDraft *self, DlStatus status)
{
  self->status = (int) status;
}

void
dl_draft_put_importance (DlDraft *self, guint importance)
{
  self->importance = (int) MIN (importance, 100);
}

void
dl_draft_set_illustrated (DlDraft *self)
{
  self->illustrated = TRUE;
}

void
dl_draft_put_relation (DlDraft *self, const char *event, DlRelationType type)
{
  if (event == NULL || *event == '\0')
    return;
  if (self->straight != NULL)
    dl_draft_straight_refuse (self);
  g_string_append (self->related, "{ ");
  dl_json_write_member (self->related, "event", event);
  dl_json_write_member (self->related, "type", dl_relation_type_to_string (type));
  dl_json_write_end (self->related);
  g_string_append (self->related, " }, ");
}

void
dl_draft_put_quote (DlDraft *self, const char *words, const char *speaker)
{
  if (words == NULL || *words == '\0' || self->keeps_texts)
    return;
  if (self->straight != NULL)
    dl_draft_straight_refuse (self);
  if (speaker != NULL && *speaker != '\0')
    dl_draft_table_use (&self->people, speaker);
  g_string_append (self->quotes, "{ ");
  dl_json_write_member (self->quotes, "speaker", speaker);
  dl_json_write_member (self->quotes, "text", words);
  dl_json_write_end (self->quotes);
  g_string_append (self->quotes, " }, ");
}

/* The first words of @text, as many as a title has. */
static void
put_first_words (GString *title, const char *text)
{
  const char *end = text;
  const char *word_end = NULL;
  guint       n;

  for (n = 0; *end != '\0' && *end != '\n' && n < MAX_TITLE; n++)
    {
      if (*end == ' ')
        word_end = end;
      end = g_utf8_next_char (end);
    }
  if (*end != '\0' && *end != '\n' && word_end != NULL)
    end = word_end;
  g_string_append_len (title, text, end - text);
  if (*end != '\0' && *end != '\n')
    g_string_append (title, "…");
}

gboolean
dl_draft_make_title (DlDraft *self)
{
  /* What is read again had one, be it of what is not kept. */
  if (self->keeps_texts)
    return TRUE;
  if (self->title->len == 0)
    put_first_words (self->title, self->summary->len > 0 ? self->summary->str : self->source_words->str);
  /* A picture without a word is what was seen then. */
  if (self->title->len == 0 && self->date->len > 0 &&
      (self->illustrated || self->event_refs[DL_DRAFT_SOURCES].indexes->len > 0))
    {
      g_autofree char *words = self->note->len > 0 ? g_strdup (self->note->str)
                                                   : dl_words_from_edtf (self->date->str, DL_WORDS_AS_WRITTEN, NULL);

      g_string_assign (self->title, words != NULL ? words : self->date->str);
    }
  return self->title->len > 0;
}

gboolean
dl_draft_end_event (DlDraft *self)
{
  /* It stays begun, and the next one clears it. */
  if (self->keeps_texts)
    return TRUE;
  dl_draft_make_title (self);
  if (self->title->len == 0 || self->date->len == 0)
    {
      dl_draft_tell_lost (self, self->offset, g_strdup (""),
                          g_strdup (self->date->len == 0 ? _ ("This event has no date and is left out.")
                                                         : _ ("This event has no title and is left out.")));
      dl_draft_drop_event (self);
      return FALSE;
    }
  if (self->straight != NULL)
    dl_draft_straight_add (self);
  else
    dl_draft_write_event (self);
  dl_draft_settle_problems (self, TRUE);
  clear_event (self);
  return TRUE;
}
