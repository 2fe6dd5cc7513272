/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What columns are called, in small letters and with one space between words. */
#include "formats/rows/dl-row-names.h"

#include <string.h>

#include "formats/rows/dl-row-name-compounds.h"

/* How much less a name is trusted that only has a known word in it. */
#define RANK_PART 4
#define RANK_WORD 5
/* Of titles in other languages, after the one in English. */
#define RANK_OTHER_LANGUAGE 1
/* Words that may stand before the one that counts. */
#define MAX_WORDS_BEFORE 2

typedef struct
{
  DlRowMeaning meaning;
  guint        rank;
  const char  *names; /* with `|` between them */
} Names;

/* clang-format off */
static const Names known[] = {
  { DL_ROW_START, 0,
    "|start|start date|start date time|start timestamp|start time unix nano|start on|starts on|startdate|date start|time start|first date|first seen|start datetime|datetime start|start time|starttime|"
    "start at|starts|starts at|started|started at|begin|begins|begin date|began|beginning|from|"
    "from date|date from|since|earliest|valid from|not before|開始|開始日|開始日時|"
    "開始年|시작|시작일|시작 날짜|시작일시|beginn|von|anfang|début|debut|"
    "date de début|date début|date debut|de|inicio|fecha inicio|fecha de inicio|desde|inizio|"
    "data inizio|начало|开始|开始日期|開始日期|开始时间|reign from|reign start|reign began|reign begin|"
    "reigned from|ruled from|in date|date in|in office from|inaugurated|inauguration date|sworn in|took office|assumed office|term start|term began|即位|在位開始|즉위|" },
  { DL_ROW_START, 1,
    "|date|dates|when|event date|the date|on|at|日付|日時|年月日|期日|날짜|일자|일시|"
    "연월일|datum|wann|fecha|cuándo|quand|data|дата|日期|time period|period|date range|"
    "daterange|date edtf|edtf|iso date|isodate|date iso|full date|event time|event datetime|"
    "zeitraum|période|periodo|periode|reign|reigned|ruled|years of reign|dates of reign|regnal years|in office|"
    "years in office|term of office|years active|lived|floruit|regierungszeit|amtszeit|lebensdaten|règne|"
    "reinado|在位|在位期間|재위|재위 기간|" },
  { DL_ROW_START, 2,
    "|datetime|date time|date and time|timestamp|time stamp|moment|instant|time|zeit|zeitpunkt|"
    "時刻|時間|时间|시간|시각|utc|ts|week|iso week|calendar week|woche|kw|semaine|semana|" },
  { DL_ROW_START, 3,
    "|published|date published|publish date|published at|publication date|pub date|pubdate|"
    "published on|release date|released|release|date released|launch date|launched|founded|established|opened|built|birth|born|"
    "birth date|born date|born on|birthdate|date of birth|dob|birthday|geburtsdatum|geboren|geboren am|naissance|date de naissance|"
    "nacimiento|fecha de nacimiento|data di nascita|nascimento|data de nascimento|生年月日|출생일|출생|"
    "생년월일|occurred|occurred at|occurrence date|hdate|hdate birth|happened|happened on|date occurred|"
    "due|due on|due date|duedate|deadline|posted|posted at|sent|sent at|air date|airdate|aired|first aired|premiered|scheduled|scheduled at|signed|date signed|enacted|adopted|ratified|commissioned|age|"
    "epoch|origin|" },
  /* Of a team or a school: from one summer to the next. */
  { DL_ROW_START, DL_ROW_RANK_GUESS,
    "|season|saison|temporada|stagione|seizoen|sezon|säsong|sesong|sæson|sezona|сезон|シーズン|시즌|赛季|賽季|spielzeit|"
    "school year|academic year|schuljahr|année scolaire|año escolar|anno scolastico|ano letivo|fiscal year|"
    "financial year|geschäftsjahr|exercice|ejercicio|" },
  { DL_ROW_START, DL_ROW_RANK_BOUND, "|lower bound|lowerbound|lower limit|" },
  { DL_ROW_END, DL_ROW_RANK_BOUND, "|upper bound|upperbound|upper limit|" },
  /* Of what happened some time in it. */
  { DL_ROW_START, 4,
    "|decade|decades|century|centuries|jahrzehnt|jahrhundert|décennie|siècle|década|decada|siglo|decennio|secolo|"
    "século|seculo|десятилетие|век|世紀|世纪|세기|" },
  /* When what tells of it was made, which may be long after: only where nothing else has a date. */
  { DL_ROW_START, DL_ROW_RANK_RECORD,
    "|created|created at|created date|date created|creation date|created on|recorded at|" },
  /* Of a feed, whose items need not tell when they came out first. */
  { DL_ROW_START, 9, "|date modified|" },
  { DL_ROW_END, 0,
    "|end|end date|end date time|end timestamp|end time unix nano|end on|ends on|enddate|date end|time end|time stop|last date|last seen|end datetime|datetime end|end time|endtime|end at|ends|"
    "ends at|ended|ended at|to|to date|date to|until|till|through|thru|finish|finished|"
    "finish date|stop|stop date|stopped|latest|completed|completed at|completion date|valid to|"
    "valid until|not after|終了|終了日|終了日時|終了年|終わり|끝|종료|"
    "종료일|종료 날짜|종료일시|ende|bis|enddatum|fin|date de fin|date fin|à|hasta|"
    "fecha fin|fecha de fin|fine|data fine|конец|结束|结束日期|結束日期|"
    "结束时间|reign to|reign until|reign end|reign ended|reigned to|reigned until|ruled to|ruled until|"
    "in office until|in office to|out date|date out|left office|term end|term ended|退位|在位終了|퇴위|" },
  { DL_ROW_END, 3,
    "|death|died|died on|died date|resolved|resolved at|resolved on|closed at|passed|passed away|death date|date of death|dod|deathdate|gestorben|gestorben am|sterbedatum|sterbdatum|todesdatum|"
    "décès|date de décès|muerte|fecha de muerte|fallecimiento|data di morte|falecimento|没年月日|死去|사망일|사망|"
    "closed|dissolved|decommissioned|repealed|abolished|retired|demolished|disbanded|hdate end|hdate death|" },
  { DL_ROW_YEAR, 0,
    "|date year|start date year|year|start year|startyear|year start|begin year|from year|"
    "year from|年|西暦|년|연도|년도|jahr|année|annee|año|anio|anno|ano|год|年份|" },
  { DL_ROW_YEAR, 1,
    "|yr|year of event|event year|birth year|year of birth|year born|year released|release year|"
    "year published|publication year|year founded|founding year|yyyy|years|geburtsjahr|année de naissance|生年|"
    "start yr|st yr|yr start|" },
  { DL_ROW_MONTH, 0,
    "|date month|start date month|month|start month|startmonth|month start|begin month|from month|mon|月|mo|"
    "start mo|start mon|st mo|st mon|"
    "월|monat|mois|mes|mese|мм|mm|" },
  { DL_ROW_DAY, 0,
    "|date day|start date day|day|start day|startday|day start|begin day|from day|day of month|日|일|dy|"
    "start dy|st dy|st day|"
    "jour|día|dia|giorno|dd|" },
  { DL_ROW_TIME, 0,
    "|time of day|clock|hour|start hour|uhrzeit|heure|hora|ora|" },
  { DL_ROW_END_YEAR, 0,
    "|end date year|end year|endyear|year end|to year|year to|until year|finish year|death year|"
    "year of death|year died|endjahr|todesjahr|sterbejahr|année de décès|没年|end yr|yr end|" },
  { DL_ROW_END_MONTH, 0,
    "|end date month|end month|endmonth|month end|to month|end mo|end mon|" },
  { DL_ROW_END_DAY, 0,
    "|end date day|end day|endday|day end|to day|end dy|" },
  { DL_ROW_END_TIME, 0,
    "|end hour|" },
  { DL_ROW_ERA, 0,
    "|bc|bce|is bc|is bce|is before christ|is before jesus|before christ|ad bc|bc ad|bce ce|ce bce|" },
  { DL_ROW_ALL_DAY, 0, "|all day|all day event|allday|is all day|is all day event|" },
  { DL_ROW_PRECISION, 0,
    "|precision|date precision|start precision|start date precision|time precision|year precision|granularity|"
    "date granularity|resolution|date resolution|dateprecision|genauigkeit|précision|precisión|" },
  { DL_ROW_DOUBT, 0,
    "|approx|approximate|approximately|is approx|is approximate|circa|is circa|ca|approx date|approximate date|"
    "date approx|date approximate|date is approximate|date is approx|date circa|year approx|year approximate|"
    "year is approximate|year circa|start approx|start approximate|start circa|start is approximate|"
    "start year approx|start year approximate|start year circa|start date approx|start date approximate|"
    "start date circa|estimated|is estimated|date estimated|year estimated|"
    "uncertain|is uncertain|date uncertain|uncertain date|date is uncertain|year uncertain|year is uncertain|"
    "start uncertain|start year uncertain|start date uncertain|date certainty|year certainty|start certainty|"
    "start year certainty|start date certainty|date qualifier|year qualifier|date accuracy|date confidence|"
    "ungefähr|environ|approximatif|aproximado|" },
  { DL_ROW_END_DOUBT, 0,
    "|end approx|end approximate|end circa|end is approximate|end year approx|end year approximate|end year circa|"
    "end date approx|end date approximate|end date circa|end uncertain|end year uncertain|end date uncertain|"
    "end certainty|end year certainty|end date certainty|end qualifier|" },
  { DL_ROW_DATE_NOTE, 0,
    "|display date|displaydate|date display|display|date label|datelabel|date text|datetext|"
    "date note|datenote|date string|datestring|year label|yearlabel|date formatted|"
    "formatted date|human date|date as written|表示日付|表示|표시 날짜|" },
  { DL_ROW_TITLE, 0,
    "|title|title rendered|headline|heading|event title|event name|eventname|eventtitle|題名|タイトル|"
    "見出し|件名|제목|표제|titel|überschrift|titre|intitulé|intitule|título|titulo|titolo|"
    "заголовок|название|标题|標題|" },
  { DL_ROW_TITLE, 1,
    "|event|name|what|出来事|事件|事項|イベント|名称|名前|사건|행사|이벤트|"
    "이름|ereignis|événement|evenement|evento|acontecimiento|nombre|nom|nome|событие|"
    "事件名称|名稱|" },
  { DL_ROW_TITLE, 2,
    "|label|tag name|mission|mission name|subject|topic title|caption title|milestone|achievement|incident|discovery|invention|"
    "battle|film|movie|book|album|song|work|project|task|occasion|holiday|episode|chapter|"
    "version|key event|activity|action|item|entry|step|short description|headline text|"
    "what happened|treaty|siege|revolt|rebellion|revolution|eruption|earthquake|disaster|outbreak|epidemic|"
    "pandemic|expedition|exhibition|accident|crisis|戦い|合戦|条約|전투|조약|schlacht|vertrag|bataille|traité|"
    "batalla|tratado|battaglia|trattato|" },
  /* What others may belong to: the war of a battle. */
  { DL_ROW_TITLE, 3,
    "|full name|fullname|full title|fulltitle|long name|longname|long title|longtitle|official name|complete name|"
    "conflict|war|disease|mission|campaign|spacecraft|satellite|戦争|전쟁|krieg|guerre|guerra|krankheit|maladie|"
    "enfermedad|" },
  { DL_ROW_TEXT, 0,
    "|text|selftext|détails|detalles|dettagli|einzelheiten|description|desc|summary|details|detail|body|body text|content|event description|"
    "event details|long description|full text|longtext|内容|説明|詳細|本文|概要|내용|"
    "설명|본문|요약|beschreibung|inhalt|texte|contenu|descripción|descripcion|texto|"
    "contenido|descrizione|testo|описание|текст|描述|说明|" },
  { DL_ROW_TEXT, 1,
    "|events|facts|entries|happenings|note|notes|comment|comments|remarks|remark|info|"
    "information|more|story|blurb|abstract|excerpt|snippet|message|explanation|context|"
    "significance|background info|msg|changes|changelog|release notes|highlights|subtitle|subheadline|sub title|tagline|備考|メモ|注|"
    "비고|메모|bemerkung|bemerkungen|notizen|notas|remarques|commentaire|"
    "примечание|备注|notice|biography|bio|biographie|biografía|biografia|presentation|présentation|" },
  { DL_ROW_QUOTE, 0,
    "|quote|quotes|quotation|quotations|quote text|quoted text|quoted words|zitat|zitate|cita|cita textual|"
    "citation textuelle|citazione|citaat|citat|cytat|цитата|引用|引用文|発言|発言内容|인용|인용문|발언|引文|"  },
  { DL_ROW_SPEAKER, 0,
    "|who said it|who said this|who said|said by|spoken by|quote by|quoted by|quoted person|quoted|quote speaker|"
    "quote author|quote person|quote attribution|person quoted|speaker of quote|zitiert|zitat von|gesagt von|"
    "dit par|dicho por|detto da|発言者|話者|発言した人|발언자|말한 사람|说话人|"  },
  { DL_ROW_PLACE, 0,
    "|place|location|where|venue|venue name|place name|location name|location display name|場所|開催地|会場|地点|장소|"
    "위치|곳|ort|lieu|lugar|luogo|место|地點|" },
  { DL_ROW_PLACE, 1,
    "|city|town|country|region|state|province|county|address|site|area|municipality|prefecture|都市|都道府県|市区町村|国|도시|나라|"
    "국가|stadt|land|ville|pays|ciudad|país|pais|città|paese|country name|" },
  { DL_ROW_PERSON, 0,
    "|people|person|persons|participants|participant|attendees|who|actors|actor|characters|"
    "character|figures|figure|key figures|speaker|speakers|author|authors|by|inventor|inventors|人物|人|"
    "auteur|auteurs|autor|autores|autore|autori|artist|artists|artiste|artistes|künstler|artista|作者|著者|저자|작가|"
    "personnages|personajes|関連人物|関係者|発明者|발명가|인물|사람|personen|personnes|personas|persone|люди|" },
  { DL_ROW_TOPIC, 0,
    "|topic|category|group|type|series|theme|section|lane|track|era|phase|stage|class|kind|"
    "event type|event category|genre|field|department|project name|分類|種類|種別|"
    "カテゴリ|カテゴリー|グループ|テーマ|분류|종류|유형|범주|그룹|"
    "주제|kategorie|thema|gruppe|typ|domaine|catégorie|categorie|thème|groupe|categoría|categoria|"
    "tema|grupo|tipo|категория|类别|類別|类型|" },
  { DL_ROW_TAGS, 0,
    "|tags|tag|topics|categories|keywords|keyword|labels|themes|types|groups|タグ|태그|"
    "schlagwörter|étiquettes|etiquetas|" },
  { DL_ROW_SOURCE, 0,
    "|url|link|links|source|sources|href|web|website|reference|references|ref|refs|citation|"
    "source url|sourceurl|title source|title uri|wikipedia|wikipedia url|wiki|wiki url|permalink|more info|read more|"
    "リンク|出典|情報源|링크|출처|quelle|quellen|lien|fuente|enlace|fonte|"
    "источник|ссылка|链接|来源|uri|external url|external link|html url|html link|web url|title url|" },
  { DL_ROW_SOURCE, 1,
    "|media|media url|mediaurl|video|video url|image|image url|imageurl|img|picture|photo|"
    "photo url|images|pictures|photos|videos|image src|img src|bild|bild url|foto|imagen|immagine|画像|사진|图片|" },
  { DL_ROW_LINK_TEXT, 0,
    "|link text|link label|link title|link name|url text|url label|url name|source label|source text|" },
  { DL_ROW_CREDIT, 0,
    "|media credit|mediacredit|credit|image credit|source name|source title|publisher|" },
  { DL_ROW_CAPTION, 0,
    "|media caption|mediacaption|caption|image caption|alt|media text|" },
  { DL_ROW_STATUS, 0,
    "|status|event status|state of event|状態|상태|état|estado|stato|статус|" },
  { DL_ROW_IMPORTANCE, 0,
    "|importance|priority|weight|重要度|중요도|wichtigkeit|importancia|" },
  { DL_ROW_ID, 0,
    "|id|uid|uuid|guid|event id|eventid|_id|unique id|slug|identifier|" },
  { DL_ROW_NOTHING, 0,
    "|latitude|longitude|lat|lon|lng|long|coordinates|coords|geo|geometry|color|colour|"
    "backgroundcolor|text color|background|media thumbnail|thumbnail|thumb|icon|style|class name|"
    "classname|css|x|y|z|width|height|index|no|nr|row|order|sort|sort order|weekday|day of week|"
    "background color|border color|event color|editable|start editable|duration editable|rendering|class names|"
    "timezone|tz|content type|featured media|comment status|ping status|sticky|menu order|font|font family|calendar model|node id|op|path|etag|ical uid|i cal uid|sequence|" },
  /* Further languages, and what is seldom. */
  { DL_ROW_START, 0,
    "|van|od|från|fra|startdatum|begindatum|beginndatum|fecha inicial|início|data início|data de início|data inicial|"
    "data di inizio|początek|data rozpoczęcia|začátek|startdato|başlangıç|başlangıç tarihi|ngày bắt đầu|"
    "tanggal mulai|дата начала|початок|起始|起始时间|起始日期|开始年份|開始年月日|시작 시간|" },
  { DL_ROW_START, 1,
    "|datum tijd|datumtijd|dato|tarih|ngày|thời gian|tanggal|dátum|päivämäärä|ημερομηνία|التاريخ|تاریخ|"
    "תאריך|วันที่|दिनांक|年代|日期时间|발생일|시기|기간|연대|" },
  { DL_ROW_END, 0,
    "|tot|do|til|slut|slutt|einde|eind|einddatum|fecha final|fim|término|data fim|data de fim|data final|data di fine|koniec|"
    "data zakończenia|konec|slutdatum|slutdato|bitiş|bitiş tarihi|ngày kết thúc|tanggal selesai|"
    "дата окончания|кінець|终止|终止时间|结束年份|終了年月日|종료 시간|" },
  { DL_ROW_YEAR, 0, "|jaar|jaartal|rok|рік|år|yıl|năm|tahun|év|vuosi|السنة|年度|" },
  { DL_ROW_MONTH, 0, "|release month|birth month|event month|month of birth|maand|mês|miesiąc|måned|månad|ay|tháng|bulan|місяць|месяц|月份|" },
  { DL_ROW_DAY, 0, "|release day|birth day|dzień|gün|hari|" },
  { DL_ROW_DATE_NOTE, 0, "|display date text|date libelle|date libellé|libellé date|fecha texto|datum text|" },
  { DL_ROW_TITLE, 0,
    "|tytuł|tittel|başlık|tiêu đề|judul|cím|otsikko|τίτλος|العنوان|عنوان|כותרת|ชื่อเรื่อง|शीर्षक|"
    "事件标题|사건명|표제어|" },
  { DL_ROW_TITLE, 1,
    "|naam|gebeurtenis|suceso|hecho|acontecimento|wydarzenie|nazwa|událost|název|händelse|hændelse|"
    "hendelse|olay|sự kiện|peristiwa|esemény|tapahtuma|подія|назва|الحدث|できごと|사건 이름|bezeichnung|" },
  { DL_ROW_TEXT, 0,
    "|omschrijving|beschrijving|descrição|descricao|opis|popis|beskrivning|beskrivelse|açıklama|mô tả|"
    "deskripsi|keterangan|leírás|kuvaus|опис|الوصف|简介|介绍|详情|详细|描述信息|解説|사건 내용|상세 설명|" },
  { DL_ROW_PLACE, 0,
    "|plaats|locatie|miejsce|místo|plats|sted|địa điểm|tempat|lokasi|hely|paikka|місце|المكان|地点|"
    "所在地|" },
  { DL_ROW_SOURCE, 0, "|bron|bronnen|źródło|zdroj|källa|kilde|kaynak|nguồn|sumber|lähde|джерело|المصدر|" },
};
/* clang-format on */
/* What comes before the word that counts, or behind it: "event date", "date of the event". */
static const char *const prefixes[] = {
  "event ",     "the ",      "item ",   "timeline ", "entry ",      "story ",      "main ",   "my ",      "exact ",
  "original ",  "record ",   "date ",   "dates ",    "location ",   "place ",      "venue ",  "address ", "text ",
  "media ",     "image ",    "link ",   "source ",   "properties ", "attributes ", "fields ", "node ",    "data ",
  "time span ", "timespan ", "period ", "range ",    "commit ",     "tweet ",      "object ", "snippet ", "post ",
  "duration ",  "card ",     "gsx ",    "made ",     "dating ",     "production "
};
static const char *const suffixes[] = { " iso",      " iso8601", " value", " text",    " string", " name",
                                        " title",    " label",   " en",    " english", " s",      " raw",
                                        " rendered", " href",    " url",   " html",    " t" };
