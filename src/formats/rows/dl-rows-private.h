/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows-texts.h"
#include "formats/rows/dl-rows.h"
#include "time/dl-date-words.h"
#include "time/dl-date.h"

G_BEGIN_DECLS

#define DL_ROWS_DIGITS "0123456789"
/* The first letter of the scripts that put no space between words. */
#define DL_ROWS_FIRST_WIDE 0x2e80
/* A number of so many is a year, which may have a month behind a point. */
#define DL_ROWS_YEAR_DIGITS 4
/* Titles of a higher rank are called what others may belong to. */
#define DL_ROW_LAST_OWN_RANK 2

/* So many names of what is left are told. */
#define DL_ROWS_MAX_LEFT 60

/* What the cell of a row that is looked at first is as a date. */
typedef enum
{
  DL_ROW_READ_NOTHING,
  DL_ROW_READ_DATE,
  DL_ROW_READ_OPEN, /* an end that is not yet */
} DlRowRead;

/**
 * DlRowColumn:
 * @name: as it stands in the file
 * @meaning: what it tells
 * @named: what its name says of that
 * @rank: of several of one meaning the lowest comes first
 * @of_spans: it is called one of decades or centuries
 * @of_decades: and of the former
 * @bare: a short number in it is a year
 * @of_life: it is called one of births or deaths
 * @of_eras: it is called one of eras
 * @era: in which its dates count by its name, "Year (TA)"
 * @unit: (nullable): in what its numbers count back by its name, "start (Ma)"
 * @counts_back: its numbers are years ago, as they show themselves
 * @order: which comes first in 3/4/2025, as other cells of the column show
 * @order_known: whether these were looked at
 * @midnight: all of its dates have a time, and that is midnight
 * @serial: its dates are days as spreadsheets count them
 * @guessed: nothing in its name says that it has dates
 * @finer: nor that its dates say more than the year beside them
 * @groups: nothing in its name says that it has topics
 * @n_filled: of the first rows: cells with something in it, and what that is
 * @n_split: cells of people that are read as several, by a guess; the first of them, the names
 *   that it became, and where that is told
 */
typedef struct
{
  char           *name;
  DlRowMeaning    meaning;
  DlRowMeaning    named;
  guint           rank;
  gboolean        bare;
  gboolean        of_life;
  gboolean        of_eras;
  gboolean        of_spans;
  gboolean        of_decades;
  DlDateEra       era;
  const char     *unit;
  DlDayMonthOrder order;
  gboolean        order_known;
  gboolean        serial;
  gboolean        counts_back;
  gboolean        midnight;
  gboolean        guessed;
  gboolean        groups;
  gboolean        finer;
  DlRowRead       read; /* of the row that is looked at */
  guint           n_filled;
  guint           n_dates;
  guint           n_words;
  guint           n_lettered; /* with a letter, be they words or not */
  guint           n_clock;
  guint           n_numbers;
  guint           n_eras;
  guint           n_other_eras; /* dates that are not of ours */
  guint           n_serials;
  guint           n_midnights;
  guint           n_single;      /* one word, as a last name */
  guint           n_full;        /* several, as a first and a last name */
  guint           n_pairs;       /* two of them with a comma in between */
  guint           n_whole;       /* days with a year of four digits first */
  guint           n_pointed;     /* the same with points, 1919.5.4 */
  guint           n_month_days;  /* months and days without a year, 07-20 */
  guint           n_compact;     /* times without a colon, 0930 */
  guint           n_early;       /* those before ten */
  guint           n_long_years;  /* what has a year of four digits */
  guint           n_few_digits;  /* numbers of fewer than four */
  guint           n_late_days;   /* those whose day can be no month */
  guint           n_truths;      /* "true" and "false" */
  guint           n_month_years; /* months with years of two digits, Mar-46, which might be days: Mar-15 */
  guint           n_before;      /* see dl_rows_look_for_dated_titles() */
  guint           n_in_year;     /* see dl_rows_look_at_year() */
  guint           n_beside;      /* dates in a row that has one in a column that is called so with more right */
  gboolean        has_zero;
  gboolean        has_minus;   /* before a number */
  gboolean        month_years; /* one of those can be no day, and all are such */
  gboolean        compact;     /* see dl_rows_find_clocks() */
  gboolean        month_day;   /* see dl_rows_find_month_days() */
  gboolean        aside;       /* kept with an event, but no title of it */
  gboolean        is_topic;    /* besides what its meaning is */
  gboolean        one_clock;   /* see dl_row_column_find_clock() */
  gboolean        left;        /* see dl_rows_leave() */
  gsize           length;      /* of all texts */
  guint           part;        /* of the file, and one more, where it was last filled */
  GHashTable     *seen;        /* texts to how often each stands there */
  char           *common;      /* (nullable): the one that half of the cells have */
  char           *unread;      /* the first that is no date */
  char           *fraction;    /* the first as of dl_rows_is_fraction() */
  char           *first_number;
  guint           n_split;
  char           *split_text;
  char           *split_names;
  DlProblem      *split_told;
} DlRowColumn;

