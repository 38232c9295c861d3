"""How far the content of a cue goes, and whether it is direct, indirect or mixed.

Content ends where a careful reader ends it: before the next cue, a post-posed attribution and the
writer's own circumstance, else with the sentence. A quotation is never cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from ..model import Span
from ..model.types import QuoteKind
from ..names.words import read_word, word_set
from ..text import Quotation
from ..text.marks import is_mark
from .clause import COMMAS, DASHES, PAUSES, QUOTED_WORDS, STOPS, THROUGH, Clause
from .cues import complementisers, is_joined, readings, words
from .frame import Frame
from .openings import SAYING_ACTS

_EDGE = COMMAS | STOPS | DASHES | frozenset(":()[]/")
_DENIAL_TOKENS = 5
# speech acts that somebody can be told to have done, besides speaking here
_DEEDS = frozenset(
    ("demand", "call for", "accuse", "announce", "promise", "refuse", "threaten", "propose", "warn")
)
_CLAUSE_TOKENS = 3
_CONNECTOR_TOKENS = 4
_LEAD_TOKENS = 6
_LONGEST = 400  # tokens outside marks, where no stop ends them


@cache
def _ending_words() -> frozenset[str]:
    """The words and marks at which the writer may take over without a cue."""
    lists = ("told_by_writer", "explaining", "adversatives")
    return COMMAS.union(("دون", "من"), *(words(name) for name in lists))


class ContentFinder:
    """Finds the extent of the content of each frame of a page."""

    def __init__(self, clause: Clause, frames: Sequence[Frame]) -> None:
        self._clause = clause
        self._tokens = clause.tokens
        self._forms = clause.forms
        self._frames = {f.cue.start: f for f in frames}
        self._marks = sorted(clause.opens)
        ending = compress(range(len(self._forms)), map(_ending_words().__contains__, self._forms))
        self._breaks = sorted({*self._marks, *self._frames, *ending})  # where content may end

    def extent(self, frame: Frame) -> range | None:
        """The tokens of the content, edges trimmed; None where nothing is left."""
        return self._trim(self._before(frame) if frame.opening == "before" else self._after(frame))

    def quoted(self, frame: Frame, content: range) -> list[range]:
        """The quoted stretches of a content, without their marks."""
        if frame.resumes is not None:
            return [
                range(content.start, frame.content - 1),
                range(frame.resumes + 1, content.stop),
            ]
        if self._fills_marks(content):
            return [content]
        found = []
        behind = content.start
        first = bisect_left(self._marks, content.start)
        for i in self._marks[first : bisect_left(self._marks, content.stop)]:
            if i >= behind:
                last = min(self._clause.opens[i].last, content.stop)
                if last > i + 1:
                    found.append(range(i + 1, last))
                behind = last + 1
        return found

    def kind(self, frame: Frame, content: range, quoted: Sequence[range]) -> QuoteKind:
        """Direct, indirect or mixed, by how much of the content is in marks."""
        if not quoted:
            return "indirect"
        if frame.resumes is not None:
            return "direct"
        behind = content.start
        for stretch in quoted:
            if self._has_words(behind, stretch.start):
                return "mixed"
            behind = stretch.stop
        return "mixed" if self._has_words(behind, content.stop) else "direct"

    def span(self, content: range) -> Span:
        """The offsets of a content, with the # of a hashtag it begins with."""
        start, end = self._tokens[content.start].start, self._tokens[content.stop - 1].end
        hashtag = start > 0 and self._clause.page.text[start - 1] == "#"
        return Span(start - hashtag, end)

    # behind the cue

    def _after(self, frame: Frame) -> range:
        first = frame.content
        stop = self._sentence(first).stop
        while first < stop and (self._forms[first] in PAUSES or self._forms[first] in (":", "فان")):
            first += 1
        if frame.opening == "colon" and self._is_bare_particle(self._clause.form(first)):
            first += 1
        quotation = self._clause.opens.get(first)
        if quotation is None and frame.opening == "colon":
            return range(first, self._speech_end(first, frame))
        if quotation is None:
            return range(first, self._boundary(first, frame))
        inner = first + 1
        if self._is_bare_particle(self._clause.form(inner)):
            inner += 1
        if not self._goes_on(quotation, frame):
            last = self._broken_at(quotation) or self._last_paragraph(quotation)
            return range(inner, last)
        return range(first, self._boundary(quotation.last + 1, frame))

    def _speech_end(self, first: int, frame: Frame) -> int:
        """«قال: نحن جاهزون. لن ننتظر.»: speech behind a colon goes on to the next cue."""
        end = self._boundary(first, frame)
        paragraphs = self._clause.page.paragraphs
        paragraph = paragraphs[bisect_right(paragraphs, first, key=lambda p: p.start) - 1]
        while frame.form == "verb" and end < paragraph.stop and end == self._sentence(end - 1).stop:
            sentence = self._sentence(end)
            if any(i in self._frames or i in self._clause.opens for i in sentence[:_LEAD_TOKENS]):
                break
            further = self._boundary(end, frame)
            if further <= end:
                break
            end = further
        return end

    def reopened(self, frame: Frame) -> Iterator[range]:
        """The paragraphs behind the content that open its quotation anew: «…⏎«…⏎«…»."""
        quotation = self._clause.opens.get(frame.content)
        while quotation is not None and not quotation.closed:
            paragraph = self._paragraph_behind(quotation)
            quotation = self._clause.opens.get(paragraph.start) if paragraph else None
            content = self._trim(range(quotation.first, quotation.last)) if quotation else None
            if content is not None:
                yield content

    def _paragraph_behind(self, quotation: Quotation) -> range | None:
        paragraphs = self._clause.page.paragraphs
        n = bisect_right(paragraphs, quotation.first, key=lambda p: p.start)
        return paragraphs[n] if n < len(paragraphs) else None

    def _last_paragraph(self, quotation: Quotation) -> int:
        """Where a quotation ends; the mark it lacks may close the next paragraph."""
        following = None if quotation.closed else self._paragraph_behind(quotation)
        closing = self._closing_mark(following) if following is not None else None
        return closing or quotation.last

    def _closing_mark(self, paragraph: range) -> int | None:
        """The mark at the end of a paragraph, if it is the only one there."""
        marks = [i for i in paragraph if is_mark(self._tokens[i])]
        rest = range(marks[0] + 1, paragraph.stop) if len(marks) == 1 else None
        ends = rest is not None and all(self._tokens[i].kind == "punct" for i in rest)
        return marks[0] if ends and len(paragraph) > 1 else None

    def _broken_at(self, quotation: Quotation) -> int | None:
        """«"العملية مستمرة، لافتا إلى أن العدد "صغير"»: where words end whose mark never closes.

        That is the participle of the next cue, in a quotation that holds another mark of its kind.
        """
        mark = self._forms[quotation.first]
        inside = range(quotation.first + 1, quotation.last)
        if quotation.closed and mark not in self._forms[inside.start : inside.stop]:
            return None
        for i in inside:
            other = self._frames.get(i)
            if other is None or other.opening == "nominal":
                continue
            begins = i == self._sentence(i).start and other.speaker is not None
            if begins or (self._forms[i - 1] in COMMAS and other.form == "participle"):
                return i
        return None

    def _goes_on(self, quotation: Quotation, frame: Frame) -> bool:
        """Whether content that begins with a quotation has more behind the closing mark."""
        after = quotation.last + 1
        if not quotation.closed or after not in self._sentence(quotation.last):
            return False
        if self._is_writers(after):
            return False
        size = quotation.last - quotation.first - 1
        if frame.opening == "colon" and size < QUOTED_WORDS:
            return self._tokens[after].kind != "punct"  # فلان: «الشركة» توزع أرباحها
        if frame.opening in ("colon", "quotation"):
            # «دعا إلى "ضبط النفس" في المدينة»: the noun phrase goes on
            through = self._forms[quotation.first - 1]
            return (
                frame.opening == "quotation"
                and (through in THROUGH or through in ("ب", "ل"))
                and self._tokens[after].kind != "punct"
            )
        if self._forms[after] in COMMAS and self._is_new_clause(after + 1):
            return False
        end = self._boundary(after, frame)
        return self._has_words(after, end)

    def _is_new_clause(self, at: int) -> bool:
        """Whether the writer goes on with a verb of his own behind a quotation: …»، وأبدى."""
        form = self._clause.form(at)
        return form.startswith("و") and read_word(form[1:]).verb

    def _boundary(self, first: int, frame: Frame) -> int:
        """The end of content that begins at ``first``."""
        stop = min(self._sentence(first).stop, first + _LONGEST)
        n = bisect_left(self._breaks, first)
        while n < len(self._breaks) and (i := self._breaks[n]) < stop:
            quotation = self._clause.opens.get(i)
            if quotation is not None and quotation.closed:
                furthest = max(first + _LONGEST, quotation.last + 1)
                stop = max(stop, min(self._sentence(quotation.last).stop, furthest))
                i = quotation.last + 1
                if i < stop and (self._is_writers(i) or self._is_aside(i)):
                    return i
                n = bisect_left(self._breaks, i, n)
                continue
            other = self._frames.get(i) if i > frame.cue.start else None
            if other is not None and self._is_ended_by(other, frame, first):
                return self._back_up(i, other, first)
            if self._forms[i] in _ending_words() and (
                self._ends_at(i, stop)
                or (self._begins_main_clause(i) and self._is_subordinate(frame))
            ):
                return i
            n += 1
        return stop

    def _is_subordinate(self, frame: Frame) -> bool:
        """«وفي حين أقرت الحكومة بأن …»: the cue stands in a clause that a main clause follows."""
        sentence = self._sentence(frame.cue.start)
        lead = self._forms[sentence.start : min(sentence.start + 2, frame.cue.start)]
        return not words("subordinate_starts").isdisjoint(lead)

    def _begins_main_clause(self, at: int) -> bool:
        return self._forms[at] in COMMAS and (
            read_word(self._clause.form(at + 1)).verb or self._clause.form(at + 1) in readings()
        )

    def _ends_at(self, at: int, stop: int) -> bool:
        """Whether the writer takes over here without a cue."""
        form = self._forms[at]
        if form in COMMAS:
            return self._explains(at + 1) or self._ends_behind_comma(at + 1, stop)
        if form in words("told_by_writer") and form.endswith("ا") and not self._is_kept(at):
            return True  # «… معددا المشاريع»
        if self._explains(at):
            return True
        if form in words("adversatives") and self._clause.form(at + 1) != "بين":  # فيما بين
            another = form in words("meanwhile") and self._is_other_deed(at + 1, stop)
            return another or self._is_denied(at, stop)
        return form in ("دون", "من") and self._is_untold(at)

    def _ends_behind_comma(self, at: int, stop: int) -> bool:
        """Whether what begins behind a comma is the writer's."""
        form, following = self._clause.form(at), self._clause.form(at + 1)
        if form == "في" and following == "حين":
            return self._is_other_deed(at + 2, stop)
        return (
            self._is_denied_charge(at)
            or self._is_writers(at)
            or self._is_told_by_writer(at)
            or (form == "ولم" and self._is_silent(at + 1))
            or (form == "بعدما" and self._is_other_speech(at + 1))
        )

    def _explains(self, at: int) -> bool:
        """«…، مرجعا ذلك إلى الجفاف»: the writer tells how the speaker accounts for it."""
        told = self._clause.form(at) in words("explaining")
        return told and self._clause.form(at + 1) in ("ذلك", "هذا", "الامر")

    def _is_kept(self, at: int) -> bool:
        """«كان مبديا استعداده»: a predicate of the content's own."""
        return self._forms[at - 1] in words("becoming")

    def _is_own_deed(self, other: Frame, frame: Frame) -> bool:
        """«قال إنها أسرت مقاتلين وطالبت آخرين»: the content goes on with the same subject."""
        if other.speaker is None and self._clause.form(other.cue.stop) in words("to_them"):
            return True  # «… وهدده وأكد له أنه سيعود»
        pronoun = complementisers().get(self._clause.form(frame.content), False)
        return pronoun and other.speaker is None and other.act in _DEEDS

    def _is_bracketed(self, at: int) -> bool:
        """«أنه يتوقع (طبقا لمصادره) صدور الهاتف»: an aside, behind which the words go on."""
        end = self._clause.remark_end(at - 1, at + _LONGEST)
        if end is None or end >= len(self._forms):
            return False
        return self._clause.tokens[end].kind == "word"

    def _is_ended_by(self, other: Frame, frame: Frame, first: int) -> bool:
        """Whether another cue inside the content ends it, or is only told within it."""
        at = other.cue.start
        replies = self._forms[at].startswith("ف") and is_joined(self._forms[at])
        if replies and frame.opening == other.opening == "colon":
            return True  # قال: … فقال له: …
        before = self._forms[at - 1]
        if self._is_predicate(at, first) or self._is_bracketed(at):
            return False
        if other.opening == "before" or other.form == "participle":
            return True
        if before == "ان" and self._clause.form(at - 2) == "قبل":
            return True
        if other.form in ("verbal_noun", "preposition"):
            return False
        if before in word_set("relatives") or before in words("embedding"):
            return False
        if before == "قد" and self._clause.form(at - 2) in ("كان", "كانت", "كانوا"):
            return False  # «إن المجلس كان قد أوصى»
        if before == "حيث" or self._connector_before(at) is not None:
            return other.speaker is not None and other.opening != "nominal"
        if other.opening == "nominal":
            through = self._forms[other.content - 1] in THROUGH
            parted = before in COMMAS or at - 1 in self._clause.closes
            joined = parted and is_joined(self._forms[at]) and through
            return joined or before in words("adversatives")
        if other.preverbal:
            return self._introducer(other) is not None
        if is_joined(self._forms[at]) and before not in COMMAS:
            told = readings()[self._forms[at]].past or other.speaker is not None
            return told and not self._is_own_deed(other, frame)
        return before in COMMAS or before in words("adversatives") or before in ("و", "قد", "وقد")

    def _connector_before(self, at: int) -> int | None:
        """Where «وفي المقابل» and its like begin that stand right before a token."""
        for start in range(at - 1, max(at - _CONNECTOR_TOKENS, 0) - 1, -1):
            bare = self._forms[start].removeprefix("و")
            if self._clause.sequence("connectors", start, bare) == at - start:
                return start
        return None

    def _is_predicate(self, at: int, first: int) -> bool:
        """«قال إن نشرة المصرف، تشير إلى أن»: the cue is the verb that the content still lacks."""
        reading = readings().get(self._forms[at])
        if reading is None or reading.form != "verb":
            return False
        if is_joined(self._forms[at]) or self._forms[at - 1] not in COMMAS:
            return False
        if reading.past and reading.verb.act in SAYING_ACTS:
            return False  # «…، أضاف»: said without a conjunction
        return not any(
            read_word(form).verb or form in readings() or read_word(form[1:]).verb
            for form in self._forms[first:at]
        )

    def _introducer(self, other: Frame) -> int | None:
        """Where the clause of a cue with its subject in front begins, None if it is a part."""
        assert other.speaker is not None
        at = other.speaker.first - 1
        form = self._clause.form(at)
        if form in ("ان", "فان"):
            return at - 1 if self._clause.form(at - 1) in ("الا", "غير", "بيد") else None
        return at if form in words("adversatives") or form in ("وكان", "وكانت") else None

    def _back_up(self, at: int, other: Frame, first: int) -> int:
        """From a cue to the end of the words before it: over its subject and connectives."""
        if other.preverbal:
            at = self._introducer(other) or at
        at = self._connector_before(at) or at
        while at > first and (
            self._forms[at - 1] in words("adversatives")
            or self._forms[at - 1] in ("و", "قد", "وقد", "كما", "من", "ثم", "ان", "قبل", "حيث")
        ):
            at -= 1
        return at

    def _is_writers(self, at: int) -> bool:
        """Whether a circumstance of the writer's begins here: وذلك بعد, في إشارة إلى."""
        if self._clause.form(at) == "وقد" and self._clause.form(at + 1)[:1] in ("ي", "ت"):
            return False  # «وقد يتم تغييره»: it may be
        return self._clause.sequence("writer_starts", at) > 0

    def _is_aside(self, at: int) -> bool:
        """«…”، بعد أن كان», «…” على الرغم من»: behind a closing mark the writer tells why."""
        if self._clause.sequence("concessions", at):
            return True
        return self._forms[at] in COMMAS and self._clause.form(at + 1) in words("asides")

    def _is_denied_charge(self, at: int) -> bool:
        """«…، وهو ما نفته الوزارة», «…، وهي تهمة ينفيها»: what others say of it."""
        about = self._clause.form(at) in ("وهو", "وهي", "الامر", "الذي")
        return about and any(self._clause.form(at + n) in words("denied_it") for n in (1, 2))

    def _is_told_by_writer(self, at: int) -> bool:
        """«…، ووعد»: a joined verb of speech or conduct takes the word back to the writer."""
        form = self._clause.form(at)
        if form in words("told_by_writer"):
            return True
        told = readings().get(form)
        if told is not None and told.form == "participle" and form[-1] in "اه":
            # «…، متوقعا ارتفاعها» is no content of this cue, but «…، موضحا فيها التفاصيل» is
            return self._clause.form(at + 1) not in words("filled")
        reading = readings().get(form[1:]) if form and is_joined(form) else None
        return (
            reading is not None
            and reading.form == "verb"
            and reading.past
            and (form not in words("homographs") and form[1:] not in words("homographs"))
            and reading.verb.act != "wish"
        )

    def _is_denied(self, at: int, stop: int) -> bool:
        """«لكنه لم يؤكد»: the writer says what the source did not."""
        if self._clause.form(at + 1) in words("withholding"):
            return True
        for i in range(at + 1, min(at + _DENIAL_TOKENS, stop - 1)):
            if self._forms[i] in ("لم", "لن", "لا"):
                return self._forms[i + 1] in readings() or self._is_silent(i + 1)
        return False

    def _is_silent(self, at: int) -> bool:
        """«ولم يذكر», «لم يقل»: behind a negation, a verb for what the source did not tell."""
        return self._clause.form(at) in words("telling")

    def _is_other_speech(self, at: int) -> bool:
        """«بينما أنكر شقيقه», «فيما رفض متحدث»: somebody else has the word."""
        reading = readings().get(self._clause.form(at))
        verb = reading is not None and reading.form == "verb" and reading.past
        return verb or self._clause.form(at) in words("withholding")

    def _is_other_deed(self, at: int, stop: int) -> bool:
        """«فيما نفت الوزارة», «فيما دافع رئيس البلدية»: somebody else speaks or acts."""
        if self._is_other_speech(at):
            return True
        form = self._clause.form(at)
        if not read_word(form).verb or form[0] in "يتسن":
            return False
        phrase = self._clause.reader.read(at + 1, stop)
        return phrase is not None and phrase.kind == "PERSON" and self._clause.can_speak(phrase)

    def _is_untold(self, at: int) -> bool:
        """«دون أن يقدم تفاصيل»."""
        if self._forms[at] == "من":
            at += 1
        return (
            self._clause.form(at) == "دون"
            and self._clause.form(at + 1) == "ان"
            and self._clause.form(at + 2) in words("telling")
        )

    # before the cue

    def _before(self, frame: Frame) -> range:
        sentence = self._sentence(frame.cue.start)
        if frame.resumes is not None:
            first_part = self._clause.closes[frame.content - 1]
            return range(first_part.first + 1, self._clause.opens[frame.resumes].last)
        last = frame.content - 1
        while last > sentence.start and self._forms[last] in PAUSES:
            last -= 1
        quotation = self._clause.closes.get(last)
        if quotation is not None and self._stands_alone(quotation, sentence):
            return range(quotation.first + 1, quotation.last)
        first = sentence.start
        parted = last < frame.content - 1
        if parted and last - first < _CLAUSE_TOKENS and self._has_more(frame, sentence):
            return range(first, sentence.stop)  # «وتسعى الأغلبية، حسب الطلب، إلى …»
        if parted and self._resumes_behind(frame, sentence):
            return range(self._behind_connector(first), self._boundary(frame.cue.stop, frame))
        if not parted:
            # «…، هي الأقسى بحسب الرئيس»: without a comma it is the last clause only
            first = max(first, last - _LONGEST)
            for i in range(last, first, -1):
                if self._forms[i] in COMMAS and not self._forms[i + 1].startswith("و"):
                    first = i + 1
                    break
        if self._forms[first] in ("كما", "وكما"):
            first += 1
        if self._forms[last] == "وذلك":
            last -= 1
        return range(self._behind_connector(first), last + 1)

    def _has_more(self, frame: Frame, sentence: range) -> bool:
        """Whether words stand behind the phrase of a frame in its sentence."""
        end = frame.cue.stop if frame.speaker is None else frame.speaker.last
        return self._has_words(end, sentence.stop)

    def _resumes_behind(self, frame: Frame, sentence: range) -> bool:
        """«ويهم الدعم، وفقا للخبير، تقديم مساعدات»: the clause goes on behind the phrase."""
        if self._forms[frame.content - 1] in DASHES:
            return True
        end = frame.cue.stop if frame.speaker is None else frame.speaker.last
        if self._clause.form(end) not in COMMAS or end + 1 >= sentence.stop:
            return False
        form = self._forms[end + 1]
        reading = readings().get(form)
        if reading is not None and (reading.form == "participle" or is_joined(form)):
            return False
        aside = form in words("adversatives") or form in words("asides") or form == "حيث"
        if aside or self._is_writers(end + 1):
            return False
        word = read_word(form)  # a relative clause or a name in apposition goes with the phrase
        apart = form in word_set("relatives") or not (word.common or word.verb or word.function)
        return not apart

    def _behind_connector(self, first: int) -> int:
        """The token behind «في المقابل،» and its like at the head of a sentence, else ``first``."""
        bare = self._forms[first].removeprefix("و")
        return first + self._clause.sequence("connectors", first, bare)

    def _stands_alone(self, quotation: Quotation, sentence: range) -> bool:
        introduced = self._clause.form(quotation.first - 1) == ":"
        return introduced or not self._has_words(sentence.start, quotation.first)

    # edges

    def _fills_marks(self, content: range) -> bool:
        """Whether the marks of a quotation stand just outside the content."""
        before = content.start - 1
        if self._is_bare_particle(self._clause.form(before)):
            before -= 1
        quotation = self._clause.opens.get(before)
        if quotation is None:
            return False
        return quotation.last >= content.stop or not quotation.closed

    def _trim(self, content: range) -> range | None:
        """The content without marks that enclose all of it and without edge punctuation."""
        first, stop = content.start, content.stop
        while first < stop and self._tokens[first].kind == "punct":
            if not (self._forms[first] in _EDGE or self._is_outer(first, stop)):
                break
            first += 1
        while stop > first and self._tokens[stop - 1].kind == "punct":
            if not (self._forms[stop - 1] in _EDGE or self._is_stray(stop - 1, first)):
                break
            if self._forms[stop - 1] == ")" and "(" in self._forms[first : stop - 1]:
                break
            stop -= 1
        return range(first, stop) if stop > first else None

    def _is_outer(self, at: int, stop: int) -> bool:
        """Whether a mark at the start encloses the whole content or has no partner in it."""
        if not is_mark(self._tokens[at]):
            return False
        quotation = self._clause.opens.get(at)
        return quotation is None or not self._has_words(quotation.last + 1, stop)

    def _is_stray(self, at: int, first: int) -> bool:
        """Whether a mark at the end closes nothing that the content opens."""
        if not is_mark(self._tokens[at]):
            return False
        quotation = self._clause.closes.get(at)
        return quotation is None or quotation.first < first

    @staticmethod
    def _is_bare_particle(form: str) -> bool:
        """إن, أن or فإن without a pronoun."""
        return form == "فان" or complementisers().get(form) is False

    def _has_words(self, first: int, stop: int) -> bool:
        """Whether not only marks stand in a range of tokens."""
        while first < stop and self._tokens[first].kind == "punct":
            first += 1
        return first < stop

    def _sentence(self, at: int) -> range:
        """The sentence of a token; an empty one behind the last."""
        sentences = self._clause.sentence_of
        return sentences[at] if at < len(sentences) else range(at, at)
