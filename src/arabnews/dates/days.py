"""The grammar of days: dates in words and digits, weekdays, today and its neighbours.

Parsers are called and answer as in ``periods``.
"""

from __future__ import annotations

import re

from attrs import evolve

from ..model.types import Calendar
from .expressions import Point
from .numbers import ordinal
from .periods import (
    DASHES,
    HIJRI_YEARS,
    YEARS,
    Found,
    after_of,
    at,
    direction,
    month_name,
    one_month,
    period,
    year_or_direction,
)
from .stream import Stream
from .words import ARTICLES, NOTHING, Word

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})\.(\d{1,2})\.(\d{1,2})")


# --- dates ----------------------------------------------------------------------------------------


def date(s: Stream, i: int, first: bool = True, sure: bool = False) -> Found | None:
    """A day of a month: 5 أيلول 2016, الخامس من أيلول, 5/9/2016, 17 الشهر الجاري.

    ``sure`` says that a day is expected here (after يوم or a weekday), so that 15/9 is one.
    """
    in_digits = s.token(i).kind == "number"
    found = _numeric_date(s, i, sure) if in_digits else _english_date(s, i, first)
    return found or _worded_date(s, i, first, sure)


def _numeric_date(s: Stream, i: int, sure: bool) -> Found | None:
    """A date in digits: 5/9/2016, 15 - 09 - 2012, 2016-09-05, 5.9.2016, and where sure 15/9."""
    if match := _DOTTED.fullmatch(s.form(i)):
        parts, end = [int(part) for part in match.groups() if part], i + 1
        return _date_of(s, parts, end)
    separator = s.form(i + 1)
    if separator not in ("/", "\\", *DASHES) or s.token(i + 2).kind != "number":
        return None
    if not s.joined(i + 2):
        return None
    if s.form(i + 3) == separator and s.token(i + 4).kind == "number":
        forms = [s.form(i), s.form(i + 2), s.form(i + 4)]
        if all(form.isdigit() and len(form) <= 4 for form in forms) and s.form(i + 5) != separator:
            long = [len(form) == 4 for form in forms]
            if (sum(long) == 1 and not long[1]) or (separator != "-" and _short_year(forms)):
                return _date_of(s, [int(form) for form in forms], i + 5)
        return None
    if sure and separator == "/":
        day, month = s.digits(i), s.digits(i + 2)
        if day in range(1, 32) and month in range(1, 13):
            return Point("day", month=month, day=day), i + 3
    return None


def _short_year(forms: list[str]) -> bool:
    return all(len(form) == 2 for form in forms)


def _date_of(s: Stream, parts: list[int], end: int) -> Found | None:
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    if month > 12 >= day:
        month, day = day, month
    if year < 100:
        year += 2000 if year < 50 else 1900
    if month not in range(1, 13) or day not in range(1, 32) or year not in YEARS:
        return None
    roles = s.next(end).roles
    calendar: Calendar = "hijri" if year in HIJRI_YEARS else "gregorian"
    end += "hijri mark" in roles or "year mark" in roles
    return Point("day", year, month, day, calendar=calendar), end


def _english_date(s: Stream, i: int, first: bool) -> Found | None:
    """September 5, 2016."""
    named = one_month(s, i, first)
    if named is None or not named[0].english:
        return None
    month, j = named
    j += s.form(j) == "."
    day = s.digits(j)
    if day not in range(1, 32):
        return None
    j += 1
    j += s.form(j) in ("st", "nd", "rd", "th")
    point = Point("day", month=month.number, day=day)
    return year_or_direction(s, j, point)


def _worded_date(s: Stream, i: int, first: bool, sure: bool) -> Found | None:
    number = day_number(s, i, first)
    if number is None:
        return None
    day, j, worded = number
    j += s.form(j) in ("st", "nd", "rd", "th")
    k = after_of(s, j)
    k += "month head" in s.next(k).roles
    if named := month_name(s, k):
        name, end, _ = named
        point = Point("day", month=name.number, day=day, calendar=name.calendar)
        end += "blessed" in s.next(end).roles and name.calendar == "hijri"
        return year_or_direction(s, end, point)
    if (inside := period(s, k, first=False)) and inside[0].unit == "month":
        return Point("day", day=day, within=inside[0]), inside[1]
    way = s.next(k).direction
    expected = sure or worded or k > j or (first and _dated_by_month(s, i, k))
    if way and not way.told and not way.loose and s.next(k).definite and expected:
        return Point("day", day=day, within=Point("month", shift=way.shift)), k + 1
    return None


def _dated_by_month(s: Stream, i: int, k: int) -> bool:
    """في 25 الجاري: شهر is left unsaid; الجارية would describe something else."""
    return "time lead" in s.word(i - 1).roles and not s.form(k).endswith("ه")


