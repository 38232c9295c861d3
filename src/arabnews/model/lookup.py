"""Finding the quotes of a speaker by name."""

from __future__ import annotations

from ..spelling import fold
from .errors import ArgumentError
from .types import Article, Entity, Quote, Speaker


def quotes_by(article: Article, name: str) -> tuple[Quote, ...]:
    """As Article.quotes_by."""
    if not isinstance(name, str):
        raise ArgumentError(f"name: expected a string; got {type(name).__name__}")
    wanted = _folded(name)
    spoken = [(quote, quote.speaker) for quote in article.quotes if quote.speaker]
    if found := tuple(quote for quote, speaker in spoken if wanted in _names(speaker)):
        return found
    people = {entity.id: entity for _, speaker in spoken for entity in _people(speaker)}
    partly = [e for e in people.values() if wanted and f" {wanted} " in f" {_folded(e.name)} "]
    if len(partly) != 1:
        return ()
    return tuple(quote for quote, speaker in spoken if partly[0] in _people(speaker))


def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def _people(speaker: Speaker) -> tuple[Entity, ...]:
    return speaker.members or ((speaker.entity,) if speaker.entity else ())


def _names(speaker: Speaker) -> set[str]:
    names = [name for entity in _people(speaker) for name in (entity.name, *entity.aliases)]
    return {_folded(name) for name in (speaker.name, *names)}
