"""Words that belittle a person's character or ability, by kind. Everyday English, no word for a group among them."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["BAD", "BAD_COMPARATIVE", "BAD_HAVE", "BAD_NOUN", "GOOD", "ROLE_TRAIT", "SKILL"]


_UNABLE: Final = entries("""
    backward, brainless, childish, clueless, clumsy, confused, daft, dense, dim, dim-witted, dimwitted, dumb, dumber,
    dumbest, feeble, feeble-minded, foolish, forgetful, gullible, helpless, hopeless, idiotic, ignorant, illiterate,
    imbecilic, immature, incapable, incoherent, incompetent, incurable, ineffective, inept, inferior, irrational,
    mediocre, mindless, moronic, naive, obtuse, retarded, second-rate, senile, silly, simple-minded, slow,
    slow-witted, stupid, stupider, stupidest, technophobic, thick, undereducated, uneducated, unemployable, unfit,
    unintelligent, unproductive, unprofessional, unqualified, unskilled, unsuitable, unteachable, useless, weak,
    weak-minded
""")
_IDLE: Final = entries("""
    careless, complacent, entitled, freeloading, idle, indolent, irresponsible, lazier, laziest, lazy, negligent,
    shiftless, slothful, sluggish, spoiled, spoilt, unambitious, undisciplined, ungrateful, unmotivated, work-shy,
    workshy
""")
_FALSE: Final = entries("""
    cheap, cheating, conniving, corrupt, cowardly, crafty, criminal, crooked, cunning, deceitful, deceiving,
    deceptive, devious, dishonest, disloyal, duplicitous, flaky, fraudulent, frugal, grasping, greedier, greediest,
    greedy, hypocritical, insincere, lying, manipulative, miserly, money-grubbing, promiscuous, scheming, selfish,
    shady, shifty, sly, sneaky, stingy, thieving, thievish, treacherous, two-faced, undependable, unfaithful,
    unpunctual, unreliable, unscrupulous, untrustworthy
""")
_WILD: Final = entries("""
    aggressive, angry, animalistic, argumentative, barbarian, barbaric, barbarous, bloodthirsty, brutal, brutish,
    combative, crazy, cruel, dangerous, deranged, disobedient, disorderly, disrespectful, evil, evil-minded,
    extremist, fanatical, ferocious, hateful, heartless, hostile, hot-blooded, hot-headed, hot-tempered, impolite,
    impulsive, insane, intolerant, lawless, loud, mad, malicious, mean, menacing, murderous, noisy, obnoxious,
    oppressive, power-hungry, predatory, primitive, psycho, psychotic, quarrelsome, racist, radical, rapacious, rude,
    ruthless, sadistic, satanic, savage, scary, sinister, threatening, uncivil, uncivilised, uncivilized,
    uncontrollable, uncultured, unhinged, unruly, unstable, untamed, vengeful, vicious, vile, violent, volatile,
    wicked
""")
_DIRTY: Final = entries("""
    contagious, dirtier, dirtiest, dirty, disease-ridden, diseased, fat, filthy, flea-ridden, foul, gross, grotesque,
    grubby, hideous, infected, lice-ridden, malodorous, messy, nasty, noxious, obese, putrid, rancid, repellent,
    repugnant, repulsive, revolting, rotten, sickening, skanky, sleazy, slimy, smellier, smelly, stinking, stinky,
    trashy, uglier, ugliest, ugly, unattractive, unclean, undesirable, unhygienic, unkempt, unsanitary, unwashed,
    verminous
""")
_LOW: Final = entries("""
    abhorrent, abnormal, abominable, absurd, annoying, appalling, atrocious, awful, bad, boring, bothersome, broken,
    contemptible, crappy, creepy, crummy, damned, degenerate, deplorable, depraved, despicable, detestable, deviant,
    disgraceful, disgusting, disposable, dreadful, effeminate, embarrassing, expendable, freakish, fucked up, full of
    shit, ghastly, good-for-nothing, hateable, horrendous, horrible, horrid, horrific, immoral, indecent, inhuman,
    insufferable, intolerable, irritating, lame, laughable, loathsome, lousy, lowlife, messed up, miserable,
    nauseating, no-good, obscene, odious, pathetic, perverse, perverted, pieces of shit, pitiable, pitiful, poisonous,
    repellant, reprehensible, ridiculous, sad, scummy, shameful, shite, shitty, sick, sinful, strange, sub-human,
    subhuman, terrible, the worst, toxic, trash, twisted, unbearable, undeserving, ungodly, unlovable, unmanly,
    unnatural, unpleasant, unwanted, unwelcome, unworthy, villainous, vulgar, weird, worse, worst, worthless,
    wretched, yucky
""")
_FRAIL: Final = entries("""
    bitchy, bossy, catty, clingy, crotchety, demanding, dependent, dramatic, emotional, frail, frigid, gossipy,
    grumpy, hormonal, hypersensitive, hysterical, indecisive, inflexible, jealous, moody, nagging, needy, neurotic,
    out of touch, over the hill, over-emotional, overemotional, overly emotional, oversensitive, passive, past it,
    prudish, rigid, set in their ways, stubborn, submissive, timid, uptight, vain, vindictive, whiny
""")

BAD: Final = _UNABLE | _IDLE | _FALSE | _WILD | _DIRTY | _LOW | _FRAIL
"""Adjectives that belittle people when said of a group."""

_COMPARED: Final = entries("""
    angrier, crazier, dimmer, dirtier, dumber, filthier, greedier, inferior, lazier, lesser, louder, meaner, messier,
    nastier, needier, ruder, sicker, slower, smellier, stupider, uglier, weaker, worse
