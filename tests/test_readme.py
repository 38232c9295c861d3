"""The examples of the README and the pages run as pasted, and print what they say."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

EXAMPLE = re.compile(r"```python\n(.*?)```\n+(?:```text\n(.*?)```)?", re.DOTALL)
PAGES = [
    "README.md",
    "docs/tutorial.md",
    "docs/attribution.md",
    "docs/meetings.md",
    "docs/dates.md",
]


def test_no_page_with_examples_is_left_out(root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").glob("*.md")]
    told = [p for p in pages if EXAMPLE.search(p.read_text(encoding="utf-8"))]
    assert sorted(str(p.relative_to(root)) for p in told) == sorted(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_examples_print_what_they_say(root: Path, page: str) -> None:
    examples = EXAMPLE.findall((root / page).read_text(encoding="utf-8"))
    assert examples
    names: dict[str, object] = {}
    for program, expected in examples:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(program, page, "exec"), names)  # one example goes on where one ends
        assert printed.getvalue() == expected
