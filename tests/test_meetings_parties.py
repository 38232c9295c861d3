"""Who met whom, told in the ways of the news; and what only looks like it."""

from __future__ import annotations

import pytest

from arabnews import Meeting, parse_article

HADDAD, ZIDAN, NASSAR = "سامي حداد", "عمر زيدان", "كريم نصار"


def meetings(text: str) -> tuple[Meeting, ...]:
    return parse_article(text, published="2020-03-11").meetings


def roles(text: str) -> dict[str, str]:
    found = meetings(text)
    assert len(found) == 1, found
    return {p.name: p.role for p in found[0].participants}


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس سامي حداد: «التقيت بالسفير عمر زيدان قبل شهر واقترحت عليه الأمر».",
        "قال الرئيس سامي حداد «اجتمعنا أمس مع السفير عمر زيدان في عمان».",
        "أكد الوزير سامي حداد أن العمل مستمر. وقال: «سألتقي السفير عمر زيدان غدا».",
        "وقال الوزير سامي حداد: «خلال لقائي بالسفير عمر زيدان أمس بحثنا الأمر».",
    ],
)
def test_who_speaks_of_himself_is_a_party(text: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN}


def test_the_newspaper_that_calls_is_none() -> None:
    assert meetings("فاز المدرب سامي حداد بالكأس. اتصلنا به وبالمدير عمر زيدان أمس.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الوزير سامي حداد الخطة التي بحثها أمس مع السفير عمر زيدان.",
        "قال مكتب رئيس الوزراء سامي حداد اليوم إنه ناقش مع الرئيس عمر زيدان الأزمة.",
        "قال الوزير سامي حداد إن اللقاء مع السفير عمر زيدان كان مثمرا.",
        "كان هناك لقاء أمس بين شخصيتين بارزتين سامي حداد مدير الديوان والشيخ عمر زيدان.",
        "ذكر سامي حداد رئيس الجمعية أنه بحث خلال لقاء عقده مع الوزير عمر زيدان أمس القرار.",
        "وصل الملك عمر زيدان إلى دمشق. وعقد معه الرئيس سامي حداد اجتماعا موسعا أمس.",
        "شارك الوزير سامي حداد والسفير عمر زيدان أمس في اجتماع ثنائي في تونس.",
        "تم أمس التباحث بين الوزير سامي حداد والسفير عمر زيدان.",
        "قابل الوزير سامي حداد أمس السفير عمر زيدان.",
        "ألغى الوزير سامي حداد مقابلة مع السفير عمر زيدان.",
        "دعا الوزير سامي حداد السفير عمر زيدان إلى اجتماع في جنيف.",
        "عقد الوزير سامي حداد اجتماعا مع السفير عمر زيدان لبحث العلاقات بين مصر والأردن.",
        "أكد الوزير سامي حداد للسفير عمر زيدان خلال اتصال هاتفي أمس دعم بلاده.",
        "عقد الوزير سامي حداد جلسة عمل أمس مع السفير عمر زيدان.",
        "تحادث الوزير سامي حداد أمس مع سفير تونس بلبنان عمر زيدان.",
        "زار وفد برلماني برئاسة النائب سامي حداد أمس المحافظ عمر زيدان.",
        "التقى المشرف العام على مركز الملك كريم للإغاثة الدكتور سامي حداد السفير عمر زيدان.",
    ],
)
def test_two_parties(text: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN}


@pytest.mark.parametrize(
    "text",
    [
        "أكد الرئيس سامي حداد في اتصال تلقاه من الملك عمر زيدان ضرورة فتح الموانئ.",
        "تلقى الوزير سامي حداد اتصالا من السفير عمر زيدان للسماح بالسفر بين الأردن واليمن.",
    ],
)
def test_a_call_by_the_verb_alone(text: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN}
    assert meetings(text)[0].format == "phone"


