"""What job each paragraph of the page does: headline, caption, dateline, body …

Decided by layout and a handful of fixed words of the trade, since this layer knows no lexicon.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from attrs import frozen

from ..model import Segment, Span
from ..model.types import SegmentKind
from .page import Page
from .tokens import Token, fold

_STOPS = frozenset({".", "؟", "!", "?", "...", "…", ".."})
_HEADLINE_WORDS = 28
_CAPTION_WORDS = 45
_SUBHEADING_WORDS = 12
_LINE_WORDS = 14
_REPORTER_WORDS = 6
_SPEAKER_TOKENS = 6
_WROTE = frozenset(fold(word) for word in ["كتب", "كتبت", "متابعة", "تقرير", "تحقيق", "حوار"])

_BYLINE_WORDS = frozenset(
    fold(word)
    for word in [
        "كتب",
        "كتبت",
        "بقلم",
        "إعداد",
        "تقرير",
        "مراسل",
        "مراسلة",
        "موفد",
        "موفدة",
        "متابعة",
        "متابعات",
        "تصوير",
        "حاوره",
        "حاورته",
        "حاورها",
        "ترجمة",
        "نشر",
        "نشرت",
    ]
)
_CAPTION_WORDS_OF_PLACE = frozenset(
    fold(word) for word in ["خلال", "أثناء", "لدى", "بمستهل", "مستهل"]
)
_DAYS = frozenset(fold(word) for word in ["أمس", "اليوم"])
_BOILERPLATE_STARTS = tuple(
    fold(phrase).split()
    for phrase in (
        "اقرأ أيضا",
        "اقرأ المزيد",
        "اقرؤوا أيضا",
        "شاهد أيضا",
        "طالع أيضا",
        "مواضيع ذات صلة",
        "أخبار ذات صلة",
        "رابط الخبر",
        "للمزيد",
        "تابعونا",
        "تابعوا",
        "يتبع",
        "انتهى",
        "نهاية الخبر",
        "جميع الحقوق محفوظة",
    )
)
_CLOSING_VERBS = frozenset(fold(word) for word in ["انتهى", "يتبع", "تابعوا"])
_BOILERPLATE_FIRST = frozenset(first for first, *_ in _BOILERPLATE_STARTS)
_AGENCY_DATELINE = re.compile(
    r"\s*(?:[^\W\d_]++[ ,،\-]*+){1,5}"
    r"(?:\d+\s*[-/]\s*\d+\s*(?:[-/]\s*\d+\s*)?|\d+\s+[^\W\d_]+(?:\s*/\s*[^\W\d_]+)?\s*(?:\d{4})?\s*)?"
    r"[-–—/]?\s*\([^()\n]{2,40}\)\s*[-–—:/]+"
)
_DESK_DATELINE = re.compile(
    r"\s*(?:[^\W\d_]++ ?){1,3}\s*[-–—/]\s+(?:[^\W\d_]++[. ]?){1,4}\s*(?::|[-–—](?=\s))"
)
_SOURCE = re.compile(r"\s*(?:المصدر|مصدر الخبر)\s*[:：]\s*")
_PUBLISHED_IN = re.compile(r"نشر(?:ت)? في (.+?) يوم")


@frozen
class Layout:
    """The segments of a page and what they say about it."""

    segments: tuple[Segment, ...]
    headline: str | None
    source: str | None

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that an offset stands in."""
        before = bisect_right(self.segments, offset, key=lambda s: s.span.start)
        segment = self.segments[before - 1] if before else None
        return segment if segment is not None and offset < segment.span.end else None

    def of_kind(self, *kinds: SegmentKind) -> list[Span]:
        """The spans of all segments of these kinds."""
        return [s.span for s in self.segments if s.kind in kinds]


def read_layout(page: Page) -> Layout:
    """Segments of a page, with the headline and the source they tell."""
    lines = [_Line(page, p) for p in page.paragraphs]
    first_at = {line.text: n for n, line in reversed([*enumerate(lines)])}
    body_from = next((n for n, line in enumerate(lines) if line.is_prose), len(lines))
    segments: list[Segment] = []
    headline = source = None
    for n, line in enumerate(lines):
        kind = _kind(line, n, len(lines), body_from, first_at)
        if kind == "headline" and headline is not None:
            kind = "subheading"
        if kind == "headline":
            headline = line.text
        elif kind == "source_line":
            source = source or _SOURCE.sub("", line.text)
        elif kind == "byline" and (match := _PUBLISHED_IN.search(line.text)):
            source = source or match[1]
        dateline = _dateline_end(page.text, line.span) if n == body_from else None
        if dateline is not None:
            segments.append(Segment(Span(line.span.start, dateline), "dateline"))
            segments.append(Segment(Span(dateline, line.span.end), "body"))
        else:
            segments.append(Segment(line.span, kind))
    return Layout(tuple(segments), headline, source)


