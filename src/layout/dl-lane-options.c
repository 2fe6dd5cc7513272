/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lane-options.h"

#include <string.h>

static const char *const nicks[DL_N_LANE_FIELDS] = {
  [DL_LANES_BY_TOPIC] = "topic",   [DL_LANES_BY_PERSON] = "person", [DL_LANES_BY_PLACE] = "place",
  [DL_LANES_BY_STATUS] = "status", [DL_LANES_BY_SOURCE] = "source", [DL_LANES_BY_SPEAKER] = "speaker",
  [DL_LANES_BY_FILE] = "file",     [DL_LANES_NONE] = "none",
};

const char *
dl_lane_field_to_string (DlLaneField field)
{
  g_return_val_if_fail ((guint) field < DL_N_LANE_FIELDS, NULL);
  return nicks[field];
}

gboolean
dl_lane_field_from_string (const char *nick, DlLaneField *field)
{
  for (guint i = 0; i < DL_N_LANE_FIELDS; i++)
    if (strcmp (nick, nicks[i]) == 0)
      {
        *field = (DlLaneField) i;
        return TRUE;
      }
  return FALSE;
}

void
dl_lane_options_copy (const DlLaneOptions *from, DlLaneOptions *to)
{
  GHashTableIter iter;
  gpointer       key, state;

  *to = (DlLaneOptions){ 0 };
  if (from == NULL)
    return;
  to->field = from->field;
  to->every = from->every;
  to->order = g_strdupv (from->order);
  if (from->states == NULL)
    return;
  g_hash_table_iter_init (&iter, from->states);
  while (g_hash_table_iter_next (&iter, &key, &state))
    dl_lane_options_set_state (to, key, (DlLaneState) GPOINTER_TO_INT (state));
}

void
dl_lane_options_clear (DlLaneOptions *options)
{
  g_clear_pointer (&options->order, g_strfreev);
  g_clear_pointer (&options->states, g_hash_table_unref);
  *options = (DlLaneOptions){ 0 };
}

static guint
n_states (const DlLaneOptions *options)
{
  return options->states == NULL ? 0 : g_hash_table_size (options->states);
}

gboolean
dl_lane_options_equal (const DlLaneOptions *a, const DlLaneOptions *b)
{
  static const char *const nothing[] = { NULL };
  const char *const       *left = a->order != NULL ? (const char *const *) a->order : nothing;
  const char *const       *right = b->order != NULL ? (const char *const *) b->order : nothing;
  GHashTableIter           iter;
  gpointer                 key, state;

  if (a->field != b->field || !a->every != !b->every || n_states (a) != n_states (b) || !g_strv_equal (left, right))
    return FALSE;
  if (n_states (a) == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, a->states);
  while (g_hash_table_iter_next (&iter, &key, &state))
    if (dl_lane_options_get_state (b, key) != (DlLaneState) GPOINTER_TO_INT (state))
      return FALSE;
  return TRUE;
}

DlLaneState
dl_lane_options_get_state (const DlLaneOptions *options, const char *key)
{
  return options->states == NULL ? DL_LANE_AUTO
                                 : (DlLaneState) GPOINTER_TO_INT (g_hash_table_lookup (options->states, key));
}

void
dl_lane_options_set_state (DlLaneOptions *options, const char *key, DlLaneState state)
{
  if (state == DL_LANE_AUTO)
    {
      if (options->states != NULL)
        g_hash_table_remove (options->states, key);
      return;
    }
  if (options->states == NULL)
    options->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_replace (options->states, g_strdup (key), GINT_TO_POINTER (state));
}
