"""One encounter once: the mentions of a page joined by parties, time and status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from attrs import Factory, define

from ..model import Phrase, Span, TimeExpression
from ..model.types import Format, Role, Status
from ..names import Draft
from .circumstances import day_of
from .roles import Telling
from .triggers import Sense

_AHEAD: tuple[Status, ...] = ("planned", "proposed")
_BY_STRENGTH: tuple[Status, ...] = ("held", "ongoing", "planned", "proposed")
_UNDONE: tuple[Status, ...] = ("cancelled", "postponed", "refused")


@define(eq=False)
class DraftMeeting:
    """An encounter in the making: its parties with their roles, and what its mentions tell.

    ``others`` are those who were there, or brought the parties together.

    Of two mentions that tell the same thing the first one counts, but one that names parties
    goes before one that refers back, and a time on the calendar before a vague one.
    """

    parties: dict[Draft, Role] = Factory(dict)
    others: dict[Draft, Role] = Factory(dict)
    tellings: list[Telling] = Factory(list)
    senses: set[Sense] = Factory(set)
    statuses: set[Status] = Factory(set)
    undone: Status | None = None
    undecided: bool = True
    only_headline: bool = True
    ahead: bool = False
    _best: dict[str, tuple[int, Any]] = Factory(dict)

    @property
    def everybody(self) -> dict[Draft, Role]:
        """The parties, then the others."""
        return self.parties | {d: r for d, r in self.others.items() if d not in self.parties}

    @property
    def status(self) -> Status:
        """What became of it, all mentions considered."""
        if self.undone is not None:
            return self.undone
        for status in _BY_STRENGTH:
            if status in self.statuses:
                return status
        return "planned" if self.ahead else "held"

    @property
    def time(self) -> TimeExpression | None:
        """When."""
        return cast("TimeExpression | None", self._told("time"))

    @property
    def place(self) -> Phrase | None:
        """Where."""
        return cast("Phrase | None", self._told("place"))

    @property
    def occasion(self) -> Phrase | None:
        """The gathering it took place at."""
        return cast("Phrase | None", self._told("occasion"))

    @property
    def duration(self) -> TimeExpression | None:
        """How long it took."""
        return cast("TimeExpression | None", self._told("duration"))

    @property
    def format(self) -> Format:
        """In person unless a mention says otherwise."""
        return cast("Format", self._told("format") or "in_person")

    @property
    def topics(self) -> tuple[Phrase, ...]:
        """What was talked about, each phrase once."""
        return tuple(dict.fromkeys(p for t in self.tellings for p in t.topics))

    @property
    def outcome(self) -> Phrase | None:
        """What came of it, where the first mention that tells it says so."""
        return next((t.outcome for t in self.tellings if t.outcome is not None), None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All mentions, by offset."""
        return tuple(sorted({t.span for t in self.tellings}))

    def add(self, telling: Telling) -> None:
        """One more mention; what it tells is taken over where nothing better is known."""
        self.tellings.append(telling)
        self.senses.add(telling.sense)
        if telling.status in _UNDONE:
            self.undone = self.undone or telling.status
        elif telling.status is not None and telling.parties:
            self.statuses.add(telling.status)
        self.ahead = self.ahead or (telling.future and bool(telling.parties))
        self.undecided = self.undecided and telling.status is None and not telling.future
        if self._is_one_of_several(telling):
            self.parties = {}  # «استقبل السفيرة ووفدا» in a headline are two meetings
        self.only_headline = self.only_headline and (telling.headline or len(telling.parties) < 2)
        if len(telling.parties) > 1 or not self.parties:
            for party, role in telling.parties.items():
                if role != "party" or party not in self.parties:
                    self.parties[party] = role
        for person, role in telling.others.items():
            self.others.setdefault(person, role)
        rank = 0 if telling.parties else 1
        for name in ("place", "occasion", "duration", "format"):
            if name != "place" or telling.sense != "visit" or len(telling.parties) > 1:
                self._keep(name, getattr(telling, name), rank - telling.same)
        vague = telling.time is not None and telling.time.begin is None
        self._keep("time", telling.time, rank + 2 * vague)

    def _is_one_of_several(self, telling: Telling) -> bool:
        parties = set(telling.parties)
        return (
            self.only_headline
            and not telling.headline
            and len(parties) > 1
            and parties < set(self.parties)
        )

    def _keep(self, name: str, value: object, rank: int) -> None:
        if value is not None and (name not in self._best or rank < self._best[name][0]):
            self._best[name] = (rank, value)

    def _told(self, name: str) -> object:
        return self._best[name][1] if name in self._best else None


