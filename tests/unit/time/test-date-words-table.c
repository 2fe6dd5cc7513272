/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-date-words.h"

#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date.h"

enum
{
  NONE = DL_DATE_ANSWER_NONE,
  AMBIGUOUS = DL_DATE_ANSWER_AMBIGUOUS,
  NO_YEAR = DL_DATE_ANSWER_NO_YEAR,
  TODAY = DL_DATE_ANSWER_TODAY,
  IMPOSSIBLE = DL_DATE_ANSWER_IMPOSSIBLE,
  UNREAD = DL_DATE_ANSWER_UNREAD,
};

typedef struct
{
  const char *text;
  int         answer;
} BadRow;

/* As programs write. */
static const Row machine_rows[] = {
  { "~1850", "~1850", EDTF },
  { "1727-31", "1727-31", EDTF },
  { "1776-7-04 12:00:00", "1776-07-04T12:00:00", MACHINE },
  { "2014/3/20", "2014-03-20", MACHINE },
  { "Sat, 20 May 1961 00:00:00 -0600", "1961-05-20T00:00:00-06:00", MACHINE },
  { "Sat May 20 1961 00:00:00 GMT-0600", "1961-05-20T00:00:00-06:00", MACHINE },
  { "Sat May 20 1961 00:00:00 GMT-0600 (Central Standard Time)", "1961-05-20T00:00:00-06:00", MACHINE },
  { "20140320T120000Z", "2014-03-20T12:00:00Z", MACHINE },
  { "1334.11", "1334-11", MACHINE },
  { "2022-04", "2022-04", EDTF },
  { "1990.0", "1990", MACHINE },
  { "Mon, 1 Jan 2001 00:00:00 EST", "2001-01-01T00:00:00-05:00", MACHINE },
  { "1727-31?", "1727-31?", EDTF },
  { "0044-03-15", "0044-03-15", EDTF },
  { "2000.12.25", "2000-12-25", MACHINE },
  { "2000-1", "2000-01", MACHINE },
  { "2011,12,10", "2011-12-10", MACHINE },
  { "2011, 12, 10", "2011-12-10", MACHINE },
  { "1992,4", "1992-04", MACHINE },
  { "1992,04,05 10:30", "1992-04-05T10:30", MACHINE },
  { "2000/1/5", "2000-01-05", MACHINE },
  { "1999-12-31 23:59:59.999", "1999-12-31T23:59:59.999", MACHINE },
  { "1999-12-31 23:59", "1999-12-31T23:59", MACHINE },
  { "1999-12-31T23:59:59+0530", "1999-12-31T23:59:59+05:30", MACHINE },
  { "1999-12-31T23:59:59 +05:30", "1999-12-31T23:59:59+05:30", MACHINE },
  { "19991231T235959Z", "1999-12-31T23:59:59Z", MACHINE },
  { "19991231T2359", "1999-12-31T23:59", MACHINE },
  { "19991231", "1999-12-31", MACHINE },
  { "1999-12-31 9:05", "1999-12-31T09:05", MACHINE },
  { "31 Dec 1999 23:59:59 GMT", "1999-12-31T23:59:59Z", MACHINE },
  { "Dec 31, 1999 23:59:59.5 UTC", "1999-12-31T23:59:59.5Z", MACHINE },
  { "Fri, 31 Dec 1999 23:59:59 PST", "1999-12-31T23:59:59-08:00", MACHINE },
  { "Fri Dec 31 1999 23:59:59 GMT+0900 (Japan Standard Time)", "1999-12-31T23:59:59+09:00", MACHINE },
  { "1850?", "1850?", EDTF },
  { "2020-10-00", "2020-10", MACHINE },
  { "2020-00-00", "2020", MACHINE },
};

