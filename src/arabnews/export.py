"""Articles as one HTML page and as a readable account for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from textwrap import wrap

from .model import Article, Meeting, Phrase, Quote, TimeExpression
from .model.view import article_html, counted, legend, style

_PAGE_STYLE = """<style>
body { margin: 0; }
.an-top { position: sticky; top: 0; z-index: 5; background: var(--an-paper);
  border-bottom: 1px solid var(--an-line); }
.an-index { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 0; }
.an-index h1 { font-size: 1.25rem; margin: 0; direction: ltr; text-align: right; }
.an-index ol { margin: .5rem 0 0; padding-inline-start: 1.5rem; line-height: 1.9; }
.an-index a { color: inherit; text-decoration-color: var(--an-line); text-underline-offset: .3em; }
.an-index small { color: var(--an-soft); white-space: nowrap; }
.an-article + .an-article { border-top: 6px double var(--an-line); }
.an-article { scroll-margin-top: 3.5rem; padding-top: 1.5rem; }
</style>"""


def to_page(articles: Iterable[Article]) -> str:
    """One self-contained HTML page that shows the articles with everything read from them."""
    shown = [(f"a{n}", article) for n, article in enumerate(articles, start=1)]
    index = "".join(
        f'<li><a href="#{anchor}">{escape(title(article))}</a> '
        f'<small dir="ltr" lang="en">{_counts(article)}</small></li>'
        for anchor, article in shown
    )
    body = "".join(article_html(article, anchor) for anchor, article in shown)
    return (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>arabnews</title>{style()}{_PAGE_STYLE}</head>"
        f'<body class="arabnews"><nav class="an-index"><h1 lang="en">arabnews</h1><ol>{index}</ol>'
        f'</nav><div class="an-top">{legend()}</div><main>{body}</main></body></html>\n'
    )


def _counts(article: Article) -> str:
    return ", ".join(
        counted(len(getattr(article, what)), what) for what in ("quotes", "meetings", "times")
    )


def title(article: Article) -> str:
    """The headline, or else the first words of the article."""
    if article.headline:
        return article.headline
    words = article.text.split(maxsplit=12)
    return " ".join(words) if len(words) <= 12 else " ".join(words[:12]) + " …"


def account(article: Article, *, width: int = 80) -> str:
    """What was read from the article, as lines for a terminal ``width`` columns wide.

    Arabic stands between right-to-left isolates and never shares a line with more Arabic, so that
    terminals with and without bidirectional layout show it in order.
    """
    return "\n".join(_account(article, width)) + "\n"


def _account(article: Article, width: int) -> Iterator[str]:
    yield from _arabic(title(article), width, "")
    if article.source:
        yield from _field("source", article.source, width, "")
    if article.published:
        yield f"published: {article.published} ({article.published_from})"
    else:
        yield "published: unknown; relative times stay unresolved"
    for warning in article.warnings:
        yield f"warning: {warning.message}"
    for name, lines in (
        ("quotes", [_quote(q, width) for q in article.quotes]),
        ("meetings", [_meeting(m, width) for m in article.meetings]),
        ("times", [_time(t, width) for t in article.times]),
    ):
        yield ""
        yield f"{name} ({len(lines)})"
        for number, item in enumerate(lines, start=1):
            first, *rest = item
            yield f"{number:3}. {first}"
            yield from (f"     {line}" for line in rest)


def _quote(quote: Quote, width: int) -> Iterator[str]:
    yield f"{quote.kind}, {quote.cue.act.replace('_', ' ')}"
    yield from _field("speaker", quote.speaker.name if quote.speaker else None, width)
    if quote.relay:
        yield from _field("relayed by", quote.relay.name, width)
    for label, phrase in (("to", quote.addressee), ("in", quote.medium)):
        yield from _phrase(label, phrase, width)
    yield from _arabic(quote.text, width)


def _meeting(meeting: Meeting, width: int) -> Iterator[str]:
    yield f"{meeting.status}, {meeting.format.replace('_', ' ')}"
    for participant in meeting.participants:
        yield from _field(participant.role, participant.name, width)
    yield f"when: {_value(meeting.time) if meeting.time else 'not said'}"
    yield from _phrase("where", meeting.place, width)
    yield from _phrase("occasion", meeting.occasion, width)
    for topic in meeting.topics:
        yield from _phrase("about", topic, width)
    yield from _phrase("outcome", meeting.outcome, width)
    if meeting.duration:
        yield f"duration: {_value(meeting.duration)}"


def _time(time: TimeExpression, width: int) -> Iterator[str]:
    yield f"{_value(time)}  ({time.type}{'' if time.resolved else ', unresolved'})"
    yield from _arabic(time.text, width)


def _value(time: TimeExpression) -> str:
    return f"{time.value} {time.mod}" if time.mod else time.value


def _phrase(label: str, phrase: Phrase | None, width: int) -> Iterator[str]:
    if phrase:
        yield from _field(label, phrase.name, width)


def _field(label: str, value: str | None, width: int, indent: str = "     ") -> Iterator[str]:
    """``label: value`` on one line where it fits, else the value on lines of its own."""
    if value is None:
        yield f"{label}: unknown"
        return
    text = " ".join(value.split())
    if len(indent) + len(label) + 2 + len(text) <= width:
        yield f"{label}: {_isolated(text)}"
    else:
        yield f"{label}:"
        yield from _arabic(text, width, indent)


def _arabic(text: str, width: int, indent: str = "     ") -> Iterator[str]:
    """The text in lines, each an isolate of its own: none reaches over the end of a line."""
    room = max(width - len(indent), 20)
    yield from (_isolated(line) for line in wrap(" ".join(text.split()), room))


def _isolated(text: str) -> str:
    return f"\u2067{text}\u2069"
