/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dl-problem-item.h"

G_BEGIN_DECLS

#define DL_TYPE_PROBLEM_MODEL (dl_problem_model_get_type ())
G_DECLARE_FINAL_TYPE (DlProblemModel, dl_problem_model, DL, PROBLEM_MODEL, GObject)

typedef enum
{
  DL_PROBLEMS_ALL,
  DL_PROBLEMS_WITHOUT_NOTES,
  DL_PROBLEMS_NOTES,
  DL_PROBLEMS_NOT_CARRIED,
} DlProblemKinds;

/* The problems of a file as a list: a GListModel of DlProblemItem, each of which is made
 * when it is asked for, so that a hundred thousand cost nothing. They are in the order of
 * their sources.
 * @sources: of DlProblem, each nullable; references are taken */
DlProblemModel *dl_problem_model_new (GPtrArray *const sources[DL_PROBLEM_N_SOURCES], DlProblemKinds kinds);

G_END_DECLS
