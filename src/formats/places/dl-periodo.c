/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods of PeriodO become events, since there are many, and they overlap. Its years are
 * astronomical. */
#include "formats/places/dl-periodo.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/places/dl-timespan.h"

enum
{
  TOP_AUTHORITIES,
  TOP_COLLECTIONS, /* as authorities were called once */
  TOP_PERIODS,
  TOP_DEFINITIONS, /* as periods were */
  TOP_SOURCE,
  TOP_GRAPH,
  N_TOP_MEMBERS,
};
static const char *const top_names[] = {
  "authorities", "periodCollections", "periods", "definitions", "source", "@graph", NULL
};

enum
{
  PERIOD_ID,
  PERIOD_LABEL,
  PERIOD_START,
  PERIOD_STOP,
  PERIOD_PLACE,
  PERIOD_PLACES,
  PERIOD_NOTE,
  PERIOD_EDITORIAL_NOTE,
  PERIOD_URL,
  PERIOD_ORIGINAL,
  N_PERIOD_MEMBERS,
};
static const char *const period_names[] = {
  "id",  "label",         "start", "stop", "spatialCoverageDescription", "spatialCoverage", "note", "editorialNote",
  "url", "originalLabel", NULL
};

/* What is of the data as such, and the same label once more. */
static const char *const period_looks[] = { "type", "language", "languageTag", "script", "localizedLabels", NULL };

enum
{
  SOURCE_TITLE,
  SOURCE_CITATION,
  SOURCE_PART_OF,
  SOURCE_ID,
  SOURCE_CREATORS,
  SOURCE_YEAR,
  SOURCE_URL,
  SOURCE_SAME_AS, /* which may be its address, too */
  SOURCE_TYPE,
  N_SOURCE_MEMBERS,
};
static const char *const source_names[] = { "title",         "citation", "partOf", "id",   "creators",
                                            "yearPublished", "url",      "sameAs", "type", NULL };
static const char *const root_looks[] = { "id", "type", "primaryTopic", "inDataset", NULL };
static const char *const authority_looks[] = { "id", "type", NULL };

/* Where the periods of an authority are told. */
typedef struct
{
  char *title;
  char *author;
  char *date;
  char *url;
  char *whole;    /* that it is a part of: a book, of a chapter */
  char *citation; /* beside the title */
} Authority;

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  GError        *error;
} Reader;

