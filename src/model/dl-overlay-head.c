/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What several files together are called, and say of themselves. */
#include "model/dl-overlay-head.h"

#include <string.h>

#include <glib/gi18n.h>

#include "model/dl-timeline-private.h"

static const char *
keep (DlTimeline *self, const char *text)
{
  return text == NULL ? NULL : dl_string_arena_add (self->strings, text, strlen (text));
}

static void
take_name (DlTimeline *self, guint32 file, GArray *told)
{
  if (file != DL_NONE)
    g_array_append_val (told, g_array_index (self->files, DlTimelineFile, file));
}

/* "A and B": of a file that was made of several and is called as these are, those.
 * Returns: (transfer full) (nullable) */
static char *
join_titles (DlTimeline           *self,
             DlTimeline *const    *timelines,
             const DlTimelineFile *files,
             const DlOverlayFiles *maps,
             guint                 n)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (DlTimelineFile));

  for (guint i = 0; i < n; i++)
    if (maps[i].files != NULL && !dl_timeline_is_called_by_files (timelines[i]))
      g_array_append_val (told, files[i]);
    else
      {
        for (guint f = 0; f < timelines[i]->files->len; f++)
          take_name (self, maps[i].files[f], told);
        take_name (self, maps[i].own, told);
      }
  if (told->len < 2)
    return told->len == 0 ? NULL : g_strdup (g_array_index (told, DlTimelineFile, 0).name);
  return dl_overlay_join_titles ((const DlTimelineFile *) (gpointer) told->data, told->len);
}

/* What each file says of itself. Returns: (transfer full) (nullable) */
static char *
join_descriptions (DlTimeline *const *timelines, const DlTimelineFile *files, guint n)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const char *description = timelines[i]->description;

      if (description == NULL)
        continue;
      /* One that was made of several says already what each of these is. */
      if (n == 1 || dl_timeline_is_called_by_files (timelines[i]))
        g_ptr_array_add (told, g_strdup (description));
      else
        /* Translators: one of several files: its title, and how it describes itself. */
        g_ptr_array_add (told, g_strdup_printf (C_ ("description", "%s: %s"), files[i].name, description));
    }
  if (told->len == 0)
    return NULL;
  g_ptr_array_add (told, NULL);
  /* Paragraphs. */
  return g_strjoinv ("\n\n", (char **) told->pdata);
}

/* The latest: until then any of them knows what happened. */
static const char *
find_as_of (DlTimeline *self, DlTimeline *const *timelines, guint n)
{
  const char *found = NULL;
  DlInstant   latest = DL_INSTANT_MIN;

  for (guint i = 0; i < n; i++)
    {
      DlDate date;

      if (timelines[i]->as_of_text == NULL)
        continue;
      dl_timeline_resolve_date (self, timelines[i]->as_of_text, &date);
      if (found == NULL || dl_instant_compare (date.latest_end, latest) > 0)
        {
          found = timelines[i]->as_of_text;
          latest = date.latest_end;
        }
    }
  return found;
}

/* From the beginning of the view that begins first to the end of the one that ends
 * last. Returns: (transfer full) (nullable): EDTF, perhaps not valid */
static char *
join_views (DlTimeline *self, DlTimeline *const *timelines, guint n)
{
  const char      *first = NULL;
  const char      *last = NULL;
  DlInstant        from = DL_INSTANT_MAX;
  DlInstant        to = DL_INSTANT_MIN;
  g_autofree char *start = NULL;

  for (guint i = 0; i < n; i++)
    {
      DlDate    date;
      DlInstant its_from, its_to;

      if (timelines[i]->view_text == NULL)
        return NULL;
      dl_timeline_resolve_date (self, timelines[i]->view_text, &date);
      if (!dl_date_get_view (&date, &its_from, &its_to))
        return NULL;
      if (first == NULL || dl_instant_compare (its_from, from) < 0)
        {
          first = timelines[i]->view_text;
          from = its_from;
        }
      if (last == NULL || dl_instant_compare (its_to, to) > 0)
        {
          last = timelines[i]->view_text;
          to = its_to;
        }
    }
  if (first == last)
    return g_strdup (first);
  start = g_strndup (first, strcspn (first, "/"));
  return g_strdup_printf ("%s/%s", start, strchr (last, '/') != NULL ? strchr (last, '/') + 1 : last);
}

void
dl_overlay_settle_head (DlTimeline           *self,
                        DlTimeline *const    *timelines,
                        const DlTimelineFile *files,
                        const DlOverlayFiles *maps,
                        guint                 n)
{
  g_autofree char *title = join_titles (self, timelines, files, maps, n);
  g_autofree char *description = join_descriptions (timelines, files, n);
  g_autofree char *view = join_views (self, timelines, n);
  DlDate           date;

  self->title = keep (self, title);
  self->description = keep (self, description);
  self->as_of_text = keep (self, find_as_of (self, timelines, n));
  self->view_text = NULL;
  if (view != NULL && dl_date_parse (view, -1, &date, NULL))
    self->view_text = keep (self, view);
  self->language = n == 0 ? NULL : keep (self, timelines[0]->language);
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (self->language, timelines[i]->language) != 0)
      self->language = NULL;
}
