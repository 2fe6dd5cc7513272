/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-edtf.h"

#include <string.h>

#include "time/dl-edtf.h"

/* A single date: when it can be at the earliest and at the latest. */
typedef struct
{
  const char *text;
  int         level;
  const char *start;
  const char *end;
} Single;

/* One widened by `~`: also what it states. */
typedef struct
{
  const char *text;
  int         level;
  const char *start;
  const char *end;
  const char *stated_start;
  const char *stated_end;
} Approximate;

/* clang-format off */
static const Single singles[] = {
  /* Level 0: dates */
  { "1985-04-12", 0, "1985-04-12", "1985-04-13" },
  { "1985-04", 0, "1985-04-01", "1985-05-01" },
  { "1985", 0, "1985-01-01", "1986-01-01" },
  { "0000", 0, "0000-01-01", "0001-01-01" },
  { "0000-01", 0, "0000-01-01", "0000-02-01" },
  { "0000-02-29", 0, "0000-02-29", "0000-03-01" },
  { "0001-01-01", 0, "0001-01-01", "0001-01-02" },
  { "9999-12-31", 0, "9999-12-31", "+10000-01-01" },
  { "9999", 0, "9999-01-01", "+10000-01-01" },
  { "2024-02", 0, "2024-02-01", "2024-03-01" },
  { "2024-02-29", 0, "2024-02-29", "2024-03-01" },
  { "2000-02-29", 0, "2000-02-29", "2000-03-01" },
  { "1900-02-28", 0, "1900-02-28", "1900-03-01" },
  { "2025-12", 0, "2025-12-01", "2026-01-01" },
  { "2025-12-31", 0, "2025-12-31", "2026-01-01" },
  { "2025-11-30", 0, "2025-11-30", "2025-12-01" },

  /* Level 0: dates with a time of day */
  { "1985-04-12T23:20:30", 0, "1985-04-12T23:20:30", "1985-04-12T23:20:31" },
  { "1985-04-12T23:20:30Z", 0, "1985-04-12T23:20:30", "1985-04-12T23:20:31" },
  { "1985-04-12T23:20:30-04", 0, "1985-04-13T03:20:30", "1985-04-13T03:20:31" },
  { "1985-04-12T23:20:30+04:30", 0, "1985-04-12T18:50:30", "1985-04-12T18:50:31" },
  { "2025-10-25T22:00:00+09:00", 0, "2025-10-25T13:00:00", "2025-10-25T13:00:01" },
  { "2025-10-25T22:00:00+09", 0, "2025-10-25T13:00:00", "2025-10-25T13:00:01" },
  { "2025-10-25T22:00:00-05:30", 0, "2025-10-26T03:30:00", "2025-10-26T03:30:01" },
  { "2025-10-25T22:00:00+14:00", 0, "2025-10-25T08:00:00", "2025-10-25T08:00:01" },
  { "2025-10-25T22:00:00-23:59", 0, "2025-10-26T21:59:00", "2025-10-26T21:59:01" },
  { "2025-10-25T00:00:00", 0, "2025-10-25", "2025-10-25T00:00:01" },
  { "2025-10-25T23:59:59", 0, "2025-10-25T23:59:59", "2025-10-26" },
  { "2025-10-25T24:00:00", 0, "2025-10-26", "2025-10-26T00:00:01" },
  { "2025-12-31T24:00:00Z", 0, "2026-01-01", "2026-01-01T00:00:01" },
  { "2016-12-31T23:59:60Z", 0, "2016-12-31T23:59:59", "2017-01-01" },
  { "2016-12-31T23:59:60", 0, "2016-12-31T23:59:59", "2017-01-01" },
  { "2017-01-01T08:59:60+09:00", 0, "2016-12-31T23:59:59", "2017-01-01" },
  { "2017-01-01T05:29:60+05:30", 0, "2016-12-31T23:59:59", "2017-01-01" },
  { "2016-12-31T18:59:60-05", 0, "2016-12-31T23:59:59", "2017-01-01" },
  { "0000-01-01T00:00:00Z", 0, "0000-01-01", "0000-01-01T00:00:01" },
  { "-0043-03-15T12:00:00", 1, "-0043-03-15T12:00:00", "-0043-03-15T12:00:01" },

  /* Extensions: no seconds, fractions, -00:00 */
  { "2025-10-25T22:00", 0, "2025-10-25T22:00:00", "2025-10-25T22:01:00" },
  { "2025-10-25T22", 0, "2025-10-25T22:00:00", "2025-10-25T23:00:00" },
  { "2025-10-25T22Z", 0, "2025-10-25T22:00:00", "2025-10-25T23:00:00" },
  { "2025-10-25T22+09", 0, "2025-10-25T13:00:00", "2025-10-25T14:00:00" },
  { "2025-10-25T22:00Z", 0, "2025-10-25T22:00:00", "2025-10-25T22:01:00" },
  { "2025-10-25T22:00-05:30", 0, "2025-10-26T03:30:00", "2025-10-26T03:31:00" },
  { "2025-10-25T24:00", 0, "2025-10-26", "2025-10-26T00:01:00" },
  { "2025-10-25T24", 0, "2025-10-26", "2025-10-26T01:00:00" },
  { "2025-10-25T22:00:00-00:00", 0, "2025-10-25T22:00:00", "2025-10-25T22:00:01" },
  { "2025-10-25T22:00:00-00", 0, "2025-10-25T22:00:00", "2025-10-25T22:00:01" },
  { "2025-10-25T22:00:00.5", 0, "2025-10-25T22:00:00.5", "2025-10-25T22:00:00.6" },
  { "2025-10-25T22:00:00,25Z", 0, "2025-10-25T22:00:00.25", "2025-10-25T22:00:00.26" },
  { "2025-10-25T22:00:00.9", 0, "2025-10-25T22:00:00.9", "2025-10-25T22:00:01" },
  { "2025-10-25T23:59:59.999999999", 0, "2025-10-25T23:59:59.999999999", "2025-10-26" },
  { "2025-10-25T22:00:00.1234567891", 0, "2025-10-25T22:00:00.123456789", "2025-10-25T22:00:00.12345679" },
  { "1969-12-31T23:59:59.5Z", 0, "1969-12-31T23:59:59.5", "1969-12-31T23:59:59.6" },

  /* Level 1: years of more than four digits, and negative ones */
  { "Y170000002", 1, "+170000002-01-01", "+170000003-01-01" },
  { "Y-170000002", 1, "-170000002-01-01", "-170000001-01-01" },
  { "Y10000", 1, "+10000-01-01", "+10001-01-01" },
  { "Y-10000", 1, "-10000-01-01", "-9999-01-01" },
  { "Y-4540000000", 1, "-4540000000-01-01", "-4539999999-01-01" },
  /* The last year; what follows it is the last second there is. */
  { "Y292277026594", 1, "+292277026594-01-01", "+292277026596-12-04T15:30:06" },
  { "Y-292277022655", 1, "-292277022655-01-01", "-292277022654-01-01" },
  { "-1985", 1, "-1985-01-01", "-1984-01-01" },
  { "-0001", 1, "-0001-01-01", "0000-01-01" },
  { "-0043", 1, "-0043-01-01", "-0042-01-01" },
  { "-0043-03", 1, "-0043-03-01", "-0043-04-01" },
  { "-0043-03-15", 1, "-0043-03-15", "-0043-03-16" },
  { "-0004-02-29", 1, "-0004-02-29", "-0004-03-01" },
  { "-0001-12-31", 1, "-0001-12-31", "0000-01-01" },

  /* Level 1: seasons */
  { "2001-21", 1, "2001-03-01", "2001-06-01" },
  { "2001-22", 1, "2001-06-01", "2001-09-01" },
  { "2001-23", 1, "2001-09-01", "2001-12-01" },
  { "2001-24", 1, "2001-12-01", "2002-03-01" },
  { "2003-24", 1, "2003-12-01", "2004-03-01" },
  { "-0044-21", 1, "-0044-03-01", "-0044-06-01" },
  { "-0001-24", 1, "-0001-12-01", "0000-03-01" },

  /* Level 1: doubt, which moves no bound */
  { "1984?", 1, "1984-01-01", "1985-01-01" },
  { "2004-06?", 1, "2004-06-01", "2004-07-01" },
  { "2004-06-11?", 1, "2004-06-11", "2004-06-12" },
  { "2001-21?", 1, "2001-03-01", "2001-06-01" },
  { "-0043?", 1, "-0043-01-01", "-0042-01-01" },
  { "Y-170000002?", 1, "-170000002-01-01", "-170000001-01-01" },

  /* Level 1: unspecified digits */
  { "201X", 1, "2010-01-01", "2020-01-01" },
  { "20XX", 1, "2000-01-01", "2100-01-01" },
  { "000X", 1, "0000-01-01", "0010-01-01" },
  { "2004-XX", 1, "2004-01-01", "2005-01-01" },
  { "1985-04-XX", 1, "1985-04-01", "1985-05-01" },
  { "1985-02-XX", 1, "1985-02-01", "1985-03-01" },
  { "1985-XX-XX", 1, "1985-01-01", "1986-01-01" },
  { "-004X", 1, "-0049-01-01", "-0039-01-01" },
  { "-15XX", 1, "-1599-01-01", "-1499-01-01" },
  { "-000X", 1, "-0009-01-01", "0000-01-01" },
  { "201X?", 1, "2010-01-01", "2020-01-01" },

  /* Level 2: unspecified digits anywhere */
  { "156X-12-25", 2, "1560-12-25", "1569-12-26" },
  { "15XX-12-25", 2, "1500-12-25", "1599-12-26" },
  { "15XX-12-XX", 2, "1500-12-01", "1600-01-01" },
  { "1XXX-XX", 2, "1000-01-01", "2000-01-01" },
  { "1XXX-12", 2, "1000-12-01", "2000-01-01" },
  { "1XXX", 2, "1000-01-01", "2000-01-01" },
  { "XXXX", 2, "0000-01-01", "+10000-01-01" },
  { "-XXXX", 2, "-9999-01-01", "0000-01-01" },
  { "XXXX-XX", 2, "0000-01-01", "+10000-01-01" },
  { "XXXX-XX-XX", 2, "0000-01-01", "+10000-01-01" },
  { "XXXX-12-XX", 2, "0000-12-01", "+10000-01-01" },
  { "XXXX-12", 2, "0000-12-01", "+10000-01-01" },
  { "XXXX-02-29", 2, "0000-02-29", "9996-03-01" },
  { "19XX-02-29", 2, "1904-02-29", "1996-03-01" },
  { "1X00-02-29", 2, "1200-02-29", "1600-03-01" },
  { "-00XX-02-29", 2, "-0096-02-29", "-0004-03-01" },
  { "1X60", 2, "1060-01-01", "1961-01-01" },
  { "X985", 2, "0985-01-01", "9986-01-01" },
  { "19X5-07", 2, "1905-07-01", "1995-08-01" },
  { "1560-X2", 2, "1560-02-01", "1561-01-01" },
  { "1984-1X", 2, "1984-10-01", "1985-01-01" },
  { "1984-0X", 2, "1984-01-01", "1984-10-01" },
  { "1984-X0", 2, "1984-10-01", "1984-11-01" },
  { "2025-X3-01", 2, "2025-03-01", "2025-03-02" },
  { "1985-XX-25", 2, "1985-01-25", "1985-12-26" },
  { "1985-XX-30", 2, "1985-01-30", "1985-12-31" },
  { "1985-XX-31", 2, "1985-01-31", "1986-01-01" },
  { "1985-0X-31", 2, "1985-01-31", "1985-09-01" },
  { "2025-10-2X", 2, "2025-10-20", "2025-10-30" },
  { "2025-10-0X", 2, "2025-10-01", "2025-10-10" },
  { "2025-10-3X", 2, "2025-10-30", "2025-11-01" },
  { "2025-09-3X", 2, "2025-09-30", "2025-10-01" },
  { "2025-02-X9", 2, "2025-02-09", "2025-02-20" },
  { "2024-02-X9", 2, "2024-02-09", "2024-03-01" },
  { "2025-10-X1", 2, "2025-10-01", "2025-11-01" },
  { "2025-XX-1X", 2, "2025-01-10", "2025-12-20" },
  { "15XX-21", 2, "1500-03-01", "1599-06-01" },
  { "156X-24", 2, "1560-12-01", "1570-03-01" },
  { "156X?-12-25", 2, "1560-12-25", "1569-12-26" },

  /* Level 2: years with an exponent, and significant digits */
  { "Y-17E7", 2, "-170000000-01-01", "-169999999-01-01" },
  { "Y17E7", 2, "+170000000-01-01", "+170000001-01-01" },
  { "Y1E4", 2, "+10000-01-01", "+10001-01-01" },
  { "Y-454E7", 2, "-4540000000-01-01", "-4539999999-01-01" },
  { "Y138E8", 2, "+13800000000-01-01", "+13800000001-01-01" },
  { "1950S2", 2, "1900-01-01", "2000-01-01" },
  { "1950S1", 2, "1000-01-01", "2000-01-01" },
  { "1950S3", 2, "1950-01-01", "1960-01-01" },
  { "1950S4", 2, "1950-01-01", "1951-01-01" },
  { "1950S5", 2, "1950-01-01", "1951-01-01" },
  { "-1859S5", 2, "-1859-01-01", "-1858-01-01" },
  { "1859S99999999999999999999", 2, "1859-01-01", "1860-01-01" },
  { "-1859S2", 2, "-1899-01-01", "-1799-01-01" },
  { "Y171010000S3", 2, "+171000000-01-01", "+172000000-01-01" },
  { "Y-171010000S2", 2, "-179999999-01-01", "-169999999-01-01" },
  { "Y3388E2S3", 2, "+338000-01-01", "+339000-01-01" },
  { "Y-17E7S1", 2, "-199999999-01-01", "-99999999-01-01" },
  { "Y17E7S9", 2, "+170000000-01-01", "+170000001-01-01" },
  { "1950S2?", 2, "1900-01-01", "2000-01-01" },

  /* Level 2: other parts of a year */
  { "2001-25", 2, "2001-03-01", "2001-06-01" },
  { "2001-26", 2, "2001-06-01", "2001-09-01" },
  { "2001-27", 2, "2001-09-01", "2001-12-01" },
  { "2001-28", 2, "2001-12-01", "2002-03-01" },
  { "2001-29", 2, "2001-09-01", "2001-12-01" },
  { "2001-30", 2, "2001-12-01", "2002-03-01" },
  { "2001-31", 2, "2001-03-01", "2001-06-01" },
  { "2001-32", 2, "2001-06-01", "2001-09-01" },
  { "2001-33", 2, "2001-01-01", "2001-04-01" },
  { "2001-34", 2, "2001-04-01", "2001-07-01" },
  { "2001-35", 2, "2001-07-01", "2001-10-01" },
  { "2001-36", 2, "2001-10-01", "2002-01-01" },
  { "2001-37", 2, "2001-01-01", "2001-05-01" },
  { "2001-38", 2, "2001-05-01", "2001-09-01" },
  { "2001-39", 2, "2001-09-01", "2002-01-01" },
  { "2001-40", 2, "2001-01-01", "2001-07-01" },
  { "2001-41", 2, "2001-07-01", "2002-01-01" },

  /* Level 2: doubt about a component */
  { "2004?-06-11", 2, "2004-06-11", "2004-06-12" },
  { "2004-06?-11", 2, "2004-06-11", "2004-06-12" },
  { "?2004-06-11", 2, "2004-06-11", "2004-06-12" },
  { "2004-?06-11", 2, "2004-06-11", "2004-06-12" },
  { "2004-06-?11", 2, "2004-06-11", "2004-06-12" },
  { "2004?-06", 2, "2004-06-01", "2004-07-01" },
  { "?2004", 2, "2004-01-01", "2005-01-01" },
  { "?-2004", 2, "-2004-01-01", "-2003-01-01" },
  { "2004?-06-?11", 2, "2004-06-11", "2004-06-12" },
  { "2001-?21", 2, "2001-03-01", "2001-06-01" },
  { "?Y170000002", 2, "+170000002-01-01", "+170000003-01-01" },
};

