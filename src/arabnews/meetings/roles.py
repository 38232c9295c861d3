"""What one mention of a meeting tells: who, when, where, on what occasion, whether it happened.

Verbs take their parties from subject, object and مع; nouns from the construct, بين, مع and ل, from
the verb that holds the meeting (أجرى محادثات) and from the pronoun joined to them (لقاؤه).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import Factory, define

from ..model import Phrase, Span, TimeExpression
from ..model.types import Format, Role, Status
from ..names import Draft, Names
from ..names.words import read_word
from ..text import Page, fold
from .circumstances import Circumstances
from .clauses import Chunk, ClauseReader
from .people import PartyFinder
from .triggers import (
    NounForm,
    Sense,
    VerbForm,
    gathering,
    of_matches_too,
    status_words,
    words,
)

_PARTNER = frozenset({"مع", "ومع"})
_NEIGHBOURS = 3
_AROUND = 20
_LONGEST = 400


@define
class Telling:
    """One mention of a meeting.

    ``parties`` are entities in the making with their roles. ``status`` is None where the words do
    not tell it. ``again`` marks another meeting than the one before (اجتماعا آخر), ``definite`` a
    noun that can refer back (اللقاء), ``same`` a clause that says how one just told of came about.
    """

    span: Span
    sense: Sense
    definite: bool
    parties: dict[Draft, Role] = Factory(dict)
    status: Status | None = None
    future: bool = False
    format: Format | None = None
    time: TimeExpression | None = None
    place: Phrase | None = None
    occasion: Phrase | None = None
    duration: TimeExpression | None = None
    topics: tuple[Phrase, ...] = ()
    again: bool = False
    headline: bool = False
    earlier: bool = False
    same: bool = False


class TellingReader:
    """Reads the mentions of meetings of a page, sentence by sentence, in order."""

    def __init__(
        self,
        page: Page,
        names: Names,
        times: Sequence[TimeExpression],
        published: date | None,
    ) -> None:
        self._page = page
        self._forms = names.reader.forms
        self._clauses = ClauseReader(page, names.reader, names.table, times)
        self._people = PartyFinder(names.reader, names.table)
        self._around = Circumstances(page, names.reader, published)
        self._subject: Draft | None = None
        self._before: Telling | None = None  # the mention before in the same sentence

    def read(self, sentences: Sequence[range], headlines: Sequence[bool]) -> Iterator[Telling]:
        """The mentions of the sentences, in order; ``headlines`` tells which are headlines."""
        # a page without stops is cut up, so that looking back stays short
        pieces = [
            (range(at, min(at + _LONGEST, sentence.stop)), headline)
            for sentence, headline in zip(sentences, headlines, strict=True)
            for at in range(sentence.start, sentence.stop, _LONGEST)
        ]
        told = [self._clauses.tells(piece) for piece, _ in pieces]
        read = [  # what stands before may have the subject
            self._clauses.chunks(piece) if any(told[n : n + _NEIGHBOURS]) else []
            for n, (piece, _) in enumerate(pieces)
        ]
        self._people.learn_counterparts(read)
        for chunks, (_, headline) in zip(read, pieces, strict=True):
            yield from self._of_sentence(chunks, headline=headline)

    def _of_sentence(self, chunks: Sequence[Chunk], *, headline: bool) -> Iterator[Telling]:
        self._before = None
        told = False
        visited: Phrase | None = None
        for k, chunk in enumerate(chunks):
            telling = None
            if chunk.noun is not None:
                telling = self._of_noun(chunks, k, chunk.noun)
            elif chunk.verb is not None and chunk.verb.use == "trigger":
                telling = self._of_verb(chunks, k, chunk.verb, headline=headline)
            elif chunk.verb is not None and told and self._goes_on(chunks, k):
                telling = Telling(self._span(chunk), "meet", True)
                self._tell_circumstances(telling, chunks, k, k, self._clause_right(chunks, k))
            if telling is None or self._is_sport(chunks, k, telling):
                continue
            told = True
            telling.headline = headline
            telling.earlier = any(c.kind == "was" for c in chunks[:k])
            if telling.sense == "visit":
                visited = telling.place or visited
            elif telling.parties and telling.place is None:
                telling.place = visited  # «زار مسقط واجتمع مع الوزير»
            if len(telling.parties) > 1:
                self._before = telling
            if len(telling.parties) == 2:
                self._people.last_pair = tuple(telling.parties)
            yield telling
        self._subject = self._subject_of(chunks) or self._subject

    def _goes_on(self, chunks: Sequence[Chunk], k: int) -> bool:
        """«تقارير عن أنه قد يتم في مايو»: more of the meeting just told of, by a pronoun."""
        verb = chunks[k].verb
        assert verb is not None
        if verb.use not in ("happening", "lasting") or verb.number != "s":
            return False
        n = k - 1
        while n >= 0 and self._forms[chunks[n].start] == "قد":
            n -= 1
        following = [c for c in chunks[k + 1 : k + 3] if c.kind in ("time", "place")]
        return (
            n >= 0
            and bool(following)
            and chunks[n].kind == "that"
            and (self._forms[chunks[n].start].endswith("نه"))
        )

    def _is_sport(self, chunks: Sequence[Chunk], k: int, telling: Telling) -> bool:
        """Whether teams meet: a match is no meeting, and neither is what is told around one."""
        word = chunks[k].noun or chunks[k].verb
        if word is None or word.lemma not in of_matches_too():
            return False
        if any(
            d.head in words("teams") or (d.head == "لاعب" and d.number == "s" and not d.named)
            for d in telling.parties
        ):
            return True
        persons = [d for d in telling.parties if d.kind == "PERSON" and (d.titles or d.named)]
        around = self._forms[max(0, chunks[k].start - _AROUND) : chunks[k].stop + _AROUND]
        matches = any(form in words("sport") for form in around)
        return matches and (len(persons) < 2 or telling.sense == "receive")

    # verbs

    def _of_verb(
        self, chunks: Sequence[Chunk], k: int, verb: VerbForm, *, headline: bool
    ) -> Telling | None:
        left, right = self._clause_left(chunks, k), self._clause_right(chunks, k)
        before, after = chunks[left:k], chunks[k + 1 : right]
        if self._is_denied(chunks, k):
            return None
        format_ = self._around.format(chunks[k + 1 : right])
        if verb.sense == "speak" and format_ is None:
            return None
        parties = self._parties_of_verb(chunks, k, verb, before, after)
        if verb.sense == "visit":
            parties |= self._inviters(after)
        if len(parties) < 2 and (verb.sense in ("talk", "speak", "call") or not parties):
            return None
        sense: Sense = "call" if verb.sense == "speak" else verb.sense or "meet"
        told = Telling(self._span(chunks[k]), sense, False, parties)
        told.format = format_ or ("phone" if sense == "call" else None)
        self._tell_circumstances(told, chunks, k, left, right)
        expected = self._is_expected(chunks, left, k)
        told.status, told.future = self._status_of_verb(verb, told.time, expected, headline)
        return told

    def _parties_of_verb(
        self,
        chunks: Sequence[Chunk],
        k: int,
        verb: VerbForm,
        before: Sequence[Chunk],
        after: Sequence[Chunk],
    ) -> dict[Draft, Role]:
        bare = [c for c in after if c.kind in ("party", "sides") and not c.prep]
        partners = [
            c
            for c in after
            if c.kind == "party"
            and not all(p.kind == "PLACE" for p in c.phrases)
            and (c.prep in _PARTNER or (c.prep in verb.takes and c.prep and self._is_personal(c)))
        ]
        if verb.sense in ("receive", "visit"):
            bare += [c for c in after if c.kind == "place" and c.prep == ""]
        while len(bare) > 2 and self._is_title_of(bare[0], bare[1]):
            del bare[1]
        fronted = self._fronted(before)
        subject: Chunk | None = None
        people: tuple[Draft, ...] = ()
        takes_object = "" in verb.takes
        if fronted is not None and not (len(bare) > 1 and takes_object):
            subject = fronted
        elif bare and not (len(bare) == 1 and not partners and self._is_object(verb, bare[0])):
            subject, bare = bare[0], bare[1:]
        if subject is not None:
            people = self._people.of_chunk(subject)
        else:
            people = self._understood(chunks, k, verb)
        if not people:
            return {}
        objects = partners or (bare[:1] if takes_object else [])
        others = [
            p for c in objects for p in self._people.of_chunk(c, people[0]) if p not in people
        ]
        partner = self._partner_pronoun(verb, after)
        if verb.object is not None and not others:
            others = [p for p in self._by_pronoun(chunks, k, verb.object) if p not in people]
        elif partner is not None and not others:
            others = list(self._by_pronoun(chunks, k, partner, people))
        alone = len(people) == 1 and not others and subject is not None and subject is not fronted
        if alone and not (objects or verb.object) and self._may_lack_subject(verb, subject):
            understood = self._understood(chunks, k, verb, people)
            people, others = understood, list(people) if understood else []
            if not people:
                return {}
        if verb.sense == "receive":
            guests = [p for p in others if self._is_guest(p)]
            return {people[0]: "host", **dict.fromkeys(guests, "guest")} if guests else {}
        if verb.sense == "visit":
            hosts = [p for p in others if p.kind == "PERSON"]
            if people[0].kind == "PLACE":
                return {}
            return {people[0]: "guest", **dict.fromkeys(hosts, "host")}
        return dict.fromkeys([*people, *others], "party")

    def _partner_pronoun(self, verb: VerbForm, after: Sequence[Chunk]) -> str | None:
        """«اجتمع بها», «بحث معه»: the pronoun that stands for the partner."""
        for chunk in after[:_NEIGHBOURS]:
            form = self._forms[chunk.start]
            for pronoun in ("ها", "ه"):
                stem = form.removesuffix(pronoun)
                if stem != form and (stem == "مع" or (stem == "ب" and "ب" in verb.takes)):
                    return pronoun
        return None

    @staticmethod
    def _is_guest(party: Draft) -> bool:
        return party.kind in ("PERSON", "GROUP") or fold(party.head) in words("delegations")

    @staticmethod
    def _may_lack_subject(verb: VerbForm, only: Chunk | None) -> bool:
        """«زار تونس والتقى الوزير»: one party cannot meet, so the subject is that before."""
        return (
            "" in verb.takes
            and verb.sense in ("meet", "receive")
            and verb.number == "s"
            and only is not None
            and not any(p.head in words("honoured") for p in only.phrases)
        )

    def _is_object(self, verb: VerbForm, chunk: Chunk) -> bool:
        """Whether the only noun phrase after a verb is its object, the subject being understood."""
        if "" not in verb.takes:
            return False
        if chunk.counterpart and chunk.phrases[0].head == "نظير":
            return True
        phrase = chunk.phrases[0] if chunk.phrases else None
        if verb.sense == "visit" and phrase is not None and phrase.kind == "PLACE":
            return True
        if phrase is None or read_word(self._forms[phrase.first]).head:
            return False
        return phrase.kind == "PERSON" and phrase.gender != verb.gender

    def _fronted(self, before: Sequence[Chunk]) -> Chunk | None:
        """A subject before its verb: إن الرئيس سيلتقي, الرئيس يستقبل."""
        for chunk in before:
            place = len(chunk.phrases) == 1 and chunk.phrases[0].kind == "PLACE"
            if chunk.kind in ("party", "sides") and not chunk.prep and not place:
                return chunk
        return None

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

    def _inviters(self, after: Sequence[Chunk]) -> dict[Draft, Role]:
        """«تلبية لدعوة من الملك»: who invites is the host."""
        for n, chunk in enumerate(after):
            if self._forms[chunk.start] in words("invitation"):
                for other in after[n + 1 : n + 1 + _NEIGHBOURS]:
                    if other.kind == "party" and other.prep in ("", "من"):
                        return dict.fromkeys(self._people.of_chunk(other), "host")
        return {}

    def _status_of_verb(
        self, verb: VerbForm, time: TimeExpression | None, expected: bool, headline: bool
    ) -> tuple[Status | None, bool]:
        if verb.tense == "future" or expected:
            return "planned", True
        if verb.tense == "past":
            return "held", False
        if self._around.is_future(time, or_today=not headline):
            return "planned", True
        return None, not headline

    # nouns

    def _of_noun(self, chunks: Sequence[Chunk], k: int, noun: NounForm) -> Telling | None:
        right = self._noun_right(chunks, k)
        governor = self._governor(chunks, k)
        left = governor if governor is not None else self._clause_left(chunks, k)
        if self._is_denied(chunks, k):
            return None
        format_ = self._around.format(chunks[max(left, k - 2) : right])
        if noun.sense == "speak" and format_ is None and self._is_call(chunks, governor, noun):
            format_ = "phone"
        if noun.sense == "speak" and format_ is None:
            return Telling(self._span(chunks[k]), "call", True) if noun.definite else None
        parties = self._parties_of_noun(chunks, k, noun, governor, right)
        sense: Sense = "call" if noun.sense == "speak" else noun.sense
        told = Telling(
            self._span(chunks[k]),
            sense,
            noun.definite
            or self._has_article_after(chunks, k)
            or (
                noun.proclitic.endswith("ل")
                and noun.lemma.startswith("ل")  # للقاء is ل + اللقاء too
            ),
            parties,
        )
        told.format = format_ or ("phone" if sense == "call" else None)
        self._tell_circumstances(told, chunks, k, left, right)
        told.same = any(self._forms[c.start] in words("that_came") for c in chunks[left:k])
        told.status = self._status_of_noun(chunks, k, governor, right, told.time)
        told.future = told.status == "planned"
        if (
            not parties
            and not told.definite
            and self._before is not None
            and (chunks[k].prep in words("after_meeting"))
        ):  # «اجتمع بنظيره بعد لقاء قصير»: another meeting of the same two
            told.parties, told.again = dict(self._before.parties), True
        if sense in ("visit", "summit") and len(parties) < 2 and not (told.definite or parties):
            return None
        return told

    @staticmethod
    def _is_call(chunks: Sequence[Chunk], governor: int | None, noun: NounForm) -> bool:
        """«أجرى اتصالا برئيس الوزراء»: by telephone even if nothing says so."""
        verb = chunks[governor].verb if governor is not None else None
        return verb is not None and not noun.plural and fold(verb.lemma) in words("calling")

    def _parties_of_noun(
        self, chunks: Sequence[Chunk], k: int, noun: NounForm, governor: int | None, right: int
    ) -> dict[Draft, Role]:
        after = chunks[k + 1 : right]
        gathers = governor is not None and self._gathers(chunks[governor])
        owners, partners = self._own_parties(noun, after, gathers=gathers)
        if noun.sense == "visit":
            return self._parties_of_visit(chunks, k, noun, owners, after)
        subject: tuple[Draft, ...] = ()
        if noun.pronoun == "هما" or any(
            self._forms[c.start] in words("between_them") for c in after
        ):
            subject = self._people.last_two(chunks[:k])
        elif noun.pronoun is not None:
            subject = self._by_pronoun(chunks, k, noun.pronoun)
        elif (single := self._among(after)) is not None:
            subject = self._by_pronoun(chunks, k, single, self._people_of(owners))
        elif gathers:
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
            if near is not None and near.kind in ("party", "place"):
                subject = tuple(d for d in self._people.of_chunk(near) if d.kind != "PLACE")
            else:
                person = self._antecedent(chunks, k, None)
                subject = (person,) if person is not None else ()
        elif (
            partners
            and not owners
            and not noun.definite
            and (chunks[k].prep or noun.proclitic or self._forms[chunks[k].stop] in ("له", "لها"))
        ):
            subject = self._subject_of_clause(chunks, k)
        people: list[Draft] = list(subject)
        for chunk in owners:
            group = self._people.group_of(chunk, chunks[:k])
            people += group or self._people.of_chunk(chunk, people[0] if people else None)
        first = people[0] if people else None
        for chunk in partners:
            group = self._people.group_of(chunk, chunks[:k])
            people += group or self._people.of_chunk(chunk, first)
        distinct = list(dict.fromkeys(people))
        if noun.sense == "receive" and len(distinct) > 1:
            if not any(self._is_guest(d) for d in distinct[1:]):
                return {}
            if chunks[k].prep == "في":  # كان في استقباله الوزير: he is the guest
                return {distinct[0]: "guest", **dict.fromkeys(distinct[1:], "host")}
            return {distinct[0]: "host", **dict.fromkeys(distinct[1:], "guest")}
        return dict.fromkeys(distinct, "party")

    def _among(self, after: Sequence[Chunk]) -> str | None:
        """«لقاء بينه وبين الوزير», «جلسة تجمعه بالوزير»: the pronoun for one of them."""
        for chunk in after:
            if self._gathers(chunk) and chunk.verb is not None and chunk.verb.object:
                return chunk.verb.object
            if self._forms[chunk.start] in words("between_him"):
                return "ها" if self._forms[chunk.start].endswith("ها") else "ه"
        return None

    def _people_of(self, chunks: Sequence[Chunk]) -> tuple[Draft, ...]:
        return tuple(d for c in chunks for d in self._people.of_chunk(c))

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
        fronted = self._fronted(chunks[self._clause_left(chunks, k) : k])
        if fronted is not None:
            return self._people.of_chunk(fronted)
        person = self._antecedent(chunks, k, None)
        return (person,) if person is not None else ()

    def _own_parties(
        self, noun: NounForm, after: Sequence[Chunk], *, gathers: bool
    ) -> tuple[list[Chunk], list[Chunk]]:
        """The parties told by the noun's own complements: owners, and partners."""
        owners: list[Chunk] = []
        partners: list[Chunk] = []
        gathered = gathers
        received = False
        for n, chunk in enumerate(after):
            if chunk.verb is not None:
                gathered = self._gathers(chunk) or chunk.verb.object is not None
                received = chunk.verb.lemma == "تلقى"
                continue
            if received and chunk.kind == "party" and chunk.prep == "من":
                partners.append(chunk)  # في اتصال تلقاه من الأمين العام
                continue
            if chunk.kind == "mark" and gathers:
                gathered = True
            if chunk.kind == "word" and self._forms[chunk.start] not in words("prepositions"):
                gathered = False
            if chunk.kind not in ("party", "sides"):
                continue
            if chunk.prep == "بين" or (gathered and chunk.prep in ("", "ب")):
                owners.append(chunk)
            elif (
                (chunk.prep in _PARTNER and noun.sense != "receive")
                or (
                    chunk.prep == "ب"
                    and (self._is_personal(chunk) and self._takes_b(noun, after[:n]))
                )
                or (chunk.prep == "ل" and owners and noun.sense == "call" and not partners)
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
                and noun.pronoun is not None
                and not partners
                and all(c.kind in ("time", "mark") for c in after[:n])
            ):
                partners.append(chunk)
        return owners, partners

    @staticmethod
    def _gathers(chunk: Chunk) -> bool:
        return chunk.verb is not None and chunk.verb.lemma in gathering()

    def _takes_b(self, noun: NounForm, between: Sequence[Chunk]) -> bool:
        return noun.sense in ("meet", "speak", "call", "summit") and self._only_words(between)

    @staticmethod
    def _only_words(between: Sequence[Chunk]) -> bool:
        return all(c.kind in ("word", "time") for c in between)

    def _parties_of_visit(
        self,
        chunks: Sequence[Chunk],
        k: int,
        noun: NounForm,
        owners: Sequence[Chunk],
        after: Sequence[Chunk],
    ) -> dict[Draft, Role]:
        if noun.pronoun is not None:
            guests = self._by_pronoun(chunks, k, noun.pronoun)
        else:
            guests = tuple(
                d
                for c in owners
                if c.prep == ""
                for d in self._people.of_chunk(c)
                if d.kind != "PLACE"
            )
        if not guests:
            return {}
        return {**dict.fromkeys(guests, "guest"), **self._inviters(after)}

    @staticmethod
    def _governs(chunk: Chunk, noun: NounForm) -> bool:
        use = chunk.verb.use if chunk.verb is not None else None
        return use == "holding" or (use == "status" and not noun.definite)

    def _decides(self, chunks: Sequence[Chunk], governor: int, k: int) -> bool:
        """Whether a verb is about the meeting, not about some other noun before it."""
        return all(
            c.kind != "word" or self._forms[c.start] in words("prepositions") | words("steps")
            for c in chunks[governor + 1 : k]
        )

    def _governing_parties(
        self, chunks: Sequence[Chunk], governor: int, k: int
    ) -> tuple[tuple[Draft, ...], list[Chunk]]:
        """Subject and partner told with the verb that holds the meeting."""
        verb = chunks[governor].verb
        assert verb is not None
        between = chunks[governor + 1 : k]
        bare = [c for c in between if c.kind in ("party", "sides") and not c.prep]
        partners = [c for c in between if c.kind == "party" and c.prep in _PARTNER]
        if verb.lemma == "تلقى":  # the other calls: تلقى اتصالا من
            after = chunks[k + 1 : self._noun_right(chunks, k)]
            partners += [c for c in after if c.kind == "party" and c.prep == "من"]
        if verb.status is not None:
            partners += [
                c
                for c in between
                if c.kind == "party" and c.prep in ("علي", "الي") and c.counterpart
            ]
        if bare:
            return self._people.of_chunk(bare[0]), partners
        fronted = self._fronted(chunks[self._clause_left(chunks, governor) : governor])
        if fronted is not None:
            return self._people.of_chunk(fronted), partners
        return self._understood(chunks, governor, verb), partners

    def _status_of_noun(
        self,
        chunks: Sequence[Chunk],
        k: int,
        governor: int | None,
        right: int,
        time: TimeExpression | None,
    ) -> Status | None:
        governing = chunks[governor].verb if governor is not None else None
        following = [c.verb for c in chunks[k + 1 : right + 1] if c.verb is not None]
        for verb in following:
            if verb.status in ("cancelled", "postponed"):
                return verb.status
        if governing is not None and governing.status in ("cancelled", "postponed", "refused"):
            return governing.status
        told = self._status_by_words(chunks, k)
        if told in (None, "held"):
            told = self._status_of_holding(following) or told
        if told is None and governor is not None and governing is not None:
            told = self._status_of_governor(chunks, governor, governing)
        if told is None and self._around.is_future(time, or_today=False):
            told = "planned"
        return told

    @staticmethod
    def _status_of_holding(verbs: Sequence[VerbForm]) -> Status | None:
        """«الاجتماع الذي سيعقد», «اللقاء الذي استمر ساعة»."""
        held: Status | None = None
        for verb in verbs:
            if verb.number == "d":
                continue
            if verb.use in ("holding", "happening", "lasting") and verb.tense == "future":
                return "planned"
            if verb.use in ("holding", "lasting") and verb.tense == "past":
                held = "held"
        return held

    def _status_of_governor(
        self, chunks: Sequence[Chunk], governor: int, verb: VerbForm
    ) -> Status | None:
        if verb.status is not None:
            return verb.status
        if verb.tense == "future" or self._is_expected(
            chunks, self._clause_left(chunks, governor), governor
        ):
            return "planned"
        if verb.tense == "past":
            return "held"
        return "ongoing" if verb.lemma == "جرى" else None

    def _status_by_words(self, chunks: Sequence[Chunk], k: int) -> Status | None:
        known = status_words()
        noun = chunks[k].noun
        assert noun is not None
        stop = chunks[k].stop
        before = [self._forms[c.start] for c in chunks[max(0, k - _NEIGHBOURS) : k]]
        for form in reversed(before):
            for read in (form, form[1:] if form[0] in "وف" else form):
                if read in known:
                    return known[read]
        for form in self._forms[stop : stop + _NEIGHBOURS]:
            if form in words("prepositions"):
                continue  # قبل tells of the noun after it
            if (form in known and known[form] != "held") or (
                form in known and form.startswith("ال")
            ):
                return known[form]
        return None

    # clauses

    def _governor(self, chunks: Sequence[Chunk], k: int) -> int | None:
        """The verb that holds the meeting or decides on it, before its noun in the clause."""
        for n in range(k - 1, -1, -1):
            chunk = chunks[n]
            if chunk.kind in ("break", "that", "relative", "other verb", "noun"):
                return None
            if chunk.verb is not None:
                governs = chunk.verb.use != "trigger" and (
                    chunk.verb.use != "status" or self._decides(chunks, n, k)
                )
                return n if governs else None
        return None

    @staticmethod
    def _clause_left(chunks: Sequence[Chunk], k: int) -> int:
        for n in range(k - 1, -1, -1):
            if chunks[n].kind in ("break", "that", "relative", "other verb", "verb", "noun"):
                return n + (chunks[n].kind in ("break", "that", "relative"))
        return 0

    def _clause_right(self, chunks: Sequence[Chunk], k: int) -> int:
        for n in range(k + 1, len(chunks)):
            chunk = chunks[n]
            if chunk.kind in ("break", "that", "relative", "other verb", "verb"):
                return n
            if chunk.noun is not None and (
                chunk.prep in words("after_meeting") or chunk.noun.pronoun is not None
            ):
                return n
        return len(chunks)

    def _noun_right(self, chunks: Sequence[Chunk], k: int) -> int:
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

    def _is_denied(self, chunks: Sequence[Chunk], k: int) -> bool:
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

    def _is_expected(self, chunks: Sequence[Chunk], left: int, k: int) -> bool:
        """«من المقرر أن يلتقي», «سوف يلتقي»."""
        start = max(0, left - _NEIGHBOURS)
        return any(self._forms[c.start] in words("expected") for c in chunks[start:k])

    def _has_article_after(self, chunks: Sequence[Chunk], k: int) -> bool:
        """Whether a noun is made definite by the name after it: اجتماع حداد."""
        return k + 1 < len(chunks) and chunks[k + 1].kind == "party" and not chunks[k + 1].prep

    def _tell_circumstances(
        self, told: Telling, chunks: Sequence[Chunk], k: int, left: int, right: int
    ) -> None:
        if len(told.parties) > 1:
            for chunk in chunks[k + 1 : right]:
                if chunk.kind == "party" and chunk.prep in words("mediation"):
                    for mediator in self._people.of_chunk(chunk):
                        told.parties.setdefault(mediator, "mediator")
        around = self._around
        told.time = around.time(chunks, k, left, right)
        told.place = around.place(chunks, k, left, right, visited=told.sense == "visit")
        told.occasion = around.occasion(chunks[left:right])
        told.duration = around.duration(chunks[left:right])
        told.topics = around.topics(chunks[k + 1 : right + 1])
        told.again = any(
            self._forms[i] in words("another")
            for c in chunks[max(0, k - 1) : k]
            for i in range(c.start, c.stop)
        ) or any(f in words("another") for f in self._forms[chunks[k].stop : chunks[k].stop + 2])

    def _span(self, chunk: Chunk) -> Span:
        return self._page.span(chunk.start, chunk.stop)

    # the subject a pronoun or a verb without one refers to

    def _understood(
        self, chunks: Sequence[Chunk], k: int, verb: VerbForm, but: Sequence[Draft] = ()
    ) -> tuple[Draft, ...]:
        """The subject that is only in the verb, by its number."""
        if verb.number == "d":
            return self._people.last_two(chunks[:k])
        if verb.number == "p":
            for chunk in reversed(chunks[:k]):
                if chunk.kind == "party" and (
                    len(chunk.phrases) > 1 or chunk.phrases[0].number == "p"
                ):
                    return self._people.of_chunk(chunk)
            return ()
        person = self._antecedent(chunks, k, verb.gender, but)
        if person is None and verb.gender == "f" and self._is_quoted(chunks[k].start):
            person = self._subject  # «اجتمعت» of a man who speaks
        return (person,) if person is not None else ()

    def _is_quoted(self, at: int) -> bool:
        return any(q.first < at < q.last for q in self._page.quotations)

    def _by_pronoun(
        self, chunks: Sequence[Chunk], k: int, pronoun: str, but: Sequence[Draft] = ()
    ) -> tuple[Draft, ...]:
        """Whom ه or ها stands for; of هم nobody knows whom it counts in."""
        if pronoun not in ("ه", "ها"):
            return ()
        person = self._antecedent(chunks, k, "f" if pronoun == "ها" else "m", but)
        return (person,) if person is not None else ()

    def _antecedent(
        self, chunks: Sequence[Chunk], k: int, gender: str | None, but: Sequence[Draft] = ()
    ) -> Draft | None:
        """The person told before, a subject rather than another one; none of ``but``."""
        fallback: Draft | None = None
        for n in range(k - 1, -1, -1):
            person = self._person(chunks[n], gender)
            if fallback is None and not but and self._is_body(chunks, n, gender):
                return None  # «قال المكتب إنه ناقش»
            if person is None or person in but or not (person.named or person.definite):
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
        if self._subject is not None and gender in (None, self._subject.gender):
            return self._subject if self._subject not in but else None
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

    @staticmethod
    def _is_subject(chunks: Sequence[Chunk], n: int) -> bool:
        if chunks[n].prep:
            return False
        return n == 0 or chunks[n - 1].kind in ("verb", "other verb", "that", "was", "break")

    def _subject_of(self, chunks: Sequence[Chunk]) -> Draft | None:
        for n, chunk in enumerate(chunks):
            if self._is_subject(chunks, n):
                person = self._person(chunk, None)
                if person is not None:
                    return person
        return None

    @staticmethod
    def _is_personal(chunk: Chunk) -> bool:
        """Whether persons are meant, not a body or a place: with ب these are where one met."""
        return all(
            p.kind in ("PERSON", "GROUP") or fold(p.head) in words("bodies") for p in chunk.phrases
        )
