"""What may be kept of a call's texts: scrubbed as the layers scrub, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.middleware import Moderate, Scrub, Treatment
from guardrails.middleware.redact import Redactor, redactors_of
from guardrails.types import Moderation, Source, Span, Text
from tests.helpers.escalations import find_planted


def treatment(*sources: Source, mode: Moderation = Moderation.MASK) -> Treatment:
    return Treatment(detect=find_planted, actions=dict.fromkeys(sources, mode))


MODERATE = Moderate(treatment(Source.USER))
SCRUB = Scrub(treatment(Source.ASSISTANT, Source.TOOL_CALL))


def kept(redactor: Redactor, *texts: Text) -> list[str]:
    return [text.text for text in redactor(texts).texts]


def said(text: str, source: Source = Source.ASSISTANT, path: str = "/x") -> Text:
    return Text(path=path, text=text, source=source)


@pytest.mark.parametrize("source", list(Source))
@pytest.mark.parametrize("layers", [[MODERATE, SCRUB], [SCRUB], [MODERATE]], ids=["both", "scrub", "moderate"])
def test_texts_of_every_source_are_scrubbed_whatever_the_layers_name(source: Source, layers: list[object]) -> None:
    for redactor in redactors_of(layers):
        assert kept(redactor, said("the woman left", source)) == ["the [gender] left"]


def test_without_a_layer_that_knows_what_is_protected_nothing_is_kept() -> None:
    for redactor in redactors_of([object()]):
        assert redactor([said("the woman left")]).texts == ()


@pytest.mark.parametrize("mode", list(Moderation))
def test_the_pack_decides_how_but_what_it_blocks_is_masked(mode: Moderation) -> None:
    _, draft = redactors_of([Scrub(treatment(Source.ASSISTANT, mode=mode))])
    (text,) = kept(draft, said("the woman left"))
    untouched = mode in (Moderation.KEEP, Moderation.ANNOTATE)
    assert ("woman" in text) is untouched
    if mode is Moderation.BLOCK:
        assert text == "the [gender] left"


def test_a_mode_by_attribute_is_kept_by_attribute() -> None:
    modes = {"gender": Moderation.BLOCK, "age": Moderation.KEEP}
    scrub = Scrub(Treatment(detect=find_planted, actions={Source.ASSISTANT: modes}))
    assert kept(redactors_of([scrub])[1], said("a woman")) == ["a [gender]"]


def test_a_text_that_cannot_be_scrubbed_is_kept_empty_and_the_others_whole() -> None:
    def sometimes(text: str) -> Sequence[Span]:
        if "crash" in text:
            raise ValueError(text)
        return find_planted(text)

    _, draft = redactors_of([Scrub(Treatment(detect=sometimes, actions={Source.ASSISTANT: Moderation.MASK}))])
    made = draft([said("a woman"), said("crash, woman", path="/y#/a woman")])
    assert [text.text for text in made.texts] == ["a [gender]", ""]
    assert [text.path for text in made.texts] == ["/x", "/y"]
    assert made.unfit == ("/y",)


def test_a_value_that_does_not_fit_is_kept_scrubbed_and_named() -> None:
    text = Text(path="/a#/who", text="a woman", source=Source.TOOL_CALL, fits=lambda new: new == "a woman")
    made = redactors_of([SCRUB])[1]([text])
    assert [text.text for text in made.texts] == ["a [gender]"]
    assert made.unfit == ("/a#/who",)
    assert made.texts[0].fits is None


@pytest.mark.parametrize("key", ["a woman", "notes/a_woman", "the~1woman"])
def test_a_key_that_speaks_of_a_group_is_not_kept(key: str) -> None:
    made = redactors_of([SCRUB])[1]([said("hi", path="/1#/fine"), said("hi", path=f"/2#/{key}")])
    assert [text.path for text in made.texts] == ["/1#/fine", "/2#/1"]
    assert made.unfit == ("/2#/1",)


@given(st.lists(st.sampled_from(["a woman", "women", "fine", "", "WOMAN woman"]), max_size=4), st.sampled_from(Source))
def test_scrubbing_again_changes_nothing(words: list[str], source: Source) -> None:
    for redactor in redactors_of([MODERATE, SCRUB]):
        once = redactor([said(text, source) for text in words])
        assert redactor(once.texts).texts == once.texts
        assert len(once.texts) == len(words)
        assert not [text for text in once.texts if "wom" in text.text.lower()]


def test_no_path_or_text_shows_in_a_repr() -> None:
    text = Text(path="/a#/secret", text="a woman", source=Source.TOOL_CALL, fits=lambda new: False)
    shown = repr(redactors_of([SCRUB])[1]([text]))
    assert "secret" not in shown
    assert "woman" not in shown
