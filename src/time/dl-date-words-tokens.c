/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts what people write into tokens. */
#include "time/dl-date-words-tokens.h"

#include <string.h>

#define MAX_TEXT_BYTES 200
#define MAX_DIGITS 15

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
read_number (const char *text, DlWordsToken *token)
{
  gsize digits = count_digits (text);
  gsize length = digits;
  gsize i;

  *token = (DlWordsToken){ .code = 'n' };
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

/* "'69": as in sheets, years of two digits are those from 1930 to 2029. */
static gsize
read_short_year (const char *plain, const char *at, DlWordsToken *token)
{
  gboolean first = at == plain || at[-1] == ' ' || at[-1] == '=' || at[-1] == '-';

  if (*at != '\'' || !first || count_digits (at + 1) != 2)
    return 0;
  read_number (at + 1, token);
  token->value += at[1] < '3' ? 2000 : 1900;
  token->digits = 4;
  return 3;
}

/* The T of 2014-03-20T12:00. */
static gboolean
is_time_mark (const char *plain, const char *at)
{
  return *at == 't' && at > plain && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]);
}

/* Beside an era a point groups the digits of a year by threes, as most of Europe writes it: 12.500 v. Chr.
 * Returns: how many tokens are left */
static int
join_points (DlWordsToken *tokens, int n)
{
  gboolean era = FALSE;

  for (int i = 0; i < n; i++)
    era = era || tokens[i].code == 'b' || tokens[i].code == 'a' || tokens[i].code == 'R';
  for (int i = 0; era && i + 2 < n; i++)
    {
      DlWordsToken *year = &tokens[i];
      gboolean      inside =
        (i > 0 && tokens[i - 1].code == '.') || (i + 3 < n && strchr (".k", tokens[i + 3].code) != NULL);

      if (inside || year->code != 'n' || year->digits > 3 || year->value == 0 || tokens[i + 1].code != '.' ||
          tokens[i + 1].spaced || tokens[i + 2].digits != 3 || tokens[i + 2].spaced)
        continue;
      year->value = year->value * 1000 + tokens[i + 2].value;
      year->digits += 3;
      n -= 2;
      memmove (year + 1, year + 3, (gsize) (n - i - 1) * sizeof *tokens);
    }
  return n;
}

int
dl_words_tokenize (const DlVocabulary *vocabulary, const char *text, DlWordsToken tokens[DL_WORDS_MAX_TOKENS])
{
  g_autofree char *plain = NULL;
  const char      *at;
  gboolean         spaced = FALSE;
  int              n = 0;

  if (strlen (text) > MAX_TEXT_BYTES)
    return -1;
  plain = dl_words_normalise (text);
  for (at = plain; at != NULL && *at != '\0';)
    {
      DlWordsToken token = { 0 };
      const char  *codes = NULL;
      /* "1st quarter" is one word, though it begins with a number. */
      const DlVocabularyWord *word = dl_vocabulary_find (vocabulary, at);
      gsize                   length = 1;

      if (word != NULL)
        {
          length = word->length;
          codes = word->codes;
          token.value = word->value;
        }
      else if (strchr (" ()[]", *at) != NULL || is_time_mark (plain, at))
        codes = DL_WORDS_NOISE;
      else if (g_ascii_isdigit (*at))
        length = read_number (at, &token);
      else if (*at == '\'')
        length = read_short_year (plain, at, &token);
      else if (strchr (",./-:~?+=", *at) != NULL)
        {
          token.code = *at;
          token.value = 1;
        }
      else
        length = 0;
      if (length == 0)
        return -1;
      at += length;
      if (codes != NULL && codes[0] == DL_WORDS_NOISE[0])
        {
          spaced = TRUE;
          continue;
        }
      do
        {
          if (n == DL_WORDS_MAX_TOKENS)
            return -1;
          if (codes != NULL)
            token.code = *codes++;
          token.spaced = spaced;
          tokens[n++] = token;
          spaced = FALSE;
        }
      while (codes != NULL && *codes != '\0');
    }
  return plain == NULL ? -1 : join_points (tokens, n);
}
