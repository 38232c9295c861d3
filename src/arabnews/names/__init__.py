"""Noun phrases that name people and bodies, and who they are."""

from .entities import Draft, EntityTable
from .phrases import Phrase, PhraseReader

__all__ = ["Draft", "EntityTable", "Phrase", "PhraseReader"]
