/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that say how long ago something was: the name of their column tells in what, "startMa", "age (kya)",
 * or a column of units beside it. Without either they are no dates. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* In fewer rows an end before a start may be a mistake. */
#define MIN_BACKWARD 3
/* No year that is later is meant by what ends before it. */
#define LAST_FORWARD 10000
/* Years before the present have small numbers after 1950, with a minus. */
#define FIRST_OLD_BP 1000

/* @alone: whether a column may be called that and nothing else; those that are not have to be in the letters
 * of @unit then */
typedef struct
{
  const char *words;
  const char *unit;
  gboolean    alone;
} Unit;

static const Unit units[] = {
  { "million years ago", "Ma", TRUE },
  { "millions of years ago", "Ma", TRUE },
  { "billion years ago", "Ga", TRUE },
  { "thousand years ago", "ka", TRUE },
  { "years ago", "years ago", TRUE },
  { "mya", "Ma", TRUE },
  { "bya", "Ga", TRUE },
  { "gya", "Ga", TRUE },
  { "kya", "ka", TRUE },
  { "ybp", "BP", TRUE },
  { "ma", "Ma", FALSE },
  { "ga", "Ga", FALSE },
  { "ka", "ka", FALSE },
  { "bp", "BP", FALSE },
};

/* What the older and the younger bound are called; and what says no more than that it is one. */
static const char *const firsts[] = { "base",  "bottom", "max",    "maximum",  "oldest",     "older", "lower",
                                      "early", "first",  "origin", "appeared", "appearance", NULL };
static const char *const lasts[] = { "top",   "min",  "minimum", "youngest",   "younger",
                                     "upper", "late", "last",    "extinction", NULL };
static const char *const others[] = { "age", "ages", "date", "time", "bound", "boundary", "year", "years", NULL };

/* What a name says without its unit. */
static DlRowMeaning
get_rest (const char *rest, guint *rank)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", -1);
  DlRowMeaning   meaning = dl_row_name_get_meaning (rest, rank);

  if (meaning == DL_ROW_START || meaning == DL_ROW_YEAR)
    return DL_ROW_START;
  if (meaning == DL_ROW_END || meaning == DL_ROW_END_YEAR)
    return DL_ROW_END;
  *rank = 1;
  meaning = DL_ROW_START;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (lasts, words[i]))
      meaning = DL_ROW_END;
    else if (!g_strv_contains (firsts, words[i]) && !g_strv_contains (others, words[i]))
      return DL_ROW_OTHER;
  return meaning;
}

const char *
dl_rows_find_unit (const char *name, DlRowMeaning *meaning, guint *rank)
{
  g_autofree char *words = dl_row_name_dup_words (name);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const Unit      *unit = &units[i];
      g_autofree char *rest = NULL;
      DlRowMeaning     found;
      guint            found_rank = DL_ROW_RANK_GUESS;
      gsize            n = strlen (words);
      gsize            length = strlen (unit->words);

      if (!g_str_has_suffix (words, unit->words) || (n > length && words[n - length - 1] != ' '))
        continue;
      if (n == length && !unit->alone && strcmp (name, unit->unit) != 0)
        return NULL;
      rest = g_strndup (words, n > length ? n - length - 1 : 0);
      found = n > length ? get_rest (rest, &found_rank) : DL_ROW_START;
      if (found == DL_ROW_OTHER)
        return NULL;
      *meaning = found;
      *rank = found_rank;
      return unit->unit;
    }
  return NULL;
}

/* How the numbers of a column count in this row, or NULL. */
static const char *
get_unit (DlRows *self, guint index)
{
  const DlRowColumn *column = dl_rows_column (self, index);

  if (column->unit != NULL || !self->has_eras || (column->meaning != DL_ROW_START && column->meaning != DL_ROW_END))
    return column->unit;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *text = dl_rows_column (self, i)->of_eras ? dl_rows_text (self, (int) i) : "";

      if (*text != '\0' && dl_date_words_get_era (text) == DL_DATE_ERA_OURS)
        return text;
    }
  return NULL;
}

