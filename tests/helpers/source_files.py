"""The project's own files, as the convention tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["ROOT", "Module", "modules", "pages", "text_files"]

ROOT = Path(__file__).resolve().parents[2]

_FOLDERS = (".ci", "constitutions", "docs", "examples", "guardrails", "tests")
_TOP = ("CHANGELOG.md", "Makefile", "README.md", "pyproject.toml")
_TEXT = {"", ".json", ".jsonl", ".md", ".py", ".toml", ".txt", ".yaml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file, parsed. *name* is its path from the root."""

    name: str
    source: str
    tree: ast.Module

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def imported(self) -> set[str]:
        """Top-level names of what it imports, wherever the import stands."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
        return names


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """Every Python file under *folder*, sorted."""
    found = sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)
    return tuple(_parsed(path) for path in found)


def _parsed(path: Path) -> Module:
    source = path.read_text(encoding="utf-8")
    return Module(name=path.relative_to(ROOT).as_posix(), source=source, tree=ast.parse(source))


def text_files() -> Iterator[Path]:
    """Every file that a person wrote."""
    yield from (ROOT / name for name in _TOP)
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in _TEXT and "__pycache__" not in path.parts:
                yield path


def pages() -> tuple[Path, ...]:
    """The README and every page of the documentation."""
    return (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
