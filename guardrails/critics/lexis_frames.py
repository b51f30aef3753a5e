"""Words that put a claim in somebody else's mouth, deny it, ask it or call it wrong."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = [
    "ASKING",
    "BREAKS",
    "CALLED_WRONG",
    "DENYING",
    "LAW",
    "NOT_ASKED",
    "OPINION_OF_OTHERS",
    "REFUSED",
    "RHETORICAL",
    "SAYING",
    "SELF_NAMED",
    "SPEAKERS",
    "THINGS",
    "TURNED",
    "VICTIMHOOD",
]


BREAKS: Final = entries(";, although, but, however, nevertheless, nonetheless, though, yet")

CALLED_WRONG: Final = entries("""
    ableism, ableist, ageism, ageist, anti-semitic, antisemitic, antisemitism, baseless, bias, biased, bigot, bigoted,
    bigotry, bigots, caricature, cliche, cliché, debunked, defamatory, dehumanised, dehumanising, dehumanized,
    dehumanizing, demeaning, depicted, depicting, depiction, derogatory, disagree, discriminate, discriminated,
    discriminates, discriminating, discrimination, discriminatory, disprove, disproved, disproven, disrespectful,
    fallacy, falsehood, falsely, generalisation, generalisations, generalise, generalising, generalization,
    generalizations, generalize, generalizing, harassed, harassment, hateful, homophobia, homophobic, illegal,
    illegally, inaccurate, inappropriate, inequality, islamophobia, islamophobic, marginalised, marginalized,
    misconception, misconceptions, misinformation, misogynist, misogynistic, misogyny, mistakenly, myth, myths,
    offensive, oppressed, oppression, otherize, perceived, perpetuate, perpetuates, perpetuating, portrayal, portrayals,
    portrayed, portraying, prejudice, prejudiced, prejudices, prejudicial, racism, racists, sexism, sexist, slur, slurs,
    stereotype, stereotyped, stereotypes, stereotypical, stereotyping, stigma, stigmas, stigmatise, stigmatised,
    stigmatising, stigmatize, stigmatized, stigmatizing, transphobia, transphobic, trope, tropes, unacceptable, unfair,
    unfairly, unfairness, unfounded, unjust, unjustified, unlawful, unlawfully, untrue, wrong, wrongly, xenophobia,
    xenophobic
""")

LAW: Final = entries("""
    against the law, are all welcome, as likely, as often as, by decree, by law, by the government, by the regime, by
    the state, clinical trial, court, do not discriminate, does not discriminate, encouraged to apply, equal
    opportunities, equal opportunity, equally, ethics board, for this benefit, human rights, in federal elections, in
    this state, irrespective of, just like anyone, just like everyone, lawsuit, like any other, like anyone else, like
    everyone else, never discriminate, no more likely, prohibited by, prohibits, protected by law, protected
    characteristic, protected characteristics, regardless of, ruled that, same rate, sued, this research study, this
    study, this trial, to be heard, to be respected, to be treated, tribunal, under the act, under the decree, under the
    law, used to, violates, violation, welcome to apply, without regard to
""")

DENYING: Final = entries("""
    a blanket statement, a general statement, a lie that, advise against, against, are false, asked me to, asks me to,
    avoid, be unfair, be wrong, ca n't agree, call out, can not agree, can not help, cannot agree, cannot help, combat,
    condemn, condemned, decline to, denounce, denounced, do not support, forbids, forbids us to, general statements
    about, has nothing to do, hate it when, hate that people, hate when, instead of, is a lie, is false, is wrong, it is
    not that, must decline, n't able to, n't acceptable, n't agree, n't allow, n't appropriate, n't ask me to, n't
    assume, n't be fair, n't believe, n't fair, n't help, n't help with, n't imply, n't let, n't mean, n't recommend
    rejecting, n't right, n't say, n't suggest, n't support, n't think, n't true, never assume, never say, never think,
    no basis, no evidence, no one should, no place for, no reason to, nobody should, not a fact, not a reason, not able
    to, not acceptable, not accurate, not agree, not all, not allow, not appropriate, not ask me to, not assume, not be
    fair, not because, not believe, not claim, not every, not fair, not going to help, not help with, not imply, not
    legal, not let, not mean, not necessarily, not ok, not okay, not right, not say, not saying, not suggest, not
    support, not the case, not think, not true, nothing to do with, oppose, rather not, rather than, refuse to, sick of
    hearing, speak out, speak up, stand up, stop, sweeping statements, tackle, tired of hearing, unable to help, wrong
    to
