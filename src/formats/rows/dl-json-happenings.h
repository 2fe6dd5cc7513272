/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/**
 * dl_json_is_happenings:
 * @object: what it stands in
 * @key: what it is called
 * @dated: whether there is a date for it elsewhere than in @object
 * @of_several: @object is one of several alike
 *
 * Whether a list tells what happened on the date of the object that it stands in: its elements have words, and no
 * dates of their own. What a single event has of its own, such as its pictures, its sources or those who were
 * there, is none.
 */
gboolean dl_json_is_happenings (const DlLiteral *object,
                                const DlLiteral *key,
                                const DlLiteral *list,
                                gboolean         dated,
                                gboolean         of_several);

G_END_DECLS
