"""Words that deny people humanity, worth or safety, and words for crime."""

from __future__ import annotations

from typing import Final

__all__ = ["CRIME", "HATE", "HATED", "HURT", "HURT_DONE", "SUBHUMAN"]


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


SUBHUMAN: Final = _entries("""
    animal, animals, ape, apes, beast, beasts, bug, bugs, cancer, a cancer, cattle, cockroach, cockroaches, contagion,
    creature, creatures, cur, curs, disease, diseases, dirt, dog, dogs, dung, excrement, filth, garbage, germ, germs,
    heathen, heathens, infection, infestation, insect, insects, leech, leeches, lesser beings, lesser people, lice,
    locust, locusts, maggot, maggots, monkey, monkeys, mongrel, mongrels, parasite, parasites, pest, pests, pestilence,
    pig, pigs, plague, poison, rat, rats, rodent, rodents, roach, roaches, savage, savages, scourge, scum, sewage,
    slime, snake, snakes, sub-human, sub-humans, subhuman, subhumans, swine, trash, tumor, tumour, untermenschen,
    vermin, virus, viruses, waste, weed, weeds, worm, worms, less than human, not human, a different species,
    human garbage, human trash, human scum, human waste, a lower form of life, second-class citizens, a blight,
    a stain, a waste of oxygen, a waste of space, a burden on society, a drain on society, a burden to society,
    a disgrace to humanity, barely human, inhuman, soulless, abominations, dogs, jackals, hyenas, vultures, vampires
""")
"""What people are likened to when their humanity is denied."""

HURT: Final = _entries("""
    annihilate, assassinate, attack, beat, behead, bomb, burn, butcher, castrate, crush, cull, destroy, eliminate,
    end, eradicate, euthanise, euthanize, execute, expel, exterminate, gas, get rid of, hang, harm, hunt, hurt, kick,
    kill, lynch, massacre, murder, punch, punish, purge, put down, put an end to, rape, shoot, slap, slaughter,
    smash, stab, starve, sterilise, sterilize, strangle, torture, wipe out, do away with, beat up, drown, stone,
    whip, cleanse, burn down, take out, drive out, round up, erase, bury, spit on, terrorise, terrorize, cut down
""")

HURT_DONE: Final = _entries("""
    annihilated, assassinated, attacked, aborted, beaten, beheaded, bombed, burned, burnt, butchered, castrated,
    crushed, culled, destroyed, drowned, eliminated, enslaved, eradicated, euthanised, euthanized, executed,
    exterminated, gassed, hanged, hung, hunted, hurt, killed, lynched, massacred, murdered, punished, purged, put down,
    put to death, raped, shot, slaughtered, smashed, stabbed, starved, sterilised, sterilized, stoned, strung up,
    tortured, whipped, wiped out, put to sleep, burned alive, thrown in a river, beaten up, gotten rid of, cleansed
""")

HATE: Final = _entries("""
    hate, despise, detest, loathe, abhor, can not stand, ca n't stand, cannot stand, cant stand, can not bear,
    ca n't bear, ca n't tolerate, cannot tolerate, am disgusted by, 'm disgusted by, am sick of, 'm sick of,
    am fed up with, 'm fed up with, have nothing but contempt for, have so much disdain for, have no respect for,
    have so much hate for, have so much hatred for, want nothing to do with, do n't care about, do not care about,
    have nothing but disdain for, have nothing but hatred for, have no sympathy for, do n't trust, do not trust,
    would never trust, would n't trust, never trust, am repulsed by, 'm repulsed by, look down on, spit on, do n't want
""")
"""What a speaker feels about a whole group; the subject is "I" or "we"."""

HATED: Final = _entries("""
    sick, angry, furious, puke, vomit, nauseous, cringe, boil with anger, boil with rage, mad, uncomfortable, want to
    puke, want to vomit, ill, want to throw up, throw up, rage, disgusted, ashamed, uneasy, feel sick, feel unsafe,
    unsafe, feel dirty, hate life, see red, want to scream, want to hit them, aggressive, feel angry, so mad, so angry
""")
"""How a group "makes me" feel."""

CRIME: Final = _entries("""
    commit fraud, commit murder, commit rape, commit theft, commit terrorism, commit atrocities, commit adultery, commit crime,
    commit crimes, commit more crime, commit more crimes, commit most crimes, commit the most crime, commit violence,
    cheat, cheat on, lie, steal, rob, loot, riot, rape, scam, swindle, scrounge, stink, reek, smell, smell bad, murder,
    deal drugs, do drugs, drink too much, sell drugs, use drugs, abuse drugs, carry diseases, spread disease,
    spread diseases, carry disease, breed like rabbits, abuse the system, live off welfare, live off benefits,
    live off the state, leech off, mooch off, sponge off, milk the system, take our jobs, steal our jobs, steal jobs,
    take all the jobs, take jobs, ruin everything, destroy everything, molest children, abuse children, groom children,
    beat their wives, beat their children, oppress women, hate us, hate america, want to destroy us, want to kill us,
    want to take over, plot, act like animals, act like vermin, behave like animals, act like they own, complain, nag,
    whine, gossip, overreact, exaggerate, waste money, shoplift, grope, harass, corrupt our children, corrupt our,
    ruin our, ruin this, destroy our, destroy this, infest, invade, take advantage of, control the media, control the banks,
    control the world, run the banks, run the world, control everything, run the media, spread lies, start wars,
    fake it, fake their, freeload, sponge, cause trouble, cause problems, cause crime, bring crime, bring disease,
    bring diseases, bring drugs, blow themselves up, blow up, kill people, kill each other, stab, pretend to be, refuse to work,
    refuse to integrate, refuse to learn, never work, sit around, do nothing, just want, only want, want everything,
    want special treatment, live like animals, live in filth, drag, drain, burden, complicate, ask for it, prey on, preys on,
    sleep around, threaten, terrorise, terrorize, poison, pollute, disgust, do n't work, do n't want to work, do not want to work,
    do n't pay, do not pay, do n't wash, do n't shower, do not wash, do not shower, do n't care about, do n't belong, do not belong
""")
"""What members of a group are said to do, after an adverb of habit or right after the group."""
