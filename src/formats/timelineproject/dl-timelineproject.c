/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML of the program Timeline. Its years are astronomical; a point has its start as its
 * end, and so has a single day. Where no time of day is told, all times are midnight, and the
 * end is the last day: so its program labels them. Its first versions wrote lines instead. */
#include "formats/timelineproject/dl-timelineproject.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markup/dl-markup.h"
#include "formats/xml/dl-xml.h"
#include "time/dl-date.h"
#include "time/dl-edtf-make.h"

#define MIDNIGHT " 00:00:00"
#define MIDNIGHT_SHORT " 0:0:0" /* as early versions wrote it */

/* What begins the lines of its files before they were XML. */
#define LINE_EVENT "EVENT:"
#define LINE_CATEGORY "CATEGORY:"
#define LINE_PERIOD "PREFERRED-PERIOD:"
#define LINE_DESCRIPTION "description:"

/* What an event or era holds, by the names of its elements. */
typedef enum
{
  FIELD_START,
  FIELD_END,
  FIELD_TEXT,
  FIELD_NAME,
  FIELD_DESCRIPTION,
  FIELD_CATEGORY,
  FIELD_FUZZY,
  FIELD_FUZZY_START,
  FIELD_FUZZY_END,
  FIELD_ENDS_TODAY,
  FIELD_HYPERLINK,
  N_FIELDS,
} Field;

static const char *const field_names[N_FIELDS] = { "start",       "end",        "text",     "name",
                                                   "description", "category",   "fuzzy",    "fuzzy_start",
                                                   "fuzzy_end",   "ends_today", "hyperlink" };

typedef struct
{
  DlDraft   *draft;
  DlXml      xml;
  gsize      at; /* of what is read */
  gsize      ats[N_FIELDS];
  char      *fields[N_FIELDS];
  GPtrArray *categories; /* of the event */
  GString   *rest;       /* what has no place, a line each */

  GHashTable *containers; /* their ids; they stand before their parts */
} Reader;

static void
clear_fields (Reader *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&self->fields[i], g_free);
  g_ptr_array_set_size (self->categories, 0);
  g_string_truncate (self->rest, 0);
}

/* Any other element of it. */
static void
keep (Reader *self, const char *name, const char *text)
{
  /* A picture in letters, and what the program does with it. */
  static const char *const passed[] = { "icon", "locked", "progress_color", "done_color", "font_color", NULL };
  g_autofree char         *line = dl_markup_to_line (text);

  if (dl_draft_is_one_of (name, passed) || dl_draft_is_technical (name) || strcmp (line, "0") == 0)
    return;
  dl_draft_add_line (self->rest, name, line);
}

static gboolean
is_true (const char *text)
{
  return text != NULL && g_ascii_strcasecmp (text, "true") == 0;
}

/* From the start of an element to its end: the texts of those in it. */
static void
read_fields (Reader *self, const char *element)
{
  clear_fields (self);
  self->at = self->xml.at;
  while (dl_xml_next (&self->xml))
    {
      guint i;

      if (self->xml.kind == DL_XML_END && dl_xml_is (&self->xml, element))
        return;
      if (self->xml.kind != DL_XML_START)
        continue;
      for (i = 0; i < N_FIELDS && !dl_xml_is (&self->xml, field_names[i]); i++)
        ;
      /* `<categories>` has several. */
      if (i == N_FIELDS && dl_xml_is (&self->xml, "categories"))
        continue;
      if (i == N_FIELDS)
        {
          g_autofree char *name = g_strndup (self->xml.name, self->xml.name_length);
          g_autofree char *text = dl_xml_dup_content (&self->xml);

          keep (self, name, text);
          continue;
        }
      self->ats[i] = self->xml.at;
      g_free (self->fields[i]);
      self->fields[i] = g_strstrip (dl_xml_dup_content (&self->xml));
      if (i == FIELD_CATEGORY && *self->fields[i] != '\0')
        g_ptr_array_add (self->categories, g_strdup (self->fields[i]));
    }
}

static gboolean
is_midnight (const char *text)
{
  return text != NULL && (g_str_has_suffix (text, MIDNIGHT) || g_str_has_suffix (text, MIDNIGHT_SHORT));
}

