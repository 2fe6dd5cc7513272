/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loaded.h"
#include "formats/dl-problem-list.h"
#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/**
 * DlDraft:
 *
 * What a reader of another format finds, put down in Dateline's own. The reader
 * of that then makes the timeline of it, with all that it does: details that are
 * read when somebody looks, search, limits. Problems are told with their place in
 * the file that they come from. All strings are UTF-8 and copied; an empty one, or
 * NULL, is as good as none. One thread at a time.
 */
typedef struct _DlDraft DlDraft;

DlDraft *dl_draft_new (void);
/* About so many bytes will be written. */
void dl_draft_expect (DlDraft *self, gsize length);
void dl_draft_free (DlDraft *self);

/* Of the whole. @edtf, here and below: valid EDTF; what is not becomes a problem. */
void dl_draft_set_title (DlDraft *self, const char *title);
void dl_draft_set_description (DlDraft *self, const char *description);
/* @zone: of the IANA's list */
void dl_draft_set_zone (DlDraft *self, const char *zone);

/* Tells the name of a topic, person or place that events name by @id, before
 * or after they do; the first name stays. Of one that nothing tells, the id is the name.
 * @color, @role, @zone: nullable */
void dl_draft_add_topic (DlDraft *self, const char *id, const char *name, const char *color);
void dl_draft_add_person (DlDraft *self, const char *id, const char *name, const char *role);

/* Whether an event has named a topic or a person so far. */
gboolean dl_draft_has_names (const DlDraft *self);
/* The same of one that an event has named; others are not added. */
void dl_draft_name_topic (DlDraft *self, const char *id, const char *name);
void dl_draft_name_person (DlDraft *self, const char *id, const char *name);

/* @offset: where it stands in the file, in bytes, here and below */
void dl_draft_add_era (DlDraft *self, gsize offset, const char *title, const char *edtf);

/* Begins an event; what is put goes to it until dl_draft_end_event(), and what is told is of
 * it. Begun once more at the same place it is empty, but what was told stays told of it: so
 * one that tells before it knows how many events there will be begins the first of them. */
void dl_draft_begin_event (DlDraft *self, gsize offset);
/* An id that an earlier event has is passed over. */
void     dl_draft_put_id (DlDraft *self, const char *id);
void     dl_draft_put_title (DlDraft *self, const char *title);
void     dl_draft_put_date (DlDraft *self, const char *edtf);
void     dl_draft_put_date_note (DlDraft *self, const char *note);
gboolean dl_draft_has_date_note (const DlDraft *self);
/* "" where none was put yet. */
const char *dl_draft_get_title (const DlDraft *self);
/* Plain text; a line feed ends a line, two end a paragraph. What is put later is a
 * paragraph of its own behind it. */
void dl_draft_put_summary (DlDraft *self, const char *text);
void dl_draft_put_status (DlDraft *self, DlStatus status);
/* @importance: 0 to 100 */
void dl_draft_put_importance (DlDraft *self, guint importance);
void dl_draft_put_place (DlDraft *self, const char *id);
void dl_draft_put_topic (DlDraft *self, const char *id);
void dl_draft_put_person (DlDraft *self, const char *id);
/* The id of @source is ignored; those that are alike are one. Its title may be missing. */
void dl_draft_put_source (DlDraft *self, const DlSource *source);
/* There is a picture or the like, whether or not it can be put as a source. */
void dl_draft_set_illustrated (DlDraft *self);
/* @event: the id of another event */
void dl_draft_put_relation (DlDraft *self, const char *event, DlRelationType type);
/* Somebody's words, without quotation marks around them. @speaker: (nullable): a name, or the id of a person */
void dl_draft_put_quote (DlDraft *self, const char *words, const char *speaker);
/* An event without a title gets the first words of its summary or source.
 * One with nothing but a medium gets the words of its date. Returns: whether it has one then */
gboolean dl_draft_make_title (DlDraft *self);
/* Makes a title where there is none.
 * Returns: FALSE when it has no title or no date even so; it is left out, and
 *   that is told at its offset */
