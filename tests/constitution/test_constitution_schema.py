"""What a constitution may say, and what it comes to."""

from __future__ import annotations

import copy
import pickle

import pydantic
import pytest

from guardrails.constitution import Constitution, ConstitutionProblems, load_text
from guardrails.constitution.judgement import PrinciplePart
from guardrails.constitution.vocabulary import FURTHER_ATTRIBUTES, RULE_NAMES, removal_of
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, Severity, Source
from tests.helpers.constitutions import HEADER, built, complaint

REMOVALS = {
    "minus": "protected_attributes: [-age]",
    "exclamation mark": 'protected_attributes: ["!age"]',
    "exclamation mark as a tag": "protected_attributes:\n  - !age",
    "tag in brackets": "protected_attributes: [!age]",
    "tilde": "protected_attributes: [~age]",
    "no": "protected_attributes: [no age]",
    "no with underscore": "protected_attributes: [no_age]",
    "without": "protected_attributes: [without age]",
    "remove key": "protected_attributes: {remove: [age]}",
    "remove item": "protected_attributes:\n  - remove: age",
    "false": "protected_attributes:\n  - age: false",
    "keep": "protected_attributes: {age: keep}",
    "a list of one": "protected_attributes: [age]",
    "nothing": "protected_attributes:",
    "kept as an attribute": "moderation: {age: keep}",
    "kept in and out": "moderation: {user: {age: keep}}\nscrub: {assistant: {age: keep}}",
    "all kept in and out": "moderation: {user: keep}\nscrub: {assistant: keep}\non_error: {critique: block}",
}


@pytest.mark.parametrize("body", REMOVALS.values(), ids=REMOVALS)
def test_no_way_of_removing_one_of_the_seven_is_accepted_and_the_error_says_why(body: str) -> None:
    said = complaint(body + "\n")
    assert "the law protects the seven" in said
    assert "mine.yaml:" in said


@pytest.mark.parametrize("name", PROTECTED_ATTRIBUTES)
@pytest.mark.parametrize("prefix", ["-", "!", "~", "no ", "not_", "without ", "- "])
def test_every_negation_of_the_seven_is_seen(prefix: str, name: str) -> None:
    assert removal_of(prefix + name) == name
    assert removal_of(name) is None


def test_one_source_may_keep_one_of_the_seven() -> None:
    constitution = built("moderation: {user: {default: neutralise, disability: keep}}\n")
    actions = constitution.moderation_actions()[Source.USER]
    assert actions["disability"] is Moderation.KEEP
    assert actions["age"] is Moderation.NEUTRALISE


