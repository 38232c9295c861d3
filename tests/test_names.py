"""Noun phrases and who is who: what a reader would call the people of an article."""

from __future__ import annotations

import pytest

from arabnews import find_dates, parse_article
from arabnews.names import read_names
from arabnews.text import read_page


def people(text: str) -> list[tuple[str, str]]:
    """Each entity of a text as (name, kind)."""
    page = read_page(text)
    names = read_names(page, find_dates(text))
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
        # nor is it lost if it looks like a verb, a title, or begins like a preposition
        ("أعلن وزير الري التركي جواد يلماز، الأحد، أن", "جواد يلماز"),
        ("وصل وزير العدل الدكتور سامر القاضي الأحد", "سامر القاضي"),
        ("التقى رئيس الوزراء ياسين نور شيخ. وقال", "ياسين نور شيخ"),
        ("برئاسة النقيب علي بحر الذي قال إن", "علي بحر"),
        ("قال وزير الثقافة الصومالي عمر حرسي إن", "عمر حرسي"),
        ("قال الناطق باسم الحركة، وليد أبو سعيد صحراوي، إن", "وليد أبو سعيد صحراوي"),
        # a first name that is an everyday word, told by the nisba or given name behind it
        ("حضر مدير الطرق والجسور رافد السماوي، وقال", "رافد السماوي"),
        ("مع الرئيس الجيبوتي روبله سعيد في القصر", "روبله سعيد"),
        # names spelled with madda are no pronouns or adverbs
        ("مع المفوضة الأوروبية للصيد آنا بيريرا في", "آنا بيريرا"),
        # articles and beginnings of other tongues
        ("زار وزير المالية ماوريسيو دي لا كروس المصنع", "ماوريسيو دي لا كروس"),
        ("قالت الموفدة الأممية إنغريد فالديرسن إن", "إنغريد فالديرسن"),
        # the place of an office stands between title and name
        ("قالت سفيرة هولندا في الأردن كارلا برغمان إن", "كارلا برغمان"),
        ("قالت السفيرة الفرنسية بالمغرب هيلين غارنييه إن", "هيلين غارنييه"),
        ("قال مدير الشرطة بالمنطقة اللواء فهد المطر إن", "فهد المطر"),
        ("قالت رئيسة بعثة المنظمة في اليمن، نورا موران، إن", "نورا موران"),
        ("وقالت الطالبة بالمستوى الثاني تسابيح نور الدائم إن", "تسابيح نور الدائم"),
        ("كشف الباحث في الشؤون العسكرية كاظم مرادي عن", "كاظم مرادي"),
        # bodies named after persons are part of the title
        ("قال مدير مركز الملك فهد للإغاثة سالم الصباغ إن", "سالم الصباغ"),
        ("استقبل رئيس مجلس الوزراء رامي البستاني، في", "رامي البستاني"),
        ("قال مدير عام المركز العربي للمياه الدكتور نزيه الحوراني", "نزيه الحوراني"),
        # honours before another title
        ("أكد سعادة الدكتور ماجد بن سعيد الهنائي رئيس الهيئة أن", "ماجد بن سعيد الهنائي"),
        ("التقى نظيرته الأردنية الدكتورة سهى العلي، وبحثا", "سهى العلي"),
        ("قالت بثينة بنت حمد الحارثية باحثة البيئة إن", "بثينة بنت حمد الحارثية"),
        # an accused person is told by a first name and a letter
        ("اتهم سيد. ع صديقه بالسرقة", "سيد. ع"),
        ("أقرت نجلاء. م، بالجريمة", "نجلاء. م"),
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
        ("زار وزير العدل كريم صباحا المحكمة", "صباحا"),
        ("قال المدرب كمال يطمح إلى الفوز", "يطمح"),
        ("وتابع كريم القط باكيا: انتهى", "باكيا"),
        ("قال الكاتب فؤاد مراد ضاحكًا إن", "ضاحكًا"),
        ("روى عبد الله بن عمر رضي الله عنه", "رضي"),
        ("قال الموظف سامي نجيب فالتحق به", "فالتحق"),
        ("والتقى المدرب سامي شحاتة اللاعبين", "اللاعبين"),
        ("قال اللاعب سامي نجيب لا يمكن", "لا"),
        ("قالت منى غانم حرم معالي السفير إن", "حرم"),
        ("قالت الطبيبة سعاد نجيب. وأكدت ذلك", "وأكدت"),
    ],
)
def test_a_name_ends_where_everyday_words_begin(text: str, not_in_name: str) -> None:
    names = [name for name, kind in people(text) if kind == "PERSON"]
    assert names
    assert not any(not_in_name in name for name in names)


