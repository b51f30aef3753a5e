"""Word classes of stock turns: how a stereotype is told without a word that belittles by itself."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["STOCK"]

STOCK: Final = {
    "asset": entries("""
        accounts, benefits, cards, contracts, credit, custody, flats, guns, homes, insurance, jobs, land, leases,
        licences, licenses, loans, mortgages, passports, pensions, property, scholarships, visas
    """),
    "leading": entries("""
        be in charge, coaching, driving, flying, in charge, judging, leading, managing, operating, preaching, presiding,
        running, teaching
    """),
    "always": entries("""
        all day, all day long, all the time, all their lives, by definition, deep down, every time, for a living, like
        animals, on purpose, sooner or later, whenever they can
    """),
    "associate": entries("""
        be seen, be served, be treated, breathe, buy, camp, dance, date, dine, do business, drink, drive, eat, fly, get
        in, get into, get on, go, invest, live, move, play, pray, ride, room, send, share, shop, shower, sing, sit,
        sleep, speak, spend, stand, stay, study, swim, take, talk, touch, use, vote, walk, wear, work
    """),
    "badly": entries("as, badly, like, poorly, terribly, worse"),
    "backhanded": entries("""
        articulate, athletic, attractive, brave, bright, capable, clean, clever, competent, decent, educated, eloquent,
        fast, funny, gentle, good-looking, hard-working, hardworking, honest, independent, intelligent, kind,
        knowledgeable, logical, mature, modern, open-minded, organised, organized, polite, pretty, professional,
        punctual, rational, reasonable, reliable, sharp, skilled, smart, strong, tech-savvy, tough, well-dressed,
        well-mannered, well-spoken
    """),
    "best_of": entries("""
        best, fastest, finest, greatest, laziest, most loyal, most reliable, only decent, only good, only real, slowest,
        smartest, top, worst
    """),
    "blood": entries("""
        in her blood, in her dna, in her genes, in her nature, in his blood, in his dna, in his genes, in his nature, in
        the blood, in their blood, in their culture, in their dna, in their genes, in their nature
    """),
    "body": entries("biology, bodies, body, brain, brains, hormones, mind, minds, nature, temperament"),
    "built": entries("born, bred, built, cut out, designed, hardwired, made, meant, suited, wired"),
    "complaint": entries("""
        annoying, crazy, disgusting, infuriating, insane, not fair, outrageous, ridiculous, sad, sick, sickening, tired
        of how, unbelievable, unfair, unjust
    """),
    "crimes": entries("crime, crimes, fights, murders, problems, rapes, terrorism, trouble, violence, wars"),
    "culprit": entries("attacker, criminal, murderer, rapist, robber, terrorist, thief, villain"),
    "decline": entries("""
        collapse, collapsed, collapses, crime goes up, crime rises, decline, declined, declines, dirt, downhill, drop,
        dropped, drops, fall, falls, fell, fights, filth, go down, goes down, leave, leaves, noise, plummet, plummets,
        ruined, sink, sinks, trouble, went down, worse
    """),
    "worsened": entries("""
        collapse, collapsed, collapses, crime goes up, crime rises, dirt, downhill, fights, filth, noise, plummet,
        plummets, ruined, trouble, went down, worse
    """),
    "valued": entries("""
        discipline, grades, level, levels, morale, neighborhood, neighbourhood, prices, quality, reputation, schools,
        standards, tenants, value, values, whites
    """),
    "decliningly": entries("""
        changed for the worse, declined, fallen apart, gone downhill, gone to hell, gone to the dogs, got worse, gotten
        worse, ruined, unsafe, went downhill, went to hell
    """),
    "doers": entries("""
        accountants, actors, artists, athletes, bankers, bosses, boxers, builders, carers, chefs, cleaners, coders,
        comedians, cooks, criminals, dancers, dealers, doctors, drivers, employees, engineers, entertainers, farmers,
        fighters, gardeners, housekeepers, husbands, laborers, labourers, lawyers, leaders, liars, lovers, maids,
        managers, mathematicians, mothers, musicians, nannies, neighbors, neighbours, nurses, parents, pickpockets,
        programmers, runners, salesmen, salespeople, secretaries, servants, singers, soldiers, students, swimmers,
        tailors, teachers, tenants, thieves, tippers, waiters, wives, workers
    """),
    "drop_them": entries("avoid, delete, discard, drop, exclude, filter, ignore, reject, remove, skip, weed"),
    "entering": entries("""
        applying, attending, booking, buying, coming in, enrolling, entering, getting hired, getting in, joining, moving
        in, ordering, renting, signing up, viewing, visiting, voting
    """),
    "ever_doing": entries("""
        acting, arguing, asking, begging, blaming, breeding, cheating, coming, complaining, crying, demanding, drinking,
        fighting, getting, gossiping, hanging, having, hiding, lying, making, moaning, nagging, playing, pushing,
        ruining, screaming, shouting, stealing, taking, trying, wanting, whining, yelling
    """),
    "futile": entries("""
        a mistake, a nightmare, a waste, asking for trouble, disgusting, hell, hopeless, like, not worth, pointless,
        terrible, torture, unbearable, useless
    """),
    "group_gets": entries("""
        are allowed, are given, come, demand, expect, get, gets, have, receive, take, want
    """),
    "handout": entries("""
        away with, benefits, everything, free, handed, handouts, jobs, paid, preference, priority, special, the best, to
        skip, welfare
    """),
    "identity": entries("""
        being bisexual, being gay, being lesbian, being trans, being transgender, bisexuality, buddhism, catholicism,
        gay marriage, gayness, hinduism, homosexuality, interracial marriage, islam, judaism, lesbianism, same-sex
        marriage, the gay lifestyle, the homosexual lifestyle, transgenderism, transsexuality
    """),
    "institution": entries("""
        army, boardroom, business, church, classroom, congress, country, courts, engineering, field, fields, government,
        industry, leadership, management, media, military, neighborhood, neighbourhood, office, parliament, police,
        politics, power, public, school, schools, science, society, sports, stem, team, tech, workforce, workplace
    """),
    "get_ahead": entries("""
        are admitted, are chosen, are hired, are picked, are promoted, get ahead, get chosen, get hired, get in, get
        jobs, get picked, get promoted, get the job, got hired, got in, got promoted, got the job
    """),
    "because_of": entries("because of, by, for, only because of, only for, thanks to, through"),
    "unearned": entries("bodies, body, color, colour, gender, legs, looks, quota, quotas, race, sex, skin"),
    "just_doing": entries("""
        afraid of, after, angry, bitter, confused, faking, here to, jealous, lazy, looking for, men, pretending, scared
        of, seeking, trying to, ugly, using, weird, women who
    """),
    "so_naturally": entries("naturally, no wonder, obviously, of course"),
    "know_not": entries("""
        do n't even know how to, do n't know how to, do n't know the first thing, do not even know how to, do not know
        how to, have no clue, have no concept of, have no idea, never know how to
    """),
    "loss": entries("""
        cleaning, dealing, extra, losing, losses, more, no, paying, problems, putting up, trouble
    """),
    "legal": entries("""
        a duty, acceptable, allowed, celebrated, decriminalised, decriminalized, encouraged, fine, fun, justified,
        legal, legalised, legalized, ok, okay, rewarded
    """),
    "lower_it": entries("cut, deduct, decrease, dock, downgrade, lower, lowers, reduce, reduces, subtract, take"),
    "mess": entries("accidents, chaos, crime, drama, fights, havoc, mess, noise, problems, trouble"),
    "moved_in": entries("""
        arrive, arrived, came, came here, come, come here, come in, get in, got in, join, joined, move, move in, move
        to, moved, moved in, moved to, show up, showed up, start, started, take over, took over
    """),
    "never_be": entries("can never be, could never be, will never be, wo n't ever be, would never be"),
    "of_course": entries("""
        go figure, it figures, naturally, no surprise, no wonder, obviously, of course, that explains it, that explains
        why, typical, what did you expect, what do you expect, what else would you expect
    """),
    "own_country": entries("""
        africa, asia, china, india, mexico, their country, their own countries, their own country, where he came from,
        where she came from, where they belong, where they came from, where they come from, where you belong, where you
        came from, where you come from, your country, your own country
    """),
    "phase": entries("""
        a choice, a crime against nature, a cult, a disease, a disorder, a fad, a lifestyle choice, a mental disorder, a
        mental illness, a perversion, a phase, a psychological disorder, a religion of hate, a religion of terror, a
        religion of violence, a religion of war, a sickness, a sin, a trend, against god, against nature, an
        abomination, an illness, fake, just a phase, made up, unnatural, wrong
    """),
    "prefer_to": entries("'d rather, 'd sooner, would rather, would sooner"),
    "prejudiced": entries("a bigot, a homophobe, a racist, a sexist, bigoted, homophobic, prejudiced, racist, sexist"),
    "presumably": entries("""
        ca n't, is bound to, must be, must have, obviously, of course, probably, surely, will be difficult, will be
        late, will be off, will be sick, will be slow, will be trouble, wo n't fit, wo n't last, wo n't stay
    """),
    "rank_come": entries("are placed, come, comes, come out, end up, go, land, rank"),
    "real": entries("a real thing, a thing, biblical, healthy, moral, natural, normal, real"),
    "recently": entries("about, because of, ever since, once, since, thanks to, when"),
    "role_verb": entries("""
        around, babysit, be, coach, cook, cut, date, do, drive, fly, handle, have, hold, in, into, join, lead, live,
        look after, manage, marry, move, near, on, operate, own, play, represent, run, sit, speak, take, teach, touch,
        treat, use, vote, with, work
    """),
    "seat_of_power": entries("""
        bank, banks, economy, government, governments, hollywood, media, news, wall street, washington, world
    """),
    "shame_word": entries(
        "animals, bitches, dogs, filth, freaks, garbage, pigs, rats, savages, scum, thugs, trash, vermin, whores"
    ),
    "seeing_that": entries("at how, by how, how, that, to find that, to hear that, to learn that, to see, to see that"),
    "spoil": entries("""
        bankrupt, be the death of, be the end of, bring down, cost us, destroy, drag down, drive away, drive down,
        lower, ruin, scare away, scare off, spoil, turn off, upset, weaken, wreck
    """),
    "spoiled": entries("""
        been nothing but, been trouble, brought nothing, corrupted, destroyed, invaded, killed our, ruined, stolen,
        taken over, wrecked
    """),
    "surprised": entries("""
        a surprise, amazed, amazing, astonished, astonishing, impressed, incredible, shocked, shocking, strange,
        stunned, surprised, surprising, unexpected
    """),
    "tag": entries("""
        and you know it, change my mind, everybody knows, everyone knows, google it, it 's a fact, it is a fact, just
        saying, let 's be honest, let 's be real, let 's face it, look it up, prove me wrong, that 's a fact, that 's
        just a fact, that is a fact, we all know
    """),
    "tends": entries("""
        are always trying to, are going to, are here to, are known to, are likely to, are out to, are quick to, are
        raised to, are taught to, are trained to, are trying to, are used to, ca n't help but, come here to, enjoy, like
        to, live to, love to, prefer to, tend to, try to, want to, will, will always, will do anything to, will gladly,
        will just, will only, would
    """),
    "threat": entries("burden, curse, danger, disgrace, joke, liability, menace, nuisance, problem, threat"),
    "treating": entries("""
        admitting, arguing with, befriending, dating, dealing with, educating, electing, employing, having, helping,
        hiring, hosting, housing, insuring, lending to, living near, living with, marrying, placing, promoting, renting
        to, seating, serving, sitting near, talking to, teaching, training, treating, trusting, working with
    """),
    "us_all": entries("clients, customers, down, everyone, everything, our, people, the, up, us"),
    "wary": entries("""
        ask for a bigger, ask for a higher, ask for a larger, ask for a real, ask for another, ask for more, asked
        for a real, asked for another, asked to see, assume, assumed, avoid, avoided, be careful, charge more, check
        for fraud, check everything, check her bag, check his bag, check their bags, checked her, checked his,
        count, counted, cross the street, crossed the street, demand a, do n't expect, do n't trust, double-check,
        doubt, expect trouble, hide, hold, keep an eye, keep her away, keep him away, keep them away, kept an eye,
        lock, locked, n't let, not let, offer her less, offer him less, offer them less, refuse, reject, she must,
        speak slowly, take a bigger, take a higher, take a larger, talk slowly, watch, watched, worry
    """),
    "wrongdoing": entries("""
        beat, beg, blow, bully, cheat, complain, con, deceive, drink, fight, gamble, hide, hit, kill, lie, lie about,
        loot, manipulate, murder, nag, pickpocket, punch, rape, rob, scam, scream, sell drugs, shoplift, smack, spit,
        stab, steal, stink, take advantage, take over, torture, trick, use drugs, whine
    """),
}
"""Class name to entries; an entry of several words is a phrase."""
