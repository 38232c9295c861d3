"""The errors arabnews raises. Nothing found in a text is ever an error."""


class ArabnewsError(Exception):
    """Root of every error raised by arabnews."""


class ArgumentError(ArabnewsError, ValueError):
    """An argument has the wrong type or cannot be read; the message says what was expected."""


class MissingPackageError(ArabnewsError, ImportError):
    """An optional package is needed that is not installed; the message says how to get it."""