/* By which clock something is told. */
static const char *const clocks[] = { " utc", " gmt", " local" };
/* A name with one of these in it may be one of dates, where nothing else is. */
static const char *const date_words[] = { "date", "datetime", "timestamp", "when", "datum", "fecha", "日付", "날짜" };
/* But not of those of the record. */
static const char *const other_dates[] = { "update",   "updated",   "modified", "modification", "changed", "accessed",
                                           "access",   "retrieved", "edited",   "revised",      "added",   "entry",
                                           "scrape",   "scraped",   "crawled",  "fetched",      "indexed", "ingested",
                                           "imported", "exported",  "uploaded", "downloaded",   "rated" };
/* Nor where a number is meant. */
static const char *const counts[] = { "num", "number", "count", "within", "per", "total", "length", "duration" };
/* What ends the name of a column that begins or ends something: "Crown from", "Crown to". */
static const char *const first_ends[] = { " from", " start", " begin", " since" };
static const char *const last_ends[] = { " to", " until", " till", " end" };
/* Languages that end a name: "title_de". Those whose codes mean something else in names are not here:
 * "id", "no", "is". */
static const char languages[] =
  "|de|fr|es|it|pt|br|nl|ru|uk|ua|pl|cs|cz|sv|da|fi|el|gr|tr|ar|he|fa|hi|bn|zh|cn|tw|ja|jp|ko|kr|vi|th|ca|hu|"
  "ro|bg|hr|sr|sk|lt|lv|et|german|french|spanish|italian|portuguese|dutch|russian|chinese|japanese|korean|";
