/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two ways by which a trace is read, at once and by what a draft writes: what the one makes
 * is what the other makes. The seed is printed; give it back with --seed. */
#include <string.h>

#include "formats/dl-formats.h"
#include "formats/dl-loader.h"
#include "formats/trace/dl-trace.h"
#include "same-timeline.h"

#define N_FILES 400
#define N_ELEMENTS 60

static const char *
pick (const char *const *of, guint n)
{
  return of[g_test_rand_int_range (0, (gint32) n)];
}

#define PICK(of) pick ((of), G_N_ELEMENTS (of))

/* @odd: whether there may be what no program writes */
static void
append_member (GString *out, const char *name, const char *const *values, guint n, gboolean odd)
{
  /* The last of them are odd. */
  if (g_test_rand_int_range (0, 40) > 0)
    g_string_append_printf (out, "%s\"%s\":%s", out->str[out->len - 1] == '{' ? "" : ",", name,
                            pick (values, odd && g_test_rand_int_range (0, 30) == 0 ? n : n / 2));
}

#define APPEND(name, ...)                                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    static const char *const values[] = { __VA_ARGS__ };                                                               \
    append_member (out, name, values, G_N_ELEMENTS (values), odd);                                                     \
  }                                                                                                                    \
  G_STMT_END

static void
append_element (GString *out, gint64 *time, gboolean odd)
{
  g_string_append_c (out, '{');
  APPEND ("ph", "\"X\"", "\"B\"", "\"E\"", "\"b\"", "\"e\"", "\"i\"", "\"M\"", "\"C\"", "\"n\"", "\"\"", "7");
  APPEND ("name", "\"Paint\"", "\"thread_name\"", "\"process_name\"", "\"Layout of “it”\"", "\"日本\"", "\"\\u0041b\"",
          "\" spaced \"", "\"\"", "\" \"", "\"a\\tb\"", "\"\\u3000\"", "5", "null", "'x'");
  *time += g_test_rand_int_range (0, 2000);
  switch (odd && g_test_rand_int_range (0, 30) == 0 ? g_test_rand_int_range (5, 8) : g_test_rand_int_range (0, 5))
    {
    case 4:
      /* A step before the next second. */
      g_string_append_printf (out, ",\"ts\":%" G_GINT64_FORMAT "%s", *time / 1000000 * 1000000 + 999999,
                              g_test_rand_bit () ? ".999" : "");
      break;
    case 0:
      g_string_append_printf (out, ",\"ts\":%" G_GINT64_FORMAT, *time);
      break;
    case 5:
      g_string_append_printf (out, ",\"ts\":\"%" G_GINT64_FORMAT "\"", *time);
      break;
    case 6:
      g_string_append_printf (out, ",\"ts\":-%" G_GINT64_FORMAT ".5", *time);
      break;
    case 7:
      break;
    default:
      g_string_append_printf (out, ",\"ts\":%" G_GINT64_FORMAT ".%03d", *time, g_test_rand_int_range (0, 1000));
      break;
    }
  APPEND ("dur", "0", "0.001", "70.622", "999.9995", "1000000", "1e3", "-5", "\"7\"", "9e18", "0.0001");
  APPEND ("pid", "1", "2", "3", "\"a\"", "\" b\"", "07", "null");
  APPEND ("tid", "1", "22", "333", "-4", "\"\"", "\"c \"", "1.5", "4294967297");
  APPEND ("cat", "\"gfx\"", "\"v8,ipc\"", "\"\"", "\"a\\\"b\"");
  APPEND ("id", "1", "\"0x2\"", "\"\"", "null");
  APPEND ("args", "{}", "{\"name\":\"Main\"}", "{\"layer\": 3, \"why\": \"so\\n\"}", "{\"name\":\"\\u3000\"}",
          "{\"name\":\" \"}", "[]", "[1]", "\"text\"", "null");
  g_string_append_c (out, '}');
}

static GBytes *
make_trace (void)
{
  GString *out = g_string_new (NULL);
  gboolean odd = g_test_rand_int_range (0, 3) == 0;
  gboolean within = g_test_rand_bit ();
  gint64   time = g_test_rand_bit () ? 0 : 3599000000;

  g_string_append (out, within ? "{\"traceEvents\":[\n" : "[\n");
  g_string_append (out, "{\"ph\":\"X\",\"ts\":1,\"pid\":1,\"tid\":1,\"name\":\"First\"}");
  for (guint i = 0; i < N_ELEMENTS; i++)
    {
      g_string_append (out, ",\n");
      append_element (out, &time, odd);
    }
  if (g_test_rand_int_range (0, 8) > 0)
    g_string_append (out, within ? "\n]}\n" : "\n]\n");
  return g_string_free_to_bytes (out);
}

