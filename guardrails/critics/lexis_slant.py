"""Open classes of ill repute: whatever is commonly held against people, for rules that judge by kind of word.

The other lists say what stands next to a group in a known turn. These say what may not be said of a group at all, so
that a sentence of unseen form is judged by what it connects with the group.
"""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.lexis_insults import INSULT
from guardrails.critics.lexis_traits import BAD, BAD_NOUN

__all__ = ["SLANT"]

_PLAIN: Final = entries("""
    abnormal, absurd, addict, addicts, aggressive, aloof, apathetic, awful, backward, bad, bandit, beggar, beggars,
    boring, broken, brutal, burden, careless, cheap, childish, choice and a sin, cold-blooded, combative, complacent,
    complain, contagious, corrupt, crafty, crazy, criminal, criminals, crude, cruel, cult, cunning, cur, damned, danger,
    dangerous, decadent, defective, delinquent, demanding, dense, dependent, desire, destroy, difficult, dim, dirty,
    disaster, disasters, disobedient, disruptive, drain, dramatic, dreadful, drug addict, drunk, dull, embarrassing,
    embarrassment, embarrassments, emotional, enemy, extremist, extremists, failure, failures, fat, feeble, fickle,
    flirt, fragile, frail, frightening, frugal, gang member, gossip, gross, grumpy, gullible, harass, hazard, hazards,
    helpless, horrible, horrific, hostile, idle, ignorant, illegal, illiterate, immature, impulsive, inadequate,
    incapable, incapacitated, incurable, infected, infidel, inflexible, insane, invade, irritating, jealous, jobless,
    joke, jokes, killer, killers, lame, lie, lies, loud, lying, mean, messy, miserable, monster, monsters, moody,
    murder, murderer, murderers, nag, naive, nasty, needy, noisy, obese, obscene, opportunist, oppressed, oppressive,
    passive, pets, petty, pig, pirate, pirates, plague, player, players, poison, possessive, power-hungry, primitive,
    problem, problems, prostitute, prostitutes, punk, racist, racists, radical, rape, rebel, resentful, rigid, risk,
    robot, robots, rotten, rough, rowdy, rude, ruthless, savage, scary, sex worker, sex workers, shallow, shame, sick,
    silly, sin, sinner, sinners, slow, sluggish, snake, snakes, spies, spoiled, spy, stubborn, superficial, tease,
    terrible, terror suspect, terrorise, thick, threat, threaten, threatening, threats, timid, tough, toxic, trash,
    troll, trouble, twisted, tyrant, tyrants, unable, unattractive, unbearable, uncoordinated, uneducated, unemployed,
    unfit, unhelpful, unpleasant, unqualified, unreliable, unsafe, unskilled, unstable, unsuitable, unwanted, unwelcome,
    vain, vampire, vampires, vicious, villain, villains, violent, volatile, vulgar, waste, weird, witch, witches, worse,
    worst, wretched, zombie, zombies
""")
"""Said of things and events as well: beside a group they need a known turn."""

_VILE: Final = entries("""
    abomination, apes, backwards, barbarism, barbarity, beggar, beggars, begging, bigamists, blood-sucking, bludgers,
    bootlickers, breeders, brutality, cannibals, caveman, cavemen, chauvinists, cheapskates, child brides, clowns,
    cockroach, con artists, cowardice, cowards, crackheads, cretin, debauchery, decay, deceit, deceivers, degeneracy,
    delusion, delusions, demons, depravity, deviance, deviants, dole, doomed, dopeheads, druggies, dullards, dumbos,
    evildoers, exterminated, fakers, filthiest, flea-bitten, flotsam, fornicators, fraudsters, freaky, freeloading,
    gangsters, gluttons, goons, hags, hoodlums, hordes, hussies, hypocrites, idiocy, idlers, illegals, imbecile,
    imposters, impostors, impure, indecency, inferiority, infest, infesting, invaders, jihad, knuckle-draggers,
    layabouts, leeching, lowlife, lunatics, mafia, maggot, malingerers, masochists, mongrels, moochers, mooching,
    mutants, mutilated, nutjobs, nymphos, oafs, old bags, opportunists, parasite, peasants, perversion, perversions,
    pimps, polluters, profiteers, promiscuity, psychopaths, racketeers, rapist, rats, reek, riffraff, rodents, ruffians,
    sadists, savagery, savages, scabs, scoundrels, scourge, scrounge, scrounging, sellouts, shirkers, sickos,
    simpletons, skivers, slackers, slave drivers, slime, sloth, slums, sluts, smelling, smells, snowflakes, sodomites,
    sodomy, spongers, squalor, stench, stinks, stupidity, subhumans, swindlers, terrorist, terrorists, thick-skulled,
    thief, thug, traitors, tramps, trashy, troublemakers, ugliness, undeveloped, unevolved, usurers, vagrants, vermin,
    wackos, wasters, weaklings, welfare queens, whining, wife beaters, wife-beaters, wimps, witchcraft
""")

