/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Features of GeoJSON whose properties hold dates. */
#include "formats/places/dl-geojson.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/places/dl-feature-names.h"
#include "formats/places/dl-feature-times.h"
#include "formats/places/dl-features.h"

typedef struct
{
  DlDraftLiteral     literal;
  DlFeatureNames     names;
  const char        *members[DL_N_FEATURE_ROLES + 1]; /* "" for none: no property is called so */
  DlDateWordsContext context;
  gboolean           told_time;
  gboolean           told_shapes;
} Reader;

/* What a feature has but its properties. */
static const char *const feature_names[] = {
  "type", "id", "properties", "attributes", "geometry", "bbox", "crs", NULL
};

static gboolean
sniff (DlInput *input)
{
  DlLiteral features;

  return dl_features_find (input, NULL, &features);
}

/* `{"begin": …, "end": …}`, as what was made of KML has it, is a start and an end. */
static void
unfold (DlLiteral *start, DlLiteral *end)
{
  static const char *const names[] = { "begin", "start", "end", NULL };
  DlLiteral                members[3];

  if (start->kind != DL_LITERAL_OBJECT)
    return;
  dl_literal_get_members (start, names, members);
  if (members[2].kind != DL_LITERAL_NOTHING)
    *end = members[2];
  if (members[0].kind != DL_LITERAL_NOTHING || members[1].kind != DL_LITERAL_NOTHING)
    *start = members[members[0].kind != DL_LITERAL_NOTHING ? 0 : 1];
  else if (members[2].kind != DL_LITERAL_NOTHING)
    start->kind = DL_LITERAL_NOTHING;
}

/* Whether it is more than "unknown", or a day that may be another. */
static gboolean
is_readable (Reader *self, const DlLiteral *date)
{
  g_autofree char *text = dl_literal_dup_date (date, self->names.milliseconds ? DL_EPOCH_MILLISECONDS : DL_EPOCH_ANY);
  g_autofree char *edtf = text != NULL ? dl_date_words_to_edtf (text, &self->context, NULL, NULL) : NULL;

  return edtf != NULL || date->kind == DL_LITERAL_OBJECT;
}

/* A date as EDTF. Returns: (transfer full) (nullable) */
static char *
dup_day (Reader *self, const DlLiteral *date)
{
  g_autofree char *words = date->kind == DL_LITERAL_STRING ? dl_literal_dup_date (date, DL_EPOCH_NONE) : NULL;

  return words != NULL ? dl_date_words_to_edtf (words, &self->context, NULL, NULL) : NULL;
}

/* Start and end where times of day stand beside them. Returns: whether they do, and are put */
static gboolean
put_times (Reader *self, const DlLiteral *members)
{
  const DlLiteral *end = &members[DL_FEATURE_END];
  g_autofree char *first_day = dup_day (self, &members[DL_FEATURE_START]);
  g_autofree char *last_day = dup_day (self, end);
  g_autofree char *first_time = dl_literal_dup_trimmed (&members[DL_FEATURE_TIME]);
  g_autofree char *last_time = dl_literal_dup_trimmed (&members[DL_FEATURE_END_TIME]);
  g_autofree char *from = dl_feature_join_time (first_day, first_time);
  /* An end that has no day is on that of the start. */
  g_autofree char *to = dl_feature_join_time (last_day != NULL ? last_day : first_day, last_time);
  DlDraftDates     dates = { from, to, members[DL_FEATURE_START].at, end->at, FALSE, NULL };

  if (from == NULL && first_time != NULL && *first_time != '\0' && !self->told_time)
    {
      self->told_time = TRUE;
      dl_draft_literal_tell_note (
        &self->literal, &members[DL_FEATURE_TIME],
        /* Translators: %s is what stands where a time of day belongs, such as “noon”. */
        g_strdup_printf (_ ("Times that do not go together with a day are left out: “%s”."), first_time));
    }
  if (from == NULL || (last_day == NULL && end->kind != DL_LITERAL_NOTHING && end->kind != DL_LITERAL_NULL))
    return FALSE;
  if (to == NULL && last_day != NULL && strcmp (last_day, first_day) != 0)
    dates.end = last_day;
  return dl_draft_put_dates (self->literal.draft, &dates, NULL);
}

