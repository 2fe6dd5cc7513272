/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-card.h"

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "time/dl-words.h"

char *
dl_card_dup_date (DlTimeline *timeline, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (timeline, position);
  /* Beside the pill with the status, "planned for" would be said twice. */
  g_autofree char *date = dl_timeline_dup_words (timeline, record->date_text, DL_WORDS_SHORT);
  const char      *place = record->place == DL_NONE ? NULL : dl_timeline_get_place (timeline, record->place)->name;
  g_autofree char *isolated = NULL;

  if (place == NULL)
    return g_steal_pointer (&date);
  isolated = dl_isolate (place);
  /* Translators: a date and a place on a card: "25 Oct 2025, Kuala Lumpur". */
  return g_strdup_printf (C_ ("date and place", "%s, %s"), date, isolated);
}

char *
dl_card_dup_quote (DlTimeline *timeline, guint position)
{
  g_autoptr (DlEventDetails) details = NULL;
  g_autofree char           *words = NULL;
  g_autofree char           *name = NULL;
  const DlQuote             *quote;
  const char                *speaker;

  if (dl_timeline_get_record (timeline, position)->n_quotes == 0)
    return NULL;
  details = dl_timeline_dup_details (timeline, position);
  if (details->quotes->len == 0)
    return NULL;
  quote = details->quotes->pdata[0];
  speaker = quote->speaker != DL_NONE ? dl_timeline_get_person (timeline, quote->speaker)->name : quote->speaker_name;
  words = dl_isolate (quote->text);
  name = speaker == NULL ? NULL : dl_isolate (speaker);
  if (name != NULL)
    /* Translators: somebody's words in quotation marks, and who that is. */
    return g_strdup_printf (C_ ("quote", "“%s” — %s"), words, name);
  /* Translators: quotation marks around somebody's words. */
  return g_strdup_printf (C_ ("quote", "“%s”"), words);
}
