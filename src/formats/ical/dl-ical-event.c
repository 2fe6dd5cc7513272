/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-event.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-medium.h"
#include "formats/ical/dl-ical-markup.h"
#include "formats/ical/dl-ical-old-rule.h"
#include "formats/ical/dl-ical-rest.h"
#include "formats/ical/dl-ical-rule.h"
#include "formats/ical/dl-ical-status.h"
#include "formats/markup/dl-markup.h"

/* Of all rules of a file together no more times are made. */
#define MAX_MADE 500000

/* The dates of one component. */
typedef struct
{
  DlIcalTime start;
  DlIcalTime end; /* exclusive, but of a to-do */
  gboolean   has_end;
  gboolean   end_included;
  /* Of periods among its further times: the local start of each to its seconds. */
  GHashTable *lengths;
} Dates;

char *
dl_ical_dup_key (const char *uid, const DlIcalTime *time)
{
  return g_strdup_printf ("%s\n%" G_GINT64_FORMAT, uid, dl_ical_time_to_utc (time));
}

static void
cut_clear (gpointer data)
{
  DlIcalCut *cut = data;

  g_array_unref (cut->later);
}

void
dl_ical_add_cut (DlIcalReader *self, const char *uid, const DlIcalTime *time)
{
  GArray   *cuts = g_hash_table_lookup (self->cuts, uid);
  DlIcalCut cut = { dl_ical_time_to_utc (time), g_array_new (FALSE, FALSE, sizeof (gint64)) };

  if (cuts == NULL)
    {
      cuts = g_array_new (FALSE, FALSE, sizeof (DlIcalCut));
      g_array_set_clear_func (cuts, cut_clear);
      g_hash_table_insert (self->cuts, g_strdup (uid), cuts);
    }
  g_array_append_val (cuts, cut);
}

/* The last cut that is not after @utc, or exactly there. Returns: (nullable) */
static DlIcalCut *
find_cut (DlIcalReader *self, const char *uid, gint64 utc, gboolean exactly)
{
  GArray    *cuts = uid != NULL ? g_hash_table_lookup (self->cuts, uid) : NULL;
  DlIcalCut *found = NULL;

  for (guint i = 0; cuts != NULL && i < cuts->len; i++)
    {
      DlIcalCut *cut = &g_array_index (cuts, DlIcalCut, i);

      if (exactly ? cut->from == utc : cut->from <= utc && (found == NULL || cut->from >= found->from))
        found = cut;
    }
  return found;
}

/* The zone is told of once where it is not what the file says it to be. */
static gboolean
parse_time (DlIcalReader *self, const DlIcalLine *line, const char *value, DlIcalTime *time)
{
  g_autofree char *zone = dl_ical_dup_parameter (line, "TZID");

  if (!dl_ical_time_parse (value, zone, self->zones, time))
    return FALSE;
  if (time->zone == NULL)
    return TRUE;
  if (!dl_ical_zone_is_known (time->zone) && dl_ical_zone_tell (time->zone))
    dl_draft_tell (self->draft, line->offset, g_strdup (""),
                   /* Translators: %s is the name of a time zone. */
                   g_strdup_printf (_ ("The time zone “%s” is not known, and the file does not describe it; its times "
                                       "are taken to be in the timeline’s own zone."),
                                    zone));
  else if (dl_ical_zone_is_translated (time->zone) && dl_ical_zone_tell (time->zone))
    dl_draft_tell_note (
      self->draft, line->offset, g_strdup (""),
      /* Translators: two names of a time zone. */
      g_strdup_printf (_ ("The time zone “%s” is read as %s."), zone, dl_ical_zone_get_iana (time->zone)));
  return TRUE;
}

/* Tells of a value that is no date. */
static void
tell_unread (DlIcalReader *self, const DlIcalLine *line, gboolean lost)
{
  char *message = lost
                    /* Translators: the name of a property such as DTSTART, and its value. */
                    ? g_strdup_printf (_ ("This event is left out: %s “%s” is not a date."), line->name, line->value)
                    : g_strdup_printf (_ ("%s “%s” is not understood and is left out."), line->name, line->value);

  if (lost)
    dl_draft_tell_lost (self->draft, line->offset, g_strdup (""), message);
  else
    dl_draft_tell (self->draft, line->offset, g_strdup (""), message);
}

