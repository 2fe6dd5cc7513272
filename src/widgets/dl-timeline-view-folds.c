/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "time/dl-words.h"
#include "widgets/dl-timeline-view-private.h"

#define FOLD_KEY "dl-fold"

/* As wide as a break is at least drawn; what is less is not there for
 * assistive technologies. */
#define LEAST_WIDTH 6

/* The same way of moving on other folds. */
static void
rebase_gestures (DlTimelineView *self, const DlViewport *old)
{
  double dragged = dl_instant_distance (self->drag_from.origin, old->origin) * old->scale;
  double anchor = dl_viewport_x (old, self->pinch_anchor);

  /* A gesture goes on from where it has led to. */
  self->drag_from = self->viewport;
  dl_viewport_pan (&self->drag_from, -dragged);
  self->pinch_from.folds = self->viewport.folds;
  self->pinch_anchor = dl_viewport_instant (&self->viewport, anchor);
}

/* Before anything has flown there is nothing that could be looked at. */
static void
rebase_flight (DlTimelineView *self, const DlFolds *folds)
{
  if (self->tick_id == 0)
    {
      self->flight_from.folds = self->flight_to.folds = folds;
      return;
    }
  dl_viewport_set_folds (&self->flight_from, folds);
  dl_viewport_set_folds (&self->flight_to, folds);
}

/* Whether there is nothing outside what @viewport shows. */
static gboolean
shows_everything (DlTimelineView *self, const DlViewport *viewport)
{
  DlInstant from, to;

  return dl_timeline_get_extent (self->timeline, &from, &to) && dl_viewport_x (viewport, from) >= 0 && dl_viewport_x (viewport, to) <= viewport->width;
}

static void
show_everything (DlTimelineView *self)
{
  DlInstant today = dl_timeline_view_get_today ();
  DlInstant from, to;

  dl_full_view (self->timeline, self->viewport.folds, &today, self->viewport.width, &from, &to);
  dl_viewport_set_range (&self->viewport, from, to, self->viewport.width);
}

void
dl_timeline_view_take_folds (DlTimelineView *self)
{
  const DlFolds *folds = self->arrangement == NULL ? NULL : dl_arrangement_get_folds (self->arrangement);
  DlViewport     old = self->viewport;
  gboolean       same = !self->has_viewport || dl_folds_equal (old.folds, folds);

  self->flight_from.folds = self->flight_to.folds = self->drag_from.folds = self->pinch_from.folds = same ? folds : old.folds;
  if (same)
    self->viewport.folds = folds;
  else
    {
      gboolean everything = self->arrangement != NULL && shows_everything (self, &old);

      dl_viewport_set_folds (&self->viewport, folds);
      /* What opens, opens to the right; but where all was in sight, at the same
       * scale it would be a dot, or little of it left. */
      if (self->has_awaited)
        dl_viewport_place (&self->viewport, self->awaited_from, dl_viewport_x (&old, self->awaited_from));
      else if (everything)
        show_everything (self);
      rebase_flight (self, folds);
      rebase_gestures (self, &old);
      if (self->at_home && self->arrangement != NULL)
        dl_timeline_view_apply_home (self);
    }
  if (self->has_awaited && self->arrangement != NULL)
    {
      self->has_awaited = FALSE;
      dl_timeline_view_show_range (self, self->awaited_from, self->awaited_to);
    }
}

static gboolean
is_opening (DlTimelineView *self, const DlFold *fold)
{
  return dl_opened_folds_meet (&self->opened, fold->from, fold->to);
}

/* Opens the fold, and shows [@from, @to) then. */
static void
open_and_show (DlTimelineView *self, const DlFold *fold, DlInstant from, DlInstant to)
{
  self->at_home = FALSE;
  self->awaited_from = from;
  self->awaited_to = to;
  self->has_awaited = TRUE;
  if (is_opening (self, fold))
    return;
  dl_opened_folds_add (&self->opened, fold);
  dl_timeline_view_arrange (self);
}

void
dl_timeline_view_open_fold (DlTimelineView *self, guint index)
{
  DlFold fold;

  if (index >= dl_folds_get_n (self->viewport.folds))
    return;
  /* A copy: it goes with its arrangement. One sees it whole, with what is at its sides. */
  fold = *dl_folds_get (self->viewport.folds, index);
  open_and_show (self, &fold, fold.from, fold.to);
}

/* A window in which there is nothing but a fold shows nothing: it opens. */
void
dl_timeline_view_check_fold (DlTimelineView *self)
{
  guint         index = dl_viewport_inside_fold (&self->viewport);
  const DlFold *fold = index == DL_NO_FOLD ? NULL : dl_folds_get (self->viewport.folds, index);

  if (fold == NULL || is_opening (self, fold))
    return;
  self->at_home = FALSE;
  dl_opened_folds_add (&self->opened, fold);
  dl_timeline_view_arrange (self);
}

/* Opens the fold that [@from, @to) lies in, and shows that then.
 * Returns: whether there is one */
gboolean
dl_timeline_view_open_fold_around (DlTimelineView *self, DlInstant from, DlInstant to)
{
  guint  index = dl_folds_find (self->viewport.folds, dl_folds_to_axis (self->viewport.folds, from));
  DlFold fold;

  if (index == DL_NO_FOLD)
    return FALSE;
  fold = *dl_folds_get (self->viewport.folds, index);
  if (dl_instant_compare (to, fold.to) > 0)
    return FALSE;
  open_and_show (self, &fold, from, to);
  return TRUE;
}

