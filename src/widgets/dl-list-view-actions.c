/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys and the pointer do in a list. */
#include "widgets/dl-keys.h"
#include "widgets/dl-list-view-private.h"

/* After so many frames the rows are where they stay. */
#define HEADING_FRAMES 6

guint
dl_list_view_get_selected_entry (DlListView *self)
{
  guint row = self->selection == NULL ? GTK_INVALID_LIST_POSITION : gtk_single_selection_get_selected (self->selection);

  return row == GTK_INVALID_LIST_POSITION ? DL_NONE : dl_grouped_list_get_entry (self->entries, row);
}

static void
scroll_to (DlListView *self, guint row)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", row);
}

static guint
get_position (DlListView *self, guint entry)
{
  guint                     row = dl_grouped_list_get_row (self->entries, entry);
  g_autoptr (DlGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), row);

  return dl_grouped_item_get_position (item);
}

/* GTK may keep rows of the entries before for a while. */
static DlListRow *
find_row (DlListView *self, guint entry)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      DlListRow     *row = self->rows->pdata[i];
      DlGroupedItem *item = dl_list_row_get_event (row) != NULL ? dl_list_row_get_item (row) : NULL;

      if (item != NULL && dl_grouped_item_get_list (item) == self->entries && dl_grouped_item_get_entry (item) == entry)
        return row;
    }
  return NULL;
}

/* Before it has a size the list goes nowhere. */
static gboolean
has_size (DlListView *self)
{
  return gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller))) > 0;
}

guint
dl_list_view_find_last_in_sight (DlListView *self)
{
  double height =
    gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  double lowest = 0;
  guint  last = DL_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget      *row = self->rows->pdata[i];
      DlEvent        *event = dl_list_row_get_event (DL_LIST_ROW (row));
      graphene_rect_t bounds;
      double          bottom;

      if (event == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, self->scroller, &bounds))
        continue;
      bottom = (double) (bounds.origin.y + bounds.size.height);
      if (bottom <= height && bottom > lowest)
        {
          lowest = bottom;
          last = dl_event_get_position (event);
        }
    }
  return last;
}

static gboolean
wanted_cb (gpointer data)
{
  DlListView *self = data;
  guint       wanted = self->wanted;
  /* Unless it has gone elsewhere meanwhile. */
  gboolean focus = self->wants_focus && gtk_widget_has_focus (self->list);

  self->wanted_id = 0;
  self->wanted = DL_NONE;
  self->wants_focus = FALSE;
  if (wanted >= dl_grouped_list_get_n_entries (self->entries))
    return G_SOURCE_REMOVE;
  dl_list_view_bring_into_sight (self, wanted);
  if (focus)
    dl_list_view_focus (self, wanted);
  return G_SOURCE_REMOVE;
}

void
dl_list_view_take_size (DlListView *self)
{
  /* Not while widgets are being given their sizes. */
  if (self->wanted != DL_NONE && self->wanted_id == 0 && has_size (self))
    self->wanted_id = g_idle_add (wanted_cb, self);
}

/* Where GTK has left the heading above the row of @entry out of sight, the list is moved
 * by that much; unless there is no room for both. */
static void
show_heading (DlListView *self, guint entry)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  DlListRow      *row = find_row (self, entry);
  GtkWidget      *frame = row == NULL ? NULL : gtk_widget_get_parent (GTK_WIDGET (row));
  GtkWidget      *heading = frame == NULL ? NULL : gtk_widget_get_prev_sibling (frame);
  graphene_rect_t bounds;
  int             height;
  double          top;

  /* What is out of sight GTK has not placed. */
  if (heading == NULL || !gtk_widget_get_mapped (frame) || !gtk_widget_compute_bounds (frame, self->list, &bounds))
    return;
  gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (self->list), NULL, &height, NULL, NULL);
  top = (double) bounds.origin.y - height;
  if (top < 0 && height + (double) bounds.size.height <= gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top);
}

static gboolean
heading_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DlListView *self = DL_LIST_VIEW (widget);

  show_heading (self, self->headed);
  if (--self->heading_frames > 0)
    return G_SOURCE_CONTINUE;
  self->heading_id = 0;
  return G_SOURCE_REMOVE;
}

/* Of where it scrolls to, GTK knows the last only, and that not before the next frame. */
static void
follow_heading (DlListView *self, guint entry)
{
  self->headed = entry;
  self->heading_frames = HEADING_FRAMES;
  if (self->heading_id == 0)
    self->heading_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), heading_cb, NULL, NULL);
}

/* The heading over the first of a group comes along. */
void
dl_list_view_bring_into_sight (DlListView *self, guint entry)
{
  guint row = dl_grouped_list_get_row (self->entries, entry);

  if (!has_size (self))
    {
      self->wanted = entry;
      return;
    }
  if (dl_grouped_list_is_heading (self->entries, row - 1))
    {
      scroll_to (self, row - 1);
      follow_heading (self, entry);
    }
  /* With it goes the place that the keyboard has in the list. */
  scroll_to (self, row);
}

