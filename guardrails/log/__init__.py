"""The decision log: an append-only, tamper-evident, privacy-preserving account of every decision."""

from __future__ import annotations

from guardrails.log.read import read
from guardrails.log.record import SCHEMA, Record, as_json, records_of
from guardrails.log.sinks import JsonlSink, MemorySink, Sink
from guardrails.log.verify import Damage, Ending, Problem, Verification, verify

__all__ = [
    "SCHEMA",
    "Damage",
    "Ending",
    "JsonlSink",
    "MemorySink",
    "Problem",
    "Record",
    "Sink",
    "Verification",
    "as_json",
    "read",
    "records_of",
    "verify",
]
