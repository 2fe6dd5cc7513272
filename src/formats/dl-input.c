/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE
#include "formats/dl-input.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-json-text.h"
#include "formats/dl-template.h"
#include "formats/markup/dl-markup.h"
#include "formats/markup/dl-tag.h"

/* Bytes behind a mistake in which words of events may stand. */
#define BROKEN_BYTES 400

/* Events from one look at the cancellable to the next. */
#define EVENTS_BETWEEN 1000

void
dl_input_clear (DlInput *self)
{
  g_clear_pointer (&self->literals, g_array_unref);
  dl_input_keep (self, NULL, NULL);
}

void
dl_input_keep (DlInput *self, gpointer kept, GDestroyNotify free)
{
  if (self->kept_free != NULL)
    self->kept_free (self->kept);
  self->kept = kept;
  self->kept_free = free;
}

/* Where @word stands in [@from, @to), in any case of ASCII letters, or NULL. */
static const char *
find_word (const char *from, const char *to, const char *word)
{
  gsize n = strlen (word);

  for (; to - from >= (gssize) n; from++)
    if (g_ascii_tolower (*from) == *word && g_ascii_strncasecmp (from, word, n) == 0)
      return from;
  return NULL;
}

/* The literals of all scripts of a page. */
static GArray *
find_in_page (DlInput *self)
{
  const char *end = self->text + self->length;
  const char *at = self->text;
  GArray     *all = NULL;

  while ((at = dl_tag_find (at, end, "script")) != NULL)
    {
      const char *start = memchr (at, '>', (gsize) (end - at));
      const char *close;
      GArray     *found;

      if (start == NULL)
        break;
      close = dl_tag_find (start, end, "/script");
      if (close == NULL)
        close = end;
      found =
        dl_literal_find_all (self->text, (gsize) (start + 1 - self->text), (gsize) (close - self->text), &self->broken);
      if (all == NULL)
        all = found;
      else
        {
          g_array_append_vals (all, found->data, found->len);
          /* What was in it has moved. */
          g_array_set_clear_func (found, NULL);
          g_array_unref (found);
        }
      at = close;
    }
  return all != NULL ? all : dl_literal_find_all (self->text, 0, 0, NULL);
}

gboolean
dl_input_is_page (const DlInput *self)
{
  return dl_template_find_page (self->text, self->text + self->length) != NULL;
}

gboolean
dl_input_is_data (const DlInput *self)
{
  char first = dl_input_get_first (self);

  return (first == '{' || first == '[') && !dl_input_is_page (self);
}

GArray *
dl_input_get_literals (DlInput *self)
{
  if (self->literals != NULL)
    return self->literals;
  if (dl_input_is_data (self))
    {
      char           first = dl_input_get_first (self);
      DlLiteralFound one = { { self->text, self->length, 0, first == '{' ? DL_LITERAL_OBJECT : DL_LITERAL_LIST },
                             NULL };

      self->literals = dl_literal_find_all (self->text, 0, 0, NULL);
      while (self->text[one.value.at] != first)
        one.value.at++;
      g_array_append_val (self->literals, one);
    }
  else if (dl_input_is_page (self))
    self->literals = find_in_page (self);
  else
    {
      /* A large table has none, and is not searched for them byte by byte. */
      gboolean any = memchr (self->text, '{', self->length) != NULL || memchr (self->text, '[', self->length) != NULL;

      self->literals = dl_literal_find_all (self->text, 0, any ? self->length : 0, &self->broken);
    }
  return self->literals;
}

DlLiteral
dl_input_get_literal (DlInput *self, guint index)
{
  DlLiteral nothing = { self->text, self->length, 0, DL_LITERAL_NOTHING };
  GArray   *literals = dl_input_get_literals (self);

  return index < literals->len ? g_array_index (literals, DlLiteralFound, index).value : nothing;
}

/* What stands in the title of a page, as it does. Returns: (transfer full) (nullable) */
static char *
dup_page_title (const DlInput *self)
{
  const char *end = self->text + self->length;
  const char *title = dl_tag_find (self->text, end, "title");
  const char *close = title != NULL ? dl_tag_find (title, end, "/title") : NULL;
  const char *open = close != NULL ? memchr (title, '>', (gsize) (close - title)) : NULL;

  return open != NULL ? g_utf8_make_valid (open + 1, close - open - 1) : NULL;
}

char *
dl_input_dup_title (const DlInput *self)
{
  g_autofree char *title = NULL;

  if (dl_input_is_page (self))
    title = dup_page_title (self);
  else if (!dl_input_is_data (self))
    title = dl_literal_find_text (self->text, 0, self->length, "title");
  return dl_markup_to_line (title == NULL || dl_template_has_marks (title) ? NULL : title);
}

char
dl_input_get_first (const DlInput *self)
{
  gsize at = 0;

  while (at < self->length && g_ascii_isspace (self->text[at]))
    at++;
  return at < self->length ? self->text[at] : '\0';
}

gboolean
dl_input_has_early (const DlInput *self, const char *word, gsize most)
{
  return find_word (self->text, self->text + MIN (self->length, most), word) != NULL;
}

gboolean
dl_input_has (const DlInput *self, const char *word)
{
  return self->length > 0 && memmem (self->text, self->length, word, strlen (word)) != NULL;
}

/* @reason: what is wrong at @mistake */
static void
set_mistake_error (const DlInput *self, gsize mistake, const char *reason, GError **error)
{
  DlJsonCursor cursor;

  dl_json_cursor_init (&cursor, self->text, self->length);
  dl_json_cursor_move (&cursor, mistake);
  /* Translators: file name, line and column, then what is wrong there. */
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_JSON, _ ("%s:%u:%u: not valid JSON: %s"), self->name, cursor.line,
               cursor.column, reason);
}

gboolean
dl_input_check_literal (const DlInput *self, const DlLiteral *literal, GError **error)
{
  DlLiteral   value;
  const char *reason;
  gsize       mistake;

  if (dl_literal_parse (self->text, literal->length, literal->at, &value, NULL, &mistake, &reason))
    return TRUE;
  set_mistake_error (self, mistake, reason, error);
  return FALSE;
}

/* Whether one of these words stands in [@from, @from + @length). */
static gboolean
has_one (const DlInput *self, const char *const *words, gsize from, gsize length)
{
  const char *start = self->text + from;
  const char *end = start + MIN (length, self->length - from);

  for (guint i = 0; words[i] != NULL; i++)
    if (find_word (start, end, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
dl_input_is_broken (DlInput *self)
{
  /* Other literals of programs may have what is only not understood. */
  static const char *const dates[] = { "date", "start", "year", "when", "time", NULL };
  static const char *const titles[] = { "title", "name", "headline", "content", "label", "text", NULL };
  gsize                    from;
  gsize                    length;

  dl_input_get_literals (self);
  if (self->broken.reason == NULL)
    return FALSE;
  /* What is wrong may be at the beginning. */
  from = self->broken.at;
  length = self->broken.mistake - from + BROKEN_BYTES;
  return has_one (self, dates, from, length) && has_one (self, titles, from, length);
}

void
dl_input_set_broken_error (const DlInput *self, GError **error)
{
  set_mistake_error (self, self->broken.mistake, self->broken.reason, error);
}

gboolean
dl_input_go_on (DlInput *self, GError **error)
{
  if (self->n_events++ % EVENTS_BETWEEN != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* How many events there will be is not known yet. */
  if (self->progress != NULL)
    self->progress (0, 0, self->progress_data);
  return TRUE;
}