/* Folds again what was opened. Returns: whether anything was */
gboolean
dl_timeline_view_close_folds (DlTimelineView *self)
{
  if (self->opened.n == 0)
    return FALSE;
  self->opened.n = 0;
  self->has_awaited = FALSE;
  return TRUE;
}

void
dl_timeline_view_set_fold (DlTimelineView *self, gboolean fold)
{
  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (self->fold == fold)
    return;
  self->fold = fold;
  dl_timeline_view_close_folds (self);
  if (self->timeline != NULL)
    dl_timeline_view_arrange (self);
}

void
dl_timeline_view_get_folding (DlTimelineView *self, gboolean *fold, DlOpenedFolds *opened)
{
  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  *fold = self->fold;
  *opened = self->opened;
}

char *
dl_timeline_view_describe_fold (DlTimelineView *self, guint index)
{
  const DlFold    *fold = dl_folds_get (self->viewport.folds, index);
  double           seconds = dl_fold_get_seconds (fold);
  g_autofree char *words = dl_words_about (seconds);
  DlUnit           unit = seconds < 3 * 86400.0 ? DL_UNIT_HOUR : seconds < 400 * 86400.0 ? DL_UNIT_DAY
                                                               : seconds < 1e10          ? DL_UNIT_MONTH
                                                                                         : DL_UNIT_YEAR;
  g_autofree char *from = dl_words_instant (fold->from, unit, dl_timeline_get_zone (self->timeline));
  g_autofree char *to = dl_words_instant (fold->to, unit, dl_timeline_get_zone (self->timeline));

  /* Translators: a stretch of time that is folded because nothing happens in
   * it: how long it is, its first and its last month or day. */
  return g_strdup_printf (C_ ("fold", "%s folded: nothing begins or ends from %s to %s"), words, from, to);
}

/* Stand-ins: a button for each fold in sight, without a look of its own, for
 * the keyboard and for assistive technologies. The pointer goes through it. */

static guint
fold_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), FOLD_KEY));
}

static void
clicked_cb (GtkWidget *button, DlTimelineView *self)
{
  dl_timeline_view_open_fold (self, fold_of (button));
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
dl_timeline_view_update_fold_buttons (DlTimelineView *self)
{
  DlScene    *scene = dl_timeline_view_get_scene (self);
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
        g_ptr_array_add (self->fold_buttons, new_stand_in (self));
      button = self->fold_buttons->pdata[n++];
      name = dl_timeline_view_describe_fold (self, ops[i].fold);
      g_object_set_data (G_OBJECT (button), FOLD_KEY, GUINT_TO_POINTER (ops[i].fold));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  while (self->fold_buttons->len > n)
    {
      GtkWidget *button = g_ptr_array_steal_index (self->fold_buttons, self->fold_buttons->len - 1);

      gtk_widget_unparent (button);
    }
}

void
dl_timeline_view_allocate_fold_buttons (DlTimelineView *self)
{
  double head = dl_timeline_view_get_head_height (self);

  for (guint i = 0; i < self->fold_buttons->len; i++)
    {
      GtkWidget    *button = self->fold_buttons->pdata[i];
      guint         index = fold_of (button);
      const DlFold *fold = index < dl_folds_get_n (self->viewport.folds) ? dl_folds_get (self->viewport.folds, index) : NULL;
      double        left = fold == NULL ? 0 : CLAMP (dl_viewport_x (&self->viewport, fold->from), 0, self->viewport.width);
      double        right = fold == NULL ? 0 : CLAMP (dl_viewport_x (&self->viewport, fold->to), 0, self->viewport.width);
      int           width, height;
      GtkAllocation allocation;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      allocation = (GtkAllocation){ (int) left, 0, MAX ((int) (right - left), MAX (width, LEAST_WIDTH)), MAX ((int) head, height) };
      gtk_widget_size_allocate (button, &allocation, -1);
    }
}

void
dl_timeline_view_clear_fold_buttons (DlTimelineView *self)
{
  for (guint i = 0; i < self->fold_buttons->len; i++)
    gtk_widget_unparent (self->fold_buttons->pdata[i]);
  g_ptr_array_set_size (self->fold_buttons, 0);
}

static guint
focused_fold_button (DlTimelineView *self)
{
  for (guint i = 0; i < self->fold_buttons->len; i++)
    if (gtk_widget_has_focus (self->fold_buttons->pdata[i]))
      return i;
  return DL_NONE;
}

gboolean
dl_timeline_view_focus_is_on_fold (DlTimelineView *self)
{
  return focused_fold_button (self) != DL_NONE;
}

/* Moves the keyboard to the first fold in sight, or from one to the next.
 * Returns: whether it is on one */
gboolean
dl_timeline_view_focus_fold (DlTimelineView *self, int direction)
{
  guint focused = focused_fold_button (self);
  guint next = focused == DL_NONE ? 0 : direction < 0 ? (focused > 0 ? focused - 1 : 0)
                                                      : MIN (focused + 1, self->fold_buttons->len - 1);

  return next < self->fold_buttons->len && gtk_widget_grab_focus (self->fold_buttons->pdata[next]);
}
