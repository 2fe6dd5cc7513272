# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a timeline file says, by arithmetic of our own: when its events are, and
in which lanes.

Times are seconds from 1970, as far as whole numbers go; extents are [start, end)
and reach to infinity where an end is open. A date that is not understood here
has no extent, and whoever counts leaves its lane out.
"""

import datetime
import gzip
import json
import math
import pathlib
import re
import zoneinfo

DAY = 86400
EVER = math.inf

# What an event without a word about its importance counts as.
USUAL_IMPORTANCE = 50

# How a lane is called for those that have no value.
NO_VALUE = {"topic": "No topic", "person": "No person", "place": "No place", "source": "No source", "speaker": "No listed speaker"}

DATE = re.compile(r"(?P<year>-?\d{4}|Y-?\d{5,}|-?\d{3}X|-?\d{2}XX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<mark>[~?%]?)")
TIME = re.compile(r"(?P<date>-?\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?(?P<mark>[~?%]?)")

# The first month of what stands in a month's place, and how many it has.
PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6)}


def day(year, month=1, number=1):
    """Seconds from 1970 to the start of a day, in any year."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + number - 1
    return (era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468) * DAY


def next_month(year, month, n=1):
    months = year * 12 + month - 1 + n
    return (months // 12, months % 12 + 1)


def words(at):
    """A moment as one would write it in a file: seconds to a date and time."""
    days, rest = divmod(int(at), DAY)
    era, of_era = divmod(days + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    part = (5 * of_year + 2) // 153
    month = part + 3 if part < 10 else part - 9
    year += era * 400 + (month <= 2)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{of_year - (153 * part + 2) // 5 + 1:02}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}Z"


def _to_utc(seconds, zone):
    if zone is None or not math.isfinite(seconds):
        return seconds
    local = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    return seconds - int(local.replace(tzinfo=zone).utcoffset().total_seconds())


def _point(text, zone):
    """The extent of a single date, widened where it is only about right, or None."""
    found = TIME.fullmatch(text)
    if found:
        start = _point(found["date"], None)[0] + int(found["hour"]) * 3600 + int(found["minute"]) * 60 + int(found["second"] or 0)
        unit = 1 if found["second"] else 60
        if found["zone"] in (None, ""):
            start = _to_utc(start, zone)
        elif found["zone"] != "Z":
            digits = found["zone"][1:].replace(":", "")
            start -= (int(digits[:2]) * 3600 + int(digits[2:] or 0) * 60) * (-1 if found["zone"][0] == "-" else 1)
        wide = unit if found["mark"] in ("~", "%") and found["mark"] else 0
        return (start - wide, start + unit + wide)
    found = DATE.fullmatch(text)
    if not found:
        return None
    year, about = found["year"].lstrip("Y"), found["mark"] in ("~", "%") and found["mark"] != ""
    month, number = int(found["month"] or 0), int(found["day"] or 0)
    if "X" in year:
        n = 10 ** year.count("X")
        first = int(year.rstrip("X")) * n
        if month or about or first < 0:
            return None
        start, end = day(first), day(first + n)
    elif number:
        if not 1 <= month <= 12:
            return None
        start = day(int(year), month, number)
        start, end = (start - DAY, start + 2 * DAY) if about else (start, start + DAY)
    elif month:
        first, n = PARTS.get(month, (month, 1))
        if first > 12 or (n > 1 and about):
            return None
        before, after = next_month(int(year), first, -1 if about else 0), next_month(int(year), first, n + about)
        start, end = day(*before), day(*after)
    else:
        start, end = day(int(year) - about), day(int(year) + 1 + about)
    return (_to_utc(start, zone), _to_utc(end, zone))


def extent(edtf, zone=None):
    """[start, end) of what a date may take, or None where it is not understood."""
    ends = edtf.split("/")
    try:
        if len(ends) == 1:
            return _point(edtf, zone)
        if len(ends) != 2:
            return None
        start = (-EVER, -EVER) if ends[0] in ("", "..") else _point(ends[0], zone)
        end = (EVER, EVER) if ends[1] in ("", "..") else _point(ends[1], zone)
    except (ValueError, OverflowError):
        return None
    return (start[0], end[1]) if start and end else None


class Event:
    def __init__(self, data, zone):
        self.id = data.get("id")
        self.title = data.get("title") or ""
        self.edtf = data.get("date") or ""
        self.topics = [topic for topic in data.get("topics") or [] if isinstance(topic, str)]
        importance = data.get("importance")
        self.importance = importance if isinstance(importance, (int, float)) else USUAL_IMPORTANCE
        self.extent = extent(self.edtf, zone) if isinstance(self.edtf, str) else None

    @property
    def start(self):
        return self.extent[0]

    @property
    def end(self):
        return self.extent[1]


class Timeline:
    """The events of a file whose contents are @data, by topic."""

    def __init__(self, data):
        data = data if isinstance(data, dict) else {"events": data}
        name = data.get("timezone", "UTC")
        try:
            zone, known = None if name in ("UTC", "Etc/UTC") else zoneinfo.ZoneInfo(name), True
        except (KeyError, OSError, TypeError, ValueError):
            zone, known = None, False
        self.events = [Event(each, zone) for each in data.get("events") or [] if isinstance(each, dict)]
        self.topics = {each.get("id"): each.get("name") or each.get("id") for each in data.get("topics") or [] if isinstance(each, dict)}
        ids = [event.id for event in self.events]
        # Whether everything in it was understood, so that what is counted counts.
        self.sure = known and None not in ids and len(set(ids)) == len(ids) and all(event.extent for event in self.events)
        self.sure = self.sure and len(self.events) == len(data.get("events") or []) and all(topic in self.topics for event in self.events for topic in event.topics)

    def lanes(self, shown):
        """Name of a lane to its events; @shown: the names of all lanes."""
        if len(shown) == 1 and not any(event.topics for event in self.events):
            return {shown[0]: list(self.events)}
        values = [event.topics[:1] for event in self.events]
        return {name: [self.events[i] for i in found] for name, found in lanes_by_name(values, self.topics, NO_VALUE["topic"], shown).items()}

    def span(self):
        """From the first date to the last that are finite; None where there are none."""
        times = [at for event in self.events if event.extent for at in event.extent if math.isfinite(at)]
        return (min(times), max(times)) if times else None


def lanes_by_name(values, names, without, shown):
    """Name of a lane to the positions of its events.

    @values: of each event, those that put it into lanes; @names: what they are
    called; @without: how the lane of those that have none is called; @shown: the
    names of all lanes. What has no lane of its own shares the last one."""
    others = [name for name in shown if name not in names.values() and name != without]
    result = {}
    for i, mine in enumerate(values):
        lanes = {names[value] if names[value] in shown else (others or [None])[0] for value in mine} or {without}
        for lane in lanes:
            result.setdefault(lane, []).append(i)
    return result


def read(path):
    """The timeline in a file, or None where it holds none."""
    contents = pathlib.Path(path).read_bytes()
    try:
        if contents[:2] == b"\x1f\x8b":
            contents = gzip.decompress(contents)
        return Timeline(json.loads(contents.decode("utf-8-sig")))
    except (ValueError, OSError, AttributeError):
        return None
