"""Words that belittle a person's character or ability, by kind. Everyday English, no word for a group among them."""

from __future__ import annotations

from typing import Final

__all__ = ["BAD", "BAD_COMPARATIVE", "BAD_HAVE", "BAD_NOUN", "GOOD", "ROLE_TRAIT", "SKILL"]


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


_UNABLE: Final = _entries("""
    brainless, clueless, clumsy, daft, dense, dim, dim-witted, dimwitted, dumb, dumber, dumbest, feeble, feeble-minded,
    foolish, gullible, helpless, hopeless, idiotic, ignorant, illiterate, imbecilic, incapable, incompetent, inept,
    ineffective, inferior, irrational, mindless, moronic, naive, obtuse, senile, silly, simple-minded, slow-witted,
    stupid, stupider, stupidest, thick, uneducated, unemployable, unfit, unintelligent, unqualified, unskilled,
    unsuitable, useless, weak, weak-minded, forgetful, unproductive, unprofessional, mediocre, backward, slow, retarded,
    technophobic, incoherent, confused, childish, immature, undereducated, unteachable, incurable, second-rate
""")
_IDLE: Final = _entries("""
    idle, indolent, lazy, lazier, laziest, shiftless, slothful, sluggish, unmotivated, work-shy, workshy, freeloading,
    unambitious, complacent, entitled, spoiled, spoilt, ungrateful, undisciplined, irresponsible, careless, negligent
""")
_FALSE: Final = _entries("""
    cheating, conniving, corrupt, crafty, criminal, crooked, cunning, deceitful, deceiving, deceptive, devious,
    dishonest, disloyal, duplicitous, fraudulent, greedy, greedier, greediest, grasping, insincere, lying, manipulative,
    miserly, money-grubbing, scheming, selfish, shady, shifty, sly, sneaky, stingy, thieving, thievish, treacherous,
    two-faced, unfaithful, unreliable, unscrupulous, untrustworthy, cheap, cowardly, hypocritical, frugal, promiscuous,
    flaky, unpunctual, undependable
""")
_WILD: Final = _entries("""
    aggressive, angry, animalistic, argumentative, barbaric, barbarian, barbarous, bloodthirsty, brutal, brutish,
    combative, cruel, dangerous, disobedient, disorderly, disrespectful, evil, evil-minded, fanatical, ferocious,
    hateful, heartless, hostile, hot-blooded, hot-headed, hot-tempered, impolite, impulsive, intolerant, loud,
    malicious, mean, menacing, murderous, noisy, obnoxious, oppressive, predatory, primitive, quarrelsome, racist,
    radical, rude, ruthless, sadistic, satanic, savage, scary, sinister, threatening, uncivil, uncivilised,
    uncivilized, uncontrollable, uncultured, unruly, vengeful, vicious, vile, violent, volatile, wicked, extremist,
    power-hungry, untamed, rapacious, lawless, unstable, unhinged, deranged, crazy, insane, mad, psychotic, psycho
""")
_DIRTY: Final = _entries("""
    dirty, dirtier, dirtiest, filthy, foul, gross, grotesque, grubby, hideous, malodorous, messy, nasty, putrid, rancid,
    repellent, repugnant, repulsive, revolting, rotten, sickening, sleazy, slimy, smelly, smellier, stinking, stinky,
    trashy, ugly, uglier, ugliest, unattractive, unclean, undesirable, unhygienic, unkempt, unsanitary, unwashed,
    disease-ridden, diseased, infected, contagious, fat, obese, flea-ridden, lice-ridden, noxious, verminous, skanky
""")
_LOW: Final = _entries("""
    abhorrent, abnormal, abominable, absurd, annoying, appalling, atrocious, awful, bad, boring, bothersome, broken,
    contemptible, creepy, crummy, crappy, damned, deplorable, depraved, despicable, detestable, deviant, degenerate,
    disgraceful, disgusting, dreadful, embarrassing, freakish, ghastly, good-for-nothing, hateable, horrendous,
    horrible, horrid, horrific, immoral, indecent, inhuman, insufferable, intolerable, irritating, laughable, loathsome,
    lousy, lowlife, miserable, no-good, nauseating, obscene, odious, pathetic, perverse, perverted, pitiable, pitiful,
    poisonous, repellant, reprehensible, ridiculous, scummy, shameful, shitty, shite, sick, sinful, strange, subhuman,
    sub-human, terrible, toxic, trash, twisted, undeserving, ungodly, unlovable, unnatural, unpleasant, unworthy,
    weird, worthless, wretched, yucky, lame, sad, effeminate, unmanly, unwelcome, vulgar, villainous, unwanted,
    disposable, expendable, unbearable, worse, worst, the worst, fucked up, messed up, full of shit, pieces of shit
""")
_FRAIL: Final = _entries("""
    clingy, catty, dependent, dramatic, emotional, frail, frigid, gossipy, hormonal, hypersensitive, hysterical,
    indecisive, moody, nagging, needy, neurotic, over-emotional, overemotional, overly emotional, oversensitive, passive,
    submissive, timid, vain, bitchy, bossy, demanding, submissive, jealous, vindictive, whiny, uptight, prudish,
    stubborn, rigid, inflexible, grumpy, crotchety, out of touch, set in their ways, over the hill, past it
""")

BAD: Final = _UNABLE | _IDLE | _FALSE | _WILD | _DIRTY | _LOW | _FRAIL
"""Adjectives that belittle people when said of a group."""

_COMPARED: Final = _entries("""
    dumber, stupider, lazier, dirtier, uglier, weaker, slower, worse, inferior, greedier, crazier, meaner, nastier,
    angrier, louder, ruder, sicker, dimmer, messier, needier, filthier, smellier, lesser
""")
BAD_COMPARATIVE: Final = _COMPARED | frozenset(f"more {word}" for word in BAD if " " not in word)

