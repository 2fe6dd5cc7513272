/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/**
 * DlSimileWiki:
 * @url: (nullable)
 * @section: (nullable)
 *
 * What makes the link to a wiki's page on an event; both are needed.
 */
typedef struct
{
  char *url;
  char *section;
} DlSimileWiki;

/**
 * DlSimileEvent:
 * @title: with markup, here and below; all but @instant are nullable
 * @rest: what SIMILE has no meaning for, a line each
 * @is_instant: an end is not where the event ends, but how far its one moment is uncertain
 *
 * An event of SIMILE, however it was written.
 */
typedef struct
{
  gsize    at;
  gsize    start_at;
  char    *start;
  char    *latest_start;
  char    *earliest_end;
  char    *end;
  char    *title;
  char    *description;
  char    *link;
  char    *image;
  char    *id;
  char    *topic;
  char    *rest;
  gboolean is_instant;
} DlSimileEvent;

void dl_simile_wiki_clear (DlSimileWiki *wiki);
void dl_simile_event_clear (DlSimileEvent *event);

/* How its events are drawn, and where. NULL-terminated */
extern const char *const dl_simile_looks[];

/* Makes an event of the draft of it. Returns: FALSE with %DL_ERROR_INVALID_DATE when its date
 * cannot be read, which is to be told */
gboolean dl_simile_event_put (const DlSimileEvent *event, const DlSimileWiki *wiki, DlDraft *draft, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlSimileEvent, dl_simile_event_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlSimileWiki, dl_simile_wiki_clear)

G_END_DECLS
