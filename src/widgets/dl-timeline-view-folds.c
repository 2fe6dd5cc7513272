/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "time/dl-words.h"
#include "widgets/dl-stand-in.h"
#include "widgets/dl-timeline-view-private.h"

#define FOLD_KEY "dl-fold"

/* As wide as a break is at least drawn; what is less is not there for
 * assistive technologies. */
#define LEAST_WIDTH 6

char *
dl_timeline_view_describe_fold (DlTimelineView *self, guint index)
{
  DlZone          *zone = dl_timeline_get_zone (dl_view_get_timeline (self->view));
  const DlFold    *fold = dl_folds_get (dl_view_get_viewport (self->view)->folds, index);
  double           seconds = dl_fold_get_seconds (fold);
  g_autofree char *words = dl_words_about (seconds);
  DlUnit           unit = seconds < 3 * 86400.0     ? DL_UNIT_HOUR
                          : seconds < 400 * 86400.0 ? DL_UNIT_DAY
                          : seconds < 1e10          ? DL_UNIT_MONTH
                                                    : DL_UNIT_YEAR;
  g_autofree char *from = dl_words_instant (fold->from, unit, zone);
  g_autofree char *to = dl_words_instant (fold->to, unit, zone);

  /* Translators: a stretch of time that is folded because nothing happens in
   * it: how long it is, its first and its last month or day. */
  return g_strdup_printf (C_ ("fold", "%s folded: nothing begins or ends from %s to %s"), words, from, to);
}

/* Stand-ins: a button for each fold in sight */

static guint
fold_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), FOLD_KEY));
}

static void
clicked_cb (GtkWidget *button, DlTimelineView *self)
{
  dl_view_open_fold (self->view, fold_of (button));
}

void
dl_timeline_view_update_fold_buttons (DlTimelineView *self)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  guint       n_ops = 0;
  guint       n = 0;
  const DlOp *ops = scene == NULL ? NULL : dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      g_autofree char *name = NULL;
      GtkWidget       *button;

      if (ops[i].role != DL_ROLE_FOLD)
        continue;
      if (n == self->fold_buttons->len)
        {
          g_ptr_array_add (self->fold_buttons, dl_stand_in_new (GTK_WIDGET (self)));
          g_signal_connect (self->fold_buttons->pdata[n], "clicked", G_CALLBACK (clicked_cb), self);
        }
      button = self->fold_buttons->pdata[n++];
      name = dl_timeline_view_describe_fold (self, ops[i].fold);
      g_object_set_data (G_OBJECT (button), FOLD_KEY, GUINT_TO_POINTER (ops[i].fold));
      dl_stand_in_set_name (button, name);
    }
  dl_stand_ins_trim (self->fold_buttons, n);
}

void
dl_timeline_view_allocate_fold_buttons (DlTimelineView *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  double            head = dl_view_get_head_height (self->view);

  if (viewport == NULL)
    return;

  for (guint i = 0; i < self->fold_buttons->len; i++)
    {
      GtkWidget    *button = self->fold_buttons->pdata[i];
      guint         index = fold_of (button);
      const DlFold *fold = index < dl_folds_get_n (viewport->folds) ? dl_folds_get (viewport->folds, index) : NULL;
      double        left = fold == NULL ? 0 : CLAMP (dl_viewport_x (viewport, fold->from), 0, viewport->width);
      double        right = fold == NULL ? 0 : CLAMP (dl_viewport_x (viewport, fold->to), 0, viewport->width);

      dl_stand_in_allocate (button,
                            &(GtkAllocation){ (int) left, 0, MAX ((int) (right - left), LEAST_WIDTH), (int) head });
    }
}

void
dl_timeline_view_clear_fold_buttons (DlTimelineView *self)
{
  dl_stand_ins_trim (self->fold_buttons, 0);
}

gboolean
dl_timeline_view_focus_is_on_fold (DlTimelineView *self)
{
  return dl_stand_ins_have_focus (self->fold_buttons);
}

/* Moves the keyboard to the first fold in sight, or from one to the next.
 * Returns: whether it is on one */
gboolean
dl_timeline_view_focus_fold (DlTimelineView *self, int direction)
{
  return dl_stand_ins_move_focus (self->fold_buttons, direction);
}
