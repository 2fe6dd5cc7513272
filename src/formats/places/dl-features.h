/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft-literal.h"
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

/* Tells once of a file that it has shapes, for which a timeline has no place. @geometry: of a feature, if it has
 * any; @told: (inout): whether that was told */
void dl_features_tell_shapes (DlDraft *draft, const DlLiteral *geometry, gboolean *told);

/* The list of features of a file of GeoJSON, or of what a server of maps gives; or its only one. Those that
 * stand one after the other, a line each, are a list, too. @draft: (nullable): where it is told what of
 * these is not whole */
gboolean dl_features_find (DlInput *input, DlDraft *draft, DlLiteral *features);

/* All of them: a program may have several collections, or a list of them.
 * @draft: as of dl_features_find(); Returns: (transfer full): of #DlLiteral */
GArray *dl_features_find_all (DlInput *input, DlDraft *draft);

/* The properties of one. Returns: FALSE when it has none */
gboolean dl_feature_get_properties (const DlLiteral *feature, DlLiteral *properties);

/* Looks at the first features. Returns: whether any property holds dates */
gboolean dl_feature_names_find (DlFeatureNames *self, const DlLiteral *features);

/* Puts the title and the description of a collection, and tells what else it says; does nothing where the root is
 * none. */
void dl_features_read_head (DlDraftLiteral *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlFeatureNames, dl_feature_names_clear)

G_END_DECLS
