/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-list-row.h"

#include <glib/gi18n.h>

#include "model/dl-citation.h"
#include "time/dl-words.h"
#include "widgets/dl-detail-label.h"
#include "widgets/dl-detail-words.h"
#include "widgets/dl-hit-marks.h"
#include "widgets/dl-hue-dot.h"
#include "widgets/dl-wrap-layout.h"

/* Characters of a quote on a line, at most: longer ones are not read well. */
#define QUOTE_MEASURE 72
/* The same of the smaller text below it. */
#define NOTE_MEASURE 88
/* The narrowest that either is measured at: with less, a line for each character is
 * made of all of it, only to see how wide the widest of them is. */
#define LEAST_MEASURE 10

struct _DlListRow
{
  GtkWidget      parent_instance;
  DlView        *view;
  DlGroupedItem *item;  /* nullable */
  DlEvent       *event; /* nullable */

  /* Each of the three kinds is built when the row is of it first. */
  GtkWidget *heading;
  GtkWidget *heading_title;
  GtkWidget *heading_n;

  GtkWidget *entry;
  GtkWidget *title;
  GtkWidget *date;
  GtkWidget *status;
  GtkWidget *news;
  GtkWidget *dot;
  GtkWidget *lane;

  GtkWidget *quote;
  GtkWidget *words;
  GtkWidget *byline;
  GtkWidget *source;
  GtkWidget *go;
};

enum
{
  COPY,
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlListRow, dl_list_row, GTK_TYPE_WIDGET)

/* Pieces */

static GtkWidget *
new_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
new_text (GtkWidget *box, const char *css_class, int measure)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_MEASURE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), measure);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
build_heading (DlListRow *self)
{
  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->heading_title =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading_title), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading_title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (self->heading_title, "heading-title");
  gtk_box_append (GTK_BOX (self->heading), self->heading_title);
  self->heading_n = new_line (self->heading, "dim-label");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

static void
build_entry (DlListRow *self)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *lane = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  /* The lane stands at the end of the line; where a date would be cut for what is beside it,
   * that goes on in the next. */
  gtk_widget_set_layout_manager (below, g_object_new (DL_TYPE_WRAP_LAYOUT, NULL));
  self->entry = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->entry, "entry");
  self->title = new_line (self->entry, "title");
  gtk_box_append (GTK_BOX (self->entry), below);
  self->date = new_line (below, "dim-label");
  self->status = new_line (below, "status");
  self->news = new_line (below, "news");
  gtk_widget_set_margin_end (self->date, 6);
  gtk_box_append (GTK_BOX (below), lane);
  self->dot = dl_hue_dot_new ();
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lane), self->dot);
  self->lane = new_line (lane, "lane");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
copy_cb (DlListRow *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static void
go_cb (DlListRow *self)
{
  g_signal_emit (self, signals[GO], 0);
}

static void
build_quote (DlListRow *self)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *label;

  self->quote = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->quote, "quote");
  self->words = new_text (self->quote, "words", QUOTE_MEASURE);
  self->byline = new_text (self->quote, "byline", NOTE_MEASURE);
  self->source = new_text (self->quote, "dim-label", NOTE_MEASURE);

  self->go = gtk_button_new_with_label ("");
  label = gtk_button_get_child (GTK_BUTTON (self->go));
  /* The date stands at its end. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (self->go, "flat");
  gtk_widget_add_css_class (self->go, "go");
  gtk_widget_set_halign (self->go, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->go, _ ("Show the event in the timeline"));
  g_signal_connect_swapped (self->go, "clicked", G_CALLBACK (go_cb), self);
  gtk_box_append (GTK_BOX (below), self->go);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_tooltip_text (copy, _ ("Copies the quotation, who said it, and its source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy with Citation"), -1);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (below), copy);
  gtk_box_append (GTK_BOX (self->quote), below);
  gtk_widget_set_parent (self->quote, GTK_WIDGET (self));
}

static void
show_only (DlListRow *self, GtkWidget *part)
{
  GtkWidget *parts[] = { self->heading, self->entry, self->quote };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      gtk_widget_set_visible (parts[i], parts[i] == part);
}

/* What is shown; NULL where nothing is yet. */
static GtkWidget *
get_part (DlListRow *self)
{
  GtkWidget *parts[] = { self->heading, self->entry, self->quote };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && gtk_widget_get_visible (parts[i]))
      return parts[i];
  return NULL;
}