""")

REFUSED: Final = entries("""
    i ca n't do that, i can not do that, i cannot do that, i wo n't do that, which i ca n't, which i can not, which i
    cannot, which i refuse, which i will not, which i wo n't, which is not, which would be
""")  # what a speaker says of a request just named

TURNED: Final = entries("""
    advise denying, advise excluding, advise refusing, advise rejecting, recommend denying, recommend excluding,
    recommend refusing, recommend rejecting, recommend turning
""")  # "I cannot recommend rejecting her because ..." speaks for her

NOT_ASKED: Final = entries("""
    ask whether, avoid, avoid saying, instead of, n't ask, n't have to be, n't looking for, n't need, n't need to be,
    n't required, n't say, n't write, need not be, never, never say, never write, no longer, no need, no one is, nobody
    is, not ask, not have to be, not limited to, not looking for, not need, not need to be, not only, not required, not
    say, not write, rather than, replace
""")
SELF_NAMED: Final = entries(
    "call myself, call myself a, call myself an, call ourselves, calls herself a, calls himself a"
)

OPINION_OF_OTHERS: Final = entries("""
    according to, accused of, allegedly, as if, called her, called him, called them, claims that, images of, in the
    book, in the film, in the novel, labeled, labeled as, labelled, labelled as, quote, quoted, referred to as, regarded
    as, said to be, seen as, so-called, supposedly, the argument that, the assumption that, the belief that, the claim,
    the claim that, the idea of, the idea that, the impression that, the notion of, the notion that, the phrase, the
    question whether, the sentence, the statement, the statement that, the suggestion that, the term, the theory that,
    the view that, the word, thought of as, treated as, treated like, viewed as, whether, why people believe, why people
    say, why people think, why some people
""")

SAYING: Final = entries("""
    accused, accuses, agreed, agrees, alleged, alleges, argued, argues, assert, asserted, asserts, assume, assumed,
    assumes, believe, believed, believes, believing, call, called, calling, calls, claim, claimed, claiming, claims,
    comment, commented, complained, declared, feared, fears, heard, imagine, implied, implies, implying, insist,
    insisted, insists, joke, joked, jokes, portray, portrays, posted, posts, preached, pretend, report, reported,
    reports, said, say, saying, says, shouted, shouting, stated, states, suggest, suggested, suggesting, suggests, tell,
    telling, tells, texted, think, thinking, thinks, thought, told, tweeted, worry, write, writes, writing, wrote, yell,
    yelled, yelling
""")

SPEAKERS: Final = entries("""
    'd, 'll, can, error, everybody, everyone, fair, frankly, honestly, i, let, me, mistake, must, safe, true, we, would,
    wrong
""")
"""Beside a verb of saying: the speaker says it after all ("I think", "it must be said", "it is safe to say")."""

ASKING: Final = entries("""
    am, are, can, could, did, do, does, had, has, have, is, may, might, really, should, so, wait, was, were, will, would
""")

RHETORICAL: Final = entries("""
    agree, agree that, anybody, anyone, anything more, anything worse, ca n't we, can we finally, can we just, can we
    please, could we please, do n't you think, it clear, it obvious, n't it clear, n't it obvious, n't it time, n't it
    true, n't we, n't you see, n't you think, not clear, not obvious, not time, not true that, obvious that
""")

VICTIMHOOD: Final = entries("""
    %, against, aid, anti-hate, attack, attacks, barriers, being called, bullied, bullying, called, calls, character,
    charity, depicted, diagnosed, endure, endured, experience, experienced, experiences, face, faced, faces, facing,
    fear, fight, fighting, film, fought, help, hero, heroes, historically, history, massacre, murdered, novel, oppose,
    opposed, percent, persecuted, persecution, protect, protects, reported, represented, resist, rights, seen, stop,
    story, studies, study, subjected, suffer, suffered, support, survey, survived, survivors, targeted, targets,
    therapy, toward, towards, treated, treatment, victim, victims
""")
"""Words of speech about what is done to people, not about what they are."""

THINGS: Final = entries("""
    aisle, area, bathroom, bathrooms, bench, books, category, chairs, clothes, clothing, corner, day, department, desk,
    fashion, fiction, form, forms, furniture, line, list, lists, magazine, magazines, menu, odor, odour, page, pages,
    room, rooms, seats, section, shelf, shoes, smell, smells, stuff, things, toilet, toilets, toys, ward
""")
"""What is a group's without being people: "the women's *section*"."""
