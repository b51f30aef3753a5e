"""Words for people and what stands around them: heads of noun phrases, determiners, links."""

from __future__ import annotations

from typing import Final

__all__ = ["is_person_noun"]

_HEADS: Final = frozenset(
    """
    adult adults applicant applicants baby babies being beings body bodies borrower borrowers boy boys brother brothers
    buyer buyers candidate candidates caller callers child children citizen citizens client clients coder coders
    colleague colleagues communities community couple couples crowd customer customers daughter daughters dude dudes
    employee employees engineer engineers families family father fathers fellow fellows folk folks friend friends gal
    gals gent gentleman gentlemen gents girl girls grandfather grandfathers grandma grandmas grandmother grandmothers
    grandpa grandpas grandparent grandparents group groups guest guests guy guys household households human humans
    husband husbands individual individuals kid kids ladies lady lad lads leader leaders life lives lover lovers man
    manager managers member members men migrant migrants minorities minority mom moms mother mothers mum mums nation
    neighbor neighbors neighbour neighbours nurse nurses ones parent parents partner partners passenger passengers
    patient patients people peoples person persons population populations president professional professionals race
    relative relatives resident residents scientist scientists sister sisters son sons soul souls specialist
    specialists spouse spouses staff student students teacher teachers teen teenager teenagers teens tenant tenants
    those tribe tribes user users veteran veterans victim victims visitor visitors voter voters wife wives woman women
    worker workers youngster youngsters youth youths person's
    """.split()
)
_ENDINGS: Final = ("ers", "ors", "ants", "ists", "ees", "ians", "men", "women")
_NOT_PEOPLE: Final = frozenset(
    """
    computers papers letters numbers powers orders matters dinners burgers flowers rivers prayers scooters posters
    folders servers containers colors colours flavors flavours doors floors sectors factors errors mirrors restaurants
    plants pants grants variants lists trees fees degrees coffees years others theaters theatres centers centres
    chapters corners covers drawers fingers layers offers orders others quarters rulers shoulders sisters sweaters
    towers waters winters summers specimen omen abdomen
    """.split()
)


def is_person_noun(word: str) -> bool:
    """Whether *word* (folded) can head a phrase for people: listed, or a plural agent noun ("lenders", "dentists")."""
    if word in _HEADS:
        return True
    return len(word) > 5 and word.endswith(_ENDINGS) and word not in _NOT_PEOPLE
