"""What people call the fields of a schema, and which names speak of a protected attribute, there or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from guardrails.detectors.keys import attribute_of_key, tokens_of_key
from guardrails.rag.folding import folded
from guardrails.rag.types import Field, FieldKind, RecordSchema
from guardrails.text.vocabulary import words

__all__ = ["FieldNames", "field_names_of"]

MONEY: Final = words("price cost amount salary pay rent fee budget wage rate total charge fare")
"""Words in the name of a field that holds an amount of money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNames:
    """Names of one schema. *names* maps a folded name to its field, *protected* one to the attribute it states.

    *pattern* finds any of the names as whole words, the longest first; ``None`` when there is none.
    """

    fields: tuple[Field, ...]
    names: dict[str, Field] = field(repr=False)
    protected: dict[str, str] = field(repr=False)
    pattern: re.Pattern[str] | None = field(repr=False)

    def field_of(self, name: str) -> Field | None:
        """The field that may be searched by and is called *name*."""
        return self.names.get(_spoken(name))

    def attribute_of(self, name: str) -> str | None:
        """The protected attribute that *name* speaks of, in this schema or in any."""
        spoken = _spoken(name)
        if (stated := self.protected.get(spoken)) is not None:
            return stated
        return None if spoken in self.names else attribute_of_key(name.strip())

    def only(self, *kinds: FieldKind, words: Iterable[str] = ()) -> Field | None:
        """The one field of these *kinds* whose name has one of *words* (none given: any name); ``None`` unless one."""
        wanted = frozenset(words)
        found = [one for one in self.fields if one.kind in kinds and (not wanted or wanted & _words_of(one))]
        return found[0] if len(found) == 1 else None

    def of_kind(self, kind: FieldKind) -> tuple[Field, ...]:
        """The fields of *kind* that may be searched by, in the order of the schema."""
        return tuple(one for one in self.fields if one.kind is kind)


@lru_cache(maxsize=256)
def field_names_of(schema: RecordSchema) -> FieldNames:
    """The names of *schema*: paths, last parts of paths, aliases, in any key style."""
    names: dict[str, Field] = {}
    protected = {_spoken(key): attribute_of_key(key) or "protected" for key in schema.protected}
    for one in schema.fields:
        for name in _names(one):
            if one.attribute is not None:
                protected[name] = one.attribute
            elif one.filterable:
                names.setdefault(name, one)
    names = {name: one for name, one in names.items() if name not in protected}
    every = sorted((*names, *protected), key=len, reverse=True)
    joined = "|".join(re.escape(name).replace(r"\ ", r"[ _.-]") for name in every)
    return FieldNames(
        fields=tuple(one for one in schema.fields if one.filterable and one.attribute is None),
        names=names,
        protected=protected,
        pattern=re.compile(rf"(?<![\w.])(?:{joined})(?![\w.])", re.IGNORECASE) if every else None,
    )


def _names(one: Field) -> Iterator[str]:
    for name in (one.path, one.name, *one.aliases):
        yield _spoken(name)
        yield folded(name)


def _spoken(name: str) -> str:
    """ "yearsOfExperience", "years_of_experience" -> "years of experience"."""
    return " ".join(tokens_of_key(name)) or folded(name)


@lru_cache(maxsize=1024)
def _words_of(one: Field) -> frozenset[str]:
    return frozenset(word for name in (one.path, *one.aliases) for word in tokens_of_key(name))
