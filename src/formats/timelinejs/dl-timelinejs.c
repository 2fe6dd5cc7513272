/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TimelineJS 3. Years are as its program shows them: -44 is 44 BC. */
#include "formats/timelinejs/dl-timelinejs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markup/dl-markup.h"
#include "formats/timelinejs/dl-timelinejs-media.h"
#include "time/dl-edtf-make.h"

/* Nobody counts years before this one to the year. */
#define COUNTED_YEARS 10000

enum
{
  PART_YEAR,
  PART_MONTH,
  PART_DAY,
  PART_HOUR,
  PART_MINUTE,
  PART_SECOND,
  N_PARTS = DL_EDTF_N_PARTS,
};

static const char *const part_names[] = { "year", "month", "day", "hour", "minute", "second", NULL };

enum
{
  EVENT_START,
  EVENT_END,
  EVENT_TEXT,
  EVENT_MEDIA,
  EVENT_GROUP,
  EVENT_DISPLAY,
  EVENT_ID,
  EVENT_DATE,     /* as early versions had it */
  EVENT_HEADLINE, /* met outside of the text */
  EVENT_BACKGROUND,
  EVENT_LOCATION, /* of a map that is shown with it */
  N_EVENT_MEMBERS,
};
static const char *const event_names[] = { "start_date", "end_date",     "text",      "media",
                                           "group",      "display_date", "unique_id", "date",
                                           "headline",   "background",   "location",  NULL };
/* What else is read of a date, and how it is written. */
static const char *const date_looks[] = { "millisecond", "display_date", "format", "date_obj", NULL };
static const char *const text_names[] = { "headline", "text", NULL };
static const char *const media_names[] = { "url", "caption", "credit", NULL };
/* How it is shown. */
static const char *const event_looks[] = { "autolink", "type", "animation", NULL };
static const char *const place_names[] = { "name", "zoom", "line", "icon", NULL };
static const char *const top_looks[] = { "scale", "presentation", NULL };
/* What an era may have of it. */
static const char *const era_names[] = { "start_date", "end_date", "text", "headline", "unique_id", NULL };
/* And the title. */
static const char *const title_names[] = { "text", "unique_id", NULL };

enum
{
  TOP_EVENTS,
  TOP_TITLE,
  TOP_ERAS,
  N_TOP_MEMBERS,
};
static const char *const top_names[] = { "events", "title", "eras", NULL };

typedef struct
{
  DlDraftLiteral to;
  gboolean       told_zero;
} Reader;

/* The object with the events, which may be within another. */
static gboolean
find_root (DlInput *input, DlLiteral *root)
{
  GArray *literals = dl_input_get_literals (input);

  for (guint i = 0; i < literals->len; i++)
    {
      DlLiteral     value = g_array_index (literals, DlLiteralFound, i).value;
      DlLiteral     events;
      DlLiteral     event;
      DlLiteralIter iter;
      DlLiteral     inner;

      if (dl_literal_get_member (&value, "timeline", &inner) && inner.kind == DL_LITERAL_OBJECT)
        value = inner;
      if (!dl_literal_get_member (&value, "events", &events) || events.kind != DL_LITERAL_LIST)
        continue;
      dl_literal_iter_init (&iter, &events);
      for (guint n = 0; n < 20 && dl_literal_iter_next (&iter, NULL, &event); n++)
        {
          DlLiteral members[N_EVENT_MEMBERS];

          dl_literal_get_members (&event, event_names, members);
          if (members[EVENT_START].kind == DL_LITERAL_OBJECT ||
              (members[EVENT_DATE].kind == DL_LITERAL_OBJECT && members[EVENT_TEXT].kind == DL_LITERAL_OBJECT) ||
              (members[EVENT_START].kind != DL_LITERAL_NOTHING && members[EVENT_TEXT].kind == DL_LITERAL_OBJECT) ||
              (members[EVENT_TEXT].kind == DL_LITERAL_OBJECT && members[EVENT_MEDIA].kind == DL_LITERAL_OBJECT))
            {
              *root = value;
              return TRUE;
            }
        }
    }
  return FALSE;
}

static gboolean
sniff (DlInput *input)
{
  DlLiteral root;

  return find_root (input, &root);
}

/* The year as EDTF counts it. */
static gint64
astronomical (Reader *self, const DlLiteral *value, gint64 year)
{
  if (year == 0 && !self->told_zero)
    {
      self->told_zero = TRUE;
      dl_draft_literal_tell_note (&self->to, value, g_strdup (_ ("There is no year 0; it is read as 1 BC.")));
    }
  return year < 0 && year > -COUNTED_YEARS ? year + 1 : year;
}

