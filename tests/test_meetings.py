"""Meetings as a reader of the article would list them: who met whom, when, where, and whether."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from arabnews import ArgumentError, Meeting, find_meetings, parse_article
from arabnews.lexicon import table

SEEDS = Path(__file__).parent.parent / "seeds"
DAY = "2020-03-11"  # a Wednesday


def meetings(text: str, published: str | None = DAY) -> tuple[Meeting, ...]:
    return parse_article(text, published=published).meetings


def only(text: str, published: str | None = DAY) -> Meeting:
    found = meetings(text, published)
    assert len(found) == 1, found
    return found[0]


def names(meeting: Meeting) -> set[str]:
    return {p.name for p in meeting.participants}


def roles(meeting: Meeting) -> dict[str, str]:
    return {p.name: p.role for p in meeting.participants}


HADDAD, ZIDAN = "سامي حداد", "عمر زيدان"


@pytest.mark.parametrize(
    "sentence",
    [
        "التقى وزير الخارجية الأردني سامي حداد أمس في القاهرة نظيره المصري عمر زيدان.",
        "التقى وزير الخارجية الأردني سامي حداد مع السفير المصري عمر زيدان أمس في القاهرة.",
        "اجتمع وزير الخارجية الأردني سامي حداد أمس بنظيره المصري عمر زيدان في القاهرة.",
        "أجرى وزير الخارجية الأردني سامي حداد أمس محادثات مع نظيره المصري عمر زيدان في القاهرة.",
        "عقد الوزيران الأردني سامي حداد والمصري عمر زيدان أمس اجتماعا في القاهرة.",
        "بحث الوزيران الأردني سامي حداد والمصري عمر زيدان، أمس، في القاهرة، ملف المياه.",
        "قال المتحدث إن الوزير الأردني سامي حداد التقى أمس في القاهرة السفير المصري عمر زيدان.",
        "جرى في القاهرة أمس لقاء بين الوزير الأردني سامي حداد والسفير المصري عمر زيدان.",
    ],
)
def test_who_when_and_where(sentence: str) -> None:
    meeting = only(sentence)
    assert names(meeting) == {HADDAD, ZIDAN}
    assert meeting.time is not None
    assert meeting.time.value == "2020-03-10"
    assert meeting.place is not None
    assert meeting.place.name == "القاهرة"
    assert meeting.status == "held"
    assert meeting.format == "in_person"


def test_mentions_are_the_words_that_tell_of_it() -> None:
    text = "التقى الوزير سامي حداد السفير عمر زيدان أمس. وقال حداد إن اللقاء كان مثمرا."
    meeting = only(text)
    assert [text[s.start : s.end] for s in meeting.mentions] == ["التقى", "اللقاء"]


def test_pronoun_is_the_subject_of_the_sentence() -> None:
    meeting = only("أكد الرئيس سامي حداد أن لقاءه اليوم مع الملك عمر زيدان كان بناء.")
    assert names(meeting) == {HADDAD, ZIDAN}
    assert meeting.time is not None
    assert meeting.time.value == DAY


def test_receiving_has_host_and_guest() -> None:
    meeting = only("استقبل الملك عمر زيدان اليوم في قصر الزهور الرئيس سامي حداد.")
    assert roles(meeting) == {ZIDAN: "host", HADDAD: "guest"}
    assert meeting.place is not None
    assert meeting.place.name == "قصر الزهور"
    assert meeting.cameo == "043"


def test_visit_by_invitation() -> None:
    meeting = only("سيزور الرئيس سامي حداد تونس يوم الأحد المقبل تلبية لدعوة من الملك عمر زيدان.")
    assert roles(meeting) == {HADDAD: "guest", ZIDAN: "host"}
    assert meeting.status == "planned"
    assert meeting.time is not None
    assert meeting.time.value == "2020-03-15"
    assert meeting.cameo == "036"


@pytest.mark.parametrize(
    ("sentence", "format_"),
    [
        ("أجرى الرئيس سامي حداد أمس اتصالا هاتفيا مع الملك عمر زيدان.", "phone"),
        ("تلقى الرئيس سامي حداد أمس اتصالا هاتفيا من الملك عمر زيدان.", "phone"),
        ("تحدث الرئيس سامي حداد أمس هاتفيا مع الملك عمر زيدان.", "phone"),
        ("هاتف الرئيس سامي حداد أمس الملك عمر زيدان.", "phone"),
        ("عقد الرئيس سامي حداد أمس اجتماعا عبر الفيديو مع الملك عمر زيدان.", "video"),
    ],
)
def test_calls(sentence: str, format_: str) -> None:
    meeting = only(sentence)
    assert names(meeting) == {HADDAD, ZIDAN}
    assert meeting.format == format_
    assert meeting.status == "held"
    if format_ == "phone":
        assert meeting.cameo == "041"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("سيلتقي الوزير سامي حداد السفير عمر زيدان يوم الجمعة المقبل.", "planned"),
        ("من المقرر أن يلتقي الوزير سامي حداد السفير عمر زيدان غدا.", "planned"),
        ("يلتقي الوزير سامي حداد السفير عمر زيدان غدا في القاهرة.", "planned"),
        ("اتفق الوزير سامي حداد والسفير عمر زيدان على عقد لقاء غدا.", "planned"),
        ("اقترح الرئيس سامي حداد على نظيره عمر زيدان عقد اجتماع في جنيف.", "proposed"),
        ("ألغى الرئيس سامي حداد لقاء مع الملك عمر زيدان.", "cancelled"),
        ("قالت الوكالة إن اللقاء بين الرئيس سامي حداد والملك عمر زيدان ألغي.", "cancelled"),
        ("أعلنت الحكومة تأجيل لقاء بين الرئيس سامي حداد والملك عمر زيدان.", "postponed"),
        ("رفض الرئيس سامي حداد عقد لقاء مع الملك عمر زيدان.", "refused"),
    ],
)
def test_what_became_of_it(sentence: str, status: str) -> None:
    meeting = only(sentence)
    assert names(meeting) == {HADDAD, ZIDAN}
    assert meeting.status == status
    assert meeting.cameo == "036"


def test_how_long_and_on_what_occasion() -> None:
    meeting = only(
        "اجتمع الرئيس سامي حداد مع الملك عمر زيدان أمس على هامش قمة المناخ في باريس. "
        "وقال المتحدث إن اللقاء الذي استمر ساعتين كان جيدا."
    )
    assert meeting.occasion is not None
    assert meeting.occasion.name == "قمة المناخ"
    assert meeting.place is not None
    assert meeting.place.name == "باريس"
    assert meeting.duration is not None
    assert meeting.duration.value == "PT2H"


def test_a_meeting_told_ahead_and_then_as_held_is_one() -> None:
    meeting = only(
        "الرئيس سامي حداد يلتقي الملك عمر زيدان\n\n"
        "التقى الرئيس سامي حداد أمس في جنيف الملك عمر زيدان على هامش قمة المناخ.\n"
        "وكان المتحدث أعلن في وقت سابق أن الرئيس حداد والملك زيدان اتفقا على عقد لقاء "
        "على هامش القمة."
    )
    assert meeting.status == "held"
    assert len(meeting.mentions) == 3


def test_another_day_is_another_meeting() -> None:
    found = meetings(
        "التقى الرئيس سامي حداد أمس الملك عمر زيدان. "
        "وكان آخر لقاء بين الرئيس سامي حداد والملك عمر زيدان في باريس في كانون الثاني 2019."
    )
    assert [m.time.value for m in found if m.time] == ["2020-03-10", "2019-01"]


def test_other_parties_are_another_meeting() -> None:
    found = meetings(
        "التقى الرئيس سامي حداد أمس الملك عمر زيدان. "
        "كما اجتمع الرئيس سامي حداد مع الوزير كريم نصار أمس."
    )
    assert [names(m) for m in found] == [{HADDAD, ZIDAN}, {HADDAD, "كريم نصار"}]


def test_who_brought_them_together_is_the_mediator() -> None:
    meeting = only("جرت أمس محادثات بين الوزير سامي حداد والسفير عمر زيدان بوساطة الأمم المتحدة.")
    assert roles(meeting) == {HADDAD: "party", ZIDAN: "party", "الأمم المتحدة": "mediator"}
    assert meeting.cameo == "045"


@pytest.mark.parametrize("text", ["", " \n", "Hello", "»»”«", "اللقاء", "مع", "التقى"])
def test_texts_without_a_meeting(text: str) -> None:
    assert meetings(text) == ()


def test_party_talks_at_home() -> None:
    meeting = only("عقد رئيس الحزب سامي حداد أمس اجتماعا مع وفد من حركة العدل في بيروت.")
    assert HADDAD in names(meeting)
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "لم يلتق الوزير سامي حداد السفير عمر زيدان.",
        "لم يلتقي الوزير سامي حداد السفير عمر زيدان.",
        "التقى الفريقان أمس على ملعب المدينة في الدوري.",
        "يستقبل نادي النصر نظيره الهلال غدا على ملعب المدينة.",
        "أعلنت وزارة الضمان الاجتماعي رفع الرواتب.",
        "تم إلقاء القبض على المتهم من تلقاء نفسه.",
        "عقدت اللجنة اجتماعا لمناقشة الميزانية.",
        "اختتمت قمة مجموعة العشرين أعمالها أمس.",
        "عقد الوزير سامي حداد مؤتمرا صحفيا أمس.",
        "قال الوزير سامي حداد في لقاء مع صحيفة الزمان إن العمل مستمر.",
        "قال الوزير سامي حداد في اتصال هاتفي مع قناة الجزيرة إن العمل مستمر.",
        "بدأت المحكمة جلسة النظر في قضية المتهم سامي حداد أمس.",
        "زار السياح المتحف الوطني أمس.",
        "بحث رجال الشرطة عن الطفل المفقود أمس.",
        "أشار إلى أهمية بحث الأزمة في سوريا.",
        "وسائل الاتصال الحديثة غيرت التعليم.",
    ],
)
def test_near_misses(sentence: str) -> None:
    assert meetings(sentence) == ()


@pytest.mark.parametrize("row", table("meeting_words")["verb"] + table("meeting_words")["noun"])
def test_each_word_fires_on_its_sample_only(row: dict[str, str]) -> None:
    sample = row["sample"]
    if row["lemma"] == "استقبال":
        sample = "قال الملك سامي حداد " + sample + " إن العمل مستمر"
    assert names(only(sample + ".")) == {HADDAD, ZIDAN}
    assert meetings(row["near"] + ".") == ()


def test_nothing_is_dated_without_a_day_of_publication() -> None:
    meeting = only("التقى الوزير سامي حداد السفير عمر زيدان أمس.", published=None)
    assert meeting.time is None
    assert meeting.status == "held"


@pytest.mark.parametrize(
    ("seed", "published", "told"),
    [
        ("001", "2016-09-05", {("أوباما بوتين", "held"), ("كيري لافروف", "held")}),
        ("002", "2016-09-05", {("أوباما بوتين", "held")}),
        ("004", "2019-05-15", {("بوتين بومبيو", "held"), ("بومبيو لافروف", "held")}),
    ],
)
def test_seeds(seed: str, published: str, told: set[tuple[str, str]]) -> None:
    text = next(SEEDS.glob(f"{seed}_*.txt")).read_text(encoding="utf-8")
    found = {
        (" ".join(sorted(p.name.split()[1] for p in m.participants)), m.status)
        for m in meetings(text, published)
    }
    assert found == told


def test_find_meetings_is_the_meetings_of_the_article() -> None:
    text = "التقى الوزير سامي حداد السفير عمر زيدان أمس في القاهرة."
    assert find_meetings(text, published=DAY) == meetings(text)
    with pytest.raises(ArgumentError):
        find_meetings(text, published="لا يوم")


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(copies: int) -> float:
        text = "والتقى الوزير سامي حداد السفير عمر زيدان أمس في القاهرة " * copies
        started = time.process_time()
        find_meetings(text, published=DAY)
        return time.process_time() - started

    seconds(10)
    assert seconds(1200) < 12 * seconds(200)  # six times the text


KARIM = "كريم نصار"


@pytest.mark.parametrize(
    "sentence",
    [
        "وكان الوزير سامي حداد قد التقى أمس السفير عمر زيدان.",
        "صرح الوزير سامي حداد بذلك أمس. وقد التقى حداد السفير عمر زيدان أمس.",
        "عمان 11 آذار (بترا)- التقى الوزير سامي حداد أمس السفير عمر زيدان.",
        "استقبل الوزير سامي حداد السفير عمر زيدان أمس، ثم اجتمع به أمس.",
        "زار الوزير سامي حداد تونس أمس والتقى السفير عمر زيدان.",
        "قال الوزير سامي حداد: «اجتمعت أمس بالسفير عمر زيدان في المكتب».",
        "التقى الوزير سامي حداد أمس سفير مصر في لبنان عمر زيدان.",
        "التقى الوزير سامي حداد أمس على هامش منتدى المياه السفير عمر زيدان.",
        "سيجمع لقاء غدا في القاهرة الوزير سامي حداد بالسفير عمر زيدان.",
        "قال الوزير سامي حداد إنه سيسافر غدا إلى تونس ليجتمع مع السفير عمر زيدان.",
        "تباحث الوزير سامي حداد أمس مع المنسقة العليا السفير عمر زيدان.",
    ],
)
def test_parties_told_in_other_ways(sentence: str) -> None:
    assert names(only(sentence)) == {HADDAD, ZIDAN}


@pytest.mark.parametrize(
    "sentence",
    [
        "قال الوزير سامي حداد إن مستشفى النور استقبل عشرة مصابين أمس.",
        "قال الوزير سامي حداد إن العلاقات مع تونس جيدة. وبحث حداد الأمر مع نفسه.",
        "سجل الوزير سامي حداد رقم هاتفه والسفير عمر زيدان عنوانه.",
        "عقدت جلسة البرلمان أمس وتحدث الوزير سامي حداد فيها.",
        "شكر الوزير سامي حداد وسائل الاتصال والسفير عمر زيدان.",
    ],
)
def test_others_are_not_drawn_into_a_meeting(sentence: str) -> None:
    assert meetings(sentence) == ()


def test_honorific_is_the_person_told_of_with_it() -> None:
    found = meetings(
        "استقبل معالي سامي حداد أمس السفير عمر زيدان. كما التقى معاليه اليوم الوزير كريم نصار."
    )
    assert [names(m) for m in found] == [{HADDAD, ZIDAN}, {HADDAD, KARIM}]


def test_one_who_is_met_again() -> None:
    found = meetings("التقى الوزير سامي حداد السفير عمر زيدان يوم الاثنين، ثم اجتمع به مجددا أمس.")
    assert [m.time.value for m in found if m.time] == ["2020-03-09", "2020-03-10"]
    assert all(names(m) == {HADDAD, ZIDAN} for m in found)


def test_delegation_is_met_in_its_leader() -> None:
    meeting = only("استقبل الوزير سامي حداد أمس وفدا من النقابة برئاسة النقيب عمر زيدان.")
    assert names(meeting) == {HADDAD, ZIDAN}
    meeting = only("استقبل الوزير سامي حداد أمس السفير عمر زيدان برئاسة الجمهورية.")
    assert names(meeting) == {HADDAD, ZIDAN}


def test_two_offices_of_a_headline_are_those_named() -> None:
    meeting = only(
        "وزيرا خارجية الأردن ومصر يبحثان أزمة المياه\n\n"
        "بحث وزير الخارجية الأردني سامي حداد أمس مع نظيره المصري عمر زيدان أزمة المياه في النهر. "
        "وقال إن العمل مستمر حتى نهاية العام وإن التمويل مضمون في الأشهر القليلة القادمة."
    )
    assert names(meeting) == {HADDAD, ZIDAN}
    assert len(meeting.mentions) == 2


def test_ministers_of_several_countries_are_those_named() -> None:
    found = meetings(
        "التقى وزير الخارجية الأردني سامي حداد أمس وزير الخارجية المصري عمر زيدان. "
        "ويعقد غدا في بغداد اجتماع يضم وزراء خارجية الأردن ومصر."
    )
    assert [names(m) for m in found] == [{HADDAD, ZIDAN}, {HADDAD, ZIDAN}]
    assert [m.status for m in found] == ["held", "planned"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("ألغي لقاء كان مقررا غدا بين الوزير سامي حداد والسفير عمر زيدان.", "cancelled"),
        ("اللقاء الذي كان مقررا غدا بين الوزير سامي حداد والسفير عمر زيدان ألغي.", "cancelled"),
        ("رفض الوزير سامي حداد لقاء السفير عمر زيدان.", "refused"),
        ("عقد الوزير سامي حداد اجتماعا مع السفير عمر زيدان قبل السفر أمس.", "held"),
    ],
)
def test_status_of_what_was_to_come(sentence: str, status: str) -> None:
    meeting = only(sentence)
    assert names(meeting) == {HADDAD, ZIDAN}
    assert meeting.status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "أجرى الوزير سامي حداد أمس اتصالا بالسفير عمر زيدان.",
        "في اتصال هاتفي تلقاه أمس من السفير عمر زيدان، شدد الوزير سامي حداد على السلام.",
        "بحث الوزير سامي حداد أمس مع السفير عمر زيدان الأزمة، وجاء ذلك في اتصال هاتفي بينهما.",
    ],
)
def test_calls_told_in_other_ways(sentence: str) -> None:
    meeting = only(sentence)
    assert names(meeting) == {HADDAD, ZIDAN}
    assert meeting.format == "phone"


def test_offices_of_a_headline_are_the_names_of_the_body() -> None:
    body = (
        "التقى الوزير الأردني سامي حداد أمس السفير المصري عمر زيدان في القاهرة. "
        "وقال إن العمل مستمر حتى نهاية العام وإن التمويل مضمون في الأشهر القليلة القادمة."
    )
    meeting = only("وزير أردني يلتقي السفير المصري\n\n" + body)
    assert names(meeting) == {HADDAD, ZIDAN}
    assert len(meeting.mentions) == 2
    found = meetings("وزير أردني يلتقي السفير العراقي\n\n" + body)
    assert len(found) == 2


def test_two_guests_of_a_headline_may_come_one_by_one() -> None:
    found = meetings(
        "سامي حداد استقبل عمر زيدان وكريم نصار\n\n"
        "استقبل الوزير سامي حداد أمس السفير عمر زيدان وشكره على ما قدم من عون في المحنة. "
        "وقال إن العمل مستمر حتى نهاية العام وإن التمويل مضمون في الأشهر القليلة القادمة.\n"
        "كما استقبل الوزير سامي حداد أمس السفير كريم نصار."
    )
    assert [names(m) for m in found] == [{HADDAD, ZIDAN}, {HADDAD, KARIM}]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("استقبل الوزير سامي حداد في مكتبه أمس السفير عمر زيدان.", "مكتبه"),
        ("استقبل الوزير سامي حداد بمقر الوزارة أمس السفير عمر زيدان.", "مقر الوزارة"),
        ("التقى الوزير سامي حداد السفير عمر زيدان أمس بمدينة ترنهايم.", "ترنهايم"),
        ("التقى الوزير سامي حداد السفير عمر زيدان، وذلك في القاهرة.", "القاهرة"),
        ("زار الوزير سامي حداد تونس أمس والتقى السفير عمر زيدان.", "تونس"),
        ("التقى الوزير سامي حداد أمس السفير عمر زيدان وشكر المكتب.", None),
        ("التقى الوزير سامي حداد السفير عمر زيدان. ودعاه إلى زيارة تونس.", None),
    ],
)
def test_where(sentence: str, place: str | None) -> None:
    meeting = only(sentence)
    assert (meeting.place.name if meeting.place else None) == place


@pytest.mark.parametrize(
    ("sentence", "occasion"),
    [
        ("على هامش منتدى المياه العربي", "منتدى المياه العربي"),
        ("على هامش بطولة العالم", "بطولة العالم"),
        ("على هامش الطريق", None),
    ],
)
def test_occasion_ends_where_the_guest_begins(sentence: str, occasion: str | None) -> None:
    meeting = only(f"التقى الوزير سامي حداد أمس {sentence} مدير عام المركز عمر زيدان.")
    assert (meeting.occasion.name if meeting.occasion else None) == occasion


def test_how_long_told_before_or_after() -> None:
    lasted = "التقى الوزير سامي حداد أمس السفير عمر زيدان. واستمر اللقاء قرابة ساعتين."
    duration = only(lasted).duration
    assert duration is not None
    assert duration.value == "PT2H"
    assert only("التقى الوزير سامي حداد السفير عمر زيدان قبل ساعتين.").duration is None


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        ("نفى الوزير سامي حداد أن يكون قد التقى السفير الروسي عمر زيدان.", 0),
        ("نفى سامي حداد لقاءه عمر زيدان.", 0),
        ("نفى سامي حداد التهم بعد لقائه السفير عمر زيدان.", 1),
        ("التقى الوزير سامي حداد السفير عمر زيدان في عمان.", 1),
    ],
)
def test_a_denied_meeting_is_none(text: str, meetings: int) -> None:
    assert len(find_meetings(text)) == meetings