@pytest.mark.parametrize(
    ("text", "host", "guest"),
    [
        ("كان في استقبال الملك سامي حداد في المطار، الوزير عمر زيدان.", ZIDAN, HADDAD),
        ("جاء استقبال الملك عمر زيدان للرئيس سامي حداد أمس مفاجئا.", ZIDAN, HADDAD),
        ("جاء استقبال الأردن للرئيس سامي حداد أمس مفاجئا.", "الأردن", HADDAD),
        ("بدعوة من الملك عمر زيدان، وصل الرئيس سامي حداد أمس في زيارة رسمية.", ZIDAN, HADDAD),
        ("سيزور الوزير سامي حداد غدا مقر حزب العدالة للتشاور.", "حزب العدالة", HADDAD),
    ],
)
def test_host_and_guest(text: str, host: str, guest: str) -> None:
    assert roles(text) == {host: "host", guest: "guest"}


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الوزير سامي حداد أمس السفير عمر زيدان بحضور المدير كريم نصار.",
        "استقبل الوزير سامي حداد أمس السفير عمر زيدان. وحضر اللقاء الوكيل كريم نصار.",
        "استقبل الوزير سامي حداد أمس السفير عمر زيدان، وحضر الاستقبال معالي الدكتور كريم نصار.",
        "استقبل الوزير سامي حداد أمس السفير عمر زيدان يرافقه الوزير كريم نصار.",
    ],
)
def test_who_was_there_too(text: str) -> None:
    assert roles(text) == {HADDAD: "host", ZIDAN: "guest", NASSAR: "accompanying"}


def test_members_of_delegations_are_nobody_in_particular() -> None:
    text = (
        "عقد الوزير سامي حداد مع السفير عمر زيدان أمس اجتماعا في قصر الشعب "
        "حضره أعضاء الوفدين السوري والقطري."
    )
    assert set(roles(text)) == {HADDAD, ZIDAN}


@pytest.mark.parametrize(
    ("text", "mediator"),
    [
        ("جمع الوزير كريم نصار أمس بين الوزير سامي حداد والسفير عمر زيدان.", NASSAR),
        ("رعى الوزير كريم نصار أمس محادثات بين الوزير سامي حداد والسفير عمر زيدان.", NASSAR),
        ("توسط الوزير كريم نصار أمس في لقاء بين الوزير سامي حداد والسفير عمر زيدان.", NASSAR),
        ("عقدت أمس محادثات بين الوزير سامي حداد والسفير عمر زيدان برعاية قطر.", "قطر"),
        ("بوساطة سلطنة عمان، اجتمع الوزير سامي حداد أمس مع السفير عمر زيدان.", "سلطنة عمان"),
    ],
)
def test_who_brought_them_together(text: str, mediator: str) -> None:
    assert roles(text) == {HADDAD: "party", ZIDAN: "party", mediator: "mediator"}
    assert meetings(text)[0].cameo == "045"


def test_the_object_of_one_meeting_is_not_the_subject_of_the_next() -> None:
    found = meetings(
        "أعلن رئيس اللجنة سامي حداد أمس أنه التقى الوزير كريم نصار أول أمس، على أن يلتقي "
        "السفير عمر زيدان مساء اليوم."
    )
    assert [{p.name for p in m.participants} for m in found] == [{HADDAD, NASSAR}, {HADDAD, ZIDAN}]


def test_one_guest_after_the_other() -> None:
    found = meetings(
        "استقبل قائد الجيش العماد سامي حداد في مكتبه أمس السفيرة سلمى خوري، ثم النائب عمر زيدان، "
        "ثم وفدا من نقابة المحامين برئاسة النقيب كريم نصار."
    )
    guests = [[p.name for p in m.participants if p.role == "guest"] for m in found]
    assert guests == [["سلمى خوري"], [ZIDAN], [NASSAR]]
    assert all(m.time is not None and m.time.value == "2020-03-10" for m in found)


def test_a_name_that_looks_like_a_preposition() -> None:
    assert set(roles("التقى الرئيس باسم عواد أمس السفير عمر زيدان.")) == {"باسم عواد", ZIDAN}


def test_the_two_ministers_are_those_told_of() -> None:
    found = meetings(
        "بحث الدكتور سامي حداد وزير المياه الأردني، أمس، مع نظيره السوداني عمر زيدان الملف. "
        "وأضاف البيان أن الوزيرين اتفقا على عقد اجتماع آخر في الخرطوم الشهر المقبل."
    )
    assert [{p.name for p in m.participants} for m in found] == [{HADDAD, ZIDAN}] * 2
    assert [m.status for m in found] == ["held", "planned"]


