"""Numbers in words and digits: cardinals of any size and gender, ordinals, fractions."""

from __future__ import annotations

import re

from .stream import Stream
from .words import ARTICLES, BRACKETS

_DECIMAL = re.compile(r"\d{1,3}(?:[.,٫]\d{1,2})?")
_LONGEST = 30  # digits and marks of a number
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+")


def amount(s: Stream, i: int) -> tuple[float, int] | None:
    """The number at i, in digits (also with ال before them or in brackets) or in words, its end."""
    form = s.form(i)
    if form in BRACKETS:
        bracketed = s.token(i + 1).kind == "number" and s.form(i + 2) == BRACKETS[form]
        value = digits(s.form(i + 1)) if bracketed else None
        return None if value is None else (value, i + 3)
    if form in ARTICLES and s.token(i + 1).kind == "number":
        i += 1
    if s.token(i).kind == "number":
        value = digits(s.form(i))
        if value is None:
            return None
        scale = s.next(i + 1).scale
        return (value * scale, i + 2) if scale else (value, i + 1)
    return cardinal(s, i)


def digits(form: str) -> float | None:
    """The value of a token of digits: 48, 1.5, 2,5, 1.200; None for one of absurd length."""
    if len(form) > _LONGEST:
        return None
    if form.isdigit():
        return int(form)
    if _DECIMAL.fullmatch(form):
        return float(re.sub("[,٫]", ".", form))
    if _THOUSANDS.fullmatch(form):
        return int(re.sub(r"\D", "", form))
    return None


def cardinal(s: Stream, i: int) -> tuple[int, int] | None:
    """The number in words at i and its end: ثلاثة, خمسة وتسعين, ألفين وستة عشر, ثلاث مئة."""
    word = s.word(i)
    if word.cardinal is None and word.scale is None:
        return _eleven(s, i)
    total = group = 0
    last = 10**9
    j = i
    while j == i or s.joined(j):
        word = s.word(j)
        value = word.cardinal
        if value is not None and (j == i or _adds(word.clitic, value, last)):
            group += value
            last = value
        elif value == 10 and not word.clitic and 0 < last < 10:
            group += 10
            last = 10
        elif value == 100 and not word.clitic and 2 < last < 10:
            group += 99 * last
            last = 100
        elif word.scale is not None and _scales(word.clitic, j == i, group):
            total += (group or 1) * word.scale
            group, last = 0, min(word.scale, 1000)
        else:
            break
        j += 1
    return total + group, j


def _adds(clitic: str, value: int, last: int) -> bool:
    """Whether a number after و goes on: hundreds, then units, then tens (مئة وخمسة وعشرون)."""
    if clitic != "و":
        return False
    return value < last if last >= 100 else (last < 10 and value >= 20 and value < 100)


def _scales(clitic: str, first: bool, group: int) -> bool:
    return first or (not clitic and group > 0) or (clitic == "و" and group == 0)


def _eleven(s: Stream, i: int) -> tuple[int, int] | None:
    """أحد عشر, إحدى وعشرون: أحد alone is no number but someone, or a Sunday."""
    if "eleven" not in s.word(i).roles or not s.joined(i + 1):
        return None
    tens = s.word(i + 1)
    if tens.cardinal == 10 and not tens.clitic:
        return 11, i + 2
    if tens.clitic == "و" and tens.cardinal in range(20, 100, 10):
        return 1 + (tens.cardinal or 0), i + 2
    return None


def ordinal(s: Stream, i: int) -> tuple[int, int] | None:
    """The ordinal at i with the article, and its end: الخامس, الحادي عشر, الرابع والعشرين."""
    word = s.word(i)
    unit = 1 if "eleventh" in word.roles else word.ordinal
    if unit is not None:
        after = s.word(i + 1) if s.joined(i + 1) else s.word(-1)
        if after.cardinal == 10 and not after.clitic and not after.definite:
            return unit + 10, i + 2
        if after.clitic == "و" and after.definite and after.cardinal in range(20, 100, 10):
            return unit + (after.cardinal or 0), i + 2
        return None if "eleventh" in word.roles else (unit, i + 1)
    if word.definite and word.cardinal in range(20, 100, 10):
        return word.cardinal or 0, i + 1
    return None
