"""Documents under guard: a transformer that moderates or scrubs them on their way through a pipeline."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from langchain_core.documents import BaseDocumentTransformer, Document

from guardrails.errors import UnknownComponentError
from guardrails.flow import Call, CriticCall
from guardrails.guard import Guard
from guardrails.integrations.langchain.info import KEY, result_info
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.streaming import no_critic
from guardrails.types import Action, Request, Response, Source, Text

__all__ = ["GuardedDocumentTransformer"]

Treat = Literal["moderate", "scrub"]
"""As text that goes to a model (source ``context``), or as text that comes from one (source ``assistant``)."""


class GuardedDocumentTransformer(BaseDocumentTransformer):
    """Passes each document through *guard*: content and string metadata; ids, numbers and addresses stay.

    *treat* chooses what is done to it: ``moderate`` what the constitution does with ``context``, ``scrub`` what it does
    with the ``assistant``'s answer, critique included where it needs no model; one that needs a model fails as the
    constitution says. A withheld document is left out. Copies that were changed say so in ``metadata["guardrails"]``.
    """

    def __init__(self, guard: Guard, *, treat: Treat = "moderate") -> None:
        if treat not in ("moderate", "scrub"):
            raise UnknownComponentError("treatment of documents", str(treat), ("moderate", "scrub"))
        self._guard, self._treat = guard, treat

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:
        return [kept for document in documents if (kept := self._transformed(document)) is not None]

    async def atransform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:
        """Off the event loop: the work is the guard's own."""
        return await asyncio.to_thread(self.transform_documents, documents, **kwargs)

    def _transformed(self, document: Document) -> Document | None:
        source = Source.CONTEXT if self._treat == "moderate" else Source.ASSISTANT
        texts = tuple(_as(text, source) for text in value_texts(document, source))
        if self._treat == "moderate":
            result = self._guard.run(Request(texts=texts), lambda _: Response(texts=()))
            after = result.request.texts
        else:
            result = self._guard.run(Request(texts=()), lambda call: _said(call, texts))
            after = result.response.texts
        if result.action >= Action.ESCALATE or result.response.refusal is not None:
            return None
        changed: Document = value_with(document, texts, after)
        if changed is document:
            return document
        return changed.model_copy(update={"metadata": {**changed.metadata, KEY: result_info(result)}})


def _said(call: Call, texts: tuple[Text, ...]) -> Response:
    """The document for an answer, but never for a critic's verdict."""
    return no_critic(call) if isinstance(call, CriticCall) else Response(texts=texts)


def _as(text: Text, source: Source) -> Text:
    return replace(text, source=source)
