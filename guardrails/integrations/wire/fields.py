"""Which strings of a JSON body a person or a model wrote: patterns as data, and the texts they select."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from guardrails.integrations.wire.jsons import loads
from guardrails.integrations.wire.pointer import escape, leaves
from guardrails.integrations.wire.schema import Schemas, fits_at
from guardrails.types import Source, Text

__all__ = ["Field", "Fields", "role_source", "string_texts", "texts_of"]

_ROLES = {
    "system": Source.SYSTEM,
    "developer": Source.SYSTEM,
    "user": Source.USER,
    "assistant": Source.ASSISTANT,
    "tool": Source.TOOL_RESULT,
    "function": Source.TOOL_RESULT,
}


@dataclass(frozen=True, slots=True)
class Field:
    """Strings at *pattern*, tokens joined by ``/``; ``*`` stands for every item of an array or value of an object.

    *source* ``None``: as the role of the turn says. *schema* names where the JSON Schema of a string that is itself
    JSON is declared: with the ``tool`` of the string's own object, or as the answer's ``format``.
    """

    pattern: str
    source: Source | None = None
    schema: Literal["tool", "format"] | None = None


class Fields(tuple[Field, ...]):
    """A table of fields. *by_key* groups them by their first token, since most of a table is absent in most objects;
    *by_name* has those of one token, all that a string can be.
    """

    by_key: dict[str, tuple[Field, ...]]
    by_name: dict[str, Field]

    def __new__(cls, *fields: Field) -> Fields:
        table = super().__new__(cls, fields)
        grouped: defaultdict[str, list[Field]] = defaultdict(list)
        for field in fields:
            grouped[field.pattern.partition("/")[0]].append(field)
        table.by_key = {key: tuple(group) for key, group in grouped.items()}
        table.by_name = {field.pattern: field for field in fields if "/" not in field.pattern}
        return table


def role_source(role: object) -> Source:
    """The source of a turn; a role we do not know is treated like the user's."""
    return _ROLES.get(role, Source.USER) if isinstance(role, str) else Source.USER


def texts_of(node: Any, at: str, fields: Fields, source: Source, schemas: Schemas) -> Iterator[Text]:
    """The texts of *fields* in the object *node*, which sits at pointer *at*; *source* where the field names none."""
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if isinstance(value, str):
            if value and (named := fields.by_name.get(key)) is not None:
                yield from string_texts(f"{at}/{key}", value, named.source or source, _schema(named, node, schemas))
            continue
        for field in fields.by_key.get(key, ()) if value else ():
            for path, text, owner in _find(node, field.pattern, at, None):
                yield from string_texts(path, text, field.source or source, _schema(field, owner, schemas))


def _schema(field: Field, owner: Any, schemas: Schemas) -> object:
    if field.schema is None:
        return None
    return schemas.output if field.schema == "format" else schemas.tool(owner.get("name"))


def _find(node: Any, pattern: str, at: str, owner: Any) -> Iterator[tuple[str, Any, Any]]:
    """Pointer, string (or arguments that are no string) and the object or array it sits in."""
    if not pattern:
        if node and (isinstance(node, str) or (isinstance(node, dict | list) and at.endswith("/arguments"))):
            yield at, node, owner
        return
    head, _, rest = pattern.partition("/")
    if head != "*":
        if isinstance(node, dict) and (child := node.get(head)) is not None:
            yield from _find(child, rest, f"{at}/{head}", node)
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _find(child, rest, f"{at}/{index}", node)
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from _find(child, rest, f"{at}/{escape(key)}", node)


def string_texts(path: str, text: Any, source: Source, schema: object = None) -> Iterator[Text]:
    """Of a string, or of the leaves of its JSON; arguments may also come as an object, without the string around."""
    document = _container(text) if isinstance(text, str) else text
    if document is None:
        yield Text(path=path, text=text, source=source)
        return
    fits = fits_at(document, schema)
    for inner, leaf in leaves(document):
        yield Text(path=f"{path}#{inner}", text=leaf, source=source, fits=fits(inner) if fits else None)


def _container(text: str) -> Any:
    """The object or array that *text* is JSON of, so that its keys and its syntax stay out of reach; else ``None``."""
    if text[:1] not in "{[ \t\r\n":
        return None
    stripped = text.strip(" \t\r\n")
    if not stripped or stripped[0] + stripped[-1] not in ("{}", "[]"):
        return None
    try:
        return loads(stripped, exact=False)
    except ValueError:
        return None
