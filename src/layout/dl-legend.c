/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-legend.h"

#include <string.h>

#include <glib/gi18n.h>

#include "layout/dl-layout-shape.h"
#include "layout/dl-metrics.h"

/* Shorter than any day, on which clocks may be put on. */
#define DAY_LEAST (20.0 * 3600)

/* Between two looks at whether it is still wanted. */
#define EVENTS_AT_ONCE 4096

/* Of a sample, in pixels. */
#define SAMPLE_MARGIN 0.06 /* share of the width, at either side */

#define MEANS_SINGLE_STATUS (DL_MEANS_PLANNED_DATE | DL_MEANS_POSTPONED_DATE | DL_MEANS_UNCERTAIN | DL_MEANS_DISPUTED)

static const struct
{
  DlMeaning   meaning;
  DlSign      sign;
  const char *words;
} meanings_table[] = {
  /* Translators: all of the context "legend" say what a sign on the timeline
   * means; some stand side by side in a list: "planned, in doubt". */
  { DL_MEANS_DATE, DL_SIGN_LINE, NC_ ("legend", "a date, as wide as what is known of it") },
  { DL_MEANS_TIME, DL_SIGN_DIAMOND, NC_ ("legend", "a point in time") },
  { DL_MEANS_AROUND, DL_SIGN_SOFT_LINE, NC_ ("legend", "around that time, perhaps where it fades") },
  { DL_MEANS_INTERVAL, DL_SIGN_BAR, NC_ ("legend", "from one date to another") },
  { DL_MEANS_FADING, DL_SIGN_SOFT_BAR, NC_ ("legend", "begins or ends somewhere in what fades") },
  { DL_MEANS_OPEN_START, DL_SIGN_ARROW_START, NC_ ("legend", "has no beginning") },
  { DL_MEANS_OPEN_END, DL_SIGN_ARROW_END, NC_ ("legend", "goes on, with no end set") },
  { DL_MEANS_UNKNOWN_START, DL_SIGN_QUESTION_START, NC_ ("legend", "it is not known when it began") },
  { DL_MEANS_UNKNOWN_END, DL_SIGN_QUESTION_END, NC_ ("legend", "it is not known when it ended") },
  { DL_MEANS_ALL_OF, DL_SIGN_MEMBERS, NC_ ("legend", "on each of these dates") },
  { DL_MEANS_ONE_OF, DL_SIGN_DASHED_MEMBERS, NC_ ("legend", "on one of these dates") },
  { DL_MEANS_PLANNED_DATE, DL_SIGN_DASHES, NC_ ("legend", "planned") },
  { DL_MEANS_POSTPONED_DATE, DL_SIGN_DASHES, NC_ ("legend", "postponed") },
  { DL_MEANS_UNCERTAIN, DL_SIGN_DASHES, NC_ ("legend", "in doubt") },
  { DL_MEANS_DISPUTED, DL_SIGN_DASHES, NC_ ("legend", "disputed") },
  { DL_MEANS_PLANNED, DL_SIGN_HATCH, NC_ ("legend", "a planned period") },
  { DL_MEANS_POSTPONED, DL_SIGN_HATCH, NC_ ("legend", "a postponed period") },
  { DL_MEANS_EXPECTED, DL_SIGN_SPLIT, NC_ ("legend", "from the as-of date on it is only expected") },
  { DL_MEANS_CANCELLED, DL_SIGN_STRUCK, NC_ ("legend", "cancelled") },
  { DL_MEANS_AS_OF, DL_SIGN_AS_OF, NC_ ("legend", "the as-of date; what follows was still to come") },
  { DL_MEANS_FOLD, DL_SIGN_BREAK, NC_ ("legend", "empty time, folded; its length is told") },
  { DL_MEANS_MARK, DL_SIGN_MARK, NC_ ("legend", "an event without a label") },
  { DL_MEANS_DENSITY, DL_SIGN_DENSITY, NC_ ("legend", "several events without a label; the higher, the more") },
  { DL_MEANS_DIMMED, DL_SIGN_DIMMED, NC_ ("legend", "does not match the filter") },
  { DL_MEANS_ADDED, DL_SIGN_ADDED, NC_ ("legend", "new since the file was saved again") },
  { DL_MEANS_CHANGED, DL_SIGN_CHANGED, NC_ ("legend", "changed since the file was saved again") },
};