static const Row english_rows[] = {
  { "200 BC", "-0199", WORDS },
  { "1 AD", "0001", WORDS },
  { "44 BCE", "-0043", WORDS },
  { "427 BC", "-0426", WORDS },
  { "c. 1850", "1850~", WORDS },
  { "circa 1850", "1850~", WORDS },
  { "ca. 1850", "1850~", WORDS },
  { "ca 1850", "1850~", WORDS },
  { "about 1850", "1850~", WORDS },
  { "Spring 2019", "2019-21", WORDS },
  { "fall 2019", "2019-23", WORDS },
  { "Winter 2019-2020", "2019-24", WORDS },
  { "winter 2019/20", "2019-24", WORDS },
  { "winter 2019–20", "2019-24", WORDS },
  { "6th millennium BC", "-5XXX", WORDS },
  { "1960s", "196X", WORDS },
  { "the 1960s", "196X", WORDS },
  { "July 4, 1776", "1776-07-04", WORDS },
  { "4 July 1776", "1776-07-04", WORDS },
  { "Jul 1776", "1776-07", WORDS },
  { "July 1776", "1776-07", WORDS },
  { "October 2025", "2025-10", WORDS },
  { "1469 (55 years ago)", "1469", WORDS },
  { "Sat May 20 00:00:00 1961", "1961-05-20T00:00:00", WORDS },
  { "May 20, 1961 12:00 UTC", "1961-05-20T12:00Z", WORDS },
  { "May 20, 1961 5:30 PM", "1961-05-20T17:30", WORDS },
  { "Q3 2021", "2021-35", WORDS },
  { "2021 Q3", "2021-35", WORDS },
  { "third quarter of 2021", "2021-35", WORDS },
  { "H1 2020", "2020-40", WORDS },
  { "4.7.1776", "1776-07-04", WORDS },
  { "25/7/1776", "1776-07-25", WORDS },
  { "7/25/1776", "1776-07-25", WORDS },
  { "4/4/1776", "1776-04-04", WORDS },
  { "nineteenth century", "18XX", WORDS },
  { "4th of July 1776", "1776-07-04", WORDS },
  { "Thursday, July 4, 1776", "1776-07-04", WORDS },
  { "03/2022", "2022-03", WORDS },
  { "AD 30", "0030", WORDS },
  { "19th c.", "18XX", WORDS },
  { "19th c. BC", "-18XX", WORDS },
  { "[ca. 1850]", "1850~", WORDS },
  { "possibly 1850", "1850?", WORDS },
  { "1850 (?)", "1850?", WORDS },
  { "c. 1850?", "1850%", WORDS },
  { "20 May 1961 10:00 -0500", "1961-05-20T10:00-05:00", WORDS },
  { "10 AM October 25 2025", "2025-10-25T10:00", WORDS },
  { "25-Oct-2025", "2025-10-25", WORDS },
  { "2025/10/25 10:00 PM", "2025-10-25T22:00", WORDS },
  { "1,234 BC", "-1233", WORDS },
  { "1st half of 2020", "2020-40", WORDS },
  { "2nd quarter 1999", "1999-34", WORDS },
  { "15-3-0044", "0044-03-15", WORDS },
  { "Jan 1 2000 at 5pm", "2000-01-01T17:00", WORDS },
  { "1800’s", "18XX", WORDS },
  { "the year 1850", "1850", WORDS },
  { "in 1850", "1850", WORDS },
  { "1850 AD", "1850", WORDS },
  { "1850 A.D.", "1850", WORDS },
  { "c1850", "1850~", WORDS },
  { "c.1850", "1850~", WORDS },
  { "1850ca", "1850~", WORDS },
  { "9 January 1969", "1969-01-09", WORDS },
  { "may 2020?", "2020-05?", WORDS },
  { "first century", "00XX", WORDS },
  { "second millennium BC", "-1XXX", WORDS },
  { "10th millennium BC", "-9XXX", WORDS },
  { "1 January 2000", "2000-01-01", WORDS },
  { "1st January 2000", "2000-01-01", WORDS },
  { "Jan. 1, 2000", "2000-01-01", WORDS },
  { "January 1st, 2000", "2000-01-01", WORDS },
  { "2000 Jan 1", "2000-01-01", WORDS },
  { "2000, January 1", "2000-01-01", WORDS },
  { "Sat, Jan 1, 2000", "2000-01-01", WORDS },
  { "sept 1 2000", "2000-09-01", WORDS },
  { "1/Jan/2000", "2000-01-01", WORDS },
  { "01-JAN-2000", "2000-01-01", WORDS },
  { "01 JAN 2000", "2000-01-01", WORDS },
  { "JAN-2000", "2000-01", WORDS },
  { "12/2000", "2000-12", WORDS },
  { "12.2000", "2000-12", WORDS },
  { "2000. 12. 25.", "2000-12-25", WORDS },
  { "31/12/1999", "1999-12-31", WORDS },
  { "12/31/1999", "1999-12-31", WORDS },
  { "31-12-1999", "1999-12-31", WORDS },
  { "31.12.1999", "1999-12-31", WORDS },
  { "1.2.2000", "2000-02-01", WORDS },
  { "31 December 1999, 11:59 pm", "1999-12-31T23:59", WORDS },
  { "31 December 1999 12:00 am", "1999-12-31T00:00", WORDS },
  { "31 December 1999 12 pm", "1999-12-31T12:00", WORDS },
  { "31 December 1999 12:30 p.m.", "1999-12-31T12:30", WORDS },
  { "31 Dec 1999 23:59 +0900", "1999-12-31T23:59+09:00", WORDS },
  { "31 Dec 1999 23:59 UTC+9", "1999-12-31T23:59+09:00", WORDS },
  { "10000 BC", "-9999", WORDS },
  { "10,000 BCE", "-9999", WORDS },
  { "753 B.C.", "-0752", WORDS },
  { "753 B.C.E.", "-0752", WORDS },
  { "AD 1066", "1066", WORDS },
  { "A.D. 1066", "1066", WORDS },
  { "1066 C.E.", "1066", WORDS },
  { "BC 753", "-0752", WORDS },
  { "15 March 44 BC", "-0043-03-15", WORDS },
  { "March 44 BC", "-0043-03", WORDS },
  { "5th century", "04XX", WORDS },
  { "5th c. BC", "-04XX", WORDS },
  { "the 5th century B.C.", "-04XX", WORDS },
  { "18th century", "17XX", WORDS },
  { "Summer 1969", "1969-22", WORDS },
  { "summer of 1969", "1969-22", WORDS },
  { "autumn, 1969", "1969-23", WORDS },
  { "Winter 1969", "1969-24", WORDS },
  { "Q1 1999", "1999-33", WORDS },
  { "1999-Q1", "1999-33", WORDS },
  { "1999Q1", "1999-33", WORDS },
  { "4Q 1999", "1999-36", WORDS },
  { "H2 1999", "1999-41", WORDS },
  { "second half of 1999", "1999-41", WORDS },
  { "fourth quarter of 1999", "1999-36", WORDS },
  { "1850 ?", "1850?", WORDS },
  { "ca. May 1850", "1850-05~", WORDS },
  { "approximately 1850", "1850~", WORDS },
  { "approx. 1850", "1850~", WORDS },
  { "around 1850", "1850~", WORDS },
  { "probably 1850", "1850?", WORDS },
  { "May 1850?", "1850-05?", WORDS },
  { "1850s?", "185X?", WORDS },
  { "circa 1850s", "185X~", WORDS },
  { "circa 19th century", "18XX~", WORDS },
  { "18th century?", "17XX?", WORDS },
  { "3rd millennium BC", "-2XXX", WORDS },
  { "3rd millennium", "2XXX", WORDS },
  { "2000 years BC", "-1999", WORDS },
  { "October 25 800", "0800-10-25", WORDS },
};

