/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tables are read with: separated values, and the names of columns. */
#include <string.h>

#include "formats/rows/dl-csv.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows-people.h"
#include "formats/rows/dl-rows.h"

#define N_TABLES 2000
#define MAX_FIELDS 6
#define MAX_RECORDS 6

static void
test_names (void)
{
  static const struct
  {
    const char  *name;
    DlRowMeaning meaning;
  } rows[] = {
    { "date", DL_ROW_START },
    { "Start Date", DL_ROW_START },
    { "startDate", DL_ROW_START },
    { "START_DATE", DL_ROW_START },
    { "start-date (UTC)", DL_ROW_START },
    { "event.date", DL_ROW_START },
    { "開始日", DL_ROW_START },
    { "날짜", DL_ROW_START },
    { "Fecha", DL_ROW_START },
    { "Date of Birth", DL_ROW_START },
    { "datumtijd", DL_ROW_START },
    { "data_inicial", DL_ROW_START },
    { "datumVan", DL_ROW_START },
    { "datumEind", DL_ROW_END },
    { "eindDatum", DL_ROW_END },
    { "slutDatum", DL_ROW_END },
    { "datumbis", DL_ROW_END },
    { "fecha_de_termino", DL_ROW_END },
    { "dataDo", DL_ROW_END },
    { "annéeFin", DL_ROW_END_YEAR },
    { "jaar_einde", DL_ROW_END_YEAR },
    { "metadata", DL_ROW_OTHER },
    { "mandate", DL_ROW_OTHER },
    { "weekend", DL_ROW_OTHER },
    { "tarih", DL_ROW_START },
    { "시기", DL_ROW_START },
    { "published_at", DL_ROW_START },
    { "dcterms:created", DL_ROW_START },
    { "Date of the battle", DL_ROW_START },
    { "end", DL_ROW_END },
    { "endDate", DL_ROW_END },
    { "終了", DL_ROW_END },
    { "Einddatum", DL_ROW_END },
    { "koniec", DL_ROW_END },
    { "끝", DL_ROW_END },
    { "death date", DL_ROW_END },
    { "Year", DL_ROW_YEAR },
    { "年", DL_ROW_YEAR },
    { "jaar", DL_ROW_YEAR },
    { "năm", DL_ROW_YEAR },
    { "date.year", DL_ROW_YEAR },
    { "Year it was built", DL_ROW_YEAR },
    { "End Year", DL_ROW_END_YEAR },
    { "end_date.month", DL_ROW_END_MONTH },
    { "release_month", DL_ROW_MONTH },
    { "Display Date", DL_ROW_DATE_NOTE },
    { "display.date_text", DL_ROW_DATE_NOTE },
    { "Headline", DL_ROW_TITLE },
    { "title.rendered", DL_ROW_TITLE },
    { "出来事", DL_ROW_TITLE },
    { "gebeurtenis", DL_ROW_TITLE },
    { "händelse", DL_ROW_TITLE },
    { "Подія", DL_ROW_TITLE },
    { "사건", DL_ROW_TITLE },
    { "Événement", DL_ROW_TITLE },
    { "E\xcc\x81ve\xcc\x81nement", DL_ROW_TITLE },
    { "Description", DL_ROW_TEXT },
    { "내용", DL_ROW_TEXT },
    { "omschrijving", DL_ROW_TEXT },
    { "简介", DL_ROW_TEXT },
    { "location.name", DL_ROW_PLACE },
    { "場所", DL_ROW_PLACE },
    { "plaats", DL_ROW_PLACE },
    { "Speaker(s)", DL_ROW_PERSON },
    { "category", DL_ROW_TOPIC },
    { "tags", DL_ROW_TAGS },
    { "sourceURL", DL_ROW_SOURCE },
    { "latitude", DL_ROW_NOTHING },
    { "Director", DL_ROW_OTHER },
    { "last updated date", DL_ROW_OTHER },
    { "candidate", DL_ROW_OTHER },
    { "yearning", DL_ROW_OTHER },
    { "", DL_ROW_OTHER },
    { "\xff\xfe", DL_ROW_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint        rank;
      DlRowMeaning meaning = dl_row_name_get_meaning (rows[i].name, &rank);

      if (meaning != rows[i].meaning)
        g_error ("“%s” is %d, not %d", rows[i].name, (int) meaning, (int) rows[i].meaning);
    }
  g_assert_true (dl_row_name_is_container ("events"));
  g_assert_true (dl_row_name_is_container ("timelineEvents"));
  g_assert_false (dl_row_name_is_container ("science"));
}

/* All records, fields in brackets, a line each. transfer full */
static char *
print_csv (const char *text, gsize length, char separator)
{
  GString *out = g_string_new (NULL);
  DlCsv    csv;

  dl_csv_init (&csv, text, length, separator, !g_utf8_validate_len (text, length, NULL));
  while (dl_csv_next (&csv))
    {
      for (guint i = 0; i < csv.n_fields; i++)
        g_string_append_printf (out, "[%s]", dl_csv_get (&csv, i));
      g_string_append (out, csv.stray ? "!\n" : "\n");
    }
  dl_csv_clear (&csv);
  return g_string_free (out, FALSE);
}

static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *fields;
  } rows[] = {
    { "", "" },
    { "a", "[a]\n" },
    { "a,b\nc,d\n", "[a][b]\n[c][d]\n" },
    { "a,b\r\nc,d\r\n", "[a][b]\n[c][d]\n" },
    { "a,b\rc,d\r", "[a][b]\n[c][d]\n" },
    { "a\n\nb", "[a]\n[]\n[b]\n" },
    { "a\r\n\r\nb", "[a]\n[]\n[b]\n" },
    { ",\n", "[][]\n" },
    { " a , b \n", "[a][b]\n" },
    { "\"a,b\",\"c\"\"d\"\n", "[a,b][c\"d]\n" },
    { "\"a\nb\",c\n", "[a\nb][c]\n" },
    { "\"a\" , \"b\"\n", "[a][b]\n" },
    { "\"\",\"\"\"\"\n", "[][\"]\n" },
    { "a \"b\" c,d\n", "[a \"b\" c][d]\n" },
    /* Marks that were not doubled, and one that is never closed. */
    { "\"a \"b\" c\",d\n", "[a \"b\" c][d]\n" },
    { "\"a,b\nc,d\n", "[\"a][b]!\n[c][d]\n" },
    { "a\xff,b\n", "[a\xef\xbf\xbd][b]\n" },
    { "\"a,b\nc,\"d\" e\nf,g\n", "[\"a][b]!\n[c][\"d\" e]!\n[f][g]\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *fields = print_csv (rows[i].text, strlen (rows[i].text), ',');

      g_assert_cmpstr (fields, ==, rows[i].fields);
    }
}

