/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/ical/dl-ical-event.h"
#include "formats/ical/dl-ical-rest.h"
#include "formats/markup/dl-markup.h"

static const char *const kinds[] = { "VEVENT", "VTODO", "VJOURNAL" };

/* An event begins so early that the file is one of events. */
#define EARLY_BYTES 4096

/* Where a component stands. */
typedef struct
{
  DlIcalKind kind;
  gsize      start;    /* its BEGIN */
  guint      calendar; /* the how manieth */
  gboolean   whole;
  gboolean   recurs;  /* it has a RECURRENCE-ID */
  gboolean   goes_on; /* and is for all later times, too */
} Component;

typedef struct
{
  DlInput      *input;
  DlIcalReader  reader;
  DlIcalLines   lines;
  GArray       *components;
  GPtrArray    *calendars; /* their names, "" for none */
  guint         n_busy;
  gsize         busy_at;
  GStringChunk *arena;
  const char   *zone; /* of all events, as far as these name one; static storage of the zones */
  gboolean      zones_differ;
} Reader;

static gboolean
sniff (DlInput *input)
{
  DlIcalLines lines = { .text = input->text, .length = input->length };

  while (lines.at < lines.length && g_ascii_isspace (lines.text[lines.at]))
    lines.at++;
  if (dl_ical_starts_with (&lines, lines.at, "BEGIN:VCALENDAR"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *begin = g_strconcat ("BEGIN:", kinds[i], NULL);

      if (dl_ical_starts_with (&lines, lines.at, begin))
        return TRUE;
    }
  /* Within a component of somebody's own. */
  return dl_ical_starts_with (&lines, lines.at, "BEGIN:") && dl_input_has_early (input, "\nBEGIN:VEVENT", EARLY_BYTES);
}

static int
find_kind (const char *name)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (name, kinds[i]) == 0)
      return i;
  return -1;
}

/* What a calendar says of itself. */
static void
read_head (Reader *self, const DlIcalLine *line)
{
  g_autofree char *text = NULL;
  gboolean         name = strcmp (line->name, "X-WR-CALNAME") == 0 || strcmp (line->name, "NAME") == 0;

  if (*line->value == '\0')
    return;
  text = dl_ical_dup_text (line->value);
  if (name)
    {
      dl_draft_set_title (self->reader.draft, text);
      if (self->calendars->len > 0)
        {
          g_free (self->calendars->pdata[self->calendars->len - 1]);
          self->calendars->pdata[self->calendars->len - 1] = g_steal_pointer (&text);
        }
    }
  else if (strcmp (line->name, "X-WR-CALDESC") == 0 || strcmp (line->name, "DESCRIPTION") == 0)
    {
      g_autofree char *plain = dl_markup_to_text (text);

      dl_draft_set_description (self->reader.draft, plain);
    }
  else if (strcmp (line->name, "X-WR-TIMEZONE") == 0)
    {
      DlIcalZone *zone = dl_ical_zones_get (self->reader.zones, text);

      if (dl_ical_zone_get_iana (zone) != NULL)
        dl_draft_set_zone (self->reader.draft, dl_ical_zone_get_iana (zone));
      else
        dl_draft_tell (self->reader.draft, line->offset, g_strdup (""),
                       g_strdup_printf (_ ("The time zone “%s” is not known; the timeline is in UTC."), text));
    }
  else
    dl_ical_leave_head (self->reader.draft, line);
}

/* Passes over a component up to its end, noting what it is named by. */
static void
scan_component (Reader *self, Component *component)
{
  guint depth = 1;

  while (self->lines.at < self->lines.length)
    {
      gsize at = self->lines.at;

      if (dl_ical_starts_with (&self->lines, at, "END:VCALENDAR") ||
          dl_ical_starts_with (&self->lines, at, "BEGIN:VEVENT"))
        return;
      self->lines.at = dl_ical_next_offset (&self->lines, at);
      if (dl_ical_starts_with (&self->lines, at, "BEGIN:"))
        depth++;
      else if (dl_ical_starts_with (&self->lines, at, "END:") && --depth == 0)
        {
          component->whole = TRUE;
          return;
        }
      else if (depth == 1 && dl_ical_starts_with (&self->lines, at, "RECURRENCE-ID"))
        component->recurs = TRUE;
      else if (depth == 1 && dl_ical_starts_with (&self->lines, at, "UID"))
        {
          DlIcalLines one = self->lines;
          DlIcalLine  line;

          one.at = at;
          g_string_chunk_clear (self->arena);
          if (dl_ical_next_line (&one, self->arena, &line))
            g_hash_table_add (self->reader.uids, g_strdup (line.value));
        }
    }
}