/* The month that @value names in words, "May" or "sept.". Returns: 0 when it names none */
static gint64
read_month_name (const DlLiteral *value)
{
  g_autofree char *text = dl_literal_dup_trimmed (value);
  g_autofree char *words = g_strconcat (text != NULL ? text : "", " 1900", NULL);
  g_autofree char *edtf = dl_date_words_to_edtf (words, NULL, NULL, NULL);

  if (edtf == NULL || !g_str_has_prefix (edtf, "1900-") || strlen (edtf) != strlen ("1900-01"))
    return 0;
  return g_ascii_strtoll (edtf + strlen ("1900-"), NULL, 10);
}

/* A part that is told beyond one that is not. A time of zeros is what programs write. */
static void
tell_lone_part (Reader *self, const DlLiteral *members, guint missing)
{
  for (guint i = missing + 1; i < N_PARTS; i++)
    {
      g_autofree char *text = dl_literal_dup_trimmed (&members[i]);

      if (text == NULL || strspn (text, "0") == strlen (text))
        continue;
      dl_draft_literal_tell (&self->to, &members[i],
                             /* Translators: two names of members of the file, such as “day”, what stands there, and
                              * “month”. */
                             g_strdup_printf (_ ("“%s” %s has no “%s” beside it and is left out."), part_names[i], text,
                                              part_names[missing]));
      return;
    }
}

/* The parts that are told, up to the first that is not; an empty text is as good
 * as nothing. Returns: how many */
static guint
read_numbers (Reader *self, const DlLiteral *members, gint64 *parts)
{
  guint n;

  for (n = 0; n < N_PARTS; n++)
    {
      g_autofree char *text = dl_literal_dup_trimmed (&members[n]);

      if (text == NULL)
        {
          tell_lone_part (self, members, n);
          return n;
        }
      if (!dl_literal_get_integer (&members[n], &parts[n]))
        {
          parts[n] = n == PART_MONTH ? read_month_name (&members[n]) : 0;
          if (parts[n] >= 1 && parts[n] <= 12)
            continue;
          if (n > PART_YEAR)
            dl_draft_literal_tell (&self->to, &members[n],
                                   g_strdup_printf (_ ("“%s” is not a number; the date is read without it."), text));
          return n;
        }
    }
  return n;
}

/* Which part makes that there is no such date. */
static void
tell_wrong_part (Reader *self, const DlLiteral *members, guint wrong)
{
  g_autofree char *text = dl_literal_dup_trimmed (&members[wrong]);
  gint64           year;

  if (wrong > PART_YEAR)
    dl_draft_literal_tell (
      &self->to, &members[wrong],
      /* Translators: the name of a member of the file, such as “month”, and its number. */
      g_strdup_printf (_ ("No date has “%s” %s; the date is read without it."), part_names[wrong], text));
  else if (dl_literal_get_integer (&members[wrong], &year))
    {
      DlProblem *problem = dl_draft_literal_tell (
        &self->to, &members[wrong],
        /* Translators: the name of a member or a column of the file, such as “year”, and its number. */
        g_strdup_printf (_ ("No date with a month has “%s” %s; only the year is read."), part_names[wrong], text));

      if (problem != NULL)
        problem->suggestion = dl_draft_dup_year_meant (year);
    }
}

/* A date of parts as EDTF.
 * Returns: (transfer full) (nullable): NULL with an error, or without where nothing is told */
static char *
read_parts (Reader *self, const DlLiteral *date, GError **error)
{
  DlLiteral members[G_N_ELEMENTS (part_names)];
  DlLiteral fraction;
  gint64    milliseconds;
  gint64    parts[N_PARTS];
  char     *edtf;
  guint     wrong;
  guint     n;

  dl_literal_get_members (date, part_names, members);
  n = read_numbers (self, members, parts);
  if (n == 0)
    {
      g_autofree char   *text = dl_literal_dup_trimmed (&members[PART_YEAR]);
      DlDateWordsContext context = { .bare_years = TRUE, .foreign = TRUE };

      return text != NULL ? dl_date_words_to_edtf (text, &context, NULL, error) : NULL;
    }
  parts[PART_YEAR] = astronomical (self, &members[PART_YEAR], parts[PART_YEAR]);
  edtf = dl_edtf_make_longest (parts, n, &wrong);
  if (edtf == NULL)
    g_set_error (error, DL_ERROR, DL_ERROR_INVALID_DATE, _ ("the year is beyond what can be drawn"));
  else if (wrong < n)
    tell_wrong_part (self, members, wrong);
  else if (n == N_PARTS && dl_literal_get_member (date, date_looks[0], &fraction) &&
           dl_literal_get_integer (&fraction, &milliseconds) && milliseconds > 0 && milliseconds < 1000)
    {
      char *exact = g_strdup_printf ("%s.%03d", edtf, (int) milliseconds);

      g_free (edtf);
      edtf = exact;
    }
  return edtf;
}

