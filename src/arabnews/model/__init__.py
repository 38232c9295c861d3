"""The types an article is described with, and their plain and HTML forms."""

from .errors import ArabnewsError, ArgumentError, MissingPackageError
from .tagger import NamedEntityTagger
from .types import (
    Article,
    Cue,
    Entity,
    Meeting,
    Participant,
    Phrase,
    Quote,
    Segment,
    Span,
    Speaker,
    TextWarning,
    TimeExpression,
)

__all__ = [
    "ArabnewsError",
    "ArgumentError",
    "Article",
    "Cue",
    "Entity",
    "Meeting",
    "MissingPackageError",
    "NamedEntityTagger",
    "Participant",
    "Phrase",
    "Quote",
    "Segment",
    "Span",
    "Speaker",
    "TextWarning",
    "TimeExpression",
]
