/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-lines.h"

#include <string.h>

/* Fewer spaces may be such of the text, as before a word that begins a line. */
#define MIN_WIDE_FOLD 4

/* Behind what stands in front of a line. */
static gsize
pass_indent (const DlIcalLines *lines, gsize offset)
{
  while (offset < lines->length && (lines->text[offset] == ' ' || lines->text[offset] == '\t'))
    offset++;
  return offset;
}

gboolean
dl_ical_starts_with (const DlIcalLines *lines, gsize offset, const char *word)
{
  gsize n = strlen (word);

  if (lines->indented)
    offset = pass_indent (lines, offset);
  return offset + n <= lines->length && g_ascii_strncasecmp (lines->text + offset, word, n) == 0;
}

gsize
dl_ical_next_offset (const DlIcalLines *lines, gsize offset)
{
  while (offset < lines->length && lines->text[offset] != '\n' && lines->text[offset] != '\r')
    offset++;
  if (offset < lines->length && lines->text[offset] == '\r')
    offset++;
  if (offset < lines->length && lines->text[offset] == '\n')
    offset++;
  return offset;
}

/* Whether a line that is indented begins like a property: "SUMMARY:", "DTSTART;". */
static gboolean
has_name (const DlIcalLines *lines, gsize offset)
{
  gsize start = pass_indent (lines, offset);
  gsize at = start;

  while (at < lines->length &&
         (g_ascii_isupper (lines->text[at]) || g_ascii_isdigit (lines->text[at]) || lines->text[at] == '-'))
    at++;
  return at > start && at < lines->length && (lines->text[at] == ':' || lines->text[at] == ';');
}

static gboolean
is_fold (const DlIcalLines *lines, gsize offset)
{
  return offset < lines->length && (lines->text[offset] == ' ' || lines->text[offset] == '\t') &&
         !(lines->indented && has_name (lines, offset));
}

gboolean
dl_ical_find_indented (const DlIcalLines *lines)
{
  gboolean found = FALSE;

  for (gsize at = 0; at < lines->length; at = dl_ical_next_offset (lines, at))
    {
      gsize start = pass_indent (lines, at);

      /* Where others are not, it is a fold within a text. */
      if (dl_ical_starts_with (lines, start, "BEGIN:VEVENT") && start == at)
        return FALSE;
      found = found || dl_ical_starts_with (lines, start, "BEGIN:VEVENT");
    }
  return found;
}

gsize
dl_ical_measure_folds (const DlIcalLines *lines)
{
  gsize indent = 0;

  for (gsize at = dl_ical_next_offset (lines, 0); at < lines->length; at = dl_ical_next_offset (lines, at))
    {
      gsize run = 0;

      if (!is_fold (lines, at))
        continue;
      while (is_fold (lines, at + run))
        run++;
      if (run < MIN_WIDE_FOLD || (indent > 0 && run != indent))
        return 0;
      indent = run;
    }
  return indent;
}

/* Whether a line of quoted-printable is broken by the "=" at its end, behind which a space is one. */
static gboolean
is_broken (const GString *out)
{
  return out->str[out->len - 1] == '=' && strstr (out->str, "QUOTED-PRINTABLE") != NULL;
}

/* The whole line at @lines, its folds undone; moves behind it. Folds are made between
 * bytes, so that they are undone before anybody looks at characters. */
static void
unfold (DlIcalLines *lines, GString *out)
{
  do
    {
      gsize start = out->len > 0      ? lines->at + MAX (lines->indent, 1)
                    : lines->indented ? pass_indent (lines, lines->at)
                                      : lines->at;
      gsize next = dl_ical_next_offset (lines, lines->at);
      gsize end = next;

      while (end > start && (lines->text[end - 1] == '\n' || lines->text[end - 1] == '\r'))
        end--;
      g_string_append_len (out, lines->text + start, (gssize) (end - start));
      lines->at = next;
    }
  while (out->len > 0 && !is_broken (out) && is_fold (lines, lines->at));
}

/* Where the value begins: behind the first colon that is in no quotes. */
static const char *
find_colon (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        quoted = !quoted;
      else if (*text == ':' && !quoted)
        return text;
    }
  return NULL;
}

/* A value of vCalendar 1.0, which writes bytes as "=C3" and breaks a line with "=" at its end. */
static void
decode_printable (DlIcalLines *lines, GString *whole)
{
  const char *colon = find_colon (whole->str);
  gsize       start = colon != NULL ? (gsize) (colon - whole->str) + 1 : 0;
  gsize       length = start;

  if (colon == NULL || g_strstr_len (whole->str, (gssize) start, "QUOTED-PRINTABLE") == NULL)
    return;
  while (whole->str[whole->len - 1] == '=' && lines->at < lines->length)
    {
      gsize next = dl_ical_next_offset (lines, lines->at);
      gsize end = next;

      while (end > lines->at && (lines->text[end - 1] == '\n' || lines->text[end - 1] == '\r'))
        end--;
      g_string_truncate (whole, whole->len - 1);
      g_string_append_len (whole, lines->text + lines->at, (gssize) (end - lines->at));
      lines->at = next;
    }
  for (gsize i = start; i < whole->len; i++)
    {
      char byte = whole->str[i];

      if (byte == '=' && g_ascii_isxdigit (whole->str[i + 1]) && g_ascii_isxdigit (whole->str[i + 2]))
        {
          byte = (char) (g_ascii_xdigit_value (whole->str[i + 1]) * 16 + g_ascii_xdigit_value (whole->str[i + 2]));
          i += 2;
        }
      whole->str[length++] = byte;
    }
  g_string_truncate (whole, length);
}

