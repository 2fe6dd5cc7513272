/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include <glib/gi18n.h>

#include "layout/dl-layout-private.h"
#include "time/dl-words.h"

#define LANE_INDENT 12.0
#define DOT_SIZE 9.0
#define HEADER_GAP 10.0

typedef struct
{
  DlLayoutContext *layout;
  guint            lane;
  guint            group;
  double           lane_y;
  GArray          *labelled; /* positions of the labelled events that meet the window */
} LabelQuery;

static void
add_label (guint item, guint row, gpointer data)
{
  LabelQuery       *query = data;
  DlLayoutContext  *self = query->layout;
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, query->lane);
  guint32           position = g_array_index (rows->groups[query->group].events, guint32, item);
  gboolean          meets = dl_event_record_meets (dl_timeline_get_record (self->timeline, position), self->from, self->to);

  double top = query->lane_y + rows->row_y[rows->groups[query->group].first_row + row] - self->input->scroll;
  double bottom = query->lane_y + rows->row_y[rows->groups[query->group].first_row + row + 1] - self->input->scroll;

  if (meets)
    g_array_append_val (query->labelled, position);
  if (meets && top >= self->input->height)
    self->below++;
  if (self->input->only_in_sight && (top >= self->input->height || bottom <= self->head))
    return;
  if (query->group == DL_GROUP_SINGLES)
    dl_layout_single (self, query->lane, item, row, query->lane_y, !meets);
  else
    dl_layout_interval (self, query->lane, item, row, query->lane_y, !meets);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* Turns sorted positions into indexes of the lane's events. */
static void
positions_to_indexes (const DlLane *lane, GArray *positions)
{
  guint low = 0;

  for (guint i = 0; i < positions->len; i++)
    {
      guint32 *position = &g_array_index (positions, guint32, i);
      guint    high = lane->events->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (lane->events, guint32, middle) < *position)
            low = middle + 1;
          else
            high = middle;
        }
      *position = low;
    }
}

static const DlEventRecord *
lane_record (DlLayoutContext *self, const DlLane *lane, guint index)
{
  return dl_timeline_get_record (self->timeline, g_array_index (lane->events, guint32, index));
}

/* How many of the lane's events are over before the window, and how many
 * begin after it; the nearest of each. */
static void
count_outside (DlLayoutContext *self, guint lane_index, guint *n_earlier, guint *n_later, guint32 *earlier, guint32 *later)
{
  const DlLane     *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane_index);
  guint             n = lane->events->len;
  guint             low = dl_layout_first_start (self, lane, 0, self->to);

  *earlier = *later = DL_NONE;
  *n_earlier = dl_layout_count_ended (rows, n, self->from);
  *n_later = n - low;
  if (low < n)
    *later = g_array_index (lane->events, guint32, low);
  /* The one that ended last is near the end of those that began before. */
  for (guint i = low; *n_earlier > 0 && i > 0; i--)
    if (dl_instant_compare (lane_record (self, lane, i - 1)->end, self->from) <= 0)
      {
        *earlier = g_array_index (lane->events, guint32, i - 1);
        break;
      }
}

