/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of what happened on a day, which stand in an object with its date: each element is an event of that. */
#include "formats/rows/dl-json-happenings.h"

#include <string.h>

#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows.h"
#include "time/dl-date-words.h"

/* An object with more members is no day. */
#define MAX_DAY_MEMBERS 40
/* Names of dates of a higher rank are those of one thing: when it was born, or written down. */
#define LAST_DAY_RANK 2
/* And these are no times of a computer, which may be when a file was written. */
#define LAST_SURE_RANK 1
/* Titles of a higher rank may be what something belongs to. */
#define LAST_TITLE_RANK 2

/* What an object says beside its lists. */
typedef struct
{
  gboolean dated;
  gboolean sure; /* by a name that means nothing else */
  gboolean ended;
  gboolean spans; /* what dates it goes from one date to another */
  gboolean titled;
  gboolean told;
  gboolean other; /* what a day does not have: whose order it is, say */
} Beside;

static gboolean
has_words (const DlLiteral *value)
{
  g_autofree char *text = dl_literal_dup_trimmed (value);

  return text != NULL && dl_rows_has_words (text);
}

static gboolean
is_clock (const DlLiteral *value)
{
  g_autofree char *text = dl_literal_dup_trimmed (value);

  return text != NULL && dl_rows_is_clock (text);
}

/* Several words, or some of a script that puts no space between them. */
static gboolean
is_phrase (const char *text)
{
  return dl_rows_has_words (text) && (strchr (text, ' ') != NULL || !g_str_is_ascii (text));
}

/* Whether a date stands in a member, and not only a time of day. */
static gboolean
is_date (const DlLiteral *value)
{
  g_autofree char *text = dl_literal_dup_trimmed (value);

  return text != NULL && (dl_json_is_year (value) || dl_rows_is_date (text)) && !dl_rows_is_clock (text);
}

/* Whether such a date is a time from one to another. */
static gboolean
is_span (const DlLiteral *value)
{
  g_autofree char *text = dl_literal_dup_trimmed (value);
  g_autofree char *edtf = text != NULL ? dl_date_words_to_edtf (text, NULL, NULL, NULL) : NULL;

  return edtf != NULL && strchr (edtf, '/') != NULL;
}

/* Whether a member is a date in parts: {"year": 2016, "month": 3}. */
static gboolean
is_parts (const DlLiteral *value)
{
  DlLiteral year;

  return value->kind == DL_LITERAL_OBJECT && dl_literal_get_member (value, "year", &year) && dl_json_is_year (&year);
}

static void
look_at_member (const char *name, const DlLiteral *value, Beside *beside)
{
  guint        rank;
  DlRowMeaning meaning = dl_row_name_get_meaning (name, &rank);
  gboolean     decades;
  gboolean     dated;

  switch (meaning)
    {
    case DL_ROW_START:
    case DL_ROW_YEAR:
      dated =
        (rank <= LAST_DAY_RANK || dl_row_name_is_of_spans (name, &decades)) && (is_date (value) || is_parts (value));
      beside->dated = beside->dated || dated;
      beside->sure = beside->sure || (dated && rank <= LAST_SURE_RANK);
      beside->spans = beside->spans || (dated && is_span (value));
      break;
    case DL_ROW_DAY:
      /* "day": "2016-03-01" */
      beside->dated = beside->dated || (value->kind == DL_LITERAL_STRING && is_date (value));
      beside->sure = beside->sure || beside->dated;
      break;
    case DL_ROW_END:
    case DL_ROW_END_YEAR:
    case DL_ROW_END_TIME:
      beside->ended = TRUE;
      break;
    case DL_ROW_TITLE:
      beside->titled = beside->titled || has_words (value);
      break;
    case DL_ROW_TEXT:
    case DL_ROW_QUOTE:
      beside->told = beside->told || has_words (value);
      break;
    case DL_ROW_OTHER:
      beside->other = TRUE;
      break;
    default:
      break;
    }
}

/* Returns: FALSE where it has too many members */
static gboolean
look_beside (const DlLiteral *object, Beside *beside)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;

  *beside = (Beside){ FALSE };
  dl_literal_iter_init (&iter, object);
  for (; n <= MAX_DAY_MEMBERS && dl_literal_iter_next (&iter, &key, &value); n++)
    {
      g_autofree char *name = NULL;

      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_LIST)
        continue;
      name = dl_literal_dup_text (&key);
      if (name != NULL && (value.kind != DL_LITERAL_OBJECT || is_parts (&value)))
        look_at_member (name, &value, beside);
    }
  return n <= MAX_DAY_MEMBERS;
}

