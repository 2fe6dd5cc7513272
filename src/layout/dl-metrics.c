/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-metrics.h"

#include <math.h>

#define PILL_PADDING 7.0

void
dl_metrics_init (DlMetrics *metrics, DlTextMeasure *measure)
{
  metrics->text = MAX (
    MAX (dl_text_measure_line_height (measure, DL_TEXT_TITLE), dl_text_measure_line_height (measure, DL_TEXT_LABEL)),
    dl_text_measure_line_height (measure, DL_TEXT_DATE));
  metrics->quote = dl_text_measure_line_height (measure, DL_TEXT_QUOTE);
  metrics->pill = dl_text_measure_line_height (measure, DL_TEXT_PILL);
  metrics->note = dl_text_measure_line_height (measure, DL_TEXT_NOTE);
  metrics->lane_name = dl_text_measure_line_height (measure, DL_TEXT_LANE);
  metrics->tick_height = dl_text_measure_line_height (measure, DL_TEXT_TICK) + 8;
  metrics->context_height = dl_text_measure_line_height (measure, DL_TEXT_CONTEXT) + 8;
  metrics->era_row = metrics->note + 6;
  metrics->when = 10;
  metrics->card_padding = 4;
  metrics->row_gap = 6;
  metrics->least_gap = 2;
  metrics->strip = 12;
  metrics->lane_top = 6;
  metrics->lane_bottom = 4;
  for (guint status = 0; status < DL_N_STATUSES; status++)
    metrics->status_width[status] =
      ceil (dl_text_measure_width (measure, DL_TEXT_PILL, dl_status_get_label ((DlStatus) status))) + 2 * PILL_PADDING;
}
