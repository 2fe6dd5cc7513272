/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-string-arena.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlTimelineBuilder:
 *
 * Collects what a reader finds and ends as one immutable timeline. Strings
 * are copied. Add people, places, topics and sources before the events that
 * point at them. One thread at a time.
 */
typedef struct _DlTimelineBuilder DlTimelineBuilder;

/**
 * DlDetailsFunc:
 * @key: what the reader put into the event's record as its origin
 * @data: the reader's own
 *
 * Reads one event's details again. Called from any thread, at any time while
 * the timeline lives.
 *
 * Returns: (transfer full) (nullable): %NULL counts as empty
 */
typedef DlEventDetails *(*DlDetailsFunc) (guint64 key, gpointer data);

/* Tells @func of the texts of one event: those that its details have, in their order.
 * @data: the reader's own; @func_data: for @func. As a DlDetailsFunc is called. */
typedef void (*DlEventTextsFunc) (guint64 key, gpointer data, DlEventTextFunc func, gpointer func_data);

/* Whether two events, of one file or of two that the same reader has read, are surely the
 * same, since they are written alike. @data, @other_data: the reader's own for each.
 * As a DlDetailsFunc is called. */
typedef gboolean (*DlEventSameFunc) (guint64 key, gpointer data, guint64 other_key, gpointer other_data);

DlTimelineBuilder *dl_timeline_builder_new (void);
void               dl_timeline_builder_free (DlTimelineBuilder *self);

void dl_timeline_builder_set_title (DlTimelineBuilder *self, const char *title);
void dl_timeline_builder_set_description (DlTimelineBuilder *self, const char *description);
void dl_timeline_builder_set_language (DlTimelineBuilder *self, const char *language);
/* Both take valid EDTF; they are laid on the axis when the timeline is built. */
void dl_timeline_builder_set_as_of (DlTimelineBuilder *self, const char *edtf);
void dl_timeline_builder_set_view (DlTimelineBuilder *self, const char *edtf);
/* Before any event. */
void dl_timeline_builder_set_zone (DlTimelineBuilder *self, DlZone *zone);
/* Returns: (transfer none) (nullable) */
DlZone *dl_timeline_builder_get_zone (DlTimelineBuilder *self);

/**
 * dl_timeline_builder_add_part:
 * @n_keys: how many there are: the origin that a reader gives to an event is a
 *   number below that, and of its own choice
 * @func: reads the details of an event of this part
 * @data: for @func, for as long as the timeline lives
 *
 * Begins a part, such as what one of several files holds; every event that is
 * added from here on, up to the next part, is of it. Those before the first
 * have no details. No event pays for it: the keys of all parts are numbered
 * one after the other.
 *
 * Returns: the part's index
 */
guint dl_timeline_builder_add_part (DlTimelineBuilder *self,
                                    guint64            n_keys,
                                    DlDetailsFunc      func,
                                    gpointer           data,
                                    GDestroyNotify     destroy);

/* Gives the part that was begun last a way to tell its texts that makes nothing of an
 * event. @func gets the data of that part. */
void dl_timeline_builder_set_texts_func (DlTimelineBuilder *self, DlEventTextsFunc func);

/* Gives it a way to compare events that makes nothing of them. */
void dl_timeline_builder_set_same_func (DlTimelineBuilder *self, DlEventSameFunc func);

/* Says that the timeline was made of several files, of which this is one. Files are told
 * from each other where there are two at least. Before any event. The strings are copied.
 * Returns: its index, or DL_NONE (and adds nothing) when the id is taken */
guint32 dl_timeline_builder_add_file (DlTimelineBuilder *self, const DlTimelineFile *file);

/* Says that the event with @key, and all with greater keys in the part that was begun last,
 * are of @file, or with DL_NONE of none; up to the next call, which has a greater key. */
void dl_timeline_builder_begin_file (DlTimelineBuilder *self, guint64 key, guint32 file);

/* Each returns the index of what was added, or DL_NONE (and adds nothing) when
 * the id is taken. Ids may be NULL except for events. The records' strings are
 * copied; DlPlace.timezone is ref'ed; DlEra.date is parsed from date_text. */
guint32 dl_timeline_builder_add_person (DlTimelineBuilder *self, const DlPerson *person);
guint32 dl_timeline_builder_add_place (DlTimelineBuilder *self, const DlPlace *place);
guint32 dl_timeline_builder_add_topic (DlTimelineBuilder *self, const DlTopic *topic);
guint32 dl_timeline_builder_add_source (DlTimelineBuilder *self, const DlSource *source);
void    dl_timeline_builder_add_era (DlTimelineBuilder *self, const DlEra *era);

/* Index by id, or DL_NONE. */
guint32  dl_timeline_builder_find_person (DlTimelineBuilder *self, const char *id);
guint32  dl_timeline_builder_find_place (DlTimelineBuilder *self, const char *id);
guint32  dl_timeline_builder_find_topic (DlTimelineBuilder *self, const char *id);
guint32  dl_timeline_builder_find_source (DlTimelineBuilder *self, const char *id);
gboolean dl_timeline_builder_has_event (DlTimelineBuilder *self, const char *id);
/* Says that an event with that id will be added soon, which makes it cheaper. */
void dl_timeline_builder_expect_event (DlTimelineBuilder *self, const char *id);

/**
 * dl_timeline_builder_add_event:
 * @record: with id, title, date_text (valid EDTF), origin, place, status,
 *   importance, n_quotes and the four counts filled; start, end, date_flags
 *   and refs are ignored
 * @refs: n_topics + n_people + n_sources + n_speakers indexes, in that order
 * @related: relations, in the file's order; their ids may be of events that come later
 *
 * Returns: %FALSE (and adds nothing) when the id is taken
 */
gboolean dl_timeline_builder_add_event (DlTimelineBuilder   *self,
                                        const DlEventRecord *record,
                                        const guint32       *refs,
                                        const DlRelation    *related,
                                        guint                n_related);

/* Makes room for that many events. */
void dl_timeline_builder_reserve (DlTimelineBuilder *self, guint n_events);

/**
 * dl_timeline_builder_take_event:
 * @record: as dl_timeline_builder_add_event() wants it; start, end and
 *   date_flags are filled
 * @date: what its date_text says, on the axis of the builder's zone
 *
 * Adds an event whose strings are not copied, for a reader of many that has
 * read the date already: they are to live as long as the timeline, such as in
 * an arena that dl_timeline_builder_take_strings() gets.
 *
 * Returns: %FALSE (and adds nothing) when the id is taken
 */
gboolean dl_timeline_builder_take_event (DlTimelineBuilder *self,
                                         DlEventRecord     *record,
                                         const DlDate      *date,
                                         const guint32     *refs,
                                         const DlRelation  *related,
                                         guint              n_related);

/* Leaves @strings empty; the timeline owns what was in it. */
void dl_timeline_builder_take_strings (DlTimelineBuilder *self, DlStringArena *strings);

/* Sorts, resolves on the axis's zone, and empties the builder.
 * Returns: (transfer full) */
DlTimeline *dl_timeline_builder_end (DlTimelineBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTimelineBuilder, dl_timeline_builder_free)

G_END_DECLS
