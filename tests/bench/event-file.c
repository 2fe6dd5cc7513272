/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "event-file.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "bench.h"
#include "time/dl-calendar.h"

#define FIRST_YEAR 2005
#define N_YEARS 20
#define N_TOPICS 8
#define N_PEOPLE 5000
#define N_PLACES 5000
#define N_LANES 60
#define MAX_PEOPLE 3
#define HOUR 3600.0
#define DAY (24 * HOUR)
#define YEAR 31556952.0
#define SHORTEST HOUR
#define LONGEST (2 * YEAR)
/* Intervals shorter than this are given by the clock, longer ones by the day. */
#define BY_THE_CLOCK (4 * DAY)
#define SUMMARY_LENGTH 180

static const char *const words[] = {
  "agreement",  "announced", "answer",   "archive",     "assembly", "autumn",    "boundary",   "bridge",   "budget",
  "building",   "called",    "chapter",  "charter",     "city",     "committee", "concert",    "council",  "court",
  "current",    "debate",    "decision", "delegation",  "district", "early",     "election",   "engine",   "evening",
  "expedition", "factory",   "ferry",    "first",       "flood",    "garden",    "general",    "harbour",  "hearing",
  "hospital",   "inquiry",   "island",   "journey",     "late",     "letter",    "library",    "meeting",  "minister",
  "museum",     "new",       "northern", "observatory", "opened",   "paper",     "parliament", "petition", "planned",
  "proposal",   "question",  "railway",  "record",      "reply",    "report",    "river",      "school",   "second",
  "session",    "signal",    "southern", "station",     "strike",   "survey",    "talks",      "theatre",  "treaty",
  "university", "valley",    "vote",     "winter",      "workshop", "the",       "of",         "and"
};

/* Words up to @length bytes, or @n of them. */
static void
append_words (GString *text, BenchRandom *random, guint n, gsize length)
{
  gsize start = text->len;

  for (guint i = 0; i < n && text->len - start < length; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[bench_random (random) % G_N_ELEMENTS (words)]);
      if (i == 0)
        text->str[start] = g_ascii_toupper (text->str[start]);
    }
}

static void
append_moment (GString *text, gint64 seconds, gboolean clock)
{
  DlCivil civil = dl_calendar_from_instant (DL_INSTANT (seconds));

  g_string_append_printf (text, "%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
  if (clock)
    g_string_append_printf (text, "T%02d:%02d:%02dZ", civil.hour, civil.minute, civil.second);
}

static void
append_date (GString *text, BenchRandom *random, char between)
{
  DlCivil first = { .year = FIRST_YEAR, .month = 1, .day = 1 };
  gint64  start = dl_calendar_to_instant (&first).seconds + (gint64) (bench_random_double (random) * N_YEARS * YEAR);
  double  length;

  if (bench_random_int (random, 1, 100) > 30)
    {
      append_moment (text, start, TRUE);
      if (between == ',')
        g_string_append_c (text, between);
      return;
    }
  length = SHORTEST * pow (LONGEST / SHORTEST, bench_random_double (random));
  append_moment (text, start, length < BY_THE_CLOCK);
  g_string_append_c (text, between);
  append_moment (text, start + (gint64) length, length < BY_THE_CLOCK);
}

/* Of an array of those who are named. */
static void
append_named (GString *text, const char *array, const char *word, guint n)
{
  g_string_append_printf (text, "  \"%s\": [\n", array);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "    { \"id\": \"%s-%u\", \"name\": \"%c%s %u\" }%s\n", word, i,
                            g_ascii_toupper (word[0]), word + 1, i, i + 1 < n ? "," : "");
  g_string_append (text, "  ],\n");
}

/* Half of the events have words of somebody. */
static void
append_names (GString *text, BenchRandom *random)
{
  guint n = bench_random (random) % (MAX_PEOPLE + 1);

  g_string_append_printf (text, ", \"place\": \"place-%u\", \"people\": [", bench_random (random) % N_PLACES);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"person-%u\"", i > 0 ? ", " : "", bench_random (random) % N_PEOPLE);
  g_string_append (text, "]");
  if (bench_random (random) % 2 == 0)
    return;
  g_string_append (text, ",\n      \"quotes\": [{ \"text\": \"");
  append_words (text, random, (guint) bench_random_int (random, 5, 20), G_MAXSIZE);
  g_string_append_printf (text, ".\", \"speaker\": \"person-%u\" }]", bench_random (random) % N_PEOPLE);
}

static void
append_event (GString *text, BenchRandom *random, guint index, gboolean named)
{
  g_string_append_printf (text, "    { \"id\": \"event-%u\", \"title\": \"", index);
  append_words (text, random, (guint) bench_random_int (random, 3, 8), G_MAXSIZE);
  g_string_append (text, "\", \"date\": \"");
  append_date (text, random, '/');
  g_string_append_printf (text, "\", \"topics\": [\"topic-%u\"], \"importance\": %d,\n      \"summary\": \"",
                          bench_random (random) % N_TOPICS, bench_random_int (random, 0, 100));
  append_words (text, random, G_MAXUINT, SUMMARY_LENGTH + bench_random (random) % 30);
  g_string_append (text, ".\"");
  if (named)
    append_names (text, random);
  g_string_append (text, " }");
}

/* The same event as a row of separated values, with a column each for start and end. */
static void
append_row (GString *text, BenchRandom *random, guint index)
{
  g_string_append_printf (text, "event-%u,", index);
  append_words (text, random, (guint) bench_random_int (random, 3, 8), G_MAXSIZE);
  g_string_append_c (text, ',');
  append_date (text, random, ',');
  g_string_append_printf (text, ",Topic %c", 'A' + (char) (bench_random (random) % N_TOPICS));
  g_string_append_printf (text, ",%d,\"", bench_random_int (random, 0, 100));
  append_words (text, random, G_MAXUINT, SUMMARY_LENGTH + bench_random (random) % 30);
  g_string_append (text, ".\"");
}

