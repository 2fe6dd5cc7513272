/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of Dateline's own format, which data/dateline.schema.json describes. */
#include "formats/dl-vocabulary.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-suggestion.h"
#include "model/dl-records.h"
#include "time/dl-words-parts.h"

/* A member that other formats, and people, call otherwise. */
typedef struct
{
  const char *name;
  const char *member;
} Synonym;

/* A colour of CSS has a hue when its red, green and blue differ by so much, of 255. */
#define HUE_MIN_RANGE 24

static const char *const members[DL_N_OBJECT_KINDS][17] = {
  [DL_OBJECT_TIMELINE] = { "$schema", "dateline", "title", "description", "language", "asOf", "timezone", "view",
                           "people", "places", "topics", "sources", "eras", "files", "events", NULL },
  [DL_OBJECT_PERSON] = { "id", "name", "role", "aliases", NULL },
  [DL_OBJECT_PLACE] = { "id", "name", "timezone", NULL },
  [DL_OBJECT_TOPIC] = { "id", "name", "color", NULL },
  [DL_OBJECT_SOURCE] = { "id", "title", "publisher", "author", "date", "url", "language", NULL },
  [DL_OBJECT_ERA] = { "title", "date", NULL },
  [DL_OBJECT_FILE] = { "id", "name", NULL },
  [DL_OBJECT_EVENT] = { "id", "title", "date", "dateNote", "status", "summary", "place", "people", "topics",
                        "importance", "sources", "quotes", "related", "file", NULL },
  [DL_OBJECT_QUOTE] = { "text", "speaker", "language", "date", "context", "source", "exact", NULL },
  [DL_OBJECT_RELATION] = { "event", "type", NULL },
};

/* Only what exactly one member can be meant by. Where an object has no member of that
 * name the line says nothing of it. */
static const Synonym synonyms[] = {
  { "affiliation", "role" },
  { "alias", "aliases" },
  { "byline", "author" },
  { "caption", "title" },
  { "category", "topics" },
  { "categories", "topics" },
  { "citation", "sources" },
  { "citations", "sources" },
  { "colour", "color" },
  { "content", "summary" },
  { "description", "summary" },
  { "details", "summary" },
  { "dateEnd", "date" },
  { "end", "date" },
  { "endDate", "date" },
  { "from", "date" },
  { "group", "topics" },
  { "groups", "topics" },
  { "headline", "title" },
  { "href", "url" },
  { "label", "title" },
  { "lang", "language" },
  { "link", "url" },
  { "links", "related" },
  { "locale", "language" },
  { "location", "place" },
  { "name", "title" },
  { "note", "summary" },
  { "notes", "summary" },
  { "now", "asOf" },
  { "office", "role" },
  { "participants", "people" },
  { "periods", "eras" },
  { "person", "people" },
  { "persons", "people" },
  { "position", "role" },
  { "priority", "importance" },
  { "reference", "sources" },
  { "references", "sources" },
  { "relations", "related" },
  { "said", "text" },
  { "start", "date" },
  { "startDate", "date" },
  { "state", "status" },
  { "tag", "topics" },
  { "tags", "topics" },
  { "target", "event" },
  { "text", "summary" },
  { "time", "date" },
  { "title", "name" },
  { "to", "event" },
  { "tz", "timezone" },
  { "url", "sources" },
  { "uri", "url" },
  { "version", "dateline" },
  { "weight", "importance" },
  { "when", "date" },
  { "where", "place" },
  { "who", "people" },
  { "words", "text" },
  { "year", "date" },
};

const char *const *
dl_vocabulary_get_members (DlObjectKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_OBJECT_KINDS, NULL);
  return members[kind];
}

gboolean
dl_vocabulary_has_member (DlObjectKind kind, const char *name)
{
  return g_strv_contains (members[kind], name);
}

const char *
dl_vocabulary_suggest_member (DlObjectKind kind, const char *name)
{
  const char *near = dl_nearest_of (name, members[kind]);

  if (near != NULL)
    return near;
  /* JSON has no comments; a member that is one has a name that says so. */
  if (g_ascii_strcasecmp (name, "comment") == 0 || g_ascii_strcasecmp (name, "comments") == 0)
    return "_comment";
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_ascii_strcasecmp (name, synonyms[i].name) == 0 && dl_vocabulary_has_member (kind, synonyms[i].member))
      return synonyms[i].member;
  return NULL;
}

char *
dl_vocabulary_dup_unknown (const char *name)
{
  /* Translators: {name} is what somebody called a member of an object in the file, perhaps by mistake. */
  return dl_words_fill (_ ("“{name}” is not known and is ignored."), "name", name, NULL);
}

