/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-joined.h"

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/draft/dl-json-writer.h"
#include "formats/dl-append.h"
#include "formats/dl-join-entries.h"
#include "formats/dl-join-event.h"
#include "formats/dl-json-element.h"
#include "formats/dl-json-text.h"
#include "formats/dl-record-reader.h"
#include "model/dl-overlay.h"
#include "time/dl-date.h"
#include "time/dl-words-parts.h"

/* How many events pass between two looks at the cancellable. */
#define CANCEL_EVENTS 1024

typedef struct
{
  DlTimeline   *overlay;
  DlJoinIds    *ids;
  DlJoinPart   *parts;
  guint         n_parts;
  GPtrArray    *notes;
  GString      *out;
  GCancellable *cancellable;
} Joining;

static void
parts_free (DlJoinPart *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&parts[i].scan, dl_json_scan_free);
  g_free (parts);
}

/* What there is at the top */

static void
write_head_member (Joining *self, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (self->out, ",\n  ");
  dl_json_write_pair (self->out, name, text);
}

/* Members that Dateline does not know: of several of one name that of the first file. */
static void
write_others (Joining *self)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint f = 0; f < self->n_parts; f++)
    {
      const DlJoinPart *part = &self->parts[f];

      for (guint i = 0; i < part->scan->others->len; i++)
        {
          gsize            at = g_array_index (part->scan->others, guint32, i);
          gsize            end = dl_json_skip_value (part->text, at, part->scan->top.end);
          g_autofree char *name = g_strndup (part->text + at, end - at);
          g_autofree char *value = NULL;
          const char      *before;

          while (part->text[end] == ':' || g_ascii_isspace (part->text[end]))
            end++;
          value = g_strndup (part->text + end, dl_json_skip_value (part->text, end, part->scan->top.end) - end);
          before = g_hash_table_lookup (values, name);
          if (before == NULL)
            {
              g_string_append_printf (self->out, ",\n  %s: ", name);
              g_string_append (self->out, value);
              g_hash_table_insert (values, g_steal_pointer (&name), g_steal_pointer (&value));
            }
          else if (!g_str_equal (before, value) && !dl_join_is_name (name, 0, strlen (name) - 1, "$schema"))
            {
              g_autofree char *shown = g_strndup (name + 1, strlen (name) - 2);

              g_ptr_array_add (self->notes, dl_join_dup_note (part->id, shown, NULL));
            }
        }
    }
}

static void
write_head (Joining *self)
{
  DlZone *zone = dl_timeline_get_zone (self->overlay);

  g_string_append (self->out, "{\n  \"dateline\": 1");
  write_head_member (self, "title", dl_timeline_get_title (self->overlay));
  write_head_member (self, "description", dl_timeline_get_description (self->overlay));
  write_head_member (self, "language", dl_timeline_get_language (self->overlay));
  write_head_member (self, "asOf", dl_timeline_get_as_of_text (self->overlay));
  write_head_member (self, "timezone", zone == NULL || dl_zone_is_utc (zone) ? NULL : dl_zone_get_name (zone));
  write_head_member (self, "view", dl_timeline_get_view_text (self->overlay));
  write_others (self);
  dl_join_files (self->overlay, self->parts, self->n_parts, self->out);
}

/* Events */

/* An event whose date is one that the clocks of the one axis never show. */
static void
check_on_axis (Joining *self, const DlJoinPart *part, const DlEventRecord *record)
{
  g_autofree char *reason = NULL;
  g_autofree char *shown = NULL;
  DlDate           date;

  if (!dl_date_parse (record->date_text, -1, &date, NULL) ||
      dl_date_find_skipped (&date, record->date_text, dl_timeline_get_zone (self->overlay), &reason) !=
        DL_SKIPPED_WHOLE)
    return;
  shown = dl_json_quotable (record->title);
  /* Translators: of several files that are saved as one: {title} is that of an event; the reason says which clocks
   * never show that time. */
  g_ptr_array_add (self->notes, dl_words_fill (_ ("{file}: “{title}” will not be shown: {reason}"), "file", part->id,
                                               "title", shown, "reason", reason, NULL));
}

