/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-about.h"

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "base/dl-link.h"
#include "model/dl-digest.h"
#include "time/dl-words.h"
#include "widgets/dl-detail-label.h"
#include "widgets/dl-detail-words.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-legend-view.h"

/* Larger timelines are looked through on a thread. */
#define LOOK_AT_ONCE 4000

/* Sources that are told unasked, and with each "more". */
#define FIRST_SOURCES 3
#define MORE_SOURCES 100

/* Between facts that stand side by side. */
#define BETWEEN_FACTS " · "

/* What takes a look at all events; the widget may be gone before it is done. */
typedef struct
{
  GWeakRef    about;
  DlTimeline *timeline;
  DlTimeline *whole;
  DlDigest    digest;
  guint32     meanings;
} Look;

struct _DlTimelineAbout
{
  GtkWidget     parent_instance;
  DlView       *view;
  DlTimeline   *timeline; /* whose picture it is; nullable */
  DlTimeline   *whole;    /* what is told of: what a filter leaves out too, but no file that is off; likewise */
  GtkWidget    *facts;
  GtkWidget    *legend; /* the whole part */
  GtkWidget    *signs;
  GtkWidget    *sources;
  GtkWidget    *more;
  GCancellable *looking; /* nullable */
  guint         fill_id;
  guint         rest_id;
  guint         n_sources;   /* that are told, */
  guint         next_source; /* and the index of the one behind them */
  guint32       meanings;    /* of the events, */
  guint32       seen;        /* of the pictures so far, */
  guint32       shown;       /* and of the legend as it stands */
  gboolean      looked;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       show_uri_signal;

G_DEFINE_FINAL_TYPE (DlTimelineAbout, dl_timeline_about, GTK_TYPE_WIDGET)

/* Pieces */

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, DlTimelineAbout *self)
{
  if (dl_link_is_safe (uri))
    g_signal_emit (self, show_uri_signal, 0, uri);
  /* In any case, or the label would open it. */
  return TRUE;
}

static GtkWidget *
new_box (GtkAccessibleRole role, GtkOrientation orientation, int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role", role, "orientation", orientation, "spacing", spacing, NULL);
}

/* A part with a heading, hidden as long as there is nothing in it. */
static GtkWidget *
add_part (DlTimelineAbout *self, const char *heading)
{
  GtkWidget *part = new_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, 4);

  dl_detail_add_heading (part, heading, 2, "section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static GtkWidget *
add_list (GtkWidget *part, const char *name)
{
  GtkWidget *list = new_box (GTK_ACCESSIBLE_ROLE_LIST, GTK_ORIENTATION_VERTICAL, 4);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (part), list);
  return list;
}

/* What it is called and what it is about */

static void
add_title (DlTimelineAbout *self)
{
  GtkWidget       *part = new_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, 4);
  const char      *title = dl_timeline_get_title (self->whole);
  const char      *description = dl_timeline_get_description (self->whole);
  g_autofree char *name = dl_session_dup_name (dl_view_get_session (self->view));

  if (title == NULL)
    title = name;
  if (title != NULL)
    dl_detail_add_heading (part, title, 1, "event-title");
  if (description != NULL)
    dl_detail_add_label (part, description, "dim-label");
  gtk_widget_set_parent (part, GTK_WIDGET (self));
}

/* In numbers */

static void
append_fact (GString *facts, char *fact)
{
  g_string_append_printf (facts, "%s%s", facts->len > 0 ? BETWEEN_FACTS : "", fact);
  g_free (fact);
}

