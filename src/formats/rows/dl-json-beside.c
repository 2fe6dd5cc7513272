/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside the tables of a file, and is read by nobody. */
#include "formats/rows/dl-json-beside.h"

#include "formats/rows/dl-json-names.h"
#include "formats/rows/dl-row-names.h"

/* So many members of an object are looked at; some of them may be read after all. */
#define MAX_KEPT_BESIDE 1000

/* Whether a member of an object around tables is read: as what the whole is called, or says of its numbers; or
 * names what events belong to. */
static gboolean
is_head (const DlLiteral *key, gboolean head)
{
  static const char *const heads[] = { "title", "name",  "headline", "description", "summary",
                                       "unit",  "units", "timeUnit", "time_unit",   NULL };

  for (guint i = head ? 0 : 5; heads[i] != NULL; i++)
    if (dl_literal_is (key, heads[i]))
      return TRUE;
  return FALSE;
}

/* A member of an object that is no table. */
typedef struct
{
  DlLiteral key;
  DlLiteral value;
} Beside;

void
dl_json_beside_add (GArray **beside, const DlLiteral *key, const DlLiteral *value)
{
  if (key->kind == DL_LITERAL_NOTHING || value->kind == DL_LITERAL_NULL || value->kind == DL_LITERAL_OTHER ||
      ((value->kind == DL_LITERAL_OBJECT || value->kind == DL_LITERAL_LIST) && dl_literal_count (value, 1) == 0))
    return;
  if (*beside == NULL)
    *beside = g_array_new (FALSE, FALSE, sizeof (Beside));
  if ((*beside)->len < MAX_KEPT_BESIDE)
    g_array_append_val (*beside, ((Beside){ *key, *value }));
}

void
dl_json_beside_note_name (DlJsonFinder *self, const DlLiteral *key, const char *outer)
{
  g_autofree char *own = dl_literal_dup_text (key);
  g_autofree char *name = outer != NULL ? g_strconcat (outer, ".", own, NULL) : g_strdup (own);

  if (name == NULL || self->beside->len > DL_JSON_BESIDE_MAX ||
      g_ptr_array_find_with_equal_func (self->beside, name, g_str_equal, NULL))
    return;
  if (self->beside->len == 0)
    self->beside_at = key->at;
  g_ptr_array_add (self->beside, g_steal_pointer (&name));
}

void
dl_json_beside_note_lists (DlJsonFinder *self, const DlLiteral *object)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    if (value.kind == DL_LITERAL_LIST && dl_literal_count (&value, 1) > 0)
      dl_json_beside_note_name (self, &key, NULL);
}

/* Whether what a member says is not said of each event of the tables beside it: they have a text of their own. */
static gboolean
is_not_given (const DlLiteral *key)
{
  g_autofree char *name = dl_literal_dup_text (key);
  guint            rank;
  DlRowMeaning     meaning = name != NULL ? dl_row_name_get_meaning (name, &rank) : DL_ROW_OTHER;

  return meaning == DL_ROW_TEXT || meaning == DL_ROW_QUOTE;
}

void
dl_json_beside_note (DlJsonFinder *self, const GArray *beside, const DlLiteral *called, gboolean head, gboolean given)
{
  for (guint i = 0; beside != NULL && i < beside->len; i++)
    {
      const Beside    *one = &g_array_index (beside, Beside, i);
      gboolean         inner = one->value.kind == DL_LITERAL_OBJECT || one->value.kind == DL_LITERAL_LIST;
      g_autofree char *name = inner ? dl_literal_dup_text (&one->key) : NULL;
      DlLiteralIter    iter;
      DlLiteral        key;
      DlLiteral        value;

      if (is_head (&one->key, head) || (called != NULL && called->at == one->value.at) ||
          one->value.at == self->date.at || one->value.at == self->year.at || one->value.at == self->month.at ||
          (name != NULL && dl_json_names_has (name, &one->value)) || (given && !is_not_given (&one->key)))
        continue;
      if (one->value.at != self->head.at || one->value.kind != DL_LITERAL_OBJECT)
        {
          dl_json_beside_note_name (self, &one->key, NULL);
          continue;
        }
      dl_literal_iter_init (&iter, &one->value);
      while (dl_literal_iter_next (&iter, &key, &value))
        if (!is_head (&key, TRUE))
          dl_json_beside_note_name (self, &key, name);
    }
}
