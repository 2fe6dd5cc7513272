/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <json-glib/json-glib.h>

#include "base/dl-error.h"
#include "formats/dl-json-scan.h"
#include "json-reference.h"
#include "mutator.h"

#define N_ROUNDS 4000

static const char *const members[] = { "people", "events", NULL };

/* What the scan calls an element without a flaw, json-glib must take. */
static void
check_elements (const char *text, const DlJsonMember *member)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint                  i;

  for (i = 0; member->elements != NULL && i < member->elements->len; i++)
    {
      DlJsonSpan         span = g_array_index (member->elements, DlJsonSpan, i);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (json_reference_check (text + span.start, span.end - span.start), ==, REFERENCE_VALID);
      if (dl_json_member_get_flaw (member, i) != NULL)
        continue;
      json_parser_load_from_data (parser, text + span.start, span.end - span.start, &error);
      g_assert_no_error (error);
    }
}

static void
check_scan (const char *text, gsize length)
{
  ReferenceVerdict       expected = json_reference_check (text, length);
  g_autoptr (GError)     error = NULL;
  g_autoptr (DlJsonScan) scan = dl_json_scan_new (text, length, "t", members, NULL, &error);

  switch (expected)
    {
    case REFERENCE_VALID:
      g_assert_no_error (error);
      g_assert_nonnull (scan);
      check_elements (text, &scan->members[0]);
      check_elements (text, &scan->members[1]);
      break;
    case REFERENCE_INVALID:
      g_assert_error (error, DL_ERROR, DL_ERROR_NOT_JSON);
      break;
    case REFERENCE_DEEP:
    default:
      g_assert_error (error, DL_ERROR, DL_ERROR_LIMIT);
      break;
    }
}

static void
test_mutations (void)
{
  g_autofree char      *folder = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  g_autoptr (GPtrArray) corpus = mutator_load_corpus (folder);
  guint32               seed = (guint32) g_test_rand_int ();
  guint                 n_timelines = 0;
  guint                 i;

  g_test_message ("first seed: %u", seed);
  for (i = 0; i < N_ROUNDS; i++, seed++)
    {
      g_autoptr (GRand)  rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes) bytes = mutator_next (rand, corpus);
      gsize              length;
      const char        *data = g_bytes_get_data (bytes, &length);
      g_autofree char   *tight = g_memdup2 (data, length);

      check_scan (tight != NULL ? tight : "", length);
      if (mutator_check (bytes))
        n_timelines++;
    }
  /* Else the changes are too wild to reach the reader. */
  g_assert_cmpuint (n_timelines, >, N_ROUNDS / 20);
}

/* Bytes out of an alphabet of brackets and commas, where half is nearly JSON. */
static void
test_soup (void)
{
  static const char alphabet[] = "{}[]:,\"\\ua01-.eE+tn \n";
  GRand            *rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint             n_valid = 0;
  guint             i;

  for (i = 0; i < 200000; i++)
    {
      char  text[12];
      gsize length = (gsize) g_rand_int_range (rand, 1, sizeof text);
      gsize k;

      for (k = 0; k < length; k++)
        text[k] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      check_scan (text, length);
      n_valid += json_reference_check (text, length) == REFERENCE_VALID;
    }
  g_assert_cmpuint (n_valid, >, 500);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/mutations/files", test_mutations);
  g_test_add_func ("/formats/mutations/soup", test_soup);
  return g_test_run ();
}
