"""What leads from a cue into the words of its source: إن or أن, a colon, a quotation, a noun."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from attrs import define

from ..names.roles import TITLE_TOKENS
from ..names.words import after_proclitic, is_verb, read_word, word_set
from .clause import COMMAS, DASHES, QUOTED_WORDS, STOPS, THROUGH, Clause
from .cues import CueReading, complementisers, is_joined, readings, words

OpeningKind = Literal["clause", "colon", "quotation", "nominal", "phrase", "before", "bare"]

FRAME_TOKENS = 70
_LONG_NAME = 6
_LATER_TOKENS = 14
_TOLD_TOKENS = 8
_GENITIVES = 4
_COMPLEMENT_TOKENS = 6
SAYING_ACTS = frozenset(("say", "add", "affirm", "explain", "comment", "reply"))
_PASSED = COMMAS - {"؛"}
_NO_NOUNS = ("clause", "view", "finding", "quote", "colon", "question", "that")


@define(eq=False)
class Opening:
    """How content begins: at token ``content``; the clause of the cue ends before ``end``."""

    kind: OpeningKind
    content: int
    end: int


@cache
def _telling_words() -> frozenset[str]:
    """Words behind a cue that may open content, begin another clause or be the content."""
    by_themselves = ("saying", "interrogatives", "published_it", "content_nouns")
    return frozenset().union(
        complementisers(),
        readings(),
        word_set("relatives"),
        THROUGH,
        *(words(name) for name in by_themselves),
    )


@lru_cache(maxsize=1 << 16)
def _is_plain(form: str) -> bool:
    """Whether a form behind a cue tells nothing of where its content begins: most do not."""
    if not form[0].isalnum():
        return form in _PASSED  # of the marks, a comma
    split = after_proclitic(form)
    through = split is not None and split[0] in ("ب", "ل")
    telling = form in _telling_words() or form.removeprefix("و") in words("published_it")
    return not (through or telling or is_verb(form))


class OpeningFinder:
    """Finds openings behind cues, walking the clause once from the cue."""

    def __init__(self, clause: Clause) -> None:
        self._clause = clause
        self._forms = clause.forms
        self._tokens = clause.tokens
        self._behind: dict[int, Opening | None] = {}

    def behind(self, at: int, stop: int) -> Opening | None:
        """The opening of the verb or participle at ``at``, looked for before ``stop``.

        It asks for those of the cues that follow: of many, ask for the last first.
        """
        if at not in self._behind:
            self._behind[at] = self._find(at, readings()[self._forms[at]], stop)
        return self._behind[at]

    def _find(self, at: int, reading: CueReading, stop: int) -> Opening | None:
        limit = min(stop, at + FRAME_TOKENS)
        told = self._clause.form(at - 1) in word_set("relatives")
        filled = self._clause.form(at + 1) in words("filled") and not self._leads(at + 2)
        noun: Opening | None = None
        relative = False
        j = at + 1
        while (j := self._next_telling(j, limit)) < limit:
            form = self._forms[j]
            if self._tokens[j].kind == "punct":
                opening, following = self._at_mark(at, j, reading, limit)
                if opening is not None or following is None:
                    return opening or self._if_taken(noun, reading)
                j = following
                continue
            if form in complementisers():
                # الذي خلص أمس إلى مرحلة انتقالية …: the relative clause is over
                over = told and j - at > _TOLD_TOKENS
                if not (filled or over) and self._takes_clause(reading, j, noun):
                    return Opening("clause", self._clause.behind_particle(j), self._led(at, j))
                if over or self._ends_clause(j, relative or noun is not None):
                    break
            elif (opening := self._at_word(j, reading, stop)) is not None:
                return opening
            elif form in word_set("relatives"):
                relative = True
            elif j == at + 1:
                pass  # the subject, or the noun that is the content
            elif (aside := self._aside_end(j, limit)) is not None:
                j = aside
            elif self._is_another(j, stop, relative):
                break
            elif not relative and self._is_new_verb(j):
                if self._is_joined_verb(j):
                    j = self._resumed_at(j, limit, reading)
                    continue
                relative = True  # مسؤول طلب عدم ذكر اسمه, في مؤتمر صحفي عقد أمس
            if noun is None and not (filled or told or relative):
                noun = self._noun(at, j, reading, limit)
            j += 1
        return self._if_taken(noun, reading)

    def _next_telling(self, j: int, limit: int) -> int:
        """The first mark or word from a token on that may tell where content begins."""
        while j < limit and _is_plain(self._forms[j]):
            j += 1
        return j

    def _resumed_at(self, j: int, limit: int, reading: CueReading) -> int:
        """«في مؤتمر عقده وحضرته «الأيام»، إن»: where the clause of the cue goes on, or its end."""
        for k in range(j, limit - 1):
            other = readings().get(self._forms[k])
            if other is not None and other.form == "verb":
                break
            if self._forms[k] in COMMAS:
                led = k + 1 + (self._forms[k + 1] in reading.verb.through)
                if self._clause.is_particle(led):
                    return led
        return limit

    def _at_word(self, j: int, reading: CueReading, stop: int) -> Opening | None:
        """The opening at قائلا or بالقول, or at the question word behind a verb that asks."""
        form = self._forms[j]
        if form in words("saying") and (said := self.after_saying(j, stop)) is not None:
            return Opening(said.kind, said.content, j)
        asks = reading.verb.act == "ask" and form in words("interrogatives")
        return Opening("clause", j, j) if asks else None

    @staticmethod
    def _if_taken(noun: Opening | None, reading: CueReading) -> Opening | None:
        return noun if reading.verb.needs not in _NO_NOUNS else None

    def after_saying(self, at: int, stop: int) -> Opening | None:
        """What follows قائلا or بالقول at once: إن, a colon or a mark."""
        j = at + 1
        if j < stop and self._clause.is_particle(j):
            return Opening("clause", self._clause.behind_particle(j), j)
        if j < stop and self._forms[j] == ":":
            return Opening("colon", j + 1, j)
        if self._clause.form(j) in COMMAS and j + 1 in self._clause.opens:
            j += 1
        if j in self._clause.opens:
            return Opening("quotation", j, j)
        tells = self._forms[at].startswith("قائل") and j < stop and self._is_bare_start(j)
        return Opening("bare", j, j) if tells else None

    def bare(self, at: int, stop: int, *, surely: bool = False) -> Opening | None:
        """Content that nothing leads into: «وقال العقيد فلان تلقينا البلاغ», «وقال لن نتراجع».

        With ``surely`` only behind words that can be no part of the cue's own clause.
        """
        if surely and not any(self._is_sure_start(j) for j in range(at + 1, stop)):
            return None
        subject = self._clause.reader.read_joint(at + 1, min(stop, at + FRAME_TOKENS))
        adds = readings()[self._forms[at]].verb.act == "add"
        able = subject is not None and self._clause.can_speak(subject)
        j = subject.last if subject is not None and able else at + 1
        if j >= stop or (able and self._tokens[j].kind == "punct"):
            return None
        named = subject is not None and able and subject.name is not None
        starts = self._is_sure_start(j)
        if not (starts or adds or surely):
            starts = self._is_bare_start(j) if named else self._forms[j] in words("bare_clauses")
        return Opening("bare", j, j) if starts else None

    def _is_sure_start(self, j: int) -> bool:
        """«ندرك», «سنعمل», «تلقينا», لن: the first person plural, or what begins a clause."""
        if self._forms[j] in words("bare_starts"):
            return True
        form = self._forms[j].removeprefix("س")
        imperfect = form.startswith("ن") and len(form) > 3 and read_word("ي" + form[1:]).verb
        perfect = form.endswith("نا") and read_word(form[:-2] + "ت").verb
        return (imperfect and not read_word(form).noun) or perfect

    def _is_bare_start(self, j: int) -> bool:
        """Whether a clause can begin here: a verb, or a word like لن and إذا."""
        form = self._forms[j]
        verb = read_word(form).verb and form not in readings() and form[0] not in "وف"
        return verb or form in words("bare_starts")

    def first(self, at: int, stop: int) -> Opening | None:
        """The first opening of any kind from ``at`` on, before ``stop``."""
        clause = self._clause
        name_end = at  # behind a name in marks: محطة «إن تي في»
        for j in range(at, min(stop, at + FRAME_TOKENS)):
            if j < name_end:
                continue
            if (
                self._forms[j] in words("saying")
                and (said := self.after_saying(j, stop)) is not None
            ):
                return Opening(said.kind, said.content, j)
            if j > at and clause.form(j - 1) in COMMAS and self._is_circumstance(j):
                return None
            if clause.is_particle(j):
                return Opening("clause", clause.behind_particle(j), j)
            if clause.is_colon(j):
                return Opening("colon", j + 1, j)
            if clause.quoted_words(j) >= QUOTED_WORDS and not self._is_name_of_body(j):
                return Opening("quotation", j, j)
            if j in clause.opens and clause.opens[j].closed:
                name_end = clause.opens[j].last
        return None

    # marks

    def _at_mark(
        self, at: int, j: int, reading: CueReading, limit: int
    ) -> tuple[Opening | None, int | None]:
        """The opening at a punctuation mark, else the token to go on with (None: stop)."""
        clause = self._clause
        form = self._forms[j]
        if form == ":" and reading.verb.needs == "view":
            return None, None
        if form == ":":
            if not clause.is_colon(j) or self._forms[j - 1] in words("list_intros"):
                return None, j + 1
            if self._tells_speaker(j + 1, limit):
                return None, j + 1
            if reading.verb.needs == "prepositional" and j + 1 not in clause.opens:
                return None, None
            return Opening("colon", j + 1, j), None
        if j in clause.opens:
            if self._is_said(at, j, reading) and not self._is_name_of_event(j, limit):
                return Opening("quotation", j, j), None
            quotation = clause.opens[j]
            return None, quotation.last + 1 if quotation.closed else j + 1
        if form == "؛":
            return None, None
        return None, clause.remark_end(j, limit) or j + 1

    def _tells_speaker(self, at: int, limit: int) -> bool:
        """«وقال للصحيفة: فلان رئيس اللجنة، إن»: behind the colon stands who spoke."""
        if complementisers().keys().isdisjoint(self._forms[at:limit]):
            return False
        phrase = self._clause.reader.read_joint(at, limit)
        if phrase is None or phrase.name is None or phrase.members:
            return False
        if phrase.role is None and not self._clause.reader.words.is_given(phrase.first):
            return False
        for j in range(phrase.last, min(limit, phrase.last + _COMPLEMENT_TOKENS)):
            if self._clause.is_particle(j):
                return True
            if self._forms[j] not in COMMAS and read_word(self._forms[j]).verb:
                return False
        return False

    def _is_said(self, at: int, j: int, reading: CueReading) -> bool:
        """Whether the quotation at ``j`` is what is said, not a name in marks."""
        needs = reading.verb.needs
        size = self._clause.quoted_words(j)
        if needs in ("colon", "that", "view") or size < QUOTED_WORDS or self._is_name_of_body(j):
            return False
        before = self._forms[j - 1]
        word = read_word(before)
        through = before in THROUGH or before in ("ب", "ل")
        if (self._is_body(j) and not through) or (
            j == at + 1 and self._is_subject_in_marks(j, reading)
        ):
            return False
        if through and reading.verb.act == "announce" and size <= _LONG_NAME:
            return False  # كشف عن "المسيرة الجديدة": a thing, not words
        if needs in ("prepositional", "participle"):
            asks = reading.verb.act in ("demand", "call for")
            object_in_marks = asks and self._holds_demand(at, j)
            noun_through = word.noun and self._clause.form(j - 2) in THROUGH
            return through or noun_through or object_in_marks
        if j == at + 1 or before in COMMAS or before in DASHES or before == ")":
            return True
        if j - 1 in self._clause.reader.times:
            return True
        subject = self._clause.reader.read_joint(at + 1, j)
        if subject is not None and subject.last == j and self._clause.can_speak(subject):
            return True
        if needs == "quote":
            return through
        return through or reading.verb.act in SAYING_ACTS or size > _LONG_NAME or not word.noun

    def _is_body(self, j: int) -> bool:
        """«حركة التحرير الشعبية»: the marks hold the name of a body and no clause."""
        quotation = self._clause.opens[j]
        inside = [read_word(form) for form in self._forms[j + 1 : quotation.last]]
        if len(inside) > _LONG_NAME or any(w.verb or w.function for w in inside):
            return False
        head = inside[0].head
        return head is not None and head.kind == "ORGANISATION" and not inside[0].definite

    def _is_subject_in_marks(self, j: int, reading: CueReading) -> bool:
        """«أشار "بنك الأمل" في تقريره إلى "ارتفاع النشاط"»: what is said comes later."""
        quotation = self._clause.opens[j]
        if not quotation.closed or quotation.last - j > _LONG_NAME + 1:
            return False
        behind = range(quotation.last + 1, min(len(self._forms), quotation.last + _LATER_TOKENS))
        for i in behind:
            if self._forms[i] in STOPS:
                return False
            led = self._forms[i] in reading.verb.through
            if led and (i + 1 in self._clause.opens or self._clause.is_particle(i + 1)):
                return True
        return False

    def _holds_demand(self, at: int, j: int) -> bool:
        """«دعا الوزير "السائقين إلى الحذر"»: who is called on, and to what, in marks."""
        if self._forms[j + 1].startswith("ب"):
            return True
        subject = self._clause.reader.read_joint(at + 1, j)
        inside = self._forms[j + 2 : self._clause.opens[j].last]
        if subject is None or "الي" not in inside:
            return False
        tied = self._clause.form(subject.last) in THROUGH  # العضو في حزب …
        more = self._clause.reader.read(subject.last + 1, j) if tied else None
        return j in (subject.last, more.last if more else None)

    def _is_name_of_event(self, j: int, limit: int) -> bool:
        """«في كلمة ضمن "مؤتمر ميونيخ" إن»: short marks in a clause whose content comes later."""
        quotation = self._clause.opens[j]
        if quotation.last - j - 1 > _LONG_NAME or self._forms[j + 1] in complementisers():
            return False
        behind = range(quotation.last + 1, min(limit, quotation.last + _LATER_TOKENS))
        if any(self._is_circumstance(i) for i in behind):
            return False
        if any(self._clause.is_colon(i) and i + 1 in self._clause.opens for i in behind):
            return True
        if (
            self._clause.form(quotation.last + 1) in COMMAS
            and quotation.last + 2 in self._clause.opens
        ):
            return True  # «لوكالة الأنباء الألمانية "دي بي آي"، "أنا مسؤول"»
        return any(
            self._clause.is_particle(i) and self._forms[i - 1] not in ("و", "حيث") for i in behind
        ) and not any(read_word(self._forms[i]).verb for i in behind[:1])

    def _is_circumstance(self, i: int) -> bool:
        """«…، معتبرا أن»: a participle with content of its own."""
        reading = readings().get(self._forms[i])
        return reading is not None and reading.form == "participle"

    def _is_in_subject(self, at: int, j: int, limit: int) -> bool:
        """«كشف مسؤول الرقابة عن المنشطات أن»: the preposition belongs to the subject."""
        subject = self._clause.reader.read_joint(at + 1, limit)
        return subject is not None and self._clause.can_speak(subject) and j < subject.last

    def _is_name_of_body(self, j: int) -> bool:
        """«صحيفة "أخبار اليوم المسائية"»: the noun before the marks asks for a name."""
        before = self._forms[j - 1]
        split = after_proclitic(before)
        noun = split[1] if split else read_word(before)
        if noun.title is not None and noun.title.number == "p":
            return False  # «للصحافيين "…"»
        if before in words("named") or before in word_set("addressees"):
            return True
        if self._clause.tells_hearer(j - 1):
            return True
        if before in word_set("titled"):
            return self._is_title(j)
        head = None if noun.definite else noun.head
        return (
            head is not None
            and head.kind == "ORGANISATION"
            and (self._clause.quoted_words(j) <= _LONG_NAME)
        )

    def _is_title(self, j: int) -> bool:
        """Whether the marks can hold the title of a book: few words, and none of a clause."""
        inside = self._forms[j + 1 : self._clause.opens[j].last]
        if len(inside) > TITLE_TOKENS:
            return False
        return not any(read_word(f).verb or f in complementisers() for f in inside)

    # clauses

    def _takes_clause(self, reading: CueReading, j: int, noun: Opening | None) -> bool:
        """Whether the verb may take the clause that the particle at ``j`` opens.

        Where its preposition has led to a ``noun`` already, the clause belongs to that.
        """
        if not self._clause.is_particle(j):
            return False
        led = noun is not None and noun.content > noun.end
        free = not led or (
            self._clause.form(j - 1) in reading.verb.through and self._is_loosely_led(j)
        )
        needs = reading.verb.needs
        if needs in ("quote", "colon", "question"):
            return False
        before, earlier = self._clause.form(j - 1), self._clause.form(j - 2)
        if needs == "view" and before not in reading.verb.through:
            return False
        attitudes = words("attitudes")
        attitude = before in attitudes or earlier in attitudes
        if not (free or attitude):
            return False
        if self._forms[j].startswith("ب"):
            return True
        if earlier in words("besides"):
            return False  # إضافة إلى أن
        if before in THROUGH:
            loose = reading.verb.act in SAYING_ACTS and self._is_loosely_led(j)
            return loose or before in reading.verb.through or (before == "في" and attitude)
        return attitude or needs != "prepositional"

    def _is_loosely_led(self, j: int) -> bool:
        """«وأضاف على أن الكفاءة مطلوبة», against usage; but not «على أن يصرف لاحقا» (provided)."""
        before = self._forms[j - 1]
        behind = self._clause.form(j + 1)
        noun = read_word(behind)
        told = noun.definite or noun.given or noun.title or noun.head or noun.common
        provided = behind[:1] in ("ي", "ت") and (noun.verb or noun.function or not told)
        return before == "الي" or (before == "علي" and not provided)

    def _ends_clause(self, j: int, inside: bool) -> bool:
        """Whether an أن that opens nothing closes the clause: إلا أن, or one of another verb."""
        if self._clause.is_particle(j):
            return not inside
        return self._clause.form(j - 1) in ("الا", "غير", "بيد")

    def _led(self, at: int, j: int) -> int:
        """Where the preposition before a particle stands (إلى أن), else the particle."""
        return j - 1 if j - 1 > at and self._forms[j - 1] in THROUGH else j

    def _leads(self, j: int) -> bool:
        """«بيانا قال فيه إن»: words begin right here, so the pronoun before is no content."""
        clause = self._clause
        return clause.is_particle(j) or clause.is_colon(j) or j in clause.opens

    def _owns_particle(self, j: int, reading: CueReading) -> bool:
        """«الذي أشار إلى أن»: a cue right before a particle takes it, in any clause."""
        form = self._forms[j]
        if form in words("homographs") or form in words("attitudes"):
            return False
        if read_word(form).given and not is_joined(form):
            return False  # نبيل عزت إن
        if reading.form == "participle" and self._clause.is_epithet(j):
            return False
        behind = j + 1
        if self._clause.form(behind) in reading.verb.through:
            behind += 1
        return reading.form != "verbal_noun" and self._clause.is_particle(behind)

    def _is_another(self, j: int, stop: int, relative: bool) -> bool:
        """Whether the clause of another cue begins, or goes on, at a token."""
        reading = readings().get(self._forms[j])
        if reading is None or self._withholds(j):
            return False
        apart = self._may_be_other(j, relative) and self._is_other_cue(j, reading, stop)
        return apart or self._owns_particle(j, reading)

    def _may_be_other(self, j: int, relative: bool) -> bool:
        """Whether a cue at ``j`` is outside the ``relative`` clause before it, if there is one."""
        before = self._forms[j - 1]
        outside = is_joined(self._forms[j]) or before == "حيث"
        return not relative or outside or before in COMMAS

    def _is_other_cue(self, j: int, other: CueReading, stop: int) -> bool:
        """Whether a second cue begins its own clause before the first has found its content."""
        form, before = self._forms[j], self._forms[j - 1]
        if other.person == 1:
            return False
        if form in words("homographs"):  # «…، وبين أن»
            return before in COMMAS and self._clause.is_particle(j + 1)
        if form in words("attitudes"):
            return False
        if other.form == "participle" and self._clause.is_epithet(j):
            return False
        if other.form == "participle" and before not in COMMAS and self._clause.is_colon(j + 1):
            return False  # «ويضيف الوزير معلقا: …»
        if other.form == "participle":
            # a circumstance (مضيفا أن) only where it has content of its own
            return (
                self._clause.is_particle(j + 1)
                or self._clause.is_particle(j + 2)
                or self._clause.is_colon(j + 1)
                or self._clause.form(j + 1) in words("saying")
                or self._clause.quoted_words(j + 1) >= QUOTED_WORDS
            )
        word = read_word(form)
        if (word.noun and not word.verb) or word.given:
            return False
        if before in ("ما", "لم", "ان") or before in word_set("relatives"):
            return False
        perfect = other.form == "verb" and other.past and not is_joined(form)
        head = self._clause.head(j - 1) if perfect and other.gender == "m" else None
        if perfect and (before in THROUGH or read_word(before).given):
            return False  # في رد على سؤال; نعيم ناشد: a surname
        if head is not None and head.gender == "f":
            return False  # محطة راي
        if self._is_genitive(j):
            return False
        own = self.behind(j, stop)
        return own is not None and own.kind != "nominal"

    def _is_joined_verb(self, j: int) -> bool:
        """Whether a verb carries و or ف, not one like فضل عدم ذكر اسمه."""
        return self._forms[j][0] in "وف" and not self._withholds(j)

    def _withholds(self, j: int) -> bool:
        """«مسؤول رفض الكشف عن هويته»: a clause about the one told of begins."""
        reader = self._clause.reader
        return j in reader.words.ends and j not in reader.times

    def _is_new_verb(self, j: int) -> bool:
        """Whether another clause begins before the content has: «كتب الوزير وزار …»."""
        form, before = self._forms[j], self._forms[j - 1]
        if self._withholds(j):
            return True
        word = read_word(form)
        if not is_verb(form) or word.given or (word.particle and read_word(before).given):
            return False  # محمد ولد الشيخ
        if form in readings() or form in words("attitudes") or self._is_genitive(j):
            return False
        return before not in THROUGH and before not in words("subordinators")

    def _aside_end(self, j: int, limit: int) -> int | None:
        """«…، ونقله الموقع، أن»: the comma behind an aside on who published the words."""
        form = self._forms[j]
        if self._forms[j - 1] not in COMMAS or form.removeprefix("و") not in words("published_it"):
            return None
        return next((i for i in range(j + 1, limit) if self._forms[i] in COMMAS), None)

    def _is_genitive(self, j: int) -> bool:
        """«خلال حفل وضع حجر الأساس»: behind a preposition and its noun stands no verb."""
        for i in range(j - 1, max(j - _GENITIVES, 0), -1):
            noun = read_word(self._forms[i])
            if noun.definite or noun.function or self._tokens[i].kind != "word":
                return False
            if self._forms[i - 1] in words("adjunct_prepositions"):
                return True
        return False

    # nouns

    def _noun(self, at: int, j: int, reading: CueReading, limit: int) -> Opening | None:
        """Content that is a noun phrase: أكد ضرورة, حذر من خطورة, اتهم بـ."""
        found = self._noun_at(j, reading)
        return None if found and self._is_in_subject(at, j, limit) else found

    def _noun_at(self, j: int, reading: CueReading) -> Opening | None:
        form = self._forms[j]
        through = reading.verb.through
        if reading.verb.takes_object and form in words("content_nouns") and not self._withholds(j):
            return Opening("nominal", j, j)
        passed_on = self._forms[j - 1] == "نقلا"  # نقلا عن الصحيفة
        if form in THROUGH and form in through and not passed_on and j + 1 < len(self._tokens):
            word = read_word(self._forms[j + 1])
            if self._tokens[j + 1].kind == "word" and (word.noun or not word.function):
                return Opening("nominal", j + 1, j)
        split = after_proclitic(form)
        if split is not None and split[0] in ("ب", "ل") and split[0] in through:
            return None if self._clause.tells_hearer(j) else Opening("nominal", j, j)
        return None