/* What occurs */

static guint32
meanings_of_doubt (const DlDate *date, DlStatus status)
{
  return (status == DL_STATUS_DISPUTED ? DL_MEANS_DISPUTED : 0) |
         (date->flags & DL_DATE_UNCERTAIN ? DL_MEANS_UNCERTAIN : 0);
}

static guint32
meanings_of_single (const DlDate *date, DlStatus status)
{
  guint32 means = meanings_of_doubt (date, status);

  if (status == DL_STATUS_PLANNED)
    means |= DL_MEANS_PLANNED_DATE;
  if (status == DL_STATUS_POSTPONED)
    means |= DL_MEANS_POSTPONED_DATE;

  if (date->start_precision < DL_PRECISION_DAY)
    means |= DL_MEANS_TIME;
  else if (date->flags & DL_DATE_SET_ALL)
    means |= DL_MEANS_ALL_OF;
  else if (date->flags & DL_DATE_SET_ONE)
    means |= DL_MEANS_ONE_OF;
  else if ((date->flags & DL_DATE_APPROXIMATE) == 0 && (means & MEANS_SINGLE_STATUS) == 0)
    means |= DL_MEANS_DATE;
  if (date->flags & DL_DATE_APPROXIMATE)
    means |= DL_MEANS_AROUND;
  return means;
}

static gboolean
is_soft (DlPrecision precision, gboolean approximate)
{
  return approximate || precision > DL_PRECISION_DAY;
}

static guint32
meanings_of_interval (const DlDate *date, DlStatus status, const DlInstant *as_of)
{
  guint32 means = 0;

  if (date->flags & DL_DATE_OPEN_START)
    means |= DL_MEANS_OPEN_START;
  else if (date->flags & DL_DATE_UNKNOWN_START)
    means |= DL_MEANS_UNKNOWN_START;
  else if (is_soft ((DlPrecision) date->start_precision, (date->flags & DL_DATE_APPROXIMATE_START) != 0))
    means |= DL_MEANS_FADING;
  if (date->flags & DL_DATE_OPEN_END)
    means |= DL_MEANS_OPEN_END;
  else if (date->flags & DL_DATE_UNKNOWN_END)
    means |= DL_MEANS_UNKNOWN_END;
  else if (is_soft ((DlPrecision) date->end_precision, (date->flags & DL_DATE_APPROXIMATE_END) != 0))
    means |= DL_MEANS_FADING;

  if (status == DL_STATUS_PLANNED)
    means |= DL_MEANS_PLANNED;
  else if (status == DL_STATUS_POSTPONED)
    means |= DL_MEANS_POSTPONED;
  else
    means |= (means == 0 ? DL_MEANS_INTERVAL : 0) | meanings_of_doubt (date, status);
  if ((means & (DL_MEANS_PLANNED | DL_MEANS_POSTPONED)) == 0 && as_of != NULL &&
      dl_instant_compare (*as_of, date->latest_end) < 0)
    means |= DL_MEANS_EXPECTED;
  return means;
}

guint32
dl_legend_meanings_of (const DlDate *date, DlStatus status, const DlInstant *as_of)
{
  guint32 means =
    date->flags & DL_DATE_INTERVAL ? meanings_of_interval (date, status, as_of) : meanings_of_single (date, status);

  return status == DL_STATUS_CANCELLED ? means | DL_MEANS_CANCELLED : means;
}

/* Whether both ends are plain days, as those of nearly all intervals:
 * "2025-10-20/2025-10-25". */