static const char *const year_words[] = { "year", "jahr", "année", "año", "年", "연도" };

char *
dl_row_name_dup_words (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  GString         *out = g_string_new (NULL);
  gunichar         last = ' ';

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean word = g_unichar_isalnum (c) || g_unichar_ismark (c);

      if (word && g_unichar_isupper (c) && g_unichar_islower (last))
        g_string_append_c (out, ' ');
      if (word)
        g_string_append_unichar (out, g_unichar_tolower (c));
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
      last = c;
    }
  return g_strchomp (g_string_free (out, FALSE));
}

static gboolean
look_up (const char *name, DlRowMeaning *meaning, guint *rank)
{
  g_autofree char *wanted = g_strdup_printf ("|%s|", name);

  if (*name == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const char *names = known[i].names;

      if (strstr (names, wanted) != NULL)
        {
          *meaning = known[i].meaning;
          *rank = known[i].rank;
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether a name ends in the number of the first of several: "StartYr1", beside "StartYr2". @own: (out)
 * (transfer full): it without that */
static gboolean
cut_first (const char *name, char **own)
{
  gsize n = strlen (name);

  if (n < 3 || name[n - 1] != '1' || !(name[n - 2] == ' ' || g_ascii_isalpha (name[n - 2])))
    return FALSE;
  *own = g_strndup (name, n - (name[n - 2] == ' ' ? 2 : 1));
  return TRUE;
}

/* Whether a name says in its last word in which language its texts are. @own: (out) (transfer full): it
 * without that */
static gboolean
cut_language (const char *name, char **own)
{
  const char      *space = strrchr (name, ' ');
  g_autofree char *wanted = space != NULL ? g_strdup_printf ("|%s|", space + 1) : NULL;

  if (wanted == NULL || strstr (languages, wanted) == NULL)
    return FALSE;
  *own = g_strndup (name, (gsize) (space - name));
  return TRUE;
}

static gboolean
has_word (const char *name, const char *word)
{
  const char *at = name;
  gsize       n = strlen (word);

  while ((at = strstr (at, word)) != NULL)
    {
      if ((at == name || at[-1] == ' ' || (guchar) *word >= 0x80) &&
          (at[n] == '\0' || at[n] == ' ' || (guchar) *word >= 0x80))
        return TRUE;
      at += n;
    }
  return FALSE;
}

/* Without one of these ends. */
static gboolean
look_up_start (const char *name, const char *const *ends, gsize n, DlRowMeaning *meaning, guint *rank)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_suffix (name, ends[i]))
      {
        g_autofree char *start = g_strndup (name, strlen (name) - strlen (ends[i]));

        if (look_up (start, meaning, rank))
          return TRUE;
      }
  return FALSE;
}

/* Without what stands before or behind the word that counts, up to @depth times:
 * "commit author name" is an author. */
static gboolean
look_up_part (const char *name, guint depth, DlRowMeaning *meaning, guint *rank)
{
  if (look_up_start (name, clocks, G_N_ELEMENTS (clocks), meaning, rank))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) &&
        (look_up (name + strlen (prefixes[i]), meaning, rank) ||
         (depth > 1 && look_up_part (name + strlen (prefixes[i]), depth - 1, meaning, rank))))
      {
        /* What a place is called. */
        if (*meaning == DL_ROW_TITLE && strstr ("location place venue ", prefixes[i]) != NULL)
          *meaning = DL_ROW_PLACE;
        return TRUE;
      }
  return look_up_start (name, suffixes, G_N_ELEMENTS (suffixes), meaning, rank);
}

