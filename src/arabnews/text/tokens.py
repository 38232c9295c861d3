"""Tokens with offsets and folded forms."""

from __future__ import annotations

import re
from typing import Literal

from attrs import define

from ..spelling import MARKS, fold, fold_letters, without_marks

__all__ = ["Token", "TokenKind", "fold", "tokenize"]

TokenKind = Literal["word", "latin", "number", "punct"]

_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
)
# The joints of a hashtag (#كوريا_الشمالية) and bidi controls are no tokens: its words read on.
# What is most common is told first, and costs no group: a space is no token, then come words.
_TOKEN = re.compile(
    r"(?!\s)(?:"
    f"[{_LETTERS}]++(?![{MARKS}])"
    f"|(?P<marked>[{_LETTERS}][{_LETTERS}{MARKS}]*)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<latin>[^\W\d_]+)"
    r"|(?P<dash>\u0640+)"
    r"|(?P<punct>''|‘‘|’’|&(?:quot|laquo|raquo|ldquo|rdquo|amp|nbsp|lt|gt|#\d+);|\.{2,}|[^\w\s#\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
    r")"
)


@define(eq=False)
class Token:
    """A word, number or punctuation mark. ``form`` is folded; digits in it are ASCII."""

    start: int
    end: int
    form: str
    kind: TokenKind

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end}, {self.form!r})"


def tokenize(text: str) -> list[Token]:
    """All tokens of a text, in order, with offsets into the text as given."""
    folded = fold_letters(text)
    tokens = []
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        form, kind = match[0], match.lastgroup
        if kind is None:
            kind = "word"
        elif kind == "dash":  # a tatweel on its own stands for a dash
            form, kind = "-", "punct"
        elif kind == "marked":
            form, kind = without_marks(form), "word"
        tokens.append(Token(start, end, form, kind))  # type: ignore[arg-type]
    return tokens
