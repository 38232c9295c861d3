"""Many articles, lazily and in order, in this process or in several."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, datetime
from itertools import islice
from typing import Any, Literal

from attrs import frozen

from .article import parse_article
from .model import ArgumentError, Article

Published = date | datetime | str | None
Source = str | tuple[str, Published] | Mapping[str, Any]

_CHUNK = 8
_CHUNKS_AHEAD_PER_WORKER = 2


@frozen
class Failure:
    """An article that raised: its position in the input, the error, and the input itself."""

    index: int
    error: Exception
    source: object


def parse_articles(
    articles: Iterable[Source],
    *,
    workers: int = 1,
    progress: bool = False,
    errors: Literal["raise", "return"] = "raise",
) -> Iterator[Article | Failure]:
    """Parse articles one after the other, yielding each as soon as it and those before are done.

    An article is its text, a pair (text, published), or a mapping with ``text`` and, if known,
    ``published`` and ``headline``; other keys are left alone. The input is read lazily: at most
    some dozen articles per worker ahead of what was consumed. ``workers`` above 1 parses in that
    many processes. ``progress`` counts on stderr. With ``errors="return"`` an article that cannot
    be parsed comes out as a Failure in its place; else its error is raised, and tells which it was.
    """
    if isinstance(articles, str | bytes | Mapping) or not isinstance(articles, Iterable):
        raise ArgumentError(f"expected an iterable of articles, got {type(articles).__name__}")
    if not isinstance(workers, int) or workers < 1:
        raise ArgumentError(f"expected workers to be 1 or more, got {workers!r}")
    if errors not in ("raise", "return"):
        raise ArgumentError(f'expected errors to be "raise" or "return", got {errors!r}')
    results = _here(articles) if workers == 1 else _in_processes(articles, workers)
    if progress:
        results = _counted(results, len(articles) if isinstance(articles, Sized) else None)
    return _raising(results) if errors == "raise" else results


def _here(articles: Iterable[Source]) -> Iterator[Article | Failure]:
    for index, source in enumerate(articles):
        yield _parse(index, source)


def _in_processes(articles: Iterable[Source], workers: int) -> Iterator[Article | Failure]:
    numbered = enumerate(articles)
    ahead = workers * _CHUNKS_AHEAD_PER_WORKER
    pending: deque[Future[list[Article | Failure]]] = deque()
    pool = ProcessPoolExecutor(workers)
    try:
        while chunk := list(islice(numbered, _CHUNK)):
            pending.append(pool.submit(_parse_chunk, chunk))
            if len(pending) >= ahead:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _parse_chunk(chunk: list[tuple[int, Source]]) -> list[Article | Failure]:
    return [_parse(index, source) for index, source in chunk]


def _parse(index: int, source: Source) -> Article | Failure:
    try:
        return parse_article(**_arguments(source))
    except Exception as error:  # whatever it is, the other articles go on
        return Failure(index, error, source)


def _arguments(source: Source) -> dict[str, Any]:
    if isinstance(source, str):
        return {"text": source}
    if isinstance(source, tuple) and len(source) == 2:
        return {"text": source[0], "published": source[1]}
    if isinstance(source, Mapping) and "text" in source:
        return {key: source[key] for key in ("text", "published", "headline") if key in source}
    raise ArgumentError(
        "expected a text, a pair (text, published) or a mapping with 'text', "
        f"got {type(source).__name__}"
    )


def _raising(results: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    for result in results:
        if isinstance(result, Failure):
            raise _located(result)
        yield result


def _located(failure: Failure) -> Exception:
    """The error with the position of the article: in its message, or in a note beside it."""
    error = failure.error
    where = f"articles[{failure.index}]"
    if isinstance(error, ArgumentError):
        return ArgumentError(f"{where}: {error}")
    error.add_note(f"in {where}")
    return error


def _counted(
    results: Iterator[Article | Failure], total: int | None
) -> Iterator[Article | Failure]:
    of = "" if total is None else f" of {total}"
    for count, result in enumerate(results, start=1):
        sys.stderr.write(f"\r{count}{of} articles")
        sys.stderr.flush()
        yield result
    sys.stderr.write("\n")
