/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-records.h"

#include <glib/gi18n.h>

static const struct
{
  const char *nick;
  const char *label;
} statuses[DL_N_STATUSES] = {
  [DL_STATUS_HAPPENED] = { "happened", NC_ ("status", "Happened") },
  [DL_STATUS_ONGOING] = { "ongoing", NC_ ("status", "Ongoing") },
  [DL_STATUS_PLANNED] = { "planned", NC_ ("status", "Planned") },
  [DL_STATUS_POSTPONED] = { "postponed", NC_ ("status", "Postponed") },
  [DL_STATUS_CANCELLED] = { "cancelled", NC_ ("status", "Cancelled") },
  [DL_STATUS_DISPUTED] = { "disputed", NC_ ("status", "Disputed") },
};

/* Translators: each is followed by a link with the title of another event.
 * The second of a pair is the same relation, told from the other event. */
static const struct
{
  const char *nick;
  const char *label;
  const char *inverse;
} relation_types[DL_N_RELATION_TYPES] = {
  [DL_RELATION_LEADS_TO] = { "leads-to", NC_ ("relation", "leads to"), NC_ ("relation", "follows from") },
  [DL_RELATION_PART_OF] = { "part-of", NC_ ("relation", "part of"), NC_ ("relation", "includes") },
  [DL_RELATION_RESPONDS_TO] = { "responds-to", NC_ ("relation", "responds to"), NC_ ("relation", "answered by") },
  [DL_RELATION_CONTRADICTS] = { "contradicts", NC_ ("relation", "contradicts"), NC_ ("relation", "contradicted by") },
  [DL_RELATION_SEE_ALSO] = { "see-also", NC_ ("relation", "see also"), NC_ ("relation", "see also") },
};

const char *
dl_status_to_string (DlStatus status)
{
  g_return_val_if_fail ((guint) status < DL_N_STATUSES, NULL);
  return statuses[status].nick;
}

gboolean
dl_status_from_string (const char *nick, DlStatus *status)
{
  for (guint i = 0; i < DL_N_STATUSES; i++)
    if (g_strcmp0 (nick, statuses[i].nick) == 0)
      {
        *status = (DlStatus) i;
        return TRUE;
      }
  return FALSE;
}

const char *
dl_status_get_label (DlStatus status)
{
  g_return_val_if_fail ((guint) status < DL_N_STATUSES, NULL);
  return g_dpgettext2 (NULL, "status", statuses[status].label);
}

const char *
dl_relation_type_to_string (DlRelationType type)
{
  g_return_val_if_fail ((guint) type < DL_N_RELATION_TYPES, NULL);
  return relation_types[type].nick;
}

gboolean
dl_relation_type_from_string (const char *nick, DlRelationType *type)
{
  for (guint i = 0; i < DL_N_RELATION_TYPES; i++)
    if (g_strcmp0 (nick, relation_types[i].nick) == 0)
      {
        *type = (DlRelationType) i;
        return TRUE;
      }
  return FALSE;
}

const char *
dl_relation_type_get_label (DlRelationType type, gboolean inverse)
{
  g_return_val_if_fail ((guint) type < DL_N_RELATION_TYPES, NULL);
  return g_dpgettext2 (NULL, "relation", inverse ? relation_types[type].inverse : relation_types[type].label);
}

const char *
dl_hue_to_string (guint hue)
{
  static const char *const names[DL_N_HUES] = { "blue", "orange", "purple", "red", "green", "teal", "pink", "brown" };

  g_return_val_if_fail (hue < DL_N_HUES, NULL);
  return names[hue];
}

static void
clear_relation (gpointer data)
{
  DlRelation *relation = data;

  g_clear_pointer (&relation->event, g_free);
}

DlEventDetails *
dl_event_details_new (void)
{
  DlEventDetails *details = g_new0 (DlEventDetails, 1);

  details->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_quote_free);
  details->related = g_array_new (FALSE, TRUE, sizeof (DlRelation));
  g_array_set_clear_func (details->related, clear_relation);
  return details;
}

void
dl_event_details_free (DlEventDetails *details)
{
  if (details == NULL)
    return;
  g_free (details->summary);
  g_free (details->date_note);
  g_ptr_array_unref (details->quotes);
  g_array_unref (details->related);
  g_free (details);
}

void
dl_quote_free (DlQuote *quote)
{
  if (quote == NULL)
    return;
  g_free (quote->text);
  g_free (quote->speaker_name);
  g_free (quote->language);
  g_free (quote->date);
  g_free (quote->context);
  g_free (quote);
}
