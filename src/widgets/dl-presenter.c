/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-presenter.h"

#include <glib/gi18n.h>

#include "session/dl-bookmark.h"
#include "session/dl-sight.h"
#include "session/dl-walk.h"
#include "view/dl-history.h"
#include "widgets/dl-keys.h"
#include "widgets/dl-presenter-page.h"
#include "widgets/dl-spotlight.h"
#include "widgets/dl-text-size.h"

/* A screen of this size is what the design is drawn on. */
#define DESIGN_WIDTH 1600.0
#define DESIGN_HEIGHT 1000.0

/* In pixels of the design. */
#define SIDE_MARGIN 90
#define TOP 34
#define NOTE 20 /* letters of what stands at the edges */
#define LONGEST_LINE 1420

/* Of the height, that the timeline has. */
#define PICTURE 0.25
/* And where it is what is presented. */
#define PICTURE_ALONE 0.7
/* How much larger its text is than in a window. */
#define PICTURE_TEXT 1.55

/* However large the reader wants text, a page is one of a few words otherwise. */
#define MOST_TEXT 1.6

/* A long title leaves so much of the page to what is told of the event; what is
 * set smaller for it, step by step, stays within a third. */
#define HEAD_MOST 0.6
#define SHRINK 0.87
#define SHRINK_STEPS 8

#define CURSOR_SECONDS 2

struct _DlPresenter
{
  GtkWidget  parent_instance;
  DlSession *session;
  DlWalk    *walk;
  GPtrArray *bookmarks; /* of the walk's places; NULL where it is one of events */
  DlEvent   *event;     /* the one that the walk is at; NULL where it is at a view */
  GPtrArray *pages;     /* its pages; NULL before there is room for any */
  GtkWidget *top;
  GtkWidget *title;
  GtkWidget *place;
  GtkWidget *holder; /* of the page */
  GtkWidget *next;
  GtkWidget *spotlight;
  GtkWidget *black;
  double     unit;
  double     shrink; /* of the event's letters */
  int        width;
  int        height;
  guint      layout_id;
  guint      cursor_id;
  double     pointer_x;
  double     pointer_y;
};

static guint leave_signal;

G_DEFINE_FINAL_TYPE (DlPresenter, dl_presenter, GTK_TYPE_WIDGET)

/* Room */

static double
text_unit (DlPresenter *self)
{
  return self->unit * self->shrink * MIN (dl_text_size_get_factor (), MOST_TEXT);
}

static int
page_width (DlPresenter *self)
{
  return (int) MIN (self->width - 2 * SIDE_MARGIN * self->unit, LONGEST_LINE * self->unit);
}

static int
natural_height (GtkWidget *widget, int width)
{
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Above the page, and below it with the timeline. */
static int
top_height (DlPresenter *self)
{
  return natural_height (self->top, self->width) + (int) (1.6 * TOP * self->unit);
}

static int
picture_height (DlPresenter *self)
{
  return (int) (self->height * (self->pages != NULL && self->event == NULL ? PICTURE_ALONE : PICTURE));
}

static int
bottom_height (DlPresenter *self)
{
  return picture_height (self) + natural_height (self->next, self->width) + (int) (TOP * self->unit);
}

static int
page_height (DlPresenter *self)
{
  return self->height - top_height (self) - bottom_height (self);
}

/* Pages */

/* Set as it would be, and measured: nothing else knows better. */
static gboolean
fits (DlPresenter *self, const DlPage *page, double room)
{
  GtkWidget *widget = dl_presenter_page_new (self->event, page, text_unit (self));
  int        height, least = 0;

  gtk_widget_set_parent (widget, self->holder);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  height = natural_height (widget, MAX (page_width (self), least));
  gtk_widget_unparent (widget);
  return height <= room && least <= page_width (self);
}

static gboolean
fits_cb (const DlPage *page, gpointer data)
{
  return fits (data, page, page_height (data));
}

/* So that there is room for more than the title. */
static void
shrink (DlPresenter *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (DlPiece));
  const DlPage       page = { .size = DL_PRESENTER_N_SIZES - 1, .pieces = none };

  self->shrink = 1;
  for (guint i = 0; i < SHRINK_STEPS && !fits (self, &page, page_height (self) * HEAD_MOST); i++)
    self->shrink *= SHRINK;
}

