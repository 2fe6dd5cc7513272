/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-list-view.h"

#include <glib/gi18n.h>

#include "model/dl-citation.h"
#include "model/dl-timeline-changes.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-keys.h"
#include "widgets/dl-list-view-private.h"

/* Who speaks is looked up at once in so many quotes; in more on a thread. */
#define SORT_AT_ONCE 400

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_KIND,
  N_PROPS
};

enum
{
  GO,
  CONTEXT_MENU,
  COPIED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlListView, dl_list_view, GTK_TYPE_WIDGET)

/* The selection */

/* Whether the selected entry is of the event: an event may have several quotes. */
static gboolean
has_selected (DlListView *self, guint position)
{
  guint                     row = gtk_single_selection_get_selected (self->selection);
  g_autoptr (DlGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), row);

  if (item == NULL)
    return position == DL_NONE;
  return dl_grouped_item_get_position (item) == position;
}

/* Makes the session's selection that of the list. */
static void
sync_selection (DlListView *self)
{
  guint position = dl_session_get_selected_position (self->session);
  guint entry;

  if (self->syncing || self->selection == NULL || has_selected (self, position))
    return;
  self->syncing = TRUE;
  entry = position == DL_NONE ? DL_NONE : dl_grouped_list_find (self->entries, position);
  if (entry == DL_NONE)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  else
    dl_list_view_select (self, entry, dl_focus_is_inside (self->list));
  self->syncing = FALSE;
}

/* What was clicked. */
static void
row_selected_cb (DlListView *self)
{
  DlGroupedItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing)
    return;
  self->syncing = TRUE;
  dl_session_select (self->session, item == NULL ? DL_NONE : dl_grouped_item_get_position (item));
  self->syncing = FALSE;
}

/* Contents */

static const char *
explain_empty (DlListView *self)
{
  gboolean filtered = !dl_filter_is_empty (dl_session_get_filter (self->session));

  if (self->sorting != NULL)
    return _ ("Looking up speakers…");
  if (self->kind == DL_LIST_OF_EVENTS)
    return filtered ? _ ("No event matches the filter") : _ ("This timeline has no events");
  return filtered ? _ ("No event that matches the filter has a quote") : _ ("No quotes in this timeline");
}

/* How much the filter leaves out. */
static void
update_foot (DlListView *self)
{
  DlTimeline      *whole = dl_session_get_whole (self->session);
  g_autofree char *text = NULL;
  guint            n;

  if (whole == NULL || self->entries == NULL)
    return;
  n = self->kind == DL_LIST_OF_EVENTS ? dl_timeline_get_n_events (whole) : dl_timeline_get_n_quotes (whole);
  n -= MIN (dl_grouped_list_get_n_entries (self->entries), n);
  gtk_widget_set_visible (self->foot, n > 0 && self->sorting == NULL);
  if (self->kind == DL_LIST_OF_EVENTS)
    text =
      g_strdup_printf (ngettext ("%'u event is left out by the filter", "%'u events are left out by the filter", n), n);
  else
    text =
      g_strdup_printf (ngettext ("%'u quote is left out by the filter", "%'u quotes are left out by the filter", n), n);
  gtk_label_set_text (GTK_LABEL (self->foot), text);
}

static void
update_words (DlListView *self)
{
  guint            n = self->entries == NULL ? 0 : dl_grouped_list_get_n_entries (self->entries);
  gboolean         empty = n == 0 || self->sorting != NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", n), n);

  gtk_label_set_text (GTK_LABEL (self->empty), explain_empty (self));
  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (self->scroller, !empty);
  if (self->bar != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->count), count);
      gtk_widget_set_visible (self->bar, !empty || self->sorting != NULL);
    }
  update_foot (self);
}

/* @entries: (transfer full) */
static void
take_entries (DlListView *self, DlGroupedList *entries)
{
  gboolean had_focus = dl_focus_is_inside (GTK_WIDGET (self));
  guint    last;

  self->syncing = TRUE;
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  dl_list_view_drop_kept (self);
  self->entries = entries;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (entries));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  self->syncing = FALSE;
  update_words (self);
  self->wanted = DL_NONE;
  last = self->last == DL_NONE ? DL_NONE : dl_grouped_list_find (entries, self->last);
  self->last = DL_NONE;
  /* The first row is a heading, which the keyboard passes over. */
  if (dl_grouped_list_get_n_entries (entries) > 0 && last == DL_NONE)
    dl_list_view_bring_into_sight (self, 0);
  sync_selection (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (last != DL_NONE)
    dl_list_view_bring_into_sight (self, last);
}

