/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the selected event is related to: following it, and stand-ins for the chips at the edges, as the folds have. */
#include <glib/gi18n.h>

#include "model/dl-related.h"
#include "widgets/dl-timeline-view-private.h"

#define EVENT_KEY "dl-related-event"

/* The chip of an event that is out of sight: its ground. */
static gboolean
is_chip (const DlOp *op)
{
  return op->role == DL_ROLE_RELATION && op->kind == DL_OP_RECT && op->event != DL_NONE;
}

/* What is said of an event, or a number of them, by any part of what relates it: of words, that is
 * said by the curve that they are of. */
char *
dl_timeline_view_describe_relation (DlTimelineView *self, const DlOp *relation)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  if (relation->event == DL_NONE)
    return g_strdup (_ ("The details list all related events"));
  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_RELATION && ops[i].kind != DL_OP_TEXT && ops[i].event == relation->event &&
        ops[i].text != NULL)
      return g_strdup (ops[i].text);
  return NULL;
}

/* How @event is related to the selected one: "leads to"; or how many the selected one is
 * related to. Returns: (nullable): %NULL where there is nothing to say */
char *
dl_timeline_view_dup_relation (DlTimelineView *self, guint event, GArray *related)
{
  if (event == dl_session_get_selected_position (self->session))
    return related->len == 0
             ? NULL
             : g_strdup_printf (ngettext ("%'u related event", "%'u related events", related->len), related->len);
  for (guint i = 0; i < related->len; i++)
    if (g_array_index (related, DlRelatedEvent, i).position == event)
      /* Translators: what an event is to the selected one, for screen readers: “leads to”. */
      return g_strdup_printf (C_ ("accessible relation", "from the selected event: %s"),
                              g_array_index (related, DlRelatedEvent, i).label);
  return NULL;
}

/* Follows a relation, or says why not. Returns: whether it did */
gboolean
dl_timeline_view_follow_relation (DlTimelineView *self, int direction)
{
  const char *text = NULL;

  switch (dl_view_follow_relation (self->view, direction))
    {
    case DL_FOLLOWED:
      return TRUE;
    case DL_FOLLOWED_NOTHING_RELATED:
      text = _ ("Nothing is related to this event.");
      break;
    case DL_FOLLOWED_NOTHING_THERE:
    default:
      text =
        direction > 0 ? _ ("Nothing later is related to this event.") : _ ("Nothing earlier is related to this event.");
      break;
    }
  g_signal_emit_by_name (self, "told", text);
  return FALSE;
}

/* Stand-ins: a button for each chip, without a look of its own. The pointer goes through it. */

static guint
event_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), EVENT_KEY));
}

static void
clicked_cb (GtkWidget *button, DlTimelineView *self)
{
  dl_view_go_to_event (self->view, event_of (button), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
new_stand_in (DlTimelineView *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "fold");
  gtk_widget_set_can_target (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

void
dl_timeline_view_update_related_buttons (DlTimelineView *self)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  guint       n_ops = 0;
  guint       n = 0;
  const DlOp *ops = scene == NULL ? NULL : dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      GtkWidget *button;

      if (!is_chip (&ops[i]))
        continue;
      if (n == self->related_buttons->len)
        g_ptr_array_add (self->related_buttons, new_stand_in (self));
      button = self->related_buttons->pdata[n++];
      g_object_set_data (G_OBJECT (button), EVENT_KEY, GUINT_TO_POINTER (ops[i].event));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, ops[i].text, -1);
    }
  while (self->related_buttons->len > n)
    {
      GtkWidget *button = g_ptr_array_steal_index (self->related_buttons, self->related_buttons->len - 1);

      gtk_widget_unparent (button);
    }
}

void
dl_timeline_view_allocate_related_buttons (DlTimelineView *self)
{
  DlScene    *scene = self->related_buttons->len == 0 ? NULL : dl_view_get_scene (self->view);
  guint       n_ops = 0;
  const DlOp *ops = scene == NULL ? NULL : dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < self->related_buttons->len; i++)
    {
      GtkWidget    *button = self->related_buttons->pdata[i];
      GtkAllocation allocation = { 0, 0, 1, 1 };
      int           width, height;

      for (guint j = 0; j < n_ops; j++)
        if (is_chip (&ops[j]) && ops[j].event == event_of (button))
          allocation = (GtkAllocation){ (int) ops[j].x, (int) ops[j].y, (int) ops[j].w, (int) ops[j].h };
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      allocation.width = MAX (allocation.width, width);
      allocation.height = MAX (allocation.height, height);
      gtk_widget_size_allocate (button, &allocation, -1);
    }
}

void
dl_timeline_view_clear_related_buttons (DlTimelineView *self)
{
  for (guint i = 0; i < self->related_buttons->len; i++)
    gtk_widget_unparent (self->related_buttons->pdata[i]);
  g_ptr_array_set_size (self->related_buttons, 0);
}

static guint
focused_button (DlTimelineView *self)
{
  for (guint i = 0; i < self->related_buttons->len; i++)
    if (gtk_widget_has_focus (self->related_buttons->pdata[i]))
      return i;
  return DL_NONE;
}

gboolean
dl_timeline_view_focus_is_on_related (DlTimelineView *self)
{
  return focused_button (self) != DL_NONE;
}

/* Moves the keyboard to the first chip, or from one to the next. Returns: whether it is on one */
gboolean
dl_timeline_view_focus_related (DlTimelineView *self, int direction)
{
  guint focused = focused_button (self);
  guint next = focused == DL_NONE ? 0
               : direction < 0    ? (focused > 0 ? focused - 1 : 0)
                                  : MIN (focused + 1, self->related_buttons->len - 1);

  return next < self->related_buttons->len && gtk_widget_grab_focus (self->related_buttons->pdata[next]);
}
