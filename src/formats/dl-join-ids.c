/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-join-ids.h"

#include "model/dl-overlay.h"

/* People, places, topics and sources follow each other among the kinds of objects. */
#define FIRST_KIND DL_OBJECT_PERSON
#define N_ENTRY_KINDS (DL_OBJECT_SOURCE - DL_OBJECT_PERSON + 1)

/* Where an event's text begins, and where the event is in the overlay. */
typedef struct
{
  guint32 offset;
  guint32 position;
} Place;

/* Entries of one kind. */
typedef struct
{
  guint       n;
  char      **ids;    /* by index in the overlay; nullable */
  char      **wishes; /* what each is called in the first file that gives it an id; nullable */
  guint      *files;  /* that file */
  GHashTable *taken;  /* the ids */
} Entries;

typedef struct
{
  DlOverlaidFile overlaid;
  const char    *id;
  GHashTable    *known[N_ENTRY_KINDS];    /* ids to indexes in the overlay plus one */
  GArray        *nameless[N_ENTRY_KINDS]; /* of guint32 */
  GHashTable    *unmet[N_ENTRY_KINDS];    /* what there is not in the file to what it is called */
  GHashTable    *unmet_events;
  GArray        *places; /* of Place, by offset */
} File;

struct _DlJoinIds
{
  DlTimeline *overlay;
  guint       n_files;
  File       *files;
  Entries     entries[N_ENTRY_KINDS];
  GHashTable *speakers; /* names of those who are not among the people of their file */
};

static guint
count_entries (DlTimeline *timeline, guint which)
{
  switch (which + FIRST_KIND)
    {
    case DL_OBJECT_PERSON:
      return dl_timeline_get_n_people (timeline);
    case DL_OBJECT_PLACE:
      return dl_timeline_get_n_places (timeline);
    case DL_OBJECT_TOPIC:
      return dl_timeline_get_n_topics (timeline);
    default:
      return dl_timeline_get_n_sources (timeline);
    }
}

static const char *
get_entry_id (DlTimeline *timeline, guint which, guint index)
{
  switch (which + FIRST_KIND)
    {
    case DL_OBJECT_PERSON:
      return dl_timeline_get_person (timeline, index)->id;
    case DL_OBJECT_PLACE:
      return dl_timeline_get_place (timeline, index)->id;
    case DL_OBJECT_TOPIC:
      return dl_timeline_get_topic (timeline, index)->id;
    default:
      return dl_timeline_get_source (timeline, index)->id;
    }
}

static const guint32 *
get_indexes (const DlOverlaidFile *file, guint which)
{
  switch (which + FIRST_KIND)
    {
    case DL_OBJECT_PERSON:
      return file->people;
    case DL_OBJECT_PLACE:
      return file->places;
    case DL_OBJECT_TOPIC:
      return file->topics;
    default:
      return file->sources;
    }
}

