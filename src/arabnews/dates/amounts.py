"""The grammar of lengths, offsets and repetitions: أكثر من ساعتين, قبل ثلاثة أيام, كل أسبوع."""

from __future__ import annotations

from .expressions import Every, Length, Offset, UnitName, Vague
from .numbers import amount
from .periods import STOPS, after_of, direction, stretch
from .stream import Stream
from .words import BRACKETS, NOTHING

# What half of a unit is in smaller ones, for ساعة ونصف and نصف عام.
_HALVES: dict[UnitName, tuple[float, UnitName]] = {
    "minute": (30, "second"),
    "hour": (30, "minute"),
    "day": (12, "hour"),
    "week": (3.5, "day"),
    "month": (15, "day"),
    "year": (6, "month"),
    "decade": (5, "year"),
    "century": (50, "year"),
}
_ORDER: tuple[UnitName, ...] = (
    "century", "decade", "year", "month", "week", "day", "hour", "minute", "second",
)  # fmt: skip

# What is done in one of these is done that fast: في أسبوع. في يوم is once upon a day.
_SHORT_SPANS = ("hour", "week", "month", "year")

Amount = tuple[float | None, UnitName]


def length(s: Stream, i: int, first: bool = True) -> tuple[Length | Vague, int] | None:
    """A length of time: تسعين دقيقة, أكثر من ساعة, ساعة ونصف, السنوات الثلاث الماضية."""
    j, mod = i, None
    if about := s.phrase(i, "approx", first=first):
        mod, j = about
    begins = first and j == i
    if not begins and not s.joined(j):
        return None
    found = (
        _counted(s, j, begins, bool(mod))
        or _single(s, j, begins, bool(mod))
        or _recent(s, j, begins)
    )
    if found is None:
        return None
    one, j = found
    if isinstance(one, Vague):
        return (one, j) if mod is None else None
    parts, j = _more(s, one, j)
    if s.follows(j, "تقريبا") and mod is None:
        mod, j = "APPROX", j + 1
    shift, j = _around_now(s, j)
    return Length(parts, mod, shift), j


def _around_now(s: Stream, j: int) -> tuple[int | None, int]:
    """What tells that a length ends or begins now, or which of a longer stretch it is."""
    word = s.next(j)
    if "which of them" in word.roles:
        return None, _of_what(s, j + 1)
    if way := direction(s, j):
        if not way[0].told and word.definite:
            return way[0].shift or None, way[1]
    elif word.direction and word.direction.loose:
        end = _of_what(s, j + 1)
        return (-1 if end == j + 1 else None), end
    return None, j


def _of_what(s: Stream, j: int) -> int:
    """The index after من 2022 in الأشهر التسعة الأولى من 2022."""
    k = after_of(s, j)
    inside = stretch(s, k) if k > j else None
    return inside[1] if inside else j


def _counted(s: Stream, i: int, first: bool, about: bool = False) -> tuple[Amount, int] | None:
    """A number and a unit, a dual, a fraction of a unit, or a few of it."""
    word = s.word(i) if first else s.next(i)
    if word.unit and word.unit.count == 2:
        return ((2, word.unit.name), i + 1) if about or _two(s, i) else None
    if word.fraction:
        return _fraction(s, i, word.fraction)
    if "few" in word.roles:
        unit = s.next(i + 1).unit
        return ((None, unit.name), i + 2) if unit and unit.count is None else None
    if word is NOTHING and s.token(i).kind != "number" and s.form(i) not in BRACKETS:
        return None
    if word.clitic and not first:
        return None
    number = amount(s, i)
    if number is None:
        return None
    value, j = number
    if s.form(j) == "(":
        # خمسة (5) أيام
        j += 3 if s.form(j + 2) == ")" and s.digits(j + 1) == value else 0
    unit = s.next(j).unit
    if unit is None or unit.count == 2 or (unit.needs_number and unit.count == 1 and value > 9):
        # "1973 contracts": nobody counts decades by the score.
        return None if unit is None or unit.name != "second" else ((value, unit.name), j + 1)
    if value == 100 and unit.name == "year" and s.digits(j + 1):
        # في المئة عام 1995 is a percentage and a year.
        return None
    return (None if _bare_scale(s, i, j) else value, unit.name), j + 1


def _bare_scale(s: Stream, i: int, j: int) -> bool:
    """Millions of years, thousands of days: a plural scale alone is no number."""
    return j == i + 1 and s.word(i).scale is not None and s.form(i).endswith(("لاف", "لايين"))


def _two(s: Stream, i: int) -> bool:
    """A dual with the article needs more: العامين الماضيين, خلال الشهرين, not الدقيقتين 91 و93.

    So do عقدين, which may be two contracts, and قرنين, two horns.
    """
    word = s.word(i)
    doubtful = word.unit is not None and word.unit.needs_number and s.joined(i)
    if not (word.definite or doubtful):
        return True
    if "which of them" in s.next(i + 1).roles:
        return True
    leads = ("duration lead", "these two", "below age")
    if s.next(i + 1).direction or not s.word(i - 1).roles.isdisjoint(leads):
        return True
    led = word.clitic in ("ل", "ب") or "plural lead" in s.word(i - 1).roles or _lasting(s, i)
    return doubtful and not word.definite and (led or _of_time(s, i + 1))