/* What the file is called that an event is of; %NULL of one that cannot be read, in a file
 * that was made of several: it says so itself. */
static const char *
get_file_of (Joining *self, const DlOverlaidFile *overlaid, guint position)
{
  guint file = overlaid->own;

  if (overlaid->files != NULL)
    file = position == DL_NONE ? DL_NONE : dl_timeline_get_event_file (self->overlay, position);
  return file == DL_NONE ? NULL : dl_timeline_get_file (self->overlay, file)->id;
}

static gboolean
write_events_of (Joining *self, guint file, gboolean *is_first, GError **error)
{
  const DlJoinPart   *part = &self->parts[file];
  const DlJsonMember *events = &part->scan->members[DL_MEMBER_EVENTS];
  DlOverlaidFile      overlaid;
  gboolean            same_zone;
  gboolean            had_files = FALSE;
  const char         *file_id;

  dl_timeline_get_overlaid (self->overlay, file, &overlaid);
  same_zone = g_str_equal (dl_zone_get_name (dl_timeline_get_zone (self->overlay)),
                           dl_zone_get_name (dl_timeline_get_zone (overlaid.timeline)));
  for (guint i = 0; events->elements != NULL && i < events->elements->len; i++)
    {
      DlJsonSpan           span = g_array_index (events->elements, DlJsonSpan, i);
      guint                position = dl_join_ids_find_event (self->ids, file, span.start);
      const DlEventRecord *record = position == DL_NONE ? NULL : dl_timeline_get_record (self->overlay, position);

      if (i % CANCEL_EVENTS == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      dl_append (self->out, *is_first ? "\n    " : ",\n    ", *is_first ? 5 : 6);
      *is_first = FALSE;
      if (dl_json_member_get_flaw (events, i) != NULL)
        dl_append (self->out, part->text + span.start, span.end - span.start);
      else
        {
          file_id = get_file_of (self, &overlaid, position);
          had_files |=
            dl_join_event (self->ids, file, part->text, span, record == NULL ? NULL : record->id, file_id, self->out);
        }
      if (record != NULL && !same_zone)
        check_on_axis (self, part, record);
    }
  if (had_files && overlaid.files == NULL)
    /* Translators: of several files that are saved as one: events of {file} named files that it does not know. */
    g_ptr_array_add (self->notes, dl_words_fill (_ ("{file}: its events are all of this file now, whatever “file” they "
                                                    "named."),
                                                 "file", part->id, NULL));
  return TRUE;
}

static gboolean
write_all (Joining *self, GError **error)
{
  gboolean is_first = TRUE;

  write_head (self);
  for (DlObjectKind kind = DL_OBJECT_PERSON; kind <= DL_OBJECT_SOURCE; kind++)
    dl_join_entries (self->ids, self->overlay, kind, self->parts, self->n_parts, self->notes, self->out);
  dl_join_eras (self->parts, self->n_parts, self->notes, self->out);
  g_string_append_printf (self->out, ",\n  \"%s\": [", dl_top_member_names[DL_MEMBER_EVENTS]);
  for (guint f = 0; f < self->n_parts; f++)
    if (!write_events_of (self, f, &is_first, error))
      return FALSE;
  g_string_append (self->out, "\n  ]\n}\n");
  return TRUE;
}

/* Returns: FALSE where the one file would be larger than can be read */
static gboolean
check_limits (Joining *self, GError **error)
{
  guint64     n = 0;
  const char *title = dl_timeline_get_title (self->overlay);

  for (guint f = 0; f < self->n_parts; f++)
    {
      const GArray *elements = self->parts[f].scan->members[DL_MEMBER_EVENTS].elements;

      n += elements == NULL ? 0 : elements->len;
    }
  if (n > DL_JSON_MAX_ELEMENTS)
    {
      g_autofree char *reason = g_strdup_printf (_ ("“%s” holds more than %u entries"),
                                                 dl_top_member_names[DL_MEMBER_EVENTS], DL_JSON_MAX_ELEMENTS);

      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, "%s: %s", title, reason);
      return FALSE;
    }
  if (self->out->len >= DL_JSON_MAX_LENGTH)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: the file has 2 GiB or more"), title);
      return FALSE;
    }
  return TRUE;
}

