/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of one date or two: what parts them. */
#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-date-words-slice.h"
#include "time/dl-date.h"
#include "time/dl-edtf-make.h"
#include "time/dl-words-parts.h"

static char *read_slice (DlReading *reading, DlWordsSlice slice);

/* Whether the end is the present: "1960s – present", and in an interval "now". */
static gboolean
is_present (const DlWordsSlice *slice)
{
  return slice->n == 1 && (dl_words_slice_first_code (slice) == 'p' || dl_words_slice_first_code (slice) == 'N' ||
                           (dl_words_slice_first_code (slice) == 't' && slice->tokens[0].value == 0));
}

/* Bounds: "1850 to before 1900", "after 1850 and before 1900" */

static gboolean
is_bound (char code)
{
  return code == 'B' || code == 'E' || code == 'r';
}

static gboolean
has_code (const DlWordsSlice *slice, const char *codes)
{
  for (int i = 0; i < slice->n; i++)
    if (strchr (codes, slice->tokens[i].code) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_bounded (const DlWordsSlice *slice)
{
  char first = dl_words_slice_first_code (slice);
  char last = dl_words_slice_last_code (slice);

  return slice->n > 1 && (is_bound (first) || is_bound (last));
}

/* "between 1850 and 1860" */
static gboolean
is_between (const DlWordsSlice *slice)
{
  return (dl_words_slice_first_code (slice) == 'w' || dl_words_slice_last_code (slice) == 'w') && has_code (slice, "&");
}

/* Where the other of two bounds begins: "after 1850 and before 1900", 1850年以降1900年以前; or -1. What
 * stands before its date needs more than that between the two: "before 1850 or after 1900". */
static int
find_second_bound (const DlWordsSlice *slice)
{
  gboolean before = is_bound (dl_words_slice_first_code (slice));

  if (!before && !is_bound (dl_words_slice_last_code (slice)))
    return -1;
  for (int i = 1; i < slice->n - 1; i++)
    if (is_bound (slice->tokens[i].code))
      return !before ? i + 1 : strchr (",&", slice->tokens[i - 1].code) != NULL ? i : -1;
  return -1;
}

static char *
fail_turned_round (DlReading *reading)
{
  g_autofree char *shown = dl_reading_shown_text (reading);

  dl_reading_fail (reading, DL_DATE_ANSWER_IMPOSSIBLE,
                   dl_words_fill (_ ("“{text}” ends before it begins."), "text", shown, NULL));
  return NULL;
}

/* What lies between "[1851..]" and "[..1899]". */
static char *
make_between (DlReading *reading, const char *lower, const char *upper)
{
  g_autofree char *set = g_strdup_printf ("%.*s%s", (int) strlen (lower) - 1, lower, upper + strlen ("[.."));
  DlDate           date;

  return dl_date_parse (set, -1, &date, NULL) ? g_steal_pointer (&set) : fail_turned_round (reading);
}

static gboolean
is_lower (const char *edtf)
{
  return *edtf == '[' && g_str_has_suffix (edtf, "..]");
}

static gboolean
is_upper (const char *edtf)
{
  return g_str_has_prefix (edtf, "[..");
}

/* What is between two bounds, whichever comes first. */
static char *
between_bounds (DlReading *reading, const DlWordsSlice *slice, int at)
{
  DlWordsSlice     first = { slice->tokens, at };
  DlWordsSlice     second = { slice->tokens + at, slice->n - at };
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  while (first.n > 0 && strchr (",&", dl_words_slice_last_code (&first)) != NULL)
    dl_words_slice_drop_last (&first);
  while (second.n > 0 && strchr (",&", dl_words_slice_first_code (&second)) != NULL)
    dl_words_slice_drop_first (&second);
  one = dl_reading_one_date (reading, first);
  other = one != NULL ? dl_reading_one_date (reading, second) : NULL;
  if (other == NULL)
    return NULL;
  if (is_lower (one) && is_upper (other))
    return make_between (reading, one, other);
  if (is_upper (one) && is_lower (other))
    return make_between (reading, other, one);
  dl_reading_fail_unread (reading);
  return NULL;
}

/* One side of an interval as EDTF; ".." where there is none. */
static char *
read_side (DlReading *reading, const DlWordsSlice *slice)
{
  g_autofree char *edtf = NULL;

  if (slice->n == 0 || is_present (slice))
    return g_strdup ("..");
  edtf = is_between (slice) ? read_slice (reading, *slice) : dl_reading_one_date (reading, *slice);
  if (edtf == NULL || strchr (edtf, '/') == NULL)
    return g_steal_pointer (&edtf);
  dl_reading_fail_unread (reading);
  return NULL;
}

/* An interval of which a side at least says no more than a bound. */
static char *
join_bounded (DlReading *reading, const DlWordsSlice *start, const DlWordsSlice *end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *shown = NULL;
  DlDate           first;
  DlDate           last;

  /* "before 300 to 200 BC" */
  if (start->n > 0 && end->n > 0 && !is_present (end) && has_code (start, "ab") != has_code (end, "ab"))
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  from = read_side (reading, start);
  to = from != NULL ? read_side (reading, end) : NULL;
  if (to == NULL)
    return NULL;
  if (dl_date_parse (from, -1, &first, NULL) && dl_date_parse (to, -1, &last, NULL) &&
      dl_instant_compare (last.latest_end, first.earliest_start) <= 0)
    return fail_turned_round (reading);
  /* All of it is between them. */
  if (is_lower (from) && is_upper (to))
    return make_between (reading, from, to);
  /* What begins after 1850 and lasts until 1900 does not begin in that year. */
  if (is_lower (from) && strpbrk (to, "[.") == NULL)
    {
      g_autofree char *before = dl_edtf_before (to);
      g_autofree char *set = g_strdup_printf ("%.*s%s]", (int) strlen (from) - 1, from, before);

      if (dl_date_parse (set, -1, &first, NULL))
        {
          g_free (from);
          from = g_steal_pointer (&set);
        }
    }
  interval = dl_edtf_make_interval (from, to, NULL);
  if (strchr (interval, '/') != NULL)
    return g_steal_pointer (&interval);
  shown = dl_reading_shown_text (reading);
  dl_reading_fail (reading, DL_DATE_ANSWER_UNREAD,
                   /* Translators: {text} is as it stands in a file, “from before 1850”. */
                   dl_words_fill (_ ("“{text}” bounds its start or its end on one side only; a date needs the other "
                                     "side, too."),
                                  "text", shown, NULL));
  return NULL;
}

/* Without "from" and "until" around it. */
static void
strip_side (DlWordsSlice *side, char code)
{
  if (side->n > 1 && dl_words_slice_first_code (side) == code)
    dl_words_slice_drop_first (side);
  if (side->n > 1 && dl_words_slice_last_code (side) == code)
    dl_words_slice_drop_last (side);
}

/* "?", "unknown": that side is there, but nobody knows when. @which: -1 of the start, 1 of the end; what
 * says which it is need not stand there: 1490年まで(開始時期は不明). "(uncertain)" is a doubt about the date. */
static gboolean
is_unknown (const DlWordsSlice *side, int which)
{
  for (int i = 0; i < side->n; i++)
    {
      const DlWordsToken *token = &side->tokens[i];

      if (token->code != 'u' && !(token->code == '?' && token->value == 1) &&
          !(token->code == 'V' && token->value == which))
        return FALSE;
    }
  return side->n > 0;
}

/* Whether token @at, which belongs to the date before it, has only a doubt behind it: 1490年から? */
static gboolean
ends_doubtful (const DlWordsSlice *slice, int at)
{
  return strchr ("UF", slice->tokens[at].code) != NULL && strchr ("JOT", slice->tokens[at - 1].code) != NULL &&
         slice->tokens[at + 1].code == '?';
}

/* Whether the hyphen at @at joins the parts of one date: "1490-05-?" is a month whose day is not known. */
static gboolean
joins_parts (const DlWordsSlice *start, const DlWordsSlice *end)
{
  return is_unknown (end, 1) ? has_code (start, "-") : has_code (end, "-") && end->tokens[0].digits != 4;
}

/* Whether the sign "~" at @at parts two dates, and does not say that one is approximate: "1490~?" */
static gboolean
parts_dates (const DlWordsSlice *slice, int at)
{
  return slice->tokens[at].value == 1 &&
         (strchr ("?u", slice->tokens[0].code) != NULL || slice->tokens[at - 1].code != 'n' ||
          slice->tokens[at + 1].code != '?' || (slice->tokens[at].spaced && slice->tokens[at + 1].spaced));
}

/* "?–1490", "1490 to unknown", 1490年〜不明: an interval of which one side is not known.
 * @found: (out): whether it is such */
static char *
read_unknown_side (DlReading *reading, const DlWordsSlice *slice, gboolean *found)
{
  *found = TRUE;
  for (int i = 1; i < slice->n - 1; i++)
    {
      DlWordsSlice start = { slice->tokens, i };
      DlWordsSlice end = { slice->tokens + i + 1, slice->n - i - 1 };
      char         code = slice->tokens[i].code;

      if (strchr (">U=F-~", code) == NULL || ends_doubtful (slice, i))
        continue;
      /* から 〜 */
      if (code == 'F' && strchr (">=~", dl_words_slice_first_code (&end)) != NULL)
        end = (DlWordsSlice){ end.tokens + 1, end.n - 1 };
      strip_side (&start, 'F');
      strip_side (&end, 'U');
      if ((!is_unknown (&start, -1) && !is_unknown (&end, 1)) || start.n == 0 || end.n == 0 ||
          (code == '-' && joins_parts (&start, &end)) || (code == '~' && !parts_dates (slice, i)))
        continue;
      if (!is_unknown (&start, -1))
        return dl_reading_surrounded (reading, &start, "", "/");
      if (!is_unknown (&end, 1))
        return dl_reading_surrounded (reading, &end, "/", "");
      dl_reading_fail (reading, DL_DATE_ANSWER_UNKNOWN, NULL);
      return NULL;
    }
  *found = FALSE;
  return NULL;
}

/* Dates of which one at least is only a bound. @found: (out): whether they are such */
static char *
read_bounds (DlReading *reading, const DlWordsSlice *slice, gboolean *found)
{
  int i;

  *found = TRUE;
  for (i = 0; i < slice->n; i++)
    {
      DlWordsSlice start = { slice->tokens, i };
      DlWordsSlice end = { slice->tokens + i + 1, slice->n - i - 1 };

      if (strchr (">U=F", slice->tokens[i].code) == NULL)
        continue;
      /* から 〜 */
      if (end.n > 0 && strchr (">=", dl_words_slice_first_code (&end)) != NULL)
        dl_words_slice_drop_first (&end);
      strip_side (&start, 'F');
      strip_side (&end, 'U');
      if ((start.n == 0 && slice->tokens[i].code == 'F') || (end.n == 0 && slice->tokens[i].code == 'U'))
        continue;
      if (is_bounded (&start) || is_bounded (&end) || is_between (&start) || is_between (&end))
        return join_bounded (reading, &start, &end);
    }
  i = find_second_bound (slice);
  if (i > 0)
    return between_bounds (reading, slice, i);
  /* "from before 1850", 1850年以前まで */
  if (slice->n > 2 && (dl_words_slice_first_code (slice) == 'F') != (dl_words_slice_last_code (slice) == 'U'))
    {
      DlWordsSlice side = *slice;
      DlWordsSlice none = { slice->tokens, 0 };
      gboolean     is_end = dl_words_slice_last_code (slice) == 'U';

      strip_side (&side, is_end ? 'U' : 'F');
      if ((is_bounded (&side) && !has_code (&side, ">U=Fw")) || is_between (&side))
        return join_bounded (reading, is_end ? &none : &side, is_end ? &side : &none);
    }
  *found = FALSE;
  return NULL;
}

/* The interval that token @at parts. */
static char *
two_dates (DlReading *reading, const DlWordsSlice *slice, int at, DlWordsLink link)
{
  DlWordsSlice start = { slice->tokens, at };
  DlWordsSlice end = { slice->tokens + at + 1, slice->n - at - 1 };
  gboolean     dash = strchr ("=-~/", slice->tokens[at].code) != NULL;

  if (start.n > 0 && dl_words_slice_first_code (&start) == 'F')
    dl_words_slice_drop_first (&start);
  /* "1900年から〜" */
  if (start.n > 1 && dl_words_slice_last_code (&start) == 'F')
    dl_words_slice_drop_last (&start);
  /* "from 1900 to the present", "1900 – until 1910" */
  if (end.n > 1 && dl_words_slice_first_code (&end) == 'U')
    dl_words_slice_drop_first (&end);
  if (end.n > 1 && dl_words_slice_last_code (&end) == 'U')
    dl_words_slice_drop_last (&end);
  if (start.n <= 0)
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  /* "1950–" has begun then. */
  if (link == DL_WORDS_LINK_INTERVAL && (is_present (&end) || (end.n == 0 && dash)))
    return dl_reading_surrounded (reading, &start, "", "/..");
  if (end.n <= 0)
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  return dl_reading_join_ends (reading, &start, &end, dash, link);
}

/* Where one token stands that parts two dates; -1 for none or several. */
static int
find_parting (const DlWordsSlice *slice, gboolean between)
{
  int found = -1;
  int i;

  for (i = 1; i < slice->n; i++)
    {
      const DlWordsToken *token = &slice->tokens[i];
      gboolean            inside = i < slice->n - 1;
      gboolean            parting = token->code == '=' || (inside && token->code == '>');

      parting |= inside && (token->code == 'U' || token->code == 'F') && found < 0;
      parting |= inside && token->code == '~' && token->value == 1 && slice->tokens[i + 1].code != '=' &&
                 slice->tokens[i - 1].code != '=';
      /* 1850年以降1900年まで */
      parting |=
        inside && token->code == 'r' && token->value == 1 && dl_words_slice_last_code (slice) == 'U' && found < 0;
      parting |= inside && (token->code == 'v' || (between && token->code == '&'));
      if (!parting)
        continue;
      /* から 〜 */
      if (found == i - 1 && slice->tokens[found].code == 'F')
        found = -1;
      if (found >= 0)
        return -1;
      found = i;
    }
  return found;
}

/* The middle one of an odd number of hyphens, or -1. */
static int
find_middle_hyphen (const DlWordsSlice *slice)
{
  int n = 0;
  int i;

  for (i = 1; i < slice->n; i++)
    n += slice->tokens[i].code == '-';
  if (n % 2 == 0)
    return -1;
  n = n / 2 + 1;
  for (i = 1; n > 0; i++)
    n -= slice->tokens[i].code == '-';
  return i - 1;
}

/* Where the slash of "1964/65" or "c. 1480/85" stands, which goes from one year to another; -1 where
 * there is none, or what follows is a month: "1848/9". */
static int
find_slash_of_years (const DlWordsSlice *slice)
{
  const DlWordsToken *year = slice->tokens;
  int                 n = slice->n;

  /* What says "about" and "perhaps" around it. */
  for (; n > 0 && strchr ("~?.", year->code) != NULL; n--)
    year++;
  while (n > 0 && strchr ("~?.", year[n - 1].code) != NULL)
    n--;
  if (n != 3 || year[0].code != 'n' || year[1].code != '/' || year[2].code != 'n' || year[0].digits != 4 ||
      year[2].digits != 2 || year[2].value <= 12 || year[2].value <= year[0].value % 100)
    return -1;
  return (int) (year - slice->tokens) + 1;
}

static char *
read_slice (DlReading *reading, DlWordsSlice slice)
{
  gboolean between;
  gboolean bounds;
  gboolean unknown;
  char    *edtf;
  int      at;

  /* 遅くとも1900年までに and 早くとも1850年以降 say it twice. */
  if (slice.n > 2 && dl_words_slice_first_code (&slice) == 'r' &&
      ((dl_words_slice_last_code (&slice) == 'U' && slice.tokens[0].value == -1) ||
       (dl_words_slice_last_code (&slice) == 'r' && dl_words_slice_last_value (&slice) == slice.tokens[0].value)))
    dl_words_slice_drop_last (&slice);
  edtf = read_unknown_side (reading, &slice, &unknown);
  if (unknown)
    return edtf;
  between = dl_words_slice_first_code (&slice) == 'w' || (slice.n > 1 && dl_words_slice_last_code (&slice) == 'w');
  edtf = read_bounds (reading, &slice, &bounds);
  if (bounds)
    return edtf;
  if (dl_words_slice_first_code (&slice) == 'w')
    dl_words_slice_drop_first (&slice);
  else if (between)
    dl_words_slice_drop_last (&slice);
  at = find_parting (&slice, between);
  if (at >= 0)
    {
      edtf = two_dates (reading, &slice, at,
                        between                        ? DL_WORDS_LINK_BETWEEN
                        : slice.tokens[at].code == 'v' ? DL_WORDS_LINK_OR
                                                       : DL_WORDS_LINK_INTERVAL);
      if (edtf != NULL || between)
        return edtf;
    }
  if (between)
    {
      dl_reading_fail_unread (reading);
      return NULL;
    }
  edtf = dl_reading_one_date (reading, slice);
  at = find_middle_hyphen (&slice);
  /* "winter 2019/20"; elsewhere a slash parts what may be either. */
  if (at < 0 && dl_words_slice_first_code (&slice) == 'P' && slice.n == 4 && slice.tokens[2].code == '/')
    at = 2;
  /* "June/July 1944" goes through both. */
  else if (at < 0 && slice.n == 4 && slice.tokens[1].code == '/' &&
           strchr ("MP", dl_words_slice_first_code (&slice)) != NULL &&
           slice.tokens[2].code == dl_words_slice_first_code (&slice))
    at = 1;
  /* "5th/4th century BC" is both, too. */
  else if (at < 0 && slice.n > 5 && slice.tokens[0].code == 'n' && slice.tokens[1].code == 'o' &&
           slice.tokens[2].code == '/' && slice.tokens[3].code == 'n' && slice.tokens[4].code == 'o')
    at = 2;
  else if (at < 0)
    at = find_slash_of_years (&slice);
  if (edtf == NULL && at > 0 && reading->found.answer != DL_DATE_ANSWER_AMBIGUOUS)
    edtf = two_dates (reading, &slice, at, DL_WORDS_LINK_INTERVAL);
  return edtf;
}

char *
dl_reading_words (DlReading *self)
{
  g_autoptr (DlVocabulary) local = self->context->here != NULL ? dl_vocabulary_new_local () : NULL;
  g_autofree char         *cut = NULL;
  g_autofree char         *vietnamese = dl_date_words_dup_vietnamese (self->text);
  g_autofree char *respelt = vietnamese != NULL ? g_steal_pointer (&vietnamese) : dl_date_words_respell (self->text);
  g_autofree char *counted = dl_date_words_count_on (respelt != NULL ? respelt : self->text);
  const char      *text = counted != NULL ? counted : respelt != NULL ? respelt : self->text;
  g_autofree char *fiscal = dl_date_words_dup_fiscal (text);
  DlWordsToken     tokens[DL_WORDS_MAX_TOKENS];
  DlWordsSlice     slice = { tokens, 0 };

  if (fiscal != NULL)
    text = fiscal;
  /* JavaScript names the zone once more: "… GMT-0600 (Central Standard Time)". */
  if (g_str_has_suffix (text, ")"))
    {
      const char *bracket = strrchr (text, '(');
      const char *plus = strstr (text, "GMT+");
      const char *zone = plus != NULL ? plus : strstr (text, "GMT-");

      if (bracket != NULL && zone != NULL && zone < bracket)
        text = cut = g_strndup (text, (gsize) (bracket - text));
    }
  slice.n = dl_words_tokenize (local != NULL ? local : dl_vocabulary_get (), text, tokens);
  if (slice.n <= 0)
    {
      dl_reading_fail_unread (self);
      return NULL;
    }
  /* "Au 5 mai 1990" */
  if (slice.n > 1 && tokens[0].code == '>' && tokens[0].value == 1)
    {
      slice.tokens++;
      slice.n--;
    }
  return read_slice (self, slice);
}