static guint
count_cb (guint position, gpointer data)
{
  DlPresenter *self = data;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->event);
  /* While there is no room yet, there is no page. */
  if (self->width <= 0)
    return 1;
  if (position == DL_NONE)
    {
      self->pages = g_ptr_array_new ();
      return 1;
    }
  self->event = dl_event_new (dl_session_get_timeline (self->session), position);
  shrink (self);
  self->pages = dl_pages_new (dl_event_get_details (self->event), dl_event_get_record (self->event)->n_sources > 0,
                              DL_PRESENTER_N_SIZES, fits_cb, self);
  return self->pages->len;
}

/* What is shown */

static void
update_place (DlPresenter *self)
{
  guint            n = dl_walk_get_n (self->walk);
  guint            at = dl_walk_get_index (self->walk) + 1;
  guint            n_pages = dl_walk_get_n_pages (self->walk);
  g_autofree char *place = NULL;

  if (n_pages > 1)
    /* Translators: which of so many events is presented, and which of its pages:
     * "3 of 15 · page 1 of 2". */
    place = g_strdup_printf (_ ("%'u of %'u · page %u of %u"), at, n, dl_walk_get_page (self->walk) + 1, n_pages);
  else
    /* Translators: which of so many events is presented: "3 of 15". */
    place = g_strdup_printf (C_ ("presented event", "%'u of %'u"), at, n);
  gtk_label_set_text (GTK_LABEL (self->place), place);
}

static const char *
get_next_title (DlPresenter *self)
{
  guint after = dl_walk_get_index (self->walk) + 1;
  guint next = dl_walk_get_neighbour (self->walk, 1);

  if (self->bookmarks != NULL)
    return after < self->bookmarks->len ? dl_bookmark_get_title (self->bookmarks->pdata[after]) : NULL;
  return next == DL_NONE ? NULL : dl_timeline_get_record (dl_walk_get_timeline (self->walk), next)->title;
}

static void
update_next (DlPresenter *self)
{
  const char      *next = get_next_title (self);
  gboolean         last_page = dl_walk_get_page (self->walk) + 1 == dl_walk_get_n_pages (self->walk);
  g_autofree char *text = NULL;

  if (next != NULL && last_page)
    /* Translators: below a presented event; %s is the title of the one after it. */
    text = g_strdup_printf (_ ("Next: %s"), next);
  gtk_label_set_text (GTK_LABEL (self->next), text == NULL ? "" : text);
}

/* @words: (out): what it says */
static GtkWidget *
new_event_page (DlPresenter *self, char **words)
{
  const DlPage *page = self->pages->pdata[dl_walk_get_page (self->walk)];

  *words = dl_presenter_page_dup_words (self->event, page);
  return dl_presenter_page_new (self->event, page, text_unit (self));
}

/* Of the bookmark that the walk is at, and of the time that it shows. */
static GtkWidget *
new_view_page (DlPresenter *self, char **words)
{
  DlTimeline      *timeline = dl_walk_get_timeline (self->walk);
  DlBookmark      *bookmark = self->bookmarks->pdata[dl_walk_get_index (self->walk)];
  const char      *title = dl_bookmark_get_title (bookmark);
  g_auto (DlStop)  stop = { 0 };
  g_autofree char *when = NULL;

  dl_stop_from_variant (dl_bookmark_get_state (bookmark), &stop);
  dl_spotlight_show_range (DL_SPOTLIGHT (self->spotlight), stop.from, stop.to);
  dl_sight_round (timeline, &stop.from, &stop.to);
  when = dl_sight_dup_words (timeline, stop.from, stop.to);
  *words = g_strconcat (title, "\n", when, NULL);
  self->shrink = 1;
  return dl_presenter_page_new_of_view (title, when, text_unit (self));
}

static void
show_page (DlPresenter *self)
{
  GtkWidget       *old = gtk_widget_get_first_child (self->holder);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  GtkWidget       *widget = self->event != NULL ? new_event_page (self, &words) : new_view_page (self, &words);

  update_place (self);
  update_next (self);
  name = g_strconcat (words, "\n", gtk_label_get_text (GTK_LABEL (self->place)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->holder), widget);
  /* It is what assistive technology hears of: the keyboard is on another page. */
  if (!gtk_widget_get_visible (self->black))
    gtk_widget_grab_focus (widget);
  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->holder), old);
  if (self->event != NULL)
    dl_spotlight_point_at (DL_SPOTLIGHT (self->spotlight), dl_walk_get_position (self->walk),
                           dl_walk_get_neighbour (self->walk, -1), dl_walk_get_neighbour (self->walk, 1));
  /* The picture is not as high for every page. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
lay_out_cb (gpointer data)
{
  DlPresenter *self = data;
  double       note = NOTE * self->unit * MIN (dl_text_size_get_factor (), MOST_TEXT);

  self->layout_id = 0;
  dl_presenter_set_size (self->title, note);
  dl_presenter_set_size (self->place, note);
  dl_presenter_set_size (self->next, note);
  dl_spotlight_set_scale (DL_SPOTLIGHT (self->spotlight), MAX (self->unit * PICTURE_TEXT, 1));
  dl_walk_count_again (self->walk);
  show_page (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: while sizes are given out nothing can be set anew. */