/* A date of parts, a text or a number. Returns: (transfer full) (nullable) */
static char *
read_date (Reader *self, const DlLiteral *value, GError **error)
{
  g_autofree char   *text = NULL;
  DlDateWordsContext context = { .bare_years = TRUE, .foreign = TRUE };
  gint64             year;

  if (value->kind == DL_LITERAL_OBJECT)
    return read_parts (self, value, error);
  if (value->kind == DL_LITERAL_NUMBER && dl_literal_get_integer (value, &year))
    return dl_edtf_make (astronomical (self, value, year), DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE,
                         DL_PART_NONE);
  text = dl_literal_dup_trimmed (value);
  return text != NULL ? dl_date_words_to_edtf (text, &context, NULL, error) : NULL;
}

/* What stands for a date, or for its year, where that is no number. Returns: (transfer full) (nullable) */
static char *
dup_words (const DlLiteral *date)
{
  DlLiteral year = *date;
  double    number;

  if (date->kind == DL_LITERAL_OBJECT)
    dl_literal_get_member (date, "year", &year);
  return year.kind == DL_LITERAL_STRING && !dl_literal_get_number (&year, &number) ? dl_literal_dup_trimmed (&year)
                                                                                   : NULL;
}

/* As dl_draft_dup_end() has it. Returns: (transfer full) (nullable) */
static char *
read_end (Reader *self, const DlLiteral *end, GError **error)
{
  g_autofree char *text = dup_words (end);

  if (text != NULL && (dl_date_words_is_open (text) || dl_date_words_get_absence (text) != DL_DATE_ANSWER_READ))
    return dl_draft_dup_end (text, NULL, NULL, error);
  return read_date (self, end, error);
}

/* START/END of an event or @is_era. Returns: (transfer full) (nullable): NULL when there is no start */
static char *
read_dates (Reader *self, const DlLiteral *start, const DlLiteral *end, gboolean is_era, GError **error)
{
  g_autoptr (GError) start_error = NULL;
  g_autoptr (GError) end_error = NULL;
  g_autofree char   *from = read_date (self, start, &start_error);
  g_autofree char   *words = start_error != NULL ? dup_words (start) : NULL;
  g_autofree char   *to = NULL;
  char              *date;
  gboolean           reversed;

  if (words != NULL && dl_date_words_get_absence (words) == DL_DATE_ANSWER_UNKNOWN)
    {
      to = read_end (self, end, NULL);
      date = dl_edtf_make_interval ("", to, NULL);
      if (*date != '\0')
        return date;
      g_free (date);
    }
  if (start_error != NULL)
    g_propagate_error (error, g_steal_pointer (&start_error));
  if (from == NULL)
    return NULL;
  to = read_end (self, end, &end_error);
  if (end_error != NULL)
    dl_draft_literal_tell (&self->to, end,
                           is_era ? dl_timelinejs_dup_lost_end (end_error)
                                  : g_strdup_printf (_ ("The end of this event is left out: %s"), end_error->message));
  date = dl_edtf_make_interval (from, to, &reversed);
  if (reversed)
    dl_draft_literal_tell (&self->to, end, g_strdup (_ ("The end of this event is before its start and is left out.")));
  return date;
}

/* What is shown within the texts of an event. */
static void
put_shown (Reader *self, const DlLiteral *text, const DlLiteral *headline)
{
  DlLiteral members[2];

  dl_literal_get_members (text, text_names, members);
  dl_draft_literal_put_shown (&self->to, members[0].kind != DL_LITERAL_NOTHING ? &members[0] : headline, NULL, TRUE);
  dl_draft_literal_put_shown (&self->to, text->kind == DL_LITERAL_STRING ? text : &members[1], NULL, FALSE);
}

/* Headline, or else that of @fallback, and text. */
static void
put_text (Reader          *self,
          const DlLiteral *object,
          const DlLiteral *fallback,
          void (*put_headline) (DlDraft *, const char *),
          void (*put_words) (DlDraft *, const char *))
{
  DlLiteral        members[2];
  g_autofree char *headline = NULL;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  dl_literal_get_members (object, text_names, members);
  headline = dl_literal_dup_trimmed (&members[0]);
  if (headline == NULL && fallback != NULL)
    headline = dl_literal_dup_text (fallback);
  line = dl_markup_to_line (headline);
  text = dl_literal_dup_words (object->kind == DL_LITERAL_STRING ? object : &members[1]);
  put_headline (self->to.draft, line);
  put_words (self->to.draft, text);
}

