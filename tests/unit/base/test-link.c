/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-link.h"

static void
test_safe (void)
{
  static const char *const links[] = {
    "http://example.org",
    "https://example.org/",
    "HTTPS://EXAMPLE.ORG/a?b=c&d#e",
    "https://[::1]:8080/x",
    "https://ja.wikipedia.org/wiki/日本",
    "https://example.org/a_(b)%20c",
    "mailto:press@example.org",
    "MAILTO:press+desk@example.org",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (!dl_link_is_safe (links[i]))
      g_error ("%s is a link", links[i]);
}

static void
test_unsafe (void)
{
  static const char *const texts[] = {
    "",
    "javascript:alert(1)",
    "JavaScript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "smb://example.org/share",
    "vscode://file/etc/passwd",
    "file:///etc/passwd",
    "/etc/passwd",
    "paper.pdf",
    "//example.org/",
    "ftp://example.org/",
    "event:3",
    "resource:///org/example",
    "dateline:x",
    "http:",
    "http:/example.org",
    "http:///path",
    "https://",
    "https:example.org",
    " https://example.org/",
    "https://example.org/a b",
    "https://example.org/\n",
    "https://example.org/\x1b[2J",
    "https://example.org/\xe2\x80\xae"
    "fdp.exe",
    "https://example.org\\@elsewhere.example/",
    "https://example.org/\"onclick",
    "https://example.org/\xff",
    "https://example.org:port/",
    "mailto:",
    "mailto:nobody",
    "mailto:@example.org",
    "mailto:a@",
    "mailto:a@example.org?attach=/etc/passwd",
    "mailto:a@example.org,b@example.org",
    "mailto:a@example.org%3Fbody=x",
    "mailto://a@example.org",
  };

  g_assert_false (dl_link_is_safe (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (dl_link_is_safe (texts[i]))
      g_error ("%s is no link", texts[i]);
}

static void
test_mail (void)
{
  g_assert_cmpstr (dl_link_mail_address ("mailto:press@example.org"), ==, "press@example.org");
  g_assert_null (dl_link_mail_address ("https://press@example.org/"));
  g_assert_null (dl_link_mail_address (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/link/safe", test_safe);
  g_test_add_func ("/base/link/unsafe", test_unsafe);
  g_test_add_func ("/base/link/mail", test_mail);
  return g_test_run ();
}
