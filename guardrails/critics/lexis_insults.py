"""Words so strong that beside a group they are an insult in any sentence, and words for vices people are accused of."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["ATROCITY", "HARM_VERB", "INSULT", "NONSENSE", "VICE"]

INSULT: Final = entries("""
    abhor, abominable, abomination, animalistic, annihilate, arseholes, assholes, barbarians, barbaric, bastards,
    bitches, bloodsuckers, bloodthirsty, brainless, brutes, burden, burn, cancer, castrate, cheaters, cheats,
    cockroaches, conniving, contemptible, creeps, cretins, criminals, crooks, cunts, deceitful, degenerate,
    degenerates, deplorable, deport, despicable, despise, detest, dimwits, dirtbags, dirtiest, diseased, disgust,
    disgusted, disgusting, disgusts, dishonest, dogs, dumb, dumbest, eradicate, evil, exterminate, failures, fanatics,
    filth, filthy, fools, freaks, freeloaders, garbage, gas, good-for-nothing, greedy, groomers, gross, hang, hate,
    helpless, hideous, horrible, horrid, idiotic, idiots, ignorant, illiterate, imbeciles, imbecilic, inbred,
    incapable, incompetent, inferior, infestation, inhuman, insane, jerks, junkies, kill, laziest, lazy, leeches,
    leeching, liars, loathe, losers, lowlifes, lynch, maggots, manipulative, miserable, monkeys, monsters, moochers,
    moronic, morons, murderers, nasty, obnoxious, paedophiles, parasites, parasitic, pathetic, pedophiles, perverted,
    perverts, pests, pigs, plague, predators, primitive, promiscuous, psychos, putrid, rapists, rats, reek, repellent,
    repugnant, repulsed, repulsive, retarded, retards, revolting, rodents, rotten, rubbish, savage, savages, scammers,
    scum, scumbags, selfish, shitheads, shoot, sicken, sickening, sickens, sickos, sinful, skanks, slaughter, sleazy,
    slimy, slobs, sluts, smelliest, smelly, sneaky, soulless, stingy, stink, stinking, stupid, stupidest, sub-human,
    subhuman, subhumans, swine, terrorists, thieves, thieving, thugs, trash, trashy, treacherous, tumor, tumour,
    ugliest, ugly, uncivilised, uncivilized, unclean, uneducated, unfit, ungrateful, unintelligent, unnatural,
    untrustworthy, unwashed, useless, vermin, vile, violent, weirdos, whores, wicked, wipe, worthless, wretched
""")
HARM_VERB: Final = entries("""
    abuse, avoid paying, avoid taxes, beat, brainwash, breed, bring crime, bring disease, burden, carry diseases,
    carry hiv, carry infectious, cause, cheat, complain, contaminate, control, corrupt, crash, damage, deal drugs,
    deceive, defile, degrade, depend on welfare, despise us, destroy, dilute, do drugs, do n't pay taxes, do not pay
    taxes, drain, drink too much, endanger, enslave, evade, exploit, fake, feed off, get away with, get offended,
    gossip, groom, hate, hate us, indoctrinate, infect, infest, infiltrate, invade, kidnap, kill, leech, lie, live
    off, look down on, loot, manipulate, molest, mooch, murder, nag, never pay, oppress, outbreed, overreact, overrun,
    plague, poison, pollute, prey, rape, reek, refuse to pay, rely on welfare, replace us, rob, ruin, sabotage, scam,
    scrounge, sell drugs, sleep around, smell, smuggle, sponge, spread aids, spread disease, spread diseases, spread
    hiv, spread infectious, spread lies, steal, stink, subvert, swindle, take away, take jobs, take our, take over,
    terrorise, terrorize, think they 're better, think they are better, think they own, threaten, traffic, transmit,
    undermine, use drugs, vandalise, vandalize, waste, weaken, whine, wreck
""")
"""What a group as such is said to do to others, in the present tense of habit."""

VICE: Final = entries("""
    addicted, addiction, addictions, addicts, aids, alcoholics, breath, crime, criminality, deodorant, dirt, disease,
    diseases, dishonesty, drug, drugged, drugs, filth, greed, hiv, hygiene, ignorance, incompetence, laziness, lying,
    odor, odour, promiscuity, prostitution, reek, shower, smell, smells, smelly, stealing, stench, stink, stinks,
    terrorism, theft, thieves, violence, welfare
""")
"""What a speaker who agrees with a slur about a group speaks of."""

ATROCITY: Final = entries("""
    apartheid, caste system, colonialism, concentration camps, deportations, discrimination, ethnic cleansing,
    eugenics, forced conversion, forced labor, forced labour, forced sterilisation, forced sterilization, genocide,
    ghettos, holocaust, inquisition, internment, internment camps, jim crow, lynching, lynchings, patriarchy,
    persecution, pogroms, purges, racial segregation, segregation, slave trade, slavery, sterilisation, sterilization,
    the holocaust, white supremacy, witch hunts
""")
NONSENSE: Final = entries("""
    clouds, decibels, dragon, dragons, earth 's core, fingertips, forever, galaxies, galaxy, gravity, immortal,
    invisible, jupiter, laser, lasers, lava, levitate, light, lightning, mars, molten, moon, photosynthesis,
    photosynthesise, planet, planets, saturn, space, sun, telepathically, telepathy, teleport, time-travel,
    underwater, unicorn, unicorns, venus, volcano, walls, weather, wings
""")
"""Marks of a question about what nobody can do, which asks nothing about rights."""
