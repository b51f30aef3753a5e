"""Who does something: a person's noun, or an adjective after a copula, with a verb that could be a noun after it."""

from __future__ import annotations

from tests.hostile.expectations import listed

_WHO = (
    "A {woman|gender}",
    "The {Sikh|religion}",
    "One {pensioner|age}",
    "A {lesbian|orientation}",
    "Another {refugee|nationality}",
)
_VERBS = listed(
    "leads the team, drives a van, works nights, plans the route, reports to Amy, visits us daily, heads the branch, "
    "chairs the board, ranks second, moves house, pays rent, claims for the damage, questions the bill, calls at noon, "
    "tests the pump, supports the plan, owns the shop, travels by train, studies law, answers the phone"
)
_IS = (
    "She is {Christian|religion} and likes jazz.",
    "He is {deaf|disability} and works nights.",
    "Sam is {gay|orientation} and plays the cello.",
    "Our porter is {Polish|nationality} and drives a van.",
    "Her dad is {blind|disability} but cooks every day.",
    "My tenant is {pregnant|pregnancy} and rents month to month.",
)
_THINGS = (
    "Muslim prayer times are on the wall.",
    "{Women|?}'s rights groups met in Hull.",
    "The black drives are louder than the grey drives.",
    "The old tests fail and the old plans are lost.",
    "Brown reports go to the archive.",
    "White visits sheets, blue calls sheets.",
)

CASES: tuple[str, ...] = (
    *(f"{_WHO[number % len(_WHO)]} {verb}." for number, verb in enumerate(_VERBS)),
    *(f"{_WHO[(number + 2) % len(_WHO)]} {verb}." for number, verb in enumerate(_VERBS[:10])),
    *_IS,
    *_THINGS,
)
