/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the selected event is related to: following it, and stand-ins for the chips at the edges, as the folds have. */
#include <glib/gi18n.h>

#include "model/dl-related.h"
#include "widgets/dl-stand-in.h"
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

/* Stand-ins: a button for each chip */

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
        {
          g_ptr_array_add (self->related_buttons, dl_stand_in_new (GTK_WIDGET (self)));
          g_signal_connect (self->related_buttons->pdata[n], "clicked", G_CALLBACK (clicked_cb), self);
        }
      button = self->related_buttons->pdata[n++];
      g_object_set_data (G_OBJECT (button), EVENT_KEY, GUINT_TO_POINTER (ops[i].event));
      dl_stand_in_set_name (button, ops[i].text);
    }
  dl_stand_ins_trim (self->related_buttons, n);
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

      for (guint j = 0; j < n_ops; j++)
        if (is_chip (&ops[j]) && ops[j].event == event_of (button))
          allocation = (GtkAllocation){ (int) ops[j].x, (int) ops[j].y, (int) ops[j].w, (int) ops[j].h };
      dl_stand_in_allocate (button, &allocation);
    }
}

void
dl_timeline_view_clear_related_buttons (DlTimelineView *self)
{
  dl_stand_ins_trim (self->related_buttons, 0);
}

gboolean
dl_timeline_view_focus_is_on_related (DlTimelineView *self)
{
  return dl_stand_ins_have_focus (self->related_buttons);
}

/* Moves the keyboard to the first chip, or from one to the next. Returns: whether it is on one */
gboolean
dl_timeline_view_focus_related (DlTimelineView *self, int direction)
{
  return dl_stand_ins_move_focus (self->related_buttons, direction);
}
