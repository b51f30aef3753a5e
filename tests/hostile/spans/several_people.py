"""More than one person in a text, and remarks that refer back to them."""

from __future__ import annotations

CASES: tuple[str, ...] = (
    "One candidate is {Korean|nationality}, the other is from Leeds.",
    (
        "The first applicant, a {Tamil|ethnicity} {woman|gender}, has a PhD; the second, an "
        "{Irish|nationality} {man|gender}, has ten years in sales."
    ),
    "Anna is {blind|disability}; Ben reads to her.",
    "Ali ({Muslim|religion}), Ruth ({Jewish|religion/ethnicity}), Tom (on leave)",
    "A: {white|race} {male|gender}, {50s|age}. B: {Asian|race} {female|gender}, {30s|age}.",
    "Caller 1 was {elderly|age}, caller 2 sounded {young|age}, caller 3 hung up.",
    "The tenant is {Ghanaian|nationality}, her husband {Togolese|nationality}, the cat Persian.",
    "Her son is {autistic|disability} and her daughter plays the violin.",
    "My wife is {Peruvian|nationality}; my boss is {Peruvian|nationality} too.",
    "His mother was {Jewish|religion/ethnicity} and his father {Catholic|religion}.",
    "The plaintiff, {58|age}, and the defendant, {24|age}, shook hands.",
    "Priya is {expecting|pregnancy}; Sam is expecting a parcel.",
    "Of the two, the {Sikh|religion} had the better code.",
    "I asked the {old|age} {man|gender}, not the old server.",
    "The {blind|disability} one answered; the blind in the window did not move.",
    "{Deaf|disability} since birth, he lip-reads; his line manager is not.",
    "She is {Hindu|religion}, he is {not religious|religion/?}.",
    "They are {gay|orientation}, and so are their dads.",
    "He said he was {Bosnian|nationality}. She said she was a dentist.",
    "The {woman|gender} he married is {older|age} than he is.",
    "Ask Kim (the {tall|body_size/?} one), not Jo (the {pregnant|pregnancy} one).",
    "the {Black|race} applicant in the black suit and the {white|race} applicant in the white one",
    "the {old|age} caretaker with the old keys",
    "the {brown|race} {girl|gender} with the brown bag",
    "a {Chinese|nationality} student with a Chinese phone",
    "the {deaf|disability} tenant whose appeal fell on deaf ears",
    "the {straight|orientation} couple who drove straight home",
    "the {poor|socioeconomic} family with the poor signal",
    "the {Jewish|religion/ethnicity} baker and the Jewish bakery",
    "the {Mexican|nationality} cook and the Mexican food",
)
