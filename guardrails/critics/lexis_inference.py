"""Words of inference about one person: what an attribute is called, what is feared of it, and what is done about it."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["INFERENCE"]

_FROM_IT: Final = entries("""
    as a result, consequently, hence, meaning, so, that is why, that means, that suggests, therefore, thus,
    which is why, which means, which suggests
""")

INFERENCE: Final = {
    "personal": entries("""
        accent, advanced age, afro, age, age group, ancestry, anxiety, appearance, arabic name, asylum status,
        background, beard, beliefs, body, braids, burka, burqa, cane, caring duties, caring obligations, caring
        responsibilities, caste, childcare, childcare duties, children, chronic illness, citizenship, complexion,
        condition, country of origin, crutches, cultural background, dark skin, depression, diagnosis, disabilities,
        disability, dreadlocks, dyslexia, ethnic background, ethnic origin, ethnicity, face veil, faith, family
        commitments, family duties, family name, family obligations, family plans, family situation, family status,
        first name, foreign accent, foreign degree, foreign name, foreign surname, gender, gender identity, guide
        dog, hair, handicap, headscarf, health condition, health history, hearing, hearing aid, hearing loss, heavy
        accent, height, heritage, hijab, home country, illness, immigration status, impairment, jewish faith, kids,
        last name, learning disability, limp, looks, marital status, maternity leave, medical history, medical
        record, medication, menopause, mental health, mental illness, migration background, mother tongue,
        motherhood, muslim faith, muslim name, muslim surname, name, national origin, nationality, native language,
        neighborhood, neighbourhood, niqab, old age, origin, origins, parental leave, parents, past illness,
        physical disability, piercings, postcode, pregnancy, pronouns, race, refugee status, religion, religious
        beliefs, religious dress, religious duties, roots, sex, sexual orientation, sexuality, size, skin, skin
        color, skin colour, skin tone, small children, social background, social class, strong accent, stutter,
        surname, tattoos, thick accent, three children, three kids, turban, two children, two kids, upbringing,
        veil, visa status, weight, wheelchair, yarmulke, young age, young children, young kids, youth, zip code
    """),
    "whose": entries("""
        her, his, the applicant 's, the borrower 's, the candidate 's, the claimant 's, the client 's, the customer
        's, the employee 's, the guest 's, the patient 's, the policyholder 's, the tenant 's, the user 's, their,
        this applicant 's, this candidate 's, this customer 's, this patient 's
    """),
    "person": entries("""
        applicant, applicant a, applicant b, applicants, borrower, buyer, caller, candidate, candidate a, candidate
        b, claimant, client, couple, customer, driver, employee, family, guest, he, neighbour, owner, patient,
        person, policyholder, she, student, tenant, tenants, they, user, visitor, worker
    """),
    "pronoun": frozenset({"he", "she", "they"}),
    "from_it": frozenset(f"{joint}{word}" for joint in ("", ", ", "and ", ", and ") for word in _FROM_IT),
    "and_so": frozenset({"and", ", and"}),
    "outlook": entries("""
        'd, 'd probably, 'll, 'll probably, are bound to, are likely to, are probably, can be expected to, could,
        could easily, is bound to, is going to, is likely to, is more likely to, is probably, is prone to, likely
        to, may, may be, may soon, may well, might, might be, might soon, might well, more likely to, must, must be,
        probably, probably just, tends to, will, will be, will likely, will probably, will soon, will surely, would,
        would be, would likely, would probably
    """),
    "feared": entries("""
        alienate, ask for time off, be absent a lot, be absent often, be away a lot, be distracted, be off sick, be
        on leave soon, be sick a lot, behind, break, burn out, cause problems, cause trouble, cheat, clash, clients
        uncomfortable, commit fraud, complain, confuse, cost us, customers uncomfortable, default, difficult,
        disrupt, distract, distracted, drop out, exaggerating, fail, fall behind, fall ill, forget, get bored, get
        confused, get ill, get in the way, get lost, get pregnant, get sick, get tired, give up, go part-time, have
        a baby, have anger, have babies, have children, have difficulty, have trouble, hold back, hold us back,
        interfere, just want drugs, just wants drugs, lack, lacks, leave, leave soon, lie, lying, make mistakes,
        make other, make others, make people uncomfortable, miss payments, miss work, missing work, need
        hand-holding, offend, others uncomfortable, overreact, play the, put off, quit, resign, retire, scare, scare
        off, seeking drugs, set in, slow, slow down, slow us, start a family, steal, struggle, suffer, take a lot of
        time off, tire, uncomfortable, unsettle, upset, want a baby, want a family, want drugs, wants drugs, weak
    """),
    "feared_vice": entries("""
        alienate, be absent a lot, be absent often, be away a lot, be distracted, be off sick, be on leave soon, be sick
        a lot, burn out, cause problems, cause trouble, cheat, clash, commit fraud, complain, cost us, default,
        difficult, disrupt, distract, distracted, drop out, exaggerating, fail, fall behind, get bored, get in the way,
        get pregnant, give up, go part-time, have a baby, have anger, have babies, hold back, hold us back, interfere,
        just want drugs, lack, leave after, leave as soon, leave early, leave once, leave soon, leave to, leave when,
        lie, lying, make mistakes, miss payments, miss work, missing work, need hand-holding, offend, overreact, play
        the, put off, quit, resign, scare, slow down, slow us, start a family, steal, take a lot of time off,
        uncomfortable, unsettle, upset, want a baby, want a family, want drugs
    """),
    "english": entries("english, grammar, manners, work ethic"),
    "managed": entries("""
        adapt, afford, appreciate, be expected, be objective, be relied, be trusted, benefit, blend, carry, charge,
        close, commit, communicate, compete, concentrate, cope, deal, deliver, do, fit, focus, follow, get along,
        get on, get used, grasp, handle, integrate, keep, last, lead, learn, like, manage, mix, pay, perform,
        present, pull, relate, repay, represent, sell, stay, succeed, supervise, take, take her, take him, teach,
        travel, trust, trust her, trust him, understand, use, work
    """),
    "not_able": entries("""
        are unable to, are unlikely to, ca n't, can hardly, can not, cannot, could n't, could not, does n't, does
        not, is hardly able to, is not able to, is unable to, is unlikely to, may not, may not be able to, might
        not, might not be able to, probably ca n't, probably can not, probably cannot, probably does n't, probably
        does not, probably will not, probably wo n't, will hardly, will have difficulty, will never, will not, will
        not be able to, wo n't, wo n't be able to, would n't, would n't be able to, would never, would not, would
        not be able to
    """),
    "foreseen": entries("""
        'd, 'll, are bound to, are going to, are likely to, are probably, can be expected to, could, could easily,
        is bound to, is going to, is likely to, is more likely to, is probably, is prone to, may, may well, might,
        might well, must, probably, tend to, tends to, will, would
    """),
    "harmless": entries("""
        accept, access, also, appear, apply, appreciate, arrive, ask, attend, be, benefit, bleed, bring, call,
        celebrate, choose, claim, come, decide, develop, eat, enjoy, experience, face, fast, feel, find, gain, get,
        go, have, help, join, know, like, live, lose, love, meet, need, notice, observe, pray, prefer, qualify,
        react, receive, recover, require, respond, see, speak, start, stay, take, travel, try, turn, use, vote,
        wait, want, wear, welcome, wish
    """),
    "bodily": entries("""
        access, be charged, board, buy, climb, consent, donate, drink, drive, eat, enter, fast, fly, hear, kneel,
        lift, marry, open, reach, read, ride, run, see, sign, sit, stand, swallow, use, vote, walk
    """),
    "marker": entries("""
        accent, appearance, clothes, clothing, complexion, face, family name, first name, headscarf, hijab, kippah,
        last name, looks, name, neighborhood, neighbourhood, photo, postcode, skin, skin color, skin colour, skin
        tone, surname, turban, veil, zip code
    """),
    "origin_word": entries("""
        african, african-sounding, american, arab, arabic, asian, black, black-sounding, chinese, ethnic, exotic,
        female, foreign, foreign-looking, foreign-sounding, german, greek, gypsy, hispanic, immigrant, indian,
        irish, islamic, italian, japanese, jewish, korean, latino, mexican, middle eastern, middle-eastern, muslim,
        nigerian, pakistani, persian, polish, roma, romanian, russian, slavic, somali, spanish, strange,
        strange-sounding, turkish, ukrainian, vietnamese
    """),
    "choose": entries("""
        choose, favor, favour, go for, go with, hire, opt for, pick, prefer, recommend, select, take, trust
    """),
    "given_that": entries(
        "as, because, considering, considering that, given, given that, knowing that, seeing that, since"
    ),
    "virtue": entries("""
        charm, compassion, discipline, drive, empathy, energy, flair, freshness, grace, kindness, loyalty, passion,
        patience, rhythm, softness, spice, strength, warmth, wisdom
    """),
    "role_noun": entries("""
        applicant, borrower, candidate, choice, client, colleague, customer, driver, employee, fit, guest, hire,
        leader, match, neighbour, option, payer, pick, risk, tenant, worker
    """),
    "suitable": entries("""
        decent, good, great, ideal, reliable, right, safe, serious, solid, stable, suitable, trustworthy, viable
    """),
    "does_better": entries("""
        be a better, be a safer, be better, be easier, be more suitable, be safer, bring more, do a better, do
        better, do it better, do this better, fit better, fit in better, handle, have more energy, learn faster,
        manage
    """),
    "drawback": entries("""
        a burden, a concern, a cost, a dealbreaker, a distraction, a drawback, a fire hazard, a gamble, a handicap,
        a hazard, a liability, a negative, a nightmare, a nuisance, a problem, a red flag, a risk, a safety risk, a
        security risk, a warning sign, a weakness, an issue, an obstacle, bad for business, bad for the team, high
        risk, high-risk, impossible, not an option, not ideal, not realistic, out of the question, problematic,
        riskier, risky, suspect, suspicious, too much, too much of a risk, too risky, unfit, unrealistic,
        unreliable, unsuitable, unwise
    """),
    "step_against": entries("""
        ask for a guarantor, ask for a higher, ask for a larger, ask for more, bad fit, be careful, be cautious,
        charge extra, charge her, charge him, charge more, charge them, check for fraud, count the, decline, deny,
        do n't book, do n't bother, do n't consider, do n't count, do n't hire, do n't interview, do n't invite, do
        n't let, do n't offer, do n't put, do n't rely, do n't send, do n't trust, do n't waste, do not book, do not
        bother, do not consider, do not count, do not hire, do not interview, do not invite, do not let, do not
        offer, do not put, do not rely, do not send, do not trust, do not waste, double the, double-check, exclude,
        expect complaints, expect problems, expect trouble, give a lower, i 'd avoid, i 'd pass, i 'd put, i 'd
        rank, i 'd rate, i 'd rather not, i 'd skip, i ranked, i would avoid, i would n't, i would not, i would
        pass, i would rank, i would rate, i would rather not, i would skip, ignore, increase the premium, keep an
        eye on, keep her away, keep him away, look for someone else, lower the, no point, not a fit, not a good fit,
        not a match, offer a lower, pass on, place her lower, place him lower, poor fit, put her at the bottom, put
        her last, put him at the bottom, put him last, raise the, rank her, rank him, ranked her, ranked him, rate
        her lower, rate him lower, refuse, reject, rule her out, rule him out, skip, steer clear, take a larger,
        take off points, treat her with, treat him with, treat the, turn her away, turn him away, watch, watch out,
        we 'd rather not, we better not, we should n't, we should not, we would rather not, with caution, with
        suspicion
    """),
    "suggests": entries("""
        betrays, gives away, hints at, implies, indicates, is a sign of, means, points to, shows, signals, suggests,
        tells me, tells us, usually means
    """),
    "doubt": entries("""
        a safer bet, a safer choice, bad for business, be an issue, could be an issue, discount the, doubt her,
        doubt his, doubt the, give me pause, gives me pause, hard to believe, have my doubts, i doubt, is hard to
        believe, keep the visit short, less credible, less stable, less trustworthy, look unprofessional, looks
        unprofessional, lower the score, make me doubt, makes me doubt, makes me nervous, makes me wonder, may be an
        issue, might be an issue, move on from, not credible, not neutral, not objective, not up to standard,
        riskier, ruled out, rules out, safer bet, sends the wrong, sleep better, sounds fishy, the safer bet, the
        safer choice, the wrong image, the wrong impression, the wrong message, worries me
    """),
    "raises_doubt": entries("""
        raises a flag, raises concerns, raises doubts, raises eyebrows, raises suspicion, gives me pause, worries me
    """),
    "not_for": entries("""
        beyond, is beyond, is no place for, is not a job for, is not for, is not suitable for, is not the place for,
        is too demanding for, is too much for, is too stressful for, may be too much for, might be too much for, not
        for, will be too much for, would be too much for
    """),
    "that_place": entries("""
        that area, that end of town, that estate, that neighborhood, that neighbourhood, that part of the city, that
        part of town, that postcode, that side of town, those areas, those estates, those neighborhoods, those
        neighbourhoods, those parts, those postcodes, those streets
    """),
    "merely": frozenset({"just", "merely", "obviously", "only", "probably", "purely", "surely"}),
    "lacking": entries("""
        dishonest, dishonesty, fraud, lack, lack of, limited, low, lower, no, poor, suspicious, trouble, weak,
        weaker
    """),
    "gets_in_way": entries("""
        affects, could be, could make, could put off, could scare, gets in the way, is a, is going to be, is
        probably, makes, makes her, makes him, makes them, may affect, may be, may make, may put off, may scare, may
        unsettle, might affect, might be, might make, might put off, might scare, might unsettle, stands in the way,
        will affect, will be, will get in the way, will limit, will make, will put off, will scare, will stop,
        worries, would be, would get in the way, would make, would put off, would scare, would stop
    """),
    "onlookers": entries("""
        clients, colleagues, customers, guests, neighbors, neighbours, other tenants, our clients, our customers,
        our members, our patients, parents, the board, the clients, the crew, the customers, the guests, the guys,
        the members, the neighbors, the neighbours, the other tenants, the parents, the regulars, the residents, the
        rest of the team, the staff, the team
    """),
    "object_to": entries("""
        do n't like, do n't want, do not like, do not want, expect, may not accept, may not like, may object to,
        might not accept, might not like, might object to, object to, prefer, trust, will not like, wo n't like,
        would be uncomfortable with, would feel uneasy with, would n't accept, would n't like, would n't trust,
        would n't want, would never accept, would not accept, would not like, would not trust, would not want, would
        object to, would prefer
    """),
    "praise": entries("""
        articulate, bright, capable, careful, clean, clever, competent, educated, eloquent, good, hard-working,
        hardworking, honest, impressive, intelligent, organised, organized, polite, punctual, rational, remarkable,
        sharp, smart, strong, tech-savvy, technical, well, well-mannered, well-spoken
    """),
    "quite": entries("""
        amazingly, fairly, pretty, quite, rather, really, remarkably, surprisingly, unexpectedly, unusually, very
    """),
    "despite": entries("although, despite, even if, even though, for all, in spite of, notwithstanding, though"),
}
"""Class name to entries, as patterns of the rules name them."""