def test_a_minister_is_not_the_president_his_counterpart_has() -> None:
    found = meetings(
        "اجتمع وزير التجارة المصري سامي حداد أمس مع نظيره التركي أوغوزخان. "
        "وشكر سامي حداد الرئيس التركي كريم نصار."
    )
    assert NASSAR not in {p.name for m in found for p in m.participants}


def test_an_office_and_a_surname_that_is_a_title() -> None:
    found = meetings(
        "التقى الوزير سامي حداد أمس السفير عبدي نور شيخ. ويعقد غدا لقاء بين حداد وشيخ في جنيف."
    )
    assert [{p.name for p in m.participants} for m in found] == [{HADDAD, "عبدي نور شيخ"}] * 2


@pytest.mark.parametrize(
    "text",
    [
        "أجرى الوزير سامي حداد مقابلة مع صحيفة الزمان أمس.",
        "قال الوزير سامي حداد في مقابلة مع قناة الغد إن العمل مستمر.",
        "قال المتحدث سامي حداد إن اللقاء مع السفير عمر زيدان كان مثمرا.",
        "عقدت اللجنة اجتماعا لتعزيز التعاون بين مصر والأردن أمس.",
        "عقدت اللجنة اجتماعا حول الحدود بين مصر والأردن أمس.",
        'يستقبل الفرع النسائي الراغبات في وظيفة "حارسات أمن"، وقال المدير سامي حداد إنه راض.',
        "منع النشر بعد أن اتصل بهم مدير المكتب سامي حداد وطالبهم بعدم إجراء اللقاء.",
        (
            "طالب الرئيس سامي حداد بإجراء محادثات بين وزيري الدفاع في البلدين. "
            "وكان الوزير كريم نصار قال إن الوزير عمر زيدان مريض."
        ),
        "قال الوزير سامي حداد إن الأمر قابل للتطبيق. وشكر السفير عمر زيدان.",
        "قال الوزير سامي حداد إن الأمر سيحسم مستقبلا. وشكر السفير عمر زيدان.",
        "أكد الوزير سامي حداد ضرورة التشاور بين الحكومة والسفير عمر زيدان.",
        "سيستعرض الكتاب الكاتب والباحث سامي حداد غدا.",
        "نظمت الوزارة بالتعاون مع السفير عمر زيدان لقاء مفتوحا أمس.",
        "استبعد المتحدث عقد لقاء بين الوزير سامي حداد والسفير عمر زيدان.",
        "عقد مجلس الوزراء جلسته الأسبوعية برئاسة سامي حداد أمس.",
        "وقف الرجلان على قمة الجبل. وقال سامي حداد إن عمر زيدان تعب.",
        "التقت أسهم الشركة مع توقعات السوق. وشكر سامي حداد المدير عمر زيدان.",
        "دعا الوزير سامي حداد إلى اجتماع عاجل للجنة.",
        "شارك الوزير سامي حداد والسفير عمر زيدان أمس في اجتماع اللجنة الأولمبية.",
    ],
)
def test_near_misses(text: str) -> None:
    assert meetings(text) == ()


