"""Words so strong that beside a group they are an insult in any sentence, and words for vices people are accused of."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["ATROCITY", "HARM_VERB", "INSULT", "NONSENSE", "VICE", "WEAKNESS"]

INSULT: Final = entries("""
    abominable, abomination, animalistic, arseholes, assholes, barbarians, barbaric, bastards, bitches, bloodsuckers,
    bloodthirsty, brainless, brutes, cheaters, cheats, cockroaches, conniving, contemptible, creeps, cretins, crooks,
    cunts, deceitful, degenerate, degenerates, deplorable, despicable, dimwits, dirtbags, dirtiest, diseased,
    disgusting, dishonest, dumb, dumbest, evil, failures, fanatics, filth, filthy, fools, freaks, freeloaders, garbage,
    good-for-nothing, greedy, groomers, hideous, horrid, idiotic, idiots, imbeciles, imbecilic, inbred, incompetent,
    inferior, infestation, inhuman, jerks, junkies, laziest, lazy, leeches, leeching, liars, losers, lowlifes, maggots,
    manipulative, monsters, moochers, moronic, morons, nasty, obnoxious, paedophiles, parasites, parasitic, pathetic,
    pedophiles, perverted, perverts, pests, predators, primitive, promiscuous, psychos, putrid, rapists, repellent,
    repugnant, repulsive, retarded, retards, revolting, rodents, rotten, rubbish, savages, scammers, scum, scumbags,
    selfish, shitheads, sickening, sickos, sinful, skanks, sleazy, slimy, slobs, sluts, smelliest, smelly, sneaky,
    soulless, stingy, stinking, stupid, stupidest, sub-human, subhuman, subhumans, swine, thieves, thieving, thugs,
    trash, trashy, treacherous, ugliest, ugly, uncivilised, uncivilized, unclean, ungrateful, unintelligent, unnatural,
    untrustworthy, unwashed, useless, vermin, vile, weirdos, whores, wicked, worthless, wretched
""")
HARM_VERB: Final = entries("""
    abuse our, abuse their, avoid paying, avoid taxes, backstab, brainwash, breed, bring crime, bring disease, bully,
    burden our, carry diseases, carry hiv, carry infectious, cheat, cheat on, complain about everything, contaminate,
    control our, control your, corrupt, damage our, deal drugs, deceive, defile, degrade, depend on welfare, despise
    us, destroy, dilute, do drugs, do n't pay taxes, do not pay taxes, drain, drink too much, endanger, enslave, evade,
    exploit, fake their, feed off, gang up, get away with, get offended, gossip, groom, harass, hate on, hate us, hide
    behind, indoctrinate, infect, infest, infiltrate, invade, kill innocent, kill our, leech, lie, live off, look down
    on, loot, manipulate, mistreat, molest, mooch, mooch off, murder, nag, never pay, oppress, outbreed, overreact,
    overrun, plague, poison, pollute, prey, rape, refuse to pay, rely on welfare, replace us, rip off, rob, ruin,
    sabotage, scam, scrounge, sell drugs, sell out, sleep around, smuggle, sponge, spread aids, spread disease, spread
    diseases, spread hiv, spread infectious, spread lies, steal, steal from, subvert, swindle, take away, take jobs,
    take our, take over, terrorise, terrorize, think they 're better, think they are better, think they own, threaten,
    transmit, troll, undermine, vandalise, vandalize, waste our, weaken our, whine about everything, wreck
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
    a genocide, a holocaust, a pogrom, apartheid, caste system, child marriage, colonialism, concentration camp,
    concentration camps, deportations, discrimination, ethnic cleansing, eugenics, forced conversion, forced labor,
    forced labour, forced marriage, forced sterilisation, forced sterilization, genocide, ghettos, holocaust, honor
    killings, honour killings, inquisition, internment, internment camps, jim crow, lynching, lynchings, nazi germany,
    nazism, patriarchy, persecution, pogroms, purges, racial purification, racial purity, racial segregation,
    segregation, slave trade, slavery, sterilisation, sterilization, the crusades, the final solution, the genocide,
    the holocaust, the trail of tears, white supremacy, witch hunts
""")
WEAKNESS: Final = entries("""
    afraid, behind, challenged, clueless, confused, confusing, decline, declining, deficient, deficits, dependent,
    difficult, difficulties, difficulty, fail, failing, fails, fall short, fear, fragile, frail, frailty, frustrating,
    hard to, ignorance, illiteracy, illiterate, inability, incapable, incompetence, inferior, lack, lacking, lacks,
    less able, less capable, less intelligent, less likely, less skilled, less suited, limited, lower, not as,
    outdated, poorly, slow, slower, sluggish, struggle, struggles, struggling, trouble, unable, underperform,
    unfamiliar, unfit, useless, weak, weaker, weakest, weakness, worse, worst
""")
"""What a speaker who agrees that a group cannot do something speaks of."""
NONSENSE: Final = entries("""
    alien, aliens, antlers, asteroid, black hole, black holes, breathe fire, breathe underwater, clouds, decibels,
    dinosaur, dinosaurs, dissolve, dragon, dragons, earth 's core, elf, elves, evaporate, fairies, fairy, feathers,
    fingertips, fins, forever, galaxies, galaxy, ghosts, gills, goblins, gravity, hibernate, hogwarts, immortal,
    immortality, invisibility, invisible, jupiter, laser, lasers, lava, lay eggs, levitate, levitating, levitation,
    lightning, magic, magical, mars, martians, mermaid, mermaids, metamorphosis, mind-reading, molten, moon, neptune,
    on the sun, orcs, photosynthesis, photosynthesise, photosynthesize, planet, planets, pluto, reading minds, saturn,
    shapeshift, solar system, space, speed of light, sun, superpower, superpowers, telekinesis, telekinetic,
    telepathically, telepathy, teleport, teleportation, teleporting, tentacles, than light, thin air, time machine,
    time machines, time travel, time-travel, underwater, unicorn, unicorns, uranus, venus, volcano, walk on water,
    walls, weather, wings, wizards, x-ray vision
""")
"""Marks of a question about what nobody can do, which asks nothing about rights."""
