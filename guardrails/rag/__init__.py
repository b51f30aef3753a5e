"""Fair search over records: what the user typed is kept apart from what retrieval may use.

    record -> projection -> store                                                        (ingest)
    query -> understanding -> resolution -> moderation -> filters -> retrieval -> answer  (search)

Every stage is a plain object that works alone. Importing this package loads no third-party module: the names below are
imported when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.rag.capabilities import Admits, Capabilities, FieldProfile
    from guardrails.rag.store import Filter, RecordStore
    from guardrails.rag.stores.memory import MemoryStore
    from guardrails.rag.tenant import Tenant
    from guardrails.rag.types import Entity, Entry, Field, FieldKind, Hit, Leak, RecordSchema

__all__ = [
    "Admits",
    "Capabilities",
    "Entity",
    "Entry",
    "Field",
    "FieldKind",
    "FieldProfile",
    "Filter",
    "Hit",
    "Leak",
    "MemoryStore",
    "RecordSchema",
    "RecordStore",
    "Tenant",
]

_HOMES = {
    "capabilities": ("Admits", "Capabilities", "FieldProfile"),
    "store": ("Filter", "RecordStore"),
    "stores.memory": ("MemoryStore",),
    "tenant": ("Tenant",),
    "types": ("Entity", "Entry", "Field", "FieldKind", "Hit", "Leak", "RecordSchema"),
}
_HOME_OF = {name: f"{__name__}.{module}" for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
