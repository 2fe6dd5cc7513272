/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event of a draft as a line of text in Dateline's own format, and what is known of that line,
 * so that it need not be read again. */
#include "formats/draft/dl-draft-private.h"

#include <string.h>

#include "formats/dl-append.h"
#include "formats/dl-event-reader.h"
#include "formats/draft/dl-json-writer.h"

static void
write_list (GString *out, const char *name, const GString *list)
{
  if (list->len == 0)
    return;
  dl_append (out, "\"", 1);
  dl_append (out, name, strlen (name));
  dl_append (out, "\": [", 4);
  dl_append (out, list->str, list->len - 2);
  dl_append (out, "], ", 3);
}

/* As printf() would, which takes longer than all else of an event. @importance: 0 to 100 */
static void
write_importance (GString *out, int importance)
{
  const char digits[] = { '1', (char) ('0' + importance / 10 % 10), (char) ('0' + importance % 10) };
  gsize      n = importance >= 100 ? 3 : importance >= 10 ? 2 : 1;

  dl_append (out, "\"importance\": ", strlen ("\"importance\": "));
  dl_append (out, digits + sizeof digits - n, n);
  dl_append (out, ", ", 2);
}

/* @name: `"name": `. Nothing where there is no text. Returns: where the text stands that was
 * written; 0 where that is another, or nothing */
static gsize
write_text (GString *out, const char *name, const GString *text)
{
  gsize at;

  if (text->len == 0)
    return 0;
  dl_append (out, name, strlen (name));
  at = out->len + 1;
  dl_json_write_string_len (out, text->str, text->len);
  dl_append (out, ", ", 2);
  return out->len - strlen ("\", ") - at == text->len ? at : 0;
}

/* An id is its event's who has it first. Returns: whether it was written, and as it is */
static gboolean
write_id (DlDraft *self, GString *out, DlOutlinedEvent *outlined)
{
  gsize start = out->len;
  gsize at;

  if (self->id->len == 0)
    return TRUE;
  at = write_text (out, "\"id\": ", self->id);
  if (!dl_draft_ids_add (self->ids, out->str, start, out->len - start))
    {
      g_string_truncate (out, start);
      return TRUE;
    }
  if (g_str_has_prefix (self->id->str, DL_EVENT_MADE_ID))
    self->numbered = TRUE;
  outlined->id = (guint32) at;
  outlined->id_length = (guint32) self->id->len;
  return at > 0;
}

void
dl_draft_gather_refs (const DlDraft *self, GArray *refs, guint16 *const *counts)
{
  for (guint i = 0; i < DL_DRAFT_N_REFS; i++)
    {
      const GArray *indexes = self->event_refs[i].indexes;

      *counts[i] = (guint16) indexes->len;
      if (indexes->len > 0)
        g_array_append_vals (refs, indexes->data, indexes->len);
    }
}

/* @outlined: filled but for what points at something. @start: where the event begins in the text */
static void
outline_event (DlDraft *self, DlOutlinedEvent *outlined, gsize start)
{
  guint16 *counts[] = { &outlined->n_topics, &outlined->n_people, &outlined->n_sources };
  guint    most = 0;

  for (guint i = 0; i < DL_DRAFT_N_REFS; i++)
    most = MAX (most, self->event_refs[i].indexes->len);
  outlined->title -= (guint32) start;
  outlined->date -= (guint32) start;
  outlined->id -= (guint32) start;
  outlined->status = self->status >= 0 ? (guint8) self->status : DL_STATUS_HAPPENED;
  outlined->importance = self->importance >= 0 ? (guint8) self->importance : DL_IMPORTANCE_UNSET;
  outlined->place = self->place->len > 0 ? self->event_place : DL_NONE;
  outlined->refs = self->refs->len;
  if (self->related->len > 0 || self->quotes->len > 0 || most >= DL_OUTLINED_NOT)
    outlined->n_topics = DL_OUTLINED_NOT;
  if (outlined->n_topics == DL_OUTLINED_NOT)
    return;
  dl_draft_gather_refs (self, self->refs, counts);
}

void
dl_draft_write_event (DlDraft *self)
{
  GString        *out = self->events;
  DlOutlinedEvent outlined = { 0 };
  DlJsonSpan      span;

  dl_append (out, "    { ", 6);
  span.start = (guint32) out->len - 2;
  if (!write_id (self, out, &outlined))
    outlined.n_topics = DL_OUTLINED_NOT;
  outlined.title = (guint32) write_text (out, "\"title\": ", self->title);
  outlined.title_length = (guint32) self->title->len;
  outlined.date = (guint32) write_text (out, "\"date\": ", self->date);
  outlined.date_length = (guint32) self->date->len;
  if (outlined.title == 0 || outlined.date == 0)
    outlined.n_topics = DL_OUTLINED_NOT;
  write_text (out, "\"dateNote\": ", self->note);
  if (self->status >= 0)
    dl_json_write_member (out, "status", dl_status_to_string ((DlStatus) self->status));
  write_text (out, "\"summary\": ", self->summary);
  write_text (out, "\"place\": ", self->place);
  write_list (out, "people", self->event_refs[DL_DRAFT_PEOPLE].text);
  write_list (out, "topics", self->event_refs[DL_DRAFT_TOPICS].text);
  if (self->importance >= 0)
    write_importance (out, self->importance);
  write_list (out, "sources", self->event_refs[DL_DRAFT_SOURCES].text);
  write_list (out, "quotes", self->quotes);
  write_list (out, "related", self->related);
  dl_json_write_end (out);
  dl_append (out, " },\n", 4);
  span.end = (guint32) out->len - 2;
  g_array_append_val (self->offsets, self->offset);
  g_array_append_val (self->spans, span);
  outline_event (self, &outlined, span.start);
  g_array_append_val (self->outlined, outlined);
}
