/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of dates. */
#include "time/dl-date-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

#include "time/dl-words-parts.h"

#define NOISE DL_WORDS_NOISE
#define N_BUCKETS 256

/* Words of one meaning; @words are parted by "|". More codes than one are a
 * word that stands for several tokens, the first of which has the value. */
typedef struct
{
  const char *codes;
  gint64      value;
  const char *words;
} Meaning;

/* Known in the reader's language and in English. */
static const Meaning spoken[] = {
  /* Translators: the words of this context are what a person may type to go to
   * a date: all spellings, in lower case, parted by "|". */
  { "t", 0, NC_ ("typed words, parted by |", "today") },
  { "t", -1, NC_ ("typed words, parted by |", "yesterday") },
  { "t", 1, NC_ ("typed words, parted by |", "tomorrow") },
  { "N", 0, NC_ ("typed words, parted by |", "now") },
  /* Translators: the day that a timeline is told as of. */
  { "A", 0, NC_ ("typed words, parted by |", "as of|as-of|as-of date|as of date") },
  { "b", 0, NC_ ("typed words, parted by |", "bc|bce|b.c.|b.c|b.c.e.|b.c.e") },
  { "a", 0, NC_ ("typed words, parted by |", "ad|ce|a.d.|a.d|c.e.|c.e") },
  { "c", 0, NC_ ("typed words, parted by |", "century") },
  { "l", 0, NC_ ("typed words, parted by |", "millennium") },
  /* Translators: what follows the number of a decade: 1960s. */
  { "s", 0, NC_ ("typed words, parted by |", "s|'s") },
  /* Translators: what follows a number that says which one: 19th. */
  { "o", 0, NC_ ("typed words, parted by |", "st|nd|rd|th") },
  { "k", 1000, NC_ ("typed words, parted by |", "thousand") },
  { "k", 1000000, NC_ ("typed words, parted by |", "million") },
  { "k", 1000000000, NC_ ("typed words, parted by |", "billion") },
  { "y", 0, NC_ ("typed words, parted by |", "years|year") },
  { "g", 0, NC_ ("typed words, parted by |", "ago") },
  /* Translators: before a date that is not known exactly. */
  { "~", 0, NC_ ("typed words, parted by |", "about|around|circa|ca|c") },
  /* Translators: words around a date that change nothing: the 1960s. */
  { NOISE, 0, NC_ ("typed words, parted by |", "the|of|on|in|at") },
};

