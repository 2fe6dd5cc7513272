/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Related events that are out of sight: at the edge where they are, a chip with an arrow, a title and a date. */
#include <math.h>

#include <glib/gi18n.h>

#include "layout/dl-layout-related-private.h"
#include "time/dl-words.h"

/* So many at a side have a chip; the others are a number. */
#define MAX_CHIPS 4

/* As high as a finger can hit, and so far from the edges, and from each other. */
#define CHIP_LEAST 24.0
#define CHIP_PADDING 4.0
#define CHIP_EDGE 6.0
#define CHIP_APART 3.0
#define CHIP_WORDS_APART 4.0

/* Between what is selected and a chip beside it, and one above or below: room for a
 * curve that bends. */
#define BESIDE_SOURCE 24.0
#define BELOW_SOURCE 40.0

/* Left and right of what is in it, its arrow, and between its parts. */
#define CHIP_INSET 9.0
#define CHIP_GAP 6.0
#define ARROW 12.0

/* How wide it is at most, and what of a title says something. */
#define CHIP_SHARE 0.35
#define CHIP_MOST 300.0
#define CHIP_LEAST_TITLE 60.0

/* Where a place is looked for: so far apart, and so far into the window. */
#define CHIP_STEP 4.0
#define CHIP_REACH 84.0

/* Between what is selected, with its ring, and what is told of the others. */
#define MORE_GAP 10.0
#define MORE_PADDING 3.0
#define MORE_REACH 400.0

/* What is written in one, and what it stands for: an event, or a number of them. */
typedef struct
{
  DlWhere     where;
  guint32     event; /* DL_NONE for a number */
  guint       count;
  const char *description; /* nullable */
  const char *title;       /* nullable */
  double      title_width;
  gboolean    cut;
  const char *words; /* a date, or a number */
  double      words_width;
  DlArea      area;
} Chip;

static gboolean
is_beside (DlWhere where)
{
  return where == DL_WHERE_EARLIER || where == DL_WHERE_LATER;
}

static double
text_width (const DlRelatedLayout *self, const char *text)
{
  return ceil (dl_text_measure_width (self->layout->input->measure, DL_TEXT_NOTE, text)) + 1;
}

static double
chip_height (const DlRelatedLayout *self)
{
  return MAX (self->layout->metrics->note + 2 * CHIP_PADDING, CHIP_LEAST);
}

static double
chip_width (const Chip *chip)
{
  return 2 * CHIP_INSET + ARROW + (chip->title != NULL ? CHIP_GAP + chip->title_width : 0) + CHIP_GAP +
         chip->words_width;
}

static gboolean
is_taken (const DlRelatedLayout *self, const DlArea *area, gboolean free)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (dl_area_meets (&g_array_index (self->chips, DlArea, i), area, CHIP_APART))
      return TRUE;
  if (self->source->where == DL_WHERE_SEEN)
    {
      DlArea near = self->source->has_words ? self->source->words : self->source->shape;

      near = (DlArea){ near.left - BESIDE_SOURCE, MIN (near.top, self->source->shape.top) - BELOW_SOURCE,
                       near.right + BESIDE_SOURCE, near.bottom + BELOW_SOURCE };
      if (dl_area_meets (&near, area, 0))
        return TRUE;
    }
  return free && !dl_related_layout_is_free (self, area, CHIP_WORDS_APART);
}

/* The place nearest to @want along its edge, that no other chip has and, if that is
 * asked for, nothing that one reads. */
static gboolean
find_place (const DlRelatedLayout *self, Chip *chip, double want, gboolean free)
{
  const DlArea *lanes = &self->lanes;
  gboolean      beside = is_beside (chip->where);
  double        height = chip_height (self);
  double        width = chip_width (chip);
  double        size = beside ? height : width;
  double        first = (beside ? lanes->top : lanes->left) + CHIP_EDGE;
  double        last = (beside ? lanes->bottom : lanes->right) - CHIP_EDGE - size;
  double        deepest = CHIP_EDGE + (beside ? 0 : CHIP_REACH);

  if (last < first || width > lanes->right - lanes->left - 2 * CHIP_EDGE || height > lanes->bottom - lanes->top)
    return FALSE;
  want = CLAMP (want - size / 2, first, last);
  for (double inside = CHIP_EDGE; inside <= deepest; inside += CHIP_STEP)
    for (double aside = 0; aside <= last - first; aside += CHIP_STEP)
      for (guint after = 0; after < (aside > 0 ? 2 : 1); after++)
        {
          double at = after ? want - aside : want + aside;
          DlArea area = { at, at, 0, 0 };

          if (at < first || at > last)
            continue;
          if (beside)
            area.left = chip->where == DL_WHERE_EARLIER ? lanes->left + inside : lanes->right - inside - width;
          else
            area.top = chip->where == DL_WHERE_ABOVE ? lanes->top + inside : lanes->bottom - inside - height;
          area.left = floor (area.left);
          area.top = floor (area.top);
          area.right = area.left + width;
          area.bottom = area.top + height;
          if (area.top < lanes->top || area.bottom > lanes->bottom || is_taken (self, &area, free))
            continue;
          chip->area = area;
          return TRUE;
        }
  return FALSE;
}

