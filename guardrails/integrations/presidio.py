"""Presidio in both directions: our attributes as its entities, and its names in our entity step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType, ModuleType
from typing import Any, Final

from guardrails.constitution.vocabulary import ATTRIBUTES
from guardrails.detectors.resolvers import EntityResolver
from guardrails.errors import GuardrailsError
from guardrails.extras import require
from guardrails.integrations.names import Labelled, name_resolver
from guardrails.policy import english_detector
from guardrails.types import Detector, Sense, Span

__all__ = ["KINDS", "loaded_engine", "presidio_entities", "recognizer"]

KINDS: Final[Mapping[str, Sense]] = MappingProxyType(
    {"PERSON": Sense.NAME, "ORGANIZATION": Sense.ORGANISATION, "LOCATION": Sense.PLACE}
)
"""Presidio's entities that are names. ``NRP`` (nationality, religion, politics) is not: it is what we look for."""


def recognizer(
    detect: Detector | None = None,
    *,
    attributes: Iterable[str] = ATTRIBUTES,
    supported_language: str = "en",
) -> Any:
    """A ``presidio_analyzer.EntityRecognizer`` for what Presidio lacks: ``GENDER``, ``DISABILITY``, ``RELIGION`` ...

    Entities are *attributes* in capitals; only person senses are results. *detect* is the English detector unless you
    give another. It needs no model, so it works in an engine over ``spacy.blank``.
    """
    presidio = require("presidio_analyzer", extra="nlp")
    entities = {attribute: attribute.upper() for attribute in attributes}
    return _recognizer_class(presidio, detect or english_detector(), entities)(
        supported_entities=list(entities.values()),
        name="GuardrailsRecognizer",
        supported_language=supported_language,
    )


def presidio_entities(
    analyzer: Any,
    *,
    kinds: Mapping[str, Sense] = KINDS,
    language: str = "en",
    score: float = 0.0,
    window: int = 2_000,
    limit: int = 50_000,
) -> EntityResolver:
    """Names as *analyzer* finds them, for ``resolvers=`` of a guard; reasons read "presidio: person".

    *analyzer* is an ``AnalyzerEngine`` of yours; it is asked for the entities in *kinds* only, so that its other
    recognizers (that for URLs takes quadratic time, that for e-mail goes to the network) do not run. Results below
    *score*, in [0, 1], are dropped. *window* and *limit*, in characters, bound the cost of a text. Raises
    `GuardrailsError` when the analyzer supports none of *kinds*.
    """
    supported = set(analyzer.get_supported_entities(language=language))
    wanted = sorted(supported & kinds.keys())
    if not wanted:
        raise GuardrailsError(f"this analyzer supports none of {', '.join(sorted(kinds))} in {language!r}")

    def find(piece: str) -> Iterator[Labelled]:
        for result in analyzer.analyze(piece, language=language, entities=wanted, score_threshold=score):
            yield Labelled(result.start, result.end, result.entity_type)

    return name_resolver(find, kinds=kinds, source="presidio", window=window, limit=limit)


def loaded_engine(nlp: Any = None, *, language: str = "en") -> Any:
    """A Presidio NLP engine around *nlp*, a loaded spaCy pipeline (``spacy.blank(language)`` without).

    Presidio downloads a model for an engine that is not loaded; this one is.
    """
    presidio = require("presidio_analyzer", extra="nlp")
    engine = presidio.nlp_engine.SpacyNlpEngine(models=[{"lang_code": language, "model_name": f"loaded {language}"}])
    engine.nlp = {language: nlp if nlp is not None else require("spacy", extra="nlp").blank(language)}
    return engine


def _recognizer_class(presidio: ModuleType, detect: Detector, entities: Mapping[str, str]) -> Any:
    """The recognizer's class: its base comes with an optional package, so it is made when it is first asked for."""

    def load(_: Any) -> None:
        """Nothing to load: the detector is built."""

    def analyze(self: Any, text: str, entities: Collection[str], nlp_artifacts: object = None) -> list[Any]:
        spans = [span for span in detect(text) if span.sense is Sense.PERSON and named.get(span.attribute) in entities]
        return _results(presidio, self, spans, named)

    named = dict(entities)
    return type("GuardrailsRecognizer", (presidio.EntityRecognizer,), {"load": load, "analyze": analyze})


def _results(presidio: ModuleType, source: Any, spans: Sequence[Span], named: Mapping[str, str]) -> list[Any]:
    metadata = presidio.RecognizerResult
    return [
        presidio.RecognizerResult(
            entity_type=named[span.attribute],
            start=span.start,
            end=span.end,
            score=span.score,
            analysis_explanation=presidio.AnalysisExplanation(
                recognizer=source.name, original_score=span.score, textual_explanation=span.reason
            ),
            recognition_metadata={
                metadata.RECOGNIZER_NAME_KEY: source.name,
                metadata.RECOGNIZER_IDENTIFIER_KEY: source.id,
            },
        )
        for span in spans
    ]
