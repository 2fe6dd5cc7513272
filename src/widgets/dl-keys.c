/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-keys.h"

#include <glib/gi18n.h>

/* What the keyboard has to be on for the actions whose names begin so. */
static const char *const local[] = { "timeline.", "entries.", "overview.", "presenter." };

/* A lint test reads this table: one line of the source for each of it. What has no
 * title is another way to type what stands above it.
 *
 * Where plus needs Shift, as on American and Japanese keyboards, Ctrl+Shift+plus is
 * how Ctrl+plus is typed, and zooms. So text has Ctrl+Alt, and Ctrl+Shift as far as
 * that is another key: on the keypad, and beside it by what Shift makes of plus,
 * minus and 0. */
static const DlKeys table[] = {
  { N_ ("Timeline"), "timeline.step-event", "Left Right", "-1 1", N_ ("Previous and next event") },
  { NULL, "timeline.step-lane", "Up Down", "-1 1", N_ ("Event in the lane above and below") },
  { NULL, "timeline.show-rows", "<Control>Up <Control>Down", "-1 1",
    N_ ("Collapse and expand the event’s lane; again: all its rows") },
  { NULL, "timeline.move-lane", "<Alt>Up <Alt>Down", "-1 1", N_ ("Move the event’s lane up and down") },
  { NULL, "timeline.step-to-end", "Home End", "-1 1", N_ ("First and last event") },
  { NULL, "timeline.follow-relation", "bracketleft bracketright", "-1 1", N_ ("Previous and next related event") },
  { NULL, "timeline.enter", "Return", NULL, N_ ("Read about the event; Escape leads back") },
  { NULL, "timeline.enter", "ISO_Enter", NULL, NULL },
  { NULL, "timeline.centre", "<Control>Return", NULL, N_ ("Centre the event; again: fit it") },
  { NULL, "timeline.turn-page", "Page_Up Page_Down", "-1 1", N_ ("Earlier and later") },
  { NULL, "timeline.step-measure", "<Shift>Left <Shift>Right", "-1 1",
    N_ ("Measure from the event to the previous and next one") },
  { NULL, "timeline.menu", "Menu <Shift>F10", NULL, N_ ("What can be done with the event") },
  { NULL, "timeline.zoom", "plus equal minus", "2 2 0.5", NULL },
  { N_ ("List and Quotes"), "entries.step", "Up Down", "-1 1", N_ ("Previous and next event or quote") },
  { NULL, "entries.step-to-end", "Home End", "-1 1", N_ ("First and last event or quote") },
  { NULL, "entries.turn-page", "Page_Up Page_Down", "-1 1", N_ ("A page up and down") },
  { NULL, "entries.enter", "Return", NULL, N_ ("Read about the event; from a quote: show it in the timeline") },
  { NULL, "entries.enter", "ISO_Enter", NULL, NULL },
  { NULL, "entries.show", "<Control>Return", NULL, N_ ("Show the event in the timeline") },
  { NULL, "entries.menu", "Menu <Shift>F10", NULL, N_ ("What can be done with the event") },
  { N_ ("Overview"), "overview.move", "Left Right", "-1 1", N_ ("Move the frame") },
  { NULL, "overview.turn-page", "Page_Up Page_Down", "-1 1", N_ ("Move the frame by most of its width") },
  { NULL, "overview.move-to-end", "Home End", "-1 1", N_ ("Move the frame to the beginning and to the end") },
  { NULL, "overview.move-end", "<Shift>Left <Shift>Right", "-1 1", N_ ("Move the end of the frame") },
  { NULL, "overview.move-start", "<Control><Shift>Left <Control><Shift>Right", "-1 1",
    N_ ("Move the beginning of the frame") },
  { NULL, "overview.zoom", "plus equal minus", "2 2 0.5", N_ ("Make the frame narrower and wider") },
  { NULL, "overview.leave", "Return", NULL, N_ ("Go to what the frame shows") },
  { NULL, "overview.leave", "ISO_Enter", NULL, NULL },
  { N_ ("View"), "win.show-view::timeline", "<Control>1 <Control>KP_1", NULL, N_ ("Show the timeline") },
  { NULL, "win.show-view::list", "<Control>2 <Control>KP_2", NULL, N_ ("Show the list of all events") },
  { NULL, "win.show-view::quotes", "<Control>3 <Control>KP_3", NULL, N_ ("Show the quotes") },
  { NULL, "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", NULL, N_ ("Zoom in") },
  { NULL, "win.zoom-out", "<Control>minus <Control>KP_Subtract", NULL, N_ ("Zoom out") },
  { NULL, "win.fit", "<Control>0 <Control>KP_0", NULL, N_ ("Show everything") },
  { NULL, "win.home", "<Alt>Home", NULL, N_ ("Back to where it began") },
  { NULL, "win.go-back", "<Alt>Left", NULL, N_ ("Back to the previous view") },
  { NULL, "win.go-forward", "<Alt>Right", NULL, N_ ("Forward to the next view") },
  { NULL, "win.bookmark", "<Control>d", NULL, N_ ("Bookmark this view") },
  { NULL, "win.bookmarks", "<Control>b", NULL, N_ ("Show the bookmarks") },
  { NULL, "win.now", "<Control>t", NULL, N_ ("Go to the as-of date, or today") },
  { NULL, "win.go-to-date", "<Control>l", NULL, N_ ("Go to a date") },
  { NULL, "win.fold-empty-time", "<Control><Shift>f", NULL, N_ ("Fold long empty stretches of time, or show them") },
  { N_ ("Search and Filter"), "win.search", "<Control>f", NULL, N_ ("Search") },
  { NULL, "win.search-next", "<Control>g F3", NULL, N_ ("Next hit") },
  { NULL, "win.search-previous", "<Control><Shift>g <Shift>F3", NULL, N_ ("Previous hit") },
  { NULL, "win.list-unlabelled", "<Control>u", NULL, N_ ("List the events in the window that have no label") },
  { NULL, "win.show-filters", "<Control>F9", NULL, N_ ("Show or hide the filters") },
  { NULL, "win.clear-filter", "<Control><Shift>Delete", NULL, N_ ("Clear the filter") },
  { N_ ("Window"), "win.next-pane", "F6", NULL, N_ ("Next part of the window") },
  { NULL, "win.previous-pane", "<Shift>F6", NULL, N_ ("Part of the window before") },
  { NULL, "win.show-details", "F9", NULL, N_ ("Show or hide the details") },
  { NULL, "app.text-larger", "<Control><Alt>plus <Control><Shift>KP_Add", NULL, N_ ("Larger text") },
  { NULL, "app.text-larger", "<Control><Alt>equal <Control><Alt>KP_Add <Control>asterisk", NULL, NULL },
  { NULL, "app.text-smaller", "<Control><Alt>minus <Control><Shift>KP_Subtract", NULL, N_ ("Smaller text") },
  { NULL, "app.text-smaller", "<Control><Alt>KP_Subtract <Control>underscore", NULL, NULL },
  { NULL, "app.text-usual", "<Control><Alt>0", NULL, N_ ("Text of normal size") },
  { NULL, "app.text-usual", "<Control><Alt>KP_0 <Control>parenright", NULL, NULL },
  { NULL, "win.present", "F5", NULL, N_ ("Present the events one by one, full screen") },
  { NULL, "win.fullscreen", "F11", NULL, N_ ("Full screen") },
  { NULL, "win.back", "Escape", NULL, N_ ("Undo one step: measuring, search, full screen, selection") },
  { N_ ("Presentation"), "presenter.step", "Left Right Page_Up Page_Down <Shift>space space", "-1 1 -1 1 -1 1",
    N_ ("Previous and next page, or event") },
  { NULL, "presenter.step", "Up Down BackSpace Return", "-1 1 -1 1", NULL },
  { NULL, "presenter.step-to-end", "Home End", "-1 1", N_ ("First and last event") },
  { NULL, "presenter.black", "period b", NULL, N_ ("Black screen, and back") },
  { NULL, "presenter.leave", "Escape F5", NULL, N_ ("End the presentation") },
  { N_ ("Files"), "win.open", "<Control>o", NULL, N_ ("Open a timeline") },
  { NULL, "win.add-file", "<Control><Shift>o", NULL, N_ ("Add a file to the timeline") },
  { NULL, "win.paste", "<Control>v", NULL, N_ ("Open what is on the clipboard as a timeline") },
  { NULL, "win.paste-add", "<Control><Shift>v", NULL, N_ ("Add what is on the clipboard to the timeline") },
  { NULL, "win.save-as", "<Control>s <Control><Shift>s", NULL, N_ ("Save the timeline as a Dateline file") },
  { NULL, "win.reload", "<Control>r", NULL, N_ ("Read the file again") },
  { NULL, "win.export", "<Control>e", NULL, N_ ("Save a picture") },
  { NULL, "win.copy", "<Control><Shift>c", NULL, N_ ("Copy the selected event as a citation") },
  { N_ ("Program"), "app.new-window", "<Control>n", NULL, N_ ("New window") },
  { NULL, "win.menu", "F10", NULL, N_ ("Main menu") },
  { NULL, "win.show-help-overlay", "<Control>question", NULL, N_ ("Keyboard shortcuts") },
  { NULL, "window.close", "<Control>w", NULL, N_ ("Close the window") },
  { NULL, "app.quit", "<Control>q", NULL, N_ ("Quit") },
};

