/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way through events and their pages, and what stands on a page. */
#include <string.h>

#include "model/dl-timeline-builder.h"
#include "session/dl-pages.h"
#include "session/dl-walk.h"

#define N_EVENTS 6

static DlTimeline *
make_timeline (guint n)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = g_strdup_printf ("2025-10-%02u", i + 1);
      DlEventRecord    record = {
           .id = date, .title = date, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
      };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

/* Way */

static guint
count_pages (guint position, gpointer data)
{
  return ((const guint *) data)[position];
}

static guint n_counted;

static guint
count_counting (guint position, gpointer data)
{
  n_counted++;
  return count_pages (position, data);
}

/* Each place that a walk comes to, as "event.page". */
static char *
go_on (DlWalk *walk, int direction)
{
  GString *out = g_string_new (NULL);

  do
    g_string_append_printf (out, "%s%u.%u", out->len > 0 ? " " : "", dl_walk_get_position (walk),
                            dl_walk_get_page (walk));
  while (dl_walk_step (walk, direction));
  return g_string_free (out, FALSE);
}

/* What is vague is met where a list has it, whether all are walked through or some, and wherever one begins. */
static void
test_vague (void)
{
  static const char *const      dates[] = { "1850", "[..1899]", "1950", "1900~" };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlEventSet)        some = NULL;
  g_autoptr (DlWalk)            walk = NULL;
  g_autoptr (DlWalk)            later = NULL;
  g_autoptr (DlWalk)            left_out = NULL;
  g_autofree char              *all = NULL;
  g_autofree char              *of_some = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      DlEventRecord record = {
        .id = dates[i], .title = dates[i], .date_text = dates[i], .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
      };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  timeline = dl_timeline_builder_end (builder);
  g_assert_cmpuint (dl_timeline_find (timeline, "[..1899]"), ==, 0);
  walk = dl_walk_new (timeline, NULL, DL_NONE, NULL, NULL);
  all = go_on (walk, 1);
  g_assert_cmpstr (all, ==, "1.0 0.0 2.0 3.0");
  later = dl_walk_new (timeline, NULL, 0, NULL, NULL);
  g_assert_cmpuint (dl_walk_get_position (later), ==, 0);
  g_assert_cmpuint (dl_walk_get_index (later), ==, 1);

  some = dl_event_set_new (G_N_ELEMENTS (dates));
  dl_event_set_add (some, 0);
  dl_event_set_add (some, 1);
  dl_event_set_add (some, 3);
  left_out = dl_walk_new (timeline, some, 2, NULL, NULL);
  g_assert_cmpuint (dl_walk_get_position (left_out), ==, 3);
  g_assert_cmpuint (dl_walk_get_n (left_out), ==, 3);
  of_some = go_on (left_out, -1);
  g_assert_cmpstr (of_some, ==, "3.0 0.0 1.0");
}

static void
test_all (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline (N_EVENTS);
  guint                  pages[N_EVENTS] = { 1, 3, 1, 1, 2, 1 };
  g_autoptr (DlWalk)     walk = dl_walk_new (timeline, NULL, DL_NONE, count_pages, pages);
  g_autofree char       *forth = go_on (walk, 1);
  g_autofree char       *back = NULL;

  g_assert_cmpstr (forth, ==, "0.0 1.0 1.1 1.2 2.0 3.0 4.0 4.1 5.0");
  g_assert_cmpuint (dl_walk_get_n (walk), ==, N_EVENTS);
  g_assert_cmpuint (dl_walk_get_index (walk), ==, N_EVENTS - 1);
  g_assert_cmpuint (dl_walk_get_neighbour (walk, 1), ==, DL_NONE);
  g_assert_cmpuint (dl_walk_get_neighbour (walk, -1), ==, 4);
  /* The same way back, page by page. */
  back = go_on (walk, -1);
  g_assert_cmpstr (back, ==, "5.0 4.1 4.0 3.0 2.0 1.2 1.1 1.0 0.0");
}

/* To count them is to set all pages: once for an event. */
static void
test_counts_once (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline (N_EVENTS);
  guint                  pages[N_EVENTS] = { 1, 3, 0, 1, 2, 1 };
  g_autoptr (DlWalk)     walk = NULL;
  g_autofree char       *forth = NULL;

  n_counted = 0;
  walk = dl_walk_new (timeline, NULL, DL_NONE, count_counting, pages);
  forth = go_on (walk, 1);
  g_assert_cmpstr (forth, ==, "0.0 1.0 1.1 1.2 2.0 3.0 4.0 4.1 5.0");
  g_assert_cmpuint (n_counted, ==, N_EVENTS);
}

