/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON Feed, which says what Atom and RSS do: each item was published at a moment. */
#include "formats/feed/dl-json-feed.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markup/dl-markup.h"

#define VERSION "jsonfeed.org/version"
/* The most letters of a text that is a title. */
#define TEXT_TITLE_MAX 80

enum
{
  TOP_TITLE,
  TOP_DESCRIPTION,
  TOP_HOME,
  TOP_AUTHORS,
  TOP_AUTHOR,
  TOP_ITEMS,
  N_TOP_MEMBERS,
};
static const char *const top_names[] = { "title", "description", "home_page_url", "authors", "author", "items", NULL };

enum
{
  ITEM_TITLE,
  ITEM_PUBLISHED,
  ITEM_MODIFIED,
  ITEM_SUMMARY,
  ITEM_CONTENT_TEXT,
  ITEM_CONTENT_HTML,
  ITEM_URL,
  ITEM_EXTERNAL_URL,
  ITEM_IMAGE,
  ITEM_BANNER,
  ITEM_AUTHORS,
  ITEM_AUTHOR,
  ITEM_TAGS,
  ITEM_ATTACHMENTS,
  ITEM_ID,
  N_ITEM_MEMBERS,
};
static const char *const item_names[] = {
  "title", "date_published", "date_modified", "summary", "content_text", "content_html", "url", "external_url",
  "image", "banner_image",   "authors",       "author",  "tags",         "attachments",  "id",  NULL
};
/* What is of the feed as such. */
static const char *const top_looks[] = { "version", "feed_url", "language",     "icon", "favicon",
                                         "expired", "hubs",     "user_comment", NULL };
static const char *const item_looks[] = { "language", NULL };
static const char *const author_names[] = { "name", "avatar", NULL };
static const char *const attachment_names[] = { "url", "title", "mime_type", "size_in_bytes", NULL };

typedef struct
{
  DlDraftLiteral literal;
  DlLiteral      top[N_TOP_MEMBERS];
  char          *home; /* nullable: the address of the site */
  gboolean       told_changed;
} Reader;

static gboolean
sniff (DlInput *input)
{
  static const char *const names[] = { "version", "items", NULL };
  DlLiteral                root = dl_input_get_literal (input, 0);
  DlLiteral                members[2];
  g_autofree char         *version = NULL;

  if (dl_input_get_first (input) != '{' || !dl_input_has (input, "jsonfeed.org"))
    return FALSE;
  dl_literal_get_members (&root, names, members);
  version = dl_literal_dup_trimmed (&members[0]);
  return members[1].kind == DL_LITERAL_LIST && version != NULL && strstr (version, VERSION) != NULL;
}

/* An address, which may be a path within the site. @title: (nullable) */
static void
put_address (Reader *self, const DlLiteral *value, const char *title)
{
  g_autofree char *address = dl_literal_dup_trimmed (value);

  if (address != NULL)
    dl_draft_literal_put_address (&self->literal, value, address, self->home, title);
}

/* What can be listened to or the like. */
static void
put_attachments (Reader *self, const DlLiteral *attachments)
{
  DlLiteralIter iter;
  DlLiteral     attachment;

  dl_literal_iter_init (&iter, attachments);
  while (dl_literal_iter_next (&iter, NULL, &attachment))
    {
      DlLiteral        members[G_N_ELEMENTS (attachment_names)];
      g_autofree char *title = NULL;

      dl_literal_get_members (&attachment, attachment_names, members);
      title = dl_literal_dup_line (&members[1]);
      put_address (self, &members[0], title);
    }
  dl_draft_literal_put_rest (&self->literal, attachments, item_names[ITEM_ATTACHMENTS],
                             (const char *const *const[]){ attachment_names, NULL });
}

/* What is said of an item beside all that has a place. */
static void
put_rest (Reader *self, const DlLiteral *item, const DlLiteral *members)
{
  dl_draft_literal_put_rest (&self->literal, item, NULL, (const char *const *const[]){ item_names, item_looks, NULL });
  for (guint i = ITEM_AUTHORS; i <= ITEM_AUTHOR; i++)
    dl_draft_literal_put_rest (&self->literal, &members[i], item_names[ITEM_AUTHOR],
                               (const char *const *const[]){ author_names, NULL });
}

/* One with a name and addresses of their own, or only a name. */
static gboolean
put_person (DlDraft *draft, const DlLiteral *author)
{
  DlLiteral        value = *author;
  g_autofree char *name = NULL;

  if (author->kind == DL_LITERAL_OBJECT && !dl_literal_get_member (author, "name", &value))
    return FALSE;
  name = dl_literal_dup_line (&value);
  if (*name == '\0')
    return FALSE;
  dl_draft_put_person (draft, name);
  return TRUE;
}

/* Who wrote it: a list as of 1.1, or one. Returns: whether somebody is named */
static gboolean
put_people (DlDraft *draft, const DlLiteral *authors, const DlLiteral *author)
{
  DlLiteralIter iter;
  DlLiteral     value;
  gboolean      found = FALSE;

  if (authors->kind == DL_LITERAL_LIST)
    {
      dl_literal_iter_init (&iter, authors);
      while (dl_literal_iter_next (&iter, NULL, &value))
        found = put_person (draft, &value) || found;
    }
  return found || put_person (draft, author);
}

static void
put_topics (DlDraft *draft, const DlLiteral *tags)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (tags->kind != DL_LITERAL_LIST)
    return;
  dl_literal_iter_init (&iter, tags);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *topic = dl_literal_dup_line (&value);

      dl_draft_put_topic (draft, topic);
    }
}