/**
 * DlRowHanging:
 * @none: nothing hangs, as far as that is known
 * @up, @down: whether dates of the first column became later, or earlier
 * @seconds: of the last
 * @run: how many rows have come since that have none
 * @n, @n_runs, @longest: rows without a date between those that have one
 *
 * Whether rows without a date have that of the row above.
 */
typedef struct
{
  gboolean none;
  gboolean up;
  gboolean down;
  gboolean told;
  gint64   seconds;
  guint    n_dates;
  guint    run;
  guint    n;
  guint    n_runs;
  guint    longest;
} DlRowHanging;

/**
 * DlRowLife:
 * @n: how many rows are dated by a birth or a death, or end with it
 * @at: the first of them
 * @better: the column that would have had its date, which is empty there
 * @column: the one that was taken instead
 */
typedef struct
{
  guint      n;
  DlRowPlace at;
  int        better;
  int        column;
} DlRowLife;

/**
 * DlRowUnclear:
 * @column: of the date
 * @n: how many rows
 * @at: the first of them
 * @where: the same as a pointer
 * @text: its date
 * @title: (nullable): of the event
 * @reason: why that is not read
 * @rows: where the first of them are, and their titles, with commas between
 *
 * What is told once, after all rows.
 */
typedef struct
{
  guint    column;
  guint    n;
  gsize    at;
  char    *where;
  char    *text;
  char    *title;
  char    *reason;
  GString *rows;
} DlRowUnclear;

typedef struct _DlRowsPairs DlRowsPairs;

struct _DlRows
{
  GArray *columns; /* of DlRowColumn */
  GArray *cells;   /* of DlRowCell, as many */
  /* Columns of one meaning, the best first. */
  GArray      *starts; /* of guint, and so on */
  GArray      *ends;
  GArray      *titles;
  guint        n_rows; /* of those that were looked at first; of these with a date */
  guint        n_dated;
  guint        n_forward; /* with numbers as start and end, of which that is the larger one; or the smaller */
  guint        n_backward;
  double       largest;                  /* of these numbers */
  gboolean     backwards;                /* that is why they are no dates */
  int          parts[DL_ROW_N_MEANINGS]; /* the first column of that meaning, or -1 */
  DlRowPlace   before;                   /* the row that is read */
  gboolean     settled;
  gboolean     guesses;      /* which column has dates, where no name tells */
  gboolean     timelinejs;   /* a sheet of it */
  gboolean     calendar;     /* see dl_rows_is_calendar() */
  int          dated_titles; /* see dl_rows_find_dated_titles(): titles that are dates, or -1 */
  int          written;      /* and the dates beside them */
  int          family;       /* see dl_rows_find_family_name() */
  gboolean     has_text;
  gboolean     doubt_left;    /* of the row that is read: what they say could not be put to its date */
  gboolean     has_doubt;     /* a column that says how exact dates are */
  gboolean     has_other_era; /* a column of dates, by its name */
  gboolean     has_eras;      /* a column that is called one of eras, or of units */
  gboolean     has_units;     /* or a column of dates whose name says in what they count back */
  gboolean     told_before_christ;
  gboolean     told_epoch;
  gboolean     told_century;
  gboolean     told_ago;
  gboolean     told_excluded;
  gboolean     told_serial;
  gboolean     told_midnight;
  gboolean     told_guessed;
  GArray      *unclear; /* of DlRowUnclear: rows whose day and month may be either, a column each */
  gboolean     told_nothing;
  int          used[2]; /* of the row that is read: the columns of its start and its end, or -1 */
  GString     *start;   /* of the row that is read */
  GString     *end;
  DlRowHanging hanging;
  DlRowLife    lives[2];   /* rows without a start, and such without an end */
  gboolean     life_taken; /* of the row that is read */
  GString     *above;      /* the last date of the first column */
  GPtrArray   *left;       /* of names: as of dl_rows_leave() */
  GHashTable  *known_left;
  DlRowsPairs *pairs; /* (nullable): see dl_rows_look_at_pairs() */
};

