/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of features says of the whole. */
#include <glib/gi18n.h>

#include "formats/draft/dl-draft-rest.h"
#include "formats/places/dl-features.h"

/* Of two titles of the whole, the one that is not read. */
static void
leave_title (DlDraftLiteral *self, const DlLiteral *other, const char *name, const char *title)
{
  g_autofree char *line = dl_literal_dup_line (other);

  if (*line != '\0' && g_strcmp0 (line, title) != 0)
    dl_draft_leave_out (self->draft, other->at, name);
}

/* What a collection has but its features. */
static const char *const collection_names[] = {
  "type", "features", "title", "name", "description", "metadata", "bbox", "crs", "xy_coordinate_resolution",
  /* As servers of maps have it. */
  "fields", "fieldAliases", "spatialReference", "geometryType", "objectIdFieldName", "globalIdFieldName",
  "displayFieldName", "numberMatched", "numberReturned", "totalFeatures", "timeStamp", "links", NULL
};

void
dl_features_read_head (DlDraftLiteral *self)
{
  static const char *const names[] = { "title", "name", "description", "features", "metadata", NULL };
  static const char *const title_names[] = { "title", NULL };
  DlLiteral                served = { NULL };
  const DlLiteral         *root = &self->root;
  DlLiteral                members[5];
  g_autofree char         *title = NULL;
  g_autofree char         *description = NULL;

  dl_literal_get_members (root, names, members);
  if (members[3].kind != DL_LITERAL_LIST)
    return;
  /* Services say it of what they found. */
  if (members[4].kind == DL_LITERAL_OBJECT)
    dl_literal_get_members (&members[4], title_names, &served);
  if (members[0].kind == DL_LITERAL_NOTHING)
    members[0] = served;
  title = dl_literal_dup_line (&members[members[0].kind != DL_LITERAL_NOTHING ? 0 : 1]);
  leave_title (self, &members[1], names[1], title);
  leave_title (self, &served, "metadata.title", title);
  description = dl_literal_dup_words (&members[2]);
  dl_draft_set_title (self->draft, title);
  dl_draft_set_description (self->draft, description);
  dl_draft_literal_leave_rest (self, root, NULL, (const char *const *const[]){ collection_names, NULL });
  dl_draft_literal_leave_rest (self, &members[4], names[4], (const char *const *const[]){ title_names, NULL });
}

void
dl_features_tell_shapes (DlDraft *draft, const DlLiteral *geometry, gboolean *told)
{
  if (*told || geometry->kind == DL_LITERAL_NOTHING)
    return;
  *told = TRUE;
  dl_draft_tell_note (draft, geometry->at, g_strdup (""),
                      g_strdup (_ ("Of the map, the shapes and points are left out.")));
}
