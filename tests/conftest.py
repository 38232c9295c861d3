"""Articles built by hand, for what works on an Article whoever made it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from arabnews.model import (
    Article,
    Cue,
    Entity,
    Meeting,
    Participant,
    Phrase,
    Quote,
    Segment,
    Span,
    Speaker,
    TextWarning,
    TimeExpression,
)

# The same cases on every run of the build; new ones on every run by hand.
settings.register_profile(
    "arabnews",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("arabnews")

ROOT = Path(__file__).parent.parent

TEXT = """لقاء في القاهرة

قال الوزير سامي حداد أمس الأحد إن اللقاء كان "جيدا" <و>مفيدا، بحسب وكالة «نور».
التقى حداد نظيره عمر زيدان في القاهرة.
وأضاف أن العمل مستمر."""


@pytest.fixture
def root() -> Path:
    """The directory of the project."""
    return ROOT


@pytest.fixture
def span() -> Callable[[str], Span]:
    """The first place of a phrase in the text of ``article``."""
    return _span


@pytest.fixture
def article() -> Article:
    """A short article with one of everything, nested and crossing spans included."""
    minister = Entity(0, "سامي حداد", "PERSON", "وزير", "EG", ("حداد",), (_span("سامي حداد"),))
    other = Entity(1, "عمر زيدان", "PERSON", mentions=(_span("عمر زيدان"),))
    agency = Entity(2, "نور", "ORGANISATION", mentions=(_span("نور"),))
    yesterday = TimeExpression(
        _span("أمس الأحد"), "أمس الأحد", "DATE", "2016-09-04", None,
        date(2016, 9, 4), date(2016, 9, 4),
    )  # fmt: skip
    said = 'اللقاء كان "جيدا" <و>مفيدا'
    return Article(
        text=TEXT,
        published=date(2016, 9, 5),
        published_from="given",
        headline="لقاء في القاهرة",
        source="نور",
        segments=(Segment(_span("لقاء في القاهرة"), "headline"),),
        sentences=(_span("التقى حداد نظيره عمر زيدان في القاهرة."),),
        entities=(minister, other, agency),
        times=(yesterday,),
        quotes=(
            Quote(
                _span(said),
                said,
                "mixed",
                Cue(_span("قال"), "قال", "verb", "say"),
                Speaker("سامي حداد", minister, _span("الوزير سامي حداد")),
                fragments=(_span("جيدا"),),
                relay=agency,
                time=yesterday,
                confidence=0.9,
            ),
            Quote(
                _span("العمل مستمر"),
                "العمل مستمر",
                "indirect",
                Cue(_span("أضاف"), "أضاف", "verb", "add"),
                Speaker("سامي حداد", minister, None, "carried"),
            ),
        ),
        meetings=(
            Meeting(
                (Participant(minister, "guest"), Participant(other, "host")),
                (_span("التقى"),),
                time=yesterday,
                place=Phrase("القاهرة", _span("القاهرة.")),
            ),
        ),
        warnings=(TextWarning("unbalanced_marks", "a mark was never closed", _span("«")),),
    )


def _span(phrase: str) -> Span:
    start = TEXT.index(phrase)
    return Span(start, start + len(phrase))
