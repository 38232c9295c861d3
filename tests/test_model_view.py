from __future__ import annotations

import sys
from collections.abc import Callable
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabnews.model import (
    ArgumentError,
    Article,
    Cue,
    MissingPackageError,
    Quote,
    Segment,
    Span,
    TimeExpression,
)
from arabnews.model.view import article_html

VOID = {"input", "meta", "br"}


class Page(HTMLParser):
    """What a browser would see: text per element, by class; fails on crossing elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, list[str], list[str]]] = []
        self.found: list[tuple[list[str], str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if values.get("id"):
            self.ids.append(values["id"])
        if values.get("href"):
            self.links.append(values["href"])
        if tag not in VOID:
            self.open.append((tag, (values.get("class") or "").split(), []))

    def handle_endtag(self, tag: str) -> None:
        name, classes, text = self.open.pop()
        assert name == tag
        self.found.append((classes, "".join(text)))

    def handle_data(self, data: str) -> None:
        in_number = any("an-number" in classes for _, classes, _ in self.open)
        for _, classes, text in self.open:
            if not in_number or "an-number" in classes:
                text.append(data)

    def texts(self, name: str) -> list[str]:
        return [text for classes, text in self.found if name in classes]


def test_what_was_read_is_marked_and_listed(article: Article) -> None:
    page = Page(article_html(article, "a"))
    assert page.texts("an-quote")[:2] == ['اللقاء كان "جيدا" <و>مفيدا', "العمل مستمر"]
    assert page.texts("an-fragment") == ["جيدا"]
    assert page.texts("an-speaker")[0] == "الوزير سامي حداد"
    assert page.texts("an-time")[0] == "أمس الأحد"
    assert page.texts("an-meeting")[0] == "التقى"
    assert page.texts("an-headline") == ["لقاء في القاهرة"]
    cards = page.texts("an-of-quote")
    assert len(cards) == 2
    assert "نور" in cards[0]
    assert "carried" in cards[1]
    assert "عمر زيدان" in page.texts("an-of-meeting")[0]
    assert "2016-09-04" in page.texts("an-of-time")[0]


def test_links_lead_somewhere_and_ids_are_unique(article: Article) -> None:
    page = Page(article._repr_html_())
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_everything_is_escaped() -> None:
    evil = "<script>alert(1)</script>\"'&"
    span = Span(0, len(evil))
    hostile = Article(
        text=evil,
        headline=evil,
        source=evil,
        times=(TimeExpression(span, evil, "DATE", evil),),
        quotes=(Quote(span, evil, "direct", Cue(span, evil, "verb", evil)),),
    )
    html = hostile._repr_html_()
    assert "<script" not in html
    assert Page(html).texts("an-text") == [evil]


@given(
    st.text("اب \n<&\"'", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
)
def test_any_nesting_and_crossing_keeps_the_text(text: str, edges: list[tuple[int, int]]) -> None:
    spans = sorted(Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in edges)
    cue = Cue(Span(0, 0), "قال", "verb", "say")
    half = len(spans) // 2
    quotes = [Quote(s, text[s.start : s.end], "direct", cue) for s in spans[:half]]
    times = [TimeExpression(s, text[s.start : s.end], "DATE", "2016") for s in spans[half:]]
    segment = Segment(Span(0, len(text) // 2), "caption")
    page = Page(
        article_html(
            Article(text, segments=(segment,), times=tuple(times), quotes=tuple(quotes)), "a"
        )
    )
    shown = "".join(page.texts("an-text"))
    assert shown == "".join(line for line in text.split("\n") if line.strip())
    # Whatever they are cut into, the pieces of each kind cover what its spans cover.
    for name, items in (("an-quote", quotes), ("an-time", times)):
        covered = {i for item in items for i in range(item.span.start, item.span.end)}
        visible = [i for i in covered if not text[i].isspace()]
        pieces = [p for classes, p in page.found if name in classes]
        assert sum(len("".join(p.split())) for p in pieces) >= len(visible)


def test_an_article_in_which_nothing_was_found() -> None:
    page = Page(Article("").to_dict() and Article("")._repr_html_())
    assert page.texts("an-text") == [""]


@pytest.mark.parametrize("what", ["quotes", "times", "meetings", "entities"])
def test_frames_have_a_row_for_each(article: Article, what: str) -> None:
    frame = article.to_frame(what)  # type: ignore[arg-type]
    assert len(frame) == len(getattr(article, what))
    empty = Article("").to_frame(what)  # type: ignore[arg-type]
    assert list(empty.columns) == list(frame.columns)


def test_frame_values(article: Article) -> None:
    quotes = article.to_frame()
    assert list(quotes["speaker"]) == ["سامي حداد", "سامي حداد"]
    assert quotes.loc[0, "time"] == "2016-09-04"
    assert quotes.loc[0, "relay"] == "نور"
    (meeting,) = article.to_frame("meetings").to_dict("records")
    assert meeting["participants"] == "سامي حداد، عمر زيدان"
    assert (meeting["place"], meeting["time"]) == ("القاهرة", "2016-09-04")


def test_an_unknown_table_is_an_error(article: Article) -> None:
    with pytest.raises(ArgumentError, match="quotes, times, meetings, entities"):
        article.to_frame("speakers")  # type: ignore[arg-type]


def test_without_pandas_the_error_says_what_to_install(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingPackageError, match=r"arabnews\[frames\]"):
        article.to_frame()


def test_a_quote_over_two_lines_is_marked_on_both(span: Callable[[str], Span]) -> None:
    text = "قال: نعم\nولا"
    quote = Quote(Span(5, 12), text[5:12], "indirect", Cue(Span(0, 3), "قال", "verb", "say"))
    page = Page(article_html(Article(text, quotes=(quote,)), "a"))
    assert page.texts("an-quote")[:2] == ["نعم", "ولا"]
    assert len(page.texts("an-number")) == 1


def test_the_same_article_gives_the_same_html(article: Article) -> None:
    again = attrs.evolve(article)
    assert again._repr_html_() == article._repr_html_()
