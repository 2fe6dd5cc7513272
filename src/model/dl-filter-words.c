/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter in words, and from words. */
#include "model/dl-filter-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "base/dl-suggestion.h"

/* More values than these are not told in a message. */
#define MAX_TOLD 8

char *
dl_filter_dup_value_name (DlTimeline *timeline, DlFilterField field, const char *key)
{
  guint value;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  value = dl_filter_find_value (timeline, field, key);
  return g_strdup (value == DL_NONE ? key : dl_filter_get_value_name (timeline, field, value));
}

char *
dl_filter_join (const char *const *texts, guint n, gboolean ends)
{
  char *list = g_strdup (n > 0 ? texts[0] : "");

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = list;

      if (i + 1 < n || !ends)
        /* Translators: a list of values of a filter that goes on: "Parliament", then "Courts". */
        list = g_strdup_printf (C_ ("filter values", "%s, %s"), before, texts[i]);
      else
        /* Translators: the end of such a list: an event has any of them. */
        list = g_strdup_printf (C_ ("filter values", "%s or %s"), before, texts[i]);
    }
  return list;
}

char *
dl_filter_dup_words (const DlFilter *filter, DlTimeline *timeline, DlFilterField field, DlFilterChoice choice)
{
  g_auto (GStrv)   keys = NULL;
  g_autofree char *names = NULL;
  const char      *label;
  guint            n;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, NULL);
  keys = dl_filter_dup_keys (filter, field, choice);
  n = g_strv_length (keys);
  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = keys[i];

      keys[i] = dl_filter_dup_value_name (timeline, field, key);
    }
  names = dl_filter_join ((const char *const *) keys, n, TRUE);
  label = dl_filter_field_get_label (field);
  if (choice == DL_FILTER_NOT)
    /* Translators: what a filter excludes: first "Status", then "Planned or Cancelled". */
    return g_strdup_printf (C_ ("filter", "%s: not %s"), label, names);
  /* Translators: what a filter asks for: first "Topic", then "Parliament or Courts". */
  return g_strdup_printf (C_ ("filter", "%s: %s"), label, names);
}

/* From words */

/* As it is compared: of any case and width. */
static char *
fold (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *normal = g_utf8_normalize (trimmed, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal == NULL ? NULL : g_utf8_casefold (normal, -1);

  return g_strdup (folded != NULL ? folded : trimmed);
}

static void
add_name (GHashTable *values, const char *name, guint value)
{
  g_autofree char *folded = NULL;
  GArray          *same;

  if (name == NULL || *name == '\0')
    return;
  folded = fold (name);
  same = g_hash_table_lookup (values, folded);
  if (same == NULL)
    {
      same = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (values, g_steal_pointer (&folded), same);
    }
  if (same->len == 0 || g_array_index (same, guint32, same->len - 1) != value)
    g_array_append_val (same, value);
}

/* By what people may call them: an array of the values of that name. */
static GHashTable *
name_values (DlTimeline *timeline, DlFilterField field)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint       n = dl_filter_count_values (timeline, field);

  for (guint value = 0; value < n; value++)
    {
      g_autofree char *key = dl_filter_dup_key (timeline, field, value);

      add_name (values, key, value);
      add_name (values, dl_filter_get_value_name (timeline, field, value), value);
      if (field == DL_FILTER_PERSON || field == DL_FILTER_SPEAKER)
        for (const char *const *alias = dl_timeline_get_person (timeline, value)->aliases;
             alias != NULL && *alias != NULL; alias++)
          add_name (values, *alias, value);
    }
  if (field != DL_FILTER_STATUS)
    {
      add_name (values, DL_FILTER_KEY_NONE, n);
      add_name (values, dl_filter_get_value_name (timeline, field, n), n);
    }
  return values;
}

typedef struct
{
  DlFilter      *filter;
  DlTimeline    *timeline;
  DlFilterField  field;
  DlFilterChoice choice;
  GHashTable    *values;
} Argument;

/* Whether @text is a value, which is then asked for: by its key, else all of that name. */
static gboolean
take_value (Argument *self, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *folded = NULL;
  const GArray    *named;

  if (dl_filter_find_value (self->timeline, self->field, trimmed) != DL_NONE)
    {
      dl_filter_set (self->filter, self->field, trimmed, self->choice);
      return TRUE;
    }
  folded = fold (text);
  named = g_hash_table_lookup (self->values, folded);
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      g_autofree char *key = dl_filter_dup_key (self->timeline, self->field, g_array_index (named, guint32, i));

      dl_filter_set (self->filter, self->field, key, self->choice);
    }
  return named != NULL;
}

