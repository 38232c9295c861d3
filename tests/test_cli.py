from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from arabnews import Article, parse_article
from arabnews.cli import main

TEXT = "قال الوزير سامي حداد أمس الأحد إن اللقاء كان جيدا."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_read_tells_and_writes(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out" / "deep"
    assert main(["read", str(file), "--published", "2016-09-05", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "2016-09-04" in told
    assert str(out / "index.html") in told
    written = Article.from_json((out / "news.json").read_bytes())
    assert written == parse_article(TEXT, published="2016-09-05")
    assert "سامي حداد" in (out / "index.html").read_text(encoding="utf-8")


def test_without_out_nothing_is_written(file: Path, tmp_path: Path) -> None:
    assert main(["read", str(file)]) == 0
    assert list(tmp_path.iterdir()) == [file]


def test_dates_of_files_come_from_a_table(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT, encoding="utf-8")
    table = tmp_path / "dates.csv"
    table.write_text("name,published\nnews,2016-09-05\n", encoding="utf-8-sig")
    assert main(["read", str(file), str(other), "--dates", str(table)]) == 0
    told = capsys.readouterr().out
    assert "published: 2016-09-05 (given)" in told
    assert "published: unknown" in told


def test_older_encodings(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(TEXT.encode("windows-1256"))
    assert main(["read", str(file)]) == 2
    assert "--encoding windows-1256" in capsys.readouterr().err
    assert main(["read", str(file), "--encoding", "windows-1256"]) == 0
    assert "سامي حداد" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "cannot read missing.txt"),
        (["{file}", "--published", "قريبا"], "published"),
        (["{file}", "{file}"], "two files are named news"),
        (["{file}", "--dates", "{file}"], "columns name and published"),
        (["{file}", "--encoding", "klingon"], "no encoding klingon"),
        (["{file}", "--out", "{file}"], "cannot write to"),
    ],
)
def test_what_cannot_be_used_is_said(
    arguments: list[str], message: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", *(a.format(file=file) for a in arguments)]) == 2
    assert message in capsys.readouterr().err


def test_the_module_runs(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "arabnews", "read", str(file)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "quotes" in done.stdout
