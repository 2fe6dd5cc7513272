/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-grouped-list.h"

#include <glib/gi18n.h>

#include "model/dl-event-groups.h"

struct _DlGroupedList
{
  GObject          parent_instance;
  DlTimeline      *timeline;
  DlEventOrder    *order;    /* of the events */
  GArray          *offsets;  /* guint32: how many quotes are before each event's, and all; NULL: of events */
  DlQuoteSpeakers *speakers; /* by whom they stand; NULL: by time */
  GArray          *groups;   /* DlEventGroup; NULL: by speaker */
  guint            n_entries;
};

struct _DlGroupedItem
{
  GObject        parent_instance;
  DlGroupedList *list;
  guint          entry; /* of a heading: the first one below it */
  guint          group;
  gboolean       heading;
};

static void dl_grouped_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DlGroupedList,
                               dl_grouped_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dl_grouped_list_model_init))

G_DEFINE_FINAL_TYPE (DlGroupedItem, dl_grouped_item, G_TYPE_OBJECT)

/* Entries */

static guint
get_offset (DlGroupedList *self, guint index)
{
  return self->offsets == NULL ? index : g_array_index (self->offsets, guint32, index);
}

/* Which event of the list an entry in the order of time is of. */
static guint
find_event (DlGroupedList *self, guint entry)
{
  guint low = 0;
  guint high;

  if (self->offsets == NULL)
    return entry;
  /* The last one whose offset is not beyond it. */
  high = dl_event_order_get_n (self->order);
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_offset (self, middle) <= entry)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Groups */

/* The first entry of a group, or behind the last one. */
static guint
get_first (DlGroupedList *self, guint group)
{
  if (group >= dl_grouped_list_get_n_groups (self))
    return self->n_entries;
  if (self->speakers != NULL)
    return dl_quote_speakers_get_first (self->speakers, group);
  return get_offset (self, g_array_index (self->groups, DlEventGroup, group).first);
}

/* The last group that is not beyond @at; with @rows, headings are counted. */
static guint
find_group (DlGroupedList *self, guint at, gboolean rows)
{
  guint low = 0;
  guint high = dl_grouped_list_get_n_groups (self);

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_first (self, middle) + (rows ? middle : 0) <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Model */

static GType
dl_grouped_list_get_item_type (GListModel *model)
{
  return DL_TYPE_GROUPED_ITEM;
}

static guint
dl_grouped_list_get_n_items (GListModel *model)
{
  DlGroupedList *self = DL_GROUPED_LIST (model);

  return self->n_entries + dl_grouped_list_get_n_groups (self);
}

static gpointer
dl_grouped_list_get_item (GListModel *model, guint row)
{
  DlGroupedList *self = DL_GROUPED_LIST (model);
  DlGroupedItem *item;

  if (row >= dl_grouped_list_get_n_items (model))
    return NULL;
  item = g_object_new (DL_TYPE_GROUPED_ITEM, NULL);
  item->list = g_object_ref (self);
  item->group = find_group (self, row, TRUE);
  item->heading = dl_grouped_list_is_heading (self, row);
  item->entry = dl_grouped_list_get_entry (self, row);
  return item;
}

static void
dl_grouped_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dl_grouped_list_get_item_type;
  iface->get_n_items = dl_grouped_list_get_n_items;
  iface->get_item = dl_grouped_list_get_item;
}

static void
dl_grouped_list_finalize (GObject *object)
{
  DlGroupedList *self = DL_GROUPED_LIST (object);

  g_clear_pointer (&self->order, dl_event_order_free);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->speakers, dl_quote_speakers_unref);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (dl_grouped_list_parent_class)->finalize (object);
}

static void
dl_grouped_list_class_init (DlGroupedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_grouped_list_finalize;
}

static void
dl_grouped_list_init (DlGroupedList *self)
{
}

static void
dl_grouped_item_finalize (GObject *object)
{
  g_clear_object (&DL_GROUPED_ITEM (object)->list);

  G_OBJECT_CLASS (dl_grouped_item_parent_class)->finalize (object);
}

static void
dl_grouped_item_class_init (DlGroupedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_grouped_item_finalize;
}

static void
dl_grouped_item_init (DlGroupedItem *self)
{
}

static DlGroupedList *
new_list (DlTimeline *timeline)
{
  DlGroupedList *self = g_object_new (DL_TYPE_GROUPED_LIST, NULL);

  self->timeline = g_object_ref (timeline);
  return self;
}

DlGroupedList *
dl_grouped_list_new_events (DlTimeline *timeline, DlEventSet *shown)
{
  DlGroupedList *self;
  GArray        *positions = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  self = new_list (timeline);
  if (shown != NULL)
    {
      positions = g_array_sized_new (FALSE, FALSE, sizeof (guint32), dl_event_set_get_n (shown));
      for (guint32 at = dl_event_set_step (shown, DL_NONE, 1); at != DL_NONE; at = dl_event_set_step (shown, at, 1))
        g_array_append_val (positions, at);
    }
  self->order = dl_event_order_new (timeline, positions);
  self->n_entries = dl_event_order_get_n (self->order);
  self->groups = dl_event_groups_new (self->order);
  return self;
}

/* How many quotes are before those of each event. */
static void
count_quotes (DlGroupedList *self)
{
  const DlEventRecord *records = dl_timeline_get_records (self->timeline);
  guint                n = dl_event_order_get_n (self->order);
  guint32              offset = 0;

  self->offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (self->offsets, offset);
      offset += records[dl_event_order_get_position (self->order, i)].n_quotes;
    }
  g_array_append_val (self->offsets, offset);
  self->n_entries = offset;
}

