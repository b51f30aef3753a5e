"""Words that deny people humanity, worth or safety, and words for crime."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["CRIME", "HATE", "HATED", "HURT", "HURT_DONE", "SUBHUMAN"]


SUBHUMAN: Final = entries("""
    a blight, a burden on society, a burden to society, a cancer, a different species, a disgrace to humanity, a drain
    on society, a lower form of life, a stain, a waste of oxygen, a waste of space, abominations, animal, animals,
    ape, apes, barely human, beast, beasts, bug, bugs, cancer, cattle, cockroach, cockroaches, contagion, creature,
    creatures, cur, curs, dirt, disease, diseases, dog, dogs, dung, excrement, filth, garbage, germ, germs, heathen,
    heathens, human garbage, human scum, human trash, human waste, hyenas, infection, infestation, inhuman, insect,
    insects, jackals, leech, leeches, less than human, lesser beings, lesser people, lice, locust, locusts, maggot,
    maggots, mongrel, mongrels, monkey, monkeys, not human, parasite, parasites, pest, pestilence, pests, pig, pigs,
    plague, poison, rat, rats, roach, roaches, rodent, rodents, savage, savages, scourge, scum, second-class citizens,
    sewage, slime, snake, snakes, soulless, sub-human, sub-humans, subhuman, subhumans, swine, trash, tumor, tumour,
    untermenschen, vampires, vermin, virus, viruses, vultures, waste, weed, weeds, worm, worms
""")
"""What people are likened to when their humanity is denied."""

HURT: Final = entries("""
    annihilate, assassinate, attack, beat, beat up, behead, bomb, burn, burn down, bury, butcher, castrate, cleanse,
    crush, cull, cut down, destroy, do away with, drive out, drown, eliminate, end, eradicate, erase, euthanise,
    euthanize, execute, expel, exterminate, gas, get rid of, hang, harm, hunt, hurt, kick, kill, lynch, massacre,
    murder, punch, punish, purge, put an end to, put down, rape, round up, shoot, slap, slaughter, smash, spit on,
    stab, starve, sterilise, sterilize, stone, strangle, take out, terrorise, terrorize, torture, whip, wipe out
""")

HURT_DONE: Final = entries("""
    aborted, annihilated, assassinated, attacked, beaten, beaten up, beheaded, bombed, burned, burned alive, burnt,
    butchered, castrated, cleansed, crushed, culled, destroyed, drowned, eliminated, enslaved, eradicated, euthanised,
    euthanized, executed, exterminated, gassed, gotten rid of, hanged, hung, hunted, hurt, killed, lynched, massacred,
    murdered, punished, purged, put down, put to death, put to sleep, raped, shot, slaughtered, smashed, stabbed,
    starved, sterilised, sterilized, stoned, strung up, thrown in a river, tortured, whipped, wiped out
""")

HATE: Final = entries("""
    'm disgusted by, 'm fed up with, 'm repulsed by, 'm sick of, abhor, am disgusted by, am fed up with, am repulsed
    by, am sick of, ca n't bear, ca n't stand, ca n't tolerate, can not bear, can not stand, cannot stand, cannot
    tolerate, cant stand, despise, detest, do n't care about, do n't trust, do n't want, do not care about, do not
    trust, hate, have no respect for, have no sympathy for, have nothing but contempt for, have nothing but disdain
    for, have nothing but hatred for, have so much disdain for, have so much hate for, have so much hatred for,
    loathe, look down on, never trust, spit on, want nothing to do with, would n't trust, would never trust
""")
"""What a speaker feels about a whole group; the subject is "I" or "we"."""

HATED: Final = entries("""
    aggressive, angry, ashamed, boil with anger, boil with rage, cringe, disgusted, feel angry, feel dirty, feel sick,
    feel unsafe, furious, hate life, ill, mad, nauseous, puke, rage, see red, sick, so angry, so mad, throw up,
    uncomfortable, uneasy, unsafe, vomit, want to hit them, want to puke, want to scream, want to throw up, want to
    vomit
""")
"""How a group "makes me" feel."""

CRIME: Final = entries("""
    abuse children, abuse drugs, abuse the system, act like animals, act like they own, act like vermin, ask for it,
    beat their children, beat their wives, behave like animals, blow themselves up, blow up, breed like rabbits, bring
    crime, bring disease, bring diseases, bring drugs, burden, carry disease, carry diseases, cause crime, cause
    problems, cause trouble, cheat, cheat on, commit adultery, commit atrocities, commit crime, commit crimes, commit
    fraud, commit more crime, commit more crimes, commit most crimes, commit murder, commit rape, commit terrorism,
    commit the most crime, commit theft, commit violence, complain, complicate, control everything, control the banks,
    control the media, control the world, corrupt our, corrupt our children, deal drugs, destroy everything, destroy
    our, destroy this, disgust, do drugs, do n't belong, do n't care about, do n't pay, do n't shower, do n't want to
    work, do n't wash, do n't work, do not belong, do not pay, do not shower, do not want to work, do not wash, do
    nothing, drag, drain, drink too much, exaggerate, fake it, fake their, freeload, gossip, groom children, grope,
    harass, hate america, hate us, infest, invade, just want, kill each other, kill people, leech off, lie, live in
    filth, live like animals, live off benefits, live off the state, live off welfare, loot, milk the system, molest
    children, mooch off, murder, nag, never work, only want, oppress women, overreact, plot, poison, pollute, pretend
    to be, prey on, preys on, rape, reek, refuse to integrate, refuse to learn, refuse to work, riot, rob, ruin
    everything, ruin our, ruin this, run the banks, run the media, run the world, scam, scrounge, sell drugs,
    shoplift, sit around, sleep around, smell, smell bad, sponge, sponge off, spread disease, spread diseases, spread
    lies, stab, start wars, steal, steal jobs, steal our jobs, stink, swindle, take advantage of, take all the jobs,
    take jobs, take our jobs, terrorise, terrorize, threaten, use drugs, want everything, want special treatment, want
    to destroy us, want to kill us, want to take over, waste money, whine
""")
"""What members of a group are said to do, after an adverb of habit or right after the group."""
