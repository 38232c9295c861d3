"""When, where, on what occasion, how long and by what means: the adjuncts of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from ..lexicon import gazetteer as gaz
from ..model import Phrase, TimeExpression
from ..model.types import Format
from ..names import Phrase as NounPhrase
from ..names import PhraseReader
from ..names.words import read_word
from ..text import Page
from .clauses import Chunk
from .triggers import nouns, words

_NOT_WHEN = frozenset({"منذ", "حتي"})
_HEARD_AFTER = 4
_NAME_TOKENS = 8
_SHORT_NAME = 3


class Circumstances:
    """Reads the adjuncts of clauses given as chunks."""

    def __init__(self, page: Page, reader: PhraseReader, published: date | None) -> None:
        self._page = page
        self._reader = reader
        self._forms = reader.forms
        self._published = published
        self._occasions: dict[str, Phrase] = {}

    def time(self, chunks: Sequence[Chunk], k: int, left: int, right: int) -> TimeExpression | None:
        """When: a point in time after the trigger in its clause, else before it."""
        for chunk in chunks[k + 1 : right]:
            if chunk.noun is not None and chunk.prep in words("after_meeting"):
                break
            if _is_point(chunk.time) and chunk.prep not in _NOT_WHEN:
                return chunk.time
        stop = left
        noun = chunks[k].noun
        if chunks[k].prep in words("after_meeting") or (noun and noun.proclitic.endswith("ب")):
            while stop > 0 and chunks[stop - 1].kind not in ("that", "break", "relative"):
                stop -= 1
        for chunk in reversed(chunks[stop:k]):
            if _is_point(chunk.time):
                return chunk.time
        return None

    def is_future(self, time: TimeExpression | None, *, or_today: bool) -> bool:
        """Whether a time lies after the day of the article."""
        begin = day_of(time.begin) if time is not None else None
        if time is not None and time.value == "FUTURE_REF":
            return True
        if begin is None or self._published is None:
            return False
        return begin > self._published or (or_today and begin == self._published)

    def place(
        self, chunks: Sequence[Chunk], k: int, left: int, right: int, *, visited: bool
    ) -> Phrase | None:
        """Where: a known place or a venue after في or ب; of a visit what is visited."""
        told_of = False  # inside what was talked about, whose places are not where one met
        verb = chunks[k].verb
        talk = verb is not None and verb.sense == "talk"
        # «توجه إلى بغداد للقاء الوزير», «ليجتمع معه»: where one goes for it
        goals = ("الي",) if self._is_purpose(chunks[k]) else ()
        of_title = {  # «رئيس الهيئة في الحزب»: where the office is, not the meeting
            after.start
            for title, _, after in zip(chunks, chunks[1:], chunks[2:], strict=False)
            if title.kind == "party" and _ends_with_title(title.phrases[-1])
        }
        for chunk in (*chunks[k + 1 : right], *chunks[left:k]):
            form = self._forms[chunk.start]
            if chunk.noun is not None and chunk.prep in words("after_meeting"):
                break
            if form in words("about") or (
                talk and chunk.kind == "word" and (form not in words("prepositions"))
            ):
                told_of = True
            if chunk.kind == "word" and is_purpose(form):
                told_of = True
            if chunk.kind in ("mark", "time"):
                told_of = False
            if form in words("occasion_before"):
                told_of = talk = False
            if told_of:
                continue
            if visited and chunk.prep == "مقر":
                return self._phrase(chunk.start - 1, chunk.stop, 0)
            if visited and _is_place(chunk) and chunk.prep in ("", "ل", "الي"):
                phrase = chunk.phrases[0]
                return self._phrase(chunk.start, phrase.last, phrase.skip)
            joined = form[:1] == "ب" and form[1:] in words("place_heads")
            if chunk.prep not in ("في", "ب", "وفي", *goals) and not joined:
                continue
            if chunk.kind == "place":
                named = not chunk.phrases  # بمقر الوزارة
                skip = int(named and chunk.prep == "ب") if named else chunk.phrases[0].skip
                return self._phrase(chunk.start, chunk.stop, skip)
            known = chunk.phrases[0].known if chunk.kind == "party" else None
            body = known is not None and known.entity_kind == "ORGANISATION"
            if body and chunk.start not in of_title:
                phrase = chunk.phrases[0]  # اجتماع بالبيت الأبيض
                return self._phrase(chunk.start, phrase.last, phrase.skip)
            if chunk.kind in ("word", "party"):
                found = self._venue(chunk)
                if found is not None:
                    return found
        return None

    def goal(self, chunks: Sequence[Chunk]) -> Phrase | None:
        """The place that chunks end with, which حيث stands for: «إلى تونس حيث»."""
        last = next((c for c in reversed(chunks) if c.kind != "mark"), None)
        if last is None or not (last.kind == "place" or _is_place(last)) or not last.phrases:
            return None
        return self._phrase(last.start, last.stop, last.phrases[0].skip)

    def _is_purpose(self, trigger: Chunk) -> bool:
        if trigger.noun is not None:
            return trigger.noun.proclitic.endswith("ل")
        verb = trigger.verb
        return verb is not None and verb.tense == "present" and self._forms[trigger.start][0] == "ل"

    def as_place(self, chunk: Chunk) -> Phrase | None:
        """The city or country that a party chunk names, where it names one."""
        if not _is_place(chunk):
            return None
        phrase = chunk.phrases[0]
        return self._phrase(chunk.start, phrase.last, phrase.skip)

    def _venue(self, chunk: Chunk) -> Phrase | None:
        """«في مدينة ترنهايم»: the name alone; «في قصر الرئاسة»: the whole."""
        at = chunk.start
        form = self._forms[at]
        skip = 0
        if form not in words("place_heads") and form not in words("venues") and form[0] == "ب":
            form, skip = form[1:], 1
        stop = min(len(self._forms), at + _NAME_TOKENS)
        if form in words("place_heads") and at + 1 < stop:
            known = gaz.phrases().longest(self._forms, at + 1)
            if known is not None and not known.proclitic:
                return self._phrase(at + 1, at + 1 + known.length, 0)
            if form in words("capitals"):
                return self._phrase(at, at + 1, skip)
            return self._phrase(at + 1, at + 2, 0) if self._is_open(at + 1) else None
        if form.removeprefix("ال") in words("venues"):
            end = self._end_of_name(at + 1, stop)
            named = end > at + 1 or form.startswith("ال") or form in words("own_venues")
            return self._phrase(at, end, skip) if named else None
        return self._phrase(at, at + 1, 0) if skip == 0 and self._is_unknown(at) else None

    def _is_unknown(self, at: int) -> bool:
        """«في ترنهايم»: a word no table knows, alone after في, is the name of a place."""
        word = read_word(self._forms[at])
        following = self._forms[at + 1 : at + 2]
        alone = (
            not following
            or following[0] in nouns()
            or (self._page.tokens[at + 1].kind == "punct" or at + 1 in self._reader.times)
        )
        return (
            self._is_open(at)
            and alone
            and len(word.form) > _SHORT_NAME
            and not (word.noun or word.given or word.definite or word.common)
        )

    def _is_open(self, at: int) -> bool:
        word = read_word(self._forms[at])
        return self._page.tokens[at].kind == "word" and not (word.function or word.verb)

    def occasion(self, clause: Sequence[Chunk]) -> Phrase | None:
        """«على هامش قمة العشرين», «خلال المؤتمر»: the gathering others met at."""
        for chunk in clause:
            for at in range(chunk.start, chunk.stop):
                form = self._forms[at]
                if form in words("occasion_before") or (
                    form in ("في", "من")
                    and (
                        self._forms[at + 1 : at + 2] and self._forms[at + 1] in words("gatherings")
                    )
                ):
                    found = self._event(at + 1)
                    if found is not None:
                        return found
        return None

    def _event(self, at: int) -> Phrase | None:
        beside = self._forms[at - 1] in words("sidelines")
        if beside and at < len(self._forms) and self._forms[at] in words("visits"):
            return self._phrase(at, at + 1, 0)
        stop = min(len(self._forms), at + _NAME_TOKENS)
        while at < stop and self._forms[at] in words("event_heads"):
            at += 1
        if at >= stop or self._forms[at] not in words("events") or not self._has_name(at, stop):
            return None
        if self._forms[at + 1 : at + 2] and self._forms[at + 1] in words("press"):
            return None
        end = self._end_of_name(at + 1, self._before_title(at + 1, stop))
        phrase = self._phrase(at, end, 0)
        head = self._forms[at].removeprefix("ال")
        if end > at + 1:
            self._occasions.setdefault(head, phrase)
            return phrase
        return self._occasions.get(head, phrase)

    def _before_title(self, at: int, stop: int) -> int:
        """Where the title of a person begins: «على هامش المنتدى | مدير عام المركز»."""
        for n in range(at, stop):
            title = read_word(self._forms[n]).title
            if title is not None and title.kind == "office" and title.number == "s":
                return n
        return stop

    def _has_name(self, at: int, stop: int) -> bool:
        """«خلال اجتماع» is no occasion, «خلال اجتماع قمة العشرين» and «على هامش القمة» are."""
        form = self._forms[at]
        if form in ("اجتماع", "اجتماعات"):
            return at + 1 < stop and self._forms[at + 1] in words("events")
        return form.startswith("ال") or self._end_of_name(at + 1, stop) > at + 1

    def _end_of_name(self, at: int, stop: int) -> int:
        end = at
        while end < stop and end not in self._reader.times:
            token = self._page.tokens[end]
            number_of_name = token.kind == "number" or token.form == "ال"
            if not (self._is_open(end) or number_of_name):
                break
            form = self._forms[end]
            if (form.startswith("ب") and read_word(form[1:]).definite) or form.startswith("لل"):
                break
            if form.startswith("و") and not form.startswith("وال"):
                break
            end += 1
        return end

    def duration(self, after: Sequence[Chunk]) -> TimeExpression | None:
        """«استمر ساعتين», «لمدة ساعة»."""
        for n, chunk in enumerate(after):
            form = self._forms[chunk.start]
            lasts = chunk.verb is not None and chunk.verb.use == "lasting"
            if chunk.time is not None and _lasts(chunk.time) and not chunk.prep:
                return chunk.time  # اجتمع به ثلاث ساعات, لأربع ساعات
            if not lasts and form not in words("for_long"):
                continue
            for other in after[n + 1 : n + 1 + _HEARD_AFTER]:
                if other.time is not None and other.time.type == "DURATION":
                    return other.time
        return None

    def format(self, clause: Sequence[Chunk]) -> Format | None:
        """By telephone or on a screen, where the clause says so."""
        for chunk in clause:
            for form in self._forms[chunk.start : chunk.stop]:
                if form in words("video"):
                    return "video"
                if form in words("phone"):
                    return "phone"
        return None

    def _phrase(self, start: int, stop: int, skip: int) -> Phrase:
        span = self._page.span(start, stop)
        name = self._page.text[span.start + skip : span.end]
        span = type(span)(span.start + skip, span.end)
        return Phrase(name, span)


def _is_point(time: TimeExpression | None) -> bool:
    return (
        time is not None
        and time.type in ("DATE", "TIME")
        and not time.in_name
        and time.resolved
        and time.value not in ("PRESENT_REF",)
    )


def _ends_with_title(phrase: NounPhrase) -> bool:
    return phrase.name is None or phrase.name.stop < phrase.last


def is_purpose(form: str) -> bool:
    """Whether a word tells what something is for: لوقف الحرب, للسماح, but not للخبراء."""
    if form.startswith("لل"):
        word = read_word("ا" + form[1:])
        return word.definite and not (word.title or word.head)
    rest = form[1:]  # folded, the noun وقف looks like its verb
    return form.startswith("ل") and (
        read_word(rest).noun or (read_word(rest).verb and rest[:1] not in "يتن")
    )


def _lasts(time: TimeExpression) -> bool:
    """Whether a time tells how long a meeting took: hours, not the years before it."""
    return time.type == "DURATION" and time.value.startswith("PT")


def day_of(moment: date | datetime | None) -> date | None:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def _is_place(chunk: Chunk) -> bool:
    known = chunk.phrases[0].known if len(chunk.phrases) == 1 else None
    return known is not None and known.entity_kind == "PLACE"
