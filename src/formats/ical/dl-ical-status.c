/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a calendar says of how far an event is. */
#include "formats/ical/dl-ical-status.h"

#include <glib/gi18n.h>

#include "time/dl-calendar.h"

/* Whether the event had ended when it was written. */
static gboolean
is_over (const char *stamp, const DlIcalTime *end)
{
  DlIcalTime written;
  gint64     last = dl_ical_time_to_utc (end) + (end->kind == DL_ICAL_DATE ? DL_DAY_SECONDS : 0);

  return stamp != NULL && dl_ical_time_parse (stamp, NULL, NULL, &written) && dl_ical_time_to_utc (&written) >= last;
}

void
dl_ical_put_status (DlDraft *draft, const char *value, const char *stamp, const DlIcalTime *end)
{
  static const struct
  {
    const char *name;
    DlStatus    status;
  } statuses[] = {
    { "CANCELLED", DL_STATUS_CANCELLED },  { "CANCELED", DL_STATUS_CANCELLED },   { "TENTATIVE", DL_STATUS_PLANNED },
    { "NEEDS-ACTION", DL_STATUS_PLANNED }, { "NEEDS ACTION", DL_STATUS_PLANNED }, { "DRAFT", DL_STATUS_PLANNED },
    { "IN-PROCESS", DL_STATUS_ONGOING },   { "COMPLETED", DL_STATUS_HAPPENED },
  };

  if (g_ascii_strcasecmp (value, "TENTATIVE") == 0 && is_over (stamp, end))
    {
      /* Translators: of an event that was not certain to take place; whether it did is not known. */
      dl_draft_put_summary (draft, _ ("Tentative, as the calendar has it."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (value, statuses[i].name) == 0)
      dl_draft_put_status (draft, statuses[i].status);
}