/* What is not typed so often that it would be in every language. */
static const Meaning english[] = {
  { "c", 0, "centuries|cent" },
  { "l", 0, "millennia|millenium" },
  { "y", 0, "yrs|yr" },
  { "g", 0, "before now" },
  { "b", 0, "before christ|before the common era|b.c.e" },
  { "a", 0, "anno domini" },
  { "R", 0, "bp|b.p.|cal bp|before present" },
  { "kyg", 1000, "kya|ka" },
  { "kyg", 1000000, "mya|ma" },
  { "kyg", 1000000000, "gya|bya|ga" },
  { "ky", 1000, "kyr" },
  { "ky", 1000000, "myr" },
  { "ky", 1000000000, "gyr|byr" },
  { "k", 1000000, "mln" },
  { "k", 1000000000, "bln" },
  { "~", 0, "approx|approximately|roughly|cca|abt|cal|sometime around|some time around|in or around|in or about" },
  { "?", 0, "possibly|perhaps|probably|presumably|uncertain" },
  { "P", 21, "spring" },
  { "P", 22, "summer" },
  { "P", 23, "autumn|fall" },
  { "P", 24, "winter" },
  { "P", 25, "northern spring" },
  { "P", 26, "northern summer" },
  { "P", 27, "northern autumn|northern fall" },
  { "P", 28, "northern winter" },
  { "P", 29, "southern spring" },
  { "P", 30, "southern summer" },
  { "P", 31, "southern autumn|southern fall" },
  { "P", 32, "southern winter" },
  { "Q", 33, "q1|1q|first quarter|1st quarter" },
  { "Q", 34, "q2|2q|second quarter|2nd quarter" },
  { "Q", 35, "q3|3q|third quarter|3rd quarter" },
  { "Q", 36, "q4|4q|fourth quarter|4th quarter|last quarter" },
  { "Q", 37, "first third" },
  { "Q", 38, "second third" },
  { "Q", 39, "last third" },
  { "Q", 40, "h1|first half|1st half" },
  { "Q", 41, "h2|second half|2nd half" },
  { "e", 0, "early" },
  { "e", 1, "mid|middle" },
  { "e", 2, "late" },
  { "no", 1, "first" },
  { "no", 2, "second" },
  { "no", 3, "third" },
  { "no", 4, "fourth" },
  { "no", 5, "fifth" },
  { "no", 6, "sixth" },
  { "no", 7, "seventh" },
  { "no", 8, "eighth" },
  { "no", 9, "ninth" },
  { "no", 10, "tenth" },
  { "no", 11, "eleventh" },
  { "no", 12, "twelfth" },
  { "no", 13, "thirteenth" },
  { "no", 14, "fourteenth" },
  { "no", 15, "fifteenth" },
  { "no", 16, "sixteenth" },
  { "no", 17, "seventeenth" },
  { "no", 18, "eighteenth" },
  { "no", 19, "nineteenth" },
  { "no", 20, "twentieth" },
  { "no", 21, "twenty-first|twenty first" },
  { "m", 0, "am|a.m.|a.m" },
  { "m", 12, "pm|p.m.|p.m" },
  { "I", 0, "h|hrs|hours" },
  { "z", 0, "z|utc|gmt|ut" },
  /* Those of RFC 2822, and no other: of most names there are two. */
  { "z", -4 * 3600, "edt" },
  { "z", -5 * 3600, "est|cdt" },
  { "z", -6 * 3600, "cst|mdt" },
  { "z", -7 * 3600, "mst|pdt" },
  { "z", -8 * 3600, "pst" },
  { "p", 0,
    "present|the present|present day|present-day|onwards|onward|ongoing|to date|current|current day|incumbent|open" },
  { ">", 0, "to|through|thru" },
  { "F", 0, "from|since" },
  { "U", 0, "until|till|up to|up until|up to and including" },
  { "B", 0,
    "before|prior to|pre|bef|ante|earlier than|sometime before|some time before|any time before|anytime before" },
  { "E", 0, "after|post|aft|later than|sometime after|some time after|any time after|anytime after" },
  { "w", 0,
    "between|sometime between|some time between|at some time between|at some point between|any time between|"
    "anytime between|somewhere between|in between|bet" },
  { "&", 0, "and|&|but" },
  { "v", 0, "or" },
  { "r", -1,
    "or earlier|or before|no later than|not later than|not after|at the latest|at latest|by|by the end of|in or before|"
    "on or before|at or before|before or in|before or on|terminus ante quem" },
  { "r", 1,
    "or later|or after|no earlier than|not earlier than|not before|not until|at the earliest|at earliest|in or after|"
    "on or after|at or after|after or in|after or on|terminus post quem" },
  { "r", -2, "and earlier" },
  { "r", 2, "and later" },
  { "V", 1, "end unknown" },
  { "V", -1, "start unknown" },
  { "u", 0, "unknown|unk|unk.|not known|date unknown|year unknown" },
  /* Doubt about a part only, which no date that is written here has. */
  { "X", 0,
    "year uncertain|month uncertain|day uncertain|year approximate|month approximate|year and month uncertain" },
  { NOISE, 0, "the year|in the year|during|dated|sometime in|some time in|at some time in|at some point in" },
};

static const char *const english_months[] = {
  "january|jan", "february|feb", "march|mar",          "april|apr",   "may",          "june|jun",
  "july|jul",    "august|aug",   "september|sept|sep", "october|oct", "november|nov", "december|dec",
};

static const char *const english_weekdays[] = {
  "monday|mon", "tuesday|tues|tue", "wednesday|wed", "thursday|thurs|thur|thu",
  "friday|fri", "saturday|sat",     "sunday|sun",
};

/* What tables of other languages of Europe have, as far as it means nothing else in
 * English: "ago" and "am" are left to that. */
