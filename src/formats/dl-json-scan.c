/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-json-scan.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-json-text.h"
#include "formats/dl-json-token.h"

/* How many values pass between two looks at the cancellable. */
#define CANCEL_STEPS 4096

typedef enum
{
  EXPECT_VALUE,        /* at the top, behind a colon or behind a comma in a list */
  EXPECT_VALUE_OR_END, /* behind [ */
  EXPECT_NAME_OR_END,  /* behind { */
  EXPECT_NAME,         /* behind a comma in an object */
  EXPECT_COLON,        /* behind a name */
  EXPECT_COMMA_OR_END, /* behind a value */
  EXPECT_NOTHING,      /* behind the value at the top */
} Expect;

typedef struct
{
  const char        *text;
  gsize              length;
  gsize              at;
  const char        *name;
  const char *const *wanted;
  DlJsonScan        *scan;
  DlJsonMember      *member;  /* the one whose value is being read, if it is wanted */
  gboolean           listing; /* its value is a list */
  gsize              name_at; /* of the member at the top that is being read */
  gsize              flaw_at; /* the last one met anywhere; 0: none */
  guint32            element_start;
  guint              depth;
  guint64            lists[(DL_JSON_MAX_DEPTH + 63) / 64]; /* bit: a list, else an object */
} Scanner;

/* Raises the error at @at. @reason is translated. */
static gboolean
fail (Scanner *s, gsize at, const char *reason, GError **error)
{
  DlJsonCursor cursor;

  dl_json_cursor_init (&cursor, s->text, s->length);
  dl_json_cursor_move (&cursor, at);
  /* Translators: file name, line and column, then the reason, such as “a value is expected here”. */
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_JSON, _ ("%s:%u:%u: not valid JSON: %s"), s->name, cursor.line,
               cursor.column, reason);
  return FALSE;
}

static gboolean
fail_limit (Scanner *s, gsize at, const char *reason, GError **error)
{
  DlJsonCursor cursor;

  dl_json_cursor_init (&cursor, s->text, s->length);
  dl_json_cursor_move (&cursor, at);
  /* Translators: file name, line and column, then the reason, such as “lists and objects are nested deeper than 512
   * levels”. */
  g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s:%u:%u: too large: %s"), s->name, cursor.line, cursor.column,
               reason);
  return FALSE;
}

static inline char
peek (const Scanner *s)
{
  return s->at < s->length ? s->text[s->at] : '\0';
}

static inline gboolean
in_list (const Scanner *s)
{
  guint level = s->depth - 1;

  return (s->lists[level / 64] >> (level % 64)) & 1;
}

static void
note_flaw (Scanner *s, DlJsonFlaw flaw, gsize at)
{
  DlJsonElementFlaw *last;
  DlJsonElementFlaw  found = { 0, (guint32) at, flaw };

  if (s->member == NULL)
    return;
  if (s->listing && s->depth >= 2)
    {
      found.element = s->member->elements->len;
      if (s->member->flaws->len > 0)
        {
          last = &g_array_index (s->member->flaws, DlJsonElementFlaw, s->member->flaws->len - 1);
          if (last->element == found.element)
            return;
        }
      g_array_append_val (s->member->flaws, found);
    }
  else if (s->member->flaw == DL_JSON_FLAW_NONE)
    {
      s->member->flaw = flaw;
      s->member->flaw_offset = (guint32) at;
    }
}

static gboolean
scan_token (Scanner *s, gboolean (*read) (DlJsonToken *token), GError **error)
{
  DlJsonToken token = { s->text, s->length, s->at, DL_JSON_FLAW_NONE, 0, NULL };

  if (!read (&token))
    return fail (s, token.at, token.reason, error);
  s->at = token.at;
  if (token.flaw != DL_JSON_FLAW_NONE)
    {
      s->flaw_at = token.flaw_at;
      note_flaw (s, token.flaw, token.flaw_at);
    }
  return TRUE;
}

/* Nearly every string is plain up to its closing quote. */
static inline gboolean
scan_string (Scanner *s, GError **error)
{
  gsize end = dl_json_skip_plain (s->text, s->length, s->at + 1);

  if (end >= s->length || s->text[end] != '"')
    return scan_token (s, dl_json_token_string, error);
  s->at = end + 1;
  return TRUE;
}

