"""The parties of a verb of meeting: its subject, its object, and whom مع or ب introduces."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ..model.types import Role
from ..names import Draft
from ..names.words import read_word, word_set
from .clauses import Chunk
from .people import PartyFinder
from .sides import Sides, is_guest, is_of_places, is_personal
from .subjects import Subjects
from .triggers import VerbForm

_PARTNER = frozenset({"مع", "ومع"})


class VerbParties:
    """Reads the parties of the verbs of a sentence."""

    def __init__(
        self, forms: Sequence[str], people: PartyFinder, subjects: Subjects, sides: Sides
    ) -> None:
        self._forms = forms
        self._people = people
        self._subjects = subjects
        self._sides = sides

    def parties(
        self,
        chunks: Sequence[Chunk],
        k: int,
        verb: VerbForm,
        before: Sequence[Chunk],
        after: Sequence[Chunk],
    ) -> dict[Draft, Role]:
        """The parties with their roles; none where the subject cannot be known."""
        partners = [c for c in after if self._is_partner(verb, c)]
        bare = self._bare(verb, after)
        takes_object = "" in verb.takes
        spoken = verb.first or verb.participle  # no noun after these is their subject
        fronted = None if spoken else self._sides.fronted(before)
        if verb.number == "d" and fronted is not None and self._is_of_one_person(fronted):
            fronted = None  # «التقى الوزير السفير، وبحثا»: not the one before, but both
        if verb.object is not None and bare:
            fronted = None  # «وصل الوزير، واستقبله السفير»: who is told before is the object
        subject: Chunk | None = None
        if fronted is not None and not (len(bare) > 1 and takes_object):
            subject = fronted
        elif not spoken:
            if fronted is None and self._has_unknown_subject(chunks, k, verb):
                return {}
            if bare and not (len(bare) == 1 and not partners and self._is_object(verb, bare[0])):
                subject, bare = bare[0], bare[1:]
        people = (
            self._people.of_chunk(subject)
            if subject is not None
            else self._subjects.understood(chunks, k, verb)
        )
        if not people:
            return {}
        objects = partners or (bare[:1] if takes_object else [])
        if verb.sense == "meet":  # سنلتقي في مدينة
            objects = [c for c in objects if not is_of_places(c)]
        self._subjects.objects.update(c.start for c in objects)
        others = self._partners(chunks, k, verb, people, objects, after)
        if verb.sense == "talk" and not others and not self._are_several(verb, people, subject):
            return {}
        alone = len(people) == 1 and not others and subject is not fronted
        if alone and not (objects or verb.object) and self._may_lack_subject(verb, subject):
            others = list(people)
            people = self._subjects.understood(chunks, k, verb, others)
            self._subjects.objects.update(c.start for c in after if c is subject)
            if not people:
                return {}
        return self._with_roles(verb, people, others, after)

    @staticmethod
    def _is_of_one_person(chunk: Chunk) -> bool:
        return len(chunk.phrases) == 1 and chunk.phrases[0].number == "s"

    def _is_partner(self, verb: VerbForm, chunk: Chunk) -> bool:
        """«مع السفير», «بالسفير»: whom the subject met, told with a preposition."""
        if chunk.kind != "party" or is_of_places(chunk):
            return False
        taken = bool(chunk.prep) and chunk.prep in verb.takes
        return chunk.prep in _PARTNER or (taken and is_personal(chunk))

    def _bare(self, verb: VerbForm, after: Sequence[Chunk]) -> list[Chunk]:
        """The noun phrases without a preposition behind a verb: its subject and object."""
        bare = [
            c
            for n, c in enumerate(after)
            if c.kind in ("party", "sides") and not c.prep and not self._sides.is_leg(after, n)
        ]
        if verb.sense in ("receive", "visit"):
            bare += [c for c in after if c.kind == "place" and c.prep == ""]
        while len(bare) > 2 and self._is_title_of(bare[0], bare[1]):
            del bare[1]
        if len(bare) > 2 and self._is_first_title_of(*bare[:3]):
            del bare[0]
        return bare

    def _partners(
        self,
        chunks: Sequence[Chunk],
        k: int,
        verb: VerbForm,
        people: Sequence[Draft],
        objects: Sequence[Chunk],
        after: Sequence[Chunk],
    ) -> list[Draft]:
        """The other side of a verb: told by nouns, else by a pronoun (استقبله، بحث معه)."""
        others = [p for c in objects for p in self._people.of_chunk(c, people[0])]
        others = [p for p in others if p not in people]
        if others:
            return others
        if verb.object is not None:
            told = self._subjects.by_pronoun(chunks, k, verb.object)
            return [p for p in told if p not in people]
        partner = self._sides.partner_pronoun(after, "ب" in verb.takes)
        return list(self._subjects.by_pronoun(chunks, k, partner, people)) if partner else []

    @staticmethod
    def _are_several(verb: VerbForm, people: Sequence[Draft], subject: Chunk | None) -> bool:
        """Whether the subject is more than one: «سيستعرضه الكاتب والباحث سامي حداد» is not."""
        counterpart = subject is not None and subject.counterpart
        return verb.number != "s" or counterpart or all(p.named for p in people)

    def _with_roles(
        self,
        verb: VerbForm,
        people: Sequence[Draft],
        others: Sequence[Draft],
        after: Sequence[Chunk],
    ) -> dict[Draft, Role]:
        if verb.sense == "receive":
            guests = [p for p in others if is_guest(p)]
            return {people[0]: "host", **dict.fromkeys(guests, "guest")} if guests else {}
        if verb.sense == "visit":
            at_home = [c for c in after if c.kind == "party" and c.prep == "مقر"]
            hosts = [p for p in others if p.kind == "PERSON"] + list(self._sides.people_of(at_home))
            if people[0].kind == "PLACE":
                return {}
            return {**dict.fromkeys(people, "guest"), **dict.fromkeys(hosts, "host")}
        return dict.fromkeys([*people, *others], "party")

    def _has_unknown_subject(self, chunks: Sequence[Chunk], k: int, verb: VerbForm) -> bool:
        """«يستقبل الفرع الراغبين»: the noun behind the verb is who receives, not one before."""
        if verb.sense in ("visit", "talk") or verb.object or verb.number != "s":
            return False
        n = k + 1
        while n < len(chunks) and chunks[n].kind == "word" and self._is_definite(chunks[n]):
            n += 1
        return n > k + 1 and (n == len(chunks) or chunks[n].kind != "party" or bool(chunks[n].prep))

    def _is_definite(self, chunk: Chunk) -> bool:
        word = read_word(self._forms[chunk.start])
        return word.definite and not word.function

    @staticmethod
    def _may_lack_subject(verb: VerbForm, only: Chunk | None) -> bool:
        """«زار تونس والتقى الوزير»: one party cannot meet, so the subject is that before."""
        return (
            "" in verb.takes
            and verb.sense in ("meet", "receive")
            and verb.number == "s"
            and only is not None
            and not any(p.head in word_set("honorific_pronouns") for p in only.phrases)
        )

    def _is_object(self, verb: VerbForm, chunk: Chunk) -> bool:
        """Whether the only noun phrase after a verb is its object, the subject being understood."""
        if "" not in verb.takes:
            return False
        if verb.object is not None:
            return False  # «استقبله نظيره»: the pronoun is the object
        if chunk.counterpart and chunk.phrases[0].head == "نظير":
            return True
        phrase = chunk.phrases[0] if chunk.phrases else None
        if verb.sense == "visit" and phrase is not None and phrase.kind == "PLACE":
            return True
        if phrase is None or read_word(self._forms[phrase.first]).head:
            return False
        return phrase.kind == "PERSON" and phrase.gender != verb.gender

    def _is_first_title_of(self, title: Chunk, named: Chunk, guest: Chunk) -> bool:
        """«التقى المستشار بالديوان المشرف على المركز سامي حداد أمس السفير»: one man, two titles."""
        return (
            self._is_title_of(named, evolve(title, start=named.stop))
            and title.stop == named.start
            and self._forms[guest.start - 1] not in ("،", ",")
        )

    @staticmethod
    def _is_title_of(named: Chunk, title: Chunk) -> bool:
        """«استقبل سامي حداد وزير الدفاع، السفير»: one more office of the one before."""
        return (
            len(named.phrases) == len(title.phrases) == 1
            and named.stop == title.start
            and named.phrases[0].name is not None
            and title.phrases[0].name is None
            and title.phrases[0].kind == "PERSON"
            and not title.counterpart
        )
