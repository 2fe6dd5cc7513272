/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-detail-pane.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "base/dl-link.h"
#include "widgets/dl-detail-event.h"
#include "widgets/dl-detail-label.h"
#include "widgets/dl-detail-text.h"
#include "widgets/dl-detail-words.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-hit-marks.h"
#include "widgets/dl-timeline-about.h"

struct _DlDetailPane
{
  GtkWidget  parent_instance;
  DlView    *view;
  DlSession *session;
  GtkWidget *scroller;
  GtkWidget *text; /* all that is read: */
  GtkWidget *about;
  GtkWidget *content;
  GtkWidget *left_out; /* in it first: that the filter does; NULL where it does not */
  GtkWidget *previous;
  GtkWidget *next;
  guint      go_to;
  guint      go_to_id;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

enum
{
  GO_TO,
  SHOW_URI,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlDetailPane, dl_detail_pane, GTK_TYPE_WIDGET)

/* Pieces */

static gboolean
go_to_cb (gpointer data)
{
  DlDetailPane *self = data;

  self->go_to_id = 0;
  g_signal_emit (self, signals[GO_TO], 0, self->go_to);
  return G_SOURCE_REMOVE;
}

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, DlDetailPane *self)
{
  if (g_str_has_prefix (uri, DL_EVENT_LINK))
    {
      /* Not before the label is done with the key or the click: going there
       * takes it away. */
      self->go_to = (guint) strtoul (uri + strlen (DL_EVENT_LINK), NULL, 10);
      if (self->go_to_id == 0)
        self->go_to_id = g_idle_add (go_to_cb, self);
    }
  else if (dl_link_is_safe (uri))
    g_signal_emit (self, signals[SHOW_URI], 0, uri);
  /* In any case, or the label would open it. */
  return TRUE;
}

/* The whole */

static void
set_neighbour (GtkWidget *button, DlTimeline *timeline, guint position, gboolean next)
{
  const char      *title;
  g_autofree char *isolated = NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (button, position != DL_NONE);
  if (position == DL_NONE)
    return;
  title = dl_timeline_get_record (timeline, position)->title;
  isolated = dl_isolate (title);
  tooltip =
    next ? g_strdup_printf (_ ("Next event: %s"), isolated) : g_strdup_printf (_ ("Previous event: %s"), isolated);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "title"), title);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
clear_content (DlDetailPane *self)
{
  GtkWidget *child;

  /* Not with what goes: GTK would look for another place in the window. */
  if (dl_focus_is_inside (self->content))
    gtk_widget_grab_focus (self->scroller);
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  self->left_out = NULL;
}

/* Where the others are not hidden, what is selected stays so, and is only pale. */
static void
update_left_out (DlDetailPane *self)
{
  DlEventSet *shown = dl_session_get_shown (self->session);
  guint       selected = dl_session_get_selected_position (self->session);
  gboolean    out = shown != NULL && selected != DL_NONE && !dl_event_set_contains (shown, selected);

  if (out == (self->left_out != NULL))
    return;
  if (out)
    {
      self->left_out = dl_detail_new_left_out ();
      gtk_box_prepend (GTK_BOX (self->content), self->left_out);
      return;
    }
  if (dl_focus_is_inside (self->left_out))
    dl_detail_text_focus_heading (DL_DETAIL_TEXT (self->text));
  gtk_box_remove (GTK_BOX (self->content), self->left_out);
  self->left_out = NULL;
}

/* Of an event that is found. */
static void
update_hits (DlDetailPane *self)
{
  DlEventSet *hits = dl_session_get_hits (self->session);
  guint       selected = dl_session_get_selected_position (self->session);
  gboolean    hit = hits != NULL && selected != DL_NONE && dl_event_set_contains (hits, selected);

  dl_hit_marks_show (self->content, hit ? dl_session_get_query (self->session) : NULL);
}

