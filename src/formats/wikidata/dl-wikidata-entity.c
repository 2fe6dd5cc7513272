/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entities of Wikidata: what its API and its dumps give, and what programs make of that
 * ("simplified", without precision). An entity with a start and an end, such as a life, is one event;
 * each further date of it is one more. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-literal.h"
#include "formats/wikidata/dl-wikidata-time.h"
#include "formats/wikidata/dl-wikidata.h"
#include "time/dl-edtf-make.h"

#define JULIAN "Q1985786" /* the proleptic Julian calendar; Q1985727 is the Gregorian */

/* Properties that are times. */
typedef struct
{
  const char *start;
  const char *end;  /* nullable: of what has no end */
  const char *what; /* nullable: for the title, where it is not what the entity is; marked for translation */
} Property;

static const Property properties[] = {
  { "P569", "P570", NULL }, /* birth, death */
  { "P571", "P576", NULL }, /* founded, dissolved */
  { "P580", "P582", NULL }, /* start, end */
  { "P585", NULL, NULL },   /* point in time */
  { "P1619", "P3999", NC_ ("statement", "open") },
  { "P729", "P730", NC_ ("statement", "in service") },
  { "P2031", "P2032", NC_ ("statement", "work period") },
  { "P1319", "P1326", NC_ ("statement", "dated") },
  { "P577", NULL, NC_ ("statement", "published") },
  { "P575", NULL, NC_ ("statement", "discovered or invented") },
  { "P606", NULL, NC_ ("statement", "first flight") },
  { "P619", NULL, NC_ ("statement", "launched") },
  { "P620", NULL, NC_ ("statement", "landed") },
  { "P621", NULL, NC_ ("statement", "lost") },
  { "P746", NULL, NC_ ("statement", "disappeared") },
  { "P1191", NULL, NC_ ("statement", "first performed") },
  { "P1249", NULL, NC_ ("statement", "first mentioned") },
  { "P1317", NULL, NC_ ("statement", "active") },
  { "P1636", NULL, NC_ ("statement", "baptised") },
  { "P4602", NULL, NC_ ("statement", "buried") },
  { "P6949", NULL, NC_ ("statement", "announced") },
};

enum
{
  ENTITY_ID,
  ENTITY_LABELS,
  ENTITY_DESCRIPTIONS,
  ENTITY_CLAIMS,
  ENTITY_STATEMENTS,
  ENTITY_ALIASES, /* from here on they are left out */
  ENTITY_SITELINKS,
  N_ENTITY_MEMBERS,
};
static const char *const entity_names[] = { "id",         "labels",  "descriptions", "claims",
                                            "statements", "aliases", "sitelinks",    NULL };

/* A time of an entity. */
typedef struct
{
  char *edtf;
  char *note;
  gsize at;
} Moment;

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  GError        *error;
  gboolean       told_differ;
  guint          n_coarse;
  gsize          coarse_at;
  guint          n_qualified; /* statements whose qualifiers have times */
  gsize          qualified_at;
} Reader;

static void
moment_clear (gpointer data)
{
  Moment *moment = data;

  g_free (moment->edtf);
  g_free (moment->note);
}

static gboolean
is_id (const char *text, char letter)
{
  const char *at = text;

  if (*at++ != letter || !g_ascii_isdigit (*at))
    return FALSE;
  while (g_ascii_isdigit (*at))
    at++;
  return *at == '\0';
}

static gboolean
key_is_id (const DlLiteral *key, char letter)
{
  g_autofree char *text = dl_literal_dup_text (key);

  return text != NULL && is_id (text, letter);
}

