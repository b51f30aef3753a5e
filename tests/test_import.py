"""What an import costs: no third-party module before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LOADED = "import json, sys; before = set(sys.modules); {code}; print(json.dumps(sorted(set(sys.modules) - before)))"


def loaded_by(code: str) -> set[str]:
    """Top-level packages outside the standard library that *code* loads in a fresh interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED.format(code=code)], capture_output=True, text=True, check=True, timeout=60
    )
    packages = {name.partition(".")[0] for name in json.loads(run.stdout)}
    return packages - sys.stdlib_module_names - {"guardrails"}


@pytest.mark.parametrize(
    "code",
    [
        "import guardrails",
        "import guardrails; dir(guardrails)",
        "from guardrails.types import Text",
        "from guardrails.errors import Blocked",
        "from guardrails.flow import compose, drive, adrive",
        "from guardrails.testing import ScriptedModel",
    ],
)
def test_the_core_loads_no_third_party_module(code: str) -> None:
    assert loaded_by(code) == set()


def test_a_guard_of_your_own_needs_neither_yaml_nor_a_client() -> None:
    assert not loaded_by("from guardrails import Guard; Guard([])") & {"yaml", "pydantic", "openai", "httpx", "rich"}


def test_a_pack_loads_no_client_and_no_language_model() -> None:
    assert not loaded_by("from guardrails import Guard; Guard.from_pack('hiring')") & {
        "openai", "httpx", "httpx2", "spacy", "presidio_analyzer", "langchain_core", "rich",
    }  # fmt: skip


def test_langchain_agents_are_loaded_only_for_their_middleware() -> None:
    code = "import guardrails.integrations.langchain as a, guardrails.integrations.langchain_agents; a.GuardedChatModel"
    assert not loaded_by(code) & {"langchain", "langgraph"}


def test_help_of_the_command_line_loads_no_pack_and_no_client() -> None:
    code = "from guardrails.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    script = f"import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()):\n    exec({code!r})"
    assert not loaded_by(f"exec({script!r})") & {"yaml", "pydantic", "openai", "httpx", "ahocorasick_rs", "tenacity"}


def test_every_public_name_can_be_imported() -> None:
    import guardrails

    for name in guardrails.__all__:
        assert getattr(guardrails, name) is not None
    assert set(guardrails.__all__) <= set(dir(guardrails))


def test_a_name_is_looked_up_once() -> None:
    import guardrails

    first = guardrails.Guard
    assert vars(guardrails)["Guard"] is first


def test_a_star_imports_the_public_names_and_no_others() -> None:
    import guardrails

    names: dict[str, object] = {}
    exec("from guardrails import *", names)  # noqa: S102 - a star import may not stand in a function
    assert set(names) - {"__builtins__"} == set(guardrails.__all__)
    assert dir(guardrails) == sorted(guardrails.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    import guardrails

    with pytest.raises(AttributeError, match="no attribute 'Gard'"):
        _ = guardrails.Gard
