"""Constitutions: the YAML policy packs, their format, how they are loaded and what they come to."""

from guardrails.constitution.case import CasePart, ExpectPart, mismatches
from guardrails.constitution.explain import Kept, Line, explain, kept, only_by_model
from guardrails.constitution.json_schema import json_schema
from guardrails.constitution.load import load, load_file, load_pack, load_text
from guardrails.constitution.packs import lexicon_path, pack_names, pack_path, packs_folder
from guardrails.constitution.problems import ConstitutionProblems
from guardrails.constitution.schema import Constitution

__all__ = [
    "CasePart",
    "Constitution",
    "ConstitutionProblems",
    "ExpectPart",
    "Kept",
    "Line",
    "explain",
    "json_schema",
    "kept",
    "lexicon_path",
    "load",
    "load_file",
    "load_pack",
    "load_text",
    "mismatches",
    "only_by_model",
    "pack_names",
    "pack_path",
    "packs_folder",
]
