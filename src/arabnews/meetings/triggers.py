"""Words that can tell of a meeting, in all their forms, read off the table ``meeting_words``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from attrs import frozen

from ..lexicon import table
from ..model.types import Status
from ..names.words import word_set
from ..text import fold

Sense = Literal["meet", "talk", "call", "speak", "receive", "visit", "negotiate", "summit"]
Tense = Literal["past", "present", "future"]
VerbUse = Literal["trigger", "holding", "happening", "lasting", "status"]

_JOINED = ("", "و", "ف")
_PREFIXED = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ك")
_PRONOUNS = ("ه", "ها", "هم", "هما")
_SPEAKING = ("ي", "نا")
_HOLLOW_LENGTH = 3


@frozen
class VerbForm:
    """A verb that tells of a meeting, holds one, or says what became of it.

    ``gender`` and ``number`` are those of the form; ``object`` is a pronoun joined to it
    (استقبله). ``first`` marks the first person, whose subject speaks (التقيت، اجتمعنا), and
    ``participle`` a form whose subject stands before it (ملتقيا). ``passive`` is not known from
    the letters: الغي is ألغى and أُلغي.
    """

    lemma: str
    use: VerbUse
    tense: Tense
    gender: Literal["m", "f"]
    number: Literal["s", "d", "p"]
    sense: Sense | None = None
    takes: frozenset[str] = frozenset()
    status: Status | None = None
    object: str | None = None
    first: bool = False
    participle: bool = False


@frozen
class NounForm:
    """A noun that tells of a meeting. ``pronoun`` is one joined to it (لقاؤه)."""

    lemma: str
    sense: Sense
    proclitic: str
    definite: bool
    pronoun: str | None
    plural: bool


@cache
def verbs() -> Mapping[str, VerbForm]:
    """Forms of the verbs of the table, folded; the first reading of a form stays."""
    rows = table("meeting_words")
    found: dict[str, VerbForm] = {}
    for row in rows["verb"]:
        takes = frozenset(fold(p) for p in row["takes"])
        _add(
            found,
            f"{row['lemma']} {row['imperfect']}",
            "trigger",
            # هاتفه is rather his telephone, and who is talked with is no object: بحثها معه
            with_object=("" in takes and row["sense"] != "call") or row["sense"] == "talk",
            sense=row["sense"],
            takes=takes,
        )
        _add_first_person(found, row, takes)
        for participle in row.get("participles", ()):
            gender: Literal["m", "f"] = "f" if participle.endswith("ة") else "m"
            form = VerbForm(
                row["lemma"], "trigger", "past", gender, "s", row["sense"], takes, participle=True
            )
            found.update((fold(lead + participle), form) for lead in _JOINED)
    for status, pairs in rows["status_verbs"].items():
        for pair in pairs:
            _add(found, pair, "status", status=status)
    for use in ("lasting", "holding", "happening"):
        for pair in rows[use]:
            _add(found, pair, use, with_object=use == "holding")
    return found


@cache
def nouns() -> Mapping[str, NounForm]:
    """Forms of the nouns of the table, folded, with article, proclitics and pronouns."""
    found: dict[str, NounForm] = {}
    for row in table("meeting_words")["noun"]:
        for surface, form in _noun_forms(row):
            if form.lemma in lemmas("abstract") and not form.definite:
                continue  # تشاور is rather the verb
            found.setdefault(fold(surface), form)
    return found


@cache
def words(name: str) -> frozenset[str]:
    """A set of folded words of the table."""
    return frozenset(fold(word) for word in table("meeting_words")["words"][name])


@cache
def status_words() -> Mapping[str, Status]:
    """What a noun before a meeting or an adjective after it says of its status."""
    rows = table("meeting_words")["status_words"]
    return {fold(word): status for status, entries in rows.items() for word in entries}


@cache
def lemmas(name: str) -> frozenset[str]:
    """Lemmas of a list of the table: verbs that gather (جمع اللقاء بين), host, attend …"""
    return frozenset(entry.split()[0] for entry in table("meeting_words")[name])


@cache
def counterparts() -> Mapping[str, int]:
    """Forms of نظيره with proclitics, and how many letters these have."""
    leads = ("", "و", "ب", "ل", "وب", "ول", "ف")
    return {lead + word: len(lead) for word in word_set("counterpart") for lead in leads}


def is_telling(form: str) -> bool:
    """Whether a folded form can be the mention of a meeting."""
    verb = verbs().get(form)
    return form in nouns() or (
        verb is not None and (verb.use == "trigger" or verb.lemma in lemmas("gathering"))
    )


def _add(
    found: dict[str, VerbForm],
    pair: str,
    use: VerbUse,
    *,
    with_object: bool = False,
    sense: Sense | None = None,
    takes: frozenset[str] = frozenset(),
    status: Status | None = None,
) -> None:
    lemma, imperfect = pair.split()
    for surface, tense, gender, number in (*_perfect(lemma), *_imperfect(imperfect)):
        for pronoun in (None, *_PRONOUNS) if with_object and number == "s" else (None,):
            partner = None if sense == "talk" else pronoun
            form = VerbForm(lemma, use, tense, gender, number, sense, takes, status, partner)
            shown = surface if pronoun is None else _before_pronoun(surface) + pronoun
            for lead in _JOINED if tense != "present" else (*_JOINED, "ل"):
                found.setdefault(fold(lead + shown), form)


def _add_first_person(
    found: dict[str, VerbForm], row: Mapping[str, Any], takes: frozenset[str]
) -> None:
    """التقيت, اجتمعنا, سنزور; اجتمعت and أجتمع look like other persons, استقبلنا like «us»."""
    lemma, stem = row["lemma"], row["imperfect"][1:]
    hollow = len(lemma) == _HOLLOW_LENGTH and lemma[1] == "ا"
    base = lemma[0] + lemma[2] if hollow else lemma.removesuffix("ى")
    weak = "ي" if lemma.endswith("ى") else ""
    forms: list[tuple[str, Tense, Literal["s", "p"]]] = [
        ("ن" + stem, "present", "p"),
        ("سن" + stem, "future", "p"),
        ("سأ" + stem, "future", "s"),
    ]
    if weak or hollow:
        forms += [(base + weak + "ت", "past", "s"), (base + weak + "نا", "past", "p")]
    elif "" not in takes:
        forms.append((base + "نا", "past", "p"))
    for surface, tense, number in forms:
        form = VerbForm(lemma, "trigger", tense, "m", number, row["sense"], takes, first=True)
        for lead in _JOINED:
            found.setdefault(fold(lead + surface), form)


def _before_pronoun(surface: str) -> str:
    return surface[:-1] + "ا" if surface[-1] == "ى" else surface


def _perfect(
    lemma: str,
) -> Iterator[tuple[str, Tense, Literal["m", "f"], Literal["s", "d", "p"]]]:
    weak = lemma[-1] in "ىا"
    stem = lemma[:-1] if weak else lemma
    dual = ("ي" if lemma[-1] == "ى" else "و") if weak else ""
    yield lemma, "past", "m", "s"
    yield stem + "ت", "past", "f", "s"
    yield stem + dual + "ا", "past", "m", "d"
    yield stem + "تا", "past", "f", "d"
    yield stem + "وا", "past", "m", "p"


def _imperfect(
    imperfect: str,
) -> Iterator[tuple[str, Tense, Literal["m", "f"], Literal["s", "d", "p"]]]:
    stem = imperfect[1:]
    short = stem[:-1] if stem[-1] in "ىيو" else stem
    dual = stem.replace("ى", "ي") + "ا"
    tenses: tuple[tuple[str, Tense], ...] = (("", "present"), ("س", "future"))
    for future, tense in tenses:
        yield future + "ي" + stem, tense, "m", "s"
        yield future + "ت" + stem, tense, "f", "s"
        for ending in ("ن", ""):
            yield future + "ي" + dual + ending, tense, "m", "d"
            yield future + "ت" + dual + ending, tense, "f", "d"
        yield future + "ي" + short + "ون", tense, "m", "p"
        yield future + "ي" + short + "وا", tense, "m", "p"


def _noun_forms(row: Mapping[str, Any]) -> Iterator[tuple[str, NounForm]]:
    lemma: str = row["lemma"]
    sense: Sense = row["sense"]
    counted = "plurals" in row or lemma.endswith("ة")
    singulars = [lemma] if counted else [s for s in [row.get("singular")] if s]
    plurals = row.get("plurals", () if counted else [lemma] if lemma.endswith("ات") else ())
    if not singulars and not plurals:
        singulars = [lemma]
    for forms, plural in ((singulars, False), (plurals, True)):
        for noun in forms:
            for proclitic in _PREFIXED:
                for surface, definite, pronoun in _surfaces(noun, proclitic, plural):
                    yield (
                        surface,
                        NounForm(lemma, sense, proclitic, definite, pronoun, plural),
                    )


def _surfaces(noun: str, proclitic: str, plural: bool) -> Iterator[tuple[str, bool, str | None]]:
    yield proclitic + noun, False, None
    if not plural and noun[-1] not in "ةء":
        yield proclitic + noun + "ا", False, None
    article = proclitic + "ل" if proclitic.endswith("ل") else proclitic + "ال"
    if proclitic.endswith("ل") and noun.startswith("ل"):
        article = proclitic  # three lams are written two: للقاء
    yield article + noun, True, None
    for stem in _stems(noun):
        for pronoun in (*_PRONOUNS, *_SPEAKING):
            if pronoun != "ي" or noun[-1] in "ةء":  # اجتماعي is social
                yield proclitic + stem + pronoun, True, pronoun
        if not plural:
            yield from ((proclitic + stem + end, False, None) for end in ("ان", "ين"))


def _stems(noun: str) -> tuple[str, ...]:
    """The noun before a pronoun: زيارته، لقاؤه ولقائه ولقاءه."""
    if noun.endswith("ة"):
        return (noun[:-1] + "ت",)
    if noun.endswith("ء"):
        return (noun, noun[:-1] + "ؤ", noun[:-1] + "ئ")
    return (noun,)