static gboolean
scan_literal (Scanner *s, const char *literal, GError **error)
{
  gsize n = strlen (literal);

  if (s->length - s->at < n || memcmp (s->text + s->at, literal, n) != 0)
    return fail (s, s->at, _ ("a value is expected here; words other than true, false and null stand in double quotes"),
                 error);
  s->at += n;
  return TRUE;
}

/* What is wrong with what stands at the scanner's place. */
static gboolean
fail_unexpected (Scanner *s, Expect expect, GError **error)
{
  char c = peek (s);

  if (s->at >= s->length)
    {
      if (s->depth == 0)
        return fail (s, s->at, _ ("the file holds nothing but blank lines and spaces"), error);
      if (in_list (s))
        return fail (s, s->at, _ ("the file ends within a list; “]” is missing"), error);
      return fail (s, s->at, _ ("the file ends within an object; “}” is missing"), error);
    }
  if (dl_json_utf8_length (s->text, s->length, s->at) == 0)
    return fail (s, s->at, _ ("the text is not UTF-8"), error);
  if (c == '/' || c == '#')
    return fail (s, s->at, _ ("comments are not part of JSON"), error);
  switch (expect)
    {
    case EXPECT_VALUE:
    case EXPECT_VALUE_OR_END:
      if (c == '\'')
        return fail (s, s->at, _ ("a text stands in double quotes"), error);
      if (c == '+')
        return fail (s, s->at, _ ("a number begins with a digit here: 5, not +5"), error);
      if (c == '.')
        return fail (s, s->at, _ ("a number begins with a digit here: 0.5, not .5"), error);
      if (g_ascii_isalpha (c) || c == '_')
        return fail (s, s->at,
                     _ ("a value is expected here; words other than true, false and null stand in double quotes"),
                     error);
      if (expect == EXPECT_VALUE_OR_END)
        return fail (s, s->at, _ ("a value or “]” is expected here"), error);
      if (c == ']' && s->depth > 0 && in_list (s))
        return fail (s, s->at, _ ("a value is expected here; take out the comma before “]”"), error);
      return fail (s, s->at, _ ("a value is expected here"), error);
    case EXPECT_NAME_OR_END:
      return fail (s, s->at, _ ("a name in double quotes or “}” is expected here"), error);
    case EXPECT_NAME:
      if (c == '}')
        return fail (s, s->at, _ ("a name in double quotes is expected here; take out the comma before “}”"), error);
      return fail (s, s->at, _ ("a name in double quotes is expected here"), error);
    case EXPECT_COLON:
      return fail (s, s->at, _ ("a colon is expected here"), error);
    case EXPECT_NOTHING:
      return fail (s, s->at, _ ("the file should end here, but goes on"), error);
    case EXPECT_COMMA_OR_END:
    default:
      if (in_list (s))
        return fail (s, s->at, _ ("a comma or “]” is expected here"), error);
      return fail (s, s->at, _ ("a comma or “}” is expected here"), error);
    }
}

static DlJsonKind
kind_of (char c)
{
  switch (c)
    {
    case '{':
      return DL_JSON_OBJECT;
    case '[':
      return DL_JSON_LIST;
    case '"':
      return DL_JSON_STRING;
    case 't':
      return DL_JSON_TRUE;
    case 'f':
      return DL_JSON_FALSE;
    case 'n':
      return DL_JSON_NULL;
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return DL_JSON_NUMBER;
    default:
      return DL_JSON_NOTHING;
    }
}

/* A name of a member of the object at the top stands in [@start, @end). */
static void
begin_member (Scanner *s, gsize start, gsize end)
{
  guint i;

  for (i = 0; s->wanted[i] != NULL; i++)
    if (dl_json_string_is (s->text, start, end, s->wanted[i]))
      {
        DlJsonMember *member = &s->scan->members[i];

        g_clear_pointer (&member->elements, g_array_unref);
        g_clear_pointer (&member->flaws, g_array_unref);
        member->flaw = DL_JSON_FLAW_NONE;
        member->n_times++;
        member->name_offset = (guint32) start;
        s->member = member;
        return;
      }
  if (s->scan->others->len < DL_JSON_MAX_OTHERS && (s->flaw_at == 0 || s->flaw_at < start))
    {
      guint32 at = (guint32) start;

      g_array_append_val (s->scan->others, at);
    }
}