char *
dl_rows_dup_with_unit (DlRows *self, guint index, const char *text)
{
  static const char marks[] = DL_ROWS_DIGITS ".,-~ ";
  const char       *unit = get_unit (self, index);
  const char       *number = *text == '-' ? text + 1 : text;
  gsize             length = strlen (number);

  if (unit == NULL || strcspn (number, DL_ROWS_DIGITS) == length)
    return NULL;
  for (const char *p = number; *p != '\0'; p++)
    if (strchr (marks, *p) == NULL && !g_str_has_prefix (p, "–") && (guchar) *p < 0x80)
      return NULL;
  if (g_ascii_strcasecmp (unit, "BP") == 0 && number > text && g_ascii_strtod (number, NULL) < FIRST_OLD_BP)
    return NULL;
  /* The present. */
  if (dl_rows_column (self, index)->meaning == DL_ROW_END && strspn (number, "0.") == length)
    return g_strdup ("present");
  return g_strdup_printf ("%s %s", number, unit);
}

char *
dl_rows_dup_decade (const DlRowColumn *column, const char *text)
{
  gsize digits = column->of_decades ? strspn (text, DL_ROWS_DIGITS) : 0;

  if (digits != DL_ROWS_YEAR_DIGITS || text[DL_ROWS_YEAR_DIGITS - 1] != '0' ||
      (text[digits] != '\0' && strcmp (text + digits, "s") != 0 && strcmp (text + digits, "'s") != 0))
    return NULL;
  return g_strdup_printf ("%.*sX", DL_ROWS_YEAR_DIGITS - 1, text);
}

gboolean
dl_rows_is_fraction (const char *text)
{
  gboolean negative = *text == '-';
  gsize    digits = strspn (text + negative, DL_ROWS_DIGITS);
  gsize    rest = text[negative + digits] == '.' ? strspn (text + negative + digits + 1, DL_ROWS_DIGITS) : 0;

  return digits > 0 && rest > 0 && text[negative + digits + 1 + rest] == '\0' &&
         (negative || digits < DL_ROWS_YEAR_DIGITS) && strspn (text + negative + digits + 1, "0") < rest;
}

gboolean
dl_rows_is_backwards (const DlRows *self)
{
  return self->backwards;
}

const char *
dl_rows_get_fractions (const DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);

      if (column->fraction != NULL && column->n_dates == 0)
        return column->name;
    }
  return NULL;
}

/* A number of a row that may be a year, and no time of a computer. */
static gboolean
read_count (DlRows *self, gboolean ends, double *number)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);
      const char        *text = dl_rows_text (self, (int) i);
      char              *end;

      if (*text == '\0' || column->unit != NULL || column->rank > DL_ROW_RANK_GUESS ||
          !(ends ? column->meaning == DL_ROW_END || column->meaning == DL_ROW_END_YEAR
                 : column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR))
        continue;
      *number = g_ascii_strtod (text, &end);
      return g_ascii_isdigit (*text) && *end == '\0';
    }
  return FALSE;
}

void
dl_rows_look_at_ends (DlRows *self)
{
  double start;
  double end;

  if (!read_count (self, FALSE, &start) || !read_count (self, TRUE, &end) || start == end)
    return;
  if (start < end)
    self->n_forward++;
  else
    self->n_backward++;
  self->largest = MAX (self->largest, MAX (start, end));
}

/* They are not read one by one: -541 is no year where -485.4 stands below it. */
static void
refuse (DlRowColumn *column, const char *text)
{
  column->n_dates = 0;
  g_free (column->unread);
  column->unread = g_strdup (text);
}

void
dl_rows_refuse_counts (DlRows *self)
{
  gboolean back = self->n_forward == 0 && self->n_backward >= MIN_BACKWARD;

  /* 753 and "BC", in a column of its own */
  for (guint i = 0; i < self->columns->len; i++)
    back = back && dl_rows_column (self, i)->n_eras == 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);
      gboolean     end = column->meaning == DL_ROW_END || column->meaning == DL_ROW_END_YEAR;

      if (column->fraction != NULL && column->n_numbers == column->n_filled)
        refuse (column, column->fraction);
      if (!back || column->unit != NULL || column->rank > DL_ROW_RANK_GUESS || column->n_filled == 0 ||
          column->n_numbers < column->n_filled ||
          (!end && column->meaning != DL_ROW_START && column->meaning != DL_ROW_YEAR))
        continue;
      if (self->largest > LAST_FORWARD)
        {
          column->unit = "years ago";
          column->counts_back = TRUE;
          column->meaning = end ? DL_ROW_END : DL_ROW_START;
          column->n_dates = column->n_filled;
          column->n_numbers = 0;
          column->bare = FALSE;
          self->has_units = TRUE;
        }
      else
        {
          self->backwards = TRUE;
          column->meaning = DL_ROW_OTHER;
          refuse (column, column->first_number);
        }
    }
}
