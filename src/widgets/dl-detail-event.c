/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-detail-event.h"

#include <glib/gi18n.h>

#include "model/dl-citation.h"
#include "time/dl-span.h"
#include "time/dl-words.h"
#include "widgets/dl-detail-label.h"
#include "widgets/dl-detail-text.h"
#include "widgets/dl-detail-words.h"

/* Where it is told, and what follows a link. */
typedef struct
{
  GtkWidget *content;
  GCallback  activate;
  gpointer   data;
} Telling;

static void
add_markup (Telling *self, GtkWidget *box, const char *markup, const char *css_class)
{
  dl_detail_add_markup (box, markup, css_class, self->activate, self->data);
}

static void
add_heading (Telling *self, const char *text)
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
add_other_clocks (Telling *self, DlEvent *event)
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
add_file (Telling *self, DlEvent *event)
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
add_when (Telling *self, DlEvent *event)
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
add_people (Telling *self, DlEvent *event)
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

/* What was said */

static void
copy_quote_cb (GtkButton *button, gpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          g_object_get_data (G_OBJECT (button), "citation"));
  gtk_button_set_label (button, _ ("Copied"));
}

/* The name of a language in itself is not known to GLib; its tag is honest. */
static void
add_quote (Telling *self, DlEvent *event, const DlQuote *quote)
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
  g_signal_connect (button, "clicked", G_CALLBACK (copy_quote_cb), NULL);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (self->content), box);
}

static void
add_quotes (Telling *self, DlEvent *event)
{
  GPtrArray *quotes = dl_event_get_details (event)->quotes;

  for (guint i = 0; i < quotes->len; i++)
    add_quote (self, event, quotes->pdata[i]);
}

/* The quotes of what is part of this event or responds to it belong here too;
 * the data has them once. */
static void
add_belonging_quotes (Telling *self, DlEvent *event, GArray *related)
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
add_related (Telling *self, DlEvent *event, GArray *related)
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
add_sources (Telling *self, DlEvent *event)
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

void
dl_detail_event_tell (GtkWidget *content, DlEvent *event, GCallback activate, gpointer data)
{
  DlTimeline          *timeline = dl_event_get_timeline (event);
  const DlEventRecord *record = dl_event_get_record (event);
  g_autoptr (GArray)   related = dl_timeline_dup_related (timeline, dl_event_get_position (event));
  Telling              self = { content, activate, data };
  GtkWidget           *status;

  if (dl_timeline_tells_status (timeline, (DlStatus) record->status))
    {
      status = dl_detail_add_label (content, dl_status_get_label ((DlStatus) record->status), "status");
      gtk_widget_add_css_class (status, dl_status_to_string ((DlStatus) record->status));
      gtk_widget_set_halign (status, GTK_ALIGN_START);
    }
  dl_detail_add_heading (content, record->title, 1, "event-title");
  add_when (&self, event);
  add_people (&self, event);
  if (dl_event_get_details (event)->summary != NULL)
    dl_detail_add_label (content, dl_event_get_details (event)->summary, "summary");
  add_quotes (&self, event);
  add_belonging_quotes (&self, event, related);
  add_related (&self, event, related);
  add_sources (&self, event);
}
