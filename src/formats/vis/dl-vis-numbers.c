/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/vis/dl-vis-numbers.h"

/* Numbers beyond are no years; those between the others, and those with a minus, are hardly anything
 * else. Times that count from the start of something begin with small ones, or with none. */
#define LAST_YEAR 9999
#define FIRST_CLEAR_YEAR 1000
#define LAST_CLEAR_YEAR 2200

gboolean
dl_vis_numbers_add (DlVisNumbers *self, const DlLiteral *value)
{
  gint64 number;

  if (value->kind != DL_LITERAL_NUMBER)
    return FALSE;
  self->n++;
  if (!dl_literal_get_integer (value, &number) || number == 0 || number > LAST_YEAR || number < -LAST_YEAR)
    {
      self->has_other = TRUE;
      return FALSE;
    }
  if (number < 0 || (number >= FIRST_CLEAR_YEAR && number <= LAST_CLEAR_YEAR))
    self->n_years++;
  return TRUE;
}

gboolean
dl_vis_numbers_are_years (const DlVisNumbers *self)
{
  return self->n > 0 && !self->has_other && self->n_years >= self->n - self->n_years;
}