GBytes *
dl_join (DlTimeline *overlay, GPtrArray *texts, GPtrArray *notes, GCancellable *cancellable, GError **error)
{
  Joining             self = { overlay, NULL, NULL, 0, notes, NULL, cancellable };
  g_autoptr (GString) out = g_string_new (NULL);
  const guint         n_notes = notes->len;
  gboolean            ok = TRUE;

  g_return_val_if_fail (DL_IS_TIMELINE (overlay), NULL);
  g_return_val_if_fail (texts != NULL && texts->len == dl_timeline_get_n_overlaid (overlay), NULL);
  self.n_parts = texts->len;
  self.parts = g_new0 (DlJoinPart, self.n_parts);
  self.out = out;
  for (guint f = 0; ok && f < self.n_parts; f++)
    {
      DlJoinPart    *part = &self.parts[f];
      DlOverlaidFile overlaid;
      gsize          length;

      dl_timeline_get_overlaid (overlay, f, &overlaid);
      part->text = g_bytes_get_data (texts->pdata[f], &length);
      part->id = overlaid.id;
      part->scan = dl_json_scan_new (part->text, length, part->id, dl_top_member_names, cancellable, error);
      ok = part->scan != NULL;
    }
  ok = ok && check_limits (&self, error);
  if (ok)
    {
      self.ids = dl_join_ids_new (overlay);
      do
        {
          g_string_truncate (out, 0);
          g_ptr_array_set_size (notes, (int) n_notes);
          ok = write_all (&self, error);
        }
      while (ok && dl_join_ids_settle (self.ids));
      dl_join_ids_free (self.ids);
    }
  ok = ok && check_limits (&self, error);
  parts_free (self.parts, self.n_parts);
  return ok ? g_string_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

GBytes *
dl_join_entitle (GBytes *text, const char *title, GError **error)
{
  static const char *const names[] = { "title", NULL };
  g_autoptr (GString)      out = NULL;
  DlJsonScan              *scan;
  gsize                    length;
  const char              *data = g_bytes_get_data (text, &length);

  g_return_val_if_fail (title != NULL, NULL);
  scan = dl_json_scan_new (data, length, names[0], names, NULL, error);
  if (scan == NULL)
    return NULL;
  out = g_string_sized_new (length + strlen (title) + 32);
  if (scan->members[0].kind != DL_JSON_NOTHING)
    {
      DlJsonMember *member = &scan->members[0];

      g_string_append_len (out, data, member->name_offset);
      dl_json_write_pair (out, names[0], title);
      g_string_append_len (out, data + member->value.end, (gssize) (length - member->value.end));
    }
  else if (scan->kind == DL_JSON_OBJECT)
    {
      g_string_append_len (out, data, (gssize) scan->top.start + 1);
      g_string_append (out, "\n  ");
      dl_json_write_pair (out, names[0], title);
      g_string_append_c (out, ',');
      g_string_append_len (out, data + scan->top.start + 1, (gssize) (length - scan->top.start - 1));
    }
  else
    {
      g_string_append (out, "{\n  ");
      dl_json_write_pair (out, names[0], title);
      g_string_append (out, ",\n  \"events\": ");
      g_string_append_len (out, data + scan->top.start, (gssize) (scan->top.end - scan->top.start));
      g_string_append (out, "\n}\n");
    }
  dl_json_scan_free (scan);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