static void
put_display (Reader *self, const DlLiteral *event, const DlLiteral *start, const DlLiteral *end)
{
  DlLiteral        from = *event;
  DlLiteral        to = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *both = NULL;

  if (event->kind == DL_LITERAL_NOTHING)
    {
      dl_literal_get_member (start, event_names[EVENT_DISPLAY], &from);
      dl_literal_get_member (end, event_names[EVENT_DISPLAY], &to);
    }
  first = dl_literal_dup_line (&from);
  last = dl_literal_dup_line (&to);
  both = g_strconcat (first, *first != '\0' && *last != '\0' ? " – " : "", last, NULL);
  dl_draft_put_date_note (self->to.draft, both);
}

/* A headline or a text that is nothing but a picture. */
static void
put_picture (Reader *self, const DlLiteral *value)
{
  g_autofree char *text = value->kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (value) : NULL;
  g_autofree char *line = text != NULL ? dl_markup_to_line (text) : NULL;
  char            *note;

  if (line == NULL || *line != '\0')
    return;
  note = dl_draft_put_medium (self->to.draft, text, NULL, NULL);
  if (note != NULL)
    dl_draft_literal_tell_note (&self->to, value, note);
}

/* Where an event is, if that has a name. */
static void
put_place (Reader *self, const DlLiteral *location)
{
  DlLiteral        name = *location;
  g_autofree char *line = NULL;

  if (location->kind == DL_LITERAL_OBJECT && !dl_literal_get_member (location, "name", &name))
    return;
  line = name.kind == DL_LITERAL_STRING ? dl_literal_dup_line (&name) : NULL;
  if (line != NULL && *line != '\0')
    dl_draft_put_place (self->to.draft, line);
}

/* All that is seen of an event besides its words. */
static void
put_pictures (Reader *self, const DlLiteral *members)
{
  static const char *const background_names[] = { "url", "caption", "credit", NULL };
  DlLiteral                texts[2];

  dl_literal_get_members (&members[EVENT_TEXT], text_names, texts);
  put_picture (self, &texts[0]);
  put_picture (self, &texts[1]);
  dl_timelinejs_put_media (&self->to, &members[EVENT_MEDIA], media_names);
  dl_timelinejs_put_media (&self->to, &members[EVENT_BACKGROUND], background_names);
}

/* What is said beside all that has a place. */
static void
put_rest (Reader *self, const DlLiteral *event, const DlLiteral *members)
{
  dl_draft_literal_put_rest (&self->to, event, NULL, (const char *const *const[]){ event_names, event_looks, NULL });
  for (guint i = EVENT_START; i <= EVENT_END; i++)
    if (members[i].kind == DL_LITERAL_OBJECT)
      dl_draft_literal_leave_rest (&self->to, &members[i], event_names[i],
                                   (const char *const *const[]){ part_names, date_looks, NULL });
  dl_draft_literal_put_rest (&self->to, &members[EVENT_TEXT], NULL, (const char *const *const[]){ text_names, NULL });
  dl_draft_literal_put_rest (&self->to, &members[EVENT_LOCATION], event_names[EVENT_LOCATION],
                             (const char *const *const[]){ place_names, NULL });
}

static void
read_event (Reader *self, const DlLiteral *event)
{
  g_autoptr (GError) error = NULL;
  DlLiteral          members[N_EVENT_MEMBERS];
  g_autofree char   *id = NULL;
  g_autofree char   *group = NULL;
  g_autofree char   *date = NULL;

  dl_draft_begin_event (self->to.draft, event->at);
  dl_literal_get_members (event, event_names, members);
  if (members[EVENT_START].kind == DL_LITERAL_NOTHING)
    members[EVENT_START] = members[EVENT_DATE];
  id = dl_literal_dup_trimmed (&members[EVENT_ID]);
  group = dl_literal_dup_line (&members[EVENT_GROUP]);
  put_text (self, &members[EVENT_TEXT], &members[EVENT_HEADLINE], dl_draft_put_title, dl_draft_put_summary);
  date = read_dates (self, &members[EVENT_START], &members[EVENT_END], FALSE, &error);
  if (error != NULL)
    {
      dl_draft_literal_tell_no_date (&self->to, &members[EVENT_START], g_steal_pointer (&error));
      return;
    }
  dl_draft_put_id (self->to.draft, id);
  dl_draft_put_date (self->to.draft, date);
  dl_draft_put_topic (self->to.draft, group);
  put_display (self, &members[EVENT_DISPLAY], &members[EVENT_START], &members[EVENT_END]);
  put_place (self, &members[EVENT_LOCATION]);
  put_pictures (self, members);
  put_shown (self, &members[EVENT_TEXT], &members[EVENT_HEADLINE]);
  put_rest (self, event, members);
  dl_draft_end_event (self->to.draft);
}

