from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.keys import attribute_of_key, attribute_of_pointer, pointer_segments, tokens_of_key

PROTECTED = {
    "age": "age Age dateOfBirth date_of_birth DateOfBirth DATE-OF-BIRTH dob DOB d_o_b birthdate "
    "dateofbirth BirthDt yob "
    "year_of_birth birth_datetime ageYears years_old age_at_enrollment ageInMonths AGE_GRP age_band patientAge "
    "applicant_age_above_62 SeniorCitizen is_minor EMP_DOB GBDAT fecha_nacimiento",
    "gender": "gender Gender GENDER sex sex_cd SEX_CD sexCode gender_concept_id gender_source_value Applicant-Gender "
    "co-applicant_sex_observed birthsex us-core-birthsex legal_sex sexAtBirth gender2 Gender__c "
    "GenderCode gender_identity "
    "cust_gndr genderid is_female isTransgender pronouns GESCH personal_status_sex",
    "race": "race Race race_concept_id race_source_value us-core-race applicant_race_1 RACE_CD "
    "racecode race_ethnicity "
    "RaceEthnicity racialBackground self_identified_race skin_tone skinColour isBlack "
    "identifiesAsWhite EEO1Category_race",
    "ethnicity": "ethnicity patient.ethnicGroup ETHNIC_GRP_CD ethnicityCd is_hispanic "
    "hispanic_origin latino_flag ancestry "
    "tribal_affiliation ethnicity_concept_id",
    "religion": "religion relig RELIGION_CD religiousPreference religiousAffiliation denomination "
    "faith creed isMuslim KONFE",
    "nationality": "nationality nationalities citizenship CitizenshipCountryCode country_of_birth birthCountry "
    "native-country native_language mother_tongue national_origin foreign_worker immigrationStatus NATIO birthPlace",
    "sexual_orientation": "sexual_orientation sexualOrientation sexualorientation sexuality is_lgbtq lgbt_flag isGay "
    "orientation_self_declared",
    "disability": "disability disabilities disability_flag hasDisability disabilityStatus "
    "impairmentType wheelchair_user "
    "usesWheelchair special_needs reasonable_accommodation mentalHealthStatus health_condition isDeaf handicapped",
    "pregnancy": "pregnant isPregnant is_pregnant pregnancy_status maternity_leave "
    "planned_maternity_leave gestational_age "
    "gravida",
    "marital_status": "marital_status maritalStatus maritalstatus MARITAL MAR_STATUS civilStatus spouse_name married "
    "relationship_status FAMST",
    "family_status": "has_children number_of_children numDependents dependents parentalStatus family_status ANZKD",
    "socioeconomic": "socioeconomicStatus socio_economic_group social_class receives_welfare "
    "food_stamps SES homeless_flag",
    "veteran_status": "veteran_status isVeteran protectedVeteran military_status",
    "caste": "caste caste_name scheduledCaste",
    "body_size": "bmi body_mass_index bodySize obese",
}


@pytest.mark.parametrize(
    ("key", "attribute"), [(key, attribute) for attribute, keys in PROTECTED.items() for key in keys.split()]
)
def test_says_which_attribute_a_key_states(key: str, attribute: str) -> None:
    assert attribute_of_key(key) == attribute


_LOOKALIKES = """
    mileage percentage account_age_days accountAge raceway sexagesimal race_condition_retries page language
    national_park black_level gender_reveal_sku trace age_of_account storage image stage average message
    usage_count wage_grade manager cache_age_seconds max_age maxAge whisky_age_statement agent agency engagement
    surface embrace terrace sextant dosage voltage garage single_sign_on native_app minor_version parent_id
    child_nodes partner_tier master_node white_cell_count orientation country_of_origin family_name given_name
    gender_pay_gap age_rating race_track_id trace_id disabled mortgage_balance vehicleAge interface_color color
    hair blindStudyArm sessionAge gene general agenda relevance advantage_program heritage_site_id ageing_method
    storage_class white_label is_white_label old_price senior_engineer orientation_lock beverage cottage
    foreign_key handicap_index age_gate vintage language_code transgenic transaction is_single_use
    is_minor_version is_parent_node good_faith_estimate wheelchair_accessible eth0 march body_html race_time
    race_date race_year military_time sex_offender_registry gender_neutral_restroom disability_insurance_plan
    is_enabled pregnancy_test_sku maternity_wear_size connector_gender gender_changer_adapter average_age religare
    traceparent name colorBlindMode process_age children_nodes data_race data_age legal_age record_age
    child_count is_parent lineage passage bandage essex middlesex sexton Id
    __ 42
"""


@pytest.mark.parametrize("key", ["", *_LOOKALIKES.split()])
def test_keys_that_only_look_protected_state_nothing(key: str) -> None:
    assert attribute_of_key(key) is None


