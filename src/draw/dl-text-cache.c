/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/dl-text-cache.h"

#include <math.h>
#include <string.h>

/* The width of a run that has all the room it wants: the same at every frame,
 * also where the room changes with every step of a zoom. */
#define UNCUT -1

typedef struct
{
  const char *text;
  gsize       length;
  guint32     hash; /* of the text alone */
  guint8      style;
  int         width;
  GdkRGBA     color;
} Key;

typedef struct
{
  DlTextRun run;
  Key       key;
  GList     link; /* in the order of use; its data is the entry */
  gboolean  has_node;
  char      text[];
} Entry;

struct _DlTextCache
{
  DlFonts      *fonts;
  PangoContext *context;
  GHashTable   *entries; /* Key -> Entry, owned */
  GQueue        used;    /* the latest first */
  guint         capacity;
  guint         n_made;
};

/* Eight bytes at a time; every bit of the text reaches every bit of the result
 * (the constants are SplitMix64's). */
static guint32
hash_text (const char *text, gsize length)
{
  guint64 hash = length;
  guint64 part;
  gsize   i;

  for (i = 0; i + sizeof part <= length; i += sizeof part)
    {
      memcpy (&part, text + i, sizeof part);
      hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  part = 0;
  memcpy (&part, text + i, length - i);
  hash = (hash ^ part) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ hash >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) (hash >> 32);
}

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return key->hash ^ (guint) key->width * 0x9e3779b1u ^ (guint) key->style << 8;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->hash == right->hash && left->length == right->length && left->style == right->style &&
         left->width == right->width && memcmp (left->text, right->text, left->length) == 0 &&
         gdk_rgba_equal (&left->color, &right->color);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->run.node, gsk_render_node_unref);
  g_object_unref (entry->run.layout);
  g_free (entry);
}

DlTextCache *
dl_text_cache_new (DlFonts *fonts, PangoContext *context, guint capacity)
{
  DlTextCache *self;

  g_return_val_if_fail (capacity > 0, NULL);
  self = g_new0 (DlTextCache, 1);
  self->fonts = dl_fonts_ref (fonts);
  self->context = g_object_ref (context);
  self->entries = g_hash_table_new_full (key_hash, key_equal, NULL, entry_free);
  self->capacity = capacity;
  g_queue_init (&self->used);
  return self;
}

void
dl_text_cache_free (DlTextCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_object_unref (self->context);
  dl_fonts_unref (self->fonts);
  g_free (self);
}

static void
shape (DlTextCache *self, Entry *entry)
{
  const Key   *key = &entry->key;
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, dl_fonts_get (self->fonts, (DlTextStyle) key->style));
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, (int) key->length);
  if (key->width != UNCUT)
    {
      pango_layout_set_width (layout, key->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &entry->run.width, &entry->run.height);
  entry->run.baseline = (float) pango_layout_get_baseline (layout) / PANGO_SCALE;
  entry->run.layout = layout;
}

static void
make_node (Entry *entry)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_append_layout (snapshot, entry->run.layout, &entry->key.color);
  entry->run.node = gtk_snapshot_free_to_node (snapshot);
  entry->has_node = TRUE;
}

static Entry *
make_entry (DlTextCache *self, const Key *key)
{
  Entry *entry = g_malloc (sizeof *entry + key->length + 1);

  memset (entry, 0, sizeof *entry);
  memcpy (entry->text, key->text, key->length + 1);
  entry->key = *key;
  entry->key.text = entry->text;
  entry->link.data = entry;
  shape (self, entry);
  self->n_made++;
  return entry;
}

/* The entry for @key, as the one used last. */
static Entry *
use (DlTextCache *self, const Key *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry != NULL)
    {
      g_queue_unlink (&self->used, &entry->link);
      g_queue_push_head_link (&self->used, &entry->link);
      return entry;
    }
  if (self->used.length >= self->capacity)
    {
      Entry *oldest = self->used.tail->data;

      g_queue_unlink (&self->used, &oldest->link);
      g_hash_table_remove (self->entries, &oldest->key);
    }
  entry = make_entry (self, key);
  g_hash_table_insert (self->entries, &entry->key, entry);
  g_queue_push_head_link (&self->used, &entry->link);
  return entry;
}

const DlTextRun *
dl_text_cache_get (DlTextCache *self, const char *text, DlTextStyle style, int width, const GdkRGBA *color)
{
  Key    key = { .text = text, .length = strlen (text), .style = (guint8) style, .width = UNCUT };
  Entry *entry;

  key.hash = hash_text (text, key.length);
  if (color != NULL)
    key.color = *color;
  entry = use (self, &key);
  if (entry->run.width > width + DL_TEXT_PASSED_OVER)
    {
      key.width = width;
      entry = use (self, &key);
    }
  if (color != NULL && !entry->has_node)
    make_node (entry);
  return &entry->run;
}

graphene_rect_t
dl_text_run_place_strike (const DlTextRun *run, float x, float y, float least)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (pango_layout_get_context (run->layout),
                                                         pango_layout_get_font_description (run->layout), NULL);
  float             above = (float) pango_font_metrics_get_strikethrough_position (metrics) / PANGO_SCALE;
  float             thickness = (float) pango_font_metrics_get_strikethrough_thickness (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return GRAPHENE_RECT_INIT (x, y + run->baseline - above, (float) run->width, MAX (thickness, least));
}

void
dl_text_run_place (const DlTextRun *run, const DlPrimitive *text, float *x, float *y)
{
  *x = text->x;
  if (text->align == DL_ALIGN_END)
    *x += text->w - (float) run->width;
  else if (text->align == DL_ALIGN_CENTER)
    *x += floorf ((text->w - (float) run->width) / 2);
  *y = roundf (text->y + (text->h - (float) run->height) / 2 + run->baseline) - run->baseline;
}

char *
dl_text_run_dup_shown (const DlTextRun *run)
{
  const char      *text = pango_layout_get_text (run->layout);
  PangoLayoutLine *line = pango_layout_get_line_readonly (run->layout, 0);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoItem *item = ((const PangoGlyphItem *) l->data)->item;

      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        {
          g_autofree char *kept = g_strndup (text, (gsize) item->offset);

          return g_strconcat (kept, "…", text + item->offset + item->length, NULL);
        }
    }
  return g_strdup (text);
}

guint
dl_text_cache_get_size (DlTextCache *self)
{
  return g_hash_table_size (self->entries);
}

guint
dl_text_cache_get_n_made (DlTextCache *self)
{
  return self->n_made;
}
