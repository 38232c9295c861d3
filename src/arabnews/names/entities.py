"""Who is who in one article: phrases that name the same person or body become one Entity.

A person is joined over full name, surname, and title («المتحدث باسم الكرملين» is the man whose
title says so). A body is joined over its name and over its first noun (الوزارة). Where nothing
supports a link, a phrase stays an entity of its own.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import count, islice
from operator import attrgetter
from typing import Literal, NamedTuple

from attrs import Factory, define, evolve

from ..lexicon import gazetteer as gaz
from ..lexicon.gazetteer import TitleKind
from ..model import Entity, Span
from ..model.types import EntityKind
from ..text import fold
from .agreement import is_descriptive
from .phrases import Phrase, PhraseReader
from .words import Word, is_adjective, read_word, word_set

_TITLE_AND_SURNAME = 4
_IN_THE_NAME_OF = "باسم"
_BEFORE_NAMES = ("و", "ل", "ب", "ول", "وب")
_CABINET = "وزراء"
_COUNTERPART = "نظير"
_COUNTERPART_REACH = 20  # phrases back

_Key = Literal["word", "office", "body", "country"]

_start = attrgetter("start")
_offsets = attrgetter("start", "end")
_order = attrgetter("order")


class Title(NamedTuple):
    """A title made comparable: its head, the words that narrow it, its country."""

    head: str
    rest: frozenset[str] = frozenset()
    country: str | None = None


@define(eq=False)
class Draft:
    """An entity in the making, the ``order``-th of its article.

    ``derived`` are titles that only follow from those of another (نظيره), ``joined`` tells that
    the draft has become a part of another.
    """

    order: int
    name: str
    kind: EntityKind
    gender: str
    number: str
    head: str
    definite: bool
    named: bool
    tokens: tuple[str, ...] = ()
    last_name: str = ""
    known: str | None = None
    country: str | None = None
    titles: list[Title] = Factory(list)
    title_text: str | None = None
    joined: bool = False
    derived: list[Title] = Factory(list)
    aliases: dict[str, None] = Factory(dict)
    mentions: list[Span] = Factory(list)

    def mention_before(self, offset: int) -> int | None:
        """Where the last mention that starts before an offset starts."""
        at = bisect_left(self.mentions, offset, key=_start)
        return self.mentions[at - 1].start if at else None


class EntityTable:
    """The entities of one article, and what a phrase refers to."""

    def __init__(self, reader: PhraseReader) -> None:
        self._reader = reader
        self.drafts: dict[Draft, None] = {}
        self.mentions: list[tuple[Phrase, Draft]] = []
        self._order = count()
        self._by_offsets: dict[tuple[int, int], Draft] = {}
        self._inside: dict[str, list[Phrase]] = {}
        self._index: defaultdict[tuple[_Key, str], dict[Draft, None]] = defaultdict(dict)
        self._titles: dict[Phrase, Title] = {}

    def read_all(self, ranges: Iterable[range]) -> None:
        """Find every person and body named in the token ranges, in order: ``mentions``."""
        starts = self._reader.words.name_starts()
        for tokens in ranges:
            reached = tokens.start
            for at in starts[bisect_left(starts, tokens.start) : bisect_left(starts, tokens.stop)]:
                phrase = self._named_at(at, tokens.stop) if at >= reached else None
                if phrase is None:
                    continue
                parts = phrase.members or (phrase,)
                self.mentions += zip(parts, self.members(phrase), strict=True)
                for part in parts:
                    self._look_inside(part)
                reached = phrase.last
        self._settle()

    def _settle(self) -> None:
        """Join those told by an office alone to whom a later sentence names with it."""
        for phrase, draft in list(self.mentions):
            if draft.named or draft.kind != "PERSON" or not draft.definite or draft.joined:
                continue
            title = self._title(phrase)
            holders = [
                d
                for d in self.told("office", title.head)
                if d.named
                and (d.number, d.gender) == (draft.number, draft.gender)
                and any(_is_same_title(title, other) for other in [*d.titles, *d.derived])
            ]
            told = title.rest or title.country or phrase.last > phrase.first + 1
            if len(holders) == 1 and told:
                self.join(draft, holders[0])

    def join(self, extra: Draft, draft: Draft) -> None:
        """Let one entity be all that another is: its mentions, names and titles."""
        extra.joined = True
        for span in extra.mentions:
            insort(draft.mentions, span, key=_offsets)
            self._by_offsets[_offsets(span)] = draft
            n = bisect_left(self.mentions, span.start, key=lambda m: self._reader.span(m[0]).start)
            if n < len(self.mentions) and self.mentions[n][1] is extra:
                self.mentions[n] = self.mentions[n][0], draft
        if extra.named and not draft.named:
            draft.name, draft.named = extra.name, True
            draft.tokens, draft.last_name = extra.tokens, extra.last_name
            for token in draft.tokens:
                self._note(draft, "word", _sound(token))
        draft.aliases |= {extra.name: None, **extra.aliases}
        for title in extra.titles:
            self.add_title(draft, title)
        draft.title_text = draft.title_text or extra.title_text
        draft.country = draft.country or extra.country
        del self.drafts[extra]

    def _look_inside(self, phrase: Phrase) -> None:
        """Learn whom and what a role tells of: رئيس المرصد فلان, مكتب الرئيس فلان."""
        words = self._reader.words
        for role in (phrase.role, phrase.behind):
            for at in role[1:-1] if role is not None else ():
                word = words.here[at]
                if word.head is None and word.title is None:
                    continue
                if word.definite and not is_descriptive(read_word(self._reader.forms[at + 1])):
                    continue  # وكيل الوزارة للشؤون الدولية
                inner = self._reader.read(at, role.stop if role else at)
                if inner is None or not inner.definite or inner.members:
                    continue
                if inner.name is not None and word.title is not None:
                    self.resolve(inner)
                elif inner.known is None and inner.kind == "ORGANISATION":
                    self._inside.setdefault(inner.head, []).append(inner)

    def _named_at(self, at: int, stop: int) -> Phrase | None:
        """A phrase worth an entity wherever it stands: a titled or given name, a known body."""
        reader = self._reader
        words = reader.words
        if not words.is_word(at, stop):
            return None
        word = words.here[at]
        if word.form == _IN_THE_NAME_OF:
            return None
        tagged = at in words.people
        named = tagged or (words.is_given(at) and not words.names_body(at))
        titled = word.title or word.title_if_named or word.head
        if named or words.known(at) or (titled and not word.verb):
            if not named and self._is_any_body(at, word):
                return None
            phrase = reader.read(at, stop)
            worth = phrase is not None and (tagged or self._is_worth(phrase, word, named))
            return phrase if worth else None
        split = word.split
        known = words.match(at)
        person = split is not None and (
            split[1].title or (split[1].given and split[0] in _BEFORE_NAMES)
        )
        if split is not None and split[1].verb and split[0] in ("و", "ف"):
            return None  # «وطالب رئيس الحزب»
        if known is None and not person:
            return None
        phrase = reader.read(at, stop, proclitic=True)
        if phrase is None or not (phrase.skip and (phrase.name or phrase.known)):
            return None
        return phrase

    def _is_any_body(self, at: int, word: Word) -> bool:
        """«شركة جديدة», «لجنة في المدينة»: no genitive behind a noun tells which body is meant."""
        words = self._reader.words
        if word.head is None or word.definite or word.title or word.title_if_named or word.counts:
            return False
        if words.known(at) is not None:
            return False
        if at + 1 == len(words.plain):
            return True
        genitive = words.plain[at + 1]
        if genitive.definite or words.known(at + 1) is not None:
            return False
        return not genitive.common or genitive.function or is_adjective(genitive)

    @staticmethod
    def _is_worth(phrase: Phrase, word: Word, named: bool) -> bool:
        if phrase.members or phrase.known is not None:
            return True
        if phrase.name is not None:
            return phrase.role is not None or (named and len(phrase.name) > 1)
        if not phrase.definite or phrase.head == _COUNTERPART:
            return False
        title = word.title
        office = title is not None and (
            title.kind in ("office", "speaker") or (title.kind == "deputy" and title.number == "s")
        )
        return office or (word.head is not None and phrase.last > phrase.first + 1)

    def resolve(self, phrase: Phrase, *, before: int | None = None) -> Draft:
        """The entity a phrase refers to, a new one where it is told for the first time."""
        span = self._reader.span(phrase)
        offsets = _offsets(span)
        known = self._by_offsets.get(offsets)
        if known is not None:
            return known
        draft = self._find(phrase, span.start if before is None else before)
        if draft is None:
            draft = self._new(phrase)
            self.drafts[draft] = None
        elif phrase.name is not None or self._text(phrase) not in draft.aliases:
            self._learn(draft, phrase)
        insort(draft.mentions, span, key=_offsets)
        self._by_offsets[offsets] = draft
        return draft

    def knows(self, phrase: Phrase) -> bool:
        """Whether a name is that of an entity told before or elsewhere in the article."""
        start = self._reader.span(phrase).start
        return phrase.name is not None and self._find_named(phrase, start) is not None

    def by_surname(self, word: str) -> Draft | None:
        """The person whose last name of several a word is, ال left off in a headline or not."""
        spellings = (word, f"ال{word}")
        named = (d for d in self.told("word", *spellings) if len(d.tokens) > 1)
        return next((d for d in named if _sounds(d.last_name, *spellings)), None)

    def told(self, key: _Key, *values: str) -> list[Draft]:
        """The entities with a word in their name, an office or first noun, a country, in order."""
        found: set[Draft] = set()
        for value in values:
            sound = _sound(value)
            group = self._index.get((key, sound if key == "word" else value))
            if group is not None:
                exact = {d for d in group if value in d.tokens} if sound != value else None
                found |= exact or group.keys()
        if not found:
            return []
        return sorted([d for d in found if not d.joined], key=_order)

    def add_title(self, draft: Draft, title: Title) -> None:
        """Let a draft have one more title."""
        if title in draft.titles:
            return
        draft.titles.append(title)
        self._note(draft, "office", title.head)

    def _note(self, draft: Draft, key: _Key, value: str | None) -> None:
        if value is not None:
            self._index[key, value][draft] = None

    def members(self, phrase: Phrase) -> list[Draft]:
        """The entities of a phrase, each member of a joint one by itself."""
        parts = phrase.members or (phrase,)
        return [self.resolve(self._with_shared_role(phrase, part)) for part in parts]

    @staticmethod
    def _with_shared_role(whole: Phrase, part: Phrase) -> Phrase:
        """The member of «وزيرا خارجية البلدين أ وب» has the head of the whole."""
        if part is whole or (part.role is not None and part.role.start != part.first):
            return part
        return evolve(part, head=whole.head) if part.role is None and part.name else part

    # matching

    def _find(self, phrase: Phrase, before: int) -> Draft | None:
        if phrase.name is not None:
            return self._find_named(phrase, before) or self._find_unnamed(phrase)
        if phrase.known is not None:
            return self._find_body(phrase)
        title = self._title(phrase)
        if phrase.kind == "PERSON" or phrase.last == phrase.first + 1:
            titled = self._find_titled(phrase, title, before)
            if titled is not None or phrase.kind == "PERSON":
                return titled
        return self._find_role(phrase, title, before)

    def _find_named(self, phrase: Phrase, before: int) -> Draft | None:
        """The person of this name: a longer or shorter form of it, the surname or first name.

        A first name alone is not enough where the titles speak against it.
        """
        tokens = tuple(self._name_tokens(phrase))
        words = frozenset(tokens)
        found = []
        for draft in self.told("word", *words):
            if not (_is_within(tokens, draft.tokens) or _is_within(draft.tokens, tokens)):
                continue
            if len(words) == 1 and len(draft.tokens) > 1:
                if read_word(tokens[0]).particle:
                    continue
                other = not _sounds(draft.last_name, tokens[0]) and phrase.role is not None
                if other and draft.titles and not self._shares_title(phrase, draft):
                    continue
            found.append(draft)
        same = [d for d in found if d.tokens == tokens]
        return self._nearest(same or found, before)

    def _find_unnamed(self, phrase: Phrase) -> Draft | None:
        """Who was told by the very title alone before a phrase gives the name."""
        if phrase.role is None or phrase.role.start != phrase.first:
            return None
        title = self._title(phrase)
        if not title.rest and title.country is None:
            return None
        same = (
            d
            for d in self.told("office", title.head)
            if not d.named and d.definite and d.kind == "PERSON" and title in d.titles
        )
        return next(same, None)

    def _shares_title(self, phrase: Phrase, draft: Draft) -> bool:
        title = self._title(phrase)
        return any(_is_same_title(title, other) for other in draft.titles)

    def _find_body(self, phrase: Phrase) -> Draft | None:
        assert phrase.known is not None
        return next(iter(self.told("body", phrase.known.name)), None)

    def _find_titled(self, phrase: Phrase, title: Title, before: int) -> Draft | None:
        """The person whose surname stands in the phrase, or whose title it is."""
        words = self._words(phrase)
        last, alone = words[-1], words[0][phrase.skip :]
        plain = word_set("complement_prepositions").isdisjoint(words)  # not مصدر قريب من فلان
        surnamed = [
            d
            for d in self.told("word", last, alone)
            if (plain and len(words) <= _TITLE_AND_SURNAME and _sounds(d.last_name, last))
            or (len(words) == 1 and _is_surname(alone, d))
        ]
        if surnamed:
            return self._nearest(surnamed, before)
        if not phrase.definite:
            return None
        head, _, country = title
        if head == _COUNTERPART:
            others = self.told("country", country) if country else []
            return self._nearest([d for d in others if d.named], before)
        fitting, exact = [], []
        for draft in self.told("office", head):
            if draft.number != phrase.number or (draft.named and draft.gender != phrase.gender):
                continue
            told = [*draft.titles, *(draft.derived if title.country else ())]
            same = [t for t in told if _is_same_title(title, t)]
            if same:
                fitting.append(draft)
            if title in same:
                exact.append(draft)
        if exact and (title.rest or title.country):
            fitting = [d for d in exact if d.named] or exact
        narrowed = bool(title.rest or title.country)
        return self._nearest([d for d in fitting if d.named] or fitting, before, later=narrowed)

    def _find_role(self, phrase: Phrase, title: Title, before: int) -> Draft | None:
        """A body told by its first noun or a part of its name: الوزارة, وزارة العمل."""
        if not phrase.definite:
            return None
        head, rest, country = title
        fitting = []
        for draft in self.told("office", head):
            if draft.number != phrase.number:
                continue
            for other_head, other_rest, other_country in draft.titles:
                if (
                    other_head == head
                    and not (country and other_country and country != other_country)
                    and (rest <= other_rest or (rest and other_rest <= rest))
                    and not (rest - other_rest and other_country and not country)
                ):
                    fitting.append(draft)
                    break
        if not fitting and not rest and country is None:
            return self._find_inside(head, before)
        fitting = [d for d in fitting if d.definite] or fitting  # not شركة جديدة
        return self._nearest(fitting, before, later=bool(rest))

    def _find_inside(self, head: str, before: int) -> Draft | None:
        """The body told before in the role of somebody: المرصد after فلان رئيس المرصد الجبلي."""
        told = [p for p in self._inside.get(head, ()) if self._reader.span(p).start < before]
        if not told:
            return None
        draft = self._new(told[-1])
        self.drafts[draft] = None
        return draft

    def _nearest(self, drafts: Sequence[Draft], before: int, *, later: bool = True) -> Draft | None:
        """The one mentioned last before an offset, else with ``later`` the first one behind it."""
        earlier = [(start, d) for d in drafts if (start := d.mention_before(before)) is not None]
        if earlier:
            return max(earlier, key=lambda pair: pair[0])[1]
        return drafts[0] if drafts and later else None

    def unnamed_source(self, before: int, number: str) -> Draft | None:
        """The unnamed source, one or several, told last before an offset: who المصدر is."""
        told = self.told("office", *_heads("source"))
        sources = [d for d in told if not d.named and d.number == number]
        return self._nearest(sources, before, later=False)

    # learning

    def _new(self, phrase: Phrase) -> Draft:
        draft = Draft(
            order=next(self._order),
            name="",
            kind=phrase.kind,
            gender=phrase.gender,
            number=phrase.number,
            head=phrase.head,
            definite=phrase.definite,
            named=False,
        )
        self._learn(draft, phrase)
        return draft

    def _learn(self, draft: Draft, phrase: Phrase) -> None:
        if phrase.name is not None:
            self._learn_name(draft, phrase)
        elif phrase.known is not None and draft.known is None:
            draft.known = phrase.known.name
            self._note(draft, "body", draft.known)
        if phrase.office is not None:
            self._learn_shared(draft, phrase, phrase.office)
        elif phrase.role is not None or phrase.name is None:
            role = phrase.role or range(phrase.first, phrase.last)
            title = self._title(phrase)
            self.add_title(draft, title)
            if phrase.head != title.head and role.start == phrase.first:
                self.add_title(draft, Title(phrase.head))  # the honour: معالي
            text = self._role_text(role, phrase.skip if role.start == phrase.first else 0)
            if not draft.name:
                draft.name = text
            draft.aliases[text] = None
            if title.head == _COUNTERPART:
                self._learn_counterpart(draft, phrase, text)
            elif phrase.kind == "PERSON":
                self._entitle(draft, text)
        if phrase.behind is not None:
            self._learn_office(draft, phrase, phrase.behind)
        elif phrase.role is None and phrase.name is not None and gaz.titles().get(phrase.head):
            self.add_title(draft, Title(phrase.head))
        if draft.country is None:
            draft.country = self._country(phrase)
            self._note(draft, "country", draft.country)
        if phrase.office is None:
            draft.aliases[self._text(phrase)] = None

    def _learn_name(self, draft: Draft, phrase: Phrase) -> None:
        tokens = self._name_tokens(phrase)
        text = self._name_text(phrase)
        if len(tokens) > len(draft.tokens) or not draft.named:
            if draft.name:
                draft.aliases[draft.name] = None
            draft.name, draft.named = text, True
            draft.tokens = tuple(tokens)
            draft.last_name = _surname(tokens)
            if len(tokens) > 1:
                self._reader.learn(draft.tokens, draft.last_name)
            draft.gender = phrase.gender
            draft.kind = "PERSON" if phrase.kind != "PLACE" else phrase.kind
        draft.aliases[text] = None
        for token in tokens:
            self._note(draft, "word", _sound(token))

    def _learn_shared(self, draft: Draft, phrase: Phrase, office: range) -> None:
        """Learn the title of one of two who share it: وزيرا الخارجية الروسي أ والتركي ب."""
        reader = self._reader
        own = [read_word(reader.forms[i]) for i in office[1:]]
        told = [
            i for i, word in zip(office[1:], own, strict=True) if word.bare not in word_set("both")
        ]
        field = [reader.text(range(i, i + 1)) for i in told]
        if field and not any(read_word(reader.forms[i]).definite for i in told):
            field[-1] = f"ال{field[-1]}"  # وزيرا خارجية البلدين: وزير الخارجية
        if phrase.role is not None:
            field.append(self._role_text(phrase.role, phrase.skip))
        text = " ".join([phrase.head if told else f"ال{phrase.head}", *field])
        rest = frozenset(read_word(reader.forms[i]).bare for i in told)
        self.add_title(draft, Title(phrase.head, rest, self._country(phrase)))
        if not draft.name:
            draft.name = text
        draft.aliases[text] = None
        self._entitle(draft, text)

    def _learn_counterpart(self, draft: Draft, phrase: Phrase, text: str) -> None:
        """«وزير الخارجية الأميركي … نظيره الروسي»: he holds the office of the one told before."""
        start = self._reader.span(phrase).start
        country = self._country(phrase)
        recent = islice(reversed(self._by_offsets.items()), _COUNTERPART_REACH)
        before = (d for (begin, _), d in recent if begin < start and d.title_text)
        other = next((d for d in before if d.country not in (None, country)), None)
        if country is None or other is None or other.title_text is None:
            self._entitle(draft, text)
            return
        office = next((t for t in other.titles if t.head != _COUNTERPART), None)
        words = other.title_text.split()
        if office is None or read_word(fold(words[-1])).nationality is None:
            self._entitle(draft, text)
            return
        draft.derived.append(Title(office.head, office.rest, country))
        self._note(draft, "office", office.head)
        self._entitle(draft, " ".join([*words[:-1], text.split()[-1]]))

    @staticmethod
    def _entitle(draft: Draft, text: str) -> None:
        """Keep the first title told, or a fuller one behind a bare noun: الوزير."""
        if draft.title_text is None or (" " not in draft.title_text and " " in text):
            draft.title_text = text

    def _learn_office(self, draft: Draft, phrase: Phrase, role: range) -> None:
        """Learn the title behind a name that has another in front: الدكتور فلان وزير النقل."""
        self.add_title(draft, self._read_title(phrase, role))
        text = self._role_text(role, 0)
        draft.aliases[text] = None
        if phrase.role is not None and _is_honour(read_word(self._reader.forms[phrase.role[-1]])):
            draft.title_text = text

    def _text(self, phrase: Phrase) -> str:
        return _behind(self._reader.text(range(phrase.first, phrase.last)), phrase.skip)

    def _title(self, phrase: Phrase) -> Title:
        """The title of a phrase, made comparable."""
        title = self._titles.get(phrase)
        if title is None:
            title = self._titles[phrase] = self._read_title(phrase, phrase.role)
        return title

    def _read_title(self, phrase: Phrase, told: range | None) -> Title:
        role = told or range(phrase.first, phrase.last)
        office = self._past_honours(role, phrase.skip if role.start == phrase.first else 0)
        head = self._head(phrase, range(office, role.stop))
        rest = self._narrowing(range(office + 1, role.stop))
        if head == "رئيس" and rest & word_set("cabinet"):
            rest = {_CABINET}  # رئيس الحكومة is رئيس الوزراء
        return Title(head, frozenset(rest), self._read_country(phrase, told))

    def _narrowing(self, tokens: range) -> set[str]:
        """The words behind the head of a title that tell what it is held of, no country."""
        words = self._reader.words
        same_again = word_set("same_again")
        rest = set()
        at = tokens.start
        while at < tokens.stop:
            word = words.plain[at]
            match = words.match(at) if word.begins_known else None
            if match is not None and match.entry.kind in ("country", "capital"):
                at += match.length
                continue
            if (
                word.nationality is None
                and not word.function
                and word.form not in same_again
                and not (word.definite and _is_honour(word) and not is_descriptive(word))
                and self._reader.tokens[at].kind == "word"
            ):
                rest.add(word.bare)
            at += 1
        return rest

    def _past_honours(self, role: range, skip: int) -> int:
        """Where the title in «معالي وزير الخارجية» begins that tells what somebody is."""
        words = self._reader.words
        at = role.start
        while at + 1 < role.stop and _is_honour(words.word(at, skip if at == role.start else 0)):
            following = at + words.title_words(at)
            if following >= role.stop or words.here[following].title is None:
                break
            at = following
        return at

    def _head(self, phrase: Phrase, role: range) -> str:
        """The lemma a title begins with, also of one told after the name."""
        words = self._reader.words
        if role.start == phrase.first:
            first = words.word(phrase.first, phrase.skip).head if phrase.known is not None else None
            return first.lemma if first is not None else phrase.head
        word = words.plain[role.start]
        title = gaz.titles().get(f"{word.bare} {self._bare_at(role.start + 1)}") or word.title
        return title.lemma if title is not None else phrase.head

    def _country(self, phrase: Phrase) -> str | None:
        if phrase.role is None:
            return phrase.known.country if phrase.known is not None else None
        return self._title(phrase).country

    def _read_country(self, phrase: Phrase, role: range | None) -> str | None:
        if phrase.known is not None and phrase.known.country:
            return phrase.known.country
        words = self._reader.words
        starts = gaz.nationality_starts()
        for at in role or ():
            word = words.plain[at]
            if word.form == "عن":
                return None  # المسؤول عن الملف السوري
            if phrase.skip and at == phrase.first:
                word = read_word(word.form[phrase.skip :])
            nationality = word.nationality
            if word.bare in starts:
                two = gaz.nationalities().get((word.bare, self._bare_at(at + 1)))
                nationality = two or nationality
            if nationality is not None:
                return nationality.country
            match = words.match(at) if words.plain[at].begins_known else None
            if match is not None and match.entry.country and not match.entry.ordinary:
                return match.entry.country
        return None

    def _bare_at(self, at: int) -> str:
        plain = self._reader.words.plain
        return plain[at].bare if at < len(plain) else ""

    def _words(self, phrase: Phrase) -> list[str]:
        return self._reader.forms[phrase.first : phrase.last]

    def _name_tokens(self, phrase: Phrase) -> list[str]:
        assert phrase.name is not None
        forms = [
            self._reader.forms[i] for i in phrase.name if self._reader.tokens[i].kind != "punct"
        ]
        if phrase.name.start == phrase.first and phrase.skip and forms:
            forms[0] = forms[0][phrase.skip :]
        return forms

    def _name_text(self, phrase: Phrase) -> str:
        assert phrase.name is not None
        text = self._reader.text(phrase.name)
        return _behind(text, phrase.skip if phrase.name.start == phrase.first else 0)

    def _role_text(self, role: range, skip: int) -> str:
        """A role or body as it is called: up to the name in marks, where it has one."""
        quotations = self._reader.words.quotations
        named = next((i for i in role if i in quotations), None)
        if named is not None and quotations[named].last < role.stop:
            role = range(role.start, quotations[named].last + 1)
        text = self._reader.text(role)
        return _behind(text, skip)

    def entities(self) -> dict[int, Entity]:
        """The finished entities, by the identity of their drafts, in order of first mention."""
        told = (d for d in self.drafts if d.mentions)
        order = sorted(told, key=lambda d: _offsets(d.mentions[0]))
        made = {}
        for number, draft in enumerate(order):
            aliases = tuple(a for a in draft.aliases if a and a != draft.name)
            made[id(draft)] = Entity(
                id=number,
                name=draft.name,
                kind=draft.kind,
                title=draft.title_text if draft.named else None,
                country=draft.country,
                aliases=aliases,
                mentions=tuple(draft.mentions),
            )
        return made


def _is_same_title(title: Title, other: Title) -> bool:
    """Whether a title may be another one told shorter or longer: الوزير, وزير الخارجية."""
    head, rest, country = title
    other_head, other_rest, other_country = other
    if head != other_head or (country and other_country and country != other_country):
        return False
    if rest <= other_rest or (rest and other_rest and other_rest <= rest):
        return True
    return head in _heads("speaker") and country is not None and country == other_country


def _behind(text: str, skip: int) -> str:
    """A phrase without its proclitic; للحرس الثوري without ل is الحرس الثوري."""
    if not skip:
        return text
    rest = text[skip:]
    return "ا" + rest if text[skip - 1 : skip + 1] == "لل" else rest


def _is_honour(word: Word) -> bool:
    title = word.title or word.title_if_named
    return title is not None and title.kind in ("honorific", "rank")


def _surname(tokens: Sequence[str]) -> str:
    return tokens[-1] if tokens else ""


def _is_surname(word: str, draft: Draft) -> bool:
    """Whether a lone word with the article is the surname of a person (الحارثي)."""
    return word == draft.last_name and len(draft.tokens) > 1 and read_word(word).definite


def _is_within(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words stand in a name in this order: عبدالعزيز بن سلمان is no محمد بن سلمان."""
    rest = iter([_sound(word) for word in name])
    return bool(words) and all(_sound(word) in rest for word in words)


def _sound(word: str) -> str:
    """A word with g written in one way: هيغ is هيج."""
    return word.replace("غ", "ج")


def _sounds(name: str, *words: str) -> bool:
    """Whether a name is one of the words, however its g is written."""
    return any(_sound(name) == _sound(word) for word in words)


@cache
def _heads(kind: TitleKind) -> frozenset[str]:
    """The titles of a kind, as the heads of phrases have them."""
    return frozenset(t.lemma for t in gaz.titles().values() if t.kind == kind)
