/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/simile/dl-simile-event.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-bounds.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/markup/dl-markup.h"
#include "time/dl-words-parts.h"

/* Its years may be of any number of digits; a text of digits alone is one. */
static const DlDateWordsContext simile_dates = { .bare_years = TRUE };

const char *const dl_simile_looks[] = { "icon",      "tapeImage",     "tapeRepeat", "trackNum", "theme",
                                        "classname", "labelPosition", "instant",    NULL };

void
dl_simile_wiki_clear (DlSimileWiki *wiki)
{
  g_clear_pointer (&wiki->url, g_free);
  g_clear_pointer (&wiki->section, g_free);
}

void
dl_simile_event_clear (DlSimileEvent *event)
{
  g_free (event->start);
  g_free (event->latest_start);
  g_free (event->earliest_end);
  g_free (event->end);
  g_free (event->title);
  g_free (event->description);
  g_free (event->link);
  g_free (event->image);
  g_free (event->id);
  g_free (event->topic);
  g_free (event->rest);
  *event = (DlSimileEvent){ 0 };
}

static gboolean
is_told (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether both are dates, and all of @end lies before @start. */
static gboolean
is_reversed (const char *start, const char *end)
{
  DlDateWordsFound found;
  g_autofree char *first = dl_date_words_to_edtf (start, &simile_dates, &found, NULL);
  g_autofree char *last = dl_date_words_to_edtf (end, &simile_dates, &found, NULL);
  DlDate           from;
  DlDate           to;

  if (first == NULL || last == NULL || !dl_date_parse (first, -1, &from, NULL) || !dl_date_parse (last, -1, &to, NULL))
    return FALSE;
  return dl_instant_compare (to.latest_end, from.earliest_start) <= 0;
}

/* SIMILE has a year 0, which not all know who write its files. */
static void
tell_year_zero (const DlSimileEvent *event, DlDraft *draft)
{
  g_autofree char *edtf = *event->start == '-' ? dl_date_words_to_edtf (event->start, &simile_dates, NULL, NULL) : NULL;

  dl_draft_tell_year_zero (draft, event->start_at, g_strdup (""), _ ("SIMILE Timeline"), event->start, edtf);
}

static gboolean
put_dates (const DlSimileEvent *event, DlDraft *draft, GError **error)
{
  DlDraftDates  dates = { event->start, event->end, event->start_at, event->start_at, FALSE, &simile_dates };
  DlDraftBounds bounds = { event->start, event->latest_start, event->earliest_end,
                           event->end,   event->start_at,     &simile_dates };
  gboolean      has_end = is_told (event->end) && dl_date_words_get_absence (event->end) == DL_DATE_ANSWER_READ;

  if (event->is_instant && has_end && is_reversed (event->start, event->end))
    {
      g_autofree char *both = g_strdup_printf ("%s – %s", event->start, event->end);

      dl_draft_tell_note (
        draft, event->start_at, g_strdup (""),
        dl_words_fill (_ ("“{text}” ends before it begins; only its start is read."), "text", both, NULL));
      has_end = FALSE;
    }
  if (event->is_instant)
    {
      /* A moment within all that is told. */
      bounds.latest_start = has_end ? event->end : is_told (event->latest_start) ? event->latest_start : event->start;
      bounds.earliest_end = NULL;
      bounds.latest_end = NULL;
      return dl_draft_put_bounds (draft, &bounds, error);
    }
  if (!is_told (event->latest_start) && !is_told (event->earliest_end))
    return dl_draft_put_dates (draft, &dates, error);
  if (!is_told (event->latest_start))
    bounds.latest_start = event->start;
  if (is_told (event->end) && !is_told (event->earliest_end))
    bounds.earliest_end = event->end;
  return dl_draft_put_bounds (draft, &bounds, error);
}

static void
put_address (DlDraft *draft, gsize at, const char *address)
{
  DlSource source = { NULL };

  if (!is_told (address))
    return;
  if (!dl_link_is_safe (address))
    {
      if (strstr (address, "://") == NULL && strpbrk (address, "/.") != NULL)
        dl_draft_tell_path (draft, at, g_strdup (""), address);
      return;
    }
  source.url = address;
  dl_draft_put_source (draft, &source);
}

/* The page of a wiki on it: its address ends with the title. */
static void
put_wiki (DlDraft *draft, gsize at, const DlSimileWiki *wiki, const char *title)
{
  g_autofree char *path = NULL;
  g_autofree char *address = NULL;

  if (!is_told (wiki->url) || wiki->section == NULL || *title == '\0')
    return;
  path = *wiki->section != '\0' ? g_strconcat (wiki->section, "/", title, NULL) : g_strdup (title);
  g_strdelimit (path, " \t\n", '_');
  address = g_strconcat (wiki->url, path, NULL);
  put_address (draft, at, address);
}

gboolean
dl_simile_event_put (const DlSimileEvent *event, const DlSimileWiki *wiki, DlDraft *draft, GError **error)
{
  g_autofree char *title = dl_markup_to_line (event->title);
  g_autofree char *text = dl_markup_to_text (event->description);
  g_autofree char *topic = dl_markup_to_line (event->topic);

  dl_draft_begin_event (draft, event->at);
  dl_draft_put_title (draft, title);
  if (is_told (event->start) && !put_dates (event, draft, error))
    return FALSE;
  if (is_told (event->start))
    tell_year_zero (event, draft);
  dl_draft_put_id (draft, event->id);
  dl_draft_put_summary (draft, text);
  dl_draft_put_summary (draft, event->rest);
  dl_draft_put_topic (draft, topic);
  put_address (draft, event->at, event->link);
  put_address (draft, event->at, event->image);
  dl_draft_put_shown (draft, event->at, event->title, NULL, TRUE);
  dl_draft_put_shown (draft, event->at, event->description, NULL, FALSE);
  put_wiki (draft, event->at, wiki, title);
  dl_draft_end_event (draft);
  return TRUE;
}
