"""A page as tokens, sentences, quotations and segments."""

from .marks import Quotation
from .page import Page, read_page
from .segments import Layout, read_layout
from .tokens import Token, fold, tokenize

__all__ = ["Layout", "Page", "Quotation", "Token", "fold", "read_layout", "read_page", "tokenize"]