/* "-44-3-15 00:00:00" as EDTF. @day: without its time. Returns: (transfer full) (nullable) */
static char *
read_date (const char *text, gboolean day)
{
  gint64 parts[6] = { 0 };
  char  *at = (char *) text;
  int    sign = 1;

  if (text == NULL)
    return NULL;
  if (*at == '-')
    {
      sign = -1;
      at++;
    }
  for (guint i = 0; i < 6; i++)
    {
      static const char separators[] = "-- ::";

      if (!g_ascii_isdigit (*at))
        return NULL;
      parts[i] = g_ascii_strtoll (at, &at, 10);
      if (parts[i] > G_MAXINT32)
        return NULL;
      if (i < 5 && *at++ != separators[i])
        return NULL;
    }
  if (*at != '\0')
    return NULL;
  if (day)
    return dl_edtf_make (sign * parts[0], (int) parts[1], (int) parts[2], DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  return dl_edtf_make (sign * parts[0], (int) parts[1], (int) parts[2], (int) parts[3], (int) parts[4],
                       parts[5] != 0 ? (int) parts[5] : DL_PART_NONE);
}

/* With the sign of an approximate date, where one can have it. transfer full */
static char *
qualify (char *edtf, gboolean fuzzy)
{
  g_autofree char *made = NULL;
  DlDate           date;

  if (!fuzzy || edtf == NULL)
    return edtf;
  made = g_strndup (edtf, strcspn (edtf, "T"));
  g_free (edtf);
  edtf = g_strconcat (made, "~", NULL);
  if (dl_date_parse (edtf, -1, &date, NULL))
    return edtf;
  g_free (edtf);
  return g_steal_pointer (&made);
}

/* The EDTF of start and end. Returns: (transfer full) (nullable): NULL with an error */
static char *
read_dates (Reader *self, GError **error)
{
  const char        *start = self->fields[FIELD_START];
  const char        *end = self->fields[FIELD_END];
  gboolean           days = is_midnight (start) && (end == NULL || *end == '\0' || is_midnight (end));
  gboolean           fuzzy = is_true (self->fields[FIELD_FUZZY]);
  g_autofree char   *from = read_date (start, days);
  g_autofree char   *to = read_date (end, days);
  gboolean           same = from != NULL && g_strcmp0 (from, to) == 0;
  g_autoptr (GError) start_error = NULL;
  g_autoptr (GError) end_error = NULL;
  DlDateWordsFound   found = { 0 };
  char              *date;
  gboolean           reversed;

  /* Of a calendar without months, or written by hand. */
  if (from == NULL)
    from = dl_date_words_to_edtf (start != NULL ? start : "", NULL, &found, &start_error);
  if (to == NULL && end != NULL && *end != '\0')
    to = dl_draft_dup_end (end, NULL, NULL, &end_error);
  if (from == NULL && found.answer == DL_DATE_ANSWER_UNKNOWN)
    {
      date = dl_edtf_make_interval ("", to, NULL);
      if (*date != '\0')
        return date;
      g_free (date);
    }
  if (from == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&start_error));
      return NULL;
    }
  if (end_error != NULL)
    dl_draft_tell (self->draft, self->ats[FIELD_END], g_strdup (""),
                   g_strdup_printf (_ ("The end of this event is left out: %s"), end_error->message));
  from = qualify (g_steal_pointer (&from), fuzzy || is_true (self->fields[FIELD_FUZZY_START]));
  to = qualify (g_steal_pointer (&to), fuzzy || is_true (self->fields[FIELD_FUZZY_END]));
  if (is_true (self->fields[FIELD_ENDS_TODAY]))
    return g_strconcat (from, "/..", NULL);
  if (same)
    return g_steal_pointer (&from);
  date = dl_edtf_make_interval (from, to, &reversed);
  if (reversed)
    dl_draft_tell (self->draft, self->ats[FIELD_END], g_strdup (""),
                   g_strdup (_ ("The end of this event is before its start and is left out.")));
  return date;
}

