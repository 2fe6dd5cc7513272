/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-bookmarks.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "base/dl-kept-file.h"

#define BOOKMARKS_VERSION 1
#define RECORDS "aa{sv}"

struct _DlBookmarks
{
  GObject    parent_instance;
  char      *path;
  char      *uri;
  char      *title; /* nullable */
  GPtrArray *items; /* DlBookmark */
};

static GType
dl_bookmarks_get_item_type (GListModel *model)
{
  return DL_TYPE_BOOKMARK;
}

static guint
dl_bookmarks_get_n_items (GListModel *model)
{
  return DL_BOOKMARKS (model)->items->len;
}

static gpointer
dl_bookmarks_get_item (GListModel *model, guint position)
{
  DlBookmarks *self = DL_BOOKMARKS (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dl_bookmarks_get_item_type;
  iface->get_n_items = dl_bookmarks_get_n_items;
  iface->get_item = dl_bookmarks_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DlBookmarks,
                               dl_bookmarks,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* The list */

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static GPtrArray *
copy_items (DlBookmarks *self)
{
  GPtrArray *items = new_items ();

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (items, g_object_ref (self->items->pdata[i]));
  return items;
}

/* Takes @items, and tells what is other than before. */
static void
take_items (DlBookmarks *self, GPtrArray *items)
{
  GPtrArray *old = self->items;
  guint      shorter = MIN (old->len, items->len);
  guint      same = 0;
  guint      last = 0;

  while (same < shorter && old->pdata[same] == items->pdata[same])
    same++;
  while (last < shorter - same && old->pdata[old->len - 1 - last] == items->pdata[items->len - 1 - last])
    last++;
  self->items = items;
  if (old->len != items->len || same < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - last, items->len - same - last);
  g_ptr_array_unref (old);
}

/* What is as it was stays the same object. */
static void
keep_objects (DlBookmarks *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = copy_items (self);

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < old->len; j++)
      if (dl_bookmark_equal (items->pdata[i], old->pdata[j]))
        {
          g_object_unref (items->pdata[i]);
          items->pdata[i] = g_object_ref (old->pdata[j]);
          g_ptr_array_remove_index (old, j);
          break;
        }
}

/* The file */

/* Whether a record is of a file with this title that is not there any more. */
static gboolean
was_moved (DlBookmarks *self, GVariant *record)
{
  g_autoptr (GFile) file = NULL;
  const char       *uri, *title;

  if (self->title == NULL || !g_variant_lookup (record, "uri", "&s", &uri) ||
      !g_variant_lookup (record, "title", "&s", &title) || strcmp (title, self->title) != 0)
    return FALSE;
  file = g_file_new_for_uri (uri);
  return g_file_is_native (file) && !g_file_query_exists (file, NULL);
}

/* Returns: (transfer full) (nullable): the record of the file, and where it is
 * among all of @contents. @contents: (nullable) */
static GVariant *
find_record (DlBookmarks *self, GVariant *contents, gsize *index)
{
  g_autoptr (GVariant) records =
    contents == NULL ? NULL : g_variant_lookup_value (contents, "files", G_VARIANT_TYPE (RECORDS));
  gsize n = records == NULL ? 0 : g_variant_n_children (records);

  for (int moved = 0; moved < 2; moved++)
    for (*index = 0; *index < n; (*index)++)
      {
        g_autoptr (GVariant) record = g_variant_get_child_value (records, *index);
        const char          *uri;

        if (moved ? was_moved (self, record)
                  : g_variant_lookup (record, "uri", "&s", &uri) && strcmp (uri, self->uri) == 0)
          return g_steal_pointer (&record);
      }
  return NULL;
}

static GPtrArray *
read_items (GVariant *record)
{
  g_autoptr (GVariant) list =
    record == NULL ? NULL : g_variant_lookup_value (record, "bookmarks", G_VARIANT_TYPE (RECORDS));
  GPtrArray *items = new_items ();

  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) variant = g_variant_get_child_value (list, i);
      DlBookmark          *bookmark = dl_bookmark_new_from_variant (variant);

      if (bookmark != NULL)
        g_ptr_array_add (items, bookmark);
    }
  return items;
}

