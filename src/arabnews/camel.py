"""Optional help from camel-tools models that the user has on disk.

Nothing here is imported by the rest of arabnews. A model or database is a path the user gives;
nothing is fetched. camel-tools itself fetches a catalogue of its downloads when these parts of it
are first imported, unless the catalogue is on the machine; here it then gets an empty one instead.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .model import ArgumentError, MissingPackageError


class CamelTagger:
    """A NamedEntityTagger over ``camel_tools.ner.NERecognizer``.

    ``model`` is the directory of a fine-tuned BERT model: config.json, its weights, vocab.txt.
    Raises ArgumentError where there is no such model, MissingPackageError where torch,
    transformers or another part of camel-tools is not installed.
    """

    def __init__(self, model: str | Path, *, gpu: bool = False) -> None:
        directory = Path(model)
        # camel-tools takes a path that does not exist for the name of a model to download.
        for path in (directory / "config.json", directory / "vocab.txt"):
            if not path.is_file():
                raise ArgumentError(f"expected the directory of a BERT model, but no {path}")
        with _camel_tools():
            from camel_tools.ner import NERecognizer
        try:
            self._recognizer: Any = NERecognizer(str(directory), use_gpu=gpu)
        except (OSError, ValueError) as error:
            raise ArgumentError(f"cannot load a BERT model from {directory}: {error}") from error

    def tag(self, tokens: Sequence[str]) -> Sequence[str]:
        """One label for each token: B-PERS, I-PERS, B-LOC … or O."""
        # The recognizer gives no label to a token that its vocabulary has no piece for at all.
        known = [i for i, token in enumerate(tokens) if self._recognizer.tokenizer.tokenize(token)]
        labels = ["O"] * len(tokens)
        if known:
            (found,) = self._recognizer.predict([[tokens[i] for i in known]])
            for i, label in zip(known, found, strict=True):
                labels[i] = label
        return labels


class Morphology:
    """The analyses of single words by a camel-tools morphological database.

    ``database`` is its file (morphology.db). Raises ArgumentError where it is none,
    MissingPackageError where a part of camel-tools is not installed.
    """

    def __init__(self, database: str | Path) -> None:
        path = Path(database)
        if not path.is_file():
            raise ArgumentError(f"expected the file of a morphological database, but no {path}")
        with _camel_tools():
            from camel_tools.morphology.analyzer import Analyzer
            from camel_tools.morphology.database import MorphologyDB
            from camel_tools.morphology.errors import MorphologyError
        try:
            words = MorphologyDB(str(path))
        except (MorphologyError, ValueError, LookupError, TypeError) as error:
            raise ArgumentError(f"cannot read {path} as a database: {error}") from error
        if not words.stem_hash:
            raise ArgumentError(f"no stems in the database {path}")
        self._analyzer: Any = Analyzer(words)

    def analyses(self, word: str) -> tuple[Mapping[str, str], ...]:
        """The features of each reading of a word: lex, pos, gen, num, per … as the database says.

        Empty where the database does not know the word.
        """
        return tuple(self._analyzer.analyze(word))


@contextmanager
def _camel_tools() -> Iterator[None]:
    """Import parts of camel-tools without network and without writing to the home directory."""
    try:
        data = Path(os.environ.get("CAMELTOOLS_DATA") or "~/.camel_tools").expanduser()
        if not (data / "catalogue.json").is_file():
            _import_with_empty_catalogue()
        yield
    except ImportError as error:
        raise MissingPackageError(
            "arabnews.camel needs camel-tools with everything it depends on: "
            f"pip install camel-tools ({error})"
        ) from error


def _import_with_empty_catalogue() -> None:
    before = {name: os.environ.get(name) for name in ("CAMELTOOLS_DATA", "HOME", "USERPROFILE")}
    with TemporaryDirectory() as empty:
        catalogue = {"version": "none", "packages": {}, "components": {}}
        (Path(empty) / "catalogue.json").write_text(json.dumps(catalogue))
        os.environ.update(dict.fromkeys(before, empty))
        try:
            import camel_tools.data  # noqa: F401
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
