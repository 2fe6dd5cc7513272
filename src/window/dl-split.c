/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-split.h"

#include <glib/gi18n.h>

#include "widgets/dl-look.h"

/* Below this width the side part goes below the main one. Twice as large text takes a
 * third as much again: it is what the side part is made of. */
#define NARROW 860
#define NARROW_FOR_TEXT 0.35

/* Share of the height that the main part has then. */
#define MAIN_SHARE 0.58

/* Width of the side part where it stands at the end, in pixels. */
#define SIDE_MIN 240
#define SIDE_MAX 4096
#define SIDE_USUAL 400

struct _DlSplit
{
  GtkWidget  parent_instance;
  GtkWidget *paned;
  int        side_width;
  int        width;
  double     text; /* how large it is */
  int        height;
  guint      idle_id;
  gboolean   show;
  gboolean   needed;
  gboolean   turned; /* and the side part has not been seen since */
};

enum
{
  PROP_0,
  PROP_MAIN_PART,
  PROP_SIDE_PART,
  PROP_SHOW_SIDE,
  PROP_SIDE_NEEDED,
  PROP_SIDE_WIDTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DlSplit, dl_split, GTK_TYPE_WIDGET)

static gboolean
is_narrow (DlSplit *self)
{
  /* Before it has a size it is taken for wide. */
  return self->width > 0 && self->width < NARROW * (1 + NARROW_FOR_TEXT * (self->text - 1));
}

static void
place_handle (DlSplit *self)
{
  if (is_narrow (self))
    gtk_paned_set_position (GTK_PANED (self->paned), (int) (self->height * MAIN_SHARE));
  else
    gtk_paned_set_position (GTK_PANED (self->paned), MAX (self->width - self->side_width, SIDE_MIN));
}

static void
update_side (DlSplit *self)
{
  gtk_widget_set_visible (gtk_paned_get_end_child (GTK_PANED (self->paned)),
                          self->show && (self->needed || !is_narrow (self)));
}

/* Not while sizes are given out: another orientation asks for other sizes. */
static gboolean
arrange_cb (gpointer data)
{
  DlSplit *self = data;

  self->idle_id = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  is_narrow (self) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  self->turned = TRUE;
  update_side (self);
  place_handle (self);
  return G_SOURCE_REMOVE;
}