/* @contents: (out) (nullable): what there is of all files */
static gboolean
refresh (DlBookmarks *self, GVariant **contents, GError **error)
{
  g_autoptr (GError)   trouble = NULL;
  g_autoptr (GVariant) record = NULL;
  GPtrArray           *items;
  gsize                index;

  *contents = dl_kept_file_read (self->path, BOOKMARKS_VERSION, &trouble);
  if (trouble != NULL)
    {
      g_autofree char *aside =
        g_error_matches (trouble, DL_ERROR, DL_ERROR_DAMAGED) ? dl_kept_file_put_aside (self->path) : NULL;

      g_autofree char *name = aside == NULL ? NULL : g_filename_display_name (aside);

      if (name != NULL)
        /* Translators: the first %s says what is wrong, the second is a path. */
        g_set_error (error, DL_ERROR, DL_ERROR_DAMAGED,
                     _ ("The bookmarks are damaged (%s). They were set aside as “%s”."), trouble->message, name);
      else
        g_set_error (error, DL_ERROR, DL_ERROR_READ, _ ("The bookmarks cannot be read: %s"), trouble->message);
      return FALSE;
    }
  record = find_record (self, *contents, &index);
  items = read_items (record);
  keep_objects (self, items);
  take_items (self, items);
  return TRUE;
}

static GVariant *
items_to_variant (GPtrArray *items)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (RECORDS));
  for (guint i = 0; i < items->len; i++)
    g_variant_builder_add_value (&builder, dl_bookmark_to_variant (items->pdata[i]));
  return g_variant_builder_end (&builder);
}

/* @record: (nullable): what was kept before */
static GVariant *
new_record (DlBookmarks *self, GVariant *record, GPtrArray *items)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, record);
  g_variant_dict_insert (&dict, "uri", "s", self->uri);
  if (self->title != NULL)
    g_variant_dict_insert (&dict, "title", "s", self->title);
  g_variant_dict_insert_value (&dict, "bookmarks", items_to_variant (items));
  return g_variant_dict_end (&dict);
}

/* Writes @items, which are the list's then. Takes @items. */
static gboolean
commit (DlBookmarks *self, GVariant *contents, GPtrArray *items, GError **error)
{
  g_autoptr (GError)   trouble = NULL;
  g_autoptr (GVariant) records =
    contents == NULL ? NULL : g_variant_lookup_value (contents, "files", G_VARIANT_TYPE (RECORDS));
  gsize                index, n = records == NULL ? 0 : g_variant_n_children (records);
  g_autoptr (GVariant) record = find_record (self, contents, &index);
  GVariantBuilder      builder;
  GVariantDict         dict;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (RECORDS));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) other = g_variant_get_child_value (records, i);

      if (record == NULL || i != index)
        g_variant_builder_add_value (&builder, other);
      else if (items->len > 0)
        g_variant_builder_add_value (&builder, new_record (self, record, items));
    }
  if (record == NULL && items->len > 0)
    g_variant_builder_add_value (&builder, new_record (self, NULL, items));
  g_variant_dict_init (&dict, contents);
  g_variant_dict_insert_value (&dict, "files", g_variant_builder_end (&builder));
  if (!dl_kept_file_write (self->path, g_variant_dict_end (&dict), BOOKMARKS_VERSION, &trouble))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_WRITE, _ ("The bookmarks cannot be written: %s"), trouble->message);
      g_ptr_array_unref (items);
      return FALSE;
    }
  take_items (self, items);
  return TRUE;
}

/* Object */

static void
dl_bookmarks_finalize (GObject *object)
{
  DlBookmarks *self = DL_BOOKMARKS (object);

  g_free (self->path);
  g_free (self->uri);
  g_free (self->title);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (dl_bookmarks_parent_class)->finalize (object);
}

static void
dl_bookmarks_class_init (DlBookmarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_bookmarks_finalize;
}

static void
dl_bookmarks_init (DlBookmarks *self)
{
  self->items = new_items ();
}

