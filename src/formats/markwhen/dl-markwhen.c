/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/markwhen/dl-markwhen.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-json-text.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markwhen/dl-markwhen-dates.h"
#include "formats/markwhen/dl-markwhen-words.h"
#include "formats/rows/dl-csv-table.h"
#include "formats/rows/dl-lines.h"

/* So many lines are looked at to see what it is. */
#define SNIFFED_LINES 300
/* So many times are made of one rule at most. */
#define MAX_TIMES 100
#define PAGE_BREAK "_-_-_break_-_-_"

/* "every other week for 1 year", "every 2 days x5", "every month until 2025". */
typedef struct
{
  DlUnit unit;
  gint64 step;
  guint  count; /* 0: not told */
  gint64 until; /* G_MAXINT64: not told */
} Rule;

typedef struct
{
  DlInput        *input;
  DlDraft        *draft;
  DlMarkwhenDates dates;
  DlMarkwhenSpan  last;
  GPtrArray      *groups; /* names, the innermost last */

  /* The event whose description is read. */
  gboolean       open;
  gsize          offset;
  DlMarkwhenSpan span;
  Rule           rule;
  gboolean       has_rule;
  char          *title;
  GPtrArray     *within; /* the groups that it is in, the innermost last */
  GString       *text;

  gboolean titled;
  GString *intro; /* what is said of the whole, before any event */
  GString *description;
  char    *setting; /* whose value goes on in lines of its own; nullable */
} Reader;

/* What a page may say of itself, and who may see it. */
static const char *const read_settings[] = { "title", "description", "timezone", "dateFormat", NULL };
static const char *const passed_settings[] = { "view", "edit", NULL };

/* Passes over blanks. */
static const char *
skip_space (const char *text)
{
  while (*text == ' ' || *text == '\t')
    text++;
  return text;
}

static gboolean
parse_rule (const char *text, const DlMarkwhenDates *dates, const DlMarkwhenSpan *span, Rule *rule)
{
  const char      *rest;
  gboolean         other = FALSE;
  g_autofree char *counted = NULL;

  *rule = (Rule){ .until = G_MAXINT64 };
  text = skip_space (text);
  if (g_ascii_strncasecmp (text, "other ", 6) == 0)
    {
      other = TRUE;
      text += 6;
    }
  counted = g_ascii_isdigit (*text) ? g_strdup (text) : g_strconcat (other ? "2 " : "1 ", text, NULL);
  if (!dl_markwhen_parse_step (counted, &rule->unit, &rule->step, &rest) || rule->step == 0)
    return FALSE;
  if (*rest == '\0')
    return TRUE;
  if (g_ascii_strncasecmp (rest, "for ", 4) == 0 || *rest == 'x')
    {
      DlUnit      unit;
      gint64      count;
      const char *end;
      char       *behind;
      DlCivil     civil = dl_calendar_from_instant (span->start);

      rest = skip_space (rest + (*rest == 'x' ? 1 : 4));
      if (dl_markwhen_parse_step (rest, &unit, &count, &end))
        {
          civil = dl_calendar_add (&civil, unit, count);
          rule->until = dl_calendar_to_instant (&civil).seconds;
          return *end == '\0';
        }
      rule->count = (guint) CLAMP (g_ascii_strtoll (rest, &behind, 10), 0, G_MAXINT32);
      behind = (char *) skip_space (behind);
      return rule->count > 0 && (*behind == '\0' || g_ascii_strcasecmp (behind, "times") == 0);
    }
  if (g_ascii_strncasecmp (rest, "until ", 6) == 0)
    {
      DlMarkwhenSpan until = { "" };
      const char    *reason;

      if (!dl_markwhen_parse (dates, rest + 6, &until, &reason))
        return FALSE;
      rule->until = until.end.seconds;
      return TRUE;
    }
  return FALSE;
}

/* A line "DATE: words". @words: (out): behind the colon. @has_rule: (out).
 * @reason: (out): why a date cannot be read. Returns: whether it begins an event */
