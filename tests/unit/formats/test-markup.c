/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Markup of HTML as text. */
#include <string.h>

#include "formats/markup/dl-markup.h"

static void
test_texts (void)
{
  static const struct
  {
    const char *markup;
    const char *text;
    const char *line;
  } rows[] = {
    { NULL, "", "" },
    { "", "", "" },
    { "plain", "plain", "plain" },
    { " two\nlines ", "two\nlines", "two lines" },
    { "<p>One.</p><p>Two.</p>", "One.\n\nTwo.", "One. Two." },
    { "a<br>b<br/><br />c", "a\nb\n\nc", "a b c" },
    { "<b>bold</b> and <i>italic</i>", "bold and italic", "bold and italic" },
    { "in tags\na line feed is a <b>space</b>", "in tags a line feed is a space", "in tags a line feed is a space" },
    { "<a href=\"https://example.org/x?a=1&amp;b=2\">words</a>.", "words (https://example.org/x?a=1&b=2).", "words." },
    { "<a href='https://example.org/'>example.org</a>", "example.org", "example.org" },
    { "<a href='javascript:alert(1)'>click</a>", "click", "click" },
    { "<ul><li>one</li><li>two</li></ul>", "• one\n• two", "one two" },
    { "<script>var a = '<b>';</script>after<style>p {}</style>", "after", "after" },
    { "<video controls><source src='a.mp4'/>No videos here</video>after<audio>None</audio>", "after", "after" },
    { "<object data='a.swf'>before", "before", "before" },
    { "<!-- no <b>comment</b> -->text", "text", "text" },
    { "<p><svg class=\"icon\"><use href=\"#far\"></use></svg>One.</p>", "One.", "One." },
    { "<details><summary>More</summary>of it</details>", "More\nof it", "More of it" },
    { "AT&amp;T &lt;b&gt; &eacute;&#233;&#xe9; &nbsp;&mdash; &#151; &unknown; &", "AT&T <b> ééé — — &unknown; &",
      "AT&T <b> ééé — — &unknown; &" },
    { "1 < 2 and 3 > 2", "1 < 2 and 3 > 2", "1 < 2 and 3 > 2" },
    { "a <unknown> word", "a <unknown> word", "a <unknown> word" },
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc", "a b c" },
    { "<b", "<b", "<b" },
    { "no UTF-8: \xff, cut \xe2\x80", "no UTF-8: \xef\xbf\xbd, cut \xef\xbf\xbd\xef\xbf\xbd",
      "no UTF-8: \xef\xbf\xbd, cut \xef\xbf\xbd\xef\xbf\xbd" },
    { "<pre>a\n b</pre>", "a\nb", "a b" },
    { "日本<ruby>東京<rt>とうきょう</rt></ruby><br>です", "日本<ruby>東京<rt>とうきょう</rt></ruby>\nです", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = dl_markup_to_text (rows[i].markup);
      g_autofree char *line = dl_markup_to_line (rows[i].markup);

      g_assert_cmpstr (text, ==, rows[i].text);
      if (rows[i].line != NULL)
        g_assert_cmpstr (line, ==, rows[i].line);
    }
}

static void
test_address (void)
{
  static const struct
  {
    const char *markup;
    const char *address;
  } rows[] = {
    { NULL, NULL },
    { "none", NULL },
    { "<p>x</p><img src=\"https://example.org/a.png\" href=\"b\">", "b" },
    { "<iframe width=1 src=https://example.org/v></iframe>", "https://example.org/v" },
    { "<video><source src='https://example.org/a.mp4'>No videos here</video>", "https://example.org/a.mp4" },
    { "<a href=''>x</a><a href='https://example.org/2'>y</a>", "https://example.org/2" },
    { "<a href='open", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *address = dl_markup_dup_address (rows[i].markup);

      g_assert_cmpstr (address, ==, rows[i].address);
    }
}

/* All addresses, a line each: "link" or "shown", where, and what of. */
static char *
print_addresses (const char *markup)
{
  g_autoptr (GPtrArray) all = dl_markup_find_addresses (markup);
  GString              *lines = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const DlMarkupAddress *found = all->pdata[i];

      g_string_append_printf (lines, "%s %s %s\n", found->is_link ? "link" : "shown", found->address,
                              found->title != NULL ? found->title : "-");
    }
  return g_string_free (lines, FALSE);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *markup;
    const char *addresses;
  } rows[] = {
    { NULL, "" },
    { "1 < 2 <b>none</b>", "" },
    { "<img src='a.png' alt='A &amp; B'>, <a href=\"b\" title=more>b</a>", "shown a.png A & B\nlink b more\n" },
    { "<video src='a'><source src='b'></video><audio src=c></audio><iframe src='d'></iframe><embed src='e'>",
      "shown a -\nshown b -\nshown c -\nshown d -\nshown e -\n" },
    { "<script src='x.js'></script><link href='x.css'><use href='#x'/><IMG SRC='a'>", "shown a -\n" },
    { "<!-- <img src='x'> --><img src=''><img><img src='dot' width=1 height=1><img src='wide' width=1>",
      "shown wide -\n" },
    { "<a href='open", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *addresses = print_addresses (rows[i].markup);

      g_assert_cmpstr (addresses, ==, rows[i].addresses);
    }
}

/* The sanitizers look at all that follows each text that is compared. */
#ifdef __SANITIZE_ADDRESS__
#define UNCLOSED 20000
#else
#define UNCLOSED 2000000
#endif

/* What has no end is sought once, not from each beginning. */
static void
test_unclosed (void)
{
  static const char *const pieces[] = { "<svg>", "<!--", "<style><svg>", "<a href='" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) markup = g_string_new (NULL);
      g_autofree char    *text = NULL;
      g_autofree char    *address = NULL;
      g_autofree char    *addresses = NULL;

      while (markup->len < UNCLOSED)
        g_string_append (markup, pieces[i]);
      text = dl_markup_to_text (markup->str);
      address = dl_markup_dup_address (markup->str);
      addresses = print_addresses (markup->str);
      g_assert_cmpstr (addresses, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/markup/texts", test_texts);
  g_test_add_func ("/formats/markup/address", test_address);
  g_test_add_func ("/formats/markup/addresses", test_addresses);
  g_test_add_func ("/formats/markup/unclosed", test_unclosed);
  return g_test_run ();
}
