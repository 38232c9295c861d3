"""Clause frames: a cue, who speaks by the grammar of the clause, and where the content begins.

Arabic news clauses are verb, subject, adjuncts, then إن/أن, a colon or a quotation mark. The frame
is parsed in that order; the speaker is never guessed as the nearest name.
"""

from __future__ import annotations

from functools import cache
from itertools import compress

from ..names import Phrase, PhraseReader
from ..names.words import read_word, word_set
from ..text import Page
from .clause import QUOTED_WORDS, THROUGH, Clause
from .cues import CueReading, complementisers, is_joined, readings, spoken_nouns, words
from .frame import Dropped, Frame, verb_frame
from .hearsay import HearsayFinder, lone_starts, paired_starts
from .objections import Objections
from .openings import FRAME_TOKENS, SAYING_ACTS, Opening, OpeningFinder
from .subjects import SubjectFinder

_HEADLINE_SPEAKER_TOKENS = 12
_NOUN_CLAUSE_TOKENS = 9
_UNSAID_TOKENS = 3
_LONG_SENTENCE = 100  # tokens; looked up from its end, lest each cue ask the next in turn
_BARE = frozenset(("قال", "أضاف", "تابع", "أردف"))
_NO_CONTENT = "no content: no clause, colon, quotation or noun that it takes"


@cache
def _first_words() -> frozenset[str]:
    """The words a frame can begin with; most words of a text are not in here."""
    return lone_starts().union(paired_starts(), readings(), spoken_nouns(), words("saying"))


@cache
def _passing_on() -> frozenset[str]:
    """The words that may tell who passes on what another has said."""
    return words("published_it").union(words("by_prepositions"), ("نقلا",))


