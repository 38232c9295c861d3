"""The tables of the language, as TOML, one per fact, and their loader."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``name``.toml of this package, as written. Treat it as read-only."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
