"""Rewrite a stream while it arrives, releasing only text that more characters cannot change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guardrails.types import Detector, Span

__all__ = ["Window"]

_BATCH = 64
"""Characters that must arrive between two looks at the text: looking after every delta is quadratic."""


class Window:
    """A `Scrubber` that replaces spans, for detectors whose verdict needs at most *lookahead* more characters.

    Detection always sees the text from its start: forgetting released text breaks word boundaries and look-behind.
    *replace* maps the text of a span and the span to what takes its place. Spans must come sorted and disjoint.
    """

    __slots__ = ("_detect", "_done", "_lookahead", "_replace", "_seen", "_text")

    def __init__(self, detect: Detector, replace: Callable[[str, Span], str], *, lookahead: int) -> None:
        self._detect, self._replace, self._lookahead = detect, replace, lookahead
        self._text, self._done, self._seen = "", 0, 0

    def feed(self, delta: str, /) -> str:
        """Take the next characters; return what may be shown now (often nothing)."""
        self._text += delta
        if len(self._text) - self._seen < _BATCH:
            return ""
        return self._release(len(self._text) - self._lookahead)

    def flush(self) -> str:
        """Return the rest: the stream has ended."""
        return self._release(len(self._text))

    def _release(self, limit: int) -> str:
        self._seen = len(self._text)
        spans = [span for span in self._detect(self._text) if span.start >= self._done]
        limit = _before_open_span(max(self._done, limit), spans)
        parts: list[str] = []
        for span in spans:
            if span.end > limit:
                break
            parts += (self._text[self._done : span.start], self._replace(self._text[span.start : span.end], span))
            self._done = span.end
        parts.append(self._text[self._done : limit])
        self._done = limit
        return "".join(parts)


def _before_open_span(limit: int, spans: Sequence[Span]) -> int:
    return min([limit, *(span.start for span in spans if span.start < limit < span.end)])
