"""Where the words of a source end, where they resume, and who is behind a pronoun of honour."""

from __future__ import annotations

import time

import pytest

from arabnews import explain, find_quotes


def told(text: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.speaker.name if q.speaker else None) for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # the writer's own words behind a comma
        ("قال الوزير سامر حداد إن السد جاهز، لكنه رفض الكشف عن كلفته.", "السد جاهز"),
        ("قالت الشرطة إن السائق توفي، ولم تذكر اسمه.", "السائق توفي"),
        ("أعلنت الشركة أن الأرباح زادت، مستشهدة بتقرير سنوي.", "الأرباح زادت"),
        ("قال المدرب إن الفريق جاهز، متوقعا مباراة صعبة.", "الفريق جاهز"),
        (
            "أكدت النيابة أن المتهم هرب، بينما أنكر محاميه صلته بالحادث.",
            "المتهم هرب",
        ),
        ("ذكر التقرير أن المياه ملوثة، وقد عقدت اللجنة جلسة بشأنه.", "المياه ملوثة"),
        # near misses: the words of the source go on
        (
            "قال الوزير سامر حداد إن السد جاهز لكنه يحتاج إلى صيانة.",
            "السد جاهز لكنه يحتاج إلى صيانة",
        ),
        (
            "قال المدير إن الصادرات زادت فيما تراجعت الواردات.",
            "الصادرات زادت فيما تراجعت الواردات",
        ),
        (
            "ذكرت الوزارة أن المرضى بخير، ولم تسجل إصابات جديدة.",
            "المرضى بخير، ولم تسجل إصابات جديدة",
        ),
    ],
)
def test_content_ends_where_the_writer_takes_over(text: str, content: str) -> None:
    assert told(text)[0][0] == content


@pytest.mark.parametrize(
    "text",
    [
        "«لم نر مثل هذا السيل من قبل»، قالت ريما الحلو، «وسنبقى في القرية».",
        '"الطريق مغلق منذ الفجر"، يقول سعيد مراد، "ولا أحد يعرف متى يفتح".',
        "«الحكم عادل ومنصف للجميع»، كما قالت المحامية، «لكن الطريق طويل أمامنا».",
    ],
)
def test_a_quotation_that_a_cue_interrupts_is_one_quote(text: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.kind == "direct"
    assert len(quote.fragments) == 2
    first, second = (text[f.start : f.end] for f in quote.fragments)
    assert text.index(first) < quote.cue.span.start < text.index(second)
    assert quote.text.startswith(first)
    assert quote.text.endswith(second)


def test_two_quotations_of_two_cues_stay_two() -> None:
    text = "قال سعيد مراد: «الطريق مغلق منذ الفجر». وقالت ريما الحلو: «سنبقى في القرية الليلة»."
    assert told(text) == [
        ("الطريق مغلق منذ الفجر", "سعيد مراد"),
        ("سنبقى في القرية الليلة", "ريما الحلو"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال العقيد سعد الشاعر تلقت الغرفة بلاغات كثيرة.", "تلقت الغرفة بلاغات كثيرة"),
        ("وقال الوزير لن نتراجع عن القرار.", "لن نتراجع عن القرار"),
        ("وروى صالح عطية قائلا كنا خمسة في السيارة.", "كنا خمسة في السيارة"),
    ],
)
def test_content_may_follow_without_an_and_marks(text: str, content: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.text == content
    assert quote.confidence < 0.7


@pytest.mark.parametrize(
    "text", ["قال الوزير سامر حداد في مؤتمر صحفي.", "ذلك ما قاله الوزير سامر حداد أمس في عمان."]
)
def test_no_content_where_nothing_follows(text: str) -> None:
    assert told(text) == []


def test_an_honorific_stands_for_its_bearer() -> None:
    text = (
        "استقبل الأمير نايف بن مشعل أمير المنطقة الخبير الياباني هيروشي تاناكا. "
        "وقال تاناكا إن المشروع كبير. وأوضح سموه أن العمل يبدأ غدا."
    )
    assert told(text)[1] == ("العمل يبدأ غدا", "نايف بن مشعل")


def test_a_circumstance_in_front_is_no_subject() -> None:
    text = "قال فادي الدويري إن الحوار ضروري. وعن العلاقة مع حزب الكرامة، أوضح أن الاتصالات مستمرة."
    assert told(text)[1] == ("الاتصالات مستمرة", "فادي الدويري")


def test_connectors_are_no_part_of_what_is_reported() -> None:
    text = "في المقابل، ألغت الجامعة الامتحان، بحسب ما أعلنت إدارة الجامعة."
    assert told(text)[0][0] == "ألغت الجامعة الامتحان"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("يذكر أن المصنع قديم.", "the writer's own voice"),
        ("وأعتقد أن الأمر صعب.", "first person"),
        ("لم يؤكد الوزير أن السد جاهز.", "negated"),
        ("أعلن الحرب على الفساد.", "no content"),
    ],
)
def test_explain_tells_why_a_candidate_was_dropped(text: str, reason: str) -> None:
    assert f"dropped: {reason}" in explain(text)


