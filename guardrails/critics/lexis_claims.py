"""What claims about groups are made of: what follows the group, virtues, habits, places, wishes."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.lexis_acts import ACTS
from guardrails.critics.lexis_coded import CODED
from guardrails.critics.lexis_grammar import GRAMMAR
from guardrails.critics.lexis_harm import CRIME, HATE, HATED, HURT, HURT_DONE, SUBHUMAN
from guardrails.critics.lexis_insults import ATROCITY, HARM_VERB, INSULT, VICE
from guardrails.critics.lexis_traits import BAD, BAD_COMPARATIVE, BAD_HAVE, BAD_NOUN, GOOD, ROLE_TRAIT, SKILL

__all__ = ["CLASSES"]


CLASSES: Final = {
    "insult": INSULT,
    "harm_verb": HARM_VERB,
    "vice": VICE,
    "atrocity": ATROCITY,
    **GRAMMAR,
    **ACTS,
    **CODED,
    "bad": BAD,
    "bad_any": BAD | BAD_NOUN,
    "bad_adjective": BAD,
    "bad_comparative": BAD_COMPARATIVE,
    "bad_have": BAD_HAVE,
    "bad_having": frozenset(entry.removeprefix("a ").removeprefix("an ").removeprefix("the ") for entry in BAD_HAVE),
    "good": GOOD,
    "role_trait": ROLE_TRAIT,
    "skill": SKILL,
    "bad_fate": entries("""
        death, hell, it, no mercy, no respect, no rights, nothing, punishment, to be, what they get
    """),
    "revive": entries("""
        bring about, bring back, continue, defend, finish, go back to, introduce, justify, legalise, legalize, plan,
        promote, re-establish, reestablish, reinstate, reintroduce, repeat, restore, return to, revive, start, support
    """),
    "good_thing": entries("""
        advantages, beneficial, benefit, benefits, best thing, fair, good, good idea, good thing, great, important,
        justified, necessary, positive, right
    """),
    "agree": entries("""
        absolutely, could n't agree more, could not agree more, definitely, everybody knows, everyone knows, exactly,
        i absolutely agree, i agree, i completely agree, i could n't agree more, i fully agree, i totally agree, known
        fact, let 's face it, no secret, of course, so true, that 's true, that is true, totally, well-known fact, you
        're right, you are right
    """),
    "low": entries("""
        awful, bad, below average, below-average, criminal, deficient, dirty, disgusting, feeble, filthy, foul,
        fragile, horrible, inadequate, inferior, insufficient, less, limited, little, loose, lousy, low, lower, nasty,
        poor, poorer, primitive, questionable, short, slow, slower, small, smaller, sub-par, subpar, substandard,
        terrible, the worst, tiny, underdeveloped, violent, weak, weaker, worse
    """),
    "performers": entries("""
        borrowers, bosses, breath, citizens, cooks, customers, dancers, decision makers, drivers, employees, fathers,
        hygiene, immigrants, leaders, learners, listeners, managers, manners, mothers, neighbors, neighbours, parents,
        people, role models, soldiers, students, swimmers, teachers, tenants, tippers, workers
    """),
    "mild": entries("""
        angry, arrogant, cold, confused, different from us, difficult, dull, hard to deal with, hard to work with,
        high-maintenance, limited, loud, mad, not like us, not smart, odd, poor workers, problematic, risky, sad,
        sensitive, sick, slow, soft, strange, stuck-up, too sensitive, trouble, unpredictable, weak
    """),
    "end": frozenset({",", "and", "or", "by", "compared", "than", "as"}),
    "too_adj": entries("""
        aggressive, ambitious, busy with, cautious, costly, delicate, different, difficult, distracted, easily,
        expensive, feminine, flamboyant, fragile, girly, hard to, intense, loud, masculine, much trouble, much work,
        nice, old, opinionated, outspoken, picky, political, proud, quick to, risky, sensitive, sentimental, sexual,
        short, simple, slow, small, soft, strict, trusting, weak, young
    """),
    "good_lot": entries("""
        a, any, anything, better, consideration, dignity, equal, freedom, freedoms, help, human, jobs, kindness, life,
        love, mercy, nice things, our, pity, power, protection, respect, rights, sympathy, the, to be alive, to be
        happy, to be here, to be hired, to be paid, to be respected, to be treated equally, to exist, to have, to
        live, to marry, to own, to vote, to work, welfare
    """),
    "nobody": entries("no one, no sane person, no-one, nobody, nobody really, not one person, who, who the hell"),
    "likes": entries("""
        can stand, cares about, cares for, could love, could stand, could trust, in their right mind would hire,
        likes, needs, trusts, wants, wants to hire, wants to live near, wants to live next to, wants to work with,
        will miss, would date, would hire, would marry, would miss, would trust, would want, would want to date, would
        want to hire
    """),
    "away_with": entries("""
        ban, behead, beware of, blame, boycott, burn, cancel, castrate, crush, cull, curse, damn, death to, deport, do
        n't date, do n't hire, do n't marry, do n't trust, do not hire, do not trust, down with, enough of, enough of
        these, eradicate, execute, expel, exterminate, fuck, fuck all, gas, get rid of, hang, kick out, kill, lock up,
        lynch, never believe, never date, never help, never hire, never marry, never rent to, never trust, no more,
        nuke, outlaw, punish, reject, remove, round up, screw, send back, shame on, shoot, smash, sterilise,
        sterilize, stop, throw out, to hell with, watch out for
    """),
    "flooded": entries("""
        controlled, crawling, destroyed, flooded, full, infested, invaded, overrun, overwhelmed, plagued, poisoned,
        ruined, run, swamped, taken over
    """),
    "with_by": entries("by, of, with"),
    "never_would": entries("""
        'd hate to, 'd never, 'd rather not, ca n't imagine, could never, do n't want to, do not want to, hate to,
        never want to, refuse to, will never, wo n't, would n't, would never, would not, wouldnt
    """),
    "be_near": entries("""
        associate with, be, be around, be friends with, be near, be seen with, befriend, buy from, date, employ, hang
        out with, have, help, hire, kiss, lend to, let my children play with, let my daughter date, let my son date,
        live near, live next door to, live next to, live with, love, marry, raise, rent to, sell to, shake hands with,
        share a room with, sit next to, sleep with, talk to, touch, trust, vote for, work for, work under, work with
    """),
    "little_way": entries("""
        act, acting, acts, behave, behaves, behaving, cried, cries, cry, crying, dress, dressed, dresses, drive,
        drives, driving, drove, fight, fights, fought, hit, hits, looked, looks, run, runs, scream, screamed, screams,
        smell, smelled, smells, sound, sounds, talk, talking, talks, think, thinks, threw, throw, throws, whine,
        whines, worked, works
    """),
    "creep": entries("creep, creeps, freak, freaks, gross, grosses, piss, pisses, scare, tick, weird"),
    "blame": entries("""
        accuse, avoid, blame, curse, dislike, distrust, fear, hold in contempt, laugh at, look down on, mistrust,
        mock, pity, resent
    """),
    "have_them": entries("""
        being around, having, hearing, hearing about, listening to, living near, seeing, talking to, the sight of, to
        see, working with
    """),
    "before": entries("before, before all the, before the, before these, without"),
    "here": entries("""
        already, around, at our, at the, coming, everywhere, here, in my, in our, in the, in this, now, on our, on
        the, taking, these days, who
    """),
    "pejorative": entries("""
        american, bastard, bloody, damn, foreign, fucking, god damn, goddamn, little, old, so-called, worthless, young
    """),
    "let_in": entries("accepted, admitted, allowed, considered, eligible, hired, permitted, served, wanted, welcome"),
    "struggle": entries("""
        are afraid of, are bad in, are behind in, are confused by, are ignorant about, are ignorant of, are illiterate
        in, are incompetent in, are incompetent with, are inferior in, are n't cut out for, are n't made for, are not
        cut out for, are not made for, are not meant for, are not suited for, are not suited to, are overwhelmed by,
        are scared of, are too dumb for, are too stupid for, are too weak for, are weak at, are weak in, ca n't do, ca
        n't handle, ca n't understand, ca n't use, can not do, can not handle, can not understand, can not use, cannot
        do, cannot handle, cannot understand, cannot use, do n't belong in, do n't get, do n't understand, do not
        belong in, do not understand, fail at, fail in, find it hard to learn, find it hard to use, get confused by,
        have a hard time using, have a hard time with, have difficulty understanding, have difficulty using, have
        difficulty with, have no aptitude for, have no head for, have no idea about, have no talent for, have problems
        with, have trouble understanding, have trouble using, have trouble with, know nothing about, lack aptitude
        for, lack the brains for, lag behind in, lag in, struggle to learn, struggle to understand, struggle to use,
        struggle with, suck at
    """),
    "resemble": entries("""
        act like, are as bad as, are comparable to, are like, are no better than, are related to, are worse than,
        breed like, descend from, eat like, live like, look like, might as well be, multiply like, remind me of,
        resemble, smell like, sound like
    """),
    "crawl": entries("crawl, crawled, creep, crept, multiply, slither, swarm"),
    "lowest": entries("""
        bane of, bottom of the barrel, bottom of the heap, downfall of, dregs, filth of, garbage of, lowest class,
        lowest form, lowest of the low, lowest race, reason our, root of, ruin of, shame of, trash of, worst kind,
        worst of, worst people, worst race, worst thing
    """),
    "worth_little": entries("""
        a cent, a damn, a dime, a penny, anything, jack, less, nothing, shit, so little, very little
    """),
    "equals": entries("""
        adults, citizens, equal, equals, everybody else, everyone else, human, human beings, humans, normal people,
        people
    """),
    "feel": entries("express, feel, feeling, feels, felt, full of, had, harbor, harbour, has, have, hold, show"),
    "contempt": entries("""
        anger, contempt, disdain, disgust, dread, fury, hate, hatred, horror, loathing, nausea, rage, revulsion, scorn
    """),
    "fill": entries("fill, filled, fills, flood, leave"),
    "puke": entries("""
        angry, cringe, furious, gag, hit, kill, mad, puke, punch, rage, scream, sick, spit, throw up, vomit
    """),
    "seeing": entries("""
        around, being around, hear, hearing, look at, looking at, meet, meeting, near, presence of, see, seeing, sight
        of, think about, think of, thinking about, thought of
    """),
    "annoys": entries("""
        angers, annoys, bothers, disgusts, enrages, irritates, more annoying, more disgusting, repulses, sickens,
        worse
    """),
    "respect": entries("""
        compassion, empathy, hope, love, mercy, need, patience, pity, place, regard, respect, room, space, sympathy,
        time, tolerance, use
    """),
    "need": entries("deserve, need, want"),
    "in_here": entries("""
        any more, anymore, around, as, at my, at our, here, in my, in our, in the, in this, near, on our, running,
        teaching, working
    """),
    "care_if": entries("care if, care when, care whether, mind if, mind when"),
    "leave": entries("""
        be gone, did n't exist, did not exist, die, died, disappear, disappeared, go away, go home, had never come,
        leave, left, never existed, stayed home, stop existing, stopped existing, vanish, vanished, was gone, went
        away, went home, were banned, were dead, were gone, were n't here, were not here, would die, would disappear,
        would go, would go away, would leave, would vanish
    """),
    "let_live": entries("allow, do n't, do not, even, have n't, have not, let, tolerate"),
    "it_is_fine": entries("""
        fine, good, great, it 's fine, it 's fun, it 's good, it 's great, it 's justified, it 's ok, it 's okay, it
        's right, it 's time, it is acceptable, it is fine, it is fun, it is good, it is great, it is justified, it is
        natural, it is ok, it is okay, it is only fair, it is right, it is time, justified, okay
    """),
    "nothing_wrong": entries("""
        all for, in favor of, in favour of, no harm in, no problem with, nothing bad about, nothing wrong with,
        support
    """),
    "hurting": entries("""
        abusing, assaulting, attacking, banning, beating, bullying, burning, deporting, enslaving, excluding,
        exterminating, firing, hanging, harassing, hating, hitting, hunting, hurting, insulting, jailing, killing,
        lynching, mistreating, mocking, murdering, punching, punishing, raping, rejecting, segregating, shooting,
        slapping, stabbing, sterilising, sterilizing, torturing
    """),
    "pay_for": entries("""
        be dealt with, be hunted, be next, be punished, be removed, be sorry, be stopped, bleed, burn, die, fear us,
        get what, learn their, pay for, pay the price, regret, suffer
    """),
    "have_it_coming": entries("""
        'd better watch, asked for it, better be afraid, better be scared, better hide, better run, better watch,
        bring it on themselves, brought it on themselves, deserve all the, deserve every, deserve everything, deserve
        no better, deserve whatever, had better watch, had it coming, have it coming, should be afraid, should be
        scared, should be very afraid, should watch their backs
    """),
    "need_to_be": entries("""
        deserve to be, deserves to be, got to be, had to be, has to be, have to be, must be, need to be, needs to be,
        ought to be, want to be
    """),
    "behaviour": entries("""
        attitude, behavior, behaviour, bullshit, crap, drama, greed, hysteria, ignorance, laziness, logic, mentality,
        move, nonsense, shit, stunt, stupidity, thing to do
    """),
    "intimate": entries("""
        ass, asses, children, churches, eyes, face, faces, families, guts, hands, head, heads, hearts, homes, houses,
        kids, legs, mosques, neck, necks, skulls, synagogues, teeth, temples, throat, throats
    """),
    "crime": CRIME,
    "subhuman": SUBHUMAN,
    "subhuman_dead": entries("""
        animal, ape, bag of rubbish, cockroach, dead animal, dead dog, dead rat, dog, insect, monkey, pig, pile of
        dirt, rat
    """),
    "hurt": HURT,
    "hurt_done": HURT_DONE,
    "hate": HATE,
    "hated": HATED,
    "post": entries("""
        around here, as a group, as a whole, at work, everywhere, from abroad, here, i have met, i know, in general,
        in my class, in my experience, in our country, in our society, in society, in the workplace, in this city, in
        this country, in this neighbourhood, in this town, like her, like him, like that, like them, like these, like
        those, like you, myself, nowadays, of this world, of today, on tv, out there, over there, themselves, these
        days, today, who apply, who come here, you see
    """),
    "kind": entries("""
        big, different, friendly, funny, happy, helpless, hungry, kind, lonely, loud, needy, nice, old, poor, quiet,
        rich, small, strong, tired, trying, unable to work, weak, young
    """),
    "belongings": entries("""
        abilities, ability, accents, aptitude, attitude, attitudes, behavior, behaviour, blood, bodies, body odor,
        body odour, bones, brains, breath, children, clothes, cognition, cognitive abilities, cognitive ability,
        computer skills, constitutions, credit, culture, drivers, driving skills, eyesight, families, food, genes,
        grades, grasp, habits, hair, homes, houses, hygiene, intelligence, iq, knowledge, literacy, manners, memories,
        memory, mental capacity, minds, morals, muscles, nature, natures, odor, odour, parents, personalities,
        personality, reflexes, reputation, scores, skills, skin, smell, smells, social skills, stamina, stench,
        strength, taste, tastes, technical skills, teeth, temper, tempers, understanding, willpower
    """),
    "virtue": entries("""
        ambition, brains, character, class, common sense, compassion, confidence, culture, decency, dignity,
        discipline, drive, education, emotions, empathy, experience, feelings, honesty, honor, honour, humanity,
        hygiene, imagination, initiative, integrity, intellect, intelligence, leadership, leadership skills, logic,
        loyalty, manners, moral, morality, morals, motivation, patience, personality, pride, reason, respect,
        self-control, self-respect, sense, skill, skills, soul, talent, taste, the ability, the brains, the capacity,
        the intelligence, values, willpower, work ethic
    """),
    "bad_at": entries("""
        awful at, bad at, bad with, careless with, clueless about, clumsy with, hopeless at, hopeless with, horrible
        at, incompetent at, irresponsible with, late for, late with, lousy at, n't good at, n't good with, never good
        at, no good at, not good at, not good with, poor at, rubbish at, slow at, slow to, slow with, terrible at,
        terrible with, the worst at, unable to handle, useless at, useless with, weak at, weak in, worse at
    """),
    "committing": entries("""
        a burden, a drain, a menace, after our, all pretending, asking for it, attracted to children, behind all,
        behind every, behind most, brainwashed, brainwashing, breeding, bringing, cheating, committing, complaining,
        corrupting, destroying, draining, faking, faking it, from an inferior, full of hate, full of themselves, going
        to hell, grooming, high on drugs, in gangs, in jail, in prison, into drugs, invading, involved in crime, just
        pretending, killing our, known for crime, known for laziness, known for lying, known for stealing, known for
        violence, leeching, leeching off, living off, loyal to, lying, mentally ill, not to be trusted, obsessed with
        money, obsessed with power, obsessed with sex, on drugs, on welfare, out of control, out of touch, out to get,
        outbreeding, overrunning, part of a gang, plotting, plotting against, poisoning, polluting, pretending, raised
        to hate, raping, replacing, responsible for all, responsible for everything, responsible for most crime,
        responsible for our, responsible for the decline, robbing, ruining, scamming, sick in the head, spreading
        disease, spreading lies, stealing, stealing our, taking our, taking over, taught to hate, the cause of all,
        the cause of our, the reason for all, the reason our, the reason this, the root of, to blame, too stupid,
        undermining, up to no good, weakening, whining
    """),
    "achieve": entries("""
        achieve, act, adapt, amount to anything, bathe, be attractive, be faithful, be friends, be good, be happy, be
        honest, be leaders, be loved, be normal, be on time, be polite, be productive, be real, be successful, be
        trusted, become, behave, build, care for, change, clean, commit, compete, comprehend, concentrate, contribute,
        control, control themselves, cook, cope, count, create, dance, do anything, do math, do maths, do science, do
        the job, do their job, do this job, do well, drive, earn, enjoy, follow, function, govern, grasp, handle, have
        a good, have a normal, have good, have happy, have meaningful, have normal, have productive, help themselves,
        hold a job, hold down, integrate, keep a job, keep a secret, keep up, lead, learn, listen, live independently,
        look after, love, make decisions, make good, manage, obey, parent, park, pay, pay back, perform, play, raise,
        read, reason, repay, respect, run, save, seem to, shower, shut up, speak properly, stop, succeed, take a joke,
        take care of, take responsibility, tell right from wrong, tell the truth, think, understand, use a computer,
        use computers, use technology, wash, win, work, work hard, write
    """),
    "belong": entries("'re best kept, belong, belongs, deserve to be, must be kept, should be kept, should be put"),
    "low_place": entries("""
        at home, behind bars, in a cage, in a museum, in a zoo, in an asylum, in an institution, in asylums, in cages,
        in camps, in hell, in institutions, in jail, in mental, in prison, in the bin, in the closet, in the gas, in
        the ground, in the gutter, in the home, in the jungle, in the kitchen, in the past, in the trash, in the zoo,
        under a rock
    """),
    "by_nature": entries("""
        all naturally, always, best at, better suited to, biologically, born, by nature, genetically, inherently,
        innately, just naturally, made to be, meant to be, natural, natural-born, naturally, supposed to be
    """),
    "like": entries("as, just like, like, same as, the way"),
    "above": entries("""
        better, better citizens, better drivers, better neighbours, better parents, better people, better tenants,
        better workers, cleaner, more evolved, more human, more important, more valuable, more worthy, preferable,
        safer, smarter, stronger, superior, worthier
    """),
    "worthily": entries("""
        aggressively, carefully, clearly, competently, easily, effectively, efficiently, emotionally, hard, honest,
        honestly, intelligently, loudly, often, punctually, quickly, rationally, reliably, responsibly, safely,
        slowly, trustworthy, violently
    """),
    "make": entries("always make, made, make, makes, will make, would make"),
    "misdeed": entries("""
        abuse, abuse drugs, addiction, anger, assault, attack, be addicted, be aggressive, be criminal, be criminals,
        be dishonest, be drunk, be emotional, be late, be lazy, be on welfare, be stupid, be terrorists, be
        unreliable, be violent, beat, become criminals, behave badly, break the law, break things, cause trouble,
        cheat, cheating, commit, crash, crime, criminality, default, do drugs, drink, drop out, drugs, fail, fight,
        forget, fraud, get angry, hurt, join gangs, kill, laziness, lie, loot, lose, lying, misbehave, miss, murder,
        neglect, pay late, quit, rape, rob, scam, shoplift, steal, stealing, theft, use drugs, violence
    """),
    "human_beings": entries("""
        a human being, actual people, equal to us, equals, fully human, human, human beings, humans, like us, normal,
        one of us, our equal, our equals, people, person, real americans, real men, real people, real women, worth a
        thing, worth anything
    """),
    "matter_not": entries("""
        are cheap, do n't matter, do not matter, dont matter, have no value, mean nothing, never matter
    """),
    "have_no": entries("""
        've no, deserve no, do n't have a, do n't have any, do n't have the, do not have any, has no, have no, have
        zero, should have no
    """),
    "deserve": entries("all deserve, deserve, deserved, deserves, ought all, should all"),
    "deserve_not": entries("""
        deserve less, deserve no, deserve nothing, do n't deserve, do not deserve, does n't deserve, does not deserve,
        dont deserve, never deserve
    """),
    "without": entries("""
        if there were fewer, if there were no, if we got rid of, if we had no, minus, off without, once we get rid of,
        place without, with fewer, with no, without
    """),
    "let_us": entries("""
        ca n't wait to, can not wait to, everyone should, go, going to, gon na, i 'd love to, i 'll, i will, i would
        love to, let 's, let us, one should, please, ready to, should, somebody must, somebody needs to, somebody
        should, someone must, someone should, the government should, they should, time to, want to, we 'll, we have
        to, we must, we need to, we ought to, we should, we will, you must, you need to, you should
    """),
    "wish_to": entries("""
        'd, 'd like to, 'd love to, 'll, 'm going to, 'm gon na, am going to, am going to make, am gon na, are going
        to, ca n't wait to, can not wait to, could, hope to, hope to see, intend to, must, need to, plan to, should,
        swear i 'll, wanna, want to, want to see, will, will make, wish i could, wish to, would, would gladly, would
        like to, would love to, would love to see
    """),
    "suffer": entries("""
        are hurt, are killed, be gone, beg, bleed, burn, cry, dead, die, disappear, drown, get attacked, get beaten,
        get hurt, get killed, get raped, get shot, gone, hang, hurt, in pain, pay, perish, regret, rot, scream,
        starve, suffer, suffering, vanish
    """),
    "be_done": entries("""
        all be, all get, always be, be, be all, be taken out and, been, being, deserve to be, get, have been, have to
        be, honestly be, just be, kept, need to be, needs to be, only be, really be, simply be
    """),
    "would": entries("all, could, just, should, to, will, would"),
    "adv_feel": entries("""
        absolutely, also, always, both, completely, do, frankly, fucking, genuinely, have always, honestly, just,
        kinda, must admit i, personally, really, simply, so, sometimes, still, to, truly, utterly, would never
    """),
}
"""Every word class a pattern may name."""
