/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events in the elements of a web page. */
#include "formats/schemaorg/dl-microdata.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markup/dl-markup.h"
#include "formats/schemaorg/dl-microdata-page.h"
#include "formats/schemaorg/dl-schemaorg-words.h"

/* Items within each other whose properties are told apart. */
#define MAX_TOLD_DEPTH 3

static gboolean
is_event (const DlMicrodataItem *item)
{
  return dl_schemaorg_is_event (item->type) && dl_microdata_find (item, "startDate") != NULL;
}

/* What was found in the page; it is gone through once. Returns: (transfer none) */
static const DlMicrodataPage *
get_page (DlInput *input)
{
  if (input->kept_free != dl_microdata_page_free)
    dl_input_keep (input, dl_microdata_page_new (input), dl_microdata_page_free);
  return input->kept;
}

static gboolean
sniff (DlInput *input)
{
  const DlMicrodataPage *page;

  if (!dl_input_is_page (input) || !dl_input_has_early (input, "itemtype", input->length))
    return FALSE;
  page = get_page (input);
  for (guint i = 0; i < page->items->len; i++)
    if (is_event (page->items->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
put_people (const DlMicrodataPage *page,
            const DlMicrodataItem *item,
            const char            *name,
            const char            *role,
            DlDraft               *draft)
{
  for (guint i = 0; i < item->properties->len; i++)
    {
      const DlMicrodataProperty *property = &g_array_index (item->properties, DlMicrodataProperty, i);
      g_autofree char           *line = NULL;

      if (g_ascii_strcasecmp (property->name, name) != 0)
        continue;
      line = dl_microdata_dup_line (page, property);
      dl_schemaorg_put_person (draft, line, role);
    }
}

/* The address that a property has, or that an item says. Returns: (nullable) */
static const DlMicrodataProperty *
find_address (const DlMicrodataProperty *property)
{
  static const char *const names[] = { "contentUrl", "url", "image" };

  if (property->item == NULL)
    return property;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DlMicrodataProperty *inner = dl_microdata_find (property->item, names[i]);

      if (inner != NULL && inner->item == NULL)
        return inner;
    }
  return NULL;
}

static void
put_urls (const DlMicrodataItem *item, DlDraft *draft)
{
  static const char *const names[] = { "url", "sameAs", "image", NULL };

  for (guint i = 0; i < item->properties->len; i++)
    {
      const DlMicrodataProperty *property = &g_array_index (item->properties, DlMicrodataProperty, i);
      const DlMicrodataProperty *address = dl_draft_is_one_of (property->name, names) ? find_address (property) : NULL;

      if (address != NULL)
        dl_draft_put_address (draft, property->at, g_strdup (""), address->text, NULL, NULL);
    }
}

/* What is read of an item, and the other name of it that is read where there is none of the first. */
static const char *const read_names[][2] = {
  { "name", "headline" }, { "startDate", NULL },        { "endDate", NULL },
  { "location", NULL },   { "description", "summary" }, { "eventStatus", NULL },
};

/* The properties that are read: the first of each. They are sought once, as an item may have many.
 * @read: (out): of DlMicrodataProperty, nullable */
static void
find_read (const DlMicrodataItem *item, const DlMicrodataProperty **read)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_names); i++)
    {
      read[i] = dl_microdata_find (item, read_names[i][0]);
      if (read[i] == NULL && read_names[i][1] != NULL)
        read[i] = dl_microdata_find (item, read_names[i][1]);
    }
}

static gboolean
is_read (const DlMicrodataProperty *const *read, const DlMicrodataProperty *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_names); i++)
    if (read[i] == property)
      return TRUE;
  return FALSE;
}

/* What an item says, a line each; of one within it, what it is called and all else. @called: what it is
 * called already */
static void
add_lines (const DlMicrodataPage *page,
           const DlMicrodataItem *item,
           const char            *prefix,
           const char            *called,
           guint                  depth,
           GString               *lines)
{
  for (guint i = 0; i < item->properties->len; i++)
    {
      const DlMicrodataProperty *property = &g_array_index (item->properties, DlMicrodataProperty, i);
      const DlMicrodataItem     *inner = property->item;
      gboolean         whole = inner == NULL || depth == 0 || g_ascii_strcasecmp (property->name, "address") == 0;
      g_autofree char *name = g_strconcat (prefix, ".", property->name, NULL);
      g_autofree char *line = whole ? dl_microdata_dup_line (page, property) : NULL;

      if (whole && strcmp (line, called) != 0)
        dl_draft_add_line (lines, name, line);
      else if (!whole)
        add_lines (page, inner, name, called, depth - 1, lines);
    }
}

/* Whether it is an event of its own, and said to be one that belongs to another. */
static gboolean
is_event_list (const DlMicrodataProperty *property)
{
  static const char *const names[] = { "subEvent", "subEvents", "superEvent", "event", "events", NULL };

  return property->item != NULL && dl_schemaorg_is_event (property->item->type) &&
         dl_draft_is_one_of (property->name, names);
}

/* The id by which others name an event that is a whole. Returns: (transfer full) */
static char *
dup_id (const DlMicrodataItem *item)
{
  return g_strdup_printf ("whole-%" G_GSIZE_FORMAT, item->at);
}

static void
put_whole (const DlMicrodataPage *page, const DlMicrodataItem *item, DlDraft *draft)
{
  g_autofree char    *own = item->is_whole ? dup_id (item) : NULL;
  g_autofree char    *whole = item->whole != NULL ? dup_id (item->whole) : NULL;
  DlMicrodataProperty property = { .item = item->whole };

  dl_draft_put_id (draft, own);
  if (item->whole != NULL && is_event (item->whole))
    dl_draft_put_relation (draft, whole, DL_RELATION_PART_OF);
  /* One without a date is no event. */
  else if (item->whole != NULL)
    {
      g_autofree char *line = dl_microdata_dup_line (page, &property);

      dl_draft_put_line (draft, "superEvent", line);
    }
}

