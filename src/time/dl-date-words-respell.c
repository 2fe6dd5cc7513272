/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spellings that are turned into others before their words are read: centuries and months in
 * Roman numerals, the years of two digits of mail programs, marks of footnotes, years with an
 * exponent, noon and midnight, and two ends that share what is written once. */
#include "time/dl-date-words-private.h"

#include <string.h>

#define ROMANS "IVXLC"
/* There is no later century to speak of. */
#define MAX_CENTURY 30
/* As RFC 2822 has it: from here on years of two digits are of the 20th century. */
#define FIRST_OF_LAST_CENTURY '5'
/* And decades without their century, which people write of a time that is over. */
#define FIRST_SHORT_DECADE '3'
#define MAX_RESPELT_BYTES 200
/* Years of more digits are beyond what is counted. */
#define MAX_EXPONENT 12

/* What makes a Roman numeral a century, in small letters. */
static const char *const centuries[] = {
  "centur", "siècle", "siecle", "siglo", "secol", "século", "seculo", "wiek", "век",
  "столет", "sec.",   "jahrhu", "jh.",   "eeuw",  "stolet", "század", " w.",  " s.",
};

/* What may end an ordinal, so that a numeral stands before it. */
static const char *const endings[] = { "ème", "eme", "ième", "er", "ère", "re", "th", "st", "nd", "rd", "e", "è", "º" };

int
dl_date_words_read_roman (const char *letters, gsize length)
{
  static const struct
  {
    int         value;
    const char *letters;
  } parts[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  int   value = 0;
  gsize at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize size = strlen (parts[i].letters);
      /* I, X and C come up to three times, all else once. */
      guint most = i % 4 == 0 ? 3 : 1;

      for (; most > 0 && at + size <= length && strncmp (letters + at, parts[i].letters, size) == 0; most--)
        {
          value += parts[i].value;
          at += size;
        }
    }
  return at == length ? value : 0;
}

static gboolean
is_letter_at (const char *at)
{
  return g_unichar_isalpha (g_utf8_get_char (at));
}

/* Whether a word ends at @at, or behind an ending of an ordinal. */
static gboolean
ends_numeral (const char *at)
{
  if (!is_letter_at (at))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (at, endings[i]) && !is_letter_at (at + strlen (endings[i])))
      return TRUE;
  return FALSE;
}

