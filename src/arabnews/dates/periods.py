"""The grammar of months, years and what lies between: أيلول/سبتمبر 2016, الأسبوع الماضي, صيف 2014.

Every parser takes the stream and an index, and gives what it read and the index after it, or None.
``first`` says that the phrase begins here, where a proclitic may stand on the word.
"""

from __future__ import annotations

from attrs import evolve

from ..model.types import Calendar
from .calendars import century_of_hijri
from .expressions import Point
from .numbers import cardinal, ordinal
from .stream import Stream
from .words import NOTHING, Direction, Month, Word

Found = tuple[Point, int]

DASHES = ("-", "–", "—", "ـ", "ــ")
YEARS = range(1000, 2200)
HIJRI_YEARS = range(1300, 1500)
STOPS = (".", "،", ",", "؛", ")", "»", "”", ":", "؟")


def at(s: Stream, i: int, first: bool) -> Word:
    """The word at i, which has to continue the phrase unless it is the first."""
    return s.word(i) if first else s.next(i)


def after_of(s: Stream, i: int) -> int:
    """The index after من where it stands at i."""
    return i + 1 if "of" in s.next(i).roles else i


# --- months ---------------------------------------------------------------------------------------


def month_name(s: Stream, i: int, first: bool = False) -> tuple[Month, int, bool] | None:
    """A month by its name or its two names; the flag tells that it cannot be another word."""
    one = one_month(s, i, first)
    if one is None:
        return None
    month, j = one
    opened = s.form(j)
    if opened in ("/", "(", "\\") or opened in DASHES:
        two = one_month(s, j + 1, False)
        if two and month.calendar == two[0].calendar and _same(month, two[0]):
            if opened != "(":
                return month, two[1], True
            if s.form(two[1]) == ")":
                return month, two[1] + 1, True
    elif (two := one_month(s, j, False)) and two[0].number == month.number:
        return month, two[1], True
    return month, j, not month.doubtful


def _same(month: Month, other: Month) -> bool:
    """Two names of one month; where the systems differ, a slip of the pen, not a range."""
    return month.number == other.number or month.levant != other.levant


def one_month(s: Stream, i: int, first: bool) -> tuple[Month, int] | None:
    for month in at(s, i, first).months:
        if s.goes_on(i + 1, month.rest):
            return month, i + 1 + len(month.rest)
    return None


def month(s: Stream, i: int, first: bool = True, sure: bool = False) -> Found | None:
    """A month with its year or direction: أيلول/سبتمبر 2016, شهر رمضان المبارك, مايو الماضي."""
    j = i
    if "month head" in at(s, i, first).roles:
        sure, j = True, i + 1
    named = month_name(s, j, first and j == i)
    if named is None:
        return None
    name, j, certain = named
    blessed = "blessed" in s.next(j).roles and name.calendar == "hijri"
    point = Point("month", month=name.number, calendar=name.calendar)
    whole, end = year_or_direction(s, j + blessed, point)
    told = end > j or certain or sure
    if told or (not name.english and _led(s, i)):
        return whole, end
    return None


def _led(s: Stream, i: int) -> bool:
    """Whether a preposition of time stands before the word at i."""
    return "time lead" in s.word(i - 1).roles and not s.word(i).clitic


def year_or_direction(s: Stream, j: int, point: Point) -> Found:
    """What may follow a month: a year, a year told relatively, or a direction."""
    if year := _year_after(s, j):
        number, end, hijri = year
        if hijri and point.calendar == "gregorian":
            return point, j
        return evolve(point, year=number), end
    if way := direction(s, j):
        towards, end = way
        return evolve(point, pick=towards.shift, told=towards.told), end
    if relative := period(s, after_of(s, j), first=False):
        container, end = relative
        if container.unit == "year":
            return evolve(point, within=container), end
    return point, j


def _year_after(s: Stream, i: int) -> tuple[int, int, bool] | None:
    """A year number behind a month: 2016, من عام 2016, لعام 1433, ، 2016 م."""
    j = i
    if s.form(j) in (",", "،", "/", *DASHES) and s.digits(j + 1) in range(1900, 2100):
        return _year_number(s, j + 1) if s.form(j + 2) not in DASHES else None
    j = after_of(s, j)
    word = s.word(j) if s.joined(j) else NOTHING
    if "year head" in word.roles and word.clitic in ("", "ل"):
        return _year_number(s, j + 1) if s.joined(j + 1) else None
    if s.digits(j) is not None and s.joined(j):
        return _year_number(s, j)
    return None


