/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"
#include "time/dl-date-words.h"

G_BEGIN_DECLS

/**
 * DlFeatureRole:
 *
 * What a property of features is to an event.
 */
typedef enum
{
  DL_FEATURE_START,
  DL_FEATURE_OTHER_START, /* where the first is not told */
  DL_FEATURE_END,
  DL_FEATURE_TIME, /* of the day that is the start */
  DL_FEATURE_END_TIME,
  DL_FEATURE_TITLE,
  DL_FEATURE_OTHER_TITLE, /* where the first is not told; it is none of those that are known */
  DL_FEATURE_DESCRIPTION,
  DL_FEATURE_PLACE,
  DL_FEATURE_TOPIC,
  DL_FEATURE_URL,
  DL_N_FEATURE_ROLES,
} DlFeatureRole;

/**
 * DlFeatureNames:
 * @names: of the property of each role; transfer full, nullable
 * @milliseconds: whether a number of the dates is so large that all count milliseconds
 * @order: of day and month, where some of the dates show it
 * @title_is_value: whether no property is a title, so that one that is a mere value is it with its name
 * @known: names of properties that have a role, or are of the map only; transfer full, nullable
 *
 * Which properties of features tell what.
 */
typedef struct
{
  char           *names[DL_N_FEATURE_ROLES];
  gboolean        milliseconds;
  DlDayMonthOrder order;
  gboolean        title_is_value;
  char          **known;
} DlFeatureNames;

void dl_feature_names_clear (DlFeatureNames *self);

/* Looks at the first features. Returns: whether any property holds dates */
gboolean dl_feature_names_find (DlFeatureNames *self, const DlLiteral *features);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlFeatureNames, dl_feature_names_clear)

G_END_DECLS
