/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/dl-error.h"
#include "formats/dl-json-scan.h"
#include "json-cases.h"
#include "json-reference.h"

static const char *const members[] = { "events", "title", NULL };

static DlJsonScan *
scan (const char *text, gsize length, GError **error)
{
  /* A copy without a byte to spare, so that reading beyond the end shows. */
  g_autofree char *copy = g_memdup2 (text, MAX (length, 1));

  return dl_json_scan_new (copy, length, "t", members, NULL, error);
}

static void
assert_accepted (const char *text, gsize length)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (DlJsonScan) found = scan (text, length, &error);

  if (found == NULL)
    g_test_message ("rejected: %.*s", (int) length, text);
  g_assert_no_error (error);
  g_assert_nonnull (found);
}

static void
assert_rejected (const char *text, gsize length)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (DlJsonScan) found = scan (text, length, &error);

  if (found != NULL)
    g_test_message ("accepted: %.*s", (int) length, text);
  g_assert_error (error, DL_ERROR, DL_ERROR_NOT_JSON);
  g_assert_null (found);
  g_assert_true (g_regex_match_simple ("^t:[0-9]+:[0-9]+: not valid JSON: .", error->message, G_REGEX_RAW, 0));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_accepted (void)
{
  guint i;

  for (i = 0; i < json_n_accepted; i++)
    {
      g_assert_cmpint (json_reference_check (json_accepted[i].text, json_accepted[i].length), ==, REFERENCE_VALID);
      assert_accepted (json_accepted[i].text, json_accepted[i].length);
    }
}

static void
test_rejected (void)
{
  guint i;

  for (i = 0; i < json_n_rejected; i++)
    {
      g_assert_cmpint (json_reference_check (json_rejected[i].text, json_rejected[i].length), ==, REFERENCE_INVALID);
      assert_rejected (json_rejected[i].text, json_rejected[i].length);
    }
}

/* The cases as an element and as a member, where most of them live. */
static void
check_within (const JsonCase *one, const char *before, const char *after)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();

  g_byte_array_append (text, (const guchar *) before, strlen (before));
  g_byte_array_append (text, (const guchar *) one->text, one->length);
  g_byte_array_append (text, (const guchar *) after, strlen (after));
  if (json_reference_check ((char *) text->data, text->len) == REFERENCE_VALID)
    assert_accepted ((char *) text->data, text->len);
  else
    assert_rejected ((char *) text->data, text->len);
}

static void
test_within (void)
{
  static const char *const frames[][2] = {
    { "{\"events\":[", "]}" },
    { "{\"events\":[{\"id\":", "}]}" },
    { "{\"title\":", ",\"events\":[]}" },
    { "{", ":1}" },
    { "[1,", "]" },
    { "1234567", "" },
    { "\"1234567", "\"" },
  };
  guint i;
  guint j;

  for (j = 0; j < G_N_ELEMENTS (frames); j++)
    {
      for (i = 0; i < json_n_accepted; i++)
        check_within (&json_accepted[i], frames[j][0], frames[j][1]);
      for (i = 0; i < json_n_rejected; i++)
        check_within (&json_rejected[i], frames[j][0], frames[j][1]);
    }
}

