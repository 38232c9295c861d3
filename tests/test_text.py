"""The text layer: tokens and folding, quotation marks, sentences, segments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabnews.text import fold, read_layout, read_page, tokenize


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أمريكا", "امريكا"),
        ("إلى", "الي"),
        ("مُحَمَّدٌ", "محمد"),
        ("جمهوريّة", "جمهوريه"),
        ("العــــراق", "العراق"),
        ("کیف", "كيف"),
        ("٢٠١٦", "2016"),
    ],
)
def test_fold_makes_spellings_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_tokens_keep_offsets_into_the_text_as_given() -> None:
    text = "نوّه #رئيس_الوزراء في 28مارس بـ«الاتفاق»، وقال..."
    tokens = tokenize(text)
    assert [text[t.start : t.end] for t in tokens] == [
        "نوّه", "رئيس", "الوزراء", "في", "28", "مارس", "بـ", "«", "الاتفاق", "»", "،", "وقال", "...",
    ]  # fmt: skip
    assert [t.kind for t in tokens][:6] == ["word", "word", "word", "word", "number", "word"]


@given(st.text(alphabet="ابتة لا«»\"“”'().,،:؟!\n\r1٢abـً#_ \u200f", max_size=80))
def test_any_text_has_tokens_in_order_and_whole_sentences(text: str) -> None:
    page = read_page(text)
    ends = [t.end for t in page.tokens]
    assert all(end <= t.start for end, t in zip(ends, page.tokens[1:], strict=False))
    covered = [i for sentence in page.sentences for i in sentence]
    assert covered == list(range(len(page.tokens)))


def quotations(text: str) -> list[str]:
    page = read_page(text)
    found = []
    for q in page.quotations:
        last = q.last if q.closed else q.last - 1
        inside = text[page.tokens[q.first].end : page.tokens[last].start if q.closed else None]
        found.append(inside.strip())
    return found


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('قال: "الباب مفتوح".', ["الباب مفتوح"]),
        ("قال: «الباب مفتوح».", ["الباب مفتوح"]),
        ("قال “الباب مفتوح”.", ["الباب مفتوح"]),
        # reversed marks, one pair and throughout
        ("وأضاف:» كنت قريبا من الباب».", ["كنت قريبا من الباب"]),
        ("قال إنه» سيعود غدا «، مؤكدا أنه» لن يتأخر «.", ["سيعود غدا", "لن يتأخر"]),
        # glued to the colon, and closed where an opening mark should stand
        ("وقال:” سنعود غدا”.", ["سنعود غدا"]),
        ("وأشار إلى أن” الطريق طويل وشاق”.", ["الطريق طويل وشاق"]),
        # two systems in one quotation
        ("وذكر «أن الطريق طويل”.", ["أن الطريق طويل"]),
        # a name quoted within
        ("قال: «قرار «الهيئة» صائب».", ["قرار «الهيئة» صائب", "الهيئة"]),
        ('وصف ما جرى بـ"الخطأ" و"العار".', ["الخطأ", "العار"]),
        ("قال ''إننا ماضون في المشروع''.", ["إننا ماضون في المشروع"]),
        ("&quot;الشروق&quot; تصدر غدا", ["الشروق"]),
        # a stray closing mark opens nothing
        ("وعاد الجميع إلى العمل»، على حد قوله.", []),
    ],
)
def test_quotation_marks_are_paired(text: str, inside: list[str]) -> None:
    assert quotations(text) == inside


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph_and_is_told() -> None:
    text = 'قال: "لن نعود إلى الوراء\nوصل الوفد أمس.'
    page = read_page(text)
    assert quotations(text.split("\n")[0]) == ["لن نعود إلى الوراء"]
    assert [w.code for w in page.warnings] == ["unbalanced_marks"]
    assert page.warnings[0].span is not None
    assert page.warnings[0].span.start == text.index('"')


def sentences(text: str) -> list[str]:
    page = read_page(text)
    return [page.slice(s.start, s.stop) for s in page.sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("وصل الوفد. وغادر مساء.", ["وصل الوفد.", "وغادر مساء."]),
        ("قال د. سامي حداد إن المريض تعافى.", ["قال د. سامي حداد إن المريض تعافى."]),
        ("بلغ السعر 2.5 دولار. وتراجع.", ["بلغ السعر 2.5 دولار.", "وتراجع."]),
        ('قال: "انتهى الأمر." ثم خرج.', ['قال: "انتهى الأمر."', "ثم خرج."]),
        ("متى نعود؟ لا أحد يعلم.", ["متى نعود؟", "لا أحد يعلم."]),
        ("الطريق طويل.. والزاد قليل", ["الطريق طويل.. والزاد قليل"]),
        ("ظهر على (إم.بي سي) أمس. وغاب.", ["ظهر على (إم.بي سي) أمس.", "وغاب."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


PAGE = """مجلس النواب يقر الموازنة بعد جلسة طويلة

epa01234567 Lawmakers leave the parliament after the session, 12 March 2014. EPA/A PHOTOGRAPHER
نواب يغادرون مقر المجلس بعد انتهاء الجلسة مساء أمس (رويترز)

أقر مجلس النواب الموازنة العامة بعد جلسة استمرت تسع ساعات شهدت نقاشا حادا بين الكتل.

خلاف على الضرائب
وقال رئيس المجلس إن الخلاف على الضرائب سيحسم في الجلسة المقبلة.

المصدر : رويترز + وكالات"""


def test_segments_of_a_page() -> None:
    layout = read_layout(read_page(PAGE))
    assert [s.kind for s in layout.segments] == [
        "headline", "caption", "caption", "body", "subheading", "body", "source_line",
    ]  # fmt: skip
    assert layout.headline == "مجلس النواب يقر الموازنة بعد جلسة طويلة"
    assert layout.source == "رويترز + وكالات"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("طرابلس 12 - 3 (أ ف ب) - ", "dateline"),
        ("سبأ- صنعاء: ", "dateline"),
    ],
)
def test_a_dateline_is_parted_from_the_news_behind_it(line: str, kind: str) -> None:
    news = "وصل وزير الخارجية إلى العاصمة في زيارة تستمر يومين يلتقي خلالها عددا من المسؤولين."
    text = line + news
    segments = read_layout(read_page(text)).segments
    assert [(s.kind, text[s.span.start : s.span.end]) for s in segments] == [
        (kind, line),
        ("body", news),
    ]


def test_a_repeated_caption_is_one_and_a_list_line_is_no_subheading() -> None:
    caption = "عمال يرممون واجهة المسجد الكبير في المدينة القديمة"
    body = "بدأت أعمال الترميم أمس في المدينة القديمة بإشراف منظمة اليونسكو وتستمر عامين كاملين."
    page = f"{body}\n{caption}\n{caption}\n- ترميم السقف\n{body}"
    kinds = [s.kind for s in read_layout(read_page(page)).segments]
    assert kinds[2] == "caption"
    assert kinds[3] == "body"


@pytest.mark.parametrize("lead", ["أكد سعد كريم أن", "وأضاف بأن", "وقال"])
def test_a_closing_mark_behind_an_opens(lead: str) -> None:
    text = f"{lead}»العمل في المصنع مستمر».ثم غادر القاعة."
    (quotation,) = read_page(text).quotations
    page = read_page(text)
    assert page.slice(quotation.first + 1, quotation.last) == "العمل في المصنع مستمر"
