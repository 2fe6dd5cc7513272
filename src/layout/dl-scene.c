/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-scene.h"

#include <math.h>
#include <string.h>

/* Of an era that is only a line, how far below its top a pointer is at it; pixels. */
#define ERA_REACH 20.0f

/* Of a curve, how far beside its line a pointer is at it, at most; pixels. */
#define CURVE_REACH 5.0

struct _DlScene
{
  gatomicrefcount ref_count;
  DlTimeline     *timeline;
  DlFolds        *folds; /* nullable */
  GArray         *ops;
  GStringChunk   *strings;
  GPtrArray      *curves; /* of DlCurve; nullable */
  double          width;
  double          height;
  double          head;
  double          content;
  double          scroll;
  DlInstant       from;    /* what it shows; not finite where nobody has said so */
  DlInstant       to;      /* */
  const char     *unnamed; /* nullable */
  const char     *title;   /* nullable */
  gboolean        unexplained;
};

static const char *const role_names[] = {
  [DL_ROLE_BACKGROUND] = "background",
  [DL_ROLE_WEEKEND] = "weekend",
  [DL_ROLE_FUTURE] = "future",
  [DL_ROLE_ERA] = "era",
  [DL_ROLE_GRID] = "grid",
  [DL_ROLE_RULER] = "ruler",
  [DL_ROLE_TICK] = "tick",
  [DL_ROLE_CONTEXT] = "context",
  [DL_ROLE_MARKER] = "marker",
  [DL_ROLE_TOGGLE] = "toggle",
  [DL_ROLE_LANE] = "lane",
  [DL_ROLE_SEPARATOR] = "separator",
  [DL_ROLE_TOTAL] = "total",
  [DL_ROLE_EARLIER] = "earlier",
  [DL_ROLE_LATER] = "later",
  [DL_ROLE_BELOW] = "below",
  [DL_ROLE_SELECTION] = "selection",
  [DL_ROLE_WHEN] = "when",
  [DL_ROLE_BAR] = "bar",
  [DL_ROLE_CARD] = "card",
  [DL_ROLE_LABEL] = "label",
  [DL_ROLE_TEXT] = "text",
  [DL_ROLE_STATUS] = "status",
  [DL_ROLE_MARK] = "mark",
  [DL_ROLE_DENSITY] = "density",
  [DL_ROLE_COUNT] = "count",
  [DL_ROLE_UNLABELLED] = "unlabelled",
  [DL_ROLE_MORE_ROWS] = "more-rows",
  [DL_ROLE_HEADING] = "heading",
  [DL_ROLE_GROUND] = "ground",
  [DL_ROLE_FOLD] = "fold",
  [DL_ROLE_BREAK] = "break",
  [DL_ROLE_HIT] = "hit",
  [DL_ROLE_FOOT] = "foot",
  [DL_ROLE_ABSENT] = "absent",
  [DL_ROLE_RELATION] = "relation",
  [DL_ROLE_NEWS] = "news",
  [DL_ROLE_LEGEND] = "legend",
};

static const char *const kind_names[] = {
  [DL_OP_RECT] = "rect", [DL_OP_BAR] = "bar",   [DL_OP_DIAMOND] = "diamond", [DL_OP_TRIANGLE] = "triangle",
  [DL_OP_TEXT] = "text", [DL_OP_TEAR] = "tear", [DL_OP_CURVE] = "curve",
};

static const char *const paint_names[DL_N_PAINTS] = {
  [DL_PAINT_NONE] = "none",
  [DL_PAINT_VIEW] = "view",
  [DL_PAINT_INK] = "ink",
  [DL_PAINT_DIM] = "dim",
  [DL_PAINT_LINE] = "line",
  [DL_PAINT_SHAPE] = "shape",
  [DL_PAINT_GRID] = "grid",
  [DL_PAINT_WEEKEND] = "weekend",
  [DL_PAINT_FUTURE] = "future",
  [DL_PAINT_ACCENT] = "accent",
  [DL_PAINT_ON_ACCENT] = "on-accent",
  [DL_PAINT_SELECTED] = "selected",
  [DL_PAINT_ON_SELECTED] = "on-selected",
  [DL_PAINT_CARD] = "card",
  [DL_PAINT_HUE] = "hue",
  [DL_PAINT_HUE_FILL] = "hue-fill",
  [DL_PAINT_HUE_HATCH] = "hue-hatch",
  [DL_PAINT_HUE_LINE] = "hue-line",
  [DL_PAINT_HIT] = "hit",
  [DL_PAINT_HIT_LINE] = "hit-line",
};

