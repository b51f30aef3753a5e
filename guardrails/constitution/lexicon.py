"""A lexicon from its YAML files: checked against its format, every fault named by file, line and column."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

import yaml

from guardrails.constitution.vocabulary import ATTRIBUTES, attribute_hint
from guardrails.detectors.lexicon import Entry, Kind, Lexicon, WordClass
from guardrails.errors import ConstitutionError, did_you_mean

__all__ = ["load_lexicon"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VERSION: Final = "1"
_GROUP_KEYS: Final = frozenset({"id", "attribute", "kind", "case", "tags", "terms"})
_TAGS: Final = frozenset({"aid", "kinship", "proxy", "pronoun", "reclaimed", "role", "slur", "soft", "title"})
E = TypeVar("E", bound=StrEnum)


def load_lexicon(path: str | Path) -> Lexicon:
    """The lexicon at *path*, with the files beside it: ``en.yaml``, ``en.cues.yaml`` and ``en.expressions.yaml``.

    Raises `ConstitutionError` with file, line and column for whatever the format does not allow: unknown keys,
    attributes, kinds and tags, a term that is listed twice, terms out of order.
    """
    path = Path(path)
    document = _Document(path)
    top = document.mapping(document.root, {"lexicon", "language", "groups"})
    document.version(top["lexicon"])
    groups = [_group(document, node) for node in document.sequence(top["groups"])]
    entries = tuple(entry for group in groups for entry in group)
    _no_duplicates(path, entries)
    cues = path.with_name(f"{path.stem}.cues.yaml")
    words = _cues(_Document(cues)) if cues.is_file() else {}
    fixed = path.with_name(f"{path.stem}.expressions.yaml")
    return Lexicon(
        language=document.text(top["language"]),
        entries=entries,
        expressions=_expressions(_Document(fixed)) if fixed.is_file() else {},
        words=words,
    )


class _Document:
    """A YAML file as nodes that know their place, with the few questions asked of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
        except OSError as error:
            raise ConstitutionError("the lexicon cannot be read", path=str(path)) from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
            raise ConstitutionError("no valid YAML", path=str(path), line=line, column=column) from error
        if self.root is None:
            raise ConstitutionError("the lexicon is empty", path=str(path))

    def fault(self, node: Any, message: str, hint: str = "", *, line: int = 0) -> ConstitutionError:
        mark = node.start_mark
        place = (line, 1) if line else (mark.line + 1, mark.column + 1)
        return ConstitutionError(message, path=str(self.path), line=place[0], column=place[1], hint=hint)

    def mapping(self, node: Any, keys: Iterable[str], *, optional: Iterable[str] = ()) -> dict[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(node, "a mapping is needed here")
        known, found = {*keys, *optional}, {}
        for key, value in node.value:
            if key.value not in known:
                raise self.fault(key, f"unknown key {str(key.value)[:40]!r}", did_you_mean(str(key.value), known))
            if key.value in found:
                raise self.fault(key, f"the key {key.value!r} stands twice")
            found[key.value] = value
        for key in keys:
            if key not in found:
                raise self.fault(node, f"the key {key!r} is missing")
        return found

    def sequence(self, node: Any) -> list[Any]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.fault(node, "a list is needed here")
        return list(node.value)

    def text(self, node: Any) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            raise self.fault(node, "a text is needed here")
        return str(node.value)

    def version(self, node: Any) -> None:
        if self.text(node) != _VERSION:
            raise self.fault(node, f"this version of the format is unknown; known: {_VERSION}")

    def choice(self, node: Any, choices: type[E]) -> E:
        known = tuple(choice.value for choice in choices)
        if self.text(node) not in known:
            hint = did_you_mean(node.value, known) or f"known: {', '.join(known)}"
            raise self.fault(node, f"unknown value {node.value[:40]!r}", hint)
        return choices(node.value)

    def items(self, node: Any) -> list[tuple[int, str]]:
        """Every item of a comma-separated block, with its line."""
        text = self.text(node)
        first = node.start_mark.line + (2 if node.style in ("|", ">") else 1)
        lines = enumerate(text.splitlines(), first)
        return [(number, item) for number, line in lines for part in line.split(",") if (item := part.strip())]

    def words(self, node: Any) -> list[str]:
        """The items alone, at a third of the cost."""
        return [item for part in self.text(node).replace("\n", ",").split(",") if (item := part.strip())]


def _group(document: _Document, node: Any) -> list[Entry]:
    keys = document.mapping(node, ("id", "attribute", "kind", "terms"), optional=_GROUP_KEYS)
    attribute = document.text(keys["attribute"])
    if attribute not in ATTRIBUTES:
        raise document.fault(keys["attribute"], f"unknown attribute {attribute[:40]!r}", attribute_hint(attribute))
    kind = document.choice(keys["kind"], Kind)
    tags = _group_tags(document, keys["tags"]) if "tags" in keys else ()
    cased = "case" in keys and document.text(keys["case"]) == "capital"
    if "case" in keys and not cased:
        raise document.fault(keys["case"], "unknown value", "known: capital")
    entries = [_entry(item, line, attribute, kind, tags, cased) for line, item in document.items(keys["terms"])]
    _in_order(document, keys["terms"], entries)
    return entries


def _group_tags(document: _Document, node: Any) -> tuple[str, ...]:
    tags = tuple(document.text(tag) for tag in document.sequence(node))
    for tag in tags:
        if tag not in _TAGS:
            raise document.fault(node, f"unknown tag {tag[:40]!r}", did_you_mean(tag, _TAGS))
    return tags


def _entry(item: str, line: int, attribute: str, kind: Kind, tags: tuple[str, ...], cased: bool) -> Entry:
    """``child / children -> young person / young people``: the plural and the replacement are optional."""
    if "/" not in item and "->" not in item:  # as nearly all are
        return Entry(item, attribute, kind, None, None, None, tags, cased, line)
    term, _, neutral = item.partition("->")
    singular, _, plural = term.partition(" / ")
    one, _, many = neutral.partition(" / ")
    return Entry(
        term=singular.strip(),
        attribute=attribute,
        kind=kind,
        plural=plural.strip() or None,
        neutral=one.strip() or None,
        neutral_plural=many.strip() or None,
        tags=tags,
        cased=cased,
        line=line,
    )


def _in_order(document: _Document, node: Any, entries: list[Entry]) -> None:
    folded = [entry.term.casefold() for entry in entries]
    if folded == sorted(folded):
        return
    for before, after in itertools.pairwise(entries):
        if before.term.casefold() > after.term.casefold():
            message = f"{after.term[:40]!r} stands after {before.term[:40]!r}"
            raise document.fault(node, message, "terms are sorted", line=after.line)


def _expressions(document: _Document) -> dict[str, tuple[str, ...]]:
    top = document.mapping(document.root, {"expressions", "language", "attributes"})
    document.version(top["expressions"])
    found = document.mapping(top["attributes"], (), optional=ATTRIBUTES)
    return {name: _sorted_items(document, node) for name, node in found.items()}


def _sorted_items(document: _Document, node: Any) -> tuple[str, ...]:
    items = document.words(node)
    if items != sorted(set(items)):
        _raise_disorder(document, node)
    return tuple(items)


def _raise_disorder(document: _Document, node: Any) -> None:
    for (_, before), (line, after) in itertools.pairwise(document.items(node)):
        if before >= after:
            fault = "is listed twice" if before == after else f"stands after {before[:40]!r}"
            raise document.fault(node, f"{after[:40]!r} {fault}", "expressions are sorted", line=line)


def _no_duplicates(path: Path, entries: tuple[Entry, ...]) -> None:
    keys = [entry.term.casefold().replace("-", " ") for entry in entries]
    if len(set(keys)) == len(keys):
        return
    seen: dict[str, Entry] = {}
    for key, entry in zip(keys, entries, strict=True):
        if key in seen:
            message, hint = f"{entry.term[:40]!r} is listed twice", f"first on line {seen[key].line}"
            raise ConstitutionError(message, path=str(path), line=entry.line, column=1, hint=hint)
        seen[key] = entry


def _cues(document: _Document) -> dict[WordClass, frozenset[str]]:
    top = document.mapping(document.root, {"cues", "language", "words"})
    document.version(top["cues"])
    classes = tuple(word_class.value for word_class in WordClass)
    found = document.mapping(top["words"], (), optional=classes)
    return {
        WordClass(name): frozenset([item.casefold() for item in document.words(node)]) for name, node in found.items()
    }