static double
header_text (DlLayoutContext *self, guint lane_index, DlRole role, DlTextStyle style, DlPaint paint, double x, double y, double width, const char *text, DlOp **out)
{
  DlOp *op = dl_layout_text (self, role, style, paint, x, y, width, text);

  op->lane = (guint16) lane_index;
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

/* The lane's name, how many events it has, and what lies outside the window. */
static void
add_header (DlLayoutContext *self, guint lane_index, double y, guint n_running, guint n_earlier, guint n_later, guint32 nearest_earlier, guint32 nearest_later)
{
  const DlLane    *lane = dl_arrangement_get_lane (self->input->arrangement, lane_index);
  double           right = self->input->viewport.width - LANE_INDENT;
  double           x = LANE_INDENT + DOT_SIZE + 7;
  double           text_y = y + 5;
  double           note_y = text_y + dl_text_measure_line_height (self->input->measure, DL_TEXT_LANE) - dl_text_measure_line_height (self->input->measure, DL_TEXT_NOTE);
  double           name_width = text_width (self, DL_TEXT_LANE, lane->name);
  g_autofree char *total = g_strdup_printf (ngettext ("%u event", "%u events", lane->events->len), lane->events->len);
  /* Translators: events of a lane that lie left of the window. */
  g_autofree char *earlier = g_strdup_printf (ngettext ("‹ %u earlier", "‹ %u earlier", n_earlier), n_earlier);
  /* Translators: events of a lane that lie right of the window. */
  g_autofree char *later = g_strdup_printf (ngettext ("%u later ›", "%u later ›", n_later), n_later);
  /* Translators: events that began before the left edge of the window, still
   * go on there, and have no room for a label. */
  g_autofree char *running = g_strdup_printf (ngettext ("+%u running", "+%u running", n_running), n_running);
  DlOp            *op;
  double           width;
  double           running_width = n_running > 0 ? text_width (self, DL_TEXT_NOTE, running) + HEADER_GAP : 0;

  op = dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_HUE, LANE_INDENT, text_y + (dl_text_measure_line_height (self->input->measure, DL_TEXT_LANE) - DOT_SIZE) / 2, DOT_SIZE, DOT_SIZE);
  op->lane = (guint16) lane_index;
  op->hue = (guint8) lane->hue;
  op->radius = (float) (DOT_SIZE / 2);

  if (n_later > 0)
    {
      width = text_width (self, DL_TEXT_NOTE, later);
      right -= header_text (self, lane_index, DL_ROLE_LATER, DL_TEXT_NOTE, DL_PAINT_DIM, right - width, note_y, width, later, &op);
      op->count = n_later;
      op->event = nearest_later;
      op->flags |= DL_OP_OUTSIDE | DL_OP_ALIGN_END;
      right -= HEADER_GAP;
    }
  width = (n_earlier > 0 ? text_width (self, DL_TEXT_NOTE, earlier) + HEADER_GAP : 0) + running_width;
  name_width = MIN (name_width, MAX (right - x - width, 40));
  x += header_text (self, lane_index, DL_ROLE_LANE, DL_TEXT_LANE, DL_PAINT_INK, x, text_y, name_width, lane->name, NULL) + HEADER_GAP;
  if (x + width + text_width (self, DL_TEXT_NOTE, total) <= right)
    {
      header_text (self, lane_index, DL_ROLE_TOTAL, DL_TEXT_NOTE, DL_PAINT_DIM, x, note_y, text_width (self, DL_TEXT_NOTE, total), total, &op);
      op->count = lane->events->len;
      x += op->w + HEADER_GAP;
    }
  if (n_earlier > 0)
    {
      header_text (self, lane_index, DL_ROLE_EARLIER, DL_TEXT_NOTE, DL_PAINT_DIM, x, note_y, width - running_width - HEADER_GAP, earlier, &op);
      op->count = n_earlier;
      op->event = nearest_earlier;
      op->flags |= DL_OP_OUTSIDE;
      x += op->w + HEADER_GAP;
    }
  if (n_running > 0)
    {
      header_text (self, lane_index, DL_ROLE_COUNT, DL_TEXT_NOTE, DL_PAINT_HUE, x, note_y, running_width - HEADER_GAP, running, &op);
      op->count = n_running;
      if (y - self->input->scroll >= self->input->height)
        self->below += n_running;
    }
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
           ? g_strdup_printf (C_ ("nearest event", "‹ %s: %s"), date, dl_timeline_get_record (self->timeline, position)->title)
           /* Translators: the nearest event right of the window: its date, its title. */
           : g_strdup_printf (C_ ("nearest event", "%s: %s ›"), date, dl_timeline_get_record (self->timeline, position)->title);
  width = MIN (width, text_width (self, DL_TEXT_NOTE, text));
  if (role == DL_ROLE_LATER)
    x -= width;
  op = dl_layout_text (self, role, DL_TEXT_NOTE, DL_PAINT_DIM, x, y, width, text);
  op->lane = (guint16) lane_index;
  op->event = position;
  op->flags |= DL_OP_OUTSIDE | (role == DL_ROLE_LATER ? DL_OP_ALIGN_END : 0);
}

void
dl_layout_lane (DlLayoutContext *self, guint lane_index, double y)
{
  const DlLayoutInput *input = self->input;
  const DlLane        *lane = dl_arrangement_get_lane (input->arrangement, lane_index);
  const DlLaneRows    *rows = dl_arrangement_get_rows (input->arrangement, lane_index);
  g_autoptr (GArray)   labelled = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint                n_running, n_earlier, n_later;
  guint32              earlier, later;
  DlOp                *op;

  for (guint group = 0; group < DL_N_GROUPS; group++)
    {
      LabelQuery query = { self, lane_index, group, y, labelled };

      dl_levels_query (rows->groups[group].levels, input->viewport.scale, self->from, self->to, add_label, &query);
    }
  g_array_sort (labelled, compare_positions);
  positions_to_indexes (lane, labelled);
  n_running = dl_layout_strip (self, lane_index, y + rows->strip_y, labelled);

  count_outside (self, lane_index, &n_earlier, &n_later, &earlier, &later);
  add_header (self, lane_index, y, n_running, n_earlier, n_later, earlier, later);
  if (n_earlier + n_later == lane->events->len)
    {
      double width = input->viewport.width - 2 * LANE_INDENT;
      double part = earlier != DL_NONE && later != DL_NONE ? width / 2 - HEADER_GAP : width;

      add_nearest (self, lane_index, y + rows->row_y[0] + 6, earlier, DL_ROLE_EARLIER, LANE_INDENT, part);
      add_nearest (self, lane_index, y + rows->row_y[0] + 6, later, DL_ROLE_LATER, LANE_INDENT + width, part);
    }
  op = dl_layout_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_LINE, 0, y + rows->height - 1, input->viewport.width, 1);
  op->lane = (guint16) lane_index;
}
