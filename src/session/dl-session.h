/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "formats/dl-loader.h"
#include "layout/dl-lane-options.h"
#include "model/dl-event.h"
#include "model/dl-filter.h"
#include "model/dl-query.h"
#include "session/dl-measure.h"

G_BEGIN_DECLS

#define DL_TYPE_SESSION (dl_session_get_type ())
G_DECLARE_FINAL_TYPE (DlSession, dl_session, DL, SESSION, GObject)

/* Whether a file that is saved again is read again. */
typedef enum
{
  DL_REREAD_NEVER, /* nor is it noticed */
  DL_REREAD_ASK,
  DL_REREAD_AT_ONCE,
} DlReread;

/* How the open file stands to what was read of it. */
typedef enum
{
  DL_FILE_AS_READ,
  DL_FILE_SAVED,  /* again, and has not been read since */
  DL_FILE_BROKEN, /* the same, and could not be read */
  DL_FILE_GONE,
} DlFileState;

/* What one window works on: which file is open, what is selected, what is
 * being loaded. It knows no widget.
 *
 * Properties: "timeline" (nullable), "file" (nullable), "selected" (DlEvent,
 * nullable), "loading". Signals: "failed" (message): a file could not be
 * opened; what was open stays. "progress" (done, total). "lanes-changed". "reread"
 * (words, nullable): the open file has been read again; what has changed in it, where
 * its events have. */

DlSession *dl_session_new (void);

DlTimeline *dl_session_get_timeline (DlSession *self); /* nullable */
GFile      *dl_session_get_file (DlSession *self);     /* nullable; of several the first */
/* Of #GFile, those that are open, perhaps with one that could not be read again; nullable.
 * Owned by the session, valid until another is open. */
GPtrArray *dl_session_get_files (DlSession *self);
/* Whether @file is one of those that are being opened or, when none is, that are
 * open; by whatever path or link it is named. */
gboolean dl_session_has_file (DlSession *self, GFile *file);
gboolean dl_session_get_loading (DlSession *self);
/* Of the open file: DlProblem, in its order; NULL when nothing is open. */
GPtrArray *dl_session_get_problems (DlSession *self);
/* Of what is asked for and is not open, or could not be read again, so that what was read
 * before stays: why, a DlProblem each. Another array each time that it is another; never
 * %NULL. Signals "failed" and "file-state-changed" tell of it. */
GPtrArray *dl_session_get_unread (DlSession *self);
/* Which file a problem, of the open ones or of what is not, is in. Owned by the session, valid
 * until another is open; nullable */
GFile *dl_session_get_problem_file (DlSession *self, const DlProblem *problem);
/* Why others of several files are not open, a message each; NULL-terminated, nullable. Owned
 * by the session, valid until another is open. */
const char *const *dl_session_get_failures (DlSession *self);
/* Events that the file has and that could not be read. */
guint dl_session_get_n_lost (DlSession *self);
guint dl_session_get_n_in_file (DlSession *self);
/* "3 of 1,204 events could not be read". Returns: (transfer full) (nullable): NULL where all could */
char *dl_session_dup_lost_words (DlSession *self);

/* Loads @file in the background and makes it the open timeline; a load that
 * is under way is given up. */
void dl_session_open (DlSession *self, GFile *file);
/* The same with what the reader had chosen for it; @state: (nullable): "a{sv}" of
 * dl_session_add_state(), zone included, and "selected", an event's id. */
void dl_session_open_with_state (DlSession *self, GFile *file, GVariant *state);
/* The same of several, as one timeline; a folder stands for the files in it. What could
 * not be read is told by "failed", and the others are open. Where lanes are the usual
 * ones, several files are told apart by them. @state: (nullable) */
void dl_session_open_files (DlSession *self, GFile *const *files, guint n, GVariant *state);
/* Adds files to those that are open: what is selected, lanes, filter and zone stay. Those
 * that are open already are not added again; where nothing is open, it is opening. */
void dl_session_add_files (DlSession *self, GFile *const *files, guint n);
/* Keeps text that is in no file until a session that has opened it lets it go.
 * Returns: (transfer full): what it is opened by */
GFile *dl_session_keep_text (GBytes *text);
/* Opens text that is in no file, or adds it. */
void dl_session_open_text (DlSession *self, GBytes *text);
void dl_session_add_text (DlSession *self, GBytes *text);
/* Whether @text looks like a timeline of some format. */
gboolean dl_session_knows_text (GBytes *text);
/* As dl_load_dup_endings(). Returns: (transfer full) (array zero-terminated=1) */
char **dl_session_dup_endings (void);
/* Whether something that is open is in no file. */
gboolean dl_session_get_unsaved (DlSession *self);
/* The open timeline in Dateline's own format; of several files that of the one that is
 * in no file. Returns: (transfer none) (nullable): NULL where nothing, or too much, is
 * open, and with an error where it cannot be written */
