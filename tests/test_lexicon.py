"""The tables of words: every entry can be found, and is written once."""

from __future__ import annotations

import re

import pytest

from arabnews.lexicon import table
from arabnews.text import fold

# Tables of lists of words; these hold sequences of several words, looked up as such.
SEQUENCES = {
    "writer_starts",
    "by_sequences",
    "by_these_words",
    "connectors",
    "idioms",
    "turns",
    "concessions",
}
# folded, the two particles are written alike; the tables name both
PARTICLE = re.compile(r"[وفب]?[إأ]ن(ه|ها|هم|هما)?")

LISTS = [
    pytest.param(name, words, id=f"{source}-{name}")
    for source, lists in (
        ("attribution", table("attribution_words")),
        ("phrase", table("phrase_words")),
        ("meeting", table("meeting_words")["words"]),
        ("status", table("meeting_words")["status_words"]),
    )
    for name, words in lists.items()
    if isinstance(words, list)
]


@pytest.mark.parametrize(("name", "words"), LISTS)
def test_lists_looked_up_word_by_word_hold_single_words(name: str, words: list[str]) -> None:
    if name not in SEQUENCES:
        assert [word for word in words if len(fold(word).split()) != 1] == []


@pytest.mark.parametrize(("name", "words"), LISTS)
def test_each_word_is_written_once(name: str, words: list[str]) -> None:
    folded = [fold(word) for word in words if not PARTICLE.fullmatch(word)]
    assert [word for word in folded if folded.count(word) > 1] == []


@pytest.mark.parametrize(
    "name", [name for name, entries in table("meeting_words").items() if isinstance(entries, list)]
)
def test_each_verb_of_a_list_is_written_once(name: str) -> None:
    entries = [str(entry) for entry in table("meeting_words")[name]]
    assert len(set(entries)) == len(entries)
