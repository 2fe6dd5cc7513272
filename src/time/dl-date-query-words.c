/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-query-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-words-parts.h"

#define MAX_BYTES 200
#define MAX_DIGITS 15
#define NOISE 'x'

/* Words of one meaning; @words are parted by "|". */
typedef struct
{
  char        code;
  gint64      value;
  const char *words;
} Meaning;

/* Known in the reader's language and in English. */
static const Meaning spoken[] = {
  /* Translators: the words of this context are what a person may type to go to
   * a date: all spellings, in lower case, parted by "|". */
  { 't', 0, NC_ ("typed words, parted by |", "today") },
  { 't', -1, NC_ ("typed words, parted by |", "yesterday") },
  { 't', 1, NC_ ("typed words, parted by |", "tomorrow") },
  { 'N', 0, NC_ ("typed words, parted by |", "now") },
  /* Translators: the day that a timeline is told as of. */
  { 'A', 0, NC_ ("typed words, parted by |", "as of|as-of|as-of date|as of date") },
  { 'b', 0, NC_ ("typed words, parted by |", "bc|bce|b.c.|b.c|b.c.e.|b.c.e") },
  { 'a', 0, NC_ ("typed words, parted by |", "ad|ce|a.d.|a.d|c.e.|c.e") },
  { 'c', 0, NC_ ("typed words, parted by |", "century") },
  { 'l', 0, NC_ ("typed words, parted by |", "millennium") },
  /* Translators: what follows the number of a decade: 1960s. */
  { 's', 0, NC_ ("typed words, parted by |", "s|'s") },
  /* Translators: what follows a number that says which one: 19th. */
  { 'o', 0, NC_ ("typed words, parted by |", "st|nd|rd|th") },
  { 'k', 1000, NC_ ("typed words, parted by |", "thousand") },
  { 'k', 1000000, NC_ ("typed words, parted by |", "million") },
  { 'k', 1000000000, NC_ ("typed words, parted by |", "billion") },
  { 'y', 0, NC_ ("typed words, parted by |", "years|year") },
  { 'g', 0, NC_ ("typed words, parted by |", "ago") },
  /* Translators: before a date that is not known exactly. */
  { '~', 0, NC_ ("typed words, parted by |", "about|around|circa|ca|c") },
  /* Translators: words around a date that change nothing: the 1960s. */
  { NOISE, 0, NC_ ("typed words, parted by |", "the|of|on|in|at") },
};

static const char *const english_months[] = {
  "january|jan", "february|feb", "march|mar",          "april|apr",   "may",          "june|jun",
  "july|jul",    "august|aug",   "september|sept|sep", "october|oct", "november|nov", "december|dec",
};

static const char *const english_weekdays[] = {
  "monday|mon", "tuesday|tues|tue", "wednesday|wed", "thursday|thurs|thur|thu",
  "friday|fri", "saturday|sat",     "sunday|sun",
};

/* How East Asia writes dates; the digits make it clear in any language. */
static const Meaning written[] = {
  { 'J', 0, "年|년" },
  { 'O', 0, "月|월" },
  { 'T', 0, "日|일" },
  { 's', 0, "年代|년대" },
  { 'c', 0, "世紀|世纪|세기" },
  { 'b', 0, "紀元前|公元前|기원전" },
  { 'a', 0, "西暦|公元|서기" },
  { 'g', 0, "前|전" },
  { 'k', 10000, "万|만" },
  { 'k', 100000000, "億|亿|억" },
  { '~', 0, "約|约|頃|ごろ|약|경" },
  { NOISE, 0, "第|제" },
  { 't', 0, "今日|本日|今天|오늘" },
  { 't', -1, "昨日|昨天|어제" },
  { 't', 1, "明日|明天|내일" },
  { 'N', 0, "今|現在|지금|현재" },
  { 'A', 0, "基準日|기준일" },
  { 'W', 0, "月曜日|月曜|월요일" },
  { 'W', 1, "火曜日|火曜|火|화요일|화" },
  { 'W', 2, "水曜日|水曜|水|수요일|수" },
  { 'W', 3, "木曜日|木曜|木|목요일|목" },
  { 'W', 4, "金曜日|金曜|金|금요일|금" },
  { 'W', 5, "土曜日|土曜|土|토요일|토" },
  { 'W', 6, "日曜日|日曜|일요일" },
};

/* One form for one word: compatibility characters, case, spaces, dashes and
 * apostrophes. Returns: (transfer full) (nullable): NULL for invalid UTF-8 */
static char *
normalise (const char *text)
{
  g_autofree char *compatible = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = NULL;
  g_autofree char *composed = NULL;
  GString         *plain = g_string_new (NULL);
  const char      *at;

  if (compatible != NULL)
    folded = g_utf8_casefold (compatible, -1);
  if (folded != NULL)
    composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  for (at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isspace (letter))
        {
          if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
            g_string_append_c (plain, ' ');
        }
      else if (g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION || letter == 0x2212)
        g_string_append_c (plain, '-');
      else if (letter == 0x2018 || letter == 0x2019)
        g_string_append_c (plain, '\'');
      else if (letter == 0x3001)
        g_string_append_c (plain, ',');
      else
        g_string_append_unichar (plain, letter);
    }
  return g_string_free (plain, composed == NULL);
}