/* The statements of an entity by their properties. */
static gboolean
get_claims (const DlLiteral *entity, DlLiteral *claims)
{
  DlLiteral     members[N_ENTITY_MEMBERS];
  DlLiteralIter iter;
  DlLiteral     key;

  if (entity->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (entity, entity_names, members);
  *claims = members[members[ENTITY_CLAIMS].kind == DL_LITERAL_OBJECT ? ENTITY_CLAIMS : ENTITY_STATEMENTS];
  if (claims->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, claims);
  return dl_literal_iter_peek (&iter, &key, &(DlLiteral){ 0 }) && key_is_id (&key, 'P');
}

/* The list or object with the entities; the root itself where it is one. */
static gboolean
find_entities (DlInput *input, DlLiteral *entities, gboolean *single)
{
  DlLiteral     root = dl_input_get_literal (input, 0);
  DlLiteral     value;
  DlLiteral     claims;
  DlLiteralIter iter;

  *single = FALSE;
  *entities = root;
  if (root.kind != DL_LITERAL_OBJECT && root.kind != DL_LITERAL_LIST)
    return FALSE;
  if (get_claims (&root, &claims))
    {
      *single = TRUE;
      return TRUE;
    }
  if (root.kind == DL_LITERAL_OBJECT && dl_literal_get_member (&root, "entities", &value) &&
      (value.kind == DL_LITERAL_OBJECT || value.kind == DL_LITERAL_LIST))
    *entities = value;
  dl_literal_iter_init (&iter, entities);
  for (guint n = 0; n < DL_INPUT_SNIFFED_ELEMENTS && dl_literal_iter_next (&iter, NULL, &value); n++)
    if (get_claims (&value, &claims))
      return TRUE;
  return FALSE;
}

static gboolean
sniff (DlInput *input)
{
  DlLiteral entities;
  gboolean  single;
  char      first = dl_input_get_first (input);

  /* A large object without them is not walked through. */
  if (first == '{' && !dl_input_has (input, "laims") && !dl_input_has (input, "tatements"))
    return FALSE;
  return (first == '{' || first == '[') && find_entities (input, &entities, &single);
}

/* The value of a label or description: in English, in what belongs to no language, or in any. transfer full */
static char *
dup_label (const DlLiteral *labels)
{
  static const char *const languages[] = { "en", "mul", "en-gb", "en-us", NULL };
  DlLiteral                members[G_N_ELEMENTS (languages)];
  DlLiteral                value = *labels;
  DlLiteral                text;
  DlLiteralIter            iter;

  if (labels->kind != DL_LITERAL_OBJECT)
    return dl_literal_dup_line (labels);
  dl_literal_get_members (labels, languages, members);
  value.kind = DL_LITERAL_NOTHING;
  for (guint i = 0; languages[i] != NULL && value.kind == DL_LITERAL_NOTHING; i++)
    value = members[i];
  if (value.kind == DL_LITERAL_NOTHING)
    {
      dl_literal_iter_init (&iter, labels);
      if (!dl_literal_iter_next (&iter, NULL, &value))
        return g_strdup ("");
    }
  if (dl_literal_get_member (&value, "value", &text))
    value = text;
  return dl_literal_dup_line (&value);
}

/* The time of a statement, wherever its kind of JSON has it: an object, or a text. */
static gboolean
find_time (const DlLiteral *statement, DlLiteral *time)
{
  static const char *const ways[] = { "mainsnak", "datavalue", "value", "content", NULL };
  DlLiteral                inner;

  *time = *statement;
  for (guint depth = 0; depth < 6 && time->kind == DL_LITERAL_OBJECT; depth++)
    {
      guint i;

      if (dl_literal_get_member (time, "time", &inner) && inner.kind == DL_LITERAL_STRING)
        return TRUE;
      for (i = 0; ways[i] != NULL && !dl_literal_get_member (time, ways[i], &inner); i++)
        ;
      if (ways[i] == NULL)
        return FALSE;
      *time = inner;
    }
  return time->kind == DL_LITERAL_STRING;
}

/* Whether a text is a time, and not somebody's number. */
static gboolean
looks_like_time (const char *text)
{
  const char *at = text;
  guint       digits = 0;

  if (*at == '+' || *at == '-')
    at++;
  while (g_ascii_isdigit (at[digits]))
    digits++;
  return digits >= 4 && at[digits] == '-' && g_ascii_isdigit (at[digits + 1]) && g_ascii_isdigit (at[digits + 2]) &&
         at[digits + 3] == '-';
}

static gboolean
read_time (Reader *self, const DlLiteral *time, Moment *moment)
{
  static const char *const names[] = { "time", "precision", "calendarmodel", NULL };
  DlLiteral                members[3];
  g_autofree char         *text = NULL;
  g_autofree char         *model = NULL;
  gint64                   precision = DL_WIKIDATA_PRECISION_NONE;
  gboolean                 coarse;

  *moment = (Moment){ NULL, NULL, time->at };
  if (time->kind == DL_LITERAL_STRING)
    {
      text = dl_literal_dup_trimmed (time);
      if (text == NULL || !looks_like_time (text))
        return FALSE;
      moment->edtf = *text == '+' ? dl_wikidata_time_to_edtf (text, DL_WIKIDATA_PRECISION_NONE, FALSE)
                                  : dl_wikidata_iso_to_edtf (text, &coarse);
      if (*text != '+' && coarse && self->n_coarse++ == 0)
        self->coarse_at = time->at;
      return moment->edtf != NULL;
    }
  dl_literal_get_members (time, names, members);
  text = dl_literal_dup_line (&members[0]);
  model = dl_literal_dup_trimmed (&members[2]);
  dl_literal_get_integer (&members[1], &precision);
  moment->edtf = dl_wikidata_time_to_edtf (text, (int) CLAMP (precision, DL_WIKIDATA_PRECISION_NONE, 14),
                                           model != NULL && g_str_has_suffix (model, JULIAN));
  if (moment->edtf == NULL)
    {
      dl_draft_literal_tell (&self->literal, time,
                             g_strdup_printf (_ ("The time “%s” could not be read and is left out."), text));
      return FALSE;
    }
  if (model != NULL && g_str_has_suffix (model, JULIAN))
    {
      const char *day = *text == '+' ? text + 1 : text;

      /* Translators: of a date that a file gives in the Julian calendar; %.*s is as it stands there. */
      moment->note = g_strdup_printf (_ ("In the Julian calendar: %.*s"), (int) strcspn (day, "T"), day);
    }
  return TRUE;
}

/* Whether a qualifier of it is a time. */
static gboolean
has_qualified_time (const DlLiteral *statement)
{
  static const char *const times[] = { "P580", "P582", "P585", NULL };
  DlLiteral                qualifiers;
  DlLiteral                members[3];

  if (statement->kind != DL_LITERAL_OBJECT || !dl_literal_get_member (statement, "qualifiers", &qualifiers))
    return FALSE;
  dl_literal_get_members (&qualifiers, times, members);
  return members[0].kind != DL_LITERAL_NOTHING || members[1].kind != DL_LITERAL_NOTHING ||
         members[2].kind != DL_LITERAL_NOTHING;
}

/* The times that a property has; those that are preferred where some are.
 * Returns: (transfer full): of Moment */
static GArray *
read_moments (Reader *self, const DlLiteral *statements)
{
  GArray       *moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  DlLiteralIter iter;
  DlLiteral     statement = *statements;
  gboolean      preferred = FALSE;
  gboolean      is_list = statements->kind == DL_LITERAL_LIST;

  g_array_set_clear_func (moments, moment_clear);
  dl_literal_iter_init (&iter, statements);
  while (statements->kind != DL_LITERAL_NOTHING && (!is_list || dl_literal_iter_next (&iter, NULL, &statement)))
    {
      DlLiteral rank = { NULL };
      DlLiteral time;
      Moment    moment;
      gboolean  is_preferred;

      if (statement.kind == DL_LITERAL_OBJECT)
        dl_literal_get_member (&statement, "rank", &rank);
      is_preferred = dl_literal_is (&rank, "preferred");
      if (!dl_literal_is (&rank, "deprecated") && find_time (&statement, &time) && !(preferred && !is_preferred) &&
          read_time (self, &time, &moment))
        {
          if (is_preferred && !preferred)
            g_array_set_size (moments, 0);
          preferred = preferred || is_preferred;
          g_array_append_val (moments, moment);
        }
      if (!is_list)
        break;
    }
  return moments;
}

/* One event of an entity. @end: (nullable) */
static void
put_event (Reader       *self,
           const char   *id,
           const char   *label,
           const char   *description,
           const char   *what,
           const Moment *start,
           const Moment *end)
{
  DlDraft         *draft = self->literal.draft;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *url = is_id (id, 'Q') ? g_strconcat ("https://www.wikidata.org/wiki/", id, NULL) : NULL;
  DlSource         source = { .url = url };
  gboolean         reversed = FALSE;

  dl_draft_begin_event (draft, start != NULL ? start->at : end->at);
  if (start == NULL)
    date = g_strconcat ("/", end->edtf, NULL);
  else
    date = dl_edtf_make_interval (start->edtf, end != NULL ? end->edtf : NULL, &reversed);
  if (reversed)
    dl_draft_tell (draft, end->at, g_strdup (""),
                   g_strdup (_ ("The end of this event is before its start and is left out.")));
  /* Translators: what an event is about, then what happened: “Apollo 11: launched”. */
  title = what != NULL ? g_strdup_printf (_ ("%s: %s"), label, what) : g_strdup (label);
  dl_draft_put_title (draft, title);
  dl_draft_put_date (draft, date);
  if (start != NULL && start->note != NULL && end != NULL && end->note != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s; %s", start->note, end->note);

      dl_draft_put_date_note (draft, both);
    }
  else
    dl_draft_put_date_note (draft, start != NULL && start->note != NULL ? start->note : end != NULL ? end->note : NULL);
  dl_draft_put_summary (draft, description);
  dl_draft_put_source (draft, &source);
  dl_draft_end_event (draft);
}

/* The events that a property, or two of them, make. Of several starts and ends
 * as many belong to each other; of another number of ends the first does. */
static guint
put_pair (Reader     *self,
          const char *id,
          const char *label,
          const char *description,
          const char *what,
          GArray     *starts,
          GArray     *ends)
{
  guint n = MAX (starts->len, ends->len);

  if (starts->len > 0 && ends->len > 0 && starts->len != ends->len)
    n = 1;
  if (n == 1 && MAX (starts->len, ends->len) > 1 && !self->told_differ)
    {
      dl_draft_begin_event (self->literal.draft, g_array_index (starts, Moment, 0).at);
      dl_draft_tell_note (self->literal.draft, g_array_index (starts, Moment, 0).at, g_strdup (""),
                          g_strdup (_ ("Where an item has several dates that differ, the first is taken.")));
      self->told_differ = TRUE;
    }
  for (guint i = 0; i < n; i++)
    put_event (self, id, label, description, what, i < starts->len ? &g_array_index (starts, Moment, i) : NULL,
               i < ends->len ? &g_array_index (ends, Moment, i) : NULL);
  return n;
}

/* The index of a property in the table, and whether it is an end. */
static int
find_property (const char *id, gboolean *is_end)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].start, id) == 0 || g_strcmp0 (properties[i].end, id) == 0)
      {
        *is_end = strcmp (properties[i].start, id) != 0;
        return (int) i;
      }
  return -1;
}

