/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-ways.h"

#include "formats/rows/dl-csv-format.h"
#include "formats/rows/dl-csv-straight.h"

DlLoaded *
table_read_written (GBytes *bytes)
{
  g_autoptr (DlDraft) draft = dl_draft_new ();
  g_autoptr (GError)  error = NULL;
  DlInput             input = { .name = "a table" };
  DlLoaded           *loaded = NULL;

  input.text = g_bytes_get_data (bytes, &input.length);
  if (dl_format_csv.read (&input, draft, &error))
    loaded = dl_draft_end (draft, input.text, input.length, "a table", "Table", NULL, NULL, NULL, &error);
  dl_input_clear (&input);
  return loaded;
}

DlLoaded *
table_read_straight (GBytes *bytes)
{
  g_autoptr (DlDraft) told = dl_draft_new ();
  g_autoptr (GError)  error = NULL;
  DlInput             input = { .name = "a table" };
  DlTimeline         *timeline;
  DlLoaded           *loaded = NULL;
  guint               n_events = 0;

  input.text = g_bytes_get_data (bytes, &input.length);
  timeline = dl_csv_read_straight (&input, bytes, told, &n_events, &error);
  g_assert_no_error (error);
  if (timeline != NULL)
    loaded = dl_draft_end_told (told, input.text, input.length, timeline, n_events);
  dl_input_clear (&input);
  return loaded;
}
