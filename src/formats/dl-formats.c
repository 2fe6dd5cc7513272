/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-formats.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-encoding.h"
#include "formats/dl-gzip.h"
#include "formats/dl-reader.h"
#include "formats/feed/dl-feed.h"
#include "formats/feed/dl-json-feed.h"
#include "formats/gviz/dl-gviz.h"
#include "formats/places/dl-geojson.h"
#include "formats/ical/dl-ical.h"
#include "formats/known/dl-known.h"
#include "formats/markwhen/dl-markwhen.h"
#include "formats/places/dl-periodo.h"
#include "formats/rows/dl-csv-format.h"
#include "formats/rows/dl-html-table.h"
#include "formats/rows/dl-json-rows.h"
#include "formats/rows/dl-lines.h"
#include "formats/rows/dl-xml-rows.h"
#include "formats/schemaorg/dl-microdata.h"
#include "formats/schemaorg/dl-schemaorg.h"
#include "formats/simile/dl-simile.h"
#include "formats/timelinejs/dl-timelinejs.h"
#include "formats/timelineproject/dl-timelineproject.h"
#include "formats/trace/dl-trace.h"
#include "formats/vis/dl-vis.h"
#include "formats/wikidata/dl-wikidata.h"

static gboolean
sniff_own (DlInput *input)
{
  return dl_reader_sniff (input->text, input->length);
}

static const DlFormat own = { "dateline", N_ ("Dateline"), "dateline.json json", sniff_own, NULL, NULL, NULL };

/* What is told from others by more comes before what is told by less. */
static const DlFormat *const formats[] = {
  &own,
  &dl_format_ical,
  &dl_format_trace,
  &dl_format_timelinejs3,
  &dl_format_timelinejs2,
  &dl_format_vis,
  &dl_format_simile_json,
  &dl_format_simile_xml,
  &dl_format_timelineproject,
  &dl_format_schemaorg,
  &dl_format_microdata,
  &dl_format_wikidata,
  &dl_format_sparql,
  &dl_format_linkedplaces,
  &dl_format_geojson,
  &dl_format_periodo,
  &dl_format_json_feed,
  &dl_format_feed,
  &dl_format_markwhen,
  /* What is only told by the names of its columns is the last resort. */
  &dl_format_gviz,
  &dl_format_html_table,
  &dl_format_xml_rows,
  &dl_format_json_lines,
  &dl_format_json_rows,
  &dl_format_csv,
  &dl_format_lines,
};

const DlFormat *const *
dl_formats_get_all (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

const DlFormat *
dl_formats_find (DlInput *input)
{
  const DlFormat *known = dl_known_find (input);

  if (known != NULL)
    return known;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->sniff (input))
      return formats[i];
  return NULL;
}

/* Dateline's own is UTF-8 and nothing else; what others are in is said. */
static void
tell_encoding (DlDraft *draft, const DlEncoding *encoding)
{
  if (encoding->damaged)
    dl_draft_tell_note (
      draft, encoding->at, g_strdup (""),
      g_strdup (
        _ ("Some letters of this file could not be read (it is not all in UTF-8); “�” stands in their place.")));
  else if (encoding->name != NULL && encoding->declared)
    dl_draft_tell_note (draft, encoding->at, g_strdup (""),
                        /* Translators: %s is the name of an encoding, such as UTF-16LE. */
                        g_strdup_printf (_ ("The file is in the encoding %s and was read as such."), encoding->name));
  else if (encoding->name != NULL)
    dl_draft_tell_note (
      draft, encoding->at, g_strdup (""),
      /* Translators: %s is the name of an encoding, such as WINDOWS-1252. */
      g_strdup_printf (
        _ ("The file is not in UTF-8; it was read as %s. Please check that letters such as é or ü are right."),
        encoding->name));
}

/* Without writing it down. Returns: (transfer full) (nullable): without an error it is to be written */
static DlLoaded *
read_straight (const DlFormat *format, DlInput *input, GBytes *text, const DlEncoding *encoding, GError **error)
{
  g_autoptr (DlDraft) told = dl_draft_new ();
  g_autoptr (GBytes)  whole = NULL;
  DlTimeline         *timeline;
  DlLoaded           *loaded;
  guint               n_events = 0;

  tell_encoding (told, encoding);
  whole = g_bytes_new_from_bytes (text, g_bytes_get_size (text) - input->length, input->length);
  timeline = format->read_straight (input, whole, told, &n_events, error);
  if (timeline == NULL)
    return NULL;
  loaded = dl_draft_end_told (told, input->text, input->length, timeline, n_events);
  loaded->unwritten = g_steal_pointer (&whole);
  return loaded;
}

