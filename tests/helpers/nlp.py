"""Pipelines without any model: an entity ruler stands in for what a trained one would find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import spacy

__all__ = ["pipeline"]


def pipeline(names: Mapping[str, str]) -> Any:
    """A blank English pipeline that finds *names* (wording -> label), as written."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": wording} for wording, label in names.items()])
    return nlp