def test_countries_met_where_a_day_is_told() -> None:
    assert set(roles("عقدت مصر والأردن أمس جولة محادثات في جنيف.")) == {"مصر", "الأردن"}
    assert meetings("انهارت المحادثات بين مصر والأردن.") == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("سيتوجه الوزير سامي حداد إلى بروكسل حيث يعقد لقاء مع السفير عمر زيدان.", "planned"),
        ("من المنتظر أن يصل سامي حداد إلى تونس حيث يجري محادثات مع عمر زيدان.", "planned"),
        (
            "يبدأ الوزير سامي حداد غدا زيارة إلى المغرب يجري خلالها مباحثات مع عمر زيدان.",
            "planned",
        ),
        ("من المتوقع أن تجمع قمة ثنائية الرئيسين سامي حداد وعمر زيدان في جنيف.", "planned"),
        (
            "ألغت الرئاسة زيارة كان مقررا أن يقوم بها سامي حداد غدا بدعوة من عمر زيدان.",
            "cancelled",
        ),
        ("رفض الوزير سامي حداد طلبا أميركيا للقاء السفير عمر زيدان.", "refused"),
        ("أشار الوزير سامي حداد إلى تأجيل اللقاء مع السفير عمر زيدان.", "postponed"),
        (
            "قالت الوكالة إن زيارة سامي حداد لتونس، التي كان سيلتقي خلالها عمر زيدان غدا، أرجئت.",
            "postponed",
        ),
    ],
)
def test_status(text: str, status: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN}
    assert meetings(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استضافت جنيف أمس لقاء بين الوزير سامي حداد والسفير عمر زيدان.", "جنيف"),
        ("توجه الوزير سامي حداد أمس إلى بغداد للقاء السفير عمر زيدان.", "بغداد"),
        ("سافر الوزير سامي حداد إلى بغداد ليجتمع مع السفير عمر زيدان.", "بغداد"),
        ("وصل الوزير سامي حداد أمس إلى تونس حيث التقى السفير عمر زيدان.", "تونس"),
        ("التقى سامي حداد رئيس اللجنة في الأمم المتحدة السفير عمر زيدان.", None),
        ("عقد الوزير سامي حداد لقاء مع السفير عمر زيدان لوقف الحرب في اليمن.", None),
        ("التقى الوزير سامي حداد أمس السفير عمر زيدان في موقع التنقيب.", "موقع التنقيب"),
    ],
)
def test_where(text: str, place: str | None) -> None:
    found = meetings(text)
    assert len(found) == 1
    assert (found[0].place.name if found[0].place else None) == place


def test_a_meeting_during_a_visit_is_when_and_where_the_visit_is() -> None:
    text = "سيزور الوزير سامي حداد مسقط في نيسان المقبل حيث يلتقي السفير عمر زيدان."
    found = [m for m in meetings(text) if len(m.participants) == 2]
    assert len(found) == 1
    assert found[0].time is not None
    assert found[0].time.value == "2020-04"
    assert found[0].place is not None
    assert found[0].place.name == "مسقط"


def test_on_the_sidelines_of_a_visit() -> None:
    found = meetings("على هامش الزيارة، التقى الوزير سامي حداد أمس السفير عمر زيدان.")
    assert [m.occasion.name for m in found if m.occasion] == ["الزيارة"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("بحث الوزير سامي حداد أمس مع السفير عمر زيدان سبل تعزيز التعاون.", "سبل تعزيز التعاون"),
        ("بحث الوزير سامي حداد مع السفير عمر زيدان في أزمة المياه.", "أزمة المياه"),
        ("ناقش الوزير سامي حداد والسفير عمر زيدان أمس أزمة المياه.", "أزمة المياه"),
        (
            "التقى الوزير سامي حداد أمس السفير عمر زيدان، وبحثا العلاقات الثنائية.",
            "العلاقات الثنائية",
        ),
        (
            "التقى الوزير سامي حداد السفير عمر زيدان أمس. وتناول اللقاء أوضاع اللاجئين.",
            "أوضاع اللاجئين",
        ),
        (
            "التقى الوزير سامي حداد السفير عمر زيدان. وجرى خلال اللقاء بحث التعاون الزراعي.",
            "التعاون الزراعي",
        ),
        (
            "عقد الوزير سامي حداد اجتماعا مع السفير عمر زيدان لبحث أزمة الكهرباء.",
            "أزمة الكهرباء",
        ),
    ],
)
def test_what_they_talked_about(text: str, topic: str) -> None:
    assert [t.name for m in meetings(text) for t in m.topics] == [topic]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "التقى الوزير سامي حداد السفير عمر زيدان. واتفق الجانبان على تشكيل لجنة مشتركة.",
            "اتفق الجانبان على تشكيل لجنة مشتركة",
        ),
        (
            "فشلت المحادثات بين الوزير سامي حداد والسفير عمر زيدان، وعاد الاثنان.",
            "فشلت المحادثات بين الوزير سامي حداد والسفير عمر زيدان",
        ),
        (
            "التقى الوزير سامي حداد السفير عمر زيدان أمس دون التوصل إلى اتفاق.",
            "دون التوصل إلى اتفاق",
        ),
        (
            "التقى الوزير سامي حداد السفير عمر زيدان. وقال حداد إن اللقاء أسفر عن اتفاق مبدئي.",
            "أسفر عن اتفاق مبدئي",
        ),
        ("التقى الوزير سامي حداد السفير عمر زيدان. واتفق معه على عقد لقاء.", None),
    ],
)
def test_what_came_of_it(text: str, outcome: str | None) -> None:
    found = meetings(text)
    assert found[0].outcome is None if outcome is None else found[0].outcome is not None
    if found[0].outcome is not None:
        assert found[0].outcome.name == outcome
        span = found[0].outcome.span
        assert text[span.start : span.end] == outcome


