/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-overlay-off.h"

#include <string.h>

#include "model/dl-overlay-head.h"
#include "model/dl-overlay-values.h"
#include "model/dl-overlay.h"
#include "model/dl-timeline-private.h"

/* Which files are on. */
typedef struct
{
  DlTimeline *read;
  gboolean   *on; /* by the index of a file */
  gboolean    any_off;
  guint       n_layers; /* 0 where one file was made of several */
} Switches;

static void
switches_clear (Switches *self)
{
  g_clear_pointer (&self->on, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Switches, switches_clear)

static void
switches_init (Switches *self, DlTimeline *read, const DlFilter *filter)
{
  *self = (Switches){ .read = read, .n_layers = dl_timeline_get_n_overlaid (read) };
  self->on = g_new (gboolean, read->files->len + 1);
  for (guint i = 0; i < read->files->len; i++)
    {
      self->on[i] = dl_filter_lets_file (filter, read, i);
      self->any_off |= !self->on[i];
    }
}

static guint32
find_on (const Switches *self, guint32 file)
{
  return file != DL_NONE && self->on[file] ? file : DL_NONE;
}

/* What is on of one of the files that are over each other. Returns: whether anything is */
static gboolean
map_layer (const Switches *self, const DlOverlaidFile *layer, DlOverlayFiles *map)
{
  guint    n = layer->files == NULL ? 0 : layer->timeline->files->len;
  gboolean any;

  map->own = find_on (self, layer->own);
  map->files = layer->files == NULL ? NULL : g_new (guint32, n + 1);
  any = map->own != DL_NONE;
  for (guint i = 0; i < n; i++)
    {
      map->files[i] = find_on (self, layer->files[i]);
      any |= map->files[i] != DL_NONE;
    }
  if (!any)
    dl_overlay_files_clear (map);
  return any;
}

/* What is called, and has its head, by the layers that are on. */
static void
settle_head (DlTimeline *self, const Switches *switches)
{
  g_autofree DlTimeline    **timelines = g_new (DlTimeline *, switches->n_layers);
  g_autofree DlTimelineFile *files = g_new (DlTimelineFile, switches->n_layers);
  g_autofree DlOverlayFiles *maps = g_new (DlOverlayFiles, switches->n_layers);
  guint                      n = 0;

  for (guint i = 0; i < switches->n_layers; i++)
    {
      DlOverlaidFile layer;

      dl_timeline_get_overlaid (switches->read, i, &layer);
      if (!map_layer (switches, &layer, &maps[n]))
        continue;
      timelines[n] = layer.timeline;
      files[n].id = layer.id;
      files[n].name = layer.timeline->title != NULL ? layer.timeline->title : layer.id;
      n++;
    }
  dl_overlay_settle_head (self, timelines, files, maps, n);
  dl_timeline_settle_view (self);
  for (guint i = 0; i < n; i++)
    dl_overlay_files_clear (&maps[i]);
}

/* The same of one file that was made of several: those that are on. */
static void
settle_title (DlTimeline *self, const Switches *switches)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (DlTimelineFile));
  g_autofree char   *title = NULL;

  if (!dl_timeline_is_called_by_files (switches->read))
    return;
  for (guint i = 0; i < switches->read->files->len; i++)
    if (switches->on[i])
      g_array_append_val (told, g_array_index (switches->read->files, DlTimelineFile, i));
  if (told->len >= 2)
    title = dl_overlay_join_titles ((const DlTimelineFile *) (gpointer) told->data, told->len);
  else if (told->len == 1)
    title = g_strdup (g_array_index (told, DlTimelineFile, 0).name);
  self->title = title == NULL ? NULL : dl_string_arena_add (self->strings, title, strlen (title));
}

static gboolean
is_layer_on (const Switches *self, const DlOverlaidFile *layer)
{
  DlOverlayFiles map;
  gboolean       on = map_layer (self, layer, &map);

  dl_overlay_files_clear (&map);
  return on;
}

static void
leave_eras (DlTimeline *self, const Switches *switches)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n = 0;

  for (guint i = 0; i < switches->n_layers; i++)
    {
      DlOverlaidFile layer;

      dl_timeline_get_overlaid (switches->read, i, &layer);
      if (!is_layer_on (switches, &layer))
        continue;
      for (guint e = 0; e < layer.timeline->eras->len; e++)
        g_hash_table_add (keys, dl_overlay_dup_era_key (&g_array_index (layer.timeline->eras, DlEra, e)));
    }
  for (guint i = 0; i < self->eras->len; i++)
    {
      DlEra            era = g_array_index (self->eras, DlEra, i);
      g_autofree char *key = dl_overlay_dup_era_key (&era);

      if (g_hash_table_contains (keys, key))
        g_array_index (self->eras, DlEra, n++) = era;
    }
  g_array_set_size (self->eras, n);
}

