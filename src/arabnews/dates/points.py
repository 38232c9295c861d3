"""The grammar of points on the calendar: days, dates, months, years and what lies between.

Every parser takes the stream and an index, and gives what it read and the index after it, or None.
``first`` says that the phrase begins here, where a proclitic may stand on the word.
"""

from __future__ import annotations

import re

from attrs import evolve

from ..model.types import Calendar
from .expressions import Point
from .numbers import cardinal, ordinal
from .stream import Stream
from .words import NOTHING, Direction, Month, Word

Found = tuple[Point, int]

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
_DASHES = ("-", "–", "—")
_YEARS = range(1000, 2200)
_HIJRI_YEARS = range(1300, 1500)


def _at(s: Stream, i: int, first: bool) -> Word:
    return s.word(i) if first else s.next(i)


def _of(s: Stream, i: int) -> int:
    """The index after من where it stands at i."""
    return i + 1 if "of" in s.next(i).roles else i


# --- months ---------------------------------------------------------------------------------------


def month_name(s: Stream, i: int, first: bool = False) -> tuple[Month, int, bool] | None:
    """A month by its name or its two names; the flag tells that it cannot be another word."""
    one = _one_month(s, i, first)
    if one is None:
        return None
    month, j = one
    opened = s.form(j)
    if opened in ("/", "(", "\\") or opened in _DASHES:
        two = _one_month(s, j + 1, False)
        if two and month.calendar == two[0].calendar and _same(month, two[0]):
            if opened != "(":
                return month, two[1], True
            if s.form(two[1]) == ")":
                return month, two[1] + 1, True
    elif (two := _one_month(s, j, False)) and two[0].number == month.number:
        return month, two[1], True
    return month, j, not month.doubtful


def _same(month: Month, other: Month) -> bool:
    """Two names of one month. Where the systems differ a slip of the pen is likelier than a range."""
    return month.number == other.number or month.levant != other.levant


def _one_month(s: Stream, i: int, first: bool) -> tuple[Month, int] | None:
    for month in _at(s, i, first).months:
        end = i + 1 + len(month.rest)
        if all(s.follows(i + 1 + k, form) for k, form in enumerate(month.rest)):
            return month, end
    return None


def month(s: Stream, i: int, first: bool = True, sure: bool = False) -> Found | None:
    """A month with its year, direction or nothing: أيلول/سبتمبر 2016, شهر رمضان المبارك, مايو الماضي."""
    j = i
    if "month head" in _at(s, i, first).roles:
        sure, j = True, i + 1
    named = month_name(s, j, first and j == i)
    if named is None:
        return None
    name, j, certain = named
    blessed = "blessed" in s.next(j).roles and name.calendar == "hijri"
    point = Point("month", month=name.number, calendar=name.calendar)
    whole, end = _year_or_direction(s, j + blessed, point)
    told = end > j or certain or sure
    if told or (not name.english and _led(s, i)):
        return whole, end
    return None


def _led(s: Stream, i: int) -> bool:
    """Whether a preposition of time stands before the word at i."""
    return "time lead" in s.word(i - 1).roles and not s.word(i).clitic


def _year_or_direction(s: Stream, j: int, point: Point) -> Found:
    """What may follow a month: a year, a year told relatively, or a direction."""
    if year := _year_after(s, j):
        number, end, hijri = year
        if hijri and point.calendar == "gregorian":
            return point, j
        return evolve(point, year=number), end
    if way := direction(s, j):
        towards, end = way
        return evolve(point, pick=towards.shift, told=towards.told), end
    if relative := period(s, _of(s, j), first=False):
        container, end = relative
        if container.unit == "year":
            return evolve(point, within=container), end
    return point, j


def _year_after(s: Stream, i: int) -> tuple[int, int, bool] | None:
    """A year number behind a month: 2016, من عام 2016, لعام 1433, ، 2016 م."""
    j = i
    if s.form(j) in (",", "،", "/", *_DASHES) and s.digits(j + 1) in range(1900, 2100):
        return _year_number(s, j + 1) if not s.form(j + 2) in _DASHES else None
    j = _of(s, j)
    word = s.word(j) if s.joined(j) else NOTHING
    if "year head" in word.roles and word.clitic in ("", "ل"):
        return _year_number(s, j + 1)
    if s.digits(j) is not None and s.joined(j):
        return _year_number(s, j)
    return None