static const Approximate approximates[] = {
  /* Level 1: the whole date */
  { "1984~", 1, "1983-01-01", "1986-01-01", "1984-01-01", "1985-01-01" },
  { "2004-06~", 1, "2004-05-01", "2004-08-01", "2004-06-01", "2004-07-01" },
  { "2025-10~", 1, "2025-09-01", "2025-12-01", "2025-10-01", "2025-11-01" },
  { "2004-06-11~", 1, "2004-06-10", "2004-06-13", "2004-06-11", "2004-06-12" },
  { "2004-06-11%", 1, "2004-06-10", "2004-06-13", "2004-06-11", "2004-06-12" },
  { "2004-06%", 1, "2004-05-01", "2004-08-01", "2004-06-01", "2004-07-01" },
  { "1984%", 1, "1983-01-01", "1986-01-01", "1984-01-01", "1985-01-01" },
  { "2025-01~", 1, "2024-12-01", "2025-03-01", "2025-01-01", "2025-02-01" },
  { "2025-02~", 1, "2025-01-01", "2025-04-01", "2025-02-01", "2025-03-01" },
  { "2025-12~", 1, "2025-11-01", "2026-02-01", "2025-12-01", "2026-01-01" },
  { "2025-01-01~", 1, "2024-12-31", "2025-01-03", "2025-01-01", "2025-01-02" },
  { "2024-02-29~", 1, "2024-02-28", "2024-03-02", "2024-02-29", "2024-03-01" },
  { "0000~", 1, "-0001-01-01", "0002-01-01", "0000-01-01", "0001-01-01" },
  { "-0043~", 1, "-0044-01-01", "-0041-01-01", "-0043-01-01", "-0042-01-01" },
  { "Y170000002~", 1, "+170000001-01-01", "+170000004-01-01", "+170000002-01-01", "+170000003-01-01" },
  { "2001-21~", 1, "2000-12-01", "2001-09-01", "2001-03-01", "2001-06-01" },
  { "2001-24~", 1, "2001-09-01", "2002-06-01", "2001-12-01", "2002-03-01" },
  { "201X~", 1, "2000-01-01", "2030-01-01", "2010-01-01", "2020-01-01" },
  { "20XX~", 1, "1900-01-01", "2200-01-01", "2000-01-01", "2100-01-01" },
  /* What is all X says nothing, so the component before it is widened. */
  { "2004-XX~", 1, "2003-01-01", "2006-01-01", "2004-01-01", "2005-01-01" },
  { "1985-04-XX~", 1, "1985-03-01", "1985-06-01", "1985-04-01", "1985-05-01" },
  { "1985-XX-XX~", 1, "1984-01-01", "1987-01-01", "1985-01-01", "1986-01-01" },

  /* Level 2: a component, or all to the left of a mark */
  { "2004~-06-11", 2, "2003-06-11", "2005-06-12", "2004-06-11", "2004-06-12" },
  { "2004-06~-11", 2, "2004-05-11", "2004-07-12", "2004-06-11", "2004-06-12" },
  { "2004-~06-11", 2, "2004-05-11", "2004-07-12", "2004-06-11", "2004-06-12" },
  { "2004-%06-11", 2, "2004-05-11", "2004-07-12", "2004-06-11", "2004-06-12" },
  { "2004-06-~11", 2, "2004-06-10", "2004-06-13", "2004-06-11", "2004-06-12" },
  { "?2004-06-~11", 2, "2004-06-10", "2004-06-13", "2004-06-11", "2004-06-12" },
  { "2004?-06-~11", 2, "2004-06-10", "2004-06-13", "2004-06-11", "2004-06-12" },
  { "~2004-06-11", 2, "2003-06-11", "2005-06-12", "2004-06-11", "2004-06-12" },
  { "~2004-06-~11", 2, "2004-06-10", "2004-06-13", "2004-06-11", "2004-06-12" },
  { "2004~-06-11?", 2, "2003-06-11", "2005-06-12", "2004-06-11", "2004-06-12" },
  { "2004~-06", 2, "2003-06-01", "2005-07-01", "2004-06-01", "2004-07-01" },
  { "~2004", 2, "2003-01-01", "2006-01-01", "2004-01-01", "2005-01-01" },
  /* 31 January a month on is the end of February, a month back the end of December. */
  { "2025-~01-31", 2, "2024-12-31", "2025-03-01", "2025-01-31", "2025-02-01" },
  { "2004-~01-30", 2, "2003-12-30", "2004-03-01", "2004-01-30", "2004-01-31" },
  { "2025-~03-31", 2, "2025-02-28", "2025-05-01", "2025-03-31", "2025-04-01" },
  { "2024~-02-29", 2, "2023-02-28", "2025-03-01", "2024-02-29", "2024-03-01" },
  { "2001-~21", 2, "2000-12-01", "2001-09-01", "2001-03-01", "2001-06-01" },
  { "2001~-21", 2, "2000-03-01", "2002-06-01", "2001-03-01", "2001-06-01" },
  { "2001-29~", 2, "2001-06-01", "2002-03-01", "2001-09-01", "2001-12-01" },
  { "2001-34~", 2, "2001-01-01", "2001-10-01", "2001-04-01", "2001-07-01" },
  { "2001-38~", 2, "2001-01-01", "2002-01-01", "2001-05-01", "2001-09-01" },
  { "2001-41~", 2, "2001-01-01", "2002-07-01", "2001-07-01", "2002-01-01" },
  { "1950S2~", 2, "1800-01-01", "2100-01-01", "1900-01-01", "2000-01-01" },
  { "Y171010000S3~", 2, "+170000000-01-01", "+173000000-01-01", "+171000000-01-01", "+172000000-01-01" },
  { "Y-17E7~", 2, "-180000000-01-01", "-159999999-01-01", "-170000000-01-01", "-169999999-01-01" },
  { "Y17E7S9~", 2, "+169999999-01-01", "+170000002-01-01", "+170000000-01-01", "+170000001-01-01" },
  { "156X-12-25~", 2, "1560-12-24", "1569-12-27", "1560-12-25", "1569-12-26" },
  { "156X~-12-25", 2, "1550-12-25", "1579-12-26", "1560-12-25", "1569-12-26" },
  { "1XXX~", 2, "0000-01-01", "3000-01-01", "1000-01-01", "2000-01-01" },
};
/* clang-format on */

