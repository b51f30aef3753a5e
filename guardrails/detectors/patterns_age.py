"""Patterns of age: years, decades of life, brackets, birth years."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.patterns import Pattern
from guardrails.types import Form

__all__ = ["AGE_PATTERNS", "NUMBER"]

_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
NUMBER: Final = rf"(?:1[01]\d|[1-9]?\d|(?:{_TENS})(?: (?:{_ONES}))?|{_TEENS}|{_ONES}|(?:a|one) hundred)"
"""A number that can be somebody's age, in digits or words."""

_DECADES: Final = "teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}"
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_SAID_OF: Final = (
    *("he is", "she is", "i am", "i'm", "im", "he's", "she's", "who is", "he was", "she was", "i was", "who was"),
    *("mother is", "father is", "mom is", "dad is", "mum is", "wife is", "husband is", "son is", "daughter is"),
    *("brother is", "sister is", "candidate is", "applicant is", "patient is", "tenant is", "grandmother is"),
    *("aunt is", "uncle is", "niece is", "nephew is", "cousin is", "grandma is", "grandpa is", "grandfather is"),
    *(
        "customer is",
        "client is",
        "employee is",
        "student is",
        "driver is",
        "borrower is",
        "resident is",
        "claimant is",
    ),
    *("they were", "we were", "you were", "were only", "was only", "was just"),
)
_DATE: Final = rf"(?:{_DAY} {_MONTH},? {_YEAR}|{_MONTH} {_DAY},? {_YEAR}|\d{{1,4}}([/. ])\d{{1,2}}\1\d{{2,4}})"
_NEARING: Final = "over|under|older than|younger than|above|below"
_UNITS: Final = (
    r"(?:per|minutes?|hours?|days?|weeks?|months?|miles?|km|kilomet|met(?:re|er)s?|feet|foot|inches|pounds|dollars|euros|"
    r"kilos?|kg|lbs|points|times|yards|degrees|stone|people|others|thousand|hundred|million|k|cm|mm|grams?)\b"
)
_ABOUT: Final = (
    "over|under|above|below|nearing|approaching|pushing|close to|going on|well over|well past|just over|just under|"
    "about to turn"
)
_CLOSED: Final = r"(?=\s?(?:[.,;:!?)]|$| (?:and|but|or|so|when|while|now|who|with|this|next)\b))(?![.,]\d)"
_FIGURES: Final = tuple(str(age) for age in range(16, 100))
_TENFOLD: Final = tuple(f"{tens}0s" for tens in range(2, 10))


def _age(name: str, triggers: tuple[str, ...], regex: str, reason: str, **more: object) -> Pattern:
    whole = rf"(?<![\w.]){regex}(?!\w)"
    return Pattern(name=f"age.{name}", attribute="age", triggers=triggers, regex=whole, reason=reason, **more)  # type: ignore[arg-type]


