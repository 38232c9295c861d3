"""Who a party is: entities for phrases, pairs and pronouns, from the article so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ..lexicon import gazetteer as gaz
from ..lexicon import table
from ..names import Draft, EntityTable, PhraseReader
from ..names import Phrase as NounPhrase
from ..names.words import read_word, word_set
from ..text import fold
from .clauses import Chunk, is_media
from .triggers import words


class PartyFinder:
    """Resolves the parties of chunks. ``last_pair`` are the two sides told of last."""

    def __init__(self, reader: PhraseReader, table: EntityTable) -> None:
        self._reader = reader
        self._forms = reader.forms
        self._table = table
        self._starts = [token.start for token in reader.tokens]
        self.last_pair: tuple[Draft, ...] = ()

    def of_chunk(self, chunk: Chunk, beside: Draft | None = None) -> tuple[Draft, ...]:
        """The entities of a party chunk; ``beside`` is the one whose counterpart نظيره may be."""
        if chunk.kind == "sides":
            sized = chunk.stop < len(self._forms) and self._forms[chunk.stop] in _SIZES
            return () if sized else self.last_pair
        colleagues = self._of_countries(chunk.phrases)
        if colleagues:
            return colleagues
        found: list[Draft] = []
        for phrase in chunk.phrases:
            if is_media(self._forms, phrase):
                return ()
            if self._is_guest_told_of(phrase):
                found.append(self.last_pair[-1])
            elif phrase.head in word_set("honorific_pronouns"):
                found += self._honoured(phrase)
            elif phrase.head == "نظير":
                counterpart = self._counterpart(phrase, found[-1] if found else beside)
                found += [counterpart] if counterpart is not None else []
            elif (
                phrase.number == "d"
                and phrase.name is None
                and phrase.known is None
                and phrase.kind in ("PERSON", "GROUP")
            ):
                found += self._pair(phrase)
            else:
                found += [self._named(d) for d in self._table.members(phrase)]
        return tuple(dict.fromkeys(found))

    def _is_guest_told_of(self, phrase: NounPhrase) -> bool:
        """«الوزير الضيف»: the second of the two told of last, the host standing first."""
        return (
            phrase.kind == "PERSON"
            and phrase.name is None
            and len(self.last_pair) == _TWO
            and self.last_pair[-1].kind == "PERSON"
            and any(f in words("visiting") for f in self._forms[phrase.first + 1 : phrase.last + 1])
        )

    def holder(self, phrase: NounPhrase) -> Draft | None:
        """«مكتب رئيس الوزراء سامي حداد»: the person whose office it is."""
        if phrase.head not in words("offices") or phrase.last - phrase.first == 1:
            return None
        person = self._reader.read(phrase.first + 1, phrase.last)
        if person is None or person.kind != "PERSON" or person.number != "s":
            return None
        found = self._named(self._table.members(person)[0])
        return found if found.named else None

    def _of_countries(self, phrases: Sequence[NounPhrase]) -> tuple[Draft, ...]:
        """«وزراء خارجية الأردن والعراق ومصر»: who holds the office for each of the countries.

        Where one of them is not named, two are the last two told of, and more are a group.
        """
        first, *rest = phrases or (None,)
        if first is None or first.name is not None or not rest:
            return ()
        dual = first.number == "d" or self._forms[first.first].endswith("ا")  # وزيرا خارجية
        if first.number == "s" and not dual:
            return ()
        if not all(p.known is not None and p.known.country for p in rest):
            return ()
        own = gaz.phrases().longest(self._forms, first.last - 1)
        countries = [p.known.country for p in rest if p.known is not None]
        if own is not None:
            countries.insert(0, own.entry.country)
        people: list[Draft] = []
        for country in countries:
            holders = [
                d
                for d in self._table.told("office", first.head)
                if d.named
                and d.kind == "PERSON"
                and (d.country == country or any(title[2] == country for title in d.titles))
            ]
            people += holders if len(holders) == 1 else []
        if len(people) == len(countries):
            return tuple(dict.fromkeys(people))
        return self._pair(first) if dual else tuple(self._table.members(first))

    def _honoured(self, phrase: NounPhrase) -> tuple[Draft, ...]:
        """«سموه»: the person told of with this honorific last, else the one named most."""
        here = self._reader.span(phrase).start
        people = [
            (start, d)
            for d in self._table.drafts
            if d.kind == "PERSON"
            and d.named
            and d.gender == phrase.gender
            and (start := d.mention_before(here)) is not None
        ]
        stem = phrase.head.removesuffix("ها").removesuffix("ه")
        stem = stem[:-1] + "ه" if stem.endswith("ت") else stem
        told = [(start, d) for start, d in people if self._is_told_with(stem, d)]
        if told:
            return (max(told, key=lambda pair: pair[0])[1],)
        main = max((d for _, d in people), key=lambda d: len(d.mentions), default=None)
        return (main,) if main is not None else ()

    def _is_told_with(self, honorific: str, draft: Draft) -> bool:
        """Whether an honorific is part of a title of a person, or stands before the name."""
        if any(honorific in title[0].split() for title in draft.titles):
            return True
        starts = (bisect_left(self._starts, span.start) for span in draft.mentions)
        return any(honorific in self._forms[max(0, at - 1) : at + 1] for at in starts)

    def _named(self, draft: Draft) -> Draft:
        """The person named elsewhere whose office a phrase tells, where there is only one."""
        if draft.named or draft.kind != "PERSON" or not draft.titles:
            return draft
        heads = _offices(draft)
        same = [
            d
            for d in self._table.told("office", *heads)
            if d.named
            and d.gender == draft.gender
            and any(
                head in heads
                and (country == draft.country or (draft.country is None and _is_told(rest, draft)))
                and _fit(rest, draft)
                for head, rest, country in d.titles
            )
        ]
        return same[0] if len(same) == 1 else draft

    def group_of(self, chunk: Chunk, before: Sequence[Chunk]) -> tuple[Draft, ...]:
        """«المسؤولين الأربعة»: as many persons as the sentence has named before."""
        forms = self._forms[chunk.start : chunk.stop + 1]
        if not any(f in _SIZES for f in forms):
            return ()
        people = [d for c in before if c.kind == "party" for d in self.of_chunk(c)]
        named = [d for d in dict.fromkeys(people) if d.kind == "PERSON" and d.named]
        size = next(_SIZES[f] for f in forms if f in _SIZES)
        return tuple(named) if len(named) == size else ()

    def last_two(self, before: Sequence[Chunk]) -> tuple[Draft, ...]:
        """The two that هما stands for: the last joint pair of the sentence, or its last two."""
        people: list[Draft] = []
        for chunk in before:
            if chunk.kind == "party":
                found = self.of_chunk(chunk, people[-1] if people else None)
                if len(found) == 2:
                    people = []
                people += found
        distinct = list(dict.fromkeys(p for p in people if p.kind == "PERSON"))
        return tuple(distinct[-2:]) if len(distinct) > 1 else self.last_pair

    def _pair(self, phrase: NounPhrase) -> tuple[Draft, ...]:
        """«الوزيران», «وزيري خارجية البلدين»: the last two with that office."""
        if len(self.last_pair) == 2 and all(
            any(head == phrase.head for head, _, _ in d.titles) for d in self.last_pair
        ):
            return self.last_pair
        words_of_role = {read_word(f).bare for f in self._forms[phrase.first + 1 : phrase.last]}
        here = self._reader.span(phrase).start
        holders = [
            d
            for d in self._table.told("office", phrase.head)
            if d.kind == "PERSON" and d.number == "s" and _holds(d, phrase.head, words_of_role)
        ]
        told = [(start, d) for d in holders if (start := d.mention_before(here)) is not None]
        recent = self._distinct(d for _, d in sorted(told, key=lambda pair: -pair[0]))
        if len(recent) > 1:
            return recent[1], recent[0]
        later = (d for d in holders if d.mention_before(here) is None)
        found = self._distinct((*recent, *later))[:2]
        return self.last_pair if len(found) < _TWO and self._can_both_be(phrase.head) else found

    def _can_both_be(self, head: str) -> bool:
        """Whether the last two told of are persons with no other office than this."""
        offices = [t.head for d in self.last_pair for t in d.titles if _is_office(t.head)]
        people = all(d.kind == "PERSON" for d in self.last_pair)
        return len(self.last_pair) == _TWO and people and not set(offices) - {head, "نظير"}

    def _distinct(self, people: Iterable[Draft]) -> tuple[Draft, ...]:
        return tuple(dict.fromkeys(self._named(d) for d in people))

    def learn_counterparts(self, sentences: Sequence[Sequence[Chunk]]) -> None:
        """Give each named نظيره the office of the one he is beside; to be called first."""
        named = (p for chunks in sentences for c in chunks for p in c.phrases if p.name and p.role)
        for phrase in named:
            self._table.members(phrase)
        for chunks in sentences:
            parties = [c for c in chunks if c.kind == "party"]
            for before, chunk in zip([None, *parties], parties, strict=False):
                if not chunk.counterpart or chunk.phrases[-1].name is None:
                    continue
                people = self.of_chunk(chunk)
                if len(people) < 2 and before is not None:
                    people = (*self.of_chunk(before), *people)
                self._share_office(people)

    def _share_office(self, people: Sequence[Draft]) -> None:
        if len(people) > 1 and people[-2].titles and people[-2] is not people[-1]:
            titles = people[-2].titles
            office = next((t for t in titles if _is_office(t.head)), titles[0])
            self._table.add_title(people[-1], office._replace(country=people[-1].country))

    def _counterpart(self, phrase: NounPhrase, beside: Draft | None) -> Draft | None:
        """«نظيره الروسي»: who holds the same office for that country.

        None where he is named behind it by a name that no reading has found.
        """
        country = next(
            (
                n.country
                for f in self._forms[phrase.first + 1 : phrase.last]
                if (n := read_word(f).nationality)
            ),
            None,
        )
        if phrase.name is None and self._is_named_behind(phrase):
            return None
        if phrase.name is None and country:
            same = [
                d
                for d in self._table.told("country", country)
                if d is not beside and d.named and d.kind == "PERSON" and d.gender == phrase.gender
            ]
            peers = [d for d in same if beside is not None and _offices(d) & _offices(beside)]
            for found in (peers, same):
                if len(found) == 1:
                    return found[0]
        return self._table.members(phrase)[0]

    def _is_named_behind(self, phrase: NounPhrase) -> bool:
        """Whether an unknown word behind «نظيره التركي» may be a name no reading has found."""
        if phrase.last >= len(self._forms) or self._reader.tokens[phrase.last].kind != "word":
            return False
        word = read_word(self._forms[phrase.last])
        return not (word.function or word.verb or word.noun or word.form in words("prepositions"))


_TWO = 2
_HEADS_OF_GOVERNMENT = frozenset(("رئيس حكومة", "رئيس وزراء", "وزير أول"))
_SIZES = {fold(word): size for word, size in table("meeting_words")["group_sizes"].items()}


def _is_office(head: str) -> bool:
    title = read_word(head).title
    return title is not None and title.kind == "office"


def _offices(draft: Draft) -> frozenset[str]:
    """What the offices of a person are called; who heads the government has three names."""
    heads = frozenset(head for head, _, _ in draft.titles)
    return heads | _HEADS_OF_GOVERNMENT if heads & _HEADS_OF_GOVERNMENT else heads


def _fit(rest: frozenset[str], draft: Draft) -> bool:
    """Whether one of two titles narrows the other: الوزير, وزير الخارجية."""
    told = rest - _GOVERNMENT
    own = [mine - _GOVERNMENT for _, mine, _ in draft.titles]
    return any(not mine or mine <= told or (told and told <= mine) for mine in own)


def _is_told(rest: frozenset[str], draft: Draft) -> bool:
    """Whether an unnamed holder of an office has it in words that narrow it: وزير الصيد."""
    return any(mine and mine <= rest for _, mine, _ in draft.titles)


def _holds(draft: Draft, head: str, words_of_role: set[str]) -> bool:
    """Whether a person has an office: وزير, and where the phrase narrows it that one."""
    branch = words_of_role & _BRANCHES
    return any(other == head and (not branch or branch & rest) for other, rest, _ in draft.titles)


_BRANCHES = frozenset(fold(w) for w in ("خارجية", "دفاع", "داخلية", "مالية", "عدل", "اقتصاد"))
_GOVERNMENT = frozenset(fold(w) for w in ("حكومة", "وزراء"))
