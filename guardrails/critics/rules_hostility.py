"""Rules on harm wished on a group, and on contempt for it."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Wording, statements

__all__ = ["TABLE"]

_THREAT = Wording(rule="dehumanisation", why="harm wished on a group", confidence=0.95)
_CONTEMPT = Wording(rule="dehumanisation", why="contempt for a group", confidence=0.85)

_CODE = Wording(rule="dehumanisation", why="a watchword of contempt for a group", confidence=0.7)

TABLE: Final = (
    *statements(
        _CODE,
        """
        globalist|zionist|rothschild|international bankers|cabal|elite|elites
        jewish|zionist|globalist conspiracy|cabal|lobby|control
        gay|homosexual|trans|lgbt|lgbtq|jewish|muslim agenda|mafia|lobby|cult
        inner-city|ghetto thug|thugs|trash|rats|gangsters|scum
        white genocide
        great replacement
        race traitor|traitors
        race mixing
        anchor baby|babies
        welfare queen|queens
        breed|breeding|multiply|multiplying like rabbits|rats|flies
        """,
    ),
    *statements(
        _THREAT,
        """
        {let_us} {adv}* {hurt} {deg}* ...2 <group>
        i|we {wish_to} {adv}* {hurt} ...3 <group>
        {let_us} {adv}* {hurt} ...3 <group>
        i|we {wish_to} {hurt} their|your|those|these|the ...1 <attr> {intimate}
        i|we {wish_to} ...6 <group> {suffer}
        i|we {wish_to} ...4 {suffer} ...3 <group>
        <group!> {post}? {should} {adv}* {be_done} {adv}* {hurt_done}
        wish|hope ...2 <group> {post}? {should}|would|will|get|die|get|were|be ...2 {hurt_done}
        wish|hope ...2 <group> {post}? {would} ...1 {be_done} {hurt_done}
        wish|hope ...2 <group> {post}? {would} ...1 die|suffer|disappear|drop|burn|rot
        <group!> {post}? {should} {adv}* {suffer}
        {it_is_fine} to ...1 {hurt} {deg}* <group!>
        {nothing_wrong} ...1 {hurting} {deg}* <group!>
        {it_is_fine} ...2 when|if {deg}* <group!> ...1 {suffer}
        laugh|smile|cheer|celebrate ...1 when|if {deg}* <group!> ...1 {suffer}
        <group!> {post}? will|should|must {adv}* {pay_for}
        <group!> {post}? will {adv}* be {adv}* {hurt_done}
        <group!> {post}? {have_it_coming}
        teach|taught|teaching|show|showed ...1 {deg}* <group!> ...1 lesson|{own_place}
        more|fewer ...1 <group!> ...1 {suffer} ...1 the better|merrier
        the fewer|less ...1 <group!> ...4 the better
        {hurt_over} ...1 {deg}* <group> ...1 over|up|down|off|out
        <group!> {post}? {need_to_be} {hurt_done}|taught
        want|wants|like|see ...1 {deg}* <group!> ...1 dead|gone|extinct|eradicated|exterminated
        hope|wish|pray ...2 <group!> ...1 {suffer}
        ^ {adv}* please? {away_with} {deg}* <group!>
        put ...1 end to ...2 <group>
        i|we|someone|somebody {wish_to}? {hurt} {deg}* <group!>
        i|we start|begin {hurting} {deg}* <group!>
        {hurting} {art}? {deg}* ...1 <group> ...5 {be}|be {adv}* {legal}
        not|n't|never let|allow ...1 <group> live|exist|breathe
        """,
    ),
    *statements(
        _CONTEMPT,
        """
        i|we {adv_feel}* {hate} {deg}* <group!>
        {feel} ...3 {contempt} ...1 for|of|towards|toward|at|about|with {deg}* <group!>
        {contempt} for {deg}* <group!>
        <group!> {post}? {adv}* {fill} me|us with {contempt}
        {puke} ...4 {seeing} {deg}* <group!>
        {seeing} ...1 {deg}* <group!> ...6 {puke}
        nothing {annoys} ...4 than {deg}* <group!>
        zero|no {respect} for {deg}* <group!>
        need|want no {deg}* <group!>
        do n't|not {need} {deg}* <group!> $
        do n't|not {need} {deg}* <group!> {in_here}
        do n't|not {care_if} {deg}* <group!> {suffer}
        if|wish only {deg}* <group!> {post}? {would}? {leave}
        if|wish {deg}* <group!> {post}? {would} {leave}
        wish {deg}* <group!> {post}? {leave}
        better if ...1 {deg}* <group!> {post}? {leave}
        <group!> {post}? {be} lucky ...2 {let_live}
        i|we {adv_feel}* {hate} {deg}* you|those|them <group!>
        <group!> {post}? {make} me|us|you ...2 {hated}
        you ...1 all ...2 <group> ...4 {make} me|us ...2 {hated}
        <group!> {post}? {be} {adv}* the ...1 worst
        <group> ...2 disgust|disgusts|repulse|repulses|sicken|sickens|scare|annoy me|us
        <group!> {creep} me|us out|off
        i|we ...1 {blame} {deg}* <group!>
        {nobody} {likes} {deg}* <group!>
        {nobody} would|could|should|will|can|wants|needs|has to? {adv}* {admit}|{be_near}|{regard} {deg}* <group!>
        why should|would|must|do|does ...2 {mind_them} ...7 <group!>
        anything|anyone|nothing|nobody|something ...1 more|less ...1 than {deg}* <group!>
        i|we|you {never_would} ...2 {be_near} {art}? {deg}* <group>
        i|we {adv_feel}* {hate} ...1 {have_them} {deg}* <group!>
        i|we {hate} {deg}* {pejorative}* <group!>
        i|we {hate} ...1 {deg} {deg}* <group!>
        too many ...1 <group!> {here}
        {flooded} {with_by} {deg}* <group!>
        better {before} {deg}* <group!>
        great|safe|good|fine|peaceful|nice until {deg}* <group!>
        what is|'s wrong with ...1 <group!>
        how dare {deg}* <group!>
        <group!> {post}? {make} my|our|your skin|blood|stomach|flesh crawl|boil|turn
        <group!> ,? go home|away|back
        god hates|despises|punishes|punished <group!>
        better ...4 if|without {identity}
        go|went|get|move back to {own_country}
        ^ <group!> out $
        you ca n't|cannot|can't|never trust {art}? {deg}* <group!>
        send|sent them|<group> back|home
        <group!> ...1 send|sent|go back|home|away to
        putting {art}? <group> in charge|power|office {be} ...4 {bad_idea}
        letting|hiring|electing|trusting|having|allowing {art}? <group> ...4 {be} ...4 {bad_idea}
        <group!> {post}? {should} {adv}* go|get|stay back|out|away|home
        """,
    ),
)
