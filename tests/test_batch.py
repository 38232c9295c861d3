from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from arabnews import ArgumentError, Article, Failure, parse_article, parse_articles

TEXT = "قال الوزير سامي حداد أمس الأحد إن اللقاء كان جيدا."


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_and_as_parse_article_gives_them(workers: int) -> None:
    texts = [f"قال الوزير إن العدد {number}." for number in range(50)]
    assert list(parse_articles(texts, workers=workers)) == [parse_article(t) for t in texts]


def test_the_ways_to_give_an_article() -> None:
    day = date(2016, 9, 5)
    expected = parse_article(TEXT, published=day)
    assert list(
        parse_articles([(TEXT, day), {"text": TEXT, "published": "2016-09-05", "id": 7}])
    ) == [
        expected,
        expected,
    ]
    titled = {"text": TEXT, "headline": "لقاء"}
    assert list(parse_articles([titled])) == [parse_article(TEXT, headline="لقاء")]
    assert list(parse_articles([])) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_failures_stand_in_their_place(workers: int) -> None:
    articles = [TEXT, 7, {"published": None}, (TEXT, "قريبا"), (TEXT,), TEXT]
    results = list(parse_articles(articles, workers=workers, errors="return"))  # type: ignore[arg-type]
    assert [type(r) for r in results] == [Article, Failure, Failure, Failure, Failure, Article]
    failure = results[3]
    assert isinstance(failure, Failure)
    assert failure.index == 3
    assert failure.source == (TEXT, "قريبا")
    assert isinstance(failure.error, ArgumentError)


@pytest.mark.parametrize("workers", [1, 2])
def test_by_default_the_error_is_raised_in_its_place(workers: int) -> None:
    results = parse_articles([TEXT, 7, TEXT], workers=workers)  # type: ignore[list-item]
    assert isinstance(next(results), Article)
    with pytest.raises(ArgumentError, match=r"articles\[1\]: expected a text.*int"):
        next(results)


def test_an_unexpected_error_tells_which_article_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> Article:
        raise RuntimeError("no memory")

    monkeypatch.setattr("arabnews.batch.parse_article", broken)
    with pytest.raises(RuntimeError, match="no memory") as raised:
        list(parse_articles([TEXT]))
    assert raised.value.__notes__ == ["in articles[0]"]


@pytest.mark.parametrize(("workers", "ahead"), [(1, 1), (2, 100)])
def test_input_is_read_lazily_and_the_consumer_may_stop(workers: int, ahead: int) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield TEXT

    results = parse_articles(endless(), workers=workers)
    assert read == 0
    assert isinstance(next(results), Article)
    assert read <= ahead
    results.close()  # type: ignore[attr-defined]


def test_progress_counts_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    list(parse_articles([TEXT, TEXT], progress=True))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("2 of 2 articles\n")
    list(parse_articles(iter([TEXT]), progress=True))
    assert capsys.readouterr().err.endswith("1 articles\n")


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (TEXT, {}),
        ({"text": TEXT}, {}),
        (7, {}),
        ([], {"workers": 0}),
        ([], {"workers": "2"}),
        ([], {"errors": "ignore"}),
    ],
)
def test_wrong_arguments_are_errors_at_once(arguments: object, options: dict[str, object]) -> None:
    with pytest.raises(ArgumentError, match="expected"):
        parse_articles(arguments, **options)  # type: ignore[arg-type]
