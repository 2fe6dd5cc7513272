/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date.h"

G_BEGIN_DECLS

/**
 * DlAnswer:
 *
 * What uncertain dates allow to say. The order is meaningful.
 */
typedef enum
{
  DL_NO,
  DL_POSSIBLY,
  DL_CERTAINLY,
} DlAnswer;

/**
 * DlAllen:
 *
 * The thirteen relations of two intervals (Allen, "Maintaining knowledge about
 * temporal intervals", CACM 26(11), 1983). Of any two concrete intervals
 * exactly one holds. The inverse of relation r is DL_N_ALLEN - 1 - r.
 */
typedef enum
{
  DL_ALLEN_BEFORE,        /* it is over, and time passes, until the other begins */
  DL_ALLEN_MEETS,         /* it ends where the other begins */
  DL_ALLEN_OVERLAPS,      /* it begins first, and ends within the other */
  DL_ALLEN_STARTS,        /* they begin together, and it ends first */
  DL_ALLEN_DURING,        /* it begins later and ends earlier */
  DL_ALLEN_FINISHES,      /* it begins later, and they end together */
  DL_ALLEN_EQUALS,        /* */
  DL_ALLEN_FINISHED_BY,   /* and the inverses, back to the first */
  DL_ALLEN_CONTAINS,      /* */
  DL_ALLEN_STARTED_BY,    /* */
  DL_ALLEN_OVERLAPPED_BY, /* */
  DL_ALLEN_MET_BY,        /* */
  DL_ALLEN_AFTER,         /* */
} DlAllen;
#define DL_N_ALLEN 13

#define DL_ALLEN_INVERSE(relation) ((DlAllen) (DL_N_ALLEN - 1 - (relation)))
#define DL_ALLEN_BIT(relation) (1u << (relation))

/* "before", "met by", …; for tests and output, not translated. */
const char *dl_allen_to_string (DlAllen relation);

/*
 * A date stands for every interval [start, end) with ES ≤ start < LS,
 * EE ≤ end ≤ LE and start ≤ end; where ES = LS, the start is that instant. Time
 * is half-open as in DlDate: a day ends where the next begins, so 25 October
 * may meet the 26th and cannot share time with it. The start stays below LS
 * because nothing that begins on the 25th begins with the 26th.
 *
 * A start and an end that coincide are a moment. It lies at the beginning of
 * what begins there (it "starts" that), and is "met by" what ends there; two
 * moments at once are equal. So still exactly one relation holds.
 *
 * "No bound" is a value as any other: two open starts are the same start. Sets
 * and dates with X digits count as their hull. Both dates must be resolved on
 * one axis.
 */

/* The relations that can hold, as a set of DL_ALLEN_BIT(); never empty. */
guint dl_relation_possible (const DlDate *a, const DlDate *b);

/* Whether @a to @b is one of the @relations, a set of DL_ALLEN_BIT(). */
DlAnswer dl_relation_answer (const DlDate *a, const DlDate *b, guint relations);

/* The answer for each relation: DL_CERTAINLY for the only one that can hold. */
void dl_relation_allen (const DlDate *a, const DlDate *b, DlAnswer answers[DL_N_ALLEN]);

/* Whether @a is over when @b begins (before or meets), and the reverse. */
DlAnswer dl_relation_before (const DlDate *a, const DlDate *b);
DlAnswer dl_relation_after (const DlDate *a, const DlDate *b);
/* Whether no part of @a lies outside @b. */
DlAnswer dl_relation_within (const DlDate *a, const DlDate *b);
/* Whether the two share time. */
DlAnswer dl_relation_overlaps (const DlDate *a, const DlDate *b);

G_END_DECLS
