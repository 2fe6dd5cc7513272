/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK does differently from release to release, behind one face. */

/* Called with the chosen file, or NULL when the person gave up. */
typedef void (*DlCompatFileFunc) (GFile *file, gpointer data);
/* The same of several, of #GFile. */
typedef void (*DlCompatFilesFunc) (GListModel *files, gpointer data);
/* Called with which of the answers was given. */
typedef void (*DlCompatAnswerFunc) (guint answer, gpointer data);

/**
 * dl_compat_open_files:
 * @filters: (element-type GtkFileFilter): the first one is chosen
 *
 * Asks for files to open, one or more. @func is called once, unless @parent goes away
 * first.
 */
void
dl_compat_open_files (GtkWindow *parent, const char *title, GListModel *filters, DlCompatFilesFunc func, gpointer data);

/**
 * dl_compat_ask:
 * @heading: the question
 * @text: what to know for an answer
 * @answers: ended by %NULL, with mnemonics; the first is to leave all as it is, the
 *   last is the usual one
 *
 * Asks what is to happen. @func is called once, unless @parent goes away first.
 */
void dl_compat_ask (GtkWindow         *parent,
                    const char        *heading,
                    const char        *text,
                    const char *const *answers,
                    DlCompatAnswerFunc func,
                    gpointer           data);

/* Asks where to save; @folder, unless it is %NULL, is where to begin, @name is the suggestion, of which the first
 * @n_chars characters are selected where the dialog is GTK's own. The dialog asks before it lets an existing file be
 * replaced. */
void dl_compat_save_file (GtkWindow       *parent,
                          const char      *title,
                          GFile           *folder,
                          const char      *name,
                          guint            n_chars,
                          GListModel      *filters,
                          DlCompatFileFunc func,
                          gpointer         data);

/* Shows a web address in the reader's browser, or begins a mail. Whatever else
 * @uri is, nothing happens: see dl_link_is_safe(). */
void dl_compat_show_uri (GtkWindow *parent, const char *uri);

typedef enum
{
  DL_COMPAT_EDITED,
  DL_COMPAT_NOT_EDITED, /* the reader has thought better of it */
  DL_COMPAT_NO_EDITOR,
} DlCompatEdited;

/* @editor: (nullable): what the program is called, where that is known */
typedef void (*DlCompatEditFunc) (DlCompatEdited edited, const char *editor, gpointer data);

/* Opens a text file for the reader to change: with what the desktop has for plain text, for
 * what it has for the file's own type may be this program. @func is called once. */
void dl_compat_edit_file (GtkWindow *parent, GFile *file, DlCompatEditFunc func, gpointer data);

/* Gives the buttons of a template that have a mnemonic their words, once, as
 * accessible name. */
void dl_compat_name_buttons (GtkWidget *widget);

/* Names the entries of a menu, made from a model, whenever it opens. From GTK
 * 4.10 on they are nameless to assistive technology: each says that its label
 * names it, and that label is hidden. */
void dl_compat_name_menu (GtkPopover *menu);

/* Gives a drop-down inside a popover the keyboard back when its list closes. From GTK 4.10
 * on it goes to the button that the popover belongs to, outside of it. */
void dl_compat_keep_focus (GtkWidget *drop_down);

/* Has a label that is a link be one link to assistive technology, with all its words. In
 * newer GTK, 4.24 for one, there is another in it for each of its markup, without a name
 * or a place. */
void dl_compat_hide_links (GtkWidget *label);

/* Has a screen reader say @text, when it has said what it is saying. Returns: whether
 * it is told; before GTK 4.14 there is no way to tell it so */
gboolean dl_compat_announce (GtkWidget *widget, const char *text);

/* The colour of the widget's text, as its style has it. */
void dl_compat_get_color (GtkWidget *widget, GdkRGBA *color);

typedef enum
{
  DL_COMPAT_COLORS_OF_DESKTOP, /* as GTK found them at the start */
  DL_COMPAT_COLORS_LIGHT,
  DL_COMPAT_COLORS_DARK
} DlCompatColorScheme;

/* Dresses all windows in light or in dark. */
void dl_compat_set_color_scheme (GtkSettings *settings, DlCompatColorScheme scheme);

/* Loads CSS for the whole display, with application priority. */
void dl_compat_add_css_resource (GdkDisplay *display, const char *path);

G_END_DECLS
