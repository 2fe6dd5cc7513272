/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-reader.h"
#include "formats/geojson/dl-geojson.h"
#include "formats/periodo/dl-periodo.h"
#include "formats/rows/dl-csv-format.h"
#include "formats/rows/dl-html-table.h"
#include "formats/rows/dl-json-rows.h"
#include "formats/schemaorg/dl-schemaorg.h"
#include "formats/simile/dl-simile.h"
#include "formats/timelinejs/dl-timelinejs.h"
#include "formats/timelineproject/dl-timelineproject.h"
#include "formats/vis/dl-vis.h"
#include "formats/wikidata/dl-wikidata.h"

static gboolean
sniff_own (DlInput *input)
{
  return dl_reader_sniff (input->text, input->length);
}

static const DlFormat own = { "dateline", N_ ("Dateline"), "dateline.json json", sniff_own, NULL, NULL };

/* What is told from others by more comes before what is told by less. */
static const DlFormat *const formats[] = {
  &own,
  &dl_format_timelinejs3,
  &dl_format_timelinejs2,
  &dl_format_vis,
  &dl_format_simile_json,
  &dl_format_simile_xml,
  &dl_format_timelineproject,
  &dl_format_schemaorg,
  &dl_format_wikidata,
  &dl_format_sparql,
  &dl_format_linkedplaces,
  &dl_format_geojson,
  &dl_format_periodo,
  &dl_format_json_feed,
  /* What is only told by the names of its columns is the last resort. */
  &dl_format_html_table,
  &dl_format_json_lines,
  &dl_format_json_rows,
  &dl_format_csv,
};

const DlFormat *const *
dl_format_get_all (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

const DlFormat *
dl_format_find (DlInput *input)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->sniff (input))
      return formats[i];
  return NULL;
}

static DlLoaded *
read_foreign (const DlFormat *format, DlInput *input, GError **error)
{
  g_autoptr (DlDraft) draft = dl_draft_new ();

  if (!format->read (input, draft, error))
    return NULL;
  return dl_draft_end (draft, input->text, input->length, input->name, _ (format->label), input->cancellable,
                       input->progress, input->progress_data, error);
}

static void
begin_input (DlInput *input, GBytes *bytes)
{
  input->text = g_bytes_get_data (bytes, &input->length);
  /* Of no bytes there is no place either. */
  if (input->text == NULL)
    input->text = "";
  if (input->length >= 3 && memcmp (input->text, "\xef\xbb\xbf", 3) == 0)
    {
      input->text += 3;
      input->length -= 3;
    }
}

DlLoaded *
dl_format_read (GBytes        *bytes,
                const char    *name,
                GCancellable  *cancellable,
                DlProgressFunc progress,
                gpointer       progress_data,
                GError       **error)
{
  DlInput         input = { NULL, 0, name, cancellable, progress, progress_data, NULL };
  const DlFormat *format;
  DlLoaded       *loaded = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  begin_input (&input, bytes);
  format = dl_format_find (&input);
  g_debug ("%s: %" G_GSIZE_FORMAT " bytes are read as %s", name, input.length, format != NULL ? format->nick : "none");
  if (format == NULL || format == &own)
    loaded = dl_reader_read (bytes, name, cancellable, progress, progress_data, error);
  else if (format->read == NULL)
    /* Translators: file name, then a sentence. */
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, _ ("%s: %s"), name, _ (format->advice));
  else
    loaded = read_foreign (format, &input, error);
  if (loaded != NULL)
    loaded->format = format != NULL ? format->label : own.label;
  dl_input_clear (&input);
  return loaded;
}

gboolean
dl_format_is_known (GBytes *bytes)
{
  DlInput  input = { .name = "" };
  gboolean known;
  char     first;

  begin_input (&input, bytes);
  first = dl_input_get_first (&input);
  known = first == '{' || first == '[' || dl_format_find (&input) != NULL;
  dl_input_clear (&input);
  return known;
}
