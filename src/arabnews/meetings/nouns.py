"""The parties of a noun of meeting: its owners, partners, and those of the verb that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.types import Role
from ..names import Draft
from .bounds import Bounds
from .circumstances import is_purpose
from .clauses import Chunk
from .people import PartyFinder
from .sides import Sides, gathers, is_guest, is_one, is_personal
from .subjects import Subjects
from .triggers import NounForm, VerbForm, lemmas, words

_PARTNER = frozenset({"مع", "ومع"})
_BESIDE = ("place", "word")


class NounParties:
    """Reads the parties of the nouns of a sentence."""

    def __init__(
        self,
        forms: Sequence[str],
        people: PartyFinder,
        subjects: Subjects,
        sides: Sides,
        bounds: Bounds,
    ) -> None:
        self._forms = forms
        self._people = people
        self._subjects = subjects
        self._sides = sides
        self._bounds = bounds

    def parties(
        self, chunks: Sequence[Chunk], k: int, noun: NounForm, governor: int | None, right: int
    ) -> dict[Draft, Role]:
        """The parties with their roles; ``governor`` is the verb that holds the meeting."""
        after = chunks[k + 1 : right]
        gathered = governor is not None and gathers(chunks[governor])
        owners, partners = self.own_parties(chunks[k], after, gathered=gathered)
        if noun.sense == "visit":
            return self._parties_of_visit(chunks, k, governor, owners, after)
        subject: tuple[Draft, ...] = ()
        if noun.pronoun == "هما" or any(
            self._forms[c.start] in words("between_them") for c in after
        ):
            subject = self._people.last_two(chunks[:k])
        elif noun.pronoun is not None:
            subject = self._subjects.by_pronoun(chunks, k, noun.pronoun)
        elif (single := self._among(after)) is not None:
            subject = self._subjects.by_pronoun(chunks, k, single, self._sides.people_of(owners))
        elif gathered:
            pass
        elif (
            governor is not None
            and self._governs(chunks[governor], noun)
            and (not owners or self._is_of_one(chunks, k, owners))
        ):
            subject, beside = self._governing_parties(chunks, governor, k)
            partners = [*partners, *beside]
        elif owners and not partners and noun.proclitic[-1:] in ("ب", "ل") and not noun.definite:
            near = chunks[k - 1] if k else None  # قرار الرئيس بلقاء، استعداد الوزير للقاء
            if near is not None and near.kind == "party":
                subject = tuple(d for d in self._people.of_chunk(near) if d.kind != "PLACE")
            else:
                person = self._subjects.antecedent(chunks, k, None)
                subject = (person,) if person is not None else ()
        elif (
            partners
            and not owners
            and not noun.definite
            and (chunks[k].prep or noun.proclitic or self._forms[chunks[k].stop] in ("له", "لها"))
        ):
            subject = self._subject_of_clause(chunks, k)
        elif not (owners or partners or noun.definite) and chunks[k].prep in words("after_meeting"):
            subject = self._both(chunks[:k])
        people: list[Draft] = list(subject)
        for chunk in owners:
            group = self._people.group_of(chunk, chunks[:k])
            people += group or self._people.of_chunk(chunk, people[0] if people else None)
        first = people[0] if people else None
        for chunk in partners:
            group = self._people.group_of(chunk, chunks[:k])
            people += group or self._people.of_chunk(chunk, first)
        pronoun = self._sides.partner_pronoun(
            chunks[(k if governor is None else governor) + 1 : right]
        )
        if len(people) == 1 and pronoun is not None:
            people += self._subjects.by_pronoun(chunks, k, pronoun, people)
        return self._of_reception(chunks[k], list(dict.fromkeys(people)))

    def _both(self, before: Sequence[Chunk]) -> tuple[Draft, ...]:
        """«أكد الوزيران، خلال جلسة مباحثات», «أكد الوزير للسفير خلال لقاء»: who speaks to whom."""
        subject: Draft | None = None
        for n, chunk in enumerate(before):
            dual = len(chunk.phrases) == 1 and chunk.phrases[0].number == "d"
            if (dual or chunk.kind == "sides") and not chunk.prep:
                people = self._people.of_chunk(chunk)
                return people if len(people) == len(self._people.last_pair) else ()
            if subject is not None and chunk.kind == "party" and chunk.prep == "ل":
                addressed = self._people.of_chunk(chunk, subject)
                return (subject, *addressed) if all(map(is_one, addressed)) else ()
            subject = self._subjects.person_as_subject(before, n) or subject
        return ()

    def _of_reception(self, told: Chunk, people: Sequence[Draft]) -> dict[Draft, Role]:
        """The parties of a noun: the host first in استقباله السفير, last in «كان في استقباله»."""
        noun = told.noun
        if noun is None or noun.sense != "receive" or len(people) < 2:
            return dict.fromkeys(people, "party")
        first, *rest = people
        if not any(is_guest(d) for d in rest):
            return {}
        if told.prep == "في":
            return {first: "guest", **dict.fromkeys(rest, "host")}
        return {first: "host", **dict.fromkeys(rest, "guest")}

    def _among(self, after: Sequence[Chunk]) -> str | None:
        """«لقاء بينه وبين الوزير», «جلسة تجمعه بالوزير»: the pronoun for one of them."""
        for chunk in after:
            if gathers(chunk) and chunk.verb is not None and chunk.verb.object:
                return chunk.verb.object
            if self._forms[chunk.start] in words("between_him"):
                return "ها" if self._forms[chunk.start].endswith("ها") else "ه"
        return None

    @staticmethod
    def _is_of_one(chunks: Sequence[Chunk], k: int, owners: Sequence[Chunk]) -> bool:
        """«رفض الوزير لقاء السفير»: whom the subject was to meet, not who met."""
        noun = chunks[k].noun
        return (
            noun is not None
            and noun.lemma in ("لقاء", "استقبال")
            and not noun.proclitic
            and len(owners) == 1
            and not owners[0].prep
            and len(owners[0].phrases) == 1
        )

    def _subject_of_clause(self, chunks: Sequence[Chunk], k: int) -> tuple[Draft, ...]:
        """«إن الشركة في مفاوضات مع», «قال الوزير في لقاء مع»: who is in the meeting."""
        fronted = self._sides.fronted(chunks[self._bounds.left(chunks, k) : k])
        if fronted is not None:
            return self._people.of_chunk(fronted)
        person = self._subjects.antecedent(chunks, k, None)
        return (person,) if person is not None else ()

    def own_parties(
        self, told: Chunk, after: Sequence[Chunk], *, gathered: bool
    ) -> tuple[list[Chunk], list[Chunk]]:
        """The parties told by the noun's own complements: owners, and partners."""
        noun = told.noun
        assert noun is not None
        owners: list[Chunk] = []
        partners: list[Chunk] = []
        held_by_one = gathered  # جمع اللقاء الوزير والسفير
        # «كان في استقبال الملك في المطار، رئيس الحكومة»: who welcomes comes later
        welcomed = noun.sense == "receive" and told.prep == "في"
        received = False
        for n, chunk in enumerate(after):
            if chunk.verb is not None:
                attended = chunk.verb.lemma in lemmas("attending")
                gathered = gathers(chunk) or (chunk.verb.object is not None and not attended)
                received = chunk.verb.lemma == "تلقى"
                continue
            if received and chunk.kind == "party" and chunk.prep == "من":
                partners.append(chunk)  # في اتصال تلقاه من الأمين العام
                continue
            if chunk.kind == "mark" and held_by_one:
                gathered = True
            adjective = n == 0  # قمة ثنائية
            form = self._forms[chunk.start]
            if chunk.kind == "word" and not adjective and form not in words("prepositions"):
                gathered = False
            if chunk.kind not in ("party", "sides"):
                continue
            if chunk.prep == "بين":
                if not (partners or self._is_between_others(after[:n])):
                    owners.append(chunk)
            elif gathered and chunk.prep in ("", "ب"):
                owners.append(chunk)
            elif (
                (chunk.prep in _PARTNER and noun.sense != "receive")
                or (chunk.prep == "ب" and (is_personal(chunk) and self._takes_b(noun, after[:n])))
                or (
                    chunk.prep == "ل"
                    and owners
                    and noun.sense in ("call", "receive")
                    and not partners
                )
            ):
                partners.append(chunk)
            elif (
                chunk.prep == "ل"
                and not owners
                and not noun.definite
                and (self._only_words(after[:n]))
            ):
                owners.append(chunk)
            elif (
                not chunk.prep
                and not owners
                and self._only_words(after[:n])
                and (not noun.definite or noun.pronoun is not None)
                and n == 0
            ):
                (partners if noun.pronoun is not None else owners).append(chunk)
            elif (
                not chunk.prep
                and not partners
                and (noun.pronoun is not None or (welcomed and owners))
                and all(
                    c.kind in ("time", "mark") or (welcomed and (c.kind in _BESIDE or c in owners))
                    for c in after[:n]
                )
            ):
                partners.append(chunk)
        return owners, partners

    def _is_between_others(self, between: Sequence[Chunk]) -> bool:
        """«اجتماع لتعزيز العلاقات بين البلدين»: between whom the matter is, not the meeting.

        «جرى خلاله استعراض العلاقات بين الجانبين»
        """
        forms = (self._forms[chunk.start] for chunk in between if chunk.kind == "word")
        return any(
            form in words("about") | words("talk") | words("relations") or is_purpose(form)
            for form in forms
        )

    def _takes_b(self, noun: NounForm, between: Sequence[Chunk]) -> bool:
        return noun.sense in ("meet", "speak", "call", "summit") and self._only_words(between)

    @staticmethod
    def _only_words(between: Sequence[Chunk]) -> bool:
        return all(c.kind in ("word", "time") for c in between)

    def _parties_of_visit(
        self,
        chunks: Sequence[Chunk],
        k: int,
        governor: int | None,
        owners: Sequence[Chunk],
        after: Sequence[Chunk],
    ) -> dict[Draft, Role]:
        noun, told = chunks[k].noun, chunks[k]
        assert noun is not None
        held = governor is not None and self._governs(chunks[governor], noun)
        guests: tuple[Draft, ...]
        if noun.pronoun is not None:
            guests = self._subjects.by_pronoun(chunks, k, noun.pronoun)
        else:
            guests = self._sides.people_of([c for c in owners if not c.prep])
            guests = tuple(d for d in guests if d.kind != "PLACE") or self._doing(after)
        told_of = held or noun.proclitic == "ب" or told.prep == "في"
        if not guests and not noun.definite and told_of:
            guests = self._visiting(chunks, k)
        if not guests:
            return {}
        hosts = self._sides.inviters(after) or self._sides.inviters(chunks[:k])
        return {**dict.fromkeys(guests, "guest"), **hosts}

    def _doing(self, after: Sequence[Chunk]) -> tuple[Draft, ...]:
        """«زيارة سيقوم بها الرئيس»: the subject of the relative clause."""
        for n, chunk in enumerate(after):
            if chunk.verb is not None and chunk.verb.lemma == "قام":
                behind = [c for c in after[n + 1 :] if c.kind == "party" and not c.prep]
                return self._sides.people_of(behind[:1])
        return ()

    def _visiting(self, chunks: Sequence[Chunk], k: int) -> tuple[Draft, ...]:
        """«قام الرئيس بزيارة», «وصل الرئيس في زيارة»: the subject of the clause, a person."""
        for n in range(k - 1, -1, -1):
            if chunks[n].kind in ("that", "break", "relative"):
                break
            person = self._subjects.person_as_subject(chunks, n)
            if person is not None:
                return (person,)
        return ()

    @staticmethod
    def _governs(chunk: Chunk, noun: NounForm) -> bool:
        use = chunk.verb.use if chunk.verb is not None else None
        return use == "holding" or (use == "status" and not noun.definite)

    def _decides(self, chunks: Sequence[Chunk], governor: int, k: int) -> bool:
        """Whether a verb is about the meeting, not about some other noun before it."""
        between = [self._forms[c.start] for c in chunks[governor + 1 : k] if c.kind == "word"]
        return all(
            form in words("prepositions")
            or form in words("steps")
            or (before in words("steps") and form.endswith("ا"))  # طلبا أميركيا للقاء
            for before, form in zip(["", *between], between, strict=False)
        )

    def _governing_parties(
        self, chunks: Sequence[Chunk], governor: int, k: int
    ) -> tuple[tuple[Draft, ...], list[Chunk]]:
        """Subject and partner told with the verb that holds the meeting."""
        verb = chunks[governor].verb
        assert verb is not None
        between = chunks[governor + 1 : k]
        if verb.lemma in lemmas("hosting") | lemmas("mediating"):
            return (), []
        bare = [c for c in between if c.kind in ("party", "sides") and not c.prep]
        partners = [c for c in between if c.kind == "party" and c.prep in _PARTNER]
        if verb.lemma == "دعا":  # who is called to it
            partners += bare[1:2]
        if verb.lemma == "تلقى":  # the other calls: تلقى اتصالا من
            after = chunks[k + 1 : self._bounds.noun_right(chunks, k)]
            partners += [c for c in after if c.kind == "party" and c.prep == "من"]
        if verb.status is not None:
            partners += [
                c
                for c in between
                if c.kind == "party" and c.prep in ("علي", "الي") and c.counterpart
            ]
        if bare:
            return self._people.of_chunk(bare[0]), partners
        fronted = self._sides.fronted(chunks[self._bounds.left(chunks, governor) : governor])
        if fronted is not None:
            return self._people.of_chunk(fronted), partners
        return self._subjects.understood(chunks, governor, verb), partners

    def governor(self, chunks: Sequence[Chunk], k: int) -> int | None:
        """The verb that holds the meeting or decides on it, before its noun in the clause."""
        for n in range(k - 1, -1, -1):
            chunk = chunks[n]
            if chunk.kind in ("break", "that", "relative", "other verb", "noun"):
                return None
            if chunk.verb is not None:
                governs = chunk.verb.use != "trigger" and (
                    chunk.verb.use != "status" or self._decides(chunks, n, k)
                )
                return n if governs and self._is_of_its_own(chunk.verb, chunks[k]) else None
        return None

    def _is_of_its_own(self, verb: VerbForm, noun: Chunk) -> bool:
        """«شارك الوزيران في اجتماع ثنائي», not in one of a body or of others."""
        following = self._forms[noun.stop : noun.stop + 1]
        return verb.lemma not in lemmas("sharing") or any(
            form in words("bilateral") for form in following
        )
