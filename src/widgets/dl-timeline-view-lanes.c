/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a lane says of itself, for the keyboard and for assistive technologies: the lanes
 * as groups, and in them a button for each number, each bar that stands for several
 * events, and each mark of one without a label; after them one for what lies below. */
#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "layout/dl-ruler.h"
#include "time/dl-words.h"
#include "widgets/dl-lane-proxy.h"
#include "widgets/dl-stand-in.h"
#include "widgets/dl-timeline-view-private.h"

#define OP_KEY "dl-op"

/* More bars and marks than anybody goes through one by one, in all lanes together, and
 * how many a lane may have anyway: there is a list of all without a label. */
#define MAX_COUNTS 200
#define LEAST_COUNTS 10

static gboolean
is_count (const DlOp *op)
{
  switch (op->role)
    {
    case DL_ROLE_EARLIER:
    case DL_ROLE_LATER:
    case DL_ROLE_COUNT:
    case DL_ROLE_DENSITY:
    case DL_ROLE_UNLABELLED:
    case DL_ROLE_MORE_ROWS:
    case DL_ROLE_MARK:
      return op->lane != DL_NO_LANE;
    default:
      return FALSE;
    }
}

/* The events of a lane that lie to one side of the window. */
static char *
name_beyond (DlTimelineView *self, const DlOp *op)
{
  DlTimeline      *timeline = dl_view_get_timeline (self->view);
  g_autofree char *date = dl_timeline_dup_date_words (timeline, op->event, DL_WORDS_WEEKDAY);
  g_autofree char *title = dl_isolate (dl_timeline_get_record (timeline, op->event)->title);

  if (op->role == DL_ROLE_EARLIER)
    /* Translators: events of a lane that lie left of the window, as they are read out:
     * how many, and the title and the date of that which is nearest. */
    return g_strdup_printf (
      ngettext ("%'u earlier event: %s, %s", "%'u earlier events, the nearest is %s, %s", op->count), op->count, title,
      date);
  /* Translators: the same of those right of the window. */
  return g_strdup_printf (ngettext ("%'u later event: %s, %s", "%'u later events, the nearest is %s, %s", op->count),
                          op->count, title, date);
}

/* When the bar begins. */
static char *
dup_when (DlTimelineView *self, const DlOp *op)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  DlUnit            unit = dl_ruler_pointer_unit (dl_viewport_scale_at (viewport, op->x));

  return dl_words_instant (dl_viewport_instant (viewport, op->x), unit,
                           dl_timeline_get_zone (dl_view_get_timeline (self->view)));
}

/* Returns: (transfer full) */
static char *
name_count (DlTimelineView *self, const DlOp *op)
{
  DlTimeline      *timeline = dl_view_get_timeline (self->view);
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  switch (op->role)
    {
    case DL_ROLE_DENSITY:
      date = dup_when (self, op);
      /* Translators: a bar that stands for several events without a label, as it is read
       * out: how many begin there, and when. */
      return g_strdup_printf (ngettext ("%'u event begins here: %s", "%'u events begin here: %s", op->count), op->count,
                              date);
    case DL_ROLE_COUNT:
      return g_strdup_printf (ngettext ("%'u event goes on from before", "%'u events go on from before", op->count),
                              op->count);
    case DL_ROLE_EARLIER:
    case DL_ROLE_LATER:
      return name_beyond (self, op);
    case DL_ROLE_MARK:
      date = dl_timeline_dup_date_words (timeline, op->event, DL_WORDS_WEEKDAY);
      title = dl_isolate (dl_timeline_get_record (timeline, op->event)->title);
      /* Translators: an event that is drawn without a label, as it is read out: its title, its date. */
      return g_strdup_printf (_ ("%s, %s, without a label"), title, date);
    default:
      return g_strdup (op->text);
    }
}

/* Lanes */

typedef struct
{
  graphene_rect_t bounds;
  gboolean        there;
  const char     *total;
} Spot;

static void
include_op (Spot *spot, const DlOp *op, const graphene_rect_t *bounds)
{
  if (op->role == DL_ROLE_TOTAL)
    spot->total = op->text;
  if (spot->there)
    graphene_rect_union (&spot->bounds, bounds, &spot->bounds);
  else
    spot->bounds = *bounds;
  spot->there = TRUE;
}

