/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-problem-model.h"

struct _DlProblemModel
{
  GObject    parent_instance;
  GPtrArray *sources[DL_PROBLEM_N_SOURCES]; /* each nullable */
  GArray    *indexes;                       /* of guint, in that of what was read; NULL: all of them */
};

static GType
get_item_type (GListModel *model)
{
  return DL_TYPE_PROBLEM_ITEM;
}

static guint
count (DlProblemModel *self, DlProblemSource source)
{
  if (self->sources[source] == NULL)
    return 0;
  return source == DL_PROBLEMS_READ && self->indexes != NULL ? self->indexes->len : self->sources[source]->len;
}

static guint
get_n_items (GListModel *model)
{
  guint n = 0;

  for (DlProblemSource source = 0; source < DL_PROBLEM_N_SOURCES; source++)
    n += count (DL_PROBLEM_MODEL (model), source);
  return n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DlProblemModel *self = DL_PROBLEM_MODEL (model);
  guint           index = position;

  for (DlProblemSource source = 0; source < DL_PROBLEM_N_SOURCES; source++)
    {
      guint n = count (self, source);

      if (index >= n)
        {
          index -= n;
          continue;
        }
      if (source == DL_PROBLEMS_READ && self->indexes != NULL)
        index = g_array_index (self->indexes, guint, index);
      return dl_problem_item_new (self->sources[source], source, index, position + 1, get_n_items (model));
    }
  return NULL;
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

  for (guint i = 0; i < DL_PROBLEM_N_SOURCES; i++)
    g_clear_pointer (&self->sources[i], g_ptr_array_unref);
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

static gboolean
is_wanted (DlProblemSource source, DlProblemKinds kinds)
{
  switch (kinds)
    {
    case DL_PROBLEMS_ALL:
      return TRUE;
    case DL_PROBLEMS_WITHOUT_NOTES:
      return source != DL_PROBLEMS_LEFT_BEHIND;
    case DL_PROBLEMS_NOTES:
      return source == DL_PROBLEMS_READ;
    case DL_PROBLEMS_NOT_CARRIED:
      return source == DL_PROBLEMS_LEFT_BEHIND;
    default:
      g_assert_not_reached ();
    }
}

/* Of what was read, the notes, or the others. */
static void
choose (DlProblemModel *self, gboolean notes)
{
  GPtrArray *problems = self->sources[DL_PROBLEMS_READ];

  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (((const DlProblem *) problems->pdata[i])->note == notes)
      g_array_append_val (self->indexes, i);
}

DlProblemModel *
dl_problem_model_new (GPtrArray *const sources[DL_PROBLEM_N_SOURCES], DlProblemKinds kinds)
{
  DlProblemModel *self = g_object_new (DL_TYPE_PROBLEM_MODEL, NULL);

  for (DlProblemSource source = 0; source < DL_PROBLEM_N_SOURCES; source++)
    if (sources[source] != NULL && is_wanted (source, kinds))
      self->sources[source] = g_ptr_array_ref (sources[source]);
  if (kinds == DL_PROBLEMS_WITHOUT_NOTES || kinds == DL_PROBLEMS_NOTES)
    choose (self, kinds == DL_PROBLEMS_NOTES);
  return self;
}
