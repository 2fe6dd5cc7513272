/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file says beyond that for which a reader has a place. */
#include "formats/draft/dl-draft-rest.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-address.h"

/* Objects within each other whose members are kept. */
#define MAX_REST_DEPTH 4
/* Lines that are kept of one object, and values of one list; of more the name is told. */
#define MAX_REST_LINES 100
#define MAX_REST_VALUES 50
/* Names that are looked at for another of the same letters. */
#define MAX_REST_LIKE 100

typedef struct
{
  DlDraftLiteral *literal;
  GString        *lines; /* NULL: names are told */
  guint           n_lines;
  guint           n_like;
} Rest;

gboolean
dl_draft_is_technical (const char *name)
{
  static const char *const names[] = { "id",       "uid",       "uuid",      "guid", "objectid", "fid",     "gid",
                                       "class",    "classname", "cssclass",  "css",  "style",    "styles",  "icon",
                                       "width",    "height",    "zindex",    "fill", "stroke",   "opacity", "fontsize",
                                       "autoplay", "thumb",     "thumbnail", NULL };
  GString                 *plain;
  gboolean                 is_technical;

  /* Those of JSON-LD and JSON Schema. */
  if (*name == '@' || *name == '$')
    return TRUE;
  plain = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || (*at & 0x80) != 0)
      g_string_append_c (plain, g_ascii_tolower (*at));
  is_technical = g_strv_contains (names, plain->str) || g_str_has_suffix (plain->str, "color") ||
                 g_str_has_suffix (plain->str, "colour");
  g_string_free (plain, TRUE);
  return is_technical;
}

void
dl_draft_add_line (GString *lines, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: the name of a column of a file, and what stands in it. */
  g_string_append_printf (lines, _ ("%s: %s"), name, text);
}

void
dl_draft_put_line (DlDraft *self, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  dl_draft_add_line (line, name, text);
  dl_draft_put_summary (self, line->str);
}

/* The one of a list that is @name in any case of letters, or NULL. */
static const char *
find_name (const char *name, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return names[i];
  return NULL;
}

gboolean
dl_draft_is_one_of (const char *name, const char *const *names)
{
  return find_name (name, names) != NULL;
}

const char *
dl_draft_get_word (const char *name)
{
  const char *word = name + strlen (name);
  gsize       n = 0;

  if (strstr (name, "://") != NULL)
    {
      while (word > name && strchr ("/#", word[-1]) == NULL)
        word--;
      return *word != '\0' ? word : name;
    }
  while (g_ascii_isalnum (name[n]) || (name[n] != '\0' && strchr ("_-.", name[n]) != NULL))
    n++;
  return n > 0 && name[n] == ':' && name[n + 1] != '\0' && strpbrk (name + n + 1, ": /#") == NULL ? name + n + 1 : name;
}

/* Whether a member of @object is read elsewhere. One whose letters are of another case is not read beside the one that
 * has the name as it is. */
static gboolean
is_known (Rest                     *self,
          const DlLiteral          *object,
          const char               *name,
          const DlLiteral          *value,
          const char *const *const *known)
{
  const char *word = self->literal->has_vocabulary ? dl_draft_get_word (name) : name;
  DlLiteral   read;

  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    {
      const char *found = find_name (word, known[i]);

      if (found != NULL && (strcmp (found, word) == 0 || self->n_like++ >= MAX_REST_LIKE ||
                            !dl_literal_get_member (object, found, &read) || read.at == value->at))
        return TRUE;
    }
  return FALSE;
}

/* What JSON-LD writes for a value, `{"@value": …}`, or for something that is told elsewhere, `{"@id": …}`. */
static DlLiteral
unwrap (const DlLiteral *value)
{
  DlLiteral inner;

  if (value->kind == DL_LITERAL_OBJECT &&
      (dl_literal_get_member (value, "@value", &inner) ||
       (dl_literal_count (value, 2) == 1 && dl_literal_get_member (value, "@id", &inner))))
    return inner;
  return *value;
}

