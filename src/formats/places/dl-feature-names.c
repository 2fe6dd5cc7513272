/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GeoJSON says nothing of what properties mean: they are known by their names and by what is in them. */
#include "formats/places/dl-feature-names.h"

#include <math.h>
#include <string.h>

#include "formats/places/dl-feature-times.h"
#include "formats/places/dl-features.h"

#define SAMPLED_FEATURES 300
/* A number that is as large counts seconds or milliseconds. */
#define MIN_EPOCH 1e8

typedef struct
{
  char  *name;
  char **words; /* of the name, in small letters */
  guint  n_values;
  guint  n_dates;
  guint  n_texts;
  guint  n_numbers; /* small ones, which may be years */
  guint  n_urls;
  guint  n_times; /* of day */
  guint  n_milliseconds;
  guint  n_day_first; /* dates whose order of day and month is clear */
  guint  n_month_first;
} Property;

/* Names as they are written in files, a word each: who begins, who ends, who is a moment. */
static const char *const start_words[] = { "start",     "begin",       "from",      "born",      "birth",
                                           "founded",   "established", "built",     "opened",    "since",
                                           "earliest",  "inception",   "begins",    "starts",    "beginning",
                                           "startdate", "startyear",   "yearstart", "birthyear", "begindate",
                                           "datestart", NULL };
static const char *const end_words[] = { "end",     "until",      "to",        "died",    "death",
                                         "closed",  "demolished", "destroyed", "stop",    "finish",
                                         "latest",  "abandoned",  "through",   "ends",    "enddate",
                                         "endyear", "yearend",    "deathyear", "dateend", NULL };
static const char *const date_words[] = { "date",     "time",  "datetime", "timestamp", "year",  "when",
                                          "day",      "dates", "years",    "century",   "epoch", "period",
                                          "timespan", "fecha", "datum",    "jahr",      "ano",   "annee",
                                          "anno",     "data",  "年",       "日付",      "연도",  NULL };
static const char *const year_words[] = { "year",      "years",     "jahr",    "ano",     "annee", "startyear",
                                          "yearstart", "birthyear", "endyear", "yearend", "年",    NULL };
/* When something was put down is less than when it was. */
static const char *const record_words[] = { "updated",  "update", "modified", "created",   "published", "edited",
                                            "uploaded", "last",   "added",    "retrieved", "accessed",  NULL };
static const char *const title_words[] = { "title", "headline", "name",   "label", "event", "toponym", "names", "place",
                                           "site",  "city",     "nombre", "titre", "nom",   "titel",   NULL };
static const char *const description_words[] = { "description",  "desc",     "summary", "notes",    "note",
                                                 "text",         "abstract", "comment", "comments", "details",
                                                 "popupcontent", "popup",    NULL };
static const char *const place_words[] = { "place",  "location", "city",  "town",     "country", "address",
                                           "region", "locality", "state", "province", "venue",   NULL };
static const char *const topic_words[] = {
  "type", "category", "class", "kind", "theme", "topic", "group", "genre", NULL
};
static const char *const url_words[] = { "url",    "link", "website", "wikipedia", "href",
                                         "source", "uri",  "web",     "wiki",      NULL };

/* How a map draws it: such a text is no title. */
static const char *const look_words[] = { "icon",   "color", "colour", "marker",   "stroke",
                                          "symbol", "fill",  "style",  "styleurl", NULL };

static void
property_clear (gpointer data)
{
  Property *property = data;

  g_free (property->name);
  g_strfreev (property->words);
}

void
dl_feature_names_clear (DlFeatureNames *self)
{
  for (guint i = 0; i < DL_N_FEATURE_ROLES; i++)
    g_free (self->names[i]);
  g_strfreev (self->known);
  *self = (DlFeatureNames){ { NULL } };
}

