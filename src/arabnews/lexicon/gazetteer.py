"""What Arabic news calls people, countries, places, bodies and agencies, with every inflection.

All keys are folded (``arabnews.text.tokens.fold``). Titles, nationalities and head nouns are keyed
without the article and without proclitics (``arabnews.lexicon.proclitics.split`` takes both off).
Each table is built when it is first asked for and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeVar, get_args

from attrs import field, frozen

from arabnews.lexicon import table
from arabnews.lexicon.proclitics import expand
from arabnews.model.types import EntityKind
from arabnews.text.tokens import fold

Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]
TitleKind = Literal[
    "office", "speaker", "source", "rank", "honorific", "profession", "kin", "deputy"
]
KnownKind = Literal[
    "country", "capital", "city", "region", "organisation", "agency", "newspaper", "channel"
]

_T = TypeVar("_T")


@frozen
class Inflection:
    """Gender and number of a form."""

    gender: Gender
    number: Number


@frozen
class TitleForm(Inflection):
    """One form of a title.

    ``lemma`` is the masculine singular in ordinary spelling, ``construct`` marks a form that has
    lost its ن (وزيرا، مسؤولو): another noun must follow it. ``ordinary`` marks a form that is more
    often another word (عالم، مساعدة): believe it where a name or another title follows.
    """

    lemma: str
    kind: TitleKind
    construct: bool = False
    ordinary: bool = False


@frozen
class Nationality(Inflection):
    """One form of an adjective of nationality; ``country`` is None for peoples without a state."""

    singular: str
    country: str | None


@frozen
class Head(Inflection):
    """A noun that begins the name of a body (وزارة), a document (بيان) or a group (مصادر)."""

    lemma: str
    kind: EntityKind


@frozen
class Known:
    """A country, place, body or agency known by name.

    ``name`` is its usual name in ordinary spelling. ``ordinary`` warns that the phrase is as well
    an everyday one (العربية، النهار): believe it only where the context asks for such a name.
    """

    name: str
    kind: KnownKind
    gender: Gender
    country: str | None
    entity_kind: EntityKind
    ordinary: bool = False

    @property
    def is_press(self) -> bool:
        """Whether it passes on what others say."""
        return self.kind in ("agency", "newspaper", "channel")


@frozen
class Match:
    """A known name in a text: ``length`` tokens, the first with ``proclitic`` in front."""

    length: int
    entry: Known
    proclitic: str


@frozen
class PhraseTable:
    """Known names by their first token, proclitics on; the longest stand first."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str, Known]]] = field(repr=False)

    def begins(self, form: str) -> bool:
        """Whether a known name begins with this token."""
        return form in self.by_first

    def longest(self, forms: Sequence[str], start: int) -> Match | None:
        """The longest known name that begins at ``forms[start]``, None if there is none."""
        candidates = self.by_first.get(forms[start], ())
        if not candidates:
            return None
        behind = tuple(forms[start + 1 : start + 1 + len(candidates[0][0])])
        for rest, proclitic, entry in candidates:
            if behind[: len(rest)] == rest:
                return Match(1 + len(rest), entry, proclitic)
        return None


@cache
def titles() -> Mapping[str, TitleForm]:
    """Title forms; the words of a longer title are joined by a space, each without ال.

    So الأمين العام is found under ``"امين عام"``. Where a form can be dual or plural (مسؤولين) it
    is given as plural.
    """
    forms: list[tuple[str, TitleForm]] = []
    tables = table("titles")
    ordinary = frozenset(tables["ordinary"]["forms"].split())
    for kind in get_args(TitleKind):
        for entry in tables[kind]:
            lemma = entry["lemma"]
            for spelling in (lemma, *entry.get("spellings", ())):
                for surface, gender, number, construct in _title_surfaces(spelling, entry):
                    form = TitleForm(gender, number, lemma, kind, construct, surface in ordinary)
                    forms.append((_without_articles(surface), form))
    return _by_folded(forms)


@cache
def title_starts() -> frozenset[str]:
    """The first words of the titles of several words: امين of امين عام."""
    return frozenset(title.split()[0] for title in titles() if " " in title)


