"""Rules on wording that denies people humanity, equal worth or safety."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["SLUR", "TABLE"]

_LIKENED = Wording(rule="dehumanisation", why="people likened to animals, disease or dirt", confidence=0.95)
_WORTH = Wording(rule="dehumanisation", why="equal worth or humanity denied", confidence=0.9)
_THREAT = Wording(rule="dehumanisation", why="harm wished on a group", confidence=0.95)
_CONTEMPT = Wording(rule="dehumanisation", why="contempt for a group", confidence=0.85)
SLUR: Final = Wording(rule="dehumanisation", why="a slur", confidence=0.7, frame=Frame.PHRASE)

TABLE: Final = (
    *statements(
        _LIKENED,
        """
        <group!> {post}? {adv}* {be} {adv}* {art}? {adv}* {bad_adjective}? {subhuman}
        swarms|hordes|herds|plague|plagues|infestation|infestations|flood|floods|invasion|packs|vermin of {adv}? <group>
        <group!> {post}? {adv}* {be} infesting|invading|polluting|poisoning|contaminating|breeding|overrunning
        {subhuman} {like} <group>
        difference between ...2 {subhuman_dead} and ...2 <group>
        between ...2 <group> and ...2 {subhuman_dead}
        filthy|dirty|bloody|damn|damned|fucking|stupid|disgusting|smelly|lousy|rotten|ugly|vile|worthless|evil <group>
        {subhuman} <group>
        """,
    ),
    *statements(
        _WORTH,
        """
        <group> 's? lives {be} ...2 worthless|meaningless
        <group> {post}? ...6 your|their|his|her lives|life {be} ...2 worthless|meaningless|nothing
        <group> 's? lives {be_not} worth anything|a|the|living|saving|much|it|our|protecting|shit
        <group> 's? lives {be} worth ...2 nothing|less
        <group> 's? lives {matter_not}
        lives of ...1 <group> {be} ...2 worthless|meaningless|nothing
        {be_not} ...1 {human_beings} ...3 <group>
        <group!> {post}? {be_not} {adv}* {human_beings}
        <group!> {post}? {have_no} value|worth|soul|souls|purpose
        only good <group> is|are
        <group!> {post}? {deserve} to {suffer}
        <group!> {post}? {deserve} {bad_fate}
        <group!> {post}? {deserve_not} {adv}* {good_lot}
        <group!> {post}? {should_not} exist|live|breathe|reproduce|breed|be alive|allowed|born
        no <group> deserves|deserve to
        better off ...1 {without} ...4 <group>
        better ...1 {without} ...4 <group>
        better off dead than {be}? ...2 <attr>
        understand why ...1 <group> ...2 exist
        care ...5 about ...3 <group>
        not worth {art}? ...6 keep|keeping them alive
        <group!> {post}? {be_not} worth anything|a|the|our|your|it|much|saving|hiring|keeping
        just|only <group> after all
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
        want|wants|like|see ...1 {deg}* <group!> ...1 dead|gone|extinct|eradicated|exterminated
        hope|wish|pray ...2 <group!> ...1 {suffer}
        ^ {adv}* please? {away_with} {deg}* <group!>
        put ...1 end to ...2 <group>
        i|we|someone|somebody {wish_to}? {hurt} {deg}* <group!>
        not|n't|never let|allow ...1 <group> live|exist|breathe
        """,
    ),
    *statements(
        _CONTEMPT,
        """
        i|we {adv_feel}* {hate} {deg}* <group!>
        i|we {adv_feel}* {hate} {deg}* you|those|them <group!>
        <group!> {post}? {make} me|us|you ...2 {hated}
        you ...1 all ...2 <group> ...4 {make} me|us ...2 {hated}
        <group!> {post}? {be} {adv}* the ...1 worst
        <group> ...2 disgust|disgusts|repulse|repulses|sicken|sickens|scare|annoy me|us
        <group!> {creep} me|us out|off
        i|we ...1 {blame} {deg}* <group!>
        {nobody} {likes} {deg}* <group!>
        i|we|you {never_would} ...2 {be_near} {art}? {deg}* <group>
        i|we {hate} ...3 {have_them}? {deg}* <group!>
        too many ...1 <group!> {here}
        {flooded} {with_by} {deg}* <group!>
        better {before} {deg}* <group!>
        great|safe|good|fine|peaceful|nice until {deg}* <group!>
        what is|'s wrong with ...1 <group!>
        <group!> ,? go home|away|back
        ^ <group!> out $
        you ca n't|cannot|can't|never trust {art}? {deg}* <group!>
        send|sent them|<group> back|home
        <group!> ...1 send|sent|go back|home|away to
        putting {art}? <group> in charge {be} ...4 {bad_any}
        <group!> {post}? {should} {adv}* go|get|stay back|out|away|home
        """,
    ),
)
