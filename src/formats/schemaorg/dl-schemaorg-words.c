/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What schema.org calls events, and the states that they are in. */
#include "formats/schemaorg/dl-schemaorg-words.h"

#include <string.h>

const char *
dl_schemaorg_get_word (const char *text)
{
  const char *word = text + strlen (text);

  while (word > text && strchr ("/:#", word[-1]) == NULL)
    word--;
  return word;
}

gboolean
dl_schemaorg_is_event (const char *word)
{
  return g_str_has_suffix (word, "Event") || strcmp (word, "Festival") == 0 || strcmp (word, "Hackathon") == 0 ||
         strcmp (word, "CourseInstance") == 0 || strcmp (word, "EventSeries") == 0;
}

void
dl_schemaorg_put_type (DlDraft *draft, const char *word)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize               n = strlen (word) - (g_str_has_suffix (word, "Event") ? strlen ("Event") : 0);

  for (const char *at = word; at < word + n; at++)
    {
      if (at > word && g_ascii_isupper (*at))
        g_string_append_c (words, ' ');
      g_string_append_c (words, at > word ? g_ascii_tolower (*at) : *at);
    }
  dl_draft_put_topic (draft, words->str);
}

gboolean
dl_schemaorg_put_status (DlDraft *draft, const char *word)
{
  static const struct
  {
    const char *word;
    DlStatus    status;
  } words[] = {
    { "EventCancelled", DL_STATUS_CANCELLED }, { "EventCanceled", DL_STATUS_CANCELLED },
    { "Cancelled", DL_STATUS_CANCELLED },      { "Canceled", DL_STATUS_CANCELLED },
    { "EventPostponed", DL_STATUS_POSTPONED }, { "Postponed", DL_STATUS_POSTPONED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i].word) == 0)
      {
        dl_draft_put_status (draft, words[i].status);
        return TRUE;
      }
  return *word == '\0' || g_ascii_strcasecmp (word, "EventScheduled") == 0 ||
         g_ascii_strcasecmp (word, "Scheduled") == 0;
}

void
dl_schemaorg_put_person (DlDraft *draft, const char *name, const char *role)
{
  if (*name == '\0')
    return;
  dl_draft_add_person (draft, name, name, role);
  dl_draft_put_person (draft, name);
}