/* What a file calls its entries. */
static void
note_entries (DlJoinIds *self, guint number, guint which)
{
  File          *file = &self->files[number];
  Entries       *entries = &self->entries[which];
  const guint32 *indexes = get_indexes (&file->overlaid, which);
  guint          n = count_entries (file->overlaid.timeline, which);

  file->known[which] = g_hash_table_new (g_str_hash, g_str_equal);
  file->nameless[which] = g_array_new (FALSE, FALSE, sizeof (guint32));
  file->unmet[which] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n; i++)
    {
      const char *id = get_entry_id (file->overlaid.timeline, which, i);

      if (id == NULL)
        {
          g_array_append_val (file->nameless[which], indexes[i]);
          continue;
        }
      g_hash_table_insert (file->known[which], (gpointer) id, GUINT_TO_POINTER (indexes[i] + 1));
      if (entries->wishes[indexes[i]] == NULL)
        {
          entries->wishes[indexes[i]] = (char *) id;
          entries->files[indexes[i]] = number;
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint32 left = ((const Place *) a)->offset;
  guint32 right = ((const Place *) b)->offset;

  return left < right ? -1 : left > right;
}

static void
note_events (DlJoinIds *self)
{
  guint n = dl_timeline_get_n_events (self->overlay);

  for (guint i = 0; i < n; i++)
    {
      guint file = dl_timeline_get_part (self->overlay, i);
      Place place = { (guint32) dl_timeline_get_key (self->overlay, i) - 1, i };

      if (file < self->n_files)
        g_array_append_val (self->files[file].places, place);
    }
  for (guint f = 0; f < self->n_files; f++)
    g_array_sort (self->files[f].places, compare_places);
}

/* "FILE:ID", with a number where that is taken. Returns: (transfer full) */
static char *
make_up (const File *file, const char *id, gboolean (*is_free) (gpointer data, const char *id), gpointer data)
{
  g_autofree char *wish = g_strdup_printf ("%s:%s", file->id, id);
  char            *made = g_strdup (wish);

  for (guint number = 2; !is_free (data, made); number++)
    {
      g_free (made);
      made = g_strdup_printf ("%s-%u", wish, number);
    }
  return made;
}

typedef struct
{
  DlJoinIds *self;
  guint      which;
} Kind;

static gboolean
is_good (DlJoinIds *self, guint which, const char *id)
{
  /* Whoever only has that name is not to become somebody. */
  return !g_hash_table_contains (self->entries[which].taken, id) &&
         (which + FIRST_KIND != DL_OBJECT_PERSON || !g_hash_table_contains (self->speakers, id));
}

static gboolean
is_entry_free (gpointer data, const char *id)
{
  const Kind *kind = data;

  return is_good (kind->self, kind->which, id);
}

static gboolean
is_event_free (gpointer data, const char *id)
{
  return dl_timeline_find (data, id) == DL_NONE;
}

/* Those that keep the ids of the overlay first, so that nobody else gets them. */
static void
choose_ids (DlJoinIds *self, guint which)
{
  Entries *entries = &self->entries[which];
  Kind     kind = { self, which };

  g_hash_table_remove_all (entries->taken);
  for (guint i = 0; i < entries->n; i++)
    {
      const char *id = get_entry_id (self->overlay, which, i);

      g_free (entries->ids[i]);
      entries->ids[i] = id != NULL && is_good (self, which, id) ? g_strdup (id) : NULL;
      if (entries->ids[i] != NULL)
        g_hash_table_add (entries->taken, entries->ids[i]);
    }
  for (guint i = 0; i < entries->n; i++)
    {
      const char *wish = entries->wishes[i];

      if (entries->ids[i] != NULL || wish == NULL)
        continue;
      entries->ids[i] = is_good (self, which, wish)
                          ? g_strdup (wish)
                          : make_up (&self->files[entries->files[i]], wish, is_entry_free, &kind);
      g_hash_table_add (entries->taken, entries->ids[i]);
    }
}

DlJoinIds *
dl_join_ids_new (DlTimeline *overlay)
{
  DlJoinIds *self = g_new0 (DlJoinIds, 1);

  self->overlay = g_object_ref (overlay);
  self->n_files = dl_timeline_get_n_overlaid (overlay);
  self->files = g_new0 (File, self->n_files);
  self->speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint which = 0; which < N_ENTRY_KINDS; which++)
    {
      Entries *entries = &self->entries[which];

      entries->n = count_entries (overlay, which);
      entries->ids = g_new0 (char *, entries->n);
      entries->wishes = g_new0 (char *, entries->n);
      entries->files = g_new0 (guint, entries->n);
      entries->taken = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint f = 0; f < self->n_files; f++)
    {
      File *file = &self->files[f];

      dl_timeline_get_overlaid (overlay, f, &file->overlaid);
      file->id = file->overlaid.id;
      file->unmet_events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      file->places =
        g_array_sized_new (FALSE, FALSE, sizeof (Place), dl_timeline_get_n_events (file->overlaid.timeline));
      for (guint which = 0; which < N_ENTRY_KINDS; which++)
        note_entries (self, f, which);
    }
  note_events (self);
  for (guint which = 0; which < N_ENTRY_KINDS; which++)
    choose_ids (self, which);
  return self;
}

