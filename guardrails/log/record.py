"""A decision as it is logged: what was decided, where and why, and never the text it was decided about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeAlias

from guardrails.quick import quick
from guardrails.types import Action, ConstitutionRef, Decision, Source, Status

__all__ = ["SCHEMA", "Json", "Record", "as_json", "from_json", "records_of"]

SCHEMA = "guardrails.decision/1"

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

# Names and pointers are short; anything longer is somebody's text in the wrong field.
_MAX_NAME = 512
_MAX_INT = 2**63 - 1
_STATUS = {status: status.value for status in Status}
_SOURCE = {source: source.value for source in Source}
_ACTION = {action: action.name.lower() for action in Action}


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of the decision log. *time* is aware and in UTC; *seq* counts the decisions of one call from 0.

    *span* is ``[start, end)`` in the text at *path* as it was before this decision. *path* is a JSON Pointer and ends
    where a pointer into a nested JSON string would begin, because the keys inside may be user data. *by* names the
    person who decided about a held call, as it was given; it stands in a line only where there is one. So does *text*,
    which is kept only where the constitution asks for it.
    """

    id: str
    call_id: str
    seq: int
    time: datetime
    layer: str
    action: Action
    status: Status
    reason: str
    constitution: ConstitutionRef | None = None
    source: Source | None = None
    rule: str | None = None
    principle: str | None = None
    attribute: str | None = None
    span: tuple[int, int] | None = None
    path: str = ""
    model: str | None = None
    tokens: int | None = None
    duration_ms: float | None = None
    tenant: str | None = None
    by: str | None = None
    text: str | None = field(default=None, repr=False)


def records_of(
    decisions: Sequence[Decision],
    *,
    call_id: str,
    constitution: ConstitutionRef | None,
    time: datetime,
    tenant: str | None = None,
    by: str | None = None,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Record, ...]:
    """The records of one call, in order; *by* took the decisions, *texts* are kept with those that have their ids.
    ``ValueError`` when *time* names no zone.
    """
    utc = _utc(time)
    return tuple(
        Record(
            id=decision.id or f"{call_id}.{place:04d}",
            call_id=call_id,
            seq=_seq(decision.id, call_id, place),
            time=utc,
            constitution=constitution,
            source=decision.source,
            layer=decision.layer,
            rule=decision.rule,
            principle=decision.principle,
            attribute=decision.attribute,
            action=decision.action,
            status=decision.status,
            reason=decision.reason,
            span=decision.span,
            path=decision.path.partition("#")[0][:_MAX_NAME],
            model=decision.model,
            tokens=decision.tokens,
            duration_ms=decision.duration_ms,
            tenant=tenant,
            by=by,
            text=texts.get(decision.id),
        )
        for place, decision in enumerate(decisions)
    )


def _seq(decision_id: str, call_id: str, place: int) -> int:
    """The number in a decision's id, which stays right when a call is logged in several parts."""
    prefix, _, number = decision_id.rpartition(".")
    number = number.partition("-")[0]  # behind it stands the mark of a decision about a held call
    return int(number) if prefix == call_id and number.isascii() and number.isdigit() else place


def as_json(record: Record) -> dict[str, Json | datetime]:
    """The fields of one line, in their fixed order, without ``previous`` and ``hash``."""
    ref = record.constitution
    fields: dict[str, Json | datetime] = {
        "schema": SCHEMA,
        "id": record.id,
        "call_id": record.call_id,
        "seq": record.seq,
        "time": record.time,
        "constitution": None if ref is None else {"name": ref.name, "version": ref.version, "digest": ref.digest},
        "source": None if record.source is None else _SOURCE[record.source],
        "layer": record.layer,
        "rule": record.rule,
        "principle": record.principle,
        "attribute": record.attribute,
        "action": _ACTION[record.action],
        "status": _STATUS[record.status],
        "reason": record.reason,
        "span": record.span,
        "path": record.path,
        "model": None if record.model is None else record.model[:_MAX_NAME],
        "tokens": None if record.tokens is None else min(record.tokens, _MAX_INT),
        "duration_ms": None if record.duration_ms is None else round(record.duration_ms, 3),
        "tenant": None if record.tenant is None else record.tenant[:_MAX_NAME],
    }
    _add_rare(fields, record)
    return fields


def _add_rare(fields: dict[str, Json | datetime], record: Record) -> None:
    """What stands in a line only where there is one."""
    if record.by is not None:
        fields["by"] = record.by[:_MAX_NAME]
    if record.text is not None:
        fields["text"] = record.text


def _utc(time: datetime) -> datetime:
    if time.utcoffset() is None:
        raise ValueError("the time of a record needs a zone: use datetime.now(UTC)")
    return time.astimezone(UTC)


def from_json(fields: Mapping[str, Json]) -> Record:
    """The record of one decoded line. ``ValueError`` when it is no decision record of this schema."""
    if fields.get("schema") != SCHEMA:
        raise ValueError(f"not a {SCHEMA} record")
    try:
        return _record(fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a {SCHEMA} record: {type(error).__name__} in a field") from None


def _record(fields: Mapping[str, Json]) -> Record:
    return Record(
        id=str(fields["id"]),
        call_id=str(fields["call_id"]),
        seq=_integer(fields["seq"]) or 0,
        time=datetime.fromisoformat(str(fields["time"])).astimezone(UTC),
        constitution=_constitution(fields.get("constitution")),
        source=None if fields.get("source") is None else Source(str(fields["source"])),
        layer=str(fields["layer"]),
        rule=_string(fields.get("rule")),
        principle=_string(fields.get("principle")),
        attribute=_string(fields.get("attribute")),
        action=Action[str(fields["action"]).upper()],
        status=Status(str(fields["status"])),
        reason=str(fields["reason"]),
        span=_span(fields.get("span")),
        path=str(fields.get("path", "")),
        model=_string(fields.get("model")),
        tokens=_integer(fields.get("tokens")),
        duration_ms=_number(fields.get("duration_ms")),
        tenant=_string(fields.get("tenant")),
        by=_string(fields.get("by")),
        text=_string(fields.get("text")),
    )


def _string(value: Json) -> str | None:
    return None if value is None else str(value)


def _integer(value: Json) -> int | None:
    return value if isinstance(value, int) else None


def _number(value: Json) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _span(value: Json) -> tuple[int, int] | None:
    if not isinstance(value, Sequence) or len(value) != 2:
        return None
    start, end = value
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def _constitution(value: Json) -> ConstitutionRef | None:
    if not isinstance(value, Mapping):
        return None
    return ConstitutionRef(name=str(value["name"]), version=str(value["version"]), digest=str(value["digest"]))
