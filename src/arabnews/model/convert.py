"""Articles to and from plain dicts and JSON, exactly.

Two things differ from the attributes: a span is written flat (``start`` and ``end`` beside the
other fields; the interval of a time as ``interval``), and an entity that is referred to is written
as its ``id`` and ``name`` and stands in full only under ``entities``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import cattrs
from attrs import fields

from .errors import ArgumentError
from .types import (
    Article,
    Cue,
    Entity,
    Participant,
    Phrase,
    Quote,
    Segment,
    TextWarning,
    TimeExpression,
)

_FLAT = (TimeExpression, Phrase, Cue, Quote, Segment, TextWarning)


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain dicts, lists, strings and numbers."""
    data: dict[str, Any] = _converter.unstructure(article)
    data["entities"] = [_plain_entity(e) for e in article.entities]
    return data


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that ``to_dict`` made the dict from."""
    try:
        entities = [_converter.structure(e, Entity) for e in data["entities"]]
        return _converter.structure(_with_entities(dict(data), entities), Article)
    except ArgumentError:
        raise
    except Exception as error:  # cattrs raises groups of many kinds for one malformed dict
        if (broken := _invariant(error)) is not None:
            raise broken from error
        found = "; ".join(cattrs.transform_error(error, path="article"))
        raise ArgumentError(f"expected a dict as made by Article.to_dict(): {found}") from error


def _invariant(error: BaseException) -> ArgumentError | None:
    """The broken invariant that a group of errors is about, if it is one."""
    if isinstance(error, ArgumentError):
        return error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return next((found for e in inner if (found := _invariant(e)) is not None), None)


def to_json(article: Article, *, indent: int | None = None) -> str:
    """The article as JSON."""
    return json.dumps(to_dict(article), ensure_ascii=False, indent=indent)


def from_json(data: str | bytes) -> Article:
    """The article that ``to_json`` made the JSON from."""
    try:
        plain = json.loads(data)
    except (ValueError, TypeError, RecursionError) as error:
        raise ArgumentError(f"expected JSON as made by Article.to_json(): {error}") from error
    return from_dict(plain)


def _plain_entity(entity: Entity) -> dict[str, Any]:
    data = {a.name: getattr(entity, a.name) for a in fields(Entity)}
    data["aliases"] = list(entity.aliases)
    data["mentions"] = [_converter.unstructure(s) for s in entity.mentions]
    return data


def _with_entities(data: Any, entities: list[Entity]) -> Any:
    """A copy of the dict in which references to entities are the entities themselves."""
    if isinstance(data, Mapping):
        if data.keys() == {"id", "name"}:
            return _referred(data, entities)
        return {
            key: entities if key == "entities" else _with_entities(value, entities)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_with_entities(value, entities) for value in data]
    return data


def _referred(data: Mapping[str, Any], entities: list[Entity]) -> Entity:
    number = data["id"]
    if isinstance(number, int) and 0 <= number < len(entities):
        entity = entities[number]
        if entity.name == data["name"]:
            return entity
    raise ArgumentError(f"entity {number} {data['name']!r} is not among the entities")


def _flatten(converter: cattrs.Converter, cls: type[Any]) -> None:
    """Write the span of a class flat as start and end, and read it back."""
    make = cattrs.gen.make_dict_unstructure_fn(cls, converter)
    read = cattrs.gen.make_dict_structure_fn(cls, converter)

    def unstructure(item: Any) -> dict[str, Any]:
        data = make(item)
        span = data.pop("span")
        if cls is TimeExpression:
            data["interval"] = [data.pop("begin"), data.pop("end")]
        return {"start": None, "end": None, **(span or {}), **data}

    def structure(data: Mapping[str, Any], _: Any) -> Any:
        if isinstance(data, cls):
            return data
        rest = dict(data)
        start, end = rest.pop("start"), rest.pop("end")
        if cls is TimeExpression:
            rest["begin"], rest["end"] = rest.pop("interval")
        rest["span"] = None if start is None else {"start": start, "end": end}
        return read(rest, cls)

    converter.register_unstructure_hook(cls, unstructure)
    converter.register_structure_hook(cls, structure)


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(date, lambda v, _: date.fromisoformat(v))
    converter.register_structure_hook_func(
        lambda cls: cls == date | datetime | None, lambda v, _: _read_moment(v)
    )
    converter.register_unstructure_hook(Entity, lambda e: {"id": e.id, "name": e.name})
    read_entity = cattrs.gen.make_dict_structure_fn(Entity, converter)
    converter.register_structure_hook(
        Entity, lambda v, cls: v if isinstance(v, Entity) else read_entity(v, cls)
    )
    for cls in _FLAT:
        _flatten(converter, cls)
    plain_participant = cattrs.gen.make_dict_unstructure_fn(Participant, converter)
    converter.register_unstructure_hook(
        Participant, lambda p: {"name": p.entity.name, **plain_participant(p)}
    )
    return converter


def _read_moment(value: str | None) -> date | datetime | None:
    if value is None:
        return None
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


_converter = _make_converter()
