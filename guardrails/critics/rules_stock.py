"""Rules on stock turns: typicality, backhanded praise, blame by membership, ranked roles, jokes and disclaimers.

They carry a stereotype by their form. After the classes of implied statements in Sap et al. 2020 (social bias frames)
and of generics in Leslie 2017; the wordings are our own.
"""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, statements

__all__ = ["TABLE"]

_TYPICAL = Wording(rule="generalisation", why="a person or an act called typical of a group", confidence=0.75)
_PRAISE = Wording(rule="generalisation", why="praise that expects less of a group", confidence=0.7)
_RANKED = Wording(rule="comparison", why="a role given to a group by nature", confidence=0.75)
_NATURE = Wording(rule="generalisation", why="a trait called the nature of a group", confidence=0.8)
_ALWAYS = Wording(rule="generalisation", why="a habit ascribed to a whole group", confidence=0.65)
_BLAMED = Wording(rule="generalisation", why="a wrong put down to a group", confidence=0.75)
_BECAUSE = Wording(rule="causation", why="a judgement that follows from an attribute", confidence=0.75)
_JOKE = Wording(rule="generalisation", why="a joke about a group", confidence=0.65, frame=Frame.REQUEST)
_DISCLAIMED = Wording(rule="generalisation", why="a disclaimer before a slight on a group", confidence=0.65)

