/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xml/dl-xml.h"

#include <string.h>

#include "formats/markup/dl-entity.h"

#define CDATA "<![CDATA["

void
dl_xml_init (DlXml *self, const char *text, gsize length)
{
  *self = (DlXml){ .text = text, .length = length };
}

static gboolean
looking_at (const DlXml *self, gsize at, const char *word)
{
  gsize n = strlen (word);

  return self->length - at >= n && memcmp (self->text + at, word, n) == 0;
}

/* Behind the next @word, or the end. */
static gsize
find_behind (const DlXml *self, gsize at, const char *word)
{
  const char *found = at < self->length ? g_strstr_len (self->text + at, (gssize) (self->length - at), word) : NULL;

  return found != NULL ? (gsize) (found - self->text) + strlen (word) : self->length;
}

/* Behind a declaration, which may hold others in brackets. */
static gsize
skip_declaration (const DlXml *self, gsize at)
{
  guint depth = 0;

  for (; at < self->length; at++)
    {
      char c = self->text[at];

      if (c == '[')
        depth++;
      else if (c == ']' && depth > 0)
        depth--;
      else if (c == '>' && depth == 0)
        return at + 1;
    }
  return at;
}

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.' || c == ':' || (c & 0x80) != 0;
}

/* Whether a tag begins at a `<`; then what it is. */
static gboolean
read_tag (DlXml *self, gsize at)
{
  gboolean closing = at + 1 < self->length && self->text[at + 1] == '/';
  gsize    name = at + (closing ? 2 : 1);
  gsize    end = name;
  char     quote = '\0';

  if (name >= self->length || !is_name (self->text[name]) || g_ascii_isdigit (self->text[name]))
    return FALSE;
  while (end < self->length && is_name (self->text[end]))
    end++;
  self->name = self->text + name;
  self->name_length = end - name;
  for (; end < self->length && (quote != '\0' || self->text[end] != '>'); end++)
    {
      char c = self->text[end];

      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if ((c == '"' || c == '\'') && !closing)
        quote = c;
      else if (c == '<')
        break;
    }
  self->empty = !closing && end < self->length && self->text[end] == '>' && self->text[end - 1] == '/';
  self->kind = closing ? DL_XML_END : DL_XML_START;
  self->at = at;
  self->end = end < self->length && self->text[end] == '>' ? end + 1 : end;
  return TRUE;
}

gboolean
dl_xml_next (DlXml *self)
{
  gsize at = self->end;

  self->cdata = FALSE;
  if (self->empty)
    {
      self->empty = FALSE;
      self->kind = DL_XML_END;
      return TRUE;
    }
  while (at < self->length)
    {
      gsize end;

      if (looking_at (self, at, "<!--"))
        at = find_behind (self, at + 4, "-->");
      else if (looking_at (self, at, CDATA))
        {
          self->kind = DL_XML_TEXT;
          self->cdata = TRUE;
          self->at = at;
          self->end = find_behind (self, at, "]]>");
          return TRUE;
        }
      else if (looking_at (self, at, "<!"))
        at = skip_declaration (self, at);
      else if (looking_at (self, at, "<?"))
        at = find_behind (self, at, "?>");
      else if (self->text[at] == '<' && read_tag (self, at))
        return TRUE;
      else
        {
          /* A `<` that begins nothing is text. */
          end = at + 1;
          while (end < self->length && self->text[end] != '<')
            end++;
          self->kind = DL_XML_TEXT;
          self->at = at;
          self->end = end;
          return TRUE;
        }
    }
  self->kind = DL_XML_END_OF_FILE;
  self->at = self->length;
  self->end = self->length;
  return FALSE;
}

gboolean
dl_xml_is (const DlXml *self, const char *name)
{
  const char *own = self->name;
  gsize       length = self->name_length;
  const char *colon;

  if (self->kind != DL_XML_START && self->kind != DL_XML_END)
    return FALSE;
  colon = memchr (own, ':', length);
  if (colon != NULL)
    {
      length -= (gsize) (colon + 1 - own);
      own = colon + 1;
    }
  return length == strlen (name) && g_ascii_strncasecmp (own, name, length) == 0;
}

/* Text with entities. Returns: (transfer full) */
static char *
dup_decoded (const char *text, gsize length)
{
  g_autofree char *raw = g_strndup (text, length);
  GString         *out;
  const char      *at = raw;

  if (strchr (raw, '&') == NULL)
    return g_steal_pointer (&raw);
  out = g_string_sized_new (length);
  while (*at != '\0')
    {
      gsize    run = strcspn (at, "&");
      gsize    n = 1;
      gunichar c;

      g_string_append_len (out, at, (gssize) run);
      at += run;
      if (*at == '\0')
        break;
      c = dl_entity_read (at, &n);
      if (c != 0)
        g_string_append_unichar (out, c);
      else
        g_string_append_c (out, '&');
      at += n;
    }
  return g_string_free (out, FALSE);
}