GBytes *dl_session_get_own_text (DlSession *self, GError **error);
/* Whether there is such a text, which need not have been written yet. */
gboolean dl_session_has_own_text (DlSession *self);
/**
 * dl_session_join_async:
 *
 * Makes one text of the several files that are open, in Dateline's own format (see
 * dl_join()); on a thread. Only where dl_session_can_join().
 */
void dl_session_join_async (DlSession *self, GAsyncReadyCallback callback, gpointer data);
/* @notes: (out): of char *, what could not be carried over.
 * Returns: (transfer full) (nullable): %NULL where it would be too large */
GBytes  *dl_session_join_finish (DlSession *self, GAsyncResult *result, GPtrArray **notes, GError **error);
gboolean dl_session_can_join (DlSession *self);
/* What could not be read of several files, and what of the open ones is not in that text, nor in the one of
 * dl_session_get_own_text(), since their formats have what Dateline's own has not: failures, problems, then notes, each
 * with the file that it is in. Returns: (transfer full) (element-type DlProblem) */
GPtrArray *dl_session_dup_left_behind (DlSession *self);
/* What is open has been saved as @file, which is open from now on: what is chosen, selected and
 * filtered stays. @whole: what was open when that was made. Returns: FALSE where something else
 * is now, which stays */
gboolean dl_session_go_on_with (DlSession *self, DlTimeline *whole, GFile *file);
/* That text has been saved as @file: what was in no file is open from there now. */
void dl_session_take_saved (DlSession *self, GFile *file);

/* Of several files: which are shown, by their index in the whole timeline. */

gboolean dl_session_is_file_on (DlSession *self, guint index);
/* What is off is left out by the filter. */
void dl_session_set_file_on (DlSession *self, guint index, gboolean on);
/* The timeline with all events of the files that are shown, also those that a filter leaves out.
 * Returns: (transfer full) (nullable) */
DlTimeline *dl_session_dup_switched_on (DlSession *self);
/* How many are not in the timeline. */
guint dl_session_count_files_off (DlSession *self);
/* What one of the open files is called among them. Returns: (transfer full) */
char *dl_session_dup_file_title (DlSession *self, GFile *file);
/* The open file that one of them is, by its index in the whole timeline; %NULL where it is one of
 * several that such a file was made of. Owned by the session. */
GFile *dl_session_get_file_of (DlSession *self, guint index);
/* Opens the others; what is selected, lanes, filter and zone stay.
 * Returns: FALSE where it is not open, or the only one */
gboolean dl_session_take_out (DlSession *self, GFile *file);

/* What the open file, of several the first, is called where it has no title.
 * Returns: (transfer full) (nullable) */
char *dl_session_dup_name (DlSession *self);
/* What stands over it: the timeline's title, or that name; one file that was made of several and
 * has no words of its own for a title is called by its name, beside others too. Returns: (transfer full)
 * (nullable) */
char *dl_session_dup_title (DlSession *self);
/* The timeline's title as the beginning of a file's name: the files that it is called by are in it without
 * their endings. Returns: (transfer full) (nullable): %NULL where it has no title */
char *dl_session_dup_stem (DlSession *self);
/* Loads the open files again, and with them those that could not be read, keeping the selection
 * where its id is still there; where nothing is open, what could not be opened last. */
void dl_session_reload (DlSession *self);
/* Whether there is anything that could be. */
gboolean dl_session_can_reload (DlSession *self);

/* The open file, while others write it. What is chosen, selected, measured and searched
 * for stays when it is read again. Signal "file-state-changed". */

/* At first %DL_REREAD_NEVER. */
void        dl_session_set_reread (DlSession *self, DlReread reread);
DlFileState dl_session_get_file_state (DlSession *self);
/* The file that could not be opened, or read again, last, where that is for a mistake in its text
 * which an editor shows; of several the first such. Returns: (transfer none) (nullable) */
GFile *dl_session_get_mistaken_file (DlSession *self);
/* Why it could not be read; nullable. Owned by the session, valid until the next change. */
const char *dl_session_get_file_failure (DlSession *self);
/* Whether what is being loaded, or told to be open, is the open file that others have saved:
 * nobody here has asked for it. */
gboolean dl_session_get_rereading (DlSession *self);
/* Looks whether it has been saved again, in case that nobody has told. */
void dl_session_look_at_file (DlSession *self);
/* The program itself has written @file: where that is the open one, it was not saved by
 * somebody else. */
void dl_session_wrote (DlSession *self, GFile *file);

/* News: which events have been added, and which changed, when the file was read again.
 * They are so for a while from when somebody may have seen them, or until one is
 * selected. Signal "news-changed". */

