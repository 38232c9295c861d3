"""What one mention of a meeting tells: who, when, where, on what occasion, whether it happened.

Verbs take their parties from subject, object and مع; nouns from the construct, بين, مع and ل, from
the verb that holds the meeting (أجرى محادثات) and from the pronoun joined to them (لقاؤه).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import Factory, define, evolve

from ..model import Phrase, Span, TimeExpression
from ..model.types import Format, Role, Status
from ..names import Draft, Names
from ..names.words import read_word
from ..text import Page, fold
from .bounds import Bounds
from .circumstances import Circumstances
from .clauses import Chunk, ClauseReader
from .matter import Matter
from .nouns import NounParties
from .people import PartyFinder
from .sides import Sides, gathers, is_guest, is_one
from .statuses import Statuses
from .subjects import Subjects, speaks_for_others
from .triggers import (
    NounForm,
    Sense,
    VerbForm,
    lemmas,
    words,
)
from .verbs import VerbParties

_PARTNER = frozenset({"مع", "ومع"})
_NEIGHBOURS = 3
_AROUND = 20
_LONGEST = 400


@define
class Telling:
    """One mention of a meeting.

    ``parties`` are entities in the making with their roles, ``others`` those who were there or
    brought them together. ``speaker`` is who tells of a meeting with the only party (إن اللقاء مع
    السفير) and so may be the other one. ``status`` is None where the words do
    not tell it. ``again`` marks another meeting than the one before (اجتماعا آخر), ``definite`` a
    noun that can refer back (اللقاء), ``same`` a clause that says how one just told of came about.
    """

    span: Span
    sense: Sense
    definite: bool
    parties: dict[Draft, Role] = Factory(dict)
    others: dict[Draft, Role] = Factory(dict)
    speaker: Draft | None = None
    status: Status | None = None
    future: bool = False
    format: Format | None = None
    time: TimeExpression | None = None
    place: Phrase | None = None
    occasion: Phrase | None = None
    duration: TimeExpression | None = None
    topics: tuple[Phrase, ...] = ()
    outcome: Phrase | None = None
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
        self._matter = Matter(page, names.reader)
        self._bounds = Bounds(self._forms)
        self._subjects = Subjects(page, self._forms, self._people)
        self._sides = Sides(self._forms, self._people)
        self._verbs = VerbParties(self._forms, self._people, self._subjects, self._sides)
        self._nouns = NounParties(
            self._forms, self._people, self._subjects, self._sides, self._bounds
        )
        self._statuses = Statuses(self._forms, self._bounds, self._around)
        self._before: Telling | None = None  # the mention before in the same sentence
        self._latest: Telling | None = None  # the mention before in the text

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
        self._subjects.objects = set()
        told = False
        visit: Telling | None = None
        outcomes, own_outcomes = self._matter.outcomes(chunks)
        for k, chunk in enumerate(chunks):
            telling = None
            if k in outcomes and self._latest is not None and not self._latest.future:
                self._latest.outcome = self._latest.outcome or outcomes[k]
            if chunk.noun is not None:
                telling = self._of_noun(chunks, k, chunk.noun)
            elif chunk.verb is not None and chunk.verb.use == "trigger":
                telling = self._of_verb(chunks, k, chunk.verb, headline=headline)
            elif chunk.verb is not None and gathers(chunk):
                telling = self._of_gathering(chunks, k, chunk.verb)
            elif self._adds(chunks, k):
                telling = self._of_next(chunks, k + 1)
            elif chunk.verb is not None and told and self._goes_on(chunks, k):
                telling = Telling(self._span(chunk), "meet", True)
                self._tell_circumstances(telling, chunks, k, k, self._bounds.right(chunks, k))
            if telling is None or self._is_sport(chunks, k, telling):
                continue
            told = True
            telling.outcome = own_outcomes.get(k)
            telling.headline = headline
            telling.earlier = any(c.kind == "was" for c in chunks[:k])
            if telling.sense == "visit" and (telling.place is not None or telling.time is not None):
                visit = telling
            elif visit is not None and telling.parties:  # «سيزور مسقط غدا حيث يلتقي الوزير»
                telling.place = telling.place or visit.place
                if self._is_within(chunks, k):
                    telling.time = telling.time or visit.time
            elif telling.parties:
                self._tell_whither(telling, chunks, k)
            if len(telling.parties) > 1:
                self._before = telling
            if len(telling.parties) == 2:
                self._people.last_pair = tuple(telling.parties)
            yield telling
            self._latest = telling
        self._subjects.last = self._subjects.subject_of(chunks) or self._subjects.last

    def _tell_whither(self, telling: Telling, chunks: Sequence[Chunk], k: int) -> None:
        """«وصل أمس إلى تونس حيث التقى الوزير»: when and where the clause before says."""
        near = range(max(0, k - _NEIGHBOURS), k)
        where = next((n for n in near if self._forms[chunks[n].start] in words("where")), None)
        if where is None or self._bounds.left(chunks, k) > where + 1:
            return
        goal = self._around.goal(chunks[:where])
        if goal is not None:
            telling.place = telling.place or goal
            telling.time = telling.time or self._around.time(chunks, where, 0, where)

    def _is_within(self, chunks: Sequence[Chunk], k: int) -> bool:
        """Whether a meeting is told as a part of the visit before: حيث يلتقي, سيلتقي خلالها."""
        near = chunks[max(0, k - _NEIGHBOURS) : k + 2]
        return any(self._forms[c.start] in words("within") for c in near)

    def _adds(self, chunks: Sequence[Chunk], k: int) -> bool:
        """«استقبل الوزير السفير، ثم النائب»: one more guest of the verb before."""
        following = chunks[k + 1 : k + 3]
        if self._sides.is_leg(chunks, k + 1):
            verb = chunks[self._bounds.left(chunks, k)]
            return self._before is not None and self._before.span == self._span(verb)
        return (
            self._forms[chunks[k].start] in words("then")
            and self._before is not None
            and self._before.sense in ("receive", "meet")
            and bool(following)
            and following[0].kind == "party"
            and not following[0].prep
            and (len(following) == 1 or following[1].kind in ("mark", "time", "word"))
        )

    def _of_next(self, chunks: Sequence[Chunk], k: int) -> Telling | None:
        """The meeting with one more guest: when, where, and who receives as in the one before."""
        chunk, right = chunks[k], self._bounds.right(chunks, k)
        leg = self._sides.leg_end(chunks, k, right)
        before = self._before
        assert before is not None
        host = next(iter(before.parties))
        guests = [d for d in self._people.of_chunk(chunk) if is_guest(d) and d is not host]
        role: Role = "guest" if before.sense == "receive" else "party"
        told = evolve(
            before,
            parties={host: before.parties[host], **dict.fromkeys(guests, role)},
            others={},
            topics=(),
            outcome=None,
            place=self._around.place(chunks, k, k, leg, visited=False) or before.place,
            time=self._around.time(chunks, k, k, leg) or before.time,
        )
        return told if guests else None

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
        if word is None or word.lemma not in lemmas("of_matches_too"):
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

    def _of_gathering(self, chunks: Sequence[Chunk], k: int, verb: VerbForm) -> Telling | None:
        """«جمع الرئيس بين الوزير والسفير»: who brings the two together."""
        left, right = self._bounds.left(chunks, k), self._bounds.right(chunks, k)
        after = chunks[k + 1 : right]
        between = [c for c in after if c.kind == "party" and c.prep == "بين"]
        if (
            any(c.noun is not None for c in after)
            or not between
            or self._bounds.is_denied(chunks, k)
        ):
            return None
        parties = [d for d in self._people.of_chunk(between[0]) if d.kind == "PERSON"]
        subject = [c for c in after if c.kind == "party" and not c.prep][:1]
        people = self._sides.people_of(subject) or self._subjects.understood(chunks, k, verb)
        if len(parties) < 2 or not people:
            return None
        told = Telling(self._span(chunks[k]), "meet", False, dict.fromkeys(parties, "party"))
        told.others = dict.fromkeys(people, "mediator")
        self._tell_circumstances(told, chunks, k, left, right)
        expected = self._statuses.is_ahead(chunks, k, verb)
        told.status, told.future = self._statuses.of_verb(verb, told.time, expected, False)
        return told

    def _of_verb(
        self, chunks: Sequence[Chunk], k: int, verb: VerbForm, *, headline: bool
    ) -> Telling | None:
        left, right = self._bounds.left(chunks, k), self._bounds.right(chunks, k)
        before, after = chunks[left:k], chunks[k + 1 : right]
        if self._bounds.is_denied(chunks, k):
            return None
        format_ = self._around.format(chunks[k + 1 : right])
        if verb.sense == "speak" and format_ is None:
            return None
        parties = self._verbs.parties(chunks, k, verb, before, after)
        if verb.sense == "visit":
            parties |= self._sides.inviters(after)
        if len(parties) < 2 and (verb.sense in ("talk", "speak", "call") or not parties):
            return None
        sense: Sense = "call" if verb.sense == "speak" else verb.sense or "meet"
        told = Telling(self._span(chunks[k]), sense, False, parties)
        told.format = format_ or ("phone" if sense == "call" else None)
        self._tell_circumstances(told, chunks, k, left, self._sides.leg_end(chunks, k, right))
        expected = self._statuses.is_ahead(chunks, k, verb)
        now = self._statuses.is_now(chunks[left:right])
        told.status, told.future = self._statuses.of_verb(
            verb, told.time, expected, headline, now=now
        )
        told.status = self._statuses.undone_later(chunks, left, right) or told.status
        return told

    def _of_noun(self, chunks: Sequence[Chunk], k: int, noun: NounForm) -> Telling | None:
        right = self._bounds.noun_right(chunks, k)
        governor = self._nouns.governor(chunks, k)
        left = governor if governor is not None else self._bounds.left(chunks, k)
        if self._bounds.is_denied(chunks, k) or not self._takes_place(chunks, governor, noun):
            return None
        format_ = self._around.format(chunks[max(left, k - 2) : right])
        if noun.sense == "speak" and format_ is None and self._is_call(chunks, k, governor, right):
            format_ = "phone"
        if noun.sense == "speak" and format_ is None:
            return Telling(self._span(chunks[k]), "call", True) if noun.definite else None
        attenders = self._attenders(chunks, k, noun, governor, right)
        parties = {} if attenders else self._nouns.parties(chunks, k, noun, governor, right)
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
        told.others = attenders
        self._tell_circumstances(told, chunks, k, left, right)
        if governor is not None:
            self._tell_host(told, chunks, governor, k)
        told.speaker = self._teller(chunks, k, governor, right, parties)
        told.same = any(self._forms[c.start] in words("that_came") for c in chunks[left:k])
        told.status = self._statuses.of_noun(chunks, k, governor, right, told.time)
        told.future = told.status == "planned"
        if (
            not parties
            and not told.definite
            and self._before is not None
            and (chunks[k].prep in words("after_meeting"))
        ):  # «اجتمع بنظيره بعد لقاء قصير»: another meeting of the same two
            told.parties, told.again = dict(self._before.parties), True
        if not parties and self._before is not None and chunks[k].prep == "في":
            told.definite = True  # «التقى نظيره في لقاء مغلق»: the one just told of
        if sense in ("visit", "summit") and len(parties) < 2 and not (told.definite or parties):
            return None
        return told

    def _attenders(
        self, chunks: Sequence[Chunk], k: int, noun: NounForm, governor: int | None, right: int
    ) -> dict[Draft, Role]:
        """«حضر اللقاء السفير»: who was at a meeting told of before."""
        verb = chunks[governor].verb if governor is not None else None
        if governor is None or verb is None or not noun.definite or noun.pronoun is not None:
            return {}
        if verb.lemma not in lemmas("attending") or self._nouns.own_parties(
            chunks[k], chunks[k + 1 : right], gathered=False
        ) != ([], []):
            return {}
        clause = (*chunks[governor + 1 : k], *chunks[k + 1 : right])
        bare = [c for c in clause if c.kind == "party" and not c.prep]
        people = [d for d in self._sides.people_of(bare) if is_one(d)]
        return dict.fromkeys(people, "accompanying")

    def _tell_host(self, told: Telling, chunks: Sequence[Chunk], governor: int, k: int) -> None:
        """«استضافت جنيف لقاء بين»: where it is; «رعى الوزير محادثات بين»: who mediates."""
        verb = chunks[governor].verb
        bare = [c for c in chunks[governor + 1 : k] if c.kind == "party" and not c.prep]
        if verb is None or not bare:
            return
        if verb.lemma in lemmas("mediating"):
            told.others |= dict.fromkeys(self._people.of_chunk(bare[0]), "mediator")
        elif verb.lemma in lemmas("hosting") and told.place is None:
            told.place = self._around.as_place(bare[0])

    def _teller(
        self,
        chunks: Sequence[Chunk],
        k: int,
        governor: int | None,
        right: int,
        parties: Iterable[Draft],
    ) -> Draft | None:
        """Who says of «اللقاء مع السفير» that it was good: one of the two, or a spokesman."""
        noun = chunks[k].noun
        partner = [d for d in parties if is_one(d)]
        if (
            governor is not None
            or noun is None
            or noun.sense == "negotiate"
            or noun.plural
            or not noun.definite
            or noun.pronoun is not None
            or len(partner) != 1
            or not any(c.kind == "party" and c.prep in _PARTNER for c in chunks[k + 1 : right])
        ):
            return None
        person = self._subjects.antecedent(chunks, k, None)
        if person is None or person in partner or speaks_for_others(person):
            return None
        return person

    @staticmethod
    def _takes_place(chunks: Sequence[Chunk], governor: int | None, noun: NounForm) -> bool:
        """«تم التشاور»: what a noun like this tells of took place only where a verb says so."""
        verb = chunks[governor].verb if governor is not None else None
        return noun.lemma not in lemmas("abstract") or (
            verb is not None and (verb.use == "happening" or verb.lemma == "أجرى")
        )

    @staticmethod
    def _is_call(chunks: Sequence[Chunk], k: int, governor: int | None, right: int) -> bool:
        """«أجرى اتصالا بالوزير», «في اتصال تلقاه من الوزير»: by telephone, said or not."""
        noun = chunks[k].noun
        around = [*chunks[k + 1 : right], *([chunks[governor]] if governor is not None else [])]
        verbs = [c.verb for c in around if c.verb is not None]
        return (
            noun is not None
            and not noun.plural
            and any(fold(verb.lemma) in words("calling") for verb in verbs)
        )

    def _has_article_after(self, chunks: Sequence[Chunk], k: int) -> bool:
        """Whether a noun is made definite by the name after it: اجتماع حداد."""
        return k + 1 < len(chunks) and chunks[k + 1].kind == "party" and not chunks[k + 1].prep

    def _tell_circumstances(
        self, told: Telling, chunks: Sequence[Chunk], k: int, left: int, right: int
    ) -> None:
        for person, role in self._others(chunks, k).items():
            told.others.setdefault(person, role)
        around = self._around
        told.time = around.time(chunks, k, left, right)
        told.place = around.place(chunks, k, left, right, visited=told.sense == "visit")
        told.occasion = around.occasion(chunks[left:right])
        told.duration = around.duration(chunks[left:right])
        told.topics = self._matter.topics(chunks, k, right)
        told.again = any(
            self._forms[i] in words("another")
            for c in chunks[max(0, k - 1) : k]
            for i in range(c.start, c.stop)
        ) or any(f in words("another") for f in self._forms[chunks[k].stop : chunks[k].stop + 2])

    def _others(self, chunks: Sequence[Chunk], k: int) -> dict[Draft, Role]:
        """Who brought the parties together, and who was there too, told behind the meeting.

        «بوساطة الأمم المتحدة», «بحضور المدير», «يرافقه الوزير», «حضره السفير»
        """
        found: dict[Draft, Role] = {}
        for chunk in chunks[self._bounds.left(chunks, k) : k]:
            if chunk.kind == "party" and chunk.prep in words("mediation"):
                found |= dict.fromkeys(self._people.of_chunk(chunk), "mediator")
        joins = False  # the next party without a preposition is one of them
        for chunk in chunks[k + 1 :]:
            form = self._forms[chunk.start]
            attended = chunk.verb is not None and (
                chunk.verb.lemma in lemmas("attending") and chunk.verb.object is not None
            )
            if attended or form in words("accompanied"):
                joins = True
            elif chunk.kind in ("that", "break", "other verb", "noun") or (
                chunk.verb is not None and chunk.verb.use == "trigger"
            ):
                break
            elif chunk.kind == "party":
                role: Role = "mediator" if chunk.prep in words("mediation") else "accompanying"
                if (
                    role == "mediator"
                    or chunk.prep in words("company")
                    or (joins and not chunk.prep)
                ):
                    several = role != "mediator" and self._is_of_members(chunk)
                    people = () if several else self._people.of_chunk(chunk)
                    found |= {d: role for d in people if role == "mediator" or is_one(d)}
                joins = joins and bool(chunk.prep)
        return found

    def _is_of_members(self, chunk: Chunk) -> bool:
        """«أعضاء الوفدين السوري والقطري»: nobody in particular."""
        title = read_word(self._forms[chunk.start]).title
        return title is not None and title.number == "p"

    def _span(self, chunk: Chunk) -> Span:
        return self._page.span(chunk.start, chunk.stop)
