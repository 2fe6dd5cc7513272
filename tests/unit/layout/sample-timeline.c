/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-timeline.h"

DlInstant
sample_instant (const char *edtf)
{
  DlDate date;

  g_assert_true (dl_date_parse (edtf, -1, &date, NULL));
  dl_date_resolve (&date, NULL);
  return date.earliest_start;
}

void
sample_add_topic (DlTimelineBuilder *builder, const char *id)
{
  dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
}

void
sample_add_events (DlTimelineBuilder *builder, const SampleEvent *events, guint n_events)
{
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      guint32          topic = DL_NONE;
      DlEventRecord    record = {
           .id = id,
           .title = events[i].title != NULL ? events[i].title : id,
           .date_text = events[i].date,
           .place = DL_NONE,
           .status = (guint8) events[i].status,
           .importance = events[i].importance != 0 ? events[i].importance : DL_IMPORTANCE_UNSET,
      };

      if (events[i].topic != NULL)
        {
          if (dl_timeline_builder_find_topic (builder, events[i].topic) == DL_NONE)
            sample_add_topic (builder, events[i].topic);
          topic = dl_timeline_builder_find_topic (builder, events[i].topic);
          record.n_topics = 1;
        }
      g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, NULL, 0));
    }
}

DlTimeline *
sample_timeline_new (const SampleEvent *events, guint n_events)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  sample_add_events (builder, events, n_events);
  return dl_timeline_builder_end (builder);
}
