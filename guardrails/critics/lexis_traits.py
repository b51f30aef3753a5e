"""Words that belittle a person's character or ability, by kind. Everyday English, no word for a group among them."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["BAD", "BAD_COMPARATIVE", "BAD_HAVE", "BAD_MOST", "BAD_NOUN", "GOOD", "ROLE_TRAIT", "SKILL"]


_LONG: Final = 8  # letters from which an adjective takes "most" and no ending

_UNABLE: Final = entries("""
    backward, bad drivers, bad with money, brain-dead, brainless, childish, clueless, clumsy, computer-illiterate,
    cretinous, daft, dense, dim, dim-witted, dimwits, dimwitted, dull, dull-witted, dumb, dumber, dumbest, feeble,
    feeble minded, feeble-minded, foolish, forgetful, fragile, gullible, half-witted, halfwits, helpless, hopeless,
    idiotic, ignorant, illiterate, imbecilic, immature, impotent, incapable, incapacitated, incoherent, incompetent,
    incurable, ineffective, inept, inferior, irrational, low-skilled, luddites, mediocre, mindless, moronic, naive,
    obtuse, puny, retarded, second-rate, senile, silly, simple-minded, slow learners, slow witted, slow-witted,
    spineless, stupid, stupider, stupidest, talentless, tech-illiterate, technophobes, technophobic, thick,
    thick-headed, unathletic, uncoordinated, undereducated, underqualified, uneducated, unemployable, unfit,
    unimaginative, unintelligent, unproductive, unprofessional, unqualified, unskilled, unsophisticated, unsuitable,
    unteachable, useless, weak-minded, weak-willed, wimpy
""")
_PROUD: Final = entries("""
    abrasive, aloof, apathetic, arrogant, boastful, boorish, bratty, calculating, callous, cantankerous, churlish,
    clannish, cliquey, cocky, cold-blooded, cold-hearted, conceited, condescending, confrontational, contemptuous,
    crass, crude, decadent, defective, delusional, demonic, disruptive, egotistical, faithless, feckless, fickle,
    frivolous, fucked, furtive, godless, haughty, humorless, humourless, ill-bred, ill-mannered, inbred, infantile,
    insolent, lecherous, lewd, licentious, lustful, materialistic, mendacious, money-minded, monstrous, morally
    bankrupt, narcissistic, narrow-minded, nefarious, nosy, overbearing, overpaid, overrated, parasitic, petty, pompous,
    possessive, pretentious, pushy, resentful, rowdy, sanctimonious, self-absorbed, self-centered, self-centred,
    self-righteous, shallow, shameless, shrill, slutty, small-minded, smug, snobbish, snobby, spiteful, stuck in the
    past, superficial, superstitious, surly, tactless, thuggish, tight-fisted, two-timing, uncaring, uncouth,
    underhanded, unethical, unfeeling, unfriendly, unfunny, unhelpful, unholy, unoriginal, unpatriotic, unprincipled,
    unreasonable, unrefined, unsociable, untidy, wasteful, wayward
""")
_IDLE: Final = entries("""
    careless, complacent, freeloading, idle, indolent, irresponsible, lazier, laziest, lazy, negligent, shiftless,
    slothful, sluggish, spoiled, spoilt, unambitious, undisciplined, ungrateful, unmotivated, work-shy, workshy
""")
_FALSE: Final = entries("""
    cheap, cheating, conniving, corrupt, cowardly, crafty, criminal, crooked, cunning, deceitful, deceiving, deceptive,
    devious, dishonest, disloyal, duplicitous, flaky, fraudulent, frugal, grasping, greedier, greediest, greedy,
    hypocritical, insincere, lying, manipulative, miserly, money-grubbing, promiscuous, scheming, selfish, shady,
    shifty, sly, sneaky, stingy, thieving, thievish, treacherous, two-faced, undependable, unfaithful, unpunctual,
    unreliable, unscrupulous, untrustworthy
""")
_WILD: Final = entries("""
    aggressive, animalistic, anti-social, antisocial, argumentative, barbarian, barbaric, barbarous, bloodthirsty,
    brutal, brutish, combative, crazy, cruel, dangerous, deranged, disobedient, disorderly, disrespectful, evil,
    evil-minded, extremist, fanatical, ferocious, frightening, hateful, heartless, hostile, hot-blooded, hot-headed,
    hot-tempered, impolite, impulsive, insane, intolerant, lawless, loud, malicious, mean, menacing, murderous, noisy,
    obnoxious, oppressive, power-hungry, predatory, primitive, psycho, psychotic, quarrelsome, racist, radical,
    rapacious, rude, ruthless, sadistic, satanic, savage, scary, sinister, threatening, traitorous, treasonous, uncivil,
    uncivilised, uncivilized, uncontrollable, uncultured, unhinged, unruly, unstable, untamed, vengeful, vicious, vile,
    violent, volatile, warmongering, wicked
