"""Names, titles and bodies: a surface on the left, how it is read on the right."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import product

import pytest

from arabnews.lexicon import gazetteer, table
from arabnews.lexicon.proclitics import expand, split
from arabnews.text.tokens import fold, tokenize


def forms(text: str) -> list[str]:
    return [token.form for token in tokenize(text)]


@pytest.mark.parametrize(
    ("surface", "lemma", "kind", "gender", "number", "construct"),
    [
        ("وزير", "وزير", "office", "m", "s", False),
        ("وزيرة", "وزير", "office", "f", "s", False),
        ("وزراء", "وزير", "office", "m", "p", False),
        ("وزيران", "وزير", "office", "m", "d", False),
        ("وزيرين", "وزير", "office", "m", "d", False),
        ("وزيرا", "وزير", "office", "m", "d", True),
        ("وزيري", "وزير", "office", "m", "d", True),
        ("وزيرتا", "وزير", "office", "f", "d", True),
        ("وزيرات", "وزير", "office", "f", "p", False),
        ("متحدثون", "متحدث", "speaker", "m", "p", False),
        ("متحدثو", "متحدث", "speaker", "m", "p", True),
        ("مسؤولين", "مسؤول", "source", "m", "p", False),
        ("مسئول", "مسؤول", "source", "m", "s", False),
        ("مسئولون", "مسؤول", "source", "m", "p", False),
        ("محامون", "محامي", "profession", "m", "p", False),
        ("محام", "محامي", "profession", "m", "s", False),
        ("صحفيون", "صحفي", "profession", "m", "p", False),
        ("قضاة", "قاضي", "office", "m", "p", False),
        ("أمين عام", "أمين عام", "office", "m", "s", False),
        ("أمينة عامة", "أمين عام", "office", "f", "s", False),
        ("رؤساء وزراء", "رئيس وزراء", "office", "m", "p", False),
        ("عضو", "عضو", "office", "m", "s", False),
        ("لواء", "لواء", "rank", "m", "s", False),
        ("سمو", "سمو", "honorific", "m", "s", False),
        ("نائب", "نائب", "deputy", "m", "s", False),
        ("أرملة", "أرملة", "kin", "f", "s", False),
        ("سناتور", "سيناتور", "office", "m", "s", False),
        ("ملازم ثاني", "ملازم ثان", "rank", "m", "s", False),
        ("صناع ألعاب", "صانع ألعاب", "profession", "m", "p", False),
        ("اختصاصية", "أخصائي", "profession", "f", "s", False),
        ("مشرعون", "مشرع", "source", "m", "p", False),
    ],
)
def test_title(
    surface: str, lemma: str, kind: str, gender: str, number: str, construct: bool
) -> None:
    title = gazetteer.titles()[fold(surface)]
    assert (title.lemma, title.kind, title.gender, title.number, title.construct) == (
        lemma,
        kind,
        gender,
        number,
        construct,
    )


@pytest.mark.parametrize("surface", ["وزر", "الوزير", "وزارة", "رئاسة", "زيارة", "سفارة"])
def test_not_a_title(surface: str) -> None:
    assert fold(surface) not in gazetteer.titles()


def test_titles_that_are_mostly_other_words_say_so() -> None:
    assert gazetteer.titles()["عالم"].ordinary
    assert not gazetteer.titles()["وزير"].ordinary


@pytest.mark.parametrize(
    "entry",
    [entry for kind, entries in table("titles").items() if kind != "ordinary" for entry in entries],
    ids=lambda entry: entry["lemma"],
)
def test_title_sample(entry: dict[str, str]) -> None:
    words = [
        [rest for proclitic, rest in split(form) if proclitic in ("", "ال")]
        for form in forms(entry["sample"])
    ]
    found = {
        gazetteer.titles()[" ".join(phrase)].lemma
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        for phrase in product(*words[start:end])
        if " ".join(phrase) in gazetteer.titles()
    }
    assert entry["lemma"] in found


@pytest.mark.parametrize(
    ("surface", "country", "gender", "number"),
    [
        ("روسي", "RU", "m", "s"),
        ("روسية", "RU", "f", "s"),
        ("روس", "RU", "m", "p"),
        ("أمريكي", "US", "m", "s"),
        ("أميركيون", "US", "m", "p"),
        ("أميركيتان", "US", "f", "d"),
        ("كوري شمالي", "KP", "m", "s"),
        ("كورية جنوبية", "KR", "f", "s"),
        ("جنوب أفريقية", "ZA", "f", "s"),
        ("إماراتيين", "AE", "m", "p"),
        ("أتراك", "TR", "m", "p"),
        ("نمساوي", "AT", "m", "s"),
        ("ألمان", "DE", "m", "p"),
        ("أوروبي", "EU", "m", "s"),
        ("عرب", None, "m", "p"),
    ],
)
def test_nationality(surface: str, country: str | None, gender: str, number: str) -> None:
    reading = gazetteer.nationalities()[tuple(forms(surface))]
    assert (reading.country, reading.gender, reading.number) == (country, gender, number)


@pytest.mark.parametrize("surface", ["روسيا", "مالي", "الروسي", "وروسي", "شمالي"])
def test_not_a_nationality(surface: str) -> None:
    assert (fold(surface),) not in gazetteer.nationalities()


@pytest.mark.parametrize(
    ("text", "name", "kind", "country", "proclitic", "length"),
    [
        ("روسيا", "روسيا", "country", "RU", "", 1),
        ("وروسيا", "روسيا", "country", "RU", "و", 1),
        ("الولايات المتحدة الأمريكية", "الولايات المتحدة", "country", "US", "", 3),
        ("للولايات المتحدة", "الولايات المتحدة", "country", "US", "ل", 2),
        ("بالأردن", "الأردن", "country", "JO", "ب", 1),
        ("لألمانيا", "ألمانيا", "country", "DE", "ل", 1),
        ("جنوب السودان", "جنوب السودان", "country", "SS", "", 2),
        ("السودان", "السودان", "country", "SD", "", 1),
        ("واشنطن", "واشنطن", "capital", "US", "", 1),
        ("وواشنطن", "واشنطن", "capital", "US", "و", 1),
        ("أبو ظبي", "أبوظبي", "capital", "AE", "", 2),
        ("بأبوظبي", "أبوظبي", "capital", "AE", "ب", 1),
        ("سان بطرسبورغ", "سان بطرسبرغ", "city", "RU", "", 2),
        ("هانجتشو", "هانغتشو", "city", "CN", "", 1),
        ("شرم الشيخ", "شرم الشيخ", "city", "EG", "", 2),
        ("قطاع غزة", "قطاع غزة", "region", "PS", "", 2),
        ("غزة", "غزة", "city", "PS", "", 1),
        ("بالقرم", "القرم", "region", "UA", "ب", 1),
        ("للبيت الأبيض", "البيت الأبيض", "organisation", "US", "ل", 2),
        ("وللأمم المتحدة", "الأمم المتحدة", "organisation", None, "ول", 2),
        ("مجلس الأمن الدولي", "مجلس الأمن الدولي", "organisation", None, "", 3),
        ("لحماس", "حماس", "organisation", "PS", "ل", 1),
        ("رويترز", "رويترز", "agency", "GB", "", 1),
        ("ا ف ب", "فرانس برس", "agency", "FR", "", 3),
        ("أ.ف.ب", "فرانس برس", "agency", "FR", "", 5),
        ("والأناضول", "الأناضول", "agency", "TR", "و", 1),
        ("واشنطن بوست", "واشنطن بوست", "newspaper", "US", "", 2),
        ("سي إن إن", "سي إن إن", "channel", "US", "", 3),
    ],
)
def test_phrase(
    text: str, name: str, kind: str, country: str | None, proclitic: str, length: int
) -> None:
    match = gazetteer.phrases().longest([*forms(text), "امس"], 0)
    assert match is not None
    assert (match.entry.name, match.entry.kind, match.entry.country) == (name, kind, country)
    assert (match.proclitic, match.length) == (proclitic, length)
    assert not match.entry.ordinary


@pytest.mark.parametrize("text", ["الولايات", "البيت الكبير", "ولاية", "كبير", "وقال", "مجلس"])
def test_no_phrase(text: str) -> None:
    assert gazetteer.phrases().longest(forms(text), 0) is None


@pytest.mark.parametrize("text", ["العربية", "النهار", "الحياة", "مالي", "الخارجية", "صور", "فتح"])
def test_everyday_words_say_so(text: str) -> None:
    match = gazetteer.phrases().longest(forms(text), 0)
    assert match is not None
    assert match.entry.ordinary


def test_phrases_do_not_run_past_the_end() -> None:
    assert gazetteer.phrases().longest(["الولايات"], 0) is None


@pytest.mark.parametrize(
    ("surface", "lemma", "kind", "gender", "number"),
    [
        ("وزارة", "وزارة", "ORGANISATION", "f", "s"),
        ("وزارتا", "وزارة", "ORGANISATION", "f", "d"),
        ("أحزاب", "حزب", "ORGANISATION", "m", "p"),
        ("مستشفيات", "مستشفى", "ORGANISATION", "m", "p"),
        ("بيان", "بيان", "DOCUMENT", "m", "s"),
        ("تقارير", "تقرير", "DOCUMENT", "m", "p"),
        ("مصادر", "مصادر", "GROUP", "f", "p"),
        ("منتديات", "منتدى", "ORGANISATION", "m", "p"),
        ("أحلاف", "حلف", "ORGANISATION", "m", "p"),
        ("مسودة", "مسودة", "DOCUMENT", "f", "s"),
    ],
)
def test_head(surface: str, lemma: str, kind: str, gender: str, number: str) -> None:
    head = gazetteer.heads()[fold(surface)]
    assert (head.lemma, head.kind, head.gender, head.number) == (lemma, kind, gender, number)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("محمد", "m"),
        ("عبد الله", "m"),
        ("عبدالله", "m"),
        ("فاطمة", "f"),
        ("سيرغي", "m"),
        ("سيرجي", "m"),
        ("أنجيلا", "f"),
        ("رجاء", "?"),
        ("سامح", "m"),
        ("متعب", "m"),
        ("عبد التواب", "m"),
        ("عبدالباري", "m"),
        ("هيا", "f"),
        ("لجين", "f"),
        ("نور", "?"),
    ],
)
def test_given_name(name: str, gender: str) -> None:
    assert gazetteer.given_names()[fold(name)] == gender


@pytest.mark.parametrize("word", ["إصرار", "في", "زار", "وزارة", "اللقاء", "أعلن", "من", "قال"])
def test_not_a_given_name(word: str) -> None:
    assert fold(word) not in gazetteer.given_names()


@pytest.mark.parametrize(
    "word",
    [
        *("زار", "زارت", "سيزور", "يلتقي", "التقى", "التقيا", "يلتقون", "دعت", "يدعون"),
        *("في", "إلى", "الذي", "خلال", "مشيرا", "نظيره", "اجتماع", "اجتماعا", "جديدة"),
        *("إصرار", "تخفيض", "انسحاب", "استضافة", "مسابقة", "عقبات", "نظيفة", "خضروات", "صقيع"),
        *("مستدام", "متضررون", "إغاثية", "قلبيتان", "تدريجيا", "يتلاشى", "استوعبت", "يضطلعون"),
        *("محكومين", "ركلة", "سندات", "قذائف", "لقاحات", "طحين", "مسرحيات", "أنسب", "حمراء"),
    ],
)
def test_common_word(word: str) -> None:
    assert fold(word) in gazetteer.common_words()


@pytest.mark.parametrize(
    "word",
    [
        *("كيري", "لافروف", "سعيد", "كريم", "محمد", "علي", "روسيا"),
        # names that differ by an ending from a word of every day, or are one
        *("ماكرون", "عريقات", "موتا", "محرز", "صباحي", "قنديل", "غالي", "ريفي", "نظيف", "ربيعي"),
        *("هيا", "عنان", "حداد", "سرور", "جودة", "متعب", "عباسي", "فيدان", "كوهين", "بايدن"),
        *("ثاني", "ناصري", "علوي", "نخلة", "حجاب", "غليون", "كيلو", "بوتين", "شارون", "بلير"),
    ],
)
def test_not_a_common_word(word: str) -> None:
    assert fold(word) not in gazetteer.common_words()


def test_common_words_are_no_names() -> None:
    assert not gazetteer.common_words() & gazetteer.given_names().keys()


def test_expand() -> None:
    assert ("ل", "للبيت") in expand("البيت")
    assert ("و", "وروسيا") in expand("روسيا")
    with_article = dict(expand("وزير", article=True))
    assert with_article["وبال"] == "وبالوزير"
    assert with_article["لل"] == "للوزير"
    assert dict(expand("لجنه", article=True))["لل"] == "للجنه"


@pytest.mark.parametrize(
    ("token", "reading"),
    [
        ("وزير", ("", "وزير")),
        ("والوزير", ("وال", "وزير")),
        ("وبالوزير", ("وبال", "وزير")),
        ("للوزير", ("لل", "وزير")),
        ("للوزير", ("ل", "الوزير")),
        ("للجنه", ("لل", "لجنه")),
        ("وللبيت", ("ول", "البيت")),
        ("لروسيا", ("ل", "روسيا")),
    ],
)
def test_split(token: str, reading: tuple[str, str]) -> None:
    assert reading in split(token)


def test_split_and_expand_agree() -> None:
    for noun in ("وزير", "لجنه", "بيت"):
        for proclitic, surface in expand(noun, article=True):
            assert (proclitic, noun) in split(surface)


def test_names_of_one_table_do_not_contradict() -> None:
    lists = {
        key: [entry.get("names", []) + entry.get("ordinary", []) for entry in table(name)[key]]
        for name, key in (
            ("countries", "country"),
            ("organisations", "organisation"),
            ("agencies", "agency"),
        )
    } | {
        "cities": [
            [name.strip() for name in line.split("|")]
            for part in table("cities").values()
            for lines in part.values()
            for line in lines.split("\n")
            if line
        ],
    }
    for names in lists.values():
        counts = Counter(fold(name) for entry in names for name in {fold(n) for n in entry})
        assert [name for name, count in counts.items() if count > 1] == []


def test_country_codes_are_unique() -> None:
    codes = Counter(entry["code"] for entry in table("countries")["country"])
    assert [code for code, count in codes.items() if count > 1] == []


def test_loading_is_quick() -> None:
    """All tables in a fresh process; 150 ms is the aim, the bound leaves room for slow machines."""
    code = (
        "import time\n"
        "from arabnews.lexicon import gazetteer as g\n"
        "start = time.process_time()\n"
        "g.titles(), g.nationalities(), g.heads(), g.phrases(), g.given_names(), g.common_words()\n"
        "print(time.process_time() - start)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(run.stdout) < 0.6
