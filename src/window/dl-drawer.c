/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-drawer.h"

#include "widgets/dl-focus.h"
#include "widgets/dl-look.h"

/* Below this width, for text of the usual size, the side part lies over the main one. */
#define DRAWER_NARROW 700

/* So much of the main part is left to be seen then, to know that it is there. */
#define LEFT_FREE 24

struct _DlDrawer
{
  GtkWidget  parent_instance;
  GtkWidget *main_part;
  GtkWidget *side_part; /* NULL until it is needed */
  int        width;
  guint      idle_id;
  gboolean   show;
  gboolean   asked; /* since it is narrow */
  double     text;  /* how large it is */
};

enum
{
  PROP_0,
  PROP_MAIN_PART,
  PROP_SHOW_SIDE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       arranged_signal;

G_DEFINE_FINAL_TYPE (DlDrawer, dl_drawer, GTK_TYPE_WIDGET)

static void
update (DlDrawer *self)
{
  if (self->side_part != NULL)
    gtk_widget_set_visible (self->side_part, dl_drawer_needs_side (self));
  if (dl_drawer_is_narrow (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_signal_emit (self, arranged_signal, 0);
}

/* Not while sizes are given out. */
static gboolean
arrange_cb (gpointer data)
{
  DlDrawer *self = data;

  self->idle_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
dl_drawer_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  DlDrawer *self = DL_DRAWER (widget);
  int       least, usual;

  gtk_widget_measure (self->main_part, orientation, -1, minimum, natural, NULL, NULL);
  if (self->side_part == NULL || !gtk_widget_should_layout (self->side_part))
    return;
  gtk_widget_measure (self->side_part, orientation, -1, &least, &usual, NULL, NULL);
  /* As narrow as one over the other. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += usual;
  else
    {
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

static void
place (GtkWidget *child, int x, int width, int height, int outer, gboolean rtl)
{
  GtkAllocation allocation;
  int           least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  allocation.width = MAX (width, least);
  allocation.x = rtl ? outer - x - allocation.width : x;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &least, NULL, NULL, NULL);
  allocation.y = 0;
  allocation.height = MAX (height, least);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
dl_drawer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlDrawer *self = DL_DRAWER (widget);
  gboolean  was_narrow = dl_drawer_is_narrow (self);
  gboolean  rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int       side = 0;

  self->width = width;
  self->text = dl_look_get_font (widget, NULL);
  if (was_narrow != dl_drawer_is_narrow (self))
    {
      /* Who is at work in it keeps it. */
      self->asked =
        self->side_part != NULL && gtk_widget_get_visible (self->side_part) && dl_focus_is_inside (self->side_part);
      if (self->idle_id == 0)
        self->idle_id = g_idle_add (arrange_cb, self);
    }
  if (self->side_part != NULL && gtk_widget_should_layout (self->side_part))
    {
      gtk_widget_measure (self->side_part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &side, NULL, NULL);
      if (dl_drawer_is_narrow (self))
        side = MIN (side, width - LEFT_FREE);
      place (self->side_part, 0, side, height, width, rtl);
      side = dl_drawer_is_narrow (self) ? 0 : gtk_widget_get_width (self->side_part);
    }
  place (self->main_part, side, width - side, height, width, rtl);
}

static void
dl_drawer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlDrawer *self = DL_DRAWER (object);

  switch (prop_id)
    {
    case PROP_MAIN_PART:
      g_value_set_object (value, self->main_part);
      break;
    case PROP_SHOW_SIDE:
      g_value_set_boolean (value, self->show);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_drawer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DlDrawer *self = DL_DRAWER (object);

  switch (prop_id)
    {
    case PROP_MAIN_PART:
      self->main_part = g_value_get_object (value);
      gtk_widget_set_parent (self->main_part, GTK_WIDGET (self));
      break;
    case PROP_SHOW_SIDE:
      dl_drawer_set_show_side (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_drawer_dispose (GObject *object)
{
  DlDrawer *self = DL_DRAWER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->main_part, gtk_widget_unparent);
  g_clear_pointer (&self->side_part, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_drawer_parent_class)->dispose (object);
}

static void
dl_drawer_class_init (DlDrawerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_drawer_get_property;
  object_class->set_property = dl_drawer_set_property;
  object_class->dispose = dl_drawer_dispose;

  props[PROP_MAIN_PART] = g_param_spec_object ("main-part", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_SIDE] = g_param_spec_boolean ("show-side", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  arranged_signal = g_signal_new ("arranged", DL_TYPE_DRAWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->measure = dl_drawer_measure;
  widget_class->size_allocate = dl_drawer_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "drawer");
}

static void
dl_drawer_init (DlDrawer *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
dl_drawer_new (GtkWidget *main_part)
{
  g_return_val_if_fail (GTK_IS_WIDGET (main_part), NULL);
  return g_object_new (DL_TYPE_DRAWER, "main-part", main_part, NULL);
}

void
dl_drawer_set_side (DlDrawer *self, GtkWidget *side_part)
{
  g_return_if_fail (DL_IS_DRAWER (self));
  g_return_if_fail (GTK_IS_WIDGET (side_part));
  g_return_if_fail (self->side_part == NULL);
  self->side_part = side_part;
  /* The last child is drawn over the others. */
  gtk_widget_set_parent (side_part, GTK_WIDGET (self));
  gtk_widget_set_visible (side_part, dl_drawer_needs_side (self));
}

void
dl_drawer_set_show_side (DlDrawer *self, gboolean show)
{
  g_return_if_fail (DL_IS_DRAWER (self));
  show = show != FALSE;
  if (self->show == show)
    return;
  self->show = show;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_SIDE]);
}

gboolean
dl_drawer_get_show_side (DlDrawer *self)
{
  g_return_val_if_fail (DL_IS_DRAWER (self), FALSE);
  return self->show;
}

void
dl_drawer_ask_for_side (DlDrawer *self, gboolean ask)
{
  g_return_if_fail (DL_IS_DRAWER (self));
  self->asked = ask != FALSE;
  if (ask && !self->show)
    dl_drawer_set_show_side (self, TRUE);
  else
    update (self);
}

gboolean
dl_drawer_needs_side (DlDrawer *self)
{
  g_return_val_if_fail (DL_IS_DRAWER (self), FALSE);
  return self->show && (self->asked || !dl_drawer_is_narrow (self));
}

gboolean
dl_drawer_is_narrow (DlDrawer *self)
{
  g_return_val_if_fail (DL_IS_DRAWER (self), FALSE);
  /* Before it has a size it is taken for wide. */
  return self->width > 0 && self->width < DRAWER_NARROW * self->text;
}
