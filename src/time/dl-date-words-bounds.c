/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date with what stands before or after it: "before 1900", "since 1900", "1900 or later". */
#include <string.h>

#include "time/dl-date-words-slice.h"
#include "time/dl-date.h"
#include "time/dl-edtf.h"

static gboolean
read_one (DlReading *reading, const DlWordsSlice *slice, DlDatePiece *piece, DlPieceTexts *texts)
{
  return dl_date_piece_read (piece, reading, slice->tokens, slice->n, FALSE) &&
         dl_date_piece_complete (piece, reading) && dl_date_piece_write (piece, reading, texts);
}

/* The last unit before the date, or the first after it: 1899 for "before 1900". */
static char *
beside (const DlDatePiece *piece, const char *text, gboolean after)
{
  DlUnit  unit = DL_UNIT_YEAR;
  DlDate  date;
  DlCivil civil;

  if (piece->kind == DL_PIECE_TEXT)
    return g_strdup (text);
  if (piece->kind == DL_PIECE_SEASON || (piece->kind == DL_PIECE_DATE && piece->month != 0))
    unit = piece->day != 0 ? DL_UNIT_DAY : DL_UNIT_MONTH;
  if (!dl_date_parse (text, -1, &date, NULL))
    return NULL;
  civil = dl_calendar_from_instant (after ? date.stated_end : dl_instant_add (date.stated_start, -1));
  return dl_edtf_from_civil (&civil, unit);
}

static char *
bounded (DlReading *reading, const DlWordsSlice *slice, gboolean after)
{
  DlDatePiece      piece;
  DlPieceTexts     texts;
  g_autofree char *edge = NULL;

  if (!read_one (reading, slice, &piece, &texts))
    return NULL;
  edge = piece.line.clock >= 0 ? NULL : beside (&piece, after ? texts.to : texts.from, after);
  if (edge == NULL || edge[0] == '[')
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  if (piece.kind != DL_PIECE_TEXT && (piece.line.about || piece.line.uncertain))
    {
      g_autofree char *exact = g_steal_pointer (&edge);
      const char      *mark = piece.line.about && piece.line.uncertain ? "%" : piece.line.about ? "~" : "?";

      edge = g_strconcat (exact, mark, NULL);
    }
  return after ? g_strdup_printf ("[%s..]", edge) : g_strdup_printf ("[..%s]", edge);
}

char *
dl_reading_surrounded (DlReading *reading, const DlWordsSlice *slice, const char *before, const char *after)
{
  gboolean     interval = before[0] == '.' || before[0] == '/' || after[0] == '/';
  DlDatePiece  piece;
  DlPieceTexts texts;

  if (!read_one (reading, slice, &piece, &texts))
    return NULL;
  if (texts.to[0] == '[' || (before[0] != '.' && before[0] != '/' && before[0] != '\0' && piece.line.clock >= 0))
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  return g_strconcat (before, interval ? texts.within : after[0] == '\0' ? texts.to : texts.from, after, NULL);
}

char *
dl_reading_one_date (DlReading *reading, DlWordsSlice slice)
{
  DlDatePiece  piece;
  DlPieceTexts texts;
  char         first = dl_words_slice_first_code (&slice);
  char         last = dl_words_slice_last_code (&slice);

  if (first == 'V' || last == 'V')
    {
      gint64 end = first == 'V' ? slice.tokens[0].value : dl_words_slice_last_value (&slice);

      if (first == 'V')
        dl_words_slice_drop_first (&slice);
      else
        dl_words_slice_drop_last (&slice);
      while (dl_words_slice_first_code (&slice) == ',' || dl_words_slice_first_code (&slice) == 'F' ||
             dl_words_slice_first_code (&slice) == 'U')
        dl_words_slice_drop_first (&slice);
      while (dl_words_slice_last_code (&slice) == ',' || dl_words_slice_last_code (&slice) == 'F' ||
             dl_words_slice_last_code (&slice) == 'U')
        dl_words_slice_drop_last (&slice);
      return dl_reading_surrounded (reading, &slice, end > 0 ? "" : "/", end > 0 ? "/" : "");
    }
  if (first == 'F' || last == 'F' || (last == 'p' && slice.n > 1))
    {
      if (last == 'F' || last == 'p')
        dl_words_slice_drop_last (&slice);
      if (first == 'F')
        dl_words_slice_drop_first (&slice);
      return dl_reading_surrounded (reading, &slice, "", "/..");
    }
  if (first == 'U' || last == 'U')
    {
      if (first == 'U')
        dl_words_slice_drop_first (&slice);
      else
        dl_words_slice_drop_last (&slice);
      return dl_reading_surrounded (reading, &slice, "../", "");
    }
  if (first == 'B' || first == 'E' || last == 'B' || last == 'E')
    {
      gboolean after = first == 'E' || last == 'E';

      if (first == 'B' || first == 'E')
        dl_words_slice_drop_first (&slice);
      else
        dl_words_slice_drop_last (&slice);
      return bounded (reading, &slice, after);
    }
  if (first == 'r' || last == 'r')
    {
      gint64 value = first == 'r' ? slice.tokens[0].value : dl_words_slice_last_value (&slice);

      if (first == 'r')
        dl_words_slice_drop_first (&slice);
      else
        dl_words_slice_drop_last (&slice);
      if (value < 0)
        return dl_reading_surrounded (reading, &slice, value < -1 ? "{.." : "[..", value < -1 ? "}" : "]");
      return dl_reading_surrounded (reading, &slice, value > 1 ? "{" : "[", value > 1 ? "..}" : "..]");
    }
  if (!read_one (reading, &slice, &piece, &texts))
    return NULL;
  reading->exact = piece.line.has_zone && piece.line.clock_parts == 3;
  return g_strdup (texts.whole);
}
