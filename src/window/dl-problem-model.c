/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-problem-model.h"

struct _DlProblemModel
{
  GObject    parent_instance;
  GPtrArray *problems; /* nullable */
  GArray    *indexes;  /* of guint; NULL: all of them */
};

static GType
get_item_type (GListModel *model)
{
  return DL_TYPE_PROBLEM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  DlProblemModel *self = DL_PROBLEM_MODEL (model);

  if (self->problems == NULL)
    return 0;
  return self->indexes != NULL ? self->indexes->len : self->problems->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DlProblemModel *self = DL_PROBLEM_MODEL (model);
  guint           n = get_n_items (model);

  if (position >= n)
    return NULL;
  return dl_problem_item_new (
    self->problems, self->indexes != NULL ? g_array_index (self->indexes, guint, position) : position, position + 1, n);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DlProblemModel,
                               dl_problem_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
dl_problem_model_finalize (GObject *object)
{
  DlProblemModel *self = DL_PROBLEM_MODEL (object);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_array_unref);

  G_OBJECT_CLASS (dl_problem_model_parent_class)->finalize (object);
}

static void
dl_problem_model_class_init (DlProblemModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_problem_model_finalize;
}

static void
dl_problem_model_init (DlProblemModel *self)
{
}

DlProblemModel *
dl_problem_model_new (GPtrArray *problems, DlProblemKinds kinds)
{
  DlProblemModel *self = g_object_new (DL_TYPE_PROBLEM_MODEL, NULL);

  if (problems == NULL)
    return self;
  self->problems = g_ptr_array_ref (problems);
  if (kinds == DL_PROBLEMS_ALL)
    return self;
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < problems->len; i++)
    if (((const DlProblem *) problems->pdata[i])->note == (kinds == DL_PROBLEMS_NOTES))
      g_array_append_val (self->indexes, i);
  return self;
}
