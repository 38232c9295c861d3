"""What was talked about at a meeting, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from ..attribution.cues import readings
from ..model import Phrase, Span
from ..names import PhraseReader
from ..names.words import read_word
from ..text import Page
from .clauses import Chunk
from .triggers import words

_LONGEST = 16
_NEAR = 3
_REACH = 8


class Matter:
    """Reads the topics and outcomes of meetings off the chunks of a sentence."""

    def __init__(self, page: Page, reader: PhraseReader) -> None:
        self._page = page
        self._reader = reader
        self._forms = reader.forms

    def topics(self, chunks: Sequence[Chunk], k: int, right: int) -> tuple[Phrase, ...]:
        """The noun phrase after حول، بشأن، لبحث, or that a verb of talking has for its object."""
        verb, end = chunks[k].verb, chunks[-1].stop
        if verb is not None and verb.sense == "talk":
            named_before = self._forms[chunks[k].start].endswith(("ه", "ها"))  # الخطة التي بحثها
            found = None if named_before else self._object(chunks[k + 1 : right], end)
        elif k and self._forms[chunks[k - 1].start] in words("covers"):  # تناول اللقاء الأزمة
            found = self._topic(chunks[k].stop, end)
        else:
            found = self._behind_about(chunks, k, right)
        return (found,) if found is not None else ()

    def _behind_about(self, chunks: Sequence[Chunk], k: int, right: int) -> Phrase | None:
        for chunk in chunks[k + 1 : right + 1]:
            if self._forms[chunk.start] in words("about"):
                return self._topic(chunk.start + 1, chunks[-1].stop)
        for chunk in chunks[k + 1 : k + 1 + _NEAR]:
            if self._forms[chunk.start] in words("talk"):  # جرى خلال اللقاء بحث الأزمة
                return self._topic(chunk.start + 1, chunks[-1].stop)
        return None

    def _object(self, after: Sequence[Chunk], end: int) -> Phrase | None:
        """«بحث الوزير مع السفير سبل التعاون»: what is neither a party nor an adjunct."""
        for chunk in after:
            form = self._forms[chunk.start]
            if form in readings():
                return None  # مؤكدا: another clause
            if chunk.kind == "word" and chunk.prep in ("", "في") and self._can_be_topic(form):
                return self._topic(chunk.start, end)
        return None

    @staticmethod
    def _can_be_topic(form: str) -> bool:
        return not (
            read_word(form).function
            or form in words("prepositions")
            or form in words("phone")
            or form in words("video")
            or form in words("with_him")
            or form in words("frame")
        )

    def _topic(self, at: int, sentence_end: int) -> Phrase | None:
        stop = min(sentence_end, at + _LONGEST)
        end = at
        while end < stop and end not in self._reader.times and self._goes_on(end):
            end += 1
        if end > at and self._forms[end - 1] == "في":
            end -= 1
        return Phrase(self._page.slice(at, end), self._page.span(at, end)) if end > at else None

    def _goes_on(self, at: int) -> bool:
        word = read_word(self._forms[at])
        return not (
            self._page.tokens[at].kind == "punct"
            or word.verb
            or (word.function and self._forms[at] != "في")
        )

    def outcomes(self, chunks: Sequence[Chunk]) -> tuple[dict[int, Phrase], dict[int, Phrase]]:
        """What came of meetings, by the index of a chunk: of one told before, of the one there.

        «اتفق الجانبان على تشكيل لجنة», «دون التوصل إلى اتفاق»; «فشلت المحادثات بينهما»
        """
        before: dict[int, Phrase] = {}
        own: dict[int, Phrase] = {}
        for k, chunk in enumerate(chunks):
            form = self._forms[chunk.start]
            if form in words("end") and k + 1 < len(chunks) and chunks[k + 1].noun is not None:
                own[k + 1] = self._clause(chunk.start, chunks[-1].stop)
            elif (
                (form in words("agree") and self._agreed(chunks, k))
                or (form in words("end") and self._ended(chunks, k))
                or (form in words("without") and self._in_vain(chunks, k))
            ):
                before[k] = self._clause(chunk.start, chunks[-1].stop)
        return before, own

    def _agreed(self, chunks: Sequence[Chunk], k: int) -> bool:
        """The two sides agreed, on something else than a meeting to come."""
        after = chunks[k + 1 : k + 1 + _REACH]
        if self._forms[chunks[k].start] == "الاتفاق":  # تم الاتفاق على
            return bool(after) and self._forms[after[0].start] == "علي"
        sides = any(c.kind == "sides" for c in after[:_NEAR])
        on = next((n for n, c in enumerate(after) if self._forms[c.start] in ("علي", "الي")), None)
        if on is None or not (sides or self._forms[chunks[k].start] in words("agree_both")):
            return False
        return not any(c.noun is not None for c in after[on:])

    def _ended(self, chunks: Sequence[Chunk], k: int) -> bool:
        """The meeting is the subject: إن اللقاء أسفر عن."""
        near = chunks[max(0, k - _NEAR) : k]
        if self._in_vain_at(chunks, k + 1) and self._is_told(chunks[:k]):
            return True  # «التقى السفير، وانتهى بلا نتيجة»
        return any(c.noun is not None and c.noun.definite for c in near)

    def _in_vain(self, chunks: Sequence[Chunk], k: int) -> bool:
        near = chunks[k + 1 : k + 1 + _NEAR]
        if (
            len(near) > 1
            and near[0].kind == "that"
            and self._forms[near[1].start] in words("yield")
        ):
            near = chunks[k + 1 : k + 1 + _REACH]  # دون أن يسفر اللقاء عن نتائج
        told = self._is_told(chunks[:k])
        return told and any(self._forms[c.start] in words("result") for c in near)

    def _in_vain_at(self, chunks: Sequence[Chunk], k: int) -> bool:
        return k < len(chunks) and self._forms[chunks[k].start] in words("without")

    @staticmethod
    def _is_told(chunks: Sequence[Chunk]) -> bool:
        return any(c.noun or (c.verb is not None and c.verb.use == "trigger") for c in chunks)

    def _clause(self, at: int, sentence_end: int) -> Phrase:
        """From a word to the end of its clause, without و at its head."""
        stop = min(sentence_end, at + _LONGEST)
        end = at + 1
        while (
            end < stop
            and self._page.tokens[end].kind != "punct"
            and self._forms[end] not in words("breaks")
        ):
            end += 1
        form, span = self._forms[at], self._page.span(at, end)
        joined = form[0] == "و" and form[1:] in words("end") | words("agree")
        text = self._page.slice(at, end)
        return Phrase(text[joined:], Span(span.start + joined, span.end))
