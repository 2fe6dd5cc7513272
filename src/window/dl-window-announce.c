/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has changed, for who does not see it. What has the keyboard is read anyway;
 * this is all else. */
#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "widgets/dl-announcer.h"
#include "window/dl-window-private.h"

#define DATA_KEY "dl-announced"

typedef struct
{
  char       *key;
  char       *name;
  DlLaneState state;
} Lane;

/* What is known to who listens. */
typedef struct
{
  char       *view; /* what was in sight, in words */
  DlTimeline *timeline;
  double      width;
  guint       selected; /* when all was at rest last */
  guint       rest_id;
  GArray     *lanes; /* Lane */
  gboolean    lanes_changed;
} Announced;

static void
lane_clear (gpointer data)
{
  Lane *lane = data;

  g_free (lane->key);
  g_free (lane->name);
}

static void
announced_free (gpointer data)
{
  Announced *announced = data;

  g_clear_handle_id (&announced->rest_id, g_source_remove);
  g_free (announced->view);
  g_clear_object (&announced->timeline);
  g_array_unref (announced->lanes);
  g_free (announced);
}

static Announced *
get_announced (DlWindow *self)
{
  return g_object_get_data (G_OBJECT (self), DATA_KEY);
}

void
dl_window_announce (DlWindow *self, const char *text)
{
  dl_announcer_say (DL_ANNOUNCER (self->announcer), text);
}

/* Lanes */

static GArray *
list_lanes (DlArrangement *arrangement)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (Lane));

  g_array_set_clear_func (lanes, lane_clear);
  for (guint i = 0; arrangement != NULL && i < dl_arrangement_get_n_lanes (arrangement); i++)
    {
      const DlLane *lane = dl_arrangement_get_lane (arrangement, i);
      Lane          known = { g_strdup (lane->key), dl_isolate (lane->name), lane->state };

      g_array_append_val (lanes, known);
    }
  return lanes;
}

static guint
find_lane (GArray *lanes, const char *key)
{
  for (guint i = 0; i < lanes->len; i++)
    if (g_str_equal (g_array_index (lanes, Lane, i).key, key))
      return i;
  return DL_NONE;
}

/* The lane that was moved: of those that have another place that of the selected event,
 * else the one that went farthest. */
static guint
find_moved (DlWindow *self, GArray *before, GArray *after)
{
  guint         index, n_lanes;
  const DlLane *current = dl_view_get_lane (self->view, NULL, &index, &n_lanes);
  guint         moved = DL_NONE;
  guint         farthest = 0;

  for (guint i = 0; i < after->len; i++)
    {
      const char *key = g_array_index (after, Lane, i).key;
      guint       old = find_lane (before, key);
      guint       by = old == DL_NONE ? 0 : MAX (old, i) - MIN (old, i);

      if (by > 0 && current != NULL && g_str_equal (key, current->key))
        return i;
      if (by > farthest)
        {
          farthest = by;
          moved = i;
        }
    }
  return moved;
}

static char *
describe_state (const Lane *lane)
{
  switch (lane->state)
    {
    case DL_LANE_COLLAPSED:
      /* Translators: a lane of which only its name is shown now. */
      return g_strdup_printf (_ ("%s, collapsed"), lane->name);
    case DL_LANE_EXPANDED:
      /* Translators: a lane of which all rows are shown now, however many. */
      return g_strdup_printf (_ ("%s, all rows"), lane->name);
    default:
      /* Translators: a lane of which the rows are shown again. */
      return g_strdup_printf (_ ("%s, expanded"), lane->name);
    }
}

/* Returns: (transfer full) (nullable): NULL where they are as they were */
static char *
describe_lanes (DlWindow *self, GArray *before, GArray *after)
{
  guint n_states = 0;
  guint changed = DL_NONE;
  guint same = 0;
  guint moved;

  for (guint i = 0; i < after->len; i++)
    {
      const Lane *lane = &g_array_index (after, Lane, i);
      guint       old = find_lane (before, lane->key);

      same += old != DL_NONE;
      if (old == DL_NONE || g_array_index (before, Lane, old).state == lane->state)
        continue;
      n_states++;
      changed = i;
    }
  if (same < after->len || after->len != before->len)
    /* Translators: there are other lanes now: how many, and which is the first one. */
    return after->len == 0 ? NULL
                           : g_strdup_printf (ngettext ("%'u lane: %s", "%'u lanes, the first one is %s", after->len),
                                              after->len, g_array_index (after, Lane, 0).name);
  if (n_states == 1)
    return describe_state (&g_array_index (after, Lane, changed));
  if (n_states > 1)
    return g_array_index (after, Lane, changed).state == DL_LANE_COLLAPSED ? g_strdup (_ ("The lanes are collapsed"))
                                                                           : g_strdup (_ ("The lanes are expanded"));
  moved = find_moved (self, before, after);
  if (moved == DL_NONE)
    return NULL;
  /* Translators: a lane that was moved up or down: its name, its place, how many there are. */
  return g_strdup_printf (_ ("%s, lane %'u of %'u"), g_array_index (after, Lane, moved).name, moved + 1, after->len);
}

