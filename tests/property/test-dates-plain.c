/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-plain.h"

/* The short way of reading dates makes what the long one makes, and is taken by all
 * that it is for. The seed is printed; give it back with --seed. */

#define ROUNDS 200000

static void
append_point (GString *text)
{
  guint kind = (guint) g_test_rand_int_range (0, 4);

  /* Few years, so that ends of intervals are close. */
  g_string_append_printf (text, "%04d-%02d-%02d", g_test_rand_int_range (1999, 2002), g_test_rand_int_range (1, 13),
                          g_test_rand_int_range (1, 29));
  if (kind == 0)
    return;
  g_string_append_printf (text, "T%02d:%02d:%02d", g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60),
                          g_test_rand_int_range (0, 60));
  if (kind == 1)
    {
      g_string_append_c (text, '.');
      /* All of a second are nines now and then, from which it is but a step to the next. */
      for (int n = g_test_rand_int_range (1, 10), nine = g_test_rand_bit (); n > 0; n--)
        g_string_append_printf (text, "%d", nine ? 9 : g_test_rand_int_range (0, 10));
    }
  if (g_test_rand_bit ())
    g_string_append_c (text, 'Z');
}

/* Something else in the place of one of its characters, or one less, or more. */
static void
damage (GString *text)
{
  static const char others[] = "0123459-:TZ./X~ \x80";
  char              other = others[g_test_rand_int_range (0, sizeof others - 1)];
  gssize            at = g_test_rand_int_range (0, (gint32) text->len);

  if (g_test_rand_int_range (0, 4) > 0)
    text->str[at] = other;
  else if (g_test_rand_bit ())
    g_string_erase (text, at, 1);
  else
    g_string_insert_c (text, at, other);
}

static gboolean
is_same (const DlDate *a, const DlDate *b)
{
  return dl_instant_compare (a->earliest_start, b->earliest_start) == 0 &&
         dl_instant_compare (a->latest_start, b->latest_start) == 0 &&
         dl_instant_compare (a->earliest_end, b->earliest_end) == 0 &&
         dl_instant_compare (a->latest_end, b->latest_end) == 0 &&
         dl_instant_compare (a->stated_start, b->stated_start) == 0 &&
         dl_instant_compare (a->stated_end, b->stated_end) == 0 && a->flags == b->flags && a->level == b->level &&
         a->start_precision == b->start_precision && a->end_precision == b->end_precision;
}

static void
test_alike (void)
{
  guint n_damaged = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean            damaged = g_test_rand_bit ();
      DlDate              date;
      DlDate              thorough;

      append_point (text);
      if (g_test_rand_bit ())
        {
          g_string_append_c (text, '/');
          append_point (text);
        }
      if (damaged)
        damage (text);
      if (!dl_date_parse_plain (text->str, text->len, &date))
        continue;
      if (!dl_date_parse_thorough (text->str, text->len, &thorough, NULL))
        g_error ("%s: is no date, and was read as one", text->str);
      if (!is_same (&date, &thorough))
        g_error ("%s: another date than the thorough reader's", text->str);
      n_damaged += damaged ? 1 : 0;
    }
  g_assert_cmpuint (n_damaged, >, ROUNDS / 100);
}

static void
test_taken (void)
{
  static const char *const taken[] = { "2025-10-25",
                                       "2024-02-29",
                                       "0000-01-31",
                                       "2025-10-25T22:00:59Z",
                                       "2025-10-25T22:00:59",
                                       "1970-01-01T00:00:00.001029",
                                       "1970-01-01T00:00:00.999999999Z",
                                       "2025-10-25/2025-10-26",
                                       "2025-10-25T22:00:00Z/2025-10-25T22:00:01Z",
                                       "1970-01-01T00:00:00.001/1970-01-01T00:00:00.002029",
                                       "2025-10-25/2025-10-26T01:00:00" };
  static const char *const left[] = { "2025-02-29",
                                      "2025-10",
                                      "2025-13-01",
                                      "2025-10-25T22:00Z",
                                      "2025-10-25T22:00:60Z",
                                      "2025-10-25T22:00:00.Z",
                                      "2025-10-25T22:00:00.1234567890",
                                      "2025-10-25T22:00:00+09:00",
                                      "2025-10-26/2025-10-25",
                                      "2025-10-25/..",
                                      "2025-10-25T22:00:00Z/2025-10-26T22:00:00",
                                      "2025-10-25/2025-10-26/2025-10-27",
                                      "" };
  DlDate                   date;

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    if (!dl_date_parse_plain (taken[i], strlen (taken[i]), &date))
      g_error ("%s: is left to the thorough reader", taken[i]);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    if (dl_date_parse_plain (left[i], strlen (left[i]), &date))
      g_error ("%s: is taken for a plain date", left[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/dates-plain/alike", test_alike);
  g_test_add_func ("/property/dates-plain/taken", test_taken);
  return g_test_run ();
}
