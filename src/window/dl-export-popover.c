/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-export-popover.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "export/dl-paper.h"
#include "widgets/dl-choice-name.h"
#include "widgets/dl-look.h"

/* The second choice of what to draw. */
#define EVERYTHING 1

/* The choice of how sharp it is: 2×. */
#define USUAL_SCALE 1

/* The choice of a legend: of what is unusual. */
#define USUAL_LEGEND 1

struct _DlExportPopover
{
  GtkPopover     parent_instance;
  DlView        *view;
  GtkWidget     *what;
  GtkWidget     *size;
  GtkStringList *sizes;
  GtkWidget     *title;
  GtkWidget     *legend;
  GtkWidget     *format;
  GtkStringList *formats;
  GtkWidget     *theme;
  GtkWidget     *scale;
  char          *offered; /* the title that was put into its row last; nullable */
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       save_signal;

G_DEFINE_FINAL_TYPE (DlExportPopover, dl_export_popover, GTK_TYPE_POPOVER)

static void
format_changed_cb (DlExportPopover *self)
{
  /* Only a picture of pixels can be more or less sharp. */
  gtk_widget_set_sensitive (self->scale, dl_export_popover_get_writer (self)->has_resolution);
}

/* The timeline's title, unless somebody has written another one for that timeline. */
static void
offer_title (DlExportPopover *self)
{
  DlTimeline *timeline = dl_view_get_timeline (self->view);
  const char *title = timeline != NULL ? dl_timeline_get_title (timeline) : NULL;

  if (title == NULL)
    title = "";
  if (g_strcmp0 (title, self->offered) == 0)
    return;
  g_free (self->offered);
  self->offered = g_strdup (title);
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
}

static void
dl_export_popover_map (GtkWidget *widget)
{
  offer_title (DL_EXPORT_POPOVER (widget));
  GTK_WIDGET_CLASS (dl_export_popover_parent_class)->map (widget);
}

static void
save_cb (GtkButton *button, DlExportPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, save_signal, 0);
}

static void
dl_export_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_EXPORT_POPOVER (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_export_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_EXPORT_POPOVER (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_export_popover_dispose (GObject *object)
{
  g_clear_object (&DL_EXPORT_POPOVER (object)->view);

  G_OBJECT_CLASS (dl_export_popover_parent_class)->dispose (object);
}

static void
dl_export_popover_finalize (GObject *object)
{
  g_free (DL_EXPORT_POPOVER (object)->offered);

  G_OBJECT_CLASS (dl_export_popover_parent_class)->finalize (object);
}

static void
dl_export_popover_class_init (DlExportPopoverClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_export_popover_get_property;
  object_class->set_property = dl_export_popover_set_property;
  object_class->dispose = dl_export_popover_dispose;
  object_class->finalize = dl_export_popover_finalize;
  widget_class->map = dl_export_popover_map;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  save_signal = g_signal_new ("save", DL_TYPE_EXPORT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/dateline_app/Dateline/ui/dl-export-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, what);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, size);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, sizes);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, title);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, legend);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, format);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, formats);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, theme);
  gtk_widget_class_bind_template_child (widget_class, DlExportPopover, scale);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
init_choice (GtkWidget *drop_down, const char *label)
{
  dl_choice_name (drop_down, label);
  dl_compat_keep_focus (drop_down);
}

static void
dl_export_popover_init (DlExportPopover *self)
{
  guint           n_writers;
  guint           n_papers;
  const DlWriter *writers = dl_writer_get_all (&n_writers);
  const DlPaper  *papers = dl_paper_get_all (&n_papers);

  gtk_widget_init_template (GTK_WIDGET (self));
  dl_compat_name_buttons (GTK_WIDGET (self));
  for (guint i = 0; i < n_writers; i++)
    gtk_string_list_append (self->formats, _ (writers[i].choice));
  for (guint i = 0; i < n_papers && papers[i].choice != NULL; i++)
    gtk_string_list_append (self->sizes, g_dpgettext2 (NULL, "size of a picture", papers[i].choice));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->scale), USUAL_SCALE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->legend), USUAL_LEGEND);
  init_choice (self->what, _ ("_Time"));
  init_choice (self->size, _ ("Si_ze"));
  init_choice (self->legend, _ ("_Legend"));
  init_choice (self->format, _ ("_Format"));
  init_choice (self->theme, _ ("_Colours"));
  init_choice (self->scale, _ ("_Resolution"));
}

GtkWidget *
dl_export_popover_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_EXPORT_POPOVER, "view", view, NULL);
}

static guint
get_choice (GtkWidget *drop_down)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
}

const DlWriter *
dl_export_popover_get_writer (DlExportPopover *self)
{
  guint           n;
  const DlWriter *writers = dl_writer_get_all (&n);

  g_return_val_if_fail (DL_IS_EXPORT_POPOVER (self), writers);
  return &writers[get_choice (self->format) % n];
}

static void
set_size (DlExportPopover *self, DlExportOptions *options)
{
  guint          n;
  const DlPaper *papers = dl_paper_get_all (&n);
  guint          choice = get_choice (self->size);

  /* The first choice is none of them. */
  if (choice == 0 || choice > n)
    return;
  options->width = papers[choice - 1].width;
  options->height = papers[choice - 1].height;
}

void
dl_export_popover_init_options (DlExportPopover *self, DlThemeKind current, DlExportOptions *options)
{
  static const double scales[] = { 1, 2, 4 };
  const DlLegendMode  legends[] = { DL_LEGEND_NONE, DL_LEGEND_IF_NEEDED, DL_LEGEND_ALL };
  const DlThemeKind   themes[] = { current, DL_THEME_LIGHT, DL_THEME_DARK, DL_THEME_PRINT };
  DlSession          *session;

  g_return_if_fail (DL_IS_EXPORT_POPOVER (self));
  session = dl_view_get_session (self->view);
  dl_export_options_init (options, dl_view_get_timeline (self->view), NULL);
  dl_lane_options_copy (dl_session_get_lane_options (session), &options->arrange.lanes);
  options->arrange.fold = dl_view_get_fold (self->view);
  options->arrange.opened = *dl_view_get_opened (self->view);
  if (dl_session_get_shown (session) != NULL)
    options->arrange.shown = dl_event_set_ref (dl_session_get_shown (session));
  offer_title (self);
  dl_export_options_set_title (options, gtk_editable_get_text (GTK_EDITABLE (self->title)));
  options->legend = legends[get_choice (self->legend) % G_N_ELEMENTS (legends)];
  options->theme = themes[get_choice (self->theme) % G_N_ELEMENTS (themes)];
  options->scale = scales[get_choice (self->scale) % G_N_ELEMENTS (scales)];
  set_size (self, options);
  if (get_choice (self->what) == EVERYTHING)
    dl_export_options_show_all (options);
  else if (options->height > 0)
    /* A sheet has another shape than the window, so what is in it is laid out anew. */
    dl_view_get_range (self->view, &options->from, &options->to);
  else
    {
      g_autofree char *family = NULL;
      double           factor = dl_look_get_font (GTK_WIDGET (self), &family);
      DlScene         *scene;

      dl_view_rest (self->view);
      scene = dl_view_get_scene (self->view);
      if (scene != NULL)
        dl_export_options_set_seen (options, scene, family, factor);
    }
}
