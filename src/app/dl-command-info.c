/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-filter-arguments.h"
#include "app/dl-json-out.h"
#include "app/dl-output.h"
#include "model/dl-digest.h"
#include "model/dl-facets.h"
#include "time/dl-words.h"

/* How many of the events each file has, and last those that are of none; but for these as
 * many as there are files, perhaps none. */
static guint *
count_files (DlTimeline *timeline)
{
  guint  n = dl_timeline_get_n_files (timeline);
  guint *counts = g_new0 (guint, n + 1);

  for (guint i = 0; n > 0 && i < dl_timeline_get_n_events (timeline); i++)
    counts[MIN (dl_timeline_get_event_file (timeline, i), n)]++;
  return counts;
}

static void
count_statuses (DlTimeline *timeline, guint counts[DL_N_STATUSES])
{
  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    counts[dl_timeline_get_record (timeline, i)->status]++;
}

/* How many of each a timeline has; where events are left out, that the others have. */
typedef struct
{
  guint people;
  guint places;
  guint topics;
  guint sources;
} Values;

static guint
count_used (DlFacets *facets, DlFilterField field)
{
  guint n = 0;

  for (guint i = 0; i < dl_facets_get_n (facets, field); i++)
    n += dl_facets_get (facets, field, i)->index != DL_NONE;
  return n;
}

/* Named or quoted. */
static guint
count_used_people (DlFacets *facets, guint n_people)
{
  static const DlFilterField fields[] = { DL_FILTER_PERSON, DL_FILTER_SPEAKER };
  g_autofree gboolean       *used = g_new0 (gboolean, MAX (n_people, 1));
  guint                      n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    for (guint j = 0; j < dl_facets_get_n (facets, fields[i]); j++)
      {
        guint index = dl_facets_get (facets, fields[i], j)->index;

        if (index == DL_NONE || used[index])
          continue;
        used[index] = TRUE;
        n++;
      }
  return n;
}

static Values
count_values (DlTimeline *timeline, gboolean filtered)
{
  guint                n_people = dl_timeline_get_n_people (timeline);
  g_autoptr (DlFacets) facets = NULL;

  if (!filtered)
    return (Values){ n_people, dl_timeline_get_n_places (timeline), dl_timeline_get_n_topics (timeline),
                     dl_timeline_get_n_sources (timeline) };
  facets = dl_facets_new (timeline, NULL);
  return (Values){ count_used_people (facets, n_people), count_used (facets, DL_FILTER_PLACE),
                   count_used (facets, DL_FILTER_TOPIC), count_used (facets, DL_FILTER_SOURCE) };
}

static void
add_files (JsonBuilder *builder, DlTimeline *timeline)
{
  g_autofree guint *counts = count_files (timeline);

  if (dl_timeline_get_n_files (timeline) == 0)
    return;
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dl_timeline_get_n_files (timeline); i++)
    {
      json_builder_begin_object (builder);
      dl_json_add_string (builder, "id", dl_timeline_get_file (timeline, i)->id);
      dl_json_add_string (builder, "title", dl_timeline_get_file (timeline, i)->name);
      dl_json_add_int (builder, "events", counts[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (DlLoaded *loaded, gboolean filtered)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  DlTimeline             *timeline = loaded->timeline;
  Values                  values = count_values (timeline, filtered);
  guint                   statuses[DL_N_STATUSES] = { 0 };
  guint                   n_notes;
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
  add_files (builder, timeline);
  dl_json_add_int (builder, "events", dl_timeline_get_n_events (timeline));
  if (filtered)
    dl_json_add_int (builder, "eventsInAll", dl_timeline_get_n_whole (timeline));
  dl_json_add_int (builder, "quotes", dl_timeline_get_n_quotes (timeline));
  dl_json_add_int (builder, "people", values.people);
  dl_json_add_int (builder, "places", values.places);
  dl_json_add_int (builder, "topics", values.topics);
  dl_json_add_int (builder, "sources", values.sources);
  dl_json_add_int (builder, "eras", dl_timeline_get_n_eras (timeline));
  dl_json_add_int (builder, "problems", dl_problem_count (loaded->problems, &n_notes));
  dl_json_add_int (builder, "notes", n_notes);
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
print_text (DlLoaded *loaded, gboolean filtered)
{
  DlTimeline       *timeline = loaded->timeline;
  Values            values = count_values (timeline, filtered);
  guint             statuses[DL_N_STATUSES] = { 0 };
  g_autofree guint *files = count_files (timeline);
  guint             n_problems;
  guint             n_notes;

  if (dl_timeline_get_title (timeline) != NULL)
    dl_print_line ("%s", dl_timeline_get_title (timeline));
  if (filtered)
    /* Translators: how many events match the filter, and how many there are. */
    dl_print_line (_ ("events: %u of %u"), dl_timeline_get_n_events (timeline), dl_timeline_get_n_whole (timeline));
  else
    print_count (_ ("events"), dl_timeline_get_n_events (timeline));
  for (guint i = 0; i < dl_timeline_get_n_files (timeline); i++)
    dl_print_line ("  %s: %u", dl_timeline_get_file (timeline, i)->name, files[i]);
  count_statuses (timeline, statuses);
  for (guint i = 0; i < DL_N_STATUSES; i++)
    if (statuses[i] > 0)
      dl_print_line ("  %s: %u", dl_status_get_label ((DlStatus) i), statuses[i]);
  print_count (_ ("quotes"), dl_timeline_get_n_quotes (timeline));
  print_count (_ ("people"), values.people);
  print_count (_ ("places"), values.places);
  print_count (_ ("topics"), values.topics);
  print_count (_ ("sources"), values.sources);
  print_count (_ ("eras"), dl_timeline_get_n_eras (timeline));
  print_extent (timeline);
  dl_print_line ("%s: %s", _ ("time zone of the axis"), dl_zone_get_name (dl_timeline_get_zone (timeline)));
  if (dl_timeline_get_as_of_text (timeline) != NULL)
    dl_print_line ("%s: %s", _ ("told as of"), dl_timeline_get_as_of_text (timeline));
  n_problems = dl_problem_count (loaded->problems, &n_notes);
  if (n_problems > 0)
    print_count (_ ("problems (see “dateline check”)"), n_problems);
  if (n_notes > 0)
    print_count (_ ("notes (see “dateline check”)"), n_notes);
}

int
dl_command_info (int argc, char **argv)
{
  g_autoptr (DlLoaded)       loaded = NULL;
  g_autoptr (GError)         error = NULL;
  g_auto (DlFilterArguments) filter = { NULL };
  gboolean                   json = FALSE;
  int                        code;
  const GOptionEntry         entries[] = {
            { "filter", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &filter.filters, DL_FILTER_HELP, DL_FILTER_TAKES },
            { NULL },
  };

  if (!dl_command_parse_files (&argc, &argv, entries,
                               _ ("Counts what timeline files hold together, and says which time they span."), &json,
                               &code))
    return code;
  loaded = dl_command_load_files (argc - 1, argv + 1, &error);
  if (loaded == NULL)
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  if (!dl_filter_arguments_apply (&filter, loaded, NULL, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  if (json)
    print_json (loaded, filter.filters != NULL);
  else
    print_text (loaded, filter.filters != NULL);
  return dl_command_get_code (loaded);
}
