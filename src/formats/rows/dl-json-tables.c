/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the tables of events in JSON that is of no format of its own. */
#include "formats/rows/dl-json-tables.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-name-list.h"
#include "formats/rows/dl-json-beside.h"
#include "formats/rows/dl-json-groups.h"
#include "formats/rows/dl-json-happenings.h"
#include "formats/rows/dl-json-judge.h"
#include "formats/rows/dl-json-names.h"
#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-row-objects.h"

/* Tables are sought no deeper. */
#define MAX_TABLE_DEPTH 12
/* So many elements one after the other without a table say that those behind have none: what has
 * tens of thousands has them alike. */
#define MAX_BARREN 1000

static void
passed_free (gpointer data)
{
  DlJsonPassed *passed = data;

  g_free (passed->name);
  g_free (passed);
}

/* Whether two lists of lists have no header and, to judge by their first rows, the same columns: as
 * many, with dates in the same ones. */
static gboolean
is_alike (const DlLiteral *table, const DlLiteral *other)
{
  const DlLiteral *tables[] = { table, other };
  DlLiteralIter    iters[2];
  DlLiteral        values[2];
  guint            n_dates = 0;

  for (guint i = 0; i < 2; i++)
    {
      DlLiteral first;

      dl_literal_iter_init (&iters[i], tables[i]);
      if (!dl_literal_iter_next (&iters[i], NULL, &first) || first.kind != DL_LITERAL_LIST)
        return FALSE;
      dl_literal_iter_init (&iters[i], &first);
    }
  while (TRUE)
    {
      gboolean more = dl_literal_iter_next (&iters[0], NULL, &values[0]);
      gboolean dated[2];

      if (more != dl_literal_iter_next (&iters[1], NULL, &values[1]))
        return FALSE;
      if (!more)
        return n_dates > 0;
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *text = dl_literal_dup_trimmed (&values[i]);

          dated[i] = text != NULL && dl_rows_is_date (text);
        }
      if (dated[0] != dated[1])
        return FALSE;
      n_dates += dated[0] ? 1 : 0;
    }
}

/* Whether it was added: lists, whose columns have no names, are joined only to such as are alike. */
static gboolean
add (DlJsonFinder *self, DlRowTableKind kind, const DlLiteral *value, const char *topic)
{
  GArray *tables = self->tables->tables;

  if (tables->len > 0 &&
      (kind == DL_ROW_TABLE_LISTS || g_array_index (tables, DlRowTable, 0).kind == DL_ROW_TABLE_LISTS) &&
      !(kind == DL_ROW_TABLE_LISTS && g_array_index (tables, DlRowTable, 0).kind == kind &&
        is_alike (&g_array_index (tables, DlRowTable, 0).value, value)))
    {
      dl_json_judge_pass (self, value, topic != NULL ? topic : self->name, FALSE);
      return FALSE;
    }
  dl_row_tables_add (
    self->tables, kind, value, &self->root,
    topic != NULL && *topic != '\0' && !dl_json_group_is_generic (topic) ? dl_json_group_dup_name (topic) : NULL);
  g_array_index (tables, DlRowTable, tables->len - 1).within = dl_json_groups_dup_within (self->outer, topic);
  g_array_index (tables, DlRowTable, tables->len - 1).year = self->year;
  g_array_index (tables, DlRowTable, tables->len - 1).month = self->month;
  g_array_index (tables, DlRowTable, tables->len - 1).date = self->date;
  g_array_index (tables, DlRowTable, tables->len - 1).unit = self->unit;
  return TRUE;
}