/* "startDate", "START_DATE", "Birth Year" are each two words. transfer full */
static char **
split_name (const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at++)
    {
      if (g_ascii_isupper (*at) && at > name && g_ascii_islower (at[-1]))
        g_string_append_c (words, ' ');
      if (g_ascii_isalnum (*at) || (*at & 0x80) != 0)
        g_string_append_c (words, g_ascii_tolower (*at));
      else
        g_string_append_c (words, ' ');
    }
  return g_strsplit_set (words->str, " ", -1);
}

/* The place of the first of a name's words in @list, counted from 1; 0 where none is. */
static guint
find_word (const Property *property, const char *const *list)
{
  guint best = 0;

  for (guint i = 0; property->words[i] != NULL; i++)
    for (guint j = 0; list[j] != NULL; j++)
      if (strcmp (property->words[i], list[j]) == 0 && (best == 0 || j + 1 < best))
        best = j + 1;
  return best;
}

static void
look_at_value (Property *property, const DlLiteral *value)
{
  static const DlDateWordsContext context = { .bare_years = TRUE, .foreign = TRUE };
  g_autofree char                *text = NULL;
  g_autofree char                *edtf = NULL;
  DlDateWordsFound                found;
  DlLiteral                       inner;
  double                          number;

  if (value->kind == DL_LITERAL_NUMBER && dl_literal_get_number (value, &number))
    {
      property->n_values++;
      if (fabs (number) >= DL_EPOCH_MIN_MILLISECONDS)
        property->n_milliseconds++;
      if (fabs (number) >= MIN_EPOCH)
        property->n_dates++;
      else if (number == floor (number) && fabs (number) < 10000)
        property->n_numbers++;
      return;
    }
  /* A start and an end in one. */
  if (value->kind == DL_LITERAL_OBJECT &&
      (dl_literal_get_member (value, "begin", &inner) || dl_literal_get_member (value, "end", &inner)))
    {
      property->n_values++;
      property->n_dates++;
      return;
    }
  if (value->kind != DL_LITERAL_STRING)
    return;
  text = dl_literal_dup_trimmed (value);
  if (text == NULL)
    return;
  property->n_values++;
  property->n_texts++;
  if (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"))
    {
      property->n_urls++;
      return;
    }
  edtf = dl_date_words_to_edtf (text, &context, &found, NULL);
  if (edtf != NULL || found.answer == DL_DATE_ANSWER_AMBIGUOUS)
    property->n_dates++;
  else if (dl_feature_is_time (text))
    property->n_times++;
  if (edtf != NULL && found.order == DL_DAY_MONTH_DAY_FIRST)
    property->n_day_first++;
  if (edtf != NULL && found.order == DL_DAY_MONTH_MONTH_FIRST)
    property->n_month_first++;
}

static void
look_at_feature (const DlLiteral *feature, GArray *properties, GHashTable *indexes)
{
  DlLiteral     object;
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  if (!dl_feature_get_properties (feature, &object))
    return;
  dl_literal_iter_init (&iter, &object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_text (&key);
      guint            index = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, name));

      if (index == 0)
        {
          Property property = { .name = g_strdup (name), .words = split_name (name) };

          g_array_append_val (properties, property);
          index = properties->len;
          g_hash_table_insert (indexes, g_strdup (name), GUINT_TO_POINTER (index));
        }
      look_at_value (&g_array_index (properties, Property, index - 1), &value);
    }
}

/* Whether it holds dates: most of its values are, and its name says so or they can be nothing else. */
static gboolean
holds_dates (const Property *property)
{
  gboolean named = find_word (property, date_words) > 0 || find_word (property, start_words) > 0 ||
                   find_word (property, end_words) > 0 || find_word (property, record_words) > 0;

  return named && property->n_values > 0 && (property->n_dates + property->n_numbers) * 2 >= property->n_values;
}

/* How well it tells when an event was: 0 not at all. */
static guint
rate_start (const Property *property)
{
  if (!holds_dates (property) || find_word (property, end_words) > 0)
    return 0;
  if (find_word (property, record_words) > 0)
    return 1;
  return find_word (property, start_words) > 0 ? 3 : 2;
}