static void
test_some (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline (N_EVENTS);
  g_autoptr (DlEventSet) events = dl_event_set_new (N_EVENTS);
  g_autoptr (DlWalk)     walk = NULL;
  g_autofree char       *way = NULL;

  dl_event_set_add (events, 1);
  dl_event_set_add (events, 3);
  dl_event_set_add (events, 4);
  walk = dl_walk_new (timeline, events, 3, NULL, NULL);
  g_assert_cmpuint (dl_walk_get_n (walk), ==, 3);
  g_assert_cmpuint (dl_walk_get_index (walk), ==, 1);
  g_assert_true (dl_walk_step_to_end (walk, -1));
  g_assert_false (dl_walk_step_to_end (walk, -1));
  way = go_on (walk, 1);
  g_assert_cmpstr (way, ==, "1.0 3.0 4.0");
  g_assert_false (dl_walk_step_to_end (walk, 1));
}

/* What is selected need not be one of them. */
static void
test_start (void)
{
  static const struct
  {
    guint start, found;
  } cases[] = { { DL_NONE, 1 }, { 0, 1 }, { 1, 1 }, { 2, 4 }, { 4, 4 }, { 5, 4 } };
  g_autoptr (DlTimeline) timeline = make_timeline (N_EVENTS);
  g_autoptr (DlTimeline) empty = make_timeline (0);
  g_autoptr (DlEventSet) events = dl_event_set_new (N_EVENTS);

  g_assert_null (dl_walk_new (timeline, events, DL_NONE, NULL, NULL));
  g_assert_null (dl_walk_new (timeline, events, 2, NULL, NULL));
  g_assert_null (dl_walk_new (empty, NULL, DL_NONE, NULL, NULL));
  dl_event_set_add (events, 1);
  dl_event_set_add (events, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlWalk) walk = dl_walk_new (timeline, events, cases[i].start, NULL, NULL);

      g_assert_cmpuint (dl_walk_get_position (walk), ==, cases[i].found);
    }
}

/* As somebody wants it: back in time, the same event twice, and places without one. */
static void
test_order (void)
{
  static const guint     order[] = { 4, DL_NONE, 1, 4, DL_NONE };
  g_autoptr (DlTimeline) timeline = make_timeline (N_EVENTS);
  g_autoptr (DlWalk)     walk = dl_walk_new_in_order (timeline, order, G_N_ELEMENTS (order), DL_NONE, NULL, NULL);
  g_autoptr (DlWalk)     from = dl_walk_new_in_order (timeline, order, G_N_ELEMENTS (order), 1, NULL, NULL);
  g_autoptr (DlWalk)     elsewhere = dl_walk_new_in_order (timeline, order, G_N_ELEMENTS (order), 3, NULL, NULL);
  g_autofree char       *way = go_on (walk, 1);
  g_autofree char       *all = g_strdup_printf ("4.0 %u.0 1.0 4.0 %u.0", DL_NONE, DL_NONE);

  g_assert_cmpstr (way, ==, all);
  g_assert_cmpuint (dl_walk_get_n (walk), ==, G_N_ELEMENTS (order));
  g_assert_cmpuint (dl_walk_get_index (walk), ==, 4);
  g_assert_cmpuint (dl_walk_get_neighbour (walk, -1), ==, 4);
  g_assert_true (dl_walk_step_to_end (walk, -1));
  g_assert_cmpuint (dl_walk_get_index (walk), ==, 0);
  g_assert_cmpuint (dl_walk_get_index (from), ==, 2);
  g_assert_cmpuint (dl_walk_get_index (elsewhere), ==, 0);
  g_assert_null (dl_walk_new_in_order (timeline, NULL, 0, DL_NONE, NULL, NULL));
}

/* Less room has more pages, and more room fewer than the one that one is at. */
static void
test_count_again (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline (N_EVENTS);
  guint                  pages[N_EVENTS] = { 4, 1, 1, 1, 1, 1 };
  g_autoptr (DlWalk)     walk = dl_walk_new (timeline, NULL, 0, count_pages, pages);

  for (guint i = 0; i < 3; i++)
    g_assert_true (dl_walk_step (walk, 1));
  pages[0] = 2;
  dl_walk_count_again (walk);
  g_assert_cmpuint (dl_walk_get_n_pages (walk), ==, 2);
  g_assert_cmpuint (dl_walk_get_page (walk), ==, 1);
  pages[0] = 5;
  dl_walk_count_again (walk);
  g_assert_cmpuint (dl_walk_get_page (walk), ==, 1);
  g_assert_cmpuint (dl_walk_get_n_pages (walk), ==, 5);
}

/* Pages */

/* Room for so many bytes in the largest size, and twice as many in the next. */
static gboolean
fits (const DlPage *page, gpointer data)
{
  guint used = 0;

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const DlPiece *piece = &g_array_index (page->pieces, DlPiece, i);

      used += piece->kind == DL_PIECE_SOURCES ? 10 : piece->end - piece->start;
    }
  return used <= GPOINTER_TO_UINT (data) << page->size;
}

static DlEventDetails *
make_details (const char *summary, const char *const *quotes)
{
  DlEventDetails *details = dl_event_details_new ();

  details->summary = g_strdup (summary);
  for (guint i = 0; quotes[i] != NULL; i++)
    {
      DlQuote *quote = g_new0 (DlQuote, 1);

      quote->text = g_strdup (quotes[i]);
      quote->speaker = quote->source = DL_NONE;
      g_ptr_array_add (details->quotes, quote);
    }
  return details;
}

