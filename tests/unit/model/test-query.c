/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-query.h"
#include "model/dl-text-fold.h"

#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } rows[] = {
    { "", "" },
    { "Plain Text", "plain text" },
    { "ABCÄÖÜ ÉÈÊ", "abcaou eee" },
    { "e\u0301te\u0301", "ete" },
    { "Straße STRASSE \u1e9e", "strasse strasse ss" },
    { "Øresund Łódź Đà Nẵng Æsir œuvre", "oresund lodz da nang aesir oeuvre" },
    { "İstanbul ısı", "istanbul isi" },
    { "Ａｂｃ　１２", "abc 12" },
    { "ﬁne ½ ㍿ …", "fine 1\u20442 株式会社 ..." },
    { "a \t\n\u00a0 b", "a b" },
    { "so\u00adft\u200b \u202etext", "soft text" },
    { "Japan’s – “x”", "japan's - \"x\"" },
    { "ΛΌΓΟΣ λόγος", "λογοσ λογοσ" },
    { "Ёлка йод Йод и\u0306", "елка йод йод й" },
    { "שָׁלוֹם مُحَمَّد أحمد عـــلي", "שלום محمد احمد علي" },
    /* Kana of both kinds are one; their marks are not left out, however written. */
    { "ガか ｶﾞｶ か\u3099 ぱハは ヴ ヷ", "がか がか が ぱはは ゔ わ\u3099" },
    { "トランプ大統領", "とらんぷ大統領" },
    { "きゃ キヤ ー ヾ", "きゃ きや ー ゞ" },
    /* Hangul in pieces is put together and is no part of another syllable. */
    { "한국 \u1112\u1161\u11ab 하", "한국 한 하" },
    /* Vowel signs make other letters. */
    { "कु क हिन्दी", "कु क हिन्दी" },
    { "น้ำ", "น\u0e49\u0e4dา" },
  };
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) noted = g_string_new (NULL);
  g_autoptr (GArray)  starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      dl_text_fold (rows[i].text, strlen (rows[i].text), folded, NULL);
      g_assert_cmpstr (folded->str, ==, rows[i].folded);
      g_assert_cmpuint (folded->len, ==, strlen (folded->str));
      dl_text_fold (rows[i].text, strlen (rows[i].text), noted, starts);
      g_assert_cmpstr (noted->str, ==, rows[i].folded);
      g_assert_cmpuint (starts->len, ==, noted->len + 1);
    }
}

/* The text with [ and ] around what is found. */
static char *
dup_marked (const char *query_text, const char *text)
{
  g_autoptr (DlQuery) query = dl_query_new (query_text);
  g_autoptr (GArray)  ranges = dl_query_find (query, text);
  g_autoptr (GString) marked = g_string_new (NULL);
  guint               at = 0;

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      DlQueryRange range = g_array_index (ranges, DlQueryRange, i);

      g_string_append_len (marked, text + at, range.start - at);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + range.start, range.end - range.start);
      g_string_append_c (marked, ']');
      at = range.end;
    }
  g_string_append (marked, text + at);
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    const char *marked;
  } rows[] = {
    { "treaty", "Treaty on the TREATY", "[Treaty] on the [TREATY]" },
    { "strasse", "Die Straße hier", "Die [Straße] hier" },
    { "s", "Maß", "Ma[ß]" },
    { "STRASS", "Straße", "[Straß]e" },
    { "ete", "l’e\u0301te\u0301.", "l’[e\u0301te\u0301]." },
    { "ａ", "banana", "b[a]n[a]n[a]" },
    { "ana", "banana", "b[anana]" },
    { "ban nana", "banana", "[banana]" },
    { "call phone", "First phone call", "First [phone] [call]" },
    { "\"phone call\"", "First phone \n call, call phone", "First [phone \n call], call phone" },
    { "“phone call”", "phone call phone", "[phone call] phone" },
    { "「電話会談」高市", "高市首相の電話会談", "[高市]首相の[電話会談]" },
    { "高市「電話」", "高市首相の電話", "[高市]首相の[電話]" },
    { "とらんぷ", "トランプ大統領", "[トランプ]大統領" },
    { "か", "がか ｶﾞ ｶ", "が[か] ｶﾞ [ｶ]" },
    { "が", "がか ｶﾞ ｶ か\u3099", "[が]か [ｶﾞ] ｶ [か\u3099]" },
    { "하", "한하", "한[하]" },
    { "대통령", "미국 대통령은", "미국 [대통령]은" },
    { "fi", "deﬁne", "de[ﬁ]ne" },
    { "\"open", "it is open now", "it is [open] now" },
    { "5\"", "a 5\" disk", "a [5\"] disk" },
    { "c++", "C++ and c", "[C++] and c" },
    { "soft", "so\u00adft", "[so\u00adft]" },
    { "", "anything", "anything" },
    { " \t ", "a b", "a b" },
    { "\"\" “”", "a \"\" b", "a \"\" b" },
    { "\u0301", "é", "é" },
    { "x", "", "" },
    { "\U0001f600", "a \U0001f600 b", "a [\U0001f600] b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = dup_marked (rows[i].query, rows[i].text);

      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

static void
test_terms (void)
{
  g_autoptr (DlQuery) query = dl_query_new ("Call \"Prime Minister\" call");
  g_autoptr (DlQuery) nothing = dl_query_new (" “” ");
  g_autoptr (DlQuery) same = dl_query_ref (query);
  g_autoptr (DlQuery) many = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);

  g_assert_cmpstr (dl_query_get_text (query), ==, "Call \"Prime Minister\" call");
  g_assert_true (same == query);
  g_assert_false (dl_query_is_empty (query));
  g_assert_cmpuint (dl_query_get_terms (query), ==, 3);
  g_assert_cmpuint (dl_query_match (query, "the CALL", 8, scratch), ==, 1);
  g_assert_cmpuint (dl_query_match (query, "a call of the prime minister", 28, scratch), ==, 3);
  g_assert_cmpuint (dl_query_match (query, "minister prime", 14, scratch), ==, 0);
  /* Not beyond what it is told. */
  g_assert_cmpuint (dl_query_match (query, "a call", 5, scratch), ==, 0);
  g_assert_cmpuint (dl_query_match (query, NULL, 0, scratch), ==, 0);

  g_assert_true (dl_query_is_empty (nothing));
  g_assert_cmpuint (dl_query_get_terms (nothing), ==, 0);
  g_assert_null (dl_query_find (NULL, "text"));
  g_assert_null (dl_query_find (query, NULL));

  for (guint i = 0; i < 2 * DL_QUERY_MAX_TERMS; i++)
    g_string_append_printf (words, "w%u. ", i);
  many = dl_query_new (words->str);
  g_assert_cmphex (dl_query_get_terms (many), ==, G_MAXINT32);
  g_assert_cmphex (dl_query_match (many, words->str, words->len, scratch), ==, G_MAXINT32);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/query/fold", test_fold);
  g_test_add_func ("/model/query/find", test_find);
  g_test_add_func ("/model/query/terms", test_terms);
  return g_test_run ();
}