static const struct
{
  guint key, pad;
} twins[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left },       { GDK_KEY_Right, GDK_KEY_KP_Right },
  { GDK_KEY_Up, GDK_KEY_KP_Up },           { GDK_KEY_Down, GDK_KEY_KP_Down },
  { GDK_KEY_Home, GDK_KEY_KP_Home },       { GDK_KEY_End, GDK_KEY_KP_End },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down },
  { GDK_KEY_Return, GDK_KEY_KP_Enter },    { GDK_KEY_plus, GDK_KEY_KP_Add },
  { GDK_KEY_minus, GDK_KEY_KP_Subtract },
};

const DlKeys *
dl_keys_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  *n = G_N_ELEMENTS (table);
  return table;
}

/* The type of an action's parameter; NULL where it has none. */
static const GVariantType *
find_type (GtkWidgetClass *klass, const char *action)
{
  const char         *name, *property;
  const GVariantType *type;
  GType               owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    if (g_str_equal (name, action))
      return type;
  g_return_val_if_reached (NULL);
}

static void
bind (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, const char *action, GVariant *target)
{
  if (target == NULL)
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
  else
    gtk_widget_class_add_binding_action (klass, key, modifiers, action, "@*", target);
}

static void
bind_line (GtkWidgetClass *klass, const DlKeys *line)
{
  const GVariantType *type = find_type (klass, line->action);
  g_auto (GStrv)      keys = g_strsplit (line->keys, " ", -1);
  g_auto (GStrv)      targets = line->targets == NULL ? NULL : g_strsplit (line->targets, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) target = targets == NULL ? NULL : g_variant_parse (type, targets[i], NULL, NULL, NULL);
      GdkModifierType      modifiers;
      guint                key;

      if (!gtk_accelerator_parse (keys[i], &key, &modifiers))
        g_return_if_reached ();
      bind (klass, key, modifiers, line->action, target);
      for (guint j = 0; j < G_N_ELEMENTS (twins); j++)
        if (twins[j].key == key)
          bind (klass, twins[j].pad, modifiers, line->action, target);
    }
}

