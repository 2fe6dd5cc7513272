/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "model/dl-event.h"
#include "time/dl-words.h"

static void dl_timeline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DlTimeline,
                               dl_timeline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dl_timeline_list_model_init))

static GType
dl_timeline_get_item_type (GListModel *model)
{
  return DL_TYPE_EVENT;
}

static guint
dl_timeline_get_n_items (GListModel *model)
{
  return DL_TIMELINE (model)->n_records;
}

static gpointer
dl_timeline_get_item (GListModel *model, guint position)
{
  DlTimeline *self = DL_TIMELINE (model);

  if (position >= self->n_records)
    return NULL;
  return dl_event_new (self, position);
}

static void
dl_timeline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dl_timeline_get_item_type;
  iface->get_n_items = dl_timeline_get_n_items;
  iface->get_item = dl_timeline_get_item;
}

static void
clear_person (gpointer data)
{
  DlPerson *person = data;

  g_free ((gpointer) person->aliases);
}

static void
clear_place (gpointer data)
{
  DlPlace *place = data;

  g_clear_pointer (&place->timezone, dl_zone_unref);
}

static void
clear_part (gpointer data)
{
  DlTimelinePart *part = data;

  if (part->destroy != NULL)
    part->destroy (part->data);
}

static void
dl_timeline_finalize (GObject *object)
{
  DlTimeline *self = DL_TIMELINE (object);

  dl_id_index_clear (&self->by_id);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->topics, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->eras, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->files, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->records, g_free);
  if (self->base == NULL)
    g_free (self->refs);
  self->refs = NULL;
  g_clear_pointer (&self->links, g_free);
  g_clear_pointer (&self->zone, dl_zone_unref);
  g_clear_pointer (&self->strings, dl_string_arena_free);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (dl_timeline_parent_class)->finalize (object);
}

static void
dl_timeline_class_init (DlTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_timeline_finalize;
}

static void
dl_timeline_init (DlTimeline *self)
{
  self->strings = dl_string_arena_new ();
  self->people = g_array_new (FALSE, TRUE, sizeof (DlPerson));
  g_array_set_clear_func (self->people, clear_person);
  self->places = g_array_new (FALSE, TRUE, sizeof (DlPlace));
  g_array_set_clear_func (self->places, clear_place);
  self->topics = g_array_new (FALSE, TRUE, sizeof (DlTopic));
  self->sources = g_array_new (FALSE, TRUE, sizeof (DlSource));
  self->eras = g_array_new (FALSE, TRUE, sizeof (DlEra));
  self->parts = g_array_new (FALSE, TRUE, sizeof (DlTimelinePart));
  g_array_set_clear_func (self->parts, clear_part);
  self->files = g_array_new (FALSE, TRUE, sizeof (DlTimelineFile));
}

const char *
dl_timeline_get_title (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->title;
}

const char *
dl_timeline_get_description (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->description;
}

const char *
dl_timeline_get_language (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->language;
}

const char *
dl_timeline_get_as_of_text (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->as_of_text;
}

const char *
dl_timeline_get_view_text (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->view_text;
}

gboolean
dl_timeline_get_as_of (DlTimeline *self, DlInstant *moment)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->has_as_of && moment != NULL)
    *moment = self->as_of;
  return self->has_as_of;
}

gboolean
dl_timeline_get_view (DlTimeline *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->has_view)
    {
      *from = self->view_from;
      *to = self->view_to;
    }
  return self->has_view;
}

DlZone *
dl_timeline_get_zone (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->zone;
}

guint
dl_timeline_get_n_events (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->n_records;
}

guint
dl_timeline_get_n_whole (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->n_records + self->n_left_out;
}

DlTimeline *
dl_timeline_get_read (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->base != NULL ? self->base : self;
}

const DlEventRecord *
dl_timeline_get_record (DlTimeline *self, guint position)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (position < self->n_records, NULL);
  return &self->records[position];
}

const DlEventRecord *
dl_timeline_get_records (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  return self->records;
}

void
dl_timeline_get_date (DlTimeline *self, guint position, DlDate *date)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  g_return_if_fail (record != NULL);
  dl_timeline_resolve_date (self, record->date_text, date);
}

guint
dl_timeline_find (DlTimeline *self, const char *id)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), DL_NONE);
  return dl_id_index_find (&self->by_id, self->records, id);
}

