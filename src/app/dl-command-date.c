/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-json-out.h"
#include "app/dl-output.h"
#include "time/dl-date-words.h"
#include "time/dl-date.h"
#include "time/dl-words.h"

static int
print_json (const char *text, const char *written, const DlDate *date, const GError *error)
{
  g_autoptr (JsonBuilder)  builder = json_builder_new ();
  static const char *const names[] = { "earliestStart", "latestStart", "earliestEnd", "latestEnd" };

  json_builder_begin_object (builder);
  dl_json_add_string (builder, "edtf", text);
  dl_json_add_bool (builder, "valid", date != NULL);
  if (date != NULL)
    {
      const DlInstant  bounds[] = { date->earliest_start, date->latest_start, date->earliest_end, date->latest_end };
      g_autofree char *canonical = dl_date_canonical (text);
      g_autofree char *words = dl_words_from_edtf (text, DL_WORDS_ZONE | DL_WORDS_AS_WRITTEN, NULL);

      if (written != NULL)
        dl_json_add_string (builder, "readFrom", written);
      dl_json_add_string (builder, "canonical", canonical);
      dl_json_add_int (builder, "level", date->level);
      dl_json_add_bool (builder, "extension", (date->flags & DL_DATE_EXTENSION) != 0);
      dl_json_add_string (builder, "precision", dl_precision_to_string ((DlPrecision) date->start_precision));
      dl_json_add_string (builder, "endPrecision", dl_precision_to_string ((DlPrecision) date->end_precision));
      dl_json_add_bool (builder, "interval", (date->flags & DL_DATE_INTERVAL) != 0);
      dl_json_add_bool (builder, "approximate", (date->flags & DL_DATE_APPROXIMATE) != 0);
      dl_json_add_bool (builder, "uncertain", (date->flags & DL_DATE_UNCERTAIN) != 0);
      dl_json_add_bool (builder, "unspecified", (date->flags & DL_DATE_UNSPECIFIED) != 0);
      for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
        {
          g_autofree char *iso = dl_instant_to_iso8601 (bounds[i]);

          dl_json_add_string (builder, names[i], iso);
        }
      dl_json_add_string (builder, "text", words);
    }
  else
    dl_json_add_string (builder, "error", error->message);
  json_builder_end_object (builder);
  dl_json_print (builder);
  return date != NULL ? DL_EXIT_GOOD : DL_EXIT_BAD_INPUT;
}

/* The label in one column, the value in the next; labels are of any width. */
static void
print_row (const char *label, const char *value)
{
  dl_print_line ("%s: %s", label, value);
}

static void
print_bound (const char *label, DlInstant bound)
{
  g_autofree char *iso = dl_instant_to_iso8601 (bound);

  print_row (label, iso != NULL ? iso : _ ("open"));
}

static void
print_flags (const DlDate *date)
{
  static const struct
  {
    guint32     flag;
    const char *label;
  } flags[] = {
    { DL_DATE_INTERVAL, N_ ("interval") },
    { DL_DATE_APPROXIMATE, N_ ("approximate") },
    { DL_DATE_UNCERTAIN, N_ ("uncertain") },
    { DL_DATE_UNSPECIFIED, N_ ("unspecified digits") },
    { DL_DATE_OPEN_START, N_ ("open start") },
    { DL_DATE_OPEN_END, N_ ("open end") },
    { DL_DATE_UNKNOWN_START, N_ ("unknown start") },
    { DL_DATE_UNKNOWN_END, N_ ("unknown end") },
    { DL_DATE_SET_ONE, N_ ("one of a set") },
    { DL_DATE_SET_ALL, N_ ("all of a set") },
    { DL_DATE_EXTENSION, N_ ("an extension, beyond ISO 8601-2") },
  };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char      *joined = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (date->flags & flags[i].flag)
      g_ptr_array_add (words, (gpointer) _ (flags[i].label));
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (", ", (char **) words->pdata);
  print_row (_ ("flags"), words->len > 1 ? joined : _ ("none"));
}