/* A page may have both events that are marked up and a table. */
static void
tell_table (const DlFormat *format, DlInput *input, DlDraft *draft)
{
  if ((format == &dl_format_schemaorg || format == &dl_format_microdata) && dl_format_html_table.sniff (input))
    dl_draft_tell_note (draft, 0, g_strdup (""),
                        g_strdup (_ ("This page also has a table with dates, which is not read: only the events that "
                                     "are marked up as such are.")));
}

/* Or events that are marked up in two ways, which are often the same. */
static void
tell_microdata (const DlFormat *format, DlInput *input, DlDraft *draft)
{
  if (format == &dl_format_schemaorg && dl_format_microdata.sniff (input))
    dl_draft_tell_note (draft, 0, g_strdup (""),
                        g_strdup (_ ("This page also marks up events in its elements, which are not read: only those "
                                     "in its scripts (JSON-LD) are.")));
}

/* Whether what was taken for a mistake spreads another object into one, as programs do. */
static gboolean
is_spread (const DlInput *input)
{
  return input->length - input->broken.mistake > strlen ("...") &&
         strncmp (input->text + input->broken.mistake, "...", strlen ("...")) == 0;
}

/* Whether it is read from literals, which stand in programs and pages, or from a page itself. */
static gboolean
has_literals (const DlFormat *format)
{
  return strstr (format->endings, "js") != NULL || strstr (format->endings, "html") != NULL;
}

/* What a program or a page is called, where nothing that is read from it says so. */
static void
put_title (const DlFormat *format, DlInput *input, DlDraft *draft)
{
  g_autofree char *title = has_literals (format) ? dl_input_dup_title (input) : NULL;

  dl_draft_set_title (draft, title);
}

/* A literal of a program or a page that has a mistake is read as far as what is within it is whole. */
static void
tell_broken (const DlFormat *format, DlInput *input, DlDraft *draft)
{
  /* In the cells of a table may be anything. */
  if (has_literals (format) && input->literals != NULL && dl_input_is_broken (input) &&
      !(is_spread (input) && dl_input_is_page (input)))
    dl_draft_tell (
      draft, input->broken.mistake, g_strdup (""),
      g_strdup_printf (
        /* Translators: %s says what is wrong, such as “a comma is missing”. */
        _ ("There is a mistake here (%s), so that only what is whole around it is read."), input->broken.reason));
}

static DlLoaded *
read_written (const DlFormat *format, DlInput *input, const DlEncoding *encoding, GError **error)
{
  g_autoptr (DlDraft) draft = dl_draft_new ();

  dl_draft_expect (draft, input->length);
  tell_encoding (draft, encoding);
  if (!format->read (input, draft, error))
    return NULL;
  put_title (format, input, draft);
  tell_table (format, input, draft);
  tell_microdata (format, input, draft);
  tell_broken (format, input, draft);
  return dl_draft_end (draft, input->text, input->length, input->name, _ (format->label), input->cancellable,
                       input->progress, input->progress_data, error);
}

/* @text: all that @input has, but for a byte order mark */
static DlLoaded *
read_foreign (const DlFormat *format, DlInput *input, GBytes *text, const DlEncoding *encoding, GError **error)
{
  g_autoptr (GError) reason = NULL;
  DlLoaded          *loaded = NULL;

  if (format->read_straight != NULL && !input->damaged)
    loaded = read_straight (format, input, text, encoding, &reason);
  if (loaded != NULL)
    return loaded;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  return read_written (format, input, encoding, error);
}

/* @text: UTF-8, which is to outlive @input */
static void
begin_input (DlInput *input, GBytes *text)
{
  input->text = g_bytes_get_data (text, &input->length);
  /* Of no bytes GLib gives no place. */
  if (input->text == NULL)
    input->text = "";
  if (input->length >= 3 && memcmp (input->text, "\xef\xbb\xbf", 3) == 0)
    {
      input->text += 3;
      input->length -= 3;
    }
}

/* Whether it is told as Dateline's own where it ceases to be one. */
static gboolean
may_be_own (const DlInput *input)
{
  return dl_input_is_data (input) || dl_input_get_first (input) == '\0';
}