/* Returns: FALSE where the event is lost, and told to be */
static gboolean
read_dates (DlIcalReader *self, DlIcalKind kind, const GArray *lines, gsize offset, Dates *dates)
{
  static const char *const todo_names[] = { "DUE", "COMPLETED" };
  const DlIcalLine        *start = dl_ical_find_line (lines, "DTSTART");
  const DlIcalLine        *end = dl_ical_find_line (lines, kind == DL_ICAL_TODO ? "DUE" : "DTEND");
  const DlIcalLine        *duration = dl_ical_find_line (lines, "DURATION");
  gint64                   seconds;

  *dates = (Dates){ .end_included = kind == DL_ICAL_TODO };
  for (guint i = 0; start == NULL && kind == DL_ICAL_TODO && i < G_N_ELEMENTS (todo_names); i++)
    {
      start = dl_ical_find_line (lines, todo_names[i]);
      end = NULL;
    }
  if (start == NULL)
    {
      dl_draft_tell_lost (self->draft, offset, g_strdup (""), g_strdup (_ ("This event has no date and is left out.")));
      return FALSE;
    }
  if (!parse_time (self, start, start->value, &dates->start))
    {
      tell_unread (self, start, TRUE);
      return FALSE;
    }
  if (end != NULL)
    {
      dates->has_end = parse_time (self, end, end->value, &dates->end);
      if (!dates->has_end)
        tell_unread (self, end, FALSE);
    }
  else if (duration != NULL)
    {
      dates->has_end = dl_ical_parse_duration (duration->value, &seconds);
      if (!dates->has_end)
        tell_unread (self, duration, FALSE);
      else
        {
          dates->end = dates->start;
          dates->end.local = dl_ical_time_from_utc (&dates->start, dl_ical_time_to_utc (&dates->start) + seconds);
          dates->end_included = FALSE;
        }
    }
  /* A day that ends within a day, and the other way round, is none of the format. */
  if (dates->has_end && (dates->start.kind == DL_ICAL_DATE) != (dates->end.kind == DL_ICAL_DATE))
    {
      if (dates->end.kind != DL_ICAL_DATE)
        dates->end_included = TRUE;
      dates->end.kind = DL_ICAL_DATE;
      dates->start.kind = DL_ICAL_DATE;
      dates->end.local -= ((dates->end.local % DL_DAY_SECONDS) + DL_DAY_SECONDS) % DL_DAY_SECONDS;
      dates->start.local -= ((dates->start.local % DL_DAY_SECONDS) + DL_DAY_SECONDS) % DL_DAY_SECONDS;
    }
  if (dates->has_end && dl_ical_time_to_utc (&dates->end) < dl_ical_time_to_utc (&dates->start))
    {
      dl_draft_tell (self->draft, (end != NULL ? end : duration)->offset, g_strdup (""),
                     g_strdup (_ ("The end of this event is before its start and is left out.")));
      dates->has_end = FALSE;
    }
  return TRUE;
}

/* The date of the time that begins at @local. */
static void
put_date (DlIcalReader *self, const Dates *dates, gint64 local)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *date = NULL;
  DlIcalTime       time = dates->start;

  time.local = local;
  start = dl_ical_time_to_edtf (&time);
  if (dates->has_end)
    {
      time = dates->end;
      time.local += local - dates->start.local;
      if (time.kind == DL_ICAL_DATE && !dates->end_included && time.local > local)
        time.local -= DL_DAY_SECONDS;
      end = dl_ical_time_to_edtf (&time);
    }
  if (start != NULL && end != NULL && strcmp (start, end) != 0)
    date = g_strdup_printf ("%s/%s", start, end);
  dl_draft_put_date (self->draft, date != NULL ? date : start);
}

static void
put_status (DlIcalReader *self, const GArray *lines, const Dates *dates, gint64 local)
{
  const DlIcalLine *line = dl_ical_find_line (lines, "STATUS");
  const DlIcalLine *stamp = dl_ical_find_line (lines, "DTSTAMP");
  DlIcalTime        end = dates->has_end ? dates->end : dates->start;

  end.local += local - dates->start.local;
  if (line != NULL)
    dl_ical_put_status (self->draft, line->value, stamp != NULL ? stamp->value : NULL, &end);
}

/* Other components that are there. */
static void
put_relation (DlIcalReader *self, const DlIcalLine *line)
{
  g_autofree char *type = dl_ical_dup_parameter (line, "RELTYPE");
  gboolean         parent = type == NULL || g_ascii_strcasecmp (type, "PARENT") == 0;

  /* A child names its parent as well. */
  if (g_hash_table_contains (self->uids, line->value) && (parent || g_ascii_strcasecmp (type, "SIBLING") == 0))
    dl_draft_put_relation (self->draft, line->value, parent ? DL_RELATION_PART_OF : DL_RELATION_SEE_ALSO);
  else if (!g_hash_table_contains (self->uids, line->value))
    dl_draft_leave_out (self->draft, line->offset, line->name);
}