/* What of an operation can be seen. Returns: whether anything can */
static gboolean
get_bounds (DlScene *scene, const DlOp *op, graphene_rect_t *bounds)
{
  double          scroll = op->flags & DL_OP_FIXED ? 0 : dl_scene_get_scroll (scene);
  double          head = dl_scene_get_head_height (scene);
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, (float) head, (float) dl_scene_get_width (scene),
                                             (float) MAX (dl_scene_get_height (scene) - head, 1));

  *bounds = GRAPHENE_RECT_INIT (op->x, op->y - (float) scroll, op->w, op->h);
  return graphene_rect_intersection (bounds, &seen, bounds) && bounds->size.width > 0 && bounds->size.height > 0;
}

static void
clicked_cb (GtkWidget *button, DlTimelineView *self)
{
  /* What it does takes the button away. */
  DlOp op = *(const DlOp *) g_object_get_data (G_OBJECT (button), OP_KEY);

  if (!dl_timeline_view_activate (self, &op))
    dl_timeline_view_activate_event (self, &op);
  if (op.role != DL_ROLE_DENSITY && op.role != DL_ROLE_COUNT && op.role != DL_ROLE_UNLABELLED)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_button (GtkWidget *button, const DlOp *op, const char *name)
{
  g_object_set_data_full (G_OBJECT (button), OP_KEY, g_memdup2 (op, sizeof *op), g_free);
  dl_stand_in_set_name (button, name);
}

static GtkWidget *
new_button (DlTimelineView *self, GtkWidget *parent)
{
  GtkWidget *button = dl_stand_in_new (parent);

  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

/* The @index-th child of a lane, made where there is none. */
static GtkWidget *
take_button (DlTimelineView *self, GtkWidget *proxy, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (proxy);

  for (; index > 0 && button != NULL; index--)
    button = gtk_widget_get_next_sibling (button);
  return button != NULL ? button : new_button (self, proxy);
}

static void
trim (GtkWidget *proxy, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (proxy);

  for (; n > 0 && child != NULL; n--)
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
    }
}

static void
name_lane (DlTimelineView *self, DlLaneProxy *proxy, guint index, const Spot *spot)
{
  const DlLane    *lane = dl_arrangement_get_lane (dl_view_get_arrangement (self->view), index);
  gboolean         collapsed = lane->state == DL_LANE_COLLAPSED;
  g_autofree char *isolated = dl_isolate (lane->name);
  g_autofree char *total =
    spot->total != NULL ? g_strdup (spot->total)
                        : g_strdup_printf (ngettext ("%'u event", "%'u events", lane->events->len), lane->events->len);
  g_autofree char *name = collapsed
                            /* Translators: a lane as it is read out: its name, how many events it has. */
                            ? g_strdup_printf (_ ("%s, %s, collapsed"), isolated, total)
                            : g_strdup_printf (C_ ("accessible lane", "%s, %s"), isolated, total);

  dl_lane_proxy_set (proxy, name, collapsed, &spot->bounds);
}

static void
find_lanes (DlScene *scene, Spot *spots, guint n_lanes)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      graphene_rect_t bounds;

      if (ops[i].lane < n_lanes && get_bounds (scene, &ops[i], &bounds))
        include_op (&spots[ops[i].lane], &ops[i], &bounds);
    }
}

/* Where there are more rows than find room. */
static void
update_below (DlTimelineView *self, const DlOp *ops, guint n_ops)
{
  guint i = 0;

  while (i < n_ops && ops[i].role != DL_ROLE_BELOW)
    i++;
  if (i == n_ops)
    {
      g_clear_pointer (&self->below_button, gtk_widget_unparent);
      return;
    }
  if (self->below_button == NULL)
    self->below_button = new_button (self, GTK_WIDGET (self));
  set_button (self->below_button, &ops[i], ops[i].text);
}

