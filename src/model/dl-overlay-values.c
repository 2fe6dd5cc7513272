/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-overlay-values.h"

#include <string.h>

#include "model/dl-timeline-private.h"

/* Between the parts of what makes two of them the same. */
#define SEPARATOR "\037"

/* Of one kind of values: where each is, by what makes it the same, and the ids. */
typedef struct
{
  GHashTable *same; /* text to index plus one */
  GHashTable *ids;
} Known;

struct _DlOverlayMerger
{
  DlTimeline *overlay;
  Known       people;
  Known       places;
  Known       topics;
  Known       sources;
  GHashTable *eras;
};

static void
known_init (Known *known)
{
  known->same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  known->ids = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->same, g_hash_table_unref);
  g_clear_pointer (&known->ids, g_hash_table_unref);
}

void
dl_overlay_values_clear (DlOverlayValues *values)
{
  g_clear_pointer (&values->people, g_free);
  g_clear_pointer (&values->places, g_free);
  g_clear_pointer (&values->topics, g_free);
  g_clear_pointer (&values->sources, g_free);
}

DlOverlayMerger *
dl_overlay_merger_new (DlTimeline *overlay)
{
  DlOverlayMerger *self = g_new0 (DlOverlayMerger, 1);

  self->overlay = overlay;
  known_init (&self->people);
  known_init (&self->places);
  known_init (&self->topics);
  known_init (&self->sources);
  self->eras = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
dl_overlay_merger_free (DlOverlayMerger *self)
{
  known_clear (&self->people);
  known_clear (&self->places);
  known_clear (&self->topics);
  known_clear (&self->sources);
  g_clear_pointer (&self->eras, g_hash_table_unref);
  g_free (self);
}

/* How people see it: who has no name is called by the id. */
static const char *
name_of (const char *name, const char *id)
{
  return name != NULL ? name : id;
}

/* Of any case and width, as it is written on a screen.
 * Returns: (transfer full) (nullable): %NULL for what has no name */
static char *
fold (const char *name)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *normal = NULL;

  if (name == NULL)
    return NULL;
  trimmed = g_strstrip (g_strdup (name));
  normal = g_utf8_normalize (trimmed, -1, G_NORMALIZE_ALL);
  return *trimmed == '\0' || normal == NULL ? NULL : g_utf8_casefold (normal, -1);
}

/* Index of what is the same as @key says, or DL_NONE. @key: (nullable) */
static guint32
find (const Known *known, const char *key)
{
  return key == NULL ? DL_NONE : GPOINTER_TO_UINT (g_hash_table_lookup (known->same, key)) - 1;
}

/* The id that a value is known by: its own, or where that is taken "FILE:ID".
 * Returns: (nullable): owned by the overlay or the file */
static const char *
choose_id (DlOverlayMerger *self, Known *known, const DlTimelineFile *file, const char *id)
{
  if (id != NULL && g_hash_table_contains (known->ids, id))
    {
      g_autofree char *wish = g_strdup_printf ("%s:%s", file->id, id);

      id = g_hash_table_contains (known->ids, wish) ? NULL
                                                    : dl_string_arena_add (self->overlay->strings, wish, strlen (wish));
    }
  if (id != NULL)
    g_hash_table_add (known->ids, (gpointer) id);
  return id;
}

/* @key: (transfer full) (nullable). Where two of one file are the same there, they
 * stay two: that file has its reasons. Returns: the index */
static guint32
add (Known *known, GArray *array, gconstpointer record, char *key)
{
  g_array_append_vals (array, record, 1);
  if (key == NULL || g_hash_table_contains (known->same, key))
    g_free (key);
  else
    g_hash_table_insert (known->same, key, GUINT_TO_POINTER (array->len));
  return array->len - 1;
}

/* Topics and places */

static guint32
take_topic (DlOverlayMerger *self, const DlTopic *topic, const DlTimelineFile *file, guint n_before)
{
  g_autofree char *key = fold (name_of (topic->name, topic->id));
  guint32          index = find (&self->topics, key);
  DlTopic          copy = *topic;

  if (index < n_before)
    {
      DlTopic *known = &g_array_index (self->overlay->topics, DlTopic, index);

      if (known->color == NULL)
        known->color = topic->color;
      return index;
    }
  copy.id = choose_id (self, &self->topics, file, topic->id);
  copy.name = name_of (topic->name, topic->id);
  return add (&self->topics, self->overlay->topics, &copy, g_steal_pointer (&key));
}