static gboolean
parse_head (const DlMarkwhenDates *dates,
            const char            *line,
            DlMarkwhenSpan        *span,
            Rule                  *rule,
            gboolean              *has_rule,
            const char           **words,
            const char           **reason)
{
  const char *first_reason = NULL;
  const char *first_words = NULL;

  *has_rule = FALSE;
  for (const char *colon = strchr (line, ':'); colon != NULL && colon - line < DL_MARKWHEN_MAX_DATE;
       colon = strchr (colon + 1, ':'))
    {
      g_autofree char *head = NULL;
      char            *every;

      /* Within a time of day, or an address. */
      if (g_ascii_isdigit (colon[1]) || colon[1] == '/')
        continue;
      head = g_strstrip (g_strndup (line, (gsize) (colon - line)));
      every = strstr (head, " every ");
      if (every != NULL)
        *every = '\0';
      *words = skip_space (colon + 1);
      if (dl_markwhen_parse (dates, head, span, reason))
        {
          if (every != NULL)
            {
              *has_rule = parse_rule (every + strlen (" every "), dates, span, rule);
              if (!*has_rule)
                *reason = _ ("how it repeats is not understood");
            }
          return TRUE;
        }
      if (first_reason == NULL)
        {
          first_reason = *reason;
          first_words = *words;
        }
    }
  *reason = first_reason;
  *words = first_words;
  return FALSE;
}

static void
put_one (Reader *self, const char *date, gboolean first)
{
  g_autofree char *line = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  const char      *rest;

  dl_draft_begin_event (self->draft, self->offset);
  for (guint i = self->within->len; i > 0; i--)
    dl_draft_put_topic (self->draft, self->within->pdata[i - 1]);
  line = dl_markwhen_take_words (self->draft, self->title);
  title = dl_markwhen_take_addresses (self->draft, dl_markwhen_take_links (self->draft, self->offset, line));
  text = dl_markwhen_take_links (self->draft, self->offset, self->text->str);
  rest = *title == '\0' ? dl_markwhen_take_first_line (&title, text) : text;
  /* Only the first of several has the name. */
  if (!first)
    dl_draft_put_id (self->draft, "");
  dl_draft_put_title (self->draft, title);
  dl_draft_put_summary (self->draft, rest);
  dl_draft_put_date (self->draft, date);
  if (*title == '\0' && *rest == '\0')
    dl_draft_put_title (self->draft, _ ("(without a title)"));
  dl_draft_end_event (self->draft);
}

/* Whether the event that was begun has another time, after @n of them. @moved: (out) */
static gboolean
find_time (Reader *self, guint n, DlMarkwhenSpan *moved)
{
  if (!self->has_rule || (self->rule.count > 0 && n >= self->rule.count))
    return FALSE;
  dl_markwhen_move (&self->span, self->rule.unit, (gint64) n * self->rule.step, moved);
  return *moved->date != '\0' && moved->start.seconds < self->rule.until;
}

/* All times of the event that was begun. */
static void
end_event (Reader *self)
{
  DlMarkwhenSpan moved;

  if (!self->open)
    return;
  self->open = FALSE;
  dl_draft_begin_event (self->draft, self->offset);
  if (find_time (self, MAX_TIMES, &moved))
    dl_draft_tell_note (
      self->draft, self->offset, g_strdup (""),
      g_strdup_printf (ngettext ("This event goes on repeating; only the first time is read.",
                                 "This event goes on repeating; only the first %u times are read.", MAX_TIMES),
                       MAX_TIMES));
  put_one (self, self->span.date, TRUE);
  for (guint n = 1; n < MAX_TIMES && find_time (self, n, &moved); n++)
    put_one (self, moved.date, FALSE);
  g_clear_pointer (&self->title, g_free);
}

