"""How well what was read from articles agrees with their annotations.

Counts over any number of articles become figures: precision, recall and F1 for what had to be
found, plain accuracies for what was said about it. Annotations marked optional count neither for
nor against, nor does what was found in their place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import define, field, frozen

Plain = dict[str, Any]  # an annotation, or part of an article, as read from JSON
Pair = tuple[Plain, Plain]

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]"
)
_SPELLINGS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىئی", "ي"),
        "ة": "ه",
        "ؤ": "و",
        "ک": "ك",
        "\xa0": " ",
    }
)
_EDGE = " \t\r\n\xa0\"'“”„«»‹›‘’()[]،,؛;:.!؟?…-–—ـ"
_SAME_NAME = 0.6  # share of words that two forms of one name have in common
_QUOTE_FOUND = 0.5  # overlap from which on a quote counts as found …
_QUOTE_RIGHT = 0.8  # … and as right
_SAME_PARTIES = 0.5
_CONFIDENCES = (0.9, 0.8, 0.6, 0.0)


@frozen
class Figure:
    """One line of a report: ``value`` is an F1 or an accuracy, over ``n`` annotations."""

    value: float
    n: int
    precision: float | None = None
    recall: float | None = None


@define
class Report:
    """Counts that add up over articles."""

    _found: dict[str, Counter[str]] = field(factory=dict)
    _told: dict[str, Counter[bool]] = field(factory=dict)
    _sure: dict[float, Counter[bool]] = field(factory=dict)

    def add(self, text: str, gold: Plain, read: Plain) -> None:
        """Count one article. A layer that the gold leaves out is not annotated, so not counted."""
        if "quotes" in gold:
            self._add_quotes(text, gold["quotes"], read["quotes"])
        if "times" in gold:
            self._add_times(gold["times"], read["times"])
        if "meetings" in gold:
            self._add_meetings(gold["meetings"], read["meetings"])

    def figures(self) -> dict[str, Figure]:
        """All figures by name, F1 scores first."""
        figures = {}
        for name, count in self._found.items():
            precision = _ratio(count["right"], count["read"])
            recall = _ratio(count["right"], count["gold"])
            f1 = _ratio(2 * precision * recall, precision + recall)
            figures[name] = Figure(f1, count["gold"], precision, recall)
        for name, told in self._told.items():
            figures[name] = Figure(_ratio(told[True], told.total()), told.total())
        return figures

    def reliability(self) -> list[tuple[float, Figure]]:
        """For each floor of confidence the share of quotes from it on that are right.

        A quote belongs to the highest floor that its confidence reaches, and is right with an
        overlap of 0.8 and the right speaker.
        """
        return [
            (floor, Figure(_ratio(told[True], told.total()), told.total()))
            for floor, told in sorted(self._sure.items(), reverse=True)
        ]

    def _count_found(self, name: str, right: int, read: int, gold: int) -> None:
        self._found.setdefault(name, Counter()).update(right=right, read=read, gold=gold)

    def _count_told(self, name: str, right: bool) -> None:
        self._told.setdefault(name, Counter())[right] += 1

    def _add_quotes(self, text: str, golds: Sequence[Plain], reads: Sequence[Plain]) -> None:
        def overlap(gold: Plain, read: Plain) -> float:
            share = _overlap(_trimmed(text, gold["content"]), _trimmed(text, read))
            return share if share >= _QUOTE_FOUND else 0.0

        pairs, counted, n_gold = _matched(golds, reads, overlap)
        n_read = len(counted)
        close = [(gold, read) for gold, read in pairs if overlap(gold, read) >= _QUOTE_RIGHT]
        exact = [p for p in pairs if _trimmed(text, p[0]["content"]) == _trimmed(text, p[1])]
        attributed = [(gold, read) for gold, read in close if _same_speaker(gold, read)]
        self._count_found("quote found", len(pairs), n_read, n_gold)
        self._count_found("quote span", len(close), n_read, n_gold)
        self._count_found("quote span exact", len(exact), n_read, n_gold)
        self._count_found("attributed quote", len(attributed), n_read, n_gold)
        right_reads = {id(read) for _, read in attributed}
        for read in counted:
            if "confidence" in read:
                floor = next(f for f in _CONFIDENCES if read["confidence"] >= f)
                self._sure.setdefault(floor, Counter())[id(read) in right_reads] += 1
        close_golds = {id(gold) for gold, _ in close}
        relays = [
            (g, same_name(_part(r, "relay", "name"), [g["relay"]])) for g, r in pairs if g["relay"]
        ]
        relayed_right = {id(gold) for gold, right in relays if right}
        for gold in golds:
            if not gold.get("optional"):
                self._count_told(f"recall of {gold['kind']} quotes", id(gold) in close_golds)
                if gold["relay"]:
                    self._count_told("recall of relays", id(gold) in relayed_right)
        for gold, read in pairs:
            self._count_told("speaker", _same_speaker(gold, read))
            self._count_told("kind", gold["kind"] == read["kind"])
        for _, right in relays:
            self._count_told("relay", right)

    def _add_times(self, golds: Sequence[Plain], reads: Sequence[Plain]) -> None:
        pairs, counted, n_gold = _matched(golds, reads, lambda g, r: _overlap(_span(g), _span(r)))
        n_read = len(counted)
        exact = sum(_span(gold) == _span(read) for gold, read in pairs)
        valued = sum(gold["value"] == read["value"] for gold, read in pairs)
        self._count_found("time found", len(pairs), n_read, n_gold)
        self._count_found("time span exact", exact, n_read, n_gold)
        self._count_found("time value", valued, n_read, n_gold)
        for gold, read in pairs:
            self._count_told("time type", gold["type"] == read["type"])

    def _add_meetings(self, golds: Sequence[Plain], reads: Sequence[Plain]) -> None:
        pairs, counted, n_gold = _matched(golds, reads, _meeting_likeness)
        n_read = len(counted)
        right = 0
        for gold, read in pairs:
            same = _meeting_facts(gold, read)
            right += same["meeting time"] and same["meeting status"] and _parties(gold, read) == 1
            for name, fact in same.items():
                self._count_told(name, fact)
        self._count_found("meeting found", len(pairs), n_read, n_gold)
        self._count_found("meeting right", right, n_read, n_gold)


def same_name(name: str | None, accepted: Iterable[str]) -> bool:
    """Whether a name is one of the accepted ones, or has 60 % of its words in common with one."""
    words = _words(name or "")
    for other in map(_words, accepted):
        if words and other:
            alike = len({*words} & {*other}) / len({*words} | {*other})
            if words == other or alike >= _SAME_NAME:
                return True
    return False


def _words(name: str) -> tuple[str, ...]:
    text = _MARKS.sub("", name).translate(_SPELLINGS).replace("امريك", "اميرك")
    return tuple(re.findall(r"\w+", text))


def _matched(
    golds: Sequence[Plain], reads: Sequence[Plain], likeness: Callable[[Plain, Plain], float]
) -> tuple[list[Pair], list[Plain], int]:
    """The best one-to-one pairs of what counts, the reads that count and how many golds do."""
    cells = [
        (likeness(gold, read), g, r) for g, gold in enumerate(golds) for r, read in enumerate(reads)
    ]
    pairs, optional = [], set()
    golds_left, reads_left = {*range(len(golds))}, {*range(len(reads))}
    for like, g, r in sorted(cells, key=lambda cell: (-cell[0], *cell[1:])):
        if like > 0 and g in golds_left and r in reads_left:
            golds_left.remove(g)
            reads_left.remove(r)
            if golds[g].get("optional"):
                optional.add(r)
            else:
                pairs.append((golds[g], reads[r]))
    counted = [read for r, read in enumerate(reads) if r not in optional]
    return pairs, counted, sum(not gold.get("optional") for gold in golds)


def _span(item: Plain) -> tuple[int, int]:
    return item["start"], item["end"]


def _trimmed(text: str, item: Plain) -> tuple[int, int]:
    """The offsets of an item without punctuation at its edges."""
    start, end = _span(item)
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """What two stretches share of what they cover together."""
    return _ratio(max(min(a[1], b[1]) - max(a[0], b[0]), 0), max(a[1], b[1]) - min(a[0], b[0]))


def _same_speaker(gold: Plain, read: Plain) -> bool:
    return same_name(_part(read, "speaker", "name"), [gold["speaker"] or "", *gold["aliases"]])


def _parties(gold: Plain, read: Plain) -> float:
    """The share of right participants among those annotated and those wrongly added; 1 is all."""
    names = [p["name"] for p in read["participants"]]
    accepted = [*gold["participants"], *gold["may_also"]]
    right = sum(any(same_name(name, party) for name in names) for party in gold["participants"])
    wrong = sum(not any(same_name(name, party) for party in accepted) for name in names)
    return _ratio(right, len(gold["participants"]) + wrong)


def _meeting_likeness(gold: Plain, read: Plain) -> float:
    parties = _parties(gold, read)
    if parties < _SAME_PARTIES:
        return 0.0
    same_time: bool = _part(read, "time", "value") == gold["time"]
    same_status: bool = read["status"] == gold["status"]
    return parties + 0.3 * same_time + 0.2 * same_status


def _meeting_facts(gold: Plain, read: Plain) -> dict[str, bool]:
    """Which annotated facts about a meeting were read right, by the name of the figure."""
    time = _part(read, "time", "value")
    vague = gold["time"] is None and time is not None and time.endswith("_REF")
    facts = {
        "meeting time": time == gold["time"] or vague,
        "meeting status": read["status"] == gold["status"],
        "meeting format": read["format"] == gold["format"],
    }
    for what in ("place", "occasion"):
        if gold[what]:
            facts[f"meeting {what}"] = same_name(_part(read, what, "name"), gold[what])
    if gold["duration"]:
        facts["meeting duration"] = _part(read, "duration", "value") == gold["duration"]
    return facts


def _part(item: Plain, key: str, of: str) -> str | None:
    part = item[key]
    return part[of] if part else None


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
