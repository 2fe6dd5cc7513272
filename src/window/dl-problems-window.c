/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-problems-window.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "window/dl-edit-file.h"
#include "window/dl-problem-model.h"
#include "window/dl-problem-row.h"

#define PROBLEMS_WIDTH 720
#define PROBLEMS_HEIGHT 480

#define N_KINDS (DL_PROBLEMS_NOT_CARRIED + 1)

struct _DlProblemsWindow
{
  GtkWindow           parent_instance;
  DlSession          *session;
  GPtrArray          *sources[DL_PROBLEM_N_SOURCES]; /* of those that are shown; each nullable */
  GPtrArray          *left_behind;                   /* nullable */
  GHashTable         *lost;                          /* the events of which some of them say that they are left out */
  GtkWidget          *kinds;                         /* where there are several, such as problems as well as notes */
  GtkWidget          *buttons[N_KINDS];
  GtkWidget          *list;
  GtkWidget          *scroller;
  GtkWidget          *nothing;
  GtkWidget          *toast;
  GtkSingleSelection *selection;
};

enum
{
  SHOW_EVENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlProblemsWindow, dl_problems_window, GTK_TYPE_WINDOW)

/* What is done with a problem */

/* Position of its event in the open timeline, or DL_NONE. */
static guint
find_event (DlProblemsWindow *self, DlProblemItem *item)
{
  const DlProblem *problem = dl_problem_item_get_problem (item);
  DlTimeline      *timeline = dl_session_get_timeline (self->session);

  if (timeline == NULL || problem->key == DL_PROBLEM_NO_EVENT)
    return DL_NONE;
  return dl_timeline_find_key (timeline, problem->part, problem->key);
}

/* Whether that may find something: cheap, for each row that comes into sight. */
static gboolean
has_event (DlProblemsWindow *self, DlProblemItem *item)
{
  return dl_problem_has_event (dl_problem_item_get_problem (item), self->lost);
}

/* Of several the one that it is in; nullable. */
static GFile *
get_file (DlProblemsWindow *self, DlProblemItem *item)
{
  return dl_session_get_problem_file (self->session, dl_problem_item_get_problem (item));
}

/* Whether an editor finds the file where the desktop says it is. */
static gboolean
can_open (DlProblemsWindow *self, DlProblemItem *item)
{
  GFile *file = get_file (self, item);

  return file != NULL && g_file_is_native (file);
}

static void
open_file (DlProblemsWindow *self, DlProblemItem *item)
{
  const DlProblem *problem = dl_problem_item_get_problem (item);

  if (can_open (self, item))
    dl_edit_file (DL_TOAST (self->toast), get_file (self, item), problem->line, problem->column);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
show_event (DlProblemsWindow *self, DlProblemItem *item)
{
  guint position = find_event (self, item);

  if (position == DL_NONE)
    dl_toast_show (DL_TOAST (self->toast), _ ("The filter leaves that event out."));
  else
    g_signal_emit (self, signals[SHOW_EVENT], 0, position);
}

static void
show_event_cb (DlProblemRow *row, DlProblemsWindow *self)
{
  show_event (self, dl_problem_row_get_item (row));
}

static void
open_cb (DlProblemRow *row, DlProblemsWindow *self)
{
  open_file (self, dl_problem_row_get_item (row));
}

static void
copy_place_cb (DlProblemRow *row, DlProblemsWindow *self)
{
  const DlProblem *problem = dl_problem_item_get_problem (dl_problem_row_get_item (row));
  GFile           *file = get_file (self, dl_problem_row_get_item (row));
  g_autofree char *place = NULL;

  /* Of what could not be read there may be no more than the name. */
  place = file == NULL && problem->file != NULL ? g_strdup (problem->file)
                                                : dl_edit_dup_place (file, problem->line, problem->column);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), place);
}

static void
copy_suggestion_cb (DlProblemRow *row, DlProblemsWindow *self)
{
  const DlProblem *problem = dl_problem_item_get_problem (dl_problem_row_get_item (row));

  if (problem->suggestion != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), problem->suggestion);
}

