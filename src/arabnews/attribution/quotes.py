"""Quotes of a page: frames, their contents and their speakers put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import accumulate, takewhile, zip_longest

from attrs import define

from ..model import Cue, Entity, Phrase, Quote, Span, Speaker, TimeExpression
from ..model.types import QuoteKind, SegmentKind, SpeakerHow
from ..names import Draft, PhraseReader, Reading, read_text
from ..text import Page, fold
from .clause import Clause
from .content import ContentFinder
from .cues import words
from .frame import Dropped, Frame
from .frames import FrameFinder
from .openings import OpeningKind
from .speakers import Attribution, SpeakerFinder

# where nobody is quoted
_SKIPPED: tuple[SegmentKind, ...] = ("caption", "source_line", "boilerplate", "dateline", "byline")

_SURENESS: Mapping[OpeningKind, float] = {
    "clause": 0.95,
    "quotation": 0.95,
    "colon": 0.95,
    "phrase": 0.85,
    "before": 0.8,
    "nominal": 0.6,
    "bare": 0.6,
}

_NEAR = 4  # how many quotes back one can be that still goes on
_FAR = 200  # how many tokens before its last sentence a quote may have its cue


@define(eq=False)
class DraftQuote:
    """A quote before its entities are finished."""

    frame: Frame
    content: range
    span: Span
    kind: QuoteKind
    fragments: tuple[Span, ...]
    speaker: Attribution | None
    relay: Draft | None


def find_quotes(text: str, *, published: date | datetime | str | None = None) -> tuple[Quote, ...]:
    """The quotes of a text, sorted by offset; ``published`` as for ``parse_article``.

    They are those of the Article, but for what meetings may add to its entities: their ids, titles,
    countries, aliases and mentions may differ. ``speaker`` is None where nobody is told.
    Raises ArgumentError for a text that is no string or a ``published`` that cannot be read.
    """
    reading = read_text(text, published)
    drafts = draft_quotes(reading)
    return finish_quotes(reading, drafts, reading.names.table.entities())


def draft_quotes(reading: Reading) -> list[DraftQuote]:
    """All quotes of a text with speakers resolved, by the position of their cues."""
    return read_quotes(reading)[0]


def read_quotes(reading: Reading) -> tuple[list[DraftQuote], list[Dropped]]:
    """The quotes of ``draft_quotes``, and the candidates that were dropped, with the reason."""
    page, layout, names = reading.page, reading.layout, reading.names
    finder = FrameFinder(page, names.reader)
    skipped = {i for span in layout.of_kind(*_SKIPPED) for i in page.tokens_in(span)}
    frames = [f for f in finder.find() if f.cue.start not in skipped]
    headline_frames = _headline_frames(page, finder, layout.of_kind("headline", "subheading"))
    contents = ContentFinder(finder.clause, [*headline_frames, *frames])
    silent = [d.at for d in finder.dropped]
    speakers = SpeakerFinder(names, finder.clause, silent)
    drafts: list[DraftQuote] = []
    outer: Frame | None = None  # «وبحسب المصدر، قال الوزير إن»: the source relays the minister
    for frame, following in zip_longest(frames, frames[1:]):
        content = contents.extent(frame)
        if content is None or (following is not None and _only_passes_on(frame, following)):
            outer = frame
            finder.drop(frame, "empty content, or that of the cue that follows")
            continue
        sentence = finder.clause.sentence_of[frame.cue.start]
        if frame.opening == "before" and _is_postposed(frame, content, drafts, sentence):
            _relay_of_postposed(frame, drafts, speakers)
            finder.drop(frame, "closes a quote that another cue has opened")
            continue
        embedded = any(frame.cue.start in d.content for d in drafts[-_NEAR:])
        relay = speakers.relay(frame.relay)
        if relay is None and outer is not None and _only_passes_on(outer, frame):
            relay = speakers.source(outer)
        speaker = speakers.speaker(frame, sentence, embedded=embedded)
        outer = None
        drafts.append(_draft(frame, content, contents, speaker, relay))
        drafts += [
            _draft(frame, part, contents, speaker, relay) for part in contents.reopened(frame)
        ]
    for frame in headline_frames:
        content = contents.extent(frame)
        people = tuple(names.table.members(frame.speaker)) if frame.speaker is not None else ()
        if content is not None and _are_known(people, frame, finder.clause):
            speaker = Attribution(people, "headline", frame.speaker)
            drafts.append(_draft(frame, content, contents, speaker, None))
    kept = _without_guesses(_without_repeats(drafts))
    stayed = {id(draft) for draft in kept}
    for draft in drafts:
        if id(draft) not in stayed:
            finder.drop(draft.frame, "inside another quote, or its content told twice")
    return kept, finder.dropped


def finish_quotes(
    reading: Reading, drafts: Sequence[DraftQuote], entities: Mapping[int, Entity]
) -> tuple[Quote, ...]:
    """The quotes as the model has them, sorted by offset, nested ones with their parent."""
    page = reading.page
    drafts = sorted(drafts, key=lambda d: (d.span.start, -d.span.end))
    times_from = [time.span.start for time in reading.times]
    return tuple(
        Quote(
            span=draft.span,
            text=page.text[draft.span.start : draft.span.end],
            kind=draft.kind,
            cue=Cue(
                page.span(draft.frame.cue.start, draft.frame.cue.stop),
                draft.frame.lemma,
                draft.frame.form,
                draft.frame.act,
            ),
            speaker=_speaker(draft, reading.names.reader, entities),
            nominal=draft.frame.opening == "nominal",
            fragments=draft.fragments,
            relay=entities[id(draft.relay)] if draft.relay is not None else None,
            addressee=_phrase(page, draft.frame.addressee),
            medium=_phrase(page, draft.frame.medium),
            time=_time_of(draft.frame, page, reading.times, times_from),
            confidence=_confidence(
                draft.frame.opening, None if draft.speaker is None else draft.speaker.how
            ),
            parent=parent,
        )
        for draft, parent in zip(drafts, _parents([d.span for d in drafts]), strict=True)
    )


def _draft(
    frame: Frame,
    content: range,
    contents: ContentFinder,
    speaker: Attribution | None,
    relay: Draft | None,
) -> DraftQuote:
    quoted = contents.quoted(frame, content)
    return DraftQuote(
        frame,
        content,
        contents.span(content),
        contents.kind(frame, content, quoted),
        tuple(contents.span(stretch) for stretch in quoted),
        speaker,
        relay,
    )


def _headline_frames(page: Page, finder: FrameFinder, lines: Sequence[Span]) -> list[Frame]:
    """The frames of the headline and subheadings, each a line of its own."""
    starts = {s.start for s in lines}
    paragraphs = [p if page.tokens[p.start].start in starts else None for p in page.paragraphs]
    frames = (
        finder.headline(line, following)
        for line, following in zip_longest(paragraphs, paragraphs[1:])
        if line is not None
    )
    return [f for f in frames if f is not None]


def _is_postposed(
    frame: Frame, content: range, drafts: Sequence[DraftQuote], sentence: range
) -> bool:
    """Whether a cue behind its content only closes a quote that another cue has opened."""
    deed = frame.speaker is not None and not Clause.is_press(frame.speaker)
    near = takewhile(lambda d: d.frame.cue.start >= sentence.start - _FAR, reversed(drafts))
    return any(
        d.content.start < frame.cue.start
        and not (deed and d.frame.opening == "nominal")
        and d.content.stop > content.start
        and (d.frame.cue.start in sentence or d.content.start in sentence)
        for d in near
    )


def _relay_of_postposed(frame: Frame, drafts: list[DraftQuote], speakers: SpeakerFinder) -> None:
    """«…، وفق وكالة الأنباء»: who passed on the quote before."""
    phrase = frame.speaker
    if phrase is not None and drafts[-1].relay is None and Clause.is_press(phrase):
        drafts[-1].relay = speakers.relay(phrase)


def _only_passes_on(frame: Frame, inner: Frame) -> bool:
    """«وبحسب المصدر دعا الوزير إلى», «نقلت الوكالة أن الوزير قال إن»: the inner one speaks."""
    if inner.speaker is None or frame.content not in (inner.cue.start, inner.speaker.first):
        return False
    document = frame.speaker is not None and frame.speaker.kind == "DOCUMENT"
    if document and frame.speaker and fold(frame.speaker.head) not in words("statements"):
        return False  # «وبحسب المحضر تعهد الوزير بدعم المشروع»: what it says he did
    leads = frame.form == "preposition" and frame.opening != "before"
    return leads or frame.act == "relay"


def _are_known(people: tuple[Draft, ...], frame: Frame, clause: Clause) -> bool:
    """Whether the phrase before the colon of a headline is somebody, not a topic."""
    if frame.speaker is None or not people:
        return False
    return clause.can_speak(frame.speaker) or all(p.named or len(p.mentions) > 1 for p in people)


def _without_repeats(drafts: list[DraftQuote]) -> list[DraftQuote]:
    """One quote for each content: of two cues for the same words the first one stays."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for draft in drafts:
        key = (draft.content.start, draft.content.stop)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept


