/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-wrap-layout.h"

/* Between two children, and between two lines, in pixels. */
#define CHILD_GAP 6

struct _DlWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DlWrapLayout, dl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_there (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
width_of (GtkWidget *child, int most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (minimum, most));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The first child that is not in the line that @first begins; what it comes to. */
static GtkWidget *
measure_line (GtkWidget *first, int width, int *line_width, int *line_height)
{
  GtkWidget *child = first;

  *line_width = *line_height = 0;
  do
    {
      int wide = width_of (child, width);

      if (child != first && *line_width + CHILD_GAP + wide > width)
        break;
      *line_width += wide + (child != first ? CHILD_GAP : 0);
      *line_height = MAX (*line_height, height_of (child, wide));
      child = next_there (gtk_widget_get_next_sibling (child));
    }
  while (child != NULL);
  return child;
}

static GtkSizeRequestMode
dl_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dl_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  GtkWidget *child = next_there (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      while (child != NULL)
        {
          int width, height;

          child = measure_line (child, for_size < 0 ? G_MAXINT / 2 : for_size, &width, &height);
          *natural += height + (*natural > 0 ? CHILD_GAP : 0);
        }
      *minimum = *natural;
      return;
    }
  for (; child != NULL; child = next_there (gtk_widget_get_next_sibling (child)))
    {
      int least, usual;

      gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += usual + (*natural > 0 ? CHILD_GAP : 0);
    }
}

static void
allocate_line (GtkWidget *widget, GtkWidget *first, GtkWidget *after, int width, int y, int line_width, int line_height)
{
  gboolean   rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int        x = 0;
  GtkWidget *child = first;

  for (; child != after; child = next_there (gtk_widget_get_next_sibling (child)))
    {
      int           wide = width_of (child, width);
      GtkAllocation place = { x, y, wide, line_height };

      if (next_there (gtk_widget_get_next_sibling (child)) == NULL)
        place.x += MAX (width - line_width, 0);
      if (rtl)
        place.x = width - place.x - wide;
      gtk_widget_size_allocate (child, &place, -1);
      x += wide + CHILD_GAP;
    }
}

static void
dl_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = next_there (gtk_widget_get_first_child (widget));
  int        y = 0;

  while (child != NULL)
    {
      int        line_width, line_height;
      GtkWidget *after = measure_line (child, width, &line_width, &line_height);

      allocate_line (widget, child, after, width, y, line_width, line_height);
      y += line_height + CHILD_GAP;
      child = after;
    }
}

static void
dl_wrap_layout_class_init (DlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = dl_wrap_layout_get_request_mode;
  layout_class->measure = dl_wrap_layout_measure;
  layout_class->allocate = dl_wrap_layout_allocate;
}

static void
dl_wrap_layout_init (DlWrapLayout *self)
{
}
