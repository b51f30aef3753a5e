"""Rules on wording that denies people humanity, equal worth or safety."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["SLUR", "TABLE"]

_LIKENED = Wording(rule="dehumanisation", why="people likened to animals, disease or dirt", confidence=0.95)
_WORTH = Wording(rule="dehumanisation", why="equal worth or humanity denied", confidence=0.9)
SLUR: Final = Wording(rule="dehumanisation", why="a slur", confidence=0.7, frame=Frame.PHRASE)

TABLE: Final = (
    *statements(
        _LIKENED,
        """
        <group!> {post}? {adv}* {be} {adv}* {art}? {adv}* {bad_adjective}? {subhuman}
        swarms|hordes|herds|plague|plagues|infestation|infestations|flood|floods|invasion|packs|vermin of {adv}? <group>
        <group!> {post}? {adv}* {resemble} {art}? {adv}* {bad_adjective}? {subhuman}
        <group!> {post}? {crawl} out|from|into|under
        <group!> {post}? {be} {adv}* {art}? {lowest}
        <group!> {post}? {should} {adv}* be ...2 like {art}? {subhuman}
        treat ...1 <group!> like {art}? {subhuman}
        <group!> {post}? {adv}* {be} infesting|invading|polluting|poisoning|contaminating|breeding|overrunning
        {subhuman} {like} <group>
        difference between ...2 {subhuman_dead} and ...2 <group>
        between ...2 <group> and ...2 {subhuman_dead}
        filthy|dirty|bloody|damn|damned|fucking|stupid|disgusting|smelly|lousy|rotten|ugly|vile|worthless|evil <group>
        {subhuman} <group>
        nothing but|except ...2 <attr> {shame_word}
        <attr> {shame_word}
        nothing|anything worse|lower than your|their kind|sort
        like something ...2 {crawl}
        he|she|you|i|they|it|that {be} {adv}* {bad_comparative} than {deg}* <group!>
        being {art}? <attr> {be} {adv}* nothing to
        you people {be} {adv}* {bad_any}|only
        you <group!> keep|always|never|only
        """,
    ),
    *statements(
        _WORTH,
        """
        <attr> 's? lives {be} ...2 worthless|meaningless
        <attr> 's _ {be_not} {adv}* worth anything|much|it|hearing|listening
        <attr> 's _ {be} {adv}* worth nothing|less|little
        <group> {post}? ...6 your|their|his|her lives|life {be} ...2 worthless|meaningless|nothing
        <attr> 's? lives {be_not} worth anything|a|the|living|saving|much|it|our|protecting|shit
        <attr> 's? lives {be} worth ...2 nothing|less
        <attr> 's? lives {matter_not}
        <attr> 's? lives|life {should_not} {adv}* be? {adv}* important|matter|worth|count|valued|saved|protected
        <attr> 's? lives|life {be_not} {adv}* important|valuable|precious|sacred
        your lives {be_not} worth
        lives of ...1 <group> {be} ...2 worthless|meaningless|nothing
        {be_not} ...1 {human_beings} ...3 <group>
        <group!> {post}? {adv}* {be_not} {adv}* {human_beings}
        <group!> {post}? {have_no} value|worth|soul|souls|purpose
        <group!> {post}? {have_no} right|business|reason to speak|talk|judge|complain|tell|criticise|live|exist|demand
        only good <group> is|are
        <group!> {post}? {deserve} to {suffer}
        <group!> {post}? {deserve} {bad_fate}
        <group!> {post}? {deserve_not} {adv}* {good_lot}
        <group!> {post}? {deserve_not} ...1 {good} _
        <group!> {post}? {adv}* {should_not} have? been? exist|live|breathe|reproduce|breed|be alive|allowed|born
        no <group> deserves|deserve to
        better off ...1 {without} ...4 <group>
        better ...1 {without} ...4 <group>
        {nicer} ...1 {without} ...4 <group>
        better off dead than {be}? ...2 <attr>
        understand why ...1 <group> ...2 exist
        care ...5 about ...3 <group>
        not worth {art}? ...6 keep|keeping them alive
        <group!> {post}? {adv}* {be_not} worth anything|a|the|our|your|it|much|saving|hiring|keeping
        just|only <group> after all
        <group!> {post}? {be} ...1 worth {worth_little}
        <group!> {post}? {adv}* {be_not} {adv}* worth {worth_little}
        call ...1 <group> {human_beings}
        <group!> {post}? {adv}* {should_not} {adv}* be ...1 treated like|as {equals}
        <group!> {post}? {be} fair game
        no <group> {be} ...1 {good}
        no such thing as {art}? {good} <group>
        never met {art}? {good} <group>
        single {good} <group>
        not a single <group> {be} ...1 {good}
        <group!> {post}? {be} anything but {good}
        <group!> {post}? {be} neither {good}
        """,
    ),
)
