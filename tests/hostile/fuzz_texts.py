"""Strategies for texts nobody writes by accident: any Unicode, words in any order, words in any disguise."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.hostile.expectations import listed

__all__ = ["ANY_TEXT", "DISGUISED", "FILLER", "SENTENCES", "WORDS", "nasty"]

_CHARACTERS = st.one_of(
    st.characters(exclude_categories=()),  # lone surrogates too
    st.sampled_from("\u200b\u200d\u202e\u2066\ufe0f\u0336\u0301\u00ad\ufeff\u115f\u3164\U000e0041"),
    st.sampled_from("İıßſﬁǅΣςᾳ\u0345Ⓐ𝐀ＡаеоАЕО\u05d0\u0627\u06dd"),
    st.sampled_from(["👩🏽\u200d🦽", "🏳\ufe0f\u200d🌈", "🇩🇪", "e\u0301", "\ud83d", "\udc69", "\x00", "\x85", "\u2028"]),
)
_VOCABULARY = (
    "a an the this these each no two my her his their she he they I is are was be been being has have with without of "
    "in on from to for and or but not nor who whose as than because if only one ones other both old young older "
    "45-year-old Black black white brown woman women man men girl's women's blind deaf disabled Muslim Muslims Sikh "
    "Jewish Polish Indian Indians German Germans gay straight lesbian trans pregnant married single poor rich elderly "
    "pensioner refugee immigrants autism wheelchair user uses diagnosed aged 58 under 30 over born 1961 sixties "
    "descent origin faith candidate applicant engineer engineers nurse team dress paper restaurant coffee error "
    "talented senior junior digital native speaker English French speaks Ms. Dr. White leads works likes has, is, . , "
    "; : - ( ) ! ? ' \" ` ``` ** _ # | / \\ & @ \n \n\n - * 1. \t"
)
WORDS = tuple(_VOCABULARY.split(" "))
_SEPARATORS = st.sampled_from([" ", " ", " ", "", "-", ", ", "\n", "  ", "\u00a0", "\u200b", "/"])
_SPARE = st.sampled_from(["", "", "", "\u200b", "\u200d", "\u0336", "\u0301", "\u00ad", "\ufe0f", "\u202e"])
FILLER = st.lists(_CHARACTERS, max_size=20).map("".join)


def _joined(parts: list[tuple[str, str]]) -> str:
    return "".join(word + gap for word, gap in parts)


_SALAD = st.lists(st.tuples(st.sampled_from(WORDS), _SEPARATORS), max_size=40).map(_joined)
_MIXED = st.lists(st.one_of(FILLER, st.sampled_from(WORDS)), max_size=20).map(" ".join)
ANY_TEXT = st.one_of(st.lists(_CHARACTERS, max_size=80).map("".join), _SALAD, _MIXED)


def _disguised(word: str, spare: list[str], wide: list[bool]) -> str:
    """*word* with characters in it that a reader does not see, and full-width letters."""
    letters = zip(word, spare, wide, strict=False)
    return "".join((chr(ord(a) + 0xFEE0) if w else a) + s for a, s, w in letters)


DISGUISED = st.sampled_from(["woman", "muslim", "lesbian", "pensioner", "nigerian"]).flatmap(
    lambda word: st.tuples(
        st.just(word),
        st.builds(
            _disguised,
            st.just(word),
            st.lists(_SPARE, min_size=10, max_size=10),
            st.lists(st.booleans(), min_size=10, max_size=10),
        ),
    )
)


def _sentence(parts: tuple[tuple[str, ...], str]) -> str:
    subject, verb = parts
    return " ".join([*filter(None, subject), verb]) + "."


_GROUPS = listed(
    "Black, white, young, elderly, 45-year-old, deaf, blind, gay, Muslim, Sikh, Nigerian, Polish, pregnant, disabled, "
    "middle-aged, transgender, married"
)
_NOUNS = listed("woman, man, engineer, nurse, applicant, tenant, girl, refugee, student, driver")
_TAILS = listed(
    "with autism, in her sixties, of Turkish origin, who uses a wheelchair, who is gay, from Leeds, with a degree, "
    "and a dog"
)
_VERBS = listed("called, is pregnant, asked for a loan, was late and is Jewish, paid, has a guide dog")
_SUBJECT = st.tuples(
    st.sampled_from(["The", "A", "One", "This", "Our"]),
    st.sampled_from(_GROUPS),
    st.sampled_from(_NOUNS),
    st.one_of(st.just(""), st.sampled_from(_TAILS)),
)
SENTENCES = st.lists(st.tuples(_SUBJECT, st.sampled_from(_VERBS)).map(_sentence), min_size=1, max_size=3).map(" ".join)


def nasty(kind: str, size: int) -> str:
    """About *size* characters of a text of *kind* that costs most where something is not linear."""
    unit = {
        "dots": "a.",
        "zero widths": "w\u200bo\u200b",
        "one giant word": "blackwoman",
        "brackets": "([{",
        "spaced letters": "b l a c k ",
        "swapped signs": "w0m@n",
        "commas": "young, ",
        "ands": "black and white and ",
        "hyphens": "old-",
        "quotes": "\"woman' `",
        "capitals": "Mr. White Black ",
        "spaces": "old \t\n",
        "combining": "e\u0301\u0336",
        "ages": "45-year-old 58 ",
        "ends": "is is who is ",
    }[kind]
    return (unit * (size // len(unit) + 1))[:size]
