"""What every part of the format shares: frozen values that refuse unknown keys, and the types fields are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from guardrails.constitution.problems import Problem, shown
from guardrails.constitution.vocabulary import ATTRIBUTES, FURTHER_ATTRIBUTES, RULE_NAMES, attribute_hint
from guardrails.errors import did_you_mean

__all__ = ["AddedAttribute", "Attribute", "Part", "Prose", "RuleName", "fault", "faults"]


class Part(BaseModel):
    """Base of the parts of a constitution. Errors never repeat what was written."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=True,  # a part is built once, inside the constitution's own validator
        populate_by_name=True,
    )


def faults(problems: Iterable[Problem]) -> PydanticCustomError:
    """Complaints in our own words, for raising inside a validator; each ``loc`` is relative to the value validated."""
    found = tuple(problems)
    # Through the context, so that a brace in a message is not taken for a placeholder.
    return PydanticCustomError("fault", "{message}", {"message": found[0].message, "problems": found})


def fault(message: str, hint: str = "") -> PydanticCustomError:
    """One complaint about the value validated."""
    return faults((Problem(loc=(), message=message, hint=hint),))


def _attribute(word: object) -> object:
    if isinstance(word, str) and word not in ATTRIBUTES:
        raise fault(f"unknown protected attribute {shown(word)}", attribute_hint(word))
    return word


def _rule(word: object) -> object:
    if isinstance(word, str) and word not in RULE_NAMES:
        hint = did_you_mean(word, RULE_NAMES) or f"known: {', '.join(RULE_NAMES)}"
        raise fault(f"unknown rule {shown(word)}", hint)
    return word


Attribute: TypeAlias = Annotated[str, BeforeValidator(_attribute), Field(json_schema_extra={"enum": list(ATTRIBUTES)})]
AddedAttribute: TypeAlias = Annotated[
    str, BeforeValidator(_attribute), Field(json_schema_extra={"enum": list(FURTHER_ATTRIBUTES)})
]
RuleName: TypeAlias = Annotated[str, BeforeValidator(_rule), Field(json_schema_extra={"enum": list(RULE_NAMES)})]
Prose: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
