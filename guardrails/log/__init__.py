"""The decision log: an append-only, tamper-evident, privacy-preserving account of every decision."""

from __future__ import annotations

from guardrails.log.record import SCHEMA, Record, records_of
from guardrails.log.sinks import JsonlSink, MemorySink, Sink

__all__ = ["SCHEMA", "JsonlSink", "MemorySink", "Record", "Sink", "records_of"]
