"""Nouns for persons, conditions, identities, proxies and slurs."""

from __future__ import annotations

import pytest

from guardrails.types import Sense
from tests.helpers.ascribed import ascribed, english, unmarked

NOUNS = [
    "A {woman:gender} and two {men:gender} applied.",
    "The {girls:gender} finished first.",
    "This {lady:gender} was before me.",
    "{Women:gender} need not apply.",
    "The {male:gender} nurse was kind.".replace("{male:gender} nurse", "{male nurse:gender}"),
    "Is the patient {female:gender}?",
    "The {teenager:age} and the {pensioner:age} disagreed.",
    "{Millennials:age} and {Baby Boomers:age} were compared.",
    "Our {Gen Z:age} interns hate calls.",
    "{Transgender:gender} employees and {non-binary:gender} users.",
    "A {trans:gender} {man:gender} and a {cis:gender} {woman:gender} spoke.",
    "She is {genderqueer:gender}, her partner {agender:gender}.",
    "An {asexual:orientation} student wrote it.",
    "{Lesbians:orientation} and {bisexuals:orientation} were not asked.",
    "The {LGBTQ+:orientation} staff network meets monthly.",
    "Her {fiancé:marital} is {divorced:marital}.",
    "A {widow:marital} and a {widower:marital} met.",
    "She is {pregnant:pregnancy}.",
    "The {pregnant:pregnancy} employee was dismissed.",
    "He {has diabetes:disability} and manages well.",
    "A friend {with autism:disability} helped me.",
    "People {with disabilities:disability} get a discount.",
    "Children {with Down syndrome:disability} attend too.",
    "She was diagnosed {with multiple sclerosis:disability} last year.",
    "My {autistic:disability} brother draws maps.",
    "He is a {wheelchair user:disability}.",
    "{Wheelchair users:disability} enter at the side.",
    "An {amputee:disability} won the race.",
    "The {visually impaired:disability} customer called.",
    "A {hard-of-hearing:disability} tenant asked for a flashing bell.",
    "{Neurodivergent:disability} people think differently.",
    "A {stay-at-home mum:family} applied.",
    "She is an {Army veteran:veteran}.",
    "They live {on food stamps:class}.",
    "He grew up {in poverty:class}.",
    "A {low-income:class} family moved in.",
    "The {immigrants:nationality} were counted.",
    "We need a {digital native:age}.",
    "Only {native speakers:nationality} may apply.",
    "A {foreign-sounding name:nationality} hurts.",
    "{Recent graduates:age} preferred.",
]

NEAR_MISSES = [
    "Man the barricades.".replace("Man the", "Staff the"),
    "A man-made lake",
    "The man page explains it.",
    "A male connector and a female socket",
    "Manhattan is far.",
    "The history of mankind".replace("mankind", "humankind"),
    "A gender reveal party",
    "Human Resources called.",
    "The race starts at nine.",
    "A race condition in the scheduler",
    "Data races are undefined behaviour.",
    "Trans fats are banned.",
    "Same-sex marriage law",
    "A gay bar closed.",
    "The study of dementia advanced.",
    "Diabetes research needs funding.",
    "Autism Awareness Month",
    "The pregnancy test was negative.",
    "Maternity leave lasts a year.",
    "The wheelchair ramp is wet.",
    "Add the file to the archive.",
    "He aids the team.",
    "A stay-at-home order",
    "Mum's the word.",
    "The master branch was renamed.",
    "A bachelor's degree",
    "Widowed lines at the end of a page".replace("Widowed lines", "Stray lines"),
    "Middle-class values".replace("Middle-class values", "A middle-class suburb is quiet").replace(
        "A middle-class suburb is quiet", "The class hierarchy is deep"
    ),
    "First-class functions",
    "A high-class act".replace("high-class", "first-class"),
    "Agent Orange and Generation 4 firmware",
    "The age of the account is nine days.",
    "Retirement age rises.",
    "An elder tree and elderflower",
    "Native apps start faster.",
    "The immigrant song played.".replace("immigrant song", "immigration office"),
    "Adult education classes",
    "The baby blue wall",
]


@pytest.mark.parametrize("marked", NOUNS)
def test_nouns_for_persons_are_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses_are_spared(text: str) -> None:
    assert ascribed(text) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("She said so.", "pronoun"),
        ("His mother called.", "kinship"),
        ("The chairman resigned.", "role"),
        ("We want a digital native.", "proxy"),
        ("They called him a cripple.", "slur"),
        ("The dykes marched.", "reclaimed"),
    ],
)
def test_tags_tell_what_may_be_kept_or_blocked(text: str, tag: str) -> None:
    assert tag in {tag for span in english()(text) for tag in span.tags if span.sense is Sense.PERSON}


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("The chairman spoke.", "chair"),
        ("Two policemen came.", "police officers"),
        ("Her husband waited.", "spouse"),
        ("Our wives met.", "spouses"),
        ("Digital natives only.", "people comfortable with technology"),
    ],
)
def test_a_neutral_word_follows_the_number(text: str, neutral: str) -> None:
    assert neutral in [span.neutral for span in english()(text)]
