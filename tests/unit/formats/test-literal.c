/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Literals of JSON and of JavaScript, where they stand in a text. */
#include <string.h>

#include "formats/literal/dl-literal-find.h"
#include "formats/literal/dl-literal-plain.h"
#include "formats/literal/dl-literal-private.h"
#include "json-cases.h"

static DlLiteral
parse (const char *text)
{
  DlLiteral   literal;
  const char *reason = NULL;

  if (!dl_literal_parse (text, strlen (text), 0, &literal, NULL, NULL, &reason))
    g_error ("%s: %s", text, reason);
  return literal;
}

/* What RFC 8259 calls JSON is a literal, to its end. */
static void
test_json (void)
{
  for (guint i = 0; i < json_n_accepted; i++)
    {
      const JsonCase *one = &json_accepted[i];
      DlLiteral       literal;
      gsize           end = 0;

      if (!dl_literal_parse (one->text, one->length, 0, &literal, &end, NULL, NULL))
        g_error ("not taken: %.*s", (int) one->length, one->text);
      while (end < one->length && g_ascii_isspace (one->text[end]))
        end++;
      if (end != one->length)
        g_error ("ends at %" G_GSIZE_FORMAT ": %.*s", end, (int) one->length, one->text);
    }
}

static void
test_texts (void)
{
  static const struct
  {
    const char   *text;
    DlLiteralKind kind;
    const char   *value; /* as dl_literal_dup_text() */
  } rows[] = {
    { "\"plain\"", DL_LITERAL_STRING, "plain" },
    { " /* one */ // two\n 'it\\'s'", DL_LITERAL_STRING, "it's" },
    { "`as it is`", DL_LITERAL_STRING, "as it is" },
    { "`as ${it} is`", DL_LITERAL_OTHER, NULL },
    { "'a' + \"b\" /* c */ + 'd'", DL_LITERAL_STRING, "abd" },
    { "'a' + b", DL_LITERAL_OTHER, NULL },
    { "\"\\u00e9\\u65E5\\ud83d\\ude00\\n\\x41\\/\\u{1F600}\"", DL_LITERAL_STRING, "é日😀\nA/😀" },
    { "\"\\ud83d \\u0000\"", DL_LITERAL_STRING, "\xef\xbf\xbd \xef\xbf\xbd" },
    { "\"goes \\\non\"", DL_LITERAL_STRING, "goes on" },
    { "-12.5e3", DL_LITERAL_NUMBER, "-12.5e3" },
    { "+1", DL_LITERAL_NUMBER, "+1" },
    { ".5", DL_LITERAL_NUMBER, ".5" },
    { "true", DL_LITERAL_BOOLEAN, "true" },
    { "truth", DL_LITERAL_OTHER, NULL },
    { "null", DL_LITERAL_NULL, NULL },
    { "undefined", DL_LITERAL_NULL, NULL },
    { "new Date(2014, 3, 20)", DL_LITERAL_DATE, "2014-04-20" },
    { "new Date(2014,3)", DL_LITERAL_DATE, "2014-04-01" },
    { "new Date (2014, 12, 1)", DL_LITERAL_DATE, "2015-01-01" },
    { "new Date(2014, 0, 0)", DL_LITERAL_DATE, "2013-12-31" },
    { "new Date(2014, 3, 20, 14, 5)", DL_LITERAL_DATE, "2014-04-20T14:05:00" },
    { "new Date(99, 0, 1)", DL_LITERAL_DATE, "1999-01-01" },
    { "Date.UTC(2014, 3, 20, 14)", DL_LITERAL_DATE, "2014-04-20T14:00:00Z" },
    { "new Date('2014-04-20')", DL_LITERAL_DATE, "2014-04-20" },
    { "moment(\"April 2014\")", DL_LITERAL_DATE, "April 2014" },
    { "new Date(1397952000000)", DL_LITERAL_DATE, "2014-04-20T00:00:00Z" },
    { "new Date(year, 1, 2)", DL_LITERAL_DATE, NULL },
    { "new Date(2014, 3, 20).getTime()", DL_LITERAL_DATE, "2014-04-20" },
    { "new Date(Date.UTC(2014, 3, 20))", DL_LITERAL_DATE, "2014-04-20" },
    { "moment([2014, 3, 20])", DL_LITERAL_DATE, "2014-04-20" },
    { "moment('20.04.2014', 'DD.MM.YYYY', true).toDate()", DL_LITERAL_DATE, "2014-04-20" },
    { "moment('20.04.2014 9', 'DD.MM.YYYY H')", DL_LITERAL_DATE, "20.04.2014 9" },
    { "new Date(moment('2014-04-20').add(1, 'day'))", DL_LITERAL_DATE, NULL },
    { "new Date(new Date(0, 0, 1).setFullYear(50))", DL_LITERAL_DATE, NULL },
    { "new Date(-62135596800000)", DL_LITERAL_DATE, "0001-01-01T00:00:00Z" },
    { "moment('2014-04-20').add(1, 'day')", DL_LITERAL_OTHER, NULL },
    { "function () { return [1, 2]; }", DL_LITERAL_OTHER, NULL },
    { "[1, 2,]", DL_LITERAL_LIST, NULL },
    { "{a: 1, 'b': 2, \"c\": 3,}", DL_LITERAL_OBJECT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlLiteral        literal = parse (rows[i].text);
      g_autofree char *value = dl_literal_dup_text (&literal);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (literal.kind, ==, rows[i].kind);
      g_assert_cmpstr (value, ==, rows[i].value);
    }
}

/* Where each ceases to be one. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    gsize       mistake;
  } rows[] = {
    { "", 0 },        { "  ", 2 },    { "{\"a\": }", 6 }, { "{\"a\" 1}", 5 }, { "{\"a\": 1 \"b\": 2}", 8 },
    { "[1, 2", 5 },   { "[1 2]", 3 }, { "[\"open", 6 },   { "{,}", 1 },       { "[1}", 2 },
    { "/* open", 0 },
  };
  g_autoptr (GString) deep = g_string_new (NULL);
  DlLiteral           literal;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *reason = NULL;
      gsize       mistake = 1000;

      g_test_message ("%s", rows[i].text);
      g_assert_false (dl_literal_parse (rows[i].text, strlen (rows[i].text), 0, &literal, NULL, &mistake, &reason));
      g_assert_cmpuint (mistake, ==, rows[i].mistake);
      g_assert_nonnull (reason);
    }
  for (guint i = 0; i <= DL_LITERAL_MAX_DEPTH; i++)
    g_string_append_c (deep, '[');
  g_assert_false (dl_literal_parse (deep->str, deep->len, 0, &literal, NULL, NULL, NULL));
}

static void
test_members (void)
{
  static const char *const names[] = { "one", "Two", "three", "four", "five", NULL };
  DlLiteral        object = parse ("{one: 1, \"two\": [1, {\"x/y\": 'z'}], three: null, one: 'again', five: ' 5 '}");
  DlLiteral        values[5];
  DlLiteral        value;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  double           number = 0;
  gint64           whole = 0;

  dl_literal_get_members (&object, names, values);
  text = dl_literal_dup_text (&values[0]);
  g_assert_cmpstr (text, ==, "again");
  /* Its letters are of another case. */
  g_assert_cmpint (values[1].kind, ==, DL_LITERAL_LIST);
  g_assert_cmpint (values[2].kind, ==, DL_LITERAL_NOTHING);
  g_assert_cmpint (values[3].kind, ==, DL_LITERAL_NOTHING);
  g_assert_true (dl_literal_get_number (&values[4], &number));
  g_assert_cmpfloat (number, ==, 5);
  g_assert_true (dl_literal_get_integer (&values[4], &whole));
  g_assert_cmpint (whole, ==, 5);
  g_assert_false (dl_literal_get_number (&values[0], &number));
  g_assert_cmpuint (dl_literal_count (&values[1], 10), ==, 2);
  g_assert_cmpuint (dl_literal_count (&values[1], 1), ==, 1);
  path = dl_literal_dup_path (&object, (gsize) (strchr (object.text, 'z') - 1 - object.text));
  g_assert_cmpstr (path, ==, "/two/1/x~1y");
  g_assert_false (dl_literal_get_member (&values[4], "x", &value));
  /* Names may have escapes, and others may begin like them. */
  object = parse ("{\"si\": 1, \"s\\u0069x\": 6, \"sixty\": 60}");
  g_assert_true (dl_literal_get_member (&object, "six", &value));
  g_assert_true (dl_literal_get_integer (&value, &whole));
  g_assert_cmpint (whole, ==, 6);
}