/* @silent: of another timeline */
static void
take_lanes (DlWindow *self, Announced *announced, gboolean silent)
{
  GArray          *lanes = list_lanes (dl_view_get_arrangement (self->view));
  g_autofree char *text = silent ? NULL : describe_lanes (self, announced->lanes, lanes);

  g_array_unref (announced->lanes);
  announced->lanes = lanes;
  announced->lanes_changed = FALSE;
  if (text != NULL)
    dl_window_announce (self, text);
}

/* Those of very many events come later, with another picture. */
static void
lanes_changed_cb (DlWindow *self)
{
  Announced *announced = get_announced (self);

  announced->lanes_changed = dl_view_get_arranging (self->view);
  if (!announced->lanes_changed && announced->timeline == dl_view_get_timeline (self->view))
    take_lanes (self, announced, FALSE);
}

/* What is in sight */

/* What was selected, when all that came of it is over. */
static gboolean
rested_cb (gpointer data)
{
  DlWindow  *self = data;
  Announced *announced = get_announced (self);

  announced->rest_id = 0;
  if (dl_view_get_at_rest (self->view))
    announced->selected = dl_session_get_selected_position (self->session);
  return G_SOURCE_REMOVE;
}

/* When it has come to rest. Who has gone on to another event hears that, what was opened
 * has a title, and who makes a window wider does not ask what is in it. */
static void
view_changed_cb (DlWindow *self)
{
  Announced       *announced = get_announced (self);
  DlTimeline      *timeline = dl_view_get_timeline (self->view);
  guint            selected = dl_session_get_selected_position (self->session);
  g_autofree char *words = NULL;
  double           width = dl_view_get_width (self->view);
  gboolean         elsewhere;

  if (!dl_view_get_at_rest (self->view) || dl_view_get_arranging (self->view))
    return;
  words = dl_view_dup_words (self->view);
  elsewhere = g_strcmp0 (words, announced->view) != 0;
  if (words != NULL && elsewhere && announced->timeline == timeline && announced->selected == selected &&
      announced->width == width && gtk_window_is_active (GTK_WINDOW (self)))
    dl_window_announce (self, words);
  if (elsewhere)
    {
      g_free (announced->view);
      announced->view = g_steal_pointer (&words);
    }
  if (announced->selected != selected && announced->rest_id == 0)
    announced->rest_id = g_idle_add (rested_cb, self);
  if (announced->timeline != timeline || announced->lanes_changed)
    take_lanes (self, announced, announced->timeline != timeline);
  g_set_object (&announced->timeline, timeline);
  announced->width = width;
}

static void
fold_changed_cb (DlWindow *self)
{
  dl_window_announce (self, dl_view_get_fold (self->view) ? _ ("Empty time is folded") : _ ("Empty time is shown"));
}

/* What else */

static void
measured_cb (DlWindow *self)
{
  g_autoptr (DlMeasure) measure = dl_session_dup_measure (self->session);
  g_autofree char      *text = NULL;

  if (measure == NULL)
    return;
  /* Translators: what has been measured, and how long it is: "17 October – 4 November
   * 2025: 18 days". */
  text = measure->distance[0] == '\0' ? g_strdup (measure->extent)
                                      : g_strdup_printf (C_ ("measured", "%s: %s"), measure->extent, measure->distance);
  dl_window_announce (self, text);
}

static void
details_changed_cb (DlWindow *self)
{
  dl_window_announce (self, dl_window_get_details (self) ? _ ("The details are shown") : _ ("The details are hidden"));
}

static void
filters_changed_cb (DlWindow *self, const char *name, GVariant *state)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    dl_window_announce (self,
                        g_variant_get_boolean (state) ? _ ("The filters are shown") : _ ("The filters are hidden"));
}

static void
overview_changed_cb (DlWindow *self)
{
  dl_window_announce (self, g_settings_get_boolean (self->settings, "show-overview") ? _ ("The overview is shown")
                                                                                     : _ ("The overview is hidden"));
}

static void
shown_view_changed_cb (DlWindow *self, const char *name, GVariant *state)
{
  const char *view = g_variant_get_string (state, NULL);

  dl_window_announce (self, g_str_equal (view, "list")     ? _ ("The list is shown")
                            : g_str_equal (view, "quotes") ? _ ("The quotes are shown")
                                                           : _ ("The timeline is shown"));
}

void
dl_window_init_announcements (DlWindow *self)
{
  Announced *announced = g_new0 (Announced, 1);

  announced->selected = DL_NONE;
  announced->lanes = list_lanes (NULL);
  g_object_set_data_full (G_OBJECT (self), DATA_KEY, announced, announced_free);
  self->announcer = dl_announcer_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->announcer);
  g_signal_connect_swapped (self->view, "changed", G_CALLBACK (view_changed_cb), self);
  g_signal_connect_object (self->view, "notify::fold", G_CALLBACK (fold_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "lanes-changed", G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "measured", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::show-details", G_CALLBACK (details_changed_cb), NULL);
  g_signal_connect (self, "action-state-changed::show-filters", G_CALLBACK (filters_changed_cb), NULL);
  g_signal_connect (self, "action-state-changed::show-view", G_CALLBACK (shown_view_changed_cb), NULL);
  g_signal_connect_object (self->settings, "changed::show-overview", G_CALLBACK (overview_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dl_window_init_query_announcements (self);
}
