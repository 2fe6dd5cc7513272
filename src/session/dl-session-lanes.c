/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "layout/dl-lanes.h"
#include "session/dl-session-private.h"

const DlLaneOptions *
dl_session_get_lane_options (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return &self->lanes;
}

void
dl_session_set_lane_field (DlSession *self, DlLaneField field)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail ((guint) field < DL_N_LANE_FIELDS);
  if (self->lanes.field == field)
    return;
  self->lanes.field = field;
  g_signal_emit_by_name (self, "lanes-changed");
}

void
dl_session_set_lane_every (DlSession *self, gboolean every)
{
  g_return_if_fail (DL_IS_SESSION (self));
  every = every != FALSE;
  if (self->lanes.every == every)
    return;
  self->lanes.every = every;
  g_signal_emit_by_name (self, "lanes-changed");
}

void
dl_session_set_lane_state (DlSession *self, const char *key, DlLaneState state)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (key != NULL);
  if (dl_lane_options_get_state (&self->lanes, key) == state)
    return;
  dl_lane_options_set_state (&self->lanes, key, state);
  g_signal_emit_by_name (self, "lanes-changed");
}

void
dl_session_set_all_lane_states (DlSession *self, DlLaneState state)
{
  g_auto (GStrv) keys = NULL;
  gboolean       changed = FALSE;

  g_return_if_fail (DL_IS_SESSION (self));
  if (self->timeline == NULL)
    return;
  keys = dl_lanes_dup_keys (self->timeline, &self->lanes);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      changed |= dl_lane_options_get_state (&self->lanes, keys[i]) != state;
      dl_lane_options_set_state (&self->lanes, keys[i], state);
    }
  if (changed)
    g_signal_emit_by_name (self, "lanes-changed");
}

void
dl_session_move_lane (DlSession *self, const char *key, int by)
{
  g_auto (GStrv)           keys = NULL;
  g_autoptr (GStrvBuilder) order = NULL;
  int                      n, at, to;
  char                    *moved;

  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (key != NULL);
  if (self->timeline == NULL)
    return;
  keys = dl_lanes_dup_keys (self->timeline, &self->lanes);
  n = (int) g_strv_length (keys);
  for (at = 0; at < n && strcmp (keys[at], key) != 0; at++)
    ;
  to = CLAMP (at + by, 0, n - 1);
  if (at == n || to == at)
    return;
  moved = keys[at];
  if (to > at)
    memmove (&keys[at], &keys[at + 1], sizeof *keys * (gsize) (to - at));
  else
    memmove (&keys[to + 1], &keys[to], sizeof *keys * (gsize) (at - to));
  keys[to] = moved;

  /* What was settled for lanes that are not there now holds when they are. */
  order = g_strv_builder_new ();
  g_strv_builder_addv (order, (const char **) keys);
  for (char **old = self->lanes.order; old != NULL && *old != NULL; old++)
    if (!g_strv_contains ((const char *const *) keys, *old))
      g_strv_builder_add (order, *old);
  g_strfreev (self->lanes.order);
  self->lanes.order = g_strv_builder_end (order);
  g_signal_emit_by_name (self, "lanes-changed");
}
