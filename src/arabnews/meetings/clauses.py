"""Sentences as flat lists of chunks: verbs, nouns of meeting, parties, places, times, joints.

One pass over the tokens of a sentence; the grammar of ``roles`` then looks at chunks, not at words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from attrs import evolve, frozen

from ..attribution.cues import readings
from ..lexicon import gazetteer as gaz
from ..lexicon.proclitics import split
from ..model import TimeExpression
from ..names import Draft, EntityTable, PhraseReader
from ..names import Phrase as NounPhrase
from ..names.words import is_verb, read_word, word_set
from ..text import Page, fold
from .triggers import (
    NounForm,
    VerbForm,
    counterparts,
    is_telling,
    lemmas,
    nouns,
    verbs,
    words,
)

ChunkKind = Literal[
    "noun",
    "verb",
    "other verb",
    "party",
    "sides",
    "place",
    "time",
    "break",
    "that",
    "relative",
    "was",
    "mark",
    "word",
]
_PARTY_TITLES = ("office", "speaker", "deputy", "profession", "rank", "honorific", "kin")
_PLACE_PREPOSITIONS = frozenset({"في", "ب", "الي", "ل", "من", "وفي"})
_PLACES = ("country", "capital", "city", "region")
_TANWIN = frozenset("\u064b\u064c\u064d")
_WITH = frozenset({"مع", "ومع"})
_SHORTEST_STEM = 2
_OBJECTS = ("هما", "هم", "ها", "ه")
_SUMMIT_REACH = 8
_OFFICE_WORDS = 7


@frozen
class Chunk:
    """A stretch of a sentence, the tokens ``start`` to ``stop``, by what it can do in a clause.

    ``prep`` is the preposition before it. ``phrases`` are the parties of a party chunk, each a
    person or body by itself; ``counterpart`` tells that the last of them begins with نظيره.
    """

    kind: ChunkKind
    start: int
    stop: int
    prep: str = ""
    verb: VerbForm | None = None
    noun: NounForm | None = None
    time: TimeExpression | None = None
    phrases: tuple[NounPhrase, ...] = ()
    counterpart: bool = False
    joined: bool = False


class ClauseReader:
    """Cuts the sentences of a page into chunks."""

    def __init__(
        self, page: Page, reader: PhraseReader, table: EntityTable, times: Sequence[TimeExpression]
    ) -> None:
        self._page = page
        self._reader = reader
        self._forms = reader.forms
        self._time_at = _times_by_token(page, times)
        self._name_counterparts(page, table)
        # parts of names vouched for by a given name in them or an office before them
        self._names = frozenset(
            token
            for d in table.drafts
            if d.named
            for token in d.tokens
            if _has_given(d.tokens) or (d.titles and not token.startswith("ال"))
        )
        self._people = {d.last_name: d for d in table.drafts if d.named and len(d.tokens) > 1}
        self._writes_ala = "على" in page.text  # then علي is a name

    def _name_counterparts(self, page: Page, table: EntityTable) -> None:
        """Let the table have who is told of only as «نظيره الروسي سامي حداد», before all else."""
        for sentence in page.sentences:
            for at in sentence:
                if self._forms[at] in counterparts():
                    phrase = self._counterpart(at, sentence.stop, "").phrases[0]
                    if phrase.name is not None:
                        table.members(phrase)

    def tells(self, sentence: range) -> bool:
        """Whether a sentence has a word of meeting, or نظيره, or what came of one, at all."""
        forms = self._forms[sentence.start : sentence.stop]
        return any(
            is_telling(form) or form in counterparts() or form in words("agree") for form in forms
        )

    def chunks(self, sentence: range) -> list[Chunk]:
        """The chunks of a sentence, in order, without gaps."""
        found: list[Chunk] = []
        at = sentence.start
        prep = ""
        limits = self._limits(sentence)
        while at < sentence.stop:
            chunk = self._chunk(at, sentence.stop, limits[at - sentence.start], prep, found)
            if self._is_occasion(found, chunk):
                chunk = Chunk("word", chunk.start, chunk.stop)
            elif chunk.kind == "party" and not chunk.prep:
                chunk = evolve(chunk, prep=self._prep_before_office(found, chunk))
            prep = self._prep_after(chunk, prep, found)
            joined = chunk.kind == "party" and self._joins(found, chunk)
            if joined:
                found[-1] = evolve(
                    found[-1],
                    stop=chunk.stop,
                    phrases=(*found[-1].phrases, *chunk.phrases),
                    counterpart=chunk.counterpart,
                    joined=True,
                )
            else:
                found.append(chunk)
            at = chunk.stop
        return self._settled(found)

    def _prep_after(self, chunk: Chunk, prep: str, found: Sequence[Chunk]) -> str:
        """What the chunk behind this one stands under: a preposition, or what works like one."""
        form = self._forms[chunk.start]
        if chunk.kind == "mark" and form in ('"', "«", "“", "”", "("):
            return prep
        if chunk.kind != "word":
            return ""
        if not prep and form in words("seats"):
            return "مقر"  # زار مقر الحزب
        if form in words("leading"):
            return "راس"  # على رأس وفد
        if form in _WITH and found and self._forms[found[-1].start] in words("beside"):
            return "بالتعاون"  # who helps, not whom one meets
        if form in words("presence") and found and self._forms[found[-1].start] in ("في", "وفي"):
            return "بحضور"  # في حضور مستشاره
        if form not in words("prepositions"):
            return ""
        if form == "من" and found and self._forms[found[-1].start] in words("each"):
            return found[-1].prep  # التقى كلا من أ وب، مع كل من أ وب
        return form[1:] if form[0] == "و" and form[1:] in words("prepositions") else form

    def _is_occasion(self, found: Sequence[Chunk], chunk: Chunk) -> bool:
        """«على هامش منتدى المياه»: neither a party nor the meeting told of."""
        before = [self._forms[c.start] for c in found[-2:]]
        if chunk.kind == "noun":
            return before[-1:] == ["هامش"]
        return chunk.kind == "party" and (
            before[-1:] == ["هامش"]
            or (
                before[:1] == ["هامش"]
                and found[-1].stop - found[-1].start == 1
                and before[-1] in words("events") | words("event_heads")
            )
        )

    def _prep_before_office(self, found: Sequence[Chunk], chunk: Chunk) -> str:
        """What stands before an office no table knows and the name of who holds it.

        «مع المنسقة المقيمة السيدة سلمى حداد», «بين شخصيتين بارزتين سامي حداد وعمر زيدان»
        """
        if chunk.phrases[0].name is None:
            return ""
        n = len(found)
        while n and found[n - 1].kind == "word" and len(found) - n < _OFFICE_WORDS:
            n -= 1
            if self._forms[found[n].start] in words("prepositions"):
                break
        if n + 1 >= len(found):
            return ""
        prep, office = self._forms[found[n].start], self._forms[found[n + 1].start]
        if prep in ("مع", "ومع") and len(chunk.phrases) == 1 and read_word(office).definite:
            return "مع"
        if prep == "بين" and len(chunk.phrases) > 1 and office.endswith("ين"):
            return "بين"
        return ""

    def _settled(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """The chunks with appositions joined, and gatherings told apart from meetings of two."""
        found: list[Chunk] = []
        for n, chunk in enumerate(chunks):
            title = self._title_before(found, chunks, n)
            if title is not None:
                before = found[title]
                del found[title:]
                chunk = evolve(chunk, start=before.start, prep=before.prep)
            elif chunk.prep in words("headed") and self._is_person(chunk):
                self._add_leader(found, chunk)
            elif chunk.noun is not None and not self._is_meeting(chunks, n, chunk.noun):
                chunk = evolve(chunk, kind="word", noun=None)
            elif self._is_verbal_noun(chunks, n):
                chunk = evolve(chunk, kind="word", verb=None)
            elif chunk.noun is not None and found and self._is_round(found[-1]):
                chunk = evolve(chunk, prep=chunk.prep or found[-1].prep)
            found.append(chunk)
        return found

    @staticmethod
    def _is_person(chunk: Chunk) -> bool:
        return chunk.kind == "party" and chunk.phrases[0].kind == "PERSON"

    def _is_round(self, chunk: Chunk) -> bool:
        """«خلال جلسة مباحثات», «في جولة محادثات»: the preposition is that of the talks."""
        return chunk.kind == "word" and self._forms[chunk.start] in words("rounds")

    def _title_before(self, found: Sequence[Chunk], chunks: Sequence[Chunk], n: int) -> int | None:
        """Where the title begins whose holder a chunk names, among the chunks found."""
        if self._renames(found, chunks, n):
            return len(found) - 2
        officer = self._names_officer(found, chunks[n])
        if officer is not None:
            return officer
        if self._follows_honorific(found, chunks[n]):
            return len(found) - 1
        return self._names_title(found, chunks[n])

    def _is_meeting(self, chunks: Sequence[Chunk], n: int, noun: NounForm) -> bool:
        """Whether a noun tells of a meeting: not in «عبر تقنية الاتصال», no summit of many."""
        if n and self._forms[chunks[n - 1].start] in words("means"):
            return False
        return noun.sense != "summit" or self._is_of_two(chunks, n)

    def _renames(self, found: Sequence[Chunk], chunks: Sequence[Chunk], n: int) -> bool:
        """«نائب الرئيس، الفريق أول سامي حداد،»: a title, then rank and name between commas."""
        if len(found) < 2 or chunks[n].kind != "party" or len(chunks[n].phrases) != 1:
            return False
        title, comma = found[-2], found[-1]
        phrase = chunks[n].phrases[0]
        first = read_word(self._unprefixed(phrase)).title
        if first is not None and first.kind not in ("rank", "honorific", "profession"):
            return False
        return (
            title.kind == "party"
            and len(title.phrases) == 1
            and title.phrases[0].name is None
            and title.phrases[0].kind == "PERSON"
            and not title.counterpart
            and self._forms[comma.start] in ("،", ",")
            and phrase.name is not None
            and not chunks[n].prep
            and phrase.kind == "PERSON"
            and (n + 1 == len(chunks) or chunks[n + 1].kind in ("mark", "verb", "other verb"))
        )

    def _add_leader(self, found: list[Chunk], leader: Chunk) -> None:
        """«وفدا من النقابة برئاسة سامي حداد»: the leader comes, and the body if it has a name."""
        for n in range(len(found) - 1, max(-1, len(found) - 1 - _OFFICE_WORDS), -1):
            chunk = found[n]
            if chunk.kind == "party" and fold(chunk.phrases[-1].head) in words("delegations"):
                body = chunk.phrases[-1]
                sent = "من" in self._forms[body.first : body.last]
                bare = sent or not body.definite  # «وفد برلماني» is nobody in particular
                before = chunk.phrases[:-1] if bare else chunk.phrases
                found[n] = evolve(chunk, phrases=(*before, *leader.phrases), joined=True)
                return
            if chunk.kind not in ("word", "place", "party", "mark"):
                return

    def _names_officer(self, found: Sequence[Chunk], chunk: Chunk) -> int | None:
        """«سفير تونس في لبنان سامي حداد», «سفير تونس بلبنان»: where the office is held, and who.

        The index of the office among the chunks found.
        """
        if chunk.kind != "party" or chunk.prep or len(chunk.phrases) != 1 or len(found) < 2:
            return None
        name, place = chunk.phrases[0], found[-1]
        joined = place.kind == "place" and self._forms[place.start].startswith("ب")
        n = len(found) - (2 if joined else 3)
        if n < 0 or place.kind not in ("place", "party"):
            return None
        title = found[n]
        held = joined or self._forms[found[n + 1].start] in ("في", "لدي", "الي")
        return (
            n
            if held
            and self._is_untold_office(title)
            and name.kind == "PERSON"
            and name.name is not None
            and (name.name.start == name.first or self._is_rank(name))
            else None
        )

    @staticmethod
    def _is_untold_office(title: Chunk) -> bool:
        """Whether a chunk tells one person by office only."""
        return (
            title.kind == "party"
            and len(title.phrases) == 1
            and title.phrases[0].kind == "PERSON"
            and title.phrases[0].number == "s"
            and title.phrases[0].name is None
            and not title.counterpart
        )

    def _is_rank(self, phrase: NounPhrase) -> bool:
        title = read_word(self._unprefixed(phrase)).title
        return title is not None and title.kind in ("rank", "honorific", "profession")

    def _names_title(self, found: Sequence[Chunk], chunk: Chunk) -> int | None:
        """«المشرف على مركز الملك سلمان للإغاثة الدكتور سامي حداد»: the title that is named last."""
        if chunk.kind != "party" or chunk.prep or len(chunk.phrases) != 1:
            return None
        if chunk.phrases[0].name is None or not self._is_rank(chunk.phrases[0]):
            return None
        n = len(found) - 1
        while n > 0 and len(found) - n < _OFFICE_WORDS and self._goes_with_title(found[n]):
            n -= 1
        return n if 0 <= n < len(found) - 1 and self._is_untold_office(found[n]) else None

    def _goes_with_title(self, chunk: Chunk) -> bool:
        return chunk.kind == "word" and self._forms[chunk.start] not in words("prepositions")

    def _follows_honorific(self, found: Sequence[Chunk], chunk: Chunk) -> bool:
        """«صاحب السمو الملكي الأمير محمد»: the honorific and the name are one person."""
        if not found or found[-1].kind != "party" or chunk.kind != "party" or chunk.prep:
            return False
        before = found[-1].phrases
        if len(before) != 1 or before[0].name is not None or found[-1].stop != chunk.start:
            return False
        if chunk.phrases[0].kind != "PERSON":
            return False
        title = read_word(self._unprefixed(before[0])).title
        return title is not None and title.kind == "honorific"

    def _is_of_two(self, chunks: Sequence[Chunk], n: int) -> bool:
        """Whether a summit has its own two parties, or is told of again (القمة)."""
        if n and self._forms[chunks[n - 1].start] in (
            words("occasion_before") | words("event_heads")
        ):
            return False
        gathering = chunks[n - 1].verb if n else None
        if gathering is not None and gathering.lemma in lemmas("gathering"):
            return True  # تجمع قمة الرئيسين
        for chunk in chunks[n + 1 : n + 1 + _SUMMIT_REACH]:
            if chunk.kind in ("break", "other verb", "noun"):
                break
            if chunk.kind == "party" and chunk.prep in ("بين", "مع"):
                return True
            if chunk.verb is not None and chunk.verb.lemma in lemmas("gathering"):
                return True
        noun = chunks[n].noun
        return (
            noun is not None
            and noun.definite
            and noun.lemma not in words("sessions")
            and (n + 1 == len(chunks) or chunks[n + 1].kind != "party")
        )

    def _is_verbal_noun(self, chunks: Sequence[Chunk], n: int) -> bool:
        """«عرض على نظيره عقد لقاء»: holding a meeting, not held one."""
        if self._forms[chunks[n].start] != "عقد" or n + 1 == len(chunks):
            return False
        if chunks[n + 1].kind != "noun":
            return False
        if n and self._forms[chunks[n - 1].start] in words("steps") | words("purposes"):
            return True
        for chunk in reversed(chunks[:n]):
            if chunk.kind in ("mark", "break", "that", "relative"):
                return False
            if chunk.kind in ("verb", "other verb"):
                return True
        return False

    def _joins(self, found: Sequence[Chunk], chunk: Chunk) -> bool:
        """Whether a party is joined by و to the one right before it."""
        first = self._forms[chunk.start]
        return bool(
            found
            and found[-1].kind == "party"
            and found[-1].stop == chunk.start
            and first.startswith("و")
            and not chunk.prep
            and (chunk.counterpart or chunk.phrases[0].skip)
        )

    def _limits(self, sentence: range) -> list[int]:
        """For each token where a phrase that begins there must have ended: before a trigger."""
        limits = [sentence.stop] * len(sentence)
        limit = sentence.stop
        for at in reversed(sentence):
            limits[at - sentence.start] = limit
            form = self._forms[at]
            closes = (
                form in words("phone")
                or form in words("video")
                or form in words("headed")
                or form in _WITH
                or self._is_titled_name(at)
            )
            if (
                closes
                or form in nouns()
                or form in counterparts()
                or (_verb_form(form) is not None and not read_word(form).title)
            ):
                limit = at
        return limits

    def _is_titled_name(self, at: int) -> bool:
        """«الرئيس سامي حداد | الملك عمر زيدان»: a title that is one only before a name."""
        word = read_word(self._forms[at])
        if at and read_word(self._forms[at - 1]).particle:
            return False  # عبد المالك بن عودة
        return (
            word.definite
            and word.title_if_named is not None
            and at + 1 < len(self._forms)
            and (read_word(self._forms[at + 1]).given)
        )

    def _chunk(self, at: int, stop: int, limit: int, prep: str, found: Sequence[Chunk]) -> Chunk:
        form = self._forms[at]
        if at in self._time_at:
            time, end = self._time_at[at]
            return Chunk("time", at, min(end, stop), prep, time=time)
        token = self._page.tokens[at]
        if token.kind == "punct":
            return Chunk("mark", at, at + 1, prep)
        if token.kind != "word":
            return Chunk("word", at, at + 1, prep)
        function = self._function(at, form, prep, found)
        if function is not None:
            return function
        if form in nouns():
            return Chunk("noun", at, at + 1, prep, noun=nouns()[form])
        verb = self._verb(at, form, found)
        if verb is not None:
            return verb
        party = self._venue(at, limit, prep) or self._party(at, limit, prep)
        if party is not None:
            return party
        return Chunk("word", at, at + 1, prep)

    def _function(self, at: int, form: str, prep: str, found: Sequence[Chunk]) -> Chunk | None:
        for kind, name in (
            ("break", "breaks"),
            ("that", "complementisers"),
            ("relative", "relatives"),
            ("was", "earlier"),
        ):
            if form in words(name) and not (
                (form == "ان" and self._is_bare_an(at, found))
                or (form == "قد" and self._is_of_was(found))
            ):
                return Chunk(kind, at, at + 1)  # type: ignore[arg-type]
        if form in words("prepositions") and not self._is_name_after_all(at):
            return Chunk("word", at, at + 1, prep)
        for lead in ("", "و", "ل", "ب"):
            if form.startswith(lead) and form[len(lead) :] in words("sides"):
                nationality = (
                    read_word(self._forms[at + 1]).nationality
                    if (at + 1 < len(self._forms))
                    else None
                )
                if nationality is not None:
                    return None
                return Chunk("sides", at, at + 1, prep)
        return None

    def _has_tanwin(self, at: int) -> bool:
        """Whether a word shows the ending of an indefinite noun: بحثاً is no verb, جوداً no name."""
        return not _TANWIN.isdisjoint(self._page.slice(at, at + 1))

    def _is_verb_with_object(self, at: int) -> bool:
        """يرأسه، طالبهم: a verb of the lexicon and a pronoun joined to it."""
        form = self._forms[at]
        if read_word(form).function:
            return False
        stems = (
            form.removesuffix(pronoun).removeprefix("و")
            for pronoun in _OBJECTS
            if form.endswith(pronoun) and len(form) - len(pronoun) > _SHORTEST_STEM
        )
        return any(read_word(stem).verb or self._is_cue(stem) for stem in stems)

    @staticmethod
    def _is_cue(form: str) -> bool:
        cue = readings().get(form)
        return cue is not None and cue.form == "verb"

    def _is_name_after_all(self, at: int) -> bool:
        """«علي حداد», «باسم حداد»: names that look like prepositions."""
        if self._forms[at] == "علي":
            return self._writes_ala and self._page.slice(at, at + 1) == "علي"
        following = self._forms[at + 1 : at + 2]
        return self._forms[at] == "باسم" and any(
            not (read_word(form).definite or read_word(form).noun) for form in following
        )

    def _is_bare_an(self, at: int, found: Sequence[Chunk]) -> bool:
        """«التقى سون هاي ان الوزير»: a syllable of a name, no verb before asking for أن."""
        if self._page.slice(at, at + 1) != "ان" or not found or found[-1].kind != "party":
            return False
        for chunk in reversed(found):
            if chunk.kind in ("other verb", "that"):
                return chunk.kind == "that"
        return True

    def _is_of_was(self, found: Sequence[Chunk]) -> bool:
        """«كان الوزير قد التقى»: the particle of a past before the past, no new clause."""
        for chunk in reversed(found):
            if chunk.kind not in ("party", "sides", "word", "place", "time", "mark"):
                return chunk.kind == "was"
        return False

    def _verb(self, at: int, form: str, found: Sequence[Chunk]) -> Chunk | None:
        if form in counterparts():
            return None
        after_preposition = (
            bool(found)
            and found[-1].kind == "word"
            and (self._forms[found[-1].start] in words("prepositions"))
        )
        reading = _verb_form(form) if not self._has_tanwin(at) else None
        if reading is not None and form.endswith("ه") and self._page.slice(at, at + 1)[-1] == "ة":
            reading = None  # استضافة is no استضافه
        if (
            reading is not None
            and reading.sense == "talk"
            and self._forms[at + 1 : at + 2] == ["عن"]
        ):
            return None  # بحثا عن عمل
        if reading is not None and reading.lemma == "قابل" and self._is_able(at):
            return None
        if reading is not None and reading.number == "d" and self._has_verb(form, found):
            return None
        if reading is not None and not (after_preposition and reading.number == "s"):
            if form in gaz.given_names() or (reading.use == "status" and read_word(form).given):
                return None
            return Chunk("verb", at, at + 1, verb=reading)
        if after_preposition:
            return None
        if form == "عمل" and found and found[-1].noun is not None:
            return None  # جلسة عمل
        cue = readings().get(form)
        word = read_word(form)
        acts = (
            is_verb(form)
            or self._is_verb_with_object(at)
            or (cue is not None and cue.form == "verb")
        ) and not (
            word.given
            or word.title
            or word.head
            or form in words("another")
            or self._page.slice(at, at + 1).endswith("ة")  # nor is تلبية
        )
        person = self._people.get(self._forms[at + 1]) if at + 1 < len(self._forms) else None
        if person is not None and (word.particle or form in person.tokens):
            return None  # ولد السالم, the name that looks like a verb
        return Chunk("other verb", at, at + 1) if acts else None

    @staticmethod
    def _has_verb(form: str, found: Sequence[Chunk]) -> bool:
        """«رفض الوزير طلبا»: an object, for its clause has a verb; no «they two asked»."""
        if form.startswith("و"):
            return False
        for chunk in reversed(found):
            if chunk.kind in ("verb", "other verb"):
                return True
            if chunk.kind in ("mark", "break", "that", "relative"):
                return False
        return False

    def _is_able(self, at: int) -> bool:
        """«قابل للتطبيق»: an adjective, no verb of meeting."""
        return any(form.startswith("ل") for form in self._forms[at + 1 : at + 2])

    # parties and places

    def _party(self, at: int, limit: int, prep: str) -> Chunk | None:
        if self._forms[at] in counterparts():
            return self._counterpart(at, limit, prep)
        place = self._place(at, prep)
        if place is not None:
            return place
        if self._is_honorific(at):
            return self._honoured(at, prep)
        phrase = self._noun_phrase(at, limit, prep)
        if phrase is None:
            return None
        whole, phrase = phrase, self._with_senders(self._without_rival(phrase, limit), limit)
        if phrase.skip and not prep:
            prep = self._forms[at][: phrase.skip].removesuffix("ال").lstrip("وف")
            if self._forms[at].startswith("لل") or self._forms[at].startswith("ولل"):
                prep = "ل"
        if (
            phrase.number == "d"
            and not phrase.members
            and phrase.name is None
            and phrase.kind in ("PERSON", "GROUP")
        ):
            return Chunk("party", at, phrase.last, prep, phrases=(phrase,))
        if at and self._forms[at - 1] in words("any"):
            return None
        if phrase.name is None and self._is_in_marks(at, phrase.last):
            return None  # بوظيفة "حارسات أمن"
        if phrase.name is not None and self._is_named_after(at):
            return Chunk("word", at, phrase.last, prep)
        first = read_word(self._unprefixed(phrase))
        if phrase.name is not None and first.head and not (first.title or first.title_if_named):
            return Chunk("word", at, phrase.last, prep)  # a firm that bears its founder's name
        fit = self._parties_in(phrase)
        if not fit:
            return None
        if (
            phrase is whole and not phrase.members and fit[-1].last == phrase.last
        ):  # what is joined by و is read only now, so that no word is read often
            joint = self._reader.read_joint(at, limit, proclitic=True)
            fit = (self._parties_in(joint) if joint is not None else []) or fit
        return Chunk(
            "party", at, max(m.last for m in fit), prep, phrases=tuple(fit), joined=len(fit) > 1
        )

    def _noun_phrase(self, at: int, limit: int, prep: str) -> NounPhrase | None:
        phrase = self._reader.read(at, limit, proclitic=True)
        if phrase is None or self._is_one_word(phrase):
            phrase = self._surname(at) or phrase
        if prep in words("headed") and (phrase is None or self._is_bare_name(phrase)):
            phrase = self._reader.read_leader(at, limit) or phrase
        return phrase

    @staticmethod
    def _is_bare_name(phrase: NounPhrase) -> bool:
        return phrase.name is not None and len(phrase.name) == 1 and phrase.role is None

    def _with_senders(self, phrase: NounPhrase, limit: int) -> NounPhrase:
        """«وفد من الحكومة»: who has sent a delegation tells which one it is."""
        last = phrase.last
        if fold(phrase.head) not in words("delegations") or phrase.members or phrase.definite:
            return phrase
        if last + 1 >= limit or self._forms[last] != "من" or last + 1 in self._time_at:
            return phrase
        senders = self._reader.read(last + 1, limit)
        if senders is None or senders.name is not None or not senders.definite:
            return phrase
        role = range(phrase.first, senders.last)
        return evolve(phrase, last=senders.last, role=role, definite=True)

    def _without_rival(self, phrase: NounPhrase, limit: int) -> NounPhrase:
        """«الوزير سامي حداد | السفير باتريك دوران»: a title behind a name, and one more name.

        It is that of the second person, whom a verb of meeting has for its object.
        """
        name, behind = phrase.name, phrase.behind
        if name is None or behind is None or behind.start != name.stop or phrase.last >= limit:
            return phrase
        rival = self._reader.read(name.stop, limit)
        if rival is None or rival.name is None or rival.role is None or rival.kind != "PERSON":
            return phrase
        title = read_word(self._forms[name.stop]).title
        known = len(rival.name) > 1 or self._has_known_name(rival)
        if title is None or title.kind not in _PARTY_TITLES or not known:
            return phrase
        return evolve(phrase, last=name.stop, behind=None)

    def _is_in_marks(self, first: int, last: int) -> bool:
        """Whether a phrase stands in quotation marks by itself."""
        quotation = self._reader.words.quotations.get(first - 1)
        return quotation is not None and quotation.last == last

    def _is_named_after(self, at: int) -> bool:
        """«مركز الملك سلمان للإغاثة»: the bearer of the name of a place or body is no party."""
        if self._forms[at].startswith("و") or not at:
            return False
        readings_before = split(self._forms[at - 1])
        return any(
            rest in words("named_after") and not proclitic.endswith("ال")
            for proclitic, rest in readings_before
        )

    def _surname(self, at: int) -> NounPhrase | None:
        """«وعقد الشطري اجتماعا»: the last name alone of a person whose name stands elsewhere."""
        for proclitic, form in split(self._forms[at]):
            person = self._people.get(form)
            word = read_word(form)
            if (
                person is not None
                and not word.head
                and (not word.title or self._ends_here(at))
                and self._is_spelled_as(person, at, len(proclitic))
            ):
                return NounPhrase(
                    at,
                    at + 1,
                    form,
                    "PERSON",
                    "f" if person.gender == "f" else "m",
                    "s",
                    True,
                    None,
                    range(at, at + 1),
                    skip=len(proclitic),
                )
        return None

    def _ends_here(self, at: int) -> bool:
        """«بين حداد وشيخ بحضور»: a title with no name behind it can be the last name itself."""
        if not self._forms[at].startswith("و"):
            return False
        token = self._page.tokens[at + 1] if at + 1 < len(self._forms) else None
        return token is None or token.kind != "word" or token.form in words("prepositions")

    def _is_spelled_as(self, person: Draft, at: int, skip: int) -> bool:
        """Whether a word is the last name to the letter, where it is an everyday word as well."""
        form = self._forms[at][skip:]
        if not read_word(form).common:
            return True
        if not person.titles:
            return False  # شهد المهرجان is rather no person
        written = self._page.slice(at, at + 1)[skip:]
        names = (self._page.text[s.start : s.end].split()[-1] for s in person.mentions[:1])
        return form.startswith("ال") and written in names

    def _is_honorific(self, at: int) -> bool:
        return self._forms[at].lstrip("وفبل") in word_set("honorific_pronouns")

    def _honoured(self, at: int, prep: str) -> Chunk:
        """«سموه», «معاليها»: an honorific with a pronoun for the person told of with it."""
        form = self._forms[at]
        skip = len(form) - len(form.lstrip("وفبل"))
        gender: Literal["m", "f"] = "f" if form.endswith("ها") else "m"
        phrase = NounPhrase(at, at + 1, form[skip:], "PERSON", gender, "s", True, skip=skip)
        return Chunk("party", at, at + 1, prep or form[:skip].lstrip("وف"), phrases=(phrase,))

    def _place(self, at: int, prep: str) -> Chunk | None:
        match = gaz.phrases().longest(self._forms, at)
        if match is None or match.entry.ordinary or match.entry.kind not in _PLACES:
            return None
        known, last = match.entry, at + match.length
        prep = prep or match.proclitic.lstrip("وف")
        phrase = NounPhrase(
            at,
            last,
            known.name,
            known.entity_kind,
            known.gender,
            "s",
            True,
            role=range(at, last),
            known=known,
            skip=len(match.proclitic),
        )
        kind: ChunkKind = "place" if prep in _PLACE_PREPOSITIONS else "party"
        return Chunk(kind, at, last, prep, phrases=(phrase,))

    def _venue(self, at: int, limit: int, prep: str) -> Chunk | None:
        """«في قصر الزهور»: where one meets, not who."""
        form = self._forms[at]
        if prep not in ("في", "وفي"):
            if prep or form[:1] != "ب" or form[1:].removeprefix("ال") not in words("venues"):
                return None
            form, prep = form[1:], "ب"
        elif form.removeprefix("ال") not in words("venues"):
            return None
        end = at + 1
        while end < limit and self._page.tokens[end].kind == "word" and end not in self._time_at:
            word = read_word(self._forms[end])
            if word.title or word.function or word.verb or not (word.definite or word.head):
                break
            if word.head and not word.definite and word.head.lemma in words("delegations"):
                break  # في مقر الوزارة وفدا من النقابة
            end += 1
        named = end > at + 1 or form.startswith("ال") or form in words("own_venues")
        return Chunk("place", at, end, prep) if named else None

    def _parties_in(self, phrase: NounPhrase) -> list[NounPhrase]:
        parts = [
            (self._surname(part.first) or part) if self._is_one_word(part) else part
            for part in (phrase.members or (phrase,))
        ]
        members = [self._cut(m) for part in parts for m in self._names_of(part)]
        return [m for m in members if self._is_party(m)]

    @staticmethod
    def _is_one_word(phrase: NounPhrase) -> bool:
        return phrase.last - phrase.first == 1 and phrase.name is None and phrase.known is None

    def _counterpart(self, at: int, limit: int, prep: str) -> Chunk:
        """«نظيره الروسي سامي حداد»: what follows names him, or only his country."""
        skip = counterparts()[self._forms[at]]
        prep = prep or self._forms[at][:skip].lstrip("وف")
        following = None
        if at + 1 < limit and self._page.tokens[at + 1].kind in ("word", "punct"):
            following = self._reader.read(at + 1, limit)
        if following is not None and following.name is None and following.last < limit:
            named = self._reader.read(following.last, limit)  # نظيرته المصرية الدكتورة سلمى حداد
            if named is not None and named.name is not None and self._is_rank(named):
                following = evolve(named, first=following.first)
        base = NounPhrase(
            at,
            at + 1,
            "نظير",
            "PERSON",
            "f" if self._forms[at].endswith("تها") or self._forms[at].endswith("ته") else "m",
            "s",
            True,
            range(at, at + 1),
            skip=skip,
        )
        if following is not None and (
            following.name is not None or read_word(self._forms[at + 1]).nationality
        ):
            base = evolve(
                base,
                last=following.last,
                name=following.name,
                role=range(at, at + 1)
                if following.name and following.name.start == at + 1
                else range(at, following.name.start if following.name else following.last),
            )
        return Chunk("party", at, base.last, prep, phrases=(base,), counterpart=True)

    def _names_of(self, phrase: NounPhrase) -> list[NounPhrase]:
        """The persons of «حداد وزيدان», where the reader has taken it for one name."""
        name = phrase.name
        if name is None or len(name) < 2:
            return [phrase]
        for at in list(name)[1:]:
            form = self._forms[at]
            if form.startswith("و") and form not in self._names and form[1:] in self._names:
                first = evolve(phrase, last=at, name=range(name.start, at))
                rest = NounPhrase(
                    at,
                    phrase.last,
                    form[1:],
                    "PERSON",
                    "m",
                    "s",
                    True,
                    None,
                    range(at, name.stop),
                    skip=1,
                )
                return [first, *self._names_of(rest)]
        return [phrase]

    def _cut(self, phrase: NounPhrase) -> NounPhrase:
        """A phrase without what cannot belong to the person its surname tells: حداد زيدان."""
        name = phrase.name
        if name is None:
            return phrase
        if phrase.role is not None and phrase.role.start == name.stop and self._is_city(name.stop):
            phrase = evolve(phrase, last=name.stop, role=None)  # سيزور حداد عمان
        if phrase.behind is not None and phrase.behind.start == name.stop == phrase.last - 1:
            phrase = self._without_city(phrase, name.stop)
        skip = phrase.skip if name.start == phrase.first else 0
        for at in name:
            place = gaz.phrases().longest(self._forms, at) if at > name.start else None
            if place is not None and place.proclitic and place.entry.kind in _PLACES:
                return evolve(phrase, last=at, name=range(name.start, at))  # حداد لباريس
            person = self._people.get(self._forms[at][skip if at == name.start else 0 :])
            if person is not None:
                return self._cut_after(phrase, name, at, person)
        return phrase

    def _without_city(self, phrase: NounPhrase, at: int) -> NounPhrase:
        """«زار الوزير سامي حداد عمان»: where he went is no title of his."""
        title = read_word(self._forms[at]).title
        other = title is None or title.number != "s"  # folded, عمان is two uncles too
        return evolve(phrase, last=at, behind=None) if self._is_place(at) and other else phrase

    def _is_city(self, at: int) -> bool:
        return self._is_place(at) and read_word(self._forms[at]).title is None

    def _is_place(self, at: int) -> bool:
        match = self._reader.words.match(at)
        return match is not None and match.entry.kind in _PLACES

    def _cut_after(self, phrase: NounPhrase, name: range, at: int, person: Draft) -> NounPhrase:
        role = phrase.role
        apposed = role is not None and role.start >= name.stop
        last = name.stop
        if at + 1 < name.stop and self._forms[at + 1] not in person.tokens:
            last = at + 1
        elif not apposed or role is None or self._agrees(role, person):
            return phrase
        return evolve(
            phrase, last=last, name=range(name.start, last), role=None if apposed else role
        )

    def _agrees(self, role: range, person: Draft) -> bool:
        title = read_word(self._forms[role.start]).title
        return title is None or title.gender == person.gender

    def _is_party(self, phrase: NounPhrase) -> bool:
        if phrase.quoted and phrase.name is None:
            return False
        if fold(phrase.head) in words("delegations") and self._goes_along(phrase):
            return False
        if phrase.name is not None and any(
            self._has_tanwin(i) or self._is_verb_with_object(i) for i in phrase.name
        ):
            return False
        first = read_word(self._unprefixed(phrase))
        title = first.title or (first.title_if_named if phrase.name is not None else None)
        if (
            first.nationality and phrase.head in _offices()
        ):  # a member of «الرئيسان الروسي والأميركي»
            return True
        if phrase.name is not None:
            if phrase.role is not None and phrase.role.start == phrase.first:
                return bool(
                    (title and (title.kind in _PARTY_TITLES or title.lemma == "مسؤول"))
                    or (first.nationality and self._has_known_name(phrase))
                )
            return phrase.quoted or self._has_known_name(phrase) or self._is_apposed(phrase)
        if phrase.known is not None:
            return True
        if title is not None and not first.verb:
            if self._is_verb_with_object(phrase.first):
                return False  # وطالبهم: demanded of them, not their student
            if title.kind not in _PARTY_TITLES and title.lemma != "مسؤول":
                return False
            if title.ordinary and len(range(phrase.first, phrase.last)) < 2:
                return False
            return phrase.definite or title.number != "s" or phrase.last - phrase.first > 1
        if first.head is not None and first.head.kind in ("ORGANISATION", "GROUP"):
            return phrase.definite or phrase.last - phrase.first > 1 or first.head.lemma == "وفد"
        return False

    def _goes_along(self, phrase: NounPhrase) -> bool:
        """«السفير والوفد المرافق له»: who comes with a party is none by itself."""
        return any(f in words("along") for f in self._forms[phrase.first + 1 : phrase.last + 1])

    def _has_known_name(self, phrase: NounPhrase) -> bool:
        assert phrase.name is not None
        forms = [self._forms[i] for i in phrase.name]
        if phrase.name.start == phrase.first:
            forms[0] = forms[0][phrase.skip :]
        if len(forms) == 1 and forms[0] in readings():
            return False  # أبان is rather the verb than the name
        if len(forms) == 1 and forms[0] in self._people and not read_word(forms[0]).common:
            return True
        return any(f in self._names for f in forms) or (
            len(forms) > 1 and (any(f in gaz.given_names() for f in forms))
        )

    def _is_apposed(self, phrase: NounPhrase) -> bool:
        """«سلمى نوران، مبعوثة الاتحاد»: the office after an unknown name vouches for it."""
        assert phrase.name is not None
        if phrase.role is None or phrase.role.start < phrase.name.stop:
            return False
        title = read_word(self._forms[phrase.role.start]).title
        return title is not None and title.kind in _PARTY_TITLES and len(phrase.name) > 1

    def _unprefixed(self, phrase: NounPhrase) -> str:
        form = self._forms[phrase.first]
        rest = form[phrase.skip :]
        if phrase.skip and form[phrase.skip - 1] == "ل" and rest.startswith("ل"):
            return "ا" + rest
        return rest


def _verb_form(form: str) -> VerbForm | None:
    """The reading of a form as a verb of the table; وزارة is no وزاره."""
    reading = verbs().get(form)
    if reading is None or reading.object is None or reading.tense != "past":
        return reading
    noun = form.removesuffix(reading.object)
    noun = noun[:-1] + "ه" if noun.endswith("ت") else noun
    return None if read_word(form).head or read_word(noun).head else reading


def _has_given(tokens: Iterable[str]) -> bool:
    return any(token in gaz.given_names() for token in tokens)


@cache
def _offices() -> frozenset[str]:
    return frozenset(t.lemma for t in gaz.titles().values())


def is_media(forms: Sequence[str], phrase: NounPhrase) -> bool:
    """Whether a phrase is who interviews: a newspaper, a channel, journalists."""
    if phrase.known is not None:
        return phrase.known.is_press
    return any(read_word(rest).bare in words("media") for _, rest in split(forms[phrase.first]))


def _times_by_token(
    page: Page, times: Sequence[TimeExpression]
) -> dict[int, tuple[TimeExpression, int]]:
    """Each time expression by its first token, with the token after its last."""
    placed = ((page.tokens_in(time.span), time) for time in times)
    return {tokens.start: (time, tokens.stop) for tokens, time in placed if tokens}