/* Finds all components, and reads all zones, for these may stand behind what names them. */
static gboolean
scan (Reader *self, GError **error)
{
  DlIcalLine line;

  while (self->lines.at < self->lines.length)
    {
      if (!dl_input_go_on (self->input, error))
        return FALSE;
      g_string_chunk_clear (self->arena);
      if (!dl_ical_next_line (&self->lines, self->arena, &line))
        break;
      if (strcmp (line.name, "BEGIN") != 0)
        read_head (self, &line);
      else if (g_ascii_strcasecmp (line.value, "VCALENDAR") == 0)
        g_ptr_array_add (self->calendars, g_strdup (""));
      else if (g_ascii_strcasecmp (line.value, "VTIMEZONE") == 0)
        dl_ical_zones_read (self->reader.zones, &self->lines);
      else
        {
          g_autofree char *name = g_strstrip (g_strdup (line.value));
          int              kind = find_kind (name);
          Component component = { (DlIcalKind) MAX (kind, 0), line.offset, self->calendars->len, FALSE, FALSE, FALSE };

          scan_component (self, &component);
          if (kind >= 0)
            g_array_append_val (self->components, component);
          else if (g_ascii_strcasecmp (name, "VFREEBUSY") != 0)
            {
              /* What others stand in is not whole by then. */
              if (component.whole)
                dl_draft_leave_out (self->reader.draft, line.offset, name);
            }
          else if (self->n_busy++ == 0)
            self->busy_at = line.offset;
        }
    }
  return TRUE;
}

/* The lines of a component, without those of what is within it. */
static void
get_lines (Reader *self, const Component *component, GArray *lines)
{
  guint      depth = 0;
  DlIcalLine line;

  g_array_set_size (lines, 0);
  g_string_chunk_clear (self->arena);
  self->lines.at = component->start;
  while (dl_ical_next_line (&self->lines, self->arena, &line))
    {
      if (strcmp (line.name, "BEGIN") == 0)
        depth++;
      else if (strcmp (line.name, "END") == 0)
        {
          if (--depth == 0)
            break;
        }
      else if (depth == 1)
        g_array_append_val (lines, line);
    }
}

/* What stands in place of a time that a rule leads to. */
static void
note_override (Reader *self, Component *component, const GArray *lines)
{
  const DlIcalLine *uid = dl_ical_find_line (lines, "UID");
  const DlIcalLine *recurrence = dl_ical_find_line (lines, "RECURRENCE-ID");
  g_autofree char  *zone = recurrence != NULL ? dl_ical_dup_parameter (recurrence, "TZID") : NULL;
  g_autofree char  *range = recurrence != NULL ? dl_ical_dup_parameter (recurrence, "RANGE") : NULL;
  DlIcalTime        time;

  if (uid == NULL || recurrence == NULL)
    return;
  if (!dl_ical_time_parse (recurrence->value, zone, self->reader.zones, &time))
    dl_draft_tell (
      self->reader.draft, recurrence->offset, g_strdup (""),
      g_strdup_printf (_ ("%s “%s” is not understood and is left out."), recurrence->name, recurrence->value));
  else
    {
      g_hash_table_add (self->reader.overrides, dl_ical_dup_key (uid->value, &time));
      component->goes_on = range != NULL && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
      if (component->goes_on)
        dl_ical_add_cut (&self->reader, uid->value, &time);
    }
  if (range != NULL && !component->goes_on)
    dl_draft_tell (self->reader.draft, recurrence->offset, g_strdup (""),
                   g_strdup_printf (_ ("%s “%s” is not understood and is left out."), "RANGE", range));
}