/* What programs write where they know of none. */
static gboolean
is_no_place (const char *text)
{
  static const char *const words[] = { "None", "null", "undefined", "N/A", "TBD", "TBA", "-", NULL };

  return g_strv_contains (words, text);
}

/* All but id and dates. Returns: whether it has a title */
static gboolean
put_texts (DlIcalReader *self, const GArray *lines)
{
  g_autoptr (GString) described = g_string_new (NULL);
  gboolean            dated = dl_ical_find_line (lines, "DTSTART") != NULL || dl_ical_find_line (lines, "DUE") != NULL;
  gboolean            titled = FALSE;
  gboolean            categorized = FALSE;
  gboolean            has_markup;

  for (guint i = 0; i < lines->len; i++)
    {
      const DlIcalLine *line = &g_array_index (lines, DlIcalLine, i);
      g_autofree char  *text = NULL;
      g_autofree char  *plain = NULL;

      if (*line->value == '\0')
        continue;
      if (strcmp (line->name, "SUMMARY") == 0 || strcmp (line->name, "LOCATION") == 0)
        {
          text = dl_ical_dup_text (line->value);
          plain = dl_markup_to_line (text);
          if (*line->name == 'L' && !is_no_place (plain))
            dl_draft_put_place (self->draft, plain);
          else if (*line->name == 'S')
            dl_draft_put_title (self->draft, plain);
          titled |= *line->name == 'S' && *plain != '\0';
        }
      else if (strcmp (line->name, "DESCRIPTION") == 0)
        {
          text = dl_ical_dup_text (line->value);
          plain = dl_ical_markup_to_text (text);
          dl_draft_put_summary (self->draft, plain);
          dl_draft_put_shown (self->draft, line->offset, text, NULL, FALSE);
          g_string_append (described, plain);
        }
      else if (strcmp (line->name, "CATEGORIES") == 0)
        {
          g_auto (GStrv) topics = dl_ical_split_texts (line->value);

          for (guint t = 0; topics[t] != NULL; t++)
            dl_draft_put_topic (self->draft, topics[t]);
          categorized |= topics[0] != NULL;
        }
      else if (strcmp (line->name, "ORGANIZER") == 0 || strcmp (line->name, "ATTENDEE") == 0)
        dl_ical_put_person (self->draft, line);
      else if (strcmp (line->name, "URL") == 0 || strcmp (line->name, "ATTACH") == 0 ||
               strcmp (line->name, "IMAGE") == 0 || strcmp (line->name, "CONFERENCE") == 0)
        dl_ical_put_source (self->draft, line);
      else if (strcmp (line->name, "RELATED-TO") == 0)
        put_relation (self, line);
      else
        dl_ical_put_rest (self->draft, line, dated);
    }
  has_markup = dl_ical_put_markup (self->draft, lines, described->str);
  if (!categorized)
    dl_draft_put_topic (self->draft, self->calendar);
  if (!titled && !has_markup && described->len == 0)
    {
      const DlIcalLine *line = dl_ical_find_line (lines, "LOCATION");
      g_autofree char  *text = line != NULL ? dl_ical_dup_text (line->value) : g_strdup (_ ("(without a title)"));

      dl_draft_put_title (self->draft, text);
    }
  return titled;
}

/* Puts one time of a component. @many: it is not the only one */
static void
put_one (DlIcalReader *self, const GArray *lines, gsize offset, const Dates *dates, gint64 local, gboolean many)
{
  const DlIcalLine *uid = dl_ical_find_line (lines, "UID");

  const gint64 *length = dates->lengths != NULL ? g_hash_table_lookup (dates->lengths, &local) : NULL;
  Dates         own = *dates;

  if (length != NULL)
    {
      own.has_end = TRUE;
      own.end_included = FALSE;
      own.end = own.start;
      own.end.local += *length;
    }
  dl_draft_begin_event (self->draft, offset);
  put_date (self, &own, local);
  put_texts (self, lines);
  put_status (self, lines, &own, local);
  if (uid != NULL && many)
    {
      DlCivil          civil = dl_calendar_from_instant (DL_INSTANT (local));
      g_autofree char *id = g_strdup_printf ("%s/%04d%02d%02dT%02d%02d%02d", uid->value, (int) civil.year, civil.month,
                                             civil.day, civil.hour, civil.minute, civil.second);

      dl_draft_put_id (self->draft, id);
    }
  else if (uid != NULL)
    dl_draft_put_id (self->draft, uid->value);
  dl_draft_end_event (self->draft);
}

