/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-filter-group.h"

#include <string.h>

#include <glib/gi18n.h>

#include "widgets/dl-filter-row.h"
#include "widgets/dl-focus.h"

/* So many values are there at first, so many when they are looked for, and so many
 * more whenever the reader asks for more. */
#define FIRST 5
#define FOUND 20
#define MORE_STEP 50

/* One or two more take no more room than the button for them. */
#define MORE_SLACK 2

struct _DlFilterGroup
{
  GtkWidget     parent_instance;
  DlView       *view;
  DlFilterField field;
  DlFacets     *facets; /* NULL until there are some */
  DlFilter     *filter;
  DlQuery      *found; /* NULL where nothing is looked for */
  GString      *scratch;
  guint8       *hues;    /* of the topics; nullable */
  DlTimeline   *hues_of; /* likewise, weak */
  gboolean      hues_of_every;
  guint         limit;
  GHashTable   *rows;  /* key, which the row owns, to row */
  GtkWidget    *last;  /* the row where the keyboard was; NULL where there is none */
  GtkWidget    *added; /* the first one that came last; likewise */
  GtkWidget    *list;
  GtkWidget    *more;
  gboolean      all; /* "more" makes it fewer */
};

static guint choose_signal;

G_DEFINE_FINAL_TYPE (DlFilterGroup, dl_filter_group, GTK_TYPE_WIDGET)

/* Finding */

static gboolean
has_words (DlFilterGroup *self, const char *name)
{
  return dl_query_match (self->found, name, strlen (name), self->scratch) == dl_query_get_terms (self->found);
}

/* A person is known by other names too. */
static gboolean
is_found (DlFilterGroup *self, const DlFacetValue *value)
{
  DlTimeline     *timeline = dl_session_get_whole (dl_view_get_session (self->view));
  const DlPerson *person;

  if (self->found == NULL || has_words (self, value->name))
    return TRUE;
  if (timeline == NULL || (self->field != DL_FILTER_PERSON && self->field != DL_FILTER_SPEAKER) ||
      value->index >= dl_timeline_get_n_people (timeline))
    return FALSE;
  person = dl_timeline_get_person (timeline, value->index);
  for (guint i = 0; person->aliases != NULL && person->aliases[i] != NULL; i++)
    if (has_words (self, person->aliases[i]))
      return TRUE;
  return FALSE;
}

/* Rows */

/* That of the topic's lane, whichever lanes there are now. */
static guint
choose_hue (DlFilterGroup *self, const DlFacetValue *value)
{
  const DlLaneOptions *shown = dl_session_get_lane_options (dl_view_get_session (self->view));
  DlTimeline          *timeline = dl_session_get_whole (dl_view_get_session (self->view));
  DlLaneOptions        options = { .field = DL_LANES_BY_TOPIC, .every = shown->every };

  if (self->field != DL_FILTER_TOPIC || timeline == NULL || value->index >= dl_timeline_get_n_topics (timeline))
    return DL_NONE;
  timeline = dl_timeline_get_read (timeline);
  /* It takes a look at all events. */
  if (self->hues_of != timeline || self->hues_of_every != options.every)
    {
      g_free (self->hues);
      self->hues = dl_lanes_dup_hues (timeline, &options);
      self->hues_of_every = options.every;
      g_set_weak_pointer (&self->hues_of, timeline);
    }
  return self->hues[value->index];
}

static void
row_choose_cb (DlFilterRow *row, guint choice, DlFilterGroup *self)
{
  g_signal_emit (self, choose_signal, 0, dl_filter_row_get_key (row), choice);
}

static void
row_focus_cb (GtkEventControllerFocus *focus, DlFilterGroup *self)
{
  self->last = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
}

static GtkWidget *
take_row (DlFilterGroup *self, const DlFacetValue *value)
{
  GtkWidget          *row = g_hash_table_lookup (self->rows, value->key);
  GtkEventController *focus;

  if (row != NULL)
    return row;
  row = dl_filter_row_new (self->field);
  g_signal_connect (row, "choose", G_CALLBACK (row_choose_cb), self);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (row_focus_cb), self);
  gtk_widget_add_controller (row, focus);
  if (self->added == NULL)
    self->added = row;
  gtk_box_append (GTK_BOX (self->list), row);
  return row;
}

static void
drop_row (DlFilterGroup *self, GtkWidget *row)
{
  g_hash_table_remove (self->rows, dl_filter_row_get_key (DL_FILTER_ROW (row)));
  if (self->last == row)
    self->last = NULL;
  if (self->added == row)
    self->added = NULL;
  gtk_box_remove (GTK_BOX (self->list), row);
}