/* The zone in which all events are told, if there is such a one. */
static void
note_zone (Reader *self, const GArray *lines)
{
  const DlIcalLine *start = dl_ical_find_line (lines, "DTSTART");
  g_autofree char  *name = start != NULL ? dl_ical_dup_parameter (start, "TZID") : NULL;
  const char       *iana;

  if (name == NULL || self->zones_differ)
    return;
  iana = dl_ical_zone_get_iana (dl_ical_zones_get (self->reader.zones, name));
  if (iana == NULL || (self->zone != NULL && strcmp (iana, self->zone) != 0))
    self->zones_differ = TRUE;
  else
    self->zone = iana;
}

/* Those that take the place of later times, @last, come when it is known which these are. */
static gboolean
read_some (Reader *self, gboolean last, GArray *lines, GError **error)
{
  for (guint i = 0; i < self->components->len; i++)
    {
      const Component *component = &g_array_index (self->components, Component, i);

      if (component->goes_on != last)
        continue;
      if (!dl_input_go_on (self->input, error))
        return FALSE;
      if (!component->whole)
        {
          get_lines (self, component, lines);
          dl_ical_tell_cut_off (&self->reader, lines, component->start);
          continue;
        }
      get_lines (self, component, lines);
      note_zone (self, lines);
      self->reader.calendar =
        self->calendars->len > 1 && component->calendar > 0 ? self->calendars->pdata[component->calendar - 1] : NULL;
      dl_ical_read_event (&self->reader, component->kind, lines, component->start);
    }
  return TRUE;
}

static gboolean
read_components (Reader *self, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DlIcalLine));

  for (guint i = 0; i < self->components->len; i++)
    {
      Component *component = &g_array_index (self->components, Component, i);

      if (!component->recurs || !component->whole)
        continue;
      get_lines (self, component, lines);
      note_override (self, component, lines);
    }
  return read_some (self, FALSE, lines, error) && read_some (self, TRUE, lines, error);
}

static void
tell_all (Reader *self)
{
  DlDraft *draft = self->reader.draft;

  if (self->reader.n_untitled > 0)
    dl_draft_tell_note (
      draft, self->reader.untitled_at, g_strdup (""),
      g_strdup_printf (ngettext ("%u event has no title (SUMMARY); this is it.",
                                 "%u events have no title (SUMMARY); this is the first.", self->reader.n_untitled),
                       self->reader.n_untitled));
  if (self->n_busy > 0)
    dl_draft_tell_note (draft, self->busy_at, g_strdup (""),
                        g_strdup (_ ("When people are free or busy (VFREEBUSY) is not read.")));
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (DlIcalZones) zones = dl_ical_zones_new ();
  g_autoptr (GHashTable)  uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable)  overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) cuts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray)     components = g_array_new (FALSE, FALSE, sizeof (Component));
  g_autoptr (GPtrArray)  calendars = g_ptr_array_new_with_free_func (g_free);
  Reader                 self = { 0 };
  gboolean               good;

  self.input = input;
  self.lines = (DlIcalLines){ .text = input->text, .length = input->length };
  self.lines.indented = dl_ical_find_indented (&self.lines);
  self.lines.indent = self.lines.indented ? 0 : dl_ical_measure_folds (&self.lines);
  self.reader.draft = draft;
  self.reader.zones = zones;
  self.reader.uids = uids;
  self.reader.overrides = overrides;
  self.reader.cuts = cuts;
  self.components = components;
  self.calendars = calendars;
  self.arena = g_string_chunk_new (4096);
  good = scan (&self, error) && read_components (&self, error);
  if (good)
    {
      tell_all (&self);
      if (self.zone != NULL && !self.zones_differ)
        dl_draft_set_zone (draft, self.zone);
    }
  g_string_chunk_free (self.arena);
  return good;
}

const DlFormat dl_format_ical = {
  .nick = "icalendar",
  .label = N_ ("iCalendar"),
  .endings = "ics vcs",
  .sniff = sniff,
  .read = read_file,
};