static void
add_numbers (DlTimelineAbout *self)
{
  DlTimeline *timeline = self->whole;
  GString    *facts = g_string_new (NULL);
  guint       n;

  n = dl_timeline_get_n_events (timeline);
  append_fact (facts, g_strdup_printf (ngettext ("%'u event", "%'u events", n), n));
  n = dl_timeline_get_n_quotes (timeline);
  if (n > 0)
    append_fact (facts, g_strdup_printf (ngettext ("%'u quote", "%'u quotes", n), n));
  n = dl_timeline_count_values (timeline, DL_TIMELINE_PEOPLE);
  if (n > 0)
    append_fact (facts, g_strdup_printf (ngettext ("%'u person", "%'u people", n), n));
  n = dl_timeline_count_values (timeline, DL_TIMELINE_PLACES);
  if (n > 0)
    append_fact (facts, g_strdup_printf (ngettext ("%'u place", "%'u places", n), n));
  n = dl_timeline_count_values (timeline, DL_TIMELINE_TOPICS);
  if (n > 0)
    append_fact (facts, g_strdup_printf (ngettext ("%'u topic", "%'u topics", n), n));
  dl_detail_add_label (self->facts, facts->str, NULL);
  g_string_free (facts, TRUE);
}

/* Or the number above and that of the file would not be the same. */
static void
add_lost (DlTimelineAbout *self)
{
  g_autofree char *text = dl_session_dup_lost_words (dl_view_get_session (self->view));

  if (text != NULL)
    dl_detail_add_label (self->facts, text, NULL);
}

static void
add_as_of (DlTimelineAbout *self)
{
  const char      *as_of = dl_timeline_get_as_of_text (self->whole);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (as_of == NULL)
    return;
  date = dl_timeline_dup_words (self->whole, as_of, DL_WORDS_NONE);
  text = g_strdup_printf (_ ("As of %s"), date);
  dl_detail_add_label (self->facts, text, NULL);
}

static void
add_people (DlTimelineAbout *self, const DlDigest *digest)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < digest->n_people; i++)
    {
      const DlPerson *person = dl_timeline_get_person (self->whole, digest->people[i]);
      const char     *name = person->name != NULL ? person->name : person->id;

      /* Two of them that are written from right to left keep their order. */
      append_fact (names, dl_isolate (name));
    }
  if (names->len > 0)
    dl_detail_add_label (self->facts, names->str, NULL);
  g_string_free (names, TRUE);
}

static void
add_digest (DlTimelineAbout *self, const DlDigest *digest)
{
  g_autofree char *span = dl_digest_dup_span (digest, self->whole);

  if (span != NULL)
    dl_detail_add_label (self->facts, span, NULL);
  add_people (self, digest);
}

/* The legend */

static void
update_legend (DlTimelineAbout *self)
{
  DlArrangement *arrangement = dl_view_get_arrangement (self->view);
  DlScene       *scene = dl_view_get_scene (self->view);
  guint32        found = self->meanings | self->seen;

  if (!self->looked)
    return;
  if (scene != NULL && arrangement != NULL && dl_scene_get_timeline (scene) == self->timeline)
    {
      found = dl_legend_find_in_picture (scene, dl_arrangement_get_folds (arrangement));
      /* What has been seen once need not be looked up again; folds and filters can be gone. */
      self->seen |= found & ~(guint32) (DL_MEANS_FOLD | DL_MEANS_DIMMED | DL_MEANS_ADDED | DL_MEANS_CHANGED);
      found |= self->meanings | self->seen;
    }
  if (found == self->shown)
    return;
  self->shown = found;
  gtk_widget_set_visible (self->legend,
                          dl_legend_view_show (DL_LEGEND_VIEW (self->signs), self->timeline, self->shown));
}

/* Looking at all events */

static void
take_look (DlTimelineAbout *self, const Look *look)
{
  self->meanings = look->meanings;
  self->looked = TRUE;
  add_digest (self, &look->digest);
  update_legend (self);
}

static gboolean
rest_cb (gpointer data)
{
  DlTimelineAbout *self = data;

  self->rest_id = 0;
  update_legend (self);
  return G_SOURCE_REMOVE;
}