/* Whether it is half of all, or more. */
static inline gboolean
dl_row_is_most (guint part, guint whole)
{
  return whole > 0 && part * 2 >= whole;
}

static inline DlRowColumn *
dl_rows_column (DlRows *self, guint column)
{
  return &g_array_index (self->columns, DlRowColumn, column);
}

/* "" for a cell that is empty or not there. */
static inline const char *
dl_rows_text (DlRows *self, int column)
{
  const char *text = column >= 0 ? g_array_index (self->cells, DlRowCell, column).text : NULL;

  return text != NULL ? text : "";
}

/* Of columns of addresses beside which their names stand, as in an answer to a query, "city" and "cityLabel", takes the
 * names in the first, or in the first that is called a title, for the titles where there are no others. */
void dl_rows_find_labels_of_addresses (DlRows *self);

/* Whether a column is called by the code of a language, and so is another of words: "de", beside "en". */
gboolean dl_rows_is_translation (const DlRows *self, guint index);

/* Of such columns the one in English instead of @column, which may be -1. */
int dl_rows_choose_language (DlRows *self, int column);

/* Of several columns of times takes that which is called after the same clock as the dates: "time_utc",
 * beside "date_utc" */
void dl_rows_pair_times (DlRows *self);

/* The time of day of the row behind a date that is exact to the day. @draft: (nullable): gets the words for
 * both as a note; @end: (nullable): gets the same day with the second of two times */
void dl_rows_add_time (DlRows                   *self,
                       DlRowMeaning              meaning,
                       const DlDateWordsContext *context,
                       DlDraft                  *draft,
                       GString                  *date,
                       GString                  *end);

/* What is a date beside other rows, "1920.8", or without a remark behind it.
 * Returns: (transfer full) (nullable): NULL where @text is to be read as it is */
char *dl_rows_dup_spelt (const DlRowColumn *column, const char *text);

/* Whether a column of numbers says how old somebody was, or how many millions of years ago something is,
 * which only the page knows: no years in any case. */
gboolean dl_row_column_is_age (const DlRowColumn *column);

/* Where no column is called one of dates, makes the first one in which all that stands are dates in words:
 * "tag": "252 million years ago". Days of digits are often those of the record. */
void dl_rows_find_dates_in_words (DlRows *self);

/* Finds the column of family names where rows are titled by given names, which belong together. */
void dl_rows_find_family_name (DlRows *self);

/* Takes for dates what rows with titles and years are labelled by, where that says more than the year:
 * "20 Nov. 1611". */
void dl_rows_find_labels (DlRows *self);

/* Takes months and days, "07-20", for dates where each row has a year, too, and one of the days is so late
 * that it can be no month. */
void dl_rows_find_month_days (DlRows *self);

/* Takes "0930" to "1015" for times, not for years, beside a column of days, or where talks have rooms. */
void dl_rows_find_clocks (DlRows *self);

/* In what the numbers of a column count back that is called so: "startMa", "age (kya)". @meaning, @rank: (out): of
 * the column. Returns: (nullable) */
const char *dl_rows_find_unit (const char *name, DlRowMeaning *meaning, guint *rank);

/* A number with the unit behind it that its column's name, or the row, tells. Returns: (transfer full) (nullable):
 * NULL where none does, or it is no number */
char *dl_rows_dup_with_unit (DlRows *self, guint index, const char *text);

/* A decade as EDTF, below a name for them, where 1900 and "1900s" are no year and no century: "190X". Returns:
 * (transfer full) (nullable) */
char *dl_rows_dup_decade (const DlRowColumn *column, const char *text);

