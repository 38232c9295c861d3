"""One encounter once: the mentions of a page joined by parties, time and status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import Factory, define

from ..model import Phrase, Span, TimeExpression
from ..model.types import Format, Role, Status
from ..names import Draft
from .circumstances import day_of
from .roles import Telling
from .triggers import Sense

_AHEAD: tuple[Status, ...] = ("planned", "proposed")
_UNDONE: tuple[Status, ...] = ("cancelled", "postponed", "refused")


@define
class DraftMeeting:
    """An encounter in the making: its parties with their roles, and all its mentions."""

    parties: dict[Draft, Role]
    tellings: list[Telling] = Factory(list)

    @property
    def status(self) -> Status:
        """What became of it, all mentions considered."""
        told = [t.status for t in self.tellings if t.status is not None]
        for status in _UNDONE:
            if status in told:
                return status
        own = [t.status for t in self.tellings if t.parties and t.status is not None]
        for status in ("held", "ongoing", "planned", "proposed"):
            if status in own:
                return status
        ahead = any(t.future for t in self.tellings if t.parties)
        return "planned" if ahead else "held"

    @property
    def time(self) -> TimeExpression | None:
        """When: the first point on the calendar a mention gives, else a vaguer time."""
        told = [t.time for t in self._by_weight() if t.time is not None]
        vague = [t for t in told if t.begin is None]
        return next((t for t in told if t.begin is not None), vague[0] if vague else None)

    @property
    def place(self) -> Phrase | None:
        """Where, as the first mention that tells it has it."""
        return next((t.place for t in self._by_weight() if t.place is not None), None)

    @property
    def occasion(self) -> Phrase | None:
        """The gathering it took place at."""
        return next((t.occasion for t in self._by_weight() if t.occasion is not None), None)

    @property
    def duration(self) -> TimeExpression | None:
        """How long it took."""
        return next((t.duration for t in self._by_weight() if t.duration is not None), None)

    @property
    def topics(self) -> tuple[Phrase, ...]:
        """What was talked about, each phrase once."""
        return tuple(dict.fromkeys(p for t in self.tellings for p in t.topics))

    @property
    def format(self) -> Format:
        """In person unless a mention says otherwise."""
        return next((t.format for t in self.tellings if t.format is not None), "in_person")

    @property
    def senses(self) -> frozenset[Sense]:
        """What the mentions call it."""
        return frozenset(t.sense for t in self.tellings)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All mentions, by offset."""
        return tuple(sorted({t.span for t in self.tellings}))

    def add(self, telling: Telling) -> None:
        """One more mention; parties and roles it tells are taken over."""
        self.tellings.append(telling)
        if len(telling.parties) > 1:
            for party, role in telling.parties.items():
                if role != "party" or party not in self.parties:
                    self.parties[party] = role

    def _by_weight(self) -> list[Telling]:
        """Mentions that name parties first."""
        return sorted(self.tellings, key=lambda t: not t.parties)


def merge(tellings: Iterable[Telling]) -> list[DraftMeeting]:
    """The encounters that mentions in the order of the text tell of."""
    found: list[DraftMeeting] = []
    recent: list[DraftMeeting] = []  # the encounter spoken of last stands last
    waiting: list[Telling] = []
    for telling in tellings:
        match = next((m for m in reversed(recent) if _fits(telling, m)), None)
        if match is None and _stands_alone(telling):
            match = DraftMeeting(dict(telling.parties))
            found.append(match)
        elif match is None:
            if telling.parties:
                waiting.append(telling)
            continue
        match.add(telling)
        recent = [m for m in recent if m is not match] + [match]
    for telling in waiting:
        match = next((m for m in found if _fits(telling, m)), None)
        if match is not None:
            match.add(telling)
    return _without_sums(found)


def _stands_alone(telling: Telling) -> bool:
    """Whether a mention tells enough to be a meeting: two parties, one of them of persons."""
    parties = telling.parties
    return (
        len(parties) > 1
        and any(d.kind in ("PERSON", "GROUP") for d in parties)
        and any(d.named or d.definite for d in parties)
    )


def _fits(telling: Telling, meeting: DraftMeeting) -> bool:
    return (
        _parties_fit(telling, meeting)
        and _times_fit(telling, meeting)
        and _formats_fit(telling, meeting)
        and _status_fits(telling, meeting)
    )


def _parties_fit(telling: Telling, meeting: DraftMeeting) -> bool:
    told, known = set(telling.parties), set(meeting.parties)
    if len(told) < 2:
        return told <= known and (bool(told) or telling.definite)
    return told <= known or known <= told


def _times_fit(telling: Telling, meeting: DraftMeeting) -> bool:
    one, other = _days(telling.time), _days(meeting.time)
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def _formats_fit(telling: Telling, meeting: DraftMeeting) -> bool:
    if telling.sense == "talk" and telling.format is None:
        return True
    if telling.sense == "call" or telling.format is not None:
        return meeting.format == (telling.format or "phone")
    return meeting.format == "in_person" or not telling.parties


def _status_fits(telling: Telling, meeting: DraftMeeting) -> bool:
    held = meeting.status in ("held", "ongoing")
    timed = (
        telling.time is not None
        and meeting.time is not None
        and (telling.time.value == meeting.time.value)
    )
    if telling.again and held and not timed:
        return False
    if telling.status in _UNDONE or (telling.status is None and not telling.future):
        return True
    if not telling.parties:
        return telling.status is None or (telling.status in _AHEAD) != held
    ahead = telling.status in _AHEAD or telling.future
    undecided = all(t.status is None and not t.future for t in meeting.tellings)
    if (
        undecided
        or ahead == (not held)
        or telling.headline
        or all(t.headline for t in meeting.tellings)
    ):
        return True
    if timed or _same_occasion(telling, meeting):
        return True
    if ahead:
        return telling.earlier and telling.time is None
    return False


def _same_occasion(telling: Telling, meeting: DraftMeeting) -> bool:
    one, other = telling.occasion, meeting.occasion
    if one is None or other is None:
        return False
    words, others = set(one.name.split()), set(other.name.split())
    return bool(words & others) or len(words) == 1 or len(others) == 1


def _days(time: TimeExpression | None) -> tuple[date, date] | None:
    if time is None or time.begin is None:
        return None
    first = day_of(time.begin)
    last = day_of(time.end) or first
    assert first is not None
    assert last is not None
    return first, last


def _without_sums(meetings: Sequence[DraftMeeting]) -> list[DraftMeeting]:
    """Without «an early meeting of A with B and C» where A with B and A with C are told too."""
    kept = []
    for meeting in meetings:
        parts = [
            m
            for m in meetings
            if m is not meeting and set(m.parties) < set(meeting.parties) and len(m.parties) > 1
        ]
        covered = {p for m in parts for p in m.parties}
        if len(parts) > 1 and covered == set(meeting.parties):
            for part in parts:
                part.tellings += meeting.tellings
        else:
            kept.append(meeting)
    return kept
