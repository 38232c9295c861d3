"""What a named-entity model has to offer to help ``parse_article``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable


@runtime_checkable
class NamedEntityTagger(Protocol):
    """Any object with this method; ``arabnews.camel`` has one over camel-tools."""

    def tag(self, tokens: Sequence[str]) -> Sequence[str]:
        """One label for each token of a sentence: B-PERS, I-PERS, B-LOC, B-ORG, B-MISC … or O."""
        ...
