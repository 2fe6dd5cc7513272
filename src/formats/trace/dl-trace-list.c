/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/trace/dl-trace-list.h"

#include "formats/trace/dl-trace-walk.h"

/* Nanoseconds since 1970, where there are such; more digits than a number with a fraction holds. */
static gint64
get_base (const DlLiteral *value)
{
  g_autofree char *text = g_strndup (value->text + value->at, dl_literal_get_end (value) - value->at);
  gint64           base = 0;

  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64 / 2, &base, NULL) ? base : 0;
}

/* The list of events. */
gboolean
dl_trace_find_list (DlInput *input, DlLiteral *list, gint64 *base)
{
  DlLiteral     root = dl_input_get_literal (input, 0);
  DlLiteral     key;
  DlLiteral     value;
  DlLiteral     members[DL_TRACE_N_MEMBERS];
  DlLiteralIter iter;

  *base = 0;
  dl_literal_iter_init (&iter, &root);
  if (root.kind == DL_LITERAL_OBJECT)
    {
      while (dl_literal_iter_peek (&iter, &key, &value))
        {
          /* What follows the list is not looked for: traces are large. */
          if (dl_literal_is (&key, "baseTimeNanoseconds"))
            *base = get_base (&value);
          if (dl_literal_is (&key, "traceEvents") && value.kind == DL_LITERAL_LIST)
            {
              *list = value;
              return TRUE;
            }
          if (!dl_literal_iter_pass (&iter))
            return FALSE;
        }
      return FALSE;
    }
  if (root.kind != DL_LITERAL_LIST)
    return FALSE;
  *list = root;
  for (guint n = 0; n < 5 && dl_literal_iter_next (&iter, NULL, &value); n++)
    {
      if (value.kind != DL_LITERAL_OBJECT)
        return FALSE;
      dl_literal_get_members (&value, dl_trace_names, members);
      if (members[DL_TRACE_PHASE].kind == DL_LITERAL_STRING &&
          (members[DL_TRACE_TIME].kind != DL_LITERAL_NOTHING || members[DL_TRACE_PROCESS].kind != DL_LITERAL_NOTHING))
        return TRUE;
    }
  return FALSE;
}
