"""YAML text to nodes with places, refusing what could surprise a reader: tags, aliases, duplicates, guessed types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml
from yaml.resolver import Resolver

from guardrails.constitution.nodes import Entry, ListNode, MappingNode, Node, Place, ScalarNode
from guardrails.constitution.problems import MOST_FAULTS, Complaint, error_of, shown
from guardrails.constitution.vocabulary import CANNOT_REMOVE, WHY_SEVEN, removal_of
from guardrails.errors import ConstitutionError

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Composed", "compose"]

MAX_BYTES = 1 << 20
"""Size limit of one file: 1 MiB."""

MAX_DEPTH = 12
"""Depth limit of nesting; the format itself needs six levels."""

_NO_TAGS = "YAML tags (!name) are not allowed in a constitution"
_NO_ANCHORS = "YAML anchors (&name) are not allowed in a constitution"
_NO_ALIASES = "YAML aliases (*name) are not allowed in a constitution"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times faster; not every wheel has it
_GUESSES = {"bool": "true or false", "timestamp": "a date", "null": "nothing", "merge": "a merge key"}
_TAG = "tag:yaml.org,2002:"
_NUMBER = re.compile(r"[-+]?(?:\d{1,18}|\d{0,15}\.\d{1,15})")  # 4000, 0.1, -3; not 0x1F, 1_000 or 12:30
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# PyYAML and libyaml put parts of the document into their messages; these phrases say the same and quote nothing.
_PHRASES = (
    ("cannot start any token", "a value cannot start with this character: put it in quotes"),
    ("mapping values are not allowed", "a second ':' on this line, or wrong indentation: put the text in quotes"),
    ("could not find expected ':'", "a key without ':'"),
    ("expected <block end>", "wrong indentation, or a text that needs quotes"),
    ("did not find expected key", "wrong indentation, or a text that needs quotes"),
    ("did not find expected '-'", "wrong indentation, or a list item without '-'"),
    ("expected ',' or", "a list or mapping in brackets is not closed, or a ',' is missing"),
    ("did not find expected ','", "a list or mapping in brackets is not closed, or a ',' is missing"),
    ("end of stream", "the file ends inside a quoted text or a bracket"),
    ("unknown escape", "unknown escape in a \"double quoted\" text: use 'single quotes'"),
    ("undefined alias", _NO_ALIASES),
    ("undefined tag", _NO_TAGS),
    ("control characters", "an unprintable character"),
    ("special characters", "an unprintable character"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A document, and what is wrong with its YAML beside the syntax (tags, duplicates, guessed types)."""

    root: Node
    complaints: tuple[Complaint, ...]


def compose(text: str, *, file: str, loader: Any = _LOADER) -> Composed:
    """The document in *text* as nodes. Raises `ConstitutionError` with line and column at a fault of syntax.

    Linear in the text: aliases are refused, so nothing can expand, and nesting deeper than `MAX_DEPTH` stops the parse.
    *loader* is PyYAML's or libyaml's safe loader; both give the same nodes.
    """
    if unprintable := _UNPRINTABLE.search(text.removeprefix("\ufeff").replace("\r\n", "\n")):
        line = text.count("\n", 0, unprintable.start()) + 1
        raise ConstitutionError("an unprintable character", path=file, line=line)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, builder) from None
    except yaml.YAMLError:
        raise ConstitutionError("not valid YAML", path=file) from None
    if builder.root is None:
        raise ConstitutionError("the file is empty", path=file, hint="a constitution starts with 'constitution: 1'")
    return Composed(root=builder.root, complaints=tuple(builder.complaints))