/* Headings */

static void
show_heading (DlListRow *self)
{
  g_autofree char *title = dl_grouped_item_dup_title (self->item);
  guint            n = dl_grouped_item_get_n (self->item);
  g_autofree char *number = g_strdup_printf ("%'u", n);

  if (self->heading == NULL)
    build_heading (self);
  show_only (self, self->heading);
  gtk_label_set_text (GTK_LABEL (self->heading_title), title);
  gtk_label_set_text (GTK_LABEL (self->heading_n), number);
}

static DlQuery *
get_query (DlListRow *self)
{
  return dl_session_get_query (dl_view_get_session (self->view));
}

gboolean
dl_list_row_is_hit (DlListRow *self)
{
  DlEventSet *hits = dl_session_get_hits (dl_view_get_session (self->view));

  g_return_val_if_fail (DL_IS_LIST_ROW (self), FALSE);
  return hits != NULL && self->event != NULL && dl_event_set_contains (hits, dl_event_get_position (self->event));
}

/* Events */

static const char *
get_news (DlListRow *self)
{
  return dl_session_get_news_label (dl_view_get_session (self->view), dl_event_get_position (self->event));
}

static const DlLane *
find_lane (DlListRow *self)
{
  DlArrangement *arrangement = dl_view_get_arrangement (self->view);
  guint          lane, item;

  /* Another timeline may be on its way. */
  if (arrangement == NULL || dl_arrangement_get_timeline (arrangement) != dl_event_get_timeline (self->event) ||
      dl_arrangement_get_n_lanes (arrangement) < 2)
    return NULL;
  dl_arrangement_locate (arrangement, dl_event_get_position (self->event), &lane, &item);
  return dl_arrangement_get_lane (arrangement, lane);
}

static void
show_event (DlListRow *self)
{
  DlStatus         status = (DlStatus) dl_event_get_record (self->event)->status;
  const DlLane    *lane = find_lane (self);
  const char      *news = get_news (self);
  g_autofree char *date = dl_event_dup_date_words (self->event, DL_WORDS_WEEKDAY);

  if (self->entry == NULL)
    build_entry (self);
  show_only (self, self->entry);
  gtk_label_set_text (GTK_LABEL (self->title), dl_event_get_title (self->event));
  dl_hit_marks_show_label (GTK_LABEL (self->title), get_query (self));
  gtk_label_set_text (GTK_LABEL (self->date), date);
  gtk_label_set_text (GTK_LABEL (self->status), dl_status_get_label (status));
  gtk_widget_set_visible (self->status, dl_timeline_tells_status (dl_event_get_timeline (self->event), status));
  gtk_widget_set_css_classes (self->status, (const char *[]){ "status", dl_status_to_string (status),
                                                              status == DL_STATUS_HAPPENED ? NULL : "unusual", NULL });
  gtk_label_set_text (GTK_LABEL (self->news), news == NULL ? "" : news);
  gtk_widget_set_visible (self->news, news != NULL);
  /* Their box stays, at the end of the line: what is last there is not the status. */
  gtk_widget_set_visible (self->dot, lane != NULL);
  gtk_widget_set_visible (self->lane, lane != NULL);
  if (lane == NULL)
    return;
  dl_hue_dot_set_hue (DL_HUE_DOT (self->dot), lane->hue);
  gtk_label_set_text (GTK_LABEL (self->lane), lane->name);
}

/* Quotes */

/* %NULL where there is nothing to say. That a quote is to the letter is not said: most
 * files do not tell, and then nobody knows. */