/* The lists of an object of years, and months in these. */
static void
find_in_months (DlJsonFinder *self, const DlLiteral *years, const char *topic)
{
  DlLiteral     outer = self->year;
  DlLiteralIter iter;
  DlLiteral     months;

  dl_literal_iter_init (&iter, years);
  while (dl_literal_iter_next (&iter, &self->year, &months))
    {
      DlLiteralIter inner;
      DlLiteral     list;

      dl_literal_iter_init (&inner, &months);
      while (dl_literal_iter_next (&inner, &self->month, &list))
        if (list.kind == DL_LITERAL_LIST && dl_json_judge_table (self, DL_ROW_TABLE_OBJECTS, &list))
          add (self, DL_ROW_TABLE_OBJECTS, &list, topic);
        else if (dl_literal_count (&list, 1) > 0)
          dl_json_beside_note_name (self, &self->month, NULL);
    }
  self->year = outer;
  self->month = (DlLiteral){ 0 };
}

/* Adds a list of what happened on a date. @object: what it stands in, with @key; @is: what that is. Returns: whether it
 * was added */
static gboolean
add_happenings (DlJsonFinder    *self,
                const DlLiteral *object,
                const DlLiteral *key,
                const DlLiteral *list,
                const char      *topic,
                DlRowAround      is)
{
  DlRowTable      *table;
  g_autofree char *name = dl_literal_dup_text (key);

  if (!add (self, DL_ROW_TABLE_OBJECTS, list, name != NULL && dl_row_name_is_of_sort (name) ? name : topic))
    return FALSE;
  table = &g_array_index (self->tables->tables, DlRowTable, self->tables->tables->len - 1);
  table->around = *object;
  table->around_is = is;
  return TRUE;
}

/* Whether all that stands behind dates which are keys are objects with lists of what happened then, or with none:
 * {"2016-03-01": {"events": [{…}]}}. @add_to: (nullable): gets these lists, with @topic, and each of the others that
 * says something as a row */
static gboolean
are_days (const DlLiteral *days, DlJsonFinder *add_to, const char *topic)
{
  DlLiteralIter iter;
  DlLiteral     date;
  DlLiteral     day;
  GArray       *tables = add_to != NULL ? add_to->tables->tables : NULL;
  guint         n_tables = tables != NULL ? tables->len : 0;
  guint         n = 0;

  dl_literal_iter_init (&iter, days);
  while (days->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &date, &day))
    {
      DlLiteralIter inner;
      DlLiteral     key;
      DlLiteral     list;
      gboolean      empty;
      guint         n_before = n;

      if (day.kind == DL_LITERAL_NULL)
        continue;
      if (day.kind != DL_LITERAL_OBJECT)
        return FALSE;
      dl_literal_iter_init (&inner, &day);
      while (dl_literal_iter_next (&inner, &key, &list))
        {
          if (!dl_json_is_happenings (&day, &key, &list, TRUE, TRUE))
            continue;
          n++;
          if (add_to == NULL)
            continue;
          add_to->date = date;
          add_happenings (add_to, &day, &key, &list, topic, DL_ROW_AROUND_DAY);
        }
      if (n > n_before)
        continue;
      if (!dl_json_is_plain_day (&day, &empty))
        return FALSE;
      if (add_to == NULL || empty)
        continue;
      add_to->date = date;
      add (add_to, DL_ROW_TABLE_ONE, &day, topic);
    }
  for (guint i = n_tables; tables != NULL && i < tables->len; i++)
    g_array_index (tables, DlRowTable, i).days = *days;
  return n > 0;
}

static void
find_in_days (DlJsonFinder *self, const DlLiteral *days, const char *topic)
{
  DlLiteral outer = self->date;

  are_days (days, self, topic);
  self->date = outer;
}

/* Keeps that no table was found in a group, to be told where there are tables in others. */
static void
note_group (DlJsonFinder *self, const DlLiteral *group)
{
  if (self->n_groups++ == 0)
    self->groups_at = group->at;
}

/* @container: whether what @value is called by is a name of events; @called: (nullable): the member of it that is
 * @topic, where it stands in a list */
