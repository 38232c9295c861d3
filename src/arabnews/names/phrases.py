"""Noun phrases that name who acts: titles, names, bodies, sources, joined by apposition.

«المتحدث الأمني لوزارة الداخلية اللواء منصور التركي» is a title with its complement, a rank and a
name. The reader walks forward from one token and stops where the phrase does: at a verb, a
relative pronoun, a time, or a preposition that ties nothing to the title.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from attrs import evolve, frozen

from ..lexicon import gazetteer as gaz
from ..lexicon.gazetteer import Gender, Known, Number, TitleForm
from ..model import Span
from ..model.types import EntityKind
from ..text import Page, Quotation, Token
from .words import Word, after_proclitic, read_word, word_set

_NAME_TOKENS = 7
_SHORTEST_JOINED = 3
_SHORTEST_NAME = 2
_QUOTED_NAME_TOKENS = 5
_BRACKET_TOKENS = 6
_SPEAK_FOR = frozenset(("نائب", "ممثل", "مندوب", "عضو", "مرشح", "مبعوث"))
_ROLE_TOKENS = 24


@frozen
class Phrase:
    """A noun phrase that can act.

    ``first`` to ``last`` are token indices (exclusive), ``role`` and ``name`` ranges within,
    ``head`` the lemma of its first noun. ``skip`` are the characters of a proclitic on the first
    token. ``members`` are the phrases of a joint one (أ وب); ``shared`` ones have their title in
    front of the first (الرئيسان الروسي والتركي).
    """

    first: int
    last: int
    head: str
    kind: EntityKind
    gender: Gender
    number: Number
    definite: bool
    role: range | None = None
    name: range | None = None
    known: Known | None = None
    skip: int = 0
    quoted: bool = False
    shared: bool = False
    members: tuple[Phrase, ...] = ()


class PhraseReader:
    """Reads noun phrases of one page.

    ``times`` are the tokens inside time expressions, which end a phrase; ``people`` those that a
    tagger has found to be names of persons.
    """

    def __init__(
        self,
        page: Page,
        times: AbstractSet[int] = frozenset(),
        people: AbstractSet[int] = frozenset(),
    ) -> None:
        self.page = page
        self.people = people
        self.tokens = page.tokens
        self.forms = [t.form for t in page.tokens]
        self.times = times
        self._quotations: dict[int, Quotation] = {q.first: q for q in page.quotations if q.closed}

    def span(self, phrase: Phrase) -> Span:
        """The offsets of a phrase, without a proclitic in front."""
        span = self.page.span(phrase.first, phrase.last)
        return Span(span.start + phrase.skip, span.end)

    def text(self, tokens: range) -> str:
        """The words of a range as a name: quotation marks and line breaks off."""
        parts = [
            self.page.text[t.start : t.end]
            for t in self.tokens[tokens.start : tokens.stop]
            if t.kind != "punct" or t.form in ("-", ".", "/")
        ]
        return " ".join(parts).replace(" . ", ". ").replace(" - ", "-").strip(" -.")

    def read(self, at: int, stop: int, *, proclitic: bool = False) -> Phrase | None:
        """The phrase that begins at token ``at`` and ends before ``stop``, None if none does.

        With ``proclitic`` the first word may carry one (بنظيره, وللوزير).
        """
        skip = 0
        word = self._word(at, stop)
        if word is None:
            return self._quoted(at, stop)
        if proclitic and not (word.noun or word.given) and not self._known(at):
            split = after_proclitic(word.form)
            if split is not None:
                skip, word = len(split[0]), split[1]
        return self._read(at, stop, word, skip)

    def read_joint(self, at: int, stop: int, *, proclitic: bool = False) -> Phrase | None:
        """Like ``read``, with all that is joined to the phrase by و."""
        first = self.read(at, stop, proclitic=proclitic)
        if first is None or first.members:
            return first
        members = [first]
        while (following := self._joined(members[-1].last, stop)) is not None:
            members.append(following)
        if len(members) == 1:
            return first
        return evolve(
            first,
            last=members[-1].last,
            number="p" if len(members) > 2 else "d",
            members=tuple(members),
        )

    # the parts of a phrase

    def _read(self, at: int, stop: int, word: Word, skip: int) -> Phrase | None:
        known = self._known(at, skip)
        if known is None and (word.verb or word.function) and not word.given:
            return None
        if word.title and word.title.number in ("d", "p") and not known:
            joint = self._joint_title(at, stop, word, skip)
            if joint is not None:
                return joint
        two_words = self._two_word_title(at)
        if two_words is not None and not skip:
            word = evolve(word, title=two_words, common=True, given=False)
        if word.title_if_named is not None and at + 1 < stop and self._is_name(at + 1):
            word = evolve(word, title=word.title_if_named)
        role_end = at
        role: range | None = None
        name: range | None = None
        if known is not None or word.noun:
            role_end = self._role_end(at, stop, skip)
            role = range(at, role_end)
        if role is None or self._takes_name(word, role_end):
            name = self._name(role_end, stop, after_role=role is not None)
        end = name.stop if name else role_end
        if name is not None and role is not None and self._names_another(word, role):
            role, name = range(at, end), None
        while name is None and end < stop and self._starts_title(end):
            more = self._role_end(end, stop, 0)
            name, end = self._name(more, stop, after_role=True), more
            role = range(at, more)
            end = name.stop if name else more
        if end == at:
            return None
        if name is not None:
            end = self._apposition_end(end, stop, bare=role is None)
            if role is None and end > name.stop:
                role = range(name.stop, end)
        return self._phrase(at, end, word, known, role, name, skip)

    def _takes_name(self, word: Word, at: int) -> bool:
        """Whether a name behind the role is that of its holder, not a genitive (لقاء فلان)."""
        if word.title is not None:
            return word.title.number == "s" or word.title.kind == "honorific"
        if self._known(at - 1) is not None:
            return False
        if word.nationality is not None:
            return word.definite
        return (
            (word.head is not None
            and word.head.kind == "GROUP")
            or (word.definite and self._is_given(at))
        )

    def _is_given(self, at: int) -> bool:
        return at < len(self.forms) and (
            read_word(self.forms[at]).given or read_word(self.forms[at]).particle
        )

    def _names_another(self, first: Word, role: range) -> bool:
        """«أوساط الوزيرة فلانة», «مصدر في وفد الرئيس فلان»: the name is not that of the head."""
        if not (first.head or (first.title and first.title.kind in ("source", "kin"))):
            return False
        if first.title and first.title.kind not in ("source", "kin"):
            return False
        for i in role[1:]:
            split = after_proclitic(self.forms[i])
            title = read_word(self.forms[i]).title or (split[1].title if split else None)
            if title and title.kind in ("office", "rank", "honorific", "speaker", "deputy"):
                return True
        return False

    def _phrase(
        self,
        at: int,
        end: int,
        word: Word,
        known: Known | None,
        role: range | None,
        name: range | None,
        skip: int,
    ) -> Phrase:
        title, head = word.title, word.head
        gender: Gender = "m"
        number: Number = "s"
        kind: EntityKind = "PERSON"
        lemma = word.bare
        if known is not None:
            gender, kind, lemma = known.gender, known.entity_kind, known.name
        elif role is not None and role.start == at:
            form = title or head or word.nationality
            if form is not None:
                gender, number = form.gender, form.number
            elif word.form.endswith("ه"):
                gender = "f"
            if title is not None:
                lemma = title.lemma
                kind = "GROUP" if number == "p" and name is None else "PERSON"
            elif head is not None:
                lemma, kind = head.lemma, head.kind
            elif name is None:
                kind = "GROUP" if word.nationality and number == "p" else "ORGANISATION"
        if name is not None and kind not in ("PERSON",) and title is None:
            kind = "PERSON" if known is None and head is None else kind
        if name is not None and (role is None or role.start != at):
            given = gaz.given_names().get(self.forms[name.start])
            gender = "f" if given == "f" else "m"
        definite = (
            name is not None
            or known is not None
            or word.definite
            or skip_definite(self.tokens[at], skip)
            or self._closed_by_article(role)
        )
        return Phrase(at, end, lemma, kind, gender, number, definite, role, name, known, skip)

    def _closed_by_article(self, role: range | None) -> bool:
        """Whether a construct chain ends in a definite noun: وزير الخارجية, but not وزير سابق."""
        if role is None or len(role) < 2:
            return False
        second = read_word(self.forms[role.start + 1])
        return second.definite or self._known(role.start + 1) is not None

    def _role_end(self, at: int, stop: int, skip: int) -> int:
        """Where a title or the name of a body ends that begins at ``at``."""
        known = self._known(at, skip)
        first = self._first_word(at, skip)
        end = at + 1
        closed = first.definite
        if known is not None:
            end = at + self._known_length(at, skip)
            closed = True
        head_definite = first.definite
        limit = min(stop, at + _ROLE_TOKENS)
        while end < limit and end not in self.times:
            token = self.tokens[end]
            if token.kind == "number" and not closed:
                break
            if token.kind == "punct":
                after = self._quoted_end(end, limit)
                # صحيفة "تا نيا": the name of a body in marks, not a name after a title
                names_body = read_word(self.forms[end - 1]).head is not None
                if after is None or (not names_body and ((closed and head_definite) or first.title)):
                    break
                end, closed = after, True
                continue
            word = read_word(token.form)
            length = self._known_length(end, 0)
            if length and not closed:
                end, closed = end + length, True
                continue
            if word.form in word_set("same_again"):
                return end + 1
            if word.function:
                after = self._complement_end(first, word, end, limit)
                if after is None:
                    break
                return after
            if word.definite and not word.given:
                if closed and word.title and word.title.kind not in ("source",):
                    break
                end, closed = end + 1, True
                continue
            if word.verb and not word.nationality and not word.head:
                break
            joined = self._joined_genitive(end, at, first)
            if joined:
                end, closed = end + 1, True
                continue
            if not closed and (word.noun or word.common):
                end += 1
                continue
            if closed and word.nationality and not first.definite and not self._is_name(end):
                end += 1
                continue
            after = self._complement_end(first, word, end, limit)
            if after is not None:
                return after
            if (
                not closed
                and token.kind in ("word", "latin")
                and end == at + 1
                and (not word.given and not self._starts_with_and(token.form))
                and (
                    first.head
                    or (first.title
                    and first.title.kind in ("office", "deputy", "profession", "kin"))
                )
            ):
                end, closed = end + 1, True
                continue
            break
        return end

    def _complement_end(self, first: Word, word: Word, at: int, stop: int) -> int | None:
        """Where a complement ends that a preposition ties to the head: مصدر في الوزارة."""
        if not (first.title or first.head) or at + 1 > stop:
            return None
        if first.title and first.title.kind in ("rank", "honorific"):
            return None
        if word.form in word_set("complement_prepositions") and (
            word.form not in ("علي", "الي") or self.is_preposition(at)
        ):
            ties = first.title is not None and (
                first.title.kind in ("source", "speaker") or first.title.lemma in _SPEAK_FOR
            )
            if word.form != "باسم" and not (ties or (word.form == "من" and first.head)):
                return None
            begin, noun = at + 1, self._word(at + 1, stop)
            skip = 0
        else:
            split = after_proclitic(word.form) if not word.given else None
            if split is None or split[0] not in ("ب", "ل"):
                return None
            begin, noun, skip = at, split[1], len(split[0])
        if noun is None or begin in self.times or self._is_adjunct(noun, begin, skip):
            return None
        if not (noun.noun or (noun.common and not noun.function) or self._known(begin, skip)):
            return None
        if word.form == "في" and not (first.title and first.title.kind in ("source", "speaker")):
            return None
        return self._role_end(begin, stop, skip)

    def _is_adjunct(self, noun: Word, at: int, skip: int) -> bool:
        """Whether the noun after a preposition tells the medium or the hearer of the words."""
        if noun.bare in word_set("media") or noun.form in word_set("media"):
            return True
        if noun.bare in word_set("addressees"):
            return True
        known = self._known(at, skip)
        return known is not None and known.kind in ("agency", "newspaper", "channel")

    def _joined_genitive(self, at: int, first_at: int, first: Word) -> bool:
        """«وزارة الأعمال والتجارة»: a second genitive, not a second subject."""
        form = self.forms[at]
        if not form.startswith("وال") or at - first_at < 2:
            return False
        word = read_word(form[1:])
        if word.title and word.title.kind in ("office", "speaker", "rank", "honorific"):
            return False
        if word.nationality or gaz.phrases().longest(self.forms, at) is not None:
            return False
        return bool(first.head or first.title)

    def _name(self, at: int, stop: int, *, after_role: bool) -> range | None:
        """The personal name that begins at ``at``, in marks or not, after a comma or not."""
        quoted = self._quoted_name(at, stop)
        if quoted is not None:
            return quoted
        if after_role and at + 1 < stop and self.forms[at] in ("،", ","):
            name = self._name_run(at + 1, stop)
            if name is not None and self._ends_apposition(name.stop, stop):
                return name
            quoted = self._quoted_name(at + 1, stop)
            return quoted if quoted and self._ends_apposition(quoted.stop, stop) else None
        return self._name_run(at, stop)

    def _name_run(self, at: int, stop: int) -> range | None:
        end = at
        while end < stop and end - at < _NAME_TOKENS and end not in self.times:
            token = self.tokens[end]
            if token.form in ("-", ".") and at < end < stop - 1 and self._is_joint(end):
                end += 1
                continue
            if token.kind not in ("word", "latin") or not self._continues_name(at, end):
                break
            end += 1
        return range(at, end) if end > at else None

    def is_preposition(self, at: int) -> bool:
        """على and إلى, which fold together with the names علي and إلي."""
        token = self.tokens[at]
        return self.page.text[token.end - 1] == "ى" and token.form in ("علي", "الي")

    def _two_word_title(self, at: int) -> TitleForm | None:
        """«الأمين العام», «أمين سر»: titles whose first word alone may be a name."""
        return gaz.titles().get(f"{self._unarticled(at)} {self._unarticled(at + 1)}")

    def _unarticled(self, at: int) -> str:
        return self.forms[at].removeprefix("ال") if at < len(self.forms) else ""

    def _is_initial(self, at: int) -> bool:
        """A letter with a dot, as in د. محمد and ج. كولينز."""
        return at + 1 < len(self.tokens) and self.forms[at + 1] == "."

    def _is_joint(self, at: int) -> bool:
        """A hyphen within a name (جاي-إن), or the dot of د. before one."""
        before, mark, after = self.tokens[at - 1], self.tokens[at], self.tokens[at + 1]
        if mark.form == ".":
            return before.end == mark.start and before.end - before.start == 1
        return before.end == mark.start and mark.end == after.start and after.kind == "word"

    def _continues_name(self, at: int, i: int) -> bool:
        form = self.forms[i]
        word = read_word(form)
        if self.is_preposition(i) or (i > at and self._two_word_title(i)):
            return False
        if word.given or word.particle or i in self.people:
            return True
        if len(form) < _SHORTEST_NAME and not self._is_initial(i):
            return False
        if word.function or word.verb:
            return False
        if i > at and read_word(self.forms[i - 1]).particle:
            return True
        if word.definite or form.startswith("ال"):
            return i > at and not (
                word.title
                and word.title.kind in ("office", "speaker", "source", "deputy", "honorific")
            )
        if word.common or (word.title and word.title.kind != "profession") or word.head:
            return False
        if word.nationality and i == at:
            return False
        if self._known(i) is not None or (i > at and _looks_like_verb(form)):
            return False
        if self._starts_with_and(form) or self._has_article_inside(form):
            return False
        if after_proclitic(form) is not None:
            return False
        match = gaz.phrases().longest(self.forms, i)
        return match is None or not match.proclitic

    def _is_name(self, at: int) -> bool:
        return at < len(self.tokens) and self._continues_name(at, at)

    def _starts_with_and(self, form: str) -> bool:
        """Whether a form is و (or ف) and a word that can stand alone, not a name in و."""
        if form[0] not in "وف" or len(form) < _SHORTEST_JOINED or form in gaz.given_names():
            return False
        rest = read_word(form[1:])
        if form[0] == "ف":
            return rest.function or rest.verb
        if rest.function or rest.verb or rest.noun or rest.given:
            return True
        return form[1] not in "وي"

    @staticmethod
    def _has_article_inside(form: str) -> bool:
        return len(form) > 5 and form.startswith(("بال", "لل", "وال", "فال", "كال", "وبال", "ولل"))

    def _quoted_end(self, at: int, stop: int) -> int | None:
        quotation = self._quotations.get(at)
        if quotation is None or quotation.last >= stop:
            return None
        inside = quotation.last - quotation.first - 1
        return quotation.last + 1 if 0 < inside <= _QUOTED_NAME_TOKENS else None

    def _quoted_name(self, at: int, stop: int) -> range | None:
        """A name in marks: “بومبيو”."""
        end = self._quoted_end(at, stop) if at < stop else None
        if end is None:
            return None
        words = [read_word(self.forms[i]) for i in range(at + 1, end - 1)]
        if any(w.verb or w.function or w.common for w in words):
            return None
        return range(at, end)

    def _quoted(self, at: int, stop: int) -> Phrase | None:
        """A phrase that is a name in marks and nothing else: «الأعمال والتجارة», “لافروف”."""
        end = self._quoted_end(at, stop) if at < stop else None
        if end is None:
            return None
        inner = self.read(at + 1, end - 1)
        first = read_word(self.forms[at + 1])
        kind: EntityKind = "PERSON"
        if first.definite or first.common or (inner and inner.known):
            kind = inner.kind if inner and inner.known else "ORGANISATION"
        known = inner.known if inner else None
        name = range(at, end) if kind == "PERSON" else None
        return Phrase(
            at,
            end,
            first.bare,
            kind,
            inner.gender if inner else "m",
            "s",
            True,
            None if name else range(at, end),
            name,
            known,
            quoted=True,
        )

    def _starts_title(self, at: int) -> bool:
        """Whether another title of the same person follows: رئيس اللجنة النائب …"""
        word = read_word(self.forms[at])
        if self._two_word_title(at):
            return True
        return bool(
            at not in self.times
            and (word.title or (word.title_if_named and self._is_name(at + 1)))
            and (word.title or word.title_if_named).kind  # type: ignore[union-attr]
            in ("office", "rank", "honorific", "profession", "deputy", "speaker")
            and not word.verb
        )

    def _apposition_end(self, at: int, stop: int, *, bare: bool) -> int:
        """Past a bracket and a title told after the name: ستولتنبرغ الأمين العام للحلف (ناتو)."""
        end = self._bracket_end(at, stop)
        if (
            end < stop
            and self.forms[end] in ("،", ",")
            and end + 1 < stop
            and self._starts_title(end + 1)
        ):
            after = self._role_end(end + 1, stop, 0)
            if self._ends_apposition(after, stop):
                return after
            return end
        if end < stop and self.tokens[end].kind == "word":
            word = read_word(self.forms[end])
            if (
                self._two_word_title(end)
                or (word.title
                and not word.verb
                and (
                    end not in self.times
                    and word.title.kind in ("office", "speaker", "deputy", "profession", "kin")
                ))
            ):
                return self._bracket_end(self._role_end(end, stop, 0), stop)
        return end

    def _bracket_end(self, at: int, stop: int) -> int:
        if at < stop and self.forms[at] == "(":
            for i in range(at + 1, min(stop, at + _BRACKET_TOKENS + 2)):
                if self.forms[i] == ")":
                    return i + 1
        return at

    def _ends_apposition(self, at: int, stop: int) -> bool:
        """Whether what follows shows that an apposition between commas is over."""
        if at >= stop:
            return True
        token = self.tokens[at]
        if token.kind == "punct":
            return True
        word = read_word(token.form)
        return (
            word.function or word.verb or at in self.times or self._has_article_inside(token.form)
        )

    # joint phrases

    def _joint_title(self, at: int, stop: int, word: Word, skip: int) -> Phrase | None:
        """«الرئيسان الأميركي أ والروسي ب», «وزيرا خارجية البلدين أ وب», «الوزيران أ وب»."""
        title = word.title
        assert title is not None
        members: list[Phrase] = []
        end = at + 1
        complement = end
        while complement < stop and complement not in self.times:
            inner = read_word(self.forms[complement])
            if inner.nationality or inner.title or not (inner.noun) or inner.given:
                break
            complement += 1
        role = range(at, complement)
        end = complement
        while end < stop and len(members) < 6 and end not in self.times:
            form = self.forms[end]
            lead = 0
            if members:
                if not form.startswith("و"):
                    break
                lead, form = 1, form[1:]
            inner = read_word(form)
            nationality = inner.nationality if inner.definite or title.construct else None
            if nationality is not None and inner.definite:
                name = self._name(end + 1, stop, after_role=False)
                last = name.stop if name else end + 1
                last = self._bracket_end(last, stop)
                members.append(
                    Phrase(
                        end,
                        last,
                        title.lemma,
                        "PERSON",
                        nationality.gender,
                        "s",
                        True,
                        range(end, end + 1),
                        name,
                        skip=lead,
                        shared=True,
                    )
                )
                end = last
                continue
            if lead and not (inner.given or (not inner.common and not inner.noun)):
                break
            name = self._name_run_from(end, stop, lead)
            if name is None:
                break
            last = self._bracket_end(name.stop, stop)
            members.append(
                Phrase(
                    end, last, title.lemma, "PERSON", title.gender, "s", True, None, name, skip=lead
                )
            )
            end = last
        if len(members) < 2:
            return None
        return Phrase(
            at,
            end,
            title.lemma,
            "GROUP",
            title.gender,
            title.number,
            True,
            role,
            None,
            skip=skip,
            members=tuple(members),
        )

    def _name_run_from(self, at: int, stop: int, lead: int) -> range | None:
        if not lead:
            return self._name_run(at, stop)
        rest = self._name_run(at + 1, stop)
        return range(at, rest.stop if rest else at + 1)

    def _joined(self, at: int, stop: int) -> Phrase | None:
        """A phrase joined by و at ``at``: ولافروف, ووزير الخارجية."""
        if at >= stop or at in self.times or self.tokens[at].kind != "word":
            return None
        form = self.forms[at]
        if form == "و":
            return self.read(at + 1, stop)
        if not self._starts_with_and(form):
            return None
        word = read_word(form[1:])
        known = gaz.phrases().longest(self.forms, at)
        if word.verb or word.function:
            return None
        if known is None and not (
            word.given
            or word.title
            or word.head
            or word.nationality
            or not (word.common or word.definite)
        ):
            return None
        if not (known or word.noun):
            name = self._name_run_from(at, stop, 1)
            assert name is not None
            return Phrase(
                at,
                self._apposition_end(name.stop, stop, bare=True),
                word.form,
                "PERSON",
                "m",
                "s",
                True,
                None,
                name,
                skip=1,
            )
        return self._read(at, stop, word, 1)

    # single tokens

    def _word(self, at: int, stop: int) -> Word | None:
        if at >= stop or self.tokens[at].kind not in ("word", "latin"):
            return None
        return read_word(self.forms[at])

    def _first_word(self, at: int, skip: int) -> Word:
        return read_word(self._unprefixed(at, skip))

    def _unprefixed(self, at: int, skip: int) -> str:
        form = self.forms[at]
        rest = form[skip:]
        return "ا" + rest if skip and form[skip - 1] == "ل" and rest.startswith("ل") else rest

    def _known(self, at: int, skip: int = 0) -> Known | None:
        match = gaz.phrases().longest(self.forms, at) if at < len(self.forms) else None
        if match is None or len(match.proclitic) != skip or match.entry.ordinary:
            return None
        return match.entry

    def _known_length(self, at: int, skip: int) -> int:
        match = gaz.phrases().longest(self.forms, at)
        if match is None or len(match.proclitic) != skip or match.entry.ordinary:
            return 0
        return match.length


def skip_definite(token: Token, skip: int) -> bool:
    """Whether the article hides behind a proclitic: بالوزير, للوزير."""
    return skip > 0 and token.form[skip:].startswith(("ال", "ل"))


def _looks_like_verb(form: str) -> bool:
    """An imperfect by its pattern (يتطلع, يستفيد, يطمح), which no name in ي has."""
    if form.startswith(("يت", "يست", "ينت", "تست")) and len(form) > 4:
        return True
    return len(form) == 4 and form[0] == "ي" and form[1] not in "او" and form[3] != "ي"
