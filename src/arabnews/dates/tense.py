"""Whether the clause around a token looks back or ahead, for weekdays that do not say it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..lexicon import table
from ..lexicon.proclitics import PROCLITICS
from ..text.tokens import fold
from .stream import Stream

PAST, OPEN, FUTURE = -1, 0, 1

_BACK, _AHEAD = 30, 8
_PARTICLES = ("ان", "بان", "وان", "حيث", "فيما", "بينما", "كما", ":", "«", '"', "”", "“")
_ENDS = (".", "؟", "!", "?", "؛")


def tense(s: Stream, start: int, end: int) -> int:
    """The tense of the nearest verb before the tokens start..end of its sentence, else after."""
    for i in range(start - 1, max(-1, start - _BACK), -1):
        if s.form(i) in _ENDS or (i + 1 < len(s) and not s.joined(i + 1)):
            break
        if found := _of_token(s, i):
            return found
    for i in range(end, min(len(s), end + _AHEAD)):
        if s.form(i) in _ENDS or not s.joined(i):
            break
        if found := _of_token(s, i):
            return found
    return OPEN


def _of_token(s: Stream, i: int) -> int:
    token = s.tokens[i]
    if token.kind != "word":
        return OPEN
    form = token.form
    told = _listed().get(form)
    if told is None:
        told = _by_shape(form)
        if told is OPEN and form[0] in "وف" and len(form) > 4:
            form = form[1:]
            told = _by_shape(form)
        if told == FUTURE and form[0] == "ي" and not _leads_clause(s, i):
            told = OPEN
    if told == FUTURE and (s.form(i - 1) in ("لم", "ولم", "كان", "كانت", "وكان", "وكانت")):
        return PAST
    return told


def _leads_clause(s: Stream, i: int) -> bool:
    """Whether a verb opens a sentence or follows أن; elsewhere it describes (رجل يحمل سلاحا)."""
    before = s.form(i - 1)
    return not s.joined(i) or before in _ENDS or before in _PARTICLES


def _by_shape(form: str) -> int:
    """سيلتقي ستعقد are future, يلتقي is present (of what is to come); أعلنت is past."""
    if len(form) < 4 or form in _listed():
        return OPEN
    if form[0] == "س" and form[1] in "يتن":
        return FUTURE
    if form[0] == "ي":
        return FUTURE
    if (form[-1] == "ت" and form[-2] not in "اي") or (form.endswith("تا") and len(form) > 4):
        return PAST
    return OPEN


@cache
def _listed() -> Mapping[str, int]:
    data = table("date_words")["tense"]
    listed: dict[str, int] = {}
    for words, value in (
        (data["not_imperfect"], OPEN),
        (data["not_future"], OPEN),
        (data["not_past"], OPEN),
        (data["future"], FUTURE),
        (data["past"], PAST),
    ):
        for word in words.split():
            for clitic in PROCLITICS if value == OPEN else ("", "و", "ف"):
                listed[clitic + fold(word)] = value
    for verb in table("reporting_verbs")["verb"]:
        perfect, imperfect = fold(verb["lemma"]), fold(verb["imperfect"])
        for clitic in ("", "و", "ف"):
            listed.setdefault(clitic + perfect, PAST)
            # يقول, تقول: reporting in the present, said when the weekday was.
            listed[clitic + imperfect] = PAST
            listed[clitic + "ت" + imperfect[1:]] = PAST
    return listed
