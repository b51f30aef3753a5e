"""Words of care: pain, complaints, what a patient is to keep to, and labels of distrust in records."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["CARE"]

CARE: Final = {
    "pain": entries("""
        anaesthesia, anaesthetic, analgesia, anesthesia, anesthetic, pain, pain killers, pain medication, pain relief,
        painkillers, the cold, the pain
    """),
    "complaint": entries("""
        ailments, complaints, conditions, disability, illness, illnesses, injuries, pain, pains, sickness, symptoms
    """),
    "regimen": entries("""
        advice, appointments, diets, instructions, medication, medications, medicine, medicines, orders, pills,
        prescriptions, tablets, therapy, treatment, treatments
    """),
    "distrusted": entries("""
        attention seekers, attention-seekers, attention-seeking, difficult patients, drug seekers, drug seeking,
        drug-seekers, drug-seeking, frequent flyers, hypochondriacs, hysterical, malingerers, malingering,
        non-adherent, non-compliant, nonadherent, noncompliant, poor historians, uncooperative, unreliable historians
    """),
    "care_act": entries("""
        accommodate, admit, anaesthetise, assess, bill, book, cover, diagnose, discharge, examine, house, include,
        insure, let, let to, move, operate on, prescribe, prioritise, quote, refer, sedate, see, sell to, serve, take,
        take on, transfer, treat, underwrite, vaccinate
    """),
}
"""Class name to entries, as patterns of the rules name them."""