def day_number(s: Stream, i: int, first: bool = True) -> tuple[int, int, bool] | None:
    """The day of a month in digits or words; the flag tells words or the article."""
    article = s.form(i) in ARTICLES
    j = i + article
    if s.token(j).kind == "number":
        number = s.digits(j)
        known = number in range(1, 32) and len(s.form(j)) <= 2 and (j == 0 or first or s.joined(j))
        return (number or 0, j + 1, article) if known else None
    word = at(s, i, first)
    if word is NOTHING:
        return None
    if word.day_of_month:
        return _unarticled(s, i, word.day_of_month)
    worded = ordinal(s, i)
    return (*worded, True) if worded else None


def _unarticled(s: Stream, i: int, day: int) -> tuple[int, int, bool] | None:
    """أول مايو, ثالث عشر أكتوبر: from the second on only the name of a month makes it a day."""
    if day == 1:
        return 1, i + 1, True
    ten = s.next(i + 1).cardinal == 10
    end = i + 1 + ten
    return (day + 10 * ten, end, True) if month_name(s, end) else None


# --- days -----------------------------------------------------------------------------------------


def day(s: Stream, i: int, first: bool = True) -> Found | None:
    """A day: اليوم الاثنين, يوم أمس, الأحد الماضي, يوم الثلاثاء الموافق 27 فبراير."""
    j = i
    word = at(s, i, first)
    if "this" in word.roles:
        j += 1
        word = s.next(j)
    head = "day head" in word.roles
    if head:
        j += 1
        word = s.next(j)
    begins = first and j == i
    if word.phrases and (named := s.phrase(j, "day", first=begins)):
        return _named_day(s, j, named[1], named[0], begins)
    if word.weekday and (found := _weekday(s, j, word, head)):
        return found
    if j == i or head:
        return date(s, j, begins, sure=head)
    return None


def _named_day(s: Stream, i: int, j: int, shift: int, first: bool) -> Found | None:
    """What follows a day word: the weekday and the date it names over again."""
    today = s.word(i).unit is not None
    following = s.next(j)
    if "utmost" in following.roles:
        return None
    if today:
        if way := direction(s, j):
            towards, end = way
            return Point("day", shift=towards.shift, told=True), end
        if "described" in following.roles:
            return None
        if ordinal(s, j) and not (date(s, j, first=False) or following.weekday):
            return None
        if s.word(i - 1).roles & {"whole day"} and s.joined(i) and not following.weekday:
            return None
    point = Point("day", shift=shift)
    bracket = s.form(j) == "("
    k = j + (s.form(j) in ("(", "،", ",", "-"))
    word = s.next(k)
    if "only with a day" in s.word(i).roles and j == i + 1 and first and not word.weekday:
        return None
    if word.weekday and word.definite and not (k > j and not bracket and _of_clause(s, k)):
        end = k + 1
        if bracket:
            if s.form(end) != ")":
                return point, j
            end += 1
        point.weekday, j = word.weekday, end
    return _dated(s, j, point)


def _of_clause(s: Stream, k: int) -> bool:
    """After a comma only a weekday that a comma closes again belongs to the day before it."""
    return s.form(k + 1) not in ("،", ",", ".", "-", ")")


def _weekday(s: Stream, i: int, word: Word, head: bool) -> Found | None:
    if not word.definite:
        dated = date(s, i + 1, first=False) if head else None
        return (evolve(dated[0], weekday=word.weekday), dated[1]) if dated else None
    point = Point("day", weekday=word.weekday)
    j = i + 1
    if way := direction(s, j):
        towards, j = way
        point.pick, point.told = towards.shift, towards.told
    elif (inside := period(s, after_of(s, j), first=False)) and inside[0].unit == "week":
        return evolve(point, within=inside[0]), inside[1]
    if s.form(j) == "(" and (again := s.phrase(j + 1, "day")) and s.form(again[1]) == ")":
        return evolve(point, shift=again[0]), again[1] + 1
    return _dated(s, j, point)


def _dated(s: Stream, j: int, point: Point) -> Found:
    """A day and the date behind it: bare, after a comma, in brackets, after الموافق."""
    k = j
    bracket = s.form(k) == "("
    paired = "pairing" in s.next(k).roles
    if paired or bracket or s.form(k) in (",", "،", "-", ":"):
        k += 1
    if paired:
        k += s.form(k) in ("ل", ":")
        k += "day head" in s.next(k).roles
    found = date(s, k, first=paired, sure=True)
    if found is None:
        return point, j
    told, end = found
    if told.month is None and told.day is None:
        return point, j
    if (paired or bracket) and told.calendar == "hijri":
        return point, j
    if bracket:
        if s.form(end) != ")":
            return point, j
        end += 1
    return evolve(told, weekday=point.weekday), end
