"""Cases and resolutions as JSON objects, and back; each says its schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias, TypeVar

from guardrails.escalation.case import Escalation, Resolution, State
from guardrails.types import ConstitutionRef, Source, Text

__all__ = ["CASE_SCHEMA", "RESOLUTION_SCHEMA", "as_json", "case_of", "dumps", "resolution_of"]

CASE_SCHEMA = "guardrails.escalation/1"
RESOLUTION_SCHEMA = "guardrails.resolution/1"

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
T = TypeVar("T")


def dumps(value: Escalation | Resolution) -> bytes:
    """One indented JSON object; a lone surrogate in a text is kept as its escape."""
    written = _case(value) if isinstance(value, Escalation) else _resolution(value)
    return json.dumps(written, indent=1).encode("ascii") + b"\n"


def as_json(case: Escalation) -> dict[str, Json]:
    """The case with its state and, once there is one, its resolution: what people and programs are shown."""
    return {
        **_case(case),
        "state": case.state.value,
        "resolution": None if case.resolution is None else _resolution(case.resolution),
    }


def case_of(content: bytes) -> Escalation:
    """The pending case in *content*. ``ValueError``, which never quotes it, when there is none."""
    fields = _fields(content, CASE_SCHEMA)
    return Escalation(
        id=_string(fields, "id"),
        call_id=_string(fields, "call_id"),
        created=_time(fields, "created"),
        constitution=_optional(fields, "constitution", _constitution),
        tenant=_optional(fields, "tenant", _string),
        model=_optional(fields, "model", _string),
        reasons=_strings(fields, "reasons"),
        principles=_strings(fields, "principles"),
        attributes=_strings(fields, "attributes"),
        request=_texts(fields, "request"),
        draft=_texts(fields, "draft"),
        unfit=_strings(fields, "unfit"),
        decisions=_count(fields, "decisions"),
    )


def resolution_of(content: bytes) -> Resolution:
    """The resolution in *content*. ``ValueError``, which never quotes it, when there is none."""
    fields = _fields(content, RESOLUTION_SCHEMA)
    name = _string(fields, "state")
    if name == State.PENDING or name not in set(State):
        raise ValueError("its state is none that a case can be resolved to")
    return Resolution(
        state=State(name),
        by=_string(fields, "by"),
        at=_time(fields, "at"),
        note=_string(fields, "note"),
        answer=_texts(fields, "answer"),
    )


def _case(case: Escalation) -> dict[str, Json]:
    ref = case.constitution
    return {
        "schema": CASE_SCHEMA,
        "id": case.id,
        "call_id": case.call_id,
        "created": _utc(case.created),
        "constitution": None if ref is None else {"name": ref.name, "version": ref.version, "digest": ref.digest},
        "tenant": case.tenant,
        "model": case.model,
        "reasons": case.reasons,
        "principles": case.principles,
        "attributes": case.attributes,
        "request": [_text(text) for text in case.request],
        "draft": [_text(text) for text in case.draft],
        "unfit": case.unfit,
        "decisions": case.decisions,
    }


def _resolution(resolution: Resolution) -> dict[str, Json]:
    return {
        "schema": RESOLUTION_SCHEMA,
        "state": resolution.state.value,
        "by": resolution.by,
        "at": _utc(resolution.at),
        "note": resolution.note,
        "answer": [_text(text) for text in resolution.answer],
    }


def _text(text: Text) -> dict[str, Json]:
    return {"path": text.path, "source": text.source.value, "text": text.text}


def _utc(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _fields(content: bytes, schema: str) -> Mapping[str, Json]:
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(fields, dict) or fields.get("schema") != schema:
        raise ValueError(f"it does not say that it is {schema}")
    return fields


def _string(fields: Mapping[str, Json], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise ValueError(f"its field {name!r} is no string")
    return value


def _count(fields: Mapping[str, Json], name: str) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"its field {name!r} is no count")
    return value


def _time(fields: Mapping[str, Json], name: str) -> datetime:
    try:
        time = datetime.fromisoformat(_string(fields, name))
    except ValueError:
        time = None
    if time is None or time.utcoffset() is None:
        raise ValueError(f"its field {name!r} is no time with a zone")
    return time.astimezone(UTC)


def _optional(fields: Mapping[str, Json], name: str, read: Callable[[Mapping[str, Json], str], T]) -> T | None:
    return None if fields.get(name) is None else read(fields, name)


def _items(fields: Mapping[str, Json], name: str) -> list[Json]:
    value = fields.get(name)
    if not isinstance(value, list):
        raise ValueError(f"its field {name!r} is no list")
    return value


def _strings(fields: Mapping[str, Json], name: str) -> tuple[str, ...]:
    return tuple(_string({name: item}, name) for item in _items(fields, name))


def _texts(fields: Mapping[str, Json], name: str) -> tuple[Text, ...]:
    return tuple(_read_text(item, name) for item in _items(fields, name))


def _read_text(item: Json, name: str) -> Text:
    if not isinstance(item, Mapping) or item.get("source") not in set(Source):
        raise ValueError(f"an item of its field {name!r} is no text")
    return Text(path=_string(item, "path"), text=_string(item, "text"), source=Source(_string(item, "source")))


def _constitution(fields: Mapping[str, Json], name: str) -> ConstitutionRef:
    value = fields[name]
    if not isinstance(value, Mapping):
        raise ValueError(f"its field {name!r} names no constitution")
    return ConstitutionRef(
        name=_string(value, "name"), version=_string(value, "version"), digest=_string(value, "digest")
    )