/* Enter, or a double click: to the event where there is one, else to where it is mended. */
static void
activate_cb (GtkListView *list, guint position, DlProblemsWindow *self)
{
  g_autoptr (DlProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  if (has_event (self, item))
    show_event (self, item);
  else
    open_file (self, item);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlProblemsWindow *self)
{
  GtkWidget *row = dl_problem_row_new ();

  g_signal_connect_object (row, "show-event", G_CALLBACK (show_event_cb), self, 0);
  g_signal_connect_object (row, "open", G_CALLBACK (open_cb), self, 0);
  g_signal_connect_object (row, "copy-place", G_CALLBACK (copy_place_cb), self, 0);
  g_signal_connect_object (row, "copy-suggestion", G_CALLBACK (copy_suggestion_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlProblemsWindow *self)
{
  GtkWidget       *row = gtk_list_item_get_child (item);
  DlProblemItem   *problem = gtk_list_item_get_item (item);
  GtkWidget       *frame = gtk_widget_get_parent (row);
  g_autofree char *name = dl_problem_item_dup_name (problem);
  g_autofree char *number = dl_problem_item_dup_number (problem);

  dl_problem_row_set_item (DL_PROBLEM_ROW (row), problem, has_event (self, problem), can_open (self, problem));
  /* What GTK has around a row is what has the keyboard, and what a screen reader meets. */
  if (frame != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, number, -1);
}

/* Contents */

static DlProblemKinds
get_kinds (DlProblemsWindow *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      return (DlProblemKinds) i;
  return DL_PROBLEMS_ALL;
}

static void
fill (DlProblemsWindow *self)
{
  g_autoptr (DlProblemModel) model = dl_problem_model_new (self->sources, get_kinds (self));
  gboolean                   any = g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  gtk_widget_set_visible (self->scroller, any);
  gtk_widget_set_visible (self->nothing, !any);
}

static void
toggled_cb (GtkToggleButton *button, DlProblemsWindow *self)
{
  if (gtk_toggle_button_get_active (button))
    fill (self);
}

/* Those of @sources that are others than before. Returns: whether any are */
static gboolean
take_sources (DlProblemsWindow *self, GPtrArray *const sources[DL_PROBLEM_N_SOURCES])
{
  gboolean any = FALSE;

  for (guint i = 0; i < DL_PROBLEM_N_SOURCES; i++)
    {
      if (sources[i] == self->sources[i])
        continue;
      any = TRUE;
      g_clear_pointer (&self->sources[i], g_ptr_array_unref);
      self->sources[i] = sources[i] != NULL ? g_ptr_array_ref (sources[i]) : NULL;
    }
  return any;
}

/* Shows how many there are of each kind, and those of which there are any. */
static void
update_kinds (DlProblemsWindow *self)
{
  GPtrArray       *unread = self->sources[DL_PROBLEMS_UNREAD];
  GPtrArray       *left_behind = self->sources[DL_PROBLEMS_LEFT_BEHIND];
  guint            n_notes;
  guint            n_problems = dl_problem_count (self->sources[DL_PROBLEMS_READ], &n_notes) + unread->len;
  guint            n_left = left_behind == NULL ? 0 : left_behind->len;
  g_autofree char *all = g_strdup_printf (_ ("All %'u"), n_problems + n_notes + n_left);
  g_autofree char *some = g_strdup_printf (ngettext ("%'u Problem", "%'u Problems", n_problems), n_problems);
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u Note", "%'u Notes", n_notes), n_notes);
  /* Translators: of what a file had that is not in the one that it was saved as. */
  g_autofree char *left = g_strdup_printf (ngettext ("%'u Not Carried Over", "%'u Not Carried Over", n_left), n_left);
  const char      *labels[N_KINDS] = { all, some, notes, left };
  guint            n[N_KINDS] = { n_problems + n_notes + n_left, n_problems, n_notes, n_left };

  for (guint i = 0; i < N_KINDS; i++)
    {
      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), labels[i]);
      gtk_widget_set_visible (self->buttons[i], n[i] > 0);
    }
  gtk_widget_set_visible (self->kinds, (n_problems > 0) + (n_notes > 0) + (n_left > 0) > 1);
  if (n[get_kinds (self)] == 0 || !gtk_widget_get_visible (self->kinds))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[DL_PROBLEMS_ALL]), TRUE);
}

