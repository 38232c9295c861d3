from __future__ import annotations

import re

import attrs
import pytest

from arabnews.export import account, title, to_page
from arabnews.model import Article

ISOLATE = re.compile("\u2067([^\u2067\u2069]*)\u2069")
ARABIC = re.compile("[\u0600-\u06ff]")


def test_account_tells_everything(article: Article) -> None:
    told = ISOLATE.sub(r"\1", account(article))
    for line in [
        "لقاء في القاهرة",
        "source: نور",
        "published: 2016-09-05 (given)",
        "quotes (2)",
        "  1. mixed, say",
        "     speaker: سامي حداد",
        "     relayed by: نور",
        '     اللقاء كان "جيدا" <و>مفيدا',
        "meetings (1)",
        "  1. held, in person",
        "     guest: سامي حداد",
        "     host: عمر زيدان",
        "     when: 2016-09-04",
        "     where: القاهرة",
        "times (1)",
        "  1. 2016-09-04  (DATE)",
        "     أمس الأحد",
        "warning: a mark was never closed",
    ]:
        assert line in told.splitlines()


@pytest.mark.parametrize("width", [30, 80])
def test_arabic_is_laid_out_for_terminals(article: Article, width: int) -> None:
    for line in account(article, width=width).splitlines():
        # One isolate a line, closed on it, all Arabic inside, nothing after it.
        assert len(ISOLATE.findall(line)) <= 1
        assert not ARABIC.search(ISOLATE.sub("", line))
        if "\u2067" in line:
            assert line.endswith("\u2069")
            assert len(ISOLATE.sub(r"\1", line)) <= width


def test_unknown_things_are_said_to_be_unknown(article: Article) -> None:
    bare = attrs.evolve(article, published=None, published_from="none", headline=None)
    told = account(attrs.evolve(bare, quotes=(attrs.evolve(article.quotes[0], speaker=None),)))
    assert "published: unknown" in told
    assert "speaker: \u2067unknown\u2069" not in told
    assert "speaker: unknown" in told


def test_title_is_the_headline_or_the_first_words(article: Article) -> None:
    assert title(article) == "لقاء في القاهرة"
    assert title(Article("كلمة " * 40)) == "كلمة " * 12 + "…"
    assert title(Article("كلمة واحدة")) == "كلمة واحدة"


def test_page_holds_all_articles_and_needs_nothing_else(article: Article) -> None:
    page = to_page([article, Article("خبر آخر")])
    assert page.startswith("<!doctype html>")
    assert page.count("<article ") == 2
    assert 'dir="rtl"' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    for loading in ("http:", "https:", "<script", "<link", "@import", "url(", "src="):
        assert loading not in page
