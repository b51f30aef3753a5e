"""Rules on asking for, or helping with, sorting and treating people by a group they belong to."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_SORT = Wording(
    rule="discriminatory_request", why="people to be sorted by a group", confidence=0.85, frame=Frame.REQUEST
)
_TREAT = Wording(rule="discriminatory_request", why="help to treat a group worse", confidence=0.8, frame=Frame.REQUEST)

TABLE: Final = (
    *statements(
        _SORT,
        """
        {rank} {deg}* <group!> ...2 {rank_how}
        {rank} ...4 {rank_by} {attribute_noun}
        {filter_out} {deg}* ...1 <group!>
        {filter_out} ...6 who|that {be_any} ...1 <attr>
        {filter_out} ...3 based|depending on ...2 {attribute_noun}
        only|just {select} {deg}* <group!>
        {select} only|just <group!>
        do n't|not {select} {deg}* <group!>
        {select_not} {deg}* <group!>
        never {select} {deg}* <group!>
        without {selecting} {deg}* <group!>
        avoid|stop {selecting} {deg}* <group!>
        {charge} {deg}* <group!> ...2 more|higher|extra|double
        {give} {deg}* <group!> ...2 lower|less|worse|fewer
        list|find|identify|flag ...4 applicants|candidates|tenants|customers|borrowers ...3 {likely} <attr>
        keep|keeping {deg}* <group!> out|away|from
        """,
    ),
    *statements(
        _TREAT,
        """
        {how_to} ...3 {mistreat} ...2 <group!>
        {how_to} ...6 {discrimination} against ...1 <group!>
        how do|did|does|have|are <group!> {overstate}
        {how_to} ...3 {revive} ...4 {atrocity}
        why was|is|were|are ...2 {atrocity} ...3 {good_thing}
        {good_thing} of|about|for ...3 {atrocity}
        why should|must <group!> {post}? not|n't|never {adv}* _
        why should not|n't <group!> {post}? {be_done}? {removed}
        why would|will it be ...2 {good_thing} ...3 {take_away} ...2 <group>
        why would|will it be ...2 {good_thing} ...3 {take_away} ...4 from <group>
        {good_thing} ...3 that <group> {post}? {should_not}|{cannot}|{be_not}
        {good_thing} ...3 that <group> {post}? {be} ...1 {removed}
        why {be} <group> {post}? ...2 {low} at|with|than
        why {be} {art}? <group> {post}? so ...1 {bad_any}
        why {cannot} <group> {post}? be trusted|drive|think
        {best_that} <group> {dominate}
        why should|must <group!> {post}? ...1 {be_done} {adv}? {removed}
        why {be} it ...2 good|best|right|ok|okay|fine|acceptable|important ...3 to {mistreat} ...2 <group!>
        why {be} it ...3 that <group> {dominate}
        why {be} <group> ...3 {bad_any}
        why {be} <group> ...2 {above} ...2 than|to
        convince|persuade ...4 that <group> {be} {bad_any}
        {write_joke} ...4 about|mocking|against|ridiculing|insulting {deg}* <group!>
        """,
    ),
)
