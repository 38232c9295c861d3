"""Event codes of CAMEO 1.1b3 (Schrodt 2012), chapter 04 CONSULT and code 036.

036 Express intent to meet or negotiate; 040 Consult, not specified below; 041 Discuss by telephone;
042 Make a visit; 043 Host a visit; 044 Meet at a "third" location; 045 Mediate; 046 Engage in
negotiation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import gazetteer as gaz
from ..model import Participant
from ..text import fold
from .merging import DraftMeeting


def code(meeting: DraftMeeting, participants: Sequence[Participant]) -> str:
    """The code of an encounter; one that did not take place has that of the intent, 036."""
    roles = {p.role for p in participants}
    senses = meeting.senses
    if meeting.status not in ("held", "ongoing"):
        return "036"
    if meeting.format == "phone":
        return "041"
    if "mediator" in roles:
        return "045"
    if "negotiate" in senses:
        return "046"
    if "receive" in senses:
        return "043"
    if "visit" in senses:
        return "042"
    return "044" if _is_third(meeting, participants) else "040"


def _is_third(meeting: DraftMeeting, participants: Sequence[Participant]) -> bool:
    """Whether the place lies in a country none of the parties is of."""
    if meeting.place is None:
        return False
    forms = fold(meeting.place.name).split()
    match = gaz.phrases().longest(forms, 0)
    countries = {p.entity.country for p in participants}
    return (
        match is not None
        and match.entry.country is not None
        and None not in countries
        and match.entry.country not in countries
    )
