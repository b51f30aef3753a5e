"""What the maintainers would otherwise have to say in every review of the package's source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.helpers.source_files import ROOT, Module, modules, text_files

PACKAGE = modules("guardrails")
EVERYTHING = (*PACKAGE, *modules("tests"), *modules("examples"))

by_name = pytest.mark.parametrize("module", PACKAGE, ids=lambda module: module.name)
every_file = pytest.mark.parametrize("module", EVERYTHING, ids=lambda module: module.name)


@every_file
def test_a_file_stays_under_400_lines(module: Module) -> None:
    assert len(module.source.splitlines()) < 400


def test_half_of_the_files_stay_near_130_lines() -> None:
    lengths = sorted(len(module.source.splitlines()) for module in PACKAGE)
    assert lengths[len(lengths) // 2] <= 150


@by_name
def test_a_module_says_its_idea_first(module: Module) -> None:
    docstring = ast.get_docstring(module.tree) or ""
    assert docstring.partition("\n")[0].rstrip().endswith((".", ":", "?"))


@by_name
def test_what_is_public_is_exported(module: Module) -> None:
    exported = exported_names(module)
    assert exported is not None or module.name.endswith("__main__.py") or not set(public_names(module))
    assert set(public_names(module)) <= set(exported or ())


@by_name
def test_exports_are_bound_once_and_sorted(module: Module) -> None:
    exported = exported_names(module) or []
    assert exported == sorted(exported, key=as_isort_does)
    assert len(exported) == len(set(exported))
    if not module.name.endswith("guardrails/__init__.py"):  # its names are imported when they are first used
        assert set(exported) <= bound_names(module)


@by_name
def test_the_library_prints_nothing_and_sets_up_no_logging(module: Module) -> None:
    if "/cli/" in module.name:
        return
    calls = {ast.unparse(node.func) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
    assert not calls & {"print", "logging.basicConfig", "logging.config.dictConfig", "logging.StreamHandler"}
    assert not [call for call in calls if call.endswith((".addHandler", ".setLevel"))]


@by_name
def test_function_bodies_stay_short(module: Module) -> None:
    lengths = {function.name: body_lines(module, function) for function in module.functions()}
    assert not {name: length for name, length in lengths.items() if length > 25}


@every_file
def test_an_ignored_type_error_names_its_code(module: Module) -> None:
    assert not re.findall(r"#\s*type:\s*ignore(?!\[)", module.source)


@every_file
def test_nothing_is_left_for_later(module: Module) -> None:
    assert not re.findall(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b", module.source)
    assert not re.findall(r"\bNotImplemented" + r"Error\b", module.source)


@pytest.mark.parametrize("path", list(text_files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_knows_the_machine_it_was_written_on(path: object) -> None:
    text = (ROOT / str(path)).read_text(encoding="utf-8")
    home_made = r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me|Us" + r"ers)/\w|\.\./sha" + r"red\b"
    assert not re.findall(home_made, text)


def exported_names(module: Module) -> list[str] | None:
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            value = ast.literal_eval(node.value)
            assert isinstance(value, list)
            return value
    return None


def public_names(module: Module) -> Iterator[str]:
    """Functions and classes without an underscore, but for sub-commands, which are reached through their group."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            sub_command = any(re.match(r"\w+\.command\(", ast.unparse(how)) for how in node.decorator_list)
            if not sub_command and not node.name.startswith("_"):
                yield node.name


def bound_names(module: Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


def body_lines(module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body that say something: no docstring, blank line, comment or lone bracket."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not body:
        return 0
    lines = module.source.splitlines()[body[0].lineno - 1 : body[-1].end_lineno]
    return sum(1 for line in lines if re.search(r"\w", line.partition("#")[0]))


def as_isort_does(name: str) -> tuple[int, str]:
    """CONSTANTS first, then Classes, then the rest."""
    if name.isupper() and len(name) > 1:
        return (0, name)
    return (1 if name[0].isupper() else 2, name)


def test_the_order_of_exports_is_checked_by_a_key_that_tells_kinds_apart() -> None:
    names = ["MAXIMUM", "Alpha", "Beta", "alpha"]
    assert all(as_isort_does(a) < as_isort_does(b) for a, b in pairwise(names))
