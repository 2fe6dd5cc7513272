/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What measuring says, and a timeline told in another zone. */
#include <string.h>

#include "model/dl-citation.h"
#include "model/dl-telling.h"
#include "model/dl-timeline-builder.h"
#include "session/dl-measure.h"
#include "time/dl-edtf.h"
#include "time/dl-words.h"

static void
add_event (DlTimelineBuilder *builder, const char *id, const char *edtf, const guint32 *sources, guint n_sources)
{
  DlEventRecord record = { .id = id,
                           .title = id,
                           .date_text = edtf,
                           .place = DL_NONE,
                           .importance = DL_IMPORTANCE_UNSET,
                           .n_sources = (guint16) n_sources };

  g_assert_true (dl_timeline_builder_add_event (builder, &record, sources, NULL, 0));
}

static DlTimeline *
make_timeline (const char *zone_name)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlZone)            zone = dl_zone_new (zone_name, NULL);
  guint32                       first =
    dl_timeline_builder_add_source (builder, &(DlSource){ .id = "a", .title = "An article", .publisher = "A paper" });
  guint32 second = dl_timeline_builder_add_source (builder, &(DlSource){ .id = "b", .title = "Another" });

  dl_timeline_builder_set_zone (builder, zone);
  dl_timeline_builder_set_as_of (builder, "2025-10-26");
  add_event (builder, "month", "2025-09", (const guint32[]){ first }, 1);
  add_event (builder, "day", "2025-10-14", (const guint32[]){ first, second }, 2);
  add_event (builder, "saturday", "2025-10-25", NULL, 0);
  add_event (builder, "call", "2025-10-25T23:30:00Z", NULL, 0);
  add_event (builder, "tuesday", "2025-10-28", (const guint32[]){ second }, 1);
  return dl_timeline_builder_end (builder);
}

static DlInstant
at (DlTimeline *timeline, int month, int day, int hour)
{
  return dl_zone_to_instant (dl_timeline_get_zone (timeline),
                             dl_calendar_to_instant (&(DlCivil){
                               .year = 2025, .month = (gint8) month, .day = (gint8) day, .hour = (gint8) hour }));
}

/* A title that is written from right to left leaves the rest where it is. */
static void
test_directions (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlMeasure)         measure = NULL;

  add_event (builder, "القاهرة", "2025-10-01", NULL, 0);
  add_event (builder, "Talks", "2025-10-07", NULL, 0);
  timeline = dl_timeline_builder_end (builder);
  measure = dl_measure_events (timeline, 0, 1);
  g_assert_cmpstr (measure->extent, ==, "“\u200e\u2068القاهرة\u2069” – “Talks”");
}

/* The stretch is taken to the boundaries next to both ends, and is as long as
 * it looks. */
static void
test_range (void)
{
  static const struct
  {
    int         from_day, from_hour, to_day, to_hour;
    const char *extent;
    const char *distance;
    guint       n_events, n_sources;
  } rows[] = {
    { 17, 3, 28, 2, "17–28 October 2025", "11 days", 2, 0 },
    { 28, 2, 17, 3, "17–28 October 2025", "11 days", 2, 0 },
    { 16, 20, 29, 1, "17–29 October 2025", "12 days", 3, 1 },
    { 13, 23, 15, 0, "14–15 October 2025", "1 day", 1, 2 },
  };
  g_autoptr (DlTimeline) timeline = make_timeline ("Asia/Tokyo");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlMeasure) measure =
        dl_measure_range (timeline, at (timeline, 10, rows[i].from_day, rows[i].from_hour),
                          at (timeline, 10, rows[i].to_day, rows[i].to_hour), DL_UNIT_DAY);

      g_assert_nonnull (measure);
      g_assert_cmpstr (measure->extent, ==, rows[i].extent);
      g_assert_cmpstr (measure->distance, ==, rows[i].distance);
      g_assert_cmpuint (measure->n_events, ==, rows[i].n_events);
      g_assert_cmpuint (measure->n_sources, ==, rows[i].n_sources);
    }
  /* Nothing is measured where both ends are the same boundary. */
  g_assert_null (dl_measure_range (timeline, at (timeline, 10, 17, 1), at (timeline, 10, 17, 9), DL_UNIT_DAY));
}

static void
test_part_of_a_second (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ("Asia/Tokyo");
  DlInstant              from = at (timeline, 10, 17, 1);
  DlInstant              to = from;
  g_autoptr (DlMeasure)  measure = NULL;

  from.nanos = 4123456;
  to.nanos = 130987654;
  measure = dl_measure_range (timeline, to, from, DL_UNIT_SECOND);
  g_assert_nonnull (measure);
  g_assert_cmpstr (measure->distance, ==, "126 milliseconds");
  g_assert_cmpint (measure->from.nanos, ==, 4000000);
  g_assert_cmpint (measure->to.nanos, ==, 130000000);
  g_assert_nonnull (strstr (measure->extent, "01:00:00.004"));
  g_assert_nonnull (strstr (measure->extent, "01:00:00.130"));
  g_assert_null (dl_measure_range (timeline, from, from, DL_UNIT_SECOND));
}

