/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Years that are counted from another beginning than ours: of other calendars, which are not turned
 * into it, and of invented worlds, which have no place in it. */
#include "time/dl-date-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-words-parts.h"

/* So many words are looked at. */
#define MAX_WORDS 16
#define MAX_ERA_BYTES 48
/* A date is not longer, nor is the name of a column. */
#define MAX_DATED_BYTES 80
/* A number beside AM or VS that is no time of day, and no chapter. */
#define MIN_LARGE_YEAR 1000
/* And beside SA, of which a smaller one may be the day. */
#define MIN_YEAR 32

/* Names with `|` between them. What is short is only meant in these letters, and beside a number. */
typedef struct
{
  DlDateEra   era;
  gboolean    is_short;
  gint64      least; /* of the years that it has */
  const char *names;
} Names;

static const Names eras[] = {
  { DL_DATE_ERA_OTHER, TRUE, 0, "AH|SH|AUC|BE|ROC" },
  { DL_DATE_ERA_OTHER, TRUE, MIN_LARGE_YEAR, "AM|VS|BS" },
  { DL_DATE_ERA_OTHER, FALSE, 0,
    "anno hegirae|hijri|solar hijri|anno mundi|ab urbe condita|buddhist era|vikram samvat|saka era|kali yuga|minguo|"
    "heisei|showa|shōwa|reiwa|taisho|taishō|meiji|juche|"
    "民国|民國|皇紀|仏暦|ヒジュラ暦|ユダヤ暦|단기|불기|주체|헤이세이|쇼와|레이와" },
  { DL_DATE_ERA_INVENTED, TRUE, 0, "1E|2E|3E|4E|5E|BBY|ABY" },
  { DL_DATE_ERA_INVENTED, TRUE, MIN_YEAR, "FA|SA|TA|DR|UC" },
  { DL_DATE_ERA_INVENTED, FALSE, 0,
    "stardate|first age|second age|third age|fourth age|first era|second era|third era|fourth era|dawn era|"
    "merethic era|years of the trees|shire reckoning|dale reckoning|universal century|galactic era|foundation era|"
    "before the battle of yavin|after the battle of yavin|"
    "宇宙世紀|宇宙暦|スターデイト|우주세기|우주력|스타데이트" },
};

/* Years of our era, told by how long ago they were. */
static const Names units = { DL_DATE_ERA_OURS, FALSE, 0,
                             "bp|cal bp|ka|ma|ga|kya|mya|gya|bya|years ago|million years|million years ago|"
                             "billion years|billion years ago" };

static void
add_names (GHashTable *table, const Names *names)
{
  g_auto (GStrv) all = g_strsplit (names->names, "|", -1);

  for (guint i = 0; all[i] != NULL; i++)
    g_hash_table_insert (table, g_strdup (all[i]), (gpointer) names);
}

/* Of names, each with those that it is one of; it stays as it is. */
static GHashTable *
get_names (void)
{
  static gsize names = 0;

  if (g_once_init_enter (&names))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
        add_names (table, &eras[i]);
      add_names (table, &units);
      g_once_init_leave (&names, (gsize) table);
    }
  return (GHashTable *) names;
}

/* Without the points of an abbreviation: "S.A." is "SA". Returns: (transfer full) */
static char *
dup_without_points (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at != '.' || at == text || g_ascii_isdigit (at[-1]))
      g_string_append_c (out, *at);
  return g_string_free (out, FALSE);
}

/* What a name is one of, or NULL. What is short stands in the table in large letters. */
static const Names *
look_up (const char *name)
{
  const Names     *found = g_hash_table_lookup (get_names (), name);
  g_autofree char *small = found == NULL ? g_utf8_strdown (name, -1) : NULL;

  return found != NULL ? found : g_hash_table_lookup (get_names (), small);
}

DlDateEra
dl_date_words_get_era (const char *name)
{
  g_autofree char *own = NULL;
  const Names     *found;

  if (strlen (name) > MAX_ERA_BYTES || !g_utf8_validate (name, -1, NULL))
    return DL_DATE_ERA_NONE;
  own = g_strstrip (dup_without_points (name));
  found = look_up (own);
  return found != NULL ? found->era : DL_DATE_ERA_NONE;
}

