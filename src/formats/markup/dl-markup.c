/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/markup/dl-markup.h"

#include <string.h>

#include "formats/markup/dl-entity.h"
#include "formats/xml/dl-xml.h"

/* What a tag does to the text around it. */
typedef enum
{
  TAG_NOTHING,
  TAG_LINE,      /* ends a line */
  TAG_PARAGRAPH, /* ends a paragraph */
  TAG_ITEM,      /* begins an item of a list */
  TAG_CELL,      /* begins a cell of a table */
  TAG_LINK,
  TAG_PRE,
  TAG_HIDDEN, /* what is in it is no text */
} TagEffect;

static const struct
{
  const char *name;
  TagEffect   effect;
} tags[] = {
  { "a", TAG_LINK },
  { "abbr", TAG_NOTHING },
  { "address", TAG_PARAGRAPH },
  { "article", TAG_PARAGRAPH },
  { "aside", TAG_PARAGRAPH },
  { "b", TAG_NOTHING },
  { "big", TAG_NOTHING },
  { "bdi", TAG_NOTHING },
  { "bdo", TAG_NOTHING },
  { "blockquote", TAG_PARAGRAPH },
  { "br", TAG_LINE },
  { "canvas", TAG_HIDDEN },
  { "caption", TAG_LINE },
  { "center", TAG_LINE },
  { "cite", TAG_NOTHING },
  { "code", TAG_NOTHING },
  { "col", TAG_NOTHING },
  { "colgroup", TAG_NOTHING },
  { "dd", TAG_LINE },
  { "del", TAG_NOTHING },
  { "details", TAG_PARAGRAPH },
  { "dfn", TAG_NOTHING },
  { "div", TAG_LINE },
  { "dl", TAG_LINE },
  { "dt", TAG_LINE },
  { "em", TAG_NOTHING },
  { "embed", TAG_NOTHING },
  { "figcaption", TAG_LINE },
  { "figure", TAG_PARAGRAPH },
  { "font", TAG_NOTHING },
  { "footer", TAG_LINE },
  { "form", TAG_LINE },
  { "h1", TAG_PARAGRAPH },
  { "h2", TAG_PARAGRAPH },
  { "h3", TAG_PARAGRAPH },
  { "h4", TAG_PARAGRAPH },
  { "h5", TAG_PARAGRAPH },
  { "h6", TAG_PARAGRAPH },
  { "head", TAG_HIDDEN },
  { "header", TAG_LINE },
  { "hr", TAG_PARAGRAPH },
  { "html", TAG_NOTHING },
  { "body", TAG_NOTHING },
  { "i", TAG_NOTHING },
  { "iframe", TAG_HIDDEN },
  { "img", TAG_NOTHING },
  { "ins", TAG_NOTHING },
  { "kbd", TAG_NOTHING },
  { "label", TAG_NOTHING },
  { "li", TAG_ITEM },
  { "main", TAG_LINE },
  { "mark", TAG_NOTHING },
  { "nav", TAG_LINE },
  { "noscript", TAG_NOTHING },
  { "object", TAG_HIDDEN },
  { "ol", TAG_LINE },
  { "p", TAG_PARAGRAPH },
  { "param", TAG_NOTHING },
  { "picture", TAG_NOTHING },
  { "pre", TAG_PRE },
  { "q", TAG_NOTHING },
  { "s", TAG_NOTHING },
  { "samp", TAG_NOTHING },
  { "script", TAG_HIDDEN },
  { "section", TAG_PARAGRAPH },
  { "small", TAG_NOTHING },
  { "span", TAG_NOTHING },
  { "source", TAG_NOTHING },
  { "strike", TAG_NOTHING },
  { "strong", TAG_NOTHING },
  { "style", TAG_HIDDEN },
  { "sub", TAG_NOTHING },
  { "summary", TAG_LINE },
  { "sup", TAG_NOTHING },
  { "svg", TAG_HIDDEN },
  { "table", TAG_LINE },
  { "tbody", TAG_NOTHING },
  { "td", TAG_CELL },
  { "template", TAG_HIDDEN },
  { "tfoot", TAG_NOTHING },
  { "th", TAG_CELL },
  { "thead", TAG_NOTHING },
  { "time", TAG_NOTHING },
  { "tr", TAG_LINE },
  { "tt", TAG_NOTHING },
  { "u", TAG_NOTHING },
  { "ul", TAG_LINE },
  { "var", TAG_NOTHING },
  { "video", TAG_HIDDEN },
  { "audio", TAG_HIDDEN },
  { "button", TAG_NOTHING },
  { "wbr", TAG_NOTHING },
};