static gboolean
names_century (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (centuries); i++)
    if (strstr (small, centuries[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "XIXe siècle" is "19e siècle". */
static char *
dup_with_digits (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean            found = FALSE;
  gboolean            in_word = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      gsize       run = in_word ? 0 : strspn (at, ROMANS);
      int         value = run > 0 && ends_numeral (at + run) ? dl_date_words_read_roman (at, run) : 0;
      const char *next = g_utf8_next_char (at);

      if (value > 0 && value <= MAX_CENTURY)
        {
          g_string_append_printf (out, "%d", value);
          at += run;
          found = TRUE;
          continue;
        }
      in_word = is_letter_at (at) || g_ascii_isdigit (*at);
      g_string_append_len (out, at, next - at);
      at = next;
    }
  return found ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* "11 XI 1918", "11.XI.1918": a month between a day and a year. */
static char *
dup_with_month (const char *text)
{
  static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December" };
  gsize                    day = strspn (text, DL_READING_DIGITS);
  gsize                    first = strspn (text + day, " ./-");
  const char              *month = text + day + first;
  gsize                    run = strspn (month, ROMANS);
  gsize                    second = strspn (month + run, " ./-");
  const char              *year = month + run + second;
  int                      value = run > 0 ? dl_date_words_read_roman (month, run) : 0;

  if (day < 1 || day > 2 || first < 1 || second < 1 || value < 1 || value > 12 || strspn (year, DL_READING_DIGITS) != 4)
    return NULL;
  return g_strdup_printf ("%.*s %s %s", (int) day, text, months[value - 1], year);
}

/* "06-Nov-94 08:49:37 GMT", as RFC 850 and RFC 822 write dates: with a time and its zone. */
static char *
dup_with_century (const char *text)
{
  const char *comma = strchr (text, ',');
  const char *at = comma != NULL ? comma + 1 : text;
  gsize       run;

  while (*at == ' ')
    at++;
  run = strspn (at, DL_READING_DIGITS);
  if (run < 1 || run > 2 || (at[run] != '-' && at[run] != ' '))
    return NULL;
  at += run + 1;
  for (run = 0; g_ascii_isalpha (at[run]);)
    run++;
  if (run != 3 || (at[run] != '-' && at[run] != ' '))
    return NULL;
  at += run + 1;
  if (strspn (at, DL_READING_DIGITS) != 2 || at[2] != ' ' || strspn (at + 3, DL_READING_DIGITS) != 2 || at[5] != ':' ||
      !g_ascii_isalnum (text[strlen (text) - 1]) || strspn (at + 3, DL_READING_DIGITS ":") == strlen (at + 3))
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, *at < FIRST_OF_LAST_CENTURY ? "20" : "19", at);
}

/* "1969[1]", as it is copied from an encyclopedia. */
static char *
dup_without_footnotes (const char *text)
{
  gsize length = strlen (text);
  gsize whole = length;

  while (length > 2 && text[length - 1] == ']')
    {
      gsize at = length - 1;

      while (at > 0 && (g_ascii_isdigit (text[at - 1]) || g_ascii_islower (text[at - 1])))
        at--;
      /* A bracket around all of it, "[1850]", is no footnote, nor is a word in it. */
      if (at < 2 || text[at - 1] != '[' || at == length - 1 || length - 1 - at > 3 ||
          (g_ascii_islower (text[at]) && length - 1 - at > 1))
        break;
      length = at - 1;
    }
  return length < whole ? g_strndup (text, length) : NULL;
}

/* Behind what lists of rulers and of people put before their years: "r. 936–973", "fl. 1200". */
static const char *
skip_verb (const char *text)
{
  static const char *const verbs[] = { "r.", "fl.", "reigned", "ruled", "reign:", "reign", "flourished", "in office" };
  const char              *at;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      gsize length = strlen (verbs[i]);

      if (g_ascii_strncasecmp (text, verbs[i], length) != 0)
        continue;
      for (at = text + length; *at == ' ';)
        at++;
      if (at > text + length || verbs[i][length - 1] == '.')
        return at;
    }
  return text;
}

/* How long a mark between two ends is, with the spaces around it; 0 where there is none. */
static gsize
measure_dash (const char *at)
{
  static const char *const dashes[] = { "-", "–", "—", "~", "～", "〜", "至", "到" };
  gsize                    before = strspn (at, " ");

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (at + before, dashes[i]))
      {
        gsize length = before + strlen (dashes[i]);

        return length + strspn (at + length, " ");
      }
  return 0;
}

/* What counts back, in small letters, so that the larger number comes first. */
static gboolean
counts_back (const char *unit)
{
  static const char *const units[] = { "kya", "mya", "bya", "ka", "ma", "ga", "bp", "ya" };
  g_autofree char         *small = g_ascii_strdown (unit, -1);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (small, units[i]) == 0)
      return TRUE;
  return g_str_has_suffix (small, " ago") || g_str_has_suffix (small, " bp");
}

/* How many bytes at the start of a text say no more than that its numbers are approximate. */
static gsize
measure_about (const char *text)
{
  static const char *const words[] = { "~",     "≈",       "c.", "ca.", "circa",         "approx.",
                                       "about", "around ", "c ", "ca ", "approximately", "roughly" };

  if (strchr ("~\xe2"
              "cCaArR",
              *text) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (text, words[i], length) == 0)
        return length + strspn (text + length, " ");
    }
  return 0;
}

/* "42–17.5 kya" is "42 kya – 17.5 kya", "~720–635 million years ago" counts both in millions. */
static char *
dup_with_unit (const char *text)
{
  const char *number = text + measure_about (text);
  gsize       first = strspn (number, DL_READING_DIGITS ".,");
  gsize       dash = first > 0 ? measure_dash (number + first) : 0;
  const char *second = number + first + dash;
  gsize       rest = dash > 0 ? strspn (second, DL_READING_DIGITS ".,") : 0;
  const char *unit = second + rest + strspn (second + rest, " ");

  if (rest == 0 || !g_ascii_isalpha (*unit) || !counts_back (unit))
    return NULL;
  return g_strdup_printf ("%.*s %s – %.*s %s", (int) (number + first - text), text, unit, (int) rest, second, unit);
}

