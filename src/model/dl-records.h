/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date.h"

G_BEGIN_DECLS

/* "No such index", wherever a record points at another by index. */
#define DL_NONE G_MAXUINT32

/* Importance of an event that states none; it ranks as the middle. */
#define DL_IMPORTANCE_UNSET 255

typedef enum
{
  DL_STATUS_HAPPENED,
  DL_STATUS_ONGOING,
  DL_STATUS_PLANNED,
  DL_STATUS_POSTPONED,
  DL_STATUS_CANCELLED,
  DL_STATUS_DISPUTED,
} DlStatus;
#define DL_N_STATUSES 6

/* The nick that files use: "happened", "planned", … */
const char *dl_status_to_string (DlStatus status);
gboolean    dl_status_from_string (const char *nick, DlStatus *status);
/* The translated word: "Happened", "Planned", …; static storage. */
const char *dl_status_get_label (DlStatus status);

typedef enum
{
  DL_RELATION_LEADS_TO,
  DL_RELATION_PART_OF,
  DL_RELATION_RESPONDS_TO,
  DL_RELATION_CONTRADICTS,
  DL_RELATION_SEE_ALSO,
} DlRelationType;
#define DL_N_RELATION_TYPES 5

const char *dl_relation_type_to_string (DlRelationType type);
gboolean    dl_relation_type_from_string (const char *nick, DlRelationType *type);
/* Translated, as it reads before the other event's title. @inverse: told from
 * the other event's side ("follows from", "includes", …). Static storage. */
const char *dl_relation_type_get_label (DlRelationType type, gboolean inverse);

/* How many colours a palette has. */
#define DL_N_HUES 8

/* The name that files use for one of them, 0 to DL_N_HUES - 1: "blue", "orange", … */
const char *dl_hue_to_string (guint hue);

/* Records below are plain, immutable and owned by their DlTimeline, which
 * keeps every string alive. Strings that a file leaves out are NULL. */

typedef struct
{
  const char        *id;
  const char        *name;
  const char        *role;
  const char *const *aliases; /* NULL-terminated; NULL when there are none */
} DlPerson;

typedef struct
{
  const char *id;
  const char *name;
  DlZone     *timezone; /* nullable */
} DlPlace;

typedef struct
{
  const char *id;
  const char *name;
  const char *color; /* a palette name ("blue", "orange", …); nullable */
} DlTopic;

typedef struct
{
  const char *id;
  const char *title;
  const char *publisher;
  const char *author;
  const char *date; /* EDTF, valid */
  const char *url;
  const char *language; /* BCP 47 */
} DlSource;

typedef struct
{
  const char *title;
  const char *date_text; /* EDTF, valid */
  DlDate      date;      /* resolved on the axis's zone */
} DlEra;

/**
 * DlEventRecord:
 * @start: the earliest that it can have begun (ES), on the axis's zone
 * @end: by then it was over (LE); exclusive
 * @id: unique within the timeline
 * @title: not empty
 * @date_text: the EDTF string as written
 * @place: index into the timeline's places, or %DL_NONE
 * @refs: where this event's topics, then people, then sources, then speakers
 *   (people) start in the timeline's pool of indexes
 * @origin: which part of the timeline it came with, and the reader's own key
 *   to its details there (see dl_timeline_builder_add_part())
 * @date_flags: #DlDateFlags
 * @status: #DlStatus
 * @importance: 0 to 100, or %DL_IMPORTANCE_UNSET
 *
 * What layout, lists and search need of an event, flat. The date's other
 * bounds come from dl_timeline_get_date(), everything else from
 * dl_timeline_dup_details().
 */
typedef struct
{
  DlInstant   start;
  DlInstant   end;
  const char *id;
  const char *title;
  const char *date_text;
  guint64     origin;
  guint32     date_flags;
  guint32     place;
  guint32     refs;
  guint16     n_topics;
  guint16     n_people;
  guint16     n_sources;
  guint16     n_speakers;
  guint16     n_quotes;
  guint8      status;
  guint8      importance;
} DlEventRecord;

/* Whether some of the event's [ES, LE) lies within [@from, @to). */
static inline gboolean
dl_event_record_meets (const DlEventRecord *record, DlInstant from, DlInstant to)
{
  return dl_instant_compare (record->start, to) < 0 && dl_instant_compare (record->end, from) > 0;
}

/**
 * DlQuote:
 *
 * Somebody's words, letter for letter.
 */
typedef struct
{
  char    *text;
  guint32  speaker;      /* index of a person, or DL_NONE */
  char    *speaker_name; /* when the file names somebody not in `people`; nullable */
  char    *language;     /* BCP 47; nullable */
  char    *date;         /* EDTF, valid; nullable */
  char    *context;      /* "to reporters after the call"; nullable */
  guint32  source;       /* index of a source, or DL_NONE */
  gboolean exact;        /* FALSE: a paraphrase or a translation */
} DlQuote;

typedef struct
{
  char          *event; /* the other event's id */
  DlRelationType type;
} DlRelation;

/**
 * DlEventDetails:
 *
 * What is only read when somebody looks at one event.
 */
typedef struct
{
  char      *summary;   /* nullable */
  char      *date_note; /* nullable */
  GPtrArray *quotes;    /* of DlQuote, owned; never NULL */
  GArray    *related;   /* of DlRelation, owned; never NULL */
} DlEventDetails;

DlEventDetails *dl_event_details_new (void);
void            dl_event_details_free (DlEventDetails *details);
void            dl_quote_free (DlQuote *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlEventDetails, dl_event_details_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlQuote, dl_quote_free)

G_END_DECLS
