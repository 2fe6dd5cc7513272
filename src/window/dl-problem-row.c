/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-problem-row.h"

#include <glib/gi18n.h>

/* Characters on a line, at most and at least: longer ones are not read well. */
#define SENTENCE_MEASURE 80
#define SENTENCE_LEAST 16

enum
{
  SHOW_EVENT,
  OPEN,
  COPY_PLACE,
  COPY_SUGGESTION,
  N_SIGNALS
};

struct _DlProblemRow
{
  GtkBox         parent_instance;
  DlProblemItem *item; /* nullable */
  GtkWidget     *icon;
  GtkWidget     *kind;
  GtkWidget     *title;
  GtkWidget     *where;
  GtkWidget     *place;
  GtkWidget     *sentence;
  GtkWidget     *meant;
  GtkWidget     *suggestion;
  GtkWidget     *buttons[N_SIGNALS];
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlProblemRow, dl_problem_row, GTK_TYPE_BOX)

static void
clicked_cb (GtkButton *button, DlProblemRow *self)
{
  for (guint i = 0; i < N_SIGNALS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      g_signal_emit (self, signals[i], 0);
}

static void
add_button (DlProblemRow *self, GtkWidget *box, guint index, const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  self->buttons[index] = button;
}

static GtkWidget *
add_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_text (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), SENTENCE_LEAST);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SENTENCE_MEASURE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
dl_problem_row_dispose (GObject *object)
{
  DlProblemRow *self = DL_PROBLEM_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (dl_problem_row_parent_class)->dispose (object);
}

static void
dl_problem_row_class_init (DlProblemRowClass *klass)
{
  static const char *const names[N_SIGNALS] = { "show-event", "open", "copy-place", "copy-suggestion" };

  G_OBJECT_CLASS (klass)->dispose = dl_problem_row_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DL_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_problem_row_init (DlProblemRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (words), head);
  self->kind = add_line (head, "kind");
  gtk_label_set_ellipsize (GTK_LABEL (self->kind), PANGO_ELLIPSIZE_NONE);
  self->title = add_line (head, "title");
  self->sentence = add_text (words, "sentence");
  /* Each copies what it stands behind. */
  self->meant = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (words), self->meant);
  self->suggestion = add_text (self->meant, "suggestion");
  add_button (self, self->meant, COPY_SUGGESTION, "edit-copy-symbolic", _ ("Copy what was probably meant"));
  self->where = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (words), self->where);
  self->place = add_line (self->where, "dim-label");
  add_button (self, self->where, COPY_PLACE, "edit-copy-symbolic", _ ("Copy the place: file, line and column"));
  gtk_widget_set_valign (buttons, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), buttons);
  add_button (self, buttons, OPEN, "document-edit-symbolic", _ ("Open the file in the text editor"));
  add_button (self, buttons, SHOW_EVENT, "go-next-symbolic", _ ("Show the event in the timeline"));
}

GtkWidget *
dl_problem_row_new (void)
{
  return g_object_new (DL_TYPE_PROBLEM_ROW, NULL);
}

DlProblemItem *
dl_problem_row_get_item (DlProblemRow *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ROW (self), NULL);
  return self->item;
}

static const char *
get_icon_name (DlProblemSource source, const DlProblem *problem)
{
  if (source == DL_PROBLEMS_UNREAD)
    return "dialog-error-symbolic";
  return problem->note ? "dialog-information-symbolic" : "dialog-warning-symbolic";
}

void
dl_problem_row_set_item (DlProblemRow *self, DlProblemItem *item, gboolean can_show, gboolean can_open)
{
  const DlProblem *problem;
  g_autofree char *place = NULL;
  g_autofree char *suggestion = NULL;

  g_return_if_fail (DL_IS_PROBLEM_ROW (self));
  g_return_if_fail (DL_IS_PROBLEM_ITEM (item));
  g_set_object (&self->item, item);
  problem = dl_problem_item_get_problem (item);
  place = dl_problem_item_dup_place (item);
  suggestion = dl_problem_item_dup_suggestion (item);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon_name (dl_problem_item_get_source (item), problem));
  gtk_label_set_text (GTK_LABEL (self->kind), dl_problem_item_get_kind (item));
  gtk_label_set_text (GTK_LABEL (self->title), problem->title != NULL ? problem->title : "");
  gtk_widget_set_visible (self->title, problem->title != NULL);
  gtk_label_set_text (GTK_LABEL (self->sentence), problem->message);
  gtk_label_set_text (GTK_LABEL (self->suggestion), suggestion != NULL ? suggestion : "");
  gtk_widget_set_visible (self->meant, suggestion != NULL);
  gtk_label_set_text (GTK_LABEL (self->place), place != NULL ? place : "");
  gtk_widget_set_visible (self->where, place != NULL);
  gtk_widget_set_visible (self->buttons[SHOW_EVENT], can_show);
  gtk_widget_set_visible (self->buttons[OPEN], can_open);
}
