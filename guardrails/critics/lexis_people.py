"""Words for people and what stands around them: heads of noun phrases, determiners, links."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["is_person_noun"]

_HEADS: Final = entries("""
    adult, adults, applicant, applicants, aunt, aunts, babies, baby, being, beings, borrower, borrowers, boy, boys,
    brother, brothers, buyer, buyers, caller, callers, candidate, candidates, child, children, citizen, citizens,
    client, clients, coder, coders, colleague, colleagues, communities, community, couple, couples, cousin, cousins,
    crowd, customer, customers, daughter, daughters, dude, dudes, employee, employees, engineer, engineers, families,
    family, father, fathers, fellow, fellows, folk, folks, friend, friends, gal, gals, gent, gentleman, gentlemen,
    gents, girl, girls, grandchild, grandchildren, granddaughter, granddaughters, grandfather, grandfathers, grandma,
    grandmas, grandmother, grandmothers, grandpa, grandparent, grandparents, grandpas, grandson, grandsons, group,
    groups, guest, guests, guy, guys, household, households, human, humans, husband, husbands, individual, individuals,
    kid, kids, lad, ladies, lads, lady, leader, leaders, lover, lovers, man, manager, managers, member, members, men,
    migrant, migrants, minorities, minority, mom, moms, mother, mothers, mum, mums, nation, neighbor, neighbors,
    neighbour, neighbours, nurse, nurses, ones, parent, parents, partner, partners, passenger, passengers, patient,
    patients, people, peoples, person, person's, persons, population, populations, president, professional,
    professionals, race, relative, relatives, resident, residents, scientist, scientists, sibling, siblings, sister,
    sisters, son, sons, soul, souls, specialist, specialists, spouse, spouses, staff, student, students, teacher,
    teachers, teen, teenager, teenagers, teens, tenant, tenants, those, tribe, tribes, twin, twins, uncle, uncles,
    user, users, veteran, veterans, victim, victims, visitor, visitors, voter, voters, wife, wives, woman, women,
    worker, workers, youngster, youngsters, youth, youths
""")
_ENDINGS: Final = ("ers", "ors", "ants", "ists", "ees", "ians", "men", "women")
_NOT_PEOPLE: Final = entries("""
    abdomen, burgers, centers, centres, chapters, coffees, colors, colours, computers, containers, corners, covers,
    degrees, dinners, doors, drawers, errors, factors, fees, fingers, flavors, flavours, floors, flowers, folders,
    grants, layers, letters, lists, matters, mirrors, numbers, offers, omen, orders, others, pants, papers, plants,
    posters, powers, prayers, quarters, restaurants, rivers, rulers, scooters, sectors, servers, shoulders, sisters,
    specimen, summers, sweaters, theaters, theatres, towers, trees, variants, waters, winters, years
""")


def is_person_noun(word: str) -> bool:
    """Whether *word* (folded) can head a phrase for people: listed, or a plural agent noun ("lenders", "dentists")."""
    if word in _HEADS:
        return True
    return len(word) > 5 and word.endswith(_ENDINGS) and word not in _NOT_PEOPLE
