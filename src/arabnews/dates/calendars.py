"""Arithmetic on the calendar. Spans are (first day, last day), both included."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int, months: int = 1) -> Days:
    """The days of one month, or of several from it on."""
    first = date(year, month, 1)
    return first, add_months(first, months) - timedelta(days=1)


def year_days(year: int, years: int = 1) -> Days:
    """The days of one year, or of several from it on."""
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def week_days(day: date) -> Days:
    """Monday to Sunday of the ISO week a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def week_name(day: date) -> str:
    """The ISO week a day lies in: 2016-W36."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_days(year: int, season: int) -> Days:
    """Three months: spring from March, summer, autumn, winter from December of that year on."""
    return month_days(year, (3, 6, 9, 12)[season], 3)


def weekday_near(base: date, weekday: int, direction: int, *, strict: bool) -> date:
    """The last (-1) or next (+1) day with an ISO weekday, the base itself unless strict."""
    distance = (base.isoweekday() - weekday if direction < 0 else weekday - base.isoweekday()) % 7
    return base + timedelta(days=direction * (distance or (7 if strict else 0)))


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura), None outside its table of 1343 to 1500."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
        return date(found.year, found.month, found.day)  # a plain date, not its subclass
    except (ValueError, OverflowError):
        return None


def hijri_month_days(year: int, month: int) -> Days | None:
    """The Gregorian days of a Hijri month, None outside the table."""
    from hijridate import Hijri

    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return first, first + timedelta(days=Hijri(year, month, 1).month_length() - 1)


def hijri_year_days(year: int) -> Days | None:
    """The Gregorian days of a Hijri year, None outside the table."""
    first, last = hijri_month_days(year, 1), hijri_month_days(year, 12)
    return (first[0], last[1]) if first and last else None


def century_of_hijri(century: int) -> int:
    """The Gregorian century in which a Hijri one begins; 97 of our years are 100 Hijri ones."""
    return (622 + (century - 1) * 97) // 100 + 1


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Hijri year, month and day of a Gregorian day, None outside the table."""
    from hijridate import Gregorian

    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day
