"""What a tenant's records admit, learned while they come in: which field holds people, products, names, identifiers.

`tally` counts, `census` counts a batch, `conclusions` reads the counts, `profile` is what is known of one field and
`capabilities` of all.
"""
