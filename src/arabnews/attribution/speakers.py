"""Who speaks: explicit subjects, and subjects told only by the verb, from the discourse.

The state runs through the article: who spoke last, the last unnamed source, the last document.
What a pronoun refers to must agree with it in gender; where nothing fits, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import define, evolve

from ..model.types import SpeakerHow
from ..names import Draft, Names, Phrase
from ..names.words import is_verb, read_word, word_set
from ..text import fold
from .clause import COMMAS, DASHES, Clause
from .cues import honoured_offices, readings, words
from .frame import Frame
from .subjects import SubjectFinder

_SHORT = 3
_STATEMENT = "بيان"
_THESE = "هؤلاء"
_OWNER_TOKENS = 6
_BACK = 60  # tokens a clause of the same sentence may lie back
_REACH = 200  # tokens back to where several spoke
_TURNS = 8  # sentences back to a topic, and verbs that nothing said follows


@define(eq=False)
class Attribution:
    """Who speaks in a frame: the entities in the making, how known, and the phrase at the cue."""

    people: tuple[Draft, ...]
    how: SpeakerHow
    phrase: Phrase | None


class SpeakerFinder:
    """Resolves the speakers of frames, in the order of the text."""

    def __init__(self, names: Names, clause: Clause, silent: Sequence[int] = ()) -> None:
        """``silent`` are the cues, in order, that nothing said follows: «انتقد فلان القرار»."""
        self._clause = clause
        self._silent = silent
        self._subjects = SubjectFinder(clause)
        self._reader = names.reader
        self._table = names.table
        self._mentions = names.mentions
        self._last: tuple[Draft, ...] = ()
        self._last_sentence: range = range(0)
        self._group: tuple[Draft, ...] = ()  # who last spoke of several, and where
        self._group_at = 0
        self._first_verbs: dict[int, int | None] = {}  # by the first token of a sentence
        self._in_front_of: dict[tuple[int, int], Draft | None] = {}
        self._document: tuple[Draft, ...] = ()
        self._document_head = ""

    def speaker(self, frame: Frame, sentence: range, *, embedded: bool) -> Attribution | None:
        """The speaker of a frame; call for every frame in order. None where nobody is known.

        What is ``embedded`` in the words of another does not change who speaks in the article.
        """
        if frame.speaker is not None:
            found = self._explicit(frame.speaker, frame)
        elif (frame.opening == "before" and not frame.pronoun) or frame.form == "colon":
            found = None
        else:
            found = self._implicit(frame, sentence)
        relative = self._reader.forms[frame.cue.start - 1] in word_set("relatives")
        aside = relative and found is not None and found.people[0].kind != "PERSON"
        if found is not None and found.people and not (embedded or aside):
            self._last, self._last_sentence = found.people, sentence
            one = found.people[0]
            if len(found.people) > 1 or (one.number == "p" and one.kind in ("PERSON", "GROUP")):
                self._group, self._group_at = found.people, frame.cue.start
        return found

    def relay(self, phrase: Phrase | None) -> Draft | None:
        """Who passes the words on, from the phrase that tells it."""
        return self._table.members(phrase)[0] if phrase is not None else None

    def source(self, frame: Frame) -> Draft | None:
        """Who the phrase of a frame names, where the words are those of somebody else."""
        found = self._explicit(frame.speaker, frame) if frame.speaker is not None else None
        return found.people[0] if found is not None and found.people else None

    def _explicit(self, phrase: Phrase, frame: Frame) -> Attribution | None:
        forms = self._reader.forms
        first = forms[phrase.first][phrase.skip :]
        word = read_word(first)
        before = self._reader.tokens[phrase.first].start
        if first in word_set("honorific_pronouns"):
            person = self._honoured(first, phrase.first) or self._topic(phrase.first)
            return Attribution((person,), "anaphor", phrase) if person else None
        if phrase.kind == "DOCUMENT":
            return self._of_document(phrase, frame)
        short = phrase.last - phrase.first <= _SHORT and phrase.name is None and not phrase.members
        if short and phrase.definite and self._is_bare(phrase):
            if word.title and word.title.lemma in words("sources"):
                source = self._table.unnamed_source(before, phrase.number)
                if source is not None:
                    return Attribution((source,), "anaphor", phrase)
                if self._has_just_spoken(phrase):
                    return Attribution(self._last, "anaphor", phrase)  # in Maghrebi copy
            if word.bare in ("اخير", "اخيره"):
                person = self._recent(frame, phrase.first)
                return Attribution((person,), "anaphor", phrase) if person else None
            if both := self._both(phrase, before):
                return Attribution(both, "anaphor", phrase)
        people = tuple(self._table.members(phrase))
        if len(people) == 1 and self._names_spokesman(people[0], phrase):
            self._table.join(people[0], self._last[0])
            people = self._last
        woman = frame.form == "verb" and frame.gender == "f" and frame.number == "s"
        if woman and len(people) == 1 and people[0].kind == "PERSON" and not frame.preverbal:
            people[0].gender = "f"  # وتقول أوفنيا: the verb tells what the name does not
        how: SpeakerHow = "explicit"
        if short and self._is_bare(phrase) and people and phrase.definite and phrase.known is None:
            if people[0].mention_before(before) is not None:
                how = "anaphor"
            elif word.title and word.title.kind == "speaker" and self._has_just_spoken(phrase):
                return Attribution(self._last, "anaphor", phrase)  # المتحدث ذاته: who spoke last
        if short and people and self._is_the_official(phrase, people[0]):
            return Attribution(self._last, "anaphor", phrase)
        return Attribution(people, how, phrase)

    def _both(self, phrase: Phrase, before: int) -> tuple[Draft, ...]:
        """الوزيران: the two ministers told so far; الجانبان: the two told last, whatever they are.

        These have spoken together before, or are named in the sentence before.
        """
        any_two = phrase.head in word_set("pairs")
        if phrase.number != "d" and not any_two:
            return ()
        told = [d for d in self._table.told("office", phrase.head) if d.named]
        holders = [d for d in told if d.mention_before(before) is not None]
        if len(holders) == 2:
            return tuple(holders)
        pair = self._last if len(self._last) == 2 else self._two_before(phrase)
        held = all(any(t.head == phrase.head for t in [*d.titles, *d.derived]) for d in pair)
        return pair if any_two or held else ()

    def _two_before(self, phrase: Phrase) -> tuple[Draft, ...]:
        """The two countries or office holders that the sentence before names, if it names two."""
        near = self._told_before(phrase.first)
        countries = dict.fromkeys(d for p, d in near if p.known and p.known.kind == "country")
        people = dict.fromkeys(d for _, d in near if d.named and d.titles and d.number == "s")
        sides = countries if countries and phrase.number != "d" else people
        return tuple(sides) if len(sides) == 2 else ()

    def _told_before(self, token: int) -> Sequence[tuple[Phrase, Draft]]:
        """Who and what is named in the sentence before that of a token."""
        stop = self._clause.sentence_of[token].start
        start = self._clause.sentence_of[stop - 1].start if stop else stop
        return self._mentions[self._mentions_before(start) : self._mentions_before(stop)]

    def _names_spokesman(self, person: Draft, phrase: Phrase) -> bool:
        """«قال المتحدث باسم الرئاسة … وردا على سؤال قال فلان»: a name not introduced tells his."""
        sentence = self._clause.sentence_of[phrase.first]
        last = self._last[0] if self._last and self._last_sentence.stop == sentence.start else None
        if last is None or last.named or not last.definite or last.kind != "PERSON":
            return False
        title = read_word(last.titles[0].head).title if last.titles else None
        told = person.mention_before(self._reader.tokens[phrase.first].start)
        return (
            title is not None
            and title.kind == "speaker"
            and (person.kind, person.number, person.gender) == ("PERSON", "s", last.gender)
            and len(person.tokens) > 1
            and not person.titles
            and told is None
            and not self._is_turn(sentence)
            and "\n" not in self._reader.page.slice(self._last_sentence.start, phrase.first)
        )

    def _is_the_official(self, phrase: Phrase, person: Draft) -> bool:
        """«المسؤول الحكومي»: an office holder who has just spoken, not one of another country."""
        word = self._reader.words.word(phrase.first, phrase.skip)
        official = word.definite and word.title is not None and word.title.lemma == "مسؤول"
        told = person.mention_before(self._reader.tokens[phrase.first].start) is not None
        if not official or told or person.named or not self._has_just_spoken(phrase):
            return False
        last = self._last[0]
        return last.named and bool(last.titles) and person.country in (None, last.country)

    def _has_just_spoken(self, phrase: Phrase) -> bool:
        """Whether the phrase may be said of the person who spoke last."""
        last = self._last[0] if self._last else None
        return last is not None and last.kind == "PERSON" and last.gender == phrase.gender

    def _honoured(self, pronoun: str, at: int) -> Draft | None:
        """Who سموه or معاليه at a token is: the last speaker, unless the title is another's.

        Then it is the subject of one of the last sentences, or else whoever was told last.
        """
        spoke = next((d for d in self._last if d.kind == "PERSON"), None)
        offices = honoured_offices().get(pronoun.removesuffix("ها").removesuffix("ه"), ())
        if spoke is not None and (not offices or self._has_title(spoke, offices)):
            return spoke
        topic = self._topic(at)
        if topic is not None and self._has_title(topic, offices):
            return topic
        before = self._reader.tokens[at].start
        told = [
            (start, d)
            for d in self._table.told("office", *offices)
            if d.named and (start := d.mention_before(before)) is not None
        ]
        return max(told, key=lambda pair: pair[0])[1] if told else spoke

    @staticmethod
    def _has_title(person: Draft, offices: Sequence[str]) -> bool:
        return any(head in offices for head, _, _ in person.titles)

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether a phrase is one noun, with نفسه or the like at most."""
        forms = self._reader.forms[phrase.first + 1 : phrase.last]
        if forms and forms[-1] in word_set("same_again"):
            return True  # المسؤول النقابي ذاته
        return all(f in word_set("same_again") or not f.isalpha() for f in forms)

    def _of_document(self, phrase: Phrase, frame: Frame) -> Attribution | None:
        """A statement speaks for the body that issued it; البيان for the last one told."""
        owner = self._owner(phrase) or self._own_document(phrase, frame)
        if owner is not None:
            self._document, self._document_head = (owner,), phrase.head
            return Attribution((owner,), "explicit", phrase)
        if phrase.definite and self._is_bare(phrase):
            same = phrase.head == self._document_head
            stated = phrase.head == _STATEMENT and fold(self._document_head) in words("statements")
            if self._document and (same or stated):
                return Attribution(self._document, "anaphor", phrase)
            if self._last and phrase.head == _STATEMENT and self._last[0].kind != "PERSON":
                return Attribution(self._last, "anaphor", phrase)
        self._document = tuple(self._table.members(phrase))
        self._document_head = phrase.head
        return Attribution(self._document, "explicit", phrase)

    def _owner(self, phrase: Phrase) -> Draft | None:
        """The body inside or right behind the phrase of a document: بيان صدر عن الخارجية."""
        forms = self._reader.forms
        limit = min(len(forms), phrase.last + _OWNER_TOKENS)
        stop = min(len(forms), limit + _OWNER_TOKENS)
        quotations = self._reader.words.quotations
        titled = forms[phrase.first][phrase.skip :] in word_set("titled")
        title_end = phrase.first  # نشرة «آفاق الاقتصاد في دول الخليج»
        for at in range(phrase.first + 1, limit):
            if titled and at in quotations:
                title_end = quotations[at].last
            if at <= title_end:
                continue
            issued = forms[at] in words("issued") or forms[at - 1] in words("issued")
            if at >= phrase.last and not issued:
                return None
            owner = self._reader.read(at, stop, proclitic=True)
            adjective = at < phrase.last and forms[at].endswith("يه")
            if owner is None or (adjective and not forms[at].startswith("لل")):
                continue  # تقارير إخبارية, but بلاغ للمديرية
            if owner.kind != "DOCUMENT" and self._clause.can_speak(owner):
                return self._table.resolve(owner)
        return None

    def _own_document(self, phrase: Phrase, frame: Frame) -> Draft | None:
        """«أبقى المصرف على سعر الفائدة، وفق ما جاء في بيان له»: the subject speaks of itself."""
        behind = self._reader.forms[phrase.last - 1 : phrase.last + 1]  # نشره is read as نشرة
        if frame.opening != "before" or words("its_own").isdisjoint(behind):
            return None
        frame = evolve(frame, gender=None)
        subject = self._subject_of(self._clause.sentence_of[phrase.first], frame)
        return subject or self._recent(frame, phrase.first)

    def _implicit(self, frame: Frame, sentence: range) -> Attribution | None:
        """The subject is only in the verb or participle, or a surname that is an everyday word."""
        if self._clause.form(frame.cue.stop) == _THESE:
            frame = evolve(frame, gender=None, number="p")  # وأوضح هؤلاء أن
        surname = self._surname_behind(frame)
        if surname is not None:
            return Attribution((surname,), "explicit", None)
        same_sentence = self._last_sentence == sentence
        if self._reader.forms[frame.cue.start] in words("said_by_nobody") and not same_sentence:
            return None
        if frame.form in ("participle", "verbal_noun") or same_sentence:
            if same_sentence and self._last and self._fits(frame, self._last):
                return Attribution(self._last, "pronoun", None)
            subject = self._doer(sentence, frame) or self._subject_of(sentence, frame)
            if subject is not None:
                return Attribution((subject,), "pronoun", None)
        subject = self._subject_of(sentence, frame) if frame.cue.start > sentence.start else None
        if subject is not None and not frame.pronoun and self._is_coordinated(frame, sentence):
            return Attribution((subject,), "pronoun", None)
        turned = self._turned_to(frame)
        if turned is not None:
            return Attribution((turned,), "carried", None)
        if self._last and self._fits(frame, self._last):
            return Attribution(self._last, "carried", None)
        if frame.number == "p" and self._group and frame.cue.start - self._group_at < _REACH:
            return Attribution(self._group, "carried", None)
        recent = self._recent(frame, frame.cue.start)
        # of bodies and groups told just before, hardly one in ten has spoken
        person = recent is not None and recent.kind == "PERSON" and recent.number == "s"
        return Attribution((recent,), "carried", None) if recent and person else None

    def _turned_to(self, frame: Frame) -> Draft | None:
        """Who took a stand since the last quote: «انتقد فلان القرار. وقال إن»."""
        last = bisect_left(self._silent, frame.cue.start)
        first = max(bisect_left(self._silent, self._last_sentence.stop), last - _TURNS)
        for at in reversed(self._silent[first:last]):
            stop = self._clause.sentence_of[at].stop
            person = self._named_subject(at, stop)
            if person is not None:
                return person if self._agrees(frame, person) else None
        return self._next_in_turn(frame)

    def _named_subject(self, at: int, stop: int) -> Draft | None:
        """The person named behind a verb as its subject."""
        phrase = self._subjects.behind(at + 1, stop).phrase
        if phrase is None or phrase.name is None or phrase.members:
            return None
        return self._table.members(phrase)[0]

    def _next_in_turn(self, frame: Frame) -> Draft | None:
        """«بدوره عرض المدير فلان المشاريع. وأشار إلى أن»: whose turn it was in between."""
        sentences = self._reader.page.sentences
        n = bisect_right(sentences, frame.cue.start, key=lambda s: s.stop) - 1
        if n < 0 or sentences[n].start < self._last_sentence.stop:
            return None
        sentence = sentences[n]
        verb = self._first_verb(sentence, sentence.stop) if self._is_turn(sentence) else None
        person = self._named_subject(verb, sentence.stop) if verb is not None else None
        return person if person is not None and self._agrees(frame, person) else None

    def _is_turn(self, sentence: range) -> bool:
        lead = self._reader.forms[sentence.start].removeprefix("و")
        return bool(self._clause.sequence("turns", sentence.start, lead))

    def _surname_behind(self, frame: Frame) -> Draft | None:
        """«وأضافت وهمي»: the word behind the verb is the surname of somebody told before."""
        at = frame.cue.stop
        if frame.form != "verb" or at >= len(self._reader.forms) or at == frame.content:
            return None
        return self._table.by_surname(self._reader.forms[at])

    def _is_coordinated(self, frame: Frame, sentence: range) -> bool:
        """Whether the cue follows a clause of its own sentence: «زار المصنع وقال إن».

        «أصدر النادي بيانا قال فيه إن» does so in any case.
        """
        within = self._reader.forms[frame.cue.stop : frame.cue.stop + 1]
        return frame.cue.start - sentence.start > _SHORT or within[0] in words("within")

    def _doer(self, sentence: range, frame: Frame) -> Draft | None:
        """«…، وعزا مختصون الركود إلى الأزمة، منبهين إلى أن»: the subject of the nearest clause."""
        forms = self._reader.forms
        if frame.form != "participle":
            return None
        for at in range(frame.cue.start - 1, max(sentence.start, frame.cue.start - _BACK), -1):
            joined = forms[at][0] in "وف" and len(forms[at]) > _SHORT
            parted = forms[at - 1] in COMMAS or forms[at - 1] == ":"
            if not (joined and read_word(forms[at][1:]).verb) and not parted:
                continue
            if not (joined or read_word(forms[at]).verb or forms[at] in readings()):
                continue
            phrase = self._subjects.behind(at + 1, frame.cue.start).phrase
            if phrase is not None and phrase.first == at + 1 and self._is_somebody(phrase):
                people = self._table.members(phrase)
                return people[0] if self._agrees(frame, people[0]) else None
        return None

    def _subject_of(self, sentence: range, frame: Frame) -> Draft | None:
        """The subject of the sentence of a cue, if the cue agrees with it.

        That is the phrase behind the first verb, or before it; where the verb tells it alone (وقال,
        ورحب) there is none.
        """
        stop = frame.cue.start
        verb = self._first_verb(sentence, stop)
        front = stop if verb is None else verb
        speech = self._in_speech_of(sentence, stop)
        if speech is not None and self._agrees(frame, speech):
            return speech
        before = self._in_front(sentence, front)
        if before is not None and self._agrees(frame, before):
            return before
        subject = self._subjects.behind(verb + 1, stop).phrase if verb is not None else None
        said = verb is not None and self._clause.is_colon(verb + 1)  # أوضح: «نحن ملتزمون»، مشددا
        if subject is not None and not said and self._is_somebody(subject):
            people = self._table.members(subject)
            return people[0] if self._agrees(frame, people[0]) else None
        begin = self._behind_fronted(sentence, front)
        named = self._mentions[self._mentions_before(begin) : self._mentions_before(stop)]
        persons = {id(d): d for _, d in named if d.kind == "PERSON" and d.named}
        only = next(iter(persons.values())) if len(persons) == 1 else None
        return only if only is not None and self._agrees(frame, only) else None

    def _in_speech_of(self, sentence: range, stop: int) -> Draft | None:
        """«وفي مداخلة لفلان، أشار إلى», «وفي تصريحات صحفية للوزير، قال»: whose words they are."""
        forms = self._reader.forms
        if forms[sentence.start].removeprefix("و") not in ("في", "خلال"):
            return None
        if read_word(self._clause.form(sentence.start + 1)).bare not in word_set("media"):
            return None
        for at in range(sentence.start + 2, min(stop, sentence.start + _OWNER_TOKENS)):
            if not forms[at].startswith("ل"):
                continue
            owner = self._reader.read(at, stop, proclitic=True)
            speaks = owner is not None and owner.skip and self._clause.can_speak(owner)
            if owner is None or not speaks or self._clause.tells_hearer(at):
                return None
            return None if self._clause.is_press(owner) else self._table.members(owner)[0]
        return None

    def _in_front(self, sentence: range, verb: int) -> Draft | None:
        """Who stands before the first verb as its subject, found once for each verb."""
        place = sentence.start, verb
        if place not in self._in_front_of:
            self._in_front_of[place] = self._find_in_front(sentence, verb)
        return self._in_front_of[place]

    def _find_in_front(self, sentence: range, verb: int) -> Draft | None:
        """Who stands before the first verb as its subject: «غير أن السكان رفضوا».

        What a fronted circumstance names (وعن العلاقة مع التيار، أوضح) is no subject.
        """
        forms = self._reader.forms
        begin = self._behind_fronted(sentence, verb)
        first = self._mentions_before(begin)
        for phrase, draft in self._mentions[first : self._mentions_before(verb)]:
            if (whole := self._around(phrase, begin, verb)) is not None:
                return self._table.members(whole)[0]
            near = forms[max(phrase.first - _OWNER_TOKENS, 0) : phrase.first]
            bracketed = "(" in near and ")" not in near  # عواصم (رويترز - د ب أ)
            dateline = draft.kind == "PLACE" and not DASHES.isdisjoint(forms[phrase.last : verb])
            if not (phrase.skip or bracketed or dateline):
                return draft
        start = self._behind_introducers(begin, verb)
        subject = self._reader.read_joint(start, verb, proclitic=True) if start < verb else None
        if subject is None or not self._clause.can_speak(subject):
            return None
        led = start > begin and not subject.definite  # وكان عريف في الجيش أرسل
        return self._table.members(subject)[0] if led or subject.kind == "GROUP" else None

    def _around(self, phrase: Phrase, begin: int, verb: int) -> Phrase | None:
        """«وكان عريف في الجيش أرسل رسالة»: the phrase in front that a mention is only a part of."""
        start = self._behind_introducers(begin, verb)
        if not begin < start < phrase.first:
            return None
        whole = self._reader.read_joint(start, verb)
        inside = whole is not None and phrase.last <= whole.last
        return whole if inside and whole and self._clause.can_speak(whole) else None

    def _behind_introducers(self, begin: int, verb: int) -> int:
        forms = self._reader.forms
        while begin < verb and forms[begin] in words("introducers") | words("adversatives"):
            begin += 1
        return begin

    def _behind_fronted(self, sentence: range, verb: int) -> int:
        """Where the clause begins behind a circumstance in front of it, before its verb."""
        forms = self._reader.forms
        begin = sentence.start
        if words("adjunct_prepositions") & {forms[begin], forms[begin][1:]}:
            begin = next((i + 1 for i in range(begin, verb) if forms[i] in COMMAS), verb)
        return begin

    def _topic(self, before: int) -> Draft | None:
        """The person named as the subject of one of the last sentences before a token."""
        sentences = self._reader.page.sentences
        last = bisect_right(sentences, before, key=lambda s: s.stop)
        for sentence in reversed(sentences[max(last - _TURNS, 0) : last]):
            subject = self._subject_named_in(sentence)
            if subject is not None:
                return self._table.members(subject)[0]
        return None

    def _subject_named_in(self, sentence: range) -> Phrase | None:
        """The name behind the first verb of a sentence."""
        verb = self._first_verb(sentence, sentence.stop)
        phrase = None if verb is None else self._subjects.behind(verb + 1, sentence.stop).phrase
        return phrase if phrase is not None and phrase.name is not None else None

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase surely names a person or body: not a lone word that no table knows."""
        if phrase.name is None or phrase.role is not None or phrase.known is not None:
            return self._clause.can_speak(phrase)
        return read_word(self._reader.forms[phrase.first]).given or self._table.knows(phrase)

    def _first_verb(self, sentence: range, stop: int) -> int | None:
        """The first verb of a sentence, if it stands before ``stop``."""
        if sentence.start not in self._first_verbs:
            forms = self._reader.forms
            self._first_verbs[sentence.start] = next(
                (at for at in sentence if is_verb(forms[at]) or forms[at] in readings()), None
            )
        at = self._first_verbs[sentence.start]
        return at if at is not None and at < stop else None

    def _recent(self, frame: Frame, before: int) -> Draft | None:
        """The person or body spoken of last before a token that agrees with the cue."""
        for n in range(self._mentions_before(before) - 1, -1, -1):
            phrase, draft = self._mentions[n]
            if draft.kind != "PLACE" and not phrase.skip and self._agrees(frame, draft):
                return draft
        return None

    def _mentions_before(self, token: int) -> int:
        """How many mentions begin before a token."""
        return bisect_left(self._mentions, token, key=lambda mention: mention[0].first)

    def _fits(self, frame: Frame, people: tuple[Draft, ...]) -> bool:
        return len(people) > 1 or self._agrees(frame, people[0])

    @staticmethod
    def _agrees(frame: Frame, draft: Draft) -> bool:
        if frame.number == "d" and draft.head.endswith("ان"):
            return True  # الجانبان
        if frame.number in ("p", "d") and draft.number == "s" and draft.kind != "GROUP":
            return False
        if frame.gender is None or frame.number != "s":
            return True
        if draft.number == "p" and draft.kind != "PERSON":
            return frame.gender == "f"  # قالت المصادر; of المحتجون a singular verb tells nothing
        return frame.gender == draft.gender
