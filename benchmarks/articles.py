"""How fast articles are read, and how much memory it takes, on one core.

    python benchmarks/articles.py [--megabytes 2] [--texts DIRECTORY]

The texts are those of ``seeds`` and ``evaluation/articles``, where every second line holds a quote,
or the ``*.txt`` of a directory of your own, one after the other and over again.
The first megabyte warms the caches of words, as the first articles of an archive do.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import time
from collections.abc import Callable
from pathlib import Path

from arabnews import find_dates, find_meetings, find_quotes, parse_article

ROOT = Path(__file__).parents[1]
TEXTS = [ROOT / "seeds", ROOT / "evaluation" / "articles"]


def speed(read: Callable[[str], object], texts: list[str], megabytes: float) -> float:
    """Megabytes of UTF-8 a second."""
    sizes = [len(text.encode()) for text in texts]
    done = 0
    began = time.perf_counter()
    for text, size in itertools.cycle(zip(texts, sizes, strict=True)):
        read(text)
        done += size
        if done >= megabytes * 1e6:
            return done / 1e6 / (time.perf_counter() - began)
    raise AssertionError


def main() -> None:
    """Print a line for each entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--texts", type=Path, nargs="+", default=TEXTS)
    arguments = parser.parse_args()
    megabytes = arguments.megabytes
    paths = sorted(path for texts in arguments.texts for path in texts.glob("*.txt"))
    if not paths:
        parser.error("--texts: expected directories that hold *.txt files; found none")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    speed(parse_article, texts, 1.0)
    for read in (find_dates, find_quotes, find_meetings, parse_article):
        print(f"{read.__name__:15} {speed(read, texts, megabytes):6.2f} MB/s")
    print(f"peak memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
