"""What a word can be in a noun phrase, read off the lexicon once for each folded form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from attrs import evolve, field, frozen

from ..lexicon import gazetteer as gaz
from ..lexicon import table
from ..lexicon.gazetteer import Head, Nationality, TitleForm
from ..lexicon.proclitics import split
from ..text import fold

_PROCLITICS = ("و", "ف", "ب", "ل", "ك")
_SHORTEST_NOUN = 2
_SHORTEST_VERB = 3
MOTHER_OR = "ام"
"""أم is the conjunction, but in أم خالد it begins the name of a woman."""
_SERVANT = "عبد"  # of عبد الله and the like: no name by itself
_OBJECTS = ("هما", "ها", "هم", "ه")
_OWNERS = (*_OBJECTS, "نا")
SPELLED_WITH_MADDA = frozenset(("انا", "الان"))
"""What آنا and آلان, which are names, fold together with."""
LIKE_NAMES = frozenset(("فان", "علي", "الي"))
"""A particle and prepositions that fold together with names."""


@frozen
class Word:
    """The readings of one folded form without proclitics.

    ``bare`` is the form without the article. ``title_if_named`` is a title only before a name
    (الفريق عبد الله, not الفريق الفائز); ``common`` tells that the form is an everyday word and
    so ends a personal name. ``begins_title`` and ``begins_known`` tell that titles of several
    words and known names begin with the form, ``begins_name`` that a title, a body or a personal
    name may begin with it, a proclitic in front or not; ``settled`` tells that no place changes
    how it reads, ``counts`` that it is a quantifier or numeral (بعض, ثلاثة).
    """

    form: str
    bare: str
    definite: bool
    title: TitleForm | None
    title_if_named: TitleForm | None
    head: Head | None
    nationality: Nationality | None
    given: bool
    particle: bool
    common: bool
    verb: bool
    function: bool
    begins_title: bool
    begins_known: bool
    counts: bool
    split: tuple[str, Word] | None = None
    """A proclitic and the known noun it stands before, where the form can be no noun itself."""
    begins_name: bool = False
    remarkable: bool = False
    """Whether a name or title may begin with the form, or its place in a text has to be seen."""
    ties: bool = False
    """Whether a preposition, by itself or on its front, may tie the word to a title before it."""
    noun: bool = field(init=False)
    """Whether the word can begin or carry on a noun phrase that is no name."""
    settled: bool = field(init=False)
    nameless: bool = field(init=False)
    """Whether no name begins with the word, whatever its place, but one that a tagger finds."""

    @noun.default
    def _is_noun(self) -> bool:
        return not (self.verb or self.function) and (
            self.definite or self.common or bool(self.title or self.head or self.nationality)
        )

    @settled.default
    def _is_settled(self) -> bool:
        either = self.verb and bool(self.head or self.given)
        return not (self.begins_title or self.title or either)

    @nameless.default
    def _is_nameless(self) -> bool:
        everyday = self.verb or self.function or self.common or self.head is not None
        return not (self.given or self.particle) and (everyday or self.form.startswith("ال"))


def _takes_article(bare: str) -> bool:
    """Whether ال before these letters is the article: not in الله or the name ألن."""
    return len(bare) > _SHORTEST_NOUN or bare in gaz.nouns() or bare in gaz.titles()


def _possessed(form: str) -> str | None:
    """The noun of سببه and مكتبها, whose owner is a pronoun at its end."""
    for pronoun in _OWNERS:
        noun = form.removesuffix(pronoun)
        if noun != form and len(noun) > _SHORTEST_NOUN:
            return noun[:-1] + "ه" if noun.endswith("ت") else noun
    return None


# Shapes of verbal nouns, plurals and adjectives, which a personal name hardly ever has: إصرار,
# انسحاب, استقبال, تخفيض, تعاون, مشاركة, احتجاجات, إيجابية
_EVERYDAY_SHAPE = re.compile(
    r"ا[^اوي][^اوي]ا[^اوي]|ا[^اوي]ت[^اوي]ا.|است..ا.|ان[^اوي][^اوي]ا[^اوي]|ت[^وي][^اوي]ي[^اوي]"
    r"|ت[^اوي]ا[^اوي][^اوي]|م[^اوي]ا[^اوي][^اوي]ه|.{4,}ات(?:ه|ها|هم|هما|نا)?|.{3,}[^اوي]يه"
)


def looks_everyday(form: str) -> bool:
    """Whether an unknown word has the shape of a common noun or adjective, not of a name."""
    return _EVERYDAY_SHAPE.fullmatch(form) is not None


_SHORTEST_WITH_OBJECT = 5


def _with_object(form: str) -> str | None:
    """The verb of يلتقيه and نقلتها, whose object is a pronoun at its end."""
    if len(form) < _SHORTEST_WITH_OBJECT:
        return None
    for pronoun in _OBJECTS:
        verb = form.removesuffix(pronoun)
        # folded, تلبية looks like تلبي and ه: ه is believed only where no noun has that shape
        leads = "ينس" if pronoun == "ه" else "يتنس"
        if verb != form and (verb[0] in leads or verb[-1] == "ت"):
            return verb
    return None


# «نظيره الروسي» is the man of the other country who holds the office of the one before
_COUNTERPARTS = {
    False: TitleForm("m", "s", "نظير", "office"),
    True: TitleForm("f", "s", "نظير", "office"),
}


@lru_cache(maxsize=1 << 16)
def read_word(form: str) -> Word:
    """The readings of a folded form; a form no table knows is a possible name."""
    word = _read(form)
    split = _after_proclitic(word)
    begins_name = _begins_name(word, split)
    return evolve(
        word,
        split=split,
        begins_name=begins_name,
        remarkable=_is_remarkable(word, begins_name),
        ties=_ties(word, split),
    )


def _read(form: str) -> Word:
    function = form in gaz.function_words() or form in _relatives()
    function = function and form not in word_set("groups")
    verb = not function and (
        form in gaz.verb_forms()
        # المتهم is a man, not ألمّت بهم
        or (_with_object(form) in gaz.verb_forms() and form.removeprefix("ال") not in gaz.titles())
    )
    definite = not verb and form.startswith("ال") and _takes_article(form[2:])
    bare = form[2:] if definite else form
    given = form in gaz.given_names()
    common = (
        form in gaz.common_words()
        or (definite and bare in gaz.common_words())
        or (not given and _possessed(form) in gaz.common_words())
    )
    title = gaz.titles().get(bare)
    owned = gaz.titles().get(_possessed(form) or "")
    if title is not None and title.kind == "rank" and given and not definite:
        title = None  # عماد and رائد are names, العماد and الرائد ranks
    if title is not None and title.construct and (definite or given):
        title = None  # الملكي and المالكي are no duals: a construct form takes no article
    elif title is None and owned is not None and not owned.construct:
        title = owned  # رئيسها, but not مسؤولية
    if form in word_set("counterpart"):
        verb = function = False
        title = _COUNTERPARTS["ته" in form or "تها" in form]
    head = gaz.heads().get(bare)
    if head is not None and head.number == "d" and definite and bare.endswith("ي"):
        head = None  # nor is المركزي
    everyday = title is not None and (
        title.ordinary
        or (title.gender == "f" and title.number == "p" and bare in gaz.common_words())
    )
    return Word(
        form=form,
        bare=bare,
        definite=definite and not (given and form not in _relatives()),
        title=None if everyday else title,
        title_if_named=title if everyday else None,
        head=head,
        nationality=gaz.nationalities().get((bare,)),
        given=given,
        particle=form in gaz.name_particles(),
        common=common,
        verb=verb,
        function=function,
        begins_title=form.removeprefix("ال") in gaz.title_starts(),
        begins_known=gaz.phrases().begins(form),
        counts=form in word_set("quantifiers") or form in word_set("numerals"),
    )


def is_verb(form: str) -> bool:
    """Whether a folded word is a verb, be it behind a conjunction: زار, وزار."""
    joined = form[0] in "وف" and len(form) > _SHORTEST_VERB and read_word(form[1:]).verb
    return read_word(form).verb or joined


def is_adjective(word: Word) -> bool:
    """Whether a word without article can describe the noun before it: غربي, سابق."""
    return not word.definite and (word.nationality is not None or word.form in gaz.adjectives())


@cache
def _relatives() -> frozenset[str]:
    return word_set("relatives")


@cache
def word_set(name: str) -> frozenset[str]:
    """A set of folded words of the table ``phrase_words``."""
    return frozenset(fold(" ".join(table("phrase_words")[name])).split())


def _ties(word: Word, split: tuple[str, Word] | None) -> bool:
    """A quick test for the many words that no preposition ties to anything."""
    if word.form in word_set("complement_prepositions") or word.form in word_set("in_whose_name"):
        return True
    return not word.given and (split is not None or word.form.startswith(("ب", "ل")))


def _is_remarkable(word: Word, begins_name: bool) -> bool:
    """A quick test for the many words whose place makes no difference."""
    begins = begins_name or word.begins_title or word.begins_known
    return begins or word.form in looked_at_twice()


@cache
def looked_at_twice() -> frozenset[str]:
    """Forms that are not what they seem, by their spelling or the word behind them."""
    return SPELLED_WITH_MADDA | LIKE_NAMES | clause_words().keys() | {MOTHER_OR}


@cache
def clause_words() -> Mapping[str, frozenset[str]]:
    """Words that begin a clause behind a noun, with the words one of which then follows."""
    withheld = dict.fromkeys(word_set("withholding"), word_set("withheld"))
    return withheld | dict.fromkeys(word_set("eulogies"), frozenset({"الله"}))


def _begins_name(word: Word, split: tuple[str, Word] | None) -> bool:
    """A quick test for the many words that no name begins with."""
    if word.given or word.particle or word.title or word.title_if_named or word.head:
        return True
    if word.bare in gaz.title_starts():
        return True
    return split is not None and bool(split[1].title or split[1].given)


def after_proclitic(form: str) -> tuple[str, Word] | None:
    """A proclitic and the known noun it stands before (بالخارجية, ولافروف), None if none does.

    The whole form is not looked at: ask ``read_word`` first.
    """
    return read_word(form).split


def _after_proclitic(whole: Word) -> tuple[str, Word] | None:
    if not whole.form.startswith(_PROCLITICS) or whole.noun or whole.given or whole.function:
        return None
    for proclitic, rest in split(whole.form):
        # an article already taken off (بال) comes back as a reading of its own with it on
        if proclitic and not proclitic.endswith(("ال", "لل")):
            word = read_word(rest)
            named = word.given or rest == _SERVANT
            if word.noun or named or (word.common and not word.function):
                return proclitic, word
    return None