static void
find (DlJsonFinder    *self,
      const DlLiteral *value,
      const char      *topic,
      const DlLiteral *called,
      gboolean         container,
      guint            depth)
{
  static const char *const names[] = { "title",   "name",    "headline", "heading",    "label",     "category", "group",
                                       "period",  "era",     "brand",    "company",    "country",   "topic",    "theme",
                                       "section", "chapter", "decade",   "group_name", "groupName", "year",     NULL };
  DlLiteralIter            iter;
  DlLiteral                key = { 0 };
  DlLiteral                inner;
  DlLiteral                leading;
  guint                    objects;
  guint                    lists;
  guint                    n = dl_json_count_kinds (value, &objects, &lists);
  gboolean                 row = self->in_row;
  gboolean                 rows = FALSE;
  gboolean                 years;
  const char              *outer_inner = self->inner;
  const char              *outer_topic = self->outer_topic;
  gboolean                 element = self->is_element;
  DlJsonNamed              own_named = self->named;
  gboolean                 given = FALSE;
  /* A date of a row that cannot be read is told of each. */
  gboolean dated =
    element && (row || (self->year.kind != DL_LITERAL_NOTHING && self->month.kind != DL_LITERAL_NOTHING));
  g_autofree char *inner_as = NULL;
  guint            n_barren = 0;
  guint            n_before = self->tables->tables->len;
  guint            n_groups = self->n_groups;
  GArray          *beside = NULL;

  if (n == 0 || depth > MAX_TABLE_DEPTH || (self->has_nodes && dl_json_is_graph (value)))
    return;
  /* Whoever called this puts the year back. */
  if (dl_json_find_leading_year (value, &leading))
    self->year = leading;
  if (dl_json_is_years_of_months (value))
    {
      find_in_months (self, value, topic);
      if (self->tables->tables->len > n_before)
        return;
    }
  if (dl_json_is_dated (value, container) && are_days (value, NULL, NULL))
    {
      find_in_days (self, value, topic);
      return;
    }
  if (dl_json_is_dated (value, container) && !dl_json_is_doubtful (value, container) &&
      dl_json_judge_table (self, DL_ROW_TABLE_DATES, value))
    {
      add (self, DL_ROW_TABLE_DATES, value, topic);
      return;
    }
  if (dl_json_is_named (value) && dl_json_judge_table (self, DL_ROW_TABLE_NAMES, value))
    {
      add (self, DL_ROW_TABLE_NAMES, value, topic);
      return;
    }
  years = dl_json_judge_years (self, value);
  /* Objects of a row are its cells. */
  if (!years && (!row || container || value->kind == DL_LITERAL_LIST) && objects * 2 >= n &&
      (value->kind == DL_LITERAL_LIST || n > 1) && !dl_json_judge_edges (self, value) &&
      !dl_json_judge_events (self, value))
    {
      if (dl_json_judge_table (self, DL_ROW_TABLE_OBJECTS, value))
        {
          gboolean outer = dl_json_judge_inner (self, value);

          inner_as = g_steal_pointer (&self->inner_as);
          if (!add (self, DL_ROW_TABLE_OBJECTS, value, topic))
            return;
          if (!outer)
            {
              dl_json_beside_note_lists (self, value);
              return;
            }
          /* Periods are events, too, and so is what happened in each. */
          rows = TRUE;
          g_array_index (self->tables->tables, DlRowTable, self->tables->tables->len - 1).outer = TRUE;
          g_array_index (self->tables->tables, DlRowTable, self->tables->tables->len - 1).inner = g_strdup (inner_as);
        }
    }
  if (value->kind == DL_LITERAL_LIST && lists > 0 && lists * 2 >= n &&
      dl_json_judge_table (self, DL_ROW_TABLE_LISTS, value))
    {
      add (self, DL_ROW_TABLE_LISTS, value, topic);
      return;
    }
  dl_literal_iter_init (&iter, value);
  while (self->given_up == DL_JSON_NOWHERE && dl_literal_iter_next (&iter, &key, &inner))
    {
      g_autofree char *name = NULL;
      gboolean         named = FALSE;
      gboolean         is_group;
      DlLiteral        year = self->year;
      DlLiteral        date = self->date;
      DlLiteral        month = self->month;
      DlLiteral        used = { 0 };
      guint            n_tables = self->tables->tables->len;

      if (inner.kind != DL_LITERAL_OBJECT && inner.kind != DL_LITERAL_LIST)
        {
          dl_json_beside_add (&beside, &key, &inner);
          continue;
        }
      if ((!row || element) && dl_json_is_happenings (value, &key, &inner, dated, element) &&
          add_happenings (self, value, &key, &inner,
                          called != NULL && called->kind != DL_LITERAL_NOTHING ? outer_topic : topic,
                          row ? DL_ROW_AROUND_ROW : DL_ROW_AROUND_OBJECT))
        {
          given = TRUE;
          continue;
        }
      if (value->kind == DL_LITERAL_OBJECT)
        {
          name = dl_literal_dup_text (&key);
          named = name != NULL && dl_row_name_is_container (name);
          if (row && !named && dl_row_object_is_inner (self->inner, name))
            {
              named = TRUE;
              *name = '\0';
            }
          /* What else a row has is kept with it. */
          if (row && inner.kind == DL_LITERAL_LIST && !named)
            continue;
          /* What is deeper keeps what its group is called. */
          if (topic != NULL && !dl_json_group_is_generic (topic) &&
              (named || (called != NULL && called->kind != DL_LITERAL_NOTHING && inner.kind == DL_LITERAL_LIST)))
            {
              g_free (name);
              name = g_strdup (topic);
            }
        }
      else if (inner.kind == DL_LITERAL_OBJECT)
        {
          DlLiteral values[G_N_ELEMENTS (names)];
          DlLiteral day = rows ? (DlLiteral){ 0 } : dl_json_get_lone_date (&inner);
          DlLiteral month_here;

          dl_literal_get_members (&inner, names, values);
          used = values[G_N_ELEMENTS (names) - 2];
          /* The last of the names; which is no topic where it dates what is below. */
          if (dl_json_is_years (&values[G_N_ELEMENTS (names) - 2]))
            {
              self->year = values[G_N_ELEMENTS (names) - 2];
              values[G_N_ELEMENTS (names) - 2] = (DlLiteral){ 0 };
            }
          if (years && !dl_json_is_year_of_lists (&inner, &self->year))
            self->year = year;
          else if (years)
            used = self->year;
          for (guint i = 0; !years && names[i] != NULL && name == NULL; i++)
            {
              name = dl_json_dup_words (&values[i]);
              used = values[i];
            }
          if (!rows && self->year.kind != DL_LITERAL_NOTHING && dl_literal_get_member (&inner, "month", &month_here))
            self->month = month_here;
          if (rows)
            self->date = dl_json_get_lone_date (&inner);
          else if (day.kind != DL_LITERAL_NOTHING)
            self->date = day;
        }
      /* Of a table each is a row, and so is what is in objects of it. */
      self->in_row = rows || row;
      self->inner = rows ? inner_as : outer_inner;
      self->is_element = rows || value->kind == DL_LITERAL_LIST;
      self->outer_topic = topic;
      self->named = own_named;
      is_group = dl_json_groups_enter (self, topic, name);
      if (name != NULL && g_strcmp0 (name, topic) != 0)
        self->named = value->kind == DL_LITERAL_LIST  ? DL_JSON_NAMED_MEMBER
                      : inner.kind == DL_LITERAL_LIST ? DL_JSON_NAMED_LIST
                                                      : DL_JSON_NAMED_OBJECT;
      find (self, &inner, name != NULL ? name : topic, &used, named, depth + 1);
      if (is_group)
        g_ptr_array_set_size (self->outer, (gint) self->outer->len - 1);
      /* Of some it is told why. */
      self->has_named = self->has_named || (self->tables->tables->len > n_tables && name != NULL &&
                                            value->kind == DL_LITERAL_LIST && !rows);
      if (self->tables->tables->len == n_tables && inner.at != self->left &&
          (self->unread == NULL || inner.at != self->unread_in.at))
        dl_json_beside_add (&beside, &key, &inner);
      if (self->tables->tables->len == n_tables && value->kind == DL_LITERAL_LIST && !rows && !row &&
          dl_json_is_group (&inner))
        note_group (self, &inner);
      self->in_row = row;
      self->inner = outer_inner;
      self->year = year;
      self->month = month;
      self->date = date;
      n_barren = self->tables->tables->len > n_tables ? 0 : n_barren + 1;
      /* In each row of a table there may be others. */
      if (rows || n_barren < MAX_BARREN)
        continue;
      if (self->left == DL_JSON_NOWHERE)
        self->left = value->at;
      break;
    }
  if (self->tables->tables->len == n_before)
    self->n_groups = n_groups;
  if (value->kind == DL_LITERAL_OBJECT && !rows && !row && self->tables->tables->len > n_before)
    dl_json_beside_note (self, beside, called, depth == 0 || value->at == self->head.at, given);
  if (beside != NULL)
    g_array_unref (beside);
}

