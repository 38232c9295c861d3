"""The ``published`` argument: what it may be, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime

import pytest

from arabnews.dates import read_published
from arabnews.model.errors import ArgumentError

_DAY = date(2016, 9, 5)


@pytest.mark.parametrize(
    "value",
    [
        date(2016, 9, 5),
        datetime(2016, 9, 5, 23, 59),
        "2016-09-05",
        "20160905",
        "2016-09-05T10:30:00",
        "2016-09-05T10:30:00Z",
        "2016-09-05 10:30:00+03:00",
        "الاثنين 5 أيلول/سبتمبر 2016",
        "الإثنين، ٥ سبتمبر ٢٠١٦",
        "5 أيلول 2016",
        "الخامس من أيلول عام 2016",
        "5 سبتمبر 2016 - 10:30",
        "نشر في 5/9/2016",
        "05-09-2016",
        "الاثنين 3 ذو الحجة 1437 هـ الموافق 5 سبتمبر 2016",
        "5 شتنبر 2016",
        "5 September 2016",
        "September 5, 2016",
        "Monday, September 5, 2016",
        "Mon, 05 Sep 2016 10:30:00 GMT",
        "5 septembre 2016",
        "lundi 5 septembre 2016",
        # A weekday that contradicts the date: still the date.
        "الأحد 5 أيلول 2016",
        "Sunday 5 September 2016",
    ],
)
def test_a_full_date_is_read(value):
    assert read_published(value) == _DAY


def test_none_stays_none():
    assert read_published(None) is None


@pytest.mark.parametrize(
    "value",
    [
        "",
        "   ",
        "كلام",
        "nonsense",
        "أمس",
        "اليوم الاثنين",
        "yesterday",
        "today",
        "hier",
        "2 days ago",
        "قبل يومين",
        "September 2016",
        "سبتمبر 2016",
        "2016",
        "5 أيلول",
        "الاثنين",
        "10:30",
        "32 سبتمبر 2016",
        "2016-02-30",
        "5 سبتمبر 2016 و6 سبتمبر 2016",
        "1473033600",
        "5 سبتمبر 2016 " * 100,
    ],
)
def test_anything_else_is_refused(value):
    with pytest.raises(ArgumentError, match="published: expected a date"):
        read_published(value)


@pytest.mark.parametrize("value", [20160905, 1.5, True, b"2016-09-05", [2016, 9, 5]])
def test_a_wrong_type_is_refused(value):
    with pytest.raises(ArgumentError, match=type(value).__name__):
        read_published(value)


def test_arabic_and_iso_dates_need_no_dateparser():
    code = (
        "import sys; from arabnews.dates import read_published as r;"
        "r('2016-09-05'); r('الاثنين 5 أيلول 2016');"
        "assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
