"""The people of an article, each once: with the name, the title and the country it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from arabnews import parse_article

SEEDS = Path(__file__).parent.parent / "seeds"


def people(text: str) -> set[tuple[str, str | None, str | None]]:
    """Name, title and country of every person of a text."""
    found = [
        (e.name, e.title, e.country) for e in parse_article(text).entities if e.kind == "PERSON"
    ]
    assert len({name for name, _, _ in found}) == len(found)
    return set(found)


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (
            "000",
            {
                ("فلاديمير بوتين", "الرئيس الروسي", "RU"),
                ("باراك أوباما", "الرئيس الأمريكي", "US"),
                ("جون كيري", "وزير الخارجية", None),
                ("سيرغي لافروف", "وزير الخارجية", None),
                ("دميتري بيسكوف", "المتحدث باسم الرئاسة الروسية", "RU"),
            },
        ),
        (
            "001",
            {
                ("باراك أوباما", "الرئيس الأميركي", "US"),
                ("فلاديمير بوتين", "الرئيس الروسي", "RU"),
                ("دميتري بيسكوف", "المتحدث باسم الكرملين", "RU"),
                ("جون كيري", "وزير الخارجية الأميركي", "US"),
                ("سيرغي لافروف", "وزير الخارجية الروسي", "RU"),
            },
        ),
        (
            "002",
            {
                ("فلاديمير بوتين", "الرئيس الروسي", "RU"),
                ("باراك أوباما", "الرئيس الأميركي", "US"),
                ("مايكل راتني", "المبعوث الأميركي الخاص إلى سوريا", "US"),
            },
        ),
        (
            "003",
            {
                ("جون كيري", "وزير الخارجية الأمريكي", "US"),
                ("دميتري بيسكوف", "المتحدث باسم الكرملين", "RU"),
                ("سيرغي لافروف", "وزير الخارجية الروسي", "RU"),
                ("سيرغي ريابكوف", "نائب وزير الخارجية الروسي", "RU"),
            },
        ),
        (
            "004",
            {
                ("فلاديمير بوتين", "الرئيس الروسي", "RU"),
                ("مايك بومبيو", "وزير الخارجية الأميركي", "US"),
                ("جيم جيفري", "المسؤول عن الملف السوري", None),
                ("سيرغي لافروف", "وزير الخارجية الروسي", "RU"),
            },
        ),
    ],
)
def test_the_people_of_the_seeds(
    number: str, named: set[tuple[str, str | None, str | None]]
) -> None:
    (seed,) = SEEDS.glob(f"{number}_*.txt")
    assert {p for p in people(seed.read_text(encoding="utf-8")) if p[1] is not None} == named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told by the office before the name
        (
            "وصل وزير النقل العراقي إلى عمان. والتقى وزير النقل العراقي ناصر الشبلي نظيره الأردني.",
            {("ناصر الشبلي", "وزير النقل العراقي", "IQ"), ("نظيره الأردني", None, "JO")},
        ),
        # two who share a title
        (
            "اجتمع وزيرا الداخلية التونسي كمال الفقي والجزائري إبراهيم مراد في تونس.",
            {
                ("كمال الفقي", "وزير الداخلية التونسي", "TN"),
                ("إبراهيم مراد", "وزير الداخلية الجزائري", "DZ"),
            },
        ),
        # a counterpart holds the same office
        (
            "بحث وزير الزراعة السوداني أبو بكر البشرى مع نظيره المصري علاء فاروق تصدير اللحوم.",
            {
                ("أبو بكر البشرى", "وزير الزراعة السوداني", "SD"),
                ("علاء فاروق", "وزير الزراعة المصري", "EG"),
            },
        ),
        # whom an office is about is not where its holder comes from
        (
            "قال سليم الهاشمي المسؤول عن الملف الليبي إن الحوار سيستأنف.",
            {("سليم الهاشمي", "المسؤول عن الملف الليبي", None)},
        ),
    ],
)
def test_a_person_is_told_once_with_the_title(
    text: str, expected: set[tuple[str, str | None, str | None]]
) -> None:
    assert people(text) == expected


def test_the_office_of_two_countries_is_that_of_two_people() -> None:
    text = (
        "وصل وزير الدفاع الفرنسي إلى بيروت. وكان وزير الدفاع اللبناني موريس سليم في استقباله. "
        "وقال وزير الدفاع الفرنسي إن الدعم مستمر."
    )
    quote = parse_article(text).quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "وزير الدفاع الفرنسي"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (
            "وقال المتحدث باسم الحكومة إن القرار نهائي. وردا على سؤال قال عادل الزبيدي إنه جاهز.",
            True,
        ),
        ("وقالت الناطقة باسم الوزارة إن اللقاح متوفر. وتابعت سعاد الحسن أن الحملة تبدأ غدا.", True),
        # the turn of somebody else, another gender, another paragraph, an indefinite one
        (
            "قال المتحدث باسم الحكومة إن القرار نهائي. من جانبه قال عادل الزبيدي إنه جاهز.",
            False,
        ),
        ("قال المتحدث باسم الحكومة إن القرار نهائي. وقالت سعاد الحسن إن الموازنة جاهزة.", False),
        ("قال المتحدث باسم الحكومة إن القرار نهائي.\nوقال عادل الزبيدي إن الموازنة جاهزة.", False),
        ("قال متحدث باسم الحكومة إن القرار نهائي. وقال عادل الزبيدي إن الموازنة جاهزة.", False),
        # one who has a title of his own, or was told before
        (
            "قال المتحدث باسم الحكومة إن القرار نهائي. وقال النائب عادل الزبيدي إن الموازنة جاهزة.",
            False,
        ),
        (
            "فاز عادل الزبيدي. قال المتحدث باسم اللجنة إنه الأول. وقال عادل الزبيدي إنه سعيد.",
            False,
        ),
    ],
)
def test_the_name_of_a_spokesman_may_follow_his_office(text: str, same: bool) -> None:
    first, second = parse_article(text).quotes
    assert first.speaker is not None
    assert second.speaker is not None
    assert (first.speaker.entity == second.speaker.entity) is same
