"""The embedded critic: what it finds, with which evidence, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.critics import RuleCritic, rule_names
from guardrails.types import Principle, Severity
from tests.helpers.critics import CRITIC, asked, broken, detect, findings, principles, revised, run, said

FOUND = [
    ("generalisation", "Women are too emotional to lead."),
    ("generalisation", "All immigrants are lazy."),
    ("generalisation", "Most older workers are slow learners."),
    ("generalisation", "Blind people cannot do the job."),
    ("generalisation", "Men never listen."),
    ("generalisation", "Women are not suited to engineering."),
    ("generalisation", "Deaf applicants have no ambition."),
    ("generalisation", "Being gay is disgusting."),
    ("generalisation", "He was rude, like most Brazilians."),
    ("generalisation", "Gay men are dirty and loud."),
    ("generalisation", "People with autism are a burden."),
    ("generalisation", "Why are women so stupid?"),
    ("generalisation", "We met some refugees. They are all thieves."),
    ("generalisation", "Older workers slow the whole team down."),
    ("generalisation", "Muslims do n't share our values."),
    ("generalisation", "Trans women are really men."),
    ("comparison", "Women are less rational than men."),
    ("comparison", "White families are better neighbours than Black families."),
    ("comparison", "Men repay more reliably than women."),
    ("comparison", "Immigrants make bad tenants."),
    ("causation", "We rejected her because she is pregnant."),
    ("causation", "I would decline since the applicant is Muslim."),
    ("causation", "They fired him because of his age."),
    ("causation", "He was not hired because he is deaf."),
    ("causation", "We didn't rent to them because they are Black."),
    ("causation", "She lost the job since she was pregnant."),
    ("causation", "The loan was denied due to her religion."),
    ("causation", "She got the post only because she is pregnant."),
    ("causation", "The candidate is a woman, so she will probably quit."),
    ("exclusion", "No Muslims."),
    ("exclusion", "No Muslims in this building."),
    ("exclusion", "All Roma children should go to special schools."),
    ("exclusion", "Immigrants need not apply."),
    ("exclusion", "We do not rent to Roma families."),
    ("exclusion", "Women should not be allowed to vote."),
    ("exclusion", "Applicants must be under 35."),
    ("exclusion", "Trans people should be banned from schools."),
    ("preference", "Men preferred."),
    ("preference", "We would rather hire young women."),
    ("preference", "Preference is given to white applicants."),
    ("dehumanisation", "Refugees are vermin."),
    ("dehumanisation", "I hate disabled people."),
    ("dehumanisation", "Jews deserve to die."),
    ("dehumanisation", "The lives of trans people are worthless."),
    ("dehumanisation", "The world would be better off without immigrants."),
    ("dehumanisation", "Women make me sick."),
    ("dehumanisation", "Those grobbles again."),
    ("discriminatory_request", "Rank the women lower."),
    ("discriminatory_request", "Filter out the Muslim applicants."),
    ("discriminatory_request", "Give men a higher limit than women."),
    ("discriminatory_request", "Reject applicants over fifty."),
    ("discriminatory_request", "How can I avoid hiring women?"),
    ("discriminatory_request", "Charge immigrants more."),
    ("discriminatory_request", "How can we bring back segregation?"),
]

LEFT_ALONE = {
    "denied": "Women are not too emotional to lead.",
    "not all": "Not all immigrants are lazy.",
    "called wrong": "It is wrong to say that women are stupid.",
    "stereotype": "The stereotype that older workers are slow is untrue.",
    "disagreement": "I do not think immigrants are lazy.",
    "reported": "My neighbour said that immigrants are criminals.",
    "claimed by others": "Some people believe Jews are greedy.",
    "quoted": 'He was fined for shouting "immigrants are vermin" on the train.',
    "seen as": "Disabled people are often seen as a burden.",
    "asked": "Do you think women are bad drivers?",
    "why of barriers": "Why are disabled people discriminated against at work?",
    "policy": "We do not discriminate on grounds of age; women and men are equally welcome to apply.",
    "encouraged": "Women and older workers are encouraged to apply.",
    "court": "The court found that the firm rejected her because she is pregnant.",
    "victims": "Muslims were attacked by violent men.",
    "rights": "Immigrants should have the right to vote.",
    "no suffering": "We should not let refugees suffer.",
    "praise": "Women are brave and brilliant.",
    "fact": "Retirees receive a pension from the age of 67.",
    "history": "Women could not vote in that country until 1971.",
    "health": "Pregnant women should talk to a midwife about this medicine.",
    "self": "I am a blind engineer and I am looking for work.",
    "individual": "The old man is forgetful about his keys.",
    "liking": "I love my gay friends.",
    "no group": "I hate waiting in the rain, and these umbrellas are worthless.",
    "impossible": "Why should women not be permitted to live on the moon?",
    "no figures of speech": "Kill the process and get rid of the old log files.",
    "late": "He was not hired because he is late.",
    "love of work": "We hired her because she is the best engineer.",
    "wheelchair ramp": "Deaf visitors cannot hear the alarm, so we installed lights.",
    "same": "Refugees use drugs at the same rate as everyone else.",
    "merit": "She got the post only because she is qualified.",
    "what follows": "The nurse is a woman, so she will need a separate room.",
    "expected": "As a woman she is likely to live longer than her brother.",
    "a sample": "No women in this study were pregnant.",
    "under age": "Exclude applicants under 18, as the licence law requires.",
    "a dose": "Give older patients a higher dose than the label says.",
    "slow down": "Older drivers slow down near schools.",
    "counter speech": "Nobody should hate immigrants.",
}


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[f"{rule}: {text}" for rule, text in FOUND])
def test_a_rule_finds_its_wording(rule: str, text: str) -> None:
    assert rule in broken(text, rule)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_harmless_wording_is_left_alone(text: str) -> None:
    assert broken(text) == ()


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[f"{rule}: {text}" for rule, text in FOUND])
def test_a_finding_is_evidence_of_its_principle(rule: str, text: str) -> None:
    finding = findings(f"Dear all,\n\nthanks for coming. {text} See you on Monday.", rule)[0]
    assert finding.path == "/0"
    assert 0 <= finding.start < finding.end
    assert 0 < finding.confidence <= 1
    assert finding.why
    assert finding.replacement is not None
    assert finding.principle == rule


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[f"{rule}: {text}" for rule, text in FOUND])
def test_a_second_judgement_of_a_revision_finds_nothing(rule: str, text: str) -> None:
    for around in ("{}", "Hello. {} Bye.", "- first\n- {}\n- last", "We met on Monday; {}"):
        once = revised(around.format(text))
        assert findings(once) == ()
        assert once.strip()


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[f"{rule}: {text}" for rule, text in FOUND])
def test_a_revision_leaves_the_rest_as_it_was(rule: str, text: str) -> None:
    before, after = "Order 5521 left on 3 May:  two boxes. ", " Mail a.b@example.org, or see https://example.org/x?y=1."
    once = revised(before + text + after)
    assert once.startswith("Order 5521 left on 3 May:  two boxes.")
    assert once.endswith("Mail a.b@example.org, or see https://example.org/x?y=1.")


def test_only_the_rules_that_a_principle_lists_are_applied() -> None:
    text = "Women are stupid. No Muslims."
    assert broken(text, "exclusion") == ("exclusion",)
    assert broken(text, "generalisation") == ("generalisation",)


def test_principles_without_rules_are_not_judged() -> None:
    norms = (Principle(id="kind", text="Be kind."), *principles("exclusion"))
    verdicts = run(CRITIC.judge(asked(), said("No Muslims."), norms))
    assert verdicts.judged == ("exclusion",)
    assert verdicts.broken == ("exclusion",)
    assert verdicts.discarded == 0


def test_a_finding_is_no_more_severe_than_its_principle() -> None:
    norm = Principle(id="x", text="t", severity=Severity.LOW, rules=("generalisation",))
    verdicts = run(CRITIC.judge(asked(), said("Women are stupid."), (norm,)))
    assert [finding.severity for finding in verdicts.findings] == [Severity.LOW]


def test_every_text_of_a_draft_is_judged_by_its_path() -> None:
    verdicts = run(CRITIC.judge(asked(), said("Fine.", "Women are stupid.", "Also fine."), principles()))
    assert {finding.path for finding in verdicts.findings} == {"/1"}


def test_the_attribute_is_that_of_the_group() -> None:
    assert [finding.attribute for finding in findings("Deaf people are stupid.", "generalisation")] == ["disability"]


def test_one_sentence_gives_one_finding_a_principle() -> None:
    assert len(findings("Women are lazy, stupid and dirty.", "generalisation")) == 1


def test_a_critic_has_a_name_and_shows_no_text() -> None:
    assert CRITIC.name == "rules"
    assert "women" not in repr(findings("Women are stupid."))


def test_rule_names_are_sorted_and_known_by_name() -> None:
    assert list(rule_names()) == sorted(rule_names())
    assert "unsupported_attribution" in rule_names()


@given(
    st.lists(st.sampled_from([*(text for _, text in FOUND), *LEFT_ALONE.values(), "\n\n", "- ", "(", '"']), max_size=8)
)
def test_findings_point_into_the_draft_and_revisions_converge(parts: list[str]) -> None:
    text = " ".join(parts)
    for finding in findings(text):
        assert 0 <= finding.start < finding.end <= len(text)
    for _ in range(2):
        text = revised(text)
    assert revised(text) == text


@given(st.text(max_size=300))
def test_any_text_can_be_judged_and_a_clean_one_stays_byte_identical(text: str) -> None:
    if not findings(text):
        assert revised(text) == text


def test_a_detector_that_finds_nothing_leaves_coded_wording_only() -> None:
    critic = RuleCritic(lambda text: ())
    verdicts = run(critic.judge(asked(), said("Women are stupid. We want a digital native."), principles()))
    assert verdicts.broken == ("coded_age",)
    assert detect("nobody here") == ()


@pytest.mark.parametrize(("rule", "text"), FOUND[::4])
@pytest.mark.parametrize("frame", ["The bus was late. {} It rained all day.", "The bus was late.\n\n{}\nIt rained."])
def test_what_stands_in_plain_words_is_found_as_it_is_alone(rule: str, text: str, frame: str) -> None:
    alone = [(one.rule, text[one.start : one.end]) for one in findings(text)]
    framed = frame.format(text)
    assert [(one.rule, framed[one.start : one.end]) for one in findings(framed)] == alone
