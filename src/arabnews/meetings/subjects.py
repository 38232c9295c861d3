"""Whom a pronoun, or a verb without a subject, stands for."""

from __future__ import annotations

from collections.abc import Sequence

from ..attribution.cues import readings
from ..names import Draft
from ..names.words import read_word
from ..text import Page
from .clauses import Chunk
from .people import PartyFinder
from .triggers import VerbForm


class Subjects:
    """Resolves what refers to somebody told before.

    ``last`` is the subject of the sentences before, ``objects`` are where the objects of the
    sentence begin, which are no subjects though they follow a verb.
    """

    def __init__(self, page: Page, forms: Sequence[str], people: PartyFinder) -> None:
        self._page = page
        self._forms = forms
        self._people = people
        self.last: Draft | None = None
        self.objects: set[int] = set()

    def understood(
        self, chunks: Sequence[Chunk], k: int, verb: VerbForm, but: Sequence[Draft] = ()
    ) -> tuple[Draft, ...]:
        """The subject that is only in the verb, by its number."""
        if verb.first:
            return self.speaking(chunks, k)
        if verb.number == "d":
            return self._people.last_two(chunks[:k])
        if verb.number == "p":
            for chunk in reversed(chunks[:k]):
                if chunk.kind == "party" and (
                    len(chunk.phrases) > 1 or chunk.phrases[0].number == "p"
                ):
                    return self._people.of_chunk(chunk)
            return ()
        person = self.antecedent(chunks, k, verb.gender, but)
        if person is None and verb.gender == "f" and self._is_quoted(chunks[k].start):
            person = self.last  # «اجتمعت» of a man who speaks
        return (person,) if person is not None else ()

    def speaking(self, chunks: Sequence[Chunk], k: int) -> tuple[Draft, ...]:
        """Who says «التقيت» or «اجتمعنا»: the subject of the word of saying, else of before."""
        said = [
            n
            for n in range(1, len(chunks))
            if n != k and self._says(chunks[n - 1]) and self._is_subject(chunks, n)
        ]
        for n in (*(n for n in reversed(said) if n < k), *(n for n in said if n > k)):
            person = self._person(chunks[n], None)
            if person is not None:
                return (person,)
        if self.last is None or not self._is_quoted(chunks[k].start):
            return ()  # «اتصلنا به»: the newspaper
        return (self.last,)

    def _says(self, chunk: Chunk) -> bool:
        cue = readings().get(self._forms[chunk.start])
        return chunk.kind == "other verb" and cue is not None and cue.form == "verb"

    def _is_quoted(self, at: int) -> bool:
        return any(q.first < at < q.last for q in self._page.quotations)

    def by_pronoun(
        self, chunks: Sequence[Chunk], k: int, pronoun: str, but: Sequence[Draft] = ()
    ) -> tuple[Draft, ...]:
        """Whom ه or ها stands for; of هم nobody knows whom it counts in."""
        if pronoun in ("ي", "نا"):
            return self.speaking(chunks, k)
        if pronoun not in ("ه", "ها"):
            return ()
        person = self.antecedent(chunks, k, "f" if pronoun == "ها" else "m", but)
        return (person,) if person is not None else ()

    def antecedent(
        self, chunks: Sequence[Chunk], k: int, gender: str | None, but: Sequence[Draft] = ()
    ) -> Draft | None:
        """The person told before, a subject rather than another one; none of ``but``."""
        fallback: Draft | None = None
        for n in range(k - 1, -1, -1):
            person = self._person(chunks[n], gender)
            if fallback is None and not but and self._is_body(chunks, n, gender):
                # «قال المكتب إنه ناقش»: only an office named after its holder has a person
                return self._people.holder(chunks[n].phrases[0])
            if person is None or person in but or (but and speaks_for_others(person)):
                continue
            if not (person.named or person.definite):
                if self._is_subject(chunks, n) and not but:
                    return None  # «قال مسؤول إنه»
                continue
            if self._is_subject(chunks, n):
                return person
            fallback = (fallback or person) if but else person
        if fallback is not None:
            return fallback
        for n in range(k + 1, len(chunks) - 1):
            if chunks[n].kind == "other verb":
                person = self._person(chunks[n + 1], gender)
                if person is not None:
                    return person
        if self.last is not None and gender in (None, self.last.gender):
            return self.last if self.last not in but else None
        return None

    def _is_body(self, chunks: Sequence[Chunk], n: int, gender: str | None) -> bool:
        phrases = chunks[n].phrases
        return (
            len(phrases) == 1
            and phrases[0].kind == "ORGANISATION"
            and phrases[0].gender == gender
            and self._is_subject(chunks, n)
        )

    def _person(self, chunk: Chunk, gender: str | None) -> Draft | None:
        if chunk.kind != "party" or len(chunk.phrases) != 1 or chunk.counterpart:
            return None
        phrase = chunk.phrases[0]
        if phrase.number != "s" or phrase.kind not in ("PERSON",):
            return None
        found = self._people.of_chunk(chunk)
        if len(found) != 1 or (gender is not None and found[0].gender != gender):
            return None
        return found[0]

    def _is_subject(self, chunks: Sequence[Chunk], n: int) -> bool:
        if chunks[n].prep or chunks[n].start in self.objects:
            return False
        return n == 0 or chunks[n - 1].kind in ("verb", "other verb", "that", "was", "break")

    def person_as_subject(self, chunks: Sequence[Chunk], n: int) -> Draft | None:
        """The person of a chunk, if the chunk stands where a subject does."""
        return self._person(chunks[n], None) if self._is_subject(chunks, n) else None

    def subject_of(self, chunks: Sequence[Chunk]) -> Draft | None:
        """The first person of a sentence that stands where a subject does."""
        for n, chunk in enumerate(chunks):
            if self._is_subject(chunks, n):
                person = self._person(chunk, None)
                if person is not None:
                    return person
        return None


def speaks_for_others(person: Draft) -> bool:
    """Whether a person is a spokesman, who tells of meetings of others."""
    titles = (read_word(head).title for head, _, _ in person.titles)
    return any(title is not None and title.kind == "speaker" for title in titles)
