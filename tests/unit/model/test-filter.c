/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-filter.h"

#include <string.h>

#include "base/dl-error.h"
#include "random-values.h"

#define N_ROUNDS 300

/* All that is let through, and nothing else, as a plain reading of the contract has it. */
static void
test_match (void)
{
  guint n_shown = 0;
  guint n_all = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (DlTimeline) timeline = random_values_timeline ((guint) g_test_rand_int_range (1, 60));
      g_autoptr (DlFilter)   filter = random_values_filter (timeline);
      g_autoptr (DlEventSet) shown = dl_filter_match (filter, timeline);
      guint                  n = dl_timeline_get_n_events (timeline);

      g_assert_true ((shown == NULL) == dl_filter_is_empty (filter));
      for (guint i = 0; i < n && shown != NULL; i++)
        g_assert_cmpint (dl_event_set_contains (shown, i), ==,
                         random_values_passes (filter, timeline, i, DL_N_FILTER_FIELDS));
      n_all += shown == NULL ? 0 : n;
      n_shown += shown == NULL ? 0 : dl_event_set_get_n (shown);
    }
  /* Neither all nor nothing, or it would be no test. */
  g_assert_cmpuint (n_shown, >, n_all / 20);
  g_assert_cmpuint (n_shown, <, n_all / 2);
}

static void
test_nothing_asked (void)
{
  g_autoptr (DlTimeline) timeline = random_values_timeline (5);
  g_autoptr (DlFilter)   filter = dl_filter_new ();

  g_assert_true (dl_filter_is_empty (NULL));
  g_assert_true (dl_filter_is_empty (filter));
  g_assert_null (dl_filter_match (NULL, timeline));
  g_assert_null (dl_filter_match (filter, timeline));
  dl_filter_set (filter, DL_FILTER_TOPIC, "first", DL_FILTER_WITH);
  g_assert_false (dl_filter_is_empty (filter));
  dl_filter_set (filter, DL_FILTER_TOPIC, "first", DL_FILTER_ANY);
  g_assert_true (dl_filter_is_empty (filter));
}

static void
test_gone (void)
{
  g_autoptr (DlTimeline) timeline = random_values_timeline (20);
  g_autoptr (DlFilter)   filter = dl_filter_new ();
  g_autoptr (DlEventSet) none = NULL;
  g_autoptr (DlEventSet) all = NULL;

  dl_filter_set (filter, DL_FILTER_PERSON, "gone", DL_FILTER_WITH);
  none = dl_filter_match (filter, timeline);
  g_assert_cmpuint (dl_event_set_get_n (none), ==, 0);
  dl_filter_set (filter, DL_FILTER_PERSON, "gone", DL_FILTER_NOT);
  all = dl_filter_match (filter, timeline);
  g_assert_cmpuint (dl_event_set_get_n (all), ==, 20);
}

static void
assert_keys (const DlFilter *filter, DlFilterField field, DlFilterChoice choice, const char *expected)
{
  g_auto (GStrv)   keys = dl_filter_dup_keys (filter, field, choice);
  g_autofree char *joined = g_strjoinv (" ", keys);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (DlFilter) filter = dl_filter_new ();

  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_WITH);
  dl_filter_set (filter, DL_FILTER_TOPIC, "a", DL_FILTER_WITH);
  dl_filter_set (filter, DL_FILTER_TOPIC, "c", DL_FILTER_NOT);
  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_WITH);
  assert_keys (filter, DL_FILTER_TOPIC, DL_FILTER_WITH, "b a");
  assert_keys (filter, DL_FILTER_TOPIC, DL_FILTER_NOT, "c");
  assert_keys (filter, DL_FILTER_PERSON, DL_FILTER_WITH, "");
  dl_filter_set (filter, DL_FILTER_TOPIC, "b", DL_FILTER_NOT);
  assert_keys (filter, DL_FILTER_TOPIC, DL_FILTER_WITH, "a");
  assert_keys (filter, DL_FILTER_TOPIC, DL_FILTER_NOT, "c b");
  g_assert_cmpint (dl_filter_get (filter, DL_FILTER_TOPIC, "b"), ==, DL_FILTER_NOT);
  g_assert_cmpint (dl_filter_get (filter, DL_FILTER_TOPIC, "d"), ==, DL_FILTER_ANY);
  dl_filter_clear_field (filter, DL_FILTER_TOPIC);
  g_assert_true (dl_filter_is_empty (filter));
}

static void
test_copies (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (DlTimeline) timeline = random_values_timeline (5);
      g_autoptr (DlFilter)   filter = random_values_filter (timeline);
      g_autoptr (DlFilter)   copy = dl_filter_copy (filter);
      g_autoptr (GVariant)   variant = g_variant_ref_sink (dl_filter_to_variant (filter));
      g_autoptr (DlFilter)   back = dl_filter_from_variant (variant);

      g_assert_true (dl_filter_equal (filter, copy));
      g_assert_true (dl_filter_equal (filter, back));
      g_assert_true (dl_filter_equal (NULL, filter) == dl_filter_is_empty (filter));
      dl_filter_set (copy, DL_FILTER_STATUS, "another", DL_FILTER_WITH);
      g_assert_false (dl_filter_equal (filter, copy));
      dl_filter_set_span (back, DL_INSTANT (1), DL_INSTANT (2));
      g_assert_false (dl_filter_equal (filter, back));
    }
}