BAD_NOUN: Final = _entries("""
    abuser, addict, aggressor, alcoholic, baby killer, bandit, barbarian, bastard, beggar, bigot, bitch, blight, brute,
    burden, bully, child molester, cheat, cheater, con artist, coward, creep, criminal, crook, cretin, curse,
    deadbeat, degenerate, delinquent, demon, devil, deviant, disgrace, dope fiend, drug addict, drug dealer, drug user,
    drunk, drunkard, dunce, dummy, enemy, failure, fanatic, fool, fraud, freak, freeloader, gangster, gold digger,
    good-for-nothing, groomer, hazard, hoodlum, hooligan, idiot, imbecile, jerk, joke, junkie, killer, layabout, leech,
    liability, liar, loser, lowlife, lunatic, madman, maniac, menace, misfit, mistake, molester, monster, moocher, moron,
    murderer, nuisance, oaf, oppressor, outlaw, paedophile, parasite, pedophile, perv, pervert, pest, pickpocket, pig,
    prick, predator, problem, prostitute, psycho, psychopath, rapist, rioter, robber, savage, scammer, schemer, scoundrel,
    scrounger, scumbag, sex offender, shithead, shoplifter, simpleton, sinner, slacker, slob, slut, smuggler,
    sociopath, swindler, terrorist, thief, threat, thug, tramp, trickster, troublemaker, traitor, twat, tyrant, vandal,
    vagrant, villain, whore, wimp, woman-hater, wretch, asshole, arsehole, asshat, dick, dickhead, cunt, bad risk,
    poor risk, liability, pain, suicide bomber, extremist, jihadist, bomber, gang member, illegal, invader, mooch,
    welfare queen, crybaby, drama queen, gossip, nag, airhead, bimbo, weakling, weirdo, whiner, abomination, danger
""")


def _plural(noun: str) -> str:
    if noun.endswith("thief"):
        return f"{noun[:-1]}ves"
    if noun.endswith(("man", "woman")):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


BAD_NOUN = BAD_NOUN | frozenset(map(_plural, BAD_NOUN)) | _entries(  # type: ignore[misc]
    "trash, scum, garbage, rubbish, filth, shit, vermin, trouble, bad news, waste of space, waste of money, waste of time"
)

BAD_HAVE: Final = _entries("""
    a drug problem, drug problems, a drinking problem, a gambling problem, an attitude problem, a bad attitude,
    an attitude, a criminal mind, a criminal nature, a bad temper, short tempers, a low iq, low iqs, lower iqs,
    low intelligence, low morals, loose morals, poor morals, a bad smell, a bad odour, a bad odor, a foul smell,
    bad breath, a bad breath, foul breath, bad hygiene, poor hygiene, terrible hygiene, awful hygiene, horrible hygiene,
    disgusting hygiene, the worst hygiene, body odour, body odor, bad manners, poor manners, terrible manners, stds,
    an std, aids, diseases, too many children, too many kids, small brains, inferior brains, smaller brains,
    criminal tendencies, violent tendencies, anger issues, a problem with authority, a problem with drugs, no brains,
    drug issues, addiction problems, issues with drug addiction, issues with drugs, issues with addiction,
    a bad reputation, bad judgement, bad judgment, poor judgement, poor judgment, a victim mentality, no respect,
    no morals, no manners, no shame, no honour, no honor, no ambition, no work ethic, no self-control, no discipline,
    no sense, no common sense, no brain, no values, no culture, no soul, no souls, no dignity, no appreciation,
    no interest in, no talent, no skills, no place, no value, no worth, no purpose, no class, no conscience, no taste,
    no heart, no loyalty, no clue, no business, no right to, no rights, nothing to offer, nothing to contribute
""")

GOOD: Final = _entries("""
    able, as good, attractive, brave, capable, civilised, civilized, clean, clever, competent, deserving, desirable,
    disciplined, educated, equal, fit, fully human, funny, good, hard-working, hardworking, honest, human, intelligent,
    like us, loyal, moral, normal, our equal, our equals, productive, qualified, rational, real men, real women,
    reliable, responsible, safe, smart, strong, suitable, suited, to be trusted, tough, trustworthy, useful, welcome,
    worth, worthy, creditworthy, employable, patriotic, polite, punctual, grateful, real people, sane, equals, committed
""")
"""What the negation of belittles: "are not capable"."""

ROLE_TRAIT: Final = _entries("""
    caring, gentle, nurturing, maternal, motherly, obedient, docile, submissive, exotic, sexual, hypersexual, athletic,
    muscular, musical, mathematical, studious, good with money, bad with money, good with children, good at cooking,
    good at cleaning, good at dancing, good dancers, good at sports, good at basketball, good at math, good at maths,
    good drivers, bad drivers, better at housework, better at cooking, good in the kitchen, good at running
""")
"""Stereotypes that sound kind; they belittle only beside a word that makes them everybody's nature."""

SKILL: Final = _entries("""
    logic, math, maths, mathematics, science, technology, tech, computers, driving, parking, maps, reading maps, money,
    finance, numbers, coding, programming, engineering, leadership, leading, managing, management, negotiating,
    negotiation, sports, sport, school, work, working, english, spelling, cooking, parenting, raising children,
    following rules, following instructions, learning, reading, thinking, decisions, making decisions, paying,
    paying back, paying bills, repaying, keeping promises, pressure, stress, responsibility, authority, anything,
    everything, rational thought, hard work, business, the law, customers, relationships, commitment, basic tasks,
    complex tasks, problem solving, problem-solving, multitasking, deadlines, time, time management, punctuality
""")