static void
lay_out (DlPresenter *self)
{
  if (self->layout_id == 0 && self->width > 0)
    self->layout_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out_cb, self, NULL);
}

/* Steps */

static void
set_black (DlPresenter *self, gboolean black)
{
  GtkWidget *page = gtk_widget_get_first_child (self->holder);

  gtk_widget_set_visible (self->black, black);
  if (black)
    gtk_widget_grab_focus (self->black);
  else if (page != NULL)
    gtk_widget_grab_focus (page);
}

/* From a dark screen any step leads back to what was there. */
static gboolean
light_up (DlPresenter *self)
{
  if (!gtk_widget_get_visible (self->black))
    return FALSE;
  set_black (self, FALSE);
  return TRUE;
}

static void
step (DlPresenter *self, int direction)
{
  if (light_up (self) || self->pages == NULL)
    return;
  if (dl_walk_step (self->walk, direction))
    show_page (self);
}

static void
step_to_end (DlPresenter *self, int direction)
{
  if (light_up (self) || self->pages == NULL)
    return;
  if (dl_walk_step_to_end (self->walk, direction))
    show_page (self);
}

/* Actions */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (DL_PRESENTER (widget), g_variant_get_int32 (parameter));
}

static void
step_to_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_to_end (DL_PRESENTER (widget), g_variant_get_int32 (parameter));
}

static void
black_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlPresenter *self = DL_PRESENTER (widget);

  set_black (self, !gtk_widget_get_visible (self->black));
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!light_up (DL_PRESENTER (widget)))
    g_signal_emit (widget, leave_signal, 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlPresenter *self)
{
  step (self, gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY ? 1 : -1);
}

static void
listen_to_button (DlPresenter *self, guint button)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* The pointer */

static gboolean
hide_cursor_cb (gpointer data)
{
  DlPresenter *self = data;

  self->cursor_id = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
await_rest (DlPresenter *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->cursor_id, g_source_remove);
  self->cursor_id = g_timeout_add_seconds (CURSOR_SECONDS, hide_cursor_cb, self);
}

/* What moves under a pointer at rest is told as if that had moved. */
static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, DlPresenter *self)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  await_rest (self);
}

/* Widget */

static void
dl_presenter_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 240;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1024 : 768;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least = 0;

  /* What is set for another size waits for being set anew. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, MAX (height, least) }, -1);
}

static void
dl_presenter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlPresenter *self = DL_PRESENTER (widget);
  int          margin, picture, next;

  if (width != self->width || height != self->height)
    {
      self->width = width;
      self->height = height;
      self->unit = MIN (width / DESIGN_WIDTH, height / DESIGN_HEIGHT);
      lay_out (self);
    }
  margin = (int) (TOP * self->unit);
  picture = picture_height (self);
  next = natural_height (self->next, width);
  allocate (self->top, margin, margin, width - 2 * margin, natural_height (self->top, width));
  allocate (self->holder, (width - page_width (self)) / 2, top_height (self), page_width (self), page_height (self));
  allocate (self->next, margin, height - picture - next - margin / 2, width - 2 * margin, next);
  allocate (self->spotlight, 0, height - picture, width, picture);
  if (gtk_widget_get_visible (self->black))
    allocate (self->black, 0, 0, width, height);
}

/* Who begins with a key has left the pointer where it is. */
static void
dl_presenter_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dl_presenter_parent_class)->map (widget);
  await_rest (DL_PRESENTER (widget));
}

static gboolean
dl_presenter_grab_focus (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_first_child (DL_PRESENTER (widget)->holder);

  return page != NULL && gtk_widget_grab_focus (page);
}

