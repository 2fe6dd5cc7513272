/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "formats/dl-json-text.h"

static void
assert_place (const char *text, gsize offset, guint line, guint column)
{
  DlJsonCursor cursor;

  dl_json_cursor_init (&cursor, text, strlen (text));
  dl_json_cursor_move (&cursor, offset);
  g_assert_cmpuint (cursor.line, ==, line);
  g_assert_cmpuint (cursor.column, ==, column);
}

static void
test_cursor (void)
{
  const char  *text = "a\nbc\r\nd\r\rééx\n日";
  DlJsonCursor cursor;

  assert_place (text, 0, 1, 1);
  assert_place (text, 1, 1, 2);
  assert_place (text, 2, 2, 1);
  assert_place (text, 4, 2, 3);
  assert_place (text, 6, 3, 1);
  assert_place (text, 8, 4, 1);
  assert_place (text, 9, 5, 1);
  assert_place (text, 11, 5, 2);
  assert_place (text, 13, 5, 3);
  assert_place (text, 15, 6, 1);
  assert_place (text, 18, 6, 2);
  assert_place (text, 1000, 6, 2);
  assert_place ("\xef\xbb\xbf{", 3, 1, 1);
  assert_place ("\xef\xbb\xbf{", 4, 1, 2);
  assert_place ("😀日éa", 4, 1, 2);
  assert_place ("😀日éa", 7, 1, 3);
  assert_place ("😀日éa", 9, 1, 4);
  assert_place ("", 0, 1, 1);

  /* Back as well as on. */
  dl_json_cursor_init (&cursor, text, strlen (text));
  dl_json_cursor_move (&cursor, 15);
  dl_json_cursor_move (&cursor, 2);
  g_assert_cmpuint (cursor.line, ==, 2);
  g_assert_cmpuint (cursor.column, ==, 1);
}

static void
test_string_is (void)
{
  static const struct
  {
    const char *json;
    const char *plain;
    gboolean    same;
  } cases[] = {
    { "\"events\"", "events", TRUE },
    { "\"events\"", "event", FALSE },
    { "\"event\"", "events", FALSE },
    { "\"\"", "", TRUE },
    { "\"\"", "a", FALSE },
    { "\"\\u0065vents\"", "events", TRUE },
    { "\"\\u00e9\"", "é", TRUE },
    { "\"é\"", "é", TRUE },
    { "\"\\ud83d\\ude00\"", "😀", TRUE },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", TRUE },
    { "\"\\u0000\"", "", FALSE },
    { "\"a\\u0000\"", "a", FALSE },
    { "\"\\ud800\\ud800\\ud800\"", "a", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (dl_json_string_is (cases[i].json, 0, strlen (cases[i].json), cases[i].plain) == cases[i].same);
}

static const char document[] =
  " {\"a\": [1, {\"b\\/c\": \"x\\\"]\"} ,[ ]], \"\\u0061b\" :2 ,\"a\":{\"k~\":[true,null, -1.5e3]}, \"\":[[[7]]]}";

static void
test_find (void)
{
  static const struct
  {
    const char *path;
    const char *start; /* NULL: nothing */
  } cases[] = {
    { "", "{\"a\"" },       { "/a", "{\"k~\"" },      { "/a/k~0", "[true" }, { "/a/k~0/0", "true" },
    { "/a/k~0/1", "null" }, { "/a/k~0/2", "-1.5e3" }, { "/a/k~0/3", NULL },  { "/a/0", NULL },
    { "/ab", "2 ," },       { "/ab/x", NULL },        { "/", "[[[7]]]" },    { "//0/0/0", "7]]]" },
    { "/none", NULL },
  };
  gsize length = sizeof (document) - 1;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize    offset = 0;
      gboolean found = dl_json_find (document, 1, length, cases[i].path, &offset);

      g_assert_true (found == (cases[i].start != NULL));
      if (found)
        g_assert_true (g_str_has_prefix (document + offset, cases[i].start));
    }
}

static void
test_path_at (void)
{
  static const struct
  {
    const char *at;
    const char *path;
    const char *value;
  } cases[] = {
    { "{\"a\"", "", "{\"a\"" },       { "\"a\": [1", "", "\"a\": [1" }, { "1, {", "/a/0", "1, {" },
    { "{\"b\\/c\"", "/a/1", "{\"b" }, { "\\\"]", "/a/1/b~1c", "\"x" },  { "[ ]]", "/a/2", "[ ]]" },
    { "2 ,", "/ab", "2 ," },          { "5e3", "/a/k~0/2", "-1.5e3" },  { "7]", "//0/0/0", "7]" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char      *at = strstr (document, cases[i].at);
      gsize            value;
      g_autofree char *path = dl_json_path_at (document, 1, sizeof (document) - 1, at - document, &value);

      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_true (g_str_has_prefix (document + value, cases[i].value));
    }
}

/* Neither a deep text nor a long row of halves of pairs may use up the stack. */
static void
test_no_recursion (void)
{
  GString         *text = g_string_new ("[\"");
  g_autofree char *path = NULL;
  gsize            offset;
  guint            i;

  for (i = 0; i < 200000; i++)
    g_string_append (text, "\\ud800");
  g_string_append (text, "\",5]");
  g_assert_true (dl_json_find (text->str, 0, text->len, "/1", &offset));
  g_assert_cmpint (text->str[offset], ==, '5');
  g_assert_false (dl_json_string_is (text->str, 1, text->len, "x"));
  path = dl_json_path_at (text->str, 0, text->len, 1000, NULL);
  g_assert_cmpstr (path, ==, "/0");
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/json-text/cursor", test_cursor);
  g_test_add_func ("/formats/json-text/string-is", test_string_is);
  g_test_add_func ("/formats/json-text/find", test_find);
  g_test_add_func ("/formats/json-text/path-at", test_path_at);
  g_test_add_func ("/formats/json-text/no-recursion", test_no_recursion);
  return g_test_run ();
}