@pytest.mark.parametrize(
    ("key", "tokens"),
    [
        ("dateOfBirth", ("date", "of", "birth")),
        ("HTTPCacheAge", ("http", "cache", "age")),
        ("Applicant-Gender", ("applicant", "gender")),
        ("maritalstatus", ("marital", "status")),
        ("mileage", ("mileage",)),
        ("race1", ("race", "1")),
        ("d.o.b", ("dob",)),
    ],
)
def test_splits_keys_of_any_style(key: str, tokens: tuple[str, ...]) -> None:
    assert tokens_of_key(key) == tokens


POINTERS = {
    "index is skipped": ("/people/3/disabilities/0", "disability"),
    "coded value": ("/patient/race/coding/0/display", "race"),
    "value below a key": ("/demographics/age/value", "age"),
    "parent and child together": ("/applicant/birth/date", "age"),
    "inside a record about an attribute": ("/disability/certificate/issued", "disability"),
    "nested JSON": ("/arguments#/applicant/sex", "gender"),
    "escaped": ("/a~1b/marital~1status", "marital_status"),
    "neutral": ("/people/0/skills", None),
    "root": ("", None),
    "index alone": ("/0", None),
    "a run has parts": ("/race/distance", None),
    "diversity form": ("/demographics/disabled", "disability"),
}


@pytest.mark.parametrize(("pointer", "attribute"), POINTERS.values(), ids=POINTERS.keys())
def test_says_which_attribute_a_pointer_leads_to(pointer: str, attribute: str | None) -> None:
    assert attribute_of_pointer(pointer) == attribute


CONTEXT: dict[str, tuple[str, object, tuple[str, ...], str | None]] = {
    "race that is a run by its neighbours": ("/race", "The Big One", ("performer", "doorTime", "venue"), None),
    "race that is a run by its value": ("/race", "Autumn 10 km", (), None),
    "race of a person": ("/race", "Asian", ("surname", "email"), "race"),
    "code of a race": ("/race", 3, (), "race"),
    "gender of a product": ("/gender", "female", ("sku", "price", "brand"), None),
    "audience of a product": ("/gender", "unisex", (), None),
    "gender of a person": ("/gender", "F", ("surname", "jobTitle"), "gender"),
    "sex of an animal": ("/sex", "F", ("species", "breed"), None),
    "age of a product": ("/age", 12, ("sku", "brand", "material"), None),
    "age of a person": ("/age", 42, ("first_name",), "age"),
    "orientation of a screen": ("/orientation", "landscape", ("firmware",), None),
    "orientation of a person": ("/orientation", "bisexual", ("surname",), "sexual_orientation"),
    "straight pattern": ("/orientation", "straight", ("sku", "price", "pattern"), None),
    "golf handicap": ("/handicap", 12, (), None),
    "handicap of a person": ("/handicap", "hearing", ("surname",), "disability"),
    "switched off": ("/disabled", True, ("surname",), None),
    "denomination of a note": ("/denomination", 20, ("currency",), None),
    "denomination of a church": ("/denomination", "Baptist", (), "religion"),
    "origin of a product": ("/countryOfOrigin", "Peru", ("sku", "brand"), None),
    "origin of a person": ("/countryOfOrigin", "Peru", ("surname", "email"), "nationality"),
    "gendered salutation": ("/salutation", "Mrs.", (), "gender"),
    "salutation": ("/salutation", "Dr", (), None),
    "relationship": ("/relationship", "Husband", (), "marital_status"),
    "relationship of a contact": ("/relationship", "supplier", (), None),
    "number of children": ("/children", 2, ("surname",), "family_status"),
    "children of a tree": ("/children", 2, ("node", "widget"), None),
    "customer beside a product": ("/customer/gender", "F", ("sku", "price", "brand"), "gender"),
    "nodes of a tree": ("/child_count", 3, ("node", "parent_id"), None),
    "children of a person": ("/child_count", 3, ("surname",), "family_status"),
    "health of a server": ("/health_status", "green", (), None),
    "body of a car": ("/bodyType", "estate", ("model", "price"), None),
}


@pytest.mark.parametrize(("pointer", "value", "neighbours", "attribute"), CONTEXT.values(), ids=CONTEXT.keys())
def test_value_and_neighbours_settle_keys_with_two_meanings(
    pointer: str, value: object, neighbours: tuple[str, ...], attribute: str | None
) -> None:
    assert attribute_of_pointer(pointer, value=value, neighbours=neighbours) == attribute


@given(st.text(max_size=60))
def test_any_key_is_decided(key: str) -> None:
    assert attribute_of_key(key) is None or attribute_of_key(key) in PROTECTED
    assert all(token == token.lower() or not token.isascii() for token in tokens_of_key(key))


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda part: "#" not in part), max_size=6))
def test_segments_are_what_the_pointer_was_made_of(parts: list[str]) -> None:
    pointer = "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)

    assert pointer_segments(pointer) == tuple(parts)


@pytest.mark.parametrize("key", ["sex" * 5_000, "a_" * 5_000, "Ab" * 5_000, "age" + "s" * 10_000])
def test_endless_keys_come_to_an_end(key: str) -> None:
    assert len(tokens_of_key(key)) <= 200
