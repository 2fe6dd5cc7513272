/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-grouped-list.h"

#include <locale.h>

#include "model/dl-event-groups.h"
#include "model/dl-timeline-builder.h"
#include "time/dl-edtf.h"

#define N_RANDOM 60

/* Timelines */

/* By the key: who speaks in which quote. */
static guint
quotes_of (guint key)
{
  return key % 7 == 0 ? 3 : key % 5 == 0 ? 1 : 0;
}

static const char *
speaker_of (guint key, guint quote)
{
  static const char *const speakers[] = { "Anna", "Bert", NULL, "Chloe", "Anna" };

  return speakers[(key + quote) % G_N_ELEMENTS (speakers)];
}

static DlEventDetails *
details_cb (guint64 key, gpointer data)
{
  DlEventDetails *details = dl_event_details_new ();

  for (guint i = 0; i < quotes_of ((guint) key); i++)
    {
      DlQuote *quote = g_new0 (DlQuote, 1);

      quote->text = g_strdup_printf ("%u", i);
      quote->speaker = quote->source = DL_NONE;
      quote->speaker_name = g_strdup (speaker_of ((guint) key, i));
      g_ptr_array_add (details->quotes, quote);
    }
  return details;
}

/* @dates: ended by NULL */
static DlTimeline *
new_timeline (const char *const *dates)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  dl_timeline_builder_add_part (builder, g_strv_length ((char **) dates), details_cb, NULL, NULL);
  for (guint i = 0; dates[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      DlEventRecord    record = { .id = id,
                                  .title = id,
                                  .date_text = dates[i],
                                  .origin = i,
                                  .place = DL_NONE,
                                  .importance = DL_IMPORTANCE_UNSET,
                                  .n_quotes = (guint16) quotes_of (i) };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

static char *
random_date (int from_year, int to_year)
{
  int year = g_test_rand_int_range (from_year, to_year);
  int month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, 29);

  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
      return g_strdup_printf ("%04d", year);
    case 1:
      return g_strdup_printf ("%04d-%02d", year, month);
    case 2:
      return g_strdup_printf ("%04d-%02d-%02d/%04d", year, month, day, year + 2);
    case 3:
      return g_strdup_printf ("../%04d-%02d", year, month);
    case 4:
      return g_strdup_printf ("%04d-%02d-%02d/..", year, month, day);
    case 5:
      return g_strdup_printf ("%04d-%02d-%02d~", year, month, day);
    case 6:
      return g_strdup_printf ("%03dX", year / 10);
    case 7:
      return g_strdup_printf ("%02dXX", year / 100);
    case 8:
      return g_strdup_printf ("%04d-%02d-%02dT%02d:30:00Z", year, month, day, g_test_rand_int_range (0, 24));
    case 9:
      return g_strdup_printf ("%04d-%02d-01", year, month);
    case 10:
      return g_strdup_printf ("[..%04d]", year);
    case 11:
      return g_strdup_printf ("%04d~", year);
    case 12:
      return g_strdup_printf ("/%04d-%02d-%02d", year, month, day);
    case 13:
      return g_strdup_printf ("%04d-%02d~", year, month);
    default:
      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }
}

/* Of one crowded time and of many. */
static DlTimeline *
new_random_timeline (void)
{
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();
  g_auto (GStrv)           strv = NULL;
  int                      n = g_test_rand_int_range (0, g_test_rand_int_range (2, 900));
  int                      spread = 1 << g_test_rand_int_range (0, 11);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *date = random_date (2020 - (g_test_rand_bit () ? spread : 0), 2021);

      g_strv_builder_add (dates, date);
    }
  strv = g_strv_builder_end (dates);
  return new_timeline ((const char *const *) strv);
}

/* %NULL, or some of them. */
static DlEventSet *
new_random_set (DlTimeline *timeline)
{
  guint       n = dl_timeline_get_n_events (timeline);
  int         share = g_test_rand_int_range (0, 5);
  DlEventSet *set;

  if (share == 4)
    return NULL;
  set = dl_event_set_new (n);
  for (guint i = 0; i < n; i++)
    if (g_test_rand_int_range (0, 4) <= share)
      dl_event_set_add (set, i);
  return set;
}