def _of_time(s: Stream, i: int) -> bool:
    """من الزمن, which tells a decade from a contract."""
    return "of" in s.next(i).roles and "time itself" in s.next(i + 1).roles


def _fraction(s: Stream, i: int, fraction: float) -> tuple[Amount, int] | None:
    unit = s.next(i + 1).unit
    if unit is None or unit.count != 1 or unit.name == "second":
        return None
    size, smaller = _HALVES[unit.name]
    value = size * 2 * fraction
    return ((value, smaller), i + 2) if value == int(value) else None


def _single(s: Stream, i: int, first: bool, about: bool) -> tuple[Amount, int] | None:
    """A unit that stands alone: لمدة ساعة, ساعة واحدة, خلال أيام, سنوات طويلة."""
    word = s.word(i) if first else s.next(i)
    unit = word.unit
    if unit is None or word.definite or (unit.name == "year" and s.digits(i + 1)):
        return None
    following = s.next(i + 1)
    if s.word(i - 1).roles & {"before", "after"} and s.word(i - 2).unit == unit:
        # يوما بعد يوم: day after day.
        return None
    before = s.word(i - 1).roles if s.joined(i) else frozenset[str]()
    if unit.count == 1:
        if "only one" in following.roles:
            return (1, unit.name), i + 2
        ended = s.form(i + 1) in STOPS or s.form(i + 1) == '"' or not s.joined(i + 1)
        if unit.needs_number and (unit.name == "second" or not (ended or _of_time(s, i + 1))):
            return None
        led = (
            about
            or _lasting(s, i)
            or (ended and s.form(i - 1) in ("في", "وفي") and unit.name in _SHORT_SPANS)
            or (word.clitic == "ب" and _counts_from_event(s, i))
            or "duration lead" in before
            or _half_follows(s, i + 1)
            or _more(s, (1, unit.name), i + 1)[1] > i + 1
        )
        return ((1, unit.name), i + 1) if led else None
    if "bare vague number" in following.roles:
        return (None, unit.name), i + 2
    if s.joined(i + 1) and s.form(i + 1).startswith("ال") and not following.direction:
        # خلال أيام المعسكر: the days of something
        return None
    if s.joined(i + 1) and s.form(i + 1).endswith(("ته", "ها", "هم", "نا")):
        # قضى سنوات طفولته
        return None
    if word.clitic == "ب" and _counts_from_event(s, i):
        return (None, unit.name), i + 1
    if about or "plural lead" in before or (word.clitic == "ل" and unit.name != "second"):
        return (None, unit.name), i + 1
    return None


def _lasting(s: Stream, i: int) -> bool:
    """استمرت الجلسة ساعة: a verb of lasting, its subject, and how long."""
    for j in range(i - 1, max(-1, i - 6), -1):
        if not s.joined(j + 1) or s.token(j).kind != "word":
            return False
        if "lasting" in s.word(j).roles:
            return True
    return False


def _counts_from_event(s: Stream, i: int) -> bool:
    """قبل انطلاق البطولة بشهر: the length stands behind the event it counts from."""
    for j in range(i - 1, max(-1, i - 10), -1):
        if not s.joined(j + 1) or s.token(j).kind == "punct":
            return False
        if s.word(j).roles & {"before", "after"}:
            return True
    return False


def _half_follows(s: Stream, j: int) -> bool:
    return s.form(j) in ("ونصف", "وربع") and s.joined(j)


def _recent(s: Stream, i: int, first: bool) -> tuple[Amount | Vague, int] | None:
    """Some units around now: الأيام الثلاثة الماضية, and vaguely السنوات الأخيرة."""
    word = s.word(i) if first else s.next(i)
    if not word.definite or word.unit is None or word.unit.count is not None:
        return None
    j = i + 1
    if number := _definite_number(s, j):
        count, j = number
        return (count, word.unit.name), j
    if "vague number" in s.next(j).roles:
        j += 1
    if towards := _towards(s, j):
        value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[towards[0]]
        return Vague("DATE", value), towards[1]
    return None


def _definite_number(s: Stream, j: int) -> tuple[float, int] | None:
    if not s.joined(j) or s.word(j).clitic:
        return None
    if s.form(j) == "ال" or (s.word(j).definite and s.word(j).cardinal):
        return amount(s, j)
    return None


def _towards(s: Stream, j: int) -> tuple[int, int] | None:
    way = s.next(j).direction
    return (way.shift, j + 1) if way and s.word(j).definite and not way.told else None