def _year_number(s: Stream, i: int) -> tuple[int, int, bool] | None:
    """A year in digits or words with its mark (م, هـ); the flag tells the Hijri calendar."""
    if s.form(i) == "ال":
        i += 1
    year = s.digits(i)
    j = i + 1
    if year is None:
        words = cardinal(s, i)
        if words is None or s.word(i).clitic or words[0] < 1000:
            return None
        year, j = words
    elif len(s.form(i)) != 4:
        return None
    if year not in YEARS or (s.form(j) == "قبل" and s.form(j + 1) == "الميلاد"):
        return None
    roles = s.next(j).roles
    if "hijri mark" in roles:
        return year, j + 1, True
    if "year mark" in roles:
        return year, j + 1, False
    return year, j, year in HIJRI_YEARS


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


# --- longer stretches -----------------------------------------------------------------------------


def period(s: Stream, i: int, first: bool = True) -> Found | None:
    """A unit told by where it stands: الأسبوع الماضي, هذا العام, الشهر نفسه, نفس اليوم."""
    word = at(s, i, first)
    if "this" in word.roles or "same" in word.roles:
        noun = s.next(i + 1)
        if not noun.definite:
            return None
        same = "same" in word.roles
        if noun.season is not None and not same:
            return Point("season", nth=noun.season, pick=0), i + 2
        if noun.unit and noun.unit.name == "decade" and not _decade_led(s, i):
            return None
        if _is_stretch(noun) and not (noun.unit.name == "day" and not same):  # type: ignore[union-attr]
            end = i + 2 + ("year described" in s.next(i + 2).roles)
            return Point(noun.unit.name, shift=0, told=same), end  # type: ignore[union-attr]
        return None
    if not word.definite or not _is_stretch(word) or "general title" in s.word(i - 1).roles:
        return None
    unit = word.unit.name  # type: ignore[union-attr]
    if unit == "month" and "blessed" in s.next(i + 1).roles:
        return Point("month", month=9, calendar="hijri"), i + 2
    j = i + 1 + ("year described" in s.next(i + 1).roles)
    if way := direction(s, j):
        towards, end = way
        point = Point(unit, shift=towards.shift, told=towards.told or unit == "day")
        again = _year_number(s, end) if unit == "year" and s.joined(end) else None
        return (evolve(point, year=again[0]), again[1]) if again and not again[2] else (point, end)
    if unit in ("week", "month", "year") and "during" in s.word(i - 1).roles and s.joined(i):
        return Point(unit, shift=0), j
    return None


def _decade_led(s: Stream, i: int) -> bool:
    """هذا العقد is this contract, but خلال هذا العقد, نهاية هذا العقد speak of the decade."""
    before = s.word(i - 1)
    return s.joined(i) and ("during" in before.roles or before.mod is not None)


def _is_stretch(word: Word) -> bool:
    return word.unit is not None and word.unit.count == 1 and word.unit.name in _STRETCHES


_STRETCHES = ("day", "week", "month", "year", "decade", "century")


def year(s: Stream, i: int, first: bool = True) -> Found | None:
    """A year behind its noun: عام 2016, العام 2010, سنة 1433 هـ, عام 2016 الجاري."""
    if "year head" not in at(s, i, first).roles:
        return None
    j = i + 1 + ("year described" in s.next(i + 1).roles)
    if s.form(j) == "." and s.token(j).end == s.token(j + 1).start:
        # A slip of the typing direction: سنة .2011
        j += 1
    if s.form(j) == "(":
        found = year_number(s, j + 1) or _early_year(s, j + 1)
        return (found[0], found[1] + 1) if found and s.form(found[1]) == ")" else None
    return (year_number(s, j) or _early_year(s, j)) if s.joined(j) else None


def _early_year(s: Stream, i: int) -> Found | None:
    """A year of fewer than four digits: it has a mark (55 م, 350 هـ) or ends its clause (749)."""
    year = s.digits(i)
    if not year or year > 999:
        return None
    roles = s.next(i + 1).roles
    if "hijri mark" in roles or "year mark" in roles:
        calendar: Calendar = "hijri" if "hijri mark" in roles else "gregorian"
        return Point("year", year=year, calendar=calendar), i + 2
    ended = s.form(i + 1) in STOPS or not s.joined(i + 1)
    return (Point("year", year=year), i + 1) if ended and year > 99 else None


def year_number(s: Stream, i: int) -> Found | None:
    """A year by its number alone. Whether a number is a year is for the caller to know."""
    if not (found := _year_number(s, i)):
        return None
    number, j, hijri = found
    if (way := direction(s, j)) and not way[0].told:
        j = way[1]
    calendar: Calendar = "hijri" if hijri else "gregorian"
    return Point("year", year=number, calendar=calendar), j


