"""Attribution around the words: content before its cue, and phrases that attribute.

«…، بحسب الوزارة», «… كما قال الوزير», «"…"، قال الوزير», «وميدانيا، يضيف الخبير، …».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from attrs import evolve

from ..names import Phrase
from ..names.words import read_word, word_set
from ..text import Quotation, fold
from .clause import COMMAS, DASHES, PAUSES, QUOTED_WORDS, STOPS, THROUGH, Clause
from .cues import CueReading, complementisers, is_joined, readings, starts, words
from .frame import Frame, verb_frame
from .objections import Objections
from .openings import FRAME_TOKENS, SAYING_ACTS
from .subjects import SubjectFinder

_HEARSAY = "وفق"
_PREPOSED_TOKENS = 25
_LEADS = ("", "و", "ف")


@cache
def lone_starts() -> frozenset[str]:
    """The words that can begin a phrase that attributes whatever follows, و and ف in front."""
    whole = words("by_prepositions") | words("by_conjunctions")
    whole |= {first for first, following in _sequences() if not following}
    return frozenset(lead + word for lead in _LEADS for word in whole)


@cache
def paired_starts() -> Mapping[str, AbstractSet[str]]:
    """The words that can begin one where a second word follows, with all that may be second."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for lead in _LEADS:
        found[lead + "علي"].add("ما")
        for first, following in _sequences():
            found[lead + first].update(following[:1])
    return found