static void
begin_value (Scanner *s, DlJsonKind kind)
{
  if (s->depth == 0)
    {
      s->scan->kind = kind;
      s->scan->top.start = (guint32) s->at;
    }
  else if (s->depth == 1 && s->member != NULL)
    {
      s->member->kind = kind;
      s->member->value.start = (guint32) s->at;
      s->listing = kind == DL_JSON_LIST;
      if (s->listing)
        {
          s->member->elements = g_array_new (FALSE, FALSE, sizeof (DlJsonSpan));
          s->member->flaws = g_array_new (FALSE, FALSE, sizeof (DlJsonElementFlaw));
        }
    }
  else if (s->depth == 2 && s->listing)
    s->element_start = (guint32) s->at;
}

/* Behind a value that stands @s->depth levels deep. */
static gboolean
end_value (Scanner *s, GError **error)
{
  if (s->depth == 2 && s->listing)
    {
      DlJsonSpan element = { s->element_start, (guint32) s->at };

      if (s->member->elements->len >= DL_JSON_MAX_ELEMENTS)
        {
          g_autofree char *reason = g_strdup_printf (_ ("“%s” holds more than %u entries"),
                                                     s->wanted[s->member - s->scan->members], DL_JSON_MAX_ELEMENTS);

          return fail_limit (s, s->element_start, reason, error);
        }
      g_array_append_val (s->member->elements, element);
    }
  else if (s->depth == 1 && s->member != NULL)
    {
      s->member->value.end = (guint32) s->at;
      s->member = NULL;
      s->listing = FALSE;
    }
  else if (s->depth == 0)
    s->scan->top.end = (guint32) s->at;
  return TRUE;
}

static gboolean
open_container (Scanner *s, gboolean list, GError **error)
{
  if (s->depth >= DL_JSON_MAX_DEPTH)
    {
      g_autofree char *reason =
        g_strdup_printf (_ ("lists and objects are more than %u levels deep within each other"), DL_JSON_MAX_DEPTH);

      return fail_limit (s, s->at, reason, error);
    }
  if (list)
    s->lists[s->depth / 64] |= G_GUINT64_CONSTANT (1) << (s->depth % 64);
  else
    s->lists[s->depth / 64] &= ~(G_GUINT64_CONSTANT (1) << (s->depth % 64));
  s->depth++;
  s->at++;
  return TRUE;
}

/* One value, or for an object or list its first bracket. */
static gboolean
scan_value (Scanner *s, Expect *expect, GError **error)
{
  DlJsonKind kind = kind_of (peek (s));

  if (kind == DL_JSON_NOTHING)
    return fail_unexpected (s, *expect, error);
  begin_value (s, kind);
  *expect = EXPECT_COMMA_OR_END;
  switch (kind)
    {
    case DL_JSON_OBJECT:
      *expect = EXPECT_NAME_OR_END;
      return open_container (s, FALSE, error);
    case DL_JSON_LIST:
      *expect = EXPECT_VALUE_OR_END;
      return open_container (s, TRUE, error);
    case DL_JSON_STRING:
      return scan_string (s, error) && end_value (s, error);
    case DL_JSON_TRUE:
      return scan_literal (s, "true", error) && end_value (s, error);
    case DL_JSON_FALSE:
      return scan_literal (s, "false", error) && end_value (s, error);
    case DL_JSON_NULL:
      return scan_literal (s, "null", error) && end_value (s, error);
    case DL_JSON_NUMBER:
    case DL_JSON_NOTHING:
    default:
      return scan_token (s, dl_json_token_number, error) && end_value (s, error);
    }
}

/* A name and nothing more. */
static gboolean
scan_name (Scanner *s, Expect *expect, GError **error)
{
  gsize start = s->at;

  if (peek (s) != '"')
    return fail_unexpected (s, *expect, error);
  /* The name of a member at the top is not part of any value yet. */
  if (!scan_string (s, error))
    return FALSE;
  if (s->depth == 1)
    begin_member (s, start, s->at);
  *expect = EXPECT_COLON;
  return TRUE;
}

