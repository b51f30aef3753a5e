"""What a guarded answer says about itself: never a text, only what was decided and where that is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guardrails.types import Action, ConstitutionRef, Decision, Result

__all__ = ["KEY", "WITHHOLDING", "constitution_info", "informed", "result_info", "run_info"]

KEY = "guardrails"
"""In an answer's response metadata, and in the metadata of its run."""
WITHHOLDING: Final = (Action.ESCALATE.name.lower(), Action.BLOCK.name.lower())


def constitution_info(ref: ConstitutionRef | None) -> dict[str, Any] | None:
    return None if ref is None else {"name": ref.name, "version": ref.version, "digest": ref.digest}


def result_info(result: Result) -> dict[str, Any]:
    """For ``response_metadata``: the same keys as on any other guarded client."""
    info = {
        "action": result.action.name.lower(),
        "call_id": result.call_id,
        "decisions": [decision.id for decision in result.decisions],
        "constitution": constitution_info(result.constitution),
    }
    return info if result.escalation is None else {**info, "escalation": result.escalation}


def informed(metadata: Mapping[str, Any], result: Result) -> dict[str, Any]:
    """*metadata* of an answer, with what *result* says of it. A guard further in that withheld it keeps the word."""
    told = metadata.get(KEY)
    if isinstance(told, Mapping) and told.get("action") in WITHHOLDING and result.response.refusal is None:
        return dict(metadata)
    return {**metadata, KEY: result_info(result)}


def run_info(result: Result) -> dict[str, Any]:
    """For a tracer: the decisions themselves."""
    return {**result_info(result), "decisions": [_decision(decision) for decision in result.decisions]}


def _decision(decision: Decision) -> dict[str, Any]:
    told = {
        "id": decision.id,
        "layer": decision.layer,
        "action": decision.action.name.lower(),
        "status": str(decision.status),
        "reason": decision.reason,
        "rule": decision.rule,
        "principle": decision.principle,
        "attribute": decision.attribute,
    }
    return {key: value for key, value in told.items() if value is not None}