/* A value in one line; whole numbers as such: "1888.0". Returns: (transfer full) */
static char *
dup_value (const DlLiteral *value)
{
  gint64 number;
  char  *line;

  if (value->kind == DL_LITERAL_NUMBER && dl_literal_get_integer (value, &number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  line = dl_literal_dup_line (value);
  dl_draft_unquote_address (line);
  return line;
}

/* @name: (nullable): of what has none, as an item of a list that stands where an object belongs, its words are told */
static void
leave_out (Rest *self, const DlLiteral *value, const char *name)
{
  g_autofree char *own = name == NULL && value->kind != DL_LITERAL_LIST ? dup_value (value) : NULL;

  dl_draft_leave_out (self->literal->draft, value->at, name != NULL ? name : own != NULL ? own : "[…]");
}

/* The values of a list as one text, where all are words and not too many. Returns: (transfer full) (nullable) */
static char *
dup_list (const DlLiteral *list)
{
  g_autoptr (GString) words = g_string_new (NULL);
  DlLiteralIter       iter;
  DlLiteral           value;
  guint               n = 0;

  dl_literal_iter_init (&iter, list);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *word = NULL;

      value = unwrap (&value);
      if (value.kind == DL_LITERAL_OBJECT || value.kind == DL_LITERAL_LIST || n++ >= MAX_REST_VALUES)
        return NULL;
      word = dup_value (&value);
      if (*word != '\0')
        /* Translators: joins the items of a list. */
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", word);
    }
  return g_strdup (words->str);
}

static void
walk (Rest *self, const DlLiteral *object, const char *prefix, guint depth, const char *const *const *known);

/* Each object of a list, or the names of what is in it where that is none. */
static void
walk_list (Rest *self, const DlLiteral *list, const char *name, guint depth, const char *const *const *known)
{
  DlLiteralIter iter;
  DlLiteral     value;

  dl_literal_iter_init (&iter, list);
  while (dl_literal_iter_next (&iter, NULL, &value))
    if (value.kind == DL_LITERAL_OBJECT)
      walk (self, &value, name, depth, known);
    else if (value.kind == DL_LITERAL_STRING || value.kind == DL_LITERAL_LIST || value.kind == DL_LITERAL_NUMBER)
      leave_out (self, &value, name);
}

/* An object, or those of a list. */
static void
walk_all (Rest *self, const DlLiteral *value, const char *name, guint depth, const char *const *const *known)
{
  if (value->kind == DL_LITERAL_OBJECT)
    walk (self, value, name, depth, known);
  else if (value->kind == DL_LITERAL_LIST)
    walk_list (self, value, name, depth, known);
}

static void
take (Rest *self, const DlLiteral *told, const char *name, guint depth)
{
  DlLiteral        whole = unwrap (told);
  const DlLiteral *value = &whole;
  g_autofree char *text = value->kind == DL_LITERAL_LIST ? dup_list (value) : dup_value (value);
  gboolean         says = text != NULL && *text != '\0';
  gboolean         nested = value->kind == DL_LITERAL_OBJECT || (value->kind == DL_LITERAL_LIST && text == NULL);

  if (nested && depth > 0)
    walk_all (self, value, name, depth - 1, NULL);
  else if (nested || (says && (self->lines == NULL || self->n_lines >= MAX_REST_LINES)) ||
           value->kind == DL_LITERAL_OTHER)
    leave_out (self, value, name);
  else if (says && strcmp (text, dl_draft_get_title (self->literal->draft)) != 0)
    {
      dl_draft_add_line (self->lines, name, text);
      self->n_lines++;
    }
}

static void
walk (Rest *self, const DlLiteral *object, const char *prefix, guint depth, const char *const *const *known)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_text (&key);
      g_autofree char *whole = NULL;
      const char      *word;

      if (name == NULL || is_known (self, object, name, &value, known) || dl_draft_is_technical (name))
        continue;
      /* Of a name that is an address the last word says it. */
      word = strstr (name, "://") != NULL ? dl_draft_get_word (name) : name;
      whole = prefix != NULL ? g_strconcat (prefix, ".", word, NULL) : g_strdup (word);
      take (self, &value, whole, depth);
    }
}

char *
dl_draft_literal_dup_rest (DlDraftLiteral           *self,
                           const DlLiteral          *object,
                           const char               *prefix,
                           const char *const *const *known)
{
  Rest rest = { .literal = self, .lines = g_string_new (NULL) };

  walk_all (&rest, object, prefix, MAX_REST_DEPTH, known);
  return g_string_free (rest.lines, FALSE);
}

void
dl_draft_literal_put_rest (DlDraftLiteral           *self,
                           const DlLiteral          *object,
                           const char               *prefix,
                           const char *const *const *known)
{
  g_autofree char *lines = dl_draft_literal_dup_rest (self, object, prefix, known);

  dl_draft_put_summary (self->draft, lines);
}

void
dl_draft_literal_leave_rest (DlDraftLiteral           *self,
                             const DlLiteral          *object,
                             const char               *prefix,
                             const char *const *const *known)
{
  Rest rest = { .literal = self };

  walk_all (&rest, object, prefix, MAX_REST_DEPTH, known);
}