static const Meaning european[] = {
  { "M", 1, "januar|jänner|januari|janvier|janv|enero|ene|gennaio|gen|janeiro|января|январь|янв|stycznia|styczeń" },
  { "M", 2,
    "februar|februari|février|févr|fév|fevrier|febrero|febbraio|fevereiro|fev|февраля|февраль|фев|lutego|luty" },
  { "M", 3, "märz|mrz|maerz|maart|mrt|marts|mars|marzo|março|marco|марта|март|marca|marzec" },
  { "M", 4, "avril|avr|abril|abr|aprile|апреля|апрель|апр|kwietnia|kwiecień" },
  { "M", 5, "mai|mei|maj|mayo|maggio|mag|maio|мая|май|maja" },
  { "M", 6, "juni|juin|junio|giugno|giu|junho|июня|июнь|июн|czerwca|czerwiec" },
  { "M", 7, "juli|juillet|juil|julio|luglio|lug|julho|июля|июль|июл|lipca|lipiec" },
  { "M", 8, "augustus|augusti|août|aout|agosto|августа|август|авг|sierpnia|sierpień" },
  { "M", 9, "septembre|septiembre|setiembre|settembre|setembro|set|сентября|сентябрь|сен|сент|września|wrzesień" },
  { "M", 10, "oktober|okt|octobre|octubre|ottobre|ott|outubro|октября|октябрь|окт|października|październik" },
  { "M", 11, "novembre|noviembre|novembro|ноября|ноябрь|ноя|нояб|listopada|listopad" },
  { "M", 12,
    "dezember|dez|décembre|déc|decembre|diciembre|dic|dicembre|dezembro|декабря|декабрь|дек|grudnia|grudzień" },
  { "W", 0, "montag|lundi|lunes|lunedì|maandag" },
  { "W", 1, "dienstag|mardi|martes|martedì|dinsdag" },
  { "W", 2, "mittwoch|mercredi|miércoles|mercoledì|woensdag" },
  { "W", 3, "donnerstag|jeudi|jueves|giovedì|donderdag" },
  { "W", 4, "freitag|vendredi|viernes|venerdì|vrijdag" },
  { "W", 5, "samstag|sonnabend|samedi|sábado|sabato|zaterdag" },
  { "W", 6, "sonntag|dimanche|domingo|domenica|zondag" },
  { "b", 0,
    "v. chr.|v. chr|v.chr.|v.chr|vor christus|v. u. z.|v.u.z.|av. j.-c.|av. j.-c|av. j.c.|av j.-c.|avant j.-c.|"
    "a. c.|a.c.|a.c|a. de c.|antes de cristo|avanti cristo|"
    "до н. э.|до н.э.|p.n.e.|p. n. e." },
  { "a", 0,
    "n. chr.|n. chr|n.chr.|n.chr|nach christus|apr. j.-c.|apr. j.-c|ap. j.-c.|après j.-c.|d. c.|d.c.|d.c|"
    "d. de c.|después de cristo|dopo cristo|н. э.|н.э.|n.e.|n. e." },
  { "e", 0, "début|principios|inizio|inizi|anfang|frühes|начало" },
  { "e", 1, "milieu|mediados|metà|mitte|середина" },
  { "e", 2, "fin|finales|fines|fine|ende|spätes|конец" },
  { "c", 0,
    "jahrhundert|jahrhunderts|jh|jhd|jhdt|eeuw|siècle|siècles|siecle|siecles|siglo|siglos|secolo|secoli|sec|século|"
    "séculos|seculo|wiek|wieku|век|века|веке|столетие" },
  { "l", 0, "jahrtausend|jahrtausends" },
  { "~", 0, "um|etwa|ungefähr|vers|environ|hacia|alrededor de|rond" },
  { "B", 0, "vor" },
  { "E", 0, "nach" },
  { "U", 0, "bis|hasta|até|fino a|fino al|tot|jusqu'en|jusqu'à|jusqu'au" },
  /* "Au XIXe siècle" is in it; those of the second line are only between two dates. */
  { ">", 1, "a|al|à|au" },
  { ">", 0, "t/m|til|do|до|по" },
  { "w", 0, "entre|zwischen|tra|tussen|mellan|mellem|między|между" },
  { "&", 0, "et|y|und|och|og|и" },
  { "F", 0, "seit|ab|depuis|desde|dal" },
  { "o", 0, "er|e|ème|ième" },
  { "p", 0, "heute|aujourd'hui|jusqu'à présent|oggi|hoy|presente|actualidad|atual|nu|nå|dnes|obecnie|наст. время" },
  { "u", 0,
    "unbekannt|inconnu|inconnue|date inconnue|desconocido|desconocida|desconhecido|desconhecida|sconosciuto|"
    "sconosciuta|onbekend|неизвестно" },
  { NOISE, 0, "de|del|den|des|du|von|vom|van|från|od|от|im|la|le|г|года|r" },
};