/* Every beginning of a valid text but the whole is invalid. */
static void
test_cut_off (void)
{
  static const char text[] =
    "{\"title\":\"日本 \\ud83d\\ude00\",\"events\":[{\"id\":\"a\",\"n\":-1.5e+10,\"t\":true,\"z\":null},[],{}]}";
  gsize n;

  for (n = 0; n < sizeof (text) - 1; n++)
    assert_rejected (text, n);
  assert_accepted (text, sizeof (text) - 1);
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "t:1:1: not valid JSON: the file is empty" },
    { "\xef\xbb\xbf", "t:1:1: not valid JSON: the file is empty" },
    { "  \n ", "t:2:2: not valid JSON: the file holds nothing but blank lines and spaces" },
    { "{\"events\": [}", "t:1:13: not valid JSON: a value or “]” is expected here" },
    { "{\"a\": 1,}", "t:1:9: not valid JSON: a name in double quotes is expected here; take out the comma before “}”" },
    { "[1,\n 2,\n]", "t:3:1: not valid JSON: a value is expected here; take out the comma before “]”" },
    { "{\"日本\": x}",
      "t:1:8: not valid JSON: a value is expected here; words other than true, false and null stand in double quotes" },
    { "{\"a\" 1}", "t:1:6: not valid JSON: a colon is expected here" },
    { "{\"a\": 1 \"b\": 2}", "t:1:9: not valid JSON: a comma or “}” is expected here" },
    { "[1\r\n2]", "t:2:1: not valid JSON: a comma or “]” is expected here" },
    { "[1\r2]", "t:2:1: not valid JSON: a comma or “]” is expected here" },
    { "[1\n\r2]", "t:3:1: not valid JSON: a comma or “]” is expected here" },
    { "{}\n{}", "t:2:1: not valid JSON: the file should end here, but goes on" },
    { "{a: 1}", "t:1:2: not valid JSON: a name in double quotes or “}” is expected here" },
    { "[01]", "t:1:2: not valid JSON: a number does not begin with 0" },
    { "[+1]", "t:1:2: not valid JSON: a number begins with a digit here: 5, not +5" },
    { "[.5]", "t:1:2: not valid JSON: a number begins with a digit here: 0.5, not .5" },
    { "[1.]", "t:1:4: not valid JSON: a digit is expected here" },
    { "['a']", "t:1:2: not valid JSON: a text stands in double quotes" },
    { "[1] // x", "t:1:5: not valid JSON: comments are not part of JSON" },
    { "[\"a\nb\"]", "t:1:4: not valid JSON: a text ends on its line: a double quote is missing, or a line break in it "
                    "is to be written \\n" },
    { "[\"a\tb\"]", "t:1:4: not valid JSON: a control character within a string is written as an escape such as \\t" },
    { "[\"\\x\"]", "t:1:3: not valid JSON: a backslash is to be followed by one of \" \\ / b f n r t u" },
    { "[\"\\u12\"]", "t:1:3: not valid JSON: “\\u” is to be followed by four hexadecimal digits" },
    { "[\"é\", \"caf\xe9\"]", "t:1:11: not valid JSON: the text is not UTF-8" },
    { "\xff\xfe{", "t:1:1: not valid JSON: the text is not UTF-8" },
    { "[\"abc", "t:1:6: not valid JSON: the file ends within a text; a double quote is missing" },
    { "[1,\n2", "t:2:2: not valid JSON: the file ends within a list; “]” is missing" },
    { "{\"a\":{\n", "t:2:1: not valid JSON: the file ends within an object; “}” is missing" },
    { "\xef\xbb\xbf[1,x]",
      "t:1:4: not valid JSON: a value is expected here; words other than true, false and null stand in double quotes" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (DlJsonScan) found = scan (cases[i].text, strlen (cases[i].text), &error);

      g_assert_null (found);
      g_assert_error (error, DL_ERROR, DL_ERROR_NOT_JSON);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static char *
nested (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);
  guint    i;

  for (i = 0; i < depth; i++)
    g_string_append (text, open);
  for (i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const guint depths[] = { 513, 514, 1000, 100000 };
  g_autofree char   *deepest = nested (DL_JSON_MAX_DEPTH, "[", "]");
  g_autofree char   *deepest_object = nested (DL_JSON_MAX_DEPTH - 1, "{\"a\":", "}");
  guint              i;

  assert_accepted (deepest, strlen (deepest));
  g_assert_cmpuint (strlen (deepest_object), >, 0);
  for (i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char   *lists = nested (depths[i], "[", "]");
      g_autofree char   *objects = nested (depths[i], "{\"a\":", "}");
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) error_object = NULL;
      g_autoptr (GError) error_open = NULL;

      g_assert_null (scan (lists, strlen (lists), &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_LIMIT);
      g_assert_cmpstr (error->message, ==,
                       "t:1:513: too large: lists and objects are more than 512 levels deep within each other");
      g_assert_null (scan (objects, strlen (objects), &error_object));
      g_assert_error (error_object, DL_ERROR, DL_ERROR_LIMIT);
      g_assert_true (g_str_has_prefix (error_object->message, "t:1:2561: "));
      /* The brackets need not be closed for that. */
      g_assert_null (scan (lists, depths[i], &error_open));
      g_assert_error (error_open, DL_ERROR, DL_ERROR_LIMIT);
    }
}

/* Brackets must match level by level, on both sides of the 64 levels that
 * share a word. */
static void
test_matching (void)
{
  guint depth;

  for (depth = 1; depth <= 200; depth++)
    {
      GString *text = g_string_new (NULL);
      guint    i;

      for (i = 0; i < depth; i++)
        g_string_append (text, (i * 7 + depth) % 3 == 0 ? "{\"a\":" : "[");
      g_string_append_c (text, '1');
      for (i = depth; i-- > 0;)
        g_string_append_c (text, (i * 7 + depth) % 3 == 0 ? '}' : ']');
      assert_accepted (text->str, text->len);
      i = text->len - 1 - depth / 2;
      if (i < text->len && (text->str[i] == ']' || text->str[i] == '}'))
        {
          text->str[i] = text->str[i] == ']' ? '}' : ']';
          assert_rejected (text->str, text->len);
        }
      g_string_free (text, TRUE);
    }
}

static void
assert_span (const char *text, DlJsonSpan span, const char *expected)
{
  g_autofree char *part = g_strndup (text + span.start, span.end - span.start);

  g_assert_cmpstr (part, ==, expected);
}

static void
test_spans (void)
{
  static const char   text[] = "\xef\xbb\xbf { \"title\" : \"日本\" ,\n\"x\":[{\"events\":[0]}], \"ev\\u0065nts\": [ "
                               "{\"a\":[1,{}]} , 12 ,\"b]\\\"\", [ [] ],null,{}, 1.5e3 ] , \"y\":{\"title\":3} } ";
  static const char  *expected[] = { "{\"a\":[1,{}]}", "12", "\"b]\\\"\"", "[ [] ]", "null", "{}", "1.5e3" };
  const DlJsonMember *events;
  const DlJsonMember *title;
  g_autoptr (GError)  error = NULL;
  g_autoptr (DlJsonScan) found = scan (text, sizeof (text) - 1, &error);
  guint                  i;

  g_assert_no_error (error);
  events = &found->members[0];
  title = &found->members[1];
  g_assert_cmpint (found->kind, ==, DL_JSON_OBJECT);
  g_assert_cmpuint (found->top.start, ==, 4);
  g_assert_cmpuint (found->top.end, ==, sizeof (text) - 2);
  g_assert_cmpint (title->kind, ==, DL_JSON_STRING);
  g_assert_cmpuint (title->n_times, ==, 1);
  g_assert_null (title->elements);
  assert_span (text, title->value, "\"日本\"");
  g_assert_cmpint (events->kind, ==, DL_JSON_LIST);
  g_assert_cmpuint (events->elements->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (events->flaws->len, ==, 0);
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_span (text, g_array_index (events->elements, DlJsonSpan, i), expected[i]);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    DlJsonKind  kind;
  } cases[] = {
    { "{\"title\":{}}", DL_JSON_OBJECT },
    { "{\"title\":[]}", DL_JSON_LIST },
    { "{\"title\":\"\"}", DL_JSON_STRING },
    { "{\"title\":-0}", DL_JSON_NUMBER },
    { "{\"title\":true}", DL_JSON_TRUE },
    { "{\"title\":false}", DL_JSON_FALSE },
    { "{\"title\":null}", DL_JSON_NULL },
    { "{\"titles\":1}", DL_JSON_NOTHING },
    { "{\"titl\":1}", DL_JSON_NOTHING },
    { "[{\"title\":1}]", DL_JSON_NOTHING },
    { "[\"title\",1]", DL_JSON_NOTHING },
    { "{\"a\":{\"title\":1}}", DL_JSON_NOTHING },
    { "{\"title\":1,\"title\":[2]}", DL_JSON_LIST },
    { "{\"title\":[1],\"title\":2}", DL_JSON_NUMBER },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlJsonScan) found = scan (cases[i].text, strlen (cases[i].text), NULL);

      g_assert_nonnull (found);
      g_assert_cmpint (found->members[1].kind, ==, cases[i].kind);
      g_assert_true ((found->members[1].elements != NULL) == (cases[i].kind == DL_JSON_LIST));
    }
}

