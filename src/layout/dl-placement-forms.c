/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much a label says: a line, two, or a card with date, place and quote. */
#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "layout/dl-card.h"
#include "layout/dl-placement-private.h"
#include "layout/dl-text-wrap.h"

/* The most that a card's words take, for text of the usual size, unless they need
 * more to be whole; what is longer than a line can be read; and what is too little
 * for a card. */
#define CARD_TEXT_WIDTH 340.0
#define WIDEST_TEXT 640.0
#define LEAST_CARD_TEXT 110.0

/* Of a quote that can be whole in them by being wider. */
#define USUAL_QUOTE_LINES 3

/* How much wider a card gets at a time until its words are whole. */
#define WIDER 1.12

#define WIDEN_PASSES 4

/* What is no farther from where it was, in pixels, is read as there: a letter or two. */
#define SAME_PLACE 15.0

/* So many of the best are looked at for one: more is not read. */
#define MAX_CARDS 300u

static DlCandidate *
candidate_at (DlLanePlacer *placer, guint index)
{
  return &g_array_index (placer->candidates, DlCandidate, index);
}

double
dl_lane_placer_room (DlLanePlacer *placer, guint index)
{
  const DlCandidate *candidate = candidate_at (placer, index);
  double             from = -G_MAXDOUBLE;
  double             to = G_MAXDOUBLE;

  dl_row_find_room (&placer->rows[candidate->row], index, &from, &to);
  return candidate->label.side == DL_SIDE_AFTER
           ? MIN (to - DL_LABEL_GAP, placer->input->viewport.width - DL_LABEL_EDGE) - candidate->label_from
           : candidate->label_to - MAX (from, DL_LABEL_EDGE);
}

static void
take_width (DlLanePlacer *placer, guint index, double width)
{
  DlCandidate *candidate = candidate_at (placer, index);
  double       from = candidate->from;
  double       to = candidate->to;

  candidate->width = width;
  if (candidate->label.side == DL_SIDE_AFTER)
    to = MAX (to, candidate->label_from + width);
  else
    from = MIN (from, candidate->label_to - width);
  dl_row_widen (&placer->rows[candidate->row], index, from, to + DL_LABEL_GAP);
}

/* To the other side of its date, where that has more room. */
static void
turn (DlLanePlacer *placer, guint index)
{
  DlCandidate *candidate = candidate_at (placer, index);
  double       room = dl_lane_placer_room (placer, index);
  double       other;

  candidate->label.side = candidate->label.side == DL_SIDE_AFTER ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
  other = dl_lane_placer_room (placer, index);
  if (other > room)
    {
      dl_row_shrink (&placer->rows[candidate->row], index, candidate->from, candidate->to + DL_LABEL_GAP);
      take_width (placer, index, dl_candidate_get_step (candidate, other));
    }
  else
    candidate->label.side = candidate->label.side == DL_SIDE_AFTER ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
}

/* Returns: whether any has got more */
static gboolean
widen_once (DlLanePlacer *placer, gboolean turning)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < placer->candidates->len; i++)
    {
      DlCandidate *candidate = candidate_at (placer, i);
      double       width = candidate->width;
      double       step;

      if (candidate->row < 0)
        continue;
      step = dl_candidate_get_step (candidate, dl_lane_placer_room (placer, i));
      if (step > candidate->width)
        take_width (placer, i, step);
      if (turning && candidate->width < candidate->title)
        turn (placer, i);
      changed |= candidate->width > width;
    }
  return changed;
}

void
dl_lane_placer_widen (DlLanePlacer *placer, gboolean turning)
{
  /* One that has turned leaves room to others. */
  for (guint pass = 0; pass < WIDEN_PASSES && widen_once (placer, turning); pass++)
    continue;
}

/* A label of any lane. */
typedef struct
{
  DlLanePlacer *placer;
  guint         index;
} Ref;

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const Ref         *left = a;
  const Ref         *right = b;
  const DlCandidate *one = candidate_at (left->placer, left->index);
  const DlCandidate *other = candidate_at (right->placer, right->index);

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  if (left->placer->lane != right->placer->lane)
    return left->placer->lane < right->placer->lane ? -1 : 1;
  return one->label.item < other->label.item ? -1 : one->label.item > other->label.item;
}

static double
line_height (const DlMetrics *metrics, guint n_lines)
{
  return metrics->when + n_lines * metrics->text;
}

/* How much higher a row gets by @height in it. */
static double
growth (const double *heights, guint row, double height)
{
  return MAX (height - heights[row], 0);
}