static void
authority_clear (Authority *authority)
{
  g_free (authority->title);
  g_free (authority->author);
  g_free (authority->date);
  g_free (authority->url);
  g_free (authority->whole);
  g_free (authority->citation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Authority, authority_clear)

/* Whether an end is told as PeriodO tells them. */
static gboolean
is_end (const DlLiteral *end)
{
  DlLiteral in;

  return end->kind == DL_LITERAL_OBJECT && dl_literal_get_member (end, "in", &in);
}

/* A label with a start or a stop, of the members of an object. */
static gboolean
are_of_period (const DlLiteral *members)
{
  return (members[PERIOD_LABEL].kind != DL_LITERAL_NOTHING || members[PERIOD_ORIGINAL].kind != DL_LITERAL_NOTHING) &&
         (is_end (&members[PERIOD_START]) || is_end (&members[PERIOD_STOP]));
}

static gboolean
is_period (const DlLiteral *value)
{
  DlLiteral members[N_PERIOD_MEMBERS];

  if (value->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (value, period_names, members);
  return are_of_period (members);
}

/* Whether one of the members of an object is a list of periods, or has them by id. */
static gboolean
have_periods (const DlLiteral *members)
{
  DlLiteral     period;
  DlLiteralIter iter;

  for (guint i = TOP_PERIODS; i <= TOP_DEFINITIONS; i++)
    {
      dl_literal_iter_init (&iter, &members[i]);
      if (dl_literal_iter_next (&iter, NULL, &period) && is_period (&period))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_periods (const DlLiteral *object)
{
  DlLiteral members[N_TOP_MEMBERS];

  if (object->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (object, top_names, members);
  return have_periods (members);
}

/* Authorities, by id or in a list. @members: of what holds them */
static gboolean
get_authorities (const DlLiteral *members, DlLiteral *authorities)
{
  *authorities = members[members[TOP_AUTHORITIES].kind != DL_LITERAL_NOTHING   ? TOP_AUTHORITIES
                         : members[TOP_COLLECTIONS].kind != DL_LITERAL_NOTHING ? TOP_COLLECTIONS
                                                                               : TOP_GRAPH];
  return authorities->kind == DL_LITERAL_OBJECT || authorities->kind == DL_LITERAL_LIST;
}

/* Whether @root, of all of whose members the file consists, is periods, and where those that are not
 * its own stand: it is passed over once, for it may be large and something else. */
static gboolean
look_at_root (const DlLiteral *root, gboolean *own, DlLiteral *authorities)
{
  const char *names[N_TOP_MEMBERS + N_PERIOD_MEMBERS + 1] = { NULL };
  DlLiteral   members[N_TOP_MEMBERS + N_PERIOD_MEMBERS];

  *own = FALSE;
  *authorities = *root;
  if (root->kind != DL_LITERAL_OBJECT)
    return root->kind == DL_LITERAL_LIST;
  memcpy (names, top_names, N_TOP_MEMBERS * sizeof *names);
  memcpy (names + N_TOP_MEMBERS, period_names, N_PERIOD_MEMBERS * sizeof *names);
  dl_literal_get_members (root, names, members);
  *own = have_periods (members) || are_of_period (members + N_TOP_MEMBERS);
  return *own || get_authorities (members, authorities);
}

/* The first value of the file, or what its client keeps of it: {"backend": {…}, "dataset": {…}}.
 * @kept: (out): whether it is that */
static DlLiteral
get_root (DlInput *input, gboolean *kept)
{
  static const char *const names[] = { "backend", "dataset", NULL };
  DlLiteral                root = dl_input_get_literal (input, 0);
  DlLiteral                members[G_N_ELEMENTS (names)];

  *kept = FALSE;
  if (root.kind != DL_LITERAL_OBJECT)
    return root;
  dl_literal_get_members (&root, names, members);
  *kept = members[0].kind == DL_LITERAL_OBJECT && members[1].kind == DL_LITERAL_OBJECT;
  return *kept ? members[1] : root;
}

static gboolean
sniff (DlInput *input)
{
  gboolean      kept;
  DlLiteral     root = get_root (input, &kept);
  DlLiteral     authorities;
  DlLiteral     value;
  DlLiteral     periods;
  DlLiteralIter iter;
  gboolean      own;

  if (!look_at_root (&root, &own, &authorities))
    return FALSE;
  if (own)
    return TRUE;
  dl_literal_iter_init (&iter, &authorities);
  for (guint n = 0; n < 20 && dl_literal_iter_next (&iter, NULL, &value); n++)
    if (has_periods (&value) || is_period (&value) || (kept && dl_literal_get_member (&value, "periods", &periods)))
      return TRUE;
  return FALSE;
}

/* A place in words, or the names of places. transfer full */
static char *
dup_place (const DlLiteral *members)
{
  g_autofree char    *place = dl_literal_dup_line (&members[PERIOD_PLACE]);
  g_autoptr (GString) names = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           value;

  if (*place != '\0')
    return g_steal_pointer (&place);
  dl_literal_iter_init (&iter, &members[PERIOD_PLACES]);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      DlLiteral        label = { NULL };
      g_autofree char *name = NULL;

      if (value.kind == DL_LITERAL_OBJECT)
        dl_literal_get_member (&value, "label", &label);
      name = dl_literal_dup_line (&label);
      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", name);
    }
  return g_strdup (names->str);
}

/* A label may be one for each language; the first is as good as any. transfer full */
static char *
dup_label (const DlLiteral *label)
{
  DlLiteralIter iter;
  DlLiteral     value = *label;

  if (label->kind == DL_LITERAL_OBJECT || label->kind == DL_LITERAL_LIST)
    {
      dl_literal_iter_init (&iter, label);
      if (!dl_literal_iter_next (&iter, NULL, &value))
        return g_strdup ("");
      if (value.kind == DL_LITERAL_LIST)
        return dup_label (&value);
    }
  return dl_literal_dup_line (&value);
}

/* Its label in other languages, where these are others. Returns: (transfer full) */
static char *
dup_other_labels (const DlLiteral *period, const char *label)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  DlLiteral           all;
  DlLiteral           of_language;
  DlLiteralIter       iter;
  GString            *lines = g_string_new (NULL);

  if (!dl_literal_get_member (period, "localizedLabels", &all))
    all = (DlLiteral){ NULL };
  dl_literal_iter_init (&iter, &all);
  while (dl_literal_iter_next (&iter, NULL, &of_language))
    {
      DlLiteralIter inner;
      DlLiteral     value = of_language;

      dl_literal_iter_init (&inner, &of_language);
      while (of_language.kind != DL_LITERAL_LIST || dl_literal_iter_next (&inner, NULL, &value))
        {
          g_autofree char *line = dl_literal_dup_line (&value);

          if (*line != '\0' && strcmp (line, label) != 0)
            g_string_append_printf (labels, "%s%s", labels->len > 0 ? _ (", ") : "", line);
          if (of_language.kind != DL_LITERAL_LIST)
            break;
        }
    }
  dl_draft_add_line (lines, "localizedLabels", labels->str);
  return g_string_free (lines, FALSE);
}

/* What is said beside all that has a place. */
static void
put_rest (Reader *self, const DlLiteral *period, const DlLiteral *members)
{
  DlDraft         *draft = self->literal.draft;
  const char      *known[N_PERIOD_MEMBERS + 1] = { NULL };
  g_autofree char *url = dl_literal_dup_trimmed (&members[PERIOD_URL]);
  g_autofree char *labels = dup_other_labels (period, dl_draft_get_title (draft));
  g_autofree char *place = dl_literal_dup_line (&members[PERIOD_PLACE]);
  guint            n = 0;

  dl_draft_put_address (draft, members[PERIOD_URL].at, g_strdup (""), url, NULL, NULL);
  dl_draft_put_summary (draft, labels);
  /* Of the names of places, those beside one in words; of two labels, the other. */
  for (guint i = 0; i < N_PERIOD_MEMBERS; i++)
    if (i != PERIOD_ORIGINAL && (i != PERIOD_PLACES || *place == '\0'))
      known[n++] = period_names[i];
  dl_draft_literal_put_rest (&self->literal, period, NULL, (const char *const *const[]){ known, period_looks, NULL });
}

static void
read_period (Reader *self, const DlLiteral *period, const Authority *authority)
{
  DlDraft            *draft = self->literal.draft;
  DlLiteral           members[N_PERIOD_MEMBERS];
  g_auto (DlTimespan) timespan = { NULL };
  g_autoptr (GError)  error = NULL;
  g_autofree char    *id = NULL;
  g_autofree char    *label = NULL;
  g_autofree char    *place = NULL;
  g_autofree char    *note = NULL;
  g_autofree char    *editorial = NULL;
  DlSource            source = { NULL };

  if (!dl_input_go_on (self->input, &self->error))
    return;
  if (period->kind != DL_LITERAL_OBJECT)
    return;
  dl_literal_get_members (period, period_names, members);
  dl_draft_begin_event (draft, period->at);
  if (dl_timespan_read (&timespan, &members[PERIOD_START], &members[PERIOD_STOP]) &&
      !dl_timespan_put (&timespan, period->at, draft, &error))
    {
      dl_draft_literal_tell_no_date (&self->literal, period, g_steal_pointer (&error));
      return;
    }
  id = dl_literal_dup_trimmed (&members[PERIOD_ID]);
  label = dup_label (&members[members[PERIOD_LABEL].kind != DL_LITERAL_NOTHING ? PERIOD_LABEL : PERIOD_ORIGINAL]);
  place = dup_place (members);
  note = dl_literal_dup_words (&members[PERIOD_NOTE]);
  editorial = dl_literal_dup_words (&members[PERIOD_EDITORIAL_NOTE]);
  dl_draft_put_id (draft, id);
  dl_draft_put_title (draft, label);
  dl_draft_put_place (draft, place);
  dl_draft_put_summary (draft, note);
  dl_draft_put_summary (draft, editorial);
  source.title = authority->title;
  source.author = authority->author;
  source.date = authority->date;
  source.url = authority->url;
  source.publisher = authority->whole;
  dl_draft_put_source (draft, &source);
  dl_draft_put_source (draft, &(DlSource){ .title = authority->citation });
  put_rest (self, period, members);
  dl_draft_end_event (draft);
}

/* All who wrote it, in one line. Returns: (transfer full) */
static char *
dup_creators (const DlLiteral *creators)
{
  GString      *names = g_string_new (NULL);
  DlLiteralIter iter;
  DlLiteral     creator;

  dl_literal_iter_init (&iter, creators);
  while (dl_literal_iter_next (&iter, NULL, &creator))
    {
      DlLiteral        name = creator;
      g_autofree char *line = NULL;

      if (creator.kind == DL_LITERAL_OBJECT)
        dl_literal_get_member (&creator, "name", &name);
      line = dl_literal_dup_line (&name);
      if (*line != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", line);
    }
  return g_string_free (names, FALSE);
}

/* The address of a source: the first of those that may be followed; others are told. Returns: (transfer full)
 * (nullable) */
static char *
dup_url (Reader *self, const DlLiteral *members)
{
  static const guint names[] = { SOURCE_URL, SOURCE_ID, SOURCE_SAME_AS };
  char              *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *url = dl_literal_dup_trimmed (&members[names[i]]);

      if (url == NULL || !dl_link_is_safe (url))
        continue;
      if (found == NULL)
        found = g_steal_pointer (&url);
      else if (strcmp (found, url) != 0)
        {
          g_autofree char *name = g_strconcat ("source.", source_names[names[i]], NULL);

          dl_draft_leave_out (self->literal.draft, members[names[i]].at, name);
        }
    }
  return found;
}

/* What a source does not say itself is that of the whole. */
static void
fill (char **own, char **of_whole)
{
  if (*own == NULL || **own == '\0')
    {
      g_free (*own);
      *own = g_steal_pointer (of_whole);
    }
}

/* What a source is a part of: a book, which may be one of a series. */
static void
put_whole (Reader *self, Authority *authority, Authority *whole, const DlLiteral *at)
{
  const struct
  {
    char      **own;
    char      **of_whole;
    const char *name;
  } parts[] = { { &authority->author, &whole->author, "source.partOf.creators" },
                { &authority->date, &whole->date, "source.partOf.yearPublished" },
                { &authority->url, &whole->url, "source.partOf.url" },
                { &authority->citation, &whole->citation, "source.partOf.citation" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      fill (parts[i].own, parts[i].of_whole);
      if (*parts[i].of_whole != NULL && **parts[i].of_whole != '\0' && strcmp (*parts[i].own, *parts[i].of_whole) != 0)
        dl_draft_leave_out (self->literal.draft, at->at, parts[i].name);
    }
  fill (&authority->title, &whole->title);
  fill (&authority->whole, &whole->title);
  if (whole->whole == NULL)
    return;
  if (authority->whole != NULL && *authority->whole != '\0')
    {
      char *both = g_strconcat (authority->whole, _ (", "), whole->whole, NULL);

      g_free (authority->whole);
      authority->whole = both;
    }
  else
    fill (&authority->whole, &whole->whole);
}

static void
read_source (Reader *self, Authority *authority, const DlLiteral *source, guint depth)
{
  DlLiteral          members[N_SOURCE_MEMBERS];
  g_autofree char   *year = NULL;
  g_auto (Authority) whole = { NULL };

  if (source->kind != DL_LITERAL_OBJECT)
    return;
  dl_literal_get_members (source, source_names, members);
  authority->title = dl_literal_dup_line (&members[SOURCE_TITLE]);
  authority->citation = dl_literal_dup_line (&members[SOURCE_CITATION]);
  fill (&authority->title, &authority->citation);
  authority->url = dup_url (self, members);
  year = dl_literal_dup_trimmed (&members[SOURCE_YEAR]);
  if (year != NULL)
    authority->date = dl_date_words_to_edtf (year, NULL, NULL, NULL);
  if (year != NULL && authority->date == NULL)
    dl_draft_leave_out (self->literal.draft, members[SOURCE_YEAR].at, "source.yearPublished");
  authority->author = dup_creators (&members[SOURCE_CREATORS]);
  dl_draft_literal_leave_rest (&self->literal, source, top_names[TOP_SOURCE],
                               (const char *const *const[]){ source_names, NULL });
  if (depth > 0)
    {
      read_source (self, &whole, &members[SOURCE_PART_OF], depth - 1);
      put_whole (self, authority, &whole, &members[SOURCE_PART_OF]);
    }
}

static void
read_authority (Reader *self, const DlLiteral *value)
{
  g_auto (Authority) authority = { NULL };
  DlLiteral          members[N_TOP_MEMBERS];
  DlLiteral          period;
  DlLiteralIter      iter;

  if (is_period (value))
    {
      read_period (self, value, &authority);
      return;
    }
  if (value->kind != DL_LITERAL_OBJECT)
    return;
  dl_literal_get_members (value, top_names, members);
  read_source (self, &authority, &members[TOP_SOURCE], 2);
  dl_draft_literal_leave_rest (&self->literal, value, "authority",
                               (const char *const *const[]){ top_names, authority_looks, NULL });
  dl_literal_iter_init (&iter,
                        &members[members[TOP_PERIODS].kind != DL_LITERAL_NOTHING ? TOP_PERIODS : TOP_DEFINITIONS]);
  while (self->error == NULL && dl_literal_iter_next (&iter, NULL, &period))
    read_period (self, &period, &authority);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader        self = { .literal = { .draft = draft, .root = dl_input_get_literal (input, 0) }, .input = input };
  gboolean      kept;
  DlLiteral     root = get_root (input, &kept);
  DlLiteral     authorities;
  DlLiteral     value;
  DlLiteralIter iter;
  gboolean      is_there;
  gboolean      own;

  if (!dl_input_check_literal (input, &self.literal.root, error))
    return FALSE;
  is_there = look_at_root (&root, &own, &authorities);
  if (!own)
    dl_draft_literal_leave_rest (&self.literal, &root, NULL,
                                 (const char *const *const[]){ top_names, root_looks, NULL });
  if (own)
    read_authority (&self, &root);
  else if (is_there)
    {
      dl_literal_iter_init (&iter, &authorities);
      while (self.error == NULL && dl_literal_iter_next (&iter, NULL, &value))
        read_authority (&self, &value);
    }
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

const DlFormat dl_format_periodo = {
  .nick = "periodo",
  .label = N_ ("PeriodO"),
  .endings = "json jsonld js",
  .sniff = sniff,
  .read = read_file,
};