static void
test_events (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *distance;
    guint       n_events;
  } rows[] = {
    { "saturday", "tuesday", "3 days", 3 },
    { "tuesday", "saturday", "3 days", 3 },
    { "month", "day", "14 to 43 days", 2 },
  };
  g_autoptr (DlTimeline) timeline = make_timeline ("UTC");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlMeasure) measure =
        dl_measure_events (timeline, dl_timeline_find (timeline, rows[i].a), dl_timeline_find (timeline, rows[i].b));

      g_assert_cmpstr (measure->distance, ==, rows[i].distance);
      g_assert_cmpuint (measure->n_events, ==, rows[i].n_events);
    }
}

/* Floating dates stay as written, those with an offset move, and the order follows. */
static void
test_zone (void)
{
  g_autoptr (DlTimeline) utc = make_timeline ("UTC");
  g_autoptr (DlZone)     tokyo = dl_zone_new ("Asia/Tokyo", NULL);
  DlTimeline            *told = dl_timeline_new_told (utc, &(DlTelling){ tokyo });
  const DlEventRecord   *saturday = dl_timeline_get_record (told, dl_timeline_find (told, "saturday"));
  const DlEventRecord   *call = dl_timeline_get_record (told, dl_timeline_find (told, "call"));
  DlCivil                civil = dl_zone_to_civil (tokyo, saturday->start);
  DlInstant              as_of;

  g_assert_cmpuint (dl_timeline_get_n_events (told), ==, dl_timeline_get_n_events (utc));
  g_assert_cmpint (civil.day, ==, 25);
  g_assert_cmpint (civil.hour, ==, 0);
  civil = dl_zone_to_civil (tokyo, call->start);
  g_assert_cmpint (civil.day, ==, 26);
  g_assert_cmpint (civil.hour, ==, 8);
  g_assert_cmpint (
    dl_instant_compare (call->start, dl_timeline_get_record (utc, dl_timeline_find (utc, "call"))->start), ==, 0);
  g_assert_true (dl_timeline_get_as_of (told, &as_of));
  civil = dl_zone_to_civil (tokyo, as_of);
  g_assert_cmpint (civil.day, ==, 27);
  g_assert_cmpint (civil.hour, ==, 0);
  for (guint i = 1; i < dl_timeline_get_n_events (told); i++)
    {
      DlDate before, date;

      dl_timeline_get_date (told, i - 1, &before);
      dl_timeline_get_date (told, i, &date);
      g_assert_cmpint (dl_date_compare (&before, &date), <=, 0);
    }
  /* It keeps what it shares alive. */
  g_clear_object (&utc);
  g_assert_cmpstr (dl_timeline_get_source (told, 0)->title, ==, "An article");
  g_assert_finalize_object (told);
}

