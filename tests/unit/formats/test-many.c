/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many events in files of other formats, good ones and such of which each has something to
 * be told: what is done for one must not look through the whole file, or these take minutes. */
#include <string.h>

#include "formats/dl-formats.h"
#include "formats/dl-loader.h"

#define MANY 20000
#define COLUMNS 200
/* Sanitizers look at all that follows each text that is compared, and are not there to tell how long it takes. */
#ifdef __SANITIZE_ADDRESS__
#define ROWS 20
#define LARGE MANY
#else
#define ROWS 500
#define LARGE (MANY * 10)
#endif

typedef struct
{
  const char *format;
  const char *before;
  const char *event; /* with its number where the # is */
  const char *between;
  const char *after;
  guint       n_lost;
} Case;

static const Case cases[] = {
  { "TimelineJS 3", "{\"events\":[",
    "{\"start_date\":{\"year\":2001},\"text\":{\"headline\":\"#\"},\"media\":{\"url\":\"https://example.org/#\"}}", ",",
    "]}", 0 },
  { "TimelineJS 3", "{\"events\":[",
    "{\"start_date\":{\"year\":2001},\"text\":{\"headline\":\"#\"},\"media\":{\"url\":\"images/#.png\"}}", ",", "]}",
    0 },
  { "TimelineJS 3", "{\"events\":[{\"start_date\":{\"year\":2001},\"text\":{\"headline\":\"first\"}},",
    "{\"start_date\":{\"year\":\"soon\"},\"text\":{\"headline\":\"#\"}}", ",", "]}", MANY },
  { "TimelineJS 2", "{\"timeline\":{\"date\":[",
    "{\"startDate\":\"2001,2,3\",\"headline\":\"#\",\"asset\":{\"media\":\"a#.png\"}}", ",", "]}}", 0 },
  { "vis-timeline", "[", "{\"id\":#,\"content\":\"<b>#</b>\",\"start\":\"2001-02-03\",\"end\":\"never\"}", ",", "]",
    0 },
  { "SIMILE Timeline", "{\"dateTimeFormat\":\"iso8601\",\"events\":[",
    "{\"start\":\"2001-02-03\",\"end\":\"never\",\"title\":\"#\"}", ",", "]}", 0 },
  { "Events of schema.org", "[",
    "{\"@type\":\"Event\",\"name\":\"#\",\"startDate\":\"2001-02-03\",\"location\":{\"name\":\"Here\"}}", ",", "]", 0 },
  { "GeoJSON", "{\"type\":\"FeatureCollection\",\"features\":[",
    "{\"type\":\"Feature\",\"properties\":{\"time\":1764238518059,\"title\":\"Number #\"}}", ",", "]}", 0 },
  { "Chrome trace", "[", "{\"ph\":\"X\",\"name\":\"f\",\"ts\":#.5,\"dur\":2,\"pid\":1,\"tid\":2}", ",", "]", 0 },
  { "JSON with rows of events", "[", "{\"date\":\"2001-02-03\",\"title\":\"Number #\"}", ",", "]", 0 },
  { "iCalendar", "BEGIN:VCALENDAR\n",
    "BEGIN:VEVENT\nUID:#\nDTSTART;TZID=Europe/Berlin:20010203T040506\nSUMMARY:Number #\nEND:VEVENT\n", "",
    "END:VCALENDAR\n", 0 },
  { "Table (CSV, TSV)", "Date,Title\n", "2001-02-03,Number #\n", "", "", 0 },
};

/* transfer full */
static GBytes *
write_many (const Case *one)
{
  GString *text = g_string_new (one->before);

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto (GStrv)   pieces = g_strsplit (one->event, "#", -1);
      g_autofree char *event = g_strjoinv (number, pieces);

      g_string_append (text, i > 0 ? one->between : "");
      g_string_append (text, event);
    }
  g_string_append (text, one->after);
  return g_string_free_to_bytes (text);
}

static void
test_many (gconstpointer data)
{
  const Case          *one = data;
  g_autoptr (GBytes)   bytes = write_many (one);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = NULL;

  loaded = dl_load_bytes (bytes, "a file", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->format, ==, one->format);
  g_assert_cmpuint (loaded->n_events_lost, ==, one->n_lost);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, one->n_lost > 0 ? 1 : MANY);
}

typedef struct
{
  GCancellable *cancellable;
  guint         n_looks;
  guint         n_events; /* of which it was told that they are read */
} Giving;

/* Gives up in the midst of what is put down before anything of it is read. */
static void
progress_cb (guint done, guint total, gpointer data)
{
  Giving *giving = data;

  giving->n_events = MAX (giving->n_events, total);
  if (total == 0 && ++giving->n_looks == 3)
    g_cancellable_cancel (giving->cancellable);
}