/* Where a word of @text begins or ends: letters of one kind, or digits with letters behind them. */
static gboolean
parts_words (gunichar before, gunichar letter)
{
  gboolean word = g_unichar_isalnum (letter) || g_unichar_ismark (letter);

  if (!word || !(g_unichar_isalnum (before) || g_unichar_ismark (before)))
    return TRUE;
  /* 宇宙世紀0079年 */
  return g_unichar_isdigit (before) != g_unichar_isdigit (letter) &&
         (g_unichar_iswide (before) || g_unichar_iswide (letter));
}

/* The words of @text. Returns: (transfer full): with NULL at the end */
static GStrv
split_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char           *start = text;
  gunichar              before = ' ';

  for (const char *at = text; words->len < MAX_WORDS; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (*at == '\0' || parts_words (before, letter))
        {
          if (at > start && (g_unichar_isalnum (g_utf8_get_char (start))))
            g_ptr_array_add (words, g_strndup (start, (gsize) (at - start)));
          start = at;
        }
      if (*at == '\0')
        break;
      before = letter;
    }
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* Whether a word is a number, or names one: the column "Year (TA)". @year: (out): that it is */
static gboolean
is_year (const char *word, gint64 *year)
{
  static const char *const names[] = { "year", "years", "date", "dates", "年", "연도", "년", NULL };
  g_autofree char         *small = word != NULL ? g_ascii_strdown (word, -1) : NULL;

  *year = 0;
  if (word == NULL)
    return FALSE;
  if (g_strv_contains (names, small))
    {
      *year = G_MAXINT64;
      return TRUE;
    }
  *year = g_ascii_strtoll (word, NULL, 10);
  return strspn (word, DL_READING_DIGITS ".") == strlen (word);
}

/* The era that words from @at on name. */
static DlDateEra
find_at (GStrv words, guint at)
{
  char     name[MAX_ERA_BYTES + 1] = "";
  gint64   before = 0;
  gint64   after = 0;
  gboolean beside = at > 0 && is_year (words[at - 1], &before);

  beside = is_year (words[at + 1], &after) || beside;
  for (guint i = at; words[i] != NULL; i++)
    {
      const Names *found;

      if (strlen (name) + strlen (words[i]) + 1 > MAX_ERA_BYTES)
        break;
      if (i > at)
        g_strlcat (name, " ", sizeof name);
      g_strlcat (name, words[i], sizeof name);
      found = look_up (name);
      if (found != NULL && found != &units && (!found->is_short || (beside && MAX (before, after) >= found->least)))
        return found->era;
    }
  return DL_DATE_ERA_NONE;
}

DlDateEra
dl_date_words_find_era (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *own = NULL;
  g_auto (GStrv)   words = NULL;
  DlDateEra        era = DL_DATE_ERA_NONE;
  gboolean         any = FALSE;
  gint64           year;

  if (strlen (text) > MAX_DATED_BYTES || !g_utf8_validate (text, -1, NULL))
    return DL_DATE_ERA_NONE;
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  own = dup_without_points (plain);
  words = split_words (own);
  for (guint i = 0; words[i] != NULL && !any; i++)
    any = is_year (words[i], &year);
  for (guint i = 0; any && words[i] != NULL && era == DL_DATE_ERA_NONE; i++)
    era = find_at (words, i);
  return era;
}

char *
dl_date_words_dup_era_reason (const char *text, DlDateEra era)
{
  return dl_words_fill (era == DL_DATE_ERA_INVENTED
                          /* Translators: {text} is what stands in a file, as “TA 3019”. */
                          ? _ ("“{text}” counts the years of an invented world, which have no place among ours.")
                          /* Translators: {text} is what stands in a file, as “1445 AH”. */
                          : _ ("“{text}” counts its years from another beginning; write the year AD or BC that it is."),
                        "text", text, NULL);
}
