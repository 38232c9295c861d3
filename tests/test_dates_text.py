"""Time expressions in running text: what they count from, pairs of calendars, names, intervals."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from arabnews.dates import find_dates, tag
from arabnews.dates.published import find_published
from arabnews.lexicon import table
from arabnews.text.tokens import tokenize


def _values(text: str, anchor: str | None = "2016-09-05") -> list[tuple[str, str]]:
    return [(t.text, t.value) for t in find_dates(text, anchor=anchor)]


def test_the_next_day_counts_from_the_last_day_told():
    text = "وصل الوفد في 3 آب 2016، وغادر في اليوم التالي."
    assert _values(text) == [("3 آب 2016", "2016-08-03"), ("اليوم التالي", "2016-08-04")]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("اليوم نفسه", "2016-08-03"),
        ("نفس اليوم", "2016-08-03"),
        ("ذلك اليوم", "2016-08-03"),
        ("اليوم السابق", "2016-08-02"),
        ("الشهر نفسه", "2016-08"),
        ("24 من الشهر نفسه", "2016-08-24"),
        ("العام التالي", "2017"),
        ("الأحد التالي", "2016-08-07"),
        ("بعد ذلك بيومين", "2016-08-05"),
        ("قبل ذلك بيوم", "2016-08-02"),
        ("بعدها بأسبوع", "2016-W32"),
        ("بعد ذلك بثلاثة أيام", "2016-08-06"),
    ],
)
def test_what_the_text_counts_from(phrase, value):
    text = f"وقع الحادث في 3 آب 2016. وحدث ذلك مجددا {phrase}."
    assert _values(text)[1:] == [(phrase, value)]


def test_without_a_date_told_before_it_stays_open():
    (time,) = find_dates("غادر الوفد في اليوم التالي", anchor="2016-09-05")
    assert (time.value, time.resolved) == ("FUTURE_REF", False)


def test_an_hour_belongs_to_the_day_told_in_its_sentence():
    text = "انفجرت القنبلة يوم الأحد في بغداد قرب السوق في الساعة 15:30. وأعلن ذلك الساعة 18:00."
    assert _values(text) == [
        ("يوم الأحد", "2016-09-04"),
        ("الساعة 15:30", "2016-09-04T15:30"),
        ("الساعة 18:00", "2016-09-04T18:00"),
    ]


def test_an_hour_of_what_is_to_come_is_of_today():
    text = "انفجرت القنبلة يوم الأحد. وسيتحدث الناطق في الساعة 15:30."
    assert _values(text)[-1] == ("الساعة 15:30", "2016-09-05T15:30")


def test_an_hour_does_not_go_back_to_an_older_story():
    text = "انفجرت القنبلة يوم 3 آب 2016. وأعلن الناطق في الساعة 15:30 عن الضحايا."
    assert _values(text)[-1] == ("الساعة 15:30", "2016-09-05T15:30")


def test_an_hour_on_a_line_of_its_own_is_of_today():
    assert _values("وصل في 3 آب 2015\nالساعة 15:30 يعود")[-1][1] == "2016-09-05T15:30"


def test_the_same_day_of_what_happened_was_not_told_as_to_come():
    text = "زار الوزير المدينة أمس، وينتهي العمل في 10 تشرين الأول. وعقد في اليوم نفسه لقاء."
    assert _values(text)[-1] == ("اليوم نفسه", "2016-09-04")


def test_today_is_the_day_that_the_page_calls_so():
    # 5 September 2016 was a Monday.
    text = "وصل الوفد اليوم (الأحد). وغادر صباح اليوم، وكان قد وصل أمس."
    assert [v for _, v in _values(text)] == ["2016-09-04", "2016-09-04TMO", "2016-09-03"]


def test_the_next_day_does_not_follow_a_year():
    assert _values("عمل هناك في 1970، ويعاد البرنامج في اليوم التالي")[-1][1] == "FUTURE_REF"


@pytest.mark.parametrize("text", ["سودان الغد\nكشف الوالي", "عين اليوم – متابعات", "لـ(اليوم) أنه"])
def test_the_name_of_a_paper_is_no_day(text):
    (time,) = find_dates(text, anchor="2016-09-05")
    assert time.in_name


def test_a_country_today_is_no_paper():
    (time,) = find_dates("وصل\nمصر اليوم في خطر", anchor="2016-09-05")
    assert not time.in_name


def test_a_weekday_far_from_publication_does_not_move_today():
    text = "وصل الوفد اليوم الخميس. وغادر أمس."
    assert _values(text)[-1] == ("أمس", "2016-09-04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بين عامي 2010 و2015", ["2010", "2015"]),
        ("من عام 2010 إلى عام 2015", ["عام 2010", "عام 2015"]),
        ("من 2010 إلى 2015", ["2010", "2015"]),
        ("بين سنتي 2006 و.2011 ارتفع", ["2006", "2011"]),
        ("من أبريل إلى يونيو 2015", ["أبريل", "يونيو 2015"]),
    ],
)
def test_two_months_or_years_are_one_each(text, expected):
    assert [t for t, _ in _values(text)] == expected


def test_the_first_of_two_months_has_the_year_of_the_last():
    assert [v for _, v in _values("من أبريل إلى يونيو 2015")] == ["2015-04", "2015-06"]


def test_years_of_two_digits_in_a_list():
    text = "فاز باللقب أعوام 86 و93و96 و98 و2006 وأخيرا في 2010 ثم 12 مرة"
    assert _values(text) == [
        ("86", "1986"),
        ("93", "1993"),
        ("96", "1996"),
        ("98", "1998"),
        ("2006", "2006"),
        ("2010", "2010"),
    ]


@pytest.mark.parametrize("text", ["سجل 86 و93 هدفا", "منذ 2006 و93 هدفا", "سنوات 12 شخصا و13 بيتا"])
def test_numbers_outside_a_list_of_years_are_none(text):
    assert [t for t, _ in _values(text) if len(t) == 2] == []


def test_local_and_greenwich_time_are_two():
    text = "وقع الهجوم عند الساعة 15:00 (12:00 ت غ)"
    assert [v for _, v in _values(text)] == ["2016-09-05T15:00", "2016-09-05T12:00"]


@pytest.mark.parametrize(
    "text",
    [
        "26 شوال 1436 هـ الموافق 11 أغسطس 2015 م",
        "11 أغسطس 2015 الموافق 26 شوال 1436",
        "11 أغسطس 2015 (26 شوال 1436)",
        # The moon was sighted a day later than the calendar says: the Gregorian date decides.
        "25 شوال 1436 هـ الموافق 11 أغسطس 2015 م",
    ],
)
def test_a_hijri_and_a_gregorian_date_side_by_side_are_one_day(text):
    first, second = find_dates(text)
    assert first.value == second.value == "2015-08-11"
    assert {first.written, second.written} == {"hijri", "gregorian"}
    assert first.resolved
    assert second.resolved


def test_a_weekday_and_its_hijri_date():
    text = "من بعد غد الأربعاء (21 شعبان) الموافق لـ11 يوليو"
    assert [v for _, v in _values(text, "2012-07-09")] == ["2012-07-11"] * 3


@pytest.mark.parametrize(
    "text", ["افتتح يوم الأربعاء الموافق 1/1/1437هـ", "افتتح الأربعاء (غرة محرم 1437)"]
)
def test_a_hijri_date_tells_the_week_of_a_weekday(text):
    # 14 October 2015 was a Wednesday.
    assert [v for _, v in _values(text)] == ["2015-10-14", "2015-10-14"]


def test_a_hijri_year_outside_the_table_is_unresolved():
    (time,) = find_dates("توفي في 5 محرم 1100 هـ")
    assert not time.resolved
    assert time.begin is None
    assert time.written == "hijri"


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("قالت صحيفة اليوم إن الطريق مغلق", "اليوم"),
        ("بحسب صحيفة «اليوم» السعودية", "اليوم"),
        ("بعد ثورة 25 يناير في مصر", "25 يناير"),
        ("شارع 14 أكتوبر في عدن", "14 أكتوبر"),
        ("حركة 20 فبراير المغربية", "20 فبراير"),
        ("منذ هجمات 11 سبتمبر على نيويورك", "11 سبتمبر"),
        ("كتبت المصري اليوم عن الأزمة", "اليوم"),
        ("صلاة الجمعة في المسجد", "الجمعة"),
        ("نواب قوى 14 آذار في البرلمان", "14 آذار"),
    ],
)
def test_a_time_in_a_name_is_no_news_time(text, expression):
    (time,) = find_dates(text, anchor="2016-09-05")
    assert time.text == expression
    assert time.in_name
    assert time.begin is None


@pytest.mark.parametrize(
    "text", ["هجمات 11 سبتمبر 2001", "هجمات 13 نوفمبر في باريس", "افتتح مستشفى جديدا اليوم"]
)
def test_a_date_beside_a_name_is_news_time(text):
    (time,) = find_dates(text, anchor="2016-09-05")
    assert not time.in_name


@pytest.mark.parametrize(
    ("phrase", "begin", "end"),
    [
        ("أمس", date(2016, 9, 4), date(2016, 9, 4)),
        ("الأسبوع الماضي", date(2016, 8, 29), date(2016, 9, 4)),
        ("الشهر الماضي", date(2016, 8, 1), date(2016, 8, 31)),
        ("فبراير 2016", date(2016, 2, 1), date(2016, 2, 29)),
        ("عام 2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("الربع الثاني من 2015", date(2015, 4, 1), date(2015, 6, 30)),
        ("النصف الثاني من 2015", date(2015, 7, 1), date(2015, 12, 31)),
        ("صيف 2014", date(2014, 6, 1), date(2014, 8, 31)),
        ("شتاء 2015", date(2015, 12, 1), date(2016, 2, 29)),
        ("التسعينيات", date(1990, 1, 1), date(1999, 12, 31)),
        ("القرن العشرين", date(1900, 1, 1), date(1999, 12, 31)),
        ("3-5 مايو 2015", date(2015, 5, 3), date(2015, 5, 5)),
        ("رمضان 1433 هـ", date(2012, 7, 20), date(2012, 8, 18)),
        ("الأيام الثلاثة الماضية", date(2016, 9, 2), date(2016, 9, 5)),
        ("عطلة نهاية الأسبوع", date(2016, 9, 10), date(2016, 9, 11)),
        ("الساعة 15:30", datetime(2016, 9, 5, 15, 30), datetime(2016, 9, 5, 15, 30)),
        ("ساعتين", None, None),
        ("مؤخرا", None, None),
    ],
)
def test_the_interval_an_expression_denotes(phrase, begin, end):
    (time,) = find_dates(phrase, anchor="2016-09-05")
    assert (time.begin, time.end) == (begin, end)


def test_a_weekday_in_an_old_story_counts_from_its_date():
    # 8 March 2019 was a Friday.
    text = "ذكرت الصحيفة في 8 مارس 2019 أن الآلاف خرجوا الجمعة إلى الشوارع. وأكدت ذلك الخميس."
    assert [v for _, v in _values(text)] == ["2019-03-08", "2019-03-08", "2016-09-01"]


def test_years_in_a_list_are_one_each():
    text = "في ميزانيتي 2013 و2014، وفي عامي 2010 و2011"
    assert [v for _, v in _values(text)] == ["2013", "2014", "2010", "2011"]


def test_nothing_is_carried_over_from_one_text_to_the_next():
    find_dates("وصل في 3 آب 2016")
    assert _values("غادر في اليوم التالي") == [("اليوم التالي", "FUTURE_REF")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n",
        "٪%$#",
        "يوم",
        "5",
        "5/",
        "الساعة",
        "من",
        "قبل",
        "كل",
        "(",
        "5 من",
        "عام",
        "١٢٣٤",
    ],
)
def test_fragments_are_no_error(text):
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hangzhou, China, 05 September 2016. EPA/PHOTO", "2016-09-05"),
        ("محمد أحمد نشر في المساء يوم 15 - 09 - 2012", "2012-09-15"),
        ("الاربعاء,11 تموز 2012", "2012-07-11"),
        ("موسكو 11 أغسطس 2015 م واس", "2015-08-11"),
        ("الجمعة 20 جويلية 2012 الساعة 11:43", "2012-07-20"),
        ("بيروت - «الحياة» الأحد 1 يوليو 2012", "2012-07-01"),
    ],
)
def test_the_date_of_a_caption_dateline_or_byline(text, value):
    (found,) = find_published(tokenize(text), text)
    assert found.value[:10] == value


def test_a_partial_date_is_no_date_of_publication():
    text = "عمان - في 5 أيلول، وفي أيلول 2016، أمس"
    assert find_published(tokenize(text), text) == ()


def test_tagging_a_stretch_of_a_text_keeps_its_offsets():
    text = "الأحد. وصل الوفد أمس."
    tokens = [token for token in tokenize(text) if token.start > 6]
    (time,) = tag(tokens, text, date(2016, 9, 5))
    assert text[time.span.start : time.span.end] == "أمس"


def _silent(words: list[str], sample: str) -> list[str]:
    """The words that make no time expression in their sample."""
    return [word for word in words if len(find_dates(sample.format(word))) != 1]


def test_every_month_name_fires_in_its_sample():
    for system in table("months")["system"]:
        names = [name for month in system["months"] for name in month]
        assert _silent(names, system["sample"]) == [], system["name"]


def test_every_weekday_fires_in_its_sample():
    weekdays = table("weekdays")
    names = [name for day in weekdays["days"] for name in day["names"]]
    assert _silent(names, weekdays["sample"]) == []


def test_every_unit_fires_in_its_sample():
    for unit in table("units")["unit"]:
        assert _silent([*unit["one"], *unit["many"]], unit["sample"]) == []
        assert _silent(unit["two"], "استمر {}") == []
        assert _silent(unit.get("adverb", []), "يحدث {}") == []


def test_every_day_of_the_month_fires_in_its_sample():
    days = table("numbers")["days_of_month"]
    for day, words in days["values"].items():
        for word in words:
            (time,) = find_dates(days["sample"].format(word), anchor="2016-10-31")
            assert time.value == f"2016-10-{int(day):02d}"


@pytest.mark.parametrize(
    "section", ["day", "part", "part_of_part", "direction", "mod", "approx", "season", "vague"]
)
def test_every_date_word_fires_in_its_sample(section):
    silent = []
    for entry in table("date_words")[section]:
        words = entry.get("words", entry.get("before"))
        for word in words.split() if isinstance(words, str) else words:
            sentence = entry["sample"].format(word)
            if not any(word.split()[-1] in t.text for t in find_dates(sentence)):
                silent.append(sentence)
    assert silent == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("استمر ذلك منذ 13.8 مليار سنة", "P13800000000Y"),
        ("لمدة 3.55 ساعة", "PT3.55H"),
        ("منذ ٩٩٩٩٩٩٩٩٩٩٩٩ مليار يوم", "PXD"),
        ("كل ٩٩٩٩٩٩٩٩٩٩٩٩ مليار يوم", "PXD"),
    ],
)
def test_large_amounts_are_digits_or_no_amount_at_all(text: str, value: str) -> None:
    assert [time.value for time in find_dates(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["قبل {} ساعة", "لمدة {} يوم", "{}/2/2000", "2000-{}-01", "2 مايو {}", "عام {}", "12:{}"],
)
def test_numbers_of_absurd_length_are_no_error(text: str) -> None:
    values = [value for _, value in _values(text.format("9" * 5000))]
    assert values in ([], ["2016-05-02"])
