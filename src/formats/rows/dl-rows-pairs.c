/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two columns of dates whose names say together when something began and ended: "Launch Date" and "Return Date",
 * "arrival" and "departure"; and whole dates beside a year. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* A date that is called one comes before those of who came and went. */
#define PAIR_RANK 3

/* Words with which such columns are called, with `|` around each. @either: which comes first in the table is the
 * start: of a stay, or of a journey */
typedef struct
{
  const char *starts;
  const char *ends;
  gboolean    either;
} Pair;

static const Pair pairs[] = {
  { "|arrival|arrive|arrived|arrives|checkin|ankunft|arrivée|llegada|arrivo|chegada|到着|도착|",
    "|departure|depart|departed|departs|checkout|abfahrt|abreise|départ|salida|partenza|partida|出発|출발|", TRUE },
  { "|launch|launched|lift off|liftoff|takeoff|start|departure|abfahrt|abreise|départ|salida|partenza|partida|出発|"
    "출발|",
    "|return|returned|landing|landed|splashdown|reentry|deorbit|rückkehr|retour|regreso|vuelta|ritorno|regresso|帰還|"
    "귀환|",
    FALSE },
  { "|opened|opening|open|opens|inaugurated|inauguration|eröffnet|eröffnung|ouverture|apertura|abertura|inauguración|"
    "開業|開館|開店|개업|개관|",
    "|closed|closing|closure|close|closes|shut|geschlossen|schließung|fermeture|cierre|chiusura|encerramento|"
    "fechamento|"
    "廃業|閉館|閉店|폐업|폐관|",
    FALSE },
  { "|admission|admitted|hired|joined|joining|entry|entered|enlisted|enlistment|eintritt|entrée|ingreso|入社|入学|입사|"
    "입학|",
    "|discharge|discharged|left|leaving|exit|exited|departed|austritt|sortie|egreso|退社|卒業|퇴사|졸업|", FALSE },
  { "|arrest|arrested|detained|imprisoned|", "|release|released|freed|", FALSE },
  { "|built|construction|constructed|erected|erbaut|construcción|costruzione|",
    "|demolished|demolition|destroyed|destruction|abgerissen|demolición|demolizione|", FALSE },
  { "|establishment|established|founding|foundation|formed|formation|creation|gründung|fondation|fundación|fondazione|"
    "設立|創立|설립|",
    "|dissolution|abolition|abolished|disbanded|disestablished|auflösung|dissolution|disolución|scioglimento|解散|廃止|"
    "해산|폐지|",
    FALSE },
  { "|appointed|appointment|elected|crowned|coronation|accession|",
    "|resigned|resignation|dismissed|abdicated|abdication|deposed|", FALSE },
  /* "first_release" and "final_release" */
  { "|first|initial|", "|last|final|", FALSE },
  { "|release|released|introduced|introduction|",
    "|eol|end of life|end of life date|end of support|end of support date|end of maintenance|discontinued|withdrawn|",
    FALSE },
  { "|commissioning|commissioned|laid down|", "|decommissioning|decommissioned|scrapped|sunk|", FALSE },
};

/* What says no more than that there are dates. */
static const char generic[] = "|date|dates|data|datum|fecha|day|time|year|jahr|año|année|on|at|in|of|de|the|utc|";

static gboolean
is_one_of (const char *word, const char *words)
{
  g_autofree char *wanted = g_strconcat ("|", word, "|", NULL);

  return strstr (words, wanted) != NULL;
}

/* What a name says beside one of @words, and beside that it is a date. Returns: (transfer full) (nullable): NULL where
 * none of @words is in it */
static char *
dup_rest (const char *name, const char *words)
{
  g_autofree char *all = dl_row_name_dup_words (name);
  g_auto (GStrv)   own = g_strsplit (all, " ", -1);
  GString         *rest = g_string_new (NULL);
  gboolean         found = is_one_of (all, words);

  for (guint i = 0; own[i] != NULL; i++)
    if (is_one_of (own[i], words))
      found = TRUE;
    else if (!is_one_of (own[i], generic))
      g_string_append_printf (rest, "%s ", own[i]);
  if (found && is_one_of (all, words))
    g_string_truncate (rest, 0);
  return g_string_free (rest, !found);
}

