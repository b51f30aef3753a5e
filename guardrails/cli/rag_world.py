"""What ``rag search`` and ``rag explain`` search: the records of one file, in memory, under a constitution."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from guardrails.cli.errors import Failure, warn
from guardrails.cli.inputs import read_text

if TYPE_CHECKING:
    from guardrails.constitution import Constitution
    from guardrails.log import Sink
    from guardrails.rag import RagGuard

__all__ = ["opened", "world_options"]

Command = TypeVar("Command", bound=Callable[..., Any])


def world_options(command: Command) -> Command:
    """``--tenant FILE``, ``--records FILE`` and ``--limit``."""
    tenant = click.option(
        "--tenant", "tenant_file", metavar="JSON", required=True, help="File with the tenant's id, schema and names."
    )
    records = click.option(
        "--records", metavar="JSONL", required=True, help="The tenant's records, one JSON object a line."
    )
    limit = click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Records to show.")
    return tenant(records(limit(command)))


def opened(tenant_file: str, records: str, constitution: Constitution, log: Sink | None) -> tuple[RagGuard, str]:
    """A guard over the records, and the id of their tenant. Records that the projection keeps out are told."""
    from guardrails.rag import Capabilities, IndexProjection, MemoryStore, RagGuard
    from guardrails.rag.embeddings import HashedEmbeddings
    from guardrails.rag.tenant_file import read_tenant

    tenant = read_tenant(tenant_file)
    given = list(_records(records))
    projection, store = IndexProjection(tenant.schema, constitution), MemoryStore(HashedEmbeddings())
    projected = [projection.project(record) for record in given]
    store.add(tenant.id, [one.entry for one in projected if one.entry is not None])
    if kept_out := [one for one in projected if one.entry is None]:
        first = kept_out[0]
        where = ", ".join(dict.fromkeys((*(x.path for x in first.leaks), *(x.path for x in first.faults))))
        warn(f"{len(kept_out)} of {len(given)} records are kept out of the index, the first for {where or 'its form'}")
    tenant = dataclasses.replace(tenant, capabilities=Capabilities.of(given, tenant.schema))
    return RagGuard(store, tenants=[tenant], constitution=constitution, log=log), tenant.id


def _records(file: str) -> Iterator[object]:
    name = "standard input" if file == "-" else file
    for number, line in enumerate(read_text(file).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            raise Failure(f"{name}:{number}: this is no JSON; every line is one record") from None