/* Whether it holds years, where another may hold days. */
static gboolean
holds_years (const Property *property)
{
  return property->n_numbers * 2 > property->n_values || find_word (property, year_words) > 0;
}

/* How clear the order of day and month is in what holds the dates. */
static DlDayMonthOrder
find_order (const GArray *properties, int start, int end)
{
  guint day_first = 0;
  guint month_first = 0;

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);

      if ((int) i != start && (int) i != end)
        continue;
      day_first += property->n_day_first;
      month_first += property->n_month_first;
    }
  if ((day_first > 0) == (month_first > 0))
    return DL_DAY_MONTH_UNKNOWN;
  return day_first > 0 ? DL_DAY_MONTH_DAY_FIRST : DL_DAY_MONTH_MONTH_FIRST;
}

static guint
rate_end (const Property *property)
{
  return holds_dates (property) && find_word (property, end_words) > 0 && find_word (property, record_words) == 0 ? 1
                                                                                                                  : 0;
}

static gboolean
is_text (const Property *property)
{
  return property->n_texts > 0 && property->n_urls * 2 <= property->n_texts;
}

/* The best by the words of @list, or -1. */
static int
find_named (const GArray *properties, const char *const *list, const gboolean *taken, gboolean urls)
{
  int   best = -1;
  guint best_rank = G_MAXUINT;

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);
      guint           rank = find_word (property, list);

      if (taken[i] || rank == 0 || !(urls ? property->n_urls > 0 : is_text (property)))
        continue;
      /* A name of one word says it better than one of several. */
      rank = rank * 4 + MIN (g_strv_length (property->words), 3);
      if (rank < best_rank)
        {
          best_rank = rank;
          best = (int) i;
        }
    }
  return best;
}

static void
take (DlFeatureNames *self, DlFeatureRole role, const GArray *properties, int index, gboolean *taken)
{
  if (index < 0)
    return;
  self->names[role] = g_strdup (g_array_index (properties, Property, index).name);
  taken[index] = TRUE;
}

static void
find_dates (DlFeatureNames *self, const GArray *properties, gboolean *taken)
{
  int   start = -1;
  int   end = -1;
  guint best = 0;

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);
      guint           rate = rate_start (property);

      const Property *chosen = start >= 0 ? &g_array_index (properties, Property, start) : NULL;

      /* Of two that say it as well the one that is told more often, or else more exactly. */
      if (rate > best || (rate > 0 && rate == best && property->n_values > chosen->n_values * 2) ||
          (rate > 0 && rate == best && property->n_values * 2 > chosen->n_values && holds_years (chosen) &&
           !holds_years (property)))
        {
          best = rate;
          start = (int) i;
        }
      if (rate_end (property) > 0 &&
          (end < 0 || (holds_years (&g_array_index (properties, Property, end)) && !holds_years (property) &&
                       property->n_values * 2 > g_array_index (properties, Property, end).n_values)))
        end = (int) i;
    }
  take (self, DL_FEATURE_START, properties, start, taken);
  for (guint i = 0; i < properties->len && start >= 0 && self->names[DL_FEATURE_OTHER_START] == NULL; i++)
    if (!taken[i] && rate_start (&g_array_index (properties, Property, i)) > 1)
      take (self, DL_FEATURE_OTHER_START, properties, (int) i, taken);
  take (self, DL_FEATURE_END, properties, end, taken);
  self->order = find_order (properties, start, end);
  self->milliseconds = (start >= 0 && g_array_index (properties, Property, start).n_milliseconds > 0) ||
                       (start < 0 && end >= 0 && g_array_index (properties, Property, end).n_milliseconds > 0);
}