/* Where an event stands: where that date begins which is left of it without what makes it vague. */
static DlDate
standing (DlTimeline *timeline, guint position)
{
  const char         *text = dl_timeline_get_record (timeline, position)->date_text;
  g_autoptr (GString) plain = g_string_new (text);
  DlDate              date;

  g_string_replace (plain, "[..", "", 0);
  g_string_replace (plain, "]", "", 0);
  g_string_replace (plain, "~", "", 0);
  if (g_str_has_prefix (plain->str, "../") || g_str_has_prefix (plain->str, "/"))
    g_string_erase (plain, 0, strchr (plain->str, '/') + 1 - plain->str);
  g_assert_true (dl_date_parse (plain->str, -1, &date, NULL));
  dl_date_resolve (&date, dl_timeline_get_zone (timeline));
  return date;
}

static int
compare_standing (gconstpointer a, gconstpointer b, gpointer timeline)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;
  DlDate  left_date = standing (timeline, left);
  DlDate  right_date = standing (timeline, right);
  int     order = dl_instant_compare (left_date.earliest_start, right_date.earliest_start);

  if (order == 0)
    order = dl_instant_compare (right_date.latest_end, left_date.latest_end);
  return order != 0 ? order : (int) left - (int) right;
}

/* Positions: all of them as a list has them, the naive way. */
static GArray *
new_standing (DlTimeline *timeline)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < dl_timeline_get_n_events (timeline); i++)
    g_array_append_val (positions, i);
  g_array_sort_with_data (positions, compare_standing, timeline);
  return positions;
}

/* Groups */

static char *
list_groups (const char *const *dates)
{
  DlTimeline        *timeline = new_timeline (dates);
  guint              n = dl_timeline_get_n_events (timeline);
  DlEventOrder      *order = dl_event_order_new (timeline, NULL);
  g_autoptr (GArray) groups = dl_event_groups_new (order);
  GString           *out = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const DlEventGroup *group = &g_array_index (groups, DlEventGroup, i);
      guint               end = i + 1 < groups->len ? g_array_index (groups, DlEventGroup, i + 1).first : n;
      g_autofree char    *title = dl_event_group_dup_title (group, NULL);

      g_string_append_printf (out, "%s%s: %u", i > 0 ? "; " : "", title, end - group->first);
    }
  dl_event_order_free (order);
  g_assert_finalize_object (timeline);
  return g_string_free (out, FALSE);
}