/* The parts of "1933.9" or "1933.9.18", or of "10" and "10.1" where @parts has a year already.
 * Returns: how many bytes, or 0 */
static gsize
read_points (const char *text, int *parts, gboolean shared)
{
  const char *at = text;
  gsize       digits = strspn (at, DL_READING_DIGITS);
  int         n = 0;

  if (digits == 4)
    {
      parts[0] = (int) g_ascii_strtoll (at, NULL, 10);
      at += digits;
      if (*at++ != '.')
        return 0;
    }
  else if (!shared)
    return 0;
  parts[1] = parts[2] = 0;
  while (n < 2 && (digits = strspn (at, DL_READING_DIGITS)) > 0)
    {
      if (digits > 2)
        return 0;
      parts[++n] = (int) g_ascii_strtoll (at, NULL, 10);
      at += digits;
      if (*at != '.')
        break;
      at++;
    }
  if (n == 0 || at[-1] == '.' || parts[1] < 1 || parts[1] > 12 || parts[2] > 31 || (n > 1 && parts[2] < 1))
    return 0;
  return (gsize) (at - text);
}

/* "1933.9–1934.10" and "1927.4–7", as East Asia writes months: between two ends a point parts no
 * fraction of a year. */
static char *
dup_with_months (const char *text)
{
  int         from[3] = { 0 };
  int         to[3];
  gsize       first = read_points (text, from, FALSE);
  gsize       dash = first > 0 ? measure_dash (text + first) : 0;
  const char *second = text + first + dash;
  gsize       rest;

  to[0] = from[0];
  rest = dash > 0 ? read_points (second, to, TRUE) : 0;
  if (rest == 0 || second[rest] != '\0' || (from[2] > 0) != (to[2] > 0))
    return NULL;
  if (from[2] > 0)
    return g_strdup_printf ("%04d-%02d-%02d – %04d-%02d-%02d", from[0], from[1], from[2], to[0], to[1], to[2]);
  return g_strdup_printf ("%04d-%02d – %04d-%02d", from[0], from[1], to[0], to[1]);
}

/* "1 - 630", apart, are years; no month of a year of three digits is written so. */
static char *
dup_with_years (const char *text)
{
  gsize       first = strspn (text, DL_READING_DIGITS);
  gsize       dash = first < 3 && text[first] == ' ' ? measure_dash (text + first) : 0;
  const char *second = text + first + dash;

  if (dash < 3 || second[-1] != ' ' || strspn (second, DL_READING_DIGITS) != 3 || second[3] != '\0' || *second == '0')
    return NULL;
  return g_strdup_printf ("AD %.*s – AD %s", (int) first, text, second);
}