/* Counts whether the numbers of the row go forward from its start to its end. */
void dl_rows_look_at_ends (DlRows *self);

/* Holds numbers for no dates where some have fractions and nothing says what they count, or all count back: those
 * that are beyond any year do so from today. */
void dl_rows_refuse_counts (DlRows *self);

/* Counts in which rows a title is a date, years before the one beside it. */
void dl_rows_look_for_dated_titles (DlRows *self);
/* Where that is so in all, and there are texts, takes the titles for the dates: the others tell when a page about it
 * was posted. */
void dl_rows_find_dated_titles (DlRows *self);
/* Says so. */
void dl_rows_tell_dated_titles (DlRows *self, DlRowsSource *source, DlDraft *draft);

/* The first column of words that tell rows apart, for a table whose titles have a name of
 * their own: "Film (American)". Returns: -1 where there is none */
int dl_rows_find_words (DlRows *self, gboolean headless);

/* Names the columns of a table that have no names. */
void dl_rows_name_by_content (DlRows *self);

/* Names what has short names in a program: `{ y: 1440, t: "…", d: "…" }`. A y is a year where there is
 * a text t, and no x. */
void dl_rows_settle_short (DlRows *self);

/* Whether all that stands in a column that is called one of dates are days as spreadsheets
 * count them, which are exported like this where their cells have lost how they are shown. */
gboolean dl_row_column_is_serial (const DlRowColumn *column);

/* Where none is called one of topics, takes the first column for them whose few names part the rows:
 * "House", "Dynasty", "Side". */
void dl_rows_find_groups (DlRows *self);
/* Says so, and how to have others. */
void dl_rows_tell_groups (DlRows *self, DlRowsSource *source, DlDraft *draft);

/* Keeps whether all dates of a column have the same time, which a program puts where it needs one. */
void dl_row_column_find_clock (DlRowColumn *column);

/* Keeps which text stands in half of the cells of a column, if any does. */
void dl_row_column_find_common (DlRowColumn *column);

/* Whether half of what stands in a column stands there again. */
gboolean dl_row_column_is_repeated (const DlRowColumn *column);

/* "King" and "Queen" are titles, of people whose names stand beside: what repeats itself comes behind
 * what each row has its own of. */
void dl_rows_rank_titles (DlRows *self);

/* Whether a column is called one of versions or numbers, by which a row may be called. */
gboolean dl_row_column_is_of_versions (const DlRowColumn *column);

/* What rows are called by where @title, or -1, has but the states in which they are: their versions, each its own.
 * Returns: @title, or the column of these, or -1 */
int dl_rows_replace_states (DlRows *self, int title);

/* Where the date is that of an object within each row, {"state": …, "governor": {"name": …, "born": …}}, and nothing
 * is called a title, or it is one of somebody's life, makes its name the title. */
void dl_rows_find_title_beside (DlRows *self);

/* "Battle", "Treaty" and "Battle" again are kinds: topics of rows whose own words stand in their texts. */
void dl_rows_demote_kinds (DlRows *self);

/* Whether a column of texts has a few words of its own in each row, so that these are what it is called. */
gboolean dl_row_is_headline (const DlRows *self, const DlRowColumn *column);

/* Whether a text stands in half of the rows. */
gboolean dl_rows_has_texts (DlRows *self);

/* Whether a column of whatever name holds nothing but what can only be dates. */
gboolean dl_row_column_is_dates (const DlRowColumn *column);

/* Where no name tells of dates, or of years only, takes the first column for them that holds nothing else; beside a
 * year that is one whose dates are in it. */
void dl_rows_guess_dates (DlRows *self);

/* Takes the date of a row that has none where others have theirs from another column: one that is called so, or in
 * which nothing else can be meant; that is told. Returns: it, which may be one that cannot be read; or -1 */
int dl_rows_take_spare_date (DlRows *self, DlRowsSource *source);

/* The column that tells the time, too, of a day of the row: "timestamp" beside "date". Returns: -1 where there is
 * none */
int dl_rows_find_moment (DlRows *self, const char *day);

/* Reads a cell of a column as a date. Returns: whether it is one */
gboolean dl_rows_read_date (DlRows *self, int column, const char *text, DlDate *date);

