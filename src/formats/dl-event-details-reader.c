/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-details-reader.h"

#include "formats/dl-event-members.h"
#include "formats/dl-json-text.h"

DlEventDetails *
dl_event_read_details (guint64 key, gpointer tables)
{
  const DlReaderTables      *self = tables;
  gsize                      length;
  const char                *text = g_bytes_get_data (self->bytes, &length);
  DlJsonSpan                 span = { (guint32) key, (guint32) dl_json_skip_value (text, (gsize) key, length) };
  DlJsonElement              element = { text, span, "events", 0, NULL, 0 };
  g_autoptr (JsonParser)     parser = json_parser_new ();
  g_autoptr (JsonNode)       root = dl_json_element_parse (&element, parser);
  g_autoptr (DlEventDetails) details = dl_event_details_new ();
  JsonObject                *object;
  JsonArray                 *array;
  guint                      n;
  guint                      i;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  details->summary = g_strdup (dl_json_element_string (&element, NULL, 0, object, "summary"));
  details->date_note = g_strdup (dl_json_element_string (&element, NULL, 0, object, "dateNote"));
  array = dl_json_element_list (&element, object, "quotes", &n);
  for (i = 0; i < n; i++)
    {
      DlQuoteView view;
      DlQuote    *quote;

      if (!dl_event_read_quote (&element, self, array, i, &view))
        continue;
      quote = g_new0 (DlQuote, 1);
      quote->text = g_strdup (view.text);
      quote->speaker = view.speaker;
      quote->speaker_name = g_strdup (view.speaker_name);
      quote->language = g_strdup (view.language);
      quote->date = g_strdup (view.date);
      quote->context = g_strdup (view.context);
      quote->source = view.source;
      quote->exact = view.exact;
      g_ptr_array_add (details->quotes, quote);
    }
  array = dl_json_element_list (&element, object, "related", &n);
  for (i = 0; i < n; i++)
    {
      DlRelation relation;

      if (!dl_event_read_relation (&element, array, i, dl_json_node_string (json_object_get_member (object, "id")),
                                   &relation))
        continue;
      relation.event = g_strdup (relation.event);
      g_array_append_val (details->related, relation);
    }
  return g_steal_pointer (&details);
}
