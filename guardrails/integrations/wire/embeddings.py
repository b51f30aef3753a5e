"""Embeddings: texts are moderated before they become vectors; the vectors come back as they are."""

from __future__ import annotations

from guardrails.integrations.wire.api import Wire
from guardrails.integrations.wire.completions import no_tokens
from guardrails.integrations.wire.fields import Field, Fields, texts_of
from guardrails.integrations.wire.jsons import JsonObject
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["EMBEDDINGS", "REQUEST"]

REQUEST = Fields(Field("input", Source.CONTEXT), Field("input/*", Source.CONTEXT))


def _inputs(body: JsonObject) -> tuple[Text, ...]:
    no_tokens(body, "input")
    return tuple(texts_of(body, "", REQUEST, Source.CONTEXT, Schemas({}, None)))


EMBEDDINGS = Wire(name="embeddings", inputs=_inputs, opaque=True)