/* The column, of those that are called dates of what is told as the one at @column is, that says more exactly what
 * @start says: "900–922" beside "10th century", but no day of a span. Returns: -1 where there is none */
int dl_rows_find_finer (DlRows *self, int column, const char *start);

/* The column that names rows where none is called one of titles, though one is of texts: its words differ
 * in each row. -1 where there is none */
int dl_rows_find_distinct (DlRows *self);

/* Whether a "state" is how far something is, and no part of a country. */
gboolean dl_row_column_is_state (const DlRowColumn *column);

/* Whether most of what stands in a column are sentences, and nothing that a program draws by. */
gboolean dl_row_column_is_prose (const DlRowColumn *column);

/* Of two columns whose names belong together, as "Launch Date" and "Return Date", takes the one for the start and the
 * other for the end, unless the dates are the other way round in most rows; of an arrival and a departure the one that
 * is first, as of a stay or of a journey. */
void dl_rows_pair_ends (DlRows *self);

/* Counts for columns with such names which of the two dates of the row is the first. */
void dl_rows_look_at_pairs (DlRows *self);

void dl_rows_pairs_free (DlRowsPairs *self);

/* Counts in which columns of no known meaning a date stands that is within the year of the row. */
void dl_rows_look_at_year (DlRows *self);

/* Whether all that stands in a column of no known meaning are such dates, which say more than the year. */
gboolean dl_row_column_is_within_year (const DlRowColumn *column);

/* Whether most cells of a column are lists with commas, whose parts stand in several: "art, war", "war" */
gboolean dl_row_column_is_list (const DlRowColumn *column);

/* Whether what stands in a column says only how an event is drawn, or that it is one. */
gboolean dl_row_column_is_shape (const DlRowColumn *column);

/* Whether a table measures something: numbers beside what repeats itself, a place or the sign of
 * a share, and beside a date of each. No words tell what happened. @title: its words */
gboolean dl_rows_is_measured (DlRows *self, guint title);

/* Whether all dates, of starts and of ends, are told with midnight as their time. */
gboolean dl_rows_has_midnights (DlRows *self);

/* Among the columns of people the one that says whose words are quoted beside it. */
void dl_rows_find_speaker (DlRows *self);

/* The time at which a form was sent, which comes first in the sheets of their answers, is not the
 * date that was asked for, where that is there. */
void dl_rows_rank_answers (DlRows *self);

/* Whether the name of a column, or of none where it is -1, is just that. */
gboolean dl_rows_is_called (DlRows *self, int column, const char *name);

/* Whether @text, of a column, is a midnight, or the last second of a day that ends something, and the column has
 * no other times: days, as databases and programs write them. */
gboolean dl_rows_has_midnight (DlRows *self, int column, const char *text);

/* Whether the row says that its times mean nothing. */
gboolean dl_rows_is_all_day (DlRows *self);

/* Whether the end of such a row is the day after the last: it is where it is told as a midnight,
 * and in programs that show calendars. @columns: of start and end, or -1 */
gboolean dl_rows_is_end_excluded (DlRows *self, const int *columns);

/* Whether it has what only the events of FullCalendar have, beside "title", "start" and "end". */
gboolean dl_rows_is_calendar (DlRows *self);

/* Whether both are days of a calendar of the web, whose end is the day after the last: {"start":
 * {"date": …}, "end": {"date": …}} of Google, and those of FullCalendar. */
gboolean dl_rows_ends_as_calendars (DlRows *self, const int *columns);

/* Says so, once. */
void dl_rows_tell_excluded (DlRows *self, DlRowsSource *source, int column);

/* Leaves of the dates of the row what its columns say that is meant, with the marks of what is approximate or
 * uncertain. */
void dl_rows_apply_doubt (DlRows *self, const DlDateWordsContext *context);

/* Leaves of the dates of the row what is meant: TimeGlider writes all to the second, and beside them
 * how much that is. */
void dl_rows_cut_to_precision (DlRows *self);

/* Whether a column of the row says that its year is before Christ. */
gboolean dl_rows_is_before_christ (DlRows *self);

/* Where a table counts years back from Christ it has no year 0, and -44 is what people
 * call 44 BC. With a year 0, or four digits as in "-0044", it counts as
 * astronomers do. Returns: whether @year has to be counted on */