static gboolean
is_of_days (const DlEventRecord *record)
{
  const char *text = record->date_text;

  return (record->date_flags & (DL_DATE_APPROXIMATE | DL_DATE_UNSPECIFIED)) == 0 && strlen (text) == 21 &&
         text[4] == '-' && text[7] == '-' && text[10] == '/' && text[15] == '-' && text[18] == '-';
}

/* All that an event may mean, whatever its precision; of that a record tells
 * only that what lasts a day or more has no time of day. */
static guint32
possible_meanings (const DlEventRecord *record, const DlInstant *as_of)
{
  gboolean interval = (record->date_flags & DL_DATE_INTERVAL) != 0;
  DlDate   date = { .latest_end = record->end, .flags = record->date_flags };
  guint32  means;

  date.start_precision = date.end_precision = DL_PRECISION_DAY;
  means = dl_legend_meanings_of (&date, (DlStatus) record->status, as_of);
  if (interval ? is_of_days (record)
               : (record->date_flags & DL_DATE_APPROXIMATE) == 0 &&
                   dl_instant_distance (record->start, record->end) >= DAY_LEAST)
    return means;
  date.start_precision = date.end_precision = interval ? DL_PRECISION_MONTH : DL_PRECISION_MINUTE;
  return means | dl_legend_meanings_of (&date, (DlStatus) record->status, as_of);
}

gboolean
dl_legend_find (DlTimeline *timeline, GCancellable *cancellable, guint32 *meanings)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  guint                n = dl_timeline_get_n_events (timeline);
  DlInstant            moment;
  const DlInstant     *as_of = dl_timeline_get_as_of (timeline, &moment) ? &moment : NULL;
  guint32              found = as_of != NULL ? DL_MEANS_AS_OF : 0;

  for (guint i = 0; i < n; i++)
    {
      DlDate date;

      if (i % EVENTS_AT_ONCE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if ((possible_meanings (&records[i], as_of) & ~found) == 0)
        continue;
      dl_timeline_get_date (timeline, i, &date);
      found |= dl_legend_meanings_of (&date, (DlStatus) records[i].status, as_of);
    }
  *meanings = found;
  return TRUE;
}

guint32
dl_legend_find_in_picture (DlScene *scene, const DlFolds *folds)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  guint32     found = folds != NULL ? DL_MEANS_FOLD : 0;

  for (guint i = 0; i < n_ops; i++)
    {
      if (ops[i].role == DL_ROLE_MARK)
        found |= DL_MEANS_MARK;
      else if (ops[i].role == DL_ROLE_DENSITY)
        found |= DL_MEANS_DENSITY;
      else if (ops[i].role == DL_ROLE_NEWS)
        found |= ops[i].flags & DL_OP_ADDED ? DL_MEANS_ADDED : DL_MEANS_CHANGED;
      if ((ops[i].flags & DL_OP_DIMMED) || (ops[i].role == DL_ROLE_DENSITY && ops[i].split < G_MAXFLOAT))
        found |= DL_MEANS_DIMMED;
    }
  return found;
}

guint32
dl_legend_meanings_of_sign (DlSign sign)
{
  guint32 means = 0;

  for (guint i = 0; i < G_N_ELEMENTS (meanings_table); i++)
    if (meanings_table[i].sign == sign)
      means |= meanings_table[i].meaning;
  return means;
}

char *
dl_legend_dup_words (DlSign sign, guint32 meanings)
{
  GString *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (meanings_table); i++)
    {
      if (meanings_table[i].sign != sign || (meanings_table[i].meaning & meanings) == 0)
        continue;
      if (words == NULL)
        words = g_string_new (NULL);
      else
        /* Translators: between what one sign may mean: "planned, in doubt". */
        g_string_append (words, C_ ("list of meanings", ", "));
      g_string_append (words, g_dpgettext2 (NULL, "legend", meanings_table[i].words));
    }
  return words == NULL ? NULL : g_string_free (words, FALSE);
}

/* Samples */

