/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever stands in rows of JSON and in tables of separated values is read, or told: each text of a random file is a
 * word that stands nowhere else, and is found again in the timeline; or what it stands below is named in a note. */
#include <stdio.h>
#include <string.h>

#include "formats/dl-loader.h"

#define N_FILES 150
#define MAX_DEPTH 3

typedef struct
{
  char *way; /* of names that it stands below, with a slash behind each */
  char *token;
} Put;

typedef struct
{
  GRand     *rand;
  GString   *file;
  GPtrArray *put; /* of Put */
  GString   *way; /* to what is written */
  guint      n_tokens;
} Maker;

static void
put_free (gpointer data)
{
  Put *put = data;

  g_free (put->way);
  g_free (put->token);
  g_free (put);
}

static guint
any (Maker *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

/* A word of its own, noted as one below @name. */
static const char *
make_token (Maker *self, const char *name)
{
  Put *put = g_new0 (Put, 1);

  put->way = g_strdup_printf ("%s%s/", self->way->str, name);
  put->token = g_strdup_printf ("%s%c%c%u", any (self, 3) == 0 ? "Zu" : "qua", 'a' + (int) any (self, 26),
                                'a' + (int) any (self, 26), self->n_tokens++);
  g_ptr_array_add (self->put, put);
  return put->token;
}

/* Names of all kinds, of which no two mean the same. */
static const char *const names[] = {
  "description", "place",    "people",   "category", "tags",      "notes",     "url",       "image", "status",
  "importance",  "id",       "color",    "lat",      "vessel",    "crewSize",  "sponsor_b", "type",  "credit",
  "caption",     "month",    "day",      "time",     "all_day",   "sources",   "related",   "media", "participants",
  "odd key",     "données",  "備考",     "links",    "display",   "precision", "location",  "era",   "linkText",
  "endTime",     "duration", "language", "icon",     "reference", "weekday",   "theme",     "x",     "order",
};

static void
append_scalar (Maker *self, const char *name)
{
  switch (any (self, 8))
    {
    case 0:
      g_string_append (self->file, any (self, 2) == 0 ? "true" : "17");
      break;
    case 1:
      g_string_append_printf (self->file, "\"%s and %s\"", make_token (self, name), make_token (self, name));
      break;
    case 2:
      g_string_append_printf (self->file, "\"https://example.org/%s\"", make_token (self, name));
      break;
    default:
      g_string_append_printf (self->file, "\"%s\"", make_token (self, name));
      break;
    }
}

static void append_value (Maker *self, const char *name, guint depth);

static void
append_object (Maker *self, guint depth, gboolean dated)
{
  guint n = 1 + any (self, 3);
  guint first = any (self, G_N_ELEMENTS (names));

  g_string_append_c (self->file, '{');
  if (any (self, 2) == 0)
    g_string_append_printf (self->file, "\"name\": \"%s\", ", make_token (self, "name"));
  if (dated)
    g_string_append_printf (self->file, "\"year\": %u, ", 1800 + any (self, 200));
  for (guint i = 0; i < n; i++)
    {
      const char *name = names[(first + i * 7) % G_N_ELEMENTS (names)];

      g_string_append_printf (self->file, "%s\"%s\": ", i > 0 ? ", " : "", name);
      append_value (self, name, depth + 1);
    }
  g_string_append_c (self->file, '}');
}

static void
append_value (Maker *self, const char *name, guint depth)
{
  gsize length = self->way->len;
  guint kind = depth < MAX_DEPTH ? any (self, 10) : 9;
  guint n = 1 + any (self, 3);

  if (kind > 3)
    {
      append_scalar (self, name);
      return;
    }
  g_string_append_printf (self->way, "%s/", name);
  if (kind == 3)
    append_object (self, depth, FALSE);
  else
    {
      gboolean dated = any (self, 3) == 0;

      g_string_append_c (self->file, '[');
      for (guint i = 0; i < n; i++)
        {
          g_string_append (self->file, i > 0 ? ", " : "");
          if (kind == 2)
            append_object (self, depth, dated);
          else
            append_scalar (self, name);
        }
      g_string_append_c (self->file, ']');
    }
  g_string_truncate (self->way, length);
}

static void
make_json (Maker *self)
{
  guint    n = 2 + any (self, 4);
  guint    first = any (self, G_N_ELEMENTS (names));
  guint    n_members = 1 + any (self, 7);
  gboolean within = any (self, 2) == 0;

  if (within)
    {
      g_string_append (self->file, "{");
      for (guint i = any (self, 3); i > 0; i--)
        {
          const char *name = names[any (self, G_N_ELEMENTS (names))];

          g_autofree char *own = g_strdup_printf ("%s%u", name, i);

          g_string_append_printf (self->file, "\"%s\": ", own);
          append_value (self, own, 2);
          g_string_append (self->file, ", ");
        }
      g_string_append (self->file, "\"moments\": ");
    }
  g_string_append (self->file, "[\n");
  for (guint row = 0; row < n; row++)
    {
      g_string_append_printf (self->file, "%s{\"title\": \"%s\", \"date\": \"%u-0%u-1%u\"", row > 0 ? ",\n" : "",
                              make_token (self, "title"), 1800 + any (self, 200), 1 + any (self, 9), any (self, 10));
      for (guint i = 0; i < n_members; i++)
        {
          const char *name = names[(first + i * 11) % G_N_ELEMENTS (names)];

          if (any (self, 5) == 0)
            continue;
          g_string_append_printf (self->file, ", \"%s\": ", name);
          append_value (self, name, 0);
        }
      g_string_append_c (self->file, '}');
    }
  g_string_append (self->file, within ? "\n]}\n" : "\n]\n");
}

static void
make_csv (Maker *self)
{
  guint n = 2 + any (self, 6);
  guint first = any (self, G_N_ELEMENTS (names));
  guint n_columns = 1 + any (self, 8);

  for (guint i = any (self, 4) == 0 ? 1 + any (self, 2) : 0; i > 0; i--)
    g_string_append_printf (self->file, "%s of it\n", make_token (self, "above"));
  g_string_append (self->file, "title,date");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (self->file, ",%s", names[(first + i * 11) % G_N_ELEMENTS (names)]);
  for (guint row = 0; row < n; row++)
    {
      g_string_append_printf (self->file, "\n%s,%u-0%u-1%u", make_token (self, "title"), 1800 + any (self, 200),
                              1 + any (self, 9), any (self, 10));
      for (guint i = 0; i < n_columns; i++)
        {
          const char *name = names[(first + i * 11) % G_N_ELEMENTS (names)];

          switch (any (self, 6))
            {
            case 0:
              g_string_append_c (self->file, ',');
              break;
            case 1:
              g_string_append_printf (self->file, ",\"%s, %s\"", make_token (self, name), make_token (self, name));
              break;
            default:
              g_string_append_printf (self->file, ",%s", make_token (self, name));
              break;
            }
        }
    }
  g_string_append_c (self->file, '\n');
}

/* All that a person can read of what was loaded. */
static GString *
gather (DlLoaded *loaded)
{
  GString *all = g_string_new (NULL);

  g_assert_nonnull (dl_load_get_own_text (loaded, NULL));
  g_string_append (all, loaded->own_text != NULL ? g_bytes_get_data (loaded->own_text, NULL) : "");
  g_string_append_c (all, '\n');
  return all;
}

/* Whether a note names a member, or one of those around it, or is of it. */
static gboolean
is_told (const char *told, const char *way)
{
  g_auto (GStrv) own = g_strsplit (way, "/", -1);

  for (guint i = 0; own[i] != NULL; i++)
    {
      g_autofree char *ends = g_strconcat (own[i], "”", NULL);
      g_autofree char *pointer = g_strconcat ("/", own[i], NULL);

      if (*own[i] != '\0' && (strstr (told, ends) != NULL || strstr (told, pointer) != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
check (Maker *self, guint number, const char *ending)
{
  g_autofree char     *name = g_strdup_printf ("random-%u.%s", number, ending);
  g_autoptr (GBytes)   bytes = g_bytes_new (self->file->str, self->file->len);
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_load_bytes (bytes, name, NULL, &error);
  g_autoptr (GString)  all = NULL;
  g_autoptr (GString)  told = g_string_new (NULL);

  g_assert_no_error (error);
  all = gather (loaded);
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];

      g_string_append_printf (told, "%s %s %s\n", problem->pointer, problem->message, problem->title);
    }
  for (guint i = 0; i < self->put->len; i++)
    {
      const Put *put = self->put->pdata[i];

      if (strstr (all->str, put->token) != NULL || strstr (told->str, put->token) != NULL ||
          is_told (told->str, put->way))
        continue;
      g_test_message ("%s\n%s", self->file->str, told->str);
      g_test_message ("“%s”, below “%s”, is neither read nor told", put->token, put->way);
      g_test_fail ();
    }
}

static void
test_kept (gconstpointer data)
{
  const char *ending = data;
  guint32     seed = g_test_rand_int_range (0, G_MAXINT32) & 0x7fffffff;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_FILES && !g_test_failed (); i++)
    {
      Maker maker = { g_rand_new_with_seed (seed + i), g_string_new (NULL), g_ptr_array_new_with_free_func (put_free),
                      g_string_new (NULL), 0 };

      if (strcmp (ending, "csv") == 0)
        make_csv (&maker);
      else
        make_json (&maker);
      check (&maker, i, ending);
      g_rand_free (maker.rand);
      g_string_free (maker.file, TRUE);
      g_string_free (maker.way, TRUE);
      g_ptr_array_unref (maker.put);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rows/kept/json", "json", test_kept);
  g_test_add_data_func ("/rows/kept/csv", "csv", test_kept);
  return g_test_run ();
}
