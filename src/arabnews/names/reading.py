"""The names of a page, read once and shared by the layers that attribute words and meetings."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ..model import ArgumentError, NamedEntityTagger, TimeExpression
from ..text import Page
from .entities import Draft, EntityTable
from .phrases import Phrase, PhraseReader


@frozen
class Names:
    """What reads phrases, what they refer to, and the people and bodies named, in order."""

    reader: PhraseReader
    table: EntityTable
    mentions: Sequence[tuple[Phrase, Draft]]


def read_names(
    page: Page, times: Sequence[TimeExpression], ner: NamedEntityTagger | None = None
) -> Names:
    """The names of a page. ``ner`` may tell of persons that the lexicon and the grammar miss."""
    reader = PhraseReader(page, _tokens_of(page, times), _people(page, ner) if ner else frozenset())
    table = EntityTable(reader)
    return Names(reader, table, table.read_all(page.paragraphs))


def _tokens_of(page: Page, times: Sequence[TimeExpression]) -> frozenset[int]:
    """The tokens inside time expressions."""
    inside = set()
    at = 0
    for time in times:
        while at < len(page.tokens) and page.tokens[at].end <= time.span.start:
            at += 1
        i = at
        while i < len(page.tokens) and page.tokens[i].start < time.span.end:
            inside.add(i)
            i += 1
    return frozenset(inside)


def _people(page: Page, ner: NamedEntityTagger) -> frozenset[int]:
    """The tokens that the tagger labels as persons."""
    found = set()
    for sentence in page.sentences:
        words = [page.slice(i, i + 1) for i in sentence]
        labels = ner.tag(words)
        if not isinstance(labels, Sequence) or len(labels) != len(words):
            raise ArgumentError(
                f"ner: expected tag() to give one label for each of {len(words)} tokens; "
                f"got {labels!r}"
            )
        for i, label in zip(sentence, labels, strict=True):
            if label.endswith(("PERS", "PER")):
                found.add(i)
    return frozenset(found)