/* A date that looks like a sign, and the time that is seen of it; NULL: all. */
static const struct
{
  const char *date;
  const char *seen;
} samples[DL_N_SIGNS] = {
  [DL_SIGN_LINE] = { "2025-10-25", NULL },
  [DL_SIGN_DIAMOND] = { "2025-10-25T12:00Z", "2025-10-25" },
  [DL_SIGN_SOFT_LINE] = { "2025-10-25~", NULL },
  [DL_SIGN_BAR] = { "2025-10-20/2025-10-25", NULL },
  [DL_SIGN_SOFT_BAR] = { "2025-10/2025-12", NULL },
  [DL_SIGN_ARROW_START] = { "../2025-10-25", "2025-10-20/2025-10-25" },
  [DL_SIGN_ARROW_END] = { "2025-10-20/..", "2025-10-20/2025-10-25" },
  [DL_SIGN_QUESTION_START] = { "/2025-10-25", "2025-10-20/2025-10-25" },
  [DL_SIGN_QUESTION_END] = { "2025-10-20/", "2025-10-20/2025-10-25" },
  [DL_SIGN_MEMBERS] = { "{2025-10-20,2025-10-22}", NULL },
  [DL_SIGN_DASHED_MEMBERS] = { "[2025-10-20,2025-10-22]", NULL },
  [DL_SIGN_DASHES] = { "2025-10-25", NULL },
  [DL_SIGN_HATCH] = { "2025-10-20/2025-10-25", NULL },
  [DL_SIGN_SPLIT] = { "2025-10-20/2025-10-25", NULL },
  [DL_SIGN_STRUCK] = { "2025-10-25", NULL },
  [DL_SIGN_DIMMED] = { "2025-10-25", NULL },
};

/* From the first to the last that can be told. */
static void
get_bounds (const char *edtf, DlInstant *from, DlInstant *to)
{
  DlDate date;

  if (dl_date_parse (edtf, -1, &date, NULL))
    {
      dl_date_resolve (&date, NULL);
      *from = date.earliest_start;
      *to = date.latest_end;
    }
}

static DlStatus
sample_status (DlSign sign, guint32 meanings)
{
  switch (sign)
    {
    case DL_SIGN_DASHES:
      return meanings & (DL_MEANS_PLANNED_DATE | DL_MEANS_POSTPONED_DATE) ? DL_STATUS_PLANNED : DL_STATUS_DISPUTED;
    case DL_SIGN_HATCH:
      return DL_STATUS_PLANNED;
    case DL_SIGN_STRUCK:
      return DL_STATUS_CANCELLED;
    default:
      return DL_STATUS_HAPPENED;
    }
}

static DlOp *
add_rect (DlScene *scene, DlRole role, DlPaint paint, double x, double y, double width, double height)
{
  DlOp *op = dl_scene_add (scene, DL_OP_RECT, role);

  op->fill = (guint8) paint;
  op->x = (float) x;
  op->y = (float) y;
  op->w = (float) width;
  op->h = (float) height;
  return op;
}

/* The title of what is cancelled or dimmed, under its date. */
static void
add_title (DlScene *scene, double y, guint32 flags)
{
  DlOp *op = dl_scene_add (scene, DL_OP_TEXT, DL_ROLE_LABEL);

  op->style = DL_TEXT_LABEL;
  op->fill = DL_PAINT_INK;
  op->x = (float) (DL_SAMPLE_WIDTH * SAMPLE_MARGIN);
  op->y = (float) y;
  op->w = (float) DL_SAMPLE_WIDTH - op->x;
  op->h = (float) (DL_SAMPLE_HEIGHT - y);
  op->flags |= flags;
  /* Translators: stands for the title of an event, which is struck through or pale; short. */
  op->text = dl_scene_keep (scene, C_ ("legend", "Title"));
}