AGE_PATTERNS: Final = (
    _age(  # "45-year-old", "seventy-five-year-olds", "8 yr old", "30 y/o"
        "years_old",
        ("year old", "year olds", "yr old", "yr olds", "y/o", "yo", "y.o", *(f"{age}yo" for age in _FIGURES)),
        rf"{NUMBER} ?(?:year olds?|yr olds?|y/o|yo|y\.o)",
        "an age in years",
        form=Form.ADJECTIVE,
        checked=True,
    ),
    _age(  # "a six-month-old", "3 months old"
        "months_old",
        ("month old", "month olds", "months old", "week old", "weeks old"),
        rf"{NUMBER} (?:month|week)s? olds?",
        "an age in months",
        form=Form.ADJECTIVE,
        checked=True,
    ),
    _age(  # "45 years old", "62 years of age", "80 years young"
        "is_years",
        ("years old", "yrs old", "years of age", "years young"),
        rf"{NUMBER} (?:years old|yrs old|years of age|years young)",
        "an age in years",
        form=Form.PREDICATE,
        checked=True,
    ),
    _age(  # "in her sixties", "in their late 20s"
        "decade",
        (*_DECADES.split("|"), *_TENFOLD),
        r"in (?:his|her|their|my|our|your) (?:early |mid |late |middle )?(?:to (?:early |mid |late ))?"
        rf"(?:{_DECADES}|[2-9]0s)",
        "a decade of life",
    ),
    _age(  # "the over-50s", "under 25s"
        "bracket",
        (*_TENFOLD, *(f"{tens}5s" for tens in range(2, 9)), "16s", "18s", "21s"),
        r"(?:over|under) [1-9]\ds",
        "an age bracket",
        form=Form.NOUN,
    ),
    _age(  # "fifty-something", "20-somethings"
        "something",
        ("something", "somethings"),
        rf"(?:{_TENS}|[2-9]0) somethings?",
        "a decade of life",
        form=Form.ADJECTIVE,
        checked=True,
    ),
    _age(  # "aged 45", "ages 18 to 25", "at the age of sixteen"
        "aged",
        ("aged", "age", "ages"),
        r"(?:aged(?: between)?|ages?(?: of)?|(?:at|by|before|since) (?:the )?age(?: of)?) "
        rf"{NUMBER}(?: (?:(?:to|and|or) )?{NUMBER})?",
        "an age in years",
        checked=True,
    ),
    _age(  # "just turned 30", "turning sixty"; not "turned 30 percent"
        "turned",
        ("turned", "turning", "turns"),
        rf"turn(?:ed|ing|s) {NUMBER}(?! (?:\w{{1,12}} )?(?:percent|degrees|points|times|pages|people|dollars|of)\b)",
        "an age in years",
        form=Form.PREDICATE,
    ),
    _age(  # "when he was 22", "she is 34 and ...", "I'm 45."
        "is_number",
        _SAID_OF,
        r"(?:(?:he|she|i|who) (?:is|was|am)|[a-z]{3,11} is|(?:they|we|you) were|i'm|im|he's|she's|"
        r"(?:were|was) (?:only|just))"
        rf"(?: (?:only|just|about|almost|nearly|now|already|still|then|around))? (?P<span>{NUMBER})"
        r"(?=\s?(?:[.,;:!?)]|$|and (?!a |\d)|but |when |at the|while |then|now|so ))(?![.,]\d)",
        "an age in years",
        form=Form.PREDICATE,
    ),
    _age(  # "the policyholder is 72 and lives alone"; "the counter is 72" counts
        "said",
        _FIGURES,
        r"(?:[a-z]{3,14}(?:er|or|ist|ian|ee|ant|ent|man|woman|person|mate)|nurse|guest|chef|cook|clerk|pilot) "
        r"(?:is|was) "
        rf"(?:only |just |already |now |nearly |almost |about )?(?P<span>[1-9]\d){_CLOSED}",
        "an age in years",
        form=Form.PREDICATE,
        said=True,
    ),
    _age(  # "At 58 he is", "at 61, the applicant has"; not "at 58 he scored"
        "at",
        _FIGURES,
        r"(?P<span>at [1-9]\d),? "
        r"(?:he|she|(?:the|our|this|my|your) [a-z]{3,12}(?:er|or|ist|ian|ee|ant|ent|man|woman|person)) "
        r"(?:is|was|has|had|still|would|could|can|will|may|might|cannot|should|needs|wants|remains|seems)",
        "an age in years",
    ),
    _age(  # "those who graduated after 2015"; who did so is young
        "graduated",
        ("graduated", "graduating"),
        r"(?:people|those|anyone|anybody|everyone|only|must|should|[a-z]{3,14}s) "
        r"(?P<span>(?:who |that )?(?:have |has |had )?(?:graduated|graduating) (?:in or )?"
        r"(?:after|since|before|prior to|no earlier than|no later than) (?:19|20)\d\d)",
        "a year that tells an age",
        tags=("proxy",),
    ),
    _age(  # "candidates over 50 need", "women under thirty"
        "of_people",
        ("over", "under", "older than", "younger than"),
        r"(?:ideally|preferably|strictly|must be|should be|people|men|women|folks|adults|nobody|no one|anyone|someone|"
        r"everyone|anybody|everybody|somebody|those|staff|[a-z]{3,12}(?:ers|ors|ees|ants|ents|ates|als|ists)) "
        rf"(?P<span>(?:over|under|older than|younger than) (?!\d ){NUMBER})"
        r"(?=[.,;:!?)]|$| (?:needs?|should|must|are|is|was|were|who|with|in|to|only|may|can|will|and|or|have|has|gets?|"
        r"pays?|for)"
        r"\b)",
        "an age bracket",
    ),
    _age(  # "patients older than 60 wait", "who are younger than thirty"
        "than_age",
        ("older than", "younger than"),
        r"(?:people|men|women|folks|patients|students|pupils|residents|nurses|clients|parents|colleagues|veterans|"
        r"[a-z]{3,12}(?:ers|ors|ees|ants|ents|ates|als|ists)|(?:who|they|we|you) (?:are|were)|who (?:is|was)) "
        rf"(?P<span>(?:older|younger) than (?!\d ){NUMBER})(?!(?:[.,]\d|\s?(?:%|{_UNITS})))",
        "an age bracket",
    ),
    _age(  # "a man over sixty", "someone under 30", "is over 60"
        "of_person",
        ("over", "under", "older than", "younger than", "above", "below"),
        r"(?:(?:an?|the|any|every|each|no) (?:[a-z]{3,12} ){0,2}(?:man|woman|person|adult|male|female|employee|worker|"
        r"[a-z]{3,10}(?:er|or|ist|ian|ee|ant)|tenant|patient|citizen|resident|student|nurse|colleague|lady|"
        r"gentleman)|(?:he|she|i) (?:is|was|am)|you are|they are|we are|they're|you're|i'm|he's|she's) "
        rf"(?P<span>(?:{_NEARING}) (?!\d ){NUMBER})"
        rf"(?!(?:[.,]\d|\s?(?:%|{_UNITS})))",
        "an age bracket",
    ),
    _age(  # "two are over sixty", "most of them were under 30"
        "of_some",
        ("over", "under", "above", "below"),
        r"(?:two|three|four|five|six|several|some|most|many|all|both|half|none|few) "
        rf"(?:of (?:them|us|you|these|those) )?(?:are|were) (?P<span>(?:{_NEARING}) (?!\d ){NUMBER}){_CLOSED}",
        "an age bracket",
    ),
    _age(  # "my doctor is over 50", "she is pushing sixty"
        "near",
        tuple(_ABOUT.split("|")),
        rf"(?:{_ABOUT}) (?!\d ){NUMBER}{_CLOSED}",
        "about an age",
        form=Form.PREDICATE,
        said=True,
    ),
    _age(  # "over-50 staff", "an under-30"
        "bracket_one",
        _FIGURES,
        r"(?:over|under) [1-9]\d(?! (?:squad|team|side|international|championship|tournament|league|world|cap|cup))",
        "an age bracket",
        form=Form.ADJECTIVE,
        checked=True,
        hyphen=True,
    ),
    _age(  # "people 65+", "seniors aged 70+"
        "plus",
        _FIGURES,
        r"(?:people|persons|adults|seniors|men|women|those|anyone|everyone|[a-z]{3,12}(?:ers|ors|ees|ants|ents|ates|als|"
        r"ists)),? (?:aged |who are |over |ages? )?(?P<span>[1-9]\d(?: ?\+| plus))",
        "an age bracket",
    ),
    _age(  # "F/34/single", "34/F"
        "slashed",
        _FIGURES,
        r"(?:[fmx]/[1-9]\d(?=/[a-z]|[\s,.;)]|$)|(?<!/)[1-9]\d/[fmx]\b)",
        "an age in a short form",
    ),
    _age(  # "under-eighteens", "the over-sixties"
        "bracket_word",
        ("eighteens", "sixteens", "twelves", "fives", "tens", "elevens", "fourteens", *_DECADES.split("|")),
        rf"(?:over|under) (?:{_DECADES}|eighteens|sixteens|fourteens|twelves|elevens|tens|fives|(?:{_TENS}) fives)",
        "an age bracket",
        form=Form.NOUN,
    ),
    _age(  # "Black male, 47." at the end of a line
        "noted",
        _FIGURES,
        r"(?:male|female|man|woman|boy|girl|lady|gentleman|widow|widower|patient|borrower|applicant|defendant|claimant),"
        r" (?P<span>[1-9]\d)(?=\s?(?:[.;!?)]|$))(?!\.\d)",
        "an age beside a person",
    ),
    _age(  # "my son, 12, needs a room", "a daughter (4)"
        "child",
        ("son", "daughter", "child", "boy", "girl", "kid", "toddler", "stepson", "stepdaughter", "nephew", "niece"),
        r"(?:son|daughter|child|boy|girl|kid|toddler|nephew|niece)(?:, | \()(?P<span>1?\d)"
        r"(?:(?<=, \d)|(?<=, \d\d)|(?<=\(\d)|(?<=\(\d\d))(?=[),])",
        "an age beside a person",
    ),
    _age(  # "Ana, 34, works nights", "the plaintiff (58)"
        "apposition",
        _FIGURES,
        r"[a-z]{2,20}(?:, | \()(?P<span>[1-9]\d)(?:(?<=, \d\d)(?=,)|(?<=\(\d\d)(?=[),]))",
        "an age beside a person",
        beside=True,
    ),
    _age(  # "Ana Diaz (Mexican, 29)", "Ana Diaz (29/F/Mexican)"
        "in_brackets",
        _FIGURES,
        r"\((?:[a-z/ ]{1,24}[,;/] ?){0,3}(?P<span>[1-9]\d(?:/[mf]\b)?)(?=[),;]|/ ?[a-z])",
        "an age in the brackets after a person",
        beside=True,
    ),
    _age(  # "Age: 52", "age=44"
        "field",
        ("age",),
        rf"age ?[:=] ?(?P<span>{NUMBER})(?![./]\d)",
        "the value of a field for ages",
    ),
    _age(  # "DOB 3 May 1961", "Date of birth: 1961-05-03"
        "birth_date",
        ("dob", "d.o.b", "date of birth", "birth date", "birthdate"),
        rf"(?:dob|d\.o\.b\.?|date of birth|birth ?date) ?[:=]? ?{_DATE}",
        "a date of birth",
    ),
    _age(  # "over the age of 50"
        "over",
        ("the age of",),
        rf"(?:over|under|above|below|past) the age of {NUMBER}",
        "an age bracket",
    ),
    _age(  # "born in 1961", "born on 3 May 1961", "born 1961"; a date in digits alone is left to recognisers of dates
        "born",
        ("born",),
        rf"born (?:(?:in|on|around|circa|c\.) )?(?:(?:the )?{_DAY} )?(?:{_MONTH},? (?:{_DAY},? )?)?(?:in )?{_YEAR}"
        r"(?! \d\d )",
        "a year of birth",
    ),
)
