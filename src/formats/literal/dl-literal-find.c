/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/literal/dl-literal-find.h"

#include <string.h>

/* What a search may cost: so many times the text. Braces that turn out to be
 * code have been passed over in vain. */
#define MAX_EFFORT 16
/* So deep in functions that are values of an object is looked for more. */
#define MAX_DEPTH 3
/* Objects and lists within each other, the first of each in the one before, that are looked into for a member. */
#define MAX_DATA_DEPTH 5

typedef struct
{
  const char *text;
  gsize       to;
  gsize       at;
  gsize       name; /* the last name, [name, name_end) */
  gsize       name_end;
  char        before; /* the last character that is neither space nor name */
  gboolean    word;   /* whether what came last is a name */
} Search;

/* What a search gathers. */
typedef struct
{
  GArray         *all; /* of DlLiteralFound */
  guint64         effort;
  DlLiteralBroken broken;
} Found;

static void
clear_found (gpointer data)
{
  DlLiteralFound *found = data;

  g_clear_pointer (&found->name, g_free);
}

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || (c & 0x80) != 0;
}

/* Over what is no code: space, comments, strings. Returns: whether there was any */
static gboolean
pass_quiet (Search *self)
{
  const char *here = self->text + self->at;
  gsize       left = self->to - self->at;
  const char *end;

  if (g_ascii_isspace (*here))
    {
      self->at++;
      return TRUE;
    }
  if (left > 1 && here[0] == '/' && (here[1] == '/' || here[1] == '*'))
    {
      const char *close = here[1] == '/' ? "\n" : "*/";

      end = g_strstr_len (here + 2, (gssize) left - 2, close);
      self->at = end == NULL ? self->to : (gsize) (end - self->text) + strlen (close);
      return TRUE;
    }
  if (*here == '"' || *here == '\'' || *here == '`')
    {
      for (end = here + 1; end < self->text + self->to && *end != *here && (*end != '\n' || *here == '`'); end++)
        if (*end == '\\')
          end++;
      self->at = MIN ((gsize) (end - self->text) + 1, self->to);
      self->before = '"';
      self->word = FALSE;
      return TRUE;
    }
  return FALSE;
}

/* Whether the last name of a search is @word. */
static gboolean
is_word (const Search *self, const char *word)
{
  gsize n = self->name_end - self->name;

  return n == strlen (word) && memcmp (self->text + self->name, word, n) == 0;
}

/* Over a name. */
static void
pass_name (Search *self)
{
  self->name = self->at;
  while (self->at < self->to && is_name (self->text[self->at]))
    self->at++;
  self->name_end = self->at;
  self->word = TRUE;
}

/* Whether a bracket here begins a literal and no code, by what stands before it. */
static gboolean
may_begin (const Search *self)
{
  static const char *const words[] = { "default", "return", "exports" };

  if (self->word)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (is_word (self, words[i]))
          return TRUE;
      return FALSE;
    }
  return strchr ("=(,:[{;", self->before) != NULL;
}

/* Whether an object or list that ceases at @mistake holds data and no code: it has a member, and that is whole. */
static gboolean
holds_data (const char *text, gsize at, gsize mistake)
{
  DlLiteral     value = { text, mistake, at, text[at] == '{' ? DL_LITERAL_OBJECT : DL_LITERAL_LIST };
  DlLiteral     inner;
  DlLiteralIter iter;

  for (guint depth = 0; depth < MAX_DATA_DEPTH; depth++)
    {
      dl_literal_iter_init (&iter, &value);
      if (!dl_literal_iter_peek (&iter, NULL, &inner))
        return FALSE;
      if (inner.kind == DL_LITERAL_OTHER)
        return FALSE;
      if (value.kind == DL_LITERAL_OBJECT && dl_literal_iter_pass (&iter))
        return TRUE;
      value = inner;
    }
  return FALSE;
}