static void
begin_event (Reader *self, gsize offset, const DlMarkwhenSpan *span, const char *words)
{
  self->open = TRUE;
  self->offset = offset;
  self->span = *span;
  self->last = *span;
  self->dates.last = &self->last;
  self->title = g_strdup (words);
  g_ptr_array_set_size (self->within, 0);
  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_add (self->within, g_strdup (self->groups->pdata[i]));
  g_string_truncate (self->text, 0);
  for (const char *at = strchr (words, '!'); at != NULL; at = strchr (at + 1, '!'))
    {
      gsize n = 1;

      while (at[n] != '\0' && strchr (" \t,.;:!?#", at[n]) == NULL)
        n++;
      if (n > 1 && (at == words || at[-1] == ' '))
        g_hash_table_insert (self->dates.named, g_strndup (at + 1, n - 1), g_memdup2 (span, sizeof *span));
    }
}

static gboolean
is_word (const char *line, const char *word)
{
  gsize n = strlen (word);

  return g_ascii_strncasecmp (line, word, n) == 0 && (line[n] == '\0' || line[n] == ' ' || line[n] == '\t');
}

/* What opens and closes groups. Returns: whether the line is such a one */
static gboolean
read_group (Reader *self, gsize offset, const char *line)
{
  if (is_word (line, "endGroup") || is_word (line, "endSection"))
    {
      end_event (self);
      if (self->groups->len > 0)
        g_ptr_array_set_size (self->groups, (int) self->groups->len - 1);
      return TRUE;
    }
  if (is_word (line, "group") || is_word (line, "section"))
    {
      g_auto (GStrv) words =
        g_strsplit (skip_space (strpbrk (line, " \t") != NULL ? strpbrk (line, " \t") : ""), "#", 2);

      end_event (self);
      g_ptr_array_add (self->groups, g_strstrip (g_strdup (words[0] != NULL ? words[0] : "")));
      /* What the whole group is about. */
      if (words[0] != NULL && words[1] != NULL)
        {
          g_autofree char *tags = g_strconcat ("#", words[1], NULL);

          dl_draft_leave_out (self->draft, offset, tags);
        }
      return TRUE;
    }
  /* A heading of Markdown. */
  if (*line == '#' && (line[1] == ' ' || (line[1] == '#' && strchr ("# ", line[2]) != NULL)))
    {
      guint depth = (guint) strspn (line, "#");

      end_event (self);
      if (self->groups->len >= depth)
        g_ptr_array_set_size (self->groups, (int) depth - 1);
      g_ptr_array_add (self->groups, g_strstrip (g_strdup (line + depth)));
      return TRUE;
    }
  return FALSE;
}

/* Without the quotation marks around it; that a text follows, "|" or ">", is none. Returns: its length */
static gsize
unquote (char *value)
{
  gsize n = strlen (value);

  if (n > 1 && (*value == '"' || *value == '\'') && value[n - 1] == *value)
    {
      value[n - 1] = '\0';
      memmove (value, value + 1, n - 1);
    }
  else if ((*value == '|' || *value == '>') && strspn (value + 1, "+-0123456789") == n - 1)
    *value = '\0';
  return strlen (value);
}

/* A line among the settings that is none itself: it goes on with the one before. */
static void
go_on_with_setting (Reader *self, gsize offset, const char *line)
{
  if (*line == '\0' || *line == '#')
    return;
  if (self->setting != NULL && g_ascii_strcasecmp (self->setting, "description") == 0)
    g_string_append_printf (self->description, "%s%s", self->description->len > 0 ? "\n" : "", line);
  else if (self->setting != NULL && g_ascii_strcasecmp (self->setting, "title") == 0 && !self->titled)
    {
      dl_draft_set_title (self->draft, line);
      self->titled = TRUE;
    }
  /* Who may see it says nothing, and of others the name is told already. */
  else if (self->setting == NULL || *self->setting == '\0' || dl_draft_is_one_of (self->setting, read_settings))
    dl_draft_leave_out (self->draft, offset, line);
}