static DlOp *
finish_op (const Chip *chip, DlOp *op)
{
  op->event = chip->event;
  op->count = chip->count;
  op->flags |= DL_OP_FIXED | (chip->event != DL_NONE ? DL_OP_OUTSIDE : 0);
  return op;
}

/* Points at the edge. */
static void
add_arrow (DlRelatedLayout *self, const Chip *chip, double x)
{
  double  dx = chip->where == DL_WHERE_EARLIER ? -1 : chip->where == DL_WHERE_LATER ? 1 : 0;
  double  dy = chip->where == DL_WHERE_ABOVE ? -1 : chip->where == DL_WHERE_BELOW ? 1 : 0;
  double  y = (chip->area.top + chip->area.bottom) / 2;
  DlCurve line;
  DlOp   *op;

  for (guint i = 0; i < G_N_ELEMENTS (line.x); i++)
    {
      double along = (double) i / 3 - 0.5;

      line.x[i] = (float) (x + ARROW / 2 + dx * along * ARROW);
      line.y[i] = (float) (y + dy * along * ARROW);
    }
  op = finish_op (chip, dl_scene_add_curve (self->layout->scene, DL_ROLE_RELATION, &line));
  op->fill = DL_PAINT_ACCENT;
  op->flags |= DL_OP_HEAD_END;
}

static void
add_chip (DlRelatedLayout *self, const Chip *chip)
{
  DlLayoutContext *layout = self->layout;
  const DlArea    *area = &chip->area;
  double           height = area->bottom - area->top;
  double           x = area->left + CHIP_INSET;
  double           y = area->top + floor ((height - layout->metrics->note) / 2);
  DlOp            *op;

  g_array_append_vals (self->chips, area, 1);
  dl_related_layout_add_obstacle (self, area, TRUE);
  op = finish_op (chip, dl_layout_rect (layout, DL_ROLE_RELATION, DL_PAINT_VIEW, area->left, area->top,
                                        area->right - area->left, height));
  op->border = DL_PAINT_ACCENT;
  op->radius = (float) (height / 2);
  op->text = chip->description == NULL ? NULL : dl_scene_keep (layout->scene, chip->description);
  add_arrow (self, chip, chip->where == DL_WHERE_LATER ? area->right - CHIP_INSET - ARROW : x);
  if (chip->where != DL_WHERE_LATER)
    x += ARROW + CHIP_GAP;
  if (chip->title != NULL)
    {
      op = finish_op (chip, dl_layout_text (layout, DL_ROLE_RELATION, DL_TEXT_NOTE, DL_PAINT_INK, x, y,
                                            chip->title_width, chip->title));
      op->flags |= chip->cut ? DL_OP_CUT : 0;
      x += chip->title_width + CHIP_GAP;
    }
  finish_op (
    chip, dl_layout_text (layout, DL_ROLE_RELATION, DL_TEXT_NOTE, DL_PAINT_DIM, x, y, chip->words_width, chip->words));
}

/* In what moves, words come and go below a chip: it stays where it is. On a screen
 * there is one in any case; a picture names what it has room for. */
static gboolean
place_chip (DlRelatedLayout *self, Chip *chip, double want)
{
  double   full = chip->title_width;
  double   most = MIN (CHIP_SHARE * (self->lanes.right - self->lanes.left), CHIP_MOST);
  double   usual = MIN (full, MAX (most - (chip_width (chip) - full), CHIP_LEAST_TITLE));
  gboolean moving = dl_placement_get_moving (self->layout->placement);

  chip->title_width = usual;
  chip->cut = usual < full;
  if (!moving && find_place (self, chip, want, TRUE))
    return TRUE;
  if (!moving && usual > CHIP_LEAST_TITLE)
    {
      chip->title_width = CHIP_LEAST_TITLE;
      chip->cut = TRUE;
      if (find_place (self, chip, want, TRUE))
        return TRUE;
      chip->title_width = usual;
      chip->cut = usual < full;
    }
  return self->layout->input->notes && find_place (self, chip, want, FALSE);
}

/* Where it has no place, it is nowhere. Its chip is what a curve ends at. */
static void
add_event (DlRelatedLayout *self, DlRelatedSpot *spot)
{
  DlTimeline      *timeline = self->layout->timeline;
  g_autofree char *date = dl_timeline_dup_date_words (timeline, spot->event, DL_WORDS_SHORT);
  Chip             chip = { .where = spot->where, .event = spot->event };

  chip.title = dl_timeline_get_record (timeline, spot->event)->title;
  chip.title_width = text_width (self, chip.title);
  chip.words = date;
  chip.words_width = text_width (self, date);
  chip.description = spot->description != NULL ? spot->description : chip.title;
  if (!place_chip (self, &chip, spot->want))
    {
      spot->where = DL_WHERE_NOWHERE;
      return;
    }
  add_chip (self, &chip);
  spot->shape = chip.area;
  spot->has_words = FALSE;
}

