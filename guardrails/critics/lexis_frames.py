"""Words that put a claim in somebody else's mouth, deny it, ask it or call it wrong."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ASKING",
    "BREAKS",
    "CALLED_WRONG",
    "DENYING",
    "LAW",
    "OPINION_OF_OTHERS",
    "RHETORICAL",
    "SAYING",
    "SPEAKERS",
]


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


BREAKS: Final = frozenset({"but", "however", "though", "although", "yet", ";", "nevertheless", "nonetheless"})

CALLED_WRONG: Final = _entries("""
    ableist, ageist, antisemitic, anti-semitic, baseless, bigot, bigoted, bigotry, bigots, cliche, cliché, debunked,
    defamatory, demeaning, derogatory, dehumanising, dehumanizing, dehumanised, dehumanized, discriminate, discriminated,
    discriminates, discriminating, discrimination, discriminatory, disprove, disproved, disproven, fallacy, falsehood,
    generalisation, generalisations, generalise, generalising, generalization, generalizations, generalize,
    generalizing, homophobia, homophobic, inaccurate, inappropriate, inequality, islamophobia, islamophobic,
    misconception, misconceptions, misinformation, misogynist, misogynistic, misogyny, myth, myths, offensive,
    oppression, oppressed, otherize, prejudice, prejudiced, prejudices, prejudicial, racism, sexism, sexist,
    stereotype, stereotyped, stereotypes, stereotypical, stereotyping, stigma, stigmas, stigmatise, stigmatised,
    stigmatising, stigmatize, stigmatized, stigmatizing, transphobia, transphobic, unfair, unfairly, unfounded,
    unjust, unjustified, untrue, xenophobia, xenophobic, disagree, marginalised, marginalized, illegal, unlawful,
    unlawfully, illegally, harassed, harassment, unacceptable, ableism, ageism, disrespectful, antisemitism,
    falsely, wrongly, unfairness, mistakenly, perceived, portrayed, portraying, portrayal, portrayals, depicted,
    depicting, depiction, caricature, trope, tropes, slur, slurs, hateful, perpetuates, perpetuate, perpetuating
""")

LAW: Final = _entries("""
    regardless of, without regard to, irrespective of, equal opportunity, equal opportunities, protected by law,
    under the act, under the law, prohibited by, prohibits, do not discriminate, does not discriminate, never
    discriminate, protected characteristic, protected characteristics, encouraged to apply, welcome to apply,
    are all welcome, against the law, lawsuit, sued, court, tribunal, ruled that, human rights, violates, violation
""")

DENYING: Final = _entries("""
    not true, not the case, is false, are false, is wrong, wrong to, not right, not fair, no evidence, not mean, n't mean,
    not think, n't think, not believe, n't believe, nobody should, no one should, not say, n't say, not saying,
    not accurate, never say, never think, nothing to do with, not because, not a fact, not agree, n't agree, not all,
    not every, not imply, n't imply, not suggest, n't suggest, n't true, is a lie, a lie that, not necessarily,
    not assume, n't assume, not claim, do not support, cannot agree, can not agree, ca n't agree, it is not that,
    not a reason, no reason to, not let, n't let, not allow, n't allow, no basis, not support, n't support, refuse to,
    never assume, avoid, instead of, rather than, no place for, stop, against, not help with, cannot help
""")

OPINION_OF_OTHERS: Final = _entries("""
    the idea that, the notion that, the notion of, the idea of, the belief that, the claim that, the claim, claims that,
    the view that, the assumption that, the suggestion that, the theory that, according to, the statement that,
    the statement, seen as, viewed as, regarded as, treated as, treated like, labelled as, labeled as, labelled,
    labeled, accused of, so-called, supposedly, allegedly, in the film, in the novel, in the book, thought of as,
    the argument that, the impression that, said to be, images of, the question whether, whether, as if, referred to as,
    called them, called him, called her, quote, quoted, the phrase, the word, the term, the sentence
""")

SAYING: Final = _entries("""
    accused, accuses, alleged, alleges, argued, argues, assert, asserted, asserts, assume, assumed, assumes, believe,
    believed, believes, believing, call, called, calling, calls, claim, claimed, claiming, claims, complained, declared,
    feared, fears, imagine, implied, implies, implying, insist, insisted, insists, portray, portrays, posted,
    posts, preached, pretend, report, reported, reports, said, say, saying, says, shouted, shouting, stated, states,
    suggest, suggested, suggesting, suggests, tell, telling, tells, think, thinking, thinks, thought, told, tweeted,
    worry, write, writes, writing, wrote, yell, yelled, yelling, comment, heard, joke, joked, jokes, texted, commented
""")

SPEAKERS: Final = frozenset(
    "i we let me honestly frankly everyone everybody must can fair safe true mistake wrong 'll 'd would".split()
)
"""Beside a verb of saying: the speaker says it after all ("I think", "it must be said", "it is safe to say")."""

ASKING: Final = frozenset(
    "do does did is are was were has have had can could would should will might may am so wait really".split()
)

RHETORICAL: Final = _entries("""
    agree that, agree, not obvious, n't it obvious, n't it clear, n't it true, n't it time, not clear, n't you see,
    not true that, it obvious, it clear, obvious that, can we finally, can we just, do n't you think, not time, n't you
    think, ca n't we, n't we, can we please, could we please
""")
