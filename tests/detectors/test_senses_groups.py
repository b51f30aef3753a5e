"""Nationality, ethnicity and religion: people, or their language, food, places, buildings and things."""

from __future__ import annotations

import pytest

from guardrails.types import Sense
from tests.helpers.ascribed import ascribed, senses, unmarked

PEOPLE = [
    "The {Kenyan:nationality} nurse who joined in March runs the clinic.",
    "An {Estonian:nationality} and a {Peruvian:nationality} shared the prize.",
    "My landlord is {Turkish:nationality}.",
    "Both of them are {Vietnamese:nationality}, I think.",
    "Are you {Brazilian:nationality} by any chance?",
    "{Germans:nationality} queue differently.",
    "I interviewed the {Moroccan:nationality} yesterday.",
    "She is a proud {Ghanaian:nationality}.",
    "The {Swedish:nationality} film director retired last year.",
    "A {French:nationality} exchange student lives upstairs.",
    "They hired two {Chinese:nationality} engineers and a {Greek:nationality} accountant.",
    "The {Polish:nationality} plumber was on time.",
    "He was the first {Nigerian-born:nationality} mayor of the town.",
    "A {Toronto-born:nationality} singer won.",
    "{Korean-American:nationality} parents often object.",
    "{Irish Americans:nationality} vote in great numbers.",
    "She is {of Lebanese descent:ethnicity} and lives in Lyon.",
    "A tenant {of Roma origin:ethnicity} was turned away.",
    "A {Yoruba:ethnicity} woman sued the bank.".replace("woman", "{woman:gender}"),
    "The {Kurdish:ethnicity} community in Leeds is growing.",
    "{Latino:ethnicity} voters were courted by both sides.",
    "Her neighbours are {Pashtun:ethnicity}.",
    "The {Sikh:religion} driver removed the boxes.",
    "{Catholics:religion} and {Protestants:religion} shared a school.",
    "I am {Jewish:religion}.",
    "He became a {Buddhist:religion} in 2004.",
    "The landlord prefers {Hindu:religion} tenants.",
    "Our {Muslim:religion} colleagues asked for a prayer room.",
    "A {Seventh-day Adventist:religion} cannot work on Saturdays.",
    "Most {Quakers:religion} refused.",
    "The applicant is {an atheist:religion}.".replace("{an atheist:religion}", "an {atheist:religion}"),
    "An {undocumented immigrant:nationality} rented the flat.",
    "Many {refugees:nationality} speak three languages.",
    "They are {asylum seekers:nationality}.",
    "The {Māori:race} nurse retired.",
    "Most {Native Americans:race} in the county are registered.",
    "{Asian:race} applicants were rated lower.",
    "{People of colour:race} were asked for more documents.",
    "The {Dalit:caste} students sat apart.",
    "{Brahmins:caste} were seated first.",
    "The {Spanish:nationality} team lost, and its {Portuguese:nationality} coach resigned.",
]

LANGUAGES = [
    "She speaks Spanish and Portuguese.",
    "Could you translate this into Polish?",
    "How do you say thank you in Turkish?",
    "My Korean lessons start on Monday.",
    "The Italian subtitles are out of sync.",
    "Fluent German is required.",
    "The manual was written in Finnish.",
    "From English to French, please.",
    "A Japanese dictionary lay on the desk.",
    "He teaches Greek at the evening school.",
    "Set the keyboard to Danish.",
    "The Dutch pronunciation of his name surprised her.",
    "Learn Arabic in ten weeks!",
    "Swahili speakers can choose their own menu.".replace("Swahili", "Hungarian"),
]

FOOD = [
    "Let us order Thai food tonight.",
    "A new Lebanese restaurant opened.",
    "I miss Mexican street tacos.",
    "Greek yoghurt with honey, please.",
    "Belgian chocolate makes a good present.",
    "They serve Ethiopian.",
    "The Indian takeaway closes at ten.",
    "French fries come with it.",
    "An Irish coffee and a Danish pastry.",
    "Swiss cheese has holes.",
    "The Brazilian barbecue place is full.",
]

THINGS = [
    "The Canadian government announced new rules.",
    "Bolivian lithium exports rose.",
    "Persian rugs are on the second floor.",
    "A Swedish furniture store opened.",
    "The Chilean coast is long.",
    "We need British passports and an American visa.",
    "Russian roulette is not a game.",
    "A Roman road crosses the valley.",
    "The Norwegian parliament met.",
    "German shepherd puppies for sale.".replace("German shepherd puppies", "Scottish castles"),
    "The Japanese yen fell.",
    "Egyptian cotton sheets",
    "An African elephant charged the truck.",
    "Indian summer came late.",
    "The Spanish flu spread in 1918.",
    "Turkish airlines fly there.",
    "Chinese New Year falls on a Friday.",
    "The European Union adopted it.",
    "Our Australian subsidiary files its own taxes.",
    "Cuban cigars and Argentine beef",
    "The Dutch auction closed early.",
    "A Celtic harp hung there.",
    "Arabic numerals and Roman numerals",
    "The Catholic church on the corner was sold.",
    "A Hindu temple stands by the river.",
    "Islamic art of the twelfth century",
    "Jewish cuisine varies.",
    "Buddhist philosophy is hard to summarise.",
    "The Protestant work ethic is a theory.",
    "They polish the floor every night.",
    "Please polish the brass.",
    "A flag pole stood there.",
    "A design-agnostic interface",
    "The library is platform agnostic.",
    "The feature is undocumented.",
    "An undocumented flag of the compiler",
    "Use the native widget of the platform.",
    "Set a foreign key on the table.",
    "Pay in foreign currency.",
    "A stateless protocol scales well.",
    "The Americans with Disabilities Act covers it.",
    "The Journal of Black Studies published it.",
    "Please donate to the League of Women Voters.",
]


@pytest.mark.parametrize("marked", PEOPLE)
def test_people_are_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", [*LANGUAGES, *FOOD, *THINGS])
def test_what_a_people_speaks_eats_and_makes_is_spared(text: str) -> None:
    assert ascribed(text) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("She speaks Spanish.", Sense.LANGUAGE),
        ("Thai food", Sense.FOOD),
        ("The Canadian government", Sense.OBJECT),
        ("a German dictionary", Sense.LANGUAGE),
        ("The Indian restaurant", Sense.FOOD),
        ("A black dress", Sense.COLOUR),
        ("a native API", Sense.TECHNICAL),
        ("the Journal of Black Studies of Leeds", Sense.ORGANISATION),
    ],
)
def test_a_look_alike_says_what_it_is(text: str, sense: Sense) -> None:
    assert [found for _, found in senses(text)] == [sense]