/* "size: summary+quote 0[0,12)+sources | …" */
static char *
tell (GPtrArray *pages)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const DlPage *page = pages->pdata[i];

      g_string_append_printf (out, "%s%u:", i > 0 ? " | " : "", page->size);
      for (guint j = 0; j < page->pieces->len; j++)
        {
          const DlPiece *piece = &g_array_index (page->pieces, DlPiece, j);

          if (piece->kind == DL_PIECE_SOURCES)
            g_string_append (out, " sources");
          else
            g_string_append_printf (out, " %c%u[%u,%u%c", piece->kind == DL_PIECE_SUMMARY ? 's' : 'q', piece->index,
                                    piece->start, piece->end, piece->last ? ')' : '-');
        }
    }
  return g_string_free (out, FALSE);
}

static void
check (const char *summary, const char *const *quotes, guint room, const char *expected)
{
  g_autoptr (DlEventDetails) details = make_details (summary, quotes);
  g_autoptr (GPtrArray)      pages = dl_pages_new (details, TRUE, 3, fits, GUINT_TO_POINTER (room));
  g_autofree char           *told = tell (pages);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_pages (void)
{
  const char *const none[] = { NULL };
  const char *const two[] = { "0123456789", "01234567890123456789", NULL };
  const char *const long_one[] = { "One is here. Two comes here. Three is longer than it.", NULL };
  const char *const word[] = { "0123456789012345678901234567890123456789", NULL };
  const char *const japanese[] = { "日本語は空白がない。次の文がここにある。", NULL };

  check (NULL, none, 10, "0: sources");
  check (NULL, none, 1, "2: sources");
  check ("Summary", two, 100, "0: s0[0,7) q0[0,10) q1[0,20) sources");
  check ("Summary", two, 40, "1: s0[0,7) q0[0,10) q1[0,20) sources");
  check ("Summary", two, 12, "2: s0[0,7) q0[0,10) q1[0,20) sources");
  /* Quotations are whole, on pages of one size. */
  check ("Summary", two, 8, "2: s0[0,7) q0[0,10) | 2: q1[0,20) sources");
  /* Sources are by themselves only where nothing can go with them. */
  check ("Summary", two, 10, "2: s0[0,7) q0[0,10) | 2: q1[0,20) sources");
  /* What is too long goes on from the end of a sentence. */
  check (NULL, long_one, 8, "2: q0[0,29- | 2: q0[29,53) | 2: sources");
  check (NULL, long_one, 5, "2: q0[0,13- | 2: q0[13,29- | 2: q0[29,45- | 2: q0[45,53) sources");
  /* There is an end also of what cannot be parted well. */
  check (NULL, word, 4, "2: q0[0,16- | 2: q0[16,32- | 2: q0[32,40) | 2: sources");
  check (NULL, japanese, 9, "2: q0[0,30- | 2: q0[30,60) | 2: sources");
}

/* Whatever there is room for, all of it is there, once and in its order. */
static void
test_nothing_lost (void)
{
  static const char *const words[] = { "a", "word ", "end. ", "日本", "。", "”", "é", "̈", " ", "“", "…" };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString)        text = g_string_new ("x");
      g_autoptr (DlEventDetails) details = NULL;
      g_autoptr (GPtrArray)      pages = NULL;
      guint                      n = (guint) g_test_rand_int_range (0, 60);
      guint                      end[2] = { 0, 0 };

      for (guint j = 0; j < n; j++)
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      details = make_details (text->str, (const char *const[]){ text->str, NULL });
      pages = dl_pages_new (details, FALSE, 2, fits, GUINT_TO_POINTER (g_test_rand_int_range (0, 40)));
      for (guint j = 0; j < pages->len; j++)
        {
          const DlPage *page = pages->pdata[j];

          for (guint k = 0; k < page->pieces->len; k++)
            {
              const DlPiece *piece = &g_array_index (page->pieces, DlPiece, k);
              guint         *so_far = &end[piece->kind == DL_PIECE_QUOTE];

              g_assert_cmpuint (piece->start, ==, *so_far);
              g_assert_cmpuint (piece->end, >, piece->start);
              g_assert_true (g_utf8_validate (text->str + piece->start, piece->end - piece->start, NULL));
              g_assert_cmpint (piece->last, ==, piece->end == text->len);
              *so_far = piece->end;
            }
        }
      g_assert_cmpuint (end[0], ==, text->len);
      g_assert_cmpuint (end[1], ==, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/all", test_all);
  g_test_add_func ("/walk/vague", test_vague);
  g_test_add_func ("/walk/counts-once", test_counts_once);
  g_test_add_func ("/walk/some", test_some);
  g_test_add_func ("/walk/start", test_start);
  g_test_add_func ("/walk/order", test_order);
  g_test_add_func ("/walk/count-again", test_count_again);
  g_test_add_func ("/walk/pages", test_pages);
  g_test_add_func ("/walk/nothing-lost", test_nothing_lost);
  return g_test_run ();
}
