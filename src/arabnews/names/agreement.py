"""Whether a word with the article describes a noun: المجلس البلدي, but not المجلس القرار.

Behind a noun that has its article, or whose genitive has it, only an adjective carries on: one
that agrees with a noun of the phrase in gender and number. Any other word is the object.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..lexicon import gazetteer as gaz
from ..lexicon.gazetteer import Gender, Inflection, Number
from .words import Word, word_set

_FEMININE = Inflection("f", "s")


def describes(word: Word, nouns: Iterable[Inflection | None]) -> bool:
    """Whether a definite word can be an adjective of one of the nouns, None one not known."""
    return is_descriptive(word) and any(_agrees(word, noun) for noun in nouns)


def is_descriptive(word: Word) -> bool:
    """Whether a definite word is an adjective, or looks like one where no table knows it."""
    if word.nationality is not None or word.bare in word_set("elatives"):
        return True
    if word.bare in word_set("adjectives_first"):
        return True
    nisba = word.bare.endswith(("ي", "يه"))
    if word.bare in gaz.adjectives():
        return nisba or word.bare not in gaz.nouns()
    known = word.common or word.title or word.title_if_named or word.head
    return not known and (nisba or word.bare.startswith("م"))


def inflection(word: Word) -> Inflection | None:
    """Gender and number of a noun, by the tables or its ending; None where neither tells."""
    known = word.title or word.title_if_named or word.head
    if known is not None:
        return known
    if word.form.endswith("ه"):
        return _FEMININE
    return Inflection("f", "p") if word.form.endswith("ات") else None


def _agrees(word: Word, noun: Inflection | None) -> bool:
    if noun is None or word.bare in word_set("elatives"):
        return True
    gender, number = _of_adjective(word)
    if gender == "f" and number == "s":  # said of things in the plural too
        return noun.gender == "f" or (noun.number == "p" and not isinstance(noun, gaz.TitleForm))
    if number == "s":  # الحزبان السوري والتركي, but الوزيران are parted into two people
        dual = noun.number == "d" and not isinstance(noun, gaz.TitleForm)
        return noun.gender == "m" and (noun.number == "s" or dual)
    return noun.number != "s" and (gender == noun.gender or number == "d")


def _of_adjective(word: Word) -> tuple[Gender, Number]:
    if word.nationality is not None:
        return word.nationality.gender, word.nationality.number
    form = word.bare
    if form.endswith("ه"):
        return "f", "s"
    if form.endswith("ات"):
        return "f", "p"
    plural = form.endswith(("ون", "ين", "ان")) and form[:-2] in gaz.adjectives()
    return ("m", "d" if form.endswith("ان") else "p") if plural else ("m", "s")