typedef struct
{
  const char *start; /* at `<` */
  const char *name;
  gsize       name_length;
  const char *end; /* behind `>` */
  gboolean    closing;
  gboolean    known;
  guint       index; /* among those that are known */
  TagEffect   effect;
} Tag;

typedef struct
{
  GString *text;
  gboolean one_line;
  gboolean tagged; /* line feeds are spaces */
  guint    pre;
  guint    breaks; /* line feeds that are due */
  gboolean space;  /* a space is due */
  char    *link;   /* of the link that is open */
  gsize    link_start;
  gboolean unclosed[G_N_ELEMENTS (tags)]; /* none behind here has an end, which is not sought again */
} Maker;

/* A tag or a comment at @at, which is `<`. Returns: whether there is one */
static gboolean
read_tag (const char *at, Tag *tag)
{
  const char *p = at + 1;
  char        quote = '\0';

  *tag = (Tag){ .start = at };
  if (g_str_has_prefix (at, "<!--"))
    {
      const char *end = strstr (at + 4, "-->");

      tag->end = end != NULL ? end + 3 : at + strlen (at);
      tag->known = TRUE;
      return TRUE;
    }
  tag->closing = *p == '/';
  if (tag->closing)
    p++;
  if (!g_ascii_isalpha (*p) && *p != '!' && *p != '?')
    return FALSE;
  tag->name = p;
  while (g_ascii_isalnum (*p) || *p == '-' || *p == ':')
    p++;
  tag->name_length = (gsize) (p - tag->name);
  /* "<a@example.org>" is none of these. */
  for (guint i = 0; (g_ascii_isspace (*p) || strchr ("/>", *p) != NULL) && i < G_N_ELEMENTS (tags); i++)
    if (strlen (tags[i].name) == tag->name_length &&
        g_ascii_strncasecmp (tags[i].name, tag->name, tag->name_length) == 0)
      {
        tag->known = TRUE;
        tag->index = i;
        tag->effect = tags[i].effect;
      }
  for (; *p != '\0' && (quote != '\0' || *p != '>'); p++)
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if ((*p == '"' || *p == '\'') && p[-1] == '=')
      quote = *p;
    else if (*p == '<')
      return FALSE;
  if (*p != '>')
    return FALSE;
  tag->end = p + 1;
  return TRUE;
}

/* The value of an attribute of a tag, its entities undone. Returns: (transfer full) (nullable) */
static char *
dup_attribute (const Tag *tag, const char *name)
{
  gsize length = (gsize) (tag->end - tag->start);
  DlXml xml = {
    .text = tag->start,
    .length = length,
    .kind = DL_XML_START,
    .end = length,
    .name = tag->name,
    .name_length = tag->name_length,
  };
  char *value = dl_xml_dup_attribute (&xml, name);

  return value != NULL ? g_strstrip (value) : NULL;
}

/* Writes the space and line feeds that are due. */
static void
settle (Maker *maker)
{
  if (maker->breaks > 0 && maker->text->len > 0)
    g_string_append (maker->text, maker->one_line ? " " : maker->breaks > 1 ? "\n\n" : "\n");
  else if (maker->space && maker->text->len > 0)
    g_string_append_c (maker->text, ' ');
  maker->breaks = 0;
  maker->space = FALSE;
}

