"""Clause frames: a cue, who speaks by the grammar of the clause, and where the content begins.

Arabic news clauses are verb, subject, adjuncts, then إن/أن, a colon or a quotation mark. The frame
is parsed in that order; the speaker is never guessed as the nearest name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import evolve, frozen

from ..model.types import CueForm
from ..names import Phrase, PhraseReader
from ..names.words import after_proclitic, read_word, word_set
from ..text import Page, Quotation
from ..text.marks import is_mark
from .cues import CueReading, complementisers, is_joined, readings, words

Opener = Literal["clause", "colon", "quotation", "nominal", "before", "phrase"]

_FRAME_TOKENS = 70
_QUOTED_WORDS = 3
_QUOTED_NAME = 6
_SHADDA = "\u0651"
_PARENTHESIS_TOKENS = 45
_THROUGH = frozenset({"الي", "علي", "عن", "من", "في"})
# «التي تطالب بها»: the place of the content is taken by a pronoun
_FILLED = frozenset(
    ("بها", "به", "بهم", "بهما", "عنها", "عنه", "عنهم", "اليها", "اليه", "اليهم", "عليها", "عليه",
     "عليهم", "منها", "منه", "فيها", "فيه")
)
_SAYING_ACTS = frozenset(("say", "add", "affirm", "explain", "comment", "reply"))


@frozen
class Frame:
    """One cue with its clause. ``content`` is the first token of what is said.

    ``opener`` tells what leads into it; "before" stands for content that precedes the cue and
    ``content`` is then the token after its last. ``pronoun`` marks a speaker told by a pronoun
    (وفقا له).
    """

    cue: range
    lemma: str
    act: str
    form: CueForm
    opener: Opener
    content: int
    gender: str | None = None
    number: str = "s"
    past: bool = True
    speaker: Phrase | None = None
    relay: Phrase | None = None
    pronoun: bool = False
    preverbal: bool = False
    medium: range | None = None
    addressee: range | None = None


class FrameFinder:
    """Finds the frames of one page."""

    def __init__(self, page: Page, reader: PhraseReader) -> None:
        self.page = page
        self.tokens = page.tokens
        self.forms = reader.forms
        self.reader = reader
        self.opens: dict[int, Quotation] = {}
        for q in page.quotations:
            self.opens.setdefault(q.first, q)
        self.closes = {q.last: q for q in page.quotations if q.closed}

    def find(self) -> list[Frame]:
        """All frames, by the position of their cues."""
        found: list[Frame] = []
        taken: set[int] = set()
        for sentence in self.page.sentences:
            stop = self._paragraph_stop(sentence)
            for at in sentence:
                if at in taken or self.tokens[at].kind != "word":
                    continue
                frame = self._frame_at(at, sentence, stop)
                if frame is not None:
                    found.append(frame)
                    taken.update(frame.cue)
                    if frame.opener not in ("before", "nominal"):
                        taken.update(range(at, frame.content))
        return found

    def _paragraph_stop(self, sentence: range) -> int:
        return sentence.stop

    def _frame_at(self, at: int, sentence: range, stop: int) -> Frame | None:
        form = self.forms[at]
        reading = readings().get(form)
        if reading is not None:
            frame = self._verb_frame(at, reading, sentence, stop)
            if frame is not None:
                return frame
        bare = form[1:] if form.startswith(("و", "ف")) and len(form) > 3 else form
        if bare in words("by_prepositions"):
            return self._by_frame(at, bare, sentence, stop)
        if bare in words("by_conjunctions"):
            return self._as_said(at, at + 1, sentence)
        if bare == "علي" and self._form(at + 1) == "ما":
            return self._as_said(at, at + 2, sentence)
        if form in words("saying") and form not in ("يقول", "تقول"):
            return self._saying_frame(at, sentence, stop)
        return None

    # verbs and participles

    def _verb_frame(
        self, at: int, reading: CueReading, sentence: range, stop: int
    ) -> Frame | None:
        if self._is_no_cue(at, reading, sentence):
            return None
        if reading.verb.needs == "relay":
            return self._relay_frame(at, reading, sentence, stop)
        if reading.verb.needs == "document":
            return self._document_frame(at, reading, sentence, stop)
        opened = self._opener(at, reading, stop)
        if opened is None:
            return self._after_content(at, reading, sentence, stop)
        opener, content, end = opened
        subject, medium, addressee = self._subject(at + 1, end)
        if reading.form == "participle" or subject is not None and not self._can_say(
            subject, reading, end
        ):
            subject = None
        frame = Frame(
            range(at, at + 1), reading.verb.lemma, reading.verb.act, reading.form, opener, content,
            reading.gender, reading.number, reading.past, subject, medium=medium,
            addressee=addressee,
        )
        if subject is None and reading.form == "verb" and not is_joined(self.forms[at]):
            frame = self._with_subject_before(frame, sentence)
        return self._with_source(frame, at + 1, end)

    def _is_no_cue(self, at: int, reading: CueReading, sentence: range) -> bool:
        before = self._form(at - 1) if at > sentence.start else ""
        if before in ("لم", "لن", "ولم", "ولن", "فلم") and reading.verb.act not in (
            "deny", "predict"
        ):
            return True
        if before in ("او", "ولا") and any(
            f in ("لم", "لن", "لا", "ولم") for f in self.forms[max(at - 3, 0) : at - 1]
        ):
            return True
        if before in ("لا", "ولا") and reading.form == "verb" and not reading.past:
            return reading.verb.act not in ("deny", "predict")
        if reading.person == 1 or self.forms[at] in words("attitudes"):
            return True
        if self.forms[at] in words("impersonal") and (
            self._form(at + 1) in complementisers()
            or self._form(at + 2) in complementisers() and self._form(at + 1) in _THROUGH
        ):
            return True
        if before in ("ان", "كي", "لكي") and reading.form == "verb" and not reading.past:
            return True
        token = self.tokens[at]
        if self.forms[at] in words("homographs"):
            marked = _SHADDA in self.page.text[token.start : token.end]
            return not (marked or self._starts_clause(at, sentence) and self._somebody(at + 1))
        return before == "من" and not reading.past

    def _somebody(self, at: int) -> bool:
        """Whether what follows a verb can be its subject and can speak."""
        phrase = self.reader.read(at, min(at + _FRAME_TOKENS, len(self.tokens)))
        return phrase is not None and (
            phrase.name is not None or phrase.known is not None or self._believable_late(phrase)
        )

    def _starts_clause(self, at: int, sentence: range) -> bool:
        return at == sentence.start or self._form(at - 1) in ("،", ",", "و", "وقد", "كما", "قد")

    def _opener(
        self, at: int, reading: CueReading, stop: int
    ) -> tuple[Opener, int, int] | None:
        """What leads into the content: its kind, the first content token, where the frame ends."""
        needs = reading.verb.needs
        limit = min(stop, at + _FRAME_TOKENS)
        nominal: tuple[Opener, int, int] | None = None
        relative = False
        filled = self._form(at + 1) in _FILLED
        told = self._form(at - 1) in word_set("relatives")
        j = at + 1
        while j < limit:
            form = self.forms[j]
            token = self.tokens[j]
            if token.kind == "punct":
                if form == ":":
                    if self._is_clock(j):
                        j += 1
                        continue
                    return None if needs == "prepositional" and not self._quotation(
                        j + 1
                    ) else ("colon", j + 1, j)
                if j in self.opens:
                    quotation = self.opens[j]
                    if self._is_said(quotation, at, j, reading):
                        return "quotation", j, j
                    j = quotation.last + 1 if quotation.closed else j + 1
                    continue
                if form in ("-", "–", "—", "("):
                    after = self._parenthesis_end(j, limit)
                    j = after if after is not None else j + 1
                    continue
                if form in (".", "؟", "!", "؛"):
                    break
                j += 1
                continue
            if form in complementisers():
                if self._other_an(j):
                    if self._form(j - 1) in ("الا", "غير", "بيد"):
                        break
                    j += 1
                    continue
                if self._takes_clause(reading, at, j):
                    begin = j if complementisers()[form] else j + 1
                    return "clause", begin, self._through_start(at, j)
                if not relative and not nominal:
                    break
                j += 1
                continue
            if form in word_set("relatives"):
                relative = True
            elif form in words("saying") and j > at + 0:
                after = self._saying_opener(j, stop)
                if after is not None:
                    return after[0], after[1], j
            elif j > at + 1 and not relative and self._is_other_cue(j, at, nominal is not None):
                break
            elif j > at + 1 and not relative and self._is_new_verb(j):
                if form[0] in "وف" or read_word(self._form(j - 1)).definite:
                    break
                relative = True  # a clause behind an indefinite noun: مسؤول طلب عدم ذكر اسمه
            if nominal is None and not relative and not filled and not told:
                nominal = self._nominal(at, j, reading)
            j += 1
        if nominal is not None and needs not in ("clause", "quote", "colon", "question", "that"):
            return nominal
        return None

    def _is_clock(self, at: int) -> bool:
        return (
            self.tokens[at - 1].kind == "number"
            and at + 1 < len(self.tokens)
            and self.tokens[at + 1].kind == "number"
        )

    def _quotation(self, at: int) -> Quotation | None:
        return self.opens.get(at)

    def _is_said(self, quotation: Quotation, at: int, j: int, reading: CueReading) -> bool:
        """Whether a quotation in a clause is what is said, not a name in marks."""
        if reading.verb.needs in ("colon", "that"):
            return False
        size = quotation.last - quotation.first - 1
        before = self.tokens[j - 1]
        word = read_word(before.form)
        split = after_proclitic(before.form)
        heads = word.head or (split[1].head if split else None)
        if heads and heads.kind == "ORGANISATION" and size <= 6:
            return False
        if size < _QUOTED_WORDS:
            return False
        through = before.form in ("بـ", "ب", "لـ", "ل") or before.form in _THROUGH
        if reading.verb.needs in ("prepositional", "participle"):
            return through or word.noun and self._form(j - 2) in _THROUGH or (
                reading.verb.act in ("demand", "call for")
                and any(word.startswith("ب") for word in self.forms[j + 1 : j + 2])
            )
        if j == at + 1 or before.form in ("،", ",", "-", "–", ")") or j - 1 in self.reader.times:
            return True
        if reading.verb.needs == "quote":
            subject = self.reader.read_joint(at + 1, j)
            return through or subject is not None and subject.last == j
        return reading.verb.act in _SAYING_ACTS or through or size > 6 or not word.noun

    def _parenthesis_end(self, at: int, limit: int) -> int | None:
        """Past a remark between dashes or brackets."""
        closing = (")",) if self.forms[at] == "(" else ("-", "–", "—")
        for j in range(at + 1, min(limit, at + _PARENTHESIS_TOKENS)):
            if self.forms[j] in closing:
                return j + 1
        return None

    def _other_an(self, at: int) -> bool:
        return self._form(at - 1) in words("before_other_an")

    def _takes_clause(self, reading: CueReading, at: int, j: int) -> bool:
        needs = reading.verb.needs
        if needs in ("quote", "colon", "question", "emotion"):
            return False
        form, before = self.forms[j], self._form(j - 1)
        if form.startswith("ب"):
            return needs != "quote"
        if before in _THROUGH:
            if before in reading.verb.through:
                return True
            return before == "في" and self._form(j - 2) in words("attitudes")
        if before in words("attitudes") or self._form(j - 2) in words("attitudes"):
            return True
        return needs != "prepositional"

    def _through_start(self, at: int, j: int) -> int:
        return j - 1 if j - 1 > at and self._form(j - 1) in _THROUGH else j

    def _is_other_cue(self, j: int, at: int, nominal: bool) -> bool:
        """Whether a second cue begins its own clause before the first has found its content."""
        other = readings().get(self.forms[j])
        if other is None or other.person == 1:
            return False
        if self.forms[j] in words("homographs") or self.forms[j] in words("attitudes"):
            return False
        word = read_word(self.forms[j])
        if other.form == "verb" and (word.noun and not word.verb or word.given):
            return False
        if other.form == "participle":
            # a circumstance of the speaker's (مضيفا أن) only where it has content of its own
            return self._form(j + 1) in complementisers() or self._form(j + 2) in complementisers()
        if self._form(j - 1) in ("ما", "لم", "ان", "الذي", "التي") or j - at < 2:
            return False
        indefinite = not any(read_word(f).definite for f in self.forms[at + 1 : j])
        return not indefinite or self.forms[j].startswith("و")

    def _is_new_verb(self, j: int) -> bool:
        """Whether another clause begins before the content has: «كتب الوزير وزار …»."""
        form = self.forms[j]
        if not read_word(form).verb and not (
            form[0] in "وف" and len(form) > 3 and read_word(form[1:]).verb
        ):
            return False
        if form in readings() or form in words("attitudes") or read_word(form).given:
            return False
        if self._form(j - 1) in _THROUGH:
            return False
        return self._form(j - 1) not in words("subordinators")

    def _nominal(self, at: int, j: int, reading: CueReading) -> tuple[Opener, int, int] | None:
        """Content that is a noun phrase: أكد ضرورة, حذر من خطورة, اتهم بـ."""
        form = self.forms[j]
        through = reading.verb.through
        if reading.verb.takes_object and form in words("content_nouns"):
            return "nominal", j, j
        if form in _THROUGH and form in through and j + 1 < len(self.tokens):
            word = read_word(self.forms[j + 1])
            if self.tokens[j + 1].kind == "word" and (word.noun or not word.function):
                return "nominal", j + 1, j
        for letter in ("ب", "ل"):
            if letter in through and form.startswith(letter) and len(form) > 3:
                split = after_proclitic(form)
                if split is not None and split[0] == letter and not self._is_medium(j):
                    return "nominal", j, j
        return None

    def _is_medium(self, at: int) -> bool:
        split = after_proclitic(self.forms[at])
        return split is not None and (
            split[1].bare in word_set("addressees") or split[1].bare in word_set("media")
        )

    def _saying_opener(self, at: int, stop: int) -> tuple[Opener, int] | None:
        """What follows قائلا: a colon, a mark or إن."""
        j = at + 1
        if j < stop and self.forms[j] in complementisers() and not self._other_an(j):
            return "clause", j if complementisers()[self.forms[j]] else j + 1
        if j < stop and self.forms[j] == ":":
            return "colon", j + 1
        if j in self.opens:
            return "quotation", j
        if j < stop and self.forms[j] in ("،", ",") and j + 1 in self.opens:
            return "quotation", j + 1
        return None

    def _saying_frame(self, at: int, sentence: range, stop: int) -> Frame | None:
        """«بالقول إن» and «قوله إن» that no cue before them has taken."""
        opened = self._saying_opener(at, stop)
        if opened is None:
            return None
        form: CueForm = "participle" if self.forms[at].startswith("قائل") else "verbal_noun"
        gender = "f" if self.forms[at].endswith(("ها", "له")) and form == "verbal_noun" else None
        return Frame(
            range(at, at + 1), "قال", "say", form, opened[0], opened[1],
            gender if self.forms[at].endswith("ها") else None, "s",
        )

    # special frames

    def _relay_frame(
        self, at: int, reading: CueReading, sentence: range, stop: int
    ) -> Frame | None:
        """«نقلت وكالة … عن مصدر قوله إن»; «نقلت وكالة … أن»; «نقل عن مصدر أن»."""
        limit = min(stop, at + _FRAME_TOKENS)
        source_at = next((j for j in range(at + 1, limit) if self.forms[j] == "عن"), None)
        opener: tuple[Opener, int] | None = None
        end = at
        for j in range(at + 1, limit):
            form = self.forms[j]
            if form in words("saying"):
                opener = self._saying_opener(j, stop)
            elif form in complementisers() and not self._other_an(j):
                opener = ("clause", j if complementisers()[form] else j + 1)
            elif form == ":" and not self._is_clock(j):
                opener = ("colon", j + 1)
            elif j in self.opens and self._is_said(self.opens[j], at, j, reading):
                opener = ("quotation", j)
            if opener is not None:
                end = j
                break
        if opener is None:
            return None
        has_source = source_at is not None and source_at < end
        subject, _, _ = self._subject(at + 1, source_at if has_source and source_at else end)
        speaker, relay = subject, None
        if has_source:
            assert source_at is not None
            speaker = self.reader.read_joint(source_at + 1, end)
            relay = subject
        return Frame(
            range(at, at + 1), reading.verb.lemma, "relay" if not has_source else "say", "verb",
            opener[0], opener[1], None, "s", reading.past, speaker, relay,
        )

    def _document_frame(
        self, at: int, reading: CueReading, sentence: range, stop: int
    ) -> Frame | None:
        """«جاء في بيان الوزارة أن», «ورد في التقرير: …», «كلمة الوزير جاء فيها»."""
        limit = min(stop, at + _FRAME_TOKENS)
        j = at + 1
        phrase = None
        if self._form(j) == "في":
            phrase = self.reader.read(j + 1, limit)
            if phrase is None:
                return None
            j = phrase.last
        elif self._form(j) in ("فيه", "فيها"):
            j += 1
        else:
            return None
        while j < limit:
            form = self.forms[j]
            opener: tuple[Opener, int] | None = None
            if form in complementisers() and not self._other_an(j):
                opener = ("clause", j if complementisers()[form] else j + 1)
            elif form == ":" and not self._is_clock(j):
                opener = ("colon", j + 1)
            elif j in self.opens and self.opens[j].last - j > _QUOTED_WORDS:
                opener = ("quotation", j)
            elif form in (".", "؟", "!"):
                return None
            if opener is not None:
                return Frame(
                    range(at, at + 1), reading.verb.lemma, reading.verb.act, "verb", opener[0],
                    opener[1], None, "s", reading.past, phrase,
                )
            j += 1
        return None

    def _by_frame(self, at: int, bare: str, sentence: range, stop: int) -> Frame | None:
        """«بحسب الوزارة، …», «… وفق المصدر», «ووفقا له فإن …»."""
        j = at + 1
        form = self._form(j)
        if bare in ("وفقا", "طبقا") and form in ("له", "لها", "لهم", "لهما"):
            gender = "f" if form == "لها" else "m"
            return self._preposed(
                Frame(
                    range(at, j + 1), "وفق", "say", "preposition", "phrase", j + 1, gender, "s",
                    pronoun=True,
                ), at, sentence, stop,
            )
        if form in ("ما", "لما"):
            return self._as_said(at, j + 1, sentence)
        if bare == "نقلا":
            return None
        if bare == "وفقا" or bare == "طبقا":
            if not form.startswith("ل"):
                return None
        phrase = self.reader.read_joint(j, stop, proclitic=True)
        if phrase is None or not self._can_speak(phrase):
            return None
        frame = Frame(
            range(at, at + 1), "وفق", "say", "preposition", "phrase", phrase.last,
            phrase.gender, "s", speaker=phrase,
        )
        return self._preposed(frame, at, sentence, stop)

    def _can_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase names a source, not a rule or a measure (وفق القانون)."""
        if phrase.members or phrase.name is not None or phrase.known is not None:
            return True
        word = read_word(self.forms[phrase.first][phrase.skip :])
        return bool(word.title or word.head) or phrase.quoted

    def _preposed(self, frame: Frame, at: int, sentence: range, stop: int) -> Frame | None:
        """Content after the phrase where it stands first, before it where it comes last."""
        first = at == sentence.start or all(
            self.tokens[i].kind == "punct" for i in range(sentence.start, at)
        )
        j = frame.content
        if not first:
            return evolve(frame, opener="before", content=at)
        for k in range(j, min(stop, j + 25)):
            if self.forms[k] == ":" and not self._is_clock(k):
                return evolve(frame, opener="colon", content=k + 1)
            if self.forms[k] in words("resuming"):
                return evolve(frame, content=k + 1 if self.forms[k] == "فان" else k)
            if self.forms[k] in ("،", ","):
                j = k + 1
                break
            if self.forms[k] in ("-", "–", "—"):
                after = self._parenthesis_end(k, stop)
                if after is not None and k == j:
                    j = after
                continue
            if k in self.opens and k == j:
                break
        if j < stop and self.forms[j] in complementisers() and not complementisers()[self.forms[j]]:
            j += 1
        return evolve(frame, content=j) if j < stop else None

    def _as_said(self, at: int, verb_at: int, sentence: range) -> Frame | None:
        """«… كما قال مصدر», «… بحسب ما أعلنت الوزارة»: content before the cue, none after it."""
        reading = readings().get(self._form(verb_at))
        verb_form = self._form(verb_at)
        suffixed = None
        if reading is None and verb_form.endswith(("ه", "ته")):
            suffixed = readings().get(verb_form[:-1])
        reading = reading or suffixed
        if reading is None or reading.form != "verb":
            return None
        end = verb_at + 1
        while end < sentence.stop and self.forms[end] not in (".", "،", ",", ":", "؟", "!", "-"):
            if self.forms[end] in complementisers() and not self._other_an(end):
                return None
            if end in self.opens and self.opens[end].last - end > _QUOTED_WORDS:
                return None
            end += 1
        if end < sentence.stop and self.forms[end] == ":":
            return None
        subject, _, _ = self._subject(verb_at + 1, end)
        if at == sentence.start:
            return None
        return Frame(
            range(at, verb_at + 1), reading.verb.lemma, reading.verb.act, "verb", "before", at,
            reading.gender, reading.number, reading.past, subject,
        )

    def _after_content(
        self, at: int, reading: CueReading, sentence: range, stop: int
    ) -> Frame | None:
        """«"…"، قال الوزير»: the quotation stands before the cue."""
        before = at - 1
        while before >= sentence.start and self.forms[before] in ("،", ",", "-"):
            before -= 1
        quotation = self.closes.get(before)
        if quotation is None and before >= 0 and at == sentence.start:
            quotation = self.closes.get(before)
        if quotation is None or quotation.last - quotation.first <= _QUOTED_WORDS:
            return None
        if reading.form != "verb" or self.forms[at].startswith("و"):
            return None
        lead = self._form(quotation.first - 1)
        if quotation.first > sentence.start and lead not in (":", "،", ".", ","):
            return None
        subject, _, _ = self._subject(at + 1, min(stop, at + 25))
        if subject is None:
            return None
        return Frame(
            range(at, at + 1), reading.verb.lemma, reading.verb.act, "verb", "before", before + 1,
            reading.gender, reading.number, reading.past, subject,
        )

    # the subject

    def _subject(
        self, first: int, stop: int
    ) -> tuple[Phrase | None, range | None, range | None]:
        """The subject between a verb and its content, with medium and addressee."""
        medium = addressee = None
        subject = None
        j = first
        adjuncts = 0
        while j < stop:
            form = self.forms[j]
            if j in self.reader.times or form in words("adverbs"):
                j += 1
                continue
            if form in ("-", "–", "—", "("):
                after = self._parenthesis_end(j, stop)
                if after is None:
                    break
                j = after
                continue
            if form in ("في", "خلال", "عقب", "بعد", "قبل", "امام", "اثر", "من", "عبر", "لدي", "علي", "ضمن", "عن", "اثناء", "حول", "الي"):
                phrase = self.reader.read(j + 1, stop)
                end = phrase.last if phrase is not None else j + 2
                if form in ("في", "خلال", "عبر", "علي") and phrase is not None:
                    word = read_word(self.forms[phrase.first])
                    if word.bare in word_set("media") or word.bare in word_set("addressees"):
                        medium = medium or range(j, end)
                adjuncts += 1
                if subject is not None or adjuncts > 3:
                    break
                j = end
                continue
            if subject is None:
                if form.startswith("ل") and self._is_medium(j):
                    phrase = self.reader.read(j, stop, proclitic=True)
                    addressee = range(j, phrase.last if phrase else j + 1)
                    j = addressee.stop
                    continue
                subject = self.reader.read_joint(j, stop)
                if subject is None:
                    break
                if adjuncts and not self._believable_late(subject):
                    subject = None
                    break
                j = subject.last
                continue
            if form.startswith("ل") and self._is_medium(j):
                phrase = self.reader.read(j, stop, proclitic=True)
                addressee = range(j, phrase.last if phrase else j + 1)
            break
        return subject, medium, addressee

    def _can_say(self, phrase: Phrase, reading: CueReading, end: int) -> bool:
        """Whether a phrase behind a verb is its subject: an everyday noun must agree with it."""
        word = read_word(self.forms[phrase.first])
        if word.definite and phrase.last == end:
            return True
        if phrase.members or phrase.name or phrase.known or word.title or word.head:
            return True
        return reading.gender is None or reading.gender == phrase.gender

    def _believable_late(self, phrase: Phrase) -> bool:
        word = read_word(self.forms[phrase.first])
        return bool(word.title or word.head or word.given or phrase.known)

    def _with_subject_before(self, frame: Frame, sentence: range) -> Frame:
        """«كان الوزير قد أعلن», «لكن الحركة أكدت», «المعارضة أعلنت»: the subject comes first."""
        at = frame.cue.start
        for j in range(at - 1, max(sentence.start - 1, at - 45), -1):
            form = self.forms[j]
            if j == sentence.start:
                begin = j
            elif self._introduces(j):
                begin = j + 1
            elif form in (".", ":", "؟", "!", "؛") or complementisers().get(form):
                return frame
            elif is_mark(self.tokens[j]) and j not in self.closes and j not in self.opens:
                return frame
            elif j in self.closes and j - self.closes[j].first > _QUOTED_NAME:
                return frame
            else:
                continue
            if j == sentence.start and self._introduces(j):
                begin = j + 1
            skip = begin == j and form.startswith(("و", "ف"))
            subject = self.reader.read_joint(begin, at, proclitic=skip)
            if subject is None or begin in self.reader.times:
                if self._introduces(j):
                    return frame
                continue
            if not self._agrees(frame, subject):
                return frame
            if begin == j and not self._can_come_first(subject, at):
                return frame
            return evolve(frame, speaker=subject, preverbal=True)
        return frame

    def _can_come_first(self, subject: Phrase, at: int) -> bool:
        """Whether a sentence may begin with this subject and have its verb only at ``at``."""
        if self.forms[subject.first] in readings() or not self._believable_late(subject):
            return False
        between = self.forms[subject.last : at]
        return not any(f in complementisers() or f == ":" or f in readings() for f in between)

    def _introduces(self, j: int) -> bool:
        form = self.forms[j]
        if form in ("كان", "كانت", "كانا", "كانتا", "كانوا", "وكان", "وكانت", "وكانوا", "فيما", "بينما", "لكن", "ولكن", "وبينما", "وفيما"):
            return True
        return form in ("ان", "بان", "فان")

    def _agrees(self, frame: Frame, subject: Phrase) -> bool:
        if frame.gender is None:
            return True
        if subject.number in ("p", "d") or subject.members:
            return True
        if frame.number in ("d", "p"):
            return False
        if subject.kind == "PERSON" and subject.role is None:
            return True
        return frame.gender == subject.gender

    def _with_source(self, frame: Frame, first: int, stop: int) -> Frame:
        """«أفادت وكالة … نقلا عن مصدر بأن»: the source speaks, the agency relays."""
        for j in range(first, stop - 1):
            if self.forms[j] == "نقلا" and self.forms[j + 1] == "عن":
                source = self.reader.read_joint(j + 2, stop)
                if source is not None:
                    return evolve(frame, speaker=source, relay=frame.speaker)
        return frame

    def _form(self, at: int) -> str:
        return self.forms[at] if 0 <= at < len(self.forms) else ""


def frames_of_headline(
    finder: FrameFinder, line: range, following: range | None
) -> Iterator[Frame]:
    """«لافروف: لن نتراجع»: a speaker, a colon and what he says, in a line of its own."""
    forms = finder.forms
    for at in line:
        if forms[at] != ":" or at == line.start or finder._is_clock(at):
            continue
        begin = at
        while begin > line.start and forms[begin - 1] not in (
            "،", ",", ".", "...", "..", "…", "-", "–", "!", "؟", ":", "/", "|"
        ):
            begin -= 1
        if at - begin > 12 or begin == at:
            return
        if any(f in words("no_speakers") for f in forms[begin:at]):
            return
        phrase = finder.reader.read_joint(begin, at)
        if phrase is None or not (phrase.last == at or forms[phrase.last].startswith("ل")
                                  or forms[phrase.last] in ("عن", "في", "علي", "من", "ل", "(")):
            return
        content = at + 1
        if content >= line.stop:
            if following is None:
                return
            content = following.start
        yield Frame(
            range(at, at + 1), ":", "say", "colon", "colon", content, phrase.gender, "s",
            speaker=phrase,
        )
        return