/* The file was read, or could not be, or another one is open. */
static void
update (DlProblemsWindow *self)
{
  GPtrArray *sources[DL_PROBLEM_N_SOURCES] = { dl_session_get_unread (self->session), self->left_behind,
                                               dl_session_get_problems (self->session) };
  GPtrArray *files = dl_session_get_files (self->session);
  gboolean   several = files != NULL && files->len > 1;

  gtk_window_set_title (GTK_WINDOW (self), several ? _ ("Problems in the Files") : _ ("Problems in the File"));
  gtk_label_set_text (GTK_LABEL (self->nothing),
                      several ? _ ("The files have no problems") : _ ("The file has no problems"));
  if (!take_sources (self, sources))
    return;
  g_clear_pointer (&self->lost, g_hash_table_unref);
  self->lost = dl_problem_find_lost (self->sources[DL_PROBLEMS_READ]);
  update_kinds (self);
  fill (self);
}

static void
build_kinds (DlProblemsWindow *self)
{
  self->kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->kinds, "linked");
  gtk_widget_set_halign (self->kinds, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label ("");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (self->kinds), self->buttons[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[DL_PROBLEMS_ALL]), TRUE);
  for (guint i = 0; i < N_KINDS; i++)
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self);
}

static void
build_list (DlProblemsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->selection = gtk_single_selection_new (NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Problems, each with its line and column"), -1);
  gtk_widget_add_css_class (self->list, "problems");
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
}

static void
said_cb (DlProblemsWindow *self, const char *text)
{
  dl_compat_announce (GTK_WIDGET (self), text);
}

static gboolean
close_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
dl_problems_window_dispose (GObject *object)
{
  DlProblemsWindow *self = DL_PROBLEMS_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->lost, g_hash_table_unref);
  g_clear_pointer (&self->left_behind, g_ptr_array_unref);
  for (guint i = 0; i < DL_PROBLEM_N_SOURCES; i++)
    g_clear_pointer (&self->sources[i], g_ptr_array_unref);

  G_OBJECT_CLASS (dl_problems_window_parent_class)->dispose (object);
}

static void
dl_problems_window_class_init (DlProblemsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_problems_window_dispose;

  /**
   * DlProblemsWindow::show-event:
   * @position: in the open timeline
   */
  signals[SHOW_EVENT] = g_signal_new ("show-event", DL_TYPE_PROBLEMS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, close_cb, NULL);
}

static void
dl_problems_window_init (DlProblemsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  build_kinds (self);
  build_list (self);
  self->nothing = gtk_label_new (NULL);
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_add_css_class (self->kinds, "problem-kinds");
  gtk_box_append (GTK_BOX (box), self->kinds);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  self->toast = dl_toast_new ();
  g_signal_connect_swapped (self->toast, "said", G_CALLBACK (said_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->toast);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_window_set_default_size (GTK_WINDOW (self), PROBLEMS_WIDTH, PROBLEMS_HEIGHT);
}

GtkWidget *
dl_problems_window_new (DlSession *session)
{
  DlProblemsWindow *self = g_object_new (DL_TYPE_PROBLEMS_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::timeline", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "file-state-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "failed", G_CALLBACK (update), self);
  update (self);
  gtk_widget_grab_focus (self->list);
  return GTK_WIDGET (self);
}

void
dl_problems_window_set_left_behind (DlProblemsWindow *self, GPtrArray *problems)
{
  g_return_if_fail (DL_IS_PROBLEMS_WINDOW (self));
  if (problems == self->left_behind)
    return;
  g_clear_pointer (&self->left_behind, g_ptr_array_unref);
  self->left_behind = problems != NULL ? g_ptr_array_ref (problems) : NULL;
  update (self);
}