/* Title, description and the like, before the first event. */
static void
read_setting (Reader *self, gsize offset, const char *line, gboolean in_settings)
{
  const char      *colon = strchr (line, ':');
  g_autofree char *name = colon != NULL ? g_strstrip (g_strndup (line, (gsize) (colon - line))) : NULL;
  g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
  gsize            n;

  /* Words, of which a colon may be one. */
  if (name == NULL || strchr (name, ' ') != NULL)
    {
      if (in_settings)
        go_on_with_setting (self, offset, line);
      else if (*line != '\0' || self->intro->len > 0)
        g_string_append_printf (self->intro, "%s\n", line);
      return;
    }
  n = unquote (value);
  g_free (self->setting);
  self->setting = g_strdup (name);
  if ((n == 0 && dl_draft_is_one_of (name, read_settings)) || dl_draft_is_one_of (name, passed_settings))
    return;
  if (g_ascii_strcasecmp (name, "title") == 0 && !self->titled)
    {
      dl_draft_set_title (self->draft, value);
      self->titled = TRUE;
    }
  /* That of a further page, whose events are a group. */
  else if (g_ascii_strcasecmp (name, "title") == 0)
    g_ptr_array_add (self->groups, g_strdup (value));
  else if (g_ascii_strcasecmp (name, "description") == 0)
    g_string_append_printf (self->description, "%s%s", self->description->len > 0 ? "\n\n" : "", value);
  else if (g_ascii_strcasecmp (name, "timezone") == 0)
    {
      g_autoptr (DlZone) zone = dl_zone_new (value, NULL);

      if (zone != NULL)
        dl_draft_set_zone (self->draft, value);
      else
        dl_draft_tell (self->draft, offset, g_strdup (""),
                       g_strdup_printf (_ ("The time zone “%s” is not known; the timeline is in UTC."), value));
    }
  else if (g_ascii_strcasecmp (name, "dateFormat") == 0)
    self->dates.words.order = *value == 'd' ? DL_DAY_MONTH_DAY_FIRST : self->dates.words.order;
  else if (*name == '\0' && n > 0)
    dl_draft_leave_out (self->draft, offset, value);
  else if (*name != '#' && *name != ')' && *name != '\0')
    dl_draft_leave_out (self->draft, offset, name);
}

static void
reader_init (Reader *self, DlInput *input, DlDraft *draft)
{
  *self = (Reader){ .input = input, .draft = draft };
  self->dates.words.order = DL_DAY_MONTH_MONTH_FIRST;
  self->dates.words.foreign = TRUE;
  self->dates.named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  self->within = g_ptr_array_new_with_free_func (g_free);
  self->intro = g_string_new (NULL);
  self->description = g_string_new (NULL);
}

static void
reader_clear (Reader *self)
{
  g_hash_table_unref (self->dates.named);
  g_ptr_array_unref (self->groups);
  g_string_free (self->text, TRUE);
  g_free (self->title);
  g_ptr_array_unref (self->within);
  g_string_free (self->intro, TRUE);
  g_string_free (self->description, TRUE);
  g_free (self->setting);
}

/* The line at *@at, stripped; moves behind it. Returns: (transfer full) */
static char *
next_line (const DlInput *input, gsize *at)
{
  const char *start = input->text + *at;
  const char *end = memchr (start, '\n', input->length - *at);
  gsize       n = end != NULL ? (gsize) (end - start) : input->length - *at;
  char       *line = g_strndup (start, n);

  *at += n + (end != NULL);
  if (!g_utf8_validate (line, -1, NULL))
    {
      char *valid = g_utf8_make_valid (line, -1);

      g_free (line);
      line = valid;
    }
  return g_strstrip (line);
}

