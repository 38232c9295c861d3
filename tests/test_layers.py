"""Which part may know which, and what a plain use of arabnews may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = [
    "spelling",
    "model",
    "text",
    "lexicon",
    "dates",
    "names",
    "attribution",
    "meetings",
    "article",
]
OUTER = {"export": {"model"}, "batch": {"model", "article"}, "camel": {"model"}}
OUTER["graph"] = {"model", "text", "lexicon", "names"}
OUTER["cli"] = {"model", "article", "export", "batch"}

HEAVY = ["torch", "transformers", "camel_tools.data", "pandas", "numpy", "networkx", "requests"]


def _modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "arabnews").rglob("*.py"))


def _name(root: Path, path: Path) -> list[str]:
    parts = list(path.relative_to(root / "src").with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" else parts


def _imports(root: Path, path: Path) -> Iterator[str]:
    """The full names of all modules imported, those for types and inside functions included."""
    package = list(path.relative_to(root / "src").parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def test_a_layer_imports_only_those_above_it(root: Path) -> None:
    wrong = []
    for path in _modules(root):
        name = _name(root, path)
        if len(name) < 2 or name[1] == "__main__":
            continue  # the front door: public names from everywhere
        layer = name[1]
        above = set(LAYERS[: LAYERS.index(layer)]) if layer in LAYERS else OUTER[layer]
        for imported in _imports(root, path):
            parts = imported.split(".")
            if parts[0] == "arabnews" and len(parts) > 1 and parts[1] not in {*above, layer}:
                wrong.append(f"{'.'.join(name)} imports {imported}")
    assert wrong == []


def test_optional_packages_are_imported_inside_functions(root: Path) -> None:
    wrong = []
    for path in _modules(root):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [a.name for a in node.names]
                modules = names if isinstance(node, ast.Import) else [node.module or ""]
                wrong += [f"{path.name}: {m}" for m in modules if m.split(".")[0] in HEAVY]
    assert wrong == []


def _run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "use",
    [
        "arabnews.parse_article('قال الوزير أمس إن اللقاء كان جيدا.', published=None)",
        "arabnews.parse_article('', published=__import__('datetime').date(2016, 9, 5)).to_json()",
    ],
)
def test_parsing_loads_nothing_heavy(use: str) -> None:
    found = _run(
        "import sys, arabnews\n"
        f"{use}\n"
        f"print([m for m in {[*HEAVY, 'dateparser', 'pytest']} if m in sys.modules])"
    )
    assert found == "[]"


def test_importing_arabnews_loads_next_to_nothing() -> None:
    loaded = _run(
        "import sys; before = set(sys.modules); import arabnews\n"
        "print([m for m in sys.modules if m.startswith('arabnews')])"
    )
    assert loaded == "['arabnews']"


def test_every_public_name_is_there() -> None:
    import arabnews

    for name in arabnews.__all__:
        assert getattr(arabnews, name).__name__ == name
    assert set(arabnews.__all__) <= set(dir(arabnews))
    with pytest.raises(AttributeError, match="parse_articel"):
        arabnews.parse_articel  # noqa: B018
