"""Presidio's users get our attributes, and our guard gets the names that their analyzer finds."""

from __future__ import annotations

from typing import Any

import pytest
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult

from guardrails import Action, Guard, Sense, Span
from guardrails.constitution.vocabulary import ATTRIBUTES
from guardrails.errors import GuardrailsError
from guardrails.integrations.presidio import loaded_engine, presidio_entities, recognizer
from tests.helpers.nlp import pipeline

NAMES = {"deaf Quorn": "PERSON", "deaf Havana": "ORG", "jewish Quarter": "GPE", "young hindus": "NORP"}


@pytest.fixture(scope="module")
def analyzer() -> AnalyzerEngine:
    """As users have it: default recognizers, ours beside them, and no model that would have to be downloaded."""
    engine = AnalyzerEngine(nlp_engine=loaded_engine(pipeline(NAMES)))
    engine.registry.add_recognizer(recognizer())
    return engine


class Spy:
    """An analyzer that keeps what it was asked for."""

    def __init__(self, supported: list[str]) -> None:
        self.supported, self.asked = supported, list[dict[str, Any]]()

    def get_supported_entities(self, language: str) -> list[str]:
        return self.supported if language == "en" else []

    def analyze(self, text: str, **options: Any) -> list[RecognizerResult]:
        self.asked.append({"length": len(text), **options})
        return []


@pytest.mark.parametrize(
    ("text", "entity", "wording"),
    [
        ("A deaf customer called.", "DISABILITY", "deaf"),
        ("The young Muslim woman called.", "RELIGION", "Muslim"),
        ("The young Muslim woman called.", "GENDER", "woman"),
        ("The young Muslim woman called.", "AGE", "young"),
        ("A gay couple moved in.", "SEXUAL_ORIENTATION", "gay"),
        ("A Black candidate applied.", "RACE", "Black"),
        ("A pregnant nurse asked.", "PREGNANCY", "pregnant"),
    ],
)
def test_our_attributes_are_entities_of_an_analyzer_without_a_model(
    analyzer: AnalyzerEngine, text: str, entity: str, wording: str
) -> None:
    (result,) = analyzer.analyze(text, language="en", entities=[entity])
    assert (result.entity_type, text[result.start : result.end]) == (entity, wording)
    assert 0 < result.score <= 1


@pytest.mark.parametrize("text", ["Dear Dr. Black, hello.", "A black dress.", "The old version is blind to it."])
def test_look_alikes_are_no_results(analyzer: AnalyzerEngine, text: str) -> None:
    entities = [attribute.upper() for attribute in ATTRIBUTES]
    assert analyzer.analyze(text, language="en", entities=entities) == []


def test_it_is_one_of_presidio_s_own_kind() -> None:
    ours = recognizer(attributes=("gender", "age"), supported_language="de")
    assert isinstance(ours, EntityRecognizer)
    assert ours.get_supported_entities() == ["GENDER", "AGE"]
    assert ours.get_supported_language() == "de"
    assert ours.to_dict()["name"] == "GuardrailsRecognizer"


def test_the_decision_process_gives_our_reason_and_never_the_text(analyzer: AnalyzerEngine) -> None:
    (result,) = analyzer.analyze(
        "A deaf customer called.", language="en", entities=["DISABILITY"], return_decision_process=True
    )
    assert result.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY] == "GuardrailsRecognizer"
    assert result.analysis_explanation.textual_explanation == "adjective before a person noun"


def test_a_detector_of_ones_own_takes_the_place_of_the_english_one() -> None:
    def detect(text: str) -> list[Span]:
        return [Span(start=0, end=3, attribute="guild", score=0.5), Span(start=4, end=6, attribute="other")]

    ours = recognizer(detect, attributes=["guild"])
    engine = AnalyzerEngine(registry=RecognizerRegistry(recognizers=[ours]), nlp_engine=loaded_engine())
    assert [(r.entity_type, r.start, r.end, r.score) for r in engine.analyze("abc de", language="en")] == [
        ("GUILD", 0, 3, 0.5)
    ]


def test_two_recognizers_do_not_share_a_detector() -> None:
    silent, loud = recognizer(lambda _: ()), recognizer()
    assert silent.analyze("A deaf customer.", ["DISABILITY"], None) == []
    assert len(loud.analyze("A deaf customer.", ["DISABILITY"], None)) == 1


def test_a_loaded_engine_is_loaded() -> None:
    engine = loaded_engine()
    assert engine.is_loaded()
    assert engine.get_supported_languages() == ["en"]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Please send the deaf Quorn a reply.", Sense.NAME, "presidio: person"),
        ("Is the deaf Havana person in?", Sense.ORGANISATION, "presidio: organization"),
        ("The jewish Quarter resident left.", Sense.PLACE, "presidio: location"),
    ],
)
def test_names_of_the_analyzer_are_spared_and_the_record_says_who_decided(
    analyzer: AnalyzerEngine, text: str, kind: Sense, reason: str
) -> None:
    plain = Guard.from_pack("hiring").check(text)
    assert plain.action is Action.REWRITE
    result = Guard.from_pack("hiring", resolvers=[presidio_entities(analyzer)]).check(text)
    assert result.request.texts[0].text == text
    assert (kind.value, reason) in {(decision.rule, decision.reason) for decision in result.decisions}


def test_nationalities_religions_and_politics_are_no_names(analyzer: AnalyzerEngine) -> None:
    assert presidio_entities(analyzer)("We hired young hindus.") == []


def test_what_a_label_means_can_be_chosen(analyzer: AnalyzerEngine) -> None:
    (entity,) = presidio_entities(analyzer, kinds={"NRP": Sense.OTHER})("We hired young hindus.")
    assert (entity.kind, entity.reason) == (Sense.OTHER, "presidio: nrp")


def test_results_below_the_score_are_dropped(analyzer: AnalyzerEngine) -> None:
    assert len(presidio_entities(analyzer)("A deaf Quorn.")) == 1
    assert presidio_entities(analyzer, score=0.99)("A deaf Quorn.") == []


def test_only_names_are_asked_for_in_windows_up_to_a_limit() -> None:
    spy = Spy(["URL", "PERSON", "EMAIL_ADDRESS", "LOCATION"])
    presidio_entities(spy, window=1_000, limit=3_000)("a." * 50_000)
    assert {tuple(call["entities"]) for call in spy.asked} == {("LOCATION", "PERSON")}
    assert max(call["length"] for call in spy.asked) <= 1_000
    assert sum(call["length"] for call in spy.asked) <= 3_300


@pytest.mark.parametrize(("supported", "language"), [(["URL"], "en"), (["PERSON"], "de")], ids=["entities", "language"])
def test_an_analyzer_that_knows_no_names_is_refused(supported: list[str], language: str) -> None:
    with pytest.raises(GuardrailsError, match=f"supports none of LOCATION, ORGANIZATION, PERSON in '{language}'"):
        presidio_entities(Spy(supported), language=language)


def test_hostile_text_does_not_reach_the_recognizers_that_cannot_bear_it(analyzer: AnalyzerEngine) -> None:
    assert presidio_entities(analyzer)("a." * 25_000 + " deaf Quorn") == []
