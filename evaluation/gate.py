"""The evaluation gate: read annotated articles, print how well, fail below a floor.

usage: python evaluation/gate.py

Every table of floors.toml names a set: where its texts and annotations are, and the floor of each
figure.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from arabnews import parse_article
from scoring import Figure, Report

HERE = Path(__file__).parent


def main() -> int:
    """Print the figures of every set; 1 if one of them is below its floor."""
    below = []
    for name, settings in tomllib.loads((HERE / "floors.toml").read_text()).items():
        report = score(HERE / settings["texts"], HERE / settings["gold"])
        figures = report.figures()
        floors = settings["floors"]
        print(f"\n{name}\n{table(figures, floors)}\n{reliability(report)}")
        below += [f"{name}: {line}" for line in failures(figures, floors)]
    print()
    print(*below or ["every figure is at or above its floor"], sep="\n")
    return 1 if below else 0


def score(texts: Path, gold_dir: Path) -> Report:
    """The counts over all articles of a directory that are annotated."""
    report = Report()
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        report.add(text, gold, parse_article(text, published=gold["published"]).to_dict())
    return report


def reliability(report: Report) -> str:
    """How many of the quotes with a confidence are right, one line for each floor."""
    lines = ["  quotes by confidence         right      n"]
    for floor, figure in report.reliability():
        lines.append(f"  {f'{floor} or more':26}{figure.value:>8.3f}{figure.n:>7}")
    return "\n".join(lines)


def table(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> str:
    """The figures with their floors, one a line."""
    lines = [f"  {'':26}{'score':>7}{'floor':>7}{'P':>7}{'R':>7}{'n':>6}"]
    for name, figure in figures.items():
        cells = (figure.value, floors.get(name), figure.precision, figure.recall)
        shares = "".join(f"{'' if c is None else f'{c:.3f}':>7}" for c in cells)
        lines.append(f"  {name:26}{shares}{figure.n:>6}")
    return "\n".join(lines)


def failures(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> Iterator[str]:
    """A sentence for each figure below its floor."""
    for name, floor in floors.items():
        value = figures[name].value if name in figures else 0.0
        if value < floor:
            yield f"{name} is {value:.4f}, below its floor of {floor}"


if __name__ == "__main__":
    sys.exit(main())