static gboolean
is_narrow_letter (gunichar letter)
{
  return g_unichar_isalpha (letter) && !g_unichar_iswide (letter);
}

/* Whether @word begins @text and ends where a word can end. */
static gboolean
begins_with (const char *text, const char *word)
{
  gsize    length = strlen (word);
  gunichar last;
  gunichar next;

  if (length == 0 || strncmp (text, word, length) != 0)
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (text + length));
  next = g_utf8_get_char (text + length);
  if (g_unichar_isdigit (last))
    return !g_unichar_isdigit (next);
  return !is_narrow_letter (last) || !is_narrow_letter (next);
}

/* Keeps the longest word that begins @text; of equals the first one. */
static void
try_words (const char *text, char code, gint64 value, const char *words, DlQueryToken *token, gsize *longest)
{
  g_auto (GStrv) alternatives = g_strsplit (words, "|", -1);
  guint          i;

  for (i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char *word = normalise (alternatives[i]);
      gsize            length;

      if (word == NULL)
        continue;
      /* An abbreviation's period may be left out. */
      g_strstrip (word);
      if (g_str_has_suffix (word, ".") && strchr (word, '.') == word + strlen (word) - 1)
        word[strlen (word) - 1] = '\0';
      length = strlen (word);
      /* "10月" is a number and 月, and read so. */
      if (length <= *longest || g_ascii_isdigit (word[0]) || !begins_with (text, word))
        continue;
      *longest = length;
      *token = (DlQueryToken){ .code = code, .value = value };
    }
}

static gsize
read_word (const char *text, DlQueryToken *token)
{
  gsize longest = 0;
  guint i;

  for (i = 1; i <= 12; i++)
    {
      try_words (text, 'M', i, dl_words_month ((int) i, FALSE), token, &longest);
      try_words (text, 'M', i, dl_words_month ((int) i, TRUE), token, &longest);
    }
  for (i = 0; i < G_N_ELEMENTS (spoken); i++)
    try_words (text, spoken[i].code, spoken[i].value, g_dpgettext2 (NULL, "typed words, parted by |", spoken[i].words),
               token, &longest);
  for (i = 0; i < G_N_ELEMENTS (english_months); i++)
    try_words (text, 'M', i + 1, english_months[i], token, &longest);
  for (i = 0; i < G_N_ELEMENTS (spoken); i++)
    try_words (text, spoken[i].code, spoken[i].value, spoken[i].words, token, &longest);
  for (i = 0; i < G_N_ELEMENTS (written); i++)
    try_words (text, written[i].code, written[i].value, written[i].words, token, &longest);
  /* After them: where 日 and 月 are Sunday and Monday too, a number before says which. */
  for (i = 0; i < 7; i++)
    {
      try_words (text, 'W', i, dl_words_weekday ((int) i, FALSE), token, &longest);
      try_words (text, 'W', i, dl_words_weekday ((int) i, TRUE), token, &longest);
    }
  for (i = 0; i < G_N_ELEMENTS (english_weekdays); i++)
    try_words (text, 'W', i, english_weekdays[i], token, &longest);
  return longest;
}

static gsize
count_digits (const char *text)
{
  gsize length = 0;

  while (g_ascii_isdigit (text[length]))
    length++;
  return length;
}

/* Digits, also grouped by threes: 12,000. */
static gsize
read_number (const char *text, DlQueryToken *token)
{
  gsize digits = count_digits (text);
  gsize length = digits;
  gsize i;

  *token = (DlQueryToken){ .code = 'n' };
  if (digits <= 3 && text[0] != '0')
    while (text[length] == ',' && count_digits (text + length + 1) == 3)
      {
        length += 4;
        digits += 3;
      }
  if (digits > MAX_DIGITS)
    return 0;
  token->digits = (guint8) digits;
  for (i = 0; i < length; i++)
    if (text[i] != ',')
      token->value = token->value * 10 + (text[i] - '0');
  return length;
}

int
dl_query_tokenize (const char *text, DlQueryToken tokens[DL_QUERY_MAX_TOKENS])
{
  g_autofree char *plain = NULL;
  const char      *at;
  int              n = 0;

  if (strlen (text) > MAX_BYTES)
    return -1;
  plain = normalise (text);
  for (at = plain; at != NULL && *at != '\0';)
    {
      DlQueryToken token = { 0 };
      gsize        length = 1;

      if (*at == ' ' || *at == '(' || *at == ')')
        token.code = NOISE;
      else if (g_ascii_isdigit (*at))
        length = read_number (at, &token);
      else if (strchr (",./-:~", *at) != NULL)
        token.code = *at;
      else
        length = read_word (at, &token);
      if (length == 0)
        return -1;
      at += length;
      if (token.code == NOISE)
        continue;
      if (n == DL_QUERY_MAX_TOKENS)
        return -1;
      tokens[n++] = token;
    }
  return plain == NULL ? -1 : n;
}