static void
add_space (Maker *maker, char c)
{
  if (c == '\n' && !maker->one_line && (!maker->tagged || maker->pre > 0))
    maker->breaks++;
  else if (maker->pre > 0 && maker->breaks == 0)
    g_string_append_c (maker->text, ' ');
  else
    maker->space = TRUE;
}

/* Ends the link that is open: its address stands behind its words, where these
 * do not say it themselves. */
static void
close_link (Maker *maker)
{
  g_autofree char *link = g_steal_pointer (&maker->link);
  const char      *words;

  if (link == NULL || maker->one_line || !(g_str_has_prefix (link, "http://") || g_str_has_prefix (link, "https://")))
    return;
  words = maker->text->str + MIN (maker->link_start, maker->text->len);
  while (g_ascii_isspace (*words))
    words++;
  /* "example.org/more" says it itself, "more" does not. */
  if (*words != '\0' && (strchr (words, '.') == NULL || strstr (link, words) == NULL))
    g_string_append_printf (maker->text, " (%s)", link);
}

/* Over what is in an element that is no text. Returns: its end, or behind its start where it has none */
static const char *
pass_hidden (Maker *maker, const Tag *tag)
{
  g_autofree char *close = g_strdup_printf ("</%.*s", (int) tag->name_length, tag->name);

  for (const char *p = tag->end; *p != '\0' && !maker->unclosed[tag->index]; p++)
    if (*p == '<' && g_ascii_strncasecmp (p, close, strlen (close)) == 0)
      return p;
  maker->unclosed[tag->index] = TRUE;
  return tag->end;
}

static const char *
apply_tag (Maker *maker, const Tag *tag)
{
  switch (tag->effect)
    {
    case TAG_LINE:
      maker->breaks = MAX (maker->breaks, 1);
      /* A second `<br>` makes a paragraph. */
      if (tag->name_length == 2 && g_ascii_strncasecmp (tag->name, "br", 2) == 0)
        {
          const char *p = tag->end;
          Tag         next;

          while (g_ascii_isspace (*p))
            p++;
          if (*p == '<' && read_tag (p, &next) && next.name_length == 2 &&
              g_ascii_strncasecmp (next.name, "br", 2) == 0)
            maker->breaks = 2;
        }
      break;
    case TAG_PARAGRAPH:
      maker->breaks = 2;
      break;
    case TAG_ITEM:
      maker->breaks = MAX (maker->breaks, 1);
      if (!tag->closing)
        {
          settle (maker);
          g_string_append (maker->text, maker->one_line ? "" : "• ");
        }
      break;
    case TAG_CELL:
      maker->space = TRUE;
      break;
    case TAG_LINK:
      close_link (maker);
      if (!tag->closing)
        {
          maker->link = dup_attribute (tag, "href");
          maker->link_start = maker->text->len;
        }
      break;
    case TAG_PRE:
      maker->breaks = MAX (maker->breaks, 1);
      maker->pre = tag->closing || maker->one_line ? 0 : 1;
      break;
    case TAG_HIDDEN:
      if (!tag->closing && tag->end[-2] != '/')
        return pass_hidden (maker, tag);
      break;
    case TAG_NOTHING:
    default:
      break;
    }
  return tag->end;
}

gboolean
dl_markup_ends_line (const char *tag)
{
  Tag read;

  return read_tag (tag, &read) && read.known && read.effect != TAG_NOTHING && read.effect != TAG_LINK;
}

gboolean
dl_markup_has_tags (const char *markup)
{
  const char *p = markup;
  Tag         tag;

  while ((p = strchr (p, '<')) != NULL)
    {
      if (read_tag (p, &tag) && tag.known)
        return TRUE;
      p++;
    }
  return FALSE;
}