""")
_DIRTY: Final = entries("""
    contagious, dirtier, dirtiest, dirty, disease-ridden, diseased, fat, filthy, flea-ridden, foul, gross, grotesque,
    grubby, hideous, infected, lice-ridden, malodorous, messy, nasty, noxious, obese, putrid, rancid, repellent,
    repugnant, repulsive, revolting, rotten, sickening, skanky, sleazy, slimy, smellier, smelly, stinking, stinky,
    trashy, uglier, ugliest, ugly, unattractive, unclean, undesirable, unhygienic, unkempt, unsanitary, unwashed,
    verminous
""")
_LOW: Final = entries("""
    abhorrent, abnormal, abominable, absurd, all alike, all the same, always late, always trouble, annoying, appalling,
    at fault, atrocious, awful, bad, better off dead, boring, bothersome, broken, contemptible, crappy, creepy, crummy,
    damned, degenerate, deplorable, depraved, despicable, detestable, deviant, disgraceful, disgusting, disposable,
    dreadful, effeminate, embarrassing, expendable, freakish, fucked up, full of shit, ghastly, going to hell, good for
    nothing, good-for-nothing, hateable, hiv positive, horrendous, horrible, horrid, horrific, immoral, indecent,
    inhuman, insufferable, intolerable, irritating, jobless, lame, laughable, loathsome, lousy, lowlife, mentally
    deranged, mentally unstable, messed up, miserable, misogynistic, money-obsessed, nauseating, never on time, no-good,
    not normal, not to be trusted, obscene, odious, out to get us, pathetic, perverse, perverted, pieces of shit,
    pitiable, pitiful, poisonous, repellant, reprehensible, ridiculous, scummy, sex-crazed, sex-obsessed, shameful,
    shite, shitty, sinful, sub-human, subhuman, technologically illiterate, terrible, the enemy, the problem, the worst,
    to blame, tone-deaf, toxic, trash, twisted, unbalanced, unbearable, undeserving, ungodly, unlovable, unmanly,
    unnatural, unpleasant, unsafe, unsafe to be around, unsanitary, untalented, unwanted, unwelcome, unworthy, up to no
    good, villainous, vulgar, war-like, warlike, weird, worse, worst, worthless, wretched, yucky
""")
_FRAIL: Final = entries("""
    bitchy, bossy, catty, clingy, crotchety, demanding, dependent, dramatic, emotional, frail, frigid, gossipy, grumpy,
    hormonal, hypersensitive, hysterical, indecisive, inflexible, jealous, moody, nagging, needy, neurotic, out of
    touch, over the hill, over-emotional, overemotional, overly emotional, oversensitive, passive, past it, prudish,
    rigid, set in their ways, stubborn, submissive, timid, uptight, vain, vindictive, whiny
""")

BAD: Final = _UNABLE | _PROUD | _IDLE | _FALSE | _WILD | _DIRTY | _LOW | _FRAIL
"""Adjectives that belittle people when said of a group."""

_COMPARED: Final = entries("""
    angrier, crazier, dimmer, dirtier, dumber, filthier, greedier, inferior, lazier, lesser, louder, meaner, messier,
    nastier, needier, ruder, sicker, slower, smellier, stupider, uglier, weaker, worse
