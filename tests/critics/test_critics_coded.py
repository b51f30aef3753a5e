"""Coded wording: found in its domain, replaced by what is needed, and left alone where it means nothing coded."""

from __future__ import annotations

import pytest

from tests.helpers.critics import broken, findings, revised

REPLACED = [
    ("coded_age", "Join our young and energetic team in Porto.", "Join our motivated team in Porto."),
    ("coded_age", "A dynamic, young company.", "A motivated company."),
    ("coded_age", "You are a digital native.", "You are a person comfortable with technology."),
    ("coded_age", "Recent graduates only.", "Entry-level candidates welcome."),
    ("coded_age", "No applicants over 40, please.", "Applicants of any age, please."),
    ("coded_gender", "We need a salesman.", "We need a salesperson."),
    ("coded_gender", "A sales rockstar is wanted.", "A sales expert is wanted."),
    ("coded_gender", "We look for a coding ninja.", "We look for a coding expert."),
    ("coded_origin", "A native English speaker, please.", "A fluent English speaker, please."),
    ("coded_origin", "Native German speakers wanted.", "Fluent German speakers wanted."),
    ("coded_origin", "Must have no foreign accent.", "Must have clear communication."),
    ("coded_origin", "He has a foreign-sounding name.", "He has a name."),
    ("coded_disability", "Applicants must be able-bodied.", "Applicants must be able to do the tasks listed."),
    ("coded_family", "Ask her whether she plans to have children.", "Ask her whether she can meet the terms."),
    ("coded_family", "Best with no family ties.", "Best with availability for the hours stated."),
    ("coded_class", "She would be a good culture fit.", "She would be a good fit for the work."),
    ("coded_housing", "Ideal for young professionals.", "Available to all."),
    ("coded_housing", "No children allowed.", "All households welcome."),
    ("coded_lending", "The shop is in a rough neighbourhood.", "The shop is in an area."),
]  # fmt: skip

LEFT_ALONE = {
    "product": "Experience with mature products and legacy systems is welcome.",
    "dialog": "The native file dialog opens on the dark theme.",
    "translation": "You will translate contracts from Polish into German; level C1 in both is needed.",
    "speaks": "The team speaks English at work.",
    "no smoking": "No smoking and no pets in the building, please.",
    "wine": "A young red wine and an old cheese.",
    "community": "The Black community centre is in the Jewish quarter.",
    "age of code": "No file in the folder is over 40 megabytes.",
    "years": "Five years of experience are required.",
    "quoted": 'The guide says not to write "digital native" in an advertisement.',
    "called wrong": "Asking for a digital native is discriminatory.",
    "culture": "The museum has a culture of fit staff.",
    "graduates": "Recent graduates and experienced engineers are welcome.",
}


@pytest.mark.parametrize(("rule", "text", "neutral"), REPLACED, ids=[text for _, text, _ in REPLACED])
def test_coded_wording_is_replaced_and_the_sentence_stands(rule: str, text: str, neutral: str) -> None:
    assert rule in broken(text, rule)
    assert revised(text, rule) == neutral
    assert broken(neutral, rule) == ()


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_look_alikes_are_left_alone(text: str) -> None:
    assert broken(text) == ()


def test_the_quote_is_the_wording_alone() -> None:
    text = "We hire a digital native now."
    (finding,) = findings(text, "coded_age")
    assert text[finding.start : finding.end] == "digital native"
    assert finding.attribute == "age"


def test_the_wording_counts_only_where_a_principle_lists_its_domain() -> None:
    assert broken("The house is in a rough neighbourhood.", "coded_age") == ()
