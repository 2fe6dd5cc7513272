/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

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

/* Puts the title and the description of a collection, and tells what else it says; does nothing where the root is
 * none. */
void dl_features_read_head (DlDraftLiteral *self);

G_END_DECLS
