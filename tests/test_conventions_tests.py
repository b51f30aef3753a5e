"""What the maintainers would otherwise have to say in every review of a test."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from tests.helpers.source_files import Module, modules

TESTS = modules("tests")
every_test_file = pytest.mark.parametrize("module", TESTS, ids=lambda module: module.name)

_ASSERTING = re.compile(r"(?:^|\.)_?(?:assert|check|expect)\w*$|^pytest\.(?:raises|warns|fail)$|^benchmark(?:\.\w+)?$")


@every_test_file
def test_every_test_can_fail(module: Module) -> None:
    helpers = {function.name for function in module.functions() if asserts(function, set())}
    silent = [test.name for test in each_test(module) if not asserts(test, helpers)]
    assert not silent


@every_test_file
def test_nothing_is_patched_from_outside(module: Module) -> None:
    used = {ast.unparse(node) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute | ast.Name)}
    assert not [name for name in used if re.fullmatch(r"(?:unittest\.)?mock\.\w+|patch|MagicMock|mocker\.\w+", name)]


@every_test_file
def test_no_test_sleeps_or_watches_the_clock(module: Module) -> None:
    bodies = [node for test in each_test(module) for node in ast.walk(test)]
    calls = {ast.unparse(node.func) for node in bodies if isinstance(node, ast.Call)}
    assert not calls & {"time.sleep", "sleep"}
    for test in each_test(module):
        for node in ast.walk(test):
            if isinstance(node, ast.Assert) and isinstance(node.test, ast.Compare):
                assert not re.search(r"time\.(?:perf_counter|monotonic|time)\(", ast.unparse(node)), test.name


@every_test_file
def test_a_name_is_given_once(module: Module) -> None:
    counted = Counter(node.name for node in module.tree.body if isinstance(node, ast.FunctionDef))
    assert not [name for name, times in counted.items() if times > 1]


def test_every_test_file_can_be_told_from_its_name() -> None:
    names = Counter(PurePosixPath(module.name).name for module in TESTS if "/test_" in module.name)
    assert not [name for name, times in names.items() if times > 1]


def each_test(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    if "/test_" in module.name:
        yield from (function for function in module.functions() if function.name.startswith("test_"))


def asserts(function: ast.FunctionDef | ast.AsyncFunctionDef, helpers: set[str]) -> bool:
    """It asserts, expects an error, measures, or calls a function of this file that does."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if _ASSERTING.search(name) or name in helpers:
                return True
    return False


@pytest.mark.parametrize(
    ("body", "can_fail"),
    [
        ("assert x", True),
        ("with pytest.raises(ValueError): f()", True),
        ("assert_chunking_invariant(f)", True),
        ("print(f())", False),
        ("f().assertion", False),
    ],
)
def test_a_test_that_cannot_fail_is_recognised(body: str, can_fail: bool) -> None:
    (function,) = ast.parse(f"def test_it():\n    {body}").body
    assert isinstance(function, ast.FunctionDef)
    assert asserts(function, set()) is can_fail
