/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-error.h"

G_DEFINE_QUARK (dl_error, dl_error)