gboolean dl_draft_end_event (DlDraft *self);
/* Forgets what was put since dl_draft_begin_event(). */
void dl_draft_drop_event (DlDraft *self);

/* Tell what could not be taken, what is worth knowing, and that an event is lost: of the event
 * that was begun, if any.
 * @pointer: (transfer full): the way to it: a JSON pointer, "row 12, column 3"; "" for none
 * @message: (transfer full): one translated plain sentence
 * Returns: (transfer none) (nullable): what is told, which may still be changed until the draft
 *   ends; %NULL where it is only counted */
DlProblem *dl_draft_tell (DlDraft *self, gsize offset, char *pointer, char *message);
DlProblem *dl_draft_tell_note (DlDraft *self, gsize offset, char *pointer, char *message);

/* Tells once of a file, when it ends, what is left out since a timeline has no place for it.
 * @name: of a member, an element or a property */
void dl_draft_leave_out (DlDraft *self, gsize offset, const char *name);
void dl_draft_tell_lost (DlDraft *self, gsize offset, char *pointer, char *message);

/* Says of what was told already another sentence, as when it is known of how many it is true.
 * @message: (transfer full) */
void dl_draft_retell (DlProblem *problem, char *message);

/* Tells that an event is lost that has not begun, by its title. @title: (nullable) */
void dl_draft_tell_lost_named (DlDraft *self, const char *title, gsize offset, char *pointer, char *message);
/* Tells once of @n events that are lost for one reason. */
void dl_draft_tell_lost_many (DlDraft *self, guint n, gsize offset, char *pointer, char *message);

/**
 * dl_draft_end:
 * @text: the file that it was made from, for lines and columns
 * @name: how errors call the file
 * @format: what the format is called to people, for errors
 * @error: %DL_ERROR_NOT_A_TIMELINE when there is no event: then the first problems
 *   stand in the message; else as dl_load_bytes()
 *
 * Makes the timeline, blocking, and empties @self.
 *
 * Returns: (transfer full) (nullable)
 */
DlLoaded *dl_draft_end (DlDraft       *self,
                        const char    *text,
                        gsize          length,
                        const char    *name,
                        const char    *format,
                        GCancellable  *cancellable,
                        DlProgressFunc progress,
                        gpointer       progress_data,
                        GError       **error);

/* The same of a draft that has no events, but what was told of those of @timeline.
 * @timeline: (transfer full)
 * @n_events: of the file, but for those that were told to be lost
 * Returns: (transfer full): without a text of its own */
DlLoaded *dl_draft_end_told (DlDraft *self, const char *text, gsize length, DlTimeline *timeline, guint n_events);

/**
 * dl_draft_go_straight:
 * @n_keys: more than the offset of any event
 * @details, @texts, @data: read the event at an offset once more, as dl_timeline_builder_add_part()
 *   and dl_timeline_builder_set_texts_func() want it
 * @destroy: of @data, which the timeline has from here on
 *
 * Makes @self, which has no events yet, one that writes nothing down: events become those of a
 * timeline as they end. That takes less time and memory, and keeps nothing of their texts.
 */
void dl_draft_go_straight (DlDraft         *self,
                           guint64          n_keys,
                           DlDetailsFunc    details,
                           DlEventTextsFunc texts,
                           gpointer         data,
                           GDestroyNotify   destroy);

/* Whether something was put that is only taken where it is written down: the rest need not be put. */
gboolean dl_draft_has_refused (const DlDraft *self);

/* Returns: (transfer full) (nullable): NULL where there are no events, or something was refused.
 * @n_events: (out): how many there are */
DlTimeline *dl_draft_end_straight (DlDraft *self, guint *n_events);

/* Makes @self one that keeps of an event its texts alone, until the next begins, and tells nothing. */
void dl_draft_keep_texts (DlDraft *self);
/* "" where there is none. */
const char *dl_draft_get_summary (const DlDraft *self);
const char *dl_draft_get_date_note (const DlDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlDraft, dl_draft_free)

G_END_DECLS
