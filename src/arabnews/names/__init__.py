"""Noun phrases that name people and bodies, and who they are."""

from .entities import Draft, EntityTable
from .phrases import Phrase, PhraseReader
from .reading import Names, Reading, read_names, read_text

__all__ = [
    "Draft",
    "EntityTable",
    "Names",
    "Phrase",
    "PhraseReader",
    "Reading",
    "read_names",
    "read_text",
]