/* What was written as RFC 4180 has it is read again, whatever is in it. */
static void
test_written (void)
{
  static const char *const pieces[] = { "a",  "word", " ",    ",", ";",  "\t",   "|",
                                        "\"", "\n",   "\r\n", "é", "年", "1969", "#" };
  static const char *const ends[] = { "\n", "\r\n", "\r" };
  guint32                  seed = g_test_rand_int ();
  g_autoptr (GRand)        rand = g_rand_new_with_seed (seed);

  for (guint n = 0; n < N_TABLES; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char    *fields = NULL;
      char                separator = ",;\t|"[g_rand_int_range (rand, 0, 4)];
      const char         *end = ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))];
      int                 n_records = g_rand_int_range (rand, 1, MAX_RECORDS);

      for (int i = 0; i < n_records; i++)
        {
          int n_fields = g_rand_int_range (rand, 1, MAX_FIELDS);

          for (int k = 0; k < n_fields; k++)
            {
              g_autoptr (GString) field = g_string_new (NULL);
              g_autofree char    *stripped = NULL;
              gboolean            quoted;

              for (int p = g_rand_int_range (rand, 0, 5); p > 0; p--)
                g_string_append (field, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
              stripped = g_strstrip (g_strdup (field->str));
              g_string_append_printf (expected, "[%s]", stripped);
              quoted = strpbrk (field->str, "\"\r\n,;\t|") != NULL || g_rand_boolean (rand);
              g_string_replace (field, "\"", "\"\"", 0);
              g_string_append_printf (text, "%s%s%s", quoted ? "\"" : "", field->str, quoted ? "\"" : "");
              if (k + 1 < n_fields)
                g_string_append_c (text, separator);
            }
          g_string_append (text, end);
          g_string_append_c (expected, '\n');
        }
      fields = print_csv (text->str, text->len, separator);
      if (strcmp (fields, expected->str) != 0)
        g_error ("seed %u, table %u: “%s” is read as\n%sinstead of\n%s", seed, n, text->str, fields, expected->str);
    }
}