""")
BAD_COMPARATIVE: Final = _COMPARED | frozenset(f"more {word}" for word in BAD if " " not in word)

_NOUNS: Final = entries("""
    abomination, abuser, addict, aggressor, airhead, alcoholic, arsehole, asshat, asshole, baby killer, bad risk,
    bandit, barbarian, bastard, beggar, bigot, bimbo, bitch, blight, bomber, brute, bully, burden, cheat, cheater,
    child molester, con artist, coward, creep, cretin, criminal, crook, crybaby, cunt, curse, danger, deadbeat,
    degenerate, delinquent, demon, deviant, devil, dick, dickhead, disgrace, dope fiend, drama queen, drug addict,
    drug dealer, drug user, drunk, drunkard, dummy, dunce, enemy, extremist, failure, fanatic, fool, fraud, freak,
    freeloader, gang member, gangster, gold digger, good-for-nothing, gossip, groomer, hazard, hoodlum, hooligan,
    idiot, illegal, imbecile, invader, jerk, jihadist, joke, junkie, killer, layabout, leech, liability, liar, loser,
    lowlife, lunatic, madman, maniac, menace, misfit, mistake, molester, monster, mooch, moocher, moron, murderer,
    nag, nuisance, oaf, oppressor, outlaw, paedophile, pain, parasite, pedophile, perv, pervert, pest, pickpocket,
    pig, poor risk, predator, prick, problem, prostitute, psycho, psychopath, rapist, rioter, robber, savage, scammer,
    schemer, scoundrel, scrounger, scumbag, sex offender, shithead, shoplifter, simpleton, sinner, slacker, slob,
    slut, smuggler, sociopath, suicide bomber, swindler, terrorist, thief, threat, thug, traitor, tramp, trickster,
    troublemaker, twat, tyrant, vagrant, vandal, villain, weakling, weirdo, welfare queen, whiner, whore, wimp,
    woman-hater, wretch
""")


def _plural(noun: str) -> str:
    if noun.endswith("thief"):
        return f"{noun[:-1]}ves"
    if noun.endswith(("man", "woman")):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


_MASS: Final = entries("""
    bad news, filth, garbage, rubbish, scum, shit, trash, trouble, vermin, waste of money, waste of space, waste of
    time
""")
BAD_NOUN: Final = _NOUNS | frozenset(map(_plural, _NOUNS)) | _MASS
"""Nouns that belittle people when said of a group, singular and plural."""

BAD_HAVE: Final = entries("""
    a bad attitude, a bad breath, a bad odor, a bad odour, a bad reputation, a bad smell, a bad temper, a criminal
    mind, a criminal nature, a drinking problem, a drug problem, a foul smell, a gambling problem, a low iq, a problem
    with authority, a problem with drugs, a victim mentality, addiction problems, aids, an attitude, an attitude
    problem, an std, anger issues, awful hygiene, bad breath, bad hygiene, bad judgement, bad judgment, bad manners,
    body odor, body odour, criminal tendencies, diseases, disgusting hygiene, drug issues, drug problems, foul breath,
    horrible hygiene, inferior brains, issues with addiction, issues with drug addiction, issues with drugs, loose
    morals, low intelligence, low iqs, low morals, lower iqs, no ambition, no appreciation, no brain, no brains, no
    business, no class, no clue, no common sense, no conscience, no culture, no dignity, no discipline, no heart, no
    honor, no honour, no interest in, no loyalty, no manners, no morals, no place, no purpose, no respect, no right
    to, no rights, no self-control, no sense, no shame, no skills, no soul, no souls, no talent, no taste, no value,
    no values, no work ethic, no worth, nothing to contribute, nothing to offer, poor hygiene, poor judgement, poor
    judgment, poor manners, poor morals, short tempers, small brains, smaller brains, stds, terrible hygiene, terrible
    manners, the worst hygiene, too many children, too many kids, violent tendencies
""")

GOOD: Final = entries("""
    able, as good, attractive, brave, capable, civilised, civilized, clean, clever, committed, competent,
    creditworthy, deserving, desirable, disciplined, educated, employable, equal, equals, fit, fully human, funny,
    good, grateful, hard-working, hardworking, honest, human, intelligent, like us, loyal, moral, normal, our equal,
    our equals, patriotic, polite, productive, punctual, qualified, rational, real men, real people, real women,
    reliable, responsible, safe, sane, smart, strong, suitable, suited, to be trusted, tough, trustworthy, useful,
    welcome, worthy
""")
"""What the negation of belittles: "are not capable"."""

ROLE_TRAIT: Final = entries("""
    athletic, bad drivers, bad with money, better at cooking, better at housework, caring, docile, exotic, gentle,
    good at basketball, good at cleaning, good at cooking, good at dancing, good at math, good at maths, good at
    running, good at sports, good dancers, good drivers, good in the kitchen, good with children, good with money,
    hypersexual, maternal, mathematical, motherly, muscular, musical, nurturing, obedient, sexual, studious,
    submissive
""")
"""Stereotypes that sound kind; they belittle only beside a word that makes them everybody's nature."""

SKILL: Final = entries("""
    anything, authority, basic tasks, business, coding, commitment, complex tasks, computers, cooking, customers,
    deadlines, decisions, driving, engineering, english, everything, finance, following instructions, following rules,
    hard work, keeping promises, leadership, leading, learning, logic, making decisions, management, managing, maps,
    math, mathematics, maths, money, multitasking, negotiating, negotiation, numbers, parenting, parking, paying,
    paying back, paying bills, pressure, problem solving, problem-solving, programming, punctuality, raising children,
    rational thought, reading, reading maps, relationships, repaying, responsibility, school, science, spelling,
    sport, sports, stress, tech, technology, the law, thinking, time, time management, work, working
""")
