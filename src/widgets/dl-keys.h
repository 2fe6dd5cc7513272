/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DlKeys:
 * @group: what it belongs to, to be translated; NULL: the same as before
 * @action: with its prefix: "timeline.", "entries." (of a list), "overview." and
 *   "presenter." for those of a widget; "win.", "window." and "app." for those that
 *   work wherever the keyboard is; with its target, where that is not one for each key
 * @keys: accelerators with a space between, as GtkShortcutsShortcut takes them
 * @targets: (nullable): the parameters of a widget's action, one for each key
 * @title: what they do, to be translated; NULL for other ways to what is told
 *   in another line
 *
 * The one table of all that the keyboard does. What the program listens to, what
 * its window of shortcuts tells, and what the documentation is checked against
 * come from it.
 */
typedef struct
{
  const char *group;
  const char *action;
  const char *keys;
  const char *targets;
  const char *title;
} DlKeys;

/* The table. @n: (out): how many lines it has */
const DlKeys *dl_keys_get (guint *n);

/* Lets a widget class do what the table says of actions that begin with @prefix;
 * a key's twin on the number pad does the same. The actions are installed. */
void dl_keys_bind (GtkWidgetClass *klass, const char *prefix);

/* The same as a model of #GtkShortcut, for widgets that have the actions above
 * them. Targets are numbers. Returns: (transfer full) */
GListModel *dl_keys_new_shortcuts (const char *prefix);

/* Lets the program's windows do the rest of the table. */
void dl_keys_apply (GtkApplication *application);

G_END_DECLS