/* "4.5e+09 BC" as programs write large numbers: "4.5 billion BC", which is as exact. */
static char *
dup_without_exponent (const char *text)
{
  gsize               whole = strspn (text, DL_READING_DIGITS);
  gsize               part = whole > 0 && text[whole] == '.' ? strspn (text + whole + 1, DL_READING_DIGITS) : 0;
  const char         *mark = text + whole + (part > 0 ? part + 1 : 0);
  const char         *digits = mark + (*mark != '\0' && mark[1] == '+' ? 2 : 1);
  gsize               n = whole > 0 && (*mark == 'e' || *mark == 'E') ? strspn (digits, DL_READING_DIGITS) : 0;
  gsize               exponent = n > 0 && n <= 2 ? (gsize) g_ascii_strtoull (digits, NULL, 10) : 0;
  const char         *unit = exponent >= 9 ? " billion" : exponent >= 6 ? " million" : "";
  g_autoptr (GString) number = NULL;

  if (n == 0 || n > 2 || whole + exponent > MAX_EXPONENT || g_ascii_isalpha (digits[n]))
    return NULL;
  number = g_string_new_len (text, (gssize) whole);
  g_string_append_len (number, text + whole + 1, (gssize) part);
  exponent -= exponent >= 9 ? 9 : exponent >= 6 ? 6 : 0;
  while (number->len < whole + exponent)
    g_string_append_c (number, '0');
  if (number->len > whole + exponent)
    g_string_insert_c (number, (gssize) (whole + exponent), '.');
  /* A part of a year is none. */
  if (*unit == '\0' && strchr (number->str, '.') != NULL)
    return NULL;
  g_string_append (number, unit);
  g_string_append (number, digits + n);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/* "25 July 1958 midnight" is that day, whichever of its two midnights is meant; noon is a time. */
static char *
dup_with_clock (const char *text)
{
  static const struct
  {
    const char *word;
    const char *clock;
  } words[] = { { " midnight", "" }, { " noon", " 12:00" } };
  gsize length = strlen (text);

  if (length == 0 || strchr ("tTnN", text[length - 1]) == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize            n = strlen (words[i].word);
      g_autofree char *day = NULL;

      if (length <= n || g_ascii_strcasecmp (text + length - n, words[i].word) != 0)
        continue;
      day = g_strchomp (g_strndup (text, length - n));
      n = strlen (day);
      if (n > 3 && g_ascii_strcasecmp (day + n - 3, " at") == 0)
        day[n -= 3] = '\0';
      if (n > 0 && day[n - 1] == ',')
        day[--n] = '\0';
      /* "around midnight" tells of no day. */
      return strpbrk (day, DL_READING_DIGITS) != NULL ? g_strconcat (day, words[i].clock, NULL) : NULL;
    }
  return NULL;
}

/* Behind the first of @words, which end with NULL, that begins a text. */
static const char *
skip_one (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return text;
}

/* "Les années 1930", "década de 1930", "1930er Jahre" are the decade, which "1900s" need not be. */
static char *
dup_with_decade (const char *text)
{
  static const char *const articles[] = { "les ", "gli ", "los ", "os ", "die ", "der ", "the ", "la ", NULL };
  static const char *const names[] = { "années ", "annees ",   "anni ",     "años ",      "anos ",   "years ",
                                       "década ", "décennie ", "decennio ", "jahrzehnt ", "decada ", NULL };
  static const char *const links[] = { "de los años ", "dos anos ", "de los ", "de ", "del ", NULL };
  static const char *const behinds[] = { "er", "er jahre", "er-jahre", NULL };
  g_autofree char         *small = g_utf8_strdown (text, -1);
  const char              *name = skip_one (small, articles);
  const char              *number = skip_one (name, names);
  gboolean                 named = number > name;

  if (named)
    number = skip_one (number, links);
  if (strspn (number, DL_READING_DIGITS) != 4 || *number == '0' || number[3] != '0' ||
      !(named ? number[4] == '\0' : g_strv_contains (behinds, number + 4)))
    return NULL;
  return number[2] == '0' ? g_strdup_printf ("%.4s–%.3s9", number, number) : g_strdup_printf ("%.4ss", number);
}

/* "años 30", "les années 80": of two digits in a language that says so of decades only, those of the last century. */
static char *
dup_with_short_decade (const char *text)
{
  static const char *const articles[] = { "les ", "gli ", "los ", "os ", NULL };
  static const char *const names[] = { "années ", "annees ", "anni ", "años ", "anos ", NULL };
  g_autofree char         *small = g_utf8_strdown (text, -1);
  const char              *name = skip_one (small, articles);
  const char              *number = skip_one (name, names);

  if (number == name || *number < FIRST_SHORT_DECADE || *number > '9' || strcmp (number + 1, "0") != 0)
    return NULL;
  return g_strdup_printf ("19%ss", number);
}

/* "2,000 BC - 0": until years are counted upwards, there being no year 0. */
static char *
dup_until_christ (const char *text)
{
  static const char *const eras[] = { "BC", "BCE", "B.C.", "B.C.E.", "bc", "bce", NULL };
  static const char *const links[] = { " - ", " – ", " — ", "-", "–", "—", " to ", NULL };
  gsize                    length = strlen (text);

  if (length < 2 || text[length - 1] != '0')
    return NULL;
  for (guint i = 0; links[i] != NULL; i++)
    {
      gsize            n = strlen (links[i]);
      g_autofree char *before = length > n + 1 ? g_strndup (text, length - 1 - n) : NULL;
      const char      *space = before != NULL ? strrchr (before, ' ') : NULL;

      if (space == NULL || strncmp (text + length - 1 - n, links[i], n) != 0 || !g_strv_contains (eras, space + 1))
        continue;
      return g_strdup_printf ("%s – 1 BC", before);
    }
  return NULL;
}

/* "8 March 2014 · 00:42": what stands before a time of day, and has none yet, is its day. */
static char *
dup_with_time (const char *text)
{
  static const char *const marks[] = { "·", "•", "–", "—", "-", "|" };
  const char              *colon = strchr (text, ':');
  gsize                    clock = colon != NULL ? (gsize) (colon - text) : 0;
  gsize                    before;

  while (clock > 0 && g_ascii_isdigit (text[clock - 1]))
    clock--;
  if (clock < 2 || (gsize) (colon - text) - clock > 2 || text[clock - 1] != ' ')
    return NULL;
  for (before = clock; before > 0 && text[before - 1] == ' ';)
    before--;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize            length = strlen (marks[i]);
      g_autofree char *day = NULL;

      if (before <= length || memcmp (text + before - length, marks[i], length) != 0 ||
          text[before - length - 1] != ' ')
        continue;
      day = g_strchomp (g_strndup (text, before - length));
      /* Of a range the time is that of its end. */
      for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
        if (marks[k][0] != '-' && strstr (day, marks[k]) != NULL)
          return NULL;
      return strstr (day, " - ") == NULL ? g_strdup_printf ("%s %s", day, text + clock) : NULL;
    }
  return NULL;
}