/* The line of a second date, where the first does not say the same: "10/02/1800" beside "1800". Returns:
 * (transfer full) */
static char *
dup_other_date (Reader *self, const DlLiteral *members)
{
  const DlLiteral *start = &members[DL_FEATURE_START];
  const DlLiteral *other = &members[DL_FEATURE_OTHER_START];
  DlEpoch          epoch = self->names.milliseconds ? DL_EPOCH_MILLISECONDS : DL_EPOCH_ANY;
  g_autofree char *used = dl_literal_dup_date (start, epoch);
  g_autofree char *date = other->at != start->at ? dl_literal_dup_date (other, epoch) : NULL;
  GString         *line = g_string_new (NULL);

  if (date != NULL && (used == NULL || strstr (used, date) == NULL))
    dl_draft_add_line (line, self->members[DL_FEATURE_OTHER_START], date);
  return g_string_free (line, FALSE);
}

/* What is said beside all that has a place. */
static void
put_rest (Reader *self, const DlLiteral *feature, const DlLiteral *properties, const DlLiteral *members)
{
  g_autofree char *date = dup_other_date (self, members);

  dl_draft_put_summary (self->literal.draft, date);
  dl_draft_literal_put_rest (&self->literal, properties, NULL,
                             (const char *const *const[]){ (const char *const *) self->names.known, NULL });
  dl_draft_literal_put_rest (&self->literal, feature, NULL, (const char *const *const[]){ feature_names, NULL });
}

static void
read_feature (Reader *self, const DlLiteral *feature)
{
  DlDraft         *draft = self->literal.draft;
  DlLiteral        geometry;
  DlLiteral        properties;
  DlLiteral        members[DL_N_FEATURE_ROLES];
  DlLiteral        id;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *place = NULL;
  g_autofree char *topic = NULL;
  g_autofree char *url = NULL;

  /* It is of the whole map and no event, and so before one begins. */
  if (dl_literal_get_member (feature, "geometry", &geometry))
    dl_features_tell_shapes (draft, &geometry, &self->told_shapes);
  dl_draft_begin_event (draft, feature->at);
  if (!dl_feature_get_properties (feature, &properties))
    properties = (DlLiteral){ feature->text, feature->length, feature->at, DL_LITERAL_NOTHING };
  dl_literal_get_members (&properties, self->members, members);
  if (members[DL_FEATURE_START].kind == DL_LITERAL_NOTHING ||
      (members[DL_FEATURE_OTHER_START].kind != DL_LITERAL_NOTHING && !is_readable (self, &members[DL_FEATURE_START])))
    members[DL_FEATURE_START] = members[DL_FEATURE_OTHER_START];
  unfold (&members[DL_FEATURE_START], &members[DL_FEATURE_END]);
  /* Of what only ended the end is all that is known. */
  if (members[DL_FEATURE_START].kind == DL_LITERAL_NOTHING && members[DL_FEATURE_END].kind != DL_LITERAL_NOTHING)
    {
      members[DL_FEATURE_START] = members[DL_FEATURE_END];
      members[DL_FEATURE_END].kind = DL_LITERAL_NOTHING;
    }
  title = dl_literal_dup_line (&members[DL_FEATURE_TITLE]);
  if (*title == '\0' && members[DL_FEATURE_OTHER_TITLE].kind != DL_LITERAL_NOTHING)
    {
      g_free (title);
      title = dl_literal_dup_line (&members[DL_FEATURE_OTHER_TITLE]);
    }
  place = dl_literal_dup_line (&members[DL_FEATURE_PLACE]);
  if (self->names.title_is_value && *title != '\0')
    {
      char *named = *place == '\0' ? g_strconcat (self->members[DL_FEATURE_TITLE], " ", title, NULL) : g_strdup (place);

      g_free (title);
      title = named;
    }
  dl_draft_put_title (draft, *title != '\0' ? title : place);
  if ((members[DL_FEATURE_TIME].kind == DL_LITERAL_NOTHING || !put_times (self, members)) &&
      !dl_draft_literal_put_dates (&self->literal, feature, &members[DL_FEATURE_START], &members[DL_FEATURE_END],
                                   self->names.milliseconds ? DL_EPOCH_MILLISECONDS : DL_EPOCH_ANY, FALSE,
                                   &self->context))
    return;
  description = dl_literal_dup_words (&members[DL_FEATURE_DESCRIPTION]);
  topic = dl_literal_dup_line (&members[DL_FEATURE_TOPIC]);
  url = dl_literal_dup_trimmed (&members[DL_FEATURE_URL]);
  dl_draft_put_summary (draft, description);
  dl_draft_put_place (draft, place);
  dl_draft_put_topic (draft, topic);
  if (dl_literal_get_member (feature, "id", &id))
    {
      g_autofree char *text = dl_literal_dup_trimmed (&id);

      dl_draft_put_id (draft, text);
      if (*title == '\0' && *place == '\0')
        dl_draft_put_title (draft, text);
    }
  if (url != NULL)
    dl_draft_literal_put_address (&self->literal, &members[DL_FEATURE_URL], url, NULL, NULL);
  dl_draft_literal_put_shown (&self->literal, &members[DL_FEATURE_TITLE], NULL, TRUE);
  dl_draft_literal_put_shown (&self->literal, &members[DL_FEATURE_DESCRIPTION], NULL, FALSE);
  put_rest (self, feature, &properties, members);
  dl_draft_end_event (draft);
}