void
dl_keys_bind (GtkWidgetClass *klass, const char *prefix)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));
  g_return_if_fail (prefix != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (table[i].action, prefix))
      bind_line (klass, &table[i]);
}

static void
take_shortcut (GListStore *shortcuts, guint key, GdkModifierType modifiers, const char *action, GVariant *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, target);
  g_list_store_append (shortcuts, shortcut);
  g_object_unref (shortcut);
}

static void
add_line (GListStore *shortcuts, const DlKeys *line)
{
  g_auto (GStrv) keys = g_strsplit (line->keys, " ", -1);
  g_auto (GStrv) targets = line->targets == NULL ? NULL : g_strsplit (line->targets, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) target = targets == NULL ? NULL : g_variant_parse (NULL, targets[i], NULL, NULL, NULL);
      GdkModifierType      modifiers;
      guint                key;

      if (!gtk_accelerator_parse (keys[i], &key, &modifiers))
        g_return_if_reached ();
      take_shortcut (shortcuts, key, modifiers, line->action, target);
      for (guint j = 0; j < G_N_ELEMENTS (twins); j++)
        if (twins[j].key == key)
          take_shortcut (shortcuts, twins[j].pad, modifiers, line->action, target);
    }
}

GListModel *
dl_keys_new_shortcuts (const char *prefix)
{
  GListStore *shortcuts = g_list_store_new (GTK_TYPE_SHORTCUT);

  g_return_val_if_fail (prefix != NULL, G_LIST_MODEL (shortcuts));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (table[i].action, prefix))
      add_line (shortcuts, &table[i]);
  return G_LIST_MODEL (shortcuts);
}

static gboolean
is_local (const DlKeys *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (local); i++)
    if (g_str_has_prefix (line->action, local[i]))
      return TRUE;
  return FALSE;
}

void
dl_keys_apply (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (!is_local (&table[i]))
      {
        g_auto (GStrv)           known = gtk_application_get_accels_for_action (application, table[i].action);
        g_auto (GStrv)           keys = g_strsplit (table[i].keys, " ", -1);
        g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
        g_auto (GStrv)           accels = NULL;

        g_strv_builder_addv (all, (const char **) known);
        g_strv_builder_addv (all, (const char **) keys);
        accels = g_strv_builder_end (all);
        gtk_application_set_accels_for_action (application, table[i].action, (const char *const *) accels);
      }
}
