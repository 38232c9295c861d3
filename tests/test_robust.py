"""Ugly input: other normal forms, datelines in several shapes, taggers that misbehave."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews import ArgumentError, Article, find_meetings, find_quotes, parse_article

TEXT = "قال المسؤولون في الهيئة إن الميناء مغلق. وأكد رئيس الهيئة سعد كريم أن العمل يبدأ غدا."
DATED = (
    "عمان 12 آذار/مارس 2024 (أ ف ب) - قال الوزير سعد كريم أمس إن العمل بدأ في الميناء الكبير، "
    "والتقى كريم السفير سامي حداد أمس."
)


def test_decomposed_letters_read_the_same() -> None:
    def told(text: str) -> list[tuple[str, str | None]]:
        return [
            (unicodedata.normalize("NFC", q.text), q.speaker.how if q.speaker else None)
            for q in find_quotes(text)
        ]

    assert told(unicodedata.normalize("NFD", TEXT)) == told(TEXT)


def test_a_dateline_with_two_names_of_the_month_dates_the_article() -> None:
    article = parse_article(DATED)
    assert article.published == date(2024, 3, 12)
    assert article.published_from == "dateline"


def test_the_dateline_counts_for_every_layer() -> None:
    (quote,) = find_quotes(DATED)
    assert quote.time is not None
    assert quote.time.value == "2024-03-11"
    (meeting,) = find_meetings(DATED)
    assert meeting.time is not None
    assert meeting.time.value == "2024-03-11"


class _Tagger:
    def __init__(self, labels: list[str]) -> None:
        self.labels = labels

    def tag(self, tokens: Sequence[str]) -> list[str]:
        del tokens
        return self.labels


def test_a_tagger_with_too_few_labels_is_told_so() -> None:
    with pytest.raises(ArgumentError, match="one label for each"):
        parse_article(TEXT, ner=_Tagger(["O"]))


def test_a_broken_invariant_is_told_by_from_dict() -> None:
    plain = parse_article(TEXT).to_dict()
    plain["quotes"][0]["confidence"] = 7
    with pytest.raises(ArgumentError, match="quote 0 has confidence 7"):
        Article.from_dict(plain)


def test_a_hijri_date_gives_a_plain_date() -> None:
    article = parse_article(TEXT, published="25 شوال 1436 هـ")
    assert type(article.published) is date


@pytest.mark.parametrize("text", ["قال المندوب لدى", "قال السفير لدى\nأكد الوزير أن العمل بدأ."])
def test_a_text_or_line_may_end_in_the_midst_of_a_title(text: str) -> None:
    assert parse_article(text).text == text


# words that steer the grammar; texts break off, and scanned ones lose words, anywhere among them
STEERING = """
قال وأضاف مضيفا نقلا عن وفقا له بحسب ما جاء في بيان قوله تأكيد سموه هذا وهذا الذي إن أن إلى من ل
لدى باسم المتحدث الوزير رئيس وكالة د. عبد بن أبو آل سعد كريم التقى استقبل أمس غدا عام 5 بهذه الكلمات
هكذا قول تأكيد أوردت ذكرت الصحيفة وأكد الجانبان و ، . : « » " ( ) - – ؟
"""


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(STEERING.split()), max_size=30))
def test_any_heap_of_words_is_read(words: list[str]) -> None:
    article = parse_article(" ".join(words))
    assert Article.from_json(article.to_json()) == article


@pytest.mark.parametrize(
    "text",
    [
        "وفقا له ... ، - وفقا له بحسب",
        "هذا بيان آل الذي بحسب بيان قوله ل الكلمات",
        "وأضاف ( بحسب بيان سموه الوزير",
        "قال المندوب لدى",
        "أوردت الصحيفة قول الوزير إن",
        'وعزا مضيفا " للذهاب أن الذي ؟ صحيح . « رسملة',
    ],
)
def test_a_text_may_break_off_in_an_aside_or_a_source(text: str) -> None:
    article = parse_article(text)
    assert all(article.text[q.span.start : q.span.end] == q.text for q in article.quotes)
