/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a text to EDTF: as it is, as programs write, in words. */
#include "time/dl-date-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date-words-private.h"
#include "time/dl-date.h"
#include "time/dl-words-parts.h"

static const DlDateWordsContext no_context = { 0 };

/* "1720-23" is an autumn as EDTF, and four years to most people. */
static gboolean
may_be_years (DlReading *self, const char *text)
{
  char first[DL_DATE_READING_SIZE];
  char second[DL_DATE_READING_SIZE];
  int  century;
  int  end;
  int  i;

  for (i = 0; i < 7; i++)
    if (i == 4 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  century = (text[0] - '0') * 10 + (text[1] - '0');
  end = (text[5] - '0') * 10 + (text[6] - '0');
  if (text[7] != '\0' || end <= 12 || end <= (text[2] - '0') * 10 + (text[3] - '0'))
    return FALSE;
  g_snprintf (first, sizeof first, "%.4s/%02d%02d", text, century, end);
  g_snprintf (second, sizeof second, "%.7s", text);
  return !dl_reading_fail_ambiguous (self, first, second);
}

/* "?-1490" is 1491 BC with a doubt about its year as EDTF, and to whoever types it what lasts until 1490. */
static gboolean
may_be_until (const char *text)
{
  return text[0] == '?' && text[1] == '-' && g_ascii_isdigit (text[2]);
}

/* Both ends are dates, so it is their order that is wrong. */
static gboolean
is_turned_round (const char *edtf)
{
  const char *slash = strchr (edtf, '/');
  DlDate      date;

  return slash != NULL && dl_date_parse (edtf, slash - edtf, &date, NULL) && dl_date_parse (slash + 1, -1, &date, NULL);
}

/* What is not read may be of an era that is not ours; else nothing more is said. */
static void
fail_other_era (DlReading *self)
{
  DlDateEra        era;
  g_autofree char *shown = NULL;

  if (self->found.answer != DL_DATE_ANSWER_UNREAD || self->message != NULL || self->context->here != NULL)
    return;
  /* Most of what is no date has no number. */
  era = strpbrk (self->text, DL_READING_DIGITS) != NULL ? dl_date_words_find_era (self->text) : DL_DATE_ERA_NONE;
  if (era == DL_DATE_ERA_NONE)
    return;
  shown = dl_reading_shown_text (self);
  dl_reading_fail (self, DL_DATE_ANSWER_OTHER_ERA, dl_date_words_dup_era_reason (shown, era));
}

static char *
read_text (DlReading *self)
{
  g_autofree char *edtf = NULL;
  DlDateAnswer     absence;
  DlDate           date;

  if (dl_date_parse (self->text, -1, &date, NULL) && !may_be_until (self->text))
    return self->context->foreign && may_be_years (self, self->text) ? NULL : g_strdup (self->text);
  self->found.form = DL_DATE_FORM_MACHINE;
  edtf = dl_date_words_from_machine (self->text, self->context);
  if (edtf != NULL)
    return g_steal_pointer (&edtf);
  absence = dl_date_words_get_absence (self->text);
  if (absence != DL_DATE_ANSWER_READ)
    {
      dl_reading_fail (self, absence, NULL);
      return NULL;
    }
  self->found.form = DL_DATE_FORM_WORDS;
  edtf = dl_reading_words (self);
  if (edtf == NULL)
    {
      fail_other_era (self);
      return NULL;
    }
  dl_reading_clear_failure (self);
  if (self->exact)
    self->found.form = DL_DATE_FORM_MACHINE;
  if (dl_date_parse (edtf, -1, &date, NULL))
    return g_steal_pointer (&edtf);
  if (is_turned_round (edtf))
    {
      g_autofree char *shown = dl_reading_shown_text (self);

      dl_reading_fail (self, DL_DATE_ANSWER_IMPOSSIBLE,
                       /* Translators: {text} is an interval as it stands in a file, 1918–1914. */
                       dl_words_fill (_ ("“{text}” ends before it begins."), "text", shown, NULL));
    }
  else
    /* What is too far for an instant. */
    dl_reading_fail_unread (self);
  return NULL;
}

char *
dl_date_words_to_edtf (const char *text, const DlDateWordsContext *context, DlDateWordsFound *found, GError **error)
{
  DlReading        reading = { .context = context != NULL ? context : &no_context };
  g_autofree char *stripped = NULL;
  char            *edtf;
  DlDate           date;

  g_return_val_if_fail (text != NULL, NULL);

  /* Nearly all there are: one test, one copy. */
  if (!reading.context->foreign && dl_date_parse (text, -1, &date, NULL) && !may_be_until (text))
    {
      if (found != NULL)
        *found = reading.found;
      return g_strdup (text);
    }
  stripped = g_strstrip (g_strdup (text));
  reading.text = stripped;
  edtf = read_text (&reading);
  if (edtf == NULL)
    {
      g_autofree char *message = error != NULL ? dl_reading_sentence (&reading) : NULL;

      if (error != NULL)
        g_set_error_literal (error, DL_ERROR, DL_ERROR_INVALID_DATE, message);
    }
  if (found != NULL)
    *found = reading.found;
  g_free (reading.message);
  return edtf;
}

char *
dl_date_words_suggest (const char *text)
{
  return dl_date_words_to_edtf (text, NULL, NULL, NULL);
}

gboolean
dl_date_words_mean (const char *words, const char *edtf)
{
  g_autofree char *read = dl_date_words_to_edtf (words, NULL, NULL, NULL);

  return read != NULL && strcmp (read, edtf) == 0;
}
