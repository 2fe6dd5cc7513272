/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-presenter-page.h"

#include <glib/gi18n.h>

#include "model/dl-citation.h"
#include "time/dl-words.h"
#include "widgets/dl-detail-words.h"

/* The smallest is what can still be read from the last row. */
static const double sizes[DL_PRESENTER_N_SIZES] = { 1.5, 1.3, 1.15, 1 };

/* On a small screen too, letters of fewer pixels are none. */
#define LEAST_LETTERS 11.0

/* In pixels of the design, at the size 1. */
#define TITLE 62
#define TITLE_AGAIN 34 /* on the pages after the first */
#define VIEW_TITLE 44
#define WHEN 30
#define STATUS 21
#define SUMMARY 35
#define QUOTE 44
#define BYLINE 26
#define SOURCE 20
#define GAP 12
#define PART_GAP 26

typedef struct
{
  DlEvent      *event;
  const DlPage *page;
  double        size; /* pixels for one of the design */
  GtkWidget    *box;
} Setting;

void
dl_presenter_set_size (GtkWidget *label, double pixels)
{
  PangoAttrList *old = gtk_label_get_attributes (GTK_LABEL (label));
  PangoAttrList *attributes = old == NULL ? pango_attr_list_new () : pango_attr_list_copy (old);

  pango_attr_list_change (attributes, pango_attr_size_new_absolute ((int) (MAX (pixels, LEAST_LETTERS) * PANGO_SCALE)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static GtkWidget *
new_label (GtkAccessibleRole role, const char *text, double pixels, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  dl_presenter_set_size (label, pixels);
  return label;
}

static void
add (GtkWidget *box, GtkWidget *widget, double above)
{
  gtk_widget_set_margin_top (widget, gtk_widget_get_first_child (box) == NULL ? 0 : (int) above);
  gtk_box_append (GTK_BOX (box), widget);
}

static void
set_language (GtkWidget *label, const char *language)
{
  PangoAttrList *attributes;

  if (language == NULL)
    return;
  attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

/* Words */

static const char *
get_place (DlEvent *event)
{
  guint32 place = dl_event_get_record (event)->place;

  return place == DL_NONE ? NULL : dl_timeline_get_place (dl_event_get_timeline (event), place)->name;
}

static char *
dup_when (DlEvent *event)
{
  g_autofree char *date = dl_event_dup_date_words (event, DL_WORDS_WEEKDAY);
  const char      *place = get_place (event);

  return place == NULL ? g_steal_pointer (&date) : g_strdup_printf ("%s · %s", date, place);
}

static const DlQuote *
get_quote (DlEvent *event, const DlPiece *piece)
{
  return dl_event_get_details (event)->quotes->pdata[piece->index];
}

/* The marks around a quotation stand where it begins and where it ends. */
static void
dup_marks (const DlPiece *piece, char **opening, char **closing)
{
  g_auto (GStrv) marks = g_strsplit (C_ ("quote", "“%s”"), "%s", 2);

  *opening = g_strdup (piece->start == 0 ? marks[0] : "");
  *closing = g_strdup (piece->last && marks[0] != NULL && marks[1] != NULL ? marks[1] : "");
}

static char *
dup_part (const char *text, const DlPiece *piece)
{
  return g_strstrip (g_strndup (text + piece->start, piece->end - piece->start));
}

static char *
dup_byline (DlEvent *event, const DlQuote *quote)
{
  g_autofree char *markup = dl_detail_quote_byline (dl_event_get_timeline (event), quote);

  if (markup[0] == '\0')
    return NULL;
  /* Translators: under a quotation: who said it, in which role, where and when. */
  return g_strdup_printf (C_ ("presented quote", "— %s"), markup);
}

/* Titles alone: who wants to open one has the details. */
static char *
dup_source (DlTimeline *timeline, guint32 index)
{
  const DlSource  *source = dl_timeline_get_source (timeline, index);
  g_autofree char *date = source->date == NULL ? NULL : dl_timeline_dup_words (timeline, source->date, DL_WORDS_NONE);
  const char      *title = source->title != NULL ? source->title : source->url != NULL ? source->url : source->id;
  const char      *parts[] = { source->author, source->publisher, date };
  GString         *line = g_string_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, " · %s", parts[i]);
  return g_string_free (line, FALSE);
}

/* Whether a source stands at the end of the event anyway. */
static gboolean
is_of_event (DlEvent *event, guint32 source)
{
  const guint32 *sources = dl_timeline_get_event_sources (dl_event_get_timeline (event), dl_event_get_position (event));

  for (guint i = 0; i < dl_event_get_record (event)->n_sources; i++)
    if (sources[i] == source)
      return TRUE;
  return FALSE;
}

static GtkWidget *
new_page (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_DOCUMENT, "focusable", TRUE, NULL);

  gtk_widget_add_css_class (box, "page");
  return box;
}

static void
add_title (GtkWidget *box, const char *title, double pixels, double above)
{
  GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_HEADING, title, pixels, "event-title");

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  add (box, label, above);
}

/* Pieces */

static void
add_head (Setting *self)
{
  const DlEventRecord *record = dl_event_get_record (self->event);
  DlStatus             status = (DlStatus) record->status;
  gboolean             first = self->page->number == 0;
  double               size = first ? self->size : MIN (self->size, self->size / sizes[self->page->size]);
  g_autofree char     *when = dup_when (self->event);
  GtkWidget           *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, (int) (GAP * size * 1.5));
  GtkWidget           *pill;
  GtkWidget           *label;

  label = new_label (GTK_ACCESSIBLE_ROLE_LABEL, when, WHEN * size, "when");
  gtk_box_append (GTK_BOX (row), label);
  if (dl_timeline_tells_status (dl_event_get_timeline (self->event), status))
    {
      pill = new_label (GTK_ACCESSIBLE_ROLE_LABEL, dl_status_get_label (status), STATUS * size, "status");
      gtk_label_set_wrap (GTK_LABEL (pill), FALSE);
      gtk_widget_add_css_class (pill, dl_status_to_string (status));
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), pill);
    }
  add (self->box, row, 0);
  add_title (self->box, record->title, (first ? TITLE : TITLE_AGAIN) * size, GAP * size * 0.5);
}