static void
assert_groups (const char *const *dates, const char *expected)
{
  g_autofree char *found = list_groups (dates);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_groups (void)
{
  assert_groups ((const char *const[]){ NULL }, "");
  /* One alone is told as finely as can be. */
  assert_groups ((const char *const[]){ "2025-10-25", NULL }, "Saturday 25 October 2025: 1");
  /* But never more finely than it says. */
  assert_groups ((const char *const[]){ "2024", NULL }, "2024: 1");
  assert_groups ((const char *const[]){ "2020", "202X", "2020-01", "2020-01-02", NULL },
                 "2020s: 1; 2020: 1; January 2020: 1; Thursday 2 January 2020: 1");
  assert_groups ((const char *const[]){ "1142", "1453-05-29", "2025-10-25", NULL },
                 "1100 – 1199: 1; 1400 – 1499: 1; 2000 – 2099: 1");
  assert_groups ((const char *const[]){ "2025-10-25", "2025-10-26", NULL },
                 "Saturday 25 October 2025: 1; Sunday 26 October 2025: 1");
  assert_groups ((const char *const[]){ "2012-12-26", "2022-07-08", "2025-07-22", "2025-10-21", NULL },
                 "2010s: 1; 2020s: 3");
  assert_groups ((const char *const[]){ "[..1500,1600..]", "2025-10-25", "2025-11", NULL },
                 "Start unknown: 1; October 2025: 1; November 2025: 1");
  assert_groups ((const char *const[]){ "-0043-03-15", "0014-08-19", NULL }, "100 BC – 1 BC: 1; AD 1 – AD 99: 1");
  assert_groups ((const char *const[]){ "Y-66000000", "Y-252000000", "1969", NULL },
                 "253 million BC – 252 million BC: 1; 67 million BC – 66 million BC: 1; AD 1 – AD 999,999: 1");
}

/* What is vague stands where people look for it: what its words say, and without a beginning at its end. */
static void
test_groups_vague (void)
{
  assert_groups ((const char *const[]){ "1142", "1500~", "1453-05-29", NULL },
                 "1100 – 1199: 1; 1400 – 1499: 1; 1500 – 1599: 1");
  assert_groups ((const char *const[]){ "[..1899]", "1142", "1850", "2025", NULL },
                 "1100 – 1199: 1; 1800 – 1899: 2; 2000 – 2099: 1");
  assert_groups ((const char *const[]){ "../1899-06", "1142", "/1750", "2025", NULL },
                 "1100 – 1199: 1; 1700 – 1799: 1; 1800 – 1899: 1; 2000 – 2099: 1");
  assert_groups ((const char *const[]){ "[1867~..1899]", "2000-01-01~", "1142", NULL },
                 "1100 – 1199: 1; 1800 – 1899: 1; 2000 – 2099: 1");
  /* A year that is said is no month. */
  assert_groups (
    (const char *const[]){ "2024~", "[..2024]", "2024-01", "2024-02", "2024-02", "2024-02", "2024-03", NULL },
    "2024: 2; January 2024: 1; February 2024: 3; March 2024: 1");
}

static DlInstant
instant_of (const char *edtf)
{
  DlDate date;

  g_assert_true (dl_date_parse (edtf, -1, &date, NULL));
  return date.earliest_start;
}

/* The last ends that are known, in the units that they are said in. */
static void
test_order (void)
{
  static const struct
  {
    const char *date;
    const char *stands_at;
  } cases[] = {
    { "[..1899]", "1899" },
    { "[..189X]", "1890" },
    { "[..18XX]", "1800" },
    { "[..2024-02]", "2024-02" },
    { "../2024-02-29", "2024-02-29" },
    { "../1899~", "1899" },
    { "/1899", "1899" },
    { "../2024-02-29T12:30", "2024-02-29T12:30" },
    { "[..1899~]", "1899" },
    { "1899~/1910", "1899" },
    { "18XX~", "1800" },
    { "2024-34", "2024-04" },
    { "../2024-34", "2024-04" },
    { "../2024-40", "2024-01" },
    { "../2024-38", "2024-05" },
    { "../2024-24", "2024-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DlTimeline   *timeline = new_timeline ((const char *const[]){ cases[i].date, "1000", "3000", NULL });
      DlEventOrder *order = dl_event_order_new (timeline, NULL);
      guint         index = 1;

      g_test_message ("%s", cases[i].date);
      g_assert_cmpstr (dl_timeline_get_record (timeline, dl_event_order_get_position (order, index))->date_text, ==,
                       cases[i].date);
      g_assert_cmpint (dl_instant_compare (dl_event_order_get_start (order, index), instant_of (cases[i].stands_at)),
                       ==, 0);
      dl_event_order_free (order);
      g_assert_finalize_object (timeline);
    }
}

/* What is known to the year stands under the year, before its months. */
static void
test_groups_parted (void)
{
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();
  g_auto (GStrv)           strv = NULL;

  g_strv_builder_add_many (dates, "1950", "2024", "2024-01-01/2025-06", "2024-01", NULL);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *date = g_strdup_printf ("2024-%02d-03", i % 3 + 1);

      g_strv_builder_add (dates, date);
      g_strv_builder_add (dates, "2024-12-24T18:00:00Z");
      g_strv_builder_add (dates, i % 2 == 0 ? "2024-12-25" : "2024-12-26");
    }
  strv = g_strv_builder_end (dates);
  assert_groups ((const char *const *) strv,
                 "1900 – 1999: 1; 2024: 2; January 2024: 5; February 2024: 4; March 2024: 4; "
                 "Tuesday 24 December 2024: 12; Wednesday 25 December 2024: 6; Thursday 26 December 2024: 6");
}

/* Every event is under one heading, which it does not begin before, and no later
 * one would do; headings do not come twice. */
static void
test_groups_random (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      DlTimeline            *timeline = new_random_timeline ();
      guint                  n = dl_timeline_get_n_events (timeline);
      g_autoptr (GArray)     positions = new_standing (timeline);
      DlEventOrder          *order = dl_event_order_new (timeline, NULL);
      g_autoptr (GArray)     groups = dl_event_groups_new (order);
      g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint                  at = 0;

      g_assert_cmpint (groups->len > 0, ==, n > 0);
      for (guint j = 0; j < groups->len; j++)
        {
          const DlEventGroup *group = &g_array_index (groups, DlEventGroup, j);
          const DlEventGroup *next = j + 1 < groups->len ? group + 1 : NULL;

          g_assert_cmpuint (group->first, ==, at);
          g_assert_true (g_hash_table_add (titles, dl_event_group_dup_title (group, NULL)));
          do
            {
              guint32 position = g_array_index (positions, guint32, at);
              DlCivil civil;

              g_assert_cmpuint (dl_event_order_get_position (order, at), ==, position);
              civil = dl_zone_to_civil (NULL, standing (timeline, position).earliest_start);
              civil = dl_calendar_floor (&civil, (DlUnit) group->unit, group->years, 0);
              g_assert_cmpint (dl_instant_compare (dl_calendar_to_instant (&civil), group->from), ==, 0);
              at++;
            }
          while (at < (next == NULL ? n : next->first));
        }
      g_assert_cmpuint (at, ==, n);
      dl_event_order_free (order);
      g_assert_finalize_object (timeline);
    }
}

