"""What of a query may steer retrieval: one fate for each term, with its reason.

`gate` takes a query through understanding, resolution and `moderate`, tenant by tenant. `grounding` asks the tenant's
own records, `alignment` and `ambiguity` what a constraint or a word means there, `conditions` makes filters, `clean`
and `negation` the string that is left.
"""
