/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-batch.h"

/* About what the relations of a batch need. */
#define STRINGS_SIZE 4096

DlEventBatch *
dl_event_batch_new (void)
{
  DlEventBatch *batch = g_new0 (DlEventBatch, 1);

  batch->events = g_array_new (FALSE, FALSE, sizeof (DlReadEvent));
  batch->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
  batch->related = g_array_new (FALSE, FALSE, sizeof (DlReadRelation));
  batch->strings = g_string_chunk_new (STRINGS_SIZE);
  batch->problems = dl_problem_list_new ();
  return batch;
}

void
dl_event_batch_free (DlEventBatch *batch)
{
  if (batch == NULL)
    return;
  g_array_unref (batch->events);
  g_array_unref (batch->refs);
  g_array_unref (batch->related);
  g_string_chunk_free (batch->strings);
  dl_problem_list_free (batch->problems);
  g_free (batch);
}

void
dl_event_batch_clear (DlEventBatch *batch)
{
  g_array_set_size (batch->events, 0);
  g_array_set_size (batch->refs, 0);
  g_array_set_size (batch->related, 0);
  g_string_chunk_clear (batch->strings);
  batch->n_lost = 0;
}
