"""Where entries are kept: each module knows one kind of store, and nothing else in this package knows any."""
