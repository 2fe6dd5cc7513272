/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "model/dl-related.h"
#include "time/dl-words.h"
#include "widgets/dl-event-proxy.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-timeline-view-private.h"

/* More than fit on any screen; beyond that the list of events is the way. */
#define MAX_PROXIES 400

typedef struct
{
  guint           event;
  guint           lane;
  graphene_rect_t bounds;
} Spot;

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *left = a;
  const Spot *right = b;

  if (left->event != right->event)
    return left->event < right->event ? -1 : 1;
  return left->lane < right->lane ? -1 : left->lane > right->lane;
}

/* Where the labels lie that can be seen now, a rectangle each, in the middle of
 * which one can press; that of the selected event also when it is only a mark. */
static GArray *
find_spots (DlTimelineView *self)
{
  GArray     *spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  DlScene    *scene = dl_view_get_scene (self->view);
  guint       selected = dl_session_get_selected_position (self->session);
  guint       kept = 0;
  guint       n_ops;
  const DlOp *ops;

  if (scene == NULL)
    return spots;
  ops = dl_scene_get_ops (scene, &n_ops);
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      gboolean    label = op->role == DL_ROLE_CARD || op->role == DL_ROLE_LABEL;
      gboolean    mark = op->role == DL_ROLE_MARK && op->event == selected;
      double      y = op->y - dl_scene_get_scroll (scene);
      Spot        spot = { op->event, op->lane, GRAPHENE_RECT_INIT (MAX (op->x, 0), (float) y, 0, op->h) };

      if (op->event == DL_NONE || op->flags & DL_OP_OUTSIDE || !(label || mark))
        continue;
      if (y + op->h <= dl_scene_get_head_height (scene) || y >= dl_scene_get_height (scene))
        continue;
      spot.bounds.size.width =
        MAX (MIN (op->x + op->w, (float) dl_view_get_width (self->view)) - spot.bounds.origin.x, 1);
      g_array_append_val (spots, spot);
    }
  g_array_sort (spots, compare_spots);
  /* The lines of a title are one. */
  for (guint i = 0; i < spots->len; i++)
    {
      Spot *last = kept > 0 ? &g_array_index (spots, Spot, kept - 1) : NULL;
      Spot *spot = &g_array_index (spots, Spot, i);

      if (last != NULL && compare_spots (last, spot) == 0)
        graphene_rect_union (&last->bounds, &spot->bounds, &last->bounds);
      else
        g_array_index (spots, Spot, kept++) = *spot;
    }
  g_array_set_size (spots, MIN (kept, MAX_PROXIES));
  return spots;
}

static char *
name_event (DlTimelineView *self, guint event, const DlLane *lane)
{
  const DlEventRecord *record = dl_timeline_get_record (dl_view_get_timeline (self->view), event);
  g_autofree char     *date = dl_timeline_dup_date_words (dl_view_get_timeline (self->view), event, DL_WORDS_WEEKDAY);
  const char          *news = dl_session_get_news_label (self->session, event);
  g_autofree char     *name = NULL;

  /* Translators: an event as a screen reader says it: its title, its date,
   * its status, its lane. */
  name = g_strdup_printf (C_ ("accessible event", "%s, %s, %s, %s"), record->title, date,
                          dl_status_get_label ((DlStatus) record->status), lane->name);
  return news == NULL ? g_steal_pointer (&name) : g_strdup_printf (C_ ("accessible event", "%s; %s"), name, news);
}

static gboolean
stands_for (DlEventProxy *proxy, guint event, const char *lane)
{
  return dl_event_proxy_get_event (proxy) == event &&
         (lane == NULL || g_strcmp0 (dl_event_proxy_get_lane (proxy), lane) == 0);
}

/* @lane: (nullable): NULL for any. */
static DlEventProxy *
find_proxy (DlTimelineView *self, guint event, const char *lane)
{
  for (guint i = 0; i < self->proxies->len; i++)
    if (stands_for (self->proxies->pdata[i], event, lane))
      return self->proxies->pdata[i];
  return NULL;
}

/* Gives the keyboard to the stand-in of the selected event, else to the first
 * one, else to the view. */
