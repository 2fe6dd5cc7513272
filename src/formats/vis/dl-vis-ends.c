/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/vis/dl-vis-ends.h"

#include <string.h>

#include "time/dl-calendar.h"

#define MONTH_BYTES 7
#define WRITTEN_DAY_BYTES 10
/* One item that begins the day after another may do so by chance. */
#define MIN_FOLLOWED 2

/* A day or a month, as a number that the next one has more by one. */
typedef struct
{
  gint64   number;
  gboolean is_month;
  gboolean is_first; /* of its month; of its year */
  gboolean is_last;
} Unit;

typedef struct
{
  char    *group;
  Unit     unit;
  gboolean touches; /* from the first of a month to the first of another */
} End;

struct _DlVisEnds
{
  GHashTable *starts; /* of all items: "day 16179" */
  GHashTable *within; /* of those of a group: "day 16179 group" */
  GArray     *ends;   /* of End: those that come after their start */
  guint       n_whole;
};

static void
end_clear (gpointer data)
{
  End *end = data;

  g_free (end->group);
}

DlVisEnds *
dl_vis_ends_new (void)
{
  DlVisEnds *self = g_new0 (DlVisEnds, 1);

  self->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->within = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (End));
  g_array_set_clear_func (self->ends, end_clear);
  return self;
}

void
dl_vis_ends_free (DlVisEnds *self)
{
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->within);
  g_array_unref (self->ends);
  g_free (self);
}

/* "2014-04-19" or "2014-04", before which a minus may stand. */
static gboolean
read_unit (const char *edtf, Unit *unit)
{
  const char *digits = edtf != NULL && *edtf == '-' ? edtf + 1 : edtf;
  gsize       length = digits != NULL ? strspn (digits, "0123456789-") : 0;
  gint64      year;
  int         month;
  int         day;

  if ((length != WRITTEN_DAY_BYTES && length != MONTH_BYTES) || digits[length] != '\0' || digits[4] != '-')
    return FALSE;
  year = g_ascii_strtoll (edtf, NULL, 10);
  month = (int) g_ascii_strtoll (digits + 5, NULL, 10);
  unit->is_month = length == MONTH_BYTES;
  if (month < 1 || month > 12)
    return FALSE;
  if (unit->is_month)
    {
      unit->number = year * 12 + month;
      unit->is_first = month == 1;
      unit->is_last = month == 12;
      return TRUE;
    }
  day = (int) g_ascii_strtoll (digits + 8, NULL, 10);
  unit->number = dl_calendar_days (year, month, day);
  unit->is_first = day == 1;
  unit->is_last = day == dl_calendar_days_in_month (year, month);
  return TRUE;
}

static char *
dup_key (const Unit *unit, gint64 step, const char *group)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT "%s%s", unit->is_month ? "month" : "day", unit->number + step,
                          group != NULL ? " " : "", group != NULL ? group : "");
}

static gboolean
has_start (GHashTable *starts, const Unit *unit, gint64 step, const char *group)
{
  g_autofree char *key = dup_key (unit, step, group);

  return g_hash_table_contains (starts, key);
}

gboolean
dl_vis_ends_add (DlVisEnds *self, const char *group, const char *start, const char *end)
{
  Unit from;
  End  to = { NULL };

  if (!read_unit (start, &from))
    return FALSE;
  g_hash_table_add (self->starts, dup_key (&from, 0, NULL));
  g_hash_table_add (self->within, dup_key (&from, 0, group));
  if (!read_unit (end, &to.unit) || to.unit.is_month != from.is_month || to.unit.number <= from.number)
    return FALSE;
  /* Whole months, or years, are told of either kind. */
  if (from.is_first && to.unit.is_last)
    self->n_whole++;
  to.touches = from.is_first && to.unit.is_first;
  to.group = g_strdup (group);
  g_array_append_val (self->ends, to);
  return TRUE;
}

gboolean
dl_vis_ends_are_last (const DlVisEnds *self)
{
  guint n_followed = self->n_whole;
  guint n_within = self->n_whole;

  for (guint i = 0; i < self->ends->len; i++)
    {
      const End *end = &g_array_index (self->ends, End, i);
      gboolean   is_followed = has_start (self->within, &end->unit, 1, end->group);

      if (has_start (self->starts, &end->unit, 0, NULL) || (end->touches && !is_followed))
        return FALSE;
      n_followed += has_start (self->starts, &end->unit, 1, NULL);
      n_within += is_followed;
    }
  return n_within > 0 && n_followed >= MIN_FOLLOWED;
}
