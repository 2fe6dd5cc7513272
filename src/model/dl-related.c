/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-related.h"

#include <string.h>

#include <glib/gi18n.h>

#include "time/dl-words.h"

static void
clear_related (gpointer data)
{
  g_free (((DlRelatedEvent *) data)->label);
}

static gboolean
is_directed (DlRelationType type)
{
  return strcmp (dl_relation_type_get_label (type, FALSE), dl_relation_type_get_label (type, TRUE)) != 0;
}

/* Whether one of the two comes first by what it means. */
static gboolean
has_order (DlRelationType type)
{
  return type == DL_RELATION_LEADS_TO || type == DL_RELATION_RESPONDS_TO || type == DL_RELATION_PART_OF;
}

static DlRelatedEvent *
find (GHashTable *found, GArray *events, guint32 position)
{
  gpointer index;

  return g_hash_table_lookup_extended (found, GUINT_TO_POINTER (position), NULL, &index)
           ? &g_array_index (events, DlRelatedEvent, GPOINTER_TO_UINT (index))
           : NULL;
}

GArray *
dl_related_events_new (DlTimeline *timeline, guint position)
{
  g_autoptr (GArray)     related = dl_timeline_dup_related (timeline, position);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL); /* position to index */
  GArray                *events = g_array_sized_new (FALSE, TRUE, sizeof (DlRelatedEvent), related->len);

  g_array_set_clear_func (events, clear_related);
  for (guint i = 0; i < related->len; i++)
    {
      const DlRelated *entry = &g_array_index (related, DlRelated, i);
      const char      *label = dl_relation_type_get_label (entry->type, entry->inverse);
      DlRelatedEvent  *event = find (found, events, entry->position);

      if (event == NULL)
        {
          g_hash_table_insert (found, GUINT_TO_POINTER (entry->position), GUINT_TO_POINTER (events->len));
          g_array_append_vals (events, &(DlRelatedEvent){ .position = entry->position, .label = g_strdup (label) }, 1);
          event = &g_array_index (events, DlRelatedEvent, events->len - 1);
        }
      /* "See also" reads the same from both. */
      else if (strstr (event->label, label) == NULL)
        {
          g_autofree char *before = event->label;

          /* Translators: two of the ways in which two events belong together: "leads to, answered by". */
          event->label = g_strdup_printf (C_ ("relations", "%s, %s"), before, label);
        }
      event->directed = event->directed || is_directed (entry->type);
      if (has_order (entry->type))
        {
          event->to_it = event->to_it || !entry->inverse;
          event->from_it = event->from_it || entry->inverse;
        }
    }
  return events;
}

char *
dl_related_event_dup_words (DlTimeline *timeline, const DlRelatedEvent *related)
{
  g_autofree char *date = dl_timeline_dup_date_words (timeline, related->position, DL_WORDS_NONE);

  /* Translators: how two events belong together ("leads to"), the title of the other one, its date. */
  return g_strdup_printf (C_ ("related event in words", "%s %s, %s"), related->label,
                          dl_timeline_get_record (timeline, related->position)->title, date);
}
