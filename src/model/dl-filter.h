/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event-set.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* What a filter can ask about. */
typedef enum
{
  DL_FILTER_FILE, /* of several, see dl_timeline_get_n_files() */
  DL_FILTER_TOPIC,
  DL_FILTER_PERSON,
  DL_FILTER_PLACE,
  DL_FILTER_STATUS,
  DL_FILTER_SOURCE,
  DL_FILTER_SPEAKER,
  DL_FILTER_HAS, /* values "quotes" and "sources" */
} DlFilterField;
#define DL_N_FILTER_FIELDS 8

/* The key of the events that have no value of a field. */
#define DL_FILTER_KEY_NONE "none"

/* What is asked of one value. */
typedef enum
{
  DL_FILTER_ANY,  /* nothing */
  DL_FILTER_WITH, /* it, or another value that is wanted of the same field */
  DL_FILTER_NOT,  /* never it */
} DlFilterChoice;

/* The nick that the command line and actions use: "topic", "person", …, "has" */
const char *dl_filter_field_to_string (DlFilterField field);
gboolean    dl_filter_field_from_string (const char *nick, DlFilterField *field);
/* Translated: "Topic", "Person", …; static storage */
const char *dl_filter_field_get_label (DlFilterField field);

/**
 * DlFilter:
 *
 * Which events a reader wants to see: of each field any of the values that are
 * wanted and none of those that are excluded; all fields at once; and of these
 * what meets a span of time. Values are known by keys that outlive the file's
 * being read again: an id, "#INDEX" where there is none (or one that itself looks
 * like "#…" or "none"), a status' nick, "quotes" and "sources", or "none" for the
 * events without a value. A wanted key that the timeline does not know lets nothing
 * through by itself; an excluded one excludes nothing.
 */
typedef struct _DlFilter DlFilter;

DlFilter *dl_filter_new (void);                    /* lets all through */
DlFilter *dl_filter_copy (const DlFilter *filter); /* nullable: as a new one */
void      dl_filter_free (DlFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFilter, dl_filter_free)

/* Whether it lets all through. @filter: (nullable) */
gboolean dl_filter_is_empty (const DlFilter *filter);
/* Whether they ask the same, in whatever order. Nullable: as an empty one. */
gboolean dl_filter_equal (const DlFilter *a, const DlFilter *b);

/* What was asked of the value before is forgotten. */
void           dl_filter_set (DlFilter *filter, DlFilterField field, const char *key, DlFilterChoice choice);
DlFilterChoice dl_filter_get (const DlFilter *filter, DlFilterField field, const char *key);
/* Forgets all that is asked of @field. */
void dl_filter_clear_field (DlFilter *filter, DlFilterField field);
/* The keys that @choice was made of, in the order in which that was.
 * Returns: (transfer full): ended by %NULL, perhaps empty */
char **dl_filter_dup_keys (const DlFilter *filter, DlFilterField field, DlFilterChoice choice);

/* [@from, @to), on the axis. */
void     dl_filter_set_span (DlFilter *filter, DlInstant from, DlInstant to);
void     dl_filter_clear_span (DlFilter *filter);
gboolean dl_filter_get_span (const DlFilter *filter, DlInstant *from, DlInstant *to);

/* For settings and bookmarks: "a{sv}", floating. */
GVariant *dl_filter_to_variant (const DlFilter *filter);
/* What it does not understand it leaves out. Returns: (transfer full) */
DlFilter *dl_filter_from_variant (GVariant *variant);

/**
 * dl_filter_take_argument:
 * @text: "FIELD=VALUE", or "FIELD!=VALUE" for what is excluded; VALUE is a key or a
 *   name (of people also an alias), in any case; several with commas in between
 * @timeline: whose values are meant
 *
 * Adds what a command line asks for. A name that several values share means all of
 * them; of names with commas the longest that there is counts.
 *
 * Returns: whether it could; else @error (%DL_ERROR_USAGE) names the field or the
 *   value, and what there is instead, and @filter has perhaps taken some of it
 */
gboolean dl_filter_take_argument (DlFilter *filter, const char *text, DlTimeline *timeline, GError **error);

/**
 * dl_filter_match:
 * @filter: (nullable)
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the events that it lets through; %NULL where
 *   it asks for nothing
 */
DlEventSet *dl_filter_match (const DlFilter *filter, DlTimeline *timeline);

/* Whether it lets events of one of the files that @timeline is of through, which else is switched off. */
gboolean dl_filter_lets_file (const DlFilter *filter, DlTimeline *timeline, guint index);

/* The key of one of the files that @timeline is of. Returns: (transfer full) */
char *dl_filter_dup_file_key (DlTimeline *timeline, guint index);

/* The value's name for people: a topic's name, "Happened", "With quotes",
 * "No topic"; the key where the timeline does not know it. Returns: (transfer full) */
char *dl_filter_dup_value_name (DlTimeline *timeline, DlFilterField field, const char *key);

/**
 * dl_filter_dup_words:
 * @field: of whose terms
 *
 * What is asked of a field, for people: "Topic: Parliament or Courts", "Status: not Planned".
 *
 * Returns: (transfer full) (nullable): %NULL where nothing is asked of it
 */
char *dl_filter_dup_words (const DlFilter *filter, DlTimeline *timeline, DlFilterField field, DlFilterChoice choice);

G_END_DECLS
