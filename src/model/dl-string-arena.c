/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-string-arena.h"

#include <string.h>

/* Blocks double from the one to the other. */
#define FIRST_BLOCK ((gsize) 1024)
#define LARGEST_BLOCK ((gsize) 256 * 1024)

struct _DlStringArena
{
  GPtrArray *blocks;
  char      *at;    /* where the next string goes */
  gsize      left;  /* bytes from there to the end of the block */
  gsize      next;  /* size of the next block */
  gsize      slack; /* of the blocks that are left behind */
};

DlStringArena *
dl_string_arena_new (void)
{
  DlStringArena *self = g_new0 (DlStringArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->next = FIRST_BLOCK;
  return self;
}

void
dl_string_arena_free (DlStringArena *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

char *
dl_string_arena_add (DlStringArena *self, const char *text, gsize length)
{
  char *copy;

  if (length >= self->left)
    {
      /* What is long has a block of its own; the present one goes on. */
      if (length + 1 > self->next / 4)
        {
          copy = g_malloc (length + 1);
          g_ptr_array_add (self->blocks, copy);
          memcpy (copy, text, length);
          copy[length] = '\0';
          return copy;
        }
      self->slack += self->left;
      self->at = g_malloc (self->next);
      self->left = self->next;
      g_ptr_array_add (self->blocks, self->at);
      self->next = MIN (self->next * 2, LARGEST_BLOCK);
    }
  copy = self->at;
  memcpy (copy, text, length);
  copy[length] = '\0';
  self->at += length + 1;
  self->left -= length + 1;
  return copy;
}

void
dl_string_arena_take (DlStringArena *self, DlStringArena *other)
{
  for (guint i = 0; i < other->blocks->len; i++)
    g_ptr_array_add (self->blocks, other->blocks->pdata[i]);
  g_ptr_array_set_free_func (other->blocks, NULL);
  g_ptr_array_set_size (other->blocks, 0);
  g_ptr_array_set_free_func (other->blocks, g_free);
  self->slack += other->slack + other->left;
  other->slack = other->left = 0;
  other->at = NULL;
  other->next = FIRST_BLOCK;
}

gsize
dl_string_arena_get_slack (const DlStringArena *self)
{
  return self->slack + self->left;
}
