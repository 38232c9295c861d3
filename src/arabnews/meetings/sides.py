"""Where a clause tells its parties, whatever word tells of the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.types import Role
from ..names import Draft
from ..text import fold
from .clauses import Chunk
from .people import PartyFinder
from .triggers import lemmas, words

_NEIGHBOURS = 3


class Sides:
    """Finds what verbs and nouns of meeting share: fronted subjects, pronouns, who invited."""

    def __init__(self, forms: Sequence[str], people: PartyFinder) -> None:
        self._forms = forms
        self._people = people

    def fronted(self, before: Sequence[Chunk]) -> Chunk | None:
        """A subject before its verb: إن الرئيس سيلتقي, الرئيس يستقبل."""
        for chunk in before:
            place = len(chunk.phrases) == 1 and chunk.phrases[0].kind == "PLACE"
            if chunk.kind in ("party", "sides") and not chunk.prep and not place:
                return chunk
        return None

    def is_leg(self, chunks: Sequence[Chunk], n: int) -> bool:
        """«التقى السفير في عمان، والملك في بغداد»: one more partner, and where he was met."""
        chunk = chunks[n] if 1 < n < len(chunks) else None
        if chunk is None or chunk.kind != "party" or chunk.prep or not chunk.phrases[0].skip:
            return False
        comma = self._forms[chunks[n - 1].start] in ("،", ",")
        joined = self._forms[chunk.start].startswith("و")
        there = any(c.kind == "place" for c in chunks[n + 1 : n + 1 + _NEIGHBOURS])
        return comma and joined and chunks[n - 2].kind == "place" and there

    def leg_end(self, chunks: Sequence[Chunk], k: int, right: int) -> int:
        """Where the circumstances of the meeting told at ``k`` end, before those of the next."""
        return next((n - 1 for n in range(k + 1, right) if self.is_leg(chunks, n)), right)

    def partner_pronoun(self, near: Sequence[Chunk], takes_b: bool = False) -> str | None:
        """«اجتمع بها», «بحث معه», «عقد معه اجتماعا»: the pronoun that stands for the partner."""
        for chunk in near[:_NEIGHBOURS]:
            form = self._forms[chunk.start]
            for pronoun in ("ها", "ه"):
                stem = form.removesuffix(pronoun)
                if stem != form and (stem == "مع" or (stem == "ب" and takes_b)):
                    return pronoun
        return None

    def inviters(self, after: Sequence[Chunk]) -> dict[Draft, Role]:
        """«تلبية لدعوة من الملك»: who invites is the host."""
        for n, chunk in enumerate(after):
            if self._forms[chunk.start] in words("invitation"):
                for other in after[n + 1 : n + 1 + _NEIGHBOURS]:
                    if other.kind == "party" and other.prep in ("", "من"):
                        return dict.fromkeys(self._people.of_chunk(other), "host")
        return {}

    def people_of(self, chunks: Sequence[Chunk]) -> tuple[Draft, ...]:
        """The entities of several chunks."""
        return tuple(d for c in chunks for d in self._people.of_chunk(c))


def is_guest(party: Draft) -> bool:
    """Whether one can be received: persons, groups, delegations."""
    return party.kind in ("PERSON", "GROUP") or fold(party.head) in words("delegations")


def gathers(chunk: Chunk) -> bool:
    """Whether a verb has the parties for its objects: جمع اللقاء بين."""
    return chunk.verb is not None and chunk.verb.lemma in lemmas("gathering")


def is_of_places(chunk: Chunk) -> bool:
    """Whether a party chunk tells places only: cities, countries."""
    return bool(chunk.phrases) and all(p.kind == "PLACE" for p in chunk.phrases)


def is_one(party: Draft) -> bool:
    """Whether a party is a single person."""
    return party.kind == "PERSON" and party.number == "s"


def is_personal(chunk: Chunk) -> bool:
    """Whether persons are meant, not a body or a place: with ب these are where one met."""
    return all(
        p.kind in ("PERSON", "GROUP") or fold(p.head) in words("bodies") for p in chunk.phrases
    )
