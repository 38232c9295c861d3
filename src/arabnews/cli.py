"""The command line: read article files, print an account, write JSON and an HTML page."""

from __future__ import annotations

import argparse
import csv
import io
import os
import shutil
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from .article import parse_article
from .export import account, to_page
from .model import ArabnewsError, ArgumentError, Article


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. 0 is success, 2 an argument or file that cannot be used."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without Arabic letters
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        read(options)
    except ArabnewsError as error:
        print(f"arabnews: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of the output has seen enough (arabnews read … | head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def read(options: argparse.Namespace) -> None:
    """Print an account of each file; write one JSON file each and one page of all to --out."""
    published = _dates(options.dates)
    width = min(shutil.get_terminal_size().columns, 100)
    articles: dict[str, Article] = {}
    for path in options.files:
        if path.stem in articles:
            raise ArgumentError(f"two files are named {path.stem}: each needs a name of its own")
        text = _text(path, options.encoding)
        articles[path.stem] = parse_article(
            text, published=published.get(path.stem, options.published)
        )
        print(f"{'=' * width}\n{path}")
        print(account(articles[path.stem], width=width))
    if options.out:
        _write(options.out, articles)


def _write(out: Path, articles: dict[str, Article]) -> None:
    page = out / "index.html"
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, article in articles.items():
            (out / f"{name}.json").write_text(article.to_json(indent=1) + "\n", encoding="utf-8")
        page.write_text(to_page(articles.values()), encoding="utf-8")
    except OSError as error:
        raise ArgumentError(f"cannot write to {out}: {error.strerror}") from error
    print(f"{len(articles)} JSON files: {out / '*.json'}")
    print(f"the page of them all: {page}")


def _text(path: Path, encoding: str) -> str:
    try:
        return path.read_bytes().decode(encoding).removeprefix("\ufeff")
    except OSError as error:
        raise ArgumentError(f"cannot read {path}: {error.strerror}") from error
    except LookupError as error:
        raise ArgumentError(f"there is no encoding {encoding}") from error
    except UnicodeDecodeError as error:
        raise ArgumentError(
            f"{path} is not {encoding}; older Arabic files often are: --encoding windows-1256"
        ) from error


def _dates(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    rows = csv.DictReader(_text(path, "utf-8-sig").splitlines())
    if not {"name", "published"} <= set(rows.fieldnames or ()):
        raise ArgumentError(f"expected the columns name and published in {path}")
    return {row["name"]: row["published"] for row in rows if row["published"]}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="arabnews", description="Who said what, who met whom, and when, in Arabic news."
    )
    parser.add_argument("--version", action="version", version=f"arabnews {version('arabnews')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("read", help="read article files and tell what is in them")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="one article each")
    command.add_argument("--out", type=Path, help="write JSON files and index.html here")
    command.add_argument("--published", metavar="DATE", help="publication date of the articles")
    command.add_argument(
        "--dates",
        type=Path,
        metavar="CSV",
        help="publication dates: columns name (of the file, without suffix) and published",
    )
    command.add_argument("--encoding", default="utf-8", help="of the files (default: utf-8)")
    return parser