/* What a statement has but its value. */
static void
leave_out_beside (Reader *self, const DlLiteral *statement)
{
  static const char *const names[] = { "qualifiers", "references", NULL };
  DlLiteral                members[2];

  dl_literal_get_members (statement, names, members);
  for (guint i = 0; names[i] != NULL; i++)
    if (members[i].kind != DL_LITERAL_NOTHING)
      dl_draft_leave_out (self->literal.draft, members[i].at, names[i]);
}

static guint
read_claims (Reader *self, const DlLiteral *claims, const char *id, const char *label, const char *description)
{
  DlLiteral     found[G_N_ELEMENTS (properties)][2] = { 0 };
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  guint         n = 0;

  dl_literal_iter_init (&iter, claims);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *property = dl_literal_dup_text (&key);
      gboolean         is_end = FALSE;
      int              index = find_property (property, &is_end);
      DlLiteral        first = value;
      DlLiteral        time;
      DlLiteralIter    statements;

      if (index >= 0)
        {
          found[index][is_end ? 1 : 0] = value;
          continue;
        }
      if (value.kind == DL_LITERAL_LIST)
        {
          dl_literal_iter_init (&statements, &value);
          if (!dl_literal_iter_next (&statements, NULL, &first))
            continue;
        }
      if (has_qualified_time (&first) && self->n_qualified++ == 0)
        self->qualified_at = first.at;
      leave_out_beside (self, &first);
      if (!is_id (property, 'P') || !find_time (&first, &time))
        dl_draft_leave_out (self->literal.draft, value.at, property);
      else
        {
          g_autoptr (GArray) starts = read_moments (self, &value);
          g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (Moment));

          /* A text that is no time. */
          if (starts->len == 0)
            dl_draft_leave_out (self->literal.draft, value.at, property);
          n += put_pair (self, id, label, description, property, starts, ends);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (GArray) starts = read_moments (self, &found[i][0]);
      g_autoptr (GArray) ends = read_moments (self, &found[i][1]);

      n += put_pair (self, id, label, description,
                     properties[i].what != NULL ? g_dpgettext2 (NULL, "statement", properties[i].what) : NULL, starts,
                     ends);
    }
  return n;
}