static char *
make_text (const char *markup, gboolean one_line)
{
  Maker            maker = { .text = g_string_new (NULL), .one_line = one_line };
  g_autofree char *valid = NULL;
  const char      *p = markup != NULL ? markup : "";

  /* A letter that is cut off at its end would lead beyond it. */
  if (!g_utf8_validate (p, -1, NULL))
    p = valid = g_utf8_make_valid (p, -1);
  maker.tagged = dl_markup_has_tags (p);
  while (*p != '\0')
    {
      gunichar c = 0;
      gsize    length = 1;
      Tag      tag;

      if (*p == '<' && maker.tagged && read_tag (p, &tag) && (tag.known || *tag.name == '!' || *tag.name == '?'))
        {
          p = apply_tag (&maker, &tag);
          continue;
        }
      if (*p == '&')
        c = dl_entity_read (p, &length);
      if (c == 0)
        {
          c = g_utf8_get_char (p);
          length = (gsize) (g_utf8_next_char (p) - p);
        }
      p += length;
      if (c == '\r')
        continue;
      if (c == ' ' || c == '\n' || c == '\t' || c == 0xa0)
        {
          add_space (&maker, (char) c);
          continue;
        }
      settle (&maker);
      g_string_append_unichar (maker.text, c);
    }
  close_link (&maker);
  return g_strstrip (g_string_free (maker.text, FALSE));
}

char *
dl_markup_to_text (const char *markup)
{
  return make_text (markup, FALSE);
}

char *
dl_markup_to_line (const char *markup)
{
  return make_text (markup, TRUE);
}

/* The next tag of HTML behind @at that begins something. Returns: whether there is one */
static gboolean
next_start (const char **at, Tag *tag)
{
  const char *p = *at;

  while (p != NULL && (p = strchr (p, '<')) != NULL)
    {
      if (!read_tag (p, tag))
        {
          p++;
          continue;
        }
      *at = tag->end;
      if (tag->name != NULL && !tag->closing)
        return TRUE;
      p = tag->end;
    }
  return FALSE;
}

char *
dl_markup_dup_address (const char *markup)
{
  const char *at = markup;
  Tag         tag;

  while (next_start (&at, &tag))
    {
      char *address = dup_attribute (&tag, "href");

      if (address == NULL)
        address = dup_attribute (&tag, "src");
      if (address != NULL && *address != '\0')
        return address;
      g_free (address);
    }
  return NULL;
}

static void
address_free (gpointer data)
{
  DlMarkupAddress *self = data;

  g_free (self->address);
  g_free (self->title);
  g_free (self);
}

static gboolean
is_tag (const Tag *tag, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == tag->name_length && g_ascii_strncasecmp (names[i], tag->name, tag->name_length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether it counts those who read a page. */
static gboolean
is_dot (const Tag *tag)
{
  g_autofree char *width = dup_attribute (tag, "width");
  g_autofree char *height = dup_attribute (tag, "height");

  return width != NULL && height != NULL && g_ascii_strtoull (width, NULL, 10) <= 1 &&
         g_ascii_strtoull (height, NULL, 10) <= 1;
}

GPtrArray *
dl_markup_find_addresses (const char *markup)
{
  static const char *const links[] = { "a", "area", NULL };
  static const char *const media[] = { "img", "iframe", "embed", "source", "video", "audio", NULL };
  GPtrArray               *all = g_ptr_array_new_with_free_func (address_free);
  const char              *at = markup;
  Tag                      tag;

  while (next_start (&at, &tag))
    {
      gboolean         is_link = is_tag (&tag, links);
      g_autofree char *address = NULL;
      DlMarkupAddress *found;

      if (is_link || is_tag (&tag, media))
        address = dup_attribute (&tag, is_link ? "href" : "src");
      if (address == NULL || *address == '\0' || (!is_link && is_dot (&tag)))
        continue;
      found = g_new0 (DlMarkupAddress, 1);
      found->address = g_steal_pointer (&address);
      found->title = dup_attribute (&tag, "alt");
      if (found->title == NULL)
        found->title = dup_attribute (&tag, "title");
      found->is_link = is_link;
      g_ptr_array_add (all, found);
    }
  return all;
}
