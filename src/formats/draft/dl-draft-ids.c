/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-ids.h"

#include <string.h>

#define SMALLEST_SLOTS 64

/* Small, for there may be millions of them. */
typedef struct
{
  guint32 at; /* 0: the slot is free */
  guint32 hash;
} Slot;

struct _DlDraftIds
{
  Slot  *slots;
  gsize  n_slots; /* a power of two */
  gsize  n_used;
  guint8 key[16]; /* drawn, so that no file can be made whose ids all meet */
};

DlDraftIds *
dl_draft_ids_new (void)
{
  DlDraftIds *self = g_new0 (DlDraftIds, 1);

  self->n_slots = SMALLEST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < sizeof self->key; i += sizeof (guint32))
    {
      guint32 drawn = g_random_int ();

      memcpy (self->key + i, &drawn, sizeof drawn);
    }
  return self;
}

void
dl_draft_ids_free (DlDraftIds *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

/* Eight bytes at a step. */
static guint32
hash_bytes (const DlDraftIds *self, const char *bytes, gsize length)
{
  guint64 seed;
  guint64 factor;
  guint64 hash;

  memcpy (&seed, self->key, sizeof seed);
  memcpy (&factor, self->key + sizeof seed, sizeof factor);
  factor |= 1;
  hash = seed ^ length;
  while (length > 0)
    {
      guint64 word = 0;
      gsize   n = MIN (length, sizeof word);

      memcpy (&word, bytes, n);
      hash = (hash ^ word) * factor;
      hash ^= hash >> 29;
      bytes += n;
      length -= n;
    }
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (hash >> 32);
}

/* The slot where it stands, or the free one where it is to go. */
static Slot *
find (DlDraftIds *self, const char *text, gsize at, gsize length, guint32 hash)
{
  gsize i = hash & (self->n_slots - 1);

  while (self->slots[i].at != 0)
    {
      const Slot *slot = &self->slots[i];

      if (slot->hash == hash && memcmp (text + slot->at, text + at, length) == 0)
        break;
      i = (i + 1) & (self->n_slots - 1);
    }
  return &self->slots[i];
}

static void
grow (DlDraftIds *self)
{
  g_autofree Slot *old = self->slots;
  gsize            n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i].at != 0)
      {
        gsize to = old[i].hash & (self->n_slots - 1);

        while (self->slots[to].at != 0)
          to = (to + 1) & (self->n_slots - 1);
        self->slots[to] = old[i];
      }
}

gboolean
dl_draft_ids_add (DlDraftIds *self, const char *text, gsize at, gsize length)
{
  guint32 hash;
  Slot   *slot;

  /* So long a text is not read. */
  if (at > G_MAXUINT32)
    return TRUE;
  hash = hash_bytes (self, text + at, length);
  slot = find (self, text, at, length, hash);
  if (slot->at != 0)
    return FALSE;
  *slot = (Slot){ (guint32) at, hash };
  if (++self->n_used * 4 > self->n_slots * 3)
    grow (self);
  return TRUE;
}
