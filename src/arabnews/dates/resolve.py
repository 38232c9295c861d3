"""From what a phrase says to TIMEX3: type, value and the interval it denotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from attrs import define, evolve

from ..lexicon import table
from ..model.types import Calendar, TimeType
from . import calendars
from .calendars import Days
from .expressions import Every, Expression, Length, Offset, Point, Range, UnitName, Vague
from .words import SEASONS

# A date without a year that the tense puts farther off than the first of these (days), though it
# would lie nearer than the second on the other side, belongs to the other side: verbs mislead.
_FAR, _NEAR = 200, 60
# A bare weekday counts from a date told in its sentence that lies this many days from today: the
# sentence tells an old story.
_LONG_AGO = timedelta(days=60)
_MOST = 10**12  # of any unit; the universe is 13.8 times 10**9 years old


@define
class Setting:
    """What a phrase is read against.

    ``told`` is the last day told before it, ``near`` that of the same sentence, ``happened`` the
    last one told of the week up to today, when the news happened; ``tense`` says on demand whether
    the clause looks back (-1) or ahead (1).
    """

    anchor: date | None
    told: date | None = None
    near: date | None = None
    happened: date | None = None
    tense: Callable[[], int] = lambda: 0


@define
class Placed:
    """A phrase put on the calendar: the fields of a TimeExpression that depend on the anchor."""

    type: TimeType
    value: str
    begin: date | datetime | None = None
    end: date | datetime | None = None
    mod: str | None = None
    written: Calendar = "gregorian"
    resolved: bool = True


def place(expression: Expression, setting: Setting) -> Placed | None:
    """Type, value and interval of an expression; None where there is no such day (31 February).

    What lies beyond the years 1 to 9999 stays unresolved.
    """
    try:
        return _place(expression, setting)
    except (ValueError, OverflowError):
        return _place(expression, Setting(None))


def _place(expression: Expression, setting: Setting) -> Placed | None:
    match expression:
        case Point():
            return _place_point(expression, setting)
        case Range():
            return _place_range(expression, setting)
        case Length():
            return _place_length(expression, setting)
        case Offset():
            return _place_offset(expression, setting)
        case Every():
            return _place_every(expression)
        case Vague():
            return Placed(expression.type, expression.value)


# --- points ---------------------------------------------------------------------------------------


def _place_point(point: Point, setting: Setting) -> Placed | None:
    if point.full and point.calendar == "gregorian":
        assert point.year
        assert point.month
        assert point.day
        if calendars.make_day(point.year, point.month, point.day) is None:
            return None
    calendar = point.within.calendar if point.within else point.calendar
    days = _days(point, setting)
    if days is None:
        if not _possible(point):
            return None
        placed = Placed("DATE", _open_value(point), mod=point.mod, written=calendar, resolved=False)
    else:
        value = _value(point, days)
        placed = Placed("DATE", value, days[0], days[1], point.mod, calendar)
    return _at_time(placed, point.part) if point.part else placed


def _possible(point: Point) -> bool:
    if point.month is None or point.day is None or point.calendar == "hijri":
        return (point.day or 1) <= (30 if point.calendar == "hijri" else 31)
    return calendars.make_day(2000, point.month, point.day) is not None


def _days(point: Point, setting: Setting) -> Days | None:
    """The days a point covers, None where that cannot be known."""
    base = _told(setting) if point.told else setting.anchor
    if point.unit == "day":
        day = _day(point, base, setting)
        return (day, day) if day else None
    if point.unit in ("week", "weekend"):
        return _week(point, base)
    if point.unit == "month":
        return _month(point, base, setting)
    if point.unit == "season":
        return _season(point, base, setting)
    if point.unit in ("decade", "century"):
        return _long(point, base, setting)
    return _year(point, base, setting)


def _told(setting: Setting) -> date | None:
    """The day that نفسه refers to: what happened "the same day" was not told as to come."""
    told, today = setting.told, setting.anchor
    ahead = told is not None and today is not None and told > today
    return setting.happened if ahead and setting.tense() < 0 else told


def _news_day(setting: Setting) -> date | None:
    """The day that an hour without a day belongs to, where its clause goes on with a story."""
    return setting.happened if setting.happened and setting.tense() < 0 else None


def _day(point: Point, base: date | None, setting: Setting) -> date | None:
    if point.month is not None and point.day is not None:
        return _month_day(point, base, setting)
    if point.within is not None:
        if point.weekday:
            return _day_of_week(point.weekday, point.within, setting)
        inside = _days(point.within, setting)
        if inside is None:
            return None
        return calendars.make_day(inside[0].year, inside[0].month, point.day or 1)
    if point.shift is None and point.weekday is None:
        return setting.near or _news_day(setting) or setting.anchor
    if base is None:
        return None
    if point.shift is not None:
        return with_weekday(base + timedelta(days=point.shift), point.weekday)
    return _weekday(point, base, setting)


def with_weekday(day: date, weekday: int | None) -> date:
    """The day, or where the text gives it another weekday, the nearest such day."""
    if weekday is None or day.isoweekday() == weekday:
        return day
    off = (weekday - day.isoweekday() + 3) % 7 - 3
    return day + timedelta(days=off)


def _day_of_week(weekday: int, week: Point, setting: Setting) -> date | None:
    """A day of a week told: the week that people speak of begins on Sunday, not on Monday."""
    base = _told(setting) if week.told else setting.anchor
    if base is None:
        return None
    sunday = base - timedelta(days=base.isoweekday() % 7)
    return sunday + timedelta(days=7 * (week.shift or 0) + weekday % 7)


def _weekday(point: Point, base: date, setting: Setting) -> date:
    assert point.weekday is not None
    if point.pick is None or (point.pick == 0 and not point.told):
        if setting.near and abs(setting.near - base) > _LONG_AGO:
            base = setting.near
        ahead = setting.tense() > 0
        return calendars.weekday_near(base, point.weekday, 1 if ahead else -1, strict=False)
    direction = -1 if point.pick < 0 else 1
    day = calendars.weekday_near(base, point.weekday, direction, strict=point.pick != 0)
    # The one before last is a week before the last.
    weeks = max(abs(point.pick), 1) - 1
    return day + timedelta(days=7 * weeks * direction)


def _month_day(point: Point, base: date | None, setting: Setting) -> date | None:
    assert point.month is not None
    assert point.day is not None
    if point.year is not None:
        return _make(point, point.year)
    if point.within is not None:
        inside = _days(point.within, setting)
        return _make(point, inside[0].year) if inside else None
    if base is None:
        return None
    years = _years_around(point.calendar, base, 4)
    days = [day for year in years if (day := _make(point, year))]
    if point.weekday:
        fitting = [day for day in days if day.isoweekday() == point.weekday]
        near = [day for day in fitting if abs((day - base).days) < 400]
        if near:
            return min(near, key=lambda day: abs((day - base).days))
    chosen = _choose([(day, day) for day in days], point.pick, base, setting)
    return chosen[0] if chosen else None


def _make(point: Point, year: int) -> date | None:
    make = calendars.hijri_day if point.calendar == "hijri" else calendars.make_day
    return make(year, point.month or 1, point.day or 1)


def _years_around(calendar: Calendar, base: date, reach: int) -> range:
    if calendar == "gregorian":
        return range(base.year - reach, base.year + reach + 1)
    today = calendars.to_hijri(base)
    return range(today[0] - reach, today[0] + reach + 1) if today else range(0)


def _choose(candidates: list[Days], pick: int | None, base: date, setting: Setting) -> Days | None:
    """The one of its kind that a direction, else the tense, else nearness chooses."""
    past = [c for c in candidates if c[1] < base]
    ahead = [c for c in candidates if c[0] > base]
    around = [c for c in candidates if c[0] <= base <= c[1]]
    if pick is not None and pick < 0:
        return past[pick] if len(past) >= -pick else None
    if pick is not None and pick > 0:
        return ahead[pick - 1] if len(ahead) >= pick else None
    if around:
        return around[0]
    if not past or not ahead:
        return None
    back, forth = (base - past[-1][1]).days, (ahead[0][0] - base).days
    direction = 0 if pick == 0 else setting.tense()
    if direction < 0:
        return ahead[0] if back > _FAR and forth < _NEAR else past[-1]
    if direction > 0:
        return past[-1] if forth > _FAR and back < _NEAR else ahead[0]
    return past[-1] if back <= forth else ahead[0]


def _week(point: Point, base: date | None) -> Days | None:
    if base is None:
        return None
    monday, sunday = calendars.week_days(base + timedelta(days=7 * (point.shift or 0)))
    return (monday + timedelta(days=5), sunday) if point.unit == "weekend" else (monday, sunday)


def _month(point: Point, base: date | None, setting: Setting) -> Days | None:
    if point.month is None:
        if base is None:
            return None
        first = calendars.add_months(base.replace(day=1), point.shift or 0)
        return calendars.month_days(first.year, first.month)
    if point.year is not None:
        return _named_month(point, point.year)
    if point.within is not None:
        inside = _days(point.within, setting)
        return _named_month(point, inside[0].year) if inside else None
    if base is None:
        return None
    years = _years_around(point.calendar, base, 3)
    months = [days for year in years if (days := _named_month(point, year))]
    return _choose(months, point.pick, base, setting)


def _named_month(point: Point, year: int) -> Days | None:
    if point.calendar == "hijri":
        return calendars.hijri_month_days(year, point.month or 1)
    return calendars.month_days(year, point.month or 1)


def _season(point: Point, base: date | None, setting: Setting) -> Days | None:
    nth = point.nth or 0
    if point.year is not None:
        return calendars.season_days(point.year, nth)
    if point.within is not None:
        inside = _days(point.within, setting)
        return calendars.season_days(inside[0].year, nth) if inside else None
    if base is None:
        return None
    seasons = [calendars.season_days(year, nth) for year in _years_around("gregorian", base, 3)]
    return _choose(seasons, point.pick, base, setting)


def _year(point: Point, base: date | None, setting: Setting) -> Days | None:
    """A year, or a quarter or half of one."""
    if point.calendar == "hijri" and point.year is not None:
        return calendars.hijri_year_days(point.year)
    year = point.year
    if year is None and point.within is not None:
        inside = _days(point.within, setting)
        year = inside[0].year if inside else None
    elif year is None and base is not None:
        year = base.year + (point.shift or 0)
    if year is None or not 1 <= year <= 9999:
        return None
    if point.unit == "year":
        return calendars.year_days(year)
    months = 3 if point.unit == "quarter" else 6
    return calendars.month_days(year, ((point.nth or 1) - 1) * months + 1, months)


def _long(point: Point, base: date | None, setting: Setting) -> Days | None:
    """A decade or a century."""
    if point.unit == "century" and point.nth is not None:
        return calendars.year_days((point.nth - 1) * 100 or 1, 100)
    if point.nth is None:
        years = 100 if point.unit == "century" else 10
        if base is None:
            return None
        return calendars.year_days((base.year // years + (point.shift or 0)) * years, years)
    inside = _days(point.within, setting) if point.within else None
    if inside:
        return calendars.year_days(inside[0].year // 100 * 100 + point.nth, 10)
    # "The nineties" are those of the twentieth century, unless they lie long enough behind.
    this = base.year // 100 * 100 if base else 1900
    start = this + point.nth
    return calendars.year_days(start if base is None or start <= base.year else start - 100, 10)


def _value(point: Point, days: Days) -> str:
    first, last = days
    if point.calendar == "hijri" and point.unit in ("month", "year"):
        return f"{first.isoformat()}/{last.isoformat()}"
    match point.unit:
        case "week":
            return calendars.week_name(first)
        case "weekend":
            return f"{calendars.week_name(first)}-WE"
        case "month":
            return f"{first.year:04d}-{first.month:02d}"
        case "quarter":
            return f"{first.year:04d}-Q{point.nth}"
        case "half":
            return f"{first.year:04d}-H{point.nth}"
        case "season":
            return f"{first.year:04d}-{SEASONS[point.nth or 0]}"
        case "year":
            return f"{first.year:04d}"
        case "decade":
            return f"{first.year // 10:03d}"
        case "century":
            return f"{first.year // 100:02d}"
    return first.isoformat()


def _open_value(point: Point) -> str:
    """As much of the value as the text itself tells."""
    if point.calendar == "hijri" or (point.within and point.within.calendar == "hijri"):
        return {"day": "XXXX-XX-XX", "month": "XXXX-XX"}.get(point.unit, "XXXX")
    year = f"{point.year:04d}" if point.year else "XXXX"
    if point.month:
        return f"{year}-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    if point.day:
        return f"XXXX-XX-{point.day:02d}"
    if point.weekday:
        return f"XXXX-WXX-{point.weekday}"
    if point.nth is not None:
        if point.unit == "season":
            return f"XXXX-{SEASONS[point.nth]}"
        return f"XXXX-{'Q' if point.unit == 'quarter' else 'H'}{point.nth}"
    if point.part:
        return "XXXX-XX-XX"
    if point.told and not point.shift:
        # That day, wherever it lay, is not the present one.
        return "PAST_REF"
    return _reference(point.shift or 0)


def _reference(direction: int) -> str:
    return "PAST_REF" if direction < 0 else "FUTURE_REF" if direction > 0 else "PRESENT_REF"


@cache
def _parts() -> dict[str, tuple[int, int]]:
    return {part["value"]: (part["begin"], part["end"]) for part in table("date_words")["part"]}


def _at_time(placed: Placed, part: str) -> Placed:
    """The same day at a time of day."""
    value = placed.value + part
    day = placed.begin
    if day is None:
        return Placed("TIME", value, mod=placed.mod, written=placed.written, resolved=False)
    midnight = datetime(day.year, day.month, day.day)
    if part in _parts():
        begin, end = (midnight + timedelta(hours=hours) for hours in _parts()[part])
    else:
        hour, minute, *second = (int(number) for number in part[1:].split(":"))
        begin = end = midnight + timedelta(hours=hour, minutes=minute, seconds=sum(second))
    return Placed("TIME", value, begin, end, placed.mod, placed.written, placed.resolved)


def _place_range(span: Range, setting: Setting) -> Placed | None:
    first = _place_point(span.first, setting)
    if first is None:
        return None
    later = setting
    if isinstance(first.begin, date):
        day = first.begin.date() if isinstance(first.begin, datetime) else first.begin
        later = Setting(day, day, day, day, lambda: 1)
    last = _place_point(span.last, later)
    if last is None or first.type != last.type:
        return None
    value = f"{first.value}/{last.value}"
    resolved = first.resolved and last.resolved
    return Placed(first.type, value, first.begin, last.end, None, first.written, resolved)


# --- lengths, offsets, repetitions ----------------------------------------------------------------


@cache
def _codes() -> dict[str, tuple[str, bool, int]]:
    """TIMEX3 letter, whether it stands behind the T, and how many of it the unit counts."""
    return {
        unit["name"]: (unit["code"], unit.get("clock", False), unit.get("size", 1))
        for unit in table("units")["unit"]
    }


def _duration(amounts: tuple[tuple[float | None, UnitName], ...]) -> str:
    days = clock = ""
    for amount, unit in amounts:
        code, in_clock, size = _codes()[unit]
        text = "X" if amount is None else _plain(amount * size)
        if in_clock:
            clock += text + code
        else:
            days += text + code
    return f"P{days}T{clock}" if clock else f"P{days}"


def _plain(amount: float) -> str:
    """A number in digits, never with an exponent; X where it counts more than there can be."""
    if amount > _MOST:
        return "X"
    return f"{amount:.6f}".rstrip("0").rstrip(".")


def _place_length(length: Length, setting: Setting) -> Placed:
    placed = Placed("DURATION", _duration(length.amounts), mod=length.mod)
    amount, unit = length.amounts[0]
    if not length.shift or setting.anchor is None or amount is None or len(length.amounts) > 1:
        return placed
    other = _moved(setting.anchor, amount * length.shift, unit)
    if other is None:
        return placed
    begin, end = sorted((setting.anchor, other))
    return evolve(placed, begin=begin, end=end)


def _moved(day: date, amount: float, unit: UnitName) -> date | None:
    """The day so many units away; parts of a day are rounded to whole ones."""
    try:
        match unit:
            case "day" | "week":
                return day + timedelta(days=amount * (7 if unit == "week" else 1))
            case "month" | "year" | "decade" | "century":
                months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
                return calendars.add_months(day, int(amount * months))
            case _:
                return day + timedelta(hours=amount / {"second": 3600, "minute": 60}.get(unit, 1))
    except (ValueError, OverflowError):
        return None


def _place_offset(offset: Offset, setting: Setting) -> Placed | None:
    base = setting.told if offset.told else setting.anchor
    if offset.sign > 0 and not offset.told and setting.tense() < 0:
        # "After two days he returned": counted from what was told, not from today.
        base = setting.told
    small = offset.unit in ("second", "minute", "hour") and (offset.amount or 0) % 24 != 0
    if offset.amount is None or base is None or small or offset.unit in ("second", "minute"):
        value = _reference(offset.sign)
        return Placed("DATE", value, mod=offset.mod, resolved=False)
    unit = offset.unit
    amount = offset.amount
    if unit == "hour" and amount % 24 == 0:
        unit, amount = "day", amount / 24
    day = _moved(base, offset.sign * amount, unit)
    if day is None:
        # Before the first year: قبل 66 مليون سنة
        return Placed("DATE", _reference(offset.sign), mod=offset.mod, resolved=False)
    if unit in ("year", "month") and amount != int(amount):
        unit = "month" if unit == "year" else "day"
    within = "decade" if unit == "decade" else "year" if unit == "century" else unit
    days = _days(Point(within, shift=0), Setting(day))
    assert days is not None
    return Placed("DATE", _value(Point(within), days), *days, offset.mod)


def _place_every(every: Every) -> Placed:
    if every.weekday:
        return Placed("SET", f"XXXX-WXX-{every.weekday}")
    if every.part:
        return Placed("SET", f"XXXX-XX-XX{every.part}")
    return Placed("SET", _duration(((every.amount, every.unit),)))
