"""Reporting verbs in all their forms: which word can be a cue, and with what agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from attrs import frozen

from ..lexicon import table
from ..model.types import CueForm
from ..text import fold

Number = Literal["s", "d", "p"]


@frozen
class ReportingVerb:
    """One line of the table ``reporting_verbs``."""

    lemma: str
    act: str
    through: frozenset[str]
    takes_object: bool
    needs: str | None


@frozen
class CueReading:
    """A form of a reporting verb. ``gender`` is None where the form does not tell it.

    ``hearer`` tells that whom the words reach is a pronoun on the verb (أبلغته).
    """

    verb: ReportingVerb
    form: CueForm
    gender: str | None
    number: Number
    person: Literal[1, 3] = 3
    past: bool = True
    hearer: bool = False


@cache
def readings() -> Mapping[str, CueReading]:
    """All cue forms, folded, with و and ف (and س) in front; the first reading of a form stays."""
    bare: dict[str, CueReading] = {}
    for row, verb in _verbs():
        for surface, reading in _forms(row, verb):
            if surface == row["noun"] + "ا":
                continue  # نفى نفيا قاطعا
            bare.setdefault(fold(surface), reading)
        if row.get("passive"):
            bare.setdefault(fold(row["passive"]), CueReading(verb, "verb", None, "s"))
    found = dict(bare)  # ورد is the verb, before it is و and رد
    for form, reading in bare.items():
        leads = "وف" if reading.past or reading.form != "verb" else "وفل"  # ليخلص إلى أن
        if reading.form == "verbal_noun":
            leads += "ب"  # بتأكيده أن
        for lead in leads:
            found.setdefault(lead + form, reading)
    return found


@cache
def spoken_nouns() -> Mapping[str, ReportingVerb]:
    """Verbal nouns that take a clause, folded: «تأكيد الوزارة أن», «بعد إعلان الجيش أن»."""
    found: dict[str, ReportingVerb] = {}
    for row, verb in _verbs():
        if row["noun"] and verb.needs in (None, "clause"):
            found |= {lead + fold(row["noun"]): verb for lead in ("", "و", "ب")}
    return {form: verb for form, verb in found.items() if form not in readings()}


def is_joined(form: str) -> bool:
    """Whether a cue form carries و or ف, and so joins its clause to the one before."""
    return form[0] in "وف" and form[1:] in readings()


@cache
def _verbs() -> Sequence[tuple[Mapping[str, Any], ReportingVerb]]:
    """The lines of the table as they stand there, with the verb of each."""
    return [
        (
            row,
            ReportingVerb(
                row["lemma"],
                row["act"],
                frozenset(fold(p) for p in row.get("through", ())),
                row.get("object", False),
                row.get("needs"),
            ),
        )
        for row in table("reporting_verbs")["verb"]
    ]


def _forms(row: Mapping[str, Any], verb: ReportingVerb) -> Iterator[tuple[str, CueReading]]:
    if verb.needs != "participle":
        yield from _perfect(row["lemma"], verb)
    if verb.needs != "participle" and row["imperfect"]:
        yield from _imperfect(row["imperfect"], verb)
    if row.get("hearer"):
        yield from _to_hearer(row, verb)
    if row["participle"]:
        yield from _participle(row["participle"], verb)
    if row["noun"]:
        yield from _verbal_noun(row["noun"], verb)


def _perfect(lemma: str, verb: ReportingVerb) -> Iterator[tuple[str, CueReading]]:
    weak = lemma[-1] in "ىا"
    stem = lemma[:-1] if weak else lemma
    dual = ("ي" if lemma[-1] == "ى" else "و") if weak else ""
    hollow = stem[:-2] + stem[-1] if not weak and len(stem) > 2 and stem[-2] == "ا" else stem
    yield lemma, CueReading(verb, "verb", "m", "s")
    yield stem + "ت", CueReading(verb, "verb", "f", "s")
    yield stem + dual + "ا", CueReading(verb, "verb", "m", "d")
    yield stem + "تا", CueReading(verb, "verb", "f", "d")
    yield stem + "وا", CueReading(verb, "verb", "m", "p")
    if not weak:
        yield hollow + "ن", CueReading(verb, "verb", "f", "p")
        for ending in ("نا",):
            yield hollow + ending, CueReading(verb, "verb", None, "p", person=1)


def _imperfect(imperfect: str, verb: ReportingVerb) -> Iterator[tuple[str, CueReading]]:
    stem = imperfect[1:]
    short = stem[:-1] if stem[-1] in "ىيو" else stem
    without_glide = stem[:-2] + stem[-1] if stem[-2] in "اوي" else stem  # يقلن, يشرن
    for future in ("", "س"):
        for lead, gender in (("ي", "m"), ("ت", "f")):
            yield future + lead + stem, CueReading(verb, "verb", gender, "s", past=False)
            dual = stem.replace("ى", "ي") + "ان"
            yield future + lead + dual, CueReading(verb, "verb", gender, "d", past=False)
        yield future + "ي" + short + "ون", CueReading(verb, "verb", "m", "p", past=False)
        yield future + "ي" + without_glide + "ن", CueReading(verb, "verb", "f", "p", past=False)


def _to_hearer(row: Mapping[str, Any], verb: ReportingVerb) -> Iterator[tuple[str, CueReading]]:
    """«أبلغته الشرطة أن», «تصفها الوزارة بأنها»: whom the words reach is a pronoun."""
    forms = [(row["lemma"], "m", True), (row["lemma"] + "ت", "f", True)]
    if row["imperfect"]:
        stem = row["imperfect"][1:]
        forms += [("ي" + stem, "m", False), ("ت" + stem, "f", False)]
    for form, gender, past in forms:
        for pronoun in ("ه", "ها", "هم", "هما", "ني", "نا"):
            yield form + pronoun, CueReading(verb, "verb", gender, "s", past=past, hearer=True)


def _participle(participle: str, verb: ReportingVerb) -> Iterator[tuple[str, CueReading]]:
    yield participle + "ا", CueReading(verb, "participle", "m", "s")
    yield participle + "ة", CueReading(verb, "participle", "f", "s")
    short = participle[:-1] if participle.endswith("ي") else participle
    yield short + "ين", CueReading(verb, "participle", "m", "p")
    yield participle + "تين", CueReading(verb, "participle", "f", "d")
    yield participle + "ات", CueReading(verb, "participle", "f", "p")


def _verbal_noun(noun: str, verb: ReportingVerb) -> Iterator[tuple[str, CueReading]]:
    """«تأكيده أن», «تصريحاتها بأن»: with a pronoun for whoever spoke."""
    singular = noun[:-1] + "ت" if noun.endswith("ة") else noun
    plural = (noun[:-1] if noun.endswith("ة") else noun) + "ات"
    pronouns: tuple[tuple[str, str, Number], ...] = (
        ("ه", "m", "s"),
        ("ها", "f", "s"),
        ("هم", "m", "p"),
        ("هما", "m", "d"),
    )
    for form in (singular, plural):
        for pronoun, gender, number in pronouns:
            yield form + pronoun, CueReading(verb, "verbal_noun", gender, number)


@cache
def words(name: str) -> frozenset[str]:
    """A set of folded words of the table ``attribution_words``."""
    return frozenset(fold(entry) for entry in table("attribution_words")[name])


@cache
def starts(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Folded word sequences of the table ``attribution_words``, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in table("attribution_words")[name]:
        first, *rest = fold(entry).split()
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


@cache
def honoured_offices() -> Mapping[str, tuple[str, ...]]:
    """The offices and honours that an honorific (سمو, معالي) is given to, by its folded form."""
    table_ = table("attribution_words")["honoured_offices"]
    return {fold(honorific): tuple(offices) for honorific, offices in table_.items()}


@cache
def complementisers() -> Mapping[str, bool]:
    """Forms of إن and أن; True where the form carries a pronoun and so begins the content."""
    rows = table("attribution_words")
    found = {fold(word): False for word in rows["complementisers"]}
    for word in rows["complementisers"]:
        for pronoun in rows["complementiser_pronouns"]:
            found[fold(word + pronoun)] = True
    return found