TABLE: Final = (
    *statements(
        _TYPICAL,
        """
        ^ typical|classic <group!> ,|:|-|again
        ^ typical|classic <group!> $
        so|how|just|very|totally typical of ...2 <group!>
        you know|knows how|what <group!> _
        {like} all|every|any|typical <group!> do|does|would|will
        like all of them|those|these <group>?
        <group!> ...6 like all of them
        leave it to {art}? <group!> to
        such a <group> thing|move
        <group!> who|that ...5 {be} asking for it|trouble
        ^ only a fool|idiot|madman ...6 <group!>
        ^ only <group!> {be} {adv}* {bad_any}|{mild}|afraid
        """,
    ),
    *statements(
        _PRAISE,
        """
        {be} {adv}* {backhanded} for a|an|some ...1 <group>
        he|she|you|they _ ...2 well|good|great|fast|hard for a|an ...1 <group>
        ^ for a|an ...1 <group> ,? he|she|you|they {adv}* {be}|_ ...3 {backhanded}|well|good|great
        surprisingly|remarkably|unusually|amazingly|exceptionally _ for a|an|someone|somebody ...2 <attr>
        {surprised} {seeing_that} {art}? <group> ...1 can|could|knew|knows|managed|speaks
        {surprised} {seeing_that} ...1 <group!> {have}|{be} such|so
        he|she|you {be_not} {adv}* like other|most|those|all <group!>
        one of the good|few good|decent|nice <group!>
        """,
    ),
    *statements(
        _RANKED,
        """
        {best_of} {doers} {be} {adv}* {deg}* <attr>
        <group!> {post}? {adv}* make|makes|are|be the {best_of} _
        <group!> {post}? {adv}* make|makes {adv}? perfect|ideal|natural|excellent|obedient|lousy|terrible _
        <group!> {post}? {be} {adv}* better|worse {doers}
        <group!> {post}? {be} {adv}* superior|smarter|inferior $
        <group!> {post}? {be} {adv}* more civilised|civilized|evolved|advanced|rational|intelligent|human
        {job} needs|requires|takes|wants {art}? ...1 <group>
        <group!> 's? job|duty|role|purpose|place is
        let|have|make|get the girls|women|ladies make|clean|cook|fetch|serve|take|handle|tidy|do
        <group!> {post}? {never_be} {adv}* as _ as
        """,
    ),
    *statements(
        _NATURE,
        """
        <attr> ...8 it|is|'s|runs|just {blood}
        <group!> 's? {body} ...2 {be_not} {adv}* {built}
        <group!> {post}? {adv}* {be_not} {adv}* {built} for|to
        <group!> {post}? {be} {adv}* born|bred|wired|hardwired|programmed|destined to|for
        <group!> {post}? {be} {adv}* taught|raised|trained|bred|encouraged|told to ...2 {wrongdoing}|{crime}
        {identity} {be} {adv}* {phase}|{bad_any}
        {identity} {be_not} {adv}* {real}
        {identity} does|do n't|not exist
        men|women|boys|girls|nobody|you {cannot} be ...1 bisexual|gay|trans|transgender
        """,
    ),
    *statements(
        _ALWAYS,
        """
        <people!> {post}? always|constantly|forever|never <does>
        <group!> {post}? ...7 {always}
        <group!> {post}? always|never|constantly {misdeed}
        why do|does|ca|must <group!> always|never|constantly|keep|insist|have
        <group!> {post}? {be} always|constantly|forever {ever_doing}
        <group!> {post}? keep|keeps {ever_doing}
        <group!> {post}? {know_not}
        <group!> {post}? {adv}* {tends} {adv}* {wrongdoing}
        <group!> {post}? do|does nothing ...1 but|except
        <group!> {post}? only want|wants|care|cares|think|thinks|know|knows|date|marry|come
        <group!> {post}? only apply|study|join|work|vote|marry ...3 so|because|for
        <group!> {post}? {be} just|merely|simply {just_doing}
        <group!> {post}? would|'d be better off|happier|fine|welcome if they stopped|stop|just|quit|learned|tried
        <group!> {post}? {adv}* cost|costs us|taxpayers|too|more much|than|_
        <group!> {post}? {adv}* get|gets|got everything|handouts|special|preferential _
        <group!> {post}? {adv}* {get_ahead} ...1 {because_of} ...2 {unearned}
        only thing ...1 <group!> ...1 {be} good|useful|fit for|at
        if ...1 <group!> want|wants|expect ...4 ,? they should|must|need|have ...1 {grow_up}|stop|learn|start|try
        all <group!> {adv}? do|does|want|wants|know|care|cares ...2 is|'s
        """,
    ),
    *statements(
        _BLAMED,
        """
        <group!> ...3 will|would|'ll {adv}* {spoil}
        <group!> {post}? {be} going to {spoil}
        allow|allowing|letting|let|hiring|electing|having|more|giving ...3 <group!> ...8 will|would {adv}* {spoil}
        once|when|whenever|after|if|since ...2 <group!> ...1 {moved_in} ...6 {decline}
        <group!> {post}? have|has {adv}* {spoiled}
        <group!> {post}? {adv}* cause|causes|bring|brings|make|makes|create|creates ...1 {mess}
        <group!> {post}? {adv}* raise|raises|produce|breed|become ...1 {bad_noun}
        <group> ...3 would|will {adv}* slow|drag|hold|disrupt|distract|confuse|annoy|embarrass {us_all}
        <people!> {post}? {be} used to being|living|working|having
        <people!> {post}? {adv}* eat|eats anything|dogs|cats|rats|bugs|insects|everything
        <group!> {post}? turn|turns|turned|make|makes ...1 every|everything|our|all ...4 into
        <group!> {post}? {adv}* commit|commits|cause|causes|start|starts most|all|half|more ...4 {crimes}
        <group!> {post}? {adv}* own|owns|run|runs|control|controls|rule|rules ...1 {seat_of_power}
        <group!> {post}? {be} {adv}* behind all|every|most|this|the
        <group!> {post}? {adv}* treat|treats ...1 women|men|children|people|us|everyone|wives {badly}
        {treating} {deg}* <group!> means {loss}
        {decliningly} {recently} {art}? ...2 <group!>
        <group!> who|that|with|in|on ...4 {be} {adv}* {art}? {adv}* {threat} to|on|for
        <group!> {post}? {be} {adv}* {art}? _ waiting to happen
        {complaint} ...2 how|that|when ...1 <group!> {adv}* {group_gets} ...4 {handout}
        <group!> ...8 while ...1 rest|us|taxpayers|we of|normal|pay|have
        <group!> {post}? {have} ...2 to blame but themselves
        <group!> {post}? bring|brings|brought ...4 on|upon themselves
        {treating} {deg}* <group!> ...5 {be} {adv}* {futile}
        obviously|naturally|clearly|surely|undoubtedly ...1 {art}? <attr> {bad_noun}
        {culprit} {be} obviously|naturally|always|clearly {art}? <attr>
        """,
    ),
    *statements(
        _BECAUSE,
        """
        {of_course} _ ...9 ,|because|since {subject} {be_any} {adv}* {art}? <attr>
        {subject} {be_any} ...2 <attr> , {of_course}
        <attr> ,? so|hence|therefore ...4 {wary}
        <group!> {be} {adv}* fine|okay|ok|nice|alright ,? but ...1 {wary}
        man|men|guy|boy ...8 too {adv}? {too_adj}|technical|hard|heavy|complicated|dirty for her|women|girls|ladies
        <attr> ,? so|hence|therefore i|we doubt|question
        <attr> ,? so|hence|therefore he|she|they ...1 {presumably}
        being <attr> makes|made {him_her} {adv}* {art}? {bad_any}|worse|less|{threat}
        if|when you|they|he|she {be} {adv}* {art}? <people> ,? then? you|they|he|she {cannot}|{should_not}
        you|they|he|she {should_not}|{cannot} ...4 if|when|because you|they|he|she {be} {adv}* {art}? <people>
        <attr> ,? so|and {so_naturally}
        tell ...4 {be_any} {adv}* {art}? <people> by|from|because
        no surprise|wonder ...1 the|a|an <people!> _
        <attr> accent|name|surname|background ,? so ...5 {bad_any}
        <group> ...8 so offer|pay|give {him} ...1 less|lower
        only ...5 {since} {subject} {be_any} {art}? <attr>
        """,
    ),
    *statements(
        _JOKE,
        """
        what do|did you call {art}? ...1 <group>
        how many <group!> does it take
        what do you get when|if you cross ...4 <group>
        have|has|had you ever met|seen|known {art}? <group!> who|that
        ever met|seen {art}? <group!> who|that
        what do|does|would|could|can {art}? ...1 <group!> know|understand
        since when do|does|can|are|did <group!>
        imagine {art}? <group> as|running|leading|being
        who would|could ...4 want|hire|marry|trust|date|elect|employ {art}? <group!>
        """,
    ),
    *statements(
        _DISCLAIMED,
        """
        trouble|problem|issue|thing with ...1 <group!> is|:|,
        it takes {art}? <group> to
        {tag} that? ,? {deg}* <group!> {be}|{have}|{cannot}|<does>
        <group!> ...14 {tag}
        <group> ...3 once|before ,? and never again
        {nobody} wants|likes|dares to {be_near}|{associate} ...4 {art}? {deg}* <group>
        friends are <group> ,? but
        nothing against <group!> ,? but
        not|n't mind|hate {deg}* <group!> ,? but
        not|n't {adv}* {prejudiced} ,? but
        i|we {prefer_to} ...6 than ...4 <group!>
        have|had to pay me ...10 <attr>
        """,
    ),
)