@cache
def nationalities() -> Mapping[tuple[str, ...], Nationality]:
    """Adjectives of nationality by their folded words, each without ال: ("كوري", "شمالي")."""
    forms: list[tuple[str, Nationality]] = []
    tables = table("countries")
    for entry in (*tables["country"], *tables["people"]):
        for adjective in entry.get("adjectives", ()):
            for surface, gender, number in _nisba_surfaces(adjective):
                forms.append((surface, _nationality(entry, gender, number)))
        forms.extend((word, _nationality(entry, "m", "p")) for word in entry.get("plurals", ()))
    return {tuple(key.split()): value for key, value in _by_folded(forms).items()}


@cache
def nationality_starts() -> frozenset[str]:
    """The first words of the adjectives of nationality of two words: كوري of كوري شمالي."""
    return frozenset(words[0] for words in nationalities() if len(words) > 1)


@cache
def heads() -> Mapping[str, Head]:
    """Nouns that begin the name of an organisation, a document or a group."""
    forms: list[tuple[str, Head]] = []
    for kind, entries in table("organisations")["heads"].items():
        for entry in entries:
            for surface, number in _head_surfaces(entry):
                head = Head(entry["gender"], number, entry["lemma"], kind.upper())
                forms.append((surface, head))
    return _by_folded(forms)


@cache
def phrases() -> PhraseTable:
    """Countries, capitals, cities, regions, organisations and agencies."""
    by_first: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    names: list[tuple[str, Known]] = []
    for known, spellings in _known_names():
        names.extend((spelling, known) for spelling in spellings)
    for folded, (_, known) in zip(_fold_all(name for name, _ in names), names, strict=True):
        for first, *rest in _spellings_of_letters(folded.split()):
            by_first.setdefault(first, []).append((tuple(rest), known))

    table_: dict[str, list[tuple[tuple[str, ...], str, Known]]] = {}
    for first, entries in by_first.items():
        surfaces = expand(first) if len(first) > 1 else [("", first)]
        for proclitic, surface in surfaces:
            table_.setdefault(surface, []).extend((rest, proclitic, e) for rest, e in entries)
    for candidates in table_.values():
        if len(candidates) > 1:
            candidates.sort(key=lambda c: (-len(c[0]), len(c[1]), c[2].ordinary))
    return PhraseTable(table_)


@cache
def given_names() -> Mapping[str, Literal["m", "f", "?"]]:
    """Given names, Arabic and transliterated; compounds both joined and apart.

    عبد الله is found under ``"عبدالله"`` and ``"عبد الله"``; "?" is a name of men and women.
    """
    names = table("given_names")
    men = _names(names["arabic_male"]) | _names(names["foreign_male"])
    women = _names(names["arabic_female"]) | _names(names["foreign_female"])
    genders: dict[str, Literal["m", "f", "?"]] = dict.fromkeys(men, "m")
    for name in women:
        genders[name] = "?" if name in men else "f"
    return genders


@cache
def foreign_names() -> frozenset[str]:
    """Given names of other tongues that are none of Arabic."""
    names = table("given_names")
    foreign = _names(names["foreign_male"]) | _names(names["foreign_female"])
    return frozenset(foreign) - _names(names["arabic_male"]) - _names(names["arabic_female"])


@cache
def everyday_names() -> frozenset[str]:
    """Given names that are everyday nouns as well: حياة، نجاح."""
    return frozenset(fold(table("given_names")["everyday"]).split())


@cache
def compound_starts() -> frozenset[str]:
    """Words that a word with the article makes into one name: نور الدين, so نور الدائم as well."""
    names = [name for names in table("given_names").values() for name in names.split()]
    starts = (name.split("_")[0] for name in names if "_ال" in name)
    return frozenset(_fold_all(starts)) - name_particles()


@cache
def name_particles() -> frozenset[str]:
    """Words that tie a name together: ابن بن أبو آل عبد دي فان …"""
    return frozenset(fold(table("given_names")["particles"]).split())


@cache
def common_words() -> frozenset[str]:
    """Words without article that cannot stand in a person's name: there a name has ended.

    Words that are given names as well (كريم، سعيد) are not among them; since على and علي, منى and
    مني fold alike, neither are these. فإن is, though it looks like the particle فان.
    """
    open_class = verb_forms() | adjectives() | nouns()
    return (open_class - name_particles() | function_words()) - given_names().keys()


@cache
def nouns() -> frozenset[str]:
    """All forms of the nouns among the common words."""
    words = table("common_words")["nouns"].split()
    return frozenset(_fold_all(form for noun in words for form in _noun_forms(noun)))


