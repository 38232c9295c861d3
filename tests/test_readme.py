"""The example in the README says what it prints, and prints what it says."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

PAIR = re.compile(r"```python\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md", "docs/attribution.md"])
def test_examples_print_what_they_say(root: Path, page: str) -> None:
    examples = PAIR.findall((root / page).read_text(encoding="utf-8"))
    assert examples
    names: dict[str, object] = {}
    for program, expected in examples:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(program, page, "exec"), names)  # one example goes on where one ends
        assert printed.getvalue() == expected