static gboolean
has_one_of (const char *name, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (has_word (name, words[i]))
      return TRUE;
  return FALSE;
}

/* "years from start", "days since": a span. */
static gboolean
is_span (const char *name)
{
  static const char *const units[] = { "years ", "months ", "weeks ", "days ", "hours ", "minutes ", "seconds " };
  static const char *const ways[] = { "from", "since", "after", "before", "until", "ago" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (name, units[i]))
      return has_one_of (name + strlen (units[i]), ways, G_N_ELEMENTS (ways));
  return FALSE;
}

static gboolean
ends_in_one_of (const char *name, const char *const *ends, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_suffix (name, ends[i]))
      return TRUE;
  return FALSE;
}

DlRowMeaning
dl_row_name_get_meaning (const char *name, guint *rank)
{
  g_autofree char *foreign = NULL;
  g_autofree char *first = NULL;
  g_autofree char *words = dl_row_name_dup_words (name);
  const char      *paren = strpbrk (name, "([");
  const char      *colon = strchr (name, ':');
  const char      *last;
  gboolean         ends = FALSE;
  DlRowMeaning     meaning = DL_ROW_OTHER;

  *rank = 0;
  if (look_up (words, &meaning, rank))
    return meaning;
  if (is_span (words))
    return DL_ROW_OTHER;
  if (dl_row_name_look_up_compound (words, look_up, &meaning, rank))
    return meaning;
  if (cut_first (words, &first) && look_up (first, &meaning, rank) && meaning >= DL_ROW_START &&
      meaning <= DL_ROW_END_TIME)
    {
      *rank += RANK_PART;
      return meaning;
    }
  if (paren != NULL && paren > name)
    {
      g_autofree char *start = g_strndup (name, (gsize) (paren - name));
      g_autofree char *start_words = dl_row_name_dup_words (start);

      if (look_up (start_words, &meaning, rank))
        return meaning;
    }
  /* "dcterms:created" */
  if (colon != NULL)
    {
      g_autofree char *end_words = dl_row_name_dup_words (colon + 1);

      if (look_up (end_words, &meaning, rank))
        return meaning;
    }
  if (g_str_has_prefix (words, "name of ") || g_str_has_prefix (words, "title of "))
    {
      *rank = 1;
      return DL_ROW_TITLE;
    }
  /* What is displayed of a place is no date. */
  if (look_up_part (words, MAX_WORDS_BEFORE, &meaning, rank) &&
      (meaning != DL_ROW_DATE_NOTE || g_str_has_prefix (words, "date ")))
    {
      *rank += RANK_PART;
      return meaning;
    }
  if (cut_language (words, &foreign) && look_up (foreign, &meaning, rank) &&
      (meaning == DL_ROW_TITLE || meaning == DL_ROW_TEXT || meaning == DL_ROW_PLACE))
    {
      *rank += RANK_PART + RANK_OTHER_LANGUAGE;
      return meaning;
    }
  *rank = RANK_WORD;
  /* Deep within a row only the last name says what it is: "applies_when.response.code". */
  last = strrchr (name, '.');
  if (last != NULL && memchr (name, '.', (gsize) (last - name)) != NULL)
    {
      /* "input.end.date" */
      g_autofree char *outer = g_strndup (name, (gsize) (last - name));
      g_autofree char *before = dl_row_name_dup_words (strrchr (outer, '.') + 1);

      g_free (words);
      words = dl_row_name_dup_words (last + 1);
      ends = look_up (before, &meaning, rank) && meaning == DL_ROW_END;
      meaning = DL_ROW_OTHER;
      *rank = RANK_WORD;
    }
  if (has_one_of (words, other_dates, G_N_ELEMENTS (other_dates)) || has_one_of (words, counts, G_N_ELEMENTS (counts)))
    return DL_ROW_OTHER;
  if (has_one_of (words, date_words, G_N_ELEMENTS (date_words)))
    return ends || has_word (words, "end") ? DL_ROW_END : DL_ROW_START;
  if (has_one_of (words, year_words, G_N_ELEMENTS (year_words)))
    return has_word (words, "end") ? DL_ROW_END_YEAR : DL_ROW_YEAR;
  *rank = DL_ROW_RANK_GUESS;
  if (ends_in_one_of (words, first_ends, G_N_ELEMENTS (first_ends)))
    return DL_ROW_START;
  if (ends_in_one_of (words, last_ends, G_N_ELEMENTS (last_ends)))
    return DL_ROW_END;
  return DL_ROW_OTHER;
}