class _Line:
    """One paragraph with the measures that tell its job."""

    def __init__(self, page: Page, tokens: range) -> None:
        self.tokens: Sequence[Token] = page.tokens[tokens.start : tokens.stop]
        self.span = page.span(tokens.start, tokens.stop)
        self.text = page.text[self.span.start : self.span.end]
        self.words = [t.form for t in self.tokens if t.kind != "punct"]
        self.stopped = not _STOPS.isdisjoint([t.form for t in self.tokens[-2:]])
        # prose ends in a full stop or is too long for any other line of a page
        self.is_prose = len(self.words) > _HEADLINE_WORDS or (
            self.stopped and len(self.words) > _SUBHEADING_WORDS
        )

    @property
    def latin(self) -> int:
        """How many of its words are in Latin letters."""
        return [t.kind for t in self.tokens].count("latin")

    @property
    def stops(self) -> int:
        """How many stops stand before its last token."""
        return len([t for t in self.tokens[:-1] if t.form in _STOPS])


def _kind(
    line: _Line, n: int, lines: int, body_from: int, first_at: Mapping[str, int]
) -> SegmentKind:
    words = line.words
    if not words:
        return "boilerplate"
    if line.latin * 2 > len(words):
        return "boilerplate" if "www" in words or "http" in words or "https" in words else "caption"
    if len(words) <= _LINE_WORDS and _SOURCE.match(line.text):
        return "source_line"
    if _is_boilerplate(words):
        return "boilerplate"
    if _is_caption(line, n, first_at):
        return "caption"
    if words[0] in _WROTE and len(words) <= _REPORTER_WORDS and line.tokens[-1].form == ":":
        return "byline"
    if n < body_from:
        return _kind_above_body(line, n, lines)
    if n == lines - 1 and n > body_from and len(words) <= 4 and not line.stopped:
        return "source_line"
    if len(words) > _SUBHEADING_WORDS or _is_listed(line) or line.stops:
        return "body"
    if line.stopped and line.tokens[-1].form not in "؟?":
        return "body"
    return "subheading" if n < lines - 1 and line.tokens[-1].form != ":" else "body"


def _is_listed(line: _Line) -> bool:
    """Whether a mark opens the line, as in a list; not so «- فلان: لن نتراجع»."""
    forms = [t.form for t in line.tokens[:_SPEAKER_TOKENS]]
    return line.tokens[0].kind == "punct" and not (forms[0] in "-–•" and ":" in forms)


def _kind_above_body(line: _Line, n: int, lines: int) -> SegmentKind:
    words = line.words
    if len(words) <= _LINE_WORDS and n > 0:
        if any(w.isdigit() for w in words) and len(words) <= 12 and not line.stopped:
            has_year = any(len(w) == 4 and w.isdigit() for w in words)
            by = any(w in _BYLINE_WORDS or w.endswith("نشر") for w in words)
            if by:
                return "byline"
            if has_year or len(words) <= 5:
                return "dateline"
        if any(w in _BYLINE_WORDS for w in words) and not line.stopped:
            return "byline"
    if n > 0 and len(words) <= 4 and not line.stopped and line.tokens[-1].form != ":":
        return "byline"
    if lines == 1:
        return "body"
    if len(words) <= 5 and any(t.form in ("-", "–", "—") for t in line.tokens):
        return "byline"
    if line.stopped and line.tokens[-1].form == "." and len(words) > _SUBHEADING_WORDS:
        return "body"
    return "headline"


def _is_boilerplate(words: Sequence[str]) -> bool:
    if words[0] not in _BOILERPLATE_FIRST:
        return False
    if not any(words[: len(start)] == start for start in _BOILERPLATE_STARTS):
        return False
    # انتهى and يتبع alone close a text; with more behind them they are verbs
    return len(words) <= (4 if words[0] in _CLOSING_VERBS else 30)


def _is_caption(line: _Line, n: int, first_at: Mapping[str, int]) -> bool:
    if len(line.words) > _CAPTION_WORDS or line.stopped or line.stops > 1:
        return False
    forms = [t.form for t in line.tokens]
    if forms[-1] == ")" and "(" in forms[-8:-1] and len(forms) > 8:
        return True
    if len(forms) > 5 and first_at[line.text] < n:
        return True
    return forms[-1] in _DAYS and any(f in _CAPTION_WORDS_OF_PLACE for f in forms)


def _dateline_end(text: str, span: Span) -> int | None:
    """Where the news of a paragraph starts after «بغداد 15 - 7 (اف ب) -» or «سبق- الرياض:»."""
    for pattern in (_AGENCY_DATELINE, _DESK_DATELINE):
        match = pattern.match(text, span.start, min(span.end, span.start + 90))
        if match and match.end() < span.end - 20:
            end = match.end()
            while text[end].isspace():
                end += 1
            return end
    return None
