"""The words of a page, asked the way the grammar of a reporting clause asks."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat

from ..lexicon.gazetteer import Head
from ..names import Phrase, PhraseReader
from ..names.words import after_proclitic, read_word, word_set
from ..text import Page, fold
from .cues import complementisers, is_joined, starts, words

THROUGH = frozenset({"الي", "علي", "عن", "من", "في"})
COMMAS = frozenset({"،", ",", "؛", ";"})
STOPS = frozenset({".", "؟", "!", "?", "...", "..", "…"})
DASHES = frozenset({"-", "–", "—"})
PAUSES = COMMAS | DASHES
QUOTED_WORDS = 3
"""Fewer words than this in marks are a name or a term, not something said."""

_MARGIN = 16
_REMARK_TOKENS = 45
_REMARK_STARTS = DASHES | {"("}


class Clause:
    """Access to the tokens of a page by index.

    ``form`` gives the folded form of a token; just outside the page it gives "".
    """

    def __init__(self, page: Page, reader: PhraseReader) -> None:
        self.page = page
        self.reader = reader
        self.tokens = page.tokens
        self.forms = reader.forms
        # an index before the first token counts from the end, and so reads the margin too
        self.form: Callable[[int], str] = [*self.forms, *[""] * _MARGIN].__getitem__
        self.opens = {q.first: q for q in reversed(page.quotations)}
        self.closes = {q.last: q for q in page.quotations if q.closed}
        self.sentence_of = [*chain.from_iterable(repeat(s, len(s)) for s in page.sentences)]

    def sequence(self, name: str, at: int, form: str | None = None) -> int:
        """How many tokens a sequence of a table has that stands here, 0 where none does.

        ``form`` stands for the first token, to leave a conjunction off it.
        """
        rests = starts(name).get(self.form(at) if form is None else form)
        if rests is None:
            return 0
        following = self.form(at + 1)
        for rest in rests:
            if not rest or (rest[0] == following and self._stands_at(at + 1, rest)):
                return 1 + len(rest)
        return 0

    def _stands_at(self, at: int, forms: tuple[str, ...]) -> bool:
        return tuple(self.forms[at : at + len(forms)]) == forms

    def is_particle(self, at: int) -> bool:
        """Whether إن or أن stands here and can open what is said (not بعد أن, يمكن أن)."""
        if self.form(at) not in complementisers():
            return False
        before = self.form(at - 1)
        if before == "و":
            return False  # و أن goes on with what another أن has opened
        letters = words("letters")
        if before in letters or (before == "ان" and self.form(at - 2) in letters):
            return False  # سي إن إن
        others = words("before_other_an")
        return before not in others and before[1:] not in others

    def behind_particle(self, at: int) -> int:
        """The first token of a clause that إن or أن opens: أنه belongs to it, أن does not."""
        return at if complementisers()[self.forms[at]] else at + 1

    def is_colon(self, at: int) -> bool:
        """Whether a colon stands here that is not part of a time of day."""
        return self.form(at) == ":" and not (
            self.tokens[at - 1].kind == "number"
            and at + 1 < len(self.tokens)
            and self.tokens[at + 1].kind == "number"
        )

    def is_parted(self, at: int) -> bool:
        """Whether a mark stands before a token: «…، على ما قال», not «تعقيبا على ما قال»."""
        return at > 0 and self.tokens[at - 1].kind == "punct"

    def begins(self, at: int, sentence: range) -> bool:
        """Whether a clause begins at a token: the first, behind a mark, or joined by و."""
        return at == sentence.start or self.is_parted(at) or is_joined(self.forms[at])

    def head(self, at: int) -> Head | None:
        """The head of the name of a body, without article, that stands here: لمحطة, شركة."""
        form = self.form(at)
        split = after_proclitic(form) if form else None
        noun = split[1] if split else read_word(form)
        return None if noun.definite else noun.head

    def is_epithet(self, at: int) -> bool:
        """«مصادر متابعة»: a participle in ة right behind an indefinite noun that it describes."""
        noun = read_word(self.form(at - 1))
        plain = bool(noun.title or noun.head) and not noun.definite
        return self.forms[at].endswith("ه") and plain

    def quoted_words(self, at: int) -> int:
        """How many tokens the quotation that opens here holds, 0 where none opens."""
        return self.opens[at].last - at - 1 if at in self.opens else 0

    def remark_end(self, at: int, stop: int) -> int | None:
        """The token behind a remark in dashes or brackets that begins here."""
        if self.form(at) not in _REMARK_STARTS:
            return None
        closing = frozenset({")"}) if self.forms[at] == "(" else DASHES
        for i in range(at + 1, min(stop, at + _REMARK_TOKENS, len(self.tokens))):
            if self.forms[i] in closing:
                return i + 1
        return None

    def tells_hearer(self, at: int) -> bool:
        """Whether a word with a proclitic tells whom or what the words were given to: للصحفيين."""
        split = after_proclitic(self.forms[at])
        return split is not None and (
            split[1].bare in word_set("addressees") or split[1].bare in word_set("media")
        )

    @staticmethod
    def is_press(phrase: Phrase) -> bool:
        """Whether a phrase names an agency, a newspaper or a channel."""
        if phrase.known is not None:
            return phrase.known.is_press
        return phrase.kind == "ORGANISATION" and fold(phrase.head) in words("press")

    def can_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase names somebody or some body by its first word or its name."""
        if phrase.members or phrase.name is not None or phrase.known is not None:
            return True
        word = self.reader.words.word(phrase.first, phrase.skip)
        counted = self.reader.counted_at(phrase.first, word.form)
        if counted is not None and counted < phrase.last:
            word = self.reader.words.word(counted)  # بعض المصادر
        if word.form in word_set("groups") or phrase.kind == "PERSON":
            return True  # آخرون, أحدهم
        if word.form in self.reader.surnames and phrase.last == phrase.first + 1:
            return True
        human_plural = phrase.kind == "GROUP" and word.form.endswith("ون")
        return bool(word.title or word.head or word.given or human_plural) or phrase.quoted
