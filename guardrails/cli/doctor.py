"""``constitution doctor``: what is installed, what clashes, what can be reached."""

from __future__ import annotations

import importlib.metadata as metadata
import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click

from guardrails.cli.errors import ExitCode, Failure, debug_option
from guardrails.cli.options import json_option, state_folder

__all__ = ["clash", "command"]

_OURS = "constitutional-guardrails"
_BASE = ("ahocorasick-rs", "click", "orjson", "pydantic", "PyYAML", "rich", "tenacity")
_EXTRAS = {"openai": ("openai", "jsonschema")}
_PATIENCE_S = 3.0


class _Verdict(StrEnum):
    GOOD = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """One thing looked at, what was found, and what to do about it."""

    about: str
    verdict: _Verdict
    says: str


@click.command("doctor", short_help="Look at this installation and say what is wrong with it.")
@click.option("--offline", is_flag=True, help="Do not ask whether the model server answers.")
@json_option
@debug_option
def command(offline: bool, as_json: bool) -> None:
    """Print versions, extras, clashing packages, packs, the log folder, and whether the model server answers.

    \b
    Examples:
      constitution doctor
      constitution doctor --offline --json

    Exit code 1 when something is wrong. A missing extra or key is a note: check works without.
    """
    from guardrails.cli.output import console, print_json, table

    found = list(_findings(offline))
    wrong = any(finding.verdict is _Verdict.WRONG for finding in found)
    if as_json:
        shown = [{"about": one.about, "verdict": one.verdict.value, "says": one.says} for one in found]
        print_json({"healthy": not wrong, "findings": shown})
    else:
        made, styles = table("", "about", "finding"), {_Verdict.GOOD: "", _Verdict.NOTE: "yellow"}
        made.columns[2].overflow = "fold"
        for one in found:
            made.add_row(one.verdict.value, one.about, one.says, style=styles.get(one.verdict, "bold red"))
        console().print(made)
    click.get_current_context().exit(ExitCode.BLOCKED if wrong else ExitCode.OK)


def _findings(offline: bool) -> Iterator[_Finding]:
    yield _good("python", f"{platform.python_version()} on {platform.system()}")
    yield _version(_OURS)
    yield from (_version(name) for name in _BASE)
    yield from (_extra(extra, needs) for extra, needs in _EXTRAS.items())
    yield clash(metadata.packages_distributions())
    yield _packs()
    yield _log_folder(state_folder())
    if not offline:
        yield _model()


def _good(about: str, says: str) -> _Finding:
    return _Finding(about=about, verdict=_Verdict.GOOD, says=says)


def _version(name: str) -> _Finding:
    try:
        return _good(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return _Finding(about=name, verdict=_Verdict.WRONG, says=f"not installed: pip install {name}")


def _extra(extra: str, needs: tuple[str, ...]) -> _Finding:
    versions, missing = [], []
    for name in needs:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        says = f"{', '.join(missing)} not installed: pip install '{_OURS}[{extra}]'"
        return _Finding(about=f"extra {extra}", verdict=_Verdict.NOTE, says=says)
    return _good(f"extra {extra}", ", ".join(versions))


def clash(distributions: Mapping[str, list[str]]) -> _Finding:
    """Whether another distribution installs a package called ``guardrails``, given who installs what."""
    others = sorted({name for name in distributions.get("guardrails", ()) if _normal(name) != _OURS})
    if not others:
        return _good("package name", "no other distribution installs a package called guardrails")
    says = (
        f"{', '.join(others)} installs a package called guardrails too, over this one: keep them in separate "
        f"environments, or: pip uninstall {' '.join(others)} && pip install --force-reinstall {_OURS}"
    )
    return _Finding(about="package name", verdict=_Verdict.WRONG, says=says)


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _packs() -> _Finding:
    from guardrails.constitution import pack_names, packs_folder
    from guardrails.errors import ConstitutionError

    try:
        return _good("packs", f"{', '.join(pack_names())} in {packs_folder()}")
    except ConstitutionError as error:
        return _Finding(about="packs", verdict=_Verdict.WRONG, says=str(error))


def _log_folder(folder: Path) -> _Finding:
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return _good("log folder", str(folder) if there == folder else f"{folder} (made with the first record)")
    says = f"{folder}: cannot be written; set GUARDRAILS_LOG_DIR, or use --log DIR or --no-log"
    return _Finding(about="log folder", verdict=_Verdict.WRONG, says=says)


def _model() -> _Finding:
    from guardrails.cli.upstream import KEY, client_of, host, told
    from guardrails.errors import MissingExtraError

    if not os.environ.get(KEY):
        says = f"{KEY} is not set: check needs none, run cannot call a model"
        return _Finding(about="model", verdict=_Verdict.NOTE, says=says)
    try:
        with told(None):
            known = len(client_of(_PATIENCE_S, retries=0).models.list().data or ())
    except MissingExtraError:
        return _Finding(about="model", verdict=_Verdict.NOTE, says="not asked: the extra openai is not installed")
    except Failure as error:
        return _Finding(about="model", verdict=_Verdict.NOTE, says=error.message)
    return _good("model", f"{host()} answers and lists {known} models")