/* Lines that only this format has, and dates with words behind them. */
static gboolean
sniff (DlInput *input)
{
  Reader self;
  guint  n_events = 0;
  guint  n_signs = 0;
  guint  n_lines = 0;
  gsize  at = 0;
  char   first = dl_input_get_first (input);

  if (strchr ("<{[", first) != NULL || input->length == 0 ||
      memchr (input->text, '\0', MIN (input->length, 1024)) != NULL)
    return FALSE;
  reader_init (&self, input, NULL);
  for (guint i = 0; i < SNIFFED_LINES && at < input->length; i++)
    {
      g_autofree char *line = next_line (input, &at);
      DlMarkwhenSpan   span;
      Rule             rule;
      gboolean         has_rule;
      const char      *words;
      const char      *reason;

      n_lines += *line != '\0';
      if (n_lines == 1 && dl_csv_is_header (line))
        break;
      if (strcmp (line, PAGE_BREAK) == 0 || is_word (line, "section") || is_word (line, "group") ||
          is_word (line, "endGroup") || is_word (line, "endSection") || g_str_has_prefix (line, "title:") ||
          (*line == '#' && strchr (line, ':') != NULL))
        n_signs++;
      else if (parse_head (&self.dates, line, &span, &rule, &has_rule, &words, &reason))
        {
          n_events++;
          self.last = span;
          self.dates.last = &self.last;
        }
    }
  reader_clear (&self);
  return n_events > 0 && (n_signs > 0 || (n_events * 4 >= n_lines && !dl_lines_has_others (input)));
}

static void
read_line (Reader *self, gsize offset, const char *line, gboolean *settings)
{
  DlMarkwhenSpan span = { "" };
  Rule           rule;
  gboolean       has_rule;
  const char    *words;
  const char    *reason;

  if (strcmp (line, "---") == 0 && !self->open)
    {
      *settings = !*settings;
      g_clear_pointer (&self->setting, g_free);
    }
  else if (*settings)
    read_setting (self, offset, line, TRUE);
  else if (g_str_has_prefix (line, "//") || strcmp (line, PAGE_BREAK) == 0)
    {
      if (*line == '_')
        {
          end_event (self);
          g_ptr_array_set_size (self->groups, 0);
        }
    }
  else if (read_group (self, offset, line))
    return;
  else if (parse_head (&self->dates, line, &span, &rule, &has_rule, &words, &reason))
    {
      end_event (self);
      begin_event (self, offset, &span, words);
      self->rule = rule;
      self->has_rule = has_rule;
      dl_draft_begin_event (self->draft, offset);
      if (reason != NULL)
        dl_draft_tell (self->draft, offset, g_strdup (""),
                       g_strdup_printf (_ ("Only the first time of this event is read: %s."), reason));
    }
  else if (reason != NULL)
    {
      end_event (self);
      dl_draft_tell_lost_named (self->draft, words, offset, g_strdup (""),
                                /* Translators: %s is the reason. */
                                g_strdup_printf (_ ("This event is left out: %s."), reason));
    }
  else if (self->open)
    {
      if (self->text->len > 0 || *line != '\0')
        g_string_append_printf (self->text, "%s\n", line);
    }
  else
    read_setting (self, offset, line, FALSE);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader   self;
  gsize    at = 0;
  gboolean good = TRUE;
  gboolean settings = FALSE;

  reader_init (&self, input, draft);
  while (good && at < input->length)
    {
      gsize            offset = at;
      g_autofree char *line = next_line (input, &at);

      while (offset < at && g_ascii_isspace (input->text[offset]))
        offset++;
      good = dl_input_go_on (input, error);
      read_line (&self, MIN (offset, at), line, &settings);
    }
  end_event (&self);
  if (self.description->len > 0 && self.intro->len > 0)
    g_string_append (self.description, "\n\n");
  g_string_append (self.description, self.intro->str);
  g_strchomp (self.description->str);
  dl_draft_set_description (draft, self.description->str);
  reader_clear (&self);
  return good;
}

const DlFormat dl_format_markwhen = {
  .nick = "markwhen",
  .label = N_ ("markwhen"),
  .endings = "mw",
  .sniff = sniff,
  .read = read_file,
};
