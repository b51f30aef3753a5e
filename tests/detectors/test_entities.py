from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.entities import Entity, find_entities
from guardrails.types import Sense


def _found(text: str) -> list[tuple[str, Sense]]:
    return [(text[entity.start : entity.end], entity.kind) for entity in find_entities(text)]


NAMES = {
    "title with full stop": ("Please ask Dr. Black about it.", "Black"),
    "title without full stop": ("We wrote to Mrs White-Jones again.", "White-Jones"),
    "two titles": ("I saw Professor Dr. Young yesterday.", "Young"),
    "office": ("The case went to Judge Gay last week.", "Gay"),
    "given name that is a religion": ("The form was signed by Christian White.", "Christian White"),
    "given name that is a country": ("Later Jordan Black called.", "Jordan Black"),
    "given name that is a continent": ("A note from Asia Johnson arrived.", "Asia Johnson"),
    "given name that is a sexual orientation": ("An essay by Gay Talese was reprinted.", "Gay Talese"),
    "plain given name": ("It was Dwayne Young who won.", "Dwayne Young"),
    "three parts": ("We met Maria Fernanda Black there.", "Maria Fernanda Black"),
    "suffix": ("He is called Robert Young Jr. by friends.", "Robert Young Jr."),
    "spaced initials": ("The book is by J. K. Old and sells well.", "J. K. Old"),
    "touching initials": ("The book is by J.K. Old and sells well.", "J.K. Old"),
    "one initial": ("See W. English for details.", "W. English"),
    "unlisted given name": ("We hired Zbigniew English in March.", "Zbigniew English"),
    "unlisted given name that acts": ("Zbigniew English works in Leeds.", "Zbigniew English"),
    "introduction in lower case": ("my name is young lee and I like it", "young lee"),
    "introduction": ("Hi! My name is Christian.", "Christian"),
    "answer about a name": ("What is your surname? Short", "Short"),
    "greeting": ("Dear Christian,\nthank you.", "Christian"),
    "signature": ("Kind regards,\nJordan Rich", "Jordan Rich"),
    "mail header": ("From: Israel Cohen <israel@example.org>", "Israel Cohen"),
    "inverted": ("Entry: Brown, Jennifer, 12 May", "Brown"),
    "citation": ("As shown before (White, 2010), it holds.", "White"),
    "et al.": ("As shown by Black et al. it holds.", "Black"),
    "case": ("The court followed Brown v. Board.", "Brown"),
    "possessive": ("Nobody liked White's proposal.", "White"),
    "verb that is a noun too": ("Vickie White lives at the lake.", "Vickie White"),
    "verb": ("Young graduated in 1990.", "Young"),
    "relation": ("I asked my cousin Israel to help.", "Israel"),
    "capital inside a sentence": ("I spoke with Rich at noon.", "Rich"),
    "handle": ("Ping @black_jordan about that.", "@black_jordan"),
    "address": ("Write to gay.white@example.com today.", "gay.white@example.com"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES.keys())
def test_finds_names_of_people(text: str, name: str) -> None:
    assert (name, Sense.NAME) in _found(text)


THINGS = {
    "ampersand": ("I bought a Black & Decker drill.", "Black & Decker", Sense.ORGANISATION),
    "brand with a head": ("Shares of Asian Paints fell.", "Asian Paints", Sense.ORGANISATION),
    "brand without a head": ("I work at Old Navy now.", "Old Navy", Sense.ORGANISATION),
    "long brand": ("We love Deaf Dog Coffee here.", "Deaf Dog Coffee", Sense.ORGANISATION),
    "legal form": ("She sued Young Brothers Ltd for it.", "Young Brothers Ltd", Sense.ORGANISATION),
    "airline": ("We flew with African Skies Airlines home.", "African Skies Airlines", Sense.ORGANISATION),
    "school": ("He left Jewish Free School early.", "Jewish Free School", Sense.ORGANISATION),
    "union": ("It was the Black Student Union that asked.", "Black Student Union", Sense.ORGANISATION),
    "movement": ("A sign of the Muslim Brotherhood was seen.", "Muslim Brotherhood", Sense.ORGANISATION),
    "of": ("The Church of Scotland agreed.", "Church of Scotland", Sense.ORGANISATION),
    "of the": (
        "The Daughters of the American Revolution met.",
        "Daughters of the American Revolution",
        Sense.ORGANISATION,
    ),
    "team": ("I saw the Blackhawks win.", "Blackhawks", Sense.ORGANISATION),
    "university of a student": (
        "She is a Black Harvard University student.",
        "Harvard University",
        Sense.ORGANISATION,
    ),
    "association of a title-case text": (
        "The Young Men's Christian Association",
        "Young Men's Christian Association",
        Sense.ORGANISATION,
    ),
    "students of a university": (
        "Black Oxford University students complained.",
        "Oxford University",
        Sense.ORGANISATION,
    ),
    "month as a headline": ("Native American Heritage Month", "Native American Heritage Month", Sense.ORGANISATION),
    "month": ("We mark Black History Month in October.", "Black History Month", Sense.ORGANISATION),
    "web address": ("Go to www.blackhistory.example/young now.", "www.blackhistory.example/young", Sense.ORGANISATION),
    "town": ("They live in White Plains now.", "White Plains", Sense.PLACE),
    "sea": ("The Black Sea is deep.", "Black Sea", Sense.PLACE),
    "ocean": ("Across the Indian Ocean.", "Indian Ocean", Sense.PLACE),
    "county": ("Born in Christian County in May.", "Christian County", Sense.PLACE),
    "street": ("The shop on Old Street closed.", "Old Street", Sense.PLACE),
    "minor": ("Travels in Asia Minor, volume two.", "Asia Minor", Sense.PLACE),
    "quarter": ("We stayed in the French Quarter there.", "French Quarter", Sense.PLACE),
    "fort": ("They camped near Fort White that night.", "Fort White", Sense.PLACE),
    "museum": ("Meet me at the Jewish Museum at ten.", "Jewish Museum", Sense.ORGANISATION),
    "film": ("We saw the film Black Panther twice.", "Black Panther", Sense.TITLE),
    "quoted novel": ('She read "The Young Blind Man" again.', "The Young Blind Man", Sense.TITLE),
    "quoted with author": ('I know "Black Boy" by Richard Wright.', "Black Boy", Sense.TITLE),
    "called": ("A series called The White Queen, again.", "The White Queen", Sense.TITLE),
    "article": ("I liked Memoirs of a Blind Woman very much.", "Memoirs of a Blind Woman", Sense.TITLE),
    "rated": ("Rate The Young Monarchs: A History 3 stars.", "The Young Monarchs: A History", Sense.TITLE),
    "player": ("play white wedding by billy idol", "white wedding by billy idol", Sense.TITLE),
    "playlist": ("add black velvet to my wedding playlist", "black velvet to my wedding playlist", Sense.TITLE),
}


@pytest.mark.parametrize(("text", "name", "kind"), THINGS.values(), ids=THINGS.keys())
def test_finds_organisations_places_and_works(text: str, name: str, kind: Sense) -> None:
    assert (name, kind) in _found(text)


PEOPLE = {
    "religion and noun": "Christian women lead the choir.",
    "race and people": "Black Americans vote in large numbers.",
    "heading with applicants": "Asian Applicants Only",
    "sentence-initial age": "Young candidates preferred.",
    "sentence-initial disability": "Blind people read with their fingers.",
    "two group words": "Native American tribes and African American voters.",
    "capitals throughout": "HIRE WHITE MEN ONLY",
    "article and noun": "We met a Black woman and an Asian man.",
    "place before group": "Most Chicago Black voters agreed.",
    "country in initials": "The survey asked U.S. Black voters.",
    "modal verb": "Will Black people come?",
    "month": "In May White applicants were preferred.",
    "bare predicate": "I am Black. I'm Christian.",
    "two colours": "Black and White pupils sat apart.",
    "gendered ampersand": "Men & Women welcome, Black & Asian pupils too.",
    "orientation and colour": "Gay White men were asked.",
    "faith": "He was raised in the Jewish Faith.",
    "greeting of a group": "Dear Christian friends, welcome.",
    "title before a group": "Ask Senator White women voters trust.",
    "headline": "Young Energetic Salesperson Needed For Busy Town",
    "group with a preposition": "Christian Women in Tech met.",
    "comma after capital": "hire Young, energetic staff",
    "professions": "Only hire Asian Software Engineers here.",
    "generation": "She is a Baby Boomer grandmother.",
    "office of a person": "The first Jewish District Attorney spoke.",
    "country as origin": "The man from China worked there.",
    "command about people": "Add Black candidates to the list. Put women on the board.",
    "play with people": "play with young children",
    "people's demonyms": "Muslim Londoners and Black New Yorkers agreed.",
    "headline with an article": "Killing of a Black Man Sparks Fury",
    "rated people": "Rate Young Candidates 3 points and give Black Men 5.",
    "given name and group": "Ask Emma. Black women agreed.",
}


@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE.keys())
def test_words_that_describe_people_are_not_names(text: str) -> None:
    groups = {"black", "white", "asian", "christian", "young", "blind", "native", "gay", "jewish", "muslim", "women"}
    claimed = {word.lower() for name, _ in _found(text) for word in name.split()}

    assert not claimed & (groups | {"men", "baby", "china", "children", "applicants"})