/* How long a period is, which has its end or its duration behind the slash.
 * Returns: in seconds, or -1 */
static gint64
read_length (DlIcalReader *self, const DlIcalLine *line, const DlIcalTime *start, const char *text)
{
  DlIcalTime end;
  gint64     length;

  if (dl_ical_parse_duration (text, &length))
    return MAX (length, -1);
  if (!parse_time (self, line, text, &end))
    return -1;
  return MAX (dl_ical_time_to_utc (&end) - dl_ical_time_to_utc (start), -1);
}

static void
keep_length (Dates *dates, gint64 local, gint64 length)
{
  gint64 *key;
  gint64 *value;

  if (length < 0)
    return;
  if (dates->lengths == NULL)
    dates->lengths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  key = g_new (gint64, 1);
  value = g_new (gint64, 1);
  *key = local;
  *value = length;
  g_hash_table_insert (dates->lengths, key, value);
}

/* Takes the times of EXDATE, or adds those of RDATE. */
static void
change_times (DlIcalReader *self, const GArray *lines, const char *name, Dates *dates, GArray *times)
{
  gboolean out = *name == 'E';

  for (guint i = 0; i < lines->len; i++)
    {
      const DlIcalLine *line = &g_array_index (lines, DlIcalLine, i);
      g_auto (GStrv)    values = NULL;

      if (strcmp (line->name, name) != 0)
        continue;
      /* vCalendar 1.0 has semicolons between them. */
      values = g_strsplit_set (line->value, ",;", -1);
      for (guint v = 0; values[v] != NULL; v++)
        {
          char      *slash = strchr (values[v], '/');
          DlIcalTime time;
          gint64     local;

          if (slash != NULL)
            *slash = '\0';
          if (*g_strstrip (values[v]) == '\0')
            continue;
          if (!parse_time (self, line, values[v], &time))
            {
              tell_unread (self, line, FALSE);
              break;
            }
          local = dates->start.kind == DL_ICAL_ZONED && time.kind != DL_ICAL_FLOATING && time.kind != DL_ICAL_DATE
                    ? dl_ical_time_from_utc (&dates->start, dl_ical_time_to_utc (&time))
                    : time.local;
          if (!out)
            g_array_append_val (times, local);
          if (!out && slash != NULL)
            keep_length (dates, local, read_length (self, line, &time, g_strstrip (slash + 1)));
          /* A day takes all times that are on it. */
          for (guint t = times->len; out && t > 0; t--)
            {
              gint64 own = g_array_index (times, gint64, t - 1);

              if (own == local || (time.kind == DL_ICAL_DATE && own >= local && own < local + DL_DAY_SECONDS))
                g_array_remove_index (times, t - 1);
            }
        }
    }
}

/* Begins with the first. Returns: (transfer full): of gint64 */
static GArray *
find_times (DlIcalReader *self, const GArray *lines, Dates *dates)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (times, dates->start.local);
  for (guint i = 0; i < lines->len; i++)
    {
      const DlIcalLine      *line = &g_array_index (lines, DlIcalLine, i);
      g_autofree char       *old = NULL;
      g_autoptr (DlIcalRule) rule = NULL;
      g_autoptr (GArray)     more = NULL;
      guint                  most = self->n_made < MAX_MADE ? DL_ICAL_MAX_TIMES : 1;
      gint64                 until;
      gboolean               utc;
      gboolean               bounded;

      if (strcmp (line->name, "RRULE") != 0)
        continue;
      old = dl_ical_old_rule_dup (line->value);
      rule = dl_ical_rule_new (old != NULL ? old : line->value);
      if (rule == NULL)
        {
          dl_draft_tell (
            self->draft, line->offset, g_strdup (""),
            g_strdup_printf (_ ("How this event repeats, “%s”, is not understood; only its first time is read."),
                             line->value));
          continue;
        }
      if (dl_ical_rule_get_until (rule, &until, &utc) && utc)
        dl_ical_rule_set_until (rule, dl_ical_time_from_utc (&dates->start, until));
      more = dl_ical_rule_expand (rule, dates->start.local, most, &bounded);
      g_array_append_vals (times, more->data, more->len);
      self->n_made += more->len;
      if (bounded)
        dl_draft_tell_note (
          self->draft, line->offset, g_strdup (""),
          g_strdup_printf (/* Translators: of an event that is repeated by a rule. */
                           ngettext ("This event goes on repeating; only the first time is read.",
                                     "This event goes on repeating; only the first %u times are read.", more->len),
                           more->len));
    }
  change_times (self, lines, "RDATE", dates, times);
  g_array_sort (times, dl_ical_compare_seconds);
  change_times (self, lines, "EXDATE", dates, times);
  return times;
}

