/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-header-middle.h"

#define SPACING 12
/* A title of which less is left is not shown; a shorter one needs no more than it has. */
#define TITLE_LEAST_WIDTH 56

struct _DlHeaderMiddle
{
  GtkWidget parent_instance;
};

typedef enum
{
  TITLE,
  CHOICE,
  TOOLS,
  N_PARTS
} Part;

G_DEFINE_FINAL_TYPE (DlHeaderMiddle, dl_header_middle, GTK_TYPE_WIDGET)

/* Returns: whether all are there; popovers come behind them */
static gboolean
get_parts (GtkWidget *widget, GtkWidget **parts)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (int i = 0; i < N_PARTS; i++)
    {
      if (child == NULL)
        return FALSE;
      parts[i] = child;
      child = gtk_widget_get_next_sibling (child);
    }
  return TRUE;
}

static void
measure_width (GtkWidget *part, int *minimum, int *natural)
{
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static void
dl_header_middle_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  GtkWidget *parts[N_PARTS];

  *minimum = *natural = 0;
  if (!get_parts (widget, parts))
    return;
  for (int i = 0; i < N_PARTS; i++)
    {
      int part_minimum, part_natural;

      gtk_widget_measure (parts[i], orientation, -1, &part_minimum, &part_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, part_minimum);
          *natural = MAX (*natural, part_natural);
        }
      else if (i == CHOICE)
        *minimum = part_minimum;
    }
  /* All that is left between the ends of the bar. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = G_MAXINT16;
}

/* How far this is from the left edge of the bar, and how wide that is. */
static void
find_bar (GtkWidget *widget, int width, double *left, double *bar_width)
{
  GtkWidget       *bar = gtk_widget_get_ancestor (widget, GTK_TYPE_HEADER_BAR);
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0);

  *left = 0;
  *bar_width = width;
  if (bar == NULL || !gtk_widget_compute_point (widget, bar, &origin, &origin))
    return;
  *left = (double) origin.x;
  *bar_width = gtk_widget_get_width (bar);
}

static void
place (GtkWidget *widget, GtkWidget *part, int x, int part_width, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (part, part_width > 0);
  if (part_width > 0)
    gtk_widget_size_allocate (part, &(GtkAllocation){ rtl ? width - x - part_width : x, 0, part_width, height }, -1);
}

static void
dl_header_middle_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *parts[N_PARTS];
  int        minimum[N_PARTS];
  int        natural[N_PARTS];
  int        choice, tools, title, least, x;
  double     left, bar_width;

  if (!get_parts (widget, parts))
    return;
  for (int i = 0; i < N_PARTS; i++)
    measure_width (parts[i], &minimum[i], &natural[i]);

  choice = natural[CHOICE];
  tools = natural[TOOLS] > 0 ? natural[TOOLS] + SPACING : 0;
  if (choice + tools > width)
    choice = minimum[CHOICE];
  if (choice + tools > width)
    tools = 0;
  least = MIN (MAX (TITLE_LEAST_WIDTH, minimum[TITLE]), MAX (natural[TITLE], 1));
  /* Which timeline it is comes before three buttons where one does. */
  if (width - choice - tools - SPACING < least && width - minimum[CHOICE] - tools - SPACING >= least)
    choice = minimum[CHOICE];
  title = width - choice - tools - SPACING;
  title = title < least ? 0 : MIN (title, natural[TITLE]);

  /* In the middle of the whole bar, unless something is in the way. */
  find_bar (widget, width, &left, &bar_width);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    left = bar_width - left - width;
  x = (int) (bar_width / 2 - left) - choice / 2;
  x = CLAMP (x, 0, MAX (width - tools - choice, 0));
  x = MAX (x, title > 0 ? title + SPACING : 0);

  place (widget, parts[TITLE], 0, title, width, height);
  place (widget, parts[CHOICE], x, MIN (choice, width), width, height);
  place (widget, parts[TOOLS], width - tools + SPACING, tools - (tools > 0 ? SPACING : 0), width, height);
  for (GtkWidget *child = gtk_widget_get_next_sibling (parts[TOOLS]); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
dl_header_middle_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dl_header_middle_parent_class)->dispose (object);
}

static void
dl_header_middle_class_init (DlHeaderMiddleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_header_middle_dispose;
  widget_class->measure = dl_header_middle_measure;
  widget_class->size_allocate = dl_header_middle_size_allocate;
}

static void
dl_header_middle_init (DlHeaderMiddle *self)
{
}
