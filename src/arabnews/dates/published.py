"""Reading the ``published`` argument: a date however it is written, never one that is guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from ..model.errors import ArgumentError
from ..model.types import PublishedFrom, SegmentKind, TimeExpression
from ..text import Layout, Page
from ..text.tokens import Token, tokenize
from .tagger import tag

_EXPECTED = (
    "expected a date, a datetime, an ISO 8601 string (2016-09-05) or a full date in Arabic, "
    "English or French (الاثنين 5 أيلول/سبتمبر 2016, 5 September 2016, 5 septembre 2016)"
)
_DATED: tuple[tuple[SegmentKind, PublishedFrom], ...] = (
    ("dateline", "dateline"),
    ("byline", "byline"),
    ("caption", "caption"),
)
_LANGUAGES = ("ar", "en", "fr")
_LONGEST = 200


def read_published(value: date | datetime | str | None) -> date | None:
    """The day an article appeared, from a date, a datetime, or a string that tells it in full.

    A weekday in the string that contradicts the date is ignored. Raises ArgumentError for anything
    else: relative words (أمس), partial dates (September 2016), other types.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ArgumentError(f"published: {_EXPECTED}; got {type(value).__name__} {value!r}")
    text = value.strip()
    found = _iso(text) or _own(text) or _other(text) if 0 < len(text) <= _LONGEST else None
    if found is None:
        raise ArgumentError(f"published: {_EXPECTED}; got {value[:_LONGEST]!r}")
    return found


def find_published(tokens: Sequence[Token], text: str) -> tuple[TimeExpression, ...]:
    """The full dates (day, month and year told) in a stretch of a text, such as its dateline."""
    return tuple(time for time in tag(tokens, text, None) if is_full_date(time))


def publication_day(
    page: Page, layout: Layout, published: date | datetime | str | None
) -> tuple[date | None, PublishedFrom]:
    """The day given, else the first full date of a dateline, a byline or a caption of a page."""
    given = read_published(published)
    if given is not None:
        return given, "given"
    for kind, found_in in _DATED:
        for span in layout.of_kind(kind):
            tokens = page.tokens_in(span)
            for time in find_published(page.tokens[tokens.start : tokens.stop], page.text):
                if time.begin is not None:
                    day = time.begin.date() if isinstance(time.begin, datetime) else time.begin
                    return day, found_in
    return None, "none"


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _own(text: str) -> date | None:
    """The one full date that the grammar finds in a string, where nothing contradicts it."""
    days = {found.begin for found in tag(tokenize(text), text, None) if is_full_date(found)}
    if len(days) != 1:
        return None
    day = days.pop()
    return day.date() if isinstance(day, datetime) else day


def is_full_date(time: TimeExpression) -> bool:
    """Whether a time expression tells day, month and year by itself."""
    if not time.resolved or time.begin is None or time.end is None or time.in_name:
        return False
    return len(time.value) >= 10 and time.value[:10].count("-") == 2 and "/" not in time.value


def _other(text: str) -> date | None:
    found = _dateparser(_LANGUAGES)(text)
    return found.date() if isinstance(found, datetime) else None


@cache
def _dateparser(languages: tuple[str, ...]) -> Callable[[str], Any]:
    """Dateparser for absolute dates, day first. It is slow to import, so only when needed."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=list(languages),
        settings={
            "DATE_ORDER": "DMY",
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "PARSERS": ["absolute-time"],
        },
    )
    return lambda text: parser.get_date_data(text).date_obj
