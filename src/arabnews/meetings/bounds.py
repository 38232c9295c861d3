"""Where the clause of a word begins and ends, and what stands over it: denial, expectation."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Chunk
from .triggers import words

_NEIGHBOURS = 3


class Bounds:
    """Finds the limits of clauses in the chunks of a sentence, as indices."""

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = forms

    @staticmethod
    def left(chunks: Sequence[Chunk], k: int) -> int:
        """Where the clause of a word begins."""
        for n in range(k - 1, -1, -1):
            if chunks[n].kind in ("break", "that", "relative", "other verb", "verb", "noun"):
                return n + (chunks[n].kind in ("break", "that", "relative"))
        return 0

    def right(self, chunks: Sequence[Chunk], k: int) -> int:
        """Where the clause of a verb ends: before the next verb, إن or حيث."""
        for n in range(k + 1, len(chunks)):
            chunk = chunks[n]
            if chunk.kind in ("break", "that", "relative", "other verb", "verb"):
                return n
            if chunk.noun is not None and (
                chunk.prep in words("after_meeting") or chunk.noun.pronoun is not None
            ):
                return n
        return len(chunks)

    def noun_right(self, chunks: Sequence[Chunk], k: int) -> int:
        """The end of a noun's clause, past verbs that only say that the meeting took place."""
        for n in range(k + 1, len(chunks)):
            chunk = chunks[n]
            expected = self._forms[chunks[n - 1].start] in words("expected")
            if chunk.kind == "that" and expected:  # التي كان من المفترض أن تجمعه
                continue
            if chunk.kind in ("break", "that", "other verb", "noun"):
                return n
            if chunk.verb is not None and chunk.verb.use not in ("holding", "happening", "lasting"):
                return n
        return len(chunks)

    def is_denied(self, chunks: Sequence[Chunk], k: int) -> bool:
        """«لم يلتق», «نفى الوزير أن يكون قد التقى», «نفى لقاءه»."""
        if any(self._forms[c.start] in words("negation") for c in chunks[max(0, k - 1) : k]):
            return True
        for chunk in reversed(chunks[:k]):
            forms = self._forms[chunk.start : chunk.stop]
            if any(form in words("denial") for form in forms):
                return True
            if chunk.kind == "mark" or any(form in words("denial_ends") for form in forms):
                return False
        return False

    def is_expected(self, chunks: Sequence[Chunk], left: int, k: int) -> bool:
        """«من المقرر أن يلتقي», «سوف يلتقي»."""
        start = max(0, left - _NEIGHBOURS)
        return any(self._forms[c.start] in words("expected") for c in chunks[start:k])

    def comes_later(self, chunks: Sequence[Chunk], k: int) -> bool:
        """«سيتوجه إلى بروكسل حيث يعقد لقاء»: in the wake of a future."""
        return any(
            self._forms[c.start] in words("expected")
            or (
                c.kind in ("verb", "other verb")
                and self._forms[c.start].lstrip("وف")[:2] in ("سي", "ست", "سن", "سا")
            )
            for c in chunks[:k]
        )
