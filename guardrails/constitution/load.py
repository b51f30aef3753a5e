"""From a file to a resolved `Constitution`, with every complaint at its ``file:line:column``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from pydantic import ValidationError

from guardrails.constitution.complaints import complaints
from guardrails.constitution.compose import MAX_BYTES, compose
from guardrails.constitution.merge import merge
from guardrails.constitution.nodes import MappingNode, ScalarNode, plain
from guardrails.constitution.packs import pack_path
from guardrails.constitution.place import origins_of
from guardrails.constitution.problems import Complaint, error_at, error_of
from guardrails.constitution.schema import Constitution
from guardrails.errors import ConstitutionError, UnknownComponentError

__all__ = ["load", "load_file", "load_pack", "load_text"]

_MAX_LEVELS: Final = 8
_FILE_LIKE: Final = re.compile(r"[/\\]|\.ya?ml$")


@dataclass(frozen=True, slots=True)
class _Document:
    """One file of the chain from a constitution to its outermost base."""

    path: Path
    root: MappingNode
    complaints: tuple[Complaint, ...] = ()

    @property
    def extends(self) -> ScalarNode | None:
        node = self.root.get("extends")
        return node if isinstance(node, ScalarNode) and isinstance(node.value, str) else None


def load(reference: str | PathLike[str]) -> Constitution:
    """A constitution by the name of a pack, or by path: what has a slash or ends in ``.yaml`` is a path."""
    if isinstance(reference, str) and not _FILE_LIKE.search(reference):
        return load_pack(reference)
    return load_file(reference)


def load_pack(name: str) -> Constitution:
    """A constitution that comes with the library. Raises `UnknownComponentError` with a suggestion."""
    return load_file(pack_path(name))


def load_file(path: str | PathLike[str]) -> Constitution:
    """The constitution in the file at *path*, its bases merged in.

    Raises `ConstitutionError`; several complaints come together as `ConstitutionProblems`.
    """
    given = Path(path)
    return _resolved(_chain(_parse(_read(given), given)))


def load_text(text: str, *, file: str = "<text>") -> Constitution:
    """The constitution in *text*. It may extend packs but no files, because it lies in no folder."""
    return _resolved(_chain(_parse(text, Path(file)), in_folder=False))


def _read(path: Path) -> str:
    """The text of a regular file of at most `MAX_BYTES`."""
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise ConstitutionError(
                "this is a folder, not a constitution", path=str(path), hint="name a .yaml file in it"
            )
        if not S_ISREG(mode):
            raise ConstitutionError("not a regular file", path=str(path))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else getattr(error, "strerror", None)
        raise ConstitutionError(reason or "not a usable path", path=str(path).replace("\0", "?")) from None
    if len(data) > MAX_BYTES:
        raise ConstitutionError("larger than 1 MiB", path=str(path), hint="a constitution is a few kilobytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConstitutionError("not UTF-8 text", path=str(path), line=line, hint="save it as UTF-8") from None


def _parse(text: str, path: Path) -> _Document:
    composed = compose(text, file=str(path))
    if isinstance(composed.root, MappingNode):
        return _Document(path, composed.root, composed.complaints)
    raise error_at(composed.root.place, "a constitution is a mapping of keys", "it starts with 'constitution: 1'")


def _chain(first: _Document, *, in_folder: bool = True) -> list[_Document]:
    """*first* and its bases, outermost last."""
    chain = [first]
    while (extends := chain[-1].extends) is not None:
        path = _base_path(chain[-1], extends, in_folder=in_folder or len(chain) > 1)
        if any(path.resolve() == known.path.resolve() for known in chain):
            names = " -> ".join([*(known.path.name for known in chain), path.name])
            raise error_at(extends.place, "a constitution cannot extend itself", names)
        if len(chain) == _MAX_LEVELS:
            raise error_at(extends.place, f"more than {_MAX_LEVELS} levels of 'extends'", "")
        try:
            chain.append(_parse(_read(path), path))
        except ConstitutionError as error:
            if error.line is None:  # not found, not readable: what is wrong is the reference
                raise error_at(extends.place, f"the base cannot be used: {error.message}", error.hint) from None
            raise
    return chain


def _base_path(document: _Document, extends: ScalarNode, *, in_folder: bool) -> Path:
    name = str(extends.value)
    if not _FILE_LIKE.search(name):
        try:
            return pack_path(name)
        except UnknownComponentError as error:
            place = extends.place
            raise UnknownComponentError(
                "pack", error.name, error.known, path=place.file, line=place.line, column=place.column
            ) from None
    if not in_folder:
        raise error_at(extends.place, "a text lies in no folder, so it can extend packs only", "load it from a file")
    folder = document.path.parent
    path = folder / name.replace("\\", "/")
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links
        inside = False
    if not inside:
        raise error_at(extends.place, "a base must lie in the folder of the file that extends it", "or name a pack")
    return path


def _resolved(chain: list[_Document]) -> Constitution:
    """Merged from the outermost base inwards. Every level must be right in itself, so a base's faults come first."""
    root = chain[-1].root
    constitution = _validated(root, chain[-1].complaints)
    for document in reversed(chain[:-1]):
        root, wrong = merge(root, document.root)
        constitution = _validated(root, [*document.complaints, *wrong])
    return constitution.located(origins_of(root))


def _validated(root: MappingNode, found: Iterable[Complaint]) -> Constitution:
    wrong = [*found, *_unquoted(root)]
    try:
        constitution = Constitution.model_validate(plain(root))
    except ValidationError as error:
        wrong += complaints(error, root, Constitution)
    if wrong:
        raise error_of(wrong)
    return constitution


def _unquoted(root: MappingNode) -> list[Complaint]:
    version = root.get("version")
    if not isinstance(version, ScalarNode) or version.quoted or version.value is None:
        return []
    message, hint = "a version must be in quotes: YAML reads 1.10 as 1.1", 'for example version: "1.10"'
    return [Complaint(place=version.place, message=message, hint=hint)]