static void
test_edtf_from_civil (void)
{
  static const struct
  {
    DlCivil     civil;
    DlUnit      unit;
    const char *text;
  } rows[] = {
    { { 2025, 10, 25, 22, 5, 7 }, DL_UNIT_SECOND, "2025-10-25T22:05:07" },
    { { 2025, 10, 25, 22, 5, 7 }, DL_UNIT_MINUTE, "2025-10-25T22:05" },
    { { 2025, 10, 25, 22, 5, 7 }, DL_UNIT_DAY, "2025-10-25" },
    { { 2025, 10, 25, 22, 5, 7 }, DL_UNIT_MONTH, "2025-10" },
    { { 2025, 10, 25, 22, 5, 7 }, DL_UNIT_YEAR, "2025" },
    { { -43, 3, 15, 0, 0, 0 }, DL_UNIT_DAY, "-0043-03-15" },
    { { 0, 3, 15, 0, 0, 0 }, DL_UNIT_YEAR, "0000" },
    { { -66000000, 1, 1, 0, 0, 0 }, DL_UNIT_YEAR, "Y-66000000" },
    { { 12000, 6, 1, 0, 0, 0 }, DL_UNIT_DAY, "Y12000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = dl_edtf_from_civil (&rows[i].civil, rows[i].unit);
      DlDate           date;

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (dl_date_parse (text, -1, &date, NULL));
    }
}

static void
test_citations (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ("UTC");
  g_autoptr (DlEvent)    event = dl_event_new (timeline, dl_timeline_find (timeline, "day"));
  g_autofree char       *of_event = dl_citation_for_event (event);
  g_autofree char       *source = dl_citation_for_source (timeline, &(DlSource){ .title = "A title",
                                                                                 .author = "B. Writer",
                                                                                 .publisher = "A paper",
                                                                                 .date = "2025-10",
                                                                                 .url = "https://example.org/" });
  g_autofree char       *of_quote = dl_citation_for_quote (
          event,
          &(DlQuote){
            .text = "Word for word.", .speaker = DL_NONE, .speaker_name = "Somebody", .context = "in passing", .source = 0 });

  g_assert_cmpstr (of_event, ==, "day, 14 October 2025.\nAn article. A paper\nAnother");
  g_assert_cmpstr (source, ==, "B. Writer. A title. A paper. October 2025. https://example.org/");
  g_assert_cmpstr (of_quote, ==, "“Word for word.”\n— Somebody, in passing, 14 October 2025\nAn article. A paper");
}

/* A quotation is of its own day, where it has one; its speaker has a name; and no
 * full stop stands twice. */
static void
test_citation_parts (void)
{
  static const struct
  {
    DlSource    source;
    const char *text;
  } sources[] = {
    { { .title = "What happened.", .author = "Writer, B.", .publisher = "Papers Inc.", .date = "2025-10-14" },
      "Writer, B. What happened. Papers Inc. 14 October 2025" },
    { { .title = "A title", .author = "" }, "A title" },
    { { .title = "A title.", .url = "https://example.org/a." }, "A title. https://example.org/a." },
    { { .publisher = "A paper", .date = "2025-09" }, "A paper. September 2025" },
  };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  g_autoptr (DlEvent)           event = NULL;
  guint32 named = dl_timeline_builder_add_person (builder, &(DlPerson){ .id = "n", .name = "A Name" });
  guint32 nameless = dl_timeline_builder_add_person (builder, &(DlPerson){ .id = "nameless" });
  const struct
  {
    DlQuote     quote;
    const char *text;
  } quotes[] = {
    { { .text = "Q", .speaker = named, .date = "2025-11-02", .source = DL_NONE }, "“Q”\n— A Name, 2 November 2025" },
    { { .text = "Q", .speaker = nameless, .source = DL_NONE }, "“Q”\n— nameless, 14 October 2025" },
    { { .text = "Q", .speaker = DL_NONE, .date = "2025", .source = DL_NONE }, "“Q”\n— 2025" },
    { { .text = "Q", .speaker = DL_NONE, .context = "in passing", .source = DL_NONE }, "“Q”\n— 14 October 2025" },
    { { .text = "Q", .speaker = named, .context = "in passing", .date = "2025-11", .source = DL_NONE },
      "“Q”\n— A Name, in passing, November 2025" },
  };

  add_event (builder, "day", "2025-10-14", NULL, 0);
  timeline = dl_timeline_builder_end (builder);
  event = dl_event_new (timeline, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *text = dl_citation_for_source (timeline, &sources[i].source);

      g_assert_cmpstr (text, ==, sources[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *text = dl_citation_for_quote (event, &quotes[i].quote);

      g_assert_cmpstr (text, ==, quotes[i].text);
    }
}

/* Between its first moment and before its last; what only touches an edge is out. */
static void
test_range_edges (void)
{
  static const struct
  {
    int   from, to;
    guint n_events;
  } rows[] = {
    { 14, 15, 1 }, { 13, 14, 0 }, { 15, 16, 0 }, { 13, 15, 1 },
    { 14, 25, 1 }, { 14, 26, 3 }, { 26, 28, 0 }, { 27, 29, 1 },
  };
  g_autoptr (DlTimeline) timeline = make_timeline ("UTC");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlMeasure) measure =
        dl_measure_range (timeline, at (timeline, 10, rows[i].from, 0), at (timeline, 10, rows[i].to, 0), DL_UNIT_DAY);

      g_assert_cmpuint (measure->n_events, ==, rows[i].n_events);
    }
}

/* Both ends are lines that were drawn, not months that something fell into. */
static void
test_range_of_months (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ("UTC");
  g_autoptr (DlMeasure)  measure =
    dl_measure_range (timeline, at (timeline, 8, 1, 0), at (timeline, 10, 1, 0), DL_UNIT_MONTH);
  g_autoptr (DlMeasure) year = dl_measure_range (timeline, at (timeline, 1, 1, 0),
                                                 dl_instant_add (at (timeline, 1, 1, 0), 365 * 86400), DL_UNIT_YEAR);

  g_assert_cmpstr (measure->distance, ==, "61 days");
  g_assert_cmpstr (year->distance, ==, "about 12 months");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/measure/directions", test_directions);
  g_test_add_func ("/session/measure/range", test_range);
  g_test_add_func ("/session/measure/events", test_events);
  g_test_add_func ("/session/measure/part-of-a-second", test_part_of_a_second);
  g_test_add_func ("/session/zone", test_zone);
  g_test_add_func ("/session/edtf-from-civil", test_edtf_from_civil);
  g_test_add_func ("/session/citations", test_citations);
  g_test_add_func ("/session/citation-parts", test_citation_parts);
  g_test_add_func ("/session/measure/range-edges", test_range_edges);
  g_test_add_func ("/session/measure/range-of-months", test_range_of_months);
  return g_test_run ();
}
