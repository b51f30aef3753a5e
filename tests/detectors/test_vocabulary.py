"""Breadth of the English vocabulary: descriptors of every attribute in several frames."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed

_ADJECTIVES = {
    "nationality": "Ivoirian Byelorussian Herzegovinian foreign-trained Glaswegian Andalusian Fujianese Chagossian",
    "ethnicity": "Sylheti Khasi Igorot Visayan Emberá Haudenosaunee Gullah Peranakan Nenets Inuvialuit Kashubian",
    "religion": "Alevi Anglo-Catholic Pentecostalist Theravadin churchgoing atheistic Doukhobor Wesleyan Gnostic",
    "disability": (
        "brain-injured clinically-depressed lactose-intolerant anaemic traumatised nonverbal agoraphobic seropositive "
        "twice-exceptional late-deafened stone-deaf"
    ),
    "veteran_status": "war-wounded active-duty",
    "caste": "Thevar Namboodiri casteless",
    "body_size": "brawny wiry pot-bellied emaciated",
    "age": "perimenopausal semi-retired senile",
    "socioeconomic": "skint underemployed uneducated slum-dwelling minimum-wage",
}
_PHRASES = (
    ("The tenant served in the army.", "served in the army"),
    ("I met a nurse who goes to church.", "goes to church"),
    ("The applicant lives in a council flat.", "lives in a council flat"),
    ("The clerk had a stroke.", "had a stroke"),
    ("He is close to retirement.", "close to retirement"),
    ("She wants to start a family.", "wants to start a family"),
    ("The clerk is in remission.", "in remission"),
    ("The clerk is in debt.", "in debt"),
    ("I met a nurse with nystagmus.", "with nystagmus"),
    ("I met a nurse with a nut allergy.", "with a nut allergy"),
    ("I met a nurse with settled status.", "with settled status"),
)


@pytest.mark.parametrize("frame", ["We met the {} applicant.", "The {} tenants left.", "She is a {} nurse."])
@pytest.mark.parametrize(
    ("attribute", "word"), [(attribute, word) for attribute, words in _ADJECTIVES.items() for word in words.split()]
)
def test_a_descriptor_before_a_person_is_found(attribute: str, word: str, frame: str) -> None:
    assert (word, attribute) in ascribed(frame.format(word))


@pytest.mark.parametrize(("text", "wording"), _PHRASES)
def test_a_phrase_about_a_person_is_found(text: str, wording: str) -> None:
    assert wording in [found for found, _ in ascribed(text)]


@pytest.mark.parametrize(
    "text",
    ["Sales were anaemic.", "a wiry cable", "a lame excuse", "We start a family of fonts.", "the sterile needle"],
)
def test_the_same_words_for_things_are_spared(text: str) -> None:
    assert ascribed(text) == []