static char *
dup_source_line (DlListRow *self, const DlQuote *quote)
{
  DlTimeline     *timeline = dl_event_get_timeline (self->event);
  const DlSource *source = quote->source == DL_NONE ? NULL : dl_timeline_get_source (timeline, quote->source);
  const char     *parts[4];
  guint           n = 0;

  if (!quote->exact)
    parts[n++] = _ ("Not word for word");
  if (source != NULL && source->publisher != NULL)
    parts[n++] = source->publisher;
  if (source != NULL)
    parts[n++] = source->title != NULL ? source->title : source->url != NULL ? source->url : source->id;
  parts[n] = NULL;
  return n > 0 ? g_strjoinv (" · ", (char **) parts) : NULL;
}

/* The row has shown others before. @query, @language: (nullable) */
static void
mark_words (GtkLabel *label, DlQuery *query, const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  dl_hit_marks_show_label (label, NULL);
  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  dl_hit_marks_show_label (label, query);
}

static void
show_quote (DlListRow *self)
{
  const DlQuote   *quote = dl_list_row_get_quote (self);
  g_autofree char *words = g_strdup_printf (C_ ("quote", "“%s”"), quote == NULL ? "" : quote->text);
  g_autofree char *byline = quote == NULL ? NULL : dl_detail_quote_byline (dl_event_get_timeline (self->event), quote);
  g_autofree char *source = quote == NULL ? NULL : dup_source_line (self, quote);
  g_autofree char *date = dl_event_dup_date_words (self->event, DL_WORDS_NONE);
  g_autofree char *go = NULL;

  if (self->quote == NULL)
    build_quote (self);
  show_only (self, self->quote);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  mark_words (GTK_LABEL (self->words), get_query (self), quote == NULL ? NULL : quote->language);
  gtk_label_set_markup (GTK_LABEL (self->byline), byline == NULL ? "" : byline);
  gtk_widget_set_visible (self->byline, byline != NULL && byline[0] != '\0');
  gtk_label_set_text (GTK_LABEL (self->source), source == NULL ? "" : source);
  gtk_widget_set_visible (self->source, source != NULL);
  /* Translators: the event that a quote is of, on a button that leads there: its
   * title, its date. */
  go = g_strdup_printf (C_ ("event of a quote", "%s · %s"), dl_event_get_title (self->event), date);
  gtk_button_set_label (GTK_BUTTON (self->go), go);
}

/* Size */

static GtkSizeRequestMode
dl_list_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A list keeps some two hundred rows, whose text is set anew wherever one jumps to, at
 * each width that is asked about. How high a row is at any width nobody needs to know:
 * what scrolls the list asks, and is as high as it has room. */
static void
dl_list_row_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  GtkWidget *part = get_part (DL_LIST_ROW (widget));

  *minimum = *natural = 0;
  if (part != NULL && (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0))
    gtk_widget_measure (part, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
dl_list_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *part = get_part (DL_LIST_ROW (widget));

  if (part != NULL)
    gtk_widget_size_allocate (part, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

/* Object */

static void
dl_list_row_dispose (GObject *object)
{
  DlListRow *self = DL_LIST_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->quote, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->event);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_list_row_parent_class)->dispose (object);
}

