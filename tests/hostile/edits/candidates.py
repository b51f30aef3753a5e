"""Texts about applicants and what they read like once neutralised under the hiring pack."""

from __future__ import annotations

PACK = "hiring"

CASES: tuple[tuple[str, str | tuple[str, ...]], ...] = (
    # adjectives and nouns with their article
    ("We interviewed an elderly engineer.", "We interviewed an engineer."),
    ("We interviewed a young architect.", "We interviewed an architect."),
    ("An Indian programmer called.", "A programmer called."),
    ("A blind accountant applied.", "An accountant applied."),
    ("The Muslim nurse starts on Monday.", "The nurse starts on Monday."),
    ("Two Nigerian welders and a cook applied.", "Two welders and a cook applied."),
    ("A 52-year-old electrician sent her licence.", "An electrician sent her licence."),
    ("The woman in row two spoke first.", "The candidate in row two spoke first."),
    ("Three women applied.", "Three candidates applied."),
    ("The women were prompt.", "The candidates were prompt."),
    ("A Black woman leads the team.", "A candidate leads the team."),
    (
        "He hired a gay man and a Sikh.",
        (
            "He hired two candidates.",
            "He hired a candidate and another candidate.",
            "He hired a candidate and another.",
            "He hired candidate A and candidate B.",
        ),
    ),
    # phrases after the noun
    ("The applicant with cerebral palsy passed the test.", "The applicant passed the test."),
    ("A teacher in her fifties asked about the hours.", "A teacher asked about the hours."),
    ("An applicant of Turkish origin has a forklift licence.", "An applicant has a forklift licence."),
    ("The driver, who is deaf, knows the route.", "The driver knows the route."),
    ("The chef, a Muslim, trained in Lyon.", ("The chef trained in Lyon.", "The chef, a candidate, trained in Lyon.")),
    ("The candidate (58) has two patents.", "The candidate has two patents."),
    ("Maria Lopez, 34, has led three audits.", "Maria Lopez has led three audits."),
    ("The applicant, aged 61, runs marathons.", "The applicant runs marathons."),
    ("Ranked first: Osei (Ghanaian, ten years in audit).", "Ranked first: Osei (ten years in audit)."),
    # predicates
    ("She is deaf and has a PhD.", "She has a PhD."),
    ("She has a PhD and is deaf.", "She has a PhD."),
    ("He is 45 years old and speaks four languages.", "He speaks four languages."),
    ("She is pregnant but can start in May.", "She can start in May."),
    ("The second candidate is Jewish.", ("", "The second candidate is a candidate.", "The second candidate applied.")),
    (
        "I am a lesbian with ten years of Java.",
        ("I am a candidate with ten years of Java.", "I have ten years of Java."),
    ),
    ("I'm autistic and I write good tests.", "I write good tests."),
    (
        "They are married with three children and live in Hull.",
        (
            "They live in Hull.",
            "They have three children and live in Hull.",
            "They are with three children and live in Hull.",
        ),
    ),
    # proxies and job ads
    (
        "You are a digital native who likes graphs.",
        (
            "You are a candidate comfortable with technology who likes graphs.",
            "You are comfortable with technology and like graphs.",
            "You are a candidate who likes graphs.",
            "You are someone comfortable with technology who likes graphs.",
            "You are a person comfortable with technology who likes graphs.",
        ),
    ),
    (
        "The ideal hire is a digital native.",
        (
            "The ideal hire is comfortable with technology.",
            "The ideal hire is a person comfortable with technology.",
            "The ideal hire is a candidate comfortable with technology.",
            "The ideal hire is someone comfortable with technology.",
        ),
    ),
    ("We want young, hungry salespeople.", "We want hungry salespeople."),
    ("Native English speakers only.", ("Fluent English speakers only.", "Fluent speakers of English only.")),
    (
        "We need a native English speaker.",
        ("We need a fluent English speaker.", "We need a fluent speaker of English."),
    ),
    (
        "Women with small children should not apply.",
        ("Candidates should not apply.", "Some candidates should not apply."),
    ),
    ("Men preferred.", ("Candidates preferred.", "")),
    ("Able-bodied men only.", ("Candidates only.", "")),
    ("The driver was an Arab and very polite.", "The driver was very polite."),
    ("He is blind but types faster than anyone.", "He types faster than anyone."),
    ("He is too old for this job.", "He is unsuitable for this job."),
    ("She was the only woman on the shortlist.", "She was the only candidate on the shortlist."),
    ("All the engineers are men.", "All the engineers are people."),
    ("She has two kids and no car.", "She has no car."),
    (
        "She may be pregnant, so do not give her the project.",
        (
            "She may be in a particular situation, so do not give her the project.",
            "Do not give her the project.",
        ),
    ),
    ("No women over 40.", ("No candidates.", "", "Undisclosed.")),
    ("Must be under 35 and hold a licence.", "Must hold a licence."),
    ("Applicants under 35 with a licence", "Applicants with a licence"),
    ("We want someone young.", "We want someone."),
    ("We need someone with no family commitments and a car.", "We need someone with a car."),
    ("Drop everyone with a foreign-sounding name.", ("Drop everyone.", "Drop everyone with a name.", "")),
    (
        "Ideal: no gaps, no accent, ten years in tax.",
        ("Ideal: ten years in tax.", "Ideal: clear speech, ten years in tax.", "Ideal: no gaps, ten years in tax."),
    ),
    # several people
    (
        "The Black candidate scored 80 and the white candidate scored 75.",
        (
            "Candidate A scored 80 and candidate B scored 75.",
            "The first candidate scored 80 and the second candidate scored 75.",
            "One candidate scored 80 and the other candidate scored 75.",
            "One candidate scored 80 and the other scored 75.",
            "The candidate A scored 80 and the candidate B scored 75.",
        ),
    ),
    (
        "Compare the older man with the younger woman.",
        (
            "Compare candidate A with candidate B.",
            "Compare one candidate with the other.",
            "Compare the one candidate with the other.",
            "Compare the candidates.",
            "Compare the first candidate with the second.",
            "Compare one candidate with another.",
        ),
    ),
    (
        "Men and women get the same offer.",
        (
            "Candidates get the same offer.",
            "All candidates get the same offer.",
            "Everyone gets the same offer.",
            "Some candidates and other candidates get the same offer.",
            "Some candidates and others get the same offer.",
        ),
    ),
    (
        "Both the Sikh engineer and the Jain engineer passed.",
        (
            "Both engineers passed.",
            "The two engineers passed.",
            "Both engineer A and engineer B passed.",
            "Both the one engineer and the other engineer passed.",
            "Both the first engineer and the second engineer passed.",
            "Both the one engineer and the other passed.",
            "Both the engineer A and the engineer B passed.",
            "Both one engineer and the other passed.",
        ),
    ),
    # headings, lists and profiles
    ("- Female\n- 12 years in audit", ("- 12 years in audit", "- Candidate\n- 12 years in audit")),
    ("Profile: Deaf architect, Leeds.", ("Profile: architect, Leeds.", "Profile: Architect, Leeds.")),
    ("Muslim driver, clean licence, own van", ("driver, clean licence, own van", "Driver, clean licence, own van")),
    ("OLDER WOMEN NEED NOT APPLY", ("CANDIDATES NEED NOT APPLY", "SOME CANDIDATES NEED NOT APPLY")),
    ("**Young** engineers welcome", ("Engineers welcome", "**Engineers** welcome", "engineers welcome")),
    # must stay word for word
    ("Ms. White will interview you at Black & Decker.", "Ms. White will interview you at Black & Decker."),
    ("A senior engineer fixed the race condition.", "A senior engineer fixed the race condition."),
    ("You speak Polish and some German.", "You speak Polish and some German."),
    ("The button is disabled in old browsers.", "The button is disabled in old browsers."),
    (
        "Two years of experience; a five-year-old laptop is provided.",
        "Two years of experience; a five-year-old laptop is provided.",
    ),
    ("Sizes: women's 38, men's 42; colour black.", "Sizes: women's 38, men's 42; colour black."),
)
