"""A tenant: whose records are searched, how they look, and what they admit."""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrails.errors import GuardrailsError
from guardrails.rag.catalogue.capabilities import Capabilities
from guardrails.rag.types import Entity, RecordSchema

__all__ = ["Tenant"]

_LONGEST_ID = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """Everything search knows of one tenant. *capabilities* come from ingest, *entities* are the tenant's own names.

    ``GuardrailsError`` for an empty id, one of more than 200 characters or one that cannot be printed.
    """

    id: str
    schema: RecordSchema
    capabilities: Capabilities = field(default_factory=Capabilities)
    entities: tuple[Entity, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.id.strip() or len(self.id) > _LONGEST_ID or not self.id.isprintable():
            raise GuardrailsError("the id of a tenant is 1 to 200 printable characters")
