/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-detail-pane.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "base/dl-link.h"
#include "model/dl-citation.h"
#include "time/dl-span.h"
#include "time/dl-words.h"
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

static void
add_markup (DlDetailPane *self, GtkWidget *box, const char *markup, const char *css_class)
{
  dl_detail_add_markup (box, markup, css_class, G_CALLBACK (activate_link_cb), self);
}

static void
add_heading (DlDetailPane *self, const char *text)
{
  dl_detail_add_heading (self->content, text, 2, "section");
}

/* When */

/* @edtf with its own offset, where it has another one than the axis. */
static void
add_written (DlTimeline *timeline, GtkWidget *box, const char *edtf)
{
  g_autofree char *written = dl_timeline_dup_written_words (timeline, edtf);
  g_autofree char *text = NULL;

  if (written == NULL)
    return;
  /* Translators: a date and time with the zone in which the file has it:
   * "As written: 20 July 1969, 20:17 (UTC)". */
  text = g_strdup_printf (_ ("As written: %s"), written);
  dl_detail_add_label (box, text, "dim-label");
}

/* The same time by other clocks than that of the axis. */
static void
add_other_clocks (DlDetailPane *self, DlEvent *event)
{
  DlTimeline      *timeline = dl_event_get_timeline (event);
  g_autofree char *local = dl_timeline_dup_local_words (timeline, dl_event_get_position (event));
  g_autofree char *text = NULL;

  add_written (timeline, self->content, dl_event_get_record (event)->date_text);
  if (local == NULL)
    return;
  /* Translators: a date and time by the clocks of the place where it happened:
   * "At the place: 20 July 1969, 15:17 (CDT)". */
  text = g_strdup_printf (_ ("At the place: %s"), local);
  dl_detail_add_label (self->content, text, "dim-label");
}

/* Which of several it is from. */
static void
add_file (DlDetailPane *self, DlEvent *event)
{
  DlTimeline      *timeline = dl_event_get_timeline (event);
  guint            file = dl_timeline_get_event_file (timeline, dl_event_get_position (event));
  g_autofree char *text = NULL;

  if (file == DL_NONE)
    return;
  /* Translators: of several files the one that an event is from, by its title. */
  text = g_strdup_printf (_ ("File: %s"), dl_timeline_get_file (timeline, file)->name);
  dl_detail_add_label (self->content, text, "dim-label");
}

static void
add_when (DlDetailPane *self, DlEvent *event)
{
  DlTimeline          *timeline = dl_event_get_timeline (event);
  const DlEventRecord *record = dl_event_get_record (event);
  const char          *place = record->place == DL_NONE ? NULL : dl_timeline_get_place (timeline, record->place)->name;
  const char          *note = dl_event_get_details (event)->date_note;
  g_autofree char     *date = dl_event_dup_date_words (event, DL_WORDS_WEEKDAY);
  g_autofree char     *certainty = NULL;
  g_autofree char     *relative = NULL;
  g_autofree char     *escaped = g_markup_escape_text (date, -1);
  GString             *line = g_string_new (NULL);
  DlDate               bounds;
  DlInstant            as_of;

  dl_timeline_get_date (timeline, dl_event_get_position (event), &bounds);
  certainty = dl_detail_describe_certainty (timeline, &bounds);
  g_string_append_printf (line, "<b>%s</b>", escaped);
  if (place != NULL)
    {
      g_autofree char *escaped_place = dl_detail_escape (place);

      g_string_append_printf (line, " · %s", escaped_place);
    }
  if (dl_timeline_get_as_of (timeline, &as_of))
    relative = dl_words_relative (&bounds, as_of, dl_timeline_get_zone (timeline));
  if (relative != NULL && relative[0] != '\0')
    {
      g_autofree char *escaped_relative = g_markup_escape_text (relative, -1);

      g_string_append_printf (line, " · %s", escaped_relative);
    }
  add_markup (self, self->content, line->str, "when");
  g_string_free (line, TRUE);
  add_other_clocks (self, event);
  if (certainty != NULL)
    dl_detail_add_label (self->content, certainty, "dim-label");
  if (note != NULL)
    {
      g_autofree char *said = dl_detail_describe_note (note, record->date_text);

      dl_detail_add_label (self->content, said, "dim-label");
    }
  add_file (self, event);
}

/* Who */