/* Two lines of title where one is too short for it. */
static gboolean
wrap_title (Ref *ref, double *heights, double *spare)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (ref->placer->input->arrangement);
  DlCandidate     *candidate = candidate_at (ref->placer, ref->index);
  const char      *title =
    dl_timeline_get_record (dl_arrangement_get_timeline (ref->placer->input->arrangement), candidate->label.event)
      ->title;
  double     room = dl_lane_placer_room (ref->placer, ref->index);
  double     height = line_height (metrics, DL_TITLE_LINES);
  double     more = growth (heights, (guint) candidate->row, height);
  DlTextLine lines[DL_TITLE_LINES];
  gboolean   whole;
  guint      n;

  if (more > *spare)
    return FALSE;
  n = dl_text_wrap (ref->placer->input->measure, candidate->label.style, title, room, lines, DL_TITLE_LINES, &whole);
  if (n < DL_TITLE_LINES)
    return FALSE;
  candidate->label.width = 0;
  for (guint i = 0; i < n; i++)
    {
      candidate->label.title[i] =
        (DlLabelLine){ title + lines[i].from, lines[i].length, (float) MIN (lines[i].width, room) };
      candidate->label.width = MAX (candidate->label.width, candidate->label.title[i].width);
    }
  candidate->label.n_title = n;
  candidate->label.cut = !whole;
  candidate->label.status = 0;
  candidate->label.date.width = 0;
  candidate->label.height = (float) height;
  heights[candidate->row] += more;
  *spare -= more;
  /* In two lines it leaves room beside it. */
  dl_row_shrink (&ref->placer->rows[candidate->row], ref->index, candidate->from, candidate->to + DL_LABEL_GAP);
  take_width (ref->placer, ref->index, candidate->label.width);
  return TRUE;
}

/* Lines of @text in @width. Returns: how many */
static guint
set_lines (DlLanePlacer *placer,
           DlTextStyle   style,
           const char   *text,
           double        width,
           guint         max_lines,
           DlLabelLine  *lines,
           gboolean     *cut,
           double       *widest)
{
  DlTextLine wrapped[MAX (DL_TITLE_LINES, DL_QUOTE_LINES)];
  gboolean   whole;
  guint      n = dl_text_wrap (placer->input->measure, style, text, width, wrapped, max_lines, &whole);

  for (guint i = 0; i < n; i++)
    {
      lines[i] = (DlLabelLine){ text + wrapped[i].from, wrapped[i].length, (float) MIN (wrapped[i].width, width) };
      *widest = MAX (*widest, lines[i].width);
    }
  *cut = !whole;
  return n;
}

static double
measured (DlLanePlacer *placer, DlTextStyle style, const char *text)
{
  return text == NULL ? 0 : ceil (dl_text_measure_width (placer->input->measure, style, text)) + 2;
}

/* How wide the words of a card want to be: the title and the date in a line
 * each if that may be, the quote in as many as it may have. */
static double
card_text_width (const DlCandidate *candidate, double usual, double date, double quote)
{
  double width = MAX (candidate->title, candidate->status + date);

  if (quote > 0)
    width = MAX (width, quote <= usual ? quote : quote / USUAL_QUOTE_LINES);
  return CLAMP (width, LEAST_CARD_TEXT, usual);
}

/* Sets the words of a card in @width. Returns: the width of the widest line */
static double
set_card (DlLanePlacer *placer, DlLabel *label, const char *title, const char *quote, double width, guint max_lines)
{
  double widest = 0;

  label->n_title = set_lines (placer, label->style, title, width, DL_TITLE_LINES, label->title, &label->cut, &widest);
  label->n_quote = 0;
  label->quote_cut = FALSE;
  if (quote != NULL)
    label->n_quote =
      set_lines (placer, DL_TEXT_QUOTE, quote, width, max_lines, label->quote, &label->quote_cut, &widest);
  return widest;
}

static gboolean
is_planned (const DlEventRecord *record)
{
  return record->status == DL_STATUS_PLANNED || record->status == DL_STATUS_POSTPONED;
}

/* What a card's words may take beside the date of the label at @index. */
static double
card_room (DlLanePlacer *placer, guint index, double factor)
{
  return MIN (dl_lane_placer_room (placer, index) - 2 * DL_CARD_INDENT, WIDEST_TEXT * factor);
}

