"""Tokens with the lexicon beside them: what the grammar reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..text.tokens import Token, fold
from .words import NOTHING, Word

_NO_TOKEN = Token(0, 0, "", "punct")


class Stream:
    """Looking at tokens by index; an index outside the text gives an empty token, never an error.

    A phrase goes on only with a word that carries no proclitic (``next``) on the same line.
    """

    __slots__ = ("_forms", "_known", "_size", "text", "tokens")

    def __init__(self, tokens: Sequence[Token], text: str, lexicon: Mapping[str, Word]) -> None:
        self.tokens = tokens
        self.text = text
        self._size = len(tokens)
        self._forms = tuple([token.form for token in tokens])
        # numbers are no words of the lexicon, but phrases start at them as well
        self._known = {
            i: lexicon.get(token.form, NOTHING)
            for i, token in enumerate(tokens)
            if token.form in lexicon or token.kind == "number"
        }

    def __len__(self) -> int:
        return len(self.tokens)

    def token(self, i: int) -> Token:
        """The token at i."""
        return self.tokens[i] if 0 <= i < self._size else _NO_TOKEN

    def form(self, i: int) -> str:
        """The folded form at i."""
        return self._forms[i] if 0 <= i < self._size else ""

    def candidates(self) -> list[int]:
        """Where a phrase can start: the words of the lexicon and the numbers."""
        return list(self._known)

    def word(self, i: int) -> Word:
        """What the lexicon says of the token at i."""
        return self._known.get(i, NOTHING)

    def joined(self, i: int) -> bool:
        """Whether the token at i stands on the same line as the one before it."""
        if not 0 < i < self._size:
            return False
        return "\n" not in self.text[self.tokens[i - 1].end : self.tokens[i].start]

    def next(self, i: int) -> Word:
        """The word at i if it can continue a phrase: no proclitic, same line."""
        word = self._known.get(i, NOTHING)
        return word if word is not NOTHING and not word.clitic and self.joined(i) else NOTHING

    def follows(self, i: int, *forms: str) -> bool:
        """Whether the token at i is one of these forms and continues the line."""
        return self.form(i) in forms and self.joined(i)

    def digits(self, i: int) -> int | None:
        """The whole number written in digits at i, at most four of them."""
        form = self.form(i)
        return int(form) if form.isdigit() and len(form) <= 4 else None

    def phrase(self, i: int, kind: str, *, first: bool = False) -> tuple[Any, int] | None:
        """The longest fixed phrase of a kind at i: its value and the index after it."""
        word = self.word(i) if first else self.next(i)
        for phrase in word.phrases:
            if phrase.kind == kind and self.goes_on(i + 1, phrase.rest):
                return phrase.value, i + 1 + len(phrase.rest)
        return None

    def goes_on(self, i: int, rest: tuple[str, ...]) -> bool:
        """Whether these forms follow from i on and continue the line."""
        end = i + len(rest)
        return self._forms[i:end] == rest and all(map(self.joined, range(i, end)))

    def start(self, i: int) -> int:
        """Where the word at i begins in the text, its proclitics left out."""
        token = self.tokens[i]
        skip = len(self.word(i).clitic)
        if not skip or token.end - token.start == len(token.form):
            return token.start + skip
        position = token.start
        while skip or not fold(self.text[position]):
            skip -= bool(fold(self.text[position]))
            position += 1
        return position
