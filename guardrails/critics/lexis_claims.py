"""What claims about groups are made of: what follows the group, virtues, habits, places, wishes."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis_acts import ACTS
from guardrails.critics.lexis_grammar import GRAMMAR
from guardrails.critics.lexis_harm import CRIME, HATE, HATED, HURT, HURT_DONE, SUBHUMAN
from guardrails.critics.lexis_traits import BAD, BAD_COMPARATIVE, BAD_HAVE, BAD_NOUN, GOOD, ROLE_TRAIT, SKILL

__all__ = ["CLASSES"]


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


CLASSES: Final = {
    **GRAMMAR,
    **ACTS,
    "bad": BAD,
    "bad_any": BAD | BAD_NOUN,
    "bad_adjective": BAD,
    "bad_comparative": BAD_COMPARATIVE,
    "bad_have": BAD_HAVE,
    "bad_having": frozenset(entry.removeprefix("a ").removeprefix("an ").removeprefix("the ") for entry in BAD_HAVE),
    "good": GOOD,
    "role_trait": ROLE_TRAIT,
    "skill": SKILL,
    "crime": CRIME,
    "subhuman": SUBHUMAN,
    "subhuman_dead": _entries("dead rat, rat, dead dog, dog, animal, pig, cockroach, insect, bag of rubbish, pile of dirt, monkey, ape, dead animal"),
    "hurt": HURT,
    "hurt_done": HURT_DONE,
    "hate": HATE,
    "hated": HATED,
    "post": _entries("""
        like you, like them, like him, like her, like that, like those, like these, of today, today, here, in general,
        in this country, in our country, on tv, as a group, as a whole, in my experience, these days, in this town, in this city,
        in the workplace, at work, who apply, you see, i know, i have met, around here, over there, everywhere, out there, nowadays,
        of this world, in our society, in society, in my class, from abroad, myself, themselves, in this neighbourhood, who come here
    """),
    "kind": _entries("kind, nice, loud, friendly, poor, rich, old, young, different, strong, quiet, helpless, weak, funny, lonely, happy, tired, hungry, needy, small, big, unable to work, trying"),
    "belongings": _entries("hygiene, breath, manners, morals, habits, teeth, hair, skin, bodies, body odour, body odor, smell, drivers, culture, attitude, attitudes, temper, tempers, personalities, personality, brains, minds, behaviour, behavior, genes, blood, accents, food, houses, homes, families, parents, children, tastes, taste, nature, natures, reputation, credit, iq, odour, odor, clothes, smells, stench"),
    "virtue": _entries("ambition, brains, character, class, common sense, compassion, culture, decency, dignity, discipline, education, emotions, empathy, feelings, honesty, honour, honor, humanity, imagination, intellect, intelligence, initiative, integrity, logic, loyalty, manners, moral, morality, morals, motivation, patience, personality, pride, reason, respect, self-control, self-respect, sense, skill, skills, soul, talent, taste, values, willpower, work ethic, leadership skills, drive, confidence, experience, hygiene, leadership, the ability, the intelligence, the brains, the capacity"),
    "bad_at": _entries("bad at, terrible at, hopeless at, hopeless with, awful at, poor at, no good at, useless at, useless with, worse at, bad with, terrible with, horrible at, rubbish at, clueless about, lousy at, incompetent at, weak at, weak in, clumsy with, slow with, slow at, slow to, not good at, n't good at, never good at, unable to handle, not good with, n't good with, the worst at, irresponsible with, careless with, late for, late with"),
    "committing": _entries("committing, stealing, lying, cheating, taking over, ruining, destroying, taking our, stealing our, plotting, invading, corrupting, poisoning, faking, breeding, up to no good, out to get, to blame, responsible for, behind, on drugs, in gangs, on welfare, into drugs, draining, leeching, asking for it, complaining, whining, after our, high on drugs, attracted to children, taught to hate, raised to hate, going to hell, full of themselves, full of hate, part of a gang, involved in crime, in prison, in jail, the reason, the cause, the problem, not to be trusted, out of control, bringing"),
    "achieve": _entries("""
        achieve, act, be trusted, become, build, care for, compete, contribute, control, control themselves, cook, cope, count, drive,
        do math, do maths, do anything, do science, do well, do the job, do this job, dance, earn, follow, function, handle, have a good, have productive,
        have a normal, have normal, have good, have meaningful, have happy, hold a job, hold down, integrate, keep a job, keep a secret, keep up, lead, learn, listen, live independently, look after, love,
        make decisions, make good, manage, govern, parent, park, pay, pay back, perform, play, raise, read, reason, repay, run, save, seem to,
        speak properly, stop, succeed, think, tell the truth, understand, use computers, use technology, win, work, write, adapt, be good, be happy, be normal, be successful,
        be productive, be loved, be leaders, be friends, be faithful, be real, behave, concentrate, commit, create, enjoy, help themselves, take responsibility, take a joke, take care of,
        tell right from wrong, change, amount to anything, be attractive, work hard, be honest, be polite, comprehend, grasp, obey, respect, do their job, use a computer, be on time, wash, shower, bathe, clean, shut up
    """),
    "belong": _entries("belong, belongs, should be put, should be kept, must be kept, deserve to be, 're best kept"),
    "low_place": _entries("in a zoo, in the zoo, in the kitchen, at home, in the home, in jail, in prison, in cages, in a cage, behind bars, in the trash, in the gutter, in asylums, in an asylum, in hell, in institutions, in an institution, in the gas, in the bin, in the ground, in mental, in the jungle, in camps, in a museum, in the past, in the closet, under a rock"),
    "by_nature": _entries("naturally, by nature, inherently, innately, biologically, genetically, born, natural, natural-born, just naturally, all naturally, always, made to be, meant to be, supposed to be, best at, better suited to"),
    "like": _entries("like, as, just like, the way, same as"),
    "above": _entries("better, better people, better workers, better neighbours, better drivers, better parents, better tenants, better citizens, superior, smarter, cleaner, safer, worthier, stronger, more valuable, more important, more human, more evolved, more worthy, preferable"),
    "worthily": _entries("honestly, reliably, responsibly, carefully, intelligently, quickly, slowly, safely, efficiently, rationally, easily, honest, hard, trustworthy, often, loudly, violently, aggressively, emotionally, punctually, competently, effectively, clearly"),
    "make": _entries("make, makes, made, will make, would make, always make"),
    "misdeed": _entries("""
        abuse, assault, attack, be criminal, be criminals, be dishonest, be lazy, be late, be violent, be aggressive, become criminals, beat, behave badly, cheat, commit, default,
        do drugs, drink, fail, fight, get angry, hurt, kill, lie, loot, misbehave, miss, murder, quit, rape, rob, scam, shoplift, steal, use drugs, be unreliable, be stupid,
        drop out, be addicted, be terrorists, be drunk, crash, be on welfare, abuse drugs, cause trouble, break the law, break things, neglect, forget, pay late, join gangs, be emotional, lose, crime, violence, theft, fraud, laziness, anger, drugs, cheating, stealing, lying, criminality, addiction
    """),
    "human_beings": _entries("human, humans, human beings, people, real people, fully human, a human being, our equal, our equals, equal to us, like us, one of us, real women, real men, real americans, normal, equals, person, actual people, worth anything, worth a thing"),
    "matter_not": _entries("do n't matter, do not matter, mean nothing, are cheap, dont matter, never matter, have no value"),
    "have_no": _entries("have no, has no, 've no, do n't have any, do n't have a, do not have any, do n't have the, deserve no, have zero, should have no"),
    "deserve": _entries("deserve, deserves, deserved, ought, should, all deserve, need, have, must, should all, just need"),
    "deserve_not": _entries("do n't deserve, do not deserve, does n't deserve, does not deserve, never deserve, deserve no, deserve nothing, deserve less, dont deserve"),
    "without": _entries("without, if there were no, if we had no, with fewer, with no, if there were fewer, off without, place without, if we got rid of, once we get rid of, minus"),
    "let_us": _entries("let 's, let us, we should, we must, we need to, we ought to, we have to, someone should, somebody should, someone must, somebody must, somebody needs to, you should, everyone should, the government should, they should, you must, one should, gon na, going to, time to, want to, we will, we 'll, i 'll, i will, i would love to, i 'd love to, please, go, should, ready to, can not wait to, ca n't wait to, you need to"),
    "wish_to": _entries("want to, wanna, will, 'll, am going to, 'm going to, are going to, would love to, 'd love to, would like to, 'd like to, wish to, plan to, hope to, intend to, am gon na, 'm gon na, would, should, 'd, could, swear i 'll, wish i could, ca n't wait to, can not wait to, would gladly, need to, must, want to see, would love to see, am going to make, will make, hope to see"),
    "suffer": _entries("suffer, die, burn, bleed, cry, beg, rot, pay, disappear, starve, drown, scream, regret, hurt, hang, gone, dead, in pain, suffering"),
    "be_done": _entries("be, all be, get, be all, have been, just be, never be, not be, have to be, simply be, only be, need to be, always be, being, all get, be taken out and, deserve to be, needs to be, really be, been, honestly be, kept"),
    "lively": _entries("energetic, dynamic, vibrant, lively, fresh, fun, hungry, enthusiastic, driven, ambitious, trendy, hip, cool, fast-moving, fast-growing, motivated"),
    "must_be": _entries("must be, should be, ideally, preferably"),
    "num": frozenset({*map(str, range(1, 31)), "one", "two", "three", "four", "five", "six", "seven", "eight", "ten"}),
    "stand": _entries("stand, desk, phones, booth, counter, station, office, bar, shop, store, till, gate, reception"),
    "personality": _entries("personality, personalities, attitude, approach, style, manner, type, leader, leaders, closer, seller, salesperson, lady, girl, boy, guy"),
    "any": _entries("any, other, young, small, serious, known, underlying, existing, current, strong, major, a, noticeable, heavy"),
    "family": _entries("family, childcare, child-care, domestic, parental, caring, home, children, marital, personal"),
    "ties": _entries("commitments, commitment, obligations, obligation, duties, responsibilities, ties, distractions, issues, burdens, constraints"),
    "dependents": _entries("dependants, dependents, children at home, kids at home, young children, small children, family ties, childcare needs, caring responsibilities"),
    "plan": _entries("plan, plans, planning, intend, intends, intending, want, wants, wanting, hope, hopes, hoping, going, about, thinking"),
    "top": _entries("top, elite, prestigious, ivy league, oxbridge, russell group, top-tier, tier-1, tier 1, leading, private, target"),
    "graduates": _entries("graduates, grads, candidates, students, alumni, universities, schools, graduate"),
    "language": _entries("english, french, german, spanish, italian, dutch, portuguese, russian, chinese, mandarin, japanese, arabic, polish, swedish, danish, norwegian, finnish, greek, turkish, hindi, korean, language, american, british, american english, british english, czech, hungarian, hebrew"),
    "no": _entries("no, not have a, not have any, zero, not any"),
    "foreign": _entries("foreign, strong, thick, heavy, noticeable, ethnic, regional, indian, african, asian, strange, funny, foreign-sounding, hard to understand, non-native, broken"),
    "ethnic_name": _entries("foreign, ethnic, black, arab, arabic, african, muslim, asian, jewish, hispanic, exotic, strange, white, european, indian, chinese"),
    "his": _entries("his, her, their, your, its, the, own, where"),
    "physically": _entries("physically, fully, perfectly"),
    "perfect": _entries("perfect, excellent, good, full, robust, top"),
    "ideal": _entries("ideal, perfect, suitable, suited, great, best, designed, intended, preferred, reserved"),
    "area": _entries("area, areas, neighbourhood, neighborhood, neighbourhoods, neighborhoods, district, districts, part of town, parts of town, postcode, postcodes, zip code, zip codes, zip, street, streets, community, communities, side of town, quarter, suburb, block"),
    "bad_area": _entries("bad, rough, dodgy, shady, sketchy, undesirable, unsafe, dangerous, ghetto, slum, troubled, seedy, poor, low-income, deprived, wrong, questionable, run-down, rundown, high-crime, inner-city, declining, problem"),
    "changing": _entries("changing, transitional, up-and-coming, in-transition, mixed, diverse, ethnic, urban"),
    "minority": _entries("minority, black, immigrant, hispanic, latino, muslim, jewish, asian, majority-black, majority-minority, predominantly black, predominantly minority, african-american, ethnic"),
    "immigrant_status": _entries("immigrants, foreigners, undocumented, visa holders, non-citizens, refugees"),
    "risk": _entries("risk, default, high-risk, fraud, crime, risky"),
    "late_life": _entries("not enough years left, not live long enough, n't live long enough, too few years left, few years left, no time left, may not live, might not live"),
    "would": _entries("would, will, could, should, all, just, to"),
    "adv_feel": _entries("absolutely, really, truly, just, fucking, so, honestly, genuinely, always, completely, sometimes, kinda, do, simply, still, utterly, personally, frankly, also, fucking, must admit i, both, would never, have always, to"),
}
"""Every word class a pattern may name."""
