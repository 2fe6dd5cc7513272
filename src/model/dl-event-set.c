/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event-set.h"

#include <string.h>

#define BITS 64

struct _DlEventSet
{
  gatomicrefcount ref_count;
  guint           n_events;
  guint           n; /* in it */
  guint           n_words;
  guint64        *words;
};

static guint
count_bits (guint64 word)
{
  return __builtin_popcountll (word);
}

static guint
lowest_bit (guint64 word)
{
  return __builtin_ctzll (word);
}

static guint
highest_bit (guint64 word)
{
  return BITS - 1 - __builtin_clzll (word);
}

/* All bits below @bit. */
static guint64
mask_below (guint bit)
{
  return ((guint64) 1 << bit) - 1;
}

DlEventSet *
dl_event_set_new (guint n_events)
{
  DlEventSet *self = g_new0 (DlEventSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_events = n_events;
  self->n_words = n_events / BITS + 1;
  self->words = g_new0 (guint64, self->n_words);
  return self;
}

DlEventSet *
dl_event_set_ref (DlEventSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_event_set_unref (DlEventSet *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->words);
  g_free (self);
}

DlEventSet *
dl_event_set_copy (DlEventSet *self)
{
  DlEventSet *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = dl_event_set_new (self->n_events);
  copy->n = self->n;
  memcpy (copy->words, self->words, self->n_words * sizeof (guint64));
  return copy;
}

void
dl_event_set_add (DlEventSet *self, guint position)
{
  guint64 bit = (guint64) 1 << position % BITS;

  g_return_if_fail (self != NULL);
  g_return_if_fail (position < self->n_events);
  self->n += (self->words[position / BITS] & bit) == 0;
  self->words[position / BITS] |= bit;
}

gboolean
dl_event_set_contains (DlEventSet *self, guint position)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return position < self->n_events && (self->words[position / BITS] >> position % BITS & 1) != 0;
}

guint
dl_event_set_get_n (DlEventSet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

guint
dl_event_set_count_before (DlEventSet *self, guint position)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  if (position >= self->n_events)
    return self->n;
  for (guint i = 0; i < position / BITS; i++)
    n += count_bits (self->words[i]);
  return n + count_bits (self->words[position / BITS] & mask_below (position % BITS));
}

guint
dl_event_set_count_between (DlEventSet *self, guint first, guint end)
{
  guint   n = 0;
  guint64 word;

  g_return_val_if_fail (self != NULL, 0);
  end = MIN (end, self->n_events);
  if (first >= end)
    return 0;
  word = self->words[first / BITS] & ~mask_below (first % BITS);
  for (guint i = first / BITS; i < end / BITS; word = self->words[++i])
    n += count_bits (word);
  return n + count_bits (word & mask_below (end % BITS));
}

static guint
step_forth (DlEventSet *self, guint from)
{
  guint64 word;
  guint   i = from / BITS;

  if (from >= self->n_events)
    return DL_NONE;
  word = self->words[i] & ~mask_below (from % BITS);
  while (word == 0 && ++i < self->n_words)
    word = self->words[i];
  return word == 0 ? DL_NONE : i * BITS + lowest_bit (word);
}

/* @to: itself left out. */
static guint
step_back (DlEventSet *self, guint to)
{
  guint64 word;
  guint   i;

  to = MIN (to, self->n_events);
  i = to / BITS;
  word = self->words[i] & mask_below (to % BITS);
  while (word == 0 && i-- > 0)
    word = self->words[i];
  return word == 0 ? DL_NONE : i * BITS + highest_bit (word);
}

guint
dl_event_set_step (DlEventSet *self, guint position, int direction)
{
  g_return_val_if_fail (self != NULL, DL_NONE);
  if (direction < 0)
    return step_back (self, position);
  return step_forth (self, position == DL_NONE ? 0 : position + 1);
}
