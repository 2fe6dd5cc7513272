/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn is what was measured: no word is lost where there was room. */
#include "draw/dl-text-cache.h"

#include <math.h>
#include <string.h>

static const char *const texts[] = {
  "A plain title of some words",
  /* What a file may have in a title, and a picture in one line cannot. */
  "tab\there\tand\tthere",
  "a\nnew\nline",
  "carriage\r\nreturn",
  "bell\007 escape\033 delete\177 next\302\205line",
  "line\342\200\250separator\342\200\251paragraph",
  /* A font of its own, with a space of its own. */
  "\327\251\327\234\327\225\327\235 \327\242\327\225\327\234\327\235 \327\251\327\240\327\231\327\235 "
  "\327\250\327\221\327\225\327\252",
  "\327\251\327\234\327\225\327\235\t\327\242\327\225\327\234\327\235\n\327\251\327\240\327\231\327\235  "
  "\327\250\327\221\327\225\327\252",
  "مرحبا بالعالم كيف",
  "日本語の 長い 見出し",
  "한국어 제목이 아주 길다",
  "Ελληνικά και μακρύς",
  "Русский длинный заголовок",
  "A title with 日本 in it, and more",
  /* Digits, spaces and signs are those of the letters beside them. */
  "Soviet Luna 15 crashes",
  "Speech for a disaster is written for Nixon",
  "1969年7月20日 22:56:15 (EDT)、Sea of Tranquility",
  "“That's one small step for [a] man, one giant leap”",
  "00:00",
  "1969 – 1972",
};

/* The widths of all styles, on a reader's screen or in a picture. */
static void
test_room (gconstpointer language)
{
  g_autoptr (DlFonts)     fonts = language == NULL ? dl_fonts_new_for_export () : dl_fonts_new ("Sans", 1.1);
  PangoContext           *context = dl_pango_context_new (language);
  g_autoptr (DlTextCache) cache = dl_text_cache_new (fonts, context, 512);
  DlTextMeasure          *measure = dl_pango_measure_new (fonts, context);

  for (guint style = 0; style < DL_N_TEXT_STYLES; style++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autofree char *drawable = dl_text_drawable (texts[i]);
        double           width = dl_text_measure_width (measure, (DlTextStyle) style, texts[i]);
        const DlTextRun *run = dl_text_cache_get (cache, drawable, (DlTextStyle) style, (int) ceil (width), NULL);

        g_test_message ("style %u, %s: measured %.2f, drawn %d", style, drawable, width, run->width);
        g_assert_false (pango_layout_is_ellipsized (run->layout));
        g_assert_cmpfloat (run->width, <=, ceil (width) + DL_TEXT_PASSED_OVER);
        /* The same, however it came there. */
        g_assert_cmpfloat_with_epsilon (width, dl_text_measure_width (measure, (DlTextStyle) style, drawable), 0.5);
      }
  dl_text_measure_free (measure);
  g_object_unref (context);
}

/* Twenty spaces, each in the font of what stands before it. */
static void
test_spaces (void)
{
  g_autoptr (DlFonts)     fonts = dl_fonts_new_for_export ();
  PangoContext           *context = dl_pango_context_new (NULL);
  g_autoptr (DlTextCache) cache = dl_text_cache_new (fonts, context, 64);
  DlTextMeasure          *measure = dl_pango_measure_new (fonts, context);
  g_autoptr (GString)     text = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "\327\251 ");
  g_string_append (text, "\327\251");
  g_assert_cmpfloat_with_epsilon (dl_text_measure_width (measure, DL_TEXT_LABEL, text->str),
                                  dl_text_cache_get (cache, text->str, DL_TEXT_LABEL, 10000, NULL)->width, 1.5);
  dl_text_measure_free (measure);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/text-measure/room", NULL, test_room);
  g_test_add_data_func ("/text-measure/room-ja", "ja", test_room);
  g_test_add_func ("/text-measure/spaces", test_spaces);
  return g_test_run ();
}
