"""Verbs and nouns of deciding about people: admitting, barring, sorting, deciding, and what is at stake."""

from __future__ import annotations

from typing import Final

__all__ = ["ACTS"]


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


_VERBS_OF_ENTRY: Final = (
    "accept admit allow approve consider employ engage enrol entertain have hire include insure interview invite lend let "
    "promote recruit rent sell seat serve shortlist take trust want welcome treat appoint offer onboard cover"
).split()

ACTS: Final = {
    "right": _entries("""
        admitted, allowed, permitted, able to vote, able to adopt, given, granted, accepted, hired, employed, trusted, vote,
        marry, adopt, work, own, hold, study, attend, enter, immigrate, live here, live near, live in, live among, teach,
        serve in, run for, use, have children, have kids, have the right, have rights, have access, have jobs, have a say,
        receive, get benefits, get jobs, get married, get visas, be here, join, participate, compete, drive, sit, travel,
        breed, reproduce, raise children, go to school, go to university, apply, rent, buy, be seen, shown, taught, heard,
        represented, considered, let in, let near, let into, included, treated as equals, treated equally, protected,
        paid, served, hold office, have custody, in charge, leaders, near children, near schools, in schools, voting,
        voting rights, rights, citizenship, freedom, liberties, the right, right to, benefits, visas, become, play in,
        be doctors, be teachers, be leaders, drink, wear, be around, be near, be on, be in, be the, mix, speak, have a
    """),
    "get": _entries("be allowed, be permitted, be admitted, be given, be granted, be hired, have, get, be able, be"),
    "removed": _entries("""
        abolished, arrested, banned, barred, confined, castrated, deported, denied, detained, disqualified, discouraged,
        evicted, excluded, exiled, expelled, fired, forced, forbidden, hidden, imprisoned, incarcerated, institutionalised,
        institutionalized, isolated, jailed, kept, kept out, kept away, kept in, kicked, kicked off, kicked out, left out, locked,
        locked away, locked up, monitored, ostracised, ostracized, paid less, prevented, prohibited, punished, put in,
        quarantined, refused, registered, rejected, removed, restricted, rounded up, searched, segregated, sent away,
        sent back, sent home, separated, shunned, shut out, silenced, stopped, stripped, surveilled, thrown out,
        tracked, turned away, watched, sterilised, sterilized, limited, charged more, taxed, put away, outlawed, killed
    """),
    "remove": _entries("""
        ban, bar, block, deny, deport, discriminate against, evict, exclude, exile, expel, fire, imprison, jail, keep out,
        kick out, lock up, outlaw, prevent, refuse, reject, remove, restrict, screen out, segregate, send back, shun,
        stop, throw out, turn away, weed out, avoid hiring, refuse to hire, refuse to serve, silence, sterilise, sterilize,
        track, isolate, keep away, punish, institutionalise, institutionalize, quarantine, keep away from, get rid of
    """),
    "stay_away": _entries("""
        stay home, stay at home, stay in the kitchen, stay out, stay away, know their place, go back, keep quiet, shut up,
        leave, be ashamed, hide, obey, submit, be quiet, be silent, be grateful, stick to, learn their place, stop breeding,
        not be, be seen and not heard, be kept, be paid less, be treated differently, be cured, be fixed, leave the country
    """),
    "admit": frozenset(_VERBS_OF_ENTRY) | _entries("do business with, deal with, rent to, sell to, lend to, cater to, work with, take on, let in"),
    "please": _entries("please, allowed, wanted, need apply, welcome, accepted, permitted, admitted, hired, served, considered"),
    "need_not": _entries("need not, do not need to, need n't, should not, may not, can not, cannot, ca n't, should n't, do n't need to, do not"),
    "we_do_not": _entries("we do n't, we do not, we never, i do n't, i do not, i never, we ca n't, we cannot, we wo n't, we will not, i wo n't, i will not, we would n't, i would n't, i would not, we no longer, we can not"),
    "does_not": _entries("does not, does n't, do not, do n't, will not, wo n't, never, refuses to, cannot, must not, should not, should n't"),
    "club": _entries("club, company, school, firm, shop, store, bank, landlord, restaurant, team, policy, owner, church, hotel, agency, department, clinic, employer, university, college, venue, bar, gym, insurer"),
    "we_should_not": _entries("should not, should n't, must not, must n't, should never, ought not to, must never, better not, do not, do n't, cannot, ca n't"),
    "we_should": _entries("should, must, ought to, need to, have to, 'd better, had better, let 's, let us, we will, we 'll, want to, going to, gon na, time to, plan to, best to, like to"),
    "take_away": _entries("take away, took away, taking away, strip, remove, deny, revoke, restrict, abolish, limit, removed, denied"),
    "belong_not": _entries("do n't belong, do not belong, does n't belong, does not belong, will never belong, never belong"),
    "may": _entries("may, can, should, need, must, are to"),
    "applicants": _entries("applicants, candidates, you, tenants, employees, staff, customers, he, she, they, everyone, entrants, hires"),
    "than": _entries("than, the age of, of, age"),
    "age_number": frozenset(str(age) for age in range(22, 81)) | _entries("thirty, forty, fifty, sixty, thirty-five, forty-five, fifty-five"),
    "we": _entries("we, i, they, the client, the company, the team, management, you should, would, strongly, employers, landlords, clients"),
    "select": _entries("choose, consider, contact, employ, hire, interview, invite, pick, promote, recommend, recruit, rank, select, shortlist, show, approve, accept, take, include, rent to, lend to, have, appoint, serve, call back, keep"),
    "select_not": _entries("avoid, skip, reject, ignore, deprioritise, deprioritize, drop, disregard, exclude, filter out, screen out, weed out, turn down, turn away, downgrade, penalise, penalize, blacklist, eliminate, rule out, sift out, decline"),
    "selecting": _entries("choosing, considering, employing, hiring, interviewing, inviting, picking, promoting, recommending, recruiting, selecting, shortlisting, renting to, lending to, serving, selling to, admitting, insuring, approving, accepting"),
    "rank": _entries("rank, ranking, ranked, score, scoring, rate, sort, place, put, grade, weight, weigh, list, prioritise, prioritize, order, position"),
    "rank_how": _entries("lower, lowest, last, below, above, down, higher, first, highest, at the bottom, at the top, at the end, ahead of, behind, less, over, worse, before, after"),
    "rank_by": _entries("by, based on, according to, on the basis of, depending on, by their, using their"),
    "filter_out": _entries("filter out, screen out, weed out, sift out, exclude, leave out, reject, eliminate, remove, drop, delete, skip, disqualify, hide, filter, blacklist, auto-reject, discard, flag, turn down, throw out, excludes, rejects, excluding, rejecting"),
    "charge": _entries("charge, bill, quote, tax, fine"),
    "give": _entries("give, offer, pay, grant, assign, show, charge"),
    "likely": _entries("likely, probably, may be, might be, appear to be, could be, sound, look, seem, are, who are, that are"),
    "how_to": _entries("how can i, how can we, how do i, how do we, how to, how should i, how should we, what is the best way to, ways to, best way to, help me, help us, tips for, tell me how to, a way to, how could we, how could i, where can i"),
    "mistreat": _entries("""
        abuse, attack, avoid, ban, beat up, bully, deny, deport, discriminate against, dismiss, eliminate, evict,
        exclude, exploit, fire, harass, hurt, insult, intimidate, kill, mistreat, mock, oppress, persecute, prevent,
        punish, reject, ridicule, scare, segregate, silence, stop, subjugate, threaten, torment, enslave, restrict,
        get rid of, take advantage of, keep out, turn away, scam, convert, cure, hit, beat, underpay, control, dominate,
        remove, harm, suppress, humiliate, disenfranchise, exterminate, spy on, trick, refuse, not hire, avoid hiring, pay
    """),
    "discrimination": _entries("discrimination, hatred, prejudice, violence, segregation, bias, racism, hate, hostility, bigotry, boycott"),
    "overstate": _entries("overstate, exaggerate, fake, invent, lie about, make up, control, ruin, destroy, cheat, manipulate, abuse, trick, play the victim, inflate, take over, corrupt, infiltrate"),
    "best_that": _entries("best for society that, best for society if, best for everyone that, good that, best that, right that, natural that, important that, better that, better if, good idea that, best for everyone if, fair that, okay that, best if, good thing that, better when"),
    "dominate": _entries("make all, make the, rule, dominate, control, lead, decide, have more, hold all, earn more, get paid more, be in charge, are in charge, have all, have power, should not, should n't, stay, are kept, can not, cannot, are not, are banned, have fewer, are paid less, deserve"),
    "write_joke": _entries("joke, jokes, poem, story, song, tweet, post, article, speech, essay, meme, rant, pamphlet, manifesto, insult, insults, slurs"),
    "decide": _entries("""
        rejected, reject, decline, declined, refuse, refused, deny, denied, fire, fired, dismissed, dismiss, advise, recommend,
        not hire, n't hire, not recommend, n't recommend, hired, hire, chose, choose, chosen, picked, pick, prefer, selected, select, promote,
        promoted, demoted, demote, passed over, lend, rent, evict, evicted, approve, approved, raise, raised, charge, charged,
        closed, close, excluded, exclude, ranked, rank, score, scored, trust, believe, suspect, suspected, serve, served, avoid,
        turned down, turn down, turned away, not suitable, unsuitable, not fit, bad fit, not a good fit, poor fit, unable,
        not offer, n't offer, not invite, n't invite, skip, skipped, insure, cancelled, cancel, cannot, can not, ca n't, could not, wo n't, will not, should not,
        should n't, would not, would n't, risk, risky, accept, accepted, downgraded, lower, lowered, higher, removed, remove, ignored, ignore,
        offered, offer, drop, dropped, discount, penalise, penalised, reduced, reduce, ineligible, disqualified, disqualify, must have,
        kept, keep, ask, asked, searched, stopped, flagged, flag, escalated, pay, paid, could n't, shortlist, shortlisted, interview, wrong
    """),
    "since": _entries("because, since, as, given that, considering that, on the grounds that, due to the fact that, seeing that, now that, simply because, just because, for the reason that, cause, cuz, in that"),
    "subject": _entries("she, he, they, the applicant, the candidate, the tenant, the customer, the caller, the borrower, you, the patient, the employee, it, the family, this candidate, this applicant, the user, the client, her, him, the owner, the first candidate, the second candidate, applicant, candidate"),
    "be_any": _entries("is, are, was, were, 's, 're, be, being, has, have, had, 've, may be, might be, will be, could be, is a, are a, was a, seems, looks, sounds, comes from, came from, is from, wears, got, uses, practises, practices, just had, is going to be, is getting"),
    "owing": _entries("because of, due to, on account of, owing to, on the basis of, based on, on grounds of, on the grounds of, by reason of, given, considering, in view of, in light of, as a result of, thanks to, for being"),
    "art_of": _entries("her, his, their, your, the, a, an, its, the applicant 's, the candidate 's, the customer 's, the caller 's"),
    "attribute_noun": _entries("""
        race, ethnicity, ethnic origin, ethnic background, skin colour, skin color, gender, sex, age, religion, faith, beliefs, religious beliefs,
        disability, disabilities, pregnancy, sexual orientation, sexuality, nationality, national origin, origin, accent, foreign accent, marital status,
        family status, maternity, maternity leave, wheelchair, headscarf, hijab, turban, caste, mental illness, diagnosis,
        gender identity, citizenship, immigration status, childcare duties, parental status, family plans, ethnic name, foreign name, advanced age, youth
    """),
    "old": _entries("too old, too young, over the hill, old, elderly, near retirement, close to retirement, about to retire, pregnant, overqualified by age, in her fifties, in his fifties, in her sixties, in his sixties, over 50, over 60, over 40, likely to have children, likely to get pregnant, a mother, a father, a single mother, married, divorced"),
    "as_attr": _entries("as a, as an, being a, being an, for a, for an"),
    "cannot_do": _entries("can not, cannot, ca n't, could not, should not, will not, would not, is not suited, is not fit, is unlikely, will struggle, would struggle, may struggle, might struggle"),
}
"""Class name to entries; an entry of several words is a phrase."""
