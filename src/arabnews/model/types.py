"""The classes an article is described with: frozen, slotted, compared by value.

Offsets are code points into ``Article.text``, half-open: ``text[span.start:span.end]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    import pandas

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Calendar = Literal["gregorian", "hijri"]
EntityKind = Literal["PERSON", "ORGANISATION", "GROUP", "PLACE", "DOCUMENT"]
QuoteKind = Literal["direct", "indirect", "mixed"]
CueForm = Literal["verb", "participle", "verbal_noun", "preposition", "noun", "colon"]
SpeakerHow = Literal["explicit", "pronoun", "carried", "anaphor", "headline"]
Role = Literal["host", "guest", "party", "mediator", "accompanying"]
Status = Literal["held", "ongoing", "planned", "proposed", "postponed", "cancelled", "refused"]
Format = Literal["in_person", "phone", "video"]
SegmentKind = Literal[
    "headline", "byline", "dateline", "caption", "subheading", "body", "source_line", "boilerplate"
]
PublishedFrom = Literal["given", "caption", "dateline", "byline", "none"]
WarningCode = Literal["unbalanced_marks", "published_mismatch", "no_published_date"]


@frozen(order=True)
class Span:
    """Half-open code-point offsets into ``Article.text``."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether another span lies inside this one."""
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@frozen
class TimeExpression:
    """A time expression and what it means on the calendar (TIMEX3, ISO-TimeML).

    ``value`` is a TIMEX3 string (``2016-09-05``, ``2016-W36``, ``PT90M``, ``PAST_REF``). ``begin``
    and ``end`` are the first and the last day (or moment) of the interval it denotes, both
    included, or None where it denotes none. ``resolved`` is False where an anchor date was needed
    and there was none: ``value`` is then underspecified (``XXXX-WXX-1``). ``in_name`` marks a time
    that is part of a name (ثورة 25 يناير) and does not tell when the news happened.
    """

    span: Span
    text: str
    type: TimeType
    value: str
    mod: str | None = None
    begin: date | datetime | None = None
    end: date | datetime | None = None
    written: Calendar = "gregorian"
    resolved: bool = True
    in_name: bool = False


@frozen
class Entity:
    """A person, body, group, place or document of the article, told once with all its mentions.

    ``id`` is its position in ``Article.entities``. ``name`` is the fullest personal name in the
    article, else the role phrase, else the organisation. ``country`` is an ISO 3166 alpha-2 code
    where a title or nationality tells it.
    """

    id: int
    name: str
    kind: EntityKind
    title: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@frozen
class Phrase:
    """A stretch of the article that fills a role: a place, an occasion, a medium, an addressee."""

    name: str
    span: Span


@frozen
class Cue:
    """The word that attributes a quote to its source.

    ``lemma`` is the dictionary form (قال for وقالت), ``act`` the kind of speech act (say, add,
    affirm, deny, announce, warn, ask, accuse, describe …).
    """

    span: Span
    lemma: str
    form: CueForm
    act: str


@frozen
class Speaker:
    """Who is responsible for the words of a quote.

    ``mention`` is the phrase at the cue, None where the subject is only in the verb. ``how`` says
    what the name rests on: the phrase itself (explicit), a pronoun, the speaker carried on from
    the quote before, a phrase that refers back (anaphor: المصدر), or a headline. ``members`` are
    the several speakers of a joint statement; ``name`` then joins theirs.
    """

    name: str
    entity: Entity | None = None
    mention: Span | None = None
    how: SpeakerHow = "explicit"
    members: tuple[Entity, ...] = ()