static void
put_links (DlDraft *draft, gsize at, const char *links)
{
  g_auto (GStrv) words = g_strsplit (links != NULL ? links : "", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    /* A path of somebody's own computer helps nobody else. */
    dl_draft_put_address (draft, at, g_strdup (""), words[i], NULL, NULL);
}

/* "[1]A container" and "(1)A part of it" begin with what ties them. Returns: behind that */
static const char *
take_tie (Reader *self, const char *text)
{
  const char *at = text;
  char        close = *at == '[' ? ']' : ')';
  char       *id;

  if (*at != '[' && *at != '(')
    return text;
  for (at++; g_ascii_isdigit (*at);)
    at++;
  if (at == text + 1 || *at != close)
    return text;
  id = g_strdup_printf ("container-%.*s", (int) (at - text - 1), text + 1);
  if (close == ']')
    {
      dl_draft_put_id (self->draft, id);
      g_hash_table_add (self->containers, id);
      return at + 1;
    }
  if (g_hash_table_contains (self->containers, id))
    dl_draft_put_relation (self->draft, id, DL_RELATION_PART_OF);
  g_free (id);
  return at + 1;
}

/* An event of the fields that were read. */
static void
put_event (Reader *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *date = NULL;
  g_autofree char   *title = NULL;

  dl_draft_begin_event (self->draft, self->at);
  title = dl_markup_to_line (self->fields[FIELD_TEXT]);
  dl_draft_put_title (self->draft, take_tie (self, title));
  date = read_dates (self, &error);
  if (date == NULL)
    {
      gsize at = self->fields[FIELD_START] != NULL ? self->ats[FIELD_START] : self->at;

      dl_draft_tell_no_date (self->draft, at, g_strdup (""), g_steal_pointer (&error));
      return;
    }
  dl_draft_put_date (self->draft, date);
  dl_draft_put_summary (self->draft, self->fields[FIELD_DESCRIPTION]);
  for (guint i = 0; i < self->categories->len; i++)
    dl_draft_put_topic (self->draft, self->categories->pdata[i]);
  dl_draft_put_summary (self->draft, self->rest->str);
  put_links (self->draft, self->ats[FIELD_HYPERLINK], self->fields[FIELD_HYPERLINK]);
  if (is_true (self->fields[FIELD_ENDS_TODAY]))
    dl_draft_put_status (self->draft, DL_STATUS_ONGOING);
  dl_draft_end_event (self->draft);
}

static void
read_event (Reader *self, const char *element)
{
  read_fields (self, element);
  put_event (self);
}

static void
read_era (Reader *self)
{
  g_autofree char *date = NULL;
  const char      *name;

  read_fields (self, "era");
  date = read_dates (self, NULL);
  name = self->fields[FIELD_NAME];
  if (date != NULL && name != NULL && *name != '\0')
    dl_draft_add_era (self->draft, self->at, name, date);
  else
    dl_draft_tell (self->draft, self->at, g_strdup (""),
                   g_strdup (_ ("This era lacks a title or a date and is left out.")));
}

static void
read_category (Reader *self)
{
  read_fields (self, "category");
  /* Only the parent of a category is no colour. */
  if (self->rest->len > 0)
    dl_draft_leave_out (self->draft, self->at, "parent");
  dl_draft_add_topic (self->draft, self->fields[FIELD_NAME], self->fields[FIELD_NAME], NULL);
}

static gboolean
begins (const char *at, const char *end, const char *word)
{
  return (gsize) (end - at) >= strlen (word) && memcmp (at, word, strlen (word)) == 0;
}

/* Whether its lines are those from before its XML. */
static gboolean
has_lines (DlInput *input)
{
  const char *at = input->text;
  const char *end = input->text + input->length;

  while (at < end)
    {
      const char *next = memchr (at, '\n', (gsize) (end - at));

      if (begins (at, end, LINE_PERIOD) || begins (at, end, LINE_CATEGORY) || begins (at, end, LINE_EVENT))
        return TRUE;
      /* Comments and empty lines may come before. */
      if ((*at != '#' && *at != '\r' && *at != '\n') || next == NULL)
        return FALSE;
      at = next + 1;
    }
  return FALSE;
}

/* The next part of a line, up to a semicolon that has no backslash. transfer full */
static char *
take_part (const char **at, const char *end)
{
  GString *part = g_string_new (NULL);

  for (; *at < end && **at != ';'; (*at)++)
    {
      if (**at != '\\' || *at + 1 == end)
        {
          g_string_append_c (part, **at);
          continue;
        }
      (*at)++;
      g_string_append_c (part, **at == 'n' ? '\n' : **at);
    }
  if (*at < end)
    (*at)++;
  return g_strstrip (g_string_free (part, FALSE));
}

/* "EVENT:2009-7-13 0:0:0;2009-7-18 0:0:0;Vacation;Private;description:By the sea" */
static void
read_event_line (Reader *self, gsize offset, const char *at, const char *end)
{
  static const Field order[] = { FIELD_START, FIELD_END, FIELD_TEXT, FIELD_CATEGORY };

  clear_fields (self);
  self->at = offset;
  for (guint i = 0; i < G_N_ELEMENTS (order) && at < end; i++)
    {
      self->ats[order[i]] = offset + strlen (LINE_EVENT);
      self->fields[order[i]] = take_part (&at, end);
    }
  while (at < end)
    {
      g_autofree char *part = take_part (&at, end);

      if (g_str_has_prefix (part, LINE_DESCRIPTION) && self->fields[FIELD_DESCRIPTION] == NULL)
        self->fields[FIELD_DESCRIPTION] = g_strdup (part + strlen (LINE_DESCRIPTION));
      else
        {
          gsize            n = strcspn (part, ":");
          g_autofree char *name = g_strndup (part, n);

          keep (self, name, part[n] == ':' ? part + n + 1 : "");
        }
    }
  if (self->fields[FIELD_CATEGORY] != NULL && *self->fields[FIELD_CATEGORY] != '\0')
    g_ptr_array_add (self->categories, g_strdup (self->fields[FIELD_CATEGORY]));
  put_event (self);
}

static gboolean
read_lines (Reader *self, DlInput *input, GError **error)
{
  const char *at = input->text;
  const char *end = input->text + input->length;

  while (at < end)
    {
      const char *next = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = next != NULL ? next : end;

      if (!dl_input_go_on (input, error))
        return FALSE;
      if (begins (at, end, LINE_EVENT))
        read_event_line (self, (gsize) (at - input->text), at + strlen (LINE_EVENT), line_end);
      else if (begins (at, end, LINE_CATEGORY))
        {
          const char      *name_at = at + strlen (LINE_CATEGORY);
          g_autofree char *name = take_part (&name_at, line_end);

          dl_draft_add_topic (self->draft, name, name, NULL);
        }
      at = line_end < end ? line_end + 1 : end;
    }
  return TRUE;
}

static gboolean
sniff (DlInput *input)
{
  DlXml xml;

  if (dl_input_get_first (input) != '<')
    return has_lines (input);
  dl_xml_init (&xml, input->text, MIN (input->length, DL_XML_SNIFFED));
  while (dl_xml_next (&xml) && xml.kind != DL_XML_START)
    ;
  if (!dl_xml_is (&xml, "timeline"))
    return FALSE;
  while (dl_xml_next (&xml))
    if (xml.kind == DL_XML_START)
      return dl_xml_is (&xml, "version") || dl_xml_is (&xml, "timetype") || dl_xml_is (&xml, "categories") ||
             dl_xml_is (&xml, "eras") || dl_xml_is (&xml, "events");
  return FALSE;
}

/* Another calendar's dates are no dates here. */
static gboolean
check_time_type (DlXml *xml, DlInput *input, GError **error)
{
  g_autofree char *content = dl_xml_dup_content (xml);
  g_autofree char *type = dl_markup_to_line (content);

  if (*type == '\0' || strcmp (type, "gregoriantime") == 0)
    return TRUE;
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
               /* Translators: file name, then a word of the file, such as “numtime”. */
               _ ("%s: this timeline of The Timeline Project counts its time as “%s”; only dates of the Gregorian "
                  "calendar are read."),
               input->name, type);
  return FALSE;
}