static void
add_date (DlScene *scene, DlSign sign, guint32 meanings)
{
  const char   *edtf = samples[sign].date;
  DlViewport    viewport = { .width = DL_SAMPLE_WIDTH };
  DlLayoutShape shape = { .date_text = edtf, .viewport = &viewport, .least_width = DL_LEAST_MARK };
  DlOp          own = { .event = DL_NONE, .lane = DL_NO_LANE, .row = DL_NO_ROW };
  DlInstant     from = DL_INSTANT (0), to = DL_INSTANT (1);
  DlInstant     as_of;
  double        middle = DL_SAMPLE_HEIGHT / 2.0;

  if (!dl_date_parse (edtf, -1, &shape.date, NULL))
    return;
  dl_date_resolve (&shape.date, NULL);
  shape.status = sample_status (sign, meanings);
  get_bounds (samples[sign].seen != NULL ? samples[sign].seen : edtf, &from, &to);
  dl_viewport_set_range_with_margin (&viewport, from, to, SAMPLE_MARGIN, DL_SAMPLE_WIDTH);
  own.flags = dl_layout_shape_get_flags (&shape);
  if (sign == DL_SIGN_SPLIT)
    {
      as_of = dl_viewport_instant (&viewport, DL_SAMPLE_WIDTH / 2.0);
      shape.as_of = &as_of;
    }
  if (sign == DL_SIGN_DIMMED)
    own.flags |= DL_OP_DIMMED;
  if (sign == DL_SIGN_STRUCK || sign == DL_SIGN_DIMMED)
    {
      middle = 1 + DL_WHEN_LINE / 2;
      add_title (scene, 1 + DL_WHEN_LINE, sign == DL_SIGN_STRUCK ? DL_OP_CANCELLED : DL_OP_DIMMED);
    }
  dl_layout_shape_add (&shape, scene, &own, middle);
}

static void
add_densities (DlScene *scene)
{
  static const double heights[] = { 5, 15, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    add_rect (scene, DL_ROLE_DENSITY, DL_PAINT_HUE_LINE, DL_SAMPLE_WIDTH / 2.0 - 9 + 6 * i,
              DL_SAMPLE_HEIGHT - 4 - heights[i], 5, heights[i])
      ->radius = 1;
}

DlScene *
dl_legend_draw (DlSign sign, DlTimeline *timeline, guint32 meanings)
{
  DlScene *scene = dl_scene_new (timeline, DL_SAMPLE_WIDTH, DL_SAMPLE_HEIGHT);
  double   middle = DL_SAMPLE_WIDTH / 2.0;
  DlOp    *op;

  switch (sign)
    {
    case DL_SIGN_AS_OF:
      add_rect (scene, DL_ROLE_FUTURE, DL_PAINT_FUTURE, middle, 0, DL_SAMPLE_WIDTH - middle, DL_SAMPLE_HEIGHT);
      add_rect (scene, DL_ROLE_MARKER, DL_PAINT_ACCENT, middle - 1, 0, 2, DL_SAMPLE_HEIGHT);
      break;
    case DL_SIGN_BREAK:
      op = add_rect (scene, DL_ROLE_FOLD, DL_PAINT_WEEKEND, middle - 12, 0, 24, DL_SAMPLE_HEIGHT);
      op->kind = DL_OP_TEAR;
      op->border = DL_PAINT_SHAPE;
      break;
    case DL_SIGN_MARK:
      add_rect (scene, DL_ROLE_MARK, DL_PAINT_HUE, middle - DL_LEAST_MARK / 2, (DL_SAMPLE_HEIGHT - 8) / 2.0,
                DL_LEAST_MARK, 8)
        ->radius = 2;
      break;
    case DL_SIGN_DENSITY:
      add_densities (scene);
      break;
    case DL_SIGN_ADDED:
    case DL_SIGN_CHANGED:
      dl_news_badge (dl_scene_add (scene, DL_OP_RECT, DL_ROLE_NEWS),
                     sign == DL_SIGN_ADDED ? DL_OP_ADDED : DL_OP_CHANGED, middle, DL_SAMPLE_HEIGHT / 2.0);
      break;
    default:
      add_date (scene, sign, meanings);
    }
  return scene;
}
