"""Whether a meeting was held or is to come, was called off, put off or refused."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import TimeExpression
from ..model.types import Status
from .bounds import Bounds
from .circumstances import Circumstances
from .clauses import Chunk
from .triggers import VerbForm, lemmas, status_words, words

_NEIGHBOURS = 3


class Statuses:
    """Reads from the words around a mention what became of the meeting."""

    def __init__(self, forms: Sequence[str], bounds: Bounds, around: Circumstances) -> None:
        self._forms = forms
        self._bounds = bounds
        self._around = around

    def is_ahead(self, chunks: Sequence[Chunk], k: int, verb: VerbForm) -> bool:
        """Whether what a verb tells is yet to come, by what stands before it in the sentence."""
        left = self._bounds.left(chunks, k)
        if self._bounds.is_expected(chunks, left, k):
            return True
        return verb.tense == "present" and (
            self._bounds.comes_later(chunks, k)
            or any(self._around.is_future(c.time, or_today=False) for c in chunks[:k])
        )

    def of_verb(
        self,
        verb: VerbForm,
        time: TimeExpression | None,
        expected: bool,
        headline: bool,
        *,
        now: bool = False,
    ) -> tuple[Status | None, bool]:
        """The status a verb tells, and whether what it tells is yet to come."""
        if verb.tense == "future" or expected:
            return "planned", True
        if verb.tense == "past":
            return "held", False
        if now:
            return "ongoing", False
        if self._around.is_future(time, or_today=not headline):
            return "planned", True
        return None, not headline

    def is_now(self, clause: Sequence[Chunk]) -> bool:
        """«يلتقي حاليا», «يلتقي الآن»: told while it goes on."""
        return any(self._forms[c.start] in words("now") for c in clause)

    def undone_later(self, chunks: Sequence[Chunk], left: int, right: int) -> Status | None:
        """«الزيارة التي كان سيلتقي خلالها الوزير أرجئت»: what became of the noun before."""
        relative = any(c.kind == "relative" for c in chunks[max(0, left - 2) : left])
        after = chunks[right].verb if right < len(chunks) else None
        undone = after is not None and after.status in ("postponed", "cancelled")
        return after.status if relative and undone and after is not None else None

    def of_noun(
        self,
        chunks: Sequence[Chunk],
        k: int,
        governor: int | None,
        right: int,
        time: TimeExpression | None,
    ) -> Status | None:
        """The status told by the verbs and words around a noun; None where nothing tells it."""
        governing = chunks[governor].verb if governor is not None else None
        following = [c.verb for c in chunks[k + 1 : right + 1] if c.verb is not None]
        for verb in following:
            if verb.status in ("cancelled", "postponed"):
                return verb.status
        if governing is not None and governing.status in ("cancelled", "postponed", "refused"):
            return governing.status
        told = self._by_words(chunks, k)
        if told in (None, "held"):
            told = self._of_holding(following) or told
        if told is None and governor is not None and governing is not None:
            told = self._of_governor(chunks, governor, governing)
            present = told is None and governing.tense == "present"
            if present and self.is_now(chunks[governor:right]):
                told = "ongoing"
            if told == "ongoing" and self._around.is_future(time, or_today=False):
                told = "planned"
        if told is None and self._around.is_future(time, or_today=False):
            told = "planned"
        return told

    @staticmethod
    def _of_holding(verbs: Sequence[VerbForm]) -> Status | None:
        """«الاجتماع الذي سيعقد», «اللقاء الذي استمر ساعة»."""
        held: Status | None = None
        for verb in verbs:
            if verb.number == "d":
                continue
            if verb.use in ("holding", "happening", "lasting") and verb.tense == "future":
                return "planned"
            if verb.use in ("holding", "lasting") and verb.tense == "past":
                held = "held"
        return held

    def _of_governor(self, chunks: Sequence[Chunk], governor: int, verb: VerbForm) -> Status | None:
        if verb.status is not None:
            return verb.status
        if verb.tense == "future" or self.is_ahead(chunks, governor, verb):
            return "planned"
        if verb.tense == "past":
            return "held"
        return "ongoing" if verb.lemma in lemmas("going_on") else None

    def _by_words(self, chunks: Sequence[Chunk], k: int) -> Status | None:
        known = status_words()
        noun = chunks[k].noun
        assert noun is not None
        stop = chunks[k].stop
        before = [self._forms[c.start] for c in chunks[max(0, k - _NEIGHBOURS) : k]]
        for form in reversed(before):
            for read in (form, form[1:] if form[0] in "وف" else form):
                if read in known and known[read] != "ongoing":
                    return known[read]
        lasting: Status | None = "ongoing" if self._goes_on(before) else None
        for form in self._forms[stop : stop + _NEIGHBOURS]:
            if form in words("prepositions"):
                continue  # قبل tells of the noun after it
            if (form in known and known[form] != "held") or (
                form in known and form.startswith("ال")
            ):
                return known[form]
        return lasting  # «لا يزال اللقاء المرتقب»: what stands behind counts more

    @staticmethod
    def _goes_on(before: Sequence[str]) -> bool:
        """«تتواصل المباحثات», «لا تزال المحادثات جارية»."""
        return any(status_words().get(form) == "ongoing" for form in before)
