"""The way of records into a store: checked, embedded, written, and the same index after a stop in the middle.

`driver` is the way in; `batch` takes one batch, `state` remembers how far it came, `deadletters` keeps what was
refused. `documents` is the same for LangChain's documents and vector stores.
"""