def _syntax_error(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> ConstitutionError:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if mark is not None and "\t" in line[: mark.column + 1]:
        return builder.error("a tab cannot indent or start a value in YAML: use spaces", mark)
    if "tag" in (error.context or ""):
        removed = next(filter(None, map(removal_of, re.findall(r"!\w{1,40}", line))), None)
        return builder.error(CANNOT_REMOVE.format(removed) if removed else _NO_TAGS, mark, WHY_SEVEN if removed else "")
    return builder.error(_phrase(error.problem), mark)


def _phrase(problem: str | None) -> str:
    return next((ours for theirs, ours in _PHRASES if theirs in (problem or "")), "not valid YAML here")


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come. *key* waits for its value."""

    place: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: tuple[str, Place] | None = None

    def closed(self) -> Node:
        if self.is_mapping:
            return MappingNode(entries=self.entries, place=self.place)
        return ListNode(items=tuple(self.items), place=self.place)


class _Mark(Protocol):
    """Where an event starts, counted from 0; libyaml and PyYAML have a class each."""

    line: int
    column: int


class _Builder:
    """Takes parse events one by one and keeps a stack of what is open."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.complaints: list[Complaint] = []
        self._stack: list[_Open] = []
        self._resolver = Resolver()

    def error(self, message: str, mark: _Mark | None, hint: str = "") -> ConstitutionError:
        line, column = (None, None) if mark is None else (mark.line + 1, mark.column + 1)
        return ConstitutionError(message, path=self.file, line=line, column=column, hint=hint)

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.AliasEvent():
                self._complain(event.start_mark, _NO_ALIASES)
                self._add(ScalarNode(value=None, place=self._place(event.start_mark)), event.start_mark)
            case yaml.ScalarEvent():
                self._plain_yaml(event, tag=not event.implicit[0] and not event.implicit[1])
                self._add(self._scalar(event), event.start_mark)
            case yaml.CollectionStartEvent():
                self._plain_yaml(event, tag=not event.implicit)
                self._open(event)
            case yaml.CollectionEndEvent():
                closed = self._stack.pop()
                self._add(closed.closed(), event.start_mark)
            case yaml.DocumentStartEvent() if self.root is not None:
                raise self.error("a second document: a constitution is one YAML document", event.start_mark)

    def _plain_yaml(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, *, tag: bool) -> None:
        if tag and (attribute := removal_of(str(event.tag))):
            self._complain(event.start_mark, CANNOT_REMOVE.format(attribute), WHY_SEVEN)
        elif tag:
            self._complain(event.start_mark, _NO_TAGS)
        if event.anchor is not None:
            self._complain(event.start_mark, _NO_ANCHORS)

    def _complain(self, mark: _Mark | None, message: str, hint: str = "") -> None:
        self.complaints.append(Complaint(place=self._place(mark), message=message, hint=hint))
        if len(self.complaints) >= MOST_FAULTS:
            raise error_of(self.complaints)

    def _place(self, mark: _Mark | None) -> Place:
        line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        return Place(file=self.file, line=line, column=column)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise self.error(f"nested deeper than {MAX_DEPTH} levels", event.start_mark)
        if self._stack and self._stack[-1].is_mapping and self._stack[-1].key is None:
            raise self.error("a key must be a word, not a list or a mapping", event.start_mark)
        self._stack.append(_Open(self._place(event.start_mark), isinstance(event, yaml.MappingStartEvent)))

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        place, quoted = self._place(event.start_mark), bool(event.style)
        if _UNPRINTABLE.search(event.value):
            raise self.error("an unprintable character", event.start_mark)
        value = event.value if quoted else self._guess(event)
        return ScalarNode(value=value, place=place, quoted=quoted)

    def _guess(self, event: yaml.ScalarEvent) -> str | int | float | None:
        """The value of an unquoted scalar. What YAML would turn into something unexpected is an error."""
        text: str = event.value
        kind = self._kind(text)
        if kind == "str":
            return text
        if kind == "null" and self._waits_for_value():
            return None
        if kind in ("int", "float") and _NUMBER.fullmatch(text) and (kind == "float" or not _octal(text)):
            return int(text) if kind == "int" else float(text)
        what = _GUESSES.get(kind, "something else")
        self._complain(event.start_mark, f"YAML reads {shown(text)} as {what}", f"write it in quotes: {_quoted(text)}")
        return text

    def _kind(self, text: str) -> str:
        tag = self._resolver.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        return str(tag).removeprefix(_TAG)

    def _waits_for_value(self) -> bool:
        return not self._stack or not self._stack[-1].is_mapping or self._stack[-1].key is not None

    def _add(self, node: Node, mark: _Mark | None) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(node, top, mark)
        else:
            (key, place), top.key = top.key, None
            top.entries[key] = Entry(key=place, node=node)

    def _key(self, node: Node, top: _Open, mark: _Mark | None) -> tuple[str, Place]:
        if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
            raise self.error("a key must be a word", mark)
        if node.value in top.entries:
            first = top.entries[node.value].key.line
            self._complain(mark, f"duplicate key {shown(node.value)}", f"the first is on line {first}")
        return node.value, node.place


def _octal(text: str) -> bool:
    digits = text.lstrip("+-")
    return len(digits) > 1 and digits.startswith("0")


def _quoted(text: str) -> str:
    return f'"{text}"' if shown(text) != "this" else '"..."'
