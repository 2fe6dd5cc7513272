/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader has chosen, in words that can be kept. */
#include "session/dl-session-state.h"

#include <string.h>

static const char *const states[] = {
  [DL_LANE_AUTO] = "auto",
  [DL_LANE_COLLAPSED] = "collapsed",
  [DL_LANE_EXPANDED] = "expanded",
};

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In one order, so that the same is told in the same words. */
static GVariant *
states_to_variant (const DlLaneOptions *options)
{
  guint                   n;
  g_autofree const char **keys = (const char **) g_hash_table_get_keys_as_array (options->states, &n);
  GVariantBuilder         builder;

  qsort (keys, n, sizeof *keys, compare_keys);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&builder, "{ss}", keys[i], states[dl_lane_options_get_state (options, keys[i])]);
  return g_variant_builder_end (&builder);
}

GVariant *
dl_lane_options_to_variant (const DlLaneOptions *options)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "field", "s", dl_lane_field_to_string (options->field));
  if (options->every)
    g_variant_dict_insert (&dict, "every", "b", TRUE);
  if (options->order != NULL)
    g_variant_dict_insert (&dict, "order", "^as", options->order);
  if (options->states != NULL && g_hash_table_size (options->states) > 0)
    g_variant_dict_insert_value (&dict, "states", states_to_variant (options));
  return g_variant_dict_end (&dict);
}

static void
read_states (GVariant *variant, DlLaneOptions *options)
{
  GVariantIter iter;
  const char  *key, *nick;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &nick))
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
      if (strcmp (nick, states[i]) == 0)
        dl_lane_options_set_state (options, key, (DlLaneState) i);
}

void
dl_lane_options_from_variant (GVariant *variant, DlLaneOptions *options)
{
  g_autoptr (GVariant) chosen = g_variant_lookup_value (variant, "states", G_VARIANT_TYPE ("a{ss}"));
  const char          *field;

  *options = (DlLaneOptions){ 0 };
  if (g_variant_lookup (variant, "field", "&s", &field))
    dl_lane_field_from_string (field, &options->field);
  g_variant_lookup (variant, "every", "b", &options->every);
  g_variant_lookup (variant, "order", "^as", &options->order);
  if (chosen != NULL)
    read_states (chosen, options);
}

gboolean
dl_session_state_get_lanes (GVariant *state, DlLaneOptions *options)
{
  g_autoptr (GVariant) lanes = g_variant_lookup_value (state, "lanes", G_VARIANT_TYPE_VARDICT);

  if (lanes != NULL)
    dl_lane_options_from_variant (lanes, options);
  return lanes != NULL;
}

gboolean
dl_session_state_get_zone (GVariant *state, DlZone **zone)
{
  const char *name;

  if (!g_variant_lookup (state, "zone", "&s", &name))
    return FALSE;
  /* One that this computer does not know is as the file's own. */
  *zone = name[0] == '\0' ? NULL : dl_zone_new (name, NULL);
  return TRUE;
}

DlFilter *
dl_session_state_get_filter (GVariant *state, gboolean *hides)
{
  g_autoptr (GVariant) filter = g_variant_lookup_value (state, "filter", G_VARIANT_TYPE_VARDICT);

  if (filter == NULL)
    return NULL;
  *hides = FALSE;
  g_variant_lookup (state, "filter-hides", "b", hides);
  return dl_filter_from_variant (filter);
}
