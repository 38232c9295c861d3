"""Clause frames: a cue, who speaks by the grammar of the clause, and where the content begins.

Arabic news clauses are verb, subject, adjuncts, then إن/أن, a colon or a quotation mark. The frame
is parsed in that order; the speaker is never guessed as the nearest name.
"""

from __future__ import annotations

from attrs import evolve, frozen

from ..model.types import CueForm
from ..names import Phrase, PhraseReader
from ..names.words import word_set
from ..text import Page, Quotation, fold
from .clause import COMMAS, DASHES, QUOTED_WORDS, STOPS, THROUGH, Clause
from .cues import CueReading, complementisers, is_joined, readings, words
from .openings import FRAME_TOKENS, Opening, OpeningFinder, OpeningKind
from .subjects import SubjectFinder

_SHADDA = "\u0651"
_DAMMA = "\u064f"
_PREPOSED_TOKENS = 25
_HEADLINE_SPEAKER_TOKENS = 12
_NOUN_CLAUSE_TOKENS = 9
_HEARSAY = "وفق"
_SAY = "قال"
_NO_CONTENT = "no content: no clause, colon, quotation or noun that it takes"


@frozen
class Frame:
    """One cue with its clause. ``content`` is the first token of what is said.

    ``opening`` tells what leads into it; "before" stands for content that precedes the cue and
    ``content`` is then the token after its last. ``preverbal`` marks a speaker in front of the
    verb, ``pronoun`` one told by a pronoun (وفقا له). ``resumes`` is the opening mark of the
    second part of a quotation that the cue interrupts.
    """

    cue: range
    lemma: str
    act: str
    form: CueForm
    opening: OpeningKind
    content: int
    gender: str | None = None
    number: str = "s"
    speaker: Phrase | None = None
    relay: Phrase | None = None
    pronoun: bool = False
    preverbal: bool = False
    medium: range | None = None
    addressee: range | None = None
    resumes: int | None = None


@frozen
class Dropped:
    """A word that could have been a cue, by its token, and why it was none."""

    at: int
    lemma: str
    reason: str