/* What some refer to, and what is only of others. */
typedef struct
{
  guint8 *here[DL_N_TIMELINE_VALUES];
  guint8 *there[DL_N_TIMELINE_VALUES];
} Uses;

static void
note_layers (const Switches *switches, Uses *uses)
{
  for (guint i = 0; i < switches->n_layers; i++)
    {
      DlOverlaidFile layer;
      gboolean       on;

      dl_timeline_get_overlaid (switches->read, i, &layer);
      on = is_layer_on (switches, &layer);
      for (guint v = 0; v < DL_N_TIMELINE_VALUES; v++)
        {
          const guint32 *indexes[] = { layer.people, layer.places, layer.topics, layer.sources };
          GArray        *own[] = { layer.timeline->people, layer.timeline->places, layer.timeline->topics,
                                   layer.timeline->sources };

          for (guint j = 0; j < own[v]->len; j++)
            (on ? uses->here : uses->there)[v][indexes[v][j]] = TRUE;
        }
    }
}

static void
note_all (guint8 *used, const guint32 *indexes, guint n)
{
  for (guint i = 0; i < n; i++)
    used[indexes[i]] = TRUE;
}

/* Of one file that was made of several only its events say what is of which of these. */
static void
note_events (const Switches *switches, DlTimeline *whole, Uses *uses)
{
  for (guint i = 0; i < whole->n_records; i++)
    {
      const DlEventRecord *record = &whole->records[i];
      guint                file = dl_timeline_get_event_file (whole, i);
      guint8             **used = file != DL_NONE && !switches->on[file] ? uses->there : uses->here;

      note_all (used[DL_TIMELINE_TOPICS], dl_timeline_get_event_topics (whole, i), record->n_topics);
      note_all (used[DL_TIMELINE_PEOPLE], dl_timeline_get_event_people (whole, i), record->n_people);
      note_all (used[DL_TIMELINE_SOURCES], dl_timeline_get_event_sources (whole, i), record->n_sources);
      note_all (used[DL_TIMELINE_PEOPLE], dl_timeline_get_event_speakers (whole, i), record->n_speakers);
      if (record->place != DL_NONE)
        used[DL_TIMELINE_PLACES][record->place] = TRUE;
    }
}

static void
leave_values (DlTimeline *self, const Switches *switches, DlTimeline *whole)
{
  GArray *values[] = { self->people, self->places, self->topics, self->sources };
  Uses    uses;

  for (guint v = 0; v < DL_N_TIMELINE_VALUES; v++)
    {
      uses.here[v] = g_new0 (guint8, values[v]->len + 1);
      uses.there[v] = g_new0 (guint8, values[v]->len + 1);
    }
  if (switches->n_layers > 0)
    note_layers (switches, &uses);
  else
    note_events (switches, whole, &uses);
  for (guint v = 0; v < DL_N_TIMELINE_VALUES; v++)
    {
      for (guint i = 0; i < values[v]->len; i++)
        uses.there[v][i] &= !uses.here[v][i];
      self->absent[v] = uses.there[v];
      g_free (uses.here[v]);
    }
}

static void
count_off (DlTimeline *self, const Switches *switches, DlTimeline *whole, const DlFilter *filter)
{
  g_autoptr (DlFilter) others = dl_filter_copy (filter);

  dl_filter_clear_field (others, DL_FILTER_FILE);
  self->is_only_off = dl_filter_is_empty (others);
  for (guint i = 0; i < whole->n_records; i++)
    {
      guint file = dl_timeline_get_event_file (whole, i);

      self->n_off += file != DL_NONE && !switches->on[file];
    }
}

void
dl_overlay_leave_off (DlTimeline *self, DlTimeline *whole, const DlFilter *filter)
{
  g_auto (Switches) switches = { NULL };

  switches_init (&switches, dl_timeline_get_read (whole), filter);
  if (!switches.any_off)
    return;
  count_off (self, &switches, whole, filter);
  leave_values (self, &switches, whole);
  if (switches.n_layers == 0)
    {
      settle_title (self, &switches);
      return;
    }
  settle_head (self, &switches);
  leave_eras (self, &switches);
}