void
dl_timeline_view_update_lanes (DlTimelineView *self)
{
  DlScene          *scene = dl_view_get_scene (self->view);
  DlArrangement    *arrangement = dl_view_get_arrangement (self->view);
  guint             n_lanes = scene == NULL || arrangement == NULL ? 0 : dl_arrangement_get_n_lanes (arrangement);
  guint             selected = dl_session_get_selected_position (self->session);
  g_autofree Spot  *spots = g_new0 (Spot, n_lanes + 1);
  g_autofree guint *counts = g_new0 (guint, n_lanes + 1);
  g_autofree guint *places = g_new0 (guint, n_lanes + 1);
  g_autofree guint *strips = g_new0 (guint, n_lanes + 1);
  guint             n_ops = 0, n_proxies = 0;
  const DlOp       *ops = scene == NULL ? NULL : dl_scene_get_ops (scene, &n_ops);

  if (n_lanes > 0)
    find_lanes (scene, spots, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      if (!spots[i].there)
        continue;
      if (n_proxies == self->lane_proxies->len)
        {
          g_ptr_array_add (self->lane_proxies, dl_lane_proxy_new ());
          gtk_widget_set_parent (self->lane_proxies->pdata[n_proxies], GTK_WIDGET (self));
        }
      name_lane (self, self->lane_proxies->pdata[n_proxies], i, &spots[i]);
      places[i] = n_proxies++;
    }
  /* What a lane says of itself comes before what its strip shows. */
  for (guint i = 0; i < 2 * n_ops; i++)
    {
      const DlOp      *op = &ops[i % n_ops];
      gboolean         in_strip = op->role == DL_ROLE_DENSITY || op->role == DL_ROLE_MARK;
      g_autofree char *name = NULL;
      GtkWidget       *button;
      graphene_rect_t  bounds;

      if (!is_count (op) || in_strip != (i >= n_ops) ||
          (in_strip && strips[op->lane] >= MAX (MAX_COUNTS / n_proxies, LEAST_COUNTS)))
        continue;
      /* The selected event has a stand-in of its own. */
      if ((op->role == DL_ROLE_MARK && op->event == selected) || !get_bounds (scene, op, &bounds))
        continue;
      name = name_count (self, op);
      if (name == NULL)
        continue;
      button = take_button (self, self->lane_proxies->pdata[places[op->lane]], counts[op->lane]++);
      set_button (button, op, name);
      dl_lane_proxy_place (button, &bounds);
      strips[op->lane] += in_strip;
    }
  update_below (self, ops, n_ops);
  for (guint i = 0; i < n_lanes; i++)
    if (spots[i].there)
      trim (self->lane_proxies->pdata[places[i]], counts[i]);
  dl_stand_ins_trim (self->lane_proxies, n_proxies);
}

void
dl_timeline_view_allocate_lanes (DlTimelineView *self)
{
  for (guint i = 0; i < self->lane_proxies->len; i++)
    {
      const graphene_rect_t *bounds = dl_lane_proxy_get_bounds (self->lane_proxies->pdata[i]);
      GtkAllocation place = { (int) bounds->origin.x, (int) bounds->origin.y, MAX ((int) bounds->size.width, 1),
                              MAX ((int) bounds->size.height, 1) };
      int           least;

      gtk_widget_measure (self->lane_proxies->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->lane_proxies->pdata[i], &place, -1);
    }
  if (self->below_button != NULL)
    {
      const DlOp *op = g_object_get_data (G_OBJECT (self->below_button), OP_KEY);

      dl_stand_in_allocate (self->below_button, &(GtkAllocation){ (int) op->x, (int) op->y, (int) op->w, (int) op->h });
    }
}

void
dl_timeline_view_clear_lanes (DlTimelineView *self)
{
  dl_stand_ins_trim (self->lane_proxies, 0);
  g_clear_pointer (&self->below_button, gtk_widget_unparent);
}

/* The keyboard among the numbers, from lane to lane */

static GPtrArray *
list_buttons (DlTimelineView *self)
{
  GPtrArray *buttons = g_ptr_array_new ();

  for (guint i = 0; i < self->lane_proxies->len; i++)
    for (GtkWidget *child = gtk_widget_get_first_child (self->lane_proxies->pdata[i]); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (buttons, child);
  if (self->below_button != NULL)
    g_ptr_array_add (buttons, self->below_button);
  return buttons;
}

gboolean
dl_timeline_view_focus_is_on_count (DlTimelineView *self)
{
  g_autoptr (GPtrArray) buttons = list_buttons (self);

  return dl_stand_ins_have_focus (buttons);
}

gboolean
dl_timeline_view_focus_count (DlTimelineView *self, int direction)
{
  g_autoptr (GPtrArray) buttons = list_buttons (self);

  return dl_stand_ins_move_focus (buttons, direction);
}