/* Where the list itself has the keyboard, nothing is read out. */
void
dl_list_view_focus (DlListView *self, guint entry)
{
  DlListRow *row = has_size (self) ? find_row (self, entry) : NULL;

  gtk_widget_grab_focus (row == NULL ? self->list : gtk_widget_get_parent (GTK_WIDGET (row)));
  if (row == NULL)
    {
      self->wanted = entry;
      self->wants_focus = TRUE;
      dl_list_view_take_size (self);
    }
}

void
dl_list_view_select (DlListView *self, guint entry, gboolean focus)
{
  gboolean syncing = self->syncing;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, dl_grouped_list_get_row (self->entries, entry));
  self->syncing = syncing;
  dl_list_view_bring_into_sight (self, entry);
  if (focus)
    dl_list_view_focus (self, entry);
  dl_session_select (self->session, get_position (self, entry));
}

/* The entry that has the keyboard, else the selected one, or %DL_NONE. */
static guint
get_current (DlListView *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_first_child (focus);

  if (DL_IS_LIST_ROW (row) && gtk_widget_is_ancestor (row, self->list))
    return dl_grouped_item_get_entry (dl_list_row_get_item (DL_LIST_ROW (row)));
  return dl_list_view_get_selected_entry (self);
}

static void
step_by (DlListView *self, int by)
{
  guint n = dl_grouped_list_get_n_entries (self->entries);
  guint entry = get_current (self);

  if (n == 0)
    return;
  if (entry == DL_NONE)
    entry = 0;
  else if (by < 0 && entry == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (by > 0 && entry + 1 == n)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    entry = (guint) CLAMP ((gint64) entry + by, 0, (gint64) n - 1);
  dl_list_view_select (self, entry, TRUE);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_by (DL_LIST_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
step_to_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlListView *self = DL_LIST_VIEW (widget);
  guint       n = dl_grouped_list_get_n_entries (self->entries);

  if (n > 0)
    dl_list_view_select (self, g_variant_get_int32 (parameter) < 0 ? 0 : n - 1, TRUE);
}

/* As many as are in sight, but for one that one knows. */
static void
turn_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlListView    *self = DL_LIST_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         height = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment);
  double         rows = (double) g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  int            page = height <= 0 ? 1 : (int) (gtk_adjustment_get_page_size (adjustment) * rows / height) - 1;

  step_by (self, g_variant_get_int32 (parameter) * MAX (page, 1));
}

/* @signal: what is wanted of the entry that has the keyboard */
static void
ask_for (DlListView *self, const char *signal)
{
  guint entry = get_current (self);

  if (entry == DL_NONE)
    return;
  dl_list_view_select (self, entry, TRUE);
  g_signal_emit_by_name (self, signal, get_position (self, entry));
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_for (DL_LIST_VIEW (widget), DL_LIST_VIEW (widget)->kind == DL_LIST_OF_QUOTES ? "go" : "read");
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_for (DL_LIST_VIEW (widget), "go");
}

/* Menus */

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlListView     *self = DL_LIST_VIEW (widget);
  guint           entry = get_current (self);
  DlListRow      *row = entry == DL_NONE ? NULL : find_row (self, entry);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return;
  dl_list_view_select (self, entry, TRUE);
  g_signal_emit_by_name (self, "context-menu", (double) (bounds.origin.x + bounds.size.width / 2),
                         (double) (bounds.origin.y + bounds.size.height));
}

/* The row at a point of the list, or what is in it. */
static DlListRow *
row_at (DlListView *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);

  for (; at != NULL && at != self->list; at = gtk_widget_get_parent (at))
    {
      GtkWidget *row = DL_IS_LIST_ROW (at) ? at : gtk_widget_get_first_child (at);

      if (DL_IS_LIST_ROW (row))
        return DL_LIST_ROW (row);
    }
  return NULL;
}

static void
ask_menu (DlListView *self, double x, double y)
{
  DlListRow       *row = row_at (self, x, y);
  graphene_point_t point;

  if (row == NULL || dl_list_row_get_event (row) == NULL ||
      !gtk_widget_compute_point (self->list, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  dl_list_view_select (self, dl_grouped_item_get_entry (dl_list_row_get_item (row)), TRUE);
  g_signal_emit_by_name (self, "context-menu", (double) point.x, (double) point.y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlListView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, DlListView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y);
}

void
dl_list_view_add_pointer (DlListView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (long_press));
}

void
dl_list_view_add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "entries.step", "i", step_action);
  gtk_widget_class_install_action (klass, "entries.step-to-end", "i", step_to_end_action);
  gtk_widget_class_install_action (klass, "entries.turn-page", "i", turn_page_action);
  gtk_widget_class_install_action (klass, "entries.enter", NULL, enter_action);
  gtk_widget_class_install_action (klass, "entries.show", NULL, show_action);
  gtk_widget_class_install_action (klass, "entries.menu", NULL, menu_action);
}
