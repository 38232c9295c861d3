"""The tagger: tokens in, time expressions with their place on the calendar out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from attrs import evolve

from ..model.types import Span, TimeExpression
from ..text.tokens import Token
from .expressions import Offset, Point
from .phrases import Phrase, find
from .resolve import Placed, Setting, place, with_weekday
from .stream import Stream
from .tense import tense
from .words import words

_UNPLACED = Setting(None)
# What lies farther back than this is no news of the day but what led to it.
_NEWS = timedelta(days=7)
_A_DAY = timedelta(days=1)


def tag(tokens: Sequence[Token], text: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, sorted, resolved against the day it appeared.

    ``tokens`` are those of ``text`` or of a stretch of it. A text that says what day it is counted
    from («اليوم التالي», «بعد ذلك بيومين») is followed; nothing else is remembered between texts.
    """
    stream = Stream(tokens, text, words())
    times: list[TimeExpression] = []
    told: date | None = None
    near: date | None = None
    happened: date | None = None
    day: date | None = None
    last = 0
    weekday: int | None = None
    for phrase in find(stream):
        if near is not None and not _one_sentence(stream, last, phrase.start):
            near = None
        looks = partial(tense, stream, phrase.start, phrase.end)
        setting = Setting(anchor, day if _counts_days(phrase) else told, near, happened, looks)
        placed = place(phrase.meaning, _UNPLACED if phrase.in_name else setting)
        if placed is None:
            continue
        if times and _pairs(stream, last, phrase) and placed.written != times[-1].written:
            times, placed = _paired(times, placed, weekday)
        times.append(_expression(stream, phrase, placed))
        last = phrase.end
        weekday = _bare_weekday(phrase)
        if placed.begin and _tells_a_day(phrase):
            told = _day(placed.begin)
            if _counts_days(phrase):
                day = near = told
                if anchor and timedelta(0) <= anchor - day <= _NEWS:
                    happened = day
                if anchor and anchor - day == _A_DAY and _names_today(phrase):
                    # The page appeared a day after it was written, as it says itself.
                    anchor = day
    return tuple(times)


def _expression(stream: Stream, phrase: Phrase, placed: Placed) -> TimeExpression:
    start = stream.start(phrase.start)
    end = stream.tokens[phrase.end - 1].end
    return TimeExpression(
        Span(start, end),
        stream.text[start:end],
        placed.type,
        placed.value,
        placed.mod,
        placed.begin,
        placed.end,
        placed.written,
        placed.resolved,
        phrase.in_name,
    )


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _tells_a_day(phrase: Phrase) -> bool:
    return isinstance(phrase.meaning, Point) and phrase.meaning.unit in ("day", "month", "year")


def _counts_days(phrase: Phrase) -> bool:
    """Whether it tells a day or counts in days: اليوم التالي does not follow the year 1970."""
    return isinstance(phrase.meaning, Point | Offset) and phrase.meaning.unit == "day"


def _names_today(phrase: Phrase) -> bool:
    """اليوم الاثنين"""
    meaning = phrase.meaning
    today = isinstance(meaning, Point) and meaning.shift == 0 and meaning.weekday is not None
    return today and not phrase.in_name


def _bare_weekday(phrase: Phrase) -> int | None:
    """The weekday of يوم الجمعة, which does not tell the week."""
    meaning = phrase.meaning
    if not isinstance(meaning, Point) or meaning.weekday is None:
        return None
    return meaning.weekday if meaning == Point("day", weekday=meaning.weekday) else None


def _one_sentence(stream: Stream, i: int, j: int) -> bool:
    stops = (".", "؟", "!", "?")
    return stream.joined(j) and all(
        stream.form(k) not in stops and stream.joined(k) for k in range(i, j)
    )


def _pairs(stream: Stream, end: int, phrase: Phrase) -> bool:
    """Whether الموافق (or only brackets) stands between the last phrase and this one."""
    if not 0 <= phrase.start - end <= 4 or not isinstance(phrase.meaning, Point):
        return False
    between = range(end, phrase.start)
    return phrase.meaning.unit == "day" and all(
        "pairing" in stream.word(k).roles or stream.form(k) in ("(", ")", "ل", "/", "-", "،", "يوم")
        for k in between
    )


def _paired(
    times: list[TimeExpression], placed: Placed, weekday: int | None
) -> tuple[list[TimeExpression], Placed]:
    """A Hijri date and the Gregorian one beside it are one day: the Gregorian one decides.

    Where that is no more than a weekday, the Hijri date tells its week.
    """
    last = times[-1]
    if last.type != placed.type or (len(last.value) != 10 and last.resolved):
        return times, placed
    if placed.written == "hijri":
        if weekday and placed.begin:
            day = with_weekday(_day(placed.begin), weekday)
            last = evolve(last, value=day.isoformat(), begin=day, end=day, resolved=True)
        if last.resolved:
            placed = evolve(placed, value=last.value, begin=last.begin, end=last.end, resolved=True)
    elif placed.resolved:
        last = evolve(last, value=placed.value, begin=placed.begin, end=placed.end, resolved=True)
    return [*times[:-1], last], placed