@pytest.mark.parametrize(
    "words", ["ثلاث ساعات", "لثلاث ساعات", "لمدة ثلاث ساعات", "على مدى ثلاث ساعات"]
)
def test_how_long(words: str) -> None:
    found = meetings(f"اجتمع الوزير سامي حداد مع السفير عمر زيدان {words} أمس.")
    assert [m.duration.value for m in found if m.duration] == ["PT3H"]


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        ("استقبل رئيس الوزراء سامي حداد السفير الفرنسي باتريك دوران.", "باتريك دوران"),
        ("استقبل الوزير سامي حداد السفيرة الكندية هيلين فورتان أمس.", "هيلين فورتان"),
        ("استقبل الوزير سامي حداد سفير النرويج أولاف بيترسون.", "أولاف بيترسون"),
        (
            "استقبل الوزير سامي حداد اليوم الأربعاء السفيرة الهولندية في تونس إيلين فيرهوف.",
            "إيلين فيرهوف",
        ),
    ],
)
def test_a_title_behind_a_name_is_that_of_the_next_name(text: str, guest: str) -> None:
    assert roles(text) == {HADDAD: "host", guest: "guest"}


@pytest.mark.parametrize(
    "text",
    [
        "التقى سامي حداد رئيس الجمعية السفير عمر زيدان.",
        "اجتمع الوزير سامي حداد رئيس اللجنة بالسفير عمر زيدان.",
    ],
)
def test_a_title_behind_a_name_without_another_is_its_own(text: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN}
    assert meetings("استقبل الوزير سامي حداد المدير العام للشركة مساء أمس في مكتبه.") == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("زار الوزير سامي حداد عمان، حيث استقبله نظيره الأردني عمر زيدان.", "عمان"),
        ("زار الوزير سامي حداد تونس، حيث استقبله السفير عمر زيدان.", "تونس"),
        ("وصل الوزير سامي حداد إلى عمان، واستقبله في المطار نظيره الأردني عمر زيدان.", "المطار"),
    ],
)
def test_who_is_received_as_a_pronoun_is_the_guest(text: str, place: str) -> None:
    assert roles(text) == {ZIDAN: "host", HADDAD: "guest"}
    told = meetings(text)[0].place
    assert told is not None
    assert told.name == place


def test_a_woman_received_as_a_pronoun() -> None:
    text = "زارت الوزيرة سلمى حداد الرباط، حيث استقبلها نظيرها المغربي عمر زيدان."
    assert roles(text) == {ZIDAN: "host", "سلمى حداد": "guest"}
    # the pronoun is told: who follows is no object
    assert roles("استقبل الوزير سامي حداد نظيره الأردني عمر زيدان.") == {
        HADDAD: "host",
        ZIDAN: "guest",
    }


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير سامي حداد كلا من وزير المالية عمر زيدان ووزير الصحة كريم نصار.",
        "استقبل الوزير سامي حداد كل من السفير عمر زيدان والنائب كريم نصار.",
        "اجتمع الوزير سامي حداد مع كل من وزير المالية عمر زيدان ووزير الصحة كريم نصار.",
    ],
)
def test_each_of_several_partners(text: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN, NASSAR}


