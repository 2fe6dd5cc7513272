/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event-subset.h"

#include "model/dl-event.h"

struct _DlEventSubset
{
  GObject     parent_instance;
  DlTimeline *timeline;
  GArray     *positions; /* guint32 */
};

static void dl_event_subset_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DlEventSubset,
                               dl_event_subset,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dl_event_subset_list_model_init))

static GType
dl_event_subset_get_item_type (GListModel *model)
{
  return DL_TYPE_EVENT;
}

static guint
dl_event_subset_get_n_items (GListModel *model)
{
  return DL_EVENT_SUBSET (model)->positions->len;
}

static gpointer
dl_event_subset_get_item (GListModel *model, guint index)
{
  DlEventSubset *self = DL_EVENT_SUBSET (model);

  if (index >= self->positions->len)
    return NULL;
  return dl_event_new (self->timeline, g_array_index (self->positions, guint32, index));
}

static void
dl_event_subset_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dl_event_subset_get_item_type;
  iface->get_n_items = dl_event_subset_get_n_items;
  iface->get_item = dl_event_subset_get_item;
}

static void
dl_event_subset_finalize (GObject *object)
{
  DlEventSubset *self = DL_EVENT_SUBSET (object);

  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (dl_event_subset_parent_class)->finalize (object);
}

static void
dl_event_subset_class_init (DlEventSubsetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_event_subset_finalize;
}

static void
dl_event_subset_init (DlEventSubset *self)
{
}

DlEventSubset *
dl_event_subset_new (DlTimeline *timeline, GArray *positions)
{
  DlEventSubset *self;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  self = g_object_new (DL_TYPE_EVENT_SUBSET, NULL);
  self->timeline = g_object_ref (timeline);
  self->positions = positions;
  return self;
}
