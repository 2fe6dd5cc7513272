/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/dl-history.h"

#include <math.h>
#include <string.h>

typedef struct
{
  DlStop     stop;
  DlMoveKind kind;
  gint64     time; /* of the last move that led there */
} Entry;

struct _DlHistory
{
  GArray  *entries;
  guint    current; /* of the entries; 0 while there is none */
  guint    limit;
  gboolean arrived; /* by a move, and not by going back or forth */
};

/* Stops */

void
dl_stop_copy (const DlStop *stop, DlStop *copy)
{
  *copy = *stop;
  copy->selected = g_strdup (stop->selected);
}

void
dl_stop_clear (DlStop *stop)
{
  g_free (stop->selected);
  memset (stop, 0, sizeof *stop);
}

#define STOP_SPAN_TYPE "((xi)(xi))"

static GVariant *
span_to_variant (DlInstant from, DlInstant to)
{
  return g_variant_new (STOP_SPAN_TYPE, from.seconds, from.nanos, to.seconds, to.nanos);
}

static gboolean
span_from_variant (GVariant *variant, DlInstant *from, DlInstant *to)
{
  g_variant_get (variant, STOP_SPAN_TYPE, &from->seconds, &from->nanos, &to->seconds, &to->nanos);
  return from->nanos >= 0 && from->nanos < 1000000000 && to->nanos >= 0 && to->nanos < 1000000000 &&
         dl_instant_is_finite (*from) && dl_instant_is_finite (*to) && dl_instant_compare (*from, *to) < 0;
}

GVariant *
dl_stop_to_variant (const DlStop *stop)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "range", span_to_variant (stop->from, stop->to));
  if (stop->scroll > 0)
    g_variant_dict_insert (&dict, "scroll", "d", stop->scroll);
  if (stop->opened.n > 0)
    {
      GVariantBuilder opened;

      g_variant_builder_init (&opened, G_VARIANT_TYPE ("a" STOP_SPAN_TYPE));
      for (guint i = 0; i < stop->opened.n; i++)
        g_variant_builder_add_value (&opened, span_to_variant (stop->opened.from[i], stop->opened.to[i]));
      g_variant_dict_insert_value (&dict, "opened", g_variant_builder_end (&opened));
    }
  if (stop->selected != NULL)
    g_variant_dict_insert (&dict, "selected", "s", stop->selected);
  return g_variant_dict_end (&dict);
}

gboolean
dl_stop_from_variant (GVariant *variant, DlStop *stop)
{
  g_autoptr (GVariantDict) dict = NULL;
  g_autoptr (GVariant)     range = NULL;
  g_autoptr (GVariant)     opened = NULL;
  gsize                    n_opened;

  memset (stop, 0, sizeof *stop);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return FALSE;
  dict = g_variant_dict_new (variant);
  range = g_variant_dict_lookup_value (dict, "range", G_VARIANT_TYPE (STOP_SPAN_TYPE));
  opened = g_variant_dict_lookup_value (dict, "opened", G_VARIANT_TYPE ("a" STOP_SPAN_TYPE));
  n_opened = opened == NULL ? 0 : g_variant_n_children (opened);
  g_variant_dict_lookup (dict, "selected", "s", &stop->selected);
  if (g_variant_dict_lookup (dict, "scroll", "d", &stop->scroll) && !(isfinite (stop->scroll) && stop->scroll >= 0))
    stop->scroll = 0;
  for (gsize i = 0; i < n_opened; i++)
    {
      g_autoptr (GVariant) span = g_variant_get_child_value (opened, i);
      DlFold               fold = { 0 };

      if (span_from_variant (span, &fold.from, &fold.to))
        dl_opened_folds_add (&stop->opened, &fold);
    }
  return range != NULL && span_from_variant (range, &stop->from, &stop->to);
}

/* History */

static void
clear_entry (gpointer entry)
{
  dl_stop_clear (&((Entry *) entry)->stop);
}

DlHistory *
dl_history_new (guint limit)
{
  DlHistory *self = g_new0 (DlHistory, 1);

  self->limit = MAX (limit, 2);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

void
dl_history_free (DlHistory *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

void
dl_history_clear (DlHistory *self)
{
  g_array_set_size (self->entries, 0);
  self->current = 0;
  self->arrived = FALSE;
}

static Entry *
get_current (DlHistory *self)
{
  return self->entries->len == 0 ? NULL : &g_array_index (self->entries, Entry, self->current);
}

/* Whether a move goes on with what led to the current stop. */
static gboolean
goes_on (DlHistory *self, DlMoveKind kind, gint64 time)
{
  const Entry *entry = get_current (self);

  return self->arrived && self->current > 0 && (kind == DL_MOVE_ZOOM || kind == DL_MOVE_EVENT) && entry->kind == kind &&
         time - entry->time <= DL_HISTORY_MERGE_USEC;
}

void
dl_history_visit (DlHistory *self, const DlStop *stop, DlMoveKind kind, gint64 time)
{
  Entry entry = { .kind = kind, .time = time };

  g_return_if_fail (self != NULL);
  g_return_if_fail (stop != NULL);
  if (goes_on (self, kind, time))
    {
      dl_history_amend (self, stop);
      get_current (self)->time = time;
      return;
    }
  if (self->entries->len > 0)
    g_array_set_size (self->entries, self->current + 1);
  if (self->entries->len == self->limit)
    g_array_remove_index (self->entries, 0);
  dl_stop_copy (stop, &entry.stop);
  g_array_append_val (self->entries, entry);
  self->current = self->entries->len - 1;
  self->arrived = TRUE;
}

void
dl_history_amend (DlHistory *self, const DlStop *stop)
{
  Entry *entry = get_current (self);
  DlStop copy;

  g_return_if_fail (entry != NULL);
  /* It may be what is there already. */
  dl_stop_copy (stop, &copy);
  dl_stop_clear (&entry->stop);
  entry->stop = copy;
}

const DlStop *
dl_history_get_current (DlHistory *self)
{
  const Entry *entry = get_current (self);

  return entry == NULL ? NULL : &entry->stop;
}

gboolean
dl_history_can_go (DlHistory *self, int direction)
{
  return direction < 0 ? self->current > 0 : self->current + 1 < self->entries->len;
}

const DlStop *
dl_history_go (DlHistory *self, int direction)
{
  if (!dl_history_can_go (self, direction))
    return NULL;
  if (direction < 0)
    self->current--;
  else
    self->current++;
  self->arrived = FALSE;
  return dl_history_get_current (self);
}