/* It stops soon after it is told to, and does not look for that at every event. */
static void
test_cancelled (gconstpointer data)
{
  g_autoptr (GBytes)       bytes = write_many (data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  Giving                   giving = { cancellable, 0, 0 };

  g_assert_null (dl_formats_read (bytes, "a file", cancellable, progress_cb, &giving, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (giving.n_looks, ==, 3);
  g_assert_cmpuint (giving.n_events, ==, 0);
  /* All of it is looked through in some twenty looks. */
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  giving = (Giving){ cancellable, 100, 0 };
  {
    g_autoptr (DlLoaded) loaded = dl_formats_read (bytes, "a file", cancellable, progress_cb, &giving, &error);

    g_assert_no_error (error);
    g_assert_nonnull (loaded);
    g_assert_cmpuint (giving.n_looks, >=, 100 + MANY / 1000);
    g_assert_cmpuint (giving.n_looks, <, 100 + MANY / 100);
  }
}

/* Of what is all alike and no events, the first thousand are enough, which is told; what stands
 * beside it is read. */
static void
test_barren (void)
{
  static const Case    users = { NULL,
                                 "{\"users\":[",
                                 "{\"id\":#,\"address\":{\"zip\":\"12\"},\"roles\":[\"a\"]}",
                                 ",",
                                 "],\"milestones\":[{\"date\":\"2001-02-03\",\"title\":\"First\"},"
                                    "{\"date\":\"2001-02-04\",\"title\":\"Second\"}]}",
                                 0 };
  g_autoptr (GBytes)   bytes = write_many (&users);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_bytes (bytes, "a file", NULL, &error);
  const DlProblem     *note;

  g_assert_no_error (error);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, 2);
  g_assert_cmpuint (loaded->problems->len, ==, 1);
  note = loaded->problems->pdata[0];
  g_assert_true (note->note);
  g_assert_cmpstr (note->pointer, ==, "/users");
  g_assert_true (g_str_has_prefix (note->message, "What stands here has no events in its first 1000 entries"));
}

/* One event of which much is said; it takes no longer than as many events. */
static const Case large[] = {
  { "Events of schema.org",
    "<div itemscope itemtype=\"https://schema.org/Event\"><b itemprop=name>One</b><meta itemprop=startDate "
    "content=2001>",
    "<meta itemprop=endDate content=\"\">", "", "</div>", 0 },
  { "iCalendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20010203\nSUMMARY:One\n", "X-ALT-DESC:<i></i>\n", "",
    "END:VEVENT\nEND:VCALENDAR\n", 0 },
  { "iCalendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20010203\nSUMMARY:One\nDESCRIPTION:<b>One</b>", "\\n", "",
    "x\nEND:VEVENT\nEND:VCALENDAR\n", 0 },
  { "markwhen", "title: Of brackets\n2001: One", "[ ", "", "\n", 0 },
  { "markwhen", "title: Of brackets\n2001: One", "[ ](", "", "\n", 0 },
};

static void
test_large (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autoptr (GString)  text = g_string_new (large[i].before);
      g_autoptr (GBytes)   bytes = NULL;
      g_autoptr (GError)   error = NULL;
      g_autoptr (DlLoaded) loaded = NULL;

      for (guint n = 0; n < LARGE; n++)
        g_string_append (text, large[i].event);
      g_string_append (text, large[i].after);
      bytes = g_bytes_new (text->str, text->len);
      loaded = dl_load_bytes (bytes, "a file", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (loaded->format, ==, large[i].format);
      g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, 1);
      g_test_message ("%s", large[i].format);
    }
}

/* The same of a list with which the file begins. */
static void
test_barren_file (void)
{
  static const Case    users = { NULL,
                                 "[{\"milestones\":[{\"date\":\"2001-02-03\",\"title\":\"First\"},"
                                    "{\"date\":\"2001-02-04\",\"title\":\"Second\"}]},",
                                 "{\"id\":#,\"address\":{\"zip\":\"12\"},\"roles\":[\"a\"]}",
                                 ",",
                                 "]",
                                 0 };
  g_autoptr (GBytes)   bytes = write_many (&users);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_bytes (bytes, "a file", NULL, &error);
  const DlProblem     *note;

  g_assert_no_error (error);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, 2);
  g_assert_cmpuint (loaded->problems->len, ==, 1);
  note = loaded->problems->pdata[0];
  g_assert_true (note->note);
  g_assert_cmpstr (note->pointer, ==, "");
  g_assert_true (g_str_has_prefix (note->message, "What stands here has no events in its first 1000 entries"));
}

/* Many columns of dates are not looked through once for each two of them. */
static void
test_columns (void)
{
  g_autoptr (GString)  text = g_string_new ("title");
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = NULL;

  for (guint i = 0; i < COLUMNS; i++)
    g_string_append_printf (text, ",column %u", i);
  for (guint row = 0; row < ROWS; row++)
    {
      g_string_append_printf (text, "\nNumber %u", row);
      for (guint i = 0; i < COLUMNS; i++)
        g_string_append_printf (text, ",%u March %u", 1 + row % 28, 1500 + (row + i) % 500);
    }
  bytes = g_bytes_new (text->str, text->len);
  loaded = dl_load_bytes (bytes, "a file", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, ROWS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/many/barren", test_barren);
  g_test_add_func ("/formats/many/large", test_large);
  g_test_add_func ("/formats/many/barren-file", test_barren_file);
  g_test_add_func ("/formats/many/columns", test_columns);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/formats/many/%u", i);

      g_autofree char *cancelled = g_strdup_printf ("/formats/many/cancelled/%u", i);

      g_test_add_data_func (name, &cases[i], test_many);
      g_test_add_data_func (cancelled, &cases[i], test_cancelled);
    }
  return g_test_run ();
}
