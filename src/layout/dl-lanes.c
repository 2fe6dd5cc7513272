/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lanes.h"

#include <stdlib.h>

#include <glib/gi18n.h>

static const char *const hue_names[DL_N_HUES] = { "blue", "orange", "purple", "red", "green", "teal", "pink", "brown" };

guint
dl_hue_from_name (const char *name, guint fallback)
{
  for (guint i = 0; name != NULL && i < DL_N_HUES; i++)
    if (g_ascii_strcasecmp (name, hue_names[i]) == 0)
      return i;
  return fallback % DL_N_HUES;
}

static void
clear_lane (gpointer data)
{
  DlLane *lane = data;

  g_clear_pointer (&lane->name, g_free);
  g_clear_pointer (&lane->events, g_array_unref);
}

static DlLane *
add_lane (GArray *lanes, const char *name, guint32 topic, guint hue)
{
  DlLane lane = { g_strdup (name), topic, hue, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_array_append_val (lanes, lane);
  return &g_array_index (lanes, DlLane, lanes->len - 1);
}

typedef struct
{
  guint32 topic;
  guint32 count;
} Size;

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Size *left = a;
  const Size *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->topic < right->topic ? -1 : left->topic > right->topic;
}

static guint32
first_topic (DlTimeline *timeline, guint position)
{
  if (dl_timeline_get_record (timeline, position)->n_topics == 0)
    return dl_timeline_get_n_topics (timeline);
  return dl_timeline_get_event_topics (timeline, position)[0];
}

GArray *
dl_lanes_new (DlTimeline *timeline, const DlLaneOptions *options)
{
  GArray             *lanes = g_array_new (FALSE, TRUE, sizeof (DlLane));
  guint               n_topics = dl_timeline_get_n_topics (timeline);
  guint               n_events = dl_timeline_get_n_events (timeline);
  g_autofree Size    *sizes = g_new0 (Size, n_topics + 1);
  g_autofree guint32 *lane_of = g_new (guint32, n_topics + 1);
  guint               n_used = 0;
  guint               n_kept;
  guint               other = DL_NONE;

  g_array_set_clear_func (lanes, clear_lane);
  /* One more than there are topics: the events without any. */
  for (guint i = 0; i <= n_topics; i++)
    {
      sizes[i].topic = i;
      lane_of[i] = DL_NONE;
    }
  for (guint i = 0; i < n_events; i++)
    sizes[first_topic (timeline, i)].count++;
  for (guint i = 0; i <= n_topics; i++)
    n_used += sizes[i].count > 0;

  qsort (sizes, n_topics + 1, sizeof *sizes, compare_sizes);
  n_kept = n_used <= DL_MAX_LANES ? n_used : DL_MAX_LANES - 1;
  for (guint i = 0; i < n_kept; i++)
    lane_of[sizes[i].topic] = 0;

  for (guint topic = 0; topic <= n_topics; topic++)
    {
      if (lane_of[topic] == DL_NONE)
        continue;
      lane_of[topic] = lanes->len;
      if (topic < n_topics)
        {
          const DlTopic *record = dl_timeline_get_topic (timeline, topic);

          add_lane (lanes, record->name != NULL ? record->name : record->id, topic, dl_hue_from_name (record->color, lanes->len));
        }
      else
        add_lane (lanes, n_used == 1 ? _ ("Events") : _ ("No topic"), DL_NONE, lanes->len % DL_N_HUES);
    }
  if (n_kept < n_used)
    {
      other = lanes->len;
      add_lane (lanes, _ ("Other topics"), DL_NONE, lanes->len % DL_N_HUES);
    }

  for (guint32 i = 0; i < n_events; i++)
    {
      guint lane = lane_of[first_topic (timeline, i)];

      g_array_append_val (g_array_index (lanes, DlLane, lane == DL_NONE ? other : lane).events, i);
    }
  return lanes;
}
