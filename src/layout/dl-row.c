/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-row.h"

/* What is wider by rounding does not overlap. */
#define ROUNDING 1e-3

void
dl_row_init (DlRow *self)
{
  self->taken = g_array_new (FALSE, FALSE, sizeof (DlRowPart));
}

void
dl_row_clear (DlRow *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
}

void
dl_row_empty (DlRow *self)
{
  g_array_set_size (self->taken, 0);
}

static DlRowPart *
part_at (const DlRow *self, guint index)
{
  return &g_array_index (self->taken, DlRowPart, index);
}

/* The first part that ends after @from, or the number of parts. */
static guint
first_after (const DlRow *self, double from)
{
  guint low = 0;
  guint high = self->taken->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (part_at (self, middle)->to <= from + ROUNDING)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
dl_row_find_gap (const DlRow *self, double from, double to, double *gap_from, double *gap_to)
{
  guint index = first_after (self, from);

  if (index < self->taken->len && part_at (self, index)->from < to - ROUNDING)
    return FALSE;
  if (index < self->taken->len)
    *gap_to = MIN (*gap_to, part_at (self, index)->from);
  if (index > 0)
    *gap_from = MAX (*gap_from, part_at (self, index - 1)->to);
  return TRUE;
}

/* The first part that begins at @from or later. */
static guint
first_from (const DlRow *self, double from)
{
  guint low = 0;
  guint high = self->taken->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (part_at (self, middle)->from < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
dl_row_take (DlRow *self, double from, double to, guint owner)
{
  DlRowPart part = { from, to, owner };
  guint     index = first_from (self, from);

  g_array_insert_val (self->taken, index, part);
  /* Of parts that overlap each ends where the next one begins, and the last one
   * where the farthest did. */
  for (guint i = MAX (index, 1); i < self->taken->len; i++)
    {
      DlRowPart *before = part_at (self, i - 1);
      DlRowPart *after = part_at (self, i);

      if (before->to > after->from)
        {
          after->to = MAX (after->to, before->to);
          before->to = after->from;
        }
      else if (i > index)
        break;
    }
}

static guint
find_owner (const DlRow *self, guint owner)
{
  guint index = 0;

  while (index < self->taken->len && part_at (self, index)->owner != owner)
    index++;
  return index;
}

DlRowPart
dl_row_give_back (DlRow *self, guint owner)
{
  guint     index = find_owner (self, owner);
  DlRowPart part = *part_at (self, index);

  g_array_remove_index (self->taken, index);
  return part;
}

gboolean
dl_row_is_free (const DlRow *self, double from, double to)
{
  guint index = first_after (self, from);

  return index == self->taken->len || part_at (self, index)->from >= to - ROUNDING;
}

void
dl_row_widen (DlRow *self, guint owner, double from, double to)
{
  DlRowPart *part = part_at (self, find_owner (self, owner));

  part->from = MIN (part->from, from);
  part->to = MAX (part->to, to);
}

void
dl_row_shrink (DlRow *self, guint owner, double from, double to)
{
  DlRowPart *part = part_at (self, find_owner (self, owner));

  part->from = from;
  part->to = to;
}

void
dl_row_find_room (const DlRow *self, guint owner, double *gap_from, double *gap_to)
{
  guint index = find_owner (self, owner);

  if (index > 0)
    *gap_from = MAX (*gap_from, part_at (self, index - 1)->to);
  if (index + 1 < self->taken->len)
    *gap_to = MIN (*gap_to, part_at (self, index + 1)->from);
}