/* What may have been meant by @text. Returns: (transfer full) (nullable) */
static char *
suggest_value (Argument *self, const char *text)
{
  g_autofree char      *folded = fold (text);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint                 n = dl_filter_count_values (self->timeline, self->field);
  const char           *meant;

  for (guint value = 0; value < n; value++)
    {
      const char *name = dl_filter_get_value_name (self->timeline, self->field, value);

      g_ptr_array_add (names, dl_filter_dup_key (self->timeline, self->field, value));
      g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  meant = dl_suggest (text, (const char *const *) names->pdata);
  for (guint i = 0; meant == NULL && *folded != '\0' && names->pdata[i] != NULL; i++)
    {
      g_autofree char *name = fold (names->pdata[i]);

      if (strstr (name, folded) != NULL)
        meant = names->pdata[i];
    }
  return g_strdup (meant);
}

/* The first values there are. Returns: (transfer full) (nullable) */
static char *
list_values (Argument *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint                 n = dl_filter_count_values (self->timeline, self->field);

  for (guint value = 0; value < MIN (n, MAX_TOLD); value++)
    g_ptr_array_add (names, dl_filter_dup_key (self->timeline, self->field, value));
  if (n > MAX_TOLD)
    g_ptr_array_add (names, g_strdup ("…"));
  return names->len == 0 ? NULL : dl_filter_join ((const char *const *) names->pdata, names->len, n <= MAX_TOLD);
}

static void
fail_value (Argument *self, const char *text, GError **error)
{
  const char      *nick = dl_filter_field_to_string (self->field);
  g_autofree char *meant = suggest_value (self, text);
  g_autofree char *list = list_values (self);

  if (meant != NULL)
    /* Translators: the value, the field as it is typed ("topic"), and the value that may have been meant. */
    g_set_error (error, DL_ERROR, DL_ERROR_USAGE, _ ("no event can have “%s” as its %s; did you mean “%s”?"), text,
                 nick, meant);
  else if (list != NULL)
    /* Translators: the value, the field as it is typed ("topic"), and a list of its values. */
    g_set_error (error, DL_ERROR, DL_ERROR_USAGE, _ ("no event can have “%s” as its %s; there is %s"), text, nick,
                 list);
  else
    /* Translators: the value, and the field as it is typed ("topic"). */
    g_set_error (error, DL_ERROR, DL_ERROR_USAGE, _ ("no event can have “%s” as its %s; this timeline has none"), text,
                 nick);
}

/* A name may have commas of its own, so the longest that is one counts. */
static gboolean
take_values (Argument *self, const char *text, GError **error)
{
  while (TRUE)
    {
      const char *end = text + strlen (text);
      gboolean    taken = FALSE;

      while (end != NULL)
        {
          g_autofree char *part = g_strndup (text, (gsize) (end - text));

          taken = take_value (self, part);
          if (taken)
            break;
          end = g_strrstr_len (text, end - text, ",");
        }
      if (!taken)
        {
          g_autofree char *part = g_strndup (text, strcspn (text, ","));

          fail_value (self, g_strstrip (part), error);
          return FALSE;
        }
      if (*end == '\0')
        return TRUE;
      text = end + 1;
    }
}

static gboolean
take_field (const char *text, DlFilterField *field, GError **error)
{
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));
  g_autofree char *list = NULL;
  const char      *nicks[DL_N_FILTER_FIELDS + 1];
  const char      *meant;

  if (dl_filter_field_from_string (word, field))
    return TRUE;
  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    nicks[i] = dl_filter_field_to_string ((DlFilterField) i);
  nicks[DL_N_FILTER_FIELDS] = NULL;
  meant = dl_suggest (word, nicks);
  list = dl_filter_join (nicks, DL_N_FILTER_FIELDS, TRUE);
  if (meant != NULL)
    /* Translators: what was typed, and the field of a filter that may have been meant ("topic"). */
    g_set_error (error, DL_ERROR, DL_ERROR_USAGE, _ ("no filter for “%s”; did you mean “%s”?"), word, meant);
  else
    /* Translators: what was typed, and a list of the fields of a filter. */
    g_set_error (error, DL_ERROR, DL_ERROR_USAGE, _ ("no filter for “%s”; there is %s"), word, list);
  return FALSE;
}

gboolean
dl_filter_take_argument (DlFilter *filter, const char *text, DlTimeline *timeline, GError **error)
{
  const char      *equals;
  g_autofree char *name = NULL;
  Argument         argument = { filter, timeline, DL_FILTER_TOPIC, DL_FILTER_WITH, NULL };
  gboolean         done;

  g_return_val_if_fail (filter != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (DL_IS_TIMELINE (timeline), FALSE);

  equals = strchr (text, '=');
  if (equals == NULL)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_USAGE,
                   /* Translators: FIELD and VALUE are as in the help of the command line. */
                   _ ("“%s” is not a filter; write FIELD=VALUE, or FIELD!=VALUE to leave that out"), text);
      return FALSE;
    }
  if (equals > text && equals[-1] == '!')
    argument.choice = DL_FILTER_NOT;
  name = g_strndup (text, (gsize) (equals - text) - (argument.choice == DL_FILTER_NOT));
  if (!take_field (name, &argument.field, error))
    return FALSE;
  argument.values = name_values (timeline, argument.field);
  done = take_values (&argument, equals + 1, error);
  g_hash_table_unref (argument.values);
  return done;
}