void
dl_timeline_view_focus_selected (DlTimelineView *self)
{
  guint         selected = dl_session_get_selected_position (self->session);
  DlEventProxy *proxy = NULL;
  guint         index, n_lanes;
  const DlLane *lane = dl_view_get_lane (self->view, NULL, &index, &n_lanes);

  if (selected != DL_NONE && lane != NULL)
    proxy = find_proxy (self, selected, lane->key);
  if (selected != DL_NONE && proxy == NULL)
    proxy = find_proxy (self, selected, NULL);
  if (proxy != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (proxy));
  else
    GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
}

void
dl_timeline_view_update_proxies (DlTimelineView *self)
{
  g_autoptr (GArray)    spots = find_spots (self);
  g_autoptr (GPtrArray) old = g_ptr_array_copy (self->proxies, NULL, NULL);
  gboolean              had_focus = dl_focus_is_inside (GTK_WIDGET (self));
  guint                 selected = dl_session_get_selected_position (self->session);
  GtkWidget            *previous = NULL;
  g_autoptr (GArray)    related =
    selected == DL_NONE ? NULL : dl_related_events_new (dl_view_get_timeline (self->view), selected);

  g_ptr_array_set_size (self->proxies, 0);
  for (guint i = 0; i < spots->len; i++)
    {
      const Spot      *spot = &g_array_index (spots, Spot, i);
      const DlLane    *lane = dl_arrangement_get_lane (dl_view_get_arrangement (self->view), spot->lane);
      g_autofree char *name = name_event (self, spot->event, lane);
      g_autofree char *relation = related == NULL ? NULL : dl_timeline_view_dup_relation (self, spot->event, related);
      /* Translators: an event's number among all of the timeline: "3 of 14". */
      g_autofree char *number = g_strdup_printf (_ ("%'u of %'u"), spot->event + 1,
                                                 dl_timeline_get_n_events (dl_view_get_timeline (self->view)));
      /* Translators: "3 of 14", and how the event is related to others. */
      g_autofree char *description =
        relation == NULL ? g_strdup (number) : g_strdup_printf (C_ ("accessible event", "%s; %s"), number, relation);
      GtkWidget *proxy = NULL;

      /* An event keeps its stand-in, so that a screen reader keeps its place. */
      for (guint j = 0; j < old->len && proxy == NULL; j++)
        if (stands_for (old->pdata[j], spot->event, lane->key))
          proxy = g_ptr_array_remove_index (old, j);
      if (proxy == NULL)
        {
          proxy = dl_event_proxy_new ();
          gtk_widget_insert_after (proxy, GTK_WIDGET (self), previous);
        }
      dl_event_proxy_set (DL_EVENT_PROXY (proxy), spot->event, lane->key, name, description, spot->event == selected,
                          dl_timeline_get_n_events (dl_view_get_timeline (self->view)), &spot->bounds);
      g_ptr_array_add (self->proxies, proxy);
      previous = proxy;
    }
  dl_timeline_view_update_fold_buttons (self);
  dl_timeline_view_update_related_buttons (self);
  dl_timeline_view_update_lanes (self);
  if (had_focus && !dl_timeline_view_focus_is_on_fold (self) && !dl_timeline_view_focus_is_on_related (self) &&
      !dl_timeline_view_focus_is_on_count (self))
    dl_timeline_view_focus_selected (self);
  for (guint i = 0; i < old->len; i++)
    gtk_widget_unparent (old->pdata[i]);
  dl_timeline_view_allocate_proxies (self);
  dl_timeline_view_allocate_fold_buttons (self);
  dl_timeline_view_allocate_related_buttons (self);
  dl_timeline_view_allocate_lanes (self);
}

void
dl_timeline_view_allocate_proxies (DlTimelineView *self)
{
  for (guint i = 0; i < self->proxies->len; i++)
    {
      const graphene_rect_t *bounds = dl_event_proxy_get_bounds (self->proxies->pdata[i]);
      int                    minimum;
      GtkAllocation          allocation = { (int) bounds->origin.x, (int) bounds->origin.y, (int) bounds->size.width,
                                            (int) bounds->size.height };

      gtk_widget_measure (self->proxies->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->proxies->pdata[i], &allocation, -1);
    }
}

void
dl_timeline_view_clear_proxies (DlTimelineView *self)
{
  for (guint i = 0; i < self->proxies->len; i++)
    gtk_widget_unparent (self->proxies->pdata[i]);
  g_ptr_array_set_size (self->proxies, 0);
}
