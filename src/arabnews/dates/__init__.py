"""Time expressions of Arabic news: found, and put on the calendar.

``find_dates`` tags a text, ``resolve_date`` reads one phrase, ``read_published`` reads the day an
article appeared. The grammar is in ``phrases`` and what it uses, the calendar in ``resolve``.
"""

from __future__ import annotations

from datetime import date, datetime

from ..model.errors import ArgumentError
from ..model.types import TimeExpression
from ..text.tokens import tokenize
from .published import publication_day, read_published
from .tagger import tag
from .words import words

__all__ = [
    "find_dates",
    "publication_day",
    "read_published",
    "resolve_date",
    "tag",
    "weekday_of_today",
]

_TODAY = ("اليوم", "يومه")


def find_dates(
    text: str, *, anchor: date | datetime | str | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order, resolved against the day it appeared.

    Without an anchor relative expressions stay underspecified (``resolved`` is False). Raises
    ArgumentError where the anchor cannot be read or the text is no string.
    """
    if not isinstance(text, str):
        raise ArgumentError(f"text: expected a string; got {type(text).__name__}")
    return tag(tokenize(text), text, read_published(anchor))


def resolve_date(expression: str, *, anchor: date | datetime | str | None) -> TimeExpression:
    """What one phrase means: ``resolve_date("أول أمس", anchor="2016-09-05").value``.

    Raises ArgumentError where the phrase is no time expression, or more than one.
    """
    found = find_dates(expression, anchor=anchor)
    if len(found) != 1:
        what = "no time expression" if not found else f"{len(found)} time expressions"
        raise ArgumentError(f"expression: expected one time expression; {expression!r} has {what}")
    return found[0]


def weekday_of_today(time: TimeExpression) -> int | None:
    """The ISO weekday that «اليوم الاثنين» calls the day of publication, else None."""
    forms = [token.form for token in tokenize(time.text)]
    if not any(form in _TODAY for form in forms):
        return None
    said = [known.weekday for form in forms if (known := words().get(form)) and known.weekday]
    return said[0] if said else None
