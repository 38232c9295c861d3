"""What every Article guarantees, checked in one place when one is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .errors import ArgumentError
from .types import Article, Entity, Span, TimeExpression


def check(article: Article) -> None:
    """Raise ArgumentError naming the first broken invariant."""
    _check_spans(article)
    _check_entities(article)
    for index, quote in enumerate(article.quotes):
        parent = quote.parent
        if parent is not None and not 0 <= parent < index:
            raise ArgumentError(f"quote {index} names quote {parent} as its parent")
        _check_confidence(f"quote {index}", quote.confidence)
    for index, meeting in enumerate(article.meetings):
        _check_confidence(f"meeting {index}", meeting.confidence)


def _check_spans(article: Article) -> None:
    size = len(article.text)
    for what, span in _spans(article):
        if not 0 <= span.start <= span.end <= size:
            raise ArgumentError(f"{what}: {span} lies outside the text of {size} characters")
    for span, text in _texts(article):
        if article.text[span.start : span.end] != text:
            raise ArgumentError(f"{text!r} is not what stands at {span}")
    for index, meeting in enumerate(article.meetings):
        if not meeting.mentions:
            raise ArgumentError(f"meeting {index} has no mention in the text")
    for what, spans in _sorted_spans(article):
        if any(a.start > b.start for a, b in pairwise(spans)):
            raise ArgumentError(f"{what} are not sorted by offset")


def _check_entities(article: Article) -> None:
    for position, entity in enumerate(article.entities):
        if entity.id != position:
            raise ArgumentError(f"entity {entity.name!r} at {position} has id {entity.id}")
    for entity in _references(article):
        if not (entity.id < len(article.entities) and article.entities[entity.id] == entity):
            raise ArgumentError(f"entity {entity.name!r} is not in Article.entities")


def _check_confidence(what: str, confidence: float) -> None:
    if not 0 <= confidence <= 1:
        raise ArgumentError(f"{what} has confidence {confidence}, not in 0 to 1")


def _spans(article: Article) -> Iterator[tuple[str, Span]]:
    yield from (("segment", s.span) for s in article.segments)
    yield from (("sentence", s) for s in article.sentences)
    yield from (("warning", w.span) for w in article.warnings if w.span)
    yield from (("entity", s) for e in article.entities for s in e.mentions)
    yield from (("time", t.span) for t in _times(article))
    for q in article.quotes:
        yield from (("quote", s) for s in (q.span, q.cue.span, *q.fragments))
        yield from (("quote", s.span) for s in (q.addressee, q.medium) if s)
        if q.speaker and q.speaker.mention:
            yield "speaker", q.speaker.mention
    for m in article.meetings:
        yield from (("meeting", s) for s in m.mentions)
        yield from (("meeting", s.span) for s in (m.place, m.occasion, m.outcome, *m.topics) if s)


def _texts(article: Article) -> Iterator[tuple[Span, str]]:
    yield from ((q.span, q.text) for q in article.quotes)
    yield from ((t.span, t.text) for t in _times(article))


def _times(article: Article) -> Iterator[TimeExpression]:
    yield from article.times
    yield from (q.time for q in article.quotes if q.time)
    yield from (t for m in article.meetings for t in (m.time, m.duration) if t)


def _sorted_spans(article: Article) -> Iterator[tuple[str, Sequence[Span]]]:
    yield "segments", [s.span for s in article.segments]
    yield "sentences", article.sentences
    yield "times", [t.span for t in article.times]
    yield "quotes", [q.span for q in article.quotes]
    yield "meetings", [m.mentions[0] for m in article.meetings]
    yield from (("mentions of an entity", e.mentions) for e in article.entities)
    yield from (("mentions of a meeting", m.mentions) for m in article.meetings)
    yield from (("fragments of a quote", q.fragments) for q in article.quotes)


def _references(article: Article) -> Iterator[Entity]:
    for q in article.quotes:
        if q.speaker:
            yield from q.speaker.members
            if q.speaker.entity:
                yield q.speaker.entity
        if q.relay:
            yield q.relay
    yield from (p.entity for m in article.meetings for p in m.participants)