/* Who speaks */

static gboolean
stands_by_speaker (DlListView *self)
{
  return self->by_speaker != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->by_speaker));
}

typedef struct
{
  GWeakRef    list;
  DlTimeline *timeline;
  DlEventSet *shown; /* nullable */
} Sorting;

static void
sorting_free (gpointer data)
{
  Sorting *sorting = data;

  g_weak_ref_clear (&sorting->list);
  g_clear_object (&sorting->timeline);
  g_clear_pointer (&sorting->shown, dl_event_set_unref);
  g_free (sorting);
}

static void
sort_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sorting         *sorting = data;
  DlQuoteSpeakers *speakers = dl_quote_speakers_new (sorting->timeline, sorting->shown, cancellable);

  g_task_return_pointer (task, speakers, (GDestroyNotify) dl_quote_speakers_unref);
}

static void
sorted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sorting                    *sorting = g_task_get_task_data (G_TASK (result));
  g_autoptr (DlQuoteSpeakers) speakers = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (DlListView)      self = g_weak_ref_get (&sorting->list);

  /* Another one may be on its way, which has given this one up. */
  if (speakers != NULL && self != NULL && g_task_get_cancellable (G_TASK (result)) == self->sorting)
    {
      g_clear_object (&self->sorting);
      take_entries (self, dl_grouped_list_new_quotes_by_speaker (sorting->timeline, sorting->shown, speakers));
    }
  /* Here, lest it be the thread that lets the last one go. */
  g_clear_object (&sorting->timeline);
}

static void
give_up_sorting (DlListView *self)
{
  if (self->sorting != NULL)
    g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
}

static void
sort_by_speaker (DlListView *self, DlTimeline *timeline, DlEventSet *shown)
{
  g_autoptr (DlQuoteSpeakers) speakers = NULL;
  g_autoptr (GTask)           task = NULL;
  Sorting                    *sorting;

  if (dl_timeline_get_n_quotes (timeline) <= SORT_AT_ONCE)
    {
      speakers = dl_quote_speakers_new (timeline, shown, NULL);
      take_entries (self, dl_grouped_list_new_quotes_by_speaker (timeline, shown, speakers));
      return;
    }
  self->sorting = g_cancellable_new ();
  sorting = g_new0 (Sorting, 1);
  g_weak_ref_init (&sorting->list, self);
  sorting->timeline = g_object_ref (timeline);
  sorting->shown = shown == NULL ? NULL : dl_event_set_ref (shown);
  task = g_task_new (NULL, self->sorting, sorted_cb, NULL);
  g_task_set_source_tag (task, sort_by_speaker);
  g_task_set_task_data (task, sorting, sorting_free);
  g_task_run_in_thread (task, sort_thread);
  update_words (self);
}

static void
update_entries (DlListView *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  DlEventSet *shown = dl_session_get_shown (self->session);

  /* What nobody looks at is not made. */
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || timeline == NULL)
    return;
  give_up_sorting (self);
  /* Whoever reads is not led elsewhere where others save the file. */
  if (dl_session_get_rereading (self->session) && self->timeline != NULL && self->timeline != timeline)
    {
      self->last = dl_list_view_find_last_in_sight (self);
      if (self->last != DL_NONE)
        self->last = dl_timeline_find_again (timeline, self->timeline, self->last);
    }
  g_set_object (&self->timeline, timeline);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  self->shown = shown == NULL ? NULL : dl_event_set_ref (shown);
  if (self->kind == DL_LIST_OF_EVENTS)
    take_entries (self, dl_grouped_list_new_events (timeline, shown));
  else if (stands_by_speaker (self))
    sort_by_speaker (self, timeline, shown);
  else
    take_entries (self, dl_grouped_list_new_quotes (timeline, shown));
}

/* A filter that is put on in a thread is told of twice, and one that leaves events out
 * comes with another timeline: the rows are made once. */
static void
filter_changed_cb (DlListView *self)
{
  if (self->stale || self->timeline != dl_session_get_timeline (self->session) ||
      self->shown != dl_session_get_shown (self->session))
    update_entries (self);
  else
    update_words (self);
}

/* Other lanes */
static void
view_changed_cb (DlListView *self)
{
  DlArrangement *lanes = dl_view_get_arrangement (self->view);

  if (lanes == self->lanes || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->lanes, dl_arrangement_unref);
  self->lanes = lanes == NULL ? NULL : dl_arrangement_ref (lanes);
  dl_list_view_update_rows (self);
}