def test_each_of_nobody_named() -> None:
    assert set(roles("التقى كل من الوزير سامي حداد والسفير عمر زيدان في مسقط.")) == {HADDAD, ZIDAN}
    assert meetings("التقى الوزير سامي حداد كل من حضر من سكان الحي.") == ()


@pytest.mark.parametrize("name", ["عبد المالك بن عودة", "عبد القيوم نوري", "عبد المقتدر صالح"])
def test_abd_and_its_genitive_are_one_name(name: str) -> None:
    assert set(roles(f"التقى الوزير {name} عمدة وهران سعيد بلقاسم.")) == {name, "سعيد بلقاسم"}
    # such a word is a title where it stands by itself
    assert set(roles("التقى الرئيس سامي حداد الملك عمر زيدان.")) == {HADDAD, ZIDAN}


@pytest.mark.parametrize(
    "matter",
    [
        "جرى خلاله استعراض العلاقات بين الجانبين",
        "جرى خلاله بحث سبل تعزيز التعاون بين البلدين",
        "تناول العلاقات بين الطرفين",
    ],
)
def test_the_sides_of_the_matter_are_not_those_of_the_call(matter: str) -> None:
    caller = "وزير الخارجية القطري عمر زيدان"
    text = f"تلقى الوزير سامي حداد اتصالا هاتفيا من {caller}، {matter}."
    assert set(roles(text)) == {HADDAD, ZIDAN}
    assert meetings(text)[0].format == "phone"
    assert set(roles("جرى اتصال هاتفي بين الوزير سامي حداد والسفير عمر زيدان.")) == {HADDAD, ZIDAN}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("تتواصل في مسقط المباحثات بين الوزير سامي حداد والسفير عمر زيدان.", "ongoing"),
        ("تستمر المباحثات بين الوزير سامي حداد والسفير عمر زيدان في الدوحة.", "ongoing"),
        ("لا تزال المحادثات بين الوزير سامي حداد والسفير عمر زيدان جارية.", "ongoing"),
        ("المحادثات الجارية في جنيف بين الوزير سامي حداد والسفير عمر زيدان.", "ongoing"),
        ("يجري الوزير سامي حداد حاليا محادثات مع السفير عمر زيدان.", "ongoing"),
        ("يلتقي الوزير سامي حداد الآن السفير عمر زيدان في تونس.", "ongoing"),
        ("استمرت المباحثات بين الوزير سامي حداد والسفير عمر زيدان ساعتين.", "held"),
        ("لا يزال اللقاء المرتقب بين الوزير سامي حداد والسفير عمر زيدان سرا.", "planned"),
        ("التقى الوزير سامي حداد السفير عمر زيدان الذي يزور تونس حاليا.", "held"),
        ("يلتقي الوزير سامي حداد اليوم السفير عمر زيدان.", "planned"),
        ("يلتقي الوزير سامي حداد غدا السفير عمر زيدان.", "planned"),
    ],
)
def test_what_goes_on(text: str, status: str) -> None:
    assert set(roles(text)) == {HADDAD, ZIDAN}
    assert meetings(text)[0].status == status


@pytest.mark.parametrize("leader", ["ليلى حرب", "كريم نصار", "هدى صقر"])
@pytest.mark.parametrize("between", ["، في مقر الوزارة،", " في مقر الوزارة", ""])
def test_a_delegation_wherever_it_is_received(between: str, leader: str) -> None:
    text = f"يلتقي الوزير سامي حداد غدا{between} وفدا من النقابة برئاسة {leader}."
    assert set(roles(text)) == {HADDAD, leader}
    place = meetings(text)[0].place
    assert (place.name if place else None) == ("مقر الوزارة" if between else None)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "التقى وفد من الحكومة ووفد من المعارضة أمس في مسقط.",
            {"وفد من الحكومة", "وفد من المعارضة"},
        ),
        ("استقبل الوزير سامي حداد وفدا من وزارة الصحة.", {HADDAD, "وفدا من وزارة الصحة"}),
        ("التقى الوزير سامي حداد وفدا من قبيلة في الجنوب.", {HADDAD, "وفدا"}),
    ],
)
def test_a_delegation_by_who_has_sent_it(text: str, parties: set[str]) -> None:
    assert set(roles(text)) == parties