/* By way of a draft. */
static DlLoaded *
read_written (GBytes *bytes)
{
  g_autoptr (DlDraft) draft = dl_draft_new ();
  g_autoptr (GError)  error = NULL;
  DlInput             input = { .name = "a trace" };
  DlLoaded           *loaded;

  input.text = g_bytes_get_data (bytes, &input.length);
  g_assert_true (dl_format_trace.read (&input, draft, &error));
  loaded = dl_draft_end (draft, input.text, input.length, "a trace", "Trace", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dl_input_clear (&input);
  return loaded;
}

static void
test_straight (void)
{
  guint n_straight = 0;

  for (guint i = 0; i < N_FILES; i++)
    {
      g_autoptr (GBytes)   bytes = make_trace ();
      g_autoptr (GError)   error = NULL;
      g_autoptr (DlLoaded) straight = dl_formats_read (bytes, "a trace", NULL, NULL, NULL, &error);
      g_autoptr (DlLoaded) written = read_written (bytes);
      g_autoptr (DlLoaded) again = NULL;

      g_assert_no_error (error);
      n_straight += straight->unwritten != NULL ? 1 : 0;
      assert_loaded_alike (straight, written);
      again = dl_formats_read (dl_load_get_own_text (straight, &error), "its text", NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_timelines_alike (straight->timeline, again->timeline);
    }
  g_test_message ("%u of %u were read at once", n_straight, N_FILES);
  g_assert_cmpuint (n_straight, >, N_FILES / 2);
}

/* Each event is in its thread's lane, however the numbers of that are written. */
static void
test_lanes (void)
{
  static const struct
  {
    const char *process;
    const char *thread;
    const char *lane;
  } rows[] = {
    { "1", "1", "process 1, thread 1" },
    { "1", "1.5", "process 1, thread 1.5" },
    { "1", "01", "process 1, thread 01" },
    { "1", "4294967297", "process 1, thread 4294967297" },
    { "1", "\"1\"", "process 1, thread 1" },
    { "1", "-1", "process 1, thread -1" },
    { "1", "1 ", "process 1, thread 1" },
    /* Whose sums are alike. */
    { "3", "0", "process 3, thread 0" },
    { "1", "62", "process 1, thread 62" },
    { "65", "1", "process 65, thread 1" },
    { "1", "1", "process 1, thread 1" },
  };
  g_autoptr (GString)  text = g_string_new ("[");
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (DlLoaded) loaded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (text, "%s{\"ph\":\"X\",\"ts\":%u,\"pid\":%s,\"tid\":%s,\"name\":\"Event\"}",
                            i > 0 ? "," : "", i, rows[i].process, rows[i].thread);
  g_string_append (text, "]");
  bytes = g_bytes_new (text->str, text->len);
  loaded = dl_formats_read (bytes, "a trace", NULL, NULL, NULL, NULL);
  g_assert_nonnull (loaded->unwritten);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint32 topic = dl_timeline_get_event_topics (loaded->timeline, i)[0];

      g_assert_cmpstr (dl_timeline_get_topic (loaded->timeline, topic)->name, ==, rows[i].lane);
    }
}

/* Few arguments are told, and many are not. */
static void
test_arguments (void)
{
  g_autofree char           *many = g_strnfill (5000, 'x');
  g_autofree char           *text = g_strdup_printf ("[{\"ph\":\"X\",\"ts\":0,\"name\":\"Few\",\"args\":{\"a\": [1]}},"
                                                               "{\"ph\":\"X\",\"ts\":1,\"name\":\"Many\",\"args\":{\"a\": \"%s\"}}]",
                                                     many);
  g_autoptr (GBytes)         bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DlLoaded)       loaded = dl_formats_read (bytes, "a trace", NULL, NULL, NULL, NULL);
  g_autoptr (DlEventDetails) few = dl_timeline_dup_details (loaded->timeline, 0);
  g_autoptr (DlEventDetails) too_many = dl_timeline_dup_details (loaded->timeline, 1);

  g_assert_cmpstr (few->summary, ==, "{\"a\": [1]}");
  g_assert_null (too_many->summary);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/trace/straight", test_straight);
  g_test_add_func ("/formats/trace/lanes", test_lanes);
  g_test_add_func ("/formats/trace/arguments", test_arguments);
  return g_test_run ();
}
