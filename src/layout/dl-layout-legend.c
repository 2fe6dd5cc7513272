/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What explains the signs of a picture at its foot: a sample of each and its words, in
 * columns. */
#include "layout/dl-layout-private.h"

#include <math.h>
#include <string.h>

#include "layout/dl-text-wrap.h"

#define LEGEND_TOP 7.0
#define LEGEND_BOTTOM 9.0
#define SAMPLE_GAP 8.0
#define COLUMN_GAP 28.0
#define ROW_GAP 2.0

/* In a picture that is too narrow for a line. */
#define MAX_WORD_LINES 6u

typedef struct
{
  DlSign sign;
  char  *words;
  double width;
} Entry;

/* How entries stand, row by row. */
typedef struct
{
  guint  n_columns;
  double widths[DL_N_SIGNS];
} Grid;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->words);
}

static GArray *
find_entries (DlTextMeasure *measure, guint32 meanings)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  for (guint sign = 0; sign < DL_N_SIGNS; sign++)
    {
      Entry entry = { (DlSign) sign, dl_legend_dup_words ((DlSign) sign, meanings), 0 };

      if (entry.words == NULL)
        continue;
      entry.width =
        DL_SAMPLE_WIDTH + SAMPLE_GAP + ceil (dl_text_measure_width (measure, DL_TEXT_NOTE, entry.words)) + 1;
      g_array_append_val (entries, entry);
    }
  return entries;
}

static double
room_of (double width)
{
  return MAX (width - 2 * DL_HEADER_INDENT, DL_SAMPLE_WIDTH + SAMPLE_GAP + 1);
}

/* Returns: whether they have room in so many columns */
static gboolean
try_columns (const GArray *entries, guint n_columns, double room, Grid *grid)
{
  double width = (n_columns - 1) * COLUMN_GAP;

  *grid = (Grid){ .n_columns = n_columns };
  for (guint i = 0; i < entries->len; i++)
    grid->widths[i % n_columns] = MAX (grid->widths[i % n_columns], g_array_index (entries, Entry, i).width);
  for (guint i = 0; i < n_columns; i++)
    width += grid->widths[i];
  return width <= room;
}

static guint
count_rows (const GArray *entries, guint n_columns)
{
  return (entries->len + n_columns - 1) / n_columns;
}

/* As few rows as there can be, and no more columns than that takes. */
static void
arrange (const GArray *entries, double room, Grid *grid)
{
  guint n = entries->len;
  guint n_rows;
  Grid  even;

  while (n > 1 && !try_columns (entries, n, room, grid))
    n--;
  if (n <= 1)
    {
      *grid = (Grid){ .n_columns = 1, .widths = { room } };
      return;
    }
  n_rows = count_rows (entries, n);
  for (guint fewer = n - 1; fewer > 0 && count_rows (entries, fewer) == n_rows; fewer--)
    if (try_columns (entries, fewer, room, &even))
      *grid = even;
}

/* The words of an entry in a column. Returns: how many lines */
static guint
wrap (DlTextMeasure *measure, const Entry *entry, double width, DlTextLine *lines, gboolean *whole)
{
  if (width < entry->width)
    return dl_text_wrap (measure, DL_TEXT_NOTE, entry->words, MAX (width - DL_SAMPLE_WIDTH - SAMPLE_GAP, 1), lines,
                         MAX_WORD_LINES, whole);
  lines[0] = (DlTextLine){ 0, strlen (entry->words), width };
  *whole = TRUE;
  return 1;
}

static double
row_height (DlTextMeasure *measure, const GArray *entries, const Grid *grid, guint row)
{
  double height = DL_SAMPLE_HEIGHT;

  for (guint i = row * grid->n_columns; i < MIN ((row + 1) * grid->n_columns, entries->len); i++)
    {
      DlTextLine lines[MAX_WORD_LINES];
      gboolean   whole;
      guint n = wrap (measure, &g_array_index (entries, Entry, i), grid->widths[i % grid->n_columns], lines, &whole);

      height = MAX (height, n * dl_text_measure_line_height (measure, DL_TEXT_NOTE));
    }
  return height;
}

double
dl_layout_legend_height (DlTextMeasure *measure, double width, guint32 meanings)
{
  g_autoptr (GArray) entries = find_entries (measure, meanings);
  double             height = LEGEND_TOP + LEGEND_BOTTOM;
  Grid               grid;

  if (entries->len == 0)
    return 0;
  arrange (entries, room_of (width), &grid);
  for (guint row = 0; row < count_rows (entries, grid.n_columns); row++)
    height += row_height (measure, entries, &grid, row) + (row > 0 ? ROW_GAP : 0);
  return ceil (height);
}

/* The sample in the colour that the sign has in the picture, and its words beside it. */
static void
add_entry (DlScene             *scene,
           DlTextMeasure       *measure,
           const Entry         *entry,
           const DlLegendShown *shown,
           double               x,
           double               y,
           double               width,
           double               height)
{
  g_autoptr (DlScene) sample = dl_legend_draw (entry->sign, dl_scene_get_timeline (scene), shown->meanings);
  double              line_height = dl_text_measure_line_height (measure, DL_TEXT_NOTE);
  DlTextLine          lines[MAX_WORD_LINES];
  gboolean            whole;
  guint               n = wrap (measure, entry, width, lines, &whole);

  dl_scene_append_sample (scene, sample, x, y + floor ((height - DL_SAMPLE_HEIGHT) / 2), shown->hues[entry->sign],
                          entry->words);
  y += floor ((height - n * line_height) / 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = g_strndup (entry->words + lines[i].from, lines[i].length);
      DlOp            *op = dl_scene_add (scene, DL_OP_TEXT, DL_ROLE_LEGEND);

      op->style = DL_TEXT_NOTE;
      op->fill = DL_PAINT_DIM;
      op->x = (float) (x + DL_SAMPLE_WIDTH + SAMPLE_GAP);
      op->y = (float) (y + i * line_height);
      op->w = (float) (width - DL_SAMPLE_WIDTH - SAMPLE_GAP);
      op->h = (float) line_height;
      op->flags |= DL_OP_FIXED | (!whole && i + 1 == n ? DL_OP_CUT : 0);
      op->text = dl_scene_keep (scene, words);
    }
}

void
dl_layout_legend (DlScene *scene, DlTextMeasure *measure, const DlLegendShown *shown, double y)
{
  g_autoptr (GArray) entries = find_entries (measure, shown->meanings);
  DlOp              *ground = dl_scene_add (scene, DL_OP_RECT, DL_ROLE_GROUND);
  double             width = dl_scene_get_width (scene);
  Grid               grid;

  ground->fill = DL_PAINT_VIEW;
  ground->y = (float) y;
  ground->w = (float) width;
  ground->h = (float) (dl_scene_get_height (scene) - y);
  ground->flags |= DL_OP_FIXED;
  if (entries->len == 0)
    return;
  arrange (entries, room_of (width), &grid);
  y += LEGEND_TOP;
  for (guint row = 0; row < count_rows (entries, grid.n_columns); row++)
    {
      double height = row_height (measure, entries, &grid, row);
      double x = DL_HEADER_INDENT;

      for (guint i = row * grid.n_columns; i < MIN ((row + 1) * grid.n_columns, entries->len); i++)
        {
          double column = grid.widths[i % grid.n_columns];

          add_entry (scene, measure, &g_array_index (entries, Entry, i), shown, x, y, column, height);
          x += column + COLUMN_GAP;
        }
      y += height + ROW_GAP;
    }
}
