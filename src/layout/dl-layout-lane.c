/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include <glib/gi18n.h>

#include "layout/dl-layout-private.h"
#include "time/dl-words.h"

#define LANE_INDENT 12.0
#define DOT_SIZE 9.0
#define HEADER_GAP 10.0
#define MARKER_GAP 2.0
#define LEAST_NOTE_WIDTH 80.0 /* of a note on the nearest event: less says nothing */

/* The selected event's label, which waits until the others are drawn. */
typedef struct
{
  gboolean found;
  guint    group;
  guint    item;
  guint    row;
  gboolean meets;
} SelectedLabel;

typedef struct
{
  DlLayoutContext *layout;
  guint            lane;
  guint            group;
  double           lane_y;
  guint            selected; /* its item in the group, or DL_NONE */
  SelectedLabel   *waiting;
} LabelQuery;

static void
add_label (guint item, guint row, gboolean meets, gpointer data)
{
  LabelQuery *query = data;

  if (item == query->selected)
    {
      *query->waiting = (SelectedLabel){ TRUE, query->group, item, row, meets };
      return;
    }
  if (query->group == DL_GROUP_SINGLES)
    dl_layout_single (query->layout, query->lane, item, row, query->lane_y, !meets);
  else
    dl_layout_interval (query->layout, query->lane, item, row, query->lane_y, !meets);
}

static guint
selected_item (DlLayoutContext *self, const DlGroup *group)
{
  return self->input->selected == DL_NONE ? DL_NONE : dl_positions_find (group->events, self->input->selected);
}

/* The selected item of the group where it meets the window without a label. */
static guint
find_selected (DlLayoutContext *self, const DlGroup *group, const DlLevelsView *view)
{
  guint              item = selected_item (self, group);
  const DlLevelItem *place;

  if (item == DL_NONE || dl_levels_view_shows (view, item))
    return DL_NONE;
  place = dl_levels_get_item (group->levels, item);
  return dl_instant_compare (place->start, self->to) < 0 && dl_instant_compare (place->end, self->from) > 0 ? item
                                                                                                            : DL_NONE;
}

void
dl_layout_count_lane (DlLayoutContext *self, guint lane_index, DlLaneCount *count)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane_index);

  count->n_meeting = count->n_running = count->n_starting = 0;
  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      const DlGroup *group = &rows->groups[g];
      DlLevelsView  *view = &count->views[g];
      guint          first = dl_levels_first_from (group->levels, 0, self->from);
      guint          end = dl_levels_first_from (group->levels, first, self->to);
      guint          ended = dl_levels_count_ended (group->levels, self->from);
      guint          shown_before;

      dl_levels_at (group->levels, self->input->viewport.scale, view);
      shown_before = dl_levels_view_count_started (view, first);
      count->first[g] = first;
      count->end[g] = end;
      count->ended[g] = ended;
      count->n_meeting += end - ended;
      count->n_running += first - ended - (shown_before - dl_levels_view_count_ended (view, ended));
      count->n_starting += end - first - (dl_levels_view_count_started (view, end) - shown_before);
      count->selected[g] = find_selected (self, group, view);
      if (count->selected[g] == DL_NONE)
        continue;
      if (count->selected[g] < first)
        count->n_running--;
      else
        count->n_starting--;
    }
}

/* The nearest of the lane's events that end before the window, and that begin after it. */
static void
find_nearest (DlLayoutContext *self, guint lane_index, const DlLaneCount *count, guint32 *earlier, guint32 *later)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane_index);
  DlInstant         last = DL_INSTANT_MIN;
  DlInstant         next = DL_INSTANT_MAX;

  *earlier = *later = DL_NONE;
  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      const DlGroup *group = &rows->groups[g];

      if (count->ended[g] > 0)
        {
          guint     item = dl_levels_item_by_end (group->levels, count->ended[g] - 1);
          DlInstant end = dl_levels_get_item (group->levels, item)->end;

          if (*earlier == DL_NONE || dl_instant_compare (end, last) > 0)
            {
              *earlier = g_array_index (group->events, guint32, item);
              last = end;
            }
        }
      if (count->end[g] < group->events->len)
        {
          DlInstant start = dl_levels_get_item (group->levels, count->end[g])->start;

          if (*later == DL_NONE || dl_instant_compare (start, next) < 0)
            {
              *later = g_array_index (group->events, guint32, count->end[g]);
              next = start;
            }
        }
    }
}

