"""Who said what, who met whom, and when: a typed reader of Arabic news articles.

``parse_article(text, published=...)`` is the way in.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .article import parse_article
    from .attribution import explain, find_quotes
    from .batch import Failure, parse_articles
    from .dates import find_dates, resolve_date
    from .graph import meeting_graph
    from .meetings import find_meetings
    from .model import (
        ArabnewsError,
        ArgumentError,
        Article,
        Cue,
        Entity,
        Meeting,
        MissingPackageError,
        NamedEntityTagger,
        Participant,
        Phrase,
        Quote,
        Segment,
        Span,
        Speaker,
        TextWarning,
        TimeExpression,
    )

__version__ = "0.1.0"

__all__ = [
    "ArabnewsError",
    "ArgumentError",
    "Article",
    "Cue",
    "Entity",
    "Failure",
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
    "explain",
    "find_dates",
    "find_meetings",
    "find_quotes",
    "meeting_graph",
    "parse_article",
    "parse_articles",
    "resolve_date",
]

_HOME = {
    "Failure": ".batch",
    "explain": ".attribution",
    "find_dates": ".dates",
    "find_meetings": ".meetings",
    "find_quotes": ".attribution",
    "meeting_graph": ".graph",
    "parse_article": ".article",
    "parse_articles": ".batch",
    "resolve_date": ".dates",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that ``import arabnews`` costs next to nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME.get(name, ".model"), __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
