"""The same draft in the same setting is judged once; anything that could change the verdict is another question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from guardrails.critics import RememberingCritic
from guardrails.errors import CriticError
from guardrails.flow import Flow, ask_all, drive
from guardrails.testing import ScriptedModel
from guardrails.types import Principle, Request, Response, Severity, Source, Verdicts
from tests.helpers.critics import asked, said

NORM = Principle(id="a", text="A.")
REQUEST, DRAFT = asked((Source.USER, "Whom?")), said("He is fine.")


@dataclass
class Counting:
    calls: int = 0
    fails: bool = False
    name: str = "counting"

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        yield from ask_all(())
        self.calls += 1
        if self.fails:
            raise CriticError("down")
        return Verdicts(judged=("a",), tokens=10)

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        yield from ask_all(())
        self.calls += 1
        return draft


def judge(
    critic: RememberingCritic, request: Request = REQUEST, draft: Response = DRAFT, norm: Principle = NORM
) -> Verdicts:
    return drive(critic.judge(request, draft, (norm,)), ScriptedModel([]))


def test_a_known_draft_costs_no_call_and_no_tokens() -> None:
    counting = Counting()
    critic = RememberingCritic(counting)
    assert (judge(critic).tokens, judge(critic).tokens, counting.calls) == (10, 0, 1)


OTHERS = {
    "another draft": (REQUEST, said("She is fine."), NORM),
    "another question": (asked((Source.USER, "Who?")), DRAFT, NORM),
    "another source": (asked((Source.CONTEXT, "Whom?")), DRAFT, NORM),
    "one text more": (asked((Source.USER, "Whom?"), (Source.USER, "")), DRAFT, NORM),
    "another model": (replace(REQUEST, model="other"), DRAFT, NORM),
    "another wording": (REQUEST, DRAFT, replace(NORM, text="B.")),
    "another severity": (REQUEST, DRAFT, replace(NORM, severity=Severity.HIGH)),
}


@pytest.mark.parametrize(("request_", "draft", "norm"), OTHERS.values(), ids=OTHERS)
def test_whatever_could_change_the_verdict_is_asked_anew(request_: Request, draft: Response, norm: Principle) -> None:
    counting = Counting()
    critic = RememberingCritic(counting)
    judge(critic)
    judge(critic, request_, draft, norm)
    assert counting.calls == 2


def test_an_error_is_not_kept() -> None:
    counting = Counting(fails=True)
    critic = RememberingCritic(counting)
    with pytest.raises(CriticError):
        judge(critic)
    counting.fails = False
    assert judge(critic).judged == ("a",)


def test_the_draft_used_longest_ago_is_forgotten() -> None:
    counting = Counting()
    critic = RememberingCritic(counting, size=2)
    for word in ("one", "two", "one", "three", "one", "two"):
        judge(critic, draft=said(word))
    assert counting.calls == 4  # one, two, three, and two again


def test_a_revision_is_made_each_time() -> None:
    counting = Counting()
    critic = RememberingCritic(counting)
    for _ in range(2):
        drive(critic.revise(REQUEST, DRAFT, Verdicts(), (NORM,)), ScriptedModel([]))
    assert (counting.calls, critic.name) == (2, "counting")


def test_no_text_stays_behind() -> None:
    critic = RememberingCritic(Counting())
    judge(critic, asked((Source.USER, "canary-in")), said("canary-out"))
    assert "canary" not in repr(vars(critic))


def test_room_for_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="size must be 1 or more"):
        RememberingCritic(Counting(), size=0)