/* Numbers that are read in a short way are those of the long one. */
static void
test_numbers (void)
{
  static const char *const texts[] = { "0",
                                       "7",
                                       "-12",
                                       "1234.567",
                                       "0.1",
                                       "0.35",
                                       "3.3",
                                       "0.7",
                                       "-0.003",
                                       "1e3",
                                       "1.5E2",
                                       "123456789",
                                       "1700000000123.45",
                                       "99999999.99",
                                       "123456789012345.6",
                                       "12345678901234567890" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup_printf ("[%s,1]", texts[i]);
      DlLiteral        list = { text, strlen (text), 0, DL_LITERAL_LIST };
      DlLiteral        value;
      DlLiteralIter    iter;
      double           number = 0;

      dl_literal_iter_init (&iter, &list);
      g_assert_true (dl_literal_iter_next (&iter, NULL, &value));
      g_assert_cmpuint (dl_literal_get_end (&value), ==, strlen (text) - 3);
      g_assert_true (dl_literal_get_number (&value, &number));
      g_assert_true (number == g_ascii_strtod (texts[i], NULL));
    }
}

/* Where an object ends is told of one that is whole. */
static void
test_pass (void)
{
  static const char *const names[] = { "a", NULL };
  static const struct
  {
    const char *text;
    gsize       end;
  } rows[] = { { "{\"a\":1}", 7 }, { "{ \"b\": {\"c\":[]} , }x", 19 }, { "{}", 2 },
               { "{\"a\":}", 0 },  { "{\"a\":1,\"b\":}", 0 },          { "{\"a\":1", 0 },
               { "{\"a\" 1}", 0 }, { "{\"a\":1 \"b\":2}", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlLiteral object = { rows[i].text, strlen (rows[i].text), 0, DL_LITERAL_OBJECT };
      DlLiteral value;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (dl_literal_pass_members (&object, names, &value), ==, rows[i].end);
    }
}

/* The literals of programs, and what they are given to. */
static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *found; /* NAME:KIND, … */
  } rows[] = {
    { "var items = [1, 2]; // done", "items:list" },
    { "callback({\"a\": 1});", "callback:object" },
    { "const a = [1], b = {x: 1};", "a:list b:object" },
    { "$(function () { var data = new vis.DataSet([{id: 1}]); if (data) { go(); } });", "DataSet:list" },
    { "export default { a: [1] }", "default:object" },
    { "module.exports = [\n{a: 'it\\'s {'}]", "exports:list" },
    { "// var a = [1]\n/* [2] */ var s = \"[3]\"; x = [4]", "x:list" },
    { "var a = [1, {]", "" },
    { "a[1] = b[2]", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray)  found = dl_literal_find_all (rows[i].text, 0, strlen (rows[i].text), NULL);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint n = 0; n < found->len; n++)
        {
          DlLiteralFound *one = &g_array_index (found, DlLiteralFound, n);

          g_string_append_printf (told, "%s%s:%s", n > 0 ? " " : "", one->name,
                                  one->value.kind == DL_LITERAL_LIST ? "list" : "object");
        }
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (told->str, ==, rows[i].found);
    }
}

