"""Word classes of contempt, threats and the denial of equal worth."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["HOSTILITY"]

HOSTILITY: Final = {
    "annoys": entries("""
        angers, annoys, bothers, disgusts, enrages, irritates, more annoying, more disgusting, repulses, sickens, worse
    """),
    "away_with": entries("""
        ban, behead, beware of, blame, boycott, burn, cancel, castrate, crush, cull, curse, damn, death to, deport, do
        n't date, do n't hire, do n't marry, do n't trust, do not hire, do not trust, down with, enough of, enough of
        these, eradicate, execute, expel, exterminate, fuck, fuck all, gas, get rid of, hang, kick out, kill, lock up,
        lynch, never believe, never date, never help, never hire, never marry, never rent to, never trust, no more,
        nuke, outlaw, punish, reject, remove, round up, screw, send back, shame on, shoot, smash, sterilise, sterilize,
        stop, throw out, to hell with, watch out for
    """),
    "bad_fate": entries("""
        death, hell, it, no mercy, no respect, no rights, nothing, punishment, to be, what they get
    """),
    "bad_idea": entries("""
        asking for trouble, bad idea, crazy, dangerous, disaster, disgrace, error, folly, foolish, insane, joke,
        madness, mistake, recipe for disaster, risk, shame, stupid, terrible idea, waste, wrong
    """),
    "be_near": entries("""
        associate with, be, be around, be friends with, be near, be seen with, befriend, buy from, date, employ, hang
        out with, have, help, hire, kiss, lend to, let my children play with, let my daughter date, let my son date,
        live near, live next door to, live next to, live with, love, marry, raise, rent to, sell to, shake hands with,
        share a room with, sit next to, sleep with, talk to, touch, trust, vote for, work for, work under, work with
    """),
    "before": entries("before, before all the, before the, before these, without"),
    "blame": entries("""
        accuse, avoid, blame, curse, dislike, distrust, fear, hold in contempt, laugh at, look down on, mistrust, mock,
        pity, resent
    """),
    "care_if": entries("care if, care when, care whether, mind if, mind when"),
    "contempt": entries("""
        anger, contempt, disdain, disgust, dread, fury, hate, hatred, horror, loathing, nausea, rage, revulsion, scorn
    """),
    "crawl": entries("crawl, crawled, creep, crept, multiply, slither, swarm"),
    "creep": entries("creep, creeps, freak, freaks, gross, grosses, piss, pisses, scare, tick, weird"),
    "deserve": entries("all deserve, deserve, deserved, deserves, ought all, should all"),
    "deserve_not": entries("""
        deserve less, deserve no, deserve nothing, do n't deserve, do not deserve, does n't deserve, does not deserve,
        never deserve
    """),
    "equals": entries("""
        adults, citizens, equal, equals, everybody else, everyone else, human, human beings, humans, normal people,
        people
    """),
    "feel": entries("express, feel, feeling, feels, felt, full of, had, harbor, harbour, has, have, hold, show"),
    "fill": entries("fill, filled, fills, flood, leave"),
    "flooded": entries("""
        controlled, crawling, destroyed, flooded, full, infested, invaded, overrun, overwhelmed, plagued, poisoned,
        ruined, run, swamped, taken over
    """),
    "good_lot": entries("""
        a, any, anything, better, consideration, dignity, equal, freedom, freedoms, help, human, jobs, kindness, life,
        love, mercy, nice things, our, pity, power, protection, respect, rights, sympathy, the, to be alive, to be
        happy, to be here, to be hired, to be paid, to be respected, to be treated equally, to exist, to have, to live,
        to marry, to own, to vote, to work, welfare
    """),
    "hurt_over": entries("beat, blow, burn, chop, cut, gun, hunt, kick, knock, mow, push, run, shoot, string, throw"),
    "mind_them": entries("""
        bother with, care, feel sorry, give a damn, give a shit, help, listen, pay, pity, respect, tolerate
    """),
    "own_place": entries("manners, respect, their place"),
    "regard": entries("""
        believe, care about, like, listen to, love, miss, need, notice, pity, respect, thank, understand
    """),
    "have_it_coming": entries("""
        'd better watch, asked for it, better be afraid, better be scared, better hide, better run, better watch, bring
        it on themselves, brought it on themselves, deserve all the, deserve every, deserve everything, deserve no
        better, deserve whatever, had better watch, had it coming, have it coming, should be afraid, should be scared,
        should be very afraid, should watch their backs
    """),
    "have_no": entries("""
        've no, deserve no, do n't have a, do n't have any, do n't have the, do not have any, has no, have no, have
        zero, should have no
    """),
    "have_them": entries("""
        being around, being near, having, hearing, hearing about, listening to, living near, seeing, talking to, the
        face of, the idea of, the presence of, the sight of, the smell of, the sound of, the thought of, the voice of,
        to see, working with
    """),
    "here": entries("""
        already, around, at our, at the, coming, everywhere, here, in my, in our, in the, in this, now, on our, on the,
        taking, these days, who
    """),
    "human_beings": entries("""
        a human being, actual people, equal to us, equals, fully human, human, human beings, humans, like us, normal,
        one of us, our equal, our equals, people, person, real americans, real men, real people, real women, worth a
        thing, worth anything
    """),
    "hurting": entries("""
        abusing, assaulting, attacking, banning, beating, bullying, burning, deporting, enslaving, excluding,
        exterminating, firing, hanging, harassing, hating, hitting, hunting, hurting, insulting, jailing, killing,
        lynching, mistreating, mocking, murdering, punching, punishing, raping, rejecting, segregating, shooting,
        slapping, stabbing, sterilising, sterilizing, torturing
    """),
    "in_here": entries("""
        any more, anymore, around, as, at my, at our, here, in my, in our, in the, in this, near, on our, running,
        teaching, working
    """),
    "intimate": entries("""
        ass, asses, children, churches, eyes, face, faces, families, guts, hands, head, heads, hearts, homes, houses,
        kids, legs, mosques, neck, necks, skulls, synagogues, teeth, temples, throat, throats
    """),
    "it_is_fine": entries("""
        fine, good, great, it 's fine, it 's fun, it 's good, it 's great, it 's justified, it 's ok, it 's okay, it 's
        right, it 's time, it is acceptable, it is fine, it is fun, it is good, it is great, it is justified, it is
        natural, it is ok, it is okay, it is only fair, it is right, it is time, justified, okay
    """),
    "leave": entries("""
        be gone, did n't exist, did not exist, die, died, disappear, disappeared, go away, go home, had never come,
        leave, left, never existed, stayed home, stop existing, stopped existing, vanish, vanished, was gone, went away,
        went home, were banned, were dead, were gone, were n't here, were not here, would die, would disappear, would
        go, would go away, would leave, would vanish
    """),
    "let_live": entries("allow, do n't, do not, even, have n't, have not, let, tolerate"),
    "let_us": entries("""
        ca n't wait to, can not wait to, everyone should, go, going to, gon na, i 'd love to, i 'll, i will, i would
        love to, let 's, let us, one should, please, ready to, should, somebody must, somebody needs to, somebody
        should, someone must, someone should, the government should, they should, time to, want to, we 'll, we have to,
        we must, we need to, we ought to, we should, we will, you must, you need to, you should
    """),
    "likes": entries("""
        can stand, cares about, cares for, could love, could stand, could trust, in their right mind would hire, likes,
        needs, trusts, wants, wants to hire, wants to live near, wants to live next to, wants to work with, will miss,
        would date, would hire, would marry, would miss, would trust, would want, would want to date, would want to hire
    """),
    "lowest": entries("""
        bane of, bottom of the barrel, bottom of the heap, downfall of, dregs, filth of, garbage of, lowest class,
        lowest form, lowest of the low, lowest race, reason our, root of, ruin of, shame of, trash of, worst kind, worst
        of, worst people, worst race, worst thing
    """),
    "matter_not": entries("""
        are cheap, do n't matter, do not matter, have no value, mean nothing, never matter
    """),
    "need": entries("deserve, need, want"),
    "need_to_be": entries("""
        deserve to be, deserves to be, got to be, had to be, has to be, have to be, must be, need to be, needs to be,
        ought to be, want to be
    """),
    "never_would": entries("""
        'd hate to, 'd never, 'd rather not, ca n't imagine, could never, do n't want to, do not want to, hate to, never
        want to, refuse to, will never, wo n't, would n't, would never, would not, wouldnt
    """),
    "nobody": entries("""
        no one, no sane person, no-one, nobody, nobody really, not one person, who, who in their right mind, who on
        earth, who the hell
    """),
    "nothing_wrong": entries("""
        all for, in favor of, in favour of, no harm in, no problem with, nothing bad about, nothing wrong with, support
    """),
    "pay_for": entries("""
        be dealt with, be hunted, be next, be punished, be removed, be sorry, be stopped, bleed, burn, die, fear us, get
        what, learn their, pay for, pay the price, regret, suffer
    """),
    "pejorative": entries("""
        american, bastard, bloody, damn, foreign, fucking, god damn, goddamn, little, old, so-called, worthless, young
    """),
    "puke": entries("""
        angry, cringe, furious, gag, hit, kill, mad, puke, punch, rage, scream, sick, spit, throw up, vomit
    """),
    "resemble": entries("""
        act like, are as bad as, are comparable to, are like, are no better than, are related to, are worse than, breed
        like, descend from, eat like, live like, look like, might as well be, multiply like, remind me of, resemble,
        smell like, sound like
    """),
    "respect": entries("""
        compassion, empathy, hope, love, mercy, need, patience, pity, place, regard, respect, room, space, sympathy,
        time, tolerance, use
    """),
    "seeing": entries("""
        around, being around, hear, hearing, look at, looking at, meet, meeting, near, presence of, see, seeing, sight
        of, think about, think of, thinking about, thought of
    """),
    "suffer": entries("""
        are hurt, are killed, be gone, beg, bleed, burn, cry, dead, die, disappear, drown, get attacked, get beaten, get
        hurt, get killed, get raped, get shot, gone, hang, hurt, in pain, pay, perish, regret, rot, scream, starve,
        suffer, suffering, vanish
    """),
    "wish_to": entries("""
        'd, 'd like to, 'd love to, 'll, 'm going to, 'm gon na, am going to, am going to make, am gon na, are going to,
        ca n't wait to, can not wait to, could, hope to, hope to see, intend to, must, need to, plan to, should, swear i
        'll, wanna, want to, want to see, will, will make, wish i could, wish to, would, would gladly, would like to,
        would love to, would love to see
    """),
    "with_by": entries("by, of, with"),
    "without": entries("""
        if there were fewer, if there were no, if we got rid of, if we had no, minus, off without, once we get rid of,
        place without, with fewer, with no, without
    """),
    "worth_little": entries("""
        a cent, a damn, a dime, a penny, anything, jack, less, nothing, shit, so little, very little
    """),
}
"""Class name to entries; an entry of several words is a phrase."""
