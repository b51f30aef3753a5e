"""Words that deny people humanity, worth or safety, and words for crime."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["CRIME", "HATE", "HATED", "HURT", "HURT_DONE", "SUBHUMAN"]


SUBHUMAN: Final = entries("""
    a blight, a burden on society, a burden to society, a cancer, a different species, a disgrace to humanity, a drain
    on society, a lower form of life, a stain, a waste of oxygen, a waste of space, abominations, animal, animals, ape,
    apes, barely human, beast, beasts, bug, bugs, cancer, cattle, cockroach, cockroaches, contagion, creature,
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
    annihilate, assassinate, attack, bash, beat, beat up, behead, bomb, break, burn, burn down, bury, butcher, castrate,
    chop, chop off, cleanse, crack, crush, cull, cut, cut down, cut off, destroy, do away with, drive out, drown,
    eliminate, end, eradicate, erase, euthanise, euthanize, execute, expel, exterminate, gas, get rid of, gut, hang,
    hang up, harm, hunt, hurt, kick, kick in, kill, lynch, massacre, murder, punch, punish, purge, put an end to, put
    down, rape, rip, rip out, round up, set fire to, shoot, slap, slaughter, slit, smash, spit in, spit on, stab,
    starve, sterilise, sterilize, stone, strangle, take out, tear, terrorise, terrorize, torch, torture, whip, wipe out
""")

HURT_DONE: Final = entries("""
    aborted, annihilated, assassinated, attacked, beaten, beaten up, beheaded, blown up, bombed, branded, burned, burned
    alive, burnt, butchered, caged, castrated, chained, cleansed, crushed, culled, cut down, dealt with, destroyed,
    driven out, drowned, eliminated, enslaved, eradicated, euthanised, euthanized, executed, exterminated, gassed,
    gotten rid of, gunned down, hanged, hung, hunted, hunted down, hurt, killed, locked in cages, lynched, massacred,
    murdered, nuked, punished, purged, put away, put back in their place, put down, put in cages, put in camps, put in
    their place, put out of their misery, put to death, put to sleep, raped, removed from society, run out of town, run
    over, sent to camps, shot, silenced forever, slaughtered, smashed, spat at, spat on, stabbed, starved, sterilised,
    sterilized, stoned, stopped, strangled, strung up, taken out, taught a lesson, thrown in a river, thrown out,
    tortured, tossed out, whipped, wiped off, wiped out
""")

HATE: Final = entries("""
    'm afraid of, 'm disgusted by, 'm fed up with, 'm repulsed by, 'm scared of, 'm sick of, 'm suspicious of, 'm
    terrified of, 'm uncomfortable around, abhor, am afraid of, am ashamed of, am disgusted by, am fed up with, am
    repulsed by, am scared of, am sick of, am suspicious of, am terrified of, am uncomfortable around, ca n't bear, ca
    n't stand, ca n't tolerate, can not bear, can not stand, cannot stand, cannot tolerate, despise, detest, do n't care
    about, do n't trust, do n't want, do not care about, do not trust, feel uncomfortable around, feel uneasy around,
    feel unsafe around, hate, have no respect for, have no sympathy for, have nothing but contempt for, have nothing but
    disdain for, have nothing but hatred for, have so much disdain for, have so much hate for, have so much hatred for,
    loathe, look down on, never trust, spit on, want nothing to do with, would feel uncomfortable around, would feel
    unsafe around, would n't trust, would never trust
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
    abuse children, abuse drugs, abuse the system, act like animals, act like they own, act like vermin, act like
    victims, add nothing, all look alike, all look the same, are never satisfied, ask for it, ask too much, beat their
    children, beat their wives, behave like animals, behead, blow themselves up, blow up, bomb, breed like rabbits,
    bring crime, bring disease, bring diseases, bring drugs, bring nothing, bring nothing but, burden, came here to,
    cannot keep, carry disease, carry diseases, cause crime, cause nothing but, cause problems, cause trouble, cheat,
    cheat on, come here to freeload, come here to steal, commit a lot of crime, commit a lot of crimes, commit adultery,
    commit all the crimes, commit atrocities, commit crime, commit crimes, commit fraud, commit lots of crimes, commit
    more crime, commit more crimes, commit most crimes, commit most of the crimes, commit murder, commit rape, commit
    terrorism, commit the most crime, commit theft, commit too many crimes, commit violence, complain, complicate,
    contribute nothing, control everything, control the banks, control the media, control the world, corrupt our,
    corrupt our children, cry too much, deal drugs, demand special treatment, deserve to be poor, deserve what they get,
    deserve what they got, destroy everything, destroy our, destroy this, disgust, do drugs, do n't belong, do n't care
    about, do n't deserve, do n't have a job, do n't have jobs, do n't integrate, do n't pay, do n't shower, do n't want
    to integrate, do n't want to work, do n't wash, do n't work, do not belong, do not have jobs, do not integrate, do
    not pay, do not shower, do not want to integrate, do not want to work, do not wash, do nothing, drag, drain, drink
    too much, eat cats, eat dogs, eat too much, exaggerate, expect handouts, expect too much, fake it, fake their,
    follow the devil, freeload, fund terrorism, get away with everything, get drunk, get pregnant and, gossip, groom
    children, grope, harass, hate america, hate christians, hate everyone, hate freedom, hate gays, hate jews, hate our,
    hate us, hate white people, hate women, infest, invade, jump from job to job, just want, kill each other, kill
    people, leech off, lie, live in filth, live in the past, live in the stone age, live like animals, live off
    benefits, live off the state, live off welfare, look alike, look the same, loot, milk the system, mistreat their,
    mistreat women, molest children, mooch off, murder, nag, neglect their, never change, never contribute, never learn,
    never listen, never pay, never tell the truth, never work, offer nothing, only want, oppress women, overreact, own
    everything, own the media, party too much, play dumb, play games, play the victim, plot, poison, pollute, pretend to
    be, prey on, preys on, produce nothing, rape, reek, refuse to integrate, refuse to learn, refuse to work, riot, rob,
    ruin everything, ruin our, ruin this, rule the world, run the banks, run the media, run the world, scam, scrounge,
    sell drugs, shoplift, sit around, sleep around, sleep with anyone, smell awful, smell bad, smell disgusting, smell
    horrible, smell like, smell of, smell terrible, spend too much, sponge, sponge off, spread disease, spread diseases,
    spread lies, stab, start wars, steal, steal jobs, steal our jobs, stink, suck, support terrorism, support
    terrorists, support violence, swindle, take advantage of, take all the jobs, take jobs, take our jobs, take too
    long, talk too much, terrorise, terrorize, threaten, use drugs, want everything, want handouts, want special
    treatment, want to control, want to destroy, want to destroy us, want to harm, want to hurt, want to kill, want to
    kill us, want to replace, want to rule, want to take, want to take over, want too much, waste money, whine, worship
    satan, worship the devil
""")
"""What members of a group are said to do, after an adverb of habit or right after the group."""
