/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lanes.h"

#include <stdlib.h>

#include <glib/gi18n.h>

guint
dl_hue_from_name (const char *name, guint fallback)
{
  for (guint i = 0; name != NULL && i < DL_N_HUES; i++)
    if (g_ascii_strcasecmp (name, dl_hue_to_string (i)) == 0)
      return i;
  return fallback % DL_N_HUES;
}

guint
dl_positions_find (const GArray *positions, guint32 position)
{
  guint low = 0;
  guint high = positions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (positions, guint32, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low < positions->len && g_array_index (positions, guint32, low) == position ? low : DL_NONE;
}

static void
clear_lane (gpointer data)
{
  DlLane *lane = data;

  g_clear_pointer (&lane->key, g_free);
  g_clear_pointer (&lane->name, g_free);
  g_clear_pointer (&lane->events, g_array_unref);
}

/* The values of a field */

static guint
count_values (DlTimeline *timeline, DlLaneField field)
{
  switch (field)
    {
    case DL_LANES_BY_TOPIC:
      return dl_timeline_get_n_topics (timeline);
    case DL_LANES_BY_PERSON:
    case DL_LANES_BY_SPEAKER:
      return dl_timeline_get_n_people (timeline);
    case DL_LANES_BY_PLACE:
      return dl_timeline_get_n_places (timeline);
    case DL_LANES_BY_STATUS:
      return DL_N_STATUSES;
    case DL_LANES_BY_SOURCE:
      return dl_timeline_get_n_sources (timeline);
    case DL_LANES_BY_FILE:
      return dl_timeline_get_n_files (timeline);
    case DL_LANES_NONE:
    default:
      return 0;
    }
}

/* The values of one event. @single: where the value is kept that the record
 * itself holds. Returns: an array of *n_values of them */
static const guint32 *
get_values (DlTimeline *timeline, DlLaneField field, guint position, guint32 *single, guint *n_values)
{
  const DlEventRecord *record = dl_timeline_get_record (timeline, position);

  switch (field)
    {
    case DL_LANES_BY_TOPIC:
      *n_values = record->n_topics;
      return dl_timeline_get_event_topics (timeline, position);
    case DL_LANES_BY_PERSON:
      *n_values = record->n_people;
      return dl_timeline_get_event_people (timeline, position);
    case DL_LANES_BY_SPEAKER:
      *n_values = record->n_speakers;
      return dl_timeline_get_event_speakers (timeline, position);
    case DL_LANES_BY_SOURCE:
      *n_values = record->n_sources;
      return dl_timeline_get_event_sources (timeline, position);
    case DL_LANES_BY_PLACE:
      *single = record->place;
      *n_values = record->place != DL_NONE;
      return single;
    case DL_LANES_BY_FILE:
      *single = dl_timeline_get_event_file (timeline, position);
      *n_values = *single != DL_NONE;
      return single;
    case DL_LANES_BY_STATUS:
      *single = record->status;
      *n_values = 1;
      return single;
    case DL_LANES_NONE:
    default:
      *n_values = 0;
      return single;
    }
}

static void
describe_value (DlTimeline *timeline, DlLaneField field, guint32 value, const char **id, const char **name)
{
  switch (field)
    {
    case DL_LANES_BY_TOPIC:
      *id = dl_timeline_get_topic (timeline, value)->id;
      *name = dl_timeline_get_topic (timeline, value)->name;
      break;
    case DL_LANES_BY_PERSON:
    case DL_LANES_BY_SPEAKER:
      *id = dl_timeline_get_person (timeline, value)->id;
      *name = dl_timeline_get_person (timeline, value)->name;
      break;
    case DL_LANES_BY_PLACE:
      *id = dl_timeline_get_place (timeline, value)->id;
      *name = dl_timeline_get_place (timeline, value)->name;
      break;
    case DL_LANES_BY_SOURCE:
      *id = dl_timeline_get_source (timeline, value)->id;
      *name = dl_timeline_get_source (timeline, value)->title;
      break;
    case DL_LANES_BY_FILE:
      *id = dl_timeline_get_file (timeline, value)->id;
      *name = dl_timeline_get_file (timeline, value)->name;
      break;
    case DL_LANES_BY_STATUS:
      *id = dl_status_to_string ((DlStatus) value);
      *name = dl_status_get_label ((DlStatus) value);
      break;
    case DL_LANES_NONE:
    default:
      g_return_if_reached ();
    }
  if (*name == NULL)
    *name = *id;
}

/* The lane of the events without a value. */
static const char *
name_without (DlLaneField field)
{
  switch (field)
    {
    case DL_LANES_BY_TOPIC:
      return _ ("No topic");
    case DL_LANES_BY_PERSON:
      return _ ("No person");
    case DL_LANES_BY_PLACE:
      return _ ("No place");
    case DL_LANES_BY_SOURCE:
      return _ ("No source");
    case DL_LANES_BY_SPEAKER:
      /* Translators: the lane of the events in which none of the people of the
       * timeline is quoted. */
      return _ ("No listed speaker");
    case DL_LANES_BY_FILE:
      /* Translators: of a file that was made of several the events that do not say from which. */
      return _ ("No file");
    case DL_LANES_BY_STATUS:
    case DL_LANES_NONE:
    default:
      return _ ("Events");
    }
}

/* The lane that @n values share because there are too many. */
static char *
name_others (DlLaneField field, guint n)
{
  switch (field)
    {
    case DL_LANES_BY_TOPIC:
      return g_strdup_printf (ngettext ("%'u other topic", "%'u other topics", n), n);
    case DL_LANES_BY_PERSON:
      return g_strdup_printf (ngettext ("%'u other person", "%'u other people", n), n);
    case DL_LANES_BY_PLACE:
      return g_strdup_printf (ngettext ("%'u other place", "%'u other places", n), n);
    case DL_LANES_BY_SOURCE:
      return g_strdup_printf (ngettext ("%'u other source", "%'u other sources", n), n);
    case DL_LANES_BY_SPEAKER:
      return g_strdup_printf (ngettext ("%'u other speaker", "%'u other speakers", n), n);
    case DL_LANES_BY_FILE:
      return g_strdup_printf (ngettext ("%'u other file", "%'u other files", n), n);
    case DL_LANES_BY_STATUS:
    case DL_LANES_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Which values have a lane */

typedef struct
{
  guint32 value;
  guint32 count;
} Size;

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Size *left = a;
  const Size *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->value < right->value ? -1 : left->value > right->value;
}

/**
 * Plan:
 * @lane_of: per value, then for the events without one: the lane, or DL_NONE
 *   for the one that the others share
 * @others: the shared lane, or DL_NONE
 * @hues: per value, then for the events without one, then for the lane that is shared
 */
typedef struct
{
  DlTimeline *timeline;
  DlLaneField field;
  gboolean    every;
  guint       n_values;
  guint       n_used; /* values that some event has */
  guint32    *lane_of;
  guint32     others;
  guint8     *hues;
  GArray     *lanes; /* DlLane, in the usual order */
} Plan;

/* How many events each value has; the last count is that of those without. */
static Size *
count_events (Plan *plan)
{
  Size               *sizes = g_new0 (Size, plan->n_values + 1);
  g_autofree guint32 *last = g_new (guint32, plan->n_values + 1);
  guint               n_events = dl_timeline_get_n_events (plan->timeline);

  for (guint i = 0; i <= plan->n_values; i++)
    {
      sizes[i].value = i;
      last[i] = DL_NONE;
    }
  for (guint i = 0; i < n_events; i++)
    {
      guint32        single;
      guint          n;
      const guint32 *values = get_values (plan->timeline, plan->field, i, &single, &n);

      if (n == 0)
        sizes[plan->n_values].count++;
      for (guint v = 0; v < (plan->every ? n : MIN (n, 1)); v++)
        if (last[values[v]] != i)
          {
            last[values[v]] = i;
            sizes[values[v]].count++;
          }
    }
  return sizes;
}

static DlLane *
add_lane (Plan *plan, char *key, char *name, guint32 value, guint hue, guint n_events)
{
  DlLane lane = { key, name, value, hue, DL_LANE_AUTO, g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_events) };

  g_array_append_val (plan->lanes, lane);
  return &g_array_index (plan->lanes, DlLane, plan->lanes->len - 1);
}

/* @fallback: where nothing else says which */
static guint8
choose_hue (Plan *plan, guint32 value, guint fallback)
{
  if (plan->field == DL_LANES_BY_TOPIC)
    return (guint8) dl_hue_from_name (dl_timeline_get_topic (plan->timeline, value)->color, fallback);
  /* A status keeps its colour, whichever others there are. */
  if (plan->field == DL_LANES_BY_STATUS)
    return (guint8) (value % DL_N_HUES);
  return (guint8) (fallback % DL_N_HUES);
}

/* Those of the lanes of a timeline that it is known of which values have one. */
static guint8 *
choose_hues (Plan *plan, const Size *sizes)
{
  guint8 *hues = g_new (guint8, plan->n_values + 2);
  guint   n = 0;

  for (guint32 value = 0; value < plan->n_values; value++)
    {
      gboolean has_lane = plan->lane_of[value] != DL_NONE;

      hues[value] = choose_hue (plan, value, has_lane ? n : value);
      n += has_lane;
    }
  hues[plan->n_values] = (guint8) (n % DL_N_HUES);
  hues[plan->n_values + 1] = (guint8) ((n + (sizes[plan->n_values].count > 0)) % DL_N_HUES);
  return hues;
}

static void
add_lanes (Plan *plan, const Size *sizes, guint n_others)
{
  const char *nick = dl_lane_field_to_string (plan->field);
  guint       n_without = sizes[plan->n_values].count;

  for (guint32 value = 0; value < plan->n_values; value++)
    {
      const char *id = NULL;
      const char *name = NULL;

      if (plan->lane_of[value] == DL_NONE)
        continue;
      plan->lane_of[value] = plan->lanes->len;
      describe_value (plan->timeline, plan->field, value, &id, &name);
      add_lane (plan, id != NULL ? g_strdup_printf ("%s=%s", nick, id) : g_strdup_printf ("%s#%u", nick, value),
                g_strdup (name != NULL ? name : ""), value, plan->hues[value], sizes[value].count);
    }
  if (n_without > 0)
    {
      /* Where nothing has a topic, nobody misses one. */
      gboolean all = plan->n_used == 0 && plan->field == DL_LANES_BY_TOPIC;

      plan->lane_of[plan->n_values] = plan->lanes->len;
      add_lane (plan, g_strdup_printf ("%s:none", nick), g_strdup (all ? _ ("Events") : name_without (plan->field)),
                DL_NONE, plan->hues[plan->n_values], n_without);
    }
  if (n_others > 0)
    {
      plan->others = plan->lanes->len;
      add_lane (plan, g_strdup_printf ("%s:other", nick), name_others (plan->field, n_others), DL_NONE,
                plan->hues[plan->n_values + 1], 0);
    }
}

/* Finds out which values have a lane, by setting these to 0.
 * Returns: how many share one */
static guint
choose_values (Plan *plan, const Size *sizes)
{
  g_autofree Size *sorted = g_memdup2 (sizes, sizeof *sizes * (plan->n_values + 1));
  guint            n_kept;
  guint            room = DL_MAX_LANES;

  plan->lane_of = g_new (guint32, plan->n_values + 1);
  for (guint i = 0; i <= plan->n_values; i++)
    plan->lane_of[i] = DL_NONE;
  for (guint i = 0; i < plan->n_values; i++)
    plan->n_used += sizes[i].count > 0;
  /* The events without a value are no other value: their lane is their own. */
  room -= sizes[plan->n_values].count > 0;
  n_kept = plan->n_used <= room ? plan->n_used : room - 1;
  qsort (sorted, plan->n_values, sizeof *sorted, compare_sizes);
  for (guint i = 0; i < n_kept; i++)
    plan->lane_of[sorted[i].value] = 0;
  return plan->n_used - n_kept;
}

static void
begin_plan (Plan *plan, DlTimeline *timeline, const DlLaneOptions *options)
{
  *plan = (Plan){ .timeline = timeline, .others = DL_NONE };
  if (options != NULL)
    {
      plan->field = options->field;
      plan->every = options->every;
    }
  plan->n_values = count_values (timeline, plan->field);
}

/* Those of the timeline as it was read: what a filter leaves out gives the rest no other
 * colours. */
static guint8 *
dup_hues (DlTimeline *timeline, const DlLaneOptions *options)
{
  Plan             plan;
  g_autofree Size *sizes = NULL;
  guint8          *hues;

  begin_plan (&plan, dl_timeline_get_read (timeline), options);
  sizes = count_events (&plan);
  choose_values (&plan, sizes);
  hues = choose_hues (&plan, sizes);
  g_free (plan.lane_of);
  return hues;
}

static void
make_plan (Plan *plan, DlTimeline *timeline, const DlLaneOptions *options)
{
  g_autofree Size *sizes = NULL;
  guint            n_others;

  begin_plan (plan, timeline, options);
  plan->lanes = g_array_new (FALSE, TRUE, sizeof (DlLane));
  g_array_set_clear_func (plan->lanes, clear_lane);
  sizes = count_events (plan);
  n_others = choose_values (plan, sizes);
  plan->hues = dl_timeline_get_read (timeline) == timeline ? choose_hues (plan, sizes) : dup_hues (timeline, options);
  add_lanes (plan, sizes, n_others);
}

/* In time order, so a lane's last event tells whether this one is in it. */
static void
append_event (Plan *plan, guint32 value, guint32 position)
{
  guint32 lane = plan->lane_of[value] != DL_NONE ? plan->lane_of[value] : plan->others;
  GArray *events = g_array_index (plan->lanes, DlLane, lane).events;

  if (events->len == 0 || g_array_index (events, guint32, events->len - 1) != position)
    g_array_append_val (events, position);
}

static void
fill_lanes (Plan *plan)
{
  guint n_events = dl_timeline_get_n_events (plan->timeline);

  for (guint32 i = 0; i < n_events; i++)
    {
      guint32        single;
      guint          n;
      const guint32 *values = get_values (plan->timeline, plan->field, i, &single, &n);

      if (n == 0)
        append_event (plan, plan->n_values, i);
      for (guint v = 0; v < (plan->every ? n : MIN (n, 1)); v++)
        append_event (plan, values[v], i);
    }
}

/* The reader's order and states */

typedef struct
{
  guint rank;
  guint lane;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return left->lane < right->lane ? -1 : left->lane > right->lane;
}

static guint
rank_in_order (const char *const *order, const char *key)
{
  for (guint i = 0; order[i] != NULL; i++)
    if (g_str_equal (order[i], key))
      return i;
  return G_MAXUINT;
}

/* Returns: (transfer full): the lanes in the reader's order */
static GArray *
apply_options (GArray *lanes, const DlLaneOptions *options)
{
  g_autofree Place *places = NULL;
  GArray           *sorted;

  if (options == NULL)
    return lanes;
  for (guint i = 0; i < lanes->len; i++)
    g_array_index (lanes, DlLane, i).state = dl_lane_options_get_state (options, g_array_index (lanes, DlLane, i).key);
  if (options->order == NULL)
    return lanes;

  places = g_new (Place, lanes->len + 1);
  sorted = g_array_sized_new (FALSE, TRUE, sizeof (DlLane), lanes->len);
  for (guint i = 0; i < lanes->len; i++)
    places[i] =
      (Place){ rank_in_order ((const char *const *) options->order, g_array_index (lanes, DlLane, i).key), i };
  qsort (places, lanes->len, sizeof *places, compare_places);
  for (guint i = 0; i < lanes->len; i++)
    g_array_append_val (sorted, g_array_index (lanes, DlLane, places[i].lane));
  /* What the lanes own has moved. */
  g_array_set_clear_func (lanes, NULL);
  g_array_unref (lanes);
  g_array_set_clear_func (sorted, clear_lane);
  return sorted;
}

GArray *
dl_lanes_new (DlTimeline *timeline, const DlLaneOptions *options)
{
  Plan plan;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  make_plan (&plan, timeline, options);
  fill_lanes (&plan);
  g_free (plan.lane_of);
  g_free (plan.hues);
  return apply_options (plan.lanes, options);
}

guint8 *
dl_lanes_dup_hues (DlTimeline *timeline, const DlLaneOptions *options)
{
  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  return dup_hues (timeline, options);
}

char **
dl_lanes_dup_keys (DlTimeline *timeline, const DlLaneOptions *options)
{
  Plan    plan;
  GArray *lanes;
  char  **keys;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  make_plan (&plan, timeline, options);
  g_free (plan.lane_of);
  g_free (plan.hues);
  lanes = apply_options (plan.lanes, options);
  keys = g_new0 (char *, lanes->len + 1);
  for (guint i = 0; i < lanes->len; i++)
    keys[i] = g_strdup (g_array_index (lanes, DlLane, i).key);
  g_array_unref (lanes);
  return keys;
}