static void
test_foreign_variant (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new_parsed ("{'topic': <['a']>, 'not-topic': <['b']>, 'person': <'x'>, 'colour': <['y']>, 'span': <1>}"));
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_uint32 (1));
  g_autoptr (DlFilter) filter = dl_filter_from_variant (variant);
  g_autoptr (DlFilter) expected = dl_filter_new ();
  g_autoptr (DlFilter) empty = dl_filter_from_variant (number);

  dl_filter_set (expected, DL_FILTER_TOPIC, "a", DL_FILTER_WITH);
  dl_filter_set (expected, DL_FILTER_TOPIC, "b", DL_FILTER_NOT);
  g_assert_true (dl_filter_equal (filter, expected));
  g_assert_true (dl_filter_is_empty (empty));
}

static void
test_words (void)
{
  g_autoptr (DlTimeline) timeline = random_values_timeline (5);
  g_autoptr (DlFilter)   filter = dl_filter_new ();
  g_autofree char       *nothing = dl_filter_dup_words (filter, timeline, DL_FILTER_TOPIC, DL_FILTER_WITH);
  g_autofree char       *with = NULL;
  g_autofree char       *without = NULL;

  g_assert_null (nothing);
  dl_filter_set (filter, DL_FILTER_TOPIC, "unnamed", DL_FILTER_WITH);
  dl_filter_set (filter, DL_FILTER_TOPIC, "#1", DL_FILTER_WITH);
  dl_filter_set (filter, DL_FILTER_TOPIC, "gone", DL_FILTER_WITH);
  dl_filter_set (filter, DL_FILTER_HAS, "quotes", DL_FILTER_NOT);
  with = dl_filter_dup_words (filter, timeline, DL_FILTER_TOPIC, DL_FILTER_WITH);
  without = dl_filter_dup_words (filter, timeline, DL_FILTER_HAS, DL_FILTER_NOT);
  g_assert_cmpstr (with, ==, "Topic: unnamed, Without an id or gone");
  g_assert_cmpstr (without, ==, "Has: not With quotes");
}

/* What a command line asks for: a filter as "with keys | excluded keys", or a mistake. */
static void
test_arguments (void)
{
  static const struct
  {
    const char   *text;
    DlFilterField field;
    const char   *with;
    const char   *without;
    const char   *mistake;
  } cases[] = {
    { "topic=first", DL_FILTER_TOPIC, "first", "", NULL },
    { "topic=THE FIRST", DL_FILTER_TOPIC, "first", "", NULL },
    { "Topic = the first , unnamed", DL_FILTER_TOPIC, "first unnamed", "", NULL },
    { "topic!=law", DL_FILTER_TOPIC, "", "law", NULL },
    { "topic=Law, order,first", DL_FILTER_TOPIC, "law first", "", NULL },
    { "topic=without an id", DL_FILTER_TOPIC, "#1", "", NULL },
    { "topic=#1", DL_FILTER_TOPIC, "#1", "", NULL },
    { "topic=none", DL_FILTER_TOPIC, "none", "", NULL },
    { "topic=called none", DL_FILTER_TOPIC, "#2", "", NULL },
    { "status=Planned,ongoing", DL_FILTER_STATUS, "planned ongoing", "", NULL },
    { "has=quotes", DL_FILTER_HAS, "quotes", "", NULL },
    { "has!=quotes,sources", DL_FILTER_HAS, "", "quotes sources", NULL },
    { "person=ｉｄ-1", DL_FILTER_PERSON, "id-1", "", NULL },
    { "topic", DL_FILTER_TOPIC, "", "", "“topic” is not a filter" },
    { "topc=first", DL_FILTER_TOPIC, "", "", "did you mean “topic”?" },
    { "colour=red", DL_FILTER_TOPIC, "", "", "there is file, topic, person, place, status, source, speaker or has" },
    { "topic=frist", DL_FILTER_TOPIC, "", "", "did you mean “first”?" },
    { "topic=order", DL_FILTER_TOPIC, "", "", "did you mean “Law, order”?" },
    { "place=Atlantis", DL_FILTER_PLACE, "", "", "there is id-0, id-1, id-2, id-3 or id-4" },
    { "status=none", DL_FILTER_STATUS, "", "", "no event can have “none” as its status" },
    { "topic=", DL_FILTER_TOPIC, "", "", "no event can have “” as its topic" },
  };
  g_autoptr (DlTimeline) timeline = random_values_timeline (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlFilter) filter = dl_filter_new ();
      g_autoptr (GError)   error = NULL;
      gboolean             taken = dl_filter_take_argument (filter, cases[i].text, timeline, &error);

      g_test_message ("%s: %s", cases[i].text, error == NULL ? "taken" : error->message);
      g_assert_true (taken == (cases[i].mistake == NULL));
      g_assert_true (taken == (error == NULL));
      assert_keys (filter, cases[i].field, DL_FILTER_WITH, cases[i].with);
      assert_keys (filter, cases[i].field, DL_FILTER_NOT, cases[i].without);
      if (cases[i].mistake != NULL)
        {
          g_assert_error (error, DL_ERROR, DL_ERROR_USAGE);
          g_assert_nonnull (strstr (error->message, cases[i].mistake));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/match", test_match);
  g_test_add_func ("/filter/nothing-asked", test_nothing_asked);
  g_test_add_func ("/filter/gone", test_gone);
  g_test_add_func ("/filter/order", test_order);
  g_test_add_func ("/filter/copies", test_copies);
  g_test_add_func ("/filter/foreign-variant", test_foreign_variant);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/arguments", test_arguments);
  return g_test_run ();
}