_ABUSES: Final = entries("""
    backstab, bankrupt, beg, beg for, blow up, brainwash, breed, bribe, bully, butcher, cannibalise, cheat, collapse,
    con, corrupt, counterfeit, cower, deceive, defile, defraud, degrade, despise, destroy, dodge, drag down, drag us,
    drug, dump, embezzle, encroach, enslave, exploit, fake, flood, forge, freeload, groom, grope, hijack, hoard, hog,
    infest, infiltrate, invade, kidnap, launder, leech, lie to, live off, loaf, loot, lust after, manipulate, milk,
    mistreat, molest, mooch, mug, murder, outbreed, overrun, pester, pillage, plot, plunder, poison, pollute, prey,
    profit from, ransack, rape, replace us, rig, riot, rip off, rob, ruin, sabotage, scam, scheme, scrounge, seduce,
    shoplift, slack, sleep around, smuggle, sneak, spit on, spoil, sponge, squander, squat, stab, steal, subjugate,
    subvert, swindle, take over, terrorise, terrorize, traffic, trample, trespass, undermine, vandalise, vandalize,
    weaken, whine, worm, wreck
""")


def _forms(verb: str) -> frozenset[str]:
    head, _, rest = verb.partition(" ")
    stem = head.removesuffix("e")
    if head[-1] in "bgmptn" and head[-2] in "aeiou" and head[-3] not in "aeiou" and len(head) < 5:
        stem = head + head[-1]
    third = f"{head[:-1]}ies" if head[-1] == "y" else f"{head}es" if head.endswith(("s", "ch", "sh")) else f"{head}s"
    return frozenset(f"{form} {rest}".strip() for form in (head, third, f"{stem}ing"))


_TOLD: Final = frozenset(form for verb in _ABUSES for form in _forms(verb))

