/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/dl-error.h"
#include "formats/dl-loader.h"

#define N_MANY 20000

typedef struct
{
  GMainLoop    *loop;
  GThread      *thread;
  GCancellable *cancellable;
  guint         cancel_at; /* cancels when so many events are done; 0: never */
  guint         n_calls;
  guint         last_done;
  guint         total;
  gboolean      finished;
  DlLoaded     *loaded;
  GError       *error;
} Wait;

static GFile *
fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);

  return g_file_new_for_path (path);
}

/* A file that takes a while. */
static GFile *
make_many (void)
{
  GString                  *text = g_string_new ("{\"events\":[\n");
  g_autoptr (GFile)         file = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError)        error = NULL;
  guint                     i;

  for (i = 0; i < N_MANY; i++)
    g_string_append_printf (
      text, "%s{\"id\":\"e%u\",\"title\":\"Event %u\",\"date\":\"%04u-%02u\",\"quotes\":[{\"text\":\"Words\"}]}\n",
      i > 0 ? "," : "", i, i, 1000 + i % 1000, 1 + i % 12);
  g_string_append (text, "]}\n");
  file = g_file_new_tmp ("dateline-many-XXXXXX.json", &stream, &error);
  g_assert_no_error (error);
  g_assert_true (
    g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_assert_no_error (error);
  g_string_free (text, TRUE);
  return g_steal_pointer (&file);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  Wait *wait = data;

  g_assert_true (g_thread_self () == wait->thread);
  g_assert_false (wait->finished);
  g_assert_cmpuint (done, >=, wait->last_done);
  g_assert_true (total == 0 || total == N_MANY);
  g_assert_cmpuint (done, <=, total);
  wait->n_calls++;
  wait->last_done = done;
  wait->total = total;
  if (wait->cancel_at > 0 && done >= wait->cancel_at)
    g_cancellable_cancel (wait->cancellable);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  g_assert_true (G_IS_FILE (source));
  wait->loaded = dl_load_files_finish (result, &wait->error);
  wait->finished = TRUE;
  g_main_loop_quit (wait->loop);
}

static void
wait_init (Wait *wait)
{
  memset (wait, 0, sizeof *wait);
  wait->loop = g_main_loop_new (NULL, FALSE);
  wait->thread = g_thread_self ();
  wait->cancellable = g_cancellable_new ();
}

static void
wait_clear (Wait *wait)
{
  /* Whatever is still under way would call progress_cb() now. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_main_loop_unref (wait->loop);
  g_object_unref (wait->cancellable);
  g_clear_pointer (&wait->loaded, dl_loaded_free);
  g_clear_error (&wait->error);
}

static void
test_async (void)
{
  g_autoptr (GFile) file = make_many ();
  DlTimeline       *timeline;
  Wait              wait;

  wait_init (&wait);
  dl_load_files_async (&file, 1, file, wait.cancellable, progress_cb, &wait, loaded_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_nonnull (wait.loaded);
  g_assert_cmpuint (wait.loaded->n_events_in_file, ==, N_MANY);
  g_assert_cmpuint (wait.loaded->problems->len, ==, 0);
  g_assert_cmpuint (dl_timeline_get_n_events (wait.loaded->timeline), ==, N_MANY);
  /* The last word is always told. */
  g_assert_cmpuint (wait.n_calls, >, 0);
  g_assert_cmpuint (wait.last_done, ==, N_MANY);
  g_assert_cmpuint (wait.total, ==, N_MANY);
  /* What was read outlives the file. */
  g_file_delete (file, NULL, NULL);
  timeline = g_object_ref (wait.loaded->timeline);
  wait_clear (&wait);
  {
    g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, 77);

    g_assert_cmpuint (details->quotes->len, ==, 1);
  }
  g_assert_finalize_object (timeline);
}

static void
test_async_without_progress (void)
{
  g_autoptr (GFile) file = fixture ("small.dateline.json");
  Wait              wait;

  wait_init (&wait);
  dl_load_files_async (&file, 1, file, NULL, NULL, NULL, loaded_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.loaded->n_events_in_file, ==, 4);
  wait_clear (&wait);
}