/* Returns: whether there is a place to say it */
static gboolean
add_number (DlRelatedLayout *self, DlWhere where, double want, guint count)
{
  /* Translators: at an edge of the picture: related events beyond it that are not named there. */
  g_autofree char *words = g_strdup_printf (ngettext ("%'u more", "%'u more", count), count);
  Chip             chip = { .where = where, .event = DL_NONE, .count = count, .words = words };

  chip.words_width = text_width (self, words);
  if (!place_chip (self, &chip, want))
    return FALSE;
  add_chip (self, &chip);
  return TRUE;
}

static void
add_side (DlRelatedLayout *self, DlWhere where)
{
  guint  n_chips = 0;
  guint  n_more = 0;
  double want = 0;

  for (guint i = 0; i < self->n_spots; i++)
    {
      DlRelatedSpot *spot = &self->spots[i];

      if (spot->where != where)
        continue;
      want = spot->want;
      if (n_chips < MAX_CHIPS)
        add_event (self, spot);
      else
        spot->where = DL_WHERE_NOWHERE;
      if (spot->where == DL_WHERE_NOWHERE)
        n_more++;
      else
        n_chips++;
    }
  if (n_more > 0 && !add_number (self, where, want, n_more))
    self->n_more += n_more;
}

void
dl_layout_related_edges (DlRelatedLayout *self)
{
  DlRelatedSpot *source = self->source;
  guint          n_seen = 0;

  for (guint i = 0; i < self->n_spots; i++)
    {
      DlRelatedSpot *spot = &self->spots[i];

      n_seen += spot->where == DL_WHERE_SEEN;
      if (spot->where == DL_WHERE_NOWHERE)
        self->n_more++;
      if (is_beside (spot->where))
        spot->want = (source->shape.top + source->shape.bottom) / 2;
    }
  /* From afar only the way back to it is told, where something leads there. */
  if (source->where != DL_WHERE_SEEN)
    {
      if (n_seen == 0)
        source->where = DL_WHERE_NOWHERE;
      if (source->where != DL_WHERE_NOWHERE)
        add_event (self, source);
      return;
    }
  for (DlWhere where = DL_WHERE_EARLIER; where < DL_WHERE_NOWHERE; where++)
    add_side (self, where);
}

/* Below what is selected, above it, or to either side. */
static gboolean
find_place_for_more (DlRelatedLayout *self, double width, double height, DlArea *area)
{
  const DlRelatedSpot *source = self->source;
  const DlArea        *words = source->has_words ? &source->words : &source->shape;
  double               above = MIN (source->shape.top, words->top) - MORE_GAP - height;
  double               below = MAX (source->shape.bottom, words->bottom) + MORE_GAP;
  double               middle = (words->top + words->bottom - height) / 2;

  for (double aside = 0; aside < MORE_REACH; aside += CHIP_STEP)
    {
      const double places[][2] = { { words->left + aside, below },
                                   { words->left - aside, below },
                                   { words->left + aside, above },
                                   { words->left - aside, above },
                                   { words->right + MORE_GAP + aside, middle },
                                   { words->left - MORE_GAP - aside - width, middle } };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          *area = (DlArea){ floor (places[i][0]), floor (places[i][1]), 0, 0 };
          area->right = area->left + width;
          area->bottom = area->top + height;
          if (area->left >= self->lanes.left && area->right <= self->lanes.right && area->top >= self->lanes.top &&
              area->bottom <= self->lanes.bottom && dl_related_layout_is_free (self, area, CHIP_WORDS_APART))
            return TRUE;
        }
    }
  return FALSE;
}

void
dl_layout_related_more (DlRelatedLayout *self)
{
  DlLayoutContext *layout = self->layout;
  g_autofree char *text = NULL;
  double           width, scroll = layout->input->scroll;
  DlArea           area;
  DlOp            *op;

  if (self->n_more == 0 || self->source->where != DL_WHERE_SEEN)
    return;
  if (layout->input->notes)
    /* Translators: beside an event with many related ones: those without a curve. */
    text = g_strdup_printf (ngettext ("and %'u more in the details", "and %'u more in the details", self->n_more),
                            self->n_more);
  else
    /* Translators: the same in a picture, which has no details. */
    text = g_strdup_printf (ngettext ("and %'u more related", "and %'u more related", self->n_more), self->n_more);
  width = text_width (self, text) + 2 * MORE_PADDING;
  if (!find_place_for_more (self, width, layout->metrics->note, &area))
    return;
  dl_related_layout_add_obstacle (self, &area, TRUE);
  dl_layout_rect (layout, DL_ROLE_GROUND, DL_PAINT_VIEW, area.left, area.top + scroll, width, layout->metrics->note);
  op = dl_layout_text (layout, DL_ROLE_RELATION, DL_TEXT_NOTE, DL_PAINT_ACCENT, area.left + MORE_PADDING,
                       area.top + scroll, width - 2 * MORE_PADDING, text);
  op->count = self->n_more;
}