def roles(text: str, first: str) -> str:
    """What is read as one phrase from the first occurrence of a word on."""
    page = read_page(text)
    reader = read_names(page, find_dates(text)).reader
    at = next(i for i, t in enumerate(page.tokens) if page.slice(i, i + 1) == first)
    phrase = reader.read_joint(at, len(page.tokens), proclitic=True)
    return "" if phrase is None else page.slice(phrase.first, phrase.last)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        # the clause that leaves somebody unnamed is no part of him
        ("قال مواطن من منطقة الساحل فضّل حجب اسمه إن", "مواطن من منطقة الساحل"),
        ("قال مصدر في الحزب رفض الكشف عن هويته إن", "مصدر في الحزب"),
        ("قال مسؤول آثر عدم ذكر اسمه إن", "مسؤول"),
        # nor the agency told to, nor what somebody comes for
        ("أبلغ دبلوماسي غربي وكالة فرانس برس أن", "دبلوماسي غربي"),
        ("قال دبلوماسي غربي لوكالة فرانس برس إن", "دبلوماسي غربي"),
        ("مع وزير الزراعة لبحث التعاون", "وزير الزراعة"),
        ("مع وزيرة فنلندية تطوير العلاقات", "وزيرة فنلندية"),
        ("أجرى خبير مالي تقييما للشركة", "خبير مالي"),
        ("كان مبرمجا أمس", ""),
        # near misses: complements and adjectives that do belong to it
        ("قال مسؤول أمني عراقي رفيع المستوى إن", "مسؤول أمني عراقي رفيع المستوى"),
        ("قال مدير وكالة فرانس برس إن", "مدير وكالة فرانس برس"),
        ("قال رئيس المجلس الأعلى للبحث العلمي إن", "رئيس المجلس الأعلى للبحث العلمي"),
        ("استقبل الوزير ضيفه حسن", "الوزير"),
        ("استقبل الوزير في القاهرة محمد مرسي", "الوزير"),
        ("قال محافظ مصرف البحرين المركزي إن", "محافظ مصرف البحرين المركزي"),
        # bodies that look like verbs
        ("قال تجمع المهندسين إن", "تجمع المهندسين"),
        ("كانت تجمع المهندسين في القاعة", ""),
        ("أعلنت خلية الاتصال بالولاية أن", "خلية الاتصال بالولاية"),
    ],
)
def test_a_phrase_holds_the_title_and_its_complements(text: str, phrase: str) -> None:
    assert roles(text, (phrase or text.split()[1]).split()[0]) == phrase


def test_a_verb_that_looks_like_a_title_is_none_before_its_subject() -> None:
    assert roles("طالب رئيس الغرفة بمراجعة الأسعار", "طالب") == ""
    assert roles("قال طالب الهندسة سامي مراد إن", "طالب") == "طالب الهندسة سامي مراد"


def test_surnames_of_people_told_before_are_joined() -> None:
    article = parse_article(
        "قال طلال الزيدي وجاسم البدر إن العمل بدأ. وأكد الزيدي والبدر أن الطريق طويل."
    )
    assert article.quotes[-1].speaker is not None
    assert article.quotes[-1].speaker.name == "طلال الزيدي وجاسم البدر"


def test_a_title_behind_an_honour_is_that_of_the_person() -> None:
    article = parse_article(
        "التقى معالي وزير الخارجية الأستاذ عادل النجار معالي وزير خارجية روسيا سيرغي لافروف. "
        "وقال معالي وزير الخارجية إن اللقاء كان مفيدا."
    )
    assert [q.speaker.name for q in article.quotes if q.speaker] == ["عادل النجار"]


def test_a_body_behind_a_proclitic_keeps_its_article() -> None:
    assert ("الحرس الثوري", "ORGANISATION") in people("وصل قائد سابق للحرس الثوري أمس")


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


def test_an_expert_is_named_behind_the_field() -> None:
    text = "قال الخبير بالشؤون العسكرية محمد مهدي كريم إن الطائرة قديمة."
    (quote,) = parse_article(text).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "محمد مهدي كريم"
    # near miss: العسكرية alone is a woman in uniform, behind a noun its adjective
    assert "العسكرية" not in [e.name for e in parse_article("زار القاعدة العسكرية أمس.").entities]