/* Four digits with the sign of a year that begins in April. */
static gsize
read_fiscal_year (const char *text, int *year)
{
  static const char unit[] = "年度";
  gsize             digits = strspn (text, DL_READING_DIGITS);

  if (digits != 4 || !g_str_has_prefix (text + digits, unit))
    return 0;
  *year = (int) g_ascii_strtoll (text, NULL, 10);
  return digits + strlen (unit);
}

char *
dl_date_words_dup_fiscal (const char *text)
{
  int   from = 0;
  int   to = 0;
  gsize first = read_fiscal_year (text, &from);
  gsize dash, last;

  if (first == 0)
    return NULL;
  dash = measure_dash (text + first);
  last = read_fiscal_year (text + first + dash, &to);
  if (text[first] == '\0')
    return g_strdup_printf ("between April %04d and March %04d", from, from + 1);
  if (dash == 0 || last == 0 || text[first + dash + last] != '\0')
    return NULL;
  return g_strdup_printf ("April %04d – March %04d", from, to + 1);
}

char *
dl_date_words_respell (const char *text)
{
  const char      *all = text;
  g_autofree char *plain = NULL;
  g_autofree char *without = NULL;
  char            *respelt;

  if (strlen (text) > MAX_RESPELT_BYTES || !g_utf8_validate (text, -1, NULL))
    return NULL;
  /* "Ⅻ" and "XIXᵉ" are letters like others. */
  if (!g_str_is_ascii (text))
    text = plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  text = skip_verb (text);
  without = dup_without_footnotes (text);
  if (without != NULL)
    text = without;
  respelt = dup_with_century (text);
  if (respelt == NULL && g_ascii_isdigit (*text))
    respelt = dup_without_exponent (text);
  if (respelt == NULL)
    respelt = dup_with_clock (text);
  if (respelt == NULL && strchr (text, ':') != NULL)
    respelt = dup_with_time (text);
  if (respelt == NULL && *text != '\0')
    respelt = dup_with_unit (text);
  if (respelt == NULL && strchr (text, '0') != NULL)
    respelt = dup_with_decade (text);
  if (respelt == NULL && strchr (text, '0') != NULL)
    respelt = dup_with_short_decade (text);
  if (respelt == NULL && strchr (text, '0') != NULL)
    respelt = dup_until_christ (text);
  if (respelt == NULL && g_ascii_isdigit (*text))
    respelt = dup_with_months (text);
  if (respelt == NULL && g_ascii_isdigit (*text))
    respelt = dup_with_years (text);
  if (respelt == NULL && strpbrk (text, ROMANS) != NULL)
    {
      respelt = dup_with_month (text);
      if (respelt == NULL && names_century (text))
        respelt = dup_with_digits (text);
    }
  if (respelt != NULL || without != NULL)
    return respelt != NULL ? respelt : g_steal_pointer (&without);
  return text != all && text != plain ? g_strdup (text) : NULL;
}
