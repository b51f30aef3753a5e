"""Handing the decisions of a call to a sink, whoever wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from guardrails.errors import SinkError
from guardrails.log.record import records_of
from guardrails.log.sinks import Sink
from guardrails.types import ConstitutionRef, Decision

__all__ = ["write"]


def write(
    sink: Sink | None,
    decisions: Sequence[Decision],
    *,
    call_id: str,
    constitution: ConstitutionRef | None,
    time: datetime,
    tenant: str | None,
    by: str | None = None,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Raises `SinkError` for whatever *sink* raises: one of somebody's own may not know our errors."""
    if sink is None:
        return
    records = records_of(
        decisions, call_id=call_id, constitution=constitution, time=time, tenant=tenant, by=by, texts=texts
    )
    try:
        sink.write(records)
    except SinkError:
        raise
    except Exception as error:
        raise SinkError(type(sink).__name__, f"the sink raised {type(error).__name__}") from error