/* Lists */

/* All that the model says is what a walk through it finds. @order: (element-type
 * guint64): position << 32 | quote */
static void
check_list (DlGroupedList *list, GArray *order)
{
  GListModel *model = G_LIST_MODEL (list);
  guint       n = g_list_model_get_n_items (model);
  guint       entry = 0;
  guint       n_headings = 0;
  guint       left = 0; /* under the heading */

  g_assert_cmpuint (dl_grouped_list_get_n_entries (list), ==, order->len);
  for (guint row = 0; row < n; row++)
    {
      g_autoptr (DlGroupedItem) item = g_list_model_get_item (model, row);

      g_assert_true (DL_IS_GROUPED_ITEM (item));
      g_assert_cmpint (dl_grouped_item_is_heading (item), ==, left == 0);
      g_assert_cmpint (dl_grouped_list_is_heading (list, row), ==, left == 0);
      g_assert_cmpuint (dl_grouped_list_get_entry (list, row), ==, entry);
      g_assert_cmpuint (dl_grouped_item_get_entry (item), ==, entry);
      if (left == 0)
        {
          g_autofree char *title = dl_grouped_item_dup_title (item);

          g_assert_true (title[0] != '\0');
          left = dl_grouped_item_get_n (item);
          g_assert_cmpuint (left, >, 0);
          n_headings++;
        }
      else
        {
          guint64 expected = g_array_index (order, guint64, entry);
          guint   quote = (guint) expected == DL_NONE ? DL_NONE : (guint) expected;

          g_assert_cmpuint (dl_grouped_item_get_position (item), ==, (guint) (expected >> 32));
          g_assert_cmpuint (dl_grouped_item_get_quote (item), ==, quote);
          g_assert_cmpuint (dl_grouped_list_get_row (list, entry), ==, row);
          left--;
          entry++;
        }
    }
  g_assert_cmpuint (left, ==, 0);
  g_assert_cmpuint (entry, ==, order->len);
  g_assert_cmpuint (n_headings, ==, dl_grouped_list_get_n_groups (list));
  g_assert_null (g_list_model_get_item (model, n));
}

