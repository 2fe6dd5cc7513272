/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a text could not be read as a date: what is noted on the way, and the
 * sentence that is told at its end. */
#include "time/dl-date-words-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-words-parts.h"

#define SHOWN_LETTERS 60

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

void
dl_reading_clear_failure (DlReading *self)
{
  g_clear_pointer (&self->message, g_free);
  self->found.answer = DL_DATE_ANSWER_READ;
  memset (self->found.readings, 0, sizeof self->found.readings);
}

char *
dl_reading_shown_text (const DlReading *self)
{
  g_autofree char *valid = g_utf8_make_valid (self->text, -1);
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

char *
dl_reading_sentence (const DlReading *self)
{
  g_autofree char *shown = dl_reading_shown_text (self);
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
        return g_strdup (_ ("no date is given."));
      /* Translators: {text} is what stands where a date belongs, as “n/a”. */
      pattern = _ ("“{text}” says that there is no date.");
      break;
    case DL_DATE_ANSWER_UNKNOWN:
      /* Translators: {text} is what stands where a date belongs, as “unknown”. */
      pattern = _ ("“{text}” says that the date is not known.");
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
    case DL_DATE_ANSWER_OTHER_ERA:
    case DL_DATE_ANSWER_UNREAD:
    default:
      /* Translators: {text} is what stands in a file where a date belongs. */
      pattern = _ ("“{text}” could not be read as a date.");
      break;
    }
  return dl_words_fill (pattern, "text", shown, NULL);
}
