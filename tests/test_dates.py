"""Time expressions, phrase by phrase: tests/data/dates.csv is the table, one line for each case.

A phrase stands alone, or in a sentence with the expression in [brackets]; type - means that the
sentence holds no time at all.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from arabnews.dates import find_dates, resolve_date
from arabnews.model.errors import ArgumentError

_TABLE = Path(__file__).parent / "data" / "dates.csv"


def _cases():
    with _TABLE.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="|")
        return [pytest.param(row, id=f"{row['phrase']}@{row['anchor']}") for row in rows]


def _marked(phrase: str) -> tuple[str, str]:
    """The sentence without its brackets, and the expression in them."""
    if "[" not in phrase:
        return phrase, phrase
    before, rest = phrase.split("[")
    inside, after = rest.split("]")
    return before + inside + after, inside


@pytest.mark.parametrize("row", _cases())
def test_phrase(row):
    sentence, expression = _marked(row["phrase"])
    found = find_dates(sentence, anchor=row["anchor"] or None)
    got = [(t.text, t.type, t.value, t.mod or "") for t in found]
    if row["type"] == "-":
        assert got == []
    else:
        assert got == [(expression, row["type"], row["value"], row["mod"])]


def test_the_table_is_large():
    assert len(_cases()) >= 400


def test_offsets_lead_back_into_the_text():
    text = "وصل الوفدُ يومَ الأَحَدِ، وَلِلْأُسبوعِ المُقبِلِ موعدٌ آخر في بـالـيوم التالي"
    for time in find_dates(text, anchor="2016-09-05"):
        assert text[time.span.start : time.span.end] == time.text


def test_resolve_date_reads_one_phrase():
    assert resolve_date("أول أمس", anchor="2016-09-05").value == "2016-09-03"


@pytest.mark.parametrize("phrase", ["", "كلام", "أمس وغدا"])
def test_resolve_date_refuses_what_is_not_one_expression(phrase):
    with pytest.raises(ArgumentError, match="one time expression"):
        resolve_date(phrase, anchor="2016-09-05")


def test_text_has_to_be_a_string():
    with pytest.raises(ArgumentError, match="text"):
        find_dates(b"\xd8")  # type: ignore[arg-type]
