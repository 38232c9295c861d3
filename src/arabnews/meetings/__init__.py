"""Meetings: who met whom, when, where, on what occasion, and whether it happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from ..model import Entity, Meeting, Participant
from ..model.types import SegmentKind
from ..names import Reading, read_text
from ..text import Layout, Page
from .cameo import code
from .merging import DraftMeeting, merge
from .roles import TellingReader

__all__ = ["DraftMeeting", "draft_meetings", "find_meetings", "finish_meetings"]

_SKIPPED: tuple[SegmentKind, ...] = ("source_line", "boilerplate", "dateline", "byline")


def find_meetings(
    text: str, *, published: date | datetime | str | None = None
) -> tuple[Meeting, ...]:
    """The meetings of a text, by first mention; ``published`` as for ``parse_article``.

    They are those of the Article, but for what quotes may add to its entities: their ids, titles,
    countries, aliases and mentions may differ.
    Raises ArgumentError for a text that is no string or a ``published`` that cannot be read.
    """
    reading = read_text(text, published)
    return finish_meetings(draft_meetings(reading), reading.names.table.entities())


def draft_meetings(reading: Reading) -> list[DraftMeeting]:
    """The encounters a text tells of, with the entities of their parties in the making."""
    page, layout = reading.page, reading.layout
    telling_reader = TellingReader(page, reading.names, reading.times, reading.published)
    sentences = [s for sentence in page.sentences if (s := _told(page, layout, sentence))]
    headlines = [_kind_at(page, layout, s) in ("headline", "subheading") for s in sentences]
    return merge(telling_reader.read(sentences, headlines))


def finish_meetings(
    drafts: Sequence[DraftMeeting], entities: Mapping[int, Entity]
) -> tuple[Meeting, ...]:
    """The meetings as the model has them, by first mention; entities by the id of their draft."""
    meetings = [_finished(draft, entities) for draft in drafts]
    return tuple(sorted(meetings, key=lambda m: m.mentions))


def _told(page: Page, layout: Layout, sentence: range) -> range:
    """A sentence without a dateline or the like that it begins with."""
    segment = layout.segment_at(page.tokens[sentence.start].start)
    if segment is None or segment.kind not in _SKIPPED:
        return sentence
    return range(min(page.tokens_in(segment.span).stop, sentence.stop), sentence.stop)


def _kind_at(page: Page, layout: Layout, sentence: range) -> SegmentKind | None:
    segment = layout.segment_at(page.tokens[sentence.start].start)
    return segment.kind if segment is not None else None


def _finished(draft: DraftMeeting, entities: Mapping[int, Entity]) -> Meeting:
    participants = tuple(
        Participant(entities[id(party)], role) for party, role in draft.everybody.items()
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
        outcome=draft.outcome,
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