static gboolean
read_all (Reader *self, DlInput *input, GError **error)
{
  DlXml   *xml = &self->xml;
  gboolean closed = FALSE;

  while (dl_xml_next (xml))
    {
      closed = closed || (xml->kind == DL_XML_END && dl_xml_is (xml, "timeline"));
      if (xml->kind != DL_XML_START)
        continue;
      if (dl_xml_is (xml, "timetype"))
        {
          if (!check_time_type (xml, input, error))
            return FALSE;
        }
      else if (dl_xml_is (xml, "category"))
        read_category (self);
      else if (dl_xml_is (xml, "era"))
        read_era (self);
      else if (dl_xml_is (xml, "view"))
        dl_xml_skip (xml);
      else if (dl_xml_is (xml, "event") || dl_xml_is (xml, "milestone"))
        {
          if (!dl_input_go_on (input, error))
            return FALSE;
          read_event (self, dl_xml_is (xml, "event") ? "event" : "milestone");
        }
    }
  if (!closed)
    dl_draft_tell (self->draft, input->length, g_strdup (""),
                   g_strdup (_ ("The file is cut off here; what comes before is read.")));
  return TRUE;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader self = { .draft = draft, .categories = g_ptr_array_new_with_free_func (g_free), .rest = g_string_new (NULL) };
  gboolean read;

  self.containers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  dl_xml_init (&self.xml, input->text, input->length);
  read = has_lines (input) ? read_lines (&self, input, error) : read_all (&self, input, error);
  clear_fields (&self);
  g_ptr_array_unref (self.categories);
  g_string_free (self.rest, TRUE);
  g_hash_table_unref (self.containers);
  return read;
}

const DlFormat dl_format_timelineproject = {
  .nick = "timelineproject",
  .label = N_ ("The Timeline Project"),
  .endings = "timeline xml",
  .sniff = sniff,
  .read = read_file,
};
