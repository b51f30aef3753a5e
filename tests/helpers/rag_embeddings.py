"""Embeddings that need no download: hashed words and pairs of words, reduced by a decomposition fitted on a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Self

from langchain_core.embeddings import Embeddings

# scikit-learn brings no types.
from sklearn.decomposition import TruncatedSVD  # type: ignore[import-untyped]
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer  # type: ignore[import-untyped]
from sklearn.pipeline import Pipeline, make_pipeline  # type: ignore[import-untyped]
from sklearn.preprocessing import Normalizer  # type: ignore[import-untyped]

from tests.helpers.rag_corpus import corpus

__all__ = ["FittedEmbeddings", "corpus_embeddings"]


class FittedEmbeddings(Embeddings):
    """Latent semantic analysis. The same texts give the same vectors on every machine, up to rounding."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._known: dict[str, list[float]] = {}

    @classmethod
    def fit(cls, texts: Iterable[str], *, dimensions: int = 64) -> Self:
        """Learn from *texts* which words go together."""
        pipeline = make_pipeline(
            HashingVectorizer(n_features=2**14, ngram_range=(1, 2), alternate_sign=False, norm=None),
            TfidfTransformer(sublinear_tf=True),
            TruncatedSVD(dimensions, n_iter=2, random_state=0),
            Normalizer(copy=False),
        )
        pipeline.fit(list(texts))
        return cls(pipeline)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: Any = self._pipeline.transform(texts) if texts else []
        return [[float(value) for value in vector] for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """As `embed_documents`; a text that was embedded is not embedded again, for the next store that is asked."""
        if text not in self._known:
            (self._known[text],) = self.embed_documents([text])
        return list(self._known[text])


@cache
def corpus_embeddings() -> FittedEmbeddings:
    """Fitted once a process on the open texts of every third record of the corpus."""
    return FittedEmbeddings.fit(
        f"{record.get('title', record.get('name'))} {record.get('role', '')} "
        f"{record.get('bio') or record.get('description')}"
        for records in corpus().values()
        for record in records[::3]
    )