/* Says how many there are beyond those that are shown. */
static void
update_more (DlFilterGroup *self, guint n, guint n_shown)
{
  g_autofree char *text = NULL;

  self->all = n_shown == n;
  if (!self->all)
    /* Translators: on a button below a list: that it has so many more entries. */
    text = g_strdup_printf (ngettext ("%'u more…", "%'u more…", n - n_shown), n - n_shown);
  gtk_button_set_label (GTK_BUTTON (self->more), self->all ? _ ("Fewer") : text);
  gtk_widget_set_visible (self->more,
                          !self->all || (self->found == NULL && self->limit > FIRST && n > FIRST + MORE_SLACK));
}

/* Whether no event has anything of the field, and nothing is asked of it: then there is
 * nothing to choose. */
static gboolean
is_idle (DlFilterGroup *self)
{
  const DlFacetValue *only = self->facets == NULL || dl_facets_get_n (self->facets, self->field) != 1
                               ? NULL
                               : dl_facets_get (self->facets, self->field, 0);

  return only != NULL && g_str_equal (only->key, DL_FILTER_KEY_NONE) &&
         dl_filter_get (self->filter, self->field, only->key) == DL_FILTER_ANY;
}

/* Whether it comes before those that no event is left of: it has some, is asked for, or
 * the keyboard is on it. */
static gboolean
is_wanted (DlFilterGroup *self, const DlFacetValue *value)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, value->key);

  return value->n > 0 || dl_filter_get (self->filter, self->field, value->key) != DL_FILTER_ANY ||
         (row != NULL && dl_focus_is_inside (row));
}

/* The values that are found, in their order; of more than are shown at first, those that
 * no event is left of last.
 * Returns: (transfer full): of const DlFacetValue */
static GPtrArray *
list_values (DlFilterGroup *self)
{
  guint                 n = self->facets == NULL || is_idle (self) ? 0 : dl_facets_get_n (self->facets, self->field);
  GPtrArray            *values = g_ptr_array_new ();
  g_autoptr (GPtrArray) unwanted = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const DlFacetValue *value = dl_facets_get (self->facets, self->field, i);

      if (is_found (self, value))
        g_ptr_array_add (n <= FIRST + MORE_SLACK || is_wanted (self, value) ? values : unwanted, (gpointer) value);
    }
  for (guint i = 0; i < unwanted->len; i++)
    g_ptr_array_add (values, unwanted->pdata[i]);
  return values;
}

static void
update (DlFilterGroup *self)
{
  guint                 limit = self->limit;
  guint                 n_shown = 0;
  gboolean              had_focus = dl_focus_is_inside (self->list);
  g_autoptr (GPtrArray) values = list_values (self);
  GtkWidget            *before = NULL;
  GtkWidget            *child;

  if (values->len <= limit + MORE_SLACK)
    limit = values->len;
  for (guint i = 0; i < values->len; i++)
    {
      const DlFacetValue *value = values->pdata[i];
      DlFilterChoice      choice = dl_filter_get (self->filter, self->field, value->key);
      GtkWidget          *row = g_hash_table_lookup (self->rows, value->key);

      if (limit == 0 && choice == DL_FILTER_ANY && (row == NULL || !dl_focus_is_inside (row)))
        continue;
      limit -= limit > 0;
      row = take_row (self, value);
      g_hash_table_remove (self->rows, value->key);
      dl_filter_row_set_value (DL_FILTER_ROW (row), value, choice, choose_hue (self, value));
      g_hash_table_insert (self->rows, (gpointer) dl_filter_row_get_key (DL_FILTER_ROW (row)), row);
      gtk_box_reorder_child_after (GTK_BOX (self->list), row, before);
      before = row;
      n_shown++;
    }
  /* What stands behind those is of before. */
  while ((child = before == NULL ? gtk_widget_get_first_child (self->list) : gtk_widget_get_next_sibling (before)) !=
         NULL)
    drop_row (self, child);
  update_more (self, values->len, n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self), values->len > 0);
  /* The keyboard stays here though its value has gone. */
  if (had_focus && !dl_focus_is_inside (self->list) && before != NULL)
    gtk_widget_grab_focus (before);
}