/* A line that marks a date ends above a lane's words and goes on below them. */
static void
make_way (DlLayoutContext *self, guint lane_index, DlInstant at, double x, double y, double width, DlTextStyle style)
{
  double marker = dl_viewport_x (&self->input->viewport, at);

  if (marker > x - MARKER_GAP && marker < x + width + MARKER_GAP)
    dl_layout_rect (self, DL_ROLE_BACKGROUND, DL_PAINT_VIEW, marker - MARKER_GAP, y, 2 * MARKER_GAP,
                    dl_text_measure_line_height (self->input->measure, style))
      ->lane = (guint16) lane_index;
}

static DlOp *
lane_text (DlLayoutContext *self,
           guint            lane_index,
           DlRole           role,
           DlTextStyle      style,
           DlPaint          paint,
           double           x,
           double           y,
           double           width,
           const char      *text)
{
  DlOp *op;

  if (self->has_as_of)
    make_way (self, lane_index, self->as_of, x, y, width, style);
  if (self->input->has_today)
    make_way (self, lane_index, self->input->today, x, y, width, style);
  op = dl_layout_text (self, role, style, paint, x, y, width, text);
  op->lane = (guint16) lane_index;
  return op;
}

static double
header_text (DlLayoutContext *self,
             guint            lane_index,
             DlRole           role,
             DlTextStyle      style,
             DlPaint          paint,
             double           x,
             double           y,
             double           width,
             const char      *text,
             DlOp           **out)
{
  DlOp *op = lane_text (self, lane_index, role, style, paint, x, y, width, text);

  op->hue = (guint8) dl_arrangement_get_lane (self->input->arrangement, lane_index)->hue;
  if (out != NULL)
    *out = op;
  return width;
}

static double
text_width (DlLayoutContext *self, DlTextStyle style, const char *text)
{
  return ceil (dl_text_measure_width (self->input->measure, style, text)) + 2;
}

/* A note in a lane's header. */
typedef struct
{
  DlRole   role;
  DlPaint  paint;
  guint    count;
  guint32  event; /* what a click goes to, or DL_NONE */
  guint32  flags;
  char    *text;   /* owned */
  gboolean wanted; /* kept even where the lane's name has to be cut for it */
} Note;

static double
note_width (DlLayoutContext *self, const Note *note)
{
  return note->count == 0 ? 0 : text_width (self, DL_TEXT_NOTE, note->text) + HEADER_GAP;
}

static void
add_note (DlLayoutContext *self, guint lane_index, const Note *note, double x, double y)
{
  DlOp *op;

  header_text (self, lane_index, note->role, DL_TEXT_NOTE, note->paint, x, y, note_width (self, note) - HEADER_GAP,
               note->text, &op);
  op->count = note->count;
  op->event = note->event;
  op->flags |= note->flags;
}

/* A dot in the lane's colour, or where it can be pressed a triangle that says
 * whether the rows are shown. */
static void
add_lane_mark (DlLayoutContext *self, guint lane_index, double text_y)
{
  const DlLane *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  double        y = text_y + (dl_text_measure_line_height (self->input->measure, DL_TEXT_LANE) - DOT_SIZE) / 2;
  DlOp         *op;

  if (self->input->interactive)
    {
      op = dl_scene_add (self->scene, DL_OP_TRIANGLE, DL_ROLE_TOGGLE);
      op->fill = DL_PAINT_HUE;
      op->x = (float) LANE_INDENT;
      op->y = (float) y;
      op->w = op->h = (float) DOT_SIZE;
      if (lane->state == DL_LANE_COLLAPSED)
        op->flags |= DL_OP_COLLAPSED;
    }
  else
    {
      op = dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_HUE, LANE_INDENT, y, DOT_SIZE, DOT_SIZE);
      op->radius = (float) (DOT_SIZE / 2);
    }
  op->lane = (guint16) lane_index;
  op->hue = (guint8) lane->hue;
}

