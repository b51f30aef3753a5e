"""Any LangChain retriever or vector store behind the query gates: it sees the clean query and filters, no more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableConfig
from langchain_core.structured_query import StructuredQuery, Visitor
from langchain_core.vectorstores import InMemoryVectorStore, VectorStore
from pydantic import ConfigDict, Field, model_validator

from guardrails.errors import GuardrailsError
from guardrails.rag.guard import RagGuard
from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.search.searching import search_text
from guardrails.rag.store import Filter
from guardrails.rag.stores.memory import lets_through
from guardrails.rag.tenants import tenant_of
from guardrails.rag.translating import fitted
from guardrails.rag.types import Hit

__all__ = ["GuardedRetriever", "Translator"]

Translator: TypeAlias = Visitor | Callable[[Filter], Any] | Literal["documents"]
"""How a filter reaches the inner store: the visitor that its integration ships, a function that makes the ``filter``
argument, or ``"documents"``, which filters what comes back by its metadata."""

_SPARE: Final = 10  # times k that is fetched where documents are filtered afterwards


class GuardedRetriever(BaseRetriever):
    """*inner*, a retriever or a vector store, asked what *guard* lets through of a query.

    *tenant* is whose query it is; without one it comes with each call, as ``{"configurable": {"tenant": ...}}``. *k* is
    the number of documents. Callbacks and tracers, of this retriever and of *inner*, see the clean query only. Filters
    speak of the schema's dotted paths; documents that are filtered afterwards are read by them, nested or flat.
    ``ValueError`` for a vector store without a *translator*, but LangChain's in-memory one.
    """

    guard: RagGuard = Field(exclude=True, repr=False)
    inner: Any = Field(exclude=True, repr=False)
    tenant: str | None = None
    k: int = Field(default=10, ge=1)
    translator: Any = Field(default=None, exclude=True, repr=False)

    model_config = ConfigDict(arbitrary_types_allowed=True)

    @model_validator(mode="after")
    def _usable(self) -> GuardedRetriever:
        if not isinstance(self.inner, BaseRetriever | VectorStore):
            raise ValueError("inner is a LangChain retriever or vector store; RagGuard.search asks a RecordStore")
        if isinstance(self.inner, VectorStore) and self.translator is None:
            if not isinstance(self.inner, InMemoryVectorStore):
                raise ValueError(
                    "a vector store needs a translator for filters: the visitor that its integration ships, "
                    'a function, or "documents" to filter what comes back'
                )
            self.translator = _by_documents
        return self

    def invoke(self, input: str, config: RunnableConfig | None = None, **kwargs: Any) -> list[Document]:  # noqa: A002
        tenant = tenant_of(self.tenant, config)
        moderated = self.guard.moderate(input, tenant)
        return super().invoke(search_text(moderated), config, moderated=moderated, of=tenant, **kwargs)

    async def ainvoke(self, input: str, config: RunnableConfig | None = None, **kwargs: Any) -> list[Document]:  # noqa: A002
        tenant = tenant_of(self.tenant, config)
        moderated = await asyncio.to_thread(self.guard.moderate, input, tenant)
        return await super().ainvoke(search_text(moderated), config, moderated=moderated, of=tenant, **kwargs)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        moderated: ModeratedQuery | None = None,
        of: str = "",
    ) -> list[Document]:
        asked = _asked(moderated)
        found: Sequence[Document] = ()
        if not asked.empty:
            with self.guard.watched(asked, of):
                options = self._options(query, asked, run_manager)
                found = (self.inner.similarity_search if self._searches else self.inner.invoke)(query, **options)
        return self._kept(found, asked, of)

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        moderated: ModeratedQuery | None = None,
        of: str = "",
    ) -> list[Document]:
        asked = _asked(moderated)
        found: Sequence[Document] = ()
        if not asked.empty:
            with self.guard.watched(asked, of):
                options = self._options(query, asked, run_manager)
                found = await (self.inner.asimilarity_search if self._searches else self.inner.ainvoke)(
                    query, **options
                )
        return await asyncio.to_thread(self._kept, found, asked, of)

    def _options(self, query: str, moderated: ModeratedQuery, run: Any) -> dict[str, Any]:
        """What the inner call takes beside the query."""
        where = moderated.where
        passed, translator = self._passed(where), self.translator
        after = where is not None and passed is None
        options: dict[str, Any] = {"config": {"callbacks": run.get_child()}}
        if self._searches:
            options = {"k": self.k * _SPARE if after else self.k}
        if passed is None:
            return options
        if isinstance(translator, Visitor):
            _, translated = translator.visit_structured_query(StructuredQuery(query=query, filter=passed))
            return {**options, **translated}
        assert callable(translator)  # noqa: S101 - `_passed` has looked
        return {**options, "filter": translator(passed)}

    @property
    def _searches(self) -> bool:
        """Whether *inner* is a vector store, which is searched; a retriever is invoked."""
        return isinstance(self.inner, VectorStore)

    def _passed(self, where: Filter | None) -> Filter | None:
        """The filter that *inner* is given; without one, documents are filtered when they come back.

        A plain retriever may take no filter at all, and a translator may not be able to say this one.
        """
        if where is None or self.translator is None or self.translator == "documents":
            return None
        return fitted(where, self.translator) if isinstance(self.translator, Visitor) else where

    def _kept(self, found: Sequence[Document], moderated: ModeratedQuery, tenant: str) -> list[Document]:
        where = moderated.where
        if where is not None and self._passed(where) is None:
            found = [document for document in found if lets_through(where, dict(_fields(document.metadata)))]
        found = found[: self.k]
        result = self.guard.noted(moderated, tenant, [_hit(document) for document in found])
        if found and not result.hits:
            raise GuardrailsError(result.note)
        return list(found)


def _asked(moderated: ModeratedQuery | None) -> ModeratedQuery:
    """What `invoke` handed on; a call that did not come through it has no moderated query."""
    if moderated is None:
        raise GuardrailsError("ask a guarded retriever through invoke or ainvoke")
    return moderated


def _by_documents(where: Filter) -> Callable[[Document], bool]:
    return lambda document: lets_through(where, dict(_fields(document.metadata)))


def _fields(metadata: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in metadata.items():
        path = f"{above}{key}"
        if isinstance(value, Mapping):
            yield from _fields(value, f"{path}.")
        else:
            yield path, tuple(value) if isinstance(value, list) else value


def _hit(document: Document) -> Hit:
    return Hit(id=document.id or "", score=0.0, text=document.page_content, fields=dict(_fields(document.metadata)))