void
dl_join_ids_free (DlJoinIds *self)
{
  if (self == NULL)
    return;
  for (guint f = 0; f < self->n_files; f++)
    {
      File *file = &self->files[f];

      for (guint which = 0; which < N_ENTRY_KINDS; which++)
        {
          g_hash_table_unref (file->known[which]);
          g_array_unref (file->nameless[which]);
          g_hash_table_unref (file->unmet[which]);
        }
      g_hash_table_unref (file->unmet_events);
      g_array_unref (file->places);
    }
  for (guint which = 0; which < N_ENTRY_KINDS; which++)
    {
      Entries *entries = &self->entries[which];

      g_hash_table_unref (entries->taken);
      for (guint i = 0; i < entries->n; i++)
        g_free (entries->ids[i]);
      g_free (entries->ids);
      g_free (entries->wishes);
      g_free (entries->files);
    }
  g_hash_table_unref (self->speakers);
  g_free (self->files);
  g_object_unref (self->overlay);
  g_free (self);
}

guint32
dl_join_ids_find (DlJoinIds *self, guint file, DlObjectKind kind, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->files[file].known[kind - FIRST_KIND], id)) - 1;
}

guint32
dl_join_ids_find_nameless (DlJoinIds *self, guint file, DlObjectKind kind, guint nth)
{
  GArray *nameless = self->files[file].nameless[kind - FIRST_KIND];

  return nth < nameless->len ? g_array_index (nameless, guint32, nth) : DL_NONE;
}

const char *
dl_join_ids_get (DlJoinIds *self, DlObjectKind kind, guint32 index)
{
  return self->entries[kind - FIRST_KIND].ids[index];
}

const char *
dl_join_ids_refer (DlJoinIds *self, guint file, DlObjectKind kind, const char *id)
{
  guint32     index = dl_join_ids_find (self, file, kind, id);
  guint       which = kind - FIRST_KIND;
  Kind        of = { self, which };
  const char *known;
  char       *made;

  if (index != DL_NONE)
    return self->entries[which].ids[index];
  if (!g_hash_table_contains (self->entries[which].taken, id))
    return id;
  known = g_hash_table_lookup (self->files[file].unmet[which], id);
  if (known != NULL)
    return known;
  made = make_up (&self->files[file], id, is_entry_free, &of);
  g_hash_table_insert (self->files[file].unmet[which], g_strdup (id), made);
  return made;
}

guint
dl_join_ids_find_event (DlJoinIds *self, guint file, gsize offset)
{
  GArray *places = self->files[file].places;
  guint   low = 0;
  guint   high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, Place, middle).offset < offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == places->len || g_array_index (places, Place, low).offset != offset)
    return DL_NONE;
  return g_array_index (places, Place, low).position;
}

const char *
dl_join_ids_refer_event (DlJoinIds *self, guint number, const char *id)
{
  File       *file = &self->files[number];
  guint       position = dl_timeline_find (file->overlaid.timeline, id);
  const char *known;
  char       *made;

  if (position != DL_NONE)
    {
      position = dl_join_ids_find_event (self, number, dl_timeline_get_key (file->overlaid.timeline, position));
      return position == DL_NONE ? id : dl_timeline_get_record (self->overlay, position)->id;
    }
  if (dl_timeline_find (self->overlay, id) == DL_NONE)
    return id;
  known = g_hash_table_lookup (file->unmet_events, id);
  if (known != NULL)
    return known;
  made = make_up (file, id, is_event_free, self->overlay);
  g_hash_table_insert (file->unmet_events, g_strdup (id), made);
  return made;
}

const char *
dl_join_ids_refer_speaker (DlJoinIds *self, guint file, const char *id)
{
  guint32 index = dl_join_ids_find (self, file, DL_OBJECT_PERSON, id);

  if (index != DL_NONE)
    return dl_join_ids_get (self, DL_OBJECT_PERSON, index);
  if (*id != '\0' && !g_hash_table_contains (self->speakers, id))
    g_hash_table_add (self->speakers, g_strdup (id));
  return id;
}

gboolean
dl_join_ids_settle (DlJoinIds *self)
{
  Entries *people = &self->entries[DL_OBJECT_PERSON - FIRST_KIND];
  gboolean all_good = TRUE;

  for (guint i = 0; all_good && i < people->n; i++)
    all_good = people->ids[i] == NULL || !g_hash_table_contains (self->speakers, people->ids[i]);
  if (all_good)
    return FALSE;
  choose_ids (self, DL_OBJECT_PERSON - FIRST_KIND);
  /* These were made up so as to be nobody's. */
  for (guint f = 0; f < self->n_files; f++)
    g_hash_table_remove_all (self->files[f].unmet[DL_OBJECT_PERSON - FIRST_KIND]);
  return TRUE;
}