static void
look_free (gpointer data)
{
  Look *self = data;

  g_weak_ref_clear (&self->about);
  g_clear_object (&self->timeline);
  g_clear_object (&self->whole);
  g_free (self);
}

static void
look_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;

  if (!dl_legend_find (look->timeline, cancellable, &look->meanings))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  dl_digest_init (&look->digest, look->whole);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look                       *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (DlTimelineAbout) self = g_weak_ref_get (&look->about);

  if (g_task_propagate_boolean (G_TASK (result), NULL) && self != NULL && self->timeline == look->timeline)
    take_look (self, look);
  /* Here, lest it be the thread that lets the last one go. */
  g_clear_object (&look->timeline);
  g_clear_object (&look->whole);
}

static void
look_on_thread (DlTimelineAbout *self)
{
  g_autoptr (GTask) task = NULL;
  Look             *look = g_new0 (Look, 1);

  self->looking = g_cancellable_new ();
  g_weak_ref_init (&look->about, self);
  look->timeline = g_object_ref (self->timeline);
  look->whole = g_object_ref (self->whole);
  task = g_task_new (NULL, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, look_on_thread);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
}

/* Not before there is a picture, which takes all that the machine can do. */
static void
look (DlTimelineAbout *self)
{
  DlArrangement *arrangement;

  if (self->timeline == NULL || self->looked || self->looking != NULL)
    return;
  arrangement = dl_view_get_arrangement (self->view);
  if (arrangement == NULL || dl_arrangement_get_timeline (arrangement) != self->timeline)
    return;
  if (dl_timeline_get_n_events (self->whole) > LOOK_AT_ONCE)
    look_on_thread (self);
  else
    {
      Look now = { .timeline = self->timeline, .whole = self->whole };

      dl_legend_find (self->timeline, NULL, &now.meanings);
      dl_digest_init (&now.digest, now.whole);
      take_look (self, &now);
    }
}

static void
stop_looking (DlTimelineAbout *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looked = FALSE;
}

static void
view_changed_cb (DlTimelineAbout *self)
{
  look (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  /* Not at once: the view may change while widgets are being given their sizes. */
  if (self->looked && gtk_widget_get_mapped (GTK_WIDGET (self)) && dl_view_get_at_rest (self->view))
    self->rest_id = g_idle_add (rest_cb, self);
}

/* By whom it is said */

static void
add_source (DlTimelineAbout *self, const DlSource *source)
{
  g_autofree char *line = dl_detail_source_line (self->whole, source);
  GtkWidget       *row = new_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ORIENTATION_VERTICAL, 0);

  dl_detail_add_markup (row, line, "source", G_CALLBACK (activate_link_cb), self);
  gtk_box_append (GTK_BOX (self->sources), row);
}

/* Tells @n more of them, and how many are left. */
static void
add_sources (DlTimelineAbout *self, guint n)
{
  guint            n_all = dl_timeline_count_values (self->whole, DL_TIMELINE_SOURCES);
  guint            end = self->n_sources + MIN (n, n_all - self->n_sources);
  g_autofree char *text = NULL;

  /* "and 1 more" takes the room that the one would take. */
  if (end + 1 == n_all)
    end = n_all;
  for (; self->n_sources < end; self->next_source++)
    if (dl_timeline_has_value (self->whole, DL_TIMELINE_SOURCES, self->next_source))
      {
        add_source (self, dl_timeline_get_source (self->whole, self->next_source));
        self->n_sources++;
      }
  gtk_widget_set_visible (self->more, end < n_all);
  /* Translators: on a button below a list of sources, that shows more of them. */
  text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_all - end), n_all - end);
  gtk_button_set_label (GTK_BUTTON (self->more), text);
}

static void
more_cb (DlTimelineAbout *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->sources);
  gboolean   focused = dl_focus_is_inside (self->more);

  add_sources (self, MORE_SOURCES);
  /* Who came here by the keyboard goes on with the first of those that came. */
  if (focused && last != NULL)
    gtk_widget_child_focus (gtk_widget_get_next_sibling (last), GTK_DIR_TAB_FORWARD);
}

