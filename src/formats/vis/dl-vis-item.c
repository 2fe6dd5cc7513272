/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/vis/dl-vis-item.h"

#include <string.h>

#include "formats/draft/dl-draft-medium.h"

/* A content of more letters, or of paragraphs, is a text whose first line is the title. */
#define CONTENT_TITLE_MAX 80

const char *const dl_vis_item_names[] = { "content", "start",     "end",         "group", "type", "title",
                                          "id",      "className", "description", "label", NULL };

const char *const dl_vis_item_looks[] = { "type",      "align",      "editable",    "selectable", "limitSize",
                                          "subgroup",  "limitWidth", "stackOrder",  "rtl",        "cssClass",
                                          "isCluster", "updateTime", "updateGroup", "remove",     NULL };

/* Whether a member is there, though it may be null. */
static gboolean
has_member (const DlLiteral *object, const char *name)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    if (dl_literal_is (&key, name))
      return TRUE;
  return FALSE;
}

/* Whether an object without words is what a timeline is set up with: it has members that no item has, or, but for a
 * background, nothing by which anybody could know it. */
static gboolean
is_options (const DlLiteral *object, const DlLiteral *members)
{
  static const char *const names[] = { "autoResize",
                                       "zoomMin",
                                       "zoomMax",
                                       "zoomable",
                                       "zoomKey",
                                       "zoomFriction",
                                       "moveable",
                                       "orientation",
                                       "timeAxis",
                                       "margin",
                                       "hiddenDates",
                                       "stack",
                                       "stackSubgroups",
                                       "showCurrentTime",
                                       "showMajorLabels",
                                       "showMinorLabels",
                                       "showTooltips",
                                       "multiselect",
                                       "clickToUse",
                                       "groupOrder",
                                       "groupEditable",
                                       "horizontalScroll",
                                       "verticalScroll",
                                       "rollingMode",
                                       "minHeight",
                                       "maxHeight",
                                       "locale",
                                       "locales",
                                       "moment",
                                       "snap",
                                       "template",
                                       "tooltip",
                                       "cluster",
                                       "configure",
                                       "format",
                                       "min",
                                       "max",
                                       "height",
                                       "width",
                                       "throttleRedraw",
                                       "itemsAlwaysDraggable",
                                       NULL };
  DlLiteralIter            iter;
  DlLiteral                key;
  DlLiteral                value;

  dl_literal_iter_init (&iter, object);
  while (dl_literal_iter_next (&iter, &key, &value))
    for (guint i = 0; names[i] != NULL; i++)
      if (dl_literal_is (&key, names[i]))
        return TRUE;
  return members[DL_VIS_ITEM_ID].kind == DL_LITERAL_NOTHING &&
         members[DL_VIS_ITEM_DESCRIPTION].kind == DL_LITERAL_NOTHING &&
         members[DL_VIS_ITEM_CLASS].kind == DL_LITERAL_NOTHING &&
         !dl_literal_is (&members[DL_VIS_ITEM_TYPE], "background");
}

gboolean
dl_vis_is_item (const DlLiteral *value, gboolean certain)
{
  DlLiteral members[DL_VIS_N_ITEM_MEMBERS];
  gboolean  typed;
  gboolean  named;

  if (value->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (value, dl_vis_item_names, members);
  if (members[DL_VIS_ITEM_START].kind == DL_LITERAL_NOTHING || members[DL_VIS_ITEM_START].kind == DL_LITERAL_OBJECT ||
      members[DL_VIS_ITEM_START].kind == DL_LITERAL_LIST)
    return FALSE;
  if (has_member (value, "content"))
    return members[DL_VIS_ITEM_CONTENT].kind != DL_LITERAL_LIST;
  typed = dl_literal_is (&members[DL_VIS_ITEM_TYPE], "background") ||
          dl_literal_is (&members[DL_VIS_ITEM_TYPE], "range") || dl_literal_is (&members[DL_VIS_ITEM_TYPE], "point") ||
          dl_literal_is (&members[DL_VIS_ITEM_TYPE], "box");
  named = members[DL_VIS_ITEM_TITLE].kind != DL_LITERAL_NOTHING ||
          members[DL_VIS_ITEM_GROUP].kind != DL_LITERAL_NOTHING ||
          members[DL_VIS_ITEM_LABEL].kind != DL_LITERAL_NOTHING;
  return named ? typed || certain : typed && !is_options (value, members);
}

void
dl_vis_item_put_texts (DlDraft *draft, const DlLiteral *members)
{
  g_autofree char *line = dl_literal_dup_line (&members[DL_VIS_ITEM_CONTENT]);
  g_autofree char *words = dl_literal_dup_words (&members[DL_VIS_ITEM_CONTENT]);
  g_autofree char *label = dl_literal_dup_line (&members[DL_VIS_ITEM_LABEL]);
  g_autofree char *tooltip = dl_literal_dup_words (&members[DL_VIS_ITEM_TITLE]);
  g_autofree char *tooltip_line = dl_literal_dup_line (&members[DL_VIS_ITEM_TITLE]);
  g_autofree char *description = dl_literal_dup_words (&members[DL_VIS_ITEM_DESCRIPTION]);

  if (strstr (words, "\n\n") != NULL || g_utf8_strlen (line, -1) > CONTENT_TITLE_MAX)
    {
      gsize            length = strcspn (words, "\n");
      g_autofree char *first = g_strndup (words, length);
      gboolean         is_title = g_utf8_strlen (first, -1) <= CONTENT_TITLE_MAX;

      if (is_title)
        dl_draft_put_title (draft, first);
      dl_draft_put_summary (draft, is_title ? words + length : words);
    }
  else
    dl_draft_put_title (draft, *line != '\0' ? line : label);
  /* What a pointer shows is often the same once more. */
  if (*line == '\0' && *label == '\0' && strchr (tooltip, '\n') == NULL &&
      g_utf8_strlen (tooltip, -1) <= CONTENT_TITLE_MAX)
    dl_draft_put_title (draft, tooltip);
  else if (strcmp (tooltip_line, line) != 0)
    dl_draft_put_summary (draft, tooltip);
  dl_draft_put_summary (draft, description);
  if (*line == '\0' && *label == '\0' && *tooltip == '\0' && *description == '\0')
    {
      /* A name that somebody gave it; a number is none. */
      g_autofree char *id =
        members[DL_VIS_ITEM_ID].kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&members[DL_VIS_ITEM_ID]) : NULL;
      g_autofree char *group = dl_literal_dup_line (&members[DL_VIS_ITEM_GROUP]);

      dl_draft_put_title (draft, id != NULL ? id : group);
    }
}

void
dl_vis_item_put_addresses (DlDraftLiteral *self, const DlLiteral *members)
{
  static const guint texts[] = { DL_VIS_ITEM_CONTENT, DL_VIS_ITEM_TITLE, DL_VIS_ITEM_LABEL, DL_VIS_ITEM_DESCRIPTION };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    dl_draft_literal_put_shown (self, &members[texts[i]], NULL, TRUE);
}