void
dl_xml_attribute_init (DlXmlAttribute *self, const DlXml *xml)
{
  *self = (DlXmlAttribute){ .xml = xml };
  self->next = xml->kind == DL_XML_START ? (gsize) (xml->name - xml->text) + xml->name_length : xml->end;
}

/* Behind a value that begins at @at, in quotation marks or bare. */
static gsize
read_value (DlXmlAttribute *self, gsize at)
{
  const char *text = self->xml->text;
  gsize       end = self->xml->end;
  const char *close;

  self->valued = TRUE;
  if (at < end && (text[at] == '"' || text[at] == '\''))
    {
      close = memchr (text + at + 1, text[at], end - at - 1);
      self->value = at + 1;
      self->value_end = close != NULL ? (gsize) (close - text) : end;
      return self->value_end + 1;
    }
  self->value = at;
  while (at < end && !g_ascii_isspace (text[at]) && text[at] != '>')
    at++;
  self->value_end = at;
  return at;
}

gboolean
dl_xml_attribute_next (DlXmlAttribute *self)
{
  const char *text = self->xml->text;
  gsize       end = self->xml->end;
  gsize       at = self->next;

  while (at < end && !is_name (text[at]))
    at++;
  if (at >= end)
    return FALSE;
  self->at = at;
  while (at < end && is_name (text[at]))
    at++;
  self->name = text + self->at;
  self->name_length = at - self->at;
  self->valued = FALSE;
  while (at < end && g_ascii_isspace (text[at]))
    at++;
  if (at < end && text[at] == '=')
    {
      for (at++; at < end && g_ascii_isspace (text[at]);)
        at++;
      at = read_value (self, at);
    }
  self->next = at;
  return TRUE;
}

gboolean
dl_xml_attribute_is (const DlXmlAttribute *self, const char *name)
{
  return self->name_length == strlen (name) && g_ascii_strncasecmp (self->name, name, self->name_length) == 0;
}

char *
dl_xml_attribute_dup_value (const DlXmlAttribute *self)
{
  return self->valued ? dup_decoded (self->xml->text + self->value, self->value_end - self->value) : NULL;
}

char *
dl_xml_dup_attribute (const DlXml *self, const char *name)
{
  DlXmlAttribute attribute;

  dl_xml_attribute_init (&attribute, self);
  while (dl_xml_attribute_next (&attribute))
    if (attribute.valued && dl_xml_attribute_is (&attribute, name))
      return dl_xml_attribute_dup_value (&attribute);
  return NULL;
}

gboolean
dl_xml_has_attribute (const DlXml *self, const char *name)
{
  DlXmlAttribute attribute;

  dl_xml_attribute_init (&attribute, self);
  while (dl_xml_attribute_next (&attribute))
    if (dl_xml_attribute_is (&attribute, name))
      return TRUE;
  return FALSE;
}

char *
dl_xml_dup_text (const DlXml *self)
{
  if (self->kind != DL_XML_TEXT)
    return g_strdup ("");
  if (self->cdata)
    {
      gsize start = self->at + strlen (CDATA);
      gsize end = self->end;

      if (end - start >= 3 && memcmp (self->text + end - 3, "]]>", 3) == 0)
        end -= 3;
      return g_strndup (self->text + start, end - start);
    }
  return dup_decoded (self->text + self->at, self->end - self->at);
}

/* Whether @self, at an end or a start, ends what was begun under that name. */
static gboolean
is_same (const DlXml *self, const char *name, gsize length)
{
  return self->name_length == length && g_ascii_strncasecmp (self->name, name, length) == 0;
}

/* On to the next tag or text within what was begun under that name. @depth: how often it was, to be 1 at first.
 * Returns: FALSE at its end, and at that of the file */
static gboolean
next_within (DlXml *self, const char *name, gsize length, guint *depth)
{
  if (!dl_xml_next (self))
    return FALSE;
  if (self->kind != DL_XML_TEXT && is_same (self, name, length))
    *depth += self->kind == DL_XML_START ? 1 : -1;
  return *depth > 0;
}

char *
dl_xml_dup_content (DlXml *self)
{
  const char *name = self->name;
  gsize       length = self->name_length;
  GString    *content = g_string_new (NULL);
  guint       depth = 1;

  while (next_within (self, name, length, &depth))
    if (self->kind == DL_XML_TEXT)
      {
        g_autofree char *text = dl_xml_dup_text (self);

        g_string_append (content, text);
      }
    /* The end of an empty tag was written with it. */
    else if (self->kind == DL_XML_START || self->text[self->at + 1] == '/')
      g_string_append_len (content, self->text + self->at, (gssize) (self->end - self->at));
  return g_string_free (content, FALSE);
}

void
dl_xml_skip (DlXml *self)
{
  const char *name = self->name;
  gsize       length = self->name_length;
  guint       depth = 1;

  while (next_within (self, name, length, &depth))
    ;
}
