"""From a moderated query to results and an answer.

`searching` retrieves and, where it may, follows relations (`expansion`, `graph`); `answering` has a model summarise
what `summary` and `prompts` let it see; `results` is what comes back, `journal` what is logged, `deadline` how long it
may take.
"""