/* Intervals, bounds, and times within which something was. */
static const Row interval_rows[] = {
  { "1st century BC", "[-0099..0000]", WORDS },
  { "late 19th century", "[1867~..1899]", WORDS },
  { "early 19th century", "[1800..1833~]", WORDS },
  { "mid 19th century", "[1834~..1866~]", WORDS },
  { "mid-19th century", "[1834~..1866~]", WORDS },
  { "1800s-present", "18XX/..", WORDS },
  { "10,000 BP", "[-8550..-7550]", WORDS },
  { "2000 BP", "[-0055..-0045]", WORDS },
  { "5.3 kya", "[-3400..-3300]", WORDS },
  { "1727–31", "1727/1731", WORDS },
  { "1914-18", "1914/1918", WORDS },
  { "1720–25?", "1720?/1725?", WORDS },
  { "1914-1918", "1914/1918", WORDS },
  { "before 1900", "[..1899]", WORDS },
  { "after 1900", "[1901..]", WORDS },
  { "1900 to 1910", "1900/1910", WORDS },
  { "from 1900 until 1910", "1900/1910", WORDS },
  { "between 1900 and 1910", "[1900..1910]", WORDS },
  { "June–August 2004", "2004-06/2004-08", WORDS },
  { "Jan-Mar 2004", "2004-01/2004-03", WORDS },
  { "3–5 June 2004", "2004-06-03/2004-06-05", WORDS },
  { "July 4–6, 1776", "1776-07-04/1776-07-06", WORDS },
  { "28 Sept – 3 Oct 1990", "1990-09-28/1990-10-03", WORDS },
  { "28 Sept - 3 Oct 1990", "1990-09-28/1990-10-03", WORDS },
  { "1899–1902", "1899/1902", WORDS },
  { "60–44 BC", "-0059/-0043", WORDS },
  { "44 BC to AD 14", "-0043/0014", WORDS },
  { "500-400 BC", "-0499/-0399", WORDS },
  { "18th–19th centuries", "17XX/18XX", WORDS },
  { "18th-19th century", "17XX/18XX", WORDS },
  { "3rd–2nd century BC", "-02XX/-01XX", WORDS },
  { "1960s–70s", "196X/197X", WORDS },
  { "1990s–2000s", "199X/200X", WORDS },
  { "10,000–9856 BC", "-9999/-9855", WORDS },
  { "12,000–10,000 BC", "Y-11999/-9999", WORDS },
  { "late 2000s", "[2007~..2009]", WORDS },
  { "1800s–1900s", "18XX/19XX", WORDS },
  { "1960s-1970s", "196X/197X", WORDS },
  { "since 1900", "1900/..", WORDS },
  { "1900-", "1900/..", WORDS },
  { "1950–", "1950/..", WORDS },
  { "until 1900", "../1900", WORDS },
  { "first half of the 19th century", "[1800..1849]", WORDS },
  { "last quarter of the 19th century", "[1875..1899]", WORDS },
  { "25 October 2025, 22:00–23:30 (UTC+8)", "2025-10-25T22:00+08:00/2025-10-25T23:30+08:00", WORDS },
  { "25 October 2025, 22:00-23:30", "2025-10-25T22:00/2025-10-25T23:30", WORDS },
  { "circa 1850–1860", "1850~/1860~", WORDS },
  { "c. 1850 – c. 1860", "1850~/1860~", WORDS },
  { "1850–1860?", "1850?/1860?", WORDS },
  { "post-1945", "[1946..]", WORDS },
  { "pre-1900", "[..1899]", WORDS },
  { "by 1900", "[..1900]", WORDS },
  { "1900 or earlier", "[..1900]", WORDS },
  { "from 1900, end unknown", "1900/", WORDS },
  { "start unknown, until 1900", "/1900", WORDS },
  { "early 2019", "[2019-01..2019-04~]", WORDS },
  { "late October 2025", "[2025-10-21..2025-10-31]", WORDS },
  { "mid-1960s", "[1964~..1966~]", WORDS },
  { "late 1960s – early 1970s", "1967~/1973~", WORDS },
  { "late 18th to early 19th century", "1767~/1833~", WORDS },
  { "from the 1960s to the 1980s", "196X/198X", WORDS },
  { "1914–present", "1914/..", WORDS },
  { "Oct 2025 – now", "2025-10/..", WORDS },
  { "2014-03-20T12:00:00Z to 2014-03-21T12:00:00Z", "2014-03-20T12:00:00Z/2014-03-21T12:00:00Z", WORDS },
  { "after 1945-08-15", "[1945-08-16..]", WORDS },
  { "early 1st century BC", "[-0099..-0066~]", WORDS },
  { "1st century BC – 1st century AD", "-00XX/00XX", WORDS },
  { "before 44 BC", "[..-0044]", WORDS },
  { "after 1 BC", "[0001..]", WORDS },
  { "before the 1960s", "[..1959]", WORDS },
  { "after the 19th century", "[1900..]", WORDS },
  { "before c. 1850", "[..1849~]", WORDS },
  { "5 BC – 10 AD", "-0004/0010", WORDS },
  { "AD 79–100", "0079/0100", WORDS },
  { "4 July 1776 – 6", "1776-07-04/1776-07-06", WORDS },
  { "July 4 – August 2, 1776", "1776-07-04/1776-08-02", WORDS },
  { "2019 – spring 2020", "2019/2020-21", WORDS },
  { "spring–summer 2019", "2019-21/2019-22", WORDS },
  { "1900-1910?", "1900?/1910?", WORDS },
  { "~1914–1918", "1914~/1918~", WORDS },
  { "1914–~1918", "1914/1918~", WORDS },
  { "after c. 1850", "[1851~..]", WORDS },
  { "1850s-60s", "185X/186X", WORDS },
  { "1850s–1860s", "185X/186X", WORDS },
  { "1st millennium BC", "[-0999..0000]", WORDS },
  { "10 000 years ago", "[-8550..-7550]", WORDS },
  { "11,700 years ago", "[-9800..-9700]", WORDS },
  { "17th–18th century", "16XX/17XX", WORDS },
  { "2nd half of the 19th century", "[1850..1899]", WORDS },
  { "first quarter of the 20th century", "[1900..1924]", WORDS },
  { "mid 20th century", "[1934~..1966~]", WORDS },
  { "late 3rd century BC", "[-0232~..-0200]", WORDS },
  { "early 1800s", "[1800..1833~]", WORDS },
  { "late 1990s", "[1997~..1999]", WORDS },
  { "mid-1700s", "[1734~..1766~]", WORDS },
  { "early May 2020", "[2020-05-01..2020-05-10]", WORDS },
  { "mid-May 2020", "[2020-05-11..2020-05-20]", WORDS },
  { "late 2020", "[2020-09~..2020-12]", WORDS },
  { "Spring 2019 – Autumn 2019", "2019-21/2019-23", WORDS },
  { "Spring–Autumn 2019", "2019-21/2019-23", WORDS },
  { "before 4 July 1776", "[..1776-07-03]", WORDS },
  { "after 4 July 1776", "[1776-07-05..]", WORDS },
  { "before July 1776", "[..1776-06]", WORDS },
  { "after July 1776", "[1776-08..]", WORDS },
  { "before 500 BC", "[..-0500]", WORDS },
  { "after 500 BC", "[-0498..]", WORDS },
  { "prior to 1900", "[..1899]", WORDS },
  { "not before 1900", "[1900..]", WORDS },
  { "no later than 1900", "[..1900]", WORDS },
  { "before the 19th century", "[..1799]", WORDS },
  { "since the 1960s", "196X/..", WORDS },
  { "since 4 July 1776", "1776-07-04/..", WORDS },
  { "until July 1776", "../1776-07", WORDS },
  { "from 1914 to 1918", "1914/1918", WORDS },
  { "from 1914", "1914/..", WORDS },
  { "1914 onwards", "1914/..", WORDS },
  { "1914 – ongoing", "1914/..", WORDS },
  { "1914 to present", "1914/..", WORDS },
  { "1914-present", "1914/..", WORDS },
  { "1914 – today", "1914/..", WORDS },
  { "1914 through 1918", "1914/1918", WORDS },
  { "1914 till 1918", "1914/1918", WORDS },
  { "between 1914 and 1918", "[1914..1918]", WORDS },
  { "between June 1914 and May 1915", "[1914-06..1915-05]", WORDS },
  { "between 300 and 200 BC", "[-0299..-0199]", WORDS },
  { "1914 – 1918", "1914/1918", WORDS },
  { "1914—1918", "1914/1918", WORDS },
  { "1914 - 1918", "1914/1918", WORDS },
  { "1914–18", "1914/1918", WORDS },
  { "1914–8", "1914/1918", WORDS },
  { "1998-2003", "1998/2003", WORDS },
  { "1 – 3 May 2004", "2004-05-01/2004-05-03", WORDS },
  { "1-3 May 2004", "2004-05-01/2004-05-03", WORDS },
  { "May 1–3, 2004", "2004-05-01/2004-05-03", WORDS },
  { "May 1-3, 2004", "2004-05-01/2004-05-03", WORDS },
  { "30 May – 2 June 2004", "2004-05-30/2004-06-02", WORDS },
  { "30 May - 2 June, 2004", "2004-05-30/2004-06-02", WORDS },
  { "May 30 – June 2, 2004", "2004-05-30/2004-06-02", WORDS },
  { "30 May 2004 – 2 June 2004", "2004-05-30/2004-06-02", WORDS },
  { "30 Dec 2003 – 2 Jan 2004", "2003-12-30/2004-01-02", WORDS },
  { "2004-05-30 - 2004-06-02", "2004-05-30/2004-06-02", WORDS },
  { "2004-05-30 to 2004-06-02", "2004-05-30/2004-06-02", WORDS },
  { "2004/05/30 - 2004/06/02", "2004-05-30/2004-06-02", WORDS },
  { "30/05/2004 - 02/06/2004", "2004-05-30/2004-06-02", WORDS },
  { "May–June 2004", "2004-05/2004-06", WORDS },
  { "May - June 2004", "2004-05/2004-06", WORDS },
  { "May 2004 – June 2005", "2004-05/2005-06", WORDS },
  { "May 2004 to June 2005", "2004-05/2005-06", WORDS },
  { "44 BC – AD 14", "-0043/0014", WORDS },
  { "44 BC–14 AD", "-0043/0014", WORDS },
  { "44 BC – 100", "-0043/0100", WORDS },
  { "300–200 BC", "-0299/-0199", WORDS },
  { "AD 100–200", "0100/0200", WORDS },
  { "100–200 AD", "0100/0200", WORDS },
  { "c. 300 – c. 200 BC", "-0299~/-0199~", WORDS },
  { "c.1850–c.1860", "1850~/1860~", WORDS },
  { "1850–60?", "1850?/1860?", WORDS },
  { "1850?–1860", "1850?/1860", WORDS },
  { "02/06/2004 - 30/06/2004", "2004-06-02/2004-06-30", WORDS },
  { "1850 or 1851", "[1850,1851]", WORDS },
  { "1 or 2 May 2020", "[2020-05-01,2020-05-02]", WORDS },
  { "Q1–Q2 1999", "1999-33/1999-34", WORDS },
};

