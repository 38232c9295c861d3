"""explain(): for each word that could tell of speech, what was made of it and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from ..model import Entity
from ..names import read_text
from ..text import Page
from .frame import Dropped
from .openings import OpeningKind
from .quotes import DraftQuote, read_quotes

_LONGEST = 60

_RULES: dict[OpeningKind, str] = {
    "clause": "إن or أن opens a clause",
    "colon": "a colon",
    "quotation": "a quotation mark",
    "nominal": "a noun that the cue takes as its content",
    "phrase": "a phrase of source that stands first",
    "before": "the content stands before the cue",
    "bare": "a clause right behind the subject",
}


def explain(text: str, *, published: date | datetime | str | None = None) -> str:
    """How each quote of a text was found, and why other candidates were dropped, a line each.

    A line has the offsets of the cue, the cue as written, its lemma, and either the form, the
    speech act, the rule that found the content, the speaker and the content, or the reason why
    the candidate is no quote. Errors as for ``find_quotes``.
    """
    reading = read_text(text, published)
    page = reading.page
    quotes, dropped = read_quotes(reading)
    entities = reading.names.table.entities()
    lines = [(quote.frame.cue.start, _of_quote(quote, page, entities)) for quote in quotes]
    taken = {at for at, _ in lines}
    lines += [(d.at, _of_dropped(d, page)) for d in dropped if d.at not in taken]
    return "\n".join(line for _, line in sorted(lines))


def _of_quote(quote: DraftQuote, page: Page, entities: Mapping[int, Entity]) -> str:
    frame = quote.frame
    content = page.text[quote.span.start : quote.span.end]
    short = content if len(content) <= _LONGEST else content[:_LONGEST] + "…"
    who = "nobody known"
    if quote.speaker is not None:
        who = " و".join(entities[id(p)].name for p in quote.speaker.people)
        who += f" ({quote.speaker.how})"
    return (
        f"{_cue(frame.cue, frame.lemma, page)} "
        f"{frame.form}, {frame.act}; {_RULES[frame.opening]}; {who}: {short}"
    )


def _of_dropped(dropped: Dropped, page: Page) -> str:
    cue = range(dropped.at, dropped.at + 1)
    return f"{_cue(cue, dropped.lemma, page)} dropped: {dropped.reason}"


def _cue(tokens: range, lemma: str, page: Page) -> str:
    span = page.span(tokens.start, tokens.stop)
    return f"{span.start}-{span.end} {page.text[span.start : span.end]} [{lemma}]"