static gboolean
write_file (const char *path, guint n_events, gboolean named, GError **error)
{
  g_autoptr (GString) text = g_string_new ("{ \"dateline\": 1, \"title\": \"Made for measuring\",\n  \"topics\": [\n");
  BenchRandom         random = { 1582 };
  FILE               *file = g_fopen (path, "wb");
  gboolean            ok = file != NULL;
  int                 saved_errno;

  for (guint i = 0; i < N_TOPICS; i++)
    g_string_append_printf (text, "    { \"id\": \"topic-%u\", \"name\": \"Topic %c\" }%s\n", i, 'A' + (char) i,
                            i + 1 < N_TOPICS ? "," : "");
  g_string_append (text, "  ],\n");
  if (named)
    {
      append_named (text, "people", "person", N_PEOPLE);
      append_named (text, "places", "place", N_PLACES);
    }
  g_string_append (text, "  \"events\": [\n");
  for (guint i = 0; ok && i < n_events; i++)
    {
      append_event (text, &random, i, named);
      g_string_append (text, i + 1 < n_events ? ",\n" : "\n");
      ok = fwrite (text->str, 1, text->len, file) == text->len;
      g_string_truncate (text, 0);
    }
  g_string_append (text, "  ] }\n");
  ok = ok && fwrite (text->str, 1, text->len, file) == text->len;
  saved_errno = errno;
  if (file != NULL && fclose (file) != 0 && ok)
    {
      saved_errno = errno;
      ok = FALSE;
    }
  if (!ok)
    g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno), "%s: %s", path,
                 g_strerror (saved_errno));
  return ok;
}

gboolean
event_file_write (const char *path, guint n_events, GError **error)
{
  return write_file (path, n_events, FALSE, error);
}

gboolean
event_file_write_named (const char *path, guint n_events, GError **error)
{
  return write_file (path, n_events, TRUE, error);
}

gboolean
event_file_write_table (const char *path, guint n_events, GError **error)
{
  g_autoptr (GString) text = g_string_new ("id,title,start,end,topic,importance,summary\n");
  BenchRandom         random = { 1582 };
  FILE               *file = g_fopen (path, "wb");
  gboolean            ok = file != NULL;
  int                 saved_errno;

  for (guint i = 0; ok && i < n_events; i++)
    {
      append_row (text, &random, i);
      g_string_append_c (text, '\n');
      ok = fwrite (text->str, 1, text->len, file) == text->len;
      g_string_truncate (text, 0);
    }
  saved_errno = errno;
  if (file != NULL && fclose (file) != 0 && ok)
    {
      saved_errno = errno;
      ok = FALSE;
    }
  if (!ok)
    g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno), "%s: %s", path,
                 g_strerror (saved_errno));
  return ok;
}

/* One record of a trace. @depths: how many have begun in each lane and not ended */
static void
append_record (GString *text, BenchRandom *random, guint *depths, guint index, double *time)
{
  static const char *const names[] = { "RunTask", "ParseHTML", "FunctionCall", "Layout", "Paint", "V8.GCScavenger" };
  guint                    lane = (guint) bench_random_int (random, 0, N_LANES - 1);
  const char              *name = names[bench_random (random) % G_N_ELEMENTS (names)];
  gboolean                 complete = bench_random_int (random, 1, 4) < 4;

  *time += bench_random_double (random) * 50;
  g_string_append_printf (text, "{\"pid\":%u,\"tid\":%u,\"ts\":%.3f,", lane % 3 + 1, lane + 1, *time);
  if (complete)
    g_string_append_printf (text,
                            "\"ph\":\"X\",\"dur\":%.3f,\"tts\":%u,\"cat\":\"toplevel,ipc\",\"name\":\"%s\","
                            "\"args\":{\"src_file\":\"components/scheduler/task_queue.cc\",\"src_func\":\"Post%u\"}}",
                            bench_random_double (random) * 300, index, name, index);
  else if (depths[lane] > 0 && bench_random_int (random, 0, 1) == 0)
    {
      depths[lane]--;
      g_string_append (text, "\"ph\":\"E\",\"cat\":\"v8\",\"name\":\"V8.Execute\",\"args\":{}}");
    }
  else
    {
      depths[lane]++;
      g_string_append_printf (text, "\"ph\":\"B\",\"cat\":\"v8\",\"name\":\"V8.Execute\",\"args\":{\"step\":%u}}",
                              index);
    }
}

gboolean
event_file_write_trace (const char *path, guint n_events, GError **error)
{
  g_autoptr (GString) text = g_string_new ("{\"traceEvents\":[\n");
  BenchRandom         random = { 1582 };
  guint               depths[N_LANES] = { 0 };
  double              time = 1000;
  FILE               *file = g_fopen (path, "wb");
  gboolean            ok = file != NULL;
  int                 saved_errno;

  for (guint i = 0; ok && i < n_events; i++)
    {
      append_record (text, &random, depths, i, &time);
      g_string_append (text, i + 1 < n_events ? ",\n" : "\n]}\n");
      ok = fwrite (text->str, 1, text->len, file) == text->len;
      g_string_truncate (text, 0);
    }
  saved_errno = errno;
  if (file != NULL && fclose (file) != 0 && ok)
    {
      saved_errno = errno;
      ok = FALSE;
    }
  if (!ok)
    g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno), "%s: %s", path,
                 g_strerror (saved_errno));
  return ok;
}