""")
BAD_COMPARATIVE: Final = _COMPARED | frozenset(f"more {word}" for word in BAD if " " not in word)


def _superlative(word: str) -> str:
    return f"{word[:-1]}iest" if word.endswith("y") else f"{word.removesuffix('e')}est"


BAD_MOST: Final = frozenset(_superlative(word) for word in BAD if word.isalpha() and len(word) < _LONG) | frozenset(
    f"most {word}" for word in BAD if " " not in word
)
"""Superlatives of what belittles."""

_NOUNS: Final = entries("""
    abomination, abuser, addict, aggressor, airhead, alcoholic, arsehole, asshat, asshole, baby killer, backstabber, bad
    boss, bad driver, bad employee, bad father, bad influence, bad leader, bad mother, bad neighbor, bad neighbour, bad
    parent, bad risk, bad tenant, bad worker, bandit, barbarian, basket case, bastard, beggar, bigot, bimbo, bitch,
    blight, bloodsucker, bomber, brainwashed fool, brat, brute, bully, bum, burden, burden on society, cannibal,
    cheapskate, cheat, cheater, child molester, choice and a sin, con artist, con man, control freak, coward, credit
    risk, creep, cretin, criminal, crook, cry baby, crybaby, cult, cunt, curse, danger, danger to children, danger to
    our, danger to society, danger to us, dead weight, deadbeat, degenerate, delinquent, demon, deviant, devil, dick,
    dickhead, dimwit, disaster, disease on society, disgrace, dope fiend, drain, drain on society, drain on the economy,
    drama queen, drug addict, drug dealer, drug user, drunk, drunkard, dummy, dunce, embarrassment, enemy, extremist,
    failure, fanatic, fiend, flight risk, flirt, fool, fraud, freak, freak of nature, freeloader, gang member,
    gangbanger, gangster, ghoul, glutton, gold digger, good-for-nothing, goon, gossip, groomer, halfwit, hazard, health
    risk, heathen, hick, hobo, home wrecker, hoodlum, hooligan, hothead, hustler, hypocrite, idiot, ignoramus, illegal,
    imbecile, infidel, invader, jerk, jihadist, job hopper, joke, joke of, junkie, killer, know-it-all, layabout, leech,
    lesser being, lesser human, liability, liar, loser, lowlife, lunatic, madman, maniac, menace, mental case, miser,
    misfit, misogynist, mistake of nature, molester, monster, mooch, moocher, moron, murderer, mutant, nag, nuisance,
    nutcase, nutjob, nutter, oaf, oddball, opportunist, oppressor, outlaw, paedophile, parasite, party animal,
    pedophile, perv, pervert, pest, philanderer, pickpocket, pig, pirate, plague on society, player, poor credit risk,
    poor risk, predator, prick, problem, prostitute, psycho, psychopath, punk, pushover, quitter, racist, rapist,
    rascal, redneck, reprobate, rioter, risky borrower, risky tenant, robber, robot, rogue, ruffian, savage, scammer,
    schemer, scoundrel, scrounger, scumbag, security risk, sellout, sex object, sex offender, sex worker, shithead,
    shoplifter, shrew, sickness, simpleton, sin, sinner, skinflint, slacker, slob, slow learner, slut, smuggler, snake,
    snob, sociopath, sore loser, spy, stain on society, subversive, suicide bomber, supremacist, swindler, sympathiser,
    sympathizer, tax cheat, tax dodger, tax evader, tease, terrible driver, terrible employee, terrible parent, terror
    suspect, terrorist, thief, threat, threat to our, threat to society, threat to us, thug, tightwad, time waster,
    traitor, tramp, trickster, troublemaker, twat, tyrant, unreliable tenant, unreliable worker, vagrant, vampire,
    vandal, villain, vulture, warmonger, waste of oxygen, waste of resources, waste of tax money, wastrel, weakling,
    weirdo, welfare queen, whiner, whore, wimp, witch, woman-hater, wretch, zombie
""")


def _plural(noun: str) -> str:
    if noun.endswith("thief"):
        return f"{noun[:-1]}ves"
    if noun.endswith(("man", "woman")) and not noun.endswith("human"):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


_MASS: Final = entries("""
    bad news, filth, garbage, rubbish, scum, shit, trash, trouble, vermin, waste of money, waste of space, waste of time
""")
BAD_NOUN: Final = _NOUNS | frozenset(map(_plural, _NOUNS)) | _MASS
"""Nouns that belittle people when said of a group, singular and plural."""

BAD_HAVE: Final = entries("""
    a bad attitude, a bad breath, a bad influence, a bad odor, a bad odour, a bad reputation, a bad smell, a bad temper,
    a chip on their shoulder, a complex, a criminal mind, a criminal nature, a death wish, a drinking problem, a drug
    problem, a foul smell, a gambling problem, a hidden agenda, a lack of intelligence, a low iq, a low work ethic, a
    poor work ethic, a problem with authority, a problem with drugs, a sense of entitlement, a victim mentality, a weak
    work ethic, addiction problems, aids, an agenda, an attitude, an attitude problem, an std, anger issues, awful
    hygiene, bad breath, bad habits, bad hygiene, bad intentions, bad judgement, bad judgment, bad manners, blood on
    their hands, body odor, body odour, criminal tendencies, dirty habits, diseases, disgusting habits, disgusting
    hygiene, drug issues, drug problems, dual loyalties, evil intentions, filthy habits, fleas, foul breath, hiv,
    horrible hygiene, infectious diseases, inferior brains, issues with addiction, issues with drug addiction, issues
    with drugs, lice, loose morals, low intelligence, low iqs, low morals, low standards, lower iqs, mental health
    issues, mental issues, mental problems, no ambition, no appreciation, no brain, no brains, no business, no class, no
    clue, no common sense, no conscience, no control, no culture, no dignity, no discipline, no heart, no honor, no
    honour, no intelligence, no interest in, no loyalty, no manners, no morals, no place, no purpose, no respect, no
    self-control, no sense, no shame, no skills, no soul, no souls, no talent, no taste, no value, no values, no work
    ethic, no worth, nothing to contribute, nothing to offer, poor hygiene, poor judgement, poor judgment, poor manners,
    poor morals, poor standards, psychological problems, sexually transmitted diseases, short tempers, small brains,
    small minds, smaller brains, stds, terrible hygiene, terrible manners, the hiv virus, the worst hygiene, too many
    children, too many kids, too many rights, too much influence, too much money, too much power, violent tendencies,
    weak bodies, weak minds
