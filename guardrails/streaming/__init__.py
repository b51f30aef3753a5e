"""Streams: what is shown of an answer while it is still arriving, and what its caller iterates over."""

from guardrails.streaming.gate import Relay, TextGate
from guardrails.streaming.release import Release, Releases, need_of, releases_of
from guardrails.streaming.streams import AsyncGuardedStream, GuardedStream, ano_critic, no_critic

__all__ = [
    "AsyncGuardedStream",
    "GuardedStream",
    "Relay",
    "Release",
    "Releases",
    "TextGate",
    "ano_critic",
    "need_of",
    "no_critic",
    "releases_of",
]
