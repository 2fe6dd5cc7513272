/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner of XML: what is well-formed, and what people write. */
#include <string.h>

#include "formats/xml/dl-xml.h"

/* All that is in @text, a token each: "<name", "</name", or a text in brackets. transfer full */
static char *
print_tokens (const char *text)
{
  GString *out = g_string_new (NULL);
  DlXml    xml;
  gsize    last = 0;

  dl_xml_init (&xml, text, strlen (text));
  while (dl_xml_next (&xml))
    {
      g_autofree char *words = dl_xml_dup_text (&xml);

      g_assert_cmpuint (xml.at, >=, last);
      g_assert_cmpuint (xml.end, <=, strlen (text));
      last = xml.at;
      if (xml.kind == DL_XML_TEXT)
        g_string_append_printf (out, "[%s]", words);
      else
        g_string_append_printf (out, "%s%.*s", xml.kind == DL_XML_START ? "<" : "</", (int) xml.name_length, xml.name);
    }
  g_assert_cmpint (xml.kind, ==, DL_XML_END_OF_FILE);
  return g_string_free (out, FALSE);
}

static void
test_tokens (void)
{
  static const struct
  {
    const char *text;
    const char *tokens;
  } rows[] = {
    { "", "" },
    { "<a/>", "<a</a" },
    { "<?xml version='1.0'?><!DOCTYPE a [ <!ELEMENT a (b)> ]><a><!-- <b> --></a>", "<a</a" },
    { "<a>one &amp; two &#65; &lt;b&gt;</a>", "<a[one & two A <b>]</a" },
    { "<a><![CDATA[<b> & ]] ]]></a>", "<a[<b> & ]] ]</a" },
    /* What is no XML. */
    { "<a>R & D, 1 < 2, &unknown;</a>", "<a[R & D, 1 ][< 2, &unknown;]</a" },
    { "<a b='x > y' c=\"<\">t</a>", "<a[t]</a" },
    { "<a", "<a" },
    { "<a b=\"", "<a" },
    { "<a><![CDATA[never closed", "<a[never closed]" },
    { "<a><!-- never closed", "<a" },
    { "</a><b></c>", "</a<b</c" },
    { "<a<b>", "<a<b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tokens = print_tokens (rows[i].text);

      g_assert_cmpstr (tokens, ==, rows[i].tokens);
    }
}

static void
test_attributes (void)
{
  static const char text[] =
    "<x:Event  start = 'one' END=\"a &amp; b\" bare=three empty='' title='starts' open=\"no end>";
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *none = NULL;
  DlXml            xml;

  dl_xml_init (&xml, text, strlen (text));
  g_assert_true (dl_xml_next (&xml));
  g_assert_true (dl_xml_is (&xml, "event"));
  g_assert_false (dl_xml_is (&xml, "even"));
  start = dl_xml_dup_attribute (&xml, "start");
  end = dl_xml_dup_attribute (&xml, "end");
  bare = dl_xml_dup_attribute (&xml, "bare");
  empty = dl_xml_dup_attribute (&xml, "empty");
  none = dl_xml_dup_attribute (&xml, "starts");
  g_assert_cmpstr (start, ==, "one");
  g_assert_cmpstr (end, ==, "a & b");
  g_assert_cmpstr (bare, ==, "three");
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (none);
}

static void
test_content (void)
{
  static const char text[] = "<a><b>one <i>two</i><br/> &lt;c&gt; <b>three</b></b><d/>four<e><e/></e>five</a>";
  g_autofree char  *content = NULL;
  g_autofree char  *four = NULL;
  g_autofree char  *five = NULL;
  DlXml             xml;

  dl_xml_init (&xml, text, strlen (text));
  dl_xml_next (&xml);
  dl_xml_next (&xml);
  content = dl_xml_dup_content (&xml);
  g_assert_cmpstr (content, ==, "one <i>two</i><br/> <c> <b>three</b>");
  g_assert_true (dl_xml_is (&xml, "b"));
  dl_xml_next (&xml);
  dl_xml_skip (&xml);
  dl_xml_next (&xml);
  four = dl_xml_dup_text (&xml);
  g_assert_cmpstr (four, ==, "four");
  dl_xml_next (&xml);
  dl_xml_skip (&xml);
  dl_xml_next (&xml);
  five = dl_xml_dup_text (&xml);
  g_assert_cmpstr (five, ==, "five");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/xml/tokens", test_tokens);
  g_test_add_func ("/formats/xml/attributes", test_attributes);
  g_test_add_func ("/formats/xml/content", test_content);
  return g_test_run ();
}