/* A year as a name has four digits, and nothing with them. */
static void
test_years (void)
{
  static const char *const no_years[] = {
    "", "196", "19690", "1969a", "1969 ", "1969-07", "-1969", "196x", "year", NULL
  };

  g_assert_true (dl_row_name_is_year ("1969"));
  g_assert_true (dl_row_name_is_year ("0044"));
  for (guint i = 0; i < G_N_ELEMENTS (no_years); i++)
    g_assert_false (dl_row_name_is_year (no_years[i]));
}

static void
test_people (void)
{
  static const struct
  {
    const char *text;
    gboolean    pairs_part;
    const char *names; /* with "|" in between */
    gboolean    guessed;
  } rows[] = {
    { "Bell", TRUE, "Bell", FALSE },
    { "Cai Lun; Bell;", FALSE, "Cai Lun|Bell", FALSE },
    { "Savery, Newcomen", TRUE, "Savery|Newcomen", TRUE },
    { "Savery, Newcomen", FALSE, "Savery, Newcomen", FALSE },
    { "Takaichi, Sanae; Trump, Donald", FALSE, "Takaichi, Sanae|Trump, Donald", FALSE },
    { "Doe, Jane and Roe, John", FALSE, "Doe, Jane|Roe, John", TRUE },
    { "Watson, Crick and Franklin", FALSE, "Watson|Crick|Franklin", TRUE },
    { "Watson, Crick, Franklin", FALSE, "Watson|Crick|Franklin", TRUE },
    { "Jane Doe, John Roe", FALSE, "Jane Doe|John Roe", FALSE },
    { "Jane Doe, Roe", TRUE, "Jane Doe, Roe", FALSE },
    { "King, Jr.", TRUE, "King, Jr.", FALSE },
    { "Cooke & Wheatstone", FALSE, "Cooke|Wheatstone", TRUE },
    { "Smith & Sons", TRUE, "Smith & Sons", FALSE },
    { "AT&T", TRUE, "AT&T", FALSE },
    { "AC/DC", TRUE, "AC/DC", FALSE },
    { "Edison/Swan", FALSE, "Edison|Swan", TRUE },
    { "Andersen", TRUE, "Andersen", FALSE },
    { "kings and queens", TRUE, "kings and queens", FALSE },
    { "Marie et Pierre", FALSE, "Marie|Pierre", TRUE },
    { "高市早苗、石破茂", FALSE, "高市早苗|石破茂", FALSE },
    { "A and B" DL_ROW_SEPARATOR "C", TRUE, "A and B|C", FALSE },
    { " ; ", TRUE, "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean         guessed;
      g_auto (GStrv)   names = dl_rows_people_split (rows[i].text, rows[i].pairs_part, &guessed);
      g_autofree char *joined = g_strjoinv ("|", names);

      g_assert_cmpstr (joined, ==, rows[i].names);
      g_assert_true (guessed == rows[i].guessed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/rows/names", test_names);
  g_test_add_func ("/formats/rows/years", test_years);
  g_test_add_func ("/formats/rows/people", test_people);
  g_test_add_func ("/formats/rows/csv", test_csv);
  g_test_add_func ("/formats/rows/written", test_written);
  return g_test_run ();
}