static void
add_people (DlDetailPane *self, DlEvent *event)
{
  DlTimeline          *timeline = dl_event_get_timeline (event);
  const DlEventRecord *record = dl_event_get_record (event);
  const guint32       *people = dl_timeline_get_event_people (timeline, dl_event_get_position (event));

  for (guint i = 0; i < record->n_people; i++)
    {
      const DlPerson  *person = dl_timeline_get_person (timeline, people[i]);
      g_autofree char *name = dl_detail_escape (person->name != NULL ? person->name : person->id);
      g_autofree char *role = person->role == NULL ? NULL : dl_detail_escape (person->role);
      g_autofree char *markup = role == NULL
                                  ? g_strdup_printf ("<b>%s</b>", name)
                                  : g_strdup_printf ("<b>%s</b>  <span alpha=\"72%%\">%s</span>", name, role);

      add_markup (self, self->content, markup, "person");
    }
}

/* What it is about */
static void
add_topics (DlDetailPane *self, DlEvent *event)
{
  DlTimeline          *timeline = dl_event_get_timeline (event);
  const DlEventRecord *record = dl_event_get_record (event);
  const guint32       *topics = dl_timeline_get_event_topics (timeline, dl_event_get_position (event));
  g_autoptr (GString)  names = g_string_new (NULL);
  g_autofree char     *text = NULL;
  GtkWidget           *label;

  if (record->n_topics == 0)
    return;
  for (guint i = 0; i < record->n_topics; i++)
    {
      const DlTopic   *topic = dl_timeline_get_topic (timeline, topics[i]);
      g_autofree char *name = dl_isolate (topic->name != NULL ? topic->name : topic->id);

      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", name);
    }
  /* Translators: what an event is about: “Topic: Markets”, “Topics: Markets · Tokyo”. */
  text = g_strdup_printf (ngettext ("Topic: %s", "Topics: %s", record->n_topics), names->str);
  label = dl_detail_add_label (self->content, text, "topics");
  gtk_widget_add_css_class (label, "dim-label");
}

/* What was said */

static void
copy_quote_cb (GtkButton *button, DlDetailPane *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          g_object_get_data (G_OBJECT (button), "citation"));
  gtk_button_set_label (button, _ ("Copied"));
}

/* The name of a language in itself is not known to GLib; its tag is honest. */
static void
add_quote (DlDetailPane *self, DlEvent *event, const DlQuote *quote)
{
  DlTimeline      *timeline = dl_event_get_timeline (event);
  const char      *timeline_language = dl_timeline_get_language (timeline);
  GtkWidget       *box = dl_detail_new_quote (dl_quote_get_speaker_name (timeline, quote));
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *button;
  GtkWidget       *label;
  g_autofree char *text = g_strdup_printf (C_ ("quote", "“%s”"), quote->text);
  g_autofree char *byline = dl_detail_quote_byline (timeline, quote);

  label = dl_detail_add_label (box, text, "words");
  if (quote->language != NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (quote->language)));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      pango_attr_list_unref (attributes);
    }
  if (byline[0] != '\0')
    add_markup (self, box, byline, "byline");
  if (quote->date != NULL)
    add_written (timeline, box, quote->date);
  if (!quote->exact)
    dl_detail_add_label (box, _ ("Not word for word"), "dim-label");
  if (quote->language != NULL &&
      (timeline_language == NULL || g_ascii_strcasecmp (quote->language, timeline_language) != 0))
    {
      /* Translators: the language of a quotation, as a tag such as "ja". */
      g_autofree char *language = g_strdup_printf (_ ("Language: %s"), quote->language);

      dl_detail_add_label (box, language, "dim-label");
    }
  if (quote->source != DL_NONE)
    {
      const DlSource  *source = dl_timeline_get_source (timeline, quote->source);
      g_autofree char *markup = dl_detail_source_markup (source);
      g_autofree char *publisher = source->publisher == NULL ? NULL : dl_detail_escape (source->publisher);
      g_autofree char *full = publisher == NULL ? g_strdup (markup) : g_strdup_printf ("%s · %s", publisher, markup);

      add_markup (self, box, full, "dim-label");
    }
  button = gtk_button_new_with_label (_ ("Copy with Citation"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Copies the quotation, who said it, and its source"));
  g_object_set_data_full (G_OBJECT (button), "citation", dl_citation_for_quote (event, quote), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_quote_cb), self);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (self->content), box);
}

