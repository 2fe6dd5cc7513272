/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/rows/dl-csv.h"

#include <string.h>

#include "base/dl-bytes.h"
#include "formats/dl-append.h"

void
dl_csv_init (DlCsv *self, const char *text, gsize length, char separator, gboolean damaged)
{
  *self = (DlCsv){ .text = text, .length = length, .separator = separator, .damaged = damaged };
  self->record = g_string_new (NULL);
}

void
dl_csv_clear (DlCsv *self)
{
  g_string_free (self->record, TRUE);
  g_free (self->fields);
}

static gboolean
is_end_of_line (char c)
{
  return c == '\n' || c == '\r';
}

/* Over an unquoted field, to what ends it. */
static gsize
skip_plain (const DlCsv *self, gsize at)
{
  const char *text = self->text;
  gsize       length = self->length;
  char        separator = self->separator;

  /* Eight bytes at a step, while none of them is one of the three. */
  for (; length - at >= 8; at += 8)
    {
      guint64 word;
      guint64 ends[3];
      guint64 found;

      memcpy (&word, text + at, 8);
      word = GUINT64_FROM_LE (word);
      ends[0] = word ^ (DL_BYTES_ONES * (guchar) separator);
      ends[1] = word ^ (DL_BYTES_ONES * '\n');
      ends[2] = word ^ (DL_BYTES_ONES * '\r');
      /* Where a byte is zero its top bit is set in the sum; a borrow may set that of one above it, too. */
      found = (((ends[0] - DL_BYTES_ONES) & ~ends[0]) | ((ends[1] - DL_BYTES_ONES) & ~ends[1]) |
               ((ends[2] - DL_BYTES_ONES) & ~ends[2])) &
              DL_BYTES_TOPS;
      if (found != 0)
        return at + (gsize) __builtin_ctzll (found) / 8;
    }
  while (at < length && text[at] != separator && !is_end_of_line (text[at]))
    at++;
  return at;
}

static gsize
skip_blanks (const DlCsv *self, gsize at)
{
  while (at < self->length && self->text[at] != self->separator && (self->text[at] == ' ' || self->text[at] == '\t'))
    at++;
  return at;
}

/* A field that begins with a quotation mark at @at. Returns: where it ends; 0 when it never
 * does, or when the mark turns out to be a part of the text */
static gsize
read_quoted (DlCsv *self, gsize at)
{
  gsize       start = self->record->len;
  gsize       from = at + 1;
  const char *quote;
  gsize       end;

  while (TRUE)
    {
      quote = memchr (self->text + from, '"', self->length - from);
      if (quote == NULL)
        break;
      end = (gsize) (quote - self->text);
      dl_append (self->record, self->text + from, end - from);
      if (end + 1 < self->length && self->text[end + 1] == '"')
        {
          g_string_append_c (self->record, '"');
          from = end + 2;
          continue;
        }
      end = skip_blanks (self, end + 1);
      if (end >= self->length || self->text[end] == self->separator || is_end_of_line (self->text[end]))
        return end;
      /* A mark within the text that was not doubled; over several lines that would be two marks
       * that have nothing to do with each other. */
      if (memchr (self->record->str + start, '\n', self->record->len - start) != NULL)
        break;
      g_string_append_c (self->record, '"');
      from = (gsize) (quote - self->text) + 1;
    }
  g_string_truncate (self->record, start);
  self->stray = TRUE;
  return 0;
}

/* Ends the text that was appended from @start on, without space around it. */
static void
end_field (DlCsv *self, gsize start, gsize at)
{
  DlCsvField field = { start, at };

  while (self->record->len > start && g_ascii_isspace (self->record->str[self->record->len - 1]))
    self->record->len--;
  while (field.text < self->record->len && g_ascii_isspace (self->record->str[field.text]))
    field.text++;
  dl_append_back_to (self->record, self->record->len);
  if (self->damaged)
    {
      g_autofree char *made = g_utf8_make_valid (self->record->str + field.text, -1);

      g_string_truncate (self->record, field.text);
      g_string_append (self->record, made);
    }
  dl_append (self->record, "", 1);
  if (self->n_fields == self->n_allocated)
    {
      self->n_allocated = MAX (16, self->n_allocated * 2);
      self->fields = g_renew (DlCsvField, self->fields, self->n_allocated);
    }
  self->fields[self->n_fields++] = field;
}

gboolean
dl_csv_next (DlCsv *self)
{
  gsize at = self->at;
  gsize start;
  gsize end;

  if (at >= self->length)
    return FALSE;
  self->start = at;
  self->stray = FALSE;
  dl_append_back_to (self->record, 0);
  self->n_fields = 0;
  while (TRUE)
    {
      start = self->record->len;
      at = skip_blanks (self, at);
      end = at < self->length && self->text[at] == '"' ? read_quoted (self, at) : 0;
      if (end == 0)
        {
          end = skip_plain (self, at);
          dl_append (self->record, self->text + at, end - at);
        }
      end_field (self, start, at);
      at = end;
      if (at >= self->length || self->text[at] != self->separator)
        break;
      at++;
    }
  if (at < self->length && self->text[at] == '\r')
    at++;
  if (at < self->length && self->text[at] == '\n' && (at == 0 || self->text[at - 1] == '\r' || at == end))
    at++;
  self->at = at;
  return TRUE;
}

const char *
dl_csv_get (const DlCsv *self, guint field)
{
  return field < self->n_fields ? self->record->str + self->fields[field].text : "";
}

gboolean
dl_csv_is_empty (const DlCsv *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (*dl_csv_get (self, i) != '\0')
      return FALSE;
  return TRUE;
}