/* Until its words are whole, up to @room. Returns: the width of the widest line */
static double
widen_card (DlLanePlacer *placer,
            DlLabel      *label,
            const char   *title,
            const char   *quote,
            double       *width,
            double        room,
            double        widest)
{
  while ((label->cut || label->quote_cut) && *width < room)
    {
      *width = MIN (*width * WIDER, room);
      widest = set_card (placer, label, title, quote, *width, USUAL_QUOTE_LINES);
    }
  return widest;
}

/* A card in place of a line; what is dimmed has none. @quoted: only one with somebody's words */
static gboolean
make_card (Ref *ref, double *heights, double *spare, gboolean quoted)
{
  DlLanePlacer        *placer = ref->placer;
  const DlMetrics     *metrics = dl_arrangement_get_metrics (placer->input->arrangement);
  DlTimeline          *timeline = dl_arrangement_get_timeline (placer->input->arrangement);
  DlCandidate         *candidate = candidate_at (placer, ref->index);
  const DlEventRecord *record = dl_timeline_get_record (timeline, candidate->label.event);
  double               factor = MAX (metrics->text / DL_USUAL_TEXT, 1);
  double               room = card_room (placer, ref->index, factor);
  DlLabel              label = candidate->label;
  g_autofree char     *date = NULL;
  g_autofree char     *words = NULL;
  const char          *quote = NULL;
  gboolean             turned = FALSE;
  double               width, widest, height, more, date_width;

  if (room < LEAST_CARD_TEXT || label.card || (quoted && record->n_quotes == 0) ||
      !dl_lane_index_is_shown (placer->index, label.item))
    return FALSE;
  date = dl_card_dup_date (timeline, label.event);
  words = dl_card_dup_quote (timeline, label.event);
  if (words != NULL)
    quote = g_string_chunk_insert (placer->placement->strings, words);
  date_width = measured (placer, DL_TEXT_DATE, date);
  width = card_text_width (candidate, MIN (room, CARD_TEXT_WIDTH * factor), date_width,
                           measured (placer, DL_TEXT_QUOTE, quote));
  widest = set_card (placer, &label, record->title, quote, width, USUAL_QUOTE_LINES);
  widest = widen_card (placer, &label, record->title, quote, &width, room, widest);
  /* To the other side of its date, where that has more room. */
  if (label.cut || label.quote_cut)
    {
      DlLabelSide side = candidate->label.side;
      double      other;

      candidate->label.side = side == DL_SIDE_AFTER ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
      other = card_room (placer, ref->index, factor);
      turned = other > room;
      if (turned)
        {
          room = other;
          widest = widen_card (placer, &label, record->title, quote, &width, room, widest);
        }
      else
        candidate->label.side = side;
      label.side = candidate->label.side;
    }
  /* Rather higher than cut. */
  if (label.quote_cut)
    widest = set_card (placer, &label, record->title, quote, width, DL_QUOTE_LINES);
  height =
    metrics->when + 2 * metrics->card_padding + (label.n_title + 1) * metrics->text + label.n_quote * metrics->quote;
  more = growth (heights, (guint) candidate->row, height);
  /* A card of what is planned is hatched, and would be taken for a time before it. */
  if (more > *spare || (label.side == DL_SIDE_BEFORE && is_planned (record)))
    {
      if (turned)
        candidate->label.side = label.side == DL_SIDE_AFTER ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
      return FALSE;
    }
  /* It may be narrower than the line was. */
  dl_row_shrink (&placer->rows[candidate->row], ref->index, candidate->from, candidate->to + DL_LABEL_GAP);
  label.status = candidate->status > 0 ? (float) (candidate->status - DL_PILL_GAP) : 0;
  label.date.text = g_string_chunk_insert (placer->placement->strings, date);
  label.date.length = strlen (date);
  label.date.width = (float) MIN (date_width, room - candidate->status);
  widest = MAX (widest, candidate->status + (double) label.date.width);
  label.width = (float) (widest + 2 * DL_CARD_INDENT);
  label.card = TRUE;
  label.height = (float) height;
  candidate->label = label;
  heights[candidate->row] += more;
  *spare -= more;
  take_width (placer, ref->index, (double) label.width);
  return TRUE;
}

/* All labels of all lanes, the most important first. */
static GArray *
all_labels (DlLanePlacer *placers, guint n_lanes)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (Ref));

  for (guint lane = 0; lane < n_lanes; lane++)
    for (guint i = 0; placers[lane].candidates != NULL && i < placers[lane].candidates->len; i++)
      if (candidate_at (&placers[lane], i)->row >= 0)
        g_array_append_val (refs, ((Ref){ &placers[lane], i }));
  g_array_sort (refs, compare_weight);
  return refs;
}

