/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linked Places, and GeoJSON-T of which it is made. A feature has a `when` with timespans; so may its
 * names, its types, and its geometry have one of their own. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/places/dl-features.h"
#include "formats/places/dl-geojson.h"
#include "formats/places/dl-timespan.h"

enum
{
  FEATURE_ID,
  FEATURE_PLAIN_ID,
  FEATURE_PROPERTIES,
  FEATURE_WHEN,
  FEATURE_NAMES,
  FEATURE_TYPES,
  FEATURE_GEOMETRY,
  FEATURE_RELATIONS,
  FEATURE_DESCRIPTIONS,
  N_FEATURE_MEMBERS,
};
static const char *const feature_names[] = { "@id",   "id",       "properties", "when",         "names",
                                             "types", "geometry", "relations",  "descriptions", NULL };

static const char *const title_names[] = { "title", "name", "label", "toponym", NULL };

enum
{
  WHEN_TIMESPANS,
  WHEN_LABEL,
  N_WHEN_MEMBERS,
};
static const char *const when_names[] = { "timespans", "label", NULL };
/* What else is read of one, or of a timespan. */
static const char *const span_names[] = { "start", "end", "stop", "during", NULL };
/* In which language something is said, how a shape is drawn, and what is known without being told. */
static const char *const passed[] = { "type", "lang", "bbox", "crs", "coordinates", NULL };
static const char *const toponym_names[] = { "toponym", "name", "label", NULL };
static const char *const type_names[] = { "label", "sourceLabel", "identifier", NULL };
static const char *const description_names[] = { "value", "label", NULL };
static const char *const when_member[] = { "when", NULL };

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  GError        *error;
  gboolean       told_parts; /* that they are left out */
  gboolean       told_shapes;
} Reader;

/* A feature as far as all its events have it. */
typedef struct
{
  char *title;
  char *id;
  char *description;
  char *type;
  char *rest; /* what is said beside, a line each */
} Place;

