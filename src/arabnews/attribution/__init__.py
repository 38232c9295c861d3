"""Who said what."""

from .explain import explain
from .quotes import DraftQuote, draft_quotes, find_quotes, finish_quotes

__all__ = ["DraftQuote", "draft_quotes", "explain", "find_quotes", "finish_quotes"]
