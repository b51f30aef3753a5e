"""Where the packs are that come with the library: inside the installed package, or beside it in a source tree."""

from __future__ import annotations

import re
from pathlib import Path

from guardrails.errors import ConstitutionError, UnknownComponentError

__all__ = ["find_packs", "lexicon_path", "pack_names", "pack_path", "packs_folder"]

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")  # "en"; "en.cues" is no lexicon
_BASE = "fairness.yaml"


def packs_folder() -> Path:
    """The folder of the packs. Raises `ConstitutionError` when the installation has none."""
    return find_packs(Path(__file__).resolve().parent.parent)


def find_packs(package: Path) -> Path:
    """The packs of the installation whose package folder is *package*: inside a wheel's, beside a source tree's."""
    for folder in (package / "_packs", package.parent / "constitutions"):
        if (folder / _BASE).is_file():
            return folder
    raise ConstitutionError("the packs are missing from this installation", hint="reinstall constitutional-guardrails")


def pack_names() -> tuple[str, ...]:
    """Names of the packs, sorted."""
    return tuple(sorted(path.stem for path in packs_folder().glob("*.yaml") if _NAME.fullmatch(path.stem)))


def pack_path(name: str) -> Path:
    """The file of the pack *name*. Raises `UnknownComponentError` with a suggestion."""
    folder = packs_folder()
    path = folder / f"{name}.yaml"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise UnknownComponentError("pack", _short(name), pack_names())
    return path


def lexicon_path(language: str) -> Path:
    """The lexicon of *language* (``en``). Raises `UnknownComponentError` naming the languages there are."""
    folder = packs_folder() / "lexicons"
    path = folder / f"{language}.yaml"
    if not _LANGUAGE.fullmatch(language) or not path.is_file():
        known = (found.stem for found in folder.glob("*.yaml") if _LANGUAGE.fullmatch(found.stem))
        raise UnknownComponentError("lexicon", _short(language), known)
    return path


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:57]}..."