static void
test_twice (void)
{
  static const char      text[] = "{\"events\":[1,\"\\ud800\",3],\"events\":[4,5]}";
  g_autoptr (DlJsonScan) found = scan (text, sizeof (text) - 1, NULL);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->members[0].n_times, ==, 2);
  g_assert_cmpuint (found->members[0].elements->len, ==, 2);
  g_assert_cmpuint (found->members[0].flaws->len, ==, 0);
  g_assert_cmpuint (found->members[0].name_offset, ==, 25);
  assert_span (text, g_array_index (found->members[0].elements, DlJsonSpan, 0), "4");
}

static void
test_flaws (void)
{
  static const struct
  {
    const char *value;
    DlJsonFlaw  flaw;
  } cases[] = {
    { "1e308", DL_JSON_FLAW_NONE },
    { "1e309", DL_JSON_FLAW_NUMBER },
    { "-1e999", DL_JSON_FLAW_NUMBER },
    { "1e-999", DL_JSON_FLAW_NONE },
    { "0e999", DL_JSON_FLAW_NONE },
    { "1.7976931348623157e308", DL_JSON_FLAW_NONE },
    { "1.7976931348623159e308", DL_JSON_FLAW_NUMBER },
    { "9223372036854775807", DL_JSON_FLAW_NONE },
    { "9223372036854775808", DL_JSON_FLAW_NUMBER },
    { "-9223372036854775808", DL_JSON_FLAW_NONE },
    { "-9223372036854775809", DL_JSON_FLAW_NUMBER },
    { "100000000000000000000", DL_JSON_FLAW_NUMBER },
    { "100000000000000000000.0", DL_JSON_FLAW_NONE },
    { "123456789012345678901234567890", DL_JSON_FLAW_NUMBER },
    { "\"\\u0000\"", DL_JSON_FLAW_NUL },
    { "\"a\\u0000b\"", DL_JSON_FLAW_NUL },
    { "\"\\\\u0000\"", DL_JSON_FLAW_NONE },
    { "\"\\u0001\"", DL_JSON_FLAW_NONE },
    { "\"\\ud800\"", DL_JSON_FLAW_SURROGATE },
    { "\"\\udfff\"", DL_JSON_FLAW_SURROGATE },
    { "\"\\udc00\\ud800\"", DL_JSON_FLAW_SURROGATE },
    { "\"\\ud800\\ud800\\udc00\"", DL_JSON_FLAW_SURROGATE },
    { "\"\\ud800\\udc00\"", DL_JSON_FLAW_NONE },
    { "\"\\uDBFF\\uDFFF\"", DL_JSON_FLAW_NONE },
    { "\"\\ud7ff\\ue000\"", DL_JSON_FLAW_NONE },
    { "{\"a\":[{\"b\":1e999}]}", DL_JSON_FLAW_NUMBER },
    { "{\"\\u0000\":1}", DL_JSON_FLAW_NUL },
    { "{\"\\ud800\":1}", DL_JSON_FLAW_SURROGATE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char       *element = g_strdup_printf ("{\"events\":[1,%s,\"\\u0000\",2]}", cases[i].value);
      g_autofree char       *member = g_strdup_printf ("{\"title\":%s,\"other\":1e999,\"\\u0000\":1}", cases[i].value);
      g_autoptr (GError)     error = NULL;
      g_autoptr (DlJsonScan) in_element = scan (element, strlen (element), &error);
      g_autoptr (DlJsonScan) in_member = scan (member, strlen (member), NULL);
      const DlJsonElementFlaw *flaw;

      g_assert_no_error (error);
      flaw = dl_json_member_get_flaw (&in_element->members[0], 1);
      g_assert_cmpint (flaw != NULL ? flaw->flaw : DL_JSON_FLAW_NONE, ==, cases[i].flaw);
      g_assert_null (dl_json_member_get_flaw (&in_element->members[0], 0));
      g_assert_nonnull (dl_json_member_get_flaw (&in_element->members[0], 2));
      g_assert_null (dl_json_member_get_flaw (&in_element->members[0], 3));
      g_assert_cmpint (in_element->members[0].flaw, ==, DL_JSON_FLAW_NONE);
      g_assert_cmpint (in_member->members[1].flaw, ==, cases[i].flaw);
    }
}

static void
test_too_many (void)
{
  GString               *text = g_string_sized_new (DL_JSON_MAX_ELEMENTS * 2 + 100);
  g_autoptr (DlJsonScan) found = NULL;
  g_autoptr (GError)     error = NULL;
  guint                  i;

  g_string_append (text, "{\"events\":[0");
  for (i = 1; i < DL_JSON_MAX_ELEMENTS; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  found = dl_json_scan_new (text->str, text->len, "t", members, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->members[0].elements->len, ==, DL_JSON_MAX_ELEMENTS);
  g_string_overwrite (text, text->len - 2, ",0]}");
  g_assert_null (dl_json_scan_new (text->str, text->len, "t", members, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "t:1:10000012: too large: “events” holds more than 5000000 entries");
  g_string_free (text, TRUE);
}

static void
test_too_long (void)
{
  g_autoptr (GError) error = NULL;

  /* The length alone decides; the text is not looked at. */
  g_assert_null (dl_json_scan_new ("[]", DL_JSON_MAX_LENGTH, "t", members, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "t: too large: "));
}

static void
test_cancelled (void)
{
  g_autofree char         *lists = NULL;
  GString                 *text = g_string_new ("[0");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  guint                    i;

  for (i = 0; i < 10000; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  lists = g_string_free (text, FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_null (dl_json_scan_new (lists, strlen (lists), "t", members, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/json-scan/accepted", test_accepted);
  g_test_add_func ("/formats/json-scan/rejected", test_rejected);
  g_test_add_func ("/formats/json-scan/within", test_within);
  g_test_add_func ("/formats/json-scan/cut-off", test_cut_off);
  g_test_add_func ("/formats/json-scan/places", test_places);
  g_test_add_func ("/formats/json-scan/depth", test_depth);
  g_test_add_func ("/formats/json-scan/matching", test_matching);
  g_test_add_func ("/formats/json-scan/spans", test_spans);
  g_test_add_func ("/formats/json-scan/kinds", test_kinds);
  g_test_add_func ("/formats/json-scan/twice", test_twice);
  g_test_add_func ("/formats/json-scan/flaws", test_flaws);
  g_test_add_func ("/formats/json-scan/too-many", test_too_many);
  g_test_add_func ("/formats/json-scan/too-long", test_too_long);
  g_test_add_func ("/formats/json-scan/cancelled", test_cancelled);
  return g_test_run ();
}
