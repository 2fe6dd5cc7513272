/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items of vis-timeline. An end is the moment at which an item ends, so that
 * the end 2014-04-19 is the midnight before that day, and the last day is the 18th; unless the items
 * show that the last day is meant. But who writes 1337 and 1453 means these years, and would not find
 * 1452. */
#include "formats/vis/dl-vis.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-rest.h"
#include "formats/vis/dl-vis-ends.h"
#include "formats/vis/dl-vis-item.h"
#include "formats/vis/dl-vis-numbers.h"
#include "time/dl-edtf-make.h"

/* How deep lists of items are looked for. */
#define ITEMS_DEPTH 3
/* Elements of a list that hold no list are looked at no further. */
#define MAX_WITHOUT_LIST 100
/* What ends mean is found out from so many items. */
#define WEIGHED_ITEMS 5000

enum
{
  GROUP_ID,
  GROUP_CONTENT,
  GROUP_TITLE,
  GROUP_START,
  N_GROUP_MEMBERS,
};
static const char *const group_names[] = { "id", "content", "title", "start", NULL };
/* How a group is shown. */
static const char *const group_looks[] = {
  "showNested", "nestedInGroup", "subgroupOrder", "subgroupStack", "subgroupVisibility",
  "treeLevel",  "value",         "heightMode",    "order",         "visible",
  NULL
};

typedef enum
{
  LIST_OTHER,
  LIST_ITEMS,
  LIST_GROUPS,
} ListKind;

/* A file is gone through once for each. */
typedef enum
{
  PASS_GROUPS,
  PASS_NUMBERS,
  PASS_ENDS,
  PASS_ITEMS,
} Pass;

/* A value, and the whole that it is in. */
typedef struct
{
  DlLiteral value;
  DlLiteral root;
} Place;

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  Pass           pass;
  DlEpoch        epoch; /* what numbers mean */
  DlVisEnds     *ends;
  guint          n_weighed;     /* items, in this pass */
  gboolean       ends_are_last; /* not what vis-timeline makes of them */
  DlVisNumbers   numbers;
  Place          first_year; /* that is a number */
  Place          first_minus;
  Place          first_end; /* of those that mean another day than they say */
  Place          first_bc;
  GError        *error;
} Reader;

