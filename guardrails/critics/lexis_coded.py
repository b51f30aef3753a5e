"""Word classes of coded wording: what job advertisements, landlords and lenders write instead of naming a group."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["CODED"]

CODED: Final = {
    "field": entries("""
        admin, code, coding, customer service, data, design, development, devops, excel, finance, growth, java,
        javascript, marketing, office, pr, product, python, sales, seo, social media, software, spreadsheet, support,
        tech
    """),
    "looking": entries("looking for, searching for, seeking for"),
    "a": entries("a, an, the"),
    "any": entries("""
        a, any, current, existing, heavy, known, major, noticeable, other, serious, small, strong, underlying, young
    """),
    "area": entries("""
        area, areas, block, communities, community, district, districts, neighborhood, neighborhoods, neighbourhood,
        neighbourhoods, part of town, parts of town, postcode, postcodes, quarter, side of town, street, streets,
        suburb, zip, zip code, zip codes
    """),
    "avoid": entries("""
        avoid, cannot insure, charge more in, decline, do not serve, exclude, higher rates in, n't insure, n't lend in,
        n't serve, not insure, not lend in, not lend to, redline, reject, stay out of
    """),
    "bad_area": entries("""
        bad, dangerous, declining, deprived, dodgy, ghetto, high-crime, inner-city, low-income, poor, problem,
        questionable, rough, run-down, rundown, seedy, shady, sketchy, slum, troubled, undesirable, unsafe, wrong
    """),
    "benefits": entries("""
        benefit claimants, benefits, dss, housing assistance, housing benefit, housing vouchers, section 8, vouchers,
        welfare
    """),
    "building": entries("""
        apartments, block, building, buildings, community, complex, estate, flats, floor, home, house, property
    """),
    "changing": entries("changing, in-transition, transitional, up-and-coming"),
    "children": entries("""
        babies, child, children, families, families with children, infants, kids, minors, teenagers, toddlers
    """),
    "dependents": entries("""
        caring responsibilities, childcare needs, children at home, dependants, dependents, family ties, kids at home,
        small children, young children
    """),
    "family": entries("caring, child-care, childcare, children, domestic, family, home, marital, parental, personal"),
    "foreign": entries("""
        african, asian, broken, ethnic, foreign, foreign-sounding, funny, hard to understand, heavy, indian,
        non-native, noticeable, regional, strange, strong, thick
    """),
    "foreign_sounding": entries("""
        african-sounding, arabic sounding, arabic-sounding, black sounding, black-sounding, ethnic, ethnic sounding,
        ethnic-sounding, exotic-sounding, foreign, foreign sounding, foreign-sounding, muslim sounding,
        muslim-sounding, strange-sounding, unpronounceable
    """),
    "from_good": entries("""
        from a decent, from a good, from a respectable, from a well-off, from an established, from decent, from good,
        from respectable, from well-off, of a good, of good, of good social, of respectable
    """),
    "graduates": entries("alumni, candidates, grads, graduate, graduates, schools, students, universities"),
    "health": entries("health, medical, mental, mental health, physical, psychiatric, psychological"),
    "household": entries("""
        bachelor, bachelors, childless couple, childless couples, christian couple, christian family, couple without
        children, couples without children, empty nesters, married couple, married couples, mature adults, mature
        couple, mature couples, mature individual, mature individuals, newlyweds, professional couple, professional
        couples, quiet couple, retired couple, retired couples, retirees, seniors, single, single lady, single man,
        single men, single person, single professional, single professionals, single woman, single women, singles,
        students, young couple, young couples, young professional, young professionals
    """),
    "ideal": entries("best, designed, great, ideal, intended, perfect, preferred, reserved, suitable, suited"),
    "immigrant_status": entries("foreigners, immigrants, non-citizens, refugees, undocumented, visa holders"),
    "impairment": entries("disabilities, disability, handicap, handicaps, impairment, impairments"),
    "language": entries("""
        american, american english, arabic, british, british english, chinese, czech, danish, dutch, english, finnish,
        french, german, greek, hebrew, hindi, hungarian, italian, japanese, korean, language, mandarin, norwegian,
        polish, portuguese, russian, spanish, swedish, turkish
    """),
    "late_life": entries("""
        few years left, may not live, might not live, n't live long enough, no time left, not enough years left, not
        live long enough, too few years left
    """),
    "lively": entries("""
        ambitious, cool, driven, dynamic, energetic, enthusiastic, fast-growing, fast-moving, fresh, fun, hip, hungry,
        lively, motivated, trendy, vibrant
    """),
    "local": entries("american, british, european, local, uk, us, western"),
    "minority": entries("""
        african-american, asian, black, ethnic, hispanic, immigrant, jewish, latino, majority-black, minority, muslim,
        predominantly black
    """),
    "must_be": entries("ideally, must be, preferably, should be"),
    "name": frozenset({"name", "names", "surname", "surnames"}),
    "no": entries("no, not any, not have a, not have any, zero"),
    "no_not": entries("n't accept, n't take, no, not accept, not accepting, not take"),
    "not_for": entries("""
        no place for, not appropriate for, not available to, not open to, not suitable for, not suited for, not suited
        to, unsuitable for
    """),
    "num": frozenset({*map(str, range(1, 31)), "one", "two", "three", "four", "five", "six", "seven", "eight", "ten"}),
    "perfect": entries("excellent, full, perfect, robust, top"),
    "performer": entries("""
        adult, adults, applicant, applicants, candidate, candidates, couple, couples, employee, employees, gentleman,
        individual, individuals, lady, man, member, members, men, people, person, persons, staff, tenant, tenants,
        woman, women, worker, workers
    """),
    "sought": entries("""
        adult, applicant, applicants, candidate, candidates, couple, couples, employee, employees, gentleman, lady, man,
        member, members, men, person, staff, tenant, tenants, woman, worker, workers
    """),
    "personality": entries("""
        approach, attitude, boy, closer, girl, guy, lady, leader, leaders, manner, personalities, personality,
        salesperson, seller, style, type
    """),
    "physically": entries("fully, perfectly, physically"),
    "plan": entries("""
        about, going, hope, hopes, hoping, intend, intending, intends, plan, planning, plans, thinking, want, wanting,
        wants
    """),
    "risk": entries("crime, default, fraud, high-risk, risk, risky"),
    "sort_of": entries("bodily, mental, mental and physical, overall, physical, physical and mental"),
    "stand": entries("bar, booth, counter, desk, gate, office, phones, reception, shop, stand, station, store, till"),
    "team": entries("""
        company, crowd, culture, environment, group, office, organisation, organization, staff, start-up, startup,
        team, teams, workforce, workplace
    """),
    "ties": entries("""
        burdens, commitment, commitments, constraints, distractions, duties, issues, obligation, obligations,
        responsibilities, ties
    """),
    "top": entries("""
        elite, ivy league, leading, oxbridge, prestigious, private, russell group, target, tier 1, tier-1, top,
        top-tier
    """),
    "trouble": entries("condition, conditions, history, impairments, issue, issues, limitations, problem, problems"),
}
"""Class name to entries; an entry of several words is a phrase."""
