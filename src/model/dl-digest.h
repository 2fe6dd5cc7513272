/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* More people than these are not what a timeline is about. */
#define DL_DIGEST_PEOPLE 5

/**
 * DlDigest:
 * @first: position of the event that begins first of those that have a
 *   beginning, or %DL_NONE
 * @last: of the one that ends last, or %DL_NONE
 * @people: indexes of the people that most events name, those with the most
 *   events first, of equals in the order of the file
 * @n_people: how many of them there are
 *
 * What is told of a timeline as a whole, that takes a look at all its events.
 */
typedef struct
{
  guint32 first;
  guint32 last;
  guint32 people[DL_DIGEST_PEOPLE];
  guint   n_people;
} DlDigest;

/* Thread safe. */
void dl_digest_init (DlDigest *self, DlTimeline *timeline);

/* From the start of the first event to the end of the last, as finely as these
 * are known: "26 December 2012 – 30 October 2025", "44 BC".
 * Returns: (transfer full) (nullable): %NULL where nothing has bounds */
char *dl_digest_dup_span (const DlDigest *self, DlTimeline *timeline);

G_END_DECLS
