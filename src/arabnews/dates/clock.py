"""The grammar of times of day: مساء الأحد, الساعة الثالثة والنصف عصرا, 15:00 بتوقيت غرينتش."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from .days import day
from .expressions import Point
from .numbers import cardinal, ordinal
from .periods import Found, after_of, direction
from .stream import Stream

_HOURS = re.compile(r"(\d{1,2})[.,](\d{2})")


@frozen
class _Hour:
    """An hour read: ``end`` is the index after it, ``exact`` that its digits say it is a time."""

    hour: int
    minute: int
    end: int
    exact: bool = False
    second: int | None = None

    def part(self, hour: int) -> str:
        """As the time of day of a TIMEX3 value, on the 24-hour clock."""
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"T{hour:02d}:{self.minute:02d}{seconds}"


_MINUTES = {"half": 30, "third": 20, "quarter": 15}


def part_of_day(s: Stream, i: int, first: bool = True) -> Found | None:
    """A part of a day before its day: مساء أمس, وقت متأخر من مساء الأحد, هذا المساء."""
    j = i
    mod = alone = None
    if smaller := s.phrase(i, "part of part", first=first):
        (mod, alone), j = smaller
        j = j if alone is None else after_of(s, j)
    this = "this" in (s.word(j) if first and j == i else s.next(j)).roles
    part = s.phrase(j + this, "part before", first=first and j == i and not this)
    if part is None:
        return None if alone is None else _late_or_early(s, j, alone, mod)
    value, end = part
    definite = s.word(j + this).definite and end == j + this + 1
    if definite:
        found = _definite_part(s, j + this, end, value, this)
        return (evolve(found[0], mod=mod), found[1]) if found else None
    if this:
        return None
    k = end + ("of" in s.next(end).roles)
    found = day(s, k, first=False)
    if found is None:
        return None
    point, end = found
    if value == "TNI" and point.weekday and point.month is None:
        end = _next_weekday(s, end, point.weekday)
    return evolve(point, part=_combined(value, point.part), mod=mod), end


def _late_or_early(s: Stream, i: int, part: str, mod: str | None) -> Found | None:
    """The day behind ساعة متأخرة, which tells its part, or وقت مبكر, which tells the end of it."""
    found = day(s, i, first=False)
    if found is None:
        return None
    return evolve(found[0], part=part or None, mod=None if part else mod), found[1]


def _definite_part(s: Stream, i: int, end: int, value: str, this: bool) -> Found | None:
    """هذا المساء, الليلة, الليلة الماضية. The bare المساء is as often the evening of any day."""
    if this:
        return Point("day", shift=0, part=value), end
    night = "night" in s.word(i).roles
    if night and (way := direction(s, end)) and not way[0].told:
        return Point("day", shift=way[0].shift, part=value), way[1]
    if night:
        return Point("day", shift=0, part=value), end
    return None


def _next_weekday(s: Stream, i: int, weekday: int) -> int:
    """The night of Sunday to Monday is told by both: ليل الأحد الاثنين, ليلة الأحد - الاثنين."""
    j = i + (s.form(i) in ("-", "/", "–", "علي", "الي"))
    return j + 1 if s.next(j).weekday == weekday % 7 + 1 and s.word(j).definite else i


def clock(s: Stream, i: int, first: bool = True) -> Found | None:
    """An hour and the day after it: الساعة الثالثة والنصف عصرا, 15:00 بتوقيت غرينتش."""
    word = s.word(i) if first else s.next(i)
    j = i + ("at hour" in word.roles)
    headed = "hour" in (s.word(j) if first and j == i else s.next(j)).roles
    if j > i and not headed:
        return None
    j += headed
    read = _hour(s, j, headed)
    if read is None:
        return None
    hour, j, exact = read.hour, read.end, read.exact
    half = s.phrase(j, "part after")
    if half and (headed or exact or s.token(half[1] - 1).end - s.token(half[1] - 1).start > 1):
        if not _opens_day(s, j):
            hour, j = half_day(hour, half[0]), half[1]
        else:
            half = None
    else:
        half = None
    zone = _zone(s, j)
    sure = headed or half or zone > read.end or exact
    if not sure and not read.minute:
        return None
    point, j = _day_behind(s, zone)
    if not sure and point.part is None:
        return None
    if point.part:
        hour = half_day(hour, point.part)
    if half and half[0] == "T24:00" and hour < 12:
        hour = hour % 12
    return evolve(point, part=read.part(hour)), j


def about_hour(s: Stream, i: int) -> Found | None:
    """حوالي الساعة العاشرة, في حدود الساعة الثالثة."""
    about = s.phrase(i, "approx", first=True)
    if about is None or "hour" not in s.next(about[1]).roles:
        return None
    found = clock(s, about[1], first=False)
    return (evolve(found[0], mod=about[0]), found[1]) if found else None


def _opens_day(s: Stream, j: int) -> bool:
    return part_of_day(s, j, first=False) is not None


def _day_behind(s: Stream, j: int) -> Found:
    """The day an hour belongs to, told behind it: من مساء يوم الأحد, يوم الأحد."""
    k = j + (s.form(j) in ("،", ","))
    k += "of" in s.next(k).roles
    found = part_of_day(s, k, first=False) or day(s, k, first=False)
    if found and found[0].part and found[0].part.startswith("T") and found[0].part[1:2].isdigit():
        found = None if found[0].part not in ("T12:00", "T24:00") else found
    return found or (Point("day"), j)


def _hour(s: Stream, i: int, headed: bool) -> _Hour | None:
    if s.token(i).kind == "number":
        if not headed and s.form(i - 1) in (":", "/", "-") and s.token(i - 2).kind == "number":
            return None
        return _hour_in_digits(s, i, headed)
    spoken = ordinal(s, i) or ((1, i + 1) if "eleventh" in s.word(i).roles else None)
    if spoken is None or spoken[0] > 12:
        return None
    hour, j = spoken
    minute, j = _minutes(s, j)
    return _Hour(hour - 1, 60 + minute, j) if minute < 0 else _Hour(hour, minute, j)


def _hour_in_digits(s: Stream, i: int, headed: bool) -> _Hour | None:
    if headed and (match := _HOURS.fullmatch(s.form(i))):
        hour, minute = int(match[1]), int(match[2])
        return _Hour(hour, minute, i + 1, True) if hour < 25 and minute < 60 else None
    hour_digits = s.digits(i)
    if hour_digits is None or hour_digits > 24 or len(s.form(i)) > 2:
        return None
    if s.form(i + 1) in (":", "h", "H", "سا", "س") and s.token(i + 2).kind == "number":
        minute_form = s.form(i + 2)
        if len(minute_form) == 2 and minute_form.isdigit() and int(minute_form) < 60:
            exact = headed or len(s.form(i)) == 2
            second = s.digits(i + 4) if s.form(i + 3) == ":" else None
            if second is not None and second < 60 and len(s.form(i + 4)) == 2:
                return _Hour(hour_digits, int(minute_form), i + 5, exact, second)
            return _Hour(hour_digits, int(minute_form), i + 3, exact)
        return None
    minute, j = _minutes(s, i + 1)
    return _Hour(hour_digits, max(minute, 0), j)


def _minutes(s: Stream, j: int) -> tuple[int, int]:
    """والنصف, والربع, إلا ربعا, وعشر دقائق: the minutes and the index after them."""
    word = s.word(j) if s.joined(j) else s.word(-1)
    if word.clitic == "و":
        for role, minutes in _MINUTES.items():
            if role in word.roles:
                return minutes, j + 1
        if word.fraction:
            return int(60 * word.fraction), j + 1
    if "half way" in s.next(j).roles:
        less = s.next(j + 1)
        for role, minutes in _MINUTES.items():
            if role in less.roles:
                return -minutes, j + 2
    k = j + (s.form(j) == "و")
    if k > j or word.clitic == "و":
        number = cardinal(s, k) or ((s.digits(k) or 0, k + 1) if s.digits(k) else None)
        if number and number[0] < 60:
            unit = s.next(number[1]).unit
            if unit and unit.name == "minute":
                return number[0], number[1] + 1
    return 0, j


def _zone(s: Stream, j: int) -> int:
    """The index after بتوقيت غرينتش, بالتوقيت المحلي, ت غ."""
    k = j + (s.form(j) == "(")
    if s.follows(k, "ت") and (s.form(k + 1) in ("غ", "م") or s.form(k + 2) in ("غ", "م")):
        end = k + (2 if s.form(k + 1) in ("غ", "م") else 3)
    elif s.follows(k, "تغ", "gmt", "GMT"):
        end = k + 1
    elif s.joined(k) and "zone" in s.word(k).roles:
        end = k + 1 + (s.token(k + 1).kind == "word" and s.joined(k + 1))
        end += "zone name" in s.next(end).roles
    elif "zone name" in s.next(k).roles and s.form(k).startswith(("غ", "ج")):
        end = k + 1
    else:
        return j
    if k > j:
        return end + 1 if s.form(end) == ")" else j
    return end


def half_day(hour: int, part: str) -> int:
    """The hour on a 24-hour clock, by the part of the day it is said to lie in."""
    if part == "TMO":
        return 0 if hour == 12 else hour
    if part in ("TAF", "TEV"):
        return hour + 12 if hour < 12 else hour
    if part == "T12:00":
        return hour + 12 if hour < 5 else hour
    if hour == 12:
        return 0
    return hour + 12 if 6 <= hour < 12 else hour


def with_time(s: Stream, point: Point, j: int) -> Found:
    """A day and the time of day that may follow it: الأحد مساء, اليوم الساعة 15:00."""
    if point.part is None and (part := s.phrase(j, "part after")):
        single = s.token(j).end - s.token(j).start == 1
        if not single and not _opens_day(s, j):
            point, j = evolve(point, part=part[0]), part[1]
    k = j + (s.form(j) in ("،", ",", "-", "("))
    k += s.follows(k, "عند", "في", "علي")
    if "hour" in s.next(k).roles or "at hour" in s.next(k).roles or s.token(k).kind == "number":
        timed = clock(s, k, first=False) if s.joined(k) else None
        if timed and timed[0].part and not _dated(timed[0]):
            end = timed[1]
            if s.form(j) == "(":
                if s.form(end) != ")":
                    return point, j
                end += 1
            return evolve(point, part=_combined(point.part, timed[0].part)), end
    return point, j


def _dated(point: Point) -> bool:
    return any(x is not None for x in (point.day, point.weekday, point.shift))


def _combined(part: str | None, time: str | None) -> str | None:
    """A part of the day and an hour: evening and 8:00 make 20:00."""
    if part is None or time is None or not time[1:3].isdigit():
        return time or part
    return f"T{half_day(int(time[1:3]), part):02d}{time[3:]}"