static void
put_texts (DlDraft *draft, const DlLiteral *members)
{
  static const guint texts[] = { ITEM_SUMMARY, ITEM_CONTENT_TEXT, ITEM_CONTENT_HTML };
  gboolean           is_told = FALSE;
  g_autofree char   *title = dl_literal_dup_line (&members[ITEM_TITLE]);

  dl_draft_put_title (draft, title);
  /* The whole where there is no summary of it. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dl_literal_dup_words (&members[texts[i]]);
      g_autofree char *line = NULL;
      gboolean         is_title;

      if (*text == '\0')
        continue;
      if (is_told)
        {
          dl_draft_leave_out (draft, members[texts[i]].at, item_names[texts[i]]);
          return;
        }
      is_told = TRUE;
      /* A short one without a title is its own, and not told twice. */
      line = dl_literal_dup_line (&members[texts[i]]);
      is_title = *title == '\0' && strchr (text, '\n') == NULL && g_utf8_strlen (line, -1) <= TEXT_TITLE_MAX;
      if (is_title)
        dl_draft_put_title (draft, line);
      /* The address of a link is no part of a title. */
      if (!is_title || strcmp (line, text) != 0)
        dl_draft_put_summary (draft, text);
      /* Both are the same content. */
      if (texts[i] == ITEM_CONTENT_TEXT)
        return;
    }
}

static gboolean
has_scheme (const DlLiteral *value)
{
  g_autofree char *address = dl_literal_dup_trimmed (value);

  return address != NULL && strstr (address, "://") != NULL;
}

static void
read_item (Reader *self, const DlLiteral *item)
{
  static const guint     addresses[] = { ITEM_URL, ITEM_EXTERNAL_URL, ITEM_IMAGE, ITEM_BANNER };
  static const DlLiteral nothing = { .kind = DL_LITERAL_NOTHING };
  DlDraft               *draft = self->literal.draft;
  DlLiteral              members[N_ITEM_MEMBERS];
  const DlLiteral       *date;

  dl_literal_get_members (item, item_names, members);
  date = &members[members[ITEM_PUBLISHED].kind != DL_LITERAL_NOTHING ? ITEM_PUBLISHED : ITEM_MODIFIED];
  dl_draft_begin_event (draft, item->at);
  put_texts (draft, members);
  if (!dl_draft_literal_put_dates (&self->literal, item, date, &nothing, DL_EPOCH_ANY, FALSE, NULL))
    return;
  if (date == &members[ITEM_MODIFIED] && !self->told_changed)
    {
      self->told_changed = TRUE;
      dl_draft_literal_tell_note (
        &self->literal, date,
        g_strdup (_ ("Items that do not say when they were published (date_published) have the "
                     "date of their last change.")));
    }
  else if (date == &members[ITEM_PUBLISHED] && members[ITEM_MODIFIED].kind != DL_LITERAL_NOTHING)
    dl_draft_leave_out (draft, members[ITEM_MODIFIED].at, item_names[ITEM_MODIFIED]);
  put_topics (draft, &members[ITEM_TAGS]);
  /* Where an item names nobody, it is by whom the feed is. */
  if (!put_people (draft, &members[ITEM_AUTHORS], &members[ITEM_AUTHOR]))
    put_people (draft, &self->top[TOP_AUTHORS], &self->top[TOP_AUTHOR]);
  if (members[ITEM_IMAGE].kind != DL_LITERAL_NOTHING || members[ITEM_BANNER].kind != DL_LITERAL_NOTHING)
    dl_draft_set_illustrated (draft);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    put_address (self, &members[addresses[i]], NULL);
  /* Where nothing else leads to it, an id that is an address does. */
  if (members[ITEM_URL].kind == DL_LITERAL_NOTHING && members[ITEM_EXTERNAL_URL].kind == DL_LITERAL_NOTHING &&
      has_scheme (&members[ITEM_ID]))
    put_address (self, &members[ITEM_ID], NULL);
  dl_draft_literal_put_shown (&self->literal, &members[ITEM_CONTENT_HTML], self->home, FALSE);
  put_attachments (self, &members[ITEM_ATTACHMENTS]);
  put_rest (self, item, members);
  dl_draft_end_event (draft);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader           self = { .literal = { .draft = draft, .root = dl_input_get_literal (input, 0) } };
  g_autofree char *home = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  DlLiteralIter    iter;
  DlLiteral        item;

  if (!dl_input_check_literal (input, &self.literal.root, error))
    return FALSE;
  dl_literal_get_members (&self.literal.root, top_names, self.top);
  title = dl_literal_dup_line (&self.top[TOP_TITLE]);
  description = dl_literal_dup_words (&self.top[TOP_DESCRIPTION]);
  self.home = home = dl_literal_dup_trimmed (&self.top[TOP_HOME]);
  dl_draft_set_title (draft, title);
  dl_draft_set_description (draft, description);
  dl_draft_literal_leave_rest (&self.literal, &self.literal.root, NULL,
                               (const char *const *const[]){ top_names, top_looks, NULL });
  dl_literal_iter_init (&iter, &self.top[TOP_ITEMS]);
  while (dl_literal_iter_next (&iter, NULL, &item))
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      if (item.kind == DL_LITERAL_OBJECT)
        read_item (&self, &item);
    }
  return TRUE;
}

const DlFormat dl_format_json_feed = {
  .nick = "json-feed",
  .label = N_ ("JSON Feed"),
  .endings = "json",
  .sniff = sniff,
  .read = read_file,
};
