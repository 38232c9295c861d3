"""A page read once: tokens, paragraphs, sentences, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from attrs import frozen

from ..model import ArgumentError, Span, TextWarning
from .marks import Quotation, pair_marks
from .tokens import Token, fold, tokenize

# two or three dots part clauses more often than sentences, so they end none
_STOPS = frozenset({".", "!", "؟", "?"})
_START, _END = attrgetter("start"), attrgetter("end")
_BRACKETS = {"(": 1, ")": -1, "[": 1, "]": -1}
_AFTER_STOP = frozenset({")", "]"})
_ABBREVIATED = frozenset("دمأاسحجنص")
# the names of Latin letters: بي.بي.سي, تي.إف 1
_LETTER_NAMES = frozenset(
    fold(name)
    for name in [
        *("إيه", "إي", "آي", "بي", "بيه", "سي", "دي", "إف", "جي", "إتش", "إيتش", "جيه", "جاي"),
        *("كي", "كيه", "إل", "إم", "إن", "أو", "كيو", "آر", "إس", "تي", "يو", "في", "دبليو"),
        *("إكس", "واي", "زد", "زي"),
    ]
)


@frozen
class Page:
    """The text and what the layers above share of it. Ranges are of token indices."""

    text: str
    tokens: Sequence[Token]
    paragraphs: Sequence[range]
    sentences: Sequence[range]
    quotations: Sequence[Quotation]
    warnings: Sequence[TextWarning]

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens ``first`` to ``last`` (exclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def tokens_in(self, span: Span) -> range:
        """The tokens that overlap a span of the text."""
        first = bisect_right(self.tokens, span.start, key=_END)
        return range(first, bisect_left(self.tokens, span.end, first, key=_START))

    def span(self, first: int, last: int) -> Span:
        """The offsets of the tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def read_page(text: str) -> Page:
    """Tokens, paragraphs, sentences and quotations; ArgumentError for what is no string."""
    if not isinstance(text, str):
        raise ArgumentError(f"text: expected a string; got {type(text).__name__}")
    tokens = tokenize(text)
    paragraphs = _paragraphs(text, tokens)
    sentences: list[range] = []
    quotations: list[Quotation] = []
    for paragraph in paragraphs:
        punctuation = [i for i in paragraph if tokens[i].kind == "punct"]
        quotations += pair_marks(tokens, paragraph, punctuation)
        sentences += _sentences(tokens, paragraph, punctuation)
    return Page(text, tokens, paragraphs, sentences, quotations, _warnings(tokens, quotations))


_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]+")


def _paragraphs(text: str, tokens: Sequence[Token]) -> list[range]:
    if not tokens:
        return []
    firsts = [0]
    for line_break in _BREAK.finditer(text, tokens[0].end, tokens[-1].start):
        first = bisect_left(tokens, line_break.end(), firsts[-1], key=_START)
        if first > firsts[-1]:
            firsts.append(first)
    return [range(first, stop) for first, stop in pairwise([*firsts, len(tokens)])]


def _sentences(
    tokens: Sequence[Token], paragraph: range, punctuation: Sequence[int]
) -> list[range]:
    found = []
    first = paragraph.start
    depth = 0
    for i in punctuation:
        form = tokens[i].form
        if form in _BRACKETS:
            depth = max(depth + _BRACKETS[form], 0)
        if form not in _STOPS or i < first or i + 1 == paragraph.stop:
            continue
        if depth and tokens[i + 1].start == tokens[i].end:
            continue  # (تي.اف 1)
        if _ends_sentence(tokens, i, first):
            end = i + 1
            # the mark or bracket that closes after the stop belongs to this sentence
            while (
                end < paragraph.stop
                and tokens[end].start == tokens[end - 1].end
                and (tokens[end].form in _AFTER_STOP or tokens[end].form in '"”»')
            ):
                end += 1
            if end < paragraph.stop:
                found.append(range(first, end))
                first = end
    found.append(range(first, paragraph.stop))
    return found


def _ends_sentence(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Whether the stop at i ends the sentence that begins at ``first``."""
    token = tokens[i]
    glued_after = tokens[i + 1].start == token.end
    if glued_after and (tokens[i + 1].kind in ("latin", "number")):
        return False
    before = tokens[i - 1] if i > first else None
    if token.form == "." and before is not None and before.end == token.start:
        single = before.end - before.start == 1
        # د. محمد, ج.م.ع and www.example.org are no ends of sentences
        if single and (before.form in _ABBREVIATED or before.kind == "latin"):
            return False
        if glued_after and before.kind in ("latin", "number"):
            return False
        if glued_after and before.form in _LETTER_NAMES and tokens[i + 1].form in _LETTER_NAMES:
            return False
    return True


def _warnings(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[TextWarning]:
    found = []
    for q in quotations:
        if q.repaired:
            what = "repaired" if q.closed else "left open"
            mark = tokens[q.first]
            found.append(
                TextWarning(
                    "unbalanced_marks",
                    f"quotation mark {what}: {mark.form}",
                    Span(mark.start, mark.end),
                )
            )
    return found