static void
more_cb (DlFilterGroup *self)
{
  self->limit = self->all ? FIRST : self->limit + MORE_STEP;
  self->added = NULL;
  update (self);
  /* One reads on where one was. */
  if (self->added != NULL)
    gtk_widget_grab_focus (self->added);
}

/* Where the keyboard is */

/* What one can step to, from top to bottom: the rows, and what is below them. */
static GtkWidget *
step_from (DlFilterGroup *self, GtkWidget *from, int direction)
{
  GtkWidget *more = gtk_widget_get_visible (self->more) ? self->more : NULL;
  GtkWidget *next;

  if (from == self->more)
    return direction < 0 ? gtk_widget_get_last_child (self->list) : NULL;
  next = direction < 0 ? gtk_widget_get_prev_sibling (from) : gtk_widget_get_next_sibling (from);
  return next == NULL && direction > 0 ? more : next;
}

/* GTK's check buttons keep Up and Down for choices of which one holds. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DlFilterGroup *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *next = NULL;

  while (focus != NULL && focus != self->more && gtk_widget_get_parent (focus) != self->list)
    focus = gtk_widget_get_parent (focus);
  if (focus == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      next = step_from (self, focus, -1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      next = step_from (self, focus, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      next = gtk_widget_get_first_child (self->list);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      next = gtk_widget_get_visible (self->more) ? self->more : gtk_widget_get_last_child (self->list);
      break;
    default:
      return FALSE;
    }
  if (next != NULL)
    gtk_widget_grab_focus (next);
  return TRUE;
}

/* Tab comes to where one was, and from there leaves; arrows go as they do. */
static gboolean
dl_filter_group_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DlFilterGroup *self = DL_FILTER_GROUP (widget);
  GtkWidget     *row = self->last != NULL ? self->last : gtk_widget_get_first_child (self->list);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (dl_filter_group_parent_class)->focus (widget, direction);
  if (row == NULL || dl_focus_is_inside (widget))
    return FALSE;
  return gtk_widget_grab_focus (row);
}

static void
dl_filter_group_dispose (GObject *object)
{
  DlFilterGroup *self = DL_FILTER_GROUP (object);
  GtkWidget     *child;

  self->last = NULL;
  g_hash_table_remove_all (self->rows);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->hues_of);
  g_clear_pointer (&self->hues, g_free);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_filter_group_parent_class)->dispose (object);
}

static void
dl_filter_group_finalize (GObject *object)
{
  DlFilterGroup *self = DL_FILTER_GROUP (object);

  g_clear_pointer (&self->facets, dl_facets_unref);
  g_clear_pointer (&self->filter, dl_filter_free);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->found, dl_query_unref);
  g_string_free (self->scratch, TRUE);

  G_OBJECT_CLASS (dl_filter_group_parent_class)->finalize (object);
}

static void
dl_filter_group_class_init (DlFilterGroupClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_filter_group_dispose;
  object_class->finalize = dl_filter_group_finalize;
  widget_class->focus = dl_filter_group_focus;
  choose_signal = g_signal_new ("choose", DL_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filtergroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dl_filter_group_init (DlFilterGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->limit = FIRST;
  self->filter = dl_filter_new ();
  self->scratch = g_string_new (NULL);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dl_filter_group_new (DlView *view, DlFilterField field)
{
  DlFilterGroup *self;
  GtkWidget     *heading;
  const char    *name = dl_filter_field_get_label (field);

  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  self = g_object_new (DL_TYPE_FILTER_GROUP, NULL);
  self->view = g_object_ref (view);
  self->field = field;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  heading =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", name, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->more = gtk_button_new ();
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
dl_filter_group_set_facets (DlFilterGroup *self, DlFacets *facets, const DlFilter *filter)
{
  g_return_if_fail (DL_IS_FILTER_GROUP (self));
  g_return_if_fail (facets != NULL);
  dl_facets_ref (facets);
  g_clear_pointer (&self->facets, dl_facets_unref);
  self->facets = facets;
  dl_filter_free (self->filter);
  self->filter = dl_filter_copy (filter);
  update (self);
}

void
dl_filter_group_find (DlFilterGroup *self, const char *text)
{
  g_return_if_fail (DL_IS_FILTER_GROUP (self));
  g_clear_pointer (&self->found, dl_query_unref);
  if (text != NULL)
    self->found = dl_query_new (text);
  if (self->found != NULL && dl_query_is_empty (self->found))
    g_clear_pointer (&self->found, dl_query_unref);
  self->limit = self->found != NULL ? FOUND : FIRST;
  update (self);
}