/* Events of the timeline; %NULL where there are none. Owned by the session, valid until
 * the next change. */
DlEventSet *dl_session_get_added (DlSession *self);
DlEventSet *dl_session_get_changed (DlSession *self);
/* "New", "Changed", or %NULL for what is no news. Static storage. */
const char *dl_session_get_news_label (DlSession *self, guint position);
/* Somebody looks at the timeline. */
void dl_session_see_news (DlSession *self);
void dl_session_cancel (DlSession *self);

DlEvent *dl_session_get_selected (DlSession *self); /* nullable */
/* Tells the axis of the open timeline in another zone; NULL: the file's own.
 * What is selected stays selected. */
void    dl_session_set_zone (DlSession *self, DlZone *zone);
DlZone *dl_session_get_zone (DlSession *self); /* nullable: the file's own */

/* What the reader has chosen for the open timeline, to be kept: lanes, filter
 * and zone. */
void dl_session_add_state (DlSession *self, GVariantDict *state);
/* Chooses that again, but for the zone. What @state does not say stays. */
void dl_session_apply_state (DlSession *self, GVariant *state);

/* Position of the selected event, or DL_NONE. */
guint dl_session_get_selected_position (DlSession *self);
/* @position: an event, or DL_NONE for nothing. */
void dl_session_select (DlSession *self, guint position);

/* Lanes, as the reader chose them for the open timeline: a reload and another
 * zone keep them, another file starts with the usual ones. Signal
 * "lanes-changed": other lanes, another order, or other states. */

/* Owned by the session; valid until the next change. */
const DlLaneOptions *dl_session_get_lane_options (DlSession *self);
void                 dl_session_set_lane_field (DlSession *self, DlLaneField field);
/* Whether an event with several values is in the lane of each. */
void dl_session_set_lane_every (DlSession *self, gboolean every);
/* @key: of a lane (see #DlLane). */
void dl_session_set_lane_state (DlSession *self, const char *key, DlLaneState state);
/* The same for every lane that there is now. */
void dl_session_set_all_lane_states (DlSession *self, DlLaneState state);
/* Moves a lane down by so many lanes, up where negative, at most to the end. */
void dl_session_move_lane (DlSession *self, const char *key, int by);

/* Filtering: which events the reader wants to see; a reload and another zone keep
 * it, another file starts without. Signal "filter-changed": another filter, another
 * way with what it does not let through, or other events that it does. */

/* Never %NULL; owned by the session, valid until the next change. */
const DlFilter *dl_session_get_filter (DlSession *self);
/* What is selected stays so where it is still there. @filter: (nullable): as an empty
 * one. In a timeline of very many events it is put on in the background, and
 * "filter-changed" is told once more then. */
void dl_session_set_filter (DlSession *self, const DlFilter *filter);
/* Whether the timeline, and what is shown of it, are still those before. */
gboolean dl_session_get_filtering (DlSession *self);
/* Whether the others are left out of the timeline, so that it is told without
 * them, or only dimmed. */
gboolean dl_session_get_filter_hides (DlSession *self);
void     dl_session_set_filter_hides (DlSession *self, gboolean hides);
/* Which events of the timeline the filter lets through; %NULL: all, as also where
 * the others are left out. Owned by the session, valid until the next change. */
DlEventSet *dl_session_get_shown (DlSession *self);
/* The timeline without its filter, in the reader's zone; nullable. */
DlTimeline *dl_session_get_whole (DlSession *self);

/* Searching. Signal "hits-changed": another search, or more of what it finds. */

/* @query: (nullable): %NULL or an empty one ends the search */
void     dl_session_search (DlSession *self, DlQuery *query);
DlQuery *dl_session_get_query (DlSession *self); /* nullable: while nothing is searched for */
/* What is found so far, of the events that the filter lets through; %NULL while
 * nothing is searched for. Owned by the session, valid until the next change. */
DlEventSet *dl_session_get_hits (DlSession *self);
/* Whether all has been searched. */
gboolean dl_session_get_searched (DlSession *self);

/* Measuring: a range of the axis, or the way from the selected event to
 * another one; never both. Signal "measured": what is measured has changed. */

/* @unit: whose boundaries the two ends are taken to. */
void     dl_session_measure_range (DlSession *self, DlInstant from, DlInstant to, DlUnit unit);
gboolean dl_session_get_range (DlSession *self, DlInstant *from, DlInstant *to);
/* @position: the other event, or DL_NONE. */
void  dl_session_measure_to (DlSession *self, guint position);
guint dl_session_get_other (DlSession *self);
void  dl_session_clear_measure (DlSession *self);
/* What it comes to; NULL when nothing is measured. Returns: (transfer full) */
DlMeasure *dl_session_dup_measure (DlSession *self);

G_END_DECLS
