"""Why a word that looks like a cue reports nothing: another word, a denial, nobody's voice."""

from __future__ import annotations

from ..names.words import read_word, word_set
from .clause import COMMAS, DASHES, STOPS, THROUGH, Clause
from .cues import CueReading, is_joined, words
from .openings import FRAME_TOKENS
from .subjects import SubjectFinder

_SHADDA = "\u0651"
_IDIOM_TOKENS = 20
_DAMMA = "\u064f"
_BEFORE_NOUNS = THROUGH - {"من"}
_NOT = ("لا", "ولا")


class Objections:
    """Asks of each candidate what may speak against it."""

    def __init__(self, clause: Clause, subjects: SubjectFinder) -> None:
        self._clause = clause
        self._forms = clause.forms
        self._reader = clause.reader
        self._subjects = subjects

    def to(self, at: int, reading: CueReading, sentence: range) -> str | None:
        """Why a form of a reporting verb reports nothing here, None where it may."""
        form = self._forms[at]
        before = self._clause.form(at - 1) if at > sentence.start else ""
        if self._is_noun(at, reading, before):
            return "a noun or adjective"
        if form in words("attitudes") and before in THROUGH:
            return "a noun behind a preposition"
        if reading.person == 1 or self._is_first_person(at, reading):
            return "first person"
        if self._is_denied(at, reading, before):
            return "negated"
        if self._is_impersonal(at, before):
            return "the writer's own voice"
        if form.endswith("يدعي") and self._is_called(at):
            return "passive: is called"
        if reading.form == "verb" and (objection := self._to_verb(at, reading, before)):
            return objection
        homographs = words("homographs")
        homograph = form in homographs or (form[1:] in homographs and is_joined(form))
        if homograph and not self._is_true_cue(at, sentence):
            return "another word of the same form"
        return None

    def _to_verb(self, at: int, reading: CueReading, before: str) -> str | None:
        """What the word before a verb says of it."""
        form = self._forms[at]
        if form == "قيل" and before and self._clause.tokens[at - 1].kind == "word":
            return "of a thing told before"  # لأسباب قيل إنها كثيرة
        if before in ("من", "ومن", "لمن", "ممن"):
            return "behind من: nobody in particular"
        if self._is_of_thing(at, before):
            return "of هذا or الأمر: a thing that shows something"
        if reading.hearer and self._is_indefinite(at - 1):
            return "of somebody told before"  # عن مصدر وصفته بأنه مطلع
        if reading.past:
            passive = reading.verb.needs != "relay" and self.is_passive(at)
            return "passive" if passive else None
        if before in words("that_which"):
            return "behind ما: a thing that shows something"
        if before in words("interrogatives") and form[0] == "ت":
            return "a question to somebody"
        if before in ("ان", "كي", "لكي"):
            # but قبل أن يستدرك بالقول
            return None if self._clause.form(at - 2) == "قبل" else "behind أن: not yet said"
        return None

    def _is_of_thing(self, at: int, before: str) -> bool:
        """«وهذا يؤكد أن», «كل ذلك يقول إن», «الأمر الذي يعني أن»: not «ومع ذلك أكد الوزير أن»."""
        lead = self._clause.form(at - 2)
        if before in word_set("relatives"):
            return lead.removeprefix("و") in ("الامر", "الشيء")
        this = before.removeprefix("و")
        if this not in words("demonstratives") or is_joined(self._forms[at]):
            return False
        return this != before or lead in ("كل", "وكل", "ان") or self._clause.is_parted(at - 1)

    def _is_impersonal(self, at: int, before: str) -> bool:
        """«يذكر أن»; and «مفقود يعتقد أنه قضى», but «وهو يعتقد أن»."""
        form = self._forms[at]
        alone = form in words("impersonal_alone") and not (
            before in words("pronouns") or before in word_set("relatives")
        )
        return (alone or form in words("impersonal")) and self._tells_nobody(at)

    def _is_noun(self, at: int, reading: CueReading, before: str) -> bool:
        """«على لوح», «كل تكهن», «أخطر ما», «بات مؤكدا», «لفت الأنظار»."""
        if reading.form == "participle":
            return self._is_no_circumstance(at, before)
        if self._clause.sequence("idioms", at):
            return not self._leads_to_clause(at)
        if reading.form == "verbal_noun":
            return before in words("before_own_words")
        perfect = reading.form == "verb" and reading.past and not is_joined(self._forms[at])
        masculine = reading.gender == "m" and reading.number == "s"
        if not (perfect and masculine):
            return False
        head = self._clause.head(at - 1)
        if head is not None and head.gender == "f":
            # محطة راي: no verb agrees with the noun before, but تغريدة أوضح فيها
            return self._clause.form(at + 1) not in words("within")
        if before in _BEFORE_NOUNS or before in words("before_nouns"):
            return True
        if before in word_set("withholding"):
            return True  # رفض ذكر اسمه
        so_called = self._clause.form(at + 2) in words("so_called")  # أعلن ما يسمى المجلس
        elative = self._forms[at].startswith("ا") and self._clause.form(at + 1) == "ما"
        return elative and not so_called

    def _is_no_circumstance(self, at: int, before: str) -> bool:
        """«مقدرات الشعب», «بات مؤكدا», «رصد ومتابعة»: a participle that is a noun or predicate."""
        form = self._forms[at]
        governed = before.removeprefix("و") in THROUGH  # ومن عادة الناس
        if governed or before in words("becoming") or self._clause.is_epithet(at):
            return True
        if self._clause.is_parted(at) or at == 0:
            return False
        behind = at + 1 + (self._clause.form(at + 1) in THROUGH)
        if self._clause.is_particle(behind):
            return False
        return form.endswith(("ات", "ين")) or (is_joined(form) and form.endswith("ه"))

    def _leads_to_clause(self, at: int) -> bool:
        """«يلفت انتباه السكان إلى أن»: the idiom has something said behind it."""
        near = range(at + 2, min(at + _IDIOM_TOKENS, len(self._forms) - 1))
        return any(self._forms[j] == "الي" and self._clause.is_particle(j + 1) for j in near)

    def _is_indefinite(self, at: int) -> bool:
        """Whether a noun without article stands here: «مصدر وصفته بأنه مطلع»."""
        word = read_word(self._clause.form(at)) if at >= 0 else None
        return word is not None and bool(word.title or word.head) and not word.definite

    def is_passive(self, at: int) -> bool:
        """«دُعي», «اتُّهم»: a perfect with a damma written on its first consonant."""
        token = self._clause.tokens[at]
        written = self._clause.page.text[token.start : token.end].lstrip("وف")
        return written[1:2] == _DAMMA

    def _is_called(self, at: int) -> bool:
        """«ويدعى فلان», which folds like يدعي."""
        end = self._clause.tokens[at].end
        return self._clause.page.text[end - 1] == "ى" and not self._clause.is_particle(at + 1)

    def _is_first_person(self, at: int, reading: CueReading) -> bool:
        """«أعتقد», which folds like اعتقد: the hamza tells that somebody speaks of himself."""
        if reading.form != "verb" or reading.verb.lemma[0] != "ا":
            return False
        token = self._clause.tokens[at]
        written = self._clause.page.text[token.start : token.end].lstrip("وف")
        if written[0] != "أ":
            return False
        stop = self._clause.sentence_of[at].stop
        subject = self._reader.read(at + 1, min(stop, at + FRAME_TOKENS))
        return subject is None or not self._clause.can_speak(subject)  # a hamza too many

    def _is_denied(self, at: int, reading: CueReading, before: str) -> bool:
        """«لم يقل», «لا يقول», «لم يؤكد أو ينفي»; but لم ينف and لا يستبعد say something."""
        negations = words("negations")
        negated = before in negations or before in _NOT
        if not (negated or before == "او"):
            return False
        if negated and self._clause.form(at + 1) == "احد":
            return True
        earlier = self._forms[max(at - 3, 0) : max(at - 1, 0)]
        if before in ("او", "ولا") and not negations.isdisjoint(earlier):
            return True
        if reading.verb.act in ("deny", "predict"):
            return False
        imperfect = reading.form == "verb" and not reading.past
        return before in negations or (negated and imperfect)

    def _tells_nobody(self, at: int) -> bool:
        """«يذكر أن», «يشار إلى أن»: the writer's own voice."""
        if self._clause.is_particle(at + 1) or (
            self._clause.form(at + 1) in THROUGH and self._clause.is_particle(at + 2)
        ):
            return True
        stop = self._clause.sentence_of[at].stop
        phrase = self._subjects.behind(at + 1, min(stop, at + FRAME_TOKENS)).phrase
        return phrase is None or not self._clause.can_speak(phrase)

    def _is_true_cue(self, at: int, sentence: range) -> bool:
        """Whether بين, عبر or أبرز is the verb: written with shadda, or with a subject."""
        token = self._clause.tokens[at]
        if _SHADDA in self._clause.page.text[token.start : token.end]:
            return True
        before = self._clause.form(at - 1)
        parted = before in DASHES or before in STOPS
        if at > sentence.start and not parted and before not in words("clause_starts"):
            return False
        if self._clause.is_particle(at + 1):
            return not self._forms[at].endswith("تبين")
        if self._clause.form(at + 1) in words("same_before"):
            return True  # وأبرز ذات المسؤول
        phrase = self._reader.read(at + 1, min(at + FRAME_TOKENS, len(self._forms)))
        if phrase is None or self._clause.is_particle(phrase.last):
            return phrase is not None
        between = before in COMMAS and not is_joined(self._forms[at])  # «…، بين الوزارة والشركات»
        return self._clause.can_speak(phrase) and not between
