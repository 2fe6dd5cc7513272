/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-search-bar.h"

#include <glib/gi18n.h>

struct _DlSearchBar
{
  GtkWidget  parent_instance;
  DlSession *session;
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *count;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  GO,
  CLOSED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlSearchBar, dl_search_bar, GTK_TYPE_WIDGET)

/* How much is found, and which of it is selected. */
static char *
dup_count (DlSearchBar *self, gboolean *none)
{
  DlEventSet *hits = dl_session_get_hits (self->session);
  guint       n = hits == NULL ? 0 : dl_event_set_get_n (hits);
  guint       selected = dl_session_get_selected_position (self->session);
  gboolean    searched = dl_session_get_searched (self->session);

  *none = hits != NULL && n == 0 && searched;
  if (hits == NULL)
    return g_strdup ("");
  if (*none)
    return g_strdup (_ ("No results"));
  if (selected != DL_NONE && dl_event_set_contains (hits, selected))
    {
      guint which = dl_event_set_count_before (hits, selected) + 1;

      return searched
               /* Translators: the selected one of those that a search has found: "3 of 17". */
               ? g_strdup_printf (C_ ("hit", "%'u of %'u"), which, n)
               /* Translators: the same while the search goes on: "3 of 17 so far". */
               : g_strdup_printf (C_ ("hit", "%'u of %'u so far"), which, n);
    }
  return searched ? g_strdup_printf (ngettext ("%'u found", "%'u found", n), n)
                  /* Translators: how many a search has found, which goes on. */
                  : g_strdup_printf (ngettext ("%'u so far", "%'u so far", n), n);
}

static void
update_count (DlSearchBar *self)
{
  gboolean         none;
  g_autofree char *text = dup_count (self, &none);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               none ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (none)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
changed_cb (DlSearchBar *self)
{
  g_autoptr (DlQuery) query = dl_query_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  dl_session_search (self->session, query);
}

static void
next_cb (DlSearchBar *self)
{
  g_signal_emit (self, signals[GO], 0, 1);
}

static void
close_cb (DlSearchBar *self)
{
  dl_search_bar_close (self);
}

static void
open_changed_cb (DlSearchBar *self)
{
  if (dl_search_bar_get_open (self))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  dl_session_search (self->session, NULL);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Before the entry, for which Shift makes no difference. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DlSearchBar *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[GO], 0, -1);
  return GDK_EVENT_STOP;
}

static void
dl_search_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, DL_SEARCH_BAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_search_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    DL_SEARCH_BAR (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_search_bar_constructed (GObject *object)
{
  DlSearchBar *self = DL_SEARCH_BAR (object);

  G_OBJECT_CLASS (dl_search_bar_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "hits-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
}

static void
dl_search_bar_dispose (GObject *object)
{
  DlSearchBar *self = DL_SEARCH_BAR (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_search_bar_parent_class)->dispose (object);
}

static void
dl_search_bar_class_init (DlSearchBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_search_bar_get_property;
  object_class->set_property = dl_search_bar_set_property;
  object_class->constructed = dl_search_bar_constructed;
  object_class->dispose = dl_search_bar_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[GO] =
    g_signal_new ("go", DL_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", DL_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline_app/Dateline/ui/dl-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DlSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, DlSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DlSearchBar, count);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_changed_cb);
}

static void
dl_search_bar_init (DlSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
dl_search_bar_new (DlSession *session)
{
  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  return g_object_new (DL_TYPE_SEARCH_BAR, "session", session, NULL);
}

char *
dl_search_bar_dup_count (DlSearchBar *self)
{
  gboolean none;

  g_return_val_if_fail (DL_IS_SEARCH_BAR (self), NULL);
  return dup_count (self, &none);
}

gboolean
dl_search_bar_get_open (DlSearchBar *self)
{
  g_return_val_if_fail (DL_IS_SEARCH_BAR (self), FALSE);
  return gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar));
}

void
dl_search_bar_open (DlSearchBar *self)
{
  g_return_if_fail (DL_IS_SEARCH_BAR (self));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
dl_search_bar_close (DlSearchBar *self)
{
  g_return_if_fail (DL_IS_SEARCH_BAR (self));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), FALSE);
}

void
dl_search_bar_take_key (DlSearchBar *self, GtkEventControllerKey *controller)
{
  g_return_if_fail (DL_IS_SEARCH_BAR (self));
  dl_search_bar_open (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}