def test_explain_tells_cue_rule_and_speaker() -> None:
    line = explain("قالت الطبيبة منى الراعي إن اللقاح آمن.")
    assert line == (
        "0-4 قالت [قال] verb, say; إن or أن opens a clause; منى الراعي (explicit): اللقاح آمن"
    )


def test_explain_says_nothing_where_nobody_speaks() -> None:
    assert explain("هطلت الأمطار في الشمال.") == ""


def test_a_relative_clause_has_its_antecedent_as_speaker() -> None:
    text = (
        "قال الوزير سامر حداد إن العمل مستمر. "
        "واستقبل الوزير مدير المركز اللواء علي المطر الذي أوضح أن السد امتلأ."
    )
    assert told(text)[1] == ("السد امتلأ", "علي المطر")


def test_people_of_the_same_words_in_another_order_are_two() -> None:
    text = (
        "قال الأمير محمد بن سلمان بن عبدالعزيز إن العمل بدأ. "
        "وقال الأمير عبدالعزيز بن سلمان إن الإنتاج ثابت."
    )
    assert [speaker for _, speaker in told(text)] == [
        "محمد بن سلمان بن عبدالعزيز",
        "عبدالعزيز بن سلمان",
    ]


def test_a_surname_is_of_whom_was_told_before() -> None:
    text = (
        "قال وزير المالية علي محمود عبد الرسول إن العجز كبير. وأوضح محمود أن الحل قريب. "
        "ورافقه وزير الداخلية إبراهيم محمود."
    )
    assert told(text)[1] == ("الحل قريب", "علي محمود عبد الرسول")


def test_a_masculine_singular_verb_is_not_of_sources() -> None:
    text = "قال عزت نصار إن السوق هادئة. وأكدت مصادر مطلعة أن الأسعار ثابتة. وأضاف أن الموسم جيد."
    assert told(text)[2] == ("الموسم جيد", "عزت نصار")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأوضحت مصادر متابعة أن الحل قريب.", "مصادر متابعة"),
        ("وبحسب دراسة أعدها باحثون في جامعة تعز فإن المياه ملوثة.", "دراسة"),
    ],
)
def test_sources_without_a_name(text: str, speaker: str) -> None:
    ((_, name),) = told(text)
    assert name is not None
    assert name.startswith(speaker.split()[0])


def test_ala_written_with_dots_is_no_person() -> None:
    text = "قال المزارع سعيد مراد إن الإقبال علي الشراء زاد. وأشار إلي أن الموسم جيد."
    assert told(text)[1] == ("الموسم جيد", "سعيد مراد")


def test_a_feminine_subject_ends_before_its_object() -> None:
    (quote,) = find_quotes("وحثت المؤسسة النظام على احترام القانون.")
    assert quote.speaker is not None
    assert quote.speaker.name == "المؤسسة"
    (other,) = find_quotes("وحثت المؤسسة الوطنية على احترام القانون.")
    assert other.speaker is not None
    assert other.speaker.name == "المؤسسة الوطنية"


@pytest.mark.parametrize(
    "behind",
    [
        "لكنه لم يذكر الموعد.",
        "فيما دافع رئيس البلدية عن العمل.",
        "دون أن يقدم تفاصيل.",
        "معددا المشاريع.",
        "غير أنه لم يحدد موعدا للافتتاح.",
    ],
)
def test_speech_behind_a_colon_ends_before_the_words_of_the_writer(behind: str) -> None:
    assert told(f"قال سعد كريم: نحن جاهزون. {behind}") == [("نحن جاهزون", "سعد كريم")]


@pytest.mark.parametrize("text", ["قال س", "أضاف س", 'رد ل"ح د ة', "قال لـ«"])
def test_text_that_breaks_off_is_read(text: str) -> None:
    assert all(q.span.end <= len(text) for q in find_quotes(text))


def test_a_hearer_in_marks_ends_with_them() -> None:
    text = "قال الوزير سامي حداد لـ«المنبر اليومي» إن الأمر صعب."
    (quote,) = find_quotes(text)
    assert quote.addressee is not None
    assert text[quote.addressee.span.start : quote.addressee.span.end] == "لـ«المنبر اليومي»"
    broken = find_quotes("قال الوزير سامي حداد لـ«المنبر إن الأمر صعب.\nوجاء الرجل.")
    assert all(q.addressee is None for q in broken)


