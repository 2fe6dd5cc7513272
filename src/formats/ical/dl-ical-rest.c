/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-rest.h"

#include <string.h>

#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/ical/dl-ical-markup.h"
#include "formats/markup/dl-markup.h"

/* What is kept in words. */
static const char *const kept[] = { "COMMENT",  "CONTACT",          "RESOURCES", "GEO", "CLASS",
                                    "PRIORITY", "PERCENT-COMPLETE", "COMPLETED", NULL };

/* What is read elsewhere, or says nothing but of the entry as such: when it was written, by what, whether the time
 * is taken. */
static const char *const passed[] = { "UID",     "DTSTAMP",       "CREATED", "LAST-MODIFIED", "SEQUENCE",   "TRANSP",
                                      "DTSTART", "DTEND",         "DUE",     "DURATION",      "RRULE",      "RDATE",
                                      "EXDATE",  "RECURRENCE-ID", "EXRULE",  "STATUS",        "COLOR",      "BEGIN",
                                      "END",     "DALARM",        "AALARM",  "MALARM",        "X-ALT-DESC", NULL };

/* The same of a calendar. */
static const char *const head_passed[] = { "PRODID", "VERSION",       "CALSCALE",         "METHOD",
                                           "END",    "LAST-MODIFIED", "REFRESH-INTERVAL", "X-PUBLISHED-TTL",
                                           "COLOR",  "UID",           "X-WR-RELCALID",    "X-APPLE-CALENDAR-COLOR",
                                           NULL };

void
dl_ical_put_person (DlDraft *draft, const DlIcalLine *line)
{
  g_autofree char *type = dl_ical_dup_parameter (line, "CUTYPE");
  g_autofree char *answer = dl_ical_dup_parameter (line, "PARTSTAT");
  g_autofree char *name = dl_ical_dup_parameter (line, "CN");

  if (name == NULL || *name == '\0')
    {
      const char *address = line->value;

      if (g_ascii_strncasecmp (address, "mailto:", 7) == 0)
        address += 7;
      g_free (name);
      name = g_strdup (address);
    }
  /* A room or the like is nobody. */
  if (type != NULL && (g_ascii_strcasecmp (type, "ROOM") == 0 || g_ascii_strcasecmp (type, "RESOURCE") == 0))
    dl_draft_put_line (draft, type, name);
  /* Who does not come takes no part. */
  else if (answer != NULL && g_ascii_strcasecmp (answer, "DECLINED") == 0)
    dl_draft_put_line (draft, answer, name);
  else
    dl_draft_put_person (draft, name);
}

void
dl_ical_put_source (DlDraft *draft, const DlIcalLine *line)
{
  g_autofree char *title = dl_ical_dup_parameter (line, "FILENAME");

  if (title == NULL)
    title = dl_ical_dup_parameter (line, "LABEL");
  if (g_ascii_strncasecmp (line->value, "http", 4) == 0)
    dl_draft_put_source (draft, &(DlSource){ .title = title, .url = line->value });
  else if (strcmp (line->name, "ATTACH") == 0 || strcmp (line->name, "IMAGE") == 0)
    /* Its bytes, or a part of the message that it came with. */
    dl_draft_leave_out (draft, line->offset, line->name);
  else
    dl_draft_put_address (draft, line->offset, g_strdup (""), line->value, NULL, title);
}

/* Whether it is what stands there where nobody has said anything. */
static gboolean
is_usual (const DlIcalLine *line)
{
  return (strcmp (line->name, "PRIORITY") == 0 && strcmp (line->value, "0") == 0) ||
         (strcmp (line->name, "CLASS") == 0 && g_ascii_strcasecmp (line->value, "PUBLIC") == 0) ||
         (strcmp (line->name, "PERCENT-COMPLETE") == 0 && strcmp (line->value, "0") == 0);
}

void
dl_ical_put_rest (DlDraft *draft, const DlIcalLine *line, gboolean dated)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  if (dl_draft_is_one_of (line->name, passed) || is_usual (line))
    return;
  /* It is the date where there is no other. */
  if (strcmp (line->name, "COMPLETED") == 0 && !dated)
    return;
  text = dl_ical_dup_text (line->value);
  plain = dl_ical_markup_to_text (text);
  if (dl_draft_is_one_of (line->name, kept))
    dl_draft_put_line (draft, line->name, plain);
  else
    dl_draft_leave_out (draft, line->offset, line->name);
}

/* The letters and digits of a text without its addresses, to see whether two are the same but for how they are laid
 * out. Returns: (transfer full) */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_str_has_prefix (at, "http://") || g_str_has_prefix (at, "https://"))
      at += strcspn (at, " \t\r\n>)") - 1;
    else if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

gboolean
dl_ical_put_markup (DlDraft *draft, const GArray *lines, const char *described)
{
  g_autofree char *known = NULL;
  gboolean         said = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const DlIcalLine *line = &g_array_index (lines, DlIcalLine, i);
      g_autofree char  *markup = NULL;
      g_autofree char  *text = NULL;
      g_autofree char  *words = NULL;
      g_autofree char  *letters = NULL;
      gboolean          is_new;

      if (strcmp (line->name, "X-ALT-DESC") != 0)
        continue;
      if (known == NULL)
        known = dup_letters (described);
      markup = dl_ical_dup_text (line->value);
      text = dl_ical_markup_to_text (markup);
      words = dl_markup_to_line (markup);
      letters = dup_letters (words);
      is_new = strstr (known, letters) == NULL;
      if (is_new)
        dl_draft_put_summary (draft, text);
      dl_draft_put_untold (draft, line->offset, markup, is_new ? text : described);
      said = said || *words != '\0';
    }
  return said;
}

void
dl_ical_leave_head (DlDraft *draft, const DlIcalLine *line)
{
  if (!dl_draft_is_one_of (line->name, head_passed))
    dl_draft_leave_out (draft, line->offset, line->name);
}
