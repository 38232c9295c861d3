"""What a word can be in a noun phrase, read off the lexicon once for each folded form."""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import frozen

from ..lexicon import gazetteer as gaz
from ..lexicon import table
from ..lexicon.gazetteer import Head, Nationality, TitleForm
from ..lexicon.proclitics import split
from ..text import fold

_SHORTEST_NOUN = 2


@frozen
class Word:
    """The readings of one folded form without proclitics.

    ``bare`` is the form without the article. ``known`` tells that the form is an everyday word
    and so ends a personal name.
    """

    form: str
    bare: str
    definite: bool
    title: TitleForm | None
    head: Head | None
    nationality: Nationality | None
    given: bool
    particle: bool
    common: bool
    verb: bool
    function: bool

    @property
    def noun(self) -> bool:
        """Whether the word can begin or carry on a noun phrase that is no name."""
        return not (self.verb or self.function) and (
            self.definite or self.common or bool(self.title or self.head or self.nationality)
        )


@lru_cache(maxsize=1 << 16)
def read_word(form: str) -> Word:
    """The readings of a folded form; a form no table knows is a possible name."""
    definite = form.startswith("ال") and len(form) > _SHORTEST_NOUN + 2
    bare = form[2:] if definite else form
    given = form in gaz.given_names()
    common = form in gaz.common_words() or (definite and bare in gaz.common_words())
    return Word(
        form=form,
        bare=bare,
        definite=definite and not (given and form not in _relatives()),
        title=gaz.titles().get(bare),
        head=gaz.heads().get(bare),
        nationality=gaz.nationalities().get((bare,)),
        given=given,
        particle=form in gaz.name_particles(),
        common=common,
        verb=not definite and form in _verb_forms(),
        function=form in _function_words() or form in _relatives(),
    )


@cache
def _relatives() -> frozenset[str]:
    return word_set("relatives")


@cache
def _verb_forms() -> frozenset[str]:
    words = table("common_words")
    forms = [f for verb in words["verbs"].splitlines() if verb for f in gaz._verb_forms(verb)]
    return frozenset(fold(" ".join([*forms, words["verb_forms"]])).split())


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(table("common_words")["function_words"]).split())


@cache
def word_set(name: str) -> frozenset[str]:
    """A set of folded words of the table ``phrase_words``."""
    return frozenset(fold(" ".join(table("phrase_words")[name])).split())


@lru_cache(maxsize=1 << 16)
def after_proclitic(form: str) -> tuple[str, Word] | None:
    """A proclitic and the known noun it stands before (بالخارجية, ولافروف), None if none does.

    The whole form is not looked at: ask ``read_word`` first.
    """
    whole = read_word(form)
    if whole.noun or whole.given or whole.function:
        return None
    for proclitic, rest in split(form):
        if proclitic and not proclitic.endswith("ل"):
            word = read_word(rest)
            if word.noun or word.given or word.definite:
                return proclitic, word
        elif proclitic in ("ل", "ول", "فل"):
            word = read_word(rest)
            if word.noun or word.given or word.definite:
                return proclitic, word
    return None