static void
read_entity (Reader *self, const DlLiteral *entity, const DlLiteral *key)
{
  DlLiteral        members[N_ENTITY_MEMBERS];
  DlLiteral        claims;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (!dl_input_go_on (self->input, &self->error))
    return;
  if (!get_claims (entity, &claims))
    return;
  dl_literal_get_members (entity, entity_names, members);
  id = dl_literal_dup_trimmed (&members[ENTITY_ID]);
  if (id == NULL)
    id = key != NULL && key->kind == DL_LITERAL_STRING ? dl_literal_dup_text (key) : g_strdup ("");
  label = dup_label (&members[ENTITY_LABELS]);
  if (*label == '\0')
    {
      g_free (label);
      label = g_strdup (id);
    }
  description = dup_label (&members[ENTITY_DESCRIPTIONS]);
  for (guint i = ENTITY_ALIASES; i < N_ENTITY_MEMBERS; i++)
    if (dl_literal_count (&members[i], 1) > 0)
      dl_draft_leave_out (self->literal.draft, members[i].at, entity_names[i]);
  if (read_claims (self, &claims, id, label, description) == 0)
    dl_draft_tell_lost_named (self->literal.draft, label, entity->at, g_strdup (""),
                              g_strdup (_ ("This event has no date and is left out.")));
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader        self = { .literal = { .draft = draft }, .input = input };
  DlLiteral     entities;
  DlLiteral     key = { NULL };
  DlLiteral     value;
  DlLiteralIter iter;
  gboolean      single;

  self.literal.root = dl_input_get_literal (input, 0);
  if (!find_entities (input, &entities, &single) || !dl_input_check_literal (input, &self.literal.root, error))
    return FALSE;
  if (single)
    read_entity (&self, &entities, NULL);
  else
    {
      dl_literal_iter_init (&iter, &entities);
      while (self.error == NULL && dl_literal_iter_next (&iter, &key, &value))
        read_entity (&self, &value, &key);
    }
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return FALSE;
    }
  if (self.n_coarse > 0)
    dl_draft_tell_note (
      draft, self.coarse_at, g_strdup (""),
      g_strdup (
        _ ("This file does not say how exact its dates are: where it has 1 January, only the year may be known.")));
  if (self.n_qualified > 0)
    dl_draft_tell_note (draft, self.qualified_at, g_strdup (""),
                        g_strdup (_ ("Dates that only qualify other statements are left out.")));
  return TRUE;
}

const DlFormat dl_format_wikidata = {
  .nick = "wikidata",
  .label = N_ ("Wikidata"),
  .endings = "json",
  .sniff = sniff,
  .read = read_file,
};