static void
note_broken (DlLiteralBroken *broken, const char *text, gsize at, gsize mistake, const char *reason)
{
  if ((broken->reason == NULL || mistake - at > broken->mistake - broken->at) && holds_data (text, at, mistake))
    *broken = (DlLiteralBroken){ at, mistake, reason };
}

static void search (Found *found, const char *text, gsize from, gsize to, guint depth);

/* In what is no value of an object, but a function or a call: `{ f: function () { … } }`. */
static void
search_members (Found *found, const DlLiteral *object, guint depth)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (object->kind != DL_LITERAL_OBJECT || depth == 0)
    return;
  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      if (value.kind == DL_LITERAL_OBJECT)
        search_members (found, &value, depth - 1);
      if (value.kind == DL_LITERAL_OTHER)
        search (found, value.text, value.at, iter.at, depth - 1);
    }
}

static void
search (Found *found, const char *text, gsize from, gsize to, guint depth)
{
  Search self = { text, to, from, from, from, '\0', FALSE };

  while (self.at < to && found->all->len < DL_LITERAL_FIND_MAX)
    {
      char c = text[self.at];

      if (pass_quiet (&self))
        continue;
      if (is_name (c))
        {
          pass_name (&self);
          continue;
        }
      if ((c == '{' || c == '[') && found->effort <= MAX_EFFORT * (guint64) to && may_begin (&self))
        {
          DlLiteralFound one = { 0 };
          gsize          end;
          gsize          mistake;
          const char    *reason;

          if (dl_literal_parse (text, to, self.at, &one.value, &end, &mistake, &reason))
            {
              if (self.name_end > self.name)
                one.name = g_strndup (text + self.name, self.name_end - self.name);
              g_array_append_val (found->all, one);
              search_members (found, &one.value, depth);
              self.at = end;
              self.before = '}';
              self.word = FALSE;
              continue;
            }
          note_broken (&found->broken, text, self.at, mistake, reason);
          found->effort += mistake - self.at + 1;
        }
      self.before = c;
      self.word = FALSE;
      self.at++;
    }
}

GArray *
dl_literal_find_all (const char *text, gsize from, gsize to, DlLiteralBroken *broken)
{
  Found found = { .all = g_array_new (FALSE, FALSE, sizeof (DlLiteralFound)) };

  if (broken != NULL)
    found.broken = *broken;
  g_array_set_clear_func (found.all, clear_found);
  search (&found, text, from, to, MAX_DEPTH);
  if (broken != NULL)
    *broken = found.broken;
  return found.all;
}

/* The text that is given to the name that was passed over last. Returns: (transfer full) (nullable) */
static char *
dup_given (const Search *self)
{
  gsize     at = self->name_end;
  DlLiteral value;

  while (at < self->to && g_ascii_isspace (self->text[at]))
    at++;
  if (at >= self->to || self->text[at] != '=' ||
      !dl_literal_parse (self->text, self->to, at + 1, &value, NULL, NULL, NULL) || value.kind != DL_LITERAL_STRING)
    return NULL;
  return dl_literal_dup_trimmed (&value);
}

char *
dl_literal_find_text (const char *text, gsize from, gsize to, const char *name)
{
  Search   self = { text, to, from, from, from, '\0', FALSE };
  gboolean declares = FALSE;
  guint    depth = 0; /* of braces */

  while (self.at < to)
    {
      char *given;

      if (pass_quiet (&self))
        continue;
      if (!is_name (text[self.at]))
        {
          declares = FALSE;
          if (text[self.at] == '{')
            depth++;
          else if (text[self.at] == '}' && depth > 0)
            depth--;
          self.at++;
          continue;
        }
      pass_name (&self);
      given = declares && depth == 0 && is_word (&self, name) ? dup_given (&self) : NULL;
      if (given != NULL)
        return given;
      declares = is_word (&self, "var") || is_word (&self, "let") || is_word (&self, "const");
    }
  return NULL;
}