static guint32
take_place (DlOverlayMerger *self, const DlPlace *place, const DlTimelineFile *file, guint n_before)
{
  g_autofree char *key = fold (name_of (place->name, place->id));
  guint32          index = find (&self->places, key);
  DlPlace          copy = *place;

  if (index < n_before)
    {
      DlPlace *known = &g_array_index (self->overlay->places, DlPlace, index);

      /* Two zones are two places, whatever they are called. */
      if (place->timezone == NULL || known->timezone == NULL ||
          g_str_equal (dl_zone_get_name (known->timezone), dl_zone_get_name (place->timezone)))
        {
          if (known->timezone == NULL && place->timezone != NULL)
            known->timezone = dl_zone_ref (place->timezone);
          return index;
        }
    }
  copy.id = choose_id (self, &self->places, file, place->id);
  copy.name = name_of (place->name, place->id);
  if (copy.timezone != NULL)
    dl_zone_ref (copy.timezone);
  return add (&self->places, self->overlay->places, &copy, g_steal_pointer (&key));
}

/* People */

static void
take_aliases (DlPerson *known, const char *const *aliases)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (const char *const *alias = known->aliases; alias != NULL && *alias != NULL; alias++)
    g_ptr_array_add (all, (gpointer) *alias);
  for (const char *const *alias = aliases; alias != NULL && *alias != NULL; alias++)
    if (!g_ptr_array_find_with_equal_func (all, *alias, g_str_equal, NULL))
      g_ptr_array_add (all, (gpointer) *alias);
  g_free ((gpointer) known->aliases);
  known->aliases = NULL;
  if (all->len == 0)
    return;
  g_ptr_array_add (all, NULL);
  known->aliases = (const char *const *) g_ptr_array_free (g_steal_pointer (&all), FALSE);
}

static guint32
take_person (DlOverlayMerger *self, const DlPerson *person, const DlTimelineFile *file, guint n_before)
{
  g_autofree char *key = fold (name_of (person->name, person->id));
  guint32          index = find (&self->people, key);
  DlPerson         copy = { NULL, name_of (person->name, person->id), person->role, NULL };

  if (index < n_before)
    {
      DlPerson *known = &g_array_index (self->overlay->people, DlPerson, index);

      if (known->role == NULL || person->role == NULL || g_str_equal (known->role, person->role))
        {
          if (known->role == NULL)
            known->role = person->role;
          take_aliases (known, person->aliases);
          return index;
        }
    }
  copy.id = choose_id (self, &self->people, file, person->id);
  take_aliases (&copy, person->aliases);
  return add (&self->people, self->overlay->people, &copy, g_steal_pointer (&key));
}

/* Sources */

static char *
dup_source_key (const DlSource *source)
{
  g_autofree char *title = NULL;

  if (source->url != NULL)
    return g_strconcat ("url", SEPARATOR, source->url, NULL);
  title = fold (source->title);
  if (title == NULL)
    return NULL;
  return g_strconcat ("title", SEPARATOR, title, SEPARATOR, source->publisher != NULL ? source->publisher : "",
                      SEPARATOR, source->date != NULL ? source->date : "", NULL);
}

static guint32
take_source (DlOverlayMerger *self, const DlSource *source, const DlTimelineFile *file, guint n_before)
{
  g_autofree char *key = dup_source_key (source);
  guint32          index = find (&self->sources, key);
  DlSource         copy = *source;

  if (index < n_before)
    return index;
  copy.id = choose_id (self, &self->sources, file, source->id);
  if (copy.title == NULL)
    copy.title = source->id;
  return add (&self->sources, self->overlay->sources, &copy, g_steal_pointer (&key));
}

char *
dl_overlay_dup_era_key (const DlEra *era)
{
  return g_strconcat (era->title != NULL ? era->title : "", SEPARATOR, era->date_text, NULL);
}

static void
take_eras (DlOverlayMerger *self, DlTimeline *timeline)
{
  for (guint i = 0; i < timeline->eras->len; i++)
    {
      const DlEra *era = &g_array_index (timeline->eras, DlEra, i);

      if (g_hash_table_add (self->eras, dl_overlay_dup_era_key (era)))
        g_array_append_vals (self->overlay->eras, era, 1);
    }
}

/* What was there before this file came may be the same; what is of it is not. */
#define TAKE_ALL(member, Type, take)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint n_before = self->overlay->member->len;                                                                       \
                                                                                                                       \
    values->member = g_new (guint32, timeline->member->len + 1);                                                       \
    for (guint i = 0; i < timeline->member->len; i++)                                                                  \
      values->member[i] = take (self, &g_array_index (timeline->member, Type, i), file, n_before);                     \
  }                                                                                                                    \
  G_STMT_END

void
dl_overlay_merger_take (DlOverlayMerger      *self,
                        DlTimeline           *timeline,
                        const DlTimelineFile *file,
                        DlOverlayValues      *values)
{
  TAKE_ALL (people, DlPerson, take_person);
  TAKE_ALL (places, DlPlace, take_place);
  TAKE_ALL (topics, DlTopic, take_topic);
  TAKE_ALL (sources, DlSource, take_source);
  take_eras (self, timeline);
}