static const guint32 *
refs_at (DlTimeline *self, guint position, guint skip)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  /* No address is of a pool that holds nothing. */
  return record == NULL || self->refs == NULL ? NULL : self->refs + record->refs + skip;
}

const guint32 *
dl_timeline_get_event_topics (DlTimeline *self, guint position)
{
  return refs_at (self, position, 0);
}

const guint32 *
dl_timeline_get_event_people (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  return refs_at (self, position, record->n_topics);
}

const guint32 *
dl_timeline_get_event_sources (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  return refs_at (self, position, (guint) record->n_topics + record->n_people);
}

const guint32 *
dl_timeline_get_event_speakers (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  return refs_at (self, position, (guint) record->n_topics + record->n_people + record->n_sources);
}

guint
dl_timeline_count_before (DlTimeline *self, DlInstant at)
{
  const DlEventRecord *records = dl_timeline_get_records (self);
  guint                low = 0;
  guint                high = dl_timeline_get_n_events (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_compare (records[middle].start, at) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The part that an event of that origin came with, or DL_NONE. */
static guint
find_part (DlTimeline *self, guint64 origin)
{
  guint low = 0;
  guint high = self->parts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->parts, DlTimelinePart, middle).origin <= origin)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : DL_NONE;
}

guint
dl_timeline_get_part (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  g_return_val_if_fail (record != NULL, DL_NONE);
  return find_part (self, record->origin);
}

guint
dl_timeline_find_key (DlTimeline *self, guint part, guint64 key)
{
  guint64 origin;

  g_return_val_if_fail (DL_IS_TIMELINE (self), DL_NONE);
  if (part >= self->parts->len)
    return DL_NONE;
  origin = g_array_index (self->parts, DlTimelinePart, part).origin + key;
  for (guint i = 0; i < self->n_records; i++)
    if (self->records[i].origin == origin)
      return i;
  return DL_NONE;
}

guint64
dl_timeline_get_key (DlTimeline *self, guint position)
{
  guint part = dl_timeline_get_part (self, position);

  if (part == DL_NONE)
    return 0;
  return self->records[position].origin - g_array_index (self->parts, DlTimelinePart, part).origin;
}

guint
dl_timeline_get_n_files (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->files->len;
}

const DlTimelineFile *
dl_timeline_get_file (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->files->len, NULL);
  return &g_array_index (self->files, DlTimelineFile, index);
}

/* The file that an event of that origin was taken from, or DL_NONE. */
static guint
find_file (const GArray *runs, guint64 origin)
{
  guint low = 0;
  guint high = runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (runs, DlFileRun, middle).origin <= origin)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (runs, DlFileRun, low - 1).file : DL_NONE;
}

guint
dl_timeline_get_event_file (DlTimeline *self, guint position)
{
  const DlEventRecord *record;

  if (self->files->len == 0)
    return DL_NONE;
  if (self->runs == NULL)
    return dl_timeline_get_part (self, position);
  record = dl_timeline_get_record (self, position);
  g_return_val_if_fail (record != NULL, DL_NONE);
  return find_file (self->runs, record->origin);
}

DlEventDetails *
dl_timeline_dup_details_of (DlTimeline *self, guint64 origin)
{
  guint                 index = find_part (self, origin);
  const DlTimelinePart *part;

  if (index == DL_NONE)
    return NULL;
  part = &g_array_index (self->parts, DlTimelinePart, index);
  return part->func (origin - part->origin, part->data);
}

DlEventDetails *
dl_timeline_dup_details (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);
  DlEventDetails      *details = record == NULL ? NULL : dl_timeline_dup_details_of (self, record->origin);

  return details != NULL ? details : dl_event_details_new ();
}

/* Returns: whether to go on */
static gboolean
tell_text (const char *string, DlEventTextKind kind, guint quote, guint32 source, DlEventTextFunc func, gpointer data)
{
  DlEventText text = { kind, string, string == NULL ? 0 : strlen (string), quote, source };

  return text.length == 0 || func (&text, data);
}