static void
print_text (const char *text, const char *written, DlDateForm form, const DlDate *date)
{
  g_autofree char *canonical = dl_date_canonical (text);
  g_autofree char *words = dl_words_from_edtf (text, DL_WORDS_ZONE | DL_WORDS_AS_WRITTEN, NULL);
  g_autofree char *level = g_strdup_printf ("%u", date->level);

  dl_print_line ("%s", words);
  if (written != NULL && form == DL_DATE_FORM_WORDS)
    /* Translators: before what was written, as “circa 1850”, which is not EDTF. */
    print_row (_ ("read from words"), written);
  else if (written != NULL)
    /* Translators: before what was written, as “1969/1/9”, which is not EDTF. */
    print_row (_ ("read from another spelling"), written);
  /* Translators: the one way that the program prefers to write this date. */
  print_row (_ ("preferred spelling"), canonical);
  print_bound (_ ("earliest start"), date->earliest_start);
  print_bound (_ ("latest start"), date->latest_start);
  print_bound (_ ("earliest end"), date->earliest_end);
  print_bound (_ ("latest end"), date->latest_end);
  print_row (_ ("precision"),
             g_dpgettext2 (NULL, "precision", dl_precision_to_string ((DlPrecision) date->start_precision)));
  print_row (_ ("EDTF level"), level);
  print_flags (date);
}

/* The EDTF that @text is or means; NULL with the better of two reasons. */
static char *
read_date (const char *text, DlDateForm *form, GError **error)
{
  DlDateWordsFound   found;
  g_autoptr (GError) reason = NULL;
  char              *edtf = dl_date_words_to_edtf (text, NULL, &found, &reason);
  DlDate             date;

  *form = found.form;
  if (edtf != NULL)
    return edtf;
  /* Of what may be EDTF with a mistake, the place is told. */
  if (found.answer == DL_DATE_ANSWER_UNREAD)
    dl_date_parse (text, -1, &date, error);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

int
dl_command_date (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const char        *text = NULL;
  gboolean           json = FALSE;
  gboolean           only_dates = FALSE;
  g_autofree char   *edtf = NULL;
  const char        *written;
  DlDateForm         form;
  DlDate             date;

  /* By hand: "-0043" is a date, not an option. */
  for (int i = 1; i < argc; i++)
    {
      if (!only_dates && argv[i][0] == '-' && !g_ascii_isdigit (argv[i][1]))
        {
          if (strcmp (argv[i], "--") == 0)
            only_dates = TRUE;
          else if (strcmp (argv[i], "--json") == 0)
            json = TRUE;
          else if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
            {
              dl_print_text (_ ("Usage:\n"
                                "  dateline date [--json] EDTF\n\n"
                                "Says what a date means: its words, how it is best spelled, its four bounds,\n"
                                "and its flags.\n"
                                "Dates follow ISO 8601-2 (EDTF), levels 0 to 2. Without an offset they\n"
                                "are told as if the time were UTC. Dates in words (circa 1850) are read too.\n"));
              return DL_EXIT_GOOD;
            }
          else
            {
              g_autofree char *message = g_strdup_printf (_ ("unknown option %s"), argv[i]);

              return dl_command_misused ("date", message);
            }
        }
      else if (text != NULL)
        return dl_command_misused ("date", _ ("one date at a time"));
      else
        text = argv[i];
    }
  if (text == NULL)
    return dl_command_misused ("date", _ ("a date is missing"));

  if (!g_utf8_validate (text, -1, NULL))
    return dl_command_fail (DL_EXIT_BAD_INPUT, _ ("the date is not UTF-8 text"));
  edtf = read_date (text, &form, &error);
  if (edtf == NULL || !dl_date_parse (edtf, -1, &date, &error))
    {
      if (json)
        return print_json (text, NULL, NULL, error);
      return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
    }
  dl_date_resolve (&date, NULL);
  written = form == DL_DATE_FORM_EDTF ? NULL : text;
  if (json)
    return print_json (edtf, written, &date, NULL);
  print_text (edtf, written, form, &date);
  return DL_EXIT_GOOD;
}