static void
add_sources_part (DlTimelineAbout *self)
{
  GtkWidget *part;

  if (dl_timeline_count_values (self->whole, DL_TIMELINE_SOURCES) == 0)
    return;
  part = add_part (self, _ ("Sources"));
  self->sources = add_list (part, _ ("Sources"));
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (part), self->more);
  add_sources (self, FIRST_SOURCES);
}

/* The whole */

static void
clear (DlTimelineAbout *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  stop_looking (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->facts = self->legend = self->signs = self->sources = self->more = NULL;
  self->n_sources = self->next_source = 0;
  self->meanings = self->seen = self->shown = 0;
  g_clear_object (&self->timeline);
  g_clear_object (&self->whole);
}

static void
add_hint (DlTimelineAbout *self)
{
  GtkWidget *part = new_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = dl_detail_add_label (part, _ ("Select an event to read about it."), "dim-label");

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (part, "hint");
  gtk_widget_set_parent (part, GTK_WIDGET (self));
}

static gboolean
fill_cb (gpointer data)
{
  DlTimelineAbout *self = data;
  DlTimeline      *timeline = dl_view_get_timeline (self->view);

  self->fill_id = 0;
  clear (self);
  if (timeline == NULL)
    return G_SOURCE_REMOVE;
  self->timeline = g_object_ref (timeline);
  self->whole = dl_session_dup_switched_on (dl_view_get_session (self->view));
  add_title (self);
  self->facts = add_part (self, _ ("In this timeline"));
  add_numbers (self);
  add_lost (self);
  add_as_of (self);
  self->legend = add_part (self, _ ("How to read it"));
  self->signs = dl_legend_view_new ();
  gtk_box_append (GTK_BOX (self->legend), self->signs);
  gtk_widget_set_visible (self->legend, FALSE);
  add_sources_part (self);
  add_hint (self);
  look (self);
  return G_SOURCE_REMOVE;
}

/* Not before the picture, which one waits for, and not where nobody looks. */
static void
timeline_changed_cb (DlTimelineAbout *self)
{
  clear (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
dl_timeline_about_map (GtkWidget *widget)
{
  DlTimelineAbout *self = DL_TIMELINE_ABOUT (widget);

  GTK_WIDGET_CLASS (dl_timeline_about_parent_class)->map (widget);
  if (self->timeline == NULL)
    timeline_changed_cb (self);
  else
    view_changed_cb (self);
}

static void
dl_timeline_about_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_TIMELINE_ABOUT (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_timeline_about_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_TIMELINE_ABOUT (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_timeline_about_constructed (GObject *object)
{
  DlTimelineAbout *self = DL_TIMELINE_ABOUT (object);

  G_OBJECT_CLASS (dl_timeline_about_parent_class)->constructed (object);
  g_signal_connect_object (dl_view_get_session (self->view), "notify::timeline", G_CALLBACK (timeline_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dl_timeline_about_dispose (GObject *object)
{
  DlTimelineAbout *self = DL_TIMELINE_ABOUT (object);

  clear (self);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_timeline_about_parent_class)->dispose (object);
}

static void
dl_timeline_about_class_init (DlTimelineAboutClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_timeline_about_get_property;
  object_class->set_property = dl_timeline_about_set_property;
  object_class->constructed = dl_timeline_about_constructed;
  object_class->dispose = dl_timeline_about_dispose;
  widget_class->map = dl_timeline_about_map;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  show_uri_signal = g_signal_new ("show-uri", DL_TYPE_TIMELINE_ABOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "about");
}

static void
dl_timeline_about_init (DlTimelineAbout *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "content");
}

GtkWidget *
dl_timeline_about_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_TIMELINE_ABOUT, "view", view, NULL);
}
