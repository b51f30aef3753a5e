"""What the library still gets wrong, by class of error; a case that comes right makes its test say so."""

from __future__ import annotations

from collections.abc import Mapping

_SPANS: dict[str, tuple[str, ...]] = {
    "a compound whose head names no person": (
        "White women's trainers",
        "black organizer for closet",
        "The old man page was better.",
        "young wine, young cheese, young shoots",
        "Asian and African elephants differ in their ears",
        "Gardening: prune old wood, feed young plants, move native ferns, blind shoots get no water.",
        "Chess club: Black to play, White mates in two, juniors at six, seniors at seven.",
        ("Sewing: blind hem, straight stitch, fat quarter, black thread, old bobbin, female snap, male snap."),
        "Cheese board: mature, young, blue, Swiss, French, an old Dutch and a rich Irish.",
        "native mobile engineer (iOS)",
    ),
    "a noun that is a thing here": (
        "I fancy an Indian tonight, or maybe a Chinese.",
        "{Mandarin|?} and Cantonese differ a lot.",
        "The {parent|?} process killed its orphan.",
        "The young generation of the heap.",
        "Old age comes to every engine.",
        "The {parent|?} is null and the child is orphaned.",
        "The old male header was bent.",
        "girls white sandals size 3",
        "Model 2000, born again as Model 3000",
        "Catholic and Protestant churches stand side by side",
        "Poker: a straight beats three of a kind; go in blind; the big blind is two pounds.",
        "Fold the whites into the black treacle; rest the old dough.",
        "Separate the whites from the yolks and whisk the whites until stiff.",
        "https://example.com/black-women-shoes?gender=female&age=old",
        "Filter: Women > Shoes > Black > 38",
        "a film with special effects and special needs for storage",
        "The {blind|disability} one answered; the blind in the window did not move.",
    ),
    "a person whom no noun beside the word names": (
        "Her father was {Scottish|nationality/ethnicity}, her mother {Cherokee|ethnicity/race}.",
        "My flatmate is {Pakistani|nationality} and my landlord {Irish|nationality}.",
        "The tenant is {Ghanaian|nationality}, her husband {Togolese|nationality}, the cat Persian.",
        "im {f|gender}, {23|age}, from ohio",
        "a {plus-size|body_size} model",
        "A {dark-skinned|race} model walked first.",
        "She is {of Welsh stock|ethnicity/nationality}.",
        "This is a {men|gender}-only crew.",
        "Two {Hindu|religion} families and a {Jain|religion} {widow|marital_status} share the kitchen.",
    ),
    "a phrase said of a thing": (
        "Found: white cat, blind in one eye, answers to Duke.",
        "a contract with a disability clause",
        "a camera with limited mobility of the head",
        "a chair with one arm",
        "The lift uses a wheelchair symbol.",
        "a bottle of Indian origin",
        "tea of Chinese origin",
        "The device is hard of access and on the spectrum analyser.",
        "a foreign-sounding engine note",
        "family commitments are covered by our leave policy",
        "The council estate plan was approved.",
    ),
    "a name, team or title of a work": (
        "Ask {Faith|?} or Christian about the keys.",
        "I {Kissed|?} a Girl was a hit.",
        "Dutch Boy paint covers well.",
        '"Man on Wire" won an award.',
        "Widows by Steve McQueen is tense.",
        "the Royal National Institute of Blind People",
        "the Blackhawks beat the Indians and the Braves",
        "Old Boys' FC and Young Wanderers",
        "The Merchant of Venice and The Jew of Malta",
        "Playlist: Brown Eyed Girl, Black Dog, American Woman, No Woman No Cry",
        "Christian is a {Christian|religion}.",
    ),
    'an age that is told without "years", or by a comparison': (
        "Too {old|age} for this job, they said of him.",
        "Decline: {too old|age} for a 25-year term.",
        "Pt: {71F|age/gender}, {widowed|marital_status}.",
        "sex={male|gender}; age={44|age}; city=Hull",
        "A: {white|race} {male|gender}, {50s|age}. B: {Asian|race} {female|gender}, {30s|age}.",
        "Caller 1 was {elderly|age}, caller 2 sounded {young|age}, caller 3 hung up.",
    ),
    "the age of a thing": (
        "aged 18 months in oak",
        "The firm was born in 1961 in a garage.",
        "Policyholder {aged 74|age}, vehicle aged 9 years.",
        "fetal age, bone age, gestational age 31 weeks",
        "Mature cheddar, aged 18 months.",
    ),
    "a predicate said of a thing": (
        "The native population of beetles fell.",
        "He ran in the senior men's race.",
        "Paralysed by indecision, the council waited.",
        "The caretaker is {Portuguese|nationality}, the lift is German and the paint is white.",
        "The autopilot is schizophrenic: it brakes and speeds up at once.",
    ),
    "an unusual spelling": (
        "{wheel-chair users|disability} go left",
        "{Latin@|ethnicity} students",
        "The {Germans|nationality}-only forum",
    ),
    "a verb in -s is taken for the thing that a word qualifies": (
        "The {Sikh|religion} claims for the damage.",
        "The {Sikh|religion} reports to Amy.",
        "The {Sikh|religion} moves house.",
    ),
    '"one" for a thing': (
        "Serve young leaves raw and cook the older ones.",
        "the {Black|race} applicant in the black suit and the {white|race} applicant in the white one",
    ),
    "a value after the name of its field": (
        "| name | note |\n|---|---|\n| A. Diaz | {Cuban|nationality}, {48 years old|age} |",
        "\u2022 {single|marital_status} \u2022 {Catholic|religion} \u2022 non-smoker",
    ),
    "goods, facilities and classes named after a group": ("Women's Aid, Age UK and Mencap",),
    "a verb and its object that ascribe an attribute": ("a welder {who transitioned last year|gender}",),
    "a code that looks like a disguise": ("part no. BL4CK-0X and G4Y-22",),
}

_EDITS: dict[str, tuple[str, ...]] = {
    "a clause is kept without its point": (
        "The woman with a laptop is pregnant.",
        "The man is Black and the car is black.",
        "The second candidate is Jewish.",
    ),
    "a look-alike is replaced": ("Fold the whites into the dark chocolate.",),
    "a protected word is missed": ("Ranked first: Osei (Ghanaian, ten years in audit).",),
    "a word is lost": ("Ideal: no gaps, no accent, ten years in tax.",),
}

_TWICE: dict[str, tuple[str, ...]] = {}


def _by_text(classes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {text: reason for reason, texts in classes.items() for text in texts}


SPANS = _by_text(_SPANS)
EDITS = _by_text(_EDITS)
TWICE = _by_text(_TWICE)