static const char *const style_names[] = {
  [DL_TEXT_TITLE] = "title",     [DL_TEXT_LABEL] = "label",     [DL_TEXT_DATE] = "date", [DL_TEXT_QUOTE] = "quote",
  [DL_TEXT_PILL] = "pill",       [DL_TEXT_LANE] = "lane",       [DL_TEXT_NOTE] = "note", [DL_TEXT_TICK] = "tick",
  [DL_TEXT_CONTEXT] = "context", [DL_TEXT_HEADING] = "heading",
};

/* In the order in which they are dumped. */
static const struct
{
  guint32     flag;
  const char *name;
} flag_names[] = {
  { DL_OP_PLANNED, "planned" },
  { DL_OP_SELECTED, "selected" },
  { DL_OP_OUTSIDE, "outside" },
  { DL_OP_COLLAPSED, "collapsed" },
  { DL_OP_CANCELLED, "cancelled" },
  { DL_OP_DOUBT_START, "doubtStart" },
  { DL_OP_DOUBT_END, "doubtEnd" },
  { DL_OP_OPEN_START, "openStart" },
  { DL_OP_OPEN_END, "openEnd" },
  { DL_OP_UNKNOWN_START, "unknownStart" },
  { DL_OP_UNKNOWN_END, "unknownEnd" },
  { DL_OP_FIXED, "fixed" },
  { DL_OP_ALIGN_END, "alignEnd" },
  { DL_OP_ALIGN_CENTER, "alignCenter" },
  { DL_OP_ROUND, "round" },
  { DL_OP_DASHED, "dashed" },
  { DL_OP_CUT, "cut" },
  { DL_OP_DIMMED, "dimmed" },
  { DL_OP_HIT, "hit" },
  { DL_OP_ADDED, "added" },
  { DL_OP_CHANGED, "changed" },
  { DL_OP_HEAD_END, "headEnd" },
  { DL_OP_SAMPLE, "sample" },
};

DlScene *
dl_scene_new (DlTimeline *timeline, double width, double height)
{
  DlScene *self = g_new0 (DlScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->timeline = g_object_ref (timeline);
  self->ops = g_array_sized_new (FALSE, TRUE, sizeof (DlOp), 256);
  self->strings = g_string_chunk_new (2048);
  self->width = width;
  self->height = height;
  self->from = self->to = DL_INSTANT_MAX;
  return self;
}

DlScene *
dl_scene_ref (DlScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_scene_unref (DlScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->ops);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->curves, g_ptr_array_unref);
  g_clear_pointer (&self->folds, dl_folds_unref);
  g_object_unref (self->timeline);
  g_free (self);
}

DlOp *
dl_scene_add (DlScene *self, DlOpKind kind, DlRole role)
{
  DlOp *op;

  g_array_set_size (self->ops, self->ops->len + 1);
  op = &g_array_index (self->ops, DlOp, self->ops->len - 1);
  op->kind = (guint8) kind;
  op->role = (guint8) role;
  op->event = DL_NONE;
  op->lane = DL_NO_LANE;
  op->row = DL_NO_ROW;
  op->fold = DL_NO_FOLD;
  op->split = G_MAXFLOAT;
  return op;
}

DlOp *
dl_scene_add_curve (DlScene *self, DlRole role, const DlCurve *curve)
{
  DlOp   *op = dl_scene_add (self, DL_OP_CURVE, role);
  DlCurve bounds = dl_curve_get_bounds (curve);

  if (self->curves == NULL)
    self->curves = g_ptr_array_new_with_free_func (g_free);
  op->curve = g_memdup2 (curve, sizeof *curve);
  g_ptr_array_add (self->curves, (gpointer) op->curve);
  op->x = bounds.x[0];
  op->y = bounds.y[0];
  op->w = bounds.x[3] - bounds.x[0];
  op->h = bounds.y[3] - bounds.y[0];
  return op;
}

