"""spaCy in both directions: our spans as a pipeline component, and a model's names in our entity step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from guardrails.detectors.resolvers import EntityResolver
from guardrails.errors import GuardrailsError
from guardrails.extras import require
from guardrails.integrations.names import Labelled, name_resolver
from guardrails.policy import english_detector
from guardrails.types import Detector, Sense

__all__ = ["FACTORY", "KINDS", "register", "spacy_entities"]

FACTORY: Final = "guardrails_spans"
"""The name by which a pipeline adds the component; an installed distribution announces it to spaCy."""

KINDS: Final[Mapping[str, Sense]] = MappingProxyType(
    {
        "PERSON": Sense.NAME,
        "PER": Sense.NAME,
        "ORG": Sense.ORGANISATION,
        "GPE": Sense.PLACE,
        "LOC": Sense.PLACE,
        "FAC": Sense.PLACE,
        "WORK_OF_ART": Sense.TITLE,
        "LANGUAGE": Sense.LANGUAGE,
        "PRODUCT": Sense.OBJECT,
    }
)
"""Labels of spaCy's models that are names. ``NORP`` (nationalities, religions, politics) is what we look for."""


def register(name: str = FACTORY, *, detect: Detector | None = None) -> Callable[..., Any]:
    """Make ``nlp.add_pipe(name)`` known to spaCy, with *detect* or else the English detector; return the factory.

    The component needs no model. It writes the person spans of a text to ``doc.spans["guardrails"]``, or where
    ``config={"key": ...}`` says: labels are attributes, edges those of tokens, ``.attrs["reasons"]`` the cues.
    """
    spacy = require("spacy", extra="nlp")

    def make(nlp: Any, name: str, key: str) -> Any:
        return _Component(detect or english_detector(), key)

    factory: Callable[..., Any] = spacy.language.Language.factory(
        name, default_config={"key": "guardrails"}, assigns=["doc.spans"], func=make
    )
    return factory


def spacy_entities(
    nlp: Any, *, kinds: Mapping[str, Sense] = KINDS, window: int = 5_000, limit: int = 50_000
) -> EntityResolver:
    """Names as *nlp*, a loaded pipeline of yours, finds them, for ``resolvers=`` of a guard; "spacy: person".

    *window* and *limit*, in characters, bound the cost of a text. Raises `GuardrailsError` when no component of the
    pipeline says that it sets ``doc.ents``.
    """
    if not any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names):
        pipes = ", ".join(nlp.pipe_names) or "none"
        raise GuardrailsError(
            f"no component of this spaCy pipeline sets doc.ents (components: {pipes}): load a model with an entity "
            "recogniser, such as en_core_web_sm, or declare assigns=['doc.ents'] for a component of your own"
        )

    def find(piece: str) -> Iterator[Labelled]:
        for entity in nlp(piece).ents:
            yield Labelled(entity.start_char, entity.end_char, entity.label_)

    return name_resolver(find, kinds=kinds, source="spacy", window=window, limit=limit)


class _Component:
    __slots__ = ("_detect", "_key")

    def __init__(self, detect: Detector, key: str) -> None:
        self._detect, self._key = detect, key

    def __call__(self, doc: Any) -> Any:
        found = [span for span in self._detect(doc.text) if span.sense is Sense.PERSON]
        # A word in disguise may begin within a token; the token then counts as a whole.
        spans = [doc.char_span(s.start, s.end, label=s.attribute, alignment_mode="expand") for s in found]
        group = require("spacy.tokens", extra="nlp").SpanGroup(
            doc, name=self._key, spans=spans, attrs={"reasons": [span.reason for span in found]}
        )
        doc.spans[self._key] = group
        return doc
