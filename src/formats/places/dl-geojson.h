/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Places whose features, names or geometries have a `when`: Linked Places and GeoJSON-T. */
extern const DlFormat dl_format_linkedplaces;
/* Features of a map that have dates among their properties. */
extern const DlFormat dl_format_geojson;

G_END_DECLS
