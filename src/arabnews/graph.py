"""Who met whom over many articles, as a graph. Needs networkx."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, get_args

from .lexicon import gazetteer as gaz
from .model import ArgumentError, Article, Entity, Meeting, MissingPackageError
from .model.types import Status
from .names.words import Word, read_word
from .text import fold

if TYPE_CHECKING:
    import networkx

_FULL = 2  # words of a full name, particles like بن apart
_PLACES = ("country", "capital", "city", "region")


def meeting_graph(
    articles: Iterable[Article], *, statuses: Collection[Status] = ("held", "ongoing")
) -> networkx.MultiGraph[str]:
    """A graph of who met whom: a node for each party, an edge for each meeting of two parties.

    ``statuses`` are those of the meetings that count. People of several articles are one node only
    if their full names are equal, bodies and countries if the lexicon knows them; everyone else
    («الوزير», «أمير قطر», a surname alone) stays a node of one article, called by name and
    ``[article.id]``. Nodes have name, kind, country and ``articles`` (how many tell of them); edges
    have ``article`` (its position) and status, format, cameo, time, place and occasion where told.
    Who only accompanied is a node with no edge to others who did. Raises ArgumentError for anything
    that is no Article and for unknown statuses, MissingPackageError without networkx.
    """
    counted = _checked(articles, statuses)
    try:
        import networkx
    except ImportError as error:
        raise MissingPackageError(
            "meeting_graph() needs networkx: pip install 'arabnews[graph]'"
        ) from error
    graph: networkx.MultiGraph[str] = networkx.MultiGraph()
    seen: dict[str, str] = {}  # folded full name -> node
    for number, article in enumerate(articles):
        if not isinstance(article, Article):
            raise ArgumentError(
                f"articles[{number}]: expected an Article; got {type(article).__name__}"
            )
        met = [m for m in article.meetings if m.status in counted]
        people = {p.entity.id: p.entity for m in met for p in m.participants}
        nodes = {}
        for entity in people.values():
            nodes[entity.id] = node = _node(entity, number, seen)
            graph.add_node(node, name=entity.name, kind=entity.kind)
            if entity.country is not None:
                graph.nodes[node]["country"] = entity.country
        for node in set(nodes.values()):
            graph.nodes[node]["articles"] = graph.nodes[node].get("articles", 0) + 1
        for meeting in met:
            for one, other in _pairs(meeting):
                if nodes[one.id] != nodes[other.id]:
                    graph.add_edge(nodes[one.id], nodes[other.id], **_told(_facts(number, meeting)))
    return graph


def _checked(articles: object, statuses: object) -> tuple[Status, ...]:
    """The statuses that count; ArgumentError if they or the articles are something else."""
    if isinstance(articles, str | bytes) or not isinstance(articles, Iterable):
        raise ArgumentError(
            f"articles: expected an iterable of Articles; got {type(articles).__name__}"
        )
    known = get_args(Status)
    listed = isinstance(statuses, Iterable) and not isinstance(statuses, str)
    counted = tuple(statuses) if isinstance(statuses, Iterable) else ()
    if not listed or any(status not in known for status in counted):
        raise ArgumentError(
            f"statuses: expected a collection of {', '.join(known)}; got {statuses!r}"
        )
    return counted


def _node(entity: Entity, article: int, seen: dict[str, str]) -> str:
    """What a party is called in the graph; ``seen`` keeps the first spelling of a full name."""
    if not _is_known_anywhere(entity):
        return f"{entity.name} [{article}.{entity.id}]"
    return seen.setdefault(f"{entity.kind} {fold(entity.name)}", entity.name)


def _is_known_anywhere(entity: Entity) -> bool:
    """Whether the name is enough to know a party in another article."""
    words = fold(entity.name).split()
    if not words:
        return False
    if entity.kind == "PERSON":
        return _is_full_name(words)
    known = gaz.phrases().longest(words, 0)
    return known is not None and known.length == len(words)


def _is_full_name(words: Sequence[str]) -> bool:
    """Whether folded words name one person: not «الرجل المسن», «زوجته السابقة», «عبد الله».

    A given name that is a title or a noun as well decides by what follows: أمير حسن, not أمير قطر.
    """
    readings = [read_word(word) for word in words]
    parts = [word for word in readings if not word.particle]
    if len(parts) < _FULL or " ".join(words) in gaz.given_names():
        return False
    first, second = readings[:2]
    noun = _is_noun(first)
    if noun and (first.form.startswith("ال") or not first.given):
        return False
    if not (noun or first.form in gaz.everyday_names()) and (first.given or first.particle):
        return True
    described = _is_noun(second) or second.function or _is_place(words, 1)
    return second.given or not described


def _is_noun(word: Word) -> bool:
    """Whether a word tells what somebody is, has or leads."""
    described = word.common and not word.function
    return bool(described or word.title or word.title_if_named or word.head or word.nationality)


def _is_place(words: Sequence[str], at: int) -> bool:
    known = gaz.phrases().longest(words, at)
    return known is not None and not known.proclitic and known.entry.kind in _PLACES


def _pairs(meeting: Meeting) -> Iterator[tuple[Entity, Entity]]:
    """The pairs that met; two who both only accompanied did not."""
    for one, other in combinations(meeting.participants, 2):
        if not one.role == other.role == "accompanying":
            yield one.entity, other.entity


def _facts(article: int, meeting: Meeting) -> dict[str, str | int | None]:
    return {
        "article": article,
        "status": meeting.status,
        "format": meeting.format,
        "cameo": meeting.cameo,
        "time": meeting.time.value if meeting.time else None,
        "place": meeting.place.name if meeting.place else None,
        "occasion": meeting.occasion.name if meeting.occasion else None,
    }


def _told(facts: dict[str, str | int | None]) -> dict[str, str | int]:
    """The facts without those not told, which file formats of graphs have no value for."""
    return {name: value for name, value in facts.items() if value is not None}