static const Row deep_rows[] = {
  { "13.7 Ga", "Y-137E8~", WORDS },
  { "279 kya", "Y-277E3~", WORDS },
  { "2.3 Mya", "Y-23E5~", WORDS },
  { "12,000 years ago", "Y-10E3~", WORDS },
  { "66 million years ago", "Y-66E6~", WORDS },
  { "12,000 BC", "Y-11999", WORDS },
  { "2.3 million years ago", "Y-23E5~", WORDS },
  { "20 000 BC", "Y-19999", WORDS },
  { "4.54 billion years ago", "Y-454E7~", WORDS },
  { "4.6 Gya", "Y-46E8~", WORDS },
  { "65 Ma", "Y-65E6~", WORDS },
  { "66 mya", "Y-66E6~", WORDS },
  { "66.0 Ma", "Y-660E5~", WORDS },
  { "300 ka", "Y-30E4~", WORDS },
  { "1.9 Myr ago", "Y-19E5~", WORDS },
  { "541 million years BC", "Y-541E6~", WORDS },
  { "about 2.5 million years ago", "Y-25E5~", WORDS },
  { "1000000000 BC", "Y-999999999", WORDS },
  { "66.0 million BC", "Y-660E5~", WORDS },
  { "13.80 billion years ago", "Y-1380E7~", WORDS },
  { "1 000 000 years ago", "Y-10E5~", WORDS },
};