static void
add_summary (Setting *self, const DlPiece *piece)
{
  g_autofree char *text = dup_part (dl_event_get_details (self->event)->summary, piece);

  add (self->box, new_label (GTK_ACCESSIBLE_ROLE_LABEL, text, SUMMARY * self->size, "summary"), PART_GAP * self->size);
}

static void
add_below (GtkWidget *box, const char *text, gboolean markup, double pixels, double above)
{
  GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_LABEL, markup ? NULL : text, pixels, "byline");

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  add (box, label, above);
}

/* The opening mark hangs before the words, so that their lines begin as one. In a box the words
 * would be laid out dozens of times to learn how high they are, and get a line too much. */
static void
add_quote (Setting *self, const DlPiece *piece)
{
  DlTimeline      *timeline = dl_event_get_timeline (self->event);
  const DlQuote   *quote = get_quote (self->event, piece);
  const char      *speaker = dl_quote_get_speaker_name (timeline, quote);
  GtkWidget       *row = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget       *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *mark, *words;
  g_autofree char *part = dup_part (quote->text, piece);
  g_autofree char *byline = dup_byline (self->event, quote);
  g_autofree char *opening = NULL;
  g_autofree char *closing = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  dup_marks (piece, &opening, &closing);
  text = g_strconcat (part, closing, NULL);
  /* Translators: what a screen reader says of a quotation as a whole; %s said it. */
  name = speaker == NULL ? g_strdup (_ ("Quotation")) : g_strdup_printf (_ ("Quotation: %s"), speaker);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (row, "quote");
  mark = new_label (GTK_ACCESSIBLE_ROLE_PRESENTATION, opening, QUOTE * self->size, "mark");
  gtk_label_set_wrap (GTK_LABEL (mark), FALSE);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_label_set_yalign (GTK_LABEL (mark), 0);
  gtk_widget_set_size_request (mark, (int) (QUOTE * self->size), -1);
  set_language (mark, quote->language);
  gtk_grid_attach (GTK_GRID (row), mark, 0, 0, 1, 1);
  words = new_label (GTK_ACCESSIBLE_ROLE_LABEL, text, QUOTE * self->size, "words");
  set_language (words, quote->language);
  gtk_widget_set_hexpand (column, TRUE);
  add (column, words, 0);
  if (piece->last && byline != NULL)
    add_below (column, byline, TRUE, BYLINE * self->size, GAP * self->size);
  if (piece->last && !quote->exact)
    add_below (column, _ ("Not word for word"), FALSE, SOURCE * self->size, 0);
  if (piece->last && quote->source != DL_NONE && !is_of_event (self->event, quote->source))
    {
      g_autofree char *source = dup_source (timeline, quote->source);

      add_below (column, source, FALSE, SOURCE * self->size, 0);
    }
  gtk_grid_attach (GTK_GRID (row), column, 1, 0, 1, 1);
  add (self->box, row, PART_GAP * self->size);
}