/* Whether another component takes the place of this time, since it does so of an earlier one;
 * it is noted there. */
static gboolean
leave_to_later (DlIcalReader *self, const char *uid, const Dates *dates, const DlIcalTime *time)
{
  DlIcalCut *cut = find_cut (self, uid, dl_ical_time_to_utc (time), FALSE);
  gint64     later;

  if (cut == NULL)
    return FALSE;
  later = time->local - dl_ical_time_from_utc (&dates->start, cut->from);
  g_array_append_val (cut->later, later);
  return TRUE;
}

/* One time that is told by itself, and those that come after it where it says so. */
static void
put_override (DlIcalReader *self, const GArray *lines, gsize offset, const Dates *dates)
{
  const DlIcalLine *uid = dl_ical_find_line (lines, "UID");
  const DlIcalLine *recurrence = dl_ical_find_line (lines, "RECURRENCE-ID");
  g_autofree char  *zone = dl_ical_dup_parameter (recurrence, "TZID");
  g_autofree char  *range = dl_ical_dup_parameter (recurrence, "RANGE");
  DlIcalTime        time;
  DlIcalCut        *cut;

  put_one (self, lines, offset, dates, dates->start.local, TRUE);
  if (range == NULL || uid == NULL || !dl_ical_time_parse (recurrence->value, zone, self->zones, &time))
    return;
  cut = find_cut (self, uid->value, dl_ical_time_to_utc (&time), TRUE);
  for (guint i = 0; cut != NULL && i < cut->later->len; i++)
    put_one (self, lines, offset, dates, dates->start.local + g_array_index (cut->later, gint64, i), TRUE);
}

void
dl_ical_tell_cut_off (DlIcalReader *self, const GArray *lines, gsize offset)
{
  const DlIcalLine *summary = dl_ical_find_line (lines, "SUMMARY");
  g_autofree char  *title = summary != NULL ? dl_ical_dup_text (summary->value) : NULL;

  dl_draft_tell_lost_named (self->draft, title, offset, g_strdup (""),
                            g_strdup (_ ("The file ends within this event, which is left out.")));
}

void
dl_ical_read_event (DlIcalReader *self, DlIcalKind kind, const GArray *lines, gsize offset)
{
  g_autoptr (GArray) times = NULL;
  const DlIcalLine  *uid = dl_ical_find_line (lines, "UID");
  const DlIcalLine  *summary = dl_ical_find_line (lines, "SUMMARY");
  gboolean           override = dl_ical_find_line (lines, "RECURRENCE-ID") != NULL;
  gboolean           many;
  Dates              dates = { 0 };

  dl_draft_begin_event (self->draft, offset);
  if (!read_dates (self, kind, lines, offset, &dates))
    {
      g_autofree char *title = summary != NULL ? dl_ical_dup_text (summary->value) : NULL;

      dl_draft_put_title (self->draft, title);
      dl_draft_drop_event (self->draft);
      return;
    }
  if (summary == NULL)
    {
      if (self->n_untitled++ == 0)
        self->untitled_at = offset;
    }
  if (override)
    {
      put_override (self, lines, offset, &dates);
      return;
    }
  times = find_times (self, lines, &dates);
  many = times->len > 1 || dl_ical_find_line (lines, "RRULE") != NULL;
  for (guint i = 0; i < times->len; i++)
    {
      DlIcalTime time = dates.start;

      time.local = g_array_index (times, gint64, i);
      if (i > 0 && time.local == g_array_index (times, gint64, i - 1))
        continue;
      if (uid != NULL && many)
        {
          g_autofree char *key = dl_ical_dup_key (uid->value, &time);

          if (g_hash_table_contains (self->overrides, key) || leave_to_later (self, uid->value, &dates, &time))
            continue;
        }
      put_one (self, lines, offset, &dates, time.local, many && time.local != dates.start.local);
    }
  g_clear_pointer (&dates.lengths, g_hash_table_unref);
}
