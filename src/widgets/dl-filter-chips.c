/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-filter-chips.h"

#include <glib/gi18n.h>

#include "session/dl-sight.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-wrap-layout.h"

/* Longer words are cut; the tooltip and the name have them whole. */
#define MOST_CHARACTERS 60

/* What a chip is about, beside the fields. */
#define SPAN DL_N_FILTER_FIELDS

struct _DlFilterChips
{
  GtkWidget  parent_instance;
  DlSession *session;
  gboolean   in_picture;
  GtkWidget *clear;
  GtkWidget *rest; /* a row: what the others are, and the button for it */
  GtkWidget *others;
  GtkWidget *hides;
  GtkWidget *chips[SPAN + 1][DL_FILTER_NOT + 1]; /* NULL where there is none */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       emptied_signal;

G_DEFINE_FINAL_TYPE (DlFilterChips, dl_filter_chips, GTK_TYPE_WIDGET)

/* Chips */

static void
take_away_cb (GtkWidget *chip, DlFilterChips *self)
{
  g_autoptr (DlFilter) filter = dl_filter_copy (dl_session_get_filter (self->session));

  for (guint field = 0; field <= SPAN; field++)
    for (guint choice = DL_FILTER_WITH; choice <= DL_FILTER_NOT; choice++)
      {
        g_auto (GStrv) keys = NULL;

        if (self->chips[field][choice] != chip)
          continue;
        if (field == SPAN)
          {
            dl_filter_clear_span (filter);
            continue;
          }
        keys = dl_filter_dup_keys (filter, field, choice);
        for (guint i = 0; keys[i] != NULL; i++)
          dl_filter_set (filter, field, keys[i], DL_FILTER_ANY);
      }
  dl_session_set_filter (self->session, filter);
}

static GtkWidget *
new_chip (DlFilterChips *self)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARACTERS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  for (GtkWidget *child = label; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect (chip, "clicked", G_CALLBACK (take_away_cb), self);
  return chip;
}

/* @words: (nullable): NULL where there is to be no chip */
static GtkWidget *
update_chip (DlFilterChips *self, GtkWidget **chip, const char *words, GtkWidget *after)
{
  g_autofree char *name = NULL;

  if (words == NULL)
    {
      g_clear_pointer (chip, gtk_widget_unparent);
      return after;
    }
  if (*chip == NULL)
    *chip = new_chip (self);
  /* Those that are there stay where the keyboard may be. */
  if (gtk_widget_get_parent (*chip) == NULL)
    gtk_widget_insert_after (*chip, GTK_WIDGET (self), after);
  /* Translators: a button that takes away one part of a filter: "Topic: Parliament". */
  name = g_strdup_printf (_ ("Remove filter: %s"), words);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (*chip)))), words);
  gtk_widget_set_tooltip_text (*chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return *chip;
}

static char *
dup_span_words (const DlFilter *filter, DlTimeline *timeline)
{
  g_autofree char *words = NULL;
  DlInstant        from, to;

  if (!dl_filter_get_span (filter, &from, &to))
    return NULL;
  words = dl_sight_dup_words (timeline, from, to);
  /* Translators: a part of a filter: a span of time, "Time: March 2015 to November 2025". */
  return g_strdup_printf (_ ("Time: %s"), words);
}

static void
update_chips (DlFilterChips *self, const DlFilter *filter, DlTimeline *timeline)
{
  GtkWidget       *after = NULL;
  g_autofree char *span = dup_span_words (filter, timeline);

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    for (guint choice = DL_FILTER_WITH; choice <= DL_FILTER_NOT; choice++)
      {
        g_autofree char *words = dl_filter_dup_words (filter, timeline, field, choice);

        after = update_chip (self, &self->chips[field][choice], words, after);
      }
  update_chip (self, &self->chips[SPAN][DL_FILTER_WITH], span, after);
}

/* The others */

/* @n: of the others; @n_shown: that the filter lets through */
static char *
describe_rest (guint n, guint n_shown, gboolean hides)
{
  if (n == 0)
    return g_strdup (_ ("Every event matches the filter"));
  if (n_shown == 0 && hides)
    /* Translators: events, none of which a filter lets through. */
    return g_strdup_printf (ngettext ("The only event is hidden", "All %'u events are hidden", n), n);
  if (n_shown == 0)
    /* Translators: events, none of which a filter lets through: drawn paler. */
    return g_strdup_printf (ngettext ("The only event is dimmed", "All %'u events are dimmed", n), n);
  if (hides)
    /* Translators: events that a filter does not let through. */
    return g_strdup_printf (ngettext ("The other %'u is hidden", "The other %'u are hidden", n), n);
  /* Translators: events that a filter does not let through: drawn paler. */
  return g_strdup_printf (ngettext ("The other %'u is dimmed", "The other %'u are dimmed", n), n);
}

