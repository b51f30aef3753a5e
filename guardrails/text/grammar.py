"""Word classes of English that decide how a sentence is mended: closed classes as sets, people's nouns by ending."""

from __future__ import annotations

import re

from guardrails.text.vocabulary import words

__all__ = [
    "ADVERBS",
    "ARTICLES",
    "AUXILIARIES",
    "BLAMING",
    "CONJUNCTIONS",
    "COPULAS",
    "DETERMINERS",
    "FOCUS",
    "FUNCTION_WORDS",
    "MODALS",
    "MODIFIERS",
    "PLURAL_DETERMINERS",
    "POSSESSIVES",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUESTION_WORDS",
    "SINGULAR_DETERMINERS",
    "SUBJECTS",
    "is_intensifier",
    "is_role",
]


ARTICLES = words("a an the")
POSSESSIVES = words("my your his her its our their whose")
SINGULAR_DETERMINERS = words("a an one this that each every another either neither")
PLURAL_DETERMINERS = words(
    "these those many several few some all both most two three four five six seven eight nine ten more other "
    "fewer numerous various certain dozens hundreds thousands"
)
DETERMINERS = words("the no any such same") | POSSESSIVES | SINGULAR_DETERMINERS | PLURAL_DETERMINERS
COPULAS = words(
    "am is are was were be been being become becomes became becoming 'm 's 're seems seem seemed looks look "
    "looked feels feel felt remains remain remained turned isn't aren't wasn't weren't"
)
MODALS = words("will would shall should can could may might must cannot can't won't wouldn't shouldn't couldn't")
AUXILIARIES = words(
    "am is are was were be been being have has had having do does did will would shall should can could may might "
    "must cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't "
    "shouldn't couldn't needn't ain't"
)
PREPOSITIONS = words(
    "about above across after against along among amongst around as at before behind below beneath beside besides "
    "between beyond by concerning despite during except for from in inside into like near of off on onto opposite "
    "out outside over past per regarding since than through throughout till to toward towards under underneath "
    "unlike until up upon versus via vs with within without"
)
BLAMING = words("despite besides for by through without")
"""What may stand before "being ..." and goes with it."""

CONJUNCTIONS = words("and or but nor so yet because although though while whereas if unless when whenever once")
SUBJECTS = words("i you he she it we they who that this these those there someone everyone nobody anyone somebody")
PRONOUNS = SUBJECTS | words("me him her us them mine yours hers ours theirs myself himself herself themselves whom")
QUESTION_WORDS = words("what which where why how whether")
ADVERBS = words(
    "too also now then here there again already always never often sometimes still just only even ever not n't "
    "soon today tomorrow yesterday tonight currently anymore together well else instead however therefore perhaps "
    "maybe please really almost alike alone enough ago later earlier anyway either tend tends"
)
MODIFIERS = words("from with who whose whom that in of at on aged without for which named called")
FUNCTION_WORDS = DETERMINERS | AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | QUESTION_WORDS | ADVERBS

FOCUS = words(
    "only especially particularly mainly mostly usually typically generally exclusively specifically "
    "predominantly preferably ideally probably actually primarily chiefly simply merely largely normally notably "
    "solely early family assembly supply apply reply friendly likely elderly daily weekly monthly yearly local "
    "finally recently formerly previously suddenly possibly certainly definitely apparently obviously clearly "
    "unfortunately sadly"
)
"""Adverbs that do not belong to the adjective after them, and words that only look like adverbs."""

_INTENSIFIERS = words(
    "very so too quite rather really extremely slightly somewhat fairly pretty more most less least visibly "
    "openly fully partly still practising practicing devout strictly mildly much far part partly mixed"
)

_ROLES = words(
    "applicant candidate person people adult kid child baby friend colleague neighbour neighbor parent guardian "
    "spouse partner sibling relative boss chief chef cook nurse guard guide clerk judge coach pilot athlete model "
    "host intern trainee apprentice recruit student pupil guest client patient tenant resident citizen guy folk "
    "folks individual professional specialist expert executive official employee interviewee refugee assistant "
    "attendant accountant consultant servant merchant agent president superintendent student scientist associate "
    "graduate undergraduate postgraduate delegate advocate surrogate soldier veteran team staff crew workforce "
    "hire lead developer engineer manager leader director teacher lecturer professor doctor lawyer driver worker "
    "labourer customer consumer user buyer renter owner homeowner borrower lender banker broker trader dealer "
    "writer author actor singer dancer painter designer photographer reporter player runner swimmer boxer "
    "footballer officer member founder entrepreneur freelancer contractor supplier owner farmer baker butcher "
    "carpenter plumber builder mechanic technician electrician physician musician politician magician librarian "
    "comedian analyst artist scholar secretary deputy therapist psychologist dentist surgeon counselor counsellor "
    "sheriff supervisor cashier janitor cleaner housekeeper hairdresser tailor mover attorney auditor editor ceo "
    "cto cfo"
)
_ROLE_ENDING = re.compile(r"(?:[a-z]{3,}(?:ists?|ologists?|icians?|eers?|wrights?|workers?|persons?|holders?|mates?))$")


def is_role(noun: str) -> bool:
    """Whether *noun*, in lower case, is what a person can be besides a member of a group: "engineer", "applicants"."""
    if noun in _ROLES or (noun.endswith("s") and noun[:-1] in _ROLES):
        return True
    return _ROLE_ENDING.match(noun) is not None


def is_intensifier(adverb: str) -> bool:
    """Whether *adverb* strengthens the adjective after it and goes when that goes: "very", "openly", "severely"."""
    return adverb in _INTENSIFIERS or (len(adverb) > 4 and adverb.endswith("ly") and adverb not in FOCUS)
