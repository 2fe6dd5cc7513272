/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands where a date belongs and says that there is none, or none yet, or that nobody knows it. */
#include "time/dl-date-words.h"

#include <string.h>

#include "time/dl-date-vocabulary.h"

/* The longest word, and the brackets around it. */
#define MAX_ABSENCE_BYTES 48
/* Bytes that begin letters which have another form: wide ones, and parts of Korean ones. */
#define FIRST_OF_WIDE '\xef'
#define FIRST_OF_PARTS '\xe1'

/* In small letters, with `|` between them: what programs write also where no date belongs, and what else is none. */
static const char nothings[] = "na|n/a|#n/a|null|nan|<na>|undefined|-|--|–|—";
static const char nones[] = "---|ー|~|.|..|...|…|/|n.d.|n.d|nd|s.d.|sine dato|n.a.|none|nil|"
                            "tbd|tba|tbc|no date|undated|not dated|to be determined|to be announced|not applicable|"
                            "未定|なし|無し|無期|該当なし|미정|없음|해당 없음|未记载";
static const char unknowns[] =
  "?|??|???|unknown|unk|unk.|not known|date unknown|unknown date|date not known|year unknown|unknown year|"
  "end unknown|end date unknown|start unknown|start date unknown|unbekannt|inconnu|inconnue|date inconnue|"
  "desconocido|desconocida|desconhecido|desconhecida|sconosciuto|sconosciuta|onbekend|неизвестно|"
  "不明|不詳|未詳|年不明|年月不明|年月日不明|日付不明|日時不明|時期不明|終了時期は不明|開始時期は不明|"
  "미상|불명|불상|알 수 없음|모름|연도 미상|연월 미상|연월일 미상|날짜 미상|날짜 불명|시기 미상|시기 불명|"
  "종료 시기 미상|시작 시기 미상|未知|不详";

/* Beside an answer. */
#define OF_PROGRAMS 0x100

static void
add_words (GHashTable *table, const char *words, int answer)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  for (guint i = 0; all[i] != NULL; i++)
    g_hash_table_insert (table, g_strdup (all[i]), GINT_TO_POINTER (answer));
}

/* Of words, each with its answer; it stays as it is. */
static GHashTable *
get_words (void)
{
  static gsize words = 0;

  if (g_once_init_enter (&words))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      add_words (table, unknowns, DL_DATE_ANSWER_UNKNOWN);
      add_words (table, nones, DL_DATE_ANSWER_NONE);
      add_words (table, nothings, (int) DL_DATE_ANSWER_NONE | OF_PROGRAMS);
      g_once_init_leave (&words, (gsize) table);
    }
  return (GHashTable *) words;
}

/* Without the space and the pair of brackets around it. */
static const char *
unwrap (const char *text, gsize *length)
{
  static const char open[] = "([";
  static const char close[] = ")]";

  for (guint depth = 0; depth < 2; depth++)
    {
      const char *bracket;

      while (*length > 0 && g_ascii_isspace (*text))
        text++, (*length)--;
      while (*length > 0 && g_ascii_isspace (text[*length - 1]))
        (*length)--;
      bracket = *length > 2 ? strchr (open, *text) : NULL;
      if (bracket == NULL || text[*length - 1] != close[bracket - open])
        break;
      text++;
      *length -= 2;
    }
  return text;
}

DlDateAnswer
dl_date_words_get_absence (const char *text)
{
  g_autofree char *plain = NULL;
  char             small[MAX_ABSENCE_BYTES + 1];
  gsize            length = strnlen (text, MAX_ABSENCE_BYTES + 1);
  gpointer         answer;

  /* Nearly all that is asked for is longer, or begins with a digit. */
  if (length > MAX_ABSENCE_BYTES || g_ascii_isdigit (*text))
    return DL_DATE_ANSWER_READ;
  if (strchr (text, FIRST_OF_WIDE) != NULL || strchr (text, FIRST_OF_PARTS) != NULL)
    {
      plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
      length = plain != NULL ? strlen (plain) : 0;
      if (plain == NULL || length > MAX_ABSENCE_BYTES)
        return DL_DATE_ANSWER_READ;
      text = plain;
    }
  text = unwrap (text, &length);
  if (length == 0)
    return DL_DATE_ANSWER_NONE;
  for (gsize i = 0; i < length; i++)
    small[i] = g_ascii_tolower (text[i]);
  small[length] = '\0';
  return g_hash_table_lookup_extended (get_words (), small, NULL, &answer)
           ? (DlDateAnswer) (GPOINTER_TO_INT (answer) & ~OF_PROGRAMS)
           : DL_DATE_ANSWER_READ;
}

gboolean
dl_date_words_is_nothing (const char *text)
{
  char  small[sizeof "undefined"];
  gsize length;

  /* Of a million cells hardly one: the last byte is the first of a dash. */
  if (*text == '\0' || strchr ("NnUu#<-\xe2", *text) == NULL)
    return FALSE;
  length = strnlen (text, sizeof small);
  /* "Na" is a thing. */
  if (length >= sizeof small || (length == 2 && g_ascii_strcasecmp (text, "NA") == 0 && strcmp (text, "NA") != 0))
    return FALSE;
  for (gsize i = 0; i <= length; i++)
    small[i] = g_ascii_tolower (text[i]);
  return (GPOINTER_TO_INT (g_hash_table_lookup (get_words (), small)) & OF_PROGRAMS) != 0;
}

gboolean
dl_date_words_is_open (const char *text)
{
  const DlVocabularyWord *word;
  g_autofree char        *plain = NULL;

  if (*text == '\0' || g_ascii_isdigit (*text))
    return FALSE;
  plain = dl_words_normalise (text);
  if (plain == NULL)
    return FALSE;
  g_strstrip (plain);
  if (strcmp (plain, "..") == 0)
    return TRUE;
  word = dl_vocabulary_find (dl_vocabulary_get (), plain);
  return word != NULL && word->length == strlen (plain) &&
         (strcmp (word->codes, "p") == 0 || strcmp (word->codes, "N") == 0 ||
          (strcmp (word->codes, "t") == 0 && word->value == 0));
}