class FrameFinder:
    """Finds the frames of one page; ``dropped`` are the candidates it turned down."""

    def __init__(self, page: Page, reader: PhraseReader) -> None:
        self.clause = Clause(page, reader)
        self._page = page
        self._reader = reader
        self._forms = reader.forms
        self._openings = OpeningFinder(self.clause)
        self._subjects = SubjectFinder(self.clause)
        self._objections = Objections(self.clause, self._subjects)
        self._hearsay = HearsayFinder(self.clause, self._subjects, self._objections)
        self.dropped: list[Dropped] = []

    def find(self) -> list[Frame]:
        """All frames, by the position of their cues."""
        found: list[Frame] = []
        taken = 0
        for sentence in self._page.sentences:
            if len(sentence) > _LONG_SENTENCE:
                self._look_up(sentence)
        places = range(len(self._forms))
        for at in compress(places, map(_first_words().__contains__, self._forms)):
            if at < taken or self.clause.tokens[at].kind != "word":
                continue
            frame = self._frame_at(at, self.clause.sentence_of[at])
            if frame is None:
                continue
            found.append(frame)
            taken = frame.cue.stop
            if frame.opening not in ("before", "nominal"):
                taken = max(taken, frame.content)
        return found

    def _look_up(self, sentence: range) -> None:
        """Find the openings from the last to the first, as each asks for the one that follows."""
        for at in reversed(sentence):
            if self._forms[at] in readings():
                self._openings.behind(at, sentence.stop)

    def drop(self, frame: Frame, reason: str) -> None:
        """Note that a frame gives no quote after all."""
        self.dropped.append(Dropped(frame.cue.start, frame.lemma, reason))

    def headline(self, line: range, following: range | None) -> Frame | None:
        """«لافروف: لن نتراجع»: a speaker, a colon and what he says, in a line of its own.

        Where the line ends with the colon the ``following`` line is what is said.
        """
        forms = self._forms
        at = next((i for i in line if self.clause.is_colon(i) and i > line.start), None)
        if at is None:
            return None
        begin = self._words_before(at, line)
        quotation = self.clause.closes.get(at - 1)
        if quotation is not None:  # «الاتحاد»: …, or whom he told: الوزير لـ«الاتحاد»: …
            begin = self._words_before(quotation.first, line)
        if not 0 < at - begin <= _HEADLINE_SPEAKER_TOKENS or any(
            f in words("no_speakers") for f in forms[begin:at]
        ):
            return None
        phrase = self._reader.read_joint(begin, at)
        quoted = self.clause.quoted_words(at + 1) >= QUOTED_WORDS
        if phrase is None or not (quoted or self._fills(phrase, at)):
            return None
        if self._is_byline(at, line.stop):
            return None
        content = at + 1
        if content >= line.stop:
            if following is None:
                return None
            content = following.start
        elif phrase.kind == "PLACE" and content not in self.clause.opens:
            return None  # «سوريا: …» names the topic, «الجزائر: فلان» the reporter
        return Frame(
            range(at, at + 1),
            ":",
            "say",
            "colon",
            "colon",
            content,
            phrase.gender,
            speaker=phrase,
        )

    def _words_before(self, at: int, line: range) -> int:
        """Where the words without punctuation begin that stand before a token."""
        while at > line.start and self.clause.tokens[at - 1].kind != "punct":
            at -= 1
        return at

    def _is_byline(self, colon: int, stop: int) -> bool:
        """«فلان: رئيس اللجنة بالولاية»: behind the colon stands nothing but his office."""
        office = self._reader.read(colon + 1, stop) if colon + 1 < stop else None
        if office is None or office.kind != "PERSON" or office.name is not None:
            return False
        return not any(read_word(form).verb for form in self._forms[office.last : stop])

    def _fills(self, phrase: Phrase, at: int) -> bool:
        """Whether a phrase is all that stands before the colon, but for an addressee."""
        if phrase.last == at:
            return True
        behind = self._forms[phrase.last]
        return behind in THROUGH or behind == "(" or behind.startswith("ل")

    def _frame_at(self, at: int, sentence: range) -> Frame | None:
        form = self._forms[at]
        reading = readings().get(form)
        objection = None
        if reading is not None:
            objection = self._objections.to(at, reading, sentence)
            frame = None if objection else self._verb_frame(at, reading, sentence)
            if frame is None and objection is None and is_joined(form):
                joined = readings()[form[1:]]
                if joined is not reading:
                    frame = self._verb_frame(at, joined, sentence)  # ورد: و and رد
            if frame is not None:
                return frame
            self.dropped.append(Dropped(at, reading.verb.lemma, objection or _NO_CONTENT))
        elif form in spoken_nouns():
            return self._noun_frame(at, sentence.stop)
        frame = self._hearsay.phrase(at, sentence)
        if (
            frame is None
            and form in words("saying")
            and objection is None
            and not self._may_say(at)
        ):
            return self._saying_frame(at, sentence.stop)
        return frame

    # verbs and participles

    def _verb_frame(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        needs = reading.verb.needs
        if needs == "relay":
            return self._relay_frame(at, reading, sentence)
        if needs == "document":
            return self._document_frame(at, reading, sentence.stop)
        opening = self._openings.behind(at, sentence.stop)
        if opening is None and (frame := self._hearsay.verb(at, reading, sentence)) is not None:
            return frame
        opening = self._with_bare(opening, at, reading, sentence)
        if opening and reading.verb.act == "report" and (said := self._said(at, opening)):
            return said
        if opening is None or self._is_loose(opening, at, reading, sentence):
            return None
        alone = opening.kind in ("clause", "quotation", "colon")
        subject = self._subjects.of_verb(at, reading, opening.end, sentence, alone=alone)
        if reading.form == "verb" and not self._reports(
            opening, at, reading, subject.phrase, sentence
        ):
            return None
        speaker, relay = self._with_source(subject.phrase, at + 1, opening.end)
        cue = range(at, at + 1)
        frame = verb_frame(cue, reading, opening.kind, opening.content, speaker, relay)
        frame.preverbal = subject.preverbal
        frame.medium, frame.addressee = subject.medium, subject.addressee
        return self._hearsay.interposed(frame, sentence)

    def _with_bare(
        self, opening: Opening | None, at: int, reading: CueReading, sentence: range
    ) -> Opening | None:
        """The opening of a verb, or what stands right behind its subject: «وقال ندرك أن»."""
        if reading.verb.lemma not in _BARE or not reading.past or reading.form != "verb":
            return opening
        if opening is None:
            return self._openings.bare(at, sentence.stop)
        if opening.kind == "clause":
            return self._openings.bare(at, opening.end, surely=True) or opening
        return opening

    def _is_loose(self, opening: Opening, at: int, reading: CueReading, sentence: range) -> bool:
        """Whether an opening is hardly that of this participle or verbal noun."""
        if reading.form == "verbal_noun":
            return opening.kind == "nominal" or opening.content - at > _NOUN_CLAUSE_TOKENS
        if opening.kind == "nominal":
            purpose = not reading.past and self._forms[at].startswith("ل")  # ليعلن عن بداية
            return purpose or self._is_adjective(at, reading, sentence)
        return reading.form == "participle" and self._leads_to_list(at, opening, sentence)

    def _reports(
        self,
        opening: Opening,
        at: int,
        reading: CueReading,
        phrase: Phrase | None,
        sentence: range,
    ) -> bool:
        """Whether a verb with this subject tells of words."""
        if reading.verb.needs == "finding":  # أثبت المدرب أنه الأفضل: by what he did
            return phrase is not None and phrase.kind not in ("PERSON", "PLACE")
        return self._has_speaker(at, opening, phrase, sentence)

    def _leads_to_list(self, at: int, opening: Opening, sentence: range) -> bool:
        """«صار مقرا للبلدية: قاعات وحديقة»: an object or predicate, and a colon of the writer's."""
        apart = self.clause.begins(at, sentence)
        told = opening.content == at + 2 or opening.content in self.clause.opens
        return opening.kind == "colon" and not (apart or told)

    def _has_speaker(
        self, at: int, opening: Opening, phrase: Phrase | None, sentence: range
    ) -> bool:
        """Whether a verb whose content is a noun, or only behind a colon, has somebody speaking.

        «أشارت عقارب الساعة إلى الثامنة», «كشف حساب: ثلاثة أشهر»; a subject may be in the verb.
        """
        loose = opening.kind == "colon" and opening.content not in self.clause.opens
        if opening.kind != "nominal" and not loose:
            return True
        if loose and (
            self.clause.begins(at, sentence)
            or self.clause.form(at - 1) in words("clause_starts")
            or self._is_fronted(at, sentence)
        ):
            return True
        if phrase is not None:
            if self.clause.can_speak(phrase) or phrase.kind == "DOCUMENT":
                return True
            surname = not read_word(self._forms[phrase.first]).common  # وقال المدادحة: …
            return loose and surname and phrase.last == opening.end == at + 2
        if loose:
            return False
        return opening.end <= at + 1 or self._forms[at + 1] in words("adverbs")

    def _is_fronted(self, at: int, sentence: range) -> bool:
        """«وعن نوعية الطعام قال: …»: a phrase with a preposition stands before the first verb."""
        first = self._forms[sentence.start]
        if readings()[self._forms[at]].verb.act not in SAYING_ACTS:
            return False
        if not {first, first[1:]} & (words("adjunct_prepositions") | words("fronted")):
            return False
        between = self._forms[sentence.start : at]
        return not any(read_word(form).verb or form in readings() for form in between)

    def _is_adjective(self, at: int, reading: CueReading, sentence: range) -> bool:
        """«مهددة بالتوقف», «زيارة مرجحة»: a participle that tells nothing of a speaker."""
        accusative = self._forms[at].endswith("ا")
        before = self.clause.tokens[at - 1]
        parted = at == sentence.start or (before.kind == "punct" and before.form != "(")
        return reading.form == "participle" and not (accusative or parted)

    def _with_source(
        self, subject: Phrase | None, first: int, stop: int
    ) -> tuple[Phrase | None, Phrase | None]:
        """Who speaks and who relays: in «أفادت وكالة … نقلا عن مصدر بأن» the source speaks."""
        passing_on = _passing_on()
        if passing_on.isdisjoint(self._forms[first:stop]):
            return subject, None
        for j in range(first, stop - 1):
            if self._forms[j] == "نقلا" and self._forms[j + 1] == "عن":
                source = self._reader.read_joint(j + 2, stop)
                if source is not None and self.clause.is_press(source):
                    return subject, source
                if source is not None:
                    return source, subject
        return subject, self._published_by(first, stop)

    def _published_by(self, first: int, stop: int) -> Phrase | None:
        """«قال الوزير، وفق بيان للسفارة، إن», «في تصريح نشرته الوكالة إن»: who passes it on."""
        for j in range(first, stop - 1):
            form = self._forms[j]
            at = None
            if form in words("published_it"):
                at = j + 1
            elif form in words("by_prepositions") and self.clause.is_parted(j):
                behind = self.clause.form(j + 1) in ("ما", "لما")
                at = j + 3 if behind else j + 1
                at += self.clause.form(at) in words("quoted_from")  # بحسب ما نقلت عنه القناة
            phrase = self._reader.read_joint(at, stop, proclitic=True) if at is not None else None
            if phrase is not None and (self.clause.can_speak(phrase) or phrase.quoted):
                return phrase
            if phrase is not None and phrase.kind == "DOCUMENT" and phrase.last < stop:
                return self._reader.read_joint(phrase.last, stop, proclitic=True)
        return None

    def _relay_frame(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        """«نقلت وكالة … عن مصدر قوله إن»; «نقلت وكالة … أن»; «نقل عن مصدر أن»."""
        opening = self._openings.first(at + 1, sentence.stop)
        if opening is None or self.clause.form(at - 1) in complementisers():
            return None  # «أن نقل السفارة …»: a noun
        if any(self._says(j) for j in range(at + 2, opening.end)):
            return None  # «تنقل الصحيفة شهادات الضحايا، إذ يقول أحدهم …»
        if "الي" in self._forms[opening.end - 1 : opening.end + 1]:
            return None  # «نقل البضائع إلى أن انتهى العمل»
        if reading.form == "verbal_noun" and "عن" not in self._forms[at + 1 : opening.end]:
            return None  # «رفضوا نقل والدتي إلى أن ساءت حالتها»
        if (said := self._said(at, opening)) is not None:
            return said
        relay = None
        if self.clause.form(at - 1) in ("قد", "وقد"):
            relay = self._subjects.before(at, reading, sentence)  # كانت الوكالة قد نقلت عن
        frame = verb_frame(range(at, at + 1), reading, opening.kind, opening.content)
        frame.gender = None
        through = reading.verb.through
        source_at = next((j for j in range(at + 1, opening.end) if self._forms[j] in through), None)
        if source_at is None:
            subject = self._subjects.behind(at + 1, opening.end).phrase
            told = subject is None or self.clause.can_speak(subject)
            if not told or not self.clause.begins(at, sentence):
                return None  # «تنقل الخام إلى …», «رفضوا نقل والدتي إلى أن …»
            frame.speaker = subject
            return frame
        source = self._reader.read_joint(source_at + 1, opening.end)
        if self._forms[source_at] == "من" and not (source and self.clause.can_speak(source)):
            return None  # «علم فلسطين من على المبنى»
        frame.act = "say"
        frame.speaker = source
        frame.relay = relay or self._subjects.behind(at + 1, source_at).phrase
        return frame

    def _says(self, at: int) -> bool:
        """Whether a verb of saying stands here with a clause of its own, not «وقال يقول»."""
        reading = readings().get(self._forms[at])
        said = reading is not None and reading.form == "verb" and reading.verb.act in SAYING_ACTS
        return said and (self._forms[at] not in words("saying") or self._forms[at - 1] == "اذ")

    def _document_frame(self, at: int, reading: CueReading, stop: int) -> Frame | None:
        """«جاء في بيان الوزارة أن», «ورد في التقرير: …», «كلمة الوزير جاء فيها»."""
        phrase = None
        j = at + 2
        if self.clause.form(at + 1) == "في":
            phrase = self._reader.read(at + 2, min(stop, at + FRAME_TOKENS))
            if phrase is None or not self._is_document(phrase):
                return None
            j = phrase.last
        elif self.clause.form(at + 1) == "علي" and self.clause.form(at + 2) == "لسان":
            if self.clause.form(at - 1) in ("ما", "كما"):
                return None
            phrase = self._reader.read(at + 3, min(stop, at + FRAME_TOKENS))
            if phrase is None:
                return None
            j = phrase.last
        elif self.clause.form(at + 1) not in ("فيه", "فيها"):
            return None
        opening = self._openings.first(j, stop)
        if opening is None:
            return None
        frame = verb_frame(range(at, at + 1), reading, opening.kind, opening.content, phrase)
        frame.gender = None
        return frame

    def _said(self, at: int, opening: Opening) -> Frame | None:
        """«أوردت الصحيفة قول الوزير إن»: the minister speaks, who reports his words relays them."""
        for j in range(at + 1, opening.end):
            if self._forms[j] in spoken_nouns():
                frame = self._noun_frame(j, min(opening.content + 1, len(self._forms)))
                if frame is not None:
                    frame.relay = self._subjects.behind(at + 1, j).phrase
                return frame
        return None

    def _noun_frame(self, at: int, stop: int) -> Frame | None:
        """«رغم تأكيد الوزارة أن», «بعد إعلان الجيش أمس أن»: a verbal noun with who has spoken."""
        near = self._forms[max(at - _UNSAID_TOKENS, 0) : at]
        if any(form.removeprefix("و") in words("unsaid") for form in near):
            return None
        phrase = self._reader.read_joint(at + 1, stop)
        if phrase is None or not phrase.definite or not self.clause.can_speak(phrase):
            return None
        opening = self._openings.first(phrase.last, min(stop, phrase.last + _NOUN_CLAUSE_TOKENS))
        if opening is None or opening.kind != "clause":
            return None
        between = self._forms[phrase.last : opening.end]
        if any(read_word(form).verb or form in readings() for form in between):
            return None
        verb = spoken_nouns()[self._forms[at]]
        return Frame(
            range(at, at + 1),
            verb.lemma,
            verb.act,
            "verbal_noun",
            opening.kind,
            opening.content,
            speaker=self._reader.complete(phrase, opening.end),
        )

    def _is_document(self, phrase: Phrase) -> bool:
        """A statement, a speech, a tweet: not «جاء في صدارة الترتيب»."""
        word = self._reader.words.word(phrase.first, phrase.skip)
        spoken = word_set("media") | word_set("addressees")
        return phrase.kind == "DOCUMENT" or word.bare in spoken or self.clause.can_speak(phrase)

    def _may_say(self, at: int) -> bool:
        """«يمكن القول إن», «لا بد من القول إن»: nobody has said so."""
        before = self.clause.form(at - 1)
        may = self.clause.form(at - 2) if before == "من" else before.removeprefix("و")
        return may in words("before_own_words")

    def _saying_frame(self, at: int, stop: int) -> Frame | None:
        """«بالقول إن» and «قوله إن» that no cue before them has taken."""
        opening = self._openings.after_saying(at, stop)
        if opening is None:
            return None
        form = self._forms[at]
        return Frame(
            range(at, at + 1),
            "قال",
            "say",
            "participle" if form.startswith("قائل") else "verbal_noun",
            opening.kind,
            opening.content,
            "f" if form.endswith("ها") else None,
        )