/* The lane's name, how many events it has, and what is not seen of it. */
static void
add_header (DlLayoutContext   *self,
            guint              lane_index,
            double             y,
            const DlLaneCount *count,
            guint32            nearest_earlier,
            guint32            nearest_later)
{
  const DlLane     *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane_index);
  guint             n_earlier = count->ended[DL_GROUP_SINGLES] + count->ended[DL_GROUP_INTERVALS];
  guint             n_later = lane->events->len - count->end[DL_GROUP_SINGLES] - count->end[DL_GROUP_INTERVALS];
  double            right = self->input->viewport.width - LANE_INDENT;
  double            x = LANE_INDENT + DOT_SIZE + 7;
  double            text_y = y + 5;
  double            note_y = text_y + dl_text_measure_line_height (self->input->measure, DL_TEXT_LANE) -
                  dl_text_measure_line_height (self->input->measure, DL_TEXT_NOTE);
  double name_width = text_width (self, DL_TEXT_LANE, lane->name);
  double wanted = 0;
  Note   later = { DL_ROLE_LATER, DL_PAINT_DIM, n_later, nearest_later, DL_OP_OUTSIDE | DL_OP_ALIGN_END };
  Note   notes[] = {
      { DL_ROLE_TOTAL, DL_PAINT_DIM, lane->events->len, DL_NONE },
      { DL_ROLE_EARLIER, DL_PAINT_DIM, n_earlier, nearest_earlier, DL_OP_OUTSIDE, NULL, TRUE },
      { DL_ROLE_COUNT, DL_PAINT_HUE, count->n_running, DL_NONE, 0, NULL, TRUE },
      { DL_ROLE_UNLABELLED, DL_PAINT_DIM, rows->n_rows > 0 ? count->n_starting : 0, DL_NONE },
      { DL_ROLE_MORE_ROWS, DL_PAINT_DIM, rows->n_more_rows, DL_NONE },
  };

  notes[0].text = g_strdup_printf (ngettext ("%'u event", "%'u events", lane->events->len), lane->events->len);
  /* Translators: events of a lane that lie left of the window. */
  notes[1].text = g_strdup_printf (ngettext ("‹ %'u earlier", "‹ %'u earlier", n_earlier), n_earlier);
  /* Translators: events that began before the left edge of the window, still
   * go on there, and have no room for a label. */
  notes[2].text = g_strdup_printf (ngettext ("+%'u running", "+%'u running", count->n_running), count->n_running);
  /* Translators: events in the window that are only marks, for want of room. */
  notes[3].text =
    g_strdup_printf (ngettext ("%'u without a label", "%'u without a label", count->n_starting), count->n_starting);
  /* Translators: rows of a lane that are not shown, to keep it short. */
  notes[4].text = g_strdup_printf (ngettext ("%'u more row", "%'u more rows", rows->n_more_rows), rows->n_more_rows);
  /* Translators: events of a lane that lie right of the window. */
  later.text = g_strdup_printf (ngettext ("%'u later ›", "%'u later ›", n_later), n_later);

  add_lane_mark (self, lane_index, text_y);
  if (n_later > 0)
    {
      add_note (self, lane_index, &later, right - (note_width (self, &later) - HEADER_GAP), note_y);
      right -= note_width (self, &later);
    }
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    wanted += notes[i].wanted ? note_width (self, &notes[i]) : 0;
  name_width = MIN (name_width, MAX (right - x - wanted, 40));
  x +=
    header_text (self, lane_index, DL_ROLE_LANE, DL_TEXT_LANE, DL_PAINT_INK, x, text_y, name_width, lane->name, NULL) +
    HEADER_GAP;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      double width = note_width (self, &notes[i]);

      if (notes[i].wanted)
        wanted -= width;
      if (width > 0 && (notes[i].wanted || x + width + wanted <= right))
        {
          add_note (self, lane_index, &notes[i], x, note_y);
          x += width;
        }
      g_free (notes[i].text);
    }
  g_free (later.text);
  if (y - self->input->scroll >= self->input->height)
    self->below += count->n_running;
}

/* A lane with nothing in the window says where its nearest events are. */
static void
add_nearest (DlLayoutContext *self, guint lane_index, double y, guint32 position, DlRole role, double x, double width)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  DlOp            *op;

  if (position == DL_NONE)
    return;
  date = dl_timeline_dup_date_words (self->timeline, position, DL_WORDS_SHORT);
  text = role == DL_ROLE_EARLIER
           /* Translators: the nearest event left of the window: its date, its title. */
           ? g_strdup_printf (C_ ("nearest event", "‹ %s: %s"), date,
                              dl_timeline_get_record (self->timeline, position)->title)
           /* Translators: the nearest event right of the window: its date, its title. */
           : g_strdup_printf (C_ ("nearest event", "%s: %s ›"), date,
                              dl_timeline_get_record (self->timeline, position)->title);
  width = MIN (width, text_width (self, DL_TEXT_NOTE, text));
  if (role == DL_ROLE_LATER)
    x -= width;
  op = lane_text (self, lane_index, role, DL_TEXT_NOTE, DL_PAINT_DIM, x, y, width, text);
  op->event = position;
  op->flags |= DL_OP_OUTSIDE | (role == DL_ROLE_LATER ? DL_OP_ALIGN_END : 0);
}

/* What is left of @from..@to beside the labels, drawn since @first, of events that
 * lie outside the window and only reach into it. The note keeps to the first row,
 * so that it stands in the same place whichever rows are in sight. */
static void
find_free_part (DlLayoutContext *self, guint first, double y, double *from, double *to)
{
  double      end = y + dl_text_measure_line_height (self->input->measure, DL_TEXT_NOTE);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (self->scene, &n_ops);

  for (guint i = first; i < n_ops; i++)
    {
      if (ops[i].row != 0 || ops[i].y >= end || ops[i].y + ops[i].h <= y)
        continue;
      if (ops[i].x < self->input->viewport.width / 2)
        *from = MAX (*from, ops[i].x + ops[i].w + HEADER_GAP);
      else
        *to = MIN (*to, ops[i].x - HEADER_GAP);
    }
}

