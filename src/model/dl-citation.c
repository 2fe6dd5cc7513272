/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-citation.h"

#include <glib/gi18n.h>

#include "time/dl-words.h"

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, g_str_has_suffix (out->str, ".") ? " " : ". ");
  g_string_append (out, part);
}

char *
dl_citation_for_source (DlTimeline *timeline, const DlSource *source)
{
  GString         *out = g_string_new (NULL);
  g_autofree char *date = source->date == NULL ? NULL : dl_timeline_dup_words (timeline, source->date, DL_WORDS_NONE);

  append_part (out, source->author);
  append_part (out, source->title);
  append_part (out, source->publisher);
  append_part (out, date);
  append_part (out, source->url);
  return g_string_free (out, FALSE);
}

char *
dl_citation_for_event (DlEvent *event)
{
  DlTimeline          *timeline = dl_event_get_timeline (event);
  const DlEventRecord *record = dl_event_get_record (event);
  const guint32       *sources = dl_timeline_get_event_sources (timeline, dl_event_get_position (event));
  g_autofree char     *date = dl_event_dup_date_words (event, DL_WORDS_NONE);
  GString             *out = g_string_new (NULL);

  /* Translators: an event as it is cited: its title, then its date. */
  g_string_append_printf (out, C_ ("citation", "%s, %s."), record->title, date);
  for (guint i = 0; i < record->n_sources; i++)
    {
      g_autofree char *source = dl_citation_for_source (timeline, dl_timeline_get_source (timeline, sources[i]));

      g_string_append_printf (out, "\n%s", source);
    }
  return g_string_free (out, FALSE);
}

const char *
dl_quote_get_speaker_name (DlTimeline *timeline, const DlQuote *quote)
{
  const DlPerson *person;

  if (quote->speaker == DL_NONE)
    return quote->speaker_name;
  person = dl_timeline_get_person (timeline, quote->speaker);
  return person->name != NULL ? person->name : person->id;
}

char *
dl_citation_for_quote (DlEvent *event, const DlQuote *quote)
{
  DlTimeline      *timeline = dl_event_get_timeline (event);
  const char      *speaker = dl_quote_get_speaker_name (timeline, quote);
  g_autofree char *event_date = dl_event_dup_date_words (event, DL_WORDS_NONE);
  g_autofree char *quote_date =
    quote->date == NULL ? NULL : dl_timeline_dup_words (timeline, quote->date, DL_WORDS_NONE);
  const char *date = quote_date != NULL ? quote_date : event_date;
  GString    *out = g_string_new (NULL);

  g_string_append_printf (out, C_ ("quote", "“%s”"), quote->text);
  g_string_append_c (out, '\n');
  if (speaker != NULL && quote->context != NULL)
    /* Translators: under a quotation: who said it, in what context, when. */
    g_string_append_printf (out, C_ ("citation", "— %s, %s, %s"), speaker, quote->context, date);
  else if (speaker != NULL)
    /* Translators: under a quotation: who said it, when. */
    g_string_append_printf (out, C_ ("citation", "— %s, %s"), speaker, date);
  else
    /* Translators: under a quotation by nobody named: when it was said. */
    g_string_append_printf (out, C_ ("citation", "— %s"), date);
  if (quote->source != DL_NONE)
    {
      g_autofree char *source = dl_citation_for_source (timeline, dl_timeline_get_source (timeline, quote->source));

      g_string_append_printf (out, "\n%s", source);
    }
  return g_string_free (out, FALSE);
}