/* How East Asia writes dates; the digits make it clear in any language. */
static const Meaning written[] = {
  { "J", 0, "年|년" },
  { "O", 0, "月|월" },
  { "T", 0, "日|일" },
  { "s", 0, "年代|년대" },
  { "c", 0, "世紀|世纪|세기" },
  { "b", 0, "紀元前|公元前|기원전" },
  { "a", 0, "西暦|公元|서기" },
  { "g", 0, "前|전" },
  { "l", 0, "千年紀|천년기" },
  { "y", 0, "年間|か年|년간|개년" },
  { "I", 0, "時|时|時台|시|시대" },
  { "i", 0, "分|분" },
  { "j", 0, "秒|초" },
  { "P", 21, "春|봄" },
  { "P", 22, "夏|여름" },
  { "P", 23, "秋|가을" },
  { "P", 24, "冬|겨울" },
  { "P", 25, "春(北半球)|봄 (북반구)" },
  { "P", 26, "夏(北半球)|여름 (북반구)" },
  { "P", 27, "秋(北半球)|가을 (북반구)" },
  { "P", 28, "冬(北半球)|겨울 (북반구)" },
  { "P", 29, "春(南半球)|봄 (남반구)" },
  { "P", 30, "夏(南半球)|여름 (남반구)" },
  { "P", 31, "秋(南半球)|가을 (남반구)" },
  { "P", 32, "冬(南半球)|겨울 (남반구)" },
  { "f", 0, "四半期|季度|분기" },
  { "Q", 40, "上半期|上半年|상반기" },
  { "Q", 41, "下半期|下半年|하반기" },
  { "e", 0, "初頭|初期|初め|初|上旬|초|초기|초반|초엽|상순" },
  { "e", 1, "半ば|中頃|中ごろ|中期|中葉|中旬|중반|중기|중엽|중순" },
  { "e", 2, "末|末期|末葉|下旬|말|말기|말엽|하순" },
  { "e", 3, "前半|前期|전반|전반기" },
  { "e", 4, "後半|後期|후반|후반기" },
  { "F", 0, "から|부터" },
  { "U", 0, "まで|까지|까지는" },
  { ">", 0, "至|에서" },
  { "r", -1, "以前|までに|遅くとも|遅くても|かそれ以前|またはそれ以前|이전|늦어도|또는 그 이전" },
  { "r", 1, "以降|以後|早くとも|早くても|かそれ以降|またはそれ以降|이후|빨라도|빨라야|일러도|또는 그 이후" },
  { "r", -2, "以前のすべて|및 그 이전" },
  { "r", 2, "以降のすべて|및 그 이후" },
  { "v", 0, "または|또는" },
  { "B", 0, "より前|よりも前|보다 전|보다 앞" },
  { "E", 0, "より後|よりも後|보다 뒤|보다 후" },
  { "&", 0, "と|와|과" },
  { "w", 0, "の間|사이" },
  { "V", 1, "(終了時期は不明)|(종료 시기 미상)" },
  { "V", -1, "(開始時期は不明)|(시작 시기 미상)" },
  { "u", 0, "不明|不詳|未詳|年不明|時期不明|미상|불명|알 수 없음|모름|연도 미상|시기 미상|未知|不详" },
  { "?", 0, "(不確か)|(불확실)" },
  { "p", 0, "至今|現在まで|現職|현직" },
  { "k", 10000, "万|만" },
  { "k", 100000000, "億|亿|억" },
  { "~", 0, "約|约|頃|ごろ|ころ|およそ|おおよそ|前後|약|경|쯤|무렵|대략|전후" },
  { NOISE, 0, "第|제|の|に|のいつか|のある時点|의|에|어느 때|언젠가|어느 시점" },
  { "t", 0, "今日|本日|今天|오늘" },
  { "t", -1, "昨日|昨天|어제" },
  { "t", 1, "明日|明天|내일" },
  { "N", 0, "今|現在|지금|현재" },
  { "A", 0, "基準日|기준일" },
  { "W", 0, "月曜日|月曜|월요일" },
  { "W", 1, "火曜日|火曜|火|화요일|화" },
  { "W", 2, "水曜日|水曜|水|수요일|수" },
  { "W", 3, "木曜日|木曜|木|목요일|목" },
  { "W", 4, "金曜日|金曜|金|금요일|금" },
  { "W", 5, "土曜日|土曜|土|토요일|토" },
  { "W", 6, "日曜日|日曜|일요일" },
};

