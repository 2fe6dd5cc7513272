/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/rows/dl-rows-people.h"

#include <string.h>

#include "formats/rows/dl-rows.h"

/* Letters that each side of a slash has at least: "AC/DC" is one. */
#define MIN_SLASHED_LENGTH 3

static const char *const joints[] = { " & ", " and ", " And ", " und ", " et ", " y ", " e ", " / ", "/" };

/* What belongs to the name before it. */
static gboolean
is_addition (const char *name)
{
  static const char *const words[] = { "sons",     "son",      "co",   "co.",   "company", "cie",  "cie.",
                                       "partners", "brothers", "bros", "bros.", "inc",     "inc.", "ltd",
                                       "ltd.",     "jr",       "jr.",  "sr",    "sr.",     "dr",   "dr.",
                                       "phd",      "ph.d.",    "md",   "m.d.",  "esq",     "esq.", "daughters",
                                       "others",   "al.",      "ii",   "iii",   "iv" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (name, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A name begins with a large letter, or one that is neither. */
static gboolean
begins_as_name (const char *text)
{
  gunichar letter = g_utf8_get_char_validated (text, -1);

  return g_unichar_isalpha (letter) && !g_unichar_islower (letter);
}

/* The parts of @text between @joint, without space around them. */
static GStrv
split (const char *text, const char *joint)
{
  GStrv parts = g_strsplit (text, joint, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return parts;
}

/* Whether each part of @parts can be the name of somebody else. */
static gboolean
are_names (char **parts, const char *joint)
{
  gboolean slash = strcmp (joint, "/") == 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!begins_as_name (parts[i]) || is_addition (parts[i]) ||
        (slash && g_utf8_strlen (parts[i], -1) < MIN_SLASHED_LENGTH))
      return FALSE;
  return TRUE;
}

/* Whether commas stand between people, not between the names of one. */
static gboolean
commas_part (const char *text, gboolean pairs_part)
{
  g_auto (GStrv) parts = split (text, ",");
  guint          n = g_strv_length (parts);
  guint          n_short = 0;

  if (n < 2 || !are_names (parts, ","))
    return FALSE;
  for (guint i = 0; i < n; i++)
    n_short += strchr (parts[i], ' ') == NULL ? 1 : 0;
  /* "Jane Doe, John Roe"; "Watson, Crick, Franklin"; "Savery, Newcomen" */
  return n_short == 0 || (n_short == n && (n > 2 || pairs_part));
}

/* The names in @text, which has no semicolon. */
static void
add_names (GPtrArray *names, const char *text, gboolean pairs_part, gboolean *guessed)
{
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_auto (GStrv) parts = strstr (text, joints[i]) != NULL ? split (text, joints[i]) : NULL;
      guint          n_commas = 0;

      if (parts == NULL || !are_names (parts, joints[i]))
        continue;
      for (guint j = 0; parts[j] != NULL; j++)
        n_commas += strchr (parts[j], ',') != NULL ? 1 : 0;
      *guessed = TRUE;
      /* "Watson, Crick and Franklin", but "Doe, Jane and Roe, John" */
      for (guint j = 0; parts[j] != NULL; j++)
        add_names (names, parts[j], n_commas == 1, guessed);
      return;
    }
  if (commas_part (text, pairs_part))
    {
      g_auto (GStrv) parts = split (text, ",");

      *guessed = *guessed || strchr (parts[0], ' ') == NULL;
      for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
  else if (*text != '\0')
    g_ptr_array_add (names, g_strdup (text));
}

GStrv
dl_rows_people_split (const char *text, gboolean pairs_part, gboolean *guessed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  /* In a list of the file they are parted already. */
  gboolean       listed = strstr (text, DL_ROW_SEPARATOR) != NULL;
  g_auto (GStrv) cells = g_strsplit_set (text, listed ? DL_ROW_SEPARATOR : ";|\n", -1);

  *guessed = FALSE;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) parts = listed ? NULL : split (cells[i], "、");

      if (listed && *g_strstrip (cells[i]) != '\0')
        g_ptr_array_add (names, g_strdup (cells[i]));

      for (guint j = 0; parts != NULL && parts[j] != NULL; j++)
        add_names (names, parts[j], pairs_part, guessed);
    }
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