static gboolean
is_group (const DlLiteral *value)
{
  DlLiteral members[N_GROUP_MEMBERS];

  if (value->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (value, group_names, members);
  return members[GROUP_ID].kind != DL_LITERAL_NOTHING && members[GROUP_START].kind == DL_LITERAL_NOTHING &&
         (members[GROUP_CONTENT].kind != DL_LITERAL_NOTHING || members[GROUP_TITLE].kind != DL_LITERAL_NOTHING);
}

/* What a list holds, by the first of its elements that tells. */
static ListKind
look_at_list (const DlLiteral *list, gboolean certain)
{
  DlLiteralIter iter;
  DlLiteral     value;
  gboolean      groups = FALSE;

  dl_literal_iter_init (&iter, list);
  for (guint n = 0; n < DL_INPUT_SNIFFED_ELEMENTS && dl_literal_iter_next (&iter, NULL, &value); n++)
    {
      if (dl_vis_is_item (&value, certain))
        return LIST_ITEMS;
      groups = groups || is_group (&value);
    }
  return groups ? LIST_GROUPS : LIST_OTHER;
}

/* Whether the program speaks of vis-timeline itself. */
static gboolean
names_vis (const DlInput *input)
{
  return dl_input_has (input, "vis.Timeline") || dl_input_has (input, "vis.DataSet") ||
         dl_input_has (input, "vis-timeline") || dl_input_has (input, "vis-data") ||
         /* Its predecessor. */
         dl_input_has (input, "links.Timeline");
}

typedef void (*ListFunc) (Reader *self, const DlLiteral *list, ListKind kind);

/* Goes to each list of items or groups in @value, and to each of these alone. Returns: whether there
 * are items. @func: (nullable): only to know that */
static gboolean
walk (Reader *self, const DlLiteral *value, gboolean certain, guint depth, ListFunc func)
{
  DlLiteralIter iter;
  DlLiteral     inner;
  gboolean      found = FALSE;
  guint         n_without_list = 0;

  if (value->kind == DL_LITERAL_LIST)
    {
      ListKind kind = look_at_list (value, certain);

      if (kind != LIST_OTHER && func != NULL)
        func (self, value, kind);
      if (kind != LIST_OTHER)
        return kind == LIST_ITEMS;
    }
  else if (value->kind != DL_LITERAL_OBJECT)
    return FALSE;
  if (depth == 0)
    return FALSE;
  dl_literal_iter_init (&iter, value);
  while (dl_literal_iter_peek (&iter, NULL, &inner))
    {
      if (inner.kind == DL_LITERAL_LIST || (inner.kind == DL_LITERAL_OBJECT && value->kind == DL_LITERAL_OBJECT))
        found = walk (self, &inner, certain, depth - 1, func) || found;
      else
        n_without_list++;
      /* A million rows of something else are not gone through. */
      if (value->kind == DL_LITERAL_LIST && n_without_list > MAX_WITHOUT_LIST)
        break;
      if ((found && func == NULL) || !dl_literal_iter_pass (&iter))
        break;
    }
  return found;
}

static gboolean
sniff (DlInput *input)
{
  GArray  *literals = dl_input_get_literals (input);
  gboolean json = dl_input_is_data (input);
  gboolean certain = literals->len > 0 && !json && names_vis (input);

  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;

      if (walk (NULL, value, certain, ITEMS_DEPTH, NULL))
        return TRUE;
      /* items.add ({ … }) */
      if (!json && certain && dl_vis_is_item (value, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* A group of items: its text, or its id. */
static void
read_group (Reader *self, const DlLiteral *group)
{
  DlLiteral        members[N_GROUP_MEMBERS];
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  dl_literal_get_members (group, group_names, members);
  id = dl_literal_dup_trimmed (&members[GROUP_ID]);
  name = dl_literal_dup_line (&members[GROUP_CONTENT]);
  if (*name == '\0')
    {
      g_free (name);
      name = dl_literal_dup_line (&members[GROUP_TITLE]);
    }
  if (id != NULL)
    dl_draft_add_topic (self->literal.draft, id, name, NULL);
  dl_draft_literal_leave_rest (&self->literal, group, "group",
                               (const char *const *const[]){ group_names, group_looks, NULL });
}

/* Whether an end is a year, and no more. */
static gboolean
is_year (const Reader *self, const DlLiteral *end)
{
  g_autofree char *text = NULL;
  const char      *digits;

  if (end->kind != DL_LITERAL_STRING && (end->kind != DL_LITERAL_NUMBER || self->epoch == DL_EPOCH_ALWAYS))
    return FALSE;
  text = dl_literal_dup_trimmed (end);
  digits = text != NULL && *text == '-' ? text + 1 : text;
  return digits != NULL && strlen (digits) <= strlen ("2014") && strspn (digits, "0123456789") == strlen (digits);
}

/* Whether the end of an item is no part of it. */
static gboolean
is_excluded (const Reader *self, const DlLiteral *end)
{
  return !self->ends_are_last && !is_year (self, end);
}

/* The first of its kind in a file, and what its way begins at. */
static void
note_first (const Reader *self, Place *place, const DlLiteral *value)
{
  if (place->value.kind != DL_LITERAL_NOTHING)
    return;
  place->value = *value;
  place->root = self->literal.root;
}

/* What an item says of the meaning of all numbers. */
static void
count_numbers (Reader *self, const DlLiteral *item)
{
  DlLiteral members[DL_VIS_N_ITEM_MEMBERS];

  dl_literal_get_members (item, dl_vis_item_names, members);
  for (guint i = DL_VIS_ITEM_START; i <= DL_VIS_ITEM_END; i++)
    if (dl_vis_numbers_add (&self->numbers, &members[i]))
      {
        gint64 year;

        note_first (self, &self->first_year, &members[i]);
        if (dl_literal_get_integer (&members[i], &year) && year < 0)
          note_first (self, &self->first_minus, &members[i]);
      }
}

/* What an item says of the meaning of all. */
static void
weigh_item (Reader *self, const DlLiteral *item)
{
  DlLiteral        members[DL_VIS_N_ITEM_MEMBERS];
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *group = NULL;

  dl_literal_get_members (item, dl_vis_item_names, members);
  dl_literal_dup_dates (&members[DL_VIS_ITEM_START], &members[DL_VIS_ITEM_END], self->epoch, &start, &end);
  from = start != NULL ? dl_date_words_to_edtf (start, NULL, NULL, NULL) : NULL;
  to = end != NULL && !is_year (self, &members[DL_VIS_ITEM_END]) ? dl_date_words_to_edtf (end, NULL, NULL, NULL) : NULL;
  if (from == NULL)
    return;
  if (*from == '-' && self->epoch != DL_EPOCH_CHRIST)
    note_first (self, &self->first_bc, &members[DL_VIS_ITEM_START]);
  /* What is in the background stands by itself. */
  group = dl_literal_is (&members[DL_VIS_ITEM_TYPE], "background")
            ? g_strdup ("background")
            : dl_literal_dup_trimmed (&members[DL_VIS_ITEM_GROUP]);
  if (dl_vis_ends_add (self->ends, group != NULL ? group : "", from, to))
    note_first (self, &self->first_end, &members[DL_VIS_ITEM_END]);
}

/* Tells that numbers are years, which they are not to vis-timeline. */
static void
tell_years (Reader *self)
{
  g_autofree char *number = dl_literal_dup_trimmed (&self->first_year.value);
  g_autofree char *minus = dl_literal_dup_trimmed (&self->first_minus.value);

  self->literal.root = self->first_year.root;
  dl_draft_literal_tell_note (
    &self->literal, &self->first_year.value,
    /* Translators: %s is a number as it is written, such as “1850” or “-490”. */
    g_strdup_printf (
      _ ("Numbers such as %s are read as years; vis-timeline itself takes them for milliseconds since 1970."), number));
  if (minus == NULL)
    return;
  self->literal.root = self->first_minus.root;
  dl_draft_literal_tell_note (
    &self->literal, &self->first_minus.value,
    /* Translators: %s is a year with a minus, the second is the same without it. */
    g_strdup_printf (_ ("A year with a minus is read as one before Christ: %s is %s BC."), minus, minus + 1));
}

/* Tells what is read in another way than somebody may expect who wrote it. */
static void
tell_meaning (Reader *self)
{
  g_autofree char *end = dl_literal_dup_date (&self->first_end.value, self->epoch);
  g_autofree char *start = dl_literal_dup_date (&self->first_bc.value, self->epoch);
  g_autofree char *edtf = start != NULL ? dl_date_words_to_edtf (start, NULL, NULL, NULL) : NULL;

  if (end != NULL)
    {
      self->literal.root = self->first_end.root;
      dl_draft_literal_tell_note (
        &self->literal, &self->first_end.value,
        g_strdup_printf (
          self->ends_are_last
            /* Translators: %s is an end as it is written, such as “2014-04-19”. */
            ? _ ("Ends such as “%s” are read as the last day or month of an item, because others begin right after; "
                 "vis-timeline itself draws an item only until its end begins.")
            /* Translators: %s is an end as it is written, such as “2014-04-19”. */
            : _ ("Ends are read as vis-timeline means them: an item with the end “%s” is over when that day or month "
                 "begins."),
          end));
    }
  if (start == NULL)
    return;
  self->literal.root = self->first_bc.root;
  dl_draft_tell_year_zero (self->literal.draft, self->first_bc.value.at,
                           dl_draft_literal_dup_pointer (&self->literal, &self->first_bc.value), _ ("vis-timeline"),
                           start, edtf);
}

/* An era has a title and no more. @titled: the member that is it, an index */
static void
leave_rest_of_background (Reader *self, const DlLiteral *item, guint titled)
{
  const char *const known[] = { dl_vis_item_names[DL_VIS_ITEM_START], dl_vis_item_names[DL_VIS_ITEM_END],
                                dl_vis_item_names[DL_VIS_ITEM_TYPE], dl_vis_item_names[titled], NULL };

  dl_draft_literal_leave_rest (&self->literal, item, "background",
                               (const char *const *const[]){ known, dl_vis_item_looks, NULL });
}

/* A range of the background becomes an era. */
static void
read_background (Reader *self, const DlLiteral *item, const DlLiteral *members)
{
  static const guint names[] = { DL_VIS_ITEM_CONTENT,     DL_VIS_ITEM_TITLE, DL_VIS_ITEM_LABEL,
                                 DL_VIS_ITEM_DESCRIPTION, DL_VIS_ITEM_CLASS, DL_VIS_ITEM_ID };
  g_autofree char   *start = dl_literal_dup_date (&members[DL_VIS_ITEM_START], self->epoch);
  g_autofree char   *end = dl_literal_dup_date (&members[DL_VIS_ITEM_END], self->epoch);
  g_autofree char   *from = start != NULL ? dl_date_words_to_edtf (start, NULL, NULL, NULL) : NULL;
  g_autofree char   *to = end != NULL ? dl_date_words_to_edtf (end, NULL, NULL, NULL) : NULL;
  g_autofree char   *last =
    to != NULL && is_excluded (self, &members[DL_VIS_ITEM_END]) ? dl_edtf_before (to) : g_strdup (to);
  g_autofree char *date = from != NULL ? dl_edtf_make_interval (from, last, NULL) : NULL;
  g_autofree char *title = g_strdup ("");
  guint            titled = names[0];

  for (guint i = 0; i < G_N_ELEMENTS (names) && *title == '\0'; i++)
    {
      g_free (title);
      titled = names[i];
      title = dl_literal_dup_line (&members[titled]);
    }
  leave_rest_of_background (self, item, titled);
  if (date != NULL && *title != '\0')
    dl_draft_add_era (self->literal.draft, item->at, title, date);
  else
    dl_draft_literal_tell (&self->literal, item, g_strdup (_ ("This era lacks a title or a date and is left out.")));
}

/* Texts that a program makes only when it runs: `Sprint ${n + 1}` */
static void
tell_expressions (Reader *self, const DlLiteral *members)
{
  static const guint texts[] = { DL_VIS_ITEM_CONTENT, DL_VIS_ITEM_TITLE, DL_VIS_ITEM_LABEL, DL_VIS_ITEM_DESCRIPTION };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const DlLiteral *value = &members[texts[i]];
      g_autofree char *shown = value->kind == DL_LITERAL_OTHER ? dl_literal_dup_date (value, DL_EPOCH_NONE) : NULL;

      if (shown != NULL)
        dl_draft_literal_tell (&self->literal, value,
                               /* Translators: %s is a piece of a program, such as “name + 1”. */
                               g_strdup_printf (_ ("“%s” is known only to the program and is left out."), shown));
    }
}

static void
read_item (Reader *self, const DlLiteral *item)
{
  DlLiteral        members[DL_VIS_N_ITEM_MEMBERS];
  DlDraft         *draft = self->literal.draft;
  g_autofree char *id = NULL;
  g_autofree char *group = NULL;

  dl_literal_get_members (item, dl_vis_item_names, members);
  if (dl_literal_is (&members[DL_VIS_ITEM_TYPE], "background"))
    {
      read_background (self, item, members);
      return;
    }
  dl_draft_begin_event (draft, item->at);
  dl_vis_item_put_texts (draft, members);
  tell_expressions (self, members);
  if (!dl_draft_literal_put_dates (&self->literal, item, &members[DL_VIS_ITEM_START], &members[DL_VIS_ITEM_END],
                                   self->epoch, is_excluded (self, &members[DL_VIS_ITEM_END]), NULL))
    return;
  id = dl_literal_dup_trimmed (&members[DL_VIS_ITEM_ID]);
  group = dl_literal_dup_trimmed (&members[DL_VIS_ITEM_GROUP]);
  dl_draft_put_id (draft, id);
  dl_draft_put_topic (draft, group);
  dl_vis_item_put_addresses (&self->literal, members);
  dl_draft_literal_put_rest (&self->literal, item, NULL,
                             (const char *const *const[]){ dl_vis_item_names, dl_vis_item_looks, NULL });
  dl_draft_end_event (draft);
}

static void
read_groups (Reader *self, const DlLiteral *list, ListKind kind)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (kind != LIST_GROUPS)
    return;
  dl_literal_iter_init (&iter, list);
  while (dl_literal_iter_next (&iter, NULL, &value))
    if (is_group (&value))
      read_group (self, &value);
}

/* An item that says what all mean, in one of the passes. */
static void
weigh (Reader *self, const DlLiteral *item)
{
  if (self->n_weighed++ >= WEIGHED_ITEMS)
    return;
  if (self->pass == PASS_NUMBERS)
    count_numbers (self, item);
  else
    weigh_item (self, item);
}

static void
weigh_items (Reader *self, const DlLiteral *list, ListKind kind)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (kind != LIST_ITEMS)
    return;
  dl_literal_iter_init (&iter, list);
  while (self->n_weighed < WEIGHED_ITEMS && dl_literal_iter_next (&iter, NULL, &value))
    if (value.kind == DL_LITERAL_OBJECT)
      weigh (self, &value);
}

static void
read_items (Reader *self, const DlLiteral *list, ListKind kind)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (kind != LIST_ITEMS)
    return;
  dl_literal_iter_init (&iter, list);
  while (self->error == NULL && dl_literal_iter_next (&iter, NULL, &value))
    {
      if (!dl_input_go_on (self->input, &self->error))
        return;
      if (value.kind == DL_LITERAL_OBJECT)
        read_item (self, &value);
      else if (value.kind != DL_LITERAL_NULL)
        dl_draft_literal_tell (&self->literal, &value,
                               g_strdup (_ ("This is not an item of a timeline and is left out.")));
    }
}

