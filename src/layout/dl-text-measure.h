/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a run of text is set. The painter knows the fonts; layout only measures. */
typedef enum
{
  DL_TEXT_TITLE,   /* a card's title */
  DL_TEXT_LABEL,   /* a line's or a bar's title */
  DL_TEXT_DATE,    /* a card's second line */
  DL_TEXT_QUOTE,   /* a card's quotation */
  DL_TEXT_PILL,    /* a status, the as-of marker */
  DL_TEXT_LANE,    /* a lane's name */
  DL_TEXT_NOTE,    /* a lane's count, "3 earlier", "12 below" */
  DL_TEXT_TICK,    /* the ruler's lower tier */
  DL_TEXT_CONTEXT, /* the ruler's upper tier */
  DL_TEXT_HEADING, /* the title over an exported picture */
} DlTextStyle;
#define DL_N_TEXT_STYLES 10

/* Labels are cut at these widths, in pixels. */
#define DL_LABEL_WIDTH_MAX 240.0
#define DL_CARD_WIDTH_MAX 260.0
#define DL_CARD_WIDTH_MIN 120.0

/**
 * DlTextMeasure:
 * @width: an estimate of a run's width in pixels, from summed advances, of what
 *   is drawn for it (dl_text_drawable()); that is shaped and cut to the width
 *   that layout reserved
 * @line_height: a line's height in pixels, whole
 * @fork: (nullable): another one that measures the same and shares nothing, for
 *   work on another thread; %NULL where this one does for all
 * @free: (nullable): %NULL where it is never freed
 *
 * The only thing that layout knows about fonts. Widths may be asked for from
 * several threads at once.
 */
typedef struct _DlTextMeasure DlTextMeasure;
struct _DlTextMeasure
{
  double (*width) (DlTextMeasure *self, DlTextStyle style, const char *text);
  double (*line_height) (DlTextMeasure *self, DlTextStyle style);
  DlTextMeasure *(*fork) (DlTextMeasure *self);
  void (*free) (DlTextMeasure *self);
};

static inline double
dl_text_measure_width (DlTextMeasure *self, DlTextStyle style, const char *text)
{
  return self->width (self, style, text);
}

static inline double
dl_text_measure_line_height (DlTextMeasure *self, DlTextStyle style)
{
  return self->line_height (self, style);
}

/* Returns: (transfer full) */
static inline DlTextMeasure *
dl_text_measure_fork (DlTextMeasure *self)
{
  return self->fork != NULL ? self->fork (self) : self;
}

static inline void
dl_text_measure_free (DlTextMeasure *self)
{
  if (self != NULL && self->free != NULL)
    self->free (self);
}

/**
 * dl_text_drawable_char:
 * @c: a character of a file's text
 *
 * What stands for @c in a picture, which is set in single lines: a space for
 * what breaks a line, for a tab and for any other control character, and U+FFFD
 * for a noncharacter (U+FFFE, U+FDD0 and their like), which are valid in JSON
 * but not in XML. Whatever measures or draws text goes by this.
 */
static inline gunichar
dl_text_drawable_char (gunichar c)
{
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029)
    return ' ';
  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe ? 0xfffd : c;
}

/* @text with dl_text_drawable_char() for each character. Returns: (transfer full) */
char *dl_text_drawable (const char *text);
/* Whether that is @text itself, as it nearly always is. */
gboolean dl_text_is_drawable (const char *text);

/* Fixed advances (7 px a character, twice that from U+1100 on), for tests and
 * for work without fonts. Static; never freed. */
DlTextMeasure *dl_text_measure_fixed (void);

G_END_DECLS