void
assert_instant (const char *text, const char *what, DlInstant instant, const char *expected)
{
  g_autofree char *actual = dl_instant_to_iso8601 (instant);

  if (actual == NULL)
    actual = g_strdup (instant.seconds < 0 ? "-" : "+");
  else if (g_str_has_suffix (actual, "T00:00:00Z"))
    actual[strlen (actual) - strlen ("T00:00:00Z")] = '\0';
  else
    actual[strlen (actual) - 1] = '\0';
  if (strcmp (actual, expected) != 0)
    g_test_fail_printf ("%s: %s is %s, expected %s", text, what, actual, expected);
}

static gboolean
same (DlInstant a, DlInstant b)
{
  return dl_instant_compare (a, b) == 0;
}

DlDate
parse_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *canonical = NULL;
  g_autofree char   *again = NULL;
  DlDate             date = { 0 };
  DlDate             from_canonical = { 0 };

  if (!dl_date_parse (text, -1, &date, &error))
    g_test_fail_printf ("%s: %s", text, error->message);
  if (dl_instant_compare (date.earliest_start, date.latest_start) > 0 ||
      dl_instant_compare (date.earliest_end, date.latest_end) > 0 ||
      dl_instant_compare (date.earliest_start, date.earliest_end) > 0 ||
      dl_instant_compare (date.latest_start, date.latest_end) > 0 ||
      dl_instant_compare (date.stated_start, date.stated_end) > 0)
    g_test_fail_printf ("%s: bounds are out of order", text);

  canonical = dl_date_canonical (text);
  g_assert_nonnull (canonical);
  again = dl_date_canonical (canonical);
  g_assert_cmpstr (canonical, ==, again);
  g_assert_true (dl_date_parse (canonical, -1, &from_canonical, NULL));
  if (!same (date.earliest_start, from_canonical.earliest_start) ||
      !same (date.latest_start, from_canonical.latest_start) ||
      !same (date.earliest_end, from_canonical.earliest_end) || !same (date.latest_end, from_canonical.latest_end) ||
      !same (date.stated_start, from_canonical.stated_start) || !same (date.stated_end, from_canonical.stated_end))
    g_test_fail_printf ("%s: other bounds than its canonical text %s", text, canonical);
  return date;
}

