/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-filter-pane.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "session/dl-sight.h"
#include "widgets/dl-filter-group.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-look.h"

/* So many events are counted at once, before the next frame; more on a thread. */
#define MOST_AT_ONCE 5000

/* A field of more values than this has a way to find one among them. */
#define MOST_WITHOUT_FINDING 12

/* Its width in pixels for text of the usual size, and how much of that it grows
 * with larger text. */
#define WIDTH 290
#define PANE_MOST_SCALE 1.6

struct _DlFilterPane
{
  GtkWidget  parent_instance;
  DlView    *view;
  DlSession *session; /* the view's */

  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *nothing; /* said where what is looked for is nowhere */
  GtkWidget *groups[DL_N_FILTER_FIELDS];
  GtkWidget *in_sight;
  GtkWidget *span; /* which time that is */
  gboolean   updating;

  DlFacets   *facets;   /* as last counted; NULL until then */
  DlTimeline *timeline; /* what is counted, or being counted, of which; nullable */
  DlFilter   *filter;
  gboolean    counting; /* on a thread */
  gboolean    again;    /* what that will find is not asked for any more */
};

/* The pane may be gone before it is done. */
typedef struct
{
  GWeakRef    pane;
  DlTimeline *timeline;
  DlFilter   *filter;
} Count;

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       close_signal;

G_DEFINE_FINAL_TYPE (DlFilterPane, dl_filter_pane, GTK_TYPE_WIDGET)

/* Counting */

static void
count_free (Count *count)
{
  g_weak_ref_clear (&count->pane);
  g_clear_object (&count->timeline);
  dl_filter_free (count->filter);
  g_free (count);
}

static void
find_in_groups (DlFilterPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean    any = FALSE;

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      dl_filter_group_find (DL_FILTER_GROUP (self->groups[field]), text);
      any = any || gtk_widget_get_visible (self->groups[field]);
    }
  gtk_widget_set_visible (self->nothing, !any && text[0] != '\0');
}

static void
show_facets (DlFilterPane *self)
{
  const DlFilter *filter = dl_session_get_filter (self->session);
  gboolean        many = FALSE;

  if (self->facets == NULL)
    return;
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      dl_filter_group_set_facets (DL_FILTER_GROUP (self->groups[field]), self->facets, filter);
      many = many || dl_facets_get_n (self->facets, field) > MOST_WITHOUT_FINDING;
    }
  if (!many && gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, many);
}

static void
take_facets (DlFilterPane *self, DlFacets *facets)
{
  g_clear_pointer (&self->facets, dl_facets_unref);
  self->facets = facets;
  show_facets (self);
}

static void
count_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Count *count = data;

  g_task_return_pointer (task, dl_facets_new (count->timeline, count->filter), (GDestroyNotify) dl_facets_unref);
}

static void count (DlFilterPane *self);

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Count                   *done = g_task_get_task_data (G_TASK (result));
  g_autoptr (DlFilterPane) self = g_weak_ref_get (&done->pane);
  g_autoptr (DlFacets)     facets = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Here, lest it be the thread that lets the last one go. */
  g_clear_object (&done->timeline);
  if (self == NULL)
    return;
  self->counting = FALSE;
  if (self->session == NULL)
    return;
  if (self->again)
    count (self);
  else
    take_facets (self, g_steal_pointer (&facets));
}

/* One at a time: who clicks fast waits for the last, not for each. */
static void
count (DlFilterPane *self)
{
  g_autoptr (GTask) task = NULL;
  Count            *job;

  self->again = self->counting;
  if (self->timeline == NULL || self->counting)
    return;
  if (dl_timeline_get_n_events (self->timeline) <= MOST_AT_ONCE)
    {
      take_facets (self, dl_facets_new (self->timeline, self->filter));
      return;
    }
  self->counting = TRUE;
  job = g_new0 (Count, 1);
  g_weak_ref_init (&job->pane, self);
  job->timeline = g_object_ref (self->timeline);
  job->filter = dl_filter_copy (self->filter);
  task = g_task_new (NULL, NULL, counted_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) count_free);
  g_task_run_in_thread (task, count_thread);
}

