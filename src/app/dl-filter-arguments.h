/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loader.h"
#include "model/dl-event-set.h"

G_BEGIN_DECLS

/**
 * DlFilterArguments:
 * @filters: (nullable): as they were given, ended by %NULL
 * @dim: whether what they do not let through is dimmed, instead of left out
 *
 * The options that say which events are meant, of each command that tells of events.
 */
typedef struct
{
  char   **filters;
  gboolean dim;
} DlFilterArguments;

void dl_filter_arguments_clear (DlFilterArguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlFilterArguments, dl_filter_arguments_clear)

/* What is wrong with them, as an error message; nullable. */
const char *dl_filter_arguments_find_contradiction (const DlFilterArguments *arguments);

/**
 * dl_filter_arguments_apply:
 * @loaded: in the zone of the axis; its timeline is told without what is left out
 * @shown: (out) (transfer full) (nullable) (optional): what is not to be dimmed;
 *   %NULL: all
 *
 * Returns: FALSE where a field or a value is none; @error says what there is
 */
gboolean
dl_filter_arguments_apply (const DlFilterArguments *arguments, DlLoaded *loaded, DlEventSet **shown, GError **error);

/* The option's help, and what it takes. */
#define DL_FILTER_HELP N_ ("Only these events, such as topic=LAW,ART or status!=planned; may be repeated")
#define DL_FILTER_TAKES N_ ("FIELD=VALUE")
#define DL_DIM_HELP N_ ("Dim what does not match the filter, instead of leaving it out")

G_END_DECLS