/* A double click: Enter comes to the shortcuts. */
static void
activate_cb (GtkListView *list, guint row, DlListView *self)
{
  g_autoptr (DlGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), row);

  if (item != NULL && !dl_grouped_item_is_heading (item))
    g_signal_emit (self, signals[GO], 0, dl_grouped_item_get_position (item));
}

/* Widget */

static void
dl_list_view_map (GtkWidget *widget)
{
  DlListView *self = DL_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (dl_list_view_parent_class)->map (widget);
  if (self->stale)
    update_entries (self);
  else
    sync_selection (self);
  view_changed_cb (self);
}

/* The frame of the row that has the keyboard, or something in which has it; NULL
 * where the list itself does. */
static GtkWidget *
get_focus_frame (DlListView *self)
{
  GtkWidget *widget = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  while (widget != NULL && widget != self->list && gtk_widget_get_parent (widget) != self->list)
    widget = gtk_widget_get_parent (widget);
  return widget == self->list ? NULL : widget;
}

/* The list is one stop, after which come the buttons of the row. */
static gboolean
leave_row (DlListView *self, GtkDirectionType direction)
{
  GtkWidget *frame = get_focus_frame (self);
  gboolean   within = frame != NULL && !gtk_widget_has_focus (frame);

  if (frame != NULL && (within || direction == GTK_DIR_TAB_FORWARD) &&
      gtk_widget_child_focus (gtk_widget_get_first_child (frame), direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (within)
    return gtk_widget_grab_focus (frame);
  return self->bar != NULL && gtk_widget_child_focus (self->bar, direction);
}

static gboolean
dl_list_view_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DlListView *self = DL_LIST_VIEW (widget);
  gboolean    forward = direction == GTK_DIR_TAB_FORWARD;
  gboolean    in_bar = self->bar != NULL && dl_focus_is_inside (self->bar);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (dl_list_view_parent_class)->focus (widget, direction);
  if (dl_focus_is_inside (self->list))
    return leave_row (self, direction);
  if (self->bar != NULL && gtk_widget_get_visible (self->bar) && (forward || in_bar) &&
      gtk_widget_child_focus (self->bar, direction))
    return TRUE;
  if (in_bar && !forward)
    return FALSE;
  return gtk_widget_get_visible (self->scroller) && gtk_widget_grab_focus (widget);
}

static gboolean
dl_list_view_grab_focus (GtkWidget *widget)
{
  DlListView *self = DL_LIST_VIEW (widget);
  guint       entry;

  if (gtk_widget_get_visible (self->scroller) && self->entries != NULL)
    {
      entry = dl_list_view_get_selected_entry (self);
      dl_list_view_focus (self, entry == DL_NONE ? 0 : entry);
      return TRUE;
    }
  return GTK_WIDGET_CLASS (dl_list_view_parent_class)->grab_focus (widget);
}

static void
dl_list_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlListView *self = DL_LIST_VIEW (object);

  if (prop_id == PROP_VIEW)
    g_value_set_object (value, self->view);
  else if (prop_id == PROP_KIND)
    g_value_set_uint (value, self->kind);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_list_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DlListView *self = DL_LIST_VIEW (object);

  if (prop_id == PROP_VIEW)
    self->view = g_value_dup_object (value);
  else if (prop_id == PROP_KIND)
    self->kind = (DlListKind) g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
build_bar (DlListView *self)
{
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *by_time = gtk_toggle_button_new_with_label (_ ("By Time"));

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->bar, "bar");
  self->by_speaker = gtk_toggle_button_new_with_label (_ ("By Speaker"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->by_speaker), GTK_TOGGLE_BUTTON (by_time));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_time), TRUE);
  g_signal_connect_swapped (self->by_speaker, "toggled", G_CALLBACK (update_entries), self);
  gtk_widget_add_css_class (choice, "linked");
  gtk_box_append (GTK_BOX (choice), by_time);
  gtk_box_append (GTK_BOX (choice), self->by_speaker);
  gtk_box_append (GTK_BOX (self->bar), choice);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (self->bar), self->count);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