/* The same of details that have been read. */
static void
tell_texts (const DlEventDetails *details, DlEventTextFunc func, gpointer data)
{
  gboolean on = tell_text (details->summary, DL_EVENT_TEXT_SUMMARY, DL_NONE, DL_NONE, func, data) &&
                tell_text (details->date_note, DL_EVENT_TEXT_DATE_NOTE, DL_NONE, DL_NONE, func, data);

  for (guint i = 0; on && i < details->quotes->len; i++)
    {
      const DlQuote *quote = g_ptr_array_index (details->quotes, i);

      on = tell_text (quote->text, DL_EVENT_TEXT_QUOTE, i, quote->source, func, data) &&
           tell_text (quote->context, DL_EVENT_TEXT_CONTEXT, i, DL_NONE, func, data) &&
           tell_text (quote->speaker_name, DL_EVENT_TEXT_SPEAKER, i, DL_NONE, func, data);
    }
}

gboolean
dl_timeline_is_written_alike (DlTimeline *self, guint64 origin, DlTimeline *other, guint64 other_origin)
{
  guint                 index = find_part (self, origin);
  guint                 other_index = find_part (other, other_origin);
  const DlTimelinePart *one, *two;

  if (index == DL_NONE || other_index == DL_NONE)
    return FALSE;
  one = &g_array_index (self->parts, DlTimelinePart, index);
  two = &g_array_index (other->parts, DlTimelinePart, other_index);
  return one->same != NULL && one->same == two->same &&
         one->same (origin - one->origin, one->data, other_origin - two->origin, two->data);
}

void
dl_timeline_walk_texts_of (DlTimeline *self, guint64 origin, DlEventTextFunc func, gpointer data)
{
  guint                      index = find_part (self, origin);
  const DlTimelinePart      *part;
  g_autoptr (DlEventDetails) details = NULL;

  if (index == DL_NONE)
    return;
  part = &g_array_index (self->parts, DlTimelinePart, index);
  if (part->texts != NULL)
    {
      part->texts (origin - part->origin, part->data, func, data);
      return;
    }
  details = part->func (origin - part->origin, part->data);
  if (details != NULL)
    tell_texts (details, func, data);
}

void
dl_timeline_walk_texts (DlTimeline *self, guint position, DlEventTextFunc func, gpointer data)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  g_return_if_fail (func != NULL);
  if (record != NULL)
    dl_timeline_walk_texts_of (self, record->origin, func, data);
}

char *
dl_timeline_dup_words (DlTimeline *self, const char *edtf, guint flags)
{
  return dl_words_from_edtf (edtf, (DlWordsFlags) flags | DL_WORDS_ZONE, self->zone);
}

char *
dl_timeline_dup_date_words (DlTimeline *self, guint position, guint flags)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  if (record->status == DL_STATUS_PLANNED)
    flags |= DL_WORDS_PLANNED;
  return dl_timeline_dup_words (self, record->date_text, flags);
}

/* Whether the clocks show @edtf alike, told with @flags and in @zone, and as
 * the axis has it. */
static gboolean
is_as_on_axis (DlTimeline *self, const char *edtf, DlWordsFlags flags, const DlZone *zone)
{
  g_autofree char *told = dl_words_from_edtf (edtf, flags, zone);
  g_autofree char *on_axis = dl_words_from_edtf (edtf, DL_WORDS_NONE, self->zone);

  return g_str_equal (told, on_axis);
}

char *
dl_timeline_dup_written_words (DlTimeline *self, const char *edtf)
{
  if (is_as_on_axis (self, edtf, DL_WORDS_AS_WRITTEN, NULL))
    return NULL;
  return dl_words_from_edtf (edtf, DL_WORDS_ZONE | DL_WORDS_AS_WRITTEN, NULL);
}

char *
dl_timeline_dup_local_words (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);
  const DlZone        *zone = record->place == DL_NONE ? NULL : dl_timeline_get_place (self, record->place)->timezone;
  g_autofree char     *written = NULL;
  g_autofree char     *local = NULL;

  if (zone == NULL || is_as_on_axis (self, record->date_text, DL_WORDS_NONE, zone))
    return NULL;
  written = dl_words_from_edtf (record->date_text, DL_WORDS_AS_WRITTEN, NULL);
  local = dl_words_from_edtf (record->date_text, DL_WORDS_NONE, zone);
  return g_str_equal (written, local) ? NULL : dl_words_from_edtf (record->date_text, DL_WORDS_ZONE, zone);
}

