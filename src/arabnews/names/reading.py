"""The names of a page, read once and shared by the layers that attribute words and meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from attrs import frozen

from ..dates import publication_day, tag
from ..model import ArgumentError, NamedEntityTagger, TimeExpression
from ..model.types import PublishedFrom
from ..text import Layout, Page, read_layout, read_page
from .entities import Draft, EntityTable
from .phrases import Phrase, PhraseReader


@frozen
class Names:
    """What reads phrases, what they refer to, and the people and bodies named, in order."""

    reader: PhraseReader
    table: EntityTable
    mentions: Sequence[tuple[Phrase, Draft]]


@frozen
class Reading:
    """One text as every layer above needs it: opened once, by ``read_text``."""

    page: Page
    layout: Layout
    published: date | None
    published_from: PublishedFrom
    times: tuple[TimeExpression, ...]
    names: Names


def read_names(
    page: Page, times: Sequence[TimeExpression], ner: NamedEntityTagger | None = None
) -> Names:
    """The names of a page. ``ner`` may tell of persons that the lexicon and the grammar miss."""
    timed = frozenset(i for time in times for i in page.tokens_in(time.span))
    reader = PhraseReader(page, timed, _people(page, ner) if ner else frozenset())
    table = EntityTable(reader)
    table.read_all(page.paragraphs)
    return Names(reader, table, table.mentions)


def read_text(
    text: str,
    published: date | datetime | str | None = None,
    ner: NamedEntityTagger | None = None,
) -> Reading:
    """Open a text; ``published`` and ``ner`` and what they raise as for ``parse_article``."""
    page = read_page(text)
    layout = read_layout(page)
    day, day_from = publication_day(page, layout, published)
    times = tag(page.tokens, text, day)
    return Reading(page, layout, day, day_from, times, read_names(page, times, ner))


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
