"""Finding the time phrases of a text: which grammar a word can start, and what is no time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from attrs import evolve, frozen

from ..lexicon import table
from . import amounts, clock, points
from .expressions import Expression, Length, Point, Range
from .stream import Stream
from .words import Word, words

# Expression, index of its first token, index after its last.
Match = tuple[Expression, int, int]
Parser = Callable[[Stream, int], Match | None]

_QUOTES = "\"'“”„«»‹›‘’("
_DASHES = ("-", "–", "—")
_MODERN = range(1900, 2100)


@frozen
class Phrase:
    """A time phrase found: what it says, its tokens from start to end, and whether it is a name."""

    meaning: Expression
    start: int
    end: int
    in_name: bool


def find(s: Stream) -> Iterator[Phrase]:
    """Every time phrase of a stream, in order, none overlapping."""
    starters = _starters()
    digits = (_time_in_digits, _day, _range_of_years, _length, _bare_year)
    i, n = 0, len(s)
    year_end = -1
    tokens = s.tokens
    while i < n:
        token = tokens[i]
        parsers = digits if token.kind == "number" else starters.get(token.form)
        if parsers is None:
            i += 1
            continue
        found = None
        for parser in parsers:
            if found := parser(s, i):
                break
        if found is None and token.kind == "number" and _goes_on(s, i, year_end):
            found = _year_there(s, i)
        if found is None or not _is_time(s, found):
            i += 1
            continue
        meaning, start, end = found
        meaning, end = _ranged(s, meaning, start, end)
        yield Phrase(meaning, start, end, _in_name(s, meaning, start))
        if isinstance(meaning, Point) and meaning.unit == "year":
            year_end = end
        i = end


# --- what may start where -------------------------------------------------------------------------


@cache
def _starters() -> Mapping[str, tuple[Parser, ...]]:
    """The parsers to try at a form, in order. Most words of a text are not in here."""
    starters = {form: tuple(_parsers(word)) for form, word in words().items()}
    for article in ("ال", "وال", "بال", "لل"):
        starters[article] = (_article,)
    return {form: parsers for form, parsers in starters.items() if parsers}


def _parsers(word: Word) -> Iterator[Parser]:
    kinds = {phrase.kind for phrase in word.phrases}
    roles = word.roles
    if "vague" in kinds:
        yield _vague
    if "hour" in roles or "at hour" in roles:
        yield _clock
    if kinds & {"part before", "part of part"} or "this" in roles:
        yield _part
    if roles & {"every", "times"} or word.adverb:
        yield _every
    if "day" in kinds or word.weekday or roles & {"day head", "this"}:
        yield _day
    if roles & {"before", "after", "before it", "after it"}:
        yield _offset
    if word.mod or "holiday" in roles:
        yield _modified
    if word.ordinal or word.cardinal or roles & {"eleventh", "first of month"}:
        yield _day
    if word.ordinal or "eleventh" in roles:
        yield _spoken_hour
    if word.months or "month head" in roles:
        yield _english_day if any(month.english for month in word.months) else _month
    if word.season is not None:
        yield _season
    if roles & {"quarter", "half"}:
        yield _part_of_period
    if "year head" in roles or "two years" in roles:
        yield _year
    if roles & {"this", "same"} or (word.unit and word.definite):
        yield _period
    if word.decade:
        yield _decade
    if word.unit and word.unit.name == "century":
        yield _century
    if "approx" in kinds or word.unit or word.fraction or word.cardinal or word.scale:
        yield _length
    elif roles & {"few", "eleven"}:
        yield _length


def _parser(parse: Callable[[Stream, int], tuple[Expression, int] | None]) -> Parser:
    def parser(s: Stream, i: int) -> Match | None:
        found = parse(s, i)
        return (found[0], i, found[1]) if found else None

    return parser


_clock = _parser(clock.clock)
_part = _parser(clock.part_of_day)
_every = _parser(amounts.every)
_month = _parser(points.month)
_modified = _parser(points.modified)
_season = _parser(points.season)
_part_of_period = _parser(points.part_of_period)
_year = _parser(points.year)
_period = _parser(points.period)
_decade = _parser(points.decade)
_century = _parser(points.century)
_length = _parser(amounts.length)


def _day(s: Stream, i: int) -> Match | None:
    found = _range_of_days(s, i) or points.day(s, i) or points.date(s, i)
    if found is None:
        return None
    meaning, end = found
    if isinstance(meaning, Point):
        meaning, end = clock.with_time(s, meaning, end)
    return meaning, i, end


def _article(s: Stream, i: int) -> Match | None:
    """ال before a number: الـ31 من جانفي, الـ48 ساعة الماضية."""
    return (_day(s, i) or _length(s, i)) if s.token(i + 1).kind == "number" else None


def _english_day(s: Stream, i: int) -> Match | None:
    return _day(s, i) or _month(s, i)


def _spoken_hour(s: Stream, i: int) -> Match | None:
    return _clock(s, i)


def _time_in_digits(s: Stream, i: int) -> Match | None:
    follows = s.word(i + 1)
    if s.form(i + 1) in (":", "h", "H", "سا", "س") or follows.phrases or follows.clitic == "و":
        return _clock(s, i)
    return None


def _offset(s: Stream, i: int) -> Match | None:
    found = amounts.offset(s, i)
    return (found[0], found[2], found[1]) if found else None


def _vague(s: Stream, i: int) -> Match | None:
    """A vague expression; with وقت سابق من الشهر الحالي the stretch it lies in tells the value."""
    found = s.phrase(i, "vague", first=True)
    if found is None:
        return None
    value, end = found
    if s.form(i).endswith("وقت") and value.value in ("PAST_REF", "FUTURE_REF"):
        j = end + ("of" in s.next(end).roles)
        inside = clock.part_of_day(s, j, first=False) or points.day(s, j, first=False)
        inside = inside or points.period(s, j, first=False) or points.year(s, j, first=False)
        inside = inside or points.month(s, j, first=False)
        if inside:
            return inside[0], i, inside[1]
    return value, i, end


# --- years without a noun -------------------------------------------------------------------------


def _bare_year(s: Stream, i: int) -> Match | None:
    """في 2016, منذ 2010, انتخابات الرئاسة 2020, (2003): four digits where a year is spoken of."""
    if s.digits(i) not in _MODERN:
        return None
    before = s.word(i - 1).roles
    if "numbered" in before or "year lead" not in before and not _named_by_year(s, i):
        return None
    return _year_there(s, i)


def _named_by_year(s: Stream, i: int) -> bool:
    if s.form(i - 1) == "(" and s.form(i + 1) == ")":
        return True
    for j in range(i - 1, max(-1, i - 4), -1):
        if s.token(j).kind != "word" or not s.joined(j + 1):
            return False
        if "year noun" in s.word(j).roles:
            return True
    return False


def _goes_on(s: Stream, i: int, year_end: int) -> bool:
    """Whether a number continues a list of years: 2013 و2014."""
    return year_end >= 0 and i - 1 == year_end and s.form(i - 1) in ("و", "،", ",", "او", "-")


def _year_there(s: Stream, i: int) -> Match | None:
    if s.digits(i) not in _MODERN or len(s.form(i)) != 4 or not _counts_nothing(s, i + 1):
        return None
    found = points.year_number(s, i)
    return (found[0], i, found[1]) if found else None


def _counts_nothing(s: Stream, i: int) -> bool:
    word = s.word(i) if s.joined(i) else s.word(-1)
    if "counted" in word.roles or word.unit or word.scale or s.form(i) in ("%", "٪", "$", "€"):
        return False
    return not (s.form(i) in (":", "/", "+", "-") and s.token(i + 1).kind == "number")


def _range_of_years(s: Stream, i: int) -> Match | None:
    """2010-2015, موسم 2015/2016."""
    first, last = s.digits(i), s.digits(i + 2)
    if first not in _MODERN or first is None or len(s.form(i)) != 4 or not s.joined(i + 2):
        return None
    separator = s.form(i + 1)
    if separator == "/" and last is not None and len(s.form(i + 2)) == 2:
        last += first // 100 * 100
    if last not in _MODERN or last is None or not first < last:
        return None
    if separator in _DASHES or (separator == "/" and last == first + 1):
        if _counts_nothing(s, i + 3) and s.form(i - 1) not in (*_DASHES, "/"):
            return Range(Point("year", first), Point("year", last)), i, i + 3
    return None


# --- ranges ---------------------------------------------------------------------------------------


def _range_of_days(s: Stream, i: int) -> tuple[Range, int] | None:
    """Two days of one month: 3-5 مايو, 5 و6 سبتمبر, من 3 إلى 5 مايو, 04 to 05 September."""
    j = i + ("day head" in s.word(i).roles)
    first = points.day_number(s, j, first=True)
    if first is None:
        return None
    day, k, _ = first
    if s.form(k) in _DASHES or s.follows(k, "و", "to", "الي", "حتي") or s.form(k) == "و":
        k += 1
    elif s.word(k).clitic != "و":
        return None
    last = points.date(s, k, first=True)
    if last is None or last[0].day is None or not day < last[0].day:
        return None
    if last[0].month is None and last[0].within is None:
        return None
    return Range(evolve(last[0], day=day), last[0]), last[1]


def _ranged(s: Stream, meaning: Expression, start: int, end: int) -> tuple[Expression, int]:
    """The range that a point opens: من الاثنين إلى الخميس, بين عامي 2010 و2015."""
    if not isinstance(meaning, Point) or meaning.mod or meaning.part:
        return meaning, end
    opened = s.form(start - 1) if start and s.joined(start) else ""
    if opened in ("من", "ومن", "بين", "وبين"):
        between = opened.endswith("بين")
        joins = s.form(end) == "و" or s.word(end).clitic == "و"
        if (joins if between else s.follows(end, "الي", "حتي", "لغايه")) or s.form(end) in _DASHES:
            k = end + (s.word(end).clitic != "و")
            k += s.follows(k, "بين")
            last = points.day(s, k) or points.date(s, k) or points.year(s, k) or points.month(s, k)
            if last is None and meaning.unit == "year":
                last = points.year_number(s, k)
            if last and last[0].unit == meaning.unit and not last[0].mod:
                return _range(meaning, last[0]), last[1]
    return meaning, end


def _range(first: Point, last: Point) -> Range:
    """A range whose first end takes over the year that only the last one tells."""
    if first.year is None and last.year is not None and first.month is not None:
        first = evolve(first, year=last.year)
    return Range(first, last)


# --- what is no time, and names -------------------------------------------------------------------


def _is_time(s: Stream, match: Match) -> bool:
    meaning, start, end = match
    if isinstance(meaning, Length):
        return not _is_age(s, meaning, start, end)
    return True


def _is_age(s: Stream, length: Length, start: int, end: int) -> bool:
    """البالغ من العمر 47 عاما, (47 عاما), تحت 23 سنة, 47 عاما من عمره."""
    amount, unit = length.amounts[0]
    if unit != "year" or amount is None or length.shift:
        return False
    if s.joined(start) and "age" in s.word(start - 1).roles:
        return True
    if "age after" in s.word(end + (s.form(end) == "من")).roles:
        return True
    opened, closed = s.form(start - 1), s.form(end)
    return (opened, closed) in (("(", ")"), ("،", "،"), (",", ",")) and amount > 3


def _in_name(s: Stream, meaning: Expression, start: int) -> bool:
    """Whether the phrase stands in the name of a paper, street, party or well-known event."""
    if not isinstance(meaning, Point) or meaning.full or not s.joined(start):
        return False
    if meaning.shift is not None and meaning.unit != "day":
        return False
    if s.word(start).clitic:
        return False
    j = start - 1
    j -= s.form(j) in _QUOTES
    head = s.word(j)
    if meaning.pick is not None or meaning.weekday and meaning.shift is not None:
        return False
    if "name" in head.roles:
        return meaning.unit != "year" or meaning.year is None or "vision" in head.roles
    if meaning.month and meaning.day and "event" in head.roles:
        return f"{meaning.month}-{meaning.day}" in _event_dates()
    if meaning.shift == 0 and meaning.part is None and "name before today" in head.roles:
        opened = s.form(j - 1)
        return opened in _QUOTES or "name" in s.word(j - 1).roles or s.form(j) == "المصري"
    return False


@cache
def _event_dates() -> frozenset[str]:
    return frozenset(table("date_words")["names"]["event_dates"])

