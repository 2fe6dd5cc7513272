/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-text-measure.h"

#include <string.h>

gboolean
dl_text_is_drawable (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (dl_text_drawable_char (c) != c)
        return FALSE;
    }
  return TRUE;
}

char *
dl_text_drawable (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, dl_text_drawable_char (g_utf8_get_char (p)));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static double
fixed_width (DlTextMeasure *self, DlTextStyle style, const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += dl_text_drawable_char (g_utf8_get_char (p)) >= 0x1100 ? 14 : 7;
  return width;
}

static double
fixed_line_height (DlTextMeasure *self, DlTextStyle style)
{
  return style == DL_TEXT_HEADING ? 26 : 16;
}

DlTextMeasure *
dl_text_measure_fixed (void)
{
  static DlTextMeasure fixed = { .width = fixed_width, .line_height = fixed_line_height };

  return &fixed;
}
