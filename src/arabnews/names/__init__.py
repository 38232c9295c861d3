"""Noun phrases that name people and bodies, and who they are."""

from .entities import Draft, EntityTable
from .phrases import Phrase, PhraseReader
from .reading import Names, read_names

__all__ = ["Draft", "EntityTable", "Names", "Phrase", "PhraseReader", "read_names"]
