"""Words of a sentence that says what people need, may not do by law or do by custom, not what they are worth."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["CHILDREN", "DANGERS", "HARSH", "NEEDS", "NEED_PHRASES", "SPORT"]

NEEDS: Final = entries("""
    alarm, alcohol, alt, anaesthesia, anesthesia, announcement, announcements, appointment, aspirin, beef, bell,
    braille, captions, chemicals, clearance, contract, dosage, dose, doses, eid, election, elections, elevator, fever,
    friday, fridays, gelatin, guardian, halal, ibuprofen, infants, infection, injection, insulin, interpreter, kosher,
    lease, meat, minor, nausea, newborns, nursery, passover, pension, permit, pork, print, radiation, ramadan, ramp,
    sabbath, saturday, saturdays, screening, shellfish, solvents, stairs, steps, subtitles, sunday, sundays, surgery,
    sushi, toddlers, touchscreen, toys, ultrasound, underage, vaccinated, vaccination, vaccine, visa, vote, x-ray,
    x-rays
""")
NEED_PHRASES: Final = entries("""
    and needs, because of travel, extra time, has been ordered, her hair, his hair, in sign language, in the first, let
    her drive, let him drive, more time, on leave until, school day, sick pay, so please, text in images, the drug, the
    law, the medicine, their hair, too weak to climb, touch screen, under 18, under 21, was moved, we moved, without a
    parent, without an adult, without the consent
""") | frozenset(f"is {age}" for age in range(5, 18))
"""A barrier, a medicine, a day of rest, a food, a paper, an age of consent."""

HARSH: Final = entries("""
    burden, charge, clients, decline, declined, denied, deny, dismiss, exaggerate, exaggerating, exclude, faking, fire,
    fired, hire, hired, hiring, ignore, interview, invite, job, lazy, lead, liability, manage, pass, pick, position,
    premium, pretend, promote, promotion, rank, ranked, refuse, refused, reject, rejected, role, skip, stupid, team,
    uncomfortable, unfit, unreliable, unsuitable, worse
""")
"""Beside a need: it is taken for a reason after all ("she can't work on Fridays, so *hire* somebody else")."""

CHILDREN: Final = entries("babies, baby, child, children, infants, kids, minors, newborns, toddlers")
DANGERS: Final = entries("""
    adult, adults, bar, casino, chemicals, deep, device, devices, dogs, heat, knives, machine, machines, medicine,
    medicines, pool, reach, road, saw, sites, stove, supervised, tools, unless, water, window, windows
""")
SPORT: Final = entries("""
    defence, defense, goalkeeper, half-time, midfield, offside, penalties, set pieces, striker, the league, the first
    half, the second half, the semi-final, the wing
""")
