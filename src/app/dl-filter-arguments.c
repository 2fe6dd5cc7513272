/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dl-filter-arguments.h"

#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "model/dl-telling.h"

void
dl_filter_arguments_clear (DlFilterArguments *arguments)
{
  g_clear_pointer (&arguments->filters, g_strfreev);
}

const char *
dl_filter_arguments_find_contradiction (const DlFilterArguments *arguments)
{
  return arguments->dim && arguments->filters == NULL ? _ ("--dim needs --filter") : NULL;
}

gboolean
dl_filter_arguments_apply (const DlFilterArguments *arguments, DlLoaded *loaded, DlEventSet **shown, GError **error)
{
  g_auto (DlTelling) telling = { NULL };
  DlZone            *zone = dl_timeline_get_zone (loaded->timeline);
  DlTimeline        *told;

  if (shown != NULL)
    *shown = NULL;
  if (arguments->filters == NULL)
    return TRUE;
  telling.filter = dl_filter_new ();
  for (guint i = 0; arguments->filters[i] != NULL; i++)
    if (!dl_filter_take_argument (telling.filter, arguments->filters[i], loaded->timeline, error))
      return FALSE;
  if (arguments->dim && shown != NULL)
    {
      *shown = dl_filter_match (telling.filter, loaded->timeline);
      return TRUE;
    }
  telling.zone = zone == NULL ? NULL : dl_zone_ref (zone);
  told = dl_timeline_new_told (loaded->timeline, &telling);
  g_object_unref (loaded->timeline);
  loaded->timeline = told;
  if (dl_timeline_get_n_events (told) == 0 && shown != NULL)
    dl_command_fail (DL_EXIT_GOOD, _ ("no event matches the filter, so the picture is empty"));
  return TRUE;
}