/* Where each event is first, or that it is not there. */
static void
check_find (DlGroupedList *list, GArray *order)
{
  guint n = dl_timeline_get_n_events (dl_grouped_list_get_timeline (list));

  for (guint position = 0; position < n; position++)
    {
      guint expected = DL_NONE;

      for (guint i = 0; i < order->len && expected == DL_NONE; i++)
        if (g_array_index (order, guint64, i) >> 32 == position)
          expected = i;
      g_assert_cmpuint (dl_grouped_list_find (list, position), ==, expected);
    }
}

static void
check_find_instant (DlGroupedList *list, GArray *order)
{
  DlTimeline *timeline = dl_grouped_list_get_timeline (list);

  for (guint i = 0; i < 20; i++)
    {
      DlInstant at = DL_INSTANT (g_test_rand_int_range (-1000000000, 1700000000));
      guint     expected = DL_NONE;

      for (guint j = 0; j < order->len && expected == DL_NONE; j++)
        if (dl_instant_compare (standing (timeline, (guint) (g_array_index (order, guint64, j) >> 32)).earliest_start,
                                at) >= 0)
          expected = j;
      g_assert_cmpuint (dl_grouped_list_find_instant (list, at), ==, expected);
    }
}

/* @positions: in what order */
static GArray *
new_order (DlTimeline *timeline, GArray *positions, DlEventSet *shown, gboolean quotes)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint at = 0; at < dl_timeline_get_n_events (timeline); at++)
    {
      guint64 i = g_array_index (positions, guint32, at);
      guint   n = quotes ? dl_timeline_get_record (timeline, (guint) i)->n_quotes : 1;

      for (guint64 quote = 0; quote < n && (shown == NULL || dl_event_set_contains (shown, (guint) i)); quote++)
        {
          guint64 value = i << 32 | (quotes ? quote : DL_NONE);

          g_array_append_val (order, value);
        }
    }
  return order;
}

static void
test_events_random (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      DlTimeline            *timeline = new_random_timeline ();
      g_autoptr (DlEventSet) shown = new_random_set (timeline);
      g_autoptr (GArray)     positions = new_standing (timeline);
      g_autoptr (GArray)     order = new_order (timeline, positions, shown, FALSE);
      DlGroupedList         *list = dl_grouped_list_new_events (timeline, shown);

      check_list (list, order);
      check_find (list, order);
      check_find_instant (list, order);
      g_assert_finalize_object (list);
      g_assert_finalize_object (timeline);
    }
}

static void
test_quotes_random (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      DlTimeline            *timeline = new_random_timeline ();
      g_autoptr (DlEventSet) shown = new_random_set (timeline);
      g_autoptr (GArray)     positions = new_standing (timeline);
      g_autoptr (GArray)     order = new_order (timeline, positions, shown, TRUE);
      DlGroupedList         *list = dl_grouped_list_new_quotes (timeline, shown);

      check_list (list, order);
      check_find (list, order);
      check_find_instant (list, order);
      g_assert_finalize_object (list);
      g_assert_finalize_object (timeline);
    }
}

static const char *
speaker_at (DlTimeline *timeline, guint64 value)
{
  const char *id = dl_timeline_get_record (timeline, (guint) (value >> 32))->id;

  return speaker_of ((guint) g_ascii_strtoull (id, NULL, 10), (guint) value);
}

/* The naive way: each speaker's quotes in turn. */
static GArray *
sort_by_speaker (DlTimeline *timeline, GArray *order, GPtrArray *names)
{
  static const char *const all[] = { "Anna", "Bert", "Chloe", NULL };
  GArray                  *sorted = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint                    done = 0;

  /* The most, the first; nobody at the end. */
  while (done < order->len)
    {
      guint best = G_MAXUINT;
      guint best_n = 0;
      guint best_at = 0;

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        {
          guint n = 0;
          guint at = G_MAXUINT;

          for (guint j = 0; j < order->len; j++)
            if (g_strcmp0 (speaker_at (timeline, g_array_index (order, guint64, j)), all[i]) == 0)
              {
                n++;
                at = MIN (at, j);
              }
          if (n == 0 || g_ptr_array_find_with_equal_func (names, all[i] == NULL ? "" : all[i], g_str_equal, NULL))
            continue;
          if (best == G_MAXUINT || (all[i] != NULL && (n > best_n || (n == best_n && at < best_at))))
            {
              best = i;
              best_n = n;
              best_at = at;
            }
        }
      g_ptr_array_add (names, (gpointer) (all[best] == NULL ? "" : all[best]));
      for (guint j = 0; j < order->len; j++)
        if (g_strcmp0 (speaker_at (timeline, g_array_index (order, guint64, j)), all[best]) == 0)
          {
            g_array_append_val (sorted, g_array_index (order, guint64, j));
            done++;
          }
    }
  return sorted;
}

