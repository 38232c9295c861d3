"""Tokens with offsets and folded forms.

Folding makes spellings comparable: vowel marks and tatweel off, the alef forms one, final ى as ي,
ة as ه, Persian ک and ی as Arabic. A lexicon key is folded the same way.
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import define
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
)

TokenKind = Literal["word", "latin", "number", "punct"]

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c\u200d"
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
)
_FORM = dict(zip("کی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "كي01234567890123456789", strict=True))
_HAS_FORM = re.compile(f"[{''.join(_FORM)}]")
_HAS_MARK = re.compile(f"[{_MARKS}]")
# The joints of a hashtag (#كوريا_الشمالية) and bidi controls are no tokens: its words read on.
_TOKEN = re.compile(
    f"(?P<word>[{_LETTERS}]++(?![{_MARKS}]))"
    f"|(?P<marked>[{_LETTERS}][{_LETTERS}{_MARKS}]*)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<latin>[^\W\d_]+)"
    r"|(?P<dash>\u0640+)"
    r"|(?P<punct>''|‘‘|’’|&(?:quot|laquo|raquo|ldquo|rdquo|amp|nbsp|lt|gt|#\d+);|\.{2,}|[^\w\s#\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
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


def fold(text: str) -> str:
    """The folded form of a word or phrase: what lexicon keys and Token.form are made of."""
    return _without_marks(_fold_letters(text))


def tokenize(text: str) -> list[Token]:
    """All tokens of a text, in order, with offsets into the text as given."""
    folded = _fold_letters(text)
    tokens = []
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup
        form = match[0]
        if kind == "dash":  # a tatweel on its own stands for a dash
            form, kind = "-", "punct"
        elif kind == "marked":
            form, kind = _without_marks(form), "word"
        start, end = match.span()
        tokens.append(Token(start, end, form, kind))  # type: ignore[arg-type]
    return tokens


def _without_marks(form: str) -> str:
    """Without vowel marks; a hamza written as a mark of its own (NFD) joins its letter."""
    form = form.replace("و\u0654", "ؤ").replace("ي\u0654", "ئ")
    return _HAS_MARK.sub("", form)


def _fold_letters(text: str) -> str:
    """Fold letters and digits one for one, so that offsets stay."""
    text = normalize_alef_ar(text)
    text = normalize_alef_maksura_ar(text)
    folded: str = normalize_teh_marbuta_ar(text)
    return _HAS_FORM.sub(lambda match: _FORM[match[0]], folded)
