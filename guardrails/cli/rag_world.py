"""What ``rag search`` and ``rag explain`` search: an index on disk, or the records of one file, in memory."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

import click

from guardrails.cli.errors import Failure, warn
from guardrails.cli.inputs import read_text
from guardrails.cli.rag_index import IndexFolder, embeddings_of

if TYPE_CHECKING:
    from guardrails.constitution import Constitution
    from guardrails.log import Sink
    from guardrails.rag import Capabilities, RagGuard, RecordStore, Tenant

__all__ = ["World", "opened", "world_options"]

Command = TypeVar("Command", bound=Callable[..., Any])


class World(TypedDict):
    """What `world_options` say about what is searched."""

    tenant_file: str
    records: str | None
    index: str | None
    embeddings: str | None


def world_options(command: Command) -> Command:
    """``--tenant FILE``, ``--records FILE`` or ``--index DIR``, ``--embeddings`` and ``--limit``."""
    tenant = click.option(
        "--tenant", "tenant_file", metavar="JSON", required=True, help="File with the tenant's id, schema and names."
    )
    records = click.option("--records", metavar="JSONL", help="The tenant's records, one JSON object a line.")
    index = click.option("--index", metavar="DIR", help="Folder that 'rag ingest' made, instead of --records.")
    embeddings = click.option(
        "--embeddings",
        metavar="MODULE:NAME",
        help="LangChain embeddings, or a function that makes them.  [default: those of the index, or hashed words]",
    )
    limit = click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Records to show.")
    return tenant(records(index(embeddings(limit(command)))))


@contextmanager
def opened(constitution: Constitution, log: Sink | None, **world: Unpack[World]) -> Iterator[tuple[RagGuard, str]]:
    """A guard over the records, and the id of their tenant. An index is let go of at the end."""
    from guardrails.rag import RagGuard
    from guardrails.rag.tenant_file import read_tenant

    records, index, embeddings = world["records"], world["index"], world["embeddings"]
    if (records is None) == (index is None):
        raise Failure("give --records for a file, or --index for a folder that 'rag ingest' made, and not both")
    tenant = read_tenant(world["tenant_file"])

    def guard(store: RecordStore, admits: Capabilities) -> tuple[RagGuard, str]:
        known = dataclasses.replace(tenant, capabilities=admits)
        return RagGuard(store, tenants=[known], constitution=constitution, log=log), tenant.id

    if index is not None:
        with IndexFolder(index, tenant).read(embeddings) as (store, admits):
            yield guard(store, admits)
    elif records is not None:
        yield guard(*_in_memory(records, tenant, constitution, embeddings))


def _in_memory(
    records: str, tenant: Tenant, constitution: Constitution, embeddings: str | None
) -> tuple[RecordStore, Capabilities]:
    """The records in a store, and what they admit. Those that the projection keeps out are told."""
    from guardrails.rag import Capabilities, IndexProjection, MemoryStore

    given = list(_records(records))
    projection, store = IndexProjection(tenant.schema, constitution), MemoryStore(embeddings_of(embeddings))
    projected = [projection.project(record) for record in given]
    store.add(tenant.id, [one.entry for one in projected if one.entry is not None])
    if kept_out := [one for one in projected if one.entry is None]:
        first = kept_out[0]
        where = ", ".join(dict.fromkeys((*(x.path for x in first.leaks), *(x.path for x in first.faults))))
        warn(f"{len(kept_out)} of {len(given)} records are kept out of the index, the first for {where or 'its form'}")
    return store, Capabilities.of(given, tenant.schema)


def _records(file: str) -> Iterator[object]:
    name = "standard input" if file == "-" else file
    for number, line in enumerate(read_text(file).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            raise Failure(f"{name}:{number}: this is no JSON; every line is one record") from None