gboolean
dl_row_name_is_of_years (const char *name)
{
  static const char *const words[] = { "reign",          "reigned", "ruled",   "years", "floruit",
                                       "regierungszeit", "règne",   "reinado", "在位",  "재위" };
  g_autofree char         *own = dl_row_name_dup_words (name);

  return has_one_of (own, words, G_N_ELEMENTS (words));
}

gboolean
dl_row_name_is_of_other_dates (const char *name)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return has_one_of (own, other_dates, G_N_ELEMENTS (other_dates));
}

gboolean
dl_row_name_is_of_record (const char *name)
{
  static const char *const words[] = {
    "language",   "languages", "lang",     "locale",    "gender",   "sex",        "currency", "unit",    "units",
    "license",    "licence",   "rights",   "privacy",   "public",   "visibility", "color",    "colour",  "icon",
    "template",   "layout",    "format",   "slug",      "zone",     "timezone",   "week",     "weekday", "calendar",
    "confidence", "certainty", "accuracy", "precision", "verified", "checked",    "status",   "id",      "code",
    "sprache",    "langue",    "idioma",   "lingua",    "язык",     "语言",       "言語",     "언어",    "geschlecht",
    "sexe",       "sexo",      "sesso",    "пол",       "性别",     "性別",       "성별",
  };
  g_autofree char *own = dl_row_name_dup_words (name);

  return has_one_of (own, words, G_N_ELEMENTS (words));
}