/* Whether an object has words for what happened. @dated: (out): it says when, too, or tries to; @timed: (out): at what
 * hour */
static gboolean
tells_what (const DlLiteral *object, gboolean *dated, gboolean *timed)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  gboolean      found = FALSE;

  *dated = *timed = FALSE;
  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = NULL;
      DlRowMeaning     meaning;
      guint            rank;

      if (value.kind == DL_LITERAL_NULL || value.kind == DL_LITERAL_LIST)
        continue;
      name = dl_literal_dup_text (&key);
      meaning = name != NULL ? dl_row_name_get_meaning (name, &rank) : DL_ROW_OTHER;
      if ((meaning == DL_ROW_TITLE && rank <= LAST_TITLE_RANK) || meaning == DL_ROW_TEXT)
        found = found || has_words (&value);
      if (meaning == DL_ROW_DAY && value.kind == DL_LITERAL_STRING)
        *dated = *dated || is_date (&value);
      *timed = *timed || ((meaning == DL_ROW_START || meaning == DL_ROW_TIME) && is_clock (&value));
      if ((meaning != DL_ROW_START || rank >= DL_ROW_RANK_GUESS) && meaning != DL_ROW_YEAR)
        continue;
      /* "time": "in the morning" */
      *dated = *dated || value.kind == DL_LITERAL_OBJECT ||
               (rank <= LAST_SURE_RANK ? value.kind != DL_LITERAL_NULL && !is_clock (&value) : is_date (&value));
    }
  return found;
}

/* Whether what stands first in a list is words, or objects that have such, and nothing of it has a date of its own, or
 * there are words among it.
 * @phrases: (out): all are plain texts; @timed: (out): it has times of day */
static gboolean
tells_undated (const DlLiteral *list, gboolean *phrases, gboolean *timed)
{
  DlLiteralIter iter;
  DlLiteral     element;
  guint         n = 0;
  guint         n_told = 0;
  guint         n_phrases = 0;
  gboolean      any_dated = FALSE;

  *timed = FALSE;
  dl_literal_iter_init (&iter, list);
  while (n < DL_JSON_ELEMENTS_SEEN && dl_literal_iter_next (&iter, NULL, &element))
    {
      gboolean dated = FALSE;
      gboolean has_time = FALSE;

      if (element.kind == DL_LITERAL_NULL)
        continue;
      n++;
      if (element.kind == DL_LITERAL_OBJECT)
        n_told += tells_what (&element, &dated, &has_time) ? 1 : 0;
      else if (element.kind == DL_LITERAL_STRING)
        {
          g_autofree char *text = dl_literal_dup_trimmed (&element);

          n_phrases += text != NULL && is_phrase (text) ? 1 : 0;
        }
      *timed = *timed || has_time;
      any_dated = any_dated || dated;
    }
  /* Words among them have their date from the day all the same. */
  if (any_dated && n_phrases == 0)
    return FALSE;
  *phrases = n_told == 0;
  return n > 0 && (n_told + n_phrases) * 2 >= n;
}

gboolean
dl_json_is_happenings (const DlLiteral *object,
                       const DlLiteral *key,
                       const DlLiteral *list,
                       gboolean         dated,
                       gboolean         of_several)
{
  g_autofree char *name = NULL;
  gboolean         own;
  gboolean         slot = FALSE;
  gboolean         phrases;
  gboolean         timed;
  Beside           beside;

  if (object->kind != DL_LITERAL_OBJECT || list->kind != DL_LITERAL_LIST)
    return FALSE;
  name = dl_literal_dup_text (key);
  own = name != NULL && dl_row_name_is_of_happenings (name, &slot);
  if (name == NULL || (!own && (!of_several || !dl_row_name_is_container (name))) || !look_beside (object, &beside) ||
      !tells_undated (list, &phrases, &timed))
    return FALSE;
  if (dated)
    beside.dated = beside.sure = TRUE;
  /* What happened some time in a period has no date by that, where it is an event itself; but talks fill their time. */
  if (!beside.dated || ((beside.ended || (beside.spans && (beside.titled || beside.told))) && !(own && slot)) ||
      (!of_several && !beside.sure))
    return FALSE;
  /* Texts are what is told of the one thing that has the title, and talks were held there; but what has its hours is a
   * program. */
  return (!phrases && (timed || (own && (!slot || !of_several)))) ||
         (!beside.titled && !beside.told && (own || !beside.other));
}
