"""Rules on what is said of a group as such: traits, habits, inability, nature."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_TRAIT = Wording(rule="generalisation", why="a trait ascribed to a group", confidence=0.9)
_HABIT = Wording(rule="generalisation", why="a habit ascribed to a group", confidence=0.8, frame=Frame.ABILITY)
_UNABLE = Wording(rule="generalisation", why="an ability denied to a group", confidence=0.75, frame=Frame.ABILITY)
_NATURE = Wording(rule="generalisation", why="a trait called the nature of a group", confidence=0.85)
_INSULT = Wording(rule="generalisation", why="an insult in one clause with a group", confidence=0.6, frame=Frame.LOOSE)
_ENDORSED = Wording(rule="generalisation", why="a slur on a group agreed with", confidence=0.6, frame=Frame.LOOSE)
_MEMBER = Wording(rule="generalisation", why="a person judged as one of a group", confidence=0.8)

TABLE: Final = (
    *statements(
        _TRAIT,
        """
        <group!> {post}? {adv}* {be} {adv}* {art}? {adv}* {bad_any}
        <group!> {post}? {adv}* {be} {adv}* {art}? {adv}* {kind} {and} {adv}* {art}? {bad_any}
        <group!> {post}? {adv}* {be_not} {adv}* {art}? {adv}* {good}
        <group!> {post}? {be} {adv}* the {bad_most}
        <group!> {post}? {be} not|n't only|just|merely|simply {adv}* {art}? {bad_any}
        <group!> {post}? {be} {adv}* {art} ...3 {bad_noun}
        <group!> and|with their ...2 {bad_adjective} {belongings}
        <group!> and|with their ...2 {vice} problem|problems|habit|habits|addiction
        <group!> {post}? {be} {adv}* known for their? ...2 lack of
        <group!> {post}? {adv}* {have} {adv}* {bad_have}
        <group!> {post}? {adv}* {have} {adv}* {art}? {low} {belongings}
        <group!> {post}? {adv}* {have} {adv}* {art}? {insult} _
        <group!> {post}? {adv}* {have} ...4 {vice} problem|problems|issue|issues|epidemic|habit|habits
        <group!> {post}? {be} {adv}* plagued|riddled|infested|obsessed|consumed with|by
        <group!> {post}? {be} {adv}* {art}? {bad_any}? {and}? {art}? {low} _? {performers}
        <group!> {post}? {adv}* {be} {adv}* addicted to
        <group!> {post}? {adv}* lack {adv}* {art}? {virtue}
        <group!> {post}? {adv}* {be} {adv}* without ...1 {virtue}
        <group!> {post}? {be} {adv}* {mild} $
        <group!> {post}? {be} {adv}* {mild} {end}
        <group!> {post}? {be} ...1 too {too_adj}
        <group!> {post}? {be} all the same|alike
        <group!> 's? place is
        <group!> {post}? {be} {adv}* of {low} {belongings}
        <group!> {post}? {be} {adv}* less {good}
        <group!> {post}? {adv}* {struggle} ...2 {skill}
        <group!> {post}? {adv}* {be_not} ...1 interested in ...2 {skill}
        <group!> {post}? {adv}* perform|performs|do|does ...1 worse|poorly|badly|terribly
        all <group!> {post}? {be} {adv}* {mild}
        <group!> {post}? {be} {adv}* {bad_at} ...2 {skill}
        <group!> {post}? {be} {adv}* {bad_at} _
        being {art}? <attr> {adv}? {be} {adv}* {art}? {bad_any}
        <group!> with their ...3 {bad_having}
        <group!> {post}? {be} {adv}* {art}? {adv}* {threat}|risk to|for|on
        <group!> {post}? {be} {adv}* more trouble|hassle|work|bother than they
        <group!> with|without|over|under ...3 {be} {adv}* {art}? {bad_any}
        <group!> 's _ {be} {adv}* {art}? {bad_any}
        <group!> {post}? ...5 but|and|yet {have} no {virtue}
        <attr> {area} {be} {adv}* {bad_area}|violent|filthy
        a|an <group!> will|would {adv}* be ...1 {bad_any}|late|drunk|hungover|absent
        too {too_adj}|{bad_any} to ...5 ,? {like} most|all|many|other|every ...1 <group!>
        <group!> {post}? will|would {adv}* do anything for
        cannot|n't expect|trust {art}? {deg}* <group!> to _
        <group> ...8 {be} no|not|n't {art}? real man|woman|men|women
        <group!> put|puts ...3 above|before the|our|their law|country|nation|us
        <group!> {post}? {adv}* caused|spread|planned|brought ...2 crisis|crash|pandemic|plague|virus|shortage
        <group!> {post}? {adv}* cheat|overcharge|swindle|scam|rip
        """,
    ),
    *statements(
        _HABIT,
        """
        <group!> {post}? {adv}* {crime}
        <group!> {post}? {adv}* {harm_verb}
        <group!> {post}? ...5 {and} {adv}* {crime}
        <group!> {post}? {be} {adv}* {committing}
        <group!> {post}? {be} {adv}* only|just good|useful|fit|here for|to
        <group!> {post}? {should} {adv}* stop being ...3 {bad_any}
        <group!> {post}? only care about|for
        <group!> {post}? {adv}* hate|hates|despise|despises|loathe|loathes <group!>
        <group!> ...6 only|just good|useful|fit for|at|as|to
        <group!> ...3 good at|in ...3 but ...2 not|never|no|bad
        <group!> {post}? {be} coming|out|after|going ...2 your|our|us
        <group!> ...5 give|gives|giving|contribute|add|offer|bring|bringing nothing
        <group!> {post}? {have} never had to
        <people!> {post}? ca|can n't|not <does> $
        <people!> {post}? cannot <does> $
        <group!> {post}? {adv}* hate|hates|despise|despises|loathe|loathes men|women|us|our|everyone|everybody
        <group!> {post}? {adv}* slow|slows|drag|drags|hold|holds the|us|them|our|everyone|everybody ...2 down|back
        <group!> {post}? {be} always|constantly|forever off? sick|ill|late|absent|complaining
        <group!> {post}? do|does n't|not share our|western|european values|culture|norms
        <group!> {post}? {adv}* act|behave {adv}* like {art}? {subhuman}
        """,
    ),
    *statements(
        _UNABLE,
        """
        <group!> {post}? {adv}* {cannot} {adv}* {achieve}
        <group!> {post}? {be} {adv}* too _ to {achieve}
        <group!> {post}? {adv}* {be_not} {adv}* able|capable|suited|fit|qualified|cut|meant|made
        """,
    ),
    *statements(
        _NATURE,
        """
        in {art}? <group> 's? nature to
        nature of ...1 <group> to
        typical <group> {behaviour}
        typical|characteristic of <group> to ...4 {bad_any}
        <group!> {post}? {be} {adv}* known for their? ...3 {bad_having}
        <group!> {post}? {belong} {low_place}
        <group!> {post}? {be} {by_nature} {art}? {role_trait}
        all|every <group> {be} {adv}* {role_trait}
        <group!> {post}? {be} {adv}* {by_nature} _
        <group!> {post}? {be} all in|from|on the? {vice_place}
        <group!> {post}? {have} no {virtue}
        <group!> {post}? do|does n't|not have ...1 {virtue}
        <group!> {post}? {adv}* choose|chose to|that|this|their ...1 be|life|situation|lifestyle
        trans women {be} {adv}* men
        trans men {be} {adv}* women
        <group!> {post}? {adv}* {cannot} {adv}* {boyish}
        {him_her} {attribute_noun} makes {him_her} {art}? {bad_any}|risk|worse|unsuitable|less
        """,
    ),
    *statements(
        _MEMBER,
        """
        {bad_any} ,? {like} {adv}? most|all|many|other|typical|the|some|a|an|any <group!>
        {bad_any} ,? {like} the vast? majority of <group!>
        {little_way} ...2 {like} a|an|some|typical|little ...1 <group!>
        being {art}? <attr> ,? means ...6 {bad_any}
        means|meant being ...2 {bad_any} and <group!>
        if|when you|they|he|she {be} {adv}* {art}? <attr> ,? then? you|they|he|she {cannot}|{should_not}
        should know better than to ...3 <group!>
        if|when|because you|they|he|she {be} {adv}* {art}? <attr> ,? then? you|they|he|she {be} ...4 {bad_any}
        if|when you|they|he|she {have} ...1 <attr> ...1 ,? you|they|he|she {be} ...4 {bad_any}
        """,
    ),
    *statements(
        _INSULT,
        """
        <group!> ...7 {insult}
        {insult} {and}? {insult}? {pejorative}? <group!>
        """,
    ),
    *statements(
        _ENDORSED,
        """
        {agree} ...12 <group!> ...10 {vice}
        <group!> <agreed> ...12 {vice}|{weakness}|{bad_any}
        {vice}|{weakness} <agreed> ...5 among|by|for|in|of|with ...2 <group!>
        <group!> ...10 {vice} ...10 {agree}
        {agree} ...12 {vice} ...8 <group!>
        """,
    ),
)