DlGroupedList *
dl_grouped_list_new_quotes (DlTimeline *timeline, DlEventSet *shown)
{
  DlGroupedList *self;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  self = new_list (timeline);
  self->order = dl_event_order_new_quoting (timeline, shown);
  count_quotes (self);
  self->groups = dl_event_groups_new (self->order);
  return self;
}

DlGroupedList *
dl_grouped_list_new_quotes_by_speaker (DlTimeline *timeline, DlEventSet *shown, DlQuoteSpeakers *speakers)
{
  DlGroupedList *self;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (speakers != NULL, NULL);
  self = new_list (timeline);
  self->order = dl_event_order_new_quoting (timeline, shown);
  count_quotes (self);
  g_return_val_if_fail (dl_quote_speakers_get_n_quotes (speakers) == self->n_entries, self);
  self->speakers = dl_quote_speakers_ref (speakers);
  return self;
}

DlTimeline *
dl_grouped_list_get_timeline (DlGroupedList *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), NULL);
  return self->timeline;
}

guint
dl_grouped_list_get_n_entries (DlGroupedList *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), 0);
  return self->n_entries;
}

guint
dl_grouped_list_get_n_groups (DlGroupedList *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), 0);
  return self->speakers != NULL ? dl_quote_speakers_get_n (self->speakers) : self->groups->len;
}

gboolean
dl_grouped_list_is_heading (DlGroupedList *self, guint row)
{
  guint group;

  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), FALSE);
  group = find_group (self, row, TRUE);
  return row == get_first (self, group) + group && row < dl_grouped_list_get_n_items (G_LIST_MODEL (self));
}

guint
dl_grouped_list_get_row (DlGroupedList *self, guint entry)
{
  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), DL_NONE);
  g_return_val_if_fail (entry < self->n_entries, DL_NONE);
  return entry + find_group (self, entry, FALSE) + 1;
}

guint
dl_grouped_list_get_entry (DlGroupedList *self, guint row)
{
  guint group;

  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), DL_NONE);
  group = find_group (self, row, TRUE);
  return MAX (row - group, get_first (self, group) + 1) - 1;
}

guint
dl_grouped_list_find (DlGroupedList *self, guint position)
{
  const guint32 *order;
  guint          index, n, first;

  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), DL_NONE);
  index = dl_event_order_find (self->order, position);
  if (index == DL_NONE)
    return DL_NONE;
  first = get_offset (self, index);
  if (self->speakers == NULL)
    return first;
  order = dl_quote_speakers_get_order (self->speakers);
  n = get_offset (self, index + 1) - first;
  for (guint entry = 0; entry < self->n_entries; entry++)
    if (order[entry] - first < n)
      return entry;
  return DL_NONE;
}

guint
dl_grouped_list_find_instant (DlGroupedList *self, DlInstant at)
{
  guint n, index;

  g_return_val_if_fail (DL_IS_GROUPED_LIST (self), DL_NONE);
  if (self->speakers != NULL)
    return DL_NONE;
  n = dl_event_order_get_n (self->order);
  index = dl_event_order_find_start (self->order, 0, n, at);
  return index < n ? get_offset (self, index) : DL_NONE;
}

/* Items */

DlGroupedList *
dl_grouped_item_get_list (DlGroupedItem *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), NULL);
  return self->list;
}

DlTimeline *
dl_grouped_item_get_timeline (DlGroupedItem *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), NULL);
  return self->list->timeline;
}

gboolean
dl_grouped_item_is_heading (DlGroupedItem *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), FALSE);
  return self->heading;
}

guint
dl_grouped_item_get_entry (DlGroupedItem *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), DL_NONE);
  return self->entry;
}

/* In the order of time. */
static guint
get_timely_entry (DlGroupedItem *self)
{
  if (self->list->speakers == NULL)
    return self->entry;
  return dl_quote_speakers_get_order (self->list->speakers)[self->entry];
}

guint
dl_grouped_item_get_position (DlGroupedItem *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), DL_NONE);
  return dl_event_order_get_position (self->list->order, find_event (self->list, get_timely_entry (self)));
}

guint
dl_grouped_item_get_quote (DlGroupedItem *self)
{
  guint entry;

  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), DL_NONE);
  if (self->list->offsets == NULL)
    return DL_NONE;
  entry = get_timely_entry (self);
  return entry - get_offset (self->list, find_event (self->list, entry));
}

char *
dl_grouped_item_dup_title (DlGroupedItem *self)
{
  DlGroupedList *list;

  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), NULL);
  list = self->list;
  if (list->speakers != NULL)
    {
      const char *name = dl_quote_speakers_get_name (list->speakers, self->group);

      /* Translators: over the quotes of which the file does not say who said them. */
      return g_strdup (name != NULL ? name : _ ("No speaker named"));
    }
  return dl_event_group_dup_title (&g_array_index (list->groups, DlEventGroup, self->group),
                                   dl_timeline_get_zone (list->timeline));
}

guint
dl_grouped_item_get_n (DlGroupedItem *self)
{
  g_return_val_if_fail (DL_IS_GROUPED_ITEM (self), 0);
  return get_first (self->list, self->group + 1) - get_first (self->list, self->group);
}