static void
dl_presenter_dispose (GObject *object)
{
  DlPresenter *self = DL_PRESENTER (object);
  GtkWidget   *child;

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->cursor_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->walk, dl_walk_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  g_clear_object (&self->event);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_presenter_parent_class)->dispose (object);
}

static void
dl_presenter_class_init (DlPresenterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_presenter_dispose;
  widget_class->measure = dl_presenter_measure;
  widget_class->size_allocate = dl_presenter_size_allocate;
  widget_class->map = dl_presenter_map;
  widget_class->grab_focus = dl_presenter_grab_focus;

  leave_signal = g_signal_new ("leave", DL_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "presenter.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "presenter.step-to-end", "i", step_to_end_action);
  gtk_widget_class_install_action (widget_class, "presenter.black", NULL, black_action);
  gtk_widget_class_install_action (widget_class, "presenter.leave", NULL, leave_action);
  /* Among them what presenters' remotes send. */
  dl_keys_bind (widget_class, "presenter.");
  gtk_widget_class_set_css_name (widget_class, "presenter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_note (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "note");
  return label;
}

static void
dl_presenter_init (DlPresenter *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->unit = self->shrink = 1;
  self->pointer_x = self->pointer_y = -1;
  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->title = new_note (0);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->place = new_note (1);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (self->top), self->title);
  gtk_box_append (GTK_BOX (self->top), self->place);
  gtk_widget_set_parent (self->top, widget);
  self->holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->holder, widget);
  self->next = new_note (1);
  gtk_widget_set_parent (self->next, widget);

  listen_to_button (self, GDK_BUTTON_PRIMARY);
  listen_to_button (self, GDK_BUTTON_SECONDARY);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Presentation"), -1);
}

static void
add_black (DlPresenter *self)
{
  self->black =
    g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "focusable", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->black, "black");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->black), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The screen is black"), -1);
  gtk_widget_set_parent (self->black, GTK_WIDGET (self));
}

/* @walk: consumed; @bookmarks: (nullable): consumed, of its places */
static GtkWidget *
begin (DlPresenter *self, DlSession *session, gboolean fold, DlWalk *walk, GPtrArray *bookmarks)
{
  if (walk == NULL)
    {
      g_clear_pointer (&bookmarks, g_ptr_array_unref);
      g_object_unref (g_object_ref_sink (self));
      return NULL;
    }
  self->session = g_object_ref (session);
  self->walk = walk;
  self->bookmarks = bookmarks;
  gtk_label_set_text (GTK_LABEL (self->title), dl_timeline_get_title (dl_walk_get_timeline (walk)));
  self->spotlight = dl_spotlight_new (session, fold);
  gtk_widget_set_parent (self->spotlight, GTK_WIDGET (self));
  add_black (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (lay_out),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
dl_presenter_new (DlSession *session, gboolean fold, DlEventSet *events, guint start)
{
  DlPresenter *self;
  DlTimeline  *timeline;

  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  timeline = dl_session_get_timeline (session);
  g_return_val_if_fail (timeline != NULL, NULL);
  self = g_object_new (DL_TYPE_PRESENTER, NULL);
  return begin (self, session, fold, dl_walk_new (timeline, events, start, count_cb, self), NULL);
}

GtkWidget *
dl_presenter_new_of_bookmarks (DlSession *session, gboolean fold, GListModel *bookmarks, guint start)
{
  DlPresenter       *self;
  DlTimeline        *timeline;
  GPtrArray         *shown;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (bookmarks), NULL);
  timeline = dl_session_get_timeline (session);
  g_return_val_if_fail (timeline != NULL, NULL);
  shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (bookmarks); i++)
    {
      g_autoptr (DlBookmark) bookmark = g_list_model_get_item (bookmarks, i);
      g_auto (DlStop)        stop = { 0 };
      guint                  position;

      /* One of a version to come, perhaps. */
      if (!dl_stop_from_variant (dl_bookmark_get_state (bookmark), &stop))
        continue;
      position = stop.selected == NULL ? DL_NONE : dl_timeline_find (timeline, stop.selected);
      g_array_append_val (positions, position);
      g_ptr_array_add (shown, g_steal_pointer (&bookmark));
    }
  self = g_object_new (DL_TYPE_PRESENTER, NULL);
  return begin (
    self, session, fold,
    dl_walk_new_in_order (timeline, (const guint *) (gpointer) positions->data, positions->len, start, count_cb, self),
    shown);
}