WRONG = {
    "unknown key": ("principels: []", "4:1: unknown key 'principels' (did you mean 'principles'?)"),
    "unknown source": ("moderation: {usr: mask}", "4:14: unknown key 'usr' (did you mean 'user'?)"),
    "input under scrub": ("scrub: {user: mask}", "4:9: unknown key 'user' (known here: assistant, tool_call, payload)"),
    "unknown word": ("moderation: {user: nuetralise}", "4:20: 'nuetralise' is not a moderation (did you mean 'neutra"),
    "unknown attribute": ("protected_attributes: [nationalty]", "4:24: unknown protected attribute 'nationalty' (did"),
    "another name": ("protected_attributes: [national_origin]", "(did you mean 'nationality'?)"),
    "undeclared attribute": ("moderation: {user: {pregnancy: mask}}", "add it: protected_attributes: [pregnancy]"),
    "attribute in a source": ("moderation: {user: {gendr: mask}}", "'gendr' (did you mean 'gender'?)"),
    "listed twice": ("protected_attributes: [caste, caste]", "4:31: 'caste' is listed twice"),
    "no source": ("moderation: neutralise", "4:13: this is given by source, not once for all"),
    "no word": ("moderation: {user: {}}", "4:20: an empty mapping says nothing"),
    "when": ("critique: {when: often}", "4:18: not a way to choose calls (use always, flagged, or {sampled: 0.1}"),
    "more than all": ("critique: {when: {sampled: 1.1}}", "4:18: not a way to choose calls"),
    "a share and more": ("critique: {when: {sampled: 0.1, of: x}}", "4:18: not a way to choose calls"),
    "when with rules": ("critique: {critic: rules, when: flagged}", "4:33: 'critic: rules' asks no model: 'when'"),
    "streams by word": ("streaming: word", "4:12: 'word' is not known here (one of: hold, sentence)"),
    "model after showing": ("streaming: sentence\ncritique: {critic: llm}", "4:12: 'sentence' shows what"),
    "named model after showing": ("streaming: sentence\ncritique: {model: m}", "use 'when: flagged'"),
    "sample after showing": ("streaming: sentence\ncritique: {model: m, when: {sampled: 0.1}}", "use 'when: flagged'"),
    "rounds": ("critique: {rounds: 6}", "4:20: out of range (Most revisions of one draft, 0 to 5"),
    "negative rounds": ("critique: {rounds: -1}", "4:20: out of range"),
    "rounds as a text": ('critique: {rounds: "2"}', "4:20: expected a whole number"),
    "half a round": ("critique: {rounds: 1.5}", "4:20: expected a whole number"),
    "tokens": ("critique: {budget: {tokens: 0}}", "4:29: out of range (Tokens of the critic model, 1 to 1000000.)"),
    "seconds": ("critique: {budget: {seconds: 0}}", "4:30: out of range"),
    "seconds as a text": ('critique: {budget: {seconds: "5"}}', "4:30: expected a number"),
    "critic": ("critique: {critic: rule}", "4:20: 'rule' is not known here (did you mean 'rules'?)"),
    "model unused": ("critique: {critic: rules, model: m}", "4:34: 'critic: rules' asks no model"),
    "scrub after scrub": (
        "on_error: {scrub: scrub}",
        "4:19: 'scrub' is not known here (one of: block, escalate, allow)",
    ),
    "scrub that scrubs nothing": ("scrub: {assistant: annotate}", "4:20: this changes nothing in answers"),
    "names not spared": ("moderation: {except: [grounded]}", "4:22: names are always spared"),
    "relevance not spared": (
        "moderation: {except: [name], relevant: [{attributes: [age], topics: [pensions]}]}",
        "'except' does not list it",
    ),
    "topic of all texts": ("moderation: {relevant: [{attributes: [age], topics: [the]}]}", "4:54: a topic that occurs"),
    "wildcard": ('moderation: {relevant: [{attributes: [age], topics: ["*"]}]}', "4:54: not a subject"),
    "no topics": ("moderation: {relevant: [{attributes: [age], topics: []}]}", "4:53: must not be empty"),
    "person": ("moderation: {person: A Person}", "4:22: not of the form asked for"),
    "id": ("principles: [{id: Be Kind, text: t}]", "4:19: not of the form asked for (Name in decisions"),
    "same id": ("principles: [{id: a, text: t}, {id: a, text: u}]", "4:37: duplicate principle id 'a'"),
    "no text": ('principles: [{id: a, text: " "}]', "4:28: must not be empty"),
    "rule": ("principles: [{id: a, text: t, rules: [generalization]}]", "(did you mean 'generalisation'?)"),
    "callable": ("principles: [{id: a, text: t, rules: [os:system]}]", "4:39: unknown rule this"),
    "severity": (
        "principles: [{id: a, text: t, severity: hihg}]",
        "4:41: 'hihg' is not known here (did you mean 'high'",
    ),
    "nothing under a key": ("critique:", "4:10: expected a mapping (nothing is written here"),
    "nothing to drop": ("drop_principles: [a]", "4:19: nothing to drop"),
    "number as a text": ("summary: 12", "4:10: expected a text (put it in quotes)"),
    "list as a text": ("summary: [a]", "4:10: expected a text"),
    "case without a text": ("tests: [{expect: {action: allow}}]", "a case has exactly one text, this one has 0"),
    "case with two": ("tests: [{user: a, context: b, expect: {action: allow}}]", "exactly one text, this one has 2"),
    "case without hope": ("tests: [{user: a, expect: {}}]", "4:27: a case that expects nothing cannot fail"),
    "empty string": ('tests: [{user: a, expect: {contains: [""]}}]', "an empty string is in every text"),
    "case of no principle": ("tests: [{user: a, expect: {principles: [b]}}]", "4:41: unknown principle 'b'"),
    "case of no attribute": (
        "tests: [{user: a, expect: {attributes: [caste]}}]",
        "4:41: 'caste' is not protected here",
    ),
}