/* Times of the days, each in a property of its own. */
static void
find_times (DlFeatureNames *self, const GArray *properties, gboolean *taken)
{
  for (guint i = 0; i < properties->len && self->names[DL_FEATURE_START] != NULL; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);
      DlFeatureRole   role = find_word (property, end_words) > 0 ? DL_FEATURE_END_TIME : DL_FEATURE_TIME;

      if (!taken[i] && property->n_times * 2 > property->n_values && self->names[role] == NULL &&
          find_word (property, record_words) == 0)
        take (self, role, properties, (int) i, taken);
    }
}

/* A title by its name, or else the first text that is none of the others; at last whatever there is, of
 * which an id is told apart best. */
static void
find_title (DlFeatureNames *self, const GArray *properties, gboolean *taken)
{
  static const char *const id_words[] = { "id", "code", "number", NULL };
  int                      title = find_named (properties, title_words, taken, FALSE);
  int                      value = -1;

  for (guint i = 0; i < properties->len && title < 0; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);

      if (taken[i] || find_word (property, description_words) > 0 || find_word (property, look_words) > 0)
        continue;
      if (is_text (property) && property->n_dates == 0)
        title = (int) i;
      else if (property->n_values > property->n_urls && (value < 0 || find_word (property, id_words) > 0))
        value = (int) i;
    }
  self->title_is_value = title < 0;
  take (self, DL_FEATURE_TITLE, properties, title >= 0 ? title : value, taken);
}

/* What has a role, or says how a map draws it. Returns: (transfer full) */
static char **
dup_known (const GArray *properties, const gboolean *taken)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (guint i = 0; i < properties->len; i++)
    {
      const Property *property = &g_array_index (properties, Property, i);

      if (taken[i] || find_word (property, look_words) > 0)
        g_strv_builder_add (known, property->name);
    }
  return g_strv_builder_end (known);
}

/* What a feature without the title may be called by; that title in letters of another case would be the same. */
static void
find_other_title (DlFeatureNames *self, const GArray *properties, gboolean *taken)
{
  const char *title = self->names[DL_FEATURE_TITLE];

  for (guint i = 0; title != NULL && i < properties->len; i++)
    if (g_ascii_strcasecmp (g_array_index (properties, Property, i).name, title) == 0)
      taken[i] = TRUE;
  take (self, DL_FEATURE_OTHER_TITLE, properties, find_named (properties, title_words, taken, FALSE), taken);
}

gboolean
dl_feature_names_find (DlFeatureNames *self, const DlLiteral *features)
{
  g_autoptr (GArray)     properties = g_array_new (FALSE, FALSE, sizeof (Property));
  g_autoptr (GHashTable) indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean   *taken = NULL;
  DlLiteralIter          iter;
  DlLiteral              feature;

  *self = (DlFeatureNames){ { NULL } };
  g_array_set_clear_func (properties, property_clear);
  dl_literal_iter_init (&iter, features);
  if (features->kind == DL_LITERAL_OBJECT)
    look_at_feature (features, properties, indexes);
  else
    for (guint n = 0; n < SAMPLED_FEATURES && dl_literal_iter_next (&iter, NULL, &feature); n++)
      look_at_feature (&feature, properties, indexes);
  taken = g_new0 (gboolean, properties->len + 1);
  find_dates (self, properties, taken);
  /* Of what only ended the end is all that is known. */
  if (self->names[DL_FEATURE_START] == NULL && self->names[DL_FEATURE_END] == NULL)
    return FALSE;
  find_times (self, properties, taken);
  find_title (self, properties, taken);
  take (self, DL_FEATURE_DESCRIPTION, properties, find_named (properties, description_words, taken, FALSE), taken);
  take (self, DL_FEATURE_PLACE, properties, find_named (properties, place_words, taken, FALSE), taken);
  take (self, DL_FEATURE_TOPIC, properties, find_named (properties, topic_words, taken, FALSE), taken);
  take (self, DL_FEATURE_URL, properties, find_named (properties, url_words, taken, TRUE), taken);
  self->known = dup_known (properties, taken);
  find_other_title (self, properties, taken);
  return TRUE;
}