static void
dl_split_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  gtk_widget_measure (DL_SPLIT (widget)->paned, orientation, -1, minimum, natural, NULL, NULL);
  /* Whichever way it stands now, it can be as narrow as one above the other. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 300);
}

static void
dl_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlSplit      *self = DL_SPLIT (widget);
  gboolean      first = self->width == 0;
  gboolean      was_narrow = is_narrow (self);
  int           minimum;
  GtkAllocation allocation;

  if (!first && !was_narrow &&
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_HORIZONTAL &&
      self->width == width && gtk_widget_get_visible (gtk_paned_get_end_child (GTK_PANED (self->paned))))
    dl_split_set_side_width (self, width - gtk_paned_get_position (GTK_PANED (self->paned)));
  self->width = width;
  self->height = height;
  self->text = dl_look_get_font (widget, NULL);
  if (first && !is_narrow (self))
    place_handle (self);
  else if ((first || was_narrow != is_narrow (self)) && self->idle_id == 0)
    self->idle_id = g_idle_add (arrange_cb, self);
  gtk_widget_measure (self->paned, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation = (GtkAllocation){ 0, 0, MAX (width, minimum), height };
  gtk_widget_measure (self->paned, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum, NULL, NULL, NULL);
  allocation.height = MAX (height, minimum);
  gtk_widget_size_allocate (self->paned, &allocation, -1);
  /* The paned takes the first place after a turn for a share of the other side's length. */
  if (self->turned && gtk_widget_get_visible (gtk_paned_get_end_child (GTK_PANED (self->paned))))
    {
      self->turned = FALSE;
      place_handle (self);
      gtk_widget_size_allocate (self->paned, &allocation, -1);
    }

  /* A menu over it may have grown: what has no layout manager says so itself. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
dl_split_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlSplit *self = DL_SPLIT (object);

  switch (prop_id)
    {
    case PROP_MAIN_PART:
      g_value_set_object (value, gtk_paned_get_start_child (GTK_PANED (self->paned)));
      break;
    case PROP_SIDE_PART:
      g_value_set_object (value, gtk_paned_get_end_child (GTK_PANED (self->paned)));
      break;
    case PROP_SHOW_SIDE:
      g_value_set_boolean (value, self->show);
      break;
    case PROP_SIDE_NEEDED:
      g_value_set_boolean (value, self->needed);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, self->side_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_split_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DlSplit *self = DL_SPLIT (object);

  switch (prop_id)
    {
    case PROP_MAIN_PART:
      gtk_paned_set_start_child (GTK_PANED (self->paned), g_value_get_object (value));
      break;
    case PROP_SIDE_PART:
      gtk_paned_set_end_child (GTK_PANED (self->paned), g_value_get_object (value));
      break;
    case PROP_SHOW_SIDE:
      dl_split_set_show_side (self, g_value_get_boolean (value));
      break;
    case PROP_SIDE_NEEDED:
      dl_split_set_side_needed (self, g_value_get_boolean (value));
      break;
    case PROP_SIDE_WIDTH:
      dl_split_set_side_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_split_dispose (GObject *object)
{
  DlSplit *self = DL_SPLIT (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->paned, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_split_parent_class)->dispose (object);
}

static void
dl_split_class_init (DlSplitClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_split_get_property;
  object_class->set_property = dl_split_set_property;
  object_class->dispose = dl_split_dispose;

  props[PROP_MAIN_PART] = g_param_spec_object ("main-part", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDE_PART] = g_param_spec_object ("side-part", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_SIDE] = g_param_spec_boolean ("show-side", NULL, NULL, TRUE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDE_NEEDED] = g_param_spec_boolean ("side-needed", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, SIDE_MIN, SIDE_MAX, SIDE_USUAL,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  widget_class->measure = dl_split_measure;
  widget_class->size_allocate = dl_split_size_allocate;
}

static void
dl_split_init (DlSplit *self)
{
  self->show = TRUE;
  self->side_width = SIDE_USUAL;
  /* A group: what newer GTK takes it for may not have a name. */
  self->paned = g_object_new (GTK_TYPE_PANED, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->paned), FALSE);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  /* F8 brings the keyboard to it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paned), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Edge of the details"), -1);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
dl_split_new (GtkWidget *main_part, GtkWidget *side_part)
{
  g_return_val_if_fail (GTK_IS_WIDGET (main_part), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (side_part), NULL);
  return g_object_new (DL_TYPE_SPLIT, "main-part", main_part, "side-part", side_part, NULL);
}

void
dl_split_set_show_side (DlSplit *self, gboolean show)
{
  g_return_if_fail (DL_IS_SPLIT (self));
  show = show != FALSE;
  if (self->show == show)
    return;
  self->show = show;
  update_side (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_SIDE]);
}

gboolean
dl_split_get_show_side (DlSplit *self)
{
  g_return_val_if_fail (DL_IS_SPLIT (self), FALSE);
  return self->show;
}

gboolean
dl_split_get_narrow (DlSplit *self)
{
  g_return_val_if_fail (DL_IS_SPLIT (self), FALSE);
  return is_narrow (self);
}

void
dl_split_set_side_needed (DlSplit *self, gboolean needed)
{
  g_return_if_fail (DL_IS_SPLIT (self));
  needed = needed != FALSE;
  if (self->needed == needed)
    return;
  self->needed = needed;
  update_side (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDE_NEEDED]);
}

void
dl_split_set_side_width (DlSplit *self, int width)
{
  g_return_if_fail (DL_IS_SPLIT (self));
  width = CLAMP (width, SIDE_MIN, SIDE_MAX);
  if (self->side_width == width)
    return;
  self->side_width = width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDE_WIDTH]);
}