/* What is said of an event beside all that has a place. */
static void
put_rest (const DlMicrodataPage *page, const DlMicrodataItem *item, DlDraft *draft)
{
  static const char *const   shown[] = { "image", "url", "sameAs", NULL };
  static const char *const   inner[] = { "performer", "organizer", "image", "url", "sameAs", NULL };
  static const char *const   passed[] = { "url", "sameAs", "image", "performer", "organizer", NULL };
  const DlMicrodataProperty *read[G_N_ELEMENTS (read_names)];
  g_autoptr (GString)        lines = g_string_new (NULL);

  find_read (item, read);
  for (guint i = 0; i < item->properties->len; i++)
    {
      const DlMicrodataProperty *property = &g_array_index (item->properties, DlMicrodataProperty, i);
      const DlMicrodataProperty *address = find_address (property);
      gboolean                   is_part = is_event_list (property);
      g_autofree char           *line = address != NULL && dl_draft_is_one_of (property->name, shown)
                                          ? g_strdup (address->text)
                                          : dl_microdata_dup_line (page, property);

      if (property->item != NULL && !is_part &&
          (dl_draft_is_one_of (property->name, inner) || !dl_draft_is_one_of (property->name, passed)))
        add_lines (page, property->item, property->name, line, MAX_TOLD_DEPTH, lines);
      if (is_part || dl_draft_is_one_of (property->name, passed) || dl_draft_is_technical (property->name) ||
          is_read (read, property))
        continue;
      dl_draft_add_line (lines, property->name, line);
    }
  dl_draft_put_summary (draft, lines->str);
}

/* Returns: whether the event has a date that can be read; else that is told */
static gboolean
put_dates (const DlMicrodataPage *page, const DlMicrodataItem *item, DlDraft *draft)
{
  const DlMicrodataProperty *start = dl_microdata_find (item, "startDate");
  const DlMicrodataProperty *end = dl_microdata_find (item, "endDate");
  DlDateWordsContext         context = { .foreign = TRUE };
  g_autofree char           *from = dl_microdata_dup_line (page, start);
  g_autofree char           *to = dl_microdata_dup_line (page, end);
  g_autoptr (GError)         error = NULL;
  DlDraftDates               dates = { .start = from, .end = to, .context = &context };

  dates.start_at = start != NULL ? start->at : item->at;
  dates.end_at = end != NULL ? end->at : item->at;
  if (*from == '\0')
    {
      dl_draft_tell_lost (draft, item->at, g_strdup (""), g_strdup (_ ("This event has no date and is left out.")));
      dl_draft_drop_event (draft);
      return FALSE;
    }
  if (dl_draft_put_dates (draft, &dates, &error))
    return TRUE;
  dl_draft_tell_no_date (draft, dates.start_at, g_strdup (""), g_steal_pointer (&error));
  return FALSE;
}

static void
read_event (const DlMicrodataPage *page, const DlMicrodataItem *item, DlDraft *draft)
{
  const DlMicrodataProperty *name = dl_microdata_find (item, "name");
  const DlMicrodataProperty *description = dl_microdata_find (item, "description");
  const DlMicrodataProperty *status = dl_microdata_find (item, "eventStatus");
  g_autofree char           *title = NULL;
  g_autofree char           *state = NULL;
  gboolean                   known;
  g_autofree char           *place = NULL;
  g_autofree char           *text = NULL;

  /* A mention of an event that is told elsewhere. */
  if (name == NULL && dl_microdata_find (item, "startDate") == NULL)
    return;
  title = dl_microdata_dup_line (page, name != NULL ? name : dl_microdata_find (item, "headline"));
  dl_draft_begin_event (draft, item->at);
  dl_draft_put_title (draft, title);
  state = status == NULL                ? NULL
          : status->item == NULL        ? dl_markup_to_line (status->text)
          : *status->item->type != '\0' ? g_strdup (status->item->type)
                                        : dl_microdata_dup_line (page, status);
  known = state == NULL || dl_schemaorg_put_status (draft, dl_schemaorg_get_word (state));
  if (!put_dates (page, item, draft))
    return;
  if (description == NULL)
    description = dl_microdata_find (item, "summary");
  text = description != NULL && description->item == NULL ? dl_markup_to_text (description->text) : NULL;
  dl_draft_put_summary (draft, text);
  dl_schemaorg_put_type (draft, item->type);
  place = dl_microdata_dup_line (page, dl_microdata_find (item, "location"));
  dl_draft_put_place (draft, place);
  put_people (page, item, "performer", _ ("Performer"), draft);
  put_people (page, item, "organizer", _ ("Organizer"), draft);
  put_urls (item, draft);
  if (text != NULL)
    dl_draft_put_shown (draft, description->at, description->text, NULL, FALSE);
  /* Of one that there is no state for, the word. */
  if (!known)
    dl_draft_put_line (draft, "eventStatus", dl_schemaorg_get_word (state));
  put_whole (page, item, draft);
  put_rest (page, item, draft);
  dl_draft_end_event (draft);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  const DlMicrodataPage *page = get_page (input);

  for (guint i = 0; i < page->items->len; i++)
    {
      const DlMicrodataItem *item = page->items->pdata[i];

      if (!dl_input_go_on (input, error))
        return FALSE;
      if (dl_schemaorg_is_event (item->type))
        read_event (page, item, draft);
    }
  return TRUE;
}

const DlFormat dl_format_microdata = {
  .nick = "microdata",
  .label = N_ ("Events of schema.org"),
  .endings = "html htm",
  .sniff = sniff,
  .read = read_file,
};
