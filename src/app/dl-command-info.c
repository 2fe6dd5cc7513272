/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-json-out.h"
#include "app/dl-output.h"
#include "model/dl-digest.h"
#include "time/dl-words.h"

static void
count_statuses (DlTimeline *timeline, guint counts[DL_N_STATUSES])
{
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    counts[dl_timeline_get_record (timeline, i)->status]++;
}

static void
print_json (DlLoaded *loaded)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  DlTimeline             *timeline = loaded->timeline;
  guint                   statuses[DL_N_STATUSES] = { 0 };
  DlInstant               from = DL_INSTANT_MIN;
  DlInstant               to = DL_INSTANT_MAX;
  g_autofree char        *from_text = NULL;
  g_autofree char        *to_text = NULL;

  count_statuses (timeline, statuses);
  dl_timeline_get_extent (timeline, &from, &to);
  from_text = dl_instant_to_iso8601 (from);
  to_text = dl_instant_to_iso8601 (to);
  json_builder_begin_object (builder);
  dl_json_add_string (builder, "title", dl_timeline_get_title (timeline));
  dl_json_add_string (builder, "language", dl_timeline_get_language (timeline));
  dl_json_add_string (builder, "timezone", dl_zone_get_name (dl_timeline_get_zone (timeline)));
  dl_json_add_string (builder, "asOf", dl_timeline_get_as_of_text (timeline));
  dl_json_add_int (builder, "events", dl_timeline_get_n_events (timeline));
  dl_json_add_int (builder, "quotes", dl_timeline_get_n_quotes (timeline));
  dl_json_add_int (builder, "people", dl_timeline_get_n_people (timeline));
  dl_json_add_int (builder, "places", dl_timeline_get_n_places (timeline));
  dl_json_add_int (builder, "topics", dl_timeline_get_n_topics (timeline));
  dl_json_add_int (builder, "sources", dl_timeline_get_n_sources (timeline));
  dl_json_add_int (builder, "eras", dl_timeline_get_n_eras (timeline));
  dl_json_add_int (builder, "problems", loaded->problems->len);
  json_builder_set_member_name (builder, "statuses");
  json_builder_begin_object (builder);
  for (guint i = 0; i < DL_N_STATUSES; i++)
    dl_json_add_int (builder, dl_status_to_string ((DlStatus) i), statuses[i]);
  json_builder_end_object (builder);
  dl_json_add_string (builder, "from", from_text);
  dl_json_add_string (builder, "to", to_text);
  json_builder_end_object (builder);
  dl_json_print (builder);
}

static void
print_count (const char *label, guint count)
{
  dl_print_line ("%s: %u", label, count);
}

/* In the words of the events themselves, so that nothing is more exact than
 * the file says. */
static void
print_extent (DlTimeline *timeline)
{
  DlDigest digest;

  dl_digest_init (&digest, timeline);
  if (digest.first != DL_NONE)
    {
      g_autofree char *words = dl_timeline_dup_date_words (timeline, digest.first, DL_WORDS_NONE);

      dl_print_line ("%s: %s", _ ("begins first"), words);
    }
  if (digest.last != DL_NONE)
    {
      g_autofree char *words = dl_timeline_dup_date_words (timeline, digest.last, DL_WORDS_NONE);

      dl_print_line ("%s: %s", _ ("ends last"), words);
    }
}

static void
print_text (DlLoaded *loaded)
{
  DlTimeline *timeline = loaded->timeline;
  guint       statuses[DL_N_STATUSES] = { 0 };

  if (dl_timeline_get_title (timeline) != NULL)
    dl_print_line ("%s", dl_timeline_get_title (timeline));
  print_count (_ ("events"), dl_timeline_get_n_events (timeline));
  count_statuses (timeline, statuses);
  for (guint i = 0; i < DL_N_STATUSES; i++)
    if (statuses[i] > 0)
      dl_print_line ("  %s: %u", dl_status_get_label ((DlStatus) i), statuses[i]);
  print_count (_ ("quotes"), dl_timeline_get_n_quotes (timeline));
  print_count (_ ("people"), dl_timeline_get_n_people (timeline));
  print_count (_ ("places"), dl_timeline_get_n_places (timeline));
  print_count (_ ("topics"), dl_timeline_get_n_topics (timeline));
  print_count (_ ("sources"), dl_timeline_get_n_sources (timeline));
  print_count (_ ("eras"), dl_timeline_get_n_eras (timeline));
  print_extent (timeline);
  dl_print_line ("%s: %s", _ ("time zone of the axis"), dl_zone_get_name (dl_timeline_get_zone (timeline)));
  if (dl_timeline_get_as_of_text (timeline) != NULL)
    dl_print_line ("%s: %s", _ ("told as of"), dl_timeline_get_as_of_text (timeline));
  if (loaded->problems->len > 0)
    print_count (_ ("problems (see “dateline check”)"), loaded->problems->len);
}

int
dl_command_info (int argc, char **argv)
{
  g_autoptr (DlLoaded) loaded = NULL;
  g_autoptr (GError)   error = NULL;
  gboolean             json = FALSE;
  int                  code;

  if (!dl_command_parse_file (&argc, &argv, _ ("Counts what a timeline file holds, and says which time it spans."),
                              &json, &code))
    return code;
  loaded = dl_command_load (argv[1], &error);
  if (loaded == NULL)
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  if (json)
    print_json (loaded);
  else
    print_text (loaded);
  return DL_EXIT_GOOD;
}