static void
add_quotes (DlDetailPane *self, DlEvent *event)
{
  GPtrArray *quotes = dl_event_get_details (event)->quotes;

  for (guint i = 0; i < quotes->len; i++)
    add_quote (self, event, quotes->pdata[i]);
}

/* The quotes of what is part of this event or responds to it belong here too;
 * the data has them once. */
static void
add_belonging_quotes (DlDetailPane *self, DlEvent *event, GArray *related)
{
  DlTimeline *timeline = dl_event_get_timeline (event);

  for (guint i = 0; i < related->len; i++)
    {
      const DlRelated    *entry = &g_array_index (related, DlRelated, i);
      g_autoptr (DlEvent) other = NULL;
      g_autofree char    *link = NULL;
      g_autofree char    *markup = NULL;

      if (!entry->inverse || (entry->type != DL_RELATION_PART_OF && entry->type != DL_RELATION_RESPONDS_TO))
        continue;
      if (dl_timeline_get_record (timeline, entry->position)->n_quotes == 0)
        continue;
      other = dl_event_new (timeline, entry->position);
      link = dl_detail_event_link (timeline, entry->position);
      /* Translators: over quotations that belong to another event; %s is a
       * link with its title. */
      markup = g_strdup_printf (_ ("From %s"), link);
      add_markup (self, self->content, markup, "from");
      add_quotes (self, other);
    }
}

/* What it belongs to */

static void
add_related (DlDetailPane *self, DlEvent *event, GArray *related)
{
  DlTimeline *timeline = dl_event_get_timeline (event);

  if (related->len == 0)
    return;
  add_heading (self, _ ("Related"));
  for (guint i = 0; i < related->len; i++)
    {
      const DlRelated *entry = &g_array_index (related, DlRelated, i);
      g_autofree char *link = dl_detail_event_link (timeline, entry->position);
      g_autofree char *date = dl_timeline_dup_date_words (timeline, entry->position, DL_WORDS_SHORT);
      g_autofree char *escaped = g_markup_escape_text (date, -1);
      /* Translators: how two events belong together ("leads to"), a link with
       * the title of the other one, its date. */
      g_autofree char *markup =
        g_strdup_printf (C_ ("related event", "%s %s <span alpha=\"72%%\">%s</span>"),
                         dl_relation_type_get_label (entry->type, entry->inverse), link, escaped);

      add_markup (self, self->content, markup, "related");
    }
}

static void
add_sources (DlDetailPane *self, DlEvent *event)
{
  DlTimeline          *timeline = dl_event_get_timeline (event);
  const DlEventRecord *record = dl_event_get_record (event);
  const guint32       *sources = dl_timeline_get_event_sources (timeline, dl_event_get_position (event));

  if (record->n_sources == 0)
    return;
  add_heading (self, _ ("Sources"));
  for (guint i = 0; i < record->n_sources; i++)
    {
      const DlSource  *source = dl_timeline_get_source (timeline, sources[i]);
      g_autofree char *line = dl_detail_source_line (timeline, source);

      add_markup (self, self->content, line, "source");
    }
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
  DlEvent             *event = dl_session_get_selected (self->session);
  g_autoptr (GArray)   related = NULL;
  DlTimeline          *timeline;
  const DlEventRecord *record;
  GtkWidget           *status;
  guint                position;
  gboolean             read = dl_focus_is_inside (self->scroller);
  GtkWidget           *pressed = dl_focus_is_inside (self->previous) ? self->previous
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
  record = dl_event_get_record (event);
  position = dl_event_get_position (event);
  related = dl_timeline_dup_related (timeline, position);

  if (dl_timeline_tells_status (timeline, (DlStatus) record->status))
    {
      status = dl_detail_add_label (self->content, dl_status_get_label ((DlStatus) record->status), "status");
      gtk_widget_add_css_class (status, dl_status_to_string ((DlStatus) record->status));
      gtk_widget_set_halign (status, GTK_ALIGN_START);
    }
  dl_detail_add_heading (self->content, record->title, 1, "event-title");
  add_when (self, event);
  add_people (self, event);
  add_topics (self, event);
  if (dl_event_get_details (event)->summary != NULL)
    dl_detail_add_label (self->content, dl_event_get_details (event)->summary, "summary");
  add_quotes (self, event);
  add_belonging_quotes (self, event, related);
  add_related (self, event, related);
  add_sources (self, event);
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
