"""The words of field names: which say a protected attribute, which only qualify, and which make another thing of them.

Written from the vocabularies that records really use: schema.org, FHIR and US Core, OMOP, Synthea, HR-XML, HMDA, ERP
systems (SAP infotypes, PeopleSoft, ERPNext), census and equal-opportunity forms.
"""

from __future__ import annotations

__all__ = [
    "AGGREGATES",
    "ALONE",
    "ANYWHERE",
    "EXACT",
    "FLAGGED",
    "OTHER",
    "QUALIFIERS",
    "RUNNING",
    "SPLITTABLE",
    "STEMS",
    "TECHNICAL",
    "THINGS_BEFORE",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(**rows: str) -> dict[tuple[str, ...], str]:
    phrases = ((tuple(phrase.split("_")), attribute) for attribute, row in rows.items() for phrase in row.split())
    return dict(sorted(phrases, key=lambda item: -len(item[0])))


OTHER = "other"
"""Marks phrases that only look like an attribute."""

ANYWHERE = _table(
    other="good_faith bad_faith sex_offender sex_offense sex_education sex_ed civil_status_code_page birth_control "
    "religious_holiday expecting_delivery military_time military_grade welfare_check faith_score citizen_developer",
    sexual_orientation="sexual_orientation sexuality sexual_preference sexual_identity orientation_self lgbt "
    "lgbtq lgbtqia lgb "
    "sogi romantic_orientation same_sex same_sex_couple same_sex_partner homosexual",
    gender="gender gender_identity sex_at_birth birth_sex birthsex natal_sex legal_sex transgender "
    "trans_status trans_history "
    "pronouns gndr geschlecht sexe sexo genero género gender_expression "
    "assigned_sex administrative_sex biological_sex male_female",
    nationality="nationality nationalities citizenship citizenships national_origin country_of_birth birth_country "
    "country_birth birthplace birth_place place_of_birth place_birth city_of_birth birth_city state_of_birth "
    "birth_state "
    "native_country native_language mother_tongue first_language native_speaker foreign_worker foreign_born "
    "foreign_national "
    "immigration_status immigrant migrant_status migration_background country_of_citizenship home_country "
    "nacionalidad staatsangehörigkeit staatsangehoerigkeit nationalität nationalite nationalité passport_country "
    "country_of_nationality birth_nation place_of_origin refugee_status asylum_status alien_status "
    "citizen_status us_citizen visa_status naturalized naturalised",
    ethnicity="ethnicity ethnicities ethnic ethn hispanic latino latina latinx ancestry tribal_affiliation tribe "
    "ethnic_group etnia cultural_background cultural_heritage hispanic_latino",
    race="racial race_ethnicity ethnicity_race race_ethnic skin_color skin_colour skin_tone complexion raza bame "
    "underrepresented_minority urm minority_status visible_minority person_of_color person_of_colour "
    "indigenous_status aboriginal aboriginality fitzpatrick minority_group people_of_color indigenous first_nations",
    religion="religion religions religious relig faith creed denomination religious_affiliation worship konfession "
    "church_membership church_attendance belief_system spiritual_affiliation spirituality religião holy_orders",
    disability="handicap_status handicap_flag handicap_code accessibility_requirements "
    "disability disabilities handicapped impairment impairments special_needs wheelchair health_condition "
    "health_conditions health_details medical_condition medical_conditions chronic_illness chronic_condition "
    "chronic_conditions mental_health mental_illness neurodivergent neurodiversity neurodiverse hearing_impaired "
    "visually_impaired reasonable_accommodation reasonable_accommodations accommodation_needs accommodation_request "
    "reasonable_adjustment reasonable_adjustments workplace_adjustments access_needs accessibility_needs "
    "registered_disabled disabled_person disabled_applicant disabled_patient disabled_candidate differently_abled "
    "blue_badge limiting_condition long_term_illness functional_limitation functional_limitations "
    "mobility_aid assistive_device medical_history health_status health_problems pwd_status "
    "learning_difficulties learning_difficulty behinderung invalidity adhd autism mental_disorder disabled_status",
    pregnancy="pregnancy expecting_baby expecting_child pregnant pregnancies maternity gravida gravidity "
    "breastfeeding lactating "
    "antenatal gestation gestational_age estimated_delivery_date paternity_leave parental_leave fertility_treatment "
    "prenatal weeks_gestation",
    marital_status="marital marital_status mar_status marriage married civil_status spouse spousal husband wife "
    "relationship_status divorced widowed widow widower familienstand estado_civil etat_civil civil_state marstat "
    "personal_status domestic_partner civil_partnership maiden_name married_status marriage_date",
    family_status="family_status familial_status parental_status number_of_children number_children num_children "
    "no_of_children has_children has_kids num_kids number_of_kids dependents dependants "
    "number_of_dependents num_dependents dependents_count caregiver_status carer_status caregiving "
    "caring_responsibilities "
    "single_parent family_size parenthood childcare family_background family_composition family_situation "
    "children_at_home kids_count lone_parent family_planning n_children children_number",
    age="birth_date date_of_birth date_birth birthdate birthday birth_day dob dateofbirth birth_year year_of_birth "
    "birth_month month_of_birth day_of_birth birth_datetime birth_dt birth_time time_of_birth birth_yr year_born "
    "birth_dttm yob born born_on date_born years_old age_years age_group age_band age_range age_bracket age_bucket "
    "age_cat age_category senior_citizen over_18 over_21 over_40 under_18 over_65 under_25 age_in "
    "geburtsdatum geburtstag fecha_nacimiento date_naissance edad retirement_age brthdt bday "
    "birth_timestamp age_yrs generation_cohort birth_cohort age_over age_under age_above is_underage underage elderly",
    veteran_status="veteran veterans military_status military_service vevraa armed_forces protected_veteran vet_status "
    "military_veteran military_discharge military_spouse active_duty ex_military service_member",
    caste="caste jati varna scheduled_caste scheduled_tribe sub_caste subcaste dalit",
    socioeconomic="socioeconomic socio_economic social_class welfare food_stamps food_stamp snap_recipient "
    "public_assistance free_lunch reduced_lunch free_school_meals income_support housing_benefit low_income poverty "
    "homeless homelessness first_generation_student on_benefits "
    "receives_benefits class_background pell_eligible pell_grant government_assistance tanf ses_status "
    "unhoused council_housing public_housing economic_status economically_disadvantaged "
    "parental_education parents_education deprivation_index first_generation_college first_gen_student "
    "medicaid_recipient medicaid_eligible section_8_voucher income_class economically_inactive",
    body_size="bmi body_mass body_mass_index body_type body_size body_shape body_weight obese obesity overweight "
    "body_build waist_circumference dress_size",
)
"""Phrases that say the attribute wherever they stand in a key, unless a technical word makes another thing of them."""

STEMS = {
    "ethnic": "ethnicity",
    "religio": "religion",
    "disabilit": "disability",
    "pregnan": "pregnancy",
    "marital": "marital_status",
    "nationalit": "nationality",
    "veteran": "veteran_status",
    "sexualorient": "sexual_orientation",
    "hispanic": "ethnicity",
    "socioecon": "socioeconomic",
    "immigra": "nationality",
}
"""Beginnings of words that leave no doubt; they cover truncated column names ("ETHNICITYCD", "RELIGPREF")."""

ALONE = _table(
    race="race races",
    gender="sex sexcode",
    age="age ages agecat agegrp",
    ethnicity="heritage ethgrp origin_group",
    religion="belief beliefs rlgn",
    nationality="natl country_origin ctzn ntnlty",
    family_status="children kids parent_status dependent_count dpnd",
    disability="disab accommodations_needed disbl",
    marital_status="marst mrtl",
    socioeconomic="ses social_grade",
    pregnancy="expecting preg",
    veteran_status="military",
)
"""Words that say the attribute only when nothing but qualifiers stands beside them."""

FLAGGED = {
    "bisexual": "sexual_orientation",
    "blind": "disability",
    "autistic": "disability",
    "minor": "age",
    "elderly": "age",
    "citizen": "nationality",
    "minority": "race",
    "roma": "ethnicity",
    "male": "gender",
    "female": "gender",
    "woman": "gender",
    "man": "gender",
    "black": "race",
    "white": "race",
    "asian": "race",
    "muslim": "religion",
    "jewish": "religion",
    "christian": "religion",
    "catholic": "religion",
    "hindu": "religion",
    "sikh": "religion",
    "buddhist": "religion",
    "gay": "sexual_orientation",
    "lesbian": "sexual_orientation",
    "queer": "sexual_orientation",
    "trans": "gender",
    "deaf": "disability",
    "foreigner": "nationality",
    "expat": "nationality",
    "adult": "age",
    "mother": "family_status",
    "father": "family_status",
    "single": "marital_status",
    "poor": "socioeconomic",
}
"""Values of attributes: they say the attribute after "is" or "identifies as" ("isMuslim", "applicant_is_black")."""

EXACT = {
    "gesch": "gender",
    "gbdat": "age",
    "gblnd": "nationality",
    "gbort": "nationality",
    "natio": "nationality",
    "nati2": "nationality",
    "famst": "marital_status",
    "famdt": "marital_status",
    "konfe": "religion",
    "anzkd": "family_status",
    "racky": "race",
    "mf": "gender",
    "sx": "gender",
    "kinder": "family_status",
    "alter": "age",
}
"""Whole keys of systems that abbreviate (SAP infotypes 0002 and 0077)."""

TECHNICAL = _words("""
    sku gtin adapter connector changer reveal cache http ttl css html widget button node nodes condition conditions
    bit bits car cars track lap laps distance km miles pace finish course horse jockey driver_no bib heat winner
    timer gap pay equality equity policy training reporting report stats statistics ratio split balance neutral
    studies study options enum choices schema regex validator placeholder tooltip layout rotation screen
    display_order sensor camera device plug socket thread pin port cable swap filter facet sort order_by required
    optional visible hidden enabled editable wear clothing dress dresses shoes ward clinic hospital unit dept
    department school calendar holiday holidays site url href endpoint template locale sitemap currency note_value
    coin coins banknote bill animal pet pets breed species wine whisky whiskey cheese domain account listing vehicle
    building house property roof asset invoice debt receivable inventory stock session token password key_age log
    file backup build_no process queue job_age ticket issue order_age payment lead_age model prediction score
    threshold weights coefficient shap importance restriction rating limit gate verification charity music books
    fiction genre store shop category_page release album band movie film game games team league sport sports
    accessible boarding ramp spaces parking restroom restrooms toilet toilets bathroom baggage luggage fee fees path
    commit config configuration setting settings version controller service server table keyword keywords topic news
    article memorial day_parade parade affairs museum holding stopped anniversary park product fund insurance_type
    plan plans cover coverage benefits_plan
""")
"""Words that make a thing, a place, a setting or a figure of the words beside them."""

AGGREGATES = _words("""
    average avg mean median min max minimum maximum percent percentage pct rate total sum stddev distribution
    histogram quota target suggested recommended typical allowed eligible_min
""")
"""Words that make a figure about many people, or a criterion, of an age or a gender."""

QUALIFIERS = _words("""
    applicant applicants coapplicant co candidate candidates employee employees emp worker staff person persons
    people individual human patient patients pt pat client clients customer customers cust consumer user users
    member members mbr subject subjects subj participant respondent interviewee student pupil learner borrower
    coborrower primary secondary guarantor tenant renter lessee resident occupant household head insured
    policyholder holder beneficiary claimant enrollee subscriber dependent dependant defendant offender inmate
    suspect victim plaintiff juror arrestee driver owner buyer seller guest passenger visitor donor voter parent
    mother father guardian child kid baby newborn infant spouse partner contact profile demographic demographics
    demog eeo eeoc eeo1 hmda self reported declared identified identification identity identifies identify as
    observed perceived derived assigned legal administrative biological natal birth at current actual approx
    approximate estimated est exact stated given my your his her their the of in on is has for and or cd code codes
    id ids concept desc description descr source src value values val text txt name label type category categories
    cat classification class group groups grp key flag ind indicator field data info information detail details
    status display coding system omb core uk us new raw clean norm normalized std standard encoded bin binned bucket
    num number no nbr other specify multi list pref preferred preference background origin origins question answer
    response survey form col column attr attribute var variable feature dim dimension lookup fk ext extension custom
    c pc u api first second last years year yrs yr months range band bracket application enrollment enrolment
    admission diagnosis hire hiring intake onset screening visit entry arrest offense offence death marriage event
    registration baseline index completed today now record personal private sensitive protected manager supervisor
    doctor physician provider agent teacher officer player athlete actor author performer speaker recipient sender
    nominee attendee traveler traveller donee heir settlor trustee signer signatory member1 member2 survivor
    reference a b person1 person2 hh hoh cohead occupier lead prospect
""")
"""Words that only say whose attribute it is, how it was recorded or how it is coded."""

SPLITTABLE = (
    frozenset(word for phrase in (*ANYWHERE, *ALONE) for word in phrase if len(word) > 2)
    | frozenset(word for word in QUALIFIERS if len(word) > 3)
    | _words("cd of is id at in has num yrs sex dob date year")
) - _words("gen nat dis mar rel vet eth nation origin build general state time city home first self case over under")
"""Words a key without any separator may be split into ("dateofbirth", "maritalstatus")."""

RUNNING = _words(
    "year years yr event entry registration last first driver athlete performer number num no next current"
)
"""Words that, beside "race" alone, speak of a run."""

THINGS_BEFORE = _words(
    "data record key code source field form system label index feature event lead legal custom column"
)
"""Words that, right before "age" or "race", say whose age or what race it is: of no person ("data_race")."""
