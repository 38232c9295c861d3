"""Who said what."""

from .quotes import DraftQuote, draft_quotes, finish_quotes

__all__ = ["DraftQuote", "draft_quotes", "finish_quotes"]
