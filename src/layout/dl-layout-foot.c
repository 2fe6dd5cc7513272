/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture has no room to name, lane by lane, in words below the lanes; and where that
 * still has room, which lanes have nothing in its time. */
#include "layout/dl-layout-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"

#define FOOT_TOP 6.0
#define FOOT_BOTTOM 8.0

/* However much room there is. */
#define MAX_LINES 40.0
/* Nobody reads a long list of what is not there. */
#define MAX_ABSENT_LINES 2

/* Between two words of it. */
#define WORD_GAP 5.0

/* One piece that is not broken into lines: a few words, or a lane with its number. */
typedef struct
{
  char *text;
  guint lane; /* DL_NO_LANE for what introduces lanes */
  guint count;
} Piece;

static void
piece_clear (gpointer data)
{
  g_free (((Piece *) data)->text);
}

static void
add_piece (GArray *pieces, char *text, guint lane, guint count)
{
  Piece piece = { text, lane, count };

  g_array_append_val (pieces, piece);
}

/* How many events of the lane are in sight without being named. That a lane is
 * collapsed is the reader's own choice. */
static guint
count_unnamed (DlLayoutContext *self, guint lane)
{
  DlLaneCount count;

  if (dl_arrangement_get_lane (self->input->arrangement, lane)->state == DL_LANE_COLLAPSED)
    return 0;
  dl_layout_count_lane (self, lane, &count);
  return count.n_running + count.n_starting + (count.selected != DL_NONE);
}

/* How many events it has, where all of them are earlier or later than the picture shows and it
 * is left out for that; else 0. */
static guint
count_absent (DlLayoutContext *self, guint lane)
{
  DlLaneCount count;

  if (dl_placement_get_lane (self->placement, lane)->shown)
    return 0;
  dl_layout_count_lane (self, lane, &count);
  return count.n_meeting > 0 ? 0 : dl_arrangement_get_lane (self->input->arrangement, lane)->events->len;
}

/* From the first piece on after @introduction, which is at that place. */
static void
number_pieces (GArray *pieces, guint introduction)
{
  for (guint i = introduction + 1; i < pieces->len; i++)
    {
      Piece           *piece = &g_array_index (pieces, Piece, i);
      g_autofree char *name = piece->text;

      if (i + 1 < pieces->len)
        /* Translators: of a list that goes on: a lane’s name, and a number of its events. */
        piece->text = g_strdup_printf (C_ ("lane and number", "%s (%'u),"), name, piece->count);
      else
        /* Translators: the last one of such a list. */
        piece->text = g_strdup_printf (C_ ("lane and number", "%s (%'u)"), name, piece->count);
    }
}

/* How many events of a lane a list tells of, none where it is not about that lane. */
typedef guint (*CountFunc) (DlLayoutContext *self, guint lane);

/* Lanes with their numbers of events, behind @introduction where there are any. */
static void
add_list (DlLayoutContext *self, GArray *pieces, const char *introduction, CountFunc count)
{
  guint n_lanes = dl_arrangement_get_n_lanes (self->input->arrangement);
  guint first = pieces->len;

  for (guint i = 0; i < n_lanes; i++)
    {
      guint n = count (self, i);

      if (n == 0)
        continue;
      if (pieces->len == first)
        add_piece (pieces, g_strdup (introduction), DL_NO_LANE, 0);
      add_piece (pieces, dl_isolate (dl_arrangement_get_lane (self->input->arrangement, i)->name), i, n);
    }
  number_pieces (pieces, first);
}

static guint
count_shown (DlLayoutContext *self, guint lane)
{
  return dl_placement_get_lane (self->placement, lane)->shown ? count_unnamed (self, lane) : 0;
}

static guint
count_roomless (DlLayoutContext *self, guint lane)
{
  return dl_placement_get_lane (self->placement, lane)->shown ? 0 : count_unnamed (self, lane);
}

static GArray *
new_pieces (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

static GArray *
find_pieces (DlLayoutContext *self)
{
  GArray *pieces = new_pieces ();
  guint   n;

  /* Translators: at the foot of a picture, before a list of lanes, each with a number of events: “Not named:
   * Markets (12), Tokyo (3)”. */
  add_list (self, pieces, _ ("Not named:"), count_shown);
  n = pieces->len;
  /* Translators: the same of lanes that are not in the picture at all. */
  add_list (self, pieces, _ ("No room for the lanes:"), count_roomless);
  if (n > 0 && pieces->len > n)
    {
      Piece           *last = &g_array_index (pieces, Piece, n - 1);
      g_autofree char *text = last->text;

      /* Translators: the end of a list after which another one follows. */
      last->text = g_strdup_printf (C_ ("list", "%s;"), text);
    }
  return pieces;
}

static double
measure_piece (DlLayoutContext *self, const Piece *piece)
{
  return ceil (dl_text_measure_width (self->input->measure, DL_TEXT_NOTE, piece->text)) + 1;
}

/* The pieces in lines, one after the other; drawn from @y on unless it is
 * negative. Returns: how many lines */
static guint
flow (DlLayoutContext *self, const GArray *pieces, DlRole role, double y)
{
  double right = self->input->viewport.width - DL_HEADER_INDENT;
  double room = MAX (right - DL_HEADER_INDENT, 1);
  double x = DL_HEADER_INDENT;
  guint  n_lines = 1;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      double       whole = measure_piece (self, piece);
      double       width = MIN (whole, room);
      DlOp        *op;

      if (x > DL_HEADER_INDENT && x + width > right)
        {
          x = DL_HEADER_INDENT;
          n_lines++;
        }
      if (y >= 0)
        {
          op = dl_layout_text (self, role, DL_TEXT_NOTE, DL_PAINT_DIM, x, y + (n_lines - 1) * self->metrics->note,
                               width, piece->text);
          op->count = piece->count;
          op->flags |= DL_OP_FIXED | (whole > width ? DL_OP_CUT : 0);
          if (piece->lane != DL_NO_LANE)
            op->lane = (guint16) piece->lane;
        }
      x += width + WORD_GAP;
    }
  return n_lines;
}

