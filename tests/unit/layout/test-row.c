/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-row.h"

typedef struct
{
  DlRow row;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  dl_row_init (&self->row);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  dl_row_clear (&self->row);
}

static void
assert_gap (DlRow *row, double from, double to, double gap_from, double gap_to)
{
  double found_from = 0;
  double found_to = 1000;

  g_assert_true (dl_row_find_gap (row, from, to, &found_from, &found_to));
  g_assert_cmpfloat (found_from, ==, gap_from);
  g_assert_cmpfloat (found_to, ==, gap_to);
}

static void
assert_taken (DlRow *row, double from, double to)
{
  double gap_from = 0;
  double gap_to = 1000;

  g_assert_false (dl_row_find_gap (row, from, to, &gap_from, &gap_to));
}

static void
test_gaps (Fixture *self, gconstpointer data)
{
  /* As far as was asked for, where nothing is taken. */
  assert_gap (&self->row, 300, 310, 0, 1000);
  dl_row_take (&self->row, 400, 500, 1);
  dl_row_take (&self->row, 100, 200, 2);
  dl_row_take (&self->row, 600, 700, 3);
  assert_gap (&self->row, 300, 310, 200, 400);
  assert_gap (&self->row, 20, 30, 0, 100);
  assert_gap (&self->row, 800, 900, 700, 1000);
  /* What touches does not overlap. */
  assert_gap (&self->row, 200, 400, 200, 400);
  assert_gap (&self->row, 500, 500, 500, 600);
  assert_taken (&self->row, 199.5, 210);
  assert_taken (&self->row, 390, 400.5);
  assert_taken (&self->row, 420, 430);
  assert_taken (&self->row, 50, 900);
}

static void
assert_room (DlRow *row, guint owner, double from, double to)
{
  double found_from = -G_MAXDOUBLE;
  double found_to = G_MAXDOUBLE;

  dl_row_find_room (row, owner, &found_from, &found_to);
  g_assert_cmpfloat (found_from, ==, from);
  g_assert_cmpfloat (found_to, ==, to);
}

static void
test_owners (Fixture *self, gconstpointer data)
{
  dl_row_take (&self->row, 400, 500, 7);
  assert_room (&self->row, 7, -G_MAXDOUBLE, G_MAXDOUBLE);
  dl_row_take (&self->row, 100, 200, 9);
  dl_row_take (&self->row, 600, 700, DL_NO_OWNER);
  assert_room (&self->row, 7, 200, 600);
  assert_room (&self->row, 9, -G_MAXDOUBLE, 400);
  dl_row_widen (&self->row, 7, 300, 590);
  assert_room (&self->row, 9, -G_MAXDOUBLE, 300);
  assert_gap (&self->row, 210, 220, 200, 300);
  assert_gap (&self->row, 592, 593, 590, 600);
  /* It never loses by it. */
  dl_row_widen (&self->row, 7, 350, 400);
  assert_gap (&self->row, 210, 220, 200, 300);
  assert_taken (&self->row, 580, 585);
  dl_row_shrink (&self->row, 7, 450, 460);
  assert_gap (&self->row, 300, 310, 200, 450);
  assert_gap (&self->row, 470, 480, 460, 600);
  dl_row_empty (&self->row);
  assert_gap (&self->row, 50, 900, 0, 1000);
}

/* What is taken twice is taken, and what was not is free. */
static void
test_twice (Fixture *self, gconstpointer data)
{
  for (guint round = 0; round < 500; round++)
    {
      gboolean pixels[200] = { FALSE };

      dl_row_empty (&self->row);
      for (guint i = 0; i < 12; i++)
        {
          guint from = (guint) g_test_rand_int_range (0, 180);
          guint to = from + (guint) g_test_rand_int_range (1, 20);

          dl_row_take (&self->row, from, to, i);
          for (guint x = from; x < to; x++)
            pixels[x] = TRUE;
          for (guint x = 0; x < 199; x++)
            {
              double gap_from = 0, gap_to = 200;

              g_assert_cmpint (dl_row_find_gap (&self->row, x, x + 1, &gap_from, &gap_to), ==, !pixels[x]);
              if (pixels[x])
                continue;
              g_assert_true (gap_from == 0 || pixels[(guint) gap_from - 1]);
              g_assert_true (gap_to == 200 || pixels[(guint) gap_to]);
              for (guint free = (guint) gap_from; free < (guint) gap_to; free++)
                g_assert_false (pixels[free]);
            }
        }
    }
}

/* In any order, against a row of pixels. */
static void
test_random (Fixture *self, gconstpointer data)
{
  for (guint round = 0; round < 200; round++)
    {
      gboolean pixels[200] = { FALSE };

      dl_row_empty (&self->row);
      for (guint i = 0; i < 60; i++)
        {
          guint    from = (guint) g_test_rand_int_range (0, 195);
          guint    to = from + (guint) g_test_rand_int_range (1, 6);
          guint    left = from;
          guint    right = to;
          double   gap_from = 0, gap_to = 200;
          gboolean is_free = TRUE;

          for (guint x = from; x < to; x++)
            is_free = is_free && !pixels[x];
          g_assert_cmpint (dl_row_find_gap (&self->row, from, to, &gap_from, &gap_to), ==, is_free);
          if (!is_free)
            continue;
          while (left > 0 && !pixels[left - 1])
            left--;
          while (right < 200 && !pixels[right])
            right++;
          g_assert_cmpfloat (gap_from, ==, left);
          g_assert_cmpfloat (gap_to, ==, right);
          dl_row_take (&self->row, from, to, i);
          for (guint x = from; x < to; x++)
            pixels[x] = TRUE;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/layout/row/gaps", Fixture, NULL, set_up, test_gaps, tear_down);
  g_test_add ("/layout/row/owners", Fixture, NULL, set_up, test_owners, tear_down);
  g_test_add ("/layout/row/twice", Fixture, NULL, set_up, test_twice, tear_down);
  g_test_add ("/layout/row/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
