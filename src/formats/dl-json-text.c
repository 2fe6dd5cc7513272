/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-json-text.h"

#include <string.h>

static gsize
skip_space (const char *text, gsize at, gsize end)
{
  while (at < end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
    at++;
  return at;
}

/* From the opening quote to behind the closing one. */
static gsize
skip_string (const char *text, gsize at, gsize end)
{
  at++;
  while (at < end && text[at] != '"')
    at += text[at] == '\\' ? 2 : 1;
  return MIN (at + 1, end);
}

/* What a step of a walk through an object or list stands at. */
typedef struct
{
  gboolean list;
  gsize    name;  /* in an object, where the name's quote stands */
  gsize    value; /* where the member or element begins */
  guint    index;
} Step;

/* Puts @step before the first member or element of the value at @at.
 * Returns: FALSE when it is not an object or list. */
static gboolean
step_init (Step *step, const char *text, gsize at, gsize end, gsize *next)
{
  if (at >= end || (text[at] != '{' && text[at] != '['))
    return FALSE;
  step->list = text[at] == '[';
  step->index = G_MAXUINT;
  *next = at + 1;
  return TRUE;
}

/* Moves on. @next: behind the step before. Returns: FALSE at the end. */
static gboolean
step_next (Step *step, const char *text, gsize *next, gsize end)
{
  gsize at = skip_space (text, *next, end);

  if (at < end && text[at] == ',')
    at = skip_space (text, at + 1, end);
  if (at >= end || text[at] == ']' || text[at] == '}')
    return FALSE;
  step->index++;
  if (!step->list)
    {
      step->name = at;
      at = skip_space (text, skip_string (text, at, end), end);
      at = skip_space (text, at + 1, end);
    }
  step->value = at;
  *next = dl_json_skip_value (text, at, end);
  return TRUE;
}

/* Four hexadecimal digits, known to be there. */
static gunichar
hex4 (const char *text)
{
  gunichar unit = 0;
  guint    i;

  for (i = 0; i < 4; i++)
    unit = unit << 4 | (gunichar) g_ascii_xdigit_value (text[i]);
  return unit;
}

/* One character of a string, its escape undone; U+0000 and halves of
 * surrogate pairs come as they are. @at is moved behind it. */
static gunichar
next_char (const char *text, gsize *at, gsize end)
{
  gunichar c;
  gunichar low;

  if (text[*at] != '\\' || end - *at < 2)
    {
      c = g_utf8_get_char (text + *at);
      *at = MIN (*at + g_utf8_skip[(guchar) text[*at]], end);
      return c;
    }
  c = (guchar) text[*at + 1];
  *at += 2;
  switch (c)
    {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'u':
      break;
    default:
      return c;
    }
  if (end - *at < 4)
    return 0;
  c = hex4 (text + *at);
  *at += 4;
  if (c >= 0xd800 && c <= 0xdbff && end - *at >= 6 && text[*at] == '\\' && text[*at + 1] == 'u')
    {
      low = hex4 (text + *at + 2);
      if (low >= 0xdc00 && low <= 0xdfff)
        {
          *at += 6;
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        }
    }
  return c;
}

static void
append_name (GString *path, const char *text, gsize start, gsize end)
{
  gsize at = start + 1;

  g_string_append_c (path, '/');
  while (at < end && text[at] != '"')
    {
      gunichar c = next_char (text, &at, end);

      if (c == '~')
        g_string_append (path, "~0");
      else if (c == '/')
        g_string_append (path, "~1");
      else if (c == 0 || (c >= 0xd800 && c <= 0xdfff))
        g_string_append_unichar (path, 0xfffd);
      else
        g_string_append_unichar (path, c);
    }
}

void
dl_json_cursor_init (DlJsonCursor *cursor, const char *text, gsize length)
{
  cursor->text = text;
  cursor->length = length;
  cursor->offset = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  cursor->line = 1;
  cursor->column = 1;
}

void
dl_json_cursor_move (DlJsonCursor *cursor, gsize offset)
{
  offset = MIN (offset, cursor->length);
  if (offset < cursor->offset)
    dl_json_cursor_init (cursor, cursor->text, cursor->length);
  while (cursor->offset < offset)
    {
      guchar c = (guchar) cursor->text[cursor->offset++];

      if (c == '\n' || c == '\r')
        {
          /* Of \r\n only the \n ends the line. */
          if (c == '\r' && cursor->offset < cursor->length && cursor->text[cursor->offset] == '\n')
            continue;
          cursor->line++;
          cursor->column = 1;
        }
      else if ((c & 0xc0) != 0x80)
        cursor->column++;
    }
}

gsize
dl_json_skip_value (const char *text, gsize start, gsize end)
{
  gsize at = start;
  guint depth = 0;

  while (at < end)
    {
      switch (text[at])
        {
        case '"':
          at = skip_string (text, at, end);
          break;
        case '{':
        case '[':
          depth++;
          at++;
          continue;
        case '}':
        case ']':
          /* Not ours: the number or word before it ended here. */
          if (depth == 0)
            return at;
          depth--;
          at++;
          break;
        case ',':
        case ':':
        case ' ':
        case '\n':
        case '\r':
        case '\t':
          if (depth == 0)
            return at;
          at++;
          continue;
        default:
          at++;
          while (at < end && strchr (",:]} \n\r\t", text[at]) == NULL)
            at++;
          break;
        }
      if (depth == 0)
        return at;
    }
  return end;
}

gboolean
dl_json_string_is (const char *text, gsize start, gsize end, const char *plain)
{
  gsize at = start + 1;

  while (at < end && text[at] != '"')
    {
      gunichar c = next_char (text, &at, end);

      if (*plain == '\0' || c != g_utf8_get_char (plain))
        return FALSE;
      plain = g_utf8_next_char (plain);
    }
  return *plain == '\0';
}

char *
dl_json_string_dup (const char *text, gsize start, gsize end, gsize *length)
{
  GString *plain = g_string_sized_new (end - start);
  gsize    at = start + 1;

  while (at < end && text[at] != '"')
    {
      gsize from = at;

      while (at < end && text[at] != '"' && text[at] != '\\')
        at++;
      g_string_append_len (plain, text + from, (gssize) (at - from));
      if (at < end && text[at] == '\\')
        g_string_append_unichar (plain, next_char (text, &at, end));
    }
  *length = plain->len;
  return g_string_free (plain, FALSE);
}

gboolean
dl_json_find (const char *text, gsize start, gsize end, const char *path, gsize *offset)
{
  g_auto (GStrv) parts = NULL;
  gsize          at = start;
  guint          i;

  g_return_val_if_fail (path != NULL, FALSE);
  if (*path == '\0')
    {
      *offset = start;
      return TRUE;
    }
  parts = g_strsplit (path, "/", -1);
  for (i = 1; parts[i] != NULL; i++)
    {
      g_autoptr (GString) name = g_string_new (parts[i]);
      Step                step;
      gsize               next;
      gsize               found = 0;
      gboolean            any = FALSE;

      g_string_replace (name, "~1", "/", 0);
      g_string_replace (name, "~0", "~", 0);
      if (!step_init (&step, text, at, end, &next))
        return FALSE;
      while (step_next (&step, text, &next, end))
        {
          if (step.list ? step.index == g_ascii_strtoull (name->str, NULL, 10)
                        : dl_json_string_is (text, step.name, end, name->str))
            {
              found = step.value;
              any = TRUE;
              if (step.list)
                break;
            }
        }
      if (!any)
        return FALSE;
      at = found;
    }
  *offset = at;
  return TRUE;
}

char *
dl_json_path_at (const char *text, gsize start, gsize end, gsize offset, gsize *value)
{
  g_autoptr (GString) path = g_string_new (NULL);
  gsize               at = start;
  gboolean            deeper = TRUE;

  if (value != NULL)
    *value = start;
  while (deeper)
    {
      Step  step;
      gsize next;

      deeper = FALSE;
      if (!step_init (&step, text, at, end, &next))
        break;
      while (step_next (&step, text, &next, end))
        {
          if (offset >= next)
            continue;
          if (offset < step.value)
            {
              if (value != NULL)
                *value = step.list || offset < step.name ? at : step.name;
              break;
            }
          if (step.list)
            g_string_append_printf (path, "/%u", step.index);
          else
            append_name (path, text, step.name, end);
          at = step.value;
          if (value != NULL)
            *value = at;
          deeper = TRUE;
          break;
        }
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}
