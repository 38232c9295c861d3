"""parse_article(): the pipeline from a text to an Article, top to bottom."""

from __future__ import annotations

from datetime import date, datetime

from .attribution import draft_quotes, finish_quotes
from .dates import weekday_of_today
from .meetings import draft_meetings, finish_meetings
from .model import ArgumentError, Article, NamedEntityTagger, TextWarning, TimeExpression
from .names import read_text


def parse_article(
    text: str,
    *,
    published: date | datetime | str | None = None,
    headline: str | None = None,
    ner: NamedEntityTagger | None = None,
) -> Article:
    """Read one Arabic news article: who said what, who met whom, what each time means.

    ``published`` is the day it appeared: a date, a datetime, an ISO string, or a date in Arabic,
    English or French; without it the page is searched for one (``Article.published_from``).
    ``headline`` is taken as given where the page itself has none. ``ner`` may add personal names
    that the rules miss. Raises ArgumentError for a text that is no string and a ``published``
    that cannot be read; nothing found in a text is an error.
    """
    _check(headline, ner)
    reading = read_text(text, published, ner)
    page, layout, times = reading.page, reading.layout, reading.times
    quotes = draft_quotes(reading)
    meetings = draft_meetings(reading)
    # only now: quotes and meetings resolve phrases that name new entities
    entities = reading.names.table.entities()
    return Article(
        text=text,
        published=reading.published,
        published_from=reading.published_from,
        headline=headline or layout.headline,
        source=layout.source,
        segments=layout.segments,
        sentences=tuple(page.span(s.start, s.stop) for s in page.sentences),
        entities=tuple(entities.values()),
        times=times,
        quotes=finish_quotes(reading, quotes, entities),
        meetings=finish_meetings(meetings, entities),
        warnings=(*page.warnings, *_warnings(times, reading.published)),
    )


def _check(headline: object, ner: object) -> None:
    if headline is not None and not isinstance(headline, str):
        raise ArgumentError(f"headline: expected a string or None; got {type(headline).__name__}")
    if ner is not None and not isinstance(ner, NamedEntityTagger):
        raise ArgumentError(
            f"ner: expected an object with a method tag(tokens); got {type(ner).__name__}"
        )


def _warnings(times: tuple[TimeExpression, ...], day: date | None) -> list[TextWarning]:
    """What the times of the text say against the day of publication, or miss for want of it."""
    if day is None:
        unresolved = [t for t in times if not t.resolved]
        message = (
            f"{len(unresolved)} time expressions count from the day of publication, "
            "which is neither given nor told"
        )
        return [TextWarning("no_published_date", message, unresolved[0].span)] if unresolved else []
    return [
        TextWarning("published_mismatch", f"{t.text}: {day.isoformat()} is no such weekday", t.span)
        for t in times
        if weekday_of_today(t) not in (None, day.isoweekday())
    ]
