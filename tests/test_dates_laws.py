"""What holds for every day: the weekday law, shifts, and texts of any kind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews.dates import find_dates, resolve_date

_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_TEN_YEARS = st.dates(date(2012, 1, 1), date(2021, 12, 31))
_DAY = timedelta(days=1)


def _day(text: str, anchor: date) -> date:
    (time,) = find_dates(text, anchor=anchor)
    assert time.begin == time.end
    assert isinstance(time.begin, date)
    assert time.value == time.begin.isoformat()
    return time.begin


@given(_TEN_YEARS, st.integers(1, 7))
def test_the_weekday_law(anchor, weekday):
    name = _WEEKDAYS[weekday - 1]
    past = _day(f"وصل الوفد {name} إلى عدن", anchor)
    ahead = _day(f"سيصل الوفد {name} إلى عدن", anchor)
    last = _day(f"{name} الماضي", anchor)
    following = _day(f"{name} المقبل", anchor)
    assert {day.isoweekday() for day in (past, ahead, last, following)} == {weekday}
    # The nearest one that the tense allows, today included; with a direction today is not.
    assert anchor - 6 * _DAY <= past <= anchor
    assert anchor <= ahead <= anchor + 6 * _DAY
    assert anchor - 7 * _DAY <= last < anchor
    assert anchor < following <= anchor + 7 * _DAY


@given(_TEN_YEARS)
def test_today_and_its_neighbours(anchor):
    name = _WEEKDAYS[anchor.isoweekday() - 1]
    before = _WEEKDAYS[(anchor - _DAY).isoweekday() - 1]
    assert _day("اليوم", anchor) == _day(f"اليوم {name}", anchor) == anchor
    assert _day("أمس", anchor) == _day(f"أمس {before}", anchor) == anchor - _DAY
    assert _day("أول أمس", anchor) == anchor - 2 * _DAY
    assert _day("بعد غد", anchor) == anchor + 2 * _DAY


@given(_TEN_YEARS, st.integers(1, 60))
def test_days_ago_and_ahead(anchor, days):
    assert _day(f"قبل {days} يوما", anchor) == anchor - days * _DAY
    assert _day(f"بعد {days} يوما", anchor) == anchor + days * _DAY


@given(_TEN_YEARS, st.sampled_from(["الأسبوع الماضي", "الشهر الماضي", "العام الماضي"]))
def test_last_periods_end_before_today_and_touch_this_one(anchor, phrase):
    past = resolve_date(phrase, anchor=anchor)
    this = resolve_date(phrase.replace("الماضي", "الجاري"), anchor=anchor)
    assert past.end < anchor
    assert past.end + _DAY == this.begin
    assert this.begin <= anchor <= this.end


@given(_TEN_YEARS, _TEN_YEARS)
def test_a_full_date_means_the_same_from_every_anchor(day, anchor):
    for text in (f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        assert _day(text, anchor) == day


@given(_TEN_YEARS)
def test_the_weekday_before_a_date_never_changes_it(day):
    for name in _WEEKDAYS:
        assert _day(f"{name} {day.day}-{day.month}-{day.year}", day) == day


_WORDS = """
    يوم اليوم الأحد أمس غد الساعة من في قبل بعد كل هذا هذه أيلول آذار مارس / - ( ) : ، . 5 12 31
    2016 15 م هـ عام العام الماضي المقبل نفسه ثلاثة
    عشر وعشرين مئة ألف أيام ساعة ونصف نهاية مطلع شوال
    الموافق بين إلى و ال ذلك بيومين مساء صباحا الثالثة والنصف الربع الأول منذ أكثر نحو سنويا مرتين
    الأسبوع القرن التسعينيات صيف
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=400)
@given(st.lists(_PIECES, max_size=25), st.none() | _TEN_YEARS)
def test_any_text_gives_sorted_expressions_that_lie_in_it(pieces, anchor):
    text = " ".join(pieces)
    end = 0
    for time in find_dates(text, anchor=anchor):
        assert end <= time.span.start < time.span.end
        assert text[time.span.start : time.span.end] == time.text
        if time.begin is not None:
            assert time.end is not None
            assert time.begin <= time.end
        end = time.span.end


@pytest.mark.parametrize("anchor", [date(1, 1, 1), date(9999, 12, 31), date(1900, 6, 1)])
def test_days_at_the_ends_of_the_calendar(anchor):
    text = "أمس وغدا والأسبوع الماضي والعام المقبل والقرن الماضي وقبل 3000 سنة وشهر رمضان"
    assert len(find_dates(text, anchor=anchor)) >= 5