/* A worker's news arrives where the load was begun, not in the main thread. */
static gpointer
own_context_thread (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  Wait                     wait;

  g_main_context_push_thread_default (context);
  wait_init (&wait);
  g_main_loop_unref (wait.loop);
  wait.loop = g_main_loop_new (context, FALSE);
  dl_load_files_async ((GFile **) &data, 1, data, wait.cancellable, progress_cb, &wait, loaded_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.last_done, ==, N_MANY);
  g_main_context_pop_thread_default (context);
  wait_clear (&wait);
  return NULL;
}

static void
test_own_context (void)
{
  g_autoptr (GFile) file = make_many ();

  g_thread_join (g_thread_new ("loader", own_context_thread, file));
  g_file_delete (file, NULL, NULL);
}

static void
test_cancel (void)
{
  static const guint at[] = { 1, 256, 5000 };
  g_autoptr (GFile)  file = make_many ();
  guint              i;

  for (i = 0; i < G_N_ELEMENTS (at); i++)
    {
      Wait wait;

      wait_init (&wait);
      wait.cancel_at = at[i];
      dl_load_files_async (&file, 1, file, wait.cancellable, progress_cb, &wait, loaded_cb, &wait);
      g_main_loop_run (wait.loop);
      g_assert_null (wait.loaded);
      g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      wait_clear (&wait);
    }
  g_file_delete (file, NULL, NULL);
}

