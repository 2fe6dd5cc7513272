/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TimelineJS 1 and 2, whose dates are texts: "2011,9,10", "9/10/2011" with the
 * month first as its program has it, or ISO 8601. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/timelinejs/dl-timelinejs-media.h"
#include "formats/timelinejs/dl-timelinejs.h"
#include "time/dl-edtf-make.h"

#define MOST_PARTS 7

enum
{
  EVENT_START,
  EVENT_END,
  EVENT_HEADLINE,
  EVENT_TEXT,
  EVENT_TAG,
  EVENT_ASSET,
  N_EVENT_MEMBERS,
};
static const char *const event_names[] = { "startDate", "endDate", "headline", "text", "tag", "asset", NULL };
static const char *const media_names[] = { "media", "caption", "credit", NULL };
/* Where some have the address of a picture. */
static const char *const image_names[] = { "image", "caption", "credit", NULL };
static const char *const event_looks[] = { "type", NULL };
static const char *const era_looks[] = { "tag", NULL };
/* What an era has of these. */
static const char *const era_names[] = { "startDate", "endDate", "headline", NULL };

enum
{
  TOP_DATES,
  TOP_ERAS,
  TOP_HEADLINE,
  TOP_TEXT,
  TOP_CHARTS,
  N_TOP_MEMBERS,
};
static const char *const top_names[] = { "date", "era", "headline", "text", "chart", NULL };
/* When all begins, which is there in the events, too. */
static const char *const top_looks[] = { "type", "startDate", "endDate", NULL };

static gboolean
has_dates (const DlLiteral *value)
{
  DlLiteral     list;
  DlLiteral     event;
  DlLiteral     start;
  DlLiteralIter iter;

  if (!dl_literal_get_member (value, "date", &list) || list.kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_iter_init (&iter, &list);
  /* The first may be empty. */
  for (guint n = 0; n < DL_INPUT_SNIFFED_ELEMENTS && dl_literal_iter_next (&iter, NULL, &event); n++)
    if (dl_literal_get_member (&event, "startDate", &start))
      return TRUE;
  return FALSE;
}

/* The object with the dates, which is called "timeline", once or twice, or stands
 * in a list. */
static gboolean
find_root (DlInput *input, DlLiteral *root)
{
  GArray *literals = dl_input_get_literals (input);

  for (guint i = 0; i < literals->len; i++)
    {
      DlLiteral value = g_array_index (literals, DlLiteralFound, i).value;

      for (guint depth = 0; depth < 4; depth++)
        {
          DlLiteral     inner;
          DlLiteralIter iter;

          if (has_dates (&value))
            {
              *root = value;
              return TRUE;
            }
          dl_literal_iter_init (&iter, &value);
          /* What createStoryJS() is called with has it as its source. */
          if (value.kind == DL_LITERAL_LIST ? !dl_literal_iter_next (&iter, NULL, &inner)
                                            : !dl_literal_get_member (&value, "timeline", &inner) &&
                                                !dl_literal_get_member (&value, "source", &inner))
            break;
          value = inner;
        }
    }
  return FALSE;
}

static gboolean
sniff (DlInput *input)
{
  DlLiteral root;

  return find_root (input, &root);
}

/* "2011,9,10,14,30" as EDTF, as far as it is a date; the seventh part is milliseconds.
 * Returns: (transfer full) (nullable) */
static char *
read_parts (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ", :", -1);
  gint64         parts[MOST_PARTS];
  char          *edtf;
  guint          n = 0;

  for (guint i = 0; words[i] != NULL && n < MOST_PARTS; i++)
    {
      char *end;

      if (*words[i] == '\0')
        continue;
      parts[n] = g_ascii_strtoll (words[i], &end, 10);
      if (*end != '\0')
        return NULL;
      n++;
    }
  if (n == 0)
    return NULL;
  if (parts[0] < 0)
    parts[0]++;
  for (guint i = n; i < MOST_PARTS; i++)
    parts[i] = DL_PART_NONE;
  for (guint i = 1; i < MOST_PARTS; i++)
    parts[i] = CLAMP (parts[i], DL_PART_NONE, G_MAXINT16);
  edtf = dl_edtf_make (parts[0], (int) parts[1], (int) parts[2], (int) parts[3], (int) parts[4], (int) parts[5]);
  if (edtf != NULL && parts[6] > 0 && parts[6] < 1000)
    {
      char *exact = g_strdup_printf ("%s.%03d", edtf, (int) parts[6]);

      g_free (edtf);
      edtf = exact;
    }
  return edtf;
}

/* A date as text that can be read. Returns: (transfer full) (nullable) */
static char *
dup_date (const DlLiteral *value)
{
  char *text = dl_literal_dup_trimmed (value);
  char *edtf = text != NULL ? read_parts (text) : NULL;

  if (edtf == NULL)
    return text;
  g_free (text);
  return edtf;
}

/* Years may be of one or two digits, and the month comes first. */
static const DlDateWordsContext context = { .order = DL_DAY_MONTH_MONTH_FIRST, .bare_years = TRUE };

static void
put_asset (DlDraftLiteral *self, const DlLiteral *asset)
{
  DlLiteral medium;
  gboolean  is_image =
    !dl_literal_get_member (asset, "media", &medium) && dl_literal_get_member (asset, "image", &medium);

  dl_timelinejs_put_media (self, asset, is_image ? image_names : media_names);
}