static void
build (DlListView *self)
{
  GtkListItemFactory *factory = dl_list_view_new_factory (self);
  const char         *name = self->kind == DL_LIST_OF_EVENTS ? _ ("Events") : _ ("Quotes");

  if (self->kind == DL_LIST_OF_QUOTES)
    build_bar (self);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (dl_list_view_take_size), self, G_CONNECT_SWAPPED);
  dl_list_view_add_pointer (self);

  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_set_vexpand (self->empty, TRUE);
  gtk_widget_add_css_class (self->empty, "empty");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));

  self->foot = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->foot), 0);
  gtk_label_set_wrap (GTK_LABEL (self->foot), TRUE);
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_widget_add_css_class (self->foot, "foot");
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
dl_list_view_constructed (GObject *object)
{
  DlListView *self = DL_LIST_VIEW (object);

  G_OBJECT_CLASS (dl_list_view_parent_class)->constructed (object);
  self->session = g_object_ref (dl_view_get_session (self->view));
  build (self);
  g_signal_connect_object (self->session, "notify::timeline", G_CALLBACK (update_entries), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "hits-changed", G_CALLBACK (dl_list_view_update_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "news-changed", G_CALLBACK (dl_list_view_update_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dl_list_view_dispose (GObject *object)
{
  DlListView *self = DL_LIST_VIEW (object);
  GtkWidget  *child;

  give_up_sorting (self);
  g_clear_handle_id (&self->wanted_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  dl_list_view_drop_kept (self);
  g_clear_pointer (&self->lanes, dl_arrangement_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  g_clear_object (&self->keys);
  g_clear_object (&self->session);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_list_view_parent_class)->dispose (object);
}

static void
dl_list_view_finalize (GObject *object)
{
  g_clear_pointer (&DL_LIST_VIEW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (dl_list_view_parent_class)->finalize (object);
}

static void
dl_list_view_class_init (DlListViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_list_view_get_property;
  object_class->set_property = dl_list_view_set_property;
  object_class->constructed = dl_list_view_constructed;
  object_class->dispose = dl_list_view_dispose;
  object_class->finalize = dl_list_view_finalize;
  widget_class->map = dl_list_view_map;
  widget_class->focus = dl_list_view_move_focus;
  widget_class->grab_focus = dl_list_view_grab_focus;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, DL_LIST_OF_EVENTS, DL_LIST_OF_QUOTES, DL_LIST_OF_EVENTS,
                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_signal_new ("read", DL_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[GO] =
    g_signal_new ("go", DL_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CONTEXT_MENU] = g_signal_new ("context-menu", DL_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[COPIED] = g_signal_new ("copied", DL_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entries");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  dl_list_view_add_actions (widget_class);
}

static void
dl_list_view_init (DlListView *self)
{
  self->rows = g_ptr_array_new ();
  self->keys = dl_keys_new_shortcuts ("entries.");
  self->stale = TRUE;
  self->wanted = self->last = DL_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
dl_list_view_new (DlView *view, DlListKind kind)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_LIST_VIEW, "view", view, "kind", kind, NULL);
}

void
dl_list_view_reveal (DlListView *self)
{
  guint entry;

  g_return_if_fail (DL_IS_LIST_VIEW (self));
  entry = dl_list_view_get_selected_entry (self);
  if (entry != DL_NONE)
    dl_list_view_select (self, entry, FALSE);
}

char *
dl_list_view_dup_citation (DlListView *self)
{
  DlGroupedItem      *item;
  g_autoptr (DlEvent) event = NULL;
  GPtrArray          *quotes;
  guint               quote;

  g_return_val_if_fail (DL_IS_LIST_VIEW (self), NULL);
  item = self->selection == NULL ? NULL : gtk_single_selection_get_selected_item (self->selection);
  if (item == NULL || self->kind != DL_LIST_OF_QUOTES)
    return NULL;
  event = dl_event_new (dl_grouped_item_get_timeline (item), dl_grouped_item_get_position (item));
  quotes = dl_event_get_details (event)->quotes;
  quote = dl_grouped_item_get_quote (item);
  return quote < quotes->len ? dl_citation_for_quote (event, quotes->pdata[quote]) : NULL;
}

void
dl_list_view_go_to (DlListView *self, DlInstant at)
{
  guint entry;

  g_return_if_fail (DL_IS_LIST_VIEW (self));
  if (self->entries == NULL || dl_grouped_list_get_n_entries (self->entries) == 0)
    return;
  entry = dl_grouped_list_find_instant (self->entries, at);
  dl_list_view_select (self, entry != DL_NONE ? entry : dl_grouped_list_get_n_entries (self->entries) - 1, TRUE);
}
