"""Build a guard by hand: no YAML, the ready-made layers, and a layer of your own between them."""

from __future__ import annotations

import re
from dataclasses import replace

from guardrails import Action, Decision, Guard, MemorySink, Request, Response, text_model
from guardrails.flow import Flow, Handler
from guardrails.trace import Trace

_PHONE_NUMBER = re.compile(r"\b\d{4} \d{3} \d{4}\b")  # 0118 496 0123


def mask_phone_numbers(request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
    """A layer is a generator: change the request, call the next layer, change the response. It does no I/O itself."""
    response = yield from call_next(request)
    masked = tuple(replace(text, text=_PHONE_NUMBER.sub("[phone]", text.text)) for text in response.texts)
    if masked == response.texts:
        return response
    trace.record(Decision(layer="phone", action=Action.REWRITE, reason="a telephone number in the answer"))
    return replace(response, texts=masked)


def polite(request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
    """A layer may also call again: here, once more when the first answer is empty."""
    response = yield from call_next(request)
    if any(text.text for text in response.texts):
        return response
    trace.record(Decision(layer="polite", action=Action.ANNOTATE, reason="asked again after an empty answer"))
    return (yield from call_next(request))


def main() -> None:
    log = MemorySink()
    guard = Guard([mask_phone_numbers, polite], log=log)  # the first listed is the outermost
    replies = iter(["", "Call Ms. White on 0118 496 0123."])

    result = guard.run("How do I reach the recruiter?", text_model(lambda prompt: next(replies)))

    print(result.text)
    for decision in result.decisions:
        print(decision.layer, decision.action.name.lower(), "-", decision.reason)
    print(len(log.records), "records")


if __name__ == "__main__":
    main()
