"""The types as a user's checker sees them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
from datetime import date
from arabnews import Article, Failure, Quote, parse_article, parse_articles

article: Article = parse_article("قال إن", published=date(2016, 9, 5))
for quote in article.quotes:
    reveal_type(quote.kind)
    if quote.speaker is not None:
        name: str = quote.speaker.name
for result in parse_articles([("x", None), {"text": "x"}, "x"], errors="return"):
    if isinstance(result, Failure):
        reveal_type(result.error)
    else:
        reveal_type(result)
reveal_type(Article.from_json("{}").quotes_by("x"))
quote.kind = "direct"
parse_article(7)
"""


def test_a_user_program_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary",
         "--cache-dir", str(tmp_path / "cache"), str(path)],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    lines = [line.split(":", 2)[1:] for line in done.stdout.splitlines()]
    kinds = "Literal['direct'] | Literal['indirect'] | Literal['mixed']"
    argument = 'Argument 1 to "parse_article" has incompatible type "int"; expected "str"'
    assert [(int(number), text.strip()) for number, text in lines] == [
        (7, f'note: Revealed type is "{kinds}"'),
        (12, 'note: Revealed type is "Exception"'),
        (14, 'note: Revealed type is "arabnews.model.types.Article"'),
        (15, 'note: Revealed type is "tuple[arabnews.model.types.Quote, ...]"'),
        (16, 'error: Property "kind" defined in "Quote" is read-only  [misc]'),
        (17, f"error: {argument}  [arg-type]"),
    ]