struct _DlVocabulary
{
  GArray *words;                 /* of DlVocabularyWord, by first byte, then the longest first */
  guint   starts[N_BUCKETS + 1]; /* of the words that begin with a byte */
};

static gboolean
is_plain_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

char *
dl_words_normalise (const char *text)
{
  g_autofree char *wide = NULL;
  g_autofree char *compatible = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *composed = NULL;
  GString         *plain;
  const char      *at;

  if (is_plain_ascii (text))
    composed = g_ascii_strdown (text, -1);
  else if (g_utf8_validate (text, -1, NULL))
    {
      GString *before = g_string_new (text);

      /* It would become a "~". */
      g_string_replace (before, "\uff5e", "\u301c", 0);
      wide = g_string_free (before, FALSE);
      compatible = g_utf8_normalize (wide, -1, G_NORMALIZE_NFKC);
      folded = g_utf8_casefold (compatible, -1);
      composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
    }
  if (composed == NULL)
    return NULL;
  plain = g_string_sized_new (strlen (composed) + 1);
  for (at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isspace (letter))
        {
          if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
            g_string_append_c (plain, ' ');
        }
      else if (letter == '-' && plain->len > 0 && plain->str[plain->len - 1] == ' ' && at[1] == ' ')
        g_string_append_c (plain, '=');
      /* The arrow is what planners put between the ends. */
      else if ((letter >= 0x2013 && letter <= 0x2015) || letter == 0x301c || letter == 0x2192)
        g_string_append_c (plain, '=');
      else if (letter < 0x80)
        g_string_append_c (plain, (char) letter);
      else if (g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION || letter == 0x2212)
        g_string_append_c (plain, '-');
      else if (letter == 0x2018 || letter == 0x2019)
        g_string_append_c (plain, '\'');
      else if (letter == 0x3001)
        g_string_append_c (plain, ',');
      else
        g_string_append_unichar (plain, letter);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
is_narrow_letter (gunichar letter)
{
  return g_unichar_isalpha (letter) && !g_unichar_iswide (letter);
}

/* Whether @word begins @text and ends where a word can end. */
static gboolean
begins_with (const char *text, const DlVocabularyWord *word)
{
  gunichar last;
  gunichar next;

  if (strncmp (text, word->text, word->length) != 0)
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (text + word->length));
  next = g_utf8_get_char (text + word->length);
  if (g_unichar_isdigit (last))
    return !g_unichar_isdigit (next);
  return !is_narrow_letter (last) || !is_narrow_letter (next);
}

/* Building a vocabulary */

static void
add_words (DlVocabulary *self, const char *codes, gint64 value, const char *words)
{
  g_auto (GStrv) alternatives = g_strsplit (words, "|", -1);
  guint          i;

  for (i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char *text = dl_words_normalise (alternatives[i]);
      DlVocabularyWord word = { .codes = codes, .value = value, .order = self->words->len };

      if (text == NULL)
        continue;
      g_strstrip (text);
      /* An abbreviation's period may be left out. */
      if (g_str_has_suffix (text, ".") && strchr (text, '.') == text + strlen (text) - 1)
        text[strlen (text) - 1] = '\0';
      word.length = strlen (text);
      /* "10月" is a number and 月, and read so. */
      if (word.length == 0 || (g_ascii_isdigit (text[0]) && codes[0] == 'M'))
        continue;
      word.text = g_steal_pointer (&text);
      g_array_append_val (self->words, word);
    }
}

