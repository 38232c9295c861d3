"""The lexicon of time words: folded surface form, proclitics included, to what it can mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

from attrs import evolve, frozen

from ..lexicon import table
from ..lexicon.proclitics import expand
from ..model.types import Calendar
from ..text.tokens import fold
from .expressions import UnitName, Vague


@frozen
class Month:
    """A month name. ``rest`` are the tokens after the first (كانون الثاني)."""

    number: int
    calendar: Calendar
    rest: tuple[str, ...]
    levant: bool
    doubtful: bool
    english: bool


@frozen
class Unit:
    """A noun for a unit of time in one number: يوم 1, يومان 2, أيام None."""

    name: UnitName
    count: int | None
    needs_number: bool


@frozen
class Direction:
    """الماضي -1, الجاري 0, المقبل 1; ``told`` counts from the last date told (التالي)."""

    shift: int
    told: bool
    loose: bool


PhraseKind = Literal["day", "part before", "part after", "part of part", "approx", "vague"]


@frozen
class Phrase:
    """A fixed expression of one or more tokens; ``rest`` are the tokens after the first."""

    rest: tuple[str, ...]
    kind: PhraseKind
    value: Any


@frozen
class Word:
    """Everything one surface form can mean in a time expression.

    ``clitic`` is what is written onto its front (و ب ل …, the article not counted).
    """

    clitic: str = ""
    definite: bool = False
    weekday: int | None = None
    months: tuple[Month, ...] = ()
    cardinal: int | None = None
    scale: int | None = None
    ordinal: int | None = None
    day_of_month: int | None = None
    fraction: float | None = None
    unit: Unit | None = None
    adverb: UnitName | None = None
    direction: Direction | None = None
    mod: str | None = None
    season: int | None = None
    decade: int | None = None
    phrases: tuple[Phrase, ...] = ()
    roles: frozenset[str] = frozenset()


NOTHING = Word()
# What may stand before digits (الـ31, «60» يوما) is known to the lexicon, though it means nothing.
ARTICLES = ("ال", "وال", "بال", "لل")
BRACKETS = {"(": ")", "«": "»", '"': '"', "“": "”"}
SEASONS = ("SP", "SU", "FA", "WI")


@cache
def words() -> Mapping[str, Word]:
    """The whole lexicon. Of two readings of a surface the one with less proclitic wins."""
    lexicon: dict[str, Word] = {}
    for base, article, meaning in _entries():
        for clitic, surface in expand(base, article=article):
            definite = base.startswith("ال")
            if clitic.endswith("ال"):
                definite, clitic = True, clitic[:-2]
            elif clitic.endswith("لل"):
                definite, clitic = True, clitic[:-1]
            _add(lexicon, surface, clitic, definite, meaning)
    for english, meaning in _english():
        _add(lexicon, english, "", False, meaning)
    return dict.fromkeys((*ARTICLES, *BRACKETS), NOTHING) | lexicon


def _add(
    lexicon: dict[str, Word], surface: str, clitic: str, definite: bool, meaning: Mapping[str, Any]
) -> None:
    known = lexicon.get(surface)
    if known is None or len(known.clitic) > len(clitic):
        lexicon[surface] = Word(clitic, definite, **meaning)
    elif known.clitic == clitic:
        more = dict(meaning)
        for name in ("months", "phrases", "roles"):
            if name in more:
                old = getattr(known, name)
                more[name] = old | more[name] if name == "roles" else (*old, *more[name])
        if "phrases" in more:
            more["phrases"] = tuple(sorted(more["phrases"], key=lambda p: -len(p.rest)))
        lexicon[surface] = evolve(known, definite=known.definite or definite, **more)


_Entry = tuple[str, bool, Mapping[str, Any]]


def _entries() -> Iterator[_Entry]:
    """(folded base form, whether the article goes on it, what it means)."""
    yield from _weekdays()
    yield from _month_names()
    yield from _numbers()
    yield from _units()
    yield from _date_words()


def _weekdays() -> Iterator[_Entry]:
    for number, day in enumerate(table("weekdays")["days"], start=1):
        for name in day["names"]:
            yield fold(name), False, {"weekday": number}
        for name in day["bare"]:
            yield fold(name), False, {"weekday": number}


def _months(english: bool) -> Iterator[tuple[str, Month]]:
    data = table("months")
    doubtful = {fold(word) for word in data["doubtful"]["words"]}
    for system in data["system"]:
        if (system.get("language") == "en") is not english:
            continue
        for number, names in enumerate(system["months"], start=1):
            for name in names:
                first, *rest = fold(name).split()
                yield (
                    first,
                    Month(
                        number,
                        system.get("calendar", "gregorian"),
                        tuple(rest),
                        system.get("levant", False),
                        fold(name) in doubtful,
                        english,
                    ),
                )


def _month_names() -> Iterator[_Entry]:
    seen: dict[str, set[Month]] = {}
    for first, month in _months(english=False):
        if month not in seen.setdefault(first, set()):
            seen[first].add(month)
    for first, months in seen.items():
        yield first, False, {"months": tuple(sorted(months, key=lambda m: -len(m.rest)))}


def _english() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, month in _months(english=True):
        for surface in {name, name.upper(), name.lower()}:
            doubtful = month.doubtful or surface == name.lower()
            yield surface, {"months": (evolve(month, doubtful=doubtful),)}


def _numbers() -> Iterator[_Entry]:
    data = table("numbers")
    cardinals = data["cardinals"]
    tens = [cardinals["ten"], *cardinals["tens"]]
    for step, names in ((1, cardinals["units"]), (10, tens), (100, cardinals["hundreds"])):
        for value, forms in enumerate(names, start=1):
            for form in forms:
                yield fold(form), True, {"cardinal": value * step}
    for form in cardinals["eleven"]:
        yield fold(form).split()[0], False, {"roles": frozenset({"eleven"})}
    for value, forms in data["scales"].items():
        for form in forms:
            yield fold(form), True, {"scale": int(value)}
    for value, forms in enumerate(data["ordinals"]["units"], start=1):
        for form in forms:
            yield fold(form), False, {"ordinal": value}
    for form in data["ordinals"]["eleventh"]:
        yield fold(form), False, {"roles": frozenset({"eleventh"})}
    for day, forms in data["days_of_month"]["values"].items():
        for form in forms:
            yield fold(form), False, {"day_of_month": int(day)}
    for value, forms in data["fractions"]["values"].items():
        above, below = map(int, value.split("/"))
        for form in forms:
            yield fold(form), False, {"fraction": above / below}
    for form in data["vague"]["few"]:
        yield fold(form), False, {"roles": frozenset({"few"})}


def _units() -> Iterator[_Entry]:
    for unit in table("units")["unit"]:
        for count, forms in ((1, unit["one"]), (2, unit["two"]), (None, unit["many"])):
            for form in forms:
                meaning = Unit(unit["name"], count, unit.get("needs_number", False))
                yield fold(form), not form.startswith("ال"), {"unit": meaning}
        for form in unit.get("adverb", ()):
            yield fold(form), False, {"adverb": unit["name"]}


def _date_words() -> Iterator[_Entry]:
    data = table("date_words")
    for day in data["day"]:
        yield from _phrases("day", day["words"], day["shift"])
    for part in data["part"]:
        yield from _phrases("part before", part["before"], part["value"], article=True)
        yield from _phrases("part after", part["after"], part["value"])
    for part in data["part_of_part"]:
        value = (part.get("mod"), part.get("alone"))
        yield from _phrases("part of part", part["words"], value)
    for approx in data["approx"]:
        yield from _phrases("approx", approx["words"], approx["value"])
    for vague in data["vague"]:
        yield from _phrases("vague", vague["words"], Vague(vague["type"], vague["value"]))
    for entry in data["direction"]:
        meaning = Direction(entry["shift"], entry.get("told", False), entry.get("loose", False))
        for form in entry["words"].split():
            yield fold(form), False, {"direction": meaning}
    for mod in data["mod"]:
        for form in mod["words"]:
            yield fold(form), False, {"mod": mod["value"]}
    for season in data["season"]:
        for form in season["words"]:
            yield fold(form), True, {"season": SEASONS.index(season["value"])}
    for decade, forms in data["decades"]["values"].items():
        for form in forms:
            yield fold(form), True, {"decade": int(decade)}
    yield from _roles(data)


def _phrases(
    kind: PhraseKind, phrases: Iterable[str], value: Any, *, article: bool = False
) -> Iterator[_Entry]:
    for phrase in phrases:
        first, *rest = fold(phrase).split()
        yield first, article and not rest, {"phrases": (Phrase(tuple(rest), kind, value),)}


def _roles(data: Mapping[str, Any]) -> Iterator[_Entry]:
    sets = {
        **{name.replace("_", " "): forms for name, forms in data["little"].items()},
        "described": data["day_described"]["words"],
        "adjective too": data["vague_adjectives"]["words"],
        "former": data["vague_adjectives"]["former"],
        "done before": data["vague_adjectives"]["participles"],
        "vague number": data["vague_numbers"]["words"],
        "bare vague number": data["vague_numbers"]["bare"],
        "duration lead": data["duration_leads"]["words"],
        "time itself": data["duration_leads"]["of_time"],
        "lasting": data["duration_leads"]["verbs"],
        "plural lead": data["duration_leads"]["plural"],
        "age group": data["ages"]["groups"],
        "below age": data["ages"]["below"],
        "age after": data["ages"]["after"],
        "aged": data["ages"]["persons"],
        "name": data["names"]["heads"],
        "vision": data["names"]["visions"],
        "given name": data["names"]["given"],
        "name before today": data["names"]["days"],
        "general title": data["general"]["titles"],
        "event": data["names"]["events"],
        "year noun": data["years"]["heads"],
        "year lead": data["years"]["before"],
        "counted": data["years"]["counted"],
        "numbered": data["years"]["numbered"],
    }
    for role, forms in sets.items():
        for form in forms.split():
            yield fold(form), False, {"roles": frozenset({role})}
