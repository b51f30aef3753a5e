"""Without an extra its integration says which one to install, and only when it is used."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any

import pytest

from guardrails.errors import MissingExtraError

USES: list[tuple[str, str, Callable[[], object]]] = [
    ("presidio_analyzer", "nlp", lambda: _module("presidio").recognizer(lambda _: ())),
    ("presidio_analyzer", "nlp", lambda: _module("presidio").loaded_engine(object())),
    ("spacy", "nlp", lambda: _module("spacy").register("never_registered")),
    ("langchain", "langchain-agents", lambda: _module("langchain_agents").GuardMiddleware),
    ("sqlalchemy", "sql", lambda: _module("sql").SqlCatalogue(object(), {"products": ["colour"]})),
]


def _module(name: str) -> Any:
    return importlib.import_module(f"guardrails.integrations.{name}")


@pytest.mark.parametrize(
    ("package", "extra", "use"), USES, ids=["recognizer", "engine", "component", "middleware", "catalogue"]
)
def test_a_missing_package_names_its_extra(
    monkeypatch: pytest.MonkeyPatch, package: str, extra: str, use: Callable[[], object]
) -> None:
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as caught:
        use()
    assert (caught.value.module, caught.value.extra) == (package, extra)
