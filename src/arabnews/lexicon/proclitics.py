"""The particles Arabic writes onto the front of a word: و ف, then ب ل ك, then the article ال."""

from __future__ import annotations

from collections.abc import Iterator

PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
"""Conjunction and preposition, in the order in which readings are tried."""

_SHORTEST_REST = 2


def expand(form: str, *, article: bool = False) -> Iterator[tuple[str, str]]:
    """Every surface of a folded form, as (proclitic, surface).

    A form that itself begins with ال gets لل as well (البيت: ("ل", "للبيت")); folding has made
    ألمانيا look like it, so لالمانيا comes too. With ``article`` the surfaces with ال follow;
    their proclitic ends in it (وزير: ("وال", "والوزير"), ("لل", "للوزير")).
    """
    for proclitic in PROCLITICS:
        yield proclitic, proclitic + form
        if proclitic.endswith("ل") and form.startswith("ال"):
            yield proclitic, proclitic + _after_lam(form[2:])
    if article:
        for proclitic in PROCLITICS:
            if proclitic.endswith("ل"):
                yield proclitic + "ل", proclitic + _after_lam(form)
            else:
                yield proclitic + "ال", proclitic + "ال" + form


def split(form: str) -> Iterator[tuple[str, str]]:
    """Every way to read a folded token as (proclitic, rest), the whole token first.

    The article stays on the rest in one reading and goes to the proclitic in the next:
    وبالوزير gives ("", "وبالوزير"), ("و", "بالوزير"), ("وب", "الوزير"), ("وبال", "وزير").
    للوزير gives ("ل", "الوزير") and ("لل", "وزير"); للجنة gives ("لل", "لجنة") too.
    """
    for proclitic in PROCLITICS:
        rest = form[len(proclitic) :]
        if not form.startswith(proclitic) or (proclitic and len(rest) < _SHORTEST_REST):
            continue
        yield proclitic, rest
        if rest.startswith("ال") and len(rest) >= 2 + _SHORTEST_REST:
            yield proclitic + "ال", rest[2:]
        if proclitic.endswith("ل") and rest.startswith("ل") and len(rest) > _SHORTEST_REST:
            for noun in (rest[1:], rest):
                yield proclitic, "ال" + noun
                yield proclitic + "ل", noun


def _after_lam(noun: str) -> str:
    """What follows the preposition ل when the noun has the article: three lams are written two."""
    return noun if noun.startswith("ل") else "ل" + noun