/* What holds */

static void
update_span (DlFilterPane *self)
{
  DlTimeline *timeline = dl_session_get_whole (self->session);
  DlInstant   from, to;
  gboolean    on = dl_filter_get_span (dl_session_get_filter (self->session), &from, &to);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->in_sight), on);
  self->updating = FALSE;
  gtk_widget_set_visible (self->span, on && timeline != NULL);
  if (on && timeline != NULL)
    {
      g_autofree char *words = dl_sight_dup_words (timeline, from, to);
      /* Translators: a choice of a filter, and the span of time that it asks for:
       * "Only what is in sight, March 2015 to November 2025". */
      g_autofree char *name = g_strdup_printf (_ ("Only what is in sight, %s"), words);

      gtk_label_set_text (GTK_LABEL (self->span), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->in_sight), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->in_sight), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Only what is in sight"), -1);
}

static void
changed_cb (DlFilterPane *self)
{
  DlTimeline     *timeline = dl_session_get_whole (self->session);
  const DlFilter *filter = dl_session_get_filter (self->session);

  update_span (self);
  /* Leaving out what is filtered tells the timeline anew: the whole stays. */
  if (timeline == self->timeline && dl_filter_equal (filter, self->filter))
    return;
  /* What is chosen is seen at once, its numbers when they are known. */
  if (timeline == self->timeline)
    show_facets (self);
  /* Among so many events there are many values, most likely: who wants to find one
   * need not wait for their numbers. */
  if (timeline != self->timeline && timeline != NULL && dl_timeline_get_n_events (timeline) > MOST_AT_ONCE)
    gtk_widget_set_visible (self->search, TRUE);
  g_set_object (&self->timeline, timeline);
  dl_filter_free (self->filter);
  self->filter = dl_filter_copy (filter);
  count (self);
}

/* What is asked for */

static void
choose_cb (DlFilterGroup *group, const char *key, guint choice, DlFilterPane *self)
{
  g_autoptr (DlFilter) filter = dl_filter_copy (dl_session_get_filter (self->session));

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    if (self->groups[field] == GTK_WIDGET (group))
      dl_filter_set (filter, field, key, choice);
  dl_session_set_filter (self->session, filter);
}

/* The time that is in sight now: looking elsewhere later changes nothing of it. */
static void
in_sight_cb (DlFilterPane *self)
{
  g_autoptr (DlFilter) filter = NULL;
  DlTimeline          *timeline = dl_session_get_whole (self->session);
  DlInstant            from, to;

  if (self->updating)
    return;
  filter = dl_filter_copy (dl_session_get_filter (self->session));
  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->in_sight)))
    dl_filter_clear_span (filter);
  else if (timeline != NULL && dl_view_get_destination (self->view, &from, &to))
    {
      dl_sight_round (timeline, &from, &to);
      dl_filter_set_span (filter, from, to);
    }
  dl_session_set_filter (self->session, filter);
  update_span (self);
}

static void
search_cb (DlFilterPane *self)
{
  find_in_groups (self);
}

static void
close_cb (DlFilterPane *self)
{
  g_signal_emit (self, close_signal, 0);
}

/* Object */