def _without_guesses(drafts: list[DraftQuote]) -> list[DraftQuote]:
    """Without what stands in another quote and has no speaker of its own in the text."""
    ordered = sorted(drafts, key=lambda d: d.content.start)
    reaches = list(accumulate((d.content.stop for d in ordered), max))

    def inside_another(draft: DraftQuote) -> bool:
        cue = draft.frame.cue.start
        first = min(cue, draft.content.start)
        at = bisect_right(ordered, first, key=lambda d: d.content.start) - 1
        while at >= 0 and reaches[at] > cue:
            if ordered[at] is not draft and ordered[at].content.stop > cue:
                return True
            at -= 1
        return False

    return [
        d
        for d in drafts
        if (d.frame.opening != "nominal" and d.frame.speaker is not None) or not inside_another(d)
    ]


def _speaker(
    draft: DraftQuote, reader: PhraseReader, entities: Mapping[int, Entity]
) -> Speaker | None:
    if draft.speaker is None or not draft.speaker.people:
        return None
    phrase, how = draft.speaker.phrase, draft.speaker.how
    mention = reader.span(phrase) if phrase is not None else None
    if len(draft.speaker.people) == 1:
        person = entities[id(draft.speaker.people[0])]
        return Speaker(person.name, person, mention, how)
    people = tuple(entities[id(p)] for p in draft.speaker.people)
    return Speaker(" و".join(p.name for p in people), None, mention, how, people)