static void
selected_changed_cb (DlDetailPane *self)
{
  DlEvent    *event = dl_session_get_selected (self->session);
  DlTimeline *timeline;
  guint       position;
  gboolean    read = dl_focus_is_inside (self->scroller);
  GtkWidget  *pressed = dl_focus_is_inside (self->previous) ? self->previous
                        : dl_focus_is_inside (self->next)   ? self->next
                                                            : NULL;

  /* A link on its way belongs to what was shown before. */
  g_clear_handle_id (&self->go_to_id, g_source_remove);
  clear_content (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  gtk_widget_set_visible (self->about, event == NULL);
  gtk_widget_set_visible (self->content, event != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (self->next), event != NULL);
  if (event == NULL)
    return;
  timeline = dl_event_get_timeline (event);
  position = dl_event_get_position (event);
  dl_detail_event_tell (self->content, event, G_CALLBACK (activate_link_cb), self);
  update_left_out (self);
  update_hits (self);

  set_neighbour (self->previous, timeline, position > 0 ? position - 1 : DL_NONE, FALSE);
  set_neighbour (self->next, timeline, position + 1 < dl_timeline_get_n_events (timeline) ? position + 1 : DL_NONE,
                 TRUE);

  /* Who follows a link, or comes to an end, goes on reading at the title. */
  if (read || (pressed != NULL && !gtk_widget_get_visible (pressed)))
    dl_detail_text_focus_heading (DL_DETAIL_TEXT (self->text));
}

static void
neighbour_cb (GtkButton *button, DlDetailPane *self)
{
  g_signal_emit (self, signals[GO_TO], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position")));
}

static GtkWidget *
new_neighbour (DlDetailPane *self, GtkAlign align)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), align == GTK_ALIGN_START ? 0 : 1);
  if (align == GTK_ALIGN_START)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  if (align == GTK_ALIGN_END)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "title", label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, align == GTK_ALIGN_START ? "previous" : "next");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, align);
  g_signal_connect (button, "clicked", G_CALLBACK (neighbour_cb), self);
  return button;
}

/* Time runs from left to right in every language: what is earlier is to the left,
 * and its arrow points there. */
static void
keep_with_axis (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_with_axis (child);
}

/* One goes on at what is told, and at its title. */
static gboolean
dl_detail_pane_grab_focus (GtkWidget *widget)
{
  return dl_detail_text_focus_heading (DL_DETAIL_TEXT (DL_DETAIL_PANE (widget)->text));
}

static void
show_uri_cb (DlDetailPane *self, const char *uri)
{
  g_signal_emit (self, signals[SHOW_URI], 0, uri);
}

static void
dl_detail_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_DETAIL_PANE (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_detail_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_DETAIL_PANE (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_detail_pane_constructed (GObject *object)
{
  DlDetailPane *self = DL_DETAIL_PANE (object);

  G_OBJECT_CLASS (dl_detail_pane_parent_class)->constructed (object);
  self->session = g_object_ref (dl_view_get_session (self->view));
  self->about = dl_timeline_about_new (self->view);
  g_signal_connect_object (self->about, "show-uri", G_CALLBACK (show_uri_cb), self, G_CONNECT_SWAPPED);
  dl_detail_text_append (DL_DETAIL_TEXT (self->text), self->about);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (selected_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "hits-changed", G_CALLBACK (update_hits), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (update_left_out), self, G_CONNECT_SWAPPED);
  selected_changed_cb (self);
}

static void
dl_detail_pane_dispose (GObject *object)
{
  DlDetailPane *self = DL_DETAIL_PANE (object);
  GtkWidget    *child;

  g_clear_handle_id (&self->go_to_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_detail_pane_parent_class)->dispose (object);
}

static void
dl_detail_pane_class_init (DlDetailPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_detail_pane_get_property;
  object_class->set_property = dl_detail_pane_set_property;
  object_class->constructed = dl_detail_pane_constructed;
  object_class->dispose = dl_detail_pane_dispose;
  widget_class->focus = dl_focus_move;
  widget_class->grab_focus = dl_detail_pane_grab_focus;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[GO_TO] =
    g_signal_new ("go-to", DL_TYPE_DETAIL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SHOW_URI] = g_signal_new ("show-uri", DL_TYPE_DETAIL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
dl_detail_pane_init (DlDetailPane *self)
{
  GtkWidget *neighbours = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->content, "content");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->text = dl_detail_text_new ();
  dl_detail_text_append (DL_DETAIL_TEXT (self->text), self->content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->text);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->previous = new_neighbour (self, GTK_ALIGN_START);
  self->next = new_neighbour (self, GTK_ALIGN_END);
  gtk_widget_add_css_class (neighbours, "neighbours");
  keep_with_axis (self->previous);
  keep_with_axis (self->next);
  keep_with_axis (neighbours);
  gtk_box_append (GTK_BOX (neighbours), self->previous);
  gtk_box_append (GTK_BOX (neighbours), self->next);
  gtk_widget_set_parent (neighbours, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
}

GtkWidget *
dl_detail_pane_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_DETAIL_PANE, "view", view, NULL);
}