""")

GOOD: Final = entries("""
    able, academic, adept, ambitious, analytical, appealing, as capable, as clever, as good, as intelligent, as smart,
    as strong, athletic, attractive, beautiful, bold, brave, bright, bright enough, brilliant, built for, calm, capable,
    capable enough, caring, charming, civilised, civilized, clean, clever, clever enough, committed, competent,
    competent enough, considerate, cool, courageous, creative, creditworthy, cultured, curious, decent, decent people,
    dependable, deserving, desirable, diligent, disciplined, educated, efficient, employable, equal, equals, fair,
    faithful, fit, focused, friendly, fully human, fun, funny, generous, genuine, gifted, good, good enough, good
    people, grateful, handsome, hard-working, hardworking, helpful, honest, human, humble, hygienic, imaginative,
    inclined, independent, innocent, innovative, intelligent, intelligent enough, interested in work, interesting,
    inventive, kind, knowledgeable, like everyone, like us, likeable, literate, logical, lovable, loving, loyal, manly,
    mature, mature enough, meant to, mentally strong, modest, moral, motivated, nice, normal, ok, okay, on our level,
    open-minded, original, our equal, our equals, patient, patriotic, peaceful, physically strong, polite, pretty,
    productive, proficient, punctual, pure, qualified, quick, rational, ready for, real men, real people, real women,
    refined, reliable, reliable enough, respectful, responsible, safe, sane, savvy, self-sufficient, sensible, sharp,
    sincere, skilled, smart, smart enough, sociable, sophisticated, strong, strong enough, stylish, suitable, suited,
    talented, tech savvy, tech-savvy, technologically savvy, to be trusted, tolerant, tough, tough enough, trustful,
    trustworthy, trustworthy people, truthful, up to date, up to it, up to the job, useful, warm, welcome, wise, worthy
""")
"""What the negation of belittles: "are not capable"."""

ROLE_TRAIT: Final = entries("""
    athletic, bad drivers, bad with money, better at cooking, better at housework, caring, docile, exotic, gentle, good
    at basketball, good at cleaning, good at cooking, good at dancing, good at math, good at maths, good at running,
    good at sports, good dancers, good drivers, good in the kitchen, good with children, good with money, hypersexual,
    maternal, mathematical, motherly, muscular, musical, nurturing, obedient, sexual, studious, submissive
""")
"""Stereotypes that sound kind; they belittle only beside a word that makes them everybody's nature."""

SKILL: Final = entries("""
    abstract thinking, academics, analysis, anything, apps, authority, basic tasks, business, chemistry, coding,
    commitment, complex tasks, computers, computing, cooking, customers, deadlines, decisions, devices, driving, email,
    engineering, engineering jobs, english, everything, exams, finance, following instructions, following rules,
    gadgets, hard work, keeping promises, leadership, leading, learning, lifting, logic, making decisions, management,
    managing, manual labor, manual labour, maps, math, mathematics, maths, modern technology, money, multitasking,
    negotiating, negotiation, new technology, numbers, parenting, parking, paying, paying back, paying bills, phones,
    physical labor, physical labour, physical work, physics, pressure, problem solving, problem-solving, programming,
    punctuality, raising children, rational thought, reading, reading maps, reasoning, relationships, repaying,
    responsibility, running, school, science, science and technology, smartphones, software, spelling, sport, sports,
    statistics, stem, stem fields, stem subjects, stress, studying, tech, tech jobs, technical jobs, technical work,
    technology, tests, the internet, the law, thinking, time, time management, work, working
""")
