"""Finding the time phrases of a text: which grammar a word can start, and what is no time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from attrs import define, evolve

from ..lexicon import table
from ..text.tokens import fold
from . import amounts, clock, days, periods
from .expressions import Expression, Length, Point, Range, UnitName
from .periods import DASHES, STOPS
from .stream import Stream
from .words import ARTICLES, BRACKETS, Word, words

# Expression, index of its first token, index after its last.
Match = tuple[Expression, int, int]
Parser = Callable[[Stream, int], Match | None]

_OPENING = frozenset("\"'“”„«»‹›‘’(")
_CLOSING = _OPENING - frozenset("„«‹(") | {")"}
_MODERN = range(1900, 2100)


@define
class Phrase:
    """A time phrase found: what it says, its tokens from start to end, and whether it is a name."""

    meaning: Expression
    start: int
    end: int
    in_name: bool


def find(s: Stream) -> Iterator[Phrase]:
    """Every time phrase of a stream, in order, none overlapping."""
    starters = _starters()
    end, year_end, listed = 0, -1, False
    for i in s.candidates():
        if i < end:
            continue
        token = s.tokens[i]
        is_number = token.kind == "number"
        found = None
        for parser in _IN_DIGITS if is_number else starters.get(token.form, ()):
            if found := parser(s, i):
                break
        if found is None and is_number and _goes_on(s, i, year_end):
            found = _year_there(s, i) or (_short_year(s, i) if listed else None)
        if found is None:
            continue
        end = found[2]
        if not _is_time(s, found):
            continue
        for meaning, start, end in _ranged(s, *found):
            yield Phrase(meaning, start, end, _in_name(s, meaning, start))
            if isinstance(meaning, Point) and meaning.unit == "year":
                # The head of a list of years (أعوام) is no part of the first one.
                listed = start > i or (listed and _goes_on(s, start, year_end))
                year_end = end


# --- what may start where -------------------------------------------------------------------------


@cache
def _starters() -> Mapping[str, tuple[Parser, ...]]:
    """The parsers to try at a form, in order. Most words of a text are not in here."""
    starters = {form: tuple(_parsers(word)) for form, word in words().items()}
    for article in ARTICLES:
        starters[article] = (_article,)
    for opening in BRACKETS:
        starters[opening] = (_bracketed,)
    return {form: parsers for form, parsers in starters.items() if parsers}


def _parsers(word: Word) -> Iterator[Parser]:
    kinds = {phrase.kind for phrase in word.phrases}
    seen: set[Parser] = set()
    for parser, starts_with, roles, starts in _GRAMMAR:
        opens = kinds & starts_with or word.roles & roles or (starts and starts(word))
        if opens and parser not in seen:
            seen.add(parser)
            yield parser


def _parser(parse: Callable[[Stream, int], tuple[Expression, int] | None]) -> Parser:
    def parser(s: Stream, i: int) -> Match | None:
        found = parse(s, i)
        return (found[0], i, found[1]) if found else None

    return parser


_clock = _parser(clock.clock)
_about_hour = _parser(clock.about_hour)
_every = _parser(amounts.every)
_frequency = _parser(amounts.frequency)
_month = _parser(periods.month)
_modified = _parser(periods.modified)
_season = _parser(periods.season)
_part_of_period = _parser(periods.part_of_period)
_period = _parser(periods.period)
_decade = _parser(periods.decade)
_century = _parser(periods.century)
_length = _parser(amounts.length)


def _day(s: Stream, i: int) -> Match | None:
    return _with_time(s, i, _range_of_days(s, i) or days.day(s, i))


def _day_in_digits(s: Stream, i: int) -> Match | None:
    return _with_time(s, i, _range_of_days(s, i) or days.date(s, i))


def _with_time(s: Stream, i: int, found: tuple[Point | Range, int] | None) -> Match | None:
    if found is None:
        return None
    meaning, end = found
    if isinstance(meaning, Point):
        meaning, end = clock.with_time(s, meaning, end)
    return meaning, i, end


def _part(s: Stream, i: int) -> Match | None:
    found = clock.part_of_day(s, i)
    if found is None:
        return None
    point, end = clock.with_time(s, *found)
    return point, i, end


def _year(s: Stream, i: int) -> Match | None:
    j = i + 1 + ("year described" in s.next(i + 1).roles)
    if years := _range_of_years(s, j):
        return years[0], i, years[2]
    if "years head" in s.word(i).roles:
        if not s.joined(j):
            return None
        return _year_there(s, j) or (_short_year(s, j) if _opens_list(s, j) else None)
    found = periods.year(s, i)
    return (found[0], i, found[1]) if found else None


def _article(s: Stream, i: int) -> Match | None:
    """ال before a number: الـ31 من جانفي, الـ48 ساعة الماضية."""
    if s.token(i + 1).kind != "number":
        return None
    if found := _day(s, i):
        return found
    found = _length(s, i + 1)
    return (found[0], i, found[2]) if found else None


def _bracketed(s: Stream, i: int) -> Match | None:
    """A number in brackets or quotation marks before its unit: خلال (60) يوما."""
    return _length(s, i) if s.token(i + 1).kind == "number" else None


def _english_day(s: Stream, i: int) -> Match | None:
    """September 5, 2016: the month comes first."""
    return _day(s, i)


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
    if s.form(end + ("degree" in s.next(end).roles)) in _not_vague_before().get(s.form(i), ()):
        return None
    if _describes(s, i) or _former(s, i):
        return None
    if _given_name(s, i) or _ends_name(s, i, end):
        return None
    if s.form(i).endswith("وقت") and value.value in ("PAST_REF", "FUTURE_REF"):
        j = end + ("of" in s.next(end).roles)
        inside = clock.part_of_day(s, j, first=False) or days.day(s, j, first=False)
        inside = inside or periods.period(s, j, first=False) or periods.year(s, j, first=False)
        inside = inside or periods.month(s, j, first=False)
        if inside:
            return inside[0], i, inside[1]
    return value, i, end


def _describes(s: Stream, i: int) -> bool:
    """In نظاما حديثا the word is an adjective: an indefinite accusative stands before it."""
    before = s.form(i - 1)
    accusative = before.endswith("ا") and not before.endswith(("يا", "نا", "ها", "هما"))
    accusative = accusative or "ً" in s.text[s.token(i - 1).start : s.token(i - 1).end]
    return "adjective too" in s.word(i).roles and accusative and len(before) > 4


def _former(s: Stream, i: int) -> bool:
    """الوزير سابقا, قياديا سابقا: the word describes a noun, not so in أعلن الوزير سابقا أن."""
    before = s.form(i - 1)
    if "former" not in s.word(i).roles or not s.joined(i):
        return False
    if s.form(i + 1) == ")" and s.form(i - 2) == "(":
        return True
    if before.endswith("يا") and len(before) > 5 and before not in _countries():
        return True
    noun = before.startswith(("ال", "وال", "لل")) and "done before" not in s.word(i - 1).roles
    return noun and not s.form(i + 1).startswith(("ان", "بان", "قد", "عن", "علي"))


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        fold(name) for one in table("countries")["country"] for name in one.get("names", ())
    )


def _given_name(s: Stream, i: int) -> bool:
    return s.text[s.start(i) : s.token(i).end] in table("date_words")["names"]["given"].split()


def _ends_name(s: Stream, i: int, end: int) -> bool:
    """موقع «النيل الآن»: the last word of a name in quotation marks."""
    quoted = s.form(end) in _CLOSING and s.form(i - 2) in _OPENING
    return quoted and "name" in s.word(i - 3).roles


@cache
def _not_vague_before() -> Mapping[str, tuple[str, ...]]:
    unless = table("date_words")["vague_unless"]
    return {fold(word): tuple(fold(rest).split()) for word, rest in unless.items()}


def _is(word: Word, unit: UnitName) -> bool:
    return word.unit is not None and word.unit.name == unit


def _measures(word: Word) -> bool:
    return bool(word.unit or word.fraction or word.cardinal or word.scale)


# Each parser with the kinds of fixed phrases, the roles and the other senses that can start it. The
# order is the one they are tried in.
_GRAMMAR: tuple[tuple[Parser, set[str], set[str], Callable[[Word], object] | None], ...] = (
    (_part, {"part before", "part of part"}, {"this"}, None),
    (_day, {"day"}, {"day head", "this"}, lambda word: word.weekday),
    (_offset, set(), {"before", "after", "before it", "after it"}, None),
    (_vague, {"vague"}, set(), None),
    (_clock, set(), {"hour", "at hour"}, None),
    (_about_hour, {"approx"}, set(), None),
    (_every, set(), {"every", "times"}, lambda word: word.adverb),
    (_modified, set(), {"holiday"}, lambda word: word.mod),
    (_day, set(), {"eleventh"}, lambda word: word.ordinal or word.cardinal or word.day_of_month),
    (_clock, set(), {"eleventh"}, lambda word: word.ordinal),
    (_english_day, set(), set(), lambda word: any(month.english for month in word.months)),
    (_month, set(), {"month head"}, lambda word: word.months),
    (_season, set(), set(), lambda word: word.season is not None),
    (_part_of_period, set(), {"quarter of year", "half of year"}, lambda word: _is(word, "week")),
    (_year, set(), {"year head", "years head"}, None),
    (_period, set(), {"this", "same"}, lambda word: word.unit and word.definite),
    (_decade, set(), set(), lambda word: word.decade),
    (_century, set(), set(), lambda word: _is(word, "century")),
    (_frequency, set(), set(), lambda word: word.cardinal),
    (_length, {"approx"}, {"few", "eleven"}, _measures),
)


# --- years without a noun -------------------------------------------------------------------------


def _bare_year(s: Stream, i: int) -> Match | None:
    """في 2016, منذ 2010, انتخابات الرئاسة 2020, (2003): four digits where a year is spoken of."""
    if s.digits(i) not in _MODERN:
        return None
    before = s.word(i - 1).roles
    if "numbered" in before or s.form(i - 1) in DASHES:
        return None
    if "year lead" in before or _marked(s, i) or _ends_phrase(s, i) or _named_by_year(s, i):
        return _year_there(s, i)
    return None


def _marked(s: Stream, i: int) -> bool:
    """1975م: the mark makes it a year, but 2000م may be a length."""
    return "year mark" in s.next(i + 1).roles and s.digits(i) != 2000


def _ends_phrase(s: Stream, i: int) -> bool:
    """«شمردل» 2005، or 1980: at the start of a line. Counted things would follow the number."""
    after = s.form(i + 1)
    if i and not s.joined(i):
        return after == ":"
    before = s.token(i - 1)
    noun = (before.kind == "word" and before.form.startswith("ال")) or before.form in ("»", "”")
    return noun and s.digits(i) != 2000 and (after in STOPS or not s.joined(i + 1))


def _named_by_year(s: Stream, i: int) -> bool:
    if s.form(i - 1) == "(" and s.form(i + 1) == ")":
        return True
    if s.form(i - 1) in ("من", "ومن"):
        ranged = s.follows(i + 1, "الي", "حتي") and s.digits(i + 2) in _MODERN
        return ranged or "starting" in s.word(i - 2).roles
    for j in range(i - 1, max(-1, i - 6), -1):
        if s.token(j).kind != "word" or s.form(j) == "و" or not s.joined(j + 1):
            return False
        if "year noun" in s.word(j).roles:
            return True
    return False


def _goes_on(s: Stream, i: int, year_end: int) -> bool:
    """Whether a number continues a list of years: 2013 و2014, and with a slip و.2014."""
    j = i - 1
    if s.form(j) == "." and s.form(j - 1) == "و" and s.token(j).end == s.token(i).start:
        j -= 1
    return year_end >= 0 and j == year_end and s.form(j) in ("و", "،", ",", "او", "-")


def _year_there(s: Stream, i: int) -> Match | None:
    if s.digits(i) not in _MODERN or len(s.form(i)) != 4 or not _counts_nothing(s, i + 1):
        return None
    found = periods.year_number(s, i)
    return (found[0], i, found[1]) if found else None


def _short_year(s: Stream, i: int) -> Match | None:
    """A year in two digits, which only a list of years makes one: أعوام 86 و93."""
    year = s.digits(i)
    if year is None or len(s.form(i)) != 2 or not _counts_nothing(s, i + 1):
        return None
    return Point("year", year + (2000 if year < 50 else 1900)), i, i + 1


def _opens_list(s: Stream, i: int) -> bool:
    """Whether another number stands behind the one at i: 86 و93."""
    return s.form(i + 1) in ("و", "،", ",") and s.token(i + 2).kind == "number"


def _counts_nothing(s: Stream, i: int) -> bool:
    word = s.word(i) if s.joined(i) else s.word(-1)
    if "counted" in word.roles or word.unit or word.scale or s.form(i) in ("%", "٪", "$", "€"):
        return False
    return not (s.form(i) in (":", "/", "+", "-") and s.token(i + 1).kind == "number")


def _range_of_years(s: Stream, i: int) -> Match | None:
    """2010-2015, موسم 2015/2016."""
    separator = s.form(i + 1)
    if separator not in (*DASHES, "/"):
        return None
    first, last = s.digits(i), s.digits(i + 2)
    if first not in _MODERN or first is None or len(s.form(i)) != 4 or not s.joined(i + 2):
        return None
    if separator == "/" and last is not None and len(s.form(i + 2)) == 2:
        last += first // 100 * 100
    if last not in _MODERN or last is None or not first < last:
        return None
    ranged = separator in DASHES or (separator == "/" and last == first + 1)
    if not ranged or not _counts_nothing(s, i + 3) or s.form(i - 1) in (*DASHES, "/"):
        return None
    return Range(Point("year", first), Point("year", last)), i, i + 3


# The parsers to try at a number, in order.
_IN_DIGITS = (_time_in_digits, _frequency, _day_in_digits, _range_of_years, _length, _bare_year)


# --- ranges ---------------------------------------------------------------------------------------


def _range_of_days(s: Stream, i: int) -> tuple[Range, int] | None:
    """Two days of one month: 3-5 مايو, 5 و6 سبتمبر, من 3 إلى 5 مايو, 04 to 05 September."""
    j = i + ("day head" in s.word(i).roles)
    first = days.day_number(s, j, first=True)
    if first is None:
        return None
    day, k, _ = first
    month = None
    if s.form(k) == "/" and s.digits(k + 1) in range(1, 13) and s.form(k + 2) != "/":
        month, k = s.digits(k + 1), k + 2
    if s.form(k) in DASHES or s.follows(k, "و", "to", "الي", "حتي") or s.form(k) == "و":
        k += 1
    elif s.word(k).clitic != "و":
        return None
    last = days.date(s, k, first=True, sure=month is not None)
    if last is None or last[0].day is None:
        return None
    if last[0].month is None and last[0].within is None:
        return None
    if month is None and not day < last[0].day:
        return None
    return Range(evolve(last[0], day=day, month=month or last[0].month), last[0]), last[1]


def _ranged(s: Stream, meaning: Expression, start: int, end: int) -> tuple[Match, ...]:
    """A point and where it leads: من الاثنين إلى الخميس is a range, two years are one each."""
    alone = ((meaning, start, end),)
    if not isinstance(meaning, Point) or meaning.mod or meaning.part:
        return alone
    opened = s.form(start - 1) if start and s.joined(start) else ""
    if opened in ("من", "ومن", "بين", "وبين"):
        between = opened.endswith("بين")
        joins = s.form(end) == "و" or s.word(end).clitic == "و"
        if (joins if between else s.follows(end, "الي", "حتي", "لغايه")) or s.form(end) in DASHES:
            k = end + (s.word(end).clitic != "و")
            k += s.follows(k, "بين")
            last = days.day(s, k) or days.date(s, k) or periods.year(s, k) or periods.month(s, k)
            if last is None and meaning.unit == "year":
                last = periods.year_number(s, k)
            if last and last[0].unit == meaning.unit and not last[0].mod:
                first = _with_year_of(meaning, last[0])
                if meaning.unit == "day" or s.form(end) in DASHES:
                    return ((Range(first, last[0]), start, last[1]),)
                return (first, start, end), (last[0], k, last[1])
    return alone


def _with_year_of(first: Point, last: Point) -> Point:
    """The first of two takes over the year that only the last one tells."""
    if first.year is None and last.year is not None and first.month is not None:
        return evolve(first, year=last.year)
    return first


# --- what is no time, and names -------------------------------------------------------------------


def _is_time(s: Stream, match: Match) -> bool:
    meaning, start, _ = match
    return not (isinstance(meaning, Length) and _names_age_group(s, meaning, start))


def _names_age_group(s: Stream, length: Length, start: int) -> bool:
    """منتخب العراق تحت 23 سنة, بطولة أقل من 17 سنة."""
    below = "below age" in s.word(start - 1).roles
    if not (below or length.mod == "LESS_THAN") or length.amounts[0][1] != "year":
        return False
    heads = range(start - 1 - below, max(-1, start - 5), -1)
    return any("age group" in s.word(j).roles for j in heads if s.joined(j + 1))


def _in_name(s: Stream, meaning: Expression, start: int) -> bool:
    """Whether the phrase stands in the name of a paper, street, party or well-known event."""
    if not isinstance(meaning, Point) or meaning.full or meaning.part or not s.joined(start):
        return False
    if meaning.shift is not None and meaning.unit != "day":
        return False
    if s.word(start).clitic:
        return False
    j = start - 1
    quoted = s.form(j) in _OPENING
    j -= quoted
    head = s.word(j)
    if quoted and meaning.shift == 0 and s.form(start + 1) in _CLOSING:
        return True
    if meaning.pick is not None or (meaning.weekday and meaning.shift is not None):
        return False
    if "name" in head.roles:
        return meaning.unit != "year" or meaning.year is None or "vision" in head.roles
    if meaning.month and meaning.day and "event" in head.roles:
        return f"{meaning.month}-{meaning.day}" in _event_dates()
    if meaning.shift in (0, 1) and "name before today" in head.roles:
        opened = s.form(j - 1)
        line = not s.joined(j) and (s.form(start + 1) in DASHES or not s.joined(start + 1))
        opens_name = line or opened in _OPENING or opened in DASHES or "name" in s.word(j - 1).roles
        return opens_name or s.form(j) == "المصري"
    return False


@cache
def _event_dates() -> frozenset[str]:
    return frozenset(table("date_words")["names"]["event_dates"])
