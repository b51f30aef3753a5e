"""Wording that no list holds: ages, decades, birth years, descent, aids and declarations."""

from __future__ import annotations

import re

import pytest

from guardrails.detectors.patterns import Pattern
from guardrails.detectors.patterns_age import AGE_PATTERNS
from guardrails.detectors.patterns_origin import ORIGIN_PATTERNS
from guardrails.detectors.patterns_person import PERSON_PATTERNS
from guardrails.types import Form
from tests.helpers.ascribed import ascribed, english, unmarked


@pytest.mark.parametrize("pattern", (*AGE_PATTERNS, *ORIGIN_PATTERNS, *PERSON_PATTERNS), ids=lambda one: one.name)
def test_a_pattern_compiles_before_anybody_needs_it(pattern: Pattern) -> None:
    assert re.compile(pattern.regex).groups < 100
    assert pattern.triggers


FOUND = [
    "The policyholder is {72:age} and lives alone.",
    "{At 58:age} our lecturer is slow.",
    "{At 63:age}, the welder has no plans.",
    "Shortlist those {who graduated after 2015:age}.",
    "A welder took a gap year {for mental health:disability}.",
    "Our clerk is on leave {because of depression:disability}.",
    "That clerk is Jewish, {44:age}, and sings.".replace("Jewish", "{Jewish:religion}"),
    "A {45-year-old:age} welder applied.",
    "The {seventy-five-year-olds:age} won.",
    "He is {62 years old:age}.",
    "She is {80 years young:age}.",
    "A boy, {aged 9:age}, asked.".replace("A boy", "A {boy:gender}"),
    "He left school {at the age of sixteen:age}.",
    "She is {in her sixties:age}.",
    "They are both {in their late 40s:age}.",
    "He was {born in 1961:age}.",
    "She was {born on 3 May 1974:age} in Leeds.",
    "I just {turned 30:age}.",
    "When he was {22:age}, he moved.",
    "I'm {34:age} and looking for work.",
    "A {twenty-something:age} asked.",
    "Discounts for the {over-65s:age}.",
    "Applicants {over 50:age} need not apply.",
    "A well-dressed {man:gender} {under 35:age} called.",
    "Nobody {over the age of 40:age} was hired.",
    "She {uses a wheelchair:disability}.",
    "The man {in a wheelchair:disability} waved.".replace("The man", "The {man:gender}"),
    "A tenant {with a hearing impairment:disability} called.",
    "He {has a learning disability:disability}.",
    "A visitor {with difficulty walking:disability} arrived.",
    "A guest {with one arm:disability} ordered.",
    "A {cognitively impaired:disability} adult lives there.",
    "My pronouns are {they/them:gender}.",
    "People who use {xe/xem pronouns:gender} were asked.",
    "Signed, Robin ({she/her:gender})",
    "She is {six months pregnant:pregnancy}.",
    "They are {expecting their second child:pregnancy}.",
    "A {mother of three:family} applied.",
    "Residents {of Korean descent:ethnicity} objected.",
    "A {Lagos-born:nationality} chef",
    "A {Ruritanian-American:nationality} friend",
    "A scholar {of the Bahá'í faith:religion} spoke.",
    "Our plumber is {over 50:age}.",
    "Our plumber is {pushing sixty:age}, I think.",
    "Two are {over sixty:age}, one is new.",
    "An {over-50:age} plumber called.",
    "Anybody else? Tenants {65+:age} pay less.",
    "A {cane-using:disability} plumber called.",
    "Tenants who {use sign language:disability} called.",
    "A tenant {who needs a carer:disability} called.",
    "The tenant {has lost his hearing:disability}.".replace("lost his", "lost their"),
    "Tenants {with MS:disability} are welcome.",
    "{Eczema sufferers:disability} wrote to us.",
    "A {copper-skinned:race} tenant called.",
    "Tenants {attracted to both sexes:orientation} wrote.",
    "A tenant {in the third trimester:pregnancy} called.",
    "The tenant is here {on a student visa:nationality}.",
]

SPARED = [
    "The counter is 72 and rising.",
    "At 58 our striker scored a header.",
    "The firms merged after 2015.",
    "The charity raised money for mental health.",
    "The file has an Arabic name.",
    "The parcel is from Nigeria and weighs three kilos.",
    "It is Spanish, 12, and dry.",
    "A 30-year-old whisky",
    "My 3-year-old laptop died.",
    "The house is 90 years old.",
    "The company turned 30 percent of it into cash.",
    "Prices were in the sixties.",
    "Music of the seventies",
    "In 1961 the bridge opened.",
    "Born in the USA is a song.",
    "A first-born idea",
    "The mother of all battles",
    "Over 50 people came.",
    "It took over 65 seconds.",
    "He/she may apply.",
    "Enter his/her name.",
    "The wheelchair ramp is closed.",
    "Wheelchair basketball was shown.",
    "The of-origin header",
    "A stubborn stain",
    "Newborn screening",
    "An all-American road trip",
    "The team lost a leg of the tie.".replace("lost a leg", "lost the first half"),
    "The age limit is eighteen.",
    "The average age is falling.",
    "She is 5 feet away.",
    "He was 12.5 seconds faster.",
    "Disability insurance pays.",
    "The disorder spread through the town.",
    "Read the terms of service.",
    "Chapter 12 is something else.",
    "The bus is over 50.",
    "The score is nearly ninety.",
    "The under-21 squad won.",
    "Version 65+ is needed.",
    "Copper-skinned cables",
    "We hired somebody with MS Office skills.",
    "Talk to Ms Obi, who works with Ms Lind.",
    "Pay with a Visa card.",
    "A thick-skinned orange",
]


@pytest.mark.parametrize("marked", FOUND)
def test_a_pattern_finds_its_wording(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", SPARED)
def test_what_only_looks_like_a_pattern_is_spared(text: str) -> None:
    assert ascribed(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a 45-year-old welder", Form.ADJECTIVE),
        ("a 45-year-old", Form.NOUN),
        ("He is 45 years old.", Form.PREDICATE),
        ("a man in his forties", Form.PHRASE),
        ("She has a learning disability.", Form.PREDICATE),
        ("a guest with a learning disability", Form.PHRASE),
        ("She uses a wheelchair.", Form.PREDICATE),
        ("a guest who uses a wheelchair", Form.PHRASE),
    ],
)
def test_the_form_says_how_the_wording_stands_in_its_sentence(text: str, form: Form) -> None:
    assert form in [span.form for span in english()(text)]


@pytest.mark.parametrize("pattern", [*AGE_PATTERNS, *PERSON_PATTERNS], ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("filler", ["a ", "with ", "20 ", "born ", "one ", "of ab ", "x/y ", "over 5"])
def test_a_pattern_is_tried_near_its_trigger_only(pattern: object, filler: str) -> None:
    text = filler * 4_000
    assert all(span.end - span.start < 100 for span in english()(text))
