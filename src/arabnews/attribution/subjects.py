"""The subject of a reporting verb: behind it, before it, and what stands around it."""

from __future__ import annotations

from attrs import define

from ..names import Phrase
from ..names.person_names import QUOTED_NAME_TOKENS
from ..names.words import read_word, word_set
from ..text.marks import is_mark
from .clause import COMMAS, DASHES, STOPS, Clause
from .cues import CueReading, complementisers, is_joined, readings, words

_ADJUNCTS = 3
_BEFORE_TOKENS = 45
_QUOTED_NAME = 6
_ANTECEDENT_TOKENS = 12
_OWNERS = ("ها", "هم", "هما", "هن", "نا")  # not ه, which folded ة is as well


@define(eq=False)
class Subject:
    """Who speaks by the grammar of the clause, through what, and to whom.

    ``preverbal`` tells that the phrase stands before the verb.
    """

    phrase: Phrase | None = None
    medium: range | None = None
    addressee: range | None = None
    preverbal: bool = False


class SubjectFinder:
    """Finds the subjects of reporting verbs."""

    def __init__(self, clause: Clause) -> None:
        self._clause = clause
        self._forms = clause.forms
        self._reader = clause.reader

    def of_verb(
        self, at: int, reading: CueReading, end: int, sentence: range, *, alone: bool
    ) -> Subject:
        """The subject of a verb or participle whose clause ends before ``end``.

        ``alone`` tells that it has no object there.
        """
        behind = self.behind(at + 1, end, alone=alone)
        phrase, behind.phrase = behind.phrase, None
        if reading.form != "verb":
            return behind
        if phrase is not None and self._fits_behind(phrase, at, reading, end):
            behind.phrase = phrase
        earlier = self._told_earlier(at, reading, sentence, behind.phrase)
        if earlier is not None:
            behind.phrase, behind.preverbal = earlier, True
        return behind

    def _fits_behind(self, phrase: Phrase, at: int, reading: CueReading, end: int) -> bool:
        if reading.verb.act == "describe" and not self._clause.can_speak(phrase):
            return False  # ووصف التوقعات بأنها: whom or what he describes
        return self.agrees_behind(phrase, at, reading, end)

    def _told_earlier(
        self, at: int, reading: CueReading, sentence: range, phrase: Phrase | None
    ) -> Phrase | None:
        """The subject before the verb, where grammar puts it there or ``phrase`` is lacking."""
        before = self._clause.form(at - 1)
        if before in ("قد", "وقد"):
            return self.before(at, reading, sentence)  # كان فلان قد أبلغ السلطات
        if before in ("ان", "وان") and (earlier := self.of_earlier(at, reading)) is not None:
            return earlier
        if phrase is not None:
            return None
        if before in word_set("relatives") and (told := self.antecedent(at, reading)) is not None:
            return told
        joined = is_joined(self._forms[at]) and not self._forms[at].startswith("ف")
        if joined:
            return None
        return self.before(at, reading, sentence) or self._described(at, reading)

    def behind(self, first: int, stop: int, *, alone: bool = False) -> Subject:
        """The subject between a verb and its content, over adverbs, times and adjuncts.

        ``alone`` tells that the verb has no object before ``stop``.
        """
        phrase: Phrase | None = None
        medium: range | None = None
        addressee: range | None = None
        adjuncts = 0
        adverbs, demonstratives = words("adverbs"), words("demonstratives")
        prepositions = words("adjunct_prepositions")
        j = first
        while j < stop:
            form = self._forms[j]
            passed = form == ":" or form in adverbs or form in demonstratives
            if passed or j in self._reader.times:
                j += 1
            elif (remark_end := self._clause.remark_end(j, stop)) is not None:
                j = remark_end
            elif phrase is None and form in words("same_before"):
                j += 1  # نفس المصدر
            elif form == "ما" and self._clause.form(j + 1) in words("so_called"):
                j += 2
            elif self._is_circumstance(j, first):
                break
            elif form in prepositions and not self._reader.words.is_given(j):
                adjunct = self._adjunct(j, stop)
                if medium is None and self._is_medium(adjunct):
                    medium = adjunct
                adjuncts += 1
                if phrase is not None or adjuncts > _ADJUNCTS:
                    break
                j = adjunct.stop
            elif (hearer := self._hearer(j, stop)) is not None:
                addressee = hearer
                j = hearer.stop
            elif phrase is None or (phrase.quoted and self._speaks_behind(j, stop)):
                if phrase is not None:  # أبلغ «الشرق» مدير الفرع
                    addressee = range(phrase.first, phrase.last)
                phrase = self._reader.read_joint(j, stop)
                if phrase is None or (adjuncts and not self._speaks_late(phrase)):
                    return Subject(None, medium, addressee)
                if alone:
                    phrase = self._reader.complete(phrase, stop)
                j = phrase.last
            else:
                break
        return Subject(phrase, medium, addressee)

    def _speaks_late(self, phrase: Phrase) -> bool:
        """Whether a phrase behind an adjunct can be the subject.

        A lone word that looks like a verb may be one of the adjunct: في ندوة انتظمت أمس.
        """
        form = self._forms[phrase.first]
        lone = phrase.name is not None and phrase.role is None and len(phrase.name) == 1
        unknown = lone and not self._reader.words.is_given(phrase.first)
        if unknown and form.endswith("ت") and form not in self._reader.surnames:
            return False
        return self._clause.can_speak(phrase)

    def _hearer(self, at: int, stop: int) -> range | None:
        """Whom the words were given to, if that stands at a token: للصحفيين, لـ«الشرق الأوسط»."""
        form = self._forms[at]
        if form == "ل":
            end = self._reader.words.quoted_end(at + 1, stop, QUOTED_NAME_TOKENS)
            return range(at, end) if end is not None else None
        if not form.startswith("ل") or not self._clause.tells_hearer(at):
            return None
        hearer = self._reader.read(at, stop, proclitic=True)
        return range(at, hearer.last if hearer else at + 1)

    def agrees_behind(self, phrase: Phrase, at: int, reading: CueReading, end: int) -> bool:
        """Whether a phrase behind the verb at ``at`` can be its subject.

        An everyday noun must agree with the verb, unless it is definite and stands right behind
        it or is all that stands before the content. Things in the plural take a feminine verb,
        and many plurals look masculine: أظهرت نتائج الاستطلاع.
        """
        word = read_word(self._forms[phrase.first])
        near = phrase.first == at + 1
        if word.definite and (near or phrase.last == end):
            return True
        if self._clause.can_speak(phrase) or reading.gender in (None, phrase.gender):
            return True
        told = phrase.last > phrase.first + 1 or phrase.last == end  # not اعتقدت خطأ أن
        owned = word.form.endswith(_OWNERS)  # أكدت عزمها
        things = reading.gender == "f" and phrase.kind == "ORGANISATION"
        return near and things and told and not owned

    def before(self, at: int, reading: CueReading, sentence: range) -> Phrase | None:
        """The subject in front of the verb at ``at``.

        «كان الوزير قد أعلن», «لكن الحركة أكدت», «المعارضة أعلنت».
        """
        for j in range(at - 1, max(sentence.start - 1, at - _BEFORE_TOKENS), -1):
            introduced = self._forms[j] in words("introducers")
            if not introduced and j > sentence.start:
                if self._closes_clause(j):
                    return None
                continue
            begin = j + 1 if introduced else j
            joined = not introduced and self._forms[j][0] in "وف"
            phrase = self._reader.read_joint(begin, at, proclitic=joined)
            if phrase is None or begin in self._reader.times or not _agrees(reading, phrase):
                return None
            if introduced and self._forms[j] not in complementisers():
                return phrase
            if introduced:
                return phrase if self._reaches(phrase, at) else None
            if phrase.last < at and self._is_lone_word(phrase):
                return None  # اتصلنا به فصرح لنا
            return phrase if self._can_come_first(phrase, at) else None
        return None

    def _described(self, at: int, reading: CueReading) -> Phrase | None:
        """«احتجاج سكان طالبوا بالماء»: the verb says something of those told right before it."""
        noun = read_word(self._clause.form(at - 1))
        if at == 0 or noun.definite or noun.title is None or noun.title.number != reading.number:
            return None
        phrase = self._reader.read(at - 1, at)
        if phrase is None or phrase.kind not in ("PERSON", "GROUP") or phrase.name is not None:
            return None
        return phrase if _agrees(reading, phrase) else None

    def of_earlier(self, at: int, reading: CueReading) -> Phrase | None:
        """«سبق للوزير أن أكد»: who has said so before."""
        for j in range(at - 2, max(at - _ANTECEDENT_TOKENS, 0), -1):
            if self._forms[j].removeprefix("و") == "سبق":
                phrase = self._reader.read_joint(j + 1, at - 1, proclitic=True)
                return phrase if phrase is not None and _agrees(reading, phrase) else None
        return None

    def antecedent(self, at: int, reading: CueReading) -> Phrase | None:
        """Whom the relative pronoun before a verb stands for: «التقى النقيب فلانا الذي أكد أن»."""
        end = at - 1
        if self._clause.form(end - 1) in COMMAS:
            end -= 1
        for begin in range(max(end - _ANTECEDENT_TOKENS, 0), end):
            phrase = self._reader.read_joint(begin, end, proclitic=True)
            if phrase is not None and phrase.last == end and phrase.name is not None:
                woman = phrase.gender == "f" or phrase.number == "p"
                said_of = woman or self._forms[at - 1] != "التي"  # تصريحاته، التي قال إنها
                return phrase if said_of and _agrees(reading, phrase) else None
        return None

    def _is_circumstance(self, at: int, first: int) -> bool:
        """«…، مضيفة أن»: a participle of speech; but «وذكرت متحدثة باسم الشركة» is who spoke."""
        form = self._forms[at]
        if form in words("remarking"):
            return True  # قال معلقا على القرار
        reading = readings().get(form)
        if reading is None or reading.form != "participle":
            return False
        return at > first or self._reader.words.word(at).title is None

    def _speaks_behind(self, at: int, stop: int) -> bool:
        """«أبلغ «الشرق» مدير الفرع أنه»: behind a paper in marks stands the one who told it."""
        phrase = self._reader.read_joint(at, stop)
        return phrase is not None and self._clause.can_speak(phrase)

    def _adjunct(self, at: int, stop: int) -> range:
        """A preposition with its noun phrase; what follows it is a noun, even one like a verb."""
        phrase = self._reader.read(at + 1, stop)
        if phrase is None and at + 2 < stop and self._clause.tokens[at + 1].kind == "word":
            phrase = self._reader.read(at + 2, stop)  # على طلب فلان: the genitive
        return range(at, phrase.last if phrase is not None else at + 2)

    def _is_medium(self, adjunct: range) -> bool:
        """«في تصريحات»: the adjunct tells where the words were said or written."""
        if self._forms[adjunct.start] not in ("في", "خلال", "عبر", "علي"):
            return False
        bare = read_word(self._clause.form(adjunct.start + 1)).bare
        return bare in word_set("media") or bare in word_set("addressees")

    def _closes_clause(self, j: int) -> bool:
        """Whether the clause of the verb cannot reach back over this token."""
        form = self._forms[j]
        if form in STOPS or form in (":", "؛") or complementisers().get(form):
            return True
        clause = self._clause
        if j in clause.closes:
            return j - clause.closes[j].first > _QUOTED_NAME
        return is_mark(clause.tokens[j]) and j not in clause.opens

    def _reaches(self, phrase: Phrase, at: int) -> bool:
        """Whether the clause that أن and a phrase open has its verb at ``at``, not before."""
        between = self._forms[phrase.last : at]
        relative = any(f in word_set("relatives") for f in between)
        parted = self._clause.form(at - 1) in COMMAS
        # إلا أن الملاحة النهرية أكدت
        described = phrase.last > phrase.first + 1 and phrase.definite
        near = described and phrase.last == at
        return relative or ((near or self._clause.can_speak(phrase)) and not parted)

    def _is_lone_word(self, phrase: Phrase) -> bool:
        """Whether a phrase is one word that neither a table nor the text knows to be a name."""
        lone = phrase.last == phrase.first + 1 and phrase.name is not None
        told = self._forms[phrase.first] in self._reader.surnames
        return lone and not (told or phrase.known or self._reader.words.is_given(phrase.first))

    def _can_come_first(self, phrase: Phrase, at: int) -> bool:
        """Whether a sentence may begin with this subject and have its verb only at ``at``."""
        if self._forms[phrase.first] in readings() or not self._clause.can_speak(phrase):
            return False
        between = self._forms[phrase.last : at]
        if phrase.kind == "PLACE" and not DASHES.isdisjoint(between):
            return False  # لندن (رويترز) - قالت
        return not any(f in complementisers() or f == ":" or f in readings() for f in between)


def _agrees(reading: CueReading, phrase: Phrase) -> bool:
    """Whether a verb behind its subject agrees with it."""
    if reading.gender is None or phrase.number in ("p", "d") or phrase.members:
        return True
    if reading.number in ("d", "p"):
        return False
    if phrase.kind == "PERSON" and phrase.role is None:
        return True
    return reading.gender == phrase.gender