static void
read_event (DlDraftLiteral *self, const DlLiteral *event)
{
  g_autoptr (GError) error = NULL;
  DlLiteral          members[N_EVENT_MEMBERS];
  g_autofree char   *start = NULL;
  g_autofree char   *end = NULL;
  g_autofree char   *headline = NULL;
  g_autofree char   *text = NULL;
  g_autofree char   *tag = NULL;
  DlDraftDates       dates;

  dl_draft_begin_event (self->draft, event->at);
  dl_literal_get_members (event, event_names, members);
  headline = dl_literal_dup_line (&members[EVENT_HEADLINE]);
  dl_draft_put_title (self->draft, headline);
  start = dup_date (&members[EVENT_START]);
  end = dup_date (&members[EVENT_END]);
  dates = (DlDraftDates){ start, end, members[EVENT_START].at, members[EVENT_END].at, FALSE, &context };
  if (!dl_draft_put_dates (self->draft, &dates, &error))
    {
      dl_draft_literal_tell_no_date (self,
                                     members[EVENT_START].kind != DL_LITERAL_NOTHING ? &members[EVENT_START] : event,
                                     g_steal_pointer (&error));
      return;
    }
  text = dl_literal_dup_words (&members[EVENT_TEXT]);
  tag = dl_literal_dup_line (&members[EVENT_TAG]);
  dl_draft_put_summary (self->draft, text);
  dl_draft_put_topic (self->draft, tag);
  put_asset (self, &members[EVENT_ASSET]);
  dl_draft_literal_put_shown (self, &members[EVENT_HEADLINE], NULL, TRUE);
  dl_draft_literal_put_shown (self, &members[EVENT_TEXT], NULL, FALSE);
  dl_draft_literal_put_rest (self, event, NULL, (const char *const *const[]){ event_names, event_looks, NULL });
  dl_draft_end_event (self->draft);
}

/* The date of an era. Returns: (transfer full) (nullable) */
static char *
dup_span (DlDraftLiteral *self, const DlLiteral *start, const DlLiteral *end)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *from = dup_date (start);
  g_autofree char   *to = dup_date (end);
  g_autofree char   *first = dl_date_words_to_edtf (from != NULL ? from : "", &context, NULL, NULL);
  g_autofree char   *last = NULL;

  if (first == NULL)
    return NULL;
  if (to == NULL && end->kind != DL_LITERAL_NOTHING && end->kind != DL_LITERAL_NULL)
    to = dl_literal_dup_date (end, DL_EPOCH_NONE);
  if (to != NULL && *to != '\0')
    last = dl_date_words_to_edtf (to, &context, NULL, &error);
  if (error != NULL)
    dl_draft_literal_tell (self, end, dl_timelinejs_dup_lost_end (error));
  return dl_edtf_make_interval (first, last, NULL);
}

static void
read_era (DlDraftLiteral *self, const DlLiteral *era)
{
  DlLiteral        members[N_EVENT_MEMBERS];
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  dl_literal_get_members (era, event_names, members);
  title = dl_literal_dup_line (&members[EVENT_HEADLINE]);
  if (*title == '\0')
    {
      g_free (title);
      title = dl_literal_dup_line (&members[EVENT_TAG]);
    }
  else if (members[EVENT_TAG].kind != DL_LITERAL_NOTHING)
    dl_draft_leave_out (self->draft, members[EVENT_TAG].at, "era.tag");
  date = dup_span (self, &members[EVENT_START], &members[EVENT_END]);
  dl_draft_literal_leave_rest (self, era, top_names[TOP_ERAS],
                               (const char *const *const[]){ era_names, era_looks, event_looks, NULL });
  dl_timelinejs_put_era (self, era, title, date, members[EVENT_END].kind != DL_LITERAL_NOTHING);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  DlDraftLiteral   self = { .draft = draft };
  DlLiteral        members[N_TOP_MEMBERS];
  DlLiteral        value;
  DlLiteralIter    iter;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!find_root (input, &self.root) || !dl_input_check_literal (input, &self.root, error))
    return FALSE;
  dl_literal_get_members (&self.root, top_names, members);
  title = dl_literal_dup_line (&members[TOP_HEADLINE]);
  text = dl_literal_dup_words (&members[TOP_TEXT]);
  dl_draft_set_title (draft, title);
  dl_draft_set_description (draft, text);
  dl_draft_literal_leave_rest (&self, &self.root, NULL, (const char *const *const[]){ top_names, top_looks, NULL });
  /* A list of eras, or a single one. */
  dl_literal_iter_init (&iter, &members[TOP_ERAS]);
  if (dl_literal_get_member (&members[TOP_ERAS], "startDate", &value))
    read_era (&self, &members[TOP_ERAS]);
  else
    while (dl_literal_iter_next (&iter, NULL, &value))
      read_era (&self, &value);
  if (dl_literal_count (&members[TOP_CHARTS], 1) > 0)
    dl_draft_literal_tell_note (
      &self, &members[TOP_CHARTS],
      g_strdup (_ ("The charts of this timeline are numbers, not events, and are left out.")));
  dl_literal_iter_init (&iter, &members[TOP_DATES]);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      read_event (&self, &value);
    }
  return TRUE;
}

const DlFormat dl_format_timelinejs2 = {
  .nick = "timelinejs2",
  .label = N_ ("TimelineJS 2"),
  .endings = "json jsonp js",
  .sniff = sniff,
  .read = read_file,
};
