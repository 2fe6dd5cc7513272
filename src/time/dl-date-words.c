/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a text to EDTF: as it is, as programs write, in words; and the
 * sentences that say why not. */
#include "time/dl-date-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date-words-private.h"
#include "time/dl-date.h"
#include "time/dl-words-parts.h"

#define SHOWN_LETTERS 60

static const DlDateWordsContext no_context = { 0 };

/* Reasons */

gboolean
dl_reading_fail (DlReading *self, DlDateAnswer answer, char *message)
{
  gboolean better =
    self->found.answer == DL_DATE_ANSWER_READ || (self->found.answer == DL_DATE_ANSWER_UNREAD && self->message == NULL);

  if (!better)
    {
      g_free (message);
      return FALSE;
    }
  self->found.answer = answer;
  g_free (self->message);
  self->message = message;
  return FALSE;
}

gboolean
dl_reading_fail_unread (DlReading *self)
{
  return dl_reading_fail (self, DL_DATE_ANSWER_UNREAD, NULL);
}

gboolean
dl_reading_fail_ambiguous (DlReading *self, const char *first, const char *second)
{
  g_strlcpy (self->found.readings[0], first, DL_DATE_READING_SIZE);
  g_strlcpy (self->found.readings[1], second, DL_DATE_READING_SIZE);
  return dl_reading_fail (self, DL_DATE_ANSWER_AMBIGUOUS, NULL);
}

static void
clear_failure (DlReading *self)
{
  g_clear_pointer (&self->message, g_free);
  self->found.answer = DL_DATE_ANSWER_READ;
  memset (self->found.readings, 0, sizeof self->found.readings);
}

static char *
shown_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\t\r\n", ' ');
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= SHOWN_LETTERS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, SHOWN_LETTERS);
  return g_strconcat (start, "…", NULL);
}

/* What a person is told who typed what is no date. */
static char *
typed_sentence (const char *shown)
{
  if (shown[0] == '\0')
    /* Translators: give examples that work in your language, besides the last. */
    return g_strdup (_ ("Type a date, such as “25 October 2025”, “Oct 2025”, “1960s”, “44 BC” or “2025-10-25”."));
  /* Translators: {text} is what was typed; give examples that work in your
   * language, besides the last. */
  return dl_words_fill (
    _ ("“{text}” could not be read as a date. Try “25 October 2025”, “Oct 2025”, “1960s”, “44 BC” or “2025-10-25”."),
    "text", shown, NULL);
}

static char *
sentence (const DlReading *self)
{
  g_autofree char *shown = shown_text (self->text);
  const char      *pattern;

  if (self->message != NULL)
    return g_strdup (self->message);
  if (self->found.answer == DL_DATE_ANSWER_AMBIGUOUS)
    return dl_words_fill (
      /* Translators: {text} is a date as it stands in a file, 4/7/1776; the others are the dates that it can be, as
       * 1776-07-04. */
      _ ("“{text}” can be {first} or {second}."), "text", shown, "first", self->found.readings[0], "second",
      self->found.readings[1], NULL);
  if (self->context->here != NULL)
    return typed_sentence (shown);
  switch (self->found.answer)
    {
    case DL_DATE_ANSWER_NONE:
      if (shown[0] == '\0')
        return g_strdup (_ ("There is no date."));
      /* Translators: {text} is what stands where a date belongs, as “unknown”. */
      pattern = _ ("“{text}” says that there is no date.");
      break;
    case DL_DATE_ANSWER_NO_YEAR:
      /* Translators: {text} is a date as it stands in a file, 25 October. */
      pattern = _ ("“{text}” has no year.");
      break;
    case DL_DATE_ANSWER_TODAY:
      /* Translators: {text} is what stands in a file, as “yesterday” or “3 years ago”. */
      pattern = _ ("“{text}” depends on the day on which it is read.");
      break;
    case DL_DATE_ANSWER_READ:
    case DL_DATE_ANSWER_AMBIGUOUS:
    case DL_DATE_ANSWER_IMPOSSIBLE:
    case DL_DATE_ANSWER_UNREAD:
    default:
      /* Translators: {text} is what stands in a file where a date belongs. */
      pattern = _ ("“{text}” could not be read as a date.");
      break;
    }
  return dl_words_fill (pattern, "text", shown, NULL);
}

/* Ways of reading */

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

/* Both ends are dates, so it is their order that is wrong. */
static gboolean
is_turned_round (const char *edtf)
{
  const char *slash = strchr (edtf, '/');
  DlDate      date;

  return slash != NULL && dl_date_parse (edtf, slash - edtf, &date, NULL) && dl_date_parse (slash + 1, -1, &date, NULL);
}

static char *
read_text (DlReading *self)
{
  g_autofree char *edtf = NULL;
  DlDate           date;

  if (dl_date_parse (self->text, -1, &date, NULL))
    return self->context->foreign && may_be_years (self, self->text) ? NULL : g_strdup (self->text);
  self->found.form = DL_DATE_FORM_MACHINE;
  edtf = dl_date_words_from_machine (self->text, self->context);
  if (edtf != NULL)
    return g_steal_pointer (&edtf);
  if (dl_vocabulary_is_no_date (self->text))
    {
      dl_reading_fail (self, DL_DATE_ANSWER_NONE, NULL);
      return NULL;
    }
  self->found.form = DL_DATE_FORM_WORDS;
  edtf = dl_reading_words (self);
  if (edtf == NULL)
    return NULL;
  clear_failure (self);
  if (self->exact)
    self->found.form = DL_DATE_FORM_MACHINE;
  if (dl_date_parse (edtf, -1, &date, NULL))
    return g_steal_pointer (&edtf);
  if (is_turned_round (edtf))
    {
      g_autofree char *shown = shown_text (self->text);

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
  if (!reading.context->foreign && dl_date_parse (text, -1, &date, NULL))
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
      g_autofree char *message = error != NULL ? sentence (&reading) : NULL;

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
