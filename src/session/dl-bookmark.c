/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-bookmark.h"

#include <string.h>

struct _DlBookmark
{
  GObject   parent_instance;
  char     *title;
  GVariant *state;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DlBookmark, dl_bookmark, G_TYPE_OBJECT)

static void
dl_bookmark_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TITLE)
    g_value_set_string (value, DL_BOOKMARK (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_bookmark_finalize (GObject *object)
{
  DlBookmark *self = DL_BOOKMARK (object);

  g_free (self->title);
  g_variant_unref (self->state);

  G_OBJECT_CLASS (dl_bookmark_parent_class)->finalize (object);
}

static void
dl_bookmark_class_init (DlBookmarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dl_bookmark_get_property;
  object_class->finalize = dl_bookmark_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
dl_bookmark_init (DlBookmark *self)
{
}

DlBookmark *
dl_bookmark_new (const char *title, GVariant *state)
{
  DlBookmark *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT), NULL);
  self = g_object_new (DL_TYPE_BOOKMARK, NULL);
  self->title = g_strdup (title);
  self->state = g_variant_ref_sink (state);
  return self;
}

const char *
dl_bookmark_get_title (DlBookmark *self)
{
  g_return_val_if_fail (DL_IS_BOOKMARK (self), NULL);
  return self->title;
}

GVariant *
dl_bookmark_get_state (DlBookmark *self)
{
  g_return_val_if_fail (DL_IS_BOOKMARK (self), NULL);
  return self->state;
}

void
dl_bookmark_set_title (DlBookmark *self, const char *title)
{
  g_return_if_fail (DL_IS_BOOKMARK (self));
  g_return_if_fail (title != NULL);
  if (strcmp (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

GVariant *
dl_bookmark_to_variant (DlBookmark *self)
{
  GVariantDict dict;

  g_return_val_if_fail (DL_IS_BOOKMARK (self), NULL);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "title", "s", self->title);
  g_variant_dict_insert_value (&dict, "state", self->state);
  return g_variant_dict_end (&dict);
}

DlBookmark *
dl_bookmark_new_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) state = NULL;
  const char          *title;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT) || !g_variant_lookup (variant, "title", "&s", &title))
    return NULL;
  state = g_variant_lookup_value (variant, "state", G_VARIANT_TYPE_VARDICT);
  return state == NULL ? NULL : dl_bookmark_new (title, state);
}

gboolean
dl_bookmark_equal (DlBookmark *a, DlBookmark *b)
{
  return strcmp (a->title, b->title) == 0 && g_variant_equal (a->state, b->state);
}
