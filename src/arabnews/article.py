"""parse_article(): the pipeline from a text to an Article, top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from .attribution import draft_quotes, finish_quotes
from .model import Article, TimeExpression
from .names import EntityTable, PhraseReader
from .text import Page, read_layout, read_page


def parse_article(text: str, *, published: date | datetime | str | None = None, headline: str | None = None) -> Article:
    page = read_page(text)
    layout = read_layout(page)
    try:
        from .dates import find_dates
        times = find_dates(text, anchor=published)
    except ImportError:
        times = ()
    reader = PhraseReader(page, _tokens_of(page, times))
    table = EntityTable(reader)
    mentions = table.read_all(page.paragraphs)
    drafts = draft_quotes(page, layout, reader, table, mentions)
    entities = table.entities()
    quotes = finish_quotes(page, reader, drafts, entities, times)
    return Article(
        text=text,
        headline=headline or layout.headline,
        source=layout.source,
        segments=layout.segments,
        sentences=tuple(page.span(s.start, s.stop) for s in page.sentences),
        entities=tuple(entities.values()),
        times=times,
        quotes=quotes,
        warnings=tuple(page.warnings),
    )


def _tokens_of(page: Page, times: Sequence[TimeExpression]) -> frozenset[int]:
    """The tokens inside time expressions."""
    inside = set()
    at = 0
    for time in times:
        while at < len(page.tokens) and page.tokens[at].end <= time.span.start:
            at += 1
        i = at
        while i < len(page.tokens) and page.tokens[i].start < time.span.end:
            inside.add(i)
            i += 1
    return frozenset(inside)