def _year_number(s: Stream, i: int) -> tuple[int, int, bool] | None:
    """A year in digits or words with its mark (م, هـ); the flag tells the Hijri calendar."""
    if not s.joined(i) and i:
        return None
    if s.form(i) == "ال":
        i += 1
    year = s.digits(i)
    j = i + 1
    if year is None:
        words = cardinal(s, i)
        if words is None or s.word(i).clitic:
            return None
        year, j = words
    elif len(s.form(i)) != 4:
        return None
    if year not in _YEARS:
        return None
    roles = s.next(j).roles
    if "hijri mark" in roles:
        return year, j + 1, True
    if "year mark" in roles:
        return year, j + 1, False
    return year, j, year in _HIJRI_YEARS


def direction(s: Stream, i: int) -> tuple[Direction, int] | None:
    """الماضي, المقبل, نفسه … and قبل الماضي, بعد المقبل."""
    word = s.next(i)
    step = -1 if "before" in word.roles else 1 if "after" in word.roles else 0
    if s.follows(i, "ما") and "before" in s.next(i + 1).roles:
        i, step = i + 1, -1
    if step:
        towards = s.next(i + 1).direction
        if towards and towards.shift == step and not towards.told:
            return evolve(towards, shift=2 * step), i + 2
        return None
    if word.direction and not word.direction.loose:
        return word.direction, i + 1
    return None


# --- dates ----------------------------------------------------------------------------------------


def date(s: Stream, i: int, first: bool = True, sure: bool = False) -> Found | None:
    """A day of a month: 5 أيلول 2016, الخامس من أيلول, 5/9/2016, 17 الشهر الجاري, September 5, 2016.

    ``sure`` says that a day is expected here (after يوم or a weekday), so that 15/9 is one.
    """
    return numeric_date(s, i, sure) or _english_date(s, i, first) or _worded_date(s, i, first, sure)


def numeric_date(s: Stream, i: int, sure: bool = False) -> Found | None:
    """A date in digits: 5/9/2016, 15 - 09 - 2012, 2016-09-05, 5.9.2016, and where sure 15/9."""
    if s.token(i).kind != "number":
        return None
    if match := _DOTTED.fullmatch(s.form(i)):
        parts, end = [int(part) for part in match.groups() if part], i + 1
        return _date_of(s, parts, end)
    separator = s.form(i + 1)
    if separator not in ("/", "\\", *_DASHES) or s.token(i + 2).kind != "number":
        return None
    if not s.joined(i + 2):
        return None
    if s.form(i + 3) == separator and s.token(i + 4).kind == "number":
        forms = [s.form(i), s.form(i + 2), s.form(i + 4)]
        if all(form.isdigit() for form in forms) and s.form(i + 5) != separator:
            long = [len(form) == 4 for form in forms]
            if sum(long) == 1 and not long[1] or (separator != "-" and _short_year(forms)):
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
    if month not in range(1, 13) or day not in range(1, 32) or year not in _YEARS:
        return None
    roles = s.next(end).roles
    calendar: Calendar = "hijri" if year in _HIJRI_YEARS else "gregorian"
    end += "hijri mark" in roles or "year mark" in roles
    return Point("day", year, month, day, calendar=calendar), end


def _english_date(s: Stream, i: int, first: bool) -> Found | None:
    """September 5, 2016."""
    named = _one_month(s, i, first)
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
    return _year_or_direction(s, j, point)


def _worded_date(s: Stream, i: int, first: bool, sure: bool) -> Found | None:
    number = day_number(s, i, first)
    if number is None:
        return None
    day, j, worded = number
    j += s.form(j) in ("st", "nd", "rd", "th")
    k = _of(s, j)
    k += "month head" in s.next(k).roles
    if named := month_name(s, k):
        name, end, _ = named
        point = Point("day", month=name.number, day=day, calendar=name.calendar)
        end += "blessed" in s.next(end).roles and name.calendar == "hijri"
        return _year_or_direction(s, end, point)
    if (inside := period(s, k, first=False)) and inside[0].unit == "month":
        return Point("day", day=day, within=inside[0]), inside[1]
    way = s.next(k).direction
    if way and not way.told and not way.loose and s.next(k).definite and (sure or worded or k > j):
        return Point("day", day=day, within=Point("month", shift=way.shift)), k + 1
    return None


def day_number(s: Stream, i: int, first: bool = True) -> tuple[int, int, bool] | None:
    """The day of a month in digits or words; the flag tells words or the article."""
    article = s.form(i) in ("ال", "وال", "بال", "لل")
    j = i + article
    if s.token(j).kind == "number":
        number = s.digits(j)
        known = number in range(1, 32) and len(s.form(j)) <= 2 and (j == 0 or first or s.joined(j))
        return (number or 0, j + 1, article) if known else None
    word = _at(s, i, first)
    if word is NOTHING:
        return None
    if "first of month" in word.roles:
        return 1, i + 1, True
    worded = ordinal(s, i)
    return (*worded, True) if worded else None