def merge(tellings: Iterable[Telling]) -> list[DraftMeeting]:
    """The encounters that mentions in the order of the text tell of."""
    found: list[DraftMeeting] = []
    recent: list[DraftMeeting] = []  # the encounter spoken of last stands last
    waiting: list[Telling] = []
    for telling in tellings:
        match = next((m for m in reversed(recent) if _fits(telling, m)), None)
        if match is None and _stands_alone(telling):
            match = DraftMeeting()
            found.append(match)
        elif match is None:
            if telling.parties:
                waiting.append(telling)
            continue
        match.add(telling)
        recent = [m for m in recent if m is not match] + [match]
    for telling in waiting:
        match = next((m for m in found if _fits(telling, m)), None)
        if match is None and telling.speaker is not None:
            telling.parties.setdefault(telling.speaker, "party")
            match = next((m for m in found if _fits(telling, m)), None)
            if match is None and _stands_alone(telling):
                match = DraftMeeting()
                found.append(match)
        if match is not None:
            match.add(telling)
    return _without_sums(_without_headlines(found))


def _stands_alone(telling: Telling) -> bool:
    """Whether a mention tells enough to be a meeting: two parties, persons or known bodies."""
    parties = telling.parties
    persons = any(d.kind in ("PERSON", "GROUP") for d in parties)
    bodies = all(d.kind == "ORGANISATION" and d.definite for d in parties)
    # countries and capitals stand for whoever met only where a day is told: محادثات موسكو وواشنطن
    dated = telling.time is not None and telling.status is not None and not telling.definite
    known = any(d.named or d.definite for d in parties)
    return len(parties) > 1 and (persons or bodies or dated) and known


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
    if telling.same or (telling.sense == "talk" and telling.format is None):
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
    if meeting.undecided or ahead == (not held) or telling.headline or meeting.only_headline:
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


def _without_headlines(meetings: Sequence[DraftMeeting]) -> list[DraftMeeting]:
    """Headlines that tell with offices (وزير يلتقي نظيره) what the body tells with names."""
    kept = []
    for meeting in meetings:
        full = None
        if meeting.only_headline and any(not d.named for d in meeting.parties):
            full = next((m for m in meetings if _is_full_form(m, meeting)), None)
        if full is None:
            kept.append(meeting)
        else:
            full.tellings += meeting.tellings
    return kept


def _is_full_form(meeting: DraftMeeting, headline: DraftMeeting) -> bool:
    """Whether a meeting of the body can be the one of a headline: who is named there is here."""
    if meeting.only_headline or len(meeting.parties) < len(headline.parties):
        return False
    unnamed = [d for d in headline.parties if d not in meeting.parties]
    others = [d for d in meeting.parties if d not in headline.parties]
    return len(unnamed) <= len(others) and all(
        not d.named and any(_can_be(d, other) for other in others) for d in unnamed
    )


def _can_be(unnamed: Draft, other: Draft) -> bool:
    return (unnamed.kind, unnamed.gender, unnamed.number) == (
        other.kind,
        other.gender,
        other.number,
    ) and (None in (unnamed.country, other.country) or unnamed.country == other.country)


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
                for telling in meeting.tellings:
                    part.tellings.append(telling)
        else:
            kept.append(meeting)
    return kept
