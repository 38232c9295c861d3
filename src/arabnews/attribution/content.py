"""How far the content of a cue goes, and whether it is direct, indirect or mixed.

Content ends where a careful reader ends it: before the next cue, a post-posed attribution and the
writer's own circumstance, else with the sentence. A quotation is never cut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Span
from ..model.types import QuoteKind
from ..names.words import read_word, word_set
from ..text import Page, Quotation
from ..text.marks import is_mark
from .cues import complementisers, is_joined, readings, starts, words
from .frames import Frame

_STOPS = frozenset({".", "؟", "!", "...", "..", "…"})
_COMMAS = frozenset({"،", ",", "؛", ";"})
_EDGE = frozenset("،,؛;:.!؟?…-–—()[]/")


class ContentFinder:
    """Finds the extent of the content of each frame of a page."""

    def __init__(self, page: Page, frames: Sequence[Frame]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.forms = [t.form for t in page.tokens]
        self._opens: dict[int, Quotation] = {}
        for q in page.quotations:
            self._opens.setdefault(q.first, q)
        self._closes = {q.last: q for q in page.quotations if q.closed}
        self._frames: Mapping[int, Frame] = {f.cue.start: f for f in frames}
        self._sentence_of: list[range] = [range(0)] * len(self.tokens)
        for sentence in page.sentences:
            for i in sentence:
                self._sentence_of[i] = sentence

    def extent(self, frame: Frame) -> range | None:
        """The tokens of the content, edges trimmed; None where nothing is left."""
        if frame.opener == "before":
            found = self._before(frame)
        else:
            found = self._after(frame)
        return self._trim(found)

    def quoted(self, content: range) -> list[range]:
        """The quoted stretches of a content, without their marks."""
        found = []
        i = content.start
        outer = self._surrounding(content)
        if outer is not None:
            return [content]
        while i < content.stop:
            quotation = self._opens.get(i)
            if quotation is not None:
                last = min(quotation.last, content.stop)
                if last > i + 1:
                    found.append(range(i + 1, last))
                i = last + 1
            else:
                i += 1
        return found

    def kind(self, content: range, quoted: Sequence[range]) -> QuoteKind:
        """Direct, indirect or mixed, by how much of the content is in marks."""
        if not quoted:
            return "indirect"
        inside = {i for r in quoted for i in r}
        words_ = [i for i in content if self.tokens[i].kind != "punct"]
        return "direct" if all(i in inside for i in words_) else "mixed"

    def span(self, content: range) -> Span:
        """The offsets of a content, with the # of a hashtag it begins with."""
        span = self.page.span(content.start, content.stop)
        hashtag = span.start > 0 and self.page.text[span.start - 1] == "#"
        return Span(span.start - hashtag, span.end)

    # where it starts and ends

    def _after(self, frame: Frame) -> range:
        first = frame.content
        stop = self._sentence_of[min(first, len(self.tokens) - 1)].stop
        while first < stop and self.forms[first] in _COMMAS | {":", "-", "–"}:
            first += 1
        if first < stop and self.forms[first] == "فان":
            first += 1
        quotation = self._opens.get(first)
        if quotation is None:
            return range(first, self._boundary(first, frame))
        inner = first + 1
        if inner < len(self.forms) and self._is_bare_particle(self.forms[inner]):
            inner += 1
        if not quotation.closed:
            return range(inner, quotation.last)
        if frame.opener in ("colon", "quotation") and not self._runs_on(quotation, frame):
            return range(inner, quotation.last)
        after = quotation.last + 1
        if after not in self._sentence_of[quotation.last] or self._is_writers(after):
            return range(inner, quotation.last)
        end = self._boundary(after, frame)
        if after + 1 < end and self.forms[after] in _COMMAS and self._is_new_clause(after + 1):
            end = after
        if not any(self.tokens[i].kind != "punct" for i in range(quotation.last + 1, end)):
            return range(inner, quotation.last)
        return range(first, end)

    @staticmethod
    def _is_bare_particle(form: str) -> bool:
        """إن, أن or فإن without a pronoun."""
        return form == "فان" or complementisers().get(form) is False

    def _is_new_clause(self, at: int) -> bool:
        """Whether the writer goes on with a verb of his own behind a quotation: …»، وأبدى."""
        form = self.forms[at]
        return form.startswith("و") and read_word(form[1:]).verb

    def _runs_on(self, quotation: Quotation, frame: Frame) -> bool:
        """«دعا إلى "ضبط النفس" في المدينة»: the phrase goes on behind the closing mark."""
        after = quotation.last + 1
        if after >= len(self.tokens) or self.tokens[after].kind == "punct":
            return False
        through = self.forms[quotation.first - 1] in ("ب", "ل", "الي", "علي", "عن", "من")
        return through and frame.opener == "quotation" and (
            self._sentence_of[after] == self._sentence_of[quotation.last]
        )

    def _before(self, frame: Frame) -> range:
        stop = frame.content
        sentence = self._sentence_of[frame.cue.start]
        last = stop - 1
        while last > sentence.start and self.forms[last] in _COMMAS | {"-", "–"}:
            last -= 1
        quotation = self._closes.get(last)
        if quotation is not None:
            lead = [self.forms[i] for i in range(sentence.start, quotation.first)]
            if quotation.first <= sentence.start or all(
                self.tokens[i].kind == "punct" for i in range(sentence.start, quotation.first)
            ) or (lead and lead[-1] == ":"):
                return range(quotation.first + 1, quotation.last)
        first = sentence.start
        comma_before_cue = last < stop - 1
        if comma_before_cue and self.forms[stop - 1] in ("-", "–", "—"):
            return range(first, sentence.stop)
        if not comma_before_cue:
            for i in range(last, sentence.start, -1):
                if self.forms[i] in _COMMAS and not self.forms[i + 1].startswith("و"):
                    first = i + 1
                    break
        if self.forms[first] in ("كما", "وكما"):
            first += 1
        return range(first, last + 1)

    def _boundary(self, first: int, frame: Frame) -> int:
        """The end of content that begins at ``first``."""
        if first >= len(self.tokens):
            return first
        i = first
        stop = self._sentence_of[i].stop
        while i < stop:
            quotation = self._opens.get(i)
            if quotation is not None and quotation.closed:
                i = quotation.last + 1
                if i < stop and self._is_writers(i):
                    return i
                if i < len(self.tokens) and i > stop:
                    stop = max(stop, self._sentence_of[quotation.last].stop)
                continue
            other = self._frames.get(i)
            if other is not None and i > frame.cue.start and self._ends_at(other, first):
                return self._back_up(i, other, first)
            if self.forms[i] in _COMMAS and self._is_writers(i + 1):
                return i
            if self.forms[i] in ("دون", "من") and self._is_untold(i):
                return i
            if self.forms[i] == "الامر" and self.forms[i + 1 : i + 2] == ["الذي"]:
                return i
            if self.forms[i] in words("adversatives") and self._is_denied(i, stop):
                return i
            i += 1
        return stop

    def _ends_at(self, other: Frame, first: int) -> bool:
        """Whether another cue inside the content ends it, or is only told within it."""
        at = other.cue.start
        before = self.forms[at - 1]
        if other.form in ("participle", "preposition"):
            return other.opener != "phrase"
        if other.opener == "before":
            return True
        if other.form == "verbal_noun":
            return False
        if before in word_set("relatives") or before in ("ما", "ان", "بان", "لم", "لن"):
            return False
        if other.opener == "nominal" and not (
            before in words("adversatives")
            or before in _COMMAS and is_joined(self.forms[at]) and self.forms[
                other.content - 1
            ] in ("الي", "علي", "عن", "من")
        ):
            return False
        if other.preverbal:
            begin = self._introducer(other)
            return begin is not None
        if is_joined(self.forms[at]):
            return True
        return before in _COMMAS or before in words("adversatives") or before == "و" or (
            before == "قد" or before == "وقد"
        )

    def _introducer(self, other: Frame) -> int | None:
        """Where the clause of a cue with its subject in front begins, None if it is a part."""
        assert other.speaker is not None
        at = other.speaker.first - 1
        if at < 0:
            return None
        form = self.forms[at]
        if form in ("ان", "فان"):
            return at - 1 if self.forms[at - 1] in ("الا", "غير", "بيد") else None
        if form in words("adversatives") or form in ("وكان", "وكانت"):
            return at
        return None

    def _back_up(self, at: int, other: Frame, first: int) -> int:
        """From a cue to the end of the words before it: over its subject and connectives."""
        if other.preverbal:
            begin = self._introducer(other)
            at = begin if begin is not None else at
        while at > first and (
            self.forms[at - 1] in words("adversatives")
            or self.forms[at - 1] in ("و", "قد", "وقد", "كما", "من", "ثم")
        ):
            at -= 1
        return at

    def _is_writers(self, at: int) -> bool:
        for rest in starts("writer_starts").get(self.forms[at] if at < len(self.forms) else "", ()):
            if tuple(self.forms[at + 1 : at + 1 + len(rest)]) == rest:
                return True
        return False

    def _is_denied(self, at: int, stop: int) -> bool:
        """«لكنه لم يؤكد»: the writer says what the source did not."""
        for i in range(at + 1, min(at + 5, stop - 1)):
            if self.forms[i] in ("لم", "لن", "لا"):
                return self.forms[i + 1] in readings()
        return False

    def _is_untold(self, at: int) -> bool:
        """«دون أن يقدم تفاصيل»."""
        if self.forms[at] == "من":
            at += 1
        return (
            self.forms[at : at + 1] == ["دون"]
            and self.forms[at + 1 : at + 2] == ["ان"]
            and bool(self.forms[at + 2 : at + 3])
            and self.forms[at + 2] in words("telling")
        )

    def _surrounding(self, content: range) -> Quotation | None:
        """The quotation a content fills, its marks standing just outside."""
        for first in (content.start - 1, content.start - 2):
            quotation = self._opens.get(first)
            if quotation is not None and quotation.last >= content.stop and (
                first == content.start - 1 or self._is_bare_particle(self.forms[content.start - 1])
            ):
                return quotation
        return None

    def _trim(self, content: range) -> range | None:
        """The content without marks that enclose all of it and without edge punctuation."""
        first, stop = content.start, content.stop
        while first < stop and (
            self.forms[first] in _EDGE or self.forms[first] in _STOPS or self._is_outer(first, stop)
        ):
            first += 1
        while stop > first and (
            self.forms[stop - 1] in _EDGE
            or self.forms[stop - 1] in _STOPS
            or is_mark(self.tokens[stop - 1]) and not self._closes_inside(stop - 1, first)
        ):
            if self.forms[stop - 1] == ")" and "(" in self.forms[first : stop - 1]:
                break
            stop -= 1
        return range(first, stop) if stop > first else None

    def _is_outer(self, at: int, stop: int) -> bool:
        """Whether a mark at the start encloses the whole content or has no partner in it."""
        if not is_mark(self.tokens[at]):
            return False
        quotation = self._opens.get(at)
        return quotation is None or quotation.last >= stop - 2 and all(
            self.tokens[i].kind == "punct" for i in range(quotation.last + 1, stop)
        )

    def _closes_inside(self, at: int, first: int) -> bool:
        quotation = self._closes.get(at)
        return quotation is not None and quotation.first >= first