/* As far as there is room now. */
static void
widen_line (DlLanePlacer *placer, guint index)
{
  DlCandidate *candidate = candidate_at (placer, index);
  double       step = dl_candidate_get_step (candidate, dl_lane_placer_room (placer, index));

  if (step > candidate->width)
    take_width (placer, index, step);
  dl_candidate_set_words (candidate, placer);
}

/* Where the words of a line of @width begin. */
static double
words_from (const DlCandidate *candidate, double width)
{
  return candidate->label.side == DL_SIDE_AFTER ? candidate->label_from : candidate->label_to - width;
}

/* Lets a cut line that begins or ends with what is stated of its date begin or end
 * with all of that, where it still stands where it stood and there is more of it. */
static void
grow (DlLanePlacer *placer, guint index)
{
  DlCandidate *candidate = candidate_at (placer, index);
  DlCandidate  before = *candidate;
  double       from = words_from (candidate, candidate->width);
  double       to = from + candidate->width;

  if (!candidate->label.cut || !dl_candidate_loosen (candidate, placer))
    return;
  for (DlLabelSide side = DL_SIDE_AFTER; side <= DL_SIDE_BEFORE; side++)
    {
      double width, now;

      candidate->label.side = side;
      width = dl_candidate_get_step (candidate, dl_lane_placer_room (placer, index));
      now = words_from (candidate, width);
      if (width <= before.width || now > from + SAME_PLACE || now + width < to - SAME_PLACE)
        continue;
      dl_row_shrink (&placer->rows[candidate->row], index, candidate->from, candidate->to + DL_LABEL_GAP);
      take_width (placer, index, width);
      dl_candidate_set_words (candidate, placer);
      return;
    }
  *candidate = before;
}

/* What had to be cut when others were wider may have room now. */
static void
mend (Ref *ref, double *spare)
{
  DlCandidate *candidate = candidate_at (ref->placer, ref->index);
  DlLabel      before = candidate->label;

  if (!before.cut && !(before.card && before.quote_cut))
    return;
  candidate->label.card = FALSE;
  if (before.card && !make_card (ref, ref->placer->row_heights, spare, FALSE))
    candidate->label = before;
  if (!before.card && before.n_title > 1)
    wrap_title (ref, ref->placer->row_heights, spare);
  else if (!before.card)
    {
      widen_line (ref->placer, ref->index);
      grow (ref->placer, ref->index);
    }
}

double
dl_placement_enrich (DlLanePlacer *placers, guint n_lanes, double spare, double titles_spare)
{
  g_autoptr (GArray) refs = all_labels (placers, n_lanes);
  const DlMetrics   *metrics = n_lanes > 0 ? dl_arrangement_get_metrics (placers[0].input->arrangement) : NULL;

  for (guint i = 0; i < refs->len; i++)
    candidate_at (g_array_index (refs, Ref, i).placer, g_array_index (refs, Ref, i).index)->label.height =
      (float) line_height (metrics, 1);
  /* Nothing is richer before all is whole. */
  for (guint i = 0; i < refs->len; i++)
    {
      Ref   *ref = &g_array_index (refs, Ref, i);
      double before = titles_spare;

      if (candidate_at (ref->placer, ref->index)->label.cut &&
          wrap_title (ref, ref->placer->row_heights, &titles_spare))
        spare -= before - titles_spare;
    }
  /* A card with somebody's words says more than a line does; one without only
   * says it more calmly. */
  for (guint quoted = 0; quoted < 2; quoted++)
    for (guint i = 0; i < MIN (refs->len, MAX_CARDS) && spare > 0; i++)
      {
        Ref *ref = &g_array_index (refs, Ref, i);

        make_card (ref, ref->placer->row_heights, &spare, quoted == 0);
      }
  for (guint i = 0; i < MIN (refs->len, MAX_CARDS); i++)
    mend (&g_array_index (refs, Ref, i), &spare);
  return spare;
}

void
dl_lane_placer_fill_last (DlLanePlacer *placer)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (placer->input->arrangement);

  if (!dl_lane_placer_fill (placer))
    return;
  for (guint i = 0; i < placer->candidates->len; i++)
    {
      DlCandidate *candidate = candidate_at (placer, i);

      if (candidate->row < 0 || candidate->label.n_title > 0)
        continue;
      widen_line (placer, i);
      grow (placer, i);
      candidate->label.height = (float) line_height (metrics, 1);
    }
}
