"""LangChain's ``Embeddings`` under guard: whatever a vector store embeds through them is checked before it is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

from langchain_core.embeddings import Embeddings

from guardrails.constitution import Constitution, load_pack
from guardrails.errors import ProjectionError
from guardrails.policy import compile_policy
from guardrails.rag.moderation.gate import QueryGate
from guardrails.rag.policy import search_policy
from guardrails.rag.records.leaks import LeakFinder
from guardrails.rag.records.moderated import Moderator
from guardrails.rag.records.surroundings import Surroundings
from guardrails.rag.stores.memory import MemoryStore, TextEmbeddings
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import Field, FieldKind, RecordSchema
from guardrails.types import Detector

__all__ = ["GuardedEmbeddings"]

_ALONE: Final = Surroundings(record={})  # a text comes here without its record
_NOBODY: Final = Tenant(
    id="nobody", schema=RecordSchema(id="id", fields=(Field(path="text", kind=FieldKind.FREE_TEXT),))
)


class GuardedEmbeddings(Embeddings):
    """Puts *inner* behind the gates of search: no vector is made of a text that would give a person away.

    Documents: with ``retrieval.projection: moderate`` wording is taken out of a text before it is embedded; with
    ``reject`` and ``strip``, and where wording is not all there is (fields written into the text, JSON), no text of the
    call is embedded and `ProjectionError` names the position of each, and the attributes. Queries are moderated like
    those of a tenant of whom nothing is known; one of which nothing is left is embedded as the constitution's word for
    a person.

    It sees texts, not records: what a vector store keeps beside its vectors, text and metadata, is not changed, and a
    tenant's names and catalogue are not known. *constitution* is the pack ``search`` unless given; *detect* replaces
    the English detector. Safe under threads and tasks.
    """

    def __init__(
        self, inner: TextEmbeddings, constitution: Constitution | None = None, *, detect: Detector | None = None
    ) -> None:
        constitution = load_pack("search") if constitution is None else constitution
        self._inner = inner
        treatment = compile_policy(constitution, detect=detect).moderation
        self._finder, self._person = LeakFinder(treatment, frozenset(constitution.attributes)), treatment.person
        edits = constitution.retrieval.projection == "moderate"
        self._moderate = Moderator(treatment, self._finder) if edits else None
        policy = search_policy(constitution, detect=detect)
        self._gate = QueryGate(MemoryStore(inner), policy, tenants=[_NOBODY])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._inner.embed_documents(self._checked(texts))

    def embed_query(self, text: str) -> list[float]:
        return self._inner.embed_query(self._asked(text))

    async def aembed_documents(self, texts: list[str]) -> list[list[float]]:
        checked = await asyncio.to_thread(self._checked, texts)
        if isinstance(self._inner, Embeddings):
            return await self._inner.aembed_documents(checked)
        return await asyncio.to_thread(self._inner.embed_documents, checked)

    async def aembed_query(self, text: str) -> list[float]:
        asked = await asyncio.to_thread(self._asked, text)
        if isinstance(self._inner, Embeddings):
            return await self._inner.aembed_query(asked)
        return await asyncio.to_thread(self._inner.embed_query, asked)

    def _checked(self, texts: Sequence[str]) -> list[str]:
        """All *texts* as they may be embedded, or an error for all of them."""
        kept: list[str] = []
        leaks: list[tuple[str, str]] = []
        for at, text in enumerate(texts):
            found = self._finder(text, FieldKind.FREE_TEXT, _ALONE)
            edited = self._moderate(text, FieldKind.FREE_TEXT, found, _ALONE) if found and self._moderate else None
            if found and edited is None:
                leaks += [(f"{at}{one.inside}", one.attribute) for one in found]
            kept.append(text if edited is None else edited)
        if leaks:
            raise ProjectionError("in a call to embed", leaks)
        return kept

    def _asked(self, text: str) -> str:
        """*text* without its wording about people. `GuardrailsError` for one that is too long for a query."""
        return self._gate.moderate(text, _NOBODY.id).clean_query or self._person
