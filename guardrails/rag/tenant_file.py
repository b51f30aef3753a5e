"""A tenant in a JSON file: its id, the schema of its records and its own names; every mistake with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Final

from guardrails.errors import GuardrailsError, did_you_mean
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import Entity, Field, FieldKind, RecordSchema

__all__ = ["read_tenant", "tenant_of_json"]

_TENANT: Final = ("tenant", "id", "fields", "protected", "entities")
_FIELD: Final = ("path", "kind", "searchable", "filterable", "aliases", "attribute")
_ENTITY: Final = ("id", "name", "aliases", "kind")


def read_tenant(path: str | PathLike[str]) -> Tenant:
    """The tenant in the file at *path*. ``GuardrailsError`` names the file and the place in it."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise GuardrailsError(f"{path}: {(error.strerror or 'not readable').lower()}") from None
    except (UnicodeDecodeError, RecursionError):
        raise GuardrailsError(f"{path}: this is no UTF-8 text with JSON in it") from None
    except json.JSONDecodeError as error:
        raise GuardrailsError(f"{path}:{error.lineno}:{error.colno}: this is no JSON: {error.msg.lower()}") from None
    try:
        return tenant_of_json(data)
    except GuardrailsError as error:
        raise GuardrailsError(f"{path}: {error}") from None


def tenant_of_json(data: Any) -> Tenant:
    """The tenant that decoded JSON describes::

        {"tenant": "shop", "id": "sku", "fields": [{"path": "color", "kind": "category", "filterable": true}],
         "protected": ["unionMember"], "entities": [{"id": "7", "name": "Black & Decker"}]}

    ``GuardrailsError`` for what does not fit.
    """
    given = _object(data, "", _TENANT)
    fields = tuple(_field(one, f"/fields/{at}") for at, one in enumerate(_list(given.get("fields", []), "/fields")))
    entities = (_entity(one, f"/entities/{at}") for at, one in enumerate(_list(given.get("entities", []), "/entities")))
    schema = RecordSchema(
        id=_text(given, "id", ""), fields=fields, protected=_texts(given.get("protected", []), "/protected")
    )
    return Tenant(id=_text(given, "tenant", ""), schema=schema, entities=tuple(entities))


def _field(data: Any, place: str) -> Field:
    given = _object(data, place, _FIELD)
    kind = _text(given, "kind", place)
    kinds = [one.value for one in FieldKind]
    if kind not in kinds:
        hint = did_you_mean(kind, kinds) or f"known: {', '.join(kinds)}"
        raise GuardrailsError(f"{place}/kind: no such kind of field; {hint}")
    attribute = _text(given, "attribute", place) if "attribute" in given else None
    return Field(
        path=_text(given, "path", place),
        kind=FieldKind(kind),
        searchable=_flag(given, "searchable", place),
        filterable=bool(_flag(given, "filterable", place)),
        aliases=_texts(given.get("aliases", []), f"{place}/aliases"),
        attribute=attribute,
    )


def _entity(data: Any, place: str) -> Entity:
    given = _object(data, place, _ENTITY)
    kind = _text(given, "kind", place) if "kind" in given else ""
    aliases = _texts(given.get("aliases", []), f"{place}/aliases")
    return Entity(id=_text(given, "id", place), name=_text(given, "name", place), aliases=aliases, kind=kind)


def _object(data: Any, place: str, known: Iterable[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise GuardrailsError(f"{place or '/'}: an object is wanted here")
    for key in data:
        if key not in known:
            hint = did_you_mean(str(key), known) or f"known: {', '.join(known)}"
            raise GuardrailsError(f"{place}/{str(key)[:40]}: no such key; {hint}")
    return data


def _text(given: Mapping[str, Any], key: str, place: str) -> str:
    value = given.get(key)
    if not isinstance(value, str) or not value.strip():
        raise GuardrailsError(f"{place}/{key}: a text is wanted here")
    return value


def _flag(given: Mapping[str, Any], key: str, place: str) -> bool | None:
    value = given.get(key)
    if value is not None and not isinstance(value, bool):
        raise GuardrailsError(f"{place}/{key}: true or false is wanted here")
    return value


def _list(data: Any, place: str) -> list[Any]:
    if not isinstance(data, list):
        raise GuardrailsError(f"{place}: a list is wanted here")
    return data


def _texts(data: Any, place: str) -> tuple[str, ...]:
    if not all(isinstance(one, str) for one in _list(data, place)):
        raise GuardrailsError(f"{place}: a list of texts is wanted here")
    return tuple(data)
