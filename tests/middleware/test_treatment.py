"""Treatment of one text: mode by source and attribute, exceptions with their reason, edits that must fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from guardrails.middleware import Relevance, Treatment
from guardrails.middleware.relevance import relevant_attributes
from guardrails.middleware.treatment import Treated
from guardrails.types import Action, Form, Moderation, Sense, Source, Span, Status, Text

_WORDS = {
    "female": ("gender", Sense.PERSON),
    "Black": ("race", Sense.NAME),
    "pregnant": ("pregnancy", Sense.PERSON),
}


NEUTRALISED = dict.fromkeys(Source, Moderation.NEUTRALISE)


def detect(text: str) -> Sequence[Span]:
    return [
        Span(
            start=m.start(),
            end=m.end(),
            attribute=_WORDS[m.group()][0],
            sense=_WORDS[m.group()][1],
            reason="listed word",
            form=Form.ADJECTIVE,
        )
        for m in re.finditer("|".join(_WORDS), text)
    ]


def no_spans(text: str) -> Sequence[Span]:
    return ()


def treatment(mode: Moderation | dict[str, Moderation], **options: object) -> Treatment:
    return Treatment(detect=detect, actions={Source.USER: mode, Source.TOOL_CALL: mode}, **options)  # type: ignore[arg-type]


def user(text: str) -> Text:
    return Text(path="", text=text, source=Source.USER)


@pytest.mark.parametrize(
    ("mode", "expected", "action"),
    [
        (Moderation.KEEP, "a female candidate", Action.ALLOW),
        (Moderation.ANNOTATE, "a female candidate", Action.ANNOTATE),
        (Moderation.NEUTRALISE, "a candidate", Action.REWRITE),
        (Moderation.REMOVE, "a candidate", Action.REWRITE),
        (Moderation.MASK, "a [gender] candidate", Action.REWRITE),
        (Moderation.BLOCK, "a female candidate", Action.BLOCK),
    ],
)
def test_each_mode_does_its_own_thing(mode: Moderation, expected: str, action: Action) -> None:
    treated = treatment(mode).apply(user("a female candidate"), layer="moderate")
    assert (treated.text.text, treated.action) == (expected, action)


def test_an_attribute_that_is_not_named_is_left_alone_and_not_recorded() -> None:
    treated = treatment({"race": Moderation.MASK}).apply(user("a female candidate"), layer="moderate")
    assert treated.text.text == "a female candidate"
    assert treated.decisions == ()


def test_a_source_that_is_not_named_is_left_alone() -> None:
    text = Text(path="", text="a female candidate", source=Source.SYSTEM)
    assert treatment(Moderation.MASK).apply(text, layer="moderate").text is text


def test_a_look_alike_is_spared_and_the_sense_is_recorded() -> None:
    treated = treatment(Moderation.MASK).apply(user("Dr. Black is free"), layer="moderate")
    assert treated.text.text == "Dr. Black is free"
    (decision,) = treated.decisions
    assert (decision.rule, decision.action, decision.span) == ("name", Action.ALLOW, (4, 9))


def test_relevance_keeps_the_attribute_only_where_the_topic_is_spoken_of() -> None:
    relevant = (Relevance(attributes=frozenset({"pregnancy"}), topics=("food", "diet")),)
    chosen = treatment(Moderation.MASK, relevant=relevant)
    kept = chosen.apply(user("I am pregnant: which FOOD is safe?"), layer="moderate")
    masked = chosen.apply(user("she is pregnant, foodstuffs aside"), layer="moderate")
    assert (kept.decisions[0].rule, kept.action) == ("relevant", Action.ALLOW)
    assert "[pregnancy]" in masked.text.text


@pytest.mark.parametrize("text", ["half a \ud800 diet", "\ud800diet", "diet\udfff", "ÉTÉ \ud800 (diet)"])
def test_half_a_character_hides_no_topic(text: str) -> None:
    rule = Relevance(attributes=frozenset({"pregnancy"}), topics=("diet",))
    assert relevant_attributes((rule,), text) == {"pregnancy"}


def test_an_edit_that_does_not_fit_keeps_the_original_and_escalates() -> None:
    text = Text(path="/arguments#/note", text="female", source=Source.TOOL_CALL, fits={"male", "female"}.__contains__)
    treated = treatment(Moderation.MASK).apply(text, layer="scrub")
    assert treated.text.text == "female"
    assert [(d.action, d.status) for d in treated.decisions] == [(Action.ESCALATE, Status.SKIPPED)]


def test_a_protected_key_of_tool_arguments_makes_the_whole_value_protected() -> None:
    text = Text(path="/arguments#/applicant/gender", text="F", source=Source.TOOL_CALL)
    treated = treatment(Moderation.MASK).apply(text, layer="scrub")
    assert treated.text.text == "[gender]"
    assert treated.decisions[0].reason == "value of a protected field"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/content#/applicant/gender", Source.TOOL_RESULT),
        ("/result/0/gender", Source.TOOL_RESULT),  # data that a tool gave, before it is written as JSON
        ("/result/0/form#/gender", Source.TOOL_RESULT),
        ("/content#/gender", Source.ASSISTANT),
    ],
)
@pytest.mark.parametrize("said", ["F", "female", " F\n", "string quartet", "[F]"])
def test_a_protected_key_of_data_is_a_field_wherever_a_tool_or_a_model_wrote_it(
    said: str, path: str, source: Source
) -> None:
    everywhere = Treatment(detect=no_spans, actions=NEUTRALISED)
    treated = everywhere.apply(Text(path=path, text=said, source=source), layer="scrub")
    assert treated.text.text == "[gender]"


@pytest.mark.parametrize("said", ["string", "VARCHAR(20)", "[gender]", "null"])
def test_what_describes_a_field_or_masks_it_states_nothing(said: str) -> None:
    everywhere = Treatment(detect=no_spans, actions=NEUTRALISED)
    text = Text(path="/result/columns/gender", text=said, source=Source.TOOL_RESULT)
    assert everywhere.apply(text, layer="scrub") == Treated(text=text)


def test_what_somebody_pasted_has_no_fields() -> None:
    everywhere = Treatment(detect=no_spans, actions=NEUTRALISED)
    text = Text(path="/content#/gender", text="F", source=Source.USER)
    assert everywhere.apply(text, layer="moderate") == Treated(text=text)


@pytest.mark.parametrize("mode", [Moderation.NEUTRALISE, Moderation.REMOVE, Moderation.MASK])
@pytest.mark.parametrize("path", ["/arguments#/applicant/gender", "/arguments#/note"])
def test_an_argument_is_never_blanked(mode: Moderation, path: str) -> None:
    text = Text(path=path, text="female", source=Source.TOOL_CALL)
    assert treatment(mode).apply(text, layer="scrub").text.text == "[gender]"


def test_decisions_carry_offsets_into_the_original_and_never_its_words() -> None:
    treated = treatment(Moderation.MASK).apply(user("a pregnant and female candidate"), layer="moderate")
    assert [d.span for d in treated.decisions] == [(2, 10), (15, 21)]
    assert "pregnant" not in repr(treated)
