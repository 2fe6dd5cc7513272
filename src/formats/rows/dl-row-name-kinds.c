/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of columns that tell something of what stands there, whatever they are taken for. */
#include "formats/rows/dl-row-names.h"

#include <string.h>

/* The first of the names of spans are those of decades. */
#define N_DECADES 8

/* What holds events, whatever these are. */
static const char *const containers[] = {
  "event",      "events", "item",       "items",   "data",     "rows",    "row",      "timeline", "timelines",
  "entries",    "list",   "record",     "records", "results",  "result",  "dates",    "date",     "history",
  "milestones", "values", "content",    "posts",   "nodes",    "objects", "elements", "docs",     "children",
  "stories",    "slides", "points",     "slots",   "sessions", "talks",   "exhibits", "facts",    "array",
  "body",       "json",   "chronology", "years",   "year",     "periods",
};

/* Whether a name ends in one of @words, which end with NULL. */
static gboolean
ends_in_word (const char *name, const char *const *words)
{
  g_autofree char *own = dl_row_name_dup_words (name);
  const char      *space = strrchr (own, ' ');

  return g_strv_contains (words, space != NULL ? space + 1 : own);
}

gboolean
dl_row_name_is_of_kind (const char *name)
{
  static const char *const words[] = { "type",    "types", "kind", "category",  "class",     "genre",
                                       "subtype", "typ",   "tipo", "categoria", "kategorie", "тип",
                                       "类型",    "種別",  "種類", "유형",      "분류",      NULL };

  return ends_in_word (name, words);
}

gboolean
dl_row_name_is_of_links (const char *name)
{
  static const char *const words[] = { "url",     "urls",     "link",    "links", "uri", "href",
                                       "website", "homepage", "webpage", "page",  NULL };

  return ends_in_word (name, words);
}

gboolean
dl_row_name_is_of_life (const char *name)
{
  static const char *const parts[] = { "birth",     "born",      "death",   "died",     "geboren",    "geburt",
                                       "gestorben", "sterb",     "tod",     "naissanc", "décès",      "nacimi",
                                       "muerte",    "fallecimi", "nascita", "morte",    "nascimento", "falecimento",
                                       "生年",      "没年",      "死去",    "출생",     "생년",       "사망" };
  static const char *const words[] = { "dob", "dod", NULL };
  g_autofree char         *own = dl_row_name_dup_words (name);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (own, parts[i]) != NULL)
      return TRUE;
  return ends_in_word (name, words);
}

gboolean
dl_row_name_is_of_map (const char *name)
{
  static const char *const words[] = { "lat",        "lon",         "lng",    "long", "latlng",   "latlon",
                                       "coordinate", "coordinates", "coords", "geo",  "geometry", "緯度",
                                       "経度",       "위도",        "경도",   NULL };
  g_autofree char         *own = dl_row_name_dup_words (name);

  /* "latitudeE7" */
  return strstr (own, "latitude") != NULL || strstr (own, "longitude") != NULL || ends_in_word (name, words);
}

gboolean
dl_row_name_is_of_clock (const char *name)
{
  static const char *const words[] = { "weekday", "week", "timezone", "zone", "tz", NULL };

  return ends_in_word (name, words);
}

/* Whether a name, all of it, is one of @names, which end with NULL. */
static gboolean
is_one_of (const char *name, const char *const *names)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return g_strv_contains (names, own);
}