def test_a_short_clause_ends_before_who_said_it() -> None:
    assert told("قتل شخصان، بحسب الشرطة.") == [("قتل شخصان", "الشرطة")]
    assert told("ويسعى المجلس، بحسب الرئيس، إلى خفض العدد.") == [
        ("ويسعى المجلس، بحسب الرئيس، إلى خفض العدد", "الرئيس")
    ]


def test_what_lasts_until_something_is_no_relay() -> None:
    assert told("نقل الوزير البضائع من الميناء إلى أن انتهى العمل.") == []
    assert told("نقلت وكالة الأنباء أن العمل انتهى.") == [("العمل انتهى", "وكالة الأنباء")]


def test_what_is_not_yet_said_is_no_quote() -> None:
    assert told("ما أريد قوله هو أن الشاعر سيبقى في بيته.") == []
    assert told("نقلت الصحيفة عن الشاعر قوله إن الشعر باق.") == [("الشعر باق", "الشاعر")]


@pytest.mark.parametrize(
    "text",
    [
        "أوضح ذلك أكد ذلك ",
        "وزير ",
        '"',
        "«نعم هذا صحيح»، بحسب الوزير. ",
        "قال الوزير إن ",
        "، مشيرا إلى أن الأمر صعب",
        "وزار البيت، منبها إلى أن الأمر صعب",
        "انتقد القرار. وقالت إن البيت كبير. ",
        "قال أمس. ورأى أنه كبير. ",
        'قال إن الأمر "نعم نعم نعم نعم" ',
        "هذا بحسب الوزارة، ",
        "وقال سموه: نعم نعم نعم. ",
        "بحسب ما نقلت وكالة عن مصدر ",
        "حسبما قال الوزير ",
        "قال الوزير في مؤتمر عقده وحضره سالم، ",
    ],
)
def test_strange_text_takes_no_more_than_its_share_of_time(text: str) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        find_quotes(text * times)
        return time.process_time() - began

    size = 6000 // len(text)
    pairs = [(seconds(size), seconds(4 * size)) for _ in range(3)]
    short, long = (min(times) for times in zip(*pairs, strict=True))
    assert long < 10 * max(short, 0.02)


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        (
            "وبحسب بيان لرئاسة الوزراء، شدد سعد كريم على أن الأمن قضية كبيرة.",
            "سعد كريم",
            "رئاسة الوزراء",
        ),
        ("وبحسب وكالة الأنباء، قال سعد كريم إن الأمن قضية كبيرة.", "سعد كريم", "وكالة الأنباء"),
        (
            "وكانت وكالة الأنباء قد نقلت عن الوزير سعد كريم قوله إن المخزن ممتلئ.",
            "سعد كريم",
            "وكالة الأنباء",
        ),
        # near miss: the source itself speaks
        ("وبحسب وكالة الأنباء، فإن الأمن قضية كبيرة.", "وكالة الأنباء", None),
    ],
)
def test_who_passes_words_on(text: str, speaker: str, relay: str | None) -> None:
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == speaker
    assert (quote.relay.name if quote.relay else None) == relay


@pytest.mark.parametrize(
    ("account", "content"),
    [
        ("مبررا ذلك بتراجع الأسعار", "الإنتاج تراجع"),
        ("، مرجعة ذلك إلى الجفاف", "الإنتاج تراجع"),
        (" وعزت ذلك إلى الجفاف", "الإنتاج تراجع"),
        # near miss: the word belongs to what is said
        ("ولم يجد الوزير مبررا لذلك", "الإنتاج تراجع ولم يجد الوزير مبررا لذلك"),
    ],
)
def test_how_a_speaker_accounts_for_it_is_the_writers(account: str, content: str) -> None:
    text = f"قالت سعاد كريم إن الإنتاج تراجع {account}."
    assert told(text)[0] == (content, "سعاد كريم")


@pytest.mark.parametrize("lead", ["ومن المهم", "ويمكن", "ولا بد من"])
def test_what_one_may_say_nobody_said(lead: str) -> None:
    assert told(f"قال سعد كريم إن الأمر صعب. {lead} القول إن الكتابة قليلة.") == [
        ("الأمر صعب", "سعد كريم")
    ]
    assert told("وختم سعد كريم بالقول إن الأمر صعب.") == [("الأمر صعب", "سعد كريم")]


def test_a_reply_ends_the_words_it_answers() -> None:
    text = "قال سعد كريم لجاره: هذه أرضي فقال له: لا تبعها لأحد."
    assert [content for content, _ in told(text)] == ["هذه أرضي", "لا تبعها لأحد"]
    text = "قال سعد كريم: هذه أرضي فلا تبعها لأحد."
    assert [content for content, _ in told(text)] == ["هذه أرضي فلا تبعها لأحد"]
