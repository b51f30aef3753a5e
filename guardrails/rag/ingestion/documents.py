"""LangChain's documents through the projection: for a text splitter's output, and for any vector store of LangChain."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from langchain_core.documents import BaseDocumentTransformer, Document
from langchain_core.vectorstores import VectorStore

from guardrails.rag.records.projection import IndexProjection, Projected
from guardrails.rag.types import Entry, FieldValue

__all__ = ["TEXT", "DocumentProjection", "aadd_documents", "add_documents", "record_of"]

TEXT: Final = "page_content"
"""Under this path a schema finds the text of a document; everything else of it is metadata."""
_BATCH: Final = 256


def record_of(document: Document) -> Mapping[str, object]:
    """A document as a record: its metadata, with the text and, where it has one, the id beside them."""
    own = {} if document.id is None else {"id": document.id}
    return {**own, **document.metadata, TEXT: document.page_content}


class DocumentProjection(BaseDocumentTransformer):
    """Lets documents through as a projection sees them: the text is the entry's, the metadata its filterable fields.

    Documents that would leak, or that cannot be indexed, are left out (`add_documents` returns them). The schema names
    `TEXT` like any other field. It holds no state, so one object serves all threads.
    """

    def __init__(self, projection: IndexProjection) -> None:
        self.projection = projection

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:
        projected = (self.projection.project(record_of(document)) for document in documents)
        return [_document(one.entry) for one in projected if one.entry is not None]

    async def atransform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:
        """Off the event loop: the work is all computing."""
        return await asyncio.to_thread(self.transform_documents, documents, **kwargs)


def add_documents(
    store: VectorStore, documents: Iterable[Document], projection: IndexProjection
) -> tuple[Projected, ...]:
    """Add *documents* to any vector store, as *projection* sees them, and return those that were kept out.

    ``store.add_documents`` embeds what it is given; this is the same with the projection before it. Documents go in
    batches, under their own ids. What the store raises is raised.
    """
    kept_out: list[Projected] = []
    for batch in _batches(documents, projection, kept_out):
        store.add_documents(batch, ids=[str(one.id) for one in batch])
    return tuple(kept_out)


async def aadd_documents(
    store: VectorStore, documents: Iterable[Document], projection: IndexProjection
) -> tuple[Projected, ...]:
    """Async twin of `add_documents`; the checks are done off the event loop."""
    kept_out: list[Projected] = []
    batches = _batches(documents, projection, kept_out)
    while (batch := await asyncio.to_thread(next, batches, None)) is not None:
        await store.aadd_documents(batch, ids=[str(one.id) for one in batch])
    return tuple(kept_out)


def _batches(
    documents: Iterable[Document], projection: IndexProjection, kept_out: list[Projected]
) -> Iterator[list[Document]]:
    """What may be added, in batches; the rest goes to *kept_out*."""
    batch: list[Document] = []
    for document in documents:
        projected = projection.project(record_of(document))
        if projected.entry is None:
            kept_out.append(projected)
            continue
        batch.append(_document(projected.entry))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _document(entry: Entry) -> Document:
    return Document(
        id=entry.id, page_content=entry.text, metadata={path: _plain(value) for path, value in entry.fields.items()}
    )


def _plain(value: FieldValue) -> object:
    return list(value) if isinstance(value, tuple) else value