def _more(s: Stream, one: Amount, j: int) -> tuple[tuple[Amount, ...], int]:
    """What is added to a length: ونصف, و40 دقيقة, وثلاثة أشهر."""
    value, unit = one
    if value is None or value != int(value) or unit not in _HALVES:
        return (one,), j
    word = s.word(j) if s.joined(j) else NOTHING
    if word.clitic == "و" and word.fraction and s.form(j) in ("ونصف", "وربع", "وثلث"):
        size, smaller = _HALVES[unit]
        extra = size * 2 * word.fraction
        if extra == int(extra):
            again = s.next(j + 1).unit
            return (one, (extra, smaller)), j + 1 + (again is not None and again.name == unit)
    k = j + (s.form(j) == "و" and s.joined(j))
    if k > j or word.clitic == "و":
        found = _counted(s, k, True)
        if found and _ORDER.index(found[0][1]) > _ORDER.index(unit) and unit != "week":
            return (one, found[0]), found[1]
    return (one,), j


def offset(s: Stream, i: int) -> tuple[Offset | Length | Vague, int, int] | None:
    """A point counted from now or from what was told; its end, and its first token.

    قبل ثلاثة أيام is a point; in قبل ثلاثة أيام من الانتخابات only the length is a time.
    """
    roles = s.word(i).roles
    sign = -1 if roles & {"before", "before it"} else 1
    if found := _after_that(s, i, sign):
        return (*found, i)
    if roles & {"before it", "after it"}:
        return None
    measured = length(s, i + 1, first=False)
    if measured is None:
        return None
    extent, j = measured
    if isinstance(extent, Vague) or extent.shift:
        return None
    if s.follows(j, "من") and s.follows(j + 1, "الان", "اليوم"):
        j += 2
    elif s.follows(j + s.follows(j, "تماما", "فقط", "تقريبا"), "من", "علي"):
        return extent, j, i + 1
    value, unit = extent.amounts[0]
    if value is None:
        return Vague("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"), j, i
    return Offset(value, unit, sign, mod=extent.mod), j, i


def _after_that(s: Stream, i: int, sign: int) -> tuple[Offset | Vague, int] | None:
    """بعد ذلك بيومين, قبلها بأسبوع."""
    j = i + 1 + ("that" in s.next(i + 1).roles)
    if j == i + 1 and not s.word(i).roles & {"before it", "after it"}:
        return None
    word = s.word(j) if s.joined(j) else NOTHING
    if word.clitic == "ب" and word.unit and not word.definite:
        if word.unit.count is None:
            return Vague("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"), j + 1
        return Offset(word.unit.count, word.unit.name, sign, told=True), j + 1
    if "few" in word.roles and s.next(j + 1).unit:
        return Vague("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"), j + 2
    k = j + (s.form(j) == "ب")
    if k > j or (word.clitic == "ب" and word.cardinal):
        found = _counted(s, k, True)
        if found and found[0][0] is not None:
            return Offset(found[0][0], found[0][1], sign, told=True), found[1]
    return None


def every(s: Stream, i: int, first: bool = True) -> tuple[Every, int] | None:
    """A repetition: يوميا, كل أسبوع, كل ثلاثة أشهر, كل يوم جمعة, مرتين في الشهر."""
    word = s.word(i) if first else s.next(i)
    if word.adverb:
        return Every(1, word.adverb), i + 1
    if "every" in word.roles:
        return _each(s, i + 1)
    if "times" in word.roles and s.follows(i + 1, "في", "كل"):
        unit = s.next(i + 2).unit
        if s.form(i + 1) == "كل":
            return _each(s, i + 2)
        if unit and unit.count == 1 and s.word(i + 2).definite:
            return Every(1, unit.name), i + 3
    return None


def frequency(s: Stream, i: int) -> tuple[Every, int] | None:
    """So many times in a unit: ثلاث مرات في الأسبوع."""
    number = amount(s, i)
    if number is None or "times" not in s.next(number[1]).roles:
        return None
    return every(s, number[1], first=False)


def _each(s: Stream, i: int) -> tuple[Every, int] | None:
    word = s.next(i)
    if word.unit and word.unit.count == 1 and not word.definite:
        weekday = s.next(i + 1).weekday
        if word.unit.name == "day" and weekday:
            return Every(weekday=weekday), i + 2
        if s.follows(i + 1, "وانتم"):
            return None
        return (Every(1, word.unit.name), i + 1) if not word.unit.needs_number else None
    if word.weekday and not word.definite and s.form(i) != "احد":
        return Every(weekday=word.weekday), i + 1
    if (part := s.phrase(i, "part before")) and part[1] == i + 1 and not word.definite:
        return Every(part=part[0]), i + 1
    if word.unit and word.unit.count == 2:
        return Every(2, word.unit.name), i + 1
    number = amount(s, i) if s.joined(i) and not word.clitic else None
    if number and (unit := s.next(number[1]).unit):
        return Every(number[0], unit.name), number[1] + 1
    return None