/* Whether nothing but dates stands in a column: numbers are such only where its name says so, or those of @pair do. */
static gboolean
has_only_dates (const Pair *pair, const DlRowColumn *column)
{
  if (pair->either)
    return column->n_dates > 0 && column->n_dates == column->n_filled;
  return column->meaning == DL_ROW_OTHER ? dl_row_column_is_dates (column)
                                         : column->n_dates > 0 && dl_row_is_most (column->n_dates, column->n_filled);
}

/* The two of a pair. Returns: whether @first and @last are such */
static gboolean
is_pair (const Pair *pair, const DlRowColumn *first, const DlRowColumn *last)
{
  g_autofree char *rest = dup_rest (first->name, pair->starts);
  g_autofree char *other = rest != NULL ? dup_rest (last->name, pair->ends) : NULL;

  return other != NULL && strcmp (rest, other) == 0;
}

/* Makes them start and end. */
static void
join (DlRowColumn *first, DlRowColumn *last)
{
  gboolean years = first->meaning == DL_ROW_YEAR && last->meaning == DL_ROW_YEAR;

  first->meaning = years ? DL_ROW_YEAR : DL_ROW_START;
  last->meaning = years ? DL_ROW_END_YEAR : DL_ROW_END;
  first->rank = last->rank = PAIR_RANK;
}

static gboolean
find_pair (DlRows *self, const Pair *pair)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *one = dl_rows_column (self, i);

      for (guint k = i + 1; k < self->columns->len && has_only_dates (pair, one); k++)
        {
          DlRowColumn *other = dl_rows_column (self, k);
          gboolean     forward = is_pair (pair, one, other);
          DlRowColumn *first = forward || pair->either ? one : other;

          if (!has_only_dates (pair, other) || (!forward && !is_pair (pair, other, one)))
            continue;
          /* What the year of the row says counts, where no name says that these are dates. */
          if (first->meaning == DL_ROW_OTHER && !pair->either && dl_rows_has_named (self, DL_ROW_YEAR) &&
              !dl_row_column_is_within_year (first))
            continue;
          join (first, first == one ? other : one);
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether a column is called one of dates, or of ends, with as much right as two of a pair. */
static gboolean
is_called_date (const DlRowColumn *column)
{
  return column->n_dates > 0 && column->rank < PAIR_RANK &&
         (column->meaning == DL_ROW_START || column->meaning == DL_ROW_END);
}

void
dl_rows_pair_ends (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (is_called_date (dl_rows_column (self, i)))
      return;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (find_pair (self, &pairs[i]))
      return;
}

void
dl_rows_look_at_year (DlRows *self)
{
  const char *year = NULL;

  for (guint i = 0; i < self->columns->len && year == NULL; i++)
    if (dl_rows_column (self, i)->meaning == DL_ROW_YEAR && dl_row_name_is_year (dl_rows_text (self, (int) i)))
      year = dl_rows_text (self, (int) i);
  for (guint i = 0; year != NULL && i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->n_in_year += column->read == DL_ROW_READ_DATE && column->meaning == DL_ROW_OTHER &&
                               strlen (dl_rows_text (self, (int) i)) > strlen (year) &&
                               strstr (dl_rows_text (self, (int) i), year) != NULL
                             ? 1
                             : 0;
    }
}

gboolean
dl_row_column_is_within_year (const DlRowColumn *column)
{
  guint rank;

  /* When it was changed, or put on record, is another thing. */
  return column->meaning == DL_ROW_OTHER && !column->aside && column->n_in_year == column->n_filled &&
         dl_row_column_is_dates (column) && !dl_row_name_is_of_other_dates (column->name) &&
         (dl_row_name_get_meaning (column->name, &rank) != DL_ROW_START || rank < DL_ROW_RANK_RECORD);
}
