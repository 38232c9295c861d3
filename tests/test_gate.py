"""The evaluation gate, on cases small enough to count by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gate import failures, main, score, table
from scoring import Figure, Report, same_name

TEXT = 'قال حداد إن اللقاء كان جيدا ومفيدا جدا. وأضاف "نعم للسلام" أمس.'


def _at(phrase: str) -> dict[str, int]:
    start = TEXT.index(phrase)
    return {"start": start, "end": start + len(phrase)}


def _gold_quote(phrase: str, **changes: Any) -> dict[str, Any]:
    quote = {
        "content": _at(phrase),
        "kind": "indirect",
        "speaker": "سامي حداد",
        "aliases": ["حداد"],
        "relay": None,
        "optional": False,
    }
    return quote | changes


def _read_quote(phrase: str, **changes: Any) -> dict[str, Any]:
    speaker = {"name": "حداد"}
    return _at(phrase) | {"kind": "indirect", "speaker": speaker, "relay": None} | changes


def _figures(layer: str, golds: list[Any], reads: list[Any]) -> dict[str, Figure]:
    report = Report()
    report.add(TEXT, {layer: golds}, {layer: reads})
    return report.figures()


def test_marks_and_stops_at_the_edges_do_not_count() -> None:
    figures = _figures(
        "quotes", [_gold_quote("نعم للسلام")], [_read_quote('"نعم للسلام" ', kind="direct")]
    )
    assert figures["quote span exact"].value == 1
    assert figures["attributed quote"].value == 1
    assert figures["kind"].value == 0
    assert figures["recall of indirect quotes"] == Figure(1, 1)


def test_a_span_between_the_two_overlaps_is_found_but_not_right() -> None:
    gold, read = "اللقاء كان جيدا ومفيدا جدا", "اللقاء كان جيدا"  # 15 of 26 characters
    figures = _figures("quotes", [_gold_quote(gold)], [_read_quote(read)])
    assert figures["quote found"].value == 1
    assert figures["quote span"].value == 0
    assert figures["speaker"] == Figure(1, 1)


def test_f1_of_one_found_one_missed_one_invented() -> None:
    golds = [_gold_quote("اللقاء كان جيدا ومفيدا جدا"), _gold_quote("نعم للسلام")]
    reads = [_read_quote("اللقاء كان جيدا ومفيدا جدا"), _read_quote("قال حداد")]
    found = _figures("quotes", golds, reads)["quote found"]
    assert (found.value, found.precision, found.recall, found.n) == (0.5, 0.5, 0.5, 2)


def test_optional_annotations_count_neither_way() -> None:
    optional = _gold_quote("نعم للسلام", optional=True)
    for reads in ([], [_read_quote("نعم للسلام")]):
        found = _figures("quotes", [optional], reads)["quote found"]
        assert (found.precision, found.recall, found.n) == (0, 0, 0)
    both = _figures("quotes", [optional], [_read_quote("نعم للسلام"), _read_quote("قال حداد")])
    assert both["quote found"].precision == 0


def test_a_relayed_quote_that_is_missed_is_a_missed_relay() -> None:
    figures = _figures("quotes", [_gold_quote("نعم للسلام", relay="وكالة نور")], [])
    assert figures["recall of relays"] == Figure(0, 1)
    assert "relay" not in figures


def test_names_are_compared_by_their_words() -> None:
    assert same_name("الرئيس الأمريكي", ["الرئيس الاميركي"])
    assert same_name("وزير الخارجية سامي حداد", ["الوزير سامي حداد", "وزير الخارجية حداد"])
    assert not same_name("سامي", ["سامي حداد"])
    assert not same_name(None, ["سامي حداد"])
    assert not same_name("", [""])


def test_times_need_their_value() -> None:
    gold = _at("أمس") | {"type": "DATE", "value": "2016-09-04", "optional": False}
    read = _at("أمس") | {"type": "DATE", "value": "2016-09-05"}
    figures = _figures("times", [gold], [read])
    assert figures["time found"].value == 1
    assert figures["time value"].value == 0
    assert figures["time type"].value == 1


MEETING = {
    "participants": [["سامي حداد", "حداد"], ["عمر زيدان"]],
    "may_also": [["رامي"]],
    "time": "2016-09-04",
    "place": ["القاهرة"],
    "occasion": [],
    "duration": None,
    "status": "held",
    "format": "in_person",
    "optional": False,
}


def _meeting(*names: str, **changes: Any) -> dict[str, Any]:
    read: dict[str, Any] = {
        "participants": [{"name": name} for name in names],
        "time": {"value": "2016-09-04"},
        "place": {"name": "القاهرة"},
        "occasion": None,
        "duration": None,
        "status": "held",
        "format": "in_person",
    }
    return read | changes


@pytest.mark.parametrize(
    ("read", "found", "right"),
    [
        (_meeting("حداد", "عمر زيدان"), 1, 1),
        (_meeting("حداد", "عمر زيدان", "رامي"), 1, 1),
        (_meeting("حداد", "عمر زيدان", "غيره"), 1, 0),
        (_meeting("حداد"), 1, 0),
        (_meeting("غيره"), 0, 0),
        (_meeting("حداد", "عمر زيدان", time=None), 1, 0),
        (_meeting("حداد", "عمر زيدان", status="planned"), 1, 0),
    ],
)
def test_a_meeting_is_right_by_who_when_and_status(
    read: dict[str, Any], found: int, right: int
) -> None:
    figures = _figures("meetings", [MEETING], [read])
    assert figures["meeting found"].value == found
    assert figures["meeting right"].value == right


def test_layers_without_annotation_are_not_counted() -> None:
    report = Report()
    report.add(TEXT, {"times": []}, {"quotes": [_read_quote("قال حداد")], "times": []})
    assert set(report.figures()) == {"time found", "time span exact", "time value"}


def test_a_figure_below_its_floor_is_named() -> None:
    figures = {"speaker": Figure(0.9, 10), "relay": Figure(1.0, 2)}
    assert list(failures(figures, {"relay": 1.0, "speaker": 0.9})) == []
    (told,) = failures(figures, {"speaker": 0.92})
    assert "speaker is 0.9000, below its floor of 0.92" in told
    assert len(list(failures(figures, {"no such figure": 0.1}))) == 1


def test_the_table_shows_score_floor_and_size() -> None:
    shown = table({"quote found": Figure(0.5, 4, 0.25, 1.0)}, {"quote found": 0.4})
    assert shown.splitlines()[1].split() == [
        "quote",
        "found",
        "0.500",
        "0.400",
        "0.250",
        "1.000",
        "4",
    ]


def test_the_seeds_reach_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out


def test_scores_are_read_from_directories(root: Path) -> None:
    assert score(root / "seeds", root / "seeds" / "gold").figures()["time found"].n == 26


def test_confidence_is_held_against_what_is_right() -> None:
    report = Report()
    golds = [_gold_quote("اللقاء كان جيدا ومفيدا جدا"), _gold_quote("نعم للسلام", optional=True)]
    reads = [
        _read_quote("اللقاء كان جيدا ومفيدا جدا", confidence=0.95),
        _read_quote("نعم للسلام", confidence=0.6),
        _read_quote("وأضاف", confidence=0.85),
    ]
    report.add(TEXT, {"quotes": golds}, {"quotes": reads})
    assert report.reliability() == [(0.9, Figure(1.0, 1)), (0.8, Figure(0.0, 1))]
