/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linked Places, and GeoJSON-T of which it is made. A feature has a `when` with timespans; so may its
 * names, its types, and its geometry have one of their own. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-literal.h"
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
static const char *const when_names[] = { "timespans", "label", "start", "end", NULL };

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  GError        *error;
  gboolean       told_parts; /* that they are left out */
} Reader;

/* A feature as far as all its events have it. */
typedef struct
{
  char *title;
  char *id;
  char *description;
  char *type;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->title);
  g_free (place->id);
  g_free (place->description);
  g_free (place->type);
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

static void
put_event (Reader           *self,
           const Place      *place,
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
read_span (Reader *self, const Place *place, const DlLiteral *span, const char *title, const char *what)
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
        return read_span (self, place, &inner, title, what);
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
    put_event (self, place, span, &timespan, title, what);
  return found ? 1 : 0;
}

/* An event for each timespan of a `when`. Returns: how many dates it had */
static guint
read_when (Reader *self, const Place *place, const DlLiteral *when, const char *title, const char *what)
{
  DlLiteral     members[4];
  DlLiteralIter iter;
  DlLiteral     span;
  guint         n = 0;

  dl_literal_iter_init (&iter, when);
  if (when->kind == DL_LITERAL_LIST && dl_literal_iter_next (&iter, NULL, &span) && span.kind == DL_LITERAL_OBJECT)
    {
      do
        n += read_span (self, place, &span, title, what);
      while (dl_literal_iter_next (&iter, NULL, &span));
      return n;
    }
  if (when->kind != DL_LITERAL_OBJECT)
    return read_span (self, place, when, title, what);
  dl_literal_get_members (when, when_names, members);
  if (members[0].kind != DL_LITERAL_LIST)
    return read_span (self, place, members[0].kind == DL_LITERAL_OBJECT ? &members[0] : when, title, what);
  dl_literal_iter_init (&iter, &members[0]);
  while (dl_literal_iter_next (&iter, NULL, &span))
    n += read_span (self, place, &span, title, what);
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
      label = dup_first (&part, are_names ? (const char *const[]){ "toponym", "name", "label", NULL }
                                          : (const char *const[]){ "label", "sourceLabel", "identifier", NULL });
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
      place.title = dup_first_of (&members[FEATURE_NAMES], (const char *const[]){ "toponym", "name", "label", NULL });
    }
  place.id =
    dl_literal_dup_trimmed (&members[members[FEATURE_ID].kind != DL_LITERAL_NOTHING ? FEATURE_ID : FEATURE_PLAIN_ID]);
  place.description = dup_first_of (&members[FEATURE_DESCRIPTIONS], (const char *const[]){ "value", "label", NULL });
  place.type = dup_first_of (&members[FEATURE_TYPES], (const char *const[]){ "label", "sourceLabel", NULL });
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