static GtkWidget *
new_head (DlFilterPane *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                   _ ("Filters"), "xalign", 0.0, "hexpand", TRUE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (head, "head");
  gtk_widget_add_css_class (title, "title");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Hide the filters (Ctrl+F9)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hide the filters"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static GtkWidget *
new_sight (DlFilterPane *self)
{
  /* Not named by a label inside: it has another name when it is checked. */
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                                  GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                     /* Translators: heading of a filter by time. */
                                     C_ ("filter", "Time"), "xalign", 0.0, NULL);
  GtkWidget *label = gtk_label_new (_ ("Only what is in sight"));

  gtk_widget_add_css_class (part, "sight");
  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("filter", "Time"), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->in_sight = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->in_sight), label);
  self->span = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->span), 0);
  gtk_label_set_wrap (GTK_LABEL (self->span), TRUE);
  gtk_widget_add_css_class (self->span, "span");
  g_signal_connect_swapped (self->in_sight, "toggled", G_CALLBACK (in_sight_cb), self);
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (GTK_BOX (part), self->in_sight);
  gtk_box_append (GTK_BOX (part), self->span);
  return part;
}

static void
build (DlFilterPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *values = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  self->search = gtk_search_entry_new ();
  gtk_widget_add_css_class (self->search, "find");
  g_object_set (self->search, "placeholder-text", _ ("Find a value"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a filter value"), -1);
  gtk_widget_set_visible (self->search, FALSE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->search);

  gtk_widget_add_css_class (values, "values");
  self->nothing = gtk_label_new (_ ("No value matches."));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (values), self->nothing);
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      self->groups[field] = dl_filter_group_new (self->view, field);
      g_signal_connect (self->groups[field], "choose", G_CALLBACK (choose_cb), self);
      gtk_box_append (GTK_BOX (values), self->groups[field]);
    }
  gtk_box_append (GTK_BOX (values), new_sight (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), values);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* To what is asked for first. */
static gboolean
dl_filter_pane_grab_focus (GtkWidget *widget)
{
  DlFilterPane *self = DL_FILTER_PANE (widget);

  if (gtk_widget_get_visible (self->search))
    return gtk_widget_grab_focus (self->search);
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    if (gtk_widget_get_visible (self->groups[field]))
      return gtk_widget_child_focus (self->groups[field], GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (self->in_sight);
}

static void
dl_filter_pane_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  double scale = MIN (dl_look_get_font (widget, NULL), PANE_MOST_SCALE);

  GTK_WIDGET_CLASS (dl_filter_pane_parent_class)->css_changed (widget, change);
  gtk_widget_set_size_request (widget, (int) (WIDTH * scale), -1);
}

static void
dl_filter_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_FILTER_PANE (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_filter_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_FILTER_PANE (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_filter_pane_constructed (GObject *object)
{
  DlFilterPane *self = DL_FILTER_PANE (object);

  G_OBJECT_CLASS (dl_filter_pane_parent_class)->constructed (object);
  self->session = g_object_ref (dl_view_get_session (self->view));
  build (self);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::timeline", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
dl_filter_pane_dispose (GObject *object)
{
  DlFilterPane *self = DL_FILTER_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->facets, dl_facets_unref);
  g_clear_pointer (&self->filter, dl_filter_free);
  g_clear_object (&self->timeline);
  g_clear_object (&self->session);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_filter_pane_parent_class)->dispose (object);
}

static void
dl_filter_pane_class_init (DlFilterPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_filter_pane_get_property;
  object_class->set_property = dl_filter_pane_set_property;
  object_class->constructed = dl_filter_pane_constructed;
  object_class->dispose = dl_filter_pane_dispose;
  widget_class->focus = dl_focus_move;
  widget_class->grab_focus = dl_filter_pane_grab_focus;
  widget_class->css_changed = dl_filter_pane_css_changed;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  close_signal = g_signal_new ("close", DL_TYPE_FILTER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filters");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
dl_filter_pane_init (DlFilterPane *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
}

GtkWidget *
dl_filter_pane_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_FILTER_PANE, "view", view, NULL);
}

gboolean
dl_filter_pane_stop_finding (DlFilterPane *self)
{
  g_return_val_if_fail (DL_IS_FILTER_PANE (self), FALSE);
  if (!dl_focus_is_inside (self->search) || gtk_editable_get_text (GTK_EDITABLE (self->search))[0] == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  return TRUE;
}