@frozen
class Quote:
    """One stretch of content that the article attributes to a source through a cue (PARC3).

    The span is the content without the complementiser, outer marks or edge punctuation. ``kind``
    is direct (all in quotation marks), indirect (none) or mixed (part; ``fragments`` are the
    quoted stretches). ``speaker`` is None where the article names nobody, or where who is meant
    cannot be told. ``nominal`` marks contents that are a noun phrase, not a clause (أعلن
    رفضه). ``parent`` is the index in ``Article.quotes`` of the quote it is nested in.
    ``confidence`` lies between 0 and 1.
    """

    span: Span
    text: str
    kind: QuoteKind
    cue: Cue
    speaker: Speaker | None = None
    nominal: bool = False
    fragments: tuple[Span, ...] = ()
    relay: Entity | None = None
    addressee: Phrase | None = None
    medium: Phrase | None = None
    time: TimeExpression | None = None
    parent: int | None = None
    confidence: float = 1.0

    @property
    def start(self) -> int:
        """Where the content starts in ``Article.text``."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the content ends in ``Article.text``."""
        return self.span.end


@frozen
class Participant:
    """One party of a meeting."""

    entity: Entity
    role: Role = "party"

    @property
    def name(self) -> str:
        """The canonical name of the party."""
        return self.entity.name


@frozen
class Meeting:
    """One real encounter, however often the article mentions it.

    ``outcome`` is what the article says came of it (اتفق الجانبان على، فشلت المحادثات). ``cameo``
    is the event code of CAMEO 1.1b3 (036, 040 to 046); ``confidence`` lies between 0 and 1.
    """

    participants: tuple[Participant, ...]
    mentions: tuple[Span, ...]
    status: Status = "held"
    format: Format = "in_person"
    time: TimeExpression | None = None
    place: Phrase | None = None
    occasion: Phrase | None = None
    topics: tuple[Phrase, ...] = ()
    duration: TimeExpression | None = None
    cameo: str = "040"
    confidence: float = 1.0
    outcome: Phrase | None = None


@frozen
class Segment:
    """A stretch of the page by its job: headline, caption, body paragraph …"""

    span: Span
    kind: SegmentKind


@frozen
class TextWarning:
    """Something in the page that had to be repaired or could not be known."""

    code: WarningCode
    message: str
    span: Span | None = None


@frozen
class Article:
    """One news article and everything read from it. Tuples are sorted by offset."""

    text: str = field(repr=lambda text: repr(text[:40]))
    published: date | None = None
    published_from: PublishedFrom = "none"
    headline: str | None = None
    source: str | None = None
    segments: tuple[Segment, ...] = field(default=(), repr=False)
    sentences: tuple[Span, ...] = field(default=(), repr=False)
    entities: tuple[Entity, ...] = field(default=(), repr=False)
    times: tuple[TimeExpression, ...] = field(default=(), repr=False)
    quotes: tuple[Quote, ...] = field(default=(), repr=False)
    meetings: tuple[Meeting, ...] = field(default=(), repr=False)
    warnings: tuple[TextWarning, ...] = ()

    def __attrs_post_init__(self) -> None:
        from .invariants import check

        check(self)

    def quotes_by(self, name: str) -> tuple[Quote, ...]:
        """The quotes whose speaker has this name, or has it among its aliases.

        Else those of the one speaker whose name has it as a part, in whole words (a surname); ()
        where none or several have. Spellings need not agree: احمد is أحمد, ايلي is إيلي. Raises
        ArgumentError for a name that is no string.
        """
        from .lookup import quotes_by

        return quotes_by(self, name)

    def to_dict(self) -> dict[str, Any]:
        """The article as plain dicts, lists, strings and numbers, ready for JSON."""
        from .convert import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that ``to_dict`` was called on. Raises ArgumentError on anything else."""
        from .convert import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """The article as JSON, Arabic letters left as they are."""
        from .convert import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The article that ``to_json`` was called on. Raises ArgumentError on anything else."""
        from .convert import from_json

        return from_json(data)

    def to_frame(
        self, what: Literal["quotes", "times", "meetings", "entities"] = "quotes"
    ) -> pandas.DataFrame:
        """One row for each quote, time, meeting or entity. Needs pandas."""
        from .view import to_frame

        return to_frame(self, what)

    def _repr_html_(self) -> str:
        from .view import to_html

        return to_html(self)
