"""spaCy's users get our spans in their pipeline, and our guard gets the names that their model finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

from guardrails import Action, Guard, Sense, Span
from guardrails.errors import GuardrailsError
from guardrails.integrations.spacy import FACTORY, register, spacy_entities
from tests.helpers.nlp import pipeline

NAMES = {
    "deaf Quorn": "PERSON",
    "deaf Havana": "ORG",
    "jewish Quarter": "GPE",
    "black pearl islet": "LOC",
    "blind Hall A": "FAC",
    "the old maid Vol 2": "WORK_OF_ART",
    "gay": "LANGUAGE",
    "widow 500": "PRODUCT",
    "young hindus": "NORP",
}


def spans_of(doc: Any, key: str = "guardrails") -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[key]]


def blank(**config: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY, config=config)
    return nlp


def test_the_installed_distribution_announces_the_component_to_spacy() -> None:
    doc = blank()("The deaf Muslim woman called.")
    assert spans_of(doc) == [("deaf", "disability"), ("Muslim", "religion"), ("woman", "gender")]


def test_reasons_stand_beside_the_spans() -> None:
    doc = blank()("A deaf customer called the woman.")
    assert doc.spans["guardrails"].attrs == {"reasons": ["adjective before a person noun", "a noun for a person"]}


@pytest.mark.parametrize("text", ["", "  ", "Dear Dr. Black, hello.", "A black dress."])
def test_where_there_is_nothing_the_group_is_there_and_empty(text: str) -> None:
    assert spans_of(blank()(text)) == []


def test_a_span_within_a_token_counts_as_the_token() -> None:
    register("part_of_a_word", detect=lambda _: [Span(start=2, end=4, attribute="age")])
    nlp = spacy.blank("en")
    nlp.add_pipe("part_of_a_word")
    assert spans_of(nlp("abcdefg hij")) == [("abcdefg", "age")]


def test_look_alikes_of_a_detector_of_ones_own_are_left_out() -> None:
    register("own_detector", detect=lambda _: [Span(start=0, end=3, attribute="age", sense=Sense.NAME)])
    nlp = spacy.blank("de")
    nlp.add_pipe("own_detector")
    assert spans_of(nlp("abc def")) == []


def test_the_group_may_have_another_name() -> None:
    assert spans_of(blank(key="protected")("A deaf customer."), "protected") == [("deaf", "disability")]


def test_a_pipeline_with_it_is_saved_and_loaded(tmp_path: Path) -> None:
    blank(key="kept").to_disk(tmp_path / "model")
    doc = spacy.load(tmp_path / "model")("A deaf customer.")
    assert spans_of(doc, "kept") == [("deaf", "disability")]


def test_many_texts_go_through_the_pipe_in_order() -> None:
    texts = ["A deaf customer.", "Nothing here.", "The Muslim woman left."]
    assert [len(doc.spans["guardrails"]) for doc in blank().pipe(texts)] == [1, 0, 2]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Please send the deaf Quorn a reply.", Sense.NAME, "spacy: person"),
        ("Is the deaf Havana person in?", Sense.ORGANISATION, "spacy: org"),
        ("The jewish Quarter resident left.", Sense.PLACE, "spacy: gpe"),
        ("It is the old maid Vol 2 woman.", Sense.TITLE, "spacy: work of art"),
    ],
)
def test_names_of_the_model_are_spared_and_the_record_says_who_decided(text: str, kind: Sense, reason: str) -> None:
    result = Guard.from_pack("hiring", resolvers=[spacy_entities(pipeline(NAMES))]).check(text)
    assert Guard.from_pack("hiring").check(text).action is Action.REWRITE
    assert (kind.value, reason) in {(decision.rule, decision.reason) for decision in result.decisions}


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("deaf Quorn", Sense.NAME),
        ("deaf Havana", Sense.ORGANISATION),
        ("jewish Quarter", Sense.PLACE),
        ("black pearl islet", Sense.PLACE),
        ("blind Hall A", Sense.PLACE),
        ("the old maid Vol 2", Sense.TITLE),
        ("gay", Sense.LANGUAGE),
        ("widow 500", Sense.OBJECT),
    ],
)
def test_a_label_becomes_a_sense(wording: str, kind: Sense) -> None:
    (entity,) = spacy_entities(pipeline(NAMES))(f"So {wording} it is.")
    assert (entity.start, entity.end, entity.kind) == (3, 3 + len(wording), kind)


def test_nationalities_religions_and_politics_are_no_names() -> None:
    assert spacy_entities(pipeline(NAMES))("We hired young hindus.") == []


@pytest.mark.parametrize("pipes", [(), ("sentencizer",)], ids=["blank", "no names"])
def test_a_pipeline_without_an_entity_recogniser_is_refused(pipes: tuple[str, ...]) -> None:
    nlp = spacy.blank("en")
    for pipe in pipes:
        nlp.add_pipe(pipe)
    with pytest.raises(GuardrailsError, match=rf"components: {', '.join(pipes) or 'none'}\).*en_core_web_sm"):
        spacy_entities(nlp)


def test_a_long_text_is_read_in_windows_up_to_a_limit() -> None:
    resolver = spacy_entities(pipeline(NAMES), window=500, limit=4_000)
    text = "word " * 700 + "deaf Quorn " + "word " * 700 + "deaf Quorn"
    assert {entity.start for entity in resolver(text)} == {text.index("deaf Quorn")}
