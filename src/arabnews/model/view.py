"""An article as HTML, for notebooks and pages, and as a table."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import frozen

from .errors import ArgumentError, MissingPackageError
from .types import Article, Meeting, Quote, Span, TimeExpression

if TYPE_CHECKING:
    import pandas

_T = TypeVar("_T")

Table = Literal["quotes", "times", "meetings", "entities"]

_COLUMNS: Mapping[str, Mapping[str, Callable[[Any], object]]] = {
    "quotes": {
        "start": lambda q: q.start,
        "end": lambda q: q.end,
        "speaker": lambda q: q.speaker and q.speaker.name,
        "how": lambda q: q.speaker and q.speaker.how,
        "kind": lambda q: q.kind,
        "act": lambda q: q.cue.act,
        "cue": lambda q: q.cue.lemma,
        "text": lambda q: q.text,
        "nominal": lambda q: q.nominal,
        "relay": lambda q: q.relay and q.relay.name,
        "addressee": lambda q: q.addressee and q.addressee.name,
        "medium": lambda q: q.medium and q.medium.name,
        "time": lambda q: q.time and q.time.value,
        "parent": lambda q: q.parent,
        "confidence": lambda q: q.confidence,
    },
    "times": {
        "start": lambda t: t.span.start,
        "end": lambda t: t.span.end,
        "text": lambda t: t.text,
        "type": lambda t: t.type,
        "value": lambda t: t.value,
        "mod": lambda t: t.mod,
        "first": lambda t: t.begin,
        "last": lambda t: t.end,
        "written": lambda t: t.written,
        "resolved": lambda t: t.resolved,
        "in_name": lambda t: t.in_name,
    },
    "meetings": {
        "participants": lambda m: "، ".join(p.name for p in m.participants),
        "time": lambda m: m.time and m.time.value,
        "place": lambda m: m.place and m.place.name,
        "occasion": lambda m: m.occasion and m.occasion.name,
        "topics": lambda m: "، ".join(t.name for t in m.topics),
        "outcome": lambda m: m.outcome and m.outcome.name,
        "duration": lambda m: m.duration and m.duration.value,
        "status": lambda m: m.status,
        "format": lambda m: m.format,
        "cameo": lambda m: m.cameo,
        "mentions": lambda m: len(m.mentions),
        "confidence": lambda m: m.confidence,
    },
    "entities": {
        "name": lambda e: e.name,
        "kind": lambda e: e.kind,
        "title": lambda e: e.title,
        "country": lambda e: e.country,
        "aliases": lambda e: "، ".join(e.aliases),
        "mentions": lambda e: len(e.mentions),
    },
}


def to_frame(article: Article, what: Table = "quotes") -> pandas.DataFrame:
    """One row for each quote, time, meeting or entity, in the order of the article.

    Raises ArgumentError for another table and MissingPackageError without pandas.
    """
    if what not in _COLUMNS:
        raise ArgumentError(f"expected one of {', '.join(_COLUMNS)}, got {what!r}")
    try:
        import pandas
    except ImportError as error:
        raise MissingPackageError(
            "to_frame() needs pandas: pip install 'arabnews[frames]'"
        ) from error
    columns = _COLUMNS[what]
    rows = [[read(item) for read in columns.values()] for item in getattr(article, what)]
    return pandas.DataFrame(rows, columns=list(columns))


def to_html(article: Article) -> str:
    """The article as one HTML element with its own style, for a notebook."""
    anchor = f"an{zlib.crc32(article.text.encode('utf-8', 'replace')):08x}"
    return f'{style()}<div class="arabnews">{legend()}{article_html(article, anchor)}</div>'


@cache
def style() -> str:
    """The style sheet that ``article_html`` and ``legend`` need, as a style element."""
    sheet = (files(__package__) / "view.css").read_text(encoding="utf-8")
    return f"<style>{sheet}</style>"


def legend() -> str:
    """What the colours mean; each can be switched off."""
    boxes = "".join(
        f'<label class="an-{name}"><input type="checkbox" class="an-show-{name}" checked>'
        f"{name}s</label>"
        for name in ("quote", "speaker", "time", "meeting")
    )
    return f'<div class="an-legend" dir="ltr" lang="en">{boxes}</div>'


def counted(number: int, plural: str) -> str:
    """«1 meeting», «2 meetings»."""
    return f"{number} {plural if number != 1 else plural.removesuffix('s')}"


def article_html(article: Article, anchor: str) -> str:
    """The article right to left with everything read from it marked, and listed beside it.

    ``anchor`` starts the ids of its elements and has to be unique in the page.
    """
    lists = "".join(
        f'<h4 lang="en"><bdi>{counted(len(items), title)}</bdi></h4><ol>{"".join(items)}</ol>'
        for title, items in (
            ("quotes", [_quote_card(q, f"{anchor}q{n}", n) for n, q in _count(article.quotes)]),
            (
                "meetings",
                [_meeting_card(m, f"{anchor}m{n}", n) for n, m in _count(article.meetings)],
            ),
            ("times", [_time_card(t) for t in article.times]),
        )
        if items
    )
    return (
        f'<article class="an-article" id="{anchor}" dir="rtl" lang="ar">'
        f'<header lang="en">{_facts(article)}</header>'
        f'<div class="an-columns"><div class="an-text">{_lines(article, anchor)}</div>'
        f'<aside class="an-lists">{lists}</aside></div></article>'
    )


def _count(items: Iterable[_T]) -> Iterator[tuple[int, _T]]:
    return enumerate(items, start=1)


def _facts(article: Article) -> str:
    published = str(article.published) if article.published else "no publication date"
    if article.published:
        published += f" ({article.published_from})"
    facts = [f'<bdi lang="ar">{escape(article.source)}</bdi>'] if article.source else []
    facts.append(f"<bdi>{published}</bdi>")
    facts += [f'<bdi class="an-warning">{escape(w.message)}</bdi>' for w in article.warnings]
    return "".join(facts)


def _quote_card(quote: Quote, anchor: str, number: int) -> str:
    speaker = escape(quote.speaker.name) if quote.speaker else "؟"
    facts = [quote.kind, quote.cue.act.replace("_", " ")]
    if quote.speaker and quote.speaker.how != "explicit":
        facts.append(f"speaker {quote.speaker.how}")
    if quote.nominal:
        facts.append("nominal")
    also = ""
    if quote.relay:
        also += _fact("via", quote.relay.name)
    if quote.addressee:
        also += _fact("to", quote.addressee.name)
    if quote.medium:
        also += _fact("in", quote.medium.name)
    if quote.time:
        also += _fact("when", quote.time.value)
    return (
        f'<li class="an-card an-of-quote" id="{anchor}"><a href="#{anchor}t">{number}</a>'
        f"<strong>{speaker}</strong>{_chips(facts)}<p>{escape(quote.text)}</p>{also}</li>"
    )


def _meeting_card(meeting: Meeting, anchor: str, number: int) -> str:
    names = " <i>+</i> ".join(f"<bdi>{escape(p.name)}</bdi>" for p in meeting.participants)
    facts = [meeting.status, meeting.format.replace("_", " "), f"CAMEO {meeting.cameo}"]
    also = "".join(
        _fact(label, value)
        for label, value in (
            ("when", meeting.time and meeting.time.value),
            ("where", meeting.place and meeting.place.name),
            ("at", meeting.occasion and meeting.occasion.name),
            ("for", meeting.duration and meeting.duration.value),
            ("about", "، ".join(t.name for t in meeting.topics)),
            ("outcome", meeting.outcome and meeting.outcome.name),
        )
        if value
    )
    return (
        f'<li class="an-card an-of-meeting" id="{anchor}"><a href="#{anchor}t">{number}</a>'
        f"<strong>{names}</strong>{_chips(facts)}{also}</li>"
    )


def _time_card(time: TimeExpression) -> str:
    return (
        f'<li class="an-card an-of-time"><bdi>{escape(time.text)}</bdi>'
        f'<code dir="ltr" title="{escape(time.type)}">{escape(_time_value(time))}</code></li>'
    )


def _time_value(time: TimeExpression) -> str:
    return f"{time.value} {time.mod}" if time.mod else time.value


def _chips(facts: Iterable[str]) -> str:
    return "".join(f'<span class="an-chip" lang="en">{escape(fact)}</span>' for fact in facts)


def _fact(label: str, value: str) -> str:
    return f'<div class="an-fact"><i lang="en">{label}</i> <bdi>{escape(value)}</bdi></div>'


@frozen
class _Mark:
    """A stretch of the text to be wrapped in an element."""

    span: Span
    attributes: str
    prefix: str = ""


def _marks(article: Article, anchor: str) -> Iterator[_Mark]:
    for segment in article.segments:
        if segment.kind != "body":
            yield _Mark(segment.span, f'class="an-segment an-{segment.kind}"')
    for n, quote in _count(article.quotes):
        speaker = f"\u2068{quote.speaker.name}\u2069" if quote.speaker else "unknown speaker"
        tip = f"{quote.kind} quote · {speaker} · {quote.cue.act.replace('_', ' ')}"
        link = f'<a class="an-number" id="{anchor}q{n}t" href="#{anchor}q{n}">{n}</a>'
        yield _Mark(quote.span, _attributes(f"an-quote an-{quote.kind}", tip), link)
        yield from (_Mark(s, 'class="an-fragment"') for s in quote.fragments)
        yield _Mark(quote.cue.span, _attributes("an-cue", f"{quote.cue.lemma} · {quote.cue.act}"))
        if quote.speaker and quote.speaker.mention:
            yield _Mark(quote.speaker.mention, _attributes("an-speaker", f"speaker · {speaker}"))
    for time in article.times:
        tip = f"{time.type} · {_time_value(time)}"
        yield _Mark(time.span, _attributes("an-time", tip))
    for n, meeting in _count(article.meetings):
        names = " + ".join(f"\u2068{p.name}\u2069" for p in meeting.participants)
        tip = f"meeting {n} · {names} · {meeting.status}"
        for i, span in enumerate(meeting.mentions):
            own = "" if i else f' id="{anchor}m{n}t"'
            link = f'<a class="an-number"{own} href="#{anchor}m{n}">{n}</a>'
            yield _Mark(span, _attributes("an-meeting", tip), link)


def _attributes(classes: str, tip: str) -> str:
    return f'class="{classes}" tabindex="0" data-tip="{escape(tip)}"'


def _lines(article: Article, anchor: str) -> str:
    """The text line by line, with the marks of each line as nested elements."""
    marks = sorted(_marks(article, anchor), key=lambda m: (m.span.start, -m.span.end))
    marks = [m for m in marks if m.span.start < m.span.end]
    out, start, first, open_marks = [], 0, 0, list[_Mark]()
    for line in article.text.split("\n"):
        end = start + len(line)
        while first < len(marks) and marks[first].span.start < end:
            open_marks.append(marks[first])
            first += 1
        if line.strip():
            out.append(f"<p>{_nested(article.text, Span(start, end), open_marks)}</p>")
        open_marks = [m for m in open_marks if m.span.end > end]
        start = end + 1
    return "".join(out)


def _nested(text: str, line: Span, marks: list[_Mark]) -> str:
    """One line with its marks. Where two cross, the inner one is closed and opened again."""
    edges = {line.start, line.end}
    starting: dict[int, list[_Mark]] = {}
    for mark in marks:
        start = max(mark.span.start, line.start)
        starting.setdefault(start, []).append(mark)
        edges |= {start, min(mark.span.end, line.end)}
    out, stack = [], list[_Mark]()
    for here, there in pairwise(sorted(edges)):
        ended = next((i for i, m in enumerate(stack) if m.span.end <= here), len(stack))
        out.append("</span>" * (len(stack) - ended))
        again = [m for m in stack[ended:] if m.span.end > here]
        fresh = sorted([*again, *starting.get(here, ())], key=lambda m: -m.span.end)
        stack[ended:] = fresh
        for mark in fresh:
            prefix = mark.prefix if mark.span.start == here else ""
            out.append(f"<span {mark.attributes}>{prefix}")
        out.append(escape(text[here:there]))
    out.append("</span>" * len(stack))
    return "".join(out)