# --- days -----------------------------------------------------------------------------------------


def day(s: Stream, i: int, first: bool = True) -> Found | None:
    """A day: اليوم الاثنين, يوم أمس الثلاثاء, الأحد الماضي, يوم الثلاثاء الموافق 27 فبراير, 5/9/2016."""
    j = i
    if "this" in _at(s, i, first).roles:
        j = i + 1
    head = "day head" in _at(s, j, first and j == i).roles
    j += head
    begins = first and j == i
    if found := s.phrase(j, "day", first=begins):
        return _named_day(s, j, found[1], found[0], head)
    if found := _weekday(s, j, begins, head):
        return found
    if j == i or head:
        return date(s, j, begins, sure=head)
    return None


def _named_day(s: Stream, i: int, j: int, shift: int, head: bool) -> Found | None:
    """What follows a day word: the weekday and the date it names over again."""
    today = s.word(i).unit is not None
    following = s.next(j)
    if today:
        if way := direction(s, j):
            towards, end = way
            return Point("day", shift=towards.shift, told=True), end
        if "described" in following.roles:
            return None
        if following.ordinal and not (date(s, j, first=False) or following.weekday):
            return None
    if s.form(i).endswith("غد") and j == i + 1 and not head and s.word(i).definite is False:
        return None
    point = Point("day", shift=shift)
    bracket = s.form(j) == "("
    k = j + (s.form(j) in ("(", "،", ",", "-"))
    word = s.next(k)
    if word.weekday and word.definite and not (k > j and not bracket and _of_clause(s, k)):
        end = k + 1
        if bracket:
            if s.form(end) != ")":
                return point, j
            end += 1
        point, j = evolve(point, weekday=word.weekday), end
    return _dated(s, j, point)


def _of_clause(s: Stream, k: int) -> bool:
    """After a comma only a weekday that a comma closes again belongs to the day before it."""
    return s.form(k + 1) not in ("،", ",", ".", "-", ")")


def _weekday(s: Stream, i: int, first: bool, head: bool) -> Found | None:
    word = _at(s, i, first)
    if word.weekday is None:
        return None
    if not word.definite:
        dated = date(s, i + 1, first=False) if head else None
        return (evolve(dated[0], weekday=word.weekday), dated[1]) if dated else None
    point = Point("day", weekday=word.weekday)
    j = i + 1
    if way := direction(s, j):
        point, j = evolve(point, pick=way[0].shift, told=way[0].told), way[1]
    elif (inside := period(s, _of(s, j), first=False)) and inside[0].unit == "week":
        return evolve(point, within=inside[0]), inside[1]
    return _dated(s, j, point)


def _dated(s: Stream, j: int, point: Point) -> Found:
    """A day and the date that may stand behind it: bare, after a comma, in brackets, after الموافق."""
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


# --- longer stretches -----------------------------------------------------------------------------


def period(s: Stream, i: int, first: bool = True) -> Found | None:
    """A unit told by where it stands: الأسبوع الماضي, هذا العام, الشهر نفسه, نفس اليوم."""
    word = _at(s, i, first)
    if "this" in word.roles or "same" in word.roles:
        noun = s.next(i + 1)
        if not noun.definite:
            return None
        same = "same" in word.roles
        if noun.season is not None and not same:
            return Point("season", nth=noun.season, pick=0), i + 2
        if _stretch(noun) and not (noun.unit.name == "day" and not same):  # type: ignore[union-attr]
            end = i + 2 + ("year described" in s.next(i + 2).roles)
            return Point(noun.unit.name, shift=0, told=same), end  # type: ignore[union-attr]
        return None
    if not word.definite or not _stretch(word) or "general title" in s.word(i - 1).roles:
        return None
    unit = word.unit.name  # type: ignore[union-attr]
    j = i + 1 + ("year described" in s.next(i + 1).roles)
    if way := direction(s, j):
        towards, end = way
        return Point(unit, shift=towards.shift, told=towards.told or unit == "day"), end
    return None


def _stretch(word: Word) -> bool:
    return word.unit is not None and word.unit.count == 1 and word.unit.name in _STRETCHES


_STRETCHES = ("day", "week", "month", "year", "decade", "century")


def year(s: Stream, i: int, first: bool = True) -> Found | None:
    """A year behind its noun: عام 2016, العام 2010, سنة 1433 هـ, عام 2016 الجاري."""
    roles = _at(s, i, first).roles
    if "year head" not in roles and "two years" not in roles:
        return None
    return year_number(s, i + 1 + ("year described" in s.next(i + 1).roles))


