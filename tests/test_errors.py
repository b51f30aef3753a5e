"""Errors: the tree, the place, the next step, and no text a person wrote."""

from __future__ import annotations

import inspect

import pytest

from guardrails import errors
from guardrails.errors import (
    ConstitutionError,
    CriticError,
    GuardFailed,
    GuardrailsError,
    MissingExtraError,
    UnguardedEndpointError,
    UnknownComponentError,
    did_you_mean,
)


def test_every_error_is_a_guardrails_error_and_is_drawn_in_the_tree() -> None:
    classes = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if cls.__module__ == errors.__name__]
    assert len(classes) >= 10
    for cls in classes:
        assert issubclass(cls, GuardrailsError)
        assert cls.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            ConstitutionError("no name", path="a.yaml", line=3, column=5, hint="add one"),
            "a.yaml:3:5: no name (add one)",
        ),
        (ConstitutionError("no name", path="a.yaml"), "a.yaml: no name"),
        (ConstitutionError("no name"), "no name"),
        (
            UnknownComponentError("rule", "genralisation", ["generalisation", "causation"], path="a.yaml", line=1),
            "a.yaml:1: unknown rule 'genralisation' (did you mean 'generalisation'?)",
        ),
        (UnknownComponentError("rule", "zzz", ["b", "a"]), "unknown rule 'zzz' (known: a, b)"),
        (
            MissingExtraError("openai", extra="openai"),
            "'openai' is needed here and is not installed: pip install 'constitutional-guardrails[openai]'",
        ),
        (CriticError("no verdict"), "critique: no verdict"),
    ],
)
def test_messages_say_where_what_and_what_next(error: GuardrailsError, message: str) -> None:
    assert str(error) == message


def test_an_unknown_endpoint_says_how_to_allow_it() -> None:
    assert "allow=('/v1/new',)" in str(UnguardedEndpointError("/v1/new", known=["/chat/completions"]))


def test_a_missing_extra_is_also_an_import_error_and_a_critic_error_a_failed_guard() -> None:
    assert issubclass(MissingExtraError, ImportError)
    assert issubclass(CriticError, GuardFailed)


@pytest.mark.parametrize(("name", "hint"), [("agee", "did you mean 'age'?"), ("xyzzy", "")])
def test_suggestions_are_given_only_when_close(name: str, hint: str) -> None:
    assert did_you_mean(name, ["age", "race"]) == hint