static void
add_meanings (DlVocabulary *self, const Meaning *meanings, gsize n_meanings, gboolean translated)
{
  gsize i;

  for (i = 0; i < n_meanings; i++)
    add_words (self, meanings[i].codes, meanings[i].value,
               translated ? g_dpgettext2 (NULL, "typed words, parted by |", meanings[i].words) : meanings[i].words);
}

/* Of equals the first that was added comes first. */
static int
compare_words (gconstpointer a, gconstpointer b)
{
  const DlVocabularyWord *first = a;
  const DlVocabularyWord *second = b;

  if (first->text[0] != second->text[0])
    return (guchar) first->text[0] < (guchar) second->text[0] ? -1 : 1;
  if (first->length != second->length)
    return first->length > second->length ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

static void
clear_word (gpointer data)
{
  g_free (((DlVocabularyWord *) data)->text);
}

static DlVocabulary *
vocabulary_new (gboolean local)
{
  DlVocabulary *self = g_new0 (DlVocabulary, 1);
  guint         i;
  guint         byte;

  self->words = g_array_new (FALSE, FALSE, sizeof (DlVocabularyWord));
  g_array_set_clear_func (self->words, clear_word);
  if (local)
    {
      for (i = 1; i <= 12; i++)
        {
          add_words (self, "M", i, dl_words_month ((int) i, FALSE));
          add_words (self, "M", i, dl_words_month ((int) i, TRUE));
        }
      add_meanings (self, spoken, G_N_ELEMENTS (spoken), TRUE);
    }
  for (i = 0; i < G_N_ELEMENTS (english_months); i++)
    add_words (self, "M", i + 1, english_months[i]);
  add_meanings (self, spoken, G_N_ELEMENTS (spoken), FALSE);
  add_meanings (self, english, G_N_ELEMENTS (english), FALSE);
  add_meanings (self, european, G_N_ELEMENTS (european), FALSE);
  add_meanings (self, written, G_N_ELEMENTS (written), FALSE);
  /* After them: where 日 and 月 are Sunday and Monday too, a number before says which. */
  for (i = 0; i < 7 && local; i++)
    {
      add_words (self, "W", i, dl_words_weekday ((int) i, FALSE));
      add_words (self, "W", i, dl_words_weekday ((int) i, TRUE));
    }
  for (i = 0; i < G_N_ELEMENTS (english_weekdays); i++)
    add_words (self, "W", i, english_weekdays[i]);

  g_array_sort (self->words, compare_words);
  for (i = 0, byte = 0; byte < N_BUCKETS; byte++)
    {
      self->starts[byte] = i;
      while (i < self->words->len && (guchar) g_array_index (self->words, DlVocabularyWord, i).text[0] == byte)
        i++;
    }
  self->starts[N_BUCKETS] = i;
  return self;
}

const DlVocabulary *
dl_vocabulary_get (void)
{
  static gsize vocabulary = 0;

  if (g_once_init_enter (&vocabulary))
    g_once_init_leave (&vocabulary, (gsize) vocabulary_new (FALSE));
  return (const DlVocabulary *) vocabulary;
}

DlVocabulary *
dl_vocabulary_new_local (void)
{
  return vocabulary_new (TRUE);
}

void
dl_vocabulary_free (DlVocabulary *self)
{
  g_array_unref (self->words);
  g_free (self);
}

const DlVocabularyWord *
dl_vocabulary_find (const DlVocabulary *self, const char *text)
{
  guchar byte = (guchar) text[0];
  guint  i;

  for (i = self->starts[byte]; i < self->starts[byte + 1]; i++)
    {
      const DlVocabularyWord *word = &g_array_index (self->words, DlVocabularyWord, i);

      if (begins_with (text, word))
        return word;
    }
  return NULL;
}
