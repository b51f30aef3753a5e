"""Verbs and nouns of deciding about people: admitting, barring, sorting, deciding, and what is at stake."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["ACTS"]


ACTS: Final = {
    "right": entries("""
        able to adopt, able to vote, accepted, admitted, adopt, allowed, apply, attend, be around, be doctors, be here,
        be hired, be leaders, be near, be seen, be teachers, be trusted, become, benefits, breed, buy, citizenship,
        coach, compete, considered, do, drive, employed, enter, fight, fly, freedom, get benefits, get into, get jobs,
        get married, get visas, given, go into, go to school, go to university, granted, have a, have a say, have
        access, have children, have custody, have jobs, have kids, have rights, have the right, hired, hold, hold
        office, immigrate, in charge, in schools, included, join, lead, leaders, let in, let into, let near, liberties,
        live among, live here, live in, live near, marry, near children, near schools, own, paid, participate,
        permitted, play in, preach, pursue, raise children, receive, rent, represented, reproduce, right to, rights, run
        for, serve in, served, shown, sit, speak, study, taught, teach, the right, travel, treated as equals, treated
        equally, trusted, use, visas, vote, voting, voting rights, work, work in
    """),
    "get": entries("""
        be able, be admitted, be allowed, be elected, be given, be granted, be hired, be permitted, be trusted
    """),
    "removed": entries("""
        abolished, arrested, banned, barred, castrated, charged more, confined, denied, deported, detained, discouraged,
        disqualified, evicted, excluded, exiled, expelled, fired, forbidden, forced, hidden, imprisoned, incarcerated,
        institutionalised, institutionalized, isolated, jailed, kept, kept away, kept in, kept out, kicked, kicked off,
        kicked out, killed, left out, limited, locked, locked away, locked up, monitored, ostracised, ostracized,
        outlawed, paid less, prevented, prohibited, punished, put away, put in, quarantined, refused, registered,
        rejected, removed, restricted, rounded up, searched, segregated, sent away, sent back, sent home, separated,
        shunned, shut out, silenced, sterilised, sterilized, stopped, stripped, surveilled, taxed, thrown out, tracked,
        turned away, watched
    """),
    "remove": entries("""
        avoid hiring, ban, bar, block, deny, deport, discriminate against, evict, exclude, exile, expel, fire, get rid
        of, imprison, institutionalise, institutionalize, isolate, jail, keep away, keep away from, keep out, kick out,
        lock up, outlaw, prevent, punish, quarantine, refuse, refuse to hire, refuse to serve, reject, remove, restrict,
        screen out, segregate, send back, shun, silence, sterilise, sterilize, stop, throw out, track, turn away, weed
        out
    """),
    "stay_away": entries("""
        be ashamed, be cured, be fixed, be grateful, be kept, be paid less, be quiet, be seen and not heard, be silent,
        be treated differently, go back, hide, keep quiet, know their place, learn their place, leave, leave the
        country, obey, shut up, stay at home, stay away, stay home, stay in the kitchen, stay out, stick to, stop
        breeding, submit
    """),
    "admit": entries("""
        accept, accommodate, admit, appoint, approve, cater to, consider, cover, deal with, do business with, employ,
        engage, enrol, enroll, entertain, finance, hire, host, include, insure, interview, invite, lend, lend to, let
        in, offer, onboard, promote, recruit, rent, rent to, seat, sell, sell to, serve, shortlist, sign up, take, take
        on, treat, trust, want, welcome, work with
    """),
    "please": entries("""
        accepted, admitted, allowed, considered, hired, need apply, permitted, please, served, wanted, welcome
    """),
    "are_not": entries("""
        're not, 's not, are n't, are never, are not, can not be, cannot be, is n't, is never, is not, will never be,
        will not be, wo n't be
    """),
    "need_not": entries("""
        ca n't, can not, cannot, do n't need to, do not, do not need to, may not, need n't, need not, should n't, should
        not
    """),
    "we_do_not": entries("""
        i do n't, i do not, i never, i will not, i wo n't, i would n't, i would not, we ca n't, we can not, we cannot,
        we do n't, we do not, we never, we no longer, we will not, we wo n't, we would n't
    """),
    "does_not": entries("""
        cannot, do n't, do not, does n't, does not, must not, never, refuses to, should n't, should not, will not, wo
        n't
    """),
    "club": entries("""
        agency, bank, bar, church, clinic, club, college, company, department, employer, firm, gym, hotel, insurer,
        landlord, owner, policy, restaurant, school, shop, store, team, university, venue
    """),
    "we_should_not": entries("""
        better not, ca n't, cannot, do n't, do not, must n't, must never, must not, ought not to, should n't, should
        never, should not
    """),
    "we_should": entries("""
        'd better, best to, going to, gon na, had better, have to, let 's, let us, like to, must, need to, ought to,
        plan to, should, time to, want to, we 'll, we will
    """),
    "take_away": entries("""
        abolish, denied, deny, limit, remove, removed, restrict, revoke, strip, take away, taking away, took away
    """),
    "belong_not": entries("""
        do n't belong, do not belong, does n't belong, does not belong, never belong, will never belong
    """),
    "deal_with": entries("""
        believe, buy anything, buy from, date, deal, do business, get in bed, get involved, hire, lend, lend money,
        listen, live, marry, rent, sell, sit, trust, turn your back, vote, work
    """),
    "grow_up": entries("""
        be cured, be fixed, be grateful, calm down, get a job, get jobs, get off, get over, get real, grow up, learn
        english, learn the language, lighten up, lose weight, make up their minds, man up, pick a side, repent, smile
        more, speak english, stop being, stop complaining, stop having, stop whining, toughen up, try harder, wake up,
        work harder
    """),
    "never_do": entries("do n't, do n't ever, do not, never, never ever"),
    "offered": entries("""
        card, contract, credit, discount, flat, help, insurance, job, jobs, lease, loan, loans, mortgage, mortgages,
        place, raise, refund, room, visa, visas, work
    """),
    "oust": entries("dismiss, evict, fire, get rid of, kick out, lay off, sack, throw out, underpay"),
    "keeps_out": entries("""
        deter, deters, discourage, discourages, dissuade, dissuades, drive, drives, keep, keeping, keeps, prevent,
        prevents, scare, scares, stop, stops
    """),
    "practise": entries("""
        carry out, commit, continue, encourage, enforce, excuse, get away with, hide, incite, increase, introduce,
        justify, legalise, legalize, organise, organize, practice, practise, promote, spread, start, support
    """),
    "hell": entries("difficult, hard, harder, hell, impossible, miserable, unbearable, worse"),
    "harsh": entries("fewer, harsher, less, longer, lower, no, stricter, to be, to die, to suffer, worse"),
    "place": entries("""
        area, bar, city, club, community, country, europe, gym, neighborhood, neighbourhood, place, restaurant, school,
        schools, street, team, town, village, workplace, world
    """),
    "whites_only": entries("blacks-only, christians-only, men-only, whites only, whites-only"),
    "rejecting": entries("""
        against, firing, not hiring, not renting, not to, paying, refusing, rejecting, to fire, to refuse, to reject,
        turning away, turning down
    """),
    "ask_for": entries("draft, find, give, invent, list, make, need, offer, suggest, think of, want, write"),
    "excuse": entries("argument, arguments, excuse, excuses, grounds, pretext, reason, reasons"),
    "limits": entries("""
        deposit, deposits, interest, limit, limits, offer, offers, pay, premium, premiums, price, prices, rate, rates,
        rent, salaries, salary, wage, wages
    """),
    "garment": entries("""
        burqa, burqas, headscarf, headscarves, hijab, hijabs, kippahs, niqab, niqabs, turban, turbans, veil, veils,
        yarmulkes
    """),
    "far_away": entries("""
        bars, bin, boat, bus, cage, camp, camps, desert, furnace, grave, gutter, hell, island, jail, jungle, mars, moon,
        ocean, oven, plane, river, sea, sewer, space, swamp, train, trash, volcano, wall
    """),
    "stricter": entries("higher, lower, smaller, stricter, worse"),
    "may": entries("are to, can, may, must, need, should"),
    "than": entries("age, of, than, the age of"),
    "age_number": frozenset(str(age) for age in range(22, 81))
    | entries("fifty, fifty-five, forty, forty-five, sixty, thirty, thirty-five"),
    "we": entries("""
        clients, employers, i, landlords, management, strongly, the client, the company, the team, they, we, would, you
        should
    """),
    "select": entries("""
        accept, appoint, approve, call back, choose, consider, contact, employ, have, hire, include, interview, invite,
        keep, lend to, pick, promote, rank, recommend, recruit, rent to, select, serve, shortlist, show, take
    """),
    "select_not": entries("""
        avoid, blacklist, decline, deprioritise, deprioritize, disregard, downgrade, drop, eliminate, exclude, filter
        out, ignore, penalise, penalize, reject, rule out, screen out, sift out, skip, turn away, turn down, weed out
    """),
    "selecting": entries("""
        accepting, admitting, approving, choosing, considering, employing, hiring, insuring, interviewing, inviting,
        lending to, picking, promoting, recommending, recruiting, renting to, selecting, selling to, serving,
        shortlisting
    """),
    "rank": entries("""
        grade, list, order, place, position, prioritise, prioritize, put, rank, ranked, ranking, rate, score, scoring,
        sort, weigh, weight
    """),
    "rank_how": entries("""
        above, after, ahead of, at the bottom, at the end, at the top, before, behind, below, down, first, higher,
        highest, last, less, lower, lowest, over, worse
    """),
    "rank_by": entries("according to, based on, by, by their, depending on, on the basis of, using their"),
    "filter_out": entries("""
        auto-reject, blacklist, delete, discard, disqualify, drop, eliminate, exclude, filter, filter out, flag, hide,
        leave out, reject, remove, screen out, sift out, skip, throw out, turn down, weed out
    """),
    "charge": entries("bill, charge, fine, quote, tax"),
    "give": entries("assign, charge, give, grant, offer, pay, show"),
    "likely": entries("""
        appear to be, are, could be, likely, look, may be, might be, probably, seem, sound, that are, who are
    """),
    "care_for": entries("""
        accept, care about, care for, educate, employ, feed, fund, help, hire, house, protect, support, take care of,
        tolerate, welcome
    """),
    "higher": entries("""
        a bigger, a higher, a larger, a lower, an extra, double, extra, higher, less, more, the highest
    """),
    "keep_out": entries("drive, force, get, keep, keeping, kick, leave, lock, push, shut, throw"),
    "may_come": entries("""
        applies, apply, apply to, enrol, enroll, get hired, get in, get through, gets in, join, move in, rent
    """),
    "him": entries("he, her, him, it, she, them, they"),
    "let_them": entries("accept, allow, give, have, let, permit, tolerate"),
    "tell_why": entries("""
        argue that, argue why, arguments that, describe why, discuss why, essay on why, explain how, explain to me why,
        explain why, give me reasons why, justify why, list reasons why, prove that, reasons why, say that, show that,
        tell me that, tell me why, why it is that, write that
    """),
    "race": entries("""
        country, country 's people, ethnic group, ethnicity, faith, gender, group, group of people, minority,
        nationality, people, race, religion, sex, skin color, skin colour
    """),
    "most_least": entries("""
        best, cleanest, dirtiest, dumbest, greediest, inferior, laziest, least intelligent, least trustworthy, most
        corrupt, most criminal, most dangerous, most dishonest, most evil, most intelligent, most lazy, most likely to
        commit, most likely to steal, most stupid, most violent, smartest, strongest, stupidest, superior, ugliest,
        weakest, worst
    """),
    "plan_for": entries("""
        guide for, guide to, instructions for, instructions to, let 's, let us, need to, plan for, plan to, recipe for,
        steps to, time to, want to, we should
    """),
    "denied": entries("""
        did n't happen, did not happen, is a hoax, is a lie, is a myth, is exaggerated, is fake, is made up, is
        overblown, never happened, should come back, should return, was a good thing, was a hoax, was a lie, was
        deserved, was exaggerated, was fake, was faked, was good for, was great, was invented, was justified, was made
        up, was n't real, was n't so bad, was n't that bad, was necessary, was not real, was not that bad, was
        overblown, was right
    """),
    "job": entries("""
        club, course, game, gym, job, jobs, place, position, post, profession, role, that, this, trade, work, world
    """),
    "the_post": entries("""
        assist, clean, cook, our, reception, sales, serve, the bar, the desk, the front, the job, the office, the
        position, the post, the role, the shop, the team, the till, this job, this role, work
    """),
    "how_to": entries("""
        a way to, best way to, help me, help us, how can i, how can we, how could i, how could we, how do i, how do we,
        how should i, how should we, how to, tell me how to, tips for, ways to, what is the best way to, where can i
    """),
    "mistreat": entries("""
        abuse, attack, avoid, avoid hiring, ban, beat, beat up, bully, control, convert, cure, deny, deport,
        discriminate against, disenfranchise, dismiss, dominate, eliminate, enslave, evict, exclude, exploit,
        exterminate, fire, get rid of, harass, harm, hit, humiliate, hurt, insult, intimidate, keep out, kill, mistreat,
        mock, not hire, oppress, pay, persecute, punish, refuse, reject, remove, restrict, ridicule, scam, scare,
        segregate, silence, spy on, subjugate, suppress, take advantage of, threaten, torment, trick, turn away,
        underpay
    """),
    "discrimination": entries("""
        bias, bigotry, boycott, discrimination, hate, hatred, hostility, prejudice, racism, segregation, violence
    """),
    "overstate": entries("""
        abuse, cheat, control, corrupt, destroy, exaggerate, fake, infiltrate, inflate, invent, lie about, make up,
        manipulate, overstate, play the victim, ruin, take over, trick
    """),
    "best_that": entries("""
        best for everyone if, best for everyone that, best for society if, best for society that, best if, best that,
        better if, better that, better when, fair that, good idea that, good that, good thing that, important that,
        natural that, okay that, right that
    """),
    "dominate": entries("""
        are banned, are in charge, are kept, are not, are paid less, be in charge, can not, cannot, control, decide,
        deserve, dominate, earn more, get paid more, have all, have fewer, have more, have power, hold all, lead, make
        all, make the, rule, should n't, should not, stay
    """),
    "write_joke": entries("""
        article, essay, insult, insults, joke, jokes, manifesto, meme, pamphlet, poem, post, rant, slurs, song, speech,
        story, tweet
    """),
    "decide": entries("""
        advise, against her, against him, against the applicant, against the candidate, against them, approve, approved,
        bad fit, ca n't lead, ca n't offer, can not lead, can not offer, can not recommend, cancel, cancelled, cannot
        lead, cannot offer, cannot recommend, charge, charged, choose, chose, chosen, close, closed, could not offer,
        decline, declined, demote, demoted, denied, deny, dismiss, dismissed, disqualified, disqualify, downgraded,
        escalated, evict, evicted, exclude, excluded, fire, fired, flag, flagged, held back, hire, hired, ignore,
        ignored, ineligible, insure, interview, laid off, lend, let go, let her go, let him go, let them go, lost her
        job, lost his job, lost the flat, lost the job, lost their job, n't accepted, n't admitted, n't approved, n't
        chosen, n't considered, n't hire, n't hired, n't invite, n't invited, n't lend, n't offer, n't offered, n't
        promote, n't promoted, n't recommend, n't recommended, n't rent, n't selected, n't serve, n't served, n't
        shortlisted, n't trust, not a good fit, not accepted, not admitted, not approved, not chosen, not considered,
        not fit, not hire, not hired, not interviewed, not invite, not invited, not lend, not offer, not offered, not
        promoted, not recommend, not recommended, not rent, not selected, not serve, not served, not shortlisted, not
        suitable, not to hire, not to lend, not to promote, not trust, passed over, penalise, penalised, pick, picked,
        poor fit, promote, promoted, rank, ranked, ranked lower, recommend, reduce, reduced, refuse, refused, reject,
        rejected, remove, removed, rent, risk, risky, sacked, scored lower, searched, select, selected, shortlist,
        shortlisted, should not hire, should not lead, skip, skipped, stopped and searched, trust, turn down, turn her
        down, turn him down, turn them down, turned away, turned down, turned her down, turned him down, turned them
        down, unsuitable, will not hire, will not lend, wo n't hire, wo n't lend, would n't hire, would n't lend, would
        n't recommend, would n't rent, would not hire, would not lend, would not recommend, would not rent
    """),
    "since": entries("""
        as, because, cause, considering that, cuz, due to the fact that, for the reason that, given that, in that, just
        because, now that, on the grounds that, seeing that, simply because, since
    """),
    "subject": entries("""
        applicant, candidate, he, her, him, it, she, the applicant, the borrower, the caller, the candidate, the client,
        the customer, the employee, the family, the first candidate, the owner, the patient, the second candidate, the
        tenant, the user, they, this applicant, this candidate, you
    """),
    "be_any": entries("""
        're, 's, 've, are, are a, be, being, came from, comes from, could be, got, had, has, have, is, is a, is from, is
        getting, is going to be, just had, looks, may be, might be, practices, practises, seems, sounds, uses, was, was
        a, wears, were, will be
    """),
    "owing": entries("""
        as a result of, based on, because of, by reason of, considering, due to, for being, given, in light of, in view
        of, on account of, on grounds of, on the basis of, on the grounds of, owing to, thanks to
    """),
    "art_of": entries("""
        a, an, her, his, its, the, the applicant 's, the caller 's, the candidate 's, the customer 's, their, your
    """),
    "attribute_noun": entries("""
        accent, advanced age, age, beliefs, caste, childcare duties, citizenship, diagnosis, disabilities, disability,
        ethnic background, ethnic name, ethnic origin, ethnicity, faith, family plans, family status, foreign accent,
        foreign name, gender, gender identity, headscarf, hijab, immigration status, marital status, maternity,
        maternity leave, mental illness, national origin, nationality, origin, parental status, pregnancy, race,
        religion, religious beliefs, sex, sexual orientation, sexuality, skin color, skin colour, turban, wheelchair,
        youth
    """),
    "old": entries("""
        a father, a mother, a single mother, about to retire, close to retirement, divorced, elderly, in her fifties, in
        her sixties, in his fifties, in his sixties, likely to get pregnant, likely to have children, married, near
        retirement, old, over 40, over 50, over 60, over the hill, overqualified by age, pregnant, too old, too young
    """),
    "as_attr": entries("as a, as an, being a, being an, for a, for an"),
    "cannot_do": entries("""
        ca n't, can not, cannot, could not, is not fit, is not suited, is unlikely, may struggle, might struggle, should
        not, will not, will struggle, would not, would struggle
    """),
}
"""Class name to entries; an entry of several words is a phrase."""