const char *const *
dl_vocabulary_get_statuses (void)
{
  static const char *nicks[DL_N_STATUSES + 1];
  static gsize       done;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < DL_N_STATUSES; i++)
        nicks[i] = dl_status_to_string ((DlStatus) i);
      g_once_init_leave (&done, 1);
    }
  return nicks;
}

const char *const *
dl_vocabulary_get_relation_types (void)
{
  static const char *nicks[DL_N_RELATION_TYPES + 1];
  static gsize       done;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < DL_N_RELATION_TYPES; i++)
        nicks[i] = dl_relation_type_to_string ((DlRelationType) i);
      g_once_init_leave (&done, 1);
    }
  return nicks;
}

const char *const *
dl_vocabulary_get_colors (void)
{
  static const char *names[DL_N_HUES + 1];
  static gsize       done;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < DL_N_HUES; i++)
        names[i] = dl_hue_to_string (i);
      g_once_init_leave (&done, 1);
    }
  return names;
}

char *
dl_vocabulary_dup_list (const char *const *names)
{
  guint            n = g_strv_length ((char **) names);
  GString         *list = g_string_new (names[0]);
  g_autofree char *most = NULL;

  for (guint i = 1; i + 1 < n; i++)
    /* Translators: between words of a list but the last two: “red, orange” */
    g_string_append_printf (list, C_ ("words of a list", ", %s"), names[i]);
  most = g_string_free (list, FALSE);
  /* Translators: a list of words of the file format: first all but the last, then the last */
  return n < 2 ? g_steal_pointer (&most) : g_strdup_printf (C_ ("words of a list", "%s and %s"), most, names[n - 1]);
}

/* "#rrggbb" or "#rgb", each 0 to 255. */
static gboolean
read_rgb (const char *text, int rgb[3])
{
  gsize n = strlen (text);

  if (*text != '#' || (n != 4 && n != 7))
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++)
    if (!g_ascii_isxdigit (*p))
      return FALSE;
  for (int i = 0; i < 3; i++)
    if (n == 4)
      rgb[i] = g_ascii_xdigit_value (text[1 + i]) * 17;
    else
      rgb[i] = g_ascii_xdigit_value (text[1 + 2 * i]) * 16 + g_ascii_xdigit_value (text[2 + 2 * i]);
  return TRUE;
}

/* The name of the palette that is nearest by its hue. */
static const char *
nearest_hue (const int rgb[3])
{
  int most = MAX (rgb[0], MAX (rgb[1], rgb[2]));
  int least = MIN (rgb[0], MIN (rgb[1], rgb[2]));
  int range = most - least;
  int angle;

  if (range < HUE_MIN_RANGE)
    return NULL;
  if (most == rgb[0])
    angle = (60 * (rgb[1] - rgb[2]) / range + 360) % 360;
  else if (most == rgb[1])
    angle = 120 + 60 * (rgb[2] - rgb[0]) / range;
  else
    angle = 240 + 60 * (rgb[0] - rgb[1]) / range;
  if (angle < 15 || angle >= 345)
    return "red";
  if (angle < 60)
    return most < 160 ? "brown" : "orange";
  if (angle < 150)
    return "green";
  if (angle < 195)
    return "teal";
  if (angle < 250)
    return "blue";
  return angle < 300 ? "purple" : "pink";
}

const char *
dl_vocabulary_suggest_color (const char *color)
{
  static const Synonym others[] = {
    { "amber", "orange" },  { "aqua", "teal" },      { "aquamarine", "teal" }, { "azure", "blue" },
    { "bluish", "blue" },   { "crimson", "red" },    { "cyan", "teal" },       { "fuchsia", "pink" },
    { "gold", "orange" },   { "greenish", "green" }, { "indigo", "purple" },   { "lavender", "purple" },
    { "lime", "green" },    { "magenta", "pink" },   { "maroon", "brown" },    { "navy", "blue" },
    { "olive", "green" },   { "reddish", "red" },    { "rose", "pink" },       { "salmon", "pink" },
    { "scarlet", "red" },   { "tan", "brown" },      { "turquoise", "teal" },  { "violet", "purple" },
    { "yellow", "orange" },
  };
  const char *near = dl_nearest_of (color, dl_vocabulary_get_colors ());
  int         rgb[3];

  if (near != NULL)
    return near;
  if (read_rgb (color, rgb))
    return nearest_hue (rgb);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (color, others[i].name) == 0)
      return others[i].member;
  /* "dark blue", "lightgreen" */
  for (guint i = 0; i < DL_N_HUES; i++)
    {
      const char *name = dl_hue_to_string (i);
      gsize       length = strlen (color);

      if (length > strlen (name) && g_ascii_strcasecmp (color + length - strlen (name), name) == 0)
        return name;
    }
  return NULL;
}
