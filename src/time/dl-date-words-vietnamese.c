/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in Vietnamese, whose words stand before their numbers: "ngày 2 tháng 9 năm 1945", "thế kỷ VII TCN". */
#include "time/dl-date-words-private.h"

#include <string.h>

#define MAX_NUMBER_DIGITS 6
#define LAST_MONTH 12
#define LAST_DAY 31

typedef struct
{
  int      day;
  int      month;
  int      year;
  gboolean century; /* which the year is then */
  gboolean before;  /* Christ */
  gboolean after;   /* the same, as it says */
} Piece;

/* Moves on over @word, and the spaces behind it. */
static gboolean
pass (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  *at += strspn (*at, " ");
  return TRUE;
}

/* "25.000" is 25000. */
static gboolean
read_number (const char **at, int *number)
{
  const char *p = *at;
  int         value = 0;
  guint       digits = 0;

  for (; g_ascii_isdigit (*p) || (*p == '.' && digits > 0 && strspn (p + 1, DL_READING_DIGITS) == 3); p++)
    if (*p != '.')
      {
        value = value * 10 + (*p - '0');
        if (++digits > MAX_NUMBER_DIGITS)
          return FALSE;
      }
  if (digits == 0)
    return FALSE;
  *at = p + strspn (p, " ");
  *number = value;
  return TRUE;
}

static gboolean
read_piece (const char *text, Piece *piece)
{
  static const char *const centuries[] = { "Thế kỉ", "Thế kỷ", "thế kỉ", "thế kỷ" };
  const char              *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (centuries); i++)
    piece->century = piece->century || pass (&at, centuries[i]);
  if (piece->century)
    {
      gsize length = strspn (at, "IVXLC");

      piece->year = length > 0 ? dl_date_words_read_roman (at, length) : 0;
      at += length;
      at += strspn (at, " ");
      if (length == 0 && !read_number (&at, &piece->year))
        return FALSE;
    }
  else
    {
      if ((pass (&at, "Ngày") || pass (&at, "ngày") || g_ascii_isdigit (*at)) && strstr (at, "tháng") != NULL &&
          !read_number (&at, &piece->day))
        return FALSE;
      if ((pass (&at, "Tháng") || pass (&at, "tháng")) && !read_number (&at, &piece->month))
        return FALSE;
      if (!pass (&at, "Năm") && !pass (&at, "năm") && piece->month > 0 && *at != '\0')
        return FALSE;
      if (*at != '\0' && !read_number (&at, &piece->year))
        return FALSE;
    }
  piece->before = pass (&at, "TCN") || pass (&at, "trước Công nguyên");
  piece->after = !piece->before && (pass (&at, "SCN") || pass (&at, "sau Công nguyên"));
  return *at == '\0' && piece->month <= LAST_MONTH && piece->day <= LAST_DAY && (piece->year > 0 || piece->month > 0);
}

/* FALSE for what there are no words for. */
static gboolean
append_piece (GString *words, const Piece *piece)
{
  if (piece->year == 0 || (piece->month > 0 && (piece->before || piece->year > 9999)))
    return FALSE;
  if (piece->century)
    g_string_append_printf (words, "%dth century%s", piece->year, piece->before ? " BC" : "");
  else if (piece->month > 0 && piece->day > 0)
    g_string_append_printf (words, "%04d-%02d-%02d", piece->year, piece->month, piece->day);
  else if (piece->month > 0)
    g_string_append_printf (words, "%04d-%02d", piece->year, piece->month);
  else
    g_string_append_printf (words, piece->before ? "%d BC" : "AD %d", piece->year);
  return TRUE;
}

char *
dl_date_words_dup_vietnamese (const char *text)
{
  static const char *const marks[] = {
    "tháng", "Tháng", "năm ", "Năm ", "TCN", "SCN", "thế k", "Thế k", "Công nguyên"
  };
  static const char *const dashes[] = { "–", "—", "-", "đến" };
  g_autoptr (GString)      words = g_string_new (NULL);
  g_autofree char         *plain = NULL;
  g_autofree char         *first = NULL;
  g_autofree char         *second = NULL;
  const char              *dash = NULL;
  gboolean                 known = FALSE;
  Piece                    from = { 0 };
  Piece                    to = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (marks) && !known; i++)
    known = strstr (text, marks[i]) != NULL;
  if (!known || !g_utf8_validate (text, -1, NULL))
    return NULL;
  text = plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  for (guint i = 0; i < G_N_ELEMENTS (dashes) && dash == NULL; i++)
    if ((dash = strstr (text, dashes[i])) != NULL)
      {
        first = g_strstrip (g_strndup (text, (gsize) (dash - text)));
        second = g_strstrip (g_strdup (dash + strlen (dashes[i])));
      }
  if (!read_piece (first != NULL ? first : text, &from) || (second != NULL && !read_piece (second, &to)))
    return NULL;
  if (second != NULL && from.year == 0)
    from.year = to.year;
  /* "1000 – 600 TCN" */
  if (second != NULL && to.before && !from.after)
    from.before = TRUE;
  if (!append_piece (words, &from))
    return NULL;
  if (second != NULL)
    {
      g_string_append (words, " – ");
      if (!append_piece (words, &to))
        return NULL;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
