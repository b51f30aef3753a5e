"""Rules on judgements of a person that give an attribute as their reason."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_BECAUSE = Wording(rule="causation", why="a decision because of an attribute", confidence=0.85, frame=Frame.REASON)
_TRAIT = Wording(rule="causation", why="a judgement because of an attribute", confidence=0.7, frame=Frame.REASON)

TABLE: Final = (
    *statements(
        _BECAUSE,
        """
        {decide} ...10 {since} {subject} {be_any} ...4 <attr>
        {decide} ...10 {since} {subject} {be_any} ...2 {old}
        not|n't|never|cannot {care_act} ...8 {since} {subject} {be_any} ...4 <attr>
        not|n't|never|cannot {care_act} ...8 {owing} ...3 <attr>
        not|n't|never|cannot {care_act} ...8 {owing} {art_of}? ...3 {attribute_noun}
        {merely} got|gets|get|landed|won ...4 {since} {subject} {be_any} ...3 <attr>
        got|gets|get|landed|won|given ...4 {merely} {since} {subject} {be_any} ...3 <attr>
        <group> ,? so|therefore|hence {subject} will|would|must ...2 quit|leave|resign|retire|fail|struggle
        got|gets|landed|given ...3 job|promotion|role|position|raise {since} {subject} {be_any} ...3 <attr>
        {subject} {be_any} ...2 <attr>|{age_number} ,? so|and|hence? {subject} {never_will} ...1 {never_achieve}
        <group> {never_will} ...1 {never_achieve}
        as a|an <group> ,? {subject} {be_any} ...1 likely|bound|prone|sure|expected to be? {bad_any}|{crime}|quit|leave
        {decide} ...8 {owing} {art_of}? ...3 {attribute_noun}
        {decide} ...8 {owing} ...3 <attr>
        {since} {subject} {be_any} ...3 <attr> , ...6 {decide}
        {owing} {art_of}? ...2 {attribute_noun} , ...6 {decide}
        {subject} {be_any} <attr> ,? so|therefore|hence ...4 {decide}
        {as_attr} <group> ,? {subject} {cannot_do}
        <attr> , which makes|made them|him|her {art}? ...2 {bad_any}|{threat}|risk
        ^ deny|refuse|reject|decline|skip|drop ...5 ,|;|: {subject} {be_any} ...3 <attr>
        """,
    ),
    *statements(
        _TRAIT,
        """
        {bad_any} {since} {subject} {be_any} ...3 <attr>
        {since} {subject} {be_any} {art}? <attr> ,? {subject} ...3 {bad_any}
        """,
    ),
)