char *
dl_bookmarks_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "dateline", "bookmarks", NULL);
}

/* A file has one address, by whatever path it is named. */
static char *
dup_address (GFile *file)
{
  const char      *path = g_file_peek_path (file);
  g_autofree char *real = path == NULL ? NULL : realpath (path, NULL);
  char            *uri = real == NULL ? NULL : g_filename_to_uri (real, NULL, NULL);

  return uri != NULL ? uri : g_file_get_uri (file);
}

DlBookmarks *
dl_bookmarks_new (const char *path, GFile *file, const char *title)
{
  DlBookmarks *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  self = g_object_new (DL_TYPE_BOOKMARKS, NULL);
  self->path = g_strdup (path);
  self->uri = dup_address (file);
  self->title = g_strdup (title);
  return self;
}

gboolean
dl_bookmarks_load (DlBookmarks *self, GError **error)
{
  g_autoptr (GVariant) contents = NULL;

  g_return_val_if_fail (DL_IS_BOOKMARKS (self), FALSE);
  return refresh (self, &contents, error);
}

DlBookmark *
dl_bookmarks_find (DlBookmarks *self, GVariant *state)
{
  g_return_val_if_fail (DL_IS_BOOKMARKS (self), NULL);
  for (guint i = 0; i < self->items->len; i++)
    if (g_variant_equal (dl_bookmark_get_state (self->items->pdata[i]), state))
      return self->items->pdata[i];
  return NULL;
}

gboolean
dl_bookmarks_add (DlBookmarks *self, DlBookmark *bookmark, GError **error)
{
  g_autoptr (GVariant) contents = NULL;
  GPtrArray           *items;

  g_return_val_if_fail (DL_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (DL_IS_BOOKMARK (bookmark), FALSE);
  if (!refresh (self, &contents, error))
    return FALSE;
  items = copy_items (self);
  g_ptr_array_add (items, g_object_ref (bookmark));
  return commit (self, contents, items, error);
}

gboolean
dl_bookmarks_rename (DlBookmarks *self, DlBookmark *bookmark, const char *title, GError **error)
{
  g_autoptr (GVariant) contents = NULL;
  g_autofree char     *old = NULL;

  g_return_val_if_fail (DL_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (DL_IS_BOOKMARK (bookmark), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);
  if (!refresh (self, &contents, error))
    return FALSE;
  if (!g_ptr_array_find (self->items, bookmark, NULL))
    return TRUE;
  old = g_strdup (dl_bookmark_get_title (bookmark));
  dl_bookmark_set_title (bookmark, title);
  if (commit (self, contents, copy_items (self), error))
    return TRUE;
  dl_bookmark_set_title (bookmark, old);
  return FALSE;
}

gboolean
dl_bookmarks_remove (DlBookmarks *self, DlBookmark *bookmark, GError **error)
{
  g_autoptr (GVariant) contents = NULL;
  GPtrArray           *items;

  g_return_val_if_fail (DL_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (DL_IS_BOOKMARK (bookmark), FALSE);
  if (!refresh (self, &contents, error))
    return FALSE;
  items = copy_items (self);
  if (g_ptr_array_remove (items, bookmark))
    return commit (self, contents, items, error);
  g_ptr_array_unref (items);
  return TRUE;
}

gboolean
dl_bookmarks_move (DlBookmarks *self, DlBookmark *bookmark, int by, GError **error)
{
  g_autoptr (GVariant) contents = NULL;
  GPtrArray           *items;
  guint                at;
  int                  to;

  g_return_val_if_fail (DL_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (DL_IS_BOOKMARK (bookmark), FALSE);
  if (!refresh (self, &contents, error))
    return FALSE;
  if (!g_ptr_array_find (self->items, bookmark, &at))
    return TRUE;
  to = CLAMP ((int) at + by, 0, (int) self->items->len - 1);
  if (to == (int) at)
    return TRUE;
  items = copy_items (self);
  g_ptr_array_insert (items, to, g_ptr_array_steal_index (items, at));
  return commit (self, contents, items, error);
}