gboolean
dl_ical_next_line (DlIcalLines *lines, GStringChunk *arena, DlIcalLine *line)
{
  g_autoptr (GString) whole = g_string_new (NULL);

  while (lines->at < lines->length)
    {
      char       *own;
      char       *colon;
      char       *parameters;
      const char *end;

      g_string_truncate (whole, 0);
      line->offset = lines->at;
      unfold (lines, whole);
      decode_printable (lines, whole);
      /* A NUL would end it; what is no character becomes U+FFFD. */
      for (char *nul = memchr (whole->str, '\0', whole->len); nul != NULL;
           nul = memchr (nul, '\0', whole->len - (gsize) (nul - whole->str)))
        *nul = ' ';
      if (!g_utf8_validate_len (whole->str, whole->len, &end))
        {
          g_autofree char *valid = g_utf8_make_valid (whole->str, (gssize) whole->len);

          g_string_assign (whole, valid);
        }
      own = g_string_chunk_insert_len (arena, whole->str, (gssize) whole->len);
      colon = (char *) find_colon (own);
      if (colon == NULL)
        /* A quote that is never closed. */
        colon = strchr (own, ':');
      if (colon == NULL || colon == own)
        continue;
      *colon = '\0';
      line->value = colon + 1;
      parameters = strchr (own, ';');
      line->parameters = parameters != NULL ? g_string_chunk_insert (arena, parameters) : "";
      if (parameters != NULL)
        *parameters = '\0';
      for (char *c = own; *c != '\0'; c++)
        *c = g_ascii_toupper (*c);
      line->name = g_strchomp (own);
      return TRUE;
    }
  return FALSE;
}

const DlIcalLine *
dl_ical_find_line (const GArray *lines, const char *name)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const DlIcalLine *line = &g_array_index (lines, DlIcalLine, i);

      if (strcmp (line->name, name) == 0 && *line->value != '\0')
        return line;
    }
  return NULL;
}

char *
dl_ical_dup_parameter (const DlIcalLine *line, const char *name)
{
  gsize       n = strlen (name);
  const char *at = line->parameters;

  while (*at == ';')
    {
      const char *start = at + 1;
      gboolean    quoted = FALSE;

      for (at = start; *at != '\0' && (quoted || *at != ';'); at++)
        if (*at == '"')
          quoted = !quoted;
      if ((gsize) (at - start) > n && start[n] == '=' && g_ascii_strncasecmp (start, name, n) == 0)
        {
          g_autofree char *value = g_strndup (start + n + 1, (gsize) (at - start) - n - 1);
          g_auto (GStrv)   parts = g_strsplit (value, "\"", -1);
          char            *joined = g_strstrip (g_strjoinv ("", parts));
          char            *to = joined;

          /* A comma and a semicolon are not escaped here, but programs do it: "Libre\, Nacho". */
          for (const char *from = joined; *from != '\0'; from++)
            if (*from != '\\' || (from[1] != ',' && from[1] != ';'))
              *to++ = *from;
          *to = '\0';
          return joined;
        }
    }
  return NULL;
}

/* Up to a comma, or to the end where there is no @list. Returns: behind it */
static const char *
take_text (const char *at, gboolean list, GString *out)
{
  for (; *at != '\0' && !(list && *at == ','); at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          g_string_append_c (out, *at == 'n' || *at == 'N' ? '\n' : *at);
        }
      else
        g_string_append_c (out, *at);
    }
  return at;
}

char *
dl_ical_dup_text (const char *value)
{
  GString *out = g_string_new (NULL);

  take_text (value, FALSE, out);
  return g_strstrip (g_string_free (out, FALSE));
}

char **
dl_ical_split_texts (const char *value)
{
  GPtrArray *all = g_ptr_array_new ();

  for (const char *at = value;; at++)
    {
      GString *out = g_string_new (NULL);

      at = take_text (at, TRUE, out);
      g_strstrip (out->str);
      if (*out->str != '\0')
        g_ptr_array_add (all, g_string_free (out, FALSE));
      else
        g_string_free (out, TRUE);
      if (*at == '\0')
        break;
    }
  g_ptr_array_add (all, NULL);
  return (char **) g_ptr_array_free (all, FALSE);
}