def year_number(s: Stream, i: int) -> Found | None:
    """A year by its number alone. Whether a number is a year is for the caller to know."""
    if not (found := _year_number(s, i)):
        return None
    number, j, hijri = found
    if way := direction(s, j):
        if not way[0].told:
            j = way[1]
    calendar: Calendar = "hijri" if hijri else "gregorian"
    return Point("year", year=number, calendar=calendar), j


def season(s: Stream, i: int, first: bool = True) -> Found | None:
    """A season with its year or direction: صيف 2014, الصيف الماضي, ربيع العام المقبل."""
    word = _at(s, i, first)
    if word.season is None:
        return None
    point = Point("season", nth=word.season)
    whole, end = _year_or_direction(s, i + 1, point)
    if whole.pick is not None and not word.definite:
        return None
    return (whole, end) if end > i + 1 else None


def part_of_period(s: Stream, i: int, first: bool = True) -> Found | None:
    """الربع الأول من 2015, النصف الثاني من العام, الأسبوع الأول من أيلول."""
    word = _at(s, i, first)
    unit = "quarter" if "quarter" in word.roles else "half" if "half" in word.roles else "week"
    if unit == "week" and not (word.definite and word.unit and word.unit.name == "week"):
        return None
    following = s.next(i + 1)
    last = following.direction is not None and following.direction.loose
    nth = {"quarter": 4, "half": 2, "week": 4}[unit] if last else following.ordinal
    if nth not in range(1, 5) or nth is None or (unit == "half" and nth > 2):
        return None
    j = _of(s, i + 2)
    inside = _container(s, j)
    if inside is None:
        return None
    point, end = inside
    if point.unit == "year" and unit != "week":
        if point.year is not None:
            return Point("quarter" if unit == "quarter" else "half", point.year, nth=nth), end
        return Point("quarter" if unit == "quarter" else "half", nth=nth, within=point), end
    if j > i + 2:
        last_nth = 2 if unit == "half" else 4
        return evolve(point, mod="START" if nth == 1 else "END" if nth == last_nth else "MID"), end
    return None


def _container(s: Stream, j: int) -> Found | None:
    return (
        year(s, j, first=False)
        or period(s, j, first=False)
        or (year_number(s, j) if s.digits(j) else None)
        or month(s, j, first=False, sure=True)
        or _whole(s, j)
    )


def _whole(s: Stream, j: int) -> Found | None:
    """The current one, where only the unit is told: نهاية العام, منتصف الشهر."""
    word = s.next(j)
    if word.definite and _stretch(word) and word.unit:
        end = j + 1 + ("year described" in s.next(j + 1).roles)
        return Point(word.unit.name, shift=0), end
    return None


def modified(s: Stream, i: int, first: bool = True) -> Found | None:
    """Beginning, middle or end of a stretch: بداية أيلول, نهاية 2009, أواخر الشهر الماضي."""
    j = i
    holiday = "holiday" in _at(s, i, first).roles
    j += holiday
    mod = _at(s, j, first and j == i).mod
    if mod is None:
        return None
    found = season(s, j + 1, first=False) or decade(s, j + 1, False, True) or _container(s, j + 1)
    found = found or century(s, j + 1, first=False) or part_of_period(s, j + 1, first=False)
    if found is None:
        return None
    point, end = found
    if point.unit == "week" and mod == "END" and (holiday or _bare_week(s, j + 1, end)):
        return evolve(point, unit="weekend"), end
    return (evolve(point, mod=mod), end) if not holiday else None


def _bare_week(s: Stream, i: int, end: int) -> bool:
    return end == i + 1 and s.word(i).definite


def decade(s: Stream, i: int, first: bool = True, sure: bool = False) -> Found | None:
    """The nineties, of this century or another: التسعينيات, تسعينيات القرن الماضي."""
    word = _at(s, i, first)
    if word.decade is None:
        return None
    j = _of(s, i + 1)
    if "age after" in s.next(j).roles:
        return None
    point = Point("decade", nth=word.decade)
    if inside := century(s, j, first=False):
        return evolve(point, within=inside[0]), inside[1]
    if inside := period(s, j, first=False):
        if inside[0].unit == "century":
            return evolve(point, within=inside[0]), inside[1]
    return (point, i + 1) if word.definite or sure else None


def century(s: Stream, i: int, first: bool = True) -> Found | None:
    """A century by its number: القرن العشرين, القرن الحادي والعشرين."""
    word = _at(s, i, first)
    if not (word.definite and word.unit and word.unit.name == "century") or not s.joined(i + 1):
        return None
    number = ordinal(s, i + 1)
    return (Point("century", nth=number[0]), number[1]) if number else None
