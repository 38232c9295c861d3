"""Who said what: cues, extents, kinds and speakers, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from arabnews import find_quotes, parse_article
from arabnews.lexicon import table

VERBS = table("reporting_verbs")["verb"]


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v["lemma"])
def test_every_reporting_verb_fires_on_its_sample(verb: dict[str, str]) -> None:
    assert verb["lemma"] in [q.cue.lemma for q in find_quotes(verb["sample"] + ".")]


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v["lemma"])
def test_no_reporting_verb_fires_on_its_near_miss(verb: dict[str, str]) -> None:
    assert verb["lemma"] not in [q.cue.lemma for q in find_quotes(verb["near_miss"] + ".")]


def quotes(text: str) -> list[tuple[str, str | None, str]]:
    """The quotes of a text that are no nouns, as (kind, speaker, content)."""
    return [
        (q.kind, q.speaker.name if q.speaker else None, q.text)
        for q in parse_article(text, published="2019-03-12").quotes
        if not q.nominal
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verb, subject, clause
        (
            "قال وزير المالية كمال رزق إن العجز تقلص إلى النصف.",
            [("indirect", "كمال رزق", "العجز تقلص إلى النصف")],
        ),
        # adjuncts and a remark between dashes stand between the subject and the clause
        (
            "وأضاف رزق -في تصريحات صحفية عقب الجلسة- إن الدين العام انخفض.",
            [("indirect", "رزق", "الدين العام انخفض")],
        ),
        (
            "وأعلنت اليوم وزارة الصحة في بيان أن اللقاح متوفر.",
            [("indirect", "وزارة الصحة", "اللقاح متوفر")],
        ),
        # a pronoun on the complementiser is the subject of the content
        (
            "أكد النقيب أنه لن يترشح مجددا.",
            [("indirect", "النقيب", "أنه لن يترشح مجددا")],
        ),
        # colon and marks; a particle inside the marks is left out
        ('وقال المدرب: "إن الفريق جاهز".', [("direct", "المدرب", "الفريق جاهز")]),
        ("وقال المدرب: إن الفريق جاهز.", [("indirect", "المدرب", "الفريق جاهز")]),
        # direct speech over several sentences
        (
            "وقالت الوزيرة: «لن نتراجع. الطريق طويل لكنه واضح».",
            [("direct", "الوزيرة", "لن نتراجع. الطريق طويل لكنه واضح")],
        ),
        # mixed
        (
            'قال المبعوث إن المحادثات كانت "صعبة وشاقة" لكنها مستمرة.',
            [("mixed", "المبعوث", 'المحادثات كانت "صعبة وشاقة" لكنها مستمرة')],
        ),
        # participles take the next content, with the same speaker
        (
            "وقال المحافظ إن الطريق أغلق، مضيفا أن الفتح قريب، ومشيرا إلى أن البديل متاح.",
            [
                ("indirect", "المحافظ", "الطريق أغلق"),
                ("indirect", "المحافظ", "الفتح قريب"),
                ("indirect", "المحافظ", "البديل متاح"),
            ],
        ),
        # a coordinated cue ends the content before it; a coordinated clause does not
        (
            "وأوضح السفير أن الوفد وصل وأن الجلسات بدأت، وأضاف أن النتائج ستعلن غدا.",
            [
                ("indirect", "السفير", "الوفد وصل وأن الجلسات بدأت"),
                ("indirect", "السفير", "النتائج ستعلن غدا"),
            ],
        ),
        # the writer's circumstance is not what was said
        (
            "وقال المصدر إن الصفقة ألغيت، دون أن يقدم تفاصيل.",
            [("indirect", "المصدر", "الصفقة ألغيت")],
        ),
        (
            "وقال الناطق إن المعبر فتح، وذلك بعد ساعات من إغلاقه.",
            [("indirect", "الناطق", "المعبر فتح")],
        ),
        (
            "وقال الناطق إن المعبر سيبقى مفتوحا، على حد تعبيره.",
            [("indirect", "الناطق", "المعبر سيبقى مفتوحا")],
        ),
        # كان … قد, and the subject in front
        (
            "وكان مسؤول في شركة الكهرباء السودانية قد ذكر أن العطل أصلح.",
            [("indirect", "مسؤول في شركة الكهرباء السودانية", "العطل أصلح")],
        ),
        (
            "لكن الحركة أكدت أن مقاتليها لم ينسحبوا.",
            [("indirect", "الحركة", "مقاتليها لم ينسحبوا")],
        ),
        # a relative clause without pronoun belongs to an indefinite source
        (
            "قال مسؤول طلب عدم الكشف عن هويته إن الاتفاق جاهز.",
            [("indirect", "مسؤول", "الاتفاق جاهز")],
        ),
        # phrases that attribute
        (
            "وبحسب وزارة الداخلية، فإن الحريق اندلع فجرا.",
            [("indirect", "وزارة الداخلية", "الحريق اندلع فجرا")],
        ),
        (
            "ارتفع عدد القتلى إلى سبعة، بحسب ما أعلنت وزارة الصحة.",
            [("indirect", "وزارة الصحة", "ارتفع عدد القتلى إلى سبعة")],
        ),
        (
            "ارتفع عدد القتلى إلى سبعة، كما قال مصدر طبي.",
            [("indirect", "مصدر طبي", "ارتفع عدد القتلى إلى سبعة")],
        ),
        # the quotation first
        (
            "«لن نغادر هذه الأرض أبدا»، قال رئيس البلدية.",
            [("direct", "رئيس البلدية", "لن نغادر هذه الأرض أبدا")],
        ),
        # documents speak for who issued them
        (
            "وجاء في بيان الجيش أن الطائرة أسقطت. وأضاف البيان أن الطيار نجا.",
            [("indirect", "الجيش", "الطائرة أسقطت"), ("indirect", "الجيش", "الطيار نجا")],
        ),
        # a demand or a charge in marks is a quote of its own
        (
            "واتهمت المعارضة الحكومة بـ«التهرب من المسؤولية عن الأزمة».",
            [("direct", "المعارضة", "التهرب من المسؤولية عن الأزمة")],
        ),
        # an attitude with its clause
        (
            "وأعرب الأمين العام عن أمله في أن تتوصل الأطراف إلى تسوية.",
            [("indirect", "الأمين العام", "تتوصل الأطراف إلى تسوية")],
        ),
        # a double cue is one
        (
            "وتابع المدير قائلا: «سنفتح الأبواب غدا».",
            [("direct", "المدير", "سنفتح الأبواب غدا")],
        ),
        (
            "وردت الوزيرة على سؤال النائب بالقول إن الملف أحيل إلى القضاء.",
            [("indirect", "الوزيرة", "الملف أحيل إلى القضاء")],
        ),
        # wrong hamzas and a missing space
        (
            "واكد الناطق ان القافلة وصلت.",
            [("indirect", "الناطق", "القافلة وصلت")],
        ),
    ],
)  # fmt: skip
def test_quotes(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert quotes(text) == [(kind, who, what.strip()) for kind, who, what in expected]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الدولتان الحرب في صيف ذلك العام.",
        "أشار الشرطي بيده إلى السيارة.",
        "نشر الكاتب مقالا عن التعليم.",
        "لم يقل الوزير إن الضريبة ستلغى.",
        "ورفض الناطق أن يعلق على الخبر.",
        "يذكر أن المصنع افتتح قبل عامين.",
        "يشار إلى أن الجسر بني في السبعينيات.",
        "وصل الوزير قبل أن تبدأ الجلسة بين الوفدين.",
        "أبرز ما في المعرض أن اللوحات كلها أصلية.",
        "بلغ عدد الزوار أن امتلأت القاعة.",
        "يمكن أن تتحسن الأحوال.",
        "تضم القائمة خمسة أسماء وهم: سامي ورامي وفادي.",
        "تجري العملية وفق خطة أعدت مسبقا.",
        "شاهد الجمهور فيلم «البحث عن الزمن الضائع» في القاعة الكبرى.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    assert quotes(text) == []


def test_the_speaker_is_carried_on_in_the_right_gender() -> None:
    text = (
        "قال وزير العدل ماجد سعيد إن القانون جاهز. وأضاف أن التصويت الأحد. "
        "من جهتها، قالت النائبة هدى سالم إن النص ناقص. وأوضحت أن التعديل ضروري."
    )
    assert [who for _, who, _ in quotes(text)] == [
        "ماجد سعيد", "ماجد سعيد", "هدى سالم", "هدى سالم",
    ]  # fmt: skip


def test_a_relay_passes_on_the_words_of_a_source() -> None:
    text = "ونقلت وكالة رويترز عن مصدر أمني قوله إن المشتبه به فر. وأضاف المصدر أن البحث مستمر."
    first, second = parse_article(text).quotes
    assert first.speaker is not None
    assert first.relay is not None
    assert (first.speaker.name, first.relay.name) == ("مصدر أمني", "وكالة رويترز")
    assert second.speaker is not None
    assert (second.speaker.name, second.speaker.how) == ("مصدر أمني", "anaphor")


def test_the_speaker_of_a_headline_is_the_person_of_the_body() -> None:
    text = (
        "حداد: لن نرفع أسعار الوقود هذا العام\n"
        "أكد وزير النفط سمير حداد أن أسعار الوقود لن ترتفع قبل نهاية العام الحالي في كل المدن."
    )
    first, *_ = parse_article(text).quotes
    assert first.speaker is not None
    assert (first.speaker.name, first.speaker.how) == ("سمير حداد", "headline")
    assert first.text == "لن نرفع أسعار الوقود هذا العام"


@pytest.mark.parametrize("label", ["عاجل", "بالصور", "سوريا"])
def test_a_label_before_a_colon_is_no_speaker(label: str) -> None:
    page = (
        f"{label}: هدوء حذر يسود المدينة\n"
        "يسود هدوء حذر المدينة بعد ليلة من الاشتباكات التي أوقعت عشرات الجرحى بين السكان."
    )
    assert quotes(page) == []


def test_nobody_is_guessed_where_nothing_supports_it() -> None:
    (quote,) = parse_article("وقال إن الطريق مقطوع.").quotes
    assert quote.speaker is None
    assert quote.confidence < 0.7


def test_nominal_contents_are_found_and_marked() -> None:
    (quote,) = parse_article("أكد وزير الري ضرورة ترشيد المياه.").quotes
    assert quote.nominal
    assert quote.text == "ضرورة ترشيد المياه"
    assert quote.speaker is not None


def test_medium_addressee_and_time_of_the_utterance() -> None:
    text = "وقال الوزير للصحفيين في مؤتمر صحفي أمس إن الخطة أقرت."
    (quote,) = parse_article(text, published="2019-03-12").quotes
    assert quote.addressee is not None
    assert quote.medium is not None
    assert quote.time is not None
    assert quote.addressee.name == "للصحفيين"
    assert quote.medium.name == "في مؤتمر صحفي"
    assert quote.time.value == "2019-03-11"


def test_find_quotes_gives_what_parse_article_gives() -> None:
    text = "قال المدير اليوم إن العمل بدأ. وأضاف أن الأجور دفعت."
    assert (
        find_quotes(text, published="2019-03-12")
        == parse_article(text, published="2019-03-12").quotes
    )
