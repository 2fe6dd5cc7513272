/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-json-element.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-json-text.h"
#include "time/dl-date.h"

/* Characters of a file's text that a message repeats. */
#define QUOTABLE_LENGTH 60

JsonNode *
dl_json_element_parse (const DlJsonElement *element, JsonParser *parser)
{
  const char *start = element->text + element->span.start;
  gssize      length = (gssize) (element->span.end - element->span.start);

  if (!json_parser_load_from_data (parser, start, length, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

/* Where @path leads from @element on. @pointer: (out) (transfer full) */
static gsize
find (DlJsonElement *element, const char *path, gboolean search, char **pointer)
{
  gsize offset = element->span.start;

  if (!search || !dl_json_find (element->text, element->span.start, element->span.end, path, &offset))
    path = "";
  if (element->index >= 0)
    *pointer = g_strdup_printf ("/%s/%" G_GINT64_FORMAT "%s", element->list, element->index, path);
  else
    *pointer = g_strdup_printf ("/%s%s", element->list, path);
  return offset;
}

/* The title of an event that could not be read as far as that. Returns: (transfer full) (nullable) */
static char *
find_title (const DlJsonElement *element)
{
  g_autofree char *title = NULL;
  g_autofree char *valid = NULL;
  gsize            offset;
  gsize            length;

  if (!dl_json_find (element->text, element->span.start, element->span.end, "/title", &offset) ||
      element->text[offset] != '"')
    return NULL;
  title = dl_json_string_dup (element->text, offset, element->span.end, &length);
  /* It may have what is no character. */
  valid = g_utf8_make_valid (title, (gssize) length);
  return *g_strstrip (valid) != '\0' ? dl_json_quotable (valid) : NULL;
}

/* @problem: (nullable) */
static void
set_event (DlJsonElement *element, DlProblem *problem)
{
  if (problem == NULL || element->index < 0 || !g_str_equal (element->list, "events"))
    return;
  problem->key = element->span.start;
  problem->title = element->title != NULL ? dl_json_quotable (element->title) : find_title (element);
}

/* @message: (transfer full). @suggestion: (transfer full) (nullable).
 * Returns: (nullable): the problem, when it is kept and is this one */
static DlProblem *
tell (DlJsonElement *element, const char *path, gboolean event_lost, char *message, char *suggestion)
{
  g_autofree char *owned = suggestion;
  DlProblem       *problem;
  gboolean         is_last = FALSE;
  char            *pointer;
  gsize            offset;

  /* That an event is lost is always told. */
  if (element->problems == NULL || (element->n_problems >= DL_JSON_ELEMENT_MAX_PROBLEMS && !event_lost))
    {
      g_free (message);
      return NULL;
    }
  element->n_problems++;
  if (element->n_problems == DL_JSON_ELEMENT_MAX_PROBLEMS && !event_lost)
    {
      is_last = TRUE;
      g_free (message);
      message = g_strdup (_ ("This entry has more problems, which are not listed."));
      path = "";
    }
  /* The search is not free; a full list would forget what it finds. */
  offset = find (element, path, !dl_problem_list_is_full (element->problems), &pointer);
  problem = dl_problem_list_add (element->problems, offset, pointer, message, event_lost);
  set_event (element, problem);
  if (problem == NULL || is_last)
    return NULL;
  problem->suggestion = g_steal_pointer (&owned);
  return problem;
}

void
dl_json_element_problem (DlJsonElement *element, const char *path, gboolean event_lost, char *message)
{
  tell (element, path, event_lost, message, NULL);
}

void
dl_json_element_suggest (DlJsonElement *element, const char *path, gboolean event_lost, char *message, char *suggestion)
{
  tell (element, path, event_lost, message, suggestion);
}

void
dl_json_element_meant (DlJsonElement *element, const char *path, gboolean event_lost, DlMeant meant, char *message)
{
  if (tell (element, path, event_lost, message, NULL) != NULL)
    dl_problem_list_set_meant (element->problems, meant);
}

void
dl_json_element_note (DlJsonElement *element, const char *path, char *message, char *suggestion)
{
  char *pointer;
  gsize offset;

  if (element->problems == NULL || element->n_notes >= DL_JSON_ELEMENT_MAX_PROBLEMS)
    {
      g_free (message);
      g_free (suggestion);
      return;
    }
  element->n_notes++;
  if (element->n_notes == DL_JSON_ELEMENT_MAX_PROBLEMS)
    {
      g_free (message);
      g_clear_pointer (&suggestion, g_free);
      message = g_strdup (_ ("There are more notes on this entry, which are not listed."));
      path = "";
    }
  offset = find (element, path, TRUE, &pointer);
  set_event (element, dl_problem_list_add_note (element->problems, offset, pointer, message, suggestion));
}

void
dl_json_element_note_spelling (DlJsonElement *element, const char *path, const char *word, const char *meant)
{
  g_autofree char *shown = dl_json_quotable (word);

  /* Translators: %s is a word as it stands in the file, such as “Planned”. */
  dl_json_element_note (element, path,
                        g_strdup_printf (_ ("“%s” is understood, but the format spells it differently."), shown),
                        g_strdup (meant));
}

char *
dl_json_path_of (const char *within, guint nth, const char *name)
{
  GString *path = g_string_new (NULL);

  if (within != NULL)
    g_string_append_printf (path, "/%s/%u", within, nth);
  g_string_append_c (path, '/');
  for (const char *p = name; *p != '\0'; p++)
    if (*p == '~')
      g_string_append (path, "~0");
    else if (*p == '/')
      g_string_append (path, "~1");
    else
      g_string_append_c (path, *p);
  return g_string_free (path, FALSE);
}

void
dl_json_element_note_unknown (DlJsonElement *element,
                              const char    *within,
                              guint          nth,
                              JsonObject    *object,
                              DlObjectKind   kind)
{
  JsonObjectIter iter;
  const char    *name;

  if (element->problems == NULL)
    return;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    {
      g_autofree char *path = NULL;
      g_autofree char *shown = NULL;

      if (dl_vocabulary_has_member (kind, name) || (*name != '\0' && dl_vocabulary_is_private (name, strlen (name))))
        continue;
      path = dl_json_path_of (within, nth, name);
      shown = dl_json_quotable (name);
      dl_json_element_note (element, path, dl_vocabulary_dup_unknown (shown),
                            g_strdup (dl_vocabulary_suggest_member (kind, name)));
    }
}

void
dl_json_element_member_problem (DlJsonElement *element, const char *within, guint nth, const char *name, char *message)
{
  g_autofree char *path = dl_json_path_of (within, nth, name);

  dl_json_element_problem (element, path, FALSE, message);
}

void
dl_json_element_flaw (DlJsonElement *element, DlJsonFlaw flaw, gsize offset, gboolean event_lost)
{
  g_autofree char *path = dl_json_path_at (element->text, element->span.start, element->span.end, offset, NULL);
  const char      *reason;
  char            *message;

  switch (flaw)
    {
    case DL_JSON_FLAW_NUMBER:
      reason = _ ("a number in it is too large");
      break;
    case DL_JSON_FLAW_NUL:
      reason = _ ("a text in it has the character U+0000, which cannot be shown");
      break;
    case DL_JSON_FLAW_SURROGATE:
    case DL_JSON_FLAW_NONE:
    default:
      reason = _ ("a text in it has half of a character: of two \\u that belong together one is missing");
      break;
    }
  if (event_lost)
    /* Translators: %s is the reason. */
    message = g_strdup_printf (_ ("This event is not shown: %s"), reason);
  else
    /* Translators: %s is the reason. */
    message = g_strdup_printf (_ ("This is left out: %s"), reason);
  dl_json_element_problem (element, path, event_lost, message);
}

gboolean
dl_json_element_has (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

const char *
dl_json_node_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

const char *
dl_json_element_string (DlJsonElement *element, const char *within, guint nth, JsonObject *object, const char *name)
{
  const char *string;

  if (!dl_json_element_has (object, name))
    return NULL;
  string = dl_json_node_string (json_object_get_member (object, name));
  if (string == NULL)
    /* Translators: %s is the name of a member of the file, such as summary. */
    dl_json_element_member_problem (element, within, nth, name,
                                    g_strdup_printf (_ ("“%s” is not a text and is left out."), name));
  return string;
}

const char *
dl_json_element_date (DlJsonElement *element, const char *within, guint nth, JsonObject *object, const char *name)
{
  g_autoptr (GError) error = NULL;
  const char        *string = dl_json_element_string (element, within, nth, object, name);
  DlDate             date;

  if (string == NULL || dl_date_parse (string, -1, &date, element->problems != NULL ? &error : NULL))
    return string;
  if (error != NULL)
    {
      g_autofree char *path = dl_json_path_of (within, nth, name);

      /* Translators: the name of a member of the file, then why it is left out. */
      dl_json_element_meant (element, path, FALSE, DL_MEANT_DATE,
                             g_strdup_printf (_ ("“%s” is left out: %s"), name, error->message));
    }
  return NULL;
}

JsonArray *
dl_json_element_list (DlJsonElement *element, JsonObject *object, const char *name, guint *n_used)
{
  JsonNode  *node;
  JsonArray *array;

  *n_used = 0;
  if (!dl_json_element_has (object, name))
    return NULL;
  node = json_object_get_member (object, name);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      dl_json_element_member_problem (element, NULL, 0, name,
                                      g_strdup_printf (_ ("“%s” is not a list and is left out."), name));
      return NULL;
    }
  array = json_node_get_array (node);
  *n_used = json_array_get_length (array);
  if (*n_used > G_MAXUINT16)
    {
      *n_used = G_MAXUINT16;
      dl_json_element_member_problem (
        element, NULL, 0, name,
        g_strdup_printf (_ ("“%s” has more than %u entries; the others are left out."), name, G_MAXUINT16));
    }
  return array;
}

const char *
dl_json_element_lone_text (DlJsonElement *element, JsonObject *object, const char *name)
{
  const char      *text = dl_json_node_string (json_object_get_member (object, name));
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  if (text == NULL || element->problems == NULL)
    return text;
  path = dl_json_path_of (NULL, 0, name);
  shown = dl_json_quotable (text);
  /* Translators: %s is the name of a member of the file, such as people. */
  dl_json_element_note (
    element, path, g_strdup_printf (_ ("“%s” should be a list, [ … ]; this text is taken as its only entry."), name),
    g_strdup_printf ("[\"%s\"]", shown));
  return text;
}

gboolean
dl_json_element_number (DlJsonElement *element, JsonObject *object, const char *name, double *value)
{
  JsonNode *node;
  GType     type;

  if (!dl_json_element_has (object, name))
    return FALSE;
  node = json_object_get_member (object, name);
  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    {
      dl_json_element_member_problem (element, NULL, 0, name,
                                      g_strdup_printf (_ ("“%s” is not a number and is left out."), name));
      return FALSE;
    }
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
dl_json_element_boolean (DlJsonElement *element,
                         const char    *within,
                         guint          nth,
                         JsonObject    *object,
                         const char    *name,
                         gboolean       fallback)
{
  JsonNode *node;

  if (!dl_json_element_has (object, name))
    return fallback;
  node = json_object_get_member (object, name);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  dl_json_element_member_problem (element, within, nth, name,
                                  g_strdup_printf (_ ("“%s” is neither true nor false and is left out."), name));
  return fallback;
}

char *
dl_json_quotable (const char *string)
{
  GString    *shown = g_string_new (NULL);
  const char *p;
  guint       n = 0;

  for (p = string; *p != '\0' && n < QUOTABLE_LENGTH; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (shown, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (*p != '\0')
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}
