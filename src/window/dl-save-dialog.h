/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compat/dl-compat.h"

G_BEGIN_DECLS

/**
 * dl_save_dialog_ask:
 * @beside: (nullable): in whose folder to begin, unless somebody has chosen another from @parent before
 * @stem: a suggestion, without an ending: a title, say, of which a file's name is made
 * @ending: the usual one, with its dot
 * @endings: %NULL-terminated: all that names of such files may have
 * @filters: (element-type GtkFileFilter): the first one is chosen
 *
 * Asks where to save. A name of which the dialog has left its own ending behind the one that was
 * typed is mended. An existing file is replaced only when somebody says so. @func is called once,
 * with %NULL where nothing is to be saved, unless @parent goes away first.
 */
void dl_save_dialog_ask (GtkWindow         *parent,
                         const char        *title,
                         GFile             *beside,
                         const char        *stem,
                         const char        *ending,
                         const char *const *endings,
                         GListModel        *filters,
                         DlCompatFileFunc   func,
                         gpointer           data);

G_END_DECLS