/* What a program calls the whole: a variable that is declared, and is given a text. */
static void
test_find_text (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } rows[] = {
    { "var title = \"Kings\";", "Kings" },
    { "const data = [ 1 ], title = 'x';\nlet title='Of a' + ' kind' // or so", "Of a kind" },
    { "document.title = 'A page'; element.title = 'A tip'; title = 'Later'", NULL },
    { "// var title = 'no'\nvar s = \"var title = 'no'\"; /* let title = 'no' */", NULL },
    { "var titles = 'x'; var subtitle = 'y'; var title == 'z'; var title = made ();", NULL },
    { "var title = made ();\nexport const title = `Second`", "Second" },
    { "function f () { var title = 'A tip'; }\nvar title = `Kings`", "Kings" },
    { "const f = () => { if (x) { y () } let title = 'A tip' }", NULL },
    { "var s = '{'; /* { */ var title = 'Kings'", "Kings" },
    { "var title", NULL },
    { "var title =", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = dl_literal_find_text (rows[i].text, 0, strlen (rows[i].text), "title");

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (title, ==, rows[i].title);
    }
}

/* Whatever the text: no look goes beyond its end, and what was passed over can be walked through. */
static guint
walk (const DlLiteral *literal, guint depth)
{
  g_autofree char *text = dl_literal_dup_text (literal);
  DlLiteralIter    iter;
  DlLiteral        key;
  DlLiteral        value;
  guint            n = 1;

  g_assert_cmpuint (depth, <=, DL_LITERAL_MAX_DEPTH);
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
  dl_literal_iter_init (&iter, literal);
  while (dl_literal_iter_next (&iter, &key, &value))
    n += walk (&value, depth + 1);
  return n;
}