static void
dl_list_row_class_init (DlListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_list_row_dispose;
  widget_class->get_request_mode = dl_list_row_get_request_mode;
  widget_class->measure = dl_list_row_measure;
  widget_class->size_allocate = dl_list_row_size_allocate;

  signals[COPY] = g_signal_new ("copy", DL_TYPE_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", DL_TYPE_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "content");
}

static void
dl_list_row_init (DlListRow *self)
{
}

GtkWidget *
dl_list_row_new (DlView *view)
{
  DlListRow *self;

  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  self = g_object_new (DL_TYPE_LIST_ROW, NULL);
  self->view = g_object_ref (view);
  return GTK_WIDGET (self);
}

void
dl_list_row_set_item (DlListRow *self, DlGroupedItem *item, DlEvent *event)
{
  g_return_if_fail (DL_IS_LIST_ROW (self));
  g_set_object (&self->item, item);
  g_set_object (&self->event, event);
  dl_list_row_update (self);
}

void
dl_list_row_update (DlListRow *self)
{
  g_return_if_fail (DL_IS_LIST_ROW (self));
  if (self->item == NULL)
    return;
  if (self->event == NULL)
    show_heading (self);
  else if (dl_grouped_item_get_quote (self->item) != DL_NONE)
    show_quote (self);
  else
    show_event (self);
}

DlGroupedItem *
dl_list_row_get_item (DlListRow *self)
{
  g_return_val_if_fail (DL_IS_LIST_ROW (self), NULL);
  return self->item;
}

DlEvent *
dl_list_row_get_event (DlListRow *self)
{
  g_return_val_if_fail (DL_IS_LIST_ROW (self), NULL);
  return self->event;
}

const DlQuote *
dl_list_row_get_quote (DlListRow *self)
{
  guint      quote;
  GPtrArray *quotes;

  g_return_val_if_fail (DL_IS_LIST_ROW (self), NULL);
  if (self->event == NULL)
    return NULL;
  quote = dl_grouped_item_get_quote (self->item);
  quotes = dl_event_get_details (self->event)->quotes;
  return quote < quotes->len ? quotes->pdata[quote] : NULL;
}

/* Who spoke, in what context, when, and whether these are the words. */
static char *
dup_quote_name (DlListRow *self, const DlQuote *quote)
{
  DlTimeline      *timeline = dl_event_get_timeline (self->event);
  const char      *speaker = dl_quote_get_speaker_name (timeline, quote);
  g_autofree char *words = g_strdup_printf (C_ ("quote", "“%s”"), quote->text);
  g_autofree char *date = quote->date == NULL ? dl_event_dup_date_words (self->event, DL_WORDS_NONE)
                                              : dl_timeline_dup_words (timeline, quote->date, DL_WORDS_NONE);

  if (speaker == NULL)
    speaker = _ ("No speaker named");
  /* Translators: a quote as a screen reader says it: the words, who said them, when,
   * the title of the event. */
  if (quote->exact)
    return g_strdup_printf (C_ ("accessible quote", "%s, %s, %s, %s"), words, speaker, date,
                            dl_event_get_title (self->event));
  /* Translators: the same, with "Not word for word" before the title of the event. */
  return g_strdup_printf (C_ ("accessible quote", "%s, %s, %s, %s, %s"), words, speaker, date, _ ("Not word for word"),
                          dl_event_get_title (self->event));
}

/* Of an event, or of one of its quotes. */
static char *
dup_own_name (DlListRow *self)
{
  const DlQuote   *quote;
  const DlLane    *lane;
  const char      *status;
  g_autofree char *date = NULL;

  if (dl_grouped_item_get_quote (self->item) != DL_NONE)
    {
      quote = dl_list_row_get_quote (self);
      return quote == NULL ? g_strdup (dl_event_get_title (self->event)) : dup_quote_name (self, quote);
    }
  lane = find_lane (self);
  date = dl_event_dup_date_words (self->event, DL_WORDS_WEEKDAY);
  status = dl_status_get_label ((DlStatus) dl_event_get_record (self->event)->status);
  if (lane != NULL)
    return g_strdup_printf (C_ ("accessible event", "%s, %s, %s, %s"), dl_event_get_title (self->event), date, status,
                            lane->name);
  /* Translators: an event as a screen reader says it where there are no lanes: its
   * title, its date, its status. */
  return g_strdup_printf (C_ ("accessible event", "%s, %s, %s"), dl_event_get_title (self->event), date, status);
}

char *
dl_list_row_dup_name (DlListRow *self)
{
  g_autofree char *name = NULL;
  const char      *news;

  g_return_val_if_fail (DL_IS_LIST_ROW (self), NULL);
  if (self->event == NULL)
    return NULL;
  name = dup_own_name (self);
  news = get_news (self);
  return news == NULL ? g_steal_pointer (&name) : g_strdup_printf (C_ ("accessible event", "%s; %s"), name, news);
}
