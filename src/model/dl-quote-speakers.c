/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-quote-speakers.h"

#include "model/dl-citation.h"
#include "model/dl-event-order.h"

struct _DlQuoteSpeakers
{
  gatomicrefcount ref_count;
  GPtrArray      *names;  /* char *, NULL for nobody named */
  GArray         *firsts; /* guint: of each speaker, in `order` */
  GArray         *order;  /* guint32 */
};

/* Those that were met so far, each with a number. */
typedef struct
{
  GPtrArray  *names;   /* owned */
  GHashTable *numbers; /* name to number + 1 */
  GArray     *counts;  /* guint */
  GArray     *of;      /* guint32: of each quote, its speaker's number */
} Meeting;

static guint32
meet (Meeting *meeting, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (meeting->numbers, name == NULL ? "" : name));
  guint none = 0;

  if (number > 0)
    return number - 1;
  g_ptr_array_add (meeting->names, g_strdup (name));
  g_array_append_val (meeting->counts, none);
  g_hash_table_insert (meeting->numbers, g_strdup (name == NULL ? "" : name), GUINT_TO_POINTER (meeting->names->len));
  return meeting->names->len - 1;
}

static void
take_quotes (Meeting *meeting, DlTimeline *timeline, guint position)
{
  guint                      n = dl_timeline_get_record (timeline, position)->n_quotes;
  g_autoptr (DlEventDetails) details = dl_timeline_dup_details (timeline, position);

  for (guint i = 0; i < n; i++)
    {
      const DlQuote *quote = i < details->quotes->len ? details->quotes->pdata[i] : NULL;
      guint32        number = meet (meeting, quote == NULL ? NULL : dl_quote_get_speaker_name (timeline, quote));

      g_array_append_val (meeting->of, number);
      g_array_index (meeting->counts, guint, number)++;
    }
}

/* Who speaks more is first; of two that speak as often, who spoke first. */
static int
compare_speakers (gconstpointer a, gconstpointer b, gpointer data)
{
  const Meeting *meeting = data;
  guint32        left = *(const guint32 *) a;
  guint32        right = *(const guint32 *) b;
  gboolean       left_named = meeting->names->pdata[left] != NULL;
  gboolean       right_named = meeting->names->pdata[right] != NULL;
  guint          n_left = g_array_index (meeting->counts, guint, left);
  guint          n_right = g_array_index (meeting->counts, guint, right);

  if (left_named != right_named)
    return left_named ? -1 : 1;
  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  return left < right ? -1 : left > right;
}

static DlQuoteSpeakers *
sort (Meeting *meeting)
{
  DlQuoteSpeakers    *self = g_new0 (DlQuoteSpeakers, 1);
  guint               n = meeting->names->len;
  g_autofree guint32 *ranks = g_new (guint32, MAX (n, 1));
  g_autofree guint   *next = g_new (guint, MAX (n, 1));
  guint               first = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), meeting->of->len);
  g_array_set_size (self->order, meeting->of->len);
  for (guint32 i = 0; i < n; i++)
    ranks[i] = i;
  g_qsort_with_data (ranks, (int) n, sizeof *ranks, compare_speakers, meeting);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->names, g_strdup (meeting->names->pdata[ranks[i]]));
      g_array_append_val (self->firsts, first);
      next[ranks[i]] = first;
      first += g_array_index (meeting->counts, guint, ranks[i]);
    }
  for (guint32 i = 0; i < meeting->of->len; i++)
    g_array_index (self->order, guint32, next[g_array_index (meeting->of, guint32, i)]++) = i;
  return self;
}

DlQuoteSpeakers *
dl_quote_speakers_new (DlTimeline *timeline, DlEventSet *shown, GCancellable *cancellable)
{
  g_autoptr (DlEventOrder) order = dl_event_order_new_quoting (timeline, shown);
  guint                    n = dl_event_order_get_n (order);
  DlQuoteSpeakers         *self = NULL;
  Meeting                  meeting = { g_ptr_array_new_with_free_func (g_free),
                                       g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                                       g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint32)) };
  guint                    i;

  for (i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    take_quotes (&meeting, timeline, dl_event_order_get_position (order, i));
  if (i == n)
    self = sort (&meeting);
  g_ptr_array_unref (meeting.names);
  g_hash_table_unref (meeting.numbers);
  g_array_unref (meeting.counts);
  g_array_unref (meeting.of);
  return self;
}

DlQuoteSpeakers *
dl_quote_speakers_ref (DlQuoteSpeakers *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_quote_speakers_unref (DlQuoteSpeakers *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->names);
  g_array_unref (self->firsts);
  g_array_unref (self->order);
  g_free (self);
}

guint
dl_quote_speakers_get_n_quotes (DlQuoteSpeakers *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->order->len;
}

guint
dl_quote_speakers_get_n (DlQuoteSpeakers *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->names->len;
}

const char *
dl_quote_speakers_get_name (DlQuoteSpeakers *self, guint speaker)
{
  g_return_val_if_fail (self != NULL && speaker < self->names->len, NULL);
  return self->names->pdata[speaker];
}

const guint32 *
dl_quote_speakers_get_order (DlQuoteSpeakers *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const guint32 *) (gpointer) self->order->data;
}

guint
dl_quote_speakers_get_first (DlQuoteSpeakers *self, guint speaker)
{
  g_return_val_if_fail (self != NULL && speaker < self->firsts->len, 0);
  return g_array_index (self->firsts, guint, speaker);
}