/* Before a pass: what the passes before it have found. */
static void
begin_pass (Reader *self, Pass pass)
{
  self->pass = pass;
  self->n_weighed = 0;
  if (pass == PASS_ENDS && dl_vis_numbers_are_years (&self->numbers))
    {
      self->epoch = DL_EPOCH_CHRIST;
      tell_years (self);
    }
  else if (pass == PASS_ITEMS)
    {
      self->ends_are_last = dl_vis_ends_are_last (self->ends);
      tell_meaning (self);
    }
}

/* What is said of the whole, beside its lists and how it is to be shown. */
static void
read_head (Reader *self, const DlLiteral *root)
{
  static const char *const title_names[] = { "title", NULL };
  DlLiteral                title;
  DlLiteralIter            iter;
  DlLiteral                key;
  DlLiteral                value;

  if (root->kind != DL_LITERAL_OBJECT || dl_vis_is_item (root, TRUE))
    return;
  if (dl_literal_get_member (root, title_names[0], &title))
    {
      g_autofree char *line = dl_literal_dup_line (&title);

      dl_draft_set_title (self->literal.draft, line);
    }
  dl_literal_iter_init (&iter, root);
  while (dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_text (&key);
      g_autofree char *text = dl_literal_dup_trimmed (&value);

      if (text != NULL && !g_strv_contains (title_names, name) && !dl_draft_is_technical (name))
        dl_draft_leave_out (self->literal.draft, value.at, name);
    }
}