def _sequences() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The first word and those that follow it of each sequence that attributes."""
    for name in ("by_sequences", "by_these_words"):
        for first, rests in starts(name).items():
            for following in rests:
                yield first, following


class HearsayFinder:
    """Finds the frames whose words stand before the cue or around it."""

    def __init__(self, clause: Clause, subjects: SubjectFinder, objections: Objections) -> None:
        self._clause = clause
        self._forms = clause.forms
        self._reader = clause.reader
        self._subjects = subjects
        self._objections = objections

    def phrase(self, at: int, sentence: range) -> Frame | None:
        """The frame of a phrase that attributes and begins at a token."""
        form = self._forms[at]
        if form not in lone_starts():
            seconds = paired_starts().get(form)
            if seconds is None or self._clause.form(at + 1) not in seconds:
                return None
        # وفقا begins with و of its own
        whole = form in words("by_prepositions") or form[0] not in "وف" or len(form) <= 3
        bare = form if whole else form[1:]
        if bare in words("by_prepositions"):
            return self._by_preposition(at, bare, sentence)
        lead = form.removeprefix("و")
        if self._clause.sequence("by_these_words", at, lead):
            return self._by_these_words(at, lead, sentence)
        if self._clause.sequence("by_sequences", at, lead):
            return self._by_sequence(at, lead, sentence)
        if bare in words("by_conjunctions"):
            return self._as_said(at, at + 1, sentence)
        if bare == "علي" and self._clause.form(at + 1) == "ما" and self._clause.is_parted(at):
            return self._as_said(at, at + 2, sentence)
        return None

    def verb(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        """The frame of a verb at a token whose words stand before it, or around it."""
        if reading.form != "verb" or is_joined(self._forms[at]):
            return None
        return self._after_quotation(at, reading, sentence) or self._interjected(
            at, reading, sentence
        )

    def interposed(self, frame: Frame, sentence: range) -> Frame:
        """«"…"، قال فلان، "…"»: the quotation before the cue goes on in the one behind it."""
        parted = frame.opening == "quotation" and self._clause.form(frame.content - 1) in COMMAS
        before = self._quotation_before(frame.cue.start, sentence) if parted else None
        if before is None:
            return frame
        if frame.form != "verb" or frame.preverbal or is_joined(self._forms[frame.cue.start]):
            return frame
        return evolve(frame, opening="before", content=before.last + 1, resumes=frame.content)

    # phrases

    def _by_preposition(self, at: int, bare: str, sentence: range) -> Frame | None:
        """«بحسب الوزارة، …», «… وفق المصدر», «ووفقا له فإن …»."""
        form = self._clause.form(at + 1)
        if form in ("ما", "لما"):
            return self._as_said(at, at + 2, sentence)
        with_to = bare in ("وفقا", "طبقا")
        if with_to and form in ("له", "لها", "لهم", "لهما"):
            gender = "f" if form == "لها" else "m"
            return self._placed(_by_pronoun(range(at, at + 2), gender), at, sentence)
        if with_to and not form.startswith("ل"):
            return None
        first = at + 1
        if form in THROUGH and bare in words("by_nouns"):
            first += 1  # نقلا عن مصادر
        same = self._clause.form(first).removeprefix("ل") in words("same_before")
        phrase = self._reader.read_joint(first + same, sentence.stop, proclitic=True)
        if phrase is None or not (same or self._can_be_source(phrase) or self._shows(phrase, at)):
            return None
        return self._placed(_by_source(range(at, at + 1), phrase), at, sentence)

    def _shows(self, phrase: Phrase, at: int) -> bool:
        """«وبحسب نتائج الدراسة، …», not «توزع الجوائز وفق نتائج المباريات»."""
        sentence = self._clause.sentence_of[at]
        parted = self._clause.is_parted(at) and not self._clause.is_colon(at - 1)
        apart = parted or self._comes_first(at, sentence)
        return apart and phrase.head in words("evidence")

    def _by_sequence(self, at: int, bare: str, sentence: range) -> Frame | None:
        """«…، على حد قول المدرب»، «-والكلام للباحث-»، «…، على حد تعبيره»."""
        behind = at + self._clause.sequence("by_sequences", at, bare)
        cue = range(at, behind)
        if len(cue) == 1 and not self._clause.is_parted(at):
            return None  # «الكلام للجميع»
        owned = self._forms[behind - 1].endswith(("ه", "ها", "هم"))
        if owned and self._forms[at] == "في" and not self._clause.begins(at, sentence):
            return None  # «أسئلة تبقى في نظره موضوعية»
        if owned:
            gender = "f" if self._forms[behind - 1].endswith("ها") else None
            return self._placed(_by_pronoun(cue, gender), at, sentence)
        phrase = self._reader.read_joint(behind, sentence.stop, proclitic=True)
        if phrase is None or not self._can_be_source(phrase):
            return None
        return self._placed(_by_source(cue, phrase), at, sentence)

    def _by_these_words(self, at: int, lead: str, sentence: range) -> Frame | None:
        """«"…"، بهذه الكلمات اختتم الأمين فلان المهرجان»: the verb may be any."""
        quotation = self._closed_before(at)
        verb = at + self._clause.sequence("by_these_words", at, lead)
        if read_word(self._clause.form(verb)).definite:
            verb += 1  # بهذه الكلمات المتفائلة
        form = self._clause.form(verb)
        told = read_word(form).verb or form in readings()
        if quotation is None or verb >= sentence.stop or not told:
            return None
        phrase = self._subjects.behind(verb + 1, sentence.stop).phrase
        if phrase is None or phrase.first != verb + 1 or not self._clause.can_speak(phrase):
            return None
        frame = _by_source(range(at, verb + 1), phrase)
        return evolve(frame, opening="before", content=quotation.last + 1)

    def _can_be_source(self, phrase: Phrase) -> bool:
        """Whether a phrase behind وفق is a source, not a rule or a measure (وفق القانون)."""
        if phrase.kind == "DOCUMENT":
            return fold(phrase.head) in words("speaking_documents")
        word = self._reader.words.word(phrase.first, phrase.skip)
        told = word.title or word.given or word.particle or word.definite
        if phrase.name is not None and not told:
            behind = phrase.last
            return len(phrase.name) == 1 and (
                behind >= len(self._forms)
                or self._clause.tokens[behind].kind == "punct"
                or self._forms[behind] in words("resuming")
            )
        return self._clause.can_speak(phrase)

    def _placed(self, frame: Frame, at: int, sentence: range) -> Frame | None:
        """With the content after the phrase where it stands first, before it where it is last."""
        joined = self._forms[at][0] == "و" and self._forms[at][1:] in words("by_prepositions")
        if not (joined or self._comes_first(at, sentence)):
            return evolve(frame, opening="before", content=at)
        stop = sentence.stop
        j = self._clause.remark_end(frame.content, stop) or frame.content
        if j in self._clause.opens:
            return evolve(frame, content=j)
        if self._clause.form(j) in word_set("relatives"):
            j = self._behind_relative(j, stop)
        definite = frame.speaker is not None and frame.speaker.definite
        if definite and self._is_clause_start(j):
            return evolve(frame, content=j)
        for k in range(j, min(stop, j + _PREPOSED_TOKENS)):
            form = self._forms[k]
            if self._clause.is_colon(k):
                return evolve(frame, opening="colon", content=k + 1)
            if form in words("resuming"):
                return evolve(frame, content=k + 1 if form == "فان" else k)
            if form in COMMAS:
                j = k + 1
                break
        if self._clause.form(j) in complementisers() and self._clause.is_particle(j):
            j = self._clause.behind_particle(j)
        return evolve(frame, content=j) if j < stop - 1 else None

    def _is_clause_start(self, at: int) -> bool:
        """«وبحسب المجلة تخطط الدولة», «وبحسب النشرة فمن المتوقع أن»: no comma parts them."""
        form = self._clause.form(at)
        if form[:1] == "ف" and form not in words("resuming"):
            return read_word(form[1:]).function or read_word(form[1:]).verb
        return form in words("becoming") or (read_word(form).verb and form not in readings())

    def _behind_relative(self, at: int, stop: int) -> int:
        """«ووفقا للوثيقة التي اعتمدت، وحصلت …، فإنها تغطي»: where the main clause resumes."""
        for k in range(at, min(stop, at + _PREPOSED_TOKENS)):
            if self._forms[k] in words("resuming") and self._forms[k - 1] in COMMAS:
                return k
        return at

    def _comes_first(self, at: int, sentence: range) -> bool:
        """Whether nothing but marks and a word like هذا stands before a token."""
        return all(
            self._clause.tokens[i].kind == "punct" or self._forms[i] in words("leads")
            for i in range(sentence.start, at)
        )

    def _as_said(self, at: int, verb_at: int, sentence: range) -> Frame | None:
        """«… كما قال مصدر», «… بحسب ما أعلنت الوزارة»: content before the cue, none after it."""
        form = self._clause.form(verb_at)
        reading = readings().get(form) or readings().get(form.removesuffix("ه"))
        if reading is None or reading.form != "verb" or reading.verb.act == "add":
            return None  # «كما واصلت»: and also
        end, limit = verb_at + 1, min(sentence.stop, verb_at + FRAME_TOKENS)
        while end < limit and not (
            self._forms[end] in STOPS or self._forms[end] in COMMAS or self._forms[end] in DASHES
        ):
            if (
                self._clause.is_particle(end)
                or self._clause.is_colon(end)
                or self._clause.quoted_words(end) >= QUOTED_WORDS
            ):
                return None
            end += 1
        subject, relay = self._sayer(verb_at, reading, end)
        also = self._forms[at] in ("كما", "وكما")
        if self._objections.is_passive(verb_at) or (
            also and self._tells_more(verb_at, subject, end)
        ):
            return None
        frame = verb_frame(range(at, verb_at + 1), reading, "before", at, subject, relay)
        resumes = subject is not None and self._clause.form(subject.last) in words("resuming")
        if subject is not None and resumes and self._clause.is_parted(at):
            return evolve(frame, opening="phrase", content=subject.last)
        if self._clause.form(end) in COMMAS and end + 1 in self._clause.opens:
            going_on = self.interposed(
                evolve(frame, opening="quotation", content=end + 1), sentence
            )
            frame = going_on if going_on.resumes is not None else frame
        if not self._comes_first(at, sentence):
            return frame
        lead = {self._forms[at], self._forms[at].removeprefix("و")}
        if not lead & words("by_prepositions") or end + 1 >= sentence.stop:
            return None  # كما قال at the head of a sentence is «he also said»
        return evolve(frame, opening="phrase", content=end + 1)

    def _sayer(self, at: int, reading: CueReading, end: int) -> tuple[Phrase | None, Phrase | None]:
        """Who speaks in «ما قال الوزير», and who passes it on in «ما نقلت الوكالة عن مصدر»."""
        if reading.verb.needs == "document" and self._clause.form(at + 1) == "في":
            source = self._reader.read(at + 2, end)  # «ما جاء في بيان الوزارة»
            return (source if source and self._can_be_source(source) else None), None
        subject = self._subjects.behind(at + 1, end).phrase
        if reading.verb.needs != "relay" or subject is None:
            return subject, None
        through = subject.last
        if self._clause.form(through) not in reading.verb.through:
            return subject, None
        source = self._reader.read_joint(through + 1, end)
        return (source, subject) if source is not None else (subject, None)

    def _tells_more(self, at: int, subject: Phrase | None, end: int) -> bool:
        """«كما أكد المدير جاهزية العمال»: he also affirmed, of something told only here."""
        behind = subject.last if subject is not None else at + 1
        if behind >= end or behind in self._reader.times:
            return False
        form = self._forms[behind]
        if subject is None:
            return form not in words("adverbs") and behind not in self._clause.opens
        tied = form[0] in "لبو" or form in words("adjunct_prepositions") | words("resuming")
        return not tied and self._clause.tokens[behind].kind == "word"

    # content before a verb

    def _after_quotation(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        """«"…"، قال الوزير»: the quotation stands before the cue."""
        quotation = self._closed_before(at)
        if quotation is None:
            return None
        lead = self._clause.form(quotation.first - 1)
        if quotation.first > sentence.start and not (
            lead == ":" or lead in COMMAS or lead in STOPS
        ):
            return None
        stop = min(sentence.stop, at + _PREPOSED_TOKENS)
        phrase = self._subjects.behind(at + 1, stop).phrase
        if phrase is None:
            return None
        return verb_frame(range(at, at + 1), reading, "before", quotation.last + 1, phrase)

    def _interjected(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        """«وميدانيا، يضيف الخبير، يبذل المغرب جهده»: verb and subject alone between marks."""
        if reading.verb.act not in SAYING_ACTS or at == sentence.start:
            return None
        if self._clause.form(at - 1) not in COMMAS:
            return None
        phrase = self._subjects.behind(at + 1, sentence.stop).phrase
        if phrase is None or phrase.first != at + 1 or not self._clause.can_speak(phrase):
            return None
        behind = self._clause.form(phrase.last)
        if phrase.last < sentence.stop and not (behind in COMMAS or behind in STOPS):
            return None
        return verb_frame(range(at, at + 1), reading, "before", at, phrase)

    def _quotation_before(self, at: int, sentence: range) -> Quotation | None:
        """The quotation that ends right before a cue and a comma, and opens its sentence."""
        quotation = self._closed_before(at)
        if quotation is None or quotation.last == at - 1:
            return None
        lead = range(sentence.start, quotation.first)
        return quotation if all(self._clause.tokens[i].kind == "punct" for i in lead) else None

    def _closed_before(self, at: int) -> Quotation | None:
        """The quotation of some length that closes before a token, commas and dashes between."""
        before = at - 1
        while self._clause.form(before) in PAUSES:
            before -= 1
        quotation = self._clause.closes.get(before)
        long = quotation is not None and quotation.last - quotation.first > QUOTED_WORDS
        return quotation if long else None


def _by_source(cue: range, phrase: Phrase) -> Frame:
    """«بحسب الوزارة»: the words that follow are those of a source."""
    return Frame(
        cue, _HEARSAY, "say", "preposition", "phrase", phrase.last, phrase.gender, speaker=phrase
    )


def _by_pronoun(cue: range, gender: str | None) -> Frame:
    """«وفقا له», «على حد تعبيره»: the source is told by a pronoun."""
    return Frame(cue, _HEARSAY, "say", "preposition", "phrase", cue.stop, gender, pronoun=True)