GArray *
dl_timeline_dup_related (DlTimeline *self, guint position)
{
  GArray *related = g_array_new (FALSE, TRUE, sizeof (DlRelated));
  guint   low = 0;
  guint   high;

  g_return_val_if_fail (DL_IS_TIMELINE (self), related);
  high = self->n_links;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->links[middle].from < position)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->n_links; low++)
    {
      const DlLink *link = &self->links[low];
      DlRelated     entry = { link->to, (DlRelationType) link->type, link->inverse };

      if (link->from != position)
        break;
      g_array_append_val (related, entry);
    }
  return related;
}

guint
dl_timeline_get_n_people (DlTimeline *self)
{
  return self->people->len;
}

const DlPerson *
dl_timeline_get_person (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->people->len, NULL);
  return &g_array_index (self->people, DlPerson, index);
}

guint
dl_timeline_get_n_places (DlTimeline *self)
{
  return self->places->len;
}

const DlPlace *
dl_timeline_get_place (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);
  return &g_array_index (self->places, DlPlace, index);
}

guint
dl_timeline_get_n_topics (DlTimeline *self)
{
  return self->topics->len;
}

const DlTopic *
dl_timeline_get_topic (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->topics->len, NULL);
  return &g_array_index (self->topics, DlTopic, index);
}

guint
dl_timeline_get_n_sources (DlTimeline *self)
{
  return self->sources->len;
}

const DlSource *
dl_timeline_get_source (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->sources->len, NULL);
  return &g_array_index (self->sources, DlSource, index);
}

guint
dl_timeline_get_n_eras (DlTimeline *self)
{
  return self->eras->len;
}

const DlEra *
dl_timeline_get_era (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->eras->len, NULL);
  return &g_array_index (self->eras, DlEra, index);
}

guint
dl_timeline_get_n_quotes (DlTimeline *self)
{
  return self->n_quotes;
}

gboolean
dl_timeline_get_extent (DlTimeline *self, DlInstant *from, DlInstant *to)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->has_extent)
    {
      *from = self->extent_from;
      *to = self->extent_to;
    }
  return self->has_extent;
}

gboolean
dl_timeline_has_open_end (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  return self->has_open_end;
}

gsize
dl_timeline_get_store_size (DlTimeline *self)
{
  gsize size;

  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  size = self->n_records_allocated * sizeof (DlEventRecord) + self->by_id.n_slots * sizeof (DlIdSlot) +
         self->n_links * sizeof (DlLink);
  if (self->base == NULL)
    size += self->n_refs_allocated * sizeof (guint32);
  return size + dl_string_arena_get_slack (self->strings);
}

/* "15 events", and of how many where others are dimmed or left out. */
static char *
count_events (DlTimeline *self, DlEventSet *shown)
{
  guint n = shown == NULL ? self->n_records : dl_event_set_get_n (shown);
  guint n_whole = self->n_records + self->n_left_out;

  if (shown == NULL && !self->is_filtered)
    return g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
  /* Translators: how many events a filter lets through, and how many there are: "214 of 2,052 events". */
  return g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", n_whole), n, n_whole);
}

static guint
count_quotes (DlTimeline *self, DlEventSet *shown)
{
  guint n = 0;

  if (shown == NULL)
    return self->n_quotes;
  for (guint i = dl_event_set_step (shown, DL_NONE, 1); i != DL_NONE; i = dl_event_set_step (shown, i, 1))
    n += self->records[i].n_quotes;
  return n;
}

char *
dl_timeline_dup_caption (DlTimeline *self, DlEventSet *shown)
{
  g_autofree char *events = NULL;
  g_autofree char *quotes = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *date = NULL;
  guint            n_quotes;

  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  events = count_events (self, shown);
  n_quotes = count_quotes (self, shown);
  if (n_quotes > 0)
    quotes = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", n_quotes), n_quotes);
  if (self->has_as_of)
    {
      date = dl_timeline_dup_words (self, self->as_of_text, DL_WORDS_NONE);
      as_of = g_strdup_printf (_ ("As of %s"), date);
    }
  /* Three facts side by side, not a sentence. */
  if (as_of != NULL)
    return quotes != NULL ? g_strjoin (" · ", as_of, events, quotes, NULL) : g_strjoin (" · ", as_of, events, NULL);
  return quotes != NULL ? g_strjoin (" · ", events, quotes, NULL) : g_steal_pointer (&events);
}