static void
update_rest (DlFilterChips *self, DlTimeline *whole)
{
  gboolean         hides = dl_session_get_filter_hides (self->session);
  DlEventSet      *shown = dl_session_get_shown (self->session);
  DlTimeline      *timeline = dl_session_get_timeline (self->session);
  guint            n_shown = shown != NULL ? dl_event_set_get_n (shown) : dl_timeline_get_n_events (timeline);
  guint            n = dl_timeline_get_n_events (whole) - MIN (n_shown, dl_timeline_get_n_events (whole));
  g_autofree char *text = describe_rest (n, n_shown, hides);

  gtk_label_set_text (GTK_LABEL (self->others), text);
  gtk_button_set_label (GTK_BUTTON (self->hides), hides ? _ ("Dim Them") : _ ("Hide Them"));
  gtk_widget_set_visible (self->hides, n > 0);
  /* Lists have none of the others, and say themselves how many these are. */
  gtk_widget_set_visible (self->rest, self->in_picture || n == 0);
}

/* Where the keyboard was on a chip that goes, it comes to the one in its place. */
static gboolean
find_focus (DlFilterChips *self, guint *index)
{
  *index = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (dl_focus_is_inside (child))
        return TRUE;
      (*index)++;
    }
  return FALSE;
}

static void
keep_focus (DlFilterChips *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (dl_focus_is_inside (GTK_WIDGET (self)))
    return;
  for (; child != NULL && gtk_widget_get_next_sibling (child) != self->clear && index > 0; index--)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
changed_cb (DlFilterChips *self)
{
  const DlFilter *filter = dl_session_get_filter (self->session);
  DlTimeline     *whole = dl_session_get_whole (self->session);
  gboolean        there = whole != NULL && !dl_filter_is_empty (filter);
  guint           index;
  gboolean        had_focus = find_focus (self, &index);

  if (!there)
    {
      /* First the keyboard goes: what is hidden would give it to whatever is next. */
      if (had_focus)
        g_signal_emit (self, emptied_signal, 0);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  update_chips (self, filter, whole);
  update_rest (self, whole);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (had_focus)
    keep_focus (self, index);
}

/* Object */

static void
dl_filter_chips_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, DL_FILTER_CHIPS (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_filter_chips_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    DL_FILTER_CHIPS (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_filter_chips_constructed (GObject *object)
{
  DlFilterChips *self = DL_FILTER_CHIPS (object);

  G_OBJECT_CLASS (dl_filter_chips_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::timeline", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
dl_filter_chips_dispose (GObject *object)
{
  DlFilterChips *self = DL_FILTER_CHIPS (object);
  GtkWidget     *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_filter_chips_parent_class)->dispose (object);
}

static void
dl_filter_chips_class_init (DlFilterChipsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_filter_chips_get_property;
  object_class->set_property = dl_filter_chips_set_property;
  object_class->constructed = dl_filter_chips_constructed;
  object_class->dispose = dl_filter_chips_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  emptied_signal =
    g_signal_new ("emptied", DL_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, DL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dl_filter_chips_init (DlFilterChips *self)
{
  GtkWidget *status = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->in_picture = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Active filters"), -1);
  self->clear = gtk_button_new_with_label (_ ("Clear All"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "win.clear-filter");
  gtk_widget_set_tooltip_text (self->clear, _ ("Show all events again (Ctrl+Shift+Delete)"));
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));

  self->rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->rest, "rest");
  self->others = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->others), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->others, NULL, -1);
  gtk_box_append (GTK_BOX (status), self->others);
  self->hides = gtk_button_new ();
  gtk_widget_add_css_class (self->hides, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hides), "win.filter-hides");
  gtk_box_append (GTK_BOX (self->rest), status);
  gtk_box_append (GTK_BOX (self->rest), self->hides);
  gtk_widget_set_parent (self->rest, GTK_WIDGET (self));
}

GtkWidget *
dl_filter_chips_new (DlSession *session)
{
  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  return g_object_new (DL_TYPE_FILTER_CHIPS, "session", session, NULL);
}

void
dl_filter_chips_set_in_picture (DlFilterChips *self, gboolean in_picture)
{
  g_return_if_fail (DL_IS_FILTER_CHIPS (self));
  if (self->in_picture == in_picture)
    return;
  self->in_picture = in_picture;
  changed_cb (self);
}
