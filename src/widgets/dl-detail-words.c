/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-detail-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "base/dl-link.h"
#include "model/dl-citation.h"
#include "time/dl-date-words.h"
#include "time/dl-words.h"

char *
dl_detail_escape (const char *text)
{
  g_autofree char *isolated = dl_isolate (text);

  return g_markup_escape_text (isolated, -1);
}

char *
dl_detail_event_link (DlTimeline *timeline, guint position)
{
  g_autofree char *title = dl_detail_escape (dl_timeline_get_record (timeline, position)->title);

  return g_strdup_printf ("<a href=\"" DL_EVENT_LINK "%u\">%s</a>", position, title);
}

char *
dl_detail_describe_certainty (DlTimeline *timeline, const DlDate *date)
{
  static const struct
  {
    DlPrecision precision;
    const char *words;
  } precisions[] = {
    { DL_PRECISION_FRACTION, N_ ("Known to a fraction of a second") },
    { DL_PRECISION_SECOND, N_ ("Known to the second") },
    { DL_PRECISION_MINUTE, N_ ("Known to the minute") },
    { DL_PRECISION_HOUR, N_ ("Known to the hour") },
    { DL_PRECISION_DAY, N_ ("Known to the day") },
    { DL_PRECISION_MONTH, N_ ("Known to the month") },
    { DL_PRECISION_SEASON, N_ ("Known to the season") },
    { DL_PRECISION_QUARTER, N_ ("Known to the quarter") },
    { DL_PRECISION_YEAR, N_ ("Known to the year") },
    { DL_PRECISION_DECADE, N_ ("Known to the decade") },
    { DL_PRECISION_CENTURY, N_ ("Known to the century") },
  };

  if (date->flags & (DL_DATE_APPROXIMATE | DL_DATE_SET_ONE) && (date->flags & DL_DATE_INTERVAL) == 0 &&
      dl_instant_is_finite (date->earliest_start) && dl_instant_is_finite (date->latest_end))
    {
      DlUnit           unit = date->start_precision <= DL_PRECISION_HOUR       ? DL_UNIT_MINUTE
                              : date->start_precision == DL_PRECISION_DAY      ? DL_UNIT_DAY
                              : date->start_precision <= DL_PRECISION_SEMESTER ? DL_UNIT_MONTH
                                                                               : DL_UNIT_YEAR;
      DlZone          *zone = dl_timeline_get_zone (timeline);
      g_autofree char *first = dl_words_instant (date->earliest_start, unit, zone);
      g_autofree char *last = dl_words_instant (dl_instant_add (date->latest_end, -1), unit, zone);

      /* Translators: a date of which no more is known than the first and the last day, month or year that it
       * may be. */
      if ((date->flags & DL_DATE_APPROXIMATE) == 0 && strcmp (first, last) != 0)
        return g_strdup_printf (_ ("Not known more exactly than from %s to %s"), first, last);
      /* Translators: of “around 1503”, for which nobody says how much earlier or later it may be: the
       * first and the last day, month or year over which it is drawn, by how exactly it is written. */
      if ((date->flags & DL_DATE_APPROXIMATE) != 0)
        return g_strdup_printf (_ ("Approximate: drawn from %s to %s, with Dateline’s own margin"), first, last);
    }
  if (date->flags & DL_DATE_APPROXIMATE)
    return g_strdup (_ ("Approximate"));
  if (date->flags & DL_DATE_UNCERTAIN)
    return g_strdup (_ ("The date is uncertain"));
  if (date->flags &
      (DL_DATE_OPEN_END | DL_DATE_UNKNOWN_END | DL_DATE_OPEN_START | DL_DATE_UNKNOWN_START | DL_DATE_UNSPECIFIED))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    if (precisions[i].precision == date->start_precision && date->start_precision == date->end_precision)
      return g_strdup (_ (precisions[i].words));
  return NULL;
}

char *
dl_detail_describe_note (const char *note, const char *edtf)
{
  if (!dl_date_words_mean (note, edtf))
    return g_strdup (note);
  /* Translators: a date in the words of the file: “As written: late 5th century – 511”. */
  return g_strdup_printf (_ ("As written: %s"), note);
}

char *
dl_detail_quote_byline (DlTimeline *timeline, const DlQuote *quote)
{
  const char      *speaker = dl_quote_get_speaker_name (timeline, quote);
  const char      *role = quote->speaker == DL_NONE ? NULL : dl_timeline_get_person (timeline, quote->speaker)->role;
  g_autofree char *name = speaker == NULL ? NULL : dl_detail_escape (speaker);
  g_autofree char *role_text = role == NULL ? NULL : dl_detail_escape (role);
  g_autofree char *context = quote->context == NULL ? NULL : dl_detail_escape (quote->context);
  g_autofree char *date_words =
    quote->date == NULL ? NULL : dl_timeline_dup_words (timeline, quote->date, DL_WORDS_NONE);
  g_autofree char *date = date_words == NULL ? NULL : g_markup_escape_text (date_words, -1);
  GString         *out = g_string_new (NULL);
  const char      *parts[] = { role_text, context, date };

  if (name != NULL)
    g_string_append_printf (out, "<b>%s</b>", name);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", parts[i]);
  return g_string_free (out, FALSE);
}

char *
dl_detail_source_markup (const DlSource *source)
{
  const char      *name = source->title != NULL ? source->title : source->url != NULL ? source->url : source->id;
  g_autofree char *title = dl_isolate (name);
  const char      *mail = dl_link_mail_address (source->url);
  g_autofree char *tooltip = NULL;

  if (source->url == NULL || source->url[0] == '\0')
    return g_markup_escape_text (title, -1);
  /* What is no link is there to be read and copied, not to be opened by a click. */
  if (!dl_link_is_safe (source->url))
    return g_markup_printf_escaped ("%s <span alpha=\"72%%\">· %s</span>", title, source->url);
  /* The tooltip is markup once more, and says where the click leads. */
  tooltip = g_markup_escape_text (mail != NULL ? mail : source->url, -1);
  if (mail != NULL)
    return g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a> <span alpha=\"72%%\">· %s</span>", source->url,
                                    tooltip, title, mail);
  return g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>", source->url, tooltip, title);
}

char *
dl_detail_source_line (DlTimeline *timeline, const DlSource *source)
{
  g_autofree char *markup = dl_detail_source_markup (source);
  g_autofree char *date = source->date == NULL ? NULL : dl_timeline_dup_words (timeline, source->date, DL_WORDS_NONE);
  const char      *parts[] = { source->author, source->publisher, date };
  GString         *line = g_string_new (markup);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      {
        g_autofree char *escaped = dl_detail_escape (parts[i]);

        g_string_append_printf (line, " <span alpha=\"72%%\">· %s</span>", escaped);
      }
  return g_string_free (line, FALSE);
}