void
dl_news_badge (DlOp *op, guint32 news, double x, double y)
{
  op->fill = DL_PAINT_ACCENT;
  op->border = DL_PAINT_VIEW;
  /* On whole pixels: what is that small must not be blurred. */
  op->x = (float) floor (x - DL_NEWS_SIZE / 2);
  op->y = (float) floor (y - DL_NEWS_SIZE / 2);
  op->w = op->h = (float) DL_NEWS_SIZE;
  op->radius = (float) DL_NEWS_SIZE / 2;
  op->event = DL_NONE;
  op->flags |= news;
}

void
dl_scene_lower (DlScene *self, guint first, guint below)
{
  guint               n = self->ops->len - first;
  g_autofree gpointer lowered = NULL;

  g_return_if_fail (below <= first && first <= self->ops->len);
  if (n == 0 || below == first)
    return;
  lowered = g_memdup2 (&g_array_index (self->ops, DlOp, first), n * sizeof (DlOp));
  g_array_set_size (self->ops, first);
  g_array_insert_vals (self->ops, below, lowered, n);
}

const char *
dl_scene_keep (DlScene *self, const char *text)
{
  g_autofree char *drawable = NULL;

  if (dl_text_is_drawable (text))
    return g_string_chunk_insert (self->strings, text);
  drawable = dl_text_drawable (text);
  return g_string_chunk_insert (self->strings, drawable);
}

const DlOp *
dl_scene_get_ops (DlScene *self, guint *n_ops)
{
  *n_ops = self->ops->len;
  return (const DlOp *) (gpointer) self->ops->data;
}

DlTimeline *
dl_scene_get_timeline (DlScene *self)
{
  return self->timeline;
}

double
dl_scene_get_width (DlScene *self)
{
  return self->width;
}

double
dl_scene_get_height (DlScene *self)
{
  return self->height;
}

void
dl_scene_set_folds (DlScene *self, const DlFolds *folds)
{
  g_clear_pointer (&self->folds, dl_folds_unref);
  /* The count is atomic, the rest immutable: sharing changes nothing of it. */
  self->folds = folds == NULL ? NULL : dl_folds_ref ((DlFolds *) folds);
}

void
dl_scene_set_range (DlScene *self, DlInstant from, DlInstant to)
{
  self->from = from;
  self->to = to;
}

void
dl_scene_get_range (const DlScene *self, DlInstant *from, DlInstant *to)
{
  *from = self->from;
  *to = self->to;
}

void
dl_scene_set_heights (DlScene *self, double head, double content)
{
  self->head = head;
  self->content = content;
}

double
dl_scene_get_head_height (DlScene *self)
{
  return self->head;
}

double
dl_scene_get_content_height (DlScene *self)
{
  return self->content;
}

void
dl_scene_set_scroll (DlScene *self, double scroll)
{
  self->scroll = scroll;
}

double
dl_scene_get_scroll (DlScene *self)
{
  return self->scroll;
}

void
dl_scene_set_like (DlScene *self, DlScene *other)
{
  dl_scene_set_folds (self, other->folds);
  self->from = other->from;
  self->to = other->to;
  self->scroll = other->scroll;
  dl_scene_set_unnamed (self, other->unnamed);
  dl_scene_set_title (self, other->title);
}

void
dl_scene_set_title (DlScene *self, const char *title)
{
  self->title = title != NULL ? dl_scene_keep (self, title) : NULL;
}

const char *
dl_scene_get_title (DlScene *self)
{
  return self->title != NULL ? self->title : dl_timeline_get_title (self->timeline);
}

void
dl_scene_set_unexplained (DlScene *self, gboolean unexplained)
{
  self->unexplained = unexplained;
}

gboolean
dl_scene_get_unexplained (DlScene *self)
{
  return self->unexplained;
}

void
dl_scene_set_unnamed (DlScene *self, const char *words)
{
  self->unnamed = words == NULL ? NULL : dl_scene_keep (self, words);
}

const char *
dl_scene_get_unnamed (DlScene *self)
{
  return self->unnamed;
}

