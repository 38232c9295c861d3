"""Noun phrases and who is who: what a reader would call the people of an article."""

from __future__ import annotations

import pytest

from arabnews import parse_article
from arabnews.names import read_names
from arabnews.text import read_page


def people(text: str) -> list[tuple[str, str]]:
    """Each entity of a text as (name, kind)."""
    page = read_page(text)
    names = read_names(page, ())
    return [(e.name, e.kind) for e in names.table.entities().values()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال وزير الصحة سامي خليفة إن", "سامي خليفة"),
        ("أعلن المتحدث الأمني لوزارة الداخلية العميد رائد منصور أن", "رائد منصور"),
        ("أكد معالي وزير التعليم الأستاذ حمد بن سالم العتيبي أن", "حمد بن سالم العتيبي"),
        ("قال نائب رئيس الوزراء النرويجي يوناس لارسن إن", "يوناس لارسن"),
        ("قال الأمين العام لرابطة الأندية الدكتور فؤاد مراد إن", "فؤاد مراد"),
        ("قال محمد ولد الشيخ أحمد، مبعوث الأمم المتحدة، إن", "محمد ولد الشيخ أحمد"),
        ("ذكر سفير فرنسا لدى تونس لوران غيوم أن", "لوران غيوم"),
        ("أوضح المشرف على المشروع ياسر نوري أن", "ياسر نوري"),
        ("قال رئيس بعثة المنظمة الدولية هاكان يلماز إن", "هاكان يلماز"),
        ("قالت عضو اللجنة المالية سعاد نجيب إن", "سعاد نجيب"),
        # a surname that is an everyday word stands behind a title and a given name
        ("أعلن وزير الزراعة كريم حصاد أن", "كريم حصاد"),
        ("قال وزير الخارجية الأميركي “بلينكن” إن", "بلينكن"),
    ],
)
def test_a_name_is_parted_from_its_title(text: str, name: str) -> None:
    assert (name, "PERSON") in people(text)


@pytest.mark.parametrize(
    ("text", "not_in_name"),
    [
        ("زار رئيس الحكومة سعد كامل مصنعا في الشمال", "مصنعا"),
        ("قال النائب فريد صالح أمام المجلس", "أمام"),
        ("أكد المدرب ماركو روسي جاهزية الفريق", "جاهزية"),
        ("التقى الوزير خالد العلي بنظيره المغربي", "بنظيره"),
        ("قال اللواء أحمد سمير والعقيد نادر", "والعقيد"),
    ],
)
def test_a_name_ends_where_everyday_words_begin(text: str, not_in_name: str) -> None:
    names = [name for name, kind in people(text) if kind == "PERSON"]
    assert names
    assert not any(not_in_name in name for name in names)


def test_a_joint_title_is_two_people() -> None:
    found = people("بحث الرئيسان السنغالي ماكي ديوب والغامبي آداما باه ملف الحدود")
    assert [name for name, kind in found if kind == "PERSON"] == ["ماكي ديوب", "آداما باه"]


def test_one_person_told_five_ways_is_one_entity() -> None:
    article = parse_article(
        "قال وزير الطاقة الأردني هاني مراد إن المحطة ستعمل. وأضاف مراد أن الكلفة انخفضت. "
        "وأكد الوزير أن الشبكة جاهزة. وأوضح وزير الطاقة أن الربط اكتمل. وشدد هاني مراد على ذلك."
    )
    persons = [e for e in article.entities if e.kind == "PERSON"]
    assert [e.name for e in persons] == ["هاني مراد"]
    assert persons[0].title == "وزير الطاقة الأردني"
    assert persons[0].country == "JO"
    assert len(persons[0].mentions) == 5


def test_two_ministers_of_two_countries_stay_two() -> None:
    article = parse_article(
        "قال وزير الخارجية المصري نبيل عزت إن الحوار بدأ. "
        "وقال وزير الخارجية السوداني عمر البشرى إن الوفد وصل. "
        "وأضاف وزير الخارجية المصري أن الجولة الثانية قريبة."
    )
    assert [q.speaker.name for q in article.quotes if q.speaker] == [
        "نبيل عزت", "عمر البشرى", "نبيل عزت",
    ]  # fmt: skip


def test_a_body_is_told_by_its_first_noun_again() -> None:
    article = parse_article(
        "أعلنت وزارة النقل والمواصلات أن الجسر سيفتح. وأضافت الوزارة أن الحركة ستتحسن."
    )
    assert {q.speaker.name for q in article.quotes if q.speaker} == {"وزارة النقل والمواصلات"}


def test_a_tagger_may_name_people_that_no_table_knows() -> None:
    class Tagger:
        def tag(self, tokens: object) -> list[str]:
            return ["B-PERS" if t in ("زرياب",) else "O" for t in tokens]  # type: ignore[attr-defined]

    text = "وصل زرياب مساء."
    assert "زرياب" not in [e.name for e in parse_article(text).entities]
    assert "زرياب" in [e.name for e in parse_article(text, ner=Tagger()).entities]