static void
test_cancel_before (void)
{
  g_autoptr (GFile)  file = fixture ("small.dateline.json");
  g_autoptr (GError) error = NULL;
  Wait               wait;

  wait_init (&wait);
  g_cancellable_cancel (wait.cancellable);
  dl_load_files_async (&file, 1, file, wait.cancellable, NULL, NULL, loaded_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (dl_load_file (file, wait.cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_clear (&wait);
}

static void
assert_refused (GFile *file, DlError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  Wait               wait;

  g_assert_null (dl_load_file_as (file, "NAME", NULL, &error));
  g_assert_error (error, DL_ERROR, (int) code);
  if (!g_str_has_prefix (error->message, message))
    g_assert_cmpstr (error->message, ==, message);

  wait_init (&wait);
  dl_load_files_async (&file, 1, file, NULL, NULL, NULL, loaded_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_null (wait.loaded);
  g_assert_error (wait.error, DL_ERROR, (int) code);
  wait_clear (&wait);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    DlError     code;
    const char *message;
  } cases[] = {
    { "empty.json", DL_ERROR_NOT_JSON, "NAME:1:1: not valid JSON: the file is empty" },
    { "blank.json", DL_ERROR_NOT_JSON, "NAME:3:1: not valid JSON: the file holds nothing but blank lines and spaces" },
    { "not-utf8.json", DL_ERROR_NOT_JSON, "NAME:1:16: not valid JSON: the text is not UTF-8" },
    { "not-json.json", DL_ERROR_NOT_JSON, "NAME:4:1: not valid JSON: " },
    { "cut-off.json", DL_ERROR_NOT_JSON,
      "NAME:52:33: not valid JSON: the file ends within a text; a double quote is missing" },
    { "list.json", DL_ERROR_NOT_A_TIMELINE, "NAME:1:1: not a timeline: " },
    { "no-events.json", DL_ERROR_NOT_A_TIMELINE, "NAME:1:1: not a timeline: " },
    { "events-not-a-list.json", DL_ERROR_NOT_A_TIMELINE, "NAME:2:13: not a timeline: " },
    { "does-not-exist.json", DL_ERROR_READ, "NAME: the file does not exist" },
    { "none/x.json", DL_ERROR_READ, "NAME: the file does not exist" },
    { "empty.json/x.json", DL_ERROR_READ, "NAME: " },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = fixture (cases[i].name);

      assert_refused (file, cases[i].code, cases[i].message);
    }
}

/* What is in it is another question. */
static void
test_folder (void)
{
  g_autoptr (GFile)  file = fixture (".");
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_load_file_as (file, "NAME", NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_READ);
  g_assert_cmpstr (error->message, ==, "NAME: is a folder");
}

static void
test_own_name (void)
{
  g_autoptr (GFile)  file = fixture ("list.json");
  g_autofree char   *name = g_file_get_parse_name (file);
  g_autofree char   *prefix = g_strconcat (name, ":1:1: not a timeline: ", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_load_file (file, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, prefix));
}

static void
test_unreadable (void)
{
  g_autoptr (GFile)         file = NULL;
  g_autoptr (GFileIOStream) stream = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  file = g_file_new_tmp ("dateline-unreadable-XXXXXX.json", &stream, NULL);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_refused (file, DL_ERROR_READ, "NAME: cannot be read: permission is denied");
  g_file_delete (file, NULL, NULL);
}

/* A file with 3 GiB of nothing in it, which takes no place on the disk. */
static void
test_too_long (void)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GFile)         file = g_file_new_tmp ("dateline-long-XXXXXX.json", &stream, &error);

  g_assert_no_error (error);
  if (g_seekable_truncate (G_SEEKABLE (stream), (goffset) 3 << 30, NULL, NULL))
    assert_refused (file, DL_ERROR_LIMIT, "NAME: too large: ");
  else
    g_test_skip ("no files of this size here");
  g_file_delete (file, NULL, NULL);
}

/* A file that was cut off, and one that only says that it is compressed. */
static void
test_bad_gzip (void)
{
  g_autoptr (GFile)  file = fixture ("compressed.dateline.json.gz");
  g_autoptr (GBytes) whole = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GBytes) fake = g_bytes_new_static ("\x1f\x8b{}", 4);
  gsize              n;

  g_assert_nonnull (whole);
  for (n = 2; n < g_bytes_get_size (whole) - 1; n += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
      g_autoptr (GError) error = NULL;
      g_autofree char   *message =
        g_strdup_printf ("NAME: cannot be read: the compressed file is cut off after byte %" G_GSIZE_FORMAT, n);

      g_assert_null (dl_load_bytes (part, "NAME", NULL, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_READ);
      g_assert_cmpstr (error->message, ==, message);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (dl_load_bytes (fake, "NAME", NULL, &error));
    g_assert_error (error, DL_ERROR, DL_ERROR_READ);
    g_assert_cmpstr (error->message, ==,
                     "NAME: cannot be read: the compressed file is damaged at byte 0 or a little after it");
  }
}

static GBytes *
pack (const char *text, gsize length)
{
  g_autoptr (GConverter)    packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GInputStream)  plain = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
  g_autoptr (GInputStream)  packed = g_converter_input_stream_new (plain, packer);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError)        error = NULL;

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* What packs very well and what does not at all, and a size at the end that lies. */
static void
test_gzip_sizes (void)
{
  static const gsize sizes[] = { 0, 1, 100, 70 * 1024, 3 * 1024 * 1024 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GString)  text = g_string_new ("{\"title\":\"");
      g_autoptr (GBytes)   packed = NULL;
      g_autoptr (GBytes)   liar = NULL;
      g_autoptr (DlLoaded) loaded = NULL;
      g_autoptr (GError)   error = NULL;
      g_autofree guchar   *bytes = NULL;
      gsize                length;
      gsize                j;

      for (j = 0; j < sizes[i / 2]; j++)
        g_string_append_c (text, i % 2 == 0 ? 'x' : (char) g_test_rand_int_range ('a', 'z' + 1));
      g_string_append (text, "\",\"events\":[]}");
      packed = pack (text->str, text->len);
      loaded = dl_load_bytes (packed, "NAME", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (strlen (dl_timeline_get_title (loaded->timeline)), ==, sizes[i / 2]);
      bytes = g_memdup2 (g_bytes_get_data (packed, &length), g_bytes_get_size (packed));
      for (j = 1; j <= 4; j++)
        bytes[length - j] ^= (guchar) g_test_rand_int_range (1, 256);
      liar = g_bytes_new (bytes, length);
      g_assert_null (dl_load_bytes (liar, "NAME", NULL, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_READ);
    }
}

/* Parts of a text, packed one by one and put after each other, as pigz or cat leave them. */
static void
test_gzip_members (void)
{
  static const char text[] =
    "{\"title\":\"In parts\",\"events\":[{\"title\":\"A\",\"date\":\"2025\"},{\"title\":\"B\",\"date\":\"2026\"}]}";
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (DlLoaded)   loaded = NULL;
  g_autoptr (GError)     error = NULL;

  for (gsize i = 0; i < sizeof text - 1; i += 20)
    {
      g_autoptr (GBytes) packed = pack (text + i, MIN (20, sizeof text - 1 - i));

      g_byte_array_append (file, g_bytes_get_data (packed, NULL), (guint) g_bytes_get_size (packed));
    }
  bytes = g_bytes_new (file->data, file->len);
  loaded = dl_load_bytes (bytes, "NAME", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dl_timeline_get_title (loaded->timeline), ==, "In parts");
  g_assert_cmpuint (dl_timeline_get_n_events (loaded->timeline), ==, 2);
}

static void
test_gzip_rest (void)
{
  static const char *const rests[] = { "x", "\x1f", "{}", "\n", "PK\x03\x04" };
  g_autoptr (GBytes)       packed = pack ("{\"events\":[]}", 13);
  gsize                    length = g_bytes_get_size (packed);
  g_autofree char *message = g_strdup_printf ("NAME: cannot be read: the compressed data end at byte %" G_GSIZE_FORMAT
                                              ", but the file goes on with something else",
                                              length);

  for (gsize i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autoptr (GBytes)     bytes = NULL;
      g_autoptr (GError)     error = NULL;

      g_byte_array_append (file, g_bytes_get_data (packed, NULL), (guint) length);
      g_byte_array_append (file, (const guint8 *) rests[i], (guint) strlen (rests[i]));
      bytes = g_bytes_new (file->data, file->len);
      g_assert_null (dl_load_bytes (bytes, "NAME", NULL, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_READ);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Blanks pack a thousand times smaller: such a file is refused before it has
 * taken the memory, and one that is small all the same is not. */
static void
test_gzip_ratio (void)
{
  static const gsize sizes[] = { 60, 200 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize                length = sizes[i] << 20;
      g_autofree char     *text = g_malloc (length);
      g_autoptr (GBytes)   packed = NULL;
      g_autoptr (DlLoaded) loaded = NULL;
      g_autoptr (GError)   error = NULL;

      memset (text, ' ', length);
      memcpy (text, "{\"events\":[]}", 13);
      packed = pack (text, length);
      loaded = dl_load_bytes (packed, "NAME", NULL, &error);
      if (i == 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (loaded);
      g_assert_error (error, DL_ERROR, DL_ERROR_LIMIT);
      g_assert_cmpstr (error->message, ==,
                       "NAME: too large: unpacked, it has more than 100 times its size and more than 64 MiB");
    }
}

/* Many at once, each for itself. */
static void
many_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  guint               *n_left = data;
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_files_finish (result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (loaded->n_events_in_file, ==, 4);
  (*n_left)--;
}

static void
test_at_once (void)
{
  g_autoptr (GFile) file = fixture ("small.dateline.json");
  guint             n_left = 20;
  guint             i;

  for (i = 0; i < 20; i++)
    dl_load_files_async (&file, 1, file, NULL, NULL, NULL, many_cb, &n_left);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/loader/async", test_async);
  g_test_add_func ("/formats/loader/async-without-progress", test_async_without_progress);
  g_test_add_func ("/formats/loader/own-context", test_own_context);
  g_test_add_func ("/formats/loader/cancel", test_cancel);
  g_test_add_func ("/formats/loader/cancel-before", test_cancel_before);
  g_test_add_func ("/formats/loader/refused", test_refused);
  g_test_add_func ("/formats/loader/folder", test_folder);
  g_test_add_func ("/formats/loader/own-name", test_own_name);
  g_test_add_func ("/formats/loader/unreadable", test_unreadable);
  g_test_add_func ("/formats/loader/too-long", test_too_long);
  g_test_add_func ("/formats/loader/bad-gzip", test_bad_gzip);
  g_test_add_func ("/formats/loader/gzip-sizes", test_gzip_sizes);
  g_test_add_func ("/formats/loader/gzip-members", test_gzip_members);
  g_test_add_func ("/formats/loader/gzip-rest", test_gzip_rest);
  g_test_add_func ("/formats/loader/gzip-ratio", test_gzip_ratio);
  g_test_add_func ("/formats/loader/at-once", test_at_once);
  return g_test_run ();
}
