/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is folded, and opened again. */
#include "view/dl-view-private.h"

/* The same way of moving on other folds: a gesture goes on from where it has
 * led to. */
static void
rebase_gestures (DlView *self, const DlViewport *old)
{
  double dragged = dl_instant_distance (self->drag_from.origin, old->origin) * old->scale;
  double anchor = dl_viewport_x (old, self->pinch_anchor);

  self->drag_from = self->viewport;
  dl_viewport_pan (&self->drag_from, -dragged);
  self->pinch_from.folds = self->viewport.folds;
  self->pinch_anchor = dl_viewport_instant (&self->viewport, anchor);
}

/* Where nothing flies there is nothing that could be looked at. */
static void
rebase_flight (DlView *self, const DlFolds *folds)
{
  if (!self->flying)
    {
      self->flight_from.folds = self->flight_to.folds = folds;
      return;
    }
  dl_viewport_set_folds (&self->flight_from, folds);
  dl_viewport_set_folds (&self->flight_to, folds);
  dl_view_limit (self, &self->flight_from, self->viewport.width / 2);
  dl_view_limit (self, &self->flight_to, self->viewport.width / 2);
}

/* Whether there is nothing outside what @viewport shows. */
static gboolean
shows_everything (DlView *self, const DlViewport *viewport)
{
  DlInstant from, to;

  return dl_timeline_get_extent (self->timeline, &from, &to) && dl_viewport_x (viewport, from) >= 0 &&
         dl_viewport_x (viewport, to) <= viewport->width;
}

static void
show_everything (DlView *self)
{
  DlInstant today = dl_view_get_today ();
  DlInstant from, to;

  dl_full_view (self->timeline, self->viewport.folds, &today, &from, &to);
  dl_viewport_set_range (&self->viewport, from, to, self->viewport.width);
}

static void
change_folds (DlView *self, const DlFolds *folds)
{
  DlViewport old = self->viewport;
  gboolean   everything = self->arrangement != NULL && shows_everything (self, &old);

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
    dl_view_apply_home (self);
}

void
dl_view_take_folds (DlView *self)
{
  const DlFolds *folds = self->arrangement == NULL ? NULL : dl_arrangement_get_folds (self->arrangement);

  if (!self->has_viewport || dl_folds_equal (self->viewport.folds, folds))
    self->flight_from.folds = self->flight_to.folds = self->drag_from.folds = self->pinch_from.folds =
      self->viewport.folds = folds;
  else
    change_folds (self, folds);
  if (self->has_kept && self->arrangement != NULL)
    {
      self->has_kept = FALSE;
      /* What is still looked at does not move by the last fraction of a pixel either. */
      if (dl_instant_compare (dl_viewport_from (&self->viewport), self->kept_from) != 0 ||
          dl_instant_compare (dl_viewport_to (&self->viewport), self->kept_to) != 0)
        dl_viewport_set_range (&self->viewport, self->kept_from, self->kept_to, self->viewport.width);
    }
  /* A file that is read again may have other dates. */
  if (self->has_viewport && self->arrangement != NULL)
    dl_view_limit (self, &self->viewport, self->viewport.width / 2);
  if (self->has_awaited && self->arrangement != NULL)
    {
      self->has_awaited = FALSE;
      dl_view_show_range (self, self->awaited_from, self->awaited_to);
    }
}

static gboolean
is_opening (DlView *self, const DlFold *fold)
{
  return dl_opened_folds_meet (&self->opened, fold->from, fold->to);
}

/* Opens the fold, and shows [@from, @to) then. */
static void
open_and_show (DlView *self, const DlFold *fold, DlInstant from, DlInstant to)
{
  self->at_home = FALSE;
  self->awaited_from = from;
  self->awaited_to = to;
  self->has_awaited = TRUE;
  dl_view_stop_returning (self);
  dl_view_leave (self);
  if (is_opening (self, fold))
    return;
  dl_opened_folds_add (&self->opened, fold);
  dl_view_arrange (self);
}

void
dl_view_open_fold (DlView *self, guint index)
{
  DlFold fold;

  g_return_if_fail (DL_IS_VIEW (self));
  if (index >= dl_folds_get_n (self->viewport.folds))
    return;
  /* A copy: it goes with its arrangement. One sees it whole, with what is at its sides. */
  fold = *dl_folds_get (self->viewport.folds, index);
  open_and_show (self, &fold, fold.from, fold.to);
}

/* A window in which there is nothing but a fold shows nothing: it opens. */
void
dl_view_check_fold (DlView *self)
{
  guint         index = dl_viewport_inside_fold (&self->viewport);
  const DlFold *fold = index == DL_NO_FOLD ? NULL : dl_folds_get (self->viewport.folds, index);

  if (fold == NULL || is_opening (self, fold) || self->holding)
    return;
  self->at_home = FALSE;
  dl_opened_folds_add (&self->opened, fold);
  dl_view_arrange (self);
}

gboolean
dl_view_open_fold_around (DlView *self, DlInstant from, DlInstant to)
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

gboolean
dl_view_close_folds (DlView *self)
{
  if (self->opened.n == 0)
    return FALSE;
  self->opened.n = 0;
  self->has_awaited = FALSE;
  return TRUE;
}

void
dl_view_set_fold (DlView *self, gboolean fold)
{
  g_return_if_fail (DL_IS_VIEW (self));
  fold = fold != FALSE;
  if (self->fold == fold)
    return;
  self->fold = fold;
  dl_view_close_folds (self);
  if (self->timeline != NULL)
    dl_view_arrange (self);
  g_object_notify (G_OBJECT (self), "fold");
}

gboolean
dl_view_get_fold (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), FALSE);
  return self->fold;
}

const DlOpenedFolds *
dl_view_get_opened (DlView *self)
{
  g_return_val_if_fail (DL_IS_VIEW (self), NULL);
  return &self->opened;
}
