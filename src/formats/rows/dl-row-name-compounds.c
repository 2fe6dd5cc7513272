/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of two words, one for dates and one for a start or an end, in either order and in any language that is known:
 * "datumEind", "fecha_fin", "enddatum". */
#include "formats/rows/dl-row-name-compounds.h"

#include <string.h>

/* Shorter words may stand in others, where no space is between: "to" in "photo". */
#define MIN_JOINED_BYTES 3

/* Words that say so beside one for dates alone. */
static const char *const starts[] = { "inicial", "iniziale", "initial",     "initiale",    "mulai",
                                      "début",   "debut",    "rozpoczęcia", "rozpoczecia", "zahájení",
                                      "начала",  "ini",      "baslangic",   NULL };
static const char *const ends[] = { "final", "finale",      "até",         "ate",      "fino",  "termino",   "selesai",
                                    "bitis", "zakończenia", "zakonczenia", "ukončení", "конца", "окончания", NULL };
/* What joins the two: "fecha de término" */
static const char *const joints[] = { "de ", "di ", "do ", "da ", "van ", "of ", "der ", "des ", "du ", "al ", "het " };

/* Whether a word is one for a start or an end. */
static gboolean
is_bound (const char *word, DlRowNameLookUpFunc look_up, gboolean *end)
{
  DlRowMeaning meaning;
  guint        rank;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (word, joints[i]))
      {
        word += strlen (joints[i]);
        break;
      }
  if (strchr (word, ' ') != NULL)
    return FALSE;
  *end = g_strv_contains (ends, word);
  if (*end || g_strv_contains (starts, word))
    return TRUE;
  if (!look_up (word, &meaning, &rank) || rank != 0)
    return FALSE;
  *end = meaning == DL_ROW_END;
  return *end || meaning == DL_ROW_START;
}

/* What a word for dates is of with the one for a start or an end. Returns: FALSE where it is none for dates */
static gboolean
get_bound (const char *word, DlRowNameLookUpFunc look_up, gboolean end, DlRowMeaning *meaning)
{
  static const DlRowMeaning of_end[] = {
    [DL_ROW_YEAR] = DL_ROW_END_YEAR, [DL_ROW_MONTH] = DL_ROW_END_MONTH, [DL_ROW_DAY] = DL_ROW_END_DAY
  };
  guint rank;

  if (strlen (word) < MIN_JOINED_BYTES || strchr (word, ' ') != NULL || !look_up (word, meaning, &rank))
    return FALSE;
  if (*meaning == DL_ROW_START && rank == 1)
    {
      *meaning = end ? DL_ROW_END : DL_ROW_START;
      return TRUE;
    }
  if (rank > 0 || (*meaning != DL_ROW_YEAR && *meaning != DL_ROW_MONTH && *meaning != DL_ROW_DAY))
    return FALSE;
  *meaning = end ? of_end[*meaning] : *meaning;
  return TRUE;
}

gboolean
dl_row_name_look_up_compound (const char *name, DlRowNameLookUpFunc look_up, DlRowMeaning *meaning, guint *rank)
{
  gboolean joined = strchr (name, ' ') == NULL;

  *rank = 0;
  for (const char *p = *name != '\0' ? g_utf8_next_char (name) : name; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *first = NULL;
      const char      *last = joined ? p : p + 1;
      gboolean         end;

      if (joined ? p - name < MIN_JOINED_BYTES || strlen (p) < MIN_JOINED_BYTES : *p != ' ')
        continue;
      first = g_strndup (name, (gsize) (p - name));
      if ((is_bound (last, look_up, &end) && get_bound (first, look_up, end, meaning)) ||
          (is_bound (first, look_up, &end) && get_bound (last, look_up, end, meaning)))
        return TRUE;
    }
  return FALSE;
}