def season(s: Stream, i: int, first: bool = True) -> Found | None:
    """A season with its year or direction: صيف 2014, الصيف الماضي, ربيع العام المقبل."""
    word = at(s, i, first)
    if word.season is None:
        return None
    point = Point("season", nth=word.season)
    whole, end = year_or_direction(s, i + 1, point)
    if whole.pick is not None and not word.definite:
        return None
    return (whole, end) if end > i + 1 else None


def part_of_period(s: Stream, i: int, first: bool = True) -> Found | None:
    """الربع الأول من 2015, النصف الثاني من العام, الأسبوع الأول من أيلول."""
    word = at(s, i, first)
    quarter, half = "quarter of year" in word.roles, "half of year" in word.roles
    unit = "quarter" if quarter else "half" if half else "week"
    if unit == "week" and not (word.definite and word.unit and word.unit.name == "week"):
        return None
    following = s.next(i + 1)
    last = following.direction is not None and following.direction.loose
    nth = {"quarter": 4, "half": 2, "week": 4}[unit] if last else following.ordinal
    if nth not in range(1, 5) or nth is None or (unit == "half" and nth > 2):
        return None
    j = after_of(s, i + 2)
    inside = stretch(s, j)
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


def stretch(s: Stream, j: int) -> Found | None:
    """A longer stretch that something is a part of, told in any way: 2015, العام الماضي, العام."""
    return (
        year(s, j, first=False)
        or period(s, j, first=False)
        or (year_number(s, j) if s.digits(j) and s.joined(j) else None)
        or month(s, j, first=False, sure=True)
        or century(s, j, first=False)
        or _whole(s, j)
    )


def _whole(s: Stream, j: int) -> Found | None:
    """The current one, where only the unit is told: نهاية العام, منتصف الشهر."""
    word = s.next(j)
    counted = ordinal(s, j + 1) is not None or "described" in s.next(j + 1).roles
    if counted and word.unit and word.unit.name == "day":
        # نهاية اليوم الثالث is that of some third day.
        return None
    if word.definite and _is_stretch(word) and word.unit:
        end = j + 1 + ("year described" in s.next(j + 1).roles)
        return Point(word.unit.name, shift=0), end
    return None


def modified(s: Stream, i: int, first: bool = True) -> Found | None:
    """Beginning, middle or end of a stretch: بداية أيلول, نهاية 2009, أواخر الشهر الماضي."""
    j = i
    holiday = "holiday" in at(s, i, first).roles
    j += holiday
    mod = at(s, j, first and j == i).mod
    if mod is None:
        return None
    found = season(s, j + 1, first=False) or decade(s, j + 1, False, True) or stretch(s, j + 1)
    found = found or part_of_period(s, j + 1, first=False)
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
    word = at(s, i, first)
    if word.decade is None:
        return None
    j = after_of(s, i + 1)
    if "age after" in s.next(j).roles or _is_age(s, i):
        return None
    point = Point("decade", nth=word.decade)
    if inside := century(s, j, first=False):
        return evolve(point, within=inside[0]), inside[1]
    if (inside := period(s, j, first=False)) and inside[0].unit == "century":
        return evolve(point, within=inside[0]), inside[1]
    return (point, i + 1) if word.definite or sure else None


def _is_age(s: Stream, i: int) -> bool:
    """سيدة في الأربعينيات, لا تزال في أوائل العشرينيات."""
    j = i - 1 - (s.word(i - 1).mod is not None)
    return s.form(j) == "في" and "aged" in s.word(j - 1).roles


def century(s: Stream, i: int, first: bool = True) -> Found | None:
    """A century by its number: القرن العشرين, القرن الرابع الهجري."""
    word = at(s, i, first)
    if not (word.definite and word.unit and word.unit.name == "century") or not s.joined(i + 1):
        return None
    number = ordinal(s, i + 1) or _in_digits(s, i + 1)
    if number is None:
        return None
    nth, end = number
    if s.follows(end, "الهجري"):
        nth = century_of_hijri(nth)
    return Point("century", nth=nth), end + s.follows(end, "الهجري", "الميلادي")


def _in_digits(s: Stream, i: int) -> tuple[int, int] | None:
    """القرن 19, القرن الـ19"""
    i += s.form(i) == "ال"
    number = s.digits(i)
    return (number, i + 1) if number in range(1, 30) and number else None