/* The groups, then what all items mean, then the items. Returns: FALSE when it is broken */
static gboolean
read_all (Reader *self, gboolean json, gboolean certain, GError **error)
{
  static const ListFunc lists[] = { read_groups, weigh_items, weigh_items, read_items };
  GArray               *literals = dl_input_get_literals (self->input);

  for (guint pass = 0; pass < G_N_ELEMENTS (lists) && self->error == NULL; pass++)
    {
      begin_pass (self, pass);
      for (guint i = 0; i < literals->len && self->error == NULL; i++)
        {
          const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;

          if (json && pass == 0 && !dl_input_check_literal (self->input, value, error))
            return FALSE;
          self->literal.root = *value;
          if (json && pass == PASS_GROUPS)
            read_head (self, value);
          walk (self, value, certain, ITEMS_DEPTH, lists[pass]);
          if (certain && pass == PASS_ITEMS && dl_vis_is_item (value, TRUE))
            read_item (self, value);
          else if (certain && lists[pass] == weigh_items && dl_vis_is_item (value, TRUE))
            weigh (self, value);
          else if (certain && pass == PASS_GROUPS && is_group (value))
            read_group (self, value);
        }
    }
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, self->error);
  return FALSE;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (DlVisEnds) ends = dl_vis_ends_new ();
  Reader                self = { .literal = { .draft = draft }, .input = input, .ends = ends };
  gboolean              json = dl_input_is_data (input);
  gboolean              certain = !json && names_vis (input);

  /* In JSON a small number may be a year; a program that has one shows 1970, unless all are years. */
  self.epoch = certain ? DL_EPOCH_ALWAYS : DL_EPOCH_MILLISECONDS;
  return read_all (&self, json, certain, error);
}

const DlFormat dl_format_vis = {
  .nick = "vis",
  .label = N_ ("vis-timeline"),
  .endings = "json js html",
  .sniff = sniff,
  .read = read_file,
};
