"""What claims about groups are made of: what follows the group, virtues, habits, places, wishes."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.lexis_acts import ACTS
from guardrails.critics.lexis_care import CARE
from guardrails.critics.lexis_coded import CODED
from guardrails.critics.lexis_grammar import GRAMMAR
from guardrails.critics.lexis_harm import CRIME, HATE, HATED, HURT, HURT_DONE, SUBHUMAN
from guardrails.critics.lexis_hostility import HOSTILITY
from guardrails.critics.lexis_inference import INFERENCE
from guardrails.critics.lexis_insults import ATROCITY, HARM_VERB, INSULT, VICE, WEAKNESS
from guardrails.critics.lexis_slant import SLANT
from guardrails.critics.lexis_stock import STOCK
from guardrails.critics.lexis_traits import BAD, BAD_COMPARATIVE, BAD_HAVE, BAD_MOST, BAD_NOUN, GOOD, ROLE_TRAIT, SKILL

__all__ = ["CLASSES"]


CLASSES: Final = {
    "insult": INSULT,
    "harm_verb": HARM_VERB,
    "vice": VICE,
    "atrocity": ATROCITY,
    **GRAMMAR,
    **ACTS,
    **CARE,
    **CODED,
    **HOSTILITY,
    **INFERENCE,
    **SLANT,
    **STOCK,
    "bad": BAD,
    "bad_any": BAD | BAD_NOUN,
    "bad_adjective": BAD,
    "bad_comparative": BAD_COMPARATIVE,
    "bad_have": BAD_HAVE,
    "bad_having": frozenset(entry.removeprefix("a ").removeprefix("an ").removeprefix("the ") for entry in BAD_HAVE),
    "bad_most": BAD_MOST,
    "good": GOOD,
    "role_trait": ROLE_TRAIT,
    "skill": SKILL,
    "revive": entries("""
        another, bring about, bring back, carry out, commit, continue, defend, execute, finish, go back to, introduce,
        justify, legalise, legalize, organise, organize, plan, promote, re-establish, recreate, reenact, reestablish,
        reinstate, reintroduce, repeat, replicate, restore, return to, revive, start, support
    """),
    "good_thing": entries("""
        advantages, beneficial, benefit, benefits, best thing, fair, good, good idea, good thing, great, important,
        justified, necessary, positive, right
    """),
    "agree": entries("""
        absolutely, could n't agree more, could not agree more, definitely, everybody knows, everyone knows, exactly, i
        absolutely agree, i agree, i completely agree, i could n't agree more, i fully agree, i totally agree, known
        fact, let 's face it, no secret, of course, so true, that 's true, that is true, totally, well-known fact, you
        're right, you are right
    """),
    "low": entries("""
        awful, bad, below average, below-average, criminal, deficient, dirty, disgusting, feeble, filthy, foul, fragile,
        horrible, inadequate, inferior, insufficient, less, limited, little, loose, lousy, low, lower, nasty, poor,
        poorer, primitive, questionable, short, slow, slower, small, smaller, sub-par, subpar, substandard, terrible,
        the worst, tiny, underdeveloped, violent, weak, weaker, worse
    """),
    "performers": entries("""
        borrowers, bosses, breath, citizens, cooks, customers, dancers, decision makers, drivers, employees, fathers,
        hygiene, immigrants, leaders, learners, listeners, managers, manners, mothers, neighbors, neighbours, parents,
        people, role models, soldiers, students, swimmers, teachers, tenants, tippers, workers
    """),
    "mild": entries("""
        angry, arrogant, cold, confused, different from us, difficult, dull, entitled, hard to deal with, hard to work
        with, high-maintenance, limited, loud, mad, not like us, not smart, odd, poor workers, problematic, risky, sad,
        sensitive, sick, slow, soft, strange, stuck-up, too sensitive, trouble, unpredictable, weak
    """),
    "end": frozenset({",", "about", "and", "or", "by", "compared", "than", "as"}),
    "too_adj": entries("""
        aggressive, ambitious, busy with, cautious, costly, delicate, different, difficult, distracted, easily,
        expensive, feminine, flamboyant, fragile, girly, hard to, intense, loud, masculine, much trouble, much work,
        nice, old, opinionated, outspoken, picky, political, proud, quick to, risky, sensitive, sentimental, sexual,
        short, simple, slow, small, soft, strict, trusting, weak, young
    """),
    "little_way": entries("""
        act, acting, acts, behave, behaves, behaving, cried, cries, cry, crying, dress, dressed, dresses, drive, drives,
        driving, drove, fight, fights, fought, hit, hits, looked, looks, run, runs, scream, screamed, screams, smell,
        smelled, smells, sound, sounds, talk, talking, talks, think, thinks, threw, throw, throws, whine, whines,
        worked, works
    """),
    "let_in": entries("accepted, admitted, allowed, considered, eligible, hired, permitted, served, wanted, welcome"),
    "struggle": entries("""
        are afraid of, are bad in, are behind in, are confused by, are ignorant about, are ignorant of, are illiterate
        in, are incompetent in, are incompetent with, are inferior in, are n't cut out for, are n't made for, are not
        cut out for, are not made for, are not meant for, are not suited for, are not suited to, are overwhelmed by, are
        scared of, are too dumb for, are too stupid for, are too weak for, are weak at, are weak in, ca n't do, ca n't
        handle, ca n't understand, ca n't use, can not do, can not handle, can not understand, can not use, cannot do,
        cannot handle, cannot understand, cannot use, do n't belong in, do n't get, do n't understand, do not belong in,
        do not understand, fail at, fail in, find it hard to learn, find it hard to use, get confused by, have a hard
        time using, have a hard time with, have difficulty understanding, have difficulty using, have difficulty with,
        have no aptitude for, have no head for, have no idea about, have no talent for, have problems with, have trouble
        understanding, have trouble using, have trouble with, know nothing about, lack aptitude for, lack the brains
        for, lag behind in, lag in, struggle to learn, struggle to understand, struggle to use, struggle with, suck at
    """),
    "behaviour": entries("""
        attitude, behavior, behaviour, bullshit, crap, drama, greed, hysteria, ignorance, laziness, logic, mentality,
        move, nonsense, shit, stunt, stupidity, thing to do
    """),
    "bad_noun": BAD_NOUN,
    "vice_place": entries("""
        a gang, benefits, crime, drugs, gangs, it together, jail, mafia, organised crime, organized crime, prison, the
        dole, the same, the take, welfare
    """),
    "boyish": entries("""
        assimilate, be faithful, be friends, be funny, cry, do math, do maths, drive, fight, integrate, keep secrets,
        lead, park, play football, play sports, read maps, shut up, take a joke, throw, want to integrate, want to
        learn, want to work
    """),
    "him_her": entries("her, him, his, the candidate, their, them, this person, you, your"),
    "weakness": WEAKNESS,
    "crime": CRIME,
    "subhuman": SUBHUMAN,
    "subhuman_dead": entries("""
        animal, ape, bag of rubbish, cockroach, dead animal, dead dog, dead rat, dog, insect, monkey, pig, pile of dirt,
        rat
    """),
    "hurt": HURT,
    "hurt_done": HURT_DONE,
    "hate": HATE,
    "hated": HATED,
    "post": entries("""
        around here, as a group, as a whole, at work, everywhere, from abroad, here, i have met, i know, in general, in
        my class, in my experience, in our country, in our society, in society, in the workplace, in this city, in this
        country, in this neighbourhood, in this town, like her, like him, like that, like them, like these, like those,
        like you, myself, nowadays, of this world, of today, on tv, out there, over there, themselves, these days,
        today, who apply, who come here, you see
    """),
    "kind": entries("""
        big, different, friendly, funny, happy, helpless, hungry, kind, lonely, loud, needy, nice, old, poor, quiet,
        rich, small, strong, tired, trying, unable to work, weak, young
    """),
    "belongings": entries("""
        abilities, ability, accents, aptitude, attitude, attitudes, behavior, behaviour, blood, bodies, body odor, body
        odour, bones, brains, breath, children, clothes, cognition, cognitive abilities, cognitive ability, computer
        skills, constitutions, credit, culture, drivers, driving skills, eyesight, families, food, genes, grades, grasp,
        habits, hair, homes, houses, hygiene, intelligence, iq, knowledge, literacy, manners, memories, memory, mental
        capacity, minds, morals, muscles, nature, natures, odor, odour, parents, personalities, personality, reflexes,
        reputation, scores, skills, skin, smell, smells, social skills, stamina, stench, strength, taste, tastes,
        technical skills, teeth, temper, tempers, understanding, willpower
    """),
    "contraband": entries("bombs, cocaine, drugs, explosives, guns, heroin, knives, meth, weapons"),
    "virtue": entries("""
        ambition, backbone, brains, character, class, common decency, common sense, compassion, confidence, conscience,
        courage, creativity, culture, decency, dignity, discipline, drive, education, emotions, empathy, experience,
        feelings, grace, honesty, honor, honour, humanity, humor, humour, hygiene, imagination, initiative, integrity,
        intellect, intelligence, leadership, leadership skills, logic, loyalty, manners, moral, morality, morals,
        motivation, patience, personality, pride, reason, respect, rhythm, self-control, self-discipline, self-respect,
        sense, sense of humour, skill, skills, soul, style, talent, taste, the ability, the brains, the capacity, the
        intelligence, values, willpower, work ethic
    """),
    "bad_at": entries("""
        awful at, bad at, bad with, careless with, clueless about, clumsy with, hopeless at, hopeless with, horrible at,
        incompetent at, irresponsible with, late for, late with, lousy at, n't good at, n't good with, never good at, no
        good at, not good at, not good with, poor at, rubbish at, slow at, slow to, slow with, terrible at, terrible
        with, the worst at, unable to handle, useless at, useless with, weak at, weak in, worse at
    """),
    "committing": entries("""
        a burden, a drain, a menace, after a free ride, after a passport, after our, all pretending, asking for it,
        attracted to children, behind all, behind every, behind most, brainwashed, brainwashing, breeding, bringing,
        cheating, committing, complaining, corrupting, counting the days, destroying, draining, faking, faking it, from
        an inferior, full of hate, full of themselves, going to hell, grooming, high on drugs, in gangs, in jail, in
        prison, into drugs, invading, involved in crime, just here to, just pretending, killing our, known for crime,
        known for laziness, known for lying, known for stealing, known for violence, leeching, leeching off, living off,
        looking for a free ride, looking for handouts, loyal to, lying, mentally ill, not to be trusted, obsessed with
        money, obsessed with power, obsessed with sex, on drugs, on welfare, out of control, out of touch, out to get,
        outbreeding, overrunning, part of a gang, plotting, plotting against, poisoning, polluting, pretending, raised
        to hate, raping, replacing, responsible for all, responsible for everything, responsible for most crime,
        responsible for our, responsible for the decline, robbing, ruining, scamming, sick in the head, spreading
        disease, spreading lies, stealing, stealing our, taking our, taking over, taught to hate, the cause of all, the
        cause of our, the reason for all, the reason our, the reason this, the root of, to blame, too stupid,
        undermining, up to no good, weakening, whining
    """),
    "achieve": entries("""
        achieve, act, adapt, amount to anything, bathe, be attractive, be faithful, be friends, be good, be happy, be
        honest, be leaders, be loved, be normal, be on time, be polite, be productive, be real, be successful, be
        trusted, become, behave, build, care for, change, clean, commit, compete, comprehend, concentrate, contribute,
        control, control themselves, cook, cope, count, create, dance, do anything, do math, do maths, do science, do
        the job, do their job, do this job, do well, drive, earn, enjoy, follow, function, govern, grasp, handle, have a
        good, have a normal, have good, have happy, have meaningful, have normal, have productive, help themselves, hold
        a job, hold down, integrate, keep a job, keep a secret, keep up, lead, learn, listen, live independently, look
        after, love, make decisions, make good, manage, obey, parent, park, pay, pay back, perform, play, raise, read,
        reason, repay, respect, run, save, seem to, shower, shut up, speak properly, stop, succeed, take a joke, take
        care of, take responsibility, tell right from wrong, tell the truth, think, understand, use a computer, use
        computers, use technology, wash, win, work, work hard, write
    """),
    "belong": entries("'re best kept, belong, belongs, deserve to be, must be kept, should be kept, should be put"),
    "low_place": entries("""
        at home, behind bars, in a cage, in a museum, in a zoo, in an asylum, in an institution, in asylums, in cages,
        in camps, in hell, in institutions, in jail, in mental, in prison, in the bin, in the closet, in the gas, in the
        ground, in the gutter, in the home, in the jungle, in the kitchen, in the past, in the trash, in the zoo, under
        a rock
    """),
    "by_nature": entries("""
        all naturally, biologically, born, by nature, genetically, inherently, innately, just naturally, made to be,
        meant to be, natural, natural-born, naturally, supposed to be
    """),
    "like": entries("as, just like, like, same as, the way"),
    "above": entries("""
        better, better citizens, better drivers, better neighbours, better parents, better people, better tenants,
        better workers, cleaner, more evolved, more human, more important, more valuable, more worthy, preferable,
        safer, smarter, stronger, superior, worthier
    """),
    "worthily": entries("""
        aggressively, carefully, clearly, competently, easily, effectively, efficiently, emotionally, hard, honest,
        honestly, intelligently, loudly, punctually, quickly, rationally, reliably, responsibly, safely, slowly,
        trustworthy, violently
    """),
    "make": entries("always make, made, make, makes, will make, would make"),
    "misdeed": entries("""
        abuse, abuse drugs, addiction, anger, assault, attack, be addicted, be aggressive, be criminal, be criminals, be
        dishonest, be drunk, be emotional, be late, be lazy, be on welfare, be stupid, be terrorists, be unreliable, be
        violent, beat, become criminals, behave badly, break the law, break things, cause trouble, cheat, cheating,
        commit, crash, crime, criminality, default, do drugs, drink, drop out, drugs, fail, fight, forget, fraud, get
        angry, hurt others, hurt people, hurt someone, hurt you, join gangs, kill, laziness, lie, loot, lose, lying,
        misbehave, miss, murder, neglect, pay late, quit, rape, rob, scam, shoplift, steal, stealing, theft, use drugs,
        violence
    """),
    "be_done": entries("""
        all be, all get, always be, be, be all, be taken out and, been, being, deserve to be, deserves to be, get, have
        been, have to be, honestly be, just be, kept, need to be, needs to be, only be, really be, simply be
    """),
    "would": entries("all, could, just, should, to, will, would"),
    "adv_feel": entries("""
        absolutely, also, always, both, completely, do, frankly, fucking, genuinely, have always, honestly, just, kinda,
        must admit i, personally, really, simply, so, sometimes, still, to, truly, utterly, would never
    """),
}
"""Every word class a pattern may name."""