static const Row east_asian_rows[] = {
  { "2025〜2026年冬", "2025-24", WORDS },
  { "2026年春", "2026-21", WORDS },
  { "1334年11月", "1334-11", WORDS },
  { "1334年11月3日", "1334-11-03", WORDS },
  { "1334년 11월 3일", "1334-11-03", WORDS },
  { "기원전 44년", "-0043", WORDS },
  { "紀元前60〜44年", "-0059/-0043", WORDS },
  { "1900年以前", "[..1900]", WORDS },
  { "1900年から1910年まで", "1900/1910", WORDS },
  { "1900年から1910年の間", "[1900..1910]", WORDS },
  { "1900년부터 1910년까지", "1900/1910", WORDS },
  { "2004~2006년", "2004/2006", WORDS },
  { "19世紀前半", "[1800..1849]", WORDS },
  { "19世紀末", "[1867~..1899]", WORDS },
  { "1960年代初頭", "[1960..1963~]", WORDS },
  { "2025年10月上旬", "[2025-10-01..2025-10-10]", WORDS },
  { "2025年10月21日〜25日", "2025-10-21/2025-10-25", WORDS },
  { "2025年10月28日〜11月2日", "2025-10-28/2025-11-02", WORDS },
  { "2025年10月21日(火)〜25日(土)", "2025-10-21/2025-10-25", WORDS },
  { "2025年10月25日 22時30分", "2025-10-25T22:30", WORDS },
  { "1900〜1910年の間", "[1900..1910]", WORDS },
  { "19세기 초", "[1800..1833~]", WORDS },
  { "1960년대 후반", "[1965..1969]", WORDS },
  { "19世紀半ば", "[1834~..1866~]", WORDS },
  { "2025年第3四半期", "2025-35", WORDS },
  { "2025年上半期", "2025-40", WORDS },
  { "2025년 3분기", "2025-35", WORDS },
  { "1999年12月31日 23:59", "1999-12-31T23:59", WORDS },
  { "1999年12月31日23時59分", "1999-12-31T23:59", WORDS },
  { "1999년 12월 31일 23시 59분", "1999-12-31T23:59", WORDS },
  { "1999年12月31日(金)", "1999-12-31", WORDS },
  { "1999년 12월 31일 (금)", "1999-12-31", WORDS },
  { "紀元前1世紀", "[-0099..0000]", WORDS },
  { "기원전 1세기", "[-0099..0000]", WORDS },
  { "紀元前6千年紀", "-5XXX", WORDS },
  { "5世紀ごろ", "04XX~", WORDS },
  { "約1850年", "1850~", WORDS },
  { "1850年頃", "1850~", WORDS },
  { "1850년경", "1850~", WORDS },
  { "약 1850년", "1850~", WORDS },
  { "前221年", "-0220", WORDS },
  { "公元前221年", "-0220", WORDS },
  { "公元1850年", "1850", WORDS },
  { "西暦30年", "0030", WORDS },
  { "서기 30년", "0030", WORDS },
  { "1950年代", "195X", WORDS },
  { "1950년대", "195X", WORDS },
  { "1980年代後半", "[1985..1989]", WORDS },
  { "20世紀初頭", "[1900..1933~]", WORDS },
  { "20世紀末", "[1967~..1999]", WORDS },
  { "20세기 중반", "[1934~..1966~]", WORDS },
  { "1945年8月中旬", "[1945-08-11..1945-08-20]", WORDS },
  { "1945年春", "1945-21", WORDS },
  { "1945년 봄", "1945-21", WORDS },
  { "1945年以降", "[1945..]", WORDS },
  { "1945년 이후", "[1945..]", WORDS },
  { "1945년 이전", "[..1945]", WORDS },
  { "1945年まで", "../1945", WORDS },
  { "1945年から", "1945/..", WORDS },
  { "1945년부터", "1945/..", WORDS },
  { "1945년까지", "../1945", WORDS },
  { "1939年〜1945年", "1939/1945", WORDS },
  { "1939年から1945年", "1939/1945", WORDS },
  { "1939~1945년", "1939/1945", WORDS },
  { "1939年9月1日〜1945年9月2日", "1939-09-01/1945-09-02", WORDS },
  { "1939년 9월 1일~1945년 9월 2일", "1939-09-01/1945-09-02", WORDS },
  { "6600万年前", "Y-66E6~", WORDS },
  { "6600만 년 전", "Y-66E6~", WORDS },
  { "138億年前", "Y-138E8~", WORDS },
};