static void
test_singles (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      const Single *row = &singles[i];
      DlDate        date = parse_date (row->text);

      assert_instant (row->text, "ES", date.earliest_start, row->start);
      assert_instant (row->text, "EE", date.earliest_end, row->start);
      assert_instant (row->text, "LS", date.latest_start, row->end);
      assert_instant (row->text, "LE", date.latest_end, row->end);
      assert_instant (row->text, "stated start", date.stated_start, row->start);
      assert_instant (row->text, "stated end", date.stated_end, row->end);
      if (date.level != row->level)
        g_test_fail_printf ("%s: level %d, expected %d", row->text, date.level, row->level);
      g_assert_cmpuint (date.flags & (DL_DATE_APPROXIMATE | DL_DATE_INTERVAL), ==, 0);
      if (strchr (row->text, '?') != NULL)
        g_assert_cmpuint (date.flags & DL_DATE_UNCERTAIN, ==, DL_DATE_UNCERTAIN);
      else
        g_assert_cmpuint (date.flags & DL_DATE_UNCERTAIN, ==, 0);
      g_assert_cmpint ((date.flags & DL_DATE_UNSPECIFIED) != 0, ==, strchr (row->text, 'X') != NULL);
    }
}

static void
test_approximate (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (approximates); i++)
    {
      const Approximate *row = &approximates[i];
      DlDate             date = parse_date (row->text);

      assert_instant (row->text, "ES", date.earliest_start, row->start);
      assert_instant (row->text, "EE", date.earliest_end, row->start);
      assert_instant (row->text, "LS", date.latest_start, row->end);
      assert_instant (row->text, "LE", date.latest_end, row->end);
      assert_instant (row->text, "stated start", date.stated_start, row->stated_start);
      assert_instant (row->text, "stated end", date.stated_end, row->stated_end);
      if (date.level != row->level)
        g_test_fail_printf ("%s: level %d, expected %d", row->text, date.level, row->level);
      g_assert_cmpuint (date.flags & DL_DATE_APPROXIMATE, ==, DL_DATE_APPROXIMATE);
      if (strpbrk (row->text, "?%") != NULL)
        g_assert_cmpuint (date.flags & DL_DATE_UNCERTAIN, ==, DL_DATE_UNCERTAIN);
      else
        g_assert_cmpuint (date.flags & DL_DATE_UNCERTAIN, ==, 0);
    }
}

