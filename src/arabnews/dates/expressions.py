"""What a time phrase says, before it is put on the calendar."""

from __future__ import annotations

from typing import Literal

from attrs import define, frozen

from ..model.types import Calendar, TimeType

UnitName = Literal[
    "second", "minute", "hour", "day", "week", "weekend",
    "month", "quarter", "half", "season", "year", "decade", "century",
]  # fmt: skip


@define
class Point:
    """A stretch of the calendar as long as ``unit``, told by its fields, a shift, or both.

    ``shift`` counts units from today, or from the last date told where ``told`` is set: yesterday
    is (day, shift=-1). ``pick`` chooses among those that the fields fit: last November is (month,
    month=11, pick=-1), "the Sunday" (day, weekday=7) leaves it to the tense. ``within`` is
    a longer stretch it lies in (17 of this month). ``nth`` numbers quarters, halves, seasons,
    decades and centuries. ``part`` is a time of day in TIMEX3 form (TEV, T15:30).
    """

    unit: UnitName
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    calendar: Calendar = "gregorian"
    shift: int | None = None
    pick: int | None = None
    told: bool = False
    within: Point | None = None
    part: str | None = None
    mod: str | None = None

    @property
    def full(self) -> bool:
        """Whether it names one day of one year by itself."""
        return self.year is not None and self.month is not None and self.day is not None


@frozen
class Range:
    """From one point to another, both included."""

    first: Point
    last: Point


@frozen
class Length:
    """A length of time: amounts of units, longest first. An amount of None is indefinite (days).

    ``shift`` tells that it ends (-1) or begins (+1) now: the last three days.
    """

    amounts: tuple[tuple[float | None, UnitName], ...]
    mod: str | None = None
    shift: int | None = None


@frozen
class Offset:
    """A point in time counted from now, or from the last date told: three days ago."""

    amount: float | None
    unit: UnitName
    sign: int
    told: bool = False
    mod: str | None = None


@frozen
class Every:
    """A time that comes again: every two weeks, every Friday."""

    amount: float = 1
    unit: UnitName = "day"
    weekday: int | None = None
    part: str | None = None


@frozen
class Vague:
    """An expression without a place on the calendar, with its TIMEX3 type and value."""

    type: TimeType
    value: str


Expression = Point | Range | Length | Offset | Every | Vague