gboolean dl_rows_counts_from_christ (DlRows *self, const char *text, gint64 year, int column);

/* Whether the years of the row are counted from another beginning than ours; @reason: (out): why they
 * are not read */
gboolean dl_rows_has_other_era (DlRows *self, char **reason);

/* Says so, once. */
void dl_rows_tell_before_christ (DlRows *self, DlRowsSource *source, int column, const char *text);

/* That "150?", a year of few digits where all others of its column have four, may lack its last ones. */
void dl_rows_tell_lacking_digits (DlRows *self, DlRowsSource *source, int column, const char *text);

/* Adds the text of a cell to @out as one that can be read: numbers that count in another way are
 * turned into EDTF. */
void dl_rows_take_cell (DlRows *self, DlRowsSource *source, int column, const char *text, GString *out);

/* Tells, once all rows were read, of which columns nothing was kept, and what else was left. */
void dl_rows_tell_left (DlRows *self, DlRowsSource *source, DlDraft *draft);

/* Puts a column where its meaning is looked for. */
void dl_rows_file_column (DlRows *self, guint index);

/* Counts in each column what stands there in the row. */
void dl_rows_look_at_row (DlRows *self);

/* The text of a cell, "" where it says that there is none, or for no column. */
const char *dl_rows_get_stated (DlRows *self, int column);

/* The first column of this meaning with something in it, where a file has several tables; or the
 * first, or -1. */
int dl_rows_find_part (DlRows *self, DlRowMeaning meaning);

/* Adds a whole date to @out that is put together of its parts, as text that can be read; what
 * does not fit together is told. Returns: the column of its year, or -1 */
int dl_rows_join_parts (DlRows *self, DlRowsSource *source, gboolean is_end, GString *out);

/* Notes of which part of the file the columns are that have something in the row. */
void dl_rows_note_parts (DlRows *self, DlRowsSource *source);

/* The one of these columns that has a birth or a death where @chosen says that nothing is known: "unknown"; or @chosen
 */
int dl_rows_prefer_life (DlRows *self, const GArray *columns, int chosen);

/* Notes whether the dates of the row are those of a life, though there are columns for what it tells of. @columns: of
 * its start and its end, or -1. Returns: FALSE where these do not belong together */
gboolean dl_rows_check_life (DlRows *self, DlRowsSource *source, int *columns);

/* Tells, once all rows were read, how many there are. */
void dl_rows_tell_life (DlRows *self, DlRowsSource *source, DlDraft *draft);

/* Whether a date is ambiguous as it stands with others in a column. */
gboolean dl_rows_is_unclear (const char *text, const DlDateWordsContext *context);

/* Keeps what is wrong with the start of the row, for dl_rows_tell_unclear(). */
void dl_rows_keep_unclear (DlRows *self, DlRowsSource *source, int column, gsize at, const char *reason);

/**
 * dl_rows_put_dates:
 *
 * Puts the date of the row. Where it has none, or none that can be read, that
 * is told and the event dropped.
 *
 * Returns: whether there is one
 */
gboolean dl_rows_put_dates (DlRows *self, DlRowsSource *source, DlDraft *draft);

/* Judges columns by the names that they have without a first word that most of them share, where else there are no
 * titles or no dates. */
void dl_rows_judge_without_prefix (DlRows *self);

/* Looks in the row for a date that stands in the first column for several rows. */
void dl_rows_look_for_hanging (DlRows *self);

/* Decides whether there are such. */
void dl_rows_settle_hanging (DlRows *self);

/* Gives the row that of the row above, where it has none and these are such rows; that is told once. */
void dl_rows_fill_hanging (DlRows *self, DlRowsSource *source);

/* Tells of the rows whose day and month may be either, with their number. */
void dl_rows_tell_unclear (DlRows *self, DlDraft *draft);

/* Puts the people that a cell of the row names. */
void dl_rows_put_people (DlRows *self, DlRowsSource *source, DlDraft *draft, guint index, const char *text);

/* Tells, where that is told already, in how many cells several people are named together. */
void dl_rows_tell_people (DlRows *self);

/* The date of a row that is an era. Returns: (transfer full) (nullable) */
char *dl_rows_dup_era_date (DlRows *self, DlRowsSource *source);

G_END_DECLS