static void
test_precision (void)
{
  static const struct
  {
    const char *text;
    const char *precision;
  } rows[] = {
    { "2025-10-25T22:00:00.5", "fraction" },
    { "2025-10-25T22:00:00", "second" },
    { "2025-10-25T22:00", "minute" },
    { "2025-10-25T22", "hour" },
    { "2025-10-25", "day" },
    { "2025-10-25~", "day" },
    { "2025-10", "month" },
    { "2025-10-XX", "month" },
    { "2025-10-2X", "month" },
    { "2025-21", "season" },
    { "2025-31", "season" },
    { "2025-33", "quarter" },
    { "2025-38", "quadrimester" },
    { "2025-40", "semester" },
    { "2025", "year" },
    { "2025-XX", "year" },
    { "2025-XX-25", "year" },
    { "Y-170000002", "year" },
    { "Y-17E7", "year" },
    { "156X", "decade" },
    { "156X-12-25", "decade" },
    { "1950S3", "decade" },
    { "15XX", "century" },
    { "1950S2", "century" },
    { "1XXX", "millennium" },
    { "Y3388E2S3", "millennium" },
    { "[1667,1760-12]", "year" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlDate date = parse_date (rows[i].text);

      g_assert_cmpstr (dl_precision_to_string (date.start_precision), ==, rows[i].precision);
      g_assert_cmpint (date.start_precision, ==, date.end_precision);
    }
}

static void
test_flags (void)
{
  static const struct
  {
    const char *text;
    guint32     flags;
  } rows[] = {
    { "2025-10-25", 0 },
    { "2025-10-25T22:00:00", 0 },
    { "2025-10-25T22:00:00Z", DL_DATE_OFFSET_START | DL_DATE_OFFSET_END },
    { "2025-10-25T22:00:00+09:00", DL_DATE_OFFSET_START | DL_DATE_OFFSET_END },
    { "2025-10-25T22:00", DL_DATE_EXTENSION },
    { "2025-10-25T22", DL_DATE_EXTENSION },
    { "2025-10-25T22:00:00.5", DL_DATE_EXTENSION },
    { "2025-10-25T22:00:00-00:00", DL_DATE_EXTENSION | DL_DATE_OFFSET_START | DL_DATE_OFFSET_END },
    { "201X", DL_DATE_UNSPECIFIED },
    { "1950S2", 0 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmphex (parse_date (rows[i].text).flags, ==, rows[i].flags);
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } rows[] = {
    { "2025-10-25", "2025-10-25" },
    { "2025-10-25T22:00:00+09", "2025-10-25T22:00:00+09:00" },
    { "2025-10-25T22:00:00+00:00", "2025-10-25T22:00:00Z" },
    { "2025-10-25T22:00:00,50", "2025-10-25T22:00:00.50" },
    { "?2004-?06-?11", "2004-06-11?" },
    { "~2004-~06-11", "2004-06~-11" },
    { "2004~-06?", "%2004-?06" },
    { "?2004", "2004?" },
    { "2004-06-~11", "2004-06-~11" },
    { "1950S4", "1950" },
    { "-1859S5", "-1859" },
    { "Y-17E7", "Y-17E7" },
    { "{1960,..1961}", NULL },
    { "{..1960,1961-12..}", "{..1960,1961-12..}" },
    { "2004-06-~01/~2004", "2004-06-~01/2004~" },
    { "../2004", "../2004" },
    { "2004/", "2004/" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *canonical = dl_date_canonical (rows[i].text);

      g_assert_cmpstr (canonical, ==, rows[i].canonical);
    }
}

/* The short way of YYYY-MM-DDTHH:MM:SSZ takes what the whole reader takes, and
 * makes of it what that makes of the same moment with a full offset. */
static void
test_plain_moments (void)
{
  guint n_valid = 0;

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_test_rand_int_range (0, 10000),
                         g_test_rand_int_range (0, 14), g_test_rand_int_range (0, 33), g_test_rand_int_range (0, 26),
                         g_test_rand_int_range (0, 62), g_test_rand_int_range (0, 62));
      g_autofree char *longer = NULL;
      DlDate           plain, whole;
      DlEdtf           edtf;
      DlEdtfError      failure;
      gboolean         valid;

      if (i % 3 == 0)
        text[g_test_rand_int_range (0, 20)] = (char) g_test_rand_int_range (' ', 0x7f);
      valid = dl_date_parse (text, 20, &plain, NULL);
      if (strpbrk (text, "/,[{") == NULL)
        g_assert_cmpint (valid, ==, dl_edtf_parse (text, 20, &edtf, &failure));
      if (!valid || text[19] != 'Z' || strlen (text) != 20)
        continue;
      n_valid++;
      longer = g_strdup_printf ("%.19s+00:00", text);
      g_assert_true (dl_date_parse (longer, -1, &whole, NULL));
      g_assert_cmpint (dl_instant_compare (plain.earliest_start, whole.earliest_start), ==, 0);
      g_assert_cmpint (dl_instant_compare (plain.latest_start, whole.latest_start), ==, 0);
      g_assert_cmpint (dl_instant_compare (plain.earliest_end, whole.earliest_end), ==, 0);
      g_assert_cmpint (dl_instant_compare (plain.latest_end, whole.latest_end), ==, 0);
      g_assert_cmpint (dl_instant_compare (plain.stated_start, whole.stated_start), ==, 0);
      g_assert_cmpint (dl_instant_compare (plain.stated_end, whole.stated_end), ==, 0);
      g_assert_cmpuint (plain.flags, ==, whole.flags);
      g_assert_cmpuint (plain.start_precision, ==, whole.start_precision);
      g_assert_cmpuint (plain.end_precision, ==, whole.end_precision);
      g_assert_cmpuint (plain.level, ==, whole.level);
    }
  g_assert_cmpuint (n_valid, >, 50000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/edtf/singles", test_singles);
  g_test_add_func ("/time/edtf/approximate", test_approximate);
  g_test_add_func ("/time/edtf/precision", test_precision);
  g_test_add_func ("/time/edtf/flags", test_flags);
  g_test_add_func ("/time/edtf/canonical", test_canonical);
  g_test_add_func ("/time/edtf/intervals", test_intervals);
  g_test_add_func ("/time/edtf/interval-flags", test_interval_flags);
  g_test_add_func ("/time/edtf/sets", test_sets);
  g_test_add_func ("/time/edtf/invalid", test_invalid);
  g_test_add_func ("/time/edtf/invalid-long", test_invalid_long);
  g_test_add_func ("/time/edtf/plain-moments", test_plain_moments);
  g_test_add_func ("/time/edtf/not-terminated", test_not_terminated);
  return g_test_run ();
}
