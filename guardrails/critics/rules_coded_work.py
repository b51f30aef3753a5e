"""Coded wording of work: phrases of job advertisements and assessments that stand for age, gender, family or class.

After Gaucher, Friesen and Kay 2011 (gendered wording in job advertisements) and the guidance of the US EEOC and Acas on
advertising. Each phrase carries the neutral wording that says what the job needs.
"""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, phrases
from guardrails.types import Severity

__all__ = ["TABLE"]


def _coded(rule: str, attribute: str, why: str, confidence: float = 0.75, frame: Frame = Frame.PHRASE) -> Wording:
    return Wording(
        rule=rule,
        why=why,
        confidence=confidence,
        severity=Severity.MEDIUM,
        frame=frame,
        attribute=attribute,
    )


_AGE = _coded("coded_age", "age", "wording that stands for age")
_PAST_IT = _coded("coded_age", "age", "an age called too high or too low", frame=Frame.ABILITY)
_GENDER = _coded("coded_gender", "gender", "wording that stands for gender")
_FAMILY = _coded("coded_family", "family_status", "wording that stands for family duties")
_CLASS = _coded("coded_class", "socioeconomic", "wording that stands for class")

TABLE: Final = (
    *phrases(
        _AGE,
        {
            "young ,|and? {lively} {team}": "motivated {last}",
            "{lively} ,|and? young {team}": "motivated {last}",
            "young {team}": "motivated {last}",
            "young ,|and {lively}": "motivated",
            "{lively} and young": "motivated",
            "young professional": "professional",
            "young professionals": "professionals",
            "young talent": "talent",
            "young at heart": "enthusiastic",
            "digital native": "person comfortable with technology",
            "digital natives": "people comfortable with technology",
            "tech native": "person comfortable with technology",
            "recent|new|fresh graduates|grads only": "entry-level candidates welcome",
            "{looking} recent|fresh college? graduates|grads": "{0} for entry-level candidates",
            "only recent|new|fresh graduates|grads": "entry-level candidates",
            "no ...2 over|above|older {than}? {age_number}": "applicants of any age",
            "{must_be} under|below|younger {than}? {age_number} years? of? age?": "",
            "someone|somebody|anyone|candidate|candidates|applicant|applicants under|below {age_number}": "{0}",
            "under|below {age_number} years? of age": "of any age",
            "maximum|max {num} years of? experience": "the experience the work needs",
            "no more than {num} years of? experience": "the experience the work needs",
            "{num} - {num} years out of university|college": "entry-level",
            "between {age_number} and {age_number} years old|of age": "of any age",
            "aged {age_number} to|- {age_number}": "of any age",
            "mature {performer}": "experienced {last}",
            "youthful {team}": "motivated {last}",
            "youthful {personality}": "enthusiastic {last}",
            "fresh|new|young blood": "new colleagues",
            "set in his|her|their ways": "used to other methods",
            "nearing|near|approaching|close retirement age?": "experienced",
            "old|aging|ageing dinosaur|dinosaurs": "long-serving staff",
        },
    ),
    *phrases(
        _PAST_IT,
        {
            "too old": "not suited",
            "too young": "not suited",
            "over the hill": "not suited",
            "past his|her|their prime": "not suited",
        },
    ),
    *phrases(
        _GENDER,
        {
            "salesman": "salesperson",
            "salesmen": "salespeople",
            "saleswoman": "salesperson",
            "chairman": "chair",
            "foreman": "supervisor",
            "foremen": "supervisors",
            "handyman": "maintenance worker",
            "repairman": "technician",
            "craftsman": "skilled worker",
            "craftsmen": "skilled workers",
            "tradesman": "skilled worker",
            "tradesmen": "skilled workers",
            "workman": "worker",
            "workmen": "workers",
            "deliveryman": "delivery driver",
            "draughtsman|draftsman": "drafter",
            "cleaning lady": "cleaner",
            "tea lady": "catering assistant",
            "girl friday": "assistant",
            "office girl|girls|boy|boys": "office staff",
            "right-hand man": "deputy",
            "man|manning the {stand}": "staff the stand",
            "{field} ninja": "{0} expert",
            "{field} ninjas": "{0} experts",
            "ninja who|to|wanted|needed|for|with": "expert {last}",
            "ninjas who|to|wanted|needed|for|with": "experts {last}",
            "rockstar": "expert",
            "rockstars": "experts",
            "rock star|stars": "expert",
            "alpha male|males": "confident",
            "boys club": "closed circle",
            "boys 's? network": "network",
        },
    ),
    *phrases(
        _FAMILY,
        {
            "no|without {any}? {family} {ties}": "availability for the hours stated",
            "free of|from {any}? {family} {ties}": "available for the hours stated",
            "no|without {any}? {dependents}": "availability for the hours stated",
            "{have} no {dependents}": "are available for the hours stated",
            "without children|kids|dependants|dependents": "available for the hours stated",
            "{plan} to have|start ...1 children|kids|family|baby": "can meet the terms",
            "{plan} on having ...1 children|kids|family|baby": "can meet the terms",
            "{plan} to get|become pregnant": "can meet the terms",
            "might|may|could|will get|become pregnant": "may be away at times",
            "{plan} a? family": "can meet the terms",
            "maternity risk": "absence",
            "single mother|mom|mum|father|dad|parent so|therefore": "parent",
            "ideal for housewives|mums|moms|mothers|students": "part-time",
            "distracted by ...2 children|kids|family": "away at times",
            "mommy|mummy track": "part-time path",
            "childcare arrangements|responsibilities|duties|issues|problems": "availability",
        },
    ),
    *phrases(
        _CLASS,
        {
            "only {top} {graduates}": "qualified candidates",
            "{top} {graduates}? only": "relevant qualifications welcome",
            "public school background": "good education",
            "{from_good} family|background|stock|home|families|homes|backgrounds": "with good references",
            "cultural|culture fit|match": "fit for the work",
            "people like us": "people who do the work well",
            "look|fit in ...2 like the rest of": "work well with",
            "ivy league|oxbridge {graduates}": "qualified candidates",
            "{top} universities|university|schools|colleges only|preferred": "relevant qualifications welcome",
            "well-bred|well-born": "courteous",
            "well-spoken|well spoken": "clear in speech",
            "our kind of people|person": "people who do the work well",
            "right sort of people|person": "people who do the work well",
            "welfare|benefit recipients|claimants|mentality": "applicants",
            "unemployed need not apply": "all may apply",
        },
    ),
)
