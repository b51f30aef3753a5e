"""Wording that no list can hold: ages, years of birth, descent, impairments, aids, pronoun declarations.

Each pattern is tried only around its trigger words, which the automaton finds together with the lexicon; so a text
without triggers costs nothing. Patterns read the flat text: folded, hyphens as spaces. All quantifiers are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from guardrails.types import Form

__all__ = ["PATTERNS", "Pattern", "find_pattern"]

_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER: Final = rf"(?:1[01]\d|[1-9]?\d|(?:{_TENS})(?: (?:{_ONES}))?|{_TEENS}|{_ONES}|(?:a|one) hundred)"
_DECADE: Final = "teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s"
_WHOSE: Final = "his|her|their|my|our|your|its|the"
_MONTH: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_AID: Final = (
    "wheelchairs?|walkers?|walking frame|walking stick|walking aid|rollator|canes?|crutch(?:es)?|hearing aids?|"
    "cochlear implants?|guide dog|service dog|service animal|assistance dog|prosthetic(?: \\w{2,10})?|prosthesis|leg braces?|"
    "mobility scooter|mobility aids?|insulin pump|feeding tube|colostomy bag|screen reader|oxygen tank|ventilator|braille"
)
_IMPAIRED: Final = (
    "impairments?|disorders?|syndrome|disabilit(?:y|ies)|handicaps?|limb difference|dystrophy|palsy|sclerosis|deformity|"
    "disfigurement|hearing loss|vision loss|sight loss|memory loss|amputations?|paralysis"
)
_DOING: Final = (
    "seeing|hearing|walking|speaking|reading|learning|standing|breathing|moving|remembering|concentrating|swallowing"
)
_NOT_PLACES: Final = (
    "first|second|third|last|new|still|low|high|free|base|noble|well|self|natural|twice|air|water|blood|food|insect|tick|"
    "mosquito|vector|sea|soil|re|un|earth|royal|ill|later|to|be|was|were|is|being|are|been|he|she|they|i|and|or|not|also|"
    "who|child|children|baby|babies|people|those|when|man|woman|a|an|the|you|we|of|in|since|all|were|it|had|has"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """*regex* is tried near each of *triggers*. *checked*: a thing as head or subject makes it a look-alike."""

    name: str
    attribute: str
    triggers: tuple[str, ...]
    regex: re.Pattern[str] = field(repr=False)
    form: Form = Form.PHRASE
    reason: str = ""
    tags: tuple[str, ...] = ()
    checked: bool = False


def _pattern(name: str, attribute: str, triggers: str, regex: str, reason: str, **more: object) -> Pattern:
    compiled = re.compile(rf"(?<!\w){regex}(?!\w)")
    return Pattern(
        name=name,
        attribute=attribute,
        triggers=tuple(triggers.split("|")),
        regex=compiled,
        reason=reason,
        **more,  # type: ignore[arg-type]
    )


PATTERNS: Final = (
    # "45-year-old", "seventy-five-year-olds", "8 yr old", "30 y/o"
    _pattern(
        "age.years_old",
        "age",
        "year old|year olds|yr old|yr olds|y/o|yo|y.o",
        rf"(?:{_NUMBER}) ?(?:year olds?|yr olds?|y/o|yo|y\.o)",
        "an age in years",
        form=Form.ADJECTIVE,
        checked=True,
    ),
    # "45 years old", "62 years of age", "80 years young"
    _pattern(
        "age.is_years",
        "age",
        "years old|yrs old|years of age|years young|years-old",
        rf"(?:{_NUMBER}) (?:years old|yrs old|years of age|years young)",
        "an age in years",
        form=Form.PREDICATE,
        checked=True,
    ),
    # "in her sixties", "in their late 20s"
    _pattern(
        "age.decade",
        "age",
        _DECADE.replace("[2-9]0s", "20s|30s|40s|50s|60s|70s|80s|90s"),
        rf"in (?:his|her|their|my|our|your) (?:early |mid |late |middle )?(?:to (?:early |mid |late ))?(?:{_DECADE})",
        "a decade of life",
    ),
    # "over-50s", "the under 25s"
    _pattern(
        "age.bracket",
        "age",
        "20s|25s|30s|35s|40s|45s|50s|55s|60s|65s|70s|75s|80s|18s|21s|16s",
        r"(?:over|under) [1-9]\ds",
        "an age bracket",
        form=Form.NOUN,
    ),
    # "fifty-something", "20-somethings"
    _pattern(
        "age.something",
        "age",
        "something|somethings",
        rf"(?:{_TENS}|[2-9]0) somethings?",
        "a decade of life",
        form=Form.ADJECTIVE,
        checked=True,
    ),
    # "aged 45", "age 45", "aged 18 to 25", "at the age of sixteen"
    _pattern(
        "age.aged",
        "age",
        "aged|age|ages",
        rf"(?:aged(?: between)?|ages?(?: of)?|(?:at|by|before|since) (?:the )?age(?: of)?) (?:{_NUMBER})(?: ?(?:to|and|or|–) (?:{_NUMBER}))?",
        "an age in years",
        checked=True,
    ),
    # "just turned 30", "turning sixty"
    _pattern(
        "age.turned",
        "age",
        "turned|turning|turns",
        rf"turn(?:ed|ing|s) (?:{_NUMBER})(?! (?:\w+ )?(?:percent|degrees|points|times|pages|people|dollars|of))",
        "an age in years",
        form=Form.PREDICATE,
    ),
    # "when he was 22", "she is 34 and", "I'm 45."
    _pattern(
        "age.is_number",
        "age",
        "he is|she is|i am|i'm|he's|she's|he was|she was|i was|who is|who was|they were|we were|you were|were only|was only|was just",
        rf"(?:(?:he|she|i|who) (?:is|was|am)|(?:they|we|you) were|i'm|he's|she's|(?:were|was) (?:only|just))"
        rf"(?: (?:only|just|about|almost|nearly|now|already|still|then|around))? (?P<span>{_NUMBER})"
        r"(?=\s*(?:[.,;:!?)]|$|and (?!a |\d)|but |when |at the|while |then|now|so ))(?![.,]\d)",
        "an age in years",
        form=Form.PREDICATE,
    ),
    # "over the age of 50"
    _pattern(
        "age.over",
        "age",
        "the age of",
        rf"(?:over|under|above|below|past) the age of (?:{_NUMBER})",
        "an age bracket",
    ),
    # "born in 1961", "born on 3 May 1961", "born 1961"
    _pattern(
        "age.born",
        "age",
        "born",
        rf"born (?:(?:in|on|around|circa|c\.) )?(?:(?:the )?[0-3]?\d(?:st|nd|rd|th)? )?(?:(?:{_MONTH})\w{{0,6}},? (?:[0-3]?\d(?:st|nd|rd|th)?,? )?)?(?:in )?(?:19|20)\d\d(?! \d\d )",
        "a year of birth",
    ),
    # "Lagos-born", "Korean-born"; "first-born" is not a place
    _pattern(
        "nationality.born",
        "nationality",
        "born",
        rf"(?!(?:{_NOT_PLACES}) )[a-z]{{3,20}} born(?! (?:in|on|to|into|with|of|out|from|and|again|as|at|\d))",
        "a place of birth",
        form=Form.ADJECTIVE,
        tags=("hyphen",),
    ),
    # "of Korean descent", "of mixed heritage"
    _pattern(
        "ethnicity.descent",
        "ethnicity",
        "descent|ancestry|heritage|extraction|parentage|origin|origins|ethnicity|lineage",
        r"(?:of|with|from) (?!the |this |that |unknown |its |natural |common |our )(?:an? )?(?:[a-z]{3,20} ){1,2}(?:and [a-z]{3,20} )?(?:descent|ancestry|heritage|extraction|parentage|origins?|ethnicity|lineage)",
        "a line of descent",
    ),
    # "with a hearing impairment", "has a learning disability", "with difficulty walking"
    _pattern(
        "disability.with",
        "disability",
        "impairment|impairments|disorder|disorders|syndrome|disability|disabilities|handicap|handicaps|limb difference|"
        "dystrophy|palsy|sclerosis|deformity|disfigurement|hearing loss|vision loss|sight loss|memory loss|amputation|amputations|paralysis",
        rf"(?<!dealing )(?<!deal )(?<!cope )(?<!coping )(?:with|has|have|had|having) (?:an? |some |severe |mild |multiple )?(?:[a-z']{{2,20}} ){{0,3}}(?:{_IMPAIRED})",
        "a condition after 'with' or 'has'",
    ),
    _pattern(
        "disability.difficulty",
        "disability",
        "difficulty|difficulties|trouble",
        rf"(?:with |has |have |having |had )?(?:some |severe )?(?:difficult(?:y|ies)|trouble) (?:in |with )?(?:{_DOING})",
        "a difficulty in doing something",
    ),
    # "visually challenged", "aurally impaired"
    _pattern(
        "disability.impaired",
        "disability",
        "impaired|challenged|disabled|handicapped|disturbed|delayed",
        r"(?:visually|aurally|vision|sight|hearing|speech|language|print|mobility|motor|physically|mentally|cognitively|"
        r"intellectually|developmentally|emotionally|psychiatrically|learning|sensory|severely|profoundly|multiply|"
        r"neurologically|orthopedically|behaviorally|behaviourally|memory|immune|differently|partially|totally|newly) "
        r"(?:impaired|challenged|disabled|handicapped|disturbed|delayed)",
        "an impairment by its kind",
        form=Form.ADJECTIVE,
    ),
    # "Guatemalan-American"; any people before the hyphen
    _pattern(
        "nationality.hyphen_nation",
        "nationality",
        "american|americans|canadian|canadians|australian|australians|british",
        r"(?!(?:all|anti|pan|inter|un|non|pro|pre|north|south|latin|central|euro|mid|trans|ultra|very|the|of|an|s|in|and) )[a-z]{4,20} "
        r"(?:americans?|canadians?|australians?|british)",
        "a hyphenated people",
        form=Form.ADJECTIVE,
        tags=("hyphen",),
    ),
    # "who uses a wheelchair", "in a wheelchair", "with a cane"
    _pattern(
        "disability.aid",
        "disability",
        "wheelchair|wheelchairs|walker|walking frame|walking stick|rollator|cane|crutch|crutches|hearing aid|hearing aids|"
        "cochlear implant|cochlear implants|guide dog|service dog|service animal|assistance dog|prosthetic|prosthesis|leg brace|leg braces|"
        "mobility scooter|mobility aid|mobility aids|insulin pump|feeding tube|colostomy bag|screen reader|oxygen tank|braille",
        rf"(?:(?:who |that )?(?:confined to|bound to|uses?|using|used|needs?|needing|requires?|requiring|relies on|relying on|wears?|wearing) (?:an? |his |her |their |my )?|in an? |with an? |on )(?:manual |electric |power |motorised |motorized |white )?(?:{_AID})(?! (?:ramp|access|tax|lift|basketball|user|users))",
        "an aid somebody uses",
    ),
    # "missing a leg", "with one arm"
    _pattern(
        "disability.limb",
        "disability",
        "missing|lost|with one|amputated",
        r"(?:missing|lost|with only one|with one|amputated) (?:an? |his |her |their |one |both )?(?:legs?|arms?|hands?|foot|feet|limbs?|eyes?|fingers?)",
        "a missing limb",
    ),
    # "she/her", "they/them pronouns", "xe/xem/xyr"
    _pattern(
        "gender.pronouns",
        "gender",
        "he/him|she/her|they/them|she/they|he/they|they/she|they/he|xe/xem|ze/zir|ze/hir|ey/em|fae/faer|ve/ver|it/its|pronouns",
        r"(?:(?!he/she|his/her|him/her|she/he)[a-z]{1,5}/[a-z]{1,6}(?:/[a-z]{1,7})?(?: pronouns)?|(?:any|all|no|neo|gender neutral|she|he|they|male|female|feminine|masculine) pronouns)",
        "a pronoun declaration",
        tags=("declaration",),
    ),
    # "six months pregnant", "22 weeks pregnant"
    _pattern(
        "pregnancy.months",
        "pregnancy",
        "pregnant",
        rf"(?:{_NUMBER}) (?:weeks|months) pregnant",
        "a length of pregnancy",
        form=Form.PREDICATE,
    ),
    # "expecting their first child", "expecting twins"
    _pattern(
        "pregnancy.expecting",
        "pregnancy",
        "expecting",
        rf"expecting (?:an? |(?:{_WHOSE}) )?(?:new |first |second |third |fourth )?(?:child|baby|babies|twins|triplets|bundle of joy)",
        "a child on its way",
    ),
    # "single mother of two" stays with the lexicon; "a mother of three"
    _pattern(
        "family.parent_of",
        "family_status",
        "mother of|father of|mom of|mum of|dad of|parent of",
        rf"(?:single |working |proud )?(?:mother|father|mom|mum|dad|parent) of (?:{_NUMBER})",
        "a number of children",
        form=Form.NOUN,
    ),
    # "of the Hindu faith", "of Muslim faith"
    _pattern(
        "religion.faith",
        "religion",
        "faith|religion",
        r"(?:of|from|practicing|practising) (?:the )?[a-z]{3,20} (?:faith|religion)",
        "a faith somebody is of",
    ),
)

_BEFORE: Final = 56  # characters around a trigger in which its pattern may lie
_AFTER: Final = 44


def find_pattern(pattern: Pattern, flat: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where *pattern* covers its trigger at ``[start, end)`` of the *flat* text."""
    low = max(0, start - _BEFORE)
    for found in pattern.regex.finditer(flat, low, min(len(flat), end + _AFTER)):
        if found.start() <= start and end <= found.end():
            if "hyphen" in pattern.tags and folded[start - 1] != "-":
                return None
            return found.span("span" if "span" in pattern.regex.groupindex else 0)
    return None


def patterns_for(attributes: Collection[str] | None) -> Iterator[Pattern]:
    """The patterns of *attributes*; ``None`` means all."""
    return (pattern for pattern in PATTERNS if attributes is None or pattern.attribute in attributes)
