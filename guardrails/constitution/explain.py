"""A resolved constitution line by line: each value, and where it was written or that it is a default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guardrails.constitution.nodes import Place
from guardrails.constitution.schema import Constitution
from guardrails.constitution.words import Words
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, Source

__all__ = ["Kept", "Line", "explain", "kept", "only_by_model"]

_LEFT_OUT = frozenset({"tests", "drop_principles"})
_ADDS_UP = frozenset({"protected_attributes"})  # its items come from different files, so each has a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One value of a constitution. *origin* is ``None`` for a default."""

    path: str
    value: str
    origin: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One of the seven that is let through untouched and unrecorded. *part* is ``moderation`` or ``scrub``."""

    part: str
    source: Source
    attribute: str


def explain(constitution: Constitution) -> tuple[Line, ...]:
    """Every value but the cases, in the order of the format; the values of a principle stand together under its id."""
    data = constitution.data()
    shown = {key: value for key, value in data.items() if key not in _LEFT_OUT}
    return tuple(
        Line(path=path, value=value, origin=_origin(path, constitution.origins)) for path, value in _leaves(shown, "")
    )


def kept(constitution: Constitution) -> tuple[Kept, ...]:
    """Where one of the seven is let through untouched and unrecorded: to be shown loudly."""
    parts = {"moderation": constitution.moderation.table(), "scrub": constitution.scrub.table()}
    return tuple(
        Kept(part=part, source=source, attribute=name)
        for part, table in parts.items()
        for source, words in table.items()
        for name in _kept_in(words)
    )


def only_by_model(constitution: Constitution) -> tuple[str, ...]:
    """Ids of principles that no embedded rule can find broken: without a critic model they are not judged."""
    return tuple(principle.id for principle in constitution.principles if not principle.rules)


def _kept_in(words: Words) -> Iterator[str]:
    yield from (name for name in PROTECTED_ATTRIBUTES if words.of(name) is Moderation.KEEP)


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and (path in _ADDS_UP or any(isinstance(item, Mapping) for item in value)):
        for index, item in enumerate(value):
            name = item.get("id", index) if isinstance(item, Mapping) else index
            yield from _leaves(item, f"{path}.{name}")
    elif isinstance(value, list):
        yield path, ", ".join(map(str, value))
    else:
        yield path, "" if value is None else str(value)


def _origin(path: str, origins: Mapping[str, Place]) -> Place | None:
    """The place of *path*, or of the word that stands for it (``user`` for ``user.default``)."""
    if path in origins:
        return origins[path]
    parent, _, last = path.rpartition(".")
    return origins.get(parent) if last == "default" else None
