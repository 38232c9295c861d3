"""Meetings: who met whom, when, where, on what occasion, and whether it happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from ..dates import publication_day, tag
from ..model import Entity, Meeting, Participant, Span, TimeExpression
from ..model.types import SegmentKind
from ..names import Names, read_names
from ..text import Layout, Page, read_layout, read_page
from .cameo import code
from .merging import DraftMeeting, merge
from .roles import TellingReader

__all__ = ["DraftMeeting", "draft_meetings", "find_meetings", "finish_meetings"]

_SKIPPED: tuple[SegmentKind, ...] = ("source_line", "boilerplate", "dateline", "byline")


def find_meetings(
    text: str, *, published: date | datetime | str | None = None
) -> tuple[Meeting, ...]:
    """The meetings of a text, by first mention; ``published`` as for ``parse_article``.

    Raises ArgumentError for a text that is no string or a ``published`` that cannot be read.
    """
    page = read_page(text)
    layout = read_layout(page)
    day, _ = publication_day(page, layout, published)
    times = tag(page.tokens, text, day)
    names = read_names(page, times)
    drafts = draft_meetings(page, layout, names, times, day)
    return finish_meetings(drafts, names.table.entities())


def draft_meetings(
    page: Page,
    layout: Layout,
    names: Names,
    times: Sequence[TimeExpression],
    published: date | None,
) -> list[DraftMeeting]:
    """The encounters a page tells of, with the entities of their parties in the making."""
    telling_reader = TellingReader(page, names, times, published)
    skipped = layout.of_kind(*_SKIPPED)
    lines = layout.of_kind("headline", "subheading")
    sentences = [s for sentence in page.sentences if (s := _told(page, sentence, skipped))]
    headlines = [_starts_in(page, s, lines) for s in sentences]
    return merge(telling_reader.read(sentences, headlines))


def finish_meetings(
    drafts: Sequence[DraftMeeting], entities: Mapping[int, Entity]
) -> tuple[Meeting, ...]:
    """The meetings as the model has them, by first mention; entities by the id of their draft."""
    meetings = [_finished(draft, entities) for draft in drafts]
    return tuple(sorted(meetings, key=lambda m: m.mentions))


def _told(page: Page, sentence: range, skipped: Sequence[Span]) -> range:
    """A sentence without a dateline or the like that it begins with."""
    start = page.tokens[sentence.start].start
    before = bisect_right(skipped, start, key=lambda s: s.start)
    end = skipped[before - 1].end if before else 0
    begin = bisect_right(page.tokens, end - 1, sentence.start, sentence.stop, key=lambda t: t.start)
    return range(begin, sentence.stop)


def _starts_in(page: Page, sentence: range, spans: Sequence[Span]) -> bool:
    start = page.tokens[sentence.start].start
    before = bisect_right(spans, start, key=lambda s: s.start)
    return before > 0 and start < spans[before - 1].end


def _finished(draft: DraftMeeting, entities: Mapping[int, Entity]) -> Meeting:
    participants = tuple(
        Participant(entities[id(party)], role) for party, role in draft.parties.items()
    )
    return Meeting(
        participants=participants,
        mentions=draft.spans,
        status=draft.status,
        format=draft.format,
        time=draft.time,
        place=draft.place,
        occasion=draft.occasion,
        topics=draft.topics,
        duration=draft.duration,
        cameo=code(draft, participants),
        confidence=_confidence(draft),
    )


def _confidence(draft: DraftMeeting) -> float:
    """How sure: told more than once with its parties, parties known by name, status in words."""
    full = [t for t in draft.tellings if len(t.parties) > 1]
    value = 0.9 if len(full) > 1 else 0.8
    if any(not p.named and p.kind == "PERSON" for p in draft.parties):
        value -= 0.1
    if all(t.status is None for t in draft.tellings):
        value -= 0.1
    return round(value, 2)