static void
test_random (void)
{
  static const char *const pieces[] = { "{",    "}", "[",    "]",    ",",  ":",    "\"a\"",    "'b'",
                                        "`c${", "`", "1",    "-2.5", "x",  "true", "null",     "new Date(",
                                        ")",    "+", "//\n", "/*",   "*/", " ",    "\\",       "\"",
                                        "'",    "é", "=",    ";",    "(",  "var ", "\"\\u12\"" };
  guint                    n_found = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autofree char    *text = NULL;
      g_autoptr (GArray)  found = NULL;
      DlLiteral           literal;
      gsize               end;

      for (gint n = g_test_rand_int_range (0, 25); n > 0; n--)
        g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      /* Without a NUL behind it, so that a look beyond is seen. */
      text = g_memdup2 (string->str, string->len);
      if (dl_literal_parse (text, string->len, 0, &literal, &end, NULL, NULL))
        {
          g_assert_cmpuint (end, <=, string->len);
          g_assert_cmpuint (end, ==, dl_literal_get_end (&literal));
          walk (&literal, 0);
          n_found++;
        }
      g_free (dl_literal_find_text (text, 0, string->len, "x"));
      found = dl_literal_find_all (text, 0, string->len, NULL);
      for (guint n = 0; n < found->len; n++)
        walk (&g_array_index (found, DlLiteralFound, n).value, 0);
    }
  g_assert_cmpuint (n_found, >, 1000);
}

