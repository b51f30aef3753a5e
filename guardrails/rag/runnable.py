"""Fair search as a LangChain runnable: a query in, a `SearchResult` or an `Answer` out."""

from __future__ import annotations

import asyncio
from typing import Any

from langchain_core.runnables import RunnableConfig, RunnableSerializable
from pydantic import ConfigDict, Field

from guardrails.errors import GuardrailsError
from guardrails.rag.guard import RagGuard
from guardrails.rag.search.results import Answer, SearchResult
from guardrails.rag.search.searching import search_text
from guardrails.rag.tenants import tenant_of

__all__ = ["RagRunnable"]


class RagRunnable(RunnableSerializable[Any, Any]):
    """*guard* in a chain. With *model*, a chat model or what `RagGuard.answer` takes, it answers; without, it searches.

    The input is the query, or a dict that holds it under *input_key*. *tenant* is whose query it is; without one it
    comes with each call, as ``{"configurable": {"tenant": ...}}``. The run that callbacks and tracers see has the clean
    query as its input, and the model's drafts are out of their sight.
    """

    guard: RagGuard = Field(exclude=True, repr=False)
    model: Any = Field(default=None, exclude=True, repr=False)
    tenant: str | None = None
    input_key: str = "query"
    k: int = Field(default=10, ge=1)

    model_config = ConfigDict(arbitrary_types_allowed=True)

    def invoke(
        self, input: Any, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002 - LangChain's name
    ) -> SearchResult | Answer:  # fmt: skip
        tenant = tenant_of(self.tenant, config)
        moderated = self.guard.moderate(self._query(input), tenant)

        def run(_: str) -> SearchResult | Answer:
            if self.model is None:
                return self.guard.search(moderated, tenant, k=self.k)
            return self.guard.answer(moderated, tenant, self.model, k=self.k)

        found: SearchResult | Answer = self._call_with_config(run, search_text(moderated), config)
        return found

    async def ainvoke(
        self, input: Any, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002 - LangChain's name
    ) -> SearchResult | Answer:  # fmt: skip
        tenant = tenant_of(self.tenant, config)
        moderated = await asyncio.to_thread(self.guard.moderate, self._query(input), tenant)

        async def run(_: str) -> SearchResult | Answer:
            if self.model is None:
                return await self.guard.asearch(moderated, tenant, k=self.k)
            return await self.guard.aanswer(moderated, tenant, self.model, k=self.k)

        found: SearchResult | Answer = await self._acall_with_config(run, search_text(moderated), config)
        return found

    def _query(self, given: Any) -> str:
        query = given.get(self.input_key) if isinstance(given, dict) else given
        if not isinstance(query, str):
            raise GuardrailsError(f"the input is a query, or a dict with one under {self.input_key!r}")
        return query