def test_a_surname_counts_alone_once_it_was_established_to_the_left() -> None:
    text = "Christian White spoke first. Later White sat down, and White people clapped."

    assert _found(text) == [("Christian White", Sense.NAME), ("White", Sense.NAME)]


def test_a_surname_is_not_established_from_the_right() -> None:
    text = "White guests came. Then Christian White spoke."

    assert [name for name, _ in _found(text)] == ["Christian White"]


def test_an_established_surname_after_an_article_is_a_description() -> None:
    assert [name for name, _ in _found("Dr. Black said so. He is a Black from Ohio.")] == ["Black"]


def test_what_was_found_does_not_change_when_more_text_arrives() -> None:
    text = "Dr. Young met Jordan Black in White Plains. Black & Decker sells. Then Young left the Jewish Museum. Bye."
    whole = find_entities(text)

    for end in range(len(text)):
        settled = [entity for entity in find_entities(text[:end]) if entity.end < end - 24]
        assert settled == [entity for entity in whole if entity.end < end - 24]


def test_known_entities_are_found_in_any_case_as_whole_words() -> None:
    text = "ask little black bear or little black bears about LITTLE BLACK BEAR"
    found = find_entities(text, known=["Little Black Bear", ""])

    assert [(entity.start, entity.end) for entity in found] == [(4, 21), (50, 67)]
    assert {entity.reason for entity in found} == {"entity supplied by the caller"}


