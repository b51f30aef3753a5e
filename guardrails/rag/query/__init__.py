"""What a query says, before anything is decided about it: terms, constraints, names, what it is after.

`understanding` puts together what `reading`, `intent`, `constraints` (by name, number and word) and `quantities` find;
`entities` and `names` know who and what the tenant has, `fieldnames` what its fields are called; `extractor` asks a
model.
"""
