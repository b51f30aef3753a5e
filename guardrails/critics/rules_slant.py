"""Rules on what a sentence connects with a group, by the kind of word and not by the turn."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_SLANT = Wording(rule="generalisation", why="a vice in one clause with a group", confidence=0.55, frame=Frame.LOOSE)
_US = Wording(rule="generalisation", why="a group set against the speaker's own", confidence=0.6, frame=Frame.LOOSE)
_SLIGHT = Wording(rule="dehumanisation", why="a group's name with a word of abuse", confidence=0.75)
_LIFE = Wording(rule="generalisation", why="a way of life looked down on", confidence=0.7)
_PITY = Wording(rule="generalisation", why="a life with an attribute called a misfortune", confidence=0.6)
_DENIED = Wording(rule="generalisation", why="bias against a group waved away", confidence=0.65, frame=Frame.REQUEST)
_PRETEXT = Wording(rule="generalisation", why="an identity called a pretence", confidence=0.75)
_CAUSE = Wording(rule="generalisation", why="a decline put down to a group", confidence=0.7)
_DRIVEN = Wording(rule="exclusion", why="a group driven out", confidence=0.8, frame=Frame.LOOSE)
_UNDESERVED = Wording(rule="exclusion", why="what a group gets called undeserved", confidence=0.75)

TABLE: Final = (
    *statements(
        _SLANT,
        """
        <group!> ...10 {ill}
        {ill} ...6 <group!>
        <people!> ...3 {contraband}
        <group!> ...4 such|so {bad_any}
        <group!> ...5 like|as|than {art}? ...2 {subhuman}|{bad_noun}
        <group!> ...4 on a level|par with ...1 {subhuman}
        <group!> {post}? {adv}* just|only|simply {meanly}
        only reason|thing|time|way ...2 {deg}* <group!>
        all ...1 <group!> {adv}? want|wants|do|does|care ...2 {be}
        if|when|because|as|since {art}? <group!> ...8 {adv} {bad_any}
        {be} a|an|your|such typical|stereotypical <group>
        ^ as a|an|any typical|stereotypical <group> ,
        {like} <group!> always|usually|tend|love
        ^ {adv}* {subhuman}|{bad_any} ...2 all|every|lot|both ...2 of? <group>
        n't|not believe|imagine how many|much|often ...2 <group!>
        <people!> ...2 {be} {adv}* on {on_the_state}
        <people!> {have} {adv}* so|too|a|lots|loads|tons ...2 kids|children|babies
        their own kind|sort ...8 <group!>
        <group!> ...8 their own kind|sort
        """,
    ),
    *statements(
        _US,
        """
        <people!> ...6 our ...1 {ours}
        <group!> ...2 {swarm} _
        <group!> ...6 {ever_more}
        {ever_more} to|for ...2 <group!>
        giving|give|gives|gave {deg}* <group!> ...2 {ever_more}
        <group!> ...2 {push_on} ...3 {push_what} on|onto|into|down|upon|to
        """,
    ),
    *statements(
        _SLIGHT,
        """
        {slight} ,? {slight}? {pejorative}? <attr>
        <attr> {insult}
        """,
    ),
    *statements(
        _LIFE,
        """
        <group!> {post}? {adv}* live|lives|living|sleep|dwell in|on|like ...2 {poorly_living}
        <people!> ...1 would still|never _
        <people!> ...10 {without_us}
        <people!> ...3 no|not|n't|nothing|never ...6 {without_us}
        {without_us} ...8 <people!>
        <people!> ...6 {beast_place}
        <group!> {post}? think|believe|see|regard|consider ...2 women|wives|girls|children ...3 {chattel}
        """,
    ),
    *statements(
        _PITY,
        """
        feel|feels|felt|feeling ...2 sorry for ...6 <attr>
        so|just|really sorry for {deg}* <group!>
        {pitiful} ...2 being|to be {art}? <attr>
        <attr> ...3 must|would {adv}* {pitiful}
        if i was|were {art}? <attr> ,? i|i'd would|'d|could ...3 {pitiful}|kill|die|depressed
        rather|sooner be? die|dead than ...6 <attr>
        """,
    ),
    *statements(
        _DENIED,
        """
        {be} not|n't {adv}* {ism} to|if ...14 <attr>
        <group!> {post}? do|does|are|have not|n't ...1 face|experience|suffer ...2 {ill_treatment}
        <group!> {post}? never face|faced|experience|experienced|suffer ...2 {ill_treatment}
        """,
    ),
    *statements(
        _PRETEXT,
        """
        <attr> {be} {adv}* {pretext}
        {identity} {be} {adv}* {pretext}
        {condition} {be} {adv}* {fraud}
        {be} {adv}* looking|asking|begging|desperate for {for_show}
        {attribute_noun} ...2 {box_ticking}
        <attr> ...10 {box_ticking}
        {box_ticking} ...10 <attr>
        """,
    ),
    *statements(
        _CAUSE,
        """
        if|when|whenever|once|wherever ...2 <group!> ...10 {worsened}
        if|when|whenever|once|wherever ...2 <group!> ...8 {valued} ...2 {decline}
        <group!> ...8 created|made|invented|brought|released ...2 virus|pandemic|crisis|disease|diseases|crime|drugs
        {since} {subject} {be_any} {art}? <attr> ,? {foil}
        {foil} ...10 {since} {subject} {be_any} {art}? <attr>
        """,
    ),
    *statements(
        _DRIVEN,
        """
        {drive_off} ...1 {deg}* <group!> ...1 {off}
        {put_off} ...1 {deg}* <group!> ...1 {locked_away}
        i|we {never_would} _ ...2 {deg}* <group> ...1 if
        {drive_off}|{put_off} {deg}* <group!> ...1 on|in|into|off|behind|to|onto|under|over ...4 {far_away}
        and|to|just|please|must|should|'ll|'s|us {hurt} {deg}* <group!>
        <attr> ...10 i 'll|will|would ...1 {hurt}
        <attr> ...8 when|before|until|after|once i|we start|begin {hurting}
        <group!> ...2 deserve|deserves|need|needs {blow}
        nothing|nobody ...1 lower|worse|dumber|dirtier|filthier than {deg}* <group!>
        {nobody} will|would|can|could|should ever? respect|trust|love|take|hire|want|miss {deg}* <group!>
        i|we {adv_feel}* {hate} <attr> $
        """,
    ),
    *statements(
        _UNDESERVED,
        """
        not|n't think|believe|feel ...1 {deg}* <group> ...1 deserve|deserves|should|belong|belongs|merit|earned
        i|we|you {never_would} {associate} ...6 {a}|the <attr>
        just|go ask your <attr> _
        """,
    ),
)