static const BadRow bad_rows[] = {
  { "6th millennium", UNREAD },
  { "2000 years ago", TODAY },
  { "27-01-01", UNREAD },
  { "n.d.", NONE },
  { "unknown", NONE },
  { "-", NONE },
  { "?", NONE },
  { "", NONE },
  { "4/7/1776", AMBIGUOUS },
  { "today", TODAY },
  { "October 25", NO_YEAR },
  { "2025-13", IMPOSSIBLE },
  { "1918–1914", IMPOSSIBLE },
  { "43831", UNREAD },
  { "1764238518059", UNREAD },
  { "due", UNREAD },
  { "TBD", NONE },
  { "Friday, July 4, 1776", IMPOSSIBLE },
  { "1850.5", UNREAD },
  { "now", TODAY },
  { "0", UNREAD },
  { "c. 30", UNREAD },
  { "June 2004 (year uncertain)", UNREAD },
  { "until the present", UNREAD },
  { "5 BC - 10", UNREAD },
  { "79–100", UNREAD },
  { "44/03/15", UNREAD },
  { "noon", UNREAD },
  { "3 Jan", NO_YEAR },
  { "May", NO_YEAR },
  { "Jan '00", UNREAD },
  { "Jan 00", IMPOSSIBLE },
  { "31.4.2000", IMPOSSIBLE },
  { "29 February 1900", IMPOSSIBLE },
  { "30 Feb 2000", IMPOSSIBLE },
  { "13/13/2000", IMPOSSIBLE },
  { "0/1/2000", IMPOSSIBLE },
  { "199912", UNREAD },
  { "昭和20年", UNREAD },
  { "9月1日", NO_YEAR },
  { "9월 1일", NO_YEAR },
  { "不明", NONE },
  { "미상", NONE },
  { "100 years ago", TODAY },
  { "3 days ago", UNREAD },
  { "last year", UNREAD },
  { "tomorrow", TODAY },
  { "0 AD", IMPOSSIBLE },
  { "Ides of March", UNREAD },
  { "12th and 13th centuries", UNREAD },
  { "early-to-mid 1990s", UNREAD },
  { "turn of the century", UNREAD },
  { "end of 2020", UNREAD },
  { "1899–00", UNREAD },
  { "500 BC – 100", UNREAD },
  { "200–300 BC", IMPOSSIBLE },
  { "?"
    "??",
    NONE },
  { "tbd", NONE },
  { "N/A", NONE },
  { "null", NONE },
  { "none", NONE },
  { "undated", NONE },
  { "1850 and 1860", UNREAD },
  { "hello", UNREAD },
  { "1850 hello", UNREAD },
  { "1850 1860", UNREAD },
  { "12:00", UNREAD },
  { "Monday", UNREAD },
  { "5 May", NO_YEAR },
  { "May 5th", NO_YEAR },
  { "5/5", UNREAD },
  { "5/5/05", UNREAD },
  { "05-05-05", UNREAD },
  { "2020-02-30", IMPOSSIBLE },
  { "2020-00-10", IMPOSSIBLE },
  { "1234567", UNREAD },
  { "12345", UNREAD },
  { "1850.25", UNREAD },
  { "99999999999999999999", UNREAD },
  { "4th millennium", UNREAD },
  { "02/06/2004 - 03/06/2004", AMBIGUOUS },
};

