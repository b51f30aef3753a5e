"""Rules on what is concluded about one person from an attribute: what is feared, what is ruled out, what is done.

After 42 U.S.C. 2000e-2(m), by which a decision is unlawful where an attribute was "a motivating factor", and EEOC
Enforcement Guidance 915.002 of 2007 for what is assumed of people with children.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_REASON = partial(Wording, rule="causation", frame=Frame.REASON)
_FEARED = _REASON(why="a fear drawn from an attribute", confidence=0.75)
_RULED_OUT = _REASON(why="an ability denied because of an attribute", confidence=0.75)
_STEP = _REASON(why="a step against a person because of an attribute", confidence=0.8)
_OTHERS = _REASON(why="what others may mind taken for a reason", confidence=0.7)
_DESPITE = _REASON(why="praise that expects less of the group", confidence=0.75)
_HABIT = Wording(rule="generalisation", why="a habit that is feared of a group", confidence=0.75, frame=Frame.ABILITY)

TABLE: Final = (
    *statements(
        _FEARED,
        """
        {owing} {whose} ...1 {personal} ,? ...4 {outlook} {adv}* {feared}
        {owing} {whose} ...1 {personal} ,? ...4 {drawback}
        at {age_number} ,? {person} {outlook} {adv}* {feared}
        {age_number} {from_it} {pronoun}? {adv}* {outlook}? {adv}* {feared}|{crime}|{drawback}
        {age_number} {from_it} ...3 {not_able} {managed}
        {age_number} {from_it} {adv}* {step_against}
        <attr> {from_it} {pronoun}? {adv}* more|less likely|prone|apt to
        <attr> {from_it} ...3 {outlook} {adv}* {feared}
        <attr> {from_it} ...6 {drawback}
        <attr> {from_it} {adv}* {feared}|{bad_any}|{crime}
        <attr> {and_so} {outlook} {adv}* {feared}
        <attr> {from_it} ...2 must|probably|surely be|have ...2 {good}|{skill}|{bad_any}
        being|as a|an? <attr> ,? {person} {outlook} {adv}* {feared}
        being a|an? <attr> ,? {person} will|would|must|should {adv}* be {good}|{bad_any}|{skill}
        {since} {person} {be_any}? ...2 <attr> ,? ...4 {outlook} {adv}* {feared}
        {whose} {personal} {gets_in_way} ...4 {feared}|{drawback}|{bad_any}
        {whose} {personal} {suggests} ...6 {feared}|{drawback}|{bad_any}|{crime}|{lacking}
        {whose} ...1 <attr> {gets_in_way} ...4 {feared}|{drawback}|{bad_any}
        <attr> , which {gets_in_way}|{suggests} ...5 {feared}|{drawback}
        <attr> , which {gets_in_way}|{suggests} ...5 {bad_any}|{crime}|{lacking}
        {whose} being ...2 <attr> {gets_in_way}|{suggests}
        someone|anyone|people|person|man|woman|women|men with|of|at {whose} ...1 {personal} {outlook} {adv}* {feared}
        someone|anyone|people|person|man|woman|women|men with|of|at {whose} ...1 {personal} {adv}* {feared}
        someone|anyone|people|person|man|woman|women|men with|of|at {whose} ...1 {personal} rarely|never {managed}
        {whose} {personal} ...4 ,|-|: {drawback}
        <people> ...10 {doubt}
        {doubt} ...10 <people>
        {whose} {personal} ...6 {doubt}|{raises_doubt}
        {origin_word} name|surname|accent|address ...6 {doubt}|{raises_doubt}
        {doubt} anyone past|over|older|above|beyond
        {whose} {personal} {foreseen} {adv}* {feared}
        <attr> {and_so} {adv}* {feared}
        <attr> , which {foreseen} {adv}* {feared}
        <group> ...3 {be_not} {art}? {suitable} {role_noun}
        {marker} {adv}* {suggests} ...4 {feared}|{drawback}|{bad_any}|{crime}|{lacking}
        {owing} {whose} ...1 {marker} ,? {pronoun} {adv}* !{harmless}
        <people> {from_it} {pronoun} {adv}* {foreseen} {adv}* !{harmless}
        <people> {from_it} {pronoun} {adv}* {foreseen} be|have ...1 {good}|{bad_any}
        <people> {from_it} {pronoun} {adv}* {foreseen} {adv}* not|n't
        being|as ...1 <people> ,? {pronoun} {adv}* {foreseen} {adv}* !{harmless}
        being|as ...1 <people> ,? {pronoun} {adv}* brings|has ...3 {virtue}
        women|men|people|mothers {whose} age ...2 {outlook}? {feared}
        """,
    ),
    *statements(
        _HABIT,
        """
        <group!> ...4 usually|often|always|typically|generally|inevitably|eventually|invariably {feared_vice}
        <group!> ...4 tend|tends|are|is likely|bound|prone|apt? to {feared_vice}
        people|families|folks|folk|tenants|applicants|customers from {that_place} ...6 {bad_any}|{feared}|{crime}|loud
        """,
    ),
    *statements(
        _RULED_OUT,
        """
        {owing} {whose} ...1 {personal} ,? ...3 {not_able} {managed}
        at {age_number} ,? {person} {not_able} {managed}
        <attr> {from_it} ...3 {not_able} {managed}
        <people> {from_it} ...3 {not_able} !{bodily}
        <attr> {and_so} {not_able} {managed}
        being|as a|an? <attr> ,? {person} {not_able} {managed}
        {since} {person} {be_any}? ...2 <attr> ,? ...3 {not_able} {managed}
        with {whose} ...1 {personal}|<attr> ,? ...2 {not_able} {managed}
        at {whose} age ,? ...1 {not_able} {managed}
        {since} {person} {be_any}? ...2 <people> ,? {pronoun} {not_able} !{bodily}
        {since} {person} {be_any}? ...3 <attr> ,? ...4 {not_for} her|him|them
        <attr> {from_it} ...4 {not_for} her|him|them
        someone|anyone|people|person|man|woman with|of|at {whose} ...1 {personal} should|must|can n't|not
        a? man|woman|person of {whose} age ...1 has|have no
        too <attr> to|for
        """,
    ),
    *statements(
        _STEP,
        """
        {owing} {whose} ...1 {personal} ,? ...2 {step_against}
        <attr> {from_it} {adv}* {step_against}
        <attr> ,|;|- {step_against}
        {since} {person} {be_any}? ...2 <attr> ,? {step_against}
        {origin_word} name|surname|accent ,|;|: {step_against}
        {origin_word} name|surname|accent ,? and|so|, {adv}* {foreseen}|{not_able}|{step_against}
        <attr> name|surname|accent ,|;|and? ...2 {step_against}|{outlook}|{suggests}
        <group> ...3 {not_able} {managed} ,? so {step_against}
        <people!> {should} be asked|made to? for|show|prove|pay
        <people!> {should} be {adv}* searched|watched|charged
        {step_against} ...5 {since} {person} {be_any}? ...2 <attr>
        {step_against} ...5 {owing} {whose} ...1 {personal}
        {step_against} ...4 :|;|, the|this|our? {person} {be_any} ...2 <attr>
        mostly|largely|mainly|full of? <group> ,? so ...1 {step_against}
        {given_that} {person} {be} from ...2 ,? {step_against}
        so|therefore|hence a|an? man|woman|men|women|male|female $
        fit|fits|blend|blends in? ...1 better? with our people|guys|lads|kind|sort|crowd
        {whose} {personal} {suggests} ...6 so {step_against}
        """,
    ),
    *statements(
        _OTHERS,
        """
        {onlookers} {object_to} ...2 <group>
        {owing} {whose} ...1 {personal} ,? {onlookers}
        <attr> {and_so} {onlookers} {be} ...2 traditional|conservative|local|old-fashioned
        """,
    ),
    *statements(
        _DESPITE,
        """
        {despite} being ...2 <attr> ,? ...4 {praise}
        {despite} {person} {be} ...2 <attr> ,? ...4 {praise}
        {quite} {praise} ...3 for a|an? <group>
        {pronoun} ...4 {praise} ...2 for someone from|with|of
        {praise} {english} for someone from|with|of
        {pronoun} ...3 {praise} ...1 for a|an <group>
        for a|an? <group> ,? ...6 {quite} {praise}
        for a|an <group> , {whose}|{pronoun} ...4 {praise}
        for someone ...2 <attr> ,? ...6 {praise}
        """,
    ),
)