def _phrase(page: Page, tokens: range | None) -> Phrase | None:
    if tokens is None or not tokens:
        return None
    span = page.span(tokens.start, tokens.stop)
    return Phrase(page.text[span.start : span.end], span)


def _time_of(
    frame: Frame, page: Page, times: Sequence[TimeExpression], times_from: Sequence[int]
) -> TimeExpression | None:
    """When the words were spoken: a time between the cue and its content.

    ``times_from`` are the offsets at which the times begin.
    """
    if frame.opening == "before":
        return None
    start = page.tokens[frame.cue.start].start
    end = page.tokens[min(frame.content, len(page.tokens) - 1)].start
    for n in range(bisect_left(times_from, start), len(times)):
        if times[n].span.end > end:
            return None
        if times[n].type in ("DATE", "TIME"):
            return times[n]
    return None


@cache
def _confidence(opening: OpeningKind, how: SpeakerHow | None) -> float:
    """How sure the frame is: what leads into the content, and what the speaker rests on."""
    value = _SURENESS[opening]
    if how is None:
        return round(value - 0.4, 2)
    if how == "headline":
        value -= 0.15
    if how in ("carried", "pronoun"):
        value -= 0.05
    return round(value, 2)


def _parents(spans: Sequence[Span]) -> list[int | None]:
    """The index of the innermost span that each of the spans, sorted, lies in."""
    open_: list[int] = []
    found = []
    for index, span in enumerate(spans):
        while open_ and spans[open_[-1]].end <= span.start:
            open_.pop()
        parent = None
        for i in reversed(open_):
            if spans[i].end >= span.end:
                parent = i
                break
        found.append(parent)
        open_.append(index)
    return found