class FrameFinder:
    """Finds the frames of one page; ``dropped`` are the candidates it turned down."""

    def __init__(self, page: Page, reader: PhraseReader) -> None:
        self.clause = Clause(page, reader)
        self._page = page
        self._reader = reader
        self._forms = reader.forms
        self._openings = OpeningFinder(self.clause)
        self._subjects = SubjectFinder(self.clause)
        self.dropped: list[Dropped] = []

    def find(self) -> list[Frame]:
        """All frames, by the position of their cues."""
        found: list[Frame] = []
        taken = 0
        for sentence in self._page.sentences:
            for at in reversed(sentence):
                reading = readings().get(self._forms[at])
                if reading is not None:
                    self._openings.behind(at, reading, sentence.stop)
            for at in sentence:
                if at < taken or self.clause.tokens[at].kind != "word":
                    continue
                frame = self._frame_at(at, sentence)
                if frame is None:
                    continue
                found.append(frame)
                taken = frame.cue.stop
                if frame.opening not in ("before", "nominal"):
                    taken = max(taken, frame.content)
        return found

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
        begin = at
        while begin > line.start and self.clause.tokens[begin - 1].kind != "punct":
            begin -= 1
        if begin > line.start and forms[begin - 1] in ("»", '"', "”") and begin == at:
            begin = next((q.first for q in self._page.quotations if q.last == at - 1), begin)
        if not 0 < at - begin <= _HEADLINE_SPEAKER_TOKENS or any(
            f in words("no_speakers") for f in forms[begin:at]
        ):
            return None
        phrase = self._reader.read_joint(begin, at)
        quoted = self.clause.quoted_words(at + 1) >= QUOTED_WORDS
        if phrase is None or not (quoted or self._fills(phrase, at)):
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
            objection = self._objection(at, reading, sentence)
            frame = None if objection else self._verb_frame(at, reading, sentence)
            if frame is None and objection is None and is_joined(form):
                frame = self._verb_frame(at, readings()[form[1:]], sentence)  # ورد: و and رد
            if frame is not None:
                return frame
            self.dropped.append(Dropped(at, reading.verb.lemma, objection or _NO_CONTENT))
        bare = form[1:] if form[0] in "وف" and len(form) > 3 else form
        if bare in words("by_prepositions"):
            return self._by_frame(at, bare, sentence)
        if bare in words("by_conjunctions"):
            return self._as_said(at, at + 1, sentence)
        if bare == "علي" and self.clause.form(at + 1) == "ما" and self._is_parted(at):
            return self._as_said(at, at + 2, sentence)
        if form in words("saying") and objection is None:
            return self._saying_frame(at, sentence.stop)
        return None

    def _is_parted(self, at: int) -> bool:
        """Whether a mark stands before a token: «…، على ما قال», not «تعقيبا على ما قال»."""
        return at > 0 and self.clause.tokens[at - 1].kind == "punct"

    def _begins_clause(self, at: int, sentence: range) -> bool:
        return at == sentence.start or self._is_parted(at) or is_joined(self._forms[at])

    # verbs and participles

    def _verb_frame(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        needs = reading.verb.needs
        if needs == "relay":
            return self._relay_frame(at, reading, sentence)
        if needs == "document":
            return self._document_frame(at, reading, sentence.stop)
        opening = self._openings.behind(at, reading, sentence.stop)
        if opening is None and (frame := self._after_content(at, reading, sentence)) is not None:
            return frame
        if opening is None and reading.verb.lemma == _SAY and reading.past:
            opening = self._openings.bare(at, sentence.stop) if reading.form == "verb" else None
        if opening is None:
            return None
        if opening.kind == "nominal" and (
            reading.form == "verbal_noun"
            or self._is_adjective(at, reading, sentence)
            or (not reading.past and self._forms[at].startswith("ل"))  # ليعلن عن بداية
        ):
            return None
        if reading.form == "verbal_noun" and opening.content - at > _NOUN_CLAUSE_TOKENS:
            return None
        if reading.form == "participle" and self._leads_to_list(at, opening, sentence):
            return None
        subject = self._subjects.behind(at + 1, opening.end)
        phrase = subject.phrase
        if reading.form in ("participle", "verbal_noun") or (
            phrase and not self._subjects.agrees_behind(phrase, at, reading, opening.end)
        ):
            phrase = None
        preverbal = None
        if reading.form == "verb" and self.clause.form(at - 1) in ("قد", "وقد"):
            preverbal = self._subjects.before(at, reading, sentence)  # كان فلان قد أبلغ السلطات
            phrase = None if preverbal is not None else phrase
        if reading.form == "verb" and self.clause.form(at - 1) in word_set("relatives"):
            preverbal = self._subjects.antecedent(at, reading) if phrase is None else None
        if (
            phrase is None
            and preverbal is None
            and reading.form == "verb"
            and (not is_joined(self._forms[at]) or self._forms[at].startswith("ف"))
        ):
            preverbal = self._subjects.before(at, reading, sentence)
        subject_phrase = phrase or preverbal
        if reading.form == "verb" and not self._has_speaker(at, opening, subject_phrase, sentence):
            return None
        frame = evolve(
            _frame(range(at, at + 1), reading, opening.kind, opening.content),
            speaker=subject_phrase,
            preverbal=preverbal is not None,
            medium=subject.medium,
            addressee=subject.addressee,
        )
        return self._interposed(self._with_source(frame, at + 1, opening.end), sentence)

    def _leads_to_list(self, at: int, opening: Opening, sentence: range) -> bool:
        """«صار مقرا للبلدية: قاعات وحديقة»: an object or predicate, and a colon of the writer's."""
        apart = self._begins_clause(at, sentence)
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
            self._begins_clause(at, sentence) or self.clause.form(at - 1) in words("clause_starts")
        ):
            return True
        if phrase is not None:
            return self.clause.can_speak(phrase) or phrase.kind == "DOCUMENT"
        if loose:
            return False
        return opening.end <= at + 1 or self._forms[at + 1] in words("adverbs")

    def _interposed(self, frame: Frame, sentence: range) -> Frame:
        """«"…"، قال فلان، "…"»: the quotation before the cue goes on in the one behind it."""
        before = self._quotation_before(frame.cue.start, sentence)
        parted = self.clause.form(frame.content - 1) in COMMAS
        if frame.opening != "quotation" or before is None or not parted:
            return frame
        if frame.form != "verb" or frame.preverbal or is_joined(self._forms[frame.cue.start]):
            return frame
        return evolve(frame, opening="before", content=before.last + 1, resumes=frame.content)

    def _quotation_before(self, at: int, sentence: range) -> Quotation | None:
        """The quotation that ends right before a cue and a comma, and opens its sentence."""
        before = at - 1
        while self.clause.form(before) in COMMAS or self.clause.form(before) in DASHES:
            before -= 1
        quotation = self.clause.closes.get(before)
        if quotation is None or before == at - 1:
            return None
        alone = all(
            self.clause.tokens[i].kind == "punct" for i in range(sentence.start, quotation.first)
        )
        return quotation if alone and quotation.last - quotation.first > QUOTED_WORDS else None

    def _is_adjective(self, at: int, reading: CueReading, sentence: range) -> bool:
        """«مهددة بالتوقف», «زيارة مرجحة»: a participle that tells nothing of a speaker."""
        accusative = self._forms[at].endswith("ا")
        parted = at == sentence.start or self.clause.form(at - 1) in COMMAS
        return reading.form == "participle" and not (accusative or parted)

    def _objection(self, at: int, reading: CueReading, sentence: range) -> str | None:
        """Why a form of a reporting verb reports nothing here, None where it may."""
        form = self._forms[at]
        before = self.clause.form(at - 1) if at > sentence.start else ""
        verb = reading.form == "verb"
        if self._is_noun(at, reading, before):
            return "a noun or adjective"
        if form in words("attitudes") and before in THROUGH:
            return "a noun behind a preposition"
        if reading.person == 1 or self._is_first_person(at, reading):
            return "first person"
        if self._is_denied(at, reading, before):
            return "negated"
        if form in words("impersonal") and self._tells_nobody(at):
            return "the writer's own voice"
        if verb and not reading.past and before in words("that_which"):
            return "behind ما: a thing that shows something"
        if verb and reading.past and self._is_passive(at):
            return "passive"
        if form.endswith("يدعي") and self._is_called(at):
            return "passive: is called"
        if verb and before in ("من", "لمن", "ممن"):
            return "behind من: nobody in particular"
        if verb and not reading.past and before in ("ان", "كي", "لكي"):
            # but قبل أن يستدرك بالقول
            return None if self.clause.form(at - 2) == "قبل" else "behind أن: not yet said"
        homograph = form in words("homographs") or (
            is_joined(form) and form[1:] in words("homographs")
        )
        if homograph and not self._is_true_cue(at, sentence):
            return "another word of the same form"
        return None

    def _is_noun(self, at: int, reading: CueReading, before: str) -> bool:
        """«على لوح», «كل تكهن», «أخطر ما», «بات مؤكدا», «لفت الأنظار»."""
        after = self.clause.form(at + 1)
        if reading.form == "participle":
            return before in words("becoming") or self.clause.is_epithet(at)
        if self.clause.sequence("idioms", at):
            return True
        if reading.form == "verbal_noun":
            return before in words("before_own_words")
        perfect = reading.form == "verb" and reading.past and not is_joined(self._forms[at])
        masculine = reading.gender == "m" and reading.number == "s"
        if not (perfect and masculine):
            return False
        elative = after == "ما" and self._forms[at].startswith("ا")
        return elative or before in THROUGH - {"من"} or before in words("before_nouns")

    def _is_passive(self, at: int) -> bool:
        """«دُعي», «اتُّهم»: a perfect with a damma written on its first consonant."""
        token = self.clause.tokens[at]
        written = self._page.text[token.start : token.end].lstrip("وف")
        return written[1:2] == _DAMMA

    def _is_called(self, at: int) -> bool:
        """«ويدعى فلان», which folds like يدعي."""
        end = self.clause.tokens[at].end
        return self._page.text[end - 1] == "ى" and not self.clause.is_particle(at + 1)

    def _is_first_person(self, at: int, reading: CueReading) -> bool:
        """«أعتقد», which folds like اعتقد: the hamza tells that somebody speaks of himself."""
        token = self.clause.tokens[at]
        written = self._page.text[token.start : token.end].lstrip("وف")
        return reading.form == "verb" and written[0] == "أ" and reading.verb.lemma[0] == "ا"

    def _is_denied(self, at: int, reading: CueReading, before: str) -> bool:
        """«لم يقل», «لا يقول», «لم يؤكد أو ينفي»; but لم ينف and لا يستبعد say something."""
        if self.clause.form(at + 1) == "احد" and before in words("negations") | {"لا", "ولا"}:
            return True
        earlier = self._forms[max(at - 3, 0) : max(at - 1, 0)]
        if before in ("او", "ولا") and any(f in words("negations") for f in earlier):
            return True
        if reading.verb.act in ("deny", "predict"):
            return False
        imperfect = reading.form == "verb" and not reading.past
        return before in words("negations") or (before in ("لا", "ولا") and imperfect)

    def _tells_nobody(self, at: int) -> bool:
        """«يذكر أن», «يشار إلى أن»: the writer's own voice."""
        if self.clause.is_particle(at + 1) or (
            self.clause.form(at + 1) in THROUGH and self.clause.is_particle(at + 2)
        ):
            return True
        stop = self.clause.sentence_of[at].stop
        phrase = self._subjects.behind(at + 1, min(stop, at + FRAME_TOKENS)).phrase
        return phrase is None or not self.clause.can_speak(phrase)

    def _is_true_cue(self, at: int, sentence: range) -> bool:
        """Whether بين, عبر or أبرز is the verb: written with shadda, or with a subject."""
        token = self.clause.tokens[at]
        if _SHADDA in self._page.text[token.start : token.end]:
            return True
        before = self.clause.form(at - 1)
        if at > sentence.start and before not in words("clause_starts"):
            return False
        if self.clause.is_particle(at + 1):
            return not self._forms[at].endswith("تبين")
        phrase = self._reader.read(at + 1, min(at + FRAME_TOKENS, len(self._forms)))
        return phrase is not None and (
            self.clause.can_speak(phrase) or self.clause.is_particle(phrase.last)
        )

    def _with_source(self, frame: Frame, first: int, stop: int) -> Frame:
        """«أفادت وكالة … نقلا عن مصدر بأن»: the source speaks, the agency relays."""
        for j in range(first, stop - 1):
            if self._forms[j] == "نقلا" and self._forms[j + 1] == "عن":
                source = self._reader.read_joint(j + 2, stop)
                if source is not None:
                    return evolve(frame, speaker=source, relay=frame.speaker)
        return frame

    def _relay_frame(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        """«نقلت وكالة … عن مصدر قوله إن»; «نقلت وكالة … أن»; «نقل عن مصدر أن»."""
        opening = self._openings.first(at + 1, sentence.stop)
        if opening is None:
            return None
        relay = None
        if self.clause.form(at - 1) in ("قد", "وقد"):
            relay = self._subjects.before(at, reading, sentence)  # كانت الوكالة قد نقلت عن
        frame = _frame(range(at, at + 1), reading, opening.kind, opening.content)
        source_at = next((j for j in range(at + 1, opening.end) if self._forms[j] == "عن"), None)
        if source_at is None:
            subject = self._subjects.behind(at + 1, opening.end).phrase
            return evolve(frame, gender=None, speaker=subject)
        return evolve(
            frame,
            act="say",
            gender=None,
            speaker=self._reader.read_joint(source_at + 1, opening.end),
            relay=relay or self._subjects.behind(at + 1, source_at).phrase,
        )

    def _document_frame(self, at: int, reading: CueReading, stop: int) -> Frame | None:
        """«جاء في بيان الوزارة أن», «ورد في التقرير: …», «كلمة الوزير جاء فيها»."""
        phrase = None
        j = at + 2
        if self.clause.form(at + 1) == "في":
            phrase = self._reader.read(at + 2, min(stop, at + FRAME_TOKENS))
            if phrase is None or not self._is_document(phrase):
                return None
            j = phrase.last
        elif self.clause.form(at + 1) not in ("فيه", "فيها"):
            return None
        opening = self._openings.first(j, stop)
        if opening is None:
            return None
        frame = _frame(range(at, at + 1), reading, opening.kind, opening.content)
        return evolve(frame, gender=None, speaker=phrase)

    def _is_document(self, phrase: Phrase) -> bool:
        """A statement, a speech, a tweet: not «جاء في صدارة الترتيب»."""
        word = self._reader.words.word(phrase.first, phrase.skip)
        spoken = word_set("media") | word_set("addressees")
        return phrase.kind == "DOCUMENT" or word.bare in spoken or self.clause.can_speak(phrase)

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

    # content before the cue, and phrases that attribute

    def _by_frame(self, at: int, bare: str, sentence: range) -> Frame | None:
        """«بحسب الوزارة، …», «… وفق المصدر», «ووفقا له فإن …»."""
        form = self.clause.form(at + 1)
        if form in ("ما", "لما"):
            return self._as_said(at, at + 2, sentence)
        with_to = bare in ("وفقا", "طبقا")
        if with_to and form in ("له", "لها", "لهم", "لهما"):
            gender = "f" if form == "لها" else "m"
            frame = Frame(
                range(at, at + 2),
                _HEARSAY,
                "say",
                "preposition",
                "phrase",
                at + 2,
                gender,
                pronoun=True,
            )
            return self._placed(frame, at, sentence)
        if with_to and not form.startswith("ل"):
            return None
        same = form.removeprefix("ل") in words("same_before")
        phrase = self._reader.read_joint(at + 1 + same, sentence.stop, proclitic=True)
        if phrase is None or not (same or self._can_be_source(phrase)):
            return None
        frame = Frame(
            range(at, at + 1),
            _HEARSAY,
            "say",
            "preposition",
            "phrase",
            phrase.last,
            phrase.gender,
            speaker=phrase,
        )
        return self._placed(frame, at, sentence)

    def _can_be_source(self, phrase: Phrase) -> bool:
        """Whether a phrase behind وفق is a source, not a rule or a measure (وفق القانون)."""
        if phrase.kind == "DOCUMENT":
            return fold(phrase.head) in words("speaking_documents")
        word = self._reader.words.word(phrase.first, phrase.skip)
        if phrase.name is not None and not (word.title or word.given or word.definite):
            behind = phrase.last
            return len(phrase.name) == 1 and (
                behind >= len(self._forms)
                or self.clause.tokens[behind].kind == "punct"
                or self._forms[behind] in words("resuming")
            )
        return self.clause.can_speak(phrase)

    def _placed(self, frame: Frame, at: int, sentence: range) -> Frame | None:
        """With the content after the phrase where it stands first, before it where it is last."""
        if not self._comes_first(at, sentence):
            return evolve(frame, opening="before", content=at)
        stop = sentence.stop
        j = self.clause.remark_end(frame.content, stop) or frame.content
        if j in self.clause.opens:
            return evolve(frame, content=j)
        for k in range(j, min(stop, j + _PREPOSED_TOKENS)):
            form = self._forms[k]
            if self.clause.is_colon(k):
                return evolve(frame, opening="colon", content=k + 1)
            if form in words("resuming"):
                return evolve(frame, content=k + 1 if form == "فان" else k)
            if form in COMMAS:
                j = k + 1
                break
        if self.clause.form(j) in complementisers() and self.clause.is_particle(j):
            j = self.clause.behind_particle(j)
        return evolve(frame, content=j) if j < stop else None

    def _comes_first(self, at: int, sentence: range) -> bool:
        """Whether nothing but marks and a word like هذا stands before a token."""
        return all(
            self.clause.tokens[i].kind == "punct" or self._forms[i] in words("leads")
            for i in range(sentence.start, at)
        )

    def _as_said(self, at: int, verb_at: int, sentence: range) -> Frame | None:
        """«… كما قال مصدر», «… بحسب ما أعلنت الوزارة»: content before the cue, none after it."""
        form = self.clause.form(verb_at)
        reading = readings().get(form) or readings().get(form.removesuffix("ه"))
        if reading is None or reading.form != "verb":
            return None
        end = verb_at + 1
        while end < sentence.stop and not (
            self._forms[end] in STOPS or self._forms[end] in COMMAS or self._forms[end] in DASHES
        ):
            if (
                self.clause.is_particle(end)
                or self.clause.is_colon(end)
                or self.clause.quoted_words(end) >= QUOTED_WORDS
            ):
                return None
            end += 1
        subject = self._subjects.behind(verb_at + 1, end).phrase
        frame = evolve(_frame(range(at, verb_at + 1), reading, "before", at), speaker=subject)
        resumes = subject is not None and self.clause.form(subject.last) in words("resuming")
        if subject is not None and resumes and self._is_parted(at):
            return evolve(frame, opening="phrase", content=subject.last)
        if self.clause.form(end) in COMMAS and end + 1 in self.clause.opens:
            going_on = self._interposed(
                evolve(frame, opening="quotation", content=end + 1), sentence
            )
            frame = going_on if going_on.resumes is not None else frame
        if not self._comes_first(at, sentence):
            return frame
        bare = self._forms[at].removeprefix("و")
        if bare not in words("by_prepositions") or end + 1 >= sentence.stop:
            return None  # كما قال at the head of a sentence is «he also said»
        return evolve(frame, opening="phrase", content=end + 1)

    def _after_content(self, at: int, reading: CueReading, sentence: range) -> Frame | None:
        """«"…"، قال الوزير»: the quotation stands before the cue."""
        before = at - 1
        while self.clause.form(before) in COMMAS or self.clause.form(before) in DASHES:
            before -= 1
        quotation = self.clause.closes.get(before)
        if quotation is None or quotation.last - quotation.first <= QUOTED_WORDS:
            return None
        if reading.form != "verb" or is_joined(self._forms[at]):
            return None
        lead = self.clause.form(quotation.first - 1)
        if quotation.first > sentence.start and not (
            lead == ":" or lead in COMMAS or lead in STOPS
        ):
            return None
        stop = min(sentence.stop, at + _PREPOSED_TOKENS)
        phrase = self._subjects.behind(at + 1, stop).phrase
        if phrase is None:
            return None
        return evolve(_frame(range(at, at + 1), reading, "before", before + 1), speaker=phrase)


def _frame(cue: range, reading: CueReading, opening: OpeningKind, content: int) -> Frame:
    return Frame(
        cue,
        reading.verb.lemma,
        reading.verb.act,
        reading.form,
        opening,
        content,
        reading.gender,
        reading.number,
    )
