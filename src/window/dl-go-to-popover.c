/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-go-to-popover.h"

#include <glib/gi18n.h>

#include "time/dl-date-query.h"
#include "time/dl-words.h"

struct _DlGoToPopover
{
  GtkPopover parent_instance;
  DlView    *view;
  GtkWidget *entry;
  GtkWidget *hint;
  DlInstant  reference;
  DlDate     date;
  gboolean   valid;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       go_signal;

G_DEFINE_FINAL_TYPE (DlGoToPopover, dl_go_to_popover, GTK_TYPE_POPOVER)

/* What the date stands for, so that nobody is taken somewhere unawares. */
static char *
describe (const DlDate *date, const DlZone *zone)
{
  DlUnit           unit = date->start_precision <= DL_PRECISION_HOUR       ? DL_UNIT_MINUTE
                          : date->start_precision <= DL_PRECISION_SEMESTER ? DL_UNIT_DAY
                                                                           : DL_UNIT_YEAR;
  g_autofree char *first = dl_words_instant (date->earliest_start, unit, zone);
  g_autofree char *last = dl_words_instant (dl_instant_add (date->latest_end, -1), unit, zone);

  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  /* Translators: the first and the last day or year of what was asked for. */
  return g_strdup_printf (C_ ("span", "%s – %s"), first, last);
}

static void
changed_cb (DlGoToPopover *self)
{
  DlTimeline        *timeline = dl_view_get_timeline (self->view);
  const char        *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char   *words = NULL;
  DlInstant          as_of = DL_INSTANT (0);
  gboolean           has_as_of;

  self->valid = FALSE;
  gtk_widget_remove_css_class (self->entry, "error");
  if (timeline == NULL || text[0] == '\0')
    {
      gtk_label_set_text (GTK_LABEL (self->hint),
                          _ ("For example: 25 October 2025, oct 2025, 44 BC, today, 2025-10-21/2025-10-24"));
      return;
    }
  has_as_of = dl_timeline_get_as_of (timeline, &as_of);
  self->valid = dl_date_query_parse (text, as_of, has_as_of, DL_INSTANT (g_get_real_time () / G_USEC_PER_SEC),
                                     self->reference, dl_timeline_get_zone (timeline), &self->date, &error);
  if (!self->valid)
    {
      gtk_label_set_text (GTK_LABEL (self->hint), error->message);
      return;
    }
  words = describe (&self->date, dl_timeline_get_zone (timeline));
  gtk_label_set_text (GTK_LABEL (self->hint), words);
}

static void
activate_cb (DlGoToPopover *self)
{
  if (!self->valid)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_error_bell (self->entry);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, go_signal, 0);
}

static void
dl_go_to_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_GO_TO_POPOVER (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_go_to_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_GO_TO_POPOVER (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_go_to_popover_dispose (GObject *object)
{
  g_clear_object (&DL_GO_TO_POPOVER (object)->view);

  G_OBJECT_CLASS (dl_go_to_popover_parent_class)->dispose (object);
}

static void
dl_go_to_popover_class_init (DlGoToPopoverClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_go_to_popover_get_property;
  object_class->set_property = dl_go_to_popover_set_property;
  object_class->dispose = dl_go_to_popover_dispose;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  go_signal = g_signal_new ("go", DL_TYPE_GO_TO_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline_app/Dateline/ui/dl-go-to-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DlGoToPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, DlGoToPopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
dl_go_to_popover_init (DlGoToPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dl_go_to_popover_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_GO_TO_POPOVER, "view", view, NULL);
}

void
dl_go_to_popover_ask (DlGoToPopover *self, DlInstant reference)
{
  g_return_if_fail (DL_IS_GO_TO_POPOVER (self));
  self->reference = reference;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  changed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

const DlDate *
dl_go_to_popover_get_date (DlGoToPopover *self)
{
  g_return_val_if_fail (DL_IS_GO_TO_POPOVER (self), NULL);
  return &self->date;
}
