/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two columns of dates whose names say together when something began and ended: "Launch Date" and "Return Date",
 * "arrival" and "departure"; and whole dates beside a year. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"
#include "time/dl-date.h"

/* A date that is called one comes before those of who came and went. */
#define PAIR_RANK 3
/* So many columns that may belong together are looked at. */
#define MAX_CANDIDATES 32

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

/* What a name, @all its words, says beside one of @words, and beside that it is a date. Returns: (transfer full)
 * (nullable): NULL where none of @words is in it */
static char *
dup_rest (const char *all, const char *words)
{
  g_auto (GStrv) own = g_strsplit (all, " ", -1);
  GString       *rest = g_string_new (NULL);
  gboolean       found = is_one_of (all, words);

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

/* What the name of a column may be in a pair. */
typedef struct
{
  guint    pair;
  guint    column;
  gboolean ends;
  char    *rest; /* as of dup_rest() */
} Role;

/* Two columns whose names belong together, and in how many rows the one that begins by its name is before the other,
 * or behind it. */
typedef struct
{
  guint pair;
  guint first;
  guint last;
  guint n_forward;
  guint n_backward;
} Candidate;

struct _DlRowsPairs
{
  guint   n_columns;  /* whose names are known */
  GArray *roles;      /* of Role */
  GArray *candidates; /* of Candidate */
};

static void
role_clear (gpointer data)
{
  g_free (((Role *) data)->rest);
}

void
dl_rows_pairs_free (DlRowsPairs *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->roles);
  g_array_unref (self->candidates);
  g_free (self);
}

/* Adds what a column may be, and the candidates that it makes with those before it. */
static void
add_role (DlRowsPairs *self, guint pair, guint column, gboolean ends, char *rest)
{
  Role role = { pair, column, ends, rest };

  for (guint i = 0; i < self->roles->len && self->candidates->len < MAX_CANDIDATES; i++)
    {
      const Role *other = &g_array_index (self->roles, Role, i);

      if (other->pair == pair && other->column != column && other->ends != ends && strcmp (other->rest, rest) == 0)
        g_array_append_val (self->candidates,
                            ((Candidate){ pair, ends ? other->column : column, ends ? column : other->column, 0, 0 }));
    }
  g_array_append_val (self->roles, role);
}

static void
add_roles (DlRowsPairs *self, guint column, const char *name)
{
  g_autofree char *all = dl_row_name_dup_words (name);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint ends = 0; ends < 2; ends++)
      {
        char *rest = dup_rest (all, ends > 0 ? pairs[i].ends : pairs[i].starts);

        if (rest != NULL)
          add_role (self, i, column, ends > 0, rest);
      }
}

/* Counts how the dates of a row stand to each other. */
static void
look_at (DlRows *self, Candidate *candidate)
{
  const char *first_text = dl_rows_text (self, (int) candidate->first);
  const char *last_text = dl_rows_text (self, (int) candidate->last);
  DlDate      first;
  DlDate      last;

  if (*first_text == '\0' || *last_text == '\0' ||
      !dl_rows_read_date (self, (int) candidate->first, first_text, &first) ||
      !dl_rows_read_date (self, (int) candidate->last, last_text, &last))
    return;
  if (dl_instant_compare (last.stated_end, first.stated_start) <= 0)
    candidate->n_backward++;
  else if (dl_instant_compare (first.stated_end, last.stated_start) <= 0)
    candidate->n_forward++;
}

void
dl_rows_look_at_pairs (DlRows *self)
{
  if (self->pairs == NULL)
    {
      self->pairs = g_new0 (DlRowsPairs, 1);
      self->pairs->roles = g_array_new (FALSE, FALSE, sizeof (Role));
      self->pairs->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
      g_array_set_clear_func (self->pairs->roles, role_clear);
    }
  for (; self->pairs->n_columns < self->columns->len; self->pairs->n_columns++)
    add_roles (self->pairs, self->pairs->n_columns, dl_rows_column (self, self->pairs->n_columns)->name);
  for (guint i = 0; i < self->pairs->candidates->len; i++)
    look_at (self, &g_array_index (self->pairs->candidates, Candidate, i));
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

/* The pairs in their order, and of one pair what comes first in the table; as of #GCompareFunc. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *two = b;
  guint            keys[][2] = { { one->pair, two->pair },
                                 { MIN (one->first, one->last), MIN (two->first, two->last) },
                                 { MAX (one->first, one->last), MAX (two->first, two->last) },
                                 { one->first, two->first } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

/* Joins two columns, unless their dates say otherwise. */
static gboolean
try_pair (DlRows *self, const Candidate *candidate)
{
  const Pair  *pair = &pairs[candidate->pair];
  gboolean     even = candidate->n_forward == candidate->n_backward;
  gboolean     backward = candidate->n_backward > candidate->n_forward;
  DlRowColumn *first;
  DlRowColumn *last;

  if (backward && !pair->either)
    return FALSE;
  if (pair->either && even)
    backward = candidate->last < candidate->first;
  first = dl_rows_column (self, backward ? candidate->last : candidate->first);
  last = dl_rows_column (self, backward ? candidate->first : candidate->last);
  if (!has_only_dates (pair, first) || !has_only_dates (pair, last))
    return FALSE;
  /* What the year of the row says counts, where no name says that these are dates. */
  if (first->meaning == DL_ROW_OTHER && !pair->either && dl_rows_has_named (self, DL_ROW_YEAR) &&
      !dl_row_column_is_within_year (first))
    return FALSE;
  join (first, last);
  return TRUE;
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
  if (self->pairs == NULL)
    return;
  g_array_sort (self->pairs->candidates, compare);
  for (guint i = 0; i < self->pairs->candidates->len; i++)
    if (try_pair (self, &g_array_index (self->pairs->candidates, Candidate, i)))
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
