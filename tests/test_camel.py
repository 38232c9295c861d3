"""The real loading code of camel-tools on a model and a database small enough to make here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arabnews import ArgumentError, MissingPackageError, NamedEntityTagger
from arabnews.camel import CamelTagger, Morphology

pytestmark = pytest.mark.filterwarnings("ignore")  # torch and transformers warn about themselves

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءئؤ"
LABELS = ["B-LOC", "B-ORG", "B-PERS", "I-LOC", "I-ORG", "I-PERS", "O"]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has learnt nothing but that every word piece is B-PERS."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    directory = tmp_path_factory.mktemp("model")
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary = [*specials, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    (directory / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
    )
    bert = BertForTokenClassification(config)
    with torch.no_grad():
        bert.classifier.weight.zero_()
        bert.classifier.bias.copy_(torch.tensor([float(x == "B-PERS") for x in LABELS]))
    bert.save_pretrained(directory)
    return directory


DATABASE = """\
###DEFINES###
DEFINE pos pos:noun pos:verb pos:digit
DEFINE diac diac:*open*
DEFINE lex lex:*open*
DEFINE gen gen:m gen:f gen:na
DEFINE num num:s num:p num:na
DEFINE source source:*open*
###DEFAULTS###
DEFAULT pos:noun diac:* lex:* gen:m num:s source:lex
DEFAULT pos:verb diac:* lex:* gen:m num:s source:lex
DEFAULT pos:digit diac:* lex:* gen:na num:na source:digit
###ORDER###
ORDER diac lex pos gen num source
###TOKENIZATIONS###
TOKENIZATION diac
###STEMBACKOFF###
STEMBACKOFF NOAN N
###PREFIXES###
\tP0\tdiac:
و\tPw\tdiac:وَ
###SUFFIXES###
\tS0\tdiac:
ه\tSa\tdiac:َة gen:f
###STEMS###
وزير\tN\tdiac:وَزِير lex:وَزِير pos:noun gen:m num:s
###TABLE AB###
P0 N
Pw N
###TABLE BC###
N S0
N Sa
###TABLE AC###
P0 S0
P0 Sa
Pw S0
Pw Sa
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "morphology.db"
    path.write_text(DATABASE, encoding="utf-8")
    return path


def test_tagger_labels_every_token(model: Path) -> None:
    tagger = CamelTagger(model)
    assert isinstance(tagger, NamedEntityTagger)
    assert tagger.tag(["قال", "أحمد"]) == ["B-PERS", "B-PERS"]
    assert tagger.tag([]) == []
    assert list(tagger.tag(["في"] * 400)) == ["B-PERS"] * 400  # longer than the model's window


def test_tokens_the_model_has_no_piece_for_keep_their_place(model: Path) -> None:
    tagger = CamelTagger(model)
    assert tagger.tag(["أحمد", "\u200f", "زار"]) == ["B-PERS", "O", "B-PERS"]
    assert tagger.tag(["\u200f"]) == ["O"]


def test_a_model_that_is_not_there_is_an_error_and_no_download(model: Path, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="directory of a BERT model"):
        CamelTagger(tmp_path / "arabert")
    for name in ("config.json", "vocab.txt"):
        (tmp_path / name).write_bytes((model / name).read_bytes())
    with pytest.raises(ArgumentError, match="cannot load"):
        CamelTagger(tmp_path)


def test_morphology_reads_words_with_their_clitics(database: Path) -> None:
    morphology = Morphology(database)
    (reading,) = morphology.analyses("وزير")
    assert (reading["lex"], reading["pos"], reading["gen"]) == ("وَزِير", "noun", "m")
    (reading,) = morphology.analyses("والوزيرة".replace("ال", ""))
    assert (reading["lex"], reading["gen"], reading["diac"]) == ("وَزِير", "f", "وَوَزِيرَة")
    assert morphology.analyses("مؤتمر") == ()
    assert morphology.analyses("") == ()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"###DEFINES###\nnonsense\n"])
def test_a_file_that_is_no_database_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(ArgumentError, match=r"x\.db"):
        Morphology(path)
    with pytest.raises(ArgumentError, match=r"no .*missing"):
        Morphology(tmp_path / "missing.db")


def test_nothing_is_fetched_and_the_home_directory_stays_as_it_was(
    database: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    program = f"""
import os, socket
def refuse(*args, **kwargs):
    raise AssertionError("network")
socket.getaddrinfo = socket.socket.connect = refuse
from arabnews.camel import Morphology
assert Morphology({str(database)!r}).analyses("وزير")
assert os.environ["HOME"] == {str(home)!r}
assert "CAMELTOOLS_DATA" not in os.environ
"""
    environment = {k: v for k, v in os.environ.items() if k != "CAMELTOOLS_DATA"}
    subprocess.run(
        [sys.executable, "-c", program], env={**environment, "HOME": str(home)}, check=True
    )
    assert list(home.iterdir()) == []


def test_a_light_install_says_what_is_missing(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "camel_tools.morphology.analyzer", None)
    with pytest.raises(MissingPackageError, match="pip install camel-tools"):
        Morphology(database)