@pytest.mark.parametrize("headed", ["برئاسة", "بقيادة", "بزعامة"])
def test_who_leads_a_delegation(headed: str) -> None:
    text = f"استقبل الوزير سامي حداد وفدا من الحزب {headed} النائب عمر زيدان."
    assert roles(text) == {HADDAD: "host", ZIDAN: "guest"}
    near = f"استقبل الوزير سامي حداد وفدا من التحالف {headed} تونس."
    assert set(roles(near)) == {HADDAD, "وفدا من التحالف"}


def legs(text: str) -> list[tuple[set[str], str | None, str | None]]:
    return [
        (
            {p.name for p in m.participants},
            m.place.name if m.place else None,
            m.time.value if m.time else None,
        )
        for m in meetings(text)
    ]


@pytest.mark.parametrize(
    "opening", ["التقى الوزير سامي حداد", "بدأ الوزير سامي حداد جولة التقى خلالها"]
)
@pytest.mark.parametrize(("first", "second"), [("عمان", "بغداد"), ("الرباط", "مدريد")])
def test_each_leg_of_a_tour_is_a_meeting(opening: str, first: str, second: str) -> None:
    text = f"{opening} السفير عمر زيدان في {first}، والنائب كريم نصار أمس في {second}."
    assert legs(text) == [
        ({HADDAD, ZIDAN}, first, None),
        ({HADDAD, NASSAR}, second, "2020-03-10"),
    ]


@pytest.mark.parametrize(
    "rest",
    ["، ووزير المالية كريم نصار.", "، وقال النائب كريم نصار في بغداد.", " والنائب كريم نصار."],
)
def test_only_another_place_makes_another_leg(rest: str) -> None:
    found = legs(f"التقى الوزير سامي حداد السفير عمر زيدان في عمان{rest}")
    assert found == [({HADDAD, ZIDAN}, "عمان", None)]


def test_company_told_with_fi() -> None:
    text = "التقى الوزير سامي حداد السفير عمر زيدان في حضور مستشاره كريم نصار."
    assert roles(text) == {HADDAD: "party", ZIDAN: "party", NASSAR: "accompanying"}
    near = "التقى الوزير سامي حداد السفير عمر زيدان، وكان حضور الصحافة كبيرا."
    assert roles(near) == {HADDAD: "party", ZIDAN: "party"}


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (" دون أن يفضي إلى نتائج", "دون أن يفضي إلى نتائج"),
        (" دون أن يسفر اللقاء عن نتائج", "دون أن يسفر اللقاء عن نتائج"),
        (" في لقاء انتهى بلا نتيجة", "انتهى بلا نتيجة"),
        ("، وانتهى اللقاء باتفاق على الحدود", "انتهى اللقاء باتفاق على الحدود"),
        (" دون أن يدلي بتصريح", None),
        (" بلا موعد", None),
    ],
)
def test_what_came_of_it_in_other_words(words: str, outcome: str | None) -> None:
    (found,) = meetings(f"التقى الوزير سامي حداد السفير عمر زيدان أمس{words}.")
    assert (found.outcome.name if found.outcome else None) == outcome


def test_two_known_people_side_by_side() -> None:
    known = "اتفق الوزير سامي حداد مع السفير عمر زيدان على الموعد."
    assert roles(f"{known} واستقبل الوزير سامي حداد عمر زيدان أمس.") == {
        HADDAD: "host",
        ZIDAN: "guest",
    }
    # one man of four names, of whom nobody is told apart
    four = "سامي حداد عمر زيدان"
    assert set(roles(f"التقى الوزير {four} السفير كريم نصار.")) == {four, NASSAR}


@pytest.mark.parametrize("title", ["الملك", "الأمير", "المالك"])
def test_a_title_between_two_names_is_that_of_the_second(title: str) -> None:
    assert set(roles(f"التقى الرئيس سامي حداد {title} عمر زيدان أمس.")) == {HADDAD, ZIDAN}
    # behind a first name it is the surname
    near = f"سامي {title}"
    assert set(roles(f"التقى الوزير {near} السفير عمر زيدان.")) == {near, ZIDAN}
