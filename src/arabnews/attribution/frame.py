"""A frame: one cue with its clause, as the finders hand it on."""

from __future__ import annotations

from attrs import define

from ..model.types import CueForm
from ..names import Phrase
from .cues import CueReading
from .openings import OpeningKind


@define(eq=False)
class Frame:
    """One cue with its clause. ``content`` is the first token of what is said.

    ``opening`` tells what leads into it; "before" stands for content that precedes the cue and
    ``content`` is then the token after its last. ``preverbal`` marks a speaker in front of the
    verb, ``pronoun`` one told by a pronoun (وفقا له). ``resumes`` is the opening mark of the
    second part of a quotation that the cue interrupts.
    """

    cue: range
    lemma: str
    act: str
    form: CueForm
    opening: OpeningKind
    content: int
    gender: str | None = None
    number: str = "s"
    speaker: Phrase | None = None
    relay: Phrase | None = None
    pronoun: bool = False
    preverbal: bool = False
    medium: range | None = None
    addressee: range | None = None
    resumes: int | None = None


@define(eq=False)
class Dropped:
    """A word that could have been a cue, by its token, and why it was none."""

    at: int
    lemma: str
    reason: str


def verb_frame(
    cue: range,
    reading: CueReading,
    opening: OpeningKind,
    content: int,
    speaker: Phrase | None = None,
    relay: Phrase | None = None,
) -> Frame:
    """The frame of a verb or participle."""
    verb, gender, number = reading.verb, reading.gender, reading.number
    return Frame(
        cue, verb.lemma, verb.act, reading.form, opening, content, gender, number, speaker, relay
    )
