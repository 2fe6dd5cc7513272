/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-id-index.h"

#include <string.h>

#include "base/dl-pages.h"

#define FIRST_SLOTS 16

/* Seeded, so that no file can be made whose ids all meet in one slot. */
static guint32
hash_id (const DlIdIndex *self, const char *id)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  gsize         left = strlen (id);
  guint64       hash = self->seed ^ left;
  guint64       word;

  for (; left >= 8; left -= 8, id += 8)
    {
      memcpy (&word, id, 8);
      hash = (hash ^ word) * factor;
      hash ^= hash >> 32;
    }
  word = 0;
  memcpy (&word, id, left);
  hash = (hash ^ word) * factor;
  hash ^= hash >> 29;
  hash *= factor;
  return (guint32) (hash >> 32);
}

/* The slot of @id, or the free one where it would go. */
static DlIdSlot *
locate (const DlIdIndex *self, const DlEventRecord *records, const char *id, guint32 hash)
{
  guint mask = self->n_slots - 1;

  for (guint i = hash & mask;; i = (i + 1) & mask)
    {
      DlIdSlot *slot = &self->slots[i];

      if (slot->position == 0 || (slot->hash == hash && strcmp (records[slot->position - 1].id, id) == 0))
        return slot;
    }
}

/* What is in no slot yet. */
static void
put_slot (DlIdIndex *self, DlIdSlot slot)
{
  guint mask = self->n_slots - 1;
  guint at = slot.hash & mask;

  while (self->slots[at].position != 0)
    at = (at + 1) & mask;
  self->slots[at] = slot;
}

static void
resize (DlIdIndex *self, guint n_slots)
{
  DlIdSlot *old = self->slots;
  guint     n_old = self->n_slots;

  if (self->seed == 0)
    self->seed = (guint64) g_random_int () << 32 | g_random_int () | 1;
  self->slots = g_new0 (DlIdSlot, n_slots);
  dl_pages_expect (self->slots, n_slots * sizeof (DlIdSlot));
  self->n_slots = n_slots;
  for (guint i = 0; i < n_old; i++)
    if (old[i].position != 0)
      put_slot (self, old[i]);
  g_free (old);
}

void
dl_id_index_clear (DlIdIndex *self)
{
  g_free (self->slots);
  *self = (DlIdIndex){ 0 };
}

void
dl_id_index_reserve (DlIdIndex *self, guint n)
{
  guint n_slots = MAX (self->n_slots, FIRST_SLOTS);

  while (n_slots - n_slots / 4 < n)
    n_slots *= 2;
  if (n_slots > self->n_slots)
    resize (self, n_slots);
}

void
dl_id_index_prefetch (const DlIdIndex *self, const char *id)
{
#if defined(__GNUC__)
  if (self->n_slots > 0)
    __builtin_prefetch (&self->slots[hash_id (self, id) & (self->n_slots - 1)]);
#endif
}

guint
dl_id_index_find (const DlIdIndex *self, const DlEventRecord *records, const char *id)
{
  if (self->n_used == 0)
    return DL_NONE;
  /* 0 is "none" once it is taken down by one. */
  return locate (self, records, id, hash_id (self, id))->position - 1;
}

gboolean
dl_id_index_add (DlIdIndex *self, const DlEventRecord *records, const char *id, guint position)
{
  DlIdSlot *slot;
  guint32   hash;

  dl_id_index_reserve (self, self->n_used + 1);
  hash = hash_id (self, id);
  slot = locate (self, records, id, hash);
  if (slot->position != 0)
    return FALSE;
  *slot = (DlIdSlot){ hash, position + 1 };
  self->n_used++;
  return TRUE;
}

void
dl_id_index_renumber (DlIdIndex *self, const guint32 *positions)
{
  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].position != 0)
      self->slots[i].position = positions[self->slots[i].position - 1] + 1;
}

void
dl_id_index_copy_some (DlIdIndex *self, const DlIdIndex *other, const guint32 *positions, guint n)
{
  g_return_if_fail (self->n_slots == 0);
  if (n == 0)
    return;
  self->seed = other->seed;
  dl_id_index_reserve (self, n);
  for (guint i = 0; i < other->n_slots; i++)
    {
      DlIdSlot slot = other->slots[i];
      guint32  position = slot.position == 0 ? DL_NONE : positions[slot.position - 1];

      if (position != DL_NONE)
        put_slot (self, (DlIdSlot){ slot.hash, position + 1 });
    }
  self->n_used = n;
}
