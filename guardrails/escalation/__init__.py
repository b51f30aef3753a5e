"""Calls that wait for a person: what is kept of them, where, and how somebody decides."""

from __future__ import annotations

from guardrails.escalation.case import STATE_AFTER, Escalation, Resolution, ReviewVerdict, State
from guardrails.escalation.desk import Desk, Redacted, Redactor
from guardrails.escalation.folder import FolderEscalations
from guardrails.escalation.form import CASE_SCHEMA, RESOLUTION_SCHEMA, as_json
from guardrails.escalation.store import EscalationStore, MemoryEscalations

__all__ = [
    "CASE_SCHEMA",
    "RESOLUTION_SCHEMA",
    "STATE_AFTER",
    "Desk",
    "Escalation",
    "EscalationStore",
    "FolderEscalations",
    "MemoryEscalations",
    "Redacted",
    "Redactor",
    "Resolution",
    "ReviewVerdict",
    "State",
    "as_json",
]