static gboolean
read_features (Reader *self, DlInput *input, const DlLiteral *features, GError **error)
{
  DlLiteralIter iter;
  DlLiteral     feature;

  if (features->kind == DL_LITERAL_OBJECT)
    {
      read_feature (self, features);
      return TRUE;
    }
  dl_literal_iter_init (&iter, features);
  while (dl_literal_iter_next (&iter, NULL, &feature))
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      if (feature.kind == DL_LITERAL_OBJECT)
        read_feature (self, &feature);
    }
  return TRUE;
}

/* One list of features, whose properties have names of their own.
 * @found: set where it holds dates */
static gboolean
read_list (Reader *self, DlInput *input, const DlLiteral *features, gboolean *found, GError **error)
{
  gboolean read = TRUE;

  if (dl_feature_names_find (&self->names, features))
    {
      *found = TRUE;
      for (guint i = 0; i < DL_N_FEATURE_ROLES; i++)
        self->members[i] = self->names.names[i] != NULL ? self->names.names[i] : "";
      self->context = (DlDateWordsContext){ .order = self->names.order, .bare_years = TRUE, .foreign = TRUE };
      g_debug ("dates are in %s and %s, titles in %s", self->members[DL_FEATURE_START], self->members[DL_FEATURE_END],
               self->members[DL_FEATURE_TITLE]);
      read = read_features (self, input, features, error);
    }
  dl_feature_names_clear (&self->names);
  return read;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader             self = { .literal = { .draft = draft } };
  g_autoptr (GArray) lists = NULL;
  gboolean           found = FALSE;

  self.literal.root = dl_input_get_literal (input, 0);
  if (!dl_input_check_literal (input, &self.literal.root, error))
    return FALSE;
  dl_features_read_head (&self.literal);
  lists = dl_features_find_all (input, draft);
  for (guint i = 0; i < lists->len; i++)
    if (!read_list (&self, input, &g_array_index (lists, DlLiteral, i), &found, error))
      return FALSE;
  if (!found)
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                 /* Translators: %s is a file. */
                 _ ("%s: this is GeoJSON, but none of the properties of its features holds dates, which a timeline "
                    "needs."),
                 input->name);
  return found;
}

const DlFormat dl_format_geojson = {
  .nick = "geojson",
  .label = N_ ("GeoJSON"),
  .endings = "geojson geojsonl json",
  .sniff = sniff,
  .read = read_file,
};