@pytest.mark.parametrize(("body", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_at_its_place(body: str, says: str) -> None:
    assert says in complaint(body + "\n")


HEADERS = {
    "unquoted version": ("constitution: 1\nname: a\nversion: 1.10\n", "3:10: a version must be in quotes"),
    "unquoted three part version": ("constitution: 1\nname: a\nversion: 1.2.0\n", "3:10: a version must be in quotes"),
    "version of the format": (
        'constitution: 2\nname: a\nversion: "1"\n',
        "1:15: this version of the format is not known",
    ),
    "name": ('constitution: 1\nname: My Pack\nversion: "1"\n', "2:7: not of the form asked for"),
    "number as name": ('constitution: 1\nname: 12\nversion: "1"\n', "2:7: expected a text (put it in quotes)"),
    "no version": ("constitution: 1\nname: a\n", "1:1: 'version' is missing"),
}


@pytest.mark.parametrize(("header", "says"), HEADERS.values(), ids=HEADERS)
def test_a_wrong_header_is_said_at_its_place(header: str, says: str) -> None:
    assert says in complaint("", header=header)


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(ConstitutionProblems) as caught:
        load_text(HEADER + "streaming: off\ncritique: {rounds: 9}\nname: b\nlog: {txt: none}\n", file="mine.yaml")
    assert [(error.line, error.column) for error in caught.value.problems] == [(4, 12), (5, 20), (6, 1), (7, 7)]
    assert (caught.value.line, caught.value.column) == (4, 12)
    assert str(caught.value).count("\n") == 3


def test_many_faults_are_counted_after_twenty() -> None:
    body = "tests:\n" + "".join(f"  - {{user: a, expect: {{action: bad{n}}}}}\n" for n in range(30))
    said = complaint(body)
    assert said.endswith("... and 10 more")
    assert len(said.splitlines()) == 21


SECRET = "Grandmother Esperanza hid the coins"


@pytest.mark.parametrize(
    "body",
    [
        f"tests: [{{usr: {SECRET}, expect: {{action: allow}}}}]",
        f"tests: [{{user: {SECRET}, expect: {{}}}}]",
        f"tests: [{{user: {SECRET}, context: {SECRET}, expect: {{action: allow}}}}]",
        f"tests: [{{{SECRET}: a, expect: {{action: allow}}}}]",
        f"tests: [{{user: [{SECRET}], expect: {{action: {SECRET}}}}}]",
        f"tests: [{{user: a, expect: {{attributes: [{SECRET}], principles: [{SECRET}]}}}}]",
        f"tests: [{{user: '{SECRET}, expect: {{action: allow}}}}]",
        f"tests: [{{user: !{SECRET}, expect: {{action: allow}}}}]",
        f"tests: [{{user: {SECRET}: {SECRET}, expect: {{action: allow}}}}]",
        f"moderation: {{user: {SECRET}}}",
        f"protected_attributes: [{SECRET}]",
    ],
)
def test_a_text_is_never_repeated_in_an_error(body: str) -> None:
    said = complaint(body + "\n")
    assert "Esperanza" not in said
    assert "Grandmother" not in said


def test_the_text_of_a_case_is_not_in_its_repr() -> None:
    constitution = built(f"tests: [{{user: {SECRET}, expect: {{absent: [{SECRET}]}}}}]\n")
    assert "Esperanza" not in repr(constitution)


def test_defaults_protect_the_seven_everywhere_a_person_writes() -> None:
    constitution = built()
    assert constitution.attributes == PROTECTED_ATTRIBUTES
    actions = constitution.moderation_actions()
    assert set(actions) == set(Source)
    assert set(actions[Source.SYSTEM].values()) == {Moderation.ANNOTATE}
    for source in set(Source) - {Source.SYSTEM}:
        assert actions[source] == dict.fromkeys(PROTECTED_ATTRIBUTES, Moderation.NEUTRALISE)
    scrubbed = {source: set(words.values()) for source, words in constitution.scrub_actions().items()}
    assert scrubbed == {
        Source.ASSISTANT: {Moderation.NEUTRALISE},
        Source.TOOL_CALL: {Moderation.MASK},
        Source.PAYLOAD: {Moderation.NEUTRALISE},
    }


def test_added_attributes_come_after_the_seven_and_get_the_default_word() -> None:
    constitution = built("protected_attributes: [caste]\nmoderation: {user: {caste: mask}}\n")
    assert constitution.attributes == (*PROTECTED_ATTRIBUTES, "caste")
    actions = constitution.moderation_actions()
    assert actions[Source.USER]["caste"] is Moderation.MASK
    assert actions[Source.USER]["age"] is Moderation.NEUTRALISE
    assert actions[Source.CONTEXT]["caste"] is Moderation.NEUTRALISE


@pytest.mark.parametrize("name", FURTHER_ATTRIBUTES)
def test_every_further_attribute_can_be_added(name: str) -> None:
    assert name in built(f"protected_attributes: [{name}]\n").attributes


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_every_rule_can_be_named(rule: str) -> None:
    constitution = built(f"principles: [{{id: a, text: t, severity: high, rules: [{rule}]}}]\n")
    (principle,) = constitution.principle_values()
    assert principle.rules == (rule,)
    assert principle.severity is Severity.HIGH


def test_a_constitution_is_frozen_and_survives_copy_and_pickle() -> None:
    constitution = built("moderation: {user: {age: mask}}\n")
    with pytest.raises(pydantic.ValidationError):
        constitution.name = "other"
    assert copy.deepcopy(constitution) == constitution
    assert pickle.loads(pickle.dumps(constitution)).digest == constitution.digest  # noqa: S301


def test_one_built_in_python_is_checked_the_same_way() -> None:
    with pytest.raises(pydantic.ValidationError, match="duplicate principle id"):
        twice = PrinciplePart(id="a", text="t")
        Constitution(constitution=1, name="mine", version="1", principles=(twice, twice))
    assert Constitution(constitution=1, name="mine", version="1.0").digest == built().digest


def test_what_is_written_can_be_loaded_back() -> None:
    constitution = built("protected_attributes: [caste]\nmoderation: {user: {age: mask}, except: [name]}\n")
    assert Constitution.model_validate(constitution.data()).digest == constitution.digest