gboolean
dl_row_name_is_given (const char *name)
{
  static const char *const names[] = { "first",    "first name", "firstname", "given name", "given names",
                                       "forename", "vorname",    "prénom",    "prenom",     NULL };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_family (const char *name)
{
  static const char *const names[] = { "last",     "last name",      "lastname",  "surname", "family name",
                                       "nachname", "nom de famille", "apellidos", "cognome", NULL };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_of_start (const char *name)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return g_str_has_prefix (own, "start ") || g_str_has_prefix (own, "begin ");
}

gboolean
dl_row_name_is_of_eras (const char *name)
{
  static const char *const names[] = {
    "unit",     "units",    "time unit", "date unit",    "era",         "age",       "calendar",  "epoch",
    "year era", "date era", "era name",  "calendar era", "era of date", "year type", "reckoning", "calendar system",
    "暦",       "紀元",     "時代",      "기원",         "연호",        "시대",      NULL
  };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_of_spans (const char *name, gboolean *decades)
{
  static const char *const names[] = { "decade",   "decades",     "jahrzehnt", "décennie",  "década",      "decada",
                                       "decennio", "десятилетие", "century",   "centuries", "jahrhundert", "siècle",
                                       "siglo",    "secolo",      "século",    "seculo",    "век",         "世紀",
                                       "世纪",     "세기",        NULL };
  g_autofree char         *own = dl_row_name_dup_words (name);

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (own, names[i]) == 0)
      {
        *decades = i < N_DECADES;
        return TRUE;
      }
  return FALSE;
}

gboolean
dl_row_name_is_of_bookkeeping (const char *name)
{
  static const char *const names[] = { "created",
                                       "created at",
                                       "created time",
                                       "created on",
                                       "created date",
                                       "date created",
                                       "create time",
                                       "creation time",
                                       "creation date",
                                       "created timestamp",
                                       "last edited",
                                       "last edited at",
                                       "edited at",
                                       "edited time",
                                       "last edited time",
                                       "last updated",
                                       "last updated at",
                                       "last update",
                                       "updated",
                                       "updated at",
                                       "updated on",
                                       "update time",
                                       "updated time",
                                       "date updated",
                                       "modified",
                                       "modified at",
                                       "modified on",
                                       "modified time",
                                       "last modified",
                                       "last modified at",
                                       "date modified",
                                       "last modified time",
                                       "modification date",
                                       "last changed",
                                       "changed at",
                                       "inserted at",
                                       "imported at",
                                       "synced at",
                                       "indexed at",
                                       "crawled at",
                                       "scraped at",
                                       "fetched at",
                                       "slug",
                                       "uuid",
                                       "guid",
                                       "etag",
                                       "revision id",
                                       NULL };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_language (const char *name)
{
  static const char *const codes[] = {
    "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk",  "sl",  "sv",  "da",  "nb",  "nn", "fi",
    "is", "el", "tr", "ar", "he", "fa", "ur", "hi", "bn", "ta", "te", "zh",  "ja",  "ko",  "vi",  "th",  "ca", "gl",
    "eu", "hu", "ro", "bg", "hr", "sr", "bs", "mk", "sq", "lt", "lv", "et",  "ka",  "hy",  "az",  "kk",  "ga", "cy",
    "la", "eo", "af", "sw", "ms", "tl", "id", "no", "be", "mt", "lb", "eng", "ger", "deu", "fra", "spa", NULL,
  };
  gsize            length = strcspn (name, "-_");
  g_autofree char *code = g_ascii_strdown (name, (gssize) length);

  /* "zh-Hant" */
  return strlen (name) <= strlen ("zh-Hant") && g_strv_contains (codes, code);
}

gboolean
dl_row_name_is_container (const char *name)
{
  g_autofree char *words = dl_row_name_dup_words (name);

  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    if (strcmp (words, containers[i]) == 0 ||
        (g_str_has_suffix (words, containers[i]) && words[strlen (words) - strlen (containers[i]) - 1] == ' '))
      return TRUE;
  return FALSE;
}

gboolean
dl_row_name_is_of_sort (const char *name)
{
  static const char *const names[] = {
    "births", "deaths", "birthdays", "holidays", "observances", "anniversaries", NULL
  };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_of_happenings (const char *name, gboolean *slot)
{
  static const char *const slots[] = { "talks",    "talk",    "presentations", "presentation", "lectures", "speeches",
                                       "sessions", "session", "papers",        "vorträge",     "講演",     "발표",
                                       NULL };
  static const char *const words[] = {
    "events",     "happenings", "occurrences", "milestones", "incidents",  "activities", "agenda",
    "program",    "programme",  "schedule",    "timeline",   "chronology", "ereignisse", "termine",
    "événements", "evenements", "eventos",     "hechos",     "sucesos",    "eventi",     "acontecimientos",
    "события",    "出来事",     "できごと",    "イベント",   "事項",       "事件",       "사건",
    "행사",       "이벤트",     NULL
  };

  *slot = ends_in_word (name, slots);
  return *slot || ends_in_word (name, words) || dl_row_name_is_of_sort (name);
}

gboolean
dl_row_name_is_year (const char *text)
{
  return text != NULL && strlen (text) == 4 && strspn (text, "0123456789") == 4;
}