const char *
dl_role_to_string (DlRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_names), NULL);
  return role_names[role];
}

static gboolean
can_be_picked (const DlOp *op)
{
  switch (op->role)
    {
    case DL_ROLE_CARD:
    case DL_ROLE_LABEL:
    case DL_ROLE_BAR:
    case DL_ROLE_WHEN:
    case DL_ROLE_MARK:
    case DL_ROLE_DENSITY:
    case DL_ROLE_COUNT:
    case DL_ROLE_EARLIER:
    case DL_ROLE_LATER:
    case DL_ROLE_BELOW:
    case DL_ROLE_UNLABELLED:
    case DL_ROLE_MORE_ROWS:
    case DL_ROLE_RELATION:
    case DL_ROLE_TEXT:
    case DL_ROLE_STATUS:
      return op->event != DL_NONE || op->count > 0;
    case DL_ROLE_FOLD:
    case DL_ROLE_BREAK:
      return op->fold != DL_NO_FOLD;
    case DL_ROLE_TOGGLE:
    case DL_ROLE_LANE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What else a label says, as its date beside its title, is that label. */
static const DlOp *
find_label_of (DlScene *self, const DlOp *words)
{
  const DlOp *first = &g_array_index (self->ops, DlOp, 0);

  for (const DlOp *op = words; op > first && op->event == words->event; op--)
    if (op->role == DL_ROLE_LABEL || op->role == DL_ROLE_CARD)
      return op;
  return words;
}

const DlOp *
dl_scene_pick (DlScene *self, double x, double y, double slack)
{
  const DlOp *best = NULL;
  double      nearest = slack + 1e-3;

  for (guint i = self->ops->len; i > 0; i--)
    {
      const DlOp *op = &g_array_index (self->ops, DlOp, i - 1);
      double      top, dx, dy;

      if (!can_be_picked (op))
        continue;
      if ((op->flags & DL_OP_FIXED) == 0 && y < self->head)
        continue;
      top = op->flags & DL_OP_FIXED ? op->y : op->y - self->scroll;
      dx = MAX (0, MAX (op->x - x, x - (op->x + op->w)));
      dy = MAX (0, MAX (top - y, y - (top + op->h)));
      /* What is beside an event was meant for it, not for the fold below. */
      if (op->fold != DL_NO_FOLD && (best != NULL || dx > 0 || dy > 0))
        continue;
      /* Nor for the curve that runs there. */
      if (op->kind == DL_OP_CURVE && (best != NULL || dx > 0 || dy > 0 ||
                                      dl_curve_distance (op->curve, x, y + op->y - top) > MIN (slack, CURVE_REACH)))
        continue;
      /* Most are far away, which is seen without a root. */
      if (dx >= nearest || dy >= nearest || hypot (dx, dy) >= nearest)
        continue;
      nearest = hypot (dx, dy);
      best = op;
      if (nearest <= 0)
        break;
    }
  if (best != NULL && (best->role == DL_ROLE_TEXT || best->role == DL_ROLE_STATUS))
    return find_label_of (self, best);
  return best;
}

const DlOp *
dl_scene_find_era (DlScene *self, double x, double y, double slack)
{
  for (guint i = self->ops->len; i > 0; i--)
    {
      const DlOp *op = &g_array_index (self->ops, DlOp, i - 1);

      if (op->role == DL_ROLE_ERA && op->kind != DL_OP_TEXT && x >= op->x - slack && x <= op->x + op->w + slack &&
          y >= op->y && y <= op->y + MAX (op->h, ERA_REACH))
        return op;
    }
  return NULL;
}

const DlOp *
dl_scene_find_event (DlScene *self, guint32 event, guint lane)
{
  const DlOp *best = NULL;

  for (guint i = 0; i < self->ops->len; i++)
    {
      const DlOp *op = &g_array_index (self->ops, DlOp, i);

      if (op->event != event || op->flags & DL_OP_OUTSIDE || (lane != DL_NO_LANE && op->lane != lane))
        continue;
      if (op->role == DL_ROLE_CARD || op->role == DL_ROLE_BAR || op->role == DL_ROLE_MARK)
        return op;
      if (op->role == DL_ROLE_LABEL)
        best = op;
    }
  return best;
}

static void
dump_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* Two decimals, without the locale's comma and without "-0". */
static void
dump_number (GString *out, const char *name, double value)
{
  char   digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  g_string_append_printf (out, ",\"%s\":%s", name,
                          g_ascii_formatd (digits, sizeof digits, "%.2f", rounded == 0 ? 0 : rounded));
}

static void
dump_range (GString *out, DlInstant from, DlInstant to)
{
  g_autofree char *first = dl_instant_to_iso8601 (from);
  g_autofree char *after = dl_instant_to_iso8601 (to);

  g_string_append_printf (out, ",\"from\":\"%s\",\"to\":\"%s\"", first, after);
}

/* How much time a fold hides, and which. */
static void
dump_fold (GString *out, const DlFold *fold)
{
  dump_range (out, fold->from, fold->to);
  dump_number (out, "seconds", dl_fold_get_seconds (fold));
}

/* Colours as roles; what is not painted is not told. */
static void
dump_look (GString *out, const DlOp *op)
{
  if (op->radius > 0)
    dump_number (out, "radius", op->radius);
  if (op->fill != DL_PAINT_NONE)
    g_string_append_printf (out, ",\"fill\":\"%s\"", paint_names[op->fill]);
  if (op->border != DL_PAINT_NONE)
    g_string_append_printf (out, ",\"border\":\"%s\"", paint_names[op->border]);
  if (op->lane != DL_NO_LANE || op->hue != 0)
    g_string_append_printf (out, ",\"hue\":%u", op->hue);
  if (op->kind == DL_OP_TEXT)
    g_string_append_printf (out, ",\"style\":\"%s\"", style_names[op->style]);
}

/* Where it begins, its two control points, where it ends. */
static void
dump_curve (GString *out, const DlCurve *curve)
{
  static const char *const names[4][2] = { { "x1", "y1" }, { "x2", "y2" }, { "x3", "y3" }, { "x4", "y4" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      dump_number (out, names[i][0], curve->x[i]);
      dump_number (out, names[i][1], curve->y[i]);
    }
}

void
dl_scene_dump (DlScene *self, GString *out)
{
  for (guint i = 0; i < self->ops->len; i++)
    {
      const DlOp *op = &g_array_index (self->ops, DlOp, i);

      g_string_append_printf (out, "{\"role\":\"%s\",\"kind\":\"%s\"", role_names[op->role], kind_names[op->kind]);
      if (op->lane != DL_NO_LANE)
        g_string_append_printf (out, ",\"lane\":%u", op->lane);
      if (op->row != DL_NO_ROW)
        g_string_append_printf (out, ",\"row\":%u", op->row);
      if (op->event != DL_NONE)
        {
          g_string_append (out, ",\"event\":");
          dump_string (out, dl_timeline_get_record (self->timeline, op->event)->id);
        }
      dump_number (out, "x", op->x);
      dump_number (out, "y", op->y);
      dump_number (out, "w", op->w);
      dump_number (out, "h", op->h);
      if (op->kind == DL_OP_BAR)
        {
          dump_number (out, "solidFrom", op->solid_from);
          dump_number (out, "solidTo", op->solid_to);
          if (op->split < G_MAXFLOAT)
            dump_number (out, "split", op->split);
        }
      if (op->curve != NULL)
        dump_curve (out, op->curve);
      dump_look (out, op);
      if (op->text != NULL)
        {
          g_string_append (out, ",\"text\":");
          dump_string (out, op->text);
        }
      if (op->role == DL_ROLE_BACKGROUND && dl_instant_is_finite (self->from) && dl_instant_is_finite (self->to))
        dump_range (out, self->from, self->to);
      if (op->fold != DL_NO_FOLD && self->folds != NULL)
        dump_fold (out, dl_folds_get (self->folds, op->fold));
      if (op->count > 0)
        g_string_append_printf (out, ",\"count\":%u", op->count);
      for (guint j = 0; j < G_N_ELEMENTS (flag_names); j++)
        if (op->flags & flag_names[j].flag)
          g_string_append_printf (out, ",\"%s\":true", flag_names[j].name);
      g_string_append (out, "}\n");
    }
}