@cache
def adjectives() -> frozenset[str]:
    """All forms of the adjectives among the common words, those of nationality apart."""
    words = table("common_words")["adjectives"].split()
    return frozenset(_fold_all(word + end for word in words for end in _ADJECTIVE_ENDINGS))


@cache
def verb_forms() -> frozenset[str]:
    """The verbs among the common words, third persons of perfect, imperfect and future."""
    words = table("common_words")
    forms = [form for verb in words["verbs"].splitlines() if verb for form in _verb_forms(verb)]
    return frozenset(_fold_all([*forms, *words["verb_forms"].split()]))


@cache
def function_words() -> frozenset[str]:
    """The particles, prepositions, pronouns and adverbs among the common words."""
    return frozenset(fold(table("common_words")["function_words"]).split())


_ADJECTIVE_ENDINGS = ("", "ا", "ة", "ان", "ين", "ون", "تان", "تين", "ات")
_PERFECT_ENDINGS = ("", "ت", "ا", "تا", "وا")


def _by_folded(forms: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """A dictionary by folded form; the first of two readings of one form stays."""
    pairs = list(forms)
    by_form: dict[str, _T] = {}
    for folded, (_, value) in zip(_fold_all(form for form, _ in pairs), pairs, strict=True):
        by_form.setdefault(folded, value)
    return by_form


def _fold_all(forms: Iterable[str]) -> list[str]:
    """Fold many forms in one call: folding each by itself would take most of the loading time."""
    return fold("\n".join(forms)).split("\n")


def _without_articles(phrase: str) -> str:
    return " ".join(word.removeprefix("ال") for word in phrase.split())


def _title_surfaces(
    lemma: str, entry: Mapping[str, Any]
) -> Iterator[tuple[str, Gender, Number, bool]]:
    """All forms of a title in one of its spellings, singular first, unfolded."""
    gender: Gender = entry.get("gender", "m")
    for variant in (lemma, *entry.get("variants", ())):
        yield variant, gender, "s", False
    if entry.get("invariable"):
        return
    head, *rest = lemma.split()
    agrees = entry.get("agrees", False)

    def phrase(form: str, ending: str) -> str:
        return " ".join([form, *(word + ending if agrees else word for word in rest)])

    feminine = head if gender == "f" else entry.get("feminine", head + "ة")
    if entry.get("defective"):
        yield phrase(head[:-1], ""), "m", "s", False
    for plural in entry.get("plurals", ()):
        yield phrase(plural, "ين"), gender, "p", False
        if agrees:
            yield phrase(plural, "ون"), gender, "p", False
    if entry.get("sound_plural") and gender == "m":
        stem = head[:-1] if entry.get("defective") else head
        yield phrase(stem + "ون", "ون"), "m", "p", False
        yield phrase(stem + "ين", "ين"), "m", "p", False
        yield phrase(stem + "و", ""), "m", "p", True
        yield phrase(stem + "ي", ""), "m", "p", True
    if gender == "m":
        for form, ending, construct in _duals(head):
            if not (construct and agrees):
                yield phrase(form, ending), "m", "d", construct
    if feminine:
        yield phrase(feminine, "ة"), "f", "s", False
        for form, ending, construct in _duals(feminine):
            if not (construct and agrees):
                yield phrase(form, "ت" + ending), "f", "d", construct
        if feminine.endswith("ة"):
            yield phrase(feminine[:-1] + "ات", "ات"), "f", "p", False


def _duals(noun: str) -> Iterator[tuple[str, str, bool]]:
    """Dual forms of a noun with their ending: full and construct, nominative and oblique."""
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun.replace("ى", "ي")
    yield stem + "ان", "ان", False
    yield stem + "ين", "ين", False
    yield stem + "ا", "", True
    yield stem + "ي", "", True


def _nationality(entry: Mapping[str, Any], gender: Gender, number: Number) -> Nationality:
    return Nationality(gender, number, entry["adjectives"][0], entry.get("code"))


_NISBA_ENDINGS: tuple[tuple[str, Gender, Number], ...] = (
    ("", "m", "s"),
    ("ة", "f", "s"),
    ("ون", "m", "p"),
    ("ين", "m", "p"),
    ("ات", "f", "p"),
    ("ان", "m", "d"),
    ("تان", "f", "d"),
    ("تين", "f", "d"),
)


def _nisba_surfaces(adjective: str) -> Iterator[tuple[str, Gender, Number]]:
    """All forms of an adjective in ي; of two words only those in ي bend (جنوب أفريقية).

    Construct forms are left out: روسيا is a country.
    """
    words = adjective.split()
    for ending, gender, number in _NISBA_ENDINGS:
        surface = " ".join(word + ending if word.endswith("ي") else word for word in words)
        yield surface, gender, number


def _head_surfaces(entry: Mapping[str, Any]) -> Iterator[tuple[str, Number]]:
    lemma: str = entry["lemma"]
    number: Number = entry.get("number", "s")
    yield lemma, number
    yield from ((plural, "p") for plural in entry.get("plurals", ()))
    if number == "s":
        yield from ((surface, "d") for surface, _, _ in _duals(lemma))


def _known_names() -> Iterator[tuple[Known, Sequence[str]]]:
    """Each known thing with its spellings, those that are everyday words apart."""
    for entry in table("countries")["country"]:
        yield from _entity(entry, "country", entry.get("gender", "f"), entry["code"], "PLACE")
        for capital in entry.get("capitals", ()):
            yield from _places("capital", entry["code"], capital)
    for country, cities in table("cities")["cities"].items():
        yield from _places("city", country, cities)
    for country, cities in table("cities")["ordinary"].items():
        yield from _places("city", country, cities, ordinary=True)
    for country, regions in table("cities")["regions"].items():
        yield from _places("region", country, regions)
    for entry in table("organisations")["organisation"]:
        kind = entry.get("kind", "ORGANISATION")
        yield from _entity(entry, "organisation", entry["gender"], entry.get("country"), kind)
    for entry in table("agencies")["agency"]:
        yield from _entity(entry, entry["kind"], "f", entry.get("country"), "ORGANISATION")


def _entity(
    entry: Mapping[str, Any],
    kind: KnownKind,
    gender: Gender,
    country: str | None,
    entity_kind: EntityKind,
) -> Iterator[tuple[Known, Sequence[str]]]:
    name = (*entry.get("names", ()), *entry.get("ordinary", ()))[0]
    for key, ordinary in (("names", False), ("ordinary", True)):
        if key in entry:
            yield Known(name, kind, gender, country, entity_kind, ordinary), entry[key]


def _places(
    kind: KnownKind, country: str, lines: str, *, ordinary: bool = False
) -> Iterator[tuple[Known, Sequence[str]]]:
    """Places, one a line, spellings parted by "|". The country "--" stands for several or none."""
    for line in filter(None, lines.splitlines()):
        names = [name.strip() for name in line.split("|")]
        code = None if country == "--" else country
        yield Known(names[0], kind, "f", code, "PLACE", ordinary), names


def _spellings_of_letters(words: list[str]) -> Iterator[list[str]]:
    """The words as they are; an acronym of letters (ا ف ب) with dots as well."""
    yield words
    if len(words) > 1 and all(len(word) == 1 for word in words):
        yield [token for word in words for token in (word, ".")][:-1]


def _names(lines: str) -> set[str]:
    """Folded names; a compound, written with "_" (عبد_الله), both apart and joined."""
    written = fold(lines).split()
    return {name.replace("_", " ") for name in written} | {n.replace("_", "") for n in written}


def _verb_forms(verb: str) -> Iterator[str]:
    """Third person forms of a verb given as perfect and imperfect: "زار يزور"."""
    perfect, imperfect = verb.split()
    if perfect[-1] in "ىا":
        yield perfect
        last = "و" if imperfect.endswith("و") else "ي"
        yield from (perfect[:-1] + end for end in ("ت", last + "ا", "تا", "وا"))
    else:
        yield from (perfect + end for end in _PERFECT_ENDINGS)
    weak = imperfect[-1] in "ىيو"
    stem = imperfect[1:]
    short = stem[:-1] if weak else stem
    dual = stem.replace("ى", "ي") + "ان"
    third = ("ي" + stem, "ت" + stem, "ي" + dual, "ت" + dual, "ي" + short + "ون", "ي" + short + "وا")
    for form in (*third, "ن" + stem):
        yield form
        yield "س" + form


def _noun_forms(noun: str) -> Iterator[str]:
    """A noun, its accusative and its dual (and sound feminine plural)."""
    yield noun
    if noun[-1] == "ة":
        yield from (noun[:-1] + end for end in ("تان", "تين", "ات"))
    elif noun[-1] not in "اءى":
        yield from (noun + end for end in ("ا", "ان", "ين"))
