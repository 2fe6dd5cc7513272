/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-problem-item.h"

#include <glib/gi18n.h>

struct _DlProblemItem
{
  GObject          parent_instance;
  GPtrArray       *problems;
  DlProblemSource  source;
  const DlProblem *problem;
  guint            number;
  guint            n;
};

G_DEFINE_FINAL_TYPE (DlProblemItem, dl_problem_item, G_TYPE_OBJECT)

static void
dl_problem_item_finalize (GObject *object)
{
  DlProblemItem *self = DL_PROBLEM_ITEM (object);

  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (dl_problem_item_parent_class)->finalize (object);
}

static void
dl_problem_item_class_init (DlProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_problem_item_finalize;
}

static void
dl_problem_item_init (DlProblemItem *self)
{
}

DlProblemItem *
dl_problem_item_new (GPtrArray *problems, DlProblemSource source, guint index, guint number, guint n)
{
  DlProblemItem *self;

  g_return_val_if_fail (index < problems->len, NULL);
  self = g_object_new (DL_TYPE_PROBLEM_ITEM, NULL);
  self->problems = g_ptr_array_ref (problems);
  self->source = source;
  self->problem = problems->pdata[index];
  self->number = number;
  self->n = n;
  return self;
}

DlProblemSource
dl_problem_item_get_source (DlProblemItem *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), DL_PROBLEMS_READ);
  return self->source;
}

const DlProblem *
dl_problem_item_get_problem (DlProblemItem *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), NULL);
  return self->problem;
}

const char *
dl_problem_item_get_kind (DlProblemItem *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), NULL);
  if (self->source == DL_PROBLEMS_UNREAD)
    return C_ ("problem in a file", "Not read");
  if (self->source == DL_PROBLEMS_LEFT_BEHIND)
    return C_ ("problem in a file", "Not carried over");
  if (self->problem->note)
    return C_ ("problem in a file", "Note");
  return self->problem->event_lost ? C_ ("problem in a file", "Event left out") : C_ ("problem in a file", "Problem");
}

char *
dl_problem_item_dup_place (DlProblemItem *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), NULL);
  return dl_problem_dup_place (self->problem);
}

char *
dl_problem_item_dup_suggestion (DlProblemItem *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), NULL);
  if (self->problem->suggestion == NULL)
    return NULL;
  /* Translators: %s is what was probably meant, as it would stand in the file. */
  return g_strdup_printf (_ ("Did you mean “%s”?"), self->problem->suggestion);
}

char *
dl_problem_item_dup_name (DlProblemItem *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), NULL);
  sentence = dl_problem_dup_sentence (self->problem);
  place = dl_problem_item_dup_place (self);
  if (place == NULL)
    /* Translators: as a screen reader says it: “Not read”, a sentence or two. */
    return g_strdup_printf (C_ ("problem in a file", "%s: %s"), dl_problem_item_get_kind (self), sentence);
  if (self->problem->title == NULL)
    /* Translators: as a screen reader says it: “Note”, a sentence or two, “line 5, column 12”. */
    return g_strdup_printf (_ ("%s: %s – %s"), dl_problem_item_get_kind (self), sentence, place);
  /* Translators: as a screen reader says it: “Note”, the title of an event, a sentence or two, “line 5, column 12”. */
  return g_strdup_printf (_ ("%s, %s: %s – %s"), dl_problem_item_get_kind (self), self->problem->title, sentence,
                          place);
}

char *
dl_problem_item_dup_number (DlProblemItem *self)
{
  g_return_val_if_fail (DL_IS_PROBLEM_ITEM (self), NULL);
  return g_strdup_printf (_ ("%'u of %'u"), self->number, self->n);
}
