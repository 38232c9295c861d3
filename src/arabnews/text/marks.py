"""Quotation marks paired over all the systems that occur on news pages.

Straight, curly and pointed marks, reversed («reading» as »writing«), mixed («…”), glued to the
colon (``:” …”``), left open at the end of a paragraph. What had to be guessed is marked
``repaired``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from .tokens import Token

# family and the direction the glyph has when it is used as meant (straight marks have none)
_GLYPHS: dict[str, tuple[str, str | None]] = {
    '"': ("straight", None),
    "＂": ("straight", None),
    "&quot;": ("straight", None),
    "''": ("doubled", None),
    "‘‘": ("doubled", "open"),
    "’’": ("doubled", "close"),
    "“": ("curly", "open"),
    "„": ("curly", "open"),
    "‟": ("curly", "open"),
    "&ldquo;": ("curly", "open"),
    "”": ("curly", "close"),
    "&rdquo;": ("curly", "close"),
    "«": ("pointed", "open"),
    "&laquo;": ("pointed", "open"),
    "»": ("pointed", "close"),
    "&raquo;": ("pointed", "close"),
    "‹": ("single pointed", "open"),
    "›": ("single pointed", "close"),
    "'": ("apostrophe", None),
    "‘": ("single", "open"),
    "’": ("single", "close"),
}
_PROCLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "لـ", "بـ", "ال", "وال", "بال", "وب", "ول"})
_OPENERS = frozenset("([{-–—:؛،,/")
# nothing closes behind these: قال: ", أكد أن»
_BEFORE_OPENING = frozenset((":", "ان", "بان", "فان", "قال", "وقال", "قائلا", "واضاف"))
_STOPS = frozenset(".،,؛;!؟?")
_CLOSERS = frozenset(".،,؛;:!؟?)]}…-–—/")


@frozen
class Quotation:
    """A quoted stretch. ``first`` and ``last`` are the token indices of its marks.

    ``closed`` is False where the closing mark is missing: ``last`` is then one past the last
    token of the paragraph. ``repaired`` tells that a mark did not look as it should.
    """

    first: int
    last: int
    closed: bool = True
    repaired: bool = False


def is_mark(token: Token) -> bool:
    """Whether the token is a quotation mark of any system."""
    return token.kind == "punct" and token.form in _GLYPHS


def pair_marks(
    tokens: Sequence[Token], paragraph: range, punctuation: Sequence[int]
) -> list[Quotation]:
    """The quotations of a paragraph, by start; ``punctuation`` are its marks of any kind."""
    marks = [i for i in punctuation if tokens[i].form in _GLYPHS and not _is_apostrophe(tokens, i)]
    if not marks:
        return []
    first, last = paragraph.start, paragraph.stop
    reversed_ = _is_reversed([tokens[i].form for i in marks])
    found: list[Quotation] = []
    open_marks: list[tuple[int, str, bool]] = []  # token, family, repaired
    for place, i in enumerate(marks):
        family, glyph = _GLYPHS[tokens[i].form]
        if _counts_minutes(tokens, i) and all(mark[1] != family for mark in open_marks):
            continue
        seen = _direction_seen(tokens, i, first, last)
        if reversed_ and family == "pointed":
            glyph = seen = "close" if glyph == "open" else "open"
        following = tokens[marks[place + 1]].form if place + 1 < len(marks) else None
        direction = _decide(glyph, seen, family, open_marks)
        if direction == "close" and not open_marks and following == tokens[i].form:
            # nothing to close, and the same mark again: it opens, stuck to the word before
            direction = "open"
        odd = glyph is not None and direction != glyph
        if direction == "open":
            open_marks.append((i, family, odd))
            continue
        match = _match(
            family, open_marks, (tokens[marks[n]].form for n in range(place + 1, len(marks)))
        )
        if match is None:
            continue
        start, start_family, start_odd = open_marks[match]
        del open_marks[match:]
        found.append(Quotation(start, i, True, odd or start_odd or family != start_family))
    open_marks = [mark for mark in open_marks if mark[1] != "apostrophe"]
    if open_marks:
        found.append(Quotation(open_marks[0][0], last, closed=False, repaired=True))
    return sorted(found, key=lambda q: (q.first, -q.last))


def _is_apostrophe(tokens: Sequence[Token], i: int) -> bool:
    """«O'Brien»: inside a word."""
    if tokens[i].form != "'" or i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    glued = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    return glued and "punct" not in (tokens[i - 1].kind, tokens[i + 1].kind)


def _counts_minutes(tokens: Sequence[Token], i: int) -> bool:
    """«90'»: behind a number, where it closes nothing."""
    if tokens[i].form != "'" or i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    return tokens[i - 1].kind == "number"


def _is_reversed(forms: Sequence[str]) -> bool:
    """Whether pointed marks are used the other way round throughout: »…« … »…«."""
    pointed = [f for f in forms if f in "«»"]
    return (
        len(pointed) > 1 and len(pointed) % 2 == 0 and pointed == ["»", "«"] * (len(pointed) // 2)
    )


def _decide(
    glyph: str | None, seen: str | None, family: str, open_marks: list[tuple[int, str, bool]]
) -> str:
    """Open or close, from what the glyph means, what stands around it and what is open."""
    if glyph is None:
        if seen is not None and (seen == "open" or open_marks):
            return seen
        return "close" if any(f == family for _, f, _ in open_marks) else "open"
    if seen == "open":
        return "open"
    if seen == "close":
        return "close" if open_marks else glyph
    if glyph == "close" and not open_marks:
        return "open"
    return glyph


def _direction_seen(tokens: Sequence[Token], i: int, first: int, last: int) -> str | None:
    """What the neighbours say: space before and none after opens, the reverse closes."""
    mark = tokens[i]
    before = tokens[i - 1] if i > first else None
    after = tokens[i + 1] if i + 1 < last else None
    glued_before = before is not None and before.end == mark.start
    glued_after = after is not None and after.start == mark.end
    if before is not None and after is not None and before.form in _BEFORE_OPENING:
        return "open"
    if before is not None and glued_before and before.form in _PROCLITICS and glued_after:
        return "open"
    starts = before is None or not glued_before or before.form in _OPENERS
    ends = after is None or not glued_after or after.form in _CLOSERS
    word_before = glued_before and before is not None and before.form not in _OPENERS
    word_after = glued_after and after is not None and after.form not in _CLOSERS
    if starts and word_after:
        return "open"
    if word_before and ends:
        return "close"
    straight = _GLYPHS[mark.form][1] is None
    if straight and not glued_before and glued_after and after and after.form[0] in _STOPS:
        return "close"  # spaces on the inner side of the marks: " لن نتراجع ".
    return None


def _match(
    family: str, open_marks: list[tuple[int, str, bool]], later: Iterable[str]
) -> int | None:
    """Which open mark a closing one belongs to, or None where it is a stray."""
    for place in range(len(open_marks) - 1, -1, -1):
        if open_marks[place][1] == family:
            return place
    if not open_marks:
        return None
    wanted = open_marks[-1][1]
    for form in later:
        later_family, direction = _GLYPHS[form]
        if later_family == wanted:
            return None if direction != "open" else len(open_marks) - 1
    return len(open_marks) - 1