static void
test_speakers_random (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      DlTimeline                 *timeline = new_random_timeline ();
      g_autoptr (DlEventSet)      shown = new_random_set (timeline);
      g_autoptr (GArray)          positions = new_standing (timeline);
      g_autoptr (GArray)          order = new_order (timeline, positions, shown, TRUE);
      g_autoptr (GPtrArray)       names = g_ptr_array_new ();
      g_autoptr (GArray)          sorted = sort_by_speaker (timeline, order, names);
      g_autoptr (DlQuoteSpeakers) speakers = dl_quote_speakers_new (timeline, shown, NULL);
      DlGroupedList              *list = dl_grouped_list_new_quotes_by_speaker (timeline, shown, speakers);

      check_list (list, sorted);
      check_find (list, sorted);
      g_assert_cmpuint (dl_grouped_list_get_n_groups (list), ==, names->len);
      for (guint j = 0; j < names->len; j++)
        g_assert_cmpstr (dl_quote_speakers_get_name (speakers, j), ==,
                         *(const char *) names->pdata[j] == '\0' ? NULL : names->pdata[j]);
      g_assert_finalize_object (list);
      g_assert_finalize_object (timeline);
    }
}

static void
test_speakers_given_up (void)
{
  DlTimeline              *timeline = new_timeline ((const char *const[]){ "2025", "2026", NULL });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (dl_quote_speakers_new (timeline, NULL, cancellable));
  g_assert_finalize_object (timeline);
}

/* A heading of a list by speaker is a name, or says that there is none. */
static void
test_speaker_titles (void)
{
  /* Quotes have only the first and the sixth: Anna, Bert, nobody; and Anna. */
  const char *const          *dates = (const char *const[]){ "2001", "2002", "2003", "2004", "2005", "2006", NULL };
  DlTimeline                 *timeline = new_timeline (dates);
  g_autoptr (DlQuoteSpeakers) speakers = dl_quote_speakers_new (timeline, NULL, NULL);
  DlGroupedList              *list = dl_grouped_list_new_quotes_by_speaker (timeline, NULL, speakers);
  static const char *const    expected[] = { "Anna", NULL, NULL, "Bert", NULL, "No speaker named", NULL };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (DlGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char          *title = dl_grouped_item_is_heading (item) ? dl_grouped_item_dup_title (item) : NULL;

      g_assert_cmpstr (title, ==, expected[i]);
    }
  g_assert_cmpuint (dl_grouped_list_find_instant (list, DL_INSTANT (0)), ==, DL_NONE);
  g_assert_finalize_object (list);
  g_assert_finalize_object (timeline);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/event-groups/few", test_groups);
  g_test_add_func ("/model/event-groups/vague", test_groups_vague);
  g_test_add_func ("/model/event-groups/parted", test_groups_parted);
  g_test_add_func ("/model/event-groups/random", test_groups_random);
  g_test_add_func ("/model/event-order/where", test_order);
  g_test_add_func ("/model/grouped-list/events", test_events_random);
  g_test_add_func ("/model/grouped-list/quotes", test_quotes_random);
  g_test_add_func ("/model/grouped-list/speakers", test_speakers_random);
  g_test_add_func ("/model/grouped-list/given-up", test_speakers_given_up);
  g_test_add_func ("/model/grouped-list/speaker-titles", test_speaker_titles);
  return g_test_run ();
}
