/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-members.h"

#include <glib/gi18n.h>

#include "base/dl-suggestion.h"
#include "formats/dl-json-text.h"
#include "time/dl-words-parts.h"

void
dl_event_tell_missing (DlJsonElement *element, const char *path, DlMeant meant, const char *id)
{
  g_autofree char *shown = NULL;
  char            *message;

  if (element->problems == NULL)
    return;
  shown = dl_json_quotable (id);
  switch (meant)
    {
    case DL_MEANT_PERSON:
      message = g_strdup_printf (_ ("No person has the id “%s”; it is left out."), shown);
      break;
    case DL_MEANT_PLACE:
      message = g_strdup_printf (_ ("No place has the id “%s”; it is left out."), shown);
      break;
    case DL_MEANT_TOPIC:
      message = g_strdup_printf (_ ("No topic has the id “%s”; it is left out."), shown);
      break;
    case DL_MEANT_FILE:
      message = g_strdup_printf (_ ("No file has the id “%s”; it is left out."), shown);
      break;
    case DL_MEANT_SOURCE:
    case DL_MEANT_EVENT:
    case DL_MEANT_DATE:
    case DL_MEANT_NOTHING:
    default:
      message = g_strdup_printf (_ ("No source has the id “%s”; it is left out."), shown);
      break;
    }
  dl_json_element_meant (element, path, FALSE, meant, message);
}

guint
dl_event_read_word (DlJsonElement     *element,
                    const char        *path,
                    const char        *word,
                    const char *const *words,
                    guint              fallback,
                    const char        *unknown)
{
  /* As it is spelt in the United States. */
  const char *spelt = dl_nearest_find_same (word, (const char *const[]){ "canceled", NULL }) == 0 ? "cancelled" : word;
  int         same = dl_nearest_find_same (spelt, words);
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  if (element->problems == NULL)
    return same >= 0 ? (guint) same : fallback;
  if (same >= 0)
    {
      dl_json_element_note_spelling (element, path, word, words[same]);
      return (guint) same;
    }
  shown = dl_json_quotable (word);
  all = dl_vocabulary_dup_list (words);
  dl_json_element_suggest (element, path, FALSE, dl_words_fill (unknown, "word", shown, "known", all, NULL),
                           g_strdup (dl_nearest_of (word, words)));
  return fallback;
}

gboolean
dl_event_read_quote (DlJsonElement        *element,
                     const DlReaderTables *tables,
                     JsonArray            *array,
                     guint                 nth,
                     DlQuoteView          *quote)
{
  JsonNode        *node = json_array_get_element (array, nth);
  g_autofree char *path = NULL;
  JsonObject      *object;
  const char      *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      path = g_strdup_printf ("/quotes/%u", nth);
      dl_json_element_problem (element, path, FALSE,
                               g_strdup (_ ("This quote is not an object, { … }, and is left out.")));
      return FALSE;
    }
  object = json_node_get_object (node);
  dl_json_element_note_unknown (element, "quotes", nth, object, DL_OBJECT_QUOTE);
  quote->text = dl_json_node_string (json_object_get_member (object, "text"));
  if (quote->text == NULL || *quote->text == '\0')
    {
      if (!dl_json_element_has (object, "text"))
        {
          path = g_strdup_printf ("/quotes/%u", nth);
          dl_json_element_problem (element, path, FALSE, g_strdup (_ ("This quote has no “text” and is left out.")));
        }
      else if (quote->text == NULL)
        dl_json_element_member_problem (
          element, "quotes", nth, "text",
          g_strdup (_ ("The “text” of this quote is not a text; the quote is left out.")));
      else
        dl_json_element_member_problem (element, "quotes", nth, "text",
                                        g_strdup (_ ("The “text” of this quote is empty; the quote is left out.")));
      return FALSE;
    }
  quote->speaker = DL_NONE;
  quote->speaker_name = dl_json_element_string (element, "quotes", nth, object, "speaker");
  if (quote->speaker_name != NULL)
    {
      quote->speaker = dl_reader_table_find (tables->people, quote->speaker_name);
      /* Whoever is not among the people may still be named. */
      if (quote->speaker != DL_NONE || *quote->speaker_name == '\0')
        quote->speaker_name = NULL;
    }
  quote->source = DL_NONE;
  id = dl_json_element_string (element, "quotes", nth, object, "source");
  if (id != NULL)
    {
      quote->source = dl_reader_table_find (tables->sources, id);
      if (quote->source == DL_NONE)
        {
          g_autofree char *at = g_strdup_printf ("/quotes/%u/source", nth);

          dl_event_tell_missing (element, at, DL_MEANT_SOURCE, id);
        }
    }
  quote->language = dl_json_element_string (element, "quotes", nth, object, "language");
  quote->date = dl_json_element_date (element, "quotes", nth, object, "date");
  quote->context = dl_json_element_string (element, "quotes", nth, object, "context");
  quote->exact = dl_json_element_boolean (element, "quotes", nth, object, "exact", TRUE);
  return TRUE;
}

gboolean
dl_event_read_relation (DlJsonElement *element, JsonArray *array, guint nth, const char *own_id, DlRelation *relation)
{
  JsonNode        *node = json_array_get_element (array, nth);
  g_autofree char *path = g_strdup_printf ("/related/%u", nth);
  JsonObject      *object;
  const char      *event;
  const char      *type;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      dl_json_element_problem (element, path, FALSE,
                               g_strdup (_ ("This relation is not an object, { … }, and is left out.")));
      return FALSE;
    }
  object = json_node_get_object (node);
  dl_json_element_note_unknown (element, "related", nth, object, DL_OBJECT_RELATION);
  event = dl_json_element_string (element, "related", nth, object, "event");
  if (event == NULL)
    {
      if (!dl_json_element_has (object, "event"))
        dl_json_element_problem (element, path, FALSE,
                                 g_strdup (_ ("This relation names no “event” and is left out.")));
      return FALSE;
    }
  if (own_id != NULL && g_str_equal (event, own_id))
    {
      dl_json_element_member_problem (
        element, "related", nth, "event",
        g_strdup (_ ("An event cannot be related to itself; this relation is left out.")));
      return FALSE;
    }
  relation->event = (char *) event;
  relation->type = DL_RELATION_SEE_ALSO;
  type = dl_json_element_string (element, "related", nth, object, "type");
  if (type != NULL && !dl_relation_type_from_string (type, &relation->type))
    {
      g_autofree char *at = g_strdup_printf ("/related/%u/type", nth);

      relation->type = (DlRelationType) dl_event_read_word (
        element, at, type, dl_vocabulary_get_relation_types (), DL_RELATION_SEE_ALSO,
        /* Translators: “see-also” is a word of the file format and stays as it is; {known} are all such words. */
        _ ("“{word}” is not a known type of relation; “see-also” is used. Known are {known}."));
    }
  return TRUE;
}
