"""Sentences as flat lists of chunks: verbs, nouns of meeting, parties, places, times, joints.

One pass over the tokens of a sentence; the grammar of ``roles`` then looks at chunks, not at words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from attrs import evolve, frozen

from ..attribution.cues import readings
from ..lexicon import gazetteer as gaz
from ..lexicon.proclitics import split
from ..model import TimeExpression
from ..names import EntityTable, PhraseReader
from ..names import Phrase as NounPhrase
from ..names.words import read_word
from ..text import Page
from .triggers import NounForm, VerbForm, nouns, verbs, words

ChunkKind = Literal[
    "noun", "verb", "other verb", "party", "sides", "place", "time", "break", "that", "relative",
    "was", "mark", "word",
]
_PARTY_TITLES = ("office", "speaker", "deputy", "profession", "rank", "honorific", "kin")
_PLACE_PREPOSITIONS = frozenset({"في", "ب", "الي", "ل", "من", "وفي"})
_PLACES = ("country", "capital", "city", "region")
_MEDIA = ("agency", "newspaper", "channel")


@frozen
class Chunk:
    """A stretch of a sentence, the tokens ``start`` to ``stop``, by what it can do in a clause.

    ``prep`` is the preposition before it. ``phrases`` are the parties of a party chunk, each a
    person or body by itself; ``counterpart`` tells that the last of them begins with نظيره, and
    ``unsure`` that nothing but its place in the clause shows that it is a name.
    """

    kind: ChunkKind
    start: int
    stop: int
    prep: str = ""
    verb: VerbForm | None = None
    noun: NounForm | None = None
    time: TimeExpression | None = None
    phrases: tuple[NounPhrase, ...] = ()
    counterpart: bool = False
    unsure: bool = False
    joined: bool = False


class ClauseReader:
    """Cuts the sentences of a page into chunks."""

    def __init__(
        self, page: Page, reader: PhraseReader, table: EntityTable, times: Sequence[TimeExpression]
    ) -> None:
        self._page = page
        self._reader = reader
        self._forms = reader.forms
        self._time_at = _times_by_token(page, times)
        self._names = frozenset(
            token for d in table.drafts if d.named for token in d.tokens
            if len(d.tokens) > 1 or d.titles
        )

    def chunks(self, sentence: range) -> list[Chunk]:
        """The chunks of a sentence, in order, without gaps."""
        found: list[Chunk] = []
        at = sentence.start
        prep = ""
        limits = self._limits(sentence)
        while at < sentence.stop:
            chunk = self._chunk(at, sentence.stop, limits[at - sentence.start], prep, found)
            form = self._forms[at]
            if chunk.kind == "word" and form in words("prepositions"):
                prep = form[1:] if form[0] == "و" and form[1:] in words("prepositions") else form
            elif chunk.kind != "mark" or form not in ('"', "«", "“", "”", "("):
                prep = ""
            joined = chunk.kind == "party" and self._joins(found, chunk)
            if joined:
                found[-1] = evolve(
                    found[-1], stop=chunk.stop, phrases=(*found[-1].phrases, *chunk.phrases),
                    counterpart=chunk.counterpart, joined=True,
                )
            else:
                found.append(chunk)
            at = chunk.stop
        return found

    def _joins(self, found: Sequence[Chunk], chunk: Chunk) -> bool:
        """Whether a party is joined by و to the one right before it."""
        first = self._forms[chunk.start]
        return bool(
            found and found[-1].kind == "party" and found[-1].stop == chunk.start
            and first.startswith("و") and not chunk.prep
            and (chunk.counterpart or chunk.phrases[0].skip)
        )

    def _limits(self, sentence: range) -> list[int]:
        """For each token where a phrase that begins there must have ended: before a trigger."""
        limits = [sentence.stop] * len(sentence)
        limit = sentence.stop
        for at in reversed(sentence):
            limits[at - sentence.start] = limit
            if self._forms[at] in nouns() or self._form_of_counterpart(at) is not None or (
                self._forms[at] in verbs() and not read_word(self._forms[at]).title
            ):
                limit = at
        return limits

    def _chunk(
        self, at: int, stop: int, limit: int, prep: str, found: Sequence[Chunk]
    ) -> Chunk:
        form = self._forms[at]
        if at in self._time_at:
            time, end = self._time_at[at]
            return Chunk("time", at, min(end, stop), prep, time=time)
        token = self._page.tokens[at]
        if token.kind == "punct":
            return Chunk("mark", at, at + 1, prep)
        if token.kind != "word":
            return Chunk("word", at, at + 1, prep)
        function = self._function(at, form, prep)
        if function is not None:
            return function
        if form in nouns():
            return Chunk("noun", at, at + 1, prep, noun=nouns()[form])
        verb = self._verb(at, form, found)
        if verb is not None:
            return verb
        party = self._party(at, limit, prep)
        if party is not None:
            return party
        return Chunk("word", at, at + 1, prep)

    def _function(self, at: int, form: str, prep: str) -> Chunk | None:
        for kind, name in (
            ("break", "breaks"), ("that", "complementisers"), ("relative", "relatives"),
            ("was", "earlier"),
        ):
            if form in words(name):
                return Chunk(kind, at, at + 1)  # type: ignore[arg-type]
        if form in words("prepositions"):
            return Chunk("word", at, at + 1, prep)
        for lead in ("", "و", "ل", "ب"):
            if form.startswith(lead) and form[len(lead) :] in words("sides"):
                nationality = read_word(self._forms[at + 1]).nationality if (
                    at + 1 < len(self._forms)
                ) else None
                if nationality is not None:
                    return None
                return Chunk("sides", at, at + 1, prep)
        return None

    def _verb(self, at: int, form: str, found: Sequence[Chunk]) -> Chunk | None:
        after_preposition = bool(found) and found[-1].kind == "word" and (
            self._forms[found[-1].start] in words("prepositions")
        )
        reading = verbs().get(form)
        if reading is not None and not (after_preposition and reading.number == "s"):
            if form in gaz.given_names() or reading.use == "status" and read_word(form).given:
                return None
            return Chunk("verb", at, at + 1, verb=reading)
        if after_preposition:
            return None
        cue = readings().get(form)
        word = read_word(form)
        rest = read_word(form[1:]) if form[0] in "وف" and len(form) > 3 else word
        is_verb = (word.verb or rest.verb or cue is not None and cue.form == "verb") and not (
            word.given or word.title or word.head
        )
        return Chunk("other verb", at, at + 1) if is_verb else None

    # parties and places

    def _form_of_counterpart(self, at: int) -> str | None:
        """The letters before نظيره in a token, None where it is no such word."""
        form = self._forms[at]
        for lead in ("", "و", "ب", "ل", "وب", "ول", "ف"):
            if form.startswith(lead) and form[len(lead) :] in words("counterpart"):
                return lead
        return None

    def _party(self, at: int, limit: int, prep: str) -> Chunk | None:
        lead = self._form_of_counterpart(at)
        if lead is not None:
            return self._counterpart(at, limit, prep, lead)
        phrase = self._reader.read(at, limit, proclitic=True)
        if phrase is None:
            return None
        if phrase.skip and not prep:
            prep = self._forms[at][: phrase.skip].removesuffix("ال").lstrip("وف")
            if self._forms[at].startswith("لل") or self._forms[at].startswith("ولل"):
                prep = "ل"
        if phrase.number == "d" and not phrase.members and phrase.name is None and (
            phrase.kind == "PERSON"
        ):
            return Chunk("party", at, phrase.last, prep, phrases=(phrase,))
        if phrase.known is not None and phrase.known.kind in _PLACES and (
            prep in _PLACE_PREPOSITIONS
        ):
            return Chunk("place", at, phrase.last, prep, phrases=(phrase,))
        fit = self._parties_in(phrase)
        if not fit:
            if self._is_bare_name(phrase):
                return Chunk("party", at, phrase.last, prep, phrases=(phrase,), unsure=True)
            return None
        if not phrase.members:  # what is joined by و is read only now, so that no word is read often
            joint = self._reader.read_joint(at, limit, proclitic=True)
            fit = self._parties_in(joint) if joint is not None else fit
        return Chunk(
            "party", at, max(m.last for m in fit), prep, phrases=tuple(fit), joined=len(fit) > 1
        )

    def _parties_in(self, phrase: NounPhrase) -> list[NounPhrase]:
        members = [m for part in (phrase.members or (phrase,)) for m in self._names_of(part)]
        return [m for m in members if self._is_party(m)]

    def _counterpart(self, at: int, limit: int, prep: str, lead: str) -> Chunk:
        """«نظيره الروسي سيرغي لافروف»: what follows names him, or only his country."""
        prep = prep or lead.lstrip("وف")
        following = None
        if at + 1 < limit and self._page.tokens[at + 1].kind in ("word", "punct"):
            following = self._reader.read(at + 1, limit)
        base = NounPhrase(
            at, at + 1, "نظير", "PERSON", "f" if self._forms[at].endswith("تها") or
            self._forms[at].endswith("ته") else "m", "s", True, range(at, at + 1), skip=len(lead),
        )
        if following is not None and (
            following.name is not None or read_word(self._forms[at + 1]).nationality
        ):
            base = evolve(
                base, last=following.last, name=following.name, role=range(at, at + 1)
                if following.name and following.name.start == at + 1 else range(
                    at, following.name.start if following.name else following.last
                ),
            )
        return Chunk("party", at, base.last, prep, phrases=(base,), counterpart=True)

    def _names_of(self, phrase: NounPhrase) -> list[NounPhrase]:
        """The persons of «كيري ولافروف», where the reader has taken it for one name."""
        name = phrase.name
        if name is None or len(name) < 2:
            return [phrase]
        for at in list(name)[1:]:
            form = self._forms[at]
            if form.startswith("و") and form not in self._names and form[1:] in self._names:
                first = evolve(phrase, last=at, name=range(name.start, at))
                rest = NounPhrase(
                    at, phrase.last, form[1:], "PERSON", "m", "s", True, None,
                    range(at, name.stop), skip=1,
                )
                return [first, *self._names_of(rest)]
        return [phrase]

    def _is_party(self, phrase: NounPhrase) -> bool:
        if phrase.quoted and phrase.name is None:
            return False
        first = read_word(self._unprefixed(phrase))
        title = first.title
        if first.nationality and phrase.head in _offices():  # a member of «الرئيسان الروسي والأميركي»
            return True
        if phrase.name is not None:
            if phrase.role is not None and phrase.role.start == phrase.first:
                return bool(
                    title and (title.kind in _PARTY_TITLES or title.lemma == "مسؤول")
                    or first.nationality and self._has_known_name(phrase)
                    or first.head and first.head.kind != "DOCUMENT"
                )
            return self._has_known_name(phrase)
        if phrase.known is not None:
            return True
        if title is not None and not first.verb:
            if title.kind not in _PARTY_TITLES and title.lemma != "مسؤول":
                return False
            if title.ordinary and len(range(phrase.first, phrase.last)) < 2:
                return False
            return phrase.definite or title.number != "s" or phrase.last - phrase.first > 1
        if first.head is not None and first.head.kind in ("ORGANISATION", "GROUP"):
            return phrase.definite or phrase.last - phrase.first > 1 or first.head.lemma == "وفد"
        return False

    def _has_known_name(self, phrase: NounPhrase) -> bool:
        assert phrase.name is not None
        forms = [self._forms[i] for i in phrase.name]
        if phrase.name.start == phrase.first:
            forms[0] = forms[0][phrase.skip :]
        given = any(f in gaz.given_names() for f in forms)
        return any(f in self._names for f in forms) or given and len(forms) > 1

    def _is_bare_name(self, phrase: NounPhrase) -> bool:
        return phrase.name is not None and phrase.role is None and (
            len(phrase.name) > 1 or phrase.quoted
        )

    def _unprefixed(self, phrase: NounPhrase) -> str:
        form = self._forms[phrase.first]
        rest = form[phrase.skip :]
        if phrase.skip and form[phrase.skip - 1] == "ل" and rest.startswith("ل"):
            return "ا" + rest
        return rest


@cache
def _offices() -> frozenset[str]:
    return frozenset(t.lemma for t in gaz.titles().values())


def is_media(forms: Sequence[str], phrase: NounPhrase) -> bool:
    """Whether a phrase is who interviews: a newspaper, a channel, journalists."""
    if phrase.known is not None:
        return phrase.known.kind in _MEDIA
    return any(
        read_word(rest).bare in words("media") for _, rest in split(forms[phrase.first])
    )


def _times_by_token(
    page: Page, times: Sequence[TimeExpression]
) -> dict[int, tuple[TimeExpression, int]]:
    """Each time expression by its first token, with the token after its last."""
    found = {}
    at = 0
    for time in times:
        while at < len(page.tokens) and page.tokens[at].end <= time.span.start:
            at += 1
        end = at
        while end < len(page.tokens) and page.tokens[end].start < time.span.end:
            end += 1
        if end > at:
            found[at] = (time, end)
        at = max(at, end)
    return found