static gboolean
is_passed (const DlJsonFinder *self, const char *name)
{
  for (guint i = 0; i < self->passed->len; i++)
    if (strcmp (((DlJsonPassed *) self->passed->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* What looks like events and is not read is told once for each name. */
static void
tell_passed (const DlJsonFinder *self, DlDraft *draft)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->passed->len; i++)
    {
      const DlJsonPassed *passed = self->passed->pdata[i];

      dl_draft_tell_note (
        draft, passed->at, dl_literal_dup_path (&self->root, passed->at),
        passed->inner
          /* Translators: the name of a member of the file, such as “assets”; “events” is left as it is. */
          ? g_strdup_printf (_ ("“%s” has dates too, but its name is none of events, so it stays a part of the entries "
                                "around it. To have it read as events, call it “events”."),
                             passed->name)
          /* Translators: the name of a member of the file, such as “assets”. */
          : g_strdup_printf (_ ("“%s” has dates too, but other columns than the list before it, so it is left out."),
                             passed->name));
    }
  for (guint i = 0; i < MIN (self->beside->len, DL_JSON_BESIDE_MAX); i++)
    if (!is_passed (self, self->beside->pdata[i]))
      dl_name_list_append (names, self->beside->pdata[i]);
  if (self->beside->len > DL_JSON_BESIDE_MAX)
    g_string_append (names, _ (", …"));
  /* In a program or a page there is much else. */
  if (names->len > 0 && dl_input_is_data (self->input))
    dl_draft_tell_note (draft, self->beside_at, g_strdup (""),
                        /* Translators: %s are the names of members of the file, such as “version”. */
                        g_strdup_printf (_ ("What stands beside the events is left out: %s."), names->str));
  if (self->n_groups > 0)
    dl_draft_tell_note (draft, self->groups_at, dl_literal_dup_path (&self->root, self->groups_at),
                        g_strdup_printf (ngettext ("In this group no event with a date and a title was found, so it is "
                                                   "left out.",
                                                   "In %u groups, of which this is the first, no event with a date and "
                                                   "a title was found, so they are left out.",
                                                   self->n_groups),
                                         self->n_groups));
  if (self->left != DL_JSON_NOWHERE)
    dl_draft_tell_note (
      draft, self->left, dl_literal_dup_path (&self->root, self->left),
      g_strdup_printf (_ ("What stands here has no events in its first %u entries; the others were not "
                          "looked through."),
                       MAX_BARREN));
  if (self->given_up != DL_JSON_NOWHERE)
    dl_draft_tell (draft, self->given_up, dl_literal_dup_path (&self->root, self->given_up),
                   g_strdup (_ ("From here on this file was not looked through for further events.")));
}

/* A list with titles, beside those that are read and not around them. */
static void
tell_unread (const DlJsonFinder *self, DlDraft *draft)
{
  gsize at = self->unread_in.at;
  gsize end = dl_literal_get_end (&self->unread_in);

  for (guint i = 0; i < self->tables->tables->len; i++)
    {
      const DlRowTable *table = &g_array_index (self->tables->tables, DlRowTable, i);

      if (table->value.at >= at && table->value.at < end)
        return;
    }
  dl_draft_tell_note (draft, at, dl_literal_dup_path (&self->root, at),
                      /* Translators: the name of a member of the file, such as “when”, and what stands there. */
                      g_strdup_printf (_ ("What stands here has titles, but “%s” could not be read as dates, such as "
                                          "“%s”, so it is left out."),
                                       self->unread, self->unread_as));
}

/* Events that a program names one by one: `const fall = { title: "…", date: "1989-11-09" }`. */
static void
find_ones (DlJsonFinder *self, const GArray *literals)
{
  GArray     *tables = self->tables->tables;
  const char *last = NULL;
  gboolean    pieces = FALSE;

  for (guint i = 0; i < literals->len && !pieces; i++)
    {
      const DlLiteralFound *found = &g_array_index (literals, DlLiteralFound, i);

      if (found->value.kind != DL_LITERAL_OBJECT || !dl_json_judge_table (self, DL_ROW_TABLE_ONE, &found->value) ||
          !self->is_full)
        continue;
      /* Without names of their own they are pieces of a list with a mistake in it. */
      pieces = found->name == NULL || g_strcmp0 (found->name, last) == 0;
      last = found->name;
      dl_row_tables_add (self->tables, DL_ROW_TABLE_ONE, &found->value, &found->value, NULL);
    }
  /* A single one may be anything. */
  if (pieces || tables->len == 1)
    g_array_set_size (tables, 0);
}

guint
dl_json_tables_find (DlInput *input, DlRowTables *tables, DlDraft *draft, GError **error)
{
  GArray      *literals = dl_input_get_literals (input);
  DlJsonFinder finder = { .input = input, .tables = tables, .given_up = DL_JSON_NOWHERE, .left = DL_JSON_NOWHERE };
  gboolean     had_unread;

  /* A large table of values without any is not looked through. */
  finder.has_nodes = literals->len > 0 && dl_input_has (input, "\"nodes\"");
  finder.has_node_word = literals->len > 0 && dl_input_has_early (input, "nodes", input->length);
  dl_row_tables_init (tables);
  finder.passed = g_ptr_array_new_with_free_func (passed_free);
  finder.outer = g_ptr_array_new_with_free_func (g_free);
  finder.beside = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < literals->len; i++)
    {
      finder.root = g_array_index (literals, DlLiteralFound, i).value;
      finder.name = g_array_index (literals, DlLiteralFound, i).name;
      finder.unit = dl_json_find_unit (&finder.root);
      finder.head = dl_json_find_head (&finder.root);
      finder.year = (DlLiteral){ 0 };
      had_unread = finder.unread != NULL;
      find (&finder, &finder.root, NULL, NULL, i == 0, 0);
      if (draft != NULL)
        tell_passed (&finder, draft);
      if (draft != NULL && !had_unread && finder.unread != NULL)
        tell_unread (&finder, draft);
      finder.given_up = DL_JSON_NOWHERE;
      finder.n_groups = 0;
      finder.left = DL_JSON_NOWHERE;
      g_ptr_array_set_size (finder.passed, 0);
      g_ptr_array_set_size (finder.beside, 0);
      g_clear_pointer (&finder.inner_as, g_free);
    }
  if (tables->tables->len == 0 && literals->len > 1 && !dl_input_is_page (input))
    find_ones (&finder, literals);
  if (error != NULL && tables->tables->len == 0 && finder.unread != NULL)
    dl_rows_set_unread (finder.unread, finder.unread_as, finder.unread_backwards, input, error);
  else if (error != NULL && tables->tables->len == 0 && finder.refused != NULL)
    dl_rows_set_refused (finder.refused, input, error);
  dl_rows_free (finder.refused);
  g_free (finder.fractions);
  g_ptr_array_unref (finder.passed);
  g_ptr_array_unref (finder.beside);
  g_free (finder.unread);
  g_free (finder.unread_as);
  g_ptr_array_unref (finder.outer);
  dl_json_groups_settle (&finder, draft);
  return tables->tables->len;
}