/* Random JSON, with what is none here and there. */
static void
append_random (GString *out, guint depth)
{
  static const char *const simple[] = { "1",      "-2.5",          "1e5",    "1e",    "2E+3",
                                        "-",      "007",           "0x1f",   "true",  "nullx",
                                        "null",   "false",         "\"\"",   "\"a\"", "\"a\\\"b\"",
                                        "\"é\"",  "\"a\" + \"b\"", "'c'",    "5 + 1", "\"long enough for two steps\"",
                                        "\"open", "new Date(0)",   "/* */ 1" };
  static const char *const keys[] = { "\"date\"", "\"title\"", "\"Date\"", "\"dates\"", "\"d\\u0061te\"",
                                      "date",     "'date'",    "\"ti\"",   "\"\"",      "\"title \"" };
  static const char *const spaces[] = { "", "", "", "", " ", "\n  ", "\t", "/**/" };
#define SPACE() g_string_append (out, spaces[g_test_rand_int_range (0, G_N_ELEMENTS (spaces))])
  gint     kind = g_test_rand_int_range (0, depth > 3 ? 1 : 4);
  gboolean odd = g_test_rand_int_range (0, 12) == 0;

  if (kind < 2)
    {
      g_string_append (out, simple[g_test_rand_int_range (0, odd ? G_N_ELEMENTS (simple) : 3)]);
      return;
    }
  g_string_append_c (out, kind == 2 ? '{' : '[');
  SPACE ();
  for (gint n = g_test_rand_int_range (0, 4); n > 0; n--)
    {
      if (kind == 2)
        {
          g_string_append (out, keys[g_test_rand_int_range (0, odd ? G_N_ELEMENTS (keys) : 3)]);
          SPACE ();
          g_string_append_c (out, ':');
          SPACE ();
        }
      append_random (out, depth + 1);
      SPACE ();
      if (n > 1 || (odd && g_test_rand_bit ()))
        g_string_append_c (out, ',');
      SPACE ();
    }
  g_string_append_c (out, (kind == 2) != (odd && g_test_rand_int_range (0, 4) == 0) ? '}' : ']');
}

/* What the short way takes the thorough one takes for the same. */
static void
test_plain (void)
{
  static const char *const names[] = { "title", "date", "ti", NULL };
  guint                    n_plain = 0;
  guint                    n_members = 0;

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autofree char    *text = NULL;
      DlLiteralKind       kind;
      gsize               end;
      DlLiteralWalk       walk = { NULL, 0, 0, NULL };
      DlLiteral           values[G_N_ELEMENTS (names)];
      DlLiteral           others[G_N_ELEMENTS (names)];
      DlLiteral           object;

      append_random (string, 0);
      if (g_test_rand_int_range (0, 3) > 0)
        g_string_append (string, g_test_rand_bit () ? "," : " }");
      text = g_memdup2 (string->str, string->len);
      walk.text = text;
      walk.length = string->len;
      end = dl_literal_plain_pass (text, string->len, 0, &kind);
      if (end > 0)
        {
          g_assert_cmpint (kind, ==, dl_literal_walk_skip_any_value (&walk));
          g_assert_cmpuint (end, ==, walk.at);
          n_plain++;
        }
      if (*text != '{')
        continue;
      object = (DlLiteral){ text, string->len, 0, DL_LITERAL_OBJECT };
      for (guint n = 0; names[n] != NULL; n++)
        values[n] = (DlLiteral){ text, string->len, 0, DL_LITERAL_NOTHING };
      end = dl_literal_plain_pass_members (&object, names, values);
      if (end == 0)
        continue;
      g_assert_cmpuint (end, ==, dl_literal_pass_any_members (&object, names, others));
      n_members++;
      for (guint n = 0; names[n] != NULL; n++)
        {
          g_assert_cmpint (values[n].kind, ==, others[n].kind);
          if (values[n].kind != DL_LITERAL_NOTHING)
            g_assert_cmpuint (values[n].at, ==, others[n].at);
        }
    }
  g_assert_cmpuint (n_plain, >, 5000);
  g_assert_cmpuint (n_members, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/literal/json", test_json);
  g_test_add_func ("/formats/literal/texts", test_texts);
  g_test_add_func ("/formats/literal/mistakes", test_mistakes);
  g_test_add_func ("/formats/literal/members", test_members);
  g_test_add_func ("/formats/literal/find", test_find);
  g_test_add_func ("/formats/literal/find-text", test_find_text);
  g_test_add_func ("/formats/literal/random", test_random);
  g_test_add_func ("/formats/literal/numbers", test_numbers);
  g_test_add_func ("/formats/literal/pass", test_pass);
  g_test_add_func ("/formats/literal/plain", test_plain);
  return g_test_run ();
}
