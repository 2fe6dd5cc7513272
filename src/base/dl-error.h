/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DL_ERROR (dl_error_quark ())

/**
 * DlError:
 * @DL_ERROR_INVALID_DATE: a text is not an EDTF date
 * @DL_ERROR_NOT_JSON: a file is not what RFC 8259 calls JSON, or not UTF-8, or empty
 * @DL_ERROR_NOT_A_TIMELINE: valid JSON that holds no timeline
 * @DL_ERROR_LIMIT: the input is larger or deeper than Dateline holds
 * @DL_ERROR_READ: a file cannot be read (missing, a folder, no permission)
 * @DL_ERROR_WRITE: a picture cannot be written
 * @DL_ERROR_DAMAGED: a file of the program's own is not what it writes
 * @DL_ERROR_FONTS: there is no font to measure or draw text with
 * @DL_ERROR_USAGE: wrong options or arguments
 *
 * What can go wrong with input and output. Mistakes of the programmer are
 * g_return_if_fail(), never an error of this domain.
 */
typedef enum
{
  DL_ERROR_INVALID_DATE,
  DL_ERROR_NOT_JSON,
  DL_ERROR_NOT_A_TIMELINE,
  DL_ERROR_LIMIT,
  DL_ERROR_READ,
  DL_ERROR_WRITE,
  DL_ERROR_DAMAGED,
  DL_ERROR_FONTS,
  DL_ERROR_USAGE,
} DlError;

GQuark dl_error_quark (void);

G_END_DECLS
