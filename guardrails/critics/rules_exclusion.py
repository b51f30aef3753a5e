"""Rules on people kept out of, or preferred for, an opportunity, a service or a place."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, phrases, statements

__all__ = ["TABLE"]

_BARRED = Wording(
    rule="exclusion", why="a group denied a right or an opportunity", confidence=0.85, frame=Frame.REQUEST
)
_NONE_OF = Wording(rule="exclusion", why="a group not admitted", confidence=0.9, frame=Frame.REQUEST)
_AGE_BAR = Wording(rule="exclusion", why="an age limit", confidence=0.7, attribute="age")
_ONLY = Wording(rule="exclusion", why="one group only", confidence=0.75)
_PREFER = Wording(rule="preference", why="a group preferred", confidence=0.75)

TABLE: Final = (
    *statements(
        _BARRED,
        """
        <group!> {post}? {adv}* {should_not} {adv}* be? ...3 {right}
        <group!> {post}? {adv}* {should_not} {adv}* {get}
        <group!> {post}? {adv}* {should_not} {adv}* be having|raising|breeding|marrying|adopting|{leading}
        should|must|shall|may|can <group!> {post}? not|n't be? ...3 {right}
        should|must|shall <group!> {post}? not|n't {adv}* {get}
        should n't|not <group!> {post}? be? ...3 {right}
        <group!> {post}? {should} {adv}* {be_done} {adv}* {removed}
        should|must <group!> {post}? {be_done} {adv}* {removed}
        <group!> {post}? {should} {adv}* {stay_away}
        {we_should_not} ...4 {admit} {deg}* <group!>
        {we_should} {adv}* {remove} {deg}* <group!>
        <group!> {post}? should have their rights ...1 {removed}|taken
        {take_away} ...2 <group> 's? ...1 {right}
        take|taking|takes|strip|stripping|revoke|remove|removing ...2 {right}|vote ...2 from {deg}* <group!>
        right|freedom to {remove} {deg}* <group!>
        better|easier|best|good if ...2 <group!> {post}? {be} ...2 {removed}
        better|easier|best|good|safer if ...2 <group!> {post}? {be_not} ...2 {right}
        unsuitable|inappropriate for <group!>
        {job} {be} ...1 not|n't for <group!>
        {job} {be} {art}? <group> 's {job}
        {be} {art}? <group> 's {job} $
        {be} {art}? <group> 's {job} ;
        <group!> {post}? {should} {adv}* go|attend|sit|learn to|in|at special|separate schools|classes|classrooms
        ban|banning|prohibit|prohibiting|forbid|forbidding the? {garment}
        not|n't let|allow|permit|trust ...1 {deg}* <group!> {post}? ...2 {right}
        not|n't let|allow|permit|trust ...1 {deg}* <group!> {post}? into|in|near|on|with|around
        should not|n't {care_for} ...1 <group!>
        <group!> {post}? {have_no} place|business
        deserve|deserves to be ...1 deprived|stripped
        not suitable|suited|fit|appropriate|right for <group!>
        no job|place|work|career for {art}? <group!>
        <group!> {post}? {have} no place|business in
        <group!> {post}? {belong_not}
        <group!> {post}? {adv}* {should_not} {adv}* be in|on|at|near|around|with ...3 {institution}|kids|children
        <group!> {post}? should|must|shall|can {adv}* not|never {adv}* be? ...3 {right}|{institution}
        <people!> {post}? {should_not} {adv}* {role_verb} ...3 {institution}|kids|children
        i|we|you {never_would} ...1 let|allow|trust|put|leave|want {art}? {deg}* <group> {post}? ...1 {role_verb}
        i|we|you {never_would} {associate} ...6 by|with|from|near|beside|to|for|behind|as|around {art}? {deg}* <group>
        ^ {never_do} {deal_with} ...3 {a}? {deg}* <group>
        stop|no|enough letting|allowing|admitting|accepting|importing|bringing ...1 <group!>
        if|once we|you let|allow|admit|accept|hire ...2 <group> in|into|,
        ^ {never_do} give|offer|grant|sell {deg}* <group!> {a}? ...1 {offered}
        doubt ...2 <group> ...2 could|can|would|will|is|are
        ^ a|an <group!> could|would|will|can never
        not|n't think|believe|agree ...2 <group!> {post}? should ...2 {right}|get|receive|{leading}
        <group!> {post}? {should_not} {adv}* get|receive|own|hold|take ...2 {asset}
        ^ no ...2 would {adv}? let|want|allow ...6 marry|date|hire|join ...3 <group>
        ^ better not to? {care_act}|{deal_with}|{admit} {deg}* <group!>
        ^ never {decide} anyone|anybody|someone|a|an ...1 <attr>
        ^ i|we {adv}? avoid|distrust|mistrust {deg}* <group!>
        two men|women|dads|moms|mums|fathers|mothers|gays|lesbians {cannot} ...2 raise|be|have|marry
        <group!> {post}? {adv}* need|needs|have|has|should|ought|must to? {adv}* {grow_up}
        <group!> {post}? {should} {adv}* lose|forfeit|give ...1 {right}|vote|up
        i|we|you {never_would} ...1 lift a finger ...4 <group>
        """,
    ),
    *statements(
        _NONE_OF,
        """
        ^ no <group!> $
        no <group!> {post}? ,? {please}
        ^ no <group!> in|on|at this|my building|house|flat|street|shop|club|team|block|property
        no <group!> allowed|admitted
        <group!> {need_not} apply|bother
        {we_do_not} ...2 {admit} ...1 {deg}* <group!>
        {club} {does_not} ...1 {admit} {deg}* <group!>
        {does_not} {admit} {deg}* <group!>
        <group!> {post}? {are_not} ...1 {let_in}
        <group!> {post}? {be} banned|excluded|unwelcome|ineligible
        closed|off-limits to <group!>
        excluding|except {deg}* <group!>
        """,
    ),
    *phrases(
        _ONLY,
        {
            "<group!> only": "everyone",
            "only <group!> {may} apply": "everyone may apply",
            "only <group!> {be} ...1 {let_in}": "everyone is considered",
            "open to <group!> only": "open to everyone",
            "open only to <group!>": "open to everyone",
        },
    ),
    *phrases(
        _AGE_BAR,
        {
            "must be under|below|younger {than}? {age_number} years? of|old? age?": "may be of any age",
            "must not be over|above|older {than}? {age_number}": "may be of any age",
            "no ...2 over|above|older {than}? {age_number}": "applicants of any age",
            "under|below {age_number} only": "of any age",
            "age limit of? :? {age_number}": "no age limit",
            "maximum age of? :? {age_number}": "no age limit",
            "not older than {age_number}": "of any age",
        },
    ),
    *statements(
        _PREFER,
        """
        <group!> {be}? {adv}* preferred
        preferably|ideally {deg}* <attr>
        we|i want|need {art}? <group!> for|to {the_post}
        <group!> wanted for|to|as
        rather|sooner have|see|get ...2 <group> ...4 than ...3 <group>
        preference|priority {be}? ...2 given? to|for <group!>
        {we}? prefer|prefers|favour|favor|favours|favors|preferring|favouring ...2 <group!>
        prefer|prefers to hire|employ|recruit|rent|lend|serve|work ...3 <group!>
        rather|sooner {select} ...2 <group!>
        we|i need|want a|an|another ...1 <attr> leader|manager|boss|director|engineer|salesperson
        prefer|prefers|preferred someone|somebody ...1 younger|male|white
        looking|searching for {deg}* ...1 <group!> ...3 to|who|with|as|for
        ideal|perfect|right candidate|applicant|tenant|customer|person {be} ...2 <group>
        job|role|position|work for <group!>
        suits|suit|suited ...2 <group!> best|better
        better suited to|for <group!>
        {choose} the|a|an <group> since|because|as
        better|easier|best|safer to have|send|use|hire|get|let a|an man|woman|guy
        better|easier|best|safer to have|send|use|hire|get|let a|an <group>
        a|an younger|older|<attr> candidate|applicant|person|colleague|employee would|will {adv}* {does_better}
        a|an <group!> would|will|could {adv}* {does_better} ...3 better|$
        better|safer|easier choice|option|fit|bet|pick than a|an <group>
        {need} ...1 fewer|less <group>
        """,
    ),
)