/* The ring around what is selected, and the diamond of a point in time, are
 * higher than the row that they stand in, and reach so far above and below it. */
#define ROW_OVERHANG 4.0

/* The rows that can be seen, or all; @end_row is the row after the last. */
static void
find_rows_in_sight (DlLayoutContext *self, const DlLaneRows *rows, double top, guint *first_row, guint *end_row)
{
  *first_row = 0;
  *end_row = rows->n_rows;
  if (!self->input->only_in_sight)
    return;
  while (*first_row < rows->n_rows && top + rows->row_y[*first_row + 1] + ROW_OVERHANG <= self->head)
    ++*first_row;
  *end_row = *first_row;
  while (*end_row < rows->n_rows && top + rows->row_y[*end_row] - ROW_OVERHANG < self->input->height)
    ++*end_row;
}

static void
add_labels (DlLayoutContext *self, guint lane_index, double y, const DlLaneCount *count)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane_index);
  double            top = y - self->input->scroll;
  SelectedLabel     waiting = { FALSE };
  guint             first_row, end_row;

  find_rows_in_sight (self, rows, top, &first_row, &end_row);
  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      const DlGroup *group = &rows->groups[g];
      LabelQuery     query = { self, lane_index, g, y, selected_item (self, group), &waiting };
      guint          first = CLAMP (first_row, group->first_row, group->first_row + group->n_rows) - group->first_row;
      guint          end = CLAMP (end_row, group->first_row, group->first_row + group->n_rows) - group->first_row;
      guint          below = 0;

      dl_levels_view_foreach (&count->views[g], self->from, self->to, first, end, add_label, &query);
      while (below < group->n_rows && top + rows->row_y[group->first_row + below] < self->input->height)
        below++;
      self->below += dl_levels_view_count_rows (&count->views[g], self->from, self->to, below, group->n_rows);
    }
  if (waiting.found)
    {
      LabelQuery query = { self, lane_index, waiting.group, y, DL_NONE, NULL };

      add_label (waiting.item, waiting.row, waiting.meets, &query);
    }
}

void
dl_layout_lane (DlLayoutContext *self, guint lane_index, double y)
{
  const DlLayoutInput *input = self->input;
  const DlLaneRows    *rows = dl_arrangement_get_rows (input->arrangement, lane_index);
  double               top = y - input->scroll;
  DlLaneCount          count;
  guint32              earlier, later;
  guint                first_op;
  DlOp                *op;

  if (input->only_in_sight && top + rows->height <= self->head)
    return;
  dl_layout_count_lane (self, lane_index, &count);
  if (input->only_in_sight && top >= input->height)
    {
      self->below += count.n_meeting;
      return;
    }
  dl_scene_get_ops (self->scene, &first_op);
  add_labels (self, lane_index, y, &count);
  if (input->only_in_sight && top + rows->strip_y - ROW_OVERHANG >= input->height)
    {
      self->below += count.n_starting;
      for (guint g = 0; g < DL_N_GROUPS; g++)
        self->below += count.selected[g] != DL_NONE;
    }
  else
    dl_layout_strip (self, lane_index, y + rows->strip_y, &count);
  find_nearest (self, lane_index, &count, &earlier, &later);
  add_header (self, lane_index, y, &count, earlier, later);
  /* A collapsed lane has no rows to say it in. */
  if (count.n_meeting == 0 && rows->n_rows > 0)
    {
      double note_height = dl_text_measure_line_height (input->measure, DL_TEXT_NOTE);
      double note_y = y + rows->row_y[0] + CLAMP (rows->row_y[1] - rows->row_y[0] - note_height, 0, 6);
      double from = LANE_INDENT;
      double to = input->viewport.width - LANE_INDENT;
      double part;

      if (input->only_in_sight &&
          (note_y - input->scroll >= input->height || note_y + note_height - input->scroll <= self->head))
        to = from;
      find_free_part (self, first_op, note_y, &from, &to);
      part = earlier != DL_NONE && later != DL_NONE ? (to - from) / 2 - HEADER_GAP : to - from;
      if (part >= LEAST_NOTE_WIDTH)
        {
          add_nearest (self, lane_index, note_y, earlier, DL_ROLE_EARLIER, from, part);
          add_nearest (self, lane_index, note_y, later, DL_ROLE_LATER, to, part);
        }
    }
  op = dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_LINE, 0, y + rows->height - 1, input->viewport.width, 1);
  op->lane = (guint16) lane_index;
}