def test_the_longest_known_entity_wins() -> None:
    found = find_entities("the old mill street fair", known=("old mill", "old mill street"))

    assert [(entity.start, entity.end) for entity in found] == [(4, 19)]


def test_reasons_never_quote_the_text() -> None:
    text = "Zyxwv Black met Dr. Young-Qqq at Deaf Dog Coffee."

    assert find_entities(text)
    assert all("Zyxwv" not in entity.reason and "Qqq" not in entity.reason for entity in find_entities(text))


_PIECES = st.one_of(
    st.sampled_from(("Dr. ", "Black", " ", "White", "&", "Christian", " of ", "Young", ", ", '"', "'s", "the ", "\n")),
    st.sampled_from(
        ("J.", "İ", "é", "😀", "Street", " women", "my name is ", "@", ".com", "play ", "http://", "-", "(")
    ),
    st.sampled_from(("2010)", "\u200b", "Ltd", "and ", "name? ")),
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=120))
def test_entities_are_sorted_disjoint_and_inside_the_text(text: str) -> None:
    found = find_entities(text, known=("White Street",))

    assert all(0 <= entity.start < entity.end <= len(text) for entity in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert {entity.kind for entity in found} <= {Sense.NAME, Sense.ORGANISATION, Sense.PLACE, Sense.TITLE}


HOSTILE = {
    "initials": "A." * 20_000,
    "capitals": "Ab " * 20_000,
    "one word": "A" + "b" * 60_000,
    "hyphens": "A-b" * 20_000,
    "quotes": 'book "' * 10_000,
    "addresses": "a@" * 20_000,
    "dots": "a." * 20_000,
    "introductions": "name is " * 10_000,
    "commands": "play " * 12_000,
    "ampersands": "Black & " * 10_000,
    "questions": "name " * 12_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_comes_to_an_end(text: str) -> None:
    assert isinstance(find_entities(text), tuple)


def test_an_entity_is_a_value() -> None:
    entity = Entity(start=0, end=1, kind=Sense.NAME, reason="r")

    assert entity == Entity(start=0, end=1, kind=Sense.NAME, reason="r")


@pytest.mark.parametrize("people", ["Swede", "Greek", "Scot"])
def test_an_article_makes_one_of_a_people_no_surname(people: str) -> None:
    assert not list(find_entities(f"The {people} asked for a loan."))