static gboolean
scan_text (Scanner *s, GCancellable *cancellable, GError **error)
{
  Expect expect = EXPECT_VALUE;
  guint  n_steps = 0;

  for (;;)
    {
      char c;

      while (s->at < s->length &&
             (s->text[s->at] == ' ' || s->text[s->at] == '\n' || s->text[s->at] == '\r' || s->text[s->at] == '\t'))
        s->at++;
      if (++n_steps % CANCEL_STEPS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (expect == EXPECT_COMMA_OR_END && s->depth == 0)
        expect = EXPECT_NOTHING;
      if (expect == EXPECT_NOTHING && s->at >= s->length)
        return TRUE;
      c = peek (s);
      if ((expect == EXPECT_COMMA_OR_END || expect == EXPECT_VALUE_OR_END || expect == EXPECT_NAME_OR_END) &&
          s->at < s->length && c == (in_list (s) ? ']' : '}'))
        {
          s->depth--;
          s->at++;
          expect = EXPECT_COMMA_OR_END;
          if (!end_value (s, error))
            return FALSE;
          continue;
        }
      switch (expect)
        {
        case EXPECT_VALUE:
        case EXPECT_VALUE_OR_END:
          if (!scan_value (s, &expect, error))
            return FALSE;
          break;
        case EXPECT_NAME:
        case EXPECT_NAME_OR_END:
          if (!scan_name (s, &expect, error))
            return FALSE;
          break;
        case EXPECT_COLON:
          if (c != ':')
            return fail_unexpected (s, expect, error);
          s->at++;
          expect = EXPECT_VALUE;
          break;
        case EXPECT_COMMA_OR_END:
          if (c != ',')
            return fail_unexpected (s, expect, error);
          s->at++;
          expect = in_list (s) ? EXPECT_VALUE : EXPECT_NAME;
          break;
        case EXPECT_NOTHING:
        default:
          return fail_unexpected (s, expect, error);
        }
    }
}

DlJsonScan *
dl_json_scan_new (const char        *text,
                  gsize              length,
                  const char        *name,
                  const char *const *members,
                  GCancellable      *cancellable,
                  GError           **error)
{
  g_autoptr (DlJsonScan) scan = g_new0 (DlJsonScan, 1);
  Scanner                s = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (members != NULL, NULL);
  scan->n_members = g_strv_length ((char **) members);
  scan->members = g_new0 (DlJsonMember, MAX (scan->n_members, 1));
  scan->others = g_array_new (FALSE, FALSE, sizeof (guint32));
  s.text = text;
  s.length = length;
  s.name = name;
  s.wanted = members;
  s.scan = scan;
  if (length >= DL_JSON_MAX_LENGTH)
    {
      /* Translators: the file's name. */
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: the file has 2 GiB or more"), name);
      return NULL;
    }
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    s.at = 3;
  if (s.at == length)
    {
      fail (&s, s.at, _ ("the file is empty"), error);
      return NULL;
    }
  if (!scan_text (&s, cancellable, error))
    return NULL;
  return g_steal_pointer (&scan);
}

void
dl_json_scan_free (DlJsonScan *scan)
{
  guint i;

  if (scan == NULL)
    return;
  for (i = 0; i < scan->n_members; i++)
    {
      g_clear_pointer (&scan->members[i].elements, g_array_unref);
      g_clear_pointer (&scan->members[i].flaws, g_array_unref);
    }
  g_array_unref (scan->others);
  g_free (scan->members);
  g_free (scan);
}

const DlJsonElementFlaw *
dl_json_member_get_flaw (const DlJsonMember *member, guint element)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (member != NULL, NULL);
  high = member->flaws != NULL ? member->flaws->len : 0;
  while (low < high)
    {
      guint                    middle = low + (high - low) / 2;
      const DlJsonElementFlaw *flaw = &g_array_index (member->flaws, DlJsonElementFlaw, middle);

      if (flaw->element == element)
        return flaw;
      if (flaw->element < element)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