/* Where all of them take more than so many lines, the last ones become a sum. */
static void
shorten (DlLayoutContext *self, GArray *pieces, DlRole role, guint max_lines)
{
  guint n_more = 0;

  if (flow (self, pieces, role, -1) <= max_lines)
    return;
  while (pieces->len > 0)
    {
      Piece *last = &g_array_index (pieces, Piece, pieces->len - 1);

      n_more += last->count;
      g_array_set_size (pieces, pieces->len - 1);
      if (n_more == 0)
        continue;
      if (pieces->len <= 1)
        {
          g_array_set_size (pieces, 0);
          if (role == DL_ROLE_ABSENT)
            return;
          /* Translators: at the foot of a small picture. */
          add_piece (pieces, g_strdup_printf (ngettext ("%'u event not named", "%'u events not named", n_more), n_more),
                     DL_NO_LANE, n_more);
          return;
        }
      /* Translators: ends a list of lanes with numbers of events that has become too long; a number of events. */
      add_piece (pieces, g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more), DL_NO_LANE,
                 n_more);
      if (flow (self, pieces, role, -1) <= max_lines)
        return;
      g_array_set_size (pieces, pieces->len - 1);
    }
}

static guint
lines_within (DlLayoutContext *self, double height)
{
  return (guint) CLAMP (floor ((height - FOOT_TOP - FOOT_BOTTOM) / self->metrics->note), 0, MAX_LINES);
}

static double
lines_height (DlLayoutContext *self, guint n_lines)
{
  return n_lines == 0 ? 0 : FOOT_TOP + n_lines * self->metrics->note + FOOT_BOTTOM;
}

static guint
count_lines (DlLayoutContext *self, const GArray *pieces)
{
  return pieces->len == 0 ? 0 : flow (self, pieces, DL_ROLE_FOOT, -1);
}

/* The lanes that have nothing in this time, in no more than the lines that are left: nothing is left out for what
 * says that it is not there. */
static GArray *
find_absent (DlLayoutContext *self, guint max_lines)
{
  GArray *pieces = new_pieces ();

  /* What only points at one event after the other says nothing of lanes that come and go. */
  if (self->input->placement != NULL)
    return pieces;
  /* Translators: at the foot of a picture, before a list of lanes that are not in it, for all of their events are
   * earlier or later, each with their number: “Nothing in this time: Markets (12), Tokyo (3)”. */
  add_list (self, pieces, _ ("Nothing in this time:"), count_absent);
  if (pieces->len > 0)
    shorten (self, pieces, DL_ROLE_ABSENT, MIN (max_lines, MAX_ABSENT_LINES));
  return pieces;
}

double
dl_layout_foot_need (DlLayoutContext *self, double most)
{
  g_autoptr (GArray) pieces = find_pieces (self);
  guint              max_lines = lines_within (self, most);
  guint              n = count_lines (self, pieces);

  return lines_height (self, MIN (n, max_lines));
}

double
dl_layout_foot_height (DlLayoutContext *self, double most)
{
  g_autoptr (GArray) pieces = find_pieces (self);
  g_autoptr (GArray) absent = NULL;
  guint              max_lines = lines_within (self, most);
  guint              n = count_lines (self, pieces);

  n = MIN (n, max_lines);
  absent = find_absent (self, max_lines - n);
  return lines_height (self, n + count_lines (self, absent));
}

void
dl_layout_foot (DlLayoutContext *self, double y)
{
  g_autoptr (GArray)  pieces = find_pieces (self);
  g_autoptr (GArray)  absent = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  guint               max_lines = lines_within (self, self->input->height - y);
  guint               n, n_absent;

  for (guint i = 0; i < pieces->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", g_array_index (pieces, Piece, i).text);
  if (pieces->len > 0)
    dl_scene_set_unnamed (self->scene, words->str);
  if (max_lines == 0)
    return;
  shorten (self, pieces, DL_ROLE_FOOT, max_lines);
  n = count_lines (self, pieces);
  absent = find_absent (self, max_lines - MIN (n, max_lines));
  n_absent = count_lines (self, absent);
  if (n + n_absent == 0)
    return;
  dl_layout_rect (self, DL_ROLE_GROUND, DL_PAINT_VIEW, 0, y, self->input->viewport.width, self->input->height - y)
    ->flags |= DL_OP_FIXED;
  y = self->input->height - FOOT_BOTTOM - (n + n_absent) * self->metrics->note;
  flow (self, pieces, DL_ROLE_FOOT, y);
  flow (self, absent, DL_ROLE_ABSENT, y + n * self->metrics->note);
}
