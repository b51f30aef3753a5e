"""The same people through a conversation: letters hold over its texts, and earlier turns stay as they were."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails import Guard
from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import build_detector
from guardrails.detectors.memo import remembering
from guardrails.middleware import Scrub, Treatment
from guardrails.testing import ScriptedModel
from guardrails.types import Moderation, Request, Source, Span, Text

_DETECT = build_detector(load_lexicon(lexicon_path("en")))
_TURNS = (
    "I interviewed a young man and an old woman.",
    "The old woman was faster.",
    "Was the young man late?",
    "A Sikh applied too.",
    "Compare the Sikh and the young man.",
    "Thanks!",
    "Is the deaf engineer better than the pregnant engineer?",
)


def treatment() -> Treatment:
    return Treatment(
        detect=_DETECT,
        actions={Source.USER: Moderation.NEUTRALISE, Source.ASSISTANT: Moderation.NEUTRALISE},
        person="candidate",
    )


def said(*turns: str, source: Source = Source.USER) -> tuple[Text, ...]:
    return tuple(Text(path=f"/messages/{at}/content", text=turn, source=source) for at, turn in enumerate(turns))


def moderated(*turns: str) -> list[str]:
    return [treated.text.text for treated in treatment().apply_all(said(*turns), layer="moderate")]


def test_somebody_has_one_letter_in_all_turns() -> None:
    assert moderated(*_TURNS[:3]) == [
        "I interviewed two candidates.",
        "Candidate B was faster.",
        "Was candidate A late?",
    ]


def test_somebody_who_joins_later_gets_the_next_letter() -> None:
    assert moderated(*_TURNS[:5])[3:] == ["A candidate applied too.", "Compare candidate C and candidate A."]


def test_one_person_needs_no_letter_however_long_the_conversation() -> None:
    assert moderated("A young man applied.", "The young man is here.") == [
        "A candidate applied.",
        "The candidate is here.",
    ]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(_TURNS), max_size=6), st.sampled_from(_TURNS))
def test_a_further_turn_changes_no_earlier_one(turns: list[str], further: str) -> None:
    assert moderated(*turns, further)[:-1] == moderated(*turns)


def test_a_letter_the_user_uses_is_given_to_nobody() -> None:
    turns = ("Candidate A is from Leeds.", "The young man asked the old woman.")
    assert moderated(*turns)[1] == "Candidate B asked candidate C."


def test_an_answer_does_not_reuse_the_letters_of_the_request() -> None:
    request = Request(texts=said("Candidate A asked candidate B."))
    result = Guard([Scrub(treatment())]).run(request, ScriptedModel(["The young man may ask the old woman."]))
    assert result.text == "Candidate C may ask candidate D."


def test_earlier_turns_are_not_scanned_again() -> None:
    scanned: list[str] = []

    def detect(text: str) -> Sequence[Span]:
        scanned.append(text)
        return _DETECT(text)

    chosen = Treatment(detect=remembering(detect), actions={Source.USER: Moderation.NEUTRALISE})
    for size in range(1, len(_TURNS) + 1):
        chosen.apply_all(said(*_TURNS[:size]), layer="moderate")
    assert scanned == list(_TURNS)