static void
place_clear (Place *place)
{
  g_free (place->title);
  g_free (place->id);
  g_free (place->description);
  g_free (place->type);
  g_free (place->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* Whether one of the elements of a list has a `when`. */
static gboolean
list_has_when (const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     value;
  DlLiteral     when;

  dl_literal_iter_init (&iter, list);
  while (dl_literal_iter_next (&iter, NULL, &value))
    if (value.kind == DL_LITERAL_OBJECT && dl_literal_get_member (&value, "when", &when))
      return TRUE;
  return FALSE;
}

/* The geometries of a collection of them, each with its own time. */
static gboolean
get_geometries (const DlLiteral *geometry, DlLiteral *list)
{
  return geometry->kind == DL_LITERAL_OBJECT && dl_literal_get_member (geometry, "geometries", list) &&
         list->kind == DL_LITERAL_LIST;
}

static gboolean
has_when (const DlLiteral *feature)
{
  DlLiteral members[N_FEATURE_MEMBERS];
  DlLiteral when;

  dl_literal_get_members (feature, feature_names, members);
  return members[FEATURE_WHEN].kind == DL_LITERAL_OBJECT || list_has_when (&members[FEATURE_NAMES]) ||
         list_has_when (&members[FEATURE_TYPES]) ||
         (get_geometries (&members[FEATURE_GEOMETRY], &when) && list_has_when (&when)) ||
         (members[FEATURE_GEOMETRY].kind == DL_LITERAL_OBJECT &&
          dl_literal_get_member (&members[FEATURE_GEOMETRY], "when", &when));
}

static gboolean
sniff (DlInput *input)
{
  DlLiteral     features;
  DlLiteral     feature;
  DlLiteralIter iter;

  if (!dl_features_find (input, NULL, &features))
    return FALSE;
  if (features.kind == DL_LITERAL_OBJECT)
    return has_when (&features);
  dl_literal_iter_init (&iter, &features);
  for (guint n = 0; n < DL_INPUT_SNIFFED_ELEMENTS && dl_literal_iter_next (&iter, NULL, &feature); n++)
    if (feature.kind == DL_LITERAL_OBJECT && has_when (&feature))
      return TRUE;
  return FALSE;
}

/* The first of the members that is a text. transfer full, "" for none */
static char *
dup_first (const DlLiteral *object, const char *const *names)
{
  DlLiteral members[8];
  DlLiteral none = { NULL };

  dl_literal_get_members (object, names, members);
  for (guint i = 0; names[i] != NULL; i++)
    if (members[i].kind == DL_LITERAL_STRING || members[i].kind == DL_LITERAL_NUMBER)
      return dl_literal_dup_line (&members[i]);
  return dl_literal_dup_line (&none);
}

/* The same of the first element of a list. */
static char *
dup_first_of (const DlLiteral *list, const char *const *names)
{
  DlLiteralIter iter;
  DlLiteral     value;

  dl_literal_iter_init (&iter, list);
  if (dl_literal_iter_next (&iter, NULL, &value) && value.kind == DL_LITERAL_OBJECT)
    return dup_first (&value, names);
  return g_strdup ("");
}

/* The same of the others, in a line under @name. @timeless: only of those that are no events of their own */
static void
add_others (GString *lines, const DlLiteral *list, const char *const *names, const char *name, gboolean timeless)
{
  g_autoptr (GString) others = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           value;
  DlLiteral           when;

  dl_literal_iter_init (&iter, list);
  dl_literal_iter_next (&iter, NULL, &value);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *word =
        value.kind == DL_LITERAL_OBJECT ? dup_first (&value, names) : dl_literal_dup_line (&value);

      if (*word != '\0' && !(timeless && dl_literal_get_member (&value, when_member[0], &when)))
        g_string_append_printf (others, "%s%s", others->len > 0 ? _ (", ") : "", word);
    }
  dl_draft_add_line (lines, name, others->str);
}

/* What is within a member beside what is read. */
static void
add_rest (Reader *self, GString *lines, const DlLiteral *value, const char *prefix, const char *const *read)
{
  g_autofree char *rest = dl_draft_literal_dup_rest (&self->literal, value, prefix,
                                                     (const char *const *const[]){ read, when_member, passed, NULL });

  if (*rest != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", rest);
}

/* What is said of a place beside all that has a place of its own. Returns: (transfer full) */
static char *
dup_rest (Reader *self, const DlLiteral *feature, const DlLiteral *members)
{
  const char *known[N_FEATURE_MEMBERS + 1] = { NULL };
  GString    *lines = g_string_new (NULL);
  gboolean    timeless = members[FEATURE_WHEN].kind == DL_LITERAL_NOTHING;
  guint       n = 0;

  for (guint i = 0; i < N_FEATURE_MEMBERS; i++)
    if (i != FEATURE_RELATIONS || list_has_when (&members[FEATURE_RELATIONS]))
      known[n++] = feature_names[i];
  add_others (lines, &members[FEATURE_NAMES], toponym_names, feature_names[FEATURE_NAMES], timeless);
  add_others (lines, &members[FEATURE_TYPES], type_names, feature_names[FEATURE_TYPES], timeless);
  add_others (lines, &members[FEATURE_DESCRIPTIONS], description_names, feature_names[FEATURE_DESCRIPTIONS], timeless);
  add_rest (self, lines, &members[FEATURE_NAMES], feature_names[FEATURE_NAMES], toponym_names);
  add_rest (self, lines, &members[FEATURE_TYPES], feature_names[FEATURE_TYPES], type_names);
  add_rest (self, lines, &members[FEATURE_DESCRIPTIONS], feature_names[FEATURE_DESCRIPTIONS], description_names);
  add_rest (self, lines, &members[FEATURE_PROPERTIES], NULL, title_names);
  add_rest (self, lines, feature, NULL, known);
  return g_string_free (lines, FALSE);
}

/* What is said of the time of an event beside when it was. */
static void
put_words_of_time (Reader *self, const DlLiteral *when, const DlLiteral *span)
{
  DlDraft  *draft = self->literal.draft;
  DlLiteral label = { NULL };

  if (when->kind == DL_LITERAL_OBJECT)
    dl_literal_get_member (when, when_names[WHEN_LABEL], &label);
  if (label.kind == DL_LITERAL_NOTHING && span->kind == DL_LITERAL_OBJECT)
    dl_literal_get_member (span, when_names[WHEN_LABEL], &label);
  if (label.kind != DL_LITERAL_NOTHING && !dl_draft_has_date_note (draft))
    {
      g_autofree char *line = dl_literal_dup_line (&label);

      dl_draft_put_date_note (draft, line);
    }
  else if (label.kind != DL_LITERAL_NOTHING)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autofree char    *line = dl_literal_dup_line (&label);

      dl_draft_add_line (lines, when_member[0], line);
      dl_draft_put_summary (draft, lines->str);
    }
  if (when->kind == DL_LITERAL_OBJECT)
    dl_draft_literal_put_rest (&self->literal, when, when_member[0],
                               (const char *const *const[]){ when_names, span_names, NULL });
  if (span->kind == DL_LITERAL_OBJECT && span->at != when->at)
    dl_draft_literal_put_rest (&self->literal, span, when_member[0],
                               (const char *const *const[]){ when_names, span_names, NULL });
}

static void
put_event (Reader           *self,
           const Place      *place,
           const DlLiteral  *when,
           const DlLiteral  *span,
           const DlTimespan *timespan,
           const char       *title,
           const char       *what)
{
  DlDraft           *draft = self->literal.draft;
  g_autoptr (GError) error = NULL;
  DlSource           source = { .url = place->id };

  dl_draft_begin_event (draft, span->at);
  dl_draft_put_title (draft, title);
  if (!dl_timespan_put (timespan, span->at, draft, &error))
    {
      dl_draft_literal_tell_no_date (&self->literal, span, g_steal_pointer (&error));
      return;
    }
  /* Where it was called otherwise, what it is called. */
  dl_draft_put_place (draft, place->title);
  dl_draft_put_topic (draft, what != NULL && *what != '\0' ? what : place->type);
  dl_draft_put_summary (draft, place->description);
  dl_draft_put_summary (draft, place->rest);
  put_words_of_time (self, when, span);
  if (place->id != NULL && dl_link_is_safe (place->id))
    dl_draft_put_source (draft, &source);
  dl_draft_end_event (draft);
}

/* Of GeoJSON-T, the bounds in a row: start, latest start, earliest end, end. */
static gboolean
read_row (DlTimespan *timespan, const DlLiteral *row)
{
  char        **bounds[] = { &timespan->earliest_start, &timespan->latest_start, &timespan->earliest_end,
                             &timespan->latest_end };
  guint         count = dl_literal_count (row, 5);
  DlLiteralIter iter;
  DlLiteral     value;

  *timespan = (DlTimespan){ NULL };
  dl_literal_iter_init (&iter, row);
  if (count == 2)
    {
      DlLiteral first;

      dl_literal_iter_next (&iter, NULL, &first);
      dl_literal_iter_next (&iter, NULL, &value);
      return dl_timespan_read (timespan, &first, &value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bounds) && dl_literal_iter_next (&iter, NULL, &value); i++)
    *bounds[i] = dl_literal_dup_trimmed (&value);
  if (dl_literal_iter_next (&iter, NULL, &value))
    timespan->start_label = dl_literal_dup_trimmed (&value);
  /* One that is not told is not uncertain. */
  if (timespan->latest_start == NULL)
    timespan->latest_start = g_strdup (timespan->earliest_start);
  if (timespan->earliest_end == NULL)
    timespan->earliest_end = g_strdup (timespan->latest_end);
  return timespan->earliest_start != NULL;
}

/* Whether a span has but -1 for what is not known, as databases put it: {"start": 1727, "end": -1}. The
 * year before it ends no span that begins later, and none begins and ends with it. */
static gboolean
is_unknown (const DlLiteral *start, const DlLiteral *end)
{
  gint64 first;
  gint64 last;

  return start->kind == DL_LITERAL_NUMBER && end->kind == DL_LITERAL_NUMBER && dl_literal_get_integer (start, &first) &&
         dl_literal_get_integer (end, &last) && last == -1 && first >= -1;
}

static guint
read_span (Reader          *self,
           const Place     *place,
           const DlLiteral *when,
           const DlLiteral *span,
           const char      *title,
           const char      *what)
{
  static const char *const names[] = { "start", "end", "stop", NULL };
  g_auto (DlTimespan)      timespan = { NULL };
  DlLiteral                members[3];
  DlLiteral                inner;
  DlLiteral               *end;
  gint64                   first;
  gboolean                 found;

  if (span->kind == DL_LITERAL_LIST)
    found = read_row (&timespan, span);
  else if (span->kind == DL_LITERAL_OBJECT)
    {
      /* `{"during": {"start": …, "end": …}}`, as GeoJSON-T had it */
      if (dl_literal_get_member (span, "during", &inner) && inner.kind == DL_LITERAL_OBJECT)
        return read_span (self, place, when, &inner, title, what);
      dl_literal_get_members (span, names, members);
      end = &members[members[1].kind != DL_LITERAL_NOTHING ? 1 : 2];
      if (is_unknown (&members[0], end))
        {
          if (dl_literal_get_integer (&members[0], &first) && first == -1)
            return 0;
          *end = (DlLiteral){ NULL };
        }
      found = dl_timespan_read (&timespan, &members[0], end);
    }
  else
    found = dl_timespan_read (&timespan, span, &(DlLiteral){ NULL });
  if (found)
    put_event (self, place, when, span, &timespan, title, what);
  return found ? 1 : 0;
}

/* An event for each timespan of a `when`. Returns: how many dates it had */
static guint
read_when (Reader *self, const Place *place, const DlLiteral *when, const char *title, const char *what)
{
  DlLiteral     members[N_WHEN_MEMBERS];
  DlLiteralIter iter;
  DlLiteral     span;
  guint         n = 0;

  dl_literal_iter_init (&iter, when);
  if (when->kind == DL_LITERAL_LIST && dl_literal_iter_next (&iter, NULL, &span) && span.kind == DL_LITERAL_OBJECT)
    {
      do
        n += read_span (self, place, when, &span, title, what);
      while (dl_literal_iter_next (&iter, NULL, &span));
      return n;
    }
  if (when->kind != DL_LITERAL_OBJECT)
    return read_span (self, place, when, when, title, what);
  dl_literal_get_members (when, when_names, members);
  if (members[WHEN_TIMESPANS].kind != DL_LITERAL_LIST)
    return read_span (self, place, when,
                      members[WHEN_TIMESPANS].kind == DL_LITERAL_OBJECT ? &members[WHEN_TIMESPANS] : when, title, what);
  dl_literal_iter_init (&iter, &members[WHEN_TIMESPANS]);
  while (dl_literal_iter_next (&iter, NULL, &span))
    n += read_span (self, place, when, &span, title, what);
  return n;
}

/* Of names that were in use, or of types that it was of, each for its time. */
static guint
read_parts (Reader *self, const Place *place, const DlLiteral *parts, gboolean are_names)
{
  DlLiteralIter iter;
  DlLiteral     part;
  guint         n = 0;

  dl_literal_iter_init (&iter, parts);
  while (dl_literal_iter_next (&iter, NULL, &part))
    {
      DlLiteral        when;
      DlLiteral        properties;
      g_autofree char *label = NULL;
      g_autofree char *called = NULL;

      if (part.kind != DL_LITERAL_OBJECT || !dl_literal_get_member (&part, "when", &when))
        continue;
      /* Of a geometry, what is done there: "Liangzhou to Anxi". */
      properties = (DlLiteral){ NULL };
      if (!are_names && dl_literal_get_member (&part, "properties", &properties))
        {
          called = dup_first (&properties, title_names);
          n += read_when (self, place, &when, *called != '\0' ? called : place->title, NULL);
          continue;
        }
      label = dup_first (&part, are_names ? toponym_names : type_names);
      n += read_when (self, place, &when, are_names && *label != '\0' ? label : place->title, are_names ? NULL : label);
    }
  return n;
}

static void
read_feature (Reader *self, const DlLiteral *feature)
{
  g_auto (Place) place = { NULL };
  DlLiteral      members[N_FEATURE_MEMBERS];
  DlLiteral      when;
  guint          n = 0;

  if (!dl_input_go_on (self->input, &self->error))
    return;
  dl_literal_get_members (feature, feature_names, members);
  place.title = dup_first (&members[FEATURE_PROPERTIES], title_names);
  if (*place.title == '\0')
    {
      g_free (place.title);
      place.title = dup_first_of (&members[FEATURE_NAMES], toponym_names);
    }
  place.id =
    dl_literal_dup_trimmed (&members[members[FEATURE_ID].kind != DL_LITERAL_NOTHING ? FEATURE_ID : FEATURE_PLAIN_ID]);
  place.description = dup_first_of (&members[FEATURE_DESCRIPTIONS], description_names);
  place.type = dup_first_of (&members[FEATURE_TYPES], (const char *const[]){ "label", "sourceLabel", NULL });
  place.rest = dup_rest (self, feature, members);
  dl_features_tell_shapes (self->literal.draft, &members[FEATURE_GEOMETRY], &self->told_shapes);
  if (members[FEATURE_WHEN].kind != DL_LITERAL_NOTHING)
    n = read_when (self, &place, &members[FEATURE_WHEN], place.title, NULL);
  else if (members[FEATURE_PROPERTIES].kind == DL_LITERAL_OBJECT &&
           dl_literal_get_member (&members[FEATURE_PROPERTIES], "when", &when))
    n = read_when (self, &place, &when, place.title, NULL);
  if (n > 0 && !self->told_parts &&
      (list_has_when (&members[FEATURE_NAMES]) || list_has_when (&members[FEATURE_RELATIONS])))
    {
      self->told_parts = TRUE;
      dl_draft_literal_tell_note (
        &self->literal, feature,
        g_strdup (_ ("A place with a time of its own is one event; when its names or relations held is left out.")));
    }
  /* Without one of its own, what its parts say. */
  if (n == 0)
    n = read_parts (self, &place, &members[FEATURE_NAMES], TRUE);
  if (n == 0)
    n = read_parts (self, &place, &members[FEATURE_TYPES], FALSE);
  if (n == 0 && members[FEATURE_GEOMETRY].kind == DL_LITERAL_OBJECT &&
      dl_literal_get_member (&members[FEATURE_GEOMETRY], "when", &when))
    n = read_when (self, &place, &when, place.title, NULL);
  if (n == 0 && get_geometries (&members[FEATURE_GEOMETRY], &when))
    n = read_parts (self, &place, &when, FALSE);
  if (n == 0 && list_has_when (&members[FEATURE_RELATIONS]))
    n = read_parts (self, &place, &members[FEATURE_RELATIONS], FALSE);
  if (n == 0)
    {
      dl_draft_begin_event (self->literal.draft, feature->at);
      dl_draft_put_title (self->literal.draft, place.title);
      dl_draft_tell_lost (self->literal.draft, feature->at, g_strdup (""),
                          g_strdup (_ ("This event has no date and is left out.")));
      dl_draft_drop_event (self->literal.draft);
    }
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader        self = { .literal = { .draft = draft }, .input = input };
  DlLiteral     features;
  DlLiteral     feature;
  DlLiteralIter iter;

  self.literal.root = dl_input_get_literal (input, 0);
  if (!dl_features_find (input, draft, &features) || !dl_input_check_literal (input, &self.literal.root, error))
    return FALSE;
  if (features.at != self.literal.root.at)
    dl_features_read_head (&self.literal);
  if (features.kind == DL_LITERAL_OBJECT)
    read_feature (&self, &features);
  dl_literal_iter_init (&iter, &features);
  while (features.kind == DL_LITERAL_LIST && self.error == NULL && dl_literal_iter_next (&iter, NULL, &feature))
    if (feature.kind == DL_LITERAL_OBJECT)
      read_feature (&self, &feature);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

const DlFormat dl_format_linkedplaces = {
  .nick = "linkedplaces",
  .label = N_ ("Linked Places"),
  .endings = "geojson json jsonld jsonl",
  .sniff = sniff,
  .read = read_file,
};