void
check_date_words (const Row *rows, gsize n_rows, const DlDateWordsContext *context)
{
  gsize i;

  for (i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      DlDateWordsFound   found;
      g_autofree char   *edtf = dl_date_words_to_edtf (rows[i].text, context, &found, &error);
      DlDate             date;

      if (edtf == NULL || strcmp (edtf, rows[i].edtf) != 0)
        g_test_fail_printf ("“%s”: %s is not %s", rows[i].text, edtf != NULL ? edtf : error->message, rows[i].edtf);
      else if (found.form != (DlDateForm) rows[i].form || found.answer != DL_DATE_ANSWER_READ)
        g_test_fail_printf ("“%s”: form %d", rows[i].text, found.form);
      else if (!dl_date_parse (edtf, -1, &date, NULL))
        g_test_fail_printf ("“%s”: %s is no date", rows[i].text, edtf);
    }
}

static void
test_machine (void)
{
  check_date_words (machine_rows, G_N_ELEMENTS (machine_rows), NULL);
}

static void
test_english (void)
{
  check_date_words (english_rows, G_N_ELEMENTS (english_rows), NULL);
}

static void
test_intervals (void)
{
  check_date_words (interval_rows, G_N_ELEMENTS (interval_rows), NULL);
}

static void
test_deep_time (void)
{
  check_date_words (deep_rows, G_N_ELEMENTS (deep_rows), NULL);
}