static void
add_sources (Setting *self)
{
  DlTimeline    *timeline = dl_event_get_timeline (self->event);
  const guint32 *sources = dl_timeline_get_event_sources (timeline, dl_event_get_position (self->event));
  /* However large the event has room, they are small. */
  double pixels = SOURCE * MIN (self->size, self->size / sizes[self->page->size]);

  for (guint i = 0; i < dl_event_get_record (self->event)->n_sources; i++)
    {
      g_autofree char *line = dup_source (timeline, sources[i]);

      add (self->box, new_label (GTK_ACCESSIBLE_ROLE_LABEL, line, pixels, "source"),
           i == 0 ? PART_GAP * self->size : 0);
    }
}

/* All of it in words */

static void
tell_quote (DlEvent *event, const DlPiece *piece, GPtrArray *lines)
{
  const DlQuote   *quote = get_quote (event, piece);
  g_autofree char *part = dup_part (quote->text, piece);
  g_autofree char *byline = dup_byline (event, quote);
  g_autofree char *opening = NULL;
  g_autofree char *closing = NULL;

  dup_marks (piece, &opening, &closing);
  g_ptr_array_add (lines, g_strconcat (opening, part, closing, NULL));
  if (piece->last && byline != NULL)
    {
      char *plain = NULL;

      pango_parse_markup (byline, -1, 0, NULL, &plain, NULL, NULL);
      if (plain != NULL)
        g_ptr_array_add (lines, plain);
    }
  if (piece->last && !quote->exact)
    g_ptr_array_add (lines, g_strdup (_ ("Not word for word")));
}

char *
dl_presenter_page_dup_words (DlEvent *event, const DlPage *page)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  DlTimeline           *timeline;
  const DlEventRecord  *record;
  const guint32        *sources;

  g_return_val_if_fail (DL_IS_EVENT (event), NULL);
  g_return_val_if_fail (page != NULL, NULL);
  timeline = dl_event_get_timeline (event);
  record = dl_event_get_record (event);
  sources = dl_timeline_get_event_sources (timeline, dl_event_get_position (event));
  g_ptr_array_add (lines, g_strdup (record->title));
  g_ptr_array_add (lines, dup_when (event));
  if (dl_timeline_tells_status (timeline, (DlStatus) record->status))
    g_ptr_array_add (lines, g_strdup (dl_status_get_label ((DlStatus) record->status)));
  for (guint i = 0; i < page->pieces->len; i++)
    {
      const DlPiece *piece = &g_array_index (page->pieces, DlPiece, i);

      if (piece->kind == DL_PIECE_SUMMARY)
        g_ptr_array_add (lines, dup_part (dl_event_get_details (event)->summary, piece));
      else if (piece->kind == DL_PIECE_QUOTE)
        tell_quote (event, piece, lines);
      else
        for (guint j = 0; j < record->n_sources; j++)
          g_ptr_array_add (lines, dup_source (timeline, sources[j]));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

GtkWidget *
dl_presenter_page_new (DlEvent *event, const DlPage *page, double unit)
{
  Setting self = { .event = event, .page = page };

  g_return_val_if_fail (DL_IS_EVENT (event), NULL);
  g_return_val_if_fail (page != NULL && page->size < DL_PRESENTER_N_SIZES, NULL);
  self.size = unit * sizes[page->size];
  self.box = new_page ();
  add_head (&self);
  for (guint i = 0; i < page->pieces->len; i++)
    {
      const DlPiece *piece = &g_array_index (page->pieces, DlPiece, i);

      if (piece->kind == DL_PIECE_SUMMARY)
        add_summary (&self, piece);
      else if (piece->kind == DL_PIECE_QUOTE)
        add_quote (&self, piece);
      else
        add_sources (&self);
    }
  return self.box;
}

GtkWidget *
dl_presenter_page_new_of_view (const char *title, const char *when, double unit)
{
  GtkWidget *box;

  g_return_val_if_fail (title != NULL && when != NULL, NULL);
  box = new_page ();
  /* That is how it is called until somebody gives it a title. */
  if (!g_str_equal (title, when))
    add (box, new_label (GTK_ACCESSIBLE_ROLE_LABEL, when, WHEN * unit, "when"), 0);
  add_title (box, title, VIEW_TITLE * unit, GAP * unit * 0.5);
  /* What is shown below has more to say. */
  gtk_label_set_lines (GTK_LABEL (gtk_widget_get_last_child (box)), 2);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (box)), PANGO_ELLIPSIZE_END);
  return box;
}