SLANT: Final = {
    "ill": frozenset(entry for entry in BAD | BAD_NOUN | INSULT | _VILE | _TOLD if " " not in entry) - _PLAIN,
    "slight": frozenset(BAD | INSULT) - _PLAIN,
    "ours": entries("""
        daughters, girls, jobs, kids, money, sons, tax dollars, tax money, taxes, way of life, wives, women
    """),
    "on_the_state": entries("benefits, disability, food stamps, handouts, the dole, welfare"),
    "torment": entries("""
        abuse, attack, beat, bully, harass, hit, humiliate, hurt, insult, intimidate, mock, ridicule, scare, threaten,
        torment
    """),
    "nicer": entries("""
        a paradise, calmer, cleaner, easier, fine, happier, heaven, less crime, lovelier, more peaceful, nicer, perfect,
        prettier, quieter, richer, safer
    """),
    "chattel": entries("cattle, inferior, objects, possessions, property, servants, slaves"),
    "condition": entries("""
        adhd, anorexia, anxiety, asperger 's, autism, burnout, chronic fatigue, depression, disability, dyslexia, mental
        illness, ptsd
    """),
    "fraud": entries("""
        a fad, a hoax, a lie, a scam, a trend, an easy way, an excuse, another excuse, another word for, attention
        seeking, invented, made up, make-believe
    """),
    "swarm": entries("""
        flock, flocked, flocking, flood, flooded, flooding, infest, infested, invade, invaded, invading, overran,
        overrun, overrunning, pour, poured, pouring, sneak, sneaked, sneaking, swamp, swamped, swamping, swarm, swarmed,
        swarming
    """),
    "meanly": entries("""
        beg, blow, breed, cheat, complain, copied, copy, cried, cry, drank, drink, exist to, fake, hang around, hide,
        lay about, lie, live off, loaf, pretend, show off, sit, sit around, sleep, steal, stole, waste, whine
    """),
    "ever_more": entries(
        "free housing, free money, free stuff, handouts, our money, our tax dollars, tax money, welfare"
    ),
    "poorly_living": entries("""
        caves, dirt, filth, garbage, huts, mud, slums, squalor, tents, the bush, the dark ages, the gutter, the jungle,
        the middle ages, the past, the sewer, the stone age, trees, villages without
    """),
    "without_us": entries("""
        had we not, if it had n't been for, if it had not been for, if it was n't for, if it were n't for, if it were
        not for, if we had n't, if we had not, until we, without our, without the west, without us
    """),
    "push_on": entries("""
        force, forcing, impose, imposing, promote, promoting, push, pushing, ram, ramming, recruit, shove, shoving
    """),
    "push_what": entries("""
        agenda, beliefs, culture, faith, habits, ideology, language, law, laws, lifestyle, lifestyles, propaganda,
        religion, sexuality, values, ways
    """),
    "beast_place": entries("""
        asylum, cage, cages, circus, doghouse, dungeon, kennel, kennels, landfill, leash, leashes, muzzle, muzzles,
        pound, sty, vet, zoo, zoos
    """),
    "pitiful": entries("""
        awful, be awful, be hard, be horrible, be terrible, be tough, depressing, feel awful, hard, horrible, hurt,
        miserable, sad, suck, terrible, tragic, unbearable
    """),
    "ism": entries("""
        ableist, ageist, anti-semitic, antisemitic, bigoted, discriminatory, homophobic, islamophobic, offensive,
        prejudiced, racist, sexist, transphobic, wrong, xenophobic
    """),
    "ill_treatment": entries("discrimination, hardship, hate, oppression, prejudice, racism, sexism"),
    "pretext": entries("""
        a crutch, a cry for, a cult, a disease, a disorder, a fad, a fantasy, a fashion, a front, a lie, a mask, a
        mental, a phase, a political, a scam, a sham, a sickness, a trend, a trick, a way of, a way to, an attempt to,
        an excuse, another excuse, another name for, another word for, attention seeking, made up, make-believe
    """),
    "for_show": entries("attention, handouts, pity, sympathy"),
    "box_ticking": entries("""
        affirmative action, check a box, check the box, checks a box, checks the box, diversity hire, diversity hires,
        diversity points, fill a quota, fill the quota, meet a quota, quota hire, tick a box, tick the box, tick the
        diversity, ticks a box, ticks the box, token hire
    """),
    "never_will": entries("""
        ai n't going to, can never, could never, is n't going to, is not going to, will never, will not, wo n't, would
        n't, would never, would not
    """),
    "never_achieve": entries("""
        adapt, adjust, be able to do, be able to handle, be able to keep up, be able to lead, be able to learn, be able
        to manage, be able to run, be able to work, be any good, be good at, be up to, catch up, cope, fit, get a grip,
        get it, get the hang, get used to, handle, hold down, keep up, last, learn, make a good, manage, master, pay it
        back, repay, stand the pace, stay long, succeed, understand
    """),
    "foil": entries("""
        assumed, everybody assumed, everybody expected, everyone assumed, everyone expected, he must, i assumed, i
        expected, i figured, naturally, no one expected, nobody expected, nobody thought, nobody trusted, of course, she
        must, they assumed, they expected, they must, we assumed, we expected
    """),
    "blow": entries("""
        a beating, a bullet, a good kick, a good slap, a kick, a kicking, a lesson, a noose, a punch, a rope, a slap, a
        smack, a spanking, a whipping, an early grave
    """),
    "drive_off": entries("""
        chase, drag, drive, dump, force, haul, kick, lock, march, send, ship, shove, shut, throw, toss
    """),
    "put_off": entries("get, keep, pack, put, run, stick"),
    "locked_away": entries("behind bars, in cages, in camps, in jail, out, overboard, to hell, to rot"),
    "off": entries("away, back, behind bars, in cages, in camps, in jail, off, out, overboard, to hell, to rot, up"),
}
"""Class name to entries; an entry of several words is a phrase."""
