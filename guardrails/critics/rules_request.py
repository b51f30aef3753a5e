"""Rules on asking for, or helping with, sorting and treating people by a group they belong to."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_SORT = Wording(
    rule="discriminatory_request", why="people to be sorted by a group", confidence=0.85, frame=Frame.REQUEST
)
_TREAT = Wording(rule="discriminatory_request", why="help to treat a group worse", confidence=0.8, frame=Frame.REQUEST)

_ATROCITY = Wording(
    rule="discriminatory_request",
    why="persecution to be planned, praised or denied",
    confidence=0.85,
    frame=Frame.REQUEST,
)
_MOCK = Wording(rule="discriminatory_request", why="a group to be mocked", confidence=0.75, frame=Frame.REQUEST)

TABLE: Final = (
    *statements(
        _SORT,
        """
        {rank} {deg}* <group!> ...2 {rank_how}
        {rank} ...4 {rank_by} {attribute_noun}
        {filter_out} {deg}* ...1 <group!>
        {filter_out} ...6 who|that {be_any} ...1 <attr>
        {filter_out} ...3 based|depending on ...2 {attribute_noun}
        {filter_out} ...3 with|having|over|above <attr>
        {filter_out} anyone|anybody|everyone|everybody|all ...2 <attr>
        {filter_out} ...2 foreign|ethnic|black|muslim names|surnames
        only|just {select} {deg}* <group!>
        {select} only|just <group!>
        do n't|not {select} {deg}* <group!>
        do n't|not {select} ...3 to ...1 <group!>
        {select} <group!> over|before|above|instead ...1 <group>
        prioritise|prioritize|favour|favor {deg}* <group!>
        {select_not} {deg}* <group!>
        never {select} {deg}* <group!>
        without {selecting} {deg}* <group!>
        avoid|stop {selecting} {deg}* <group!>
        {charge} {deg}* <group!> ...2 more|higher|extra|double
        {charge} ...1 {higher} ...3 to|for|from {deg}* <group!>
        {give} {deg}* <group!> ...2 lower|less|worse|fewer|more
        {give} {deg}* <group!> ...2 higher|bigger|better ...4 than <group>
        {filter_out} applicants|candidates|tenants|borrowers over|above|older than? {age_number}
        deny|refuse ...2 to|for {deg}* <group!>
        list|find|identify|flag ...4 applicants|candidates|tenants|customers|borrowers ...3 {likely} <attr>
        predict|guess|infer|determine|tell ...1 who {be} <attr>
        predict|guess|infer|determine|detect the ...1 {attribute_noun} of
        {keep_out} {deg}* <group!> out|away|from|off
        no <group!> {may_come}
        make sure|ensure ...2 no|only <group!>
        makes sure ...2 no|only <group!>
        {ask_for} ...5 {excuse} ...2 {rejecting} ...5 <group!>
        recommend|set|offer|suggest|apply ...2 {stricter} {limits} ...1 for|to ...3 <attr>
        assume|presume ...1 the <group> ...2 {be} ...1 better|worse|stronger|smarter|less|more|{bad_any}
        {select} ...4 name|names|accent|looks|face sound|sounds|look|looks ...1 <attr>
        so|such that ...1 <group!> {rank_come} last|lower|bottom|below|at|after
        {lower_it} ...2 score|scores|rank|ranking|rating|ratings|priority|grade|points|limit of|for ...5 <attr>
        sound|sounds|look|looks|seem ...1 <attr> ...4 {drop_them}
        {keeps_out} {deg}* <group!> from {entering}
        {how_to} ...2 {oust} my|our|this|that|the <group>
        discourages|discourage|deters|deter|excludes ...1 {deg}* <group!>
        skip|reject|avoid|drop|exclude {him} ...3 {since} {him} {be_any} ...2 <attr>
        """,
    ),
    *statements(
        _TREAT,
        """
        {how_to} ...3 {mistreat} ...2 <group!>
        {how_to} ...3 {torment} ...3 <attr>
        {how_to} ...2 {practise} ...4 {discrimination} against|towards|toward ...1 <group!>
        {how_to} ...2 make ...3 life|lives {hell} for ...2 <group>
        {place} without|minus {deg}* <group!>
        why {be} <group!> allowed|permitted|free to {mistreat}|{hurt}
        why do|does|should <group!> deserve ...1 {harsh}
        why do|does|should n't|not <group!> belong|fit|deserve
        why ca|do|wo n't {deg}* <group!> just|simply|ever _
        do|does|can|could|will {deg}* <group!> even _
        why should only ...1 <group!> _
        {be} <group!> really|even|actually|truly {human_beings}
        {be} n't {deg}* <group!> {adv}* {art}? {bad_any}
        {how_to} ...3 stop|prevent {deg}* <group!>
        why should|must we|you|they|i|society|anyone {adv}? {remove}|{select_not} {deg}* <group!>
        best|better|good|ideal|fair for ...5 if|when|that <group!> {dominate}|earn|get
        {revive} ...2 {whites_only}
        how do|did|does|have|are <group!> {overstate}
        how did|do <group!> {post}? fake
        why should|must <group!> {post}? not|n't|never {adv}* _
        why should not|n't <group!> {post}? {be_done}? {removed}
        why should|must <group!> {post}? ...1 {be_done} {adv}? {removed}
        why should we|you|they|i|anyone {adv}? not|n't|ever {care_for} ...1 <group!>
        why should we|you|they|i|anyone {adv}? {care_for} ...1 <group!>
        why do n't|not we|they|you {adv}? {mistreat} {deg}* <group!>
        why do we|they {let_them} {deg}* <group!> {right}
        {tell_why} ...1 <group!> {post}? {should_not}|{cannot}
        {tell_why} ...1 <group!> {post}? {be} {adv}* {art}? {bad_any}
        {tell_why} ...1 <group!> {post}? {belong}
        why would|will it be ...2 {good_thing} ...3 {take_away} ...2 <group>
        why would|will it be ...2 {good_thing} ...3 {take_away} ...4 from <group>
        {good_thing} ...3 that <group> {post}? {should_not}|{cannot}|{be_not}
        {good_thing} ...3 that <group> {post}? {be} ...1 {removed}
        {good_thing} ...3 that <group> {post}? {be}? ...1 paid|earn|get|make|receive less|lower
        stop|keep|prevent ...4 from? {selecting} {deg}* <group!>
        {be} n't it be better if ...1 <group!> {cannot}
        would n't it be {good_thing}|better if ...1 <group!> {post}? {cannot}|{should_not}|{be_not}
        {best_that} <group> {dominate}
        why {be} it ...2 {good_thing}|best|ok|okay|fine|acceptable ...3 to {mistreat} ...2 <group!>
        why {be} it ...3 bad ...3 to have ...2 <group!>
        why {be} it ...3 that <group> {dominate}
        why {be} {art}? <group> {post}? {adv}* {bad_any}
        why {be} {art}? <group> {post}? not|n't {adv}* {good}
        why {be} {art}? <group> {post}? ...2 {above}
        why {be} {art}? <group> {post}? ...2 {low} at|with|than
        why {cannot} <group> {post}? be trusted|drive|think|behave
        why do n't|not <group!> {post}? {adv}* leave|go|work|shut|behave
        what makes <group!> {adv}* {above}|better|worse|{bad_any}
        which|what {race} ...3 {be} ...2 {most_least}|{bad_most}
        which|what {race} has|have ...2 {most_least}|{bad_most}
        which|what {race} makes|make ...2 better|worse|best|worst _
        convince|persuade ...4 that <group> {be} {bad_any}
        where can|do i|we ...6 <group!> to {mistreat}|{hurt}
        when will|can|do we ...2 {hurt}|{mistreat} {deg}* <group!>
        """,
    ),
    *statements(
        _ATROCITY,
        """
        {how_to} ...3 {revive} ...4 {atrocity}
        how would|should|could|can ...4 {revive} ...3 {atrocity}
        {plan_for} ...3 {revive} ...3 {atrocity}
        why was|is|were|are ...2 {atrocity} ...3 {good_thing}
        {good_thing} of|about|for ...3 {atrocity}
        justification|defence|defense|praise|case of|for ...3 {atrocity}
        {atrocity} {denied}
        proof|evidence ...3 {atrocity} {denied}
        """,
    ),
    *statements(
        _MOCK,
        """
        {write_joke} ...4 about|mocking|against|ridiculing|insulting {deg}* ...1 {bad_any} <group!>
        {write_joke} ...3 mocking|against|ridiculing|insulting|degrading {deg}* <group!>
        {write_joke} ...4 how|why <group!>? {bad_any} <group!> are
        {write_joke} ...4 how|why <group!> {be} {adv}* {bad_any}
        how {bad_any} <group!> {be} $
        make fun of {deg}* <group!>
        ^ please? insult|mock|ridicule|humiliate|degrade {deg}* <group!>
        slurs|insults|slur|insult for|about|against {art}? {deg}* <group!>
        """,
    ),
)
