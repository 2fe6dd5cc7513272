/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-text-fold.h"

/* Characters below are looked up: Latin, Greek, Cyrillic and their marks. */
#define N_KNOWN 0x500
/* What the table says of a character that is not one character folded. */
#define NO_LETTER 0
#define THE_LONG_WAY 0xffff

/* Combining marks that make another kana. */
#define VOICED_MARK 0x3099
#define SEMI_VOICED_MARK 0x309a

#define CYRILLIC_I 0x438
#define BREVE 0x306
#define ARABIC_TATWEEL 0x640

/* What Unicode does not take apart, but people type so. */
static const struct
{
  gunichar    from;
  const char *to;
} others[] = {
  { 0xdf, "ss" },  { 0x1e9e, "ss" }, { 0xf8, "o" },   { 0x142, "l" },   { 0x111, "d" },   { 0x127, "h" },
  { 0x167, "t" },  { 0xe6, "ae" },   { 0x153, "oe" }, { 0x131, "i" },   { 0x3c2, "σ" },   { 0x2018, "'" },
  { 0x2019, "'" }, { 0x201b, "'" },  { 0x2bc, "'" },  { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201e, "\"" },
  { 0x2010, "-" }, { 0x2012, "-" },  { 0x2013, "-" }, { 0x2014, "-" },  { 0x2212, "-" },
};

typedef struct
{
  GString *folded;
  GArray  *starts;
  gunichar last;    /* what the folded text ends with, or 0 */
  gsize    last_at; /* where that begins */
} Fold;

static void
put (Fold *self, gunichar c, gsize start)
{
  guint32 at = (guint32) start;

  if (c == ' ' && self->last == ' ')
    return;
  self->last_at = self->folded->len;
  self->last = c;
  g_string_append_unichar (self->folded, c);
  if (self->starts != NULL)
    for (gsize i = self->last_at; i < self->folded->len; i++)
      g_array_append_val (self->starts, at);
}

/* Makes one letter of the last one and @mark. Returns: whether there is such a letter,
 * and it is another one */
static gboolean
join (Fold *self, gunichar mark)
{
  gboolean kana = mark == VOICED_MARK || mark == SEMI_VOICED_MARK;
  gboolean hangul = mark >= 0x1161 && mark <= 0x11c2;
  gboolean cyrillic = mark == BREVE && self->last == CYRILLIC_I;
  gunichar joined;
  guint32  start = 0;

  if (self->last == 0 || !(kana || hangul || cyrillic) || !g_unichar_compose (self->last, mark, &joined))
    return FALSE;
  if (self->starts != NULL)
    {
      start = g_array_index (self->starts, guint32, self->last_at);
      g_array_set_size (self->starts, (guint) self->last_at);
    }
  g_string_truncate (self->folded, self->last_at);
  put (self, joined, start);
  return TRUE;
}

/* Whether a mark only colours the letter that it stands on. */
static gboolean
is_accent (gunichar mark)
{
  if (mark == VOICED_MARK || mark == SEMI_VOICED_MARK)
    return FALSE;
  switch ((int) g_unichar_get_script (mark))
    {
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A character that is not made of others. */
static void
put_simple (Fold *self, gunichar c, gsize start)
{
  if (join (self, c))
    return;
  if (g_unichar_isspace (c))
    {
      put (self, ' ', start);
      return;
    }
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
      return;
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      if (!is_accent (c))
        put (self, c, start);
      return;
    default:
      break;
    }
  c = g_unichar_tolower (c);
  if (c == ARABIC_TATWEEL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].from == c)
      {
        for (const char *p = others[i].to; *p != '\0'; p = g_utf8_next_char (p))
          put (self, g_utf8_get_char (p), start);
        return;
      }
  /* Katakana that hiragana has too, also its marks of repetition. */
  if ((c >= 0x30a1 && c <= 0x30f6) || c == 0x30fd || c == 0x30fe)
    c -= 0x60;
  put (self, c, start);
}

/* Hiragana, ideographs and syllables of Hangul: nothing is to be done with them. */
static gboolean
is_letter_itself (gunichar c)
{
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

static void
put_any (Fold *self, gunichar c, gsize start)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n = 1;

  parts[0] = c;
  if (!is_letter_itself (c))
    n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    put_simple (self, parts[i], start);
}

/* What becomes of each of the characters that are met most. */
static const guint16 *
get_known (void)
{
  static gsize   ready = 0;
  static guint16 known[N_KNOWN];

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GString) folded = g_string_new (NULL);

      for (gunichar c = 1; c < N_KNOWN; c++)
        {
          Fold fold = { folded, NULL, 0, 0 };

          g_string_truncate (folded, 0);
          put_any (&fold, c, 0);
          if (folded->len == 0)
            known[c] = NO_LETTER;
          else if (fold.last_at == 0 && fold.last < THE_LONG_WAY)
            known[c] = (guint16) fold.last;
          else
            known[c] = THE_LONG_WAY;
        }
      /* It joins what stands before it. */
      known[BREVE] = THE_LONG_WAY;
      g_once_init_leave (&ready, 1);
    }
  return known;
}

/* The run of ASCII at @p, without notes of where it came from. Returns: where it ends */
static const char *
put_ascii (Fold *self, const guint16 *known, const char *p, const char *end)
{
  gsize    had = self->folded->len;
  gunichar last = self->last;
  char    *to;

  g_string_set_size (self->folded, had + (gsize) (end - p));
  to = self->folded->str + had;
  for (; p < end && (guchar) *p < 0x80; p++)
    {
      guint16 c = known[(guchar) *p];

      if (c == NO_LETTER || (c == ' ' && last == ' '))
        continue;
      last = c;
      *to++ = (char) c;
    }
  g_string_truncate (self->folded, (gsize) (to - self->folded->str));
  self->last = last;
  if (self->folded->len > had)
    self->last_at = self->folded->len - 1;
  return p;
}

void
dl_text_fold (const char *text, gsize length, GString *folded, GArray *starts)
{
  const guint16 *known = get_known ();
  const char    *end = text + length;
  const char    *p = text;
  Fold           fold = { folded, starts, 0, 0 };
  guint32        behind = (guint32) length;

  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (folded != NULL);
  g_string_truncate (folded, 0);
  if (starts != NULL)
    g_array_set_size (starts, 0);
  while (p < end)
    {
      gunichar c;

      if (starts == NULL && (guchar) *p < 0x80)
        {
          p = put_ascii (&fold, known, p, end);
          continue;
        }
      c = g_utf8_get_char (p);
      if (is_letter_itself (c))
        put (&fold, c, (gsize) (p - text));
      else if (c >= N_KNOWN || known[c] == THE_LONG_WAY)
        put_any (&fold, c, (gsize) (p - text));
      else if (known[c] != NO_LETTER)
        put (&fold, known[c], (gsize) (p - text));
      p = g_utf8_next_char (p);
    }
  if (starts != NULL)
    g_array_append_val (starts, behind);
}