static void
test_east_asian (void)
{
  check_date_words (east_asian_rows, G_N_ELEMENTS (east_asian_rows), NULL);
}

/* What is not clear is an error that names the text, or what is wrong with it. */
static void
test_errors (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DlDateWordsFound   found;
      g_autofree char   *edtf = dl_date_words_to_edtf (bad_rows[i].text, NULL, &found, &error);

      if (edtf != NULL)
        {
          g_test_fail_printf ("“%s” is read as %s", bad_rows[i].text, edtf);
          continue;
        }
      g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      if (found.answer != (DlDateAnswer) bad_rows[i].answer)
        g_test_fail_printf ("“%s”: answer %d (%s) is not %d", bad_rows[i].text, found.answer, error->message,
                            bad_rows[i].answer);
      if (found.answer != DL_DATE_ANSWER_IMPOSSIBLE && found.answer != DL_DATE_ANSWER_NONE &&
          strstr (error->message, "alone") == NULL && g_getenv ("DATELINE_LOCALEDIR") == NULL &&
          strstr (error->message, bad_rows[i].text) == NULL)
        g_test_fail_printf ("“%s” is not named in “%s”", bad_rows[i].text, error->message);
    }
}

void
add_date_words_tables (void)
{
  g_test_add_func ("/time/date-words/machine", test_machine);
  g_test_add_func ("/time/date-words/english", test_english);
  g_test_add_func ("/time/date-words/intervals", test_intervals);
  g_test_add_func ("/time/date-words/deep-time", test_deep_time);
  g_test_add_func ("/time/date-words/east-asian", test_east_asian);
  g_test_add_func ("/time/date-words/errors", test_errors);
}