void
dl_timelinejs_put_era (DlDraftLiteral *self, const DlLiteral *era, const char *title, const char *date, gboolean ends)
{
  if (*title == '\0' || date == NULL)
    {
      dl_draft_literal_tell (self, era, g_strdup (_ ("This era lacks a title or a date and is left out.")));
      return;
    }
  dl_draft_add_era (self->draft, era->at, title, date);
  if (!ends)
    dl_draft_literal_tell_note (
      self, era,
      /* Translators: %s is the title of an era. */
      g_strdup_printf (_ ("The era “%s” has no end, so that only the time of its start is shown."), title));
}

char *
dl_timelinejs_dup_lost_end (const GError *error)
{
  /* Translators: %s is a sentence that says why. */
  return g_strdup_printf (_ ("The end of this era is left out: %s"), error->message);
}

static void
read_era (Reader *self, const DlLiteral *era)
{
  g_autoptr (GError) error = NULL;
  DlLiteral          members[N_EVENT_MEMBERS];
  DlLiteral          headline;
  g_autofree char   *title = NULL;
  g_autofree char   *date = NULL;

  dl_literal_get_members (era, event_names, members);
  headline = members[EVENT_TEXT];
  if (headline.kind == DL_LITERAL_OBJECT)
    dl_literal_get_member (&members[EVENT_TEXT], "headline", &headline);
  title = dl_literal_dup_line (&headline);
  date = read_dates (self, &members[EVENT_START], &members[EVENT_END], TRUE, &error);
  dl_draft_literal_leave_rest (&self->to, era, top_names[TOP_ERAS],
                               (const char *const *const[]){ era_names, event_looks, NULL });
  dl_draft_literal_leave_rest (&self->to, &members[EVENT_TEXT], top_names[TOP_ERAS],
                               (const char *const *const[]){ (const char *const[]){ "headline", NULL }, NULL });
  dl_timelinejs_put_era (&self->to, era, title, date, members[EVENT_END].kind != DL_LITERAL_NOTHING);
}

/* What the title slide says of the whole, and what the file has beside events. */
static void
read_head (Reader *self, const DlLiteral *members)
{
  const DlLiteral *title = &members[TOP_TITLE];
  DlLiteral        text;

  if (title->kind == DL_LITERAL_STRING)
    {
      g_autofree char *line = dl_literal_dup_line (title);

      dl_draft_set_title (self->to.draft, line);
    }
  else if (dl_literal_get_member (title, "text", &text))
    {
      put_text (self, &text, NULL, dl_draft_set_title, dl_draft_set_description);
      dl_draft_literal_leave_rest (&self->to, &text, "title.text", (const char *const *const[]){ text_names, NULL });
    }
  dl_draft_literal_leave_rest (&self->to, title, top_names[TOP_TITLE],
                               (const char *const *const[]){ title_names, event_looks, NULL });
  dl_draft_literal_leave_rest (&self->to, &self->to.root, NULL,
                               (const char *const *const[]){ top_names, top_looks, NULL });
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader        self = { .to = { .draft = draft } };
  DlLiteral     members[N_TOP_MEMBERS];
  DlLiteral     value;
  DlLiteralIter iter;

  if (!find_root (input, &self.to.root) || !dl_input_check_literal (input, &self.to.root, error))
    return FALSE;
  dl_literal_get_members (&self.to.root, top_names, members);
  read_head (&self, members);
  /* A list of eras, an object of them, or a single one. */
  dl_literal_iter_init (&iter, &members[TOP_ERAS]);
  if (dl_literal_get_member (&members[TOP_ERAS], "start_date", &value))
    read_era (&self, &members[TOP_ERAS]);
  else
    while (dl_literal_iter_next (&iter, NULL, &value))
      read_era (&self, &value);
  dl_literal_iter_init (&iter, &members[TOP_EVENTS]);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      read_event (&self, &value);
    }
  return TRUE;
}

const DlFormat dl_format_timelinejs3 = {
  .nick = "timelinejs3",
  .label = N_ ("TimelineJS 3"),
  .endings = "json js",
  .sniff = sniff,
  .read = read_file,
};
