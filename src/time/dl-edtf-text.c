/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-edtf.h"

#include <stdlib.h>
#include <string.h>

#include "time/dl-date.h"

static void
append_qualifier (GString *text, guint8 qualifiers)
{
  static const char marks[] = { '\0', '?', '~', '%' };

  if (qualifiers != 0)
    g_string_append_c (text, marks[qualifiers & 3]);
}

/* The last component up to which a qualifier holds that stands after it, or
 * -1 where the qualifiers can only be written before their components. */
static int
group_end (const DlEdtfPoint *point)
{
  int end = 0;
  int i;

  if (point->qualifiers[0] == 0)
    return -1;
  while (end + 1 < point->components && point->qualifiers[end + 1] == point->qualifiers[0])
    end++;
  for (i = end + 1; i < point->components; i++)
    if (point->qualifiers[i] != 0)
      return -1;
  return end;
}

static void
append_year (GString *text, const DlEdtfPoint *point)
{
  if (point->year_form != DL_EDTF_YEAR_PLAIN)
    g_string_append_c (text, 'Y');
  if (point->negative)
    g_string_append_c (text, '-');
  if (point->year_form == DL_EDTF_YEAR_PLAIN)
    g_string_append_len (text, point->digits, 4);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, point->magnitude);
  if (point->year_form == DL_EDTF_YEAR_EXPONENT)
    g_string_append_printf (text, "E%d", point->exponent);
  /* After an exponent it says what `~` is worth even when it keeps all digits. */
  if (point->significant > 0 && (point->significant < point->year_digits || point->year_form == DL_EDTF_YEAR_EXPONENT))
    g_string_append_printf (text, "S%d", point->significant);
}

static void
append_time (GString *text, const DlEdtfPoint *point)
{
  int i;
  int nanos = point->nanos;

  g_string_append_printf (text, "T%02d", point->hour);
  if (point->time_parts > 1)
    g_string_append_printf (text, ":%02d", point->minute);
  if (point->time_parts > 2)
    g_string_append_printf (text, ":%02d", point->second);
  for (i = 0; i < point->fraction_digits; i++, nanos = nanos % 100000000 * 10)
    g_string_append_printf (text, "%s%d", i == 0 ? "." : "", nanos / 100000000);

  if (point->zone == DL_EDTF_OFFSET && point->offset != 0)
    g_string_append_printf (text, "%c%02d:%02d", point->offset < 0 ? '-' : '+', abs (point->offset) / 3600,
                            abs (point->offset) / 60 % 60);
  else if (point->zone != DL_EDTF_FLOATING)
    g_string_append_c (text, 'Z');
}

static void
append_point (GString *text, const DlEdtfPoint *point)
{
  int group = group_end (point);
  int i;

  if (point->kind != DL_EDTF_DATE)
    {
      if (point->kind == DL_EDTF_OPEN)
        g_string_append (text, "..");
      return;
    }
  for (i = 0; i < point->components; i++)
    {
      if (i > 0)
        g_string_append_c (text, '-');
      if (group < 0)
        append_qualifier (text, point->qualifiers[i]);
      if (i == DL_EDTF_YEAR)
        append_year (text, point);
      else
        g_string_append_len (text, point->digits + 2 + 2 * i, 2);
      if (i == group)
        append_qualifier (text, point->qualifiers[i]);
    }
  if (point->time_parts > 0)
    append_time (text, point);
}

char *
dl_edtf_to_text (const DlEdtf *edtf)
{
  GString    *text = g_string_new (NULL);
  DlEdtfPoint from;
  DlEdtfPoint to;
  gsize       at = 0;

  if (edtf->form == DL_EDTF_SINGLE || edtf->form == DL_EDTF_INTERVAL)
    {
      append_point (text, &edtf->start);
      if (edtf->form == DL_EDTF_INTERVAL)
        {
          g_string_append_c (text, '/');
          append_point (text, &edtf->end);
        }
      return g_string_free (text, FALSE);
    }

  g_string_append_c (text, edtf->form == DL_EDTF_SET_ONE ? '[' : '{');
  while (dl_edtf_next_member (edtf, &at, &from, &to))
    {
      if (text->len > 1)
        g_string_append_c (text, ',');
      append_point (text, &from);
      if (from.kind == DL_EDTF_DATE && to.kind == DL_EDTF_DATE)
        g_string_append (text, "..");
      append_point (text, &to);
    }
  g_string_append_c (text, edtf->form == DL_EDTF_SET_ONE ? ']' : '}');
  return g_string_free (text, FALSE);
}

char *
dl_edtf_from_civil (const DlCivil *civil, DlUnit unit)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (civil != NULL, NULL);
  /* Beyond four digits there is only the year. */
  if (civil->year > 9999 || civil->year < -9999)
    {
      g_string_append_printf (out, "Y%" G_GINT64_FORMAT, civil->year);
      return g_string_free (out, FALSE);
    }
  g_string_append_printf (out, "%s%04d", civil->year < 0 ? "-" : "", ABS ((int) civil->year));
  if (unit <= DL_UNIT_QUARTER)
    g_string_append_printf (out, "-%02d", civil->month);
  if (unit <= DL_UNIT_WEEK)
    g_string_append_printf (out, "-%02d", civil->day);
  if (unit <= DL_UNIT_HOUR)
    g_string_append_printf (out, "T%02d:%02d", civil->hour, civil->minute);
  if (unit == DL_UNIT_SECOND)
    g_string_append_printf (out, ":%02d", civil->second);
  return g_string_free (out, FALSE);
}

char *
dl_date_canonical (const char *text)
{
  DlDate date;
  DlEdtf edtf;
  gsize  length;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  if (!dl_date_parse (text, (gssize) length, &date, NULL) || !dl_edtf_parse (text, length, &edtf, NULL))
    return NULL;
  return dl_edtf_to_text (&edtf);
}