/* @format: NULL: it is of none, and what is wrong with it is told as of Dateline's own */
static DlLoaded *
read_own (const DlFormat *format,
          GBytes         *bytes,
          const char     *name,
          gboolean        in_window,
          GCancellable   *cancellable,
          DlProgressFunc  progress,
          gpointer        progress_data,
          GError        **error)
{
  g_autoptr (GError) reason = NULL;
  DlLoaded          *loaded = dl_reader_read (bytes, NULL, name, cancellable, progress, progress_data, &reason);

  if (loaded != NULL)
    return loaded;
  if (format == NULL && g_error_matches (reason, DL_ERROR, DL_ERROR_NOT_A_TIMELINE))
    g_set_error (
      error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
      in_window
        /* Translators: %s is a sentence without its full stop, which says at which place a file is no timeline. */
        ? _ ("%s. A timeline has events with a title and a date.")
        : _ ("%s. A timeline has events with a title and a date; “dateline formats” lists what is read."),
      reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

DlLoaded *
dl_formats_read_told (GBytes        *bytes,
                      const char    *name,
                      gboolean       in_window,
                      GCancellable  *cancellable,
                      DlProgressFunc progress,
                      gpointer       progress_data,
                      GError       **error)
{
  g_autoptr (GBytes) decoded = NULL;
  DlInput            input = { .name = name };
  DlEncoding         encoding;
  const DlFormat    *format;
  DlLoaded          *loaded = NULL;
  gboolean           explained;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  input.cancellable = cancellable;
  input.progress = progress;
  input.progress_data = progress_data;
  /* Dateline's own is UTF-8, which its reader sees to: it need not be looked through twice. */
  begin_input (&input, bytes);
  if (own.sniff (&input))
    format = &own;
  else
    {
      decoded = dl_encoding_decode (bytes, &encoding);
      begin_input (&input, decoded);
      input.damaged = !encoding.valid;
      format = dl_formats_find (&input);
    }
  g_debug ("%s: %" G_GSIZE_FORMAT " bytes are read as %s", name, input.length, format != NULL ? format->nick : "none");
  explained = format == NULL && dl_json_rows_explain (&input, error);
  if (format == NULL && !explained && !may_be_own (&input) && dl_input_is_broken (&input) && !is_spread (&input))
    {
      explained = TRUE;
      dl_input_set_broken_error (&input, error);
    }
  if (format == NULL && !explained && !may_be_own (&input))
    format = dl_known_find_kind (&input, !in_window);
  if (explained)
    loaded = NULL;
  else if (format == NULL || format == &own)
    loaded = read_own (format, bytes, name, in_window, cancellable, progress, progress_data, error);
  else if (format->read == NULL)
    /* Translators: file name, then a sentence. */
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, _ ("%s: %s"), name, _ (format->advice));
  else
    loaded = read_foreign (format, &input, decoded, &encoding, error);
  if (loaded != NULL)
    {
      loaded->format = format != NULL ? format->label : own.label;
      loaded->is_own = format == NULL || format == &own;
    }
  dl_input_clear (&input);
  return loaded;
}

DlLoaded *
dl_formats_read (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 DlProgressFunc progress,
                 gpointer       progress_data,
                 GError       **error)
{
  return dl_formats_read_told (bytes, name, FALSE, cancellable, progress, progress_data, error);
}

DlLoaded *
dl_formats_write (GBytes *text, const char *name, GError **error)
{
  DlEncoding      encoding = { 0 };
  DlInput         input = { .name = name };
  const DlFormat *format;
  DlLoaded       *loaded = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);
  begin_input (&input, text);
  format = dl_formats_find (&input);
  if (format != NULL && format->read != NULL)
    loaded = read_written (format, &input, &encoding, error);
  else
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, "%s", name);
  dl_input_clear (&input);
  return loaded;
}

gboolean
dl_formats_is_known (GBytes *bytes)
{
  DlEncoding         encoding;
  g_autoptr (GBytes) decoded = dl_encoding_decode (bytes, &encoding);
  DlInput            input = { .name = "" };
  const DlFormat    *format;
  gboolean           known;

  begin_input (&input, decoded);
  format = dl_formats_find (&input);
  known = dl_input_is_data (&input) || (format != NULL && (format == &own || format->read != NULL));
  dl_input_clear (&input);
  return known;
}

gboolean
dl_formats_is_own (GBytes *bytes)
{
  g_autoptr (GBytes) unpacked = dl_gzip_inflate (bytes, "", NULL, NULL);
  DlInput            input = { .name = "" };
  gboolean           is_own;

  if (unpacked == NULL)
    return FALSE;
  begin_input (&input, unpacked);
  is_own = own.sniff (&input);
  dl_input_clear (&input);
  return is_own;
}
